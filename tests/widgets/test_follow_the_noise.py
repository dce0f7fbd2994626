"""Follow the noise: the page leaps as the library does, and what is recorded are its flowers."""

import importlib
import io
from functools import partial

import numpy as np
import pytest
import torch
from PIL import Image

from ddimlib import distillation
from ddimlib.distillation import MeanFlow, few_steps
from ddimlib.runs import export, leaps, recorded
from ddimlib.schedules import CosineSchedule, RectifiedFlowSchedule
from ddimlib.unet import UNet
from ddimlib.widgets import browser_noise, follow_the_noise, layer
from ddimlib.widgets.follow_the_noise import PLACES, REACH, SEED, leap, noise_at, record
from ddimlib.widgets.growing import bytes_of, step_seed
from ddimlib.widgets.network import network_data, network_file, recorded_networks
from ddimlib.widgets.recording import read_recording, webp
from tests.widgets.recorded_run import NAMES, tiny_model

SIZE = 16

# A network in the page that answers by a formula, and the leaps that it takes.
LEAPS = """
import { leaps } from "./leaps.js";
import { makeSchedule } from "./schedules.js";

export async function walk(data) {
  const schedule = makeSchedule(data.schedule.kind, data.schedule.options);
  const ask = async (seen, { noise }) =>
    seen.slice(0, data.noise.length).map((value, i) =>
      Math.sin(2 * value + noise ** 2) + 0.3 * (seen[data.noise.length] ?? 0));
  const found = [];
  for await (const step of leaps(ask, Float32Array.from(data.noise), { ...data, schedule })) {
    found.push(Array.from(step.noisy));
  }
  return found;
}
"""


class Formula(torch.nn.Module):
    """The same formula in Python; of more channels than three, the last is the length."""

    def __init__(self, channels: int = 3) -> None:
        super().__init__()
        self.image_channels = channels

    def forward(self, noisy, noise_variance, labels=None):
        answer = torch.sin(2 * noisy + noise_variance.reshape(-1, 1, 1, 1))
        return answer + 0.3 * noisy[:, 3:4] if self.image_channels > 3 else answer


def of_method(method: str):
    if method == leaps.REFLOW:
        model = tiny_model(RectifiedFlowSchedule(), target="flow")
        model.network = Formula()
        return model
    plain = tiny_model(CosineSchedule(0.02, 0.999), target="velocity")
    if method == "mean-flow":
        return MeanFlow(Formula(4), mean=0.5, std=0.5)
    made = leaps.make(method, plain, plain.network)
    made.network = Formula()
    return made


@pytest.fixture(scope="module")
def walk(run_javascript, javascript_folder):
    (javascript_folder / "leaps_test.js").write_text(LEAPS, encoding="utf-8")
    return lambda data: run_javascript("leaps_test.js", "walk(data)", data)


@pytest.mark.parametrize("evaluations", [1, 2, 4])
@pytest.mark.parametrize("method", [*leaps.METHODS, leaps.REFLOW])
def test_the_page_leaps_as_the_library_does(walk, method, evaluations):
    model = of_method(method).eval()
    noise = torch.from_numpy(browser_noise(9, (1, 3, 4, 4)))
    numbers = iter(range(evaluations))

    def fresh(images):
        return torch.from_numpy(browser_noise(step_seed(7, next(numbers)), images.shape))

    with torch.no_grad():
        ours = [step.noisy for step in few_steps(model, noise, evaluations, None, fresh)]
    schedule = {"kind": "cosine", "options": {"min_signal_rate": 0.02, "max_signal_rate": 0.999}}
    if method == leaps.REFLOW:
        schedule = {"kind": "rectified_flow", "options": {}}
    theirs = walk(
        {
            "method": method,
            "target": model.target,
            "schedule": schedule,
            "size": 4,
            "evaluations": evaluations,
            "seed": 7,
            "noise": noise.flatten().tolist(),
        }
    )
    for one, other in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(other, one.flatten().numpy(), rtol=1e-4, atol=1e-5)


def test_every_place_is_standard_noise_and_neighbours_are_alike(run_javascript):
    noise = noise_at(2, 0.7, -1.2, (3, 16, 16))
    assert noise.mean().abs() < 0.1
    assert noise.std().item() == pytest.approx(1, abs=0.05)
    near = noise_at(2, 0.75, -1.2, (3, 16, 16))
    far = noise_at(3, 0.7, -1.2, (3, 16, 16))
    likeness = torch.corrcoef(torch.stack([one.flatten() for one in (noise, near, far)]))[0]
    assert likeness[1] > 0.99
    assert likeness[2].abs() < 0.15
    theirs = run_javascript("leaps.js", "noiseAt(2, 0.7, -1.2, 768)")
    np.testing.assert_allclose(theirs, noise.flatten().numpy(), rtol=1e-5, atol=1e-6)


def tiny_leaper(method: str):
    """A few-step model of a tiny U-Net with random weights everywhere."""
    torch.manual_seed(0)
    if method == leaps.REFLOW:
        model = tiny_model(RectifiedFlowSchedule(), target="flow")
    else:
        plain = tiny_model(CosineSchedule(0.02, 0.999), target="velocity")
        assert isinstance(plain.network, UNet)
        model = leaps.make(method, plain, plain.network)
    for parameter in model.parameters():
        torch.nn.init.normal_(parameter, std=0.2)
    model.image_size, model.class_names = SIZE, NAMES
    return model.eval().requires_grad_(False)


@pytest.fixture(params=["consistency", "mean-flow", leaps.REFLOW])
def run(request, tmp_path, monkeypatch):
    model = tiny_leaper(request.param)
    (tmp_path / "tiny").mkdir()
    (tmp_path / "tiny" / "weights.safetensors").touch()
    leaps.write(tmp_path / "tiny", request.param, [1, 2, 4])
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path,))
    module = importlib.import_module("ddimlib.widgets.follow_the_noise")
    monkeypatch.setattr(module, "webp", partial(webp, lossless=True))
    record("tiny", load=lambda run: model)
    return tmp_path / "tiny", model


def test_one_command_records_the_flowers(run):
    folder, model = run
    about = read_recording("tiny", "follow")
    assert about["label"] is None  # it knows no sunflower
    sheet = Image.open(io.BytesIO((folder / "follow.webp").read_bytes())).convert("RGB")
    pixels = np.asarray(sheet).astype(int)
    assert pixels.shape == (PLACES * SIZE, 3 * PLACES * SIZE, 3)
    # The second place of the top row, by one evaluation: x grows to the right, y upwards.
    x = -REACH + 2 * REACH / (PLACES - 1)
    grown = leap(model, noise_at(SEED, x, REACH, (3, SIZE, SIZE)), 1, None, SEED)
    expected = bytes_of(model, grown)[0].numpy().astype(int)
    found = pixels[:SIZE, SIZE : 2 * SIZE]
    np.testing.assert_allclose(found, expected, atol=1)


def test_the_page_s_network_is_the_one_within(run, tmp_path, monkeypatch):
    """What is exported sees the length of a leap as its last channel, where there is one."""
    for package in ("onnx", "onnxruntime"):
        pytest.importorskip(package, reason=f"{package} is not installed")
    folder, model = run
    assert recorded_networks(folder.parent) == [("tiny", "follow")]
    monkeypatch.setattr(leaps, "load", lambda run: model)
    file = network_file("tiny", tmp_path / "networks", "follow")
    assert file.stat().st_size == network_data("tiny", "follow")["model_bytes"]
    assert follow_the_noise("tiny").data["model"] == f"models/tiny.onnx?{export.version(model)}"
    network = export.load_onnx(file)
    inner = getattr(model.network, "network", model.network)
    channels = inner.image_channels
    seen = torch.from_numpy(browser_noise(1, (1, channels, SIZE, SIZE)))
    given = torch.tensor([0.4]), torch.tensor([1])
    torch.testing.assert_close(
        network(seen, *given)[:, :3], inner(seen, *given)[:, :3], rtol=0, atol=2e-2
    )
    assert isinstance(model.network, distillation.WithLength) == (channels == 4)
    next(iter(inner.parameters())).add_(1e-3)
    with pytest.raises(ValueError, match=r"other weights: .* python -m ddimlib.widgets follow$"):
        network_file("tiny", tmp_path / "networks", "follow")


def test_a_run_that_does_not_leap_is_refused(tmp_path, monkeypatch):
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "weights.safetensors").touch()
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path,))
    with pytest.raises(ValueError, match="the network of plain was not trained to leap"):
        record("plain", load=lambda run: tiny_model())


def test_the_figure_is_the_same_every_time_and_within_its_budget(run):
    figure = follow_the_noise("tiny")
    assert figure.markup() == follow_the_noise("tiny").markup()
    assert figure.bytes < layer.SIZE_BUDGET
    assert figure.data["evaluations"] == [1, 2, 4]
    assert "frames" not in figure.data
