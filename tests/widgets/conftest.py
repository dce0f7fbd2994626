"""Runs the figures' JavaScript outside a browser, to compare it with Python."""

import json
import shutil
import subprocess
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

RunJavaScript = Callable[..., Any]


@pytest.fixture(scope="session")
def javascript_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The modules of ``ddimlib/static``, where node reads them as ES modules."""
    folder = tmp_path_factory.mktemp("static")
    for source in files("ddimlib").joinpath("static").iterdir():
        if source.name.endswith(".js"):
            text = source.read_text(encoding="utf-8")
            if source.name.endswith(".worker.js"):  # as the bundler has it: a text, not a module
                text = f"export default {json.dumps(text)};\n"
            (folder / source.name).write_text(text, "utf-8")
    (folder / "package.json").write_text('{"type": "module"}')
    return folder


@pytest.fixture(scope="session")
def run_javascript(javascript_folder: Path) -> RunJavaScript:
    """``run_javascript("noise.js", "gaussianNoise(data, 4)", 7)``: the value, through JSON.

    The expression sees the module's exports by name and the argument as ``data``; a promise is
    waited for.
    """
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on this machine: JavaScript is not compared with Python here")

    def run(module: str, expression: str, data: Any = None) -> Any:
        script = (
            f'import * as module from "./{module}";\n'
            f"const data = {json.dumps(data)};\n"
            f"const value = await (({{{', '.join(exports(javascript_folder / module))}}}) =>"
            f" {expression})(module);\n"
            "console.log(JSON.stringify(value, (key, item) =>"
            " ArrayBuffer.isView(item) ? Array.from(item) : item));\n"
        )
        done = subprocess.run(
            [node, "--input-type=module", "-"],
            input=script,
            cwd=javascript_folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def exports(module: Path) -> list[str]:
    """The names a module exports."""
    words = [line.split() for line in module.read_text("utf-8").splitlines()]
    names = [line[2 if line[1] != "async" else 3] for line in words if line[:1] == ["export"]]
    return [name.split("(")[0] for name in names]
