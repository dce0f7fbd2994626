"""Bits per dimension of photographs: the recorded table of chapter 10.

    python benchmarks/bits.py --dataset FOLDER                  print it, of the network flowers32
    python benchmarks/bits.py --dataset FOLDER --run RUN        of another one
    python benchmarks/bits.py --dataset FOLDER --record         and store it for chapter 10

Give the pictures that the run was trained on: their split tells which were held back. A whole
number k becomes the interval from k - 1/2 to k + 1/2 and is drawn from it evenly; whoever knows the
density of that knows at most so many bits of the picture (Theis et al. 2015).

The network's schedule begins with noise, and below it the network says nothing. So a picture is
told in two parts, which add up because densities multiply: p(x) = p(u) p(x | u) / q(u | x), with u
the picture x with the noise of time 0, whose density is q.

    coarse  -log p(u) + log q(u | x): the picture down to that noise; p(u) is by the ODE
    fine    -log p(x | u): the rest; Gaussian about the network's own denoised picture, with the
            spectrum that its errors have on training pictures

The sum is an upper bound for the network, with the noise drawn at random; exact for the Gaussian,
which has the mean colour, the colours' covariance and the spectrum of the training pictures; and 8
for the uniform density. About a minute on one core.

Beside the bits stands what the mean flower costs: the error of always answering the mean of the
training pictures, to which chapter 10 compares the network's errors.
"""

import argparse
import math
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ddimlib import runs  # noqa: E402
from ddimlib.data import Images, load_dataset  # noqa: E402
from ddimlib.diffusion import DiffusionModel  # noqa: E402
from ddimlib.exact.ideal import spectrum_log_density  # noqa: E402
from ddimlib.exact.spectrum import radial_power  # noqa: E402
from ddimlib.forward import add_noise  # noqa: E402
from ddimlib.likelihood import bits_per_dimension, log_likelihood  # noqa: E402
from ddimlib.runs import checkpoints, devices, logbook, recorded  # noqa: E402

RECORD = "bits"
PARTS = ("coarse", "fine", "bits")


@dataclass(frozen=True)
class Config:
    """Everything that decides the numbers."""

    run: str = "flowers32"
    dataset: str = "flowers102"
    pictures: int = 48  # held back, and as many that the network was trained on
    steps: int = 10
    probes: int = 1
    checked: int = 6  # of them, with twice the steps: what the steps leave undone
    fitted: int = 400  # training pictures whose errors say how large the errors are
    seed: int = 0


class Colours:
    """Three colours of their own for each model, which do not vary together, and their spectrum."""

    def __init__(self, images: Tensor) -> None:
        _, self.axes = torch.linalg.eigh(images.transpose(0, 1).flatten(1).double().cov())
        self.power = radial_power(self.turned(images))

    def turned(self, images: Tensor) -> Tensor:
        return torch.einsum("ij,bihw->bjhw", self.axes, images.double())

    def log_density(self, images: Tensor, signal: float = 1.0, noise: float = 0.0) -> Tensor:
        """Of images, or of what these rates make of them."""
        return spectrum_log_density(signal**2 * self.power + noise**2, self.turned(images))


def uniform_log_density(
    model: DiffusionModel, noisy: Tensor, signal: float, noise: float
) -> Tensor:
    """Log density of noisy images whose pictures are uniform in the cube of levels."""
    low, high = (
        signal * (torch.tensor(level / 255).double() - model.mean) / model.std
        for level in (-0.5, 255.5)
    )
    inside = torch.special.ndtr((noisy.double() - low) / noise)
    inside = inside - torch.special.ndtr((noisy.double() - high) / noise)
    return (inside.log() - (high - low).log()).flatten(1).sum(1)


class Bench:
    """A network, and the Gaussian and the errors that training pictures tell."""

    def __init__(self, config: Config, model: DiffusionModel, data: Images) -> None:
        self.config, self.model = config, model
        self.generator = torch.Generator().manual_seed(config.seed)
        rates = model.schedule(torch.tensor(0.0, dtype=torch.float64))
        self.signal, self.noise = rates.signal.item(), rates.noise.item()
        self.rates = rates
        training = torch.cat([self.images(part) for part in data.train.split(500)])
        self.gaussian = Colours(training - training.mean((0, 2, 3), keepdim=True))
        self.mean = training.mean((0, 2, 3), keepdim=True)
        seen = training[: config.fitted]
        noisy = add_noise(seen, self.draw(seen), rates)
        self.errors = Colours(seen - self.denoised(noisy))

    def images(self, pictures: Tensor) -> Tensor:
        """Dequantised: each level drawn from its interval."""
        even = torch.rand(pictures.shape, generator=self.generator) - 0.5
        return self.model.normalise((pictures.float() + even) / 255)

    def draw(self, images: Tensor) -> Tensor:
        return torch.randn(images.shape, generator=self.generator)

    @torch.no_grad()
    def denoised(self, noisy: Tensor) -> Tensor:
        return torch.cat([self.model.denoise(part, 0.0).image for part in noisy.split(100)])

    def density(self, noisy: Tensor, steps: int, seed: int) -> Tensor:
        """The network's log density of noisy pictures."""
        probe = torch.Generator().manual_seed(seed)
        return torch.cat([
            log_likelihood(self.model.denoise, self.model.schedule, part, steps,
                           probes=self.config.probes, generator=probe)
            for part in noisy.split(25)
        ])  # fmt: skip

    def bits(self, pictures: Tensor) -> dict[str, dict[str, Tensor]]:
        """Of each picture, by model and part."""
        image, config = self.images(pictures), self.config
        fresh = self.draw(image)
        noisy = add_noise(image, fresh, self.rates)
        size = image.shape[1:]
        known = -(fresh.double().square() + math.log(2 * math.pi)).flatten(1).sum(1) / 2
        known = known - size.numel() * math.log(self.noise)  # log q(u | x)

        def parts(coarse: Tensor, fine: Tensor) -> dict[str, Tensor]:
            whole = bits_per_dimension(coarse - known + fine, size, self.model.std)
            first = -(coarse - known) / (size.numel() * math.log(2))
            return dict(zip(PARTS, (first, whole - first, whole), strict=True))

        flat = torch.log(1 / (256 / 255 / self.model.std.double())).expand(1, *size).sum()
        even = uniform_log_density(self.model, noisy, self.signal, self.noise)
        centred = image - self.mean
        gaussian = self.gaussian.log_density(
            noisy - self.signal * self.mean, self.signal, self.noise
        )
        return {
            "network": parts(
                self.density(noisy, config.steps, config.seed),
                self.errors.log_density(image - self.denoised(noisy)),
            ),
            "Gaussian": parts(gaussian, self.gaussian.log_density(centred) - gaussian + known),
            "uniform": parts(even, flat - even + known),
        }


def mean_of(values: Tensor) -> dict[str, float]:
    return {"mean": values.mean().item(), "error": values.std().item() / len(values) ** 0.5}


def measure(config: Config, model: DiffusionModel, data: Images) -> dict[str, Any]:
    bench = Bench(config, model, data)
    result: dict[str, Any] = {
        "dimensions": model.mean.shape[1] * data.train.shape[-1] ** 2,
        "noise_in_levels": (255 * model.std.mean() * bench.noise / bench.signal).item(),
        "mean_picture_error": mean_picture_error(model, data),
    }
    sets = {"held back": data.validation, "trained on": data.train}
    for name, pictures in sets.items():
        found = bench.bits(pictures[: config.pictures])
        ahead = found["Gaussian"]["bits"] - found["network"]["bits"]
        result[name] = {
            who: {part: mean_of(values) for part, values in parts.items()}
            for who, parts in found.items()
        } | {"network ahead of the Gaussian": mean_of(ahead)}
        for who in found:
            print(f"{name}, {who}:", *(f"{result[name][who][part]['mean']:.3f}" for part in PARTS),
                  "± {error:.3f}".format(**result[name][who]["bits"]), flush=True)  # fmt: skip
    some = bench.images(data.validation[: config.checked])
    noisy = add_noise(some, bench.draw(some), bench.rates)
    finer, coarser = (
        bench.density(noisy, n, config.seed) for n in (2 * config.steps, config.steps)
    )
    scale = result["dimensions"] * math.log(2)
    result["with twice the steps"] = mean_of((coarser - finer) / scale)
    return result


def mean_picture_error(model: DiffusionModel, data: Images) -> float:
    """Mean absolute error of the mean training picture, on the standardised ones held back."""
    training, held_back = (
        model.normalise(pictures.float() / 255) for pictures in (data.train, data.validation)
    )
    return (held_back - training.mean(0)).abs().mean().item()


def written_config(config: Config) -> dict[str, Any]:
    """The settings, with run and data set by their names, not by where they lie."""
    return asdict(config) | {name: Path(getattr(config, name)).name for name in ("run", "dataset")}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--dataset", default=Config.dataset, help="flowers102, or its folder")
    parser.add_argument("--data-root", help="where data sets are kept")
    parser.add_argument("--run", default=Config.run, help="a run folder or a recorded run")
    parser.add_argument("--pictures", type=int, default=Config.pictures)
    parser.add_argument("--record", action="store_true", help="store the numbers for chapter 10")
    options = parser.parse_args()
    devices.prepare(torch.device("cpu"))
    config = Config(run=options.run, dataset=options.dataset, pictures=options.pictures)
    model = runs.load(config.run)
    data = load_dataset(config.dataset, model.image_size, options.data_root)
    written = written_config(config)
    command = f"python benchmarks/bits.py --dataset {written['dataset']} --run {written['run']}"
    command += f" --pictures {config.pictures} --record"
    machine = logbook.environment(torch.device("cpu"), torch.float32, processes=1)
    started = time.process_time()
    result = {
        "config": written,
        **measure(config, model, data),
        "processor_seconds": round(time.process_time() - started, 1),
        "environment": machine | {"command": command},
    }
    if options.record:
        checkpoints.write_json(recorded.new(RECORD) / f"{written['run']}.json", result)
        print(f"recorded in book/results/{RECORD}/{written['run']}.json")


if __name__ == "__main__":
    main()
