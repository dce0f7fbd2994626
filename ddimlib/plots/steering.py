"""The figures of chapter 9: what steering buys, what it costs, and what the network knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import torch
from jaxtyping import Float
from torch import Tensor

from . import phones
from .style import CYCLE, GRID, LEAF, LINE_STYLES, MARKERS, TEXT_WIDTH, WIDE_WIDTH

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def departures(
    pictures: Float[Tensor, "n channel height width"],
    origin: Float[Tensor, "n channel height width"],
) -> dict[str, tuple[float, float]]:
    """How pictures differ from others of the same noises: means with their standard errors.

    Returns:
        "brightness": how far the mean of a picture has moved, up or down. "contrast": by what
        factor its standard deviation has grown. "outlines": the cosine between the horizontal
        differences of the two pictures in grey, 1 where all outlines stay.
    """

    def outlines(images: Tensor) -> Tensor:
        return images.mean(1).diff(dim=-1).flatten(1)

    each = {
        "brightness": (pictures.mean((1, 2, 3)) - origin.mean((1, 2, 3))).abs(),
        "contrast": pictures.std((1, 2, 3)) / origin.std((1, 2, 3)),
        "outlines": torch.cosine_similarity(outlines(pictures), outlines(origin), dim=1),
    }
    return {
        name: (values.mean().item(), (values.std() / len(values) ** 0.5).item())
        for name, values in each.items()
    }


@phones.for_phones
def trade_off(
    curves: Mapping[str, Sequence[Mapping[str, Any]]],
    real: Mapping[str, Any],
    recognised: str,
    distance: str,
) -> Figure:
    """What guidance buys and costs: three measures by scale, and variety over recognition.

    Args:
        curves: rows by the name of their line; a row has "scale", "variety", a share under the
            name of ``recognised`` and, under that of ``distance``, a dictionary with "mean".
        real: one row for real photographs, drawn as a dashed line and as a star.
        recognised: the name of the share of pictures that are recognised.
        distance: the name of the distance to real pictures, such as "KID-F".
    """
    import matplotlib.pyplot as plt

    figure, panels = phones.panels(2, 2, (TEXT_WIDTH, 5.2))
    plt.close(figure)
    measures: dict[str, Callable[[Mapping[str, Any]], float]] = {
        "recognised as the class asked for": lambda row: row[recognised],
        "variety within a class": lambda row: row["variety"],
        f"{distance} to photographs": lambda row: row[distance]["mean"],
    }
    for axes, (title, value) in zip(panels.flat, measures.items(), strict=False):
        axes.axhline(value(real), color=LEAF, linestyle="--", label="photographs")
        for (name, rows), colour, style, marker in zip(
            curves.items(), CYCLE, LINE_STYLES, MARKERS, strict=False
        ):
            scales = [row["scale"] for row in rows]
            axes.plot(
                scales, [value(row) for row in rows],
                color=colour, linestyle=style, marker=marker, label=name,
            )  # fmt: skip
        axes.set(title=title, xlabel="guidance scale")
        axes.set_ylim(min(0, axes.get_ylim()[0]), None)
    panels[0, 0].legend(fontsize=8)
    axes = panels[1, 1]
    axes.plot(real[recognised], real["variety"], marker="*", markersize=12, color=LEAF)
    for rows, colour, style, marker in zip(
        curves.values(), CYCLE, LINE_STYLES, MARKERS, strict=False
    ):
        found, spread = ([row[key] for row in rows] for key in (recognised, "variety"))
        axes.plot(found, spread, color=colour, linestyle=style, marker=marker)
    for row in next(iter(curves.values())):
        axes.annotate(
            f"{row['scale']:g}", (row[recognised], row["variety"]), fontsize=8,
            textcoords="offset points", xytext=(5, 4),
        )  # fmt: skip
    axes.set(title="variety over recognition, by scale", xlabel="recognised", ylabel="variety")
    return figure


@phones.for_phones
def class_hearing(
    times: Sequence[float], networks: Mapping[str, Mapping[str, Sequence[float]]]
) -> Figure:
    """What a wrong class and no class cost by noise level, in percent, one panel a network.

    Args:
        times: noise levels, as times.
        networks: by its name, the image errors "right", "wrong" and "none" of each, one a time.
    """
    import matplotlib.pyplot as plt

    figure, panels = phones.panels(1, len(networks), (TEXT_WIDTH, 2.9), sharey=True, squeeze=False)
    plt.close(figure)
    for axes, (title, errors) in zip(panels[0], networks.items(), strict=True):
        for told, name, colour, style, marker in zip(
            ("wrong", "none"),
            ("a wrong class", "no class"),
            (CYCLE[1], CYCLE[0]),
            LINE_STYLES,
            MARKERS,
            strict=False,
        ):
            extra = [
                100 * (error / right - 1)
                for error, right in zip(errors[told], errors["right"], strict=True)
            ]
            axes.plot(times, extra, color=colour, linestyle=style, marker=marker, label=name)
        axes.axhline(0, color=GRID, linewidth=1)
        axes.set(title=title, xlabel="time t of the noise")
    panels[0, 0].set_ylabel("more error than with\nthe right class, in %")
    panels[0, 0].legend()
    return figure


@phones.for_phones
def round_trips(steps: Sequence[int], errors: Mapping[str, Sequence[float]]) -> Figure:
    """Error of a round trip over the number of steps, one line a method, both logarithmic."""
    import matplotlib.pyplot as plt

    figure, axes = phones.panels(1, 1, (TEXT_WIDTH, 2.9))
    plt.close(figure)
    for (name, values), colour, style, marker in zip(
        errors.items(), CYCLE, LINE_STYLES, MARKERS, strict=False
    ):
        axes.plot(steps, values, color=colour, linestyle=style, marker=marker, label=name)
    axes.set(xscale="log", yscale="log", xlabel="steps", ylabel="mean absolute error")
    axes.set_xticks(steps, [str(n) for n in steps])
    axes.minorticks_off()
    axes.legend()
    return figure


@phones.for_phones
def probes(
    times: Sequence[float], accuracy: Mapping[str, Sequence[float]], chance: float
) -> Figure:
    """How well a linear probe reads the class, by depth and noise level, as a coloured table.

    Args:
        times: noise levels, as times.
        accuracy: by depth, one share for each time.
        chance: the share that guessing gets right.
    """
    import matplotlib.pyplot as plt

    values = torch.tensor([list(row) for row in accuracy.values()])
    best = float(values.max())
    figure, axes = phones.panels(
        1, 1, (TEXT_WIDTH, 0.42 * len(values) + 0.9), phone_height=0.36 * len(values) + 0.9
    )
    plt.close(figure)
    picture = axes.imshow(values, cmap="viridis", vmin=chance, vmax=best, aspect="auto")
    for row in range(values.shape[0]):
        for column in range(values.shape[1]):
            value = float(values[row, column])
            axes.text(
                column,
                row,
                f"{value:.0%}",
                ha="center",
                va="center",
                fontsize=8,
                color="white" if value < (best + chance) / 2 else "black",
            )
    axes.set_xticks(range(len(times)), [f"{t:g}" for t in times])
    axes.set_yticks(range(len(values)), list(accuracy))
    axes.set(xlabel="time t of the noise")
    axes.grid(visible=False)
    figure.colorbar(picture, ax=axes, label="right classes")
    return figure


@phones.for_phones
def class_clouds(
    sets: Mapping[str, Float[Tensor, "point 2"]], centres: Float[Tensor, "mode 2"]
) -> Figure:
    """Clouds of points in the plane, one panel a set, with the centres of all classes marked.

    Args:
        sets: points by the title of their panel.
        centres: one row a class; the first is the one asked for.
    """
    import matplotlib.pyplot as plt

    figure, panels = phones.panels(
        1, len(sets), (WIDE_WIDTH, WIDE_WIDTH / len(sets)), phone_height=3.4, squeeze=False
    )
    plt.close(figure)
    for axes, (name, points) in zip(panels[0], sets.items(), strict=True):
        axes.scatter(*points.T, s=3, color=CYCLE[0], alpha=0.5, linewidths=0)
        axes.scatter(*centres[1:].T, marker="x", color=CYCLE[1], s=45, label="other classes")
        axes.scatter(*centres[:1].T, marker="P", color=CYCLE[1], s=55, label="class asked for")
        axes.set(title=name, xlim=(-3, 3), ylim=(-3, 3), aspect="equal")
        axes.set_xticks([])
        axes.set_yticks([])
        axes.grid(visible=False)
    return figure


@phones.for_phones
def measured_clouds(
    sets: Mapping[str, Float[Tensor, "point 2"]],
    centres: Float[Tensor, "mode 2"],
    value: float,
    std: float,
) -> Figure:
    """Clouds of points whose first coordinate was measured, one panel a set.

    Args:
        sets: points by the title of their panel.
        centres: of the clouds before anything was measured, marked by crosses.
        value, std: what was measured and its noise: a line, and a band of one std to either side.
    """
    import matplotlib.pyplot as plt

    figure, panels = phones.panels(
        1, len(sets), (WIDE_WIDTH, WIDE_WIDTH / len(sets)), phone_height=3.4, squeeze=False
    )
    plt.close(figure)
    for axes, (name, points) in zip(panels[0], sets.items(), strict=True):
        axes.axvspan(value - std, value + std, color=CYCLE[2], alpha=0.25, linewidth=0)
        axes.axvline(value, color=CYCLE[2], linewidth=1)
        axes.scatter(*points.T, s=3, color=CYCLE[0], alpha=0.5, linewidths=0)
        axes.scatter(*centres.T, marker="x", color=CYCLE[1], s=45)
        axes.set(title=name, xlim=(-2, 2), ylim=(-1.7, 2.3), aspect="equal")
        axes.set_xticks([])
        axes.set_yticks([])
        axes.grid(visible=False)
    return figure
