"""The data behind chapter 10's figures."""

import pytest
import torch

from ddimlib import plots


def test_the_biased_estimate_is_too_large_by_the_pairs_with_oneself():
    generator = torch.Generator().manual_seed(0)
    features = torch.randn(400, 4, generator=generator)
    values = plots.distances_by_size(features, [20, 200], 12, generator)
    unbiased, biased = values["unbiased MMD"].mean(1), values["biased MMD"].mean(1)
    # E k(x, x) - E k(x, y), over n, twice: it falls as one over n.
    assert biased[0] > unbiased[0]
    assert biased[0] - unbiased[0] == pytest.approx(10 * float(biased[1] - unbiased[1]), rel=0.5)
    assert values["Fréchet distance"].mean(1)[0] > values["Fréchet distance"].mean(1)[1]


def test_lines_and_panels_hold_the_values():
    figure = plots.ladders({"KID": {"blur": [0.0, 1.0]}, "FID": {"blur": [0.0, 2.0]}}, ["0", "1"])
    assert [list(axes.lines[0].get_ydata()) for axes in figure.axes] == [[0.0, 1.0], [0.0, 2.0]]


def test_errors_are_drawn_over_log_snr_with_noise_on_the_right():
    curve = {"log_snr": [2.0, 0.0, -7.0], "noise": [0.5, 0.2, 0.1]}
    axes = plots.error_by_noise_level({"network": curve}, "noise").axes[0]
    assert list(axes.lines[0].get_xdata()) == curve["log_snr"]
    assert axes.xaxis_inverted()


def test_an_error_to_compare_with_is_a_line_with_a_name():
    curve = {"log_snr": [2.0, -7.0], "image": [0.1, 1.1]}
    axes = plots.error_by_noise_level({"network": curve}, "image", 1.0, "at most").axes[0]
    assert set(axes.lines[1].get_ydata()) == {1.0}
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["network", "at most"]
