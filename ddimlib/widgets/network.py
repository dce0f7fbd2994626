"""What any figure needs to run a recorded network in the reader's browser."""

from __future__ import annotations

import hashlib
import inspect
import tempfile
from pathlib import Path
from typing import Any

from ddimlib import embeddings, runs, unet, words
from ddimlib.runs import export, leaps
from ddimlib.widgets.recording import check_contract, read_recording

SITE = "https://noise-to-flowers.github.io/noise-to-flowers/"  # what runs elsewhere fetches there
MODELS = "models/"  # where the built site keeps networks, below its root
# Which of a run's recordings name its network, each with what makes it: python -m ddimlib.widgets …
RECORDINGS = {"grow": "record {run} grow", "ask": "ask", "follow": "follow"}
RUNTIME = "vendor/onnxruntime/"
# onnxruntime-web's builds, the first for every browser: the module, the WebAssembly that the
# page fetches for it, and the bytes of both with the loader between them, which a test weighs.
RUNTIMES = {
    "wasm": {
        "name": "processor",
        "module": "ort.wasm.min.mjs",
        "binary": "ort-wasm-simd-threaded.wasm",
        "bytes": 14_314_404,
    },
    "webgpu": {
        "name": "graphics card",
        "module": "ort.webgpu.min.mjs",
        "binary": "ort-wasm-simd-threaded.asyncify.wasm",
        "bytes": 26_901_320,
    },
}


def network_data(run: str, recording: str = "grow") -> dict[str, Any]:
    """What ``static/network.js`` must know to fetch the network of a recorded run and to ask it.

    Where its file and the runtime lie and how large they are; ``size``, ``mean`` and ``std`` of its
    pictures; its ``schedule`` and ``target``; ``class_names``, and ``classes``, how many there are,
    which is also the number that stands for no class (0 where it knows none).

    Args:
        run: a recorded run for which ``python -m ddimlib.widgets record`` was called.
        recording: one of ``RECORDINGS``, which says so.

    Raises:
        FileNotFoundError: where the run or its recording is missing.
        ValueError: for a schedule or a target that pages do not know (``check_contract``).
    """
    about = check_contract(read_recording(run, recording))
    names = ("size", "mean", "std", "schedule", "target", "class_names", "model_bytes")
    return {
        **{name: about[name] for name in names},
        "classes": about["classes"] or 0,
        # With its version: what a browser keeps of another one is not this network.
        "model": f"{MODELS}{run}.onnx?{about['model_digest']}",
        "runtime": RUNTIME,
        "runtimes": RUNTIMES,
        "site": SITE,
    }


def recorded_networks(results: Path) -> list[tuple[str, str]]:
    """The runs whose networks pages ask for, each with the recording that names it."""
    found = ((name, file) for name in RECORDINGS for file in results.glob(f"*/{name}.json"))
    return sorted((file.parent.name, name) for name, file in found)


def network_file(run: str, folder: Path, recording: str = "grow") -> Path:
    """The network of a recorded run as pages fetch it: exported, unless ``folder`` holds it.

    The file's name changes with the weights and with the code that exports them, so that a book
    that is built again exports nothing again. Its length is the one that ``network_data`` says.

    Raises:
        FileNotFoundError: where the run or its recording is missing.
        ImportError: where the package ``onnx`` is missing.
        ValueError: where the run has other weights than those that were recorded for pages.
    """
    about = read_recording(run, recording)
    model = (leaps.load if recording == "follow" else runs.load)(run)
    version, length = export.version(model), export.padded_length(model)
    if (about["model_digest"], about["model_bytes"]) != (version, length):
        raise ValueError(
            f"the recording of {run} is of other weights: make it again with "
            f"python -m ddimlib.widgets {RECORDINGS[recording].format(run=run)}"
        )
    code = "".join(map(inspect.getsource, (export, unet, embeddings, words)))
    file = folder / f"{run}-{version}-{hashlib.sha256(code.encode()).hexdigest()[:8]}.onnx"
    if not file.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        # Whole or not there, also where two processes make it at a time.
        with tempfile.TemporaryDirectory(dir=folder) as place:
            export.export_onnx(model, Path(place) / file.name, length=length).replace(file)
    return file
