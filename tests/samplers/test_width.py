"""Samplers must get the width of clusters right, which mean and covariance hardly show."""

import itertools

import pytest
import torch
from torch import Tensor

from ddimlib.exact.mixture import GaussianMixture
from ddimlib.forward import add_noise
from ddimlib.samplers import ddim
from ddimlib.schedules import LinearSchedule

MIXTURE = GaussianMixture([[-1.4, -0.8], [1.4, -0.8], [0.0, 1.5]], 0.25)
SCHEDULE = LinearSchedule()
STEPS = 300


def noise() -> Tensor:
    return torch.randn(1500, 2, generator=torch.Generator().manual_seed(0))


def test_the_width_of_a_mixture_is_that_of_its_modes() -> None:
    points = MIXTURE.sample(20_000, torch.Generator().manual_seed(0))
    assert MIXTURE.width(points).item() == pytest.approx(0.25, rel=0.01)
    halves = MIXTURE.width(points.reshape(2, 10_000, 2))
    assert halves.shape == (2,)
    assert torch.allclose(halves.square().mean().sqrt(), MIXTURE.width(points))


@pytest.mark.parametrize("eta", [0.0, 0.5, 1.0])
@pytest.mark.slow
def test_clusters_have_their_width_whatever_eta_is(eta: float) -> None:
    fresh = torch.Generator().manual_seed(1)
    *_, last = ddim(MIXTURE.denoiser(SCHEDULE), SCHEDULE, noise(), STEPS, eta=eta, generator=fresh)
    assert MIXTURE.width(last.noisy).item() == pytest.approx(0.25, rel=0.06)


def test_all_noise_fresh_halves_the_variance_of_clusters_and_hides_it_from_the_moments() -> None:
    fresh = torch.Generator().manual_seed(1)
    denoise, noisy = MIXTURE.denoiser(SCHEDULE), noise()
    for now, then in itertools.pairwise(torch.linspace(1, 0, STEPS + 1)):
        image = denoise(noisy, now).image
        noisy = add_noise(image, torch.randn(noisy.shape, generator=fresh), SCHEDULE(then))
    assert MIXTURE.width(noisy).item() == pytest.approx(0.25 / 2**0.5, rel=0.1)
    assert torch.allclose(noisy.mean(0).double(), MIXTURE.mean, atol=0.1)
    assert torch.allclose(noisy.T.cov().double(), MIXTURE.covariance, atol=0.15)
