"""Chapter 3's figures show the data that they say they show."""

import math

import numpy as np
import pytest
import torch
from matplotlib.figure import Figure

from ddimlib import plots
from ddimlib.schedules import CosineSchedule, LinearSchedule, LogSNRSchedule, Schedule

SCHEDULES: dict[str, Schedule] = {
    "cosine": CosineSchedule(),
    "linear": LinearSchedule(),
    "line": LogSNRSchedule(),
}
EDGES = (10.0, 2.0, 0.0, -2.0, -4.0, -6.0, -11.0)


def labelled(figure: Figure, panel: int) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    return {
        line.get_label(): line.get_data()
        for line in figure.axes[panel].lines
        if not line.get_label().startswith("_")
    }


def test_schedule_curves_draw_log_snr_by_name() -> None:
    figure = plots.schedule_curves(SCHEDULES)
    lines = labelled(figure, 1)
    assert list(lines) == list(SCHEDULES)
    for name, (t, drawn) in lines.items():
        rates = SCHEDULES[name](torch.as_tensor(t))
        expected = 2 * (rates.signal / rates.noise).log()
        np.testing.assert_allclose(drawn, expected.numpy(), atol=1e-9)
    for signal, noise in zip(figure.axes[0].lines[::2], figure.axes[0].lines[1::2], strict=True):
        np.testing.assert_allclose(signal.get_ydata() ** 2 + noise.get_ydata() ** 2, 1)
        assert (np.diff(signal.get_ydata()) < 0).all()


@pytest.mark.parametrize("name", SCHEDULES)
def test_shares_of_time_add_up_to_all_of_it(name: str) -> None:
    shares = plots.time_shares(SCHEDULES[name], EDGES)
    assert (shares >= 0).all()
    assert shares.sum() == pytest.approx(1)


@pytest.mark.parametrize("name", SCHEDULES)
def test_shares_of_time_are_those_of_uniform_draws(name: str) -> None:
    t = (torch.arange(20_000, dtype=torch.float64) + 0.5) / 20_000
    log_snr = SCHEDULES[name].log_snr(t)
    for share, high, low in zip(
        plots.time_shares(SCHEDULES[name], EDGES), EDGES, EDGES[1:], strict=False
    ):
        drawn = ((log_snr < high) & (log_snr >= low)).double().mean()
        assert share == pytest.approx(drawn.item(), abs=2e-4)


@pytest.mark.parametrize("edges", [(1.0,), (0.0, 1.0), (2.0, 2.0)])
def test_edges_must_fall(edges: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="at least two falling log-SNRs"):
        plots.time_shares(SCHEDULES["cosine"], edges)


def test_density_of_the_whole_arc_is_a_hyperbolic_secant() -> None:
    # t = (2/π) atan(exp(-λ/2)), so |dt/dλ| = sech(λ/2) / (2π): chapter 3's formula.
    whole = CosineSchedule(min_signal_rate=1e-9, max_signal_rate=1 - 1e-12)
    log_snr = torch.linspace(-8, 8, 33, dtype=torch.float64)
    expected = 1 / (2 * math.pi * torch.cosh(log_snr / 2))
    torch.testing.assert_close(plots.time_density(whole, log_snr), expected, rtol=1e-4, atol=1e-7)


def test_density_of_a_line_is_constant_and_ends_with_it() -> None:
    log_snr = torch.tensor([3.0, 2.0, -7.0, -8.0])
    density = plots.time_density(LogSNRSchedule(2.5, -7.5), log_snr)
    torch.testing.assert_close(density, torch.tensor([0, 0.1, 0.1, 0]).double())


def test_linear_beta_is_dense_as_one_over_the_root_at_high_noise() -> None:
    # log ᾱ ≈ -(0.1 t + 9.95 t²), so |dt/dλ| ≈ 1 / (2 sqrt(9.95 |λ|)) for very negative λ.
    density = plots.time_density(LinearSchedule(), torch.tensor([-9.0]))
    assert density.item() == pytest.approx(1 / (2 * math.sqrt(9.95 * 9)), rel=0.02)


def test_time_spent_draws_densities_and_bars_as_long_as_the_shares() -> None:
    figure = plots.time_spent(SCHEDULES, EDGES, [str(edge) for edge in EDGES[1:]])
    above, below = figure.axes
    for name, (levels, density) in labelled(figure, 0).items():
        assert -(density[1:] * np.diff(levels)).sum() == pytest.approx(1, abs=0.01), name
    assert above.get_xlim() == (10, -11)
    widths = np.array([bar.get_width() for bar in below.patches]).reshape(len(SCHEDULES), -1)
    for row, schedule in zip(widths, SCHEDULES.values(), strict=True):
        np.testing.assert_allclose(row, plots.time_shares(schedule, EDGES))
    assert [text.get_text() for text in below.get_yticklabels()] == list(SCHEDULES)
    (legend,) = figure.legends
    assert [text.get_text() for text in legend.get_texts()] == [str(e) for e in EDGES[1:]]


def test_difficulty_runs_towards_noise() -> None:
    log_snr = torch.linspace(-8, 6, 15)
    figure = plots.difficulty(log_snr, torch.sigmoid(-log_snr), torch.sigmoid(log_snr))
    assert figure.axes[0].get_xlim() == (6, -8)
    lines = labelled(figure, 0)
    np.testing.assert_allclose(lines["error of the image"][1], torch.sigmoid(-log_snr))
    np.testing.assert_allclose(lines["error of the noise"][1], torch.sigmoid(log_snr))


def test_reference_stops_at_the_square_root_of_its_bound() -> None:
    rates = plots.reference_linear_rates(torch.tensor([0.0, 1.0], dtype=torch.float64))
    np.testing.assert_allclose(rates.signal, [math.sqrt(0.95), math.sqrt(0.02)])
    np.testing.assert_allclose(rates.signal**2 + rates.noise**2, [1, 1])


def test_reference_is_ours_at_its_steps_and_stands_still_between_them() -> None:
    ours = LinearSchedule()
    steps = torch.tensor([100, 300, 500], dtype=torch.float64)
    # A little after each step, so that rounding does not decide which one it is.
    at = plots.reference_linear_rates((steps + 1e-6) / 999).signal
    torch.testing.assert_close(at, ours(steps / 999).signal)
    assert torch.equal(at, plots.reference_linear_rates((steps + 0.9) / 999).signal)
    assert (ours((steps + 0.9) / 999).signal < at).all()


def test_two_linear_schedules_are_drawn_whole_and_magnified() -> None:
    ours = LinearSchedule()
    whole, zoom = plots.two_linear_schedules(ours, zoom=(0.3, 0.305)).axes
    assert whole.get_xlim() == (0, 1)
    assert zoom.get_xlim() == (0.3, 0.305)
    mine, theirs = zoom.lines
    t = torch.as_tensor(mine.get_xdata())
    np.testing.assert_allclose(mine.get_ydata(), ours.log_snr(t))
    assert len(np.unique(np.round(theirs.get_ydata(), 9))) == 6  # a staircase
    floor = whole.lines[1].get_ydata()
    assert (floor == floor.min()).mean() == pytest.approx(0.38, abs=0.01)


def test_densities_of_noise_levels_are_drawn_as_given() -> None:
    log_snr = torch.linspace(4, -4, 81, dtype=torch.float64)
    density = plots.time_density(CosineSchedule(), log_snr)
    ((name, (x, y)),) = labelled(
        plots.noise_level_densities(log_snr, {"cosine": density}), 0
    ).items()
    assert name == "cosine"
    np.testing.assert_array_equal(x, log_snr.numpy())
    np.testing.assert_array_equal(y, density.numpy())
