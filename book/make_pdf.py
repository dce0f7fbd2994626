"""The whole book as one PDF, from the built pages.

    make pdf         _build/pdf/from-noise-to-flowers.pdf

Chromium prints each page of the table of contents but the library's reference, and the prints are
put together, with the chapters as outline: equations typeset, solutions open, and in place of each
moving figure the still picture that pages without scripts show. Links lead to the published site.
Needs Chromium or Chrome, or the variable CHROMIUM, which names one.
"""

from __future__ import annotations

import argparse
import io
import mimetypes
import os
import shutil
import sys
from html import escape
from pathlib import Path
from typing import Any

import yaml
from check_build import entries

ROOT = Path(__file__).resolve().parents[1]
HTML = ROOT / "_build" / "html"
NAME = "from-noise-to-flowers.pdf"

# On paper nothing is left of what only a screen can use; book.css has the rest of the print style.
STYLE = """
@page { size: A4; margin: 17mm 16mm 19mm; }
html { --pst-font-size-base: 10pt; }
body, .bd-container, .bd-container__inner { display: block !important; }
header, footer, nav, .bd-sidebar-primary, .bd-sidebar-secondary, .bd-header-article,
.bd-footer-article, .prev-next-area, #jb-print-toc, #pst-skip-link, dialog, button, .headerlink,
noscript { display: none !important; }
.bd-article-container, .bd-content, .bd-main, .bd-article
  { display: block !important; max-width: 100% !important; width: 100% !important;
    margin: 0 !important; padding: 0 !important; overflow: visible !important; }
h1, h2, h3, h4 { break-after: avoid; }
pre { white-space: pre-wrap !important; overflow: visible !important; }
table { font-size: .86em; }
.cell_output, .output, div.math { overflow: visible !important; }
details.hide:not([open]), details.hide > summary { display: none; }
"""

# Before printing: what folds is open, pictures that wait for scrolling are there, and mathematics
# that is wider than the sheet is made smaller.
PREPARE = """async () => {
    for (const fold of document.querySelectorAll("details:not(.hide)")) fold.open = true;
    for (const box of document.querySelectorAll(".toggle-hidden"))
        box.classList.remove("toggle-hidden");
    for (const picture of document.images) picture.loading = "eager";
    if (globalThis.MathJax?.startup) await MathJax.startup.promise;
    await document.fonts.ready;
    await Promise.all([...document.images].map(picture => picture.decode().catch(() => null)));
    return {
        title: document.querySelector("h1")?.firstChild?.textContent ?? document.title,
        equations: document.querySelectorAll("div.math mjx-container").length,
        raw: document.querySelectorAll("div.math:not(:has(mjx-container))").length,
        broken: [...document.images].filter(p => !p.naturalWidth).map(p => p.src.slice(0, 99)),
    };
}"""


MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def find_chromium() -> str | None:
    """The Chromium or Chrome of this machine, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", MAC_CHROME)
    candidates = [os.environ.get("CHROMIUM"), *(shutil.which(name) for name in names)]
    return next((path for path in candidates if path and Path(path).exists()), None)


def find_browser() -> str:
    """The same, where there is nothing to do without one."""
    return find_chromium() or sys.exit(
        "make pdf prints by Chromium, and none is here: install it, or name it in CHROMIUM"
    )


def pages() -> list[str]:
    """The built pages in the order of the table of contents, as paths below the book's root.

    The reference of the library stays on the site: nobody reads its hundred sheets on paper.
    """
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    stems = [name.removesuffix(".md").removesuffix(".ipynb") for name in entries(contents)]
    found = [f"{stem}.html" for stem in stems if not stem.startswith("book/api/")]
    missing = [name for name in found if not (HTML / name).is_file()]
    if missing:
        sys.exit(f"Not built: {', '.join(missing)}. Run `make book` first.")
    return found


def serve_files(site: str) -> Any:
    """A handler that answers the published site's addresses with the files that were built here."""

    def answer(route: Any) -> None:
        path = HTML / route.request.url.split("#")[0].split("?")[0].removeprefix(site)
        if not path.is_file():
            route.fulfill(status=404, body="")
            return
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        route.fulfill(body=path.read_bytes(), content_type=kind)

    return answer


def footer(title: str) -> str:
    """The running foot of a page: its title, and which sheet of it this is."""
    style = "width:100%;font:8px sans-serif;text-align:center;color:#555"
    return f'<div style="{style}">{escape(title)} · <span class="pageNumber"></span></div>'


def print_book(target: Path, names: list[str] | None = None) -> tuple[int, int]:
    """Print all pages into one file; returns the numbers of sheets and of displayed equations.

    Args:
        target: the file.
        names: some pages only, as paths below the book's root.

    Raises:
        SystemExit: An equation was not typeset or a picture is missing; the sentence says where.
    """
    from playwright.sync_api import sync_playwright
    from pypdf import PdfReader, PdfWriter

    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    site = config["html"]["baseurl"].rstrip("/") + "/"
    book = PdfWriter()
    book.add_metadata({"/Title": config["title"], "/Author": config["author"]})
    equations = 0
    faults = []
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=find_browser(), args=arguments)
        context = browser.new_context(color_scheme="light")
        context.route("**/*", serve_files(site))  # the network is not asked
        for name in pages() if names is None else names:
            sheet = context.new_page()
            sheet.set_default_timeout(300_000)
            sheet.goto(site + name, wait_until="load")
            sheet.add_style_tag(content=STYLE)
            seen = sheet.evaluate(PREPARE)
            title = seen["title"].strip()
            printed = sheet.pdf(
                format="A4",
                prefer_css_page_size=True,
                print_background=True,
                tagged=True,
                display_header_footer=True,
                header_template="<span></span>",
                footer_template=footer(title),
            )
            sheet.close()
            book.append(PdfReader(io.BytesIO(printed)), outline_item=title)
            equations += seen["equations"]
            if seen["raw"] or seen["broken"]:
                faults.append(f"{name}: {seen['raw']} raw equations, no {seen['broken']}")
        browser.close()
    if faults:
        sys.exit("The PDF would not be whole. " + "; ".join(faults))
    book.compress_identical_objects()
    target.parent.mkdir(parents=True, exist_ok=True)
    book.write(target)
    return len(book.pages), equations


def main() -> None:
    parser = argparse.ArgumentParser(description="Print the book as one PDF.")
    parser.add_argument("--to", type=Path, default=ROOT / "_build" / "pdf" / NAME)
    target = parser.parse_args().to.resolve()
    sheets, equations = print_book(target)
    size = target.stat().st_size / 1e6
    print(f"{target}: {sheets} pages, {size:.1f} MB, {equations} displayed equations")


if __name__ == "__main__":
    main()
