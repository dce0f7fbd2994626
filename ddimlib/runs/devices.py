"""What the machine offers: a device, a precision, and an allocator that keeps its memory."""

import ctypes
import functools
import platform
import sys
import time
import warnings
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import torch
from torch import Tensor, nn

from ddimlib.checks import check_name
from ddimlib.unet import UNet

PRECISIONS = {
    "float32": torch.float32,
    "bfloat16": torch.bfloat16,
    "float16": torch.float16,
}


def pick_device(name: str = "auto") -> torch.device:
    """The device by name; "auto" takes an accelerator where there is one.

    Raises:
        ValueError: for an unknown name, or when the device is not there.
    """
    if name == "auto":
        if torch.cuda.is_available():
            return torch.device("cuda")
        if torch.backends.mps.is_available():
            return torch.device("mps")
        return torch.device("cpu")
    try:
        device = torch.device(name)
    except RuntimeError:  # which would list two dozen kinds
        raise ValueError(f"unknown device {name!r}: choose one of auto, cpu, cuda, mps") from None
    if device.type == "cuda" and not torch.cuda.is_available():
        raise ValueError("device 'cuda' was asked for, but no GPU is visible: use --device cpu")
    if device.type == "cuda" and (device.index or 0) >= torch.cuda.device_count():
        raise ValueError(
            f"device {name!r} was asked for, but GPUs are visible only from cuda:0 to "
            f"cuda:{torch.cuda.device_count() - 1}"
        )
    if device.type == "mps" and not torch.backends.mps.is_available():
        raise ValueError("device 'mps' was asked for, but this is no Apple GPU: use --device cpu")
    return device


def pick_precision(device: torch.device, name: str = "auto") -> torch.dtype:
    """The precision that convolutions run in; "auto" takes the fastest that is safe.

    bfloat16 on GPUs that have it in hardware (Ampere and later), float16 on older ones such as
    a T4 (with loss scaling, in ``training``), float32 elsewhere. "bfloat16" means it where the
    device has it, and elsewhere the same as "auto": imitated, it is an order of magnitude slower.
    """
    check_name(name, ("auto", *PRECISIONS), "precision")
    if name not in ("auto", "bfloat16"):
        return PRECISIONS[name]
    is_gpu = device.type == "cuda"
    if (is_gpu or name == "bfloat16") and has_bfloat16(device):
        return torch.bfloat16
    return torch.float16 if is_gpu else torch.float32


def has_bfloat16(device: torch.device) -> bool:
    """Whether the device multiplies in bfloat16; PyTorch imitates it where it does not."""
    if device.type == "cuda":
        return torch.cuda.get_device_capability(device) >= (8, 0)
    if device.type == "cpu":
        # torch has no public question for this. Where one of these is gone, the answer is no.
        questions = ("_is_avx512_bf16_supported", "_is_amx_tile_supported")
        return any(getattr(torch.cpu, question, bool)() for question in questions)
    return False


def autocast(device: torch.device, precision: torch.dtype) -> AbstractContextManager[object]:
    """Run what follows in ``precision``, keeping float32 where it matters."""
    if precision == torch.float32:
        return nullcontext()
    return torch.autocast(device.type, precision)


@functools.cache
def keep_memory() -> bool:
    """Tell glibc to keep freed memory, instead of giving it back after every training step.

    Activations are large blocks, which glibc maps afresh each time and the kernel fills with
    zeros. ``benchmarks/training_speed.py`` measures what that costs: a third of the time of a
    training step, or more, depending on the machine.

    Returns:
        Whether the allocator could be told.
    """
    if sys.platform != "linux" or platform.libc_ver()[0] != "glibc":
        return False
    libc = ctypes.CDLL("libc.so.6")
    largest = 2**31 - 1
    mmap_threshold, trim_threshold = -3, -1  # names of these settings in malloc.h
    return bool(libc.mallopt(mmap_threshold, largest) and libc.mallopt(trim_threshold, largest))


def prepare(device: torch.device) -> None:
    """Switch on what costs nothing: TensorFloat-32 and tuned kernels, or the kept memory."""
    if device.type == "cuda":
        torch.set_float32_matmul_precision("high")
        torch.backends.cudnn.benchmark = True
    else:
        keep_memory()


def channels_last(network: UNet) -> UNet:
    """The network with the channels of a pixel side by side in memory, and all that passes it.

    Weights alone are not enough. Where a skip joins, the gradient that comes back is a slice of a
    larger tensor, for which a CPU has slow code only, so it is laid out afresh. (The network
    itself lays out the noise level as it finds the image.)
    """
    network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    for level in network.up:
        for module in (level.upsample, *level.attention.children()):  # type: ignore[union-attr, operator]
            module.register_forward_hook(_lay_out_gradient)
    return network


def _lay_out(x: Tensor) -> Tensor:
    return x.contiguous(memory_format=torch.channels_last)


def _lay_out_gradient(module: nn.Module, inputs: Any, output: Tensor) -> None:
    if output.requires_grad and output.device.type == "cpu" and not torch.compiler.is_compiling():
        output.register_hook(_lay_out)


def compiled(module: nn.Module, device: torch.device, wanted: bool) -> nn.Module:
    """The module compiled where that works, or itself with a warning that says why not.

    On a CPU it is left alone: compiled, it trains more slowly (chapter 11). What cannot be compiled
    once training has begun, forwards or backwards, runs as it is, and PyTorch warns.
    """
    if not wanted or device.type == "cpu":
        return module
    try:
        import torch._dynamo
        import torch._functorch.config
        from torch.utils._triton import has_triton

        if device.type == "cuda" and not has_triton():
            raise RuntimeError("Triton, which it needs on a GPU, does not work here")
        torch._dynamo.config.suppress_errors = True
        # The way back is compiled with the way there, where a failure can be caught.
        if hasattr(torch._functorch.config, "force_non_lazy_backward_lowering"):  # newer PyTorch
            torch._functorch.config.force_non_lazy_backward_lowering = True
        torch._dynamo.reset()  # an earlier run in this process does not count
        # A last, smaller batch is compiled for itself, so that the others stay of a fixed shape.
        return torch.compile(module, dynamic=False)  # type: ignore[return-value]
    except (RuntimeError, ImportError) as error:
        warnings.warn(
            f"torch.compile is not available here, going on without: {error}", stacklevel=2
        )
        return module


def sustained_flops(device: torch.device, precision: torch.dtype, repeats: int = 5) -> float:
    """FLOP/s of one large convolution: what a network of convolutions can hope for here.

    A maker's peak says what the arithmetic units could do; this says what the library gets out
    of them. A run's FLOP/s divided by this number is the part of the machine that it uses.
    The best of ``repeats`` counts, for other programs only ever slow one down.
    """
    batch, channels, side = (4, 128, 32) if device.type == "cpu" else (64, 256, 64)
    convolution = nn.Conv2d(channels, channels, kernel_size=3, padding=1, device=device)
    convolution = convolution.to(precision, memory_format=torch.channels_last)  # type: ignore[call-overload]
    x = torch.randn(batch, channels, side, side, device=device, dtype=precision)
    x = x.contiguous(memory_format=torch.channels_last)
    seconds = []
    with torch.no_grad():
        convolution(x)  # the first one warms up
        for _ in range(repeats):
            _wait(device)
            started = time.perf_counter()
            convolution(x)
            _wait(device)
            seconds.append(time.perf_counter() - started)
    return 2 * x.numel() * channels * 3 * 3 / min(seconds)


def peak_memory(device: torch.device) -> int | None:
    """Most bytes of an accelerator's memory held by tensors since ``forget_peak_memory``."""
    return torch.cuda.max_memory_allocated(device) if device.type == "cuda" else None


def forget_peak_memory(device: torch.device) -> None:
    """Measure the peak from now on."""
    if device.type == "cuda":
        torch.cuda.reset_peak_memory_stats(device)


def _wait(device: torch.device) -> None:
    """Let an accelerator finish what it was told to do."""
    if device.type != "cpu":
        torch.accelerator.synchronize(device)


def describe(device: torch.device) -> str:
    """The hardware in a few words, for the record."""
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    if device.type == "mps":
        return f"{_processor()}, its GPU (MPS)"
    return f"{_processor()}, {torch.get_num_threads()} threads"


def _processor() -> str:
    try:
        with open("/proc/cpuinfo") as file:
            for line in file:
                if line.startswith("model name"):
                    return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()
