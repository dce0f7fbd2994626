"""The command line: ``ddimlib train``, ``sample``, ``evaluate``, ``experiment`` and others.

Every option is a field of a dataclass, so that ``--help``, a run's ``config.json`` and the tables
in the book say the same words.
"""

import io
import itertools
import os
import sys
import time
import unicodedata
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import torch

from ddimlib.checks import check_name

Config = TypeVar("Config")


@dataclass(frozen=True)
class SampleConfig:
    """Grow pictures from noise with a trained model."""

    run: str = "flowers32"
    """a run folder, a .safetensors file, or the name of a recorded run"""
    out: Path = Path("samples.png")
    """file for the grid of pictures; a .png is written as they are made"""
    samples: int = 36
    batch_size: int = 100
    """pictures that are made at once: more need more memory"""
    steps: int = 20
    """evaluations of the network, for the samplers that need one a step"""
    method: str = "ddim"
    """ddim, ddpm or another name in ddimlib.samplers.SAMPLERS"""
    eta: float = 0.0
    """for ddim: how much of the noise is drawn afresh, from 0 (DDIM) to 1 (DDPM)"""
    spacing: str = "uniform"
    """where the steps are: uniform (equal in time), log_snr (equal in log-SNR) or karras"""
    label: str | None = None
    """a class by its name, for a model that knows classes; or its number, from 0, where no class is
    called by a number"""
    guidance: float = 1.0
    """scale of classifier-free guidance towards the class; 1 is none"""
    seed: int = 0
    """the first picture's seed; the others count up from it"""
    zoom: int = 4
    device: str = "auto"


@dataclass(frozen=True)
class DataConfig:
    """Fetch a data set, decode it once, and say what is in it."""

    name: str = "flowers102"
    """flowers102, flowers5000 (the part of it that the book's networks learnt from), pets,
    procedural, a folder of pictures, or an .npz file"""
    image_size: int = 64
    root: str | None = None
    """where data sets are kept; by default the user's cache folder"""


@dataclass(frozen=True)
class RecordConfig:
    """Put a finished run among those that the book shows."""

    run: str
    """the folder of the run, or of the grid"""
    name: str
    """what it is called among the recorded ones"""


def main(arguments: list[str] | None = None) -> int:
    """Run a command; errors that a user can mend are one sentence and exit status 1."""
    arguments = sys.argv[1:] if arguments is None else arguments
    # Names that the output cannot show are written with escapes: they end no command.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    if not arguments or arguments[0] in ("-h", "--help"):
        print(_usage())
        return 0
    if arguments[0] == "--version":
        from ddimlib import __version__

        print(f"ddimlib {__version__}")
        return 0
    try:
        command = COMMANDS[check_name(arguments[0], COMMANDS, "command")]
        with warnings.catch_warnings():
            warnings.showwarning = _show_warning  # type: ignore[assignment]
            command([_expand_home(argument) for argument in arguments[1:]])
    except KeyboardInterrupt:
        goes_on = arguments[0] in ("train", "experiment", "book")
        more = "; the same command goes on from the last checkpoint" if goes_on else ""
        print(f"\nstopped{more}", file=sys.stderr)
        return 130
    except (ValueError, TypeError, OSError, RuntimeError, ImportError) as error:
        print(f"ddimlib: {error}", file=sys.stderr)
        return 1
    return 0


def _show_warning(message: Warning | str, category: type[Warning], *_: object) -> None:
    """A warning as one sentence, without the line of code that it came from."""
    print(f"ddimlib: note: {message}", file=sys.stderr)


def _expand_home(argument: str) -> str:
    """``--folder=~/runs`` as a shell expands ``--folder ~/runs``."""
    option, equals, value = argument.partition("=")
    if equals and option.startswith("--"):
        return option + equals + (os.path.expanduser(value) if value.startswith("~") else value)
    return os.path.expanduser(argument) if argument.startswith("~") else argument


def train(arguments: list[str]) -> None:
    """train a model, or take up an interrupted run: --preset NAME, --dry-run, any setting"""
    from ddimlib import runs
    from ddimlib.data import survey

    arguments, name = _take(arguments, "--preset", "reference")
    arguments, dry_run = _take_flag(arguments, "--dry-run")
    default = runs.preset(name)
    config = _parse(
        runs.TrainConfig,
        arguments,
        "train",
        default,
        "Train a model, or take up an interrupted run. --preset NAME begins with the settings of "
        f"{', '.join(sorted(runs.PRESETS))} (reference where none is named), which the "
        "options below change; --dry-run only says what the run would take.",
    )
    if os.environ.get("RANK", "0") == "0":
        # What looks odd besides, `load_dataset` warns of where there is more than a plan.
        _say(survey(config.dataset, odd=dry_run))
    if dry_run:
        from ddimlib.runs.plan import plan

        print(plan(config))
        return
    run = runs.train(config)
    last = run.metrics[-1]
    print(
        f"{run.folder}: {last['epoch']} epochs, validation MAE "
        f"{last['validation_noise_mae']:.4f} on the noise, "
        f"{last['validation_image_mae']:.4f} on the image"
    )


def sample(arguments: list[str]) -> None:
    """grow pictures with a trained model: RUN --steps 20 --label 'sunflower'"""
    from ddimlib import runs, samplers
    from ddimlib.runs import devices, leaps
    from ddimlib.runs.grids import check_grid_file, save_grid_of

    config = _parse(SampleConfig, _positional(arguments, "run"), "sample", SampleConfig())
    for name in ("samples", "batch_size", "zoom"):
        if getattr(config, name) < 1:
            option = name.replace("_", "-")
            raise ValueError(f"--{option} must be at least 1, got {getattr(config, name)}")
    if config.method != "ddim" and config.eta:
        raise ValueError("--eta belongs to --method ddim")
    check_name(config.spacing, samplers.SPACINGS, "spacing")
    device = devices.pick_device(config.device)
    leaps.check_takes_steps(config.run)
    model = runs.load(config.run).to(device)
    out = config.out.expanduser()
    check_grid_file(out, config.samples, model.picture_shape[-1], config.zoom)
    label = _label(model, config)
    options: dict[str, Any] = {"times": config.spacing}
    if config.method == "ddim":
        options["eta"] = config.eta
    started = time.perf_counter()

    def batches() -> Iterator[torch.Tensor]:
        for first in range(0, config.samples, config.batch_size):
            seeds = range(config.seed + first, config.seed + config.samples)[: config.batch_size]
            # Fresh noise goes on where the starting noise ended. (No other seed would be surely
            # another one: of 64 bits a generator keeps 32.)
            own = samplers.seeded_generators(seeds)
            noise = samplers.noise_like(torch.empty(len(seeds), *model.picture_shape), own)
            images = samplers.sample(
                _denoise(model, label, config.guidance, len(seeds)),
                model.schedule,
                noise.to(device),
                config.method,
                config.steps,
                generator=own,
                **options,
            )
            yield model.to_pictures(images)

    save_grid_of(out, batches(), config.samples, config.zoom)
    seconds = time.perf_counter() - started
    of = "" if label is None else f" of class {label}, {model.class_names[label]!r},"
    print(f"{out}: {config.samples} pictures{of} in {seconds:.1f} s")


def evaluate(arguments: list[str]) -> None:
    """measure a trained model: RUN --steps 5 20 --samples 1000"""
    from ddimlib.runs import evaluation

    config = _parse(evaluation.EvaluateConfig, _positional(arguments, "run"), "evaluate")
    print(evaluation.table(evaluation.evaluate(config)))


def experiment(arguments: list[str]) -> None:
    """train and measure a grid of variants: reference, ours or symptoms"""
    from ddimlib.runs import experiments

    config = _parse(experiments.ExperimentConfig, _positional(arguments, "grid"), "experiment")
    print(experiments.markdown(experiments.experiment(config)))


def contest(arguments: list[str]) -> None:
    """score submitted samplers at equal evaluations (it runs their code): FILES --seed 1234"""
    from ddimlib.runs import contest as contests

    files = list(itertools.takewhile(lambda argument: not argument.startswith("-"), arguments))
    rest = arguments[len(files) :]
    named = ["--files", *files] if files else []
    config = _parse(contests.ContestConfig, [*named, *rest], "contest")
    print(contests.table(contests.contest(config)))


def classifier(arguments: list[str]) -> None:
    """train the flower classifier that KID-F and FID-F are measured with"""
    from ddimlib.runs import features

    config = _parse(features.ClassifierConfig, arguments, "classifier", features.ClassifierConfig())
    print(features.train_classifier(config))


def record(arguments: list[str]) -> None:
    """put a finished run, or grid of runs, among those that the book shows: RUN --name NAME"""
    from ddimlib import runs
    from ddimlib.runs import experiments

    config = _parse(RecordConfig, _positional(arguments, "run"), "record")
    is_grid = Path(config.run, "table.json").is_file()
    print((experiments if is_grid else runs).record(config.run, config.name))


def book(arguments: list[str]) -> None:
    """make all runs that the book shows, or go on with them: --minutes 9, --only, --scale smoke"""
    from ddimlib.runs import book as runs_of_the_book

    config = _parse(runs_of_the_book.BookConfig, arguments, "book", runs_of_the_book.BookConfig())
    if missing := runs_of_the_book.make(config):
        print(f"still to make: {'; '.join(missing)}\nthe same command goes on from here")


def data(arguments: list[str]) -> None:
    """fetch a data set and say what is in it: NAME --image-size 64"""
    from ddimlib.data import describe, load_dataset, survey

    config = _parse(DataConfig, _positional(arguments, "name"), "data", DataConfig())
    _, *left_out = survey(config.name, odd=False) or [""]
    found = load_dataset(config.name, config.image_size, config.root)
    _say([*describe(found).splitlines(), *left_out])


COMMANDS: dict[str, Callable[[list[str]], None]] = {
    "train": train,
    "sample": sample,
    "evaluate": evaluate,
    "experiment": experiment,
    "contest": contest,
    "classifier": classifier,
    "record": record,
    "book": book,
    "data": data,
}


def _say(lines: list[str]) -> None:
    """Lines that stand before whatever takes a while."""
    if lines:
        print("\n".join(lines), flush=True)


def _label(model: Any, config: SampleConfig) -> int | None:
    """The class that is asked for; None where none is."""
    if config.label is not None:
        return find_class(config.label, model.class_names)
    if config.guidance != 1:
        raise ValueError("--guidance needs a class to guide towards: give one with --label")
    return None


def find_class(label: str, names: Sequence[str]) -> int:
    """Which class is meant: names come before numbers.

    Where classes are called by numbers, as folders 001 and 002 are, a number is such a name: 1 is
    the class 001, and not the second one. Only elsewhere does a number count from 0.

    Raises:
        ValueError: there is no such class, or more than one.
    """
    alike = [at for at, name in enumerate(names) if name == label]
    alike = alike or [at for at, name in enumerate(names) if _plain(name) == _plain(label)]
    if not alike and label.isdecimal():
        numbers = {at: int(name) for at, name in enumerate(names) if name.isdecimal()}
        alike = [at for at, number in numbers.items() if number == int(label)]
        if not numbers and int(label) < len(names):
            alike = [int(label)]
    if len(alike) == 1:
        return alike[0]
    if alike:
        raise ValueError(f"{label!r} may be any of {', '.join(names[at] for at in alike)}")
    known = ", ".join(names) or "none: it was trained without classes"
    raise ValueError(f"the model knows no class {label!r}; it knows {known}")


def _plain(text: str) -> str:
    """Without large letters, and with an ä as one letter: a Mac's folders write it as two."""
    return unicodedata.normalize("NFC", text).casefold()


def _denoise(model: Any, label: int | None, guidance: float, count: int) -> Any:
    """The model's denoiser, towards a class where one is asked for."""
    if label is None:
        return model.denoise
    from ddimlib.guidance import guided

    labels = torch.full((count,), label, device=model.mean.device)
    return guided(model, labels, guidance)


def _parse(
    kind: type[Config],
    arguments: list[str],
    command: str,
    default: Config | None = None,
    description: str | None = None,
) -> Config:
    import tyro

    options: dict[str, Any] = {"description": description}
    if default is not None:
        options["default"] = default
    call: Callable[..., Config] = tyro.cli
    return call(kind, args=arguments, prog=f"ddimlib {command}", **options)


def _positional(arguments: list[str], name: str) -> list[str]:
    """Let the first argument be given without its name."""
    if arguments and not arguments[0].startswith("-"):
        return [f"--{name}", *arguments]
    return arguments


def _take(arguments: list[str], option: str, default: str) -> tuple[list[str], str]:
    """Take ``--option value`` or ``--option=value`` out of the arguments."""
    rest, value = [], default
    waiting = iter(arguments)
    for argument in waiting:
        if argument == option:
            value = next(waiting, "")
        elif argument.startswith(f"{option}="):
            value = argument.split("=", 1)[1]
        else:
            rest.append(argument)
    return rest, value


def _take_flag(arguments: list[str], flag: str) -> tuple[list[str], bool]:
    return [argument for argument in arguments if argument != flag], flag in arguments


def _usage() -> str:
    lines = [f"  {name:<11} {command.__doc__}" for name, command in COMMANDS.items()]
    return "\n".join(
        [
            "usage: ddimlib COMMAND [options]; ddimlib COMMAND --help lists them",
            "",
            *lines,
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
