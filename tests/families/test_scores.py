"""How the four families are compared: the score, its standard error, and the recorded table."""

import json
import math
import statistics

import numpy as np
import pytest
import torch
from scipy.optimize import linear_sum_assignment

from ddimlib.families import scores
from ddimlib.families.models import VAE
from ddimlib.runs import recorded
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


def test_mean_and_standard_error_are_those_of_the_statistics_module():
    values = [0.3, 0.1, 0.7, 0.2]
    rows = [{"seed": i, "family": "VAE", "distance": v} for i, v in enumerate(values)]
    mean, error = scores.summarise(rows, "VAE", "distance")
    assert mean == pytest.approx(statistics.mean(values))
    assert error == pytest.approx(statistics.stdev(values) / 2)


def test_a_ranking_is_by_the_mean_over_seeds():
    distances = {"GAN": (0.1, 0.9), "flow": (0.3, 0.3)}
    rows = [
        {"seed": seed, "family": family, "distance": distances[family][seed]}
        for family in distances
        for seed in (0, 1)
    ]
    assert scores.ranking(rows) == ["flow", "GAN"]
    assert scores.ranking(rows[::2]) == ["GAN", "flow"]


def test_variants_take_no_part_in_a_ranking():
    rows = [
        {"seed": 0, "family": family, "distance": distance}
        for family, distance in [("GAN of 2014", 0.1), ("flow", 0.2), ("VAE", 0.3)]
    ]
    assert scores.ranking(rows) == ["flow", "VAE"]


def test_seeds_in_the_same_order_are_counted_one_by_one():
    distances = {"GAN": (0.1, 0.5, 0.3), "flow": (0.2, 0.4, 0.4), "VAE": (0.3, 0.6, 0.35)}
    rows = [
        {"seed": seed, "family": family, "distance": distances[family][seed]}
        for family in distances
        for seed in range(3)
    ]
    assert scores.same_order(rows, ["GAN", "flow", "VAE"]) == 1
    assert scores.same_order(rows, ["GAN", "VAE"]) == 3
    assert scores.same_order(rows, ["flow", "VAE"]) == 2


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


def quick_recording(monkeypatch) -> list:
    """Let ``record`` make untrained models, and note which were asked for."""
    trained: list = []

    def quick(name, seed=0, **options):
        if not options:
            trained.append((name, seed))
        return VAE()

    monkeypatch.setattr(scores, "train_family", quick)
    monkeypatch.setattr(scores, "settings", lambda: {"steps": 1})
    return trained


@pytest.mark.slow
def test_recording_goes_on_where_it_stopped(tmp_path, monkeypatch):
    trained = quick_recording(monkeypatch)
    file = tmp_path / "folder" / "scores.json"
    scores.record(file, [0])
    scores.record(file, [0, 1], [*scores.FAMILIES, "GAN of 2014"])
    first = [(name, 0) for name in scores.FAMILIES]
    variant = "GAN of 2014"
    second = [(name, 1) for name in scores.FAMILIES]
    assert trained == [*first, (variant, 0), *second, (variant, 1)]
    rows = json.loads(file.read_text(encoding="utf-8"))["scores"]
    assert [(row["family"], row["seed"]) for row in rows] == trained
    assert all(np.isfinite(row["distance"]) for row in rows)


@pytest.mark.slow
def test_scores_of_other_settings_are_not_kept(tmp_path, monkeypatch):
    trained = quick_recording(monkeypatch)
    file = tmp_path / "scores.json"
    scores.record(file, [0], ["VAE"])
    monkeypatch.setattr(scores, "settings", lambda: {"steps": 2})
    rows = scores.record(file, [1], ["VAE"])
    assert trained == [("VAE", 0), ("VAE", 1)]
    assert [row["seed"] for row in rows] == [1]
    assert json.loads(file.read_text(encoding="utf-8"))["settings"] == {"steps": 2}


def test_the_recorded_table_has_ten_seeds_of_each_family():
    rows = recorded.read_json("landscape", "scores.json")["scores"]
    expected = [(name, seed) for name in scores.FAMILIES for seed in range(10)]
    expected += [(name, seed) for name in scores.VARIANTS for seed in range(5)]
    assert sorted((row["family"], row["seed"]) for row in rows) == sorted(expected)


def test_the_record_was_made_with_the_code_as_it_is():
    then, now = recorded.read_json("landscape", "scores.json")["settings"], scores.settings()
    distances, here = (one.pop("distance_after_ten_steps") for one in (then, now))
    assert then == now
    assert distances == pytest.approx(here, rel=2e-3)


@pytest.mark.slow
def test_the_settings_notice_a_change_of_the_training(monkeypatch):
    before = scores.settings()["distance_after_ten_steps"]["GAN"]
    monkeypatch.setitem(scores.FAMILIES, "GAN", scores.VARIANTS["GAN of 2014"])
    assert scores.settings()["distance_after_ten_steps"]["GAN"] != pytest.approx(before, rel=2e-3)


def test_families_whose_means_differ_by_less_than_two_errors_share_a_place():
    distances = {"GAN": (0.1, 0.5, 0.3), "flow": (0.2, 0.4, 0.4), "VAE": (0.91, 0.92, 0.93)}
    rows = [
        {"seed": seed, "family": family, "distance": distance}
        for family, values in distances.items()
        for seed, distance in enumerate(values)
    ]
    order = scores.places(rows)
    assert order == [["GAN", "flow"], ["VAE"]]
    assert scores.same_places(rows, order) == 3
    assert scores.same_places(rows, [["GAN"], ["flow"], ["VAE"]]) == 2
    assert scores.same_places(rows, [["VAE"], ["GAN", "flow"]]) == 0


@pytest.mark.parametrize(
    ("key", "order"),
    [
        ("distance", [["diffusion"], ["GAN", "VAE"], ["flow"]]),
        ("mmd", [["diffusion", "GAN"], ["VAE"], ["flow"]]),
    ],
)
def test_the_ranking_of_the_table_holds_in_its_five_seeds_and_in_five_further_ones(key, order):
    rows = recorded.read_json("landscape", "scores.json")["scores"]
    table = [row for row in rows if row["seed"] in scores.SEEDS]
    further = [row for row in rows if row["seed"] in scores.FURTHER_SEEDS]
    assert [sorted(place) for place in scores.places(table, key)] == [
        sorted(place) for place in order
    ]
    assert scores.same_places(table, order, key) == 5
    assert scores.same_places(further, order, key) == 5
