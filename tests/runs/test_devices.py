"""Devices and precisions: what is picked, and what is refused."""

import functools
import itertools
import platform
import sys

import pytest
import torch
from torch import nn
from torch._dynamo.backends.common import aot_autograd
from torch.utils.flop_counter import FlopCounterMode

from ddimlib.runs import devices
from ddimlib.unet import ResidualBlock, UNet


def test_a_cpu_runs_in_float32_unless_told_otherwise():
    cpu = devices.pick_device("cpu")
    assert devices.pick_precision(cpu) == torch.float32
    assert devices.pick_precision(cpu, "float16") == torch.float16
    with pytest.raises(ValueError, match="unknown precision 'float8': choose one of auto, bfl"):
        devices.pick_precision(cpu, "float8")


@pytest.mark.skipif(torch.cuda.is_available(), reason="a GPU is there")
def test_a_gpu_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="no GPU is visible: use --device cpu"):
        devices.pick_device("cuda")


def test_a_device_that_this_machine_lacks_is_refused_in_one_sentence(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    assert devices.pick_device("cuda:1") == torch.device("cuda:1")
    with pytest.raises(ValueError, match="only from cuda:0 to cuda:1"):
        devices.pick_device("cuda:2")
    with pytest.raises(ValueError, match="no Apple GPU"):
        devices.pick_device("mps")


def test_an_unknown_device_is_one_sentence():
    with pytest.raises(ValueError, match=r"^unknown device 'foo': choose one of auto, cpu, cuda"):
        devices.pick_device("foo")


@pytest.mark.parametrize("name", ["auto", "bfloat16"])
@pytest.mark.parametrize(("capability", "dtype"), [((7, 5), "float16"), ((8, 0), "bfloat16")])
def test_bfloat16_is_for_gpus_that_have_it(monkeypatch, name, capability, dtype):
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda device: capability)
    assert devices.pick_precision(torch.device("cuda"), name) == getattr(torch, dtype)


@pytest.mark.parametrize(
    ("avx512_bf16", "amx", "dtype"),
    [
        (False, False, torch.float32),
        (True, False, torch.bfloat16),
        (False, True, torch.bfloat16),
    ],
)
def test_bfloat16_is_for_processors_that_have_it(monkeypatch, avx512_bf16, amx, dtype):
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: avx512_bf16)
    monkeypatch.setattr(torch.cpu, "_is_amx_tile_supported", lambda: amx)
    assert devices.pick_precision(torch.device("cpu"), "bfloat16") == dtype
    assert devices.pick_precision(torch.device("cpu")) == torch.float32


def test_a_torch_that_cannot_be_asked_has_no_bfloat16(monkeypatch):
    monkeypatch.delattr(torch.cpu, "_is_avx512_bf16_supported")
    monkeypatch.delattr(torch.cpu, "_is_amx_tile_supported")
    assert not devices.has_bfloat16(torch.device("cpu"))


def test_the_allocator_is_told_to_keep_memory_where_it_is_glibc():
    is_glibc = sys.platform == "linux" and platform.libc_ver()[0] == "glibc"
    assert devices.keep_memory() == is_glibc


def test_autocast_runs_convolutions_in_half_precision_and_float32_leaves_them():
    convolution, x = nn.Conv2d(1, 1, 1), torch.zeros(1, 1, 2, 2)
    with devices.autocast(torch.device("cpu"), torch.bfloat16):
        assert convolution(x).dtype == torch.bfloat16
    with devices.autocast(torch.device("cpu"), torch.float32):
        assert convolution(x).dtype == torch.float32


@pytest.mark.parametrize(("device", "wanted"), [("cuda", False), ("cpu", True)])
def test_a_module_is_left_alone_unless_compiling_is_wanted_and_helps(device, wanted):
    module = nn.Identity()
    assert devices.compiled(module, torch.device(device), wanted) is module


@pytest.fixture
def triton(monkeypatch):
    """As where there is a GPU; what is compiled is free to run on a CPU."""
    monkeypatch.setattr("torch.utils._triton.has_triton", lambda: True)


def test_without_triton_a_gpu_runs_the_module_as_it_is(monkeypatch):
    monkeypatch.setattr("torch.utils._triton.has_triton", lambda: False)
    module = nn.SiLU()
    with pytest.warns(UserWarning, match="going on without: Triton"):
        assert devices.compiled(module, torch.device("cuda"), wanted=True) is module


def test_a_way_back_that_cannot_be_compiled_is_run_as_it_is(triton, monkeypatch):
    def fails(graph, inputs):
        raise RuntimeError("no way back")

    backend = aot_autograd(fw_compiler=lambda graph, inputs: graph, bw_compiler=fails)
    compile_ = functools.partial(torch.compile, backend=backend)
    monkeypatch.setattr(torch, "compile", compile_)
    wrapped = devices.compiled(nn.SiLU(), torch.device("cuda"), wanted=True)
    x = torch.linspace(-3, 3, 7, requires_grad=True)
    wrapped(x).sum().backward()
    (expected,) = torch.autograd.grad(nn.functional.silu(x).sum(), x)
    assert torch.allclose(x.grad, expected)


@pytest.mark.slow
def test_a_compiled_module_computes_the_same(triton):
    module, x = nn.SiLU(), torch.linspace(-3, 3, 7)
    wrapped = devices.compiled(module, torch.device("cuda"), wanted=True)
    assert wrapped is not module
    assert torch.allclose(wrapped(x), module(x))  # on a CPU, which it is free to run on


def test_sustained_flops_counts_the_operations_of_its_convolution(monkeypatch):
    clock = itertools.count()  # every look at it, a second has passed
    monkeypatch.setattr(devices.time, "perf_counter", lambda: next(clock))
    with FlopCounterMode(display=False) as counter:
        in_one_second = devices.sustained_flops(torch.device("cpu"), torch.float32, repeats=2)
    assert in_one_second == counter.get_total_flops() / 3  # warmed up once, timed twice


def misplaced_in(network: UNet) -> list[tuple[str, nn.Module]]:
    """Norms that see values, and blocks that see gradients, in another layout."""
    found = []

    def look(module, gradients, outputs):
        if not outputs[0].is_contiguous(memory_format=torch.channels_last):
            found.append(("gradient", module))

    def look_first(module, inputs):
        if not inputs[0].is_contiguous(memory_format=torch.channels_last):
            found.append(("value", module))

    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.register_forward_pre_hook(look_first)
        if isinstance(module, ResidualBlock):
            module.register_full_backward_hook(look)
    images = torch.randn(2, 3, 8, 8).contiguous(memory_format=torch.channels_last)
    network(images, torch.rand(2)).square().mean().backward()
    return found


def small_network() -> UNet:
    torch.manual_seed(0)
    network = UNet(widths=(8, 12), embedding_dim=8, block_depth=2, attention_levels=(1,))
    nn.init.normal_(network.to_prediction.weight)
    return network


def test_every_block_sees_values_and_gradients_with_the_channels_last():
    """A slice, or a mixture of layouts, is right too, but many times slower on a CPU."""
    assert misplaced_in(devices.channels_last(small_network())) == []
    kinds = {
        kind for kind, _ in misplaced_in(small_network().to(memory_format=torch.channels_last))
    }
    assert kinds == {"gradient"}, "the weights' layout alone is not enough"


def test_the_noise_level_is_laid_out_as_the_image_is():
    """Two layouts are joined into a third, and laid out once more: four per cent of the time."""
    for layout in (torch.channels_last, torch.contiguous_format):
        joined: list[torch.Tensor] = []
        network = small_network().to(memory_format=layout)
        network.down[0].register_forward_pre_hook(
            lambda _, inputs, seen=joined: seen.append(inputs[0])
        )
        network(torch.randn(2, 3, 8, 8), torch.rand(2))
        assert joined[0].is_contiguous(memory_format=layout)


def test_the_layout_changes_nothing_but_rounding():
    plain, laid = small_network().eval(), devices.channels_last(small_network()).eval()
    images, variance = torch.randn(2, 3, 8, 8), torch.rand(2)
    outputs = [network(images, variance) for network in (plain, laid)]
    torch.testing.assert_close(*outputs, rtol=1e-4, atol=1e-4)
    for output in outputs:
        output.square().mean().backward()
    for one, other in zip(plain.parameters(), laid.parameters(), strict=True):
        torch.testing.assert_close(one.grad, other.grad, rtol=1e-3, atol=1e-4)
