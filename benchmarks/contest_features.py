"""The features of photographs that `ddimlib contest` compares with.

    python benchmarks/contest_features.py DATASET    writes book/results/contest

DATASET is flowers5000, or a folder of the same photographs. What is kept are 256 numbers for each
picture of the validation split, from the recorded flower classifier; no photograph can be had from
them.
"""

import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from ddimlib.data import load_dataset
from ddimlib.runs import checkpoints, recorded
from ddimlib.runs.features import extract, flower_features

IMAGE_SIZE = 64


def main() -> None:
    data = load_dataset(sys.argv[1], IMAGE_SIZE)
    classifier = flower_features()
    features = extract(classifier, data.validation)
    about = {
        "classifier": classifier.name,
        "pictures": "the validation split of flowers5000",
        "image_size": IMAGE_SIZE,
    }
    path = recorded.new("contest") / "real.safetensors"
    checkpoints.save_tensors(path, {"features": features.to(torch.float16)}, about)
    print(f"{path.name}: {tuple(features.shape)}")


if __name__ == "__main__":
    main()
