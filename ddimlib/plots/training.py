"""The figures of chapter 6: what is asked of the network, and how well it learns it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import torch
from jaxtyping import Float
from torch import Tensor

from ddimlib.diffusion import MIN_SNR_GAMMA

from .style import CYCLE, LINE_STYLES, TEXT, TEXT_WIDTH

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def counted_errors(log_snr: Float[Tensor, " level"]) -> dict[str, Float[Tensor, " level"]]:
    """How much a unit error of the predicted image counts, by what the loss counts.

    An error e in the image is an error e α/σ in the noise and e/σ in the velocity, since image
    and noise always mix to the same noisy image. Min-SNR is Hang et al. (2023), equation 8, as
    the square root, to be comparable.

    Args:
        log_snr: any noise levels.

    Returns:
        Factors by name: "image", "noise", "velocity", "min_snr".
    """
    signal, noise = torch.sigmoid(log_snr).sqrt(), torch.sigmoid(-log_snr).sqrt()
    return {
        "image": torch.ones_like(log_snr),
        "noise": signal / noise,
        "velocity": 1 / noise,
        "min_snr": (signal / noise).clamp(max=MIN_SNR_GAMMA**0.5),
    }


def weighting_curves(log_snr: Float[Tensor, " level"]) -> Figure:
    """The factors of `counted_errors` over log-SNR, on a logarithmic axis."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(TEXT_WIDTH, 3.2))
    plt.close(figure)
    for (name, factor), colour, style in zip(
        counted_errors(log_snr).items(), CYCLE, LINE_STYLES, strict=False
    ):
        axes.plot(log_snr, factor, color=colour, linestyle=style, label=name)
    axes.set(yscale="log", xlabel="log-SNR", ylabel="weight of an error in the image")
    axes.invert_xaxis()
    axes.text(0.0, -0.2, "nearly an image", transform=axes.transAxes, color=TEXT, fontsize=9)
    axes.text(
        1.0, -0.2, "nearly noise", transform=axes.transAxes, color=TEXT, fontsize=9, ha="right"
    )
    axes.legend(title="the loss counts")
    return figure


def learning_curve(
    metrics: Sequence[Mapping[str, Any]], level: float | None = None, level_name: str = ""
) -> Figure:
    """Training loss and validation error over epochs.

    Args:
        metrics: one mapping an epoch, as in ``metrics.jsonl``.
        level: an error to compare with, drawn as a horizontal line.
        level_name: its name in the legend.
    """
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(TEXT_WIDTH, 3.2))
    plt.close(figure)
    axes.plot(*series(metrics, "train_loss"), label="training loss", color=CYCLE[0])
    axes.plot(
        *series(metrics, "validation_noise_mae"),
        marker="o",
        linestyle=LINE_STYLES[1],
        label="error of the noise, averaged weights, validation",
        color=CYCLE[1],
    )
    if level is not None:
        axes.axhline(level, color=CYCLE[4], linestyle=":", label=level_name)
    axes.set(xlabel="epoch", ylabel="mean absolute error")
    axes.legend()
    return figure


def series(metrics: Sequence[Mapping[str, Any]], key: str) -> tuple[list[int], list[float]]:
    """Epochs that have a value for ``key``, and the values."""
    rows = [row for row in metrics if key in row]
    return [row["epoch"] for row in rows], [row[key] for row in rows]


def medians_and_means(values: Float[Tensor, " sample"]) -> Figure:
    """Which constant guess has the smallest mean absolute, and mean squared, error."""
    import matplotlib.pyplot as plt

    guesses = torch.linspace(float(values.min()), float(values.max()), 401)
    differences = values[:, None] - guesses
    figure, axes = plt.subplots(figsize=(TEXT_WIDTH, 3.0))
    plt.close(figure)
    for name, errors, colour, style in (
        ("mae", differences.abs().mean(0), CYCLE[0], "-"),
        ("mse", differences.square().mean(0), CYCLE[1], "--"),
    ):
        scaled = errors / errors.min()
        best = guesses[errors.argmin()]
        axes.plot(guesses, scaled, color=colour, linestyle=style, label=name)
        axes.plot(best, 1.0, marker="o", color=colour)
    axes.vlines(values, 0.9, 0.97, color=TEXT, linewidth=1.5, label="what the noise could be")
    axes.set(xlabel="guess", ylabel="loss, in units of its least", ylim=(0.9, 2.2))
    axes.legend()
    return figure
