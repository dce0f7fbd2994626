"""Chapter 8's race: the page takes Python's steps, and the record holds what is said of it."""

import base64

import numpy as np
import pytest
import torch

from ddimlib.runs import recorded
from ddimlib.samplers import SAMPLERS, multistep_weights, sample, steps_within
from ddimlib.schedules import make_schedule
from ddimlib.toy import GaussianMixture
from ddimlib.widgets import browser_noise, layer, race
from ddimlib.widgets.race import (
    BUDGETS,
    FINISH_EVALUATIONS,
    LANES,
    OPENS_WITH,
    SEEDS,
    SPACINGS,
    course,
    record,
)  # fmt: skip
from ddimlib.widgets.recording import read_recording
from tests.widgets.recorded_run import tiny_model

RUN = "flowers64"
CENTRES, WIDTH, WEIGHTS = [-1.0, 1.0, 0.2], 0.3, [0.3, 0.5, 0.2]

# A whole race in the page's words, with the exact denoiser of the same mixture on a line.
RACE = """
import { makeSchedule } from "./schedules.js";
import { levelsOf, RACERS } from "./solvers.js";

function seen(noisy, level, { centres, width, weights }) {
  const [signal, noise] = [level, -level].map((x) => Math.sqrt(1 / (1 + Math.exp(-x))));
  const variance = signal ** 2 * width ** 2 + noise ** 2;
  return noisy.map((x) => {
    const far = centres.map((centre) => ((x - signal * centre) ** 2) / (2 * variance));
    const near = Math.min(...far); // so that not all shares are too small for a number
    let [total, mean] = [0, 0];
    centres.forEach((centre, k) => {
      const share = weights[k] * Math.exp(near - far[k]);
      total += share;
      mean += share * (centre + (signal * width ** 2 / variance) * (x - signal * centre));
    });
    return (x - signal * mean / total) / noise;
  });
}

export function race(data) {
  const { run, steps } = RACERS[data.key];
  const schedule = makeSchedule(data.schedule);
  const lane = run(data.noise, levelsOf(schedule, steps(data.budget), data.spacing));
  const images = [];
  let at = lane.next();
  while (!at.done) {
    at = lane.next(seen(at.value.noisy, at.value.level, data));
    images.push(at.value.image);
  }
  return { ...at.value, images };
}
"""


@pytest.fixture(scope="module")
def run_race(run_javascript, javascript_folder):
    """A lane of the page's race over a mixture on a line."""
    (javascript_folder / "race_test.js").write_text(RACE, encoding="utf-8")

    def run(key, budget, spacing, kind, noise):
        mixture = {"centres": CENTRES, "width": WIDTH, "weights": WEIGHTS}
        chosen = {"key": key, "budget": budget, "spacing": spacing, "schedule": kind}
        data = {**mixture, **chosen, "noise": noise.flatten().tolist()}
        return run_javascript("race_test.js", "race(data)", data)

    return run


@pytest.mark.parametrize("kind", ["cosine", "linear"])
@pytest.mark.parametrize("spacing", SPACINGS)
@pytest.mark.parametrize("key", LANES)
@pytest.mark.slow
def test_a_lane_takes_python_s_steps(run_race, key, spacing, kind):
    """Every picture on the way and the state at the end, with an exact denoiser, in float64."""
    schedule = make_schedule(kind)
    exact = GaussianMixture([[c] for c in CENTRES], WIDTH, WEIGHTS).denoiser(schedule)
    noise = torch.linspace(-2.5, 2.5, 11, dtype=torch.float64)[:, None]
    for budget in (4, 5, 20):
        theirs = run_race(key, budget, spacing, kind, noise)
        ours = course(LANES[key], budget, spacing, exact, schedule, noise)
        assert len(theirs["images"]) == len(ours) <= budget
        np.testing.assert_allclose(theirs["images"], torch.cat(ours, 1).T, rtol=0, atol=1e-7)
        np.testing.assert_array_equal(theirs["images"][-1], theirs["image"])
        options = {**LANES[key].options, "times": SPACINGS[spacing]}
        steps = steps_within(budget, LANES[key].sampler, **options)
        *_, last = SAMPLERS[LANES[key].sampler](exact, schedule, noise, steps, **options)
        np.testing.assert_allclose(theirs["noisy"], last.noisy[:, 0], rtol=0, atol=1e-7)


@pytest.mark.parametrize("quantity", ["image", "noise"])
def test_the_page_weighs_predictions_as_python_does(run_javascript, quantity):
    schedule = make_schedule("cosine")
    times = torch.tensor([1.0, 0.7, 0.45, 0.1, 0.0], dtype=torch.float64)
    ours = multistep_weights(schedule, times, 3, quantity, "log_snr")[-1]
    theirs = run_javascript(
        "solvers.js",
        f"meanWeights(data, 3, [3, 2, 1], '{quantity}')",
        schedule.log_snr(times).tolist(),
    )
    np.testing.assert_allclose(theirs, ours, rtol=1e-12)


def test_the_last_picture_on_the_way_is_the_one_that_is_returned():
    schedule = make_schedule("cosine")
    exact = GaussianMixture([[c] for c in CENTRES], WIDTH).denoiser(schedule)
    noise = torch.linspace(-2, 2, 5, dtype=torch.float64)[:, None]
    for lane in LANES.values():
        ours = course(lane, 5, "log_snr", exact, schedule, noise)
        steps = steps_within(5, lane.sampler)
        options = {**lane.options, "times": "log_snr"}
        returned = sample(exact, schedule, noise, lane.sampler, steps, **options)
        torch.testing.assert_close(ours[-1], returned)


def test_means_and_errors_are_those_of_statistics(run_javascript):
    values = [0.1, 0.14, 0.2, 0.11]
    ours = f"{np.mean(values):.3f}\u00a0±\u00a0{np.std(values, ddof=1) / 2:.3f}"
    said = run_javascript("standing.js", "data.map(meanAndError)", [values, [0.25], []])
    assert said == [ours, "0.250", "–"]


def test_the_sentence_names_who_came_first_and_who_last(run_javascript):
    said = run_javascript(
        "standing.js",
        "says(data)",
        {
            "found": {"a": 0.3, "b": 0.1, "c": 0.2},
            "names": {"a": "A", "b": "B", "c": "C"},
            "seed": 7,
            "budget": 5,
        },
    )
    assert "Closest to the finish: B, off by 0.100. Farthest: A, off by 0.300." in said


# --- The record --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def found():
    """Distances by spacing, evaluations and lane, one a noise."""
    about = read_recording(RUN, "race")
    return {
        spacing: {int(n): {k: np.array(v) for k, v in row.items()} for n, row in rows.items()}
        for spacing, rows in about["distances"].items()
    }


def test_the_record_is_whole_and_the_figure_within_its_budget(found):
    assert {*found} == {*SPACINGS}
    for rows in found.values():
        assert [*rows] == list(BUDGETS)
        for row in rows.values():
            assert [*row] == list(LANES)
            assert all(len(values) == len(SEEDS) >= 24 for values in row.values())
    figure = race(RUN)
    assert figure.bytes < layer.SIZE_BUDGET
    assert figure.markup() == race(RUN).markup()
    assert figure.data["names"] == {key: lane.name for key, lane in LANES.items()}
    assert OPENS_WITH["seed"] in SEEDS


@pytest.mark.slow
def test_one_command_records_a_race(monkeypatch, tmp_path):
    model = tiny_model()
    (tmp_path / "tiny").mkdir()
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path,))
    record("tiny", load=lambda run: model, fine=FINISH_EVALUATIONS)
    about = read_recording("tiny", "race")
    assert about["finish_errors"] == [0] * len(SEEDS)  # judged by itself
    noise = torch.from_numpy(browser_noise(OPENS_WITH["seed"], (1, 3, 16, 16)))
    end = sample(
        model.denoise, model.schedule, noise, "dpm_solver_pp", FINISH_EVALUATIONS, times="log_snr"
    )
    kept = np.frombuffer(base64.b64decode(about["finish"]), "<i2") * about["finish_unit"]
    np.testing.assert_allclose(kept, end.flatten().numpy(), rtol=0, atol=about["finish_unit"])
    image = sample(model.denoise, model.schedule, noise, "ddim", 5, times="log_snr")
    at = SEEDS.index(OPENS_WITH["seed"])
    kept_one = about["distances"]["log_snr"]["5"]["ddim"][at]
    assert kept_one == pytest.approx(float((image - end).abs().mean()), rel=1e-3)


def mean_and_error(values):
    return values.mean(), values.std(ddof=1) / len(values) ** 0.5


def test_what_chapter_8_says_of_the_race(found):
    five, ten, twenty = (found["log_snr"][n] for n in (5, 10, 20))
    order = ["images", "dpm_solver_pp", "noises", "ddim", "corrected", "heun"]
    assert sorted(five, key=lambda key: five[key].mean()) == order
    first = [min(five, key=lambda key, i=i: five[key][i]) for i in range(len(SEEDS))]
    assert (first.count("images"), first.count("dpm_solver_pp")) == (21, 3)
    for key in ("dpm_solver_pp", "noises"):
        mean, error = mean_and_error(five[key] - five["images"])
        assert mean > 2 * error
    # The corrector: over twice as far with five evaluations, harm with ten, none with twenty.
    assert 2 < five["corrected"].mean() / five["noises"].mean() < 3
    assert all(ten["corrected"] > ten["noises"])
    assert abs((twenty["corrected"] - twenty["noises"]).mean()) < 0.001
    # Heun falls behind DDIM with five and overtakes it with twenty.
    assert sum(five["heun"] > five["ddim"]) == 22
    assert all(twenty["heun"] < twenty["ddim"])
    # The places of the steps count at least as much as the sampler.
    even = found["time"][5]
    assert min(values.mean() for values in even.values()) > five["ddim"].mean()
    assert even["heun"].mean() > 1
    # With twenty evaluations the best four are closer together than the finish is known.
    last = [twenty[key].mean() for key in ("images", "dpm_solver_pp", "noises", "corrected")]
    errors = read_recording(RUN, "race")["finish_errors"]
    assert max(last) < min(twenty["heun"].mean(), twenty["ddim"].mean())
    assert max(last) - min(last) < 0.003 < np.mean(errors) < 0.007
