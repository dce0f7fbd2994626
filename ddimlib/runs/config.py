"""What decides a run: one frozen dataclass, and the presets.

The dataclass is the command line of ``ddimlib train``, the ``config.json`` in a run's folder and
the table in the book at once.
"""

import dataclasses
import inspect
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from numbers import Real
from typing import Any, get_args

from ddimlib.checks import check_name
from ddimlib.diffusion import LOSSES, TARGETS, WEIGHTINGS
from ddimlib.runs import devices
from ddimlib.schedules import SCHEDULES, make_schedule
from ddimlib.training import DECAYS
from ddimlib.unet import NORMS


@dataclass(frozen=True)
class TrainConfig:
    """Everything that decides a run. The defaults are the reference's."""

    # What it learns from
    dataset: str = "flowers102"
    """flowers102, flowers5000, pets, procedural, a folder of pictures, or an .npz file"""
    image_size: int = 64
    """side of the square pictures, divisible by 2 to the number of widths"""
    data_root: str | None = None
    """where data sets are kept; by default the user's cache folder"""
    flips: bool = False
    """mirror half of the pictures, drawn anew each time"""

    # The network
    widths: tuple[int, ...] = (32, 64, 96, 128)
    """channels of each level, from full resolution down"""
    block_depth: int = 2
    """residual blocks a level"""
    embedding_dim: int = 32
    """channels of the embedded image, of the noise level and of the class; even"""
    norm: str = "batch"
    """batch or group"""
    attention_levels: tuple[int, ...] = ()
    """levels with self-attention, 0 at full resolution; the number of widths is the middle"""
    class_conditional: bool = False
    """tell the network the class of the flower"""
    label_dropout: float = 0.1
    """how often the class is withheld, so that the network also learns without"""
    condition_blocks: bool = False
    """tell noise level and class to every residual block, too, and not at the input alone"""

    # What is predicted, and how its error is counted
    schedule: str = "cosine"
    """cosine, linear, log_snr or rectified_flow"""
    schedule_options: dict[str, float] = field(default_factory=dict)
    """what the schedule is made with, for example min_signal_rate 0.05"""
    target: str = "noise"
    """noise, image, velocity or flow"""
    loss: str = "mae"
    """mae or mse"""
    weighting: str = "uniform"
    """uniform, noise, image, velocity or min_snr"""

    # The optimizer
    start: str | None = None
    """weights to begin with: a run, a file of weights or a recorded run; random ones otherwise"""
    epochs: int = 50
    """how long it trains; each epoch ends with a checkpoint"""
    repeats: int = 5
    """times that an epoch passes through the training pictures"""
    batch_size: int = 64
    """over all processes together"""
    learning_rate: float = 1e-3
    """the highest, after the warm-up"""
    weight_decay: float = 1e-4
    """AdamW's: how strongly weights are drawn towards zero"""
    warmup_steps: int = 0
    """steps over which the learning rate rises from zero"""
    decay: str = "constant"
    """constant or cosine: what the learning rate does after the warm-up"""
    clip_norm: float | None = None
    """largest norm of the gradient; None does not clip"""
    ema_decay: float = 0.0
    """decay of the exponential moving average of the weights; 0 keeps none"""
    ema_statistics: bool = False
    """average the running statistics of batch norms as well; they are those of the last weights
    otherwise"""
    second_ema_decay: float = 0.0
    """decay of a second average, of weights and statistics, kept beside the one that is sampled:
    measured, sampled and stored as well, it changes nothing in the run; 0 keeps none"""
    seed: int = 0
    """decides all that is random; another seed is another run"""

    # The machine
    device: str = "auto"
    """auto, cpu, cuda or mps"""
    precision: str = "auto"
    """auto, float32, float16, or bfloat16 (where the device has it, auto elsewhere), for the
    convolutions"""
    compile: bool = False
    """compile the network: worth it on a GPU, in a long run"""

    # What is written down
    folder: str = "runs/reference"
    """where the run is written, and taken up again"""
    validate_every: int = 1
    """epochs between two validations"""
    sample_every: int = 10
    """epochs between two sample grids, which start from the same noise"""
    samples: int = 36
    """pictures of a sample grid"""
    sample_steps: int = 20
    """steps of DDIM that a sample grid takes"""

    def __post_init__(self) -> None:
        for entry in dataclasses.fields(self):
            _check_kind(entry.name, getattr(self, entry.name), entry.type)
        check_name(self.norm, NORMS, "norm")
        check_name(self.schedule, SCHEDULES, "schedule")
        check_name(self.target, TARGETS, "target")
        check_name(self.loss, LOSSES, "loss")
        check_name(self.weighting, WEIGHTINGS, "weighting")
        check_name(self.decay, DECAYS, "decay")
        check_name(self.precision, ("auto", *devices.PRECISIONS), "precision")
        for least, names in _LEAST.items():
            for name in names:
                if not getattr(self, name) >= least:
                    raise ValueError(f"{name} must be at least {least}, got {getattr(self, name)}")
        if not self.learning_rate > 0:
            raise ValueError(f"learning_rate must be above 0, got {self.learning_rate}")
        if self.clip_norm is not None and not self.clip_norm > 0:
            raise ValueError(
                f"clip_norm must be above 0, or None not to clip, got {self.clip_norm}"
            )
        for name in ("ema_decay", "second_ema_decay"):
            if not 0 <= getattr(self, name) < 1:
                raise ValueError(f"{name} must be in [0, 1), got {getattr(self, name)}")
        if not 0 <= self.label_dropout <= 1:
            raise ValueError(f"label_dropout must be in [0, 1], got {self.label_dropout}")
        if not self.widths or min(self.widths) < 1:
            raise ValueError(f"widths must be one or more numbers above 0, got {self.widths}")
        if self.embedding_dim < 2 or self.embedding_dim % 2:
            raise ValueError(f"embedding_dim must be even and above 0, got {self.embedding_dim}")
        if self.image_size % 2 ** len(self.widths):
            raise ValueError(
                f"image_size must be divisible by {2 ** len(self.widths)} for "
                f"{len(self.widths)} widths, got {self.image_size}"
            )
        known = inspect.signature(SCHEDULES[self.schedule]).parameters
        for option in self.schedule_options:
            check_name(option, known, f"option of the {self.schedule} schedule")
        make_schedule(self.schedule, **self.schedule_options)  # which knows the ranges of its own


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool)


_KINDS: dict[Any, tuple[str, Callable[[Any], bool]]] = {
    bool: ("True or False", lambda value: isinstance(value, bool)),
    int: ("a whole number", _is_whole),
    float: ("a number", _is_number),
    str: ("text", lambda value: isinstance(value, str)),
    tuple[int, ...]: (
        "whole numbers, as in (32, 64)",
        lambda value: isinstance(value, tuple) and all(map(_is_whole, value)),
    ),
    dict[str, float]: (
        "numbers by their names",
        lambda value: isinstance(value, dict) and all(map(_is_number, value.values())),
    ),
}


def _check_kind(name: str, value: object, wanted: Any) -> None:
    """A setting is of the kind that its field says: configs come from files, too."""
    if wanted not in _KINDS:  # of such a kind, or None
        if value is None:
            return
        wanted = get_args(wanted)[0]
    words, is_of_kind = _KINDS[wanted]
    if not is_of_kind(value):
        raise TypeError(f"{name} must be {words}, got {value!r}")


_LEAST = {
    0: ("warmup_steps", "weight_decay"),
    1: (
        "image_size",
        "block_depth",
        "epochs",
        "repeats",
        "batch_size",
        "validate_every",
        "sample_every",
        "samples",
        "sample_steps",
    ),
}

_BETTER: dict[str, Any] = {
    "ema_decay": 0.999,
    "decay": "cosine",
    "warmup_steps": 200,
    "flips": True,
}

PRESETS: dict[str, TrainConfig] = {
    # The R reference as published: 50 epochs of the training split repeated 5 times.
    # The average beside it changes nothing in the run: both ends of one and the same training.
    "reference": TrainConfig(second_ema_decay=0.999),
    # Ours: told the class in every block, and sampled with averages. Small runs speak against the
    # falling rate (chapter 11); what a long run wants, the grid `long` is to say.
    "flowers": TrainConfig(
        folder="runs/flowers",
        epochs=80,
        clip_norm=1.0,
        class_conditional=True,
        condition_blocks=True,
        ema_statistics=True,
        compile=True,
        **_BETTER,
    ),
    # A free Colab session with a T4: a checkpoint every epoch.
    "t4": TrainConfig(
        folder="runs/t4",
        epochs=40,
        batch_size=128,
        class_conditional=True,
        condition_blocks=True,
        ema_statistics=True,
        **_BETTER,
    ),
    # Real flowers at 32×32 on a CPU, in about an hour.
    "cpu": TrainConfig(
        folder="runs/cpu",
        image_size=32,
        epochs=62,
        repeats=1,
        class_conditional=True,
        precision="bfloat16",
        validate_every=5,
        sample_every=5,
        **_BETTER,
    ),
    # Procedural flowers, a small network, half a minute on a laptop: chapter 6.
    "small": TrainConfig(
        folder="runs/small",
        dataset="procedural",
        image_size=16,
        widths=(16, 32, 48),
        block_depth=1,
        epochs=14,
        repeats=1,
        learning_rate=3e-3,
        warmup_steps=20,
        decay="cosine",
        ema_decay=0.98,
        precision="bfloat16",
        validate_every=2,
        sample_every=2,
    ),
    # Seconds: is everything in its place?
    "smoke": TrainConfig(
        folder="runs/smoke",
        dataset="procedural",
        image_size=16,
        widths=(8, 16),
        block_depth=1,
        epochs=2,
        repeats=1,
        ema_decay=0.9,
        samples=4,
        sample_steps=2,
        sample_every=1,
    ),
}


def as_dict(config: TrainConfig) -> dict[str, Any]:
    """The config as JSON can hold it."""
    return json.loads(json.dumps(dataclasses.asdict(config)))


def from_dict(values: dict[str, Any]) -> TrainConfig:
    """The config that ``as_dict`` described; lists become tuples again."""
    known = {entry.name for entry in dataclasses.fields(TrainConfig)}
    unknown = sorted(values.keys() - known)
    if unknown:
        raise ValueError(f"unknown settings in the config: {', '.join(unknown)}")
    plain: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in values.items()
    }
    return TrainConfig(**plain)


def preset(name: str, **changes: Any) -> TrainConfig:
    """A preset by name, with changes.

    Raises:
        ValueError: for an unknown name; the message lists the known ones.
    """
    return dataclasses.replace(PRESETS[check_name(name, PRESETS, "preset")], **changes)
