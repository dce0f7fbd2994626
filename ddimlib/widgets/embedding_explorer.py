"""Embedding explorer (chapter 4): two noise levels, their vectors and their similarity."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from ddimlib.embeddings import SinusoidalEmbedding
from ddimlib.widgets.layer import Figure
from ddimlib.widgets.stills import Still

# plots.style.colour_map's stops, from -1 to 1; colours.js has the same.
_STOPS = np.array(
    [
        [125, 47, 6],
        [234, 103, 29],
        [243, 189, 152],
        [236, 234, 230],
        [165, 210, 251],
        [35, 149, 252],
        [10, 74, 138],
    ],
    dtype=np.float64,
)


def embedding_explorer(
    a: float | int = 0.3,
    b: float | int = 0.32,
    *,
    dim: int = 32,
    min_frequency: float | int = 1,
    max_frequency: float | int = 1000,
) -> Figure:
    """Move two noise variances and change the frequencies: vectors and similarity follow.

    Args:
        a, b: the two noise variances it opens with, in [0, 1].
        dim: length of the vectors, 8, 16, 32 or 64.
        min_frequency, max_frequency: in cycles per unit, in [0.1, 10] and [10, 1000].

    Raises:
        ValueError: for a value outside these ranges.
    """
    if not (0 <= a <= 1 and 0 <= b <= 1):
        raise ValueError(f"noise variances must lie in [0, 1], got {a} and {b}")
    if dim not in (8, 16, 32, 64):
        raise ValueError(f"dim must be 8, 16, 32 or 64, got {dim}")
    if not (0.1 <= min_frequency <= 10 <= max_frequency <= 1000):
        raise ValueError(
            "min_frequency must lie in [0.1, 10] and max_frequency in [10, 1000], got "
            f"{min_frequency} and {max_frequency}"
        )
    return Figure(
        "embedding_explorer",
        {
            "a": a,
            "b": b,
            "dim": dim,
            "min_frequency": min_frequency,
            "max_frequency": max_frequency,
        },
        label="Two noise levels as vectors",
        caption=(
            "Each column of the large picture is the vector of one noise variance: blue is 1, "
            "grey 0, orange −1. Move a and b, by the sliders or on the picture. Slow waves tell "
            "far levels apart, fast waves near ones. Lower the highest frequency to 10 and see "
            "neighbours become alike; rows that change too fast to draw are grey."
        ),
        still=_still(a, b, dim, min_frequency, max_frequency),
    )


def signed_colours(values: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Colours of values in [-1, 1], with a last axis of three: blue above zero, orange below."""
    position = (np.clip(values, -1, 1) + 1) / 2 * (len(_STOPS) - 1)
    left = np.minimum(np.floor(position).astype(int), len(_STOPS) - 2)
    share = (position - left)[..., None]
    return np.rint(_STOPS[left] * (1 - share) + _STOPS[left + 1] * share).astype(np.uint8)


def _still(
    a: float | int,
    b: float | int,
    dim: int,
    min_frequency: float | int,
    max_frequency: float | int,
) -> str:
    """The map with the two levels marked, and the two vectors under it."""
    embedding = SinusoidalEmbedding(dim, float(min_frequency), float(max_frequency))
    frequencies = (embedding.angular_speeds / (2 * torch.pi)).double().numpy()
    columns = 200
    levels = (np.arange(columns) + 0.5) / columns
    angles = 2 * np.pi * frequencies[:, None] * levels
    fade = np.sinc(frequencies / columns)[:, None]
    waves = np.concatenate([fade * np.sin(angles), fade * np.cos(angles)])

    still = Still(640, 300, "The vectors of all noise variances, and those of two of them")
    still.text(0, 14, "The vector of every noise variance from 0 to 1", bold=True)
    still.picture(signed_colours(waves), 0, 24, 640, height=150)
    for name, level in (("a", a), ("b", b)):
        still.line([(640 * level, 20), (640 * level, 178)], colour="ink", width=3)
        anchor = "end" if level == min(a, b) else "start"
        still.text(640 * level, 194, name, anchor=anchor, bold=True)
    for row, (name, level) in enumerate((("a", a), ("b", b))):
        angles = 2 * np.pi * frequencies * level
        vector = np.concatenate([np.sin(angles), np.cos(angles)])
        still.text(0, 229 + 40 * row, f"{name} = {level:g}")
        still.picture(signed_colours(vector[None]), 90, 210 + 40 * row, 550, height=30)
    return still.to_svg()
