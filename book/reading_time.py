"""How long a chapter takes to read; `tests/book/test_reading_time.py` compares what its box says.

    python book/reading_time.py        the words and the minutes of every chapter

200 words a minute, as for a text with mathematics. What everybody reads counts (prose, captions,
boxes, exercises); folded solutions, replies to answers, code, and texts for those who cannot see a
picture are not. A formula on a line of its own counts as ten words and a figure as twenty, for the
time that one looks at it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

WORDS_A_MINUTE = 200
A_FORMULA, A_FIGURE = 10, 20
BOOK = Path(__file__).resolve().parent


def without_replies(question: re.Match[str]) -> str:
    """A question without the replies to its choices, of which a reader sees one."""
    return re.sub(r"(?m)^ {2,4}- .*$(?:\n {4,}\S.*$)*", "", question[0])


# What is not read word by word: its pattern, and what stands in its place.
NOT_READ: tuple[tuple[str, Any], ...] = (
    (r"(?ms)^(`{3,}|:{3,})\{solution(?:-start)?\}.*?^\1 *$", ""),
    (r"(?ms)^(`{3,}|:{3,})\{question\}.*?^\1 *$", without_replies),
    # Listings name their language: a fence that does not may be the end of a box.
    (r"(?ms)^(`{3,}|~{3,})(?:python|shell|sh|text|json)\n.*?^\1 *$", ""),
    (r"(?m)^:[\w-]+:.*$", ""),  # options of a directive
    (r"(?m)^(?:`{3,}|:{3,})(?:\{[\w-]+\})?", ""),  # its fences
    (r"\{(?:cite[:\w]*|eq|numref|ref|doc|term)\}`[^`]*`", ""),
    (r"(?<!\$)\$[^$\n]+\$(?!\$)", " x "),
    (r"!?\[([^\]]*)\]\([^)]*\)", r"\1"),  # links
)
DISPLAYED = r"(?s)\$\$.*?\$\$|```\{math\}.*?```"


def count_words(cells: list[dict[str, Any]]) -> int:
    """The words of a chapter's prose and captions, formulas and figures counted as some words."""
    words = 0
    for cell in cells:
        figure = cell["metadata"].get("mystnb", {}).get("figure", {})
        text = figure.get("caption", "")
        if cell["cell_type"] == "markdown":
            text = "".join(cell["source"])
        words += A_FORMULA * len(re.findall(DISPLAYED, text))
        text = re.sub(DISPLAYED, "", text)
        for pattern, instead in NOT_READ:
            text = re.sub(pattern, instead, text)
        words += len(re.findall(r"[^\W\d_][\w’'-]*", text))
        outputs = [output.get("data", {}) for output in cell.get("outputs", [])]
        if figure or any("ff-figure" in "".join(data.get("text/html", "")) for data in outputs):
            words += A_FIGURE
    return words


def minutes(chapter: Path) -> int:
    """The minutes that a chapter takes to read, rounded to the nearest."""
    cells = json.loads(chapter.read_text(encoding="utf-8"))["cells"]
    return round(count_words(cells) / WORDS_A_MINUTE)


def stated_minutes(chapter: Path) -> int:
    """The minutes to read that the chapter's box states.

    Raises:
        ValueError: where it states none.
    """
    cells = json.loads(chapter.read_text(encoding="utf-8"))["cells"]
    text = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    found = re.search(r"(\d+) minutes to read|[Tt]ime to read: (\d+) minutes", text)
    if found is None:
        raise ValueError(f"{chapter.name} does not say how many minutes it takes to read")
    return int(found[1] or found[2])


def main() -> None:
    for chapter in sorted(BOOK.glob("[0-9][0-9]-*.ipynb")):
        words = count_words(json.loads(chapter.read_text(encoding="utf-8"))["cells"])
        stated, needed = stated_minutes(chapter), minutes(chapter)
        print(f"{chapter.stem:22} {words:5} words  {needed:2} minutes, stated {stated}")


if __name__ == "__main__":
    main()
