"""Recorded runs: the networks and numbers that the book shows, found wherever it is read.

A checkout has all of them. The archive that a set-up cell on Colab installs leaves out some
networks (``.gitattributes``), so that readers of chapter 2 need not wait for those of chapter 12.
``weights.json`` has the checksum of each, and it is fetched when it is first asked for.
"""

import json
from pathlib import Path
from typing import Any

from ddimlib.data import data_folder

_PACKAGE = Path(__file__).parents[1]
REPOSITORY = "https://github.com/noise-to-flowers/noise-to-flowers"
REF = "main"  # where networks are fetched: what `colab_installs` of _config.yml names
# In a checkout they lie beside the chapters; an installed wheel carries them inside.
_PLACES = (_PACKAGE.parent / "book" / "results", _PACKAGE / "results")


def names() -> list[str]:
    """The names of all recorded runs; folders of numbers alone, without a network, are none."""
    files = [file for place in _PLACES for file in place.glob("*/weights.*")]
    return sorted({file.parent.name for file in files if file.suffix in (".json", ".safetensors")})


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


def weights(name: str) -> Path:
    """The file with the weights of a recorded run, fetched once where the archive left it out.

    Raises:
        FileNotFoundError: for an unknown name; the message lists the recorded runs.
        DownloadError: when it cannot be fetched.
    """
    file = path(name) / "weights.safetensors"
    if file.is_file() or not file.with_suffix(".json").is_file():
        return file
    from ddimlib.data.downloads import RemoteFile, fetch  # it takes a while, and few need it

    url = f"{REPOSITORY}/raw/{REF}/book/results/{name}/weights.safetensors"
    checksum = read_json(name, "weights.json")["sha256"]
    remote = RemoteFile(fetched_name(name), checksum, (url,), "sha256")
    return fetch(remote, data_folder() / "networks")


def is_here(name: str) -> bool:
    """Whether a recorded run's weights need not be fetched.

    Raises:
        FileNotFoundError: for an unknown name; the message lists the recorded runs.
    """
    if (path(name) / "weights.safetensors").is_file():
        return True
    return (data_folder() / "networks" / fetched_name(name)).is_file()


def fetched_name(name: str) -> str:
    """What the file of a recorded run's weights is called where it is kept once it was fetched."""
    return f"{name}-{read_json(name, 'weights.json')['sha256'][:16]}.safetensors"


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
    """The content of a JSON file of a recorded run, for example its config.

    Raises:
        FileNotFoundError: for an unknown name or file.
        ValueError: when the file is damaged; the sentence names it.
    """
    from ddimlib.runs import checkpoints  # which looks for recorded runs here

    return checkpoints.read_json(path(name) / file)


def metrics(name: str) -> list[dict[str, Any]]:
    """One dictionary per epoch of a recorded run."""
    lines = (path(name) / "metrics.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
