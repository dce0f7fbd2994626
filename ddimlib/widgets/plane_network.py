"""A diffusion model of points in the plane, so small that a page carries it (chapters 1 and 8).

    python -m ddimlib.widgets plane     trains it again and writes particles.json

Five numbers in (the point, both rates, half the log-SNR), three layers of 48, the velocity out.
``static/particles.js`` evaluates the same network in the browser.
"""

from __future__ import annotations

import base64
import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from ddimlib.diffusion import DiffusionModel
from ddimlib.runs import checkpoints
from ddimlib.schedules import LogSNRSchedule
from ddimlib.toy import toy_points

WIDTH = 48
FILE = "particles.json"
#: Even in log-SNR, so that half of the way is spent where the shape appears.
SCHEDULE = {"start": 6.0, "end": -6.0}


class PlaneNetwork(nn.Module):
    """``network(noisy, noise_variance)``, both for points (batch, 2)."""

    image_channels = 2

    def __init__(self, width: int = WIDTH) -> None:
        super().__init__()
        self.layers = nn.ModuleList(
            [nn.Linear(5, width), nn.Linear(width, width), nn.Linear(width, width)]
        )
        self.to_prediction = nn.Linear(width, 2)

    def forward(self, noisy: Tensor, noise_variance: Tensor) -> Tensor:
        variance = noise_variance.reshape(-1).expand(noisy.shape[0]).to(noisy)
        signal, noise = (1 - variance).sqrt(), variance.sqrt()
        level = torch.stack([signal, noise, (signal / noise).log()], dim=1)
        x = torch.cat([noisy, level], dim=1)
        for layer in self.layers:
            x = nn.functional.silu(layer(x))
        return self.to_prediction(x)


def plane_model(network: nn.Module) -> DiffusionModel:
    """The diffusion model around the network: points as they are, velocity as the target."""
    schedule = LogSNRSchedule(**SCHEDULE)
    model = DiffusionModel(network, schedule, target="velocity", loss="mse", mean=0.0, std=1.0)
    return model.eval()


def train_plane(data: str, steps: int = 6000, batch: int = 2048, seed: int = 0) -> DiffusionModel:
    """Train on fresh points of a toy data set; the same seed gives the same network."""
    generator = torch.Generator().manual_seed(seed)
    torch.manual_seed(seed)
    model = plane_model(PlaneNetwork()).train()
    optimizer = torch.optim.Adam(model.parameters(), lr=3e-3)
    decay = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    for _ in range(steps):
        loss = model.loss(toy_points(data, batch, generator), generator=generator)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        decay.step()
    return model.eval().requires_grad_(False)


def to_json(model: DiffusionModel, data: str) -> dict[str, Any]:
    """The weights in half precision, layer by layer (weight, then bias), and a few of the data."""
    tensors = model.network.state_dict().values()
    flat = np.concatenate([tensor.numpy().astype("<f2").reshape(-1) for tensor in tensors])
    points = toy_points(data, 500, torch.Generator().manual_seed(1)).numpy().astype("<f2")
    return {
        "data": data,
        "shapes": [list(tensor.shape) for tensor in tensors],
        "weights": base64.b64encode(flat.tobytes()).decode("ascii"),
        "points": base64.b64encode(points.tobytes()).decode("ascii"),
    }


@cache
def recorded_plane() -> dict[str, Any]:
    """The content of ``particles.json``."""
    return json.loads(files("ddimlib").joinpath("static", FILE).read_text(encoding="utf-8"))


def load_plane() -> DiffusionModel:
    """The recorded model of the plane, with the weights that the page has."""
    content = recorded_plane()
    flat = np.frombuffer(base64.b64decode(content["weights"]), dtype="<f2").astype(np.float32)
    network = PlaneNetwork(content["shapes"][0][0])
    names = list(network.state_dict())
    sizes = [int(np.prod(shape)) for shape in content["shapes"]]
    parts = np.split(flat, np.cumsum(sizes)[:-1])
    network.load_state_dict(
        {
            name: torch.from_numpy(part.reshape(shape).copy())
            for name, part, shape in zip(names, parts, content["shapes"], strict=True)
        }
    )
    return plane_model(network).requires_grad_(False)


def write() -> Path:
    """Train on the flower again and write ``particles.json``."""
    path = Path(__file__).resolve().parents[1] / "static" / FILE
    text = json.dumps(to_json(train_plane("flower"), "flower"))
    checkpoints.write_text(path, text + "\n")
    return path
