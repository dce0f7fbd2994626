"""Training: noise, predict, count the error, step, average (chapter 6).

The loop and what it is made of. Where a run is stored, how it is taken up again, which precision
and how many processes compute it: that is in ``ddimlib.runs``, which calls this.
"""

import importlib
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from typing import Any

import torch
from jaxtyping import Float, Int, UInt8
from torch import Tensor, nn

from ddimlib.checks import check_name
from ddimlib.diffusion import DiffusionModel, PictureModel, in_evaluation

DECAYS = ("constant", "cosine")

Batch = tuple[Tensor, Tensor | None]  # pictures and, where there are classes, labels


def fit(
    model: PictureModel,
    batches: Iterable[Batch],
    optimizer: torch.optim.Optimizer,
    *,
    rate: Callable[[int], float] | None = None,
    averages: Sequence["EMA"] = (),
    clip_norm: float | None = None,
    scaler: torch.amp.GradScaler | None = None,
    generator: torch.Generator | None = None,
) -> Iterator[Float[Tensor, ""]]:
    """The training loop: algorithm 1 of Ho et al. (2020), a step for each batch.

    It runs as its losses are asked for. Each is handed over before its step is taken, so that
    who sees that it is not finite can stop, and the weights are not spoilt.

    Args:
        model: what is trained.
        batches: pictures ``(batch, channel, height, width)``, uint8 or in [0, 1], and labels.
        optimizer: of the network's parameters.
        rate: the learning rate of each step; without, it stays the optimizer's.
        averages: what follows the weights (EMA).
        clip_norm: largest norm of the gradient; longer ones are shortened to it.
        scaler: of the loss, for half precision.
        generator: where times and noise are drawn from.

    Yields:
        The loss of each step.
    """
    scaler = scaler or torch.amp.GradScaler("cpu", enabled=False)
    for step, (pictures, labels) in enumerate(batches):
        # Whoever looks at samples between two steps may have left it otherwise.
        model.train()
        if rate is not None:
            for group in optimizer.param_groups:
                group["lr"] = rate(step)
        loss = model.loss(model.normalise(pictures), labels, generator)
        optimizer.zero_grad(set_to_none=True)
        scaler.scale(loss).backward()
        if clip_norm is not None:
            scaler.unscale_(optimizer)
            nn.utils.clip_grad_norm_(model.network.parameters(), clip_norm)
        yield loss.detach()
        scaler.step(optimizer)
        scaler.update()
        for average in averages:
            average.update(model)


def batches(
    pictures: UInt8[Tensor, "n channel height width"],
    labels: Int[Tensor, " n"] | None = None,
    batch_size: int = 64,
    *,
    passes: int = 1,
    flips: bool = False,
    label_dropout: float = 0.0,
    null_label: int | None = None,
    generator: torch.Generator | None = None,
) -> Iterator[Batch]:
    """Pictures in random order, a batch at a time; every pass sees each picture once.

    Args:
        pictures: all of them.
        labels: their classes, for a network with classes.
        passes: how often to go through them.
        flips: mirror half of the pictures, left to right, drawn anew each time.
        label_dropout: how often a label becomes ``null_label``, which means "no class", so that
            the network also learns without (Ho and Salimans 2022, algorithm 1).
        generator: decides order, flips and dropout; its device is that of the pictures.
    """
    if label_dropout and null_label is None:
        raise ValueError("label_dropout needs null_label: the number that means no class")
    draw: dict[str, Any] = {"generator": generator, "device": pictures.device}
    for _ in range(passes):
        order = torch.randperm(len(pictures), **draw)
        for chosen in order.split(batch_sizes(len(pictures), batch_size)):
            batch = pictures[chosen]
            if flips:
                mirrored = torch.rand(len(batch), **draw) < 0.5
                batch = torch.where(mirrored[:, None, None, None], batch.flip(-1), batch)
            if labels is None:
                yield batch, None
            else:
                withheld = torch.rand(len(batch), **draw) < label_dropout
                told = labels[chosen]
                yield batch, told if null_label is None else told.where(~withheld, null_label)


def batch_sizes(count: int, batch_size: int) -> list[int]:
    """How a pass over ``count`` pictures is shared out: the last batch may be smaller.

    A single picture left over joins the batch before it: batch norm cannot compare it with others,
    and where the network is one pixel wide it would have nothing to compare at all.
    """
    sizes = [min(batch_size, count - start) for start in range(0, count, batch_size)]
    if len(sizes) > 1 and sizes[-1] == 1 < batch_size:
        sizes[-2:] = [batch_size + 1]
    return sizes


def learning_rate(
    step: int, steps: int, highest: float = 1e-3, warmup: int = 0, decay: str = "constant"
) -> float:
    """The learning rate of a step: a linear warm-up, then constant or half a cosine to zero.

    Args:
        step: from 0 to ``steps - 1``.
        warmup: steps over which the rate rises evenly to ``highest``, from ``highest / warmup``.
        decay: "constant" or "cosine" (Loshchilov and Hutter 2016, equation 5).

    Raises:
        ValueError: for an unknown decay.
    """
    check_name(decay, DECAYS, "decay")
    warmed = min(1.0, (step + 1) / warmup) if warmup else 1.0
    if decay == "constant":
        return highest * warmed
    done = max(0, step - warmup) / max(1, steps - warmup)
    return highest * warmed * (1 + math.cos(math.pi * done)) / 2


class EMA:
    """An exponential moving average of the weights, which samples better than the last ones.

    After n updates the average is ``Σ (1-d) d^(n-i) wᵢ + d^n w₀``. While the average is young
    the decay is smaller, ``(1 + n) / (10 + n)``, so that it soon forgets the random start.

    Args:
        model: what to average; it is copied.
        decay: in [0, 1); 0 copies the last weights.
        young: whether to use the smaller decay at first.
        statistics: whether the running statistics of batch norms are averaged, too. Copied, they
            belong to other weights than the averaged ones (Izmailov et al. 2018, section 3).
    """

    def __init__(
        self, model: DiffusionModel, decay: float, young: bool = True, statistics: bool = False
    ) -> None:
        self.model: DiffusionModel = deepcopy(model).eval().requires_grad_(False)
        self.decay = decay
        self.young = young
        self.statistics = statistics
        self.updates = 0

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """Move the average a little towards ``model``."""
        decay = (
            min(self.decay, (1 + self.updates) / (10 + self.updates)) if self.young else self.decay
        )
        self.updates += 1
        average: list[Tensor] = [*self.model.parameters()]
        latest: list[Tensor] = [*model.parameters()]
        torch._foreach_lerp_(average, latest, 1 - decay)
        # Kinds of numbers apart, or there would be a kernel for every buffer.
        buffers = list(zip(self.model.buffers(), model.buffers(), strict=True))
        for is_float in (True, False):
            pairs = [pair for pair in buffers if pair[0].is_floating_point() == is_float]
            if not pairs:
                continue
            mine, theirs = zip(*pairs, strict=True)
            if is_float and self.statistics:
                torch._foreach_lerp_(mine, theirs, 1 - decay)
            else:
                torch._foreach_copy_(mine, theirs)


@torch.no_grad()
def validate(
    model: DiffusionModel,
    pictures: UInt8[Tensor, "n channel height width"],
    labels: Int[Tensor, " n"] | None = None,
    batch_size: int = 250,
) -> dict[str, float]:
    """Mean absolute errors of the predicted noise and image on pictures not trained on.

    Times are uniform in [0, 1], as in the reference; they and the noise are the same at every
    call and on every machine, so that epochs and runs can be compared.

    Returns:
        "validation_noise_mae" and "validation_image_mae".
    """
    device = model.mean.device
    generator = torch.Generator().manual_seed(0)
    noise_error = image_error = 0.0
    with in_evaluation(model):
        for start in range(0, len(pictures), batch_size):
            chosen = slice(start, start + batch_size)
            clean = model.normalise(pictures[chosen].to(device))
            noise = torch.randn(clean.shape, generator=generator).to(device)
            t = torch.rand(len(noise), generator=generator).to(device)
            told = None if labels is None else labels[chosen].to(device)
            errors = model.absolute_errors(clean, noise, t, told)
            noise_error += errors.noise.sum().item()
            image_error += errors.image.sum().item()
    return {
        "validation_noise_mae": noise_error / len(pictures),
        "validation_image_mae": image_error / len(pictures),
    }


#: Names that have moved to ``ddimlib.runs`` and are still found here.
_IN_RUNS = ("TrainConfig", "PRESETS", "Run", "train", "load")


def __getattr__(name: str) -> Any:
    if name in _IN_RUNS:
        return getattr(importlib.import_module("ddimlib.runs"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
