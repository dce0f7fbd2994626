"""Whether a run goes on with the pictures that it began with.

A checkpoint notes what its run learns from: the classes by name, how many pictures there are, a
digest of them and of their labels, and the mean colour of each. Another version of a decoder rounds
a few pixels otherwise, which changes the digest and hardly a mean colour: that is no other picture.
"""

import base64
import hashlib
from typing import Any

import numpy as np
from torch import Tensor

from ddimlib.data import Images

_ROUNDING = 3  # grey values by which two decoders' mean colours of one picture may differ


def describe(images: Images) -> dict[str, Any]:
    """What tells a data set apart, as JSON can hold it."""
    parts = (images.train, images.validation)
    labels = images.labels and (images.labels.train, images.labels.validation)
    colours = np.concatenate([_mean_colours(part) for part in parts])
    return {
        "class_names": list(images.class_names),
        "pictures": sum(len(part) for part in parts),
        "digest": _digest(*parts),
        "labels": _digest(*labels) if labels else None,
        "colours": base64.b64encode(colours.tobytes()).decode("ascii"),
    }


def _digest(*tensors: Tensor) -> str:
    digest = hashlib.sha256()
    for tensor in tensors:
        for part in tensor.split(1024):
            digest.update(part.numpy().tobytes())
    return digest.hexdigest()


def _mean_colours(pictures: Tensor) -> np.ndarray:
    pixels = pictures.shape[2] * pictures.shape[3]
    at_once = max(1, min(256, 256 * 64 * 64 // pixels))
    sums = [part.long().sum((2, 3)) // pixels for part in pictures.split(at_once)]
    return np.concatenate([part.numpy().astype(np.uint8) for part in sums])


def difference(before: dict[str, Any], now: dict[str, Any]) -> str | None:
    """What is other than it was, in words; None where it is the same.

    Args:
        before: of the checkpoint; of an earlier version it may lack all but the names of classes.
        now: what `describe` says of the pictures that are there.
    """
    old, new = before["class_names"], now["class_names"]
    if old != new:
        if sorted(old) == sorted(new):
            return "the classes are in another order"
        return f"the classes were {_named(old, new)} and are now {_named(new, old)}"
    if "digest" not in before:
        return None
    if before["pictures"] != now["pictures"]:
        return f"there were {before['pictures']:,} pictures and are now {now['pictures']:,}"
    if before["digest"] != now["digest"]:
        first, second = (
            np.frombuffer(base64.b64decode(one["colours"]), np.uint8).astype(int)
            for one in (before, now)
        )
        others = np.abs(first - second).reshape(-1, 3).max(1) > _ROUNDING
        if others.any():
            return f"{others.sum():,} of {len(others):,} pictures are others"
    if before["labels"] != now["labels"]:
        return "pictures have changed their classes"
    return None


def _named(names: list[str], others: list[str], most: int = 8) -> str:
    """Names in words: all where they are few, else those that the other list lacks."""
    if not names:
        return "none"
    if len(names) <= most:
        return ", ".join(names)
    own = [name for name in names if name not in others]
    shown = ", ".join(own[:most]) + (", …" if len(own) > most else "")
    return f"{len(names)}, among them {shown}" if own else f"{len(names)}"
