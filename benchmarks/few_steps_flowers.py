"""Chapter 13 on flowers of 32×32: all its runs in order, and what they reach in few evaluations.

    python benchmarks/few_steps_flowers.py train --start RUN     about 100 minutes
    python benchmarks/few_steps_flowers.py measure --start RUN --record

RUN is the folder or the name of the run at 32×32 that knows classes: flowers32 of ``ddimlib book``.
``train`` can be stopped at any time and goes on; ``--minutes 9`` stops by itself. Each of the three
methods gets 12 to 15 minutes on two cores without bfloat16, and so does a fourth: the
network that they start from, trained on as before. ``measure`` goes on, too. With ``--record`` it
writes

    flowers.json    KID-F, flowers recognised, precision and recall of every method and number of
                    evaluations, over several sets of noises; how paths bend; who keeps to the
                    flower of its noise; minutes of training
    flowers.webp    the same eight noises by each of them
    between.webp    flowers of one class on their way to another

into ``book/results/few-steps/``, and reflow's network into ``few-steps-32/``: it is for the page's
figure, as the best of those that go one to four steps with the same weights. All methods get the
same noises and the same classes, which are drawn as often as the training pictures have them, so
that they are compared set by set. A distance is that of a whole set to the validation pictures; the
spread over sets says what the choice of noises does. What the choice of validation pictures does is
the same for all methods.
"""

import argparse
import inspect
import json
import math
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor
from torch.nn import functional as F

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import beyond  # noqa: E402
from few_steps import without_fresh_noise  # noqa: E402

from ddimlib import flow, metrics, runs  # noqa: E402
from ddimlib.checks import as_bytes  # noqa: E402
from ddimlib.data import load_dataset  # noqa: E402
from ddimlib.diffusion import DiffusionModel  # noqa: E402
from ddimlib.distillation import few_steps  # noqa: E402
from ddimlib.guidance import guided  # noqa: E402
from ddimlib.runs import checkpoints, devices, leaps, logbook, store  # noqa: E402
from ddimlib.runs.evaluation import generate  # noqa: E402
from ddimlib.runs.features import (  # noqa: E402
    FlowerClassifier,
    extract,
    flower_features,
    recognised,
)
from ddimlib.samplers import sample, seeded_generators, seeded_noise  # noqa: E402
from ddimlib.widgets.recording import webp  # noqa: E402

RECORD = ROOT / "book" / "results" / "few-steps"
FROM, TO = "rose", "passion flower"
ON_THE_WAY = (1.0, 0.75, 0.5, 0.25, 0.0)
SHOWN = 8  # noises of a sheet
UNSEEN = 10_000_000  # seeds from here on are in no run's training pairs
FRESH = 500_000  # added to a seed, that of the noise which is drawn on the way


@dataclass(frozen=True)
class Settings:
    """What is trained from which run, and on how much it is measured."""

    start: str = "flowers32"
    folder: str = "runs/few-steps"
    dataset: str = "flowers64"
    minutes: float = math.inf
    pictures: int = 200
    sets: int = 5
    groups: int = 8
    group: int = 16
    between: int = 200
    from_class: str = FROM
    to_class: str = TO
    smoke: bool = False


#: A few pictures, to try the command.
SMOKE: dict[str, Any] = {
    "smoke": True, "pictures": 16, "sets": 2, "groups": 2, "group": 4, "between": 8,
}  # fmt: skip


class Plan(NamedTuple):
    """A run: its name, its part of ``beyond.py``, the run it starts from ("" is RUN) and epochs."""

    name: str
    part: str
    start: str
    epochs: int
    options: dict[str, Any] = {}  # noqa: RUF012


#: Five times this rate made a consistency model's contrast run away (``beyond.keep_statistics``).
SLOWLY = {"learning_rate": 1e-4}
RUNS = (
    Plan("velocity", "velocity", "", 16),
    Plan("flow", "flow", "", 16),
    Plan("reflow", "reflow", "flow", 6),
    Plan("shuffled", "shuffled", "flow", 6),
    Plan("between", "between", "", 10),
    Plan("progressive-16", "progressive", "velocity", 3, {"steps": 16}),
    Plan("progressive-8", "progressive", "progressive-16", 2, {"steps": 8}),
    Plan("progressive-4", "progressive", "progressive-8", 2, {"steps": 4}),
    Plan("progressive-2", "progressive", "progressive-4", 3, {"steps": 2}),
    Plan("progressive-1", "progressive", "progressive-2", 3, {"steps": 1}),
    Plan("consistency-4", "consistency", "velocity", 3, {"gap": 1 / 4, **SLOWLY}),
    Plan("consistency-16", "consistency", "consistency-4", 4, {"gap": 1 / 16, **SLOWLY}),
    Plan("consistency-64", "consistency", "consistency-16", 6, {"gap": 1 / 64, **SLOWLY}),
    Plan("mean-flow", "mean-flow", "flow", 13),
    # The control of all three: does leaping gain, or only training on?
    Plan("velocity-longer", "velocity", "velocity", 20),
)
#: What the network of the page's figure is recorded as.
FOLLOWER = "few-steps-32"
#: Parts that are trained in one go, and know no epochs afterwards.
IN_ONE_GO = ("reflow", "shuffled", "between")


def plan(settings: Settings, run: Plan) -> beyond.Config:
    """The settings of a run for ``beyond.train``."""
    folder = Path(settings.folder)
    classes = {"from_class": settings.from_class, "to_class": settings.to_class}
    return beyond.Config(
        part=run.part,
        folder=str(folder / run.name),
        start=str(place(settings, run.start)),
        dataset=settings.dataset,
        epochs=1 if settings.smoke else run.epochs,
        **run.options,
        **(classes if run.part == "between" else {}),
    )


def is_finished(config: beyond.Config) -> bool:
    folder = Path(config.folder)
    if config.part in IN_ONE_GO:
        return (folder / "weights.safetensors").is_file()
    return epochs_done(folder) >= config.epochs and (
        config.part not in leaps.METHODS or (folder / leaps.FILE).is_file()
    )


def rows_of(folder: Path) -> list[dict[str, Any]]:
    file = folder / "metrics.jsonl"
    return [json.loads(line) for line in file.read_text().splitlines()] if file.is_file() else []


def epochs_done(folder: Path) -> int:
    return max((row["epoch"] for row in rows_of(folder)), default=0)


def train(settings: Settings) -> bool:
    """Train what is missing, in order; True when all is there."""
    ends = time.monotonic() + 60 * settings.minutes
    for run in RUNS:
        config = plan(settings, run)
        if is_finished(config):
            continue
        left = (ends - time.monotonic()) / 60
        if left <= 0:
            return False
        print(f"{run.name}, from {config.start}", flush=True)
        started = time.monotonic()
        config = replace(config, minutes=left)
        if run.part in ("reflow", "shuffled"):
            beyond.train_reflow(config, **({"pairs": 8, "batch_size": 4} if settings.smoke else {}))
        elif run.part == "between":
            beyond.train_between(
                config, **({"count": 4, "batch_size": 2} if settings.smoke else {})
            )
        else:
            beyond.train(config)
        if run.part in IN_ONE_GO:
            seconds = round(time.monotonic() - started, 1)
            checkpoints.write_json(Path(config.folder) / "seconds.json", seconds)
        if not is_finished(config):
            print(f"{run.name}: {epochs_done(Path(config.folder))} of {config.epochs} epochs")
            return False
    return True


# --- What is measured ----------------------------------------------------------------------------


class Way(NamedTuple):
    """A way to grow flowers: its name in tables, a solver or "" for leaps and DDIM, the runs.

    The solver ``OWN_NOISE`` is for a consistency model that draws no fresh noise.
    """

    name: str
    solver: str
    runs: dict[int, str]  # evaluations: the run that takes them


def same(run: str, *evaluations: int) -> dict[int, str]:
    return dict.fromkeys(evaluations, run)


OWN_NOISE = "own noise"
WAYS = (
    Way("DDIM, before", "", same("", 5)),
    Way("DDIM", "", same("velocity", 1, 2, 4, 5, 20)),
    Way("DDIM, trained on", "", same("velocity-longer", 5, 20)),
    Way("multistep of images", "multistep", same("velocity", 4, 5, 20)),
    Way("flow, Euler", "", same("flow", 1, 2, 4, 20)),
    Way("reflow, Euler", "", same("reflow", 1, 2, 4)),
    Way("progressive", "", {n: f"progressive-{n}" for n in (1, 2, 4)}),
    Way("consistency", "", same("consistency-16", 1, 2, 4)),
    Way("consistency, narrower", "", same("consistency-64", 1, 2, 4)),
    Way("consistency, no fresh noise", OWN_NOISE, same("consistency-16", 2, 4)),
    Way("mean flow", "", same("mean-flow", 1, 2, 4)),
)
#: The sampler that won chapter 8's race at five evaluations.
MULTISTEP = {"order": 2, "quantity": "image", "coordinate": "log_snr", "times": "log_snr"}
SHEET = (
    ("DDIM", 20), ("DDIM", 4), ("DDIM", 1), ("multistep of images", 4),
    ("reflow, Euler", 4), ("reflow, Euler", 1),
    *((name, n) for name in ("progressive", "consistency", "mean flow") for n in (4, 2, 1)),
)  # fmt: skip


def place(settings: Settings, run: str) -> str | Path:
    """Where a run is; "" stands for the one that all start from."""
    return Path(settings.folder) / run if run else settings.start


def load(settings: Settings, run: str) -> DiffusionModel:
    model = leaps.load(place(settings, run))
    network = getattr(model.network, "network", model.network)
    devices.channels_last(network)  # type: ignore[arg-type]
    return model


@torch.no_grad()
def pictures(
    model: DiffusionModel, solver: str, evaluations: int, seeds: list[int], labels: Tensor | None
) -> Tensor:
    """Flowers as uint8, each from a seed of its own."""
    if solver == OWN_NOISE:
        without_fresh_noise(model)
    made = []
    for rows in torch.arange(len(seeds)).split(100):
        own = [seeds[i] for i in rows.tolist()]
        noise = seeded_noise(own, model.picture_shape)
        told = None if labels is None else labels[rows]
        with beyond.half_precision():
            if solver == "multistep":
                denoise = model.denoise if told is None else guided(model, told, 1.0)
                schedule, n = model.schedule, evaluations
                images = sample(denoise, schedule, noise, solver, n, **MULTISTEP)
            else:
                fresh = seeded_generators([seed + FRESH for seed in own])
                *_, last = few_steps(model, noise, evaluations, told, fresh)
                images = last.noisy
        made.append(as_bytes(model.to_pictures(images.float())))
    return torch.cat(made)


def seeds_of(number: int, count: int) -> list[int]:
    """The seeds of a set of noises, from 1 on: those of set 0 are among reflow's pairs."""
    return [number * 1_000_003 + i for i in range(count)]


def classes_of(settings: Settings, model: DiffusionModel, number: int, count: int) -> Tensor | None:
    """The classes of a set of noises, drawn as often as the training pictures have them."""
    draw = torch.Generator().manual_seed(number)
    return beyond.classes_like(plan(settings, RUNS[0]), model, count, draw)


def measure(
    settings: Settings,
    features: Callable[[Tensor], Tensor] | None = None,
    known: Sequence[dict[str, Any]] = (),
) -> Iterator[dict[str, Any]]:
    """A row for every way and number of evaluations, with a value for each set of noises.

    Args:
        settings: what is measured.
        features: what pictures are compared by; the flower classifier's where none are given.
        known: rows of an earlier call, given again where weights and pictures are still the same.
    """
    features = features or flower_features()
    start = runs.load(settings.start)
    data = load_dataset(settings.dataset, start.picture_shape[1])
    truth = extract(features, data.validation)
    pictures_of = {"data": beyond.data_digest(data)}
    labels = [
        classes_of(settings, start, number, settings.pictures)
        for number in range(1, settings.sets + 1)
    ]
    for way in WAYS:
        for evaluations, run in way.runs.items():
            row: dict[str, Any] = {
                "method": way.name,
                "evaluations": evaluations,
                "run": run or start_name(settings),
                "weights": checkpoints.digest(place(settings, run))[:12],
                **pictures_of,
            }
            same_row = [one for one in known if row.items() <= one.items()]
            yield (
                same_row[0]
                if same_row
                else row
                | distances(
                    settings, load(settings, run), way.solver, evaluations, labels, features, truth
                )
            )
    real = extract(features, data.train[: settings.sets * settings.pictures])
    sets = real.split(settings.pictures)
    yield {
        "method": "photographs", "evaluations": 0,
        "kid_f": [metrics.polynomial_mmd(truth, one).item() for one in sets], **pictures_of,
    }  # fmt: skip


def distances(
    settings: Settings,
    model: DiffusionModel,
    solver: str,
    evaluations: int,
    labels: list[Tensor | None],
    features: Callable[[Tensor], Tensor],
    truth: Tensor,
) -> dict[str, Any]:
    """KID-F, precision, recall and the share of flowers recognised, a value a set."""
    found: dict[str, Any] = {"kid_f": [], "precision": [], "recall": [], "recognised": []}
    started = time.perf_counter()
    for number, told in enumerate(labels, start=1):
        seeds = seeds_of(number, settings.pictures)
        made = pictures(model, solver, evaluations, seeds, told)
        ours = extract(features, made)
        size = min(len(truth), len(ours))
        kept = metrics.precision_recall(truth[:size], ours[:size])
        found["kid_f"].append(metrics.polynomial_mmd(truth, ours).item())
        found["precision"].append(kept.precision)
        found["recall"].append(kept.recall)
        if told is not None and isinstance(features, FlowerClassifier):
            seen = recognised(features, made, told, model.class_names)
            found["recognised"].append(seen and seen["top1"])
    return found | {"seconds": round(time.perf_counter() - started, 1)}


def start_name(settings: Settings) -> str:
    return Path(settings.start).name


@torch.no_grad()
def bends(settings: Settings) -> dict[str, dict[str, list[float]]]:
    """How paths bend, and how far one step ends from 20 of Heun, by groups of unseen noises."""
    found: dict[str, dict[str, list[float]]] = {}
    for run in ("flow", "reflow", "shuffled"):
        model = load(settings, run)
        labels = classes_of(settings, model, 7, settings.groups * settings.group)
        found[run] = {"bend": [], "one_step": []}
        for rows in torch.arange(settings.groups * settings.group).split(settings.group):
            noise = seeded_noise([UNSEEN + i for i in rows.tolist()], model.picture_shape)
            velocity = beyond.along(model, None if labels is None else labels[rows])
            path = list(flow.integrate(velocity, noise, 20, "heun"))
            once = flow.carry(velocity, noise, 1, "euler")
            far = (once - path[-1].noisy).square().mean().sqrt().item()
            found[run]["bend"].append(flow.bend(noise, path))
            found[run]["one_step"].append(far)
    return found


def nearer_their_own(
    theirs: Tensor, own: Tensor, labels: Tensor | None, draw: torch.Generator
) -> list[float]:
    """Of vectors, whether each is nearer to its own partner than to another one of its class.

    1 or 0 for each of ``(n, d)``; half of them by chance. Who is alone in its class does not count.
    """
    others = beyond.others_of_their_kind(labels, len(own), draw)
    far = [(theirs - one).square().sum(1) for one in (own, own[others])]
    counts = others != torch.arange(len(own))
    return (far[0] < far[1])[counts].float().tolist()


#: Whose flowers are compared with those of the network that they began with, in 20 steps.
KEEPERS = {
    "DDIM": "velocity",
    "progressive": "velocity",
    "consistency": "velocity",
    "mean flow": "flow",
}


def own_flowers(
    settings: Settings, features: Callable[[Tensor], Tensor] | None = None
) -> dict[str, Any]:
    """Who keeps to the flower of its noise.

    For every leap, and for DDIM in few steps: the share of flowers whose features are nearer to
    the flower that 20 steps of the network before make of the same noise than to that of another
    noise of the same class.
    """
    features = features or flower_features()
    start = runs.load(settings.start)
    labels = classes_of(settings, start, 1, settings.pictures)
    seeds = seeds_of(1, settings.pictures)

    def seen(run: str, solver: str, evaluations: int) -> Tensor:
        made = pictures(load(settings, run), solver, evaluations, seeds, labels)
        return extract(features, made)

    ends = {run: seen(run, "", 20) for run in ("velocity", "flow")}
    ways = {way.name: way for way in WAYS}
    found: dict[str, Any] = {}
    for name, before in KEEPERS.items():
        found[name] = {
            str(n): nearer_their_own(
                seen(run, ways[name].solver, n), ends[before], labels,
                torch.Generator().manual_seed(2),
            )
            for n, run in ways[name].runs.items() if n <= 4
        }  # fmt: skip
    return found


@torch.no_grad()
def kept_between(settings: Settings) -> dict[str, list[float]]:
    """What flowers keep on their way to another class: the share whose end is nearer to its own
    start than to another start. In light (the mean of all numbers), in colour (the means of red,
    green and blue, less the light), in layout (light and dark on 4 × 4 fields, less the light).
    """
    start, model = runs.load(settings.start), load(settings, "between")
    number = start.class_names.index(settings.from_class)
    labels = torch.full((settings.between,), number)
    grown = model.normalise(generate(start, settings.between, 20, UNSEEN + SHOWN, labels=labels))
    velocity = flow.velocity_of(model.denoise, model.schedule)
    with beyond.half_precision():
        ends = flow.carry(velocity, grown, 20)
    found = {}
    for name, of in {"light": light, "colour": colour, "layout": layout}.items():
        before, after = (of(model.to_pictures(images.float())) for images in (grown, ends))
        found[name] = nearer_their_own(after, before, None, torch.Generator().manual_seed(2))
    return found


def light(pictures: Tensor) -> Tensor:
    return pictures.flatten(1).mean(1, keepdim=True)


def colour(pictures: Tensor) -> Tensor:
    return pictures.flatten(2).mean(2) - light(pictures)


def layout(pictures: Tensor) -> Tensor:
    grey = pictures.mean(1, keepdim=True)
    return F.adaptive_avg_pool2d(grey, 4).flatten(1) - light(pictures)


# --- What is shown -------------------------------------------------------------------------------


def sheet_of_ways(settings: Settings) -> Tensor:
    """The same noises by the ways of ``SHEET``, a row each: (row, noise, channel, side, side)."""
    start = runs.load(settings.start)
    labels = classes_of(settings, start, 1, max(settings.pictures, SHOWN))
    told = None if labels is None else labels[:SHOWN]
    by_name = {way.name: way for way in WAYS}
    rows = []
    for name, evaluations in SHEET:
        way = by_name[name]
        model = load(settings, way.runs[evaluations])
        rows.append(pictures(model, way.solver, evaluations, seeds_of(1, SHOWN), told))
    return torch.stack(rows)


@torch.no_grad()
def sheet_between(settings: Settings) -> Tensor:
    """Grown flowers of one class on their way to another: (time, flower, channel, side, side)."""
    start, model = runs.load(settings.start), load(settings, "between")
    number = start.class_names.index(settings.from_class)
    grown = generate(start, SHOWN, 20, UNSEEN, labels=torch.full((SHOWN,), number))
    velocity = flow.velocity_of(model.denoise, model.schedule)
    path = flow.integrate(velocity, model.normalise(grown), 20, "heun")
    states = {1.0: model.normalise(grown)} | {round(step.time, 4): step.noisy for step in path}
    shown = torch.stack([model.to_pictures(states[time]) for time in ON_THE_WAY])
    return as_bytes(shown)


def as_webp(sheet: Tensor) -> bytes:
    """Rows of pictures as one WebP."""
    rows, columns, channels, side, _ = sheet.shape
    whole = sheet.permute(0, 3, 1, 4, 2).reshape(rows * side, columns * side, channels)
    return webp(whole.numpy(), quality=90)


def minutes_of(settings: Settings) -> dict[str, float]:
    """Minutes of training, run by run; those of a method are the sum over its rounds."""
    found = {}
    for run in RUNS:
        folder = Path(settings.folder) / run.name
        once = folder / "seconds.json"
        seconds = (
            checkpoints.read_json(once)
            if once.is_file()
            else sum(row["wall_seconds"] for row in rows_of(folder))
        )
        found[run.name] = round(seconds / 60, 1)
    return found


def default(function: Callable[..., Any], name: str) -> Any:
    """What a function takes for an argument that it is not given."""
    return inspect.signature(function).parameters[name].default


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("what", choices=("train", "measure"))
    parser.add_argument("--start", default=Settings.start, help="the run that all starts from")
    parser.add_argument("--folder", default=Settings.folder)
    parser.add_argument("--dataset", default=Settings.dataset)
    parser.add_argument("--minutes", type=float, default=math.inf, help="of training in this call")
    parser.add_argument("--record", action="store_true", help=f"write {RECORD.name}/flowers.*")
    parser.add_argument("--smoke", action="store_true", help="few pictures, to try the command")
    options = vars(parser.parse_args())
    what, record, smoke = options.pop("what"), options.pop("record"), options.pop("smoke")
    settings = Settings(**options, **(SMOKE if smoke else {}))
    if what == "train":
        sys.exit(0 if train(settings) else "there is more to do: the same command goes on")
    found = measured(settings)
    if record:
        write(settings, found, RECORD)


def measured(
    settings: Settings, features: Callable[[Tensor], Tensor] | None = None
) -> list[dict[str, Any]]:
    """All rows of ``measure``, printed, and kept on the way: a call that was stopped goes on."""
    file = Path(settings.folder) / f"measured-{settings.sets}x{settings.pictures}.json"
    known = checkpoints.read_json(file) if file.is_file() else []
    rows: list[dict[str, Any]] = []
    for row in measure(settings, features, known):
        values = torch.tensor(row["kid_f"])
        error = values.std().item() / len(values) ** 0.5
        print(
            f"{row['method']:22s}{row['evaluations']:3d}  KID-F {values.mean().item():.4f} ± "
            f"{error:.4f}",
            flush=True,
        )
        rows.append(row)
        checkpoints.write_json(file, rows + not_again(known, rows))
    return rows


def not_again(known: Sequence[dict[str, Any]], rows: Sequence[dict[str, Any]]) -> list[Any]:
    """The known rows that have not been measured again, of this data set or of another one."""

    def what(row: dict[str, Any]) -> tuple[Any, ...]:
        return row["method"], row["evaluations"], row.get("data")

    again = {what(row) for row in rows}
    return [row for row in known if what(row) not in again]


def write(
    settings: Settings,
    rows: list[dict[str, Any]],
    folder: Path,
    features: Callable[[Tensor], Tensor] | None = None,
) -> None:
    """The record: flowers.json, two sheets, and beside this folder the network of the figure."""
    folder.mkdir(parents=True, exist_ok=True)
    device = devices.pick_device("cpu")
    precision = devices.pick_precision(device, "bfloat16")
    environment = logbook.environment(device, precision, processes=1)
    command = f"python benchmarks/few_steps_flowers.py measure --start {start_name(settings)}"
    content = {
        "config": {
            "start": start_name(settings),
            "dataset": Path(settings.dataset).name,
            "pictures": settings.pictures,
            "sets": settings.sets,
            "pairs": default(beyond.train_reflow, "pairs"),
            "between": settings.between,
            "grown": default(beyond.train_between, "count"),
            "from_class": settings.from_class,
            "to_class": settings.to_class,
            "runs": [run._asdict() for run in RUNS],
        },
        "environment": environment | {"command": f"{command} --record"},
        "minutes": minutes_of(settings),
        "paths": bends(settings),
        "own": own_flowers(settings, features),
        "kept_between": kept_between(settings),
        "sheet": [list(row) for row in SHEET],
        "times": list(ON_THE_WAY),
        "rows": rows,
    }
    (folder / "flowers.webp").write_bytes(as_webp(sheet_of_ways(settings)))
    (folder / "between.webp").write_bytes(as_webp(sheet_between(settings)))
    checkpoints.write_json(folder / "flowers.json", content)
    record_follower(settings, folder.parent / FOLLOWER)


def record_follower(settings: Settings, target: Path) -> None:
    """Reflow's network, and how it leaps."""
    store.record_weights(place(settings, "reflow"), target)
    leaps.write(target, leaps.REFLOW, [1, 2, 3, 4])


if __name__ == "__main__":
    main()
