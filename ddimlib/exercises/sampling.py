"""The exercises on sampling, ``ddim_step`` and ``guide``, and their usual slips."""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from ddimlib.diffusion import Prediction, from_noise
from ddimlib.exercises.checking import Exercise, Slip, rates_of, seeded
from ddimlib.forward import Rates
from ddimlib.guidance import extrapolate
from ddimlib.samplers import kept_and_fresh


def ddim_step(
    noisy: Tensor,
    predicted_noise: Tensor,
    here: Rates,
    there: Rates,
    eta: float = 0.0,
    fresh_noise: Tensor | None = None,
) -> Tensor:
    """One step of DDIM, made of the library's parts: Song et al. (2020a), equation 12.

    Args:
        noisy: ``(batch, …)``, the noisy images here.
        predicted_noise: what the network takes for their noise, of the same shape.
        here, there: the rates before and after the step, a number each.
        eta: in [0, 1]: how much of the noise is drawn afresh.
        fresh_noise: standard normal, shaped like ``noisy``; needed where ``eta`` is not 0.
    """
    image = from_noise(noisy, predicted_noise, here).image
    kept, fresh = kept_and_fresh(here, there, eta)
    return _mix(image, predicted_noise, there.signal, kept, fresh, fresh_noise)


def _mix(
    image: Tensor,
    noise: Tensor,
    signal: Tensor,
    kept: Tensor,
    fresh: Tensor,
    fresh_noise: Tensor | None,
) -> Tensor:
    mixed = signal * image + kept * noise
    return mixed if fresh_noise is None else mixed + fresh * fresh_noise


def _cases() -> list[tuple[Any, ...]]:
    noisy, noise, fresh = seeded(0, 2, 1, 3, 3), seeded(1, 2, 1, 3, 3), seeded(2, 2, 1, 3, 3)
    clean = Rates(torch.tensor(1.0), torch.tensor(0.0))
    return [
        (noisy, noise, rates_of(0.3), rates_of(0.7)),
        (noisy, noise, rates_of(0.8), clean),
        (noisy, noise, rates_of(0.3), rates_of(0.7), 0.5, fresh),
        (noisy, noise, rates_of(0.5), rates_of(0.8), 1.0, fresh),
    ]


def _slip(
    sentence: str,
    image: Callable[[Tensor, Tensor, Rates, Rates], Tensor] | None = None,
    kept_fresh: Callable[[Rates, Rates, float], tuple[Tensor, Tensor]] = kept_and_fresh,
    signal: Callable[[Rates, Rates], Tensor] = lambda here, there: there.signal,
) -> Slip:
    """A step with another image, other rates of the noises, or another rate of the image."""

    def answer(
        noisy: Tensor,
        noise: Tensor,
        here: Rates,
        there: Rates,
        eta: float = 0.0,
        fresh_noise: Tensor | None = None,
    ) -> Tensor:
        guess = from_noise(noisy, noise, here).image
        if image is not None:
            guess = image(noisy, noise, here, there)
        kept, fresh = kept_fresh(here, there, eta)
        return _mix(guess, noise, signal(here, there), kept, fresh, fresh_noise)

    return Slip(sentence, answer)


def _fresh(here: Rates, there: Rates) -> Tensor:
    return kept_and_fresh(here, there, 1.0)[1]


def _kept(there: Rates, fresh: Tensor) -> Tensor:
    return (there.noise**2 - fresh**2).clamp(min=0).sqrt()


def _of(there: Rates, fresh: Tensor) -> tuple[Tensor, Tensor]:
    return _kept(there, fresh), fresh


DDIM_STEP = Exercise(
    truth=ddim_step,
    cases=_cases,
    slips=[
        _slip(
            "η is ignored: a part of the predicted noise must give way to fresh noise "
            "where eta is not 0.",
            kept_fresh=lambda here, there, eta: (there.noise, torch.zeros(())),
        ),
        _slip(
            "the step does not move: you mix with the rates of `here` again; mix with those of "
            "`there`.",
            kept_fresh=lambda here, there, eta: kept_and_fresh(here, here, eta),
            signal=lambda here, there: here.signal,
        ),
        _slip(
            "the predicted image is taken out with the rates of `there`: `noisy` stands at `here`, "
            "so its rates take it apart.",
            image=lambda noisy, noise, here, there: from_noise(noisy, noise, there).image,
        ),
        Slip(
            "`here` and `there` are exchanged: the step leads from `here`, where there is more "
            "noise, to `there`.",
            lambda noisy, noise, here, there, eta=0.0, fresh_noise=None: ddim_step(
                noisy, noise, there, here, eta, fresh_noise
            ),
        ),
        _slip(
            "the predicted image is not divided by the signal rate: solve "
            "noisy = signal · image + noise rate · noise for the image.",
            image=lambda noisy, noise, here, there: noisy - here.noise * noise,
        ),
        _slip(
            "a sign is wrong where the image is taken out: the noise must be subtracted from "
            "`noisy`.",
            image=lambda noisy, noise, here, there: from_noise(noisy, -noise, here).image,
        ),
        _slip(
            "`noisy` is mixed again as if it were the image: take the predicted noise out of it "
            "first.",
            image=lambda noisy, noise, here, there: noisy,
        ),
        Slip(
            "signal and noise rate are exchanged where you mix again: the signal rate belongs to "
            "the image.",
            lambda noisy, noise, here, there, eta=0.0, fresh_noise=None: ddim_step(
                noisy, noise, here, Rates(there.noise, there.signal), eta, fresh_noise
            ),
        ),
        _slip(
            "fresh noise comes on top: make room for it, so that kept² + fresh² is still the "
            "square of the noise rate.",
            kept_fresh=lambda here, there, eta: (there.noise, eta * _fresh(here, there)),
        ),
        _slip(
            "the room for fresh noise is made without squares: it is kept² + fresh² that must be "
            "the noise rate squared, not kept + fresh.",
            kept_fresh=lambda here, there, eta: (
                there.noise - eta * _fresh(here, there),
                eta * _fresh(here, there),
            ),
        ),
        _slip(
            "a square root is forgotten: kept = √(noise rate² - fresh²).",
            kept_fresh=lambda here, there, eta: (
                there.noise**2 - (eta * _fresh(here, there)) ** 2,
                eta * _fresh(here, there),
            ),
        ),
        _slip(
            "a square root is forgotten in the rate of the fresh noise: it ends with "
            "√(1 - (signal here / signal there)²).",
            kept_fresh=lambda here, there, eta: _of(
                there,
                eta * there.noise / here.noise * (1 - (here.signal / there.signal) ** 2),
            ),
        ),
        _slip(
            "fresh noise gets the rate η itself: it is η · (noise there / noise here) · "
            "√(1 - (signal here / signal there)²).",
            kept_fresh=lambda here, there, eta: _of(there, torch.as_tensor(eta)),
        ),
    ],
    look_at="which rates (of `here` or of `there`) each line uses",
)


def guide(without: Tensor, told: Tensor, scale: float) -> Tensor:
    """Classifier-free guidance of two predicted noises: Ho and Salimans (2022), equation 6."""
    return extrapolate(Prediction(without, without), Prediction(told, told), scale).noise


GUIDE = Exercise(
    truth=guide,
    cases=lambda: [
        (seeded(0, 2, 1, 3, 3), seeded(1, 2, 1, 3, 3), scale) for scale in (3.0, 0.4, 1.0, 0.0)
    ],
    slips=[
        Slip(
            "the two predictions are exchanged: start at `without`, and go towards `told`.",
            lambda without, told, scale: guide(told, without, scale),
        ),
        Slip(
            "scale counts from `told`: start at `without`, so that a scale of 1 gives `told`.",
            lambda without, told, scale: guide(without, told, 1 + scale),
        ),
        Slip(
            "the sign of the difference is wrong: `told - without` leads towards the class.",
            lambda without, told, scale: guide(without, told, -scale),
        ),
        Slip(
            "the start is missing: add the scaled difference to `without`.",
            lambda without, told, scale: scale * (told - without),
        ),
        Slip(
            "`without` is not subtracted: scale the difference `told - without`.",
            lambda without, told, scale: without + scale * told,
        ),
        Slip(
            "scale is ignored: multiply the difference by it.",
            lambda without, told, scale: told,
        ),
        Slip(
            "this is the mean of the two: guidance goes from `without` past `told`.",
            lambda without, told, scale: (without + told) / 2,
        ),
    ],
    look_at="where it starts, and in which direction it goes",
)
