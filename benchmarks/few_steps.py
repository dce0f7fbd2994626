"""Few steps on a mixture, where the exact map from noise to data is known.

    python benchmarks/few_steps.py             print the table
    python benchmarks/few_steps.py --record    and store it for chapter 13

Three Gaussians in the plane, as pictures of one pixel. Every method trains the same small network
on as many batches, with the exact denoiser for a teacher where it wants one. Two numbers say how
well it does in 1, 2 and 4 evaluations: how far its points lie from those where the exact flow leads
from the same noise (root mean square, where the data have a spread of about 1), and the sliced
Wasserstein distance of the whole cloud to the data. DDIM with the exact denoiser stands beside
them. A consistency model draws fresh noise at every step but the first, so from its second step on
only the second number means something; its control goes on with the noise that belongs to its own
picture. 45 seconds a seed on one core.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ddimlib import flow  # noqa: E402
from ddimlib.diffusion import DiffusionModel  # noqa: E402
from ddimlib.distillation import (  # noqa: E402
    ConsistencyTraining,
    FewStepModel,
    MeanFlow,
    ProgressiveDistillation,
    few_steps,
)
from ddimlib.families.pixels import PixelNetwork  # noqa: E402
from ddimlib.families.scores import sliced_wasserstein  # noqa: E402
from ddimlib.runs import logbook  # noqa: E402
from ddimlib.samplers import sample  # noqa: E402
from ddimlib.schedules import CosineSchedule  # noqa: E402
from ddimlib.toy import GaussianMixture  # noqa: E402
from ddimlib.training import EMA, fit, learning_rate  # noqa: E402

MEANS = [[[[1.0]], [[0.0]]], [[[-1.0]], [[1.0]]], [[[0.0]], [[-1.5]]]]
MIXTURE = GaussianMixture(MEANS, 0.3, [0.5, 0.3, 0.2])
SCHEDULE = CosineSchedule(0.005, 0.9999)
TEACHER = MIXTURE.denoiser(SCHEDULE)
EVALUATIONS = (1, 2, 4)
UNIT: dict[str, Any] = {"mean": 0.0, "std": 1.0}
RECORD = ROOT / "book" / "results" / "few-steps" / "mixture.json"


@dataclass(frozen=True)
class Config:
    """What decides the table."""

    batches: int = 1600
    batch_size: int = 256
    learning_rate: float = 4e-3
    softness: float = 0.2  # with the paper's 0.00054 it was worse here (not recorded)
    seeds: int = 3
    points: int = 4096


def pictures(config: Config, batches: int, draw: torch.Generator) -> Iterator[tuple[Tensor, None]]:
    """Fresh points of the mixture, a batch at a time."""
    for _ in range(batches):
        yield MIXTURE.sample(config.batch_size, draw), None


def train(
    model: FewStepModel,
    config: Config,
    batches: int,
    draw: torch.Generator,
    each: Callable[[float], None] = lambda done: None,
) -> FewStepModel:
    """``training.fit`` with a falling rate and averaged weights; ``each`` is told what is done."""
    optimizer = torch.optim.Adam(model.parameters(), config.learning_rate)
    average = EMA(model, 0.99)
    rate = partial(learning_rate, steps=batches, highest=config.learning_rate, decay="cosine")
    losses = fit(
        model, pictures(config, batches, draw), optimizer, rate=rate, averages=[average],
        generator=draw,
    )  # fmt: skip
    for step, _ in enumerate(losses):
        each(step / batches)
    assert isinstance(average.model, FewStepModel)
    return average.model


def progressive(
    config: Config, draw: torch.Generator, rounds: tuple[int, ...] = (8, 4, 2, 1)
) -> Iterator[ProgressiveDistillation]:
    """A student a round; yields each, so that one is measured at the steps it was made for."""
    model = ProgressiveDistillation(PixelNetwork(), SCHEDULE, TEACHER, rounds[0], **UNIT)
    for steps in rounds:
        if steps != model.steps:
            model = model.halved()
        trained = train(model, config, config.batches // len(rounds), draw)
        assert isinstance(trained, ProgressiveDistillation)
        model = trained.requires_grad_(True)
        yield model


def consistency(config: Config, draw: torch.Generator) -> FewStepModel:
    """The gap between neighbours falls from 1/4 to 1/64 while it trains."""
    model = ConsistencyTraining(PixelNetwork(), SCHEDULE, softness=config.softness, **UNIT)

    def narrower(done: float) -> None:
        model.gap = 0.25 * 2 ** -int(5 * done)

    return train(model, config, config.batches, draw, narrower)


def mean_flow(config: Config, draw: torch.Generator, **options: float) -> FewStepModel:
    """The network is told the length of the leap in a third channel."""
    return train(MeanFlow(PixelNetwork(3), **UNIT, **options), config, config.batches, draw)


def without_fresh_noise(model: DiffusionModel) -> None:
    """Let a model go on with the noise of its own picture: what fresh noise is compared with."""
    assert isinstance(model, FewStepModel)
    model.leap = partial(FewStepModel.leap, model)  # type: ignore[method-assign]


METHODS = ("progressive", "consistency", "mean flow")


def measure(
    config: Config, seed: int, methods: Sequence[str] = ("DDIM, exact", *METHODS)
) -> list[dict[str, Any]]:
    """A row for every method and number of evaluations, with one seed."""
    draw = torch.Generator().manual_seed(1000 + seed)
    noise = torch.randn(config.points, 2, 1, 1, generator=draw)
    data = MIXTURE.sample(config.points, draw)
    exact = flow.carry(flow.velocity_of(MIXTURE.denoiser(flow.LINE), flow.LINE), noise, 100)
    rows: list[dict[str, Any]] = []
    torch.manual_seed(seed)
    started = time.perf_counter()

    def add(method: str, steps: int, points: Tensor) -> None:
        seconds = time.perf_counter() - started
        far = (points - exact).square().mean().sqrt().item()
        distance = sliced_wasserstein(points.flatten(1), data.flatten(1))
        rows.append({
            "method": method, "evaluations": steps, "seed": seed, "seconds": round(seconds, 1),
            "from_exact": round(far, 4), "distance": round(distance, 4),
        })  # fmt: skip

    def leaps(model: FewStepModel, steps: int) -> Tensor:
        with torch.no_grad():
            *_, last = few_steps(model.eval(), noise, steps, generator=draw)
        return last.noisy

    if "DDIM, exact" in methods:
        add("exact flow", 200, exact)
        for steps in (*EVALUATIONS, 8, 20):
            add("DDIM, exact", steps, sample(TEACHER, SCHEDULE, noise, steps=steps))
    if "progressive" in methods:
        started = time.perf_counter()
        for model in progressive(config, draw):
            if model.steps in EVALUATIONS:
                add("progressive", model.steps, leaps(model, model.steps))
    for name, make in {"consistency": consistency, "mean flow": mean_flow}.items():
        if name in methods:
            started = time.perf_counter()
            trained = make(config, draw)
            for steps in EVALUATIONS:
                add(name, steps, leaps(trained, steps))
            if name == "consistency":
                without_fresh_noise(trained)
                for steps in EVALUATIONS[1:]:
                    add("consistency, no fresh noise", steps, leaps(trained, steps))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--record", action="store_true", help=f"write {RECORD.name}")
    parser.add_argument("--seeds", type=int, default=Config.seeds)
    parser.add_argument("--batches", type=int, default=Config.batches)
    options = parser.parse_args()
    config = Config(seeds=options.seeds, batches=options.batches)
    rows = []
    for seed in range(config.seeds):
        for row in measure(config, seed):
            print(row, flush=True)
            rows.append(row)
    if options.record:
        RECORD.parent.mkdir(parents=True, exist_ok=True)
        environment = logbook.environment(torch.device("cpu"), torch.float32, processes=1)
        environment |= {"command": "python benchmarks/few_steps.py --record"}
        found = {"config": asdict(config), "environment": environment, "rows": rows}
        RECORD.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
