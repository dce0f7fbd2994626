"""Numbers in rows and columns: a table on a page, the same text where there is no page."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Sequence[Any] | Mapping[str, Any]


@dataclass(frozen=True)
class Table:
    """A table that a page shows as HTML, a terminal as text, and `nbval` compares as both.

    Its cells are text already, so that what is compared is what is read.
    """

    headings: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    numbers: tuple[bool, ...]  # of each column: whether it holds numbers, which align at the right
    caption: str = ""

    def _repr_html_(self) -> str:
        def line(kind: str, texts: Sequence[str]) -> str:
            parts = []
            for place, (text, number) in enumerate(zip(texts, self.numbers, strict=True)):
                # The first cell of a row names it, for those who hear the table read out.
                scope = ("col" if kind == "th" else "row") if kind == "th" or place == 0 else ""
                tag = "th" if scope else "td"
                side = "right" if number else "left"
                mark = f' scope="{scope}"' if scope else ""
                cell = f'<{tag}{mark} style="text-align: {side}">{html.escape(text)}</{tag}>'
                parts.append(cell)
            return f"<tr>{''.join(parts)}</tr>"

        caption = f"<caption>{html.escape(self.caption)}</caption>\n" if self.caption else ""
        body = "\n".join(line("td", row) for row in self.cells)
        return (
            f'<table class="dataframe computed">\n{caption}<thead>{line("th", self.headings)}'
            f"</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
        )

    def _repr_markdown_(self) -> str:
        def line(texts: Iterable[str]) -> str:
            return "| " + " | ".join(text.replace("|", "\\|") for text in texts) + " |"

        rule = line("--:" if number else ":--" for number in self.numbers)
        rows = [line(self.headings), rule, *(line(row) for row in self.cells)]
        return "\n".join([*([f"*{self.caption}*", ""] if self.caption else []), *rows])

    def __repr__(self) -> str:
        columns = zip(self.headings, *self.cells, strict=True)
        widths = [max(map(len, column)) for column in columns]

        def line(texts: Sequence[str]) -> str:
            padded = [
                text.rjust(width) if number else text.ljust(width)
                for text, width, number in zip(texts, widths, self.numbers, strict=True)
            ]
            return "  ".join(padded).rstrip()

        lines = [line(self.headings), *(line(row) for row in self.cells)]
        return "\n".join([*([self.caption] if self.caption else []), *lines])


def table(
    rows: Iterable[Row], columns: Sequence[str] | Mapping[str, str], caption: str = ""
) -> Table:
    """A table to show at the end of a cell, instead of printed lines.

        table([("linear", 0.2), ("cosine", 0.1)], {"schedule": "", "error": ".2f"})

    Args:
        rows: a sequence of values each, or a mapping that has (at least) the columns' headings.
            A pair ``(mean, standard error)`` is shown as "mean ± error", None as "–". Tensors
            and arrays of one number count as that number.
        columns: the headings; with the format of each column's numbers as the mapping's values
            (".3f", ".0%", "," …). Without a format, whole numbers get separators and others three
            significant digits.
        caption: one line above the table.

    Raises:
        ValueError: for a row that has not one value for each column.
    """
    formats = dict(columns) if isinstance(columns, Mapping) else dict.fromkeys(columns, "")
    values = []
    for number, row in enumerate(rows):
        if isinstance(row, Mapping):
            missing = [name for name in formats if name not in row]
            if missing:
                raise ValueError(
                    f"row {number} has no value for {', '.join(missing)}; "
                    f"a row that is a mapping needs one for each of {', '.join(formats)}"
                )
            values.append([_plain(row[name]) for name in formats])
        elif len(row) == len(formats):
            values.append([_plain(value) for value in row])
        else:
            raise ValueError(
                f"row {number} has {len(row)} values, and there are {len(formats)} columns "
                f"({', '.join(formats)}); give one value for each"
            )
    cells = tuple(
        tuple(_text(value, spec) for value, spec in zip(row, formats.values(), strict=True))
        for row in values
    )
    numbers = tuple(
        bool(values) and not any(isinstance(row[place], str | bool) for row in values)
        for place in range(len(formats))
    )
    return Table(tuple(formats), cells, numbers, caption)


def _plain(value: Any) -> Any:
    """A Python number for a tensor or an array that holds one."""
    return value.item() if hasattr(value, "item") else value


def _text(value: Any, spec: str) -> str:
    """One value as the text of its cell."""
    if value is None:
        return "–"
    if isinstance(value, str | bool):
        return str(value)
    if isinstance(value, tuple | list):
        return " ± ".join(_text(_plain(part), spec) for part in value)
    text = format(value, spec or ("," if isinstance(value, int) else ".3g"))
    return text.replace("-", "−")  # a minus sign, not a hyphen
