"""Autoencoders and diffusion among their latents, in files (chapter 14).

A run of ``runs.train`` on a ``LatentDiffusion`` stores the autoencoder with the network, so its
file of weights is complete. What is here builds the model that such a file belongs to.
"""

import os
from pathlib import Path

from torch import Tensor

from ddimlib.autoencoder import Autoencoder, Coder, LatentDiffusion
from ddimlib.runs import checkpoints
from ddimlib.runs.config import TrainConfig
from ddimlib.runs.store import read_config
from ddimlib.schedules import make_schedule
from ddimlib.unet import UNet

CHANNELS = 4
WIDTHS = (64, 96)  # of the network for latents of 16×16, which it halves twice


def save_autoencoder(model: Autoencoder, path: Path) -> None:
    """Write an autoencoder."""
    checkpoints.save_tensors(path, model.state_dict(), {})


def load_autoencoder(path: str | os.PathLike[str]) -> Autoencoder:
    """The autoencoder of a file that ``save_autoencoder`` wrote, in eval mode on the CPU.

    Raises:
        FileNotFoundError, ValueError: where there is none, or another one.
    """
    tensors, _ = checkpoints.load_tensors(Path(path))
    model = Autoencoder(Coder(latent_channels=CHANNELS))
    checkpoints.load_into(model, tensors, path)
    return model.eval().requires_grad_(False)


def latent_model(
    config: TrainConfig,
    autoencoder: Autoencoder,
    classes: int,
    mean: Tensor | float = 0.0,
    std: Tensor | float = 1.0,
    kind: type[LatentDiffusion] = LatentDiffusion,
) -> LatentDiffusion:
    """An untrained diffusion model of latents, with the schedule and the target of ``config``.

    Args:
        classes: how many the network can be told, where ``config`` says that it is told them.
        mean, std: of the latents: see ``latent_statistics``.
    """
    network = UNet(
        CHANNELS,
        WIDTHS,
        config.block_depth,
        config.embedding_dim,
        classes=classes if config.class_conditional else None,
        condition_blocks=config.condition_blocks,
    )
    model = kind(
        network,
        make_schedule(config.schedule, **config.schedule_options),
        autoencoder,
        mean,
        std,
        target=config.target,
        loss=config.loss,
        weighting=config.weighting,
    )
    model.image_size = config.image_size // autoencoder.coder.shrinks
    return model


def load_latents(source: str | os.PathLike[str]) -> LatentDiffusion:
    """A trained diffusion model of latents with its autoencoder, in eval mode on the CPU.

    Args:
        source: a run's folder, a file of weights, or the name of a recorded run.

    Raises:
        FileNotFoundError, ValueError: where there is none, or another one.
        DownloadError: when it is a recorded run whose weights cannot be fetched.
    """
    path = checkpoints.find(source)
    tensors, about = checkpoints.load_tensors(path)
    names = tuple(about["class_names"])
    autoencoder = Autoencoder(Coder(latent_channels=CHANNELS))
    model = latent_model(read_config(path), autoencoder, len(names))
    checkpoints.load_into(model, checkpoints.full_precision(tensors), path)
    model.class_names = names
    return model.eval().requires_grad_(False)
