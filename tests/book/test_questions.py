"""Questions that take an answer: their text, their HTML, their copy for Colab, and the overview."""

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.scripts import BOOK, load

pytest.importorskip("myst_parser", reason="the book's tools are not installed")
copies = load("colab_copies")
read = copies.question_text.read

QUESTION = """\
:::{question} How much is *left* at $t$?
:name: q-left
Before you look.

- [ ] Half of it,
  or so
  - The time is not
    the share.
- [x] A third
  - Since $0.58^2 = 0.34$.
- [~] Less than half
  - How much less?
:::
"""


def choices(text: str) -> list[str]:
    """The lines between the name and the closing fence."""
    return text.splitlines()[2:-1]


def test_a_question_is_read_with_its_choices_and_replies() -> None:
    before, (half, third, less) = read("How much?", choices(QUESTION))
    assert "\n".join(before).strip() == "Before you look."
    assert (half.text, half.reply) == (["Half of it,", "or so"], ["The time is not", "the share."])
    assert [choice.verdict for choice in (half, third, less)] == ["wrong", "right", "near"]
    assert [choice.letter for choice in (half, third, less)] == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("slip", "instead", "sentence"),
    [
        ("[x]", "[ ]", "marks no choice as right: write '- [x]' before the one that is."),
        ("[~]", "[x]", "marks 2 choices as right, 'A third' and 'Less than half': keep [x] for"),
        ("[~]", "[?]", "marks a choice by [?]: write [x] before the right one,"),
        ("  - How much less?\n", "", "has no reply to 'Less than half': write one on the line"),
        (":::\n", "And so on.\n:::\n", "goes on after its choices with 'And so on.': put that"),
        ("- [", "[", "has 0 choices: give it two to six, each on a line that begins"),
    ],
)
def test_a_slip_is_named_in_one_sentence(slip: str, instead: str, sentence: str) -> None:
    text = instead.join(QUESTION.rsplit(slip)) if slip != ":::\n" else QUESTION[:-4] + instead
    with pytest.raises(ValueError, match=re.escape(sentence)) as caught:
        read("How much?", choices(text))
    assert str(caught.value).count(". ") == 0
    assert str(caught.value).startswith("The question 'How much?'")


def build(
    folder: Path, chapter: str, heading: str = "## Its section"
) -> tuple[dict[str, str], str]:
    """A book of one chapter and the overview: its pages, and what Sphinx warned of."""
    from io import StringIO

    from sphinx.application import Sphinx

    (folder / "conf.py").write_text('extensions = ["myst_parser", "questions"]\n')
    (folder / "conf.py").write_text(
        'extensions = ["myst_parser", "questions"]\n'
        'myst_enable_extensions = ["colon_fence", "dollarmath"]\nhtml_theme = "basic"\n'
    )
    (folder / "index.md").write_text(
        "# All\n\n```{toctree}\nchapter\n```\n\n```{question-overview}\n```\n"
    )
    (folder / "chapter.md").write_text(f"# One chapter\n\n{heading}\n\n{chapter}\n\nEnd.\n")
    warnings = StringIO()
    path = [str(BOOK / "_ext"), *sys.path]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", path)
        out = folder / "out"
        app = Sphinx(folder, folder, out, out, "html", status=None, warning=warnings, freshenv=True)
        app.build()
    pages = {name: (out / f"{name}.html").read_text("utf-8") for name in ("index", "chapter")}
    return pages, warnings.getvalue()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Any:
    pages, warnings = build(tmp_path_factory.mktemp("asked"), QUESTION)
    assert warnings == ""
    return pages


def test_the_page_offers_the_choices_and_folds_the_replies(built: dict[str, str]) -> None:
    box = re.search(
        r'<div class="[^"]*\bquestion\b[^"]*" id="q-left">.*?</details>', built["chapter"], re.S
    )
    assert box
    open_part, folded = box[0].split('<details class="answer"><summary>Answer</summary>')
    assert 'How much is <em>left</em> at <span class="math' in open_part
    assert open_part.count("<li>") == 3
    assert "The time is not" not in open_part
    replies = re.findall(r'<div class="reply (\w+)[^"]*">\s*<p><strong>(.*?)</strong>', folded)
    assert replies == [("wrong", "A: not quite."), ("right", "B: right."), ("near", "C: nearly.")]


def test_the_overview_links_each_question_and_its_section(built: dict[str, str]) -> None:
    (entry,) = re.findall(r'<ul class="asked[^"]*">\s*<li>(.*?)</li>', built["index"], re.S)
    links = re.findall(r'href="([^"]*)">(.*?)</a>', entry)
    assert [address for address, _ in links] == ["chapter.html#q-left", "chapter.html#its-section"]
    assert "How much is <em>left</em>" in links[0][1]
    assert links[1][1] == "Its section"


def test_the_overview_typesets_what_the_questions_hold(built: dict[str, str]) -> None:
    assert "mathjax" in built["index"].lower()


def test_a_question_before_the_first_heading_is_at_the_beginning(tmp_path: Path) -> None:
    pages, _ = build(tmp_path, QUESTION, heading="")
    assert 'href="chapter.html#one-chapter">the beginning</a>' in pages["index"]


def test_only_pages_with_questions_load_the_script(tmp_path: Path, built: dict[str, str]) -> None:
    assert all("questions.js" in page and "questions.css" in page for page in built.values())
    pages, _ = build(tmp_path, "Nothing is asked.")
    assert not any("questions." in page for page in pages.values())


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (QUESTION.replace("[x]", "[ ]"), "marks no choice as right"),
        (QUESTION.replace(":name: q-left\n", ""), "has no name: its answer is kept by it"),
    ],
)
def test_a_slip_is_a_warning_of_the_build(tmp_path: Path, text: str, sentence: str) -> None:
    _, warnings = build(tmp_path, text)
    assert sentence in warnings
    assert "chapter.md" in warnings


def test_the_copy_for_colab_quotes_the_question_and_folds_the_replies() -> None:
    chapter = copies.Chapter(copies.chapters()[1], 2)
    made = copies.squeeze(copies.convert(QUESTION.splitlines(), chapter))
    assert made == (
        "> **How much is *left* at $t$?**\n>\n> Before you look.\n>\n"
        "> **A.** Half of it,\n> or so\n>\n> **B.** A third\n>\n> **C.** Less than half\n\n"
        "<details>\n<summary>Answer</summary>\n\n"
        "**A: not quite.** The time is not the share.\n\n"
        "**B: right.** Since $0.58^2 = 0.34$.\n\n"
        "**C: nearly.** How much less?\n\n</details>"
    )


def test_a_question_that_needs_no_introduction_has_no_gap_in_its_copy() -> None:
    chapter = copies.Chapter(copies.chapters()[1], 2)
    made = copies.convert(QUESTION.replace("Before you look.\n", "").splitlines(), chapter)
    assert made[:3] == ["> **How much is *left* at $t$?**", ">", "> **A.** Half of it,"]


def test_the_copy_for_colab_refuses_the_same_slips() -> None:
    chapter = copies.Chapter(copies.chapters()[1], 2)
    with pytest.raises(ValueError, match="marks no choice as right"):
        copies.convert(QUESTION.replace("[x]", "[ ]").splitlines(), chapter)
