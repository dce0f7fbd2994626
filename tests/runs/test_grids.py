"""Grids of pictures: every picture in its place, and rounded, not cut."""

import numpy as np
import torch
from PIL import Image

from ddimlib.runs.grids import make_grid, save_grid


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
