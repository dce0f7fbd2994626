"""What a data set is to the rest of the library: two stacks of pictures and their labels."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from jaxtyping import Int64, UInt8
from torch import Tensor

VALIDATION_FRACTION = 0.2  # as in the reference: 80 % to train on, 20 % to validate
SPLIT_SEED = 0  # fixed, so that two runs, and two readers, validate on the same pictures


class Labels(NamedTuple):
    """The class of every picture, as an index into `Images.class_names`."""

    train: Int64[Tensor, " train"]
    validation: Int64[Tensor, " validation"]


class Images(NamedTuple):
    """A data set, split for training and validation.

    Pictures are uint8 in 0…255, channels first. They may be backed by a file that is mapped into
    memory, so they cost nothing until they are read; changing them in place never changes the file.
    `labels` is None, and `class_names` empty, where the pictures have no classes.
    """

    train: UInt8[Tensor, "train 3 size size"]
    validation: UInt8[Tensor, "validation 3 size size"]
    labels: Labels | None
    class_names: tuple[str, ...]


class Decoded(NamedTuple):
    """All pictures of a source in one array, in the source's own order, not yet split."""

    pictures: UInt8[np.ndarray, "n 3 size size"]
    labels: Int64[np.ndarray, " n"] | None
    class_names: tuple[str, ...]
    notes: tuple[str, ...] = ()  # what was decided for all pictures together, in sentences


def told_apart(names: Sequence[str], keys: Sequence[object]) -> tuple[str, ...]:
    """Names that are all different: those that occur twice get their key behind them.

    Args:
        names: of the classes.
        keys: a folder or a number each, all different; one that is the name says nothing more.
    """
    while len(set(names)) < len(names):  # a name with its key may be another's name
        counts = Counter(names)
        names = [
            f"{name} ({key})" if counts[name] > 1 and name != key else name
            for name, key in zip(names, keys, strict=True)
        ]
    return tuple(names)


def validation_count(count: int) -> int:
    """How many of `count` pictures are held back: a fifth, and at least one."""
    return max(1, round(count * VALIDATION_FRACTION))


def split_order(count: int) -> Int64[np.ndarray, " n"]:
    """Which picture comes where before `split`: a permutation, the same for every `count`."""
    generator = torch.Generator().manual_seed(SPLIT_SEED)
    return torch.randperm(count, generator=generator).numpy()


def shuffle(decoded: Decoded) -> Decoded:
    """Put the pictures in the order of the split, which depends on nothing but their number.

    The shuffled array is what the cache stores: both halves of the split are then plain slices of
    one file, which can be mapped into memory without a copy.
    """
    order = split_order(len(decoded.pictures))
    labels = None if decoded.labels is None else decoded.labels[order]
    return Decoded(decoded.pictures[order], labels, decoded.class_names, decoded.notes)


def split(decoded: Decoded) -> Images:
    """Cut a (shuffled) array into training and validation pictures, without copying it."""
    pictures = torch.from_numpy(decoded.pictures)
    cut = len(pictures) - validation_count(len(pictures))
    labels = None
    if decoded.labels is not None:
        every = torch.from_numpy(decoded.labels)
        labels = Labels(every[:cut], every[cut:])
    return Images(pictures[:cut], pictures[cut:], labels, decoded.class_names)
