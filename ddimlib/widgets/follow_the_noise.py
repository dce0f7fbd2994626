"""Follow the noise (chapter 13): a flower in one to four evaluations while its noise is dragged.

    python -m ddimlib.widgets follow

writes ``follow.json`` and ``follow.webp`` beside the weights of a recorded few-step run: the
flowers of a grid of places for every number of evaluations. The network is exported when the book
is built.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from ddimlib.diffusion import DiffusionModel
from ddimlib.distillation import few_steps
from ddimlib.runs import export, leaps, recorded
from ddimlib.widgets.growing import bytes_of, step_seed
from ddimlib.widgets.layer import Figure
from ddimlib.widgets.network import network_data
from ddimlib.widgets.noise import browser_noise
from ddimlib.widgets.recording import (
    GROW_FLOWER,
    check_contract,
    read_recording,
    read_sheets,
    webp,
    write_recording,
)
from ddimlib.widgets.stills import Still

RUN = "few-steps-32"
SEED = 11
REACH = 1.5  # the square of noises goes from -REACH to REACH
PLACES = 9  # recorded a row and a column


def noise_at(seed: int, x: float, y: float, shape: tuple[int, ...]) -> Tensor:
    """The noise at a place of the plane: (z₀ + x z₁ + y z₂) / √(1 + x² + y²).

    Standard normal at every place, and the nearer two places, the more alike their noises; as
    ``noiseAt`` in ``static/leaps.js``.

    Returns:
        One noise, ``(1, *shape)``, float32.
    """
    corners = [browser_noise(3 * seed + k, shape).astype(np.float64) for k in range(3)]
    mixed = (corners[0] + x * corners[1] + y * corners[2]) / np.sqrt(1 + x * x + y * y)
    return torch.from_numpy(mixed.astype(np.float32))[None]


@torch.no_grad()
def leap(
    model: DiffusionModel, noise: Tensor, evaluations: int, label: int | None = None, seed: int = 0
) -> Tensor:
    """The picture that the page shows for a noise, ``(1, channels, size, size)``, standardised.

    Args:
        model: as of ``leaps.load``.
        noise: one noise, ``(1, channels, size, size)``.
        evaluations: how many leaps.
        label: a class number, or None.
        seed: of the fresh noise, where the model draws some.
    """
    numbers = itertools.count()

    def fresh(images: Tensor) -> Tensor:
        drawn = browser_noise(step_seed(seed, next(numbers)), images.shape)
        return torch.from_numpy(drawn)

    told = None if label is None else torch.tensor([label])
    *_, last = few_steps(model, noise, evaluations, told, fresh)
    return last.noisy


def follow_the_noise(run: str = RUN) -> Figure:
    """Drag a ring through a square of noises; the flower of the noise under it follows.

    Opens with recorded flowers on a grid of places. Once the network has been fetched (see
    ``grow_a_flower``), every place has a flower, grown in the page while the ring moves.

    Args:
        run: a recorded run of a few-step method, for which ``python -m ddimlib.widgets follow`` was
            called.

    Raises:
        FileNotFoundError: where the run or its recording is missing.
        ValueError: for a schedule or a target that pages do not know (``check_contract``).
    """
    about = read_recording(run, "follow")
    (sheet,) = read_sheets(run, "follow")
    names = ("method", "evaluations", "label", "seed", "reach", "places")
    data = {**network_data(run, "follow"), **{name: about[name] for name in names}}
    most = max(about["evaluations"])
    how_often = (
        f"with the number of network evaluations that you choose, at most {most}"
        if most > 1
        else "in a single network evaluation"
    )
    return Figure(
        "follow",
        data,
        label="A flower that follows the noise",
        caption=(
            "Every place of the square is a noise; the one under the ring is shown. Drag the ring, "
            f"and the flower of that noise follows, grown by {run} {how_often}. Before the network "
            f"is fetched, the flowers of {about['places']} × {about['places']} recorded places are "
            "shown."
        ),
        still=_still(about, sheet),
    )


def _still(about: dict[str, Any], sheet: str) -> str:
    """The recorded places: a square of flowers for each number of evaluations."""
    count = len(about["evaluations"])
    side, top = 640 // 3, 36  # with words that can be read on a phone, too
    still = Still(
        side * count, top + side, "Flowers on a square of noises, for each number of evaluations"
    )
    for i, evaluations in enumerate(about["evaluations"]):
        text = f"{evaluations} evaluation{'s' if evaluations > 1 else ''}"
        still.text(side * i + side // 2, 25, text, size=26, anchor="middle")
    # In the page once: the moving figure reads the sheet from the still picture.
    still.file(sheet, 0, top, side * count, side)
    return still.to_svg()


def record(
    run: str = RUN, load: Callable[[str], DiffusionModel] | None = None, flower: str = GROW_FLOWER
) -> list[Path]:
    """Write ``follow.json`` and ``follow.webp`` of a recorded run.

    Args:
        run: a recorded run of a few-step method.
        load: what loads its model, by default ``leaps.load``.
        flower: the class that the figure opens with; none where the network does not know it.

    Raises:
        FileNotFoundError: where there is no such run.
        ValueError: where the run's network does not leap, or a page could not sample from it.
    """
    model, known = (load or leaps.load)(run), leaps.read(recorded.path(run))
    if known is None:
        raise ValueError(
            f"the network of {run} was not trained to leap: record one of chapter 13's methods"
        )
    about = export.describe(model)
    if known.method == "mean-flow":  # the line as it stands, which static/leaps.js knows itself
        about["schedule"] = {"kind": "rectified_flow", "options": {}}
    names = list(model.class_names)
    label = names.index(flower) if flower in names and about["classes"] is not None else None
    steps = np.linspace(-REACH, REACH, PLACES).round(4).tolist()
    squares = []
    for evaluations in known.evaluations:
        rows = [
            torch.cat(
                [
                    leap(model, noise_at(SEED, x, y, model.picture_shape), evaluations, label, SEED)
                    for x in steps
                ]
            )
            for y in reversed(steps)  # y grows upwards
        ]
        lines = [np.concatenate(list(bytes_of(model, row).numpy()), axis=1) for row in rows]
        squares.append(np.concatenate(lines))
    content = {
        **check_contract(about),
        "method": known.method,
        "evaluations": known.evaluations,
        "label": label,
        "seed": SEED,
        "reach": REACH,
        "places": PLACES,
        "model_bytes": export.padded_length(model),
        "model_digest": export.version(model),
    }
    sheet = webp(np.concatenate(squares, axis=1), quality=85)
    return write_recording(run, "follow", content, {"follow": sheet})
