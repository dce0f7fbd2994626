"""Recorded runs: the networks and numbers that the book shows, found wherever it is read."""

import json
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parents[1]
# In a checkout they lie beside the chapters; an installed wheel carries them inside.
_PLACES = (_PACKAGE.parent / "book" / "results", _PACKAGE / "results")


def names() -> list[str]:
    """The names of all recorded runs; folders of numbers alone, without a network, are none."""
    return sorted(
        {file.parent.name for place in _PLACES for file in place.glob("*/weights.safetensors")}
    )


def path(name: str) -> Path:
    """The folder of a recorded run, or of other recorded numbers.

    Raises:
        FileNotFoundError: for an unknown name; the message lists the recorded runs.
    """
    for place in _PLACES:
        if (place / name).is_dir():
            return place / name
    raise FileNotFoundError(
        f"there is no recorded run {name!r}: choose one of {', '.join(names()) or '(none)'}"
    )


def new(name: str) -> Path:
    """Where a run is to be recorded, in a checkout; who writes there first makes the folder.

    Raises:
        OSError: when the library is installed from a wheel, which holds no place to write.
    """
    if not _PLACES[0].is_dir():
        raise OSError(
            "runs are recorded in a checkout of the book: clone it, and install from there"
        )
    return _PLACES[0] / name


def read_json(name: str, file: str) -> Any:
    """The content of a JSON file of a recorded run, for example its config."""
    return json.loads((path(name) / file).read_text(encoding="utf-8"))


def metrics(name: str) -> list[dict[str, Any]]:
    """One dictionary per epoch of a recorded run."""
    lines = (path(name) / "metrics.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
