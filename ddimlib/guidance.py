"""Guidance: make the model draw what it is told, and more of it (chapter 9).

Guidance is a denoiser made of others, so that every sampler takes it as it is. What starts from a
given picture (inversion, interpolation, inpainting) is in ``editing``; how well a network hears its
class is for ``look_inside``.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

import torch
from torch import Tensor

from ddimlib.checks import batch_of_times, one_per_image
from ddimlib.diffusion import DiffusionModel, Prediction
from ddimlib.samplers import Denoise

Interval = tuple[float, float] | None
Labels = int | Sequence[int] | Tensor


def guided(
    model: DiffusionModel, labels: Labels, scale: float = 1.0, interval: Interval = None
) -> Denoise:
    """Classifier-free guidance: Ho and Salimans (2022), equation 6, with scale = 1 + w.

    Away from the prediction for no class, past the prediction for the class:
    ``ε = ε_none + scale · (ε_class - ε_none)``. Both come from one pass of a doubled batch.

    Args:
        model: a model whose network was trained with classes and with label dropout.
        labels: the class to draw: one number, or one per image.
        scale: 0 ignores the class, 1 is the conditional model as trained, larger numbers
            exaggerate what is typical of the class.
        interval: ``(low, high)``, times in [0, 1] between which guidance acts; outside of it
            the conditional model is used as it is (Kynkäänniemi et al. 2024). None: always.

    Returns:
        ``denoise(noisy, t) -> Prediction``, for any sampler.

    Raises:
        ValueError: for a class that the network does not know, a network without classes, a
            negative scale, or an interval that is not 0 <= low < high <= 1.
    """
    labels = check_labels(model, labels)
    acts = _guidance_times(scale, interval)

    def denoise(noisy: Tensor, t: Tensor) -> Prediction:
        classes: int = model.network.classes  # type: ignore[assignment]
        wanted = one_per_image(labels.to(noisy.device), noisy, "labels")
        if scale == 1 or not acts(t):
            return model.denoise(noisy, t, wanted)
        both = torch.cat([wanted, torch.full_like(wanted, classes)])
        times = batch_of_times(t, noisy).repeat(2)
        image, noise = model.denoise(torch.cat([noisy, noisy]), times, both)
        told, untold = map(Prediction, image.chunk(2), noise.chunk(2))
        return extrapolate(untold, told, scale)

    return denoise


def guided_along(
    model: DiffusionModel,
    labels: Sequence[Labels],
    scales: Sequence[float],
    interval: Interval = None,
) -> Denoise:
    """Guidance in several steps, each with a scale of its own: Brooks et al. (2022), equation 3.

    ``ε = ε_0 + s_1 (ε_1 - ε_0) + s_2 (ε_2 - ε_1) + …``. From "no class" to a class, it is
    ``guided``. From a class that is not wanted, it leads away from that one: a negative prompt.

    Args:
        model: a model whose network was trained with classes and with label dropout.
        labels: where to begin and one for each step; each is one number, or one per image.
        scales: one for each step. Where all are 1, only the last label is asked for.
        interval: as of ``guided``; outside of it, only the last label is asked for.

    Returns:
        ``denoise(noisy, t) -> Prediction``, for any sampler.

    Raises:
        ValueError: where labels and scales do not fit, and as ``guided`` does.
    """
    if len(labels) != len(scales) + 1 or not scales:
        raise ValueError(
            f"guidance in steps takes a label to begin with and one for each scale, got "
            f"{len(labels)} labels and {len(scales)} scales"
        )
    names = [check_labels(model, one) for one in labels]
    acts, *_ = [_guidance_times(scale, interval) for scale in scales]  # each is checked

    def denoise(noisy: Tensor, t: Tensor) -> Prediction:
        told = [one_per_image(one.to(noisy.device), noisy, "labels") for one in names]
        if all(scale == 1 for scale in scales) or not acts(t):
            return model.denoise(noisy, t, told[-1])
        count = len(told)
        times = batch_of_times(t, noisy).repeat(count)
        image, noise = model.denoise(torch.cat([noisy] * count), times, torch.cat(told))
        parts = [*map(Prediction, image.chunk(count), noise.chunk(count))]
        found = parts[0]
        for scale, (before, after) in zip(scales, pairwise(parts), strict=True):
            found = Prediction(
                found.image + scale * (after.image - before.image),
                found.noise + scale * (after.noise - before.noise),
            )
        return found

    return denoise


def guided_by(
    conditional: Denoise,
    unconditional: Denoise,
    scale: float,
    interval: Interval = None,
) -> Denoise:
    """Guidance from any two denoisers, exact ones for example: see ``guided``."""
    acts = _guidance_times(scale, interval)

    def denoise(noisy: Tensor, t: Tensor) -> Prediction:
        prediction = conditional(noisy, t)
        if scale == 1 or not acts(t):
            return prediction
        return extrapolate(unconditional(noisy, t), prediction, scale)

    return denoise


def extrapolate(
    start: Prediction,
    end: Prediction,
    scale: float,
) -> Prediction:
    """From one prediction towards another, and past it for ``scale`` > 1."""
    return Prediction(
        start.image + scale * (end.image - start.image),
        start.noise + scale * (end.noise - start.noise),
    )


def check_labels(model: DiffusionModel, labels: Labels) -> Tensor:
    """Labels as an int64 tensor, when the model's network knows them all.

    Raises:
        ValueError: for a network without classes, or an unknown class.
    """
    classes = getattr(model.network, "classes", None)
    if classes is None:
        raise ValueError(
            "this model was trained without classes and cannot be told what to draw: "
            "train one with class_conditional=True"
        )
    labels = torch.as_tensor(labels).reshape(-1)
    if labels.is_floating_point():
        raise ValueError(f"class numbers must be whole numbers, got {labels.tolist()}")
    labels = labels.long()
    unknown = labels[(labels < 0) | (labels > classes)]
    if len(unknown):
        raise ValueError(
            f"unknown class {unknown[0].item()}: this model knows the classes 0 … {classes - 1} "
            f"({classes} means no class)"
        )
    return labels


def _guidance_times(scale: float, interval: Interval) -> Callable[[Tensor], bool]:
    if not scale >= 0:
        raise ValueError(
            f"the guidance scale must not be negative (0 ignores the class), got {scale}"
        )
    low, high = (0.0, 1.0) if interval is None else interval
    if not 0 <= low < high <= 1:
        raise ValueError(
            f"a guidance interval must be two times with 0 <= low < high <= 1, got {interval}"
        )
    if interval is None:
        return lambda t: True

    def acts(t: Tensor) -> bool:
        times = torch.as_tensor(t)
        inside = (times >= low) & (times <= high)
        if inside.any() != inside.all():
            raise ValueError(
                "with an interval, guidance takes times that are all inside of it or all outside, "
                f"got {times.tolist()} for {low} to {high}"
            )
        return bool(inside.all())

    return acts
