"""One command makes every run of the book again: whole, in parts, and never twice."""

import dataclasses
import hashlib
import itertools
import json
import os
import shutil
from functools import partial
from pathlib import Path

import pytest

from ddimlib import runs
from ddimlib.runs import book, experiments, recorded
from ddimlib.runs.book import BookConfig, make, train_configs
from tests.tiny import make_dataset


def config(folder: Path, **changes: object) -> BookConfig:
    data = make_dataset(folder.parent / "pictures.npz", side=16)
    settings = {"dataset": str(data), "data_root": str(folder.parent / "cache"), "device": "cpu"}
    return BookConfig(**(settings | {"folder": str(folder), "scale": "smoke"} | changes))


@pytest.mark.slow
def test_all_runs_are_made_in_order_and_none_twice(tmp_path):
    said: list[str] = []
    assert make(config(tmp_path / "runs"), said.append) == []
    order = [line.removesuffix(" …") for line in said if line.endswith("…")]
    assert order[:4] == [
        "reference64",
        "classifier64",
        "reference64: evaluation.json",
        "reference64: evaluation-second.json",
    ]
    stages = [order.index(name) for name in ("flowers32", "flowers64-early", "flowers64")]
    assert stages == sorted(stages)
    assert sum(name.startswith("grid ") for name in order) == len(experiments.GRIDS)
    started = json.loads((tmp_path / "runs" / "flowers64" / "config.json").read_text())["start"]
    assert started == str(tmp_path / "runs" / "flowers64-early")
    measured = json.loads((tmp_path / "runs" / "flowers64" / "evaluation-classes.json").read_text())
    assert measured["features"] == "FlowerClassifier"

    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.safetensors")}
    again: list[str] = []
    assert make(config(tmp_path / "runs"), again.append) == []
    assert all(line.endswith("there") for line in again)
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.safetensors")} == before


@pytest.mark.slow
def test_a_call_ends_in_time_and_the_next_one_goes_on(tmp_path, monkeypatch):
    # An epoch in any case, and no second one; then no minute is left for what comes next.
    monkeypatch.setattr(book, "train", lambda one, minutes: runs.train(one, minutes=0.0))
    short = config(tmp_path / "runs", only=("reference64",), minutes=1.0)
    metrics = tmp_path / "runs" / "reference64" / "metrics.jsonl"
    for call, still in ((1, True), (2, False)):
        seconds = itertools.chain([0.0, 0.0], itertools.repeat(61.0))
        missing = make(short, lambda line: None, partial(next, seconds))
        assert ("reference64" in missing) is still
        assert "classifier64" in missing
        rows = [json.loads(line) for line in metrics.read_text().splitlines()]
        assert [row["epoch"] for row in rows] == list(range(1, call + 1))


def test_ours_costs_less_than_two_thirds_of_the_reference_s_million_images(tmp_path):
    training = train_configs(BookConfig(folder=str(tmp_path)))
    images = {n: 4000 * one.epochs * one.repeats for n, one in training.items()}
    assert images["reference64"] == 1_000_000
    assert (images["flowers64-early"], images["flowers64"]) == (320_000, 200_000)
    assert images["flowers64-early"] + images["flowers64"] + images["flowers32"] / 4 == 620_000
    assert len({training[name].seed for name in ("flowers64-early", "flowers64")}) == 2
    assert training["reference64"].decay == "constant"
    assert training["reference64"].ema_decay == 0
    assert training["reference64"].second_ema_decay == 0.999


def test_flowers64_is_made_with_the_runs_that_it_starts_from(tmp_path):
    def wanted(name: str) -> list[str]:
        one = BookConfig(folder=str(tmp_path), only=(name,))
        return [task.name for task in book.tasks(one) if book._is_wanted(task, one)]

    trained = [name for name in wanted("flowers64") if name in train_configs(BookConfig())]
    assert trained == ["flowers32", "flowers64-early", "flowers64"]
    assert "flowers64: evaluation.json" in wanted("flowers64")
    assert "flowers64-early" in wanted("flowers64-early")
    assert "flowers64" not in wanted("flowers64-early")
    grids = [name for name in wanted("grids") if name != "classifier64"]
    assert grids
    assert all(name.startswith("grid ") for name in grids)


def test_what_is_unknown_is_refused(tmp_path):
    with pytest.raises(ValueError, match="unknown run of the book 'flower'"):
        config(tmp_path, only=("flower",))
    with pytest.raises(ValueError, match="minutes must be above 0"):
        config(tmp_path / "runs", minutes=0.0)
    assert set(book.NAMES) >= {"reference64", "flowers32", "flowers64"}


def test_a_run_on_other_pictures_is_not_taken_for_the_book_s(tmp_path):
    one = config(tmp_path / "runs")
    first = train_configs(one)["reference64"]
    runs.train(first, progress=False)
    assert book.is_finished(first)
    other = make_dataset(tmp_path / "others.npz", side=16)
    with pytest.raises(ValueError, match=r"dataset was .*pictures\.npz' and is now .*others"):
        make(config(tmp_path / "runs", dataset=str(other)), lambda line: None)


def test_a_run_with_other_settings_is_not_taken_for_the_book_s(tmp_path):
    one = config(tmp_path / "runs", only=("reference64",))
    first = train_configs(one)["reference64"]
    runs.train(dataclasses.replace(first, widths=(8,)), progress=False)
    assert not book.is_finished(first)
    with pytest.raises(ValueError, match=r"widths was \[8\] and is now \[8, 16\]"):
        make(one, lambda line: None)


def test_the_recorded_runs_are_the_book_s_wherever_they_lie(tmp_path):
    """As they are when they are copied to go on from: half the size, and perhaps elsewhere."""
    here = BookConfig("flowers64", folder=str(tmp_path), device="cpu", compile=True)
    wanted = train_configs(here)
    for name in ("reference64", "flowers32", "flowers64-early"):
        shutil.copytree(recorded.path(name), tmp_path / name, ignore=shutil.ignore_patterns("*.*p"))
        assert book.is_finished(wanted[name])
        assert not book.is_finished(dataclasses.replace(wanted[name], loss="mse"))
        assert not book.is_finished(dataclasses.replace(wanted[name], dataset="flowers5000"))
    # A later stage began with an earlier one, wherever that lay.
    assert recorded.read_json("flowers64-early", "config.json")["start"] == "runs/flowers32"
    later = wanted["flowers64-early"]
    assert not book.is_finished(dataclasses.replace(later, start="roses32"))
    shutil.copytree(recorded.path("classifier64"), tmp_path / "classifier64")
    (classifier,) = (task for task in book.tasks(here) if task.name == "classifier64")
    assert classifier.is_done()


def test_a_classifier_with_other_settings_is_not_taken_for_the_book_s(tmp_path):
    small = config(tmp_path / "runs", only=("classifier64",))
    assert make(small, lambda line: None) == []
    kept = tmp_path / "runs" / "classifier64" / "weights.safetensors"
    before = kept.read_bytes()
    with pytest.raises(ValueError, match="a classifier that was trained with other settings"):
        make(dataclasses.replace(small, scale="full"), lambda line: None)
    assert kept.read_bytes() == before


def test_an_evaluation_by_an_earlier_classifier_is_none(tmp_path):
    one = config(tmp_path / "runs")
    files = [
        tmp_path / "runs" / "classifier64" / "weights.safetensors",
        tmp_path / "runs" / "flowers32" / "weights.safetensors",
        tmp_path / "runs" / "flowers32" / "evaluation.json",
    ]
    for seconds, file in enumerate(files, 1000):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
        os.utime(file, (seconds, seconds))
    (task,) = (task for task in book.tasks(one) if task.name == "flowers32: evaluation.json")
    assert task.is_done()
    os.utime(files[0], (1003, 1003))  # trained anew
    assert not task.is_done()


def test_the_classifier_is_recorded_with_its_checksum_and_the_grids_of_this_data_set_alone(
    tmp_path, monkeypatch
):
    one = BookConfig("pets", folder=str(tmp_path / "runs"), only=("grids",))
    source, kept = tmp_path / "runs" / "classifier64", tmp_path / "results" / "classifier64"
    shutil.copytree(recorded.path("classifier64"), source)
    (source / "weights.safetensors").write_bytes(b"trained anew")
    kept.mkdir(parents=True)
    (kept / "weights.json").write_text("{}")
    for grid in ("reference-flowers5000-small", "reference-pets-small"):
        (tmp_path / "runs" / "experiments" / grid).mkdir(parents=True)
    seen = []
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path / "results",))
    monkeypatch.setattr(experiments, "record", lambda place, name: seen.append((place.name, name)))
    book._record(one)
    about = json.loads((kept / "weights.json").read_text())
    assert about == {"sha256": hashlib.sha256(b"trained anew").hexdigest(), "bytes": 12}
    assert (kept / "weights.safetensors").read_bytes() == b"trained anew"
    assert (kept / "config.json").read_bytes() == (source / "config.json").read_bytes()
    assert seen[0] == ("reference-pets-small", "reference-small")


def test_runs_at_smoke_scale_do_not_replace_the_books_own():
    with pytest.raises(ValueError, match="only runs of --scale full are recorded"):
        book.BookConfig(scale="smoke", record=True)
