"""Pictures cut out of a recorded grid are the ones that were put in."""

import pytest
import torch

from ddimlib.plots.flowers import cut_grid, recorded_samples
from ddimlib.runs.grids import save_grid


def test_a_grid_gives_back_its_pictures(tmp_path):
    pictures = torch.randint(0, 256, (7, 3, 5, 5), generator=torch.Generator().manual_seed(0))
    save_grid(tmp_path / "grid.png", pictures.to(torch.uint8))
    cut = cut_grid(tmp_path / "grid.png", size=5, count=7)
    assert torch.equal((cut * 255).round().long(), pictures)
    with pytest.raises(ValueError, match="holds 9 pictures of 5, not 10"):
        cut_grid(tmp_path / "grid.png", size=5, count=10)


def test_each_run_has_a_row(tmp_path):
    save_grid(tmp_path / "grid.png", torch.zeros(4, 3, 4, 4))
    grids = {"one": tmp_path / "grid.png", "two": tmp_path / "grid.png"}
    figure = recorded_samples(grids, size=4, count=3)
    assert sum(bool(axes.images) for axes in figure.axes) == 6
