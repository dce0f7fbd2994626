"""Grids of pictures: every picture in its place, and rounded, not cut."""

from collections.abc import Iterator

import numpy as np
import pytest
import torch
from PIL import Image

from ddimlib.runs.grids import make_grid, save_grid, save_grid_of


def test_pictures_stand_row_by_row_with_a_white_gap():
    pictures = torch.stack([torch.full((3, 2, 2), value) for value in (0.0, 0.2, 0.4)])
    grid = make_grid(pictures, columns=2, gap=1)
    assert grid.shape == (3, 5, 5)
    assert grid[0, 0, 0] == 0
    assert grid[0, 0, 3] == 51
    assert grid[0, 3, 0] == 102
    assert (grid[:, 2] == 255).all()
    assert (grid[:, 3:, 3:] == 255).all()  # the empty place


def test_a_grid_file_holds_the_same_pixels_zoomed(tmp_path):
    pictures = torch.randint(0, 256, (4, 3, 5, 5), generator=torch.Generator().manual_seed(0))
    pictures = pictures.to(torch.uint8)
    save_grid(tmp_path / "grid.png", pictures, zoom=3)
    read = np.asarray(Image.open(tmp_path / "grid.png"))
    expected = make_grid(pictures).permute(1, 2, 0).numpy().repeat(3, 0).repeat(3, 1)
    assert (read == expected).all()
    assert [path.name for path in tmp_path.iterdir()] == ["grid.png"]


@pytest.mark.parametrize("ending", ["png", "bmp"])
@pytest.mark.parametrize("count", [1, 2, 7, 9])
def test_a_grid_written_as_its_pictures_come_is_the_grid_written_at_once(tmp_path, ending, count):
    pictures = torch.rand(count, 3, 5, 5, generator=torch.Generator().manual_seed(0))
    save_grid(tmp_path / f"once.{ending}", pictures, zoom=3)
    save_grid_of(tmp_path / f"parts.{ending}", iter(pictures.split(2)), count, zoom=3)
    once, parts = (
        np.asarray(Image.open(tmp_path / f"{name}.{ending}")) for name in ("once", "parts")
    )
    np.testing.assert_array_equal(parts, once)


def test_rows_of_a_png_are_written_before_the_last_pictures_are_made(tmp_path):
    """So memory does not grow with their number."""
    written = []

    def batches() -> Iterator[torch.Tensor]:
        for _ in range(100):
            yield torch.randint(0, 256, (10, 3, 8, 8), dtype=torch.uint8)
            written.append(sum(path.stat().st_size for path in tmp_path.iterdir()))

    save_grid_of(tmp_path / "grid.png", batches(), 1000, zoom=2)
    assert 0 < written[50] < written[99]
