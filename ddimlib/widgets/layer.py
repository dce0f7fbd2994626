"""The one layer for figures that move on a page without Python.

A figure is computed in Python and moves in the browser. Its ``markup()`` is its name, its data and
a still picture: what a chapter stores. The script and the style of all figures are one bundle
(``ddimlib/static/built/``): a page of the book loads it; where a kernel runs (JupyterLab, Colab),
``_repr_mimebundle_`` sends it along in the same output, so that the figure moves there at once.
So no script lies in a notebook, and a change to one is no change to a chapter.

Which of the two is shown is told by the environment variable DDIMLIB_STILLS, which
``book/run_chapters.py`` sets. A kernel cannot see where its output will end up, and a second output
or a type of its own would not move in Colab. Without the variable, nbval compares equal all the
same: ``book/nbval_sanitise.cfg`` takes the script out of what it compares.

How to make a new figure, say ``ripple``:

1. ``ddimlib/static/ripple.js``, an ES module that exports ``start``, and a line in ``figures.js``::

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
   ``colour`` (for canvases), ``decodeBytes``; ``chart.js`` has an SVG line chart,
   ``plane_canvas.js`` a square of the plane with dots and arrows; ``noise.js`` has the seeded
   noise that ``widgets.noise.browser_noise`` repeats; ``schedules.js`` the schedules;
   ``network.js`` the book's network, which all figures of a page share, and ``growth.js`` the
   sampler that uses it.
   Write no colours: the CSS variables ``--ff-ink, --ff-muted, --ff-panel, --ff-field,
   --ff-line, --ff-accent`` follow the theme, and ``--ff-signal, --ff-noise, --ff-leaf,
   --ff-petal, --ff-pollen, --ff-iris`` are the palette of ``plots.style``.
   Then ``python book/bundle_figures.py``, after this and every other change there.

2. ``ddimlib/widgets/ripple.py``, a function that computes the data and returns a ``Figure``::

       def ripple(…) -> Figure:
           still = Still(640, 200)                    # the picture where scripts are off
           still.picture(pixels, 0, 0, 200)
           still.text(210, 20, "…")
           return Figure("ripple", {"size": 64, "pixels": encode_bytes(pixels)},
                         label="…", caption="What to see, what to try.", still=still.to_svg())

   The markup must be the same bit for bit wherever it runs (nbval compares it): take seeds and
   whole numbers, compute in float64 and round hard before ``encode_bytes``; no clock, no set
   order, no PNG or WebP encoder (their bytes differ between versions; ``Still`` has its own).

3. Re-export it in ``widgets/__init__.py``; test it in ``tests/widgets/test_ripple.py`` and
   ``tests/browser/widgets/test_ripple.py``. A figure's markup stays below ``SIZE_BUDGET``.
"""

from __future__ import annotations

import base64
import json
import os
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

SIZE_BUDGET = 300_000  # bytes of one figure's markup

#: Set this environment variable where outputs are to be stored: figures then bring no script along.
STILLS = "DDIMLIB_STILLS"

_IN_ADDRESS = " !$'()*+,/:;=?@"  # what a quoted data: address may hold as it is


@dataclass(frozen=True)
class Figure:
    """A figure that moves in the browser and is a still picture where scripts are off.

    Attributes:
        name: whose ``start(live, data, root)`` in ``ddimlib/static/`` draws it.
        data: what the module gets, JSON (bytes through ``encode_bytes``).
        label: the accessible name, a few words.
        caption: plain text under the figure: what to see and what to try.
        still: SVG markup of the still picture (see ``stills.Still``).
    """

    name: str
    data: Mapping[str, Any] = field(repr=False)
    label: str
    caption: str
    still: str = field(repr=False)

    @property
    def bytes(self) -> int:
        """The size of the figure's markup."""
        return len(self.markup().encode())

    def markup(self) -> str:
        """The figure by name, with its data and its still picture, for pages that load the script.

        Raises:
            ValueError: when it is larger than ``SIZE_BUDGET``.
        """
        html = (
            f'<figure class="ff-figure ff-{self.name}" data-figure="{self.name}"'
            f' aria-label="{escape(self.label)}">\n'
            f'<div class="ff-live"></div>\n'
            f'<div class="ff-still">{_still_image(self.still, self.label)}\n'
            "<noscript><p>This figure moves where scripts are allowed; here it is a still "
            "picture.</p></noscript></div>\n"
            f"<figcaption>{escape(self.caption)}</figcaption>\n"
            f'<script type="application/json">{script_json(self.data)}</script>\n'
            "</figure>\n"
        )
        size = len(html.encode())
        if size > SIZE_BUDGET:
            raise ValueError(
                f"figure {self.name!r} is {size:,} bytes, more than {SIZE_BUDGET:,}: "
                "use a smaller picture or compute more in the browser"
            )
        return html

    def to_html(self) -> str:
        """The figure with script and style: it moves wherever scripts may run."""
        return self.markup() + script_and_style()

    def to_page(self) -> str:
        """A whole HTML page with this figure alone."""
        return page(self)

    def save(self, path: str | Path) -> Path:
        """Write the figure as a page of its own, to open from a folder or to share."""
        path = Path(path)
        path.write_text(self.to_page(), encoding="utf-8")
        return path

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        html = self.markup() if os.environ.get(STILLS) else self.to_html()
        return {"text/html": html, "text/plain": f"<{self.label}: figure that moves>"}


def page(*figures: Figure, title: str = "", theme: str = "") -> str:
    """A plain HTML page with these figures, ``theme`` "light", "dark" or "" (the reader's)."""
    attribute = f' data-theme="{escape(theme)}"' if theme else ""
    body = "".join(figure.markup() for figure in figures) + script_and_style()
    return (
        f'<!DOCTYPE html>\n<html lang="en" data-content_root="./"{attribute}>\n'
        '<head>\n<meta charset="utf-8">\n'
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
def script_and_style() -> str:
    """What makes figures move, for pages that do not load it by themselves: the whole bundle."""
    style, script = (_static(f"built/figures.{kind}").strip() for kind in ("css", "js"))
    return (
        f'<style class="ff-bundle">{style}</style>\n<script class="ff-bundle">{script}</script>\n'
    )


def _static(name: str) -> str:
    return files("ddimlib").joinpath("static", name).read_text(encoding="utf-8")
