"""A table says the same on a page, in Markdown and in a terminal, and refuses crooked rows."""

import re
from html.parser import HTMLParser

import pytest
import torch
from IPython.core.formatters import DisplayFormatter

from ddimlib.plots import table

ROWS = [("linear", 5, 0.21, (0.5, 0.04)), ("cosine", 12_000, -0.1, (0.25, 0.02))]
COLUMNS = {"schedule": "", "steps": "", "shift": ".2f", "KID": ".3f"}
TEXTS = [
    ["schedule", "steps", "shift", "KID"],
    ["linear", "5", "0.21", "0.500 ± 0.040"],
    ["cosine", "12,000", "−0.10", "0.250 ± 0.020"],
]


class Reader(HTMLParser):
    """The texts of a table's cells, row by row, and its caption."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.caption = ""
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.inside = tag
        if tag == "tr":
            self.rows.append([])

    def handle_data(self, data: str) -> None:
        if self.inside in ("th", "td"):
            self.rows[-1].append(data)
        elif self.inside == "caption":
            self.caption += data
        self.inside = ""


def test_a_page_a_terminal_and_markdown_show_the_same_cells() -> None:
    shown = table(ROWS, COLUMNS, caption="Errors by schedule")
    reader = Reader()
    reader.feed(shown._repr_html_())
    assert reader.rows == TEXTS
    assert reader.caption == "Errors by schedule"
    caption, *lines = repr(shown).splitlines()
    assert caption == "Errors by schedule"
    assert [re.split(r" {2,}", line.strip()) for line in lines] == TEXTS
    _, _, head, _, *body = shown._repr_markdown_().splitlines()
    assert [line.strip("| ").split(" | ") for line in (head, *body)] == TEXTS


def test_a_notebook_stores_the_html_and_the_text_that_nbval_compares() -> None:
    data, _ = DisplayFormatter().format(table(ROWS, COLUMNS))
    assert {"text/html", "text/plain", "text/markdown"} <= set(data)
    other, _ = DisplayFormatter().format(table([("linear", 5, 0.21, (0.5, 0.05))], COLUMNS))
    assert data["text/plain"] != other["text/plain"]
    assert data["text/html"] != other["text/html"]


def test_numbers_stand_at_the_right_under_each_other_and_words_at_the_left() -> None:
    shown = table(ROWS, COLUMNS)
    assert shown.numbers == (False, True, True, True)
    head, first, second = repr(shown).splitlines()
    assert len(head) == len(first) == len(second)
    assert first.index("5") == second.index("12,000") + len("12,00")


def test_rows_may_be_mappings_with_more_than_is_shown() -> None:
    rows = [{"name": "a", "loss": torch.tensor(0.123456), "seed": 3}]
    shown = table(rows, ["name", "loss"])
    assert shown.cells == (("a", "0.123"),)


def test_what_is_missing_is_a_dash_and_markup_is_text() -> None:
    shown = table([("a < b & c|d", None)], ["name", "value"])
    assert "a &lt; b &amp; c|d" in shown._repr_html_()
    assert "c\\|d" in shown._repr_markdown_()
    assert shown.cells[0][1] == "–"


def test_each_row_is_named_by_its_first_cell() -> None:
    page = table(ROWS, COLUMNS)._repr_html_()
    assert re.findall(r'scope="row"[^>]*>(\w+)', page) == ["linear", "cosine"]
    assert page.count('scope="col"') == 4


def test_a_crooked_row_is_refused() -> None:
    with pytest.raises(ValueError, match="row 1 has 1 values, and there are 2 columns"):
        table([(1, 2), (3,)], ["a", "b"])
    with pytest.raises(ValueError, match="row 0 has no value for b"):
        table([{"a": 1}], ["a", "b"])
