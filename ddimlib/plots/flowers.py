"""The figures of chapter 11: pictures of recorded runs, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from jaxtyping import Float
from PIL import Image
from torch import Tensor

from .forward import picture_grid
from .style import TEXT_WIDTH

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def cut_grid(path: Path, size: int, count: int, gap: int = 2) -> Float[Tensor, "count 3 size size"]:
    """The first pictures of a grid that ``ddimlib.runs.grids.save_grid`` wrote.

    Args:
        path: the file.
        size: side of one picture.
        count: how many pictures to cut out, row by row.
        gap: pixels between two pictures.

    Raises:
        ValueError: when the grid holds fewer pictures.
    """
    with Image.open(path) as image:
        grid = torch.from_numpy(np.asarray(image.convert("RGB"), dtype=np.float32) / 255)
    columns = (grid.shape[1] + gap) // (size + gap)
    rows = (grid.shape[0] + gap) // (size + gap)
    if count > rows * columns:
        raise ValueError(f"{path.name} holds {rows * columns} pictures of {size}, not {count}")
    corners = [(i // columns * (size + gap), i % columns * (size + gap)) for i in range(count)]
    return torch.stack(
        [grid[top : top + size, left : left + size].permute(2, 0, 1) for top, left in corners]
    )


def recorded_samples(
    grids: Mapping[str, Path], size: int, count: int = 10, width: float = TEXT_WIDTH
) -> Figure:
    """One row of pictures a run, all from the same noise.

    Args:
        grids: the sample grid of each run, by the name of its row.
        size: side of one picture.
        count: pictures a row.
        width: of the figure, in inches.
    """
    return picture_grid(
        {name: cut_grid(path, size, count) for name, path in grids.items()}, width=width
    )
