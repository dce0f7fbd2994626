"""Flow matching: the line and its mean velocity, against closed forms and chapter 8's schedule."""

import math
from functools import partial

import pytest
import torch
from scipy.integrate import quad

from ddimlib import flow, samplers
from ddimlib.diffusion import DiffusionModel, Prediction, from_noise
from ddimlib.families.pixels import PixelNetwork, as_pixels
from ddimlib.families.scores import sliced_wasserstein
from ddimlib.flow import LINE, FlowMatching, Reflow, velocity_of
from ddimlib.samplers import ddim, noise_like
from ddimlib.schedules import CosineSchedule, RectifiedFlowSchedule
from ddimlib.toy import GaussianMixture, exact_end_point, toy_points
from ddimlib.training import fit, learning_rate
from tests.samplers.exact import MIXTURE, last, noise_of

STEPS = 800  # of training
NEAR_THE_ENDS = RectifiedFlowSchedule(1e-5, 1 - 1e-5)


def times(*values: float) -> torch.Tensor:
    return torch.tensor(values, dtype=torch.float64)


# --- The line ------------------------------------------------------------------------------------


def test_the_line_runs_from_the_target_at_0_to_the_source_at_1() -> None:
    signal, noise = LINE(times(0.0, 0.25, 1.0))
    torch.testing.assert_close(signal, times(1.0, 0.75, 0.0))
    torch.testing.assert_close(noise, times(0.0, 0.25, 1.0))
    with pytest.raises(ValueError, match="must lie in"):
        LINE(times(1.1))


def test_the_line_is_the_rectified_flow_schedule_without_the_scaling() -> None:
    t = times(0.1, 0.5, 0.8)
    plain = LINE(t)
    scaled = NEAR_THE_ENDS(NEAR_THE_ENDS.time(LINE.log_snr(t)))
    length = torch.hypot(*plain)
    torch.testing.assert_close(plain.signal / length, scaled.signal)
    torch.testing.assert_close(plain.noise / length, scaled.noise)
    torch.testing.assert_close(LINE.time(LINE.log_snr(t)), t)


# --- The velocity --------------------------------------------------------------------------------


def of_a_gaussian(x, t, mean=0.7, std=0.4):
    """E[source - target | x] for jointly Gaussian x, target and source: by regression."""
    covariance = t - (1 - t) * std**2
    variance = (1 - t) ** 2 * std**2 + t**2
    return -mean + covariance / variance * (x - (1 - t) * mean)


@pytest.mark.parametrize("t", [0.0, 0.3, 0.9, 1.0])
def test_the_velocity_from_noise_to_a_gaussian_is_the_regression_of_the_text_books(t) -> None:
    gaussian = GaussianMixture([[0.7, 0.7]], 0.4)
    x = noise_of(5)
    found = velocity_of(gaussian.denoiser(LINE), LINE)(x, torch.tensor(t))
    torch.testing.assert_close(found, of_a_gaussian(x, t))


@pytest.mark.parametrize("schedule", [NEAR_THE_ENDS, CosineSchedule(1e-4, 1 - 1e-8)], ids=str)
def test_every_schedule_s_exact_denoiser_has_the_same_velocity(schedule) -> None:
    x = noise_of(6)
    for t in times(0.05, 0.5, 0.95):
        found = velocity_of(MIXTURE.denoiser(schedule), schedule)(x, t)
        torch.testing.assert_close(found, velocity_of(MIXTURE.denoiser(LINE), LINE)(x, t))


def test_each_point_may_have_a_time_of_its_own() -> None:
    velocity = velocity_of(MIXTURE.denoiser(LINE), LINE)
    x, t = noise_of(3), times(0.1, 0.5, 0.9)
    one_by_one = [velocity(x[i : i + 1], t[i]) for i in range(3)]
    torch.testing.assert_close(velocity(x, t), torch.cat(one_by_one))


def test_the_mean_of_all_lines_through_a_place_is_the_exact_velocity() -> None:
    """Three points for targets, noise for a source; the mixture knows nothing of lines."""
    targets = torch.tensor([[1.0, 0.0], [-1.0, 1.0], [0.0, -1.5]], dtype=torch.float64)
    normal = torch.distributions.Normal(0.0, 1.0)
    lines = flow.marginal_velocity(targets, lambda at: normal.log_prob(at).sum(1))
    exact = velocity_of(GaussianMixture(targets, 0.0).denoiser(LINE), LINE)
    x = noise_of(6)
    for t in times(0.2, 0.6, 1.0):
        torch.testing.assert_close(lines(x, t), exact(x, t))


def test_any_source_is_carried_to_the_targets_in_equal_shares() -> None:
    """The source is no noise but three clouds of unequal weight, at other places."""
    targets = torch.tensor([[3.0, 3.0], [-3.0, 3.0]], dtype=torch.float64)
    velocity = flow.marginal_velocity(targets, MIXTURE.log_density)
    source = MIXTURE.sample(2000, torch.Generator().manual_seed(0)).double()
    end = flow.carry(velocity, source, 100, "euler")
    nearest = torch.cdist(end, targets).min(1)
    assert nearest.values.max() < 1e-3
    assert (nearest.indices == 0).double().mean().item() == pytest.approx(0.5, abs=0.04)


def test_velocity_and_denoiser_are_each_other_s_inverse() -> None:
    denoise = MIXTURE.denoiser(LINE)
    again = flow.denoiser_of(velocity_of(denoise, LINE))
    x, t = noise_of(4), times(0.3)
    for one, other in zip(again(x, t), denoise(x, t), strict=True):
        torch.testing.assert_close(one, other)


# --- The loss ------------------------------------------------------------------------------------


def model(kind=FlowMatching, **options):
    torch.manual_seed(0)
    return kind(PixelNetwork(), mean=0.0, std=1.0, **options)


def test_the_loss_is_the_squared_error_of_the_velocity_of_one_line() -> None:
    one = model()
    target, source = as_pixels(noise_of(4, 0).float()), as_pixels(noise_of(4, 1).float())
    t = torch.tensor([0.0, 0.2, 0.7, 1.0])
    x = target + t[:, None, None, None] * (source - target)
    error = (one.network(x, t**2) - (source - target)).square().flatten(1).mean(1)
    torch.testing.assert_close(one.errors(target, source, t), error)


def test_chapter_8_s_schedule_with_the_target_flow_has_the_loss_of_the_line() -> None:
    """The same network on both: what it sees is scaled, what its output stands for is not."""
    known = DiffusionModel(PixelNetwork(), NEAR_THE_ENDS, target="flow", loss="mse")
    target, source = as_pixels(noise_of(4, 0).float()), as_pixels(noise_of(4, 1).float())
    t = torch.tensor([0.1, 0.3, 0.6, 0.9])
    x = target + t[:, None, None, None] * (source - target)
    velocity = velocity_of(known.denoise, NEAR_THE_ENDS)(x, t)
    by_the_line = (velocity - (source - target)).square().flatten(1).mean(1)
    found = known.errors(target, source, NEAR_THE_ENDS.time(LINE.log_snr(t)))
    torch.testing.assert_close(found, by_the_line, rtol=1e-4, atol=1e-5)


def test_the_source_is_what_the_model_was_given() -> None:
    somewhere = torch.full((1, 2, 1, 1), 5.0)
    one = model(source=flow.drawn_from(somewhere))
    target = as_pixels(noise_of(8).float())
    draw = torch.Generator().manual_seed(3)
    # One row is drawn before the times, by the same generator.
    torch.randint(1, (8,), generator=(copy := torch.Generator().manual_seed(3)))
    t = torch.rand(8, generator=copy)
    expected = one.errors(target, somewhere.expand_as(target), t).mean()
    torch.testing.assert_close(one.loss(target, generator=draw), expected)


def test_a_source_of_points_gives_each_of_them_and_nothing_else() -> None:
    points = as_pixels(noise_of(5).float())
    drawn = flow.drawn_from(points)(torch.zeros(200, 2, 1, 1), torch.Generator().manual_seed(0))
    assert {tuple(p.flatten().tolist()) for p in drawn} == {
        tuple(p.flatten().tolist()) for p in points
    }


def test_pairs_stay_pairs_and_their_scale_is_the_pictures() -> None:
    torch.manual_seed(0)
    one = Reflow(PixelNetwork(), mean=torch.tensor([0.3, 0.6]), std=0.2)
    targets = as_pixels(noise_of(50).float())
    (batch, labels), *more = flow.paired(one, targets, 10 - targets, 6, 2, torch.Generator())
    assert labels is None and len(more) == 1
    pairs = one.normalise(batch)
    assert pairs.shape == (6, 2, 2, 1, 1)
    torch.testing.assert_close(pairs[:, 1], 10 - pairs[:, 0])
    assert torch.cdist(pairs[:, 0].flatten(1), targets.flatten(1)).amin(1).max() < 1e-5


def test_pairs_keep_their_labels() -> None:
    one, numbers = model(Reflow), torch.arange(20)
    targets = numbers.float()[:, None, None, None].expand(-1, 2, 1, 1) / 10
    ((batch, labels),) = flow.paired(one, targets, targets, 8, 1, torch.Generator(), numbers)
    torch.testing.assert_close(batch[:, 0, 0, 0, 0], labels / 10)


def test_the_loss_of_reflow_is_that_of_its_pairs() -> None:
    one = model(Reflow)
    target, source = as_pixels(noise_of(4, 0).float()), as_pixels(noise_of(4, 1).float())
    t = torch.rand(4, generator=torch.Generator().manual_seed(5))
    found = one.loss(torch.stack([target, source], 1), generator=torch.Generator().manual_seed(5))
    torch.testing.assert_close(found, one.errors(target, source, t).mean())


# --- Walking -------------------------------------------------------------------------------------


def exact_velocity():
    return velocity_of(MIXTURE.denoiser(LINE), LINE)


def test_an_euler_step_along_the_line_is_a_ddim_step() -> None:
    """On chapter 8's schedule the states are scaled; at the ends, hardly."""
    steps = 7
    ours = last(flow.integrate(exact_velocity(), noise_of(4), steps))
    taus = torch.linspace(1, 0, steps + 1, dtype=torch.float64)
    denoise = MIXTURE.denoiser(NEAR_THE_ENDS)
    theirs = last(ddim(denoise, NEAR_THE_ENDS, noise_of(4), steps, times=taus))
    torch.testing.assert_close(ours.noisy, theirs.noisy, rtol=1e-3, atol=1e-3)


def test_euler_goes_where_the_velocity_points() -> None:
    x = noise_of(3)
    states = [step.noisy for step in flow.integrate(lambda x, t: x + t[0], x, 2)]
    middle = x - 0.5 * (x + 1)
    torch.testing.assert_close(states, [middle, middle - 0.5 * (middle + 0.5)])


@pytest.mark.parametrize(("method", "order"), [("euler", 1), ("heun", 2)])
def test_the_methods_have_the_orders_of_the_text_books(method: str, order: int) -> None:
    noise = noise_of(8)
    truth = flow.carry(exact_velocity(), noise, 300)
    errors = [(flow.carry(exact_velocity(), noise, n, method) - truth).norm() for n in (20, 80)]
    found = math.log(errors[0] / errors[1]) / math.log(4)
    assert found == pytest.approx(order, abs=0.25)


def test_the_flow_ends_where_the_ode_of_chapter_8_ends() -> None:
    noise = noise_of(8)
    end = exact_end_point(MIXTURE.denoiser(NEAR_THE_ENDS), NEAR_THE_ENDS, noise, tolerance=1e-8)
    found = flow.carry(exact_velocity(), noise, 150)
    torch.testing.assert_close(found, end, atol=3e-3, rtol=0)


def test_backwards_leads_from_the_target_to_its_source() -> None:
    noise = noise_of(8)
    there = flow.carry(exact_velocity(), noise, 100)
    again = flow.carry(flow.backwards(exact_velocity()), there, 100)
    torch.testing.assert_close(again, noise, atol=1e-2, rtol=0)


def test_unknown_methods_are_refused() -> None:
    with pytest.raises(ValueError, match="unknown method 'rk4': choose one of euler, heun"):
        flow.integrate(exact_velocity(), noise_of(2), method="rk4")


# --- How straight --------------------------------------------------------------------------------


def test_the_way_to_a_single_point_is_straight() -> None:
    velocity = velocity_of(GaussianMixture([[1.0, 2.0]], 0.0).denoiser(LINE), LINE)
    noise = noise_of(6)
    assert flow.bend(noise, list(flow.integrate(velocity, noise, 10))) < 1e-20


def test_the_bend_of_a_gaussian_is_the_integral_of_its_formula() -> None:
    """From noise z to std · z by way of √((1 - t)² std² + t²) · z."""
    std = 0.4

    def difference(t: float) -> float:
        speed = (t - (1 - t) * std**2) / math.hypot((1 - t) * std, t)
        return (speed - (1 - std)) ** 2

    expected = quad(difference, 0, 1)[0] / (1 - std) ** 2
    velocity = velocity_of(GaussianMixture([[0.0, 0.0]], std).denoiser(LINE), LINE)
    noise = noise_of(6)
    steps = torch.linspace(1, 0, 401, dtype=torch.float64) ** 2  # uneven on purpose
    path = list(flow.integrate(velocity, noise, 400, "heun", steps))
    assert flow.bend(noise, path) == pytest.approx(expected, rel=1e-3)


# --- Trained -------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_small_network_carries_one_cloud_to_another_and_reflow_straightens_it() -> None:
    """From moons to a ring of discs, in a few seconds; the numbers are those of this seed."""
    draw = torch.Generator().manual_seed(0)
    moons, rings = (as_pixels(toy_points(name, 4000, draw)) for name in ("moons", "rings"))

    def train(one: FlowMatching, batches) -> FlowMatching:
        optimizer = torch.optim.Adam(one.parameters(), 3e-3)
        falling = partial(learning_rate, steps=STEPS, highest=5e-3, decay="cosine")
        for _ in fit(one, batches, optimizer, rate=falling, generator=draw):
            pass
        return one.eval()

    def random_pictures():
        for _ in range(STEPS):
            yield rings[torch.randint(len(rings), (256,), generator=draw)], None

    first = train(model(source=flow.drawn_from(moons)), random_pictures())
    with torch.no_grad():
        ends = flow.carry(first.velocity, moons, 20)
        distances = [
            sliced_wasserstein(points.flatten(1), rings.flatten(1)) for points in (ends, moons)
        ]
        print(distances)
        assert distances[0] < 0.6 * distances[1]
    second = model(Reflow)
    second = train(second, flow.paired(second, ends, moons, 256, STEPS, draw))
    with torch.no_grad():
        bends = [
            flow.bend(moons, list(flow.integrate(one.velocity, moons, 20, "heun")))
            for one in (first, second)
        ]
        print(bends)
        assert bends[1] < 0.3 * bends[0]
        once = [flow.carry(one.velocity, moons, 1, "euler") for one in (first, second)]
    errors = [(end - ends).square().mean().sqrt().item() for end in once]
    print(errors)
    assert errors[1] < 0.5 * errors[0]


def test_noise_is_the_source_where_none_is_named() -> None:
    assert model().source is noise_like


def test_the_mean_of_lines_is_refused_where_they_end() -> None:
    velocity = flow.marginal_velocity(torch.eye(2), lambda x: -x.square().sum(1) / 2)
    with pytest.raises(ValueError, match='end at time 0: walk by "euler"'):
        flow.carry(velocity, torch.randn(4, 2))
    assert flow.carry(velocity, torch.randn(4, 2), method="euler").isfinite().all()


@pytest.mark.parametrize("method", ["heun", "multistep", "corrected_multistep", "dpm_solver_pp"])
def test_solvers_that_divide_by_the_rates_refuse_the_ends_of_the_line(method: str) -> None:
    with pytest.raises(ValueError, match="StraightLine has no finite log-SNR at an end"):
        samplers.sample(lambda x, t: Prediction(x, x), flow.LINE, torch.zeros(1, 1), method)


@pytest.mark.parametrize("variance", ["small", "large"])
def test_fresh_noise_on_the_line_leads_to_the_spread_of_the_data(variance: str) -> None:
    """Gaussian data of standard deviation 0.25, with their exact denoiser."""

    def denoise(x: torch.Tensor, t: torch.Tensor) -> Prediction:
        signal, noise = flow.LINE(t)
        image = 0.0625 * signal / (0.0625 * signal**2 + noise**2) * x
        return from_noise(x, (x - signal * image) / noise, flow.LINE(t))

    start = torch.randn(4000, 1, dtype=torch.float64, generator=torch.Generator().manual_seed(0))
    steps = samplers.ddpm(
        denoise, flow.LINE, start, 300, variance=variance,
        times=torch.linspace(0.999, 0.001, 301, dtype=torch.float64),
        generator=torch.Generator().manual_seed(1),
    )  # fmt: skip
    *_, last = steps
    assert last.noisy.std().item() == pytest.approx(0.25, rel=0.05)


def test_places_are_drawn_in_the_precision_of_the_images():
    points = as_pixels(noise_of(5))
    assert flow.drawn_from(points)(torch.zeros(3, 2, 1, 1)).dtype == torch.float32


def test_pairs_are_carried_without_a_graph():
    assert not flow.carry(model().velocity, as_pixels(noise_of(2).float()), 2).requires_grad
