"""A copy of each chapter for Colab, which shows plain Markdown and nothing of MyST.

    python book/colab_copies.py                   write the copies to _build/colab/book/
    python book/colab_copies.py --folder FOLDER   or to another folder

The code cells stay as they are, outputs included. In the prose, equations keep their dollars and
get their numbers as text. Boxes and exercises become quotations, solutions fold by ``<details>``,
tables are written with bars. References turn into text and links to the published site, which
``html.baseurl`` in ``_config.yml`` names, and citations into links to the works themselves. A
caption, which stands in the metadata of its code cell, follows the cell as text.

Where the copies are published is decided in ``book/setup_cell.py``. What this script does not know,
it refuses by name, so that no copy shows a directive raw.
"""

from __future__ import annotations

import argparse
import copy
import html
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import nbformat
import yaml
from _ext import question_text
from pybtex.database import Entry, parse_file
from setup_cell import appendices, chapters, track

ROOT = Path(__file__).resolve().parents[1]
BOOK = ROOT / "book"
FOLDER = ROOT / "_build" / "colab" / "book"

FENCE = re.compile(r"^(?P<indent> *)(?P<fence>`{3,}|~{3,}|:{3,})(?P<info>.*)$")
DIRECTIVE = re.compile(r"^\{(?P<name>[\w:.+-]+)\} *(?P<argument>.*?) *$")
TARGET = re.compile(r"^\((?P<label>[^()\s]+)\)= *$")
OPTION = re.compile(r"^:(?P<key>[\w-]+): *(?P<value>.*)$")
LABELLED = re.compile(r"\$\$ *(?:\((?P<label>[\w:.-]+)\))? *$")
INLINE = re.compile(
    r"(?P<role>\{(?P<name>[\w:.+-]+)\}(?P<tick>`+)(?P<body>.+?)(?P=tick)(?!`))"
    r"|(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<math>(?<![\\$])\$\$.+?(?<!\\)\$\$|(?<![\\$])\$[^$\s](?:[^$]*?[^$\s\\])?\$(?!\d))"
    r"|(?P<empty>\[\]\((?P<goal>[^()\s]+)\))"
    r"|(?P<link>\]\((?P<place>[^()\s]+)\))",
    re.DOTALL,
)

BOXES = ("admonition", "note", "tip", "important", "warning", "caution", "hint", "attention")
BOXES += ("danger", "error", "seealso", "margin", "sidebar", "topic", "epigraph")
CODE = ("code", "code-block", "code-cell", "sourcecode", "parsed-literal")


@dataclass(frozen=True)
class Place:
    """Something that prose refers to."""

    kind: str  # "Equation", "Figure", "Table", "Exercise", "Page", "Section"
    text: str  # its number, or its title
    url: str


@dataclass
class Chapter:
    """A chapter while it is copied: which number it is, and how far its counters are."""

    path: Path
    number: int
    counts: dict[str, int] = field(default_factory=dict)

    def next(self, kind: str) -> str:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return f"{self.number}.{self.counts[kind]}".removeprefix("0.")  # a page has no number

    @property
    def page(self) -> str:
        return page_url(self.path)


def notebooks() -> list[Path]:
    """All that is copied: the chapters, their appendices, and the notebooks of the track."""
    return chapters() + appendices() + track()


def number(path: Path) -> int:
    """The number of a chapter, or of that which an appendix belongs to; 0 for what is neither."""
    name = above().get(path.stem, path.stem)
    return int(name[:2]) if name[:2].isdigit() else 0


@cache
def above() -> dict[str, str]:
    """The chapter that each appendix stands below in the table of contents."""
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    return {
        Path(page["file"]).name: Path(chapter["file"]).name
        for part in contents["parts"]
        for chapter in part["chapters"]
        for page in chapter.get("sections", [])
    }


def counted(path: Path) -> Chapter:
    """A notebook about to be copied: an appendix counts on where its chapter ends."""
    counts: dict[str, int] = {}
    if path.stem in above():
        chapter = path.with_name(f"{above()[path.stem]}.ipynb")
        copied = counted(chapter)
        collect_notebook(copied, {})
        counts = copied.counts
    return Chapter(path, number(path), counts)


@cache
def config() -> dict:
    return yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))


def site() -> str:
    """The address of the published site, with a slash at its end."""
    return config()["html"]["baseurl"].rstrip("/") + "/"


def page_url(source: Path) -> str:
    """The address of the page that is built from a source file."""
    return site() + source.relative_to(ROOT).with_suffix(".html").as_posix()


# What prose refers to, collected from all sources before any is copied.


def blocks(lines: list[str]) -> Iterator[tuple[str, list[str], re.Match[str] | None]]:
    """The blocks of a text: ("fence", its inner lines, the opening line's match), ("math", …),
    ("target", …), ("comment", …) or ("text", …); a target's or an equation's match holds its label.
    """
    text: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        fence = FENCE.match(line)
        if fence and fence["fence"][0] == ":" and not fence["info"].strip():
            fence = None
        start = at
        kind, match = "", None
        if fence:
            inner = []
            at += 1
            while at < len(lines) and not closes(lines[at], fence["fence"]):
                inner.append(lines[at].removeprefix(fence["indent"]))
                at += 1
            kind, match = "fence", fence
        elif line.lstrip().startswith("$$"):
            while not (match := LABELLED.search(lines[at], 2 if at == start else 0)):
                at += 1
                if at == len(lines):
                    raise ValueError(f"An equation has no closing $$: {line!r}")
            inner = lines[start : at + 1]
            if lines[start].strip() == "$$" and at == start:  # the opening line alone
                at += 1
                while not (match := LABELLED.search(lines[at])):
                    at += 1
                inner = lines[start : at + 1]
            kind = "math"
        elif match := TARGET.match(line):
            kind, inner = "target", []
        elif re.match(r"^(%|\+\+\+)", line):
            kind, inner = "comment", []
        at += 1
        if not kind:
            text.append(line)
            continue
        if text:
            yield "text", text, None
            text = []
        yield kind, inner, match
    if text:
        yield "text", text, None


def closes(line: str, fence: str) -> bool:
    """Whether a line closes a fence: the same character, at least as often, and nothing else."""
    bare = line.strip()
    return len(bare) >= len(fence) and set(bare) == {fence[0]}


def options(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """The options at the head of a directive, and its body."""
    found = {}
    at = 0
    while at < len(lines) and (match := OPTION.match(lines[at].strip())):
        found[match["key"]] = match["value"]
        at += 1
    body = lines[at:]
    while body and not body[0].strip():
        body = body[1:]
    while body and not body[-1].strip():
        body = body[:-1]
    return found, body


def caption(cell: nbformat.NotebookNode) -> tuple[str, str] | None:
    """Name and caption of the picture that a code cell shows."""
    figure = cell.metadata.get("mystnb", {}).get("figure", {})
    shown = any("data" in output for output in cell.get("outputs", []))
    if not figure.get("caption") or not shown:
        return None
    return figure.get("name", ""), " ".join(figure["caption"].split())


def plain(title: str) -> str:
    """A heading without markup."""
    return re.sub(r"[*`]", "", title).strip()


@cache
def places() -> dict[str, Place]:
    """Everything that has a label, in all chapters and pages, by label."""
    found: dict[str, Place] = {}
    for path in notebooks():
        collect_notebook(counted(path), found)
    for path in sorted(BOOK.glob("*.md")) + sorted(BOOK.glob("*/*.md")):
        collect(path.read_text(encoding="utf-8").splitlines(), Chapter(path, 0), found)
    return found


def collect_notebook(chapter: Chapter, found: dict[str, Place]) -> None:
    """Everything that has a label in one notebook, into what was found; its counters go on."""
    for cell in nbformat.read(chapter.path, as_version=4).cells:
        if cell.cell_type == "markdown":
            collect(cell.source.splitlines(), chapter, found)
        elif named := caption(cell):
            found[named[0]] = Place("Figure", chapter.next("Figure"), address(chapter, named[0]))


def address(chapter: Chapter, label: str) -> str:
    return f"{chapter.page}#{label}"


def collect(lines: list[str], chapter: Chapter, found: dict[str, Place]) -> None:
    waiting: list[str] = []
    for kind, inner, match in blocks(lines):
        if kind == "target" and match:
            waiting.append(match["label"])
        elif kind == "math" and match and match["label"]:
            label = match["label"]
            number = chapter.next("Equation")
            found[label] = Place("Equation", number, address(chapter, f"equation-{label}"))
        elif kind == "fence" and match and (directive := DIRECTIVE.match(match["info"].strip())):
            given, body = options(inner)
            numbered = numbered_as(directive["name"], directive["argument"])
            label = given.get("label") or given.get("name") or ""
            number = chapter.next(numbered) if numbered else ""
            for name in filter(None, [label, *waiting]):
                found[name] = Place(numbered or "Section", number, address(chapter, name))
            waiting = []
            if directive["name"] not in CODE:
                collect(body, chapter, found)
        elif kind == "text":
            heading = next((line for line in inner if line.strip()), "")
            for label in waiting:
                title = plain(heading.lstrip("# ")) if heading.startswith("#") else ""
                found[label] = Place("Section", title, address(chapter, label))
            if heading:
                waiting = []


def numbered_as(directive: str, argument: str) -> str:
    """What a directive is counted as; nothing for one without a number."""
    if directive in ("list-table", "table", "csv-table") and argument:
        return "Table"
    return {"figure": "Figure", "exercise": "Exercise", "exercise-start": "Exercise"}.get(
        directive, ""
    )


# Citations, as the book's style "author_year" writes them.


@cache
def works() -> dict[str, Entry]:
    return dict(parse_file(str(BOOK / "references.bib")).entries.items())


def who(entry: Entry) -> str:
    """The authors, as few as the style names."""
    people = [
        " ".join(map(str, [*person.rich_prelast_names, *person.rich_last_names]))
        for person in entry.persons.get("author", [])
    ]
    if not people:
        return entry.fields.get("organization") or entry.fields["title"]
    return f"{people[0]} et al." if len(people) > 2 else " and ".join(people)


def where(entry: Entry) -> str:
    """The address of a work; the book's list where it has none."""
    if "url" in entry.fields:
        return entry.fields["url"]
    if "doi" in entry.fields:
        return f"https://doi.org/{entry.fields['doi']}"
    return site() + "book/bibliography.html"


def cite(keys: str, textual: bool) -> str:
    parts = []
    for key in (key.strip() for key in keys.split(",")):
        if key not in works():
            raise ValueError(f"book/references.bib has no work {key!r}")
        entry = works()[key]
        year = entry.fields.get("year", "")
        label = f"{who(entry)} ({year})" if textual else f"{who(entry)}, {year}"
        parts.append(f"[{label}]({where(entry)})")
    return ", ".join(parts) if textual else f"({'; '.join(parts)})"


# Roles and links.


def refer(label: str, text: str = "") -> str:
    """A reference to something with a label, as a link."""
    if label not in places():
        raise ValueError(f"Nothing in the book has the label {label!r}")
    place = places()[label]
    if place.kind in ("Page", "Section"):
        said = text or place.text
    elif "%s" in text or "{number}" in text:
        said = text.replace("%s", place.text).replace("{number}", place.text)
    else:
        said = text or f"{place.kind} {place.text}"
    if not said:
        raise ValueError(f"The label {label!r} has no title: give the reference a text")
    return f"[{said}]({place.url})"


def title_of(path: Path) -> str:
    """The title of a chapter or page."""
    if path.suffix == ".ipynb":
        text = nbformat.read(path, as_version=4).cells[0].source
    else:
        text = path.read_text(encoding="utf-8")
    heading = re.search(r"(?m)^# +(.*)$", text)
    return plain(heading[1]) if heading else path.stem


def document(name: str, text: str = "") -> str:
    base = ROOT if name.startswith("/") else BOOK
    stem = base / name.lstrip("/")
    for path in (stem, stem.with_suffix(".ipynb"), stem.with_suffix(".md")):
        if path.is_file():
            return f"[{text or title_of(path)}]({page_url(path)})"
    raise ValueError(f"No chapter or page is called {name!r}")


def term(name: str, text: str = "") -> str:
    anchor = re.sub(r"[^\w.]+", "-", name).strip("-")
    return f"[{text or name}]({site()}book/glossary.html#term-{anchor})"


def role(name: str, body: str) -> str:
    """A role as plain Markdown."""
    body = " ".join(body.split())
    named = re.fullmatch(r"(?P<text>.*?)\s*<(?P<goal>[^<>]+)>", body)
    text, goal = (named["text"], named["goal"]) if named else ("", body)
    if name.startswith("cite"):
        return cite(body, textual=name in ("cite:t", "cite:ts"))
    if name == "eq":
        return (
            f"[({places()[goal].text})]({places()[goal].url})" if goal in places() else refer(goal)
        )
    if name in ("numref", "ref", "prf:ref", "any"):
        return refer(goal, text)
    if name == "doc":
        return document(goal, text)
    if name == "term":
        return term(goal, text)
    if name == "math":
        return f"${body}$"
    if name in ("sub", "sup", "kbd", "abbr"):
        inner = html.escape(text or body, quote=False)
        extra = f' title="{html.escape(goal)}"' if name == "abbr" and text else ""
        return f"<{name}{extra}>{inner}</{name}>"
    if name.split(":")[0] == "py" or name in ("func", "class", "meth", "mod", "attr", "obj"):
        return f"`{text or goal.removeprefix('~').split('.')[-1]}`"
    raise ValueError(f"book/colab_copies.py does not know the role {{{name}}}: teach it there")


def link(goal: str) -> str:
    """Where a link leads, as an absolute address."""
    if re.match(r"^(https?:|mailto:)", goal):
        return goal
    path, hash_, anchor = goal.partition("#")
    if not path:
        return places()[anchor].url if anchor in places() else f"#{anchor}"
    if path in places():
        return places()[path].url
    if path.startswith("_static/"):
        return site() + path
    file = (BOOK / path).resolve()
    if not file.is_file():
        raise ValueError(f"A link leads to {goal!r}, which is neither a file nor a label")
    if file.suffix in (".ipynb", ".md") and file.is_relative_to(BOOK):
        return page_url(file) + hash_ + anchor
    repository = config()["repository"]
    name = file.relative_to(ROOT).as_posix()
    return f"{repository['url'].rstrip('/')}/blob/{repository['branch']}/{name}{hash_}{anchor}"


def inline(text: str) -> str:
    """A paragraph without roles, and with absolute links; code and mathematics stay as they are."""

    def replace(match: re.Match[str]) -> str:
        if match["role"]:
            return role(match["name"], match["body"])
        if match["empty"]:
            goal = match["goal"].removeprefix("#")
            return refer(goal) if goal in places() else document(goal.removesuffix(".md"))
        if match["link"]:
            return f"]({link(match['place'])})"
        if match["math"]:
            return " ".join(match["math"].split("\n"))  # a line break would be no part of it
        return match[0]

    return INLINE.sub(replace, text)


# Blocks.


def convert(lines: list[str], chapter: Chapter, quoted: bool = False) -> list[str]:
    """Lines of MyST as lines of plain Markdown.

    Args:
        lines: a cell, or the body of a directive.
        chapter: whose counters go on.
        quoted: inside a quotation, where an equation has to stand on one line: Jupyter and Colab
            take mathematics out before they read Markdown, with the quotation's marks in it.
    """
    made: list[str] = []
    for kind, inner, match in blocks(lines):
        if kind == "text":
            made += inline("\n".join(inner)).split("\n")
        elif kind == "math" and match:
            made += equation(inner, match["label"], chapter, quoted)
        elif kind == "fence" and match:
            directive = DIRECTIVE.match(match["info"].strip())
            if directive is None:
                fence = match["fence"]
                content = [f"{fence}{match['info']}", *inner, fence]
            else:
                name, argument = directive["name"], directive["argument"]
                content = box(name, argument, inner, chapter, quoted)
            made += [f"{match['indent']}{line}".rstrip() for line in content]
    return made


def equation(lines: list[str], label: str | None, chapter: Chapter, one_line: bool) -> list[str]:
    """A displayed equation with its number as text at its end."""
    body = re.sub(r"\$\$ *(\([\w:.-]+\))? *$", "", "\n".join(lines).strip())
    body = body.removeprefix("$$").strip("\n")
    if label:
        body += rf" \qquad \text{{({chapter.next('Equation')})}}"
    if one_line:
        return [f"$$ {' '.join(body.split())} $$"]
    return ["$$", *body.split("\n"), "$$"]


def quote(lines: list[str]) -> list[str]:
    return [f"> {line}".rstrip() for line in lines]


def fold(summary: str, lines: list[str]) -> list[str]:
    return ["<details>", f"<summary>{html.escape(summary, quote=False)}</summary>", "", *lines, "",
            "</details>"]  # fmt: skip


def titled(title: str, lines: list[str]) -> list[str]:
    return [f"**{title}**", "", *lines] if title else lines


def box(name: str, argument: str, lines: list[str], chapter: Chapter, quoted: bool) -> list[str]:
    """A directive as plain Markdown."""
    given, body = options(lines)
    label = given.get("label") or given.get("name") or ""
    folded = "dropdown" in given.get("class", "").split() or name == "dropdown"
    if name in CODE:
        return [f"```{argument}", *body, "```"]
    if name == "math":
        return equation(["$$", *body, "$$"], label or None, chapter, quoted)
    if name in BOXES or name == "dropdown":
        title = argument if name in ("admonition", "dropdown", "sidebar", "topic") else ""
        title = inline(title or ("" if name in ("margin", "epigraph") else name.capitalize()))
        if folded:
            return fold(title, convert(body, chapter, quoted))
        return quote(titled(title, convert(body, chapter, quoted=True)))
    if name == "question":
        return question(argument, body, chapter)
    if name in ("exercise", "exercise-start"):
        number = chapter.next("Exercise")
        title = f"Exercise {number}" + (f": {inline(argument)}" if argument else "")
        return quote(titled(title, convert(body, chapter, quoted=True)))
    if name == "solution":
        return fold(f"Solution of {said(argument)}", convert(body, chapter, quoted))
    if name == "solution-start":  # its code cells cannot be folded with it
        title = f"Solution of {said(argument)}, in the cells below: try it yourself first."
        return [f"*{title}*", "", *convert(body, chapter, quoted)]
    if name in ("exercise-end", "solution-end"):
        return []
    if name == "list-table":
        return table(argument, given, body, chapter)
    if name == "table":
        number = f"Table {chapter.next('Table')}. " if argument else ""
        return [*convert(body, chapter, quoted), "", f"*{number}{inline(argument)}*"]
    if name in ("figure", "image"):
        picture = f"![{given.get('alt', '')}]({link(argument)})"
        if name == "image":
            return [picture]
        words = inline(" ".join(" ".join(body).split()))
        return [picture, "", f"*Figure {chapter.next('Figure')}. {words}*"]
    raise ValueError(
        f"{chapter.path.name}: book/colab_copies.py does not know the directive {{{name}}}: "
        "teach it there, or write the passage without it"
    )


def question(title: str, lines: list[str], chapter: Chapter) -> list[str]:
    """A question with its choices, and the replies to them folded below."""
    before, choices = question_text.read(title, lines)
    asked = [
        f"**{inline(title)}**",
        *(["", *convert(before, chapter, quoted=True)] if before else []),
    ]
    replies = []
    for choice in choices:
        words = inline("\n".join(choice.text)).split("\n")
        asked += ["", f"**{choice.letter}.** {words[0]}", *words[1:]]
        replies += ["", f"**{choice.lead}** {inline(' '.join(choice.reply))}"]
    return [*quote(asked), "", *fold("Answer", replies[1:])]


def said(label: str) -> str:
    """How an exercise is called in the summary of its solution."""
    label = label.strip()
    if label not in places():
        raise ValueError(f"A solution names the exercise {label!r}, which is nowhere")
    return f"exercise {places()[label].text}"


def table(title: str, given: dict[str, str], lines: list[str], chapter: Chapter) -> list[str]:
    """A ``list-table`` as a table with bars."""
    rows: list[list[list[str]]] = []
    for line in lines:
        if match := re.match(r"^[*-] - ?(.*)$", line):
            rows.append([[match[1]]])
        elif match := re.match(r"^  - ?(.*)$", line):
            rows[-1].append([match[1]])
        elif line.strip():
            rows[-1][-1].append(line.strip())
    cells = [[cell_text(cell) for cell in row] for row in rows]
    if not int(given.get("header-rows", "0")):
        cells.insert(0, [""] * len(cells[0]))
    made = [bars(cells[0]), bars(["---"] * len(cells[0])), *map(bars, cells[1:])]
    if title:
        made += ["", f"*Table {chapter.next('Table')}. {inline(title)}*"]
    return made


def cell_text(lines: list[str]) -> str:
    """The text of a table's cell, where a bar would end it: in mathematics it gets its name."""
    text = inline(" ".join(line.strip() for line in lines).strip())
    parts = re.split(r"(\$[^$]+\$)", text)
    parts[1::2] = [p.replace(r"\|", r"\Vert{}").replace("|", r"\vert{}") for p in parts[1::2]]
    parts[::2] = [re.sub(r"(?<!\\)\|", r"\\|", part) for part in parts[::2]]
    return "".join(parts)


def bars(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


# Notebooks.


def introduce(source: str, chapter: Chapter) -> str:
    """Say, after the title and its badge, what this copy is."""
    note = (
        f"*This is the chapter's copy for Colab. [Its page]({chapter.page}) has figures that move "
        "without Python; the first cell here installs the book's library.*"
    )
    lines = source.split("\n")
    badges = [n for n, line in enumerate(lines) if "colab-badge" in line]
    at = badges[0] if badges else next(n for n, line in enumerate(lines) if line.startswith("# "))
    return "\n".join([*lines[: at + 1], "", note, *lines[at + 1 :]])


def squeeze(lines: list[str]) -> str:
    """One empty line where the removed parts have left several."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def colab_copy(path: Path) -> nbformat.NotebookNode:
    """A chapter's copy.

    Raises:
        ValueError: The chapter has a role, a directive or a label that is not known here; the
            sentence names it.
    """
    notebook = nbformat.read(path, as_version=4)
    chapter = counted(path)
    cells = []
    for cell in notebook.cells:
        cell = copy.deepcopy(cell)
        if cell.cell_type == "markdown":
            try:
                cell.source = squeeze(convert(cell.source.splitlines(), chapter))
            except ValueError as error:
                raise ValueError(f"{path.name}, cell {cell.id}: {error}") from None
            if not cells:
                cell.source = introduce(cell.source, chapter)
            if not cell.source:
                continue
        cells.append(cell)
        if cell.cell_type == "code" and (named := caption(cell)):
            text = f"*Figure {chapter.next('Figure')}.* {inline(named[1])}"
            extra = nbformat.v4.new_markdown_cell(text)
            extra.id = f"{cell.id}-caption"
            cells.append(extra)
    notebook.cells = cells
    return notebook


def write(folder: Path = FOLDER, progress: Callable[[str], None] = print) -> list[Path]:
    """Write all copies into a folder; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for path in notebooks():
        target = folder / path.name
        target.write_text(nbformat.writes(colab_copy(path)) + "\n", encoding="utf-8")
        written.append(target)
    progress(f"{len(written)} copies for Colab in {folder}")
    return written


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Write a copy of each chapter for Colab.")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    try:
        write(parser.parse_args(arguments).folder)
    except ValueError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
