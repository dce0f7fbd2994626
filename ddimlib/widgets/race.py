"""A race of solvers at equal evaluations (chapter 8): six of them grow the flower of one noise.

    python -m ddimlib.widgets race

races them over 24 noises by a recorded network, and writes ``race.json``, ``race.webp`` and
``race-ends.webp`` beside its weights (see ``recording`` for why not when a page is made).
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor

from ddimlib.diffusion import DiffusionModel, Prediction
from ddimlib.samplers import SAMPLERS, Denoise, sample, steps_within
from ddimlib.schedules import Schedule
from ddimlib.widgets.growing import bytes_of
from ddimlib.widgets.layer import Figure
from ddimlib.widgets.network import network_data
from ddimlib.widgets.noise import browser_noise
from ddimlib.widgets.recording import read_recording, read_sheets, webp, write_recording
from ddimlib.widgets.stills import Still

RUN = "flowers64"


class Lane(NamedTuple):
    """A sampler that races, with the name that readers see."""

    name: str
    sampler: str
    options: dict[str, Any]


_IMAGES = {"order": 2, "quantity": "image", "coordinate": "log_snr"}
_NOISES = {"order": 3, "quantity": "noise", "coordinate": "log_snr"}
#: By the keys of RACERS in static/solvers.js, named as in chapter 8's table.
LANES = {
    "ddim": Lane("DDIM", "ddim", {}),
    "heun": Lane("Heun", "heun", {}),
    "dpm_solver_pp": Lane("DPM-Solver++", "dpm_solver_pp", {}),
    "images": Lane("multistep, images, order 2", "multistep", _IMAGES),
    "noises": Lane("multistep, noises, order 3", "multistep", _NOISES),
    "corrected": Lane("multistep, noises, order 3, corrected", "corrected_multistep", _NOISES),
}
BUDGETS = (4, 5, 6, 8, 10, 20)  # network evaluations
SPACINGS = {"log_snr": "log_snr", "time": "uniform"}  # the page's names, and the samplers'
SEEDS = tuple(range(24))
FINISH_EVALUATIONS = 60  # of DPM-Solver++ in steps of log-SNR, as in benchmarks/few_evaluations.py
FINISH_UNIT = 2**-12  # or more: in which the opening noise's finish is kept, as 16-bit numbers
OPENS_WITH: dict[str, Any] = {"seed": 3, "budget": 5, "spacing": "log_snr"}


def race(run: str = RUN) -> Figure:
    """Six samplers grow the flower of one noise with equally many network evaluations.

    Opens with a recorded race. Once the network has been fetched (see ``grow_a_flower``), the
    reader races them on any noise; a finely solved path says how far from its end each arrives.

    Args:
        run: a recorded run for which ``python -m ddimlib.widgets race`` was called.

    Raises:
        FileNotFoundError: where the run or its recording is missing.
        ValueError: for a schedule or a target that pages do not know (``check_contract``).
    """
    about = read_recording(run, "race")
    walk, ends = read_sheets(run, "race", "race-ends")
    return Figure(
        "race",
        {**network_data(run), **about, **OPENS_WITH, "ends": ends},
        label="A race of solvers at equal evaluations",
        caption=(
            f"Six samplers grow the flower of one noise by {run}, a network of this book. All "
            "spend equally many network evaluations; Heun, who needs two a step, has to leave one "
            "over where the number is even. A picture shows what its sampler holds the flower to "
            "be. Its distance is the mean absolute difference from the finish, the flower that "
            f"DPM-Solver++ grows with {about['finish_evaluations']} evaluations in even steps of "
            "log-SNR. The finish is known to about "
            f"{np.mean(about['finish_errors']):.3f}: where distances come near that, the ranking "
            "says nothing."
        ),
        still=_still(about, walk),
    )


def _still(about: dict[str, Any], walk: str) -> str:
    budget = OPENS_WITH["budget"]
    side, left, top = 70, 170, 26
    still = Still(
        640, top + side * len(LANES), f"Six samplers grow a flower with {budget} evaluations"
    )
    still.text(left, 18, "evaluation by evaluation", size=18, colour="muted")
    still.text(640, 18, "distance", size=18, anchor="end", colour="muted")
    # In the page once: the moving figure reads the sheet from the still picture.
    still.file(walk, left, top, side * budget, side * len(LANES))
    found = about["distances"][OPENS_WITH["spacing"]][str(budget)]
    opening = about["seeds"].index(OPENS_WITH["seed"])
    for row, (key, lane) in enumerate(LANES.items()):
        middle = top + side * row + side // 2
        words = lane.name.split(", ")
        still.text(0, middle, ", ".join(words[:2]), size=18)
        if len(words) > 2:
            still.text(0, middle + 21, ", ".join(words[2:]), size=18)
        still.text(640, middle, f"{found[key][opening]:.3f}", size=18, anchor="end")
    return still.to_svg()


# --- The recording -----------------------------------------------------------------------------


def course(
    lane: Lane, budget: int, spacing: str, denoise: Denoise, schedule: Schedule, noise: Tensor
) -> list[Tensor]:
    """What a sampler takes the end to be after each of its evaluations: that many images.

    The last is the image that ``samplers.sample`` returns. Heun's trial steps are among them.
    """
    seen: list[Tensor] = []

    def watched(noisy: Tensor, t: Tensor) -> Prediction:
        prediction = denoise(noisy, t)
        seen.append(prediction.image)
        return prediction

    options = {**lane.options, "times": SPACINGS[spacing]}
    steps = steps_within(budget, lane.sampler, **options)
    for step in SAMPLERS[lane.sampler](watched, schedule, noise, steps, **options):
        seen[-1] = step.prediction.image
    return seen


def finish(model: DiffusionModel, noise: Tensor, evaluations: int = FINISH_EVALUATIONS) -> Tensor:
    """Where the paths of these noises end, as far as DPM-Solver++ can tell."""
    return sample(
        model.denoise, model.schedule, noise, "dpm_solver_pp", evaluations, times="log_snr"
    )


def distance(images: Tensor, finish: Tensor) -> list[float]:
    """Mean absolute difference of each image, to four digits; images have a spread of 1."""
    return [round(one, 4) for one in (images - finish).abs().mean((1, 2, 3)).tolist()]


@torch.no_grad()
def record(
    run: str = RUN, load: Callable[[str], DiffusionModel] | None = None, fine: int = 160
) -> list[Path]:
    """Race over ``SEEDS``, and keep all distances, and the pictures of the opening noise.

    Args:
        run: a recorded run.
        load: what loads its model, by default ``runs.load``.
        fine: evaluations of the solution by which the finish itself is judged.
    """
    from ddimlib import runs

    model = (load or runs.load)(run)
    shape = model.picture_shape
    noise = torch.from_numpy(np.stack([browser_noise(seed, shape) for seed in SEEDS]))
    ends = finish(model, noise)
    errors = distance(ends, finish(model, noise, fine))
    opening = SEEDS.index(OPENS_WITH["seed"])
    found: dict[str, dict[str, dict[str, list[float]]]] = {}
    last: dict[str, list[Tensor]] = {key: [] for key in LANES}
    walk: dict[str, list[Tensor]] = {}
    for spacing in SPACINGS:
        found[spacing] = {}
        for budget in BUDGETS:
            found[spacing][str(budget)] = {}
            for key, lane in LANES.items():
                images = course(lane, budget, spacing, model.denoise, model.schedule, noise)
                found[spacing][str(budget)][key] = distance(images[-1], ends)
                last[key].append(images[-1][opening])
                if (budget, spacing) == (OPENS_WITH["budget"], OPENS_WITH["spacing"]):
                    walk[key] = [image[opening] for image in images]
    unit = FINISH_UNIT
    while ends[opening].abs().max() > unit * (2**15 - 1):
        unit *= 2
    units = (ends[opening] / unit).round().numpy().astype("<i2")
    content = {
        "seeds": SEEDS,
        "budgets": BUDGETS,
        "names": {key: lane.name for key, lane in LANES.items()},
        "distances": found,
        "finish_evaluations": FINISH_EVALUATIONS,
        "finish_errors": errors,
        "finish": base64.b64encode(units.tobytes()).decode("ascii"),
        "finish_unit": unit,
    }
    sheets = {
        "race": webp(_sheet(model, walk), quality=80),
        "race-ends": webp(_sheet(model, last), quality=70),
    }
    return write_recording(run, "race", content, sheets)


def _sheet(model: DiffusionModel, rows: dict[str, list[Tensor]]) -> np.ndarray:
    """Pictures of each lane in a row."""
    lines = [bytes_of(model, torch.stack(row)).numpy() for row in rows.values()]
    return np.concatenate([np.concatenate(list(line), axis=1) for line in lines])
