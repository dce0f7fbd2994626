"""A figure with controls, where a kernel runs; its still picture everywhere else."""

from __future__ import annotations

import base64
import io
import os
from collections.abc import Callable
from typing import Any

from ddimlib.plots.style import STILLS


class Live:
    """What `try_live` returns: widgets for Jupyter and Colab, a picture for a built page."""

    def __init__(self, draw: Callable[..., Any], controls: dict[str, Any]) -> None:
        self.draw = draw
        self.controls = controls

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        from ipywidgets import interactive

        # `interactive` turns (0, 1, 0.1) or ["a", "b"] into a slider or a menu. Its newer versions
        # draw at once, its older ones (Colab's) when told to. `auto_display` shows what `draw`
        # returns: the book's figures are closed, so nothing else would. A notebook that is being
        # recorded stores no state of widgets, and nbclient fails on what is shown in one.
        showing = not os.environ.get(STILLS)
        widget = interactive(self.draw, {"auto_display": showing}, **self.controls)
        if widget.result is None:
            widget.update()
        bundle: dict[str, Any] = {
            "text/plain": f"<{self.draw.__name__} with {', '.join(self.controls)}>",
            "image/png": _png(widget.result),
        }
        if not os.environ.get(STILLS):
            bundle["application/vnd.jupyter.widget-view+json"] = {
                "version_major": 2,
                "version_minor": 0,
                "model_id": widget.model_id,
            }
        return bundle


def try_live(draw: Callable[..., Any], **controls: Any) -> Live:
    """Call ``draw`` with values from controls, again whenever the reader moves one.

    Args:
        draw: takes the controls' values and returns a matplotlib figure.
        controls: as for ``ipywidgets.interact``: ``(low, high, step)``, a list of choices, or a
            widget of your own with its first value.
    """
    return Live(draw, controls)


def _png(figure: Any) -> str:
    """The figure as Base64 of a PNG, cropped as Jupyter crops it."""
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=figure.dpi, bbox_inches="tight")
    return base64.b64encode(buffer.getvalue()).decode("ascii")
