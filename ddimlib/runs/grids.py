"""Many pictures in one: a grid, as an array and as a file."""

import math
import struct
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import torch
from PIL import Image
from torch import Tensor

from ddimlib.checks import as_bytes
from ddimlib.runs.checkpoints import write_atomically


def make_grid(pictures: Tensor, columns: int | None = None, gap: int = 2) -> Tensor:
    """Lay pictures out in rows, with a white gap between them.

    Args:
        pictures: ``(n, channel, height, width)``, uint8 or float in [0, 1].
        columns: pictures a row; by default as square as possible.

    Returns:
        One uint8 picture ``(channel, height, width)``.
    """
    pictures = as_bytes(pictures)
    count, channels, height, width = pictures.shape
    columns = min(count, columns or math.ceil(math.sqrt(count)))
    rows = math.ceil(count / columns)
    grid = torch.full(
        (channels, rows * (height + gap) - gap, columns * (width + gap) - gap),
        255,
        dtype=torch.uint8,
    )
    for index, picture in enumerate(pictures.cpu()):
        top, left = (index // columns) * (height + gap), (index % columns) * (width + gap)
        grid[:, top : top + height, left : left + width] = picture
    return grid


def save_grid(path: Path, pictures: Tensor, columns: int | None = None, zoom: int = 1) -> None:
    """Write a grid of pictures as an image file, each pixel ``zoom`` times as large."""
    image = to_image(make_grid(pictures, columns))
    if zoom > 1:
        image = image.resize((image.width * zoom, image.height * zoom), Image.Resampling.NEAREST)
    write_atomically(Path(path), lambda temporary: image.save(temporary))


def to_image(picture: Tensor) -> Image.Image:
    """One uint8 picture ``(channel, height, width)`` as a PIL image."""
    return Image.fromarray(picture.permute(1, 2, 0).contiguous().cpu().numpy().squeeze())


def check_grid_file(path: Path, count: int, side: int, zoom: int = 1, gap: int = 2) -> None:
    """Refuse a file that could not hold a grid, before its pictures are made.

    Raises:
        ValueError: for a folder, an ending of no kind of picture, or a grid too large for its kind.
    """
    kinds = Image.registered_extensions()
    writable = {ending for ending, kind in kinds.items() if kind in Image.SAVE}
    if path.is_dir() or path.suffix.lower() not in writable:
        found = f"{path} is a folder" if path.is_dir() else f"{path} does not end like a picture"
        raise ValueError(
            f"{found}: give a file for the grid of pictures that ends in .png, .webp or .jpg"
        )
    columns = math.ceil(math.sqrt(count))
    width = zoom * (columns * (side + gap) - gap)
    kind = kinds[path.suffix.lower()]
    if width > (most := _WIDEST.get(kind, 2**31 - 1)):
        raise ValueError(
            f"a grid of {count} pictures of {side} pixels with --zoom {zoom} is {width:,} pixels "
            f"wide, and a {path.suffix} file holds {most:,}: give a lower --zoom, or a .png file"
        )


#: The most pixels on a side, where a format has such a limit.
_WIDEST = {"WEBP": 16_383, "JPEG": 65_500, "GIF": 65_535}


def save_grid_of(
    path: Path, batches: Iterable[Tensor], count: int, zoom: int = 1, gap: int = 2
) -> None:
    """Write a grid of pictures that are made a batch at a time, as ``save_grid`` writes one.

    A .png file is written row by row as the batches come, so that memory does not grow with their
    number; a file of another kind takes as much memory as the picture that it holds.

    Args:
        path: of the file, with an ending that ``check_grid_file`` has accepted.
        batches: pictures ``(n, 3, side, side)``, uint8 or float in [0, 1].
        count: how many there are in all.
        zoom: how large each pixel becomes.
        gap: white pixels between two pictures.
    """
    columns = math.ceil(math.sqrt(count))
    strips = _strips(batches, columns, gap)
    large = (
        strip.repeat_interleave(zoom, 1).repeat_interleave(zoom, 2) if zoom > 1 else strip
        for strip in strips
    )

    def write(temporary: Path) -> None:
        if path.suffix.lower() != ".png":
            to_image(torch.cat(list(large), dim=1)).save(temporary)
            return
        with open(temporary, "wb") as file:
            _write_png(file, large, math.ceil(count / columns), gap * zoom)

    write_atomically(path, write)


def _strips(batches: Iterable[Tensor], columns: int, gap: int) -> Iterator[Tensor]:
    """Rows of the grid, each but the first with the white gap above it."""
    width = 0
    waiting: list[Tensor] = []
    first = True

    def row(pictures: list[Tensor]) -> Tensor:
        strip = make_grid(torch.stack(pictures), columns, gap)
        channels, height, found = strip.shape
        whole = torch.full(
            (channels, height + (0 if first else gap), width), 255, dtype=torch.uint8
        )
        whole[:, -height:, :found] = strip
        return whole

    for batch in batches:
        waiting += as_bytes(batch).cpu().unbind()
        width = width or columns * (batch.shape[-1] + gap) - gap
        while len(waiting) >= columns:
            yield row(waiting[:columns])
            del waiting[:columns]
            first = False
    if waiting:
        yield row(waiting)


def _write_png(file: BinaryIO, strips: Iterator[Tensor], rows: int, gap: int) -> None:
    """An 8-bit RGB PNG of strips below one another (W3C, PNG, 3rd edition: sections 5 and 10)."""

    def chunk(kind: bytes, content: bytes) -> None:
        file.write(struct.pack(">I", len(content)) + kind + content)
        file.write(struct.pack(">I", zlib.crc32(kind + content)))

    file.write(b"\x89PNG\r\n\x1a\n")
    packer = zlib.compressobj(6)
    for index, strip in enumerate(strips):
        _, height, width = strip.shape
        if index == 0:  # the others have a gap above them
            whole = rows * (height + gap) - gap
            chunk(b"IHDR", struct.pack(">IIBBBBB", width, whole, 8, 2, 0, 0, 0))
        lines = strip.permute(1, 2, 0).reshape(height, -1)
        unfiltered = torch.zeros(height, 1, dtype=torch.uint8)
        chunk(b"IDAT", packer.compress(torch.cat([unfiltered, lines], 1).numpy().tobytes()))
    chunk(b"IDAT", packer.flush())
    chunk(b"IEND", b"")
