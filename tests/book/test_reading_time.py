"""The minutes that a chapter says it takes are counted, and are not too many for one sitting."""

from pathlib import Path

import pytest

from tests.scripts import load

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = sorted((ROOT / "book").glob("[0-9][0-9]-*.ipynb"))


reading_time = load("reading_time")


def prose(text: str) -> list[dict]:
    return [{"cell_type": "markdown", "metadata": {}, "source": [text]}]


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
def test_the_stated_minutes_are_those_of_its_words(chapter: Path) -> None:
    # A sentence more is no reason to change the box, and code takes some time, too.
    needed, stated = reading_time.minutes(chapter), reading_time.stated_minutes(chapter)
    assert -2 <= stated - needed <= 4, f"it takes {needed} minutes: python book/reading_time.py"


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
def test_no_chapter_takes_more_than_25_minutes(chapter: Path) -> None:
    assert reading_time.minutes(chapter) <= 25


def test_words_are_counted_and_what_is_folded_or_code_is_not() -> None:
    text = (
        "Four plain words here, [a link](https://example.org/not/read) {cite}`who2020what`.\n\n"
        "```{solution} ex-one\n:class: dropdown\nNobody has to read this.\n```\n\n"
        "```python\nprint('nor this')\n```\n"
    )
    assert reading_time.count_words(prose(text)) == 6


def test_a_formula_takes_time_and_a_box_is_read() -> None:
    assert reading_time.count_words(prose("$$\na + b = c\n$$")) == reading_time.A_FORMULA
    box = "```{admonition} Predict\n:class: predict\nWhat will it be?\n```"
    assert reading_time.count_words(prose(box)) == 5
    between = f"{box}\n\nAll this is read.\n\n{box}"
    assert reading_time.count_words(prose(between)) == 5 + 4 + 5


def test_a_question_is_read_with_its_choices_and_without_its_replies() -> None:
    choices = "- [ ] Two words\n  - Not this,\n    nor this.\n- [x] Three more words\n  - Not this."
    text = f":::{{question}} What is it?\n:name: q-it\n\n{choices}\n:::\n\nGo on."
    assert reading_time.count_words(prose(text)) == 3 + 2 + 1 + 3 + 2  # "x" marks the right one
