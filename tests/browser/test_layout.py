"""Every built page at three widths, light and dark: nothing is cut, hidden, split or too small.

One visit a page. `layout.py` says what counts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.layout import (
    LOAD_PICTURES,
    PICTURE_WIDTHS,
    UNFOLD,
    WIDTHS,
    measure,
    measure_at,
)
from tests.browser.test_pages import settle


def test_nothing_is_hidden_at_any_width(
    open_context: Callable[..., Any], book_url: str, book_page: str
) -> None:
    page = open_context(viewport={"width": WIDTHS[0], "height": 900})
    page.add_init_script("localStorage.setItem('mode', 'light')")
    page.goto(f"{book_url}/{book_page}", wait_until="load")
    settle(page)
    flaws = {}
    page.evaluate(UNFOLD)
    page.evaluate(LOAD_PICTURES)
    before = page.evaluate(PICTURE_WIDTHS)
    for width in WIDTHS:
        flaws[f"{width} px, light"] = measure_at(page, width)
        page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }")
        flaws[f"{width} px, dark"] = measure(page)
        page.evaluate("() => { document.documentElement.dataset.theme = 'light'; }")
    measure_at(page, WIDTHS[0])  # a window that grows again has its pictures back
    after = page.evaluate(PICTURE_WIDTHS)
    page.context.close()
    assert after == before
    assert {where: found for where, found in flaws.items() if found} == {}


@pytest.mark.parametrize(
    ("flaw", "body"),
    [
        ("page", "<div style='width: 2000px'>wide</div>"),
        ("cut", f"<div class='cell'><pre style='overflow-x: auto'>{'code ' * 400}</pre></div>"),
        ("cut", f"<div style='overflow: hidden'><pre>{'code ' * 400}</pre></div>"),
        ("cut", "<table><td style='display: block; width: 2em'>Autoencoder</td></table>"),
        ("split", "<table><td style='width: 1em; word-break: break-all'>learns</td></table>"),
        ("small", "<div class='ff-figure'><div class='ff-live'><b style='font-size: 8px'>t</b>"),
        (
            "small",
            "<div class='ff-figure ff-live'><svg viewBox='0 0 1000 10' style='width: 500px'>"
            "<text font-size='16' y='9'>label</text></svg>",
        ),
    ],
)
def test_the_measurement_notices(page: Any, flaw: str, body: str) -> None:
    page.set_content(f"<!doctype html><article>{body}</article>")
    assert flaw in measure(page)


def test_the_measurement_lets_a_marked_box_scroll_on_a_tablet(page: Any) -> None:
    text = "code " * 400
    page.set_content(
        "<!doctype html><article><div class='cell'>"
        f"<pre class='scrolls' style='overflow-x: auto'>{text}</pre></div></article>"
    )
    page.set_viewport_size({"width": 768, "height": 900})
    assert measure(page) == {}
    page.set_viewport_size({"width": 1300, "height": 900})
    assert list(measure(page)) == ["cut"]
