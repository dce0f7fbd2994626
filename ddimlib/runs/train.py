"""A run from beginning to end: chapter 6's loop, with everything around it that a long run needs.

An epoch is a pure function of the weights, the optimizer's state, the seed and the epoch's
number: everything random in it comes from one generator seeded with these two. That is why
an interrupted run, started again, ends with the very weights of an uninterrupted one: bit for
bit on a CPU, and up to rounding on a GPU, which does not always add in the same order.
"""

import dataclasses
import math
import time
import warnings
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from ddimlib import training
from ddimlib.data import Images, load_dataset
from ddimlib.diffusion import DiffusionModel
from ddimlib.runs import checkpoints, devices, same_data, store
from ddimlib.runs.config import TrainConfig, as_dict
from ddimlib.runs.logbook import Logbook, Progress, environment, only_writer
from ddimlib.runs.parallel import Workers
from ddimlib.runs.store import Run, build_model, load, save_weights
from ddimlib.samplers import sample, seeded_noise
from ddimlib.training import EMA


class NonFiniteLossError(RuntimeError):
    """The loss became infinite or not a number."""


def train(
    config: TrainConfig,
    progress: bool = True,
    alter: Callable[[DiffusionModel], object] | None = None,
    minutes: float = math.inf,
) -> Run:
    """Train a diffusion model, or take up an interrupted run where it stopped.

    Everything goes into ``config.folder``: the config, the environment, one line of metrics an
    epoch, sample grids, and after every epoch a checkpoint and the (averaged) weights.

    Args:
        config: what to do; see ``PRESETS``.
        progress: whether to show a progress bar.
        alter: called with the untrained model; ``experiments`` breaks it on purpose with this. A
            model that it returns is trained in its place.
        minutes: stop where another epoch would end later than this, counted from the call; the
            same call goes on. One epoch is trained in any case.

    Returns:
        The run; interrupted by ``minutes``, it has metrics of fewer epochs than its config.

    Raises:
        ValueError: when the folder holds a run with another config or on other pictures, or
            weights without a checkpoint. Nothing is written then.
        RuntimeError: when another process is training in the folder.
        NonFiniteLossError: when the loss is no longer finite; the last good checkpoint stays.
    """
    called = time.monotonic()
    config = dataclasses.replace(config, folder=str(Path(config.folder).expanduser()))
    workers = Workers.from_environment(config.device)
    alone = only_writer(Path(config.folder)) if workers.is_first else nullcontext()
    with workers, alone:
        session = _Session(config, workers, alter)
        bar = session.progress(progress)
        try:
            for epoch in range(session.first_epoch, config.epochs + 1):
                started = time.monotonic()
                session.train_epoch(epoch, bar)
                ended = time.monotonic()
                late = torch.tensor(float(ended + (ended - started) > called + 60 * minutes))
                if workers.mean(late.to(workers.device)) > 0:  # all of them, or none
                    break
        except BaseException:
            session.logbook.close()
            raise
        finally:
            bar.close()
        return session.finish()


class _Session:
    """One process's part in a run, from where the run stands to its end."""

    def __init__(
        self,
        config: TrainConfig,
        workers: Workers,
        alter: Callable[[DiffusionModel], object] | None,
    ) -> None:
        self.config, self.workers, self.device = config, workers, workers.device
        devices.prepare(self.device)
        self.precision = devices.pick_precision(self.device, config.precision)
        self.images = load_dataset(config.dataset, config.image_size, config.data_root)
        classes = None if self.images.labels is None else len(self.images.class_names)
        check_labelled(config, classes)
        check_batches(config, len(self.images.train), workers.count)
        self.logbook = Logbook(
            Path(config.folder), as_dict(config), workers.is_first, same_data.describe(self.images)
        )

        torch.manual_seed(config.seed)
        self.model = build_model(config, self.images).to(self.device)
        devices.channels_last(self.model.network)  # type: ignore[arg-type]
        self.model.image_size = config.image_size
        self.model.class_names = self.images.class_names
        if config.start is not None and self.logbook.is_new:
            start_from(config.start, self.model, config, self.images.class_names)
            if workers.is_first and self.logbook.data is not None:
                _warn_of_seen_pictures(config, self.logbook.data)
        if alter is not None and isinstance(other := alter(self.model), DiffusionModel):
            self.model = other.to(self.device)
            self.model.image_size = self.model.image_size or config.image_size
            self.model.class_names = self.images.class_names
        self.ema = EMA(self.model, config.ema_decay, statistics=config.ema_statistics)
        self.second = (
            EMA(self.model, config.second_ema_decay, statistics=True)
            if config.second_ema_decay
            else None
        )
        self.averages = [self.ema] if self.second is None else [self.ema, self.second]
        self.optimizer = torch.optim.AdamW(
            self.model.network.parameters(),
            lr=config.learning_rate,
            weight_decay=config.weight_decay,
            fused=self.device.type in ("cuda", "cpu"),
        )
        self.scaler = torch.amp.GradScaler(
            self.device.type, enabled=self.precision == torch.float16
        )
        self.state = _State(self.model, self.ema, self.second, self.optimizer, self.scaler)
        self.first_epoch = 1 + self.logbook.resume(self.state.load)
        workers.check_same(self.first_epoch, "the epoch to begin with", config.folder)
        # A run that is finished is left as it is, to the last byte.
        self.is_complete = self.first_epoch > config.epochs and self.logbook.is_complete(
            self.first_epoch - 1,
            {path: ema.model.state_dict() for path, ema in self._files_of_weights().items()},
        )
        workers.wait()  # until all have looked
        if not self.is_complete:
            self.logbook.begin(self.first_epoch - 1)
        if self.first_epoch <= config.epochs:
            about = environment(self.device, self.precision, workers.count)
            self.logbook.write_environment(about, self.first_epoch)

        # From here on the documented loss is computed as this run computes it.
        compute_errors_with(self.model, config, workers, self.precision)
        train = self.images.train
        self.pictures = train.to(self.device) if self.device.type != "cpu" else train
        self.labels = _labels(config, self.images, "train", self.device)
        self.seen = config.repeats * len(train)  # images an epoch
        self.sizes = training.batch_sizes(len(train), config.batch_size)
        self.steps = config.repeats * len(self.sizes)

    def progress(self, shown: bool) -> Progress:
        """A bar over the whole run."""
        done = (self.first_epoch - 1) * self.seen
        return Progress(self.config.epochs * self.seen, done, shown and self.workers.is_first)

    def train_epoch(self, epoch: int, bar: Progress) -> None:
        """One epoch, and all that is measured and written after it."""
        started = time.perf_counter()
        devices.forget_peak_memory(self.device)
        losses = self.workers.mean(self._fit(epoch, bar))
        _check_finite(losses, self.model, (epoch - 1) * self.steps, self.config)
        loss = losses.mean().item()
        bar.show(loss)
        seconds = time.perf_counter() - started
        row: dict[str, Any] = {
            "epoch": epoch,
            "step": epoch * self.steps,
            "train_loss": loss,
            "learning_rate": self.optimizer.param_groups[0]["lr"],
            "seconds": round(seconds, 3),
            "images_per_second": round(self.seen / seconds, 1),
        }
        if (peak := devices.peak_memory(self.device)) is not None:
            row["peak_memory_mib"] = round(peak / 2**20)
        if self.workers.is_first:
            row |= self._look(epoch)
            # Before the checkpoint, so that a kill never leaves weights that are older than it.
            self._save_weights()
            # Training is not all that an epoch takes: this is what a clock on the wall says.
            row["wall_seconds"] = round(time.perf_counter() - started, 3)
            self.logbook.write_row(row)
            self.logbook.write_checkpoint(epoch, self.state.tensors(), self.state.about())
        self.workers.wait()

    def _fit(self, epoch: int, bar: Progress) -> Tensor:
        """The losses of an epoch's steps; on a CPU zero after the first that is not finite."""
        config, first = self.config, (epoch - 1) * self.steps
        generator = torch.Generator(self.device).manual_seed(_seed(config.seed, epoch))
        batches = training.batches(
            self.pictures,
            self.labels,
            config.batch_size,
            passes=config.repeats,
            flips=config.flips,
            label_dropout=config.label_dropout,
            null_label=len(self.images.class_names),
            generator=generator,
        )
        losses = torch.zeros(self.steps, device=self.device)
        # A loss that is not finite must not reach the weights, nor make a GPU's host wait to
        # find out: alone on a CPU looking is free, elsewhere the epoch is looked at as a whole.
        looks = self.device.type == "cpu" and self.workers.count == 1
        fit = training.fit(
            self.model,
            batches,
            self.optimizer,
            rate=lambda step: self._rate(first + step),
            averages=self.averages,
            clip_norm=config.clip_norm,
            scaler=self.scaler,
            generator=generator,
        )
        for index, loss in enumerate(fit):
            losses[index] = loss
            if looks and not math.isfinite(loss.item()):
                break
            bar.update(self.sizes[index % len(self.sizes)], losses[: index + 1])
        return losses

    def _rate(self, step: int) -> float:
        config = self.config
        return training.learning_rate(
            step,
            config.epochs * self.steps,
            config.learning_rate,
            config.warmup_steps,
            config.decay,
        )

    def _look(self, epoch: int) -> dict[str, float]:
        """Validate and sample what is to be sampled, and the second average, when it is time."""
        config = self.config
        found: dict[str, float] = {}
        last = epoch >= config.epochs  # above it where a run is called finished after fewer
        for kind, ema in (("", self.ema), ("second", self.second)):
            if ema is None:
                continue
            if last or epoch % config.validate_every == 0:
                errors = self.validate(ema.model)
                found |= {f"{kind}_{name}".lstrip("_"): value for name, value in errors.items()}
            if last or epoch % config.sample_every == 0 or epoch == 1:
                self.logbook.write_samples(epoch, _sample_pictures(ema.model, config), kind)
        return found

    def validate(self, model: DiffusionModel) -> dict[str, float]:
        """Errors on the validation pictures, in the run's precision."""
        labels = _labels(self.config, self.images, "validation", self.device)
        with devices.autocast(self.device, self.precision):
            return training.validate(model, self.images.validation, labels)

    def _files_of_weights(self) -> dict[Path, EMA]:
        files = {self.logbook.weights: self.ema}
        return files | ({self.logbook.second_weights: self.second} if self.second else {})

    def _save_weights(self) -> None:
        for path, ema in self._files_of_weights().items():
            save_weights(
                ema.model, self.config, self.images.class_names, path, data=self.logbook.data
            )

    def finish(self) -> Run:
        """Close the logbook; complete it where this run was meant to have more epochs."""
        if self.workers.is_first and self.first_epoch > self.config.epochs and not self.is_complete:
            # An interrupted run of more epochs may be called finished after fewer: its last
            # epoch was not meant to be the last, and weights of the next may have been written.
            rows = self.logbook.rows()
            if rows and "validation_noise_mae" not in rows[-1]:
                self.logbook.add_to_last_row(self._look(rows[-1]["epoch"]))
            self._save_weights()
        self.workers.wait()
        self.logbook.close()
        model = self.ema.model.eval().cpu()
        return Run(Path(self.config.folder), model, self.config, self.logbook.rows())


class _Errors(nn.Module):
    """``model.errors`` as a module, so that it can be compiled and run in parallel."""

    def __init__(self, model: DiffusionModel) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, images: Tensor, noise: Tensor, t: Tensor, labels: Tensor | None = None
    ) -> Tensor:
        images = images.contiguous(memory_format=torch.channels_last)
        return DiffusionModel.errors(self.model, images, noise, t, labels)


def compute_errors_with(
    model: DiffusionModel, config: TrainConfig, workers: Workers, precision: torch.dtype
) -> None:
    """Let ``model.errors``, and so ``model.loss``, use the machine: each process takes its share
    of a batch, in ``precision``, compiled where the config says so."""
    module = workers.wrap(devices.compiled(_Errors(model), workers.device, config.compile))

    def errors(images: Tensor, noise: Tensor, t: Tensor, labels: Tensor | None = None) -> Tensor:
        batch = (images, noise, t) if labels is None else (images, noise, t, labels)
        share = workers.share(batch)
        with devices.autocast(workers.device, precision):
            found = module(*share)
        # Processes are averaged with equal weights; a last batch may not be shared out evenly.
        return found * (len(share[0]) * workers.count / len(images))

    model.errors = errors  # type: ignore[method-assign]


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

        if not isinstance(about["average_updates"], int):
            raise ValueError("it does not count the updates of the average")
        checkpoints.load_into(self.model, part("model."), source)
        for prefix, ema in self.averages.items():
            checkpoints.load_into(ema.model, part(prefix if ema.decay else "model."), source)
            ema.updates = about["average_updates"]  # each has seen every step
        entries: dict[int, dict[str, Tensor]] = {}
        for name, tensor in part("optimizer.").items():
            index, key = name.split(".", 1)
            entries.setdefault(int(index), {})[key] = tensor
        for position, parameter in enumerate(self.model.network.parameters()):
            entry = entries.get(position, {})
            # Seen here, and not in the first step, when the folder has been written.
            shapes = {key: tuple(tensor.shape) for key, tensor in entry.items()}
            shape = tuple(parameter.shape)
            if entry and shapes != {"step": (), "exp_avg": shape, "exp_avg_sq": shape}:
                raise ValueError(f"the optimizer's state of parameter {position} is {shapes}")
            for key, tensor in entry.items():
                if tensor.shape == parameter.shape:
                    # In the parameter's own memory layout: the fused optimizer walks through both
                    # as they lie in memory, and would pair up the wrong numbers otherwise.
                    entry[key] = torch.empty_like(parameter, device="cpu").copy_(tensor)
        groups = self.optimizer.state_dict()["param_groups"]
        self.optimizer.load_state_dict({"state": entries, "param_groups": groups})
        if about["scaler"]:
            self.scaler.load_state_dict(about["scaler"])


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
            f"the loss is no longer finite at step {first_step + step + 1}: {kept}; start again"
            + (" in another --folder" if first_step else "")
            + " with a lower --learning-rate, with --clip-norm 1, or with --precision float32"
        )


def start_from(
    source: str,
    model: DiffusionModel,
    config: TrainConfig,
    class_names: tuple[str, ...] | None = None,
) -> None:
    """Give the network the weights of another run; the statistics stay those of the pictures.

    Args:
        class_names: of the pictures; None where they are not known yet.

    Raises:
        FileNotFoundError, ValueError: where there are no such weights, or they do not fit.
    """
    other = load(source)
    if config.class_conditional and class_names not in (None, other.class_names):
        raise ValueError(
            f"{source} was trained on other classes than those of {config.dataset!r}: "
            "start from random weights, or train without class_conditional from a run without"
        )
    check_start_target(source, other.target, config)
    weights = other.network.state_dict()
    if config.condition_blocks:
        # New connections begin at zero, so that at first the network computes what it did.
        new = {
            name: w for name, w in model.network.state_dict().items() if "scale_and_shift" in name
        }
        weights = new | weights
    checkpoints.load_into(model.network, weights, source)


def check_start_target(source: str, theirs: str, config: TrainConfig) -> None:
    """Refuse to start from a network that predicts something else."""
    if theirs != config.target:
        raise ValueError(
            f"{source} predicts the {theirs}, this run the {config.target}: "
            f"give --target {theirs}, or start from random weights"
        )


def _warn_of_seen_pictures(config: TrainConfig, data: dict[str, Any]) -> None:
    """Say where the weights to start from have learnt from some of what is held back now.

    A folder of pictures that has changed is split anew.
    """
    assert config.start is not None
    weights = checkpoints.find(config.start)
    seen = store.read_data(weights)
    if seen is None or store.read_config(weights).dataset != config.dataset:
        return
    if different := same_data.difference(seen, data):
        warnings.warn(
            f"{config.start} has learnt from other pictures of {config.dataset!r} ({different}), "
            "and pictures that are held back now may be among them: errors on these, and whatever "
            "compares with them, will look better than they are",
            stacklevel=2,
        )


def check_labelled(config: TrainConfig, classes: int | None) -> None:
    """Refuse pictures without classes for a network that is told the class.

    Raises:
        ValueError: when ``config`` asks for classes and there are none, or only one.
    """
    if not config.class_conditional or (classes or 0) > 1:
        return
    found = "has none" if classes is None else "has one class alone"
    raise ValueError(
        f"class_conditional needs class labels, but {config.dataset!r} {found}: sort the pictures "
        "into one folder a class and give the folder that these are in, or train without"
    )


def check_batches(config: TrainConfig, count: int, processes: int = 1) -> None:
    """Refuse batches in which batch norm has a single number to normalise.

    Raises:
        ValueError: when the network halves the picture down to one pixel, and a process gets a
            batch of one picture.
    """
    smallest = min(training.batch_sizes(count, config.batch_size)) // processes
    if config.norm == "batch" and config.image_size == 2 ** len(config.widths) and smallest < 2:
        raise ValueError(
            f"in the middle of the network a picture of {config.image_size} pixels is one pixel, "
            "and batch norm cannot normalise that of one picture alone: with "
            f"{count:,} pictures to train on, give a --batch-size that leaves two to each process "
            "in every batch, or --norm group, or fewer --widths"
        )


def _labels(config: TrainConfig, images: Images, part: str, device: torch.device) -> Tensor | None:
    if not config.class_conditional or images.labels is None:
        return None
    return getattr(images.labels, part).to(device)


def _sample_pictures(model: DiffusionModel, config: TrainConfig) -> Tensor:
    """Pictures from the same noise each time, without a class, in [0, 1]."""
    noise = seeded_noise(range(config.samples), model.picture_shape)
    noise = noise.to(model.mean.device)
    return model.to_pictures(
        sample(model.denoise, model.schedule, noise, steps=config.sample_steps)
    )


def _seed(seed: int, epoch: int) -> int:
    """A seed of its own for every epoch of every run."""
    return (seed * 1_000_003 + epoch) % 2**63
