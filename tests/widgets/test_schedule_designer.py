"""The schedule designer draws the library's schedules."""

import numpy as np
import pytest
import torch

from ddimlib.schedules import LinearSchedule, make_schedule
from ddimlib.widgets import layer, schedule_designer


@pytest.mark.parametrize("kind", ["cosine", "linear", "log_snr"])
def test_it_stays_within_its_budget(kind):
    assert schedule_designer(kind).bytes < layer.SIZE_BUDGET


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
    times = np.linspace(0, 1, 33)
    theirs = run_javascript(
        "schedules.js",
        f"data.times.map((t) => makeSchedule('{kind}', data.options).logSNR(t))",
        {"times": times.tolist(), "options": options},
    )
    ours = make_schedule(kind, **options).log_snr(torch.from_numpy(times))
    np.testing.assert_allclose(theirs, ours.numpy(), rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("log_snr", [-3.0, -9.0])
def test_pulling_the_linear_schedule_s_end_finds_its_beta(run_javascript, log_snr):
    beta = run_javascript("schedule_designer.js", "lastBeta(data)", log_snr)
    end = LinearSchedule(beta_end=beta).log_snr(torch.ones((), dtype=torch.float64))
    assert end.item() == pytest.approx(log_snr, abs=1e-6)


def test_the_sentence_says_when_noise_takes_over(run_javascript):
    describe = "describeSchedule({ logSNR: (t) => data[0] + t * (data[1] - data[0]),"
    describe += " rates: () => ({ signal: 0.25 }) })"
    assert "from t = 0.50;" in run_javascript("schedule_designer.js", describe, [3, -3.01])
    assert "always outweighs" in run_javascript("schedule_designer.js", describe, [3, 1])
    assert "from the start" in run_javascript("schedule_designer.js", describe, [-1, -3])
    assert "0.250" in run_javascript("schedule_designer.js", describe, [3, -3])


def test_wrong_arguments_are_refused_with_a_sentence():
    with pytest.raises(ValueError, match="cosine, linear, log_snr"):
        schedule_designer("rectified_flow")
    with pytest.raises(ValueError, match="at most 96"):
        schedule_designer(picture=np.zeros((128, 128, 3), dtype=np.uint8))
