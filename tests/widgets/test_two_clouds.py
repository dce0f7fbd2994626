"""The page's mean velocity between two clouds is the library's; dots end where they should."""

import numpy as np
import pytest
import torch

from ddimlib import flow
from ddimlib.toy import GaussianMixture
from ddimlib.widgets import layer, two_clouds
from ddimlib.widgets.two_clouds import CLOUDS, COUNT, NEAR, STEPS

CLOUDS_OF_THE_PAGE = two_clouds().data["clouds"]
WALK = """(() => {
  const [from, to] = [data.clouds[data.source], data.clouds[data.target]];
  const start = dotsOf(from, data.count, 5);
  const lines = alongLines(start, dotsOf(to, data.count, 6), data.steps, 5);
  const mean = alongTheMean(start, from, to, data.steps);
  const apart = ({ places, velocities }) => places.map((points, k) =>
    disagreement(points, velocities[k], data.near).mean);
  return { lines: { ...lines, apart: apart(lines) }, mean: { ...mean, apart: apart(mean) } };
})()"""


def mixture(name, width=None):
    cloud = CLOUDS_OF_THE_PAGE[name]
    return GaussianMixture(cloud["centres"], cloud["width"] if width is None else width)


def velocity_of_the_page(run_javascript, source, target, places, t):
    flat = run_javascript(
        "clouds.js",
        "data.places.map(([x, y]) =>"
        " meanVelocity(linesBetween(data.source, data.target), x, y, data.t))",
        {"source": source, "target": target, "places": places.tolist(), "t": t},
    )
    return torch.tensor(flat, dtype=torch.float64)


@pytest.mark.parametrize("t", [0.05, 0.5, 1.0])
def test_from_noise_it_is_the_velocity_of_the_exact_denoiser(run_javascript, t):
    """``GaussianMixture`` knows nothing of lines."""
    places = torch.randn(6, 2, dtype=torch.float64, generator=torch.Generator().manual_seed(0))
    clouds = [CLOUDS_OF_THE_PAGE[name] for name in ("noise", "a flower")]
    theirs = velocity_of_the_page(run_javascript, *clouds, places, t)
    exact = flow.velocity_of(mixture("a flower").denoiser(flow.LINE), flow.LINE)
    torch.testing.assert_close(theirs, exact(places, torch.tensor(t)), rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("t", [0.3, 0.9])
def test_to_points_it_is_the_mean_of_the_library_s_lines(run_javascript, t):
    """From a cloud that is no noise, to points of no width."""
    places = 0.7 * torch.randn(
        6, 2, dtype=torch.float64, generator=torch.Generator().manual_seed(1)
    )
    source, target = (CLOUDS_OF_THE_PAGE[name] for name in ("two moons", "eight discs"))
    theirs = velocity_of_the_page(run_javascript, source, target | {"width": 0}, places, t)
    points = torch.tensor(target["centres"], dtype=torch.float64)
    exact = flow.marginal_velocity(points, mixture("two moons").log_density)
    torch.testing.assert_close(theirs, exact(places, torch.tensor(t)), rtol=1e-6, atol=1e-6)


@pytest.fixture(scope="module")
def walked(run_javascript):
    data = {"clouds": CLOUDS_OF_THE_PAGE, "count": COUNT, "steps": STEPS, "near": NEAR}
    pairs = [("two moons", "eight discs"), ("noise", "a flower"), ("a flower", "two moons")]
    return {
        pair: run_javascript("clouds.js", WALK, data | {"source": pair[0], "target": pair[1]})
        for pair in pairs
    }


def test_both_ways_start_alike_and_end_in_the_target(walked):
    for (_, target), found in walked.items():
        assert found["lines"]["places"][0] == found["mean"]["places"][0]
        cloud = mixture(target)
        drawn = cloud.sample(4000, torch.Generator().manual_seed(3))
        usual = cloud.log_density(drawn.double())
        for way in ("lines", "mean"):
            ends = torch.tensor(found[way]["places"][-1], dtype=torch.float64).reshape(-1, 2)
            # As likely under the target as points that are drawn from it.
            assert cloud.log_density(ends).mean() > usual.mean() - 0.35
            moments = ends.mean(0), ends.std(0)
            torch.testing.assert_close(moments[0], drawn.double().mean(0), atol=0.2, rtol=0)
            torch.testing.assert_close(moments[1], drawn.double().std(0), atol=0.2, rtol=0)


def test_lines_cross_and_the_mean_does_not(walked):
    """What the readout says: neighbours on lines go different ways, on the mean almost the same."""
    for found in walked.values():
        assert min(found["lines"]["apart"]) > 1
        assert max(found["mean"]["apart"]) < 0.6
        middle = STEPS // 2
        assert found["lines"]["apart"][middle] > 5 * found["mean"]["apart"][middle]


def test_each_dot_has_a_line_and_an_end_of_its_own(walked):
    for found in walked.values():
        ends = np.reshape(found["lines"]["places"][-1], (-1, 2))
        assert len(np.unique(ends, axis=0)) == COUNT
        steps = np.diff(np.array(found["lines"]["places"]), axis=0)
        np.testing.assert_allclose(steps, np.broadcast_to(steps[0], steps.shape), atol=1e-5)


def test_what_chapter_13_says_of_the_ends(walked):
    """All discs get their share of the dots, but few dots end where their own line ends."""
    found = walked["two moons", "eight discs"]
    centres = np.array(CLOUDS_OF_THE_PAGE["eight discs"]["centres"])
    drawn, reached = (
        np.linalg.norm(
            np.reshape(found[way]["places"][-1], (-1, 1, 2)) - centres[None], axis=2
        ).argmin(1)
        for way in ("lines", "mean")
    )
    assert np.bincount(reached).min() >= 0.8 * COUNT / 8
    assert np.bincount(reached).max() <= 1.2 * COUNT / 8
    assert np.mean(drawn == reached) < 0.2


def test_the_midpoint_method_follows_the_library_s_path(walked):
    source, target = "noise", "a flower"
    found = walked[source, target]["mean"]["places"]
    start = torch.tensor(found[0], dtype=torch.float64).reshape(-1, 2)
    velocity = flow.velocity_of(mixture(target).denoiser(flow.LINE), flow.LINE)
    ends = flow.carry(velocity, start, 200)
    theirs = torch.tensor(found[-1], dtype=torch.float64).reshape(-1, 2)
    assert (theirs - ends).norm(dim=1).quantile(0.9) < 0.05


def test_the_figure_is_the_same_every_time_and_within_its_budget():
    assert two_clouds().markup() == two_clouds().markup()
    assert two_clouds().bytes < layer.SIZE_BUDGET
    assert {*CLOUDS} == {*CLOUDS_OF_THE_PAGE}
    with pytest.raises(ValueError, match="unknown cloud 'roses': choose one of"):
        two_clouds("roses")
    with pytest.raises(ValueError, match="unknown way 'both'"):
        two_clouds(way="both")
