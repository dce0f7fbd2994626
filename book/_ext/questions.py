"""Questions that take an answer by a click, and the page that says what to read again.

`{question}` is written as in `question_text.py`. A page shows the choices and, folded below them,
the replies; `_static/questions.js` makes buttons of the choices, shows the reply to the one that is
pressed, and keeps the answers in the reader's browser. `{question-overview}` lists all questions
with the sections that they belong to; the same script adds what was answered.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from question_text import Choice, read
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode


class Question(SphinxDirective):
    """A question with choices, one of them right, and a reply to each."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec = {"name": directives.unchanged_required}  # noqa: RUF012
    has_content = True

    def run(self) -> list[nodes.Node]:
        title = " ".join(self.arguments[0].split())
        if "name" not in self.options:
            raise self.error(f"The question {title!r} has no name: its answer is kept by it.")
        try:
            before, choices = read(title, list(self.content))
        except ValueError as error:
            raise self.error(str(error)) from None
        box = nodes.admonition(classes=["predict", "question"])
        self.add_name(box)
        words, messages = self.state.inline_text(title, self.lineno)
        box += nodes.title(title, "", *words)
        box += messages
        self.parse(before, box)
        offered = nodes.enumerated_list(classes=["choices"], enumtype="upperalpha")
        for choice in choices:
            item = nodes.list_item()
            self.parse(choice.text, item)
            offered += item
        box += offered
        box += nodes.raw("", '<details class="answer"><summary>Answer</summary>', format="html")
        box.extend(self.reply(choice) for choice in choices)
        box += nodes.raw("", "</details>", format="html")
        return [box]

    def reply(self, choice: Choice) -> nodes.container:
        made = nodes.container(classes=["reply", choice.verdict])
        self.parse([f"**{choice.lead}** {choice.reply[0]}", *choice.reply[1:]], made)
        return made

    def parse(self, lines: list[str], place: nodes.Element) -> None:
        source = self.state.document.current_source
        self.state.nested_parse(StringList(lines, source), self.content_offset, place)


class question_overview(nodes.General, nodes.Element):
    """The place of the list, until every chapter has been read."""


class QuestionOverview(SphinxDirective):
    """A list of all questions by chapter, with links to them and to their sections."""

    def run(self) -> list[nodes.Node]:
        self.env.metadata[self.env.docname]["lists_questions"] = True
        return [question_overview()]


def asked(doctree: nodes.document) -> list[nodes.admonition]:
    """The questions of a page."""
    return [box for box in doctree.findall(nodes.admonition) if "question" in box["classes"]]


def section_of(box: nodes.Node) -> nodes.section:
    """The section that a question stands in."""
    while not isinstance(box, nodes.section):
        box = box.parent
    return box


def fill_overview(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the list where its place is."""
    for place in list(doctree.findall(question_overview)):
        content: list[nodes.Node] = []
        for document in sorted(app.env.found_docs):
            boxes = asked(app.env.get_doctree(document)) if document != docname else []
            if not boxes:
                continue

            def link(label: str, title: nodes.Element, document: str = document) -> nodes.reference:
                words = [child.deepcopy() for child in title.children]
                return make_refnode(app.builder, docname, document, label, words)

            chapter = nodes.paragraph(classes=["asked-in"])
            chapter += nodes.strong("", "", link("", app.env.titles[document]))
            items = nodes.bullet_list(classes=["asked"])
            for box in boxes:
                section = section_of(box)
                title = section.next_node(nodes.title)
                if isinstance(section.parent, nodes.document):  # before the first heading
                    title = nodes.title("", "the beginning")
                line = nodes.paragraph()
                line += link(box["ids"][0], box[0])
                line += nodes.Text(" In: ")
                line += link(section["ids"][0], title)
                items += nodes.list_item("", line)
            content += [chapter, items]
        place.replace_self(content)


def lists_to_renew(app: Sphinx, env: Any) -> list[str]:
    """Return the pages to write again when any chapter has changed."""
    found = [name for name, data in env.metadata.items() if data.get("lists_questions")]
    for name in found:  # or Sphinx does not load MathJax for what the questions bring along
        env.get_domain("math").data["has_equations"][name] = True
    return found


def load_script(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any
) -> None:
    """Load script and style on the pages that need them, and on no other."""
    body = context.get("body", "")
    if 'class="answer"' in body or 'class="asked' in body:
        app.add_css_file("questions.css")
        app.add_js_file("questions.js", loading_method="defer")


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_node(question_overview)
    app.add_directive("question", Question)
    app.add_directive("question-overview", QuestionOverview)
    app.connect("doctree-resolved", fill_overview)
    app.connect("env-updated", lists_to_renew)
    app.connect("html-page-context", load_script)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
