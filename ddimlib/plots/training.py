"""The figures of chapter 6: what is asked of the network, and how well it learns it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import torch
from jaxtyping import Float
from torch import Tensor

from ddimlib.diffusion import MIN_SNR_GAMMA
from ddimlib.schedules import Schedule

from . import phones
from .style import CYCLE, LINE_STYLES, NARROW_WIDTH, TEXT

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def counted_errors(log_snr: Float[Tensor, " level"]) -> dict[str, Float[Tensor, " level"]]:
    """How much a unit error of the predicted image counts, by what the loss counts.

    An error e in the image is an error e α/σ in the noise and e/σ in the velocity, since image
    and noise always mix to the same noisy image. Min-SNR is Hang et al. (2023), section 3.4, as
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


@phones.for_phones
def weighting_curves(log_snr: Float[Tensor, " level"]) -> Figure:
    """The factors of `counted_errors` over log-SNR, on a logarithmic axis."""
    import matplotlib.pyplot as plt

    figure, axes = phones.panels(1, 1, (NARROW_WIDTH, 3.2), phone_height=2.7)
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


def level_densities(
    schedule: Schedule, log_snr: Float[Tensor, " level"]
) -> dict[str, Float[Tensor, " level"]]:
    """How often training draws each noise level, as densities over log-SNR.

    Uniform t under the schedule; log-normal noise (Karras et al. 2022, table 1: ln σ normal with
    mean -1.2 and deviation 1.2 for images of deviation 0.5); t with a normal logit, and uniform t,
    on a rectified flow (Esser et al. 2024, section 3.1), whose log-SNR is ``-2 logit(t)``.

    Args:
        schedule: of the uniform times.
        log_snr: where to evaluate, any noise levels.
    """

    def normal(mean: float, std: float) -> Tensor:
        z = (log_snr - mean) / std
        return torch.exp(-0.5 * z**2) / (std * math.sqrt(2 * math.pi))

    start, end = (schedule.log_snr(torch.tensor(t, dtype=log_snr.dtype)) for t in (0.0, 1.0))
    inside = log_snr.clamp(end, start).detach().requires_grad_()
    (slope,) = torch.autograd.grad(schedule.time(inside).sum(), inside)
    half = log_snr / 2
    return {
        "uniform t, this schedule": -slope * ((log_snr >= end) & (log_snr <= start)),
        "log-normal noise": normal(2 * math.log(0.5) + 2 * 1.2, 2 * 1.2),
        "logit-normal t, flow": normal(0.0, 2.0),
        "uniform t, flow": torch.sigmoid(half) * torch.sigmoid(-half) / 2,
    }


@phones.for_phones
def drawn_levels(schedule: Schedule) -> Figure:
    """The densities of `level_densities` over log-SNR, from clean to noise."""
    import matplotlib.pyplot as plt

    log_snr = torch.linspace(10, -10, 801, dtype=torch.float64)
    figure, axes = phones.panels(1, 1, (NARROW_WIDTH, 3.2), phone_height=2.7)
    plt.close(figure)
    densities = level_densities(schedule, log_snr)
    for (name, density), colour, style in zip(densities.items(), CYCLE, LINE_STYLES, strict=False):
        axes.plot(log_snr, density, color=colour, linestyle=style, label=name)
    axes.set(xlabel="log-SNR (left: nearly an image)", ylabel="how often drawn", ylim=(0, 0.42))
    axes.invert_xaxis()
    axes.legend()
    return figure


@phones.for_phones
def learning_curve(
    metrics: Sequence[Mapping[str, Any]],
    level: float | None = None,
    level_name: str = "",
    top: float | None = None,
) -> Figure:
    """Training loss and validation error over epochs.

    Args:
        metrics: one mapping an epoch, as in ``metrics.jsonl``.
        level: an error to compare with, drawn as a horizontal line.
        level_name: its name in the legend.
        top: cut the picture off here, where the first epochs would flatten the rest.
    """
    import matplotlib.pyplot as plt

    figure, axes = phones.panels(1, 1, (NARROW_WIDTH, 3.2), phone_height=2.7)
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
    axes.set_ylim(top=top)
    axes.legend()
    return figure


def series(metrics: Sequence[Mapping[str, Any]], key: str) -> tuple[list[int], list[float]]:
    """Epochs that have a value for ``key``, and the values."""
    rows = [row for row in metrics if key in row]
    return [row["epoch"] for row in rows], [row[key] for row in rows]
