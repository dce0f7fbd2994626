"""Pictures from an `.npz` file: arrays that NumPy has written."""

import zipfile
from pathlib import Path

import numpy as np
from jaxtyping import UInt8
from PIL import Image

from ddimlib.data.images import Decoded, told_apart
from ddimlib.data.pictures import square


def read_npz(file: Path, image_size: int) -> Decoded:
    """Read `images` (n, h, w, 3) or (n, 3, h, w) uint8 from an `.npz` file, resized to squares.

    It may also hold `labels` (n,), integers from 0, and `class_names`, one string a label. Only
    labels that occur are classes: years or identification numbers do not make thousands of them.

    Raises:
        ValueError: the file is damaged, or a key, a shape or a type is not as above.
    """
    try:
        # Pickled objects in a data file could run code, so they are refused.
        with zipfile.ZipFile(file):  # a single array (.npy) is no archive, whatever its name
            pass
        with np.load(file, allow_pickle=False) as archive:
            arrays = {key: archive[key] for key in archive.files}
    except Exception as error:  # a damaged archive fails in many ways
        reason = str(error) or type(error).__name__
        raise ValueError(
            f"{file} cannot be read as an .npz file ({reason}); write it with numpy.savez"
        ) from error

    if "images" not in arrays:
        found = ", ".join(arrays) or "nothing"
        raise ValueError(f"{file} must hold an array named 'images'; it holds {found}")
    images = _channels_last(arrays["images"], file)
    labels, class_names, notes = _npz_labels(arrays, len(images), file)
    if images.shape[1:3] == (image_size, image_size):
        pictures = images.transpose(0, 3, 1, 2)
    else:
        pictures = np.stack([square(Image.fromarray(image), image_size) for image in images])
    return Decoded(np.ascontiguousarray(pictures), labels, class_names, notes)


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
) -> tuple[np.ndarray | None, tuple[str, ...], tuple[str, ...]]:
    """Labels counted from 0 without gaps, a name for each, and what was decided about them."""
    if "labels" not in arrays:
        return None, (), ()
    labels = arrays["labels"]
    if labels.shape != (count,) or not np.issubdtype(labels.dtype, np.integer):
        raise ValueError(
            f"expected {file} to hold 'labels' as integers of shape ({count},), one for each "
            f"picture, got {labels.dtype} of shape {labels.shape}"
        )
    if labels.min() < 0:
        raise ValueError(f"'labels' in {file} must count from 0, but the least is {labels.min()}")
    used, positions = np.unique(labels, return_inverse=True)
    classes = positions.reshape(-1).astype(np.int64)
    if "class_names" not in arrays:
        return classes, tuple(str(label) for label in used), ()
    names = arrays["class_names"]
    if names.ndim != 1 or names.dtype.kind != "U" or len(names) <= used[-1]:
        raise ValueError(
            f"expected {file} to hold 'class_names' as at least {int(used[-1]) + 1:,} strings, one "
            f"for each label, got {names.dtype} of shape {names.shape}"
        )
    named = [str(names[label]) for label in used]
    notes = []
    if len(used) < len(names):
        unused = sorted(set(map(str, names)) - set(named))
        shown = ", ".join(unused[:6]) + (", …" if len(unused) > 6 else "")
        notes.append(
            f"{len(names) - len(used)} of the {len(names)} class names in {file.name} have no "
            f"picture and are no classes here: {shown}"
        )
    return classes, told_apart(named, used.tolist()), tuple(notes)
