"""Under pytest, every function of ddimlib checks the types and shapes that its signature names.

The hook rewrites ``ddimlib`` alone and must be in place before its first import, so it stands
here, in the file that pytest reads first (in each xdist worker too). Kernels that run notebooks,
and readers, use the library as it is.
"""

import os
import sys
from collections.abc import Iterator

import matplotlib
import pytest
from jaxtyping import config, install_import_hook

assert not any(name.split(".")[0] == "ddimlib" for name in sys.modules), (
    "ddimlib was imported before the type-checking hook was in place"
)
# Not under mutmut, which asks what the tests themselves find.
if "MUTANT_UNDER_TEST" not in os.environ:
    install_import_hook("ddimlib", "beartype.beartype")

# Figures are drawn into memory: no test opens a window. (Not by MPLBACKEND, which the kernels
# that nbval starts would inherit, and then show no figure.)
matplotlib.use("Agg")


@pytest.fixture
def as_readers_run_it() -> Iterator[None]:
    """Switches the signature checks off for one test, to see the message that a reader would."""
    before = config.jaxtyping_disable
    config.update("jaxtyping_disable", True)
    yield
    config.update("jaxtyping_disable", before)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Under xdist, the longest files first (with --no-loadscope-reorder), so that none is last."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: (item.path.name != "test_colab.py", item.path.suffix == ".py"))
