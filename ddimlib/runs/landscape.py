"""The table of chapter 1: four families, each trained and scored with ten seeds.

    python -m ddimlib.runs.landscape   trains all four with ten seeds, and records the scores

It takes a few minutes on one core. The scores go to ``book/results/landscape/scores.json``,
where chapter 1 reads them; what is there already is not trained again, unless the settings have
changed since: then the scores are begun anew, and those from before are kept beside them. The table
is made of the first five seeds; five more ask whether its order holds.
"""

import argparse
import hashlib
import inspect
import itertools
import json
import math
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch

from ddimlib.families.models import GAN, ToyModel, train
from ddimlib.families.points import toy_points
from ddimlib.families.scores import (
    FAMILIES,
    TRAINING_POINTS,
    VARIANTS,
    even_discs,
    score,
    sliced_wasserstein,
    train_family,
)
from ddimlib.runs import checkpoints

#: Seeds of the table, and seeds that check it: no setting was chosen with those in view.
SEEDS = range(5)
FURTHER_SEEDS = range(5, 10)

SCORED_POINTS = 16_384


def measure(model: ToyModel, seed: int = 0, count: int = SCORED_POINTS) -> dict[str, Any]:
    """Score a trained model, with its log density of unseen data where the family has one."""
    points = model.sample(count, torch.Generator().manual_seed(20_000 + seed))
    result: dict[str, Any] = score(points, seed)._asdict()
    unseen = toy_points("rings", 1024, torch.Generator().manual_seed(30_000 + seed))
    if not isinstance(model, GAN):
        with torch.no_grad():
            result["log_likelihood"] = model.log_density(unseen).mean().item()
    return result


class Summary(NamedTuple):
    """Mean of a number over seeds, and the standard error of that mean."""

    mean: float
    error: float


def summarise(rows: Sequence[dict[str, Any]], family: str, key: str) -> Summary:
    """Mean and standard error over seeds of one number of one family."""
    values = [row[key] for row in rows if row["family"] == family]
    # Exactly: Python's `sum` rounds otherwise since 3.12, which a tie in the last digit shows.
    mean = math.fsum(values) / len(values)
    variance = math.fsum((value - mean) ** 2 for value in values) / (len(values) - 1)
    return Summary(mean, math.sqrt(variance / len(values)))


def ranking(rows: Sequence[dict[str, Any]], key: str = "distance") -> list[str]:
    """The families of one seed (or of the means over all seeds), the smallest number first."""
    families = {row["family"] for row in rows} & FAMILIES.keys()
    means = {}
    for family in families:
        values = [row[key] for row in rows if row["family"] == family]
        means[family] = math.fsum(values) / len(values)
    return sorted(means, key=lambda family: means[family])


def same_order(rows: Sequence[dict[str, Any]], order: Sequence[str], key: str = "distance") -> int:
    """In how many seeds the families come in this order, the best first.

    The order may name some of the families only: two of them ask how often one beats the other.
    """
    named = [row for row in rows if row["family"] in order]
    return same_places(named, [[family] for family in order], key)


def places(rows: Sequence[dict[str, Any]], key: str = "distance") -> list[list[str]]:
    """The ranking of the means over all seeds, with ties, the smallest number first.

    A family shares the place of the one before it when their means differ by less than twice the
    standard error of the difference.
    """
    shared: list[list[str]] = []
    for family in ranking(rows, key):
        mine = summarise(rows, family, key)
        if shared:
            other = summarise(rows, shared[-1][-1], key)
            if mine.mean - other.mean < 2 * math.hypot(mine.error, other.error):
                shared[-1].append(family)
                continue
        shared.append([family])
    return shared


def same_places(
    rows: Sequence[dict[str, Any]], order: Sequence[Sequence[str]], key: str = "distance"
) -> int:
    """In how many seeds every family beats all those of later places; ties are left open."""
    count = 0
    for seed in {row["seed"] for row in rows}:
        of_seed = {row["family"]: row[key] for row in rows if row["seed"] == seed}
        numbers = [[of_seed[family] for family in place] for place in order]
        count += all(max(here) < min(there) for here, there in itertools.pairwise(numbers))
    return count


def settings() -> dict[str, Any]:
    """What the scores depend on: two counts, and how each family stands after ten steps.

    The distance after ten steps from seed 0 changes with anything in the code that changes the
    training (first weights, losses, learning rates, data), and hardly with the machine.
    """
    after_ten_steps = {}
    for name in FAMILIES:
        early = train_family(name, 0, steps=10).sample(1024, torch.Generator().manual_seed(0))
        after_ten_steps[name] = round(sliced_wasserstein(early, even_discs(1024)), 5)
    return {
        "training_points": TRAINING_POINTS,
        "scored_points": SCORED_POINTS,
        "steps": inspect.signature(train).parameters["steps"].default,
        "distance_after_ten_steps": after_ten_steps,
    }


def record(
    file: Path, seeds: Iterable[int], families: Iterable[str] = FAMILIES
) -> list[dict[str, Any]]:
    """Train and measure families with every seed, one row each, saved as they come.

    Returns:
        The rows of these seeds, and of others made with the same settings before.

    Raises:
        ValueError: when the file is damaged.
        OSError: when it cannot be written.
    """
    now = settings()
    before = checkpoints.read_json(file) if file.exists() else {}
    same = before.get("settings") == now
    rows = before["scores"] if same else []
    if before and not same:
        _keep_aside(file)
    done = {(row["seed"], row["family"]) for row in rows}
    for seed in seeds:
        for name in families:
            if (seed, name) in done:
                continue
            row = {"seed": seed, "family": name, **measure(train_family(name, seed), seed)}
            rows.append(row)
            lines = ",\n  ".join(json.dumps(one) for one in rows)
            text = f'{{"settings": {json.dumps(now)},\n "scores": [\n  {lines}]}}\n'
            checkpoints.write_text(file, text)
            print(row, flush=True)
    return rows


def _keep_aside(file: Path) -> None:
    """A copy of scores that were made with other settings, and a word about it.

    Its name has a digest of it, so that the same scores are kept once and no others replaced.
    """
    content = file.read_bytes()
    aside = file.with_name(f"{file.stem}-{hashlib.sha256(content).hexdigest()[:8]}{file.suffix}")
    checkpoints.write_bytes(aside, content)
    warnings.warn(
        f"{file} was made with other settings (see `settings`), so that its scores are begun anew; "
        f"those from before are kept in {aside}",
        stacklevel=3,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--file", type=Path, default=Path("book/results/landscape/scores.json"))
    file = parser.parse_args().file
    record(file, [*SEEDS, *FURTHER_SEEDS])
    record(file, SEEDS, VARIANTS)


if __name__ == "__main__":
    main()
