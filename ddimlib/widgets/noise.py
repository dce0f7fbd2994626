"""Gaussian noise from a seed that Python and the reader's browser compute alike.

``torch.Generator`` cannot be followed in JavaScript, so figures that move draw their noise
from a hash of (seed, position): 32-bit integer arithmetic, which is exact in both languages,
then Box-Muller in double precision, rounded to float32. The two agree exactly or in the last
float32 digit (logarithm and cosine may differ in the last bit of a double). A test compares them.

The same seed therefore grows the same flower here and in the page:
``browser_noise(7, (3, 64, 64))`` is what ``gaussianNoise(7, 3 * 64 * 64)`` in
``ddimlib/static/noise.js`` returns, in C order (channel, then row, then column).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

_MASK = np.uint64(0xFFFFFFFF)


def _mix_bits(value: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The "lowbias32" integer hash of C. Wellons, on 32 bits held in 64."""
    value = ((value ^ (value >> np.uint64(16))) * np.uint64(0x7FEB352D)) & _MASK
    value = ((value ^ (value >> np.uint64(15))) * np.uint64(0x846CA68B)) & _MASK
    return value ^ (value >> np.uint64(16))


def random_bits(seed: int, positions: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """32 random bits for each position, shape of ``positions``; as ``randomBits`` in noise.js."""
    key = _mix_bits(np.array([(seed + 0x9E3779B9) & 0xFFFFFFFF], dtype=np.uint64))
    mixed = _mix_bits((positions + key) & _MASK)
    return _mix_bits((mixed + key * np.uint64(0x85EBCA6B)) & _MASK)


def browser_noise(seed: int, shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Draws from N(0, 1) of the given shape, equal to the browser's for the same seed.

    ``seed`` is an integer in [0, 2**32). Raises ``ValueError`` outside that range.
    """
    if not 0 <= seed < 2**32:
        raise ValueError(f"seed is {seed}; expected an integer from 0 to 4294967295")
    count = math.prod(shape)
    pairs = (count + 1) // 2
    positions = np.arange(2 * pairs, dtype=np.uint64)
    uniform = (random_bits(seed, positions).astype(np.float64) + 0.5) / 2**32
    radius = np.sqrt(-2 * np.log(uniform[0::2]))
    angle = 2 * math.pi * uniform[1::2]
    noise = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return noise.reshape(-1)[:count].astype(np.float32).reshape(shape)
