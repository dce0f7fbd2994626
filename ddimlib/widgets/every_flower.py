"""Every flower (chapter 11): one picture of each class, and a button that grows it in the page.

    python -m ddimlib.widgets flowers

lets a recorded network grow them again, and writes ``flowers.json`` and ``flowers.webp`` beside its
weights (see ``recording`` for why not when a page is made).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from ddimlib.guidance import guided
from ddimlib.samplers import sample
from ddimlib.widgets.growing import GUIDANCE, INTERVAL, bytes_of
from ddimlib.widgets.layer import Figure
from ddimlib.widgets.network import SITE
from ddimlib.widgets.noise import browser_noise
from ddimlib.widgets.recording import read_recording, read_sheets, webp, write_recording
from ddimlib.widgets.stills import Still

RUN = "flowers64"
CHAPTER = SITE + "book/11-flowers.html"
STEPS, COLUMNS = 20, 10


def every_flower(run: str = RUN) -> Figure:
    """One flower of each class that a network knows; a press opens it in "Grow a flower".

    Where the page has no such figure, in an output frame of a notebook, the press leads to the
    published chapter.

    Args:
        run: a recorded run for which ``python -m ddimlib.widgets flowers`` was called.

    Raises:
        FileNotFoundError: where the run or its recording is missing.
    """
    about = read_recording(run, "flowers")
    (sheet,) = read_sheets(run, "flowers")
    names = about["names"]
    rows = -(-len(names) // COLUMNS)
    still = Still(640, 64 * rows, f"One generated flower of each of {len(names)} classes")
    # In the page once: the moving figure reads the sheet from the still picture.
    still.file(sheet, 0, 0, 640, 64 * rows)
    return Figure(
        "every_flower",
        {"size": about["size"], "columns": COLUMNS, "names": names, "chapter": CHAPTER},
        label=f"A flower of each of {len(names)} classes",
        caption=(
            f"One flower of each class by {run}, from the noise whose seed is the number of the "
            f"class; {STEPS} steps, guidance {GUIDANCE:g} from t = {INTERVAL[1]:g} to "
            f"{INTERVAL[0]:g}, not selected. Press one to grow it yourself."
        ),
        still=still.to_svg(),
    )


@torch.no_grad()
def record(run: str = RUN) -> list[Path]:
    """Grow a flower of each class, as the page does it from the same seeds.

    Raises:
        ValueError: for a network that knows no classes.
    """
    from ddimlib.runs import load

    model = load(run)
    names = list(model.class_names)
    if not names:
        raise ValueError(f"{run} knows no classes: choose a run that was told them")
    shape = model.picture_shape
    noise = torch.from_numpy(
        np.concatenate([browser_noise(seed, (1, *shape)) for seed in range(len(names))])
    )
    rows = []
    for numbers in torch.arange(len(names)).split(COLUMNS):
        denoise = guided(model, numbers, GUIDANCE, INTERVAL)
        flowers = bytes_of(
            model, sample(denoise, model.schedule, noise[numbers], steps=STEPS)
        ).numpy()
        row = np.full((shape[1], COLUMNS * shape[2], 3), 255, np.uint8)
        row[:, : len(numbers) * shape[2]] = np.concatenate(list(flowers), axis=1)
        rows.append(row)
    content = {"size": shape[1], "steps": STEPS, "names": names}
    sheet = webp(np.concatenate(rows), quality=82)
    return write_recording(run, "flowers", content, {"flowers": sheet})
