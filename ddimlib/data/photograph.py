"""The photograph that the figures use: scikit-learn's sample flower."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

#: What a caption adds where the photograph is shown.
CREDIT = " Photograph: vultilion, CC BY 2.0."


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
