"""The trained network as an ONNX file, which a browser can run (chapter 11).

    python -m ddimlib.runs.export NAME     writes NAME.onnx, of a recorded run

The networks that the book's pages run are made so when it is built
(``ddimlib.widgets.network.network_file``). The file holds the network alone, in evaluation mode.
Schedule, sampler and statistics are a few lines in any language; what a page needs to know of them
is in the file's metadata.
"""

import argparse
import hashlib
import json
import os
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from ddimlib.diffusion import DiffusionModel, in_evaluation
from ddimlib.distillation import WithLength
from ddimlib.runs.checkpoints import write_atomically
from ddimlib.schedules import SCHEDULES
from ddimlib.unet import UNet
from ddimlib.words import WordUNet

OPSET = 17  # every operator of the network has been the same since; onnxruntime-web knows 7 to 21
SMALLEST_HALVED = 1024  # smaller tensors stay as they are: together they weigh next to nothing
ROOM = 200_000  # bytes in a padded file for all that is not weights in half precision
ROOM_TO_HEAR = 200_000  # and more where there is a text encoder, and attention at many places


def export_onnx(
    model: DiffusionModel,
    path: str | os.PathLike[str],
    half: bool = True,
    size: int | None = None,
    length: int | None = None,
) -> Path:
    """Write the network of a trained model as ONNX.

    Inputs are ``noisy`` (1, channels, size, size) and ``noise_variance`` (1,), float32, and, for
    a network with classes, ``label`` (1,), int64, where the number of classes means "no class".
    The output, ``prediction``, is shaped like ``noisy`` and stands for ``model.target``. A network
    that hears words has ``tokens`` (1, words), int64, in place of the label, 0 for no word, and a
    second output, ``looks`` (1, words + 1, height, width): see ``WordUNet.where_it_looked``. Of a
    mean flow it is the network within, which sees how far to leap as one more channel.

    Args:
        model: the trained model; it is left as it was.
        path: the file to write.
        half: store the large weights in half precision. They become float32 again when the file
            is loaded, so that all arithmetic is in float32.
        size: the side of the pictures, by default the one that the model was trained on.
        length: pad the file to so many bytes, for example to ``padded_length(model)``.

    Returns:
        The path.

    Raises:
        ImportError: where the package ``onnx`` is missing.
        ValueError: where the side of the pictures is not known, or the file is longer than
            ``length``.
        TypeError: where the network is neither a ``UNet`` nor a ``WordUNet``.
    """
    try:
        import onnx
    except ImportError as error:
        raise ImportError("export needs onnx: pip install 'ddimlib[export]'") from error
    network = _network(model)
    if not isinstance(network, UNet | WordUNet):
        raise TypeError(
            f"only a UNet, or one that hears words, can be exported, got {type(network).__name__}"
        )
    size = model.image_size if size is None else size
    if size is None:
        raise ValueError("the model does not know the side of its pictures: give size=…")

    about = describe(model, size)

    def write(place: Path) -> None:
        _write(network, place, size)
        graph = onnx.load(str(place))
        if half:
            _halve(graph.graph)
        for key, value in about.items():
            entry = graph.metadata_props.add()
            entry.key, entry.value = key, json.dumps(value)
        if length is not None:
            _pad(graph, length)
        onnx.checker.check_model(graph)
        onnx.save(graph, str(place))

    path = Path(path)
    write_atomically(path, write)
    return path


def load_onnx(path: str | os.PathLike[str], threads: int = 1) -> Any:
    """The file as a network again: ``network(noisy, noise_variance, labels=None)``, on the CPU.

    It takes the place of ``model.network``, so that ``model.denoise`` runs what a browser runs.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return _OnnxNetwork(session)


class _OnnxNetwork(nn.Module):
    """Runs a file written by ``export_onnx``, one picture at a time."""

    def __init__(self, session: Any) -> None:
        super().__init__()
        self.session = session
        about = session.get_modelmeta().custom_metadata_map
        self.classes: int | None = json.loads(about["classes"])

    def forward(
        self, noisy: Tensor, noise_variance: Tensor, labels: Tensor | None = None
    ) -> Tensor:
        variances = noise_variance.reshape(-1).expand(noisy.shape[0])
        if labels is None and self.classes is not None:
            labels = torch.full_like(variances, self.classes, dtype=torch.int64)
        rows = []
        for i in range(noisy.shape[0]):
            inputs = {"noisy": noisy[i : i + 1], "noise_variance": variances[i : i + 1]}
            arrays = {name: value.float().numpy() for name, value in inputs.items()}
            if labels is not None:
                arrays["label"] = labels[i : i + 1].numpy()
            rows.append(torch.from_numpy(self.session.run(["prediction"], arrays)[0]))
        return torch.cat(rows)


class _ByTokens(nn.Module):
    """A network that hears words, with all that it gives as outputs."""

    def __init__(self, network: WordUNet) -> None:
        super().__init__()
        self.network = network

    def forward(self, noisy: Tensor, noise_variance: Tensor, tokens: Tensor) -> tuple[Tensor, ...]:
        prediction = self.network.hear(noisy, noise_variance, tokens)
        return (prediction, self.network.where_it_looked()) if self.network.looks else (prediction,)


def _network(model: DiffusionModel) -> nn.Module:
    """What is exported of a model: of a mean flow, the network within."""
    network = model.network
    return network.network if isinstance(network, WithLength) else network


def _write(network: UNet | WordUNet, path: Path, size: int) -> None:
    """Trace the network in evaluation mode on the CPU, where batch norms have fixed numbers."""
    inputs: dict[str, Tensor] = {
        "noisy": torch.zeros(1, network.image_channels, size, size),
        "noise_variance": torch.full((1,), 0.5),
    }
    outputs, traced = ["prediction"], network
    if isinstance(network, WordUNet):
        inputs["tokens"] = torch.zeros(1, network.vocabulary.length, dtype=torch.int64)
        outputs += ["looks"] if network.looks else []
        traced = _ByTokens(network)  # type: ignore[assignment]
    elif network.classes is not None:
        inputs["label"] = torch.tensor([network.classes])
    device = next(network.parameters()).device
    shortcut = torch.backends.mha.get_fastpath_enabled()
    try:
        # An encoder's layer in one operation, which ONNX does not know.
        torch.backends.mha.set_fastpath_enabled(False)
        with warnings.catch_warnings(), torch.no_grad(), in_evaluation(traced):
            # The checks of shapes and labels run once, while tracing, and are left out.
            warnings.simplefilter("ignore")
            torch.onnx.export(
                traced.to("cpu"),
                tuple(inputs.values()),
                str(path),
                input_names=list(inputs),
                output_names=outputs,
                opset_version=OPSET,
                dynamo=False,  # the other exporter would need a further package
            )
    finally:
        torch.backends.mha.set_fastpath_enabled(shortcut)
        network.to(device)


def _halve(graph: Any) -> None:
    """Store large weights as float16, each followed by a Cast that makes float32 of it again."""
    import numpy as np
    from onnx import TensorProto, helper, numpy_helper

    casts = []
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < SMALLEST_HALVED:
            continue
        name = tensor.name
        tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), f"{name}.half"))
        casts.append(helper.make_node("Cast", [f"{name}.half"], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)


def _pad(graph: Any, length: int) -> None:
    """Lengthen a file's comment, and its producer's name, by spaces until it has ``length`` bytes.

    Raises:
        ValueError: where the file is longer.
    """
    if graph.ByteSize() > length:
        raise ValueError(
            f"the network takes {graph.ByteSize():,} bytes as ONNX, and is to take {length:,}: "
            "raise ROOM in ddimlib/runs/export.py, and record again what pages show of it"
        )
    spare = length - graph.ByteSize()
    if spare > 8:  # how long a comment is takes some bytes as well, up to six
        graph.doc_string = " " * (spare - 8)
    graph.producer_name += " " * (length - graph.ByteSize())


def padded_length(model: DiffusionModel) -> int:
    """How many bytes to give the network's file, known without writing it.

    How long the file is by itself depends on the versions that write it. A page must know the
    length before it fetches the file, and notes by it that a file has been cut short.
    """
    network = _network(model)
    room = ROOM + (ROOM_TO_HEAR if isinstance(network, WordUNet) else 0)
    return 2 * sum(tensor.numel() for tensor in network.state_dict().values()) + room


def version(model: DiffusionModel) -> str:
    """16 digits that differ wherever a network's weights do, whatever wrote its file."""
    digest = hashlib.sha256()
    for name, tensor in sorted(_network(model).state_dict().items()):
        digest.update(name.encode())
        digest.update(tensor.cpu().contiguous().numpy().tobytes())
    return digest.hexdigest()[:16]


def describe(model: DiffusionModel, size: int | None = None) -> dict[str, Any]:
    """What a sampler must know besides the network; JSON can hold it.

    Of a network that hears words: them, in the order of their numbers, and how many it hears.
    """
    schedule = model.schedule
    kinds = {kind: name for name, kind in SCHEDULES.items()}
    options = {name: value for name, value in vars(schedule).items() if name[0] != "_"}
    network = _network(model)
    asked: dict[str, Any] = {
        "classes": getattr(network, "classes", None),
        "class_names": list(model.class_names),
    }
    if isinstance(network, WordUNet):  # whoever asks needs its words, and none of the captions
        vocabulary = network.vocabulary
        asked = {"classes": None, "class_names": []}
        asked |= {"words": vocabulary.words, "length": vocabulary.length}
    return {
        "size": model.image_size if size is None else size,
        **asked,
        "target": model.target,
        "mean": model.mean.flatten().tolist(),
        "std": model.std.flatten().tolist(),
        "schedule": {"kind": kinds.get(type(schedule)), "options": options},
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """``python -m ddimlib.runs.export NAME [--to FILE]``."""
    from ddimlib.runs.store import load

    parser = argparse.ArgumentParser(
        prog="python -m ddimlib.runs.export", description="Write a trained network as ONNX."
    )
    parser.add_argument("name", help="a recorded run, a run's folder or a file of weights")
    parser.add_argument("--to", help="write here instead of NAME.onnx in the current folder")
    options = parser.parse_args(arguments)
    path = export_onnx(load(options.name), options.to or f"{Path(options.name).stem}.onnx")
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
