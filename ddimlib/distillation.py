"""Few steps: a network that leaps to where a sampler walks (chapter 13).

A flow carries each noise to a picture of its own, along a path. A sampler follows it in many short
steps; a network that knows where the path leads takes one. Three ways to teach it, from the safest
to the boldest:

- ``ProgressiveDistillation``: one step of the student is two steps of the teacher, again and again;
- ``ConsistencyTraining``: two neighbours on a path must lead to the same picture; no teacher;
- ``MeanFlow``: the mean velocity between two times of a path; no teacher, and any leap.

Each is a ``DiffusionModel`` with a loss of its own, for ``training.fit``, and a ``leap``, for
``few_steps``. In each, the target of the loss is made with the weights held still.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn import functional as F

from ddimlib.checks import batch_of_times
from ddimlib.diffusion import DiffusionModel, Prediction, from_flow, from_image
from ddimlib.flow import LINE
from ddimlib.forward import Rates, add_noise, spread
from ddimlib.samplers import Generator, Step, checked_times, noise_like, walk
from ddimlib.schedules import Schedule
from ddimlib.unet import UNet

#: ``(noisy, t[, labels]) -> Prediction``: an exact denoiser, or the ``denoise`` of a model.
Teacher = Callable[..., Prediction]
Images = Float[Tensor, "batch *size"]
#: The softness of ``rounded_length`` that Song and Dhariwal (2023) chose for photographs.
SOFTNESS = 0.00054
#: Uniform in [0, 1): they decide the times of a loss.
Draws = Float[Tensor, "3 batch"]


class EndsClean(Schedule):
    """A schedule whose last step, to time 0, ends at the predicted picture, without noise.

    As ``samplers.sample`` does. At all other times it is the schedule it was made of.
    """

    def __init__(self, schedule: Schedule) -> None:
        self.schedule = schedule

    def _log_snr(self, t: Tensor) -> Tensor:
        return self.schedule.log_snr(t).masked_fill(t == 0, torch.inf)

    def _time(self, log_snr: Tensor) -> Tensor:
        return self.schedule.time(log_snr)

    def __call__(self, t: Tensor) -> Rates:
        signal, noise = self.schedule(t)
        return Rates(signal.masked_fill(t == 0, 1.0), noise.masked_fill(t == 0, 0.0))


class FewStepModel(DiffusionModel, ABC):
    """What the three share: draws for a loss, and a leap to any earlier time."""

    def leap(
        self, noisy: Images, t: Tensor, then: Tensor, labels: Tensor | None, generator: Generator
    ) -> Prediction:
        """The picture and the noise to mix with the rates of the time ``then``."""
        return self.denoise(noisy, t, labels)

    def loss(
        self, images: Images, labels: Tensor | None = None, generator: torch.Generator | None = None
    ) -> Float[Tensor, ""]:
        """What training makes small, on standardised images and noise drawn for them."""
        noise = noise_like(images, generator)
        draws = torch.rand(3, len(images), generator=generator, device=images.device)
        return self.leap_errors(images, noise, draws.to(images.dtype), labels).mean()

    @abstractmethod
    def leap_errors(
        self, images: Images, noise: Images, draws: Draws, labels: Tensor | None
    ) -> Float[Tensor, " batch"]:
        """The loss of each image; ``draws``, uniform in [0, 1), decide its times."""


def few_steps(
    model: DiffusionModel,
    noise: Images,
    steps: int = 1,
    labels: Tensor | None = None,
    generator: Generator = None,
) -> Iterator[Step]:
    """From noise to pictures in 1, 2, 4, … leaps, each one evaluation: the walk of all samplers.

    A model that knows no leaps takes steps of DDIM.

    Raises:
        ValueError: for steps < 1.
    """
    schedule = EndsClean(model.schedule)
    times = checked_times(schedule, steps, None, noise)

    def predict(noisy: Tensor, i: int) -> Prediction:
        if isinstance(model, FewStepModel):
            return model.leap(noisy, times[i], times[i + 1], labels, generator)
        return model.denoise(noisy, times[i], labels)

    return walk(predict, schedule, noise, times)


# --- One step for two ----------------------------------------------------------------------------


class ProgressiveDistillation(FewStepModel):
    """A student that takes in one DDIM step what its teacher takes in two.

    Salimans and Ho (2022), algorithm 2. What the student is to predict is the picture from which
    one step leads where the teacher's two lead. It is counted as the error of the velocity, their
    weight SNR + 1. When it has learnt that it becomes a teacher itself: see ``halved``.

    Args:
        network: the student's; best a copy of the teacher's, trained for the same target.
        schedule: the teacher's.
        teacher: a denoiser.
        steps: of the student; the teacher takes twice as many.
        options: target (best "velocity" or "flow"), mean, std: as for ``DiffusionModel``.
    """

    def __init__(
        self, network: nn.Module, schedule: Schedule, teacher: Teacher, steps: int, **options: Any
    ) -> None:
        settings = {"target": "velocity", "loss": "mse", "weighting": "velocity"}
        super().__init__(network, schedule, **(settings | options))
        if steps < 1:
            raise ValueError(f"a student takes at least one step, got {steps}")
        # Held in a tuple: a teacher is no part of what is trained, saved or averaged.
        self._teacher = (teacher,)
        self.steps = steps

    def leap_errors(
        self, images: Images, noise: Images, draws: Draws, labels: Tensor | None
    ) -> Float[Tensor, " batch"]:
        told = () if labels is None else (labels,)
        (teacher,) = self._teacher
        # Of its steps so many are ahead, from 1 to all.
        ahead = self.steps - (draws[0] * self.steps).floor()
        times, middle, then = (k / self.steps for k in (ahead, ahead - 0.5, ahead - 1))
        rates_at = EndsClean(self.schedule)
        with torch.no_grad():
            noisy = add_noise(images, noise, rates_at(times))
            between = add_noise(*teacher(noisy, times, *told), rates_at(middle))
            there = add_noise(*teacher(between, middle, *told), rates_at(then))
            truth = _through(noisy, there, rates_at(times), rates_at(then))
        return self.errors(*truth, times, labels)

    def halved(self) -> "ProgressiveDistillation":
        """The next student: a copy of this one, which takes half as many steps and learns from it.

        Raises:
            ValueError: where the number of steps is odd.
        """
        if self.steps % 2:
            raise ValueError(f"{self.steps} steps cannot be halved: start from a power of two")
        # What this one learnt from is not copied: nobody learns from it any more.
        teacher, student = (deepcopy(self, {id(self._teacher): ()}) for _ in range(2))
        teacher.eval().requires_grad_(False)
        student._teacher, student.steps = (teacher.denoise,), self.steps // 2
        return student


def _through(noisy: Tensor, there: Tensor, now: Rates, then: Rates) -> Prediction:
    """The picture and noise whose DDIM step leads from one state to another."""
    (signal, noise_rate), (signal_then, noise_then) = spread(now, noisy), spread(then, noisy)
    ratio = noise_then / noise_rate
    image = (there - ratio * noisy) / (signal_then - ratio * signal)
    return from_image(noisy, image, now)


# --- The same picture from all along a path ------------------------------------------------------


class ConsistencyTraining(FewStepModel):
    """A network that says from any place of a path which picture the path leads to.

    Song et al. (2023), section 5; without averaged weights or a learned metric, as in Song and
    Dhariwal (2023), but at uniform times. The same picture and noise, mixed for two neighbouring
    times, stand for two neighbours on a path: they are that on average over lines, and the more
    exactly the closer they are (their theorem 2). What is said from the noisier one must agree with
    what is said from the other; without noise the picture is known, and from there knowledge
    spreads. With the target "velocity" or "flow" a network that sees no noise returns its input,
    whatever its weights: the boundary condition holds by construction.

    Args:
        network: as for ``DiffusionModel``.
        schedule: best one whose lowest noise cannot be seen.
        gap: time between neighbours; smaller is more exact, and slower to spread. ``fit`` yields at
            each step, so that it may be made smaller on the way.
        softness: of ``rounded_length``; few coordinates want a larger one than photographs
            (`benchmarks/few_steps.py`).
        options: target, mean, std: as for ``DiffusionModel``.
    """

    def __init__(
        self,
        network: nn.Module,
        schedule: Schedule,
        gap: float = 0.05,
        softness: float = SOFTNESS,
        **options: Any,
    ) -> None:
        super().__init__(network, schedule, **({"target": "velocity", "loss": "mse"} | options))
        if not (gap > 0 and softness > 0):
            raise ValueError(f"gap and softness must be positive, got {gap} and {softness}")
        self.gap, self.softness = gap, softness

    def leap(
        self, noisy: Images, t: Tensor, then: Tensor, labels: Tensor | None, generator: Generator
    ) -> Prediction:
        """The picture, and fresh noise: Song et al. (2023), algorithm 1."""
        image = self.denoise(noisy, t, labels).image
        return Prediction(image, noise_like(noisy, generator))

    def leap_errors(
        self, images: Images, noise: Images, draws: Draws, labels: Tensor | None
    ) -> Float[Tensor, " batch"]:
        times = 1 - draws[0]  # in (0, 1]
        then = (times - self.gap).clamp(min=0)
        noisy = add_noise(images, noise, self.schedule(times))
        said = self.denoise(noisy, times, labels).image
        with torch.no_grad():
            nearer = add_noise(images, noise, self.schedule(then))
            agreed = self.denoise(nearer, then, labels).image
            at_the_end = (then == 0).reshape(-1, *[1] * (images.ndim - 1))
            agreed = torch.where(at_the_end, images, agreed)
        return rounded_length(said - agreed, self.softness)


def rounded_length(differences: Images, softness: float) -> Float[Tensor, " batch"]:
    """The pseudo-Huber loss of Song and Dhariwal (2023), section 3.3: a length, rounded at zero.

    Far longer differences than ``softness`` a number count by their length, so that a few wild ones
    do not count for all; far shorter ones by their square.
    """
    squares = differences.square().flatten(1)
    c = softness * squares.shape[1] ** 0.5
    return (squares.sum(1) + c**2).sqrt() - c


# --- The mean velocity ---------------------------------------------------------------------------


class WithLength(nn.Module):
    """A network that is also told how far to leap: in one more channel, everywhere the same.

    Args:
        network: one that takes a channel more than the pictures have, and is called like a U-Net.
            What it puts out for that channel is left away.
    """

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network
        self.image_channels = int(network.image_channels) - 1  # type: ignore[arg-type]
        self.classes = getattr(network, "classes", None)

    def forward(
        self,
        noisy: Tensor,
        noise_variance: Tensor,
        labels: Tensor | None = None,
        length: Tensor | float = 0.0,
    ) -> Tensor:
        length = batch_of_times(length, noisy).reshape(-1, *[1] * (noisy.ndim - 1))
        told = () if labels is None else (labels,)
        with_length = torch.cat([noisy, length.to(noisy.dtype).expand_as(noisy[:, :1])], dim=1)
        return self.network(with_length, noise_variance, *told)[:, : self.image_channels]


def one_channel_more(network: UNet) -> UNet:
    """A copy of a trained U-Net with one channel more, for ``WithLength``; at first unheard."""
    wider = deepcopy(network)
    wider.image_channels += 1
    first, last = wider.embed_image, wider.to_prediction
    assert last.bias is not None
    first.in_channels, last.out_channels = first.in_channels + 1, last.out_channels + 1
    # Zeros at the end of the inputs of one, and of the outputs of the other.
    first.weight = nn.Parameter(F.pad(first.weight.detach(), (0, 0, 0, 0, 0, 1)))
    last.weight = nn.Parameter(F.pad(last.weight.detach(), (0, 0, 0, 0, 0, 0, 0, 1)))
    last.bias = nn.Parameter(F.pad(last.bias.detach(), (0, 1)))
    return wider


class MeanFlow(FewStepModel):
    """A network that knows the mean velocity between any two times of a path.

    Geng et al. (2025), on the straight line from the pictures at 0 to the noise at 1. The mean
    over a path is the mean of its parts: over a first bit of time nearly the velocity v, over the
    rest what the network says of the rest:

        (t - s) · u(x, s, t) ≈ bit · v + (t - bit - s) · u(x - bit · v, s, t - bit)

    which, with one u on one side, is their equation 6 with a difference in place of the derivative.
    A derivative needs the network differentiated forwards. PyTorch's ``jvp`` refuses a batch norm
    that keeps statistics, and an embedding that turns a thousand times between 0 and 1 has a wild
    one. The velocity that is learnt from is that of one line, as in flow matching. The one that
    leads to the rest is the network's own, its answer for no length: theirs is that of the line
    here, too, which makes the rest of each line another one.

    What the network sees is scaled to variance 1, as under ``RectifiedFlowSchedule``. So weights
    that were trained there are a mean flow of no length from the start.

    Args:
        network: as for ``WithLength``, which tells it t - s; ``one_channel_more`` makes one.
        bit: the longest time over which the velocity is taken as constant.
        leaps: how often s differs from t; else the network learns the velocity itself.
        softness: None counts the squared error; a number counts ``rounded_length``, as photographs
            want it: the target holds a difference of two answers, divided by ``bit``, and some
            are wild. Geng et al. (2025), section 4.3, weigh the same way (their p = 0.5).
        options: mean, std: as for ``DiffusionModel``.
    """

    def __init__(
        self,
        network: nn.Module,
        bit: float = 0.02,
        leaps: float = 0.75,
        softness: float | None = None,
        **options: Any,
    ) -> None:
        settings = {"target": "flow", "loss": "mse"}
        super().__init__(WithLength(network), LINE, **(settings | options))
        if not bit > 0:
            raise ValueError(f"bit is the time between two neighbours, above 0, got {bit}")
        self.bit, self.leaps, self.softness = bit, leaps, softness

    def mean_velocity(
        self, x: Images, then: Tensor, t: Tensor, labels: Tensor | None = None
    ) -> Images:
        """u(x, s, t): the way from time t to the earlier time s, divided by t - s."""
        return self._told(x, LINE(t), t - then, labels)

    def _told(
        self, x: Tensor, rates: Rates, length: Tensor | float, labels: Tensor | None
    ) -> Tensor:
        size = torch.hypot(*rates)
        seen = x / size.reshape(-1, *[1] * (x.ndim - 1))
        return self.network(seen, (rates.noise / size) ** 2, labels, length)

    def _predict(self, noisy: Tensor, rates: Rates, labels: Tensor | None) -> Prediction:
        return from_flow(noisy, self._told(noisy, rates, 0.0, labels), rates)

    def leap(
        self, noisy: Images, t: Tensor, then: Tensor, labels: Tensor | None, generator: Generator
    ) -> Prediction:
        """Both ends of the straight line that leads to where the path leads."""
        t, then = batch_of_times(t, noisy), batch_of_times(then, noisy)
        return from_flow(noisy, self.mean_velocity(noisy, then, t, labels), LINE(t))

    def leap_errors(
        self, images: Images, noise: Images, draws: Draws, labels: Tensor | None
    ) -> Float[Tensor, " batch"]:
        times = 1 - draws[0]
        then = torch.where(draws[2] < self.leaps, times * draws[1], times)
        bit = (times - then).clamp(max=self.bit)
        noisy = add_noise(images, noise, LINE(times))
        said = self.mean_velocity(noisy, then, times, labels)
        with torch.no_grad():
            piece = bit.reshape(-1, *[1] * (images.ndim - 1))
            after = noisy - piece * self.mean_velocity(noisy, times, times, labels)
            rest = self.mean_velocity(after, then, times - bit, labels)
            # How many bits the rest is long.
            bits = ((times - bit - then) / bit).nan_to_num(0.0)
            bits = bits.reshape(-1, *[1] * (images.ndim - 1))
            agreed = (noise - images) - bits * (said - rest)
        if self.softness is None:
            return (said - agreed).square().flatten(1).mean(1)
        return rounded_length(said - agreed, self.softness)
