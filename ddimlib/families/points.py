"""Data sets in the plane: points that one can see (chapter 1)."""

import math
from collections.abc import Callable

import torch
from torch import Tensor

from ddimlib.checks import check_name


def toy_points(
    name: str, count: int, generator: torch.Generator | None = None
) -> Tensor:
    """Points of a two-dimensional data set, centred, with coordinates of about unit variance.

    Args:
        name: one of ``TOY_DATA_SETS``.
        count: how many points.
        generator: where they are drawn from.

    Returns:
        ``(count, 2)``, float32.

    Raises:
        ValueError: for an unknown name; the message lists the known ones.
    """
    make = TOY_DATA_SETS[check_name(name, TOY_DATA_SETS, "toy data set")]
    return make(count, generator)


def _moons(count: int, generator: torch.Generator | None) -> Tensor:
    """Two half circles that reach into each other."""
    angle = math.pi * torch.rand(count, generator=generator)
    lower = torch.rand(count, generator=generator) < 0.5
    x = torch.where(lower, 1 - angle.cos(), angle.cos())
    y = torch.where(lower, 0.5 - angle.sin(), angle.sin())
    points = torch.stack([(x - 0.5) / 0.87, (y - 0.25) / 0.5], dim=1)
    return points + 0.07 * torch.randn(count, 2, generator=generator)


def _rings(count: int, generator: torch.Generator | None) -> Tensor:
    """Eight small discs on a circle: a generator that forgets some of them is found out."""
    angle = math.pi / 4 * torch.randint(8, (count,), generator=generator)
    points = 1.4 * torch.stack([angle.cos(), angle.sin()], dim=1)
    return points + 0.09 * torch.randn(count, 2, generator=generator)


def _spiral(count: int, generator: torch.Generator | None) -> Tensor:
    """One thin curve that winds around itself one and a half times."""
    turn = 3 * math.pi * torch.rand(count, generator=generator).sqrt()
    radius = 0.25 + 0.2 * turn
    points = radius[:, None] * torch.stack([turn.cos(), turn.sin()], dim=1)
    points = (points - torch.tensor([-0.09, 0.44])) / 1.06
    return points + 0.05 * torch.randn(count, 2, generator=generator)


def _checkerboard(count: int, generator: torch.Generator | None) -> Tensor:
    """The dark squares of a 4 × 4 board: flat regions with hard edges."""
    row = torch.randint(4, (count,), generator=generator)
    column = 2 * torch.randint(2, (count,), generator=generator) + row % 2
    corner = torch.stack([column, row], dim=1)
    return (corner + torch.rand(count, 2, generator=generator) - 2) * 0.87


def _flower(count: int, generator: torch.Generator | None) -> Tensor:
    """Five petals around a disc: modes that touch, with a thin outline and an empty inside."""
    angle = 2 * math.pi * torch.rand(count, generator=generator)
    outline = torch.rand(count, generator=generator) < 0.85
    petal = 0.55 + 1.45 * (2.5 * angle).sin().abs()
    radius = torch.where(
        outline, petal, 0.3 * torch.rand(count, generator=generator).sqrt()
    )
    points = radius[:, None] * torch.stack(
        [angle.cos(), angle.sin()], dim=1
    )
    return points + 0.04 * torch.randn(count, 2, generator=generator)


TOY_DATA_SETS: dict[
    str, Callable[[int, torch.Generator | None], Tensor]
] = {
    "moons": _moons,
    "rings": _rings,
    "spiral": _spiral,
    "checkerboard": _checkerboard,
    "flower": _flower,
}
