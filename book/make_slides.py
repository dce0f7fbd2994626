"""Slides for a course, made of `book/slides.md` and the chapters' own figures.

    make slides      _build/html/slides/index.html and from-noise-to-flowers-slides.pdf

A slide ends at a line `---`. A picture `![](fig-ddim-frames)` is the figure of that name, as its
chapter has stored it, with the text that the chapter has for those who cannot see it: slides are
never older than the book. `![](live-dissolve)` is the still picture of a figure that moves. All
other figures are written as well, for whoever makes slides of their own, with a page that shows
them. Mathematics stands between dollars. Printing needs Chromium.
"""

from __future__ import annotations

import argparse
import base64
import re
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import nbformat
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin
from setup_cell import appendices, chapters

ROOT = Path(__file__).resolve().parents[1]
BOOK = ROOT / "book"
SOURCE = BOOK / "slides.md"
FOLDER = ROOT / "_build" / "html" / "slides"
PDF = "from-noise-to-flowers-slides.pdf"

STYLE = """
@page { size: 1280px 720px; margin: 0; }
* { box-sizing: border-box; }
html { color-scheme: light; scroll-snap-type: y mandatory; background: #fff; color: #1c2733; }
body { margin: 0; font: 30px/1.4 system-ui, sans-serif; }
section { height: 100vh; padding: 4vh 6vw; scroll-snap-align: start; break-after: page;
  display: flex; flex-direction: column; justify-content: center; position: relative; }
h1 { font-size: 1.9em; margin: 0 0 .4em; line-height: 1.15; }
h2 { font-size: 1.35em; margin: 0 0 .5em; line-height: 1.2; }
p, ul, ol, pre { margin: .35em 0; }
p:has(> img) { flex: 1; min-height: 0; text-align: center; }
section img { width: 100%; height: 100%; object-fit: contain; }
.gallery img { max-width: 100%; }
pre { font-size: .72em; background: #f1f4f7; padding: .6em .8em; border-radius: 6px; }
a { color: #0b5cad; }
footer { position: absolute; right: 6vw; bottom: 2vh; font-size: .5em; color: #56616c; }
.gallery { font-size: 18px; padding: 2em 6vw; }
.gallery figure { margin: 0 0 2.5em; } .gallery figcaption { max-width: 50em; }
@media print { section { height: 720px; width: 1280px; padding: 32px 76px; } }
"""

# Arrow keys, space and page keys move by one slide; without the script one scrolls.
SCRIPT = """
addEventListener("keydown", event => {
    const step = {ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1}[event.key];
    if (!step || event.target.closest("a, button")) return;
    event.preventDefault();
    const at = Math.round(scrollY / innerHeight) + step;
    document.querySelectorAll("section")[at]?.scrollIntoView();
});
"""

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>{style}</style>
<script defer src="../vendor/mathjax/tex-mml-chtml.js"></script>
</head>
<body>
{body}
<script>{script}</script>
</body>
</html>
"""


class Figure(NamedTuple):
    """A figure of a chapter: its picture, its caption, and the text for who cannot see it."""

    chapter: str
    file: str
    picture: bytes
    caption: str
    alt: str


# A figure that moves, as a chapter stores it: its name, what it is called, and its still picture.
LIVE = re.compile(
    r'data-figure="(?P<name>\w+)" aria-label="(?P<caption>[^"]+)".*?'
    r'<img alt="(?P<alt>[^"]+)"[^>]* src="data:image/svg\+xml,(?P<svg>[^"]+)"',
    re.DOTALL,
)
SHOWN = re.compile(r"!\[[^\]]*\]\(((?:fig|live)-[\w-]+)\)")


def figures() -> dict[str, Figure]:
    """Every figure that a chapter or the track has stored as a picture, by name."""
    found: dict[str, Figure] = {}
    for path in [*chapters(), *appendices(), BOOK / "build-ddim-solved.ipynb"]:
        for cell in nbformat.read(path, as_version=4).cells:
            about = cell.metadata.get("mystnb", {})
            name = about.get("figure", {}).get("name")
            bundles = [output.get("data", {}) for output in cell.get("outputs", [])]
            for png in [data["image/png"] for data in bundles if "image/png" in data][:1]:
                if name:
                    caption, alt = about["figure"]["caption"], about["image"]["alt"]
                    picture = base64.b64decode(png)
                    found[name] = Figure(path.stem, f"{name}.png", picture, caption, alt)
            for live in filter(None, (LIVE.search(data.get("text/html", "")) for data in bundles)):
                name = "live-" + live["name"].replace("_", "-")
                svg = unquote(live["svg"]).encode()
                figure = Figure(path.stem, f"{name}.svg", svg, live["caption"], live["alt"])
                found.setdefault(name, figure)
    return found


def slides(text: str) -> list[str]:
    """The slides of a source, each in Markdown."""
    text = re.sub(r"(?s)^<!--.*?-->\n", "", text)
    return [part.strip() for part in re.split(r"(?m)^---$", text)]


def named_figures(text: str) -> list[str]:
    """The figures that a source shows, by name."""
    return SHOWN.findall(text)


def as_html(text: str, known: dict[str, Figure]) -> str:
    """The slides as one page.

    Raises:
        KeyError: where a slide shows a figure that no chapter has.
    """

    def picture(match: re.Match[str]) -> str:
        name = match[1]
        if name not in known:
            raise KeyError(f"book/slides.md shows {name!r}, which no chapter has stored")
        alt = known[name].alt.replace("[", "(").replace("]", ")")
        return f"![{alt}](figures/{known[name].file})"

    markdown = MarkdownIt("commonmark").enable("table").use(dollarmath_plugin)
    # MathJax finds mathematics by these brackets.
    markdown.add_render_rule("math_inline", lambda _, tokens, i, *__: bracketed(tokens[i], "()"))
    markdown.add_render_rule("math_block", lambda _, tokens, i, *__: bracketed(tokens[i], "[]"))
    parts = []
    for number, slide in enumerate(slides(text), 1):
        slide = SHOWN.sub(picture, slide)
        parts.append(f"<section>\n{markdown.render(slide)}<footer>{number}</footer>\n</section>")
    return PAGE.format(
        title="From Noise to Flowers: slides", style=STYLE, script=SCRIPT, body="\n".join(parts)
    )


def bracketed(token: object, brackets: str) -> str:
    opening, closing = brackets
    return f"\\{opening}{escape(token.content)}\\{closing}"  # type: ignore[attr-defined]


def gallery(known: dict[str, Figure]) -> str:
    """A page with all figures, to take."""
    parts = [
        "<h1>Figures to take</h1><p>Still ones are PNG files, moments of moving ones SVG. They "
        "may be used under "
        '<a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>: name the book, '
        "<em>From Noise to Flowers</em>. The photograph of the dahlia is by vultilion, "
        "CC BY 2.0.</p>"
    ]
    for name, figure in known.items():
        parts.append(
            f'<figure><a href="{figure.file}"><img loading="lazy" src="{figure.file}" '
            f'alt="{escape(figure.alt)}"></a><figcaption><code>{name}</code>, {figure.chapter}. '
            f"{escape(figure.caption)}</figcaption></figure>"
        )
    body = f'<main class="gallery">{"".join(parts)}</main>'
    page = PAGE.format(title="Figures of From Noise to Flowers", style=STYLE, script="", body=body)
    return page.replace("../vendor", "../../vendor")


def write(folder: Path = FOLDER) -> Path:
    """Write the slides, the figures and their page; returns the file of the slides."""
    known = figures()
    page = as_html(SOURCE.read_text(encoding="utf-8"), known)
    (folder / "figures").mkdir(parents=True, exist_ok=True)
    for figure in known.values():
        (folder / "figures" / figure.file).write_bytes(figure.picture)
    (folder / "figures" / "index.html").write_text(gallery(known), encoding="utf-8")
    (folder / "index.html").write_text(page, encoding="utf-8")
    return folder / "index.html"


def print_slides(page: Path, target: Path) -> None:
    """Print the slides, one a sheet, by Chromium."""
    from make_pdf import PREPARE, find_browser
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-dev-shm-usage", "--allow-file-access-from-files"]
        browser = playwright.chromium.launch(executable_path=find_browser(), args=arguments)
        sheet = browser.new_page()
        sheet.goto(page.as_uri(), wait_until="load")
        sheet.evaluate(PREPARE)
        sheet.pdf(path=target, prefer_css_page_size=True, print_background=True, tagged=True)
        browser.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the slides.")
    parser.add_argument("--no-pdf", action="store_true", help="write the pages only")
    no_pdf = parser.parse_args().no_pdf
    page = write()
    print(f"{page}: {len(slides(SOURCE.read_text(encoding='utf-8')))} slides")
    if not no_pdf:
        print_slides(page, FOLDER / PDF)
        print(FOLDER / PDF)


if __name__ == "__main__":
    main()
