"""How easily the prose of the pages reads: length of sentences, and passives.

    python book/readability.py                   every page as it is
    python book/readability.py --before af32bdd  and as it was in a commit, for comparison

Only running prose counts: paragraphs, list items, captions and boxes. Headings, tables, code,
formulas on lines of their own and folded solutions do not. A formula in a sentence is one word.

A sentence counts as passive when a form of "to be" is followed, at once or after one adverb, by a
word that looks like a participle: one in "-ed", or an irregular one of the list below. That also
counts adjectives ("is biased") and misses "gets trained", so compare pages and versions with it,
not with other books.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
from pathlib import Path
from typing import NamedTuple

from reading_time import DISPLAYED, NOT_READ
from setup_cell import appendices, chapters

BOOK = Path(__file__).resolve().parent

LONG = 25  # words: what style guides call a long sentence
BE = r"(?:is|are|was|were|be|been|being|isn’t|aren’t|wasn’t|weren’t)"
ADVERB = r"(?:\w+ly|not|never|always|often|also|then|still|only|just|again|already)"
IRREGULAR = (
    "begun bent bought brought built caught chosen cut done drawn driven fed felt fought found "
    "given gone ground grown heard held hidden hit kept known laid learnt led left lent lost made "
    "meant met paid put read rewritten run said seen sent set shown shrunk spent split spoilt "
    "spread taken taught thought thrown told undone understood withheld won written"
)
PARTICIPLE = rf"(?:\w+ed|{'|'.join(IRREGULAR.split())})"
PASSIVE = re.compile(rf"\b{BE}\s+(?:{ADVERB}\s+)?{PARTICIPLE}\b", re.IGNORECASE)

# What is no sentence: headings, rows of tables, options and targets of MyST, pictures.
NO_PROSE = re.compile(r"(?m)^(?:#.*|\|.*|\([\w-]+\)=|:\w.*|!\[.*|\$\$.*)$")


class Prose(NamedTuple):
    """What was counted on a page."""

    sentences: int
    mean_words: float
    long: float
    passive: float


def paragraphs(text: str) -> list[str]:
    """The running prose of a Markdown text, a paragraph or list item each."""
    text = re.sub(DISPLAYED, " ", text)
    text = re.sub(r"\{cite:t\}`[^`]*`", "Somebody", text)  # may begin a sentence, and code may
    text = re.sub(r"(?<!\})(?<!`)`[^`\n]+`(?!`)", "X", text)
    for pattern, instead in NOT_READ:
        text = re.sub(pattern, instead, text)
    text = re.sub(r"\[[^\]]*\]:.*|<[^>]+>", "", NO_PROSE.sub("", text))
    text = re.sub(r"(?m)^\s*(?:[-*:]|\d+\.)\s+", "\n\n", text)
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def sentences(paragraph: str) -> list[str]:
    """Split at full stops, question and exclamation marks, and at colons before a new line."""
    parts = re.split(
        r"(?<=[.!?])[\"”*)]*\s+(?=[\"“(*A-ZÉηε])", paragraph.replace("et al.", "et al")
    )
    return [part for part in parts if len(words(part)) > 1]


def words(sentence: str) -> list[str]:
    return re.findall(r"\w[\w’'-]*", sentence)


def page_text(name: str, source: str) -> str:
    """The Markdown of a page: of a notebook its text cells and captions."""
    if not name.endswith(".ipynb"):
        return source
    texts = []
    for cell in json.loads(source)["cells"]:
        if cell["cell_type"] == "markdown":
            texts.append("".join(cell["source"]))
        texts.append(cell["metadata"].get("mystnb", {}).get("figure", {}).get("caption", ""))
    return "\n\n".join(texts)


def measure(text: str) -> Prose:
    """Count the sentences of a page's Markdown, their words, and those that look passive."""
    found = [one for part in paragraphs(text) for one in sentences(part)]
    lengths = [len(words(one)) for one in found]
    count = max(1, len(found))
    return Prose(
        len(found),
        sum(lengths) / count,
        sum(length > LONG for length in lengths) / count,
        sum(bool(PASSIVE.search(one)) for one in found) / count,
    )


def at_commit(commit: str, path: Path) -> str | None:
    """A file of the book as it was in a commit, or None where it did not exist."""
    name = f"{commit}:book/{path.name}"
    done = subprocess.run(
        ["git", "-C", str(BOOK), "show", name], capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout if done.returncode == 0 else None


def line(name: str, prose: Prose) -> str:
    return (
        f"{name:22} {prose.sentences:5} sentences  {prose.mean_words:5.1f} words"
        f"  {prose.long:4.0%} above {LONG}  {prose.passive:4.0%} passive"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--before", metavar="COMMIT", help="also measure the pages of this commit")
    before = parser.parse_args().before
    for path in [*chapters(), *appendices(), *sorted(BOOK.glob("*.md"))]:
        source = at_commit(before, path) if before else None
        if source is not None:
            print(line(f"{path.stem}, before", measure(page_text(path.name, source))))
        print(line(path.stem, measure(page_text(path.name, path.read_text(encoding="utf-8")))))


if __name__ == "__main__":
    main()
