"""DDIM: predict, mix again with the rates of the next time, yield (chapter 7).

``walk`` is the loop of all samplers, ``kept_and_fresh`` what η does in it.
"""

import itertools
from collections.abc import Callable, Iterator
from typing import NamedTuple

from torch import Tensor

from ddimlib.checks import check_name
from ddimlib.diffusion import Prediction
from ddimlib.forward import Rates, add_noise, onward
from ddimlib.samplers.noise import Generator, noise_like
from ddimlib.samplers.times import Times, checked_times
from ddimlib.schedules import Schedule

Denoise = Callable[[Tensor, Tensor], Prediction]


class Step(NamedTuple):
    """One step of a sampler: the state just reached, its time, and the prediction it used.

    ``noisy`` is ``prediction`` mixed with the rates of ``time`` (plus fresh noise, if any).
    """

    time: float
    noisy: Tensor
    prediction: Prediction


def kept_and_fresh(
    here: Rates,
    there: Rates,
    eta: float,
) -> tuple[Tensor, Tensor]:
    """How much of the predicted noise a step keeps, and how much it draws afresh.

    Song et al. (2020a), equations 12 and 16: ``fresh`` is their σ, η times the standard deviation
    of the noisy image there, given the image and the noisy image here. What is kept makes up the
    noise rate: ``kept² + fresh² = there.noise²``.

    Args:
        here, there: rates before the step and after it; there is less noise there.
        eta: in [0, 1]: 0 keeps all (DDIM), 1 is the ancestral sampler (DDPM).
    """
    if eta == 0:  # also where there is no noise to divide by
        return there.noise, there.noise * 0
    fresh = eta * there.noise / here.noise * onward(there, here).noise
    kept = (there.noise**2 - fresh**2).clamp(min=0).sqrt()
    return kept, fresh


def walk(
    predict: Callable[[Tensor, int], Prediction],
    schedule: Schedule,
    noise: Tensor,
    times: Tensor,
    eta: float = 0.0,
    generator: Generator = None,
) -> Iterator[Step]:
    """The loop of every sampler: predict, mix again with the rates of the next time, yield.

    Args:
        predict: ``(noisy, i) -> Prediction`` for step ``i``, from ``times[i]`` to ``times[i + 1]``.
        noise: the start, ``(batch, …)``, at ``times[0]``.
        times: one more than there are steps. When they rise, an image is carried to its noise.
        eta: how much of the noise is drawn afresh, see ``kept_and_fresh``.
        generator: where fresh noise is drawn from.
    """
    noisy = noise
    for i, (now, then) in enumerate(itertools.pairwise(times)):
        prediction = predict(noisy, i)
        here, there = schedule(now), schedule(then)
        kept, fresh = kept_and_fresh(here, there, eta)
        rates = Rates(there.signal, kept)
        noisy = add_noise(prediction.image, prediction.noise, rates)
        if eta > 0:
            noisy = noisy + fresh.to(noisy) * noise_like(noisy, generator)
        yield Step(then.item(), noisy, prediction)


def ddim(
    denoise: Denoise,
    schedule: Schedule,
    noise: Tensor,
    steps: int = 20,
    *,
    eta: float = 0.0,
    times: Times = None,
    generator: Generator = None,
) -> Iterator[Step]:
    """Denoising diffusion implicit models: Song et al. (2020a), equation 12. First order.

    Predict image and noise, then mix them again with the rates of the next time; ``eta``
    replaces a part of the predicted noise by fresh noise.

    Args:
        denoise: ``(noisy, t) -> Prediction``.
        schedule: the noise schedule that ``denoise`` was made for.
        noise: the start, ``(batch, …)``, standard normal.
        steps: number of steps, each one evaluation of ``denoise``.
        eta: in [0, 1]: 0 is deterministic (DDIM), 1 is the ancestral sampler (DDPM).
        times: ``steps + 1`` falling times, or the name of a spacing ("uniform", "log_snr",
            "karras"), instead of equally spaced ones from 1 to 0.
        generator: where fresh noise is drawn from: one, one per image, or a function that
            returns noise shaped like its argument.

    Returns:
        An iterator of ``steps`` steps; the last has time 0, or the last of ``times``.

    Raises:
        ValueError: for steps < 1, eta outside [0, 1], or times that do not fall.
    """
    check_eta(eta)
    times = checked_times(schedule, steps, times, noise)
    return walk(lambda noisy, i: denoise(noisy, times[i]), schedule, noise, times, eta, generator)


def check_eta(eta: float) -> None:
    """Refuse an η outside [0, 1]."""
    if not 0 <= eta <= 1:
        raise ValueError(f"eta must be in [0, 1] (0 is DDIM, 1 is DDPM), got {eta}")


def ddpm(
    denoise: Denoise,
    schedule: Schedule,
    noise: Tensor,
    steps: int = 20,
    *,
    variance: str = "small",
    times: Times = None,
    generator: Generator = None,
) -> Iterator[Step]:
    """Ancestral sampling: Ho et al. (2020), algorithm 2, as the η = 1 case of ``ddim``.

    Args:
        variance: "small" is the variance of the posterior given the image (β̃), "large"
            that of the forward step (β): Ho et al. (2020), section 3.2; σ̂ in Song et al.
            (2020a), section 5. The last step has no added noise when it is "large".

    The other arguments, and what is returned and raised, are those of ``ddim``.
    """
    check_name(variance, ("small", "large"), "variance")
    if variance == "small":
        return ddim(denoise, schedule, noise, steps, eta=1.0, times=times, generator=generator)
    times = checked_times(schedule, steps, times, noise)
    return _with_large_variance(denoise, schedule, noise, times, generator)


def _with_large_variance(
    denoise: Denoise, schedule: Schedule, noise: Tensor, times: Tensor, generator: Generator
) -> Iterator[Step]:
    """Keep what η = 1 keeps, and add all the noise that the forward process adds on the way."""
    noisy = noise
    for now, then in itertools.pairwise(times):
        prediction = denoise(noisy, now)
        here, there = schedule(now), schedule(then)
        kept, _ = kept_and_fresh(here, there, eta=1.0)
        noisy = add_noise(prediction.image, prediction.noise, Rates(there.signal, kept))
        if then > times[-1]:  # nothing is added at the end, where no step would take it off
            added = onward(there, here).noise
            noisy = noisy + added.to(noisy) * noise_like(noisy, generator)
        yield Step(then.item(), noisy, prediction)
