"""The API reference is complete: every module of the library has its place in it."""

from __future__ import annotations

import re
from pathlib import Path

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
