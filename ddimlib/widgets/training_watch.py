"""Training watch (chapters 6 and 11): the curve and the samples, epoch by epoch."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from ddimlib.runs import Run, recorded
from ddimlib.runs.logbook import Logbook
from ddimlib.widgets.layer import Figure
from ddimlib.widgets.recording import (
    sample_grids,
    spread_grids,
    watch_sheet,
    watch_side,
    webp_address,
)
from ddimlib.widgets.stills import Still

CURVES = {"train_loss": "training loss", "validation_noise_mae": "noise error in validation"}
SECOND_CURVES = {
    "train_loss": "training loss",
    "second_validation_noise_mae": "noise error of the average",
}


def training_watch(
    source: str | os.PathLike[str] | Run = "flowers32", *, second: bool = False
) -> Figure:
    """Scrub through the epochs of a run: the curve's point, and samples from the same noise.

    Args:
        source: the name of a recorded run, the folder of a run, or a ``Run``.
        second: show the average that was kept beside the training (``second_ema_decay``) in place
            of the weights that the run samples with.

    Raises:
        FileNotFoundError: where there is no such run.
        ValueError: where it made no grids of samples (``sample_every``) or kept no second average,
            or a line of its metrics is damaged that is not the last.
    """
    kind = "second-" if second else ""
    if isinstance(source, Run):
        folder = Path(source.folder)
    else:
        place = Path(source).expanduser()
        folder = place if place.is_dir() else recorded.path(str(source))
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    metrics = Logbook(folder, {}, writes=False).rows()  # without a line that a kill cut short
    made, listed = folder / f"{kind}watch.webp", folder / f"{kind}watch.json"
    if made.is_file() and listed.is_file():
        # What was compressed when the run was recorded is the same everywhere.
        sheet = made.read_bytes()
        epochs = json.loads(listed.read_text(encoding="utf-8"))["epochs"]
    else:
        grids = spread_grids(sample_grids(folder, kind), _size(config))
        epochs = list(grids)
        sheet = watch_sheet(grids.values(), _size(config)) if grids else b""
    if not epochs:
        whose, needed = "samples", "sample_every"
        if second:
            whose, needed = "a second average", "sample_every and second_ema_decay"
        raise ValueError(f"{folder.name} holds no grids of {whose}: train it with {needed} above 0")
    if not metrics:
        raise ValueError(f"{folder.name} holds no epochs: its metrics.jsonl is missing or empty")

    data = {
        "side": watch_side(_size(config)),
        "epochs": epochs,
        "curves": [
            {"name": name, "points": _points(metrics, key)}
            for key, name in (SECOND_CURVES if second else CURVES).items()
            if _points(metrics, key)
        ],
    }
    last = epochs[-1]
    return Figure(
        "watch",
        data,
        label="Training, epoch by epoch",
        caption=(
            "Move through the epochs. The pictures beside the curve start from the same noise "
            f"each time; {'the average made them' if second else 'they were made'} after epochs "
            f"{', '.join(map(str, epochs))}. "
            f"{len(metrics)} epochs were trained."
        ),
        still=_still(webp_address(sheet), epochs, last),
    )


def _size(config: dict[str, Any]) -> int:
    return int(config["image_size"])


def _points(metrics: list[dict[str, Any]], key: str) -> list[list[int | float]]:
    return [[line["epoch"], float(f"{line[key]:.4g}")] for line in metrics if key in line]


def _still(address: str, epochs: list[int], last: int) -> str:
    """The whole sheet, a grid an epoch: the moving figure reads its pictures from here."""
    width = 640 / len(epochs)
    still = Still(640, round(width) + 22, f"Samples while training, up to epoch {last}")
    for i, epoch in enumerate(epochs):
        still.text(width * (i + 0.5), 14, str(epoch), anchor="middle", size=11)
    still.file(address, 0, 20, 640, width)
    return still.to_svg()
