"""Chapter 9: inversion, interpolation, image-to-image and inpainting do what they claim."""

import itertools
import math
import re

import pytest
import torch

from ddimlib import editing, runs, samplers
from ddimlib.diffusion import Prediction
from ddimlib.forward import add_noise
from ddimlib.runs import recorded
from ddimlib.schedules import CosineSchedule, LogSNRSchedule
from ddimlib.toy import GaussianMixture
from tests.small import MIXTURE, SCHEDULE, images, small_model


@pytest.fixture(scope="module")
def model():
    return small_model()


def round_trip(denoise, schedule, start, steps, **options):
    noise = editing.invert(denoise, schedule, start, steps, **options)
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
@pytest.mark.slow
def test_the_round_trip_of_the_trained_network_is_below_one_hundredth():
    model = runs.load("flowers32")
    noise = samplers.seeded_noise([0, 1], (3, 32, 32))
    pictures = samplers.sample(model.denoise, model.schedule, noise, steps=20)
    assert round_trip(model.denoise, model.schedule, pictures, 50) < 1e-2


def test_the_recorded_round_trip_of_photographs_is_below_one_hundredth():
    measured = recorded.read_json("guidance-price", "inversion.json")
    row = measured["photographs"]["solved"][measured["steps"].index(50)]
    assert row["largest"] < 1e-2, "not only on average: for the worst photograph"


@pytest.mark.parametrize("options", [{"steps": 0}, {"corrections": 0}, {"tolerance": 0.0}])
def test_wrong_inversion_is_refused(options):
    asked = {"steps": 50, "corrections": 30, "tolerance": 0.001} | options
    sentence = (
        "inversion needs at least one step, at least one correction and a positive tolerance, "
        f"got {', '.join(f'{name}={value}' for name, value in asked.items())}"
    )
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        editing.invert(MIXTURE.denoiser(SCHEDULE), SCHEDULE, torch.zeros(1, 2), **options)


class Restless:
    """A denoiser that says something else each time, by 0.2, so that no step is ever solved."""

    def __init__(self, of=1):
        self.evaluations, self.of = 0, of

    def __call__(self, noisy, t):
        self.evaluations += 1
        noise = torch.zeros_like(noisy)
        noise[: self.of] = 0.1 * (-1) ** self.evaluations
        return Prediction(noisy, noise)


@pytest.mark.parametrize(
    "invert", [editing.invert, lambda *a, **o: list(editing.inversion(*a, **o))]
)
def test_inversion_takes_50_steps_and_30_corrections_until_a_thousandth(invert):
    counted = samplers.Counted(MIXTURE.denoiser(SCHEDULE))
    invert(counted, SCHEDULE, torch.ones(2, 2), tolerance=math.inf)
    assert counted.evaluations == 50
    for options, expected in (({}, 60), ({"corrections": 1}, 2), ({"tolerance": 1.0}, 2)):
        restless = Restless()
        invert(restless, SCHEDULE, torch.ones(1, 2), 2, **options)
        assert restless.evaluations == expected
    restless = Restless()
    invert(restless, SCHEDULE, torch.ones(1, 2), 1, corrections=1)
    assert restless.evaluations == 1, "one step and one correction are enough to ask for"


def test_an_inversion_is_solved_when_no_picture_moves_any_more():
    def still(noisy, t):
        return Prediction(noisy, torch.full_like(noisy, 0.3))

    counted = samplers.Counted(still)
    editing.invert(counted, SCHEDULE, torch.ones(2, 2).double(), 6)
    assert counted.evaluations == 7, "one a step, and one more to find the noise"
    one_of_many = Restless(of=1)
    editing.invert(one_of_many, SCHEDULE, torch.ones(1000, 2), 2, corrections=5)
    assert one_of_many.evaluations == 10, "a single picture that moves is not lost in the mean"


def test_a_step_of_the_inversion_reports_the_prediction_that_led_there():
    start = torch.tensor([[0.9, 0.1], [-1.0, 0.8]], dtype=torch.float64)
    for step in editing.inversion(MIXTURE.denoiser(SCHEDULE), SCHEDULE, start, 5):
        rates = SCHEDULE(torch.tensor(step.time, dtype=torch.float64))
        torch.testing.assert_close(add_noise(*step.prediction, rates), step.noisy)


def test_slerp_meets_both_ends_and_keeps_the_length():
    a, b = images(1, 0), images(1, 1)
    path = editing.slerp(a, b, torch.linspace(0, 1, 5))
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
    path = editing.slerp(a, b, torch.tensor([1 / 3]))
    expected = torch.tensor([[math.cos(math.pi / 6), math.sin(math.pi / 6)]])
    torch.testing.assert_close(path, expected)


def test_slerp_between_equal_noises_stays_there():
    torch.testing.assert_close(editing.slerp(images(2), images(2), 0.3), images(2))


def test_slerp_needs_two_equal_shapes():
    sentence = "both ends must have the same shape, got (1, 3, 8, 8) and (2, 3, 8, 8)"
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        editing.slerp(images(1), images(2), 0.5)


@pytest.mark.parametrize("size", [1e-3, 1.0, 1e3])
def test_slerp_is_shoemakes_formula_in_every_row_whatever_the_length(size):
    first, second = size * images(3, 0).double(), size * images(3, 1).double()
    expected = []
    for p, q in zip(first, second, strict=True):
        angle = math.acos((p * q).sum() / (p.norm() * q.norm()))
        expected.append((math.sin(0.7 * angle) * p + math.sin(0.3 * angle) * q) / math.sin(angle))
    torch.testing.assert_close(editing.slerp(first, second, 0.3), torch.stack(expected))


def test_slerp_has_the_precision_of_its_ends_whatever_that_of_the_fraction():
    a, b = images(1, 0), images(1, 1)
    torch.testing.assert_close(editing.slerp(a, b, torch.tensor([0, 1])), torch.cat([a, b]))
    assert editing.slerp(a, b, torch.tensor([0.5], dtype=torch.float64)).dtype == torch.float32


def test_slerp_takes_its_fraction_to_the_device_of_its_ends():
    # The device "meta" computes shapes alone, and refuses what lies elsewhere as a GPU would.
    found = editing.slerp(images(1).to("meta"), images(1).to("meta"), torch.linspace(0, 1, 5))
    assert found.device.type == "meta"
    assert found.shape == (5, 3, 8, 8)


@pytest.mark.parametrize("sign", [1, -1])
def test_slerp_is_straight_where_rounding_takes_a_cosine_beyond_one(sign):
    many = torch.randn(1000, 3, generator=torch.Generator().manual_seed(0))
    other = sign * 3 * many
    cosine = (many * other).sum(1) / (many.norm(dim=1) * other.norm(dim=1))
    beyond = sign * cosine > 1
    assert beyond.any(), "or the test tests nothing"
    first, second = many[beyond], other[beyond]
    torch.testing.assert_close(editing.slerp(first, second, 0.25), 0.75 * first + 0.25 * second)


def test_image_to_image_starts_where_it_is_told_and_keeps_more_when_weak():
    schedule = LogSNRSchedule(start=8.0, end=-8.0)
    denoise = MIXTURE.denoiser(schedule)
    start = MIXTURE.sample(200, torch.Generator().manual_seed(0))
    noise = torch.randn(200, 2, generator=torch.Generator().manual_seed(1))
    moved = []
    for strength in (0.2, 0.5, 0.9):
        steps = list(editing.image_to_image(denoise, schedule, start, noise, strength, 10))
        assert len(steps) == 10
        assert steps[0].time == pytest.approx(0.9 * strength)
        moved.append((steps[-1].prediction.image - start).norm(dim=1).mean().item())
    assert moved[0] < moved[1] < moved[2]


@pytest.mark.parametrize("strength", [0.0, 1.5])
def test_a_strength_outside_its_range_is_refused(strength):
    with pytest.raises(ValueError, match=r"strength is the time to start at, in \(0, 1\]"):
        editing.image_to_image(
            MIXTURE.denoiser(SCHEDULE), SCHEDULE, torch.zeros(1, 2), torch.zeros(1, 2), strength
        )


def correlated_pair():
    """Two coordinates that agree up to 0.1: knowing one tells the other."""
    covariance = torch.tensor([[[1.0, 0.99], [0.99, 1.0]]], dtype=torch.float64)
    return GaussianMixture(torch.zeros(1, 2), covariance)


@pytest.mark.slow
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
            editing.inpaint(
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


@pytest.mark.parametrize(
    "shape", [(8, 8), (2, 3, 4, 8), (2, 3, 1, 8), (2, 3, 8, 1), (3, 1, 8, 8), (2, 2, 8, 8)]
)
def test_a_mask_of_the_wrong_shape_is_refused(model, shape):
    with pytest.raises(ValueError, match=r"mask must have the shape of the images \(2, 3, 8, 8\)"):
        editing.inpaint(model.denoise, SCHEDULE, images(), torch.ones(shape), images(2, 1))


def test_a_mask_of_one_picture_serves_the_whole_batch(model):
    mask = torch.zeros(1, 1, 8, 8, dtype=torch.bool)
    mask[..., :4] = True
    with torch.no_grad():
        *_, last = editing.inpaint(model.denoise, SCHEDULE, images(), mask, images(2, 1), 2)
    torch.testing.assert_close(last.prediction.image[..., :4], images()[..., :4])


@pytest.mark.parametrize(
    ("mask", "options", "message"),
    [
        (
            torch.full((1, 1, 8, 8), 0.5),
            {},
            "mask must be 1 where the picture is known and 0 where it is not",
        ),
        (
            torch.ones(1, 1, 8, 8),
            {"resample": 0},
            "each step must be taken at least once, got resample=0",
        ),
    ],
)
def test_wrong_inpainting_is_refused(model, mask, options, message):
    with pytest.raises(ValueError, match=f"^{message}$"):
        editing.inpaint(model.denoise, SCHEDULE, images(), mask, images(2, 1), **options)


def test_inpainting_takes_each_of_20_steps_once_or_the_times_that_it_is_told():
    given, mask = torch.tensor([[0.3, 9.0]]), torch.tensor([[1.0, 0.0]])
    counted = samplers.Counted(MIXTURE.denoiser(SCHEDULE))
    steps = list(editing.inpaint(counted, SCHEDULE, given, mask, torch.zeros(1, 2)))
    assert len(steps) == counted.evaluations == 20
    assert steps[-1].time == 0
    for times in (torch.tensor([0.9, 0.5, 0.1]), "karras"):
        found = editing.inpaint(counted, SCHEDULE, given, mask, torch.zeros(1, 2), 2, times=times)
        expected = samplers.checked_times(SCHEDULE, 2, times, given)[1:]
        assert [step.time for step in found] == expected.tolist()


@pytest.mark.parametrize("eta", [0.0, 1.0])
@pytest.mark.parametrize("resample", [1, 3])
def test_inpainting_is_algorithm_1_of_repaint(resample, eta):
    """Lugmayr et al. (2022), with every rate from ᾱ, in float64; only the draws are shared."""
    schedule, steps = CosineSchedule(), 4
    denoise = MIXTURE.denoiser(schedule)
    given = torch.tensor([[0.3, 9.0], [-1.2, 9.0]], dtype=torch.float64)
    known = torch.tensor([[1.0, 0.0]], dtype=torch.float64)
    x = torch.randn(2, 2, dtype=torch.float64, generator=torch.Generator().manual_seed(0))
    found = editing.inpaint(
        denoise, schedule, given, known.expand(2, 2), x, steps,
        resample=resample, eta=eta, generator=torch.Generator().manual_seed(1),
    )  # fmt: skip
    drawn = torch.Generator().manual_seed(1)

    def z():
        return torch.randn(2, 2, dtype=torch.float64, generator=drawn)

    times = torch.linspace(1, 0, steps + 1, dtype=torch.float64)
    found = list(found)
    assert [step.time for step in found] == times[1:].tolist()
    for i, step in enumerate(found):
        now, then = schedule.alpha_bar(times[i]), schedule.alpha_bar(times[i + 1])
        for again in range(resample):
            if again:  # line 9: one step of the forward process, from `then` up to `now`
                x = (now / then).sqrt() * x + (1 - now / then).sqrt() * z()
            image, noise = denoise(x, times[i])
            sigma = eta * ((1 - then) / (1 - now) * (1 - now / then)).sqrt()
            unknown = then.sqrt() * image + (1 - then - sigma**2).sqrt() * noise
            unknown = unknown + (sigma * z() if eta else 0)
            x = known * (then.sqrt() * given + (1 - then).sqrt() * z()) + (1 - known) * unknown
        torch.testing.assert_close(step.noisy, x)
        torch.testing.assert_close(step.prediction.image, known * given + (1 - known) * image)
        torch.testing.assert_close(step.prediction.noise, noise)


def test_image_to_image_is_a_sampler_from_the_dissolved_picture():
    denoise = MIXTURE.denoiser(SCHEDULE)
    start, noise = torch.tensor([[1.0, 2.0]]), torch.tensor([[-0.5, 0.3]])
    rates = SCHEDULE(torch.tensor(0.4, dtype=torch.float64))
    dissolved = rates.signal.float() * start + rates.noise.float() * noise
    times = 0.4 * torch.linspace(1, 0, 4, dtype=torch.float64)
    expected = list(samplers.heun(denoise, SCHEDULE, dissolved, 3, times=times))
    found = list(editing.image_to_image(denoise, SCHEDULE, start, noise, 0.4, 3, "heun"))
    for ours, theirs in zip(found, expected, strict=True):
        assert ours.time == theirs.time
        torch.testing.assert_close(ours.noisy, theirs.noisy)
    with pytest.raises(ValueError, match="unknown sampler 'euler'"):
        editing.image_to_image(denoise, SCHEDULE, start, noise, method="euler")


def test_image_to_image_takes_20_steps_from_0_6_and_hands_all_options_on():
    denoise = MIXTURE.denoiser(SCHEDULE)
    start, noise = torch.tensor([[1.0, 2.0]]), torch.tensor([[-0.5, 0.3]])
    steps = list(editing.image_to_image(denoise, SCHEDULE, start, noise))
    times = 0.6 * torch.linspace(1, 0, 21, dtype=torch.float64)
    assert [step.time for step in steps] == times[1:].tolist()
    forgotten = list(editing.image_to_image(denoise, SCHEDULE, start, noise, 1.0, 2))
    assert forgotten[0].time == 0.5, "a strength of 1 is allowed"

    dissolved = add_noise(start, noise, SCHEDULE(times[:1]))
    found, expected = (
        list(steps)[-1].noisy
        for steps in (
            editing.image_to_image(denoise, SCHEDULE, start, noise, eta=0.7, generator=seeded(4)),
            samplers.ddim(
                denoise, SCHEDULE, dissolved, 20, eta=0.7, times=times, generator=seeded(4)
            ),
        )
    )
    torch.testing.assert_close(found, expected)


def seeded(seed):
    return torch.Generator().manual_seed(seed)


def test_a_step_of_the_inversion_is_solved_by_the_ddim_step_that_undoes_it():
    denoise = MIXTURE.denoiser(SCHEDULE)
    start = torch.tensor([[0.9, 0.1], [-1.0, 0.8]], dtype=torch.float64)
    steps = list(editing.inversion(denoise, SCHEDULE, start, 10, tolerance=1e-12, corrections=500))
    assert [step.time for step in steps] == pytest.approx([i / 10 for i in range(1, 11)])
    for before, after in itertools.pairwise(steps):
        times = torch.tensor([after.time, before.time])
        (back,) = samplers.ddim(denoise, SCHEDULE, after.noisy, 1, times=times)
        torch.testing.assert_close(back.noisy, before.noisy)


def test_an_inversion_uses_no_more_evaluations_than_it_may_and_one_where_nothing_is_asked():
    for options, expected in (
        ({"tolerance": math.inf}, 6),
        ({"tolerance": 1e-30, "corrections": 4}, 24),
    ):
        counted = samplers.Counted(MIXTURE.denoiser(SCHEDULE))
        editing.invert(counted, SCHEDULE, torch.ones(2, 2, dtype=torch.float64), 6, **options)
        assert counted.evaluations == expected


def test_slerp_is_straight_where_there_is_no_arc():
    a = torch.tensor([[1.0, 0.0]])
    torch.testing.assert_close(editing.slerp(a, -a, 0.25), torch.tensor([[0.5, 0.0]]))


# --- Knowing something of a picture ---


def first_number(images):
    return images[:, :1]


def block_means(images):
    return torch.nn.functional.avg_pool2d(images, 2)


def means_matrix(side):
    """``block_means`` as a matrix, by what it makes of each single pixel."""
    units = torch.eye(side**2, dtype=torch.float64).reshape(-1, 1, side, side)
    return block_means(units).flatten(1).T


def test_of_pictures_that_vary_widely_the_measured_denoiser_is_that_of_the_posterior():
    matrix = means_matrix(4)
    gain = matrix[0].norm().item()  # 1/2: four pixels, a quarter each
    torch.testing.assert_close(matrix @ matrix.T, gain**2 * torch.eye(4).double())
    wide = GaussianMixture(torch.zeros(1, 1, 4, 4), 1e3)
    values = torch.tensor([0.9, -0.4, 0.1, 1.5], dtype=torch.float64)
    exact = wide.given(matrix, values, 0.2).denoiser(SCHEDULE)
    seen = values.reshape(1, 1, 2, 2)
    noisy = torch.randn(3, 1, 4, 4, generator=torch.Generator().manual_seed(0)).double()
    for time in (0.1, 0.5, 0.95):
        t = torch.tensor(time, dtype=torch.float64)
        denoise = wide.denoiser(SCHEDULE)
        ours = editing.measured(denoise, SCHEDULE, block_means, seen, 0.2, gain=gain)(noisy, t)
        torch.testing.assert_close(ours.image, exact(noisy, t).image, atol=0.01, rtol=0.01)
        torch.testing.assert_close(ours.noise, exact(noisy, t).noise, atol=0.01, rtol=0.01)
        trusting = editing.measured(denoise, SCHEDULE, block_means, seen, 0.2)(noisy, t)
        assert (trusting.image - exact(noisy, t).image).abs().max() > 0.1, "which is its bias"


@pytest.mark.parametrize("gain", [0.0, 0.7])
def test_the_pull_is_the_gradient_of_the_measurements_log_density(gain):
    """Chung et al. (2022), equations 11 and 15, with the gradient by differences."""
    denoise = MIXTURE.denoiser(SCHEDULE)
    values, std, t = torch.tensor([[0.4]]).double(), 0.3, torch.tensor(0.6, dtype=torch.float64)
    noisy = torch.tensor([[0.2, -0.1], [-0.9, 0.7]], dtype=torch.float64)
    rates = SCHEDULE(t)

    def log_density(noisy):
        normal = torch.distributions.Normal(
            first_number(denoise(noisy, t).image),
            (std**2 + (gain * rates.noise / rates.signal) ** 2).sqrt(),
        )
        return normal.log_prob(values).sum(1)

    step = 1e-5 * torch.eye(2, dtype=torch.float64)
    slope = torch.stack(
        [(log_density(noisy + d) - log_density(noisy - d)) / 2e-5 for d in step], dim=1
    )
    with torch.no_grad():  # as samplers call it
        found = editing.measured(denoise, SCHEDULE, first_number, values, std, gain=gain)(noisy, t)
    expected = denoise(noisy, t).noise - rates.noise * slope
    torch.testing.assert_close(found.noise, expected, atol=1e-7, rtol=1e-6)
    torch.testing.assert_close(rates.signal * found.image + rates.noise * found.noise, noisy)
    assert not found.image.requires_grad


def test_measured_points_come_near_the_posterior_and_lie_too_close_without_gain_or_too_wide():
    schedule = LogSNRSchedule(start=8.0, end=-8.0)
    clouds = GaussianMixture([[0.0, 0.9], [-0.8, -0.5], [0.8, -0.5]], 0.3)
    values, std = torch.tensor([0.4]), 0.3
    posterior = clouds.given(torch.tensor([[1.0, 0.0]]), values, std)
    noise = torch.randn(600, 2, generator=torch.Generator().manual_seed(0))

    def drawn(denoise):
        points = samplers.sample(denoise, schedule, noise, steps=60).double()
        return points.mean(0)[0].item(), points.std(0)[0].item()

    denoise = clouds.denoiser(schedule)
    mean, spread = posterior.mean[0].item(), posterior.covariance[0, 0].sqrt().item()
    error = 4 * spread / 600**0.5
    control = drawn(posterior.denoiser(schedule))
    assert control == pytest.approx((mean, spread), abs=error), "the sampler is not the limit"
    sure, between, cautious = (
        drawn(editing.measured(denoise, schedule, first_number, values, std, gain=gain))
        for gain in (0.0, 0.5, 1.0)
    )
    assert between == pytest.approx((mean, spread), abs=0.08)
    assert sure[1] < spread - error
    assert cautious[1] > spread + error
    assert drawn(denoise)[0] < mean - 0.2, "not told, they are elsewhere"


@pytest.mark.parametrize("options", [{"std": -1.0}, {"std": 0.0}, {"std": 0.1, "gain": -1.0}])
def test_a_measurement_without_any_doubt_is_refused(options):
    asked = {"gain": 0.0} | options
    sentence = (
        "std and gain must not be negative, and not both 0 (which would trust the measurement and "
        f"the predicted image alike without limit), got std={asked['std']} and gain={asked['gain']}"
    )
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        editing.measured(MIXTURE.denoiser(SCHEDULE), SCHEDULE, first_number, images(), **options)


def test_a_measurement_without_noise_may_be_doubted_by_its_gain_alone():
    denoise, values, t = MIXTURE.denoiser(SCHEDULE), torch.tensor([[0.4]]), torch.tensor(0.6)
    noisy = torch.tensor([[0.2, -0.1]])
    exact, nearly = (
        editing.measured(denoise, SCHEDULE, first_number, values, std, gain=0.7)(noisy, t)
        for std in (0.0, 1e-6)
    )
    torch.testing.assert_close(exact.noise, nearly.noise)


def test_values_for_other_images_are_refused():
    told = editing.measured(
        lambda noisy, t: Prediction(noisy, noisy), CosineSchedule(),
        lambda images: images.flatten(1).mean(1, keepdim=True), torch.tensor([5.0, -5.0]), 0.1,
    )  # fmt: skip
    with pytest.raises(ValueError, match=r"shaped like what is measured, \(2, 1\), got \(2,\)"):
        told(torch.zeros(2, 1, 4, 4), torch.tensor(0.5))


def test_a_way_from_nothing_is_finite():
    assert editing.slerp(torch.zeros(1, 2), torch.ones(1, 2), 0.5).isfinite().all()


def test_what_lies_in_the_unknown_part_is_ignored_whatever_it_is():
    mask = torch.ones(1, 1, 8, 8)
    mask[..., 4:] = 0
    spoilt = images(1).masked_fill(mask == 0, torch.nan)
    start = images(1, seed=1)
    *_, found = editing.inpaint(small_model().denoise, SCHEDULE, spoilt, mask, start, 3)
    assert found.noisy.isfinite().all()
    assert found.prediction.image.isfinite().all()


def test_eta_is_looked_at_before_the_first_step():
    with pytest.raises(ValueError, match="eta"):
        editing.inpaint(
            small_model().denoise,
            SCHEDULE,
            images(1),
            torch.ones(1, 1, 8, 8),
            images(1),
            3,
            eta=7.0,
        )


def test_picture_to_picture_wants_a_number_of_steps():
    with pytest.raises(ValueError, match="steps"):
        editing.image_to_image(
            small_model().denoise, SCHEDULE, images(1), images(1, seed=1), 0.5, -1
        )


def test_a_measure_may_be_one_number_a_picture():
    def brightness(pictures):
        return pictures.mean((1, 2, 3))

    found = [
        editing.measured(
            small_model().denoise, SCHEDULE, measure, brightness(images()).reshape(shape), 0.1
        )(images(2, seed=1), torch.tensor(0.5)).image
        for measure, shape in (
            (brightness, (2,)),
            (lambda pictures: brightness(pictures)[:, None], (2, 1)),
        )
    ]
    assert torch.equal(*found)
