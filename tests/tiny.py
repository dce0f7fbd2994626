"""A data set and a run so small that a test can train."""

from pathlib import Path
from typing import Any

import numpy as np

from ddimlib.runs import TrainConfig


def make_dataset(path: Path, count: int = 40, side: int = 8, classes: int = 3) -> Path:
    """Write an .npz of noisy two-tone pictures with classes, and return its path."""
    generator = np.random.default_rng(0)
    labels = np.arange(count) % classes
    images = (
        generator.integers(0, 80, (count, side, side, 3)) + 80 * (labels % 2)[:, None, None, None]
    )
    np.savez(
        path,
        images=images.astype(np.uint8),
        labels=labels,
        class_names=np.array([f"class {i}" for i in range(classes)]),
    )
    return path


def tiny_config(folder: Path, **changes: Any) -> TrainConfig:
    """Two epochs of four steps with a network of a few thousand parameters."""
    folder.mkdir(parents=True, exist_ok=True)
    data = folder / "pictures.npz"
    if not data.exists():
        make_dataset(data)
    settings: dict[str, Any] = {
        "dataset": str(data),
        "data_root": str(folder / "cache"),
        "image_size": 8,
        "widths": (4, 8),
        "block_depth": 1,
        "embedding_dim": 4,
        "epochs": 2,
        "repeats": 1,
        "batch_size": 8,
        "learning_rate": 1e-2,
        "ema_decay": 0.9,
        "flips": True,
        "samples": 4,
        "sample_steps": 2,
        "sample_every": 1,
        "device": "cpu",
        "folder": str(folder / "run"),
    }
    return TrainConfig(**(settings | changes))
