"""The mean power spectrum of a data set, which chapter 3 predicts losses from.

    python benchmarks/picture_spectrum.py --dataset flowers64            print it
    python benchmarks/picture_spectrum.py --dataset flowers64 --record   and store it for the book

Pictures are standardised by the channels' mean and variance over the data set, as for training.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import torch

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ddimlib.data import load_dataset  # noqa: E402
from ddimlib.exact.spectrum import falloff, mean_power  # noqa: E402
from ddimlib.runs import logbook  # noqa: E402

RECORDS = ROOT / "book" / "results" / "spectrum"


def measure(dataset: str, image_size: int) -> dict[str, Any]:
    """Power by ring of frequency, mean over channels and training pictures."""
    pictures = load_dataset(dataset, image_size).train.float() / 255
    mean, std = pictures.mean((0, 2, 3), keepdim=True), pictures.std((0, 2, 3), keepdim=True)
    power = mean_power((pictures - mean) / std)
    return {
        "dataset": Path(dataset).name,
        "image_size": image_size,
        "pictures": len(pictures),
        "falloff": round(falloff(power, 2, image_size // 2), 3),
        "power": [float(f"{value:.5g}") for value in power.tolist()],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dataset", default="procedural", help="a name or a folder of pictures")
    parser.add_argument("--image-size", type=int, default=64)
    parser.add_argument("--record", action="store_true", help="store it for chapter 3")
    options = parser.parse_args()
    found = measure(options.dataset, options.image_size)
    print(json.dumps(found))
    if options.record:
        name = found["dataset"]
        command = f"python benchmarks/picture_spectrum.py --dataset {name} --record"
        machine = logbook.environment(torch.device("cpu"), torch.float32, processes=1)
        found["environment"] = machine | {"command": command}
        RECORDS.mkdir(parents=True, exist_ok=True)
        text = json.dumps(found, indent=1) + "\n"
        (RECORDS / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
