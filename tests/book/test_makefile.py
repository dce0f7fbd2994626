"""The Makefile says what is missing, installs once, and notices a book that did not come out."""

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]

needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def make(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    # Not what the make that runs these tests was told.
    told = ("MAKE", "MFLAGS", "CONSTRAINTS", "VENV", "PYTHON", "JOBS")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(told)}
    return subprocess.run(
        ["make", "-C", ROOT, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )


@needs_make
def test_an_old_python_is_refused_in_one_sentence(tmp_path: Path) -> None:
    old = tmp_path / "python3.8"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    result = make("install", f"PYTHON={old}", f"VENV={tmp_path / 'venv'}")
    assert result.returncode != 0
    assert f"Python 3.11 to 3.14 is needed, and {old} is not it" in result.stdout
    assert not (tmp_path / "venv").exists()


@needs_make
def test_an_environment_without_pip_is_made_again(tmp_path: Path) -> None:
    """As Debian leaves one behind where python3-venv is missing."""
    broken = tmp_path / "venv" / "bin" / "python"
    broken.parent.mkdir(parents=True)
    broken.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    asked = tmp_path / "python3"  # says which environment it was asked for, and cannot make it
    asked.write_text('#!/bin/sh\n[ "$1" = -c ] || { echo "$@"; exit 1; }\n', encoding="utf-8")
    asked.chmod(0o755)
    result = make("install", f"PYTHON={asked}", f"VENV={tmp_path / 'venv'}")
    assert result.returncode != 0
    assert f"-m venv --clear {tmp_path / 'venv'}" in result.stdout
    assert "apt install python3-venv" in result.stdout


@needs_make
def test_a_recorded_run_makes_the_book_stale(tmp_path: Path) -> None:
    listed = make("-p", "-n", "help", f"VENV={tmp_path}").stdout
    (sources,) = (line for line in listed.splitlines() if line.startswith("sources :="))
    assert "book/results/flowers64/grow.json" in sources
    assert "book/vendor/package-lock.json" in sources


@needs_make
def test_an_environment_that_is_newer_than_its_lists_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".installed").write_text("constraints.txt\n", encoding="utf-8")
    assert "pip" not in make("-n", "lint", f"VENV={tmp_path}").stdout
    os.utime(tmp_path / ".installed", (0, 0))
    assert "pip install" in make("-n", "lint", f"VENV={tmp_path}").stdout


@needs_make
def test_torch_is_installed_first_and_alone(tmp_path: Path) -> None:
    installs = [
        line.split("pip install")[1]
        for line in make("-n", "install", f"VENV={tmp_path}").stdout.splitlines()
        if "pip install" in line
    ]
    assert len(installs) == 2
    assert "torch==" in installs[0]
    assert "-c constraints.txt" in installs[1]


@pytest.fixture
def check_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """``book/check_build.py``, looking at a book of two pages in an empty folder."""
    spec = importlib.util.spec_from_file_location("check_build", ROOT / "book" / "check_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "HTML", tmp_path / "_build" / "html")
    contents = "root: book/index\nparts:\n- chapters:\n  - file: book/01-first.ipynb\n"
    (tmp_path / "_toc.yml").write_text(contents, encoding="utf-8")
    return module


def test_a_page_that_did_not_come_out_is_named(
    check_build: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = tmp_path / "_build" / "html" / "book"
    pages.mkdir(parents=True)
    for page in (pages.parent / "index.html", pages / "index.html"):
        page.write_text("<p>", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"Missing: _build/html/book/01-first\.html"):
        check_build.main()
    (pages / "01-first.html").write_text("<p>", encoding="utf-8")
    check_build.main()
    assert "2 pages" in capsys.readouterr().out
