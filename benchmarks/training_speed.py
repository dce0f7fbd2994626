"""How fast the reference network trains on this CPU, against plain eager PyTorch.

    python benchmarks/training_speed.py [--size 64] [--steps 4] [--rounds 3] [--record]

Variants run in turn, round after round, so that what else the machine does falls on all alike;
the allocator's setting is per process, so each variant has a process of its own that waits for
its turn. Prints images a second, the ratio to the plain variant, the largest difference of the
loss from the plain one's over the same steps, and how much of a step the convolutions take: the
images a second that would be left if all else cost nothing are a limit.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import torch

from ddimlib.runs import checkpoints
from ddimlib.runs.devices import PRECISIONS, has_bfloat16, sustained_flops
from ddimlib.runs.logbook import environment

RECORD = Path(__file__).resolve().parents[1] / "book" / "results" / "training-speed"
VARIANTS = {
    "plain float32": {},
    "kept memory": {"keep": True},
    "kept memory, channels last": {"keep": True, "channels_last": True},
    "kept memory, channels last, bfloat16": {
        "keep": True,
        "channels_last": True,
        "bfloat16": True,
    },
    "the same, compiled": {
        "keep": True,
        "channels_last": True,
        "bfloat16": True,
        "compile": True,
    },
}
CONVOLUTIONS = ("aten::mkldnn_convolution", "aten::convolution_backward")


def worker(options: dict[str, bool], size: int, steps: int) -> None:
    """Train a few steps each time a line comes in, and answer with time and losses.

    At the line "profile" it answers with the convolutions' part of one step.
    """
    from ddimlib.runs import TrainConfig, build_model, devices

    if options.get("keep"):
        devices.keep_memory()
    layout = torch.channels_last if options.get("channels_last") else torch.contiguous_format
    precision = torch.bfloat16 if options.get("bfloat16") else torch.float32
    torch.manual_seed(0)
    model = build_model(TrainConfig(image_size=size)).train()
    if options.get("channels_last"):
        devices.channels_last(model.network)
    if options.get("compile"):
        model.network = torch.compile(model.network)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    generator = torch.Generator().manual_seed(0)

    def step() -> float:
        images = torch.randn(64, 3, size, size, generator=generator)
        noise = torch.randn(images.shape, generator=generator)
        t = torch.rand(64, generator=generator)
        images = images.contiguous(memory_format=layout)
        with devices.autocast(torch.device("cpu"), precision):
            loss = model.errors(images, noise, t).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return loss.item()

    for line in sys.stdin:
        if line.strip() == "profile":
            with torch.profiler.profile() as profile:
                step()
            events = {event.key: event.self_cpu_time_total for event in profile.key_averages()}
            share = sum(events[name] for name in CONVOLUTIONS) / sum(events.values())
            print(json.dumps(share), flush=True)
            continue
        started = time.perf_counter()
        losses = [step() for _ in range(steps)]
        print(json.dumps([time.perf_counter() - started, losses]), flush=True)


def ask(process: subprocess.Popen[str], line: str) -> Any:
    """Send a worker a line, and wait for its answer."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=64)
    parser.add_argument("--steps", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--record", action="store_true", help="store the table for chapter 11")
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.worker:
        worker(json.loads(arguments.worker), arguments.size, arguments.steps)
        return

    variants = VARIANTS
    if not has_bfloat16(torch.device("cpu")):
        print("no bfloat16 in this processor: its rows are left out, imitated they take for ever")
        variants = {name: one for name, one in VARIANTS.items() if not one.get("bfloat16")}
    processes = {}
    for name, options in variants.items():
        command = [sys.executable, __file__, "--worker", json.dumps(options)]
        command += ["--size", str(arguments.size), "--steps", str(arguments.steps)]
        processes[name] = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
    seconds: dict[str, list[float]] = {name: [] for name in variants}
    losses: dict[str, list[float]] = {name: [] for name in variants}
    for _ in range(arguments.rounds + 1):  # the first round warms up
        for name, process in processes.items():
            took, values = ask(process, "train")
            seconds[name].append(took)
            losses[name] += values
    shares = {name: ask(process, "profile") for name, process in processes.items()}
    for process in processes.values():
        process.communicate()

    images = 64 * arguments.steps
    plain = sorted(seconds["plain float32"][1:])[arguments.rounds // 2]
    table = {}
    for name in variants:
        middle = sorted(seconds[name][1:])[arguments.rounds // 2]
        apart = max(abs(a - b) for a, b in zip(losses[name], losses["plain float32"], strict=True))
        table[name] = {
            "images_per_second": round(images / middle, 1),
            "ratio": round(plain / middle, 2),
            "loss_apart": apart,
            "convolution_share": round(shares[name], 3),
        }
    print(f"{'variant':40s}{'images/s':>10s}{'ratio':>8s}{'loss apart':>12s}{'in conv.':>10s}")
    for name, row in table.items():
        cells = "{images_per_second:10.1f}{ratio:8.2f}{loss_apart:12.1e}{convolution_share:10.0%}"
        print(f"{name:40s}" + cells.format(**row))
    if arguments.record:
        RECORD.mkdir(exist_ok=True)
        about = environment(torch.device("cpu"), torch.float32, 1)
        del about["precision"]  # each row has its own
        config = {"size": arguments.size, "steps": arguments.steps, "rounds": arguments.rounds}
        sustained = {
            name: round(sustained_flops(torch.device("cpu"), precision) / 1e9, 1)
            for name, precision in PRECISIONS.items()
            if name != "float16"
        }
        content = {
            "config": config | {"batch_size": 64},
            "environment": about,
            "one_convolution_gflops": sustained,
            "variants": table,
        }
        # Machines of the two kinds do not compare.
        name = "table" if variants is VARIANTS else "table-without-bfloat16"
        checkpoints.write_json(RECORD / f"{name}.json", content)


if __name__ == "__main__":
    main()
