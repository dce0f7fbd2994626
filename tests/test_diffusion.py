"""The claims of chapter 6 about targets, losses and weightings."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor, nn

from ddimlib.diffusion import LOSSES, TARGETS, WEIGHTINGS, DiffusionModel, PictureModel, Prediction
from ddimlib.flow import LINE
from ddimlib.forward import Rates, add_noise
from ddimlib.schedules import CosineSchedule
from ddimlib.unet import UNet

SCHEDULE = CosineSchedule()


class Answer(nn.Module):
    """A network that puts out what it is told to."""

    image_channels = 3

    def __init__(self, answer: Tensor | float = 0.0) -> None:
        super().__init__()
        self.answer = answer

    def forward(self, noisy: Tensor, noise_variance: Tensor) -> Tensor:
        return torch.zeros_like(noisy) + self.answer


def draw(seed: int = 0, batch: int = 5) -> tuple[Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(seed)
    images = torch.randn(batch, 3, 4, 4, generator=generator)
    noise = torch.randn(batch, 3, 4, 4, generator=generator)
    return images, noise, torch.rand(batch, generator=generator)


@pytest.mark.parametrize("target", TARGETS)
def test_the_true_target_gives_back_image_and_noise(target):
    images, noise, t = draw()
    rates = SCHEDULE(t)
    truth = {
        "noise": noise,
        "image": images,
        "velocity": Prediction(images, noise).velocity(rates),
        "flow": noise - images,
    }[target]
    model = DiffusionModel(Answer(truth), SCHEDULE, target=target)
    prediction = model.denoise(add_noise(images, noise, rates), t)
    torch.testing.assert_close(prediction.image, images, atol=2e-4, rtol=1e-4)
    torch.testing.assert_close(prediction.noise, noise, atol=2e-5, rtol=1e-4)


@given(seed=st.integers(0, 2**31), target=st.sampled_from(TARGETS))
@settings(max_examples=25, deadline=None)
def test_a_prediction_mixes_back_to_the_noisy_image_whatever_the_network_says(seed, target):
    noisy, answer, t = draw(seed)
    prediction = DiffusionModel(Answer(answer), SCHEDULE, target=target).denoise(noisy, t)
    again = add_noise(prediction.image, prediction.noise, SCHEDULE(t))
    torch.testing.assert_close(again, noisy, atol=1e-4, rtol=1e-4)


def test_velocity_is_the_derivative_along_the_angle():
    images, noise, _ = draw()
    angle = torch.tensor(0.7, dtype=torch.float64)
    images, noise = images.double(), noise.double()

    def noisy(at: Tensor) -> Tensor:
        return at.cos() * images + at.sin() * noise

    step = 1e-6
    slope = (noisy(angle + step) - noisy(angle - step)) / (2 * step)
    velocity = Prediction(images, noise).velocity(Rates(angle.cos(), angle.sin()))
    torch.testing.assert_close(velocity, slope, atol=1e-8, rtol=0)


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("weighting", WEIGHTINGS)
@pytest.mark.parametrize("target", TARGETS)
def test_every_loss_is_the_error_that_its_name_says(loss, weighting, target):
    images, noise, t = draw(1)
    images, noise, t = images.double(), noise.double(), t.double()
    answer = torch.randn(images.shape, generator=torch.Generator().manual_seed(9)).double()
    model = DiffusionModel(Answer(answer), SCHEDULE, target, loss, weighting)
    errors = model.errors(images, noise, t)

    # By hand, in double precision, from the definitions.
    signal, sigma = (rate.reshape(-1, 1, 1, 1) for rate in SCHEDULE(t))
    noisy = signal * images + sigma * noise
    image = {
        "noise": (noisy - sigma * answer) / signal,
        "image": answer,
        "velocity": signal * noisy - sigma * answer,
        "flow": (noisy - sigma * answer) / (signal + sigma),
    }[target]
    wrong_by = image - images  # in the image; noise and velocity are off in proportion
    scale = {
        "image": torch.ones_like(signal),
        "min_snr": torch.minimum(signal / sigma, torch.tensor(5.0).sqrt()),
        "noise": signal / sigma,
        "velocity": 1 / sigma,
        "flow": signal / sigma + 1,
    }
    scaled = wrong_by * scale[target if weighting == "uniform" else weighting]
    expected = (scaled.abs() if loss == "mae" else scaled**2).mean((1, 2, 3))
    torch.testing.assert_close(errors, expected, rtol=1e-6, atol=1e-9)


def test_the_loss_of_a_network_that_says_zero_is_the_mean_size_of_noise():
    model = DiffusionModel(Answer(), SCHEDULE)
    generator = torch.Generator().manual_seed(0)
    loss = model.loss(torch.zeros(64, 3, 32, 32), generator=generator)
    assert loss.item() == pytest.approx((2 / torch.pi) ** 0.5, abs=3e-3)


def test_a_model_that_cannot_be_trained_says_so():
    with pytest.raises(NotImplementedError, match=r"^a PictureModel has no loss to train it by$"):
        PictureModel(Answer()).loss(torch.zeros(1, 3, 4, 4))


def test_the_loss_depends_on_nothing_but_its_generator():
    model = DiffusionModel(Answer(), SCHEDULE)
    images = torch.ones(4, 3, 4, 4)
    first, second = (
        model.loss(images, generator=torch.Generator().manual_seed(3)) for _ in range(2)
    )
    assert first == second


def test_normalised_pictures_have_mean_0_and_variance_1_and_come_back():
    pictures = torch.randint(0, 256, (50, 3, 8, 8), generator=torch.Generator().manual_seed(0))
    pictures = pictures.to(torch.uint8)
    scaled = pictures.double() / 255
    model = DiffusionModel(
        Answer(), SCHEDULE, mean=scaled.mean((0, 2, 3)).float(), std=scaled.std((0, 2, 3)).float()
    )
    images = model.normalise(pictures)
    assert images.mean((0, 2, 3)).abs().max() < 1e-5
    assert (images.std((0, 2, 3)) - 1).abs().max() < 1e-5
    torch.testing.assert_close(model.to_pictures(images), scaled.float(), atol=1e-6, rtol=0)


def test_pictures_of_whole_numbers_get_the_precision_of_the_model():
    model = DiffusionModel(Answer(), SCHEDULE).double()
    found = model.normalise(torch.full((1, 3, 2, 2), 37, dtype=torch.uint8))
    assert found.unique().item() == pytest.approx((37 / 255 - 0.5) / 0.5, rel=1e-14)


def test_statistics_are_stored_with_the_model():
    state = DiffusionModel(Answer(), SCHEDULE, mean=0.3, std=0.2).state_dict()
    assert state["mean"].shape == state["std"].shape == (1, 3, 1, 1)
    assert state["std"].flatten().tolist() == pytest.approx([0.2] * 3)
    double = torch.full((3,), 0.3, dtype=torch.float64)
    assert DiffusionModel(Answer(), SCHEDULE, mean=double).mean.dtype == torch.float32


def test_without_statistics_pictures_are_spread_over_minus_1_to_1():
    pictures = torch.tensor([0.0, 0.5, 1.0]).reshape(3, 1, 1, 1).expand(3, 3, 2, 2)
    for model in (DiffusionModel(Answer(), SCHEDULE), PictureModel(Answer())):
        assert model.normalise(pictures)[:, 0, 0, 0].tolist() == [-1, 0, 1]


def test_a_network_that_does_not_name_its_channels_has_one():
    assert PictureModel(nn.Identity()).mean.shape == (1, 1, 1, 1)


def test_a_prediction_has_the_precision_of_the_noisy_images_whatever_the_network_computes_in():
    class Half(Answer):
        def forward(self, noisy, noise_variance):
            return noisy.bfloat16()

    for target in TARGETS:
        model = DiffusionModel(Half(), SCHEDULE, target=target)
        found = model.denoise(torch.zeros(2, 3, 4, 4), 0.5)
        assert {part.dtype for part in found} == {torch.float32}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"target": "score"}, "unknown target 'score': choose one of flow, image, noise"),
        ({"loss": "huber"}, "unknown loss 'huber': choose one of mae, mse"),
        ({"weighting": "p2"}, "unknown weighting 'p2': choose one of image, min_snr"),
        ({"std": 0.0}, "std must be positive"),
        ({"mean": torch.zeros(4)}, r"one per channel \(3\), got 4"),
    ],
)
def test_a_wrong_option_is_named_with_the_known_ones(options, message):
    with pytest.raises(ValueError, match=message):
        DiffusionModel(Answer(), SCHEDULE, **options)


def test_a_wrong_time_is_refused():
    model = DiffusionModel(Answer(), SCHEDULE)
    with pytest.raises(ValueError, match=r"must lie in \[0, 1\]"):
        model.denoise(torch.zeros(2, 3, 4, 4), 1.5)
    with pytest.raises(ValueError, match=r"got shape \(3,\) for 2 images"):
        model.denoise(torch.zeros(2, 3, 4, 4), torch.zeros(3))


def test_a_model_says_the_shape_of_its_pictures_once_it_knows_their_size():
    model = DiffusionModel(Answer(), SCHEDULE)
    with pytest.raises(ValueError, match="does not know its image_size"):
        model.picture_shape  # noqa: B018
    model.image_size = 8
    assert model.picture_shape == (3, 8, 8)


def test_absolute_errors_are_those_of_the_prediction_whatever_the_loss():
    images, noise, t = draw()
    model = DiffusionModel(Answer(0.3), SCHEDULE, target="velocity", loss="mse")
    found = model.absolute_errors(images, noise, t)
    for i in range(5):
        signal, rate = SCHEDULE(t[i])
        noisy = signal * images[i] + rate * noise[i]
        image, guess = signal * noisy - rate * 0.3, rate * noisy + signal * 0.3
        torch.testing.assert_close(found.image[i], (image - images[i]).abs().mean())
        torch.testing.assert_close(found.noise[i], (guess - noise[i]).abs().mean())


def test_every_error_is_that_of_what_the_network_says_when_it_is_told_the_class():
    class Told(Answer):
        def forward(self, noisy, noise_variance, labels=None):
            return torch.zeros_like(noisy) + labels[:, None, None, None]

    images, noise, t = draw()
    labels = torch.arange(5)
    model = DiffusionModel(Told(), SCHEDULE)
    expected = (noise - labels[:, None, None, None]).abs().flatten(1).mean(1)
    torch.testing.assert_close(model.absolute_errors(images, noise, t, labels).noise, expected)
    torch.testing.assert_close(model.errors(images, noise, t, labels), expected)
    far = model.loss(images, torch.full((5,), 100), torch.Generator().manual_seed(0))
    assert far.item() == pytest.approx(100, abs=1), "noise is small beside this answer"


def test_pictures_are_clipped_to_what_can_be_shown():
    model = DiffusionModel(Answer(), SCHEDULE, mean=0.5, std=0.25)
    images = torch.tensor([-3.0, -1.0, 1.0, 3.0]).reshape(4, 1, 1, 1).expand(4, 3, 2, 2)
    shown = model.to_pictures(images)[:, 0, 0, 0]
    assert shown.tolist() == [0.0, 0.25, 0.75, 1.0]


@pytest.mark.parametrize("shape", [(4, 1, 8, 8), (3, 8, 8), (5, 2)])
def test_pictures_of_other_channels_are_not_spread_over_those_of_the_model(shape):
    model = DiffusionModel(UNet(widths=(4,), block_depth=1, embedding_dim=4), CosineSchedule())
    with pytest.raises(ValueError, match=r"must have shape \(batch, 3, height, width\)"):
        model.normalise(torch.rand(shape))


@pytest.mark.usefixtures("as_readers_run_it")
def test_numbers_instead_of_tensors_and_whole_numbers_are_told_apart():
    model = DiffusionModel(UNet(widths=(4,), block_depth=1, embedding_dim=4), CosineSchedule())
    model.eval()
    images = torch.randn(2, 3, 8, 8)
    torch.testing.assert_close(model.network(images, 0.5), model.network(images, torch.tensor(0.5)))
    with pytest.raises(ValueError, match=r"floating-point numbers, got torch\.uint8"):
        model.denoise(torch.zeros(2, 3, 8, 8, dtype=torch.uint8), 0.5)


def test_an_answer_of_another_shape_is_refused():
    class OneChannel(nn.Module):
        def forward(self, noisy, noise_variance):
            return noisy[:, :1]

    model = DiffusionModel(OneChannel(), SCHEDULE)
    with pytest.raises(ValueError, match=r"\(2, 3, 4, 4\), got \(2, 1, 4, 4\)"):
        model.denoise(torch.zeros(2, 3, 4, 4), 0.5)


def test_along_a_straight_line_there_is_no_velocity_of_an_arc():
    with pytest.raises(ValueError, match="along a straight line predict the flow"):
        DiffusionModel(nn.Identity(), LINE, target="velocity")


def test_half_precision_takes_the_rates_of_the_exact_time():
    model, (_, noise, _) = DiffusionModel(Answer(0.0), SCHEDULE), draw()
    images = noise.bfloat16()
    found = model.denoise(images, 1.0).image / images
    assert found.mean().item() == pytest.approx(1 / 0.02, rel=0.01)


def test_a_picture_without_channels_is_no_batch():
    with pytest.raises(ValueError, match=r"\(batch, 1, height, width\), got \(64, 28, 28\)"):
        DiffusionModel(nn.Identity(), SCHEDULE).normalise(torch.zeros(64, 28, 28))


def test_a_model_keeps_statistics_that_a_caller_changes_later():
    mean = torch.full((1,), 0.3)
    model = DiffusionModel(nn.Identity(), SCHEDULE, mean=mean)
    mean += 1
    assert model.mean.item() == pytest.approx(0.3)
