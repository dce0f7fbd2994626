"""Two directives that list what the book has, so that no page repeats it by hand.

`{chapter-cards}` draws a card for each chapter named in its body, one a line, as
`name | what the chapter gives`; `{exercise-list}` links every exercise and its solution.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode


class ChapterCards(SphinxDirective):
    """Cards that lead to the chapters, in the order of the body."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        lines = ["::::{grid} 1 1 2 2", ":gutter: 3", ""]
        for entry in self.content:
            name, _, text = (part.strip() for part in entry.partition("|"))
            if not name:
                continue
            document = f"book/{name}"
            if document not in self.env.found_docs:  # not in _toc.yml
                continue
            number = int(name.split("-")[0])
            title = f"{number} · {{doc}}`/{document}`"
            lines += [f":::{{grid-item-card}} {title}", text, ":::", ""]
        lines.append("::::")
        place = nodes.container(classes=["chapter-cards"])
        if len(lines) == 4:
            return []
        self.state.nested_parse(StringList(lines, self.state.document.current_source), 0, place)
        return [place]


class exercise_list(nodes.General, nodes.Element):
    """The place of the list, until every chapter has been read."""


class ExerciseList(SphinxDirective):
    """A list of all exercises with links to their solutions."""

    def run(self) -> list[nodes.Node]:
        self.env.metadata[self.env.docname]["lists_exercises"] = True
        return [exercise_list()]


def entries(app: Sphinx) -> dict[str, list[tuple[str, str, str, str | None]]]:
    """Return, for each chapter, the exercises as (label, number, title, label of the solution)."""
    registry: dict[str, Any] = getattr(app.env, "sphinx_exercise_registry", {})
    solutions = {
        item["node"].get("target_label"): label.replace("/", "-")
        for label, item in registry.items()
        if item["type"].startswith("solution")
    }
    chapters: dict[str, list[tuple[str, str, str, str | None]]] = {}
    for label, item in registry.items():
        if not item["type"].startswith("exercise"):
            continue
        numbers = app.env.toc_fignumbers.get(item["docname"], {}).get("exercise", {})
        number = ".".join(str(part) for part in numbers.get(label, ()))
        own = "".join(
            part.astext()
            for part in item["node"].findall()
            if getattr(part, "tagname", "") == "exercise_subtitle"
        ).strip("() ")
        chapters.setdefault(item["docname"], []).append((label, number, own, solutions.get(label)))
    return chapters


def fill_exercise_lists(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the list where its place is."""

    def link(document: str, label: str, text: str) -> nodes.reference:
        return make_refnode(app.builder, docname, document, label, nodes.Text(text))

    for place in list(doctree.findall(exercise_list)):
        content: list[nodes.Node] = []
        for document, exercises in sorted(entries(app).items()):
            chapter = nodes.paragraph()
            title = app.env.titles[document].astext()
            chapter += nodes.strong("", "", link(document, "", title))
            items = nodes.bullet_list()
            for label, number, own, solution in exercises:
                line = nodes.paragraph()
                line += link(document, label, " ".join(filter(None, ["Exercise", number])))
                if own:
                    line += nodes.Text(f": {own}")
                if solution:
                    line += nodes.Text(" (")
                    line += link(document, solution, "solution")
                    line += nodes.Text(")")
                items += nodes.list_item("", line)
            content += [chapter, items]
        place.replace_self(content)


def name_solutions(app: Sphinx, doctree: nodes.document) -> None:
    """Give solutions without a label an id that style sheets and scripts can name.

    sphinx-exercise calls them after the document's path, and a slash is no part of an id there.
    """
    for node in doctree.findall():
        if getattr(node, "tagname", "") == "solution_node":
            node["ids"] = [name.replace("/", "-") for name in node["ids"]]


def name_contents(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Drop the ids that sphinx-exercise gives to the insides of its boxes, the same for all."""
    for section in doctree.findall(nodes.section):
        if section["ids"] in (["solution-content"], ["exercise-content"]):
            section["ids"] = []


def lists_to_renew(app: Sphinx, env: Any) -> list[str]:
    """Return the pages to write again when any chapter has changed."""
    return [name for name, data in env.metadata.items() if data.get("lists_exercises")]


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_node(exercise_list)
    app.add_directive("chapter-cards", ChapterCards)
    app.add_directive("exercise-list", ExerciseList)
    app.connect("doctree-read", name_solutions)
    app.connect("doctree-resolved", name_contents)
    app.connect("doctree-resolved", fill_exercise_lists)
    app.connect("env-updated", lists_to_renew)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
