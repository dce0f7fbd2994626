"""Chapter 8's figures show what was measured."""

import numpy as np
import pytest
import torch

from ddimlib import plots, samplers
from ddimlib.schedules import CosineSchedule, LogSNRSchedule
from ddimlib.toy import GaussianMixture

SCHEDULE = LogSNRSchedule()
DENOISE = GaussianMixture([[1.0, 0.0], [-1.0, 1.0]], 0.3).denoiser(SCHEDULE)
NOISE = torch.randn(4, 2, dtype=torch.float64, generator=torch.Generator().manual_seed(0))


def title(axes):
    """Wherever the style in force has put it."""
    return axes.get_title("left") or axes.get_title("center")


def test_solver_errors_count_evaluations_and_measure_the_last_state():
    end = torch.zeros(4, 2, dtype=torch.float64)
    found = plots.solver_errors({"two a step": ("heun", {})}, DENOISE, SCHEDULE, NOISE, end, (2, 5))
    counts, distances = found["two a step"]
    assert counts == [3, 9]
    *_, last = samplers.heun(DENOISE, SCHEDULE, NOISE, 5)
    assert distances[1] == pytest.approx(last.noisy.norm(dim=1).mean().item())


def test_slope_is_the_exponent():
    counts = [10, 20, 40, 80]
    assert plots.slope((counts, [7.0 * n**-3 for n in counts])) == pytest.approx(3)
    assert plots.slope((counts, [1.0, 1.0, 4.0, 1.0]), last=1) == pytest.approx(2)


def test_convergence_draws_every_series_and_writes_its_slope():
    errors = {
        "first": ([10, 20, 40], [0.1, 0.05, 0.025]),
        "second": ([10, 20, 40], [0.04, 0.01, 0.0025]),
    }
    (axes,) = plots.convergence(errors).axes
    assert axes.get_xscale() == axes.get_yscale() == "log"
    for line, (name, (counts, distances)) in zip(axes.lines, errors.items(), strict=True):
        assert line.get_label() == name
        np.testing.assert_allclose(line.get_xdata(), counts)
        np.testing.assert_allclose(line.get_ydata(), distances)
    assert [text.get_text() for text in axes.texts] == ["slope 1.0", "slope 2.0"]


def test_solver_walk_starts_with_the_noise_and_has_every_state():
    states = plots.solver_walk(samplers.ddim, DENOISE, SCHEDULE, NOISE, steps=3)
    assert states.shape == (4, 4, 2)
    torch.testing.assert_close(states[0], NOISE)
    *_, last = samplers.ddim(DENOISE, SCHEDULE, NOISE, 3)
    torch.testing.assert_close(states[-1], last.noisy)


def test_paths_and_flow_lines_show_the_states():
    states = plots.solver_walk(samplers.ddim, DENOISE, SCHEDULE, NOISE, steps=3)
    figure = plots.solver_paths({"ddim": states, "again": states}, states, NOISE, 3)
    assert [title(axes) for axes in figure.axes] == ["ddim", "again"]
    np.testing.assert_allclose(figure.axes[0].lines[4].get_xydata(), states[:, 0])
    lines, ratios = torch.rand(5, 3), torch.linspace(0, 1, 5)
    (axes,) = plots.flow_lines(lines, ratios, (ratios[:2], ratios[:2])).axes
    np.testing.assert_allclose(axes.lines[1].get_ydata(), lines[:, 1])
    assert axes.lines[3].get_label() == "DDIM, 1 steps"


def test_spacings_stand_at_their_log_snr():
    schedule = CosineSchedule()
    (axes,) = plots.spacings({"cosine": schedule}, 6).axes
    assert len(axes.lines) == len(samplers.SPACINGS)
    for line, make in zip(axes.lines, samplers.SPACINGS.values(), strict=True):
        np.testing.assert_allclose(line.get_xdata(), schedule.log_snr(make(schedule, 6)))


def test_scatter_row_shows_each_cloud_over_the_data():
    figure = plots.scatter_row({"a": NOISE, "b": 2 * NOISE}, NOISE)
    for axes, scale in zip(figure.axes, (1, 2), strict=True):
        np.testing.assert_allclose(axes.collections[1].get_offsets(), scale * NOISE)


def test_benchmark_bars_are_the_recorded_errors():
    def row(error):
        return {"error": error, "standard_error": error / 10}

    table = {
        "budgets": {
            "5": {"ours": {"a": row(0.1)}, "diffusers": {"b": row(0.3)}},
            "10": {"ours": {"a": row(0.01)}, "diffusers": {"b": row(0.02)}},
        }
    }
    figure = plots.benchmark_bars(table, {"A": ("ours", "a"), "B": ("diffusers", "b")})
    ((low, _), (high, _)) = figure.axes[0].containers[0].lines[2][0].get_segments()[0]
    assert (low, high) == pytest.approx((0.09, 0.11))
    assert [bar.get_width() for bar in figure.axes[0].patches] == [0.1, 0.3]
    assert [bar.get_width() for bar in figure.axes[1].patches] == [0.01, 0.02]
    assert title(figure.axes[1]) == "10 evaluations"


def test_the_shading_behind_the_flow_is_the_density_scaled_column_by_column():
    ratios, places = torch.tensor([2.0, 1.0]), torch.tensor([-1.0, 0.0, 1.0])
    heights = torch.tensor([[1.0, 2.0, 1.0], [3.0, 1.0, 6.0]])
    lines = torch.tensor([[-1.0, 1.0], [-0.5, 0.5]])
    (axes,) = plots.flow_lines(lines, ratios, density=(places, heights)).axes
    shown = torch.as_tensor(axes.collections[0].get_array()).reshape(3, 2)
    assert torch.equal(shown, torch.tensor([[0.5, 0.5], [1.0, 1 / 6], [0.5, 1.0]]))
