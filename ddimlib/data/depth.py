"""Grey pictures deeper than eight bits: by their type and bits, with one scale for a whole folder.

A camera's frames belong together: were each stretched by its own brightest pixel, a dark one would
come out as bright as a light one. So values are kept as they are until all files are read, and the
largest of them decides once. What fits no usual range is refused.
"""

from typing import NamedTuple

import numpy as np
from jaxtyping import Float, UInt8
from PIL import Image

_SIXTEEN_BITS = ("I;16", "I;16L", "I;16B", "I;16N")
_TWELVE_TO_SIXTEEN = (4095, 16383, 65535)  # cameras store 12 and 14 bits in files of 16


class Deep(NamedTuple):
    """A square of grey values, not scaled yet, and what the whole file holds."""

    kind: str  # "16-bit", "32-bit" or "floating-point"
    least: float
    largest: float
    values: Float[np.ndarray, "size size"]


def is_deep(picture: Image.Image) -> bool:
    """Whether a picture has one channel of more than eight bits."""
    return picture.mode in (*_SIXTEEN_BITS, "I", "F")


def kind_of(picture: Image.Image) -> str:
    """The type of a deep picture's values."""
    if picture.mode == "F":
        return "floating-point"
    # Some versions of Pillow open PNG and PGM of 16 bits as 32.
    sixteen = picture.mode in _SIXTEEN_BITS or picture.format in ("PNG", "PPM")
    return "16-bit" if sixteen else "32-bit"


def top_of(kind: str, least: float, largest: float) -> float:
    """The value that is white, for files of one kind whose extreme values these are.

    16 bits are 0…65535, unless the largest value of all fills just 12 or 14 of them. 32-bit
    integers have 8 or 16 bits, and floating-point numbers reach to 1, 255 or 65535; a tenth more
    than 1 or 255, as resampling leaves it, is cut off.

    Raises:
        ValueError: values fit none of these ranges.
    """
    if least < -0.1 * min(1.0, largest):
        raise ValueError(f"{kind} values from {least:g}, expected none below 0")
    if kind == "floating-point":
        if largest <= 1.1:
            return 1.0
        if 16 < largest <= 280:
            return 255.0
        if not 2047 < largest <= 65535:
            raise ValueError(
                f"floating-point values up to {largest:g}, expected 0…1, 0…255 or 0…65535"
            )
    if kind == "32-bit":
        if largest <= 255:
            return 255.0
        if largest > 65535:
            raise ValueError(f"32-bit values up to {largest:,.0f}, expected 0…255 or 0…65535")
    for top in _TWELVE_TO_SIXTEEN:
        if top / 2 < largest <= top:
            return float(top)
    return 65535.0


def deep_square(
    picture: Image.Image, box: tuple[int, int, int, int], image_size: int, kind: str
) -> Deep:
    """Crop and resize a deep picture as `pictures.square` does, without a scale."""
    values = np.asarray(picture).astype(np.float32)
    values = np.nan_to_num(values, posinf=np.inf, neginf=-np.inf)
    least, largest = float(values.min()), float(values.max())
    small = Image.fromarray(values).resize(
        (image_size, image_size), Image.Resampling.BICUBIC, box=box
    )
    return Deep(kind, least, largest, np.asarray(small))


def scaled(deep: Deep, top: float) -> UInt8[np.ndarray, "3 size size"]:
    """Grey values as 8-bit RGB, where ``top`` is white."""
    grey = np.rint(deep.values.astype(np.float64) / top * 255).clip(0, 255).astype(np.uint8)
    return np.repeat(grey[None], 3, axis=0)
