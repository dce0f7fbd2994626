"""The particles of the page move as the library's samplers move them."""

import numpy as np
import pytest
import torch

from ddimlib.samplers import SAMPLERS, Counted, sample
from ddimlib.schedules import LogSNRSchedule
from ddimlib.toy import toy_points
from ddimlib.widgets import browser_noise, layer, particles
from ddimlib.widgets.growing import step_seed
from ddimlib.widgets.plane_network import (
    PlaneNetwork,
    load_plane,
    plane_model,
    recorded_plane,
    to_json,
    train_plane,
)

COUNT = 60


@pytest.fixture(scope="module")
def model():
    return load_plane()


def start(seed=3):
    """The page keeps all x, then all y; the library keeps points (x, y)."""
    return torch.from_numpy(browser_noise(seed, (2, COUNT))).T.contiguous()


def test_the_page_s_network_is_the_library_s(run_javascript, model):
    points = start()
    for t in (0.0, 0.3, 1.0):
        rates = model.schedule(torch.tensor(t, dtype=torch.float64))
        theirs = run_javascript(
            "plane.js",
            "planeVelocity(planeLayers(data.network), data.points,"
            " { signal: data.rates[0], noise: data.rates[1] })",
            {
                "network": recorded_plane(),
                "points": points.T.flatten().tolist(),
                "rates": [float(rate) for rate in rates],
            },
        )
        ours = model.network(points, (rates.noise**2).float().reshape(1))
        np.testing.assert_allclose(
            np.reshape(theirs, (2, COUNT)).T, ours.numpy(), rtol=1e-4, atol=1e-4
        )


@pytest.mark.parametrize(
    ("solver", "steps", "eta"),
    [
        ("ddim", 20, 0.0),
        ("ddim", 7, 0.6),
        ("ddpm", 10, 0.0),
        ("heun", 6, 0.0),
        ("dpm_solver_pp", 9, 0.0),
        ("dpm_solver_pp", 1, 0.0),
    ],
)
@pytest.mark.slow
def test_a_solver_arrives_where_the_library_s_does(run_javascript, model, solver, steps, eta):
    def shared(images):
        flat = browser_noise(step_seed(5, next(numbers)), (2, COUNT))
        return torch.from_numpy(flat).T.contiguous()

    numbers = iter(range(steps))
    options = {"eta": eta} if eta else {}
    walk = SAMPLERS[solver](
        model.denoise, model.schedule, start(), steps, generator=shared, **options
    )
    ours = {round(step.time, 6): step.noisy.numpy() for step in walk}
    times = list(ours)[:: max(steps // 3, 1)] + [0.0]
    theirs = run_javascript(
        "particles_test.js",
        "run(data)",
        {
            "network": recorded_plane(),
            "points": start().T.flatten().tolist(),
            "options": {"solver": solver, "steps": steps, "eta": eta, "seed": 5},
            "times": times,
            "schedule": particles().data["schedule"],
        },
    )
    for t, flat in zip(times, theirs, strict=True):
        np.testing.assert_allclose(np.reshape(flat, (2, COUNT)).T, ours[t], atol=2e-3)


@pytest.fixture(scope="module", autouse=True)
def runner(javascript_folder):
    """A module that runs a sampler of plane.js from plain data."""
    (javascript_folder / "particles_test.js").write_text(
        'import { planeLayers, planeRun } from "./plane.js";\n'
        'import { makeSchedule } from "./schedules.js";\n'
        "export function walkOf(data) {\n"
        '  const schedule = makeSchedule("log_snr", data.schedule);\n'
        "  const layers = planeLayers(data.network);\n"
        "  const start = Float32Array.from(data.points);\n"
        "  return planeRun({ layers, schedule, start, ...data.options });\n"
        "}\n"
        "export function run(data, into, ahead = 0) {\n"
        "  const walk = walkOf(data);\n"
        "  return data.times.map((t) => {\n"
        "    const points = Array.from(walk.at(t, into));\n"
        "    if (ahead) walk.ahead(ahead);\n"
        "    return points;\n"
        "  });\n"
        "}\n"
    )


@pytest.mark.parametrize("solver", ["ddim", "heun"])
@pytest.mark.slow
def test_working_ahead_between_frames_changes_no_point(run_javascript, solver):
    given = {
        "network": recorded_plane(),
        "points": start().T.flatten().tolist(),
        "options": {"solver": solver, "steps": 5, "eta": 0.5, "seed": 5},
        "times": [0.9, 0.55, 0.5, 0.1, 0.0],
        "schedule": particles().data["schedule"],
    }
    plain = run_javascript("particles_test.js", "run(data)", given)
    # As the figure does it: one array for every frame, and some work after each.
    framed = run_javascript(
        "particles_test.js", "run(data, new Float32Array(data.points.length), 0.05)", given
    )
    assert framed == plain
    # With time enough all is done after the first frame, and nothing is left.
    assert run_javascript("particles_test.js", "walkOf(data).ahead(60000)", given) is False


def test_the_sentence_counts_evaluations_as_the_library_does(run_javascript, model):
    for solver in ("ddim", "ddpm", "heun", "dpm_solver_pp"):
        counted = Counted(model.denoise)
        sample(counted, model.schedule, start(), solver, steps=6)
        cost = run_javascript("plane.js", f"PLANE_SOLVERS.{solver}.cost(6)")
        assert cost == counted.evaluations


def test_half_precision_is_read_exactly(run_javascript):
    values = np.array([0, 1, -2.5, 65504, 6e-8, -3e-5, 0.1], dtype="<f2")
    text = layer.encode_bytes(values.view(np.uint8))
    np.testing.assert_array_equal(run_javascript("plane.js", "decodeHalves(data)", text), values)


def test_the_page_s_data_are_the_points_of_the_flower(run_javascript):
    """The file keeps x, y, x, y …; the page all x, then all y."""
    theirs = run_javascript("plane.js", "decodePoints(data)", recorded_plane()["points"])
    ours = toy_points("flower", 500, torch.Generator().manual_seed(1))
    np.testing.assert_allclose(np.reshape(theirs, (2, 500)).T, ours.numpy(), atol=2e-3)


def test_only_ddim_leaves_the_share_of_fresh_noise_to_the_reader(run_javascript):
    solvers = run_javascript("plane.js", "PLANE_SOLVERS")
    assert {name: solver["eta"] for name, solver in solvers.items()} == {
        "ddim": None, "ddpm": 1, "heun": 0, "dpm_solver_pp": 0,
    }  # fmt: skip


def test_the_network_has_learnt_the_flower(model):
    noise = torch.randn(1000, 2, generator=torch.Generator().manual_seed(0))
    made = sample(model.denoise, model.schedule, noise, steps=40)
    truth = toy_points("flower", 1000, torch.Generator().manual_seed(2))
    other = toy_points("flower", 1000, torch.Generator().manual_seed(3))

    def energy(a, b):
        """The energy distance (Székely and Rizzo 2013), 0 for equal distributions."""
        return 2 * torch.cdist(a, b).mean() - torch.cdist(a, a).mean() - torch.cdist(b, b).mean()

    assert energy(made, truth) < 0.01
    assert energy(made, truth) < 0.05 * energy(noise, truth) + 3 * energy(other, truth)


def test_training_again_gives_the_same_numbers():
    once, again = (to_json(train_plane("flower", steps=3, batch=16), "flower") for _ in range(2))
    assert once == again
    assert once["shapes"] == recorded_plane()["shapes"]


def test_the_network_knows_its_model():
    model = plane_model(PlaneNetwork(8))
    assert isinstance(model.schedule, LogSNRSchedule)
    assert model.target == "velocity"


def test_it_is_the_same_every_time_and_small():
    assert particles().markup() == particles().markup()
    assert particles().bytes < layer.SIZE_BUDGET / 3


def test_wrong_arguments_are_refused_with_a_sentence():
    with pytest.raises(ValueError, match="ddim, ddpm, dpm_solver_pp, heun"):
        particles("euler")
    with pytest.raises(ValueError, match="from 1 to 50"):
        particles(steps=0)
    with pytest.raises(ValueError, match="from 1 to 5000"):
        particles(count=9999)
