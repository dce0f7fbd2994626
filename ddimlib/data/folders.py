"""A folder of pictures: what is in it, which folders are classes, and what is left out.

Whatever is decided here about somebody's own folder is also said: `Listing.summary` has it for the
command line, and of what looks odd (`Listing.odd`) `load_dataset` warns.
"""

import json
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np
from jaxtyping import UInt8

from ddimlib.data.images import Decoded, told_apart
from ddimlib.data.pictures import read_pictures

EXTENSIONS = (
    ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".avif", ".bmp", ".gif", ".tif", ".tiff",
    ".ppm", ".pgm",
)  # fmt: skip
CLASS_NAMES_FILE = "class_names.json"
PARTS = ("train", "training", "val", "valid", "validation", "test", "testing")
_SYSTEM_FOLDERS = ("#recycle", "$recycle.bin", "lost+found", "system volume information")


class Found(NamedTuple):
    """All that lies in a folder and below it."""

    files: tuple[Path, ...]  # pictures by their ending, sorted
    others: tuple[Path, ...]  # files that do not end like a picture
    folders: tuple[Path, ...]  # that are read
    hidden: Counter[str]  # what is hidden, by the names of folders
    links: tuple[Path, ...]  # that lead to where was read already


class Listing(NamedTuple):
    """The picture files of a folder, sorted, and the class of each if the folder has classes."""

    files: tuple[Path, ...]
    labels: tuple[int, ...] | None
    class_names: tuple[str, ...]
    left_out: tuple[str, ...] = ()  # what is not read, a line a reason
    odd: tuple[str, ...] = ()  # what may not be as it was meant, in sentences

    def summary(self, odd: bool = True) -> str:
        """What the classes are, what is left out and, if asked for, what looks odd, in lines."""
        lines = [f"{len(self.files):,} picture files, {classes_in_words(self)}"]
        lines += [f"left out: {reason}" for reason in self.left_out]
        lines += [f"note: {sentence}" for sentence in self.odd if odd]
        return "\n".join(lines)


class FolderWarning(UserWarning):
    """Something about a folder of pictures may not be as it was meant."""


def list_folder(folder: Path) -> Listing:
    """Find the pictures in a folder and below it; each sub-folder of the folder is a class.

    Each real folder is read once, however many links lead to it. Hidden files, folders of systems
    and programs (`@eaDir`, `.thumbnails`, `__MACOSX`) and files that do not end like a picture are
    left out. `train`, `val` and `test` are no classes: where a folder holds nothing else, what is
    in them is put together. Where pictures lie in the folder itself beside two class folders or
    more, the larger part decides: either these pictures are left out, or there are no classes.

    Names of classes are those of the sub-folders, or come from a file `class_names.json`
    ({"001": "pink primrose", …}) in or beside the folder.

    Raises:
        ValueError: there are fewer than two pictures, only some parts of the data set have
            classes, `class_names.json` is not such a mapping, or a folder cannot be read.
    """
    found = find_files(folder)
    if len(found.files) < 2:
        raise ValueError(_too_few(folder, found))
    odd = [*_one_too_high(folder, found)]
    places = [file.relative_to(folder).parts for file in found.files]
    parts = sorted({place[0] for place in places if len(place) > 1})
    level = 0  # how far below the folder the classes are
    if parts and all(len(place) > 1 and place[0].lower() in PARTS for place in places):
        places, level = [place[1:] for place in places], 1
        if len(parts) > 1:
            odd.append(
                f"{_and(parts)} are taken as parts of one data set, not as classes: they are put "
                f"together and split anew; to learn from one alone, give {folder / parts[0]}"
            )
        flat = [part for part in parts if all(len(p) == 1 for p in _below(found, folder, part))]
        if flat and len(flat) < len(parts):
            raise ValueError(
                f"{_and(flat)} in {folder} holds pictures without class folders, but "
                f"{_and([part for part in parts if part not in flat])} has class folders: sort all "
                "of them alike, or give one of these folders"
            )
    keys, kept, sentences = _classes(found.files, places)
    odd += sentences
    left_out = _left_out(found, len(found.files) - len(kept))
    if keys is None:
        return Listing(kept, None, (), _printable(left_out), _printable(odd))
    known = sorted(set(keys))
    odd += _without_pictures(folder, found, known, level)
    index = {name: position for position, name in enumerate(known)}
    names, unmatched, sentences = _names(folder, known)
    odd += [*sentences, *_alike(known, len(kept))]
    labels = tuple(index[key] for key in keys)
    return Listing(
        kept, labels, _printable(names), _printable(left_out + unmatched), _printable(odd)
    )


def read_folder(
    listing: Listing,
    image_size: int,
    known: Mapping[str, UInt8[np.ndarray, "3 size size"]] | None = None,
) -> Decoded:
    """Decode every picture of a folder.

    Args:
        listing: what `list_folder` found.
        image_size: side of the squares.
        known: pictures that are decoded already, by the path of their file.

    Raises:
        BadPictures: some cannot be read. A ValueError.
    """
    notes: list[str] = []
    sources = ((file, str(file)) for file in listing.files)
    pictures = read_pictures(sources, len(listing.files), image_size, known=known, notes=notes)
    labels = None if listing.labels is None else np.array(listing.labels, np.int64)
    return Decoded(pictures, labels, listing.class_names, tuple(notes))


def folder_fingerprint(folder: Path, listing: Listing) -> list[tuple[str, int, int]]:
    """Names, sizes and times of change of all that `read_folder` would read."""
    files: list[Path] = [*listing.files]
    names = class_names_file(folder)
    if names is not None:
        files.append(names)
    return file_fingerprint(files, folder)


def file_fingerprint(files: Sequence[Path], folder: Path) -> list[tuple[str, int, int]]:
    """(name, size in bytes, time of change in ns) of each file."""
    found = []
    for file in files:
        try:
            status = file.stat()
        except OSError:  # a link to nothing: reading it will say so, among others
            found.append((os.path.relpath(file, folder), -1, -1))
            continue
        found.append((os.path.relpath(file, folder), status.st_size, status.st_mtime_ns))
    return found


# --- finding files -------------------------------------------------------------------------------


def find_files(folder: Path) -> Found:
    """Walk through a folder. Real folders come before links, so that what is real keeps its place.

    Raises:
        ValueError: a folder cannot be read.
    """
    files: list[Path] = []
    others: list[Path] = []
    folders: list[Path] = []
    hidden: Counter[str] = Counter()
    repeated: list[Path] = []
    seen: set[str] = set()
    root = os.path.realpath(folder)
    waiting = [folder]
    while waiting:
        start = waiting.pop(0)
        real = os.path.realpath(start)
        # A link to the folder itself, to one above it, or to what is read already.
        if start is not folder and (real in seen or _is_within(root, real)):
            repeated.append(start)
            continue
        links = []
        for parent, names, plain in os.walk(start, onerror=_refuse):
            here = os.path.realpath(parent)
            if here in seen:
                names.clear()
                continue
            seen.add(here)
            folders.append(Path(parent))
            for name in sorted(names):
                if _is_hidden(name):
                    hidden[name] += 1
                elif os.path.islink(os.path.join(parent, name)):
                    links.append(Path(parent, name))
            names[:] = [name for name in names if not _is_hidden(name)]
            for name in plain:
                if name.startswith("."):
                    hidden["hidden files"] += 1
                elif name.lower().endswith(EXTENSIONS):
                    if _is_special(os.path.join(parent, name)):
                        hidden["pipes and sockets"] += 1
                    else:
                        files.append(Path(parent, name))
                elif name != CLASS_NAMES_FILE:
                    others.append(Path(parent, name))
        waiting += sorted(links)

    def in_order(paths: list[Path]) -> tuple[Path, ...]:
        # By their parts: Windows compares paths without case, and the split would be another one.
        return tuple(sorted(paths, key=lambda path: path.parts))

    return Found(in_order(files), in_order(others), in_order(folders), hidden, tuple(repeated))


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "__", "@")) or name.lower() in _SYSTEM_FOLDERS


def _is_special(path: str) -> bool:
    """Whether this is neither a file nor a link to nothing: reading a pipe would wait for ever."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return False


def _refuse(error: OSError) -> None:
    raise ValueError(
        f"the folder {error.filename} cannot be read ({error.strerror}); allow it, or move it "
        "elsewhere"
    ) from error


def _below(found: Found, folder: Path, part: str) -> Iterator[tuple[str, ...]]:
    """The places of the pictures in one part of a folder, seen from that part."""
    for file in found.files:
        first, *rest = file.relative_to(folder).parts
        if first == part:
            yield tuple(rest)


# --- what is a class -----------------------------------------------------------------------------


def _classes(
    files: tuple[Path, ...], places: Sequence[tuple[str, ...]]
) -> tuple[list[str] | None, tuple[Path, ...], list[str]]:
    """The class folder of each picture that is kept (None: no classes), and what is odd in it."""
    inside = [place for place in places if len(place) > 1]
    stray = len(places) - len(inside)
    known = sorted({place[0] for place in inside})
    if not stray:
        return [place[0] for place in inside], files, []
    if not inside:
        return None, files, []
    if len(known) > 1 and len(inside) > stray:
        first = next(file for file, place in zip(files, places, strict=True) if len(place) == 1)
        kept = tuple(file for file, place in zip(files, places, strict=True) if len(place) > 1)
        sentence = (
            f"{_pictures(stray)} beside the class folders, {first.name} the first of them, "
            f"{'belongs' if stray == 1 else 'belong'} to no class and is left out: move it into a "
            "class folder, or away"
        )
        return [place[0] for place in inside], kept, [sentence]
    sentence = (
        f"there are no classes: {_pictures(stray)} in the folder itself, beside "
        f"{_pictures(len(inside))} in {_and(known)}; move the former into class folders if there "
        "are to be any"
    )
    return None, files, [sentence]


def _one_too_high(folder: Path, found: Found) -> Iterator[str]:
    places = [file.relative_to(folder).parts for file in found.files]
    if len({place[0] for place in places}) == 1 and all(len(place) > 2 for place in places):
        inner = sorted({place[1] for place in places})
        if len(inner) > 1 and places[0][0].lower() not in PARTS:
            only = folder / places[0][0]
            yield (
                f"all pictures lie in the one folder {only}, which looks one level too high: if "
                f"{_and(inner)} are the classes, give {only}"
            )


def _without_pictures(
    folder: Path, found: Found, known: Sequence[str], level: int
) -> Iterator[str]:
    """Folders that would be classes, had they a picture that can be read."""
    for place in found.folders:
        parts = place.relative_to(folder).parts
        if len(parts) == level + 1 and parts[level] not in known:
            held = [file for file in found.others if file.is_relative_to(place)]
            what = f" but {_endings(held)}" if held else ""
            yield (
                f"{Path(*parts)} is no class, for it holds no picture that can be read{what}; "
                "convert what is in it, or remove it"
            )


def _alike(known: Sequence[str], pictures: int) -> Iterator[str]:
    by_case = sorted(known, key=str.lower)
    for _, group in groupby(by_case, key=str.lower):
        if len(same := list(group)) > 1:
            yield f"the folders {_and(same)} differ by case alone, and are classes of their own"
    if len(known) > 2 and 2 * len(known) > pictures:
        yield (
            f"there are {len(known):,} classes for {pictures:,} pictures: are these folders "
            "classes?"
        )


# --- names of classes ----------------------------------------------------------------------------


def class_names_file(folder: Path) -> Path | None:
    """The `class_names.json` in the folder, or else beside it, or else None."""
    for candidate in (folder / CLASS_NAMES_FILE, folder.resolve().parent / CLASS_NAMES_FILE):
        if candidate.is_file():
            return candidate
    return None


def read_class_names(folder: Path) -> dict[str, str]:
    """The names of the classes by sub-folder, from `class_names.json`; empty without that file."""
    file = class_names_file(folder)
    if file is None:
        return {}
    foreign = (
        "repair or remove it"
        if file.parent == folder
        else f"it lies beside the folder {folder.name} and would name its classes: repair it, or "
        "move it away if it belongs to something else"
    )
    try:
        # From bytes: Windows writes a mark before them, or two bytes a letter.
        names = json.loads(file.read_bytes())
    except ValueError as error:
        raise ValueError(f"{file} is not valid JSON ({error}); {foreign}") from error
    if not isinstance(names, dict) or not all(isinstance(name, str) for name in names.values()):
        raise ValueError(
            f'{file} must map sub-folder to class name, as in {{"001": "pink primrose"}}; {foreign}'
        )
    return names


def _names(
    folder: Path, known: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...], list[str]]:
    """A name for each class folder, all different; names that are left out; and what is odd."""
    listed = read_class_names(folder)
    names = [listed.get(key, key) for key in known]
    odd, left_out = [], []
    unmatched, unnamed = sorted(listed.keys() - set(known)), sorted(set(known) - listed.keys())
    if unmatched and unnamed:
        odd.append(
            f"{class_names_file(folder)} names {_and(unmatched)}, which match no folder, and not "
            f"{_and(unnamed)}, which keep the names of their folders"
        )
    elif unmatched:
        left_out.append(f"names in {class_names_file(folder)} without a folder: {_and(unmatched)}")
    twice = sorted(name for name, count in Counter(names).items() if count > 1)
    if twice:
        odd.append(
            f"more than one folder is called {_and(twice)}: their classes are told apart by the "
            "folder's name behind it"
        )
    return told_apart(names, known), tuple(left_out), odd


# --- in words ------------------------------------------------------------------------------------


def classes_in_words(listing: Listing) -> str:
    """How many classes there are and how many pictures each has, or that there are none."""
    if listing.labels is None:
        return "no classes"
    counts = Counter(listing.labels)
    named = [f"{name} ({counts[at]})" for at, name in enumerate(listing.class_names)]
    many = "1 class" if len(named) == 1 else f"{len(named)} classes"
    return f"{many}: {', '.join(named)}"


def _printable(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts that any terminal takes: names of files need not be Unicode."""
    return tuple(text.encode("utf-8", "backslashreplace").decode("utf-8") for text in texts)


def _left_out(found: Found, stray: int) -> tuple[str, ...]:
    reasons = []
    if found.others:
        reasons.append(f"by their ending: {_endings(found.others)}")
    if found.hidden:
        named = [f"{name} ({count})" for name, count in sorted(found.hidden.items())]
        reasons.append(f"hidden, or a program's own: {_and(named)}")
    if found.links:
        reasons.append(f"links to folders that are read already: {_and(map(str, found.links))}")
    if stray:
        reasons.append(f"{_pictures(stray)} beside the class folders")
    return tuple(reasons)


def _too_few(folder: Path, found: Found) -> str:
    what = "no pictures" if not found.files else "only one picture"
    others = f" (there is {_endings(found.others)})" if found.others else ""
    return (
        f"found {what} in the folder {folder}{others}; expected at least two files ending in "
        f"{', '.join(EXTENSIONS)}, directly or in one sub-folder for each class"
    )


def _endings(files: Sequence[Path]) -> str:
    counts = Counter(file.suffix.lower() or "no ending" for file in files)
    return ", ".join(f"{ending} ({count})" for ending, count in sorted(counts.items()))


def _pictures(count: int) -> str:
    return "1 picture" if count == 1 else f"{count:,} pictures"


def _and(names: Iterable[str], most: int = 6) -> str:
    names = list(names)
    shown = names[:most] + ([f"{len(names) - most} more"] if len(names) > most else [])
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))
