"""Chapter 1's figure of where the noise goes: what is drawn is what the maps do."""

import base64

import numpy as np
import pytest
import torch

from ddimlib.plots import sunflower
from ddimlib.widgets import noise_maps
from ddimlib.widgets.layer import SIZE_BUDGET
from ddimlib.widgets.noise_maps import COUNT, SIDE


def turned(points):
    """A quarter turn, and half the size."""
    return torch.stack([-points[:, 1], points[:, 0]], dim=1) / 2


def pairs(text: str, reach: float) -> np.ndarray:
    found = np.frombuffer(base64.b64decode(text), dtype=np.uint8)
    return found.reshape(-1, 2) / 255 * 2 * reach - reach


def test_each_cloud_is_the_noise_and_where_a_map_carries_it() -> None:
    data = noise_maps({"itself": lambda points: points, "turned": turned}).data
    assert data["names"] == ["noise", "itself", "turned"]
    noise, same, other = pairs(data["clouds"], data["reach"]).reshape(3, COUNT, 2)
    near = 2 * data["reach"] / 255
    start = sunflower(COUNT)
    inside = start.abs().amax(dim=1).numpy() < data["reach"]
    assert np.abs(noise - start.numpy())[inside].max() < near
    assert np.array_equal(noise, same)
    assert np.abs(other - turned(start).numpy())[inside].max() < near


@pytest.mark.parametrize("point", [(0.0, 0.0), (1.23, -0.77), (-2.9, 2.95)])
def test_the_page_finds_between_the_nodes_what_the_map_does(point, run_javascript) -> None:
    data = noise_maps({"turned": turned}).data
    grid = pairs(data["grids"], data["reach"])
    x, y = run_javascript(
        "noise_maps.js",
        "carried(data.grid, data.side, data.start, data.x, data.y)",
        {"grid": grid.flatten().tolist(), "side": SIDE, "start": data["start"],
         "x": point[0], "y": point[1]},
    )  # fmt: skip
    expected = turned(torch.tensor([point]))[0]
    assert (x, y) == pytest.approx(expected.tolist(), abs=2 * data["reach"] / 255)


def test_the_figure_stays_within_its_budget() -> None:
    assert noise_maps({str(n): turned for n in range(4)}).bytes < SIZE_BUDGET


def test_no_map_is_refused_with_what_is_expected() -> None:
    with pytest.raises(ValueError, match="at least one map"):
        noise_maps({})
