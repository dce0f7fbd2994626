"""The field of view (chapter 5): from how far away the answer for one pixel comes.

    python -m ddimlib.widgets field

asks a recorded network about pictures that it grows itself, at each of several noise levels, and
writes ``field.json`` and ``field.webp`` beside its weights (see ``recording`` for why not when a
page is made).
"""

from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ddimlib.diffusion import DiffusionModel
from ddimlib.exact.ideal import spectrum_denoiser
from ddimlib.forward import add_noise
from ddimlib.look_inside import influence, share_within
from ddimlib.runs import recorded
from ddimlib.samplers import noise_like, sample
from ddimlib.widgets.growing import bytes_of
from ddimlib.widgets.layer import Figure, encode_bytes
from ddimlib.widgets.recording import read_recording, read_sheets, webp, write_recording
from ddimlib.widgets.stills import Still

RUN, SPECTRUM = "reference64", "flowers64"
LEVELS = tuple(float(2 - k) for k in range(10))  # log-SNRs, from little noise to much
OPENS_AT = -2.0
PICTURES, CONTROLS = 12, 2  # pictures for the network, and for the untrained one
SEED = 5
DECADES = 3  # the map's darkest colour is 10^-3 of the strongest influence
COLUMNS = 5  # maps a row of the sheet
BAR = 8  # height of the colours' legend below the maps


def field_of_view(run: str = RUN) -> Figure:
    """Drag the noise level, and see on which pixels the middle pixel of the answer depends.

    Args:
        run: a recorded run for which ``python -m ddimlib.widgets field`` was called.

    Raises:
        FileNotFoundError: where the run or its recording is missing.
    """
    about = read_recording(run, "field")
    (maps,) = read_sheets(run, "field")
    size, levels = about["size"], about["levels"]
    drawn = {name: about["shares"][name] for name in ("network", "filter", "untrained")}
    side, top = 112, 22
    rows = len(levels) // COLUMNS
    still = Still(side * COLUMNS, 2 * top + side * rows + 14, "On which pixels one answer depends")
    # In the page once: the moving figure cuts the maps out of the still picture.
    still.file(maps, 0, top, side * COLUMNS, side * (rows + BAR / size))
    still.text(0, 15, f"Log-SNR {levels[0]:g} (upper left) to {levels[-1]:g} (lower right)")
    end = top + side * rows + 28
    still.text(0, end, "weak", size=12)
    still.text(side * COLUMNS, end, "strong", size=12, anchor="end")
    return Figure(
        "field",
        {**about, "shares": drawn, "opens": OPENS_AT, "columns": COLUMNS, "bar": BAR},
        label="From how far away one pixel's answer comes",
        caption=(
            "Drag towards much noise. Right: how strongly the middle pixel of the predicted image "
            f"depends on each pixel that the network sees, on average over {about['pictures']} "
            "pictures. The full ring holds half of that influence; the dashed ring does so for "
            "the best linear filter. Below: the share of the influence within a radius. (Network: "
            f"{run}, this chapter's, trained on photographs of {size}×{size} pixels. It grew "
            "these pictures itself.)"
        ),
        still=still.to_svg(),
    )


def whole(shares: Tensor) -> list[float]:
    """Shares within growing radii, to three digits."""
    return [round(float(share), 3) for share in shares]


def radius(shares: list[float], least: float = 0.5) -> int:
    """The first whole radius, in pixels, within which ``least`` of the influence lies."""
    return next(pixels for pixels, share in enumerate(shares) if share >= least)


def untrained(network: nn.Module) -> nn.Module:
    """The same network before any training, with random weights in its last convolution, too."""
    fresh = copy.deepcopy(network)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(SEED)
        for module in fresh.modules():
            if isinstance(module, nn.Conv2d | nn.BatchNorm2d):
                module.reset_parameters()
    return fresh.eval()


def heat(influences: list[Tensor]) -> NDArray[np.uint8]:
    """The maps in colour, ``COLUMNS`` a row, each on a logarithmic scale; below, the scale."""
    from matplotlib import colormaps

    size = influences[0].shape[-1]
    seen = torch.stack([found / found.max() for found in influences])
    tone = 1 + seen.clamp(min=10.0**-DECADES).log10() / DECADES
    rows = tone.reshape(-1, COLUMNS, size, size).permute(0, 2, 1, 3).reshape(-1, COLUMNS * size)
    bar = torch.linspace(0, 1, COLUMNS * size).expand(BAR, -1)
    coloured = colormaps["viridis"](torch.cat([rows, bar]).numpy())[..., :3]
    return np.round(255 * coloured).astype(np.uint8)


def record(run: str = RUN) -> list[Path]:
    """Measure a run's influences at every level, with two yardsticks, and keep them.

    The yardsticks are the same network untrained, and the best filter for one who knows the
    photographs' spectrum and nothing else (``exact.ideal.spectrum_denoiser``).
    """
    from ddimlib.runs import load

    model = load(run)
    model.network.eval().requires_grad_(False)
    schedule = model.schedule
    control = DiffusionModel(untrained(model.network), schedule)
    power = torch.tensor(recorded.read_json("spectrum", f"{SPECTRUM}.json")["power"])
    filtered = spectrum_denoiser(power.expand(3, -1), schedule)
    channels, size, _ = model.picture_shape

    start = torch.randn(
        (PICTURES, channels, size, size), generator=torch.Generator().manual_seed(SEED)
    )
    images = sample(model.denoise, schedule, start, steps=20)
    noise = noise_like(images, torch.Generator().manual_seed(SEED + 1))
    maps = []
    curves: dict[str, list[list[float]]] = {
        name: [] for name in ("network", "noise", "filter", "untrained")
    }
    for level in LEVELS:
        t = float(schedule.time(torch.tensor(level)))
        noisy = add_noise(images, noise, schedule(torch.tensor(t)))
        seen = influence(model.denoise, schedule, noisy, t)
        maps.append(seen.image)
        for name, found in (
            ("network", seen.image),
            ("noise", seen.noise),
            ("filter", influence(filtered, schedule, noisy[:1], t).image),
            ("untrained", influence(control.denoise, schedule, noisy[:CONTROLS], t).image),
        ):
            curves[name].append(whole(share_within(found)))
    content = {
        "size": size,
        "levels": LEVELS,
        "pictures": PICTURES,
        "shares": curves,
        "mean": [round(float(value), 5) for value in model.mean.flatten()],
        "std": [round(float(value), 5) for value in model.std.flatten()],
        "picture": encode_bytes(bytes_of(model, images[:1])[0].permute(2, 0, 1).numpy()),
    }
    return write_recording(run, "field", content, {"field": webp(heat(maps), quality=80)})
