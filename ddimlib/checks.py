"""Checks at the public border: one clear sentence says what was wrong and what to do."""

from collections.abc import Iterable, Sequence

import torch
from torch import Tensor


def check_name(name: str, known: Iterable[str], kind: str) -> str:
    """Return ``name`` when it is one of ``known``.

    Raises:
        ValueError: for an unknown name; the message lists the known ones.
    """
    known = list(known)
    if name not in known:
        raise ValueError(f"unknown {kind} {name!r}: choose one of {', '.join(sorted(known))}")
    return name


def check_time(t: Tensor) -> Tensor:
    """Return ``t`` when every entry lies in [0, 1].

    On CUDA the check is asynchronous, so that it never makes the host wait, and ends in an
    assertion of the device; on other accelerators there is none.

    Raises:
        TypeError: when ``t`` is not a floating-point tensor.
        ValueError: when, on the CPU, an entry lies outside [0, 1] or is not a number.
    """
    if not isinstance(t, Tensor) or not t.is_floating_point():
        raise TypeError(f"t must be a floating-point tensor of diffusion times, got {_describe(t)}")
    inside = ((t >= 0) & (t <= 1)).all()
    if t.device.type == "cpu":
        if not inside:
            worst = t.flatten()[((t < 0) | (t > 1) | t.isnan()).flatten()][0].item()
            raise ValueError(
                f"diffusion times must lie in [0, 1] (0 is the image, 1 is noise), got {worst:g}"
            )
    elif t.device.type == "cuda":
        torch._assert_async(inside)
    return t


def batch_of_times(t: Tensor | float, images: Tensor) -> Tensor:
    """Return ``t`` as a ``(batch,)`` tensor on the device of ``images``.

    Args:
        t: a number, or a tensor that holds one time or one per image.
        images: ``(batch, …)``.

    Raises:
        ValueError: when ``t`` holds neither one time nor one per image, or for images of whole
            numbers.
    """
    if not images.is_floating_point():
        raise ValueError(
            f"images must be floating-point numbers, got {images.dtype}: normalise pictures first"
        )
    # In half precision a time would be rounded so far that its rates are off by a quarter.
    dtype = torch.promote_types(images.dtype, torch.float32)
    t = torch.as_tensor(t, dtype=dtype, device=images.device)
    return one_per_image(t, images, "t")


def one_per_image(values: Tensor | float, images: Tensor, name: str) -> Tensor:
    """Return one number, or one per image, as one per image: ``(batch,)``, on their device.

    Args:
        values: the numbers, of any shape.
        images: ``(batch, …)``.
        name: of the numbers, for the error message.

    Raises:
        ValueError: when there is neither one number nor one per image.
    """
    batch = images.shape[0]
    values = torch.as_tensor(values, device=images.device)
    if values.numel() not in (1, batch):
        raise ValueError(
            f"{name} must be one number or one per image, got shape {tuple(values.shape)} "
            f"for {batch} images"
        )
    return values.reshape(-1).expand(batch)


def check_images(images: Tensor, channels: int, multiple_of: int = 1) -> Tensor:
    """Return ``images`` when they are ``(batch, channels, height, width)`` and divisible.

    Raises:
        ValueError: for another number of dimensions or channels, or for a side that is not
            divisible by ``multiple_of``.
    """
    if images.ndim != 4:
        raise ValueError(
            "images must have shape (batch, channel, height, width), "
            f"got {images.ndim} dimensions: {tuple(images.shape)}"
        )
    if images.shape[1] != channels:
        raise ValueError(
            f"the network takes {channels} image channels, got {images.shape[1]} "
            f"in shape {tuple(images.shape)}"
        )
    height, width = images.shape[-2:]
    if height % multiple_of or width % multiple_of:
        raise ValueError(
            f"image sides must be divisible by {multiple_of} (the network halves them "
            f"{multiple_of.bit_length() - 1} times), got {height}x{width}: "
            "resize or crop the images"
        )
    return images


def check_pictures(pictures: Tensor) -> Tensor:
    """Return ``pictures`` when their numbers are those of pictures for people.

    That is uint8 in 0…255, or floating point in [0, 1], which may overshoot as resizing does.
    (On an accelerator the range is not looked at, which would make the host wait.)

    Raises:
        ValueError: for other whole numbers, or floating-point numbers that look like 0…255.
    """
    if pictures.dtype == torch.uint8:
        return pictures
    expected = "pictures must be uint8 in 0…255 or floating-point numbers in [0, 1]"
    if not pictures.is_floating_point():
        raise ValueError(f"{expected}, got {_describe(pictures)}: convert it to uint8")
    if pictures.device.type == "cpu" and pictures.numel() and (most := pictures.max()) > 16:
        raise ValueError(f"{expected}, got values up to {most:g}: divide by 255, or convert")
    return pictures


def as_floats(pictures: Tensor) -> Tensor:
    """Pictures of either kind as float32 in [0, 1].

    Raises:
        ValueError: as ``check_pictures``.
    """
    floats = check_pictures(pictures).float()
    return floats / 255 if pictures.dtype == torch.uint8 else floats


def as_bytes(pictures: Tensor) -> Tensor:
    """Pictures of either kind as uint8, rounded to the nearest, clipped where they leave [0, 1].

    Raises:
        ValueError: as ``check_pictures``.
    """
    if check_pictures(pictures).dtype == torch.uint8:
        return pictures
    return (pictures.clamp(0, 1) * 255).round().to(torch.uint8)


def _describe(value: object) -> str:
    return f"a {value.dtype} tensor" if isinstance(value, Tensor) else type(value).__name__


def check_classes(labels: Tensor | None, classes: int | None, images: Tensor) -> Tensor | None:
    """Class numbers for a network with classes, ``classes`` ("no class") where there are none.

    Args:
        labels: class numbers ``(batch,)``, or None.
        classes: how many the network knows, or None for a network without.
        images: what the network is to see, or anything else of ``(batch, …)`` where they are.

    Returns:
        ``(batch,)``, or None for a network without classes.

    Raises:
        ValueError: for labels that the network does not know, or not one per image.
    """
    if classes is None:
        if labels is not None:
            raise ValueError(
                "this network was built without classes: call it without labels, "
                "or build it with classes=…"
            )
        return None
    batch = images.shape[0]
    if labels is None:
        return torch.full((batch,), classes, device=images.device)
    if labels.is_floating_point() or labels.dtype == torch.bool:
        raise ValueError(f"class numbers must be whole numbers, got {_describe(labels)}")
    if labels.shape != (batch,):
        raise ValueError(
            f"labels must be one class number per image, got shape {tuple(labels.shape)} "
            f"for {batch} images"
        )
    if labels.device.type == "cpu" and not ((labels >= 0) & (labels <= classes)).all():
        raise ValueError(
            f"class numbers must be in 0 … {classes} ({classes} means no class), "
            f"got {labels.tolist()}"
        )
    return labels.to(images.device, torch.int64)


def check_heads(channels: int, heads: int) -> None:
    """Refuse channels that cannot be shared out among the heads of an attention."""
    if channels % heads:
        raise ValueError(
            f"attention shares {channels} channels among {heads} heads, which leaves a "
            f"remainder: choose widths that are multiples of {heads} where attention is"
        )


def check_levels(levels: Sequence[int], middle: int) -> None:
    """Refuse levels for attention that a network does not have; ``middle`` is its last."""
    if any(not 0 <= level <= middle for level in levels):
        raise ValueError(
            f"attention levels must be in 0 … {middle} (the middle), got {tuple(levels)}"
        )
