"""Must a network be told the noise level? One small U-Net, told it in four ways, over seeds.

    python benchmarks/noise_level.py --dataset flowers64            print the table
    python benchmarks/noise_level.py --dataset flowers64 --record   and store it for chapter 4

The four networks have the same layers and the same number of parameters, start from the same
weights for a seed and see the same pictures, times and noises. Only what lies in the channels of
the noise level differs: nothing (zeros), the noise variance itself, the log-SNR, or the sinusoidal
embedding of the noise variance. Measured on photographs held back: the error of the predicted
noise at several log-SNRs, and KID-F of samples by DDIM (no fresh noise) and by DDPM.
"""

import argparse
import json
import math
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ddimlib.data import load_dataset  # noqa: E402
from ddimlib.data.images import Images  # noqa: E402
from ddimlib.diffusion import DiffusionModel  # noqa: E402
from ddimlib.embeddings import SinusoidalEmbedding  # noqa: E402
from ddimlib.metrics import kernel_inception_distance, loss_by_noise_level  # noqa: E402
from ddimlib.runs import logbook  # noqa: E402
from ddimlib.runs.features import extract, flower_features  # noqa: E402
from ddimlib.samplers import sample, seeded_generators, seeded_noise  # noqa: E402
from ddimlib.schedules import CosineSchedule  # noqa: E402
from ddimlib.training import EMA, batches, fit, validate  # noqa: E402
from ddimlib.unet import UNet, count_parameters  # noqa: E402

RECORD = ROOT / "book" / "results" / "noise-level" / "table.json"


@dataclass(frozen=True)
class Config:
    dataset: str = "procedural"
    image_size: int = 16
    widths: tuple[int, ...] = (16, 32)
    block_depth: int = 1
    embedding_dim: int = 16
    epochs: int = 5
    batch_size: int = 32
    learning_rate: float = 1e-3
    ema_decay: float = 0.99
    seeds: int = 5
    log_snrs: tuple[float, ...] = (2.0, 1.0, 0.0, -1.0, -2.0, -3.0, -4.0, -5.5, -7.0)
    pictures: int = 256
    samples: int = 240
    steps: int = 20
    subset_size: int = 120
    classifier: str = "classifier32"  # of the recorded table; enough for pictures of 16×16


class Message(nn.Module):
    """One number for each picture, the same in every channel of the noise level."""

    def __init__(self, channels: int, of: Callable[[Tensor], Tensor]) -> None:
        super().__init__()
        self.channels = channels
        self.of = of

    def forward(self, noise_variance: Tensor) -> Tensor:
        return self.of(noise_variance)[:, None].expand(-1, self.channels)


def log_snr(noise_variance: Tensor) -> Tensor:
    """The log-SNR, brought to about [-1, 1]: the cosine schedule has it from 2.2 to -7.8."""
    return (torch.logit(1 - noise_variance) + 3) / 5


#: What the channels of the noise level hold, by the name that the book prints.
MESSAGES: dict[str, Callable[[int], nn.Module]] = {
    "nothing": lambda channels: Message(channels, torch.zeros_like),
    "the number": lambda channels: Message(channels, lambda u: 2 * u - 1),
    "log-SNR": lambda channels: Message(channels, log_snr),
    "embedding": SinusoidalEmbedding,
}


def build(config: Config, message: str, data: Images) -> DiffusionModel:
    """A network that is told the noise level in this way; the seed decides its first weights."""
    network = UNet(
        widths=config.widths,
        block_depth=config.block_depth,
        embedding_dim=config.embedding_dim,
    )
    network.embed_noise = MESSAGES[message](config.embedding_dim)  # type: ignore[assignment]
    pictures = data.train.float() / 255
    mean, std = pictures.mean((0, 2, 3)), pictures.std((0, 2, 3))
    return DiffusionModel(network, CosineSchedule(), mean=mean, std=std)


def measure(config: Config, message: str, seed: int, data: Images) -> dict[str, Any]:
    """Train one network and measure it."""
    torch.manual_seed(seed)
    model = build(config, message, data)
    generator = torch.Generator().manual_seed(seed)
    shown = batches(
        data.train, batch_size=config.batch_size, passes=config.epochs, generator=generator
    )
    optimizer = torch.optim.AdamW(
        model.network.parameters(), lr=config.learning_rate, weight_decay=1e-4
    )
    average = EMA(model, config.ema_decay, statistics=True)
    draws = torch.Generator().manual_seed(1000 + seed)
    for _ in fit(model, shown, optimizer, averages=[average], generator=draws):
        pass
    return {"message": message, "seed": seed, **judge(config, average.model, data)}


def judge(config: Config, model: DiffusionModel, data: Images) -> dict[str, Any]:
    """The errors of a trained network, and how its samples compare with photographs."""
    levels = model.schedule.time(torch.tensor(config.log_snrs, dtype=torch.float64)).float()
    held_back = data.validation[: config.pictures].float() / 255
    by_level = loss_by_noise_level(
        model, held_back, levels, torch.Generator().manual_seed(0), config.pictures
    )
    features = flower_features(config.classifier)
    real = extract(features, data.validation[: 2 * config.samples])
    found: dict[str, Any] = {
        "noise_mae": validate(model, data.validation)["validation_noise_mae"],
        "noise_mae_by_log_snr": [round(error, 5) for error in by_level.noise.tolist()],
    }
    seeds = range(config.samples)
    noise = seeded_noise(seeds, (3, config.image_size, config.image_size))
    for method in ("ddim", "ddpm"):
        images = sample(
            model.denoise, model.schedule, noise, method, config.steps,
            seeded_generators([10_000 + seed for seed in seeds]),
        )  # fmt: skip
        seen = extract(features, model.to_pictures(images))
        found[f"kid_f_{method}"] = kernel_inception_distance(
            real, seen, subsets=20, subset_size=min(config.subset_size, len(real), len(seen))
        ).mean
    return found


def summary(rows: list[dict[str, Any]]) -> list[tuple[str, str, float, float]]:
    """(message, measure, mean over seeds, its standard error), for the printed table."""
    lines = []
    for message in MESSAGES:
        for measure_name in ("noise_mae", "kid_f_ddim", "kid_f_ddpm"):
            values = torch.tensor([r[measure_name] for r in rows if r["message"] == message])
            error = values.std() / math.sqrt(len(values)) if len(values) > 1 else torch.nan
            lines.append((message, measure_name, values.mean().item(), float(error)))
    return lines


def write(config: Config, data: Images, rows: list[dict[str, Any]]) -> None:
    """Store the rows with what made them; the data set by its name, not by where it lies."""
    name = Path(config.dataset).name
    command = f"python benchmarks/noise_level.py --dataset {name} --seeds {config.seeds} --record"
    table = {
        "config": asdict(config)
        | {
            "dataset": name,
            "train_pictures": len(data.train),
            "parameters": count_parameters(build(config, "nothing", data)),
        },
        "environment": logbook.environment(torch.device("cpu"), torch.float32, processes=1)
        | {"command": command},
        "rows": rows,
    }
    RECORD.parent.mkdir(parents=True, exist_ok=True)
    RECORD.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dataset", default=Config.dataset, help="a name or a folder of pictures")
    parser.add_argument("--seeds", type=int, default=Config.seeds)
    parser.add_argument("--record", action="store_true", help="store the table for chapter 4")
    options = parser.parse_args()
    config = Config(dataset=options.dataset, seeds=options.seeds)
    data = load_dataset(config.dataset, config.image_size)
    rows = []
    for seed in range(config.seeds):
        for message in MESSAGES:
            rows.append(measure(config, message, seed, data))
            print({k: v for k, v in rows[-1].items() if k != "noise_mae_by_log_snr"}, flush=True)
        if options.record:
            write(config, data, rows)
    for message, name, mean, error in summary(rows):
        print(f"{message:12}{name:12}{mean:8.4f} ± {error:.4f}")


if __name__ == "__main__":
    main()
