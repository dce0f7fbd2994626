"""The ideal denoisers are the posterior means that they claim to be."""

import pytest
import torch
from scipy.stats import multivariate_normal

from ddimlib.exact.ideal import (
    memory_denoiser,
    memory_weights,
    pair_error,
    spectrum_denoiser,
    spectrum_errors,
    spectrum_log_density,
)
from ddimlib.exact.spectrum import radial_power, ring_sizes, spread_over_rings
from ddimlib.forward import add_noise
from ddimlib.schedules import CosineSchedule, Rates

SCHEDULE = CosineSchedule()


def gaussian_images(power: torch.Tensor, size: int, count: int, seed: int) -> torch.Tensor:
    """Random images with this spectrum: white noise, filtered."""
    generator = torch.Generator().manual_seed(seed)
    white = torch.randn(count, 1, size, size, generator=generator, dtype=torch.float64)
    return torch.fft.ifft2(torch.fft.fft2(white) * spread_over_rings(power, size).sqrt()).real


def pink(size: int) -> torch.Tensor:
    """A spectrum that falls with the square of frequency, of mean power 1."""
    power = 1 / (1 + torch.arange(len(ring_sizes(size)), dtype=torch.float64)) ** 2
    return (power / (power @ ring_sizes(size).double() / size**2))[None]


@pytest.mark.parametrize("t", [0.1, 0.5, 0.9])
def test_spectrum_denoiser_leaves_the_error_that_its_formula_says(t: float) -> None:
    power = pink(16)
    images = gaussian_images(power, 16, 600, seed=0)
    noise = torch.randn(images.shape, generator=torch.Generator().manual_seed(1)).double()
    times = torch.full((600,), t, dtype=torch.float64)
    noisy = add_noise(images, noise, SCHEDULE(times))
    prediction = spectrum_denoiser(power, SCHEDULE)(noisy, times)
    image_error, noise_error = spectrum_errors(power[0], ring_sizes(16), SCHEDULE.log_snr(times[0]))
    assert (prediction.image - images).square().mean() == pytest.approx(
        image_error.item(), rel=0.03
    )
    assert (prediction.noise - noise).square().mean() == pytest.approx(noise_error.item(), rel=0.03)


def test_spectrum_denoiser_beats_every_other_gain() -> None:
    power = pink(16)
    images = gaussian_images(power, 16, 300, seed=2)
    noise = torch.randn(images.shape, generator=torch.Generator().manual_seed(3)).double()
    times = torch.full((300,), 0.4, dtype=torch.float64)
    noisy = add_noise(images, noise, SCHEDULE(times))

    def error(factor: float) -> float:
        prediction = spectrum_denoiser(power * factor, SCHEDULE)(noisy, times)
        return float((prediction.image - images).square().mean())

    assert error(1.0) < min(error(0.4), error(2.5))


def test_the_density_of_a_spectrum_is_that_of_its_covariance_matrix() -> None:
    power = torch.cat([pink(4), 3 * pink(4) + 0.1])
    images = torch.randn(5, 2, 4, 4, generator=torch.Generator().manual_seed(0)).double()
    expected = 0.0
    for channel, prior in enumerate(spread_over_rings(power, 4)):
        kernel = torch.fft.ifft2(prior).real  # the covariance of two pixels, by their distance
        covariance = torch.stack(
            [
                kernel.roll((row, column), (0, 1)).flatten()
                for row in range(4)
                for column in range(4)
            ]
        )
        points = images[:, channel].flatten(1).numpy()
        expected = expected + multivariate_normal(cov=covariance.numpy()).logpdf(points)
    torch.testing.assert_close(spectrum_log_density(power, images), torch.tensor(expected))


def test_prediction_mixes_to_the_noisy_image_again() -> None:
    images = torch.randn(8, 3, 8, 8, dtype=torch.float64)
    noisy = torch.randn(4, 3, 8, 8, dtype=torch.float64)
    times = torch.tensor([0.0, 0.3, 0.6, 1.0], dtype=torch.float64)
    for denoise in (
        memory_denoiser(images, SCHEDULE),
        spectrum_denoiser(radial_power(images), SCHEDULE),
    ):
        prediction = denoise(noisy, times)
        again = add_noise(prediction.image, prediction.noise, SCHEDULE(times))
        torch.testing.assert_close(again, noisy)


def test_memory_weights_are_bayes_rule() -> None:
    images = torch.randn(5, 2, 3, 3, dtype=torch.float64)
    noisy = torch.randn(2, 2, 3, 3, dtype=torch.float64)
    rates = Rates(torch.tensor([0.6, 0.8]).double(), torch.tensor([0.8, 0.6]).double())
    weights = memory_weights(images, noisy, rates)
    for row in range(2):
        normal = torch.distributions.Normal(rates.signal[row] * images, rates.noise[row])
        likelihood = normal.log_prob(noisy[row]).sum((1, 2, 3)).exp()
        torch.testing.assert_close(weights[row], likelihood / likelihood.sum())


def test_memory_denoiser_recalls_a_known_image_and_at_the_end_only_the_average() -> None:
    images = torch.randn(50, 3, 16, 16, generator=torch.Generator().manual_seed(4))
    noise = torch.randn(1, 3, 16, 16, generator=torch.Generator().manual_seed(5))
    early = torch.tensor([0.5])
    noisy = add_noise(images[7:8], noise, SCHEDULE(early))
    recalled = memory_denoiser(images, SCHEDULE)(noisy, early).image
    torch.testing.assert_close(recalled, images[7:8], atol=1e-4, rtol=0)
    hopeless = CosineSchedule(min_signal_rate=1e-5)
    noisy = add_noise(images[7:8], noise, hopeless(torch.ones(1)))
    average = memory_denoiser(images, hopeless)(noisy, torch.ones(1)).image
    torch.testing.assert_close(average, images.mean(0, keepdim=True), atol=1e-2, rtol=0)


def test_errors_go_from_the_whole_image_to_nothing_as_noise_falls() -> None:
    log_snr = torch.linspace(-12, 12, 25, dtype=torch.float64)
    image, noise = spectrum_errors(pink(16)[0], ring_sizes(16), log_snr)
    assert (image.diff() < 0).all()
    assert (noise.diff() > 0).all()
    assert image[0] == pytest.approx(1, abs=0.01)
    assert noise[-1] == pytest.approx(1, abs=0.01)
    torch.testing.assert_close(noise, log_snr.exp() * image)


def test_the_best_guesser_of_two_is_wrong_as_often_as_the_formula_says() -> None:
    """Sampled: noise is drawn over one of two images, and Bayes' rule decides."""
    generator = torch.Generator().manual_seed(6)
    pair = torch.randn(2, 3, 8, 8, generator=generator, dtype=torch.float64)
    distance = (pair[0] - pair[1]).norm()
    draws = 4000
    for wrong in (0.3, 0.05, 0.01):
        root = -2 * torch.special.ndtri(torch.tensor(wrong, dtype=torch.float64)) / distance
        log_snr = 2 * root.log()
        rates = Rates(torch.sigmoid(log_snr).sqrt(), torch.sigmoid(-log_snr).sqrt())
        assert pair_error(*pair, rates).item() == pytest.approx(wrong)
        assert pair_error(*pair.flip(0), rates).item() == pytest.approx(wrong)
        noise = torch.randn(draws, 3, 8, 8, generator=generator, dtype=torch.float64)
        noisy = rates.signal * pair[0] + rates.noise * noise
        mistaken = memory_weights(pair, noisy, Rates(*(r.expand(draws) for r in rates)))[:, 1] > 0.5
        spread = (wrong * (1 - wrong) / draws) ** 0.5
        assert mistaken.double().mean().item() == pytest.approx(wrong, abs=4 * spread)
