"""Colab, imitated: each chapter's copy, alone in an empty folder, installs ddimlib and runs.

The environment has what Colab has of the library's requirements (torch, numpy, matplotlib and so
on, ipywidgets at Colab's 7.7.1) and not ddimlib, nor anything else that the tests' own environment
holds. A copy's set-up cell installs ddimlib from a wheel of what GitHub would pack of this
checkout, which the variable DDIMLIB_ARCHIVE names; it uses no network, and networks that chapter 12
would fetch are there already. What is printed is compared
by nbval, not here; `make colab` does both, with Colab's own versions.
"""

import json
import os
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.scripts import load

ROOT = Path(__file__).resolve().parents[2]
setup_cell = load("setup_cell")
CHAPTERS = setup_cell.chapters() + setup_cell.appendices()
CHAPTERS.append(ROOT / "book" / "build-ddim-solved.ipynb")

# ipywidgets 7.7.1 and the two parts of it that a kernel imports or that it names as its own.
COLAB_WIDGETS = ["ipywidgets==7.7.1", "ipython-genutils==0.2.0", "widgetsnbextension==3.6.10"]
REPLACED = {"ipywidgets", "widgetsnbextension", "jupyterlab-widgets"}

pytestmark = pytest.mark.slow


def runtime_requirements() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["dependencies"]


def with_what_they_need(names: list[str]) -> dict[str, Distribution]:
    """These packages and, in turn, everything that they require, by canonical name."""
    found: dict[str, Distribution] = {}
    todo = [Requirement(name) for name in names]
    while todo:
        one = todo.pop()
        name = canonicalize_name(one.name)
        if name in found or name in REPLACED:
            continue
        found[name] = distribution(name)
        for text in found[name].requires or []:
            needed = Requirement(text)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                todo.append(needed)
    return found


@pytest.fixture(scope="module")
def colab_packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site-packages folder: links to packages that are installed here, and the old widgets."""
    folder = tmp_path_factory.mktemp("colab") / "site-packages"
    folder.mkdir()
    names = [*runtime_requirements(), "ipykernel", "pip"]
    for package in with_what_they_need(names).values():
        for file in package.files or []:
            top = file.parts[0]
            if top not in ("..", "__pycache__") and not (folder / top).exists():
                (folder / top).symlink_to(Path(str(package.locate_file(top))))
    assert not list(folder.glob("*ddimlib*"))
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder]
        + COLAB_WIDGETS,
        check=True,
    )
    return folder


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What GitHub packs of this checkout."""
    return load("colab_imitation").pack(tmp_path_factory.mktemp("archive") / "main.zip")


@pytest.fixture(scope="module")
def wheel(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that pip makes of the archive."""
    folder = tmp_path_factory.mktemp("wheel")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=folder / "ddimlib-main", check=True, capture_output=True)
    (built,) = folder.glob("ddimlib-*.whl")
    return built


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the chapters' copies for Colab."""
    folder = tmp_path_factory.mktemp("copies")
    command = [sys.executable, ROOT / "book" / "colab_copies.py", "--folder", folder]
    subprocess.run(command, check=True)
    return folder


@pytest.fixture
def colab(
    tmp_path: Path, colab_packages: Path, wheel: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, str]:
    """A fresh environment with a kernel named "colab"; returns the variables it runs with."""
    prefix = tmp_path / "environment"
    venv.create(prefix, with_pip=False, symlinks=True)
    python = prefix / "bin" / "python"
    (site_packages,) = (prefix / "lib").glob("python*/site-packages")
    (site_packages / "colab.pth").write_text(f"{colab_packages}\n", encoding="utf-8")

    kernel = tmp_path / "jupyter" / "kernels" / "colab"
    kernel.mkdir(parents=True)
    arguments = [str(python), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    specification = {"argv": arguments, "display_name": "Colab", "language": "python"}
    (kernel / "kernel.json").write_text(json.dumps(specification), encoding="utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))

    home = tmp_path / "home"
    home.mkdir()
    return {
        "PATH": f"{python.parent}{os.pathsep}/usr/bin{os.pathsep}/bin",
        "HOME": str(home),
        "DDIMLIB_ARCHIVE": str(wheel),
        "DDIMLIB_DATA": str(load("colab_imitation").networks(tmp_path / "data")),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",  # `make colab` installs with them
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "CUDA_VISIBLE_DEVICES": "",  # or chapter 11 would train for an hour
        "OMP_NUM_THREADS": os.environ.get("OMP_NUM_THREADS", "1"),
        "LANG": "C.UTF-8",
    }


PROBE = """\
import importlib.util, ipywidgets, ddimlib
print(ddimlib.__file__, ipywidgets.__version__, importlib.util.find_spec("sphinx"))"""


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
def test_the_chapter_runs_alone_where_ddimlib_is_not_installed(
    chapter: Path, copies: Path, colab: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    shutil.copy(copies / chapter.name, folder)
    notebook = nbformat.read(folder / chapter.name, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(PROBE))
    client = NotebookClient(
        notebook,
        kernel_name="colab",
        timeout=300,
        resources={"metadata": {"path": str(folder)}},
    )
    client.execute(env=colab)

    where, widgets, sphinx = notebook.cells[-1].outputs[0].text.split()
    assert Path(where).is_relative_to(tmp_path / "environment")
    assert widgets == "7.7.1"
    assert sphinx == "None"


def test_the_wheel_holds_the_recorded_runs_and_the_browser_s_part(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    results, static = ROOT / "book" / "results", ROOT / "ddimlib" / "static"
    recorded = [path.relative_to(results) for path in results.rglob("*.json") if path.is_file()]
    own = [path.relative_to(ROOT) for path in static.rglob("*") if path.is_file()]
    own = [path for path in own if path.parent.name == "built" or path.suffix != ".js"]
    assert recorded
    assert own
    assert {f"ddimlib/results/{path.as_posix()}" for path in recorded} <= names
    assert {path.as_posix() for path in own} <= names
    assert {name.split("/")[0] for name in names} == {"ddimlib", wheel.name[:13] + ".dist-info"}


def test_a_set_up_cell_downloads_little(archive: Path) -> None:
    """Of what it downloads nearly all are networks that chapters load (see ``.gitattributes``)."""
    packed = zipfile.ZipFile(archive).infolist()
    large = [info.filename for info in packed if info.compress_size > 500_000]
    assert all(name.endswith("weights.safetensors") for name in large), large
    assert archive.stat().st_size < 20_000_000
