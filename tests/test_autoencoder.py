"""The autoencoder: each loss against its formula, and diffusion in latents like any other."""

import pytest
import torch
from torch import nn
from torch.distributions import Normal, kl_divergence

from ddimlib.autoencoder import (
    Autoencoder,
    Coder,
    LatentDiffusion,
    Latents,
    kl_to_standard,
    latent_statistics,
)
from ddimlib.diffusion import DiffusionModel
from ddimlib.samplers import sample
from ddimlib.schedules import CosineSchedule
from ddimlib.training import fit
from ddimlib.unet import UNet


def small(**options) -> Autoencoder:
    torch.manual_seed(0)
    return Autoencoder(Coder(3, 4, (8, 12, 16)), **options)


def pictures(count: int = 4, side: int = 16) -> torch.Tensor:
    draw = torch.Generator().manual_seed(1)
    return torch.randint(0, 256, (count, 3, side, side), dtype=torch.uint8, generator=draw)


def latent_model(**options) -> LatentDiffusion:
    autoencoder = small(mean=torch.tensor([0.4, 0.5, 0.6]), std=0.2)
    network = UNet(4, (8,), block_depth=1, embedding_dim=4)
    return LatentDiffusion(network, CosineSchedule(), autoencoder, **options)


# --- There and back ------------------------------------------------------------------------------


def test_a_picture_of_64_becomes_16_times_16_with_a_twelfth_of_the_numbers() -> None:
    model = Autoencoder(Coder())
    images = torch.zeros(1, 3, 64, 64)
    latents = model.encode(images).mean
    assert latents.shape == (1, 4, 16, 16)
    assert images.numel() == 12 * latents.numel()
    assert model.decode(latents).shape == images.shape


def test_only_the_latent_reaches_the_decoder() -> None:
    """Two pictures of one latent come back the same: there are no skips."""
    model = small().eval()
    first, second = model.normalise(pictures(2))
    model.coder.encode[-1].weight.data.zero_()
    again = model.decode(model.encode(torch.stack([first, second])).mean)
    assert torch.equal(again[0], again[1])


def test_sides_that_cannot_be_halved_are_refused() -> None:
    with pytest.raises(ValueError, match="must be divisible by 4"):
        small().encode(torch.zeros(1, 3, 18, 16))


def test_a_latent_is_drawn_from_its_gaussian() -> None:
    mean, log_variance = torch.full((1, 1, 200, 200), 3.0), torch.full((1, 1, 200, 200), -2.0)
    drawn = Latents(mean, log_variance).sample(torch.Generator().manual_seed(0))
    assert drawn.mean().item() == pytest.approx(3, abs=0.01)
    assert drawn.var().item() == pytest.approx(torch.tensor(-2.0).exp().item(), rel=0.02)


# --- The losses ----------------------------------------------------------------------------------


def test_the_kl_loss_is_that_of_pytorch_s_distributions() -> None:
    mean, log_variance = torch.randn(2, 4, 3, 3), torch.randn(2, 4, 3, 3)
    expected = kl_divergence(Normal(mean, (log_variance / 2).exp()), Normal(0.0, 1.0))
    torch.testing.assert_close(kl_to_standard(Latents(mean, log_variance)), expected)


def mean_colour(pictures: torch.Tensor) -> torch.Tensor:
    return pictures.mean((2, 3))


def test_each_loss_is_what_its_name_says() -> None:
    model = small(features=mean_colour, mean=torch.tensor([0.4, 0.5, 0.6]), std=0.2)
    images = model.normalise(pictures())
    found = model.losses(images, torch.Generator().manual_seed(3))
    latents = model.encode(images)
    again = model.decode(latents.sample(torch.Generator().manual_seed(3)))
    torch.testing.assert_close(found["pixel"], (again - images).abs().mean())
    torch.testing.assert_close(found["kl"], kl_to_standard(latents).mean())
    seen = mean_colour(again * model.std + model.mean) - mean_colour(pictures() / 255)
    torch.testing.assert_close(found["perceptual"], seen.square().mean())


def test_the_loss_is_their_weighted_sum_and_no_features_mean_no_perceptual_loss() -> None:
    weights = {"pixel": 2.0, "kl": 0.5, "perceptual": 3.0}
    for features in (mean_colour, None):
        model = small(features=features, weights=weights)
        images = model.normalise(pictures())
        found = model.losses(images, torch.Generator().manual_seed(3))
        assert ("perceptual" in found) == (features is not None)
        total = sum(weights[name] * value for name, value in found.items())
        loss = model.loss(images, None, torch.Generator().manual_seed(3))
        torch.testing.assert_close(loss, total)


def test_weights_that_are_not_named_stay() -> None:
    assert small(weights={"kl": 0.5}).weights == {"pixel": 1.0, "kl": 0.5, "perceptual": 1.0}


def test_the_classifier_is_no_part_of_what_is_trained() -> None:
    model = small(features=nn.Flatten())
    assert not any("features" in name for name, _ in model.named_modules())


@pytest.mark.slow
def test_training_brings_pictures_back_better() -> None:
    model = small(weights={"kl": 1e-4})
    smooth = nn.functional.interpolate(torch.rand(32, 3, 2, 2), 16, mode="bilinear")
    optimizer = torch.optim.Adam(model.parameters(), 3e-3)
    draw = torch.Generator().manual_seed(0)
    before = model.losses(model.normalise(smooth), draw)["pixel"].item()
    for _ in fit(model, [(smooth, None)] * 120, optimizer, generator=draw):
        pass
    assert model.losses(model.normalise(smooth), draw)["pixel"].item() < 0.3 * before


# --- Diffusion in latents ------------------------------------------------------------------------


def test_scaled_latents_have_mean_0_and_variance_1_in_every_channel() -> None:
    plain = latent_model()
    mean, std = latent_statistics(plain.autoencoder, pictures(10), chunk=4)
    scaled = latent_model(mean=mean, std=std).normalise(pictures(10))
    assert scaled.shape == (10, 4, 4, 4)
    torch.testing.assert_close(scaled.mean((0, 2, 3)), torch.zeros(4), atol=1e-4, rtol=0)
    torch.testing.assert_close(
        scaled.var((0, 2, 3), correction=0), torch.ones(4), atol=1e-3, rtol=0
    )


def test_in_and_out_again_is_the_autoencoder_whatever_the_scale() -> None:
    model = latent_model(mean=torch.tensor([1.0, -2.0, 0.5, 0.0]), std=3.0)
    autoencoder = model.autoencoder
    images = autoencoder.normalise(pictures())
    expected = autoencoder.to_pictures(autoencoder.decode(autoencoder.encode(images).mean))
    found = model.to_pictures(model.normalise(pictures()))
    torch.testing.assert_close(found, expected, atol=1e-4, rtol=1e-4)
    assert 0 <= found.min() and found.max() <= 1


def test_the_loss_in_latents_is_that_of_a_diffusion_model_of_them() -> None:
    model = latent_model(std=2.0)
    nn.init.normal_(model.network.to_prediction.weight)
    latents = model.normalise(pictures())
    plain = DiffusionModel(model.network, model.schedule)
    ours, theirs = (
        one.loss(latents, generator=torch.Generator().manual_seed(0)) for one in (model, plain)
    )
    torch.testing.assert_close(ours, theirs)


def test_the_autoencoder_does_not_learn_while_the_network_does() -> None:
    model = latent_model()
    before = {name: value.clone() for name, value in model.autoencoder.state_dict().items()}
    first = model.network.to_prediction.weight.clone()
    optimizer = torch.optim.AdamW(model.parameters(), 1e-2, weight_decay=0.1)
    assert not any(parameter.requires_grad for parameter in model.autoencoder.parameters())
    for _ in fit(model, [(pictures(), None)] * 2, optimizer):
        assert model.network.training and not model.autoencoder.training
    after = model.autoencoder.state_dict()
    assert all(torch.equal(after[name], value) for name, value in before.items())
    assert not torch.equal(model.network.to_prediction.weight, first)


def test_samplers_make_pictures_from_noise_of_the_latents_shape() -> None:
    model = latent_model().eval()
    model.image_size = 4
    assert model.picture_shape == (4, 4, 4)
    images = sample(model.denoise, model.schedule, torch.randn(2, *model.picture_shape), steps=2)
    assert model.to_pictures(images).shape == (2, 3, 16, 16)


def test_the_spread_of_a_latent_is_bounded():
    model = small()
    model.coder.encode[-1].bias.data.fill_(1e4)
    assert model.encode(model.normalise(pictures())).log_variance.max() == 20


def test_what_a_network_sees_is_not_cut_off_at_white():
    model = small(features=mean_colour, mean=torch.tensor([0.4, 0.5, 0.6]), std=0.2)
    model.coder.decode[-1].bias.data.fill_(5.0)
    images = model.normalise(pictures())
    found = model.losses(images, torch.Generator().manual_seed(3))
    again = model.decode(model.encode(images).sample(torch.Generator().manual_seed(3)))
    seen = mean_colour(again * model.std + model.mean) - mean_colour(pictures() / 255)
    torch.testing.assert_close(found["perceptual"], seen.square().mean())
