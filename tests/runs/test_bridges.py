"""Points between the discs: from the steps and the training, hardly from the map."""

import math
from pathlib import Path

import pytest
import torch

from ddimlib.families.scores import CLUSTER_STD, between_discs, cluster_centres
from ddimlib.runs import bridges, recorded
from tests.cut_short import Killed, cut_writing_short


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


def test_a_kill_while_shares_are_written_leaves_those_from_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def measure(source: str, training: int | None, seed: int) -> list[bridges.Row]:
        return [{"source": source, "training": training, "sampling": None, "seed": seed}]

    def measurements(count: int) -> list[tuple[str, int | None, int]]:
        return [("exact", None, seed) for seed in range(count)]

    monkeypatch.setattr(bridges, "measure", measure)
    monkeypatch.setattr(bridges, "measurements", lambda: measurements(1))
    file = tmp_path / "folder" / "bridges.json"
    assert len(bridges.record(file)) == 1
    before = file.read_bytes()
    monkeypatch.setattr(bridges, "measurements", lambda: measurements(2))
    with monkeypatch.context() as patch:
        cut_writing_short(patch, tmp_path)
        with pytest.raises(Killed):
            bridges.record(file)
    assert file.read_bytes() == before
    assert len(bridges.record(file)) == 2
    file.write_bytes(before[:-5])
    with pytest.raises(
        ValueError, match=r"bridges\.json is not valid JSON .*; repair or remove it"
    ):
        bridges.record(file)


def test_a_mean_is_the_same_under_every_python() -> None:
    """Python's `sum` rounds otherwise since 3.12; chapter 1's table had another digit there."""
    assert bridges.shares(rows(), "fresh data").mean == 0.000305
