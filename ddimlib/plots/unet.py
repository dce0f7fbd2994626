"""Figures of chapter 5: the U-Net, drawn from what its blocks did and not from its arguments."""

from __future__ import annotations

import copy
import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from ddimlib.look_inside import Block
from ddimlib.plots.style import (
    CYCLE,
    LEAF,
    LINE_STYLES,
    NARROW_WIDTH,
    NOISE,
    POLLEN,
    SIGNAL,
    TEXT,
    image_axes,
)
from ddimlib.unet import UNet

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def network_map(blocks: Sequence[Block]) -> Figure:
    """The network as a U: one box a block, a row for each resolution, dashed lines for the skips.

    Args:
        blocks: from ``trace``. An arm of the U takes as many columns as it has blocks at its
            widest level.
    """
    import matplotlib.pyplot as plt

    places, rows = _places(blocks)
    shown = [block for block in blocks if block.name in places]
    left = min(x for x, _ in places.values())
    figure, axes = plt.subplots(figsize=(NARROW_WIDTH, 0.74 * len(rows) + 0.2))
    for before, after in pairwise(shown):
        (x, y), (to_x, to_y) = places[before.name], places[after.name]
        if y == to_y:
            start, end = (x + 0.49, y), (to_x - 0.49, y)
        else:
            start, end = (x, y + (0.29 if to_y > y else -0.29)), (
                to_x, to_y + (-0.29 if to_y > y else 0.29),
            )  # fmt: skip
        axes.annotate(
            "", end, start,
            arrowprops={"arrowstyle": "->", "color": TEXT, "shrinkA": 0, "shrinkB": 0},
        )  # fmt: skip
    for block in shown:
        if not block.skip:
            continue
        (x, y), (source, _) = places[block.name], places[block.skip]
        nearest = not any(source < other < x for other, row in places.values() if row == y)
        height = y if nearest else y + 0.38
        axes.plot(
            [source, source, x, x], [y, height, height, y],
            color=TEXT, linewidth=0.9, linestyle=(0, (3, 2)), zorder=0,
        )  # fmt: skip
    for block in shown:
        x, y = places[block.name]
        axes.add_patch(
            plt.Rectangle((x - 0.49, y - 0.29), 0.98, 0.58, color=_colour(block), linewidth=0)
        )
        channels = f"{block.input_shape[0]}→{block.output_shape[0]}"
        axes.text(
            x, y, f"{channels}\n{block.parameters:,}",
            ha="center", va="center", color="white", fontsize=8.5,
        )  # fmt: skip
    for y, side in rows.items():
        axes.text(left - 0.56, y, f"{side}×{side}", ha="right", va="center", fontsize=9)
    right = max(x for x, _ in places.values())
    axes.set(xlim=(left - 1.25, right + 0.5), ylim=(min(rows) - 0.4, max(rows) + 0.5))
    axes.set_axis_off()
    plt.close(figure)
    return figure


def _places(blocks: Sequence[Block]) -> tuple[dict[str, tuple[float, float]], dict[float, int]]:
    """Where each block's box stands, and the side of the images in each row."""
    shown = [block for block in blocks if len(block.output_shape) == 3]
    full = max(block.output_shape[1] for block in shown)
    arms: dict[tuple[int, str], list[Block]] = {}
    for block in shown:
        level = round(math.log2(full / block.output_shape[1]))
        part = block.name.split(".")[0]
        arm = "middle" if part == "middle" else "right" if _is_up(part) else "left"
        arms.setdefault((level, arm), []).append(block)
    places: dict[str, tuple[float, float]] = {}
    for (level, arm), here in arms.items():
        for i, block in enumerate(here):
            # The arms lean on the middle, which stands between them.
            x = {
                "left": i - len(here) - 0.1,
                "right": i + 1.1,
                "middle": i - (len(here) - 1) / 2,
            }[arm]
            places[block.name] = (x, -float(level))
    rows = {-float(level): full // 2**level for level, _ in arms}
    return places, rows


def _is_up(part: str) -> bool:
    return part in ("up", "to_prediction")


def parameters_and_work(blocks: Sequence[Block]) -> Figure:
    """The share of each level in all parameters and in all multiply-accumulates.

    Args:
        blocks: from ``trace``; those of one level are added up.
    """
    import matplotlib.pyplot as plt

    names, parameters, macs = totals(blocks)
    figure, axes = plt.subplots(figsize=(NARROW_WIDTH, 0.36 * len(names) + 0.9))
    for values, label, colour, shift in (
        (parameters, "parameters", SIGNAL, -0.2),
        (macs, "multiply-accumulates", NOISE, 0.2),
    ):
        shares = [100 * value / max(sum(values), 1) for value in values]
        rows = [row + shift for row in range(len(names))]
        axes.barh(rows, shares, height=0.4, color=colour, label=label)
        for row, share in zip(rows, shares, strict=True):
            axes.text(share, row, f" {share:.1f}", va="center", fontsize=8.5)
    axes.set_yticks(range(len(names)), names)
    axes.grid(visible=False, axis="y")
    axes.margins(x=0.12)
    axes.set_xlabel("share of the whole, %")
    axes.invert_yaxis()
    axes.legend(loc="lower right")
    plt.close(figure)
    return figure


def totals(blocks: Sequence[Block]) -> tuple[list[str], list[int], list[int]]:
    """Names of the levels in order of execution, with their parameters and their MACs."""
    names: list[str] = []
    parameters: list[int] = []
    macs: list[int] = []
    for block in blocks:
        if len(block.output_shape) != 3 and not block.parameters:
            continue
        # "down.0.blocks.1" and "down.0.attention.1" belong to the level "down.0".
        name = block.name.split(".blocks")[0].split(".attention")[0]
        if name not in names:
            names.append(name)
            parameters.append(0)
            macs.append(0)
        parameters[names.index(name)] += block.parameters
        macs[names.index(name)] += block.macs
    return names, parameters, macs


def gradient_map(network: UNet, noisy: Tensor, noise_variance: Tensor, seed: int = 0) -> Tensor:
    """How strongly the middle pixel of the output depends on each pixel of the input.

    The mean absolute gradient over the channels and over the images of the batch. An untrained
    output convolution is zero: it gets random weights first, in a copy of the network.

    Args:
        noisy: ``(batch, channel, height, width)``.
        noise_variance: one number.

    Returns:
        ``(height, width)``; exactly zero where the input cannot matter.
    """
    network = copy.deepcopy(network).eval()
    if not network.to_prediction.weight.any():
        generator = torch.Generator().manual_seed(seed)
        network.to_prediction.weight.data.normal_(generator=generator)
    noisy = noisy.detach().clone().requires_grad_()
    middle = noisy.shape[-2] // 2, noisy.shape[-1] // 2
    output = network(noisy, noise_variance)[:, :, middle[0], middle[1]]
    total = torch.zeros(noisy.shape[-2:])
    for channel in range(output.shape[1]):
        (gradient,) = torch.autograd.grad(output[:, channel].sum(), noisy, retain_graph=True)
        total += gradient.abs().mean(dim=(0, 1))
    return total / output.shape[1]


def reach(gradients: Tensor) -> tuple[int, int]:
    """Height and width of the smallest box that holds every gradient that is not zero."""
    rows = gradients.sum(1).nonzero().flatten()
    columns = gradients.sum(0).nonzero().flatten()
    if len(rows) == 0:
        return 0, 0
    return int(rows[-1] - rows[0]) + 1, int(columns[-1] - columns[0]) + 1


def nearness(gradients: Tensor, share: float = 0.5) -> int:
    """Side of the smallest square around the middle that holds this share of the gradient."""
    height, width = gradients.shape
    for side in range(1, max(height, width) + 1, 2):
        half = side // 2
        rows = slice(max(height // 2 - half, 0), height // 2 + half + 1)
        columns = slice(max(width // 2 - half, 0), width // 2 + half + 1)
        if gradients[rows, columns].sum() >= share * gradients.sum():
            return side
    return max(height, width)


def receptive_fields(maps: Mapping[str, Tensor]) -> Figure:
    """Gradient maps side by side, on a logarithmic scale of five decades, white where zero.

    Args:
        maps: title to ``gradient_map``.
    """
    import matplotlib.pyplot as plt
    from matplotlib.colors import LogNorm

    columns = min(2, len(maps))
    rows = -(-len(maps) // columns)
    figure, grid = plt.subplots(rows, columns, figsize=(NARROW_WIDTH, 2.3 * rows), squeeze=False)
    for axes in grid.flat[len(maps) :]:
        axes.set_axis_off()
    for axes, (title, gradients) in zip(grid.flat, maps.items(), strict=False):
        relative = gradients / gradients.max()
        relative = relative.masked_fill(relative == 0, math.nan)
        picture = axes.imshow(relative.numpy(), norm=LogNorm(1e-5, 1))
        image_axes(axes, title)
    figure.colorbar(picture, ax=grid, label="dependence, largest = 1", shrink=0.6)
    plt.close(figure)
    return figure


def reach_by_rule(levels: int, block_depth: int, middle: int) -> int:
    """How many pixels of the input can matter to one of the output, layer by layer.

    From the output back: a 3×3 convolution reads one pixel more to each side, bilinear doubling
    the coarse pixels on both sides of where the fine one lies, pooling two for one.

    Args:
        middle: the place of the output pixel in its row. Where a fine pixel lies between two
            coarse ones depends on it, so that the reach may, too.
    """
    convolutions = 2 * block_depth
    low = high = middle
    for _ in range(levels):
        low, high = low - convolutions, high + convolutions
        low, high = (low - 1) // 2, (high + 1) // 2
    low, high = low - convolutions, high + convolutions
    for _ in range(levels):
        low, high = 2 * low, 2 * high + 1
        low, high = low - convolutions, high + convolutions
    return high - low + 1


def loss_curves(
    losses: Mapping[str, Sequence[float]],
    label: str = "loss",
    levels: Mapping[str, float] | None = None,
) -> Figure:
    """Losses against training steps, on a logarithmic axis, with values to compare with.

    Args:
        losses: name to one loss a step.
        label: of the vertical axis.
        levels: name to a value that is drawn as a horizontal line.
    """
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(NARROW_WIDTH, 3.0))
    for number, (name, values) in enumerate(losses.items()):
        axes.semilogy(
            list(values), color=CYCLE[2 + number % 4], linestyle=LINE_STYLES[number], label=name
        )
    for number, (name, value) in enumerate((levels or {}).items()):
        axes.axhline(value, color=TEXT, linewidth=1, linestyle=LINE_STYLES[3 - number], label=name)
    axes.set(xlabel="step", ylabel=label)
    axes.legend(loc="best")
    plt.close(figure)
    return figure


def copying(record: Mapping[str, Any]) -> Figure:
    """How well networks learnt to copy noise, step by step: a thin line for each seed.

    Args:
        record: of ``benchmarks/unet_shapes.py copy``.
    """
    import matplotlib.pyplot as plt

    window = record["config"]["window"]
    figure, axes = plt.subplots(figsize=(NARROW_WIDTH, 3.4))
    for number, (name, curves) in enumerate(record["curves"].items()):
        for seed, curve in enumerate(curves):
            steps = [window * (i + 0.5) for i in range(len(curve))]
            axes.plot(
                steps, curve, color=CYCLE[number], linestyle=LINE_STYLES[number], linewidth=1.4,
                label=name if seed == 0 else None,
            )  # fmt: skip
    narrow = record["numbers_in_the_middle"]["without skips, narrow"]
    bound = 1 - narrow / record["numbers_to_copy"]
    axes.axhline(bound, color=TEXT, linewidth=1, linestyle=":", label="linear bound, narrow")
    axes.set(xlabel="training step", ylabel="squared error of the copy", ylim=(0, 1.05))
    axes.legend(loc="center right")
    plt.close(figure)
    return figure


def shapes_by_level(record: Mapping[str, Any], until: float = 0.8) -> Figure:
    """What each shape of network reaches at each noise level, as a share of the U-Net's error.

    Args:
        record: of ``benchmarks/unet_shapes.py shapes``.
        until: the last time to show. At t = 1 the error of the noise is decided by what a network
            is asked for, not by its shape.
    """
    import matplotlib.pyplot as plt

    times = [t for t in record["config"]["times"] if t <= until]
    errors = {
        name: torch.tensor(rows)[:, : len(times)] for name, rows in record["noise_mae"].items()
    }
    figure, axes = plt.subplots(figsize=(NARROW_WIDTH, 3.2))
    for number, (name, rows) in enumerate(errors.items()):
        relative = rows / errors["U-Net"].mean(0)
        axes.errorbar(
            times, relative.mean(0), yerr=relative.std(0) / math.sqrt(len(rows)),
            color=CYCLE[number], linestyle=LINE_STYLES[number], capsize=3, label=name,
        )  # fmt: skip
    axes.set(xlabel="time t: from nearly clean to noise", ylabel="error, U-Net = 1", yscale="log")
    axes.set_yticks([1, 2, 3, 5], ["1", "2", "3", "5"])
    axes.minorticks_off()
    axes.legend()
    plt.close(figure)
    return figure


def _colour(block: Block) -> str:
    if block.kind == "SelfAttention":
        return POLLEN
    part = block.name.split(".")[0]
    return {"down": "#1a6fbe", "middle": "#a0468b", "up": LEAF}.get(part, "#5f646d")
