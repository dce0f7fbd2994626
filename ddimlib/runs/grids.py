"""Many pictures in one: a grid, as an array and as a file."""

import math
from pathlib import Path

import torch
from PIL import Image
from torch import Tensor

from ddimlib.runs.checkpoints import write_atomically


def make_grid(pictures: Tensor, columns: int | None = None, gap: int = 2) -> Tensor:
    """Lay pictures out in rows, with a white gap between them.

    Args:
        pictures: ``(n, channel, height, width)``, uint8 or float in [0, 1].
        columns: pictures a row; by default as square as possible.

    Returns:
        One uint8 picture ``(channel, height, width)``.
    """
    if pictures.is_floating_point():
        pictures = (pictures.clamp(0, 1) * 255).round().to(torch.uint8)
    count, channels, height, width = pictures.shape
    columns = min(count, columns or math.ceil(math.sqrt(count)))
    rows = math.ceil(count / columns)
    grid = torch.full(
        (channels, rows * (height + gap) - gap, columns * (width + gap) - gap),
        255,
        dtype=torch.uint8,
    )
    for index, picture in enumerate(pictures.cpu()):
        top, left = (index // columns) * (height + gap), (index % columns) * (width + gap)
        grid[:, top : top + height, left : left + width] = picture
    return grid


def save_grid(path: Path, pictures: Tensor, columns: int | None = None, zoom: int = 1) -> None:
    """Write a grid of pictures as an image file, each pixel ``zoom`` times as large."""
    image = to_image(make_grid(pictures, columns))
    if zoom > 1:
        image = image.resize((image.width * zoom, image.height * zoom), Image.Resampling.NEAREST)
    write_atomically(Path(path), lambda temporary: image.save(temporary))


def to_image(picture: Tensor) -> Image.Image:
    """One uint8 picture ``(channel, height, width)`` as a PIL image."""
    return Image.fromarray(picture.permute(1, 2, 0).contiguous().cpu().numpy().squeeze())
