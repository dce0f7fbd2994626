"""The figure that trains: what it is given, its points, and its still picture."""

import base64

import numpy as np
import pytest

from ddimlib.widgets import layer, train_a_model
from ddimlib.widgets.train_a_model import (
    MOMENTS,
    SETTINGS,
    SHAPES,
    painted_flower,
    recorded_training,
)


def test_it_is_small_and_the_same_every_time():
    assert train_a_model().markup() == train_a_model().markup()
    assert train_a_model().bytes < layer.SIZE_BUDGET / 6
    assert "simple" not in train_a_model().data
    assert train_a_model("moons", simple=True, seed=3).data["simple"] is True


def test_wrong_arguments_are_refused_with_a_sentence():
    with pytest.raises(ValueError, match="discs, heart, letters, moons, picture, spiral"):
        train_a_model("cat")
    with pytest.raises(ValueError, match="from 0 to 50"):
        train_a_model(seed=51)


@pytest.mark.slow
def test_the_still_picture_shows_the_loss_of_the_page_s_code(run_javascript, javascript_folder):
    (javascript_folder / "still_test.js").write_text("""
import { shapePoints } from "./shapes.js";
import { makeTrainer } from "./trainer.js";
export function losses({ settings, count }) {
  const trainer = makeTrainer(shapePoints("heart", 600, settings.seed), settings);
  return Array.from({ length: count }, () => trainer.step());
}
""")
    given = {"settings": SETTINGS, "count": 75}
    losses = np.array(run_javascript("still_test.js", "losses(data)", given))
    heights = 210 - 34 * losses.reshape(5, -1).mean(1) / losses[0]
    assert MOMENTS[-1] == 15 * len(recorded_training()["curve"])
    np.testing.assert_allclose(recorded_training()["curve"][:5], heights, atol=0.6)


def test_the_painted_flower_is_the_library_s():
    """Within a level: the formula's last bits differ from one processor to another."""

    def values(picture, name):
        return np.frombuffer(base64.b64decode(picture[name]), np.uint8).astype(int)

    recorded, painted = recorded_training()["picture"], painted_flower()
    for name in ("colours", "ink"):
        assert np.abs(values(recorded, name) - values(painted, name)).max() <= 2


@pytest.mark.parametrize("name", [shape for shape in SHAPES if shape != "picture"])
@pytest.mark.slow
def test_a_shape_s_points_lie_on_the_board_and_depend_on_their_seed_alone(run_javascript, name):
    once, again, other = (
        run_javascript("shapes.js", f'shapePoints("{name}", 300, {seed})') for seed in (1, 1, 2)
    )
    assert once == again != other
    points = np.reshape(once, (-1, 2))
    assert np.abs(points).max() < 2.1
    assert points.std(0).min() > 0.35


def test_points_are_spread_evenly_along_curves(run_javascript):
    """A corner of lengths 1 and 3, drawn with pieces of many lengths; a dot has no length."""
    curves = [[[0, 0], [0.2, 0], [0.9, 0], [1, 0], [1, 3]]]
    points = run_javascript("shapes.js", "alongCurves(data, 4000, 1, 0)", curves)
    x, y = np.reshape(points, (-1, 2)).T
    first = y < 1e-6
    assert first.mean() == pytest.approx(0.25, abs=0.03)
    np.testing.assert_allclose(x[~first], 1, atol=1e-6)
    assert np.abs(np.sort(y[~first]) - np.linspace(0, 3, (~first).sum())).max() < 0.1
    dot = run_javascript("shapes.js", "alongCurves([[[0.5, -1]]], 50, 1, 0.03)")
    assert np.abs(np.reshape(dot, (-1, 2)) - [0.5, -1]).max() < 0.15


def test_points_of_a_picture_lie_on_its_ink(run_javascript):
    ink = [0, 0, 0, 0, 0, 30, 0, 0, 0, 0, 0, 10, 0, 0, 0, 0]  # row 1 column 1; row 2 column 3
    points = np.reshape(
        run_javascript("shapes.js", "fromPicture(data, 4, 4000, 1, 2)", ink), (-1, 2)
    )
    upper = points[:, 1] > 0
    assert upper.mean() == pytest.approx(0.75, abs=0.03)
    low, high = points[upper].min(0), points[upper].max(0)
    np.testing.assert_allclose([low, high], [[-1, 0], [0, 1]], atol=0.02)
    low, high = points[~upper].min(0), points[~upper].max(0)
    np.testing.assert_allclose([low, high], [[1, -1], [2, 0]], atol=0.02)


def test_the_share_of_samples_near_the_points(run_javascript):
    given = {"points": [0, 0, 0.2, 0, 3, 3, 1, 1.14], "others": [0, 0.1, 1, 1]}
    assert run_javascript("shapes.js", "shareNear(data.points, data.others, 0.15)", given) == 0.5


def test_the_curve_of_losses_is_a_mean_of_each_stretch(run_javascript):
    curve = run_javascript("loss_curve.js", "lossCurve(data, 2)", [1.0, 3.0, 10.0, 30.0, 20.0])
    np.testing.assert_allclose(curve, [[3, np.log10(14 / 3)], [5, np.log10(25)]])
    assert run_javascript("loss_curve.js", "lossCurve([])") == []


@pytest.mark.parametrize("losses", [[0.4, 0.9], [0.02, 1e5], [1e-9, 1e9], [1.0]])
def test_the_axis_of_losses_holds_the_curve_and_a_few_ticks(run_javascript, losses):
    points = [[i, np.log10(loss)] for i, loss in enumerate(losses)]
    axis = run_javascript("loss_curve.js", "lossAxis(data)", points)
    low, high = axis["y"]
    assert low < min(y for _, y in points)
    assert max(y for _, y in points) < high
    assert 2 <= len(axis["yTicks"]) <= 10
    assert all(low <= tick <= high for tick in axis["yTicks"])
