"""The exact denoiser is exact, and the toy data are what they are said to be."""

import math

import numpy as np
import pytest
import torch
from scipy.stats import multivariate_normal

from ddimlib.diffusion import Prediction
from ddimlib.families.points import TOY_DATA_SETS
from ddimlib.forward import Rates, add_noise
from ddimlib.schedules import CosineSchedule, LinearSchedule, LogSNRSchedule
from ddimlib.toy import (
    GaussianMixture,
    exact_end_point,
    gaussian_mixture_denoiser,
    toy_points,
)

MEANS = torch.tensor([[1.0, 0.0], [-1.0, 1.0], [0.0, -1.5]], dtype=torch.float64)
COVARIANCES = torch.tensor(
    [[[0.3, 0.1], [0.1, 0.2]], [[0.1, 0.0], [0.0, 0.4]], [[0.5, -0.3], [-0.3, 0.4]]],
    dtype=torch.float64,
)
WEIGHTS = [0.5, 0.2, 0.3]
MIXTURE = GaussianMixture(MEANS, COVARIANCES, WEIGHTS)
SCHEDULE = CosineSchedule()


def points(count: int = 6) -> torch.Tensor:
    return torch.randn(count, 2, dtype=torch.float64, generator=torch.Generator().manual_seed(0))


def densities(at, rates):
    """Weight times density of each noisy mode, by SciPy: ``(modes, points)``."""
    signal, noise = (rate.item() for rate in rates)
    return np.stack(
        [
            weight
            * np.atleast_1d(
                multivariate_normal(
                    signal * mean.numpy(), signal**2 * covariance.numpy() + noise**2 * np.eye(2)
                ).pdf(at.numpy())
            )
            for weight, mean, covariance in zip(WEIGHTS, MEANS, COVARIANCES, strict=True)
        ]
    )


@pytest.mark.parametrize("t", [0.05, 0.4, 0.95])
def test_the_denoiser_is_the_posterior_mean_by_bayes_rule(t):
    """Written out for every mode with matrices, independently of principal axes."""
    rates = SCHEDULE(torch.tensor(t, dtype=torch.float64))
    signal, noise = (rate.item() for rate in rates)
    share = densities(points(), rates)
    share = share / share.sum(0)
    expected = np.zeros((6, 2))
    for r, mean, covariance in zip(share, MEANS.numpy(), COVARIANCES.numpy(), strict=True):
        gain = signal * covariance @ np.linalg.inv(signal**2 * covariance + noise**2 * np.eye(2))
        expected += r[:, None] * (mean + (points().numpy() - signal * mean) @ gain.T)
    denoise = gaussian_mixture_denoiser(MEANS, COVARIANCES, WEIGHTS, SCHEDULE)
    prediction = denoise(points(), torch.tensor(t, dtype=torch.float64))
    np.testing.assert_allclose(prediction.image.numpy(), expected, atol=1e-12)


@pytest.mark.parametrize("t", [0.0, 0.5, 1.0])
def test_image_and_noise_together_give_back_the_noisy_point(t):
    t = torch.tensor(t, dtype=torch.float64)
    again = add_noise(*MIXTURE.denoiser(SCHEDULE)(points(), t), SCHEDULE(t))
    torch.testing.assert_close(again, points())


def test_the_predicted_noise_is_the_score():
    """ε = -noise_rate · ∇ log p (Vincent 2011), with the gradient taken by autograd."""
    t = torch.tensor(0.5, dtype=torch.float64)
    at = points().requires_grad_()
    (score,) = torch.autograd.grad(MIXTURE.log_density(at, SCHEDULE(t)).sum(), at)
    noise = MIXTURE.denoiser(SCHEDULE)(points(), t).noise
    torch.testing.assert_close(noise, -SCHEDULE(t).noise * score)


def test_log_density_is_that_of_scipy():
    for rates in (
        SCHEDULE(torch.tensor(0.3, dtype=torch.float64)),
        Rates(torch.tensor(1.0), torch.tensor(0.0)),
    ):
        ours = MIXTURE.log_density(points(), rates).exp().numpy()
        np.testing.assert_allclose(ours, densities(points(), rates).sum(0), rtol=1e-10)
    torch.testing.assert_close(
        MIXTURE.log_density(points()),
        MIXTURE.log_density(points(), Rates(torch.ones(1), torch.zeros(1))),
    )


def test_samples_have_the_mean_and_covariance_of_the_mixture():
    sample = MIXTURE.sample(100_000, torch.Generator().manual_seed(0)).double()
    torch.testing.assert_close(sample.mean(0), MIXTURE.mean, atol=0.02, rtol=0)
    torch.testing.assert_close(sample.T.cov(), MIXTURE.covariance, atol=0.03, rtol=0)


def test_what_is_left_after_a_measurement_is_bayes_rule_on_a_grid():
    matrix, values, std = torch.tensor([[0.6, -0.8]]).double(), torch.tensor([0.5]).double(), 0.4
    left = MIXTURE.given(matrix, values, std)
    side = torch.linspace(-6, 6, 601, dtype=torch.float64)
    grid = torch.cartesian_prod(side, side)
    likely = -((grid @ matrix.T - values) ** 2).sum(1) / (2 * std**2)
    share = (MIXTURE.log_density(grid) + likely).softmax(0)
    area = (side[1] - side[0]) ** 2
    torch.testing.assert_close(left.log_density(grid).exp() * area, share, atol=1e-8, rtol=1e-4)


def test_two_numbers_may_be_measured_of_points_that_are_pictures():
    means = torch.randn(3, 1, 2, 2, generator=torch.Generator().manual_seed(0))
    matrix = torch.eye(4)[:2]
    left = GaussianMixture(means, 0.5).given(matrix, torch.tensor([0.3, -0.2]), 1e-4)
    assert left.means.shape == (3, 4)
    assert left.size == (1, 2, 2)
    # Two of the four numbers are known now, and the others as unsure as before.
    expected = torch.tensor([0.3, -0.2]).expand(3, 2).double()
    torch.testing.assert_close(left.means[:, :2], expected, atol=1e-5, rtol=0)
    torch.testing.assert_close(left.means[:, 2:], means.flatten(1)[:, 2:].double())


@pytest.mark.parametrize(
    ("matrix", "values", "std"),
    [([[1.0, 0.0, 0.0]], [0.5], 0.1), ([[1.0, 0.0]], [0.5, 0.5], 0.1), ([[1.0, 0.0]], [0.5], 0.0)],
)
def test_a_measurement_that_does_not_fit_is_refused(matrix, values, std):
    with pytest.raises(ValueError, match=r"a measurement needs a matrix \(m, 2\), values \(m,\)"):
        MIXTURE.given(torch.tensor(matrix), torch.tensor(values), std)


def test_stds_and_their_covariances_make_the_same_mixture():
    stds = torch.tensor([0.2, 0.5, 1.0])
    full = torch.eye(2).expand(3, 2, 2) * stds.square()[:, None, None]
    t = torch.tensor(0.4, dtype=torch.float64)
    first, second = (
        gaussian_mixture_denoiser(MEANS, spread, None, SCHEDULE)(points(), t).image
        for spread in (stds, full)
    )
    torch.testing.assert_close(first, second, rtol=1e-6, atol=1e-7)


def test_points_may_be_pictures_and_each_may_have_its_own_time():
    means = torch.randn(4, 3, 2, 2, generator=torch.Generator().manual_seed(0))
    denoise = gaussian_mixture_denoiser(means, 0.1, None, SCHEDULE)
    noisy = torch.randn(5, 3, 2, 2, generator=torch.Generator().manual_seed(1))
    t = torch.linspace(0.1, 0.9, 5)
    together = denoise(noisy, t)
    assert together.image.shape == noisy.shape
    assert together.image.dtype == torch.float32
    for i in range(5):
        alone = denoise(noisy[i : i + 1], t[i])
        torch.testing.assert_close(together.noise[i : i + 1], alone.noise, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize(
    "schedule", [LinearSchedule(), LogSNRSchedule()], ids=["linear", "log_snr"]
)
def test_the_end_point_of_a_single_gaussian_is_known_in_closed_form(schedule):
    """Along the ODE the point keeps its distance from the mode, in standard deviations."""
    mean, std = torch.tensor([0.5, -1.0], dtype=torch.float64), 0.4
    denoise = gaussian_mixture_denoiser(mean[None], std, None, schedule)
    end = exact_end_point(denoise, schedule, points())
    ends = schedule(torch.tensor([1.0, 0.0], dtype=torch.float64))
    size = (ends.signal**2 * std**2 + ends.noise**2).sqrt()
    expected = ends.signal[1] * mean + (points() - ends.signal[0] * mean) * size[1] / size[0]
    torch.testing.assert_close(end, expected, rtol=1e-8, atol=1e-9)


def test_the_end_point_can_be_walked_back():
    denoise = MIXTURE.denoiser(SCHEDULE)
    end = exact_end_point(denoise, SCHEDULE, points(3), tolerance=1e-9)
    back = exact_end_point(denoise, SCHEDULE, end, start=0.0, end=1.0, tolerance=1e-9)
    torch.testing.assert_close(back, points(3), rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("name", sorted(TOY_DATA_SETS))
def test_toy_data_are_centred_have_unit_size_and_follow_their_seed(name):
    data = toy_points(name, 20_000, torch.Generator().manual_seed(0))
    assert data.shape == (20_000, 2)
    assert data.mean(0).abs().max() < 0.05
    assert (data.std(0) - 1).abs().max() < 0.12
    assert torch.equal(data, toy_points(name, 20_000, torch.Generator().manual_seed(0)))


def test_the_rings_are_eight_and_the_board_has_empty_squares():
    rings = toy_points("rings", 4000, torch.Generator().manual_seed(0))
    angle = torch.atan2(rings[:, 1], rings[:, 0]) / (math.pi / 4)
    assert (angle - angle.round()).abs().max() < 0.5
    assert angle.round().remainder(8).unique().numel() == 8
    board = toy_points("checkerboard", 4000, torch.Generator().manual_seed(0)) / 0.87 + 2
    assert (board.floor().sum(1) % 2 == 0).all()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: GaussianMixture([1.0, 2.0], 0.1), "means must have shape"),
        (lambda: GaussianMixture(MEANS, [0.1, 0.2]), "stds must be one number, one per mode"),
        (lambda: GaussianMixture(MEANS, -0.1), "must not be negative"),
        (lambda: GaussianMixture(MEANS, 0.1, [1.0, 1.0]), "weights must be 3 non-negative"),
        (lambda: GaussianMixture(MEANS, 0.1, [1.0, -1.0, 1.0]), "weights must be 3 non-negative"),
        (
            lambda: GaussianMixture(MEANS[:1], [[[1.0, 0.5], [0.0, 1.0]]]),
            "covariances must be symmetric",
        ),
        (lambda: GaussianMixture(MEANS[:1], [[[1.0, 2.0], [2.0, 1.0]]]), "no negative variance"),
        (lambda: MIXTURE.log_density(torch.zeros(2, 3)), r"points must have shape \(batch, 2\)"),
        (lambda: toy_points("donut", 3), "unknown toy data set 'donut': choose one of checker"),
    ],
)
def test_what_does_not_fit_is_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()


def test_a_solver_that_gives_up_says_so():
    def nowhere(noisy, t):
        return Prediction(noisy, noisy if t > 0.5 else noisy * float("nan"))

    with pytest.raises(RuntimeError, match="no solution from time 1 to 0"):
        exact_end_point(nowhere, CosineSchedule(), torch.ones(1, 2, dtype=torch.float64))
