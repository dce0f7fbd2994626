"""The best linear code of patches: how much so few numbers can keep at all (chapter 14).

Pictures are cut into squares. Each square becomes a few numbers, linearly, and is put together from
them, linearly. Of all such codes the one along the principal components of the squares has the
least squared error (Eckart and Young 1936), and that error is known: it is the variance along the
directions that are left out. So it is a yardstick for an autoencoder of as many numbers.
"""

from typing import NamedTuple

import torch
from jaxtyping import Float, UInt8
from torch import Tensor

from ddimlib.checks import as_floats
from ddimlib.transformer import patchify, unpatchify

#: uint8, or in [0, 1].
Pictures = UInt8[Tensor, "n channel height width"] | Float[Tensor, "n channel height width"]


class LinearCode(NamedTuple):
    """What the squares of a set of pictures are made of.

    ``mean`` is the mean square, ``(value,)``; ``directions`` has a principal component a row, the
    one with the largest variance first, ``(value, value)``; ``variances`` are those along them.
    """

    size: int
    mean: Tensor
    directions: Tensor
    variances: Tensor

    def encode(
        self, pictures: Float[Tensor, "batch channel height width"], kept: int
    ) -> Float[Tensor, "batch kept rows columns"]:
        """Pictures in [0, 1] to ``kept`` numbers a square, which lie as the squares do."""
        rows = pictures.shape[2] // self.size
        numbers = (patchify(pictures, self.size) - self.mean) @ self.directions[:kept].T
        return numbers.transpose(1, 2).unflatten(2, (rows, -1))

    def decode(
        self, code: Float[Tensor, "batch kept rows columns"]
    ) -> Float[Tensor, "batch channel height width"]:
        """Pictures from their codes. They are not clipped, and may leave [0, 1]."""
        rows, columns = code.shape[2:]
        squares = code.flatten(2).transpose(1, 2) @ self.directions[: code.shape[1]] + self.mean
        return unpatchify(squares, self.size, rows * self.size, columns * self.size)

    def lost(self, kept: int) -> float:
        """The mean squared error of a value of a picture with ``kept`` numbers a square."""
        return (self.variances[kept:].sum() / len(self.mean)).item()


def best_linear_code(pictures: Pictures, size: int, chunk: int = 256) -> LinearCode:
    """Principal components of all squares of a set of pictures, computed in float64.

    Args:
        pictures: uint8 or in [0, 1]; their sides divisible by ``size``.
        size: side of a square in pixels.
        chunk: pictures at a time.

    Returns:
        The code, in float32. A direction and its opposite are the same: each points so that its
        largest number is positive.
    """
    count, total, products = 0, torch.zeros(()), torch.zeros(())
    for part in pictures.split(chunk):
        squares = patchify(as_floats(part).double(), size).flatten(0, 1)
        count += len(squares)
        total = total + squares.sum(0)
        products = products + squares.T @ squares
    mean = total / count
    variances, columns = torch.linalg.eigh(products / count - mean.outer(mean))
    variances, directions = variances.flip(0).clamp(min=0), columns.T.flip(0)
    largest = directions.gather(1, directions.abs().argmax(1, keepdim=True))
    directions = directions * largest.sign()
    return LinearCode(size, mean.float(), directions.float(), variances.float())
