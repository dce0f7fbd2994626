"""Pictures to learn from: made by formula, from a folder or a file, or by download.

`load_dataset` is the one way in; what it returns is `Images`, whatever the source.
"""

import os
import warnings
from pathlib import Path
from typing import NamedTuple

import torch

from ddimlib.checks import check_name
from ddimlib.data.arrays import read_npz
from ddimlib.data.cache import Kept, cached, data_folder
from ddimlib.data.folders import (
    FolderWarning,
    Listing,
    file_fingerprint,
    folder_fingerprint,
    list_folder,
    read_folder,
)
from ddimlib.data.images import Decoded, Images, Labels, split
from ddimlib.data.pictures import BadPictures
from ddimlib.data.procedural import SPECIES, procedural_flowers

__all__ = [
    "DATASETS",
    "SPECIES",
    "FolderWarning",
    "Images",
    "Labels",
    "count_pictures",
    "data_folder",
    "describe",
    "find_source",
    "is_decoded",
    "load_dataset",
    "procedural_flowers",
    "survey",
]

DATASETS = ("procedural", "flowers102", "flowers5000", "pets")
LARGEST_SIDE = 1024
_READING = 2  # raise it when somebody's own files are to be decoded in another way


class Source(NamedTuple):
    """What a name means: "procedural", "collection", "folder" or "npz", and where it is."""

    kind: str
    path: Path


def load_dataset(
    name: str | os.PathLike[str],
    image_size: int = 64,
    root: str | os.PathLike[str] | None = None,
    *,
    count: int = 2048,
    seed: int = 0,
) -> Images:
    """Load a data set as uint8 pictures, a fifth of them held back for validation.

    The split is the same every time. Real pictures are decoded on the first call, then mapped into
    memory from a cache, which takes well under a second.

    Args:
        name: `procedural`, `flowers102`, `flowers5000` (those of them that the book's networks
            learnt from) or `pets`, or a folder of pictures or an `.npz` file (see
            `ddimlib.data.folders` and `ddimlib.data.arrays`).
        image_size: side of the square pictures, in pixels.
        root: where downloads and decoded pictures are kept. By default the environment variable
            DDIMLIB_DATA, or else the user's cache folder.
        count: how many procedural flowers to paint in all; other sources have their own number.
        seed: which series of procedural flowers; the split does not depend on it.

    Warns:
        FolderWarning: something about a folder may not be as it was meant: a class without
            pictures, pictures beside the classes, a folder one level too high.

    Raises:
        ValueError: the name is unknown or means two things, the size is not a side from 1 to 1024,
            there are fewer than two pictures, or a source holds damaged pictures or arrays of
            another shape or type.
        FileNotFoundError: the name is a path at which there is nothing.
        DownloadError: the pictures could not be downloaded (an OSError).
    """
    _check_size(image_size)
    kind, path = find_source(name)
    if kind == "procedural":
        return _paint(count, image_size, seed)
    if kind == "collection":
        return _load_collection(str(name), image_size, data_folder(root))
    if kind == "folder":
        return _load_folder(path, image_size, data_folder(root))
    files = file_fingerprint([path], path.parent)
    parameters = {"source": str(path.resolve()), "files": files, "image_size": image_size}
    parameters["reading"] = _READING
    label = f"{path.stem}-{image_size}"
    return _split(cached(data_folder(root), label, parameters, lambda: read_npz(path, image_size)))


def find_source(name: str | os.PathLike[str]) -> Source:
    """What a data set's name means; the one place where that is decided.

    Raises:
        ValueError: the name is unknown, that of a published data set and of a folder here at
            once, or that of a file of another kind.
        FileNotFoundError: the name is a path at which there is nothing.
    """
    path = Path(name).expanduser()
    if isinstance(name, str) and name in DATASETS:
        if path.is_dir() and name != "procedural":
            raise ValueError(
                f"{name!r} is a published data set, and here is a folder of that name: give "
                f"{os.path.join(os.curdir, name)} for the folder, or start elsewhere for the "
                "published one"
            )
        return Source("procedural" if name == "procedural" else "collection", path)
    if path.is_dir():
        return Source("folder", path)
    if path.is_file():
        if path.suffix.lower() == ".npz":
            return Source("npz", path)
        raise ValueError(f"{path} is neither a folder of pictures nor an .npz file")
    if not isinstance(name, str) or path.suffix or len(path.parts) > 1:
        raise FileNotFoundError(
            f"there is no folder or .npz file at {path}; check the path, or name one of the data "
            f"sets {', '.join(DATASETS)}"
        )
    check_name(name, DATASETS, "data set (or folder, or .npz file)")
    raise AssertionError("a known name is handled before")


def _check_size(image_size: int) -> None:
    if not isinstance(image_size, int) or isinstance(image_size, bool):
        raise TypeError(f"image_size must be a whole number of pixels, got {image_size!r}")
    if not 1 <= image_size <= LARGEST_SIDE:
        raise ValueError(f"image_size must be from 1 to {LARGEST_SIDE} pixels, got {image_size}")


def _paint(count: int, image_size: int, seed: int) -> Images:
    if count < 2:
        raise ValueError(f"a data set needs at least 2 pictures to be split, got count={count}")
    # Each picture is drawn independently of the others, so the split need not shuffle them.
    pictures, labels = procedural_flowers(count, image_size, seed)
    return split(Decoded(pictures.numpy(), labels.numpy(), SPECIES))


def _load_collection(name: str, image_size: int, root: Path) -> Images:
    # Imported here: the libraries for the network are slow to load, and rarely needed.
    from ddimlib.data.oxford import COLLECTIONS, decode_collection

    collection = COLLECTIONS[name]
    parameters = {"files": [file.checksum for file in collection.files], "image_size": image_size}
    folder = root / "downloads" / collection.folder
    label = f"{name}-{image_size}"
    return _split(
        cached(root, label, parameters, lambda: decode_collection(collection, image_size, folder))
    )


def _load_folder(path: Path, image_size: int, root: Path) -> Images:
    listing = list_folder(path)
    marks = folder_fingerprint(path, listing)
    where = {"source": str(path.resolve()), "image_size": image_size, "reading": _READING}
    label = f"{path.resolve().name}-{image_size}"
    kept = Kept(root, label, where)

    def decode() -> Decoded:
        paths = [str(file) for file in listing.files]
        by_path = {file: repr(mark) for file, mark in zip(paths, marks, strict=False)}
        try:
            decoded = read_folder(listing, image_size, kept.read(by_path))
        except BadPictures as bad:
            good = [by_path[file] for file, whole in zip(paths, bad.good, strict=True) if whole]
            kept.write(good, bad.pictures[bad.good])
            raise
        kept.forget()
        return decoded

    return _split(cached(root, label, where | {"files": marks}, decode), listing)


def _split(decoded: Decoded, listing: Listing | None = None) -> Images:
    """Split somebody's own pictures, and say what is odd about them."""
    for sentence in (*(listing.odd if listing else ()), *decoded.notes):
        warnings.warn(sentence, FolderWarning, stacklevel=4)
    return split(decoded)


def survey(name: str | os.PathLike[str], odd: bool = True) -> list[str]:
    """What `load_dataset` will read of a folder and what it leaves out, in lines; else nothing.

    Args:
        name: as of `load_dataset`.
        odd: whether to say as well what `load_dataset` warns of.

    Raises:
        ValueError, FileNotFoundError: as `load_dataset` does, but for damaged pictures.
    """
    kind, path = find_source(name)
    return list_folder(path).summary(odd).splitlines() if kind == "folder" else []


def count_pictures(name: str | os.PathLike[str], image_size: int = 64) -> tuple[int, int | None]:
    """How many pictures a data set has, and how many classes (None: it has none).

    Takes the names that ``load_dataset`` takes, but fetches nothing and keeps nothing: of a
    collection it says what was published.

    Raises:
        ValueError, FileNotFoundError: as ``load_dataset`` does.
    """
    kind, path = find_source(name)
    if kind == "procedural":
        images = load_dataset(name, image_size)
        return len(images.train) + len(images.validation), len(images.class_names)
    if kind == "collection":
        from ddimlib.data.oxford import COLLECTIONS

        collection = COLLECTIONS[str(name)]
        return collection.pictures, collection.classes
    if kind == "folder":
        listing = list_folder(path)
        return len(listing.files), None if listing.labels is None else len(listing.class_names)
    decoded = read_npz(path, image_size)
    return len(decoded.pictures), None if decoded.labels is None else len(decoded.class_names)


def is_decoded(name: str, image_size: int, root: str | os.PathLike[str] | None = None) -> bool:
    """Whether a data set can be loaded without fetching a collection and decoding it."""
    if find_source(name).kind != "collection":
        return True
    return any((data_folder(root) / "decoded").glob(f"{name}-{image_size}-*/entry.json"))


def describe(images: Images) -> str:
    """A data set in two lines: pictures and their size; classes and how many pictures each has."""
    count = len(images.train) + len(images.validation)
    side = images.train.shape[-1]
    lines = [
        f"{count:,} pictures of {side}×{side} pixels ({count * 3 * side * side / 1e6:.1f} MB): "
        f"{len(images.train):,} to train on, {len(images.validation):,} to validate"
    ]
    if images.labels is None:
        lines.append("no classes")
    else:
        labels = torch.cat([images.labels.train, images.labels.validation])
        counts = labels.bincount(minlength=len(images.class_names)).tolist()
        classes = [f"{name} ({n})" for name, n in zip(images.class_names, counts, strict=True)]
        many = "1 class" if len(classes) == 1 else f"{len(classes)} classes"
        lines.append(f"{many}: {', '.join(classes)}")
    return "\n".join(lines)
