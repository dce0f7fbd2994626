"""An imitation of Colab: its Python and its versions, and every chapter's copy run in it.

    make colab                                          all chapters, with Python 3.13
    make colab CHAPTERS="book/03-schedules.ipynb"       one of them
    make colab COLAB_PYTHON=python3.11 COLAB_TORCH=2.13.0+cpu
    make colab-library                                  the library's own tests

1. An environment gets the versions of ``constraints-colab.txt``: what Colab has, and not ddimlib.
2. A set-up cell installs ddimlib from the archive that GitHub would make of this checkout, *with*
   its dependencies, by the network. It must not change the version of anything that was there.
3. Each copy (``book/colab_copies.py``) runs in that environment, and nbval compares what it prints
   with what the chapter has stored.

With ``--library`` (`make colab-library`) the library's own tests run there in place of the
chapters, on this checkout, but for those that build the book or open a browser.

The last lines say what was imitated; where another Python or torch stood in, they say so.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import colab_copies
import setup_cell

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ddimlib.runs import recorded  # noqa: E402

VERSIONS = ROOT / "constraints-colab.txt"
PYTHON = "3.13"  # Colab's

# As make has it for the tests: the stored numbers were computed by one thread and no GPU.
AS_STORED = {
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "CUDA_VISIBLE_DEVICES": "",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}
# What the library's tests need, beside what Colab and the set-up cell have.
TESTED_WITH = (
    *("beartype", "hypothesis", "onnx", "onnxruntime", "pytest", "pytest-xdist"),
    *("tensorboard", "torchmetrics"),
)
# How large an installed package is, in a Python that has nothing but the standard library.
SIZES = """\
import json
from importlib.metadata import distributions
sizes = {}
for package in distributions():
    files = [package.locate_file(file) for file in package.files or []]
    bytes_ = sum(file.stat().st_size for file in files if file.is_file())
    sizes[package.metadata["Name"].lower()] = (package.version, bytes_)
print(json.dumps(sizes))"""


def pack(file: Path) -> Path:
    """Write what GitHub packs of this checkout: ``.gitattributes`` leaves out what Colab needs not.

    Changes that are not committed are in it, but for new files that git has not been told of.
    """
    git = ["git", "-c", "user.name=pack", "-c", "user.email=pack@localhost"]
    stash = subprocess.run([*git, "stash", "create"], cwd=ROOT, check=True, capture_output=True)
    commit = stash.stdout.decode().strip() or "HEAD"
    command = [*git, "archive", "--prefix=ddimlib-main/", f"--output={file}", commit]
    subprocess.run(command, cwd=ROOT, check=True)
    return file


def networks(folder: Path) -> Path:
    """Put the recorded networks where chapters find them once they have fetched them.

    The archive leaves some of them out, and what is not published yet cannot be fetched.
    """
    for about in (ROOT / "book" / "results").glob("*/weights.json"):
        kept = folder / "networks" / recorded.fetched_name(about.parent.name)
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(about.with_name("weights.safetensors"), kept)
    return folder


def requirements(torch: str | None) -> tuple[str, list[str]]:
    """Colab's torch, and the rest of its list; another torch where the caller says so."""
    text = VERSIONS.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    (named,) = (line for line in lines if line.startswith("torch=="))
    lines.remove(named)
    return f"torch=={torch}" if torch else named, lines


def run(command: list[str | Path], **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], check=True, text=True, **options)


def packages(python: Path) -> dict[str, tuple[str, int]]:
    """Version and size of each package of an environment, by name."""
    done = run([python, "-I", "-c", SIZES], stdout=subprocess.PIPE)
    return {name: (version, size) for name, (version, size) in json.loads(done.stdout).items()}


def environment(folder: Path, python: str, torch: str | None) -> Path:
    """Make the environment, unless it is there already; returns its Python."""
    inside = folder / "bin" / "python"
    first, others = requirements(torch)
    stamp = folder / "made-from.json"
    recipe = [python, first, *others]
    if stamp.is_file():
        made = json.loads(stamp.read_text(encoding="utf-8"))
        if made["recipe"] == recipe:  # take away what the last set-up cell has added
            added = [name for name in packages(inside) if name not in made["packages"]]
            if added:
                run([inside, "-m", "pip", "uninstall", "--quiet", "--yes", *added])
            return inside
    run([python, "-m", "venv", "--clear", folder])
    install = [inside, "-m", "pip", "install", "--quiet"]
    run([*install, first])
    run([*install, first, *others])
    made = {"recipe": recipe, "packages": sorted(packages(inside))}
    stamp.write_text(json.dumps(made), encoding="utf-8")
    return inside


def set_up(python: Path, archive: Path) -> tuple[list[str], list[str]]:
    """Run the set-up cell; returns what it changed, and what it added, in words."""
    before = packages(python)
    with tempfile.TemporaryDirectory() as empty:
        variables = outside() | {"DDIMLIB_ARCHIVE": str(archive)}
        run([python, "-c", setup_cell.setup_source()], cwd=empty, env=variables)
    after = packages(python)
    added = [f"{n} {v} ({b / 1e6:.1f} MB)" for n, (v, b) in after.items() if n not in before]
    return changes(before, after), sorted(added)


def changes(before: dict[str, tuple[str, int]], after: dict[str, tuple[str, int]]) -> list[str]:
    """Which packages have another version than before, or are gone, in words."""
    return [
        f"{name} {version} -> {after.get(name, ('gone',))[0]}"
        for name, (version, _) in before.items()
        if after.get(name, ("",))[0] != version
    ]


def outside() -> dict[str, str]:
    """The variables of this process, without those by which it finds this checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | AS_STORED


def compare(python: Path, copies: list[Path], folder: Path) -> int:
    """Run the copies with that Python and compare what they print; returns nbval's exit status."""
    kernel = folder / "jupyter" / "kernels" / "colab"
    kernel.mkdir(parents=True, exist_ok=True)
    arguments = [str(python), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    specification = {"argv": arguments, "display_name": "Colab", "language": "python"}
    (kernel / "kernel.json").write_text(json.dumps(specification), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", *map(str, copies), "-p", "no:cacheprovider"]
    command += ["--nbval", "--nbval-kernel-name", "colab", "--durations", "0", "--durations-min"]
    command += ["1", "--nbval-sanitize-with", str(ROOT / "book" / "nbval_sanitise.cfg")]
    variables = outside() | {"JUPYTER_PATH": str(folder / "jupyter")}
    variables["DDIMLIB_DATA"] = str(networks(folder / "data"))
    return subprocess.run(command, cwd=ROOT, env=variables).returncode


def test_library(python: Path, jobs: int) -> int:
    """Run the library's tests with that Python; returns pytest's exit status."""
    before = packages(python)
    run([python, "-m", "pip", "install", "--quiet", *pinned(before), *TESTED_WITH])
    if changed := changes(before, packages(python)):
        sys.exit(f"What the tests need changed what was there: {', '.join(changed)}")
    command = [str(python), "-m", "pytest", "tests", "-p", "no:cacheprovider", "-q"]
    command += ["-m", "not browser", "--ignore", "tests/book", "--ignore", "tests/browser"]
    command += ["-n", str(jobs), "--dist", "loadfile", "--no-loadscope-reorder"]
    return subprocess.run(command, cwd=ROOT, env=outside()).returncode


def pinned(there: dict[str, tuple[str, int]]) -> list[str]:
    """What an environment has, as requirements: pip may add to it and change nothing."""
    return [f"{name}=={version}" for name, (version, _) in there.items() if name != "ddimlib"]


def main() -> None:
    parser = argparse.ArgumentParser(description="Run the chapters in an imitation of Colab.")
    parser.add_argument("chapters", nargs="*", help="chapters, for example book/03-schedules.ipynb")
    parser.add_argument("--folder", type=Path, default=ROOT / "_build" / "colab")
    parser.add_argument("--python", default=f"python{PYTHON}", help="Colab's is the default")
    parser.add_argument("--torch", help="another version of torch than Colab's")
    parser.add_argument(
        "--library", type=int, metavar="JOBS", help="run the library's tests, in so many processes"
    )
    options = parser.parse_args()
    folder = options.folder.resolve()

    try:
        version = run([options.python, "--version"], stdout=subprocess.PIPE).stdout.split()[1]
    except (OSError, subprocess.CalledProcessError):
        sys.exit(
            f"{options.python} is not here. Colab has Python {PYTHON}: install it, or name another "
            "Python that stands in for it: make colab COLAB_PYTHON=python3.12"
        )
    python = environment(folder / "environment", options.python, options.torch or None)
    archive = pack(folder / "main.zip")
    changed, added = set_up(python, archive)
    if options.library:
        failed = test_library(python, options.library)
        what, passed = "the library's tests", "passed"
    else:
        wanted = {Path(name).name for name in options.chapters}
        copies = [
            path
            for path in colab_copies.write(folder / "book")
            if not wanted or path.name in wanted
        ]
        failed = compare(python, copies, folder)
        what, passed = f"{len(copies)} chapters compared", "as stored"

    there = packages(python)
    stand_ins = [] if version.startswith(f"{PYTHON}.") else [f"Python {version} for {PYTHON}"]
    if options.torch and not re.fullmatch(r"2\.11\.0(\+.*)?", options.torch):
        stand_ins.append(f"torch {there['torch'][0]} for Colab's")
    print(f"\nColab imitated, with {VERSIONS.name}; stood in: {', '.join(stand_ins) or 'nothing'}")
    print(
        f"set-up cell: archive of {archive.stat().st_size / 1e6:.1f} MB; added {', '.join(added)}"
    )
    print(f"{what}: {'FAILED' if failed else passed}")
    if changed:
        sys.exit(f"The set-up cell changed what was there: {', '.join(changed)}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
