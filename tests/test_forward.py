"""Chapter 2: noising mixes, keeps the variance, and refuses what does not fit."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from ddimlib.forward import Rates, add_noise, onward, spread
from ddimlib.schedules import CosineSchedule


def draw(*shape: int, seed: int = 0) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def test_the_noisy_image_is_the_weighted_sum():
    images, noise = draw(2, 3, 4, 4), draw(2, 3, 4, 4, seed=1)
    rates = Rates(torch.tensor([0.6, 1.0]), torch.tensor([0.8, 0.0]))
    noisy = add_noise(images, noise, rates)
    torch.testing.assert_close(noisy[0], 0.6 * images[0] + 0.8 * noise[0])
    torch.testing.assert_close(noisy[1], images[1])


@pytest.mark.parametrize("t", [0.0, 0.3, 0.7, 1.0])
def test_standardised_images_keep_mean_0_and_variance_1_at_every_time(t):
    images = draw(200_000, 1).sign() * 0.6 + 0.8 * draw(200_000, 1, seed=2)
    rates = CosineSchedule()(torch.tensor(t))
    noisy = add_noise(images, draw(200_000, 1, seed=1), rates)
    assert noisy.mean().abs() < 4 / 200_000**0.5
    assert noisy.var().item() == pytest.approx(1, abs=4 * (2 / 200_000) ** 0.5)


def test_given_the_image_the_moments_are_those_of_equation_4():
    image = torch.tensor([[2.0, -1.0]])
    rates = CosineSchedule()(torch.tensor(0.4))
    noisy = add_noise(image.expand(100_000, 2), draw(100_000, 2), rates)
    torch.testing.assert_close(noisy.mean(0), rates.signal * image[0], atol=0.015, rtol=0)
    torch.testing.assert_close(noisy.std(0), rates.noise.expand(2), atol=0.01, rtol=0)


@given(
    size=st.lists(st.integers(1, 4), max_size=3),
    batch=st.integers(1, 4),
    single=st.booleans(),
    dtype=st.sampled_from([torch.float32, torch.float64]),
)
@settings(max_examples=40, deadline=None)
def test_shape_and_dtype_are_those_of_the_images(size, batch, single, dtype):
    images = torch.ones(batch, *size, dtype=dtype)
    t = torch.linspace(0.1, 0.9, 1 if single else batch, dtype=torch.float64)
    rates = CosineSchedule()(t)
    noisy = add_noise(images, torch.zeros_like(images), rates)
    assert noisy.shape == images.shape
    assert noisy.dtype == dtype
    expected = rates.signal.to(dtype).expand(batch)
    torch.testing.assert_close(noisy.flatten(1)[:, 0] if size else noisy, expected)


def test_rates_spread_over_the_trailing_dimensions():
    signal, noise = spread(Rates(torch.rand(5), torch.rand(5)), torch.zeros(5, 3, 2, 2))
    assert signal.shape == noise.shape == (5, 1, 1, 1)
    for one in (torch.tensor(0.5), torch.tensor([0.5])):
        assert spread(Rates(one, one), torch.zeros(5, 3, 2, 2)).signal.shape == ()


def test_rates_go_to_the_device_and_the_precision_of_the_images():
    # The device "meta" computes shapes alone.
    images = torch.zeros(5, 3, dtype=torch.float16, device="meta")
    for rate in spread(Rates(torch.rand(5), torch.rand(())), images):
        assert (rate.device, rate.dtype) == (images.device, images.dtype)


def test_noise_of_another_shape_is_refused():
    with pytest.raises(ValueError, match=r"^noise must have the shape of the images"):
        add_noise(torch.zeros(2, 3), torch.zeros(2, 4), Rates(torch.ones(()), torch.zeros(())))


def test_rates_that_fit_neither_one_nor_all_images_are_refused():
    with pytest.raises(ValueError, match=r"got shape \(3,\) for 2 images"):
        add_noise(torch.zeros(2, 3), torch.zeros(2, 3), Rates(torch.ones(3), torch.zeros(3)))


def test_noising_on_from_an_earlier_level_is_noising_at_once():
    """The means multiply and the variances add up, as in equation 2 of Ho et al. (2020)."""
    schedule = CosineSchedule()
    earlier, later = schedule(torch.tensor([0.2, 0.5])), schedule(torch.tensor([0.6, 0.9]))
    rates = onward(earlier, later)
    torch.testing.assert_close(rates.signal * earlier.signal, later.signal)
    torch.testing.assert_close((rates.signal * earlier.noise) ** 2 + rates.noise**2, later.noise**2)


def test_noising_on_to_the_same_level_adds_nothing():
    rates = CosineSchedule()(torch.tensor(0.5))
    assert [rate.item() for rate in onward(rates, rates)] == [1.0, 0.0]


def test_whole_numbers_are_refused_where_rates_would_be_rounded_to_zero():
    pictures = torch.randint(0, 256, (2, 3, 4, 4), dtype=torch.uint8)
    rates = CosineSchedule()(torch.tensor(0.5))
    with pytest.raises(ValueError, match=r"floating-point numbers, got torch\.uint8: normalise"):
        add_noise(pictures, torch.randn(2, 3, 4, 4), rates)


def test_onward_adds_the_noise_that_is_missing_also_where_squares_do_not_sum_to_1():
    earlier, later = Rates(*torch.tensor([0.8, 0.2])), Rates(*torch.tensor([0.1, 0.9]))
    on = onward(earlier, later)
    torch.testing.assert_close(on.signal * earlier.signal, later.signal)
    torch.testing.assert_close(
        (on.signal * earlier.noise).square() + on.noise.square(), later.noise.square()
    )
