"""The embedding explorer shows the library's embedding."""

import numpy as np
import pytest
import torch

from ddimlib.embeddings import SinusoidalEmbedding
from ddimlib.plots.style import colour_map
from ddimlib.widgets import embedding_explorer, layer
from ddimlib.widgets.embedding_explorer import signed_colours


def test_it_stays_within_its_budget():
    assert embedding_explorer().bytes < layer.SIZE_BUDGET


@pytest.mark.parametrize(
    ("dim", "lowest", "highest"), [(32, 1.0, 1000.0), (8, 0.1, 10.0), (64, 2.5, 320.0)]
)
def test_the_browser_s_vectors_are_the_network_s(run_javascript, dim, lowest, highest):
    levels = [0.0, 0.0004, 0.3, 0.7071, 1.0]
    theirs = run_javascript(
        "embedding.js",
        "data.levels.map((level) =>"
        " embed(level, embeddingFrequencies(data.dim, data.lowest, data.highest)))",
        {"levels": levels, "dim": dim, "lowest": lowest, "highest": highest},
    )
    ours = SinusoidalEmbedding(dim, lowest, highest)(torch.tensor(levels))
    # At 1000 cycles an angle is known to float32's 4e-4, in both.
    np.testing.assert_allclose(theirs, ours.numpy(), atol=1e-6)


def test_similarity_is_the_cosine_between_vectors(run_javascript):
    embedding = SinusoidalEmbedding(32).double()
    a, b = embedding(torch.tensor([0.3, 0.34]))
    theirs = run_javascript("embedding.js", "similarity(0.04, embeddingFrequencies(32, 1, 1000))")
    expected = torch.nn.functional.cosine_similarity(a, b, dim=0)
    assert theirs == pytest.approx(expected.item(), abs=2e-4)


def test_the_map_is_the_embedding_averaged_over_each_column(run_javascript):
    values = run_javascript("embedding_explorer.js", "embeddingMap([1, 50, 1000])")
    shown = np.array(values).reshape(6, 400)
    levels = (np.arange(400 * 200) + 0.5) / (400 * 200)
    angles = 2 * np.pi * np.array([1, 50, 1000])[:, None] * levels
    waves = np.concatenate([np.sin(angles), np.cos(angles)])
    np.testing.assert_allclose(shown, waves.reshape(6, 400, 200).mean(axis=2), atol=1e-3)


def test_colours_are_those_of_the_book_s_map(run_javascript):
    values = np.linspace(-1, 1, 41)
    ours = signed_colours(values)
    theirs = np.array(run_javascript("colours.js", "signedColours(data)", values.tolist()))
    np.testing.assert_allclose(theirs.reshape(-1, 3), ours, atol=1)
    expected = 255 * colour_map()((values + 1) / 2)[:, :3]
    np.testing.assert_allclose(ours, expected, atol=4)  # matplotlib's map has 256 entries


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"a": 1.5}, "lie in"),
        ({"dim": 31}, "8, 16, 32 or 64"),
        ({"max_frequency": 5.0}, "max_frequency"),
    ],
)
def test_wrong_arguments_are_refused_with_a_sentence(arguments, message):
    with pytest.raises(ValueError, match=message):
        embedding_explorer(**arguments)
