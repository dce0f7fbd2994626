"""The whole book as one PDF, from the same sources as the pages.

    make pdf         _build/pdf/from-noise-to-flowers.pdf

Sphinx writes all pages into one, Chromium prints it: equations typeset, solutions open, and in
place of each moving figure the still picture that pages without scripts show. Needs Chromium or
Chrome, or the variable CHROMIUM, which names one.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
NAME = "from-noise-to-flowers.pdf"

# On paper: a chapter begins on a new page, and nothing is left of what only a screen can use.
STYLE = """
@page { size: A4; margin: 17mm 16mm 19mm; }
html { --pst-font-size-base: 10pt; }
body, .bd-container, .bd-container__inner { display: block !important; background: #fff; }
header, footer, nav, .bd-sidebar-primary, .bd-sidebar-secondary, .bd-header-article,
.bd-footer-article, .prev-next-area, #pst-skip-link, .sbt-scroll-pixel-helper, dialog,
button, .headerlink, .ff-live, .ff-controls, noscript { display: none !important; }
.bd-article-container, .bd-content, .bd-main, .bd-article
  { display: block !important; max-width: 100% !important; width: 100% !important;
    margin: 0 !important; padding: 0 !important; overflow: visible !important; }
.ff-figure .ff-still { display: block !important; }
h1 { break-before: page; }
.bd-article > section > h1:first-of-type, h1 + * { break-before: avoid; }
h1, h2, h3, h4 { break-after: avoid; }
figure, table, .admonition-title, div.math, img { break-inside: avoid; }
.toctree-wrapper > p.caption { break-before: page; font-size: 1.6em; }
pre { white-space: pre-wrap !important; overflow: visible !important; }
table { font-size: .86em; }
.cell_output, .output, div.math, .table-wrapper { overflow: visible !important; }
details.hide:not([open]), details.hide > summary { display: none; }
* { animation: none !important; transition: none !important; }
"""

# Before printing: everything that folds is open, pictures that wait for scrolling are there.
PREPARE = """async () => {
    for (const fold of document.querySelectorAll("details:not(.hide)")) fold.open = true;
    for (const box of document.querySelectorAll(".toggle-hidden"))
        box.classList.remove("toggle-hidden");
    for (const picture of document.images) picture.loading = "eager";
    if (globalThis.MathJax?.startup) await MathJax.startup.promise;
    await document.fonts.ready;
    await Promise.all([...document.images].map(picture => picture.decode().catch(() => null)));
    return {
        equations: document.querySelectorAll("div.math mjx-container").length,
        raw: document.querySelectorAll("div.math:not(:has(mjx-container))").length,
        broken: [...document.images].filter(p => !p.naturalWidth).map(p => p.src.slice(0, 99)),
        stills: document.querySelectorAll(".ff-figure .ff-still").length,
    };
}"""


def find_browser() -> str:
    """The Chromium or Chrome of this machine."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = [os.environ.get("CHROMIUM"), *(shutil.which(name) for name in names)]
    for path in found:
        if path and Path(path).exists():
            return path
    sys.exit("make pdf prints by Chromium, and none is here: install it, or name it in CHROMIUM")


def single_page() -> Path:
    """Build all pages into one; what `make book` has read is used again."""
    book = Path(sys.executable).with_name("jupyter-book")
    subprocess.run([book, "build", ".", "--builder", "singlehtml", "-q"], cwd=ROOT, check=True)
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    page = ROOT / "_build" / "singlehtml" / f"{contents['root']}.html"
    if not page.is_file():
        sys.exit(f"Sphinx has written no {page.relative_to(ROOT)}")
    return page


def print_page(page: Path, target: Path) -> dict[str, Any]:
    """Print the page; returns what was counted on it."""
    from playwright.sync_api import sync_playwright

    target.parent.mkdir(parents=True, exist_ok=True)
    arguments = ["--no-sandbox", "--disable-dev-shm-usage", "--allow-file-access-from-files"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=arguments)
        sheet = browser.new_page(color_scheme="light")
        sheet.set_default_timeout(600_000)
        sheet.goto(page.as_uri(), wait_until="load")
        sheet.add_style_tag(content=STYLE)
        counted = sheet.evaluate(PREPARE)
        sheet.pdf(
            path=target,
            format="A4",
            prefer_css_page_size=True,
            print_background=True,
            outline=True,
            tagged=True,
            display_header_footer=True,
            header_template="<span></span>",
            footer_template=(
                '<div style="width:100%;font-size:8px;text-align:center;color:#555">'
                '<span class="pageNumber"></span></div>'
            ),
        )
        browser.close()
    return counted


def main() -> None:
    parser = argparse.ArgumentParser(description="Print the book as one PDF.")
    parser.add_argument("--to", type=Path, default=ROOT / "_build" / "pdf" / NAME)
    target = parser.parse_args().to.resolve()
    find_browser()
    counted = print_page(single_page(), target)
    megabytes = target.stat().st_size / 1e6
    print(f"{target}: {megabytes:.1f} MB, {counted['equations']} displayed equations")
    if counted["raw"] or counted["broken"]:
        sys.exit(f"Not whole: {counted['raw']} raw equations, missing pictures {counted['broken']}")


if __name__ == "__main__":
    main()
