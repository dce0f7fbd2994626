"""The autoencoder: pictures made small, and diffusion among the small ones (chapter 14).

A photograph of 64×64 becomes a *latent* of 16×16 with four channels, a twelfth of the numbers, and
comes back much the same. Most of what a picture costs is detail that hardly anybody looks at; a
diffusion model among latents leaves that to the decoder (Rombach et al. 2021).
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import torch
from jaxtyping import Float
from torch import Tensor, nn

from ddimlib.checks import check_images
from ddimlib.diffusion import DiffusionModel, PictureModel
from ddimlib.samplers import noise_like
from ddimlib.schedules import Schedule
from ddimlib.unet import ResidualBlock

Images = Float[Tensor, "batch channel height width"]
Small = Float[Tensor, "batch latent rows columns"]

#: What the perceptual loss compares: pictures in [0, 1] to numbers, ``(batch, …)``.
Features = Callable[[Tensor], Tensor]


# --- There and back ------------------------------------------------------------------------------


class Latents(NamedTuple):
    """A Gaussian for each latent: its mean, and the logarithm of its variance."""

    mean: Tensor
    log_variance: Tensor

    def sample(self, generator: torch.Generator | None = None) -> Tensor:
        """One draw from each: Kingma and Welling (2013), section 2.4."""
        noise = noise_like(self.mean, generator)
        return self.mean + (0.5 * self.log_variance).exp() * noise


class Coder(nn.Module):
    """Encoder and decoder: residual blocks of the U-Net, one after each halving or doubling.

    Nothing is handed over beside the latent, as skips would: all must pass through it. So more of
    the work is the decoder's, whose last block paints the detail at full resolution. (The first
    convolution and the halving after it are linear, and make more numbers than they take.)

    Args:
        image_channels: channels of the pictures.
        latent_channels: channels of the latent.
        widths: channels of each level; there is one halving less than widths.
    """

    def __init__(
        self,
        image_channels: int = 3,
        latent_channels: int = 4,
        widths: Sequence[int] = (32, 64, 128),
    ) -> None:
        super().__init__()
        self.image_channels = image_channels
        self.latent_channels = latent_channels
        self.shrinks = 2 ** (len(widths) - 1)
        down: list[nn.Module] = [nn.Conv2d(image_channels, widths[0], 3, padding=1)]
        for before, after in pairwise(widths):
            down += [nn.AvgPool2d(2), ResidualBlock(before, after, "group")]
        down += [ResidualBlock(widths[-1], widths[-1], "group"), nn.SiLU()]
        down += [nn.Conv2d(widths[-1], 2 * latent_channels, 1)]
        self.encode = nn.Sequential(*down)

        up: list[nn.Module] = [nn.Conv2d(latent_channels, widths[-1], 3, padding=1)]
        up += [ResidualBlock(widths[-1], widths[-1], "group")]
        for before, after in pairwise(reversed(widths)):
            larger = nn.Upsample(scale_factor=2)
            up += [larger, ResidualBlock(before, after, "group")]
        up += [nn.SiLU(), nn.Conv2d(widths[0], image_channels, 3, padding=1)]
        self.decode = nn.Sequential(*up)


class Autoencoder(PictureModel):
    """A variational autoencoder of pictures: losses, and how much each counts.

    Args:
        network: encoder and decoder.
        features: for the perceptual loss, as of a classifier; None leaves that loss out.
        weights: of the losses "pixel", "kl" and "perceptual"; what is not named counts as here.
            The KL term counts so little that it only keeps latents from growing (Rombach et al.
            2021, section 3.1).
        mean, std: statistics of the pictures.
    """

    def __init__(
        self,
        network: Coder,
        features: Features | None = None,
        weights: dict[str, float] | None = None,
        mean: Tensor | float = 0.5,
        std: Tensor | float = 0.5,
    ) -> None:
        super().__init__(network, mean, std)
        # In a tuple: a classifier is no part of what is trained and saved.
        self._features = (features,)
        self.weights = {"pixel": 1.0, "kl": 1e-4, "perceptual": 1.0} | (weights or {})

    @property
    def coder(self) -> Coder:
        """The network, by what it is."""
        assert isinstance(self.network, Coder)
        return self.network

    def encode(self, images: Images) -> Latents:
        """Standardised images to latents, smaller by ``shrinks`` on each side.

        Raises:
            ValueError: for another number of channels, or a side that cannot be halved so often.
        """
        check_images(images, self.coder.image_channels, self.coder.shrinks)
        mean, log_variance = self.coder.encode(images).to(images.dtype).chunk(2, dim=1)
        return Latents(mean, log_variance.clamp(-30, 20))

    def decode(self, latents: Small) -> Images:
        """Latents to standardised images."""
        return self.coder.decode(latents).to(latents.dtype)

    def losses(
        self, images: Images, generator: torch.Generator | None = None
    ) -> dict[str, Float[Tensor, ""]]:
        """Each loss by its name, before it is weighted.

        "pixel": mean absolute difference. "kl": how far the latents' Gaussians are from the
        standard one, per latent (Kingma and Welling 2013, appendix B). "perceptual": mean squared
        difference of the features.
        """
        latents = self.encode(images)
        again = self.decode(latents.sample(generator))
        found = {
            "pixel": (again - images).abs().mean(),
            "kl": kl_to_standard(latents).mean(),
        }
        (features,) = self._features
        if features is not None:
            # Not clipped to [0, 1]: beyond, a clipped picture would learn nothing.
            pairs = (one * self.std + self.mean for one in (again, images))
            ours, theirs = map(features, pairs)
            found["perceptual"] = (ours - theirs).square().mean()
        return found

    def loss(
        self,
        images: Images,
        labels: Tensor | None = None,
        generator: torch.Generator | None = None,
    ) -> Float[Tensor, ""]:
        """The weighted sum of all losses. Labels are not used."""
        found = self.losses(images, generator)
        return torch.stack([self.weights[name] * value for name, value in found.items()]).sum()


def kl_to_standard(latents: Latents) -> Small:
    """KL divergence of each latent's Gaussian from the standard normal one, in nats."""
    mean, log_variance = latents
    return 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance)


# --- Diffusion in latents ------------------------------------------------------------------------


class LatentDiffusion(DiffusionModel):
    """A diffusion model whose images are latents, and whose pictures are photographs.

    Only the way in and the way out are new. ``normalise`` encodes, and scales latents to mean 0 and
    variance 1 as diffusion expects them; ``to_pictures`` scales back, and decodes. So training,
    samplers and measures take it like any other. Its ``image_size`` is the side of the latents.

    Args:
        network: for latents: ``image_channels`` is their number of channels.
        schedule: the noise schedule.
        autoencoder: a trained one; it is not trained on.
        mean, std: of the latents, per channel: see ``latent_statistics``.
        options: target, loss, weighting: as for ``DiffusionModel``.
    """

    def __init__(
        self,
        network: nn.Module,
        schedule: Schedule,
        autoencoder: Autoencoder,
        mean: Tensor | float = 0.0,
        std: Tensor | float = 1.0,
        **options: Any,
    ) -> None:
        super().__init__(network, schedule, mean=mean, std=std, **options)
        self.autoencoder = autoencoder.eval().requires_grad_(False)

    def train(self, mode: bool = True) -> "LatentDiffusion":
        """Only the network learns; the autoencoder stays as it is."""
        super().train(mode)
        self.autoencoder.eval()
        return self

    @torch.no_grad()
    def normalise(self, pictures: Tensor) -> Tensor:
        """Pictures to scaled latents: the mean of each latent's Gaussian."""
        latents = self.autoencoder.encode(self.autoencoder.normalise(pictures)).mean
        return (latents - self.mean) / self.std

    @torch.no_grad()
    def to_pictures(self, images: Tensor) -> Tensor:
        """Scaled latents to pictures in [0, 1]."""
        latents = images * self.std + self.mean
        return self.autoencoder.to_pictures(self.autoencoder.decode(latents))


@torch.no_grad()
def latent_statistics(
    autoencoder: Autoencoder, pictures: Tensor, chunk: int = 256
) -> tuple[Float[Tensor, " channel"], Float[Tensor, " channel"]]:
    """Mean and standard deviation of the latents per channel, over a whole set of pictures.

    Rombach et al. (2021), appendix G, scale all channels by one number; here each has its own.
    """

    def latents() -> Iterator[Tensor]:
        for part in pictures.split(chunk):
            yield autoencoder.encode(autoencoder.normalise(part)).mean.double()

    sums = [torch.stack([x.sum((0, 2, 3)), x.square().sum((0, 2, 3))]) for x in latents()]
    side = autoencoder.coder.shrinks**2
    count = len(pictures) * pictures[0, 0].numel() / side
    mean, square = torch.stack(sums).sum(0) / count
    return mean.float(), (square - mean**2).clamp(min=1e-12).sqrt().float()
