"""Which step of the sampler paints the cast: chapter 11's experiment, recorded.

    python benchmarks/first_step.py              prints the table
    python benchmarks/first_step.py --record     keeps it in book/results/first-step

Two networks sample from the same noises; one makes the first evaluation, one all the others. And
how bright were the samples that the two made of their fixed noises while they were trained?
"""

import argparse
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from ddimlib import runs
from ddimlib.diffusion import DiffusionModel, Prediction
from ddimlib.plots import cut_grid
from ddimlib.runs import checkpoints, recorded
from ddimlib.runs.logbook import environment
from ddimlib.samplers import Denoise, sample, seeded_noise

NETWORKS = {"reference": "reference64", "flowers": "flowers64-blocks"}
PICTURES, STEPS = 16, 20
EPOCHS, SAMPLES = range(60, 81, 4), 36


def first_then(first: DiffusionModel, others: DiffusionModel) -> Denoise:
    """A denoiser whose evaluation at t = 1 is one network's, and all others another's."""

    def denoise(noisy: torch.Tensor, t: torch.Tensor) -> Prediction:
        return (first if t == 1 else others).denoise(noisy, t)

    return denoise


def brightness_by_epoch() -> list[dict[str, float]]:
    """Mean brightness of both networks' samples at the end of some epochs, from the grids kept."""
    return [
        {"epoch": epoch}
        | {
            name: cut_grid(
                recorded.path(run) / "samples" / f"epoch-{epoch:04d}.png", 64, SAMPLES
            ).mean().item()
            for name, run in NETWORKS.items()
        }
        for epoch in EPOCHS
    ]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--record", action="store_true", help="store the numbers for chapter 11")
    record = parser.parse_args().record
    networks = {name: runs.load(run) for name, run in NETWORKS.items()}
    schedule = networks["flowers"].schedule
    noise = seeded_noise(range(PICTURES), (3, 64, 64))
    rows = []
    for first in networks:
        for others in networks:
            denoise = first_then(networks[first], networks[others])
            images = sample(denoise, schedule, noise, steps=STEPS)
            means = networks["flowers"].to_pictures(images).mean((1, 2, 3))
            error = (means.std() / PICTURES**0.5).item()
            rows.append(
                {"first": first, "others": others, "brightness": means.mean().item()}
                | {"standard_error": error}
            )
            print(f"first {first:10s} others {others:10s} {means.mean():.3f} ± {error:.3f}")
    with torch.no_grad():
        bias = {
            name: (network.denoise(noise, 1.0).noise - noise).mean().item()
            for name, network in networks.items()
        }
    print("mean error of the noise at t = 1:", bias)
    if record:
        content = {
            "networks": NETWORKS,
            "pictures": PICTURES,
            "steps": STEPS,
            "seeds": f"0 to {PICTURES - 1}",
            "rows": rows,
            "mean_error_of_the_noise_at_1": bias,
            "brightness_by_epoch": brightness_by_epoch(),
            "environment": environment(torch.device("cpu"), torch.float32, processes=1),
        }
        checkpoints.write_json(recorded.new("first-step") / "table.json", content)


if __name__ == "__main__":
    main()
