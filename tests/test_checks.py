"""What the checks at the border let through, and what they say."""

import pytest
import torch

from ddimlib import checks
from ddimlib.diffusion import DiffusionModel
from ddimlib.runs.features import FlowerClassifier, extract
from ddimlib.runs.grids import make_grid
from ddimlib.schedules import CosineSchedule


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(ValueError, match=r"unknown sampler 'eluer': choose one of ddim, heun"):
        checks.check_name("eluer", ["heun", "ddim"], "sampler")


@pytest.mark.parametrize("bad", [-0.01, 1.01, float("nan")])
def test_a_time_outside_0_to_1_is_named(bad):
    with pytest.raises(ValueError, match=r"must lie in \[0, 1\].*got (-0.01|1.01|nan)"):
        checks.check_time(torch.tensor([0.5, bad]))


def test_a_time_that_is_no_float_tensor_is_refused():
    with pytest.raises(TypeError, match=r"floating-point tensor.*got a torch.int64 tensor"):
        checks.check_time(torch.tensor([1]))


def test_one_time_serves_all_images_and_another_number_is_refused():
    images = torch.zeros(3, 1, 2, 2)
    assert checks.batch_of_times(0.5, images).tolist() == [0.5] * 3
    with pytest.raises(ValueError, match=r"one number or one per image, got shape \(2,\) for 3"):
        checks.batch_of_times(torch.zeros(2), images)


def test_images_of_a_wrong_shape_are_refused_with_the_expected_one():
    with pytest.raises(ValueError, match=r"\(batch, channel, height, width\), got 3 dimensions"):
        checks.check_images(torch.zeros(3, 8, 8), 3)
    with pytest.raises(ValueError, match="takes 3 image channels, got 1"):
        checks.check_images(torch.zeros(1, 1, 8, 8), 3)
    with pytest.raises(ValueError, match=r"divisible by 16 \(the network halves them 4 times\)"):
        checks.check_images(torch.zeros(1, 3, 24, 24), 3, 16)


def test_numbers_that_are_no_picture_s_are_refused_wherever_pictures_come_in(as_readers_run_it):
    bytes_ = torch.full((2, 3, 32, 32), 200, dtype=torch.uint8)
    model = DiffusionModel(torch.nn.Identity(), CosineSchedule(), mean=0.5, std=0.5)
    network = FlowerClassifier(2, (4,)).eval()
    entrances = (model.normalise, make_grid, lambda pictures: extract(network, pictures))
    for entrance in entrances:
        same = entrance(bytes_), entrance(bytes_ / 255)
        assert torch.allclose(*(one.float() for one in same), atol=1e-6)
        with pytest.raises(ValueError, match=r"in \[0, 1\], got values up to 200: divide by 255"):
            entrance(bytes_.float())
        with pytest.raises(ValueError, match=r"got a torch.int64 tensor: convert it to uint8"):
            entrance(bytes_.long())


def test_pictures_become_bytes_as_a_browser_rounds_them_and_come_back():
    floats = torch.tensor([-0.2, 0.0, 0.4 / 255, 0.6 / 255, 1.0, 1.3])
    assert checks.as_bytes(floats).tolist() == [0, 0, 0, 1, 255, 255]
    every = torch.arange(256, dtype=torch.uint8)
    assert torch.equal(checks.as_bytes(checks.as_floats(every)), every)
    assert checks.as_bytes(every) is every
