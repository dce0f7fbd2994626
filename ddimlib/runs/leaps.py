"""Networks that leap, in files: a run's weights, and the method by which they learnt (chapter 13).

A run's folder holds ``leaps.json`` beside the weights: the method, and the numbers of evaluations
that it was trained for. So a few-step model is trained by ``runs.train``, recorded by
``ddimlib record``, and loaded here.
"""

import os
from pathlib import Path
from typing import Any, NamedTuple

from ddimlib.checks import check_name
from ddimlib.diffusion import DiffusionModel
from ddimlib.distillation import (
    SOFTNESS,
    ConsistencyTraining,
    FewStepModel,
    MeanFlow,
    ProgressiveDistillation,
    Teacher,
    one_channel_more,
)
from ddimlib.runs import checkpoints, store
from ddimlib.unet import UNet

FILE = "leaps.json"
METHODS = ("progressive", "consistency", "mean-flow")
#: No leaps but steps along paths that were made straight: a plain model (``flow.Reflow``).
REFLOW = "reflow"
#: Of a mean flow of pictures: as exact as 25 steps of Euler, and half as wild as with the default.
BIT = 0.04


class Leaps(NamedTuple):
    """What ``leaps.json`` says: the method, ``REFLOW`` or one of ``METHODS``, and for how many
    evaluations the network was made.
    """

    method: str
    evaluations: list[int]


def make(
    method: str,
    plain: DiffusionModel,
    network: UNet,
    *,
    teacher: Teacher | None = None,
    steps: int = 1,
    gap: float = 1 / 32,
) -> FewStepModel:
    """A model that learns to leap, with the schedule, target and statistics of a plain one.

    Args:
        method: one of ``METHODS``.
        plain: a model of another network; its own network is not used.
        network: the one to begin with. A mean flow gets a copy with one channel more.
        teacher, steps: of progressive distillation.
        gap: of consistency training.

    Raises:
        ValueError: for an unknown method.
    """
    check_name(method, METHODS, "method")
    scale: dict[str, Any] = {"mean": plain.mean.flatten(), "std": plain.std.flatten()}
    if method == "progressive":
        return ProgressiveDistillation(
            network, plain.schedule, teacher or plain.denoise, steps, target=plain.target, **scale
        )
    if method == "consistency":
        return ConsistencyTraining(network, plain.schedule, gap, target=plain.target, **scale)
    return MeanFlow(one_channel_more(network), bit=BIT, softness=SOFTNESS, **scale)


def write(folder: Path, method: str, evaluations: list[int]) -> None:
    """Write down beside a run's weights how they leap."""
    checkpoints.write_json(folder / FILE, Leaps(method, evaluations)._asdict())


def read(source: str | os.PathLike[str]) -> Leaps | None:
    """How the network of a run leaps; None for one that takes steps of DDIM."""
    file = checkpoints.folder_of(source) / FILE
    return Leaps(**checkpoints.read_json(file)) if file.is_file() else None


def check_takes_steps(source: str | os.PathLike[str]) -> None:
    """Refuse a network that leaps where steps of DDIM are to be taken.

    Raises:
        ValueError: when the run's network learnt by one of ``METHODS``.
    """
    leaps = read(source)
    if leaps is not None and leaps.method != REFLOW:
        raise ValueError(
            f"the network of {source} leaps (it learnt by {leaps.method!r}), and steps of DDIM are "
            "not what it was made for: load it by ddimlib.runs.leaps.load, and sample by "
            "ddimlib.distillation.few_steps"
        )


def load(source: str | os.PathLike[str]) -> DiffusionModel:
    """As ``runs.load``, for ``distillation.few_steps``: a ``FewStepModel`` where the run made one.

    A network after reflow is a plain model: it goes along its straight paths by steps of DDIM.

    Raises:
        FileNotFoundError: when there is nothing there.
        ValueError: when the file is damaged or holds another architecture.
    """
    leaps = read(source)
    if leaps is None or leaps.method == REFLOW:
        return store.load(source)
    path = checkpoints.find(source)
    tensors, about = checkpoints.load_tensors(path)
    config, names = store.read_config(path), tuple(about.get("class_names", ()))
    plain = store.build_model(config, classes=len(names))
    assert isinstance(plain.network, UNet)
    model = make(leaps.method, plain, plain.network)
    checkpoints.load_into(model, checkpoints.full_precision(tensors), path)
    model.image_size, model.class_names = config.image_size, names
    return model.eval().requires_grad_(False)
