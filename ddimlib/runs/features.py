"""What pictures are compared by: Inception-v3's features, or those of a small flower classifier.

KID and FID compare features, not pixels. Their standard features are Inception-v3's
(`ddimlib.runs.inception`), 95 MB that must be downloaded. Where they cannot be had,
`FlowerClassifier` stands in: a small network trained here on the flowers' class labels. Its
figures are called KID-F and FID-F, because a distance in one set of features says nothing about
one in another.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import torch
import torch.nn.functional as F
from jaxtyping import Float, UInt8
from torch import Tensor, nn

from ddimlib.checks import as_floats
from ddimlib.data import load_dataset
from ddimlib.data.progress import progress
from ddimlib.runs import checkpoints
from ddimlib.runs.devices import autocast, has_bfloat16, pick_device, prepare
from ddimlib.runs.inception import InceptionFeatures, inception_features
from ddimlib.runs.logbook import environment

__all__ = [
    "FLOWERS",
    "ClassifierConfig",
    "Features",
    "FlowerClassifier",
    "InceptionFeatures",
    "extract",
    "flower_features",
    "inception_features",
    "is_trained",
    "recognised",
    "train_classifier",
]

#: The recorded classifier that "flowers" means. What is written down names it, not "flowers",
#: which once meant classifier32: figures of two classifiers do not compare.
FLOWERS = "classifier64"


@runtime_checkable
class Features(Protocol):
    """Any callable from pictures in [0, 1], ``(n, 3, height, width)``, to ``(n, features)``.

    `suffix` tells its figures apart: KID and FID are Inception's, KID-F and FID-F the classifier's.
    """

    @property
    def suffix(self) -> str: ...

    def __call__(self, pictures: Tensor) -> Tensor: ...


@torch.no_grad()
def extract(
    features: Callable[[Tensor], Tensor],
    pictures: UInt8[Tensor, "n 3 h w"] | Float[Tensor, "n 3 h w"],
    batch_size: int = 128,
) -> Float[Tensor, "n features"]:
    """Features of many pictures, uint8 or in [0, 1], a batch at a time; on the CPU, float32."""
    device = next(features.parameters()).device if isinstance(features, nn.Module) else "cpu"
    batches = [features(as_floats(batch.to(device))) for batch in pictures.split(batch_size)]
    return torch.cat(batches).float().cpu()


class Residual(nn.Module):
    """Two convolutions around a shortcut, after halving the side (ReLU, batch normalisation)."""

    def __init__(self, inputs: int, outputs: int):
        super().__init__()
        self.shortcut = nn.Conv2d(inputs, outputs, 1, bias=False)
        self.first = nn.Conv2d(inputs, outputs, 3, padding=1, bias=False)
        self.first_norm = nn.BatchNorm2d(outputs)
        self.second = nn.Conv2d(outputs, outputs, 3, padding=1, bias=False)
        self.second_norm = nn.BatchNorm2d(outputs)

    def forward(self, x: Tensor) -> Tensor:
        x = F.max_pool2d(x, 2)
        y = F.relu(self.first_norm(self.first(x)))
        return F.relu(self.second_norm(self.second(y)) + self.shortcut(x))


class FlowerClassifier(nn.Module):
    """A small residual network; called, it gives the features before its last layer.

    Pictures of another size are resized to `image_size` first. The features are scaled so that on
    the training pictures their mean square is one: the kernel of KID, (xᵀy / d + 1)³, then weighs
    its terms as it does for any other set of features.
    """

    suffix = "-F"
    name = ""  # of the folder that it was loaded from
    class_names: tuple[str, ...] = ()

    def __init__(
        self, classes: int, widths: Sequence[int] = (32, 64, 128, 256), image_size: int = 64
    ):
        super().__init__()
        self.mean: Tensor
        self.std: Tensor
        self.scale: Tensor
        self.image_size = image_size
        self.register_buffer("mean", torch.full((1, 3, 1, 1), 0.5))
        self.register_buffer("std", torch.full((1, 3, 1, 1), 0.25))
        self.register_buffer("scale", torch.ones(()))
        self.stem = nn.Conv2d(3, widths[0], 3, padding=1, bias=False)
        self.stem_norm = nn.BatchNorm2d(widths[0])
        self.blocks = nn.Sequential(*(Residual(a, b) for a, b in pairwise(widths)))
        self.head = nn.Linear(widths[-1], classes)

    def pooled(self, pictures: Float[Tensor, "n 3 h w"]) -> Float[Tensor, "n features"]:
        """The features before scaling, from pictures in [0, 1]."""
        if pictures.shape[-2:] != (self.image_size, self.image_size):
            size = (self.image_size, self.image_size)
            pictures = F.interpolate(pictures, size, mode="bilinear", antialias=True)
        x = F.relu(self.stem_norm(self.stem((pictures - self.mean) / self.std)))
        return self.blocks(x).mean(dim=(2, 3))

    def forward(self, pictures: Float[Tensor, "n 3 h w"]) -> Float[Tensor, "n features"]:
        return self.pooled(pictures) / self.scale

    def classify(self, pictures: Float[Tensor, "n 3 h w"]) -> Float[Tensor, "n classes"]:
        """Logits of the classes."""
        return self.head(self.pooled(pictures))


@dataclass(frozen=True)
class ClassifierConfig:
    """How the flower classifier is trained; the command line and `config.json` are this.

    The regularisation is strong (mixing pictures, smoothing labels, augmentation), because a class
    has 45 training pictures on average.
    """

    dataset: str = "flowers102"
    """data set with class labels: a name or a folder"""
    data_root: str | None = None
    """where data sets are kept; by default the user's cache folder"""
    folder: str = f"runs/{FLOWERS}"
    """folder for weights.safetensors, config.json and metrics.json"""
    image_size: int = 64
    widths: tuple[int, ...] = (32, 64, 128, 256)
    epochs: int = 45
    batch_size: int = 64
    learning_rate: float = 3e-3
    weight_decay: float = 0.05
    label_smoothing: float = 0.1
    mixup: float = 0.4
    """largest share of another picture mixed into each, with its label"""
    seed: int = 0
    device: str = "auto"

    def __post_init__(self) -> None:
        for name in ("epochs", "batch_size"):
            if not getattr(self, name) >= 1:
                raise ValueError(f"{name} must be at least 1, got {getattr(self, name)}")
        if not self.learning_rate > 0:
            raise ValueError(f"learning_rate must be above 0, got {self.learning_rate}")
        if not self.weight_decay >= 0:
            raise ValueError(f"weight_decay must be at least 0, got {self.weight_decay}")
        for name in ("label_smoothing", "mixup"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} must be in [0, 1], got {getattr(self, name)}")
        if not self.widths or min(self.widths) < 1:
            raise ValueError(f"widths must be one or more numbers above 0, got {self.widths}")
        # Every width but the first one halves the side.
        if not self.image_size >= (least := 2 ** (len(self.widths) - 1)):
            raise ValueError(
                f"image_size must be at least {least} for {len(self.widths)} widths, "
                f"got {self.image_size}"
            )


def train_classifier(config: ClassifierConfig) -> Path:
    """Train a flower classifier on class labels; write it, with its accuracy, to `config.folder`.

    It sees the training split only: the accuracy, and later KID-F, use pictures it has not seen.

    Raises ValueError for a data set without class labels, and for a folder that holds other weights
    than these would be, or other files of the same names; OSError for one that cannot be written.
    All of it before it trains.
    """
    data = load_dataset(config.dataset, config.image_size, config.data_root)
    if data.labels is None:
        raise ValueError(
            f"{config.dataset!r} has no class labels to learn from; give flowers102, pets, "
            "or a folder with a sub-folder per class."
        )
    folder = Path(config.folder).expanduser()
    recorded_config = _settings(config)
    _check_folder(folder, recorded_config, data.class_names)
    start, processor_start = time.perf_counter(), time.process_time()
    device = pick_device(config.device)
    prepare(device)
    # Not float16, for the loss is not scaled here.
    precision = torch.bfloat16 if has_bfloat16(device) else torch.float32
    torch.manual_seed(config.seed)  # the network's initial weights
    generator = torch.Generator(device).manual_seed(config.seed)
    network = FlowerClassifier(len(data.class_names), config.widths, config.image_size)
    network = network.to(device)
    network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    train, labels = data.train.to(device), data.labels.train.to(device)
    network.mean.copy_(as_floats(train).mean(dim=(0, 2, 3), keepdim=True))
    network.std.copy_(as_floats(train).std(dim=(0, 2, 3), keepdim=True))
    batch_size = min(config.batch_size, len(train))
    batches = len(train) // batch_size
    optimiser = torch.optim.AdamW(
        network.parameters(), config.learning_rate, weight_decay=config.weight_decay
    )
    rate = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, config.learning_rate, total_steps=config.epochs * batches, pct_start=0.1
    )
    network.train()
    for _ in progress(iterable=range(config.epochs), desc="classifier"):
        order = torch.randperm(len(train), generator=generator, device=device)
        # A last, smaller batch would jog the batch statistics: it is left out.
        for chosen in order[: batches * batch_size].view(batches, batch_size):
            pictures = augment(as_floats(train[chosen]), generator)
            target = F.one_hot(labels[chosen], len(data.class_names)).float()
            pictures, target = _mix(pictures, target, config.mixup, generator)
            pictures = pictures.to(memory_format=torch.channels_last)
            with autocast(device, precision):
                logits = network.classify(pictures)
            loss = F.cross_entropy(logits.float(), target, label_smoothing=config.label_smoothing)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            rate.step()
    network.eval()
    network.scale.copy_(extract(network, train).square().mean().sqrt())
    network = network.half().float()  # measure what is written
    held_back, held_back_labels = data.validation.to(device), data.labels.validation.to(device)
    metrics = {
        "train": _accuracy(network, train, labels),
        "validation": _accuracy(network, held_back, held_back_labels),
        "chance": data.labels.validation.bincount().max().item() / len(held_back),
        "classes": len(data.class_names),
        "train_pictures": len(train),
        "validation_pictures": len(held_back),
        "parameters": sum(parameter.numel() for parameter in network.parameters()),
        "seconds": round(time.perf_counter() - start, 1),
        "processor_seconds": round(time.process_time() - processor_start, 1),
        "environment": {
            key: value
            for key, value in environment(device, precision, processes=1).items()
            if key != "command"
        },
    }
    network_options = {
        "classes": len(data.class_names),
        "widths": config.widths,
        "image_size": config.image_size,
    }
    tensors = checkpoints.half_precision(network.state_dict())
    about = {"network": network_options, "class_names": data.class_names}
    # The weights last: where they are, the others are, too, whenever it was interrupted.
    checkpoints.write_json(folder / "config.json", recorded_config)
    checkpoints.write_json(folder / "metrics.json", metrics)
    checkpoints.save_tensors(folder / "weights.safetensors", tensors, about)
    return folder


def is_trained(config: ClassifierConfig) -> bool:
    """Whether a classifier's folder holds all of one with these settings, on whatever device.

    Where it holds another, `train_classifier` refuses to write there, and says so.

    Raises:
        ValueError: when its config is damaged; the sentence names it.
    """
    folder = Path(config.folder).expanduser()
    if not all((folder / name).is_file() for name in ("weights.safetensors", *_NOTES)):
        return False
    found, settings = checkpoints.read_json(folder / "config.json"), _settings(config)
    return isinstance(found, dict) and found | {"device": config.device} == settings


def _settings(config: ClassifierConfig) -> dict[str, Any]:
    """The config as it is written down."""
    # Data set and folder by their names, not by where they lie on this machine.
    folder = Path(config.folder).expanduser().name
    names = {"dataset": Path(config.dataset).name, "folder": folder, "data_root": None}
    return json.loads(json.dumps(asdict(config) | names))


#: What is written beside the weights, and the keys by which it is known for a classifier's.
_NOTES = {
    "config.json": {"epochs", "label_smoothing", "mixup"},
    "metrics.json": {"train", "validation", "chance"},
}


def _check_folder(folder: Path, settings: dict[str, Any], class_names: tuple[str, ...]) -> None:
    """Refuse a folder that cannot be written, or that holds other weights than these would be."""
    weights = folder / "weights.safetensors"
    if weights.is_file():
        about = checkpoints.read_about(weights)
        if "network" not in about:
            held = "weights that are no classifier's"
        elif about["class_names"] != list(class_names):
            held = "a classifier of other classes"
        elif not (folder / "config.json").is_file():
            raise ValueError(
                f"{folder} holds a classifier and no config.json, so that its settings are not "
                f"known and it would be overwritten: choose another --folder, or remove {weights}"
            )
        elif checkpoints.read_json(folder / "config.json") != settings:
            held = "a classifier that was trained with other settings"
        else:
            held = ""
        if held:
            raise ValueError(
                f"{folder} holds {held}, which would be overwritten: choose another --folder"
            )
    for name, keys in _NOTES.items():
        note = folder / name
        if note.is_file() and not keys <= (checkpoints.json_keys(note) or set()):
            raise ValueError(
                f"{folder} holds a {name} that no classifier has written, which would be "
                "overwritten: choose another --folder"
            )
    checkpoints.check_writable(folder)


def augment(
    pictures: Float[Tensor, "n 3 size size"], generator: torch.Generator
) -> Float[Tensor, "n 3 size size"]:
    """Flip, zoom, shift, turn and re-colour each picture at random; in and out in [0, 1]."""
    n, device = len(pictures), pictures.device

    def uniform(low: float, high: float) -> Tensor:
        return low + (high - low) * torch.rand(n, generator=generator, device=device)

    angle, zoom = uniform(-0.35, 0.35), uniform(0.65, 1.05)
    flip = uniform(-1.0, 1.0).sign()
    cos, sin = zoom * angle.cos(), zoom * angle.sin()
    room = (1 - zoom).clamp(min=0.1)
    rows = [flip * cos, -sin, room * uniform(-1.0, 1.0), flip * sin, cos, room * uniform(-1.0, 1.0)]
    grid = F.affine_grid(
        torch.stack(rows, 1).view(n, 2, 3), list(pictures.shape), align_corners=False
    )
    pictures = F.grid_sample(pictures, grid, padding_mode="reflection", align_corners=False)
    brightness, contrast, saturation = (
        uniform(low, 2 - low).view(n, 1, 1, 1) for low in (0.8, 0.75, 0.75)
    )
    grey = pictures.mean(dim=1, keepdim=True)
    pictures = grey + saturation * (pictures - grey)
    middle = pictures.mean(dim=(1, 2, 3), keepdim=True)
    return (brightness * (middle + contrast * (pictures - middle))).clamp(0, 1)


def _mix(
    pictures: Tensor, target: Tensor, most: float, generator: torch.Generator
) -> tuple[Tensor, Tensor]:
    """Mix each picture and its label with another's (mixup, Zhang et al. 2017)."""
    shares = 1 - most * torch.rand(len(target), 1, generator=generator, device=target.device)
    target = shares * target + (1 - shares) * target.flip(0)
    shares = shares[:, :, None, None]
    return shares * pictures + (1 - shares) * pictures.flip(0), target


@torch.no_grad()
def _accuracy(network: FlowerClassifier, pictures: Tensor, labels: Tensor) -> dict[str, float]:
    """Shares of pictures whose class is the first guess, and among the first five."""
    device = network.mean.device
    batches = pictures.split(256)
    logits = torch.cat([network.classify(as_floats(batch.to(device))) for batch in batches])
    best = logits.topk(min(5, logits.shape[1]), dim=1).indices
    guesses = best == labels.to(device)[:, None]
    return {
        "top1": guesses[:, 0].float().mean().item(),
        "top5": guesses.any(1).float().mean().item(),
    }


def recognised(
    classifier: FlowerClassifier, pictures: Tensor, labels: Tensor, class_names: Sequence[str]
) -> dict[str, float] | None:
    """Shares of pictures in which the classifier sees the class that was asked for.

    Args:
        classifier: knows its classes by name.
        pictures: ``(n, 3, height, width)``, uint8 or in [0, 1].
        labels: ``(n,)``, positions in `class_names`.
        class_names: all classes that could be asked for.

    Returns:
        "top1" and "top5": how often the class is the first guess, or among the first five.
        Classes that the classifier does not know are left out; None where it knows none.
    """
    numbers = {name: number for number, name in enumerate(classifier.class_names)}
    wanted = torch.tensor([numbers.get(name, -1) for name in class_names])[labels]
    known = wanted >= 0
    return _accuracy(classifier, pictures[known], wanted[known]) if known.any() else None


def flower_features(folder: str | os.PathLike[str] = FLOWERS) -> FlowerClassifier:
    """The flower classifier that is recorded with the book, or another by its name or run folder.

    Raises:
        FileNotFoundError: when there is nothing there.
        ValueError: when the file is damaged or holds something else.
    """
    path = checkpoints.find(folder)
    tensors, about = checkpoints.load_tensors(path)
    if "network" not in about:
        raise ValueError(f"{path} holds no flower classifier: train one with train_classifier")
    network = FlowerClassifier(**about["network"])
    checkpoints.load_into(network, checkpoints.full_precision(tensors), path)
    network.class_names, network.name = tuple(about["class_names"]), checkpoints.name_of(folder)
    return network.eval().requires_grad_(False)
