"""Decode once, map into memory ever after.

An entry of the cache is a folder with `pictures.npy`, perhaps `labels.npy`, and `entry.json`. Its
name carries a hash of everything that its content depends on, so a changed source or parameter
leads to a new entry and an old one is never wrong. An entry is written under a temporary name and
renamed when it is complete: whoever looks sees all of it or nothing.
"""

import contextlib
import errno
import hashlib
import json
import os
import shutil
import tempfile
import warnings
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pooch
from filelock import FileLock

from ddimlib.data.images import Decoded, shuffle

VERSION = 1  # raise it when the same source is to be decoded in another way


def check_writable(folder: Path, otherwise: str, kind: type[OSError] = OSError) -> None:
    """Make a folder and see that it can be written, before the work whose result it is to hold.

    Args:
        folder: where the result is to go.
        otherwise: what to do where it cannot, for the error's sentence.
        kind: of the error.

    Raises:
        OSError: of this kind, when it cannot.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise kind(
            f"{folder} cannot be written ({error.strerror or error}): {otherwise}"
        ) from error


def data_folder(root: str | os.PathLike[str] | None = None) -> Path:
    """Where downloads and decoded pictures are kept.

    `root` if given, else the environment variable DDIMLIB_DATA, else the user's cache folder.
    """
    chosen = root or os.environ.get("DDIMLIB_DATA") or pooch.os_cache("ddimlib")
    return Path(chosen).expanduser()


def entry_folder(root: Path, name: str, parameters: dict[str, Any]) -> Path:
    """The folder of the entry for a source of that name, decoded with these parameters."""
    described = json.dumps({"version": VERSION, **parameters}, sort_keys=True)
    return root / "decoded" / f"{name}-{hashlib.sha256(described.encode()).hexdigest()[:16]}"


def cached(
    root: Path, name: str, parameters: dict[str, Any], decode: Callable[[], Decoded]
) -> Decoded:
    """The pictures that `decode` returns, shuffled; decoded once, mapped into memory ever after.

    Processes that ask for the same entry at once wait for the first, which decodes for all. Where
    the entry cannot be written (full disk, read-only folder) a warning says so and the pictures
    are used from memory.
    """
    folder = entry_folder(root, name, parameters)
    if (found := _read(folder)) is not None:
        return found
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(_beside(folder, ".lock"))
        lock.acquire()
    except (OSError, NotImplementedError) as error:
        _warn(folder, error)
        return shuffle(decode())
    try:
        if (found := _read(folder)) is not None:  # written while we waited
            return found
        decoded = shuffle(decode())
        try:
            _write(folder, decoded)
        except OSError as error:
            _warn(folder, error)
            return decoded
        return _read(folder) or decoded
    finally:
        lock.release()


def _beside(folder: Path, ending: str) -> Path:
    """A file beside an entry: its name may have a dot of its own, which `with_suffix` would cut."""
    return folder.with_name(folder.name + ending)


class Kept:
    """What could be decoded of a folder with bad files in it, until they are repaired or removed.

    Args:
        root: as of `cached`.
        name: of the folder.
        parameters: what the decoding depends on, but for the files.
    """

    def __init__(self, root: Path, name: str, parameters: dict[str, Any]) -> None:
        self.file = _beside(entry_folder(root, name, parameters), ".kept.npz")

    def read(self, fingerprints: Mapping[str, str]) -> dict[str, np.ndarray]:
        """Pictures by the path of their file, where it is still the file that was read.

        Args:
            fingerprints: what tells versions of a file apart, by its path.
        """
        try:
            with np.load(self.file, allow_pickle=False) as kept:
                pictures = dict(zip(kept["fingerprints"].tolist(), kept["pictures"], strict=True))
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return {}
        return {path: pictures[mark] for path, mark in fingerprints.items() if mark in pictures}

    def write(self, fingerprints: Sequence[str], pictures: np.ndarray) -> None:
        """Keep these pictures; where that cannot be, they are decoded again, as if not kept."""
        temporary = self.file.with_name(f".writing-{self.file.name}")
        try:
            np.savez(temporary, fingerprints=np.array(fingerprints, str), pictures=pictures)
            os.replace(temporary, self.file)
        except OSError:
            temporary.unlink(missing_ok=True)

    def forget(self) -> None:
        """The folder is decoded as a whole now."""
        with contextlib.suppress(OSError):
            self.file.unlink(missing_ok=True)


def _warn(folder: Path, error: BaseException) -> None:
    full = isinstance(error, OSError) and error.errno == errno.ENOSPC
    advice = "free some space" if full else "set DDIMLIB_DATA to a folder that can be written"
    warnings.warn(
        f"decoded pictures could not be kept in {folder} ({error}), so they will be decoded again "
        f"next time; {advice} to avoid that",
        stacklevel=4,
    )


def _read(folder: Path) -> Decoded | None:
    """Map an entry into memory, or None if there is none or a file of it is damaged."""
    try:
        entry = json.loads((folder / "entry.json").read_text(encoding="utf-8"))
        # Copy on write: a caller who changes a picture in place changes its own memory only.
        pictures = np.load(folder / "pictures.npy", mmap_mode="c")
        labels = np.load(folder / "labels.npy") if entry["labelled"] else None
        names, notes = tuple(entry["class_names"]), tuple(entry.get("notes", ()))
        whole = list(pictures.shape) == entry["shape"] and pictures.dtype == np.uint8
        whole &= all(isinstance(text, str) for text in names + notes)
        if labels is not None:
            whole &= labels.shape == (len(pictures),) and labels.dtype == np.int64
            whole &= 0 <= labels.min() and labels.max() < len(names)
    except Exception:  # what is damaged fails in many ways, and is decoded again
        return None
    return Decoded(pictures, labels, names, notes) if whole else None


def _write(folder: Path, decoded: Decoded) -> None:
    # Always the same name, and only ever used by the holder of the lock: what a killed process
    # has left half-written is cleared away by the next.
    temporary = folder.parent / f".writing-{folder.name}"
    try:
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir()
        # Plain writes, not a writable memory map: a full disk is then an error, not a bus error.
        _save(temporary / "pictures.npy", decoded.pictures)
        if decoded.labels is not None:
            _save(temporary / "labels.npy", decoded.labels)
        entry = {
            "shape": list(decoded.pictures.shape),
            "labelled": decoded.labels is not None,
            "class_names": list(decoded.class_names),
            "notes": list(decoded.notes),
        }
        (temporary / "entry.json").write_text(json.dumps(entry), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)  # a damaged entry, if any
        os.replace(temporary, folder)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise


def _save(file: Path, array: np.ndarray) -> None:
    array = np.ascontiguousarray(array)
    with file.open("wb") as stream:
        # As numpy.save, whose error on a full disk would not say that the disk is full.
        header = np.lib.format.header_data_from_array_1_0(array)
        np.lib.format.write_array_header_1_0(stream, header)
        stream.write(array.data)
        stream.flush()
        os.fsync(stream.fileno())
