"""The exercises on noise, ``add_noise`` and ``cosine_schedule``, and their usual slips."""

import math
from typing import Any

import torch
from torch import Tensor

from ddimlib.exercises.checking import Exercise, Slip, rates_of, seeded
from ddimlib.forward import Rates, add_noise, spread
from ddimlib.schedules import CosineSchedule


def _add_noise_cases() -> list[tuple[Any, ...]]:
    # In the first, the batch is as long as the images are wide: rates that are not spread do not
    # stop there, they dim columns. In the second they stop. In the third there is one pair.
    return [
        (seeded(0, 4, 1, 3, 4), seeded(1, 4, 1, 3, 4), rates_of([0.95, 0.8, 0.5, 0.1])),
        (seeded(2, 3, 2, 4, 5), seeded(3, 3, 2, 4, 5), rates_of([0.9, 0.6, 0.3])),
        (seeded(4, 2, 2, 3, 3), seeded(5, 2, 2, 3, 3), rates_of(0.8)),
    ]


def _squared(images: Tensor, noise: Tensor, rates: Rates) -> Tensor:
    signal, noise_rate = spread(rates, images)
    return signal**2 * images + noise_rate**2 * noise


def _rooted(images: Tensor, noise: Tensor, rates: Rates) -> Tensor:
    signal, noise_rate = spread(rates, images)
    return signal.sqrt() * images + noise_rate.sqrt() * noise


def _whole_noise(images: Tensor, noise: Tensor, rates: Rates) -> Tensor:
    return spread(rates, images).signal * images + noise


def _whole_image(images: Tensor, noise: Tensor, rates: Rates) -> Tensor:
    return images + spread(rates, images).noise * noise


def _straight(images: Tensor, noise: Tensor, rates: Rates) -> Tensor:
    share = spread(rates, images).noise
    return (1 - share) * images + share * noise


def _only_per_image(images: Tensor, noise: Tensor, rates: Rates) -> Tensor:
    return rates.signal[:, None, None, None] * images + rates.noise[:, None, None, None] * noise


ADD_NOISE = Exercise(
    truth=add_noise,
    cases=_add_noise_cases,
    slips=[
        Slip(
            "image and noise are exchanged: the signal rate belongs to the images, the noise rate "
            "to the noise.",
            lambda images, noise, rates: add_noise(noise, images, rates),
        ),
        Slip(
            "the rates are squared: they are square roots of the shares of variance already, so "
            "use them as they are.",
            _squared,
        ),
        Slip(
            "a square root too many: the rates are square roots already (their squares add up to "
            "one), so use them as they are.",
            _rooted,
        ),
        Slip(
            "the sign of the noise is wrong: it is added.",
            lambda images, noise, rates: add_noise(images, -noise, rates),
        ),
        Slip("the noise rate is missing: multiply the noise by it.", _whole_noise),
        Slip(
            "the signal rate is missing: the images must fade while the noise comes, or the "
            "variance grows.",
            _whole_image,
        ),
        Slip(
            "you mix along a straight line, (1 - noise rate) · image: multiply the images by the "
            "signal rate, so that the variance stays one.",
            _straight,
        ),
        Slip(
            "the rates run along the width of the images: give them the shape (batch, 1, 1, 1), "
            "for example with `rates.signal.reshape(-1, 1, 1, 1)`.",
            lambda images, noise, rates: rates.signal * images + rates.noise * noise,
        ),
        Slip(
            "it is right for one rate per image and stops when there is a single rate: "
            "`rates.signal.reshape(-1, 1, 1, 1)` takes both.",
            _only_per_image,
        ),
    ],
    look_at="what each of the two rates is multiplied by",
)


MOST, LEAST = 0.95, 0.02  # the signal rates at the ends, those of the book's schedule
_schedule = CosineSchedule(LEAST, MOST)


def _by_angle(start: float, end: float) -> Any:
    def answer(t: Tensor) -> Rates:
        angle = start + t * (end - start)
        return Rates(torch.cos(angle), torch.sin(angle))

    return answer


def _straight_rate(t: Tensor) -> Rates:
    return rates_of(MOST + t * (LEAST - MOST))


COSINE_SCHEDULE = Exercise(
    truth=_schedule,
    cases=lambda: [(torch.tensor([0.0, 0.25, 0.5, 0.9, 1.0]),), (torch.tensor(0.3),)],
    parts=("the signal rate", "the noise rate"),
    slips=[
        Slip(
            "time runs backwards: t = 0 is the image, where the signal rate is 0.95, and t = 1 is "
            "noise.",
            lambda t: _schedule(1 - t),
        ),
        Slip(
            "signal and noise rate are exchanged: the cosine of the angle is the signal rate, the "
            "sine the noise rate.",
            lambda t: Rates(*reversed(_schedule(t))),
        ),
        Slip(
            "these are the squares of the rates, which are the shares of variance: leave the "
            "square out.",
            lambda t: Rates(*(rate**2 for rate in _schedule(t))),
        ),
        Slip(
            "the ends are ignored: the angle runs from acos(0.95) to acos(0.02), not from 0 to "
            "π/2.",
            _by_angle(0.0, math.pi / 2),
        ),
        Slip(
            "0.95 and 0.02 are used as angles: they are signal rates, and the angles are their "
            "arc cosines.",
            _by_angle(MOST, LEAST),
        ),
        Slip(
            "the signal rate falls on a straight line: it is the angle that grows evenly.",
            _straight_rate,
        ),
        Slip(
            "the noise rate is not 1 - signal rate: it is the squares that add up to one, so take "
            "the sine of the angle.",
            lambda t: Rates(_schedule(t).signal, 1 - _schedule(t).signal),
        ),
        Slip(
            "the noise rate is √(1 - signal rate), with a square forgotten: it is "
            "√(1 - signal rate²).",
            lambda t: Rates(_schedule(t).signal, (1 - _schedule(t).signal).sqrt()),
        ),
    ],
    look_at="the angle at t = 0 and at t = 1",
)
