"""Slides are made of the chapters' figures, which exist, and of mathematics that is left whole."""

import re
from pathlib import Path

import pytest

from tests.scripts import load

slides = load("make_slides")
TEXT = slides.SOURCE.read_text(encoding="utf-8")
FIGURES = slides.figures()


@pytest.mark.parametrize("name", slides.named_figures(TEXT))
def test_every_figure_that_a_slide_names_is_stored_in_a_chapter(name: str) -> None:
    assert name in FIGURES, "rename it in book/slides.md, or show another"
    assert FIGURES[name].picture.startswith((b"\x89PNG", b"<svg"))
    assert len(FIGURES[name].alt) >= 20


def test_a_figure_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="fig-nowhere"):
        slides.as_html("![](fig-nowhere)", FIGURES)


def test_every_slide_becomes_a_section_and_every_picture_has_a_text(tmp_path: Path) -> None:
    page = slides.write(tmp_path).read_text(encoding="utf-8")
    assert page.count("<section>") == len(slides.slides(TEXT)) > 40
    pictures = re.findall(r'<img src="([^"]+)" alt="([^"]+)"', page)
    assert len(pictures) == len(slides.named_figures(TEXT)) > 20
    for source, text in pictures:
        assert (tmp_path / source).is_file()
        assert len(text) >= 20
    assert (tmp_path / "figures" / "index.html").is_file()
    files = [path for path in (tmp_path / "figures").iterdir() if path.suffix in (".png", ".svg")]
    assert len(files) == len(FIGURES) > len(pictures)


def test_mathematics_reaches_the_page_as_it_was_written() -> None:
    page = slides.as_html("a $x_t < 1$\n\n$$\\alpha_s \\hat x_0$$", {})
    assert r"\(x_t &lt; 1\)" in page
    assert r"\[\alpha_s \hat x_0\]" in page


def test_every_week_of_the_plan_has_its_slides() -> None:
    plan = (slides.BOOK / "teaching.md").read_text(encoding="utf-8")
    weeks = re.findall(r"(?m)^# Week (\d)$", TEXT)
    assert weeks == list("1234567")
    assert [re.search(rf"(?m)^\* - {week}$", plan) is not None for week in weeks] == [True] * 7
