"""The default U-Net against an independent, plain implementation of the reference's network.

Written from a description of the reference (Falbel 2022), as flat as it can be: no levels, no
options. That a network has 3,562,211 parameters proves nothing: another one here had as many.
"""

import math
from collections import Counter

import pytest
import torch
from torch import Tensor, nn

from ddimlib.unet import UNet, count_parameters

SIZES = [(2, 16, 16), (1, 64, 64), (3, 32, 48)]


class PlainBlock(nn.Module):
    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.beside = nn.Conv2d(inputs, outputs, 1)
        self.norm = nn.BatchNorm2d(inputs)
        self.first = nn.Conv2d(inputs, outputs, 3, padding=1)
        self.second = nn.Conv2d(outputs, outputs, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        beside = self.beside(x)
        y = self.first(self.norm(x))
        return beside + self.second(y * torch.sigmoid(y))


class PlainReference(nn.Module):
    """The table of the reference's blocks, top to bottom."""

    DOWN = ((64, 32), (32, 32)), ((32, 64), (64, 64)), ((64, 96), (96, 96)), ((96, 128), (128, 128))
    MIDDLE = ((128, 256), (256, 128))
    UP = (
        ((128 + 128, 96), (96 + 128, 96)),
        ((96 + 96, 64), (64 + 96, 64)),
        ((64 + 64, 32), (32 + 64, 32)),
        ((32 + 32, 32), (32 + 32, 32)),
    )

    def __init__(self) -> None:
        super().__init__()
        self.enter = nn.Conv2d(3, 32, 1)
        self.down = nn.ModuleList(PlainBlock(*pair) for level in self.DOWN for pair in level)
        self.middle = nn.ModuleList(PlainBlock(*pair) for pair in self.MIDDLE)
        self.up = nn.ModuleList(PlainBlock(*pair) for level in self.UP for pair in level)
        self.leave = nn.Conv2d(32, 3, 1)

    def forward(self, noisy: Tensor, variance: Tensor) -> Tensor:
        batch, _, height, width = noisy.shape
        cycles = torch.exp(torch.linspace(0, math.log(1000), 16, dtype=torch.float64))
        # The speeds are rounded to float32 when the network is built, then everything is float64.
        angles = variance[:, None] * (2 * math.pi * cycles).float()
        level = torch.cat([torch.sin(angles), torch.cos(angles)], 1)
        x = torch.cat(
            [self.enter(noisy), level[:, :, None, None].expand(batch, 32, height, width)], 1
        )
        kept = []
        for i in range(4):
            for block in self.down[2 * i : 2 * i + 2]:
                x = block(x)
                kept.append(x)
            x = nn.functional.avg_pool2d(x, 2)
        for block in self.middle:
            x = block(x)
        for i in range(4):
            x = nn.functional.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)
            for block in self.up[2 * i : 2 * i + 2]:
                x = block(torch.cat([x, kept.pop()], 1))
        return self.leave(x)


def executed(network: nn.Module, *inputs: Tensor) -> list[nn.Module]:
    """The modules with parameters of their own, in the order in which they ran."""
    ran: list[nn.Module] = []
    hooks = [
        module.register_forward_hook(lambda module, *_: ran.append(module))
        for module in network.modules()
        if list(module.parameters(recurse=False))
    ]
    with torch.no_grad():
        network(*inputs)
    for hook in hooks:
        hook.remove()
    return ran


@pytest.fixture(scope="module")
def twins() -> tuple[UNet, PlainReference]:
    """Ours, every number of it drawn at random, and the plain one with its numbers."""
    torch.manual_seed(0)
    ours, plain = UNet().double().eval(), PlainReference().double().eval()
    with torch.no_grad():
        for module in ours.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.running_mean.normal_()
                module.running_var.uniform_(0.5, 2)
                module.weight.normal_()
                module.bias.normal_()
        ours.to_prediction.weight.normal_()
        ours.to_prediction.bias.normal_()
    inputs = torch.randn(1, 3, 16, 16, dtype=torch.float64), torch.rand(1, dtype=torch.float64)
    pairs = list(zip(executed(ours, *inputs), executed(plain, *inputs), strict=True))
    for mine, theirs in pairs:
        theirs.load_state_dict(mine.state_dict())
    assert len(pairs) == 2 + 4 * 18  # the first and the last convolution, four in each block
    return ours, plain


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("training", [False, True])
def test_the_default_network_computes_what_the_reference_computes(
    twins: tuple[UNet, PlainReference], size: tuple[int, int, int], training: bool
) -> None:
    ours, plain = twins
    batch, height, width = size
    generator = torch.Generator().manual_seed(batch)
    noisy = torch.randn(batch, 3, height, width, generator=generator, dtype=torch.float64)
    variance = torch.rand(batch, generator=generator).double()
    before = {name: value.clone() for name, value in ours.state_dict().items()}
    with torch.no_grad():
        one, other = ours.train(training)(noisy, variance), plain.train(training)(noisy, variance)
    ours.load_state_dict(before)
    assert other.std() > 0.1
    assert (one - other).abs().max() < 1e-6 * other.abs().max()


def test_the_default_network_has_the_shapes_of_the_references_parameters() -> None:
    def shapes(network: nn.Module) -> Counter[tuple[int, ...]]:
        return Counter(tuple(parameter.shape) for parameter in network.parameters())

    assert shapes(UNet()) == shapes(PlainReference())


def test_the_parts_of_the_default_network_have_the_references_counts() -> None:
    ours, plain = UNet(), PlainReference()
    assert count_parameters(ours) == 3_562_211
    assert count_parameters(ours.embed_image) == 128
    assert count_parameters(ours.to_prediction) == 99
    assert count_parameters(ours.embed_noise) == 0
    levels = [plain.down[2 * i : 2 * i + 2] for i in range(4)]
    levels += [plain.middle, *(plain.up[2 * i : 2 * i + 2] for i in range(4))]
    parts = [*ours.down, ours.middle, *ours.up]
    assert [*map(count_parameters, parts)] == [*map(count_parameters, levels)]
