"""Chapter 7: the step is equation 12, η is what the paper says, and DDPM its other end."""

import math

import numpy as np
import pytest
import torch

from ddimlib import samplers
from ddimlib.diffusion import Prediction
from ddimlib.forward import Rates
from ddimlib.samplers import sample
from ddimlib.schedules import CosineSchedule, LinearSchedule, LogSNRSchedule
from tests.samplers.exact import MIXTURE, last, noise_of


def equation_12(x, epsilon, alpha_bar, alpha_bar_next, eta, z):
    """Song et al. (2020a), equations 12 and 16, as printed, in float64 (their α is ᾱ)."""
    sigma = (
        eta
        * np.sqrt((1 - alpha_bar_next) / (1 - alpha_bar))
        * np.sqrt(1 - alpha_bar / alpha_bar_next)
    )
    predicted = (x - np.sqrt(1 - alpha_bar) * epsilon) / np.sqrt(alpha_bar)
    direction = np.sqrt(1 - alpha_bar_next - sigma**2) * epsilon
    return np.sqrt(alpha_bar_next) * predicted + direction + sigma * z


@pytest.mark.parametrize("eta", [0.0, 0.3, 0.8, 1.0])
@pytest.mark.parametrize("schedule", [CosineSchedule(), LinearSchedule()], ids=["cosine", "linear"])
def test_a_ddim_step_is_equation_12(eta, schedule):
    def denoise(noisy, t):
        noise = torch.tanh(noisy) + t  # any function will do
        rates = schedule(t)
        return Prediction((noisy - rates.noise * noise) / rates.signal, noise)

    start = torch.randn(3, 1, 4, 4, generator=torch.Generator().manual_seed(1))
    steps = list(
        samplers.ddim(
            denoise, schedule, start, 7, eta=eta, generator=torch.Generator().manual_seed(2)
        )
    )

    drawn = torch.Generator().manual_seed(2)
    x, times = start.double().numpy(), np.linspace(1, 0, 8)
    for step, now, then in zip(steps, times, times[1:], strict=False):
        z = torch.randn(start.shape, generator=drawn).double().numpy() if eta else 0.0
        here, there = (
            schedule.alpha_bar(torch.tensor([t], dtype=torch.float64)).item() for t in (now, then)
        )
        x = equation_12(x, np.tanh(x) + now, here, there, eta, z)
        scale = max(1.0, np.abs(x).max())
        assert np.abs(step.noisy.double().numpy() - x).max() / scale < 1e-6
        assert step.time == pytest.approx(then, abs=1e-12)
        x = step.noisy.double().numpy()  # so that rounding does not add up


@pytest.mark.parametrize("eta", [0.0, 0.4, 1.0])
def test_what_is_kept_and_what_is_fresh_make_up_the_noise(eta):
    here, there = Rates(torch.tensor(0.6), torch.tensor(0.8)), Rates(*torch.tensor([0.8, 0.6]))
    kept, fresh = samplers.kept_and_fresh(here, there, eta)
    # By hand: σ = η · (0.6 / 0.8) · √(1 - 0.36 / 0.64).
    assert fresh.item() == pytest.approx(eta * 0.75 * math.sqrt(1 - 0.36 / 0.64))
    assert (kept**2 + fresh**2).item() == pytest.approx(0.36)
    assert kept >= 0


def test_without_fresh_noise_all_of_the_predicted_is_kept_to_the_last_bit():
    schedule = CosineSchedule()
    times = torch.linspace(1, 0, 101, dtype=torch.float64)
    kept, fresh = samplers.kept_and_fresh(schedule(times[:-1]), schedule(times[1:]), 0.0)
    assert torch.equal(kept, schedule(times[1:]).noise)
    assert not fresh.any()


def test_ddim_draws_nothing():
    schedule, generator = CosineSchedule(), torch.Generator().manual_seed(0)
    before = generator.get_state()
    last(samplers.ddim(MIXTURE.denoiser(schedule), schedule, noise_of(2), 3, generator=generator))
    assert torch.equal(generator.get_state(), before)


def test_ddpm_is_ddim_with_eta_one():
    schedule = CosineSchedule()
    denoise = MIXTURE.denoiser(schedule)
    a, b = torch.Generator().manual_seed(3), torch.Generator().manual_seed(3)
    ancestral = sample(denoise, schedule, noise_of(4), "ddpm", 8, a)
    torch.testing.assert_close(
        ancestral, sample(denoise, schedule, noise_of(4), "ddim", 8, b, eta=1.0)
    )


def test_the_large_variance_is_that_of_the_forward_process_and_none_at_the_end():
    """Ho et al. (2020), equations 4, 7 and 11 with σ² = β, and algorithm 2's z = 0 in the end."""
    schedule = CosineSchedule()
    denoise = MIXTURE.denoiser(schedule)
    times = torch.linspace(1, 0, 6, dtype=torch.float64)
    drawn = torch.Generator().manual_seed(4)
    x = noise_of(3)
    steps = samplers.ddpm(
        denoise,
        schedule,
        x,
        5,
        variance="large",
        generator=torch.Generator().manual_seed(4),
    )
    for i, step in enumerate(steps):
        alpha_bar, before = schedule.alpha_bar(times[i]), schedule.alpha_bar(times[i + 1])
        alpha = alpha_bar / before
        beta = 1 - alpha
        image = denoise(x, times[i]).image
        mean = before.sqrt() * beta / (1 - alpha_bar) * image
        mean = mean + alpha.sqrt() * (1 - before) / (1 - alpha_bar) * x
        z = torch.randn(3, 2, dtype=torch.float64, generator=drawn) if i < 4 else 0.0
        x = mean + beta.sqrt() * z
        torch.testing.assert_close(step.noisy, x)
        assert step.time == pytest.approx(times[i + 1].item())
    assert i == 4


def test_a_walk_with_rising_times_carries_an_image_to_its_noise():
    schedule = CosineSchedule()
    denoise = MIXTURE.denoiser(schedule)
    times = torch.linspace(0, 1, 4, dtype=torch.float64)
    x = noise_of(2)
    steps = samplers.walk(lambda noisy, i: denoise(noisy, times[i]), schedule, x, times)
    for now, then, step in zip(times, times[1:], steps, strict=False):
        image, noise = denoise(x, now)
        x = schedule(then).signal * image + schedule(then).noise * noise
        torch.testing.assert_close(step.noisy, x)
        assert step.time == pytest.approx(then.item())


@pytest.mark.parametrize(
    ("method", "options"),
    [
        ("ddpm", {"variance": "small"}),
        ("ddpm", {"variance": "large"}),
        ("ddim", {"eta": 1.0}),
        ("ddim", {"eta": 0.5}),
        ("dpm_solver_pp", {"eta": 1.0}),
    ],
    ids=["ddpm small", "ddpm large", "ddim eta 1", "ddim eta 0.5", "dpm_solver_pp SDE"],
)
def test_stochastic_samplers_reproduce_mean_and_covariance(method, options):
    schedule = LogSNRSchedule(start=9.0, end=-9.0)
    count, generator = 4000, torch.Generator().manual_seed(0)
    noise = torch.randn(count, 2, generator=generator)
    points = sample(
        MIXTURE.denoiser(schedule), schedule, noise, method, 100, generator, **options
    ).double()
    # Four standard errors of each, and 0.02 for 100 steps instead of infinitely many.
    error = MIXTURE.covariance.diagonal().sqrt().max().item() / math.sqrt(count)
    assert (points.mean(0) - MIXTURE.mean).abs().max().item() < 4 * error + 0.02
    assert (points.T.cov() - MIXTURE.covariance).abs().max().item() < 8 * error + 0.02


@pytest.mark.parametrize("variance", ["small", "large"])
def test_ddpm_stays_in_the_precision_of_its_noise(variance):
    schedule, noise = CosineSchedule(), noise_of(2, dtype=torch.float32)
    steps = samplers.ddpm(MIXTURE.denoiser(schedule), schedule, noise, 3, variance=variance)
    assert {step.noisy.dtype for step in steps} == {torch.float32}
