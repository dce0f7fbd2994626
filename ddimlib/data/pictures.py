"""Real pictures from a folder or an `.npz` file: one way in for every format.

Whatever the file holds (greyscale, palette, CMYK, transparency, 16 bits, a camera's rotation
flag), out comes a square RGB picture: turned upright, its largest centred square cropped and
resized with antialiasing.
"""

import json
import os
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import numpy as np
from jaxtyping import UInt8
from PIL import Image, ImageOps
from tqdm import tqdm

from ddimlib.data.images import Decoded

EXTENSIONS = (
    ".jpg", ".jpeg", ".png", ".webp", ".avif", ".bmp", ".gif", ".tif", ".tiff", ".ppm", ".pgm",
)  # fmt: skip
CLASS_NAMES_FILE = "class_names.json"
_SIXTEEN_BIT_MODES = ("I", "I;16", "I;16L", "I;16B", "I;16N")


class Listing(NamedTuple):
    """The picture files of a folder, sorted, and the class of each if the folder has classes."""

    files: tuple[Path, ...]
    labels: tuple[int, ...] | None
    class_names: tuple[str, ...]


# --- one picture ---------------------------------------------------------------------------------


def to_rgb(picture: Image.Image) -> Image.Image:
    """Convert a picture of any mode to upright 8-bit RGB; transparency is laid over white."""
    picture = ImageOps.exif_transpose(picture)
    if picture.mode in _SIXTEEN_BIT_MODES:
        values = np.asarray(picture).astype(np.int64)
        # Some 16-bit greyscale files open in 32-bit mode "I"; 8-bit values there stay as they are.
        if (values > 255).any():
            values = values.clip(0, 65535) // 257
        picture = Image.fromarray(values.clip(0, 255).astype(np.uint8))
    elif picture.mode == "F":
        values = np.nan_to_num(np.asarray(picture))
        scale = 255.0 if values.max(initial=0) <= 1 else 1.0
        picture = Image.fromarray((values * scale).clip(0, 255).astype(np.uint8))
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        white = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(white, picture)
    return picture.convert("RGB")


def square(picture: Image.Image, image_size: int) -> UInt8[np.ndarray, "3 size size"]:
    """Crop the largest centred square of an RGB picture and resize it, antialiased (bicubic)."""
    side = min(picture.size)
    left = (picture.width - side) // 2
    top = (picture.height - side) // 2
    box = (left, top, left + side, top + side)
    if side == image_size:
        picture = picture.crop(box)
    else:
        picture = picture.resize((image_size, image_size), Image.Resampling.BICUBIC, box=box)
    return np.ascontiguousarray(np.asarray(picture).transpose(2, 0, 1))


def read_picture(
    source: Path | BytesIO, image_size: int, name: str | None = None
) -> UInt8[np.ndarray, "3 size size"]:
    """Decode one picture file into a square RGB array.

    Raises:
        ValueError: the file cannot be read as a picture, or is cut short; the sentence names it.
    """
    name = name or str(source)
    try:
        with Image.open(source) as picture:
            return square(to_rgb(picture), image_size)
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
        if isinstance(error, PermissionError | FileNotFoundError):
            reason = error.strerror or "cannot be opened"
        elif isinstance(error, Image.UnidentifiedImageError):
            reason = "not a picture in a known format"
        else:
            reason = str(error)
        raise ValueError(
            f"the picture {name} cannot be read ({reason}); repair or remove the file"
        ) from error


def read_pictures(
    sources: Iterable[tuple[Path | BytesIO, str]], count: int, image_size: int
) -> UInt8[np.ndarray, "n 3 size size"]:
    """Decode many pictures, on every core, with a progress bar where there is a terminal.

    `sources` are pairs of file and name; they are drawn lazily and a few at a time, so that they
    may come from a stream, such as an archive, that does not fit in memory.
    """
    pictures = np.empty((count, 3, image_size, image_size), np.uint8)

    def decode(job: tuple[int, tuple[Path | BytesIO, str]]) -> None:
        position, (source, name) = job
        pictures[position] = read_picture(source, image_size, name)

    # Pillow decodes and resizes outside Python's lock, so that threads do run side by side.
    with (
        warnings.catch_warnings(),
        ThreadPoolExecutor(os.cpu_count()) as pool,
        tqdm(total=count, unit="picture", desc="decoding", disable=None) as bar,
    ):
        # A huge photograph is no attack here, and odd EXIF blocks do not concern us. (Set once,
        # outside the threads: within them, they would undo each other's settings.)
        warnings.filterwarnings("ignore", module="PIL")
        for batch in _batches(enumerate(sources), 256):
            for _ in pool.map(decode, batch):
                bar.update()
    return pictures


def _batches(jobs: Iterable, size: int) -> Iterator[list]:
    batch = []
    for job in jobs:
        batch.append(job)
        if len(batch) == size:
            yield batch
            batch = []
    yield batch


# --- a folder ------------------------------------------------------------------------------------


def list_folder(folder: Path) -> Listing:
    """Find the pictures in a folder and below it; each sub-folder of the folder is a class.

    Where some pictures lie in the folder itself, there are no classes. Hidden files and files
    that do not end like a picture are left alone. Names of classes are those of the sub-folders,
    or come from a file `class_names.json` ({"001": "pink primrose", …}) in or beside the folder.

    Raises:
        ValueError: there are fewer than two pictures, or `class_names.json` is not such a mapping.
    """
    files = sorted(
        Path(parent, name)
        for parent, folders, names in _walk(folder)
        for name in names
        if not name.startswith(".") and name.lower().endswith(EXTENSIONS)
    )
    if len(files) < 2:
        found = "no pictures" if not files else "only one picture"
        raise ValueError(
            f"found {found} in the folder {folder}; expected at least two files ending in "
            f"{', '.join(EXTENSIONS)}, directly or in one sub-folder for each class"
        )
    if any(file.parent == folder for file in files):
        return Listing(tuple(files), None, ())
    classes = [file.relative_to(folder).parts[0] for file in files]
    known = sorted(set(classes))
    index = {name: position for position, name in enumerate(known)}
    names = read_class_names(folder)
    return Listing(
        tuple(files),
        tuple(index[name] for name in classes),
        tuple(names.get(name, name) for name in known),
    )


def _walk(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    for parent, folders, names in os.walk(folder, followlinks=True):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        yield parent, folders, names


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
    try:
        names = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{file} is not valid JSON ({error}); repair or remove it") from error
    if not isinstance(names, dict) or not all(isinstance(name, str) for name in names.values()):
        raise ValueError(
            f"{file} must map sub-folder to class name, as in "
            '{"001": "pink primrose"}; repair or remove it'
        )
    return names


def read_folder(folder: Path, image_size: int) -> Decoded:
    """Decode every picture of a folder. Raises ValueError as `list_folder` and `read_picture`."""
    listing = list_folder(folder)
    sources = ((file, str(file)) for file in listing.files)
    pictures = read_pictures(sources, len(listing.files), image_size)
    labels = None if listing.labels is None else np.array(listing.labels, np.int64)
    return Decoded(pictures, labels, listing.class_names)


def folder_fingerprint(folder: Path) -> list[tuple[str, int, int]]:
    """Names, sizes and times of change of all that `read_folder` would read."""
    files: list[Path] = [*list_folder(folder).files]
    names = class_names_file(folder)
    if names is not None:
        files.append(names)
    return file_fingerprint(files, folder)


def file_fingerprint(files: Sequence[Path], folder: Path) -> list[tuple[str, int, int]]:
    """(name, size in bytes, time of change in ns) of each file."""
    found = []
    for file in files:
        status = file.stat()
        found.append((os.path.relpath(file, folder), status.st_size, status.st_mtime_ns))
    return found


# --- an .npz file --------------------------------------------------------------------------------


def read_npz(file: Path, image_size: int) -> Decoded:
    """Read `images` (n, h, w, 3) or (n, 3, h, w) uint8 from an `.npz` file, resized to squares.

    It may also hold `labels` (n,), integers from 0, and `class_names`, one string a class.

    Raises:
        ValueError: the file is damaged, or a key, a shape or a type is not as above.
    """
    try:
        # Pickled objects in a data file could run code, so they are refused.
        with zipfile.ZipFile(file):  # a single array (.npy) is no archive, whatever its name
            pass
        with np.load(file, allow_pickle=False) as archive:
            arrays = {key: archive[key] for key in archive.files}
    except (OSError, EOFError, ValueError, zipfile.BadZipFile, zlib.error) as error:
        raise ValueError(
            f"{file} cannot be read as an .npz file ({error}); write it with numpy.savez"
        ) from error

    if "images" not in arrays:
        found = ", ".join(arrays) or "nothing"
        raise ValueError(f"{file} must hold an array named 'images'; it holds {found}")
    images = _channels_last(arrays["images"], file)
    labels, class_names = _npz_labels(arrays, len(images), file)
    if images.shape[1:3] == (image_size, image_size):
        pictures = images.transpose(0, 3, 1, 2)
    else:
        pictures = np.stack([square(Image.fromarray(image), image_size) for image in images])
    return Decoded(np.ascontiguousarray(pictures), labels, class_names)


def _channels_last(images: np.ndarray, file: Path) -> UInt8[np.ndarray, "n height width 3"]:
    expected = f"expected {file} to hold 'images' as uint8 of shape (n, h, w, 3) or (n, 3, h, w)"
    if images.dtype != np.uint8:
        raise ValueError(f"{expected}, got {images.dtype}; scale to 0…255 and convert")
    if images.ndim == 4 and images.shape[3] == 3:
        pass
    elif images.ndim == 4 and images.shape[1] == 3:
        images = images.transpose(0, 2, 3, 1)
    else:
        raise ValueError(f"{expected}, got shape {images.shape}")
    if len(images) < 2 or 0 in images.shape:
        raise ValueError(f"{expected} with n of at least 2, got shape {images.shape}")
    return np.ascontiguousarray(images)


def _npz_labels(
    arrays: dict[str, np.ndarray], count: int, file: Path
) -> tuple[np.ndarray | None, tuple[str, ...]]:
    if "labels" not in arrays:
        return None, ()
    labels = arrays["labels"]
    if labels.shape != (count,) or not np.issubdtype(labels.dtype, np.integer):
        raise ValueError(
            f"expected {file} to hold 'labels' as integers of shape ({count},), one for each "
            f"picture, got {labels.dtype} of shape {labels.shape}"
        )
    if labels.min() < 0:
        raise ValueError(f"'labels' in {file} must count from 0, but the least is {labels.min()}")
    classes = int(labels.max()) + 1
    if "class_names" not in arrays:
        return labels.astype(np.int64), tuple(str(index) for index in range(classes))
    names = arrays["class_names"]
    if names.ndim != 1 or names.dtype.kind != "U" or len(names) < classes:
        raise ValueError(
            f"expected {file} to hold 'class_names' as at least {classes} strings, one for each "
            f"label, got {names.dtype} of shape {names.shape}"
        )
    return labels.astype(np.int64), tuple(str(name) for name in names)
