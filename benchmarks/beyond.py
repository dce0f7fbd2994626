"""The runs of chapters 12 to 14 on photographs, each of them ``runs.train`` with another model.

    python benchmarks/beyond.py PART --start RUN --folder runs/NAME --minutes 60

The same command goes on where it stopped. PART is one of

    velocity       the network of RUN learns to predict the velocity, which few steps ask for
    flow           the same for the straight line
    progressive    --steps 8 --start VELOCITY, then --steps 4 --start the last, and so on to 1
    consistency    from VELOCITY, on the cosine schedule down to hardly any noise
    mean-flow      from FLOW
    words, bag     from RUN: its network hears captions (``bag``: as a sum of words alone)
    autoencoder    64×64 to 16×16×4; takes no RUN
    latents        --start AUTOENCODER: diffusion among them
    transformer    a DiT with as many FLOPs as the U-Net (1.9 G at 64×64); --start RUN says with
                   which settings, and its weights are not used

and "measure" prints KID-F of a run at 1, 2 and 4 evaluations: ``measure PART --folder runs/NAME``.
"""

import argparse
import math
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ddimlib import distillation, runs, training  # noqa: E402
from ddimlib.autoencoder import (  # noqa: E402
    Autoencoder,
    Coder,
    LatentDiffusion,
    latent_statistics,
)
from ddimlib.data import captions, load_dataset  # noqa: E402
from ddimlib.diffusion import DiffusionModel  # noqa: E402
from ddimlib.metrics import kernel_inception_distance  # noqa: E402
from ddimlib.runs import checkpoints  # noqa: E402
from ddimlib.runs.features import extract, flower_features  # noqa: E402
from ddimlib.runs.store import build_model, read_config, statistics  # noqa: E402
from ddimlib.samplers import seeded_generators, seeded_noise  # noqa: E402
from ddimlib.transformer import Transformer  # noqa: E402
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
    steps: int = 8
    one_in: int = 5


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
    "latents": {"target": "velocity", "class_conditional": False},
    "transformer": {"target": "velocity"},
}


def settings(config: Config) -> runs.TrainConfig:
    """The config of the run that it starts from, with what this part changes."""
    if config.part == "latents":
        base = runs.preset("cpu", image_size=64)
    else:
        base = read_config(checkpoints.find(config.start))
    common: dict[str, Any] = {
        "start": None, "folder": config.folder, "dataset": config.dataset,
        "epochs": config.epochs, "repeats": 1, "learning_rate": config.learning_rate,
        "warmup_steps": 100, "decay": "cosine", "ema_decay": 0.999, "second_ema_decay": 0.0,
        "clip_norm": 1.0, "compile": False, "sample_every": 5,
    }  # fmt: skip
    if config.part not in ("words", "bag", "transformer"):
        common |= {"loss": "mse", "weighting": "uniform"}
    return replace(base, **(common | CHANGES[config.part]))


def other_model(config: Config, plain: DiffusionModel) -> DiffusionModel:
    """The model of a part, in place of the plain one that ``runs.train`` has made."""
    scale: dict[str, Any] = {"mean": plain.mean.flatten(), "std": plain.std.flatten()}
    if config.part == "transformer":
        classes = getattr(plain.network, "classes", None)
        plain.network = Transformer(width=192, depth=7, heads=4, classes=classes)
        return plain
    if config.part == "latents":
        autoencoder = load_autoencoder(config.start)
        pictures = load_dataset(config.dataset, 64).train
        mean, std = latent_statistics(autoencoder, pictures)
        network = UNet(4, widths=(64, 96), block_depth=2)
        model = LatentDiffusion(network, plain.schedule, autoencoder, mean, std, target="velocity")
        model.image_size = 64 // autoencoder.coder.shrinks
        return model
    teacher = runs.load(config.start)
    network = teacher.network.requires_grad_(True)
    assert isinstance(network, UNet)
    if config.part in ("velocity", "flow"):
        plain.network = network
        return plain
    if config.part in ("words", "bag"):
        levels = () if config.part == "bag" else (2, 3, 4)
        plain.network = WordUNet(network, teacher.class_names, plain.class_names, levels)
        return plain
    if config.part == "progressive":
        denoise = runs.load(config.start).denoise
        return distillation.ProgressiveDistillation(
            network, plain.schedule, denoise, config.steps, target=teacher.target, **scale
        )
    if config.part == "consistency":
        return distillation.ConsistencyTraining(network, plain.schedule, gap=1 / 32, **scale)
    return distillation.MeanFlow(distillation.one_channel_more(network), **scale)


def runs_size(config: Config) -> int:
    """The side of the pictures of the run that a part starts from."""
    return read_config(checkpoints.find(config.start)).image_size


def write_captions(config: Config, file: Path) -> Path:
    """The photographs with a caption for a class, and without those that are held out."""
    size = runs_size(config)
    data = load_dataset(config.dataset, size)
    assert data.labels is not None
    pictures = torch.cat([data.train, data.validation])
    labels = torch.cat([data.labels.train, data.labels.validation])
    seen = captions.colours(pictures)
    kept = [
        i
        for i, (one, label) in enumerate(zip(seen, labels.tolist(), strict=True))
        if not captions.held_out(data.class_names[label], one.blossom, config.one_in)
    ]
    said, numbers = captions.captions_of(pictures[kept], labels[kept], data.class_names)
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez(file, images=pictures[kept].numpy(), labels=numbers.numpy(), class_names=said)
    return file


def train(config: Config) -> None:
    """Train a part, or go on with it."""
    if config.part == "autoencoder":
        train_autoencoder(config)
        return
    if config.part in ("words", "bag"):
        file = Path(config.folder).with_suffix(".npz")
        config = replace(
            config, dataset=str(file if file.exists() else write_captions(config, file))
        )
    runs.train(
        settings(config), alter=lambda model: other_model(config, model), minutes=config.minutes
    )


def train_autoencoder(config: Config, batch_size: int = 32) -> None:
    """In one go, with the features of the book's classifier for the perceptual loss."""
    pictures = load_dataset(config.dataset, 64).train
    mean, std = statistics(pictures)
    model = Autoencoder(Coder(), flower_features().pooled, mean=mean, std=std)
    draw = torch.Generator().manual_seed(0)
    shown = training.batches(pictures, None, batch_size, passes=config.epochs, generator=draw)
    optimizer = torch.optim.Adam(model.network.parameters(), config.learning_rate)
    for step, loss in enumerate(training.fit(model, shown, optimizer, generator=draw)):
        if step % 100 == 0:
            print(step, round(loss.item(), 4), flush=True)
    checkpoints.save_tensors(
        Path(config.folder) / "autoencoder.safetensors", model.state_dict(), {}
    )


def load_autoencoder(folder: str) -> Autoencoder:
    """The autoencoder that ``train_autoencoder`` left in a folder."""
    file = Path(folder) / "autoencoder.safetensors"
    model = Autoencoder(Coder())
    checkpoints.load_into(model, checkpoints.load_tensors(file)[0], file)
    return model.eval()


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
            fresh = seeded_generators(rows.tolist())
            with torch.no_grad():
                *_, last = distillation.few_steps(model, noise[rows], steps, told, fresh)
            made.append((model.to_pictures(last.noisy) * 255).round().to(torch.uint8))
        ours = extract(features, torch.cat(made))
        size = min(1000, len(theirs), pictures)
        print(steps, kernel_inception_distance(theirs, ours, subset_size=size), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("part", choices=["measure", "autoencoder", *CHANGES])
    parser.add_argument("what", nargs="?", choices=sorted(CHANGES), help="what is measured")
    for name, default in (
        ("folder", None), ("start", ""), ("dataset", "flowers64"), ("epochs", 60),
        ("minutes", math.inf), ("learning-rate", 5e-4), ("steps", 8),
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
