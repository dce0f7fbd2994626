"""The set-up cell of every chapter: one text, made here, kept in step by a test.

    python book/setup_cell.py          put it into every chapter, as its first code cell, and let
                                       what leads to Colab or installs the library follow, in
                                       chapters, README and book/how-to-read.md
    python book/setup_cell.py --print  show it

The cell installs ``ddimlib`` only where it is missing (on Colab, say), with what it requires. The
repository, the branch or tag of it that is installed (``colab_installs``), and the branch where the
copies for Colab are published (``colab_branch``) stand in ``_config.yml``, and nowhere else. The
environment variable ``DDIMLIB_ARCHIVE`` names another archive or wheel for that one install; tests
name one of this checkout.
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
    repository = "{repository}"
    archive = repository + "{archive}"
    archive = os.environ.get("DDIMLIB_ARCHIVE", archive)
    pip = [sys.executable, "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, archive], check=True)
    importlib.invalidate_caches()"""


def chapters() -> list[Path]:
    """The chapters, in the order of the book."""
    return sorted((ROOT / "book").glob("[0-9][0-9]-*.ipynb"))


def appendices() -> list[Path]:
    """Pages of tables that would interrupt a chapter: run and tested as chapters are."""
    return sorted((ROOT / "book").glob("appendix-*.ipynb"))


def track() -> list[Path]:
    """The notebooks of *Build DDIM from nothing*: with gaps, and with solutions."""
    return sorted((ROOT / "book").glob("build-ddim*.ipynb"))


def config() -> dict:
    """What ``_config.yml`` says."""
    return yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))


def repository() -> tuple[str, str]:
    """URL and branch of the repository."""
    named = config()["repository"]
    return named["url"].rstrip("/"), named["branch"]


def archive_url() -> str:
    """What the set-up cell installs: the archive of a branch, or of a tag such as v1.2.0."""
    installs = config()["sphinx"]["config"]["colab_installs"]
    kind = "tags" if re.match(r"v\d", installs) else "heads"
    return f"{repository()[0]}/archive/refs/{kind}/{installs}.zip"


def setup_source() -> str:
    """The text of the set-up cell."""
    url, _ = repository()
    return TEMPLATE.format(repository=url, archive=archive_url().removeprefix(url))


def colab_url(chapter: Path) -> str:
    """Where the chapter's Colab badge leads: its copy, which ``book/colab_copies.py`` makes."""
    name = repository()[0].removeprefix("https://github.com/")
    branch = config()["sphinx"]["config"]["colab_branch"]
    return f"https://colab.research.google.com/github/{name}/blob/{branch}/book/{chapter.name}"


def colab_badge(chapter: Path) -> str:
    """The chapter's Colab badge in Markdown; the picture lies in the book, not on a server."""
    return f"[![Open this chapter in Colab](_static/colab-badge.svg)]({colab_url(chapter)})"


def mend_links(text: str) -> str:
    """Let what leads to Colab, and what installs the library, follow ``_config.yml``."""
    link = r"https://colab\.research\.google\.com/github/[^\s)\"]*?/book/([\w-]+\.ipynb)"
    text = re.sub(link, lambda match: colab_url(Path(match[1])), text)
    # A page may give the repository's address a name, to keep its lines short.
    archive = r"(?<=ddimlib @ )(\$\w+|https://github\.com/[\w.-]+/[\w.-]+)/archive/[\w./-]+?\.zip"
    url, _ = repository()
    path = archive_url().removeprefix(url)
    return re.sub(archive, lambda at: (at[1] if at[1][0] == "$" else url) + path, text)


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
    for chapter in [*chapters(), *appendices(), *track()]:
        print(f"{chapter.name}: {'changed' if insert(chapter) else 'as it should be'}")
    for page in (ROOT / "README.md", ROOT / "book" / "how-to-read.md"):
        page.write_text(mend_links(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
