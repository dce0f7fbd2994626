"""Samplers: from noise to an image, a few network evaluations at a time (chapters 7 and 8).

Every sampler returns an iterator of ``Step`` objects and has the same signature. It knows only a
schedule and a ``denoise`` function ``(noisy, t) -> Prediction``, so that a trained network and
an exact denoiser are interchangeable.

Every sampler is the DDIM step with a better prediction. One loop, ``_walk``, asks for a
prediction, mixes its image and noise again with the rates of the next time, and yields. What
differs is where the prediction comes from: one evaluation (``ddim``, ``ddpm``), two (``heun``),
or this evaluation and earlier ones (``multistep``, ``dpm_solver_pp``).
"""

import itertools
import math
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor

from ddimlib.checks import check_name, check_time
from ddimlib.diffusion import Prediction
from ddimlib.forward import Rates, add_noise, spread
from ddimlib.schedules import LogSNRSchedule, Schedule

Denoise = Callable[[Tensor, Tensor], Prediction]
Generator = torch.Generator | Sequence[torch.Generator] | None
Times = Tensor | str | None


class Step(NamedTuple):
    """One step of a sampler: the state just reached, its time, and the prediction it used.

    ``noisy`` is ``prediction`` mixed with the rates of ``time`` (plus fresh noise, if any).
    """

    time: float
    noisy: Tensor
    prediction: Prediction


# --- The samplers ------------------------------------------------------------------------------


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
    """Denoising diffusion implicit models: Song et al. (2020), equation 12. First order.

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
        generator: where fresh noise is drawn from: one, or one per image.

    Returns:
        An iterator of ``steps`` steps; the last has time 0.

    Raises:
        ValueError: for steps < 1, eta outside [0, 1], or times that do not fall.
    """
    times = checked_times(schedule, steps, times, noise)

    def predict(noisy: Tensor, i: int) -> Prediction:
        return denoise(noisy, times[i])

    return _walk(predict, schedule, noise, times, _posterior(eta), generator)


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
            (2020), section 5. The last step has no added noise when it is "large".

    The other arguments, and what is returned and raised, are those of ``ddim``.
    """
    check_name(variance, ("small", "large"), "variance")
    times = checked_times(schedule, steps, times, noise)

    def predict(noisy: Tensor, i: int) -> Prediction:
        return denoise(noisy, times[i])

    fresh_noise = _posterior(1.0) if variance == "small" else _forward_step
    return _walk(predict, schedule, noise, times, fresh_noise, generator)


def heun(
    denoise: Denoise,
    schedule: Schedule,
    noise: Tensor,
    steps: int = 20,
    *,
    times: Times = None,
    generator: Generator = None,
) -> Iterator[Step]:
    """Heun's method: Karras et al. (2022), algorithm 1, in the book's rates. Second order.

    Take the DDIM step on trial, predict again where it leads, go back, and take the step with
    the mean of both predicted noises. Two evaluations a step and one in the last, which starts
    where little noise is left: ``2 · steps - 1`` in all. ``generator`` is not used.

    The other arguments, and what is returned and raised, are those of ``ddim``.
    """
    times = checked_times(schedule, steps, times, noise)

    def predict(noisy: Tensor, i: int) -> Prediction:
        first = denoise(noisy, times[i])
        if i == steps - 1:
            return first
        trial = add_noise(first.image, first.noise, schedule(times[i + 1]))
        second = denoise(trial, times[i + 1])
        return from_noise(noisy, (first.noise + second.noise) / 2, schedule(times[i]))

    return _walk(predict, schedule, noise, times)


def multistep(
    denoise: Denoise,
    schedule: Schedule,
    noise: Tensor,
    steps: int = 20,
    *,
    order: int = 4,
    start: str = "runge_kutta",
    quantity: str = "noise",
    coordinate: str = "time",
    corrector: bool = False,
    times: Times = None,
    generator: Generator = None,
) -> Iterator[Step]:
    """Adams-Bashforth: the DDIM step with a weighted mean of the last predictions. Order 1 to 5.

    A polynomial through the last ``order`` predicted noises is integrated over the step (Hairer
    et al. 1993, section III.1, with unequal steps), as in PNDM (Liu et al. 2022, equation 12),
    whose fixed weights 55, -59, 37, -9 (over 24) are those of equal steps. One evaluation a step.

    Args:
        order: 1 (which is ``ddim``) to 5.
        start: how to begin while there are fewer than ``order`` predictions. "runge_kutta"
            takes those steps with the classical method of order 4, as PNDM does, for three
            more evaluations each; "lower_orders" takes what there is, at no cost, which is
            better for few steps, but in the long run leaves the whole at second order.
        quantity: which prediction the polynomial goes through, "noise" or "image".
        coordinate: what it is a polynomial in. "ratio" is noise / signal for the noise, the
            variable of the ODE, and signal / noise for the image. "time" is tAB-DEIS (Zhang
            and Chen 2022, equation 14). "log_snr" with ``quantity="image"`` and ``order=3``
            is DPM-Solver++(3M).
        corrector: with each new prediction, take the last step again with a polynomial that
            goes through it as well (Zhao et al. 2023, algorithm 1: UniC), at no cost.

    ``generator`` is not used. The other arguments, and what is returned, are those of ``ddim``.

    Raises:
        ValueError: for an order outside 1 … 5, or an unknown name.
    """
    if order not in range(1, 6):
        raise ValueError(f"order must be 1, 2, 3, 4 or 5, got {order}")
    check_name(start, ("runge_kutta", "lower_orders"), "start")
    times = checked_times(schedule, steps, times, noise)
    weights = multistep_weights(schedule, times, order, quantity, coordinate)
    again = multistep_weights(schedule, times, order, quantity, coordinate, corrector=True)
    complete = from_noise if quantity == "noise" else from_image
    past: deque[Tensor] = deque(maxlen=order + 1)  # the newest first
    before = noise  # the state at the start of the last step

    def predict(noisy: Tensor, i: int) -> Prediction:
        nonlocal before
        past.appendleft(_quantity(denoise(noisy, times[i]), quantity))
        here = schedule(times[i])
        if corrector and i > 0:
            better = complete(before, _weighted(again[i - 1], past), schedule(times[i - 1]))
            noisy = add_noise(better.image, better.noise, here)
        before = noisy
        if start == "runge_kutta" and i < order - 1:
            return complete(noisy, runge_kutta(noisy, i), here)
        return complete(noisy, _weighted(weights[i], past), here)

    def runge_kutta(noisy: Tensor, i: int) -> Tensor:
        here, middle, there = (
            times[i],
            _middle(schedule, times[i], times[i + 1], quantity),
            times[i + 1],
        )

        def look(value: Tensor, t: Tensor) -> Tensor:
            step = complete(noisy, value, schedule(here))
            return _quantity(denoise(add_noise(step.image, step.noise, schedule(t)), t), quantity)

        first = past[0]
        second = look(first, middle)
        third = look(second, middle)
        fourth = look(third, there)
        return (first + 2 * second + 2 * third + fourth) / 6

    return _walk(predict, schedule, noise, times)


def dpm_solver_pp(
    denoise: Denoise,
    schedule: Schedule,
    noise: Tensor,
    steps: int = 20,
    *,
    eta: float = 0.0,
    times: Times = None,
    generator: Generator = None,
) -> Iterator[Step]:
    """DPM-Solver++(2M): Lu et al. (2022b), algorithm 2. Second order.

    The DDIM step with an image that is extrapolated, in log-SNR, from the last two predicted
    ones to the middle of the step. One evaluation a step.

    Args:
        eta: in [0, 1]: 0 solves the ODE; 1 is the SDE form of the same paper (appendix,
            SDE-DPM-Solver++(2M)), whose fresh noise is exactly that of ``ddim`` with η = 1.

    The other arguments, and what is returned and raised, are those of ``ddim``.
    """
    times = checked_times(schedule, steps, times, noise)
    log_snr = schedule.log_snr(times)
    last: Tensor | None = None

    def predict(noisy: Tensor, i: int) -> Prediction:
        nonlocal last
        prediction, before = denoise(noisy, times[i]), last
        last = prediction.image
        if before is None:
            return prediction
        step, last_step = log_snr[i + 1] - log_snr[i], log_snr[i] - log_snr[i - 1]
        half = (step / (2 * last_step)).to(noisy)
        image = (1 + half) * prediction.image - half * before
        return from_image(noisy, image, schedule(times[i]))

    return _walk(predict, schedule, noise, times, _posterior(eta), generator)


SAMPLERS: dict[str, Callable[..., Iterator[Step]]] = {
    "ddim": ddim,
    "ddpm": ddpm,
    "heun": heun,
    "multistep": multistep,
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
    sample(counted, LogSNRSchedule(), torch.zeros(1, 1), method, steps, **options)
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


# --- Where to step -----------------------------------------------------------------------------


def uniform_times(schedule: Schedule, steps: int) -> Tensor:
    """Times from 1 to 0 in equal steps: ``(steps + 1,)``, float64."""
    return torch.linspace(1, 0, steps + 1, dtype=torch.float64)


def log_snr_times(schedule: Schedule, steps: int) -> Tensor:
    """Times from 1 to 0 in equal steps of log-SNR (Lu et al. 2022a, section 3.4)."""
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


def _log_snr_ends(schedule: Schedule) -> list[float]:
    return schedule.log_snr(torch.tensor([1.0, 0.0], dtype=torch.float64)).tolist()


def _pinned(times: Tensor) -> Tensor:
    """The same times with the ends exactly at 1 and 0, which rounding may have missed."""
    times[0], times[-1] = 1, 0
    return times


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


# --- The one loop ------------------------------------------------------------------------------

#: Rates here and there, and whether there is the end -> noise rates that are kept and drawn fresh.
FreshNoise = Callable[[Rates, Rates, bool], tuple[Tensor, Tensor]]


def _walk(
    predict: Callable[[Tensor, int], Prediction],
    schedule: Schedule,
    noise: Tensor,
    times: Tensor,
    fresh_noise: FreshNoise | None = None,
    generator: Generator = None,
) -> Iterator[Step]:
    """Predict, mix again with the rates of the next time, yield; until the last time."""
    noisy = noise
    for i, (now, then) in enumerate(itertools.pairwise(times)):
        prediction = predict(noisy, i)
        rates = schedule(then)
        if fresh_noise is None:
            noisy = add_noise(prediction.image, prediction.noise, rates)
        else:
            kept, fresh = fresh_noise(schedule(now), rates, i == len(times) - 2)
            noisy = add_noise(prediction.image, prediction.noise, Rates(rates.signal, kept))
            noisy = noisy + fresh.to(noisy) * noise_like(noise, generator)
        yield Step(then.item(), noisy, prediction)


def _posterior(eta: float) -> FreshNoise | None:
    """σ(η) of Song et al. (2020), equation 16: η times the posterior's standard deviation."""
    if not 0 <= eta <= 1:
        raise ValueError(f"eta must be in [0, 1] (0 is DDIM, 1 is DDPM), got {eta}")
    if eta == 0:
        return None

    def fresh_noise(here: Rates, there: Rates, last: bool) -> tuple[Tensor, Tensor]:
        fresh = eta * there.noise / here.noise * _added(here, there)
        return (there.noise**2 - fresh**2).clamp(min=0).sqrt(), fresh

    return fresh_noise


def _forward_step(here: Rates, there: Rates, last: bool) -> tuple[Tensor, Tensor]:
    """All the noise that the forward process adds between two times, but none in the last step."""
    added = _added(here, there)
    small = there.noise / here.noise * added
    kept = (there.noise**2 - small**2).clamp(min=0).sqrt()
    return kept, torch.zeros_like(added) if last else added


def _added(here: Rates, there: Rates) -> Tensor:
    """√(1 - ᾱ_t / ᾱ_s), the standard deviation of the forward step from ``there`` to ``here``."""
    return (1 - (here.signal / there.signal) ** 2).clamp(min=0).sqrt()


# --- The mathematics of multistep --------------------------------------------------------------

QUANTITIES = ("noise", "image")
COORDINATES = ("ratio", "log_snr", "time")


def multistep_weights(
    schedule: Schedule,
    times: Tensor,
    order: int,
    quantity: str = "noise",
    coordinate: str = "time",
    *,
    corrector: bool = False,
) -> list[Tensor]:
    """The weights with which ``multistep`` averages its predictions, one row a step.

    Between two times the ODE moves noisy / signal by the integral of the predicted noise over
    noise / signal (and noisy / noise by that of the predicted image over signal / noise). Its
    mean over the step is that of the polynomial through the known predictions, and the weight
    of each is the mean of its Lagrange polynomial. Schedule and times are all that it takes.

    Args:
        times: ``(steps + 1,)``, falling.
        order, quantity, coordinate: see ``multistep``.
        corrector: the weights for taking a step again, with the prediction at its end known.

    Returns:
        For step ``i`` the weights of the predictions at times i, i - 1, … (with
        ``corrector``, at times i + 1, i, i - 1, …), as many as there are; they sum to 1.

    Raises:
        ValueError: for an unknown quantity or coordinate.
    """
    check_name(quantity, QUANTITIES, "quantity")
    check_name(coordinate, COORDINATES, "coordinate")
    log_snr = schedule.log_snr(times.to("cpu", torch.float64))

    def ratio(log_snr: Tensor) -> Tensor:
        return torch.exp(-log_snr / 2 if quantity == "noise" else log_snr / 2)

    position = {"ratio": ratio, "log_snr": lambda x: x, "time": schedule.time}[coordinate]
    points, quadrature = (torch.from_numpy(a) for a in np.polynomial.legendre.leggauss(16))

    rows = []
    for i in range(len(times) - 1):
        newest = i + 1 if corrector else i
        known = position(log_snr[max(0, i - order + 1) : newest + 1].flip(0))
        # Gauss-Legendre quadrature in log-SNR; the ratio's differential is ratio · d log-SNR.
        inside = log_snr[i] + (log_snr[i + 1] - log_snr[i]) * (points + 1) / 2
        share = quadrature * ratio(inside)
        share = share / share.sum()
        rows.append(torch.stack([share @ basis for basis in _lagrange(known, position(inside))]))
    return rows


def _lagrange(nodes: Tensor, at: Tensor) -> list[Tensor]:
    """For each node the polynomial that is 1 there and 0 at the other nodes, evaluated."""
    values = []
    for j, node in enumerate(nodes):
        others = torch.cat([nodes[:j], nodes[j + 1 :]])
        values.append(((at[:, None] - others) / (node - others)).prod(1))
    return values


def _weighted(weights: Tensor, values: Sequence[Tensor]) -> Tensor:
    """The weighted sum of as many values as there are weights."""
    terms = [weight * value for weight, value in zip(weights.tolist(), values, strict=False)]
    return torch.stack(terms).sum(0)


def _middle(schedule: Schedule, now: Tensor, then: Tensor, quantity: str) -> Tensor:
    """The time half-way between two others, in noise / signal (or in signal / noise)."""
    sign = -1 if quantity == "noise" else 1
    ratio = torch.exp(sign * schedule.log_snr(torch.stack([now, then])) / 2).mean()
    return schedule.time(sign * 2 * ratio.log())


def _quantity(prediction: Prediction, quantity: str) -> Tensor:
    return prediction.noise if quantity == "noise" else prediction.image


def from_noise(noisy: Tensor, noise: Tensor, rates: Rates) -> Prediction:
    """The prediction that has this noise and belongs to this noisy image."""
    signal_rate, noise_rate = spread(rates, noisy)
    return Prediction((noisy - noise_rate * noise) / signal_rate, noise)


def from_image(noisy: Tensor, image: Tensor, rates: Rates) -> Prediction:
    """The prediction that has this image and belongs to this noisy image."""
    signal_rate, noise_rate = spread(rates, noisy)
    return Prediction(image, (noisy - signal_rate * image) / noise_rate)


# --- Noise -------------------------------------------------------------------------------------


def seeded_noise(seeds: Sequence[int], shape: Sequence[int]) -> Tensor:
    """Standard normal noise with one seed per picture: ``(len(seeds), *shape)``.

    A picture then does not depend on the batch that it is made in.
    """
    return noise_like(torch.empty(len(seeds), *shape), seeded_generators(seeds))


def seeded_generators(seeds: Sequence[int]) -> list[torch.Generator]:
    """One generator per seed, for samplers that draw fresh noise."""
    return [torch.Generator().manual_seed(int(seed)) for seed in seeds]


def noise_like(images: Tensor, generator: Generator = None) -> Tensor:
    """Standard normal noise shaped like ``images``, from one generator or one per image.

    Raises:
        ValueError: when there is neither one generator nor one per image.
    """
    if generator is None or isinstance(generator, torch.Generator):
        device = images.device if generator is None else generator.device
        noise = torch.randn(images.shape, generator=generator, device=device, dtype=images.dtype)
        return noise.to(images.device)
    if len(generator) != images.shape[0]:
        raise ValueError(
            f"give one generator or one per image: got {len(generator)} for "
            f"{images.shape[0]} images"
        )
    rows = [
        torch.randn(images.shape[1:], generator=one, device=one.device, dtype=images.dtype)
        for one in generator
    ]
    return torch.stack(rows).to(images.device)
