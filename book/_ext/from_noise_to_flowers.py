"""What this book adds to Sphinx."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

ROOT = Path(__file__).resolve().parents[2]

# The API reference documents the checkout's own `ddimlib`, installed or not.
sys.path.insert(0, str(ROOT))


def setup(app: Sphinx) -> dict[str, Any]:
    # Jupyter Book always sets this value of sphinx_comments, which the book does not load.
    app.add_config_value("comments_config", {}, "html")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
