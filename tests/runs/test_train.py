"""The claims about training: what is learned, averaged, written down and taken up again."""

import dataclasses
import hashlib
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from functools import partial
from pathlib import Path

import pytest
import torch
from PIL import Image
from torch import nn

from ddimlib import runs, training
from ddimlib.data import load_dataset
from ddimlib.diffusion import DiffusionModel
from ddimlib.runs import (
    NonFiniteLossError,
    TrainConfig,
    checkpoints,
    devices,
    recorded,
    same_data,
    train,
)
from ddimlib.runs.logbook import only_writer
from ddimlib.runs.plan import plan
from ddimlib.runs.store import statistics
from ddimlib.samplers import sample, seeded_noise
from tests.tiny import make_dataset, tiny_config


def weights(model: nn.Module) -> dict[str, torch.Tensor]:
    return {name: tensor.clone() for name, tensor in model.state_dict().items()}


def assert_same(first: nn.Module, second: nn.Module) -> None:
    for name, tensor in first.state_dict().items():
        assert torch.equal(tensor, second.state_dict()[name]), name


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> runs.Run:
    config = tiny_config(tmp_path_factory.mktemp("train"), class_conditional=True, epochs=4)
    return train(config, progress=False)


def test_the_loss_falls(run):
    losses = [row["train_loss"] for row in run.metrics]
    assert len(losses) == 4
    assert losses[-1] < losses[0]


def test_a_run_folder_holds_everything(run):
    names = {str(path.relative_to(run.folder)) for path in run.folder.rglob("*.*")}
    assert {
        "config.json",
        "environment.json",
        "metrics.jsonl",
        "weights.safetensors",
        "checkpoint.safetensors",
        "samples/epoch-0001.png",
        "samples/epoch-0004.png",
    } <= names
    assert not [name for name in names if "tmp" in name]
    assert runs.from_dict(json.loads((run.folder / "config.json").read_text())) == run.config
    environment = json.loads((run.folder / "environment.json").read_text())
    assert environment["torch"] == torch.__version__
    assert {"validation_noise_mae", "images_per_second", "seconds", "step"} <= run.metrics[
        -1
    ].keys()


def test_a_saved_model_samples_the_same_pictures(run):
    noise = seeded_noise([1, 2], (3, 8, 8))
    labels = torch.tensor([0, 2])

    def pictures(model: DiffusionModel) -> torch.Tensor:
        images = sample(
            lambda noisy, t: model.denoise(noisy, t, labels), model.schedule, noise, steps=3
        )
        return model.to_pictures(images)

    loaded = runs.load(run.folder)
    assert_same(loaded, run.model)
    torch.testing.assert_close(pictures(loaded), pictures(run.model), atol=1e-6, rtol=0)
    assert torch.equal(pictures(loaded), pictures(runs.load(run)))
    assert loaded.class_names == ("class 0", "class 1", "class 2")
    assert loaded.image_size == 8


def test_a_checkpoint_loads_as_the_averaged_model(run):
    assert_same(runs.load(run.folder / "checkpoint.safetensors"), run.model)


def test_half_precision_weights_are_half_the_size_and_nearly_the_same(run, tmp_path):
    path = tmp_path / "half.safetensors"
    runs.save_weights(run.model, run.config, run.model.class_names, path, half=True)
    assert path.stat().st_size < 0.8 * run.folder.joinpath("weights.safetensors").stat().st_size
    for name, tensor in runs.load(path).state_dict().items():
        assert torch.allclose(tensor, run.model.state_dict()[name], rtol=1e-3, atol=1e-4), name


def test_a_recorded_run_loads_by_its_name_and_holds_no_checkpoint(run, tmp_path, monkeypatch):
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path,))
    folder = runs.record(run.folder, "ours")
    assert recorded.names() == ["ours"]
    assert recorded.metrics("ours") == run.metrics
    assert not (folder / "checkpoint.safetensors").exists()
    assert (folder / "samples" / "epoch-0004.png").is_file()
    ours, theirs = runs.load("ours"), runs.load(run)
    for name, tensor in ours.state_dict().items():
        assert torch.allclose(tensor, theirs.state_dict()[name], rtol=1e-3, atol=1e-4), name


def test_a_run_recorded_again_leaves_nothing_of_the_one_before(run, tmp_path, monkeypatch):
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path,))
    folder = runs.record(run.folder, "ours")
    (folder / "samples" / "epoch-0099.png").touch()
    (folder / "evaluation.json").touch()
    (folder / "watch.webp").touch()  # a figure would show its pictures beside the new run's curve
    runs.record(run.folder, "ours")
    assert not (folder / "samples" / "epoch-0099.png").exists()
    assert not (folder / "evaluation.json").exists()
    assert not (folder / "watch.webp").exists()


def test_a_run_that_went_on_from_a_recorded_one_has_a_checksum_of_its_own(
    run, tmp_path, monkeypatch
):
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path,))
    source = tmp_path / "source"
    shutil.copytree(run.folder, source)
    (source / "weights.json").write_text('{"sha256": "of another"}', encoding="utf-8")
    kept = (runs.record(source, "ours") / "weights.safetensors").read_bytes()
    assert recorded.read_json("ours", "weights.json") == {
        "sha256": hashlib.sha256(kept).hexdigest(), "bytes": len(kept),
    }  # fmt: skip


def test_what_is_no_finished_run_is_not_recorded(tmp_path, monkeypatch):
    places = tmp_path / "recorded"
    places.mkdir()
    monkeypatch.setattr(recorded, "_PLACES", (places,))
    with pytest.raises(FileNotFoundError, match=r"there is no file .*nowhere"):
        runs.record(tmp_path / "nowhere", "ours")
    config = tiny_config(tmp_path, epochs=6)
    train_until(config, "checkpoint.safetensors", 3)
    with pytest.raises(ValueError, match="run holds 3 of 6 epochs: run the same `ddimlib train`"):
        runs.record(config.folder, "ours")
    assert not list(places.iterdir())


def test_a_folder_of_pictures_does_not_hide_the_recorded_run_of_its_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("flowers32").mkdir()
    assert runs.load("flowers32").image_size == 32


def contents(folder: Path) -> dict[Path, tuple[bytes, int]]:
    """All files of a folder: what is in them and when they were written."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.mark.parametrize("epochs", [4, 2])
def test_a_finished_run_is_left_as_it_is_to_the_last_byte(run, epochs):
    before = contents(run.folder)
    again = train(dataclasses.replace(run.config, epochs=epochs), progress=False)
    assert_same(again.model, run.model)
    assert again.metrics == run.metrics
    assert contents(run.folder) == before


def pictures_in_folders(root: Path, **classes: int) -> Path:
    """Eight pictures a class, each class of one grey."""
    for name, grey in classes.items():
        (root / name).mkdir(parents=True, exist_ok=True)
        for number in range(8):
            Image.new("L", (8, 8), grey + number).save(root / name / f"{number}.png")
    return root


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        ({"add": {"tulip": 90}, "remove": "rose"}, "classes were daisy, rose and are now daisy, t"),
        ({"add": {"tulip": 90}}, "classes were daisy, rose and are now daisy, rose, tulip"),
        ({"add": {"daisy": 200}}, "8 of 16 pictures are others"),
        ({"drop": "rose/3.png"}, "there were 16 pictures and are now 15"),
        ({"move": ("daisy/0.png", "rose/0.png")}, "of 16 pictures are others"),
    ],
)
@pytest.mark.parametrize("epochs", [1, 2], ids=["finished", "to go on"])
@pytest.mark.slow
def test_other_pictures_are_another_run(tmp_path, change, difference, epochs):
    data = pictures_in_folders(tmp_path / "data", daisy=20, rose=150)
    config = tiny_config(tmp_path, dataset=str(data), class_conditional=True, epochs=1)
    folder = train(config, progress=False).folder
    before = contents(folder)

    pictures_in_folders(data, **change.get("add", {}))
    if "remove" in change:
        shutil.rmtree(data / change["remove"])
    if "drop" in change:
        (data / change["drop"]).unlink()
    if "move" in change:  # two pictures change places, and so their classes
        first, second = (data / place for place in change["move"])
        held = first.read_bytes()
        first.write_bytes(second.read_bytes())
        second.write_bytes(held)
    with pytest.raises(ValueError, match=rf"holds a run on other pictures \(.*{difference}"):
        train(dataclasses.replace(config, epochs=epochs), progress=False)
    assert contents(folder) == before


def test_pictures_that_another_decoder_rounds_otherwise_are_the_same(tmp_path):
    images = load_dataset(str(make_dataset(tmp_path / "a.npz")), 8, tmp_path)
    known = same_data.describe(images)
    rounded = images._replace(train=images.train + (torch.rand(images.train.shape) < 0.5))
    now = same_data.describe(rounded)
    assert now["digest"] != known["digest"]
    assert same_data.difference(known, now) is None
    labels = images.labels._replace(train=images.labels.train.flip(0))
    moved = same_data.describe(images._replace(labels=labels))
    assert same_data.difference(known, moved) == "pictures have changed their classes"


def test_a_checkpoint_of_an_earlier_version_goes_on_and_says_what_it_cannot_compare(tmp_path):
    """Such as that of the long run behind the book, which knew the names of its classes alone."""
    config = tiny_config(tmp_path, epochs=1)
    folder = train(config, progress=False).folder
    checkpoint = folder / "checkpoint.safetensors"
    tensors, about = checkpoints.load_tensors(checkpoint)
    assert about.pop("data")["pictures"] == 40
    checkpoints.save_tensors(checkpoint, tensors, about)
    with pytest.warns(UserWarning, match="does not note its pictures, as earlier versions did no"):
        train(dataclasses.replace(config, epochs=2), progress=False)
    assert checkpoints.load_tensors(checkpoint)[1]["data"]["pictures"] == 40

    checkpoints.save_tensors(checkpoint, tensors, about | {"class_names": ["a", "b"]})
    with pytest.raises(ValueError, match="the classes were a, b and are now class 0, class 1"):
        train(dataclasses.replace(config, epochs=2), progress=False)


@pytest.mark.parametrize("kept", ["weights.safetensors", "metrics.jsonl", "both"])
def test_weights_or_metrics_without_a_checkpoint_are_never_overwritten(run, tmp_path, kept):
    folder = shutil.copytree(run.folder, tmp_path / "copy")
    (folder / "checkpoint.safetensors").unlink()
    for name in {"weights.safetensors", "metrics.jsonl"} - {kept}:
        if kept != "both":
            (folder / name).unlink()
    before = contents(folder)
    config = dataclasses.replace(run.config, folder=str(folder), seed=9, epochs=1)
    with pytest.raises(
        ValueError, match=r"but no checkpoint\.safetensors to go on from"
    ) as failure:
        train(config, progress=False)
    message = str(failure.value)
    assert "choose another --folder" in message
    assert ("--start" in message) == (kept != "metrics.jsonl")
    assert ("the metrics of 4 epochs" in message) == (kept != "weights.safetensors")
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("name", "content", "held"),
    [
        ("samples/epoch-0040.png", "", "holds grids of samples but no checkpoint"),
        ("config.json", '{"model_type": "bert"}', r"holds a config\.json that no run has written"),
        ("config.json", "# not JSON", r"holds a config\.json that no run has written"),
        ("environment.json", '{"PATH": "/bin"}', r"holds an environment\.json that no run has wr"),
        ("environment.json", "# not JSON", r"holds an environment\.json that no run has wr"),
    ],
)
def test_files_that_a_run_would_overwrite_are_refused_whosever_they_are(
    tmp_path, name, content, held
):
    config = tiny_config(tmp_path)
    kept = Path(config.folder, name)
    kept.parent.mkdir(parents=True)
    kept.write_text(content)
    for refused in (plan, partial(train, progress=False)):
        with pytest.raises(ValueError, match=held):
            refused(config)
    assert contents(Path(config.folder)) == {kept: (content.encode(), kept.stat().st_mtime_ns)}


def test_a_run_in_a_folder_of_other_things_clears_away_its_own_leftovers_alone(tmp_path):
    folder = Path(tiny_config(tmp_path).folder)
    others = [folder / ".thesis.tmp.tex", folder / "deep" / ".weights.safetensors.tmp.safetensors"]
    own = [folder / ".metrics.jsonl.tmp.jsonl", folder / "samples" / ".epoch-0001.png.tmp.png"]
    for file in (*others, *own):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    train(tiny_config(tmp_path, epochs=1), progress=False)
    assert [file.exists() for file in (*others, *own)] == [True, True, False, False]


def test_nobody_is_sent_to_weights_that_would_be_refused(tmp_path):
    data = pictures_in_folders(tmp_path / "data", daisy=20, rose=150)
    config = tiny_config(tmp_path, dataset=str(data), class_conditional=True, epochs=1)
    train(config, progress=False)
    pictures_in_folders(data, tulip=90)
    with pytest.raises(ValueError, match="are now daisy, rose, tulip") as error:
        train(config, progress=False)
    assert "--start" not in str(error.value)


def test_a_checkpoint_cut_short_sends_nobody_into_overwriting(run, tmp_path):
    folder = shutil.copytree(run.folder, tmp_path / "copy")
    os.truncate(folder / "checkpoint.safetensors", 1000)
    before = contents(folder)
    config = dataclasses.replace(run.config, folder=str(folder), epochs=6)
    with pytest.raises(
        ValueError, match=r"checkpoint\.safetensors was cut short or is dam"
    ) as error:
        train(config, progress=False)
    message = str(error.value)
    assert f"another --folder and begin from them with --start {folder}/weights.saf" in message
    assert "train it again" not in message and "remove" not in message
    assert contents(folder) == before


def test_a_kill_in_the_first_epoch_keeps_nobody_from_beginning_again(tmp_path):
    config = tiny_config(tmp_path, epochs=2)
    train_until(config, "weights.safetensors", 1)  # weights, but no checkpoint yet
    assert len(train(config, progress=False).metrics) == 2
    assert not (Path(config.folder) / ".first-epoch").exists()


@pytest.mark.parametrize(("count", "last"), [(41, 9), (40, 8), (43, 3), (5, 5), (1, 1)])
def test_no_picture_is_alone_in_the_last_batch(count, last):
    sizes = training.batch_sizes(count, 8)
    assert sum(sizes) == count and sizes[-1] == last
    pictures = torch.arange(count, dtype=torch.uint8)[:, None, None, None]
    seen = [batch for batch, _ in training.batches(pictures, batch_size=8)]
    assert [len(batch) for batch in seen] == sizes
    assert sorted(torch.cat(seen).flatten().tolist()) == list(range(count))


def test_a_network_down_to_one_pixel_trains_whatever_is_left_over(tmp_path):
    """Fifty-one pictures, 41 to train on: five batches of eight, and one picture."""
    data = make_dataset(tmp_path / "a.npz", count=51, side=4)
    config = tiny_config(tmp_path, dataset=str(data), image_size=4, epochs=1)
    run = train(config, progress=False)
    assert run.metrics[-1]["step"] == 5
    assert "41 images in 5 steps of 8, the last one of a pass of 9, lest" in plan(config, 1)
    alone = dataclasses.replace(config, batch_size=1, folder=str(tmp_path / "alone"))
    for refused in (plan, train):
        with pytest.raises(ValueError, match="a picture of 4 pixels is one pixel, and batch norm"):
            refused(alone)
    assert not Path(alone.folder).exists()
    plan(dataclasses.replace(alone, norm="group"), 1)


def test_one_class_is_nothing_to_be_told(tmp_path):
    data = pictures_in_folders(tmp_path / "data" / "flowers", daisy=20, rose=150).parent
    config = tiny_config(tmp_path, dataset=str(data), class_conditional=True)
    for refused in (plan, train):
        with pytest.raises(ValueError, match=r"has one class alone: sort .* the folder that these"):
            refused(config)


FAKE_TENSORFLOW = """
import sys
from pathlib import Path
from ddimlib.runs import logbook

writer = logbook._tensorboard(Path(sys.argv[1]), 0)
writer.add_scalar("loss", 0.5, 1)
writer.close()
assert "tensorflow" not in sys.modules, "TensorFlow was imported"
"""


@pytest.mark.slow
def test_tensorboard_does_not_import_tensorflow(tmp_path):
    pytest.importorskip("tensorboard")
    (tmp_path / "tensorflow").mkdir()
    (tmp_path / "tensorflow" / "__init__.py").write_text("print('imported')")
    path = os.pathsep.join([str(tmp_path), os.getcwd()])
    answer = subprocess.run(
        [sys.executable, "-c", FAKE_TENSORFLOW, str(tmp_path)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": path},
    )
    assert answer.returncode == 0, answer.stderr
    assert "imported" not in answer.stdout
    assert list((tmp_path / "tensorboard").iterdir())


def train_until(config: TrainConfig, file: str, time: int) -> None:
    """Train, and stop as soon as a file has been written so many times."""

    class Interrupt(Exception):
        pass

    save, saved = checkpoints.save_tensors, []

    def interrupted(path: Path, *arguments: object) -> None:
        save(path, *arguments)
        saved.append(path.name)
        if saved.count(file) == time:
            raise Interrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checkpoints, "save_tensors", interrupted)
        with pytest.raises(Interrupt):
            train(config, progress=False)


@pytest.mark.slow
def test_an_interrupted_run_ends_like_an_uninterrupted_one_bit_for_bit(tmp_path):
    whole = train(tiny_config(tmp_path / "whole", decay="cosine", epochs=3), progress=False)
    config = tiny_config(tmp_path / "parts", decay="cosine", epochs=3)
    train_until(config, "checkpoint.safetensors", 2)
    resumed = train(config, progress=False)
    assert_same(resumed.model, whole.model)
    assert [row["epoch"] for row in resumed.metrics] == [1, 2, 3]
    assert [row["train_loss"] for row in resumed.metrics] == [
        row["train_loss"] for row in whole.metrics
    ]


@pytest.mark.slow
def test_a_second_average_changes_nothing_in_the_run_and_resumes_bit_for_bit(tmp_path):
    """The reference's run is sampled from its last weights; the average is kept beside it."""
    plain = runs.train(tiny_config(tmp_path / "plain", ema_decay=0.0))
    config = tiny_config(tmp_path / "both", ema_decay=0.0, second_ema_decay=0.9)
    train_until(config, "checkpoint.safetensors", 1)
    both = runs.train(config)
    assert_same(both.model, plain.model)
    second = runs.load(both.folder / "second-weights.safetensors")
    like = tiny_config(tmp_path / "averaged", ema_decay=0.9, ema_statistics=True)
    assert_same(second, runs.train(like).model)
    keys = {"second_validation_noise_mae", "second_validation_image_mae"}
    assert all(keys <= row.keys() for row in both.metrics)
    assert (both.folder / "samples" / "second-epoch-0002.png").is_file()
    assert_same(runs.load(both.folder / "checkpoint.safetensors"), plain.model)


@pytest.mark.slow
def test_an_interrupted_run_is_sampled_with_the_weights_of_its_checkpoint(tmp_path):
    config = tiny_config(tmp_path, epochs=6, sample_every=10)
    train_until(config, "checkpoint.safetensors", 3)
    averaged = runs.load(Path(config.folder) / "checkpoint.safetensors")
    assert_same(runs.load(config.folder), averaged)


@pytest.mark.slow
def test_an_interrupted_run_can_be_called_finished(tmp_path):
    whole = train(tiny_config(tmp_path / "whole", epochs=3), progress=False)
    more = tiny_config(tmp_path / "more", epochs=6, validate_every=10, sample_every=10)
    train_until(more, "weights.safetensors", 4)  # and not yet the fourth checkpoint
    fewer = train(dataclasses.replace(more, epochs=3), progress=False)
    for key in ("epoch", "train_loss", "validation_noise_mae", "validation_image_mae"):
        assert fewer.metrics[-1][key] == whole.metrics[-1][key]
    assert_same(fewer.model, whole.model)
    assert_same(runs.load(more.folder), whole.model)


KILLS = """
import json, os, random, signal, sys, threading
from pathlib import Path
import torch
from tqdm import tqdm
from ddimlib import runs, training
from ddimlib.runs import checkpoints

torch.set_num_threads(1)
# The bar's own lock is shared between processes: who is killed while holding it stops all others.
tqdm.set_lock(threading.RLock())
whole, parts = (runs.from_dict(one) for one in json.load(open(sys.argv[1])))
checkpoint = Path(parts.folder, "checkpoint.safetensors")
moments = {"passed": 0, "last": None}

def pass_moment(before_it=lambda: None):
    # A process dies at a moment that is counted, not at a time: as many as the machine is slow.
    moments["passed"] += 1
    if moments["passed"] == moments["last"]:
        before_it()
        os.kill(os.getpid(), signal.SIGKILL)

def moment_at(owner, name, half=False):
    # Moments before and after whatever is written, or stepped; and in the middle of a file.
    plain = getattr(owner, name)
    def counted(*arguments, **options):
        if half:
            pass_moment(lambda: plain(arguments[0], arguments[1][: len(arguments[1]) // 2]))
        pass_moment()
        result = plain(*arguments, **options)
        pass_moment()
        return result
    setattr(owner, name, counted)

moment_at(training.EMA, "update")
moment_at(os, "fsync")
moment_at(Path, "write_bytes", half=True)
moment_at(Path, "write_text", half=True)
moment_at(Path, "replace")
moment_at(Path, "unlink")

def start(config, last=None):
    child = os.fork()
    if child == 0:
        moments.update(passed=0, last=last)
        runs.train(config, progress=False)
        os._exit(0)
    return child

# The undisturbed run, in this very process: what it imports, the others need not.
runs.train(whole, progress=False)
an_epoch = moments["passed"] // whole.epochs

chance = random.Random(0)
killed, epochs = 0, []
for _ in range(20):
    child = start(parts, last=chance.randint(1, 4 * an_epoch))
    killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
    if checkpoint.exists():  # whole, or not there
        epochs.append(checkpoints.load_tensors(checkpoint)[1]["epoch"])
ended = os.WEXITSTATUS(os.waitpid(start(parts), 0)[1])
print(json.dumps({"killed": killed, "epochs": epochs, "ended": ended}))
"""


@pytest.mark.slow
def test_a_run_killed_at_twenty_random_moments_ends_like_an_undisturbed_one(tmp_path):
    whole = tiny_config(tmp_path, epochs=40)
    parts = dataclasses.replace(whole, folder=str(tmp_path / "parts"))
    settings = tmp_path / "settings.json"
    settings.write_text(json.dumps([runs.as_dict(whole), runs.as_dict(parts)]))
    answer = subprocess.run(
        [sys.executable, "-c", KILLS, str(settings)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.getcwd(), "OMP_NUM_THREADS": "1"},
    )
    assert answer.returncode == 0, answer.stderr
    found = json.loads(answer.stdout.splitlines()[-1])
    assert found["ended"] == 0
    assert found["killed"] == 20
    assert found["epochs"] == sorted(found["epochs"])
    assert len(set(found["epochs"])) >= 6, "hardly any kill came between two checkpoints"
    assert_same(runs.load(parts.folder), runs.load(whole.folder))
    losses = [
        [json.loads(line)["train_loss"] for line in metrics.read_text().splitlines()]
        for metrics in (Path(config.folder, "metrics.jsonl") for config in (whole, parts))
    ]
    assert losses[0] == losses[1]
    assert not list(Path(parts.folder).rglob("*tmp*"))


def test_a_second_process_in_the_folder_of_a_run_is_refused(run):
    before = {path: path.read_bytes() for path in run.folder.rglob("*.*")}
    with (
        only_writer(run.folder),
        pytest.raises(RuntimeError, match=r"another process is training in .*run: wait for its en"),
    ):
        train(dataclasses.replace(run.config, epochs=5), progress=False)
    assert {path: path.read_bytes() for path in run.folder.rglob("*.*")} == before


HOLDS = """
import sys, time
from pathlib import Path
from ddimlib.runs.logbook import only_writer
from ddimlib.runs.plan import plan

with only_writer(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.mark.slow
def test_who_is_killed_keeps_nobody_out_of_the_folder(tmp_path):
    environment = os.environ | {"PYTHONPATH": os.getcwd()}
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as other:
        assert other.stdout is not None and other.stdout.readline() == "held\n"
        with pytest.raises(RuntimeError, match="another process"), only_writer(tmp_path):
            pass
        other.kill()
    with only_writer(tmp_path):
        assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["here", "not/yet/there"])
def test_a_folder_is_locked_whatever_the_temporary_folder_is(tmp_path, monkeypatch, name):
    pytest.importorskip("fcntl", reason="folders cannot be locked on this system")
    (tmp_path / "here").mkdir()
    for place in ("one", "other"):
        (tmp_path / place).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "one"))
    with only_writer(tmp_path / name):
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "other"))
        with pytest.raises(RuntimeError, match="another process"), only_writer(tmp_path / name):
            pass
        assert not list((tmp_path / name).iterdir())
    with only_writer(tmp_path / name):
        pass
    assert (tmp_path / "here").is_dir()
    assert not (tmp_path / "not").exists()  # where nothing was written, nothing stays


def test_where_nothing_can_be_locked_a_run_goes_on_without(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    with only_writer(tmp_path):
        pass


@pytest.mark.slow
def test_who_resumes_a_run_is_added_and_who_began_it_stays(tmp_path, monkeypatch):
    config = tiny_config(tmp_path, epochs=1)
    folder = train(config, progress=False).folder
    first = json.loads((folder / "environment.json").read_text())
    train(config, progress=False)  # finished: nothing is done, and nothing is written
    assert json.loads((folder / "environment.json").read_text()) == first

    monkeypatch.setattr(devices, "describe", lambda device: "another machine")
    train(dataclasses.replace(config, epochs=2), progress=False)
    after = json.loads((folder / "environment.json").read_text())
    (resumed,) = after.pop("resumed")
    assert after == first
    assert (resumed["device"], resumed["epoch"]) == ("another machine", 2)


@pytest.mark.parametrize(
    ("name", "damage", "message"),
    [
        ("environment.json", "{", r"environment.json is not valid JSON .*; repair or remove it"),
        ("environment.json", "[1]", r"environment.json describes no environment: repair or remov"),
        (
            "metrics.jsonl",
            '{"epoch": 1}\n{"epo\n{"epoch": 3}\n',
            r"line 2 of .*metrics.jsonl is da",
        ),
        ("metrics.jsonl", '7\n{"epoch": 2}\n', r"line 1 of .*metrics.jsonl is damaged, and other"),
    ],
)
def test_a_damaged_file_of_a_run_is_one_sentence_and_nothing_is_written(
    run, tmp_path, name, damage, message
):
    folder = shutil.copytree(run.folder, tmp_path / "copy")
    (folder / name).write_text(damage)
    before = contents(folder)
    with pytest.raises(ValueError, match=message):
        train(dataclasses.replace(run.config, folder=str(folder), epochs=6), progress=False)
    assert contents(folder) == before


@pytest.mark.parametrize(
    "changes",
    [
        {"epoch": "4"},
        {"config": 1},
        {"scaler": None, "average_updates": None},
        {"average_updates": "7"},
        {"data": {"class_names": ["class 0", "class 1", "class 2"], "digest": 1}},
    ],
)
def test_a_checkpoint_that_says_something_else_is_damaged(run, tmp_path, changes):
    folder = shutil.copytree(run.folder, tmp_path / "copy")
    path = folder / "checkpoint.safetensors"
    tensors, about = checkpoints.load_tensors(path)
    about |= changes
    about = {key: value for key, value in about.items() if value is not None}
    checkpoints.save_tensors(path, tensors, about)
    before = contents(folder)
    with pytest.raises(ValueError, match=r"checkpoint.safetensors was cut short or is damaged"):
        train(dataclasses.replace(run.config, folder=str(folder), epochs=6), progress=False)
    assert contents(folder) == before


def test_weights_that_say_something_else_are_written_anew_by_a_finished_run(run, tmp_path):
    folder = shutil.copytree(run.folder, tmp_path / "copy")
    tensors, about = checkpoints.load_tensors(folder / "weights.safetensors")
    checkpoints.save_tensors(folder / "weights.safetensors", tensors, about | {"config": 0.5})
    train(dataclasses.replace(run.config, folder=str(folder)), progress=False)
    assert runs.load(folder).class_names == run.model.class_names


@pytest.mark.parametrize("damage", ["missing", "other shape"])
def test_a_checkpoint_whose_optimizer_does_not_fit_is_damaged(run, tmp_path, damage):
    folder = shutil.copytree(run.folder, tmp_path / "copy")
    path = folder / "checkpoint.safetensors"
    tensors, about = checkpoints.load_tensors(path)
    if damage == "missing":
        del tensors["optimizer.3.exp_avg"]
    else:
        tensors["optimizer.3.exp_avg"] = torch.zeros(7)
    checkpoints.save_tensors(path, tensors, about)
    before = contents(folder)
    with pytest.raises(ValueError, match=r"is damaged, .* optimizer's state of parameter 3 is"):
        train(dataclasses.replace(run.config, folder=str(folder), epochs=6), progress=False)
    assert contents(folder) == before


def test_weights_with_odd_names_of_classes_are_one_sentence(run, tmp_path):
    tensors, about = checkpoints.load_tensors(run.folder / "weights.safetensors")
    checkpoints.save_tensors(tmp_path / "odd.safetensors", tensors, about | {"class_names": 7})
    with pytest.raises(ValueError, match=r"odd.safetensors holds 7 for the names of its classes"):
        runs.load(tmp_path / "odd.safetensors")


def test_time_on_the_wall_is_more_than_that_of_training(run):
    for row in run.metrics:
        assert row["wall_seconds"] > row["seconds"]


@pytest.mark.slow
def test_tensorboard_shows_each_epoch_once_also_after_a_kill(tmp_path):
    accumulator = pytest.importorskip("tensorboard.backend.event_processing.event_accumulator")
    config = tiny_config(tmp_path)
    folder = train(config, progress=False).folder
    # As after a kill between the second line of metrics and its checkpoint.
    shorter = tiny_config(tmp_path / "shorter", epochs=1, dataset=config.dataset)
    checkpoint = train(shorter, progress=False).folder / "checkpoint.safetensors"
    (folder / "checkpoint.safetensors").write_bytes(checkpoint.read_bytes())
    train(config, progress=False)
    events = accumulator.EventAccumulator(str(folder / "tensorboard"))
    events.Reload()
    rows = [json.loads(line) for line in (folder / "metrics.jsonl").read_text().splitlines()]
    shown = events.Scalars("train_loss")
    assert [event.step for event in shown] == [row["step"] for row in rows]
    assert [event.value for event in shown] == pytest.approx([row["train_loss"] for row in rows])


@pytest.mark.slow
def test_half_precision_scales_its_loss_and_resumes_bit_for_bit(tmp_path):
    changes = {"precision": "float16", "clip_norm": 1.0, "learning_rate": 1e-3, "epochs": 3}
    whole = train(tiny_config(tmp_path / "whole", **changes), progress=False)
    parts = tiny_config(tmp_path / "parts", **changes)
    train(dataclasses.replace(parts, epochs=2), progress=False)
    scale = checkpoints.load_tensors(Path(parts.folder) / "checkpoint.safetensors")[1]["scaler"]
    assert scale["scale"] > 1
    assert_same(train(parts, progress=False).model, whole.model)
    assert whole.metrics[-1]["train_loss"] < whole.metrics[0]["train_loss"]


@pytest.mark.slow
def test_a_gradient_that_overflows_skips_a_step_and_does_not_end_the_run(tmp_path):
    steps = []

    def overflow_once(model: DiffusionModel) -> None:
        def overflow(gradient: torch.Tensor) -> torch.Tensor:
            steps.append(model.network.to_prediction.bias.detach().clone())
            return gradient * torch.inf if len(steps) == 2 else gradient

        model.network.to_prediction.bias.register_hook(overflow)

    config = tiny_config(tmp_path, precision="float16", epochs=1)
    run = train(config, progress=False, alter=overflow_once)
    assert len(steps) == 4
    assert torch.equal(steps[2], steps[1]), "the step that overflowed changed the weights"
    assert not torch.equal(steps[3], steps[2])
    scaler = checkpoints.load_tensors(run.folder / "checkpoint.safetensors")[1]["scaler"]
    assert scaler["scale"] == 2.0**15  # half of where it begins


def test_no_average_is_the_last_weights(tmp_path):
    run = train(tiny_config(tmp_path, ema_decay=0.0, epochs=1), progress=False)
    tensors, _ = checkpoints.load_tensors(run.folder / "checkpoint.safetensors")
    for name, tensor in run.model.state_dict().items():
        assert torch.equal(tensor, tensors[f"model.{name}"])


@pytest.mark.slow
def test_a_loss_that_is_not_finite_stops_the_run_and_keeps_the_last_good_checkpoint(tmp_path):
    config = tiny_config(tmp_path, epochs=1)
    train(config, progress=False)
    checkpoint = Path(config.folder) / "checkpoint.safetensors"
    before = checkpoint.read_bytes()
    errors, calls = DiffusionModel.errors, []

    def broken(self: DiffusionModel, *arguments: torch.Tensor) -> torch.Tensor:
        calls.append(1)
        result = errors(self, *arguments)
        return result * float("nan") if len(calls) == 3 else result

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DiffusionModel, "errors", broken)
        with pytest.raises(NonFiniteLossError, match=r"no longer finite at step 7: the checkpoint"):
            train(dataclasses.replace(config, epochs=2), progress=False)
    assert checkpoint.read_bytes() == before
    assert len(train(dataclasses.replace(config, epochs=2), progress=False).metrics) == 2


@pytest.mark.slow
def test_weights_spoilt_by_the_last_step_of_an_epoch_are_not_kept(tmp_path, monkeypatch):
    config = tiny_config(tmp_path, epochs=1)
    train(config, progress=False)
    kept = [Path(config.folder) / f"{name}.safetensors" for name in ("checkpoint", "weights")]
    before = [file.read_bytes() for file in kept]
    monkeypatch.setattr(
        training, "learning_rate", lambda step, *_: float("inf") if step == 7 else 1e-3
    )
    with pytest.raises(NonFiniteLossError, match=r"no longer finite at step 9: the checkpoint"):
        train(dataclasses.replace(config, epochs=2), progress=False)
    assert [file.read_bytes() for file in kept] == before


def test_a_loss_that_is_never_finite_promises_no_checkpoint(tmp_path):
    config = tiny_config(tmp_path, epochs=1, learning_rate=1e30)
    with pytest.raises(NonFiniteLossError, match="there was no checkpoint yet; start again with"):
        train(config, progress=False)
    assert not (Path(config.folder) / "checkpoint.safetensors").exists()


def test_a_folder_with_other_settings_is_refused(run):
    with pytest.raises(ValueError, match=r"other settings.*loss was 'mae' and is now 'mse'"):
        train(dataclasses.replace(run.config, loss="mse"), progress=False)


def test_a_full_disk_is_one_sentence_and_leaves_nothing(tmp_path, monkeypatch):
    def full(path: Path, content: bytes) -> None:
        with path.open("wb") as file:
            file.write(content[:100])
        raise OSError(28, "No space left on device")

    config = tiny_config(tmp_path, epochs=1)
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match=r"could not write .*No space left.*free some space"):
        train(config, progress=False)
    assert not list(Path(config.folder).rglob("*tmp*"))
    assert not list(Path(config.folder).rglob("*.safetensors"))


def test_weights_have_one_temporary_file_and_are_for_whoever_may_read_the_folder(
    tmp_path, monkeypatch
):
    """A name of our own: what a kill leaves behind must be known to be removed."""
    written = tmp_path / "a.safetensors"
    sync, seen = os.fsync, []
    monkeypatch.setattr(os, "fsync", lambda file: (seen.extend(tmp_path.iterdir()), sync(file)))
    checkpoints.save_tensors(written, {"x": torch.ones(3)}, {})
    assert [path.name for path in seen] == [".a.safetensors.tmp.safetensors"]
    plain = tmp_path / "plain"
    plain.touch()
    assert written.stat().st_mode == plain.stat().st_mode


def test_a_checkpoint_of_another_architecture_is_refused(run, tmp_path):
    tensors, about = checkpoints.load_tensors(run.folder / "weights.safetensors")
    about["config"]["widths"] = [4, 12]
    checkpoints.save_tensors(tmp_path / "other.safetensors", tensors, about)
    with pytest.raises(ValueError, match=r"weights of another architecture \(.* expected"):
        runs.load(tmp_path / "other.safetensors")


def test_a_run_that_is_called_finished_after_fewer_epochs_than_it_has_is_measured(tmp_path):
    config = tiny_config(tmp_path, epochs=5, validate_every=5)
    train(config, progress=False, minutes=0.0)
    train(config, progress=False, minutes=0.0)
    fewer = train(dataclasses.replace(config, epochs=1), progress=False)
    assert fewer.metrics[-1]["epoch"] == 2
    assert fewer.metrics[-1]["validation_noise_mae"] > 0


def test_who_starts_from_weights_that_know_pictures_held_back_now_is_told(tmp_path):
    first = train(tiny_config(tmp_path, epochs=1), progress=False)
    config = dataclasses.replace(first.config, start=str(first.folder))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        train(dataclasses.replace(config, folder=str(tmp_path / "same")), progress=False)
    make_dataset(Path(config.dataset), count=44)
    with pytest.warns(UserWarning, match=r"has learnt from other pictures .*there were 40"):
        train(dataclasses.replace(config, folder=str(tmp_path / "grown")), progress=False)


def test_a_run_can_start_from_the_weights_of_another(run, tmp_path):
    config = tiny_config(
        tmp_path,
        start=str(run.folder),
        class_conditional=True,
        epochs=1,
        learning_rate=1e-12,
        weight_decay=0.0,
        seed=5,
    )
    went_on = train(config, progress=False).model
    for name, parameter in run.model.network.named_parameters():
        assert torch.allclose(went_on.network.get_parameter(name), parameter, atol=1e-6), name
    elsewhere = train(dataclasses.replace(config, start=None, folder=str(tmp_path / "else")), False)
    assert not torch.allclose(
        elsewhere.model.network.embed_image.weight, run.model.network.embed_image.weight, atol=1e-3
    )


def test_a_start_without_conditioned_blocks_is_one_for_a_network_with_them(run, tmp_path):
    config = tiny_config(
        tmp_path,
        start=str(run.folder),
        class_conditional=True,
        condition_blocks=True,
        epochs=1,
        learning_rate=1e-12,
        weight_decay=0.0,
    )
    model = train(config, progress=False).model
    x, t, labels = torch.randn(2, 3, 8, 8), torch.tensor([0.2, 0.8]), torch.tensor([0, 2])
    # The same but for the statistics of the batch norms, which training has moved.
    for name, buffer in run.model.network.named_buffers():
        model.network.get_buffer(name).copy_(buffer)
    one, other = (m.denoise(x, t, labels).noise for m in (model, run.model))
    torch.testing.assert_close(one, other, rtol=0, atol=1e-4)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"target": "velocity"}, "predicts the noise, this run the velocity: give --target noise"),
        ({"widths": (4, 12)}, "weights of another architecture"),
        ({"dataset": "two.npz"}, "trained on other classes"),
    ],
)
def test_weights_that_do_not_fit_are_no_start(run, tmp_path, changes, message, monkeypatch):
    monkeypatch.chdir(tmp_path)
    make_dataset(Path("two.npz"), classes=2)
    config = tiny_config(tmp_path, start=str(run.folder), class_conditional=True, **changes)
    with pytest.raises(ValueError, match=message):
        train(config, progress=False)
    assert not Path(config.folder).exists()


def test_what_is_not_there_or_damaged_is_named(run, tmp_path):
    with pytest.raises(FileNotFoundError, match="no recorded run 'roses': choose one of"):
        runs.load("roses")
    with pytest.raises(FileNotFoundError, match="holds no weights yet"):
        runs.load(tmp_path)
    cut = tmp_path / "cut.safetensors"
    cut.write_bytes((run.folder / "weights.safetensors").read_bytes()[:3000])
    with pytest.raises(ValueError, match=r"not a readable safetensors file.*cut short"):
        runs.load(cut)


def test_weights_tell_the_config_that_they_were_trained_with(run):
    for name in ("weights", "checkpoint"):
        assert runs.read_config(run.folder / f"{name}.safetensors") == run.config


@pytest.mark.parametrize("read", [runs.load, runs.read_config])
def test_weights_of_another_kind_are_one_sentence(read):
    classifier = recorded.path("classifier64") / "weights.safetensors"
    with pytest.raises(ValueError, match="holds no config, so it is no diffusion model: give a"):
        read(classifier)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"schedule": "quadratic"}, "unknown schedule 'quadratic': choose one of cosine"),
        ({"target": "score"}, "unknown target"),
        ({"epochs": 0}, "epochs must be at least 1"),
        ({"ema_decay": 1.0}, r"ema_decay must be in \[0, 1\)"),
        ({"image_size": 50}, "image_size must be divisible by 16"),
        ({"norm": "layer"}, "unknown norm 'layer': choose one of batch, group"),
        ({"warmup_steps": -1}, "warmup_steps must be at least 0, got -1"),
        ({"sample_steps": 0}, "sample_steps must be at least 1, got 0"),
        ({"learning_rate": 0.0}, "learning_rate must be above 0, got 0.0"),
        ({"clip_norm": 0.0}, "clip_norm must be above 0, or None not to clip, got 0.0"),
        ({"clip_norm": math.nan}, "clip_norm must be above 0"),
        ({"widths": ()}, r"widths must be one or more numbers above 0, got \(\)"),
        ({"widths": (32, 0)}, r"widths must be .* got \(32, 0\)"),
        ({"embedding_dim": 7}, "embedding_dim must be even and above 0, got 7"),
        (
            {"schedule_options": {"beta_start": 0.1}},
            "unknown option of the cosine schedule 'beta_start': choose one of max_signal_rate, mi",
        ),
        ({"schedule_options": {"min_signal_rate": 0.99}}, "signal rates must satisfy 0 < min"),
    ],
)
def test_a_wrong_setting_is_refused_at_once(changes, message):
    with pytest.raises(ValueError, match=message):
        TrainConfig(**changes)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"epochs": "4"}, "epochs must be a whole number, got '4'"),
        ({"epochs": 1.5}, "epochs must be a whole number, got 1.5"),
        ({"seed": True}, "seed must be a whole number, got True"),
        ({"learning_rate": "fast"}, "learning_rate must be a number, got 'fast'"),
        ({"flips": 1}, "flips must be True or False, got 1"),
        ({"dataset": None}, "dataset must be text, got None"),
        ({"clip_norm": "1"}, "clip_norm must be a number, got '1'"),
        ({"schedule_options": 0.5}, "schedule_options must be numbers by their names, got 0.5"),
        ({"widths": [32, 64]}, r"widths must be whole numbers, as in \(32, 64\), got \[32, 64\]"),
    ],
)
def test_a_setting_of_another_kind_is_refused_at_once(
    run, tmp_path, as_readers_run_it, changes, message
):
    with pytest.raises(TypeError, match=message):
        TrainConfig(**changes)
    if "widths" in changes:  # as JSON has them
        return
    tensors, about = checkpoints.load_tensors(run.folder / "weights.safetensors")
    about["config"] |= changes
    checkpoints.save_tensors(tmp_path / "odd.safetensors", tensors, about)
    with pytest.raises(ValueError, match=f"odd.safetensors holds a config that .*{message}"):
        runs.load(tmp_path / "odd.safetensors")


def test_an_unknown_preset_lists_the_known_ones():
    with pytest.raises(ValueError, match="unknown preset 'huge': choose one of cpu, flowers, ref"):
        runs.preset("huge")


def test_class_labels_are_needed_where_the_class_is_told(tmp_path):
    import numpy as np

    path = tmp_path / "plain.npz"
    np.savez(path, images=np.zeros((10, 8, 8, 3), np.uint8))
    config = tiny_config(tmp_path, class_conditional=True, dataset=str(path))
    with pytest.raises(ValueError, match="class_conditional needs class labels"):
        train(config, progress=False)


def test_statistics_are_those_of_the_pictures():
    pictures = torch.randint(0, 256, (2100, 3, 4, 4), generator=torch.Generator().manual_seed(0))
    pictures = pictures.to(torch.uint8)
    mean, std = statistics(pictures)
    scaled = pictures.double() / 255
    torch.testing.assert_close(mean.double(), scaled.mean((0, 2, 3)), atol=1e-6, rtol=0)
    torch.testing.assert_close(std.double(), scaled.std((0, 2, 3)), atol=1e-4, rtol=0)


def test_the_reference_preset_is_the_reference():
    config = runs.PRESETS["reference"]
    assert (config.epochs, config.repeats, config.batch_size) == (50, 5, 64)
    assert (config.learning_rate, config.weight_decay) == (1e-3, 1e-4)
    model = runs.build_model(config)
    assert sum(parameter.numel() for parameter in model.parameters()) == 3_562_211


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="Linux lists what is mapped")
def test_a_file_that_was_read_is_not_mapped_any_more(tmp_path):
    """On Windows a file that is mapped cannot be replaced, as a checkpoint is after each epoch."""
    file = tmp_path / "some.safetensors"
    checkpoints.save_tensors(file, {"one": torch.ones(1000)}, {})
    tensors, _ = checkpoints.load_tensors(file)
    assert str(file) not in Path("/proc/self/maps").read_text()
    assert tensors["one"].sum() == 1000


def test_a_setting_that_came_later_had_its_default(tmp_path):
    config = tiny_config(tmp_path, epochs=2)
    runs.train(dataclasses.replace(config, epochs=1), progress=False)
    file = Path(config.folder) / "checkpoint.safetensors"
    tensors, about = checkpoints.load_tensors(file)
    del about["config"]["second_ema_decay"]  # as an earlier version wrote it
    checkpoints.save_tensors(file, tensors, about)
    with pytest.raises(ValueError, match=r"second_ema_decay was 0\.0 and is now 0\.9"):
        runs.train(dataclasses.replace(config, second_ema_decay=0.9), progress=False)
    assert len(runs.train(config, progress=False).metrics) == 2
