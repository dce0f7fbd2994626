"""The comparison of stored with fresh outputs has teeth: a changed number makes it fail."""

import copy
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
SANITISER = ROOT / "book" / "nbval_sanitise.cfg"

CELL = """\
import torch

from ddimlib.schedules import CosineSchedule

rates = CosineSchedule()(torch.tensor([0.5]))
print(f"signal rate {rates.signal.item():.3f}, model at {object()}, took 3.2 s")"""


def compare(folder: Path) -> subprocess.CompletedProcess[str]:
    """nbval, called as the Makefile does, over the notebooks of a folder."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", "-q"]
    command += ["--nbval", "--nbval-current-env", f"--nbval-sanitize-with={SANITISER}"]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    environment["PYTHONPATH"] = str(ROOT)
    return subprocess.run(
        [*command, *sorted(folder.glob("*.ipynb"))],
        capture_output=True, text=True, cwd=folder, env=environment, check=False,
    )  # fmt: skip


@pytest.mark.slow
def test_a_changed_digit_fails_and_an_address_or_a_duration_does_not(tmp_path: Path) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELL)])
    NotebookClient(notebook, kernel_name="python3").execute(cwd=str(ROOT))
    (output,) = notebook.cells[0].outputs
    digit = output.text.index("signal rate 0.") + len("signal rate 0.") + 2

    other_run = copy.deepcopy(notebook)
    other_run.cells[0].outputs[0].text = output.text.replace("3.2 s", "48 s").replace("0x7", "0x5")
    other_number = copy.deepcopy(notebook)
    changed = str((int(output.text[digit]) + 1) % 10)
    other_number.cells[0].outputs[0].text = output.text[:digit] + changed + output.text[digit + 1 :]

    nbformat.write(other_run, tmp_path / "other_run.ipynb")
    nbformat.write(other_number, tmp_path / "other_number.ipynb")
    result = compare(tmp_path)
    assert "1 failed, 1 passed" in result.stdout, result.stdout + result.stderr
    assert "other_number.ipynb::Cell 0" in result.stdout


@pytest.mark.slow
def test_a_figure_stored_without_its_script_equals_one_that_is_shown_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = "from ddimlib import widgets\nwidgets.embedding_explorer(0.5, 0.503)"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    monkeypatch.setenv("DDIMLIB_STILLS", "1")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    NotebookClient(notebook, kernel_name="python3").execute(cwd=str(ROOT))
    monkeypatch.delenv("DDIMLIB_STILLS")
    nbformat.write(notebook, tmp_path / "stored.ipynb")

    (output,) = notebook.cells[0].outputs
    assert '"b":0.503' in output.data["text/html"]
    output.data["text/html"] = output.data["text/html"].replace('"b":0.503', '"b":0.504')
    nbformat.write(notebook, tmp_path / "other_number.ipynb")
    result = compare(tmp_path)
    assert "1 failed, 1 passed" in result.stdout, result.stdout + result.stderr
    assert "other_number.ipynb::Cell 0" in result.stdout
