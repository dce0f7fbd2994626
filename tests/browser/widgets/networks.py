"""Pages whose figures ask a network: what lies beside them, and how to wait for its answers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ddimlib.diffusion import DiffusionModel
from ddimlib.runs.export import export_onnx, padded_length

FILE = "network.onnx"


def export_network(model: DiffusionModel, recording: Path) -> None:
    """Keep a network beside its recording, as the book puts it beside its pages."""
    export_onnx(model, recording / FILE, length=padded_length(model))


def put_network(place: Path, recording: Path, vendored: Path) -> None:
    """Put a run's network and the runtime below a site's root, where figures look for them."""
    (place / "models").mkdir()
    network = place / "models" / f"{recording.name}.onnx"
    network.write_bytes((recording / FILE).read_bytes())
    (place / "vendor").symlink_to(vendored)


def file_asked_for(request: Any) -> str:
    """The name of the file, without its version."""
    return request.url.split("/")[-1].split("?")[0]


def watched(browser: Any) -> tuple[Any, list[str], list[str]]:
    """A new tab, the files that it asks for, and its errors, both as they come."""
    tab = browser.new_page()
    tab.set_default_timeout(120_000)
    requests: list[str] = []
    problems: list[str] = []
    tab.on("request", lambda request: requests.append(file_asked_for(request)))
    tab.on("console", lambda entry: problems.append(entry.text) if entry.type == "error" else None)
    tab.on("pageerror", lambda error: problems.append(str(error)))
    return tab, requests, problems


def wait_until(tab: Any, state: str) -> None:
    """Wait for a state of the page's first figure."""
    tab.wait_for_function(
        "state => document.querySelector('figure').dataset.state === state", arg=state
    )


def after(tab: Any, act: Callable[..., object], *values: Any) -> None:
    """Act, and wait until what comes of it is done; between two looks it may be over."""
    tab.evaluate("document.querySelector('figure').dataset.state = 'waiting'")
    act(*values)
    wait_until(tab, "done")
