"""The exercises on the network, ``embed`` and ``block``, and their usual slips."""

import math
from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ddimlib.embeddings import SinusoidalEmbedding
from ddimlib.exercises.checking import Exercise, Slip, seeded
from ddimlib.unet import ResidualBlock


def embed(
    noise_variance: Tensor,
    dim: int = 32,
    min_frequency: float = 1.0,
    max_frequency: float = 1000.0,
) -> Tensor:
    """The library's embedding of chapter 4: ``(batch,) -> (batch, dim)``."""
    return SinusoidalEmbedding(dim, min_frequency, max_frequency)(noise_variance)


def _embedding(
    numbers: Callable[[float, float, int], Tensor] | None = None,
    turn: float = 2 * math.pi,
    join: Callable[[Tensor, Tensor], Tensor] = lambda sines, cosines: torch.cat(
        [sines, cosines], dim=1
    ),
    count: Callable[[int], int] = lambda dim: dim // 2,
) -> Callable[..., Tensor]:
    """An embedding with other frequencies, in other units, or joined in another way."""

    def geometric(low: float, high: float, n: int) -> Tensor:
        return torch.logspace(math.log10(low), math.log10(high), n)

    def answer(
        noise_variance: Tensor,
        dim: int = 32,
        min_frequency: float = 1.0,
        max_frequency: float = 1000.0,
    ) -> Tensor:
        frequencies = (numbers or geometric)(min_frequency, max_frequency, count(dim))
        angles = turn * noise_variance[:, None] * frequencies
        return join(angles.sin(), angles.cos())

    return answer


EMBED = Exercise(
    truth=embed,
    # Low frequencies, or small numbers: at 1000 turns float32 rounds the angle visibly.
    cases=lambda: [
        (torch.tensor([0.0, 0.2, 0.55, 0.9]), 8, 1.0, 30.0),
        (torch.tensor([0.1, 0.7]), 6, 2.0, 20.0),
        (torch.tensor([0.0, 0.001]),),
    ],
    tolerance=2e-3,
    slips=[
        Slip(
            "2π is missing: frequencies are counted in whole turns, and a turn is 2π.",
            _embedding(turn=1.0),
        ),
        Slip(
            "the angle is half of what it should be: a turn is 2π, not π.", _embedding(turn=math.pi)
        ),
        Slip(
            "the frequencies are equally spaced: their logarithms must be, so that each is the "
            "same factor above the last (`torch.logspace`).",
            _embedding(lambda low, high, n: torch.linspace(low, high, n)),
        ),
        Slip(
            "sines and cosines are exchanged: the first half of the vector is sines.",
            _embedding(join=lambda sines, cosines: torch.cat([cosines, sines], dim=1)),
        ),
        Slip(
            "sines and cosines take turns: put all sines first, then all cosines.",
            _embedding(join=lambda sines, cosines: torch.stack([sines, cosines], 2).flatten(1)),
        ),
        Slip(
            "there are only sines: half of the vector is cosines, at the same frequencies.",
            _embedding(join=lambda sines, cosines: sines, count=lambda dim: dim),
        ),
        Slip(
            "the vector is half as long as it should be: sines alone are not enough, put the "
            "cosines after them.",
            _embedding(join=lambda sines, cosines: sines),
        ),
        Slip(
            "the vector is twice as long as it should be: dim counts sines and cosines together, "
            "so take dim // 2 frequencies.",
            _embedding(count=lambda dim: dim),
        ),
        Slip(
            "it is transposed: a row for each image, shape (batch, dim).",
            lambda *arguments: embed(*arguments).T,
        ),
    ],
    look_at="the frequencies: the first, the last, and their number",
)


def block(
    x: Tensor, shortcut: nn.Module, norm: nn.Module, first: nn.Module, second: nn.Module
) -> Tensor:
    """The library's residual block of chapter 5, with layers that are handed over."""
    library = ResidualBlock(1, 1)
    library.shortcut = shortcut  # type: ignore[assignment]
    library.branch = nn.Sequential(norm, first, nn.SiLU(), second)
    return library(x)


def _block_cases() -> list[tuple[Any, ...]]:
    # With as many channels behind as before, an answer without the short cut's convolution runs
    # and is wrong; in the second case it stops.
    torch.manual_seed(0)
    return [
        (seeded(n, 2, inputs, 4, 5), *_layers(inputs, outputs))
        for n, (inputs, outputs) in enumerate([(3, 3), (2, 4)])
    ]


def _layers(inputs: int, outputs: int) -> list[nn.Module]:
    norm = nn.BatchNorm2d(inputs)
    nn.init.uniform_(norm.weight, 0.5, 2.0)
    nn.init.uniform_(norm.bias, -1.0, 1.0)
    return [
        nn.Conv2d(inputs, outputs, kernel_size=1),
        norm,
        nn.Conv2d(inputs, outputs, kernel_size=3, padding=1),
        nn.Conv2d(outputs, outputs, kernel_size=3, padding=1),
    ]


BLOCK = Exercise(
    truth=block,
    cases=_block_cases,
    slips=[
        Slip(
            "the short cut is missing: add `shortcut(x)` at the end.",
            lambda x, shortcut, norm, first, second: second(F.silu(first(norm(x)))),
        ),
        Slip(
            "the short cut adds x itself: send it through `shortcut`, which may change the number "
            "of channels.",
            lambda x, shortcut, norm, first, second: x + second(F.silu(first(norm(x)))),
        ),
        Slip(
            "the short cut starts behind the norm: it takes x as it came.",
            lambda x, shortcut, norm, first, second: (
                shortcut(norm(x)) + second(F.silu(first(norm(x))))
            ),
        ),
        Slip(
            "the norm is missing: the branch begins with `norm(x)`.",
            lambda x, shortcut, norm, first, second: shortcut(x) + second(F.silu(first(x))),
        ),
        Slip(
            "the norm stands behind the first convolution: it comes before it.",
            lambda x, shortcut, norm, first, second: shortcut(x) + second(F.silu(norm(first(x)))),
        ),
        Slip(
            "there is no activation: two convolutions in a row are one, so put SiLU between them.",
            lambda x, shortcut, norm, first, second: shortcut(x) + second(first(norm(x))),
        ),
        Slip(
            "the activation is ReLU: this network has SiLU, x · sigmoid(x).",
            lambda x, shortcut, norm, first, second: shortcut(x) + second(F.relu(first(norm(x)))),
        ),
        Slip(
            "the activation stands at the end of the branch: it belongs between the convolutions.",
            lambda x, shortcut, norm, first, second: shortcut(x) + F.silu(second(first(norm(x)))),
        ),
        Slip(
            "the activation stands before the first convolution: it belongs between the two.",
            lambda x, shortcut, norm, first, second: shortcut(x) + second(first(F.silu(norm(x)))),
        ),
        Slip(
            "there is one activation too many: nothing comes after the sum.",
            lambda x, shortcut, norm, first, second: F.silu(
                shortcut(x) + second(F.silu(first(norm(x))))
            ),
        ),
        Slip(
            "`first` and `second` are exchanged.",
            lambda x, shortcut, norm, first, second: shortcut(x) + first(F.silu(second(norm(x)))),
        ),
    ],
    look_at="the order: norm, first convolution, SiLU, second convolution, and the sum",
)
