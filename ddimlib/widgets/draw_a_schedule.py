"""Draw a schedule (chapter 3): log-SNR over time by hand, and what follows from it.

    python -m ddimlib.widgets schedule

grows flowers under four schedules, and writes ``ten-steps.json`` and ``ten-steps.webp`` beside the
network's weights (see ``recording`` for why not when a page is made).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from ddimlib.checks import check_name
from ddimlib.data.photograph import CREDIT, sample_flower
from ddimlib.diffusion import DiffusionModel
from ddimlib.exact.spectrum import ring_sizes
from ddimlib.runs import recorded
from ddimlib.samplers.ddim import walk
from ddimlib.schedules import SCHEDULES, Schedule, make_schedule
from ddimlib.widgets.dissolve import noisy_picture
from ddimlib.widgets.growing import bytes_of
from ddimlib.widgets.layer import Figure, encode_bytes
from ddimlib.widgets.network import network_data
from ddimlib.widgets.noise import browser_noise
from ddimlib.widgets.pictures import as_picture, thumbnail
from ddimlib.widgets.recording import read_recording, read_sheets, webp, write_recording
from ddimlib.widgets.stills import Still

RUN = "flowers64"
#: Log-SNRs of the figure's seven handles, for two schedules that nobody would train with.
EXAMPLES = {
    "high": (2.2, -4.0, -5.0, -5.8, -6.5, -7.2, -7.8),
    "low": (2.2, 1.8, 1.4, 1.0, 0.6, 0.2, -7.8),
}
KINDS = (*SCHEDULES, *EXAMPLES)
RECORDED = {
    "cosine": "Cosine",
    "linear": "Linear β",
    "high": "High noise",
    "low": "Low noise",
}
FLOWER, SEED, STEPS = "sunflower", 3, 10
FINE, FLOWERS = 50, 24  # what the ten steps are measured against, and on how many flowers


class DrawnSchedule(Schedule):
    """Log-SNRs at even times, joined by straight lines: what the figure's handles are.

    Args:
        levels: at least two falling log-SNRs, from t = 0 to t = 1.

    Raises:
        ValueError: where they do not fall.
    """

    def __init__(self, levels: Sequence[float | int]) -> None:
        self._levels = np.array(levels, dtype=np.float64)
        if len(self._levels) < 2 or not (np.diff(self._levels) < 0).all():
            raise ValueError(f"levels must be at least two falling log-SNRs, got {list(levels)}")
        self._times = np.linspace(0, 1, len(self._levels))

    def _log_snr(self, t: Tensor) -> Tensor:
        return torch.as_tensor(np.interp(t, self._times, self._levels)).to(t)

    def _time(self, log_snr: Tensor) -> Tensor:
        found = np.interp(log_snr, self._levels[::-1], self._times[::-1])
        return torch.as_tensor(found).to(log_snr)


def named_schedule(kind: str) -> Schedule:
    """One of ``KINDS``."""
    return DrawnSchedule(EXAMPLES[kind]) if kind in EXAMPLES else make_schedule(kind)


def draw_a_schedule(
    kind: str = "cosine", picture: Any = None, *, run: str = "", seed: int = 7
) -> Figure:
    """Draw the log-SNR over time: time spent, rates, and pictures or losses and a flower follow.

    Args:
        kind: the schedule it opens with, one of ``KINDS``.
        picture: a square colour picture of at most 96 pixels a side (see ``pictures.as_picture``),
            shown ten times under noise; by default scikit-learn's sample photograph of a flower.
        run: a recorded run for which ``python -m ddimlib.widgets schedule`` was called. With it,
            the figure shows no picture under noise: it predicts the losses on photographs, and
            grows a flower with this network, which the page fetches when the reader asks for it.
        seed: of the noise field, the same one in all ten pictures.

    Raises:
        FileNotFoundError: where the run or its recording is missing.
        ValueError: for an unknown kind or too large a picture.
    """
    check_name(kind, KINDS, "kind")
    shared = {"kind": kind, "examples": EXAMPLES}
    if run:
        return _with_a_network(run, shared)
    pixels = sample_flower(64) if picture is None else as_picture(picture)
    credit = CREDIT if picture is None else ""
    if pixels.shape[0] > 96:
        raise ValueError(
            f"the picture has {pixels.shape[0]} pixels a side; at most 96 are shown well in a "
            "strip of ten: reduce it first"
        )
    return Figure(
        "draw_a_schedule",
        {**shared, "size": pixels.shape[0], "seed": seed, "pixels": encode_bytes(pixels)},
        label="Draw a noise schedule",
        caption=(
            "Draw on the left chart with mouse or finger, or move a ring: by the mouse, or by the "
            "arrow keys once it has the focus. A schedule only falls, so what would rise is "
            "levelled. The ten pictures stand at equally spaced times, the dots on the curve. In "
            "the table, the upright mark on a bar is the cosine schedule." + credit
        ),
        still=_still_of_pictures(pixels, seed),
    )


def _with_a_network(run: str, shared: dict[str, Any]) -> Figure:
    about, network = read_recording(run, "ten-steps"), network_data(run)
    (sheet,) = read_sheets(run, "ten-steps")
    spectrum = recorded.read_json("spectrum", "flowers64.json")
    return Figure(
        "draw_a_schedule",
        {
            **shared,
            "network": network,
            "recorded": {
                "kinds": list(about["kinds"]),
                "name": about["name"],
                "label": network["classes"] if about["label"] is None else about["label"],
                "seed": about["seed"],
            },
            "spectrum": {
                "power": spectrum["power"],
                "sizes": ring_sizes(spectrum["image_size"]).int().tolist(),
            },
        },
        label="Draw a noise schedule, and grow a flower under it",
        caption=(
            "The same network and the same noise, ten steps at even times: the drawn curve says at "
            "which noise levels (the dots). The losses are the mean absolute errors of a denoiser "
            "that knows the spectrum of 4,000 flowers and nothing else; it is the same one under "
            "every schedule. The upright marks on the bars are the cosine schedule."
        ),
        still=_still_of_flowers(sheet),
    )


def _still_of_pictures(pixels: np.ndarray, seed: int) -> str:
    """Three schedules as log-SNR curves and as strips of six pictures."""
    small = thumbnail(pixels)
    still = Still(640, 312, "Log-SNR of three schedules over time, and six pictures of each")
    rows = (("cosine", "Cosine", "signal"), ("linear", "Linear β", "noise"),
            ("log_snr", "Straight log-SNR", "leaf"))  # fmt: skip
    _curves(still, {kind: colour for kind, _, colour in rows}, 262)
    for row, (kind, name, colour) in enumerate(rows):
        y = 14 + 104 * row
        still.line([(240, y - 4), (262, y - 4)], colour=colour, width=3)
        still.text(268, y, name, bold=True)
        for column in range(6):
            view = noisy_picture(small, make_schedule(kind), column / 5, seed)
            still.picture(view, 240 + 67 * column, y + 8, 64)
            still.text(240 + 67 * column + 32, y + 86, f"{column / 5:g}", size=11, anchor="middle")
    return still.to_svg()


def _still_of_flowers(sheet: str) -> str:
    """Four schedules as log-SNR curves, and one noise grown under each."""
    still = Still(640, 232, "Log-SNR of four schedules over time, and one flower under each")
    colours = dict(zip(RECORDED, ("signal", "noise", "leaf", "petal"), strict=True))
    _curves(still, colours, 182)
    # In the page once: the moving figure reads the sheet from the still picture.
    still.file(sheet, 240, 60, 400, 100)
    for column, (kind, name) in enumerate(RECORDED.items()):
        still.line(
            [(240 + 100 * column, 32), (262 + 100 * column, 32)], colour=colours[kind], width=3
        )
        still.text(240 + 100 * column, 52, name, size=13)
    still.text(240, 182, "One noise, ten steps of one network.", size=12, colour="muted")
    return still.to_svg()


def _curves(still: Still, colours: dict[str, str], height: int) -> None:
    """Log-SNR over time at the left of a still picture, 190 wide."""
    still.text(0, 14, "Log-SNR over time", bold=True)
    left, top, width = 28.0, 26.0, 190.0

    def place(t: float | int, log_snr: float | int) -> tuple[float, float]:
        return left + width * t, top + height * (10 - log_snr) / 22

    for tick in (-10, -5, 0, 5, 10):
        still.line([place(0, tick), place(1, tick)], colour="line", width=1)
        still.text(left - 6, place(0, tick)[1] + 4, f"{tick}", size=12, anchor="end")
    still.text(left, top + height + 17, "t = 0", size=12, colour="muted")
    still.text(left + width, top + height + 17, "t = 1", size=12, anchor="end", colour="muted")
    times = torch.linspace(0, 1, 41, dtype=torch.float64)
    for kind, colour in colours.items():
        curve = zip(times.tolist(), named_schedule(kind).log_snr(times).tolist(), strict=True)
        still.line([place(t, log_snr) for t, log_snr in curve], colour=colour, width=2.5)


def ten_steps(
    model: DiffusionModel, schedule: Schedule, noise: Tensor, label: int | None, steps: int = STEPS
) -> Tensor:
    """DDIM with the levels of another schedule: times are even, the schedule says the levels.

    The network was told noise levels in training and not times, so it does not notice. Levels
    beyond those that it knows are taken at the nearest one, as in ``static/drawn_schedule.js``.

    Args:
        model: a trained model.
        schedule: whose levels are visited.
        noise: the start, ``(batch, channel, height, width)``, standard normal.
        label: a class number, or None.

    Returns:
        The last predicted images, shaped like ``noise``.
    """
    even = torch.linspace(1, 0, steps + 1, dtype=torch.float64)
    times = model.schedule.time(schedule.log_snr(even))
    labels = None if label is None else torch.full((len(noise),), label)
    *_, last = walk(
        lambda noisy, i: model.denoise(noisy, times[i], labels), model.schedule, noise, times
    )
    return last.prediction.image


@torch.no_grad()
def record(run: str = RUN) -> list[Path]:
    """Grow flowers under each schedule of ``RECORDED``: one to show, ``FLOWERS`` to measure.

    ``ten-steps.json`` holds for each schedule three lists, one number a flower, against the flower
    of the same noise in ``FINE`` steps: how far it is (root of the mean square, in standard
    deviations of a pixel), and its contrast (standard deviation) and detail (mean difference of
    neighbouring pixels) as shares of that one's. From lists, schedules can be compared noise by
    noise.
    """
    from ddimlib.runs import load

    model = load(run)
    names = list(model.class_names)
    label = names.index(FLOWER) if FLOWER in names else None
    seeds = range(SEED, SEED + FLOWERS)
    noise = torch.cat(
        [torch.from_numpy(browser_noise(s, (1, *model.picture_shape))) for s in seeds]
    )
    fine = ten_steps(model, model.schedule, noise, label, FINE)
    shown, kinds = [], {}
    for kind in RECORDED:
        grown = ten_steps(model, named_schedule(kind), noise, label)
        shown.append(bytes_of(model, grown[:1])[0].numpy())
        kinds[kind] = {
            name: [round(number, 4) for number in numbers.tolist()]
            for name, numbers in (
                ("distance", (grown - fine).square().mean((1, 2, 3)).sqrt()),
                ("contrast", contrast(grown) / contrast(fine)),
                ("detail", detail(grown) / detail(fine)),
            )
        }
    content = {"name": FLOWER if label is not None else "a flower", "label": label, "seed": SEED,
               "steps": STEPS, "fine": FINE, "flowers": FLOWERS, "kinds": kinds}  # fmt: skip
    sheet = webp(np.concatenate(shown, axis=1), quality=98)
    return write_recording(run, "ten-steps", content, {"ten-steps": sheet})


def contrast(images: Tensor) -> Tensor:
    """The standard deviation over each image's pixels, averaged over channels: ``(batch,)``."""
    return images.std((2, 3)).mean(1)


def detail(images: Tensor) -> Tensor:
    """The mean absolute difference between a pixel and its neighbour below: ``(batch,)``."""
    return images.diff(dim=2).abs().mean((1, 2, 3))
