"""The figures of chapter 10: what the measures of generated pictures say, and how surely."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import torch
from jaxtyping import Float
from torch import Tensor

from ddimlib.metrics import frechet_distance, polynomial_kernel, polynomial_mmd

from . import phones
from .style import CYCLE, GRID, LINE_STYLES, MARKERS, TEXT_WIDTH, WIDE_WIDTH

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def biased_mmd(
    features_x: Float[Tensor, "n features"], features_y: Float[Tensor, "m features"]
) -> Tensor:
    """The estimate that keeps each picture's pair with itself: Gretton et al. (2012), eq. (5)."""
    x, y = features_x.double(), features_y.double()
    kernels = [polynomial_kernel(one, other).mean() for one, other in ((x, x), (y, y), (x, y))]
    return kernels[0] + kernels[1] - 2 * kernels[2]


def distances_by_size(
    features: Float[Tensor, "picture feature"],
    sizes: Sequence[int],
    draws: int,
    generator: torch.Generator,
) -> dict[str, Float[Tensor, "size draw"]]:
    """Distances between two disjoint halves of *one* set, whose true distance is zero.

    Args:
        features: what to draw from; at least twice the largest size.
        sizes: pictures on each side.
        draws: how often to repeat each.

    Returns:
        By name, "unbiased MMD", "biased MMD" and "Fréchet distance".
    """
    measures = {
        "unbiased MMD": polynomial_mmd,
        "biased MMD": biased_mmd,
        "Fréchet distance": frechet_distance,
    }
    values = {name: torch.zeros(len(sizes), draws) for name in measures}
    for row, size in enumerate(sizes):
        for draw in range(draws):
            order = torch.randperm(len(features), generator=generator)
            one, other = features[order[:size]], features[order[size : 2 * size]]
            for name, measure in measures.items():
                values[name][row, draw] = measure(one, other)
    return values


@phones.for_phones
def bias(values: Mapping[str, Float[Tensor, "size draw"]], sizes: Sequence[int]) -> Figure:
    """The distances of `distances_by_size`: mean and spread over the number of pictures."""
    import matplotlib.pyplot as plt

    figure, panels = phones.panels(1, len(values), (WIDE_WIDTH, 2.9))
    plt.close(figure)
    for axes, (name, value), colour in zip(panels, values.items(), CYCLE, strict=False):
        axes.errorbar(sizes, value.mean(1), yerr=value.std(1), color=colour, marker="o", capsize=3)
        axes.axhline(0, color=GRID, linewidth=1)
        axes.set(title=name, xscale="log", xlabel="pictures on each side")
        axes.set_xticks(sizes, [str(size) for size in sizes], minor=False)
        axes.minorticks_off()
    return figure


@phones.for_phones
def ladders(values: Mapping[str, Mapping[str, Sequence[float]]], levels: Sequence[str]) -> Figure:
    """Measures over growing damage, one panel a measure and one line a kind of damage.

    Args:
        values: by measure, then by kind of damage, one number a level.
        levels: names of the levels, mildest first.
    """
    import matplotlib.pyplot as plt

    figure, panels = phones.panels(1, len(values), (WIDE_WIDTH, 3.1))
    plt.close(figure)
    for axes, (measure, lines) in zip(panels, values.items(), strict=True):
        for (kind, line), colour, style, marker in zip(
            lines.items(), CYCLE, LINE_STYLES, MARKERS, strict=False
        ):
            axes.plot(levels, line, color=colour, linestyle=style, marker=marker, label=kind)
        axes.set(title=measure, xlabel="damage")
    panels[0].legend()
    return figure


@phones.for_phones
def error_by_noise_level(
    curves: Mapping[str, Mapping[str, Any]],
    quantity: str,
    level: float | None = None,
    level_name: str = "",
) -> Figure:
    """Errors over log-SNR, noise on the right.

    Args:
        curves: by name, each with "log_snr" and ``quantity``.
        quantity: "noise" or "image".
        level: an error to compare with, drawn as a horizontal line.
        level_name: its name in the legend.
    """
    import matplotlib.pyplot as plt

    figure, axes = phones.panels(1, 1, (TEXT_WIDTH, 3.0))
    plt.close(figure)
    for (name, curve), colour, style in zip(curves.items(), CYCLE, LINE_STYLES, strict=False):
        axes.plot(
            curve["log_snr"], curve[quantity], color=colour, linestyle=style, marker=".", label=name
        )
    if level is not None:
        axes.axhline(level, color=CYCLE[4], linestyle=":", label=level_name)
    axes.set(xlabel="log-SNR", ylabel=f"mean absolute error of the {quantity}")
    axes.invert_xaxis()
    axes.legend()
    return figure


@phones.for_phones
def distance_histograms(distances: Mapping[str, Float[Tensor, " picture"]]) -> Figure:
    """How far pictures are from their nearest training picture, one outline a set."""
    import matplotlib.pyplot as plt

    everything = torch.cat(list(distances.values()))
    edges = torch.linspace(0, float(everything.max()) * 1.02, 41)
    figure, axes = phones.panels(1, 1, (TEXT_WIDTH, 2.8))
    plt.close(figure)
    for (name, values), colour, style in zip(distances.items(), CYCLE, LINE_STYLES, strict=False):
        axes.hist(
            values.tolist(),
            bins=edges.tolist(),
            density=True,
            histtype="step",
            color=colour,
            linestyle=style,
            linewidth=2,
            label=name,
        )
    axes.set(xlabel="distance to the nearest training picture", ylabel="density")
    axes.legend()
    return figure
