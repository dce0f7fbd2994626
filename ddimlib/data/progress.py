"""A bar while there is something to wait for: in a terminal, and in a notebook's kernel."""

import sys
from typing import Any

from tqdm.auto import tqdm


def progress(**options: Any) -> Any:
    """A ``tqdm`` bar where somebody looks at it; silent in logs, pipes and tests.

    ``tqdm(disable=None)`` alone is silent in a notebook, too: a kernel's output is no terminal.
    """
    return tqdm(disable=None if not in_notebook() else False, **options)


def in_notebook() -> bool:
    """Whether this process is the kernel of a notebook."""
    shell = sys.modules.get("IPython")
    running = shell.get_ipython() if shell is not None else None
    return running is not None and "IPKernelApp" in running.config
