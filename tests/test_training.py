"""The claims about training: what is learned, averaged, written down and taken up again."""

import dataclasses
import json
import math
import os
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
import torch
from torch import nn

from ddimlib import checkpoints, recorded, training
from ddimlib.diffusion import DiffusionModel
from ddimlib.samplers import sample, seeded_noise
from ddimlib.schedules import CosineSchedule
from ddimlib.training import EMA, NonFiniteLossError, TrainConfig, learning_rate, train
from tests.tiny import make_dataset, tiny_config


def weights(model: nn.Module) -> dict[str, torch.Tensor]:
    return {name: tensor.clone() for name, tensor in model.state_dict().items()}


def assert_same(first: nn.Module, second: nn.Module) -> None:
    for name, tensor in first.state_dict().items():
        assert torch.equal(tensor, second.state_dict()[name]), name


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> training.Run:
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
    assert training.from_dict(json.loads((run.folder / "config.json").read_text())) == run.config
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

    loaded = training.load(run.folder)
    assert_same(loaded, run.model)
    torch.testing.assert_close(pictures(loaded), pictures(run.model), atol=1e-6, rtol=0)
    assert torch.equal(pictures(loaded), pictures(training.load(run)))
    assert loaded.class_names == ("class 0", "class 1", "class 2")
    assert loaded.image_size == 8


def test_a_checkpoint_loads_as_the_averaged_model(run):
    assert_same(training.load(run.folder / "checkpoint.safetensors"), run.model)


def test_half_precision_weights_are_half_the_size_and_nearly_the_same(run, tmp_path):
    path = tmp_path / "half.safetensors"
    training.save_weights(run.model, run.config, run.model.class_names, path, half=True)
    assert path.stat().st_size < 0.8 * run.folder.joinpath("weights.safetensors").stat().st_size
    for name, tensor in training.load(path).state_dict().items():
        assert torch.allclose(tensor, run.model.state_dict()[name], rtol=1e-3, atol=1e-4), name


def test_a_recorded_run_loads_by_its_name_and_holds_no_checkpoint(run, tmp_path, monkeypatch):
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path,))
    folder = training.record(run.folder, "ours")
    assert recorded.names() == ["ours"]
    assert recorded.metrics("ours") == run.metrics
    assert not (folder / "checkpoint.safetensors").exists()
    assert (folder / "samples" / "epoch-0004.png").is_file()
    ours, theirs = training.load("ours"), training.load(run)
    for name, tensor in ours.state_dict().items():
        assert torch.allclose(tensor, theirs.state_dict()[name], rtol=1e-3, atol=1e-4), name


def test_a_finished_run_is_not_trained_again(run):
    before = (run.folder / "metrics.jsonl").read_text()
    again = train(run.config, progress=False)
    assert_same(again.model, run.model)
    assert (run.folder / "metrics.jsonl").read_text() == before


def test_an_interrupted_run_ends_like_an_uninterrupted_one_bit_for_bit(tmp_path):
    whole = train(tiny_config(tmp_path / "whole", decay="cosine", epochs=3), progress=False)

    class Interrupt(Exception):
        pass

    config = tiny_config(tmp_path / "parts", decay="cosine", epochs=3)
    save, saved = checkpoints.save_tensors, []

    def interrupted(path: Path, *arguments: object) -> None:
        save(path, *arguments)
        saved.append(path.name)
        if saved.count("checkpoint.safetensors") == 2:
            raise Interrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checkpoints, "save_tensors", interrupted)
        with pytest.raises(Interrupt):
            train(config, progress=False)
    resumed = train(config, progress=False)
    assert_same(resumed.model, whole.model)
    assert [row["epoch"] for row in resumed.metrics] == [1, 2, 3]
    assert [row["train_loss"] for row in resumed.metrics] == [
        row["train_loss"] for row in whole.metrics
    ]


def test_a_run_killed_at_any_moment_can_be_taken_up_again(tmp_path):
    config = tiny_config(tmp_path, epochs=6)
    program = (
        "import sys, json, torch; torch.set_num_threads(1)\n"
        "from ddimlib import training\n"
        "config = training.from_dict(json.load(open(sys.argv[1])))\n"
        "print('go', flush=True)\n"
        "training.train(config, progress=False)\n"
    )
    settings = tmp_path / "settings.json"
    settings.write_text(json.dumps(training.as_dict(config)))
    delays = iter([0.05, 0.35, 0.8])
    for delay in delays:
        process = subprocess.Popen(
            [sys.executable, "-c", program, str(settings)],
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.getcwd(), "OMP_NUM_THREADS": "1"},
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        checkpoint = Path(config.folder) / "checkpoint.safetensors"
        if checkpoint.exists():
            checkpoints.load_tensors(checkpoint)  # whole, or not there
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        resumed = train(config, progress=False)
        whole = train(dataclasses.replace(config, folder=str(tmp_path / "whole")), progress=False)
    finally:
        torch.set_num_threads(threads)
    assert_same(resumed.model, whole.model)
    assert not list(Path(config.folder).rglob("*tmp*"))


def test_the_average_follows_its_closed_form():
    model = DiffusionModel(nn.Linear(1, 1), CosineSchedule())
    parameter = next(model.network.parameters())
    decay, history = 0.8, [2.0, -1.0, 0.5, 3.0, 3.0]
    with torch.no_grad():
        parameter.fill_(history[0])
        ema = EMA(model, decay, young=False)
        for value in history[1:]:
            parameter.fill_(value)
            ema.update(model)
    updates = len(history) - 1
    expected = decay**updates * history[0] + sum(
        (1 - decay) * decay ** (updates - i) * history[i] for i in range(1, updates + 1)
    )
    assert next(ema.model.network.parameters()).item() == pytest.approx(expected, rel=1e-6)


def test_a_young_average_soon_forgets_the_start():
    model = DiffusionModel(nn.Linear(1, 1), CosineSchedule())
    parameter = next(model.network.parameters())
    with torch.no_grad():
        parameter.fill_(0.0)
        ema = EMA(model, 0.999)
        parameter.fill_(1.0)
        for _ in range(10):
            ema.update(model)
    remaining = math.prod(1 - (1 - (1 + n) / (10 + n)) for n in range(10))
    assert next(ema.model.network.parameters()).item() == pytest.approx(1 - remaining, rel=1e-5)


def test_no_average_is_the_last_weights(tmp_path):
    run = train(tiny_config(tmp_path, ema_decay=0.0, epochs=1), progress=False)
    tensors, _ = checkpoints.load_tensors(run.folder / "checkpoint.safetensors")
    for name, tensor in run.model.state_dict().items():
        assert torch.equal(tensor, tensors[f"model.{name}"])


def test_the_learning_rate_rises_then_falls_to_zero():
    config = TrainConfig(warmup_steps=10, decay="cosine", learning_rate=1.0)
    rates = [learning_rate(config, step, 110) for step in range(110)]
    assert rates[:10] == pytest.approx([(i + 1) / 10 for i in range(10)])
    assert rates[60] == pytest.approx(0.5)
    assert rates[-1] < 1e-3
    assert all(later <= earlier for earlier, later in pairwise(rates[9:]))


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


def test_a_folder_with_other_settings_is_refused(run):
    with pytest.raises(ValueError, match=r"other settings.*loss was 'mae' and is now 'mse'"):
        train(dataclasses.replace(run.config, loss="mse"), progress=False)


def test_a_full_disk_is_one_sentence_and_leaves_nothing(tmp_path, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    config = tiny_config(tmp_path, epochs=1)
    monkeypatch.setattr(checkpoints, "save_file", full)
    with pytest.raises(OSError, match=r"could not write .*No space left.*free some space"):
        train(config, progress=False)
    assert not list(Path(config.folder).rglob("*tmp*"))
    assert not list(Path(config.folder).rglob("*.safetensors"))


def test_a_checkpoint_of_another_architecture_is_refused(run, tmp_path):
    tensors, about = checkpoints.load_tensors(run.folder / "weights.safetensors")
    about["config"]["widths"] = [4, 12]
    checkpoints.save_tensors(tmp_path / "other.safetensors", tensors, about)
    with pytest.raises(ValueError, match=r"weights of another architecture \(.* expected"):
        training.load(tmp_path / "other.safetensors")


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
        training.load("roses")
    with pytest.raises(FileNotFoundError, match="holds no weights yet"):
        training.load(tmp_path)
    cut = tmp_path / "cut.safetensors"
    cut.write_bytes((run.folder / "weights.safetensors").read_bytes()[:3000])
    with pytest.raises(ValueError, match=r"not a readable safetensors file.*cut short"):
        training.load(cut)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"schedule": "quadratic"}, "unknown schedule 'quadratic': choose one of cosine"),
        ({"target": "score"}, "unknown target"),
        ({"epochs": 0}, "epochs must be at least 1"),
        ({"ema_decay": 1.0}, r"ema_decay must be in \[0, 1\)"),
        ({"image_size": 50}, "image_size must be divisible by 16"),
    ],
)
def test_a_wrong_setting_is_refused_at_once(changes, message):
    with pytest.raises(ValueError, match=message):
        TrainConfig(**changes)


def test_an_unknown_preset_lists_the_known_ones():
    with pytest.raises(ValueError, match="unknown preset 'huge': choose one of cpu, flowers, ref"):
        training.preset("huge")


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
    mean, std = training.statistics(pictures)
    scaled = pictures.double() / 255
    torch.testing.assert_close(mean.double(), scaled.mean((0, 2, 3)), atol=1e-6, rtol=0)
    torch.testing.assert_close(std.double(), scaled.std((0, 2, 3)), atol=1e-4, rtol=0)


def test_the_reference_preset_is_the_reference():
    config = training.PRESETS["reference"]
    assert (config.epochs, config.repeats, config.batch_size) == (50, 5, 64)
    assert (config.learning_rate, config.weight_decay) == (1e-3, 1e-4)
    model = training.build_model(config)
    assert sum(parameter.numel() for parameter in model.parameters()) == 3_562_211
