"""Models in files: built from a config, written, loaded again, recorded with the book."""

import os
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor

from ddimlib.data import Images
from ddimlib.diffusion import DiffusionModel
from ddimlib.runs import checkpoints, recorded
from ddimlib.runs.config import TrainConfig, as_dict, from_dict
from ddimlib.runs.logbook import SECOND_WEIGHTS, Logbook
from ddimlib.schedules import make_schedule
from ddimlib.unet import UNet
from ddimlib.words import WordUNet


class Run(NamedTuple):
    """A finished run: where it is, its model (in eval mode, on the CPU), a dictionary an epoch."""

    folder: Path
    model: DiffusionModel
    config: TrainConfig
    metrics: list[dict[str, Any]]


def build_model(
    config: TrainConfig,
    images: Images | None = None,
    classes: int = 0,
) -> DiffusionModel:
    """The model of a config, with the statistics of the training pictures where they are given."""
    network = UNet(
        image_channels=3,
        widths=config.widths,
        block_depth=config.block_depth,
        embedding_dim=config.embedding_dim,
        norm=config.norm,
        attention_levels=config.attention_levels,
        classes=(len(images.class_names) if images else classes)
        if config.class_conditional
        else None,
        condition_blocks=config.condition_blocks,
    )
    mean, std = statistics(images.train) if images else (torch.tensor(0.5), torch.tensor(0.5))
    return DiffusionModel(
        network,
        make_schedule(config.schedule, **config.schedule_options),
        target=config.target,
        loss=config.loss,
        weighting=config.weighting,
        mean=mean,
        std=std,
    )


def statistics(pictures: Tensor, chunk: int = 1024) -> tuple[Tensor, Tensor]:
    """Mean and standard deviation per channel of uint8 pictures, on the scale [0, 1].

    Args:
        pictures: ``(n, channel, height, width)``, uint8.

    Returns:
        Two tensors ``(channel,)``.
    """
    total = torch.zeros(pictures.shape[1], dtype=torch.float64)
    squares = torch.zeros_like(total)
    # As many numbers at a time as so many pictures of 64×64 have.
    at_once = max(1, min(chunk, chunk * 64 * 64 // pictures[0, 0].numel()))
    for part in pictures.split(at_once):
        values = part.double() / 255
        total += values.sum((0, 2, 3))
        squares += values.square().sum((0, 2, 3))
    count = pictures.numel() / pictures.shape[1]
    mean = total / count
    return mean.float(), (squares / count - mean**2).sqrt().clamp(min=1e-3).float()


def save_weights(
    model: DiffusionModel,
    config: TrainConfig,
    class_names: tuple[str, ...],
    path: Path,
    half: bool = False,
    data: dict[str, Any] | None = None,
) -> None:
    """Write a model with everything that ``load`` needs to build it again.

    Args:
        half: store in float16, half the size, for weights that are committed.
        data: what it has learnt from, as ``same_data.describe`` says it.
    """
    tensors = model.state_dict()
    if half:
        tensors = checkpoints.half_precision(tensors)
    about: dict[str, Any] = {"config": as_dict(config), "class_names": list(class_names)}
    if data is not None:
        about["data"] = data
    checkpoints.save_tensors(path, tensors, about)


def load(source: str | os.PathLike[str] | Run) -> DiffusionModel:
    """A trained model, in eval mode on the CPU, from a run, a folder, a file, or by name.

    Args:
        source: a ``Run``, its folder, a ``.safetensors`` file of weights or a checkpoint, or
            the name of a recorded run.

    Raises:
        FileNotFoundError: when there is nothing there.
        ValueError: when the file is damaged or holds another architecture.
    """
    path = checkpoints.find(source.folder if isinstance(source, Run) else source)
    tensors, about = checkpoints.load_tensors(path)
    config = _config_of(about, path)
    # Of a checkpoint take the average, or the model where that is the same.
    for prefix in ("average.", "model."):
        if any(name.startswith(prefix) for name in tensors):
            tensors = {
                name.removeprefix(prefix): tensor
                for name, tensor in tensors.items()
                if name.startswith(prefix)
            }
    class_names = tuple(about.get("class_names", ()))
    if "network.encoder.place" in tensors:
        model = _build_with_words(config, class_names, tensors)
    else:
        model = build_model(config, classes=len(class_names))
    checkpoints.load_into(model, checkpoints.full_precision(tensors), path)
    model.image_size = config.image_size
    model.class_names = class_names
    return model.eval().requires_grad_(False)


def _build_with_words(
    config: TrainConfig, captions: tuple[str, ...], tensors: dict[str, Tensor]
) -> DiffusionModel:
    """The model of a network that hears these captions, where its tensors say that it looks.

    What it was made of, a network of classes with their names, is in its weights by now: one class
    stands in for them all.
    """
    model = build_model(config, classes=1)
    assert isinstance(model.network, UNet)
    places = [*(f"down.{level}" for level in range(len(config.widths))), "middle"]
    levels = [
        level
        for level, place in enumerate(places)
        if f"network.unet.{place}.attention.0.1.query.weight" in tensors
    ]
    dim = tensors["network.encoder.place"].shape[1]
    model.network = WordUNet(model.network, captions[:1], captions, levels, dim)
    return model


def read_data(path: Path) -> dict[str, Any] | None:
    """What weights have learnt from; None where an earlier version did not write it down."""
    return checkpoints.read_about(path).get("data")


def read_config(path: Path) -> TrainConfig:
    """The config that a file of weights or a checkpoint was trained with.

    Raises:
        FileNotFoundError: when there is nothing there.
        ValueError: when the file is damaged or holds no diffusion model.
    """
    return _config_of(checkpoints.read_about(path), path)


def _config_of(about: dict[str, Any], path: Path) -> TrainConfig:
    if "config" not in about:
        raise ValueError(
            f"{path} holds no config, so it is no diffusion model: "
            "give a run that ddimlib train made, or its weights"
        )
    names = about.get("class_names", [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueError(
            f"{path} holds {names!r} for the names of its classes: it is damaged, so put a whole "
            "copy of the file in its place"
        )
    try:
        return from_dict(about["config"])
    except (TypeError, ValueError, AttributeError) as error:
        raise ValueError(
            f"{path} holds a config that this version cannot use ({error}): put a whole copy of "
            "the file in its place, or use the version that wrote it"
        ) from error


def record_weights(source: str | os.PathLike[str], folder: Path) -> Path:
    """Put a run's weights into a folder in half precision, with the checksum for who fetches them.

    Raises:
        FileNotFoundError, DownloadError, ValueError: when there are no weights, or damaged ones.
    """
    tensors, about = checkpoints.load_tensors(checkpoints.find(source))
    kept = folder / "weights.safetensors"
    checkpoints.save_tensors(kept, checkpoints.half_precision(tensors), about)
    write_checksum(kept)
    return kept


def write_checksum(weights: Path) -> None:
    """Write beside recorded weights by what they are known to whoever fetches them."""
    checksum = {"sha256": checkpoints.digest(weights), "bytes": weights.stat().st_size}
    checkpoints.write_json(weights.with_suffix(".json"), checksum)


def record(run: str | os.PathLike[str], name: str) -> Path:
    """Put a finished run among the recorded ones: everything but its checkpoint, in half the size.

    Args:
        run: the run's folder.
        name: what the recorded run is called from now on.

    Raises:
        FileNotFoundError: when the folder holds no run.
        ValueError: when the run is not finished.
    """
    source = Path(run)
    weights = source / "weights.safetensors"
    about = checkpoints.read_about(weights)
    epochs = _config_of(about, weights).epochs
    rows = Logbook(source, about["config"]).rows()
    if not rows or rows[-1]["epoch"] < epochs:
        raise ValueError(
            f"{source} holds {len(rows)} of {epochs} epochs: "
            "run the same `ddimlib train` again, it goes on where it stopped"
        )
    target = recorded.new(name)
    kept = record_weights(weights, target)
    second = source / SECOND_WEIGHTS
    if second.is_file():
        tensors, about = checkpoints.load_tensors(second)
        checkpoints.save_tensors(target / second.name, checkpoints.half_precision(tensors), about)
    for file in (*source.glob("*.json"), source / "metrics.jsonl"):
        # A run that went on from a recorded one has the checksum of that.
        if file.name != kept.with_suffix(".json").name:
            shutil.copy(file, target / file.name)
    # What belongs to an earlier run of this name is not of this one.
    earlier = [*target.glob("evaluation*.json"), *target.glob("*watch.*")]
    for file in [*earlier, target / "leaps.json", target / SECOND_WEIGHTS]:
        if not (source / file.name).is_file():
            file.unlink(missing_ok=True)
    shutil.rmtree(target / "samples", ignore_errors=True)
    shutil.copytree(source / "samples", target / "samples")
    return target
