"""How fast the library is beside what people would use instead, per image.

    python benchmarks/peers.py              print the tables
    python benchmarks/peers.py --record     and keep them in book/results/peers: in table.json, or
                                            without bfloat16 in float32.json

The peers are diffusers' ``UNet2DModel`` and ``Unet`` of denoising-diffusion-pytorch, as wide as
brings them closest to the parameters of our default network. They are installed into an environment
of their own, which takes torch and the rest from the one that runs this. Measured are a step of
training and an evaluation, a step of a DDIM sampler around a network that costs nothing, imports,
and a data set read for the first and the second time. (What a page of the book costs, `make
page-table` says.)

All variants run in turn, round after round, so that what else the machine does falls on all alike;
each has a process of its own. A table shows the middle round and, as its spread, the fastest and
the slowest one. Run it on an idle machine. Where a processor has no bfloat16, which PyTorch would
imitate slowly, that variant is left out.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import torch
from torch import Tensor, nn

ROOT = Path(__file__).resolve().parents[1]
RECORD = ROOT / "book" / "results" / "peers"
# Without what they need for other things than a network: training on files, and downloads.
PEERS = ("diffusers==0.36.0", "denoising-diffusion-pytorch==2.2.5")
BESIDE = ("huggingface-hub<1", "hf-xet", "httpx", "importlib-metadata", "regex", "einops")
VARIANTS = ("ddimlib, float32", "ddimlib, bfloat16", "diffusers", "denoising-diffusion-pytorch")
IMPORTS = ("torch", "ddimlib", "ddimlib.samplers", "ddimlib.runs")
SAMPLING_STEPS = 20


# --- the networks --------------------------------------------------------------------------------


def closest(make: Callable[[int], nn.Module], parameters: int, step: int = 1) -> nn.Module:
    """The network of the width whose number of parameters comes closest to this one.

    Args:
        step: between the widths that are tried.
    """

    def count(width: int) -> int:
        with torch.device("meta"):
            return sum(weight.numel() for weight in make(width).parameters())

    widths = range(16, 129, step)
    return make(min(widths, key=lambda width: abs(count(width) - parameters)))


def diffusers_network(size: int, parameters: int) -> nn.Module:
    """Four levels of two blocks without attention but in the middle, as it has by default.

    Their widths are as 1 : 2 : 3 : 4, each rounded to a multiple of 8: other widths are slow.
    """
    from diffusers import UNet2DModel

    def make(width: int) -> nn.Module:
        return UNet2DModel(
            sample_size=size,
            block_out_channels=tuple(8 * round(width * level / 8) for level in (1, 2, 3, 4)),
            down_block_types=("DownBlock2D",) * 4,
            up_block_types=("UpBlock2D",) * 4,
            norm_num_groups=8,
        )

    return closest(make, parameters)


def lucidrains_network(size: int, parameters: int) -> nn.Module:
    """Four levels, with its attention on all of them, as it has by default."""
    from denoising_diffusion_pytorch.denoising_diffusion_pytorch import Unet

    return closest(lambda width: Unet(width, dim_mults=(1, 2, 3, 4)), parameters, step=8)


class Nothing(nn.Module):
    """A network that costs nothing, with what the samplers of the peers ask of one."""

    channels = out_dim = 3
    self_condition = random_or_learned_sinusoidal_cond = False

    def forward(self, noisy: Tensor, *_: object) -> Tensor:
        return noisy


# --- what is measured ----------------------------------------------------------------------------


class Contestant:
    """One variant: its network, and how it trains, evaluates and samples."""

    def __init__(self, variant: str, size: int, batch: int) -> None:
        from ddimlib.runs import TrainConfig, build_model, devices

        torch.manual_seed(0)
        self.variant, self.size, self.batch = variant, size, batch
        self.model = build_model(TrainConfig(image_size=size))
        parameters = sum(weight.numel() for weight in self.model.parameters())
        self.own = variant.startswith("ddimlib")
        if self.own:
            devices.prepare(torch.device("cpu"))
            devices.channels_last(self.model.network)  # type: ignore[arg-type]
            self.network: nn.Module = self.model.network
        else:
            make = diffusers_network if variant == "diffusers" else lucidrains_network
            self.network = make(size, parameters)
        self.parameters = sum(weight.numel() for weight in self.network.parameters())
        self.optimizer = torch.optim.AdamW(self.network.parameters(), 1e-3, fused=True)
        bfloat16 = variant.endswith("bfloat16")
        self.precision = torch.bfloat16 if bfloat16 else torch.float32
        self.images = torch.randn(batch, 3, size, size)
        self.noise = torch.randn_like(self.images)
        self.times = torch.rand(batch)

    def predict(self, noisy: Tensor) -> Tensor:
        """What the network says of a batch; the peers count their times in thousandths."""
        from ddimlib.runs import devices

        if self.own:
            with devices.autocast(torch.device("cpu"), self.precision):
                return self.network(noisy, self.times)
        found = self.network(noisy, (self.times * 999).long())
        return found.sample if self.variant == "diffusers" else found

    def train(self) -> None:
        """One step: noise, prediction, error, gradient, optimizer."""
        self.network.train()
        signal = self.times.cos()[:, None, None, None]
        noisy = signal * self.images + (1 - signal.square()).sqrt() * self.noise
        loss = (self.predict(noisy).float() - self.noise).abs().mean()
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.optimizer.step()

    @torch.no_grad()
    def evaluate(self) -> Tensor:
        """One evaluation of the network, as samplers call it."""
        self.network.eval()
        return self.predict(self.noise)

    @torch.no_grad()
    def sample(self) -> Tensor:
        """DDIM around a network that costs nothing."""
        if self.own:
            from ddimlib import samplers
            from ddimlib.diffusion import Prediction

            same = Prediction(self.noise, self.noise)
            return samplers.sample(
                lambda noisy, t: same, self.model.schedule, self.noise, steps=SAMPLING_STEPS
            )
        if self.variant == "diffusers":
            from diffusers import DDIMScheduler

            scheduler = DDIMScheduler(clip_sample=False)
            scheduler.set_timesteps(SAMPLING_STEPS)
            noisy = self.noise
            for t in scheduler.timesteps:
                noisy = scheduler.step(noisy, t, noisy).prev_sample
            return noisy
        from denoising_diffusion_pytorch.denoising_diffusion_pytorch import GaussianDiffusion

        sampler = GaussianDiffusion(
            Nothing(), image_size=self.size, sampling_timesteps=SAMPLING_STEPS
        )
        return sampler.ddim_sample((self.batch, 3, self.size, self.size))


def worker(variant: str, size: int, batch: int) -> None:
    """Answer each line, the name of what is to be done, with the seconds that it took."""
    os.environ["TQDM_DISABLE"] = "1"
    if variant == "denoising-diffusion-pytorch":
        without_what_we_do_not_measure()
    contestant = Contestant(variant, size, batch)
    print(json.dumps(contestant.parameters), flush=True)
    for line in sys.stdin:
        do = getattr(contestant, line.strip())
        started = time.perf_counter()
        do()
        print(json.dumps(time.perf_counter() - started), flush=True)


def without_what_we_do_not_measure() -> None:
    """Stand-ins for what denoising-diffusion-pytorch imports to train on files."""
    from types import ModuleType
    from unittest.mock import MagicMock

    for name in ("torchvision", "torchvision.transforms", "accelerate", "ema_pytorch"):
        if name not in sys.modules:
            stand_in = ModuleType(name)
            stand_in.__getattr__ = lambda attribute: MagicMock()  # type: ignore[method-assign]
            sys.modules[name] = stand_in


def bfloat16_apart(size: int, batch: int) -> float:
    """How far our prediction in bfloat16 is from that in float32: the mean of the difference,
    beside the mean size of the prediction."""
    exact, rounded = (Contestant(variant, size, batch) for variant in VARIANTS[:2])
    exact.train()  # before its first step the network says nothing but zero
    rounded.network.load_state_dict(exact.network.state_dict())
    one, other = exact.evaluate().float(), rounded.evaluate().float()
    return ((one - other).abs().mean() / one.abs().mean()).item()


# --- imports and data ----------------------------------------------------------------------------


def seconds_of(code: str, **variables: str) -> float:
    """How long a Python of its own takes for some code, itself aside."""
    timed = f"import time; t = time.perf_counter(); {code}; print(time.perf_counter() - t)"
    command = [sys.executable, "-c", timed]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env=os.environ | variables, cwd=ROOT
    )
    return float(done.stdout.splitlines()[-1])


def photographs(folder: Path, count: int) -> None:
    """As many JPEGs of 500 × 500 pixels, as the flowers are, of noise that has been smoothed."""
    import numpy as np
    from PIL import Image

    rng = np.random.default_rng(0)
    for number in range(count):
        coarse = Image.fromarray(rng.integers(0, 256, (60, 60, 3), dtype=np.uint8))
        coarse.resize((500, 500)).save(folder / f"{number}.jpg", quality=90)


# --- the run -------------------------------------------------------------------------------------


def environment(folder: Path) -> Path:
    """An environment with the peers, on top of the one that runs this; returns its Python."""
    python = folder / "bin" / "python"
    if not python.is_file():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    here = folder / "lib" / version / "site-packages" / "here.pth"
    here.write_text(f"{sysconfig.get_path('purelib')}\n{ROOT}\n", encoding="utf-8")
    install = [str(python), "-m", "pip", "install", "--quiet"]
    subprocess.run([*install, "--no-deps", *PEERS], check=True)
    subprocess.run([*install, *BESIDE], check=True)
    return python


def ask(process: subprocess.Popen[str], line: str | None = None) -> Any:
    """Send a worker a line, and wait for its answer; without a line, for its first one."""
    assert process.stdin is not None
    assert process.stdout is not None
    if line is not None:
        process.stdin.write(line + "\n")
        process.stdin.flush()
    answer = process.stdout.readline()
    if not answer:
        raise RuntimeError(f"{process.args} has ended early: see its message above")
    return json.loads(answer)


def networks(
    python: Path, variants: Sequence[str], size: int, batch: int, rounds: int
) -> dict[str, Any]:
    """Seconds an image of each variant, round by round, for training, evaluation and sampling."""
    workers = {}
    for variant in variants:
        command = [str(python), __file__, "--worker", variant]
        command += ["--size", str(size), "--batch", str(batch)]
        workers[variant] = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
    parameters = {variant: ask(process) for variant, process in workers.items()}
    found: dict[str, dict[str, list[float]]] = {}
    for what, share in (("train", 1), ("evaluate", 1), ("sample", SAMPLING_STEPS)):
        found[what] = {variant: [] for variant in variants}
        for number in range(rounds + 1):  # the first round warms up
            for variant, process in workers.items():
                seconds = ask(process, what) / batch / share
                if number:
                    found[what][variant].append(seconds)
    for process in workers.values():
        process.communicate()
    return {"parameters": parameters, "seconds": found}


def imports_and_data(rounds: int, pictures: int) -> dict[str, list[float]]:
    """Seconds of imports, and of a folder of photographs read cold and warm, round by round."""
    found: dict[str, list[float]] = {f"import {name}": [] for name in IMPORTS}
    cold, warm = f"{pictures} photographs, cold", f"{pictures} photographs, warm"
    found |= {cold: [], warm: []}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "photographs")
        folder.mkdir()
        photographs(folder, pictures)
        load = f"from ddimlib.data import load_dataset; load_dataset({str(folder)!r}, 64)"
        for number in range(rounds + 1):
            for name in IMPORTS:
                found[f"import {name}"].append(seconds_of(f"import {name}"))
            for key in (cold, warm):
                cache = str(Path(temporary, f"cache-{number}"))
                found[key].append(seconds_of(load, DDIMLIB_DATA=cache))
    return {name: values[1:] for name, values in found.items()}


def summary(seconds: list[float]) -> dict[str, float]:
    """The middle round, and the spread."""
    return {"median": median(seconds), "least": min(seconds), "most": max(seconds)}


def report(table: dict[str, Any]) -> str:
    """The tables as text."""
    lines = []
    for what, rows in table["per_image"].items():
        lines += ["", f"{what:30s}{'ms an image':>13s}{'from … to':>20s}{'diffusers ÷':>13s}"]
        for variant, row in rows.items():
            times = f"{1e3 * row['median']:13.3f}"
            spread = f"{1e3 * row['least']:.3f} … {1e3 * row['most']:.3f}"
            ratio = rows["diffusers"]["median"] / row["median"]
            lines.append(f"{variant:30s}{times}{spread:>20s}{ratio:13.2f}")
    lines += ["", f"{'':30s}{'s':>13s}{'from … to':>20s}{'÷ torch':>13s}"]
    torch_alone = table["once"]["import torch"]["median"]
    for name, row in table["once"].items():
        spread = f"{row['least']:.2f} … {row['most']:.2f}"
        ratio = f"{row['median'] / torch_alone:13.2f}" if name.startswith("import") else ""
        lines.append(f"{name:30s}{row['median']:13.2f}{spread:>20s}{ratio}")
    if "bfloat16_apart" in table:
        apart = table["bfloat16_apart"]
        lines += ["", f"our bfloat16 is {apart:.1%} from our float32, on average"]
    counts = (f"{variant} {count:,}" for variant, count in table["parameters"].items())
    return "\n".join([f"parameters: {'; '.join(counts)}", *lines])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=64)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--pictures", type=int, default=500, help="photographs read cold and warm")
    parser.add_argument("--folder", type=Path, default=ROOT / "_build" / "peers")
    parser.add_argument("--record", action="store_true", help="keep the tables with the book")
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        worker(options.worker, options.size, options.batch)
        return

    from ddimlib.runs import checkpoints, devices, logbook

    bfloat16 = devices.has_bfloat16(torch.device("cpu"))
    variants = [one for one in VARIANTS if bfloat16 or not one.endswith("bfloat16")]
    python = environment(options.folder.resolve())
    found = networks(python, variants, options.size, options.batch, options.rounds)
    once = imports_and_data(options.rounds, options.pictures)
    about = logbook.environment(torch.device("cpu"), torch.float32, 1)
    del about["precision"]  # each row has its own
    table = {
        "config": {
            name: getattr(options, name) for name in ("size", "batch", "rounds", "pictures")
        },
        "environment": about | {"peers": list(PEERS), "threads": torch.get_num_threads()},
        "parameters": found["parameters"],
        "per_image": {
            what: {variant: summary(seconds) for variant, seconds in rows.items()}
            for what, rows in found["seconds"].items()
        },
        "once": {name: summary(seconds) for name, seconds in once.items()},
    }
    if bfloat16:
        table["bfloat16_apart"] = bfloat16_apart(options.size, options.batch)
    print(report(table))
    if options.record:
        RECORD.mkdir(exist_ok=True)
        checkpoints.write_json(RECORD / ("table.json" if bfloat16 else "float32.json"), table)


if __name__ == "__main__":
    main()
