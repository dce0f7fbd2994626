"""The loop of chapter 6, line by line: batches, steps, averages, the learning rate."""

import math
from itertools import pairwise

import pytest
import torch
from torch import Tensor, nn

from ddimlib.diffusion import DiffusionModel
from ddimlib.schedules import CosineSchedule
from ddimlib.training import EMA, batch_sizes, batches, fit, learning_rate, validate
from ddimlib.unet import UNet


class Scale(nn.Module):
    """The smallest network: one number times the noisy image."""

    image_channels = 1

    def __init__(self, value: float = 0.0) -> None:
        super().__init__()
        self.value = nn.Parameter(torch.tensor(value))

    def forward(self, noisy: Tensor, noise_variance: Tensor, labels: object = None) -> Tensor:
        return self.value * noisy


def model(value: float = 0.0) -> DiffusionModel:
    return DiffusionModel(Scale(value), CosineSchedule(), loss="mse", mean=0.5, std=0.25)


def pictures(count: int = 8) -> Tensor:
    generator = torch.Generator().manual_seed(3)
    return torch.randint(0, 256, (count, 1, 4, 4), generator=generator, dtype=torch.uint8)


def test_a_step_follows_the_gradient_of_the_documented_loss() -> None:
    one, other = model(), model()
    optimizer = torch.optim.SGD(one.network.parameters(), lr=0.5)
    losses = list(fit(one, [(pictures(), None)], optimizer, generator=seeded(1)))
    expected = other.loss(other.normalise(pictures()), generator=seeded(1))
    expected.backward()
    assert losses == [expected]
    step = -0.5 * other.network.value.grad
    assert one.network.value.detach() == pytest.approx(step.item(), rel=1e-6)


def seeded(seed: int) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def test_a_loss_is_seen_before_its_step_is_taken() -> None:
    one = model()
    steps = fit(one, [(pictures(), None)] * 2, torch.optim.SGD(one.network.parameters(), lr=1.0))
    next(steps)
    assert one.network.value == 0
    next(steps)
    assert one.network.value != 0


def test_gradients_are_not_added_up_over_steps() -> None:
    one = model()
    optimizer = torch.optim.SGD(one.network.parameters(), lr=0.0)
    for _ in fit(one, [(pictures(), None)] * 3, optimizer, generator=seeded(1)):
        last = one.network.value.grad.clone()
    alone = model()
    for noise in range(3):
        generator = seeded(1)
        for _ in range(noise + 1):
            loss = alone.loss(alone.normalise(pictures()), generator=generator)
    loss.backward()
    assert last == pytest.approx(alone.network.value.grad.item(), rel=1e-6)


def test_clipping_shortens_a_long_gradient_and_leaves_a_short_one() -> None:
    for largest in (1e-3, 1e3):
        one = model()
        optimizer = torch.optim.SGD(one.network.parameters(), lr=1.0)
        list(fit(one, [(pictures(), None)], optimizer, clip_norm=largest, generator=seeded(1)))
        free = model()
        optimizer = torch.optim.SGD(free.network.parameters(), lr=1.0)
        list(fit(free, [(pictures(), None)], optimizer, generator=seeded(1)))
        length = free.network.value.detach().abs().item()
        assert one.network.value.abs().item() == pytest.approx(min(largest, length), rel=1e-3)


def test_a_gradient_is_clipped_at_its_own_size_not_at_that_of_a_scaled_loss() -> None:
    moved = []
    for scaler in (None, torch.amp.GradScaler("cpu", init_scale=1024.0)):
        one = model()
        optimizer = torch.optim.SGD(one.network.parameters(), lr=1.0)
        options = {"clip_norm": 1e-3, "scaler": scaler, "generator": seeded(1)}
        list(fit(one, [(pictures(), None)], optimizer, **options))
        moved.append(one.network.value.item())
    assert abs(moved[0]) == pytest.approx(1e-3, rel=1e-3)
    assert moved[1] == pytest.approx(moved[0], rel=1e-6)


def test_the_learning_rate_of_every_step_is_the_one_asked_for() -> None:
    one, rates = model(), []
    optimizer = torch.optim.SGD(one.network.parameters(), lr=9.0)
    for _ in fit(one, [(pictures(), None)] * 3, optimizer, rate=lambda step: 0.1 * step):
        rates.append(optimizer.param_groups[0]["lr"])
    assert rates == [0.0, 0.1, 0.2]


def test_averages_follow_after_each_step() -> None:
    one = model(1.0)
    average = EMA(one, 0.5, young=False)
    optimizer = torch.optim.SGD(one.network.parameters(), lr=1.0)
    values = [one.network.value.item()]
    for _ in fit(one, [(pictures(), None)] * 2, optimizer, averages=[average]):
        values.append(one.network.value.item())
    values = [*values[:1], *values[2:], one.network.value.item()]  # the start, and after each step
    expected = values[0]
    for value in values[1:]:
        expected = 0.5 * expected + 0.5 * value
    assert average.model.network.value.item() == pytest.approx(expected, rel=1e-6)


def test_a_pass_sees_every_picture_once_and_in_another_order_each_time() -> None:
    numbered = torch.arange(10, dtype=torch.uint8).reshape(10, 1, 1, 1)
    drawn = [
        b.flatten().tolist() for b, _ in batches(numbered, None, 4, passes=2, generator=seeded(0))
    ]
    assert [len(batch) for batch in drawn] == [4, 4, 2, 4, 4, 2]
    first, second = ([n for batch in part for n in batch] for part in (drawn[:3], drawn[3:]))
    assert sorted(first) == sorted(second) == list(range(10))
    assert first != second


def test_flips_mirror_half_of_the_pictures_left_to_right() -> None:
    corner = torch.zeros(2000, 1, 2, 3, dtype=torch.uint8)
    corner[:, :, 0, 0] = 1  # upper left
    ((batch, _),) = batches(corner, None, 2000, flips=True, generator=seeded(0))
    assert batch[:, 0, 0, 0].sum() + batch[:, 0, 0, 2].sum() == 2000
    assert batch[:, 0, 0, 2].float().mean().item() == pytest.approx(0.5, abs=0.05)


def test_a_tenth_of_the_labels_is_withheld_and_the_others_stay_with_their_pictures() -> None:
    labels = torch.arange(2000) % 5
    shown = labels.to(torch.uint8).reshape(-1, 1, 1, 1)
    ((batch, told),) = batches(
        shown, labels, 2000, label_dropout=0.1, null_label=5, generator=seeded(0)
    )
    withheld = told == 5
    assert withheld.float().mean().item() == pytest.approx(0.1, abs=0.03)
    assert torch.equal(told[~withheld], batch.flatten()[~withheld].long())


def test_64_pictures_make_a_batch_unchanged_and_with_their_labels_unless_told_otherwise() -> None:
    many = torch.arange(130 * 2).remainder(256).to(torch.uint8).reshape(130, 1, 1, 2)
    labels = torch.arange(130)
    drawn = list(batches(many, labels, generator=seeded(0)))
    assert [len(batch) for batch, _ in drawn] == [64, 64, 2]
    for batch, told in drawn:
        assert torch.equal(batch, many[told])
    ((_, withheld),) = batches(many, labels, 130, label_dropout=1.0, null_label=7)
    assert (withheld == 7).all()


def test_order_flips_and_withheld_labels_come_from_the_generator_alone() -> None:
    options = {"passes": 2, "flips": True, "label_dropout": 0.5, "null_label": 9}
    one, same, other = (
        torch.cat([torch.cat([b.flatten(), told]) for b, told in drawn])
        for drawn in (
            batches(pictures(20), torch.arange(20), 8, generator=seeded(seed), **options)
            for seed in (0, 0, 1)
        )
    )
    assert torch.equal(one, same)
    assert not torch.equal(one, other)


@pytest.mark.parametrize(
    ("count", "batch_size", "expected"),
    [
        (0, 4, []),
        (1, 4, [1]),
        (3, 4, [3]),
        (4, 4, [4]),
        (5, 4, [5]),
        (8, 4, [4, 4]),
        (10, 4, [4, 4, 2]),
        (13, 4, [4, 4, 5]),
        (3, 1, [1, 1, 1]),
    ],
)
def test_a_picture_left_over_joins_the_last_batch(count, batch_size, expected) -> None:
    assert batch_sizes(count, batch_size) == expected


def test_validation_counts_absolute_errors_of_noise_and_image() -> None:
    # A network that says nothing: the noise's error is E|ε|, the image's that of x / signal.
    silent = model()
    many = pictures(600)
    found = validate(silent, many)
    assert found["validation_noise_mae"] == pytest.approx(math.sqrt(2 / math.pi), abs=0.02)
    assert found == validate(silent, many)
    generator = torch.Generator().manual_seed(0)
    errors = []
    for some in many.split(250):
        noise = torch.randn(some.shape, generator=generator)
        t = torch.rand(len(some), generator=generator)
        signal, rate = (r[:, None, None, None] for r in CosineSchedule()(t))
        errors.append((rate * noise / signal).abs().flatten(1).mean(1))
    expected = torch.cat(errors).mean().item()
    assert found["validation_image_mae"] == pytest.approx(expected, rel=1e-5)


def test_the_average_follows_its_closed_form():
    model = DiffusionModel(nn.Linear(1, 1), CosineSchedule())
    parameter = next(model.network.parameters())
    decay, history = 0.8, [2.0, -1.0, 0.5, 3.0, 3.0]
    with torch.no_grad():
        parameter.fill_(history[0])
        ema = EMA(model, decay, young=False)
        for value in history[1:]:
            parameter.fill_(value)
            ema.update(model)
    updates = len(history) - 1
    expected = decay**updates * history[0] + sum(
        (1 - decay) * decay ** (updates - i) * history[i] for i in range(1, updates + 1)
    )
    assert next(ema.model.network.parameters()).item() == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("statistics", [False, True])
def test_running_statistics_are_copied_or_averaged_like_the_weights(statistics):
    model = DiffusionModel(nn.BatchNorm2d(1), CosineSchedule())
    ema = EMA(model, decay=0.75, young=False, statistics=statistics)
    for value in (8.0, 16.0):
        model.network.running_mean.fill_(value)
        model.network.num_batches_tracked.fill_(int(value))
        ema.update(model)
    assert ema.model.network.running_mean.item() == (0.75 * 2 + 0.25 * 16 if statistics else 16)
    assert ema.model.network.num_batches_tracked.item() == 16


def test_a_young_average_soon_forgets_the_start():
    model = DiffusionModel(nn.Linear(1, 1), CosineSchedule())
    parameter = next(model.network.parameters())
    with torch.no_grad():
        parameter.fill_(0.0)
        ema = EMA(model, 0.999)
        parameter.fill_(1.0)
        for _ in range(10):
            ema.update(model)
    remaining = math.prod(1 - (1 - (1 + n) / (10 + n)) for n in range(10))
    assert next(ema.model.network.parameters()).item() == pytest.approx(1 - remaining, rel=1e-5)


def test_the_learning_rate_rises_then_falls_to_zero():
    rates = [learning_rate(step, 110, 1.0, warmup=10, decay="cosine") for step in range(110)]
    assert rates[:10] == pytest.approx([(i + 1) / 10 for i in range(10)])
    assert rates[60] == pytest.approx(0.5)
    assert rates[-1] < 1e-3
    assert all(later <= earlier for earlier, later in pairwise(rates[9:]))


def test_the_learning_rate_is_a_thousandth_all_along_where_nothing_else_is_asked_for():
    assert [learning_rate(step, 5) for step in range(5)] == [1e-3] * 5


def test_a_constant_rate_is_warmed_up_and_a_cosine_needs_no_warm_up():
    rates = [learning_rate(step, 9, 1.0, warmup=4) for step in range(6)]
    assert rates == pytest.approx([0.25, 0.5, 0.75, 1.0, 1.0, 1.0])
    rates = [learning_rate(step, 8, 1.0, decay="cosine") for step in range(8)]
    assert rates == pytest.approx([(1 + math.cos(math.pi * step / 8)) / 2 for step in range(8)])


def test_an_average_copies_statistics_unless_told_and_asks_for_no_gradient():
    model = DiffusionModel(nn.BatchNorm2d(1), CosineSchedule())
    ema = EMA(model, decay=0.75)
    assert not any(parameter.requires_grad for parameter in ema.model.parameters())
    assert all(parameter.requires_grad for parameter in model.parameters())
    assert not ema.model.training
    model.network.running_mean.fill_(16.0)
    ema.update(model)
    assert ema.model.network.running_mean.item() == 16


def test_names_that_moved_are_still_found() -> None:
    from ddimlib import runs, training

    for name in ("TrainConfig", "PRESETS", "Run", "train", "load"):
        assert getattr(training, name) is getattr(runs, name)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        training.nonsense  # noqa: B018


def test_who_looks_at_samples_between_steps_does_not_freeze_the_norms():
    model = DiffusionModel(UNet(widths=(4,), block_depth=1, embedding_dim=4), CosineSchedule())
    modes = []
    model.network.register_forward_pre_hook(lambda module, _: modes.append(module.training))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.0)
    pictures = torch.rand(4, 3, 8, 8)
    for _ in fit(model, ((pictures, None) for _ in range(3)), optimizer):
        model.eval()
    assert modes == [True] * 3


def test_validation_leaves_a_model_as_it_was():
    model = DiffusionModel(UNet(widths=(4,), block_depth=1, embedding_dim=4), CosineSchedule())
    pictures = torch.randint(0, 256, (5, 3, 8, 8), dtype=torch.uint8)
    before = {name: value.clone() for name, value in model.train().state_dict().items()}
    found = validate(model, pictures, batch_size=2)
    assert model.training
    assert all(torch.equal(before[name], value) for name, value in model.state_dict().items())
    assert found == validate(model.eval(), pictures, batch_size=2)


def test_an_unknown_decay_is_refused():
    with pytest.raises(ValueError, match="unknown decay 'linear': choose one of constant, cosine"):
        learning_rate(5, 10, decay="linear")


def test_labels_are_withheld_as_a_number_that_was_named():
    with pytest.raises(ValueError, match="label_dropout needs null_label"):
        next(batches(pictures(4), torch.zeros(4, dtype=torch.int64), 2, label_dropout=0.5))


def test_validation_tells_each_picture_its_label():
    heard, one = [], model()
    one.network.register_forward_pre_hook(lambda _, inputs: heard.append(inputs[2:]))
    validate(one, pictures(5), torch.arange(5), batch_size=3)
    assert [told.tolist() for (told,) in heard] == [[0, 1, 2], [3, 4]]


def test_a_validation_that_fails_leaves_each_part_in_its_mode():
    def fail(*_):
        raise RuntimeError("refused")

    one = model().train()
    one.network.eval()
    one.network.register_forward_pre_hook(fail)
    with pytest.raises(RuntimeError, match="refused"):
        validate(one, pictures(5))
    assert one.training
    assert not one.network.training
