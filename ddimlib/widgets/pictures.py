"""Pictures as bytes, for figures that move."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def as_picture(picture: Any) -> NDArray[np.uint8]:
    """A square colour picture as (size, size, 3) uint8.

    Args:
        picture: whole numbers in 0…255 or float in [0, 1], array or tensor, (size, size, 3) or
            (3, size, size).

    Raises:
        ValueError: for another shape, or values outside of their range.
    """
    pixels = np.asarray(picture)
    if pixels.ndim == 3 and pixels.shape[0] == 3 and pixels.shape[2] != 3:
        pixels = pixels.transpose(1, 2, 0)
    if pixels.ndim != 3 or pixels.shape[2] != 3 or pixels.shape[0] != pixels.shape[1]:
        raise ValueError(
            "the picture must be square with three colours, (size, size, 3) or (3, size, size), "
            f"got {np.asarray(picture).shape}"
        )
    whole = np.issubdtype(pixels.dtype, np.integer)
    if not whole and pixels.dtype != bool and not np.isfinite(pixels.astype(np.float64)).all():
        raise ValueError("the picture holds values that are not finite numbers; mend them first")
    least, largest, top = float(pixels.min()), float(pixels.max()), 255 if whole else 1
    # A hair outside is what resizing and rounding leave.
    if least < -0.01 * (not whole) or largest > top + 0.01 * (not whole):
        kind = "whole numbers" if whole else "floating-point values"
        raise ValueError(
            f"a picture of {kind} must be in 0…{top}, got {least:g} to {largest:g}: "
            "scale it, or convert 0…255 to uint8"
        )
    if whole:
        pixels = pixels.astype(np.uint8)
    elif pixels.dtype != np.uint8:
        pixels = np.floor(np.clip(pixels.astype(np.float64), 0, 1) * 255 + 0.5).astype(np.uint8)
    return np.ascontiguousarray(pixels)


def thumbnail(pixels: NDArray[np.uint8], side: int = 32) -> NDArray[np.uint8]:
    """A square picture at about ``side`` pixels: averages of whole blocks, rounded half up."""
    step = max(len(pixels) // side, 1)
    count = len(pixels) // step
    blocks = pixels[: count * step, : count * step].reshape(count, step, count, step, 3)
    return np.floor(blocks.mean(axis=(1, 3)) + 0.5).astype(np.uint8)
