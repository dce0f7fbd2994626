"""Film strip (chapter 7): what the network believes at each step, recorded or grown in the page."""

from __future__ import annotations

from ddimlib.widgets.layer import Figure
from ddimlib.widgets.network import network_data
from ddimlib.widgets.recording import FILM_COLUMNS, read_recording, read_sheets
from ddimlib.widgets.stills import Still


def film_strip(run: str = "flowers64") -> Figure:
    """Throw the dice, choose steps and η; go through the steps of the flower that grows.

    Every step has the noisy image that the network sees, the image that it believes in, and what
    has changed in that since the step before. A curve says how far the belief is from the flower at
    the end, in its broad colours and in the rest (``static/film_measures.js``). What it opens with
    is recorded; nothing is downloaded before the reader presses the button (see
    ``grow_a_flower``).

    Args:
        run: a recorded run for which ``python -m ddimlib.widgets record`` was called.

    Raises:
        FileNotFoundError: where the run or its recording is missing.
        ValueError: for a schedule or a target that pages do not know.
    """
    about = read_recording(run, "film")
    believed, seen = read_sheets(run, "film", "film-noisy")
    # The beliefs are in the page once: the still picture shows them, and the moving one reads them
    # from there.
    side = 64
    rows = about["steps"] // FILM_COLUMNS
    still = Still(
        FILM_COLUMNS * side, rows * side, "What the network believes at each step, row by row"
    )
    still.file(believed, 0, 0, FILM_COLUMNS * side, rows * side)
    return Figure(
        "film",
        {**network_data(run), **about, "noisy": seen},
        label="Film strip: what the network sees and believes",
        caption=(
            "Drag along the strip, or use the slider. Above, the noisy image that the network sees "
            "at each step; below, the flower that it believes to be in it. The change is bright "
            "where the belief is no longer what it was a step before. Press the button to "
            f"run the network itself, {run}, in this page; then throw the dice for another noise, "
            "or change the steps and η."
        ),
        still=still.to_svg(),
    )
