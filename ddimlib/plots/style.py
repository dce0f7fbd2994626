"""The look of the book's figures: one palette, chosen once, shared with the pages' style sheet.

The colours are mid-tones: each has a contrast of at least 3:1 with both the light and the dark
page, and stays apart from its neighbours for colour-blind readers (`tests/plots/test_style.py`
measures both). Figures that are stored for the book have no background of their own, so that the
page shows through; in the dark theme the style sheet puts black behind them, so that one grey is
legible in both. Where a kernel runs they bring the light page along: the greys of Colab's dark
theme and white leave no text colour that is legible on all of them.
`book/_static/book.css` repeats the palette as CSS variables; a test keeps the two in step.

Nothing here imports matplotlib until `use_style` or `colour_map` is called.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.colors import LinearSegmentedColormap

# One colour, one meaning, all through the book.
SIGNAL = "#2395fc"  # blue: the signal rate, the image, data
NOISE = "#ea671d"  # vermilion: the noise rate, the noise
LEAF = "#207353"  # green: a result, a prediction, "ours"
PETAL = "#c464ae"  # pink: a second prediction, guidance, a highlight
POLLEN = "#7a682e"  # olive: a third series, a reference value
IRIS = "#8b33f9"  # violet: a fourth series
TEXT = "#71757f"  # labels and axes: 4.5:1 on the light page and on what lies behind dark figures
GRID = "#9aa0a8"  # grid lines, drawn faintly

#: Colours of consecutive series, in the order in which matplotlib hands them out.
CYCLE: tuple[str, ...] = (SIGNAL, NOISE, LEAF, PETAL, POLLEN, IRIS)
#: Line styles and markers for series that must also differ without colour.
LINE_STYLES: tuple[Any, ...] = ("-", "--", "-.", ":", (0, (5, 1)), (0, (3, 1, 1, 1)))
MARKERS: tuple[str, ...] = ("o", "s", "^", "D", "v", "P")

#: Widths in inches: a figure in the text column, a narrow one, a wide one, and on a phone.
TEXT_WIDTH = 7.2
NARROW_WIDTH = 4.8
WIDE_WIDTH = 9.6
PHONE_WIDTH = 3.5

#: Set this environment variable where outputs are stored for the book (book/run_chapters.py).
STILLS = "DDIMLIB_STILLS"

PAGE_LIGHT = "#fffefb"  # the page in the light theme
PAGE_DARK = "#101217"  # the page in the dark theme
FIGURE_DARK = "#000000"  # behind figures there: no grey has 4.5:1 with both of the pages


def settings() -> dict[str, Any]:
    """Return matplotlib's rcParams for the book's figures, as a new dictionary."""
    background = "none" if os.environ.get(STILLS) else PAGE_LIGHT
    # `cycler` comes with matplotlib; both are optional for the library.
    from cycler import cycler

    return {
        "figure.facecolor": background,
        "figure.edgecolor": "none",
        "figure.figsize": (TEXT_WIDTH, 3.4),
        "figure.dpi": 100,
        "figure.constrained_layout.use": True,
        "savefig.facecolor": background,
        "savefig.edgecolor": "none",
        "savefig.bbox": "tight",
        "savefig.pad_inches": 0.04,
        # DejaVu Sans comes with matplotlib: the same text metrics, so the same picture, everywhere.
        "font.family": "DejaVu Sans",
        "font.size": 10.0,
        "mathtext.fontset": "dejavusans",
        "text.color": TEXT,
        "axes.facecolor": "none",
        "axes.edgecolor": GRID,
        "axes.linewidth": 0.8,
        "axes.labelcolor": TEXT,
        "axes.titlecolor": TEXT,
        "axes.titlesize": 10.5,
        "axes.titleweight": "bold",
        "axes.titlelocation": "left",
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.grid": True,
        "axes.axisbelow": True,
        "axes.prop_cycle": cycler(color=list(CYCLE)),
        "grid.color": GRID,
        "grid.alpha": 0.3,
        "grid.linewidth": 0.7,
        "xtick.color": TEXT,
        "ytick.color": TEXT,
        "xtick.labelsize": 9.0,
        "ytick.labelsize": 9.0,
        "lines.linewidth": 2.0,
        "lines.markersize": 5.0,
        "legend.frameon": False,
        "legend.fontsize": 9.0,
        "legend.labelcolor": TEXT,
        "patch.edgecolor": "none",
        "image.cmap": "viridis",
        "image.interpolation": "nearest",
    }


def use_style() -> None:
    """Switch matplotlib to the book's look for the rest of the session."""
    import matplotlib

    matplotlib.rcParams.update(settings())  # type: ignore[arg-type]


def colour_map() -> LinearSegmentedColormap:
    """Return a diverging map: noise (vermilion) below zero, page-neutral grey, signal (blue) above.

    For signed quantities such as an embedding or a difference of images; use it with limits that
    are symmetric about zero. For amounts use matplotlib's "viridis", the style's default.
    """
    from matplotlib.colors import LinearSegmentedColormap

    stops = ["#7d2f06", NOISE, "#f3bd98", "#eceae6", "#a5d2fb", SIGNAL, "#0a4a8a"]
    return LinearSegmentedColormap.from_list("noise_to_signal", stops)


def image_axes(axes: Any, title: str | None = None) -> None:
    """Strip ticks, grid and frame from matplotlib axes that show a picture."""
    axes.set_xticks([])
    axes.set_yticks([])
    axes.grid(visible=False)
    for spine in axes.spines.values():
        spine.set_visible(False)
    if title is not None:
        axes.set_title(title, loc="center", fontweight="normal", fontsize=9.0)
