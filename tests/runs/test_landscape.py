"""The table of chapter 1: ranks over seeds, their errors, and the record."""

import json
import statistics

import numpy as np
import pytest

from ddimlib.families import scores
from ddimlib.families.models import VAE
from ddimlib.runs import landscape, recorded
from tests.cut_short import Killed, cut_writing_short


def test_mean_and_standard_error_are_those_of_the_statistics_module():
    values = [0.3, 0.1, 0.7, 0.2]
    rows = [{"seed": i, "family": "VAE", "distance": v} for i, v in enumerate(values)]
    mean, error = landscape.summarise(rows, "VAE", "distance")
    assert mean == pytest.approx(statistics.mean(values))
    assert error == pytest.approx(statistics.stdev(values) / 2)


def test_a_ranking_is_by_the_mean_over_seeds():
    distances = {"GAN": (0.1, 0.9), "flow": (0.3, 0.3)}
    rows = [
        {"seed": seed, "family": family, "distance": distances[family][seed]}
        for family in distances
        for seed in (0, 1)
    ]
    assert landscape.ranking(rows) == ["flow", "GAN"]
    assert landscape.ranking(rows[::2]) == ["GAN", "flow"]


def test_variants_take_no_part_in_a_ranking():
    rows = [
        {"seed": 0, "family": family, "distance": distance}
        for family, distance in [("GAN of 2014", 0.1), ("flow", 0.2), ("VAE", 0.3)]
    ]
    assert landscape.ranking(rows) == ["flow", "VAE"]


def test_seeds_in_the_same_order_are_counted_one_by_one():
    distances = {"GAN": (0.1, 0.5, 0.3), "flow": (0.2, 0.4, 0.4), "VAE": (0.3, 0.6, 0.35)}
    rows = [
        {"seed": seed, "family": family, "distance": distances[family][seed]}
        for family in distances
        for seed in range(3)
    ]
    assert landscape.same_order(rows, ["GAN", "flow", "VAE"]) == 1
    assert landscape.same_order(rows, ["GAN", "VAE"]) == 3
    assert landscape.same_order(rows, ["flow", "VAE"]) == 2


def quick_recording(monkeypatch) -> list:
    """Let ``record`` make untrained models, and note which were asked for."""
    trained: list = []

    def quick(name, seed=0, **options):
        if not options:
            trained.append((name, seed))
        return VAE()

    monkeypatch.setattr(landscape, "train_family", quick)
    monkeypatch.setattr(landscape, "settings", lambda: {"steps": 1})
    return trained


@pytest.mark.slow
def test_recording_goes_on_where_it_stopped(tmp_path, monkeypatch):
    trained = quick_recording(monkeypatch)
    file = tmp_path / "folder" / "scores.json"
    landscape.record(file, [0])
    landscape.record(file, [0, 1], [*scores.FAMILIES, "GAN of 2014"])
    first = [(name, 0) for name in scores.FAMILIES]
    variant = "GAN of 2014"
    second = [(name, 1) for name in scores.FAMILIES]
    assert trained == [*first, (variant, 0), *second, (variant, 1)]
    rows = json.loads(file.read_text(encoding="utf-8"))["scores"]
    assert [(row["family"], row["seed"]) for row in rows] == trained
    assert all(np.isfinite(row["distance"]) for row in rows)


def test_a_kill_while_scores_are_written_leaves_those_from_before(tmp_path, monkeypatch):
    quick_recording(monkeypatch)
    monkeypatch.setattr(landscape, "measure", lambda model, seed: {"distance": 0.5})
    file = tmp_path / "scores.json"
    landscape.record(file, [0], ["VAE"])
    before = file.read_bytes()
    with monkeypatch.context() as patch:
        cut_writing_short(patch, tmp_path)
        with pytest.raises(Killed):
            landscape.record(file, [1], ["VAE"])
    assert file.read_bytes() == before
    file.write_bytes(before[:-5])
    with pytest.raises(ValueError, match=r"scores\.json is not valid JSON .*; repair or remove it"):
        landscape.record(file, [1], ["VAE"])


@pytest.mark.slow
def test_scores_of_other_settings_are_not_kept(tmp_path, monkeypatch):
    trained = quick_recording(monkeypatch)
    file = tmp_path / "scores.json"
    landscape.record(file, [0], ["VAE"])
    before = file.read_bytes()
    monkeypatch.setattr(landscape, "settings", lambda: {"steps": 2})
    with pytest.warns(
        UserWarning, match=r"are begun anew; those from before are kept in .*scores-"
    ):
        rows = landscape.record(file, [1], ["VAE"])
    (aside,) = tmp_path.glob("scores-*.json")
    assert aside.read_bytes() == before
    assert trained == [("VAE", 0), ("VAE", 1)]
    assert [row["seed"] for row in rows] == [1]
    assert json.loads(file.read_text(encoding="utf-8"))["settings"] == {"steps": 2}


def test_the_recorded_table_has_ten_seeds_of_each_family():
    rows = recorded.read_json("landscape", "scores.json")["scores"]
    expected = [(name, seed) for name in scores.FAMILIES for seed in range(10)]
    expected += [(name, seed) for name in scores.VARIANTS for seed in range(5)]
    assert sorted((row["family"], row["seed"]) for row in rows) == sorted(expected)


def test_the_record_was_made_with_the_code_as_it_is():
    then, now = recorded.read_json("landscape", "scores.json")["settings"], landscape.settings()
    distances, here = (one.pop("distance_after_ten_steps") for one in (then, now))
    assert then == now
    assert distances == pytest.approx(here, rel=2e-3)


@pytest.mark.slow
def test_the_settings_notice_a_change_of_the_training(monkeypatch):
    before = landscape.settings()["distance_after_ten_steps"]["GAN"]
    monkeypatch.setitem(scores.FAMILIES, "GAN", scores.VARIANTS["GAN of 2014"])
    assert landscape.settings()["distance_after_ten_steps"]["GAN"] != pytest.approx(
        before, rel=2e-3
    )


def test_families_whose_means_differ_by_less_than_two_errors_share_a_place():
    distances = {"GAN": (0.1, 0.5, 0.3), "flow": (0.2, 0.4, 0.4), "VAE": (0.91, 0.92, 0.93)}
    rows = [
        {"seed": seed, "family": family, "distance": distance}
        for family, values in distances.items()
        for seed, distance in enumerate(values)
    ]
    order = landscape.places(rows)
    assert order == [["GAN", "flow"], ["VAE"]]
    assert landscape.same_places(rows, order) == 3
    assert landscape.same_places(rows, [["GAN"], ["flow"], ["VAE"]]) == 2
    assert landscape.same_places(rows, [["VAE"], ["GAN", "flow"]]) == 0


@pytest.mark.parametrize(
    ("key", "order"),
    [
        ("distance", [["diffusion"], ["GAN", "VAE"], ["flow"]]),
        ("mmd", [["diffusion", "GAN"], ["VAE"], ["flow"]]),
    ],
)
def test_the_ranking_of_the_table_holds_in_its_five_seeds_and_in_five_further_ones(key, order):
    rows = recorded.read_json("landscape", "scores.json")["scores"]
    table = [row for row in rows if row["seed"] in landscape.SEEDS]
    further = [row for row in rows if row["seed"] in landscape.FURTHER_SEEDS]
    assert [sorted(place) for place in landscape.places(table, key)] == [
        sorted(place) for place in order
    ]
    assert landscape.same_places(table, order, key) == 5
    assert landscape.same_places(further, order, key) == 5
