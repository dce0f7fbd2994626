"""Put one of the library's moving figures on a page that is not a notebook.

    ```{live-figure} grow_a_flower
    ```

calls `ddimlib.widgets.grow_a_flower()` when the book is built. The networks of recorded runs, which
that figure runs in the reader's browser, are copied to `models/` beside the pages.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

RESULTS = Path(__file__).resolve().parents[1] / "results"
LOG = logging.getLogger(__name__)


class LiveFigure(SphinxDirective):
    """A moving figure, made by a function of `ddimlib.widgets` without arguments."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        from ddimlib import widgets

        try:
            figure = getattr(widgets, self.arguments[0])()
        except FileNotFoundError as error:
            # A checkout whose runs have not been recorded yet still has a first page.
            LOG.info("left out the figure %s: %s", self.arguments[0], error)
            return []
        return [nodes.raw("", figure.to_html(), format="html")]


def copy_models(app: Sphinx, exception: Exception | None) -> None:
    """Copy each run's network to where its figure looks for it."""
    if exception or app.builder.format != "html":
        return
    for source in RESULTS.glob("*/grow.onnx"):
        target = Path(app.outdir) / "models" / f"{source.parent.name}.onnx"
        target.parent.mkdir(exist_ok=True)
        shutil.copy2(source, target)


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("live-figure", LiveFigure)
    app.connect("build-finished", copy_models)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
