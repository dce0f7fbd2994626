"""Pictures to learn from: made by formula, from a folder or a file, or by download.

`load_dataset` is the one way in; what it returns is `Images`, whatever the source.
"""

import os
from collections.abc import Callable
from pathlib import Path

from ddimlib.checks import check_name
from ddimlib.data.cache import cached, data_folder
from ddimlib.data.images import Decoded, Images, Labels, split
from ddimlib.data.pictures import (
    file_fingerprint,
    folder_fingerprint,
    read_folder,
    read_npz,
)
from ddimlib.data.procedural import SPECIES, procedural_flowers

__all__ = [
    "DATASETS",
    "SPECIES",
    "Images",
    "Labels",
    "data_folder",
    "load_dataset",
    "procedural_flowers",
]

DATASETS = ("procedural",)
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
        name: `procedural`, or a folder of pictures or an `.npz` file (see `ddimlib.data.pictures`).
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
    """
    _check_size(image_size)
    if name == "procedural":
        return _paint(count, image_size, seed)
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
