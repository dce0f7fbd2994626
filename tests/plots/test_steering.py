"""The data behind chapter 9's figures."""

import pytest
import torch

from ddimlib import plots


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


def test_a_measured_value_is_a_line_in_every_panel_with_its_noise_around_it():
    sets = {"exact": torch.zeros(5, 2), "ours": torch.ones(7, 2)}
    figure = plots.measured_clouds(sets, torch.eye(2), 0.5, 0.25)
    for axes, points in zip(figure.axes, sets.values(), strict=True):
        assert list(axes.lines[0].get_xdata()) == [0.5, 0.5]
        band = axes.patches[0].get_extents().transformed(axes.transData.inverted())
        assert (band.x0, band.x1) == pytest.approx((0.25, 0.75))
        clouds = [drawn.get_offsets() for drawn in axes.collections]
        assert [len(offsets) for offsets in clouds] == [len(points), 2]


def row(scale: float, recognised: float, variety: float, kid: float) -> dict:
    return {
        "scale": scale,
        "recognised": recognised,
        "variety": variety,
        "KID-F": {"mean": kid, "std": 0.0},
    }


def test_the_trade_off_is_drawn_by_scale_and_against_each_other():
    always = [row(0, 0.1, 3.0, 0.5), row(2, 0.6, 2.0, 0.25)]
    figure = plots.trade_off({"always": always}, row(1, 0.9, 2.5, 0.0), "recognised", "KID-F")
    panels = figure.axes
    for axes, values in zip(panels[:3], ([0.1, 0.6], [3.0, 2.0], [0.5, 0.25]), strict=True):
        line = axes.lines[1]
        assert list(line.get_xdata()) == [0, 2]
        assert list(line.get_ydata()) == values
    assert list(panels[0].lines[0].get_ydata()) == [0.9, 0.9]
    star, line = panels[3].lines
    assert (star.get_xdata()[0], star.get_ydata()[0]) == (0.9, 2.5)
    assert list(line.get_xdata()) == [0.1, 0.6]
    assert list(line.get_ydata()) == [3.0, 2.0]
    assert [text.get_text() for text in panels[3].texts] == ["0", "2"]


def test_hearing_is_shown_in_percent_of_the_error_with_the_right_class():
    errors = {"right": [0.5, 0.4], "wrong": [0.55, 0.4], "none": [0.51, 0.4]}
    axes = plots.class_hearing([0.2, 0.9], {"a network": errors}).axes[0]
    wrong, none = (list(line.get_ydata()) for line in axes.lines[:2])
    assert [round(value, 6) for value in wrong] == [10, 0]
    assert [round(value, 6) for value in none] == [2, 0]
    assert axes.get_title() == "a network"


def test_departures_tell_light_contrast_and_outlines_apart() -> None:
    images = torch.rand(6, 3, 8, 8, generator=torch.Generator().manual_seed(0))
    lighter, flatter = (
        {name: mean for name, (mean, _) in plots.departures(changed, images).items()}
        for changed in (images + 0.1, (images - 0.5) / 2 + 0.5)
    )
    mirrored = plots.departures(images.flip(-1), images)
    assert lighter == pytest.approx({"brightness": 0.1, "contrast": 1, "outlines": 1}, abs=1e-5)
    assert flatter["contrast"] == pytest.approx(0.5)
    assert flatter["outlines"] == pytest.approx(1)
    assert mirrored["brightness"][0] == pytest.approx(0, abs=1e-6)
    assert abs(mirrored["outlines"][0]) < 0.5


def test_departures_come_with_the_error_of_their_mean() -> None:
    grey = torch.full((4, 3, 8, 8), 0.5)
    noisy = grey + 0.1 * torch.randn(grey.shape, generator=torch.Generator().manual_seed(0))
    moved = noisy + torch.tensor([0.1, 0.1, 0.3, 0.3])[:, None, None, None]
    mean, error = plots.departures(moved, noisy)["brightness"]
    assert mean == pytest.approx(0.2, abs=1e-5)
    assert error == pytest.approx(torch.tensor([0.1, 0.1, 0.3, 0.3]).std().item() / 2, rel=1e-4)
