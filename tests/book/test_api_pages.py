"""The API reference is complete: every module of the library has its place in it."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Packages whose public names are re-exported, and so documented, by the package itself.
PACKAGES = {"plots", "widgets"}


def library_modules() -> set[str]:
    modules = set()
    for path in (ROOT / "ddimlib").rglob("*.py"):
        parts = path.relative_to(ROOT / "ddimlib").with_suffix("").parts
        if parts[0] in PACKAGES:
            parts = parts[:1]
        elif parts[-1] == "__init__":
            parts = parts[:-1]
        if parts and not any(part.startswith("_") for part in parts):
            modules.add(".".join(parts))
    return modules


def documented_modules() -> list[str]:
    pages = (ROOT / "book" / "api").glob("*.md")
    return [
        name
        for page in pages
        for name in re.findall(r"automodule:: ddimlib\.([\w.]+)", page.read_text("utf-8"))
    ]


def test_every_module_is_documented_once() -> None:
    documented = documented_modules()
    assert len(documented) == len(set(documented))
    assert set(documented) == library_modules()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a list of ``Step``s, then ``noisy``", "a list of ``Step``\\ s, then ``noisy``"),
        ("`ddim`, `ddpm` and `x_`", "`ddim`, `ddpm` and `x_`"),
        ("an *odd* number * 2", r"an *odd* number \* 2"),
        ("|x| and x_ but not x_0", r"\|x\| and x\_ but not x_0"),
    ],
)
def test_docstrings_are_read_as_plain_text(
    written: str, read: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("sphinx")
    monkeypatch.setattr(sys, "path", list(sys.path))  # the extension adds to it
    path = ROOT / "book" / "_ext" / "from_noise_to_flowers.py"
    specification = importlib.util.spec_from_file_location(path.stem, path)
    assert specification is not None
    assert specification.loader is not None
    extension = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(extension)
    lines = [written]
    extension.read_plainly(None, "function", "f", None, None, lines)
    assert lines == [read]
