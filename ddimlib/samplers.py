"""Samplers: from noise to an image, a few network evaluations at a time (chapters 7 and 8).

Every sampler is a generator of ``Step``s with the same signature. It knows only a schedule
and a ``denoise`` function ``(noisy, t) -> Prediction``, so that a trained network and an
exact denoiser are interchangeable.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import torch
from torch import Tensor

from ddimlib.checks import check_name, check_time
from ddimlib.diffusion import Prediction
from ddimlib.forward import Rates, add_noise
from ddimlib.schedules import Schedule

Denoise = Callable[[Tensor, Tensor], Prediction]
Generator = torch.Generator | Sequence[torch.Generator] | None


class Step(NamedTuple):
    """One step of a sampler: the state just reached, its time, and the prediction it used."""

    time: float
    noisy: Tensor
    prediction: Prediction


def ddim(
    denoise: Denoise,
    schedule: Schedule,
    noise: Tensor,
    steps: int = 20,
    *,
    eta: float = 0.0,
    times: Tensor | None = None,
    generator: Generator = None,
) -> Iterator[Step]:
    """Denoising diffusion implicit models: Song et al. (2020), equation 12.

    Predict image and noise, then mix them again with the rates of the next time; ``eta``
    replaces a part of the predicted noise by fresh noise.

    Args:
        denoise: ``(noisy, t) -> Prediction``.
        schedule: the noise schedule that ``denoise`` was made for.
        noise: the start, ``(batch, …)``, standard normal.
        steps: number of steps, each one evaluation of ``denoise``.
        eta: in [0, 1]: 0 is deterministic (DDIM), 1 is the ancestral sampler (DDPM).
        times: ``steps + 1`` falling times instead of equally spaced ones from 1 to 0.
        generator: where fresh noise is drawn from: one, or one per image.

    Yields:
        ``steps`` steps; the last has time 0.

    Raises:
        ValueError: for steps < 1, eta outside [0, 1], or times that do not fall.
    """
    if not 0 <= eta <= 1:
        raise ValueError(f"eta must be in [0, 1] (0 is DDIM, 1 is DDPM), got {eta}")
    noisy = noise
    for now, then in _intervals(steps, times, noise):
        prediction = denoise(noisy, now)
        there = schedule(then)
        fresh = eta * _ancestral_std(schedule(now), there)
        kept = (there.noise**2 - fresh**2).clamp(min=0).sqrt()
        noisy = add_noise(prediction.image, prediction.noise, Rates(there.signal, kept))
        if eta > 0:
            noisy = noisy + fresh.to(noisy) * noise_like(noise, generator)
        yield Step(then.item(), noisy, prediction)


def ddpm(
    denoise: Denoise,
    schedule: Schedule,
    noise: Tensor,
    steps: int = 20,
    *,
    variance: str = "small",
    times: Tensor | None = None,
    generator: Generator = None,
) -> Iterator[Step]:
    """Ancestral sampling: Ho et al. (2020), algorithm 2, as the η = 1 case of ``ddim``.

    Args:
        variance: "small" is the variance of the posterior given the image (β̃), "large"
            that of the forward step (β): Ho et al. (2020), section 3.2; σ̂ in Song et al.
            (2020), section 5. The last step has no added noise when it is "large".

    The other arguments, and what is yielded and raised, are those of ``ddim``.
    """
    check_name(variance, ("small", "large"), "variance")
    noisy = noise
    for now, then in _intervals(steps, times, noise):
        prediction = denoise(noisy, now)
        here, there = schedule(now), schedule(then)
        small = _ancestral_std(here, there)
        fresh = small
        if variance == "large":
            # 1 - ᾱ_t / ᾱ_s: all the noise that the forward process adds between the two times.
            fresh = (1 - (here.signal / there.signal) ** 2).clamp(min=0).sqrt()
            fresh = fresh if then > 0 else torch.zeros_like(fresh)
        kept = (there.noise**2 - small**2).clamp(min=0).sqrt()
        noisy = add_noise(prediction.image, prediction.noise, Rates(there.signal, kept))
        noisy = noisy + fresh.to(noisy) * noise_like(noise, generator)
        yield Step(then.item(), noisy, prediction)


SAMPLERS: dict[str, Callable[..., Iterator[Step]]] = {"ddim": ddim, "ddpm": ddpm}


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


def seeded_noise(seeds: Sequence[int], shape: Sequence[int]) -> Tensor:
    """Standard normal noise with one seed per picture: ``(len(seeds), *shape)``.

    A picture then does not depend on the batch that it is made in.
    """
    return noise_like(torch.empty(len(seeds), *shape), generators(seeds))


def generators(seeds: Sequence[int]) -> list[torch.Generator]:
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


def _intervals(steps: int, times: Tensor | None, noise: Tensor) -> Iterator[tuple[Tensor, Tensor]]:
    """Pairs of times, from each to the next, falling from 1 to 0.

    Times and rates are kept in double precision, whatever the images are in.
    """
    if steps < 1:
        raise ValueError(f"a sampler needs at least one step, got steps={steps}")
    dtype = torch.float32 if noise.device.type == "mps" else torch.float64
    if times is None:
        times = torch.linspace(1, 0, steps + 1, dtype=torch.float64)
    times = check_time(torch.as_tensor(times).to(noise.device, dtype))
    if times.shape != (steps + 1,) or not (times.diff() < 0).all():
        raise ValueError(
            f"times must be {steps + 1} falling numbers for {steps} steps, got {times.tolist()}"
        )
    return pairwise(times)


def _ancestral_std(here: Rates, there: Rates) -> Tensor:
    """σ(η = 1) of Song et al. (2020), equation 16: the posterior's standard deviation."""
    added = (1 - (here.signal / there.signal) ** 2).clamp(min=0)
    return there.noise / here.noise * added.sqrt()
