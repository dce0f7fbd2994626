"""Make the three strips of the first page: a photograph under noise, guesses of it, a new flower.

    python book/make_idea.py                      # with the network of flowers64

Writes `idea-forward.webp`, `idea-guess.webp` and `idea-backward.webp` to `book/_static/`; they are
committed, so that a build needs no network. Photograph: vultilion, CC BY 2.0.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional

from ddimlib import runs
from ddimlib.data.photograph import sample_flower
from ddimlib.forward import add_noise
from ddimlib.guidance import guided
from ddimlib.samplers import ddim, seeded_noise
from ddimlib.widgets.first_flowers import FLOWERS
from ddimlib.widgets.growing import GUIDANCE, INTERVAL

STATIC = Path(__file__).resolve().parent / "_static"
TIMES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
TILE, GAP, STEPS = 128, 6, 20


def strip(pictures: Tensor, name: str) -> None:
    """Lay pictures in [0, 1] side by side, on a ground that lets the page through."""
    large = functional.interpolate(pictures.clamp(0, 1), size=TILE, mode="nearest")
    side = TILE + GAP
    paper = Image.new("RGBA", (len(large) * side - GAP, TILE))
    for place, picture in enumerate(large):
        pixels = (picture.permute(1, 2, 0) * 255 + 0.5).to(torch.uint8).numpy()
        paper.paste(Image.fromarray(pixels), (place * side, 0))
    paper.save(STATIC / name, quality=60, method=6)
    print(f"{name}: {(STATIC / name).stat().st_size / 1e3:.0f} kB")


@torch.inference_mode()
def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--run", default="flowers64", help="a recorded run with classes")
    model = runs.load(parser.parse_args().run)
    _, size, _ = model.picture_shape
    photograph = torch.from_numpy(sample_flower(size).copy()).permute(2, 0, 1)[None] / 255
    times = torch.tensor(TIMES)
    image = model.normalise(photograph).expand(len(TIMES), -1, -1, -1)
    noise = seeded_noise([7], model.picture_shape).expand_as(image)
    noisy = add_noise(image, noise, model.schedule(times))
    noisy[0] = image[0]  # the schedule starts with a little noise
    strip(model.to_pictures(noisy), "idea-forward.webp")

    guess = model.denoise(noisy[1:], times[1:]).image
    strip(torch.cat([photograph, model.to_pictures(guess)]), "idea-guess.webp")

    flower, seed = FLOWERS[0]
    denoise = guided(
        model, torch.tensor([list(model.class_names).index(flower)]), GUIDANCE, INTERVAL
    )
    noise = seeded_noise([seed], model.picture_shape)
    states = [noise]
    for step in ddim(denoise, model.schedule, noise, STEPS):
        if any(abs(step.time - t) < 1e-6 for t in TIMES):
            states.append(step.prediction.image if step.time == 0 else step.noisy)
    strip(model.to_pictures(torch.cat(states)), "idea-backward.webp")


if __name__ == "__main__":
    main()
