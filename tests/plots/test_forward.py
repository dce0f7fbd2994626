"""Chapter 2's figures show the data that they say they show."""

import numpy as np
import pytest
import torch
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

from ddimlib import plots
from ddimlib.exact.spectrum import radial_power, ring_sizes
from ddimlib.forward import Rates
from ddimlib.schedules import CosineSchedule, LinearSchedule

SCHEDULES = {"cosine": CosineSchedule(), "linear": LinearSchedule()}


@pytest.fixture(scope="module")
def picture() -> torch.Tensor:
    return plots.photograph(32)


def shown(figure: Figure) -> list[np.ndarray]:
    """The pictures of a figure, in the order in which they were drawn."""
    return [np.asarray(image.get_array()) for axes in figure.axes for image in axes.get_images()]


def test_photograph_is_a_flower_bright_in_the_middle(picture: torch.Tensor) -> None:
    assert picture.shape == (1, 3, 32, 32)
    assert 0 <= picture.min() < picture.max() <= 1
    red, _, blue = picture[0, :, 12:20, 12:20].mean((1, 2))
    assert red > 2 * blue


def test_to_array_clips_rounds_a_little_and_puts_channels_last() -> None:
    array = plots.to_array(torch.tensor([-1.0, 0.5, 2.0])[:, None, None].expand(3, 2, 4))
    assert array.shape == (2, 4, 3)
    np.testing.assert_allclose(array[0, 0], [0, 0.5, 1], atol=0.5 / 63 + 1e-6)


def test_picture_grid_shows_each_row_under_its_name(picture: torch.Tensor) -> None:
    rows = {"first": picture.repeat(3, 1, 1, 1), "second": 1 - picture.repeat(3, 1, 1, 1)}
    figure = plots.picture_grid(rows, columns=("a", "b", "c"), top="letters")
    images = shown(figure)
    assert len(images) == 6
    np.testing.assert_allclose(images[0], 1 - images[3], atol=1.01 / 63)
    assert [axes.get_title() for axes in figure.axes[:3]] == ["a", "b", "c"]
    assert figure.axes[0].get_ylabel() == "first"
    assert figure.axes[3].get_ylabel() == "second"
    assert figure.texts[0].get_text() == "letters"


def test_pictures_in_a_grid_are_square(picture: torch.Tensor) -> None:
    figure = plots.picture_grid({"only": picture.repeat(5, 1, 1, 1)}, columns="12345")
    figure.draw_without_rendering()
    box = figure.axes[0].get_position()
    width, height = figure.get_size_inches()
    assert box.width * width == pytest.approx(box.height * height, rel=0.05)


def test_standardisation_draws_three_densities_before_and_after(picture: torch.Tensor) -> None:
    image = (picture - picture.mean((0, 2, 3), keepdim=True)) / picture.std((0, 2, 3), keepdim=True)
    _, before, after = plots.standardisation(picture[0], image[0]).axes
    for axes in (before, after):
        assert len(axes.patches) == 3
        for stairs in axes.patches:
            values, edges, _ = stairs.get_data()
            assert (values * np.diff(edges)).sum() == pytest.approx(1)
    values, edges, _ = after.patches[0].get_data()
    mean = (values * np.diff(edges) * (edges[1:] + edges[:-1]) / 2).sum()
    assert mean == pytest.approx(0, abs=0.02)


def test_quarter_circle_puts_pictures_at_their_rates(picture: torch.Tensor) -> None:
    rates = Rates(torch.tensor([1.0, 0.8, 0.0]), torch.tensor([0.0, 0.6, 1.0]))
    (axes,) = plots.quarter_circle(picture.repeat(3, 1, 1, 1), rates).axes
    places = [artist.xy for artist in axes.artists]
    np.testing.assert_allclose(places, [(1, 0), (0.8, 0.6), (0, 1)], atol=1e-6)
    sides = {line.get_color(): line.get_xydata() for line in axes.lines}
    np.testing.assert_allclose(sides[plots.SIGNAL], [(0, 0), (0.8, 0)], atol=1e-6)
    np.testing.assert_allclose(sides[plots.NOISE], [(0.8, 0), (0.8, 0.6)], atol=1e-6)


def test_dissolving_draws_the_rates_and_stands_pictures_at_their_times(
    picture: torch.Tensor,
) -> None:
    times = torch.linspace(0, 1, 5)
    rows = {name: picture.repeat(5, 1, 1, 1) for name in SCHEDULES}
    curves, *strips = plots.dissolving(rows, times, SCHEDULES).axes
    lines = {line.get_label(): line for line in curves.lines}
    for name, schedule in SCHEDULES.items():
        t = torch.as_tensor(lines[f"signal, {name}"].get_xdata()).float()
        for label, rate, colour in zip(
            ("signal", "noise"), schedule(t), (plots.SIGNAL, plots.NOISE), strict=True
        ):
            line = lines[f"{label}, {name}"]
            np.testing.assert_allclose(line.get_ydata(), rate.numpy(), atol=1e-6)
            assert to_rgba(line.get_color()) == to_rgba(colour)
    assert [axes.get_ylabel() for axes in strips] == list(SCHEDULES)
    for axes in strips:
        centres = [sum(image.get_extent()[:2]) / 2 for image in axes.get_images()]
        np.testing.assert_allclose(centres, times)
        assert axes.get_xlim() == curves.get_xlim()


def test_histograms_are_densities_beside_the_normal_one() -> None:
    noise = torch.randn(40_000, generator=torch.Generator().manual_seed(0))
    (axes,) = plots.histograms({"noise": noise}).axes
    values, edges, _ = axes.patches[0].get_data()
    x, normal = axes.lines[0].get_data()
    assert np.trapezoid(normal, x) == pytest.approx(1, abs=1e-3)
    np.testing.assert_allclose(
        values, np.interp((edges[1:] + edges[:-1]) / 2, x, normal), atol=0.03
    )


def test_surviving_ring_is_where_the_power_crosses_the_noise() -> None:
    frequency = torch.arange(33, dtype=torch.float64)
    power = 64 / frequency.clamp(min=1) ** 2
    # Power 64 / f² exceeds exp(-log-SNR) for f <= 8 · exp(log-SNR / 2).
    log_snr = torch.tensor([2.0, 0.0, -2.0, -4.0, -5.0], dtype=torch.float64)
    expected = (8 * (log_snr / 2).exp()).floor()
    assert plots.surviving_ring(power, log_snr).tolist() == expected.tolist()


def test_drowning_draws_spectrum_noise_levels_and_survivors(picture: torch.Tensor) -> None:
    image = (picture - picture.mean((0, 2, 3), keepdim=True)) / picture.std((0, 2, 3), keepdim=True)
    power = radial_power(image).mean(0)
    assert power @ ring_sizes(32) / 32**2 == pytest.approx(1, abs=0.01)
    left, right = plots.drowning(power, SCHEDULES, (0.3, 0.7)).axes
    frequency, drawn = left.lines[0].get_data()
    assert list(frequency) == list(range(1, 17))
    np.testing.assert_allclose(drawn, power[1:17].numpy())
    cosine = SCHEDULES["cosine"]
    for line, t in zip(left.lines[1:], (0.3, 0.7), strict=True):
        rates = cosine(torch.tensor(t))
        assert line.get_ydata()[0] == pytest.approx((rates.noise / rates.signal).item() ** 2, 1e-5)
    for line in right.lines:
        assert (np.diff(line.get_ydata()) <= 0).all()
    cosine_line, linear_line = right.lines
    assert (cosine_line.get_ydata() >= linear_line.get_ydata())[500:].all()


def test_knowledge_runs_from_little_noise_to_much() -> None:
    log_snr = torch.linspace(-8, 2, 11)
    (axes,) = plots.knowledge(log_snr, {"some": torch.sigmoid(log_snr)}).axes
    assert axes.get_xlim() == (2, -8)
    np.testing.assert_allclose(axes.lines[0].get_ydata(), torch.sigmoid(log_snr).numpy())
    assert axes.lines[0].get_label() == "some"


def test_show_contrast_centres_on_grey_and_scales_by_deviation() -> None:
    band = torch.tensor([[[[-1.0, 1.0], [1.0, -1.0]]]]) * 0.01
    seen = plots.show_contrast(band, scale=0.01)
    torch.testing.assert_close(seen, 0.5 + 0.2 * band.sign())
    assert torch.equal(plots.show_contrast(100 * band, scale=0.01), band.sign().clamp(min=0))


def test_the_standardised_photograph_comes_back() -> None:
    image, mean, std = plots.standardised_photograph(32)
    assert image.mean((0, 2, 3)).abs().max() < 1e-5
    torch.testing.assert_close(image.var((0, 2, 3), correction=0), torch.ones(3))
    torch.testing.assert_close(image * std + mean, plots.photograph(32))
