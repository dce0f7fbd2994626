"""Four families trained on the same points and scored by the same rule (chapter 1).

``ddimlib.runs.landscape`` does it with ten seeds and records the scores.
"""

import math
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import torch
from jaxtyping import Float
from torch import Tensor

from ddimlib.checks import check_name
from ddimlib.families.models import (
    GAN,
    VAE,
    Diffusion,
    Flow,
    ToyModel,
    train,
)
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

TRAINING_POINTS = 32_768


class Score(NamedTuple):
    """How well a set of generated points fits the eight discs."""

    distance: (
        float  # sliced Wasserstein distance to the data; smaller is better
    )
    clusters: int  # discs that got at least half of their share, of 8
    between: float  # share of points further than 4 standard deviations from every centre
    unevenness: (
        float  # points in the fullest disc over points in the emptiest
    )
    mmd: float  # squared maximum mean discrepancy to the data; smaller is better


def train_family(
    name: str,
    seed: int = 0,
    data: str = "rings",
    count: int = TRAINING_POINTS,
    **options: Any,
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
    first: Float[Tensor, "n 2"],
    second: Float[Tensor, "m 2"],
    directions: int = 64,
) -> float:
    """How far one cloud of points must be moved to become another: Rabin et al. (2011).

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
    angle = (
        torch.arange(directions, dtype=torch.float64) * math.pi / directions
    )
    along = torch.stack([angle.cos(), angle.sin()])
    first, second = (
        (cloud.double() @ along).sort(dim=0).values
        for cloud in (first, second)
    )
    return (first - second).square().mean().sqrt().item()


def gaussian_mmd(
    first: Float[Tensor, "n 2"],
    second: Float[Tensor, "m 2"],
    width: float = 0.25,
) -> float:
    """Squared maximum mean discrepancy with a Gaussian kernel, unbiased: Gretton et al. (2012).

    Lemma 6, equation (3). It compares the clouds blurred to about ``width``, half the way from a
    disc's centre to the middle between two discs, so it sees shape where the distance sees mass.
    """

    def kernel(x: Tensor, y: Tensor) -> Tensor:
        return torch.exp(
            -torch.cdist(x, y).square() / (2 * width**2)
        ).double()

    def within(x: Tensor) -> Tensor:
        return (kernel(x, x).sum() - len(x)) / (len(x) * (len(x) - 1))

    return (
        within(first) + within(second) - 2 * kernel(first, second).mean()
    ).item()


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
    return centres + CLUSTER_STD * torch.randn(
        count, 2, generator=generator
    )


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
