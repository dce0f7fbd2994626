"""What a run will take, before it is started: ``ddimlib train --dry-run``."""

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import torch
from torch import nn
from torch.autograd.graph import saved_tensors_hooks
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.utils.flop_counter import FlopCounterMode

from ddimlib import data
from ddimlib.data.images import validation_count
from ddimlib.diffusion import DiffusionModel, in_evaluation
from ddimlib.runs import devices, recorded
from ddimlib.runs.config import TrainConfig, as_dict
from ddimlib.runs.logbook import Logbook
from ddimlib.runs.parallel import Workers
from ddimlib.runs.store import build_model
from ddimlib.runs.train import (
    check_batches,
    check_labelled,
    check_start_target,
    compute_errors_with,
    start_from,
)
from ddimlib.training import batch_sizes, fit
from ddimlib.unet import count_parameters


def flops_per_image(model: nn.Module, image_size: int, channels: int = 3) -> int:
    """Floating-point operations of one evaluation on one image; training takes three times it."""
    noisy = torch.zeros(1, channels, image_size, image_size)
    # Attention as plain products of matrices: what a processor fuses, the counter does not see.
    plainly = sdpa_kernel(SDPBackend.MATH)
    counter = FlopCounterMode(display=False)
    with counter, torch.no_grad(), plainly, in_evaluation(model):
        model(noisy, torch.ones(1))
    return int(counter.get_total_flops())


def plan(config: TrainConfig, timed_steps: int = 3) -> str:
    """Parameters, FLOPs, images, memory and expected time of a run on this machine.

    Runs a few training steps on noise to measure its speed; nothing is fetched or written.

    Raises:
        ValueError, FileNotFoundError: where the run would find no pictures, or none with the
            classes that it is to learn; no weights to start from; or a folder that holds another
            run. (Whether the pictures of a run are still the same is seen when they are decoded,
            and whether weights that are not here yet fit, when they are fetched.)
    """
    device = devices.pick_device(config.device)
    devices.prepare(device)
    precision = devices.pick_precision(device, config.precision)
    count, classes = data.count_pictures(config.dataset, config.image_size)
    check_labelled(config, classes)
    count -= validation_count(count)
    check_batches(config, count)
    sizes = batch_sizes(count, config.batch_size)
    model = build_model(config, classes=classes or 0)
    done = Logbook(Path(config.folder).expanduser(), as_dict(config), writes=False).resume()
    begins: list[str] = []
    if config.start is not None and not done:
        if _is_to_be_fetched(config.start):
            # What a config tells of weights while they are not here.
            theirs = recorded.read_json(config.start, "config.json")["target"]
            check_start_target(config.start, theirs, config)
            begins = [
                f"start       {config.start}, whose weights are not here: the run fetches them"
            ]
        else:
            start_from(config.start, model, config)
    flops = flops_per_image(model.network, config.image_size)
    passes = config.epochs * config.repeats
    steps = passes * len(sizes)
    batch = min(config.batch_size, count)
    joined = sizes[-1] > config.batch_size
    last = f", the last one of a pass of {sizes[-1]}, lest a picture be alone" if joined else ""
    parameters = count_parameters(model)
    step, held = _time_steps(model, config, batch, device, precision, timed_steps)
    speed = 3 * flops * batch / step
    sustained = devices.sustained_flops(device, precision)
    # Weights, their gradient, two moments, each average: float32 numbers of every parameter.
    state = (5 + bool(config.second_ema_decay)) * 4 * parameters
    left = max(0, config.epochs - done) * config.repeats * len(sizes)
    here = data.is_decoded(config.dataset, config.image_size, config.data_root)
    known = "" if here else " (as published: they are not fetched and decoded yet)"
    return "\n".join(
        [
            f"network     {parameters:,} parameters, {flops / 1e9:.2f} GFLOPs an image "
            f"({3 * flops / 1e9:.2f} to train on it)",
            f"data        {config.dataset}: {count:,} pictures of {config.image_size}x"
            f"{config.image_size}, {count * 3 * config.image_size**2 / 2**20:.0f} MiB{known}",
            f"run         {config.epochs} epochs of {config.repeats} passes: {passes * count:,} "
            f"images in {steps:,} steps of {config.batch_size}{last}",
            f"memory      {state / 2**20:.1f} MiB of weights and optimizer, {held}",
            f"machine     {devices.describe(device)}, {str(precision).removeprefix('torch.')}",
            f"expected    {batch / step:,.0f} images/s, {_duration(left * step)}",
            f"limit       {speed / 1e9:,.0f} GFLOP/s, {speed / sustained:.0%} of what one large "
            "convolution sustains here",
            *begins,
            f"folder      {config.folder}" + (f", goes on after epoch {done}" if done else ""),
        ]
    )


def _is_to_be_fetched(start: str) -> bool:
    """Whether weights to start from are those of a recorded run, and not here yet."""
    path = Path(start).expanduser()
    if path.is_file() or (path / "weights.safetensors").is_file():
        return False
    return start in recorded.names() and not recorded.is_here(start)


def _time_steps(
    model: DiffusionModel,
    config: TrainConfig,
    batch: int,
    device: torch.device,
    precision: torch.dtype,
    timed_steps: int,
) -> tuple[float, str]:
    """Seconds of a training step, and the memory that it takes, in words."""
    model = model.to(device).train()
    devices.channels_last(model.network)  # type: ignore[arg-type]
    optimizer = torch.optim.AdamW(model.parameters(), fused=device.type in ("cuda", "cpu"))
    compute_errors_with(model, config, Workers(0, 1, device), precision)
    size = (batch, 3, config.image_size, config.image_size)
    pictures = torch.randint(0, 256, size, dtype=torch.uint8, device=device)
    labels = (
        torch.zeros(batch, dtype=torch.int64, device=device) if config.class_conditional else None
    )

    def step() -> float:
        started = time.perf_counter()
        for loss in fit(model, [(pictures, labels)], optimizer):
            loss.item()
        return time.perf_counter() - started

    devices.forget_peak_memory(device)
    watch: AbstractContextManager[dict[int, int]] = (
        saved_storages() if device.type == "cpu" else nullcontext({})
    )
    with watch as saved:
        step()  # warms up
    seconds = min(step() for _ in range(timed_steps))
    if (peak := devices.peak_memory(device)) is not None:
        return seconds, f"{peak / 2**20:,.0f} MiB at the peak of a step"
    for tensor in model.state_dict().values():  # counted elsewhere
        saved.pop(tensor.untyped_storage().data_ptr(), None)
    if not saved:
        return seconds, "activations aside"
    return seconds, f"at least {sum(saved.values()) / 2**20:,.1f} MiB of activations in a step"


@contextmanager
def saved_storages() -> Iterator[dict[int, int]]:
    """Bytes of every storage that autograd keeps for the way back, by its address."""
    storages: dict[int, int] = {}

    def note(tensor: torch.Tensor) -> torch.Tensor:
        storage = tensor.untyped_storage()
        storages[storage.data_ptr()] = storage.nbytes()
        return tensor

    with saved_tensors_hooks(note, lambda tensor: tensor):
        yield storages


def _duration(seconds: float) -> str:
    hours, minutes = divmod(round(seconds / 60), 60)
    return (
        f"{hours} h {minutes} min" if hours else f"{minutes} min" if minutes else f"{seconds:.0f} s"
    )
