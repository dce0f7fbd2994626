"""Flow matching: a velocity that carries one cloud of points to another (chapter 13).

Time runs as everywhere in this book: the target (pictures) lies at t = 0, the source (noise, or
any other cloud) at t = 1. Pair a point of one with a point of the other, and walk between them in
a straight line:

    x_t = (1 - t) · target + t · source        velocity = source - target

Many such lines pass through a place, so the velocity there is their mean. A network learns it by
guessing the velocity of one line at a time (Lipman et al. 2022; Liu et al. 2022c, section 2.1).
Nothing here asks that the source be noise. Where it is, this is the diffusion of all chapters
before: the line is one more schedule, and an Euler step along it is a DDIM step.
"""

from collections.abc import Callable, Iterator, Sequence

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from ddimlib.checks import batch_of_times, check_name, check_time
from ddimlib.diffusion import DiffusionModel, Prediction, from_flow
from ddimlib.forward import Rates, add_noise, spread
from ddimlib.samplers import Denoise, Step, Times, checked_times, ddim, noise_like, walk
from ddimlib.schedules import Schedule

#: ``(x, t) -> dx/dt``, shaped like ``x``; ``t`` is one time or one per point.
Velocity = Callable[[Tensor, Tensor], Tensor]
Points = Float[Tensor, "batch *size"]
METHODS = ("euler", "heun")


# --- The line, and the velocity along it ---------------------------------------------------------


class StraightLine(Schedule):
    """The straight line as it stands: image rate 1 - t, source rate t, from one end to the other.

    Their squares do not sum to 1, as those of all other schedules do (so ``alpha_bar``, the share
    of the variance, is not the image rate squared), and log-SNR is infinite at the ends.
    ``RectifiedFlowSchedule`` is the same line scaled to the sphere, its ends cut off.
    """

    def _log_snr(self, t: Tensor) -> Tensor:
        return -2 * torch.logit(t)

    def _time(self, log_snr: Tensor) -> Tensor:
        return torch.sigmoid(-log_snr / 2)

    def __call__(self, t: Tensor) -> Rates:
        """The shares of target and source at a time in [0, 1], each shaped like ``t``."""
        return Rates(1 - check_time(t), t)


LINE = StraightLine()


def marginal_velocity(
    targets: Float[Tensor, "n *size"], log_density: Callable[[Tensor], Tensor]
) -> Velocity:
    """The mean velocity of all lines through a place, for a finite set of targets.

    Whoever stands at x at time t and goes to a target must have come from the source
    ``(x - (1 - t) · target) / t``. The more of the source lies there, the more often it happens,
    and with that share its velocity counts (Lipman et al. 2022, theorem 1, in our direction).

    Args:
        targets: the points where the lines end, equally likely.
        log_density: of the source, up to a constant: ``(batch, *size) -> (batch,)``.

    Returns:
        The velocity, for times above 0; at 0 it raises a ValueError.
    """

    def velocity(x: Tensor, t: Tensor) -> Tensor:
        times = batch_of_times(t, x)
        if not (times > 0).all():
            raise ValueError('all lines end at time 0: walk by "euler"')
        rates = spread(LINE(times), x[:, None])
        sources = (x[:, None] - rates.signal * targets) / rates.noise
        log_share = log_density(sources.flatten(0, 1))
        share = log_share.reshape(sources.shape[:2]).softmax(1)
        return torch.einsum("bn,bn...->b...", share, sources - targets)

    return velocity


# --- Every denoiser is a velocity, and back ------------------------------------------------------


def velocity_of(denoise: Denoise, schedule: Schedule) -> Velocity:
    """The velocity along the straight line of any denoiser, made for whatever schedule.

    A denoiser cares for the ratio of noise to image alone. So the point is scaled to where the
    schedule has the line's ratio; beyond the schedule's ends, to its ends.
    """

    def velocity(x: Tensor, t: Tensor) -> Tensor:
        times = schedule.time(LINE.log_snr(batch_of_times(t, x)))
        signal, noise = spread(schedule(times), x)
        # The line's own rates sum to 1.
        return denoise(x * (signal + noise), times).flow

    return velocity


def denoiser_of(velocity: Velocity) -> Denoise:
    """The velocity as a denoiser for ``StraightLine``: where its line came from, and leads to."""

    def denoise(x: Tensor, t: Tensor | float) -> Prediction:
        t = batch_of_times(t, x)
        return from_flow(x, velocity(x, t), LINE(t))

    return denoise


# --- Training ------------------------------------------------------------------------------------


class FlowMatching(DiffusionModel):
    """A network that learns the velocity from any source to the pictures it is shown.

    Lipman et al. (2022), equation 23 with no noise left at the end, from any source (Liu et al.
    2022c, equation 1). With Gaussian noise for a source it is a ``DiffusionModel`` of target "flow"
    and squared error: only where the source comes from is new.

    Args:
        network: as for ``DiffusionModel``.
        source: ``(images, generator) -> points shaped like images``; standard normal noise if
            left out. ``drawn_from`` makes one of any set of points.
        schedule: the line, as it stands or scaled (``RectifiedFlowSchedule``).
        mean, std: statistics of the pictures, as for ``DiffusionModel``.
    """

    def __init__(
        self,
        network: nn.Module,
        source: Callable[[Tensor, torch.Generator | None], Tensor] = noise_like,
        schedule: Schedule = LINE,
        mean: Tensor | float = 0.5,
        std: Tensor | float = 0.5,
    ) -> None:
        super().__init__(network, schedule, target="flow", loss="mse", mean=mean, std=std)
        self.source = source

    def velocity(self, x: Tensor, t: Tensor) -> Tensor:
        """The learned velocity along the straight line: this method is a ``Velocity``."""
        return velocity_of(self.denoise, self.schedule)(x, t)

    def loss(
        self, images: Points, labels: Tensor | None = None, generator: torch.Generator | None = None
    ) -> Float[Tensor, ""]:
        """Mean squared error of the velocity, at uniform times on lines between random pairs."""
        return self._loss_of_pairs(images, self.source(images, generator), labels, generator)

    def _loss_of_pairs(
        self,
        target: Tensor,
        source: Tensor,
        labels: Tensor | None,
        generator: torch.Generator | None,
    ) -> Tensor:
        times = torch.rand(len(target), generator=generator, device=target.device)
        return self.errors(target, source, times.to(target.dtype), labels).mean()


def _rows(points: Tensor, count: int, generator: torch.Generator | None) -> Tensor:
    """Rows of a set, drawn with replacement on the generator's device."""
    device = points.device if generator is None else generator.device
    rows = torch.randint(len(points), (count,), generator=generator, device=device)
    return rows.to(points.device)


def drawn_from(
    points: Float[Tensor, "n *size"],
) -> Callable[[Tensor, torch.Generator | None], Tensor]:
    """A source that picks its points from a set at random, for ``FlowMatching``."""

    def source(images: Tensor, generator: torch.Generator | None = None) -> Tensor:
        return points[_rows(points, len(images), generator)].to(images)

    return source


class Reflow(FlowMatching):
    """Flow matching once more, on the pairs that a flow has made (Liu et al. 2022c, section 2).

    A flow carries each source to a target of its own, and no two of its paths cross. Lines drawn
    between these pairs cross less than those between random ones, so the new velocity bends less.
    """

    def loss(
        self, images: Points, labels: Tensor | None = None, generator: torch.Generator | None = None
    ) -> Float[Tensor, ""]:
        """The same loss, on given pairs: ``(batch, 2, *size)``, target first, as of ``paired``."""
        return self._loss_of_pairs(images[:, 0], images[:, 1], labels, generator)


def paired(
    model: Reflow,
    targets: Float[Tensor, "n *size"],
    sources: Float[Tensor, "n *size"],
    batch_size: int,
    steps: int,
    generator: torch.Generator | None = None,
    labels: Int[Tensor, " n"] | None = None,
) -> Iterator[tuple[Tensor, Tensor | None]]:
    """Random batches of pairs for ``training.fit``, on the scale of pictures as it expects them."""
    pairs = torch.stack([targets, sources], dim=1)
    for _ in range(steps):
        rows = _rows(pairs, batch_size, generator)
        told = None if labels is None else labels[rows.to(labels.device)]
        yield pairs[rows] * model.std + model.mean, told


# --- Walking -------------------------------------------------------------------------------------


def integrate(
    velocity: Velocity, source: Points, steps: int = 20, method: str = "euler", times: Times = None
) -> Iterator[Step]:
    """Carry points from the source to the target, a step at a time: the walk of all samplers.

    "euler" is ``ddim`` on the straight line. "heun" takes the mean of the velocities at both ends
    of an Euler step: twice the evaluations, second order. To go from target to source, walk
    ``backwards``.

    Raises:
        ValueError: for an unknown method, steps < 1, or times that do not fall. (Those
            that are given should begin at 1, where the source lies.)
    """
    check_name(method, METHODS, "method")
    denoise = denoiser_of(velocity)
    if method == "euler":
        return ddim(denoise, LINE, source, steps, times=times)
    times = checked_times(LINE, steps, times, source)

    def predict(x: Tensor, i: int) -> Prediction:
        now, then = (batch_of_times(times[j], x) for j in (i, i + 1))
        first = denoise(x, now)
        second = velocity(add_noise(*first, LINE(then)), then)
        return from_flow(x, (first.flow + second) / 2, LINE(now))

    return walk(predict, LINE, source, times)


def backwards(velocity: Velocity) -> Velocity:
    """The same flow with its ends exchanged, so that ``integrate`` leads from target to source."""
    return lambda x, t: -velocity(x, 1 - t)


@torch.no_grad()
def carry(velocity: Velocity, source: Points, steps: int = 50, method: str = "heun") -> Points:
    """Where ``integrate`` ends: the targets of these sources."""
    *_, last = integrate(velocity, source, steps, method)
    return last.noisy


def bend(source: Points, path: Sequence[Step]) -> float:
    """How far a path is from straight: 0 where each point keeps one velocity all the way.

    The mean squared difference between the velocity and that of the straight line to the path's
    end (S in Liu et al. 2022c), here divided by the mean square of the latter.

    Args:
        source: where the path starts, at time 1.
        path: the steps of ``integrate``.
    """
    line = source - path[-1].noisy
    difference, before = 0.0, 1.0
    for step in path:
        length, before = before - step.time, step.time
        difference += length * (step.prediction.flow - line).square().mean().item()
    return difference / line.square().mean().item()
