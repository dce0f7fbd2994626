"""The figure of chapter 13: three ways to leap along a path that bends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from jaxtyping import Float
from torch import Tensor

from ddimlib import flow

from .phones import for_phones, panels
from .style import NOISE, SIGNAL, TEXT, WIDE_WIDTH

if TYPE_CHECKING:
    from matplotlib.figure import Figure

STEPS = 100  # along the path


def path_of(velocity: flow.Velocity, noise: Float[Tensor, "1 2"]) -> Float[Tensor, "state 2"]:
    """The path of one noise, in equal steps of time from 1 to 0."""
    steps = flow.integrate(velocity, noise, STEPS, "heun")
    return torch.cat([noise, *(step.noisy for step in steps)])


def leaps_of(path: Float[Tensor, "state 2"]) -> dict[str, list[tuple[Tensor, Tensor, bool]]]:
    """What each method is to learn of a path: arrows, and whether a teacher's.

    Progressive distillation is in its last round, with a teacher that made no error.

    Returns:
        For each method, pairs of places ``(2,)`` from which and to which an arrow goes; True where
        it is a step of the teacher.
    """

    def at(t: float) -> Tensor:
        return path[round((1 - t) * (len(path) - 1))]

    def chord(t: float, then: float, by_teacher: bool = False) -> tuple[Tensor, Tensor, bool]:
        return at(t), at(then), by_teacher

    return {
        "progressive distillation": [chord(1.0, 0.5, True), chord(0.5, 0.0, True), chord(1.0, 0.0)],
        "consistency": [chord(t, 0.0) for t in (1.0, 0.75, 0.5, 0.25)],
        "mean flow": [chord(1.0, 0.0), chord(1.0, 0.5), chord(0.6, 0.3), chord(0.4, 0.0)],
    }


@for_phones
def three_leaps(velocity: flow.Velocity, noise: Float[Tensor, "1 2"]) -> Figure:
    """One path from noise (orange) to data (blue), and what each method of leaping learns of it.

    Args:
        velocity: along the straight line, such as ``flow.velocity_of`` an exact denoiser.
        noise: where the path starts.
    """
    import matplotlib.pyplot as plt

    path = path_of(velocity, noise)
    figure, grid = panels(1, 3, (WIDE_WIDTH, WIDE_WIDTH / 3.4), phone_height=2.2)
    plt.close(figure)
    for axes, (name, arrows) in zip(grid, leaps_of(path).items(), strict=True):
        axes.plot(*path.T, color=TEXT, linewidth=1, alpha=0.5)
        for start, end, by_teacher in arrows:
            look: dict[str, Any] = {"linestyle": ":", "alpha": 0.8} if by_teacher else {}
            arrow = {"arrowstyle": "->", "color": TEXT if by_teacher else SIGNAL, **look}
            axes.update_datalim([start.tolist(), end.tolist()])
            axes.annotate("", xy=end.tolist(), xytext=start.tolist(), arrowprops=arrow)
        axes.scatter(*path[0], s=25, color=NOISE, zorder=3)
        axes.scatter(*path[-1], s=25, color=SIGNAL, zorder=3)
        axes.set(title=name, aspect="equal")
        axes.margins(0.12)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.grid(visible=False)
    return figure
