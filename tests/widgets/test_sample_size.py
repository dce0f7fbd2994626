"""Chapter 10's figure: the page's FID and KID are ours, and do what the chapter says of them."""

import itertools
import math

import numpy as np
import pytest
import torch

from ddimlib.metrics import frechet_distance, polynomial_mmd
from ddimlib.widgets import sample_size
from ddimlib.widgets.layer import SIZE_BUDGET
from ddimlib.widgets.sample_size import DRAWS, SHIFT, SIZES, draw, true_mmd


@pytest.mark.parametrize("features", [1, 3, 8])
def test_the_page_measures_what_metrics_does(features, run_javascript) -> None:
    generator = torch.Generator().manual_seed(features)
    mixed = torch.randn(features, features, generator=generator, dtype=torch.float64)
    x = torch.randn(40, features, generator=generator, dtype=torch.float64)
    y = torch.randn(40, features, generator=generator, dtype=torch.float64) @ mixed + 0.5
    data = {"x": x.flatten().tolist(), "y": y.flatten().tolist(), "features": features}
    found = run_javascript(
        "distances.js", "growingDistances(data.x, data.y, data.features, [12, 25, 40])", data
    )
    for row, size in enumerate((12, 25, 40)):
        fid, kid = (float(f(x[:size], y[:size])) for f in (frechet_distance, polynomial_mmd))
        assert found["fid"][row] == pytest.approx(fid, rel=1e-9)
        assert found["kid"][row] == pytest.approx(kid, rel=1e-9)


def test_a_draw_in_the_page_is_a_draw_in_python(run_javascript) -> None:
    found = run_javascript("sample_size.js", "experiment(7, 4, 0.2, [50, 1000])")
    x, y = draw(7, 4, 0.2)
    for row, size in enumerate((50, 1000)):
        assert found["fid"][row] == pytest.approx(float(frechet_distance(x[:size], y[:size])), 1e-5)
        assert found["kid"][row] == pytest.approx(
            float(polynomial_mmd(x[:size], y[:size])), rel=1e-4, abs=1e-6
        )


@pytest.fixture(scope="module")
def experiments(run_javascript):
    """FID and KID (draw, size) of the draws with which the figure opens, by shift."""
    found = run_javascript(
        "sample_size.js",
        "data.shifts.map((shift) => Array.from({ length: data.draws }, (_, n) =>"
        " experiment(n + 1, 8, shift, data.sizes)))",
        {"shifts": [0, SHIFT], "draws": DRAWS, "sizes": SIZES},
    )
    return {
        shift: {name: np.array([one[name] for one in row]) for name in ("fid", "kid")}
        for shift, row in zip((0.0, SHIFT), found, strict=True)
    }


def truth(shift: float) -> dict[str, float]:
    return sample_size().data["truth"]["8"][f"{shift:g}"]


@pytest.mark.slow
def test_kid_is_right_on_average_at_every_size(experiments) -> None:
    for shift, found in experiments.items():
        error = found["kid"].std(0, ddof=1) / math.sqrt(DRAWS)
        off = np.abs(found["kid"].mean(0) - truth(shift)["kid"])
        assert (off < 3 * error).all()


def test_fid_falls_as_one_over_the_number_towards_its_truth(experiments) -> None:
    """The first-order excess of two sets from one N(0, I): 2d / N of the means and
    d (d + 1) / 2N of the covariances."""
    means = experiments[0.0]["fid"].mean(0)
    assert (np.diff(means) < 0).all()
    assert means * np.array(SIZES) == pytest.approx(8 * 13 / 2, rel=0.15)
    assert (experiments[0.0]["fid"] > 0).all()


def test_more_features_make_fid_larger(experiments, run_javascript) -> None:
    found = run_javascript(
        "sample_size.js",
        "Array.from({ length: data }, (_, n) => experiment(n + 1, 4, 0, [50]).fid[0])",
        DRAWS,
    )
    assert 2 * np.mean(found) < experiments[0.0]["fid"].mean(0)[0]


def test_the_line_over_one_over_the_number_ends_near_the_truth(experiments, run_javascript) -> None:
    for shift, found in experiments.items():
        means = found["fid"].mean(0)
        line = run_javascript(
            "distances.js", "extrapolate(data.sizes, data.values)",
            {"sizes": SIZES, "values": means.tolist()},
        )  # fmt: skip
        slope, end = np.polyfit(1 / np.array(SIZES), means, 1)
        assert (line["end"], line["slope"]) == pytest.approx((end, slope))
        assert line["end"] == pytest.approx(truth(shift)["fid"], abs=0.05)


def test_the_perfect_set_looks_worse_when_it_is_small_than_the_shifted_one_when_large(
    experiments,
) -> None:
    assert experiments[0.0]["fid"].mean(0)[0] > 2 * experiments[SHIFT]["fid"].mean(0)[-1]
    assert experiments[0.0]["kid"].mean(0)[0] < experiments[SHIFT]["kid"].mean(0)[-1]


def test_kids_spread_falls_as_one_over_n_where_sets_are_alike_and_as_its_root_where_not(
    experiments,
) -> None:
    more = SIZES[-1] / SIZES[0]
    alike, apart = (found["kid"].std(0) for found in experiments.values())
    assert more / 1.7 < alike[0] / alike[-1] < 1.7 * more
    assert math.sqrt(more) / 1.7 < apart[0] / apart[-1] < 1.7 * math.sqrt(more)


def test_the_true_mmd_is_what_exact_integration_gives() -> None:
    nodes, weights = np.polynomial.hermite_e.hermegauss(4)
    weights = weights / weights.sum()

    def kernel(a: float, b: float) -> float:
        total = 0.0
        for i, j, k, n in itertools.product(range(4), repeat=4):  # two points of two features
            x, y = nodes[[i, j]] + a, nodes[[k, n]] + b
            total += weights[[i, j, k, n]].prod() * (x @ y / 2 + 1) ** 3
        return total

    expected = kernel(0, 0) + kernel(0.3, 0.3) - 2 * kernel(0, 0.3)
    assert true_mmd(2, 0.3) == pytest.approx(expected)
    assert true_mmd(2, 0.0) == 0


def test_the_figure_is_small_and_shows_whole_ranges(experiments) -> None:
    figure = sample_size()
    assert figure.bytes < SIZE_BUDGET / 10
    for found in experiments.values():
        for name, (low, high) in figure.data["limits"].items():
            means = found[name].mean(0)
            assert low < means.min() < means.max() < high
