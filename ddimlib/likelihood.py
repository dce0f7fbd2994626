"""How probable a model takes a picture to be: its density along the ODE of chapter 8 (chapter 10).

The ODE carries a noisy picture to its noise, whose density is known. On the way it stretches space
or squeezes it, and the density falls or rises by as much: the trace of one derivative says how
much, and random directions estimate that trace.
"""

import math
from collections.abc import Sequence

import torch
from jaxtyping import Float
from torch import Tensor

from ddimlib.checks import batch_of_times
from ddimlib.samplers import Denoise, noise_like, uniform_times
from ddimlib.schedules import Schedule


def log_likelihood(
    denoise: Denoise,
    schedule: Schedule,
    noisy: Float[Tensor, "batch *size"],
    steps: int = 20,
    *,
    probes: int | None = 1,
    generator: torch.Generator | None = None,
) -> Float[Tensor, " batch"]:
    """Log density of pictures with the noise of time 0, by the probability-flow ODE.

    Y. Song et al. 2020b, equation 39, with the angle θ between image and noise as the clock: the
    noisy picture moves with the velocity v, dx/dθ = v(x), so along its way to the noise
    d log p/dθ = -tr(∂v/∂x). Steps are Heun's in θ, and so is the sum over them: where nothing is to
    be seen but noise, v is 0 and both are exact. (A step of ``samplers`` keeps image and noise, not
    v, and shortens every number a little, which thousands of numbers would add up.)

    Args:
        noisy: ``add_noise(images, noise, schedule(0))``: images themselves have less noise than
            any that the denoiser is made for.
        steps: ``2 · steps`` evaluations with their derivatives.
        probes: random directions that estimate the trace at each evaluation; the estimate has no
            bias. None: every direction of space, exactly, for few numbers.
        generator: where they are drawn from.

    Returns:
        ``(batch,)``, in nats, float64, on the CPU. The noise at time 1 counts as standard normal.

    Raises:
        ValueError: for steps or probes < 1.
    """
    if steps < 1 or (probes is not None and probes < 1):
        raise ValueError(
            "a likelihood needs at least one step, and at least one probe "
            f"(or None for the exact trace), got steps={steps}, probes={probes}"
        )
    times = uniform_times(schedule, steps).flip(0)
    rates = schedule(times)
    angles = torch.atan2(rates.noise, rates.signal)
    squeezed = torch.zeros(len(noisy), dtype=torch.float64)
    how = probes, generator
    for i, width in enumerate(angles.diff().tolist()):
        now, then = times[i : i + 2]
        first, before = stretching(denoise, schedule, noisy, now, *how)
        trial = noisy + width * first
        second, after = stretching(denoise, schedule, trial, then, *how)
        noisy = noisy + width * (first + second) / 2
        squeezed = squeezed + width * (before + after) / 2
    normal = -(noisy.cpu().double().square() + math.log(2 * math.pi)) / 2
    return normal.flatten(1).sum(1) + squeezed


def stretching(
    denoise: Denoise,
    schedule: Schedule,
    noisy: Float[Tensor, "batch *size"],
    t: Tensor,
    probes: int | None,
    generator: torch.Generator | None,
) -> tuple[Tensor, Float[Tensor, " batch"]]:
    """The velocity of a noisy picture, and how fast the ODE stretches space there: tr(∂v/∂x).

    For directions d with E[d dᵀ] = I the mean of dᵀ (∂v/∂x) d is the trace (Hutchinson 1989).
    """
    if probes is None:  # every axis, so long that their mean is the sum
        count, size = noisy[0].numel(), noisy.shape[1:]
        axes = math.sqrt(count) * torch.eye(count, dtype=noisy.dtype, device=noisy.device)
        axes = axes.reshape(count, 1, *size)
        directions = axes.expand(count, *noisy.shape)
    else:  # random signs
        directions = noise_like(noisy.expand(probes, *noisy.shape), generator).sign()
    with torch.enable_grad():
        noisy = noisy.detach().requires_grad_()
        rates = schedule(batch_of_times(t, noisy))
        velocity = denoise(noisy, t).velocity(rates)
        traces = []
        for d in directions:
            (along,) = torch.autograd.grad(
                velocity, noisy, d, retain_graph=True
            )  # fmt: skip
            traces.append((along * d).flatten(1).sum(1))
    return velocity.detach(), torch.stack(traces).mean(0).cpu().double()


def bits_per_dimension(
    log_density: Float[Tensor, " batch"], size: Sequence[int], std: Tensor | float = 1.0
) -> Float[Tensor, " batch"]:
    """Bits for each number of a picture of 256 levels, from the log density of its image.

    A level is 1 / (255 · std) wide among standardised numbers; density times width is probability.

    Args:
        log_density: of standardised images, ``(batch,)``, in nats.
        size: shape of one image.
        std: what the pictures, in [0, 1], were divided by: a number, or one a channel with the
            dimensions of a batch, as ``DiffusionModel.std`` is.
    """
    width = -(255 * torch.as_tensor(std, dtype=torch.float64, device=log_density.device)).log()
    widths = width.expand(1, *size).sum()
    return -(log_density.double() + widths) / (math.prod(size) * math.log(2))
