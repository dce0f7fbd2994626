"""Embeddings: a scalar noise level becomes a vector that a convolution can use (chapter 4)."""

import math

import torch
from jaxtyping import Float
from torch import Tensor, nn


class SinusoidalEmbedding(nn.Module):
    """Sines and cosines at exponentially spaced frequencies (after Vaswani et al. 2017, 3.5).

    Args:
        dim: length of the vector, even: half sines, half cosines.
        min_frequency, max_frequency: the ends of the range, in cycles per unit.

    Raises:
        ValueError: for an odd ``dim`` or frequencies that are not 0 < min <= max; when called, for
            another shape, or after ``.half()`` or ``.bfloat16()``.
    """

    def __init__(
        self, dim: int = 32, min_frequency: float = 1.0, max_frequency: float = 1000.0
    ) -> None:
        super().__init__()
        if dim < 2 or dim % 2:
            raise ValueError(f"dim must be even (half sines, half cosines), got {dim}")
        if not 0 < min_frequency <= max_frequency:
            raise ValueError(
                f"frequencies must satisfy 0 < min <= max, got {min_frequency}, {max_frequency}"
            )
        self.dim = dim
        frequencies = torch.logspace(
            math.log10(min_frequency), math.log10(max_frequency), dim // 2, dtype=torch.float64
        )
        self.angular_speeds: Tensor
        # Not saved with the weights: it follows from the arguments.
        self.register_buffer(
            "angular_speeds", (2 * math.pi * frequencies).float(), persistent=False
        )

    def forward(self, noise_level: Float[Tensor, " batch"]) -> Float[Tensor, "batch dim"]:
        """Embed one number per image, usually the noise variance in [0, 1]."""
        if noise_level.ndim != 1:
            raise ValueError(
                "the embedding takes one number per image, shape (batch,), "
                f"got {tuple(noise_level.shape)}"
            )
        if self.angular_speeds.dtype in (torch.float16, torch.bfloat16):
            raise ValueError(
                f"the embedding's speeds were rounded to {self.angular_speeds.dtype}, which loses "
                "the phase: keep the network in float32 and run it under torch.autocast"
            )
        # In float32 also under autocast: at 1000 cycles half precision would lose the phase.
        angles = noise_level.float()[:, None] * self.angular_speeds
        return torch.cat([angles.sin(), angles.cos()], dim=1)
