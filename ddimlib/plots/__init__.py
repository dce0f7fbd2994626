"""The book's figures: each function takes results and returns a matplotlib figure.

One module a chapter (`plots.forward`, `plots.schedules`, …), all with the look of `plots.style`;
the public names of every module are re-exported here.
"""

from .forward import (
    dissolving,
    drowning,
    histograms,
    knowledge,
    photograph,
    picture_grid,
    quarter_circle,
    show_contrast,
    standardisation,
    surviving_ring,
    to_array,
)
from .live import try_live
from .source import show_source
from .style import (
    CYCLE,
    GRID,
    IRIS,
    LEAF,
    LINE_STYLES,
    MARKERS,
    NARROW_WIDTH,
    NOISE,
    PETAL,
    POLLEN,
    SIGNAL,
    TEXT,
    TEXT_WIDTH,
    WIDE_WIDTH,
    colour_map,
    image_axes,
    use_style,
)

__all__ = [
    "CYCLE",
    "GRID",
    "IRIS",
    "LEAF",
    "LINE_STYLES",
    "MARKERS",
    "NARROW_WIDTH",
    "NOISE",
    "PETAL",
    "POLLEN",
    "SIGNAL",
    "TEXT",
    "TEXT_WIDTH",
    "WIDE_WIDTH",
    "colour_map",
    "dissolving",
    "drowning",
    "histograms",
    "image_axes",
    "knowledge",
    "photograph",
    "picture_grid",
    "quarter_circle",
    "show_contrast",
    "show_source",
    "standardisation",
    "surviving_ring",
    "to_array",
    "try_live",
    "use_style",
]
