"""Pictures to learn from: made by formula, from a folder or a file, or by download.

`load_dataset` is the one way in; what it returns is `Images`, whatever the source.
"""

import os
from collections.abc import Callable
from pathlib import Path

import torch

from ddimlib.checks import check_name
from ddimlib.data.cache import cached, data_folder
from ddimlib.data.images import Decoded, Images, Labels, split
from ddimlib.data.pictures import (
    file_fingerprint,
    folder_fingerprint,
    list_folder,
    read_folder,
    read_npz,
)
from ddimlib.data.procedural import SPECIES, procedural_flowers

__all__ = [
    "DATASETS",
    "SPECIES",
    "Images",
    "Labels",
    "count_pictures",
    "data_folder",
    "describe",
    "is_decoded",
    "load_dataset",
    "procedural_flowers",
]

DATASETS = ("procedural", "flowers102", "pets")
LARGEST_SIDE = 1024


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
        name: `procedural`, `flowers102` or `pets`, or a folder of pictures or an `.npz` file (see
            `ddimlib.data.pictures`).
        image_size: side of the square pictures, in pixels.
        root: where downloads and decoded pictures are kept. By default the environment variable
            DDIMLIB_DATA, or else the user's cache folder.
        count: how many procedural flowers to paint in all; other sources have their own number.
        seed: which series of procedural flowers; the split does not depend on it.

    Raises:
        ValueError: the name is unknown, the size is not a side from 1 to 1024, there are fewer
            than two pictures, or a source holds a damaged picture or arrays of another shape or
            type.
        FileNotFoundError: the name is a path at which there is nothing.
        DownloadError: the pictures could not be downloaded (an OSError).
    """
    _check_size(image_size)
    if name == "procedural":
        return _paint(count, image_size, seed)
    if name in DATASETS:
        return _load_collection(str(name), image_size, data_folder(root))
    return _load_files(_existing_path(name), image_size, data_folder(root))


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
    folder = root / "downloads" / name
    label = f"{name}-{image_size}"
    return split(
        cached(root, label, parameters, lambda: decode_collection(collection, image_size, folder))
    )


def count_pictures(name: str | os.PathLike[str], image_size: int = 64) -> tuple[int, int | None]:
    """How many pictures a data set has, and how many classes (None: it has none).

    Takes the names that ``load_dataset`` takes, but fetches nothing and keeps nothing: of a
    collection it says what was published.

    Raises:
        ValueError, FileNotFoundError: as ``load_dataset`` does.
    """
    if name == "procedural":
        images = load_dataset(name, image_size)
        return len(images.train) + len(images.validation), len(images.class_names)
    if name in DATASETS:
        from ddimlib.data.oxford import COLLECTIONS

        collection = COLLECTIONS[str(name)]
        return collection.pictures, collection.classes
    path = _existing_path(name)
    if path.is_dir():
        listing = list_folder(path)
        return len(listing.files), None if listing.labels is None else len(listing.class_names)
    pictures, labels, class_names = read_npz(path, image_size)
    return len(pictures), None if labels is None else len(class_names)


def is_decoded(name: str, image_size: int, root: str | os.PathLike[str] | None = None) -> bool:
    """Whether a data set can be loaded without fetching a collection and decoding it."""
    if name == "procedural" or name not in DATASETS:
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
        lines.append(f"{len(classes)} classes: {', '.join(classes)}")
    return "\n".join(lines)


def _existing_path(name: str | os.PathLike[str]) -> Path:
    path = Path(name).expanduser()
    if path.exists():
        return path
    if not isinstance(name, str) or path.suffix or len(path.parts) > 1:
        raise FileNotFoundError(
            f"there is no folder or .npz file at {path}; check the path, or name one of the data "
            f"sets {', '.join(DATASETS)}"
        )
    check_name(name, DATASETS, "data set (or folder, or .npz file)")
    raise AssertionError("a known name is handled before")


def _load_files(path: Path, image_size: int, root: Path) -> Images:
    place = str(path.resolve())
    read: Callable[[Path, int], Decoded]
    if path.is_dir():
        files, read = folder_fingerprint(path), read_folder
    elif path.suffix == ".npz":
        files, read = file_fingerprint([path], path.parent), read_npz
    else:
        raise ValueError(f"{path} is neither a folder of pictures nor an .npz file")
    parameters = {"source": place, "files": files, "image_size": image_size}
    label = f"{path.stem}-{image_size}"
    return split(cached(root, label, parameters, lambda: read(path, image_size)))
