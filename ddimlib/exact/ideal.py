"""Denoisers that are never trained: what could be known at best (chapters 2 and 3).

Both are callables ``(noisy, t) -> Prediction``, like a trained network, so that samplers and
figures take either. They stand at the two ends of what one can know about pictures: the first
knows only how strong each frequency is, the second knows every single picture.
"""

import math

import torch
from jaxtyping import Float
from torch import Tensor

from ddimlib.checks import batch_of_times
from ddimlib.diffusion import Prediction, from_image
from ddimlib.exact.spectrum import spread_over_rings
from ddimlib.forward import Rates, spread
from ddimlib.samplers import Denoise
from ddimlib.schedules import Schedule


def spectrum_denoiser(power: Float[Tensor, "channel ring"], schedule: Schedule) -> Denoise:
    """The best denoiser for one who knows the power spectrum and nothing else (Wiener's filter).

    Each Fourier coefficient of the noisy image is ``signal · x + noise · ε`` with ``x`` of
    variance P. The mean of x given that sum is the coefficient times
    ``signal · P / (signal² P + noise²)``: frequencies above the noise pass, those below are cut.
    It is the exact posterior mean when the images are Gaussian with this spectrum.

    Args:
        power: from ``spectrum.radial_power`` of standardised images.
        schedule: the noise schedule.
    """

    def denoise(noisy: Tensor, t: Tensor | float) -> Prediction:
        rates = schedule(batch_of_times(t, noisy))
        signal, noise = spread(rates, noisy)
        prior = spread_over_rings(power, noisy.shape[-1]).to(noisy)
        gain = signal * prior / (signal**2 * prior + noise**2)
        image = torch.fft.ifft2(gain * torch.fft.fft2(noisy)).real
        return from_image(noisy, image, rates)

    return denoise


def spectrum_log_density(
    power: Float[Tensor, "channel ring"], images: Float[Tensor, "batch channel size size"]
) -> Float[Tensor, " batch"]:
    """Log density of images where they are Gaussian with this spectrum, their channels independent.

    The orthonormal transform turns such images into independent coefficients of variance P, and
    keeps volumes: the sum of ``-(|x|² / P + log(2πP)) / 2`` over all coefficients, in nats.

    Args:
        power: from ``spectrum.radial_power``, positive.
    """
    images = images.double()
    prior = spread_over_rings(power, images.shape[-1]).to(images)
    found = torch.fft.fft2(images, norm="ortho").abs().square()
    return -(found / prior + (2 * math.pi * prior).log()).flatten(1).sum(1) / 2


def spectrum_errors(
    power: Float[Tensor, "ring"], sizes: Float[Tensor, "ring"], log_snr: Float[Tensor, "*time"]
) -> tuple[Float[Tensor, "*time"], Float[Tensor, "*time"]]:
    """Mean squared errors of image and noise that ``spectrum_denoiser`` is left with.

    The variance of x given the noisy coefficient is ``P / (1 + SNR · P)``, and the error of the
    noise is SNR times that of the image.

    Args:
        power: the spectrum, mean over all frequencies 1 for standardised images.
        sizes: frequencies on each ring, from ``spectrum.ring_sizes``.
        log_snr: noise levels, any shape.

    Returns:
        Error of the image and error of the noise, each shaped like ``log_snr``.
    """
    snr = log_snr.exp()[..., None]
    share = sizes.to(power) / sizes.sum()
    image = (share * power / (1 + snr * power)).sum(-1)
    noise = (share * snr * power / (1 + snr * power)).sum(-1)
    return image, noise


def memory_weights(
    images: Float[Tensor, "known ..."], noisy: Float[Tensor, "batch ..."], rates: Rates
) -> Float[Tensor, "batch known"]:
    """How probable each known image is, given the noisy one: Bayes' rule with equal priors.

    ``p(noisy | x_i) ∝ exp(-|noisy - signal · x_i|² / (2 noise²))`` (Karras et al. 2022,
    appendix B.3).
    """
    known, seen = images.flatten(1), noisy.flatten(1)
    signal = rates.signal.reshape(-1, 1).to(seen)
    variance = rates.noise.reshape(-1, 1).to(seen) ** 2
    # |noisy|² is the same for every known image and drops out.
    closeness = signal * (seen @ known.T) - signal**2 * known.square().sum(1) / 2
    return (closeness / variance).softmax(dim=1)


def pair_error(
    first: Float[Tensor, "..."], second: Float[Tensor, "..."], rates: Rates
) -> Float[Tensor, "*time"]:
    """How often the best guesser between two known images, equally likely, is wrong.

    The log of the odds of the true one is normal with mean ``SNR · d² / 2`` and variance
    ``SNR · d²``, where d is the distance of the two. So it is negative with probability
    ``Φ(-signal · d / (2 · noise))``, whatever else the images are (chapter 2 derives it).

    Args:
        first, second: two images of one shape.
        rates: noise levels, of any shape.
    """
    distance = (first - second).norm()
    return torch.special.ndtr(-rates.signal * distance / (2 * rates.noise))


def memory_denoiser(images: Float[Tensor, "known ..."], schedule: Schedule) -> Denoise:
    """The best denoiser for one who knows that the image is one of these, each equally likely.

    It answers with the known images, weighted by ``memory_weights``. This is what training would
    end at with an unlimited network: the exact denoiser of the training set.
    """

    def denoise(noisy: Tensor, t: Tensor | float) -> Prediction:
        rates = schedule(batch_of_times(t, noisy))
        weights = memory_weights(images, noisy, rates)
        image = (weights @ images.flatten(1)).reshape(noisy.shape)
        return from_image(noisy, image, rates)

    return denoise
