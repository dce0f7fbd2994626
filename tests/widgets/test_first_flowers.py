"""The first page's figure: states and guesses of one walk, from noise to a finished picture."""

import io

import numpy as np
import pytest
from PIL import Image

from ddimlib.runs import recorded
from ddimlib.widgets import first_flowers
from ddimlib.widgets.layer import SIZE_BUDGET
from ddimlib.widgets.recording import read_recording

RUN = "flowers64"


def sheet(name: str) -> np.ndarray:
    content = (recorded.path(RUN) / name).read_bytes()
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGB")).astype(float)


def test_noise_becomes_the_guess_and_guesses_become_the_flower() -> None:
    about = read_recording(RUN, "first")
    size, flowers, moments = about["size"], len(about["flowers"]), len(about["times"])
    guess = sheet("first-guess.webp").reshape(flowers, size, moments, size, 3)
    red, green, blue = sheet("first-noisy.webp")[..., 0].reshape(3, flowers, size, moments, size)
    noisy = np.stack([red, green, blue], axis=-1)
    assert about["times"] == sorted(about["times"], reverse=True)
    assert (about["times"][0], about["times"][-1]) == (1.0, 0.0)
    for n in range(flowers):
        apart = [np.abs(noisy[n, :, k] - guess[n, :, k]).mean() for k in range(moments)]
        assert apart[-1] < 8  # no noise is left: what differs is the compression
        assert apart[0] > 60
        far = [np.abs(guess[n, :, k] - guess[n, :, -1]).mean() for k in range(moments)]
        assert far[0] > far[4] > far[8] > far[10] == 0


def test_the_sheet_of_guesses_is_in_the_page_once_and_the_figure_within_its_budget() -> None:
    figure = first_flowers(RUN)
    assert figure.bytes < SIZE_BUDGET
    assert figure.to_html().count("image/webp") == 2
    assert figure.data["flowers"] == ["sunflower", "passion flower", "hibiscus"]


def test_a_run_without_a_recording_is_refused_with_what_to_do() -> None:
    with pytest.raises(FileNotFoundError, match="first"):
        first_flowers("flowers32")
