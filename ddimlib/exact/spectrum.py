"""The power spectrum of images: how much of them is coarse and how much is fine (chapter 2).

A frequency is counted in cycles across the image. Frequencies at the same distance from zero,
rounded, form a ring. The transform is orthonormal, so the mean power over all frequencies is the
mean square of the pixels, and white noise of variance 1 has power 1 on every ring.
"""

import torch
from jaxtyping import Float, Int
from torch import Tensor


def rings(size: int) -> Int[Tensor, "size size"]:
    """The ring of each frequency of a ``size`` × ``size`` Fourier transform, from 0 outwards."""
    frequency = torch.fft.fftfreq(size, d=1 / size)
    distance = torch.hypot(frequency[:, None], frequency[None, :])
    return (distance + 0.5).floor().long()


def ring_sizes(size: int) -> Float[Tensor, "ring"]:
    """How many frequencies lie on each ring."""
    return torch.bincount(rings(size).flatten()).to(torch.get_default_dtype())


def radial_power(
    images: Float[Tensor, "batch channel size size"],
) -> Float[Tensor, "channel ring"]:
    """Mean power of each channel on each ring, averaged over the batch.

    Rings above ``size / 2`` are the corners of the square of frequencies.
    """
    power = torch.fft.fft2(images, norm="ortho").abs().square().mean(0)
    ring = rings(images.shape[-1]).to(images.device).flatten()
    total = power.new_zeros(power.shape[0], int(ring.max()) + 1)
    total.index_add_(1, ring, power.flatten(1))
    return total / torch.bincount(ring)


def mean_power(
    images: Float[Tensor, "batch channel size size"], chunk: int = 250
) -> Float[Tensor, " ring"]:
    """Mean power on each ring, over channels and any number of images, ``chunk`` at a time."""
    parts = [radial_power(part).mean(0) * len(part) for part in images.split(chunk)]
    return torch.stack(parts).sum(0) / len(images)


def spread_over_rings(
    values: Float[Tensor, "channel ring"], size: int
) -> Float[Tensor, "channel size size"]:
    """One value for each ring becomes one value for each frequency."""
    return values[:, rings(size).to(values.device)]


def falloff(power: Float[Tensor, "ring"], first: int, last: int) -> float:
    """The exponent α of ``power ∝ frequency^-α``, by least squares on rings first … last.

    Raises:
        ValueError: unless 0 < first < last < number of rings.
    """
    if not 0 < first < last < power.shape[0]:
        raise ValueError(
            f"rings must satisfy 0 < first < last < {power.shape[0]}, got {first} and {last}"
        )
    x = torch.arange(first, last + 1, dtype=torch.float64).log()
    y = power[first : last + 1].double().log()
    x, y = x - x.mean(), y - y.mean()
    return -float((x @ y) / (x @ x))


def octaves(
    images: Float[Tensor, "batch channel size size"],
) -> Float[Tensor, "octave batch channel size size"]:
    """Split images into bands of frequencies, each twice as fine as the one before.

    Band 0 holds frequencies below 1 (the mean), band k those from 2^(k-1) up to 2^k cycles; the
    corners join the last band. The bands add up to the images.
    """
    size = images.shape[-1]
    ring = rings(size).to(images.device)
    count = max(int(size // 2).bit_length(), 1)
    # Ring 0 is octave 0, ring 1 octave 1, rings 2 and 3 octave 2, rings 4 to 7 octave 3, …
    octave = torch.where(ring > 0, ring.clamp(min=1).float().log2().floor().long() + 1, ring)
    octave = octave.clamp(max=count - 1)
    transformed = torch.fft.fft2(images, norm="ortho")
    bands = [
        torch.fft.ifft2(torch.where(octave == band, transformed, 0), norm="ortho").real
        for band in range(count)
    ]
    return torch.stack(bands)
