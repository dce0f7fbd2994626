"""Solvers: the walk of DDIM with a better prediction (chapter 8).

Where the prediction comes from is all they differ in: two evaluations (``heun``), or this
evaluation and earlier ones (``multistep``, ``dpm_solver_pp``).
"""

from collections import deque
from collections.abc import Iterable, Iterator

import numpy as np
import torch
from torch import Tensor

from ddimlib.checks import check_name
from ddimlib.diffusion import Prediction, from_image, from_noise
from ddimlib.forward import add_noise
from ddimlib.samplers.ddim import Denoise, Step, check_eta, walk
from ddimlib.samplers.noise import Generator
from ddimlib.samplers.times import Times, checked_times
from ddimlib.schedules import Schedule

QUANTITIES = ("noise", "image")
COORDINATES = ("ratio", "log_snr", "time")


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
    _finite_log_snr(schedule, times[:-1])

    def predict(noisy: Tensor, i: int) -> Prediction:
        first = denoise(noisy, times[i])
        if i == steps - 1:
            return first
        trial = add_noise(first.image, first.noise, schedule(times[i + 1]))
        second = denoise(trial, times[i + 1])
        mean = (first.noise + second.noise) / 2
        return from_noise(noisy, mean, schedule(times[i]))

    return walk(predict, schedule, noise, times)


def multistep(
    denoise: Denoise,
    schedule: Schedule,
    noise: Tensor,
    steps: int = 20,
    *,
    order: int = 3,
    quantity: str = "noise",
    coordinate: str = "time",
    times: Times = None,
    generator: Generator = None,
) -> Iterator[Step]:
    """Adams-Bashforth: the DDIM step with a weighted mean of the last predictions.

    A polynomial through the last ``order`` predictions is integrated over the step (Hairer et
    al. 1993, section III.1, with unequal steps); the first steps make do with what there is,
    which in the limit of many steps leaves the whole at second order. One evaluation a step.

    Args:
        order: 1 (which is ``ddim``) to 5.
        quantity: which prediction the polynomial goes through, "noise" or "image".
        coordinate: what it is a polynomial in. "ratio" is noise / signal for the noise, the
            variable of the ODE, and signal / noise for the image. Of the noise, "ratio" is
            ρAB-DEIS and "time" tAB-DEIS (Zhang and Chen 2022, equation 14). "log_snr" with
            ``quantity="image"`` and ``order=3`` is what DPM-Solver++(3M) stands for; the usual code
            of that weighs the second difference by half of its integral.

    ``generator`` is not used. The other arguments, and what is returned, are those of ``ddim``.

    Raises:
        ValueError: for an order outside 1 … 5, or an unknown name.
    """
    times = checked_times(schedule, steps, times, noise)
    weights = multistep_weights(schedule, times, order, quantity, coordinate)
    complete = from_noise if quantity == "noise" else from_image
    past: deque[Tensor] = deque(maxlen=order)  # the newest first

    def predict(noisy: Tensor, i: int) -> Prediction:
        past.appendleft(getattr(denoise(noisy, times[i]), quantity))
        return complete(noisy, _weighted(weights[i], past), schedule(times[i]))

    return walk(predict, schedule, noise, times)


def corrected_multistep(
    denoise: Denoise,
    schedule: Schedule,
    noise: Tensor,
    steps: int = 20,
    *,
    order: int = 3,
    quantity: str = "noise",
    coordinate: str = "time",
    times: Times = None,
    generator: Generator = None,
) -> Iterator[Step]:
    """``multistep`` that takes each step again: Zhao et al. (2023), algorithm 1 (UniC).

    The prediction at the end of a step is needed for the next step anyway. Before that it serves
    to take the last step again, with a polynomial that goes through it as well: an interpolation
    instead of an extrapolation, at no further evaluation.

    Its arguments, and what is returned and raised, are those of ``multistep``.
    """
    times = checked_times(schedule, steps, times, noise)
    weights = multistep_weights(schedule, times, order, quantity, coordinate)
    again = corrector_weights(schedule, times, order, quantity, coordinate)
    complete = from_noise if quantity == "noise" else from_image
    past: deque[Tensor] = deque(maxlen=order + 1)  # the newest first
    before = noise  # the state at the start of the last step

    def predict(noisy: Tensor, i: int) -> Prediction:
        nonlocal before
        past.appendleft(getattr(denoise(noisy, times[i]), quantity))
        here = schedule(times[i])
        if i > 0:
            better = complete(before, _weighted(again[i - 1], past), schedule(times[i - 1]))
            noisy = add_noise(better.image, better.noise, here)
        before = noisy
        return complete(noisy, _weighted(weights[i], past), here)

    return walk(predict, schedule, noise, times)


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
    check_eta(eta)
    times = checked_times(schedule, steps, times, noise)
    log_snr = _finite_log_snr(schedule, times)
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

    return walk(predict, schedule, noise, times, eta, generator)


# --- The mathematics of multistep --------------------------------------------------------------


def multistep_weights(
    schedule: Schedule,
    times: Tensor,
    order: int,
    quantity: str = "noise",
    coordinate: str = "time",
    ahead: int = 0,
) -> list[Tensor]:
    """The weights with which ``multistep`` averages its predictions, one row a step.

    Between two times the ODE moves noisy / signal by the integral of the predicted noise over
    noise / signal (and noisy / noise by that of the predicted image over signal / noise). Its
    mean over the step is that of the polynomial through the known predictions, and the weight
    of each is the mean of its Lagrange polynomial. Schedule and times are all that it takes.

    Args:
        times: ``(steps + 1,)``, falling.
        order, quantity, coordinate: see ``multistep``.
        ahead: 1 where the prediction at the step's end is known as well.

    Returns:
        For step ``i`` the weights of the predictions at times i + ahead, …, i, i - 1, …, as many
        as there are; they sum to 1.

    Raises:
        ValueError: for an order outside 1 … 5, an unknown quantity or coordinate, or a time at
            which the schedule's log-SNR is not finite.
    """
    if order not in range(1, 6):
        raise ValueError(f"order must be 1, 2, 3, 4 or 5, got {order}")
    check_name(quantity, QUANTITIES, "quantity")
    check_name(coordinate, COORDINATES, "coordinate")
    log_snr = _finite_log_snr(schedule, times.to("cpu", torch.float64))

    def ratio(log_snr: Tensor) -> Tensor:
        return torch.exp(-log_snr / 2 if quantity == "noise" else log_snr / 2)

    position = {"ratio": ratio, "log_snr": lambda x: x, "time": schedule.time}[coordinate]
    points, quadrature = (torch.from_numpy(a) for a in np.polynomial.legendre.leggauss(16))

    rows = []
    for i in range(len(times) - 1):
        # The newest first.
        known = log_snr[max(i - order + 1, 0) : i + ahead + 1].flip(0)
        # Gauss-Legendre quadrature in log-SNR: d ratio is ratio · d log-SNR times a constant,
        # which cancels.
        inside = log_snr[i] + (log_snr[i + 1] - log_snr[i]) * (points + 1) / 2
        share = quadrature * ratio(inside)
        share = share / share.sum()
        bases = _lagrange(position(known), position(inside))
        rows.append(torch.stack([share @ basis for basis in bases]))
    return rows


def corrector_weights(
    schedule: Schedule,
    times: Tensor,
    order: int,
    quantity: str = "noise",
    coordinate: str = "time",
) -> list[Tensor]:
    """The weights with which ``corrected_multistep`` takes a step again, one row a step.

    As ``multistep_weights``, with the prediction at the step's end known as well.
    """
    return multistep_weights(schedule, times, order, quantity, coordinate, ahead=1)


def _finite_log_snr(schedule: Schedule, times: Tensor) -> Tensor:
    """The log-SNR at all of these times, where it is finite: these solvers divide by the rates."""
    log_snr = schedule.log_snr(times)
    if not log_snr.isfinite().all():
        raise ValueError(
            f"{type(schedule).__name__} has no finite log-SNR at an end, which this solver needs: "
            "use ddim, or give times that leave that end out"
        )
    return log_snr


def _lagrange(nodes: Tensor, at: Tensor) -> list[Tensor]:
    """For each node the polynomial that is 1 there and 0 at the other nodes, evaluated."""
    values = []
    for j, node in enumerate(nodes):
        others = torch.cat([nodes[:j], nodes[j + 1 :]])
        values.append(((at[:, None] - others) / (node - others)).prod(1))
    return values


def _weighted(weights: Tensor, values: Iterable[Tensor]) -> Tensor:
    """The weighted sum of as many values as there are weights."""
    terms = [weight * value for weight, value in zip(weights.tolist(), values, strict=False)]
    return torch.stack(terms).sum(0)
