"""The data behind chapter 6's figures."""

import math

import pytest
import torch

from ddimlib import plots
from ddimlib.diffusion import Prediction
from ddimlib.forward import add_noise
from ddimlib.schedules import CosineSchedule, LogSNRSchedule


def test_the_factors_are_the_ratios_of_a_model_s_errors():
    schedule = LogSNRSchedule(start=2.0, end=-6.0)
    t = torch.tensor([0.0, 0.3, 0.9], dtype=torch.float64)
    factors = plots.counted_errors(schedule.log_snr(t))
    images, noise = (torch.randn(3, 2, dtype=torch.float64) for _ in range(2))
    rates = schedule(t)
    noisy = add_noise(images, noise, rates)
    wrong = Prediction(
        images + 0.1, (noisy - rates.signal[:, None] * (images + 0.1)) / rates.noise[:, None]
    )
    truth = Prediction(images, noise)
    off = {
        "noise": wrong.noise - truth.noise,
        "velocity": wrong.velocity(rates) - truth.velocity(rates),
    }
    for name, difference in off.items():
        torch.testing.assert_close(difference.abs()[:, 0] / 0.1, factors[name])
    assert (factors["min_snr"] <= factors["noise"]).all()
    assert factors["min_snr"].max() == pytest.approx(5**0.5)


def test_a_series_skips_epochs_without_a_value():
    metrics = [{"epoch": 1, "a": 0.5}, {"epoch": 2}, {"epoch": 3, "a": 0.25}]
    assert plots.series(metrics, "a") == ([1, 3], [0.5, 0.25])


def test_drawn_levels_are_the_levels_that_are_drawn():
    generator = torch.Generator().manual_seed(0)
    t = torch.rand(200_000, generator=generator, dtype=torch.float64)
    z = torch.randn(200_000, generator=generator, dtype=torch.float64)
    schedule = CosineSchedule()
    drawn = {
        "uniform t, this schedule": schedule.log_snr(t),
        "log-normal noise": 2 * (math.log(0.5) - (-1.2 + 1.2 * z)),
        "logit-normal t, flow": 2 * torch.log(1 / torch.sigmoid(z) - 1),
        "uniform t, flow": 2 * torch.log((1 - t) / t),
    }
    log_snr = torch.linspace(-12, 12, 4801, dtype=torch.float64)
    densities = plots.level_densities(schedule, log_snr)
    assert densities.keys() == drawn.keys()
    for name, levels in drawn.items():
        for low, high in ((-6.0, -1.0), (-1.0, 1.0), (1.0, 2.0)):
            expected = ((levels > low) & (levels < high)).double().mean()
            part = (log_snr >= low) & (log_snr <= high)
            found = torch.trapezoid(densities[name][part], log_snr[part])
            assert found.item() == pytest.approx(expected.item(), abs=0.005), name


def test_the_learning_curve_draws_every_epoch():
    metrics = [
        {"epoch": 1, "train_loss": 0.5},
        {"epoch": 2, "train_loss": 0.4, "validation_noise_mae": 0.3},
    ]
    axes = plots.learning_curve(metrics, level=0.1645, level_name="reference").axes[0]
    assert list(axes.lines[0].get_ydata()) == [0.5, 0.4]
    assert list(axes.lines[1].get_xdata()) == [2]
