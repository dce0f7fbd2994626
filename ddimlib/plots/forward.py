"""Figures of chapter 2: a photograph dissolves in noise."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from jaxtyping import Float
from numpy.typing import NDArray
from torch import Tensor

from ddimlib.forward import Rates
from ddimlib.plots.phones import for_phones, on_phone, panels
from ddimlib.plots.style import (
    CYCLE,
    GRID,
    LEAF,
    LINE_STYLES,
    NOISE,
    PETAL,
    PHONE_WIDTH,
    SIGNAL,
    TEXT,
    TEXT_WIDTH,
    WIDE_WIDTH,
    image_axes,
)
from ddimlib.schedules import Schedule

if TYPE_CHECKING:
    from matplotlib.figure import Figure

CHANNELS = ("red", "green", "blue")
CHANNEL_COLOURS = ("#d1495b", LEAF, SIGNAL)


def photograph(size: int = 64) -> Float[Tensor, "1 3 size size"]:
    """scikit-learn's sample photograph of a dahlia, a picture in [0, 1] as a batch of one.

    Photograph by vultilion on Flickr, CC BY 2.0 (scikit-learn's ``flower.jpg``).

    Args:
        size: side in pixels, a divisor of 384.
    """
    from ddimlib.data.photograph import sample_flower

    pixels = torch.from_numpy(sample_flower(size).copy())
    return pixels.permute(2, 0, 1)[None].float() / 255


def standardised_photograph(
    size: int = 64,
) -> tuple[Float[Tensor, "1 3 size size"], Tensor, Tensor]:
    """The photograph as an image of mean 0 and variance 1, and what brings it back.

    Args:
        size: side in pixels, a divisor of 384.

    Returns:
        The image, and mean and standard deviation of the picture's channels, ``(1, 3, 1, 1)``.
    """
    picture = photograph(size)
    mean = picture.mean((0, 2, 3), keepdim=True)
    std = picture.std((0, 2, 3), keepdim=True, correction=0)
    return (picture - mean) / std, mean, std


def to_array(picture: Float[Tensor, "channel height width"]) -> NDArray[np.float32]:
    """A picture as matplotlib wants it: (height, width, 3), clipped to [0, 1].

    Values are rounded to 64 levels: in noise nobody sees it, and its PNG is a quarter smaller.
    """
    levels = (picture.detach().clamp(0, 1) * 63).round() / 63
    return levels.expand(3, -1, -1).permute(1, 2, 0).float().numpy()


@for_phones
def picture_grid(
    rows: Mapping[str, Float[Tensor, "column channel height width"]],
    columns: Sequence[str] = (),
    width: float = TEXT_WIDTH,
    top: str = "",
) -> "Figure":
    """Rows of pictures with a name beside each row and a title above each column.

    On a phone there are at most five columns, fewer where their titles are long; what is beyond
    them follows below.

    Args:
        rows: pictures in [0, 1] by the name of their row, equally many in each.
        columns: titles of the columns.
        width: of the figure, in inches.
        top: a line above the columns that says what their titles count.
    """
    import matplotlib.pyplot as plt

    total = max(len(pictures) for pictures in rows.values())
    label_width = 1.15
    count = total
    if on_phone():
        width, label_width = min(width, PHONE_WIDTH), 0.82
        letter = 0.07  # inches
        longest = max((len(word) for text in columns for word in text.split()), default=1)
        most = max(1, min(5, int((width - label_width) / (letter * longest))))
        count = -(-total // -(-total // most))  # as even as can be
        letters = int((width - label_width) / count / letter)
        columns = [textwrap.fill(text, letters, break_long_words=False) for text in columns]
    bands = -(-total // count)
    side = (width - label_width) / count
    lines = max((text.count("\n") + 1 for text in columns), default=0)
    title, line = (0.05 + 0.14 * lines if columns else 0.0), (0.17 if top else 0.0)
    band_height = side * len(rows) * 1.04 + title
    height = bands * band_height + line
    figure = plt.figure(figsize=(width, height), layout="none")
    plt.close(figure)
    for band in range(bands):
        shown = slice(band * count, (band + 1) * count)
        upper = height - line - band * band_height - title
        grid = figure.add_gridspec(
            len(rows), count, left=label_width / width, right=1, top=upper / height,
            bottom=(upper - side * len(rows) * 1.04) / height, wspace=0.04, hspace=0.04,
        ).subplots(squeeze=False)  # fmt: skip
        for axes_of_row, (name, pictures) in zip(grid, rows.items(), strict=True):
            for axes, picture in zip(axes_of_row, pictures[shown], strict=False):
                axes.imshow(to_array(picture))
            for axes in axes_of_row:
                image_axes(axes)
            axes_of_row[0].set_ylabel(name, rotation=0, ha="right", va="center", labelpad=6)
        for axes, text in zip(grid[0], columns[shown], strict=False):
            size = 8.0 if on_phone() else 9.0
            axes.set_title(text, loc="center", fontweight="normal", fontsize=size, pad=3)
    if top:
        centre = (1 + label_width / width) / 2
        figure.text(centre, 1, top, ha="center", va="top", fontsize=9.0, color=TEXT)
    return figure


@for_phones
def standardisation(
    picture: Float[Tensor, "channel height width"], image: Float[Tensor, "channel height width"]
) -> "Figure":
    """The picture, and the histograms of its channels before and after standardisation."""
    import matplotlib.pyplot as plt

    figure, (left, middle, right) = panels(
        1, 3, (TEXT_WIDTH, 2.3), phone_height=1.7, width_ratios=(0.8, 1, 1)
    )
    plt.close(figure)
    left.imshow(to_array(picture))
    image_axes(left)
    histograms = (
        (middle, picture, "pixel values", np.linspace(0, 1, 41)),
        (right, image, "standardised", np.linspace(-3, 3, 41)),
    )
    for axes, values, title, edges in histograms:
        for channel, name, colour, style in zip(
            values, CHANNELS, CHANNEL_COLOURS, LINE_STYLES, strict=False
        ):
            heights, _ = np.histogram(channel.flatten().numpy(), bins=edges, density=True)
            axes.stairs(heights, edges, color=colour, linestyle=style, linewidth=1.6, label=name)
        axes.set_title(title)
        axes.set_yticks([])
    middle.legend()
    return figure


def quarter_circle(pictures: Float[Tensor, "level channel height width"], rates: Rates) -> "Figure":
    """Noisy pictures where they stand: signal rate to the right, noise rate upwards.

    Args:
        pictures: in [0, 1], one for each noise level.
        rates: ``(level,)`` each.
    """
    import matplotlib.pyplot as plt
    from matplotlib.offsetbox import AnnotationBbox, OffsetImage

    figure, axes = plt.subplots(figsize=(4.8, 4.8))
    plt.close(figure)
    angle = np.linspace(0, np.pi / 2, 200)
    axes.plot(np.cos(angle), np.sin(angle), color=GRID, linewidth=1.2, zorder=1)
    for picture, signal, noise in zip(pictures, *rates, strict=True):
        point = (float(signal), float(noise))
        axes.plot((0, point[0]), (0, point[1]), color=GRID, linewidth=0.6, zorder=0)
        box = OffsetImage(to_array(picture), zoom=46 / picture.shape[-1])
        axes.add_artist(AnnotationBbox(box, point, frameon=False, pad=0))
    # The sides of the right triangle of one of them, in the colours of signal and noise.
    middle = len(pictures) // 2
    x, y = float(rates.signal[middle]), float(rates.noise[middle])
    axes.plot((0, x), (0, 0), color=SIGNAL, linewidth=3, solid_capstyle="butt")
    axes.plot((x, x), (0, y), color=NOISE, linewidth=3, solid_capstyle="butt")
    axes.text(x / 2, -0.05, "signal rate", color=SIGNAL, ha="center", va="top")
    axes.text(x - 0.02, y * 0.42, "noise rate", color=NOISE, ha="right", va="center")
    axes.set(xlim=(-0.14, 1.14), ylim=(-0.14, 1.14), aspect="equal")
    axes.set_xticks((0, 0.5, 1))
    axes.set_yticks((0, 0.5, 1))
    return figure


@for_phones
def dissolving(
    rows: Mapping[str, Float[Tensor, "time channel height width"]],
    times: Float[Tensor, " time"],
    schedules: Mapping[str, Schedule],
    width: float = WIDE_WIDTH,
) -> "Figure":
    """Curves of signal and noise rates above rows of pictures that stand at their times.

    Args:
        rows: noisy pictures in [0, 1] by the name of their schedule.
        times: of the pictures, equally spaced.
        schedules: the schedules to draw, by name, in the order of the rows.
        width: of the figure, in inches.
    """
    import matplotlib.pyplot as plt

    if on_phone():  # every other picture
        width, times = PHONE_WIDTH, times[::2]
        rows = {name: pictures[::2] for name, pictures in rows.items()}
    step = float(times[1] - times[0])
    span = (float(times[0]) - step / 2, float(times[-1]) + step / 2)
    label_width, curve_height = 0.75, 2.2
    side = (width - label_width) * step / (span[1] - span[0])
    legend_height = 0.45 if on_phone() else 0.25
    height = legend_height + curve_height + 0.12 + side * len(rows) + 0.42
    figure = plt.figure(figsize=(width, height), layout="none")
    plt.close(figure)
    left, inner = label_width / width, 1 - label_width / width

    # The legend stands above the curves.
    top = (height - legend_height) / height
    curves = figure.add_axes((left, top - curve_height / height, inner, curve_height / height))
    dense = torch.linspace(0, 1, 401)
    for style, (name, schedule) in zip(LINE_STYLES, schedules.items(), strict=False):
        rates = schedule(dense)
        curves.plot(dense, rates.signal, color=SIGNAL, linestyle=style, label=f"signal, {name}")
        curves.plot(dense, rates.noise, color=NOISE, linestyle=style, label=f"noise, {name}")
    curves.set(xlim=span, ylim=(-0.03, 1.03), ylabel="rate")
    curves.tick_params(labelbottom=False)
    curves.set_xticks([round(float(t), 3) for t in times])
    curves.legend(
        loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2 if on_phone() else 4,
        columnspacing=1.2,
    )  # fmt: skip

    for index, (name, pictures) in enumerate(rows.items()):
        bottom = (0.42 + side * (len(rows) - 1 - index)) / height
        axes = figure.add_axes((left, bottom, inner, side / height))
        for t, picture in zip(times, pictures, strict=True):
            half = 0.48 * step
            centre = float(t)
            axes.imshow(
                to_array(picture), extent=(centre - half, centre + half, 0.02, 0.98), aspect="auto"
            )
        image_axes(axes)
        axes.set(xlim=span, ylim=(0, 1))
        axes.set_ylabel(name, rotation=0, ha="right", va="center", labelpad=6)
        if index == len(rows) - 1:
            axes.set_xticks([float(t) for t in times], [f"{float(t):g}" for t in times])
            axes.set_xlabel("time t")
            axes.tick_params(length=0)
    return figure


@for_phones
def histograms(images: Mapping[str, Float[Tensor, " ..."]]) -> "Figure":
    """The histogram of each image's values, with the standard normal density drawn over it."""
    import matplotlib.pyplot as plt

    figure, row = panels(
        1, len(images), (TEXT_WIDTH, 1.7), phone_height=0.95, sharex=True, sharey=True,
        squeeze=False,
    )  # fmt: skip
    plt.close(figure)
    edges = np.linspace(-4, 4, 61)
    x = np.linspace(-4, 4, 201)
    for axes, (name, image) in zip(row[0], images.items(), strict=True):
        heights, _ = np.histogram(image.flatten().numpy(), bins=edges, density=True)
        axes.stairs(heights, edges, fill=True, color=SIGNAL, alpha=0.55)
        axes.plot(x, np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi), color=NOISE, linewidth=1.5)
        axes.set_title(name, loc="center", fontweight="normal", fontsize=9.0)
        axes.set_yticks([])
        axes.set_xticks((-2, 0, 2))
        axes.spines["left"].set_visible(False)
    return figure


def surviving_ring(power: Float[Tensor, " ring"], log_snr: Float[Tensor, " time"]) -> Tensor:
    """The highest ring whose power in the image still exceeds that of the noise, else 0.

    Args:
        power: spectrum of the standardised image, from ``spectrum.radial_power``.
        log_snr: noise levels.
    """
    above = power[None, 1:] * log_snr.exp()[:, None] >= 1
    ring = torch.arange(1, len(power))
    return torch.where(above, ring, 0).amax(1)


@for_phones
def drowning(
    power: Float[Tensor, " ring"], schedules: Mapping[str, Schedule], times: Sequence[float]
) -> "Figure":
    """Left, a spectrum and the level of the noise at some times; right, what stands above it.

    Args:
        power: spectrum of the standardised image; rings up to half its side are drawn.
        schedules: the first gives the noise levels on the left.
        times: of those levels.
    """
    import matplotlib.pyplot as plt

    last = int((len(power) - 1) / 2**0.5)  # rings beyond half the side are corners
    figure, (left, right) = panels(1, 2, (TEXT_WIDTH, 3.1))
    plt.close(figure)
    frequency = np.arange(1, last + 1)
    left.loglog(frequency, power[1 : last + 1], color=SIGNAL, marker="o", markersize=3)
    name, schedule = next(iter(schedules.items()))
    for t in times:
        level = float((-schedule.log_snr(torch.tensor(t, dtype=torch.float64))).exp())
        left.axhline(level, color=NOISE, linewidth=1.2, alpha=0.9)
        left.text(1, level * 1.1, f"t = {t:g}", color=NOISE, ha="left", fontsize=8)
    left.set(xlabel="frequency (cycles a picture)", ylabel="power")
    left.set_title(f"photograph and noise, {name}")
    left.set_xticks([2**k for k in range(int(np.log2(last)) + 1)])
    left.xaxis.set_major_formatter("{x:.0f}")
    left.xaxis.set_minor_formatter("")

    dense = torch.linspace(0, 1, 1001, dtype=torch.float64)
    for (label, one), colour, style in zip(
        schedules.items(), (LEAF, PETAL, *CYCLE), LINE_STYLES, strict=False
    ):
        ring = surviving_ring(power[: last + 1].double(), one.log_snr(dense))
        right.plot(dense, ring, color=colour, linestyle=style, label=label, drawstyle="steps-mid")
    right.set_yscale("symlog", base=2, linthresh=1)
    right.set_yticks([0, *(2**k for k in range(int(np.log2(last)) + 1))])
    right.yaxis.set_major_formatter("{x:.0f}")
    right.set(xlabel="time t", ylabel="finest surviving frequency", ylim=(-0.15, last * 1.25))
    right.set_title("what stands above the noise")
    right.legend(loc="lower left")
    return figure


@for_phones
def knowledge(
    log_snr: Float[Tensor, " level"], known: Mapping[str, Float[Tensor, " level"]]
) -> "Figure":
    """How much of the image each denoiser recovers, from 0 to 1, against log-SNR falling."""
    import matplotlib.pyplot as plt

    figure, axes = panels(1, 1, (TEXT_WIDTH, 2.7))
    plt.close(figure)
    for (name, share), colour, style in zip(
        known.items(), (LEAF, PETAL, *CYCLE), LINE_STYLES, strict=False
    ):
        axes.plot(log_snr, share, color=colour, linestyle=style, label=name)
    axes.set(
        xlabel="log-SNR (noise grows to the right)",
        ylabel="share recovered",
        ylim=(-0.03, 1.03),
        xlim=(float(log_snr.max()), float(log_snr.min())),
    )
    axes.legend()
    return figure


def show_contrast(band: Float[Tensor, "*batch channel height width"], scale: Any = None) -> Tensor:
    """A band of an image as a picture around middle grey; ``scale`` is one standard deviation."""
    if scale is None:
        scale = band.std((-3, -2, -1), keepdim=True)
    return (0.5 + band / (5 * scale)).clamp(0, 1)
