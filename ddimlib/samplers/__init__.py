"""Samplers: from noise to an image, a few network evaluations at a time (chapters 7 and 8).

Every sampler returns an iterator of ``Step`` objects and has the same signature. It knows only a
schedule and a ``denoise`` function ``(noisy, t) -> Prediction``, so that a trained network and
an exact denoiser are interchangeable.

``ddim`` is chapter 7's room: one loop, ``walk``, that predicts, mixes image and noise again with
the rates of the next time, and yields. ``solvers`` is chapter 8's: the same walk with a better
prediction. ``times`` says where to step, ``noise`` where random numbers come from.
"""

from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch import Tensor

from ddimlib.checks import check_name
from ddimlib.diffusion import Prediction, from_image, from_noise
from ddimlib.samplers.ddim import Denoise, Step, ddim, ddpm, kept_and_fresh, walk
from ddimlib.samplers.noise import Generator, noise_like, seeded_generators, seeded_noise
from ddimlib.samplers.solvers import (
    COORDINATES,
    QUANTITIES,
    corrected_multistep,
    corrector_weights,
    dpm_solver_pp,
    heun,
    multistep,
    multistep_weights,
)
from ddimlib.samplers.times import (
    SPACINGS,
    Times,
    checked_times,
    karras_times,
    log_snr_times,
    uniform_times,
)
from ddimlib.schedules import LogSNRSchedule, Schedule

SAMPLERS: dict[str, Callable[..., Iterator[Step]]] = {
    "ddim": ddim,
    "ddpm": ddpm,
    "heun": heun,
    "multistep": multistep,
    "corrected_multistep": corrected_multistep,
    "dpm_solver_pp": dpm_solver_pp,
}


def sample(
    denoise: Denoise,
    schedule: Schedule,
    noise: Tensor,
    method: str = "ddim",
    steps: int = 20,
    generator: Generator = None,
    **options: Any,
) -> Tensor:
    """Run a sampler to its end and return the last step's predicted image.

    Args:
        method: the name of a sampler.
        options: passed on to it, for example ``eta=0.5``.

    Returns:
        Images shaped like ``noise``, still standardised.

    Raises:
        ValueError: for an unknown method; the message lists the known ones.
    """
    sampler = SAMPLERS[check_name(method, SAMPLERS, "sampler")]
    with torch.no_grad():
        for step in sampler(denoise, schedule, noise, steps, generator=generator, **options):
            image = step.prediction.image
    return image


# --- What a sample costs -----------------------------------------------------------------------


class Counted:
    """A denoiser that counts how often it was evaluated (NFE).

    ``denoise = Counted(denoise)`` goes wherever ``denoise`` went; ``denoise.evaluations`` tells.
    """

    def __init__(self, denoise: Denoise) -> None:
        self.denoise = denoise
        self.evaluations = 0

    def __call__(self, noisy: Tensor, t: Tensor) -> Prediction:
        self.evaluations += 1
        return self.denoise(noisy, t)


def evaluations(method: str, steps: int, **options: Any) -> int:
    """How many network evaluations a sampler needs: counted, in a run on a single number."""
    counted = Counted(lambda noisy, t: Prediction(noisy, noisy))
    sample(counted, LogSNRSchedule(), torch.zeros(1, 1), method, steps, torch.zeros_like, **options)
    return counted.evaluations


def steps_within(budget: int, method: str, **options: Any) -> int:
    """The largest number of steps that needs at most ``budget`` network evaluations.

    Raises:
        ValueError: when not even one step fits.
    """
    for steps in range(budget, 0, -1):
        if evaluations(method, steps, **options) <= budget:
            return steps
    raise ValueError(
        f"one step of {method} needs {evaluations(method, 1, **options)} evaluations, "
        f"more than the budget of {budget}"
    )
