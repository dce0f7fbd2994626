"""Figures of chapter 5: the U-Net, drawn from what its blocks did and not from its arguments."""

from __future__ import annotations

import copy
import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from ddimlib.look_inside import Block
from ddimlib.plots.style import (
    CYCLE,
    GRID,
    LEAF,
    LINE_STYLES,
    NOISE,
    POLLEN,
    SIGNAL,
    TEXT,
    TEXT_WIDTH,
    image_axes,
)
from ddimlib.unet import UNet

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def network_map(blocks: Sequence[Block]) -> Figure:
    """The network as a U: one box a block, in order of execution, with its skips.

    Args:
        blocks: from ``ddimlib.look_inside.trace``. Boxes stand at the height of their resolution.
    """
    import matplotlib.pyplot as plt

    shown = [block for block in blocks if len(block.output_shape) == 3]
    full = max(block.output_shape[1] for block in shown)
    place = {
        block.name: (float(column), -math.log2(full / block.output_shape[1]))
        for column, block in enumerate(shown)
    }
    figure, axes = plt.subplots(figsize=(TEXT_WIDTH, 4.0))
    for before, after in pairwise(shown):
        start, end = place[before.name], place[after.name]
        axes.annotate(
            "", (end[0] - 0.4, end[1]), (start[0] + 0.4, start[1]),
            arrowprops={"arrowstyle": "->", "color": TEXT, "shrinkA": 0, "shrinkB": 0},
        )  # fmt: skip
    for number, block in enumerate(b for b in shown if b.skip):
        (x, y), (source, _) = place[block.name], place[block.skip]
        height = y + (0.52 if number % 2 else 0.42)
        axes.plot(
            [source, source, x, x], [y, height, height, y],
            color=TEXT, linewidth=0.9, linestyle=(0, (3, 2)), zorder=0,
        )  # fmt: skip
    for block in shown:
        x, y = place[block.name]
        axes.add_patch(
            plt.Rectangle((x - 0.4, y - 0.3), 0.8, 0.6, color=_colour(block), linewidth=0)
        )
        text = f"{block.output_shape[0]}\n{_short(block.parameters)}"
        axes.text(x, y, text, ha="center", va="center", color="white", fontsize=6.4)
    for y, side in {(place[b.name][1], b.output_shape[1:]) for b in shown}:
        axes.text(-1.0, y, f"{side[0]}×{side[1]}", ha="right", va="center", color=TEXT)
    axes.set(xlim=(-1.1, len(shown) - 0.4), ylim=(min(y for _, y in place.values()) - 0.5, 0.8))
    axes.set_axis_off()
    plt.close(figure)
    return figure


def parameters_and_work(blocks: Sequence[Block]) -> Figure:
    """Parameters and multiply-accumulates of each level, side by side.

    Args:
        blocks: from ``ddimlib.look_inside.trace``; those of one level are added up.
    """
    import matplotlib.pyplot as plt

    names, parameters, macs = totals(blocks)
    figure, (left, right) = plt.subplots(1, 2, figsize=(TEXT_WIDTH, 3.6), sharey=True)
    for axes, values, title, unit, colour in (
        (left, parameters, "Parameters", 1e3, SIGNAL),
        (right, macs, "Multiply-accumulates", 1e6, NOISE),
    ):
        axes.barh(names, [value / unit for value in values], color=colour)
        axes.set_title(title)
        axes.grid(visible=False, axis="y")
        for row, value in enumerate(values):
            axes.text(
                value / unit, row, f" {value / max(sum(values), 1):.1%}", va="center", fontsize=8.5
            )
        axes.margins(x=0.14)
    left.set_xlabel("thousands")
    right.set_xlabel("millions, for one image")
    left.invert_yaxis()
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

    figure, row = plt.subplots(
        1, len(maps), figsize=(min(TEXT_WIDTH, 2.1 * len(maps) + 0.8), 2.3), squeeze=False
    )
    for axes, (title, gradients) in zip(row[0], maps.items(), strict=True):
        relative = gradients / gradients.max()
        relative = relative.masked_fill(relative == 0, math.nan)
        picture = axes.imshow(relative.numpy(), norm=LogNorm(1e-5, 1))
        image_axes(axes, title)
    figure.colorbar(picture, ax=row[0], label="dependence, largest = 1", shrink=0.8)
    plt.close(figure)
    return figure


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

    figure, axes = plt.subplots(figsize=(TEXT_WIDTH, 3.0))
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


def feature_maps(blocks: Sequence[Block], names: Sequence[str], channels: int = 8) -> Figure:
    """Some channels of some blocks' outputs, for the first image of the batch.

    Args:
        blocks: from ``ddimlib.look_inside.trace``.
        names: of the blocks to show, one row each.
        channels: how many, those whose values vary most over the image.
    """
    import matplotlib.pyplot as plt

    outputs = {block.name: block.output for block in blocks}
    figure, grid = plt.subplots(
        len(names), channels, figsize=(TEXT_WIDTH, 0.82 * len(names)), squeeze=False
    )
    for row, name in zip(grid, names, strict=True):
        image = outputs[name][0]
        strongest = image.flatten(1).std(1).topk(min(channels, len(image))).indices
        for axes in row:
            image_axes(axes)
        for axes, channel in zip(row, strongest.tolist(), strict=False):
            axes.imshow(image[channel].numpy(), cmap="viridis")
        side = "×".join(str(size) for size in image.shape[-2:])
        row[0].set_ylabel(
            f"{name.replace('.blocks', '')}\n{side}",
            rotation=0,
            ha="right",
            va="center",
            fontsize=8,
        )
    plt.close(figure)
    return figure


def activations(functions: Mapping[str, nn.Module]) -> Figure:
    """Activation functions over [-6, 4]."""
    import matplotlib.pyplot as plt

    x = torch.linspace(-6, 4, 401)
    figure, axes = plt.subplots(figsize=(4.8, 2.6))
    for number, (name, function) in enumerate(functions.items()):
        axes.plot(
            x.numpy(), function(x).detach().numpy(),
            color=CYCLE[(2, 3, 4)[number % 3]], linestyle=LINE_STYLES[number], label=name,
        )  # fmt: skip
    axes.axhline(0, color=GRID, linewidth=0.8)
    axes.set(xlabel="input", ylabel="output")
    axes.legend()
    plt.close(figure)
    return figure


def _colour(block: Block) -> str:
    if block.kind == "SelfAttention":
        return POLLEN
    part = block.name.split(".")[0]
    return {"down": "#1a6fbe", "middle": "#a0468b", "up": LEAF}.get(part, "#5f646d")


def _short(number: int) -> str:
    return str(number) if number < 1000 else f"{number / 1000:.0f}k"
