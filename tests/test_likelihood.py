"""Chapter 10: log densities along the ODE are those of exact models, within their errors."""

import math

import pytest
import torch

from ddimlib.diffusion import Prediction
from ddimlib.exact.ideal import spectrum_denoiser, spectrum_log_density
from ddimlib.exact.spectrum import ring_sizes, spread_over_rings
from ddimlib.forward import add_noise
from ddimlib.likelihood import bits_per_dimension, log_likelihood, stretching
from ddimlib.schedules import CosineSchedule, LinearSchedule, LogSNRSchedule
from ddimlib.toy import GaussianMixture
from tests.small import MIXTURE

SCHEDULE = CosineSchedule(max_signal_rate=0.99)


def drawn(count, size, seed):
    return torch.randn(count, *size, generator=torch.Generator().manual_seed(seed)).double()


def noisy_points(schedule, count=40):
    """Points of the mixture with the noise of time 0, and their exact log density."""
    points = MIXTURE.sample(count, torch.Generator().manual_seed(0)).double()
    rates = schedule(torch.tensor(0.0, dtype=torch.float64))
    noisy = add_noise(points, drawn(count, (2,), 1), rates)
    return noisy, MIXTURE.log_density(noisy, rates)


@pytest.mark.parametrize("schedule", [SCHEDULE, LogSNRSchedule(4.0, -8.0), LinearSchedule()])
def test_the_log_density_of_points_is_that_of_the_mixture(schedule):
    noisy, exact = noisy_points(schedule)
    denoise = MIXTURE.denoiser(schedule)
    found = log_likelihood(denoise, schedule, noisy, 120, probes=None)
    # The rest is the noise at time 1, which counts as standard normal and is nearly that.
    torch.testing.assert_close(found, exact, atol=0.03, rtol=0)


def test_twice_the_steps_leave_a_quarter_of_the_error():
    schedule = CosineSchedule(min_signal_rate=1e-4, max_signal_rate=0.99)
    noisy, exact = noisy_points(schedule)
    few, many = (
        (log_likelihood(MIXTURE.denoiser(schedule), schedule, noisy, steps, probes=None) - exact)
        .abs()
        .mean()
        for steps in (40, 80)
    )
    assert few / many == pytest.approx(4, rel=0.3)


def test_random_directions_are_right_on_average_and_many_are_better_than_one():
    noisy, _ = noisy_points(SCHEDULE, 200)
    denoise = MIXTURE.denoiser(SCHEDULE)
    exact = log_likelihood(denoise, SCHEDULE, noisy, 10, probes=None)
    one, many = (
        log_likelihood(
            denoise, SCHEDULE, noisy, 10, probes=probes, generator=torch.Generator().manual_seed(0)
        )
        - exact
        for probes in (1, 16)
    )
    for off in (one, many):
        assert off.mean().abs() < 4 * off.std() / 200**0.5
    assert many.std() < one.std() / 2


def test_pictures_of_a_known_spectrum_have_their_density_within_the_error_of_the_estimate():
    sizes = ring_sizes(8).double()
    power = 1 / (1 + torch.arange(len(sizes)).double()) ** 2
    power = (power / (power @ sizes / 64)).expand(2, -1)
    white = drawn(60, (2, 8, 8), 0)
    prior = spread_over_rings(power, 8)
    images = torch.fft.ifft2(torch.fft.fft2(white) * prior.sqrt()).real
    rates = SCHEDULE(torch.tensor(0.0, dtype=torch.float64))
    noisy = add_noise(images, drawn(60, (2, 8, 8), 1), rates)
    exact = spectrum_log_density(rates.signal**2 * power + rates.noise**2, noisy)
    found = log_likelihood(
        spectrum_denoiser(power, SCHEDULE), SCHEDULE, noisy, 60,
        generator=torch.Generator().manual_seed(0),
    )  # fmt: skip
    bits = (found - exact) / (128 * math.log(2))
    assert bits.mean().abs() < 4 * bits.std() / 60**0.5 + 0.002
    assert bits.std() < 0.1


def test_space_is_stretched_as_fast_as_the_formula_of_a_gaussian_says():
    variances = torch.tensor([0.3, 1.0, 2.5], dtype=torch.float64)
    gaussian = GaussianMixture(torch.ones(1, 3), variances.diag()[None])
    t = torch.tensor(0.4, dtype=torch.float64)
    signal, noise = SCHEDULE(t)
    # Along each axis the velocity is linear: αε - σx₀ with ε and x₀ by regression.
    slopes = signal * noise * (1 - variances) / (signal**2 * variances + noise**2)
    velocity, found = stretching(
        gaussian.denoiser(SCHEDULE), SCHEDULE, drawn(4, (3,), 0), t, None, None
    )
    torch.testing.assert_close(found, slopes.sum().expand(4))
    prediction = gaussian.denoiser(SCHEDULE)(drawn(4, (3,), 0), t)
    torch.testing.assert_close(velocity, prediction.velocity(SCHEDULE(t)))
    assert not velocity.requires_grad
    # Axes that do not mix are seen exactly by signs, whichever come.
    (_, signs) = stretching(
        gaussian.denoiser(SCHEDULE), SCHEDULE, drawn(4, (3,), 0), t, 1, torch.Generator()
    )
    torch.testing.assert_close(signs, found)


def test_white_noise_that_a_denoiser_leaves_as_it_is_has_its_own_density():
    def nothing_to_see(noisy, t):
        rates = SCHEDULE(torch.as_tensor(t, dtype=torch.float64))
        return Prediction(rates.signal * noisy, rates.noise * noisy)

    noisy = drawn(3, (1, 2, 2), 0)
    with torch.no_grad():
        found = log_likelihood(nothing_to_see, SCHEDULE, noisy, 3, generator=torch.Generator())
    expected = torch.distributions.Normal(0.0, 1.0).log_prob(noisy).sum((1, 2, 3))
    torch.testing.assert_close(found, expected)


def test_even_levels_take_eight_bits_whatever_the_scale_of_the_channels():
    std = torch.tensor([0.2, 0.5]).reshape(1, 2, 1, 1)
    # 256 levels of width 1 / 255 fill this much of a standardised axis.
    widths = (256 / 255 / std.double()).expand(1, 2, 3, 3)
    density = -widths.log().sum().expand(4)
    bits = bits_per_dimension(density, (2, 3, 3), std)
    torch.testing.assert_close(bits, torch.full((4,), 8.0, dtype=torch.float64))
    # Who knows half of them to be impossible needs one bit less.
    better = density + 18 * math.log(2)
    torch.testing.assert_close(bits_per_dimension(better, (2, 3, 3), std), bits - 1)


@pytest.mark.parametrize("options", [{"steps": 0}, {"probes": 0}])
def test_a_likelihood_without_steps_or_probes_is_refused(options):
    with pytest.raises(ValueError, match="at least one step, and at least one probe"):
        log_likelihood(MIXTURE.denoiser(SCHEDULE), SCHEDULE, torch.zeros(1, 2), **options)


def test_single_precision_is_integrated_in_double():
    schedule = CosineSchedule()
    noisy = drawn(3, (2,), 0).float()
    found = log_likelihood(MIXTURE.denoiser(schedule), schedule, noisy, 2, probes=None)
    assert found.dtype == torch.float64
