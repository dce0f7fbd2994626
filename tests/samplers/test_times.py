"""Where samplers step: every spacing is equal in what it is named after."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from ddimlib import samplers
from ddimlib.samplers import SPACINGS
from ddimlib.schedules import SCHEDULES, CosineSchedule, LogSNRSchedule
from tests.samplers.exact import MIXTURE, noise_of


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


def test_a_spacing_with_rho_below_one_is_refused():
    with pytest.raises(ValueError, match="rho must be at least 1"):
        samplers.karras_times(CosineSchedule(), 5, rho=0.5)


@pytest.mark.parametrize("n", [2, 5, 20])
def test_the_reference_s_steps_are_one_evaluation_fewer_with_both_ends_included(n):
    """It divides [1, 0] into n values, and evaluates at all but the last of them."""
    schedule, seen = CosineSchedule(), []
    exact = MIXTURE.denoiser(schedule)

    def denoise(noisy, t):
        seen.append(t.item())
        return exact(noisy, t)

    times = samplers.reference_times(n)
    assert times.dtype == torch.float64
    found = samplers.sample(denoise, schedule, noise_of(3), steps=n - 1, times=times)
    assert seen == pytest.approx([1 - i / (n - 1) for i in range(n - 1)])
    assert seen[-1] == pytest.approx(1 / (n - 1))
    # What comes out is the last predicted image.
    *_, before, _ = [noise_of(3), *samplers.ddim(exact, schedule, noise_of(3), n - 1, times=times)]
    before = before if isinstance(before, torch.Tensor) else before.noisy
    torch.testing.assert_close(found, exact(before, torch.tensor(seen[-1])).image)


def test_the_reference_needs_two_times():
    with pytest.raises(ValueError, match="both ends, got 1 times"):
        samplers.reference_times(1)


def test_times_may_be_named_given_or_left_out():
    schedule, noise = CosineSchedule(), torch.zeros(1)
    given = torch.tensor([0.9, 0.5, 0.1])
    torch.testing.assert_close(samplers.checked_times(schedule, 2, given, noise), given.double())
    named = samplers.checked_times(schedule, 4, "karras", noise)
    torch.testing.assert_close(named, samplers.karras_times(schedule, 4))
    equal = torch.tensor([1.0, 0.75, 0.5, 0.25, 0.0], dtype=torch.float64)
    assert torch.equal(samplers.checked_times(schedule, 4, None, noise), equal)
