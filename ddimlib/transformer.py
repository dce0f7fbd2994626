"""The transformer: pictures as a row of patches (chapter 14).

It is called like the U-Net, so that ``DiffusionModel``, losses and samplers take either. A picture
is cut into square patches; each becomes a vector, is told its place, and looks at all others in
every block. There is no other resolution and no skip. After Peebles and Xie (2022): DiT, with their
adaLN-Zero.
"""

import math

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn import functional as F

from ddimlib.checks import check_classes, check_images, one_per_image
from ddimlib.embeddings import SinusoidalEmbedding

Tokens = Float[Tensor, "batch token width"]
Condition = Float[Tensor, "batch width"]


# --- Pictures and patches ------------------------------------------------------------------------


def patchify(
    images: Float[Tensor, "batch channel height width"], size: int
) -> Float[Tensor, "batch token value"]:
    """Cut pictures into squares of ``size``: one row a patch, line by line, from the top left.

    Raises:
        ValueError: for sides that are not divisible by it.
    """
    height, width = images.shape[2:]
    if height % size or width % size:
        raise ValueError(
            f"image sides must be divisible by the patch size {size}, got {height}x{width}: "
            "resize or crop the images"
        )
    return F.unfold(images, size, stride=size).transpose(1, 2)


def unpatchify(
    patches: Float[Tensor, "batch token value"], size: int, height: int, width: int
) -> Float[Tensor, "batch channel height width"]:
    """Put patches together again: the inverse of ``patchify``."""
    return F.fold(patches.transpose(1, 2), (height, width), size, stride=size)


def places(rows: int, columns: int, width: int) -> Float[Tensor, "token width"]:
    """A vector for each place of a grid: sines and cosines of its row, and of its column.

    Half of the vector is for each, with wavelengths from 2π to 2π · 10000 patches as in Vaswani et
    al. (2017), section 3.5. They are not learned, so pictures may be of any size.

    Args:
        width: divisible by 4.
    """
    frequencies = 10_000 ** -(torch.arange(width // 4) / (width // 4))

    def along(count: int) -> Tensor:
        angles = torch.arange(count)[:, None] * frequencies
        return torch.cat([angles.sin(), angles.cos()], dim=1)

    row = along(rows)[:, None].expand(-1, columns, -1)
    column = along(columns)[None].expand(rows, -1, -1)
    return torch.cat([row, column], dim=2).flatten(0, 1)


# --- Blocks --------------------------------------------------------------------------------------


class AdaptiveNorm(nn.Module):
    """A layer norm whose scale and shift are the condition's to say, and ``gates`` gates beside.

    All that the condition says starts at zero: the norm is plain, and what a gate lets through is
    nothing (adaLN-Zero; Peebles and Xie 2022, section 3.2).
    """

    def __init__(self, width: int, gates: int = 0) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width, elementwise_affine=False, eps=1e-6)
        self.say = nn.Linear(width, (2 + gates) * width)
        self.parts = 2 + gates
        set_to_zero(self.say)

    def forward(self, tokens: Tokens, condition: Condition) -> tuple[Tensor, ...]:
        """The tokens, normed, scaled and shifted; then the gates, ``(batch, 1, width)``."""
        said = self.say(F.silu(condition))[:, None]
        scale, shift, *gates = said.chunk(self.parts, dim=2)
        return self.norm(tokens) * (1 + scale) + shift, *gates


class Attention(nn.Module):
    """Every token looks at every other (Vaswani et al. 2017, section 3.2)."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query_key_value = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)

    def forward(self, tokens: Tokens) -> Tokens:
        query, key, value = self._split(tokens)
        seen = F.scaled_dot_product_attention(query, key, value)
        return self.out(seen.transpose(1, 2).flatten(2))

    def weights(self, tokens: Tokens) -> Float[Tensor, "batch head token token"]:
        """How much each token listens to each other: its row, which sums to 1."""
        query, key, _ = self._split(tokens)
        return (query @ key.mT / query.shape[-1] ** 0.5).softmax(dim=-1)

    def _split(self, tokens: Tokens) -> tuple[Tensor, Tensor, Tensor]:
        """Queries, keys and values, ``(batch, head, token, width of a head)`` each."""
        parts = self.query_key_value(tokens).chunk(3, dim=2)
        query, key, value = (part.unflatten(2, (self.heads, -1)).transpose(1, 2) for part in parts)
        return query, key, value


class TransformerBlock(nn.Module):
    """Look at the others, then think alone; each is added through a gate that starts closed."""

    def __init__(self, width: int, heads: int, ratio: int = 4) -> None:
        super().__init__()
        self.before_looking = AdaptiveNorm(width, gates=1)
        self.look = Attention(width, heads)
        self.before_thinking = AdaptiveNorm(width, gates=1)
        self.think = nn.Sequential(
            nn.Linear(width, ratio * width),
            nn.GELU(approximate="tanh"),
            nn.Linear(ratio * width, width),
        )

    def forward(self, tokens: Tokens, condition: Condition) -> Tokens:
        normed, gate = self.before_looking(tokens, condition)
        tokens = tokens + gate * self.look(normed)
        normed, gate = self.before_thinking(tokens, condition)
        return tokens + gate * self.think(normed)


# --- The network ---------------------------------------------------------------------------------


class Transformer(nn.Module):
    """A small diffusion transformer (DiT) that is told noise level and class in every block.

    Args:
        image_channels: channels of the images, 3 for colour.
        patch_size: side of a patch in pixels; image sides must be divisible by it.
        width: numbers that a token has, divisible by 4 and by ``heads``.
        depth: blocks.
        heads: of the attention.
        classes: number of classes that the network can be told, or None.

    Raises:
        ValueError: for a width that is not divisible, or no block.
    """

    def __init__(
        self,
        image_channels: int = 3,
        patch_size: int = 4,
        width: int = 192,
        depth: int = 6,
        heads: int = 4,
        classes: int | None = None,
    ) -> None:
        super().__init__()
        if min(width, depth, patch_size, heads) < 1 or width % math.lcm(4, heads):
            raise ValueError(
                f"a transformer needs a width divisible by 4 and by its {heads} heads, at least "
                f"one block and a patch of at least one pixel, got width={width}, depth={depth} "
                f"and patch_size={patch_size}"
            )
        self.image_channels = image_channels
        self.patch_size = patch_size
        self.classes = classes
        values = image_channels * patch_size**2

        self.embed_patch = nn.Linear(values, width)
        # From a tenth of a turn to a hundred turns between no noise and all: slower than the
        # U-Net's, so that what the blocks are told changes smoothly with the noise level.
        self.embed_noise = nn.Sequential(
            SinusoidalEmbedding(width, 0.1, 100.0),
            nn.Linear(width, width),
            nn.SiLU(),
            nn.Linear(width, width),
        )
        self.embed_class = None if classes is None else nn.Embedding(classes + 1, width)
        self.blocks = nn.ModuleList(TransformerBlock(width, heads) for _ in range(depth))
        self.last_norm = AdaptiveNorm(width)
        self.to_prediction = nn.Linear(width, values)
        # Zeros, so that an untrained network predicts zero everywhere.
        set_to_zero(self.to_prediction)

    def forward(
        self,
        noisy: Float[Tensor, "batch channel height width"],
        noise_variance: Tensor | float,
        labels: Int[Tensor, " batch"] | None = None,
    ) -> Float[Tensor, "batch channel height width"]:
        """Predict from noisy images.

        Args:
            noisy: ``(batch, channel, height, width)``, standardised images with noise.
            noise_variance: in [0, 1], one number or one per image.
            labels: class numbers ``(batch,)``; ``classes`` or None means "no class".

        Raises:
            ValueError: for a wrong shape, or labels that the network does not know.
        """
        check_images(noisy, self.image_channels)
        height, width = noisy.shape[2:]
        size = self.patch_size
        patches = patchify(noisy, size)
        condition = self.embed_noise(one_per_image(noise_variance, noisy, "noise_variance"))
        labels = check_classes(labels, self.classes, noisy)
        if self.embed_class is not None and labels is not None:
            condition = condition + self.embed_class(labels)

        tokens = self.embed_patch(patches)
        tokens = tokens + places(height // size, width // size, tokens.shape[2]).to(tokens)
        for block in self.blocks:
            tokens = block(tokens, condition)
        (tokens,) = self.last_norm(tokens, condition)
        return unpatchify(self.to_prediction(tokens), size, height, width)


def set_to_zero(module: nn.Module) -> None:
    """Let a layer start by saying nothing."""
    for parameter in module.parameters():
        nn.init.zeros_(parameter)
