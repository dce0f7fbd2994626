"""Dissolve shows what the library computes."""

import numpy as np
import pytest
import torch

from ddimlib.data.photograph import sample_flower
from ddimlib.diffusion import DiffusionModel
from ddimlib.schedules import SCHEDULES, CosineSchedule, make_schedule
from ddimlib.unet import UNet
from ddimlib.widgets import dissolve, draw_a_schedule, layer, unet_map
from ddimlib.widgets.dissolve import noisy_picture


def test_it_stays_within_its_budget():
    assert dissolve().bytes < layer.SIZE_BUDGET


def test_browser_and_python_mix_the_same_picture(run_javascript):
    flower = sample_flower(16)
    noisy = noisy_picture(flower, make_schedule("cosine"), 0.5, seed=3)
    rates = make_schedule("cosine")(torch.tensor(0.5, dtype=torch.float64))
    mixed = run_javascript(
        "pixels.js",
        "mixPixels(standardise(data.bytes), data.field, data.signal, data.noise)",
        {
            "bytes": flower.reshape(-1).tolist(),
            "field": run_javascript("noise.js", f"gaussianNoise(3, {flower.size})"),
            "signal": rates.signal.item(),
            "noise": rates.noise.item(),
        },
    )
    np.testing.assert_array_equal(mixed, noisy.reshape(-1))


def test_the_browser_s_spectrum_is_numpy_s(run_javascript):
    size = 16
    field = np.random.default_rng(0).normal(size=(size, size))
    power = run_javascript(
        "spectrum.js",
        "((f) => ringPower(f, f, 0.25, 0.75, rings(data.size), data.size))"
        "(fourier2d(data.field, data.size))",
        {"size": size, "field": field.reshape(-1).tolist()},
    )
    expected = np.abs(np.fft.fft2(field)) ** 2 / size**2
    frequency = np.fft.fftfreq(size, 1 / size)
    radius = np.rint(np.hypot(*np.meshgrid(frequency, frequency)))
    means = [expected[radius == ring].mean() for ring in range(size // 2 + 1)]
    np.testing.assert_allclose(power, means, rtol=1e-9)


def test_the_histogram_is_a_density(run_javascript):
    values = np.random.default_rng(0).normal(size=5000)
    heights = run_javascript("dissolve.js", "density(data, 4, 40)", values.tolist())
    expected, _ = np.histogram(values, bins=40, range=(-4, 4))
    np.testing.assert_allclose(heights, expected / (5000 * 0.2), rtol=1e-12)


def area_mean(values: np.ndarray, size: int) -> np.ndarray:
    """The mean over the area under each of size x size pixels, in float64, by overlaps."""
    side = len(values)
    old, new = np.arange(side + 1) / side, np.arange(size + 1) / size
    low, high = np.maximum(old[:-1], new[:-1, None]), np.minimum(old[1:], new[1:, None])
    share = np.clip(high - low, 0, None) * size
    return np.einsum("is,st...,jt->ij...", share, values, share)


@pytest.mark.parametrize(("side", "size"), [(64, 16), (37, 16), (7, 16), (1, 16), (16, 16)])
def test_a_reader_s_picture_is_reduced_by_averaging_areas(run_javascript, side, size):
    pixels = np.random.default_rng(side).integers(0, 256, (side, side, 4))
    cut = 4 * side * (side // 3)  # whole rows, handed over in two pieces
    small = run_javascript(
        "areas.js",
        "((a) => { a.add(data.first); a.add(data.rest); return a.bytes(); })"
        "(areaAverage(data.side, data.size))",
        {
            "first": pixels.reshape(-1)[:cut].tolist(),
            "rest": pixels.reshape(-1)[cut:].tolist(),
            "side": side,
            "size": size,
        },
    )
    means = area_mean(pixels[..., :3].astype(np.float64), size).reshape(-1)
    assert np.abs(np.array(small) - means).max() <= 0.5 + 1e-9


@pytest.mark.slow
def test_every_schedule_of_the_library_has_the_same_curve_in_the_browser(run_javascript):
    times = np.linspace(0, 1, 101)
    kinds = run_javascript("schedules.js", "scheduleKinds")
    assert set(kinds) == set(SCHEDULES)
    for kind in kinds:
        theirs = run_javascript(
            "schedules.js", f"data.map((t) => makeSchedule('{kind}').logSNR(t))", times.tolist()
        )
        ours = make_schedule(kind).log_snr(torch.from_numpy(times))
        np.testing.assert_allclose(theirs, ours.numpy(), rtol=1e-9, atol=1e-9)
        signal, noise = make_schedule(kind)(torch.from_numpy(times))
        rates = run_javascript(
            "schedules.js",
            f"data.map(makeSchedule('{kind}').rates).map((r) => [r.signal, r.noise])",
            times.tolist(),
        )
        np.testing.assert_allclose(np.array(rates).T, np.stack([signal, noise]), rtol=1e-9)


def test_wrong_arguments_are_refused_with_a_sentence():
    with pytest.raises(ValueError, match="16, 32, 64 or 128"):
        dissolve(np.zeros((20, 20, 3), dtype=np.uint8))
    with pytest.raises(ValueError, match=r"\[0, 1\]"):
        dissolve(t=2.0)


def test_a_reader_s_own_picture_is_credited_to_nobody():
    """In every figure that can show one."""
    network = UNet(widths=(8, 8), block_depth=1, embedding_dim=8)
    model = DiffusionModel(network, CosineSchedule())
    mine = np.zeros((16, 16, 3), dtype=np.uint8)
    for make in (dissolve, lambda *own: draw_a_schedule("cosine", *own)):
        assert "vultilion" in make().caption
        assert "vultilion" not in make(mine).caption
    assert "vultilion" in unet_map(model).caption
    assert "vultilion" not in unet_map(model, mine).caption
