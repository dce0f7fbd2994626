"""The diffusion model: what the network predicts, and how its error is counted (chapter 6)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import torch
from jaxtyping import Float
from torch import Tensor, nn

from ddimlib.checks import batch_of_times, check_name, check_pictures
from ddimlib.forward import Rates, add_noise, spread
from ddimlib.schedules import Schedule

LOSSES = ("mae", "mse")
WEIGHTINGS = ("uniform", "noise", "image", "velocity", "min_snr")
MIN_SNR_GAMMA = 5.0


class Prediction(NamedTuple):
    """A noisy image taken apart: ``noisy = signal · image + noise_rate · noise``.

    Both are shaped like the noisy images.
    """

    image: Tensor
    noise: Tensor

    def velocity(self, rates: Rates) -> Tensor:
        """``v = signal · ε - noise_rate · x_0`` (Salimans and Ho 2022, section 4)."""
        signal_rates, noise_rates = spread(rates, self.image)
        return signal_rates * self.noise - noise_rates * self.image

    @property
    def flow(self) -> Tensor:
        """``ε - x_0``, the constant speed of rectified flow (Liu et al. 2022c, section 2.1)."""
        return self.noise - self.image


def from_noise(noisy: Tensor, noise: Tensor, rates: Rates) -> Prediction:
    """The prediction that has this noise and belongs to this noisy image."""
    signal_rates, noise_rates = spread(rates, noisy)
    return Prediction((noisy - noise_rates * noise) / signal_rates, noise)


def from_image(noisy: Tensor, image: Tensor, rates: Rates) -> Prediction:
    """The prediction that has this image and belongs to this noisy image."""
    signal_rates, noise_rates = spread(rates, noisy)
    return Prediction(image, (noisy - signal_rates * image) / noise_rates)


def from_velocity(noisy: Tensor, velocity: Tensor, rates: Rates) -> Prediction:
    """The prediction that has this velocity and belongs to this noisy image.

    For rates whose squares sum to 1.
    """
    signal_rates, noise_rates = spread(rates, noisy)
    image = signal_rates * noisy - noise_rates * velocity
    return Prediction(image, noise_rates * noisy + signal_rates * velocity)


def from_flow(noisy: Tensor, flow: Tensor, rates: Rates) -> Prediction:
    """The prediction that has this flow and belongs to this noisy image."""
    signal_rates, noise_rates = spread(rates, noisy)
    total = signal_rates + noise_rates
    return Prediction((noisy - noise_rates * flow) / total, (noisy + signal_rates * flow) / total)


# What a network's output may stand for, and how a prediction is made of it.
FROM_TARGET: dict[str, Callable[[Tensor, Tensor, Rates], Prediction]] = {
    "noise": from_noise,
    "image": from_image,
    "velocity": from_velocity,
    "flow": from_flow,
}
TARGETS = tuple(FROM_TARGET)


class PictureModel(nn.Module):
    """A network with the statistics of its pictures: what ``training.fit`` can train.

    Args:
        network: what learns.
        mean, std: statistics of the pictures per channel, numbers or ``(channels,)``.

    Raises:
        ValueError: for a std that is not positive.
    """

    def __init__(
        self, network: nn.Module, mean: Tensor | float = 0.5, std: Tensor | float = 0.5
    ) -> None:
        super().__init__()
        self.network = network
        channels = getattr(network, "image_channels", 1)
        self.mean: Tensor
        self.std: Tensor
        self.register_buffer("mean", _per_channel(mean, channels))
        self.register_buffer("std", _per_channel(std, channels))
        if not (self.std > 0).all():
            raise ValueError(f"std must be positive in every channel, got {self.std.flatten()}")

    def normalise(self, pictures: Tensor) -> Tensor:
        """Pictures for people to images for the network: mean 0, variance 1 over the data set.

        Args:
            pictures: ``(batch, channel, height, width)``, float in [0, 1] or uint8.

        Raises:
            ValueError: for numbers of another kind or range, as 0…255 in floating point, or
                another number of channels.
        """
        check_pictures(pictures)
        channels = self.mean.shape[1]
        if pictures.ndim < 4 or (channels > 1 and pictures.shape[-3] != channels):
            raise ValueError(
                f"pictures must have shape (batch, {channels}, height, width), "
                f"got {tuple(pictures.shape)}"
            )
        if pictures.dtype == torch.uint8:
            pictures = pictures.to(self.mean.dtype) / 255
        return (pictures - self.mean) / self.std

    def to_pictures(self, images: Tensor) -> Tensor:
        """Images to pictures in [0, 1]: the inverse of ``normalise``, clipped."""
        return (images * self.std + self.mean).clamp(0, 1)

    def loss(
        self,
        images: Float[Tensor, "batch *size"],
        labels: Tensor | None = None,
        generator: torch.Generator | None = None,
    ) -> Float[Tensor, ""]:
        """What training makes small, for images standardised by ``normalise``."""
        raise NotImplementedError(f"a {type(self).__name__} has no loss to train it by")


class DiffusionModel(PictureModel):
    """A network with the schedule, the target and the statistics that it was trained with.

    Args:
        network: any module ``(noisy, noise_variance[, labels]) -> tensor like noisy``.
        schedule: the noise schedule.
        target: what the network's output stands for: "noise", "image", "velocity" or "flow".
        loss: "mae" or "mse".
        weighting: "uniform" counts the error of the target itself; "noise", "image" and
            "velocity" count the error of that quantity, whatever the network puts out;
            "min_snr" weighs the squared error of the image by min(SNR, 5)
            (Hang et al. 2023, section 3.4), and other losses by its root.
        mean, std: statistics of the pictures per channel, numbers or ``(channels,)``.

    Raises:
        ValueError: for an unknown target, loss or weighting, a std that is not positive, or the
            target "velocity" with rates whose squares do not sum to 1.
    """

    #: What a trained model also knows: the side of its pictures, and the names of its classes.
    image_size: int | None = None
    class_names: tuple[str, ...] = ()

    def __init__(
        self,
        network: nn.Module,
        schedule: Schedule,
        target: str = "noise",
        loss: str = "mae",
        weighting: str = "uniform",
        mean: Tensor | float = 0.5,
        std: Tensor | float = 0.5,
    ) -> None:
        super().__init__(network, mean, std)
        self.schedule = schedule
        self.target = check_name(target, TARGETS, "target")
        if target == "velocity":
            signal, noise = schedule(torch.tensor(0.5))
            if abs(signal**2 + noise**2 - 1) > 1e-3:
                raise ValueError(
                    "along a straight line predict the flow, not the velocity of an arc"
                )
        self.loss_name = check_name(loss, LOSSES, "loss")
        self.weighting = check_name(weighting, WEIGHTINGS, "weighting")

    @property
    def picture_shape(self) -> tuple[int, int, int]:
        """Channels, height and width of the pictures it was trained on.

        Raises:
            ValueError: when the model does not know.
        """
        if self.image_size is None:
            raise ValueError("the model does not know its image_size: set it, or use runs.load")
        return self.mean.shape[1], self.image_size, self.image_size

    def denoise(
        self,
        noisy: Float[Tensor, "batch *size"],
        t: Tensor | float,
        labels: Tensor | None = None,
    ) -> Prediction:
        """Take noisy images apart into image and noise.

        Args:
            noisy: ``(batch, channel, height, width)``.
            t: one time in [0, 1], or one per image.
            labels: class numbers ``(batch,)``, for a network with classes.

        Returns:
            The predicted image and noise, shaped like ``noisy``; together they give back
            ``noisy`` exactly.

        Raises:
            ValueError: for a time outside [0, 1] or a wrong shape.
        """
        return self._predict(noisy, self.schedule(batch_of_times(t, noisy)), labels)

    def _predict(self, noisy: Tensor, rates: Rates, labels: Tensor | None) -> Prediction:
        known = () if labels is None else (labels,)  # not every network takes labels
        output = self.network(noisy, rates.noise**2, *known)
        if output.shape != noisy.shape:
            raise ValueError(
                f"the network must answer in the shape of what it sees, {tuple(noisy.shape)}, "
                f"got {tuple(output.shape)}"
            )
        return FROM_TARGET[self.target](noisy, output.to(noisy.dtype), rates)

    def loss(
        self,
        images: Float[Tensor, "batch *size"],
        labels: Tensor | None = None,
        generator: torch.Generator | None = None,
    ) -> Float[Tensor, ""]:
        """The training loss: noise images at random times, predict, count the error.

        Algorithm 1 of Ho et al. (2020), with t continuous and uniform.

        Args:
            images: ``(batch, channel, height, width)``, standardised by ``normalise``.
            labels: class numbers ``(batch,)``, for a network with classes.
            generator: where times and noise are drawn from.
        """
        draw: dict[str, Any] = {
            "device": images.device,
            "dtype": images.dtype,
            "generator": generator,
        }
        t = torch.rand(images.shape[0], **draw)
        noise = torch.randn(images.shape, **draw)
        return self.errors(images, noise, t, labels).mean()

    def errors(
        self, images: Tensor, noise: Tensor, t: Tensor, labels: Tensor | None = None
    ) -> Float[Tensor, " batch"]:
        """The loss of each image at a given noise and time, before averaging: ``(batch,)``."""
        rates = self.schedule(batch_of_times(t, images))
        prediction = self._predict(add_noise(images, noise, rates), rates, labels)
        truth = Prediction(images, noise)

        counted = {"uniform": self.target, "min_snr": "image"}.get(self.weighting, self.weighting)
        if counted == "velocity":
            difference = prediction.velocity(rates) - truth.velocity(rates)
        else:
            difference = getattr(prediction, counted) - getattr(truth, counted)
        error = (difference.abs() if self.loss_name == "mae" else difference**2).flatten(1).mean(1)

        if self.weighting == "min_snr":
            weight = (rates.signal / rates.noise).square().clamp(max=MIN_SNR_GAMMA)
            error = error * (weight.sqrt() if self.loss_name == "mae" else weight)
        return error

    def absolute_errors(
        self, images: Tensor, noise: Tensor, t: Tensor | float, labels: Tensor | None = None
    ) -> Prediction:
        """Mean absolute errors of the predicted image and noise, whatever the loss: ``(batch,)``.

        They are what the reference publishes, and what compares models of different losses.
        """
        t = batch_of_times(t, images)
        predicted = self.denoise(add_noise(images, noise, self.schedule(t)), t, labels)
        pairs = zip(predicted, (images, noise), strict=True)
        return Prediction(*((one - other).abs().flatten(1).mean(1) for one, other in pairs))


@contextmanager
def in_evaluation(module: nn.Module) -> Iterator[None]:
    """Evaluation mode meanwhile, and then each part in the mode that it was in."""
    modes = {part: part.training for part in module.modules()}
    try:
        module.eval()
        yield
    finally:
        for part, mode in modes.items():
            part.training = mode


def _per_channel(value: Tensor | float, channels: int) -> Tensor:
    value = torch.as_tensor(value, dtype=torch.float32).flatten()
    if value.numel() not in (1, channels):
        raise ValueError(
            f"mean and std must be one number or one per channel ({channels}), "
            f"got {value.numel()} numbers"
        )
    return value.expand(channels).reshape(1, channels, 1, 1).clone()
