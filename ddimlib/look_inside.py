"""Look inside: what every block of a network does, and what it has learnt (chapters 5 and 9).

Nothing here changes a network or is needed to train or sample. Everything is read from forward
hooks, and from what a network answers when it is told right, wrong, or nothing.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, NamedTuple

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from ddimlib.checks import check_name
from ddimlib.diffusion import DiffusionModel, in_evaluation
from ddimlib.forward import add_noise
from ddimlib.guidance import check_labels
from ddimlib.samplers import Denoise, noise_like
from ddimlib.schedules import Schedule
from ddimlib.unet import MiddleLevel, ResidualBlock, SelfAttention, UNet, count_parameters

# --- What every block does ----------------------------------------------------------------------


class Block(NamedTuple):
    """One block of a network, as ``trace`` saw it work. Shapes are without the batch."""

    name: str  # as in ``network.named_modules()``
    kind: str  # the name of its class
    input_shape: tuple[int, ...]
    output_shape: tuple[int, ...]
    parameters: int
    macs: int  # multiply-accumulates of its convolutions and attention, for one image
    skip: str  # the block whose output is concatenated to its input, or ""
    output: Tensor  # with the batch


def trace(
    network: UNet,
    noisy: Float[Tensor, "batch channel height width"],
    noise_variance: Tensor | float = 0.5,
    labels: Tensor | None = None,
) -> list[Block]:
    """Run the network once and write down what every block did, in order of execution.

    Everything is read from forward hooks, nothing from the arguments of the network. The
    parameters add up to ``count_parameters(network)``. Multiply-accumulates are those of
    convolutions and attention, padding included; norms, activations, pooling and upsampling
    are not counted (FLOPs are about twice that number).

    Args:
        noisy: ``(batch, channel, height, width)``.
        noise_variance, labels: as for the network.

    Returns:
        One ``Block`` for each embedding, residual block and attention that ran, and for the
        output convolution. The network is in evaluation mode meanwhile.
    """
    blocks: list[Block] = []
    macs = 0

    def count(module: nn.Module, inputs: Any, output: Tensor) -> None:
        nonlocal macs
        if isinstance(module, nn.Conv2d):
            macs += output[0].numel() * module.weight[0].numel()
        elif isinstance(module, SelfAttention):
            # Every position scores every position, then mixes their values.
            macs += 2 * output[0].numel() * output[0, 0].numel()

    def write_down(name: str, module: nn.Module, inputs: Any, output: Tensor) -> None:
        nonlocal macs
        skip = ""
        if isinstance(module, ResidualBlock):
            skip = _find_skip(inputs[0], blocks)
        shapes = tuple(inputs[0].shape[1:]), tuple(output.shape[1:])
        kind = type(module).__name__
        blocks.append(Block(name, kind, *shapes, count_parameters(module), macs, skip, output))
        macs = 0

    hooks = [module.register_forward_hook(count) for module in network.modules()]
    for name, module in network.named_modules():
        outermost = module in network.children() and not isinstance(
            module, MiddleLevel | nn.ModuleList
        )
        if outermost or isinstance(module, ResidualBlock | SelfAttention):
            hooks.append(module.register_forward_hook(partial(write_down, name)))
    try:
        with torch.no_grad(), in_evaluation(network):
            network(noisy, noise_variance, labels)
    finally:
        for hook in hooks:
            hook.remove()
    return blocks


def _find_skip(x: Tensor, blocks: list[Block]) -> str:
    """The latest block whose output is the tail of ``x``: a skip that arrived there."""
    for block in reversed(blocks):
        channels = block.output.shape[1]
        # ``equal`` is false for shapes that differ.
        if channels < x.shape[1] and torch.equal(block.output, x[:, -channels:]):
            return block.name
    return ""


@contextmanager
def muted_skips(network: UNet) -> Iterator[UNet]:
    """The same network, deaf to its skip connections: zeros arrive instead (for experiments)."""

    def mute(level: nn.Module, inputs: tuple[Tensor, Tensor, list[Tensor]]) -> None:
        skips = inputs[-1]
        skips[:] = [torch.zeros_like(skip) for skip in skips]

    hooks = [level.register_forward_pre_hook(mute) for level in network.up]
    try:
        yield network
    finally:
        for hook in hooks:
            hook.remove()


# --- Where an answer comes from -----------------------------------------------------------------


class Influence(NamedTuple):
    """How strongly the middle pixel of each prediction depends on each pixel of the noisy image."""

    image: Float[Tensor, "height width"]
    noise: Float[Tensor, "height width"]


@torch.enable_grad()
def influence(
    denoise: Denoise,
    schedule: Schedule,
    noisy: Float[Tensor, "batch channel height width"],
    t: float,
) -> Influence:
    """Measure from which pixels an answer comes, for a network or for an exact denoiser.

    The two answers to one picture share their gradients: the image is (noisy - σ noise) / α, so its
    gradient is (1 at the pixel itself, 0 elsewhere, minus σ that of the noise) / α.

    Args:
        denoise: ``denoise(noisy, t) -> Prediction``, such as ``model.denoise``.
        schedule: what says how much noise there is at time t.
        noisy: images that hold as much.

    Returns:
        For either prediction the mean absolute gradient, over the channels of input and output and
        over the batch.
    """
    noisy = noisy.detach().clone().requires_grad_()
    time = torch.tensor(t)
    answer = denoise(noisy, time).noise
    signal, noise = (float(rate) for rate in schedule(time))
    row, column = (side // 2 for side in noisy.shape[-2:])
    of_image, of_noise = noisy.new_zeros(2, *noisy.shape[-2:])
    channels = answer.shape[1]
    for channel in range(channels):
        middle = answer[:, channel, row, column].sum()
        (gradient,) = torch.autograd.grad(middle, noisy, retain_graph=channel < channels - 1)
        of_noise += gradient.abs().mean((0, 1)) / channels
        gradient = -noise * gradient
        gradient[:, channel, row, column] += 1
        of_image += (gradient / signal).abs().mean((0, 1)) / channels
    return Influence(of_image, of_noise)


def share_within(influence: Float[Tensor, "height width"]) -> Float[Tensor, "radius"]:
    """The share of an influence that lies within 0, 1, 2, … pixels of the middle pixel.

    Distances are those between the centres of pixels; the last radius reaches the farthest corner.
    """
    height, width = influence.shape
    down, right = torch.arange(height) - height // 2, torch.arange(width) - width // 2
    distance = torch.hypot(down[:, None].double(), right[None, :].double())
    shares = influence.cpu().double()
    shares = shares / shares.sum()
    nearest = distance.ceil().long().flatten()  # the first whole radius that reaches a pixel
    return (
        torch.zeros(int(nearest.max()) + 1, dtype=shares.dtype)
        .index_add(0, nearest, shares.flatten())
        .cumsum(0)
    )


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
        ValueError: for a network without classes or with a single one, an unknown class, or another
            number of labels than of images.
    """
    labels = check_labels(model, labels)
    classes: int = model.network.classes  # type: ignore[assignment]
    if classes < 2 or len(labels) != len(images):
        raise ValueError(
            f"give each image a class of at least two, got {len(labels)} labels of {classes} "
            f"classes for {len(images)} images"
        )
    device = None if generator is None else generator.device
    order = torch.randperm(len(labels), generator=generator, device=device)
    shuffled = labels[order.to(labels.device)]
    wrong = torch.where(shuffled == labels, (labels + 1) % classes, shuffled)
    told = torch.stack([labels, wrong, torch.full_like(labels, classes)]).to(images.device)
    noise = noise_like(images, generator)
    errors = torch.zeros(3, len(times), len(images))
    with in_evaluation(model):
        for chosen in torch.arange(len(images)).split(batch_size):
            image = images[chosen]
            for index, time in enumerate(times):
                t = torch.full((3 * len(image),), time, dtype=image.dtype, device=image.device)
                three, its_noise = image.repeat(3, 1, 1, 1), noise[chosen].repeat(3, 1, 1, 1)
                off = model.absolute_errors(three, its_noise, t, told[:, chosen].flatten()).image
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
        check_name(depth, places, "depth")

    heard: dict[str, list[Tensor]] = {depth: [] for depth in depths}

    def listen(depth: str):  # type: ignore[no-untyped-def]
        def hook(module: nn.Module, inputs: object, output: Tensor) -> None:
            maps = output.float().flatten(2)
            heard[depth].append(torch.cat([maps.mean(2), maps.std(2, correction=0)], dim=1))

        return hook

    hooks = [network.get_submodule(depth).register_forward_hook(listen(depth)) for depth in depths]
    try:
        with in_evaluation(model):
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
