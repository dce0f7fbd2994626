"""Readers whom the theme does not expect: with cookies blocked, odd words, a newer theme."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import CHROMIUM_ARGUMENTS, find_chromium
from tests.browser.test_pages import AXE_OPTIONS, RUN_AXE

FOUND = "#search-results > ul > li"


@pytest.fixture(scope="module")
def without_cookies(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A Chromium with "block all cookies": to touch localStorage is an error there."""
    profile = tmp_path_factory.mktemp("profile")
    (profile / "Default").mkdir()
    content = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (profile / "Default" / "Preferences").write_text(json.dumps(content), encoding="utf-8")
    context = browser.browser_type.launch_persistent_context(
        str(profile), executable_path=find_chromium(), args=CHROMIUM_ARGUMENTS, headless=True
    )
    context.set_default_timeout(60_000)
    yield context
    context.close()


def test_a_reader_who_blocks_cookies_can_search_and_switch_the_theme(
    without_cookies: Any, book_url: str
) -> None:
    page = without_cookies.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{book_url}/search.html?q=schedule")
    page.wait_for_selector(FOUND)
    page.goto(f"{book_url}/book/notation.html")
    before = page.evaluate("document.documentElement.dataset.mode")
    page.locator(".theme-switch-button").first.click()
    assert page.evaluate("document.documentElement.dataset.mode") not in ("", before)
    assert errors == []
    page.close()


def search(page: Any, book_url: str, word: str) -> str:
    """Search for a word; what the page says when it is done."""
    page.add_init_script("localStorage.setItem('mode', 'light')")
    page.goto(f"{book_url}/search.html?q={word}")
    summary = page.locator("#search-results .search-summary")
    page.wait_for_function("document.querySelector('.search-summary')?.textContent")
    return str(summary.inner_text())


@pytest.mark.parametrize("word", ["constructor", "__proto__", "hasOwnProperty", "toString"])
def test_a_word_that_every_object_inherits_is_only_a_word(
    page: Any, book_url: str, word: str
) -> None:
    assert "search" in search(page, book_url, word).lower()
    assert page.problems.console == []


def test_a_word_of_the_book_is_found(page: Any, book_url: str) -> None:
    search(page, book_url, "schedule")
    assert page.locator(FOUND).count() >= 5


# pydata-sphinx-theme 0.17.1's button: its icons have titles, which become the button's text.
TITLES = {"light": "Light", "dark": "Dark", "auto": "System Settings"}


def as_in_a_newer_theme(html: str) -> str:
    """The page as that theme, or a newer one, would have built it; unchanged where it did."""
    for mode, title in TITLES.items():
        named = f'data-mode="{mode}" title="{title}"></i>'
        html = html.replace(f'data-mode="{mode}"></i>', named)
        assert re.search(f'data-mode="{mode}" +title="{title}"></i>', html)
    return html.replace('aria-label="light/dark"', 'aria-label="Color mode"')


def test_the_theme_switch_of_a_newer_theme_says_what_it_shows(
    page: Any, book_url: str, built_book: Path, vendored: Path
) -> None:
    address = f"{book_url}/book/notation.html"
    html = as_in_a_newer_theme((built_book / "book" / "notation.html").read_text("utf-8"))
    page.route(address, lambda route: route.fulfill(body=html, content_type="text/html"))
    page.add_init_script("localStorage.getItem('mode') ?? localStorage.setItem('mode', 'light')")
    page.goto(address, wait_until="load")
    page.wait_for_function("document.querySelector('.theme-switch-button svg')")
    switch = page.locator(".theme-switch-button").first
    assert switch.get_attribute("aria-label") == "Color mode: Light"
    page.add_script_tag(path=vendored / "axe" / "axe.min.js")
    for _ in TITLES:
        options = {**AXE_OPTIONS, "rules": {"label-content-name-mismatch": {"enabled": True}}}
        assert page.evaluate(RUN_AXE, options) == []
        switch.click()
    assert switch.get_attribute("aria-label") in {f"Color mode: {t}" for t in TITLES.values()}
