"""Several processes: the same run as one, and a clear end when one of them is lost."""

import dataclasses
import json
import os
import re
import signal
import subprocess
import sys
import time
import warnings
from pathlib import Path

import pytest
import torch

from ddimlib import runs
from ddimlib.runs import checkpoints
from ddimlib.runs.parallel import Workers
from ddimlib.unet import UNet
from tests.tiny import tiny_config

PROGRAM = """
import sys, json, os, torch
torch.set_num_threads(1)
from ddimlib import runs
config = runs.from_dict(json.load(open(sys.argv[1])))
# In one piece: unbuffered, as the launcher starts it, print writes word by word, and two mix.
os.write(1, f"pid {os.environ.get('RANK', '0')} {os.getpid()}\\n".encode())
try:
    runs.train(config, progress=False)
except Exception as error:
    print(f"error {os.environ.get('RANK')}: {error}", flush=True)
    raise SystemExit(1)
"""


def start(folder: Path, config: runs.TrainConfig, processes: int) -> subprocess.Popen[str]:
    program, settings = folder / "program.py", folder / "settings.json"
    program.write_text(PROGRAM)
    settings.write_text(json.dumps(runs.as_dict(config)))
    command = [
        *(sys.executable, "-m", "torch.distributed.run", "--standalone"),
        *(f"--nproc-per-node={processes}", str(program), str(settings)),
    ]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"PYTHONPATH": os.getcwd(), "OMP_NUM_THREADS": "1"},
    )


@pytest.mark.slow
def test_two_processes_learn_what_one_does_on_the_same_global_batch(tmp_path):
    # GroupNorm looks at one picture at a time; BatchNorm needs a GPU to look across processes.
    # A batch of 5 is not shared out evenly, nor is the weight of each process's mean.
    config = tiny_config(tmp_path, norm="group", epochs=2, batch_size=5)
    alone = runs.train(config, progress=False)
    together = dataclasses.replace(config, folder=str(tmp_path / "two"))
    process = start(tmp_path, together, 2)
    output, _ = process.communicate(timeout=300)
    assert process.returncode == 0, output
    rows = [json.loads(line) for line in (tmp_path / "two" / "metrics.jsonl").open()]
    assert [row["epoch"] for row in rows] == [1, 2]  # written once
    for mine, theirs in zip(alone.metrics, rows, strict=True):
        for key in ("train_loss", "validation_noise_mae", "validation_image_mae"):
            assert mine[key] == pytest.approx(theirs[key], rel=1e-4), key


def test_processes_that_see_different_checkpoints_are_told(monkeypatch):
    two = Workers(0, 2, torch.device("cpu"))

    def reduce(values: torch.Tensor, operation: object) -> None:
        values.copy_(torch.maximum(values, torch.tensor([other, -other])))

    monkeypatch.setattr(torch.distributed, "all_reduce", reduce)
    other = 3
    two.check_same(3, "the epoch to begin with", "runs/here")
    other = 1
    with pytest.raises(
        ValueError, match=r"epoch to begin with \(1 and 3\).*put runs/here on a disk"
    ):
        two.check_same(3, "the epoch to begin with", "runs/here")


@pytest.mark.parametrize(("norm", "warns"), [("batch", True), ("group", False)])
def test_batch_norm_on_several_cpus_is_warned_of(monkeypatch, norm, warns):
    monkeypatch.setattr(torch.nn.parallel, "DistributedDataParallel", lambda module: module)
    network = UNet(widths=(4,), block_depth=1, embedding_dim=4, norm=norm)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        Workers(0, 2, torch.device("cpu")).wrap(network)
    assert any("--norm group" in str(one.message) for one in caught) == warns


def test_a_batch_with_fewer_pictures_than_processes_is_refused():
    batch = (torch.zeros(3, 3, 8, 8), torch.zeros(3))
    shares = [Workers(rank, 3, torch.device("cpu")).share(batch) for rank in range(3)]
    assert [len(share[0]) for share in shares] == [1, 1, 1]
    with pytest.raises(ValueError, match="a batch of 3 cannot be shared among 4 processes"):
        Workers(0, 4, torch.device("cpu")).share(batch)


@pytest.mark.slow
def test_a_killed_process_ends_the_run_with_a_clear_message(tmp_path):
    config = tiny_config(tmp_path, norm="group", epochs=100_000, sample_every=100_000)
    process = start(tmp_path, config, 2)
    assert process.stdout is not None
    pids = {}
    for line in process.stdout:
        for rank, pid in re.findall(r"pid (\d) (\d+)", line):
            pids[rank] = int(pid)
        if len(pids) == 2:
            break
    checkpoint = Path(config.folder) / "checkpoint.safetensors"
    deadline = time.monotonic() + 200
    while not checkpoint.exists() and time.monotonic() < deadline:
        time.sleep(0.2)
    os.kill(pids["1"], signal.SIGKILL)
    output, _ = process.communicate(timeout=200)
    assert process.returncode != 0
    # Either it misses the other one itself, or the launcher, which looks now and then, is faster.
    sentence = r"error 0: process 0 (lost|was told to end, .*) another process of this run"
    assert re.search(sentence, output), output[-3000:]
    assert "it goes on from the last checkpoint" in output
    checkpoints.load_tensors(checkpoint)


def test_a_process_that_is_told_to_end_says_how_to_go_on(monkeypatch):
    monkeypatch.setattr(torch.distributed, "init_process_group", lambda backend: None)
    before = signal.getsignal(signal.SIGTERM)

    def run() -> None:
        with Workers(0, 2, torch.device("cpu")):
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(5)  # cut short

    with pytest.raises(RuntimeError, match=r"process 0 was told to end.*goes on from the last"):
        run()
    assert signal.getsignal(signal.SIGTERM) is before
