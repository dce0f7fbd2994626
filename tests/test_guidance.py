"""Chapter 9: guidance, inversion, interpolation, inpainting and probes do what they claim."""

import math

import pytest
import torch
from torch import nn

from ddimlib import guidance, runs, samplers
from ddimlib.diffusion import DiffusionModel
from ddimlib.forward import add_noise
from ddimlib.runs import recorded
from ddimlib.schedules import CosineSchedule, LogSNRSchedule
from ddimlib.toy import GaussianMixture
from ddimlib.unet import UNet

SCHEDULE = CosineSchedule()
MIXTURE = GaussianMixture([[1.0, 0.0], [-1.0, 1.0], [0.0, -1.5]], 0.3)


@pytest.fixture(scope="module")
def model():
    """A small network with random weights everywhere, so that class and noise level matter."""
    torch.manual_seed(0)
    network = UNet(3, (4, 8), block_depth=1, embedding_dim=4, classes=5)
    for parameter in network.parameters():
        nn.init.normal_(parameter, std=0.3)
    return DiffusionModel(network, SCHEDULE).eval()


def images(count: int = 2, seed: int = 0) -> torch.Tensor:
    return torch.randn(count, 3, 8, 8, generator=torch.Generator().manual_seed(seed))


T = torch.tensor(0.6)


# --- Guidance -----------------------------------------------------------------------------------


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


# --- Inversion ----------------------------------------------------------------------------------


def round_trip(denoise, schedule, start, steps, **options):
    noise = guidance.invert(denoise, schedule, start, steps, **options)
    return (samplers.sample(denoise, schedule, noise, steps=steps) - start).abs().mean().item()


def test_inversion_undoes_ddim_and_without_corrections_does_not():
    schedule = CosineSchedule()
    denoise = MIXTURE.denoiser(schedule)
    points = MIXTURE.sample(32, torch.Generator().manual_seed(0))
    naive = round_trip(denoise, schedule, points, 20, tolerance=math.inf)
    corrected = round_trip(denoise, schedule, points, 20, tolerance=1e-5, corrections=300)
    assert corrected < 1e-2
    assert naive > 8 * corrected


def test_more_steps_make_naive_inversion_better():
    schedule = CosineSchedule()
    denoise = MIXTURE.denoiser(schedule)
    points = MIXTURE.sample(32, torch.Generator().manual_seed(0))
    errors = [round_trip(denoise, schedule, points, n, tolerance=math.inf) for n in (10, 30, 90)]
    assert errors[0] > errors[1] > errors[2]


@pytest.mark.skipif(
    "flowers32" not in recorded.names(), reason="the recorded run is not in this checkout"
)
def test_the_round_trip_of_the_trained_network_is_below_one_hundredth():
    model = runs.load("flowers32")
    noise = samplers.seeded_noise([0, 1], (3, 32, 32))
    pictures = samplers.sample(model.denoise, model.schedule, noise, steps=20)
    assert round_trip(model.denoise, model.schedule, pictures, 50) < 1e-2


def test_the_recorded_round_trip_of_photographs_is_below_one_hundredth():
    measured = recorded.read_json("guidance-price", "inversion.json")
    row = measured["photographs"]["solved"][measured["steps"].index(50)]
    assert row["largest"] < 1e-2, "not only on average: for the worst photograph"


def test_the_recorded_network_hears_its_class_at_every_noise_level():
    heard = recorded.read_json("guidance-price", "heard.json")
    doubt = heard["error_of_wrong_minus_right"]
    for right, wrong, error in zip(heard["right"], heard["wrong"], doubt, strict=True):
        assert wrong - right > 3 * error


@pytest.mark.parametrize("options", [{"steps": 0}, {"corrections": 0}, {"tolerance": 0.0}])
def test_wrong_inversion_is_refused(options):
    with pytest.raises(ValueError, match="at least one step, at least one correction"):
        guidance.invert(MIXTURE.denoiser(SCHEDULE), SCHEDULE, torch.zeros(1, 2), **options)


# --- Interpolation ------------------------------------------------------------------------------


def test_slerp_meets_both_ends_and_keeps_the_length():
    a, b = images(1, 0), images(1, 1)
    path = guidance.slerp(a, b, torch.linspace(0, 1, 5))
    assert path.shape == (5, 3, 8, 8)
    torch.testing.assert_close(path[:1], a)
    torch.testing.assert_close(path[-1:], b)
    lengths = path.flatten(1).norm(dim=1)
    ends = torch.stack([a.norm(), b.norm()])
    assert lengths.min() > 0.98 * ends.min()
    straight = torch.lerp(a, b, 0.5).norm()
    assert straight < 0.8 * ends.min(), "a straight line loses length, which is why one slerps"


def test_slerp_moves_at_an_even_angle():
    a, b = torch.tensor([[1.0, 0.0]]), torch.tensor([[0.0, 1.0]])
    path = guidance.slerp(a, b, torch.tensor([1 / 3]))
    expected = torch.tensor([[math.cos(math.pi / 6), math.sin(math.pi / 6)]])
    torch.testing.assert_close(path, expected)


def test_slerp_between_equal_noises_stays_there():
    torch.testing.assert_close(guidance.slerp(images(2), images(2), 0.3), images(2))


def test_slerp_needs_two_equal_shapes():
    with pytest.raises(ValueError, match="same shape"):
        guidance.slerp(images(1), images(2), 0.5)


# --- Starting from a picture --------------------------------------------------------------------


def test_image_to_image_starts_where_it_is_told_and_keeps_more_when_weak():
    schedule = LogSNRSchedule(start=8.0, end=-8.0)
    denoise = MIXTURE.denoiser(schedule)
    start = MIXTURE.sample(200, torch.Generator().manual_seed(0))
    noise = torch.randn(200, 2, generator=torch.Generator().manual_seed(1))
    moved = []
    for strength in (0.2, 0.5, 0.9):
        steps = list(guidance.image_to_image(denoise, schedule, start, noise, strength, 10))
        assert len(steps) == 10
        assert steps[0].time == pytest.approx(0.9 * strength)
        moved.append((steps[-1].prediction.image - start).norm(dim=1).mean().item())
    assert moved[0] < moved[1] < moved[2]


@pytest.mark.parametrize("strength", [0.0, 1.5])
def test_a_strength_outside_its_range_is_refused(strength):
    with pytest.raises(ValueError, match=r"strength is the time to start at, in \(0, 1\]"):
        guidance.image_to_image(
            MIXTURE.denoiser(SCHEDULE), SCHEDULE, torch.zeros(1, 2), torch.zeros(1, 2), strength
        )


def correlated_pair():
    """Two coordinates that agree up to 0.1: knowing one tells the other."""
    covariance = torch.tensor([[[1.0, 0.99], [0.99, 1.0]]], dtype=torch.float64)
    return GaussianMixture(torch.zeros(1, 2), covariance)


def test_inpainting_keeps_the_known_part_and_resampling_makes_the_rest_fit():
    schedule = LogSNRSchedule(start=8.0, end=-8.0)
    denoise = correlated_pair().denoiser(schedule)
    known = torch.linspace(-2, 2, 200)
    given = torch.stack([known, torch.full_like(known, 9.0)], dim=1)  # the 9 must not be seen
    mask = torch.tensor([[1.0, 0.0]]).expand(200, 2)
    error = {}
    for resample in (1, 8):
        noise = torch.randn(200, 2, generator=torch.Generator().manual_seed(0))
        generator = torch.Generator().manual_seed(1)
        counted = samplers.Counted(denoise)
        steps = list(
            guidance.inpaint(
                counted, schedule, given, mask, noise, 25, resample=resample, generator=generator
            )
        )
        assert counted.evaluations == 25 * resample
        filled = steps[-1].prediction.image
        torch.testing.assert_close(filled[:, 0], known)
        error[resample] = (filled[:, 1] - 0.99 * known).square().mean().sqrt().item()
    # The best that can be done is the conditional standard deviation, √(1 - 0.99²) = 0.14.
    assert error[8] < 0.22
    assert error[1] > 1.3 * error[8]


@pytest.mark.parametrize("shape", [(8, 8), (2, 3, 4, 8), (3, 1, 8, 8), (2, 2, 8, 8)])
def test_a_mask_of_the_wrong_shape_is_refused(model, shape):
    with pytest.raises(ValueError, match=r"mask must have the shape of the images \(2, 3, 8, 8\)"):
        guidance.inpaint(model.denoise, SCHEDULE, images(), torch.ones(shape), images(2, 1))


def test_a_mask_of_one_picture_serves_the_whole_batch(model):
    mask = torch.zeros(1, 1, 8, 8, dtype=torch.bool)
    mask[..., :4] = True
    with torch.no_grad():
        *_, last = guidance.inpaint(model.denoise, SCHEDULE, images(), mask, images(2, 1), 2)
    torch.testing.assert_close(last.prediction.image[..., :4], images()[..., :4])


@pytest.mark.parametrize(
    ("mask", "options", "message"),
    [
        (torch.full((1, 1, 8, 8), 0.5), {}, "mask must be 1 where the picture is known"),
        (torch.ones(1, 1, 8, 8), {"resample": 0}, "at least once, got resample=0"),
    ],
)
def test_wrong_inpainting_is_refused(model, mask, options, message):
    with pytest.raises(ValueError, match=message):
        guidance.inpaint(model.denoise, SCHEDULE, images(), mask, images(2, 1), **options)


# --- Is the class heard? ------------------------------------------------------------------------


def test_class_errors_are_those_of_one_picture_after_another(model):
    pictures, labels, times = images(5), torch.tensor([0, 1, 2, 3, 4]), (0.3, 0.9)
    found = guidance.class_errors(
        model, pictures, labels, times, torch.Generator().manual_seed(3), batch_size=2
    )
    generator = torch.Generator().manual_seed(3)
    order = torch.randperm(5, generator=generator)
    noise = torch.randn(pictures.shape, generator=generator)
    for index, time in enumerate(times):
        for i in range(5):
            t, picture = torch.tensor(time), pictures[i : i + 1]
            noisy = add_noise(picture, noise[i : i + 1], SCHEDULE(t))
            wrong = labels[order[i]] if order[i] != i else (labels[i] + 1) % 5
            for told, value in ((labels[i], found.right), (wrong, found.wrong), (None, found.none)):
                told = None if told is None else told.reshape(1)
                error = (model.denoise(noisy, t, told).image - picture).abs().mean()
                torch.testing.assert_close(value[index, i], error, rtol=1e-4, atol=1e-4)


def test_a_network_that_does_not_listen_errs_alike_with_every_class():
    torch.manual_seed(0)
    network = UNet(3, (4, 8), block_depth=1, embedding_dim=4, classes=5)
    for parameter in network.parameters():
        nn.init.normal_(parameter, std=0.3)
    nn.init.ones_(network.embed_class.weight)  # all classes and "no class" look the same
    deaf = DiffusionModel(network, SCHEDULE).eval()
    found = guidance.class_errors(deaf, images(4), torch.tensor([0, 1, 2, 3]), (0.5,))
    torch.testing.assert_close(found.right, found.wrong)
    torch.testing.assert_close(found.right, found.none)
    assert found.right.min() > 0.01


def test_variety_is_the_mean_distance_within_classes():
    features = torch.tensor([[0.0], [3.0], [10.0], [11.0]])
    assert guidance.variety(features, torch.tensor([0, 0, 1, 1])) == pytest.approx(2.0)
    with pytest.raises(ValueError, match="at least two pictures of the same class"):
        guidance.variety(features, torch.arange(4))


# --- Probes -------------------------------------------------------------------------------------


def test_features_come_from_every_depth_and_do_not_depend_on_the_batch(model):
    features = guidance.features_at(
        model, images(3), 0.2, generator=samplers.seeded_generators([1])[0]
    )
    assert list(features) == ["down.0", "down.1", "middle", "up.0", "up.1"]
    assert [f.shape for f in features.values()] == [(3, 8), (3, 16), (3, 16), (3, 8), (3, 8)]
    assert all(f.isfinite().all() for f in features.values())
    assert not model.network.middle._forward_hooks, "no hook may stay behind"


def test_an_unknown_depth_is_refused(model):
    with pytest.raises(ValueError, match=r"unknown depth 'top': choose one of down\.0"):
        guidance.features_at(model, images(), 0.2, ["top"])


def test_a_probe_finds_what_is_linear_and_is_at_chance_where_there_is_nothing():
    generator = torch.Generator().manual_seed(0)
    labels = torch.arange(600) % 3
    noise = torch.randn(600, 5, generator=generator)
    centres = torch.tensor([[3.0, 0, 0, 0, 0], [0, 3.0, 0, 0, 0], [0, 0, 3.0, 0, 0]])
    halves = slice(0, 300), slice(300, 600)

    def accuracy(features):
        return guidance.probe_accuracy(
            features[halves[0]], labels[halves[0]], features[halves[1]], labels[halves[1]]
        )

    assert accuracy(noise + centres[labels]) > 0.9
    assert accuracy(noise) == pytest.approx(1 / 3, abs=0.1)


def test_probe_weights_are_those_of_ridge_regression():
    from sklearn.linear_model import RidgeClassifier

    generator = torch.Generator().manual_seed(0)
    labels = torch.randint(0, 4, (400,), generator=generator)
    features = torch.randn(400, 6, generator=generator) + labels[:, None] * torch.linspace(0, 1, 6)
    train, test = features[:200], features[200:]
    ours = guidance.probe_accuracy(train, labels[:200], test, labels[200:], ridge=0.05)
    scaled = [((x - train.mean(0)) / train.std(0)).numpy() for x in (train, test)]
    theirs = RidgeClassifier(alpha=0.05 * 200).fit(scaled[0], labels[:200].numpy())
    assert ours == pytest.approx(theirs.score(scaled[1], labels[200:].numpy()), abs=0.011)


def test_a_probe_needs_one_label_per_row():
    with pytest.raises(ValueError, match="one label per row"):
        guidance.probe_accuracy(
            torch.zeros(4, 2), torch.zeros(3), torch.zeros(4, 2), torch.zeros(4)
        )
