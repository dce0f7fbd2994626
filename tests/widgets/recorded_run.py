"""A recorded run so small that a test can make it: a tiny network that knows three flowers."""

import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from ddimlib.diffusion import DiffusionModel
from ddimlib.schedules import CosineSchedule, Schedule
from ddimlib.unet import UNet
from ddimlib.widgets import recording

NAMES = ("rose", "</script>", "Änderung & „iris“")


def tiny_model(schedule: Schedule | None = None, target: str = "noise") -> DiffusionModel:
    torch.manual_seed(0)
    network = UNet(widths=(8, 8), block_depth=1, embedding_dim=8, classes=len(NAMES))
    torch.nn.init.normal_(network.to_prediction.weight, std=0.3)
    assert network.embed_class is not None
    torch.nn.init.normal_(network.embed_class.weight)
    mean, std = torch.tensor([0.5, 0.4, 0.3]), torch.tensor([0.2, 0.25, 0.3])
    schedule = schedule or CosineSchedule()
    model = DiffusionModel(network, schedule, target=target, mean=mean, std=std)
    model.image_size, model.class_names = 16, NAMES
    return model.eval().requires_grad_(False)


def record_run(folder: Path, epochs: int = 6) -> DiffusionModel:
    """Write a run's folder and what figures show of it."""
    model = tiny_model()
    (folder / "samples").mkdir(parents=True)
    (folder / "config.json").write_text(json.dumps({"image_size": 16}))
    lines = [
        {"epoch": epoch, "train_loss": 1 / epoch}
        | ({"validation_noise_mae": 0.5 + 1 / epoch} if epoch % 2 == 0 else {})
        for epoch in range(1, epochs + 1)
    ]
    (folder / "metrics.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n")
    generator = np.random.default_rng(0)
    for epoch in (1, 3, 5):
        pixels = generator.integers(0, 255, (106, 106, 3)).astype(np.uint8)
        Image.fromarray(pixels).save(folder / "samples" / f"epoch-{epoch:04d}.png")
    recording.record_growth(model, folder)
    recording.record_film(model, folder)
    recording.record_reverse(model, folder)
    recording.record_watch(folder, 16)
    return model
