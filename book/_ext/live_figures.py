"""Let the library's moving figures move on the built pages.

A figure in a notebook's stored output is its name and its data. Pages that hold one load the script
and the style of all figures, `ddimlib/static/built/`. On a page that is not a notebook,

    ```{live-figure} grow_a_flower
    ```

calls `ddimlib.widgets.grow_a_flower()` when the book is built; with a line `:simple:` inside, the
figure comes without the controls that its chapter explains. The networks of recorded runs, which
that figure and others run in the reader's browser, are exported from their weights, kept for the
next build in `_build/networks/`, and copied to `models/` beside the pages.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ExtensionError
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "book" / "results"
BUILT = ROOT / "ddimlib" / "static" / "built"
NETWORKS = ROOT / "_build" / "networks"
LOG = logging.getLogger(__name__)


class LiveFigure(SphinxDirective):
    """A moving figure, made by a function of `ddimlib.widgets`."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"simple": directives.flag}

    def run(self) -> list[nodes.Node]:
        from ddimlib import widgets

        try:
            simple = {"simple": True} if "simple" in self.options else {}
            figure = getattr(widgets, self.arguments[0])(**simple)
        except FileNotFoundError as error:
            # A checkout whose runs have not been recorded yet still has a first page.
            LOG.info("left out the figure %s: %s", self.arguments[0], error)
            return []
        return [nodes.raw("", figure.markup(), format="html")]


def offer_script(app: Sphinx, config: Config) -> None:
    """Have Sphinx copy the figures' script and style into `_static/`."""
    config.html_static_path.append(str(BUILT))


def load_script(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any
) -> None:
    """Load them on a page that holds a figure; async, since they start each as it comes in."""
    if "ff-figure" in context.get("body", ""):
        app.add_css_file("figures.css")
        app.add_js_file("figures.js", loading_method="async")


def put_networks(app: Sphinx) -> None:
    """Put each run's network where its figure looks for it; first, so that a failure is early."""
    if app.builder.format != "html":
        return
    from ddimlib.widgets.network import network_file, recorded_networks

    for run, recording in recorded_networks(RESULTS):
        target = Path(app.outdir) / "models" / f"{run}.onnx"
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copy2(network_file(run, NETWORKS, recording), target)
        except (ImportError, ValueError) as error:
            raise ExtensionError(f"The network {run} of the pages: {error}") from error


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("live-figure", LiveFigure)
    app.connect("config-inited", offer_script)
    app.connect("builder-inited", put_networks)
    app.connect("html-page-context", load_script)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
