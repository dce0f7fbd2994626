"""Real pictures, one or many: whatever a file holds, out comes a square RGB picture.

Greyscale, palette, CMYK, transparency, 16 bits, an embedded colour profile, a camera's rotation
flag: it is turned upright, its colours become sRGB, its largest centred square is cropped and
resized with antialiasing.
"""

import os
import threading
import warnings
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from io import BytesIO
from pathlib import Path

import numpy as np
from jaxtyping import Bool, UInt8
from PIL import Image, ImageCms

from ddimlib.data import depth
from ddimlib.data.progress import progress

LISTED = 10  # bad pictures that an error names

# A photograph of one's own is no attack, and phones make them of 200 megapixels; what is downloaded
# keeps Pillow's limit of 179. Above half of this nothing is read.
_OWN_PIXELS = 2**29
# JPEGs beyond this are decoded at a half, a quarter or an eighth: never below eight times the size.
_LARGE = 100_000_000

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class BadPictures(ValueError):
    """Some pictures cannot be read: the sentence names them all, and what could be read is kept.

    Args:
        reasons: why, by the name of the file.
        pictures: all that were to be decoded.
        good: which of them are.
    """

    def __init__(
        self,
        reasons: dict[str, str],
        pictures: UInt8[np.ndarray, "n 3 size size"],
        good: Bool[np.ndarray, " n"],
    ) -> None:
        named = [f"{name} cannot be read ({reason})" for name, reason in reasons.items()]
        if len(named) == 1:
            sentence = f"the picture {named[0]}; repair or remove the file"
        else:
            more = f"; and {len(named) - LISTED} more" if len(named) > LISTED else ""
            sentence = (
                f"{len(named)} of {len(pictures)} pictures cannot be read: "
                f"{'; '.join(named[:LISTED])}{more}. Repair or remove these files; the others "
                "are decoded already"
            )
        super().__init__(sentence)
        self.reasons, self.pictures, self.good = reasons, pictures, good


# --- one picture ---------------------------------------------------------------------------------


def upright(picture: Image.Image) -> Image.Image:
    """Turn a picture as its camera says; where that cannot be read, leave it as it is."""
    try:
        # Only this one tag: Pillow's own `exif_transpose` writes the whole block anew, which fails
        # on tags of the wrong type that no browser minds.
        turn = _TURNS.get(picture.getexif().get(0x0112, 1))
    except Exception:  # a damaged block fails in many ways, and a picture is not its notes
        return picture
    return picture if turn is None else picture.transpose(turn)


def to_rgb(picture: Image.Image, profiles: bool = True) -> Image.Image:
    """Convert a picture of at most 8 bits a channel to RGB; transparency is laid over white.

    Args:
        profiles: whether colours that an embedded profile describes are converted to sRGB.
    """
    if _is_transparent(picture):
        profile = picture.info.get("icc_profile")
        picture = picture.convert("RGBA")
        colours = picture.convert("RGB")
        if profiles and profile:
            colours = _to_srgb(colours, profile)
        white = Image.new("RGB", picture.size, "white")
        return Image.composite(colours, white, picture.getchannel("A"))
    if profiles and (profile := picture.info.get("icc_profile")):
        if picture.mode == "P":
            picture = picture.convert("RGB")
        picture = _to_srgb(picture, profile)
    return picture.convert("RGB")


def _is_transparent(picture: Image.Image) -> bool:
    # Pillow before 10.1 does not say so itself.
    if picture.mode in ("LA", "La", "PA", "RGBA", "RGBa") or "transparency" in picture.info:
        return True
    return picture.palette is not None and picture.palette.mode.endswith("A")


def _to_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Colours as the profile means them; as they are, where it is none or of another kind."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if "sRGB" in (source.profile.profile_description or ""):
            return picture  # what it is already; converting would only round
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError, ImportError):
        return picture
    return picture if converted is None else converted


def middle(picture: Image.Image) -> tuple[int, int, int, int]:
    """The largest centred square: left, top, right, bottom."""
    side = min(picture.size)
    left = (picture.width - side) // 2
    top = (picture.height - side) // 2
    return (left, top, left + side, top + side)


def square(picture: Image.Image, image_size: int) -> UInt8[np.ndarray, "3 size size"]:
    """Crop the largest centred square of an RGB picture and resize it, antialiased (bicubic)."""
    box = middle(picture)
    if box[2] - box[0] == image_size:
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
    return read_pictures([(source, name or str(source))], 1, image_size, shown=False)[0]


def _open(source: Path | BytesIO) -> Image.Image:
    """Open a picture; a JPEG whose notes Pillow cannot digest, without them."""
    try:
        return Image.open(source)
    except Image.UnidentifiedImageError:
        content = source.getvalue() if isinstance(source, BytesIO) else source.read_bytes()
        bare, notes = _notes_apart(content)
        if not notes:
            raise
        picture = Image.open(BytesIO(bare))
        picture.info["exif"] = notes  # for `upright`, which reads one tag of it
        return picture


def _notes_apart(jpeg: bytes) -> tuple[bytes, bytes]:
    """A JPEG without its EXIF block, and that block; the file as it is, where there is none.

    ISO/IEC 10918-1, annex B: markers and lengths of segments, until the picture itself begins.
    """
    kept, notes = [jpeg[:2]], b""
    at = 2 if jpeg.startswith(b"\xff\xd8") else len(jpeg)
    while jpeg[at : at + 1] == b"\xff" and jpeg[at + 1 : at + 2] != b"\xda":
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if jpeg[at + 4 : at + 10] == b"Exif\0\0":
            notes = jpeg[at + 4 : end]
        else:
            kept.append(jpeg[at:end])
        at = end
    return b"".join([*kept, jpeg[at:]]), notes


def _decode(
    source: Path | BytesIO, image_size: int, profiles: bool
) -> UInt8[np.ndarray, "3 size size"] | depth.Deep:
    with _open(source) as picture:
        if picture.width * picture.height > _LARGE:
            picture.draft(None, (8 * image_size, 8 * image_size))  # type: ignore[arg-type]
        kind = depth.kind_of(picture)
        picture.load()
        turned = upright(picture)
        if depth.is_deep(turned):
            return depth.deep_square(turned, middle(turned), image_size, kind)
        return square(to_rgb(turned, profiles), image_size)


def _reason(error: Exception) -> str:
    """Why a file cannot be read, in a few words."""
    if isinstance(error, PermissionError | FileNotFoundError):
        return error.strerror or "cannot be opened"
    if isinstance(error, Image.UnidentifiedImageError):
        return "not a picture in a known format"
    if isinstance(error, MemoryError):
        return "it does not fit into memory"
    return str(error) or type(error).__name__


# --- many pictures -------------------------------------------------------------------------------


def read_pictures(
    sources: Iterable[tuple[Path | BytesIO, str]],
    count: int,
    image_size: int,
    *,
    known: Mapping[str, UInt8[np.ndarray, "3 size size"]] | None = None,
    own: bool = True,
    shown: bool = True,
    notes: list[str] | None = None,
) -> UInt8[np.ndarray, "n 3 size size"]:
    """Decode many pictures, on every core, with a progress bar where somebody looks at it.

    Grey pictures of more than eight bits get one scale for all of a kind (see `depth`).

    Args:
        sources: pairs of file and name, drawn lazily and a few at a time, so that they may come
            from a stream, such as an archive, that does not fit in memory.
        count: how many there are.
        image_size: side of the squares.
        known: pictures that are decoded already, by name.
        own: whether these are somebody's own pictures: photographs of any size, with their colour
            profiles. What is downloaded has Pillow's limit of size and its colours as they are.
        shown: whether to show progress.
        notes: where to add what was decided for all pictures together, in sentences.

    Raises:
        BadPictures: some cannot be read; all are tried first. A ValueError.
    """
    pictures = np.zeros((count, 3, image_size, image_size), np.uint8)
    good = np.zeros(count, bool)
    reasons: dict[int, tuple[str, str]] = {}
    deep: dict[int, tuple[str, depth.Deep]] = {}

    def decode(job: tuple[int, tuple[Path | BytesIO, str]]) -> None:
        position, (source, name) = job
        try:
            if known and name in known:
                found: UInt8[np.ndarray, "3 size size"] | depth.Deep = known[name]
            else:
                found = _decode(source, image_size, own)
        except Exception as error:  # readers of formats fail in ways of their own
            reasons[position] = name, _reason(error)
            return
        if isinstance(found, depth.Deep):
            deep[position] = name, found
        else:
            pictures[position] = found
            good[position] = True

    bar = progress(total=count, unit="picture", desc="decoding") if shown else None
    with (
        _own_pictures() if own else nullcontext(),
        warnings.catch_warnings(),
        # Pillow decodes and resizes outside Python's lock, so that threads do run side by side.
        ThreadPoolExecutor(os.cpu_count()) as pool,
    ):
        # A huge photograph is no attack here, and odd EXIF blocks do not concern us. (Set once,
        # outside the threads: within them, they would undo each other's settings.)
        warnings.filterwarnings("ignore", module="PIL")
        for batch in _batches(enumerate(sources), 256):
            for _ in pool.map(decode, batch):
                if bar is not None:
                    bar.update()
    if bar is not None:
        bar.close()
    reasons |= _scale_deep(deep, pictures, notes)
    if reasons:
        raise BadPictures(dict(reasons[at] for at in sorted(reasons)), pictures, good)
    return pictures


def _scale_deep(
    deep: dict[int, tuple[str, depth.Deep]],
    pictures: UInt8[np.ndarray, "n 3 size size"],
    notes: list[str] | None,
) -> dict[int, tuple[str, str]]:
    """Fill in the deep pictures, with one scale for all of a kind; why that cannot be, by place."""
    reasons: dict[int, tuple[str, str]] = {}
    for kind in sorted({found.kind for _, found in deep.values()}):
        these = {at: named for at, named in deep.items() if named[1].kind == kind}
        least = min(found.least for _, found in these.values())
        largest = max(found.largest for _, found in these.values())
        try:
            top = depth.top_of(kind, least, largest)
        except ValueError as error:
            reasons |= {at: (name, str(error)) for at, (name, _) in these.items()}
            continue
        for at, (_, found) in these.items():
            pictures[at] = depth.scaled(found, top)
        if notes is not None:
            notes.append(
                f"{len(these):,} {kind} grey pictures: 0 is black and {top:,.0f} white, for the "
                f"largest value of all is {largest:,.6g}"
            )
    return reasons


_limit_lock = threading.Lock()
_limits: list[int | None] = []  # Pillow's own, as often as somebody reads at this moment


@contextmanager
def _own_pictures() -> Iterator[None]:
    """Raise Pillow's limit of pixels, which is one for the whole process, and put it back."""
    with _limit_lock:
        _limits.append(_limits[0] if _limits else Image.MAX_IMAGE_PIXELS)
        Image.MAX_IMAGE_PIXELS = _OWN_PIXELS
    try:
        yield
    finally:
        with _limit_lock:
            before = _limits.pop()
            if not _limits:
                Image.MAX_IMAGE_PIXELS = before


def _batches(jobs: Iterable, size: int) -> Iterator[list]:
    batch = []
    for job in jobs:
        batch.append(job)
        if len(batch) == size:
            yield batch
            batch = []
    yield batch
