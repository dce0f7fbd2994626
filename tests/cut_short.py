"""A kill in the middle of a file."""

from pathlib import Path
from typing import Any

import pytest


class Killed(BaseException):
    """Nobody catches it by mistake, as nobody outlives a kill."""


def cut_writing_short(monkeypatch: pytest.MonkeyPatch, below: Path) -> None:
    """Of what ``Path`` writes below a folder only half comes onto the disk, before a kill."""
    whole = {"write_text": Path.write_text, "write_bytes": Path.write_bytes}

    def half(name: str) -> Any:
        def write(path: Path, content: Any, *options: Any, **named: Any) -> None:
            cut = below in path.parents
            whole[name](path, content[: len(content) // (1 + cut)], *options, **named)
            if cut:
                raise Killed

        return write

    for name in whole:
        monkeypatch.setattr(Path, name, half(name))
