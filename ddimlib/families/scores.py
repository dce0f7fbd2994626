"""Four families trained on the same points and scored by the same rule (chapter 1).

    python -m ddimlib.families.scores   trains all four with ten seeds, and records the scores

It takes a few minutes on one core. The scores go to ``book/results/landscape/scores.json``,
where chapter 1 reads them; what is there already is not trained again, unless the settings have
changed since. The table is made of the first five seeds; five more ask whether its order holds.
"""

import argparse
import inspect
import itertools
import json
import math
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import torch
from jaxtyping import Float
from torch import Tensor

from ddimlib.checks import check_name
from ddimlib.families.models import GAN, VAE, Diffusion, Flow, ToyModel, train
from ddimlib.families.points import toy_points

FAMILIES: dict[str, type[ToyModel]] = {
    "GAN": GAN,
    "VAE": VAE,
    "flow": Flow,
    "diffusion": Diffusion,
}

#: What is shown beside the four and not ranked: the game without remedies drops discs.
VARIANTS: dict[str, Callable[[], ToyModel]] = {
    "GAN of 2014": partial(GAN, steepness=0.0, haze=0.0),
}

#: The data, "rings": eight discs of this standard deviation, with centres on this circle.
CLUSTERS = 8
CLUSTER_STD = 0.09
CIRCLE = 1.4


#: Seeds of the table, and seeds that check it: no setting was chosen with those in view.
SEEDS = range(5)
FURTHER_SEEDS = range(5, 10)

TRAINING_POINTS = 32_768
SCORED_POINTS = 16_384


class Score(NamedTuple):
    """How well a set of generated points fits the eight discs."""

    distance: float  # sliced Wasserstein distance to the data; smaller is better
    clusters: int  # discs that got at least half of their share, of 8
    between: float  # share of points further than 4 standard deviations from every centre
    unevenness: float  # points in the fullest disc over points in the emptiest
    mmd: float  # squared maximum mean discrepancy to the data; smaller is better


def train_family(
    name: str, seed: int = 0, data: str = "rings", count: int = TRAINING_POINTS, **options: Any
) -> ToyModel:
    """One family, trained on a toy data set. The same seed gives all families the same points.

    Args:
        name: one of ``FAMILIES`` or ``VARIANTS``.
        seed: of the data, the first weights and the training.
        count: number of data points.
        options: passed on to ``models.train``, for example ``steps=500``.

    Raises:
        ValueError: for an unknown family; the message lists the known ones.
    """
    known: dict[str, Callable[[], ToyModel]] = {**FAMILIES, **VARIANTS}
    family = known[check_name(name, known, "family")]
    generator = torch.Generator().manual_seed(seed)
    points = toy_points(data, count, generator)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        model = family()
    return train(model, points, generator=generator, **options).eval()


def sliced_wasserstein(
    first: Float[Tensor, "n 2"], second: Float[Tensor, "m 2"], directions: int = 64
) -> float:
    """How far one cloud of points must be moved to become another: Bonneel et al. (2015).

    Seen along one direction, clouds are rows of numbers, and the cheapest way to move one row
    onto the other is in sorted order. The root of the mean squared move, over directions spread
    evenly over the half circle.

    Raises:
        ValueError: when the clouds have different numbers of points.
    """
    if first.shape != second.shape:
        raise ValueError(
            "sliced_wasserstein compares clouds with equally many points, "
            f"got {len(first)} and {len(second)}"
        )
    angle = torch.arange(directions, dtype=torch.float64) * math.pi / directions
    along = torch.stack([angle.cos(), angle.sin()])
    first, second = ((cloud.double() @ along).sort(dim=0).values for cloud in (first, second))
    return (first - second).square().mean().sqrt().item()


def gaussian_mmd(
    first: Float[Tensor, "n 2"], second: Float[Tensor, "m 2"], width: float = 0.25
) -> float:
    """Squared maximum mean discrepancy with a Gaussian kernel, unbiased: Gretton et al. (2012).

    Lemma 6, equation (3). It compares the clouds blurred to about ``width``, half the way from a
    disc's centre to the middle between two discs, so it sees shape where the distance sees mass.
    """

    def kernel(x: Tensor, y: Tensor) -> Tensor:
        return torch.exp(-torch.cdist(x, y).square() / (2 * width**2)).double()

    def within(x: Tensor) -> Tensor:
        return (kernel(x, x).sum() - len(x)) / (len(x) * (len(x) - 1))

    return (within(first) + within(second) - 2 * kernel(first, second).mean()).item()


def cluster_centres() -> Float[Tensor, "8 2"]:
    """The centres of the eight discs of the data set "rings"."""
    angle = torch.arange(CLUSTERS) * 2 * math.pi / CLUSTERS
    return CIRCLE * torch.stack([angle.cos(), angle.sin()], dim=1)


def even_discs(count: int, seed: int = 0) -> Float[Tensor, "count 2"]:
    """Points of the data set "rings" with an equal share in every disc, as far as it goes.

    Points that choose their disc by chance fill some discs more than others, and most of the
    distance between two such clouds is that. Here chance enters the comparison only once.
    """
    generator = torch.Generator().manual_seed(10_000 + seed)
    centres = cluster_centres()[torch.arange(count) % CLUSTERS]
    return centres + CLUSTER_STD * torch.randn(count, 2, generator=generator)


def between_discs(points: Float[Tensor, "points 2"]) -> float:
    """The share of points further than 4 standard deviations from every disc's centre.

    Of the data themselves, exp(-8) = 0.03 % lie there.
    """
    nearest = torch.cdist(points, cluster_centres()).amin(dim=1)
    return (nearest > 4 * CLUSTER_STD).double().mean().item()


def score(points: Float[Tensor, "points 2"], seed: int = 0) -> Score:
    """Score generated points against as many of the data, in evenly filled discs."""
    data = even_discs(len(points), seed)
    nearest = torch.cdist(points, cluster_centres()).min(dim=1)
    inside = nearest.values <= 4 * CLUSTER_STD
    counts = torch.bincount(nearest.indices[inside], minlength=CLUSTERS)
    return Score(
        distance=sliced_wasserstein(points, data),
        clusters=int((counts >= len(points) / CLUSTERS / 2).sum()),
        between=between_discs(points),
        unevenness=(counts.max() / counts.min().clamp(min=1)).item(),
        mmd=gaussian_mmd(points[:4096], data[:4096]),
    )


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
    mean = sum(values) / len(values)
    variance = sum((value - mean) ** 2 for value in values) / (len(values) - 1)
    return Summary(mean, math.sqrt(variance / len(values)))


def ranking(rows: Sequence[dict[str, Any]], key: str = "distance") -> list[str]:
    """The families of one seed (or of the means over all seeds), the smallest number first."""
    families = {row["family"] for row in rows} & FAMILIES.keys()
    means = {}
    for family in families:
        values = [row[key] for row in rows if row["family"] == family]
        means[family] = sum(values) / len(values)
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
    """
    now = settings()
    before = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    rows = before["scores"] if before.get("settings") == now else []
    done = {(row["seed"], row["family"]) for row in rows}
    file.parent.mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        for name in families:
            if (seed, name) in done:
                continue
            row = {"seed": seed, "family": name, **measure(train_family(name, seed), seed)}
            rows.append(row)
            lines = ",\n  ".join(json.dumps(one) for one in rows)
            text = f'{{"settings": {json.dumps(now)},\n "scores": [\n  {lines}]}}\n'
            file.write_text(text, encoding="utf-8")
            print(row, flush=True)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--file", type=Path, default=Path("book/results/landscape/scores.json"))
    file = parser.parse_args().file
    record(file, [*SEEDS, *FURTHER_SEEDS])
    record(file, SEEDS, VARIANTS)


if __name__ == "__main__":
    main()
