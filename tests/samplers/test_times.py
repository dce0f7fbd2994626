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


def test_a_rho_of_one_makes_equal_steps_of_noise_over_signal():
    schedule = LogSNRSchedule()
    for rho in (1.0, 1.5):
        times = samplers.karras_times(schedule, 5, rho)
        step = (torch.exp(-schedule.log_snr(times) / 2) ** (1 / rho)).diff()
        torch.testing.assert_close(step, step.mean().expand(5), rtol=1e-6, atol=1e-8)


def test_a_spacing_with_rho_below_one_is_refused():
    with pytest.raises(ValueError, match="rho must be at least 1"):
        samplers.karras_times(CosineSchedule(), 5, rho=0.5)


def test_times_may_be_named_given_or_left_out():
    schedule, noise = CosineSchedule(), torch.zeros(1)
    given = torch.tensor([0.9, 0.5, 0.1])
    torch.testing.assert_close(samplers.checked_times(schedule, 2, given, noise), given.double())
    named = samplers.checked_times(schedule, 4, "karras", noise)
    torch.testing.assert_close(named, samplers.karras_times(schedule, 4))
    equal = torch.tensor([1.0, 0.75, 0.5, 0.25, 0.0], dtype=torch.float64)
    assert torch.equal(samplers.checked_times(schedule, 4, None, noise), equal)
