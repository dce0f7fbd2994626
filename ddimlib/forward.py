"""The forward process: an image dissolves into noise in one step (chapter 2)."""

from typing import NamedTuple

import torch
from torch import Tensor


class Rates(NamedTuple):
    """How much image and how much noise: ``signal**2 + noise**2 == 1``.

    (But for ``flow.LINE``, whose rates sum to 1.) Both have the shape of the time that they belong
    to: one number, or ``(batch,)``.
    """

    signal: Tensor
    noise: Tensor


def add_noise(images: Tensor, noise: Tensor, rates: Rates) -> Tensor:
    """Mix images with noise: ``x_t = signal · x_0 + noise · ε`` (Ho et al. 2020, equation 4).

    Args:
        images: ``(batch, …)``, standardised.
        noise: shaped like ``images``, standard normal.
        rates: one pair of rates, or one per image, ``(batch,)``.

    Returns:
        The noisy images, shaped like ``images``.

    Raises:
        ValueError: when the shapes do not fit together.
    """
    if images.shape != noise.shape:
        raise ValueError(
            "noise must have the shape of the images, "
            f"got {tuple(noise.shape)} for images of {tuple(images.shape)}"
        )
    signal_rates, noise_rates = spread(rates, images)
    return signal_rates * images + noise_rates * noise


def onward(earlier: Rates, later: Rates) -> Rates:
    """The rates that lead from one noise level on to a later, noisier one.

    ``add_noise(noisy, noise, onward(earlier, later))`` turns a noisy image at the earlier level
    into one at the later: signal² = ᾱ_later / ᾱ_earlier, and as much noise as is then missing (Ho
    et al. 2020, equation 2, over any number of their steps).
    """
    signal = later.signal / earlier.signal
    missing = later.noise**2 - (signal * earlier.noise) ** 2
    return Rates(signal, missing.clamp(min=0).sqrt())


def spread(rates: Rates, images: Tensor) -> Rates:
    """Give rates of shape ``(batch,)`` trailing dimensions, so that they multiply images.

    Raises:
        ValueError: when there is neither one rate nor one per image, or images are whole numbers.
    """
    return Rates(*(_spread(torch.as_tensor(rate), images) for rate in rates))


def _spread(rate: Tensor, images: Tensor) -> Tensor:
    if not images.is_floating_point():
        raise ValueError(
            f"images must be floating-point numbers, got {images.dtype}: normalise pictures first"
        )
    if rate.numel() not in (1, images.shape[0]):
        raise ValueError(
            f"rates must be one number or one per image, got shape {tuple(rate.shape)} "
            f"for {images.shape[0]} images"
        )
    rate = rate.to(images.device, images.dtype)
    return rate.reshape(()) if rate.numel() == 1 else rate.reshape(-1, *[1] * (images.ndim - 1))
