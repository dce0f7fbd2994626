"""Which step of the sampler paints the cast: chapter 11's experiment, recorded.

    python benchmarks/first_step.py              prints the tables
    python benchmarks/first_step.py --record     keeps them in book/results/first-step

One training, two networks: its last weights and their average. Both sample from the same noises;
one makes the first evaluation, one all the others. And what colour had the samples that the two
made of their fixed noises while they were trained?

Two trainings: the average and `flowers64`, without a class, exchange the first evaluation, too.
What does that change in a score, and in the contrast of the pictures? And if the first step is
shorter, and each network takes it itself?
"""

import argparse
import copy
import itertools
import sys
from collections.abc import Iterable
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from ddimlib import metrics, runs
from ddimlib.checks import as_floats
from ddimlib.diffusion import DiffusionModel, Prediction
from ddimlib.plots import cut_grid
from ddimlib.runs import checkpoints, contest, evaluation, features, recorded
from ddimlib.runs.logbook import SECOND_WEIGHTS, environment
from ddimlib.samplers import Denoise, sample, seeded_noise

RUN = "reference64"
FILES = {"last": "weights.safetensors", "average": SECOND_WEIGHTS}
GRIDS = {"last": "", "average": "second-"}  # how the names of their grids begin
COLOURS = "red", "green", "blue"
PICTURES, STEPS = 32, 20
EPOCHS, SAMPLES = range(40, 51, 2), 36
OTHER = "flowers64"  # the network of another training
SCORED, SCORED_STEPS = 500, (5, 20)


def first_then(first: DiffusionModel, others: DiffusionModel) -> Denoise:
    """A denoiser whose evaluation at t = 1 is one network's, and all others another's."""

    def denoise(noisy: torch.Tensor, t: torch.Tensor) -> Prediction:
        return (first if t == 1 else others).denoise(noisy, t)

    return denoise


def by_colour(values: torch.Tensor) -> dict[str, float]:
    return dict(zip(COLOURS, values.tolist(), strict=True))


def colours_by_epoch(folder: Path) -> list[dict[str, object]]:
    """The mean colour of both networks' samples at the end of some epochs, from the grids kept."""
    return [
        {"epoch": epoch}
        | {
            name: by_colour(
                cut_grid(folder / "samples" / f"{begins}epoch-{epoch:04d}.png", 64, SAMPLES)
                .mean((0, 2, 3))
            )
            for name, begins in GRIDS.items()
        }
        for epoch in EPOCHS
    ]  # fmt: skip


def swapped(networks: dict[str, DiffusionModel], noise: torch.Tensor) -> list[dict[str, object]]:
    """How far the first evaluation, and all others, move the mean colour of a picture.

    The distance is the root mean square over the three colours, from the picture that the average
    makes alone of the same noise; its mean over the noises has a standard error.
    """
    colours = {}
    for first in networks:
        for others in networks:
            denoise = first_then(networks[first], networks[others])
            images = sample(denoise, networks["last"].schedule, noise, steps=STEPS)
            colours[first, others] = networks["last"].to_pictures(images).mean((2, 3))
    rows: list[dict[str, object]] = []
    for (first, others), colour in colours.items():
        moved = (colour - colours["average", "average"]).square().mean(1).sqrt()
        error = (moved.std() / PICTURES**0.5).item()
        row = {"first": first, "others": others, "moved": moved.mean().item()}
        rows.append(row | {"standard_error": error, "colour": by_colour(colour.mean(0))})
        print(f"first {first:8s} others {others:8s} moved {moved.mean():.3f} ± {error:.3f}")
    return rows


def scored(
    networks: dict[str, DiffusionModel],
    measure: features.Features,
    real: torch.Tensor,
    count: int = SCORED,
    times: str = "uniform",
    pairs: Iterable[tuple[str, str]] | None = None,
) -> list[dict[str, object]]:
    """KID-F and contrast of samples without a class, where two networks share the evaluations.

    Contrast is the standard deviation within a picture, over pixels and colours; its mean over the
    pictures has a standard error. For every pair of networks the noises are the same. Pairs name
    who makes the first evaluation, and who all others; all there are, where none is given.
    """
    rows: list[dict[str, object]] = []
    both_ways = list(pairs or itertools.product(networks, networks))
    for steps, (first, others) in itertools.product(SCORED_STEPS, both_ways):
        both = copy.copy(networks[others])  # shares the weights
        denoise = first_then(networks[first], networks[others])
        both.denoise = denoise  # type: ignore[method-assign, assignment]
        pictures = evaluation.generate(both, count, steps, times=times)
        contrast = as_floats(pictures).std((1, 2, 3))
        kid = metrics.kernel_inception_distance(
            real, features.extract(measure, pictures), subset_size=min(128, count)
        )
        error = (contrast.std() / count**0.5).item()
        row = {"steps": steps, "first": first, "others": others, "KID-F": kid._asdict()}
        row |= {"contrast": contrast.mean().item(), "standard_error": error}
        rows.append(row)
        print(f"{steps} {times} steps, first {first}, others {others}: {kid.mean:.3f}", row)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", help="the folder of a run (default: the recorded one)")
    parser.add_argument("--record", action="store_true", help="store the numbers for chapter 11")
    given = parser.parse_args()
    folder = Path(given.run) if given.run else recorded.path(RUN)
    networks = {name: runs.load(folder / file) for name, file in FILES.items()}
    noise = seeded_noise(range(PICTURES), (3, 64, 64))
    rows = swapped(networks, noise)
    with torch.no_grad():
        bias = {
            name: by_colour((network.denoise(noise, 1.0).noise - noise).mean((0, 2, 3)))
            for name, network in networks.items()
        }
    print("mean error of the noise at t = 1:", bias)
    two = {"average": networks["average"], OTHER: runs.load(OTHER)}
    for network in two.values():
        network.network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    seen = features.flower_features(), contest.real_features()
    scores = scored(two, *seen)
    # Equal steps of log-SNR: the first of five takes 0.03 of the time, not 0.2.
    alone = [(name, name) for name in two]
    shorter = scored(two, *seen, times="log_snr", pairs=alone)
    if given.record:
        content = {
            "run": RUN,
            "pictures": PICTURES,
            "steps": STEPS,
            "seeds": f"0 to {PICTURES - 1}",
            "photographs": by_colour(networks["last"].mean.flatten()),
            "rows": rows,
            "mean_error_of_the_noise_at_1": bias,
            "colours_by_epoch": colours_by_epoch(folder),
            "scored": {"pictures": SCORED, "rows": scores, "log_snr": shorter},
            "environment": environment(torch.device("cpu"), torch.float32, processes=1),
        }
        checkpoints.write_json(recorded.new("first-step") / "table.json", content)


if __name__ == "__main__":
    main()
