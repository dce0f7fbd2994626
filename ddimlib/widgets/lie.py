"""Lie to the network (chapter 4): what it answers when it is told a false noise level.

    python -m ddimlib.widgets lie

asks a recorded network again, and writes ``lie.json``, ``lie-noisy.webp`` and ``lie-guess.webp``
beside its weights (see ``recording`` for why not when a page is made). Once a reader has fetched
the network, it answers in the page itself, at any level and for other noises.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from ddimlib.data.photograph import CREDIT, sample_flower
from ddimlib.diffusion import from_noise
from ddimlib.forward import add_noise
from ddimlib.widgets.growing import bytes_of
from ddimlib.widgets.layer import Figure, encode_bytes
from ddimlib.widgets.network import network_data
from ddimlib.widgets.noise import browser_noise
from ddimlib.widgets.recording import (
    planes_webp,
    read_recording,
    read_sheets,
    webp,
    write_recording,
)
from ddimlib.widgets.stills import Still

RUN = "flowers64"
#: Log-SNRs of the noisy photograph, and those that the network is told (the former among them).
TRUTHS = (1.0, 0.0, -1.0, -2.0, -3.0)
TOLD = tuple(3 - k / 2 for k in range(17))
OPENS_AT = -1.0
SEED = 0  # of the noise (``browser_noise``), so that the page's own answers go on from the recorded


def lie(run: str = RUN) -> Figure:
    """Tell a trained network another noise level than the picture has, and see its answer.

    Args:
        run: a recorded run for which ``python -m ddimlib.widgets lie`` was called.

    Raises:
        FileNotFoundError: where the run or its recording is missing.
    """
    about = read_recording(run, "lie")
    guess, noisy = read_sheets(run, "lie-guess", "lie-noisy")
    rows, columns = len(about["truths"]), len(about["told"])
    side = 40
    still = Still(side * columns, 26 + side * rows, "What the network answers, by what it is told")
    still.text(0, 16, "Told that there is little noise, left, to much, right. Rows: more noise.")
    # In the page once: the moving figure reads the sheet from the still picture.
    still.file(guess, 0, 26, side * columns, side * rows)
    return Figure(
        "lie",
        {
            **network_data(run),
            **about,
            "truth": OPENS_AT,
            "seed": SEED,
            "noisy": noisy,
            "photograph": encode_bytes(sample_flower(about["size"])),
        },
        label="Lie to the network about the noise",
        caption=(
            "Move the second slider: now the network believes in another noise level than the "
            "picture has, to the right in more noise, to the left in less. The numbers are "
            "log-SNRs, which fall as noise grows. The first slider changes the picture itself. "
            "What you see first is recorded. Press the button, and the network answers in this "
            "page: then both sliders stop anywhere, and you can try other noises." + CREDIT
        ),
        still=still.to_svg(),
    )


@torch.no_grad()
def record(run: str = RUN) -> list[Path]:
    """Ask a run's network at every pair of levels, and keep its answers and their errors.

    Raises:
        ValueError: for a network that predicts anything but the noise.
    """
    from ddimlib.runs import load

    model = load(run)
    if model.target != "noise":
        raise ValueError(
            f"{run} predicts the {model.target}, and a lie is recorded for networks that predict "
            "the noise: choose one of those"
        )
    size = model.picture_shape[1]
    picture = torch.tensor(sample_flower(size)).permute(2, 0, 1)[None]
    image = model.normalise(picture)
    noise = torch.from_numpy(browser_noise(SEED, tuple(image.shape)))
    believed = torch.sigmoid(-torch.tensor(TOLD))  # noise variances
    seen, answers, errors = [], [], []
    for truth in TRUTHS:
        rates = model.schedule(model.schedule.time(torch.tensor(truth)))
        noisy = add_noise(image, noise, rates)
        guessed = model.network(noisy.expand(len(TOLD), -1, -1, -1), believed)
        guess = from_noise(noisy, guessed, rates).image
        seen.append(bytes_of(model, noisy).numpy()[0])
        answers.append(np.concatenate(list(bytes_of(model, guess).numpy()), axis=1))
        errors.append([round(float(e), 3) for e in (guess - image).abs().mean((1, 2, 3))])
    content = {"size": size, "truths": TRUTHS, "told": TOLD, "errors": errors}
    sheets = {
        "lie-guess": webp(np.concatenate(answers), quality=80),
        "lie-noisy": planes_webp(np.concatenate(seen), quality=50),
    }
    return write_recording(run, "lie", content, sheets)
