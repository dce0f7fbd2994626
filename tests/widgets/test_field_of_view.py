"""Chapter 5's figure: from how far away a pixel's answer comes."""

import io

import numpy as np
import pytest
import torch
from PIL import Image

from ddimlib.runs import recorded
from ddimlib.unet import UNet
from ddimlib.widgets import field_of_view
from ddimlib.widgets.field_of_view import COLUMNS, RUN, SPECTRUM, radius, untrained
from ddimlib.widgets.layer import SIZE_BUDGET
from ddimlib.widgets.recording import read_recording

ABOUT = read_recording(RUN, "field")


def halves(name: str, least: float = 0.5) -> list[int]:
    return [radius(shares, least) for shares in ABOUT["shares"][name]]


def test_the_more_noise_the_farther_the_network_looks() -> None:
    seen = halves("network")
    assert seen == sorted(seen)
    assert seen[-1] > 2 * seen[0]


def test_even_with_little_noise_a_tenth_comes_from_far_away() -> None:
    assert halves("network", 0.9)[0] > 10


def test_before_training_the_network_looks_at_a_few_pixels_at_any_noise() -> None:
    assert max(halves("untrained")) <= 1
    assert max(halves("untrained", 0.9)) <= 4


def test_the_best_filter_widens_too_and_is_narrower_until_the_noisy_end() -> None:
    network, best = halves("network"), halves("filter")
    assert best == sorted(best)
    assert all(mine > its for mine, its in zip(network[:-3], best, strict=False))
    assert abs(network[-1] - best[-1]) <= 3


def test_asked_for_the_noise_the_pixel_itself_counts_most_at_the_noisy_end() -> None:
    itself = [shares[0] for shares in ABOUT["shares"]["noise"]]
    assert itself[-1] > 0.4 > itself[0]
    assert ABOUT["shares"]["network"][-1][0] < 0.05


def test_the_recorded_filter_is_wieners() -> None:
    """Its influence is its impulse response: here by NumPy, from the photographs' spectrum."""
    size = ABOUT["size"]
    power = np.array(recorded.read_json("spectrum", f"{SPECTRUM}.json")["power"])
    frequency = np.fft.fftfreq(size, 1 / size)
    ring = np.floor(np.hypot(frequency[:, None], frequency) + 0.5).astype(int)
    across = np.arange(size) - size // 2
    distance = np.hypot(across[:, None], across)
    for level, shares in zip(ABOUT["levels"], ABOUT["shares"]["filter"], strict=True):
        clean = 1 / (1 + np.exp(-level))
        gain = np.sqrt(clean) * power[ring] / (clean * power[ring] + 1 - clean)
        response = np.abs(np.fft.fftshift(np.fft.ifft2(gain).real))
        expected = [response[distance <= r].sum() / response.sum() for r in range(len(shares))]
        assert np.abs(np.array(shares) - expected).max() < 0.003


@pytest.mark.slow
def test_the_drawn_map_is_the_measured_influence() -> None:
    """Decoded from its colours, the map is bright in the middle and widens with the noise."""
    content = (recorded.path(RUN) / "field.webp").read_bytes()
    sheet = np.asarray(Image.open(io.BytesIO(content)).convert("RGB")).astype(float)
    size = ABOUT["size"]
    bar = sheet[-4, :, :]
    bright = []
    for index in range(len(ABOUT["levels"])):
        top, left = index // COLUMNS * size, index % COLUMNS * size
        tile = sheet[top : top + size, left : left + size]
        tone = np.abs(tile[:, :, None] - bar).sum(-1).argmin(-1) / len(bar)
        assert tone[size // 2 - 1 : size // 2 + 2, size // 2 - 1 : size // 2 + 2].max() > 0.8
        bright.append((tone > 0.5).mean())
    assert bright[0] < bright[4] < bright[-1]


def test_the_page_finds_the_same_radii(run_javascript) -> None:
    found = run_javascript(
        "influence.js",
        "data.map((shares) => [0.5, 0.9].map((least) => radius(shares, least)))",
        ABOUT["shares"]["network"],
    )
    assert [half for half, _ in found] == halves("network")
    assert [most for _, most in found] == halves("network", 0.9)


def test_the_page_turns_the_picture_into_what_the_network_sees(run_javascript) -> None:
    data = {"bytes": list(range(0, 240, 20)), "mean": [0.4, 0.5, 0.3], "std": [0.2, 0.3, 0.25]}
    found = run_javascript("influence.js", "standardised(data.bytes, data.mean, data.std)", data)
    planes = torch.tensor(data["bytes"]).reshape(3, 4) / 255
    mean, std = (torch.tensor(data[name])[:, None] for name in ("mean", "std"))
    assert found == pytest.approx(((planes - mean) / std).flatten().tolist(), rel=1e-5)


def test_the_figure_stays_within_its_budget_and_names_its_network() -> None:
    figure = field_of_view()
    assert figure.bytes < SIZE_BUDGET
    assert RUN in figure.caption
    assert figure.data["opens"] in figure.data["levels"]


def test_untrained_has_weights_everywhere_and_leaves_the_trained_one_alone() -> None:
    network = UNet(widths=(4, 8), embedding_dim=4, block_depth=1)
    before = [value.clone() for value in network.state_dict().values()]
    state = torch.random.get_rng_state()
    assert untrained(network).to_prediction.weight.any()
    after = network.state_dict().values()
    assert all(map(torch.equal, before, after))
    assert torch.equal(state, torch.random.get_rng_state())


def test_a_run_without_a_recording_is_refused_with_what_to_do() -> None:
    with pytest.raises(FileNotFoundError, match="field"):
        field_of_view("flowers32")
