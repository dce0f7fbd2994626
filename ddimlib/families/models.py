"""Four ways to generate, each in a screenful: a GAN, a VAE, a flow and diffusion (chapter 1).

All four are made of the same small networks, are trained by the same loop, and turn the same
two standard normal numbers into a point in the plane. They differ in what they ask of the map
from noise to data, and that is the whole difference between the families.
"""

import itertools
import math
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import NamedTuple

import torch
import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor, nn

from ddimlib.diffusion import DiffusionModel
from ddimlib.samplers import Denoise, sample, walk
from ddimlib.schedules import CosineSchedule, Schedule

Draws = torch.Generator | None  # where random numbers are drawn from
Points = Float[Tensor, "points 2"]
Loss = Callable[[Tensor, Draws], Tensor]


# --- What they share ---------------------------------------------------------------------------


def mlp(
    inputs: int, outputs: int, width: int = 64, hidden: int = 3
) -> nn.Sequential:
    """A multi-layer perceptron: ``hidden`` layers of ``width`` units with swish between them.

    The weights start larger than PyTorch's own: each layer keeps the size of its input, so
    that a small network can draw sharp shapes after few steps.
    """
    sizes = [inputs, *[width] * hidden]
    layers: list[nn.Module] = []
    for before, after in itertools.pairwise(sizes):
        linear = nn.Linear(before, after)
        nn.init.kaiming_normal_(linear.weight, nonlinearity="relu")
        layers += [linear, nn.SiLU()]
    return nn.Sequential(*layers, nn.Linear(width, outputs))


def normal_log_density(
    values: Float[Tensor, "points n"],
) -> Float[Tensor, " points"]:
    """Log density of the standard normal distribution, summed over the coordinates."""
    return -0.5 * (values.square() + math.log(2 * math.pi)).sum(1)


def density_through(
    encode: Callable[[Tensor], Tensor], points: Points
) -> Float[Tensor, " points"]:
    """Log density at points of a model that maps them to standard normal noise, and back.

    The change of variables: log density of the noise, plus the logarithm of the factor by which
    ``encode`` stretches areas. Its Jacobian is computed by automatic differentiation, one
    direction of the plane at a time, so ``encode`` may be any smooth map, point by point.
    """
    columns = []
    for unit in torch.eye(2, dtype=points.dtype):
        pushed = torch.func.jvp(
            encode, (points,), (unit.expand_as(points),)
        )
        noise = pushed[0]
        columns.append(pushed[1])
    stretching = torch.stack(columns, dim=-1)
    return (
        normal_log_density(noise)
        + torch.linalg.slogdet(stretching).logabsdet
    )


def encode(
    denoise: Denoise, schedule: Schedule, points: Points, steps: int = 40
) -> Points:
    """From points to the noise that DDIM makes them from: the DDIM step with rising times.

    Song et al. (2020a), section 4.3. Points count as the noisy state at time 0.
    """
    times = torch.linspace(0, 1, steps + 1, dtype=points.dtype)
    *_, last = walk(
        lambda noisy, i: denoise(noisy, times[i]), schedule, points, times
    )
    return last.noisy


class Player(NamedTuple):
    """One who learns: a network, what it wants small, and how Adam moves it."""

    network: nn.Module
    loss: Loss
    learning_rate: float = 4e-3
    momentum: float = 0.5  # Adam's first β


class ToyModel(nn.Module, ABC):
    """A generative model of points in the plane, with two normal numbers as its source."""

    progress = 0.0  # how much of the training is behind it, from 0 to 1

    @abstractmethod
    def generate(self, noise: Points) -> Points:
        """Carry noise, ``(points, 2)``, to where the model puts it in the plane."""

    @torch.no_grad()
    def sample(self, count: int, generator: Draws = None) -> Points:
        """New points of the model: ``(count, 2)``."""
        return self.generate(torch.randn(count, 2, generator=generator))

    def log_density(self, points: Points) -> Float[Tensor, " points"]:
        """Log density of the model at points, in nats, or a lower bound of it.

        Raises:
            NotImplementedError: for a family that cannot tell.
        """
        raise NotImplementedError(
            f"a {type(self).__name__} makes points and cannot tell how probable they are"
        )

    def loss(
        self, points: Points, generator: Draws = None
    ) -> Float[Tensor, ""]:
        """What training makes small, on a batch of points."""
        raise NotImplementedError(
            f"a {type(self).__name__} has no single loss: see players"
        )

    def players(self) -> list[Player]:
        """Who learns, and from which loss. One player, except in a GAN."""
        return [Player(self, self.loss)]


def train(
    model: ToyModel,
    points: Points,
    steps: int = 1500,
    batch_size: int = 256,
    generator: Draws = None,
) -> ToyModel:
    """Train any of the four on points, by Adam with a learning rate that falls to zero.

    It starts at each player's own ``learning_rate`` and falls along half a cosine.

    Args:
        points: the data, ``(points, 2)``.
        steps: how many batches each player sees.
        generator: where batches and noise are drawn from.

    Returns:
        The model itself, trained.
    """
    players = model.players()
    optimisers = [
        torch.optim.Adam(
            player.network.parameters(),
            betas=(player.momentum, 0.99),
            fused=True,
        )
        for player in players
    ]
    for step in range(steps):
        batch = points[
            torch.randint(len(points), (batch_size,), generator=generator)
        ]
        model.progress = step / steps
        still = (1 + math.cos(math.pi * model.progress)) / 2
        for player, optimiser in zip(players, optimisers, strict=True):
            optimiser.param_groups[0]["lr"] = player.learning_rate * still
            optimiser.zero_grad()
            player.loss(batch, generator).backward()
            optimiser.step()
    return model


# --- The four ----------------------------------------------------------------------------------


class GAN(ToyModel):
    """A forger and a detective: Goodfellow et al. (2014), with their non-saturating loss.

    The discriminator puts out the log odds that a point is real. Three later remedies keep the
    game from running in circles: the discriminator pays for steep slopes at the data (Mescheder
    et al. 2018, equation 9), learns faster than the generator (Heusel et al. 2017), and sees
    real and forged points through noise that is gone after half of the training (instance
    noise, Sønderby et al. 2016).

    Args:
        steepness: what slopes cost, γ.
        haze: standard deviation of the noise at the start. With both 0 it is the game of 2014.
    """

    def __init__(
        self, width: int = 64, steepness: float = 0.1, haze: float = 0.4
    ) -> None:
        super().__init__()
        self.steepness, self.haze = steepness, haze
        self.generator = mlp(2, 2, width)
        self.discriminator = mlp(2, 1, width)

    def generate(self, noise: Points) -> Points:
        return self.generator(noise)

    def seen(self, points: Points, generator: Draws = None) -> Points:
        """What the discriminator gets to see of points: less and less noise lies over them."""
        haze = self.haze * max(0, 1 - 2 * self.progress)
        return points + haze * torch.randn(
            points.shape, generator=generator
        )

    def generator_loss(
        self, points: Points, generator: Draws = None
    ) -> Float[Tensor, ""]:
        forged = self.generate(
            torch.randn(points.shape, generator=generator)
        )
        return F.softplus(
            -self.discriminator(self.seen(forged, generator))
        ).mean()

    def discriminator_loss(
        self, points: Points, generator: Draws = None
    ) -> Float[Tensor, ""]:
        forged = self.seen(self.sample(len(points), generator), generator)
        points = self.seen(points, generator).detach().requires_grad_()
        real, fake = self.discriminator(points), self.discriminator(forged)
        (slope,) = torch.autograd.grad(
            real.sum(), points, create_graph=True
        )
        penalty = self.steepness / 2 * slope.square().sum(1)
        return (
            F.softplus(-real) + F.softplus(fake)
        ).mean() + penalty.mean()

    def players(self) -> list[Player]:
        return [
            Player(
                self.discriminator,
                self.discriminator_loss,
                learning_rate=3e-3,
                momentum=0.0,
            ),
            Player(
                self.generator,
                self.generator_loss,
                learning_rate=1.5e-3,
                momentum=0.0,
            ),
        ]


class VAE(ToyModel):
    """A code for each point, and a guess from each code: Kingma and Welling (2013).

    Encoder and decoder put out Gaussians; the decoder's has one learned standard deviation.
    """

    def __init__(self, width: int = 64) -> None:
        super().__init__()
        self.encoder = mlp(2, 4, width)
        self.decoder = mlp(2, 2, width)
        self.log_std = nn.Parameter(torch.tensor(-1.0))

    def generate(self, noise: Points) -> Points:
        return self.decoder(noise)

    @torch.no_grad()
    def sample(self, count: int, generator: Draws = None) -> Points:
        """New points: the decoder's mean, and the noise that it adds to it."""
        spread = self.log_std.exp() * torch.randn(
            count, 2, generator=generator
        )
        return super().sample(count, generator) + spread

    def bound(
        self, points: Points, generator: Draws = None
    ) -> Float[Tensor, " points"]:
        """Lower bound of the log density, from one code a point (their equation 10)."""
        mean, log_std = self.encoder(points).chunk(2, dim=1)
        code = mean + log_std.exp() * torch.randn(
            points.shape, generator=generator
        )
        error = (points - self.decoder(code)) / self.log_std.exp()
        reconstruction = normal_log_density(error) - 2 * self.log_std
        divergence = 0.5 * (mean**2 + (2 * log_std).exp() - 1) - log_std
        return reconstruction - divergence.sum(1)

    def loss(
        self, points: Points, generator: Draws = None
    ) -> Float[Tensor, ""]:
        return -self.bound(points, generator).mean()

    def log_density(
        self, points: Points, draws: int = 32
    ) -> Float[Tensor, " points"]:
        """The bound, averaged over codes: the true log density lies above it."""
        generator = torch.Generator().manual_seed(0)
        return torch.stack(
            [self.bound(points, generator) for _ in range(draws)]
        ).mean(0)


class Flow(ToyModel):
    """A map that can be run backwards: RealNVP, Dinh et al. (2016), equations 7 and 8.

    Each layer stretches and shifts one coordinate by amounts that depend on the other alone, so
    it can be undone, and the logarithm of its stretching is the change of log density.
    """

    def __init__(self, layers: int = 6, width: int = 64) -> None:
        super().__init__()
        self.couplings = nn.ModuleList(
            mlp(1, 2, width, hidden=2) for _ in range(layers)
        )

    def generate(self, noise: Points) -> Points:
        kept, moved = noise.split(1, dim=1)
        for coupling in self.couplings:
            log_scale, shift = self._amounts(coupling, kept)
            kept, moved = moved * log_scale.exp() + shift, kept
        return torch.cat([kept, moved], dim=1)

    def encode(
        self, points: Points
    ) -> tuple[Points, Float[Tensor, " points"]]:
        """The noise that leads to each point, and the log of the change of area on the way."""
        moved, kept = points.split(1, dim=1)
        log_area = torch.zeros_like(kept)
        for coupling in reversed(self.couplings):
            log_scale, shift = self._amounts(coupling, kept)
            kept, moved = (moved - shift) * (-log_scale).exp(), kept
            log_area = log_area - log_scale
        return torch.cat([moved, kept], dim=1), log_area[:, 0]

    def log_density(self, points: Points) -> Float[Tensor, " points"]:
        noise, log_area = self.encode(points)
        return normal_log_density(noise) + log_area

    def loss(
        self, points: Points, generator: Draws = None
    ) -> Float[Tensor, ""]:
        return -self.log_density(points).mean()

    @staticmethod
    def _amounts(
        coupling: nn.Module, kept: Tensor
    ) -> tuple[Tensor, Tensor]:
        log_scale, shift = coupling(kept).chunk(2, dim=1)
        return 2 * torch.tanh(
            log_scale / 2
        ), shift  # bounded, or training may blow up


class PointNetwork(nn.Module):
    """The least network that a diffusion model can do with: it sees a point and its noise level."""

    def __init__(self, width: int = 64) -> None:
        super().__init__()
        self.layers = mlp(2 + 3, 2, width)

    def forward(
        self, noisy: Points, noise_variance: Float[Tensor, " points"]
    ) -> Points:
        signal, noise = (1 - noise_variance).sqrt(), noise_variance.sqrt()
        level = torch.stack([signal, noise, (signal / noise).log()], dim=1)
        return self.layers(torch.cat([noisy, level], dim=1))


class Diffusion(ToyModel):
    """Noise taken off a little at a time: the model and the sampler of all later chapters."""

    def __init__(self, width: int = 64, steps: int = 40) -> None:
        super().__init__()
        schedule = CosineSchedule(
            min_signal_rate=0.02, max_signal_rate=0.999
        )
        self.model = DiffusionModel(
            PointNetwork(width), schedule, target="velocity", loss="mse"
        )
        self.steps = steps

    def generate(self, noise: Points) -> Points:
        return sample(
            self.model.denoise,
            self.model.schedule,
            noise,
            "ddim",
            self.steps,
        )

    def encode(self, points: Points) -> Points:
        """The noise that DDIM leads to each point from: its steps, walked backwards."""
        return encode(
            self.model.denoise, self.model.schedule, points, self.steps
        )

    def log_density(self, points: Points) -> Float[Tensor, " points"]:
        """By the stretching of ``encode``, as in a flow (up to the noise left at time 0)."""
        return density_through(self.encode, points)

    def loss(
        self, points: Points, generator: Draws = None
    ) -> Float[Tensor, ""]:
        return self.model.loss(points, generator=generator)
