"""The network of runs that were recorded before the reference's was built, to load them.

It has as many parameters as the reference's and is another network: three norms a block, a
level's own width on the way up, a middle that is no wider. Their weights lie in the history of
the repository, where ``guidance_price.py`` reads them.
"""

from collections.abc import Sequence
from typing import Any

from torch import nn

from ddimlib.unet import ResidualBlock, UNet


def _branch(inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(
        nn.BatchNorm2d(inputs, affine=False),
        nn.Conv2d(inputs, outputs, kernel_size=3, padding=1),
        nn.BatchNorm2d(outputs),
        nn.SiLU(),
        nn.Conv2d(outputs, outputs, kernel_size=3, padding=1),
        nn.BatchNorm2d(outputs),
    )


class _EarlierBlock(ResidualBlock):
    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__(inputs, outputs)
        self.branch = _branch(inputs, outputs)


class EarlierUNet(UNet):
    """The earlier network: the levels of ``UNet`` with other blocks, batch norm only."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        widths, depth = self.widths, options.get("block_depth", 2)
        embedding = options.get("embedding_dim", 32)
        channels = (2 if self.classes is None else 3) * embedding

        def blocks(pairs: Sequence[tuple[int, int]]) -> nn.ModuleList:
            return nn.ModuleList(_EarlierBlock(i, o) for i, o in pairs)

        for level, width in zip(self.down, widths, strict=True):
            level.blocks = blocks([(channels, width)] + [(width, width)] * (depth - 1))
            channels = width
        self.middle.blocks = blocks([(channels, channels)] * depth)
        for level, width in zip(self.up, reversed(widths), strict=True):
            level.blocks = blocks([(channels + width, width)] + [(2 * width, width)] * (depth - 1))
            channels = width
        self.to_prediction = nn.Conv2d(channels, self.image_channels, kernel_size=1)
