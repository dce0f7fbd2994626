"""The runs of chapters 12 and 13 on photographs, each of them ``runs.train`` with another model.

    python benchmarks/beyond.py PART --start RUN --folder runs/NAME --minutes 60

The same command goes on where it stopped. PART is one of

    velocity       the network of RUN learns to predict the velocity, which few steps ask for
    flow           the same for the straight line
    reflow         from FLOW, on pairs that it makes first
    shuffled       its control: the same noises and ends, other partners
    between        from RUN: --from-class rose --to-class "passion flower", by flow matching
                   between flowers of the two that RUN grows
    progressive    --steps 16 --start VELOCITY, then --steps 8 --start the last, and so on to 1
    consistency    --gap 0.25 --start VELOCITY, then --gap 0.0625 --start the last, and so on; on
                   the cosine schedule down to hardly any noise
    mean-flow      from FLOW
    words, bag     from RUN: its network hears captions (``bag``: as a sum of words alone)

and "measure" prints KID-F of a run at 1, 2 and 4 evaluations: ``measure PART --folder runs/NAME``.
`few_steps_flowers.py` makes all runs of chapter 13 in order, and measures and records them.
What those that hear words make of prompts is counted by ``asked_in_words.py``.
"""

import argparse
import hashlib
import json
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ddimlib import distillation, flow, runs, training  # noqa: E402
from ddimlib.checks import as_bytes  # noqa: E402
from ddimlib.data import Images, captions, load_dataset  # noqa: E402
from ddimlib.data.images import split_order  # noqa: E402
from ddimlib.diffusion import DiffusionModel  # noqa: E402
from ddimlib.metrics import kernel_inception_distance  # noqa: E402
from ddimlib.runs import checkpoints, devices, leaps, same_data  # noqa: E402
from ddimlib.runs.evaluation import generate  # noqa: E402
from ddimlib.runs.features import extract, flower_features  # noqa: E402
from ddimlib.runs.parallel import Workers  # noqa: E402
from ddimlib.runs.store import build_model, read_config, save_weights  # noqa: E402
from ddimlib.runs.train import compute_errors_with  # noqa: E402
from ddimlib.samplers import seeded_generators, seeded_noise  # noqa: E402
from ddimlib.schedules import make_schedule  # noqa: E402
from ddimlib.unet import UNet  # noqa: E402
from ddimlib.words import WordUNet  # noqa: E402


@dataclass(frozen=True)
class Config:
    """What decides a run, beside the settings of the run that it starts from."""

    part: str
    folder: str
    start: str = ""
    dataset: str = "flowers64"
    epochs: int = 60
    minutes: float = math.inf
    learning_rate: float = 5e-4
    steps: int = 16
    gap: float = 1 / 32
    one_in: int = 5
    from_class: str = ""
    to_class: str = ""


#: What a part changes in the settings of the run that it starts from.
CHANGES: dict[str, dict[str, Any]] = {
    "velocity": {"target": "velocity"},
    "flow": {"target": "flow", "schedule": "rectified_flow", "schedule_options": {}},
    "progressive": {},
    "consistency": {
        "target": "velocity",
        "schedule": "cosine",
        "schedule_options": {"min_signal_rate": 0.02, "max_signal_rate": 0.9998},
    },
    "mean-flow": {"target": "flow", "schedule": "rectified_flow", "schedule_options": {}},
    "words": {"class_conditional": True},
    "bag": {"class_conditional": True},
}


def settings(config: Config) -> runs.TrainConfig:
    """The config of the run that it starts from, with what this part changes."""
    base = read_config(checkpoints.find(config.start))
    common: dict[str, Any] = {
        "start": None, "folder": config.folder, "dataset": config.dataset,
        "epochs": config.epochs, "repeats": 1, "learning_rate": config.learning_rate,
        "warmup_steps": 100, "decay": "cosine", "ema_decay": 0.999, "second_ema_decay": 0.0,
        "clip_norm": 1.0, "compile": False, "sample_every": 5,
    }  # fmt: skip
    if config.part not in ("words", "bag"):
        common |= {"loss": "mse", "weighting": "uniform"}
    return replace(base, **(common | CHANGES[config.part]))


def other_model(config: Config, plain: DiffusionModel) -> DiffusionModel:
    """The model of a part, in place of the plain one that ``runs.train`` has made."""
    teacher = runs.load(config.start)
    network = teacher.network.requires_grad_(True)
    assert isinstance(network, UNet)
    if config.part not in ("words", "bag"):
        network = devices.channels_last(network)
    if config.part in ("velocity", "flow"):
        plain.network = network
        return plain
    if config.part in ("words", "bag"):
        # From 16×16 places down to 2×2, where pictures have 32×32 pixels.
        levels = () if config.part == "bag" else range(1, len(network.widths) + 1)
        plain.network = WordUNet(network, teacher.class_names, plain.class_names, levels)
        devices.channels_last(plain.network.unet)  # as ``runs.train`` does with its own network
        return plain
    teacher = runs.load(config.start)  # another copy, which stays as it is
    devices.channels_last(teacher.network)  # type: ignore[arg-type]
    model = leaps.make(
        config.part, plain, network, teacher=teacher.denoise, steps=config.steps, gap=config.gap
    )
    if config.part != "mean-flow":
        in_half_precision(model)
    if config.part == "consistency":
        keep_statistics(model)
    return model


def keep_statistics(model: nn.Module) -> None:
    """Let batch norms keep the statistics that they have, also while the network learns.

    A consistency model learns from its own answers. With statistics of each batch, and at five
    times the learning rate, its contrast ran away within a hundred steps.
    """
    for module in model.modules():
        if isinstance(module, nn.modules.batchnorm._BatchNorm):
            module.eval()
            module.train = partial(_stay, module)  # type: ignore[method-assign]


def _stay(module: nn.Module, mode: bool = True) -> nn.Module:
    return module


def half_precision(device: str = "cpu") -> AbstractContextManager[Any]:
    """Computed in bfloat16 where that is fast, as ``runs.train`` does."""
    picked = devices.pick_device(device)
    return devices.autocast(picked, devices.pick_precision(picked, "bfloat16"))


def in_half_precision(model: distillation.FewStepModel) -> None:
    """Let its loss be computed in half precision.

    Not of a mean flow: it divides the difference of two answers by a short time.
    """
    exact = model.leap_errors

    def leap_errors(*arguments: Any) -> Tensor:
        with half_precision("auto"):
            return exact(*arguments).float()

    model.leap_errors = leap_errors  # type: ignore[method-assign]


def runs_size(config: Config) -> int:
    """The side of the pictures of the run that a part starts from."""
    return read_config(checkpoints.find(config.start)).image_size


def captions_file(config: Config) -> Path:
    """Beside the run's folder, by what it is made of: other photographs have another file."""
    digest = data_digest(load_dataset(config.dataset, runs_size(config)), config.one_in)
    folder = Path(config.folder)
    return folder.with_name(f"{folder.name}-{digest}.npz")


def data_digest(data: Images, *more: object) -> str:
    """Of pictures, their labels and the names of their classes, and of what else decides."""
    found = same_data.describe(data)
    of = [found["digest"], found["labels"], found["class_names"], *more]
    return short_digest(json.dumps(of).encode())


def short_digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]


def write_captions(config: Config, file: Path) -> Path:
    """The photographs with a caption for a class, each twice, without those that are left out.

    Once with the whole caption and once with a shorter one. ``load_dataset`` will hold back the
    pictures that it holds back of the photographs, so that what has been measured on these stays
    comparable.

    Raises:
        ValueError: where nothing is left of a flower, whose name would then be no word.
    """
    data = load_dataset(config.dataset, runs_size(config))
    assert data.labels is not None
    pictures = torch.cat([data.train, data.validation])
    labels = torch.cat([data.labels.train, data.labels.validation])
    names = [data.class_names[label] for label in labels]
    seen = captions.colours(pictures)
    kept = [i for i, out in enumerate(captions.left_out(names, seen, config.one_in)) if not out]
    # Rare flowers first: what is cut off below is of common ones, and each is said in every way.
    many = Counter(names)
    kept.sort(key=lambda i: (many[names[i]], names[i]))
    train, held_back = ([i for i in kept if (i < len(data.train)) == first] for first in (1, 0))
    # Four to one, for ``load_dataset`` holds back exactly a fifth.
    held_back = held_back[: len(train) // 4]
    train = train[: 4 * len(held_back)]
    if missing := set(data.class_names) - {names[i] for i in (*train, *held_back)}:
        raise ValueError(f"no picture is left of {', '.join(sorted(missing))}")

    rows, said = [], []
    for part in (train, held_back):
        whole = [captions.caption(names[i], seen[i]) for i in part]
        short = [
            captions.caption(names[i], captions.shorter(seen[i])[k % 3]) for k, i in enumerate(part)
        ]
        rows += [*part, *part]
        said += [*whole, *short]
    spoken, numbers = captions.numbered(said)
    order = split_order(len(rows))  # the other way round: what comes there is to come here
    images, named = np.empty_like(pictures[rows].numpy()), np.empty_like(numbers.numpy())
    images[order], named[order] = pictures[rows].numpy(), numbers.numpy()

    def write(temporary: Path) -> None:
        with temporary.open("wb") as stream:
            np.savez(stream, images=images, labels=named, class_names=spoken)

    checkpoints.write_atomically(file, write)
    return file


def train(config: Config) -> None:
    """Train a part, or go on with it."""
    if config.part in ("reflow", "shuffled"):
        train_reflow(config)
        return
    if config.part == "between":
        train_between(config)
        return
    if config.part in ("words", "bag"):
        file = captions_file(config)
        config = replace(
            config, dataset=str(file if file.exists() else write_captions(config, file))
        )
    runs.train(
        settings(config), alter=lambda model: other_model(config, model), minutes=config.minutes
    )
    if config.part in leaps.METHODS:
        made_for = [config.steps] if config.part == "progressive" else [1, 2, 4]
        leaps.write(Path(config.folder), config.part, made_for)


def in_one_go(
    model: flow.FlowMatching, shown: Iterable[training.Batch], steps: int, config: Config
) -> None:
    """``training.fit`` with averaged weights, for what ``runs.train`` has no batches for.

    The weights are stored as those of the run that it started from, so that ``runs.load`` has them.
    """
    known = read_config(checkpoints.find(config.start))
    workers = Workers.from_environment("cpu")
    devices.prepare(workers.device)
    devices.channels_last(model.network)  # type: ignore[arg-type]
    optimizer = torch.optim.AdamW(model.network.parameters(), config.learning_rate)
    average = training.EMA(model, 0.999)
    precision = devices.pick_precision(workers.device, known.precision)
    compute_errors_with(model, replace(known, compile=False), workers, precision)
    rate = partial(
        training.learning_rate, steps=steps, highest=config.learning_rate, decay="cosine"
    )
    draw = torch.Generator().manual_seed(1)
    losses = training.fit(
        model, shown, optimizer, rate=rate, averages=[average], clip_norm=1.0, generator=draw
    )
    for step, loss in enumerate(losses):
        if step % 100 == 0:
            print(step, round(loss.item(), 4), flush=True)
    known = replace(
        known, folder=config.folder, start=None, epochs=config.epochs, **CHANGES["flow"]
    )
    names = runs.load(config.start).class_names
    Path(config.folder).mkdir(parents=True, exist_ok=True)
    save_weights(average.model, known, names, Path(config.folder) / "weights.safetensors")


def along(model: DiffusionModel, labels: Tensor | None) -> flow.Velocity:
    """The velocity of a model for flowers of these classes."""
    told = () if labels is None else (labels,)
    return flow.velocity_of(lambda x, t: model.denoise(x, t, *told), model.schedule)


def classes_like(
    config: Config, model: DiffusionModel, count: int, draw: torch.Generator
) -> Tensor | None:
    """Classes as often as the training pictures have them; None for a network that knows none."""
    if getattr(model.network, "classes", None) is None:
        return None
    data = load_dataset(config.dataset, runs_size(config))
    assert data.labels is not None
    numbers = torch.tensor([model.class_names.index(name) for name in data.class_names])
    known = numbers[data.labels.train]
    return known[torch.randint(len(known), (count,), generator=draw)]


def others_of_their_kind(labels: Tensor | None, count: int, draw: torch.Generator) -> Tensor:
    """For each of ``count``, another one of the same class, drawn at random; each is drawn once.

    Who is the only one of a class gets itself.
    """
    kinds = torch.zeros(count, dtype=torch.long) if labels is None else labels
    others = torch.empty(count, dtype=torch.long)
    for kind in kinds.unique():
        rows = (kinds == kind).nonzero()[:, 0]
        rows = rows[torch.randperm(len(rows), generator=draw)]
        others[rows] = rows.roll(1)
    return others


@torch.no_grad()
def ends_of(config: Config, first: DiffusionModel, noise: Tensor, labels: Tensor | None) -> Tensor:
    """Where the flow that a part starts from leads in 20 steps of Heun; kept beside its weights.

    By a digest of these and of the classes, which are drawn as the data set has them.
    """
    told = b"" if labels is None else labels.numpy().tobytes()
    of = short_digest(checkpoints.digest(config.start).encode() + told)
    file = Path(config.start) / f"ends-{len(noise)}-{of}.safetensors"
    if not file.is_file():
        devices.channels_last(first.network)  # type: ignore[arg-type]
        with half_precision():
            ends = [
                flow.carry(along(first, None if labels is None else labels[rows]), noise[rows], 20)
                for rows in torch.arange(len(noise)).split(100)
            ]
        checkpoints.save_tensors(file, {"ends": torch.cat(ends)}, {})
    tensors, _ = checkpoints.load_tensors(file)
    return tensors["ends"]


def train_reflow(config: Config, pairs: int = 4_000, batch_size: int = 64) -> None:
    """Pairs by the flow that it starts from, then the same loss on them.

    As "shuffled" its control: the same noises and the same ends, each with the noise of another end
    of its class.
    """
    first = runs.load(config.start)
    draw = torch.Generator().manual_seed(0)
    noise = seeded_noise(range(pairs), first.picture_shape)
    labels = classes_like(config, first, pairs, draw)
    targets = ends_of(config, first, noise, labels)
    if config.part == "shuffled":
        noise = noise[others_of_their_kind(labels, pairs, draw)]
    scale = {"mean": first.mean.flatten(), "std": first.std.flatten()}
    network = runs.load(config.start).network.requires_grad_(True)
    second = flow.Reflow(network, schedule=first.schedule, **scale)
    steps = max(1, config.epochs * pairs // batch_size)
    batches = flow.paired(second, targets, noise, batch_size, steps, draw, labels)
    in_one_go(second, batches, steps, config)


def train_between(config: Config, count: int = 2000, batch_size: int = 64) -> None:
    """From flowers of one class to those of another, both grown by RUN; no noise anywhere."""
    start = runs.load(config.start)
    numbers = [start.class_names.index(name) for name in (config.from_class, config.to_class)]
    sources, targets = (
        generate(start, count, 20, seed, labels=torch.full((count,), number))
        for seed, number in enumerate(numbers)
    )
    model = flow.FlowMatching(
        start.network.requires_grad_(True),
        flow.drawn_from(start.normalise(sources)),
        make_schedule("rectified_flow"),
        start.mean.flatten(),
        start.std.flatten(),
    )
    draw = torch.Generator().manual_seed(0)
    batches = training.batches(
        targets, None, batch_size, passes=config.epochs, flips=True, generator=draw
    )
    steps = config.epochs * len(training.batch_sizes(len(targets), batch_size))
    in_one_go(model, batches, steps, config)


def restore(config: Config) -> DiffusionModel:
    """The trained model of a part: built as for training, with the weights of its folder."""
    file = Path(config.folder) / "weights.safetensors"
    tensors, about = checkpoints.load_tensors(file)
    known = read_config(file)
    plain = build_model(known, classes=len(about["class_names"]))
    plain.class_names = tuple(about["class_names"])
    model = other_model(config, plain)
    checkpoints.load_into(model, tensors, file)
    model.image_size = model.image_size or known.image_size
    return model.eval()


def measure(config: Config, pictures: int = 2000, of: Callable[..., Tensor] | None = None) -> None:
    """KID-F at 1, 2, 4, 8 and 20 evaluations: by leaps where the model leaps, else by DDIM."""
    model = restore(config)
    known = read_config(Path(config.folder) / "weights.safetensors")
    truth = load_dataset(config.dataset, known.image_size).validation
    features = of or flower_features()
    theirs = extract(features, truth)
    noise = seeded_noise(range(pictures), model.picture_shape)
    classes = getattr(model.network, "classes", None)
    draw = torch.Generator().manual_seed(0)
    labels = None if classes is None else torch.randint(classes, (pictures,), generator=draw)
    for steps in (1, 2, 4, 8, 20):
        made = []
        for rows in torch.arange(pictures).split(100):
            told = None if labels is None else labels[rows]
            fresh = seeded_generators((rows + pictures).tolist())  # not the noise it starts from
            with torch.no_grad():
                *_, last = distillation.few_steps(model, noise[rows], steps, told, fresh)
            made.append(as_bytes(model.to_pictures(last.noisy)))
        ours = extract(features, torch.cat(made))
        size = min(1000, len(theirs), pictures)
        print(steps, kernel_inception_distance(theirs, ours, subset_size=size), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("part", choices=["measure", "reflow", "shuffled", "between", *CHANGES])
    parser.add_argument("what", nargs="?", choices=sorted(CHANGES), help="what is measured")
    for name, default in (
        ("folder", None), ("start", ""), ("dataset", "flowers64"), ("epochs", 60),
        ("minutes", math.inf), ("learning-rate", 5e-4), ("steps", 16), ("gap", 1 / 32),
        ("from-class", ""), ("to-class", ""),
    ):  # fmt: skip
        kind = str if default is None else type(default)
        parser.add_argument(f"--{name}", type=kind, default=default, required=default is None)
    chosen = vars(parser.parse_args())
    part, what = chosen.pop("part"), chosen.pop("what")
    if part == "measure":
        measure(Config(part=what, **chosen))
    else:
        train(Config(part=part, **chosen))


if __name__ == "__main__":
    main()
