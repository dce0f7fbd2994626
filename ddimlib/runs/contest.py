"""A contest of samplers: who comes closest to photographs with four evaluations of one network?

``ddimlib contest mine.py theirs.py`` scores files that each hold a function

    def sample(denoise, schedule, noise, evaluations): ...  # returns images shaped like noise

on noises that their writers have not seen, beside the book's own samplers. A submission runs in a
process of its own, with a limit on its time and memory. The network stays in this one: a submission
gets each prediction through a pipe, and can neither change the network nor ask it uncounted.

It is no sandbox all the same. **A submitted file is a program and runs with your rights**: read it
first, and look whether it loads a network of its own.
"""

import multiprocessing
import runpy
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import torch
from jaxtyping import Float
from safetensors.torch import load as unpack
from safetensors.torch import save as pack
from torch import Tensor

from ddimlib import metrics, samplers
from ddimlib.checks import as_bytes
from ddimlib.data import load_dataset
from ddimlib.diffusion import DiffusionModel, Prediction
from ddimlib.runs import checkpoints, recorded, store
from ddimlib.runs.features import Features, extract, flower_features
from ddimlib.schedules import Schedule

#: Images from noise, by so many evaluations of ``denoise``: what a submission holds, as ``sample``.
Sampler = Callable[[samplers.Denoise, Schedule, Tensor, int], Tensor]

SUBSETS, SUBSET_SIZE = 100, 128  # of KID, as everywhere in the book
START_SECONDS = 180.0  # until another process has loaded PyTorch
ENDED = "its process has ended: out of memory, perhaps."


@dataclass(frozen=True)
class ContestConfig:
    """Score samplers by KID-F at a few evaluations of one network."""

    files: tuple[str, ...] = ()
    """the submissions: Python files, each with a function
    sample(denoise, schedule, noise, evaluations). They are run with your rights: read them first"""
    network: str = "flowers64"
    """a recorded run, a run folder or a file of weights"""
    evaluations: int = 4
    """evaluations of the network that an image may take"""
    samples: int = 500
    seed: int = 0
    """of the first noise; the others count up. Keep yours to yourself until all is handed in"""
    dataset: str | None = None
    """photographs to compare with, of which the validation split is taken; by default the recorded
    features of those that the book's networks have not seen"""
    minutes: float = 5.0
    """time that a submission may take, without the network's"""
    memory: float = 4.0
    """GB that it may take beyond what PyTorch takes, where the system can limit that (Linux)"""
    batch_size: int = 100
    out: str = "contest.json"
    """file for the result"""

    def __post_init__(self) -> None:
        for name in ("evaluations", "batch_size", "minutes", "memory"):
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} must be positive, got {getattr(self, name)}")
        if self.samples < 2:
            raise ValueError(f"KID needs at least 2 samples, got samples={self.samples}")


class Refused(ValueError):
    """A submission has broken a rule, or broken down; the sentence says which."""


def contest(
    config: ContestConfig,
    model: DiffusionModel | None = None,
    features: Features | None = None,
    real: Float[Tensor, "n features"] | None = None,
) -> dict[str, Any]:
    """Score all submissions and the book's own samplers; write the result to ``config.out``.

    Args:
        config: who takes part, and by which rules.
        model, features, real: used instead of loading the network, the flower classifier, and its
            features of photographs.

    Returns:
        What was written: the rules, and a row each, the best first; see ``table``.

    Raises:
        FileNotFoundError: when a submission, the network or the photographs are not there.
        ValueError: when ``config.out`` holds another contest, or something else.
        OSError: when nothing can be written there.
    """
    for file in config.files:
        if not Path(file).is_file():
            raise FileNotFoundError(f"there is no submission {file}: check the name")
    rules = {
        "network": Path(config.network).name,
        "dataset": config.dataset and Path(config.dataset).name,
        "evaluations": config.evaluations,
        "samples": config.samples,
        "seed": config.seed,
    }
    out = Path(config.out).expanduser()
    _check_out(out, rules, [*own_samplers(), *(Path(file).stem for file in config.files)])
    model = model or store.load(config.network)
    features = features or flower_features()
    if real is None:
        if config.dataset is None:
            real = real_features()
        else:
            data = load_dataset(config.dataset, model.picture_shape[-1])
            real = extract(features, data.validation)

    contestants: list[tuple[str, AbstractContextManager[Sampler], bool]] = [
        *((name, nullcontext(one), True) for name, one in own_samplers().items()),
        *(
            (Path(file).stem, submission(file, model.schedule, config), False)
            for file in config.files
        ),
    ]
    rows = []
    for name, opened, book in contestants:
        try:
            with opened as sampler:
                row = _score(name, sampler, config, model, features, real)
        except Refused as refusal:
            row = {"name": name, "refused": str(refusal)}
        rows.append(row | {"book": book})
    rows.sort(key=lambda row: row["kid"] if row["refused"] is None else float("inf"))
    result = {
        **rules,
        "subsets": SUBSETS,
        "subset_size": _subset_size(config, real),
        "rows": rows,
    }
    checkpoints.write_json(out, result)
    return result


def table(result: dict[str, Any]) -> str:
    """A contest as lines of text, the best first."""
    lines = [
        f"{result['network']}: {result['evaluations']} evaluations, {result['samples']} noises "
        f"from seed {result['seed']}",
        f"{'':3} {'sampler':40} {'KID-F':>7} {'±':>6}  evaluations  seconds",
    ]
    for place, row in enumerate(result["rows"], 1):
        if row["refused"] is not None:
            lines.append(f"{'–':>3} {row['name']:40} refused: {row['refused']}")
            continue
        lines.append(
            f"{place:3} {row['name']:40} {row['kid']:7.4f} {row['spread']:6.4f}  "
            f"{row['evaluations']:11.2f}  {row['seconds']:7.1f}"
        )
    return "\n".join(lines)


def real_features() -> Float[Tensor, "n features"]:
    """The flower classifier's features of 1,000 photographs that no recorded network has seen."""
    path = recorded.path("contest") / "real.safetensors"
    return checkpoints.load_tensors(path)[0]["features"].float()


def own_samplers() -> dict[str, Sampler]:
    """The book's samplers that compete: DDIM, and corrected multistep of images."""

    def by(method: str, **options: Any) -> Sampler:
        def sample(
            denoise: samplers.Denoise, schedule: Schedule, noise: Tensor, evaluations: int
        ) -> Tensor:
            return samplers.sample(denoise, schedule, noise, method, evaluations, **options)

        return sample

    order_2 = {"order": 2, "quantity": "image", "coordinate": "log_snr", "times": "log_snr"}
    return {
        "DDIM (the book)": by("ddim"),
        "corrected multistep (the book)": by("corrected_multistep", **order_2),
    }


class Counting:
    """The network as a contest hands it over: each image's evaluations are counted.

    They are counted by images: a call with a batch of twice the size is two evaluations of each.
    """

    def __init__(self, model: DiffusionModel, count: int, evaluations: int) -> None:
        self.model = model
        self.count = count
        self.evaluations = evaluations
        self.spent = 0  # evaluations of a single image

    @torch.no_grad()
    def __call__(self, noisy: Tensor, t: Tensor | float) -> Prediction:
        if noisy.shape[1:] != self.model.picture_shape:
            raise Refused(
                f"it asks about images of shape {tuple(noisy.shape[1:])} where the network takes "
                f"{self.model.picture_shape}."
            )
        if self.spent + len(noisy) > self.evaluations * self.count:
            raise Refused(
                f"it asks for more than {self.evaluations} evaluations of the network an image."
            )
        self.spent += len(noisy)
        try:
            return self.model.denoise(noisy, t)
        except (ValueError, TypeError) as error:
            raise Refused(f"it asks what the network cannot answer: {error}.") from None


def _check_out(out: Path, rules: dict[str, Any], names: list[str]) -> None:
    """See before the first score that the result can be written, and replaces no other one.

    The same contest may be held again: its submissions may have been changed since.
    """
    checkpoints.check_writable(out.parent, "--out")
    if not out.exists():
        return
    try:
        found = checkpoints.read_json(out)
        same = all(found.get(rule) == value for rule, value in rules.items())
        same = same and sorted(row["name"] for row in found["rows"]) == sorted(names)
    except (OSError, ValueError, AttributeError, KeyError, TypeError):
        same = False  # whatever it is, it is none of this contest's
    if not same:
        raise ValueError(
            f"{out} holds another contest, or something else, and would be replaced: move it away, "
            "or choose another --out"
        )


def _score(
    name: str,
    sampler: Sampler,
    config: ContestConfig,
    model: DiffusionModel,
    features: Features,
    real: Tensor,
) -> dict[str, Any]:
    """A sampler's row, with its KID-F; raises `Refused` for what it does wrong."""
    started = time.perf_counter()
    pictures, spent = [], 0
    for first in range(0, config.samples, config.batch_size):
        seeds = range(config.seed + first, config.seed + config.samples)[: config.batch_size]
        noise = samplers.seeded_noise(seeds, model.picture_shape)
        denoise = Counting(model, len(noise), config.evaluations)
        images = sampler(denoise, model.schedule, noise, config.evaluations)
        _check(images, noise)
        spent += denoise.spent
        pictures.append(as_bytes(model.to_pictures(images)))
    found = extract(features, torch.cat(pictures))
    kid = metrics.kernel_inception_distance(
        real, found, SUBSETS, _subset_size(config, real), torch.Generator().manual_seed(0)
    )
    return {
        "name": name,
        "refused": None,
        "kid": kid.mean,
        "spread": kid.std,
        "evaluations": spent / config.samples,
        "seconds": round(time.perf_counter() - started, 1),
    }


def _subset_size(config: ContestConfig, real: Tensor) -> int:
    return min(SUBSET_SIZE, config.samples, len(real))


def _check(images: Tensor, noise: Tensor) -> None:
    if images.shape != noise.shape:
        raise Refused(
            f"it returns shape {tuple(images.shape)} for noise of {tuple(noise.shape)}: one image "
            "for each noise, of the same shape."
        )
    if not images.isfinite().all():
        raise Refused("its images hold numbers that are infinite or NaN.")


# --- A submission in a process of its own ------------------------------------------------------
#
# A message is a byte that says what it is, and tensors (in safetensors, which can hold nothing that
# runs) or a sentence: "+" started, "." its file is loaded, "n" noise, "?" a question, "p" a
# prediction, "=" images, "!" a failure.


@contextmanager
def submission(file: str, schedule: Schedule, config: ContestConfig) -> Iterator[Sampler]:
    """The sampler of a file, which runs in a process of its own as long as this is open.

    Opening and calling it raise `Refused` for whatever the submission does wrong.
    """
    spawn = multiprocessing.get_context("spawn")
    pipe, their_end = spawn.Pipe()
    arguments = (file, schedule, their_end, int(config.memory * 1e9))
    process = spawn.Process(target=_serve, args=arguments, daemon=True)
    process.start()
    their_end.close()
    seconds_left = 60 * config.minutes
    late = f"it takes longer than {config.minutes:g} minutes."

    def send(message: bytes) -> None:
        """On its own time: a pipe that nobody reads would hold us for ever."""
        nonlocal seconds_left

        def push() -> None:
            # It has ended, and what it said last is still to be read; or we have closed the pipe.
            with suppress(OSError, TypeError):
                pipe.send_bytes(message)

        started = time.perf_counter()
        thread = threading.Thread(target=push, daemon=True)
        thread.start()
        thread.join(max(seconds_left, 0.0))
        seconds_left -= time.perf_counter() - started
        if thread.is_alive():
            raise Refused(late)

    def receive(seconds: float, sentence: str) -> tuple[str, bytes]:
        try:
            if not pipe.poll(seconds):
                raise Refused(sentence)
            message = pipe.recv_bytes()
        except (EOFError, OSError):
            raise Refused(ENDED) from None
        return message[:1].decode(), message[1:]

    def its_turn() -> tuple[str, bytes]:
        """What it says next, on its own time."""
        nonlocal seconds_left
        started = time.perf_counter()
        kind, content = receive(max(seconds_left, 0.0), late)
        seconds_left -= time.perf_counter() - started
        if kind == "!":
            raise Refused(content.decode(errors="replace")[:300])
        return kind, content

    def sample(
        denoise: samplers.Denoise, schedule: Schedule, noise: Tensor, evaluations: int
    ) -> Tensor:
        send(b"n" + pack({"noise": noise, "evaluations": torch.tensor(evaluations)}))
        while True:
            kind, content = its_turn()
            tensors = unpack(content)
            if kind == "=":
                return tensors["images"].float()
            image, predicted_noise = denoise(tensors["noisy"].float(), tensors["t"])
            answer = {"image": image.contiguous(), "noise": predicted_noise.contiguous()}
            send(b"p" + pack(answer))

    try:
        receive(START_SECONDS, "its process does not start.")
        its_turn()  # its file is loaded: before that nobody reads what is sent
        yield sample
    finally:
        process.kill()
        process.join()
        pipe.close()


@dataclass(frozen=True)
class _Denoise:
    """What a submission gets for a network: a question, and the answer."""

    _pipe: Connection = field(repr=False)

    def __call__(self, noisy: Tensor, t: Tensor | float) -> Prediction:
        t = torch.as_tensor(t, dtype=torch.float32)
        question = {"noisy": noisy.detach().float().contiguous(), "t": t.contiguous()}
        self._pipe.send_bytes(b"?" + pack(question))
        answer = unpack(self._pipe.recv_bytes()[1:])
        return Prediction(answer["image"], answer["noise"])

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(
            f"denoise(noisy, t) is a function: the network behind it can be neither looked at nor "
            f"changed (asked for {name!r})"
        )


def _serve(file: str, schedule: Schedule, pipe: Connection, memory: int) -> None:
    """The other process: run the file, and its function on what comes through the pipe."""
    _limit_memory(memory)
    pipe.send_bytes(b"+")
    try:
        sampler = runpy.run_path(file).get("sample")
        pipe.send_bytes(b".")
        while True:
            given = unpack(pipe.recv_bytes()[1:])
            if not callable(sampler):
                raise Refused("it holds no function sample(denoise, schedule, noise, evaluations).")
            torch.manual_seed(0)
            with torch.no_grad():
                images = sampler(
                    _Denoise(pipe), schedule, given["noise"], int(given["evaluations"])
                )
            if not isinstance(images, Tensor):
                raise Refused(f"it returns {type(images).__name__}, and not a tensor of images.")
            pipe.send_bytes(b"=" + pack({"images": images.detach().float().contiguous()}))
    except EOFError:
        return  # the contest is over
    except BaseException as error:
        sentence = str(error) if isinstance(error, Refused) else f"{type(error).__name__}: {error}"
        sentence = " ".join(sentence.split())
        pipe.send_bytes(b"!" + (sentence.rstrip(".") + ".").encode())


def _limit_memory(size: int) -> None:
    """Allow that much address space on top of what is taken already."""
    try:
        import resource

        taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    except (ImportError, OSError):  # not Linux
        return
    resource.setrlimit(resource.RLIMIT_AS, (taken + size, taken + size))
