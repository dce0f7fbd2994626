"""The palette keeps its promises: legible on both pages, apart for colour-blind readers."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import numpy as np
import pytest

from ddimlib.plots import style

NAMES = ("SIGNAL", "NOISE", "LEAF", "PETAL", "POLLEN", "IRIS")
STYLE_SHEET = Path(__file__).parents[2] / "book" / "_static" / "book.css"

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
COLOUR_VISION = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}


def linear_rgb(colour: str) -> np.ndarray:
    channels = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2.1 defines it."""
    luminance = sorted(float(linear_rgb(c) @ [0.2126, 0.7152, 0.0722]) for c in (one, other))
    return (luminance[1] + 0.05) / (luminance[0] + 0.05)


def lab(linear: np.ndarray) -> np.ndarray:
    to_xyz = np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175]]
        + [[0.0193339, 0.119192, 0.9503041]]
    )
    xyz = to_xyz @ linear / np.array([0.95047, 1.0, 1.08883])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("page", [style.PAGE_LIGHT, style.PAGE_DARK])
def test_series_stand_out_from_both_pages(name: str, page: str) -> None:
    assert contrast(getattr(style, name), page) >= 3.0


@pytest.mark.parametrize("behind", [style.PAGE_LIGHT, style.FIGURE_DARK])
def test_labels_have_the_contrast_of_text_in_both_themes(behind: str) -> None:
    assert contrast(style.TEXT, behind) >= 4.5  # WCAG 2.1 AA, 1.4.3


def test_style_sheet_puts_the_dark_colour_behind_figures() -> None:
    css = STYLE_SHEET.read_text(encoding="utf-8")
    rule = re.search(
        r'dark"\] \.bd-content div\.cell_output img\[src\$="\.png"\][^{]*\{([^}]*)\}', css
    )
    assert rule is not None
    assert f"background: {style.FIGURE_DARK};" in rule.group(1)


@pytest.mark.parametrize("vision", COLOUR_VISION)
def test_series_stay_apart_for_every_kind_of_colour_vision(vision: str) -> None:
    seen = {
        name: lab(np.clip(COLOUR_VISION[vision] @ linear_rgb(getattr(style, name)), 0, 1))
        for name in NAMES
    }
    for one, other in itertools.combinations(NAMES, 2):
        # CIE76; 20 is about ten times a difference that is just noticeable.
        assert np.linalg.norm(seen[one] - seen[other]) >= 20, (one, other)


def test_style_sheet_repeats_the_palette() -> None:
    css = STYLE_SHEET.read_text(encoding="utf-8")
    variables = dict(re.findall(r"--flower-(\w+):\s*(#[0-9a-f]{6});", css))
    for name in NAMES:
        assert variables.get(name.lower()) == getattr(style, name)


def test_stored_figures_are_transparent_and_shown_ones_bring_the_light_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Colab's dark greys (#383838, #1e1e1e) leave the labels a contrast of 2.5 to 3.6."""
    monkeypatch.setenv(style.STILLS, "1")
    assert style.settings()["figure.facecolor"] == style.settings()["savefig.facecolor"] == "none"
    monkeypatch.delenv(style.STILLS)
    for name in ("figure.facecolor", "savefig.facecolor"):
        behind = style.settings()[name]
        assert contrast(style.TEXT, behind) >= 4.5
        assert all(contrast(colour, behind) >= 3 for colour in style.CYCLE)


def test_use_style_gives_figures_in_the_palette() -> None:
    matplotlib = pytest.importorskip("matplotlib")
    with matplotlib.rc_context():
        style.use_style()
        assert matplotlib.rcParams["axes.prop_cycle"].by_key()["color"] == list(style.CYCLE)
        assert matplotlib.rcParams["text.color"] == style.TEXT


def test_diverging_map_is_neutral_in_the_middle() -> None:
    pytest.importorskip("matplotlib")
    red, green, blue, _ = style.colour_map()(0.5)
    assert max(red, green, blue) - min(red, green, blue) < 0.05
