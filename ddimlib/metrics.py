"""How far generated pictures are from real ones: KID, FID, nearest neighbours, loss by noise level.

Chapter 10 teaches this module. Nothing here knows a network: the distances compare two sets of
*features*, one row per picture, whatever made them (see `ddimlib.runs.features`). Everything is
computed in float64, because both distances are small differences of large sums.
"""

from typing import NamedTuple

import torch
from jaxtyping import Bool, Float, Int, Num
from torch import Tensor

from ddimlib.diffusion import DiffusionModel, in_evaluation


class KID(NamedTuple):
    """A kernel inception distance: the mean over subsets, and the spread between them."""

    mean: float
    std: float


class Neighbours(NamedTuple):
    """For each query its nearest references, nearest first."""

    indices: Int[Tensor, "queries k"]
    distances: Float[Tensor, "queries k"]


class Share(NamedTuple):
    """How many of some pictures are so, and between which shares the truth lies 95 times in 100."""

    share: float
    low: float
    high: float


class PrecisionRecall(NamedTuple):
    """Share of generated pictures that look real, and of real ones that could be generated."""

    precision: float
    recall: float


class NoiseLevelLoss(NamedTuple):
    """Mean absolute errors of a model at each of some noise levels."""

    log_snr: Float[Tensor, " levels"]
    noise: Float[Tensor, " levels"]
    image: Float[Tensor, " levels"]


def share(hits: int, count: int, spread: float = 1.96) -> Share:
    """A share with the interval of Wilson (1927), which stays within 0 and 1 and does not vanish.

    It holds the shares p for which ``hits / count`` lies within ``spread`` standard deviations
    ``sqrt(p (1 - p) / count)`` of p.

    Raises:
        ValueError: for more hits than there are, or none to count.
    """
    if not 0 <= hits <= count or count < 1:
        raise ValueError(
            f"a share is of at least one, and at most all of it, got {hits} of {count}"
        )
    return _wilson(hits / count, float(count), spread)


def grouped_share(
    hits: Bool[Tensor, " pictures"], groups: Int[Tensor, " pictures"], spread: float = 1.96
) -> Share:
    """A share among pictures that come in groups whose members are alike: for a new group, too.

    Six pictures of one flower are less evidence than pictures of six flowers. By how much, the
    groups themselves say: the variance of the share as they show it, over what it would be if all
    pictures were drawn alone, is the design effect (Kish 1965, section 8.2). The interval is that
    of ``share`` with the count divided by it, where it is more than one.

    Args:
        hits: which pictures are so.
        groups: the number of each picture's group.

    Raises:
        ValueError: where there is nothing to count.
    """
    if not len(hits):
        raise ValueError("a share is of at least one picture, got none")
    if hits.shape != groups.shape:
        raise ValueError(f"give each picture a group, got {len(groups)} for {len(hits)} pictures")
    right = hits.double()
    found = right.mean()
    _, groups, counts = groups.unique(return_inverse=True, return_counts=True)
    alone = len(hits) * found * (1 - found)
    if len(counts) > 1 and alone > 0:
        surplus = right.new_zeros(len(counts)).index_add(0, groups, right - found)
        effect = max(1.0, (surplus.square().sum() / alone).item())
    else:  # the groups cannot say: as if all members of a group were alike
        effect = (counts.square().sum() / len(hits)).item()
    return _wilson(found.item(), len(hits) / effect, spread)


def _wilson(found: float, count: float, spread: float) -> Share:
    doubt = spread**2 / count
    middle = (found + doubt / 2) / (1 + doubt)
    half = (doubt * found * (1 - found) + doubt**2 / 4) ** 0.5 / (1 + doubt)
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return Share(found, min(low, found), max(high, found))  # rounding could put it outside


def polynomial_kernel(
    features_x: Float[Tensor, "n features"],
    features_y: Float[Tensor, "m features"],
    degree: int = 3,
    gamma: float | None = None,
    coef0: float = 1.0,
) -> Float[Tensor, "n m"]:
    """k(x, y) = (γ xᵀy + c)^degree, with γ = 1 / features unless given.

    With the defaults it is the kernel of KID: Bińkowski et al. (2018), section 4.
    """
    gamma = 1 / features_x.shape[1] if gamma is None else gamma
    return (gamma * features_x @ features_y.T + coef0) ** degree


def polynomial_mmd(
    features_x: Float[Tensor, "n features"],
    features_y: Float[Tensor, "m features"],
    degree: int = 3,
    gamma: float | None = None,
    coef0: float = 1.0,
) -> Float[Tensor, ""]:
    """Unbiased estimate of the squared maximum mean discrepancy with a polynomial kernel.

    Gretton et al. (2012), Lemma 6, equation (3): two averages over pairs of *different* pictures
    of the same set, minus twice the average over pairs across the sets. Leaving out each picture's
    pair with itself is what removes the bias, and why the estimate may be negative.

    Raises ValueError unless both sets have two rows or more and the same number of columns.
    """
    _check_features(features_x, features_y, "polynomial_mmd", at_least=2)
    x, y = features_x.double(), features_y.double()

    def within(one: Tensor) -> Tensor:
        kernel = polynomial_kernel(one, one, degree, gamma, coef0)
        return (kernel.sum() - kernel.trace()) / (len(one) * (len(one) - 1))

    across = polynomial_kernel(x, y, degree, gamma, coef0)
    return within(x) + within(y) - 2 * across.mean()


def kernel_inception_distance(
    features_real: Float[Tensor, "real features"],
    features_generated: Float[Tensor, "generated features"],
    subsets: int = 100,
    subset_size: int = 1000,
    generator: torch.Generator | None = None,
) -> KID:
    """KID: the polynomial MMD of random subsets, averaged (Bińkowski et al. 2018, section 4).

    `subset_size` pictures of each set are drawn without replacement, `subsets` times. The mean is
    unbiased whatever the size; `std` is the spread of the subsets' values, and says how much one
    value can be trusted (it is not the standard error of the mean: subsets share pictures).
    The reference's protocol is `subset_size=128`. Without a `generator` the draw uses seed 0.

    Raises ValueError where a set has fewer than `subset_size` pictures.
    """
    _check_features(features_real, features_generated, "kernel_inception_distance", at_least=2)
    fewest = min(len(features_real), len(features_generated))
    if subsets < 1 or not 2 <= subset_size <= fewest:
        raise ValueError(
            f"kernel_inception_distance: subsets={subsets} of subset_size={subset_size} cannot be "
            f"drawn from {len(features_real)} real and {len(features_generated)} generated "
            f"pictures; give subsets >= 1 and 2 <= subset_size <= {fewest}."
        )
    generator = generator or torch.Generator().manual_seed(0)

    def draw(features: Tensor) -> Tensor:
        chosen = torch.randperm(len(features), generator=generator, device=generator.device)
        return features[chosen[:subset_size].to(features.device)]

    values = torch.stack(
        [polynomial_mmd(draw(features_real), draw(features_generated)) for _ in range(subsets)]
    )
    return KID(values.mean().item(), values.std(correction=0).item())


def frechet_distance(
    features_x: Float[Tensor, "n features"], features_y: Float[Tensor, "m features"]
) -> Float[Tensor, ""]:
    """Squared Fréchet distance between Gaussians fitted to two sets of features: FID.

    Heusel et al. (2017), equation (6). It is biased: with fewer pictures it comes out larger, so
    that only figures from the same number of pictures compare (Bińkowski et al. 2018, section 4).

    Raises ValueError unless both sets have two rows or more and the same number of columns.
    """
    _check_features(features_x, features_y, "frechet_distance", at_least=2)
    x, y = features_x.double(), features_y.double()
    # A single feature has a number for its covariance, where the formula wants a matrix.
    covariance_x, covariance_y = (torch.atleast_2d(torch.cov(one.T)) for one in (x, y))
    return gaussian_frechet_distance(x.mean(0), covariance_x, y.mean(0), covariance_y)


def gaussian_frechet_distance(
    mean_x: Float[Tensor, " features"],
    covariance_x: Float[Tensor, "features features"],
    mean_y: Float[Tensor, " features"],
    covariance_y: Float[Tensor, "features features"],
) -> Float[Tensor, ""]:
    """|μx - μy|² + Tr(Σx + Σy - 2 (Σx Σy)^½): Dowson and Landau (1982).

    Σx Σy is not symmetric, and its square root by general methods can come out complex. It has the
    eigenvalues of Σx^½ Σy Σx^½, which is symmetric and has none below zero, so that two symmetric
    eigen-decompositions do; what rounding puts below zero is set to zero.
    """
    covariance_x, covariance_y = covariance_x.double(), covariance_y.double()
    values, vectors = torch.linalg.eigh(covariance_x)
    root_x = vectors * values.clamp(min=0).sqrt() @ vectors.T
    inner = torch.linalg.eigvalsh(root_x @ covariance_y @ root_x).clamp(min=0)
    between_means = (mean_x.double() - mean_y.double()).square().sum()
    return between_means + covariance_x.trace() + covariance_y.trace() - 2 * inner.sqrt().sum()


def precision_recall(
    features_real: Float[Tensor, "real features"],
    features_generated: Float[Tensor, "generated features"],
    k: int = 3,
) -> PrecisionRecall:
    """Improved precision and recall: Kynkäänniemi et al. (2019), equations (1) and (2).

    Around every picture of a set lies a ball that reaches to its `k`-th nearest neighbour in the
    same set. Precision is the share of generated pictures that lie in a ball of a real one, recall
    the share of real pictures that lie in a ball of a generated one. KID and FID are one number
    for both failures: a network that draws few pictures well has high precision and low recall.

    Both fall or rise with the number of pictures: compare figures from the same numbers only.

    Raises ValueError unless both sets have more than `k` rows and the same number of columns.
    """
    _check_features(
        features_real,
        features_generated,
        "precision_recall",
        at_least=k + 1,
    )
    if k < 1:
        raise ValueError(f"precision_recall: k={k} must be at least 1.")
    real, generated = features_real.double(), features_generated.double()

    def reached(centres: Tensor, points: Tensor) -> float:
        # Each picture is its own nearest neighbour, at distance 0, hence k + 1.
        radii = torch.cdist(centres, centres).kthvalue(k + 1, dim=1).values
        inside = torch.cdist(points, centres) <= radii
        return inside.any(dim=1).double().mean().item()

    return PrecisionRecall(reached(real, generated), reached(generated, real))


def nearest_neighbours(
    queries: Num[Tensor, "queries ..."],
    references: Num[Tensor, "references ..."],
    k: int = 1,
    chunk: int = 1024,
) -> Neighbours:
    """For each query the `k` nearest references by Euclidean distance, nearest first.

    Pictures, uint8 or float in the same range, or features: all dimensions but the first are
    flattened. References are taken `chunk` at a time, so that uint8 pictures of a memory-mapped
    data set never become one large float tensor.

    Raises ValueError where the shapes differ or k is not in 1 … references.
    """
    if queries.shape[1:] != references.shape[1:] or queries.dtype != references.dtype:
        raise ValueError(
            f"nearest_neighbours: queries are {queries.dtype} of shape {tuple(queries.shape)} and "
            f"references {references.dtype} of {tuple(references.shape)}; give both the same type, "
            "and the same shape after the first dimension."
        )
    if not 1 <= k <= len(references):
        raise ValueError(f"nearest_neighbours: k={k} must be in 1 … {len(references)}.")
    # cdist multiplies matrices, which is fast but rounds, even a copy's distance of zero. So a few
    # more are kept than are asked for, and taken again from the differences themselves.
    kept = min(k + 8, len(references))
    kind = torch.promote_types(queries.dtype, torch.float32)  # of double ones, double
    flat_queries = queries.flatten(1).to(kind)
    best_distances = flat_queries.new_full((len(queries), 0), 0.0)
    best_indices = torch.zeros(len(queries), 0, dtype=torch.int64, device=queries.device)
    for start in range(0, len(references), chunk):
        block = references[start : start + chunk].to(queries.device).flatten(1).to(kind)
        indices = torch.arange(start, start + len(block), device=queries.device)
        distances = torch.cat([best_distances, torch.cdist(flat_queries, block)], dim=1)
        all_indices = torch.cat([best_indices, indices.expand(len(queries), -1)], dim=1)
        best_distances, order = distances.topk(min(kept, distances.shape[1]), dim=1, largest=False)
        best_indices = all_indices.gather(1, order)
    exact = flat_queries.new_empty(best_indices.shape)
    for row, few in enumerate(best_indices):  # one query at a time: pictures are large
        found = references[few.to(references.device)].to(queries.device).flatten(1).to(kind)
        exact[row] = (found - flat_queries[row]).norm(dim=1)
    exact, order = exact.sort(dim=1, stable=True)
    return Neighbours(best_indices.gather(1, order)[:, :k], exact[:, :k])


@torch.no_grad()
def loss_by_noise_level(
    model: DiffusionModel,
    images: Float[Tensor, "images channels height width"],
    levels: Float[Tensor, " levels"],
    generator: torch.Generator,
    batch_size: int = 64,
) -> NoiseLevelLoss:
    """Mean absolute error of the predicted noise and image at each time of `levels` (in [0, 1]).

    `images` are pictures in [0, 1]; they are standardised by the model. Every level sees the same
    pictures and the same noise, so that the curve is smooth in the level and differences between
    models are not those of the draw.

    Returns the levels' log-SNR beside the errors: the coordinate in which schedules compare.
    """
    noise_errors, image_errors = torch.zeros(2, len(levels), dtype=torch.float64)
    with in_evaluation(model):
        for pictures in images.split(batch_size):
            image = model.normalise(pictures)
            noise = torch.randn(image.shape, generator=generator, device=generator.device).to(image)
            for index, time in enumerate(levels.tolist()):
                errors = model.absolute_errors(image, noise, time)
                noise_errors[index] += errors.noise.sum().cpu()
                image_errors[index] += errors.image.sum().cpu()
    return NoiseLevelLoss(
        model.schedule.log_snr(levels.double()),
        noise_errors / len(images),
        image_errors / len(images),
    )


def _check_features(features_x: Tensor, features_y: Tensor, name: str, at_least: int) -> None:
    """Two sets of finite features of the same width, each with `at_least` rows."""
    shapes = f"{tuple(features_x.shape)} and {tuple(features_y.shape)}"
    if features_x.ndim != 2 or features_y.ndim != 2 or features_x.shape[1] != features_y.shape[1]:
        raise ValueError(
            f"{name}: features of shapes {shapes}; give two tensors (pictures, features) with the "
            "same number of features."
        )
    if min(len(features_x), len(features_y)) < at_least:
        raise ValueError(
            f"{name}: features of shapes {shapes}; give at least {at_least} pictures on each side."
        )
    if not (features_x.isfinite().all() and features_y.isfinite().all()):
        raise ValueError(f"{name}: some features are infinite or NaN; look at what made them.")
