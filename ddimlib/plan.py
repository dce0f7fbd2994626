"""What a run will take, before it is started: ``ddimlib train --dry-run``."""

import math
import time

import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from ddimlib import devices, training
from ddimlib.data import load_dataset
from ddimlib.unet import count_parameters


def flops_per_image(model: nn.Module, image_size: int, channels: int = 3) -> int:
    """Floating-point operations of one evaluation on one image; training takes three times it."""
    was_training = model.training
    noisy = torch.zeros(1, channels, image_size, image_size)
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        model.eval()(noisy, torch.ones(1))
    model.train(was_training)
    return int(counter.get_total_flops())


def plan(config: training.TrainConfig, timed_steps: int = 3) -> str:
    """Parameters, FLOPs, images, memory and expected time of a run on this machine.

    Runs a few training steps on noise to measure its speed; nothing is written.
    """
    device = devices.pick_device(config.device)
    devices.prepare(device)
    precision = devices.pick_precision(device, config.precision)
    images = load_dataset(config.dataset, config.image_size, config.data_root)
    model = training.build_model(config, images)
    classes = model.network.classes
    flops = flops_per_image(model.network, config.image_size)
    seen = config.epochs * config.repeats * len(images.train)
    steps = config.epochs * config.repeats * math.ceil(len(images.train) / config.batch_size)
    parameters = count_parameters(model)

    model = model.to(device, memory_format=torch.channels_last).train()  # type: ignore[call-overload]
    optimizer = torch.optim.AdamW(model.parameters(), fused=device.type in ("cuda", "cpu"))
    objective = devices.compiled(training._Objective(model), device, config.compile)
    pictures = images.train[: config.batch_size].to(device)
    noise, t = torch.randn(pictures.shape, device=device), torch.rand(len(pictures), device=device)
    labels = None if classes is None else torch.zeros_like(t, dtype=torch.int64)
    devices.forget_peak_memory(device)
    seconds = []
    for _ in range(timed_steps + 1):  # the first one warms up
        started = time.perf_counter()
        with devices.autocast(device, precision):
            loss = objective(pictures, noise, t, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        loss.item()
        seconds.append(time.perf_counter() - started)
    step = min(seconds[1:])
    speed = 3 * flops * len(pictures) / step
    sustained = devices.sustained_flops(device, precision)
    # Weights, their gradient, two moments, the average: five float32 numbers a parameter.
    state = 5 * 4 * parameters
    peak = devices.peak_memory(device)
    activations = f", {peak / 2**20:,.0f} MiB at the peak of a step" if peak else ""
    return "\n".join(
        [
            f"network     {parameters:,} parameters, {flops / 1e9:.2f} GFLOPs an image "
            f"({3 * flops / 1e9:.2f} to train on it)",
            f"data        {config.dataset}: {len(images.train):,} pictures of "
            f"{config.image_size}x{config.image_size}, {images.train.numel() / 2**20:.0f} MiB",
            f"run         {config.epochs} epochs of {config.repeats} passes: {seen:,} images in "
            f"{steps:,} steps of {config.batch_size}",
            f"memory      {state / 2**20:.1f} MiB of weights and optimizer"
            + (activations or ", activations aside"),
            f"machine     {devices.describe(device)}, {str(precision).removeprefix('torch.')}",
            f"expected    {len(pictures) / step:,.0f} images/s, {_duration(steps * step)}",
            f"limit       {speed / 1e9:,.0f} GFLOP/s, {speed / sustained:.0%} of what one large "
            "convolution sustains here",
            f"folder      {config.folder}",
        ]
    )


def _duration(seconds: float) -> str:
    hours, minutes = divmod(round(seconds / 60), 60)
    return (
        f"{hours} h {minutes} min" if hours else f"{minutes} min" if minutes else f"{seconds:.0f} s"
    )
