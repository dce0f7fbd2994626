"""The chapters' copies for Colab hold plain Markdown only, and the chapter's own code."""

import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tests.scripts import load

ROOT = Path(__file__).resolve().parents[2]


copies = load("colab_copies")
setup_cell = load("setup_cell")
CHAPTERS = copies.chapters()


@pytest.fixture(scope="module", params=CHAPTERS, ids=lambda path: path.stem)
def pair(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    """A chapter and its copy."""
    return nbformat.read(request.param, as_version=4), copies.colab_copy(request.param)


def prose(notebook: Any) -> list[str]:
    return [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]


def without_code(text: str) -> str:
    """A text without its blocks and spans of code."""
    text = re.sub(r"(?ms)^(?:> )*(`{3,}|~{3,})[\w+-]*\n.*?^(?:> )*\1 *$", "", text)
    return re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)", "", text)


# Each is one thing that MyST has and plain Markdown has not.
MYST = {
    "role": r"\{[a-z][\w:.+-]*\}(?=`|$)",
    "directive": r"(?m)^[> ]*(?:`{3,}|~{3,}|:{3,})\s*\{.*$",
    "colon fence": r"(?m)^[> ]*:{3,}.*$",
    "option": r"(?m)^[> ]*:[a-z][\w-]*:(?: .*)?$",
    "break": r"(?m)^[> ]*\+\+\+.*$",
    "target": r"(?m)^[> ]*\([\w:.-]+\)= *$",
    "comment": r"(?m)^%.*$",
    "substitution": r"\{\{.*?\}\}(?=[^}]|$)",
    "attributes": r"(?<=[\])`*])\{[.#][^}]*\}",
    "label of an equation": r"(?m)\$\$ *\([\w:-]+\) *$",
    "relative link": r"\]\((?!https?:|mailto:|#)[^)]*\)",
    "empty link": r"(?<!!)\[\]\([^)]*\)",
}


def found(text: str) -> list[str]:
    """What of MyST stands in a text; roles are looked for in code as well, where they hide."""
    bare = without_code(re.sub(r"\{[a-z][\w:.+-]*\}(?=`)", lambda m: f"ROLE {m[0]} ", text))
    left = [f"role: {match}" for match in re.findall(r"ROLE (\S+)", bare)]
    for name, pattern in MYST.items():
        if name != "substitution" or "$" not in bare:
            left += [f"{name}: {match}" for match in re.findall(pattern, bare)]
    return left


@pytest.mark.parametrize(
    "text",
    [
        "see {cite}`ho2020ddpm`",
        "see {cite:t}`ho2020ddpm` and more",
        "```{math}\nx\n```",
        "> ```{note}\n> x\n> ```",
        ":::{list-table}\n:::",
        "(eq-x)=\n# Title",
        "+++",
        "$$\nx\n$$ (eq-x)",
        "[a](02-forward-noising.ipynb)",
        "[](eq-x)",
        ":class: dropdown",
        "% a comment",
        "[a](https://x.org){.button}",
    ],
)
def test_the_test_itself_sees_what_is_left(text: str) -> None:
    assert found(text)


def test_nothing_of_myst_is_left(pair: tuple[Any, Any]) -> None:
    chapter, copy = pair
    assert any(found(text) for text in prose(chapter)), "the chapter has none: is this a test?"
    left = [line for text in prose(copy) for line in found(text)]
    assert not left


def test_equations_are_balanced_and_keep_their_numbers(pair: tuple[Any, Any]) -> None:
    chapter, copy = pair
    numbers = []
    for text in map(without_code, prose(copy)):
        assert text.count("$$") % 2 == 0, text
        for equation in re.findall(r"(?s)\$\$(.*?)\$\$", text):
            assert equation.strip()
            assert equation.count(r"\begin{") == equation.count(r"\end{")
            bare = equation.replace(r"\{", "").replace(r"\}", "")
            assert bare.count("{") == bare.count("}"), equation
            assert ">" not in re.findall(r"(?m)^.", equation), "a quotation's mark is in it"
            numbers += re.findall(r"\\text\{\((\d+\.\d+)\)\}$", equation.strip())
    labels = re.findall(r"(?m)^\s*(?:\$\$|.*\$\$) *\((eq-[\w-]+)\) *$", "\n".join(prose(chapter)))
    assert len(numbers) == len(labels)
    assert [int(number.split(".")[1]) for number in numbers] == list(range(1, len(numbers) + 1))


def test_code_cells_are_those_of_the_chapter(pair: tuple[Any, Any]) -> None:
    chapter, copy = pair
    code = [[c for c in book.cells if c.cell_type == "code"] for book in pair]
    assert code[0] == code[1]
    nbformat.validate(copy)
    assert copy.metadata == chapter.metadata


def test_every_figure_is_followed_by_its_caption(pair: tuple[Any, Any]) -> None:
    _, copy = pair
    for cell, after in zip(copy.cells, copy.cells[1:], strict=False):
        if copies.caption(cell):
            assert re.match(r"\*Figure \d+\.\d+\.\* \S", after.source)


def test_solutions_are_folded(pair: tuple[Any, Any]) -> None:
    chapter, copy = pair
    folded = "\n".join(prose(copy))
    solutions = re.findall(r"`{3,}\{solution\}", "\n".join(prose(chapter)))
    assert len(re.findall(r"<summary>Solution of exercise \d+\.\d+</summary>", folded)) == len(
        solutions
    )
    assert folded.count("<details>") == folded.count("</details>")


def test_it_says_where_the_page_is(pair: tuple[Any, Any]) -> None:
    assert "copy for Colab" in prose(pair[1])[0]
    assert copies.site() in prose(pair[1])[0]


def converted(text: str) -> str:
    chapter = copies.Chapter(CHAPTERS[1], 2)
    return copies.squeeze(copies.convert(text.split("\n"), chapter))


def test_an_equation_keeps_its_dollars_and_gets_its_number() -> None:
    made = converted("so\n\n$$\nx = 1 ,\n$$ (eq-x)\n\nholds")
    assert made == "so\n\n$$\nx = 1 , \\qquad \\text{(2.1)}\n$$\n\nholds"
    assert converted("$$x = 1$$") == "$$\nx = 1\n$$"


def test_an_equation_in_a_quotation_stands_on_one_line() -> None:
    made = converted(
        "```{admonition} Why\n:class: tip\nBecause $a\n= b$ and\n\n$$\nx\n= 1\n$$\n```"
    )
    assert made == "> **Why**\n>\n> Because $a = b$ and\n>\n> $$ x = 1 $$"


def test_code_stays_as_it_is() -> None:
    text = "```python\nx = '{eq}`a`'\n```\n\nand `` {cite}`x` `` in line"
    assert converted(text) == text


def test_a_list_table_becomes_a_table_with_bars() -> None:
    text = (
        ":::{list-table} Norms.\n:header-rows: 1\n\n* - a\n  - b\n* - $|x| \\|y\\|$\n  - x | y\n:::"
    )
    assert converted(text).split("\n") == [
        "| a | b |",
        "| --- | --- |",
        "| $\\vert{}x\\vert{} \\Vert{}y\\Vert{}$ | x \\| y |",
        "",
        "*Table 2.1. Norms.*",
    ]


def test_boxes_in_boxes() -> None:
    text = "````{admonition} Out\n```{note}\nIn.\n```\n````"
    assert converted(text) == "> **Out**\n>\n> > **Note**\n> >\n> > In."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{unheard}`x`", "does not know the role {unheard}"),
        ("```{unheard} x\n```", "does not know the directive {unheard}"),
        ("{cite}`nobody1900`", "has no work 'nobody1900'"),
        ("{numref}`fig-nowhere`", "label 'fig-nowhere'"),
        ("[a](nowhere.ipynb)", "leads to 'nowhere.ipynb'"),
    ],
)
def test_what_it_does_not_know_is_refused_by_name(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        converted(text)


def test_citations_read_as_in_the_book() -> None:
    made = converted("{cite:t}`ho2020ddpm` and {cite}`kingma2014adam,ho2020ddpm`")
    assert re.fullmatch(
        r"\[Ho et al\. \(2020\)\]\(https://[^)]+\) and "
        r"\(\[Kingma and Ba, \d{4}\]\(https://[^)]+\); \[Ho et al\., 2020\]\(https://[^)]+\)\)",
        made,
    )


# One place decides where the copies are and what they install.


def test_a_set_up_cell_can_install_a_version(monkeypatch: pytest.MonkeyPatch) -> None:
    url, _ = setup_cell.repository()
    assert setup_cell.archive_url() == f"{url}/archive/refs/heads/main.zip"
    config = setup_cell.config()
    config["sphinx"]["config"]["colab_installs"] = "v1.2.0"
    monkeypatch.setattr(setup_cell, "config", lambda: config)
    assert setup_cell.archive_url() == f"{url}/archive/refs/tags/v1.2.0.zip"
    assert "/archive/refs/tags/v1.2.0.zip" in setup_cell.setup_source()
    page = f'pip install "ddimlib @ {url}/archive/refs/heads/main.zip"'
    assert setup_cell.mend_links(page) == page.replace("heads/main", "tags/v1.2.0")
    page = page.replace(url, "$repository")
    assert setup_cell.mend_links(page) == page.replace("heads/main", "tags/v1.2.0")


@pytest.mark.parametrize("name", ["README.md", "book/how-to-read.md"])
def test_pages_install_what_the_set_up_cell_installs(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert setup_cell.mend_links(text) == text, "run: python book/setup_cell.py"
    assert setup_cell.archive_url().removeprefix(setup_cell.repository()[0]) in text


def test_the_workflow_publishes_the_branch_that_the_badges_name() -> None:
    workflow = (ROOT / ".github" / "workflows" / "book.yml").read_text(encoding="utf-8")
    branch = setup_cell.config()["sphinx"]["config"]["colab_branch"]
    assert f"refs/heads/{branch}" in workflow
    assert "book/colab_copies.py" in workflow
