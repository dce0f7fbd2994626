"""Recorded runs are found by name, and an unknown one lists those there are."""

import pytest

from ddimlib import recorded, training

RESULTS = recorded._PLACES[0]


def test_an_unknown_run_lists_the_known_ones():
    with pytest.raises(FileNotFoundError, match="no recorded run 'roses64': choose one of"):
        recorded.path("roses64")


def test_a_run_is_asked_for_among_those_with_a_network_only(tmp_path, monkeypatch):
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path,))
    for name, file in (("roses32", "weights.safetensors"), ("pages", "pages.md")):
        (tmp_path / name).mkdir()
        (tmp_path / name / file).touch()
    assert recorded.names() == ["roses32"]
    with pytest.raises(FileNotFoundError, match=r"choose one of roses32$"):
        recorded.path("roses64")


def test_a_run_that_is_not_there_is_not_recorded_as_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path / "results",))
    (tmp_path / "results").mkdir()
    with pytest.raises(FileNotFoundError):
        training.record(tmp_path / "nowhere", "roses32")
    assert not list((tmp_path / "results").iterdir())


def test_every_recorded_result_has_its_numbers_and_stands_in_the_list():
    listed = (RESULTS / "README.md").read_text(encoding="utf-8")
    for folder in RESULTS.glob("*/"):
        assert folder.name in listed
        assert any(file.suffix in (".json", ".md") for file in folder.rglob("*")), folder


def test_the_table_of_pages_says_how_it_was_made():
    table = (recorded.path("pages") / "pages.md").read_text(encoding="utf-8")
    assert "Made by `make page-table`" in table
    assert "commit" in table
