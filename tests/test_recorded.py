"""Recorded runs are found by name, and an unknown one lists those there are."""

import pytest

from ddimlib import recorded


def test_an_unknown_run_lists_the_known_ones():
    with pytest.raises(FileNotFoundError, match="no recorded run 'roses64': choose one of"):
        recorded.path("roses64")


def test_every_recorded_run_says_how_it_was_made():
    for name in recorded.names():
        assert (recorded.path(name) / "config.json").is_file() or list(
            recorded.path(name).glob("*.json")
        ), name
