"""Pictures for figures: reduced the same on every machine, with nothing left out but an edge."""

import numpy as np
import pytest

from ddimlib.data.photograph import sample_flower
from ddimlib.widgets.pictures import thumbnail


def test_a_thumbnail_is_the_flower_reduced_in_one_go():
    assert np.abs(thumbnail(sample_flower(128)).astype(int) - sample_flower(32)).max() <= 1


@pytest.mark.parametrize(("size", "expected"), [(32, 32), (64, 32), (70, 35), (100, 33), (7, 7)])
def test_a_thumbnail_averages_whole_blocks_and_halves_are_rounded_up(size, expected):
    pixels = np.arange(size * size * 3).reshape(size, size, 3).astype(np.uint8)
    small = thumbnail(pixels)
    assert small.shape == (expected, expected, 3)
    assert small.dtype == np.uint8
    step = size // expected
    block = pixels[step : 2 * step, :step].astype(float)
    assert small[1, 0].tolist() == np.floor(block.mean(axis=(0, 1)) + 0.5).tolist()
