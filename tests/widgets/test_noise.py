"""The noise that Python and the browser share is noise, and is shared."""

import numpy as np
import pytest
from scipy import stats

from ddimlib.widgets.noise import browser_noise


@pytest.mark.parametrize("seed", [0, 7, 2**31, 2**32 - 1])
def test_python_and_javascript_draw_the_same_noise(run_javascript, seed):
    ours = browser_noise(seed, (3, 7, 11))
    theirs = run_javascript("noise.js", f"gaussianNoise(data, {ours.size})", seed)
    np.testing.assert_allclose(ours.reshape(-1), theirs, rtol=0, atol=1e-6)
    assert np.mean(ours.reshape(-1) == np.float32(theirs)) > 0.99


def test_the_noise_is_standard_normal():
    noise = browser_noise(1, (200_000,)).astype(np.float64)
    assert stats.kstest(noise, "norm").pvalue > 0.01
    assert abs(noise.mean()) < 4 / np.sqrt(noise.size)
    assert abs(noise.var() - 1) < 4 * np.sqrt(2 / noise.size)
    assert stats.kurtosis(noise) == pytest.approx(0, abs=0.05)


def test_neighbours_and_seeds_are_not_correlated():
    bound = 4 / np.sqrt(65536)
    fields = np.stack([browser_noise(seed, (65536,)) for seed in range(8)]).astype(np.float64)
    across = np.corrcoef(fields) - np.eye(8)
    assert np.abs(across).max() < bound
    for shift in (1, 2, 3, 64, 256):
        assert abs(np.mean(fields[0, shift:] * fields[0, :-shift])) < bound
    # Box-Muller would tie squares together if its two uniforms were.
    assert abs(np.corrcoef(fields[0, 0::2] ** 2, fields[0, 1::2] ** 2)[0, 1]) < 1.5 * bound


def test_a_shape_is_filled_in_c_order_and_a_prefix_stays_the_same():
    flat = browser_noise(5, (24,))
    np.testing.assert_array_equal(browser_noise(5, (2, 3, 4)).reshape(-1), flat)
    np.testing.assert_array_equal(browser_noise(5, (7,)), flat[:7])
    assert flat.dtype == np.float32


@pytest.mark.parametrize("seed", [-1, 2**32])
def test_a_seed_outside_32_bits_is_refused(seed):
    with pytest.raises(ValueError, match="0 to 4294967295"):
        browser_noise(seed, (1,))
