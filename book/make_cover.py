"""Make the cover and the social card: a meadow of flowers that comes out of noise.

    python book/make_cover.py                          # procedural flowers under noise
    python book/make_cover.py --run flowers64   # the reverse process of a network

Each tile is a flower of its own, at the noise level of its column. A network that knows classes is
guided towards one of them in each tile. Writes `cover.webp` and
`social-card.jpg` to `book/_static/`; they are committed, so that a build needs neither.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from PIL import Image, ImageDraw, ImageFont
from torch import Tensor
from torch.nn import functional

from ddimlib import runs
from ddimlib.data import procedural_flowers
from ddimlib.forward import add_noise
from ddimlib.guidance import guided
from ddimlib.samplers import ddim, seeded_noise
from ddimlib.schedules import CosineSchedule, Rates

STATIC = Path(__file__).resolve().parent / "_static"
ROWS, COLUMNS, TILE = 5, 14, 96
GUIDANCE = 3.0
TITLE = "From Noise to Flowers"
SUBTITLE = "Diffusion models by building one: a book over a tested library"
PAPER, MUTED, NIGHT = "#f6f3ec", "#c9c4b8", "#101217"


def noise_levels(schedule: CosineSchedule) -> Tensor:
    """Return the time of each column: noise on the left, clear flowers on the right."""
    clear = 4
    falling = torch.linspace(1, 0.12, COLUMNS - clear)
    return torch.cat([falling, torch.zeros(clear)])


def painted_tiles(seed: int) -> Tensor:
    """Return procedural flowers under noise, in [0, 1], `(rows · columns, 3, tile, tile)`."""
    schedule = CosineSchedule()
    pictures, _ = procedural_flowers(ROWS * COLUMNS, TILE, seed)
    images = (pictures / 255 - 0.45) / 0.27
    # Noise in blocks of three pixels: as coarse as that of a network for 32 pixels.
    coarse = seeded_noise(range(ROWS * COLUMNS), (3, TILE // 3, TILE // 3))
    noise = functional.interpolate(coarse, size=TILE, mode="nearest")
    times = noise_levels(schedule).repeat(ROWS)
    rates = schedule(times)
    clear = times == 0  # the schedule itself ends at a signal rate of 0.95
    signal = torch.where(clear, torch.ones_like(times), rates.signal)
    noise_rate = torch.where(clear, torch.zeros_like(times), rates.noise)
    noisy = add_noise(images, noise, Rates(signal, noise_rate))
    return (noisy * 0.27 + 0.45).clamp(0, 1)


@torch.inference_mode()
def grown_tiles(run: str, seed: int, steps: int = 30) -> Tensor:
    """Return states of a network's reverse process, in [0, 1], shaped like `painted_tiles`."""
    model = runs.load(run)
    columns = noise_levels(CosineSchedule()).repeat(ROWS)
    side = model.image_size
    noise = seeded_noise(range(seed, seed + ROWS * COLUMNS), (3, side, side))
    denoise = model.denoise
    if model.class_names:
        generator = torch.Generator().manual_seed(seed)
        order = torch.randperm(len(model.class_names), generator=generator)
        denoise = guided(model, order.repeat(2)[: ROWS * COLUMNS], GUIDANCE)
    tiles = model.to_pictures(noise)
    for step in ddim(denoise, model.schedule, noise, steps):
        # A tile stays as it was when its column's time was reached.
        going_on = (columns <= step.time + 1e-6)[:, None, None, None]
        shown = step.prediction.image if step.time == 0 else step.noisy
        tiles = torch.where(going_on, model.to_pictures(shown), tiles)
    return functional.interpolate(tiles, size=TILE, mode="bicubic").clamp(0, 1)


def mosaic(tiles: Tensor, gap: int = 0) -> Image.Image:
    """Lay tiles out in rows."""
    side = TILE + gap
    picture = Image.new("RGB", (COLUMNS * side - gap, ROWS * side - gap), NIGHT)
    for index, tile in enumerate(tiles):
        row, column = divmod(index, COLUMNS)
        pixels = (tile.permute(1, 2, 0) * 255 + 0.5).to(torch.uint8).numpy()
        picture.paste(Image.fromarray(pixels), (column * side, row * side))
    return picture


def social_card(cover: Image.Image) -> Image.Image:
    """Put the title under the mosaic: 1200 × 630, as the networks ask."""
    from matplotlib import font_manager

    card = Image.new("RGB", (1200, 630), NIGHT)
    band = cover.resize((1200, round(cover.height * 1200 / cover.width)), Image.Resampling.LANCZOS)
    card.paste(band, (0, 0))
    draw = ImageDraw.Draw(card)
    draw.rectangle((0, 420, 1200, 630), fill=NIGHT)

    def font(size: int, weight: str) -> ImageFont.FreeTypeFont:
        family = font_manager.FontProperties(family="DejaVu Serif", weight=weight)
        return ImageFont.truetype(font_manager.findfont(family), size)

    draw.text((60, 455), TITLE, font=font(66, "bold"), fill=PAPER)
    draw.text((62, 555), SUBTITLE, font=font(27, "normal"), fill=MUTED)
    return card


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--run", help="a recorded run, or the folder of one")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    tiles = grown_tiles(options.run, options.seed) if options.run else painted_tiles(options.seed)
    cover = mosaic(tiles)
    cover.save(STATIC / "cover.webp", quality=62, method=6)
    social_card(cover).save(STATIC / "social-card.jpg", quality=80, optimize=True)
    for name in ("cover.webp", "social-card.jpg"):
        print(f"{name}: {(STATIC / name).stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
