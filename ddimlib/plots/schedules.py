"""Figures of chapter 3: noise schedules as curves, as pictures and as time well or badly spent."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from ddimlib.checks import check_time
from ddimlib.forward import Rates
from ddimlib.plots.phones import for_phones, on_phone, panels
from ddimlib.plots.style import (
    GRID,
    IRIS,
    LEAF,
    LINE_STYLES,
    NOISE,
    PETAL,
    PHONE_WIDTH,
    POLLEN,
    SIGNAL,
    TEXT,
    TEXT_WIDTH,
)
from ddimlib.schedules import Schedule

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: One colour for each schedule, in the order in which a chapter names them.
SCHEDULE_COLOURS = (LEAF, PETAL, POLLEN, IRIS, SIGNAL, NOISE)


@for_phones
def schedule_curves(schedules: Mapping[str, Schedule]) -> "Figure":
    """Left, signal (thick) and noise rates (thin) over time; right, log-SNR over time."""
    import matplotlib.pyplot as plt

    figure, (left, right) = panels(1, 2, (TEXT_WIDTH, 3.0))
    plt.close(figure)
    t = torch.linspace(0, 1, 501, dtype=torch.float64)
    for (name, schedule), colour, style in zip(
        schedules.items(), SCHEDULE_COLOURS, LINE_STYLES, strict=False
    ):
        rates = schedule(t)
        left.plot(t, rates.signal, color=colour, linestyle=style)
        left.plot(t, rates.noise, color=colour, linestyle=style, linewidth=0.9)
        right.plot(t, schedule.log_snr(t), color=colour, linestyle=style, label=name)
    left.set(xlabel="time t", ylabel="rate", ylim=(-0.03, 1.03))
    left.set_title("signal (thick), noise (thin)")
    right.axhline(0, color=GRID, linewidth=0.8)
    right.set(xlabel="time t", ylabel="log-SNR")
    right.set_title("log-SNR")
    right.legend()
    return figure


def time_shares(schedule: Schedule, edges: Sequence[float]) -> Float[Tensor, " band"]:
    """The share of time spent between neighbouring log-SNRs.

    Args:
        schedule: any schedule.
        edges: falling log-SNRs; what lies above the first or below the last is left out.

    Raises:
        ValueError: when the edges do not fall.
    """
    levels = torch.tensor(list(edges), dtype=torch.float64)
    if len(levels) < 2 or not (levels.diff() < 0).all():
        raise ValueError(f"edges must be at least two falling log-SNRs, got {list(edges)}")
    return schedule.time(levels).diff()


def time_density(schedule: Schedule, log_snr: Float[Tensor, " level"]) -> Float[Tensor, " level"]:
    """How densely a schedule's time lies at each log-SNR: ``|dt / dλ|``, 0 beyond its ends.

    With t uniform in training this is the density of noise levels that the network sees
    (Kingma and Gao 2023, section 2).
    """
    step = 1e-3
    levels = log_snr.double()
    return (schedule.time(levels - step) - schedule.time(levels + step)) / (2 * step)


@for_phones
def noise_level_densities(
    log_snr: Float[Tensor, " level"], densities: Mapping[str, Float[Tensor, " level"]]
) -> "Figure":
    """How often training meets each noise level, one curve for each way to draw them."""
    import matplotlib.pyplot as plt

    figure, axes = panels(1, 1, (TEXT_WIDTH, 2.7))
    plt.close(figure)
    for (name, density), colour, style in zip(
        densities.items(), SCHEDULE_COLOURS, LINE_STYLES, strict=False
    ):
        axes.plot(log_snr, density, color=colour, linestyle=style, label=name)
    axes.set(
        xlabel="log-SNR (noise grows to the right)",
        ylabel="density",
        xlim=(float(log_snr.max()), float(log_snr.min())),
        ylim=(0, None),
    )
    figure.legend(loc="outside lower center", ncols=2 if on_phone() else 4)
    return figure


@for_phones
def time_spent(
    schedules: Mapping[str, Schedule], edges: Sequence[float], names: Sequence[str] = ()
) -> "Figure":
    """Above, the density of time over log-SNR; below, the share of time in each band.

    Args:
        schedules: by name.
        edges: falling log-SNRs between the bands.
        names: of the bands, one fewer than edges.
    """
    import matplotlib.pyplot as plt

    figure, (above, below) = plt.subplots(
        2,
        1,
        figsize=(PHONE_WIDTH if on_phone() else TEXT_WIDTH, 2.6 + 0.42 * len(schedules)),
        height_ratios=(2.2, 0.42 * len(schedules)),
    )
    plt.close(figure)
    log_snr = torch.linspace(float(edges[0]), float(edges[-1]), 801, dtype=torch.float64)
    for (name, schedule), colour, style in zip(
        schedules.items(), SCHEDULE_COLOURS, LINE_STYLES, strict=False
    ):
        above.plot(
            log_snr, time_density(schedule, log_snr), color=colour, linestyle=style, label=name
        )
    above.set(
        xlabel="log-SNR (noise grows to the right)",
        ylabel="density of time",
        xlim=(float(edges[0]), float(edges[-1])),
        ylim=(0, None),
    )
    above.legend()

    # From signal to noise: the bands' colours blend as the picture does.
    blend = plt.get_cmap("cividis_r")(np.linspace(0.12, 0.95, len(edges) - 1))
    for row, schedule in enumerate(schedules.values()):
        start = 0.0
        for band, share in enumerate(time_shares(schedule, edges).tolist()):
            below.barh(row, share, left=start, color=blend[band], height=0.72)
            if share > (0.11 if on_phone() else 0.055):
                ink = "white" if band >= (len(edges) - 1) / 2 else "black"
                below.text(
                    start + share / 2, row, f"{share:.0%}", ha="center", va="center",
                    color=ink, fontsize=8.5,
                )  # fmt: skip
            start += share
    below.set_yticks(range(len(schedules)), list(schedules))
    below.invert_yaxis()
    below.grid(visible=False)
    below.set(xlim=(0, 1), xlabel="share of time")
    below.spines["left"].set_visible(False)
    below.tick_params(left=False)
    if names:
        handles = [plt.Rectangle((0, 0), 1, 1, color=colour) for colour in blend]
        figure.legend(
            handles, list(names), loc="outside lower center", ncols=3 if on_phone() else len(names),
            title="log-SNR", title_fontsize=9, handlelength=1.0, columnspacing=1.0,
        )  # fmt: skip
    return figure


@for_phones
def difficulty(
    log_snr: Float[Tensor, " level"],
    image_error: Float[Tensor, " level"],
    noise_error: Float[Tensor, " level"],
) -> "Figure":
    """Mean squared errors of image and noise against log-SNR, noise growing to the right."""
    import matplotlib.pyplot as plt

    figure, axes = panels(1, 1, (TEXT_WIDTH, 2.7))
    plt.close(figure)
    axes.plot(log_snr, image_error, color=SIGNAL, label="error of the image")
    axes.plot(log_snr, noise_error, color=NOISE, linestyle="--", label="error of the noise")
    axes.set(
        xlabel="log-SNR (noise grows to the right)",
        ylabel="mean squared error",
        xlim=(float(log_snr.max()), float(log_snr.min())),
        ylim=(-0.02, 1.02),
    )
    axes.legend()
    return figure


def reference_linear_rates(
    t: Float[Tensor, "*time"],
    min_signal_rate: float = 0.02,
    max_signal_rate: float = 0.95,
    steps: int = 1000,
) -> Rates:
    """The linear schedule of the R torch reference, flaws and all, for comparison only.

    It clips ᾱ, which is the *square* of the signal rate, by the bounds of the signal rate, and
    finds it in its table by a truncated index.
    """
    betas = torch.linspace(1e-4, 0.02, steps, dtype=torch.float64)
    table = (1 - betas).cumprod(0).clamp(min_signal_rate, max_signal_rate)
    alpha_bar = table[(check_time(t) * (steps - 1)).long()].to(t.dtype)
    return Rates(alpha_bar.sqrt(), (1 - alpha_bar).sqrt())


@for_phones
def two_linear_schedules(ours: Schedule, zoom: tuple[float, float] = (0.3, 0.305)) -> "Figure":
    """Our linear schedule beside the reference's: log-SNR over time, and a magnified piece."""
    import matplotlib.pyplot as plt

    figure, both = panels(1, 2, (TEXT_WIDTH, 2.9), width_ratios=(1.4, 1))
    plt.close(figure)
    for axes, (start, end) in zip(both, ((0.0, 1.0), zoom), strict=True):
        t = torch.linspace(start, end, 2001, dtype=torch.float64)
        reference = reference_linear_rates(t)
        axes.plot(t, ours.log_snr(t), color=PETAL, linestyle="--", label="ours")
        axes.plot(t, 2 * (reference.signal / reference.noise).log(), color=TEXT, label="reference")
        axes.set(xlabel="time t", ylabel="log-SNR", xlim=(start, end))
    both[0].set_title("the whole way")
    both[1].set_title("five thousandths of it")
    both[0].legend()
    return figure
