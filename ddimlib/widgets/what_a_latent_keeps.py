"""What a latent keeps (chapter 14): a few numbers for each square of a photograph, and back.

``python benchmarks/latents.py patches`` records the code, and its ``record`` the photograph as the
learned code brings it back, once an autoencoder has been trained.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ddimlib.data.photograph import CREDIT, sample_flower
from ddimlib.runs import recorded
from ddimlib.widgets.layer import Figure, encode_bytes
from ddimlib.widgets.stills import Still

NAME = "latents"
OPENS_AT = 4  # numbers kept, as many as the learned latent has
SQUARE = (7, 6)  # column and row of the square that is marked at first


def what_a_latent_keeps() -> Figure:
    """Choose how many numbers each square of a photograph keeps, move one, and see the picture.

    Raises:
        FileNotFoundError: where the code was not recorded.
    """
    about = recorded.read_json(NAME, "patches.json")
    side, size = about["image_size"], about["patch"]
    flower = sample_flower(side)
    learned = learned_code()
    again = there_and_back(flower, about, OPENS_AT)
    still = Still(560, 216, "A photograph, and what comes back from four numbers for each square")
    for place, (title, pixels) in enumerate(
        (("The photograph", flower), (f"From {OPENS_AT} of {3 * size**2} numbers a square", again))
    ):
        still.text(290 * place, 15, title)
        still.picture(pixels, 290 * place, 24, 190)
    return Figure(
        "latent",
        {
            "side": side,
            "size": size,
            "picture": encode_bytes(flower),
            "mean": about["mean"],
            "directions": about["directions"],
            "spread": about["spread"],
            "error": about["error"],
            "pictures": about["pictures"],
            "highest": round(1.05 * max(about["error"]), 2),
            "opens": OPENS_AT,
            "square": SQUARE,
            "learned": learned,
        },
        label="What a latent keeps",
        caption=(
            f"The photograph is cut into squares of {size}×{size} pixels, {3 * size**2} values "
            "each. Choose how many numbers each square may keep. Next: the first four, "
            "each as a small picture of its own. Press on the last picture to mark a square, or "
            "move the mark with the arrow keys; then move one of its numbers." + CREDIT
        ),
        still=still.to_svg(),
    )


def learned_code() -> dict[str, Any] | None:
    """What the recorded autoencoder makes of the same photograph; None where there is none yet."""
    folder = recorded.path(NAME)
    if not (folder / "flower.json").is_file():
        return None
    runs = recorded.read_json(NAME, "table.json")["runs"]
    return recorded.read_json(NAME, "flower.json") | {
        "average": round(runs["perceptual"]["rms"], 4)
    }


def there_and_back(pixels: NDArray[np.uint8], code: dict[str, Any], kept: int) -> NDArray[np.uint8]:
    """A picture (side, side, 3) from ``kept`` numbers of each of its squares."""
    size, count = code["patch"], len(pixels) // code["patch"]
    squares = pixels.reshape(count, size, count, size, 3).transpose(0, 2, 4, 1, 3) / 255
    mean, directions = np.array(code["mean"]), np.array(code["directions"])[:kept]
    numbers = (squares.reshape(-1, len(mean)) - mean) @ directions.T
    again = (numbers @ directions + mean).reshape(count, count, 3, size, size)
    whole = again.transpose(0, 3, 1, 4, 2).reshape(pixels.shape)
    # Rounded finely first, so that half-way falls to the same side on every machine.
    return np.floor(255 * np.round(whole, 6).clip(0, 1) + 0.5).astype(np.uint8)
