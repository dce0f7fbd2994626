"""Chapter 2's claims about frequencies, against numpy, the definition and plane waves."""

import numpy as np
import pytest
import torch

from ddimlib.exact.spectrum import (
    falloff,
    mean_power,
    octaves,
    radial_power,
    ring_sizes,
    rings,
    spread_over_rings,
)


def wave(size: int, across: int, down: int) -> torch.Tensor:
    """A plane wave of variance 1 with so many cycles across and down."""
    grid = torch.arange(size, dtype=torch.float64) / size
    phase = 2 * torch.pi * (across * grid[None, :] + down * grid[:, None])
    return (2**0.5 * phase.cos()).expand(1, 1, size, size)


def test_power_averages_to_the_mean_square_of_the_pixels() -> None:
    images = torch.randn(3, 2, 16, 16, dtype=torch.float64) + 0.3
    weights = ring_sizes(16).double() / 16**2
    torch.testing.assert_close(radial_power(images) @ weights, images.square().mean((0, 2, 3)))


def test_white_noise_has_power_one_on_every_ring() -> None:
    noise = torch.randn(400, 3, 32, 32, generator=torch.Generator().manual_seed(0))
    power = radial_power(noise)
    # The mean of n exponential variables has standard deviation 1 / sqrt(n); the transform of a
    # real image counts each pair of frequencies twice.
    spread = (2 / (400 * ring_sizes(32))).sqrt()
    assert ((power - 1).abs() < 5 * spread).all()


@pytest.mark.parametrize(("across", "down", "ring"), [(3, 0, 3), (3, 4, 5), (0, 7, 7), (1, 1, 1)])
def test_a_wave_lies_on_the_ring_of_its_frequency(across: int, down: int, ring: int) -> None:
    power = radial_power(wave(16, across, down))[0]
    assert int(power.argmax()) == ring
    total = power * ring_sizes(16)
    assert total[ring] == pytest.approx(16**2)
    assert total.sum() == pytest.approx(16**2)


def test_radial_power_agrees_with_numpy() -> None:
    image = np.random.default_rng(1).standard_normal((1, 1, 8, 8))
    power = np.abs(np.fft.fft2(image[0, 0])) ** 2 / 64
    index = np.array([0, 1, 2, 3, 4, 3, 2, 1])
    ring = np.floor(np.hypot(index[:, None], index[None, :]) + 0.5).astype(int)
    expected = [power[ring == r].mean() for r in range(ring.max() + 1)]
    np.testing.assert_allclose(radial_power(torch.from_numpy(image))[0].numpy(), expected)


@pytest.mark.parametrize("size", [2, 8, 32, 64])
def test_rings_count_every_frequency_once(size: int) -> None:
    assert ring_sizes(size).sum() == size**2
    assert rings(size)[0, 0] == 0
    assert ring_sizes(size)[0] == 1


def test_octaves_add_up_to_the_images() -> None:
    images = torch.randn(2, 3, 32, 32, dtype=torch.float64)
    bands = octaves(images)
    assert bands.shape == (5, 2, 3, 32, 32)
    torch.testing.assert_close(bands.sum(0), images)


@pytest.mark.parametrize(("frequency", "octave"), [(1, 1), (2, 2), (3, 2), (4, 3), (7, 3), (8, 4)])
def test_each_octave_is_twice_as_fine_as_the_one_before(frequency: int, octave: int) -> None:
    energy = octaves(wave(32, frequency, 0)).square().mean((1, 2, 3, 4))
    assert energy[octave] == pytest.approx(1)
    assert energy.sum() == pytest.approx(1)


def test_octaves_are_orthogonal() -> None:
    bands = octaves(torch.randn(1, 1, 16, 16, dtype=torch.float64)).flatten(1)
    gram = bands @ bands.T
    torch.testing.assert_close(gram, gram.diagonal().diag())


@pytest.mark.parametrize("exponent", [0.0, 1.0, 2.3])
def test_falloff_finds_the_exponent_of_a_power_law(exponent: float) -> None:
    power = 7 * torch.arange(40, dtype=torch.float64) ** -exponent
    assert falloff(power, 1, 30) == pytest.approx(exponent)


@pytest.mark.parametrize(("first", "last"), [(0, 5), (5, 5), (1, 40)])
def test_falloff_names_the_rings_that_it_can_use(first: int, last: int) -> None:
    with pytest.raises(ValueError, match="0 < first < last < 40"):
        falloff(torch.ones(40), first, last)


def test_spread_over_rings_puts_each_value_on_its_ring() -> None:
    values = torch.arange(7, dtype=torch.float32)[None]
    assert torch.equal(spread_over_rings(values, 8)[0], rings(8).float())


def test_the_mean_power_of_pictures_does_not_depend_on_how_they_are_taken_apart():
    images = torch.randn(
        7, 3, 8, 8, dtype=torch.float64, generator=torch.Generator().manual_seed(0)
    )
    whole = radial_power(images).mean(0)
    for chunk in (1, 3, 7, 250):
        torch.testing.assert_close(mean_power(images, chunk), whole)
