"""Noise schedules: how fast an image dissolves (chapter 3).

A schedule is one falling curve, the logarithm of the signal-to-noise ratio (log-SNR) over
time, and everything else follows from it (Kingma et al. 2021, sections 3.1 and 3.2):

    ᾱ(t) = signal² = sigmoid(log-SNR)        1 - ᾱ(t) = noise² = sigmoid(-log-SNR)

so ``signal² + noise² = 1`` holds by construction, and two schedules differ only in how long
they stay at each noise level.
"""

import math
from abc import ABC, abstractmethod

import torch
import torch.nn.functional as F
from torch import Tensor

from ddimlib.checks import check_name, check_time
from ddimlib.forward import Rates


class Schedule(ABC):
    """A map from time to signal and noise rates. Subclasses define log-SNR and its inverse."""

    @abstractmethod
    def _log_snr(self, t: Tensor) -> Tensor:
        """Log-SNR at times that are already checked."""

    @abstractmethod
    def _time(self, log_snr: Tensor) -> Tensor:
        """The inverse of ``_log_snr``, which may leave [0, 1] a little by rounding."""

    def log_snr(self, t: Tensor) -> Tensor:
        """Log signal-to-noise ratio, ``log(signal² / noise²)``, falling from t = 0 to t = 1.

        Args:
            t: times in [0, 1], any shape, floating point.

        Returns:
            Shaped like ``t``.

        Raises:
            ValueError: when a time lies outside [0, 1].
        """
        return self._log_snr(check_time(t))

    def time(self, log_snr: Tensor) -> Tensor:
        """The time at which the schedule has this log-SNR; values beyond its ends are clamped."""
        log_snr = log_snr if log_snr.is_floating_point() else log_snr.float()
        return self._time(log_snr).clamp(0, 1)

    def alpha_bar(self, t: Tensor) -> Tensor:
        """ᾱ(t) = signal², the kept share of the variance (Ho et al. 2020, equation 4)."""
        return torch.sigmoid(self.log_snr(t))

    def __call__(self, t: Tensor) -> Rates:
        """Signal and noise rates, each shaped like ``t``.

        Raises:
            ValueError: when a time lies outside [0, 1].
        """
        log_snr = self.log_snr(t)
        return Rates(torch.sigmoid(log_snr).sqrt(), torch.sigmoid(-log_snr).sqrt())

    def __repr__(self) -> str:
        options = {key: value for key, value in vars(self).items() if not key.startswith("_")}
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in options.items())})"


class CosineSchedule(Schedule):
    """The angle between image and noise grows evenly: signal = cos, noise = sin.

    The reference's form of the cosine schedule of Nichol and Dhariwal (2021, equation 17):
    the angle runs from acos(max_signal_rate) to acos(min_signal_rate).

    Args:
        min_signal_rate: signal rate at t = 1, in (0, max_signal_rate).
        max_signal_rate: signal rate at t = 0, in (min_signal_rate, 1).
    """

    def __init__(self, min_signal_rate: float = 0.02, max_signal_rate: float = 0.95) -> None:
        if not 0 < min_signal_rate < max_signal_rate < 1:
            raise ValueError(
                "signal rates must satisfy 0 < min_signal_rate < max_signal_rate < 1, "
                f"got {min_signal_rate} and {max_signal_rate}"
            )
        self.min_signal_rate = min_signal_rate
        self.max_signal_rate = max_signal_rate
        self._start = math.acos(max_signal_rate)
        self._end = math.acos(min_signal_rate)

    def angle(self, t: Tensor) -> Tensor:
        """The angle whose cosine is the signal rate, in radians, shaped like ``t``."""
        return self._start + check_time(t) * (self._end - self._start)

    def _log_snr(self, t: Tensor) -> Tensor:
        return -2 * torch.log(torch.tan(self.angle(t)))

    def _time(self, log_snr: Tensor) -> Tensor:
        return (torch.atan(torch.exp(-log_snr / 2)) - self._start) / (self._end - self._start)


class LinearSchedule(Schedule):
    """Linear β over discrete steps (Ho et al. 2020, section 4), made continuous.

    ᾱ is the running product of 1 - β. The discrete values stand at equally spaced times,
    step ``i`` of ``0 … steps - 1`` at t = i / (steps - 1), and between them log ᾱ is
    interpolated linearly.

    Args:
        beta_start, beta_end: β of the first and the last step, 0 < start <= end < 1.
        steps: number of discrete steps, at least 2.
    """

    def __init__(
        self, beta_start: float = 1e-4, beta_end: float = 0.02, steps: int | float = 1000
    ) -> None:
        if not 0 < beta_start <= beta_end < 1:
            raise ValueError(
                "betas must satisfy 0 < beta_start <= beta_end < 1, "
                f"got {beta_start} and {beta_end}"
            )
        if steps < 2 or steps != int(steps):
            raise ValueError(f"a linear schedule needs at least 2 whole steps, got {steps}")
        self.beta_start = beta_start
        self.beta_end = beta_end
        self.steps = int(steps)  # a command line hands over 500.0
        betas = torch.linspace(beta_start, beta_end, self.steps, dtype=torch.float64)
        self._log_alpha_bar = torch.log1p(-betas).cumsum(0)
        self._tables: dict[torch.device, Tensor] = {}

    def _log_snr(self, t: Tensor) -> Tensor:
        table = self._table(t)
        position = t.to(table.dtype) * (self.steps - 1)
        left = position.detach().floor().clamp(max=self.steps - 2).long()
        log_alpha_bar = torch.lerp(table[left], table[left + 1], position - left)
        # log(1 - ᾱ) through expm1, which keeps its digits where ᾱ is close to 1.
        log_snr = log_alpha_bar - torch.log(-torch.expm1(log_alpha_bar))
        return log_snr.to(t.dtype)

    def _time(self, log_snr: Tensor) -> Tensor:
        table = self._table(log_snr)
        log_alpha_bar = F.logsigmoid(log_snr.to(table.dtype))
        # The table falls, and searchsorted wants it to rise.
        right = torch.searchsorted(-table, -log_alpha_bar.contiguous()).clamp(1, self.steps - 1)
        left_value, right_value = table[right - 1], table[right]
        position = right - 1 + (log_alpha_bar - left_value) / (right_value - left_value)
        return (position / (self.steps - 1)).to(log_snr.dtype)

    def _table(self, like: Tensor) -> Tensor:
        """log ᾱ on the device of ``like``, in double precision where the device has it."""
        dtype = torch.float32 if like.device.type == "mps" else torch.float64
        if like.device not in self._tables:
            self._tables[like.device] = self._log_alpha_bar.to(like.device, dtype)
        return self._tables[like.device]


class LogSNRSchedule(Schedule):
    """Log-SNR falls in a straight line (Kingma et al. 2021).

    Args:
        start: log-SNR at t = 0.
        end: log-SNR at t = 1, below ``start``.
    """

    def __init__(self, start: float = 2.5, end: float = -7.5) -> None:
        if not (math.isfinite(start) and math.isfinite(end) and start > end):
            raise ValueError(f"log-SNR must fall from start to end, got {start} and {end}")
        self.start = start
        self.end = end

    def _log_snr(self, t: Tensor) -> Tensor:
        return self.start + t * (self.end - self.start)

    def _time(self, log_snr: Tensor) -> Tensor:
        return (log_snr - self.start) / (self.end - self.start)


class RectifiedFlowSchedule(Schedule):
    """The straight line from image to noise (Liu et al. 2022c, section 2.1), scaled to the sphere.

    Rectified flow mixes ``(1 - τ) · x_0 + τ · ε``. Only the ratio of the two shares matters to
    a denoiser, so dividing both by ``√((1 - τ)² + τ²)`` makes it one more schedule with signal²
    + noise² = 1; with the target "flow", ε - x_0, it is one more target. A DDIM step is then an
    Euler step along the line.

    Args:
        start, end: the noise share τ at t = 0 and at t = 1, 0 < start < end < 1.
    """

    def __init__(self, start: float = 0.01, end: float = 0.99) -> None:
        if not 0 < start < end < 1:
            raise ValueError(f"noise shares must satisfy 0 < start < end < 1, got {start}, {end}")
        self.start = start
        self.end = end

    def _log_snr(self, t: Tensor) -> Tensor:
        return -2 * torch.logit(self.start + t * (self.end - self.start))

    def _time(self, log_snr: Tensor) -> Tensor:
        return (torch.sigmoid(-log_snr / 2) - self.start) / (self.end - self.start)


SCHEDULES: dict[str, type[Schedule]] = {
    "cosine": CosineSchedule,
    "linear": LinearSchedule,
    "log_snr": LogSNRSchedule,
    "rectified_flow": RectifiedFlowSchedule,
}


def make_schedule(name: str, **options: float) -> Schedule:
    """A schedule by name.

    Raises:
        ValueError: for an unknown name; the message lists the known ones.
    """
    return SCHEDULES[check_name(name, SCHEDULES, "schedule")](**options)
