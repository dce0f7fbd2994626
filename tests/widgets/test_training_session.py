"""Orders to a training in the background, and what it reports."""

import numpy as np
import pytest

POINTS = np.random.default_rng(0).normal(size=80).round(3).tolist()


@pytest.fixture(scope="module", autouse=True)
def runner(javascript_folder) -> None:
    """A session whose turns the test gives: `play(["begin", …], turns)` and what was posted."""
    (javascript_folder / "session_test.js").write_text("""
import { trainingSession } from "./training_session.js";
import { openTraining } from "./training_thread.js";
const view = { count: 12, length: 3, seed: 1, places: Float64Array.of(0, 0, 1, 1), t: 0.5 };
const settings = { schedule: { kind: "cosine", options: {} }, target: "noise", loss: "mse",
  rate: 0.01, average: true, seed: 1 };
const details = (order, { points, ...rest }, given) => (order === "begin"
  ? { number: 1, points: Float64Array.from(points ?? given), view,
    settings: { ...settings, ...rest } }
  : points ? { points: Float64Array.from(points) } : rest);
export function play({ points, orders, slice = 5, longest }) {
  const reports = [];
  const turns = [];
  const rests = [];
  const session = trainingSession((report) => reports.push(report),
    { slice, later: (work) => turns.push(work), rest: (work) => rests.push(work), longest });
  for (const [order, given = {}] of orders) {
    if (order === "turn") turns.shift()?.();
    else if (order === "rest") rests.shift()?.();
    else session[order](details(order, given, points));
  }
  return { reports, turns: turns.length };
}
export function overThread({ points, worker }) {
  const sent = [];
  const reports = [];
  const made = { postMessage: (message) => sent.push(message) };
  const makeWorker = () => {
    if (worker === "refused") throw new Error("no workers here");
    return made;
  };
  const thread = openTraining((report) => reports.push(report), makeWorker);
  thread.ask("begin", details("begin", {}, points));
  thread.ask("step", { count: 2 });
  if (worker === "fails") made.onerror({ preventDefault() {} });
  if (worker === "answers") {
    made.onmessage({ data: { ready: true } });
    made.onmessage({ data: { steps: 99 } });
  }
  thread.ask("step", { count: 1 });
  return { sent: sent.map(({ order }) => order), steps: reports.map(({ steps }) => steps),
    inWorker: thread.inWorker };
}
""")


@pytest.fixture
def play(run_javascript):
    def run(*orders, slice_=5, **options):
        given = {"points": POINTS, "orders": orders, "slice": slice_, **options}
        return run_javascript("session_test.js", "play(data)", given)

    return run


def test_it_begins_at_rest_and_trains_when_told_to(play):
    done = play(["begin"], ["turn"], ["run", {"on": True}], ["turn"], ["run", {"on": False}])
    first, last = done["reports"][0], done["reports"][-1]
    assert (first["begun"], first["steps"], first["losses"]) == (1, 0, [])
    assert "samples" not in first  # an untrained network has none to show
    assert last["steps"] > 0
    assert len(last["samples"]) == 24
    assert len(last["arrows"]) == 4
    losses = [loss for report in done["reports"] for loss in report["losses"]]
    assert len(losses) == last["steps"]


def test_no_step_is_taken_after_pause(play):
    orders = [["begin"], ["run", {"on": True}], ["turn"], ["run", {"on": False}]]
    paused = play(*orders, ["turn"], ["turn"])
    assert paused["turns"] == 0
    assert paused["reports"][-1]["steps"] == max(report["steps"] for report in paused["reports"])


def test_telling_it_twice_to_run_gives_it_no_second_turn(play):
    assert play(["begin"], ["run", {"on": True}], ["run", {"on": True}])["turns"] == 1


def test_a_single_step_is_one_step_with_samples(play):
    reports = play(["begin"], ["step"], ["step", {"count": 3}])["reports"]
    assert [report["steps"] for report in reports] == [0, 1, 4]
    assert [len(report["losses"]) for report in reports] == [0, 1, 3]
    assert all("samples" in report for report in reports[1:])


@pytest.mark.slow
def test_to_begin_again_gives_the_same_losses_and_a_new_number(play):
    def losses(done):
        return [report["losses"] for report in done["reports"] if report["losses"]]

    once = play(["begin"], ["step", {"count": 5}])
    twice = play(["begin"], ["step", {"count": 5}], ["begin"], ["step", {"count": 5}])
    assert losses(twice) == 2 * losses(once)
    assert play(["begin"], ["step"], ["begin"])["reports"][-1]["steps"] == 0


@pytest.mark.slow
def test_a_loss_that_is_no_number_ends_it(play):
    done = play(["begin", {"rate": 1e308}], ["run", {"on": True}], *[["turn"]] * 30, slice_=200)
    last = done["reports"][-1]
    assert (last["finite"], last["ended"]) == (False, True)
    assert done["turns"] == 0
    assert play(["begin", {"rate": 1e308}], ["step", {"count": 50}], ["run", {"on": True}])[
        "turns"
    ] == 0  # fmt: skip


@pytest.mark.slow
def test_the_learning_rate_changes_on_the_way(play):
    plain = play(["begin"], ["step", {"count": 2}], ["step", {"count": 2}])
    other = play(["begin"], ["step", {"count": 2}], ["change", {"rate": 0.1}],
                 ["step", {"count": 2}])  # fmt: skip
    assert other["reports"][1]["losses"] == plain["reports"][1]["losses"]
    assert other["reports"][-1]["losses"][0] == plain["reports"][-1]["losses"][0]
    assert other["reports"][-1]["losses"][1] != plain["reports"][-1]["losses"][1]


@pytest.mark.slow
def test_without_the_average_the_latest_weights_make_the_samples(play):
    orders = [["begin"], ["step", {"count": 3}]]
    smooth = play(*orders)["reports"][-1]["samples"]
    latest = play(*orders, ["change", {"average": False}])["reports"][-1]["samples"]
    assert smooth != latest


@pytest.mark.slow
def test_a_look_at_another_noise_level_moves_the_arrows_alone(play):
    reports = play(["begin"], ["step"], ["look", {"t": 0.9}])["reports"]
    assert reports[-1]["arrows"] != reports[-2]["arrows"]
    assert "samples" not in reports[-1]
    longer = play(["begin"], ["step"], ["look", {"length": 9}])["reports"]
    assert longer[-1]["samples"] != longer[-2]["samples"]


@pytest.mark.slow
def test_other_points_are_learned_from_the_next_step_on(play):
    others = (np.array(POINTS) * 2 + 1).tolist()
    orders = [["begin"], ["step"], ["learnFrom", {"points": others}], ["step"]]
    changed = play(*orders)["reports"]
    assert changed[-1]["steps"] == 2  # it goes on with the network that it has
    # Standardised, points twice as large and moved are the same points: the loss does not change,
    # and the samples follow.
    plain = play(["begin"], ["step"], ["step"])["reports"]
    np.testing.assert_allclose(changed[-1]["losses"], plain[-1]["losses"], rtol=1e-6)
    np.testing.assert_allclose(
        changed[-1]["samples"], 2 * np.array(plain[-1]["samples"]) + 1, rtol=1e-4, atol=1e-4
    )


@pytest.mark.parametrize("worker", ["refused", "fails"])
@pytest.mark.slow
def test_without_a_worker_the_page_trains_itself(run_javascript, worker):
    given = {"points": POINTS, "worker": worker}
    done = run_javascript("session_test.js", "overThread(data)", given)
    assert done["inWorker"] is False
    assert done["steps"] == [0, 2, 3]


def test_a_worker_that_answers_does_all(run_javascript):
    given = {"points": POINTS, "worker": "answers"}
    done = run_javascript("session_test.js", "overThread(data)", given)
    assert done["inWorker"] is True
    assert done["sent"] == ["begin", "step", "step"]
    assert done["steps"] == [99]


@pytest.mark.slow
def test_whoever_asks_for_more_after_the_end_gets_as_much_again(play):
    orders = [["begin"], ["run", {"on": True}], ["turn"]]
    done = play(*orders, slice_=200, longest=2)
    assert done["reports"][-1]["ended"] is True
    assert done["turns"] == 0
    again = play(*orders, ["run", {"on": True}], slice_=200, longest=2)
    assert again["turns"] == 1


@pytest.mark.slow
def test_a_slider_that_is_dragged_is_answered_at_once_and_then_at_its_end(play):
    looks = [["look", {"length": length}] for length in (2, 3, 4)]
    begun = [["begin"], ["step", {"count": 2}]]
    done = play(*begun, *looks)["reports"]
    assert len(done) == len(begun) + 1
    rested = play(*begun, *looks, ["look", {"t": 0.9}], ["rest"], ["rest"])["reports"]
    assert len(rested) == len(begun) + 2
    last = play(*begun, ["look", {"t": 0.9}], ["rest"], ["look", {"length": 4}])["reports"][-1]
    assert rested[-1]["samples"] == last["samples"]
    assert rested[-1]["arrows"] == last["arrows"]
