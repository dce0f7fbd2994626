"""Editing: from a given picture to its noise, between two, and back to another (chapter 9).

Inversion is DDIM run backwards; image-to-image and inpainting are samplers that start from, or keep
returning to, a given picture; ``measured`` is a denoiser that knows something of one. Samplers and
denoisers are used as they are.
"""

from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch import Tensor

from ddimlib.checks import batch_of_times, check_name
from ddimlib.diffusion import Prediction
from ddimlib.forward import Rates, add_noise, onward, spread
from ddimlib.samplers import (
    SAMPLERS,
    Denoise,
    Generator,
    Step,
    Times,
    checked_times,
    ddim,
    from_noise,
    noise_like,
)
from ddimlib.samplers.ddim import check_eta
from ddimlib.schedules import Schedule

# --- Inversion and interpolation ----------------------------------------------------------------


def inversion(
    denoise: Denoise,
    schedule: Schedule,
    images: Tensor,
    steps: int = 50,
    *,
    tolerance: float = 1e-3,
    corrections: int = 30,
) -> Iterator[Step]:
    """DDIM backwards, from an image to the noise that it is made from.

    A DDIM step mixes again the image and noise that were predicted at its noisy end, which is
    not known when one comes from the other side. Guessing them at the known end (Song et al.
    2020a, section 4.3) drifts away; here the guess is put into the step and improved until it
    fits: a fixed-point iteration for each step (their equation 12 with σ = 0, solved for its noisy
    end), so that ``samplers.ddim`` with as many steps comes back to where this began.

    Args:
        images: ``(batch, …)``, standardised.
        steps: number of steps.
        tolerance: a step is solved when it moves no picture by more than this, as a mean
            absolute difference. Infinity: one evaluation a step.
        corrections: evaluations of ``denoise`` that a step may use at most. Most steps need two
            or three. The first, which invents the noise, and with few steps the last, may use all.

    Returns:
        An iterator of ``steps`` steps with rising times, the last one 1, where ``noisy`` is the
        noise.

    Raises:
        ValueError: for steps or corrections < 1, or a tolerance that is not positive.
    """
    if steps < 1 or corrections < 1 or not tolerance > 0:
        raise ValueError(
            "inversion needs at least one step, at least one correction "
            f"and a positive tolerance, got steps={steps}, "
            f"corrections={corrections}, tolerance={tolerance}"
        )
    times = checked_times(schedule, steps, "uniform", images).flip(0)[1:]

    def steps_back() -> Iterator[Step]:
        # The image is clean: the first step comes from no noise at all.
        here = Rates(torch.ones_like(times[0]), torch.zeros_like(times[0]))
        now, prediction = images, Prediction(images, torch.zeros_like(images))
        for t in times:
            there = schedule(t)
            guess = add_noise(prediction.image, prediction.noise, there)
            for _ in range(corrections):
                prediction = denoise(guess, t)
                # The DDIM step from its other end, with the noise found here.
                image, noise = from_noise(now, prediction.noise, here)
                better = add_noise(image, noise, there)
                change = (better - guess).abs().flatten(1).mean(1).max()
                guess = better
                if change < tolerance:
                    break
            prediction = from_noise(guess, prediction.noise, there)
            now, here = guess, there
            yield Step(t.item(), now, prediction)

    return steps_back()


def invert(
    denoise: Denoise,
    schedule: Schedule,
    images: Tensor,
    steps: int = 50,
    **options: Any,
) -> Tensor:
    """The noise from which ``samplers.sample`` makes these images: the end of ``inversion``.

    Args:
        options: passed on to it, for example ``tolerance=1e-4``.
    """
    with torch.no_grad():
        for step in inversion(denoise, schedule, images, steps, **options):
            noise = step.noisy
    return noise


def slerp(
    first: Tensor,
    second: Tensor,
    fraction: float | Tensor,
) -> Tensor:
    """Along the great circle from one noise to another (Shoemake 1985).

    A straight line between two Gaussian noises passes through too little noise in its middle
    (its variance falls to a half); an arc keeps it.

    Args:
        first, second: ``(batch, …)``, of the same shape.
        fraction: how far, 0 is the first and 1 the second; one number, or one per row of the
            result, ``(n,)``, for first and second of one row.

    Returns:
        ``(batch, …)`` or ``(n, …)``.

    Raises:
        ValueError: for shapes that differ.
    """
    if first.shape != second.shape:
        raise ValueError(
            "both ends must have the same shape, got "
            f"{tuple(first.shape)} and {tuple(second.shape)}"
        )
    trailing = (1,) * (first.ndim - 1)
    u = torch.as_tensor(fraction, dtype=first.dtype, device=first.device)
    u = u.reshape(-1, *trailing)
    a, b = first.flatten(1), second.flatten(1)
    lengths = (a.norm(dim=1) * b.norm(dim=1)).clamp(min=1e-12)
    cosine = ((a * b).sum(1) / lengths).clamp(-1, 1)
    angle = cosine.acos().reshape(-1, *trailing)
    # Towards the same side, or the opposite one, there is no arc.
    straight = angle.sin() < 1e-4
    angle = torch.where(straight, torch.ones_like(angle), angle)
    arc = ((1 - u) * angle).sin() * first + (u * angle).sin() * second
    line = torch.lerp(first, second, u)
    return torch.where(straight, line, arc / angle.sin())


# --- Starting from a picture --------------------------------------------------------------------


def image_to_image(
    denoise: Denoise,
    schedule: Schedule,
    images: Tensor,
    noise: Tensor,
    strength: float = 0.6,
    steps: int = 20,
    method: str = "ddim",
    generator: Generator = None,
    **options: object,
) -> Iterator[Step]:
    """Dissolve a picture part of the way and sample from there: SDEdit (Meng et al. 2021).

    Args:
        images: ``(batch, …)``, standardised.
        noise: shaped like ``images``.
        strength: the time at which to start, in (0, 1]: small keeps the picture, 1 forgets it.
        steps, method, generator, options: of the sampler, see ``ddimlib.samplers``.

    Returns:
        The sampler's steps.

    Raises:
        ValueError: for a strength outside (0, 1], or an unknown method.
    """
    if not 0 < strength <= 1:
        raise ValueError(f"strength is the time to start at, in (0, 1], got {strength}")
    check_name(method, SAMPLERS, "sampler")
    times = strength * checked_times(schedule, steps, None, images)
    start = add_noise(images, noise, schedule(times[:1]))
    return SAMPLERS[method](
        denoise, schedule, start, steps, times=times, generator=generator, **options
    )


def inpaint(
    denoise: Denoise,
    schedule: Schedule,
    images: Tensor,
    mask: Tensor,
    noise: Tensor,
    steps: int = 20,
    *,
    resample: int = 1,
    eta: float = 1.0,
    times: Times = None,
    generator: Generator = None,
) -> Iterator[Step]:
    """Fill in the part of a picture that is not known: RePaint (Lugmayr et al. 2022), algorithm 1.

    After each sampler step the known part is replaced by the given picture at that noise level
    (this alone: Y. Song et al. 2020b, appendix I.2). With ``resample`` > 1 each step is taken
    several times, with the noise put back in between, so that the new part can adapt to the
    known one.

    Args:
        images: ``(batch, channel, height, width)``, standardised; the unknown part is ignored.
        mask: 1 (or True) where the picture is known, 0 where it is to be made; shaped like
            ``images``, or with 1 for batch or channel.
        noise: the start, shaped like ``images``.
        resample: how often each step is taken, at least 1: ``steps · resample`` evaluations.
        eta: of the step, see ``samplers.ddim``; RePaint's is 1.
        generator: for the noise of the known part and of the steps.

    Returns:
        An iterator of ``steps`` steps. Their predicted image is the whole picture: known part
        as given, unknown part as predicted.

    Raises:
        ValueError: for a mask of another shape or other values, or resample < 1.
    """
    check_eta(eta)
    _check_inpainting(images, mask, resample)
    known = mask.to(images.device, torch.bool)
    falling = checked_times(schedule, steps, times, noise)

    def steps_down() -> Iterator[Step]:
        noisy = noise
        for i in range(steps):
            now = falling[i : i + 2]
            here, there = schedule(now[0]), schedule(now[1])
            for again in range(resample):
                if again:  # put the noise back: a step of the forward process
                    fresh = noise_like(noise, generator)
                    noisy = add_noise(noisy, fresh, onward(there, here))
                (step,) = ddim(
                    denoise, schedule, noisy, 1,
                    eta=eta, times=now, generator=generator,
                )  # fmt: skip
                given = add_noise(images, noise_like(noise, generator), there)
                noisy = torch.where(known, given, step.noisy)
            made = step.prediction
            whole = torch.where(known, images, made.image)
            yield Step(step.time, noisy, Prediction(whole, made.noise))

    return steps_down()


def _check_inpainting(images: Tensor, mask: Tensor, resample: int) -> None:
    fits = mask.ndim == images.ndim and all(
        m in (1, i) if axis < 2 else m == i
        for axis, (m, i) in enumerate(zip(mask.shape, images.shape, strict=False))
    )
    if not fits:
        raise ValueError(
            f"mask must have the shape of the images {tuple(images.shape)}, with 1 allowed for "
            f"batch and channel, got {tuple(mask.shape)}"
        )
    if not ((mask == 0) | (mask == 1)).all():
        raise ValueError("mask must be 1 where the picture is known and 0 where it is not")
    if resample < 1:
        raise ValueError(f"each step must be taken at least once, got resample={resample}")


# --- Knowing something of a picture -------------------------------------------------------------


def measured(
    denoise: Denoise,
    schedule: Schedule,
    measure: Callable[[Tensor], Tensor],
    values: Tensor,
    std: float,
    *,
    gain: float = 0.0,
) -> Denoise:
    """A denoiser that knows what was measured of the picture: ``measure(image) + std · noise``.

    By Bayes' rule the predicted noise loses ``noise_rate · ∇ log p(values | noisy)``. That density
    is not known. Here it is a Gaussian around what would be measured of the *predicted* image
    (Chung et al. 2022, equations 11 and 15; their factor 1 / std² stands for ours,
    1 / (2 · variance), and their algorithm 1 replaces it by a step chosen by hand). What one draws
    with it is therefore biased: the predicted image is a mean, and the true one lies around it.

    Args:
        measure: from images to numbers, ``(batch, …) -> (batch, …)``; anything differentiable.
        values: what was measured, ``(batch, …)`` or with 1 for batch.
        std: of the noise of the measurement.
        gain: with 0 the predicted image counts as the true one. With a it counts as known up to
            noise_rate / signal_rate, a times of which reach the measurement (Rozet and Louppe 2023,
            section 3.2). That is exact for images that vary far more than the noise and a linear
            ``measure`` whose rows are orthogonal and of length a, and too cautious for others.

    Returns:
        ``denoise(noisy, t) -> Prediction``, for any sampler; an evaluation costs about three.

    Raises:
        ValueError: for a negative std or gain, or both 0.
    """
    if not (std >= 0 and gain >= 0 and std + gain > 0):
        raise ValueError(
            "std and gain must not be negative, and not both 0 (which would "
            "trust the measurement and the predicted image alike without "
            f"limit), got std={std} and gain={gain}"
        )

    def told(noisy: Tensor, t: Tensor) -> Prediction:
        rates = schedule(batch_of_times(t, noisy))
        variance = std**2 + (gain * rates.noise / rates.signal) ** 2
        with torch.enable_grad():
            noisy = noisy.detach().requires_grad_()
            prediction = denoise(noisy, t)
            found = measure(prediction.image)
            if torch.broadcast_shapes(found.shape, values.shape) != found.shape:
                raise ValueError(
                    "values must be shaped like what is measured, "
                    f"{tuple(found.shape)}, got {tuple(values.shape)}"
                )
            off = (found - values).square()
            misfit = (off[:, None].flatten(1).sum(1) / (2 * variance)).sum()
            (pull,) = torch.autograd.grad(misfit, noisy)
        pull = spread(rates, noisy).noise * pull
        noise = prediction.noise.detach() + pull
        return from_noise(noisy.detach(), noise, rates)

    return told
