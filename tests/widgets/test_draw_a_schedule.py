"""Draw a schedule: what the page computes of a drawn curve is what the library computes."""

import io
import json

import numpy as np
import pytest
import torch
from PIL import Image

from ddimlib import plots
from ddimlib.diffusion import DiffusionModel
from ddimlib.exact.ideal import spectrum_errors
from ddimlib.exact.spectrum import ring_sizes
from ddimlib.runs import recorded
from ddimlib.schedules import SCHEDULES, CosineSchedule, make_schedule
from ddimlib.widgets import draw_a_schedule, layer
from ddimlib.widgets.draw_a_schedule import (
    EXAMPLES,
    KINDS,
    RECORDED,
    RUN,
    DrawnSchedule,
    named_schedule,
    ten_steps,
)
from ddimlib.widgets.noise import browser_noise
from ddimlib.widgets.recording import read_recording

EDGES = [10.0, 2.0, 0.0, -2.0, -4.0, -6.0, -11.0]
# As a reader may draw: steep, nearly flat, beyond what a network knows.
CURVE = [9.5, 4.0, 3.9, 0.5, -6.0, -6.1, -10.5]


def times(count: int = 33) -> torch.Tensor:
    return torch.linspace(0, 1, count, dtype=torch.float64)


@pytest.fixture(scope="module")
def spectrum():
    stored = recorded.read_json("spectrum", "flowers64.json")
    return torch.tensor(stored["power"], dtype=torch.float64), ring_sizes(64).double()


@pytest.mark.parametrize("run", ["", RUN])
def test_it_stays_within_its_budget(run):
    for kind in KINDS:
        assert draw_a_schedule(kind, run=run).bytes < layer.SIZE_BUDGET


# --- Schedules ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("cosine", {"min_signal_rate": 0.1, "max_signal_rate": 0.99}),
        ("linear", {"beta_start": 0.003, "beta_end": 0.035}),
        ("log_snr", {"start": 9.0, "end": -2.5}),
        ("rectified_flow", {"start": 0.02, "end": 0.9}),
    ],
)
def test_changed_ends_give_the_library_s_curve(run_javascript, kind, options):
    theirs = run_javascript(
        "schedules.js",
        f"data.times.map((t) => makeSchedule('{kind}', data.options).logSNR(t))",
        {"times": times().tolist(), "options": options},
    )
    ours = make_schedule(kind, **options).log_snr(times())
    np.testing.assert_allclose(theirs, ours.numpy(), rtol=1e-9, atol=1e-9)


def test_a_drawn_curve_is_a_schedule_in_both_languages(run_javascript):
    levels = torch.linspace(12, -12, 49, dtype=torch.float64)
    theirs = run_javascript(
        "drawn_schedule.js",
        "(() => { const { logSNR, time, rates } = drawnSchedule(data.curve);"
        " return [data.times.map(logSNR), data.levels.map(time),"
        " data.times.map((t) => rates(t).signal)]; })()",
        {"curve": CURVE, "times": times().tolist(), "levels": levels.tolist()},
    )
    ours = DrawnSchedule(CURVE)
    found = ours.log_snr(times()), ours.time(levels), ours(times()).signal
    for one, other in zip(theirs, found, strict=True):
        np.testing.assert_allclose(one, other.numpy(), rtol=1e-9, atol=1e-9)
    torch.testing.assert_close(ours.time(ours.log_snr(times())), times())
    assert ours.log_snr(torch.tensor(0.5)).shape == ()
    with pytest.raises(ValueError, match="at least two falling log-SNRs"):
        DrawnSchedule([1.0, 1.0])


def test_the_time_is_spent_as_the_chapter_counts_it(run_javascript):
    theirs = run_javascript(
        "drawn_schedule.js", "timeShares(drawnSchedule(data[0]), data[1])", [CURVE, EDGES]
    )
    np.testing.assert_allclose(
        theirs, plots.time_shares(DrawnSchedule(CURVE), EDGES).numpy(), atol=1e-9
    )
    assert sum(theirs) == pytest.approx(1)  # the edges are those of what can be drawn


@pytest.mark.parametrize("kind", SCHEDULES)
def test_sixty_straight_pieces_come_close_to_every_schedule(run_javascript, kind):
    points = run_javascript("drawn_schedule.js", "pointsOf((t) => data[Math.round(60 * t)])",
                            make_schedule(kind).log_snr(times(61)).tolist())  # fmt: skip
    drawn, exact = DrawnSchedule(points), make_schedule(kind)
    assert float((drawn.log_snr(times(1001)) - exact.log_snr(times(1001))).abs().mean()) < 0.02
    shares = [plots.time_shares(schedule, EDGES) for schedule in (drawn, exact)]
    assert float((shares[0] - shares[1]).abs().max()) < 0.01


# --- Drawing ------------------------------------------------------------------------------------


def test_whatever_is_drawn_falls_and_the_newest_wins(run_javascript):
    """A thousand strokes and pulls, one on the other, to anywhere on the chart and beyond."""
    random = np.random.default_rng(0)
    acts = random.uniform([0, -15, 0, -15, 0], [1, 15, 1, 15, 1], (1000, 5)).tolist()
    worst = run_javascript(
        "drawn_schedule.js",
        """(() => {
          let levels = pointsOf((t) => 2 - 9 * t);
          let least = Infinity, far = 0, outside = 0, wrong = 0;
          for (const [t, y, u, v, which] of data) {
            const before = levels;
            const handle = Math.floor(7 * u);
            const result = which < 0.5 ? drawTo(levels, [t, y], [u, v])
              : moveHandle(levels, handle, v);
            levels = result.levels;
            const end = which < 0.5 ? Math.round(60 * u) : 10 * handle;
            const room = Math.min(Math.max(v, -11 + 0.02 * (60 - end)), 10 - 0.02 * end);
            far = Math.max(far, Math.abs(levels[end] - room));
            for (let i = 1; i <= 60; i += 1) least = Math.min(least, levels[i - 1] - levels[i]);
            outside = Math.max(outside, levels[0] - 10, -11 - levels[60]);
            // It says that it levelled when a pull moved another handle, and only then.
            const others = handleLevels(levels).some((level, i) => i !== handle
              && Math.abs(level - handleLevels(before)[i]) > 1e-9);
            if (which >= 0.5 && others !== result.levelled) wrong += 1;
          }
          return { least, far, outside, wrong };
        })()""",
        acts,
    )
    assert worst["least"] > 0
    assert worst["far"] < 1e-9
    assert worst["outside"] < 1e-9
    assert worst["wrong"] == 0


def test_it_says_so_when_a_rising_stroke_was_levelled(run_javascript):
    said = run_javascript(
        "drawn_schedule.js",
        "data.map(([from, to]) => drawTo(pointsOf((t) => 3 - 10 * t), from, to).levelled)",
        [[[0.2, -3], [0.6, 2]], [[0.2, 1.0], [0.6, -3.0]], [[0.6, -3.0], [0.2, 1.0]]],
    )
    assert said == [True, False, False]


def test_a_pulled_handle_keeps_the_shape_beside_it_and_leaves_the_rest(run_javascript):
    before = CosineSchedule().log_snr(times(61)).numpy()
    after = np.array(
        run_javascript("drawn_schedule.js", "moveHandle(data, 6, -10).levels", before.tolist())
    )
    np.testing.assert_allclose(after[:51], before[:51])
    share = (after[50:] - after[60]) / (after[50] - after[60])
    np.testing.assert_allclose(share, (before[50:] - before[60]) / (before[50] - before[60]))


# --- Losses -------------------------------------------------------------------------------------


def chapters_losses(log_snr, spectrum):
    """As the chapter averages them: mean absolute errors of noise and image."""
    image, noise = (
        float(error.sqrt().mean()) * (2 / np.pi) ** 0.5
        for error in spectrum_errors(*spectrum, log_snr)
    )
    return noise, image


def page_losses(run_javascript, levels, spectrum):
    power, sizes = (part.tolist() for part in spectrum)
    found = run_javascript(
        "drawn_schedule.js",
        "predictedErrors(data.spectrum, drawnSchedule(data.levels).logSNR)",
        {"levels": list(levels), "spectrum": {"power": power, "sizes": sizes}},
    )
    return found["noise"], found["image"]


def test_the_losses_are_the_formula_s(run_javascript, spectrum):
    t = (torch.arange(4000, dtype=torch.float64) + 0.5) / 4000
    for levels in (CURVE, *EXAMPLES.values()):
        ours = chapters_losses(DrawnSchedule(levels).log_snr(t), spectrum)
        np.testing.assert_allclose(page_losses(run_javascript, levels, spectrum), ours, rtol=1e-3)


def test_the_reference_s_linear_schedule_gets_the_ratios_of_the_chapter(run_javascript, spectrum):
    rates = plots.reference_linear_rates(times(1001))
    linear = (2 * (rates.signal / rates.noise).log()).tolist()
    cosine = CosineSchedule().log_snr(times(1001)).tolist()
    ratios = np.divide(*(page_losses(run_javascript, one, spectrum) for one in (linear, cosine)))
    np.testing.assert_allclose(ratios, (0.839, 1.153), atol=0.002)


def test_the_page_knows_the_spectrum_of_the_chapter(spectrum):
    html = draw_a_schedule(run=RUN).markup()
    data = json.loads(html.split('<script type="application/json">')[1].split("</script>")[0])
    assert data["spectrum"]["power"] == spectrum[0].tolist()
    assert data["spectrum"]["sizes"] == spectrum[1].tolist()


# --- The flower ---------------------------------------------------------------------------------


class _Network(torch.nn.Module):
    """Its answer depends on the picture and on the noise level, and a page can compute it."""

    def forward(self, noisy, noise_variance, labels=None):
        return torch.tanh(2 * noisy) * noise_variance.reshape(-1, 1, 1, 1).sqrt()


@pytest.mark.parametrize("levels", [CURVE, *EXAMPLES.values()])
def test_the_page_grows_python_s_flower(run_javascript, levels):
    model = DiffusionModel(_Network(), CosineSchedule())
    noise = torch.from_numpy(browser_noise(3, (1, 3, 4, 4)))
    ours = ten_steps(model, DrawnSchedule(levels), noise, None)
    range_ = CosineSchedule().log_snr(torch.tensor([1.0, 0.0], dtype=torch.float64)).tolist()
    script = """(async () => {
      const noise = Float32Array.from(data.noise);
      const levels = levelsToVisit(drawnSchedule(data.levels), 10, data.range);
      const predict = async (noisy, rates) =>
        noisy.map((value) => Math.tanh(2 * value) * rates.noise);
      let seen = 0;
      const image = await growThrough(levels, noise, predict, () => { seen += 1; return true; });
      const stopped = await growThrough(levels, noise, predict, (_, i) => i < 3);
      return { image: [...image], seen, stopped, levels };
    })()"""
    theirs = run_javascript(
        "drawn_schedule.js",
        script,
        {"noise": noise.flatten().tolist(), "levels": levels, "range": range_},
    )
    assert theirs["seen"] == 10
    assert theirs["stopped"] is None
    assert range_[0] <= min(theirs["levels"])
    assert max(theirs["levels"]) <= range_[1]
    np.testing.assert_allclose(theirs["image"], ours.flatten().numpy(), rtol=1e-3, atol=1e-3)
    assert float(ours.std()) > 0.1


def test_another_schedule_s_levels_are_the_model_s_own_where_they_are_the_same():
    model = DiffusionModel(_Network(), CosineSchedule())
    noise = torch.from_numpy(browser_noise(3, (1, 3, 4, 4)))
    own = DrawnSchedule(CosineSchedule().log_snr(times(11)).tolist())  # meets it at all ten times
    torch.testing.assert_close(
        ten_steps(model, own, noise, None), ten_steps(model, model.schedule, noise, None)
    )


def test_each_loss_falls_under_one_of_the_two_and_rises_under_the_other(spectrum):
    t = (torch.arange(4000, dtype=torch.float64) + 0.5) / 4000
    losses = {kind: chapters_losses(named_schedule(kind).log_snr(t), spectrum) for kind in RECORDED}
    noise, image = (
        {kind: losses[kind][part] / losses["cosine"][part] for kind in RECORDED} for part in (0, 1)
    )
    assert noise["high"] < 1 / 3
    assert image["high"] > 1.5
    assert image["low"] < 0.85 < 1.3 < noise["low"]
    # The linear schedule moves both losses as the one at high noise does.
    assert noise["linear"] < 0.9
    assert image["linear"] > 1.2


def test_what_the_chapter_says_of_the_recorded_flowers_holds():
    about = read_recording(RUN, "ten-steps")
    seen = {
        kind: {name: np.array(values) for name, values in lists.items()}
        for kind, lists in about["kinds"].items()
    }
    flowers = {len(values) for lists in seen.values() for values in lists.values()}
    assert flowers == {about["flowers"]}
    assert about["flowers"] >= 24

    def less(name, kind, other="cosine"):
        """Mean difference noise by noise, in its standard errors; and the ratio of the means."""
        one, two = seen[kind][name], seen[other][name]
        error = (one - two).std(ddof=1) / len(one) ** 0.5
        return (one - two).mean() / error, one.mean() / two.mean()

    # High noise: no farther off than cosine's, and blurred.
    assert -3.5 < less("distance", "high")[0] < 2
    assert 0.55 < seen["high"]["detail"].mean() < 0.65
    assert seen["cosine"]["detail"].mean() > 0.75
    assert less("detail", "high")[0] < -5
    # Low noise: as blurred, farthest off, and palest.
    assert abs(less("detail", "low", "high")[0]) < 2
    for other in ("cosine", "linear", "high"):
        assert less("distance", "low", other)[0] > 5
        assert less("contrast", "low", other)[0] < -5
    # Linear: closest, with more contrast and detail than cosine's.
    for other in ("high", "low"):
        assert less("distance", "linear", other)[0] < -5
    assert -25 < less("distance", "linear")[0] < -18
    assert 0.4 < less("distance", "linear")[1] < 0.5
    assert less("contrast", "linear")[0] > 3
    assert less("detail", "linear")[0] > 3


def test_the_recorded_sheet_holds_a_flower_for_each_kind():
    about = read_recording(RUN, "ten-steps")
    assert list(about["kinds"]) == list(RECORDED)
    content = (recorded.path(RUN) / "ten-steps.webp").read_bytes()
    sheet = np.asarray(Image.open(io.BytesIO(content)).convert("L")).astype(float)
    flowers = np.split(sheet, len(RECORDED), axis=1)
    grain = {
        kind: np.abs(np.diff(flower, axis=0)).mean()
        for kind, flower in zip(RECORDED, flowers, strict=True)
    }
    assert set(sorted(grain, key=grain.__getitem__)[:2]) == {"high", "low"}  # the blurred ones


# --- Words --------------------------------------------------------------------------------------


def test_the_sentence_says_when_noise_takes_over(run_javascript):
    describe = "describeSchedule({ logSNR: (t) => data[0] + t * (data[1] - data[0]),"
    describe += " rates: () => ({ signal: 0.25 }) })"
    assert "from t = 0.50;" in run_javascript("drawn_schedule.js", describe, [3, -3.01])
    assert "always outweighs" in run_javascript("drawn_schedule.js", describe, [3, 1])
    assert "from the start" in run_javascript("drawn_schedule.js", describe, [-1, -3])
    assert "0.250" in run_javascript("drawn_schedule.js", describe, [3, -3])


def test_the_sentence_says_which_loss_falls(run_javascript):
    said = run_javascript("drawn_schedule.js", "describeLosses(...data)", [0.29, 1.82])
    assert "on the noise falls to 0.29" in said
    assert "on the image rises to 1.82" in said
    same = run_javascript("drawn_schedule.js", "describeLosses(...data)", [1.0, 0.999])
    assert same.count("as under cosine") == 2


def test_wrong_arguments_are_refused_with_a_sentence():
    with pytest.raises(
        ValueError, match="choose one of cosine, high, linear, log_snr, low, rectified_flow"
    ):
        draw_a_schedule("cubic")
    with pytest.raises(ValueError, match="at most 96"):
        draw_a_schedule(picture=np.zeros((128, 128, 3), dtype=np.uint8))
