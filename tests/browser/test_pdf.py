"""The book on paper: stills for moving figures, open solutions, links to the published site."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml

from tests.browser.conftest import ROOT, find_chromium
from tests.scripts import load

pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")

CHAPTER = "book/07-ddim-sampling.html"


@pytest.fixture(scope="module")
def printed(built_book: Path, tmp_path_factory: pytest.TempPathFactory) -> "pypdf.PdfReader":
    """Two pages of the book, printed."""
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if find_chromium() is None:
        pytest.skip("no Chromium found: install it or name it in the variable CHROMIUM")
    target = tmp_path_factory.mktemp("pdf") / "book.pdf"
    # In a thread of its own: other tests of this process keep a browser open in this one.
    with ThreadPoolExecutor(1) as thread:
        pages = ["book/notation.html", CHAPTER]
        thread.submit(load("make_pdf").print_book, target, pages).result()
    return pypdf.PdfReader(target)


def test_every_page_of_the_contents_is_printed(built_book: Path) -> None:
    names = load("make_pdf").pages()
    assert names[0] == "book/index.html"
    assert CHAPTER in names
    assert len(names) == len(set(names)) > 15


def test_the_outline_names_the_pages(printed: "pypdf.PdfReader") -> None:
    assert len(printed.outline) >= 2
    assert printed.metadata is not None
    assert printed.metadata.title == "From Noise to Flowers"


def test_solutions_are_open_and_moving_figures_are_still(printed: "pypdf.PdfReader") -> None:
    text = " ".join(" ".join(page.extract_text() for page in printed.pages).split())
    assert "Solution to" in text
    assert "Show code" not in text
    assert "This figure moves where scripts are allowed" not in text


def test_links_lead_to_the_published_site(printed: "pypdf.PdfReader") -> None:
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    links = [
        str(note.get_object()["/A"].get("/URI", ""))
        for page in printed.pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object()
    ]
    assert any(link.startswith(config["html"]["baseurl"]) for link in links)
    assert not [link for link in links if link.startswith("file:")]
