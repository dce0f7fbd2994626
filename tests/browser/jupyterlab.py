"""A JupyterLab of the test's own: on this machine alone, without a token, in an empty folder."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def jupyterlab(folder: Path, state: Path, seconds: float = 90) -> Iterator[str]:
    """Serve `folder` in JupyterLab; yields its address. All that it writes is below `state`.

    Raises:
        RuntimeError: where the server ended or did not answer in time, with what it said.
    """
    names = ("config", "data", "runtime", "settings", "workspaces", "ipython", "home")
    for name in names:
        (state / name).mkdir(parents=True)
    environment = dict(
        os.environ,
        HOME=str(state / "home"),
        IPYTHONDIR=str(state / "ipython"),
        JUPYTER_CONFIG_DIR=str(state / "config"),
        JUPYTER_DATA_DIR=str(state / "data"),
        JUPYTER_RUNTIME_DIR=str(state / "runtime"),
        JUPYTERLAB_SETTINGS_DIR=str(state / "settings"),
        JUPYTERLAB_WORKSPACES_DIR=str(state / "workspaces"),
        JUPYTER_PREFER_ENV_PATH="1",
        OMP_NUM_THREADS="1",
    )
    # No question about news, and no look for a newer version.
    quiet = state / "settings" / "@jupyterlab" / "apputils-extension"
    quiet.mkdir(parents=True)
    (quiet / "notification.jupyterlab-settings").write_text(
        json.dumps({"fetchNews": "false", "checkForUpdates": False}), encoding="utf-8"
    )
    port = free_port()
    log = state / "log.txt"
    with log.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(
            [
                sys.executable, "-m", "jupyterlab", "--no-browser",
                "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}",
                "--ServerApp.port_retries=0", "--ServerApp.allow_root=True",
                f"--ServerApp.root_dir={folder}", "--IdentityProvider.token=",
                "--ServerApp.terminals_enabled=False",
                "--LabApp.extension_manager=readonly", "--LabApp.news_url=",
                "--LabApp.expose_app_in_browser=True",
            ],
            env=environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        end = time.monotonic() + seconds
        while True:
            try:
                urllib.request.urlopen(f"{address}/api/status", timeout=2).close()
                break
            except OSError:
                if server.poll() is not None or time.monotonic() > end:
                    said = log.read_text(encoding="utf-8")[-3000:]
                    raise RuntimeError(f"JupyterLab did not start. It said:\n{said}") from None
                time.sleep(0.2)
        yield address
    finally:
        # A server that is asked to end ends its kernels first.
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()
