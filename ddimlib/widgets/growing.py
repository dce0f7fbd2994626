"""Pictures grown from noise that Python and the page share, step by step.

What ``static/sampling.js`` does in the browser, done here with the library: same seed, same
flower. ``record`` writes what the pages show of it before anything is downloaded.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import torch
from torch import Tensor

from ddimlib.diffusion import DiffusionModel
from ddimlib.guidance import Interval, guided
from ddimlib.samplers import Denoise, Step, ddim
from ddimlib.widgets.noise import browser_noise

# How "Grow a flower" opens: guidance in the middle of the walk, where chapter 9 finds it to help
# most and to harm least.
GUIDANCE = 3.0
INTERVAL = (0.2, 0.8)


def step_seed(seed: int, i: int) -> int:
    """The seed of the fresh noise of step ``i``; as ``stepSeed`` in sampling.js."""
    return (seed + (i + 1) * 0x9E3779B9) % 2**32


@torch.no_grad()
def grow(
    model: DiffusionModel,
    seed: int,
    steps: int = 20,
    *,
    eta: float = 0.0,
    label: int | None = None,
    guidance: float = 1.0,
    interval: Interval = None,
    denoise: Denoise | None = None,
) -> Iterator[Step]:
    """DDIM from ``browser_noise(seed)``, with fresh noise from it too: what "Grow a flower" does.

    Args:
        model: a trained model that knows its ``image_size``.
        seed: of the noise.
        steps, eta: see ``samplers.ddim``.
        label: a class number, or None.
        guidance, interval: see ``guidance.guided``; without a label they do nothing.
        denoise: in place of what label and guidance make of the model.

    Returns:
        ``steps`` steps of one picture, (1, channels, size, size).

    Raises:
        ValueError: when the model does not know its size, or for a label without classes.
    """
    shape = (1, *model.picture_shape)
    if denoise is None:
        denoise = model.denoise if label is None else guided(model, label, guidance, interval)
    numbers = itertools.count()

    def fresh(images: Tensor) -> Tensor:
        return torch.from_numpy(browser_noise(step_seed(seed, next(numbers)), shape))

    noise = torch.from_numpy(browser_noise(seed, shape))
    yield from ddim(denoise, model.schedule, noise, steps, eta=eta, generator=fresh)


def bytes_of(model: DiffusionModel, images: Tensor) -> Tensor:
    """Standardised images (batch, channel, height, width) as uint8 (batch, height, width, channel).

    Rounded to the nearest, as a browser's clamped bytes are.
    """
    pictures = images * model.std + model.mean
    return (pictures * 255).round().clamp(0, 255).to(torch.uint8).permute(0, 2, 3, 1).contiguous()
