"""Where the points between the discs come from: the map, its steps, or its training (chapter 1).

    python -m ddimlib.runs.bridges   measures it, and records the shares

A continuous map cannot carry one blob of noise onto eight separate discs, so some points must land
between them. How many, is a question for an experiment: the exact denoiser has nothing to learn,
so what it leaves is due to the sampler's steps and the map alone; what a network leaves beyond
that is due to its training. It takes a quarter of an hour on one core. The shares go to
``book/results/landscape/bridges.json``, and what is there already is not measured again.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor

from ddimlib.exact.mixture import GaussianMixture
from ddimlib.families.models import Diffusion
from ddimlib.families.points import toy_points
from ddimlib.families.scores import CLUSTER_STD, between_discs, cluster_centres, train_family
from ddimlib.runs import checkpoints
from ddimlib.runs.landscape import Summary, summarise
from ddimlib.samplers import sample

POINTS = 4096
SAMPLING_STEPS = (10, 20, 40, 100, 400)
EXACT_SEEDS = range(24)
TRAINING_STEPS = (1500, 6000)
TRAINED_SEEDS = range(10)

Row = dict[str, Any]


def exact_samples(steps: int, seed: int, count: int = POINTS) -> Float[Tensor, "count 2"]:
    """DDIM with the best possible denoiser of the eight discs, on chapter 1's own schedule."""
    schedule = Diffusion().model.schedule
    denoise = GaussianMixture(cluster_centres(), CLUSTER_STD).denoiser(schedule)
    return sample(denoise, schedule, _noise(seed, count), "ddim", steps)


def shares(
    rows: Sequence[Row], source: str, sampling: int | None = None, training: int | None = None
) -> Summary:
    """Mean share between the discs over seeds, with its standard error.

    Args:
        rows: as ``record`` leaves them.
        source: "fresh data", "exact" or "diffusion".
        sampling: the sampler's steps, where there is one.
        training: the steps that it was trained for, where it was.

    Raises:
        ValueError: when no such share was recorded.
    """
    wanted = {"source": source, "sampling": sampling, "training": training}
    chosen = [row for row in rows if all(row[key] == value for key, value in wanted.items())]
    if not chosen:
        known = sorted({tuple(map(str, (row[key] for key in wanted))) for row in rows})
        raise ValueError(
            f"no share was recorded for {wanted}; there are (source, sampling, training): {known}"
        )
    return summarise([{**row, "family": source} for row in chosen], source, "between")


def measurements() -> Iterator[tuple[str, int | None, int]]:
    """What is measured, in this order: source, steps of training, seed."""
    for seed in EXACT_SEEDS:
        yield "fresh data", None, seed
    for seed in EXACT_SEEDS:
        yield "exact", None, seed
    for seed in TRAINED_SEEDS:
        for training in TRAINING_STEPS:
            yield "diffusion", training, seed


def measure(source: str, training: int | None, seed: int) -> list[Row]:
    """The share between the discs of one source with one seed, a row for each number of steps."""

    def row(sampling: int | None, points: Tensor) -> Row:
        share = round(between_discs(points), 6)
        return {
            "source": source, "training": training, "sampling": sampling, "seed": seed,
            "between": share,
        }  # fmt: skip

    if source == "fresh data":
        generator = torch.Generator().manual_seed(40_000 + seed)
        return [row(None, toy_points("rings", POINTS, generator))]
    if source == "exact":
        return [row(steps, exact_samples(steps, seed)) for steps in SAMPLING_STEPS]
    model = train_family(source, seed, steps=training)
    assert isinstance(model, Diffusion)
    rows = []
    for steps in (40, 400):
        model.steps = steps
        with torch.no_grad():
            rows.append(row(steps, model.generate(_noise(seed, POINTS))))
    return rows


def record(file: Path) -> list[Row]:
    """Measure what the file does not hold yet; rows are saved as they come.

    Raises:
        ValueError: when the file is damaged.
        OSError: when it cannot be written.
    """
    rows: list[Row] = checkpoints.read_json(file) if file.exists() else []
    done = {(row["source"], row["training"], row["seed"]) for row in rows}
    for what in measurements():
        if what in done:
            continue
        rows += measure(*what)
        lines = ",\n  ".join(json.dumps(one) for one in rows)
        checkpoints.write_text(file, f"[\n  {lines}\n]\n")
        print(rows[-1], flush=True)
    return rows


def _noise(seed: int, count: int) -> Float[Tensor, "count 2"]:
    return torch.randn(count, 2, generator=torch.Generator().manual_seed(20_000 + seed))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--file", type=Path, default=Path("book/results/landscape/bridges.json"))
    record(parser.parse_args().file)


if __name__ == "__main__":
    main()
