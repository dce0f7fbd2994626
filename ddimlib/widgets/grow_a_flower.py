"""Grow a flower (chapters 9 and 11, the first page): the network runs in the reader's browser."""

from __future__ import annotations

import numpy as np

from ddimlib.widgets.growing import GUIDANCE, INTERVAL
from ddimlib.widgets.layer import Figure, encode_bytes
from ddimlib.widgets.network import network_data
from ddimlib.widgets.recording import decode_frames, read_recording
from ddimlib.widgets.stills import Still


def grow_a_flower(run: str = "flowers64", *, compare: bool = False) -> Figure:
    """Choose a seed, steps, η, class and guidance; the flower grows in the page itself.

    Nothing is downloaded before the reader presses the button, which says how much. Where the
    browser can compute on a graphics card (WebGPU), the reader may choose it; its runtime is
    larger, and where it fails the network runs on the processor, and the figure says so. The built
    site holds the network at ``models/<run>.onnx`` and the runtime at ``vendor/onnxruntime/``; in
    the output of a notebook, the figure fetches them from the published site. A page opened from
    a folder says why it cannot run, and shows the recorded flower. An address that ends in
    ``#flower=57&seed=3`` opens with that class number and seed.

    Args:
        run: a recorded run for which ``python -m ddimlib.widgets record`` was called.
        compare: with a button that grows one noise in three ways, side by side: with the class
            alone, guided always, and guided in the middle; and says how far the two have gone from
            the first (``static/departures.js``).

    Raises:
        FileNotFoundError: where the run or its recording is missing.
        ValueError: for a schedule or a target that pages do not know (``check_contract``).
    """
    about = read_recording(run, "grow")
    frames = decode_frames(about["frames"], about["size"])
    network = network_data(run)
    data = {
        **network,
        "label": network["classes"] if about["label"] is None else about["label"],
        "seed": about["seed"],
        "steps": about["steps"],
        "recorded": encode_bytes(frames),
        "guidance": GUIDANCE,
        "interval": INTERVAL,
        **({"compare": True} if compare else {}),
    }
    return Figure(
        "grow",
        data,
        label="Grow a flower in your browser",
        caption=(
            f"{run}, a network of this book, trained on pictures of {about['size']} × "
            f"{about['size']} pixels, runs in this page. The same seed gives the same flower every "
            "time, here and in Python. Name a flower, and raise the guidance to push the network "
            "towards it: 1 is the class alone. At a high guidance let it act always, not in the "
            "middle only, to see how the colours are spoilt. Raise η to add fresh noise at each "
            "step." + (" Compare guidance grows one noise in three ways." if compare else "")
        ),
        still=_still(frames),
    )


def _still(frames: np.ndarray) -> str:
    shown = frames[np.linspace(0, len(frames) - 1, 5).round().astype(int)]
    still = Still(640, 130, "A flower grows out of noise, in five steps")
    for column, frame in enumerate(shown):
        still.picture(frame, 128 * column + 2, 2, 124)
    return still.to_svg()
