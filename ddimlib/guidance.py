"""Steering: make the model draw what is asked for (chapter 9).

Every function here takes a ``denoise`` function apart or puts one together, and leaves the
samplers as they are: guidance is a denoiser, inversion is DDIM run backwards, inpainting and
image-to-image are samplers that start from, or keep returning to, a given picture.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from ddimlib import samplers
from ddimlib.checks import batch_of_times
from ddimlib.diffusion import DiffusionModel, Prediction
from ddimlib.forward import Rates, add_noise, spread
from ddimlib.samplers import Denoise, Generator, Step, Times, noise_like
from ddimlib.schedules import Schedule

Interval = tuple[float, float] | None
Labels = int | Sequence[int] | Tensor


# --- Classifier-free guidance -------------------------------------------------------------------


def guided(
    model: DiffusionModel, labels: Labels, scale: float = 1.0, interval: Interval = None
) -> Denoise:
    """Classifier-free guidance: Ho and Salimans (2022), equation 6, with scale = 1 + w.

    Away from the prediction for no class, past the prediction for the class:
    ``ε = ε_none + scale · (ε_class - ε_none)``. Both come from one pass of a doubled batch.

    Args:
        model: a model whose network was trained with classes and with label dropout.
        labels: the class to draw: one number, or one per image.
        scale: 0 ignores the class, 1 is the conditional model as trained, larger numbers
            exaggerate what is typical of the class.
        interval: ``(low, high)``, times in [0, 1] between which guidance acts; outside of it
            the conditional model is used as it is (Kynkäänniemi et al. 2024). None: always.

    Returns:
        ``denoise(noisy, t) -> Prediction``, for any sampler.

    Raises:
        ValueError: for a class that the network does not know, a network without classes, a
            negative scale, or an interval that is not 0 <= low < high <= 1.
    """
    labels = check_labels(model, labels)
    classes: int = model.network.classes  # type: ignore[assignment]
    acts = _guidance_times(scale, interval)

    def denoise(noisy: Tensor, t: Tensor) -> Prediction:
        batch = noisy.shape[0]
        if labels.numel() not in (1, batch):
            raise ValueError(f"give one label or one per image: got {len(labels)} for {batch}")
        wanted = labels.to(noisy.device).expand(batch)
        if scale == 1 or not acts(t):
            return model.denoise(noisy, t, wanted)
        both = torch.cat([wanted, torch.full_like(wanted, classes)])
        prediction = model.denoise(
            torch.cat([noisy, noisy]), batch_of_times(t, noisy).repeat(2), both
        )
        halves = [part.chunk(2) for part in prediction]
        return extrapolate(
            Prediction(*(half[1] for half in halves)),
            Prediction(*(half[0] for half in halves)),
            scale,
        )

    return denoise


def guided_by(
    conditional: Denoise, unconditional: Denoise, scale: float, interval: Interval = None
) -> Denoise:
    """Guidance from any two denoisers, exact ones for example: see ``guided``."""
    acts = _guidance_times(scale, interval)

    def denoise(noisy: Tensor, t: Tensor) -> Prediction:
        prediction = conditional(noisy, t)
        if scale == 1 or not acts(t):
            return prediction
        return extrapolate(unconditional(noisy, t), prediction, scale)

    return denoise


def extrapolate(start: Prediction, end: Prediction, scale: float) -> Prediction:
    """From one prediction towards another, and past it for ``scale`` > 1."""
    return Prediction(
        start.image + scale * (end.image - start.image),
        start.noise + scale * (end.noise - start.noise),
    )


def check_labels(model: DiffusionModel, labels: Labels) -> Tensor:
    """Labels as an int64 tensor, when the model's network knows them all.

    Raises:
        ValueError: for a network without classes, or an unknown class.
    """
    classes = getattr(model.network, "classes", None)
    if classes is None:
        raise ValueError(
            "this model was trained without classes and cannot be told what to draw: "
            "train one with class_conditional=True"
        )
    labels = torch.as_tensor(labels, dtype=torch.int64).reshape(-1)
    unknown = labels[(labels < 0) | (labels > classes)]
    if len(unknown):
        raise ValueError(
            f"unknown class {unknown[0].item()}: this model knows the classes 0 … {classes - 1} "
            f"({classes} means no class)"
        )
    return labels


def _guidance_times(scale: float, interval: Interval):  # type: ignore[no-untyped-def]
    if not scale >= 0:
        raise ValueError(
            f"the guidance scale must not be negative (0 ignores the class), got {scale}"
        )
    low, high = (0.0, 1.0) if interval is None else interval
    if not 0 <= low < high <= 1:
        raise ValueError(
            f"a guidance interval must be two times with 0 <= low < high <= 1, got {interval}"
        )
    if interval is None:
        return lambda t: True
    return lambda t: low <= float(torch.as_tensor(t).flatten()[0]) <= high


# --- Inversion and interpolation ----------------------------------------------------------------


def inversion(
    denoise: Denoise,
    schedule: Schedule,
    images: Tensor,
    steps: int = 50,
    *,
    tolerance: float = 1e-3,
    corrections: int = 30,
) -> Iterator[Step]:
    """DDIM backwards, from an image to the noise that it is made from.

    A DDIM step mixes again the image and noise that were predicted at its noisy end, which is
    not known when one comes from the other side. Guessing them at the known end (Song et al.
    2020a, section 4.3) drifts away; here the guess is put into the step and improved until it
    fits: a fixed-point iteration for each step, so that ``samplers.ddim`` with as many steps
    comes back to where this began.

    Args:
        images: ``(batch, …)``, standardised.
        steps: number of steps.
        tolerance: a step is solved when it moves no picture by more than this, as a mean
            absolute difference. Infinity: one evaluation a step.
        corrections: evaluations of ``denoise`` that a step may use at most. Most steps need two
            or three. The first, which invents the noise, and with few steps the last, may use all.

    Yields:
        ``steps`` steps with rising times, the last one 1, where ``noisy`` is the noise.

    Raises:
        ValueError: for steps or corrections < 1, or a tolerance that is not positive.
    """
    if steps < 1 or corrections < 1 or not tolerance > 0:
        raise ValueError(
            "inversion needs at least one step, at least one correction and a positive "
            f"tolerance, got steps={steps}, corrections={corrections}, tolerance={tolerance}"
        )
    times = samplers.checked_times(schedule, steps, "uniform", images).flip(0)[1:]
    # The image itself is clean, so the first step leads from no noise to that of times[0].
    here = Rates(torch.ones_like(times[0]), torch.zeros_like(times[0]))
    now, prediction = images, Prediction(images, torch.zeros_like(images))
    for t in times:
        there = schedule(t)
        guess = add_noise(prediction.image, prediction.noise, there)
        for _ in range(corrections):
            prediction = denoise(guess, t)
            better = _step_back(now, prediction.noise, here, there)
            change = (better - guess).abs().flatten(1).mean(1).max()
            guess = better
            if change < tolerance:
                break
        prediction = samplers.from_noise(guess, prediction.noise, there)
        now, here = guess, there
        yield Step(t.item(), now, prediction)


def _step_back(noisy: Tensor, noise: Tensor, here: Rates, there: Rates) -> Tensor:
    """From here to there with this noise: equation 12 of Song et al. (2020a) for η = 0."""
    (signal, noise_rate), (next_signal, next_noise_rate) = spread(here, noisy), spread(there, noisy)
    return next_signal * (noisy - noise_rate * noise) / signal + next_noise_rate * noise


def invert(
    denoise: Denoise,
    schedule: Schedule,
    images: Tensor,
    steps: int = 50,
    *,
    tolerance: float = 1e-3,
    corrections: int = 30,
) -> Tensor:
    """The noise from which ``samplers.sample`` makes these images: the end of ``inversion``."""
    noise = images
    with torch.no_grad():
        for step in inversion(
            denoise, schedule, images, steps, tolerance=tolerance, corrections=corrections
        ):
            noise = step.noisy
    return noise


def slerp(first: Tensor, second: Tensor, fraction: float | Tensor) -> Tensor:
    """Along the great circle from one noise to another (Shoemake 1985, equation 4).

    A straight line between two Gaussian noises passes through too little noise in its middle
    (its variance falls to a half); an arc keeps it.

    Args:
        first, second: ``(batch, …)``, of the same shape.
        fraction: how far, 0 is the first and 1 the second; one number, or one per row of the
            result, ``(n,)``, for first and second of one row.

    Returns:
        ``(batch, …)`` or ``(n, …)``.

    Raises:
        ValueError: for shapes that differ.
    """
    if first.shape != second.shape:
        raise ValueError(
            f"both ends must have the same shape, got {tuple(first.shape)} "
            f"and {tuple(second.shape)}"
        )
    trailing = (1,) * (first.ndim - 1)
    fraction = torch.as_tensor(fraction, dtype=first.dtype, device=first.device)
    fraction = fraction.reshape(-1, *trailing)
    a, b = first.flatten(1), second.flatten(1)
    cosine = (a * b).sum(1) / (a.norm(dim=1) * b.norm(dim=1)).clamp(min=1e-12)
    angle = cosine.clamp(-1, 1).acos().reshape(-1, *trailing)
    # Where both point the same way, or opposite ways, there is no arc to follow.
    straight = angle.sin() < 1e-4
    safe = torch.where(straight, torch.ones_like(angle), angle)
    arc = ((1 - fraction) * safe).sin() * first + (fraction * safe).sin() * second
    return torch.where(straight, torch.lerp(first, second, fraction), arc / safe.sin())


# --- Starting from a picture --------------------------------------------------------------------


def image_to_image(
    denoise: Denoise,
    schedule: Schedule,
    images: Tensor,
    noise: Tensor,
    strength: float = 0.6,
    steps: int = 20,
    method: str = "ddim",
    generator: Generator = None,
    **options: object,
) -> Iterator[Step]:
    """Dissolve a picture part of the way and sample from there: SDEdit (Meng et al. 2021).

    Args:
        images: ``(batch, …)``, standardised.
        noise: shaped like ``images``.
        strength: the time at which to start, in (0, 1]: small keeps the picture, 1 forgets it.
        steps, method, generator, options: of the sampler, see ``ddimlib.samplers``.

    Returns:
        The sampler's steps.

    Raises:
        ValueError: for a strength outside (0, 1], or an unknown method.
    """
    if not 0 < strength <= 1:
        raise ValueError(f"strength is the time to start at, in (0, 1], got {strength}")
    samplers.check_name(method, samplers.SAMPLERS, "sampler")
    times = strength * samplers.uniform_times(schedule, steps)
    start = add_noise(images, noise, schedule(times[:1]))
    return samplers.SAMPLERS[method](
        denoise, schedule, start, steps, times=times, generator=generator, **options
    )


def inpaint(
    denoise: Denoise,
    schedule: Schedule,
    images: Tensor,
    mask: Tensor,
    noise: Tensor,
    steps: int = 20,
    *,
    resample: int = 1,
    eta: float = 1.0,
    times: Times = None,
    generator: Generator = None,
) -> Iterator[Step]:
    """Fill in the part of a picture that is not known: RePaint (Lugmayr et al. 2022), algorithm 1.

    After each sampler step the known part is replaced by the given picture at that noise level
    (this alone: Y. Song et al. 2020b, appendix I.2). With ``resample`` > 1 each step is taken
    several times, with the noise put back in between, so that the new part can adapt to the
    known one.

    Args:
        images: ``(batch, channel, height, width)``, standardised; the unknown part is ignored.
        mask: 1 (or True) where the picture is known, 0 where it is to be made; shaped like
            ``images``, or with 1 for batch or channel.
        noise: the start, shaped like ``images``.
        resample: how often each step is taken, at least 1: ``steps · resample`` evaluations.
        eta: of the step, see ``samplers.ddim``; RePaint's is 1.
        generator: for the noise of the known part and of the steps.

    Returns:
        An iterator of ``steps`` steps. Their predicted image is the whole picture: known part
        as given, unknown part as predicted.

    Raises:
        ValueError: for a mask of another shape or other values, or resample < 1.
    """
    fits = mask.ndim == images.ndim and all(
        m in (1, i) if axis < 2 else m == i
        for axis, (m, i) in enumerate(zip(mask.shape, images.shape, strict=False))
    )
    if not fits:
        raise ValueError(
            f"mask must have the shape of the images {tuple(images.shape)}, with 1 allowed for "
            f"batch and channel, got {tuple(mask.shape)}"
        )
    if not ((mask == 0) | (mask == 1)).all():
        raise ValueError("mask must be 1 where the picture is known and 0 where it is not")
    if resample < 1:
        raise ValueError(f"each step must be taken at least once, got resample={resample}")
    known = mask.to(images)
    times = samplers.checked_times(schedule, steps, times, noise)
    return _inpaint(denoise, schedule, images, known, noise, times, resample, eta, generator)


def _inpaint(
    denoise: Denoise,
    schedule: Schedule,
    images: Tensor,
    known: Tensor,
    noise: Tensor,
    times: Tensor,
    resample: int,
    eta: float,
    generator: Generator,
) -> Iterator[Step]:
    noisy = noise
    for i in range(len(times) - 1):
        here, there = schedule(times[i]), schedule(times[i + 1])
        for again in range(resample):
            if again:  # put the noise back: one step of the forward process
                kept = here.signal / there.signal
                fresh = (1 - kept**2).clamp(min=0).sqrt()
                noisy = add_noise(noisy, noise_like(noise, generator), Rates(kept, fresh))
            (step,) = samplers.ddim(
                denoise, schedule, noisy, 1, eta=eta, times=times[i : i + 2], generator=generator
            )
            given = add_noise(images, noise_like(noise, generator), there)
            noisy = known * given + (1 - known) * step.noisy
        whole = known * images + (1 - known) * step.prediction.image
        yield Step(step.time, noisy, Prediction(whole, step.prediction.noise))


# --- Is the class heard, and what does guidance cost? -------------------------------------------


class ClassErrors(NamedTuple):
    """Mean absolute error of the predicted image of every picture, at every time, by label."""

    right: Float[Tensor, "time image"]
    wrong: Float[Tensor, "time image"]
    none: Float[Tensor, "time image"]


@torch.no_grad()
def class_errors(
    model: DiffusionModel,
    images: Float[Tensor, "image channel height width"],
    labels: Int[Tensor, " image"],
    times: Sequence[float],
    generator: torch.Generator | None = None,
    batch_size: int = 100,
) -> ClassErrors:
    """How well a network predicts when it is told the right class, a wrong one, and none.

    A network that listens is helped by the right class and misled by a wrong one. The three see
    the same noise, so that even small differences show.

    Args:
        images: standardised; for a fair answer, pictures that the network has not seen.
        labels: their classes. The wrong ones are those of other pictures, drawn at random.
        times: noise levels, as times in [0, 1].
        generator: for the noise and the wrong classes.

    Raises:
        ValueError: for a network without classes, or an unknown class.
    """
    labels = check_labels(model, labels)
    classes: int = model.network.classes  # type: ignore[assignment]
    device = None if generator is None else generator.device
    order = torch.randperm(len(labels), generator=generator, device=device)
    shuffled = labels[order.to(labels.device)]
    wrong = torch.where(shuffled == labels, (labels + 1) % classes, shuffled)
    told = torch.stack([labels, wrong, torch.full_like(labels, classes)]).to(images.device)
    noise = noise_like(images, generator)
    errors = torch.zeros(3, len(times), len(images))
    for chosen in torch.arange(len(images)).split(batch_size):
        image = images[chosen]
        for index, time in enumerate(times):
            t = torch.full((3 * len(image),), time, dtype=image.dtype, device=image.device)
            noisy = add_noise(image, noise[chosen], model.schedule(t[: len(image)]))
            prediction = model.denoise(noisy.repeat(3, 1, 1, 1), t, told[:, chosen].flatten())
            off = (prediction.image - image.repeat(3, 1, 1, 1)).abs().mean((1, 2, 3))
            errors[:, index, chosen] = off.float().cpu().reshape(3, -1)
    return ClassErrors(*errors)


def variety(features: Float[Tensor, "picture feature"], labels: Int[Tensor, " picture"]) -> float:
    """Mean distance between two pictures of the same class, in features.

    Args:
        features: one row a picture.
        labels: the class of each; at least one class has two pictures.

    Raises:
        ValueError: when no class has two pictures.
    """
    distances = torch.cdist(features.double(), features.double())
    same = (labels[:, None] == labels).fill_diagonal_(False)
    if not same.any():
        raise ValueError("variety needs at least two pictures of the same class, got none")
    return distances[same].mean().item()


# --- What the network knows ---------------------------------------------------------------------


def feature_depths(network: nn.Module) -> list[str]:
    """The places of a U-Net where ``features_at`` can listen, in the order an image passes them."""
    parts = dict(network.named_children())
    return [
        *(f"down.{i}" for i in range(len(parts["down"]))),  # type: ignore[arg-type]
        "middle",
        *(f"up.{i}" for i in range(len(parts["up"]))),  # type: ignore[arg-type]
    ]


@torch.no_grad()
def features_at(
    model: DiffusionModel,
    images: Float[Tensor, "image channel height width"],
    t: float,
    depths: Sequence[str] | None = None,
    generator: torch.Generator | None = None,
    batch_size: int = 256,
) -> dict[str, Float[Tensor, "image feature"]]:
    """What the U-Net computes inside when it denoises, averaged over each feature map.

    The label is left out, so that the class can only come from the picture (the way of
    Baranchuk et al. 2021, for whole pictures).

    Args:
        images: standardised.
        t: the noise level at which to listen, a time in [0, 1].
        depths: names from ``feature_depths``; all of them when left out.
        generator: for the noise.

    Returns:
        For each depth the mean and the standard deviation of every channel over the picture,
        ``(images, 2 · channels)``.

    Raises:
        ValueError: for an unknown depth; the message lists the known ones.
    """
    network = model.network
    places = feature_depths(network)
    depths = places if depths is None else list(depths)
    for depth in depths:
        samplers.check_name(depth, places, "depth")

    heard: dict[str, list[Tensor]] = {depth: [] for depth in depths}

    def listen(depth: str):  # type: ignore[no-untyped-def]
        def hook(module: nn.Module, inputs: object, output: Tensor) -> None:
            maps = output.float().flatten(2)
            heard[depth].append(torch.cat([maps.mean(2), maps.std(2)], dim=1))

        return hook

    hooks = [network.get_submodule(depth).register_forward_hook(listen(depth)) for depth in depths]
    try:
        for batch in images.split(batch_size):
            times = torch.full((len(batch),), t, dtype=batch.dtype, device=batch.device)
            noisy = add_noise(batch, noise_like(batch, generator), model.schedule(times))
            model.denoise(noisy, times)
    finally:
        for hook in hooks:
            hook.remove()
    return {depth: torch.cat(parts) for depth, parts in heard.items()}


def probe_accuracy(
    train_features: Float[Tensor, "train feature"],
    train_labels: Tensor,
    test_features: Float[Tensor, "test feature"],
    test_labels: Tensor,
    ridge: float = 1e-2,
) -> float:
    """How well a linear map reads the class from features: the share it gets right.

    Ridge regression on the one-hot classes, solved exactly; features are standardised with the
    training statistics.

    Args:
        ridge: strength of the penalty, relative to the number of training images.

    Raises:
        ValueError: for a ridge that is not positive, or labels that do not fit the features.
    """
    if not ridge > 0:
        raise ValueError(f"ridge must be positive, got {ridge}")
    for features, labels in ((train_features, train_labels), (test_features, test_labels)):
        if labels.shape != features.shape[:1]:
            raise ValueError(
                f"give one label per row of features: got {tuple(labels.shape)} labels "
                f"for {tuple(features.shape)} features"
            )
    # On the CPU, since not every accelerator has double precision.
    train, test = train_features.cpu().double(), test_features.cpu().double()
    train_labels, test_labels = train_labels.cpu(), test_labels.cpu()
    mean, std = train.mean(0), train.std(0).clamp(min=1e-8)
    train, test = ((x - mean) / std for x in (train, test))
    classes = int(max(train_labels.max(), test_labels.max())) + 1
    targets = nn.functional.one_hot(train_labels.long(), classes).double()
    gram = train.T @ train / len(train) + ridge * torch.eye(train.shape[1], dtype=train.dtype)
    weights = torch.linalg.solve(gram, train.T @ (targets - targets.mean(0)) / len(train))
    guesses = (test @ weights + targets.mean(0)).argmax(1)
    return (guesses == test_labels).double().mean().item()
