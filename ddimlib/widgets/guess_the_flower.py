"""Guess the flower (chapter 2): the reader against Bayes' rule, on one of eight flowers in noise.

    python -m ddimlib.widgets guess

paints the eight again (``data.procedural``) and writes ``static/guess.webp``, without loss. They
are kept as a file because a processor may round a painted colour to its neighbour, and a figure
must be the same everywhere.
"""

from __future__ import annotations

import io
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from ddimlib.data.procedural import procedural_flowers
from ddimlib.exact.ideal import memory_weights
from ddimlib.forward import Rates
from ddimlib.widgets.layer import Figure
from ddimlib.widgets.noise import browser_noise
from ddimlib.widgets.recording import webp_address
from ddimlib.widgets.stills import Still

SIZE = 32
FILE = "guess.webp"
#: One flower of each species, by its number in that species' series: chosen by eye, all different,
#: and the poppy and the rose both red.
FLOWERS = {
    "daisy": 3,
    "forget-me-not": 5,
    "lotus": 5,
    "pansy": 15,
    "poppy": 10,
    "rose": 4,
    "sunflower": 6,
    "tulip": 12,
}
#: Log-SNRs of the slider; and the probability above which the exact guesser counts as sure.
NOISIEST, CLEAREST, SURE = -8.0, -1.0, 0.95

_SHOWN, _SEED, _LEVELS = "poppy", 3, (-7.0, -6.0, -5.0, -4.0, -3.0, -2.0)


def guess_the_flower() -> Figure:
    """Guess which of eight flowers lies under the noise, and see what Bayes' rule says."""
    still = Still(560, 196, "Eight flowers; one of them under six levels of noise")
    # In the page once: the moving figure reads the sheet from the still picture.
    still.file(webp_address(_sheet()), 0, 0, 560, 70)
    still.text(0, 92, f"The {_SHOWN} under noise, and what Bayes' rule gives to it:", size=15)
    for column, (level, picture, weight) in enumerate(_rows()):
        still.picture(picture, 94 * column, 102, 74)
        still.text(94 * column, 192, f"{weight:.2f} at {level:.0f}".replace("-", "−"), size=14)
    return Figure(
        "guess_the_flower",
        {
            "size": SIZE,
            "names": list(FLOWERS),
            "noisiest": NOISIEST,
            "clearest": CLEAREST,
            "sure": SURE,
        },
        label="Guess the flower under the noise",
        caption=(
            "Move the slider until you know which of the eight it is, and press that flower. Then "
            "the bars show what Bayes' rule gives to each, and the second picture is the mean of "
            "the eight with these weights; go on moving the slider. In the score, levels are "
            "log-SNRs, lower for more noise: yours is the mean over your right guesses, that of "
            "Bayes the mean of where it became 95 % sure of the right flower. Flowers painted by "
            "formula; the score stays in this browser."
        ),
        still=still.to_svg(),
    )


def eight_flowers() -> NDArray[np.uint8]:
    """The flowers as they are kept, in the order of ``FLOWERS``: (8, size, size, 3)."""
    sheet = np.asarray(Image.open(io.BytesIO(_sheet())).convert("RGB"))
    return sheet.reshape(SIZE, len(FLOWERS), SIZE, 3).transpose(1, 0, 2, 3)


def painted_flowers(image_size: int = SIZE) -> NDArray[np.uint8]:
    """The same, painted now, at any size: (8, size, size, 3)."""
    pictures = [
        procedural_flowers(1, image_size, species=name, first=number)[0]
        for name, number in FLOWERS.items()
    ]
    return torch.cat(pictures).permute(0, 2, 3, 1).numpy()


def standardised(
    pictures: NDArray[np.uint8],
) -> tuple[Float[Tensor, "n 3 size size"], Tensor, Tensor]:
    """Pictures (n, size, size, 3) as images in float64, with their mean and deviation a channel."""
    values = torch.from_numpy(pictures.copy()).permute(0, 3, 1, 2).double()
    mean = values.mean((0, 2, 3), keepdim=True)
    std = values.std((0, 2, 3), keepdim=True, correction=0)
    return (values - mean) / std, mean, std


def record() -> Path:
    """Paint the eight flowers and write them side by side."""
    file = Path(str(files("ddimlib").joinpath("static", FILE)))
    sheet = np.concatenate(list(painted_flowers()), axis=1)
    Image.fromarray(sheet).save(file, "WEBP", lossless=True, quality=100, method=6)
    return file


def _sheet() -> bytes:
    return files("ddimlib").joinpath("static", FILE).read_bytes()


def _rows() -> list[tuple[float, NDArray[np.uint8], float]]:
    """For the still picture: each level, the flower under that noise, and its probability."""
    images, mean, std = standardised(eight_flowers())
    shown = list(FLOWERS).index(_SHOWN)
    field = browser_noise(_SEED, (SIZE, SIZE, 3)).transpose(2, 0, 1).astype(np.float64)
    levels = torch.tensor(_LEVELS, dtype=torch.float64)
    rates = Rates(torch.sigmoid(levels).sqrt(), torch.sigmoid(-levels).sqrt())
    noisy = torch.stack(
        [
            signal * images[shown] + noise * torch.from_numpy(field)
            for signal, noise in zip(rates.signal, rates.noise, strict=True)
        ]
    )
    weights = memory_weights(images, noisy, rates)[:, shown]
    seen = (noisy * std + mean).round().clamp(0, 255).to(torch.uint8).permute(0, 2, 3, 1).numpy()
    return [(level, seen[i], float(weights[i])) for i, level in enumerate(_LEVELS)]
