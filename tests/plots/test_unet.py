"""The figures of chapter 5 show what the network did, not what its arguments say."""

import math

import numpy as np
import pytest
import torch
from matplotlib import pyplot as plt
from torch import nn

from ddimlib.look_inside import Block, trace
from ddimlib.plots import unet as plots
from ddimlib.unet import UNet, count_parameters


def small(**options: object) -> UNet:
    torch.manual_seed(0)
    return UNet(**({"widths": (4, 8), "embedding_dim": 4, "block_depth": 1} | options))


@pytest.fixture(scope="module")
def blocks() -> list[Block]:
    return trace(small(), torch.randn(1, 3, 16, 16))


def test_map_has_a_box_for_each_block_and_a_line_for_each_skip(blocks: list[Block]) -> None:
    (axes,) = plots.network_map(blocks).axes
    images = [block for block in blocks if len(block.output_shape) == 3]
    assert len(axes.patches) == len(images)
    heights = [round(patch.get_y() + patch.get_height() / 2) for patch in axes.patches]
    assert heights == [-round(math.log2(16 / block.output_shape[1])) for block in images]
    columns = {b.name: p.get_x() + 0.49 for b, p in zip(images, axes.patches, strict=True)}
    drawn = [(line.get_xdata()[0], line.get_xdata()[-1]) for line in axes.lines]
    expected = [(columns[b.skip], columns[b.name]) for b in blocks if b.skip]
    assert drawn == [pytest.approx(pair) for pair in expected]
    assert len(drawn) == 2
    texts = [text.get_text() for text in axes.texts]
    assert {"16×16", "8×8", "4×4"} <= set(texts)
    assert sum("\n" in text for text in texts) == len(images)


def test_no_two_boxes_of_the_map_overlap() -> None:
    traced = trace(small(block_depth=2, attention_levels=(1, 2)), torch.randn(1, 3, 16, 16))
    (axes,) = plots.network_map(traced).axes
    boxes = [(p.get_x(), p.get_y()) for p in axes.patches]
    for i, (x, y) in enumerate(boxes):
        for other_x, other_y in boxes[:i]:
            assert abs(x - other_x) >= 0.98 or abs(y - other_y) >= 0.58


def test_totals_add_up_to_the_network(blocks: list[Block]) -> None:
    names, parameters, macs = plots.totals(blocks)
    assert names == ["embed_image", "down.0", "down.1", "middle", "up.0", "up.1", "to_prediction"]
    assert sum(parameters) == count_parameters(small())
    assert sum(macs) == sum(block.macs for block in blocks)


def test_attention_and_classes_count_for_their_level() -> None:
    network = small(attention_levels=(1,), classes=2)
    names, parameters, _ = plots.totals(trace(network, torch.randn(1, 3, 8, 8)))
    assert "embed_class" in names
    assert parameters[names.index("down.1")] == count_parameters(network.down[1])
    assert sum(parameters) == count_parameters(network)


def test_bars_show_the_share_of_each_level(blocks: list[Block]) -> None:
    (axes,) = plots.parameters_and_work(blocks).axes
    _, parameters, macs = plots.totals(blocks)
    shares = [100 * value / sum(values) for values in (parameters, macs) for value in values]
    assert [bar.get_width() for bar in axes.patches] == pytest.approx(shares)


@pytest.mark.parametrize(
    ("levels", "block_depth", "side"), [(1, 1, 64), (1, 2, 64), (2, 1, 96), (2, 2, 128)]
)
def test_the_rule_for_the_reach_is_what_the_gradient_measures(
    levels: int, block_depth: int, side: int
) -> None:
    network = small(widths=(4,) * levels, block_depth=block_depth)
    gradients = plots.gradient_map(network, torch.randn(1, 3, side, side), torch.tensor(0.5))
    measured = plots.reach(gradients)
    assert measured == (plots.reach_by_rule(levels, block_depth, side // 2),) * 2


def test_gradient_map_is_the_effect_of_a_small_change() -> None:
    network = small().double().eval()
    nn.init.normal_(network.to_prediction.weight)
    noisy = torch.randn(1, 3, 8, 8, dtype=torch.float64)
    gradients = plots.gradient_map(network, noisy, torch.tensor(0.5))
    expected = 0.0
    for channel in range(3):
        change = torch.zeros_like(noisy)
        change[0, channel, 3, 5] = 1e-6
        with torch.no_grad():
            there = network(noisy + change, torch.tensor(0.5))[0, :, 4, 4]
            back = network(noisy - change, torch.tensor(0.5))[0, :, 4, 4]
        expected += ((there - back) / 2e-6).abs().sum().item() / 9
    assert gradients[3, 5].item() == pytest.approx(expected, rel=1e-4)


def test_gradient_map_leaves_the_network_alone() -> None:
    network = small().train()
    plots.gradient_map(network, torch.randn(1, 3, 8, 8), torch.tensor(0.5))
    assert network.training
    assert network.to_prediction.weight.abs().max() == 0
    assert all(parameter.grad is None for parameter in network.parameters())


def test_reach_and_nearness_of_a_known_spot() -> None:
    spot = torch.zeros(9, 9)
    assert plots.reach(spot) == (0, 0)
    spot[4, 4] = 6.0
    spot[2, 4] = spot[4, 7] = 2.0
    assert plots.reach(spot) == (3, 4)
    assert plots.nearness(spot, 0.5) == 1
    assert plots.nearness(spot, 0.7) == 5
    assert plots.nearness(spot, 0.9) == 7


def test_receptive_field_is_white_where_the_gradient_is_zero() -> None:
    gradients = torch.zeros(4, 4)
    gradients[1:3, 1:3] = torch.tensor([[4.0, 2.0], [1.0, 0.4]])
    figure = plots.receptive_fields({"spot": gradients})
    shown = figure.axes[0].get_images()[0].get_array()
    assert np.ma.getmaskarray(np.ma.masked_invalid(shown)).sum() == 12
    assert shown[1, 1] == pytest.approx(1)
    assert shown[2, 2] == pytest.approx(0.1)


def test_loss_curves_show_the_losses_and_what_to_compare_with() -> None:
    figure = plots.loss_curves({"a": [3.0, 1.0], "b": [2.0, 2.0]}, "loss", {"bound": 0.5})
    (axes,) = figure.axes
    assert [list(line.get_ydata()) for line in axes.lines] == [[3, 1], [2, 2], [0.5, 0.5]]
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["a", "b", "bound"]
    assert axes.get_yscale() == "log"


def test_copying_draws_every_seed_and_the_bound() -> None:
    record = {
        "config": {"window": 10},
        "curves": {"with skips": [[0.5]], "without skips, narrow": [[1.0, 0.9], [1.0, 0.8]]},
        "numbers_in_the_middle": {"without skips, narrow": 192},
        "numbers_to_copy": 768,
    }
    (axes,) = plots.copying(record).axes
    assert [list(line.get_ydata()) for line in axes.lines] == [
        [0.5], [1.0, 0.9], [1.0, 0.8], [0.75, 0.75],
    ]  # fmt: skip
    assert list(axes.lines[1].get_xdata()) == [5, 15]


def test_shapes_are_compared_with_the_u_net() -> None:
    record = {
        "config": {"times": [0.0, 0.5, 1.0]},
        "noise_mae": {
            "plain": [[0.3, 0.4, 9.0], [0.5, 0.4, 9.0]],
            "U-Net": [[0.1, 0.2, 0.1], [0.3, 0.2, 0.1]],
        },
    }
    (axes,) = plots.shapes_by_level(record).axes
    drawn = [container.lines[0].get_ydata() for container in axes.containers]
    assert np.allclose(drawn, [[2, 2], [1, 1]])


def test_figures_are_closed_so_that_a_notebook_shows_them_once(blocks: list[Block]) -> None:
    plt.close("all")
    plots.network_map(blocks)
    assert plt.get_fignums() == []
