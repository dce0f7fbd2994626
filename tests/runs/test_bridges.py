"""Points between the discs: from the steps and the training, hardly from the map."""

import math

import pytest
import torch

from ddimlib.families.scores import CLUSTER_STD, between_discs, cluster_centres
from ddimlib.runs import bridges, recorded


def rows() -> list[dict]:
    return recorded.read_json("landscape", "bridges.json")


def test_of_a_gaussian_disc_exp_minus_8_lies_further_than_four_standard_deviations() -> None:
    generator = torch.Generator().manual_seed(0)
    centres = cluster_centres()[torch.arange(400_000) % 8]
    points = centres + CLUSTER_STD * torch.randn(centres.shape, generator=generator)
    error = math.sqrt(math.exp(-8) / len(points))
    assert between_discs(points) == pytest.approx(math.exp(-8), abs=4 * error)


def test_the_record_s_perfect_denoiser_is_measured_as_it_is_now() -> None:
    (row,) = (
        row for row in rows() if (row["source"], row["sampling"], row["seed"]) == ("exact", 10, 0)
    )
    assert between_discs(bridges.exact_samples(10, 0)) == pytest.approx(row["between"], abs=3e-3)


def test_more_steps_leave_fewer_points_between_the_discs() -> None:
    means = [bridges.shares(rows(), "exact", steps).mean for steps in bridges.SAMPLING_STEPS]
    assert means == sorted(means, reverse=True)
    fresh = bridges.shares(rows(), "fresh data")
    assert fresh.mean == pytest.approx(math.exp(-8), abs=3 * fresh.error)


def test_nearly_all_that_the_trained_network_leaves_is_undertraining() -> None:
    perfect = bridges.shares(rows(), "exact", 40)
    short, long = (bridges.shares(rows(), "diffusion", 40, n) for n in bridges.TRAINING_STEPS)
    finer = bridges.shares(rows(), "diffusion", 400, bridges.TRAINING_STEPS[0])
    assert short.mean > 50 * perfect.mean
    assert short.mean > 3 * long.mean
    assert finer.mean > 0.7 * short.mean  # ten times as many steps do not mend it


def test_a_share_that_was_not_recorded_is_refused_with_those_that_were() -> None:
    with pytest.raises(ValueError, match="no share was recorded for"):
        bridges.shares(rows(), "exact", 7)


def test_a_mean_is_the_same_under_every_python() -> None:
    """Python's `sum` rounds otherwise since 3.12; chapter 1's table had another digit there."""
    assert bridges.shares(rows(), "fresh data").mean == 0.000305
