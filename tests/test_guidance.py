"""Chapter 9: guidance is its formula, acts when it should, and refuses what it does not know."""

import copy

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
    guided = guidance.guided(model, 2, scale=3.0, interval=(0.25, 0.75))
    plain = guidance.guided(model, 2, scale=1.0)
    for t, same in ((0.2, True), (0.25, False), (0.75, False), (0.8, True)):
        difference = (
            guided(images(), torch.tensor(t)).noise - plain(images(), torch.tensor(t)).noise
        )
        assert (difference.abs().max().item() < 1e-6) is same


def test_where_nothing_guides_the_network_sees_the_images_alone(model):
    seen = []
    handle = model.network.register_forward_pre_hook(lambda _, inputs: seen.append(len(inputs[0])))
    for options in ((), (1.0,), (3.0, (0.1, 0.2)), (3.0,)):
        guidance.guided(model, 2, *options)(images(3), T)
    handle.remove()
    assert seen == [3, 3, 3, 6]


def test_one_step_from_no_class_is_guidance(model):
    for interval in (None, (0.2, 0.5)):
        along = guidance.guided_along(model, [5, [2, 4]], [3.0], interval)(images(), T)
        guided = guidance.guided(model, [2, 4], 3.0, interval)(images(), T)
        torch.testing.assert_close(along.noise, guided.noise, rtol=1e-4, atol=1e-5)
        torch.testing.assert_close(along.image, guided.image, rtol=1e-4, atol=1e-5)


def test_each_step_of_guidance_has_its_own_scale(model):
    none, flower, colour = (
        model.denoise(images(), T, torch.full((2,), label)) for label in (5, 0, 3)
    )
    found = guidance.guided_along(model, [5, 0, 3], [2.0, 4.0])(images(), T)
    for part in ("noise", "image"):
        a, b, c = (getattr(one, part) for one in (none, flower, colour))
        expected = a + 2 * (b - a) + 4 * (c - b)
        torch.testing.assert_close(getattr(found, part), expected, rtol=1e-4, atol=1e-5)
    # Where all scales are alike, what lies between has no say.
    alike = guidance.guided_along(model, [5, 0, 3], [2.0, 2.0])(images(), T)
    torch.testing.assert_close(
        alike.noise, guidance.guided(model, 3, 2.0)(images(), T).noise, rtol=1e-4, atol=1e-5
    )


def test_from_what_is_not_wanted_guidance_leads_away(model):
    wanted, unwanted = (model.denoise(images(), T, torch.full((2,), label)) for label in (1, 4))
    found = guidance.guided_along(model, [4, 1], [3.0])(images(), T)
    expected = wanted.noise + 2 * (wanted.noise - unwanted.noise)
    torch.testing.assert_close(found.noise, expected, rtol=1e-4, atol=1e-5)


def test_at_scales_of_one_only_the_last_label_is_asked(model):
    counted = []
    handle = model.network.register_forward_hook(
        lambda _, inputs, __: counted.append(len(inputs[0]))
    )
    guidance.guided_along(model, [5, 0, 3], [1.0, 1.0])(images(), T)
    guidance.guided_along(model, [5, 0, 3], [1.0, 2.0])(images(), T)
    handle.remove()
    assert counted == [2, 6]


@pytest.mark.parametrize(
    ("labels", "scales", "message"),
    [
        ([5, 1], [1.0, 2.0], "2 labels and 2 scales"),
        ([5], [], "1 labels and 0 scales"),
        ([5, 1, 2], [1.0, -1.0], "must not be negative"),
        ([5, 9], [1.0], "unknown class 9"),
    ],
)
def test_steps_that_do_not_fit_are_refused(model, labels, scales, message):
    with pytest.raises(ValueError, match=message):
        guidance.guided_along(model, labels, scales)


def test_steps_take_one_label_or_one_per_image(model):
    with pytest.raises(ValueError, match=r"one per image, got shape \(3,\) for 2 images"):
        guidance.guided_along(model, [5, [1, 2, 3]], [2.0])(images(), T)


def test_two_denoisers_guide_as_one_network_does(model):
    asked = []

    def unconditional(noisy, t):
        asked.append(t.item())
        return model.denoise(noisy, t)

    def conditional(noisy, t):
        return model.denoise(noisy, t, torch.tensor([2, 2, 2]))

    for scale, interval in ((3.0, None), (3.0, (0.3, 0.7)), (1.0, None)):
        ours = guidance.guided_by(conditional, unconditional, scale, interval)
        for t in (torch.tensor(0.2), T):
            expected = guidance.guided(model, 2, scale, interval)(images(3), t)
            torch.testing.assert_close(ours(images(3), t), expected, rtol=1e-4, atol=1e-4)
    assert asked == pytest.approx([0.2, 0.6, 0.6]), "the other denoiser is asked where it counts"


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
        (0, 2.0, (0.5, 0.5), "0 <= low < high <= 1"),
    ],
)
def test_wrong_guidance_is_refused(model, labels, scale, interval, message):
    with pytest.raises(ValueError, match=message):
        guidance.guided(model, labels, scale, interval)


def test_a_network_without_classes_cannot_be_guided():
    sentence = "this model was trained without classes and cannot be told what to draw: "
    sentence += "train one with class_conditional=True"
    for network in (UNet(3, (4,), 1, 4), torch.nn.Identity()):
        with pytest.raises(ValueError, match=f"^{sentence}$"):
            guidance.guided(DiffusionModel(network, SCHEDULE), 0, 2.0)


def test_labels_may_be_of_any_whole_type_and_name_no_class(model):
    labels = guidance.check_labels(model, torch.tensor([1, 5], dtype=torch.int32))
    assert labels.dtype == torch.int64
    assert labels.tolist() == [1, 5]


def test_there_must_be_one_label_or_one_per_image(model):
    with pytest.raises(ValueError, match=r"got shape \(3,\) for 2 images"):
        guidance.guided(model, [0, 1, 2], 2.0)(images(2), T)


def test_labels_follow_the_images_to_their_device(model):
    # The device "meta" computes shapes alone, and refuses what lies elsewhere as a GPU would.
    there, seen = copy.deepcopy(model).to("meta"), []
    there.network.register_forward_pre_hook(lambda _, inputs: seen.extend(inputs))
    guided = guidance.guided(there, [1, 2], 3.0)(images().to("meta"), T)
    assert [one.device.type for one in (*seen, *guided)] == ["meta"] * 5
    assert guided.noise.shape == (2, 3, 8, 8)


def test_within_an_interval_all_times_are_on_one_side(model):
    denoise = guidance.guided(model, 1, 3.0, interval=(0.4, 0.6))
    noisy = images(2)
    denoise(noisy, torch.tensor([0.45, 0.5]))
    with pytest.raises(ValueError, match="all inside of it or all outside"):
        denoise(noisy, torch.tensor([0.5, 0.9]))


def test_a_class_is_a_whole_number(model):
    with pytest.raises(ValueError, match=r"whole numbers, got \[1\.7"):
        guidance.guided(model, torch.tensor([1.7]), 2.0)
