"""Few steps: each loss against its equation, each leap against the exact map."""

import math

import pytest
import torch
from torch import nn

from ddimlib import distillation, samplers
from ddimlib.diffusion import DiffusionModel, Prediction
from ddimlib.distillation import (
    ConsistencyTraining,
    EndsClean,
    MeanFlow,
    ProgressiveDistillation,
    WithLength,
    few_steps,
)
from ddimlib.families.pixels import PixelNetwork, as_pixels
from ddimlib.flow import LINE, FlowMatching, velocity_of
from ddimlib.forward import Rates, add_noise
from ddimlib.samplers import walk
from ddimlib.schedules import CosineSchedule, RectifiedFlowSchedule
from ddimlib.toy import GaussianMixture
from ddimlib.unet import UNet
from tests.samplers.exact import last, noise_of
from tests.test_benchmarks import script

SCHEDULE = CosineSchedule(0.02, 0.999)
MEANS = [[[[1.0]], [[0.0]]], [[[-1.0]], [[1.0]]], [[[0.0]], [[-1.5]]]]
TEACHER = GaussianMixture(MEANS, 0.3, [0.5, 0.3, 0.2]).denoiser(SCHEDULE)
UNIT = {"mean": 0.0, "std": 1.0}


def pixels(seed: int = 0, count: int = 4) -> torch.Tensor:
    return as_pixels(noise_of(count, seed).float())


def progressive(steps: int = 2, teacher=TEACHER, **options) -> ProgressiveDistillation:
    torch.manual_seed(0)
    return ProgressiveDistillation(PixelNetwork(), SCHEDULE, teacher, steps, **UNIT, **options)


def consistency(**options) -> ConsistencyTraining:
    torch.manual_seed(0)
    return ConsistencyTraining(PixelNetwork(), SCHEDULE, **UNIT, **options)


def mean_flow(**options) -> MeanFlow:
    torch.manual_seed(0)
    return MeanFlow(PixelNetwork(3), **UNIT, **options)


def draws(*rows: list[float]) -> torch.Tensor:
    return torch.tensor(list(rows) + ([[0.0] * len(rows[0])] * (3 - len(rows))))


# --- The end of a walk ---------------------------------------------------------------------------


def test_the_last_step_ends_without_noise_and_no_other_step_is_changed() -> None:
    t = torch.tensor([0.0, 1e-3, 0.5, 1.0])
    clean, plain = EndsClean(SCHEDULE), SCHEDULE(t)
    signal, noise = clean(t)
    assert (signal[0], noise[0], clean.log_snr(t)[0]) == (1, 0, math.inf)
    assert plain.noise[0] > 0.04
    torch.testing.assert_close(signal[1:], plain.signal[1:])
    torch.testing.assert_close(noise[1:], plain.noise[1:])
    torch.testing.assert_close(clean.time(clean.log_snr(t))[1:], t[1:])


@pytest.mark.parametrize("steps", [1, 2, 4])
@pytest.mark.parametrize("knows", ["leaps", "none"])
def test_leaps_of_a_denoiser_are_ddim_up_to_its_last_picture(steps: int, knows: str) -> None:
    model = progressive() if knows == "leaps" else DiffusionModel(PixelNetwork(), SCHEDULE)
    model.denoise = lambda noisy, t, labels: TEACHER(noisy, t)
    noise = pixels()
    found = last(few_steps(model, noise, steps)).noisy
    torch.testing.assert_close(found, samplers.sample(TEACHER, SCHEDULE, noise, steps=steps))


def test_no_steps_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one step"):
        few_steps(progressive(), pixels(), 0)


# --- Progressive distillation --------------------------------------------------------------------


def told_truth(model: ProgressiveDistillation, *arguments) -> tuple[Prediction, torch.Tensor]:
    """What the student is told to predict, and at which times."""
    told = []
    model.errors = lambda image, noise, t, labels: told.append((image, noise, t)) or t
    model.leap_errors(*arguments, None)
    ((image, noise, t),) = told
    return Prediction(image, noise), t


def test_one_step_with_what_the_student_is_told_leads_where_two_of_the_teacher_lead() -> None:
    """The teacher's steps by the walk of chapter 7, all in double precision."""
    images, noise = (as_pixels(noise_of(1, seed)) for seed in (0, 1))
    for share, times in ((0.0, (1.0, 0.875, 0.75)), (0.6, (0.5, 0.375, 0.25))):
        truth, t = told_truth(progressive(4), images, noise, draws([share]).double())
        assert t.tolist() == [times[0]]
        at = torch.tensor(times, dtype=torch.float64)
        noisy = add_noise(images, noise, SCHEDULE(at[0]))
        torch.testing.assert_close(add_noise(*truth, SCHEDULE(at[0])), noisy)
        *_, there = walk(lambda x, i, at=at: TEACHER(x, at[i]), SCHEDULE, noisy, at)
        torch.testing.assert_close(add_noise(*truth, SCHEDULE(at[2])), there.noisy)


def test_the_last_step_is_told_the_teacher_s_last_picture() -> None:
    images, noise = (as_pixels(noise_of(1, seed)) for seed in (0, 1))
    for steps in (1, 3, 4, 7):
        truth, _ = told_truth(progressive(steps), images, noise, draws([0.999]).double())
        t, middle = (torch.tensor(k / steps, dtype=torch.float64) for k in (1, 0.5))
        noisy = add_noise(images, noise, SCHEDULE(t))
        between = add_noise(*TEACHER(noisy, t), SCHEDULE(middle))
        torch.testing.assert_close(truth.image, TEACHER(between, middle).image)


def test_the_error_counts_with_weight_snr_plus_one() -> None:
    """Salimans and Ho (2022), section 4: the error of the picture times 1 / noise²."""
    target = Prediction(pixels(2), pixels(3))
    model = progressive(1, teacher=lambda noisy, t: target)
    images, noise = pixels(0), pixels(1)
    found = model.leap_errors(images, noise, draws([0.0] * 4), None)
    rates = SCHEDULE(torch.ones(4))
    said = model.denoise(add_noise(images, noise, rates), 1.0).image
    squares = (said - target.image).square().flatten(1).mean(1)
    torch.testing.assert_close(found, squares / rates.noise**2, rtol=1e-4, atol=1e-6)


def test_a_student_becomes_the_teacher_of_one_with_half_the_steps() -> None:
    model = progressive(4)
    student = model.halved()
    before = model.denoise(pixels(), 0.7).image
    with torch.no_grad():
        for parameter in [*student.parameters(), *model.parameters()]:
            parameter.add_(1.0)
    (teacher,) = student._teacher
    torch.testing.assert_close(teacher(pixels(), torch.tensor(0.7)).image, before)
    assert (student.steps, student.halved().steps) == (2, 1)
    assert not any("teacher" in name for name in student.state_dict())
    assert all(parameter.requires_grad for parameter in student.parameters())
    with pytest.raises(ValueError, match="1 steps cannot be halved"):
        student.halved().halved()


# --- Consistency ---------------------------------------------------------------------------------


def test_without_noise_the_picture_is_what_is_seen_whatever_the_weights() -> None:
    clean = EndsClean(SCHEDULE)
    for target in ("velocity", "flow"):
        model = DiffusionModel(PixelNetwork(), clean, target=target)
        torch.testing.assert_close(model.denoise(pixels(), 0.0).image, pixels())


def huber(difference: torch.Tensor) -> torch.Tensor:
    c = 0.00054 * math.sqrt(2)
    return (difference.flatten(1).norm(dim=1).square() + c**2).sqrt() - c


def test_neighbours_must_agree_and_the_nearer_one_is_held_still() -> None:
    model = consistency(gap=0.1)
    images, noise = pixels(0), pixels(1)
    t = torch.tensor([1.0, 0.7, 0.5, 0.15])
    states = [add_noise(images, noise, SCHEDULE(at)) for at in (t, t - 0.1)]
    said = model.denoise(states[0], t).image
    agreed = model.denoise(states[1], t - 0.1).image.detach()
    found = model.leap_errors(images, noise, draws((1 - t).tolist()), None)
    torch.testing.assert_close(found, huber(said - agreed), rtol=1e-4, atol=1e-6)
    weights = list(model.parameters())
    for ours, by_hand in zip(
        torch.autograd.grad(found.sum(), weights),
        torch.autograd.grad(huber(said - agreed).sum(), weights),
        strict=True,
    ):
        torch.testing.assert_close(ours, by_hand, rtol=1e-3, atol=1e-5)


def test_a_soft_metric_counts_squares_and_a_hard_one_lengths() -> None:
    images, noise, draw = pixels(0), pixels(1), draws([0.0] * 4)
    model = consistency(gap=1.0)
    said = model.denoise(noise, 1.0).image  # all noise but for a signal of 0.02
    model.denoise = lambda *_: Prediction(said, noise)
    length = (said - images).flatten(1).norm(dim=1)
    model.softness = 1e-6
    torch.testing.assert_close(model.leap_errors(images, noise, draw, None), length)
    model.softness = 100.0
    c = 100 * math.sqrt(2)
    found = 2 * c * model.leap_errors(images, noise, draw, None)
    torch.testing.assert_close(found, length.square(), rtol=2e-2, atol=2e-2)


def test_at_the_end_of_the_path_the_picture_itself_is_agreed() -> None:
    model = consistency(gap=0.3)
    images, noise = pixels(0), pixels(1)
    t = torch.tensor([0.3, 0.2, 0.1, 0.01])
    said = model.denoise(add_noise(images, noise, SCHEDULE(t)), t).image
    found = model.leap_errors(images, noise, draws((1 - t).tolist()), None)
    torch.testing.assert_close(found, huber(said - images), rtol=1e-4, atol=1e-6)


def test_every_leap_of_a_consistency_model_but_the_last_is_followed_by_fresh_noise() -> None:
    model, noise = consistency(), pixels()
    first, second = few_steps(model, noise, 2, generator=torch.Generator().manual_seed(7))
    draw = torch.Generator().manual_seed(7)
    fresh = torch.randn(noise.shape, generator=draw)
    image = model.denoise(noise, 1.0).image
    expected = add_noise(image, fresh, SCHEDULE(torch.tensor(0.5)))
    torch.testing.assert_close(first.noisy, expected)
    torch.testing.assert_close(second.noisy, model.denoise(expected, 0.5).image)


# --- Mean flow -----------------------------------------------------------------------------------


class Listener(nn.Module):
    """Says back the sum of what it sees, and remembers what it was called with."""

    image_channels = 3

    def forward(self, noisy, noise_variance, labels=None):
        self.seen = noisy, noise_variance, labels
        return noisy + noise_variance.reshape(-1, 1, 1, 1)


def test_the_length_of_a_leap_is_told_in_one_more_channel() -> None:
    network = WithLength(Listener())
    assert network.image_channels == 2
    x, variance = pixels(), torch.tensor([0.1, 0.2, 0.3, 0.4])
    output = network(x, variance, None, torch.tensor([0.0, 0.5, 0.25, 1.0]))
    torch.testing.assert_close(output, x + variance.reshape(-1, 1, 1, 1))
    seen, _, _ = network.network.seen
    torch.testing.assert_close(seen[:, :2], x)
    assert seen[:, 2].flatten().tolist() == [0.0, 0.5, 0.25, 1.0]


def test_a_trained_u_net_takes_the_length_and_at_first_does_not_hear_it() -> None:
    torch.manual_seed(0)
    network = UNet(3, (4, 8), block_depth=1, embedding_dim=4, classes=2).eval()
    for parameter in network.parameters():
        nn.init.normal_(parameter, std=0.3)
    wider = WithLength(distillation.one_channel_more(network))
    assert (network.image_channels, wider.image_channels) == (3, 3)
    x, variance, labels = torch.randn(2, 3, 8, 8), torch.tensor([0.2, 0.9]), torch.tensor([0, 1])
    expected = network(x, variance, labels)
    for length in (0.0, 0.7):
        torch.testing.assert_close(wider(x, variance, labels, length), expected)
    with torch.no_grad():
        wider.network.embed_image.weight[:, -1] = 1.0
    assert (wider(x, variance, labels, 0.7) - expected).abs().max() > 1e-3
    assert torch.equal(network(x, variance, labels), expected)


def test_a_leap_of_no_length_is_flow_matching() -> None:
    """That of chapter 8's schedule, whose network sees the same."""
    model, images, noise = mean_flow(leaps=0.0), pixels(0), pixels(1)
    t = torch.tensor([0.95, 0.6, 0.3, 0.1])
    schedule = RectifiedFlowSchedule(1e-5, 1 - 1e-5)
    plain = FlowMatching(model.network, schedule=schedule, **UNIT)
    found = model.leap_errors(images, noise, draws((1 - t).tolist(), [0.3] * 4), None)
    expected = plain.errors(images, noise, schedule.time(LINE.log_snr(t)))
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(model.errors(images, noise, t), expected, rtol=1e-4, atol=1e-5)


def test_a_softness_counts_the_length_of_the_same_difference() -> None:
    images, noise, numbers = pixels(0), pixels(1), draws([0.1, 0.3, 0.6, 0.9], [0.2] * 4)
    plain, soft = mean_flow(), mean_flow(softness=1e-6)
    squares = plain.leap_errors(images, noise, numbers, None)  # a mean over two numbers
    found = soft.leap_errors(images, noise, numbers, None)
    torch.testing.assert_close(found, (2 * squares).sqrt(), rtol=1e-4, atol=1e-5)


def test_weights_of_a_trained_flow_are_a_mean_flow_of_no_length_from_the_start() -> None:
    torch.manual_seed(0)
    network = UNet(3, (4, 8), block_depth=1, embedding_dim=4).eval()
    for parameter in network.parameters():
        nn.init.normal_(parameter, std=0.3)
    schedule = RectifiedFlowSchedule()
    trained = DiffusionModel(network, schedule, target="flow")
    model = MeanFlow(distillation.one_channel_more(network)).eval()
    x, t = torch.randn(2, 3, 8, 8), torch.tensor([0.7, 0.2])
    expected = velocity_of(trained.denoise, schedule)(x, t)
    for then in (t, t / 2):
        found = model.mean_velocity(x, then, t)
        # The embedding turns a thousand times between 0 and 1: rounding of the variance is heard.
        assert (found - expected).abs().max() < 0.02 * expected.std()
    assert (model.network(x, t**2) - expected).abs().max() > 0.2 * expected.std()


def test_a_small_bit_of_time_gives_the_identity_of_the_paper() -> None:
    """u = v - (t - s) · du/dt along the path: Geng et al. (2025), equation 6, by autograd."""
    model = mean_flow(bit=1e-5, leaps=1.0).double()
    images, noise = pixels(0).double(), pixels(1).double()
    t, share = torch.tensor([0.95, 0.8, 0.5, 0.3]).double(), torch.tensor([0.0, 0.5, 0.2, 0.9])
    then, v = t * share, noise - images

    def along(x, t):
        return model.mean_velocity(x, then, t)

    x = add_noise(images, noise, LINE(t))
    own = model.mean_velocity(x, t, t)
    said, change = torch.func.jvp(along, (x, t), (own, t * 0 + 1))
    agreed = v - (t - then).reshape(-1, 1, 1, 1) * change
    expected = (said - agreed).square().flatten(1).mean(1)
    numbers = torch.stack([1 - t, share.double(), t * 0])
    found = model.leap_errors(images, noise, numbers, None)
    torch.testing.assert_close(found, expected, rtol=2e-3, atol=1e-6)


def test_only_the_longer_leap_learns_from_the_shorter_one() -> None:
    model = mean_flow(bit=0.1, leaps=1.0)
    images, noise = pixels(0), pixels(1)
    t, then = torch.tensor([0.9, 0.8, 0.7, 0.6]), torch.tensor([0.0, 0.2, 0.1, 0.3])
    x = add_noise(images, noise, LINE(t))
    said = model.mean_velocity(x, then, t)
    rest = model.mean_velocity(x - 0.1 * model.mean_velocity(x, t, t), then, t - 0.1).detach()
    share = (0.1 / (t - then)).reshape(-1, 1, 1, 1)
    # What is left of the equation of means, u = share · v + (1 - share) · rest, per share of v.
    left = ((said - share * (noise - images) - (1 - share) * rest) / share).detach()
    by_hand = (said - (said.detach() - left)).square().flatten(1).mean(1)
    found = model.leap_errors(images, noise, draws((1 - t).tolist(), (then / t).tolist()), None)
    torch.testing.assert_close(found, by_hand, rtol=1e-4, atol=1e-6)
    (ours,), (theirs,) = (
        torch.autograd.grad(loss.sum(), [model.network.network.layers[0].weight])
        for loss in (found, by_hand)
    )
    torch.testing.assert_close(ours, theirs, rtol=1e-3, atol=1e-5)


@pytest.mark.parametrize("steps", [1, 3])
def test_with_the_exact_mean_velocity_any_number_of_leaps_ends_at_the_exact_point(steps) -> None:
    """Of a Gaussian: noise z passes √((1 - t)² std² + t²) · z."""
    std = 0.4

    def size(t):
        return ((1 - t) ** 2 * std**2 + t**2).sqrt().reshape(-1, 1, 1, 1)

    model, noise = mean_flow(), pixels()
    model.mean_velocity = lambda x, then, t, labels: (
        x * (1 - size(then) / size(t)) / (t - then).reshape(-1, 1, 1, 1)
    )
    path = list(few_steps(model, noise, steps))
    torch.testing.assert_close(path[-1].noisy, std * noise)
    torch.testing.assert_close(path[0].noisy, size(torch.tensor([1 - 1 / steps])) * noise)


# --- What they share -----------------------------------------------------------------------------


class Hearing(PixelNetwork):
    """Remembers the labels that it was called with."""

    def forward(self, noisy, noise_variance, labels=None):
        self.heard = labels
        return super().forward(noisy, noise_variance)


@pytest.mark.parametrize("kind", ["progressive", "consistency", "mean flow"])
def test_labels_reach_the_network_in_training_and_in_sampling(kind: str) -> None:
    def teacher(noisy, t, labels):
        heard.append(labels)
        return TEACHER(noisy, t)

    heard: list[torch.Tensor] = []
    network = Hearing(3 if kind == "mean flow" else 2)
    model = {
        "progressive": lambda: ProgressiveDistillation(network, SCHEDULE, teacher, 2, **UNIT),
        "consistency": lambda: ConsistencyTraining(network, SCHEDULE, **UNIT),
        "mean flow": lambda: MeanFlow(network, **UNIT),
    }[kind]()
    labels = torch.tensor([3, 1, 4, 1])
    model.loss(pixels(), labels)
    assert network.heard is labels
    assert bool(heard) == (kind == "progressive")
    assert all(one is labels for one in heard)
    network.heard = None
    last(few_steps(model, pixels(), 2, labels))
    assert network.heard is labels


def test_a_loss_depends_on_its_generator_alone() -> None:
    for model in (progressive(), consistency(), mean_flow()):
        first, again, other = (
            model.loss(pixels(), generator=torch.Generator().manual_seed(seed)).item()
            for seed in (0, 0, 1)
        )
        assert first == again != other


def test_the_draws_of_a_loss_are_a_noise_and_three_numbers_an_image() -> None:
    model = consistency()
    draw = torch.Generator().manual_seed(2)
    noise = torch.randn(4, 2, 1, 1, generator=draw)
    numbers = torch.rand(3, 4, generator=draw)
    found = model.loss(pixels(), generator=torch.Generator().manual_seed(2))
    torch.testing.assert_close(found, model.leap_errors(pixels(), noise, numbers, None).mean())


def test_the_step_through_two_states_is_found_from_any_two_rates() -> None:
    now, then = (Rates(torch.tensor(s), torch.tensor(n)) for s, n in ((0.3, 0.9), (0.8, 0.5)))
    image, noise = pixels(0), pixels(1)
    found = distillation._through(
        add_noise(image, noise, now), add_noise(image, noise, then), now, then
    )
    torch.testing.assert_close(found.image, image, rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(found.noise, noise, rtol=1e-4, atol=1e-5)


# --- Trained -------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize(
    ("method", "limits"),
    [
        ("progressive", {4: 0.12, 2: 0.13, 1: 0.14}),
        ("consistency", {1: 0.25}),  # its later leaps draw fresh noise
        ("mean flow", {4: 0.15, 2: 0.2, 1: 0.25}),
    ],
)
def test_each_method_comes_near_the_exact_map_of_the_mixture(method, limits) -> None:
    """In seconds, from noise to where the exact flow leads: DDIM with the exact denoiser needs 20
    evaluations for 0.05, and comes within 0.9, 0.4 and 0.2 in 1, 2 and 4."""
    few_steps_script = script("few_steps")
    config = few_steps_script.Config(batches=1200, points=1024)
    rows = few_steps_script.measure(config, seed=1, methods=[method])
    found = {row["evaluations"]: row["from_exact"] for row in rows if row["method"] == method}
    print(found)
    for evaluations, limit in limits.items():
        assert found[evaluations] < limit


def test_a_student_does_not_carry_the_teachers_of_its_teacher():
    model = progressive(8, TEACHER)
    for _ in range(3):
        model = model.halved()
    (teacher,) = model._teacher
    assert teacher.__self__._teacher == ()


def test_settings_that_teach_nothing_are_refused():
    with pytest.raises(ValueError, match=r"gap and softness must be positive, got 0\.0 and"):
        consistency(gap=0.0)
    with pytest.raises(ValueError, match="bit is the time between two neighbours"):
        mean_flow(bit=0.0)
    with pytest.raises(ValueError, match="at least one step, got 0"):
        progressive(0)
