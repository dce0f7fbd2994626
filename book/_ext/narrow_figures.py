"""Narrow screens get the second drawing of a still figure, where a notebook stored one.

`ddimlib.plots.phones` puts it into the metadata of the output. Here it becomes a file beside the
wide one, and the page a `<picture>` that chooses by the width of the window.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64decode
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

BOOK = Path(__file__).resolve().parents[1]
#: The windows that get the narrow drawing, as in book.css.
NARROW_WINDOW = "(max-width: 600px)"
#: myst-nb names the file of a picture by the checksum of its bytes.
IMAGE = re.compile(r'<img(?=[^>]*\ssrc="([^"]*_images/)([0-9a-f]{64})\.png")[^>]*>')


def narrow_drawings(notebook: Path) -> dict[str, bytes]:
    """The narrow drawings of a notebook, by the checksum of the wide ones."""
    found = {}
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        for output in cell.get("outputs", []):
            narrow = output.get("metadata", {}).get("image/png", {}).get("narrow")
            if narrow is not None:
                wide = b64decode("".join(output["data"]["image/png"]))
                found[hashlib.sha256(wide).hexdigest()] = b64decode(narrow)
    return found


def offer(body: str, drawings: dict[str, bytes]) -> str:
    """Wrap the images that have a narrow drawing, and only those."""

    def wrap(image: re.Match[str]) -> str:
        folder, name = image[1], image[2]
        if name not in drawings:
            return image[0]
        narrow = f'srcset="{folder}{name}-narrow.webp 2x" media="{NARROW_WINDOW}"'
        # With a density of its own: when a window grows, Chromium would keep the other one's.
        wide = f'srcset="{folder}{name}.png 1x"'
        return f"<picture><source {narrow} /><source {wide} />{image[0]}</picture>"

    return IMAGE.sub(wrap, body)


def offer_on_page(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any
) -> None:
    notebook = Path(app.srcdir) / f"{page}.ipynb"
    if "body" in context and notebook.is_file():
        context["body"] = offer(context["body"], narrow_drawings(notebook))


def write_files(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.format != "html":
        return
    for notebook in BOOK.glob("*.ipynb"):
        for name, drawing in narrow_drawings(notebook).items():
            if (Path(app.outdir) / "_images" / f"{name}.png").is_file():
                (Path(app.outdir) / "_images" / f"{name}-narrow.webp").write_bytes(drawing)


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("html-page-context", offer_on_page)
    app.connect("build-finished", write_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
