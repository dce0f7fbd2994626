"""First flowers (the first page): three pictures between noise and flower, and what is guessed.

    python -m ddimlib.widgets first

lets a recorded network grow them again, and writes ``first.json``, ``first-noisy.webp`` and
``first-guess.webp`` beside its weights (see ``recording`` for why not when a page is made).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from ddimlib.guidance import guided
from ddimlib.samplers import ddim, seeded_noise
from ddimlib.widgets.growing import GUIDANCE, INTERVAL, bytes_of
from ddimlib.widgets.layer import Figure
from ddimlib.widgets.recording import (
    planes_webp,
    read_recording,
    read_sheets,
    webp,
    write_recording,
)
from ddimlib.widgets.stills import Still

#: Class and seed of each flower, chosen by eye among two seeds of thirteen classes, with the
#: network before this one.
FLOWERS = (("sunflower", 500), ("passion flower", 502), ("hibiscus", 305))
STEPS, EVERY = 20, 2
RUN = "flowers64"


def first_flowers(run: str = RUN) -> Figure:
    """Move three pictures between noise and flower; below each, what the network takes it to be.

    Args:
        run: a recorded run for which ``python -m ddimlib.widgets.first_flowers`` was called.

    Raises:
        FileNotFoundError: where the run or its recording is missing.
    """
    about = read_recording(run, "first")
    guess, noisy = read_sheets(run, "first-guess", "first-noisy")
    count, columns = len(about["flowers"]), len(about["times"])
    still = Still(720, 26 + 64 * count, "What the network takes three pictures to be, step by step")
    still.text(0, 16, "From pure noise, left, to a flower: what the network guesses at each moment")
    # In the page once: the moving figure reads the sheet from the still picture.
    still.file(guess, 0, 26, 64 * columns, 64 * count)
    names = [name for name, _ in about["flowers"]]
    return Figure(
        "first_flowers",
        {"size": about["size"], "times": about["times"], "noisy": noisy, "flowers": names},
        label="Three flowers come out of noise",
        caption=(
            "Drag across the pictures, or move the slider. Above: the noisy pictures. Below: what "
            "the network takes each of them to be at that moment. In pure noise it sees little "
            "more than a colour; each guess takes a little noise away, and the next is better. "
            "None of these flowers has ever existed."
        ),
        still=still.to_svg(),
    )


@torch.no_grad()
def record(run: str = RUN) -> list[Path]:
    """Let a run's network grow the flowers, and keep states and guesses at every second step."""
    from ddimlib.runs import load

    model = load(run)
    names = list(model.class_names)
    labels = torch.tensor([names.index(name) for name, _ in FLOWERS])
    noise = seeded_noise([seed for _, seed in FLOWERS], model.picture_shape)
    denoise = guided(model, labels, GUIDANCE, INTERVAL)
    steps = list(ddim(denoise, model.schedule, noise, STEPS))
    states = [noise, *(step.noisy for step in steps[:-1]), steps[-1].prediction.image]
    guesses = [*(step.prediction.image for step in steps), steps[-1].prediction.image]
    times = [1.0, *(step.time for step in steps)]
    kept = range(0, STEPS + 1, EVERY)

    def sheet(images: list[torch.Tensor]) -> NDArray[np.uint8]:
        """A row a flower, a column a moment: (flowers · size, moments · size, 3)."""
        pictures = np.stack([bytes_of(model, images[i]).numpy() for i in kept], axis=2)
        flowers, height, moments, width, colours = pictures.shape
        return pictures.reshape(flowers * height, moments * width, colours)

    content = {
        "size": model.picture_shape[1],
        "flowers": FLOWERS,
        "steps": STEPS,
        "times": [round(times[i], 6) for i in kept],
    }
    sheets = {
        "first-guess": webp(sheet(guesses), quality=82),
        "first-noisy": planes_webp(sheet(states), quality=45),
    }
    return write_recording(run, "first", content, sheets)
