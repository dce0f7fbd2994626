"""Experiments: grids of runs that differ in one thing, and the tables that chapter 11 shows.

A grid is a dictionary of rows; a row is what it changes in the base config, and perhaps a fault.
Each row is an ordinary run folder with its `evaluation.json`. A finished row is not run again and
an interrupted one is taken up where it stopped, so that the same command ends what was begun.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import os
import shutil
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from ddimlib.checks import check_name
from ddimlib.data import DATASETS, load_dataset
from ddimlib.diffusion import DiffusionModel
from ddimlib.forward import Rates
from ddimlib.runs import checkpoints, recorded, same_data
from ddimlib.runs.config import PRESETS, TrainConfig, as_dict
from ddimlib.runs.evaluation import EvaluateConfig, evaluate, features_name, pick_features
from ddimlib.runs.features import FLOWERS, Features
from ddimlib.runs.logbook import Logbook, one_at_a_time
from ddimlib.runs.store import load
from ddimlib.runs.train import NonFiniteLossError, train
from ddimlib.schedules import Schedule

# --- deliberate faults ---------------------------------------------------------------------------


class Fault(NamedTuple):
    """A slip that is made on purpose, in training, and in sampling where it would be there too."""

    description: str
    train: Callable[[DiffusionModel], object] | None = None
    sample: Callable[[DiffusionModel], object] | None = None


class NoiseNotRooted(Schedule):
    """A schedule that weighs the noise by 1 - ᾱ instead of its square root."""

    def __init__(self, schedule: Schedule):
        self.schedule = schedule

    def __repr__(self) -> str:
        return f"NoiseNotRooted({self.schedule!r})"

    def _log_snr(self, t: Tensor) -> Tensor:
        return self.schedule._log_snr(t)

    def _time(self, log_snr: Tensor) -> Tensor:
        return self.schedule._time(log_snr)

    def __call__(self, t: Tensor) -> Rates:
        signal_rates, noise_rates = self.schedule(t)
        return Rates(signal_rates, noise_rates**2)


def noise_not_rooted(model: DiffusionModel) -> None:
    model.schedule = NoiseNotRooted(model.schedule)


def wrong_normalisation(model: DiffusionModel) -> None:
    """Pictures stay in [0, 1]: mean and variance are taken for 0 and 1."""
    model.mean.zero_()
    model.std.fill_(1)


def noise_level_left_out(model: DiffusionModel) -> None:
    """The network is told the same noise level every time."""

    def hide(network: nn.Module, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
        noisy, noise_variance, *labels = arguments
        return (noisy, torch.zeros_like(noise_variance), *labels)

    model.network.register_forward_pre_hook(hide)


FAULTS = {
    "wrong-normalisation": Fault("pictures are not standardised", train=wrong_normalisation),
    # The slip is in the forward process of training; the sampler has the right formula.
    "noise-not-rooted": Fault("noise weighted by 1 - ᾱ, not by its root", train=noise_not_rooted),
    "noise-level-left-out": Fault(
        "the network does not see the noise level",
        train=noise_level_left_out,
        sample=noise_level_left_out,
    ),
}


# --- the grids -----------------------------------------------------------------------------------


class Row(NamedTuple):
    """One run of a grid: what it changes in the base config, its fault, if any, and its length."""

    changes: dict[str, Any]
    fault: str | None = None
    times_as_long: int = 1


# Three seeds a row, here and below: what differs by less than they do says nothing. The first eight
# rows are the published table with one seed.
REFERENCE = {
    f"{loss}-{weighting}-{schedule}-{seed}": Row(
        {"loss": loss, "weighting": weighting, "schedule": schedule, "seed": seed}
    )
    for seed, loss, weighting, schedule in product(
        range(3), ("mse", "mae"), ("image", "noise"), ("cosine", "linear")
    )
}

# Averaged weights in every row but one: they are worth so much that what else helps is seen
# only with them. The statistics of batch norms are averaged along: copied, they do not belong to
# these weights, and how much that spoils would stand in every row beside what the row is about.
AVERAGED = {"ema_decay": 0.999, "ema_statistics": True}
CHANGES: dict[str, dict[str, Any]] = {
    "base": {},
    "no-ema": {"ema_decay": 0.0},
    "copied-statistics": {"ema_statistics": False},
    "decay": {"decay": "cosine", "warmup_steps": 100},
    "velocity": {"target": "velocity"},
    "min-snr": {"loss": "mse", "weighting": "min_snr"},
    "group-norm": {"norm": "group"},
    "attention": {"attention_levels": (2,)},
    "flips": {"flips": True},
    "large-batches": {"batch_size": 128, "learning_rate": 2e-3},
    "classes": {"class_conditional": True},
    "classes-blocks": {"class_conditional": True, "condition_blocks": True},
    # What the preset of this name changes, all of it at once.
    "flowers": {
        "class_conditional": True,
        "condition_blocks": True,
        "flips": True,
        "decay": "cosine",
        "warmup_steps": 100,
        "clip_norm": 1.0,
    },
}
OURS = {
    f"{name}-{seed}": Row(AVERAGED | changes | {"seed": seed})
    for seed in range(3)
    for name, changes in CHANGES.items()
}

# What a long run wants is not what a short one wants: four times as many epochs, on what `ours`
# chose. It decides the preset `flowers`.
LONG = {
    f"{name}-{seed}": Row(
        AVERAGED | CHANGES["classes-blocks"] | changes | {"seed": seed}, times_as_long=4
    )
    for seed in range(3)
    for name, changes in {
        "base": {},
        "flips": CHANGES["flips"],
        "decay": CHANGES["decay"],
        "flips-decay": CHANGES["flips"] | CHANGES["decay"],
    }.items()
}

SYMPTOMS = {
    "healthy": Row(AVERAGED),
    "no-ema": Row({"ema_decay": 0.0}),
    "learning-rate-too-high": Row(AVERAGED | {"learning_rate": 0.1}),
    **{name: Row(AVERAGED, fault=name) for name in FAULTS},
}


def without_seed(name: str) -> str:
    """What the rows of one kind have in common: "mae-noise-cosine-2" is a "mae-noise-cosine"."""
    kind, _, seed = name.rpartition("-")
    return kind if seed.isdigit() else name


def by_kind(table: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The rows of a recorded table that differ in nothing but the seed, by what they share."""
    kinds: dict[str, list[dict[str, Any]]] = {}
    for row in table["rows"]:
        kinds.setdefault(without_seed(row["name"]), []).append(row)
    return kinds


def mean_and_range(values: Sequence[float], digits: int = 2) -> str:
    """What some seeds made of one number: ``0.43 (0.41–0.45)``, the mean, lowest and highest."""
    shown = sum(values) / len(values), min(values), max(values)
    mean, low, high = (f"{one:.{digits}f}" for one in shown)
    return f"{mean} ({low}–{high})"


GRIDS: dict[str, dict[str, Row]] = {
    "reference": REFERENCE,
    "ours": OURS,
    "long": LONG,
    "symptoms": SYMPTOMS,
}


class Scale(NamedTuple):
    """How large the runs of a grid are: the same for every row, and written into the table."""

    description: str
    train: dict[str, Any]
    evaluate: dict[str, Any]


SCALES = {
    "full": Scale(
        "as published: 64×64, 50 epochs of 5 passes; for a GPU",
        {"validate_every": 5},
        {"samples": 1000},
    ),
    "small": Scale(
        "16×16, a narrower network, 12 epochs: about a minute a row on one CPU core",
        {
            "image_size": 16,
            "widths": (24, 48, 72),
            "block_depth": 1,
            "epochs": 12,
            "repeats": 1,
            "precision": "bfloat16",
            "validate_every": 4,
            "sample_every": 4,
        },
        {"samples": 500, "precision": "bfloat16"},
    ),
    "smoke": Scale(
        "a few steps, to see that everything is in its place",
        {
            "image_size": 16,
            "widths": (8, 8, 8),
            "block_depth": 1,
            "epochs": 1,
            "repeats": 1,
            "samples": 4,
            "sample_steps": 2,
        },
        {"samples": 8, "steps": (2,), "subset_size": 8, "subsets": 2, "levels": 3},
    ),
}


# --- running one ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class ExperimentConfig:
    """Which grid, on which pictures, and how large."""

    grid: str = "reference"
    """reference (the published table), ours, long (four times as many epochs), or symptoms
    (deliberate faults)"""
    scale: str = "full"
    """full, small (a CPU core, about a minute a row) or smoke (seconds)"""
    dataset: str = "flowers102"
    """flowers102, flowers5000, pets, procedural, a folder or an .npz file"""
    data_root: str | None = None
    folder: str = "runs/experiments"
    """tables and run folders go to a folder of grid, data set and scale in it"""
    rows: tuple[str, ...] = ()
    """only these rows of the grid; all where none is given"""
    features: str = "auto"
    """what KID and FID are measured on: see `ddimlib evaluate --help`; auto decides with the first
    row, and the rest of the grid, when it is taken up again too, is measured as that one was"""
    steps: tuple[int, ...] | None = None
    """numbers of sampling steps; where none are given those of the scale: 5 and 20, of smoke 2"""
    device: str = "auto"
    compile: bool = False
    """compile each row's network: worth it on a GPU, at full scale"""

    def __post_init__(self) -> None:
        check_name(self.grid, GRIDS, "grid")
        check_name(self.scale, SCALES, "scale")
        for name in self.rows:
            check_name(name, GRIDS[self.grid], f"row of the grid {self.grid!r}")

    @property
    def place(self) -> Path:
        """The folder of this grid, on this data set, at this scale."""
        return Path(self.folder) / f"{self.grid}-{_plain_name(self.dataset)}-{self.scale}"


def _plain_name(dataset: str) -> str:
    """A data set without its place: of a folder the whole name, for it may have a dot within."""
    path = Path(dataset)
    return path.stem if path.suffix.lower() == ".npz" else path.name


def experiment(config: ExperimentConfig, progress: bool = True) -> dict[str, Any]:
    """Run what is missing of a grid, and write `table.json` and `table.md`.

    Both are written after every row, so that a grid that is still running can be looked at.
    Features "auto" are decided once for a grid, with its first row: figures on other features
    could not stand in one table. Rows that were measured on others are measured again.

    Returns:
        The content of `table.json`.

    Raises:
        OSError, ValueError: where the features that the first row had cannot be had any more, or
            the pictures of rows that are finished have changed or are another data set's.
    """
    grid = GRIDS[config.grid]
    config = _with_features(config)
    results = {name: _finished(config, name) for name in grid}
    _check_same_pictures(config, {name: row for name, row in results.items() if row is not None})
    for name in grid:
        wanted = not config.rows or name in config.rows
        if wanted and results[name] is None:
            # Loaded for each row: what it notes of its classifier is of what it is measured on.
            _run(config, name, pick_features(config.features), progress)
            _write_table(config)
    return _write_table(config)


def _check_same_pictures(config: ExperimentConfig, finished: dict[str, dict[str, Any]]) -> None:
    """Refuse a table of rows on pictures that have changed since: a name alone is no data set."""

    @functools.cache  # the rows of a grid share their pictures
    def now(dataset: str, size: int, root: str | None) -> dict[str, Any]:
        return same_data.describe(load_dataset(dataset, size, root))

    published = config.dataset in DATASETS
    for name, result in finished.items():
        noted = result.get("data")
        if noted and noted["published"] != published:
            raise ValueError(
                f"{config.place / name} holds a row on {_kind(noted['published'])}, and "
                f"{config.dataset!r} is {_kind(published)}: choose another --folder"
            )
        if noted and published:  # its pictures are known by their checksums, or by a formula
            continue
        row = row_config(config, name)
        _check_row(row, noted, now(row.dataset, row.image_size, row.data_root))


def _kind(published: bool) -> str:
    return f"one of {', '.join(DATASETS)}" if published else "a folder or file of somebody's own"


def _check_row(row: TrainConfig, noted: dict[str, Any] | None, now: dict[str, Any]) -> None:
    """Compare with what the run has noted, which forgives other decoders; without it, exactly."""
    logbook = Logbook(Path(row.folder), as_dict(row), writes=False, data=now)
    files = [file for file in (logbook.checkpoint, logbook.weights) if file.is_file()]
    if files:
        logbook.check_same_data(checkpoints.read_about(files[0]))
    elif noted is None:
        warnings.warn(
            f"{row.folder} does not note its pictures: whether they are still the same cannot be "
            "compared",
            stacklevel=4,
        )
    elif any(noted[key] != now[key] for key in _NOTED):
        raise ValueError(
            f"{row.folder} holds a row on other pictures than those in {row.dataset} now: give it "
            "the pictures that it began with, or choose another --folder"
        )


# What a row notes of its data set: not each picture's colour, for rows stand in a table.
_NOTED = ("pictures", "digest", "labels")


def _data(row: TrainConfig) -> dict[str, Any]:
    """What `row.json` says of a row's pictures."""
    found = same_data.describe(load_dataset(row.dataset, row.image_size, row.data_root))
    return {"published": row.dataset in DATASETS} | {key: found[key] for key in _NOTED}


def _with_features(config: ExperimentConfig) -> ExperimentConfig:
    """The config with "auto" replaced: by what the first row had, or what can be had now."""
    if config.features != "auto":
        return config
    for name in GRIDS[config.grid]:
        path = config.place / name / "row.json"
        if path.is_file():
            had = checkpoints.read_json(path)["evaluation"]["features"]
            if had != "auto":  # written by an older library, which did not keep what was picked
                return dataclasses.replace(config, features=had)
    return dataclasses.replace(config, features=features_name(pick_features("auto")))


def _write_table(config: ExperimentConfig) -> dict[str, Any]:
    """Write what there is by now: another process may have added rows of its own meanwhile."""
    grid = GRIDS[config.grid]
    with one_at_a_time(config.place):
        rows = [row for name in grid if (row := _finished(config, name)) is not None]
        table = _table(config, rows, of=len(grid))
        checkpoints.write_json(config.place / "table.json", table)
        checkpoints.write_text(config.place / "table.md", markdown(table))
    return table


def row_config(config: ExperimentConfig, name: str) -> TrainConfig:
    """The training config of one row."""
    row = GRIDS[config.grid][name]
    settings = SCALES[config.scale].train | row.changes
    one = dataclasses.replace(
        PRESETS["reference"],
        **settings,
        second_ema_decay=0.0,  # a row is measured at one end of its training
        dataset=config.dataset,
        data_root=config.data_root,
        device=config.device,
        compile=config.compile,
        folder=str(config.place / name),
    )
    return dataclasses.replace(one, epochs=row.times_as_long * one.epochs)


def _run(config: ExperimentConfig, name: str, features: Features, progress: bool) -> None:
    """Train and evaluate one row, and write `row.json` when both are done."""
    row = GRIDS[config.grid][name]
    train_config = row_config(config, name)
    fault = FAULTS[row.fault] if row.fault else Fault("")
    result: dict[str, Any] = {"name": name, **_identity(config, name), "data": _data(train_config)}
    try:
        run = train(train_config, progress, alter=fault.train)
        model = load(run)
        if fault.sample:
            fault.sample(model)
        measure = _evaluate_config(config, run.folder)
        measured = evaluate(measure, model, features)
        kept = (
            "validation_noise_mae",
            "validation_image_mae",
            "by_steps",
            "real",
            "features",
            "train_pictures",
            "validation_pictures",
        )
        result |= {key: measured[key] for key in kept}
        if train_config.class_conditional:
            told = evaluate(dataclasses.replace(measure, classes=True), model, features)
            result["by_steps_with_classes"] = told["by_steps"]
        result["train_seconds"] = round(sum(epoch["seconds"] for epoch in run.metrics), 1)
    except NonFiniteLossError as error:
        result["failed"] = str(error)
    checkpoints.write_json(config.place / name / "row.json", result)


def _evaluate_config(config: ExperimentConfig, folder: Path) -> EvaluateConfig:
    options: dict[str, Any] = {"neighbours": False, **SCALES[config.scale].evaluate}
    if config.steps is not None:
        options["steps"] = config.steps
    return EvaluateConfig(
        str(folder),
        features=FLOWERS if config.features == "flowers" else config.features,
        data_root=config.data_root,
        device=config.device,
        **options,
    )


def _identity(config: ExperimentConfig, name: str) -> dict[str, Any]:
    """What decides a row: another identity is another row, to be run again."""
    row = GRIDS[config.grid][name]
    settings = as_dict(row_config(config, name))
    evaluation = dataclasses.asdict(_evaluate_config(config, Path(name)))
    classifier = _classifier(config)
    # Where a row was run, and what no table shows.
    aside = ("folder", "data_root", "device", "dataset", "compile", "neighbours")
    return json.loads(
        json.dumps(
            {
                "changes": row.changes,
                "fault": row.fault and FAULTS[row.fault].description,
                "config": {key: value for key, value in settings.items() if key not in aside},
                "evaluation": {key: value for key, value in evaluation.items() if key not in aside},
            }
            | ({"classifier": classifier} if classifier else {})
        )
    )


def _classifier(config: ExperimentConfig) -> str | None:
    """Which classifier a row is measured on: trained anew, it is another under the same name.

    None where none is meant, or none is there: then none can be compared, and nothing measured.
    """
    features = _evaluate_config(config, config.place).features
    if not Path(features).is_dir() and features not in recorded.names():
        return None
    try:
        return checkpoints.digest(features)[:16]
    except OSError:
        return None


def is_finished(config: ExperimentConfig, name: str) -> bool:
    """Whether a row was run with these very settings, on a data set of this kind."""
    result = _finished(config, name)
    published = config.dataset in DATASETS
    return result is not None and result.get("data", {}).get("published", published) == published


def _finished(config: ExperimentConfig, name: str) -> dict[str, Any] | None:
    """The result of a row that was run with these very settings, or None."""
    path = config.place / name / "row.json"
    if not path.is_file():
        return None
    result: dict[str, Any] = checkpoints.read_json(path)
    identity = _identity(config, name)
    if "classifier" in identity and result["evaluation"].get("features") in recorded.names():
        # An older library did not note it, and the recorded ones have not changed since.
        result.setdefault("classifier", identity["classifier"])
    # A setting that came into the library later had its default then.
    defaults = {
        "config": as_dict(TrainConfig()),
        "evaluation": json.loads(json.dumps(dataclasses.asdict(EvaluateConfig("")))),
    }
    for part, values in defaults.items():
        stored = values | result[part]
        result[part] = {key: stored[key] for key in identity[part]}
    return result if all(result.get(key) == value for key, value in identity.items()) else None


def _table(config: ExperimentConfig, rows: list[dict[str, Any]], of: int) -> dict[str, Any]:
    """The table: one dictionary a row, with the published numbers beside ours where there are."""
    published = _published(config)
    theirs = published.get("rows", {})
    return {
        "grid": config.grid,
        "dataset": Path(config.dataset).name,
        "scale": config.scale,
        "scale_description": SCALES[config.scale].description,
        "rows_finished": len(rows),
        "rows_in_grid": of,
        "published_source": published.get("source"),
        "published_conditions": published.get("conditions"),
        "rows": [row | {"published": theirs.get(without_seed(row["name"]))} for row in rows],
    }


# Which published numbers stand beside a data set. flowers5000 and flowers64 are photographs of the
# same flowers, on which the recorded tables were made; beside others they would say nothing.
PUBLISHED = {
    "flowers102": "flowers102",
    "flowers5000": "flowers102",
    "flowers64": "flowers102",
    "pets": "pets",
}


def _published(config: ExperimentConfig) -> dict[str, Any]:
    """What the reference published on these pictures: "source", "conditions", "rows"; or {}."""
    name = PUBLISHED.get(_plain_name(config.dataset))
    if config.grid != "reference" or name is None:
        return {}
    published = recorded.read_json("experiments", "published.json")
    return {key: published[key] for key in ("source", "conditions")} | {"rows": published[name]}


def record(place: str | os.PathLike[str], name: str) -> Path:
    """Put a grid among the recorded results: its table, where it ran, and a picture grid a row.

    Args:
        place: the folder of the grid, as `experiment` left it.
        name: what it is called from now on, under `experiments`.

    Raises:
        FileNotFoundError: when the folder holds no table.
        ValueError: when rows are missing, or a file is damaged; the sentence names it.
    """
    source = Path(place)
    table = checkpoints.read_json(source / "table.json")
    if table["rows_finished"] < table["rows_in_grid"]:
        raise ValueError(
            f"{source} holds {table['rows_finished']} of {table['rows_in_grid']} rows: "
            "run the same `ddimlib experiment` again, it goes on where it stopped"
        )
    target = recorded.new("experiments") / name
    target.mkdir(parents=True, exist_ok=True)
    for file in ("table.json", "table.md"):
        shutil.copy(source / file, target / file)
    environments = [
        checkpoints.read_json(source / row["name"] / "environment.json") for row in table["rows"]
    ]
    features = table["rows"][0]["evaluation"]["features"]
    about = max(environments, key=lambda environment: environment["date"])
    commits = {environment["commit"] for environment in environments}
    about["commits"] = sorted(commits, key=lambda commit: commit or "")  # of a wheel it is None
    about["command"] = (
        f"ddimlib experiment {table['grid']} --scale {table['scale']} "
        f"--dataset {table['dataset']} --features {features}"
    )
    checkpoints.write_json(target / "environment.json", about)
    for row in table["rows"]:
        # Of rows that differ in nothing but the seed, one picture is shown.
        one, kind = row["name"], without_seed(row["name"])
        if "failed" not in row and one in (kind, f"{kind}-0"):
            last = row["by_steps"][-1]["steps"]
            shutil.copy(source / one / "samples" / f"steps-{last:04d}.png", target / f"{one}.png")
    return target


def markdown(table: dict[str, Any]) -> str:
    """The table as Markdown, best of each column in bold; "—" where a row has no such number."""
    measured = {row["name"]: _measured(row) for row in table["rows"]}
    columns = list(dict.fromkeys(column for row in measured.values() for column in row))
    best = {
        column: min(row[column] for row in measured.values() if column in row) for column in columns
    }
    beside = any(row["published"] for row in table["rows"])
    heads = ["", *columns, "seconds"]
    heads += ["published: noise", "image", "KID"] if beside else []
    lines = ["| " + " | ".join(heads) + " |", "|---" + "|--:" * (len(heads) - 1) + "|"]
    for row in table["rows"]:
        cells = [row["name"]]
        for column in columns:
            value = measured[row["name"]].get(column)
            number = "—" if value is None else f"{value:.4f}"
            cells.append(f"**{number}**" if number == f"{best[column]:.4f}" else number)
        cells.append("not finite" if "failed" in row else f"{row['train_seconds']:.0f}")
        if beside:
            theirs = row["published"] or {}
            keys = ("validation_noise_mae", "validation_image_mae", "KID")
            cells += [f"{theirs[key]:.4f}" if key in theirs else "" for key in keys]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join([*lines, "", *_notes(table)]) + "\n"


def _measured(row: dict[str, Any]) -> dict[str, float]:
    """The numbers of a row by the names of their columns: none of a run that failed."""
    if "failed" in row:
        return {}
    kid = next(iter(row["real"]))
    errors = {
        "noise error": row["validation_noise_mae"],
        "image error": row["validation_image_mae"],
    }
    return errors | {f"{kid}, {at['steps']} steps": at[kid]["mean"] for at in row["by_steps"]}


def _notes(table: dict[str, Any]) -> list[str]:
    """What stands under a table: what it is of, and where published numbers are from."""
    done = [row for row in table["rows"] if "failed" not in row]
    pictures = f"{done[0]['train_pictures']} training pictures, " if done else ""
    notes = [
        f"Grid `{table['grid']}` on {table['dataset']}: {pictures}{table['scale_description']}."
    ]
    if table["published_source"]:
        notes.append(f"Published: {table['published_source']}; {table['published_conditions']}.")
    return notes
