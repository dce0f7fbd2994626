"""How the four families are compared: by distance, by discs found, by points between them."""

import math

import pytest
import torch
from scipy.optimize import linear_sum_assignment

from ddimlib.families import scores
from ddimlib.toy import toy_points


def data(count: int, seed: int) -> torch.Tensor:
    return toy_points("rings", count, torch.Generator().manual_seed(seed))


def test_a_shift_of_a_cloud_costs_its_length_over_the_root_of_two():
    # In the mean over directions, half of a shift's square lies along the direction.
    cloud = data(300, 0)
    shifted = cloud + torch.tensor([0.3, -0.4])
    distance = scores.sliced_wasserstein(cloud, shifted)
    assert distance == pytest.approx(0.5 / math.sqrt(2), rel=1e-5)


def test_the_sliced_distance_is_a_distance_below_the_unsliced_one():
    first, second = data(60, 0), torch.randn(60, 2, generator=torch.Generator().manual_seed(1))
    there = scores.sliced_wasserstein(first, second)
    assert there == pytest.approx(scores.sliced_wasserstein(second, first))
    assert scores.sliced_wasserstein(first, first.flip(0)) == pytest.approx(0, abs=1e-12)
    # The shadow of the cheapest plan is a plan along each direction, at half of its square on
    # average, and the cheapest plan along a direction may be cheaper still.
    cost = torch.cdist(first.double(), second.double()).square().numpy()
    best = math.sqrt(cost[linear_sum_assignment(cost)].mean())
    assert there <= best / math.sqrt(2) + 1e-9


def test_the_mmd_is_the_sum_over_pairs_of_its_definition():
    first, second = data(5, 0).tolist(), data(4, 1).tolist()

    def kernel(x, y):
        return math.exp(-(math.dist(x, y) ** 2) / (2 * 0.25**2))

    within = [
        sum(kernel(x, y) for i, x in enumerate(cloud) for j, y in enumerate(cloud) if i != j)
        / (len(cloud) * (len(cloud) - 1))
        for cloud in (first, second)
    ]
    across = sum(kernel(x, y) for x in first for y in second) / 20
    here = scores.gaussian_mmd(torch.tensor(first), torch.tensor(second))
    assert here == pytest.approx(sum(within) - 2 * across, abs=1e-6)


def test_clouds_of_different_size_are_refused():
    with pytest.raises(ValueError, match="equally many points, got 10 and 20"):
        scores.sliced_wasserstein(data(10, 0), data(20, 0))


@pytest.mark.slow
def test_fresh_data_score_well_and_a_forgotten_disc_is_noticed():
    fresh = scores.score(data(4096, 5))
    assert fresh.clusters == 8
    assert fresh.between < 0.002
    points = data(6000, 5)
    first = torch.cdist(points, scores.cluster_centres()).argmin(1) == 0
    forgetful = scores.score(points[~first][:4096])
    assert forgetful.clusters == 7
    assert forgetful.distance > 3 * fresh.distance


def test_points_in_the_empty_middle_are_counted_as_between():
    points = torch.cat([data(300, 1), torch.zeros(100, 2)])
    assert scores.score(points).between == pytest.approx(0.25, abs=0.01)


def test_an_unknown_family_is_refused_with_the_list_of_known_ones():
    with pytest.raises(ValueError, match="choose one of GAN, GAN of 2014, VAE"):
        scores.train_family("ELBO")


def test_the_same_seed_trains_the_same_model():
    options = {"steps": 3, "batch_size": 16, "count": 64}
    first, again = (scores.train_family("VAE", 3, **options) for _ in range(2))
    other = scores.train_family("VAE", 4, **options)
    assert torch.equal(first.decoder[0].weight, again.decoder[0].weight)
    assert not torch.equal(first.decoder[0].weight, other.decoder[0].weight)


def test_even_discs_have_equal_shares_and_the_spread_of_the_data():
    even, drawn = scores.even_discs(4096), data(40_000, 3)
    nearest = torch.cdist(even, scores.cluster_centres()).argmin(1)
    assert torch.bincount(nearest).tolist() == [512] * 8
    # Same covariance as the data set, whose discs are filled by chance.
    assert torch.allclose(even.T.cov(), drawn.T.cov(), atol=0.03)
    centres = scores.cluster_centres()
    spread = [
        (cloud - centres[torch.cdist(cloud, centres).argmin(1)]).std() for cloud in (even, drawn)
    ]
    assert spread[0].item() == pytest.approx(spread[1].item(), rel=0.03)
    assert torch.equal(even, scores.even_discs(4096))
    assert not torch.equal(even, scores.even_discs(4096, seed=1))
