"""Noise maps (chapter 1): one noise point, dragged, and where each family of models carries it."""

from __future__ import annotations

import colorsys
import math
from collections.abc import Callable, Mapping

import numpy as np
import torch
from jaxtyping import Float
from numpy.typing import NDArray
from torch import Tensor

from ddimlib.families.scores import CLUSTER_STD, cluster_centres
from ddimlib.plots import sunflower
from ddimlib.widgets.layer import Figure, encode_bytes
from ddimlib.widgets.stills import Still

Points = Float[Tensor, "points 2"]

COUNT = 900  # points of each cloud
SIDE, START = 61, 3.0  # the grid of noise points whose ends are known, over [-3, 3]²
REACH = 3.4  # the pictures show coordinates from -3.4 to 3.4
PANEL, PIXELS = 128, 80  # a panel of the still picture: its width, and its pixels a side


@torch.no_grad()
def noise_maps(maps: Mapping[str, Callable[[Points], Points]]) -> Figure:
    """Drag a point of the noise, and see where each map of the plane carries it.

    Args:
        maps: by name, functions from noise to data of the set "rings", (points, 2) to (points, 2).

    Raises:
        ValueError: where there is no map.
    """
    if not maps:
        raise ValueError("noise_maps needs at least one map, for example {'GAN': gan.generate}")
    noise = sunflower(COUNT)
    colours = _colours(noise)
    line = torch.linspace(-START, START, SIDE)
    rows, columns = torch.meshgrid(line, line, indexing="ij")
    grid = torch.stack([columns.flatten(), rows.flatten()], dim=1)
    clouds = [_bytes(noise), *(_bytes(carry(noise)) for carry in maps.values())]
    names = ["noise", *maps]
    still = Still(PANEL * len(names), PANEL + 22, "Noise, and where each model carries it")
    for n, (name, cloud) in enumerate(zip(names, clouds, strict=True)):
        still.text(PANEL * (n + 0.5), 14, name, anchor="middle")
        still.picture(_dots(cloud, colours), PANEL * n, 20, PANEL)
    return Figure(
        "noise_maps",
        {
            "names": names,
            "colours": encode_bytes(colours),
            "clouds": encode_bytes(np.stack(clouds)),
            "grids": encode_bytes(np.stack([_bytes(carry(grid)) for carry in maps.values()])),
            "side": SIDE,
            "start": START,
            "reach": REACH,
            "handle": [0.6, -0.8],
            "centres": [[round(v, 4) for v in centre] for centre in cluster_centres().tolist()],
            "radius": 4 * CLUSTER_STD,
        },
        label="One noise point, carried by each model",
        caption=(
            "Drag the ring in the picture of the noise, or use the sliders. In each other picture "
            "the ring shows where that model carries this very point. Colours tell where a point "
            "began: the hue its direction, darker near the centre. Find a noise that ends between "
            "two discs."
        ),
        still=still.to_svg(),
    )


def _colours(noise: Points) -> NDArray[np.uint8]:
    """The hue is the direction of a point; the nearer to the centre, the darker."""
    found = []
    for x, y in noise.tolist():
        hue = math.atan2(y, x) / (2 * math.pi) % 1
        value = 0.35 + 0.5 * min(math.hypot(x, y) / 2.5, 1)
        found.append([round(255 * part) for part in colorsys.hsv_to_rgb(hue, 0.75, value)])
    return np.array(found, dtype=np.uint8)


def _bytes(points: Points) -> NDArray[np.uint8]:
    """Coordinates from -REACH to REACH as 0 to 255."""
    scaled = (points.double().numpy() + REACH) / (2 * REACH) * 255
    return np.clip(np.round(scaled), 0, 255).astype(np.uint8)


def _dots(cloud: NDArray[np.uint8], colours: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The cloud as a small picture on white."""
    picture = np.full((PIXELS, PIXELS, 3), 255, dtype=np.uint8)
    places = cloud.astype(int) * (PIXELS - 1) // 255
    picture[PIXELS - 1 - places[:, 1], places[:, 0]] = colours
    return picture
