"""The scripts of ``book/``, which are in no package."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
BOOK = ROOT / "book"


def load(name: str) -> ModuleType:
    """``book/NAME.py`` as a module; it finds its neighbours as it does when it is run."""
    if name in sys.modules:
        return sys.modules[name]
    if str(BOOK) not in sys.path:
        sys.path.append(str(BOOK))
    spec = importlib.util.spec_from_file_location(name, BOOK / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look there
    spec.loader.exec_module(module)
    return module
