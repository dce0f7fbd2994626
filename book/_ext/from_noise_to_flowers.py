"""What this book adds to Sphinx.

- Pages use the vendored browser assets of `third_party/vendor/` where `book/vendor_assets.py` has
  put them there, and the public networks otherwise.
- Every page has a description and a social card, and works where cookies are blocked.
- Badges that chapters load from elsewhere for Colab's sake are dropped from the built pages,
  which have a launch button of their own.
"""

from __future__ import annotations

import re
import shutil
import sys
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging

ROOT = Path(__file__).resolve().parents[2]
VENDOR = ROOT / "third_party" / "vendor"
UNPUBLISHED = ("axe", "requirejs", "esbuild")  # tools among the vendored files
STORAGE = (Path(__file__).parent / "storage.js").read_text(encoding="utf-8")
LOG = logging.getLogger(__name__)

# The API reference documents the checkout's own `ddimlib`, installed or not.
sys.path.insert(0, str(ROOT))


def choose_assets(app: Sphinx, config: Config) -> None:
    """Point MathJax and the fonts at the vendored files, where they are."""
    config.nb_ipywidgets_js = {}  # no page holds a widget: what needs a kernel shows a picture here
    if not (VENDOR / "manifest.json").is_file():
        LOG.info(
            "No third_party/vendor/: pages will load MathJax from a public network. "
            "`python book/vendor_assets.py` makes the book self-contained."
        )
        return
    config.mathjax_path = "../vendor/mathjax/tex-mml-chtml.js"  # relative to _static
    config.html_css_files = ["fonts.css", *config.html_css_files]


def copy_assets(app: Sphinx, exception: Exception | None) -> None:
    """Copy the vendored files beside the built pages, all but the tools."""
    if exception or app.builder.format != "html" or not (VENDOR / "manifest.json").is_file():
        return
    target = Path(app.outdir) / "vendor"
    for source in VENDOR.rglob("*"):
        name = source.relative_to(VENDOR)
        if source.is_dir() or name.parts[0] in UNPUBLISHED:
            continue
        copy = target / name
        if not copy.is_file() or copy.stat().st_mtime < source.stat().st_mtime:
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, copy)


def drop_badges(app: Sphinx, doctree: nodes.document) -> None:
    """Remove paragraphs that hold nothing but a badge from another site."""
    for image in list(doctree.findall(nodes.image)):
        if "colab-badge" not in image["uri"] and "img.shields.io" not in image["uri"]:
            continue
        node = image
        while len(node.parent.children) == 1 and not isinstance(node.parent, nodes.section):
            node = node.parent
        node.parent.remove(node)


def correct_markup(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any
) -> None:
    """Correct what docutils and myst-nb tell screen readers."""
    if "body" in context:
        # A role that ARIA 1.3 has dropped; and a name that hides the one that is seen.
        body = context["body"].replace('role="doc-biblioentry"', 'role="listitem"')
        body = body.replace(' aria-label="Toggle hidden content"', "")
        # Sphinx writes a signature of several lines as a list of definitions without terms.
        context["body"] = re.sub(
            r'<dl>\s*(<dd><em class="sig-param">.*?</dd>)\s*</dl>', as_lines, body, flags=re.DOTALL
        )


def as_lines(signature: re.Match[str]) -> str:
    """Write the parameters of a signature as lines."""
    lines = signature[1].replace("<dd>", '<span class="sig-line">').replace("</dd>", "</span>")
    return f'<span class="sig-lines">{lines}</span>'


def mark_predictions(app: Sphinx, doctree: nodes.document) -> None:
    """Give the questions to answer before a figure one title and one look in all chapters."""
    for box in doctree.findall(nodes.admonition):
        title = box.next_node(nodes.title)
        if title is not None and title.astext() == "Predict":
            box["classes"] = [name for name in box["classes"] if name != "tip"] + ["predict"]
            title.clear()
            title += nodes.Text("Predict first")


def read_plainly(
    app: Sphinx, what: str, name: str, obj: Any, options: Any, lines: list[str]
) -> None:
    """Take docstrings as plain text with code in backticks, as people read them in an editor.

    A lone asterisk, a bar or an underscore at the end of a word would be markup to docutils.
    """
    for number, line in enumerate(lines):
        parts = re.split(r"(``.+?``|`.+?`|:\w+:`.+?`)", line)
        for index in range(0, len(parts), 2):
            text = re.sub(r"(?<![*\w])\*(?=[\w(])([^*]*\w)\*(?![*\w])", "\0\\1\0", parts[index])
            text = text.replace("*", r"\*").replace("\0", "*").replace("|", r"\|")
            text = re.sub(r"(?<=\w)_(?!\w)", r"\\_", text)
            # "``Step``s": docutils wants a letter after code to be set apart.
            parts[index] = re.sub(r"^(?=\w)", r"\\ ", text) if index else text
        lines[number] = "".join(parts)


def skip_field_numbers(
    app: Sphinx, what: str, name: str, obj: Any, skip: bool, options: Any
) -> bool | None:
    """Leave out the fields of a NamedTuple, which its signature names and its text explains."""
    return True if str(getattr(obj, "__doc__", "")).startswith("Alias for field number") else None


def describe(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Add a description, a social card and `storage.js` to the page's head."""
    base = app.config.html_baseurl.rstrip("/")
    title = context.get("title") or app.config.html_title
    text = app.config.html_title
    if doctree is not None:
        for paragraph in doctree.findall(nodes.paragraph):
            if isinstance(paragraph.parent, nodes.section):
                text = " ".join(paragraph.astext().split())
                break
    if len(text) > 200:
        text = text[:199].rsplit(" ", 1)[0] + " …"
    properties = {
        "og:title": nodes.Text(title).astext(),
        "og:type": "article",
        "og:site_name": app.config.html_title,
        "og:url": f"{base}/{page}.html",
        "og:description": text,
        "og:image": f"{base}/_static/social-card.jpg",
        "og:image:alt": "Flowers emerging from noise, with the title of the book",
    }
    tags = [f'<meta name="description" content="{escape(text)}" />']
    tags += [f'<meta property="{k}" content="{escape(v)}" />' for k, v in properties.items()]
    tags.append('<meta name="twitter:card" content="summary_large_image" />')
    tags.append(f"<script>{STORAGE}</script>")  # before the theme's own script
    context["metatags"] = context.get("metatags", "") + "\n".join(tags)


def open_the_copy(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any
) -> None:
    """Let the button for Colab lead to the chapter's copy there (`book/colab_copies.py`)."""
    source = f"/blob/{app.config.html_theme_options.get('repository_branch') or 'main'}/"
    groups = [button for button in context.get("header_buttons", []) if "buttons" in button]
    for button in (button for group in groups for button in group["buttons"]):
        if "colab." in button.get("url", ""):
            button["url"] = button["url"].replace(source, f"/blob/{app.config.colab_branch}/")


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_config_value("colab_branch", "colab", "html")
    app.add_config_value("colab_installs", "main", "html")  # read by book/setup_cell.py
    # Jupyter Book always sets this value of sphinx_comments, which the book does not load.
    app.add_config_value("comments_config", {}, "html")
    app.connect("config-inited", choose_assets, priority=400)
    app.setup_extension("sphinx.ext.autodoc")
    # Before napoleon (priority 500) writes markup of its own.
    app.connect("autodoc-process-docstring", read_plainly, priority=400)
    app.connect("autodoc-skip-member", skip_field_numbers)
    app.connect("doctree-read", drop_badges)
    app.connect("doctree-read", mark_predictions)
    app.connect("html-page-context", describe)
    app.connect("html-page-context", correct_markup)
    # After the theme has made its buttons (priority 501).
    app.connect("html-page-context", open_the_copy, priority=600)
    app.connect("build-finished", copy_assets)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
