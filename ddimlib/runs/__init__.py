"""Everything that runs, stores and measures what the taught modules compute."""

from ddimlib.runs.config import PRESETS, TrainConfig, as_dict, from_dict, preset
from ddimlib.runs.store import Run, build_model, load, read_config, record, save_weights
from ddimlib.runs.train import NonFiniteLossError, train

__all__ = [
    "PRESETS",
    "NonFiniteLossError",
    "Run",
    "TrainConfig",
    "as_dict",
    "build_model",
    "from_dict",
    "load",
    "preset",
    "read_config",
    "record",
    "save_weights",
    "train",
]
