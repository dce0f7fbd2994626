"""How much better does a network know the pictures that it has learnt from? For chapter 11.

    python benchmarks/known_pictures.py             prints the table
    python benchmarks/known_pictures.py --record    keeps it in book/results/known-pictures

1,000 pictures of the training split and the 1,000 held back get the same noise at the same four
times. Some pictures are harder than others, so networks are compared picture by picture, with
`flowers64` as the control: by how much is the other's error of the noise the smaller one?
"""

import argparse
import sys
from pathlib import Path

import torch
from jaxtyping import Float, UInt8
from torch import Tensor

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from ddimlib import runs
from ddimlib.data import load_dataset
from ddimlib.diffusion import DiffusionModel, in_evaluation
from ddimlib.runs import checkpoints, recorded
from ddimlib.runs.logbook import SECOND_WEIGHTS, environment

CONTROL = "flowers64"
NETWORKS = {
    "reference64, last": Path("reference64", "weights.safetensors"),
    "reference64, average": Path("reference64", SECOND_WEIGHTS),
    CONTROL: Path(CONTROL, "weights.safetensors"),
}
TIMES, BATCH, PICTURES = (0.2, 0.4, 0.6, 0.8), 100, 1000


def errors(
    model: DiffusionModel, pictures: UInt8[Tensor, "n channels height width"]
) -> Float[Tensor, " n"]:
    """The error of the noise of each picture, without a class, averaged over ``TIMES``."""
    generator = torch.Generator().manual_seed(0)
    found = []
    with in_evaluation(model):
        for batch in pictures.split(BATCH):
            clean = model.normalise(batch)
            noise = torch.randn(clean.shape, generator=generator)
            at = [model.absolute_errors(clean, noise, t).noise for t in TIMES]
            found.append(torch.stack(at).mean(0))
    return torch.cat(found)


def mean_and_error(values: Float[Tensor, " n"]) -> dict[str, float]:
    return {
        "mean": values.mean().item(),
        "standard_error": (values.std() / len(values) ** 0.5).item(),
    }


def told_apart(known: Float[Tensor, " n"], new: Float[Tensor, " m"]) -> float:
    """How often, of one known and one new picture, the known one has the smaller value.

    0.5 is chance. This is the area under the curve of Watson et al. (2021), who ask of a value
    that is compared with another model's whether a picture was learnt from.
    """
    less, same = known[:, None] < new, known[:, None] == new
    return (less.double() + 0.5 * same.double()).mean().item()


def compared(found: dict[str, dict[str, Tensor]]) -> list[dict[str, object]]:
    """Each network's errors, and by what factor they differ from the control's."""
    rows: list[dict[str, object]] = []
    for name, splits in found.items():
        factors = {split: values / found[CONTROL][split] for split, values in splits.items()}
        rows.append(
            {
                "network": name,
                "error": {split: mean_and_error(values) for split, values in splits.items()},
                "beside_control": {
                    split: mean_and_error(values) for split, values in factors.items()
                },
                "told_apart": told_apart(**splits),
                "told_apart_beside_control": told_apart(**factors),
            }
        )
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dataset", default="flowers5000", help="the photographs of the runs")
    parser.add_argument("--record", action="store_true", help="store the numbers for chapter 11")
    given = parser.parse_args()
    data = load_dataset(given.dataset, 64)
    splits = {"known": data.train[:PICTURES], "new": data.validation[:PICTURES]}
    found = {}
    for name, file in NETWORKS.items():
        model = runs.load(recorded.path(file.parent.name) / file.name)
        found[name] = {split: errors(model, pictures) for split, pictures in splits.items()}
    rows = compared(found)
    for row in rows:
        print(row)
    if given.record:
        content = {
            "control": CONTROL,
            "times": TIMES,
            "pictures": {split: len(pictures) for split, pictures in splits.items()},
            "rows": rows,
            "environment": environment(torch.device("cpu"), torch.float32, processes=1),
        }
        checkpoints.write_json(recorded.new("known-pictures") / "table.json", content)


if __name__ == "__main__":
    main()
