"""Recorded runs are found by name, and an unknown one lists those there are."""

import pytest

from ddimlib import recorded


def test_an_unknown_run_lists_the_known_ones():
    with pytest.raises(FileNotFoundError, match="no recorded run 'roses64': choose one of"):
        recorded.path("roses64")


def test_every_recorded_result_has_its_numbers_and_stands_in_the_list():
    listed = (recorded._PLACES[0] / "README.md").read_text(encoding="utf-8")
    for name in recorded.names():
        assert name in listed, name
        files = recorded.path(name).rglob("*")
        assert any(file.suffix in (".json", ".md") for file in files), name


def test_the_table_of_pages_says_how_it_was_made():
    table = (recorded.path("pages") / "pages.md").read_text(encoding="utf-8")
    assert "Made by `make page-table`" in table
    assert "commit" in table
