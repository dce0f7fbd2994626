"""Still pictures of figures that move: small SVG, in the colours of the figures.

Written by hand instead of by matplotlib because the markup must be the same bit for bit
wherever it is made.
"""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Sequence
from html import escape

import numpy as np
from numpy.typing import NDArray

Number = float | int


class Still:
    """A drawing surface of ``width`` x ``height`` units. Colours are names of CSS variables."""

    def __init__(self, width: int, height: int, label: str = "") -> None:
        self.width = width
        self.height = height
        self.label = label
        self._parts: list[str] = []

    def picture(
        self,
        pixels: NDArray[np.uint8],
        x: Number,
        y: Number,
        width: Number,
        *,
        height: Number | None = None,
    ) -> None:
        """Put a (height, width) or (height, width, 3) picture at x, y, scaled to ``width``.

        With ``height`` it is stretched to that; without, it keeps its proportions.
        """
        stretch = "" if height is None else ' preserveAspectRatio="none"'
        height = width * pixels.shape[0] / pixels.shape[1] if height is None else height
        self._parts.append(
            f'<image x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"{stretch}'
            f' style="image-rendering:pixelated" href="{png_address(pixels)}"/>'
        )

    def file(self, address: str, x: Number, y: Number, width: Number, height: Number) -> None:
        """Put a picture that is already compressed (a ``data:`` address) at x, y, stretched."""
        self._parts.append(
            f'<image x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"'
            f' preserveAspectRatio="none" style="image-rendering:pixelated"'
            f' href="{escape(address)}"/>'
        )

    def text(
        self,
        x: Number,
        y: Number,
        text: str,
        *,
        size: int = 13,
        anchor: str = "start",
        colour: str = "ink",
        bold: bool = False,
    ) -> None:
        weight = ";font-weight:600" if bold else ""
        self._parts.append(
            f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"'
            f' style="font-size:{size}px;fill:var(--ff-{colour}){weight}">{escape(text)}</text>'
        )

    def line(
        self,
        points: Sequence[tuple[Number, Number]] | NDArray[np.float64],
        *,
        colour: str = "accent",
        width: Number = 2,
        dash: bool = False,
    ) -> None:
        path = "L".join(f"{_tenths(x)} {_tenths(y)}" for x, y in points)
        dashes = ";stroke-dasharray:5 4" if dash else ""
        self._parts.append(
            f'<path d="M{path}" style="fill:none;stroke:var(--ff-{colour});'
            f'stroke-width:{width:g}{dashes}"/>'
        )

    def dots(
        self, points: Sequence[tuple[int, int]], *, colour: str = "signal", width: Number = 2.4
    ) -> None:
        """Round dots at whole positions, all in one path."""
        path = "".join(f"M{x} {y}h0" for x, y in points)
        self._parts.append(
            f'<path d="{path}" style="fill:none;stroke:var(--ff-{colour});stroke-linecap:round;'
            f'stroke-width:{width:g}"/>'
        )

    def rectangle(
        self, x: Number, y: Number, width: Number, height: Number, *, colour: str = "line"
    ) -> None:
        self._parts.append(
            f'<rect x="{_tenths(x)}" y="{_tenths(y)}"'
            f' width="{_tenths(width)}" height="{_tenths(height)}"'
            f' rx="3" style="fill:var(--ff-{colour})"/>'
        )

    def to_svg(self) -> str:
        name = f' role="img" aria-label="{escape(self.label)}"' if self.label else ""
        return f'<svg viewBox="0 0 {self.width} {self.height}"{name}>{"".join(self._parts)}</svg>'


def _tenths(value: Number) -> str:
    """A coordinate with one decimal, the same on every processor.

    A value such as 127.75, half-way between two, differs in its last bit from one processor to
    another. Rounded finely first, it is half-way on all of them and falls to the same side.
    """
    return f"{round(float(value), 6) + 0.0:.1f}"  # and no minus zero


def png_address(pixels: NDArray[np.uint8]) -> str:
    """A ``data:`` address of the picture as PNG, the same bytes on every machine.

    PNG's compressed stream is written as stored (uncompressed) blocks here: what zlib makes of
    it differs between versions of zlib, and small noisy pictures hardly compress anyway.
    """
    if pixels.dtype != np.uint8 or not (pixels.ndim == 2 or pixels.shape[2:] == (3,)):
        raise ValueError(
            f"a picture is uint8 (height, width) or (height, width, 3), got {pixels.dtype} "
            f"{pixels.shape}"
        )
    height, width = pixels.shape[:2]
    rows = np.ascontiguousarray(pixels).reshape(height, -1)
    raw = b"".join(b"\0" + row.tobytes() for row in rows)  # filter type 0 before each row
    colour_type = 0 if pixels.ndim == 2 else 2
    header = struct.pack(">IIBBBBB", width, height, 8, colour_type, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, body)
        for kind, body in ((b"IHDR", header), (b"IDAT", _stored(raw)), (b"IEND", b""))
    )
    return "data:image/png;base64," + base64.b64encode(png).decode("ascii")


def _stored(raw: bytes) -> bytes:
    """A zlib stream of stored blocks (RFC 1950, RFC 1951 section 3.2.4)."""
    blocks = [raw[start : start + 65535] for start in range(0, len(raw), 65535)]
    stream = b"\x78\x01"
    for number, block in enumerate(blocks, start=1):
        last = number == len(blocks)
        stream += struct.pack("<BHH", last, len(block), len(block) ^ 0xFFFF) + block
    return stream + struct.pack(">I", zlib.adler32(raw))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
