"""The one layer for figures that move on a page without Python.

A figure is computed in Python and moves in the browser: its ``_repr_mimebundle_`` is one piece
of HTML with markup, style, script and data inside. Nothing is fetched, no kernel and no widget
manager is needed, so it moves on the built page, in a file, in JupyterLab and in Colab's frames.

How to make a new figure, say ``ripple``:

1. ``ddimlib/static/ripple.js``, an ES module that exports ``start``::

       import { controls, element, picture, readout, slider } from "./figure.js";

       export function start(live, data, root) {      // live: an empty <div> to fill
         const view = picture({ label: "…", width: data.size, height: data.size });
         const time = slider({ label: "Time t", min: 0, max: 1, step: 0.01, value: data.t,
                               format: (t) => t.toFixed(2), onInput: draw });
         const words = readout();
         live.append(controls(time), view.element, words.element);
         function draw() { … view.draw(bytes); words.say("…"); }
         draw();
       }

   ``figure.js`` has the controls (slider, choice, toggle, button, playButton), ``picture``,
   ``readout``, ``animation`` (only while visible), ``reducedMotion``, ``onThemeChange`` and
   ``colour`` (for canvases), ``decodeBytes``; ``chart.js`` has an SVG line chart; ``noise.js``
   the seeded noise that ``widgets.noise.browser_noise`` repeats; ``schedules.js`` the schedules.
   Write no colours: the CSS variables ``--ff-ink, --ff-muted, --ff-panel, --ff-field,
   --ff-line, --ff-accent`` follow the theme, and ``--ff-signal, --ff-noise, --ff-leaf,
   --ff-petal, --ff-pollen, --ff-iris`` are the palette of ``plots.style``.
   Modules are bundled by text: only ``export function|class|const|let`` at the start of a line,
   ``import { a, b } from "./x.js";``, no top-level name in two modules, and no template string
   whose line breaks or indentation matter (comment lines and indentation are removed).

2. ``ddimlib/widgets/ripple.py``, a function that computes the data and returns a ``Figure``::

       def ripple(…) -> Figure:
           still = Still(640, 200)                    # the picture where scripts are off
           still.picture(pixels, 0, 0, 200)
           still.text(210, 20, "…")
           return Figure("ripple", {"size": 64, "pixels": encode_bytes(pixels)},
                         label="…", caption="What to see, what to try.", still=still.to_svg())

   The HTML must be the same bit for bit wherever it runs (nbval compares it): take seeds and
   whole numbers, compute in float64 and round hard before ``encode_bytes``; no clock, no set
   order, no PNG or WebP encoder (their bytes differ between versions; ``Still`` has its own).

3. Re-export it in ``widgets/__init__.py``; test it in ``tests/widgets/test_ripple.py`` and
   ``tests/browser/test_widget_ripple.py``. A figure stays below ``SIZE_BUDGET``.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

import numpy as np
from numpy.typing import NDArray

SIZE_BUDGET = 300_000  # bytes of one figure's HTML

_IN_ADDRESS = " !$'()*+,/:;=?@"  # what a quoted data: address may hold as it is

_IMPORT = re.compile(r'^import\s*\{[^}]*\}\s*from\s*"\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const|let)\b)", re.MULTILINE)
_COMMENT = re.compile(r"^\s*//[^\n]*\n", re.MULTILINE)
_TOP_LEVEL = re.compile(r"^(?:async function|function|class|const|let)\s+([\w$]+)", re.MULTILINE)


@dataclass(frozen=True)
class Figure:
    """A figure that moves in the browser and is a still picture where scripts are off.

    Attributes:
        name: the module ``ddimlib/static/<name>.js`` whose ``start(live, data, root)`` draws it.
        data: what the module gets, JSON (bytes through ``encode_bytes``).
        label: the accessible name, a few words.
        caption: plain text under the figure: what to see and what to try.
        still: SVG markup of the still picture (see ``stills.Still``).
        key: set it to tell apart two equal figures on one page.
    """

    name: str
    data: Mapping[str, Any] = field(repr=False)
    label: str
    caption: str
    still: str = field(repr=False)
    key: str = ""

    @property
    def id(self) -> str:
        """The element's id: the name and a hash of all that the figure shows."""
        content = json.dumps([self.data, self.label, self.caption, self.still, self.key])
        return f"ff-{self.name}-{hashlib.sha256(content.encode()).hexdigest()[:10]}"

    @property
    def bytes(self) -> int:
        """The size of the figure's HTML."""
        return len(self.to_html().encode())

    def to_html(self) -> str:
        """Self-contained HTML: style, markup, still picture, script and data.

        Raises:
            ValueError: when it is larger than ``SIZE_BUDGET``.
        """
        html = (
            f"<style>{stylesheet()}</style>\n"
            f'<figure class="ff-figure ff-{self.name}" id="{self.id}"'
            f' aria-label="{escape(self.label)}">\n'
            f'<div class="ff-live"></div>\n'
            f'<div class="ff-still">{_still_image(self.still, self.label)}\n'
            "<noscript><p>This figure moves where scripts are allowed; here it is a still "
            "picture.</p></noscript></div>\n"
            f"<figcaption>{escape(self.caption)}</figcaption>\n"
            "</figure>\n"
            f'<script>(() => {{\n"use strict";\n{bundle(self.name + ".js")}'
            f'startFigure("{self.id}", start, {script_json(self.data)});\n}})();</script>\n'
        )
        size = len(html.encode())
        if size > SIZE_BUDGET:
            raise ValueError(
                f"figure {self.name!r} is {size:,} bytes, more than {SIZE_BUDGET:,}: "
                "use a smaller picture or compute more in the browser"
            )
        return html

    def to_page(self) -> str:
        """A whole HTML page with this figure alone."""
        return page(self)

    def save(self, path: str | Path) -> Path:
        """Write the figure as a page of its own, to open from a folder or to share."""
        path = Path(path)
        path.write_text(self.to_page(), encoding="utf-8")
        return path

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.to_html(), "text/plain": f"<{self.label}: figure that moves>"}


def page(*figures: Figure, title: str = "", theme: str = "") -> str:
    """A plain HTML page with these figures, ``theme`` "light", "dark" or "" (the reader's)."""
    attribute = f' data-theme="{escape(theme)}"' if theme else ""
    body = "".join(figure.to_html() for figure in figures)
    return (
        f'<!DOCTYPE html>\n<html lang="en"{attribute}>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<link rel="icon" href="data:,">\n'
        f"<title>{escape(title or figures[0].label)}</title>\n"
        "<style>body { max-width: 46rem; margin: 0 auto; padding: 0.5rem; "
        "font-family: system-ui, sans-serif; background: var(--ff-panel); color: var(--ff-ink); "
        f"}}</style>\n</head>\n<body>\n<main>\n<h1>{escape(title or figures[0].label)}</h1>\n"
        f"{body}</main>\n</body>\n</html>\n"
    )


def script_json(data: Any) -> str:
    """JSON that is safe inside ``<script>``: no ``</script>`` or ``<!--`` can appear in it."""
    text = json.dumps(data, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def encode_bytes(values: NDArray[np.uint8]) -> str:
    """Base64 of an array of bytes in C order; ``decodeBytes`` in figure.js undoes it.

    Raises:
        TypeError: for another type than uint8, which would need a decision about byte order.
    """
    values = np.asarray(values)
    if values.dtype != np.uint8:
        raise TypeError(f"encode_bytes takes uint8, got {values.dtype}: round the values first")
    return base64.b64encode(np.ascontiguousarray(values).tobytes()).decode("ascii")


def _still_image(svg: str, label: str) -> str:
    """The still picture as an ``<img>`` that holds the SVG in its address.

    Viewers that do not trust a notebook (JupyterLab before "Trust Notebook", code hosts) drop
    inline SVG and styles from its outputs and keep images. Such a picture does not see the page's
    colours: it brings the light ones.
    """
    colours = "".join(f"--{name}:{value};" for name, value in _light_colours().items())
    style = f"svg{{{colours}background:var(--ff-panel)}}text{{font-family:system-ui,sans-serif}}"
    inside = svg.replace('"', "'").replace("<svg", "<svg xmlns='http://www.w3.org/2000/svg'", 1)
    inside = inside.replace(">", f"><style>{style}</style>", 1)
    width = re.search(r'viewBox="0 0 (\d+)', svg)
    name = re.search(r'^<svg [^>]*aria-label="([^"]*)"', svg)
    return (
        f'<img alt="{name[1] if name else escape(label)}" width="{width[1] if width else 640}"'
        f' src="data:image/svg+xml,{quote(inside, safe=_IN_ADDRESS)}">'
    )


@cache
def _light_colours() -> dict[str, str]:
    """The variables of figure.css and their values on a light page that has none of its own."""
    found: dict[str, str] = {}
    for name, value in re.findall(r"--(ff-\w+): var\(--[\w-]+, (#\w+)\)", _static("figure.css")):
        found.setdefault(name, value)
    return found


@cache
def stylesheet() -> str:
    """The CSS of all figures, without comments and line breaks."""
    text = _static("figure.css")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", text).strip()


@cache
def bundle(module: str) -> str:
    """One plain script made of a module and everything it imports, dependencies first.

    Raises:
        ValueError: for a cyclic import, a form of import or export that is not understood, or
            a top-level name that two modules share.
    """
    order: list[str] = []
    sources: dict[str, str] = {}

    def visit(name: str, path: tuple[str, ...]) -> None:
        if name in path:
            raise ValueError(f"cyclic import: {' -> '.join((*path, name))}")
        if name in sources:
            return
        text = _static(name)
        for dependency in _IMPORT.findall(text):
            visit(dependency, (*path, name))
        text = _EXPORT.sub("", _IMPORT.sub("", _COMMENT.sub("", text)))
        if left := re.search(r"^(?:import|export)\b.*", text, re.MULTILINE):
            raise ValueError(f"{name}: cannot bundle {left.group()!r}; see widgets/layer.py")
        sources[name] = text
        order.append(name)

    visit("figure.js", ())
    visit(module, ())

    owner: dict[str, str] = {}
    for name in order:
        for identifier in _TOP_LEVEL.findall(sources[name]):
            if owner.setdefault(identifier, name) != name:
                raise ValueError(f"{identifier!r} is in both {owner[identifier]} and {name}")
    lines = "".join(sources[name] for name in order).splitlines()
    return "".join(f"{line.strip()}\n" for line in lines if line.strip())


def _static(name: str) -> str:
    return files("ddimlib").joinpath("static", name).read_text(encoding="utf-8")
