"""Pictures as bytes, for figures that move."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def as_picture(picture: Any) -> NDArray[np.uint8]:
    """A square colour picture as (size, size, 3) uint8.

    Args:
        picture: uint8 or float in [0, 1], array or tensor, (size, size, 3) or (3, size, size).

    Raises:
        ValueError: for another shape.
    """
    pixels = np.asarray(picture)
    if pixels.ndim == 3 and pixels.shape[0] == 3 and pixels.shape[2] != 3:
        pixels = pixels.transpose(1, 2, 0)
    if pixels.ndim != 3 or pixels.shape[2] != 3 or pixels.shape[0] != pixels.shape[1]:
        raise ValueError(
            "the picture must be square with three colours, (size, size, 3) or (3, size, size), "
            f"got {np.asarray(picture).shape}"
        )
    if pixels.dtype != np.uint8:
        pixels = np.floor(np.clip(pixels.astype(np.float64), 0, 1) * 255 + 0.5).astype(np.uint8)
    return np.ascontiguousarray(pixels)


def thumbnail(pixels: NDArray[np.uint8], side: int = 32) -> NDArray[np.uint8]:
    """A square picture at about ``side`` pixels: averages of whole blocks, rounded half up."""
    step = max(len(pixels) // side, 1)
    count = len(pixels) // step
    blocks = pixels[: count * step, : count * step].reshape(count, step, count, step, 3)
    return np.floor(blocks.mean(axis=(1, 3)) + 0.5).astype(np.uint8)
