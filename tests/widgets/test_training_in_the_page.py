"""The model that learns in the page: its gradients, its steps and its samples are the library's."""

from itertools import pairwise

import numpy as np
import pytest
import torch
from torch import nn

from ddimlib.diffusion import LOSSES, TARGETS, DiffusionModel
from ddimlib.embeddings import SinusoidalEmbedding
from ddimlib.exact.ideal import memory_denoiser
from ddimlib.samplers import sample
from ddimlib.schedules import make_schedule
from ddimlib.training import EMA
from ddimlib.widgets import browser_noise

SCHEDULES = {
    "cosine": {"max_signal_rate": 0.999},
    "linear": {},
    "log_snr": {"start": 6.0, "end": -6.0},
    "rectified_flow": {},
}
HEART_STEPS = 1500  # at 300 steps a second, five seconds
ROWS = 100  # more than go through the page's network together, and no multiple of it


class Twin(nn.Module):
    """The page's network in PyTorch, in double precision but for the embedding's angles."""

    image_channels = 2

    def __init__(self, weights: np.ndarray) -> None:
        super().__init__()
        self.embedding = SinusoidalEmbedding(14, 0.25, 32.0)
        widths = [16, 64, 64, 64, 2]
        layers = [nn.Linear(inputs, outputs).double() for inputs, outputs in pairwise(widths)]
        self.layers = nn.ModuleList(layers)
        nn.utils.vector_to_parameters(torch.tensor(weights), self.layers.parameters())

    def forward(self, noisy: torch.Tensor, noise_variance: torch.Tensor) -> torch.Tensor:
        level = self.embedding(noise_variance.reshape(-1).expand(len(noisy))).double()
        x = torch.cat([noisy.double(), level], dim=1)
        for layer in self.layers[:-1]:
            x = nn.functional.silu(layer(x))
        return self.layers[-1](x)

    def flat(self) -> np.ndarray:
        return nn.utils.parameters_to_vector(self.layers.parameters()).detach().numpy()


@pytest.fixture(scope="module")
def weights() -> np.ndarray:
    """As large as a network has them; the last layer, too, which starts at zero in the page."""
    count = 16 * 64 + 64 + 2 * (64 * 64 + 64) + 64 * 2 + 2
    return np.random.default_rng(0).uniform(-0.2, 0.2, count)


@pytest.fixture(scope="module")
def batch() -> dict[str, np.ndarray]:
    random = np.random.default_rng(1)
    return {
        "images": random.normal(size=(ROWS, 2)),
        "noise": random.normal(size=(ROWS, 2)),
        "times": random.uniform(size=ROWS),
    }


@pytest.fixture(scope="module", autouse=True)
def runner(javascript_folder) -> None:
    """Modules that train from plain data."""
    (javascript_folder / "trainer_test.js").write_text("""
import { makeTrainer } from "./trainer.js";
import { bestLoss } from "./best_loss.js";
import { makeSchedule } from "./schedules.js";
import { makeAdam, makeAverage } from "./optimiser.js";
import { shapePoints, shareNear } from "./shapes.js";
const base = { schedule: { kind: "cosine", options: { max_signal_rate: 0.999 } },
  target: "noise", loss: "mse", rate: 0.01, seed: 7 };
const doubles = (values) => values && Float64Array.from(values);
export function make({ points = [0, 0, 1, 1], settings = {}, weights = null }) {
  return makeTrainer(doubles(points), { ...base, ...settings, parameters: doubles(weights) });
}
export function gradientOf({ batch, ...given }) {
  const trainer = make(given);
  const loss = trainer.lossAndGradient(batch);
  return { loss, gradient: trainer.gradient.parameters };
}
export function stepsOf({ count, ...given }) {
  const trainer = make(given);
  const batches = [];
  const losses = [];
  for (let i = 0; i < count; i += 1) {
    batches.push(trainer.drawBatch(i));
    losses.push(trainer.step());
  }
  return { batches, losses, weights: trainer.network.parameters,
    average: trainer.average.parameters };
}
export function bestOf({ images, kind, options, target, loss, batch }) {
  return bestLoss(images, makeSchedule(kind, options), target, loss, batch);
}
export function adamOf({ weights, gradients, rate }) {
  const parameters = doubles(weights);
  const adam = makeAdam(parameters.length);
  for (const gradient of gradients) adam.step(parameters, gradient, rate);
  return parameters;
}
export function averageOf({ all, decay }) {
  const average = makeAverage(doubles(all[0]), decay);
  for (const weights of all.slice(1)) average.update(weights);
  return average.parameters;
}
export function heartAfter({ steps, seed = 7 }) {
  const points = shapePoints("heart", 600, 7);
  const trainer = make({ points, settings: { seed } });
  const losses = [];
  for (let i = 0; i < steps; i += 1) losses.push(trainer.step());
  const samples = trainer.sample({ count: 500 });
  const curve = shapePoints("heart", 600, 8);
  return { losses, near: shareNear(samples, curve, 0.15), covered: shareNear(curve, samples, 0.25),
    fresh: shareNear(shapePoints("heart", 500, 9), curve, 0.15) };
}
""")


def flat(batch: dict[str, np.ndarray]) -> dict[str, list[float]]:
    return {name: values.reshape(-1).tolist() for name, values in batch.items()}


def twin(weights, schedule="cosine", target="noise", loss="mse") -> DiffusionModel:
    return DiffusionModel(
        Twin(weights),
        make_schedule(schedule, **SCHEDULES[schedule]),
        target=target,
        loss=loss,
        mean=0.0,
        std=1.0,
    )


@pytest.mark.parametrize("schedule", SCHEDULES)
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.slow
def test_loss_and_gradient_are_pytorch_s(run_javascript, weights, batch, schedule, target, loss):
    theirs = run_javascript(
        "trainer_test.js",
        "gradientOf(data)",
        {
            "batch": flat(batch),
            "weights": weights.tolist(),
            "settings": {
                "schedule": {"kind": schedule, "options": SCHEDULES[schedule]},
                "target": target,
                "loss": loss,
            },
        },
    )
    model = twin(weights, schedule, target, loss)
    images, noise, times = (torch.from_numpy(values) for values in batch.values())
    ours = model.errors(images, noise, times).mean()
    ours.backward()
    gradient = torch.cat([p.grad.flatten() for p in model.network.layers.parameters()]).numpy()
    assert theirs["loss"] == pytest.approx(ours.item(), rel=1e-5)
    largest = np.abs(gradient).max()
    np.testing.assert_allclose(theirs["gradient"], gradient, rtol=0, atol=1e-5 * largest)


def test_adam_is_pytorch_s(run_javascript):
    random = np.random.default_rng(2)
    weights = random.normal(size=50)
    gradients = random.normal(size=(6, 50)) * 10.0 ** random.integers(-9, 3, size=50)
    parameter = torch.nn.Parameter(torch.from_numpy(weights.copy()))
    optimizer = torch.optim.Adam([parameter], lr=0.03)
    for gradient in gradients:
        parameter.grad = torch.from_numpy(gradient.copy())
        optimizer.step()
    theirs = run_javascript(
        "trainer_test.js",
        "adamOf(data)",
        {"weights": weights.tolist(), "gradients": gradients.tolist(), "rate": 0.03},
    )
    np.testing.assert_allclose(theirs, parameter.detach().numpy(), rtol=1e-10)


@pytest.mark.slow
def test_the_average_is_the_library_s(run_javascript, weights):
    """Fifty updates: it is still young at first, and has its full decay at the end."""
    random = np.random.default_rng(3)
    all_weights = [weights + 0.1 * random.normal(size=weights.shape) for _ in range(51)]
    model = twin(all_weights[0])
    average = EMA(model, decay=0.8)
    for each in all_weights[1:]:
        average.update(twin(each))
    theirs = run_javascript(
        "trainer_test.js",
        "averageOf(data)",
        {"all": [each.tolist() for each in all_weights], "decay": 0.8},
    )
    np.testing.assert_allclose(theirs, average.model.network.flat(), rtol=1e-10)


def test_three_steps_end_at_pytorch_s_weights(run_javascript, weights):
    points = np.random.default_rng(4).normal(size=(30, 2)).reshape(-1).tolist()
    theirs = run_javascript(
        "trainer_test.js",
        "stepsOf(data)",
        {"count": 3, "points": points, "weights": weights.tolist()},
    )
    model = twin(weights)
    average = EMA(model, decay=0.995)
    optimizer = torch.optim.Adam(model.network.layers.parameters(), lr=0.01)
    for drawn, loss in zip(theirs["batches"], theirs["losses"], strict=True):
        images, noise = (
            torch.tensor(drawn[key], dtype=torch.float64).reshape(-1, 2)
            for key in ("images", "noise")
        )
        times = torch.tensor(drawn["times"], dtype=torch.float64)
        ours = model.errors(images, noise, times).mean()
        assert loss == pytest.approx(ours.item(), rel=1e-5)
        optimizer.zero_grad()
        ours.backward()
        optimizer.step()
        average.update(model)
    # Adam's first steps divide a gradient by its own size: where it is next to nothing, so is what
    # one can say of its sign.
    np.testing.assert_allclose(theirs["weights"], model.network.flat(), atol=1e-4)
    np.testing.assert_allclose(theirs["average"], average.model.network.flat(), atol=1e-4)


def test_a_batch_is_drawn_anew_each_step_from_all_points_times_and_noise(run_javascript):
    points = np.random.default_rng(5).normal(size=(10, 2))
    drawn = run_javascript(
        "trainer_test.js", "stepsOf(data)", {"count": 8, "points": points.reshape(-1).tolist()}
    )["batches"]
    times = np.array([batch["times"] for batch in drawn]).reshape(-1)
    noise = np.array([batch["noise"] for batch in drawn]).reshape(-1)
    images = np.array([batch["images"] for batch in drawn]).reshape(-1, 2)
    assert len(times) == 8 * 256
    assert len(set(times.tolist())) > 2000
    assert abs(times.mean() - 0.5) < 4 / np.sqrt(12 * len(times))
    assert abs(noise.mean()) < 4 / np.sqrt(len(noise))
    assert abs(noise.std() - 1) < 4 / np.sqrt(2 * len(noise))
    spread = np.sqrt(((points - points.mean(0)) ** 2).mean())
    known = (points - points.mean(0)) / spread
    distance = np.abs(images[:, None] - known[None]).max(-1)
    assert distance.min(1).max() < 1e-6  # nothing but the points, with a variance of one
    counts = np.bincount(distance.argmin(1), minlength=10)
    assert counts.min() > 140  # of 2048: each point about as often as the others


@pytest.mark.parametrize("steps", [1, 7])
@pytest.mark.parametrize("target", TARGETS)
def test_samples_are_those_of_ddim(run_javascript, weights, steps, target):
    points = np.random.default_rng(6).normal(size=(40, 2)) * 0.5 + [0.3, -0.2]
    given = {
        "points": points.reshape(-1).tolist(),
        "weights": weights.tolist(),
        "settings": {"target": target},
    }
    theirs = run_javascript(
        "trainer_test.js",
        f"make(data).sample({{ count: 30, steps: {steps}, seed: 5, smooth: false }})",
        given,
    )
    model = twin(weights, target=target)
    noise = torch.from_numpy(browser_noise(5, (30, 2)).astype(np.float64))
    with torch.no_grad():
        ours = sample(model.denoise, model.schedule, noise, steps=steps).numpy()
    spread = np.sqrt(((points - points.mean(0)) ** 2).mean())
    ours = ours * spread + points.mean(0)
    scale = np.abs(ours).max()
    np.testing.assert_allclose(np.reshape(theirs, (30, 2)), ours, rtol=1e-4, atol=1e-4 * scale)


def test_arrows_point_to_what_the_model_takes_for_clean(run_javascript, weights):
    points = np.random.default_rng(6).normal(size=(40, 2)) * 0.5 + [0.3, -0.2]
    places = np.random.default_rng(7).uniform(-2, 2, size=(20, 2))
    theirs = run_javascript(
        "trainer_test.js",
        "make(data).guess(Float64Array.from(data.places), { t: 0.4, smooth: false })",
        {
            "points": points.reshape(-1).tolist(),
            "weights": weights.tolist(),
            "places": places.reshape(-1).tolist(),
        },
    )
    spread = np.sqrt(((points - points.mean(0)) ** 2).mean())
    model = twin(weights)
    with torch.no_grad():
        noisy = torch.from_numpy((places - points.mean(0)) / spread)
        ours = model.denoise(noisy, 0.4).image.numpy() * spread + points.mean(0)
    np.testing.assert_allclose(np.reshape(theirs, (20, 2)), ours, rtol=1e-5, atol=1e-5)


@pytest.mark.slow
def test_a_seed_gives_the_same_losses_and_weights_twice_bit_for_bit(run_javascript):
    points = np.random.default_rng(5).normal(size=60).tolist()
    once, again, other = (
        run_javascript(
            "trainer_test.js",
            "stepsOf(data)",
            {"count": 20, "points": points, "settings": {"seed": seed}},
        )
        for seed in (3, 3, 4)
    )
    assert once["losses"] == again["losses"]
    assert once["weights"] == again["weights"]
    assert not set(once["losses"]) & set(other["losses"])


def test_an_untrained_network_answers_zero(run_javascript):
    """So the first loss on the noise is the mean square of noise, and that of chapter 6: 0.80."""
    points = np.random.default_rng(5).normal(size=60).tolist()
    for loss, size in (("mse", 1.0), ("mae", np.sqrt(2 / np.pi))):
        settings = {"target": "noise", "loss": loss}
        done = run_javascript(
            "trainer_test.js",
            "stepsOf(data)",
            {"count": 1, "points": points, "settings": settings},
        )
        assert done["losses"][0] == pytest.approx(size, abs=0.15)
        assert np.abs(done["batches"][0]["noise"]).mean() == pytest.approx(0.8, abs=0.06)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.slow
def test_the_least_loss_is_that_of_the_denoiser_that_knows_all_points(
    run_javascript, batch, target
):
    schedule = make_schedule("cosine", **SCHEDULES["cosine"])
    images, noise, times = (torch.from_numpy(values) for values in batch.values())
    rates = schedule(times)
    signal, noise_rates = (rate[:, None] for rate in rates)
    noisy = signal * images + noise_rates * noise
    denoise = memory_denoiser(images, schedule)
    guess = torch.cat([denoise(noisy[i : i + 1], times[i].item()).image for i in range(ROWS)])
    error_of_the_image = guess - images
    factor = {
        "noise": signal / noise_rates,
        "image": torch.ones_like(signal),
        "velocity": 1 / noise_rates,
        "flow": signal / noise_rates + 1,
    }[target]
    ours = (factor * error_of_the_image).square().mean().item()
    given = {
        "images": flat(batch)["images"],
        "kind": "cosine",
        "options": SCHEDULES["cosine"],
        "target": target,
        "batch": flat(batch),
    }
    theirs = run_javascript("trainer_test.js", "bestOf(data)", given | {"loss": "mse"})
    assert theirs == pytest.approx(ours, rel=1e-6)
    # The median's mean absolute error is below that of the mean, by its definition.
    median = run_javascript("trainer_test.js", "bestOf(data)", given | {"loss": "mae"})
    assert median <= (factor * error_of_the_image).abs().mean().item()


def test_the_median_of_what_may_lie_under_the_noise(run_javascript):
    """Two points of three at (0, 0): in pure noise the median is there, the mean is not."""
    rows = 4000
    random = np.random.default_rng(8)
    images = np.array([[0.0, 0.0], [0.0, 0.0], [3.0, -1.5]])
    given = {
        "images": images.reshape(-1).tolist(),
        "kind": "log_snr",
        "options": {"start": -10.0, "end": -20.0},
        "target": "image",
        "batch": {
            "images": images[random.integers(3, size=rows)].reshape(-1).tolist(),
            "noise": random.normal(size=2 * rows).tolist(),
            "times": [1.0] * rows,
        },
    }
    least = {
        loss: run_javascript("trainer_test.js", "bestOf(data)", given | {"loss": loss})
        for loss in LOSSES
    }
    assert least["mae"] == pytest.approx((3 + 1.5) / 3 / 2, rel=0.06)
    assert least["mse"] == pytest.approx((9 + 2.25) * (2 / 9) / 2, rel=0.06)


@pytest.mark.slow
def test_a_heart_can_be_recognised(run_javascript):
    """After HEART_STEPS steps, 90 % of 500 samples lie on the curve and nearly all is covered.

    Fresh points of the heart, which are blurred like those that were learned, are the ideal.
    """
    done = run_javascript("trainer_test.js", "heartAfter(data)", {"steps": HEART_STEPS})
    assert done["fresh"] > 0.99
    assert done["near"] > 0.9 * done["fresh"]
    assert done["covered"] > 0.97
    early = run_javascript("trainer_test.js", "heartAfter(data)", {"steps": 20})
    assert early["near"] < 0.3
