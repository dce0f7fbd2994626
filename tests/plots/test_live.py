"""A figure with controls: what Jupyter gets, and what a built page gets."""

import base64
from collections.abc import Callable

import ipywidgets
import matplotlib.pyplot as plt
import pytest
from matplotlib.figure import Figure

from ddimlib.plots.live import STILLS, try_live

WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.fixture
def calls() -> list[tuple[float, str]]:
    return []


@pytest.fixture
def draw(calls: list[tuple[float, str]]) -> Callable[[float, str], Figure]:
    """Notes what it was asked to draw."""

    def draw(t: float, kind: str) -> Figure:
        calls.append((t, kind))
        figure = plt.figure(figsize=(1, 1))
        plt.close(figure)
        return figure

    return draw


def test_a_recorded_notebook_gets_the_picture_at_the_first_values_and_no_widget(
    draw: Callable, calls: list, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(STILLS, "1")
    slider = ipywidgets.FloatSlider(0.25, min=0, max=1)
    bundle = try_live(draw, t=slider, kind=["cosine", "linear"])._repr_mimebundle_()
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    assert WIDGET not in bundle
    assert calls == [(0.25, "cosine")]


def test_a_reader_s_kernel_gets_a_widget_that_draws_again_when_moved(
    draw: Callable, calls: list, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(STILLS, raising=False)
    slider = ipywidgets.FloatSlider(0.25, min=0, max=1)
    bundle = try_live(draw, t=slider, kind=["cosine", "linear"])._repr_mimebundle_()
    assert bundle[WIDGET]["model_id"]
    assert "image/png" in bundle
    before = len(calls)
    slider.value = 0.5
    assert calls[before:] == [(0.5, "cosine")]


def test_the_picture_is_shown_beside_the_controls(
    draw: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The book's figures are closed, so that the widget itself must show them."""
    shown: list[object] = []
    monkeypatch.delenv(STILLS, raising=False)
    monkeypatch.setattr("ipywidgets.widgets.interaction.display", shown.append)
    slider = ipywidgets.FloatSlider(0.25, min=0, max=1)
    try_live(draw, t=slider, kind=["cosine", "linear"])._repr_mimebundle_()
    before = len(shown)
    slider.value = 0.5
    assert before >= 1
    assert len(shown) == before + 1
    assert all(isinstance(figure, Figure) for figure in shown)
