"""The runs that the book shows: all of them, in order, each taken up where it stopped.

    ddimlib book                          make what is missing, on whatever machine this is
    ddimlib book --minutes 9              as much as fits into nine minutes; again to go on
    ddimlib book --scale smoke            seconds a run, to see that everything is in its place

What comes out lies in ``runs/`` and becomes a part of the book with ``--record``.
"""

import dataclasses
import math
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from ddimlib.checks import check_name
from ddimlib.runs import checkpoints, evaluation, experiments, features, recorded
from ddimlib.runs.config import TrainConfig, as_dict, preset
from ddimlib.runs.logbook import SECOND_WEIGHTS, Logbook, differences
from ddimlib.runs.store import record, write_checksum
from ddimlib.runs.train import train

SCALES = ("full", "smoke")


@dataclass(frozen=True)
class BookConfig:
    """Which pictures, how large, and how long this call may take."""

    dataset: str = "flowers5000"
    """the 5,000 photographs that the book's runs saw, built from the public archive; or a folder,
    flowers102, procedural"""
    data_root: str | None = None
    folder: str = "runs"
    """each run goes to a folder of its own in it"""
    scale: str = "full"
    """full, or smoke: networks of a few thousand numbers, to try the command"""
    only: tuple[str, ...] = ()
    """only these (reference64, classifier64, flowers32, flowers64-early, flowers64, grids) and what
    they need; all where none is named"""
    minutes: float = math.inf
    """stop before the epoch, or the row of a grid, that would end later than this"""
    record: bool = False
    """put what is finished among the recorded runs of this checkout"""
    device: str = "auto"
    compile: bool = False
    """compile the networks: worth it on a GPU"""

    def __post_init__(self) -> None:
        check_name(self.scale, SCALES, "scale")
        for name in self.only:
            check_name(name, NAMES, "run of the book")
        if not self.minutes > 0:
            raise ValueError(f"minutes must be above 0, got {self.minutes}")
        if self.record and self.scale != "full":
            raise ValueError("only runs of --scale full are recorded: they replace the book's own")


class Task(NamedTuple):
    """Something to be made: its name, whether it is there, and how to make it.

    ``make`` gets the minutes that are left, and may leave off after them; then ``is_done`` still
    says no, and the next call goes on.
    """

    name: str
    is_done: Callable[[], bool]
    make: Callable[[float], object]


NAMES = ("reference64", "classifier64", "flowers32", "flowers64-early", "flowers64", "grids")

#: Smoke scale: every kind of file, in seconds.
SMOKE: dict[str, Any] = {
    "image_size": 16,
    "widths": (8, 16),
    "block_depth": 1,
    "embedding_dim": 8,
    "epochs": 2,
    "repeats": 1,
    "batch_size": 32,
    "warmup_steps": 0,
    "samples": 4,
    "sample_steps": 2,
}


def train_configs(config: BookConfig) -> dict[str, TrainConfig]:
    """The training runs by name, in order; a later one may start from an earlier one."""
    common: dict[str, Any] = {
        "dataset": config.dataset,
        "data_root": config.data_root,
        "device": config.device,
        "precision": "bfloat16",
        "compile": config.compile,
    }
    # 1.0 million images with 4,000 to train on. Ours sees 400,000 at half the side first, each at
    # a quarter of the cost, then 320,000 and 200,000: 62 % of the cost, in stages of which each
    # fits into a few hours on two cores. The last has another seed, and so other noise.
    sizes: dict[str, dict[str, Any]] = {
        "reference64": {"image_size": 64, "epochs": 50, "repeats": 5},
        "flowers32": {"image_size": 32, "epochs": 20, "repeats": 5},
        "flowers64-early": {"image_size": 64, "epochs": 16, "repeats": 5},
        "flowers64": {"image_size": 64, "epochs": 10, "repeats": 5},
    }
    if config.scale == "smoke":
        sizes = dict.fromkeys(sizes, SMOKE)
    place = Path(config.folder)
    ours = partial(preset, "flowers", sample_every=5)
    kinds = {
        "reference64": preset("reference", sample_every=2),
        "flowers32": ours(),
        "flowers64-early": ours(start=str(place / "flowers32")),
        "flowers64": ours(start=str(place / "flowers64-early"), seed=1),
    }
    return {
        name: dataclasses.replace(kind, **{**common, "folder": str(place / name), **sizes[name]})
        for name, kind in kinds.items()
    }


def tasks(config: BookConfig) -> Iterator[Task]:
    """Everything, in the order in which it can be made."""
    place, smoke = Path(config.folder), config.scale == "smoke"
    training = train_configs(config)
    measure: dict[str, Any] = {
        "features": str(place / "classifier64"),
        "data_root": config.data_root,
        "device": config.device,
        "steps": (2,) if smoke else (4, 5, 20),
        "samples": 8 if smoke else 500,
        **({"subset_size": 4, "subsets": 2, "levels": 2} if smoke else {}),
    }

    def trained(name: str) -> Task:
        one = training[name]
        return Task(name, partial(is_finished, one), lambda minutes: train(one, minutes=minutes))

    def evaluate(name: str, weights: str = "weights.safetensors", **options: Any) -> Task:
        what = evaluation.EvaluateConfig(str(place / name / weights), **measure, **options)
        file = place / name / f"evaluation{what.kind}.json"
        of = [place / name / weights, place / "classifier64" / "weights.safetensors"]
        return Task(
            f"{name}: {file.name}",
            # An evaluation of earlier weights is none, nor is one by an earlier classifier.
            partial(_is_later, file, of),
            lambda minutes: evaluation.evaluate(what),
        )

    yield trained("reference64")
    yield _classifier(config, place / "classifier64")
    yield evaluate("reference64")
    yield evaluate("reference64", SECOND_WEIGHTS)
    for name in ("flowers32", "flowers64-early", "flowers64"):
        yield trained(name)
        if name == "flowers64-early":  # a start for what follows: no page shows its samples
            continue
        yield evaluate(name)
        yield evaluate(name, classes=True)
        yield evaluate(name, classes=True, guidance=3.0)
    for grid in experiments.GRIDS:
        yield from _grid(config, grid)


def _is_later(file: Path, than: list[Path]) -> bool:
    """Whether a file is there, and none of the others is newer."""
    when = [one.stat().st_mtime for one in than if one.is_file()]
    return file.is_file() and all(file.stat().st_mtime >= one for one in when)


def _classifier(config: BookConfig, folder: Path) -> Task:
    smoke = {"image_size": 16, "widths": (8, 8), "epochs": 1} if config.scale == "smoke" else {}
    settings: dict[str, Any] = {"device": config.device, **smoke}
    what = features.ClassifierConfig(config.dataset, config.data_root, str(folder), **settings)
    return Task(
        "classifier64",
        partial(features.is_trained, what),
        lambda minutes: features.train_classifier(what),
    )


def _grid(config: BookConfig, grid: str) -> Iterator[Task]:
    """A task for each row of a grid, so that a call can end between two of them."""
    smoke = config.scale == "smoke"
    for row in list(experiments.GRIDS[grid])[: 1 if smoke else None]:
        what = dataclasses.replace(_grid_config(config, grid), rows=(row,))
        yield Task(
            f"grid {grid}: {row}",
            partial(experiments.is_finished, what, row),
            partial(_run_row, what),
        )


def _grid_config(config: BookConfig, grid: str) -> experiments.ExperimentConfig:
    return experiments.ExperimentConfig(
        grid,
        "smoke" if config.scale == "smoke" else "small",
        config.dataset,
        config.data_root,
        str(Path(config.folder) / "experiments"),
        features=str(Path(config.folder) / "classifier64"),
        device=config.device,
    )


def _run_row(what: experiments.ExperimentConfig, minutes: float) -> None:
    """A row is small: it is made whole."""
    experiments.experiment(what)


def is_finished(config: TrainConfig) -> bool:
    """Whether the run's folder holds all epochs of a run with these settings.

    Those that may change when a run is taken up again may be others. Where it holds another run,
    `train` refuses to go on with it, and says so.

    Raises:
        ValueError: when its config or its metrics are damaged; the sentence names the file.
    """
    settings = Path(config.folder, "config.json")
    rows = Logbook(Path(config.folder), {}, writes=False).rows()
    if not rows or not settings.is_file():
        return False
    found = checkpoints.read_json(settings)
    wanted = _with_start_named(as_dict(config))
    same = isinstance(found, dict) and not differences(_with_start_named(found), wanted)
    return same and rows[-1]["epoch"] >= config.epochs


def _with_start_named(settings: dict[str, Any]) -> dict[str, Any]:
    """Settings in which a run starts from another by its name: all lie beside one another, and
    finished ones may have been moved together."""
    start = settings.get("start")
    return settings | {"start": Path(start).name if isinstance(start, str) else start}


def make(
    config: BookConfig,
    say: Callable[[str], object] = print,
    clock: Callable[[], float] = time.monotonic,
) -> list[str]:
    """Make what is missing, in order, and say what is done.

    Args:
        say: is told what is being made, and what is there.
        clock: seconds, by which ``config.minutes`` are counted.

    Returns:
        The names of what is still missing; nothing when everything is there.

    Raises:
        ValueError: when a folder holds a run, a classifier or a grid of other settings or pictures,
            or a damaged one; nothing of it is overwritten.
        OSError: when a folder cannot be written, or a data set cannot be had.
    """
    started = clock()
    missing: list[str] = []
    for task in tasks(config):
        if not _is_wanted(task, config):
            continue
        left = config.minutes - (clock() - started) / 60
        if not task.is_done() and left > 0 and not missing:
            say(f"{task.name} …")
            task.make(left)
        if task.is_done():
            say(f"{task.name}: there")
        else:
            missing.append(task.name)
    if config.record and not missing:
        _record(config)
    return missing


def _is_wanted(task: Task, config: BookConfig) -> bool:
    """Whether a call for some runs makes this; the classifier measures all of them."""
    wanted = set(config.only)
    for name, one in reversed(train_configs(config).items()):  # what one starts from, and so on
        if name in wanted and one.start:
            wanted.add(Path(one.start).name)
    whose = task.name.split(" ")[0].removesuffix(":")
    return not wanted or {"grid": "grids"}.get(whose, whose) in wanted | {"classifier64"}


def _record(config: BookConfig) -> None:
    place = Path(config.folder)
    for name in train_configs(config):
        if not config.only or name in config.only:
            record(place / name, name)
    _record_classifier(place / "classifier64")
    for grid in experiments.GRIDS if not config.only or "grids" in config.only else ():
        experiments.record(_grid_config(config, grid).place, f"{grid}-small")


def _record_classifier(source: Path) -> None:
    """The classifier with its weights byte for byte: what was measured on it says their digest."""
    target = recorded.new("classifier64")
    kept = target / "weights.safetensors"
    checkpoints.write_bytes(kept, (source / "weights.safetensors").read_bytes())
    write_checksum(kept)
    for name in ("config.json", "metrics.json"):
        shutil.copy(source / name, target / name)
