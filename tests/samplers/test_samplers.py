"""What all samplers share: the same signature, the same steps, the same refusals, counted cost."""

import itertools

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from ddimlib import samplers
from ddimlib.diffusion import Prediction
from ddimlib.forward import add_noise
from ddimlib.samplers import SAMPLERS, SPACINGS, sample
from ddimlib.schedules import CosineSchedule
from ddimlib.toy import GaussianMixture
from tests.samplers.exact import MIXTURE, last, noise_of

DETERMINISTIC = ("ddim", "heun", "multistep", "dpm_solver_pp")


def test_sample_returns_the_last_predicted_image():
    schedule = CosineSchedule()
    denoise = MIXTURE.denoiser(schedule)
    step = last(samplers.ddim(denoise, schedule, noise_of(4), 5))
    torch.testing.assert_close(
        sample(denoise, schedule, noise_of(4), steps=5), step.prediction.image
    )


@pytest.mark.parametrize("method", sorted(SAMPLERS))
def test_a_sampler_takes_twenty_steps_unless_told_otherwise(method):
    def denoise(noisy, t):
        return Prediction(noisy, noisy)

    assert len(list(SAMPLERS[method](denoise, CosineSchedule(), noise_of(1)))) == 20
    counted = samplers.Counted(denoise)
    sample(counted, CosineSchedule(), noise_of(1), method)
    assert counted.evaluations == samplers.evaluations(method, 20)


@pytest.mark.parametrize(
    ("method", "options"),
    [*((method, {}) for method in sorted(SAMPLERS)), ("ddpm", {"variance": "large"})],
)
def test_a_sampler_steps_where_it_is_told(method, options):
    schedule = CosineSchedule()
    steps = SAMPLERS[method](
        MIXTURE.denoiser(schedule), schedule, noise_of(1), 4, times="karras", **options
    )
    expected = samplers.karras_times(schedule, 4)[1:].tolist()
    assert [step.time for step in steps] == expected


def test_sample_makes_no_graph():
    schedule = CosineSchedule()
    weight = torch.ones(2, dtype=torch.float64, requires_grad=True)

    def denoise(noisy, t):
        return Prediction(noisy * weight, noisy)

    assert not sample(denoise, schedule, noise_of(2), steps=2).requires_grad


@pytest.mark.parametrize("method", sorted(DETERMINISTIC))
def test_every_deterministic_step_is_ddim_with_the_prediction_it_reports(method):
    schedule = CosineSchedule()
    noisy = noise_of(3)
    times = torch.linspace(1, 0, 7, dtype=torch.float64)
    steps = list(SAMPLERS[method](MIXTURE.denoiser(schedule), schedule, noisy, 6))
    for step, now, then in zip(steps, times, times[1:], strict=False):
        torch.testing.assert_close(step.noisy, add_noise(*step.prediction, schedule(then)))
        torch.testing.assert_close(noisy, add_noise(*step.prediction, schedule(now)))
        noisy = step.noisy
    assert steps[-1].time == 0


@pytest.mark.parametrize("method", sorted(SAMPLERS))
def test_when_the_data_are_a_single_image_one_step_finds_it(method):
    schedule = CosineSchedule()
    image = torch.linspace(-1, 1, 12, dtype=torch.float64).reshape(1, 3, 2, 2)
    denoise = GaussianMixture(image, 0.0).denoiser(schedule)
    for steps in (1, 3):
        noise = torch.randn(5, 3, 2, 2, generator=torch.Generator().manual_seed(0)).double()
        found = sample(denoise, schedule, noise, method, steps, torch.Generator().manual_seed(0))
        assert (found - image).abs().max() < 1e-9


@pytest.mark.parametrize(
    ("method", "options", "expected"),
    [
        ("ddim", {}, 10),
        ("ddpm", {}, 10),
        ("heun", {}, 19),
        ("multistep", {"order": 4}, 10),
        ("corrected_multistep", {"order": 3}, 10),
        ("dpm_solver_pp", {}, 10),
    ],
)
def test_the_number_of_network_evaluations(method, options, expected):
    assert samplers.evaluations(method, 10, **options) == expected
    assert samplers.steps_within(expected, method, **options) == 10
    schedule = CosineSchedule()
    counted = samplers.Counted(MIXTURE.denoiser(schedule))
    sample(counted, schedule, noise_of(1), method, 10, **options)
    assert counted.evaluations == expected


def test_a_budget_that_is_too_small_for_one_step_is_refused():
    assert samplers.steps_within(1, "heun") == 1
    assert samplers.steps_within(2, "heun") == 1
    with pytest.raises(ValueError, match=r"one step of heun needs 1 evaluations, .* budget of 0"):
        samplers.steps_within(0, "heun")


@pytest.mark.parametrize(
    "count",
    [
        lambda options: samplers.evaluations("ddim", 3, **options),
        lambda options: samplers.steps_within(3, "ddim", **options),
        lambda options: samplers.steps_within(0, "ddim", **options),
    ],
)
def test_what_is_counted_is_the_sampler_with_its_options(count):
    with pytest.raises(ValueError, match=r"^eta must be in \[0, 1\] .* got 7"):
        count({"eta": 7.0})


@pytest.mark.parametrize("method", ["ddpm", "dpm_solver_pp"])
def test_a_picture_does_not_depend_on_the_batch_it_is_made_in(method):
    schedule = CosineSchedule()
    denoise = MIXTURE.denoiser(schedule)
    options = {} if method == "ddpm" else {"eta": 1.0}

    def make(seeds):
        noise = samplers.seeded_noise(seeds, (2,))
        return sample(
            denoise, schedule, noise, method, 5, samplers.seeded_generators(seeds), **options
        )

    torch.testing.assert_close(make([7, 8, 9])[1:2], make([8]))


@settings(max_examples=30, deadline=None)
@given(
    method=st.sampled_from(sorted(SAMPLERS)),
    steps=st.integers(1, 6),
    size=st.lists(st.integers(1, 4), min_size=0, max_size=3),
    batch=st.integers(1, 3),
    spacing=st.sampled_from(sorted(SPACINGS)),
    dtype=st.sampled_from([torch.float32, torch.float64]),
)
def test_samplers_keep_shape_and_dtype_and_stay_finite(method, steps, size, batch, spacing, dtype):
    schedule = CosineSchedule()
    noise = torch.randn(batch, *size, dtype=dtype, generator=torch.Generator().manual_seed(0))

    def denoise(noisy, t):
        rates = schedule(t.to(noisy))
        return Prediction((noisy - rates.noise * noisy.tanh()) / rates.signal, noisy.tanh())

    steps_taken = list(SAMPLERS[method](denoise, schedule, noise, steps, times=spacing))
    assert len(steps_taken) == steps
    assert steps_taken[-1].time == 0
    assert all(a.time > b.time for a, b in itertools.pairwise(steps_taken))
    for step in steps_taken:
        for tensor in (step.noisy, *step.prediction):
            assert tensor.shape == noise.shape
            assert tensor.dtype == dtype
            assert tensor.isfinite().all()


# --- Bad input ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "options", "message"),
    [
        ("ddim", {"steps": 0}, "at least one step, got steps=0"),
        ("ddim", {"eta": 1.5}, r"eta must be in \[0, 1\]"),
        ("dpm_solver_pp", {"eta": -0.1}, r"eta must be in \[0, 1\]"),
        ("ddpm", {"variance": "huge"}, "unknown variance 'huge': choose one of large, small"),
        ("multistep", {"order": 6}, "order must be 1, 2, 3, 4 or 5, got 6"),
        ("multistep", {"order": 0}, "order must be 1, 2, 3, 4 or 5, got 0"),
        ("corrected_multistep", {"order": 6}, "order must be 1, 2, 3, 4 or 5, got 6"),
        ("multistep", {"quantity": "velocity"}, "unknown quantity 'velocity'"),
        ("multistep", {"coordinate": "space"}, "unknown coordinate 'space'"),
        ("heun", {"times": "log-snr"}, "unknown spacing of times 'log-snr': .*karras.*uniform"),
        (
            "heun",
            {"steps": 2, "times": torch.tensor([1.0, 0.0])},
            "times must be 3 falling numbers",
        ),
        (
            "ddim",
            {"steps": 2, "times": torch.tensor([1.0, 0.2, 0.4])},
            "times must be 3 falling numbers",
        ),
        (
            "ddim",
            {"steps": 2, "times": torch.tensor([1.0, 0.5, 0.5])},
            r"^times must be 3 falling numbers for 2 steps, got \[1.0, 0.5, 0.5\]$",
        ),
        ("ddim", {"steps": 1, "times": torch.tensor([1.2, 0.0])}, r"must lie in \[0, 1\]"),
        ("euler", {}, "unknown sampler 'euler': choose one of corrected_multistep, ddim, ddpm"),
    ],
)
def test_wrong_arguments_are_refused_with_a_helpful_sentence(method, options, message):
    schedule = CosineSchedule()
    with pytest.raises(ValueError, match=message):
        sample(MIXTURE.denoiser(schedule), schedule, noise_of(2), method, **options)


def test_wrong_steps_are_refused_before_the_first_step_is_taken():
    schedule = CosineSchedule()
    with pytest.raises(ValueError, match="at least one step"):
        samplers.heun(MIXTURE.denoiser(schedule), schedule, noise_of(2), 0)
