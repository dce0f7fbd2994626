"""Chapters 7 and 8: every sampler against the truth, on denoisers that are exact."""

import itertools
import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from ddimlib import samplers
from ddimlib.diffusion import Prediction
from ddimlib.forward import add_noise
from ddimlib.samplers import SAMPLERS, SPACINGS, sample
from ddimlib.schedules import SCHEDULES, CosineSchedule, LinearSchedule, LogSNRSchedule
from ddimlib.toy import GaussianMixture, exact_end_point

MIXTURE = GaussianMixture([[1.0, 0.0], [-1.0, 1.0], [0.0, -1.5]], 0.3, [0.5, 0.3, 0.2])
DETERMINISTIC = {
    "ddim": {},
    "heun": {},
    "multistep": {},
    "dpm_solver_pp": {},
}


def noise_of(count: int, seed: int = 0, dtype: torch.dtype = torch.float64) -> torch.Tensor:
    return torch.randn(count, 2, dtype=dtype, generator=torch.Generator().manual_seed(seed))


def last(steps):
    return list(steps)[-1]


# --- DDIM is equation 12 ------------------------------------------------------------------------


def equation_12(x, epsilon, alpha_bar, alpha_bar_next, eta, z):
    """Song et al. (2020), equations 12 and 16, as printed, in float64 (their α is ᾱ)."""
    sigma = (
        eta
        * np.sqrt((1 - alpha_bar_next) / (1 - alpha_bar))
        * np.sqrt(1 - alpha_bar / alpha_bar_next)
    )
    predicted = (x - np.sqrt(1 - alpha_bar) * epsilon) / np.sqrt(alpha_bar)
    direction = np.sqrt(1 - alpha_bar_next - sigma**2) * epsilon
    return np.sqrt(alpha_bar_next) * predicted + direction + sigma * z


@pytest.mark.parametrize("eta", [0.0, 0.3, 0.8, 1.0])
@pytest.mark.parametrize("schedule", [CosineSchedule(), LinearSchedule()], ids=["cosine", "linear"])
def test_a_ddim_step_is_equation_12(eta, schedule):
    def denoise(noisy, t):
        noise = torch.tanh(noisy) + t  # any function will do
        rates = schedule(t)
        return Prediction((noisy - rates.noise * noise) / rates.signal, noise)

    start = torch.randn(3, 1, 4, 4, generator=torch.Generator().manual_seed(1))
    steps = list(
        samplers.ddim(
            denoise, schedule, start, 7, eta=eta, generator=torch.Generator().manual_seed(2)
        )
    )

    drawn = torch.Generator().manual_seed(2)
    x, times = start.double().numpy(), np.linspace(1, 0, 8)
    for step, now, then in zip(steps, times, times[1:], strict=False):
        z = torch.randn(start.shape, generator=drawn).double().numpy() if eta else 0.0
        here, there = (
            schedule.alpha_bar(torch.tensor([t], dtype=torch.float64)).item() for t in (now, then)
        )
        x = equation_12(x, np.tanh(x) + now, here, there, eta, z)
        scale = max(1.0, np.abs(x).max())
        assert np.abs(step.noisy.double().numpy() - x).max() / scale < 1e-6
        assert step.time == pytest.approx(then, abs=1e-12)
        x = step.noisy.double().numpy()  # so that rounding does not add up


def test_sample_returns_the_last_predicted_image():
    schedule = CosineSchedule()
    denoise = MIXTURE.denoiser(schedule)
    step = last(samplers.ddim(denoise, schedule, noise_of(4), 5))
    torch.testing.assert_close(
        sample(denoise, schedule, noise_of(4), steps=5), step.prediction.image
    )


# --- Orders of accuracy -------------------------------------------------------------------------

SMOOTH = LogSNRSchedule()


@pytest.fixture(scope="module")
def truth():
    """Noise, and where the ODE leads from there: computed by SciPy."""
    noise = noise_of(4)
    return noise, exact_end_point(MIXTURE.denoiser(SMOOTH), SMOOTH, noise, tolerance=1e-11)


def order_of(truth, method, steps=(40, 400), **options):
    """The slope of the error over a decade of steps, in float64."""
    noise, end = truth
    denoise = MIXTURE.denoiser(SMOOTH)
    fewer, more = (
        (last(SAMPLERS[method](denoise, SMOOTH, noise, n, **options)).noisy - end).norm().item()
        for n in steps
    )
    return math.log(fewer / more) / math.log(steps[1] / steps[0])


@pytest.mark.parametrize(
    ("method", "options", "order"),
    [
        ("ddim", {}, 1),
        ("heun", {}, 2),
        ("dpm_solver_pp", {}, 2),
        ("multistep", {"order": 1}, 1),
        ("multistep", {"order": 2, "coordinate": "ratio"}, 2),
        ("multistep", {"order": 3, "coordinate": "ratio"}, 3),
        ("multistep", {"order": 4, "coordinate": "ratio"}, 4),
        ("multistep", {"order": 5, "coordinate": "ratio"}, 5),
        ("multistep", {"order": 3, "quantity": "image", "coordinate": "log_snr"}, 3),
        ("multistep", {"order": 2, "start": "lower_orders", "corrector": True}, 3),
    ],
)
def test_the_order_of_each_sampler_is_the_claimed_one(truth, method, options, order):
    assert order_of(truth, method, **options) == pytest.approx(order, abs=0.25)


def test_on_the_cosine_schedule_a_polynomial_in_time_is_better_than_one_in_the_ratio():
    schedule, noise = CosineSchedule(), noise_of(16)
    denoise = MIXTURE.denoiser(schedule)
    end = exact_end_point(denoise, schedule, noise, tolerance=1e-7)
    for order in (2, 3):
        time, ratio = (
            last(
                samplers.multistep(denoise, schedule, noise, 20, order=order, coordinate=coordinate)
            )
            for coordinate in ("time", "ratio")
        )
        assert (time.noisy - end).norm() < 0.7 * (ratio.noisy - end).norm()


def test_a_better_method_wins_at_the_same_number_of_evaluations(truth):
    noise, end = truth
    denoise = MIXTURE.denoiser(SMOOTH)

    def error(method, **options):
        steps = samplers.steps_within(40, method, **options)
        return (
            (last(SAMPLERS[method](denoise, SMOOTH, noise, steps, **options)).noisy - end)
            .norm()
            .item()
        )

    euler = error("ddim")
    assert error("heun") < euler / 3
    assert error("dpm_solver_pp") < euler / 10
    assert error("multistep", order=3, start="lower_orders") < euler / 50


# --- Each method against its equation -----------------------------------------------------------

ADAMS_BASHFORTH = {
    1: [1],
    2: [3 / 2, -1 / 2],
    3: [23 / 12, -16 / 12, 5 / 12],
    4: [55 / 24, -59 / 24, 37 / 24, -9 / 24],
    5: [1901 / 720, -2774 / 720, 2616 / 720, -1274 / 720, 251 / 720],
}
ADAMS_MOULTON = {
    1: [1 / 2, 1 / 2],
    2: [5 / 12, 8 / 12, -1 / 12],
    3: [9 / 24, 19 / 24, -5 / 24, 1 / 24],
    4: [251 / 720, 646 / 720, -264 / 720, 106 / 720, -19 / 720],
}


def equal_ratio_steps(schedule, steps):
    start, end = torch.exp(-schedule.log_snr(torch.tensor([1.0, 0.0], dtype=torch.float64)) / 2)
    ratio = torch.linspace(start, end, steps + 1, dtype=torch.float64)
    return schedule.time(-2 * ratio.log())


@pytest.mark.parametrize("order", [1, 2, 3, 4, 5])
def test_equal_steps_give_the_weights_of_the_text_books(order):
    times = equal_ratio_steps(SMOOTH, 12)
    weights = samplers.multistep_weights(SMOOTH, times, order, coordinate="ratio")
    for i, row in enumerate(weights):
        expected = ADAMS_BASHFORTH[min(i + 1, order)]
        torch.testing.assert_close(row, torch.tensor(expected, dtype=torch.float64))
    if order in ADAMS_MOULTON:
        again = samplers.multistep_weights(SMOOTH, times, order, coordinate="ratio", corrector=True)
        expected = torch.tensor(ADAMS_MOULTON[order], dtype=torch.float64)
        torch.testing.assert_close(again[-1], expected)


@settings(max_examples=25, deadline=None)
@given(
    order=st.integers(1, 5),
    steps=st.integers(1, 12),
    quantity=st.sampled_from(samplers.QUANTITIES),
    coordinate=st.sampled_from(samplers.COORDINATES),
    schedule=st.sampled_from([CosineSchedule(), LogSNRSchedule(), LinearSchedule()]),
    spacing=st.sampled_from(sorted(SPACINGS)),
)
def test_the_weights_of_a_step_sum_to_one(order, steps, quantity, coordinate, schedule, spacing):
    times = SPACINGS[spacing](schedule, steps)
    rows = samplers.multistep_weights(schedule, times, order, quantity, coordinate)
    assert [len(row) for row in rows] == [min(i + 1, order) for i in range(steps)]
    for row in rows:
        assert row.sum().item() == pytest.approx(1, abs=1e-6 * row.abs().sum().item())


def test_multistep_of_order_one_is_ddim():
    schedule = CosineSchedule()
    denoise = MIXTURE.denoiser(schedule)
    pairs = zip(
        samplers.multistep(denoise, schedule, noise_of(4), 6, order=1),
        samplers.ddim(denoise, schedule, noise_of(4), 6),
        strict=True,
    )
    for ours, ddim in pairs:
        torch.testing.assert_close(ours.noisy, ddim.noisy)


def test_heun_is_algorithm_1_of_karras():
    """EDM's variables: x / signal in place of x, noise / signal in place of σ."""
    schedule = LogSNRSchedule()
    denoise = MIXTURE.denoiser(schedule)
    times = samplers.karras_times(schedule, 6)
    sigma = torch.exp(-schedule.log_snr(times) / 2)
    x = noise_of(4) / schedule(times[:1]).signal
    for i in range(6):

        def slope(x, j):
            noisy = x / (1 + sigma[j] ** 2).sqrt()
            return (x - denoise(noisy, times[j]).image) / sigma[j]

        d = slope(x, i)
        trial = x + (sigma[i + 1] - sigma[i]) * d
        if i < 5:
            d = (d + slope(trial, i + 1)) / 2
        x = x + (sigma[i + 1] - sigma[i]) * d
    expected = x * schedule(times[-1:]).signal
    ours = last(samplers.heun(denoise, schedule, noise_of(4), 6, times="karras"))
    torch.testing.assert_close(ours.noisy, expected)


@pytest.mark.parametrize("eta", [0.0, 1.0])
def test_dpm_solver_pp_is_the_update_of_the_paper(eta):
    """DPM-Solver++(2M) and its SDE form, written with α, σ, λ and h as in Lu et al. (2022b)."""
    schedule = CosineSchedule()
    denoise = MIXTURE.denoiser(schedule)
    times = torch.linspace(1, 0, 9, dtype=torch.float64)
    alpha, sigma = schedule(times)
    lam = torch.log(alpha / sigma)
    drawn = torch.Generator().manual_seed(5)
    x, before = noise_of(4), None
    for i in range(8):
        h = lam[i + 1] - lam[i]
        image = denoise(x, times[i]).image
        difference = 0 if before is None else (image - before) * h / (lam[i] - lam[i - 1])
        before = image
        if eta == 0:
            grown = 1 - torch.exp(-h)
            x = sigma[i + 1] / sigma[i] * x
            x = x + alpha[i + 1] * grown * image + alpha[i + 1] * grown / 2 * difference
        else:
            grown = 1 - torch.exp(-2 * h)
            z = torch.randn(4, 2, dtype=torch.float64, generator=drawn)
            x = sigma[i + 1] / sigma[i] * torch.exp(-h) * x + sigma[i + 1] * grown.sqrt() * z
            x = x + alpha[i + 1] * grown * image + alpha[i + 1] * grown / 2 * difference
    ours = samplers.dpm_solver_pp(
        denoise, schedule, noise_of(4), 8, eta=eta, generator=torch.Generator().manual_seed(5)
    )
    torch.testing.assert_close(last(ours).noisy, x)


def test_ddpm_is_ddim_with_eta_one():
    schedule = CosineSchedule()
    denoise = MIXTURE.denoiser(schedule)
    a, b = torch.Generator().manual_seed(3), torch.Generator().manual_seed(3)
    ancestral = sample(denoise, schedule, noise_of(4), "ddpm", 8, a)
    torch.testing.assert_close(
        ancestral, sample(denoise, schedule, noise_of(4), "ddim", 8, b, eta=1.0)
    )


@pytest.mark.parametrize(
    ("method", "options"),
    [
        ("ddpm", {"variance": "small"}),
        ("ddpm", {"variance": "large"}),
        ("ddim", {"eta": 1.0}),
        ("ddim", {"eta": 0.5}),
        ("dpm_solver_pp", {"eta": 1.0}),
    ],
    ids=["ddpm small", "ddpm large", "ddim eta 1", "ddim eta 0.5", "dpm_solver_pp SDE"],
)
def test_stochastic_samplers_reproduce_mean_and_covariance(method, options):
    schedule = LogSNRSchedule(start=9.0, end=-9.0)
    count, generator = 4000, torch.Generator().manual_seed(0)
    noise = torch.randn(count, 2, generator=generator)
    points = sample(
        MIXTURE.denoiser(schedule), schedule, noise, method, 100, generator, **options
    ).double()
    # Four standard errors of each, and 0.02 for 100 steps instead of infinitely many.
    error = MIXTURE.covariance.diagonal().sqrt().max().item() / math.sqrt(count)
    assert (points.mean(0) - MIXTURE.mean).abs().max().item() < 4 * error + 0.02
    assert (points.T.cov() - MIXTURE.covariance).abs().max().item() < 8 * error + 0.02


# --- What all samplers share --------------------------------------------------------------------


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
        ("multistep", {"order": 4}, 10 + 9),
        ("multistep", {"order": 4, "start": "lower_orders"}, 10),
        ("multistep", {"order": 3, "start": "lower_orders", "corrector": True}, 10),
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
    with pytest.raises(ValueError, match="one step of multistep needs 4 evaluations"):
        samplers.steps_within(2, "multistep", order=4)


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


# --- Spacings -----------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(
    name=st.sampled_from(sorted(SCHEDULES)),
    spacing=st.sampled_from(sorted(SPACINGS)),
    steps=st.integers(1, 60),
)
def test_spacings_fall_from_one_to_zero(name, spacing, steps):
    times = SPACINGS[spacing](SCHEDULES[name](), steps)
    assert times.shape == (steps + 1,)
    assert times[0] == 1
    assert times[-1] == 0
    assert (times.diff() < 0).all()


@pytest.mark.parametrize("name", sorted(SCHEDULES))
def test_spacings_are_equal_in_what_they_are_named_after(name):
    schedule = SCHEDULES[name]()
    step = schedule.log_snr(samplers.log_snr_times(schedule, 10)).diff()
    torch.testing.assert_close(step, step.mean().expand(10), rtol=1e-6, atol=1e-8)
    ratio = torch.exp(-schedule.log_snr(samplers.karras_times(schedule, 10, rho=7.0)) / 2)
    step = (ratio ** (1 / 7)).diff()
    torch.testing.assert_close(step, step.mean().expand(10), rtol=1e-6, atol=1e-8)


def test_karras_spacing_is_equation_5():
    schedule = LogSNRSchedule(start=-2 * math.log(0.002), end=-2 * math.log(80.0))
    ours = torch.exp(-schedule.log_snr(samplers.karras_times(schedule, 17)) / 2).numpy()
    i = np.arange(18)
    expected = (80 ** (1 / 7) + i / 17 * (0.002 ** (1 / 7) - 80 ** (1 / 7))) ** 7
    np.testing.assert_allclose(ours, expected, rtol=1e-9)


# --- Bad input ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "options", "message"),
    [
        ("ddim", {"steps": 0}, "at least one step, got steps=0"),
        ("ddim", {"eta": 1.5}, r"eta must be in \[0, 1\]"),
        ("dpm_solver_pp", {"eta": -0.1}, r"eta must be in \[0, 1\]"),
        ("ddpm", {"variance": "huge"}, "unknown variance 'huge': choose one of large, small"),
        ("multistep", {"order": 6}, "order must be 1, 2, 3, 4 or 5, got 6"),
        ("multistep", {"start": "cold"}, "unknown start 'cold'"),
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
        ("ddim", {"steps": 1, "times": torch.tensor([1.2, 0.0])}, r"must lie in \[0, 1\]"),
        ("euler", {}, "unknown sampler 'euler': choose one of ddim, ddpm, dpm_solver_pp"),
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


def test_a_spacing_with_rho_below_one_is_refused():
    with pytest.raises(ValueError, match="rho must be at least 1"):
        samplers.karras_times(CosineSchedule(), 5, rho=0.5)


def test_generators_must_be_one_or_one_per_image():
    with pytest.raises(ValueError, match="got 2 for 3 images"):
        samplers.noise_like(torch.zeros(3, 2), samplers.seeded_generators([1, 2]))
