"""Where to step: times that fall from 1 to 0, spaced by time, log-SNR or noise (chapter 8)."""

import math
from collections.abc import Callable

import torch
from torch import Tensor

from ddimlib.checks import check_name, check_time
from ddimlib.schedules import Schedule

#: Falling times, the name of a spacing, or None for equal steps.
Times = Tensor | str | None


def uniform_times(schedule: Schedule, steps: int) -> Tensor:
    """Times from 1 to 0 in equal steps: ``(steps + 1,)``, float64."""
    return torch.linspace(1, 0, steps + 1, dtype=torch.float64)


def log_snr_times(schedule: Schedule, steps: int) -> Tensor:
    """Times from 1 to 0 in equal steps of log-SNR (Lu et al. 2022a)."""
    start, end = _log_snr_ends(schedule)
    return _pinned(schedule.time(torch.linspace(start, end, steps + 1, dtype=torch.float64)))


def karras_times(schedule: Schedule, steps: int, rho: float = 7.0) -> Tensor:
    """Times from 1 to 0 in equal steps of ``(noise / signal) ** (1 / rho)``.

    Karras et al. (2022), equation 5. ``rho`` of 1 makes equal steps of noise / signal; the
    larger it is, the more of them are spent where little noise is left.

    Raises:
        ValueError: for rho < 1.
    """
    if not rho >= 1:
        raise ValueError(f"rho must be at least 1, got {rho}")
    start, end = (math.exp(-log_snr / (2 * rho)) for log_snr in _log_snr_ends(schedule))
    ratio = torch.linspace(start, end, steps + 1, dtype=torch.float64) ** rho
    return _pinned(schedule.time(-2 * ratio.log()))


SPACINGS: dict[str, Callable[..., Tensor]] = {
    "uniform": uniform_times,
    "log_snr": log_snr_times,
    "karras": karras_times,
}


def checked_times(schedule: Schedule, steps: int, times: Times, noise: Tensor) -> Tensor:
    """Checked times on the device of the noise; in double precision, whatever the images are in."""
    if steps < 1:
        raise ValueError(f"a sampler needs at least one step, got steps={steps}")
    if times is None:
        times = "uniform"
    if isinstance(times, str):
        times = SPACINGS[check_name(times, SPACINGS, "spacing of times")](schedule, steps)
    dtype = torch.float32 if noise.device.type == "mps" else torch.float64
    times = check_time(torch.as_tensor(times).to(noise.device, dtype))
    if times.shape != (steps + 1,) or not (times.diff() < 0).all():
        raise ValueError(
            f"times must be {steps + 1} falling numbers for {steps} steps, got {times.tolist()}"
        )
    return times


def _log_snr_ends(schedule: Schedule) -> list[float]:
    return schedule.log_snr(torch.tensor([1.0, 0.0], dtype=torch.float64)).tolist()


def _pinned(times: Tensor) -> Tensor:
    """The same times with the ends exactly at 1 and 0, which rounding may have missed."""
    times[0], times[-1] = 1, 0
    return times
