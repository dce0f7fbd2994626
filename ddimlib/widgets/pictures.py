"""The photograph that the figures use, and pictures in general, as bytes."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray


@cache
def sample_flower(size: int = 128) -> NDArray[np.uint8]:
    """scikit-learn's sample photograph of a dahlia as (size, size, 3) uint8, read-only.

    The middle of the picture, reduced by averaging whole blocks of pixels: the result is the
    same on every machine. Photograph by vultilion on Flickr, CC BY 2.0
    (scikit-learn's ``flower.jpg``).

    Raises:
        ValueError: when 384 is not divisible by ``size``.
    """
    from sklearn.datasets import load_sample_image

    if size < 1 or 384 % size:
        raise ValueError(f"size must divide 384 (128, 96, 64, 48, 32, …), got {size}")
    photograph = load_sample_image("flower.jpg").astype(np.int64)
    top, left = (photograph.shape[0] - 384) // 2, (photograph.shape[1] - 384) // 2
    block = 384 // size
    middle = photograph[top : top + 384, left : left + 384]
    sums = middle.reshape(size, block, size, block, 3).sum(axis=(1, 3))
    flower = ((2 * sums + block**2) // (2 * block**2)).astype(np.uint8)  # rounded half up
    flower.setflags(write=False)
    return flower


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
