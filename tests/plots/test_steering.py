"""The data behind chapter 9's figures."""

import pytest
import torch

from ddimlib import plots


def test_variety_is_the_mean_distance_within_classes():
    features = torch.tensor([[0.0], [3.0], [10.0], [11.0]])
    assert plots.variety(features, torch.tensor([0, 0, 1, 1])) == pytest.approx(2.0)


def test_the_price_is_drawn_for_every_scale():
    figure = plots.price_of_guidance([0.0, 1.0, 3.0], [0.1, 0.5, 0.9], [3.0, 2.0, 1.0])
    assert [list(axes.lines[0].get_ydata()) for axes in figure.axes] == [
        [0.1, 0.5, 0.9],
        [3.0, 2.0, 1.0],
    ]


def test_round_trips_are_drawn_on_two_logarithmic_axes():
    axes = plots.round_trips([10, 20], {"plain": [0.1, 0.05], "solved": [0.01, 0.005]}).axes[0]
    assert axes.get_xscale() == axes.get_yscale() == "log"
    assert list(axes.lines[1].get_ydata()) == [0.01, 0.005]


def test_a_probe_table_says_each_share():
    axes = plots.probes([0.1, 0.9], {"down.0": [0.5, 0.25], "middle": [1.0, 0.125]}, 0.125).axes[0]
    assert [text.get_text() for text in axes.texts] == ["50%", "25%", "100%", "12%"]


def test_every_set_of_points_has_a_panel():
    sets = {"scale 1": torch.zeros(5, 2), "scale 2": torch.ones(7, 2)}
    figure = plots.class_clouds(sets, torch.eye(2))
    assert [len(axes.collections[0].get_offsets()) for axes in figure.axes] == [5, 7]
