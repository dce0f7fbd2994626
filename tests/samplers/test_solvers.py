"""Chapter 8: every solver against its equation and its claimed order, on an exact denoiser."""

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from ddimlib import samplers
from ddimlib.samplers import SAMPLERS, SPACINGS
from ddimlib.schedules import CosineSchedule, LinearSchedule, LogSNRSchedule
from ddimlib.toy import exact_end_point
from tests.samplers.exact import MIXTURE, last, noise_of

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
        ("multistep", {"order": 2, "quantity": "image", "coordinate": "log_snr"}, 2),
        ("corrected_multistep", {"order": 1, "coordinate": "ratio"}, 2),
        ("corrected_multistep", {"order": 2}, 3),
    ],
)
@pytest.mark.slow
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
    assert error("multistep", order=3) < euler / 50


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
        again = samplers.corrector_weights(SMOOTH, times, order, coordinate="ratio")
        expected = torch.tensor(ADAMS_MOULTON[order], dtype=torch.float64)
        torch.testing.assert_close(again[-1], expected)


@pytest.mark.parametrize("method", ["multistep", "corrected_multistep"])
def test_multistep_is_of_third_order_in_time_where_nothing_else_is_asked_for(method):
    schedule = CosineSchedule()
    options = {"order": 3, "quantity": "noise", "coordinate": "time"}
    ours, expected = (
        last(SAMPLERS[method](MIXTURE.denoiser(schedule), schedule, noise_of(2), 6, **some)).noisy
        for some in ({}, options)
    )
    assert torch.equal(ours, expected)


@pytest.mark.parametrize("weights", [samplers.multistep_weights, samplers.corrector_weights])
def test_weights_are_computed_in_double_precision_for_the_noise_and_in_time(weights):
    single = torch.linspace(1, 0, 7)
    expected = weights(CosineSchedule(), single.double(), 3, "noise", "time")
    for row, other in zip(weights(CosineSchedule(), single, 3), expected, strict=True):
        assert torch.equal(row, other)


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


@pytest.mark.parametrize("coordinate", samplers.COORDINATES)
@pytest.mark.parametrize("quantity", samplers.QUANTITIES)
@pytest.mark.parametrize("corrector", [False, True])
def test_a_polynomial_is_integrated_exactly(quantity, coordinate, corrector):
    """So a step of order p has an error of order p + 1, whatever the spacing of the steps."""
    schedule, order = CosineSchedule(), 3
    times = samplers.karras_times(schedule, 6)
    sign = -1 if quantity == "noise" else 1

    def ratio(t):
        return torch.exp(sign * schedule.log_snr(t) / 2)

    def position(t):
        return {"ratio": ratio, "log_snr": schedule.log_snr, "time": lambda t: t}[coordinate](t)

    weights = samplers.corrector_weights if corrector else samplers.multistep_weights
    rows = weights(schedule, times, order, quantity, coordinate)
    for i in range(2, 6):
        known = times[i - 2 : i + 1 + corrector].flip(0)
        inside = torch.linspace(times[i], times[i + 1], 20001, dtype=torch.float64)
        for power in range(order + corrector):
            mean = torch.trapezoid(position(inside) ** power, ratio(inside))
            mean = mean / (ratio(times[i + 1]) - ratio(times[i]))
            found = (rows[i] * position(known) ** power).sum()
            assert found.item() == pytest.approx(mean.item(), rel=1e-5, abs=1e-6)


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


def by_hand(schedule, times, denoise, noise, quantity, corrected):
    """Order 2 with equal steps of the ratio: Adams-Bashforth, and Adams-Moulton to correct it.

    In the variables of the ODE: x / signal over noise / signal for the noise, and x / noise over
    signal / noise for the image.
    """
    signal, rate = schedule(times)
    divisor, ratio = (signal, rate / signal) if quantity == "noise" else (rate, signal / rate)
    h = ratio.diff()
    before = y = noise / divisor[0]
    past, states = [], []
    for i in range(len(h)):
        past.append(getattr(denoise(y * divisor[i], times[i]), quantity))
        if corrected and i == 1:  # a trapezium, from where the first step began
            y = before + h[0] * (past[1] + past[0]) / 2
        elif corrected and i > 1:
            y = before + h[i - 1] * (5 * past[i] + 8 * past[i - 1] - past[i - 2]) / 12
        before = y
        slope = past[0] if i == 0 else (3 * past[i] - past[i - 1]) / 2
        y = y + h[i] * slope
        states.append(y * divisor[i + 1])
    return states


@pytest.mark.parametrize("quantity", ["noise", "image"])
@pytest.mark.parametrize("method", ["multistep", "corrected_multistep"])
def test_multistep_is_adams_with_and_without_a_corrector(method, quantity):
    schedule = LogSNRSchedule(start=3.0, end=-3.0)
    denoise = MIXTURE.denoiser(schedule)
    start, end = torch.exp(-schedule.log_snr(torch.tensor([1.0, 0.0], dtype=torch.float64)) / 2)
    if quantity == "noise":
        ratio = torch.linspace(start, end, 6, dtype=torch.float64)
    else:
        ratio = 1 / torch.linspace(1 / start, 1 / end, 6, dtype=torch.float64)
    times = schedule.time(-2 * ratio.log()).clamp(0, 1)
    options = {"order": 2, "quantity": quantity, "coordinate": "ratio", "times": times}
    ours = SAMPLERS[method](denoise, schedule, noise_of(4), 5, **options)
    expected = by_hand(
        schedule, times, denoise, noise_of(4), quantity, corrected=method == "corrected_multistep"
    )
    for step, state in zip(ours, expected, strict=True):
        torch.testing.assert_close(step.noisy, state)


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


def test_a_prediction_completed_from_one_half_gives_back_the_noisy_image():
    rates = CosineSchedule()(torch.tensor([0.3, 0.9], dtype=torch.float64))
    noisy, half = noise_of(2), noise_of(2, seed=1)
    for complete, kept in ((samplers.from_noise, "noise"), (samplers.from_image, "image")):
        found = complete(noisy, half, rates)
        assert torch.equal(getattr(found, kept), half)
        mixed = rates.signal[:, None] * found.image + rates.noise[:, None] * found.noise
        torch.testing.assert_close(mixed, noisy)
