"""The logbook of a run: what is written into its folder, and read again to go on."""

import hashlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import torch
from filelock import FileLock, Timeout
from torch import Tensor
from tqdm.auto import tqdm

from ddimlib import __version__
from ddimlib.runs import checkpoints, devices, same_data
from ddimlib.runs.config import TrainConfig, as_dict
from ddimlib.runs.grids import make_grid, save_grid

#: Settings that may change when a run is taken up again.
FREE = ("epochs", "device", "data_root", "folder", "validate_every", "sample_every", "compile")


#: The weights of the average that is kept beside the one that is sampled.
SECOND_WEIGHTS = "second-weights.safetensors"
_CONFIG, _ENVIRONMENT = "config.json", "environment.json"


class Logbook:
    """The files of one run. Only one process writes; the others read.

    ``resume`` looks at what is there, ``begin`` is the first to write.

    Args:
        folder: the run's folder, made when it is missing.
        config: the run's settings, as JSON can hold them.
        writes: whether this process is the one that writes.
        data: what it learns from, as ``same_data.describe`` says it.
    """

    def __init__(
        self,
        folder: Path,
        config: dict[str, Any],
        writes: bool = True,
        data: dict[str, Any] | None = None,
    ) -> None:
        self.folder = folder
        self.config = config
        self.writes = writes
        self.data = data
        self.weights = folder / "weights.safetensors"
        self.second_weights = folder / SECOND_WEIGHTS
        self.checkpoint = folder / "checkpoint.safetensors"
        # There from the beginning of a run to its first checkpoint: until then what lies in the
        # folder is the beginning of an epoch, and nothing is lost with it.
        self._first_epoch = folder / ".first-epoch"
        self._metrics = folder / "metrics.jsonl"
        self._tensorboard: Any = None

    @property
    def is_new(self) -> bool:
        """Whether there is no checkpoint to go on from."""
        return not self.checkpoint.is_file()

    def resume(
        self, load: Callable[[dict[str, Tensor], dict[str, Any], Path], None] = lambda *_: None
    ) -> int:
        """Load the checkpoint where there is one, and return its epoch, else 0.

        Nothing is written: whatever is refused, the folder stays as it is.

        Raises:
            ValueError: when the folder holds a run with other settings or on other pictures, a
                damaged checkpoint, or weights or metrics without a checkpoint to go on from.
        """
        if self.is_new:
            self._check_nothing_is_lost()
            return 0
        tensors, about = self._load_checkpoint()
        self._check_same(about["config"])
        self.check_same_data(about)
        self.rows()
        self._first_environment()
        try:
            load(tensors, about, self.checkpoint)
        except Exception as error:  # what is damaged fails in many ways
            if str(self.checkpoint) in str(error):
                raise
            raise self._damaged(error) from error
        return about["epoch"]

    def begin(self, epoch: int) -> None:
        """Make the folder ready for what comes after an epoch."""
        if not self.writes:
            return
        if self.is_new:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._first_epoch.touch()
        # A kill may have come between a line of metrics and its checkpoint, or within a file.
        for leftover in self._leftovers():
            leftover.unlink(missing_ok=True)
        kept = [row for row in self.rows() if row["epoch"] <= epoch]
        self._replace_rows(kept)
        checkpoints.write_json(self.folder / _CONFIG, self.config)
        self._tensorboard = _tensorboard(self.folder, kept[-1].get("step", 0) + 1 if kept else 0)

    def is_complete(self, epoch: int, averages: dict[Path, dict[str, Tensor]]) -> bool:
        """Whether the run ended with this epoch as it was meant to, and all of it is written down.

        Args:
            epoch: of the checkpoint.
            averages: what the files of weights should hold.
        """
        rows = self.rows()
        if not rows or rows[-1]["epoch"] != epoch or "validation_noise_mae" not in rows[-1]:
            return False
        for path, expected in averages.items():
            try:
                tensors, about = checkpoints.load_tensors(path)
            except (OSError, ValueError):
                return False
            config = about.get("config")
            meant = config.get("epochs") if isinstance(config, dict) else None
            same = tensors.keys() == expected.keys() and all(
                torch.equal(tensor, expected[name].cpu()) for name, tensor in tensors.items()
            )
            if not same or not isinstance(meant, int) or meant > epoch:
                return False
        return True

    def _leftovers(self) -> Iterator[Path]:
        """What a kill may have left of this run's files; the folder may hold others' as well."""
        files = [self.weights, self.second_weights, self.checkpoint, self._metrics]
        files += [self.folder / name for name in (_CONFIG, _ENVIRONMENT)]
        yield from map(checkpoints.temporary, files)
        yield from self._grids(".*epoch-*.png.tmp.png")

    def _grids(self, pattern: str) -> Iterator[Path]:
        return (self.folder / "samples").glob(pattern)

    def _check_nothing_is_lost(self) -> None:
        """Refuse to begin where another run's only traces would be overwritten, or other files."""
        rows = len(self.rows())
        if self._first_epoch.is_file() and rows <= 1:
            return
        weights = [one for one in (self.weights, self.second_weights) if one.is_file()]
        held = [one.name for one in weights]
        if rows:
            held.append(f"the metrics of {rows} epochs")
        if any(not one.name.startswith(".") for one in self._grids("*epoch-*.png")):
            held.append("grids of samples")
        held += [f"{article} {name} that no run has written" for article, name in self._foreign()]
        if not held:
            return
        listed = " and ".join(filter(None, [", ".join(held[:-1]), held[-1]]))
        start = f", and begin from these weights with --start {weights[0]}" if weights else ""
        raise ValueError(
            f"{self.folder} holds {listed} but no {self.checkpoint.name} to go on from, and a new "
            f"run there would overwrite that: choose another --folder{start}"
        )

    def _foreign(self) -> Iterator[tuple[str, str]]:
        """Files that are called as a run's own are, and hold something else: an article, a name."""
        ours: dict[str, Callable[[set[str]], bool]] = {
            _CONFIG: lambda keys: keys <= self.config.keys(),
            _ENVIRONMENT: lambda keys: keys >= {"torch", "precision"},
        }
        for name, is_ours in ours.items():
            path = self.folder / name
            if not path.is_file():
                continue
            keys = checkpoints.json_keys(path)
            if keys is None or not is_ours(keys):
                yield ("an" if name == _ENVIRONMENT else "a"), name

    def _load_checkpoint(self) -> tuple[dict[str, Tensor], dict[str, Any]]:
        try:
            tensors, about = checkpoints.load_tensors(self.checkpoint)
            if not isinstance(about.get("epoch"), int) or not isinstance(about.get("config"), dict):
                raise ValueError("it holds no epoch or no config: it is no checkpoint")
            return tensors, about
        except ValueError as error:
            raise self._damaged(error.__cause__ or error) from error

    def _damaged(self, reason: BaseException) -> ValueError:
        """The sentence that says so, with what can still be done."""
        try:
            checkpoints.load_tensors(self.weights)
        except (OSError, ValueError):
            way_out = "put a whole copy in its place, or choose another --folder"
            if len(self.rows()) <= 1:
                way_out += f"; to begin anew, remove {self.folder}"
        else:
            way_out = (
                f"the weights beside it are whole, so choose another --folder and begin from "
                f"them with --start {self.weights}, or put a whole copy of the checkpoint in "
                "its place"
            )
        return ValueError(
            f"{self.checkpoint} was cut short or is damaged, and the run cannot go on from it "
            f"({reason}). Nothing was changed; {way_out}"
        )

    def _check_same(self, other: dict[str, Any]) -> None:
        if different := differences(other, self.config):
            raise ValueError(
                f"{self.folder} holds a run with other settings ({'; '.join(different)}): "
                "choose another --folder"
            )

    def check_same_data(self, about: dict[str, Any]) -> None:
        """Refuse pictures that are not those of a checkpoint.

        Args:
            about: what the checkpoint says of itself.

        Raises:
            ValueError: when they are others; the sentence says what differs.
        """
        if self.data is None:
            return
        noted = about.get("data")
        names = {"class_names": about["class_names"]} if "class_names" in about else None
        if (before := noted or names) is None:
            different = None
        else:
            try:
                different = same_data.difference(before, self.data)
            except (KeyError, TypeError, ValueError) as error:
                raise self._damaged(error) from error
        if different:
            # Who is told its class can only begin from weights that know the same ones.
            told = self.config.get("class_conditional")
            fits = not told or about.get("class_names") == self.data["class_names"]
            start = f", there perhaps with --start {self.weights}"
            start = start if self.weights.is_file() and fits else ""
            raise ValueError(
                f"{self.folder} holds a run on other pictures ({different}); nothing was changed. "
                f"Give it the pictures that it began with, or choose another --folder{start}"
            )
        if noted is None:
            warnings.warn(
                f"{self.folder} does not note its pictures, as earlier versions did not: "
                "whether they are still the same cannot be compared",
                stacklevel=2,
            )

    def rows(self) -> list[dict[str, Any]]:
        """One dictionary per finished epoch; a last line cut short by a kill is left out.

        Raises:
            ValueError: when another line is damaged: what follows it must not be lost.
        """
        rows: list[dict[str, Any]] = []
        if not self._metrics.is_file():
            return rows
        lines = self._metrics.read_bytes().splitlines()
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            whole = isinstance(row, dict) and isinstance(row.get("step", 0), int)
            if whole and isinstance(row.get("epoch"), int):
                rows.append(row)
            elif number < len(lines):
                raise ValueError(
                    f"line {number} of {self._metrics} is damaged, and others follow it: repair or "
                    "remove that line"
                )
        return rows

    def write_row(self, row: dict[str, Any]) -> None:
        """Add one epoch's metrics."""
        with open(self._metrics, "a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
        if self._tensorboard:
            for key, value in row.items():
                if key not in ("epoch", "step"):
                    self._tensorboard.add_scalar(key, value, row["step"])

    def add_to_last_row(self, more: dict[str, Any]) -> None:
        """Add metrics to those of the last finished epoch."""
        *before, last = self.rows()
        self._replace_rows([*before, last | more])

    def _replace_rows(self, rows: list[dict[str, Any]]) -> None:
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        checkpoints.write_atomically(self._metrics, lambda path: path.write_text(lines))

    def write_checkpoint(
        self, epoch: int, tensors: dict[str, Tensor], about: dict[str, Any]
    ) -> None:
        """Replace the checkpoint by that of this epoch."""
        about = {**about, "epoch": epoch, "config": self.config}
        if self.data is not None:
            about["data"] = self.data
        checkpoints.save_tensors(self.checkpoint, tensors, about)
        self._first_epoch.unlink(missing_ok=True)

    def write_samples(self, epoch: int, pictures: Tensor, kind: str = "") -> None:
        """Write a grid of generated pictures; ``kind`` begins its name."""
        path = self.folder / "samples" / f"{kind}-epoch-{epoch:04d}.png".removeprefix("-")
        save_grid(path, pictures)
        if self._tensorboard:
            self._tensorboard.add_image(f"{kind} samples".lstrip(), make_grid(pictures), epoch)

    def write_environment(self, content: dict[str, Any], epoch: int) -> None:
        """Write down what the run is made with, from this epoch on.

        The first entry stays what it is; each time that the run is taken up again, what it goes
        on with is added under "resumed".

        Raises:
            ValueError: when the first entry cannot be read.
        """
        path = self.folder / _ENVIRONMENT
        if not self.writes:
            return
        first = self._first_environment() if epoch > 1 else None
        if first is not None:
            resumed = [*first.pop("resumed", []), content | {"epoch": epoch}]
            content = first | {"resumed": resumed}
        checkpoints.write_json(path, content)

    def _first_environment(self) -> dict[str, Any] | None:
        path = self.folder / _ENVIRONMENT
        found = checkpoints.read_json(path) if path.is_file() else None
        if found is not None and not (
            isinstance(found, dict) and isinstance(found.get("resumed", []), list)
        ):
            raise ValueError(f"{path} describes no environment: repair or remove it")
        return found

    def close(self) -> None:
        """Finish what is written in the background."""
        if self._tensorboard:
            self._tensorboard.close()


def differences(before: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """In words, which settings of a run are others than they were; those that are free may be."""
    was = as_dict(TrainConfig()) | before  # what came into the library later had its default
    return [
        f"{key} was {was.get(key)!r} and is now {value!r}"
        for key, value in now.items()
        if key not in FREE and was.get(key) != value
    ]


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Keep other processes of this machine from training in a run's folder meanwhile.

    The operating system takes a lock away with its process, also after a kill. There are two: of
    the folder itself, which holds for every user and leaves no file in it; and of a file in the
    temporary folder, for where folders have no locks, such as on a Google Drive or Windows.

    Raises:
        RuntimeError: when another process trains there.
    """
    made = [place for place in (folder, *folder.parents) if not os.path.exists(place)]
    with suppress(OSError):  # who is to write there says what is wrong
        folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder), _named_lock(folder):
        try:
            yield
        finally:  # where nothing was written, nothing stays of what was made to be locked
            for place in made:
                with suppress(OSError):
                    place.rmdir()


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder itself, where it has one."""
    try:
        import fcntl

        opened = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _taken(folder) from None
        except OSError:  # a disk without locks
            pass
        yield
    finally:
        os.close(opened)


def _taken(folder: Path) -> RuntimeError:
    return RuntimeError(
        f"another process is training in {folder}: wait for its end, stop it, "
        "or choose another --folder"
    )


@contextmanager
def _named_lock(folder: Path) -> Iterator[None]:
    """Hold the lock that a user's processes have for a folder in the temporary one."""
    lock = _lock(folder)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise _taken(folder) from None
    except (OSError, NotImplementedError):  # nowhere to lock: then nobody is kept away
        pass
    try:
        yield
    finally:
        lock.release()


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Let processes of this machine that write the same files of a folder wait for one another."""
    lock = _lock(folder)
    with suppress(OSError, NotImplementedError):  # nowhere to lock: then nobody waits
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _lock(folder: Path) -> FileLock:
    user = getattr(os, "getuid", lambda: "")()  # on Windows every user has a temporary folder
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return FileLock(Path(tempfile.gettempdir(), f"ddimlib-{user}-{name}.lock"))


class Progress:
    """A bar over the whole run: images seen, images a second, remaining time, loss.

    Args:
        total: images of the whole run.
        done: images of the epochs that are finished already.
        shown: whether there is a bar at all.
    """

    def __init__(self, total: int, done: int, shown: bool) -> None:
        self._bar = tqdm(
            total=total, initial=done, unit="image", unit_scale=True, disable=not shown
        )
        self._looked = time.monotonic()

    def update(self, images: int, losses: Tensor) -> None:
        """Count images, and twice a second show the mean of the latest losses.

        Only on a CPU: to read a loss makes a GPU's host wait, which ``show`` does once an epoch.
        """
        self._bar.update(images)
        shown = losses.device.type == "cpu" and not self._bar.disable
        if shown and time.monotonic() - self._looked > 0.5:
            self._looked = time.monotonic()
            self.show(losses[-50:].mean().item())

    def show(self, loss: float) -> None:
        """Show a loss beside the bar."""
        self._bar.set_postfix(loss=f"{loss:.4f}")

    def close(self) -> None:
        """Leave the bar as it stands."""
        self._bar.close()


def environment(device: torch.device, precision: torch.dtype, processes: int) -> dict[str, Any]:
    """Hardware, versions, date and commit, for the record."""
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": _commit(),
        "ddimlib": __version__,
        "python": platform.python_version(),
        "torch": torch.__version__,
        "system": platform.system(),
        "device": devices.describe(device),
        "precision": str(precision).removeprefix("torch."),
        "sustained_gflops": round(devices.sustained_flops(device, precision) / 1e9, 1),
        "processes": processes,
        # As `python -m ddimlib.cli` is called, the program is a file.
        "command": " ".join(
            [os.path.basename(sys.argv[0]).replace("cli.py", "ddimlib"), *sys.argv[1:]]
        ),
    }


def _commit() -> str | None:
    """The commit of the checkout that the library is run from, with a mark when it is changed."""
    here = Path(__file__).parents[1]
    if not (here.parent / ".git").exists():
        return None
    try:
        answer = subprocess.run(
            ["git", "describe", "--always", "--dirty", "--abbrev=12"],
            cwd=here,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return answer.stdout.strip()


def _tensorboard(folder: Path, step: int) -> Any:
    """A writer, for which what was written from ``step`` on, before a kill, does not count."""
    if "tensorflow" not in sys.modules:
        # TensorBoard asks for this module before it imports TensorFlow where that is installed, as
        # on Colab: three seconds and red lines, for what its own files can do as well.
        name = "tensorboard.compat.notf"
        sys.modules.setdefault(name, ModuleType(name))
    try:
        from torch.utils.tensorboard import SummaryWriter
    except ImportError:  # optional: metrics.jsonl holds the same numbers
        return None
    return SummaryWriter(str(folder / "tensorboard"), purge_step=step)
