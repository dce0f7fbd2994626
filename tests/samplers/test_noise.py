"""Random numbers come from seeds and generators, one per picture if need be."""

import pytest
import torch

from ddimlib import samplers


def test_generators_must_be_one_or_one_per_image():
    with pytest.raises(ValueError, match="got 2 for 3 images"):
        samplers.noise_like(torch.zeros(3, 2), samplers.seeded_generators([1, 2]))


def test_one_generator_draws_the_batch_and_one_per_image_draws_each():
    images = torch.zeros(2, 3, dtype=torch.float64)
    whole = samplers.noise_like(images, torch.Generator().manual_seed(1))
    expected = torch.randn(2, 3, dtype=torch.float64, generator=torch.Generator().manual_seed(1))
    assert torch.equal(whole, expected)
    rows = samplers.noise_like(images, samplers.seeded_generators([1, 2]))
    for row, seed in zip(rows, (1, 2), strict=True):
        one = torch.randn(3, dtype=torch.float64, generator=torch.Generator().manual_seed(seed))
        assert torch.equal(row, one)


def test_without_a_generator_pytorch_s_own_draws():
    torch.manual_seed(3)
    found = samplers.noise_like(torch.zeros(4))
    torch.manual_seed(3)
    assert torch.equal(found, torch.randn(4))


def test_noise_may_come_from_a_function():
    assert torch.equal(
        samplers.noise_like(torch.zeros(2, 1), lambda x: x + 7), torch.full((2, 1), 7.0)
    )


def test_a_seed_makes_the_same_noise_in_every_batch():
    noise = samplers.seeded_noise([5, 6], (1, 2, 2))
    assert noise.shape == (2, 1, 2, 2)
    assert torch.equal(noise[1:], samplers.seeded_noise([6], (1, 2, 2)))
    assert not torch.equal(noise[0], noise[1])


def test_noise_is_drawn_where_its_generator_is_and_taken_to_the_images():
    images = torch.zeros(2, 3, device="meta")
    for generator in (None, torch.Generator().manual_seed(0), samplers.seeded_generators([1, 2])):
        noise = samplers.noise_like(images, generator)
        assert noise.device == images.device
        assert noise.shape == (2, 3)


def test_no_picture_no_noise():
    assert samplers.seeded_noise([], (3, 8, 8)).shape == (0, 3, 8, 8)
