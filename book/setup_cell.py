"""The set-up cell of every chapter: one text, made here, kept in step by a test.

    python book/setup_cell.py          put it into every chapter, as its first code cell, and let
                                       the Colab badges of chapters and README follow
    python book/setup_cell.py --print  show it

The cell installs ``ddimlib`` only where it is missing (on Colab, say), from the repository that
``_config.yml`` names: the URL is changed there, and nowhere else. The environment variable
``DDIMLIB_WHEEL`` points that one install at a wheel file instead, without its dependencies, for
tests and for machines without a network.
"""

import re
import sys
from pathlib import Path

import nbformat
import yaml

ROOT = Path(__file__).resolve().parents[1]

TAGS = ["setup", "hide-input", "nbval-ignore-output"]

TEMPLATE = """\
# Set-up: installs ddimlib where it is missing, on Colab for example.
import importlib.util
import os
import subprocess
import sys

if importlib.util.find_spec("ddimlib") is None:
    archive = "{archive}"
    wheel = os.environ.get("DDIMLIB_WHEEL")
    source = ["--no-deps", wheel] if wheel else [archive]
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", *source], check=True)
    importlib.invalidate_caches()"""


def chapters() -> list[Path]:
    """The chapters, in the order of the book."""
    return sorted((ROOT / "book").glob("[0-9][0-9]-*.ipynb"))


def repository() -> tuple[str, str]:
    """URL and branch of the repository, as ``_config.yml`` names them."""
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    return config["repository"]["url"].rstrip("/"), config["repository"]["branch"]


def setup_source() -> str:
    """The text of the set-up cell."""
    url, branch = repository()
    return TEMPLATE.format(archive=f"{url}/archive/refs/heads/{branch}.zip")


def colab_url(chapter: Path) -> str:
    """Where the chapter's Colab badge leads."""
    url, branch = repository()
    name = url.removeprefix("https://github.com/")
    return f"https://colab.research.google.com/github/{name}/blob/{branch}/book/{chapter.name}"


def colab_badge(chapter: Path) -> str:
    """The chapter's Colab badge in Markdown; the picture lies in the book, not on a server."""
    return f"[![Open this chapter in Colab](_static/colab-badge.svg)]({colab_url(chapter)})"


def mend_links(text: str) -> str:
    """Let links to chapters on Colab lead to the repository that ``_config.yml`` names."""
    link = r"https://colab\.research\.google\.com/github/[^\s)\"]*?/book/([\w-]+\.ipynb)"
    return re.sub(link, lambda match: colab_url(Path(match[1])), text)


def insert(chapter: Path) -> bool:
    """Put the set-up cell into a chapter, in place of its old one; True when that changed it."""
    before = chapter.read_text(encoding="utf-8")
    notebook = nbformat.reads(before, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    if cells and "setup" in cells[0].metadata.get("tags", []):
        cell = cells[0]
    else:
        cell = nbformat.v4.new_code_cell()
        first = notebook.cells.index(cells[0]) if cells else len(notebook.cells)
        notebook.cells.insert(first, cell)
    cell.id = "setup"
    cell.source = setup_source()
    cell.metadata.tags = list(TAGS)
    for prose in (cell for cell in notebook.cells if cell.cell_type == "markdown"):
        prose.source = mend_links(prose.source)
    after = nbformat.writes(notebook)
    after = after if after.endswith("\n") else after + "\n"
    if after != before:
        chapter.write_text(after, encoding="utf-8")
    return after != before


def main() -> None:
    if "--print" in sys.argv[1:]:
        print(setup_source())
        return
    for chapter in chapters():
        print(f"{chapter.name}: {'changed' if insert(chapter) else 'as it should be'}")
    readme = ROOT / "README.md"
    readme.write_text(mend_links(readme.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
