"""Every built page, as a reader meets it: complete, legible, quiet and self-contained.

One visit to a page serves most tests: it is loaded once, looked at in the light theme, switched to
the dark one, printed, and narrowed to a phone.
"""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import ROOT
from tests.browser.figures import keyboard_moves
from tests.browser.layout import SCREENS, WIDTHS, measure_at
from tests.scripts import load

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 375, "height": 812}

# Levels A and AA of the Web Content Accessibility Guidelines 2.1, and what axe calls good practice
# for landmarks, labels and headings.
AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    "rules": {
        name: {"enabled": True}
        for name in (
            "heading-order",
            "label-content-name-mismatch",
            "landmark-one-main",
            "page-has-heading-one",
            "region",
        )
    },
    "resultTypes": ["violations"],
}
# Colours that fade from one theme to the other are judged when they have arrived.
RUN_AXE = """async options => {
    const fading = () => document.getAnimations().some(
        one => one instanceof CSSTransition && one.playState === 'running');
    for (let tries = 0; tries < 40 && fading(); tries++)
        await new Promise(later => setTimeout(later, 50));
    const report = await axe.run(document, options);
    return report.violations.map(violation => ({
        rule: violation.id,
        help: violation.help,
        count: violation.nodes.length,
        nodes: violation.nodes.slice(0, 5).map(node => [
            node.target.join(' '), node.html.slice(0, 200), node.failureSummary]),
    }));
}"""

# Elements of the text that reach beyond the window and do not scroll in a box of their own.
FIND_OVERFLOW = """() => [...document.querySelectorAll('article *, main h1')].filter(element => {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.right <= innerWidth + 1) return false;
    for (let up = element.parentElement; up && up.tagName !== 'MAIN'; up = up.parentElement)
        if (getComputedStyle(up).overflowX !== 'visible') return false;
    return true;
}).slice(0, 6).map(e => `${e.tagName} ${e.className} ends at ${e.getBoundingClientRect().right}`)"""

# Paper has no buttons: what is folded on the screen is printed, what leads elsewhere is not.
FIND_HIDDEN_IN_PRINT = """() => [
    ...[...document.querySelectorAll('.admonition.solution > section, .admonition.solution > p')]
        .filter(e => e.getBoundingClientRect().height === 0).map(e => 'folded: ' + e.className),
    ...[...document.querySelectorAll('.bd-sidebar-primary, .bd-header-article, .prev-next-footer')]
        .filter(e => e.getBoundingClientRect().height > 0).map(e => 'printed: ' + e.className),
]"""

# Pictures below the fold load lazily; to judge them all, load them all.
LOAD_PICTURES = """() => Promise.all([...document.querySelectorAll("article img")].map(
  async image => {
    image.loading = 'eager';
    try { await image.decode(); } catch { /* its width of 0 says so */ }
    return [image.currentSrc.slice(0, 120), image.naturalWidth];
}))"""

# The bytes of the page and of all that it has asked for by now.
COUNT_BYTES = """() => [...performance.getEntriesByType('navigation'),
  ...performance.getEntriesByType('resource')].reduce((n, one) => n + one.encodedBodySize, 0)"""


def slug(book_page: str) -> str:
    """Return a name for a page's pictures: book/api/index.html becomes api-index."""
    return book_page.removeprefix("book/").removesuffix(".html").replace("/", "-")


def settle(page: Any) -> None:
    """Wait until the page's mathematics is typeset and its fonts are there."""
    page.wait_for_function(
        "() => !document.querySelector('.math') || document.querySelector('mjx-container')",
    )
    page.evaluate("() => window.MathJax?.startup?.promise?.then(() => null) ?? null")
    page.wait_for_function("() => document.fonts.status === 'loaded'")


@dataclass(frozen=True)
class Visit:
    """What one visit to a page found."""

    console_errors: list[str]
    outside_requests: list[str]
    failed_requests: list[str]
    broken_pictures: list[str]
    formulas: int
    typeset: int
    misprints: int
    violations: dict[str, list[dict[str, Any]]]
    phone_width: int
    phone_overflow: list[str]
    printed_width: int
    hidden_in_print: list[str]
    figures: int
    kilobytes: float
    kilobytes_fetched: float
    interaction_seconds: float | None
    screens: float | None
    cut: tuple[int, ...]


def first_interaction(page: Any) -> float | None:
    """Press keys on the first figure of a page that is still loading, as soon as it has started.

    Returns the seconds from the start of navigation to the first changed picture, or None for a
    page without moving figures.
    """
    page.wait_for_function(
        "() => document.querySelector('article .ff-figure[data-started]')"
        " || document.readyState === 'complete'"
    )
    figures = page.locator("article .ff-figure[data-started]")
    if figures.count() == 0:
        return None
    seconds = keyboard_moves(figures.first)
    assert seconds is not None, "the first figure of the page does not answer to the keyboard"
    return seconds


def circumstances() -> str:
    """When, on what and from which commit the table was made, as a line for people."""
    git = ["git", "-C", str(ROOT)]
    commit = subprocess.run([*git, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    changed = subprocess.run([*git, "status", "--porcelain"], capture_output=True, text=True)
    try:
        models = re.findall(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text("utf-8"))
    except OSError:
        models = []
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    return (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, commit {commit.stdout.strip() or 'unknown'}"
        f"{' with changes' if changed.stdout.strip() else ''}, {os.cpu_count()} cores"
        f" ({models[0] if models else platform.machine()}){load}."
    )


def words_and_minutes(name: str) -> tuple[int, int] | None:
    """What a chapter asks of its readers; None for other pages."""
    reading_time = load("reading_time")
    chapter = ROOT / name.replace(".html", ".ipynb")
    if not re.match(r"book/\d\d-", name) or not chapter.is_file():
        return None
    cells = json.loads(chapter.read_text(encoding="utf-8"))["cells"]
    return reading_time.count_words(cells), reading_time.minutes(chapter)


def write_table(visits: dict[str, Visit], path: Path) -> None:
    """Write what the visits found as a table for people."""
    lines = [
        "# What each page asks of a browser",
        "",
        "Made by `make page-table`: the built book in headless Chromium, from a server on the",
        "same machine. *Fetched* is the page with all that it asked for while it was loaded and",
        "scrolled through. *First interaction* is the time from the start of navigation until the",
        "page's first figure had answered a key press with a changed picture. *Cut* counts what",
        f"a page hides, splits or shows too small in windows of {', '.join(map(str, WIDTHS))} px",
        "(`tests/browser/layout.py`). *Screens* is how many windows one scrolls down to the first",
        "figure that moves.",
        "",
        circumstances(),
        "",
        "| page | moving figures | page (kB) | fetched (kB) | requests outside | console errors "
        "| axe violations (light, dark) | first interaction (s) | cut | screens | words "
        "| minutes |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for name, found in sorted(visits.items()):
        axe = ", ".join(str(len(found.violations[theme])) for theme in ("light", "dark"))
        first = found.interaction_seconds
        screens = "–" if found.screens is None else f"{found.screens:.1f}"
        words, minutes = words_and_minutes(name) or ("–", "–")
        lines.append(
            f"| {name} | {found.figures} | {found.kilobytes:.0f} | {found.kilobytes_fetched:.0f} "
            f"| {len(found.outside_requests)} | {len(found.console_errors)} | {axe} "
            f"| {'–' if first is None else f'{first:.2f}'} "
            f"| {', '.join(map(str, found.cut))} | {screens} | {words} | {minutes} |"
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def visit(
    built_book: Path,
    book_url: str,
    vendored: Path,
    open_context: Callable[..., Any],
    keep: Callable[..., None],
) -> Iterator[Callable[[str], Visit]]:
    """Return a function that visits a page, once a page; its findings end up in a table."""
    visits: dict[str, Visit] = {}

    def visit_once(book_page: str) -> Visit:
        if book_page not in visits:
            visits[book_page] = look_at(book_page)
        return visits[book_page]

    def look_at(book_page: str) -> Visit:
        page = open_context(viewport=DESKTOP, bypass_csp=True)
        name = slug(book_page)
        page.add_init_script("localStorage.setItem('mode', 'light')")
        page.goto(f"{book_url}/{book_page}", wait_until="commit")
        interaction = first_interaction(page)
        page.wait_for_load_state("load")
        settle(page)
        pictures = page.evaluate(LOAD_PICTURES)
        # What starts on sight gets its turn.
        page.evaluate("() => window.scrollTo(0, document.body.scrollHeight)")
        page.wait_for_timeout(200)
        fetched = page.evaluate(COUNT_BYTES)
        page.evaluate("() => window.scrollTo(0, 0)")
        keep(page, f"{name}-light")
        formulas = page.locator(".math").count()
        typeset = page.locator(".math:has(mjx-container)").count()
        misprints = page.locator("mjx-merror, [data-mjx-error]").count()
        page.add_script_tag(path=vendored / "axe" / "axe.min.js")
        violations = {"light": page.evaluate(RUN_AXE, AXE_OPTIONS)}
        page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }")
        page.wait_for_timeout(400)  # the theme's colours fade over
        violations["dark"] = page.evaluate(RUN_AXE, AXE_OPTIONS)
        keep(page, f"{name}-dark")
        page.evaluate("() => { document.documentElement.dataset.theme = 'light'; }")
        page.set_viewport_size(PHONE)
        page.wait_for_timeout(400)
        phone_width = page.evaluate("() => document.documentElement.scrollWidth")
        phone_overflow = page.evaluate(FIND_OVERFLOW)
        keep(page, f"{name}-phone")
        page.set_viewport_size(DESKTOP)
        page.emulate_media(media="print")
        page.wait_for_timeout(200)
        printed_width = page.evaluate("() => document.documentElement.scrollWidth")
        hidden_in_print = page.evaluate(FIND_HIDDEN_IN_PRINT)
        problems = page.problems
        figures = page.locator("article .ff-live").count()
        page.emulate_media(media="screen")
        screens = page.evaluate(SCREENS)
        cut = tuple(sum(map(len, measure_at(page, width).values())) for width in WIDTHS)
        page.context.close()
        return Visit(
            console_errors=problems.console,
            outside_requests=problems.outside,
            failed_requests=problems.failed,
            broken_pictures=[source for source, width in pictures if width == 0],
            formulas=formulas,
            typeset=typeset,
            misprints=misprints,
            violations=violations,
            phone_width=phone_width,
            phone_overflow=phone_overflow,
            printed_width=printed_width,
            hidden_in_print=hidden_in_print,
            figures=figures,
            kilobytes=(built_book / book_page).stat().st_size / 1e3,
            kilobytes_fetched=fetched / 1e3,
            interaction_seconds=interaction,
            screens=screens,
            cut=cut,
        )

    yield visit_once
    write_table(visits, built_book.parent / "screenshots" / "pages.md")


def test_no_error_on_the_console(visit: Callable[[str], Visit], book_page: str) -> None:
    assert visit(book_page).console_errors == []
    assert visit(book_page).failed_requests == []
    assert visit(book_page).broken_pictures == []


def test_no_request_leaves_the_book(visit: Callable[[str], Visit], book_page: str) -> None:
    assert visit(book_page).outside_requests == []


def test_mathematics_is_typeset(visit: Callable[[str], Visit], book_page: str) -> None:
    found = visit(book_page)
    assert found.typeset == found.formulas
    assert found.misprints == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_violation_of_the_accessibility_guidelines(
    visit: Callable[[str], Visit], book_page: str, theme: str
) -> None:
    violations = visit(book_page).violations[theme]
    assert violations == [], json.dumps(violations, indent=1)


def test_nothing_overflows_a_phone(visit: Callable[[str], Visit], book_page: str) -> None:
    assert visit(book_page).phone_overflow == []
    assert visit(book_page).phone_width <= PHONE["width"]


def test_page_can_be_printed(visit: Callable[[str], Visit], book_page: str) -> None:
    assert visit(book_page).hidden_in_print == []
    assert visit(book_page).printed_width <= DESKTOP["width"]


def test_text_and_still_figures_are_there_without_scripts(
    open_context: Callable[..., Any], keep: Callable[..., None], book_url: str, book_page: str
) -> None:
    if book_page == "search.html":
        pytest.skip("searching needs scripts; the page says so")
    page = open_context(java_script_enabled=False)
    page.goto(f"{book_url}/{book_page}", wait_until="load")
    assert page.locator("article").first.is_visible()
    assert len(page.locator("article").first.inner_text()) > 40
    shown = 0
    for picture in page.locator("article img").all():
        if not picture.is_visible():
            continue
        box = picture.bounding_box()
        assert box is not None
        source = (picture.get_attribute("src") or "")[:120]
        assert min(box["width"], box["height"]) > 8, source
        assert picture.get_attribute("alt"), source
        shown += 1
    if re.match(r"book/\d\d-", book_page):
        assert shown > 0, "a chapter without a still figure"
    keep(page, f"{slug(book_page)}-noscript")
    page.context.close()


def test_page_opens_from_a_folder(
    open_context: Callable[..., Any], vendored: Path, built_book: Path, book_page: str
) -> None:
    page = open_context()
    page.goto((built_book / book_page).as_uri(), wait_until="load")
    settle(page)
    assert page.locator("article h1, main h1").last.is_visible()
    assert page.problems.outside == []
    pictures = page.evaluate(LOAD_PICTURES)
    assert [source for source, width in pictures if width == 0] == []
    page.context.close()


def test_links_within_the_book_lead_somewhere(built_book: Path, book_page: str) -> None:
    if not (built_book / book_page).is_file():
        pytest.skip("no built book: run `make book` first")
    text = (built_book / book_page).read_text(encoding="utf-8")
    folder = (built_book / book_page).parent
    missing = []
    for address in re.findall(r'(?:href|src)="([^"#?]+)(?:[?#][^"]*)?"', text):
        if re.match(r"[a-z]+:|//", address):
            continue
        if not (folder / address).resolve().exists():
            missing.append(address)
    assert missing == []


def test_search_finds_a_word(page: Any, book_url: str) -> None:
    page.goto(f"{book_url}/search.html?q=noise")
    page.wait_for_selector("#search-results li")
    assert page.locator("#search-results li").count() >= 2


def test_chapters_can_be_opened_on_colab(built_book: Path) -> None:
    chapters = sorted(built_book.glob("book/[01][0-9]-*.html"))
    if not chapters:
        pytest.skip("no chapter has been built")
    for chapter in chapters:
        text = chapter.read_text(encoding="utf-8")
        notebook = f"blob/colab/book/{chapter.stem}.ipynb"
        links = re.findall(r"https://colab\.research\.google\.com/github/[^\"]+", text)
        assert links
        assert all(link.endswith(notebook) for link in links), links


def test_the_copies_for_colab_number_things_as_the_pages_do(built_book: Path) -> None:
    copies = load("colab_copies")
    numbered = ("Equation", "Figure", "Table", "Exercise")
    pages: dict[str, str] = {}
    compared = 0
    for place in copies.places().values():
        name, _, anchor = place.url.removeprefix(copies.site()).partition("#")
        if place.kind not in numbered or not (built_book / name).is_file():
            continue
        if name not in pages:
            pages[name] = (built_book / name).read_text(encoding="utf-8")
        after = pages[name].partition(f'id="{anchor}"')[2]
        shown = re.search(r'class="(?:eqno">\(|caption-number">\w+ )([\d.]+)', after)
        assert shown, f"{place.url} leads nowhere"
        assert shown[1] == place.text, place.url
        compared += 1
    assert compared > 100
