"""Dissolve (chapter 2): a picture under noise, its histogram and its power spectrum.

In the page readers may bring a picture of their own (``static/own_picture.js``).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from ddimlib.data.photograph import CREDIT, sample_flower
from ddimlib.schedules import Schedule, make_schedule
from ddimlib.widgets.layer import Figure, encode_bytes
from ddimlib.widgets.noise import browser_noise
from ddimlib.widgets.pictures import as_picture, thumbnail
from ddimlib.widgets.stills import Still


def dissolve(picture: Any = None, *, seed: int = 7, t: float | int = 0.35) -> Figure:
    """Drag t: the noisy picture, its histogram and power spectrum, with two schedules at once.

    Args:
        picture: a square colour picture (see ``pictures.as_picture``) whose side is a power of
            two from 16 to 128; by default scikit-learn's sample photograph of a flower.
        seed: of the noise field.
        t: the time it opens at, in [0, 1].

    Raises:
        ValueError: for another shape or size of picture, or ``t`` outside [0, 1].
    """
    pixels = sample_flower(128) if picture is None else as_picture(picture)
    credit = CREDIT if picture is None else ""
    size = pixels.shape[0]
    if size not in (16, 32, 64, 128):
        raise ValueError(f"the picture's side must be 16, 32, 64 or 128, got {size}")
    if not 0 <= t <= 1:
        raise ValueError(f"t must lie in [0, 1], got {t}")
    return Figure(
        "dissolve",
        {"size": size, "seed": seed, "t": t, "pixels": encode_bytes(pixels), "credit": credit},
        label="A photograph dissolves in noise",
        caption=(
            "Drag t, or press Dissolve. Above: the same picture and the same noise, mixed by "
            "two schedules. Below: its pixel values take on a normal distribution, and its power "
            "spectrum goes under in that of the noise, which is flat: in most pictures from the "
            "right, so that fine detail goes first and the coarse shape last." + credit
        ),
        still=_still(pixels, seed),
    )


def noisy_picture(
    pixels: NDArray[np.uint8], schedule: Schedule, t: float, seed: int
) -> NDArray[np.uint8]:
    """What the figure shows at time ``t``: signal · image + noise · field, as a picture."""
    values = pixels.astype(np.float64)
    mean, std = values.mean(axis=(0, 1)), values.std(axis=(0, 1))
    std = np.where(std > 0, std, 1.0)
    rates = schedule(torch.tensor(t, dtype=torch.float64))
    noise = browser_noise(seed, pixels.shape).astype(np.float64)
    noisy = float(rates.signal) * (values - mean) / std + float(rates.noise) * noise
    return np.clip(np.rint(noisy * std + mean), 0, 255).astype(np.uint8)


def _still(pixels: NDArray[np.uint8], seed: int) -> str:
    """Both schedules at five times, in rows."""
    small = thumbnail(pixels)
    times = (0.0, 0.25, 0.5, 0.75, 1.0)
    still = Still(640, 240, "The photograph at five times under the cosine and linear schedules")
    for column, t in enumerate(times):
        still.text(140 + 107 * column, 14, f"t = {t:g}", anchor="middle")
        for row, kind in enumerate(("cosine", "linear")):
            view = noisy_picture(small, make_schedule(kind), t, seed)
            still.picture(view, 90 + 107 * column, 24 + 112 * row, 100)
    still.text(0, 78, "Cosine", bold=True)
    still.text(0, 190, "Linear", bold=True)
    return still.to_svg()
