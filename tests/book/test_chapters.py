"""Every chapter has the same structure, complete figures, and stored outputs of a clean run."""

import ast
import functools
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.scripts import load

ROOT = Path(__file__).resolve().parents[2]


setup_cell = load("setup_cell")
CHAPTERS = setup_cell.chapters()
APPENDICES = setup_cell.appendices()

#: The system that the book re-creates, which the README and the first page name with a link.
THE_REFERENCE = "https://github.com/dfalbel/denoising-diffusion"

Cell = dict[str, Any]

#: What an appendix need not have: it is looked up, and not worked through.
of_chapters = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)


@pytest.fixture(params=CHAPTERS + APPENDICES, ids=lambda path: path.stem)
def chapter(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture
def cells(chapter: Path) -> list[Cell]:
    """The chapter's cells, with the source of each as one string."""
    found = json.loads(chapter.read_text(encoding="utf-8"))["cells"]
    return [{**cell, "source": "".join(cell["source"])} for cell in found]


def code(cells: list[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell["cell_type"] == "code"]


def prose(cells: list[Cell]) -> str:
    return "\n\n".join(cell["source"] for cell in cells if cell["cell_type"] == "markdown")


def tags(cell: Cell) -> list[str]:
    return cell["metadata"].get("tags", [])


def bundles(cell: Cell) -> list[dict[str, Any]]:
    """What the cell displays, one dictionary of MIME types for each output."""
    return [output["data"] for output in cell.get("outputs", []) if "data" in output]


def shows_picture(cell: Cell) -> bool:
    """Whether the built page shows a picture of this cell as an <img> (and not a widget)."""
    return any(
        any(kind.startswith("image/") for kind in bundle)
        and "text/html" not in bundle
        and "application/vnd.jupyter.widget-view+json" not in bundle
        for bundle in bundles(cell)
    )


def headings(cells: list[Cell]) -> list[str]:
    return [heading.lower() for heading in re.findall(r"(?m)^#+ +(.*)$", prose(cells))]


@functools.cache
def public_names() -> set[str]:
    """Functions and classes that ddimlib offers to a chapter."""
    found = set()
    for path in (ROOT / "ddimlib").rglob("*.py"):
        if path.parent.name == "exercises":  # what readers write themselves goes by the same names
            continue
        body = ast.parse(path.read_text(encoding="utf-8")).body
        if path.parent.name not in ("plots", "widgets", "exercises"):
            defined = [n.name for n in body if isinstance(n, ast.FunctionDef | ast.ClassDef)]
            found |= {name for name in defined if not name.startswith("_")}
        elif path.name == "__init__.py":  # figures and exercises have helpers of their own
            for node in body:
                if isinstance(node, ast.ImportFrom):
                    found |= {alias.asname or alias.name for alias in node.names}
    return found


def test_the_book_has_its_chapters_in_order() -> None:
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    listed = re.findall(r"book/(\d\d-[\w-]+)", json.dumps(contents))
    assert listed == [path.stem for path in CHAPTERS]
    assert [int(name[:2]) for name in listed] == list(range(1, len(CHAPTERS) + 1))


def test_the_readme_opens_each_chapter_on_colab() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"https://colab\.research\.google\.com[^\s)\"]*", readme)
    assert links == [setup_cell.colab_url(path) for path in CHAPTERS]


@pytest.mark.parametrize(
    "name", ["README.md", "CITATION.cff", "pyproject.toml", "book/how-to-read.md"]
)
def test_every_file_names_the_repository_that_config_yml_names(name: str) -> None:
    url, _ = setup_cell.repository()
    text = (ROOT / name).read_text(encoding="utf-8")
    named = set(re.findall(r"https://github\.com/[\w-]+/[\w-]+", text))
    assert named - {THE_REFERENCE} == {url}


@pytest.mark.parametrize("name", ["README.md", "book/index.md", "book/glossary.md"])
def test_who_meets_the_reference_is_told_its_name_and_its_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "Daniel Falbel" in text
    assert "Keydana" in text
    assert THE_REFERENCE in text
    assert "https://blogs.rstudio.com/ai/posts/2023-04-13-denoising-diffusion/" in text


def test_every_file_names_the_site_of_that_repository() -> None:
    url, _ = setup_cell.repository()
    owner, name = url.rstrip("/").split("/")[-2:]
    texts = [f"book/{name}.md" for name in ("index", "teaching", "slides")]
    for file in ("README.md", "CITATION.cff", "pyproject.toml", "_config.yml", *texts):
        text = (ROOT / file).read_text(encoding="utf-8")
        named = set(re.findall(r"https://[\w-]+\.github\.io/[\w-]+/", text))
        assert named <= {f"https://{owner}.github.io/{name}/"}


def test_it_opens_with_one_title(cells: list[Cell]) -> None:
    assert cells[0]["cell_type"] == "markdown"
    assert re.match(r"(\([\w-]+\)=\s+)?# \S", cells[0]["source"])
    assert len(re.findall(r"(?m)^# ", prose(cells))) == 1


@of_chapters
def test_it_says_what_the_reader_will_learn_and_how_long_it_takes(cells: list[Cell]) -> None:
    text = prose(cells).lower()
    unit = r"(min|minutes?|s|seconds?)\b"
    assert "what you will learn" in text
    for what in ("read", "run"):
        before = rf"\b{unit}[^.\n]{{0,20}}\bto {what}\b"  # 25 minutes to read
        after = rf"\b{what}(ning|ing)?\b[^.\n]{{0,40}}\b{unit}"  # time to read: 25 minutes
        assert re.search(before, text) or re.search(after, text), f"no time to {what}"


def test_its_colab_badge_opens_this_chapter(chapter: Path, cells: list[Cell]) -> None:
    links = set(re.findall(r"https://colab\.research\.google\.com[^\s)\"]*", prose(cells)))
    assert links == {setup_cell.colab_url(chapter)}


def test_its_set_up_cell_is_the_one_of_setup_cell_py(cells: list[Cell]) -> None:
    first, *others = code(cells)
    assert first["source"] == setup_cell.setup_source(), "run: python book/setup_cell.py"
    assert tags(first) == setup_cell.TAGS
    assert not any("setup" in tags(cell) for cell in others)


@of_chapters
def test_it_asks_a_few_questions_that_take_an_answer(chapter: Path, cells: list[Cell]) -> None:
    # A few that are worth it: nobody answers a question before every figure.
    asked = re.findall(r"(?m)^:{3,}\{question\} \S.*\n:name: (\S+)$", prose(cells))
    assert 3 <= len(asked) <= 5
    assert len(asked) == len(set(asked))
    assert all(name.startswith(f"q-ch{chapter.name[:2]}-") for name in asked)
    assert len(asked) == prose(cells).count("{question}")
    assert "admonition} predict" not in prose(cells).lower(), "a question that takes no answer"


def test_each_exercise_has_a_folded_solution(cells: list[Cell]) -> None:
    directive = r"(?ms)^(?:`{3,}|:{3,})\{%s\} *([^\n]*)\n(.*?)^(?:`{3,}|:{3,}) *$"
    exercises = re.findall(directive % "exercise(?:-start)?", prose(cells))
    solutions = re.findall(directive % "solution(?:-start)?", prose(cells))
    labels = [re.search(r":label: *(\S+)", body) for _, body in exercises]
    assert all(labels), "an exercise without a :label:"
    assert sorted(label[1] for label in labels if label) == sorted(
        name.strip() for name, _ in solutions
    )
    for name, body in solutions:
        assert re.search(r":class:.*\bdropdown\b", body), f"the solution of {name} is not folded"


@of_chapters
def test_it_has_exercises(cells: list[Cell]) -> None:
    assert len(re.findall(r"(?m)^(?:`{3,}|:{3,})\{exercise(?:-start)?\}", prose(cells))) >= 2


@of_chapters
def test_it_closes_with_a_summary_and_what_to_read_next(cells: list[Cell]) -> None:
    names = headings(cells)
    assert any("summary" in name for name in names)
    assert any("read next" in name for name in names)


def test_each_picture_has_a_caption_and_a_text_for_those_who_cannot_see_it(
    cells: list[Cell],
) -> None:
    for cell in filter(shows_picture, code(cells)):
        metadata = cell["metadata"].get("mystnb", {})
        alt = metadata.get("image", {}).get("alt", "")
        caption = metadata.get("figure", {}).get("caption", "")
        assert len(alt) >= 20, f"no alt text: {cell['source']}"
        assert len(caption) >= 20, f"no caption: {cell['source']}"


def test_it_uses_the_library_and_defines_nothing_of_it_again(cells: list[Cell]) -> None:
    # Lines for IPython (%magic, !command) are not Python.
    source = "\n".join(re.sub(r"(?m)^\s*[%!].*$", "", cell["source"]) for cell in code(cells))
    nodes = list(ast.walk(ast.parse(source)))
    defined = {n.name for n in nodes if isinstance(n, ast.FunctionDef | ast.ClassDef)}
    assert not defined & public_names()
    modules = {n.module for n in nodes if isinstance(n, ast.ImportFrom)}
    modules |= {name.name for n in nodes if isinstance(n, ast.Import) for name in n.names}
    assert any((module or "").split(".")[0] == "ddimlib" for module in modules)


def test_its_stored_outputs_are_those_of_one_run_from_top_to_bottom(cells: list[Cell]) -> None:
    counts = [cell["execution_count"] for cell in code(cells) if cell["source"].strip()]
    assert counts == list(range(1, len(counts) + 1)), "run: make notebooks CHAPTERS=…"
    assert any(cell["outputs"] for cell in code(cells))
    assert not any("execution" in cell["metadata"] for cell in code(cells)), "clock times are kept"


def test_no_stored_output_is_an_error_or_a_warning(cells: list[Cell]) -> None:
    for cell in code(cells):
        for output in cell["outputs"]:
            assert output["output_type"] != "error" or "raises-exception" in tags(cell)
            if output.get("name") == "stderr":
                assert "Warning" not in "".join(output["text"])


def test_no_stored_output_names_a_folder_of_the_machine_that_ran_it(cells: list[Cell]) -> None:
    texts = [json.dumps(cell["outputs"]) for cell in code(cells)]
    texts = [re.sub(r"[A-Za-z0-9+/=]{200,}", "", text) for text in texts]  # base64 has slashes
    assert not [m[0] for t in texts for m in re.finditer(r"/(home|root|work|Users|tmp)/\w+", t)]


def test_no_stored_output_holds_a_script(cells: list[Cell]) -> None:
    """A moving figure is stored as its name and data: the page brings the script."""
    for cell in code(cells):
        for output in cell["outputs"]:
            html = "".join(output.get("data", {}).get("text/html", ""))
            kinds = re.findall(r"<(?:script|style)\b[^>]*>", html)
            assert set(kinds) <= {'<script type="application/json">'}, cell["source"]


def test_nbval_skips_no_cell(cells: list[Cell]) -> None:
    assert not any("nbval-skip" in tags(cell) for cell in cells)


def test_it_is_small_enough_to_load_fast(chapter: Path) -> None:
    # Still figures lie in it twice, the second time for phones.
    assert chapter.stat().st_size < 3_000_000
