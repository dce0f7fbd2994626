"""Kill a short run at random moments, take it up each time, and compare with an undisturbed one.

    python benchmarks/kill_and_resume.py [--kills 20] [--seed 0]

Prints the moments, and fails unless every checkpoint was readable, the final weights are the same
bit for bit, and no temporary file is left.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import torch

from ddimlib import checkpoints, training

PROGRAM = """
import sys, torch
torch.set_num_threads(1)
from ddimlib import training
config = training.preset("smoke", folder=sys.argv[1], epochs=int(sys.argv[2]), batch_size=512)
print("go", flush=True)
training.train(config, progress=False)
"""


def run(folder: Path, epochs: int, kill_after: float | None) -> bool:
    """Start the run; kill it after some seconds. True when it came to its end."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder), str(epochs)], stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    if kill_after is None:
        return process.wait() == 0
    time.sleep(kill_after)
    process.send_signal(signal.SIGKILL)
    return process.wait() == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    moments = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as root:
        whole, parts = Path(root, "whole"), Path(root, "parts")
        epochs = arguments.kills + 2  # enough to do after the last kill
        started = time.monotonic()
        assert run(whole, epochs, None), "the undisturbed run failed"
        an_epoch = (time.monotonic() - started) / epochs
        for number in range(1, arguments.kills + 1):
            moment = moments.uniform(0, 2.5 * an_epoch)
            finished = run(parts, epochs, moment)
            checkpoint, epoch = parts / "checkpoint.safetensors", 0
            if checkpoint.exists():
                epoch = checkpoints.load_tensors(checkpoint)[1]["epoch"]
            state = "had finished" if finished else "killed"
            print(f"{number:3d}: {state} after {moment:.2f} s, {epoch} epochs saved", flush=True)
        assert run(parts, epochs, None), "the resumed run failed"
        one, other = (training.load(folder).state_dict() for folder in (whole, parts))
        assert all(torch.equal(one[name], other[name]) for name in one), "the weights differ"
        rows = [
            [json.loads(line)["train_loss"] for line in (folder / "metrics.jsonl").open()]
            for folder in (whole, parts)
        ]
        assert rows[0] == rows[1], "the metrics differ"
        left = [name for _, _, names in os.walk(parts) for name in names if ".tmp" in name]
        assert not left, f"left behind: {left}"
    print(f"{arguments.kills} kills: same weights, same metrics, nothing left behind")


if __name__ == "__main__":
    main()
