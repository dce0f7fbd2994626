"""A second drawing of a still figure, for narrow screens.

A figure of panels side by side is unreadable on a phone. A function that is marked `for_phones`
is called a second time when a notebook shows its figure, under conditions in which `panels` puts
panels below one another and `on_phone` is true. That drawing travels in the metadata of the
notebook's output, where nobody but the book's build looks for it (`book/_ext/narrow_figures.py`).
"""

from __future__ import annotations

import base64
import functools
import io
from collections.abc import Callable
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from ddimlib.plots.style import PHONE_WIDTH

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: Under this name of the output's metadata, beside its image/png.
NARROW = "narrow"
#: Pixels of the file for each pixel of the page, for sharp text.
DENSITY = 2
#: In points, at 100 dots per inch: none of it is below 11 pixels on the screen.
SMALL_TYPE = {
    "font.size": 8.5,
    "axes.titlesize": 9.0,
    "axes.labelsize": 8.5,
    "xtick.labelsize": 8.0,
    "ytick.labelsize": 8.0,
    "legend.fontsize": 8.0,
}

_drawing_for_phone: ContextVar[bool] = ContextVar("drawing_for_phone", default=False)


def on_phone() -> bool:
    """Whether the drawing under way is the one for narrow screens."""
    return _drawing_for_phone.get()


def for_phones(draw: Callable[..., Figure]) -> Callable[..., Figure]:
    """Mark a function that returns a figure: notebooks also store its drawing for phones.

    The function is called again with the same arguments, so it must not use them up (no iterators).
    """

    @functools.wraps(draw)
    def drawn(*args: Any, **kwargs: Any) -> Figure:
        figure = draw(*args, **kwargs)
        if not on_phone():  # a figure may be made by another one's function

            def bundle(include: Any = None, exclude: Any = None) -> tuple[dict, dict]:
                return {}, {"image/png": {NARROW: _webp(draw_narrow(draw, *args, **kwargs))}}

            figure._repr_mimebundle_ = bundle  # type: ignore[attr-defined]
        return figure

    return drawn


def draw_narrow(draw: Callable[..., Figure], *args: Any, **kwargs: Any) -> Figure:
    """Call ``draw`` as for a narrow screen."""
    import matplotlib

    token = _drawing_for_phone.set(True)
    try:
        with matplotlib.rc_context(SMALL_TYPE):  # type: ignore[arg-type]
            return draw(*args, **kwargs)
    finally:
        _drawing_for_phone.reset(token)


def panels(
    rows: int,
    columns: int,
    size: tuple[float, float],
    *,
    phone_height: float = 2.3,
    squeeze: bool = True,
    **options: Any,
) -> tuple[Figure, Any]:
    """``plt.subplots``, but on a phone every panel has a line of its own.

    Args:
        rows, columns: of panels on a wide screen.
        size: of the figure there, width and height in inches.
        phone_height: of one panel on a phone, in inches.
        options: of ``plt.subplots``; on a phone those about columns are left out.

    Returns:
        The figure and its axes, shaped as ``plt.subplots`` shapes them on a wide screen.
    """
    import matplotlib.pyplot as plt

    if not on_phone():
        return plt.subplots(rows, columns, figsize=size, squeeze=squeeze, **options)
    for name in ("width_ratios", "height_ratios"):
        options.pop(name, None)
    for name in ("sharex", "sharey"):
        if options.get(name) not in (True, False):
            options.pop(name, None)
    count = rows * columns
    figure, axes = plt.subplots(
        count, 1, figsize=(PHONE_WIDTH, count * phone_height), squeeze=False, **options
    )
    shaped = axes.reshape(rows, columns)
    return figure, shaped.squeeze()[()] if squeeze else shaped


def _webp(figure: Figure) -> str:
    """The figure as Base64 of a WebP, a third of a PNG, cropped as Jupyter crops it."""
    from PIL import Image  # comes with matplotlib

    png, webp = io.BytesIO(), io.BytesIO()
    figure.savefig(png, format="png", dpi=DENSITY * figure.dpi, bbox_inches="tight")
    Image.open(png).save(webp, format="webp", quality=65, method=6)
    return base64.b64encode(webp.getvalue()).decode("ascii")
