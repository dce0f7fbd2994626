"""Where a sampler's random numbers come from: seeds and generators, one per picture if need be."""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

#: One generator, one per image, a function from images to noise shaped like them, or PyTorch's own.
Generator = torch.Generator | Sequence[torch.Generator] | Callable[[Tensor], Tensor] | None


def seeded_noise(seeds: Sequence[int], shape: Sequence[int]) -> Tensor:
    """Standard normal noise with one seed per picture: ``(len(seeds), *shape)``.

    A picture then does not depend on the batch that it is made in.
    """
    return noise_like(torch.empty(len(seeds), *shape), seeded_generators(seeds))


def seeded_generators(seeds: Sequence[int]) -> list[torch.Generator]:
    """One generator per seed, for samplers that draw fresh noise."""
    return [torch.Generator().manual_seed(int(seed)) for seed in seeds]


def noise_like(images: Tensor, generator: Generator = None) -> Tensor:
    """Standard normal noise shaped like ``images``, from one generator, one per image, or
    a function of the images.

    Raises:
        ValueError: when there is neither one generator nor one per image.
    """
    if generator is None or isinstance(generator, torch.Generator):
        device = images.device if generator is None else generator.device
        noise = torch.randn(images.shape, generator=generator, device=device, dtype=images.dtype)
        return noise.to(images.device)
    if callable(generator):
        return generator(images)
    if len(generator) != images.shape[0]:
        raise ValueError(
            f"give one generator or one per image: got {len(generator)} for "
            f"{images.shape[0]} images"
        )
    rows = [
        torch.randn(images.shape[1:], generator=one, device=one.device, dtype=images.dtype)
        for one in generator
    ]
    return torch.stack(rows).to(images.device) if rows else torch.empty_like(images)
