"""Files that are whole or not there: weights and checkpoints in safetensors.

Everything is written to a temporary file beside its place and then renamed, so that a crash,
a kill or a full disk never leaves half a file under the real name.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor, nn

from ddimlib.data import cache
from ddimlib.runs import recorded


def write_atomically(path: Path, write: Callable[[Path], Any]) -> None:
    """Let ``write`` fill a temporary file, then give it its real name.

    Raises:
        OSError: when the disk is full or the folder cannot be written; nothing is left behind.
    """
    beside = temporary(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.touch()  # where that fails, ``write`` need not begin its work
        write(beside)
        with open(beside, "rb+") as file:
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise OSError(
                f"could not write {path} ({error}); the file that was there before is unchanged: "
                "free some space or choose another folder, then run the same command again"
            ) from error
        raise


def temporary(path: Path) -> Path:
    """Where a file is until it is whole: one name a file, so that the next write replaces what a
    kill has left behind."""
    return path.with_name(f".{path.name}.tmp{path.suffix}")


def check_writable(folder: Path, option: str = "--folder") -> None:
    """Make a folder and see that it can be written, before the work whose result it is to hold.

    Args:
        folder: where the result is to go.
        option: of the command, by which another place is chosen.

    Raises:
        OSError: when it cannot.
    """
    cache.check_writable(folder, f"choose another {option}")


def read_json(path: Path) -> Any:
    """What a JSON file holds.

    Raises:
        FileNotFoundError: when there is no such file.
        ValueError: when it is damaged; the sentence names it.
    """
    try:
        return json.loads(path.read_bytes())
    except ValueError as error:
        raise ValueError(f"{path} is not valid JSON ({error}); repair or remove it") from error


def json_keys(path: Path) -> set[str] | None:
    """The keys by which a JSON file is known for what it is; None where it holds no dictionary."""
    try:
        found = json.loads(path.read_bytes())
    except ValueError:
        return None
    return set(found) if isinstance(found, dict) else None


def write_json(path: Path, content: Any) -> None:
    """Write JSON atomically, indented, so that it reads well in a diff."""
    write_text(path, json.dumps(content, indent=2, ensure_ascii=False) + "\n")


def write_text(path: Path, text: str) -> None:
    """Write a text atomically, in UTF-8."""
    write_atomically(path, lambda temporary: temporary.write_text(text, encoding="utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write bytes atomically."""
    write_atomically(path, lambda temporary: temporary.write_bytes(content))


def save_tensors(path: Path, tensors: Mapping[str, Tensor], about: Mapping[str, Any]) -> None:
    """Write named tensors and a JSON description of them, atomically."""
    plain = {name: tensor.detach().contiguous().cpu() for name, tensor in tensors.items()}
    metadata = {key: json.dumps(value) for key, value in about.items()}
    # Not by its save_file, which has a temporary file of another name, for its owner alone.
    write_bytes(path, save(plain, metadata))


def load_tensors(path: Path) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """Read what ``save_tensors`` wrote.

    Raises:
        FileNotFoundError: when there is no such file.
        ValueError: when the file is damaged or of another kind.
    """
    with _opened(path) as file:
        # Copies: what safetensors gives is the file, mapped into memory, and on Windows a file that
        # is mapped cannot be replaced by the next checkpoint.
        return {name: file.get_tensor(name).clone() for name in file.keys()}, _about(file)


def read_about(path: Path) -> dict[str, Any]:
    """What a file of ``save_tensors`` says of itself, without its tensors.

    Raises:
        FileNotFoundError, ValueError: as of ``load_tensors``.
    """
    with _opened(path) as file:
        return _about(file)


def _about(file: Any) -> dict[str, Any]:
    return {key: json.loads(value) for key, value in (file.metadata() or {}).items()}


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[Any]:
    if not path.is_file():
        raise FileNotFoundError(f"there is no file {path}: train first, or check the name")
    try:
        with safe_open(path, framework="pt") as file:
            yield file
    except (SafetensorError, ValueError) as error:
        raise ValueError(
            f"{path} is not a readable safetensors file of this project ({error}): "
            "it was cut short or is something else; put a whole copy in its place"
        ) from error


def load_into(module: nn.Module, tensors: Mapping[str, Tensor], source: object) -> None:
    """Load weights into a module of the same architecture.

    Raises:
        ValueError: when names or shapes differ; the message names the first difference.
    """
    expected = module.state_dict()
    missing = sorted(expected.keys() - tensors.keys())
    unknown = sorted(tensors.keys() - expected.keys())
    shapes = [
        f"{name} is {tuple(tensors[name].shape)}, expected {tuple(expected[name].shape)}"
        for name in sorted(expected.keys() & tensors.keys())
        if tensors[name].shape != expected[name].shape
    ]
    if missing or unknown or shapes:
        first = (
            shapes[0]
            if shapes
            else f"{missing[0]} is missing"
            if missing
            else f"{unknown[0]} is unknown"
        )
        raise ValueError(
            f"{source} holds the weights of another architecture ({first}; "
            f"{len(missing) + len(unknown) + len(shapes)} differences in all): "
            "load it with the config that it was trained with"
        )
    module.load_state_dict(dict(tensors))


def find(source: str | os.PathLike[str]) -> Path:
    """The weights file of a run folder, a file, or the name of a recorded run.

    Raises:
        FileNotFoundError: when it is none of these; the message lists the recorded runs.
        ValueError: when a folder here has the name of a recorded run.
        DownloadError: when it is a recorded run whose weights cannot be fetched.
    """
    path = Path(source).expanduser()
    if path.is_dir():
        weights = path / "weights.safetensors"
        names_a_record = str(source) in recorded.names()
        if weights.is_file():
            if names_a_record and not path.samefile(recorded.path(str(source))):
                raise ValueError(
                    f"{source!r} is a recorded run, and here is a run's folder of that name: give "
                    f"{os.path.join(os.curdir, source)} for the folder, or start elsewhere for the "
                    "recorded one"
                )
            return weights
        # A folder of pictures may bear the name of a recorded run.
        if not names_a_record:
            raise FileNotFoundError(f"{path} holds no weights yet: train there first")
    if path.is_file():
        return path
    if path.suffix or len(path.parts) > 1:
        raise FileNotFoundError(
            f"there is nothing at {path}: give a run folder, a .safetensors file, or one of the "
            f"recorded runs {', '.join(recorded.names())}"
        )
    return recorded.weights(str(source))


def name_of(source: str | os.PathLike[str]) -> str:
    """What a run is called: as its folder is, even where its weights were fetched to another place.

    Raises:
        FileNotFoundError, DownloadError: as ``find`` does.
    """
    return folder_of(source).name


def folder_of(source: str | os.PathLike[str]) -> Path:
    """The folder of a run; of a recorded one that of its record, wherever its weights are kept.

    Raises:
        FileNotFoundError, DownloadError: as ``find`` does.
    """
    path, weights = Path(source).expanduser(), find(source)
    lies_there = weights in (path, path / "weights.safetensors")
    return weights.parent if lies_there else recorded.path(str(source))


def digest(source: str | os.PathLike[str]) -> str:
    """The SHA-256 of a run's weights file, by which other files say what they are of.

    Raises:
        FileNotFoundError, DownloadError: as ``find`` does.
    """
    return hashlib.sha256(find(source).read_bytes()).hexdigest()


def half_precision(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Floating-point tensors in float16, half the size, for weights that are committed."""
    return {
        name: tensor.half() if tensor.dtype == torch.float32 else tensor
        for name, tensor in tensors.items()
    }


def full_precision(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """What ``half_precision`` halved, in float32 again."""
    return {
        name: tensor.float() if tensor.dtype == torch.float16 else tensor
        for name, tensor in tensors.items()
    }
