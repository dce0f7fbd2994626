"""Questions in the built book: answered by click and by keyboard, kept, shown again, forgotten."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import ROOT
from tests.browser.test_pages import AXE_OPTIONS, PHONE, RUN_AXE, settle

CHAPTER = "book/02-forward-noising.html"
OVERVIEW = "book/read-again.html"
KEY = "noise-to-flowers:answers"


def first_choice(box: Any, verdict: str) -> int:
    """Which choice has the first reply of this kind."""
    kinds = box.locator("details.answer > .reply").evaluate_all("all => all.map(e => e.className)")
    return next(n for n, kind in enumerate(kinds) if verdict in kind.split())


def press(box: Any, verdict: str) -> None:
    box.locator("ol.choices > li").nth(first_choice(box, verdict)).click()


def shown(box: Any) -> str:
    return str(box.locator(".shown").inner_text())


def errors_of(page: Any) -> list[str]:
    """The script errors of a page, from now on; the theme's own complaints are not among them."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def top(box: Any) -> float:
    """Where a box begins, counted from the top of the page."""
    return float(box.evaluate("box => box.getBoundingClientRect().top + scrollY"))


@pytest.fixture
def chapter(page: Any, book_url: str) -> Any:
    page.add_init_script("localStorage.setItem('mode', 'light')")
    page.goto(f"{book_url}/{CHAPTER}", wait_until="load")
    settle(page)
    return page


def test_a_click_is_answered_at_once_and_kept(chapter: Any) -> None:
    box = chapter.locator(".question").first
    before = top(box)
    assert shown(box) == ""
    press(box, "wrong")
    assert "not quite." in shown(box)
    assert not box.locator("details.answer").evaluate("e => e.open"), "the answer stays covered"
    press(box, "right")
    assert "right." in shown(box)
    assert top(box) == before, "what stands before the box has moved"
    chapter.reload(wait_until="load")
    box = chapter.locator(".question").first
    assert "right." in shown(box)
    assert box.locator("button[aria-pressed=true]").count() == 1
    assert chapter.locator(".shown .reply").count() == 1, "other questions are still open"
    assert chapter.problems.console == []


def test_it_works_by_keyboard_and_says_what_it_does(chapter: Any) -> None:
    box = chapter.locator(".question").first
    choice = first_choice(box, "right")
    buttons = box.get_by_role("button")
    assert box.get_attribute("role") == "group"
    buttons.first.focus()
    for _ in range(choice):
        chapter.keyboard.press("Tab")
    chapter.keyboard.press("Enter")
    assert "right." in box.get_by_role("status").inner_text()
    focused = chapter.evaluate("document.activeElement.getAttribute('aria-pressed')")
    assert focused == "true", "the focus stays where the reader is"
    words = box.locator("ol.choices > li > div").nth(choice).text_content().strip()
    named = box.get_by_role("button", name=words[:20])  # the letter and the choice
    assert named.count() == 1


def test_formulas_in_a_reply_are_typeset(chapter: Any) -> None:
    box = chapter.locator(".question:has(.reply.right .math)").first
    press(box, "right")
    formulas = box.locator(".shown .math")
    assert formulas.count() > 0
    assert formulas.count() == box.locator(".shown .math:has(mjx-container)").count()


def test_a_phone_and_both_themes(chapter: Any, vendored: Path, keep: Callable[..., None]) -> None:
    chapter.set_viewport_size(PHONE)
    box = chapter.locator(".question").first
    press(box, "near" if box.locator(".reply.near").count() else "wrong")
    chapter.add_script_tag(path=vendored / "axe" / "axe.min.js")
    for theme in ("light", "dark"):
        chapter.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
        chapter.wait_for_timeout(400)
        assert chapter.evaluate(RUN_AXE, AXE_OPTIONS) == []
        keep(chapter, f"question-{theme}", full_page=False)
    edges = box.locator("*").evaluate_all("all => all.map(e => e.getBoundingClientRect().right)")
    assert max(edges) <= PHONE["width"]


def test_without_scripts_the_answer_is_folded(new_page: Callable[..., Any], book_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{book_url}/{CHAPTER}", wait_until="load")
    box = page.locator(".question").first
    replies = box.locator("details.answer > .reply")
    assert box.locator("button").count() == 0
    assert not replies.first.is_visible()
    box.locator("summary").click()
    assert replies.count() >= 2
    assert all(reply.is_visible() for reply in replies.all())


def test_a_reader_who_blocks_storage_is_answered_all_the_same(page: Any, book_url: str) -> None:
    errors = errors_of(page)
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {configurable: true,"
        " get() { throw new DOMException('blocked', 'SecurityError'); }});"
    )
    page.goto(f"{book_url}/{CHAPTER}", wait_until="load")
    press(page.locator(".question").first, "right")
    assert "right." in shown(page.locator(".question").first)
    page.goto(f"{book_url}/{OVERVIEW}", wait_until="load")
    assert "None of the" in page.locator(".remembered").inner_text()
    assert errors == []


@pytest.mark.parametrize("kept", ["no json", "null", "[1, 2]", '{"q-ch02-halfway": [[99, "?"]]}'])
def test_something_odd_in_the_storage_does_no_harm(page: Any, book_url: str, kept: str) -> None:
    errors = errors_of(page)
    page.add_init_script(f"localStorage.setItem({KEY!r}, {json.dumps(kept)})")
    page.goto(f"{book_url}/{CHAPTER}", wait_until="load")
    press(page.locator(".question").first, "right")
    assert "right." in shown(page.locator(".question").first)
    assert errors == []


def test_paper_shows_every_answer_and_no_button(chapter: Any) -> None:
    pypdf = pytest.importorskip("pypdf")
    press(chapter.locator(".question").first, "right")
    printed = pypdf.PdfReader(io.BytesIO(chapter.pdf()))
    text = " ".join(" ".join(page.extract_text() for page in printed.pages).split())
    questions = chapter.locator(".question").count()
    assert text.count(": right.") == questions
    assert text.count(": not quite.") >= questions
    chapter.emulate_media(media="print")
    assert not chapter.locator("ol.choices button").first.is_visible()


def test_the_overview_says_what_to_read_again_and_forgets(chapter: Any, book_url: str) -> None:
    boxes = chapter.locator(".question")
    press(boxes.nth(0), "wrong")
    press(boxes.nth(0), "right")
    press(boxes.nth(1), "right")
    names = [box.get_attribute("id") for box in (boxes.nth(0), boxes.nth(1))]
    chapter.goto(f"{book_url}/{OVERVIEW}", wait_until="load")
    about = chapter.locator(".remembered")
    assert "You have answered 2 of" in about.inner_text()
    assert "1 of them right at once" in about.inner_text()
    entries = [
        chapter.locator(f'ul.asked li:has(a[href$="#{name}"]):not(.remembered li)')
        for name in names
    ]
    assert [entry.get_attribute("data-state") for entry in entries] == ["again", "right"]
    assert "right at try 2" in entries[0].inner_text()
    section = about.locator("li a")
    assert section.count() == 1
    section.click()
    chapter.wait_for_url("**/02-forward-noising.html#*")
    assert chapter.locator(f"[id='{chapter.url.split('#')[1]}']").count() == 1
    chapter.goto(f"{book_url}/{OVERVIEW}", wait_until="load")
    about.get_by_role("button").click()
    assert "None of the" in about.inner_text()
    assert chapter.evaluate(f"localStorage.getItem({KEY!r})") is None
    chapter.goto(f"{book_url}/{CHAPTER}", wait_until="load")
    assert chapter.locator(".shown .reply").count() == 0


def test_formulas_of_the_overview_are_typeset(page: Any, book_url: str) -> None:
    page.goto(f"{book_url}/{OVERVIEW}", wait_until="load")
    settle(page)
    assert page.locator("ul.asked .math").count() > 0
    assert page.locator("ul.asked .math:not(:has(mjx-container))").count() == 0


def test_every_question_is_listed_once_and_its_links_lead_to_it(
    page: Any, book_url: str, built_book: Path
) -> None:
    page.goto(f"{book_url}/{OVERVIEW}", wait_until="load")
    links = page.locator("ul.asked > li").evaluate_all(
        "all => all.map(e => [...e.querySelectorAll('a')].map(a => a.getAttribute('href')))"
    )
    asked = [question for question, _ in links]
    assert len(asked) == len(set(asked)) >= 4
    for address in {address for pair in links for address in pair}:
        name, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in (built_book / "book" / name).read_text("utf-8"), address


BARE = """<!DOCTYPE html><title>A question</title>
<div class="admonition question" id="q"><p class="admonition-title">Which?</p>
<ol class="choices"><li>The <em>first</em> of them</li>
<li>What <a href="#there">the chapter</a> says</li></ol>
<details class="answer"><div class="reply right">Yes.</div><div class="reply wrong">No.</div>
</details></div><script>{script}</script>"""


@pytest.fixture
def bare(browser: Any) -> Iterator[Any]:
    """A question on a page of its own, which needs no built book."""
    page = browser.new_page()
    script = (ROOT / "book" / "_static" / "questions.js").read_text(encoding="utf-8")
    page.set_content(BARE.replace("{script}", script))
    yield page
    page.close()


def test_who_selects_words_or_follows_a_link_does_not_answer(bare: Any) -> None:
    pressed = bare.locator("button[aria-pressed=true]")
    words = bare.locator("em").bounding_box()
    bare.mouse.move(words["x"] + 1, words["y"] + 5)
    bare.mouse.down()
    bare.mouse.move(words["x"] + words["width"] + 30, words["y"] + 5, steps=3)
    bare.mouse.up()
    assert bare.evaluate("getSelection().toString()") != ""
    assert pressed.count() == 0
    bare.get_by_role("link").click()
    assert pressed.count() == 0
    bare.mouse.move(words["x"] + 1, words["y"] + 5)
    bare.mouse.down()
    bare.mouse.move(words["x"] + words["width"] + 30, words["y"] + 5, steps=3)
    bare.mouse.up()
    bare.get_by_role("button").nth(1).click()  # the button answers, whatever is selected
    assert shown(bare) == "No."
    bare.mouse.click(words["x"] - 10, words["y"] + 5)  # beside what is selected
    assert shown(bare) == "Yes."
