"""The same book through the current Sphinx, without Jupyter Book: does the day of the change near?

    make current-sphinx

Jupyter Book 1 is in maintenance and pins Sphinx 7. This writes the configuration that it makes of
``_config.yml``, as ``jupyter-book config sphinx`` does, without the extensions that are its own,
and builds the book with it in an environment that has the newest Sphinx, theme and parser, into
``_build/current/html``. Warnings are errors. What is not checked: style, and what a browser shows.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]

OWN = ("jupyter_book", "sphinx_jupyterbook_latex")  # extensions that the current Sphinx has not
PLACES = ("html_logo", "html_favicon")  # files, relative to the folder of conf.py
PATHS = ("bibtex_bibfiles", "html_static_path", "html_extra_path", "templates_path")
PACKAGES = (
    "sphinx",
    "myst-nb",
    "sphinx-book-theme",
    "sphinx-copybutton",
    "sphinx-design",
    "sphinx-exercise",
    "sphinx-external-toc",
    "sphinx-multitoc-numbering",
    "sphinx-proof",
    "sphinx-togglebutton",
    "sphinxcontrib-bibtex",
)


def configuration() -> dict[str, Any]:
    """What Jupyter Book makes of ``_config.yml``, for a Sphinx without it."""
    from jupyter_book.config import get_final_config

    made, _ = get_final_config(
        user_yaml=ROOT / "_config.yml",
        sourcedir=ROOT,
        cli_config={"latex_individualpages": False},
    )
    made["extensions"] = [name for name in made["extensions"] if name not in OWN]
    for name in PLACES:
        if made.get(name):
            made[name] = str(ROOT / made[name])
    for name in PATHS:
        made[name] = [str(ROOT / path) for path in made.get(name, [])]
    return made


def write(folder: Path) -> None:
    """Write ``conf.py``, with ``book/_ext`` on the path."""
    lines = ["# Made by book/current_sphinx.py.", "import sys", ""]
    lines += [f"sys.path.insert(0, {str(ROOT / 'book' / '_ext')!r})", ""]
    lines += [f"{name} = {value!r}" for name, value in sorted(configuration().items())]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "conf.py").write_text("\n".join(lines) + "\n", encoding="utf-8")


def environment(folder: Path) -> Path:
    """The newest releases of everything but torch, whose pin is the one that is at hand."""
    python = folder / "bin" / "python"
    if not python.is_file():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    (torch,) = (line for line in pins if line.startswith("torch=="))
    needed = [name for name in project["dependencies"] if not name.startswith("torch")]
    needed += project["optional-dependencies"]["export"]
    install = [str(python), "-m", "pip", "install", "--quiet", "--upgrade"]
    subprocess.run([*install, torch], check=True)
    subprocess.run([*install, *needed, *PACKAGES], check=True)
    return python


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the book with the current Sphinx.")
    parser.add_argument("--folder", type=Path, default=ROOT / "_build" / "current")
    folder = parser.parse_args().folder.resolve()
    write(folder)
    python = environment(folder / "environment")
    build = [str(python), "-m", "sphinx", "-b", "html", "-c", str(folder), "-W", "--keep-going"]
    done = subprocess.run([*build, "-q", str(ROOT), str(folder / "html")], cwd=ROOT)
    shown = subprocess.run(
        [str(python), "-m", "pip", "list", "--format=freeze"], capture_output=True, text=True
    )
    names = {*PACKAGES, "myst-parser", "pydata-sphinx-theme", "docutils"}
    print(*(line for line in shown.stdout.splitlines() if line.split("==")[0].lower() in names))
    print("built without a warning" if done.returncode == 0 else "FAILED: see above")
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
