"""Points of the plane as pictures of a single pixel, with a network for them (chapter 13).

A point has two coordinates, a pixel of two channels two values. So points go through the same
``DiffusionModel`` and ``training.fit`` as photographs, in seconds.
"""

import torch
from jaxtyping import Float
from torch import Tensor, nn

from ddimlib.families.models import mlp


def as_pixels(
    points: Float[Tensor, "n channel"],
) -> Float[Tensor, "n channel 1 1"]:
    """Each point as a picture of one pixel, a coordinate a channel."""
    return points[:, :, None, None]


class PixelNetwork(nn.Module):
    """A multi-layer perceptron that is called like a U-Net: ``(noisy, noise_variance, labels)``.

    It is told the angle whose squared sine the noise variance is, from 0 (all picture) to 1 (all
    noise), with sine and cosine: all finite at both ends. Labels are ignored.

    Args:
        image_channels: how many numbers a pixel has.
        width, hidden: units of a layer, and layers.
    """

    def __init__(
        self, image_channels: int = 2, width: int = 64, hidden: int = 3
    ) -> None:
        super().__init__()
        self.image_channels = image_channels
        self.layers = mlp(image_channels + 3, image_channels, width, hidden)

    def forward(
        self,
        noisy: Float[Tensor, "batch channel 1 1"],
        noise_variance: Tensor,
        labels: Tensor | None = None,
    ) -> Float[Tensor, "batch channel 1 1"]:
        sine = (
            noise_variance.reshape(-1).expand(len(noisy)).clamp(0, 1).sqrt()
        )
        cosine = (1 - sine.square()).clamp(min=0).sqrt()
        angle = torch.atan2(sine, cosine) * (2 / torch.pi)
        level = torch.stack([sine, cosine, angle], dim=1)
        return as_pixels(
            self.layers(torch.cat([noisy.flatten(1), level], dim=1))
        )
