"""A small network that hears words and listens: for the tests of chapter 12's modules."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import torch
from torch import nn

from ddimlib.data.captions import Colours, caption
from ddimlib.diffusion import DiffusionModel
from ddimlib.runs import recorded
from ddimlib.schedules import CosineSchedule
from ddimlib.unet import UNet
from ddimlib.widgets.ask_in_words import record
from ddimlib.words import WordUNet

NAMES = ("rose", "water lily", "sunflower")
CAPTIONS = (
    "a rose",
    "a water lily",
    "a sunflower",
    "a red rose on a dark ground",
    "a white water lily on a green ground",
    "a yellow sunflower on a blue ground",
    "a yellow sunflower on an orange ground",
)


def word_model(levels: tuple[int, ...] = (1, 2), size: int = 16) -> DiffusionModel:
    """Random weights wherever a network starts with zeros, so that words and places matter."""
    torch.manual_seed(0)
    unet = UNet(widths=(8, 8), block_depth=1, embedding_dim=8, classes=3, condition_blocks=True)
    network = WordUNet(unet, NAMES, CAPTIONS, levels, dim=16)
    nn.init.normal_(network.unet.to_prediction.weight, std=0.3)
    for look in network.looks:
        nn.init.normal_(look.out.weight, std=0.5)
    for block in network.unet.modules():
        if hasattr(block, "scale_and_shift"):
            nn.init.normal_(block.scale_and_shift.weight, std=0.2)
    mean, std = torch.tensor([0.5, 0.4, 0.3]), torch.tensor([0.2, 0.25, 0.3])
    model = DiffusionModel(network, CosineSchedule(), mean=mean, std=std)
    model.image_size, model.class_names = size, CAPTIONS
    return model.eval().requires_grad_(False)


WANTED = ("water lily", Colours("yellow", "dark"))
PROMPT = caption(*WANTED)


@contextmanager
def recorded_run(place: Path) -> Iterator[Path]:
    """The folder of a recorded run "tiny", which pages open with ``PROMPT``; the only one there."""
    (place / "tiny").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recorded, "_PLACES", (place,))
        record("tiny", WANTED, word_model())
        yield place / "tiny"
