"""A small network with classes, and what it sees: for the tests of chapter 9's modules."""

import torch
from torch import nn

from ddimlib.diffusion import DiffusionModel
from ddimlib.schedules import CosineSchedule
from ddimlib.toy import GaussianMixture
from ddimlib.unet import UNet

SCHEDULE = CosineSchedule()
MIXTURE = GaussianMixture([[1.0, 0.0], [-1.0, 1.0], [0.0, -1.5]], 0.3)


def small_model() -> DiffusionModel:
    """Random weights everywhere, so that class and noise level matter."""
    torch.manual_seed(0)
    network = UNet(3, (4, 8), block_depth=1, embedding_dim=4, classes=5)
    for parameter in network.parameters():
        nn.init.normal_(parameter, std=0.3)
    return DiffusionModel(network, SCHEDULE).eval()


def images(count: int = 2, seed: int = 0) -> torch.Tensor:
    return torch.randn(count, 3, 8, 8, generator=torch.Generator().manual_seed(seed))
