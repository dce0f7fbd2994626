"""Evaluating a run: what chapter 10 measures, of one trained model, in one command.

`ddimlib evaluate RUN` writes `evaluation.json` and sample grids into the run's folder; with
`--classes`, `evaluation-classes.json` and grids of their own; with `--classes --guidance 3`,
`evaluation-classes-guided-3.json`; with `--spacing log_snr`, `evaluation-log_snr.json`. Of another
file than `weights.safetensors` the names say which: `evaluate runs/mine/checkpoint.safetensors`
writes `evaluation-checkpoint.json`. A recorded run is left as the book shows it: its evaluation
goes to `runs/NAME`, and who records it anew says `--folder book/results/NAME`. All noise is
seeded, picture by picture, so that two models are compared on the same draws.
"""

import shlex
import time
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import torch
from jaxtyping import UInt8
from torch import Tensor

from ddimlib import metrics, training
from ddimlib.checks import as_bytes, check_name
from ddimlib.data import DATASETS, Images, Labels, load_dataset
from ddimlib.diffusion import DiffusionModel
from ddimlib.guidance import guided
from ddimlib.runs import checkpoints, devices, leaps, recorded, same_data
from ddimlib.runs.config import TrainConfig
from ddimlib.runs.features import (
    Features,
    FlowerClassifier,
    InceptionFeatures,
    extract,
    flower_features,
    inception_features,
    recognised,
)
from ddimlib.runs.grids import save_grid
from ddimlib.runs.logbook import SECOND_WEIGHTS, environment
from ddimlib.runs.store import load, read_config, read_data
from ddimlib.samplers import SPACINGS, noise_like, sample, seeded_generators

SHOWN = 36  # pictures in a grid, and samples nearest to a training picture that are written down


@dataclass(frozen=True)
class EvaluateConfig:
    """What to measure, and on how many pictures."""

    run: str
    """a run folder, a file of weights, or the name of a recorded run"""
    steps: tuple[int, ...] = (5, 20)
    """numbers of sampling steps; the last one's samples are looked up among the neighbours"""
    spacing: str = "uniform"
    """where the steps are: uniform (equal in time), log_snr (equal in log-SNR) or karras"""
    samples: int = 1000
    """pictures to generate for each"""
    classes: bool = False
    """ask for classes, as often as the training pictures have them, and count how often the flower
    classifier sees the class that was asked for"""
    guidance: float = 1.0
    """scale of classifier-free guidance towards these classes; 1 is none"""
    features: str = "auto"
    """imagenet (Inception-v3, the reference's measure), fid (the Inception-v3 of published FIDs), a
    file of Inception's weights, flowers (our own classifier, classifier64), classifier32 (the one
    before it), a folder that holds one, or auto: imagenet where its weights can be had, else
    flowers"""
    subset_size: int = 128
    """pictures in one subset for KID; the reference takes 128. Fewer where there are not as many"""
    subsets: int = 100
    dataset: str | None = None
    """pictures to compare with; by default those that the run was trained on. Their classes are
    found by name among those of the network"""
    data_root: str | None = None
    neighbours: bool = True
    """look for the nearest training picture of each sample: is the network memorising?"""
    levels: int = 20
    """noise levels at which the loss is measured"""
    seed: int = 0
    batch_size: int = 100
    device: str = "auto"
    precision: str = "auto"
    """auto, float32, bfloat16 or float16: what the network computes in"""
    folder: str | None = None
    """where to write; by default the run's folder, or runs/NAME for a recorded run"""

    def __post_init__(self) -> None:
        if not self.steps or min(self.steps) < 1:
            raise ValueError(f"steps must be numbers of at least 1, got {self.steps}")
        check_name(self.spacing, SPACINGS, "spacing")
        for name in ("samples", "subset_size", "subsets", "levels", "batch_size"):
            if getattr(self, name) < 1 + (name in ("samples", "subset_size")):
                raise ValueError(f"{name} is too small: {getattr(self, name)}")
        if self.guidance != 1 and not self.classes:
            raise ValueError("guidance is towards a class: give --classes with it")

    @property
    def kind(self) -> str:
        """What the names of files say of weights, classes and spacing: "" where of none of them.

        Two files of weights may lie in one folder, and neither result is to replace the other.
        """
        file = Path(self.run).expanduser()
        weights = ""
        if file.name == SECOND_WEIGHTS:
            weights = "-second"
        elif file.name != "weights.safetensors" and file.is_file():
            weights = f"-{file.stem}"
        guided = "" if self.guidance == 1 else f"-guided-{self.guidance:g}"
        spaced = "" if self.spacing == "uniform" else f"-{self.spacing}"
        return weights + (f"-classes{guided}" if self.classes else "") + spaced


def evaluate(
    config: EvaluateConfig,
    model: DiffusionModel | None = None,
    features: Features | None = None,
) -> dict[str, Any]:
    """Measure a trained model and write `evaluation.json` and sample grids.

    Real pictures are the validation split: the model has not seen them.

    Args:
        config: what to measure.
        model: used instead of loading `config.run`.
        features: used instead of those that `config.features` names.

    Returns:
        What was written; see `table` for a readable form.

    Raises:
        FileNotFoundError, ValueError: where the run or its data set cannot be loaded.
    """
    started = time.perf_counter()
    device = devices.pick_device(config.device)
    devices.prepare(device)
    precision = devices.pick_precision(device, config.precision)
    weights = checkpoints.find(config.run)
    train_config = read_config(weights)
    if model is None:
        leaps.check_takes_steps(config.run)
    data = _pictures(config, train_config, weights)
    folder = _folder(config, checkpoints.folder_of(config.run))
    checkpoints.check_writable(folder / "samples")
    model = (model or load(config.run)).to(device)
    model.network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    data = _known_classes(model, data)
    labels = _classes(model, data, config)
    subset_size, real_pictures = _counts(data, config)
    features = features or pick_features(config.features)
    if isinstance(features, torch.nn.Module):
        features = features.to(device)
    kid, fid = f"KID{features.suffix}", f"FID{features.suffix}"
    real = extract(features, data.validation)

    def distances(fakes: Tensor) -> dict[str, Any]:
        generator = torch.Generator().manual_seed(config.seed)
        value = metrics.kernel_inception_distance(
            real, fakes, config.subsets, subset_size, generator
        )
        count = min(len(real), len(fakes))
        found = metrics.precision_recall(real[:count], fakes[:count])
        distance = metrics.frechet_distance(real, fakes).item()
        return {kid: value._asdict(), fid: distance, **found._asdict()}

    with devices.autocast(device, precision):
        told = data.labels.validation if train_config.class_conditional and data.labels else None
        errors = training.validate(model, data.validation, told)
        curve = _loss_by_noise_level(model, data, config)
    classifier = None
    if config.classes:
        classifier = features if isinstance(features, FlowerClassifier) else flower_features()

    def heard(pictures: Tensor, labels: Tensor | None) -> dict[str, Any]:
        if classifier is None or labels is None:
            return {}
        accuracy = recognised(classifier, pictures, labels, data.class_names)
        return {"class_accuracy": accuracy} if accuracy else {}

    by_steps = []
    for steps in config.steps:
        clock = time.perf_counter()
        with devices.autocast(device, precision):
            pictures = generate(
                model,
                config.samples,
                steps,
                config.seed,
                config.batch_size,
                labels,
                config.guidance,
                times=config.spacing,
            )
        seconds = time.perf_counter() - clock
        name = f"{config.kind}-steps-{steps:04d}.png".removeprefix("-")
        save_grid(folder / "samples" / name, pictures[:SHOWN])
        fakes = extract(features, pictures)
        measured = distances(fakes) | heard(pictures, labels)
        by_steps.append({"steps": steps, **measured, "seconds": round(seconds, 2)})

    known = extract(features, data.train if config.neighbours else data.train[:real_pictures])
    result = {
        "run": checkpoints.name_of(config.run),
        "dataset": Path(config.dataset or train_config.dataset).name,
        "image_size": train_config.image_size,
        "train_pictures": len(data.train),
        "validation_pictures": len(data.validation),
        "samples": config.samples,
        "classes": config.classes,
        "guidance": config.guidance,
        "spacing": config.spacing,
        "subset_size": subset_size,
        "subsets": config.subsets,
        "seed": config.seed,
        "features": type(features).__name__,
        **errors,
        "by_steps": by_steps,
        # What perfect samples would have: as many training pictures instead of samples. Classes
        # are recognised in validation pictures, for the classifier has learnt the others.
        "real_pictures": real_pictures,
        "real": distances(known[:real_pictures])
        | heard(data.validation, data.labels and data.labels.validation),
        "loss_by_noise_level": curve,
        "environment": environment(device, precision, processes=1)
        | {"command": command(_decided(config, features, precision))},
    }
    if config.neighbours:
        mirrored = data.train.flip(-1)
        result["neighbours"] = {
            "pixels": _neighbours(data.train, mirrored, data.validation, pictures),
            "features": _neighbours(known, extract(features, mirrored), real, fakes),
        }
    result["seconds"] = round(time.perf_counter() - started, 1)
    checkpoints.write_json(folder / f"evaluation{config.kind}.json", result)
    return result


def command(config: EvaluateConfig) -> str:
    """The command that measures the same again: every setting that is not the default.

    Files and folders are called by their names where they were given by their place on this
    machine, and `data_root` is no part of it.
    """
    words = ["ddimlib", "evaluate", _by_name(config.run)]
    for field in fields(config):
        value = getattr(config, field.name)
        if field.name in ("run", "data_root") or value == field.default:
            continue
        option = field.name.replace("_", "-")
        if isinstance(value, bool):
            words.append(f"--{option}" if value else f"--no-{option}")
            continue
        values = value if isinstance(value, tuple) else (value,)
        words += [f"--{option}", *(_by_name(str(one)) for one in values)]
    return shlex.join(words)


def pick_features(name: str) -> Features:
    """Features by name: "auto", "flowers", "imagenet", "fid", a recorded classifier's, the folder
    of one that was trained here, or a file of Inception's weights.

    "auto" takes "imagenet" where its weights can be had, as the reference did, else the flower
    classifier, and says so.
    """
    if name == "flowers":
        return flower_features()
    if Path(name).is_dir() or name in recorded.names():
        return flower_features(name)
    if name != "auto":
        return inception_features(name)
    try:
        return inception_features("imagenet")
    except (OSError, ValueError) as error:  # a DownloadError is an OSError
        warnings.warn(f"measuring KID-F and FID-F instead of KID and FID: {error}", stacklevel=2)
        return flower_features()


def features_name(features: Features) -> str:
    """The name by which `pick_features` gives such features; "auto" where it knows none."""
    if isinstance(features, FlowerClassifier):
        return features.name or "flowers"
    return features.variant if isinstance(features, InceptionFeatures) else "auto"


@torch.no_grad()
def generate(
    model: DiffusionModel,
    samples: int,
    steps: int = 20,
    seed: int = 0,
    batch_size: int = 100,
    labels: Tensor | None = None,
    scale: float = 1.0,
    **options: Any,
) -> UInt8[Tensor, "samples channels height width"]:
    """Pictures from a model, made a batch at a time, each from a seed of its own.

    They are rounded to uint8, like the real ones that they are compared with.

    Args:
        model: a trained model that knows its `image_size`.
        samples: number of pictures.
        steps: sampling steps.
        seed: another seed gives other pictures.
        batch_size: changes memory and speed, not the pictures.
        labels: the class of each picture, ``(samples,)``; without, no class is asked for.
        scale: of guidance towards these classes.
        options: passed on to `samplers.sample`, for example `method="heun"`. Noise that a method
            adds on the way is drawn from the seeds, too.
    """
    device, shape = model.mean.device, model.picture_shape
    pictures = []
    for numbers in torch.arange(samples).split(batch_size):
        denoise = model.denoise if labels is None else guided(model, labels[numbers], scale)
        own = seeded_generators([seed * 1_000_003 + n for n in numbers.tolist()])
        noise = noise_like(torch.empty(len(own), *shape), own).to(device)
        images = sample(denoise, model.schedule, noise, steps=steps, generator=own, **options)
        pictures.append(as_bytes(model.to_pictures(images)).cpu())
    return torch.cat(pictures)


def table(result: dict[str, Any]) -> str:
    """An evaluation as a few lines of text."""
    kid, fid, *_ = result["real"]
    spacing = result.get("spacing", "uniform")  # none where an older library measured
    spaced = "" if spacing == "uniform" else f", steps spaced by {spacing},"
    lines = [
        f"{result['run']}: {result['dataset']} at {result['image_size']}×{result['image_size']}, "
        f"{result['samples']} samples{spaced} against {result['validation_pictures']} validation "
        "pictures",
        f"validation error of the noise {result['validation_noise_mae']:.4f}, "
        f"of the image {result['validation_image_mae']:.4f}",
        "",
        f"{'steps':>8}  {kid:>17}  {fid:>9}  precision  recall  {'s':>7}"
        + ("  class seen" if "class_accuracy" in result["real"] else ""),
    ]
    rows = [*result["by_steps"], {"steps": "(real)", **result["real"]}]
    for row in rows:
        seconds = f"{row['seconds']:7.1f}" if "seconds" in row else " " * 7
        accuracy = row.get("class_accuracy")
        lines.append(
            f"{row['steps']:>8}  {row[kid]['mean']:8.4f} ± {row[kid]['std']:6.4f}  "
            f"{row[fid]:9.3f}  {_share(row, 'precision'):>9}  {_share(row, 'recall'):>6}  {seconds}"
            + (f"  {accuracy['top1']:10.1%}" if accuracy else "")
        )
    if neighbours := result.get("neighbours", {}):
        lines.append("")
    for space, found in neighbours.items():
        lines.append(
            f"nearest training picture in {space}, mirrored or not: a sample's "
            f"{found['samples']:.2f} away, a validation picture's {found['validation']:.2f}; "
            f"{found['closer_than_real']:.1%} of samples are closer than 99 % of validation "
            "pictures (memory would make it many)"
        )
    return "\n".join(lines)


def _share(row: Mapping[str, Any], name: str) -> str:
    """A share in per cent; nothing where an older library did not measure it."""
    return f"{row[name]:.0%}" if name in row else ""


def side_by_side(results: Mapping[str, Mapping[str, Any]]) -> str:
    """Several evaluations in one table, a row each, and real pictures in the last one.

    *Recognised* is the share in which the flower classifier sees the class that was asked for,
    with the most steps.

    Args:
        results: what `evaluate` returned or wrote, by the name that the row is to have.

    Raises:
        ValueError: where they were measured on different features, which cannot be compared.
    """
    kinds = {next(iter(result["real"])) for result in results.values()}
    if len(kinds) != 1:
        raise ValueError(f"one table holds figures on one kind of features, got {sorted(kinds)}")
    kid = kinds.pop()
    rows = {
        name: {row["steps"]: row for row in result["by_steps"]} for name, result in results.items()
    }
    columns = sorted({steps for by_steps in rows.values() for steps in by_steps})
    real = [result["real"] for result in results.values()]
    rows["real pictures"] = {columns[-1]: next((r for r in real if "class_accuracy" in r), real[0])}
    width = max(map(len, rows))
    heads = [f"{kid}, {steps} steps" for steps in columns]
    lines = [f"{'':{width}s}{'recognised':>12s}" + "".join(f"{head:>18s}" for head in heads)]
    for name, by_steps in rows.items():
        seen = by_steps[max(by_steps)].get("class_accuracy")
        cells = [f"{name:{width}s}", f"{seen['top1']:.0%}".rjust(12) if seen else " " * 12]
        for steps in columns:
            found = by_steps[steps][kid] if steps in by_steps else None
            figure = f"{found['mean']:.3f} ± {found['std']:.3f}" if found else ""
            cells.append(figure.rjust(18))
        lines.append("".join(cells))
    return "\n".join(lines)


def _neighbours(
    train: Tensor, mirrored: Tensor, validation: Tensor, samples: Tensor
) -> dict[str, Any]:
    """Is it memorising? Distances of samples and of new real pictures to the training pictures.

    A model that copies has samples much closer to a training picture than new pictures are. A
    blurry one has too, in pixels: that is why features are looked at as well. Most runs see their
    pictures mirrored, too, so that a mirror image of a training picture (`mirrored`) is one.

    The samples "shown" are the nearest ones, nearest first, by their number in what `generate`
    makes, each with the index of its training picture and whether that had to be mirrored.
    """
    known = torch.cat([train, mirrored])
    found = metrics.nearest_neighbours(samples, known)
    distances, indices = found.distances[:, 0], found.indices[:, 0]
    new = metrics.nearest_neighbours(validation, known).distances
    close = torch.quantile(new, 0.01)
    return {
        "samples": distances.median().item(),
        "validation": new.median().item(),
        "closer_than_real": (distances < close).double().mean().item(),
        "shown": [
            {
                "sample": number,
                "train_index": indices[number].item() % len(train),
                "mirrored": indices[number].item() >= len(train),
                "distance": distances[number].item(),
            }
            for number in distances.argsort(stable=True)[:SHOWN].tolist()
        ],
    }


def _folder(config: EvaluateConfig, run: Path) -> Path:
    """Where to write. What the chapters read of a recorded run changes only where that is asked."""
    if config.folder is not None:
        return Path(config.folder).expanduser()
    name = run.name
    if name not in recorded.names() or not run.samefile(recorded.path(name)):
        return run
    folder = Path("runs") / name
    warnings.warn(
        f"{name} is a recorded run, which stays as it is: its evaluation goes to {folder}; "
        "give --folder to write elsewhere",
        stacklevel=3,
    )
    return folder


def _pictures(config: EvaluateConfig, trained: TrainConfig, weights: Path) -> Images:
    """What is compared with: where no data set is named, the one that was learnt from, unchanged.

    Raises:
        FileNotFoundError: where that one is not here.
        ValueError: where no data set has the name that was given, or the pictures have changed.
    """
    name = config.dataset or trained.dataset
    if not (config.dataset or name in DATASETS or Path(name).expanduser().exists()):
        raise FileNotFoundError(
            f"{config.run} has learnt from {name!r}, which is not here: say what to compare its "
            "pictures with, by --dataset (flowers5000 where a recorded run names flowers64)"
        )
    data = load_dataset(name, trained.image_size, config.data_root)
    if config.dataset is None:
        _check_same_pictures(weights, name, data)
    return data


def _check_same_pictures(weights: Path, dataset: str, data: Images) -> None:
    """Refuse pictures that have changed since: those held back now may have been learnt from."""
    before = read_data(weights)
    different = before and same_data.difference(before, same_data.describe(data))
    if different:
        raise ValueError(
            f"{dataset} holds other pictures than {weights} has learnt from ({different}), so that "
            "those held back now may be among these: bring them back, or compare with "
            f"them as they are by --dataset {dataset}"
        )


def _counts(data: Images, config: EvaluateConfig) -> tuple[int, int]:
    """Pictures in a subset for KID, and in the row "real"; a warning where there are too few.

    Raises:
        ValueError: where there are too few to measure precision and recall at all.
    """
    real_pictures = min(config.samples, len(data.train))
    if (fewest := min(real_pictures, len(data.validation))) < 4:
        raise ValueError(
            f"an evaluation needs at least 4 samples, training pictures and validation pictures, "
            f"got {fewest}: give more --samples, or a larger --dataset"
        )
    subset_size = min(config.subset_size, real_pictures, len(data.validation))
    if subset_size < config.subset_size:
        warnings.warn(
            f"KID is taken over subsets of {subset_size} pictures, not {config.subset_size}: there "
            f"are {config.samples} samples, {len(data.train)} training pictures and "
            f"{len(data.validation)} validation pictures",
            stacklevel=3,
        )
    if real_pictures < config.samples:
        warnings.warn(
            f"FID of real pictures is that of all {real_pictures} training pictures, and it falls "
            f"with their number: with --samples {real_pictures} the two compare",
            stacklevel=3,
        )
    return subset_size, real_pictures


def _decided(config: EvaluateConfig, features: Features, precision: torch.dtype) -> EvaluateConfig:
    """The config with what "auto" and "flowers" stood for: elsewhere it may be something else."""
    vague = config.features in ("auto", "flowers")
    named = features_name(features) if vague else config.features
    return replace(config, features=named, precision=str(precision).removeprefix("torch."))


def _by_name(place: str) -> str:
    return Path(place).name if Path(place).is_absolute() else place


def _known_classes(model: DiffusionModel, data: Images) -> Images:
    """The pictures with the network's numbers for their classes, which are found by name.

    A class that the network does not know becomes its "no class", the number after all others. For
    a network without classes the pictures stay as they are.
    """
    null_label = getattr(model.network, "classes", None)
    if null_label is None or data.labels is None:
        return data
    numbers = {name: number for number, name in enumerate(model.class_names)}
    number = torch.tensor([numbers.get(name, null_label) for name in data.class_names])
    labels = Labels(number[data.labels.train], number[data.labels.validation])
    return data._replace(labels=labels, class_names=(*model.class_names, "no class"))


def _classes(model: DiffusionModel, data: Images, config: EvaluateConfig) -> Tensor | None:
    """A class for each sample, drawn from those of the training pictures, or None."""
    if not config.classes:
        return None
    null_label = getattr(model.network, "classes", None)
    if data.labels is None or null_label is None:
        raise ValueError("classes can only be asked of a network and a data set that have classes")
    known = data.labels.train[data.labels.train < null_label]
    if not len(known):
        raise ValueError(
            "the network knows none of the classes of these pictures by name: evaluate it without "
            "classes, or on pictures that share some of its classes"
        )
    generator = torch.Generator().manual_seed(config.seed)
    return known[torch.randint(len(known), (config.samples,), generator=generator)]


def _loss_by_noise_level(
    model: DiffusionModel, data: Images, config: EvaluateConfig
) -> dict[str, list[float]]:
    """The curve of chapter 10 on (at most 256) validation pictures, at equally spaced times."""
    times = torch.linspace(0, 1, config.levels)
    pictures = data.validation[:256].float().to(model.mean.device) / 255
    generator = torch.Generator().manual_seed(config.seed)
    curve = metrics.loss_by_noise_level(model, pictures, times, generator)
    return {"time": times.tolist()} | {
        name: values.tolist() for name, values in curve._asdict().items()
    }
