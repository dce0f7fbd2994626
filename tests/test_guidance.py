"""Chapter 9: guidance is its formula, acts when it should, and refuses what it does not know."""

import pytest
import torch

from ddimlib import guidance, samplers
from ddimlib.diffusion import DiffusionModel
from ddimlib.forward import add_noise
from ddimlib.schedules import LogSNRSchedule
from ddimlib.toy import GaussianMixture
from ddimlib.unet import UNet
from tests.small import MIXTURE, SCHEDULE, images, small_model

T = torch.tensor(0.6)


@pytest.fixture(scope="module")
def model():
    return small_model()


def test_scale_one_is_no_guidance(model):
    labels = torch.tensor([1, 4])
    guided = guidance.guided(model, labels, scale=1.0)(images(), T)
    plain = model.denoise(images(), T, labels)
    assert (guided.noise - plain.noise).abs().max() < 1e-6
    nearly = guidance.guided(model, labels, scale=1 + 1e-7)(images(), T)  # the doubled batch
    assert (nearly.noise - plain.noise).abs().max() < 1e-5


def test_scale_zero_ignores_the_class(model):
    guided = guidance.guided(model, 3, scale=0.0)(images(), T)
    torch.testing.assert_close(guided.noise, model.denoise(images(), T).noise)


def test_guidance_is_the_formula_and_one_pass(model):
    counted = []
    handle = model.network.register_forward_hook(lambda *_: counted.append(1))
    guided = guidance.guided(model, 2, scale=3.5)(images(), T)
    handle.remove()
    assert len(counted) == 1
    with_class = model.denoise(images(), T, torch.tensor([2, 2])).noise
    without = model.denoise(images(), T).noise
    assert (with_class - without).abs().max() > 1e-3, "the class must matter in this test"
    torch.testing.assert_close(guided.noise, (1 - 3.5) * without + 3.5 * with_class)
    torch.testing.assert_close(add_noise(*guided, SCHEDULE(T)), images(), rtol=1e-4, atol=1e-4)


def test_outside_its_interval_guidance_is_off(model):
    guided = guidance.guided(model, 2, scale=3.0, interval=(0.3, 0.7))
    plain = guidance.guided(model, 2, scale=1.0)
    for t, same in ((0.2, True), (0.3, False), (0.7, False), (0.8, True)):
        difference = (
            guided(images(), torch.tensor(t)).noise - plain(images(), torch.tensor(t)).noise
        )
        assert (difference.abs().max().item() < 1e-6) is same


def test_guidance_of_exact_denoisers_pushes_towards_the_class():
    schedule = LogSNRSchedule()
    everything = MIXTURE.denoiser(schedule)
    one = GaussianMixture([[1.0, 0.0]], 0.3).denoiser(schedule)
    noise = torch.randn(400, 2, generator=torch.Generator().manual_seed(0))
    spread = []
    for scale in (1.0, 3.0):
        denoise = guidance.guided_by(one, everything, scale)
        points = samplers.sample(denoise, schedule, noise, steps=40)
        assert (points - torch.tensor([1.0, 0.0])).norm(dim=1).median() < 0.8
        spread.append(points.std(0).mean().item())
    assert spread[1] < spread[0], "guidance is paid for in diversity"


@pytest.mark.parametrize(
    ("labels", "scale", "interval", "message"),
    [
        (6, 2.0, None, "unknown class 6: this model knows the classes 0 … 4"),
        ([0, -1], 2.0, None, "unknown class -1"),
        (0, -0.5, None, "guidance scale must not be negative"),
        (0, float("nan"), None, "guidance scale must not be negative"),
        (0, 2.0, (0.7, 0.3), "0 <= low < high <= 1"),
        (0, 2.0, (0.2, 1.3), "0 <= low < high <= 1"),
    ],
)
def test_wrong_guidance_is_refused(model, labels, scale, interval, message):
    with pytest.raises(ValueError, match=message):
        guidance.guided(model, labels, scale, interval)


def test_a_network_without_classes_cannot_be_guided():
    model = DiffusionModel(UNet(3, (4,), 1, 4), SCHEDULE)
    with pytest.raises(ValueError, match="trained without classes"):
        guidance.guided(model, 0, 2.0)


def test_there_must_be_one_label_or_one_per_image(model):
    with pytest.raises(ValueError, match="got 3 for 2"):
        guidance.guided(model, [0, 1, 2], 2.0)(images(2), T)
