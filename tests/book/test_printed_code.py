"""What is taught is printed: a chapter shows the library's own lines."""

from pathlib import Path

from ddimlib import forward
from tests.scripts import load

ROOT = Path(__file__).resolve().parents[2]

printed_code = load("printed_code")


def test_lines_of_code_are_counted_without_words_about_it(tmp_path: Path) -> None:
    file = tmp_path / "module.py"
    file.write_text(
        '"""A module."""\n\n# Why.\ndef one(x):\n    """One.\n\n    More."""\n    return (\n'
        '        x  # itself\n    )\n\n\nTEXT = """two\nlines"""\n'
    )
    assert printed_code.code_lines(file) == {4, 8, 9, 10, 13, 14}


def test_what_a_chapter_shows_is_found_in_its_cells(tmp_path: Path) -> None:
    chapter = tmp_path / "01-one.ipynb"
    chapter.write_text(
        '{"cells": [{"cell_type": "code", "source": ["from ddimlib import forward, plots"]},'
        '{"cell_type": "markdown", "source": ["plots.show_source(nothing)"]},'
        '{"cell_type": "code", "source": ["plots.show_source(forward.onward)"]}]}'
    )
    (lines,) = printed_code.printed_lines([chapter]).values()
    source = Path(forward.__file__).read_text(encoding="utf-8").splitlines()
    shown = [source[number - 1].strip() for number in sorted(lines)]
    assert shown[0].startswith("def onward")
    assert shown[-1].startswith("return Rates")
    assert len(shown) == 4


def test_chapters_print_a_third_of_what_they_teach() -> None:
    chapters = sorted((ROOT / "book").glob("[0-9][0-9]-*.ipynb"))
    printed = printed_code.printed_lines(chapters)
    taught = {path: printed_code.code_lines(path) for path in printed_code.taught_modules()}
    seen = sum(len(printed[path] & lines) for path, lines in taught.items())
    assert seen >= sum(map(len, taught.values())) / 3
