"""Schedule designer (chapter 3): pull a schedule's ends; its curves and ten pictures follow."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from ddimlib.data.photograph import CREDIT, sample_flower
from ddimlib.schedules import make_schedule
from ddimlib.widgets.dissolve import noisy_picture
from ddimlib.widgets.layer import Figure, encode_bytes
from ddimlib.widgets.pictures import as_picture, thumbnail
from ddimlib.widgets.stills import Still

KINDS = ("cosine", "linear", "log_snr")


def schedule_designer(kind: str = "cosine", picture: Any = None, *, seed: int = 7) -> Figure:
    """Choose a schedule and pull its ends: rates, log-SNR and a strip of ten pictures follow.

    Args:
        kind: the schedule it opens with, one of ``KINDS``.
        picture: a square colour picture of at most 96 pixels a side (see
            ``pictures.as_picture``); by default scikit-learn's sample photograph of a flower.
        seed: of the noise field, the same one in all ten pictures.

    Raises:
        ValueError: for an unknown kind or too large a picture.
    """
    if kind not in KINDS:
        raise ValueError(f"kind is {kind!r}; expected one of {', '.join(KINDS)}")
    pixels = sample_flower(64) if picture is None else as_picture(picture)
    credit = CREDIT if picture is None else ""
    if pixels.shape[0] > 96:
        raise ValueError(
            f"the picture has {pixels.shape[0]} pixels a side; at most 96 are shown well in a "
            "strip of ten: reduce it first"
        )
    return Figure(
        "schedule_designer",
        {"size": pixels.shape[0], "seed": seed, "kind": kind, "pixels": encode_bytes(pixels)},
        label="Design a noise schedule",
        caption=(
            "Choose a schedule and move its ends: by the sliders, or by pulling the two rings on "
            "the log-SNR curve. The ten pictures stand at equally spaced times, the dots on the "
            "curves. Try the linear schedule: its last pictures are all noise, and from these a "
            "network learns little." + credit
        ),
        still=_still(pixels, seed),
    )


def _still(pixels: np.ndarray, seed: int) -> str:
    """The three schedules as log-SNR curves and as strips of six pictures."""
    small = thumbnail(pixels)
    still = Still(640, 312, "Log-SNR of three schedules over time, and six pictures of each")
    still.text(0, 14, "Log-SNR over time", bold=True)
    left, top, width, height = 28.0, 26.0, 190.0, 262.0

    def place(t: float | int, log_snr: float | int) -> tuple[float, float]:
        return left + width * t, top + height * (10 - log_snr) / 22

    for tick in (-10, -5, 0, 5, 10):
        still.line([place(0, tick), place(1, tick)], colour="line", width=1)
        still.text(left - 6, place(0, tick)[1] + 4, f"{tick}", size=12, anchor="end")
    still.text(left, 305, "t = 0", size=12, colour="muted")
    still.text(left + width, 305, "t = 1", size=12, anchor="end", colour="muted")

    rows = (("cosine", "Cosine", "signal"), ("linear", "Linear β", "noise"),
            ("log_snr", "Straight log-SNR", "leaf"))  # fmt: skip
    times = torch.linspace(0, 1, 41, dtype=torch.float64)
    for row, (kind, name, colour) in enumerate(rows):
        schedule = make_schedule(kind)
        curve = zip(times.tolist(), schedule.log_snr(times).tolist(), strict=True)
        still.line([place(t, log_snr) for t, log_snr in curve], colour=colour, width=2.5)
        y = 14 + 104 * row
        still.line([(240, y - 4), (262, y - 4)], colour=colour, width=3)
        still.text(268, y, name, bold=True)
        for column in range(6):
            view = noisy_picture(small, schedule, column / 5, seed)
            still.picture(view, 240 + 67 * column, y + 8, 64)
            still.text(240 + 67 * column + 32, y + 86, f"{column / 5:g}", size=11, anchor="middle")
    return still.to_svg()
