"""All runs of chapters 12 to 14 by one command, in order, each taken up where it stopped.

    python benchmarks/beyond_all.py --start runs/flowers32 --dataset data/flowers64
    … --minutes 50     start nothing later than that; again to go on
    … --only 14        one chapter (14 needs no RUN)
    … --list           only say the commands, with a cross where they are done
    … --smoke FOLDER   all of it, tiny, in a copy of the checkout there

RUN is the network at 32×32 that knows classes: ``ddimlib book --only flowers32`` makes it. A link
to the photographs lies in ``data/``, for recorded runs say how they were called, and a folder of
this machine means nothing elsewhere. What the chapters show is put into ``book/results/`` as soon
as it is there. Commit first: each run writes down its commit. A command is done when its mark lies
in ``--folder``, newer than the marks of what it needs; take a mark away, and it and what needs it
are made again. Everything is computed on the processor: by estimate, on two that know bfloat16,
four hours, one and a half of them for chapter 13; without bfloat16 (so the recorded ones) five
to six.

``--smoke`` trains a stand-in of RUN first. A handful of photographs of each flower is enough for
it: about ten minutes on two idle cores. The copy can then run the chapters' cells
(``book/run_chapters.py``); nothing of it belongs into the book.
"""

import argparse
import math
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import few_steps_flowers  # noqa: E402
import latents  # noqa: E402

from ddimlib.runs import checkpoints  # noqa: E402

#: Of captions: each shows every photograph twice.
WORD_EPOCHS = 20


@dataclass(frozen=True)
class Settings:
    """From which network, on which photographs, and where runs lie."""

    start: str = "runs/flowers32"
    dataset: str = "data/flowers64"
    folder: str = "runs"
    smoke: bool = False


class Step(NamedTuple):
    """A command: its chapter and name, what follows "python", and the steps that it needs.

    Commands that ``can_stop`` take ``--minutes``. ``is_whole`` says whether one that came back is
    at its end.
    """

    chapter: int
    name: str
    command: Callable[[], list[str]]
    needs: tuple[str, ...] = ()
    can_stop: bool = False
    is_whole: Callable[[], bool] = lambda: True


def steps(settings: Settings) -> Iterator[Step]:
    """All of them, each after what it needs."""
    folder, small = Path(settings.folder), ["--smoke"] if settings.smoke else []
    start, data = ["--start", settings.start], ["--dataset", settings.dataset]

    def script(name: str, *options: str) -> Callable[[], list[str]]:
        return lambda: [f"benchmarks/{name}.py", *options]

    def ddimlib(*options: str) -> Callable[[], list[str]]:
        return lambda: ["-m", "ddimlib.cli", *options]

    asked = [*data, "--classes", settings.start, "--record", *small]
    yield Step(12, "captions", script("asked_in_words", "captions", *asked))
    for name, part in (("words32", "words"), ("bag32", "bag")):
        run, epochs = folder / name, 1 if settings.smoke else WORD_EPOCHS
        training = [*start, *data, "--folder", str(run), "--epochs", str(epochs)]
        yield Step(
            12, name, script("beyond", part, *training), (), True,
            lambda run=run, epochs=epochs: few_steps_flowers.epochs_done(run) >= epochs,
        )  # fmt: skip
        yield Step(12, f"record-{name}", ddimlib("record", str(run), "--name", name), (name,))
    recorded = ("record-words32", "record-bag32")
    for part in ("counted", "louder", "negative", "looks"):
        yield Step(12, part, script("asked_in_words", part, *asked), recorded)
    yield Step(12, "ask", lambda: ["-m", "ddimlib.widgets", "ask"], ("record-words32",))

    leaping = [*start, *data, "--folder", str(folder / "few-steps"), *small]
    yield Step(13, "few-steps", script("few_steps_flowers", "train", *leaping), (), True)
    measuring = script("few_steps_flowers", "measure", "--record", *leaping)
    yield Step(13, "measured", measuring, ("few-steps",))
    yield Step(13, "follow", lambda: ["-m", "ddimlib.widgets", "follow"], ("measured",))

    of_latents = [*data, "--folder", str(folder / "latents"), *small]
    yield Step(14, "plan", script("latents", "plan", *of_latents))
    config = latents.Config(**({"seeds": 1} if settings.smoke else {}))
    for name in latents.names(config):
        need = {"latents": ("perceptual",), "pixels": ("perceptual",)}.get(name, ())
        yield Step(14, name, script("latents", "train", name, *of_latents), need)
        measuring = script("latents", "measure", name, *of_latents)
        yield Step(14, f"measure-{name}", measuring, (name,))
    measured = tuple(f"measure-{name}" for name in latents.names(config))
    yield Step(14, "record-latents", script("latents", "record", *of_latents), measured)

    # Last: it changes a file that git knows, and the commit of what follows would be marked dirty.
    tiny = ["--seeds", "2", "--batches", "8"] if settings.smoke else []
    yield Step(13, "mixture", script("few_steps", "--record", *tiny))


# --- Making them ---------------------------------------------------------------------------------


class Marks:
    """Which steps are done: a file for each, as new as the end of its command."""

    def __init__(self, folder: Path, all_steps: Sequence[Step]) -> None:
        self.folder = folder / "beyond-done"
        self.needs = {step.name: step.needs for step in all_steps}

    def file(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def time(self, name: str) -> int:
        return self.file(name).stat().st_mtime_ns if self.file(name).is_file() else -1

    def is_done(self, name: str) -> bool:
        needs = self.needs[name]
        return self.time(name) >= max((self.time(need) for need in needs), default=0) and all(
            map(self.is_done, needs)
        )

    def set(self, name: str, command: Sequence[str], minutes: float) -> None:
        about = {"command": shlex.join(["python", *command]), "minutes": round(minutes, 1)}
        checkpoints.write_json(self.file(name), about)


def run(command: Sequence[str]) -> int:
    """Run Python with these arguments, in this checkout; the exit status.

    On the processor, even where there is a GPU: teachers and shelves of latents lie there, and the
    chapters compare minutes.
    """
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(paths),
        "CUDA_VISIBLE_DEVICES": "",
    }
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=environment).returncode


def make(
    all_steps: Sequence[Step],
    marks: Marks,
    minutes: float = math.inf,
    run: Callable[[Sequence[str]], int] = run,
    clock: Callable[[], float] = time.monotonic,
) -> list[str]:
    """Make what is missing, in order.

    Returns:
        The names of what is missing still. What fails is named first, and nothing follows it.
    """
    began = clock()
    for step in all_steps:
        started = clock()
        left = minutes - (started - began) / 60
        if marks.is_done(step.name):
            continue
        if left <= 0:
            break
        command = step.command()
        print(f"[{step.chapter}] python {shlex.join(command)}", flush=True)
        limit = ["--minutes", f"{left:.1f}"] if step.can_stop and left < math.inf else []
        status = run([*command, *limit])
        if status or not step.is_whole():
            print(f"{step.name} is not at its end (exit status {status})", flush=True)
            break
        marks.set(step.name, command, (clock() - started) / 60)
    return [step.name for step in all_steps if not marks.is_done(step.name)]


def check_start(settings: Settings) -> None:
    """Refuse runs that came from other weights: theirs would go on where those left off.

    Raises:
        ValueError: where the folder holds what another RUN began.
        FileNotFoundError: where there is no RUN.
    """
    file = Path(settings.folder) / "beyond-done" / "start.json"
    weights = checkpoints.digest(settings.start)[:16]
    if file.is_file() and checkpoints.read_json(file) != weights:
        raise ValueError(
            f"{file.parent} marks runs from another network than {settings.start}: choose another "
            "--folder, or take its words32, bag32, few-steps and beyond-done away"
        )
    checkpoints.write_json(file, weights)


# --- Trying them ---------------------------------------------------------------------------------


def copy_checkout(folder: Path) -> None:
    """Every file that git knows, as it is now."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)


def stand_in(settings: Settings) -> list[str]:
    """The command that trains a tiny network in place of RUN."""
    tiny = "--widths 8 12 16 16 --block-depth 1 --embedding-dim 8 --epochs 2 --repeats 1"
    tiny += " --batch-size 32 --warmup-steps 0 --image-size 32"
    run = ["--folder", settings.start, "--dataset", settings.dataset]
    return ["-m", "ddimlib.cli", "train", "--preset", "flowers", *run, *tiny.split()]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    for name in ("start", "dataset", "folder"):
        parser.add_argument(f"--{name}", default=getattr(Settings, name))
    parser.add_argument("--only", type=int, nargs="*", choices=(12, 13, 14), help="these chapters")
    parser.add_argument("--minutes", type=float, default=math.inf)
    parser.add_argument("--list", action="store_true", help="say what there is to do")
    parser.add_argument("--smoke", type=Path, metavar="FOLDER", help="try it all in a copy there")
    # So does a copy call itself.
    parser.add_argument("--in-copy", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.smoke and not options.in_copy:
        copy_checkout(options.smoke)
        link = options.smoke / "data" / Path(options.dataset).name
        link.parent.mkdir(exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(Path(options.dataset).resolve())
        script = options.smoke.resolve() / "benchmarks" / "beyond_all.py"
        again = ["--in-copy", "--dataset", str(link.relative_to(options.smoke))]
        again += ["--only", *map(str, options.only)] if options.only else []
        sys.exit(subprocess.run([sys.executable, str(script), *again]).returncode)
    if Path(options.dataset).is_absolute():
        parser.error(f"link {options.dataset} into data/, and say --dataset data/NAME")
    settings = Settings(options.start, options.dataset, options.folder, options.in_copy)
    wanted = [s for s in steps(settings) if not options.only or s.chapter in options.only]
    marks = Marks(ROOT / settings.folder, wanted)
    if options.list:
        for step in wanted:
            done = "x" if marks.is_done(step.name) else " "
            print(f"[{done}] {step.chapter} {step.name:22} {shlex.join(step.command())}")
        return
    os.chdir(ROOT)
    if settings.smoke and not Path(settings.start, "weights.safetensors").is_file():
        run(stand_in(settings))
    if any(step.chapter != 14 for step in wanted):
        check_start(settings)
    missing = make(wanted, marks, options.minutes)
    sys.exit(f"still missing: {', '.join(missing)}" if missing else 0)


if __name__ == "__main__":
    main()
