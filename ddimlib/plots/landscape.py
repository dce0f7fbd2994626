"""The figures of chapter 1: four families side by side, and three views of diffusion."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import torch
from jaxtyping import Float
from torch import Tensor

from ddimlib.families.scores import FAMILIES
from ddimlib.runs.landscape import summarise
from ddimlib.samplers import Denoise, ddim, ddpm
from ddimlib.schedules import CosineSchedule, Schedule
from ddimlib.toy import GaussianMixture

from . import phones
from .phones import for_phones
from .style import CYCLE, GRID, MARKERS, NOISE, PHONE_WIDTH, SIGNAL, TEXT, TEXT_WIDTH, WIDE_WIDTH

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: Half the side of the part of the plane that the figures show.
REACH = 2.4


@for_phones
def clouds(samples: Mapping[str, Float[Tensor, "points 2"]], data: str = "data") -> Figure:
    """Clouds of points in the plane, one panel each; the data blue, noise vermilion."""
    figure, panels = _panels(len(samples))
    for axes, (name, points) in zip(panels, samples.items(), strict=True):
        colour = {data: SIGNAL, "noise": NOISE}.get(name, CYCLE[2])
        axes.scatter(*points.T, s=2.5, color=colour, alpha=0.6, linewidths=0)
        axes.set_title(name)
    return figure


def plane(side: int = 96, reach: float = REACH) -> Float[Tensor, "points 2"]:
    """A square grid of points of the plane, row by row from below: ``(side², 2)``."""
    line = torch.linspace(-reach, reach, side)
    y, x = torch.meshgrid(line, line, indexing="ij")
    return torch.stack([x.flatten(), y.flatten()], dim=1)


def probability_on_page(log_density: Float[Tensor, " points"], reach: float = REACH) -> float:
    """How much of a density's probability lies on the grid of ``plane``: about 1, if all is well.

    For a lower bound it is less than 1 by what the bound gives away.
    """
    side = math.isqrt(len(log_density))
    cell = (2 * reach / (side - 1)) ** 2
    return (log_density.double().exp().sum() * cell).item()


@for_phones
def densities(log_densities: Mapping[str, Float[Tensor, " points"]]) -> Figure:
    """Densities over the grid of ``plane``, one panel each, on one logarithmic scale of colour."""
    figure, panels = _panels(len(log_densities), extra=0.4)
    for axes, (name, values) in zip(panels, log_densities.items(), strict=True):
        side = math.isqrt(len(values))
        shown = axes.imshow(
            (values / math.log(10)).reshape(side, side),
            origin="lower",
            extent=(-REACH, REACH, -REACH, REACH),
            vmin=-4,
            vmax=0.5,
            interpolation="bilinear",
        )
        axes.set_title(name)
    bar = figure.colorbar(shown, ax=panels, shrink=0.8, pad=0.01)
    bar.set_label("log₁₀ density")
    bar.outline.set_visible(False)
    return figure


def sunflower(count: int = 3000) -> Float[Tensor, "points 2"]:
    """Standard normal noise without chance: points placed like the seeds of a sunflower.

    Each turns by the golden angle against the last, at the radius inside which a two-dimensional
    normal distribution has just so much probability. So each stands for an equal share of it.
    """
    index = torch.arange(count, dtype=torch.float64)
    radius = (-2 * torch.log1p(-(index + 0.5) / count)).sqrt()
    angle = index * math.pi * (3 - math.sqrt(5))
    return (radius[:, None] * torch.stack([angle.cos(), angle.sin()], dim=1)).float()


@for_phones
def seed_scores(rows: Sequence[Mapping[str, Any]], floor: float, key: str = "distance") -> Figure:
    """One dot a seed and family; the bars are the mean and its standard error.

    Args:
        rows: as ``runs.landscape.record`` leaves them.
        floor: the same number for fresh data, as a dotted line.
    """
    import matplotlib.pyplot as plt

    size = (PHONE_WIDTH, 2.8) if phones.on_phone() else (TEXT_WIDTH, 2.5)
    figure, axes = plt.subplots(figsize=size)
    plt.close(figure)
    for place, family in enumerate(reversed(FAMILIES)):
        values = [row[key] for row in rows if row["family"] == family]
        mean, error = summarise([dict(row) for row in rows], family, key)
        colour = CYCLE[place]
        axes.plot(values, [place] * len(values), MARKERS[place], color=colour, alpha=0.55)
        axes.errorbar(mean, place + 0.27, xerr=error, color=colour, marker="|", capsize=3)
    axes.axvline(floor, color=TEXT, linestyle=":")
    axes.annotate(" fresh data", (floor, len(FAMILIES) - 0.45), color=TEXT, fontsize=9, va="center")
    axes.set_yticks(range(len(FAMILIES)), list(reversed(FAMILIES)))
    axes.set(xscale="log", xlabel="sliced Wasserstein distance to the data", ylim=(-0.5, 3.75))
    axes.grid(visible=False, axis="y")
    return figure


# --- Three views of diffusion -------------------------------------------------------------------


def two_peaks() -> GaussianMixture:
    """Data on a line: a broad peak and a narrow one, of variance about 1 together."""
    return GaussianMixture([[-0.9], [1.1]], [0.35, 0.15], [0.55, 0.45])


def walk(
    denoise: Denoise, schedule: Schedule, noise: Tensor, steps: int, chance: bool, seed: int = 0
) -> tuple[Tensor, Tensor]:
    """A reverse process, with fresh noise (DDPM) or without (DDIM): its times and its states.

    Returns:
        ``(steps + 1,)`` and ``(steps + 1, *noise.shape)``, the start first.
    """
    if chance:
        generator = torch.Generator().manual_seed(seed)
        taken = list(ddpm(denoise, schedule, noise, steps, generator=generator))
    else:
        taken = list(ddim(denoise, schedule, noise, steps))
    times = torch.tensor([1.0, *(step.time for step in taken)])
    return times, torch.stack([noise, *(step.noisy for step in taken)])


@for_phones
def three_views(
    chain_steps: int = 20, sde_steps: int = 1000, ddim_steps: int = 20, seed: int = 0
) -> Figure:
    """From the same six noises: a Markov chain, an SDE and DDIM, over the same marginals.

    The data are ``two_peaks`` and the denoiser is exact. Grey is the density of the noisy data
    at each time, which all three have in common.
    """
    mixture, schedule = two_peaks(), CosineSchedule(0.02, 0.999)
    denoise = mixture.denoiser(schedule)
    noise = torch.tensor([[-1.6], [-0.9], [-0.3], [0.3], [0.9], [1.6]])
    walks = {
        f"Markov chain, {chain_steps} steps": (chain_steps, True),
        f"SDE, {sde_steps} steps": (sde_steps, True),
        f"DDIM, {ddim_steps} steps": (ddim_steps, False),
    }
    import matplotlib.pyplot as plt

    figure, panels = phones.panels(1, 3, (WIDE_WIDTH, 3.1), sharey=True)
    plt.close(figure)
    for axes, (name, (steps, chance)) in zip(panels, walks.items(), strict=True):
        _marginals(axes, mixture, schedule)
        times, states = walk(denoise, schedule, noise, steps, chance, seed)
        for path, colour in zip(states[:, :, 0].T, CYCLE, strict=True):
            marker = "." if steps <= 50 else None
            axes.plot(times, path, color=colour, linewidth=1.3, marker=marker, markersize=4)
        axes.scatter([1] * len(noise), noise, s=14, color=NOISE, zorder=3, clip_on=False)
        axes.set(title=name, xlim=(1, 0), ylim=(-2.7, 2.7), xlabel="time t")
        axes.grid(visible=False)
    panels[0].set_ylabel("x")
    return figure


def _marginals(axes: Any, mixture: GaussianMixture, schedule: Schedule) -> None:
    """The density of the noisy data at each time, in grey: darker where it is higher."""
    from matplotlib.colors import LinearSegmentedColormap

    times, places = torch.linspace(0, 1, 80), torch.linspace(-2.7, 2.7, 120)
    columns = [mixture.log_density(places[:, None], schedule(t.reshape(1))).exp() for t in times]
    shade = LinearSegmentedColormap.from_list("shade", [(0.5, 0.5, 0.55, a) for a in (0.0, 0.6)])
    axes.imshow(
        torch.stack(columns, dim=1).sqrt(),
        origin="lower",
        extent=(0, 1, -2.7, 2.7),
        aspect="auto",
        cmap=shade,
        interpolation="bilinear",
        zorder=0,
    )


def _panels(count: int, extra: float = 0.0) -> tuple[Figure, Any]:
    """Square panels that show the same part of the plane: in a row, on a phone two in a row."""
    import matplotlib.pyplot as plt

    columns = 2 if phones.on_phone() else count
    rows = math.ceil(count / columns)
    width = PHONE_WIDTH if phones.on_phone() else WIDE_WIDTH
    side = min(width / (columns + extra), 3.2)
    size = (side * (columns + extra), rows * (side + 0.35))
    figure, grid = plt.subplots(rows, columns, figsize=size, squeeze=False)
    plt.close(figure)
    panels = grid.flatten()
    for unused in panels[count:]:
        unused.remove()
    for axes in panels[:count]:
        axes.set(xlim=(-REACH, REACH), ylim=(-REACH, REACH), aspect="equal")
        axes.set_xticks([])
        axes.set_yticks([])
        axes.grid(visible=False)
        for spine in axes.spines.values():
            spine.set_color(GRID)
            spine.set_visible(True)
    return figure, panels[:count]
