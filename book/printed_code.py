"""How long is the taught core, and how much of it do the chapters print?

    python book/printed_code.py

counts lines of code, without docstrings, comments and blank lines, in the modules that chapters 1
to 10 teach, and how many of them stand in a chapter through `plots.show_source`.
"""

from __future__ import annotations

import ast
import inspect
import io
import json
import sys
import tokenize
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from setup_cell import chapters

ROOT = Path(__file__).resolve().parents[1]
TAUGHT = [
    *(f"{name}.py" for name in ("forward", "schedules", "embeddings", "unet", "diffusion")),
    *(f"{name}.py" for name in ("training", "guidance", "editing", "metrics", "toy")),
    "samplers/*.py",
    "families/*.py",
]
NOT_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}


def code_lines(path: Path) -> set[int]:
    """The numbers of the lines that hold code."""
    source = path.read_text(encoding="utf-8")
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in NOT_CODE:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(
            node
        ):
            lines.difference_update(range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1))
    return lines


def taught_modules() -> list[Path]:
    return sorted(path for pattern in TAUGHT for path in (ROOT / "ddimlib").glob(pattern))


def shown(chapter: Path) -> Iterator[Any]:
    """The functions and classes whose source a chapter shows."""
    cells = json.loads(chapter.read_text(encoding="utf-8"))["cells"]
    names: dict[str, Any] = {}
    for cell in cells:
        if cell["cell_type"] != "code":
            continue
        tree = ast.parse("".join(cell["source"]))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom | ast.Import) and "ddimlib" in ast.unparse(node):
                exec(ast.unparse(node), names)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("show_source"):
                yield from (eval(ast.unparse(argument), names) for argument in node.args)


def printed_lines(chapters: list[Path]) -> dict[Path, set[int]]:
    """For each file of the library the lines of code that chapters print."""
    printed: dict[Path, set[int]] = defaultdict(set)
    for chapter in chapters:
        for wrapped in shown(chapter):
            one = inspect.unwrap(wrapped)  # under pytest it is wrapped in a check of its types
            path = Path(inspect.getsourcefile(one) or "")
            lines, first = inspect.getsourcelines(one)
            printed[path].update(code_lines(path) & {*range(first, first + len(lines))})
    return printed


def main() -> int:
    printed = printed_lines(chapters())
    rows = [(path, len(code_lines(path)), len(printed[path])) for path in taught_modules()]
    for path, lines, seen in rows:
        if lines:
            print(f"{path.relative_to(ROOT / 'ddimlib')!s:24}{lines:6}{seen:6}")
    lines, seen = (sum(row[i] for row in rows) for i in (1, 2))
    print(f"{'the taught core':24}{lines:6}{seen:6}, {seen / lines:.0%} of it")
    return 0


if __name__ == "__main__":
    sys.exit(main())
