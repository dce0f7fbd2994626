"""The figures of chapter 4 show the numbers that they claim to show."""

import math

import numpy as np
import pytest
import torch
from matplotlib import pyplot as plt
from scipy.special import sici

from ddimlib.embeddings import SinusoidalEmbedding
from ddimlib.plots import embeddings as plots
from ddimlib.unet import UNet


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    plt.close("all")


def test_frequencies_are_those_of_the_embedding() -> None:
    cycles = plots.frequencies(SinusoidalEmbedding(6, 1.0, 100.0))
    assert torch.allclose(cycles, torch.tensor([1.0, 10.0, 100.0]).double(), rtol=1e-6)


def test_similarity_is_that_of_the_embedded_vectors() -> None:
    embed = SinusoidalEmbedding(32, 1.0, 50.0)
    one, other = torch.rand(20), torch.rand(20)
    measured = torch.nn.functional.cosine_similarity(embed(one), embed(other))
    closed_form = plots.similarity(plots.frequencies(embed), one - other)
    assert torch.allclose(measured.double(), closed_form, atol=1e-3)


def test_straight_line_is_the_limit_of_many_frequencies() -> None:
    differences = torch.logspace(-2.6, -1.4, 30, dtype=torch.float64)
    many = torch.logspace(0, 3, 20_001, dtype=torch.float64)
    # The limit in closed form, by another library's cosine integral.
    cosine_integral = sici(2 * math.pi * np.outer([1000, 1], differences))[1]
    limit = (cosine_integral[0] - cosine_integral[1]) / math.log(1000)
    assert np.abs(plots.similarity(many, differences).numpy() - limit).max() < 1e-3
    assert np.abs(plots.straight_line(differences, 1.0, 1000.0).numpy() - limit).max() < 0.02


def test_rounding_hurts_in_proportion_to_frequency_and_to_the_format() -> None:
    embed = SinusoidalEmbedding()
    single = plots.rounding_distances(embed, torch.float32)
    half = plots.rounding_distances(embed, torch.float16)
    assert single.max() < 1e-3
    # A level just below 1 is off by up to 2^-12 in half precision: 2π · 2^-12 at f = 1, and more
    # by the rounding of speed and angle.
    assert 2 * math.pi * 2**-12 < half[0] < 6 * 2 * math.pi * 2**-12
    assert half[-1] > 1.9
    assert plots.rounding_distances(embed, torch.bfloat16)[-5] > 1.9


def test_similarity_curves_start_at_one_and_draw_every_kind() -> None:
    kinds = {"a": torch.logspace(0, 3, 16), "b": torch.linspace(1, 1000, 16)}
    figure = plots.similarity_curves(kinds)
    plain, logarithmic = figure.axes
    assert [line.get_ydata()[0] for line in plain.lines] == [1, 1]
    assert len(logarithmic.lines) == 3
    assert logarithmic.get_xscale() == "log"


def test_rounding_figure_has_one_line_a_format() -> None:
    formats = (torch.float32, torch.bfloat16)
    figure = plots.rounding_errors(SinusoidalEmbedding(8, 1.0, 10.0), formats)
    labels = [line.get_label() for line in figure.axes[0].lines[:2]]
    assert labels == ["float32", "bfloat16"]


def test_fitted_curves_name_the_error_relative_to_the_spread_of_the_curve() -> None:
    levels = torch.linspace(0, 1, 50)
    target = (2 * math.pi * levels).sin()
    fits = {"nothing": torch.full((50, 1), target.mean().item()), "all": target[:, None]}
    figure = plots.fitted_curves(levels, {"sine": target}, fits)
    titles = [axes.get_title("left") or axes.get_title() for axes in figure.axes]
    # A constant at the mean has the spread itself as its error, but for n or n - 1.
    assert titles == ["sine from nothing: error 0.99", "sine from all: error 0.00"]


def test_input_channels_are_half_picture_and_half_flat() -> None:
    network = UNet(widths=(4,), embedding_dim=8, block_depth=1)
    figure = plots.input_channels(network, torch.randn(1, 3, 4, 4), torch.tensor(0.3))
    arrays = [axes.get_images()[0].get_array() for axes in figure.axes if axes.get_images()]
    assert len(arrays) == 16
    assert all(array.std() > 1e-3 for array in arrays[:8])
    expected = SinusoidalEmbedding(8)(torch.tensor([0.3]))[0]
    assert np.allclose([array[2, 1] for array in arrays[8:]], expected)
    assert all(array.max() == array.min() for array in arrays[8:])


def test_padding_shows_the_convolution_where_the_border_is() -> None:
    torch.manual_seed(0)
    conv = torch.nn.Conv2d(4, 1, 3, padding=1)
    figure = plots.border_response(conv, torch.ones(4), side=6)
    shown = np.asarray(figure.axes[0].get_images()[0].get_array())
    # Inside every tap counts, in the upper left corner only the lower right four.
    weights, bias = conv.weight[0].sum(0), conv.bias.item()
    assert shown[2:4, 2:4] == pytest.approx(weights.sum().item() + bias, abs=1e-5)
    assert shown[0, 0] == pytest.approx(weights[1:, 1:].sum().item() + bias, abs=1e-5)
    assert len(np.unique(shown.round(4))) == 9


def told_rows() -> list[dict]:
    """Two messages over three seeds: one is worse by a tenth, whatever the seed."""
    return [
        {
            "message": name,
            "seed": seed,
            "noise_mae": factor * (1 + seed),
            "kid_f_ddim": 0.5,
            "kid_f_ddpm": 0.5,
            "noise_mae_by_log_snr": [factor * (1 + seed), 2 * factor * (1 + seed)],
        }
        for seed in (2, 0, 1)
        for name, factor in (("nothing", 1.1), ("embedding", 1.0))
    ]


def test_what_networks_are_told_is_compared_seed_by_seed() -> None:
    figure = plots.told_errors(told_rows(), [1.0, -1.0])
    line, _, (bars,) = figure.axes[0].containers[0]
    assert [float(y) for y in line.get_ydata()] == pytest.approx([10, 10], abs=1e-3)
    for (_, low), (_, high) in bars.get_segments():
        assert high - low < 1e-3, "the seeds differ, the differences do not"


def test_the_table_of_what_networks_are_told_has_standard_errors() -> None:
    rows = str(plots.told_table(told_rows()))
    error = 1.1 / 3**0.5  # of 1.1, 2.2, 3.3
    assert f"2.2000 ± {error:.4f}" in rows
    assert "3 seeds" in rows
