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
