"""Guess the flower: the page's Bayes is Python's, and what the chapter says of it is so."""

from importlib import import_module

import numpy as np
import pytest
import torch
from PIL import Image

from ddimlib.data.procedural import SPECIES
from ddimlib.exact.ideal import memory_weights, pair_error
from ddimlib.forward import Rates
from ddimlib.widgets import browser_noise, guess_the_flower
from ddimlib.widgets.guess_the_flower import (
    CLEAREST,
    FLOWERS,
    NOISIEST,
    SIZE,
    SURE,
    eight_flowers,
    painted_flowers,
    record,
    standardised,
)
from ddimlib.widgets.noise import random_bits

ROUND = "lot(data.seed, 8, 3072)"
IMAGES = (
    "((pixels) => [...Array(8).keys()].map((k) => pixels.image.subarray(3072 * k, 3072 * (k + 1))))"
    "(standardise(data.bytes))"
)


def rates_at(log_snr: float) -> Rates:
    level = torch.tensor([log_snr], dtype=torch.float64)
    return Rates(torch.sigmoid(level).sqrt(), torch.sigmoid(-level).sqrt())


def drawn(seed: int) -> tuple[int, torch.Tensor]:
    """The flower and the noise (3, size, size) that a seed draws in the page."""
    (bits,) = random_bits(seed, np.array([2**32 - 1], dtype=np.uint64))
    field = browser_noise(seed, (SIZE, SIZE, 3)).transpose(2, 0, 1)
    return int(bits) % len(FLOWERS), torch.from_numpy(field.astype(np.float64))


def weights_of(seed: int, log_snr: float) -> tuple[int, torch.Tensor]:
    """The flower that a seed draws, and what Bayes gives to each of the eight."""
    images, _, _ = standardised(eight_flowers())
    flower, field = drawn(seed)
    rates = rates_at(log_snr)
    noisy = rates.signal * images[flower] + rates.noise * field
    return flower, memory_weights(images, noisy[None], rates)[0]


@pytest.fixture(scope="module")
def in_the_page(run_javascript, javascript_folder):
    """Run an expression that sees the figure's functions and ``images``, the eight as they are."""
    (javascript_folder / "guess_test.js").write_text(
        'import { standardise as s } from "./pixels.js";\n'
        'import { weightedMean as w } from "./posterior.js";\n'
        'import * as figure from "./guess_the_flower.js";\n'
        "export const standardise = s;\nexport const weightedMean = w;\n"
        "export const lot = figure.lot;\nexport const believed = figure.believed;\n"
        "export const sureFrom = figure.sureFrom;\n",
        encoding="utf-8",
    )
    bytes_ = eight_flowers().reshape(-1).tolist()

    def run(expression: str, **data):
        return run_javascript(
            "guess_test.js", f"((images) => {expression})({IMAGES})", {"bytes": bytes_, **data}
        )

    return run


@pytest.mark.parametrize("log_snr", [-8.0, -5.5, -5.0, -2.0])
def test_the_page_s_posterior_is_python_s(in_the_page, log_snr):
    seeds = [1, 2, 3, 4, 2**32 - 1]
    theirs = in_the_page(
        "data.seeds.map((seed) => ((round) => [round.flower, believed(images, round, data.log)])"
        "(lot(seed, 8, 3072)))",
        seeds=seeds,
        log=log_snr,
    )
    for seed, (flower, weights) in zip(seeds, theirs, strict=True):
        expected, ours = weights_of(seed, log_snr)
        assert flower == expected
        np.testing.assert_allclose(weights, ours, atol=2e-4)


def test_the_picture_on_the_right_is_the_ideal_denoiser_s(in_the_page):
    images, _, _ = standardised(eight_flowers())
    _, weights = weights_of(5, -6.5)
    assert weights.max() < 0.9
    theirs = in_the_page("weightedMean(images, data.weights)", weights=weights.tolist())
    ours = torch.einsum("k,kchw->hwc", weights, images).flatten()
    np.testing.assert_allclose(theirs, ours, atol=1e-9)


@pytest.mark.slow
def test_bayes_stays_sure_from_the_level_that_the_page_names(in_the_page):
    seeds = list(range(8))
    levels = in_the_page(
        "data.seeds.map((seed) => sureFrom(images, lot(seed, 8, 3072), -8, -1, data.sure))",
        seeds=seeds,
        sure=SURE,
    )
    for seed, level in zip(seeds, levels, strict=True):
        grid = np.round(np.arange(NOISIEST, CLEAREST + 0.05, 0.1), 1)
        sure = [bool((w := weights_of(seed, log))[1][w[0]] > SURE) for log in grid]
        first = int(np.argmax(sure))
        assert all(sure[first:])
        assert level == pytest.approx(grid[first], abs=1e-9)


def test_bayes_becomes_sure_of_all_eight_near_a_log_snr_of_minus_five():
    """That is one part of flower to 150 of noise."""
    found = {level: [w[k] for k, w in (weights_of(seed, level) for seed in range(60))]
             for level in (-6.5, -5.0, -4.0)}  # fmt: skip
    mean = {level: float(torch.stack(values).mean()) for level, values in found.items()}
    assert mean[-6.5] < 0.75
    assert 0.9 < mean[-5.0] < 1
    assert mean[-4.0] > 0.99


def test_the_score_counts_right_guesses_and_their_levels(run_javascript):
    score = run_javascript(
        "guess_score.js",
        "data.reduce(counted, noScore())",
        [
            {"right": True, "level": -3, "bayes": True, "from": -5},
            {"right": False, "level": -6, "bayes": False, "from": -4},
            {"right": True, "level": -2, "bayes": True, "from": -6},
        ],
    )
    assert score == {"rounds": 3, "you": 2, "youLevels": -5, "bayes": 2, "bayesLevels": -15}


def test_every_flower_comes_up_about_equally_often(run_javascript):
    counts = run_javascript(
        "guess_the_flower.js",
        "Array.from({length: 800}, (_, i) => lot(i * 5368709, 8, 2).flower)"
        ".reduce((n, k) => { n[k] += 1; return n; }, Array(8).fill(0))",
    )
    assert min(counts) > 70  # of 100; a standard deviation is 9.4


def test_the_eight_are_one_of_each_species_as_they_are_painted_today():
    assert tuple(FLOWERS) == SPECIES
    difference = eight_flowers().astype(int) - painted_flowers().astype(int)
    assert np.abs(difference).max() <= 2


@pytest.mark.slow
def test_they_are_written_without_loss(tmp_path, monkeypatch):
    module = import_module("ddimlib.widgets.guess_the_flower")
    (tmp_path / "static").mkdir()
    monkeypatch.setattr(module, "files", lambda name: tmp_path)
    file = record()
    assert file == tmp_path / "static" / "guess.webp"
    sheet = np.asarray(Image.open(file).convert("RGB"))
    np.testing.assert_array_equal(sheet, np.concatenate(list(painted_flowers()), axis=1))


def test_the_two_red_ones_are_the_nearest_pair():
    images, _, _ = standardised(eight_flowers())
    distances = torch.cdist(images.flatten(1), images.flatten(1))
    distances.fill_diagonal_(torch.inf)
    nearest = divmod(int(distances.argmin()), len(FLOWERS))
    assert [list(FLOWERS)[k] for k in nearest] == ["poppy", "rose"]


@pytest.mark.slow
def test_four_times_as_many_pixels_bear_four_times_the_noise():
    """The chapter's question: squared distances grow fourfold from 32 × 32 to 64 × 64 pixels."""
    squares = []
    for size in (32, 64):
        images, _, _ = standardised(painted_flowers(size))
        squares.append(torch.pdist(images.flatten(1)) ** 2)
    ratio = squares[1] / squares[0]
    assert 3.8 < ratio.min() <= ratio.max() < 4.6
    images, _, _ = standardised(painted_flowers(32))
    coarse = pair_error(images[0], images[1], rates_at(-5.0))
    images, _, _ = standardised(painted_flowers(64))
    fine = pair_error(images[0], images[1], rates_at(-5.0 - np.log(4)))
    assert fine.item() == pytest.approx(coarse.item(), rel=0.3)


def test_it_is_small():
    assert guess_the_flower().bytes < 70_000
