"""Figures of chapter 4: how a noise level becomes a vector."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor

from ddimlib.embeddings import SinusoidalEmbedding
from ddimlib.plots.phones import for_phones, on_phone, panels
from ddimlib.plots.style import (
    CYCLE,
    GRID,
    LINE_STYLES,
    MARKERS,
    PHONE_WIDTH,
    TEXT,
    TEXT_WIDTH,
    colour_map,
    image_axes,
)
from ddimlib.plots.tables import Table, table
from ddimlib.unet import UNet

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def frequencies(embedding: SinusoidalEmbedding) -> Tensor:
    """The embedding's frequencies in cycles per unit, float64, ``(dim / 2,)``."""
    return embedding.angular_speeds.double().cpu() / (2 * math.pi)


def similarity(cycles: Tensor, differences: Tensor) -> Tensor:
    """Cosine similarity of two embeddings whose noise levels differ by ``differences``.

    The mean of cos(2π f δ) over the frequencies ``cycles``: no noise level is needed, only
    their difference.

    Returns:
        In [-1, 1], shaped like ``differences``.
    """
    angles = 2 * math.pi * differences[..., None].double() * cycles.double()
    return angles.cos().mean(-1)


def rounding_distances(embedding: SinusoidalEmbedding, dtype: torch.dtype) -> Tensor:
    """How far each hand is off when level, speed and angle are rounded to ``dtype``.

    Returns:
        For each frequency the largest distance, over 4,096 random levels in [0, 1], between
        the points (cos, sin) of the exact and the rounded angle: 0 is right, 2 is opposite.
    """
    generator = torch.Generator().manual_seed(0)
    levels = torch.rand(4096, generator=generator, dtype=torch.float64)
    speeds = 2 * math.pi * frequencies(embedding)
    exact = levels[:, None] * speeds
    rounded = (levels.to(dtype)[:, None] * speeds.to(dtype)).double()
    return (2 * ((exact - rounded) / 2).sin().abs()).amax(0)


@for_phones
def fitted_curves(
    levels: Tensor, targets: Mapping[str, Tensor], fits: Mapping[str, Tensor]
) -> Figure:
    """What networks made of the same curves, one row an input and one column a curve.

    Args:
        levels: noise levels, ``(points,)``.
        targets: name of each curve to its values, ``(points,)``.
        fits: name of each network to its outputs, ``(points, len(targets))``.
    """
    import matplotlib.pyplot as plt

    figure, rows = panels(
        len(fits), len(targets), (TEXT_WIDTH, 2.1 * len(fits)), phone_height=1.7,
        squeeze=False, sharex=True, sharey="col",
    )  # fmt: skip
    for row, (name, outputs) in zip(rows, fits.items(), strict=True):
        for column, (axes, (curve, target)) in enumerate(zip(row, targets.items(), strict=True)):
            output = outputs[:, column]
            error = ((output - target).square().mean() / target.var()).sqrt().item()
            axes.plot(levels.numpy(), target.numpy(), color=GRID, linewidth=3, label="the curve")
            axes.plot(
                levels.numpy(), output.numpy(), color=CYCLE[2], linewidth=1.0, label="the network"
            )
            axes.set_title(f"{curve} from {name}: error {error:.2f}", fontsize=9)
        row[0].set_ylabel("output")
    for axes in rows[-1]:
        axes.set_xlabel("noise level")
    rows[0][0].legend(loc="lower right")
    plt.close(figure)
    return figure


@for_phones
def similarity_curves(kinds: Mapping[str, Tensor]) -> Figure:
    """Similarity against the difference of noise levels, on a plain and on a logarithmic axis.

    Args:
        kinds: name of each set of frequencies to its frequencies in cycles per unit. The first
            is compared with the straight line that exponential spacing tends to.
    """
    import matplotlib.pyplot as plt

    figure, (plain, logarithmic) = panels(1, 2, (TEXT_WIDTH, 3.5), sharey=True)
    small = torch.linspace(0, 0.05, 2001, dtype=torch.float64)
    wide = torch.logspace(-5, 0, 1001, dtype=torch.float64)
    for number, (name, cycles) in enumerate(kinds.items()):
        look = {"color": CYCLE[(2, 3, 4, 5)[number % 4]], "linestyle": LINE_STYLES[number % 6]}
        look["linewidth"] = 2.2 if number == 0 else 1.3
        plain.plot(small.numpy(), similarity(cycles, small).numpy(), label=name, **look)
        logarithmic.plot(wide.numpy(), similarity(cycles, wide).numpy(), label=name, **look)
    first = next(iter(kinds.values()))
    line = straight_line(wide, first.min().item(), first.max().item())
    inside = (line > -0.05) & (line < 1)
    logarithmic.plot(
        wide[inside].numpy(),
        line[inside].numpy(),
        color=TEXT,
        linewidth=1.2,
        linestyle=":",
        label="straight line",
    )
    plain.set(xlabel="difference δ", ylabel="similarity", title="Near")
    logarithmic.set(xlabel="difference δ", xscale="log", title="Near and far")
    figure.legend(
        *logarithmic.get_legend_handles_labels(),
        loc="outside lower center",
        ncols=1 if on_phone() else 3,
    )
    plt.close(figure)
    return figure


def straight_line(differences: Tensor, low: float, high: float) -> Tensor:
    """The similarity that infinitely many frequencies between ``low`` and ``high`` tend to.

    ∫ cos(2π f δ) df / f over [low, high], over its value at δ = 0, is a difference of two cosine
    integrals. Between 1/high and 1/low it is close to a straight line in log δ, this one, with
    Euler's constant from the cosine integral of small arguments.
    """
    return -(np.euler_gamma + torch.log(2 * math.pi * low * differences)) / math.log(high / low)


@for_phones
def rounding_errors(embedding: SinusoidalEmbedding, dtypes: Sequence[torch.dtype]) -> Figure:
    """The largest error of each hand in several number formats, against its frequency."""
    import matplotlib.pyplot as plt

    figure, axes = panels(1, 1, (TEXT_WIDTH, 3.2), phone_height=2.6)
    for number, dtype in enumerate(dtypes):
        axes.loglog(
            frequencies(embedding).numpy(), rounding_distances(embedding, dtype).numpy(),
            marker="o", color=CYCLE[number], linestyle=LINE_STYLES[number],
            label=str(dtype).removeprefix("torch."),
        )  # fmt: skip
    axes.axhline(2, color=TEXT, linewidth=1)
    axes.text(1, 2.3, "2: the hand may point anywhere", color=TEXT, fontsize=8.5, va="bottom")
    axes.set(xlabel="frequency (cycles per unit)", ylabel="largest error of the hand")
    axes.set_ylim(top=9)
    axes.legend(loc="lower right")
    plt.close(figure)
    return figure


@for_phones
def input_channels(network: UNet, noisy: Tensor, noise_variance: Tensor) -> Figure:
    """All channels that the first residual block of a U-Net sees, for one image.

    Args:
        noisy: ``(1, channel, height, width)``.
        noise_variance: one number.
    """
    import matplotlib.pyplot as plt

    seen: list[Tensor] = []
    first = next(network.down[0].children())[0]  # type: ignore[index]
    hook = first.register_forward_pre_hook(lambda module, inputs: seen.append(inputs[0]))
    try:
        with torch.no_grad():
            network(noisy, noise_variance)
    finally:
        hook.remove()
    channels = seen[0][0]
    columns = 8 if on_phone() else 16
    rows = math.ceil(len(channels) / columns)
    width = PHONE_WIDTH if on_phone() else TEXT_WIDTH
    figure, grid = plt.subplots(rows, columns, figsize=(width, 0.46 * rows), squeeze=False)
    for k, axes in enumerate(grid.flat):
        image_axes(axes)
        if k < len(channels):
            axes.imshow(channels[k].numpy(), cmap=colour_map(), vmin=-1.5, vmax=1.5)
    plt.close(figure)
    return figure


def border_response(conv: torch.nn.Conv2d, vector: Tensor, side: int = 8) -> Figure:
    """What a padded convolution makes of channels that are constant over the image.

    Args:
        conv: with as many input channels as ``vector`` has entries, and at least one output.
        vector: ``(channels,)``, spread over ``side`` × ``side`` pixels.
    """
    import matplotlib.pyplot as plt

    with torch.no_grad():
        response = conv(vector[None, :, None, None].expand(1, -1, side, side))[0, 0]
    figure, axes = plt.subplots(figsize=(3.9, 3.1))
    limit = response.abs().max().item()
    picture = axes.imshow(response.numpy(), cmap=colour_map(), vmin=-limit, vmax=limit)
    image_axes(axes)
    figure.colorbar(picture, ax=axes, label="output of the convolution")
    plt.close(figure)
    return figure


def _over_seeds(rows: Sequence[Mapping[str, Any]], measure: str) -> dict[str, Tensor]:
    """A measure by what the network was told, one value (or list) a seed, in order of seeds."""
    told = dict.fromkeys(row["message"] for row in rows)
    ordered = sorted(rows, key=lambda row: row["seed"])
    return {
        name: torch.tensor([row[measure] for row in ordered if row["message"] == name])
        for name in told
    }


def _mean_and_error(values: Tensor) -> tuple[Tensor, Tensor]:
    """The mean over seeds (the first axis) and its standard error."""
    return values.mean(0), values.std(0) / len(values) ** 0.5


def told_table(rows: Sequence[Mapping[str, Any]]) -> Table:
    """What networks are worth by what they are told: means over seeds with standard errors.

    Args:
        rows: of ``benchmarks/noise_level.py``, one a message and seed.
    """
    measures = ("noise_mae", "kid_f_ddim", "kid_f_ddpm")
    seeds = len({row["seed"] for row in rows})
    by_message = [_over_seeds(rows, measure) for measure in measures]
    return table(
        [
            (name, *(tuple(map(float, _mean_and_error(values[name]))) for values in by_message))
            for name in by_message[0]
        ],
        {"told": "", "error of the noise": ".4f", "KID-F, DDIM": ".2f", "KID-F, DDPM": ".2f"},
        f"Means over {seeds} seeds ± standard errors. Lower is better.",
    )


@for_phones
def told_errors(
    rows: Sequence[Mapping[str, Any]], log_snrs: Sequence[float], against: str = "embedding"
) -> Figure:
    """How much larger the error of the noise is than that of one message, by log-SNR.

    Networks of the same seed saw the same pictures and noises, so differences are taken seed by
    seed; bars are standard errors of their means.

    Args:
        rows: of ``benchmarks/noise_level.py``, one a message and seed.
        log_snrs: the levels of their ``noise_mae_by_log_snr``.
        against: the message that the others are compared with.
    """
    import matplotlib.pyplot as plt

    figure, axes = panels(1, 1, (TEXT_WIDTH, 2.9), phone_height=2.8)
    errors = _over_seeds(rows, "noise_mae_by_log_snr")
    ours = errors.pop(against)
    for number, (name, theirs) in enumerate(errors.items()):
        mean, bar = _mean_and_error(theirs / ours - 1)
        shift = 0.08 * (number - 1)  # so that bars do not hide one another
        axes.errorbar(
            [level + shift for level in log_snrs], 100 * mean, 100 * bar, capsize=2,
            color=CYCLE[(1, 3, 4)[number % 3]], linestyle=LINE_STYLES[number],
            marker=MARKERS[number], linewidth=1.4, label=name,
        )  # fmt: skip
    axes.axhline(0, color=TEXT, linewidth=1)
    axes.set(xlabel="log-SNR (noise grows to the right)", ylabel=f"above the {against} (%)")
    axes.invert_xaxis()
    axes.legend(title="told", title_fontsize=9)
    plt.close(figure)
    return figure


def _cycles(frequency: Tensor) -> str:
    """Three digits, never in the form 1e+03."""
    return f"{frequency:.0f}" if frequency >= 99.5 else f"{frequency:.3g}"
