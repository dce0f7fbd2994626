"""Chapter 3: schedules keep the variance, fall, and can be read backwards."""

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from ddimlib import samplers
from ddimlib.diffusion import DiffusionModel, Prediction
from ddimlib.distillation import EndsClean
from ddimlib.forward import add_noise
from ddimlib.schedules import (
    SCHEDULES,
    CosineSchedule,
    LinearSchedule,
    LogSNRSchedule,
    RectifiedFlowSchedule,
    Schedule,
    make_schedule,
)
from ddimlib.toy import GaussianMixture

ALL = sorted(SCHEDULES)


def times(count: int = 501) -> torch.Tensor:
    return torch.linspace(0, 1, count, dtype=torch.float64)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_variance_is_kept(name, dtype):
    rates = make_schedule(name)(times().to(dtype))
    assert rates.signal.dtype == dtype
    assert (rates.signal**2 + rates.noise**2 - 1).abs().max() < 1e-6
    assert (rates.signal > 0).all()
    assert (rates.noise > 0).all()


@pytest.mark.parametrize("name", ALL)
def test_the_signal_to_noise_ratio_falls_all_the_way(name):
    assert (make_schedule(name).log_snr(times()).diff() < 0).all()


@pytest.mark.parametrize("name", ALL)
def test_time_undoes_log_snr(name):
    schedule = make_schedule(name)
    assert (schedule.time(schedule.log_snr(times())) - times()).abs().max() < 1e-9
    t = times().float()
    assert (schedule.time(schedule.log_snr(t)) - t).abs().max() < 1e-4


@pytest.mark.parametrize("name", ALL)
def test_a_log_snr_beyond_the_ends_belongs_to_the_nearest_end(name):
    assert make_schedule(name).time(torch.tensor([60.0, -60.0])).tolist() == [0, 1]


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(ALL), t=st.floats(0, 1), shape=st.sampled_from([(), (3,), (2, 1, 2)]))
def test_rates_have_the_shape_of_time_and_log_snr_is_their_logarithm(name, t, shape):
    schedule = make_schedule(name)
    t = torch.full(shape, t, dtype=torch.float64)
    rates = schedule(t)
    assert rates.signal.shape == rates.noise.shape == shape
    expected = 2 * torch.log(rates.signal / rates.noise)
    torch.testing.assert_close(schedule.log_snr(t), expected, rtol=1e-6, atol=1e-8)
    torch.testing.assert_close(schedule.alpha_bar(t), rates.signal**2)


@given(low=st.floats(0.001, 0.4), high=st.floats(0.5, 0.999))
@settings(max_examples=25, deadline=None)
def test_the_cosine_schedule_meets_its_ends_and_turns_evenly(low, high):
    schedule = CosineSchedule(low, high)
    signal = schedule(times()).signal
    assert signal[0].item() == pytest.approx(high, abs=1e-9)
    assert signal[-1].item() == pytest.approx(low, abs=1e-9)
    torch.testing.assert_close(signal.acos().diff(), signal.acos().diff().mean().expand(500))


def test_the_linear_schedule_is_the_product_of_ho_at_its_steps():
    betas = [1e-4 + i / 999 * (0.02 - 1e-4) for i in range(1000)]
    product, expected = 1.0, []
    for beta in betas:
        product *= 1 - beta
        expected.append(product)
    ours = LinearSchedule().alpha_bar(torch.arange(1000, dtype=torch.float64) / 999)
    torch.testing.assert_close(ours, torch.tensor(expected, dtype=torch.float64))


def test_between_its_steps_the_linear_schedule_interpolates_log_alpha_bar():
    schedule = LinearSchedule()
    t = torch.tensor([100, 101, 100.25], dtype=torch.float64) / 999
    log_alpha_bar = schedule.alpha_bar(t).log()
    expected = 0.75 * log_alpha_bar[0] + 0.25 * log_alpha_bar[1]
    torch.testing.assert_close(log_alpha_bar[2], expected)


def test_a_linear_schedule_of_few_steps_is_read_backwards_up_to_its_end():
    schedule = LinearSchedule(0.1, 0.6, steps=3)
    t = torch.tensor([0.0, 0.25, 0.5, 0.75, 1.0], dtype=torch.float64)
    torch.testing.assert_close(schedule.time(schedule.log_snr(t)), t)


def test_a_linear_schedule_may_have_two_steps_and_the_same_beta_in_both():
    alpha_bar = LinearSchedule(0.2, 0.2, steps=2).alpha_bar(torch.tensor([0.0, 1.0]))
    torch.testing.assert_close(alpha_bar, torch.tensor([0.8, 0.64]))


def test_the_linear_schedule_looks_up_in_double_precision_and_answers_in_that_of_the_question():
    schedule = LinearSchedule()
    log_snr = torch.linspace(-9, 9, 1001)
    assert torch.equal(schedule.time(log_snr), schedule.time(log_snr.double()).float())
    t = torch.linspace(0, 1, 1001)
    assert torch.equal(schedule.log_snr(t), schedule.log_snr(t.double()).float())


@pytest.mark.parametrize("name", ALL)
def test_a_schedule_answers_on_the_device_of_the_question(name):
    # The device "meta" computes shapes alone, and refuses what lies elsewhere as a GPU would.
    t = torch.linspace(0, 1, 5, device="meta")
    for ask in ("log_snr", "time", "alpha_bar"):
        found = getattr(make_schedule(name), ask)(t)
        assert (found.device, found.shape, found.dtype) == (t.device, t.shape, t.dtype)


def test_the_log_snr_schedule_is_a_straight_line():
    log_snr = LogSNRSchedule(4.0, -6.0).log_snr(times())
    torch.testing.assert_close(log_snr, 4 - 10 * times())


def test_rectified_flow_is_a_straight_line_once_it_is_scaled_back():
    schedule = RectifiedFlowSchedule(0.1, 0.9)
    signal, noise = schedule(times(9))
    share = noise / (signal + noise)
    torch.testing.assert_close(share, 0.1 + 0.8 * times(9))


class _Flow(torch.nn.Module):
    """A network that answers with the true flow of a mixture."""

    def __init__(self, denoise, schedule):
        super().__init__()
        self.denoise, self.schedule = denoise, schedule

    def forward(self, noisy, noise_variance):
        log_snr = torch.logit(1 - noise_variance.double())
        return self.denoise(noisy, self.schedule.time(log_snr)).flow


def test_rectified_flow_samples_by_euler_steps_through_the_same_model_and_sampler():
    """Liu et al. (2022c): z moves by the predicted ε - x_0 times the step in τ, nothing else."""
    schedule = RectifiedFlowSchedule()
    mixture = GaussianMixture([[1.0, 0.0], [-1.0, 1.0]], 0.3)
    network = _Flow(mixture.denoiser(schedule), schedule)
    model = DiffusionModel(network, schedule, target="flow")
    noise = torch.randn(16, 2, dtype=torch.float64, generator=torch.Generator().manual_seed(0))
    (*_, ours) = samplers.ddim(model.denoise, schedule, noise, 8)

    t = torch.linspace(1, 0, 9, dtype=torch.float64)
    tau = 0.01 + t * 0.98
    size = (tau**2 + (1 - tau) ** 2).sqrt()  # noisy = z / size
    z = noise * size[0]
    for i in range(8):
        speed = mixture.denoiser(schedule)(z / size[i], t[i]).flow
        z = z + (tau[i + 1] - tau[i]) * speed
    torch.testing.assert_close(ours.noisy, z / size[-1], rtol=1e-6, atol=1e-7)


def test_the_flow_of_a_prediction_is_noise_minus_image():
    image, noise = torch.randn(2, 3, 1, 2, 2, generator=torch.Generator().manual_seed(0))
    torch.testing.assert_close(Prediction(image, noise).flow, noise - image)
    schedule = RectifiedFlowSchedule()
    t = torch.tensor([0.0, 0.4, 1.0])
    model = DiffusionModel(_Answer(noise - image), schedule, target="flow")
    found = model.denoise(add_noise(image, noise, schedule(t)), t)
    torch.testing.assert_close(found.image, image, rtol=1e-4, atol=1e-5)


class _Answer(torch.nn.Module):
    def __init__(self, answer):
        super().__init__()
        self.answer = answer

    def forward(self, noisy, noise_variance):
        return self.answer


# --- Bad input ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("t", [-0.1, 1.01, float("nan")])
def test_times_outside_zero_to_one_are_refused(name, t):
    with pytest.raises(ValueError, match=r"diffusion times must lie in \[0, 1\]"):
        make_schedule(name)(torch.tensor([0.5, t]))


def test_times_must_be_floating_point():
    with pytest.raises(TypeError, match="floating-point tensor"):
        CosineSchedule()(torch.tensor([0, 1]))


def test_an_unknown_schedule_is_refused_with_the_known_names():
    with pytest.raises(ValueError, match="unknown schedule 'cubic': choose one of cosine, linear"):
        make_schedule("cubic")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: CosineSchedule(0.9, 0.1), "^signal rates must satisfy 0 < min_signal_rate < max"),
        (lambda: CosineSchedule(0.0, 0.9), "^signal rates must satisfy 0 < min_signal_rate < max"),
        (lambda: CosineSchedule(0.5, 0.5), "^signal rates must satisfy 0 < min_signal_rate < max"),
        (lambda: CosineSchedule(0.1, 1.0), "^signal rates must satisfy 0 < min_signal_rate < max"),
        (lambda: LinearSchedule(0.1, 0.01), "^betas must satisfy 0 < beta_start <= beta_end < 1, "),
        (lambda: LinearSchedule(0.0, 0.01), "^betas must satisfy 0 < beta_start <= beta_end < 1, "),
        (lambda: LinearSchedule(0.1, 1.0), "^betas must satisfy 0 < beta_start <= beta_end < 1, "),
        (lambda: LinearSchedule(steps=1), "at least 2 whole steps, got 1"),
        (lambda: LinearSchedule(steps=2.5), "at least 2 whole steps, got 2.5"),
        (lambda: LogSNRSchedule(-1.0, 1.0), "log-SNR must fall"),
        (lambda: LogSNRSchedule(1.0, 1.0), "log-SNR must fall"),
        (lambda: RectifiedFlowSchedule(0.5, 0.5), "noise shares must satisfy"),
        (lambda: RectifiedFlowSchedule(0.0, 0.5), "noise shares must satisfy"),
        (lambda: RectifiedFlowSchedule(0.5, 1.0), "noise shares must satisfy"),
    ],
)
def test_impossible_settings_are_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cosine", "CosineSchedule(min_signal_rate=0.02, max_signal_rate=0.95)"),
        ("linear", "LinearSchedule(beta_start=0.0001, beta_end=0.02, steps=1000)"),
        ("log_snr", "LogSNRSchedule(start=2.5, end=-7.5)"),
        ("rectified_flow", "RectifiedFlowSchedule(start=0.01, end=0.99)"),
    ],
)
def test_a_schedule_says_what_it_is(name, expected):
    schedule = make_schedule(name)
    assert isinstance(schedule, Schedule)
    assert repr(schedule) == expected


def test_a_whole_number_of_steps_may_come_from_a_command_line_as_a_float():
    t = torch.linspace(0, 1, 5)
    assert torch.equal(
        make_schedule("linear", steps=500.0).log_snr(t), LinearSchedule(steps=500).log_snr(t)
    )


def test_schedules_say_what_they_are_also_around_another():
    assert repr(CosineSchedule()) in repr(EndsClean(CosineSchedule()))
    tight = CosineSchedule(1e-4, 1 - 1e-8)
    assert "max_signal_rate=0.99999999" in repr(tight)


def test_the_table_of_the_linear_schedule_stays_where_it_was():
    schedule = LinearSchedule()
    before = schedule.log_snr(torch.tensor([0.5], dtype=torch.float64))
    schedule.log_snr(torch.zeros(1, device="meta"))
    assert schedule.log_snr(torch.tensor([0.5], dtype=torch.float64)) == before


def test_the_cleanest_ratio_keeps_its_digits():
    found = LinearSchedule(1e-12, 1e-12, steps=2).log_snr(torch.zeros((), dtype=torch.float64))
    assert found.item() == pytest.approx(math.log1p(-1e-12) - math.log(1e-12), rel=1e-9)


@pytest.mark.parametrize("schedule", [CosineSchedule(), LinearSchedule(), LogSNRSchedule()])
def test_a_ratio_in_whole_numbers_has_a_time(schedule):
    whole = torch.tensor([0, -3])
    assert torch.equal(schedule.time(whole), schedule.time(whole.float()))
