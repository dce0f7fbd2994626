"""A noise level becomes a vector: the right one, of constant length, and never the same twice."""

import math
import re

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from ddimlib.embeddings import SinusoidalEmbedding


def formula(noise_level: float, dim: int, low: float, high: float) -> np.ndarray:
    """Independent of the library: plain Python floats, one frequency at a time."""
    half = dim // 2
    ratio = (high / low) ** (1 / (half - 1)) if half > 1 else 1.0
    angles = [2 * math.pi * low * ratio**k * noise_level for k in range(half)]
    return np.array([math.sin(a) for a in angles] + [math.cos(a) for a in angles])


@pytest.mark.parametrize(
    ("dim", "low", "high"), [(32, 1.0, 1000.0), (64, 0.5, 20.0), (2, 3.0, 3.0)]
)
def test_embedding_is_the_formula_in_double_precision(dim: int, low: float, high: float) -> None:
    levels = torch.linspace(0, 1, 201)
    expected = np.stack([formula(level.item(), dim, low, high) for level in levels])
    embedded = SinusoidalEmbedding(dim, low, high)(levels)
    # Single precision rounds an angle of 2π · high by at most 2^-24 of itself, and so for
    # the speed and for the product.
    rounding = 2 * math.pi * high * 2.0**-24 * 2
    assert np.abs(embedded.numpy() - expected).max() < rounding + 1e-6


def test_frequencies_are_spaced_by_one_factor_from_end_to_end() -> None:
    frequencies = SinusoidalEmbedding(32).angular_speeds.double() / (2 * math.pi)
    assert frequencies[0].item() == pytest.approx(1, rel=1e-6)
    assert frequencies[-1].item() == pytest.approx(1000, rel=1e-6)
    factors = frequencies[1:] / frequencies[:-1]
    assert torch.allclose(factors, factors[0].expand(15), rtol=1e-6)


@settings(max_examples=25, deadline=None)
@given(
    levels=st.lists(st.floats(0, 1, width=32), min_size=1, max_size=8),
    half=st.integers(1, 24),
    low=st.floats(0.1, 10),
    range_of_frequencies=st.floats(1, 1000),
)
def test_every_embedding_has_its_shape_and_the_same_length(
    levels: list[float], half: int, low: float, range_of_frequencies: float
) -> None:
    embed = SinusoidalEmbedding(2 * half, low, low * range_of_frequencies)
    vectors = embed(torch.tensor(levels))
    assert vectors.shape == (len(levels), embed.dim) == (len(levels), 2 * half)
    assert vectors.dtype == torch.float32
    assert vectors.abs().max() <= 1
    # sin² + cos² = 1 for each frequency.
    assert torch.allclose(vectors.square().sum(1), torch.full((len(levels),), float(half)))


@settings(max_examples=25, deadline=None)
@given(one=st.floats(0, 0.5, width=32), other=st.floats(0, 0.5), shift=st.floats(0, 0.5))
def test_similarity_depends_on_the_difference_alone(one: float, other: float, shift: float) -> None:
    embed = SinusoidalEmbedding(32, 1.0, 50.0)
    here = embed(torch.tensor([one, other]))
    there = embed(torch.tensor([one + shift, other + shift]))
    assert torch.allclose(here[0] @ here[1], there[0] @ there[1], atol=1e-3)
    # The closed form: the sum of the cosines of frequency times difference.
    angles = embed.angular_speeds.double() * (one - other)
    assert (here[0] @ here[1]).item() == pytest.approx(angles.cos().sum().item(), abs=1e-3)


def test_no_two_noise_levels_share_a_vector() -> None:
    vectors = SinusoidalEmbedding()(torch.linspace(0, 1, 1001))
    # Neighbours are a thousandth apart: one full turn of the fastest pair, which alone is blind
    # to it. The ends 0 and 1 are whole turns of the slowest and the fastest.
    distances = torch.cdist(vectors, vectors)
    distances.fill_diagonal_(math.inf)
    assert distances.min() > 1


def test_half_precision_inputs_are_embedded_in_single_precision() -> None:
    levels = torch.linspace(0, 1, 11)
    embed = SinusoidalEmbedding()
    for dtype in (torch.float16, torch.bfloat16):
        rounded = levels.to(dtype)
        assert embed(rounded).dtype == torch.float32
        assert torch.equal(embed(rounded), embed(rounded.float()))


def test_under_autocast_the_angles_keep_their_precision() -> None:
    levels = torch.linspace(0, 1, 101)
    embed = SinusoidalEmbedding()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        under = embed(levels)
    assert torch.equal(under, embed(levels))


def test_embedding_has_nothing_to_train_or_to_save() -> None:
    embed = SinusoidalEmbedding()
    assert list(embed.parameters()) == []
    assert dict(embed.state_dict()) == {}


@pytest.mark.parametrize("dim", [0, 1, 7, -2])
def test_odd_or_empty_dimension_is_refused(dim: int) -> None:
    with pytest.raises(ValueError, match=rf"dim must be even .* got {dim}"):
        SinusoidalEmbedding(dim)


@pytest.mark.parametrize(("low", "high"), [(0.0, 10.0), (-1.0, 1.0), (10.0, 1.0)])
def test_impossible_frequencies_are_refused(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="frequencies must satisfy 0 < min <= max"):
        SinusoidalEmbedding(8, low, high)


@pytest.mark.usefixtures("as_readers_run_it")
@pytest.mark.parametrize("shape", [(), (3, 1), (2, 3, 4)])
def test_a_shape_that_is_not_one_number_per_image_is_refused(shape: tuple[int, ...]) -> None:
    sentence = f"the embedding takes one number per image, shape (batch,), got {shape}"
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        SinusoidalEmbedding()(torch.zeros(shape))


@pytest.mark.parametrize("kind", [torch.float16, torch.bfloat16])
def test_rounded_speeds_are_refused(kind):
    embedding = SinusoidalEmbedding().to(kind)
    with pytest.raises(ValueError, match=r"run it under torch\.autocast"):
        embedding(torch.rand(3, dtype=kind))
