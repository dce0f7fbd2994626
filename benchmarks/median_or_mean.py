"""Does it matter that the absolute error teaches the median, where samplers want the mean?

    python benchmarks/median_or_mean.py --dataset FOLDER            print everything
    python benchmarks/median_or_mean.py --dataset FOLDER --record   and store it for chapter 6
    python benchmarks/median_or_mean.py small                       only this part, which needs none

    small    the network of chapter 6 trained with either loss, three seeds each
    flowers  the same of a recorded network, trained with the absolute error, on photographs that
             it has not seen

Each goes to a file of its own in `book/results/median-or-mean/`, with its settings and the machine.
"""

import argparse
import json
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ddimlib import runs  # noqa: E402
from ddimlib.data import load_dataset  # noqa: E402
from ddimlib.diffusion import DiffusionModel  # noqa: E402
from ddimlib.forward import add_noise  # noqa: E402
from ddimlib.runs import devices, logbook  # noqa: E402
from ddimlib.samplers import sample, seeded_noise  # noqa: E402

RECORD = ROOT / "book" / "results" / "median-or-mean"
LOSSES = ("mae", "mse")
CPU = torch.device("cpu")


@dataclass(frozen=True)
class Small:
    preset: str = "small"
    seeds: int = 3
    times: tuple[float, ...] = (0.1, 0.3, 0.5, 0.7, 0.9, 1.0)
    pictures: int = 250
    samples: int = 100
    sample_steps: int = 20


@dataclass(frozen=True)
class Flowers:
    run: str = "flowers32"
    dataset: str = ""
    times: tuple[float, ...] = (0.1, 0.3, 0.5, 0.7, 0.9, 1.0)
    pictures: int = 150


def rounded(value: Any) -> float:
    return float(f"{float(value):.4g}")


@torch.no_grad()
def by_level(
    model: DiffusionModel, pictures: Tensor, times: tuple[float, ...]
) -> dict[str, list[float]]:
    """Errors of the noise at each time, on the same noise for every network."""
    images = model.normalise(pictures)
    noise = torch.randn(images.shape, generator=torch.Generator().manual_seed(0))
    found: dict[str, list[float]] = {"mae": [], "mse": [], "mean": [], "above": []}
    for t in times:
        noisy = add_noise(images, noise, model.schedule(torch.tensor(t)))
        rest = noise - model.denoise(noisy, t).noise
        found["mae"].append(rounded(rest.abs().mean()))
        found["mse"].append(rounded(rest.square().mean()))
        found["mean"].append(rounded(rest.mean()))
        found["above"].append(rounded((rest > 0).float().mean()))
    return found


def grow(model: DiffusionModel, count: int, steps: int) -> Tensor:
    """Pictures from the noises 0, 1, …; 100 at a time."""
    grown = []
    for first in range(0, count, 100):
        noise = seeded_noise(range(first, min(first + 100, count)), model.picture_shape)
        grown.append(model.to_pictures(sample(model.denoise, model.schedule, noise, steps=steps)))
    return torch.cat(grown)


def described(pictures: Tensor) -> dict[str, float]:
    """Mean brightness, and how far pixels stand from their picture's mean colour."""
    spread = pictures.flatten(2).std(dim=2).mean()
    return {"brightness": rounded(pictures.mean()), "contrast": rounded(spread)}


def small(config: Small) -> dict[str, Any]:
    found: dict[str, Any] = {loss: [] for loss in LOSSES}
    for seed in range(config.seeds):
        for loss in LOSSES:
            with tempfile.TemporaryDirectory() as folder:
                settings = runs.preset(
                    config.preset, folder=folder, loss=loss, seed=seed, sample_every=100
                )
                model = runs.train(settings, progress=False).model
                data = load_dataset(settings.dataset, settings.image_size)
                levels = by_level(model, data.validation[: config.pictures], config.times)
                pictures = described(grow(model, config.samples, config.sample_steps))
                found[loss].append({**levels, **pictures})
                print(loss, seed, found[loss][-1], flush=True)
    found["photographs"] = described(data.validation.float() / 255)
    return found


def flowers(config: Flowers) -> dict[str, Any]:
    model = runs.load(config.run)
    data = load_dataset(config.dataset, model.image_size or 32)
    precision = devices.pick_precision(CPU, "bfloat16")
    with devices.autocast(CPU, precision):
        return {config.run: by_level(model, data.validation[: config.pictures], config.times)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", help="small, flowers; both by default")
    parser.add_argument("--dataset", help="folder of the photographs of the recorded run")
    parser.add_argument("--record", action="store_true")
    chosen = parser.parse_args()
    for name in chosen.parts or ("small", "flowers"):
        environment = logbook.environment(CPU, torch.float32, 1)
        environment["command"] = f"python benchmarks/median_or_mean.py {name} --record"
        started = time.perf_counter()
        if name == "small":
            config: Small | Flowers = Small()
            found = small(Small())
        else:
            if chosen.dataset is None:
                parser.error("flowers needs --dataset")
            config = Flowers(dataset=chosen.dataset)
            found = flowers(config)
        settings = asdict(config)
        if chosen.dataset and "dataset" in settings:
            settings["dataset"] = Path(chosen.dataset).name
        environment["seconds"] = round(time.perf_counter() - started)
        text = json.dumps({"config": settings, **found, "environment": environment}, indent=1)
        print(text)
        if chosen.record:
            RECORD.mkdir(parents=True, exist_ok=True)
            (RECORD / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
