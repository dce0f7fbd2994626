"""ARCHITECTURE.md holds: layers point one way, and the leaves' libraries stay in the leaves."""

import ast
import functools
import graphlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = ROOT / "ddimlib"

# What each room may know of the library, from the ground up: ARCHITECTURE.md draws it.
GROUND = {"checks", "forward", "schedules", "embeddings"}
TAUGHT = GROUND | {"unet", "diffusion", "samplers", "training", "metrics", "likelihood"}
TAUGHT |= {"guidance", "editing", "look_inside"}
BEYOND = {"flow", "distillation", "words", "autoencoder", "transformer"}
MAY_KNOW = {
    "checks": set(),
    "forward": set(),
    "schedules": {"checks", "forward"},
    "embeddings": set(),
    "unet": {"checks", "embeddings"},
    "diffusion": {"checks", "forward", "schedules"},
    "samplers": {"checks", "forward", "schedules", "diffusion"},
    "training": {"checks", "diffusion"},
    "editing": GROUND | {"diffusion", "samplers"},
    "guidance": GROUND | {"diffusion", "samplers"},
    "look_inside": GROUND | {"unet", "diffusion", "samplers", "guidance"},
    "metrics": {"diffusion"},
    "likelihood": GROUND | {"diffusion", "samplers"},
    "flow": GROUND | {"diffusion", "samplers"},
    "distillation": GROUND | {"unet", "diffusion", "samplers", "flow"},
    "words": {"checks", "unet"},
    "autoencoder": {"checks", "schedules", "unet", "diffusion", "samplers"},
    "transformer": {"checks", "embeddings"},
    "exact": GROUND | {"diffusion", "samplers", "transformer"},
    "families": GROUND | {"diffusion", "samplers", "exact"},
    "toy": {"exact", "families"},
    "data": {"checks"},
    "exercises": TAUGHT,
    "runs": TAUGHT | {"exact", "families", "data", "autoencoder", "distillation", "words"},
    "plots": TAUGHT | BEYOND | {"exact", "families", "data", "runs", "toy"},
    "widgets": TAUGHT | BEYOND | {"exact", "families", "data", "runs", "toy", "plots"},
    "cli": {"checks", "runs", "samplers", "data", "guidance"},
}
LEAVES = {"plots", "widgets", "cli"}
LEAF_LIBRARIES = {"matplotlib", "ipywidgets", "IPython", "anywidget", "tyro"}


def module_of(path: Path) -> str:
    """The room that a file belongs to: a module, or a package as a whole."""
    return path.relative_to(LIBRARY).parts[0].removesuffix(".py")


def library_imports(path: Path) -> set[str]:
    """The modules of ddimlib that a file imports, at its top or within a function."""
    package = ("ddimlib", *path.relative_to(LIBRARY).parent.parts)
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            whole = ".".join(part for part in (base, node.module) if part)
            found |= {f"{whole}.{alias.name}" for alias in node.names}
    return {name.split(".")[1] for name in found if name.startswith("ddimlib.")}


@functools.cache
def graph() -> dict[str, set[str]]:
    """Which room knows which, without itself."""
    edges: dict[str, set[str]] = {}
    for path in LIBRARY.rglob("*.py"):
        if path != LIBRARY / "__init__.py":
            own = module_of(path)
            edges.setdefault(own, set()).update(library_imports(path) - {own, "__version__"})
    return edges


def test_every_room_has_a_rule() -> None:
    assert graph().keys() == MAY_KNOW.keys()


@pytest.mark.parametrize("module", MAY_KNOW)
def test_a_room_knows_only_what_lies_below_it(module: str) -> None:
    assert graph()[module] <= MAY_KNOW[module]


def test_no_module_knows_itself_by_a_detour() -> None:
    graphlib.TopologicalSorter(graph()).prepare()  # raises CycleError


def test_nothing_but_leaves_knows_a_leaf() -> None:
    for module, known in graph().items():
        if module not in LEAVES:
            assert not known & LEAVES, f"{module} imports {known & LEAVES}"


@pytest.mark.slow
def test_the_library_below_the_leaves_loads_without_their_libraries() -> None:
    names = sorted(f"ddimlib.{module}" for module in graph() if module not in LEAVES)
    program = f"import sys, {', '.join(names)}\nprint(*sorted({LEAF_LIBRARIES} & set(sys.modules)))"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert loaded.stdout.split() == []
