"""The library's own source in a page, so that prose and code cannot drift apart."""

from __future__ import annotations

import inspect
import textwrap
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Source:
    """Python source that a notebook and a built page show highlighted."""

    text: str

    def _repr_markdown_(self) -> str:
        return f"```python\n{self.text}\n```"

    def __repr__(self) -> str:
        return self.text


def show_source(*objects: Any, docstrings: bool = True) -> Source:
    """The source of functions, methods or classes, one below the other.

    Args:
        objects: what to show, each defined in Python.
        docstrings: False leaves out the docstrings, where the text beside explains the same.
    """
    blocks = []
    for one in objects:
        text = textwrap.dedent(inspect.getsource(one)).rstrip()
        if not docstrings:
            text = _without_docstrings(text)
        blocks.append(text)
    return Source("\n\n\n".join(blocks))


def _without_docstrings(text: str) -> str:
    """Cut the lines of every docstring out of the text, and leave all else as it is written."""
    import ast

    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            continue
        if ast.get_docstring(node) is None:
            continue
        first = node.body[0]
        for number in range(first.lineno - 1, first.end_lineno or first.lineno):
            lines[number] = "\0"
        if len(node.body) == 1:  # an abstract method: without its text nothing would be left
            lines[first.lineno - 1] = " " * first.col_offset + "..."
            continue
        # The blank line that sets a class docstring apart goes with it.
        after = first.end_lineno or first.lineno
        if after < len(lines) and not lines[after].strip():
            lines[after] = "\0"
    return "\n".join(line for line in lines if line != "\0")
