"""Why a U: a plain network, an autoencoder and a U-Net learn to denoise; what a skip is worth.

    python benchmarks/unet_shapes.py            print everything
    python benchmarks/unet_shapes.py --record   and store it for chapter 5
    python benchmarks/unet_shapes.py copy       only this part

    copy    networks learn to copy pure noise, with skips and with none: one whose middle is too
            narrow for it by the linear bound, and one whose middle is wide enough
    shapes  the error of the noise by noise level, of three networks of about equal work that
            were trained alike on procedural flowers

Each goes to a file of its own in `book/results/unet-shapes/`, with its settings and the machine.
Several seeds each; a part takes two or three minutes on an idle core (the recorded ones took 46
on a busy one).
"""

import argparse
import contextlib
import json
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ddimlib.data import load_dataset  # noqa: E402
from ddimlib.diffusion import DiffusionModel  # noqa: E402
from ddimlib.embeddings import SinusoidalEmbedding  # noqa: E402
from ddimlib.forward import add_noise  # noqa: E402
from ddimlib.look_inside import muted_skips  # noqa: E402
from ddimlib.runs import logbook  # noqa: E402
from ddimlib.schedules import CosineSchedule  # noqa: E402
from ddimlib.training import batches, fit, learning_rate  # noqa: E402
from ddimlib.unet import ResidualBlock, UNet, constant_channels, count_parameters  # noqa: E402

RECORD = ROOT / "book" / "results" / "unet-shapes"


@dataclass(frozen=True)
class Copy:
    """Learning to copy noise: 3 × 16 × 16 numbers through a middle of 2 × 2 pixels."""

    seeds: int = 3
    narrow: tuple[int, ...] = (16, 32, 32)
    wide: tuple[int, ...] = (16, 32, 256)
    batch_size: int = 8
    learning_rate: float = 3e-3
    steps: int = 400
    steps_with_skips: int = 80
    steps_of_the_first: int = 1200  # without skips, narrow, the first seed: how it goes on
    window: int = 20  # the error is the mean over so many steps


@dataclass(frozen=True)
class Shapes:
    """Three networks learn to denoise procedural flowers."""

    seeds: int = 3
    image_size: int = 16
    pictures: int = 2000
    widths: tuple[int, ...] = (16, 32, 48)
    plain_width: int = 24
    plain_blocks: int = 3
    batch_size: int = 16
    learning_rate: float = 3e-3
    steps: int = 300
    times: tuple[float, ...] = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    validation: int = 256


#: What is compared. An autoencoder is the U-Net with its skips muted.
SHAPES = ("plain", "autoencoder", "autoencoder, asked for the image", "U-Net")


class PlainNetwork(nn.Module):
    """Residual blocks in a row, all at full resolution."""

    image_channels = 3

    def __init__(self, width: int, blocks: int, embedding_dim: int = 32) -> None:
        super().__init__()
        self.embed_image = nn.Conv2d(3, embedding_dim, kernel_size=1)
        self.embed_noise = SinusoidalEmbedding(embedding_dim)
        pairs = [(2 * embedding_dim, width)] + [(width, width)] * (blocks - 1)
        self.blocks = nn.Sequential(*(ResidualBlock(i, o) for i, o in pairs))
        self.to_prediction = nn.Conv2d(width, 3, kernel_size=1)
        nn.init.zeros_(self.to_prediction.weight)
        nn.init.zeros_(self.to_prediction.bias)

    def forward(self, noisy: Tensor, noise_variance: Tensor, labels: Any = None) -> Tensor:
        level = self.embed_noise(noise_variance.reshape(-1).expand(len(noisy)))
        image = self.embed_image(noisy)
        x = torch.cat([image, constant_channels(level, image)], dim=1)
        return self.to_prediction(self.blocks(x))


def macs(network: nn.Module, side: int) -> int:
    """Multiply-accumulates of all convolutions, for one image."""
    total = 0

    def count(module: nn.Module, _: Any, output: Tensor) -> None:
        nonlocal total
        total += output[0].numel() * module.weight[0].numel()  # type: ignore[index]

    convolutions = [module for module in network.modules() if isinstance(module, nn.Conv2d)]
    hooks = [conv.register_forward_hook(count) for conv in convolutions]
    with torch.no_grad():
        network(torch.zeros(2, 3, side, side), torch.tensor(0.5))
    for hook in hooks:
        hook.remove()
    return total


def copy_noise(
    config: Copy, widths: tuple[int, ...], skips: bool, seed: int, steps: int
) -> list[float]:
    """Mean squared error of a copy, a value for every ``window`` steps."""
    torch.manual_seed(seed)
    network = UNet(widths=widths, block_depth=1)
    optimizer = torch.optim.Adam(network.parameters(), lr=config.learning_rate)
    losses = []
    with contextlib.nullcontext() if skips else muted_skips(network):
        for _ in range(steps):
            noise = torch.randn(config.batch_size, 3, 16, 16)
            loss = (network(noise, torch.tensor(1.0)) - noise).square().mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return [float(f"{part.mean():.4g}") for part in torch.tensor(losses).split(config.window)]


def copy(config: Copy) -> dict[str, Any]:
    cases = {
        "with skips": (config.narrow, True),
        "without skips, narrow": (config.narrow, False),
        "without skips, wide": (config.wide, False),
    }
    curves: dict[str, list[list[float]]] = {name: [] for name in cases}
    for seed in range(config.seeds):
        for name, (widths, skips) in cases.items():
            steps = config.steps_with_skips if skips else config.steps
            if name == "without skips, narrow" and seed == 0:
                steps = config.steps_of_the_first
            curves[name].append(copy_noise(config, widths, skips, seed, steps))
            print(f"copy, seed {seed}, {name}: {curves[name][-1][3::4]}", flush=True)
    numbers = {name: 4 * widths[-1] for name, (widths, _) in cases.items()}
    return {"numbers_in_the_middle": numbers, "numbers_to_copy": 768, "curves": curves}


def shapes(config: Shapes) -> dict[str, Any]:
    data = load_dataset("procedural", config.image_size)
    held_back = data.validation[: config.validation]
    errors: dict[str, list[list[float]]] = {name: [] for name in SHAPES}
    sizes: dict[str, dict[str, int]] = {}
    for seed in range(config.seeds):
        for name in errors:
            torch.manual_seed(seed)
            if name == "plain":
                network: nn.Module = PlainNetwork(config.plain_width, config.plain_blocks)
            else:
                network = UNet(widths=config.widths, block_depth=1)
            sizes[name] = {
                "parameters": count_parameters(network), "macs": macs(network, config.image_size),
            }  # fmt: skip
            pictures = data.train[: config.pictures].float() / 255
            model = DiffusionModel(
                network, CosineSchedule(),
                mean=pictures.mean((0, 2, 3)), std=pictures.std((0, 2, 3)),
            )  # fmt: skip
            # It hardly learns to say the noise at all: that needs every grain to pass the middle.
            model.target = "image" if name.endswith("image") else "noise"
            muted = name.startswith("autoencoder")
            with muted_skips(network) if muted else contextlib.nullcontext():  # type: ignore[arg-type]
                train(model, data.train[: config.pictures], config, seed)
                errors[name].append(by_level(model.eval(), held_back, config.times))
            print(f"shapes, seed {seed}, {name}: {errors[name][-1]}", flush=True)
    return {"sizes": sizes, "noise_mae": errors}


def train(model: DiffusionModel, pictures: Tensor, config: Shapes, seed: int) -> None:
    generator = torch.Generator().manual_seed(seed)
    passes = -(-config.steps * config.batch_size // len(pictures))
    drawn = batches(pictures, None, config.batch_size, passes=passes, generator=generator)
    optimizer = torch.optim.AdamW(model.network.parameters(), lr=config.learning_rate)
    rate = lambda step: learning_rate(  # noqa: E731
        step, config.steps, config.learning_rate, warmup=20, decay="cosine"
    )
    steps = fit(model, drawn, optimizer, rate=rate, generator=generator)
    for _, _ in zip(range(config.steps), steps, strict=False):
        pass


@torch.no_grad()
def by_level(model: DiffusionModel, pictures: Tensor, times: tuple[float, ...]) -> list[float]:
    """Mean absolute error of the noise at each time, on the same noise for every network."""
    images = model.normalise(pictures)
    noise = torch.randn(images.shape, generator=torch.Generator().manual_seed(0))
    found = []
    for t in times:
        noisy = add_noise(images, noise, model.schedule(torch.tensor(t)))
        found.append(float(f"{(model.denoise(noisy, t).noise - noise).abs().mean().item():.4g}"))
    return found


PARTS = {"copy": (copy, Copy()), "shapes": (shapes, Shapes())}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all by default")
    parser.add_argument("--record", action="store_true")
    chosen = parser.parse_args()
    for name in chosen.parts or PARTS:
        measure, config = PARTS[name]
        environment = logbook.environment(torch.device("cpu"), torch.float32, 1)
        environment["command"] = f"python benchmarks/unet_shapes.py {name} --record"
        started = time.perf_counter()
        found = measure(config)  # type: ignore[operator]
        environment["seconds"] = round(time.perf_counter() - started)
        text = json.dumps({"config": asdict(config), **found, "environment": environment}, indent=1)
        print(text)
        if chosen.record:
            RECORD.mkdir(parents=True, exist_ok=True)
            (RECORD / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
