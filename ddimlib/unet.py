"""The U-Net: noisy image and noise level in, prediction out (chapter 5).

With the default arguments it is the reference's network, block by block (Falbel 2022).
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor, nn

from ddimlib.checks import (
    check_classes,
    check_heads,
    check_images,
    check_levels,
    check_name,
    one_per_image,
)
from ddimlib.embeddings import SinusoidalEmbedding


def _group_norm(channels: int) -> nn.Module:
    # Groups of 16 channels (Wu and He 2018, table 3), fewer where 16 does not divide. Small
    # groups would harm: the noise level arrives as constant channels, of which a group of one
    # leaves nothing and a group of two only which is larger.
    size = next((size for size in (16, 8, 4) if channels % size == 0), channels)
    return nn.GroupNorm(channels // size, channels)


NORMS: dict[str, Callable[[int], nn.Module]] = {"batch": nn.BatchNorm2d, "group": _group_norm}


class ResidualBlock(nn.Module):
    """Two 3×3 convolutions beside a 1×1 short cut (He et al. 2015).

    One norm, with learned scale and shift, before the first convolution, so that image, noise
    level and skip arrive on one scale; no norm after a convolution.
    """

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        norm: str = "batch",
    ) -> None:
        super().__init__()
        self.shortcut = nn.Conv2d(in_channels, out_channels, kernel_size=1)
        self.branch = nn.Sequential(
            NORMS[norm](in_channels),
            nn.Conv2d(in_channels, out_channels, kernel_size=3, padding=1),
            nn.SiLU(),
            nn.Conv2d(out_channels, out_channels, kernel_size=3, padding=1),
        )

    def forward(self, x: Tensor, condition: Tensor | None = None) -> Tensor:
        return self.shortcut(x) + self.branch(x)


class ConditionedBlock(ResidualBlock):
    """A residual block that is told the condition: it scales and shifts the channels.

    Between the convolutions, as in Dhariwal and Nichol (2021), section 3, but without the group
    norm that they have there. Untrained, the condition changes nothing.
    """

    def __init__(self, in_channels: int, out_channels: int, norm: str, condition_dim: int) -> None:
        super().__init__(in_channels, out_channels, norm)
        self.scale_and_shift = nn.Linear(condition_dim, 2 * out_channels)
        _set_to_zero(self.scale_and_shift)

    def forward(self, x: Tensor, condition: Tensor | None = None) -> Tensor:
        first, second = self.branch[:2], self.branch[2:]
        scale, shift = self.scale_and_shift(condition)[:, :, None, None].chunk(2, dim=1)
        return self.shortcut(x) + second(first(x) * (1 + scale) + shift)


class SelfAttention(nn.Module):
    """Every pixel looks at every other (Vaswani et al. 2017, equation 1).

    What it finds is added to its input through a convolution that starts at zero.

    Raises:
        ValueError: when the channels cannot be shared out among the heads.
    """

    def __init__(self, channels: int, heads: int = 4) -> None:
        super().__init__()
        check_heads(channels, heads)
        self.heads = heads
        self.norm = _group_norm(channels)
        self.query_key_value = nn.Conv2d(channels, 3 * channels, kernel_size=1)
        self.out = nn.Conv2d(channels, channels, kernel_size=1)
        _set_to_zero(self.out)

    def forward(self, x: Tensor) -> Tensor:
        batch, channels, height, width = x.shape
        query, key, value = (
            self.query_key_value(self.norm(x))
            .reshape(batch, 3, self.heads, channels // self.heads, height * width)
            .transpose(-1, -2)
            .unbind(1)
        )
        seen = nn.functional.scaled_dot_product_attention(query, key, value)
        return x + self.out(seen.transpose(-1, -2).reshape(batch, channels, height, width))


class _Level(nn.Module):
    """The residual blocks of one resolution, each with attention after it where wanted."""

    def __init__(
        self, channels: Sequence[tuple[int, int]], norm: str, attention: bool, condition_dim: int
    ) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(
            ConditionedBlock(i, o, norm, condition_dim)
            if condition_dim
            else ResidualBlock(i, o, norm)
            for i, o in channels
        )
        self.attention = nn.ModuleList(
            SelfAttention(o) if attention else nn.Identity() for _, o in channels
        )


class DownLevel(_Level):
    """Residual blocks, then half the resolution by average pooling."""

    def forward(self, x: Tensor, condition: Tensor, skips: list[Tensor]) -> Tensor:
        for block, attention in zip(self.blocks, self.attention, strict=True):
            x = attention(block(x, condition))
            skips.append(x)
        return nn.functional.avg_pool2d(x, kernel_size=2)


class MiddleLevel(_Level):
    """Residual blocks at the lowest resolution."""

    def forward(self, x: Tensor, condition: Tensor) -> Tensor:
        for block, attention in zip(self.blocks, self.attention, strict=True):
            x = attention(block(x, condition))
        return x


class UpLevel(_Level):
    """Twice the resolution, then residual blocks, each of which also sees a skip."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.upsample = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False)

    def forward(self, x: Tensor, condition: Tensor, skips: list[Tensor]) -> Tensor:
        x = self.upsample(x)
        for block, attention in zip(self.blocks, self.attention, strict=True):
            x = attention(block(torch.cat([x, skips.pop()], dim=1), condition))
        return x


class UNet(nn.Module):
    """A U-Net that is told how much noise it sees (Ronneberger et al. 2015).

    The noise variance is embedded, spread over the image as constant channels and
    concatenated to the embedded image at the input; so is the class, where there is one.

    Args:
        image_channels: channels of the images, 3 for colour.
        widths: channels of each level, from full resolution down. Image sides must be
            divisible by ``2 ** len(widths)``.
        block_depth: residual blocks a level.
        embedding_dim: channels of the embedded image, of the noise variance and of the class.
        norm: "batch" (the reference) or "group".
        attention_levels: levels with self-attention, 0 at full resolution; ``len(widths)``
            is the middle.
        classes: number of classes that the network can be told, or None.
        condition_blocks: whether each residual block, too, is told noise level and class.

    Raises:
        ValueError: for widths that are empty, an unknown norm or level.
    """

    def __init__(
        self,
        image_channels: int = 3,
        widths: Sequence[int] = (32, 64, 96, 128),
        block_depth: int = 2,
        embedding_dim: int = 32,
        norm: str = "batch",
        attention_levels: Sequence[int] = (),
        classes: int | None = None,
        condition_blocks: bool = False,
    ) -> None:
        super().__init__()
        check_name(norm, NORMS, "norm")
        if not widths or block_depth < 1:
            raise ValueError(
                f"a U-Net needs at least one level and one block, got widths={tuple(widths)} "
                f"and block_depth={block_depth}"
            )
        check_levels(attention_levels, len(widths))
        self.image_channels = image_channels
        self.widths = tuple(widths)
        self.classes = classes

        self.embed_image = nn.Conv2d(image_channels, embedding_dim, kernel_size=1)
        self.embed_noise = SinusoidalEmbedding(embedding_dim)
        # One row a class and a last one for "no class", in channels of their own: added to the
        # vector of the noise level they were heard less, from zero hardly at all (chapter 9).
        self.embed_class = None if classes is None else nn.Embedding(classes + 1, embedding_dim)

        channels = (2 if classes is None else 3) * embedding_dim
        condition_dim = channels - embedding_dim if condition_blocks else 0
        skips: list[int] = []
        self.down = nn.ModuleList()
        for level, width in enumerate(self.widths):
            pairs = [(channels if i == 0 else width, width) for i in range(block_depth)]
            self.down.append(DownLevel(pairs, norm, level in attention_levels, condition_dim))
            skips += [width] * block_depth
            channels = width

        # The middle is twice as wide as the level above it, and hands that level's width on.
        middle = list(pairwise([channels] + [2 * channels] * (block_depth - 1) + [channels]))
        in_the_middle = len(self.widths) in attention_levels
        self.middle = MiddleLevel(middle, norm, in_the_middle, condition_dim)

        # On the way up a level has the width of the one above it, the topmost the embedding's.
        self.up = nn.ModuleList()
        for level, width in reversed(list(enumerate([embedding_dim, *self.widths[:-1]]))):
            pairs = [
                ((channels if i == 0 else width) + skips.pop(), width) for i in range(block_depth)
            ]
            self.up.append(UpLevel(pairs, norm, level in attention_levels, condition_dim))
            channels = width

        self.to_prediction = nn.Conv2d(channels, image_channels, kernel_size=1)
        # Zeros, so that an untrained network predicts zero everywhere.
        _set_to_zero(self.to_prediction)

    def forward(
        self,
        noisy: Float[Tensor, "batch channel height width"],
        noise_variance: Tensor | float,
        labels: Tensor | None = None,
    ) -> Float[Tensor, "batch channel height width"]:
        """Predict from noisy images.

        Args:
            noisy: ``(batch, channel, height, width)``, standardised images with noise.
            noise_variance: noise² = 1 - ᾱ in [0, 1], one number or one per image.
            labels: class numbers ``(batch,)``, int64; ``classes`` or None means "no class".

        Raises:
            ValueError: for a wrong shape, or labels that the network does not know.
        """
        check_images(noisy, self.image_channels, 2 ** len(self.widths))
        noise_variance = one_per_image(noise_variance, noisy, "noise_variance")
        condition = self._with_class(self.embed_noise(noise_variance), labels)
        image = self.embed_image(noisy)
        x = torch.cat([image, constant_channels(condition, image)], dim=1)
        skips: list[Tensor] = []
        for down in self.down:
            x = down(x, condition, skips)
        x = self.middle(x, condition)
        for up in self.up:
            x = up(x, condition, skips)
        return self.to_prediction(x)

    def _with_class(self, condition: Tensor, labels: Tensor | None) -> Tensor:
        labels = check_classes(labels, self.classes, condition)
        if self.embed_class is None:
            return condition
        return torch.cat([condition, self.embed_class(labels)], dim=1)


def constant_channels(
    condition: Float[Tensor, "batch channel"],
    image: Float[Tensor, "batch _ height width"],
) -> Float[Tensor, "batch channel height width"]:
    """As large as the image, and laid out as it is: a CPU joins them faster."""
    spread = condition.to(image.dtype)[:, :, None, None]
    spread = spread.expand(-1, -1, *image.shape[2:])
    if image.is_contiguous(memory_format=torch.channels_last):
        return spread.contiguous(memory_format=torch.channels_last)
    return spread


def _set_to_zero(module: nn.Module) -> None:
    for parameter in module.parameters():
        nn.init.zeros_(parameter)


def count_parameters(module: nn.Module) -> int:
    """How many numbers training may change."""
    return sum(parameter.numel() for parameter in module.parameters() if parameter.requires_grad)
