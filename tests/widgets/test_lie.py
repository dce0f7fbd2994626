"""Chapter 4's figure: a network that is told a false noise level."""

import io

import numpy as np
import pytest
import torch
from PIL import Image

from ddimlib import runs
from ddimlib.data.photograph import sample_flower
from ddimlib.diffusion import DiffusionModel
from ddimlib.runs import recorded
from ddimlib.schedules import CosineSchedule
from ddimlib.widgets import lie
from ddimlib.widgets.layer import SIZE_BUDGET
from ddimlib.widgets.lie import record
from ddimlib.widgets.recording import read_recording
from tests.widgets.recorded_run import tiny_model

RUN = "flowers64"


def answers() -> np.ndarray:
    """The answers (truth, told, height, width, colour), 0 to 255."""
    about = read_recording(RUN, "lie")
    content = (recorded.path(RUN) / "lie-guess.webp").read_bytes()
    sheet = np.asarray(Image.open(io.BytesIO(content)).convert("RGB")).astype(float)
    rows, columns, size = len(about["truths"]), len(about["told"]), about["size"]
    return sheet.reshape(rows, size, columns, size, 3).transpose(0, 2, 1, 3, 4)


def test_the_truth_is_the_best_thing_to_say() -> None:
    about = read_recording(RUN, "lie")
    for truth, errors in zip(about["truths"], about["errors"], strict=True):
        assert abs(about["told"][int(np.argmin(errors))] - truth) <= 0.5


def test_the_recorded_answers_are_those_whose_errors_are_recorded() -> None:
    about, flower = read_recording(RUN, "lie"), sample_flower(64).astype(float)
    for row, truth in enumerate(about["truths"]):
        at = about["told"].index(truth)
        honest, too_little = (np.abs(answers()[row, k] - flower).mean() for k in (at, at - 4))
        assert honest < too_little


def test_too_little_noise_leaves_grain_and_too_much_pales() -> None:
    about, seen = read_recording(RUN, "lie"), answers()
    row, at = about["truths"].index(-1.0), about["told"].index(-1.0)
    grain = np.abs(np.diff(seen[row], axis=2)).mean(axis=(1, 2, 3))
    contrast = seen[row].std(axis=(1, 2, 3))
    assert grain[at - 6] > 2 * grain[at]
    assert contrast[-1] < 0.8 * contrast[at]


def test_the_figure_stays_within_its_budget_and_opens_with_the_truth() -> None:
    figure = lie(RUN)
    assert figure.bytes < SIZE_BUDGET
    assert figure.data["truth"] in figure.data["truths"]
    assert set(figure.data["truths"]) <= set(figure.data["told"])


def test_the_page_standardises_the_photograph_as_python_does(run_javascript) -> None:
    model, flower = tiny_model(), sample_flower(16)
    ours = model.normalise(torch.tensor(flower).permute(2, 0, 1)[None])
    mean, std = (one.flatten().tolist() for one in (model.mean, model.std))
    arguments = {"bytes": flower.flatten().tolist(), "mean": mean, "std": std}
    theirs = run_javascript(
        "sampling.js", "bytesToPlanes(data.bytes, data.mean, data.std)", arguments
    )
    np.testing.assert_allclose(theirs, ours.flatten(), rtol=1e-5, atol=1e-6)


def test_a_network_whose_output_is_no_noise_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    model = DiffusionModel(torch.nn.Identity(), CosineSchedule(), target="velocity")
    monkeypatch.setattr(runs, "load", lambda run: model)
    with pytest.raises(ValueError, match="predicts the velocity"):
        record("flowers64")


def test_a_run_without_a_recording_is_refused_with_what_to_do() -> None:
    with pytest.raises(FileNotFoundError, match="lie"):
        lie("flowers32")
