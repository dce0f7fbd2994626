"""Training: read from top to bottom, this is the description of the run (chapter 6).

An epoch is a pure function of the weights, the optimizer's state, the seed and the epoch's
number: everything random in it comes from one generator seeded with these two. That is why
an interrupted run, started again, ends with the very weights of an uninterrupted one: bit for
bit on a CPU, and up to rounding on a GPU, which does not always add in the same order.
"""

import dataclasses
import functools
import inspect
import json
import math
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from ddimlib import checkpoints, devices, recorded
from ddimlib.checks import check_name
from ddimlib.data import Images, load_dataset
from ddimlib.diffusion import LOSSES, TARGETS, WEIGHTINGS, DiffusionModel
from ddimlib.earlier_unet import EarlierUNet, is_earlier
from ddimlib.forward import add_noise
from ddimlib.logbook import Logbook, Progress, environment, only_writer
from ddimlib.parallel import Workers
from ddimlib.samplers import sample, seeded_noise
from ddimlib.schedules import SCHEDULES, make_schedule
from ddimlib.unet import NORMS, UNet


@dataclass(frozen=True)
class TrainConfig:
    """Everything that decides a run. The defaults are the reference's."""

    # What it learns from
    dataset: str = "flowers102"
    """flowers102, pets, procedural, a folder of pictures, or an .npz file"""
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
    """cosine, linear, log_snr, sigmoid, shifted_cosine or rectified_flow"""
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
        check_name(self.norm, NORMS, "norm")
        check_name(self.schedule, SCHEDULES, "schedule")
        check_name(self.target, TARGETS, "target")
        check_name(self.loss, LOSSES, "loss")
        check_name(self.weighting, WEIGHTINGS, "weighting")
        check_name(self.decay, ("constant", "cosine"), "decay")
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
    "reference": TrainConfig(),
    # Ours: the network told in every block, and what helped in small runs (chapter 11).
    "flowers": TrainConfig(
        folder="runs/flowers",
        epochs=80,
        batch_size=128,
        learning_rate=2e-3,
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
    # The run of chapter 11: real flowers at 32×32 on one CPU core, in about an hour.
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


class Run(NamedTuple):
    """A finished run: where it is, its model (in eval mode, on the CPU), a dictionary an epoch."""

    folder: Path
    model: DiffusionModel
    config: TrainConfig
    metrics: list[dict[str, Any]]


class NonFiniteLossError(RuntimeError):
    """The loss became infinite or not a number."""


class EMA:
    """An exponential moving average of the weights, which samples better than the last ones.

    After n updates the average is ``Σ (1-d) d^(n-i) wᵢ + d^n w₀``. While the average is young
    the decay is smaller, ``(1 + n) / (10 + n)``, so that it soon forgets the random start.

    Args:
        model: what to average; it is copied.
        decay: in [0, 1); 0 copies the last weights.
        young: whether to use the smaller decay at first.
        statistics: whether the running statistics of batch norms are averaged, too. Copied, they
            belong to other weights than the averaged ones (Izmailov et al. 2018, section 3).
    """

    def __init__(
        self, model: DiffusionModel, decay: float, young: bool = True, statistics: bool = False
    ) -> None:
        self.model: DiffusionModel = deepcopy(model).eval().requires_grad_(False)
        self.decay = decay
        self.young = young
        self.statistics = statistics
        self.updates = 0

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """Move the average a little towards ``model``."""
        decay = (
            min(self.decay, (1 + self.updates) / (10 + self.updates)) if self.young else self.decay
        )
        self.updates += 1
        average: list[Tensor] = [*self.model.parameters()]
        latest: list[Tensor] = [*model.parameters()]
        torch._foreach_lerp_(average, latest, 1 - decay)
        # Kinds of numbers apart, or there would be a kernel for every buffer.
        buffers = list(zip(self.model.buffers(), model.buffers(), strict=True))
        for is_float in (True, False):
            pairs = [pair for pair in buffers if pair[0].is_floating_point() == is_float]
            if not pairs:
                continue
            mine, theirs = zip(*pairs, strict=True)
            if is_float and self.statistics:
                torch._foreach_lerp_(mine, theirs, 1 - decay)
            else:
                torch._foreach_copy_(mine, theirs)


def train(
    config: TrainConfig,
    progress: bool = True,
    alter: Callable[[DiffusionModel], object] | None = None,
) -> Run:
    """Train a diffusion model, or take up an interrupted run where it stopped.

    Everything goes into ``config.folder``: the config, the environment, one line of metrics an
    epoch, sample grids, and after every epoch a checkpoint and the (averaged) weights.

    Args:
        config: what to do; see ``PRESETS``.
        progress: whether to show a progress bar.
        alter: called with the untrained model; ``experiments`` breaks it on purpose with this.

    Raises:
        ValueError: when the folder holds a run with another config.
        RuntimeError: when another process is training in the folder.
        NonFiniteLossError: when the loss is no longer finite; the last good checkpoint stays.
    """
    workers = Workers.from_environment(config.device)
    alone = only_writer(Path(config.folder)) if workers.is_first else nullcontext()
    with workers, alone:
        return _train(config, workers, progress, alter)


def _train(
    config: TrainConfig,
    workers: Workers,
    progress: bool,
    alter: Callable[[DiffusionModel], object] | None,
) -> Run:
    device = workers.device
    devices.prepare(device)
    precision = devices.pick_precision(device, config.precision)
    images = load_dataset(config.dataset, config.image_size, config.data_root)
    check_labels(config, has_labels=images.labels is not None)

    torch.manual_seed(config.seed)
    model = build_model(config, images).to(device)
    model.network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    model.image_size, model.class_names = config.image_size, images.class_names
    logbook = Logbook(Path(config.folder), as_dict(config), writes=workers.is_first)
    if config.start is not None and logbook.is_new:
        _start_from(config.start, model, config)
    if alter is not None:
        alter(model)
    ema = EMA(model, config.ema_decay, statistics=config.ema_statistics)
    second = (
        EMA(model, config.second_ema_decay, statistics=True) if config.second_ema_decay else None
    )
    optimizer = torch.optim.AdamW(
        model.network.parameters(),
        lr=config.learning_rate,
        weight_decay=config.weight_decay,
        fused=device.type in ("cuda", "cpu"),
    )
    scaler = torch.amp.GradScaler(device.type, enabled=precision == torch.float16)
    state = _State(model, ema, second, optimizer, scaler)

    first_epoch = 1 + logbook.resume(state.load)
    workers.check_same(first_epoch, "the epoch to begin with", config.folder)
    if first_epoch <= config.epochs:
        logbook.write_environment(environment(device, precision, workers.count), first_epoch)

    objective = workers.wrap(devices.compiled(_Objective(model), device, config.compile))
    train_images = images.train.to(device) if device.type != "cpu" else images.train
    train_labels = _labels(config, images, "train", device)
    steps_an_epoch = config.repeats * math.ceil(len(images.train) / config.batch_size)

    seen = config.repeats * len(images.train)  # images an epoch
    bar = Progress(config.epochs * seen, (first_epoch - 1) * seen, progress and workers.is_first)
    for epoch in range(first_epoch, config.epochs + 1):
        started = time.perf_counter()
        devices.forget_peak_memory(device)
        generator = torch.Generator(device).manual_seed(_seed(config.seed, epoch))
        losses = torch.zeros(steps_an_epoch, device=device)
        model.train()
        batches = _batches(config, train_images, train_labels, len(images.class_names), generator)
        for index, batch in enumerate(batches):
            step = (epoch - 1) * steps_an_epoch + index
            _set_learning_rate(optimizer, config, step, config.epochs * steps_an_epoch)
            whole = len(batch[0])
            batch = workers.share(batch)
            with devices.autocast(device, precision):
                loss = objective(*batch)
            # Processes are averaged with equal weights; a last batch may not be shared out evenly.
            loss = loss * (len(batch[0]) * workers.count / whole)
            optimizer.zero_grad(set_to_none=True)
            scaler.scale(loss).backward()
            if config.clip_norm is not None:
                scaler.unscale_(optimizer)
                nn.utils.clip_grad_norm_(model.network.parameters(), config.clip_norm)
            # A loss that is not finite must not reach the weights, nor make a GPU's host wait
            # to find out: alone on a CPU looking is free, elsewhere the epoch is looked at below.
            losses[index] = loss.detach()
            if device.type == "cpu" and workers.count == 1 and not math.isfinite(loss.item()):
                break
            scaler.step(optimizer)
            scaler.update()
            ema.update(model)
            if second is not None:
                second.update(model)
            bar.update(whole, losses[: index + 1])

        losses = workers.mean(losses)
        _check_finite(losses, model, (epoch - 1) * steps_an_epoch, config)
        train_loss = losses.mean().item()
        bar.show(train_loss)
        seconds = time.perf_counter() - started
        row: dict[str, Any] = {
            "epoch": epoch,
            "step": epoch * steps_an_epoch,
            "train_loss": train_loss,
            "learning_rate": optimizer.param_groups[0]["lr"],
            "seconds": round(seconds, 3),
            "images_per_second": round(seen / seconds, 1),
        }
        if (peak := devices.peak_memory(device)) is not None:
            row["peak_memory_mib"] = round(peak / 2**20)
        last = epoch == config.epochs
        if workers.is_first:
            if last or epoch % config.validate_every == 0:
                row |= validate(ema.model, images, config)
                if second is not None:
                    more = validate(second.model, images, config)
                    row |= {f"second_{name}": value for name, value in more.items()}
            if last or epoch % config.sample_every == 0 or epoch == 1:
                logbook.write_samples(epoch, _sample_pictures(ema.model, config))
                if second is not None:
                    pictures = _sample_pictures(second.model, config)
                    logbook.write_samples(epoch, pictures, kind="second-")
            # Before the checkpoint, so that a kill never leaves weights that are older than it.
            save_weights(ema.model, config, images.class_names, logbook.weights)
            if second is not None:
                save_weights(second.model, config, images.class_names, logbook.second_weights)
            # Training is not all that an epoch takes: this is what a clock on the wall says.
            row["wall_seconds"] = round(time.perf_counter() - started, 3)
            logbook.write_row(row)
            logbook.write_checkpoint(epoch, state.tensors(), state.about())
        workers.wait()

    bar.close()
    if workers.is_first and first_epoch > config.epochs:
        # An interrupted run of more epochs may be called finished after fewer: its last epoch was
        # not meant to be the last, and weights of the next one may have been written.
        rows = logbook.rows()
        if rows and "validation_noise_mae" not in rows[-1]:
            logbook.add_to_last_row(validate(ema.model, images, config))
        save_weights(ema.model, config, images.class_names, logbook.weights)
    workers.wait()
    logbook.close()
    return Run(Path(config.folder), ema.model.eval().cpu(), config, logbook.rows())


class _Objective(nn.Module):
    """The loss of one batch as a module, so that it can be compiled and run in parallel."""

    def __init__(self, model: DiffusionModel) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, pictures: Tensor, noise: Tensor, t: Tensor, labels: Tensor | None = None
    ) -> Tensor:
        images = self.model.normalise(pictures).contiguous(memory_format=torch.channels_last)
        return self.model.errors(images, noise, t, labels).mean()


def _batches(
    config: TrainConfig,
    pictures: Tensor,
    labels: Tensor | None,
    null_label: int,
    generator: torch.Generator,
) -> Iterator[tuple[Tensor, ...]]:
    """One epoch of batches: pictures, noise, times (and labels), all drawn from ``generator``."""
    device = generator.device
    for _ in range(config.repeats):
        order = torch.randperm(len(pictures), generator=generator, device=device)
        for chosen in order.split(config.batch_size):
            batch = pictures[chosen]
            if config.flips:
                mirror = torch.rand(len(batch), generator=generator, device=device) < 0.5
                batch = torch.where(mirror[:, None, None, None], batch.flip(-1), batch)
            noise = torch.randn(batch.shape, generator=generator, device=device)
            t = torch.rand(len(batch), generator=generator, device=device)
            if labels is None:
                yield batch, noise, t
                continue
            withheld = torch.rand(len(batch), generator=generator, device=device)
            yield (
                batch,
                noise,
                t,
                labels[chosen].where(withheld >= config.label_dropout, null_label),
            )


@torch.no_grad()
def validate(
    model: DiffusionModel, images: Images, config: TrainConfig, batch_size: int = 250
) -> dict[str, float]:
    """Mean absolute errors of the predicted noise and image on the validation pictures.

    Times are uniform in [0, 1], as in the reference; they and the noise are the same at every
    call, so that epochs can be compared.
    """
    device = model.mean.device
    precision = devices.pick_precision(device, config.precision)
    draws = _validation_draws(images.validation.shape, batch_size)
    labels = _labels(config, images, "validation", device)
    noise_error = image_error = 0.0
    for start, (noise, t) in zip(range(0, len(images.validation), batch_size), draws, strict=True):
        pictures = images.validation[start : start + batch_size]
        noise, t = noise.to(device), t.to(device)
        clean = model.normalise(pictures.to(device)).contiguous(memory_format=torch.channels_last)
        rates = model.schedule(t)
        noisy = add_noise(clean, noise, rates)
        batch_labels = None if labels is None else labels[start : start + batch_size]
        with devices.autocast(device, precision):
            prediction = model.denoise(noisy, t, batch_labels)
        noise_error += (prediction.noise - noise).abs().mean().item() * len(pictures)
        image_error += (prediction.image - clean).abs().mean().item() * len(pictures)
    count = len(images.validation)
    return {
        "validation_noise_mae": noise_error / count,
        "validation_image_mae": image_error / count,
    }


@functools.lru_cache(maxsize=1)
def _validation_draws(shape: tuple[int, ...], batch_size: int) -> list[tuple[Tensor, Tensor]]:
    """Noise and times of every validation, drawn on the CPU so that all machines have the same."""
    generator = torch.Generator().manual_seed(0)
    count, *size = shape
    draws = []
    for start in range(0, count, batch_size):
        some = min(batch_size, count - start)
        noise = torch.randn((some, *size), generator=generator)
        draws.append((noise, torch.rand(some, generator=generator)))
    return draws


def build_model(
    config: TrainConfig,
    images: Images | None = None,
    classes: int = 0,
    architecture: type[UNet] = UNet,
) -> DiffusionModel:
    """The model of a config, with the statistics of the training pictures where they are given."""
    network = architecture(
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
    for part in pictures.split(chunk):
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
) -> None:
    """Write a model with everything that ``load`` needs to build it again.

    Args:
        half: store in float16, half the size, for weights that are committed.
    """
    tensors = model.state_dict()
    if half:
        tensors = checkpoints.half_precision(tensors)
    checkpoints.save_tensors(
        path, tensors, {"config": as_dict(config), "class_names": list(class_names)}
    )


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
    architecture = EarlierUNet if is_earlier(tensors) else UNet
    model = build_model(config, classes=len(class_names), architecture=architecture)
    checkpoints.load_into(model, {name: _full(tensor) for name, tensor in tensors.items()}, path)
    model.image_size = config.image_size
    model.class_names = class_names
    return model.eval().requires_grad_(False)


def read_config(path: Path) -> TrainConfig:
    """The config that a file of weights or a checkpoint was trained with.

    Raises:
        FileNotFoundError: when there is nothing there.
        ValueError: when the file is damaged or holds no diffusion model.
    """
    return _config_of(checkpoints.load_tensors(path)[1], path)


def _config_of(about: dict[str, Any], path: Path) -> TrainConfig:
    if "config" not in about:
        raise ValueError(
            f"{path} holds no config, so it is no diffusion model: "
            "give a run that ddimlib train made, or its weights"
        )
    return from_dict(about["config"])


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
    tensors, about = checkpoints.load_tensors(weights)
    epochs = _config_of(about, weights).epochs
    rows = Logbook(source, about["config"]).rows()
    if not rows or rows[-1]["epoch"] < epochs:
        raise ValueError(
            f"{source} holds {len(rows)} of {epochs} epochs: "
            "run the same `ddimlib train` again, it goes on where it stopped"
        )
    target = recorded.new(name)
    checkpoints.save_tensors(
        target / "weights.safetensors", checkpoints.half_precision(tensors), about
    )
    second = source / "second-weights.safetensors"
    if second.is_file():
        tensors, about = checkpoints.load_tensors(second)
        checkpoints.save_tensors(target / second.name, checkpoints.half_precision(tensors), about)
    for file in (*source.glob("*.json"), source / "metrics.jsonl"):
        shutil.copy(file, target / file.name)
    # What was measured and drawn of an earlier run of this name is not of this one.
    for file in target.glob("evaluation*.json"):
        if not (source / file.name).is_file():
            file.unlink()
    shutil.rmtree(target / "samples", ignore_errors=True)
    shutil.copytree(source / "samples", target / "samples")
    return target


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


class _State:
    """Everything that changes while training, as named tensors."""

    def __init__(
        self,
        model: DiffusionModel,
        ema: EMA,
        second: EMA | None,
        optimizer: torch.optim.Optimizer,
        scaler: torch.amp.GradScaler,
    ) -> None:
        self.model = model
        self.averages = {"average.": ema} | ({"second_average.": second} if second else {})
        self.optimizer = optimizer
        self.scaler = scaler

    def tensors(self) -> dict[str, Tensor]:
        named = {f"model.{name}": value for name, value in self.model.state_dict().items()}
        for prefix, ema in self.averages.items():
            if ema.decay:  # without decay it is the model itself
                named |= {prefix + name: value for name, value in ema.model.state_dict().items()}
        for index, entries in self.optimizer.state_dict()["state"].items():
            named |= {f"optimizer.{index}.{name}": value for name, value in entries.items()}
        return named

    def about(self) -> dict[str, Any]:
        return {
            "average_updates": self.averages["average."].updates,
            "scaler": self.scaler.state_dict(),
            "class_names": list(self.model.class_names),
        }

    def load(self, tensors: dict[str, Tensor], about: dict[str, Any], source: Path) -> None:
        def part(prefix: str) -> dict[str, Tensor]:
            return {
                name.removeprefix(prefix): tensor
                for name, tensor in tensors.items()
                if name.startswith(prefix)
            }

        checkpoints.load_into(self.model, part("model."), source)
        for prefix, ema in self.averages.items():
            checkpoints.load_into(ema.model, part(prefix if ema.decay else "model."), source)
            ema.updates = about["average_updates"]  # each has seen every step
        entries: dict[int, dict[str, Tensor]] = {}
        for name, tensor in part("optimizer.").items():
            index, key = name.split(".", 1)
            entries.setdefault(int(index), {})[key] = tensor
        for position, parameter in enumerate(self.model.network.parameters()):
            for key, tensor in entries.get(position, {}).items():
                if tensor.shape == parameter.shape:
                    # In the parameter's own memory layout: the fused optimizer walks through both
                    # as they lie in memory, and would pair up the wrong numbers otherwise.
                    entries[position][key] = torch.empty_like(parameter, device="cpu").copy_(tensor)
        groups = self.optimizer.state_dict()["param_groups"]
        self.optimizer.load_state_dict({"state": entries, "param_groups": groups})
        if about["scaler"]:
            self.scaler.load_state_dict(about["scaler"])


def learning_rate(config: TrainConfig, step: int, steps: int) -> float:
    """The learning rate of a step: a linear warm-up, then constant or half a cosine to zero."""
    warmed = min(1.0, (step + 1) / config.warmup_steps) if config.warmup_steps else 1.0
    if config.decay == "constant":
        return config.learning_rate * warmed
    done = max(0, step - config.warmup_steps) / max(1, steps - config.warmup_steps)
    return config.learning_rate * warmed * (1 + math.cos(math.pi * done)) / 2


def _set_learning_rate(
    optimizer: torch.optim.Optimizer, config: TrainConfig, step: int, steps: int
) -> None:
    for group in optimizer.param_groups:
        group["lr"] = learning_rate(config, step, steps)


def _check_finite(
    losses: Tensor, model: DiffusionModel, first_step: int, config: TrainConfig
) -> None:
    """Look at an epoch's losses; and at its last weights, which no loss has tried yet."""
    bad = (~losses.isfinite()).nonzero()
    weights = torch.stack([weight.detach().isfinite().all() for weight in model.parameters()])
    if len(bad) or not weights.all():
        step = int(bad[0]) if len(bad) else len(losses)
        kept = (
            f"the checkpoint of the epoch before is kept in {config.folder}"
            if first_step
            else "there was no checkpoint yet"
        )
        raise NonFiniteLossError(
            f"the loss is no longer finite at step {first_step + step + 1}: {kept}; start "
            "again with a lower --learning-rate, with --clip-norm 1, or with --precision float32"
        )


def _start_from(source: str, model: DiffusionModel, config: TrainConfig) -> None:
    """Give the network the weights of another run; the statistics stay those of the pictures."""
    other = load(source)
    if config.class_conditional and other.class_names != model.class_names:
        raise ValueError(
            f"{source} was trained on other classes than those of {config.dataset!r}: "
            "start from random weights, or train without class_conditional from a run without"
        )
    if (theirs := other.target) != config.target:
        raise ValueError(
            f"{source} predicts the {theirs}, this run the {config.target}: "
            f"give --target {theirs}, or start from random weights"
        )
    weights = other.network.state_dict()
    if config.condition_blocks:
        # New connections begin at zero, so that at first the network computes what it did.
        new = {
            name: w for name, w in model.network.state_dict().items() if "scale_and_shift" in name
        }
        weights = new | weights
    checkpoints.load_into(model.network, weights, source)


def check_labels(config: TrainConfig, has_labels: bool) -> None:
    """Refuse pictures without classes for a network that is told the class.

    Raises:
        ValueError: when ``config`` asks for classes and there are none.
    """
    if config.class_conditional and not has_labels:
        raise ValueError(
            f"class_conditional needs class labels, but {config.dataset!r} has none: "
            "sort the pictures into one folder a class, or train without"
        )


def _labels(config: TrainConfig, images: Images, part: str, device: torch.device) -> Tensor | None:
    if not config.class_conditional or images.labels is None:
        return None
    return getattr(images.labels, part).to(device)


def _sample_pictures(model: DiffusionModel, config: TrainConfig) -> Tensor:
    """Pictures from the same noise each time, without a class, in [0, 1]."""
    noise = seeded_noise(range(config.samples), (3, config.image_size, config.image_size))
    noise = noise.to(model.mean.device)
    return model.to_pictures(
        sample(model.denoise, model.schedule, noise, steps=config.sample_steps)
    )


def _seed(seed: int, epoch: int) -> int:
    """A seed of its own for every epoch of every run."""
    return (seed * 1_000_003 + epoch) % 2**63


def _full(tensor: Tensor) -> Tensor:
    return tensor.float() if tensor.dtype == torch.float16 else tensor
