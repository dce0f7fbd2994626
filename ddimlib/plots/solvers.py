"""The figures of chapter 8: sampling as an ordinary differential equation."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from ddimlib.samplers import SAMPLERS, SPACINGS, Counted, Denoise
from ddimlib.schedules import Schedule

from .phones import for_phones, on_phone, panels
from .style import (
    CYCLE,
    LINE_STYLES,
    MARKERS,
    NOISE,
    PHONE_WIDTH,
    SIGNAL,
    TEXT,
    TEXT_WIDTH,
    WIDE_WIDTH,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: A sampler's name and its options.
Method = tuple[str, dict[str, Any]]
#: Network evaluations and the error that they leave.
Errors = tuple[list[int], list[float]]


def solver_errors(
    methods: Mapping[str, Method],
    denoise: Denoise,
    schedule: Schedule,
    noise: Tensor,
    end: Tensor,
    steps: Sequence[int],
) -> dict[str, Errors]:
    """Run samplers with rising numbers of steps; count evaluations and measure the error.

    Args:
        methods: by the name to show, a sampler of ``samplers.SAMPLERS`` and its options.
        noise: the start.
        end: where the exact solution leads from there, at time 0.
        steps: numbers of steps.

    Returns:
        For each method the evaluations and the mean distances of the last state from ``end``.
    """
    found: dict[str, Errors] = {}
    for name, (method, options) in methods.items():
        counts: list[int] = []
        distances: list[float] = []
        for n in steps:
            counted = Counted(denoise)
            *_, last = SAMPLERS[method](counted, schedule, noise, n, **options)
            counts.append(counted.evaluations)
            distances.append((last.noisy - end).norm(dim=1).mean().item())
        found[name] = counts, distances
    return found


def slope(errors: Errors, last: int = 2) -> float:
    """The order that errors show: how steeply they fall over the last numbers of evaluations."""
    counts, distances = errors
    fall = math.log(distances[-1 - last] / distances[-1])
    return fall / math.log(counts[-1] / counts[-1 - last])


@for_phones
def convergence(errors: Mapping[str, Errors]) -> Figure:
    """Error against network evaluations, both axes logarithmic, with the slope at each line."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(PHONE_WIDTH if on_phone() else TEXT_WIDTH, 4.2))
    plt.close(figure)
    for i, (name, (counts, distances)) in enumerate(errors.items()):
        axes.loglog(
            counts,
            distances,
            color=CYCLE[i % len(CYCLE)],
            linestyle=LINE_STYLES[i % len(LINE_STYLES)],
            marker=MARKERS[i % len(MARKERS)],
            label=name,
        )
        axes.annotate(
            f"{'' if on_phone() else 'slope '}{slope((counts, distances)):.1f}",
            (counts[-1], distances[-1]),
            xytext=(8, 0),
            textcoords="offset points",
            va="center",
            color=CYCLE[i % len(CYCLE)],
            fontsize=9,
        )
    axes.set_xlabel("network evaluations")
    axes.set_ylabel("mean distance from the exact end")
    axes.margins(x=0.16)
    axes.legend(loc="lower left")
    return figure


@for_phones
def flow_lines(
    lines: Tensor,
    ratios: Tensor,
    euler: tuple[Tensor, Tensor] | None = None,
    density: tuple[Tensor, Tensor] | None = None,
) -> Figure:
    """Solutions of the ODE of one-dimensional data: noisy / signal over noise / signal.

    Args:
        lines: ``(ratio, point)``, solutions at falling ``ratios``.
        ratios: noise / signal.
        euler: ratios and values of one walk with few steps, to draw over them.
        density: places ``(place,)`` and the density there, ``(ratio, place)``, to shade behind
            them; every column of the shading is scaled to its own largest value.
    """
    import matplotlib.pyplot as plt
    from matplotlib.colors import LinearSegmentedColormap

    figure, axes = plt.subplots(figsize=(PHONE_WIDTH if on_phone() else TEXT_WIDTH, 3.8))
    plt.close(figure)
    if density is not None:
        places, heights = density
        shades = LinearSegmentedColormap.from_list("density", [f"{SIGNAL}00", f"{SIGNAL}99"])
        height = heights / heights.amax(1, keepdim=True)
        axes.pcolormesh(
            ratios.numpy(),
            places.numpy(),
            height.T.numpy(),
            cmap=shades,
            shading="nearest",
            rasterized=True,
        )
    axes.plot(ratios, lines, color=TEXT, linewidth=0.9)
    if euler is not None:
        axes.plot(*euler, color=NOISE, marker="o", label=f"DDIM, {len(euler[0]) - 1} steps")
        axes.legend(loc="lower right")
    axes.set_xlabel("noise / signal  ρ")
    axes.set_ylabel("noisy / signal")
    axes.set_ylim(1.1 * lines.min().item(), 1.1 * lines.max().item())
    axes.grid(visible=False)
    axes.invert_xaxis()
    return figure


@for_phones
def solver_paths(
    walks: Mapping[str, Tensor], exact: Tensor, data: Tensor, evaluations: int
) -> Figure:
    """Paths of points in the plane, one panel a solver, over the exact ones.

    Args:
        walks: states by solver, ``(step, point, 2)``.
        exact: the exact paths, ``(time, point, 2)``.
        data: points of the data set, ``(n, 2)``.
        evaluations: what each walk was allowed, for the title.
    """
    import matplotlib.pyplot as plt

    figure, grid = panels(
        1,
        len(walks),
        (WIDE_WIDTH, 2.9),
        phone_height=2.6,
        sharex=True,
        sharey=True,
        squeeze=False,
    )
    plt.close(figure)
    for axes, (name, walk) in zip(grid[0], walks.items(), strict=True):
        axes.scatter(*data.T, s=3, color=TEXT, alpha=0.25, linewidths=0)
        axes.plot(exact[..., 0], exact[..., 1], color=SIGNAL, linewidth=1.2, alpha=0.8)
        axes.plot(walk[..., 0], walk[..., 1], color=NOISE, linewidth=1.2, marker="o", markersize=3)
        axes.set_title(name)
        axes.set_aspect("equal")
        axes.set_xticks([])
        axes.set_yticks([])
    figure.supxlabel(f"at most {evaluations} evaluations; blue: exact", fontsize=9, color=TEXT)
    return figure


@for_phones
def spacings(schedules: Mapping[str, Schedule], steps: int = 10) -> Figure:
    """Where each spacing puts its steps, on the axis of log-SNR, for several schedules."""
    import matplotlib.pyplot as plt

    figure, grid = panels(
        1, len(schedules), (WIDE_WIDTH, 2.3), phone_height=1.9, sharey=True, squeeze=False
    )
    plt.close(figure)
    for axes, (title, schedule) in zip(grid[0], schedules.items(), strict=True):
        for row, (name, make) in enumerate(SPACINGS.items()):
            log_snr = schedule.log_snr(make(schedule, steps))
            axes.plot(
                log_snr,
                torch.full_like(log_snr, row),
                color=CYCLE[row],
                marker=MARKERS[row],
                linewidth=0.8,
                label=name,
            )
        axes.set_yticks(range(len(SPACINGS)), list(SPACINGS))
        axes.set_ylim(-0.6, len(SPACINGS) - 0.4)
        axes.set_title(title)
        axes.set_xlabel("log-SNR  λ (noise … image)")
    return figure


@for_phones
def scatter_row(clouds: Mapping[str, Tensor], data: Tensor | None = None) -> Figure:
    """Clouds of points in the plane, side by side, each over the data in grey."""
    import matplotlib.pyplot as plt

    figure, grid = panels(
        1,
        len(clouds),
        (WIDE_WIDTH, WIDE_WIDTH / len(clouds) + 0.25),
        phone_height=2.6,
        sharex=True,
        sharey=True,
        squeeze=False,
    )
    plt.close(figure)
    for axes, (name, points) in zip(grid[0], clouds.items(), strict=True):
        if data is not None:
            axes.scatter(*data.T, s=2, color=TEXT, alpha=0.2, linewidths=0)
        axes.scatter(*points.T, s=3, color=SIGNAL, alpha=0.6, linewidths=0)
        axes.set_title(name)
        axes.set_aspect("equal")
        axes.set_xticks([])
        axes.set_yticks([])
        axes.set_xlim(-2.6, 2.6)
        axes.set_ylim(-2.6, 2.6)
    return figure


@for_phones
def benchmark_bars(table: Mapping[str, Any], families: Mapping[str, tuple[str, str]]) -> Figure:
    """The recorded benchmark: error of each family at each budget, ours and those of diffusers.

    A line on a bar reaches one standard error of the mean to both sides.

    Args:
        table: what ``benchmarks/solver_error.py --record`` stored.
        families: by the name to show, the side ("ours" or "diffusers") and the family.
    """
    import matplotlib.pyplot as plt

    budgets = table["budgets"]
    figure, grid = panels(1, len(budgets), (WIDE_WIDTH, 3.3), sharex=True, sharey=True)
    plt.close(figure)
    for axes, (budget, rows) in zip(grid, budgets.items(), strict=True):
        for i, (side, family) in enumerate(families.values()):
            row = rows[side][family]
            error, unsure = row["error"], row["standard_error"]
            colour = SIGNAL if side == "ours" else NOISE
            axes.barh(i, error, xerr=unsure, color=colour, ecolor=TEXT)
            axes.text(error + unsure, i, f" {error:.2g}", va="center", fontsize=9, color=TEXT)
        axes.set_xscale("log")
        axes.xaxis.set_minor_formatter("")
        axes.set_yticks(range(len(families)), list(families))
        axes.set_title(f"{budget} evaluations")
        axes.grid(visible=False, axis="y")
    grid[0].invert_yaxis()
    grid[0].set_xlim(right=1.5)
    figure.supxlabel("mean distance from the exact end", fontsize=9, color=TEXT)
    return figure


def solver_walk(
    sampler: Callable[..., Any], denoise: Denoise, schedule: Schedule, noise: Tensor, **options: Any
) -> Tensor:
    """All states of a sampler from the noise on, ``(step, batch, …)``."""
    with torch.no_grad():
        states = [step.noisy for step in sampler(denoise, schedule, noise, **options)]
    return torch.stack([noise, *states])
