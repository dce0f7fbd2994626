"""The figures of chapter 7: the way from noise back to an image."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import torch
from jaxtyping import Float
from torch import Tensor

from ddimlib.samplers import Step
from ddimlib.schedules import Schedule

from .forward import picture_grid
from .phones import for_phones, on_phone, panels
from .style import CYCLE, LINE_STYLES, NOISE, PHONE_WIDTH, SIGNAL, TEXT, TEXT_WIDTH, WIDE_WIDTH

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ToPictures = Callable[[Tensor], Tensor]


def reverse_frames(
    noise: Float[Tensor, "1 channel height width"], steps: Sequence[Step], to_pictures: ToPictures
) -> Figure:
    """The reverse process of one picture: what the network saw, and what it made of it.

    Args:
        noise: where the sampler started.
        steps: its steps, for this one picture.
        to_pictures: from images to pictures in [0, 1].
    """
    seen = torch.cat([noise, *(step.noisy for step in steps[:-1])])
    guessed = torch.cat([step.prediction.image for step in steps])
    times = [1.0, *(step.time for step in steps[:-1])]
    return picture_grid(
        {"noisy": to_pictures(seen), "predicted": to_pictures(guessed)},
        [f"{t:.2f}" for t in times],
        width=WIDE_WIDTH,
        top="time t",
    )


def there_and_back(
    forward: Float[Tensor, "time channel height width"],
    back: Float[Tensor, "time channel height width"],
    times: Float[Tensor, " time"],
    to_pictures: ToPictures,
) -> Figure:
    """An image noised at rising times, and the reverse process from its last noisy state.

    Args:
        forward: noisy images at ``times``.
        back: the states of the reverse process at the same times.
        times: rising.
        to_pictures: from images to pictures in [0, 1].
    """
    return picture_grid(
        {"forward →": to_pictures(forward), "← back": to_pictures(back)},
        [f"{t:.1f}" for t in times.tolist()],
        width=WIDE_WIDTH,
        top="time t",
    )


def fresh_share(schedule: Schedule, times: Float[Tensor, " time"], eta: float) -> Tensor:
    """Which share of a step's noise variance is fresh: σ² / noise² at the time it leads to.

    σ as in Song et al. (2020a), equation 16.

    Args:
        times: falling.

    Returns:
        One share a step, ``(time - 1,)``.
    """
    rates = schedule(times)
    signal, noise = rates.signal.double(), rates.noise.double()
    added = (1 - (signal[:-1] / signal[1:]).square()).clamp(min=0)
    return (eta / noise[:-1]).square() * added


@for_phones
def fresh_noise(schedule: Schedule, steps: int, etas: Sequence[float]) -> Figure:
    """The share of fresh noise over time, for several η."""
    import matplotlib.pyplot as plt

    times = torch.linspace(1, 0, steps + 1)
    figure, axes = plt.subplots(figsize=(PHONE_WIDTH if on_phone() else TEXT_WIDTH, 2.8))
    plt.close(figure)
    for eta, colour, style in zip(etas, CYCLE, LINE_STYLES, strict=False):
        share = fresh_share(schedule, times, eta)
        axes.plot(times[1:], share, color=colour, linestyle=style, marker=".", label=f"η = {eta:g}")
    axes.set(xlabel="time that the step leads to", ylabel="share of fresh noise", ylim=(-0.02, 1))
    axes.invert_xaxis()
    axes.legend()
    return figure


@for_phones
def paths(
    walks: Mapping[str, Float[Tensor, "state point 2"]],
    target: Float[Tensor, "sample 2"],
) -> Figure:
    """Paths of points in the plane, from noise (orange) to data (blue), one panel a sampler.

    Args:
        walks: the states of each sampler, the starting noise first.
        target: points of the data, drawn faintly.
    """
    import matplotlib.pyplot as plt

    figure, grid = panels(
        1, len(walks), (WIDE_WIDTH, WIDE_WIDTH / len(walks)), phone_height=2.8, squeeze=False
    )
    plt.close(figure)
    for axes, (name, states) in zip(grid[0], walks.items(), strict=True):
        axes.scatter(*target.T, s=2, color=TEXT, alpha=0.25, linewidths=0)
        for point in range(states.shape[1]):
            axes.plot(*states[:, point].T, color=CYCLE[2], linewidth=0.7, alpha=0.7)
        axes.scatter(*states[0].T, s=9, color=NOISE, zorder=3)
        axes.scatter(*states[-1].T, s=9, color=SIGNAL, zorder=3)
        axes.set(title=name, xlim=(-3.2, 3.2), ylim=(-3.2, 3.2), aspect="equal")
        axes.set_xticks([])
        axes.set_yticks([])
        axes.grid(visible=False)
    return figure
