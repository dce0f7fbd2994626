"""Pictures for figures: reduced the same on every machine, with nothing left out but an edge."""

import numpy as np
import pytest

from ddimlib.data.photograph import sample_flower
from ddimlib.widgets.pictures import as_picture, thumbnail


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


MINE = (np.random.default_rng(0).random((16, 16, 3)) * 255).astype(np.uint8)


@pytest.mark.parametrize("kind", [np.uint8, np.int64, np.uint16])
def test_whole_numbers_are_the_bytes_that_they_say(kind):
    np.testing.assert_array_equal(as_picture(MINE.astype(kind)), MINE)
    np.testing.assert_array_equal(as_picture(MINE / 255), MINE)


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (MINE.astype(float), "floating-point values must be in 0…1, got 0 to 25"),
        ((MINE / 127.5 - 1) * 2, "floating-point values must be in 0…1, got -2 to"),
        (MINE.astype(int) - 3, "whole numbers must be in 0…255, got -3 to"),
        (np.full((4, 4, 3), np.nan), "not finite numbers"),
    ],
)
def test_a_picture_outside_of_its_range_is_refused_and_not_shown_white(picture, reason):
    with pytest.raises(ValueError, match=reason):
        as_picture(picture)
