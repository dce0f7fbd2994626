"""What steering buys and costs, measured on photographs: the recorded numbers of chapter 9.

    python benchmarks/guidance_price.py --dataset FOLDER            print everything
    python benchmarks/guidance_price.py --dataset FOLDER --record   and store it for chapter 9
    python benchmarks/guidance_price.py price heard --dataset …     only these parts

Give the pictures that the run was trained on, since their split tells which were held back.

    price      samples of ten classes by guidance scale: recognised, how varied, KID-F
    heard      image error by noise level when told the right class, a wrong one, none
    first      the same of our first network, whose class vectors were added to the noise level's
               and started at zero
    input      the same of the network after it, which was told the class at its input alone
    channels   three small networks that differ in how the class enters, trained here
    inversion  picture to noise to picture, photographs and generated pictures
    probes     a linear map from averaged features to the class, by depth and noise level

A part takes half a minute to three minutes of one core. Each goes to a file of its own in
`book/results/guidance-price/`, with its config and the machine. Photographs are those held back
from training, except where it says otherwise. The weights of `first` and `input` lie in the history
of the repository, so these two parts need a clone with all of it.
"""

import argparse
import copy
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import in_parts  # noqa: E402
from earlier_unet import EarlierUNet  # noqa: E402

from ddimlib import editing, guidance, look_inside, metrics, runs  # noqa: E402
from ddimlib.data import Images, load_dataset  # noqa: E402
from ddimlib.diffusion import DiffusionModel  # noqa: E402
from ddimlib.runs import checkpoints, devices, features, logbook  # noqa: E402
from ddimlib.samplers import sample, seeded_noise  # noqa: E402
from ddimlib.unet import UNet  # noqa: E402

RECORD = "guidance-price"
#: Where weights lie in the history: of the network that did not listen, and of the one after it.
FIRST_RUN = "020facf:book/results/flowers32/weights.safetensors"
INPUT_RUN = "a2ab332:book/results/flowers32/weights.safetensors"


@dataclass(frozen=True)
class Config:
    """Everything that decides the numbers."""

    run: str = "flowers32"
    dataset: str = "flowers102"
    precision: str = "bfloat16"  # inversion runs in float32
    seed: int = 0

    # price: the classes that the classifier knows best, by photographs that it has not seen
    classifier: str = "classifier64"
    classes: int = 10
    fewest_photographs: int = 15
    samples_a_class: int = 15
    steps: int = 12
    scales: tuple[float, ...] = (0.0, 1.0, 2.0, 3.0, 5.0, 8.0)
    interval: tuple[float, float] = (0.2, 0.8)
    interval_scales: tuple[float, ...] = (3.0, 5.0, 8.0)

    # heard and channels
    times: tuple[float, ...] = (0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95)
    pictures: int = 500
    small_epochs: int = 16

    # inversion
    round_trip_steps: tuple[int, ...] = (10, 20, 50)
    round_trip_pictures: int = 12
    tolerance: float = 3e-4

    # probes
    probe_times: tuple[float, ...] = (0.0, 0.3, 0.6, 0.9)
    probe_pictures: int = 2500
    untrained: int = 3  # networks with random weights


class Bench:
    """The network, the photographs and the classifier that the parts share."""

    def __init__(
        self, config: Config, model: DiffusionModel, data: Images, root: str | None = None
    ) -> None:
        assert data.labels is not None
        self.config, self.model, self.data, self.root = config, model, data, root
        self.labels = data.labels
        self.classifier = features.flower_features(config.classifier)

    def fast(self) -> AbstractContextManager[object]:
        cpu = torch.device("cpu")
        return devices.autocast(cpu, devices.pick_precision(cpu, self.config.precision))

    def generator(self) -> torch.Generator:
        return torch.Generator().manual_seed(self.config.seed)

    @torch.no_grad()
    def logits(self, pictures: Tensor) -> Tensor:
        """The classifier's logits of all classes for uint8 pictures."""
        return torch.cat(
            [self.classifier.classify(part.float() / 255) for part in pictures.split(128)]
        )


# --- The price of guidance ----------------------------------------------------------------------


def price(bench: Bench) -> dict[str, Any]:
    config, held_back, labels = bench.config, bench.data.validation, bench.labels
    right = bench.logits(held_back).argmax(1) == labels.validation
    recall = {
        c: right[labels.validation == c].double().mean().item()
        for c in range(len(bench.data.class_names))
        if (labels.validation == c).sum() >= config.fewest_photographs
    }
    known = sorted(sorted(recall, key=lambda c: recall[c], reverse=True)[: config.classes])
    wanted = torch.tensor(known).repeat_interleave(config.samples_a_class)
    # As many photographs of every class, held back and (as perfect samples) from training.
    real = torch.cat(
        [(labels.validation == c).nonzero()[: config.fewest_photographs, 0] for c in known]
    )
    train = torch.cat([(labels.train == c).nonzero()[: config.samples_a_class, 0] for c in known])
    real_features = features.extract(bench.classifier, held_back[real])

    def measured(pictures: Tensor, classes: Tensor) -> dict[str, Any]:
        seen = features.extract(bench.classifier, pictures)
        logits = bench.logits(pictures)
        found = logits.argmax(1) == classes
        # The same question with ten answers instead of ninety: chance is a tenth.
        of_ten = torch.tensor(known)[logits[:, known].argmax(1)] == classes
        size = min(100, len(real), len(pictures))
        kid = metrics.kernel_inception_distance(
            real_features, seen, subset_size=size, generator=bench.generator()
        )
        flat = pictures.float().flatten(1) / 255
        return {
            "pictures": len(pictures),
            "recognised": found.double().mean().item(),
            "recognised_of_ten": of_ten.double().mean().item(),
            "recognised_by_class": [found[classes == c].double().mean().item() for c in known],
            "variety": look_inside.variety(seen, classes),
            "variety_by_class": [
                look_inside.variety(seen[classes == c], classes[classes == c]) for c in known
            ],
            "variety_in_pixels": look_inside.variety(flat, classes),
            "KID-F": kid._asdict(),
            "clipped": ((pictures == 0) | (pictures == 255)).double().mean().item(),
        }

    def grown(scale: float, interval: guidance.Interval) -> dict[str, Any]:
        pictures = []
        for chosen in torch.arange(len(wanted)).split(100):
            noise = seeded_noise(
                [config.seed * 1_000_003 + n for n in chosen.tolist()], bench.model.picture_shape
            )
            # Scale 0 is the network without a class, which one evaluation a step tells as well.
            told = wanted[chosen] if scale else torch.full_like(chosen, len(bench.data.class_names))
            denoise = guidance.guided(bench.model, told, scale or 1.0, interval)
            with bench.fast(), torch.no_grad():
                images = sample(denoise, bench.model.schedule, noise, steps=config.steps)
            rounded = (bench.model.to_pictures(images.float()) * 255).round()
            pictures.append(rounded.to(torch.uint8))
        row = {"scale": scale, "interval": interval, **measured(torch.cat(pictures), wanted)}
        shown = " ".join(
            f"{row[key]:.3f}" for key in ("recognised", "recognised_of_ten", "variety")
        )
        print(f"  {scale:g} in {interval}: {shown} {row['KID-F']['mean']:.3f}", flush=True)
        return row

    return {
        "classes": [bench.data.class_names[c] for c in known],
        "class_numbers": known,
        "photographs": measured(held_back[real], labels.validation[real]),
        "training_photographs": measured(bench.data.train[train], labels.train[train]),
        "always": [grown(scale, None) for scale in config.scales],
        "interval": [grown(scale, config.interval) for scale in config.interval_scales],
    }


# --- Is the class heard? ------------------------------------------------------------------------


class AddedClass(UNet):
    """A U-Net to whose vector of the noise level the class's vector is added."""

    def __init__(self, classes: int, start: str = "normal", **options: Any) -> None:
        super().__init__(classes=None, **options)
        self.classes = classes
        self.embed_class = nn.Embedding(classes + 1, options["embedding_dim"])
        if start == "zeros":
            nn.init.zeros_(self.embed_class.weight)

    def _with_class(self, condition: Tensor, labels: Tensor | None) -> Tensor:
        assert self.embed_class is not None
        if labels is None:
            labels = torch.full((len(condition),), self.classes)
        return condition + self.embed_class(labels)


class EarlierAddedClass(AddedClass, EarlierUNet):
    """The same with the blocks that our networks had at first."""


def added_class(
    config: runs.TrainConfig,
    classes: int,
    start: str = "normal",
    architecture: type[AddedClass] = AddedClass,
) -> AddedClass:
    return architecture(
        classes, start, widths=config.widths, block_depth=config.block_depth,
        embedding_dim=config.embedding_dim, norm=config.norm,
        attention_levels=config.attention_levels,
    )  # fmt: skip


def from_history(place: str, network: Callable[[runs.TrainConfig, int], UNet]) -> DiffusionModel:
    """A model with the weights that a commit has, and a network of that time to hold them."""
    show = subprocess.run(["git", "show", place], cwd=ROOT, capture_output=True, check=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "weights.safetensors"
        path.write_bytes(show.stdout)
        tensors, about = checkpoints.load_tensors(path)
    config, classes = runs.from_dict(about["config"]), len(about["class_names"])
    model = runs.build_model(config, classes=classes)
    model.network = network(config, classes)
    checkpoints.load_into(model, checkpoints.full_precision(tensors), place)
    return model.eval().requires_grad_(False)


def first_run() -> DiffusionModel:
    """The network that did not listen."""
    build = partial(added_class, architecture=EarlierAddedClass)
    return from_history(FIRST_RUN, build)


def input_run() -> DiffusionModel:
    """The network that was told its class at the input alone."""

    def build(config: runs.TrainConfig, classes: int) -> UNet:
        return EarlierUNet(
            widths=config.widths, block_depth=config.block_depth,
            embedding_dim=config.embedding_dim, classes=classes,
        )  # fmt: skip

    return from_history(INPUT_RUN, build)


def errors(bench: Bench, model: DiffusionModel, data: Images, count: int) -> dict[str, Any]:
    """Image errors by label and time, and the standard errors of their differences."""
    assert data.labels is not None
    images = model.normalise(data.validation[:count])
    with bench.fast():
        found = look_inside.class_errors(
            model, images, data.labels.validation[:count], bench.config.times, bench.generator()
        )

    def doubt(difference: Tensor) -> list[float]:
        return (difference.std(1) / difference.shape[1] ** 0.5).tolist()

    result: dict[str, Any] = {
        name: value.mean(1).tolist() for name, value in found._asdict().items()
    }
    result["error_of_wrong_minus_right"] = doubt(found.wrong - found.right)
    result["error_of_none_minus_right"] = doubt(found.none - found.right)
    assert model.network.embed_class is not None
    result["length_of_class_vectors"] = model.network.embed_class.weight.norm(dim=1).mean().item()
    index = min(range(len(bench.config.times)), key=lambda i: abs(bench.config.times[i] - 0.85))
    print("  right, wrong, none:", *(f"{result[k][index]:.4f}" for k in ("right", "wrong", "none")),
          flush=True)  # fmt: skip
    return result


def heard(bench: Bench) -> dict[str, Any]:
    return _heard(bench, bench.model)


def first(bench: Bench) -> dict[str, Any]:
    return {"weights": FIRST_RUN} | _heard(bench, first_run())


def told_at_input(bench: Bench) -> dict[str, Any]:
    return {"weights": INPUT_RUN} | _heard(bench, input_run())


def _heard(bench: Bench, model: DiffusionModel) -> dict[str, Any]:
    count = bench.config.pictures
    return {
        "times": bench.config.times,
        "pictures": count,
        **errors(bench, model, bench.data, count),
    }


def channels(bench: Bench) -> dict[str, Any]:
    """Small networks that differ in one thing: how the class enters."""
    config = runs.preset(
        "small", dataset=bench.config.dataset, data_root=bench.root, image_size=16,
        widths=(32, 48, 64), class_conditional=True, flips=True, seed=bench.config.seed,
        epochs=bench.config.small_epochs, validate_every=bench.config.small_epochs,
        sample_every=bench.config.small_epochs, samples=4, sample_steps=2,
    )  # fmt: skip
    data = load_dataset(config.dataset, config.image_size, bench.root)
    classes = len(data.class_names)

    def adding(start: str) -> Callable[[DiffusionModel], None]:
        def alter(model: DiffusionModel) -> None:
            torch.manual_seed(config.seed)
            model.network = added_class(config, classes, start)

        return alter

    ways: dict[str, Callable[[DiffusionModel], None] | None] = {
        "own channels": None,
        "added, from a normal distribution": adding("normal"),
        "added, from zero": adding("zeros"),
    }
    networks = {}
    for name, alter in ways.items():
        with tempfile.TemporaryDirectory() as folder:
            run = runs.train(replace(config, folder=folder), False, alter)
        networks[name] = {
            "validation_noise_mae": run.metrics[-1]["validation_noise_mae"],
            "validation_image_mae": run.metrics[-1]["validation_image_mae"],
            "train_seconds": round(sum(row["seconds"] for row in run.metrics), 1),
            **errors(bench, run.model, data, len(data.validation)),
        }
    private = {"dataset": Path(config.dataset).name, "data_root": None, "folder": None}
    return {
        "times": bench.config.times,
        "pictures": len(data.validation),
        "train": runs.as_dict(config) | private,
        "networks": networks,
    }


# --- Round trips and probes ---------------------------------------------------------------------


def inversion(bench: Bench) -> dict[str, Any]:
    config, model = bench.config, bench.model
    count = config.round_trip_pictures
    noise = seeded_noise(range(count), model.picture_shape)
    sets = {
        "photographs": model.normalise(bench.data.validation[:count]),
        "generated": sample(model.denoise, model.schedule, noise, steps=20),
    }
    result: dict[str, Any] = {"steps": config.round_trip_steps, "pictures": count}
    for name, images in sets.items():
        result[name] = {}
        for way, tolerance in (("usual", float("inf")), ("solved", config.tolerance)):
            rows = []
            for steps in config.round_trip_steps:
                found = editing.invert(
                    model.denoise, model.schedule, images, steps, tolerance=tolerance
                )
                back = sample(model.denoise, model.schedule, found, steps=steps)
                off = (back - images).abs().flatten(1).mean(1)
                rows.append(
                    {
                        "steps": steps,
                        "mean": off.mean().item(),
                        "largest": off.max().item(),
                        "spread_of_noise": found.std().item(),
                    }
                )
            result[name][way] = rows
            print(f"  {name}, {way}:", *(f"{row['mean']:.4f}" for row in rows), flush=True)
    return result


def untrained(bench: Bench, images: Tensor, seed: int) -> DiffusionModel:
    """The same network with random weights; its batch norms have averaged over these images."""
    torch.manual_seed(seed)
    model = copy.deepcopy(bench.model).train()
    for part in model.network.modules():
        if isinstance(part, nn.BatchNorm2d):
            part.momentum = None  # a plain average
        if hasattr(part, "reset_parameters"):
            part.reset_parameters()
    with torch.no_grad():
        for some in images.split(250):
            model.loss(some)
    return model.eval()


def probes(bench: Bench) -> dict[str, Any]:
    config, data = bench.config, bench.data
    depths = look_inside.feature_depths(bench.model.network)
    train = bench.model.normalise(data.train[: config.probe_pictures])
    test = bench.model.normalise(data.validation)
    train_labels, test_labels = bench.labels.train[: len(train)], bench.labels.validation

    def read(model: DiffusionModel, times: Sequence[float]) -> dict[str, list[float]]:
        accuracy: dict[str, list[float]] = {depth: [] for depth in depths}
        for t in times:
            generator = bench.generator()
            with bench.fast():
                known = look_inside.features_at(model, train, t, depths, generator)
                new = look_inside.features_at(model, test, t, depths, generator)
            for depth in depths:
                accuracy[depth].append(
                    look_inside.probe_accuracy(known[depth], train_labels, new[depth], test_labels)
                )
            print(f"  t = {t:g}:", *(f"{row[-1]:.2f}" for row in accuracy.values()), flush=True)
        return accuracy

    pixels = [images.flatten(2) for images in (train, test)]
    averages = [torch.cat([flat.mean(2), flat.std(2)], 1) for flat in pixels]
    return {
        "times": config.probe_times,
        "depths": depths,
        "accuracy": read(bench.model, config.probe_times),
        # What the network knew before it learnt anything, at the first of the times.
        "untrained": [
            read(untrained(bench, train, seed), config.probe_times[:1])
            for seed in range(config.untrained)
        ],
        # The same statistics of the photograph itself, without noise or network.
        "pixels": look_inside.probe_accuracy(averages[0], train_labels, averages[1], test_labels),
        "classes": len(data.class_names),
        "chance": (test_labels.bincount().max() / len(test_labels)).item(),
        "train_photographs": len(train),
        "test_photographs": len(test),
    }


PARTS: dict[str, Callable[[Bench], dict[str, Any]]] = {
    "price": price,
    "heard": heard,
    "first": first,
    "input": told_at_input,
    "channels": channels,
    "inversion": inversion,
    "probes": probes,
}

#: The settings that each part reads, and writes down.
USES: dict[str, tuple[str, ...]] = {
    "price": ("run", "precision", "classifier", "classes", "fewest_photographs",
              "samples_a_class", "steps", "scales", "interval", "interval_scales"),
    "heard": ("run", "precision", "times", "pictures"),
    "first": ("precision", "times", "pictures"),
    "input": ("precision", "times", "pictures"),
    "channels": ("precision", "times", "small_epochs"),
    "inversion": ("run", "round_trip_steps", "round_trip_pictures", "tolerance"),
    "probes": ("run", "precision", "probe_times", "probe_pictures", "untrained"),
}  # fmt: skip


def written_config(config: Config, part: str) -> dict[str, Any]:
    """The settings of a part, with run and data set by their names, not by where they lie."""
    values = asdict(config)
    values |= {place: Path(values[place]).name for place in ("run", "dataset")}
    return {name: values[name] for name in ("dataset", "seed", *USES[part])}


def environment(config: Config, part: str) -> dict[str, Any]:
    """The machine, and the command that makes this part again anywhere."""
    name = Path(config.dataset).name
    wanted = "float32" if part == "inversion" else config.precision
    precision = devices.pick_precision(torch.device("cpu"), wanted)
    command = f"python benchmarks/guidance_price.py {part} --dataset {name} --record"
    return logbook.environment(torch.device("cpu"), precision, processes=1) | {"command": command}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all where none is given")
    parser.add_argument("--dataset", default=Config.dataset, help="flowers102, or its folder")
    parser.add_argument("--data-root", help="where data sets are kept")
    parser.add_argument("--run", default=Config.run, help="a run folder or a recorded run")
    parser.add_argument("--record", action="store_true", help="store the numbers for chapter 9")
    options = parser.parse_args()
    for name in options.parts:
        if name not in PARTS:
            parser.error(f"unknown part {name!r}: choose from {', '.join(PARTS)}")
    config = Config(run=options.run, dataset=options.dataset)
    devices.prepare(torch.device("cpu"))
    model = runs.load(config.run)
    model.network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    data = load_dataset(config.dataset, model.image_size, options.data_root)
    bench = Bench(config, model, data, options.data_root)
    in_parts.measure(
        options.parts or list(PARTS),
        lambda name: PARTS[name](bench),
        lambda name: written_config(config, name),
        lambda name: environment(config, name),
        RECORD if options.record else None,
    )


if __name__ == "__main__":
    main()
