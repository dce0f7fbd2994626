"""The four families of chapter 1: what each claims to be, held against independent arithmetic."""

import math

import pytest
import torch

from ddimlib import toy
from ddimlib.families.models import (
    GAN,
    VAE,
    Diffusion,
    Flow,
    density_through,
    encode,
    mlp,
    normal_log_density,
    train,
)
from ddimlib.schedules import CosineSchedule
from ddimlib.toy import GaussianMixture, toy_points

FAMILIES = [GAN, VAE, Flow, Diffusion]


def seeded(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def made(family, seed: int = 0):
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return family()


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_turns_noise_into_points_and_repeats_itself(family):
    model = made(family)
    points = model.sample(5, seeded())
    assert points.shape == (5, 2)
    assert torch.equal(points, model.sample(5, seeded()))
    assert not torch.equal(points, model.sample(5, seeded(1)))
    assert not points.requires_grad


@pytest.mark.parametrize("family", FAMILIES)
def test_a_point_does_not_depend_on_the_others(family):
    model, noise = made(family), torch.randn(4, 2, generator=seeded())
    with torch.no_grad():
        assert torch.allclose(model.generate(noise)[2:3], model.generate(noise[2:3]), atol=1e-5)


@pytest.mark.parametrize("family", FAMILIES)
def test_training_changes_every_parameter_that_makes_points(family):
    model = made(family)
    before = [parameter.detach().clone() for parameter in model.parameters()]
    train(model, toy_points("rings", 256, seeded()), steps=3, batch_size=32, generator=seeded())
    for old, new in zip(before, model.parameters(), strict=True):
        assert not torch.equal(old, new)


@pytest.mark.parametrize("family", [VAE, Flow, Diffusion])
def test_a_little_training_lowers_the_loss(family):
    model, points = made(family), toy_points("rings", 2048, seeded())
    before = model.loss(points, seeded()).item()
    train(model, points, steps=60, batch_size=128, generator=seeded())
    assert model.loss(points, seeded()).item() < before - 0.05


def test_all_four_can_be_had_from_toy():
    assert (toy.GAN, toy.VAE, toy.Flow, toy.Diffusion) == (GAN, VAE, Flow, Diffusion)


def test_the_normal_log_density_is_that_of_torch():
    values = torch.randn(7, 3, generator=seeded())
    expected = torch.distributions.Normal(0, 1).log_prob(values).sum(1)
    assert torch.allclose(normal_log_density(values), expected)


def test_an_mlp_has_as_many_hidden_layers_as_asked():
    layers = [
        layer for layer in mlp(2, 5, width=16, hidden=2) if isinstance(layer, torch.nn.Linear)
    ]
    assert [layer.weight.shape for layer in layers] == [(16, 2), (16, 16), (5, 16)]


# --- GAN ---------------------------------------------------------------------------------------


def test_a_gan_cannot_tell_a_density_and_has_no_single_loss():
    model = made(GAN)
    with pytest.raises(NotImplementedError, match="cannot tell how probable"):
        model.log_density(torch.zeros(1, 2))
    with pytest.raises(NotImplementedError, match="players"):
        model.loss(torch.zeros(1, 2))


def test_forger_and_detective_have_opposite_aims_and_their_own_weights():
    model, points = made(GAN), toy_points("rings", 64, seeded())
    model.discriminator_loss(points, seeded()).backward()
    assert all(weight.grad is None for weight in model.generator.parameters())
    # A detective who cannot tell says odds of 1 to everything: log 2 for each kind of mistake.
    for weight in model.discriminator[-1].parameters():
        torch.nn.init.zeros_(weight)
    assert model.discriminator_loss(points, seeded()).item() == pytest.approx(2 * math.log(2))
    assert model.generator_loss(points, seeded()).item() == pytest.approx(math.log(2))


def test_the_discriminator_pays_for_its_slope_at_the_data():
    # A discriminator that is a plane has one slope everywhere.
    points, plane = torch.randn(8, 2, generator=seeded()), torch.nn.Linear(2, 1)
    with torch.no_grad():
        plane.weight.copy_(torch.tensor([[3.0, -4.0]]))
    losses = []
    for steepness in (0.0, 0.2):
        model = GAN(steepness=steepness)
        model.discriminator = plane
        model.generator = torch.nn.Identity()
        losses.append(model.discriminator_loss(points, seeded()).item())
    assert losses[1] - losses[0] == pytest.approx(0.2 / 2 * 25, rel=1e-5)
    assert not points.requires_grad


# --- VAE ---------------------------------------------------------------------------------------


def test_the_bound_of_a_vae_lies_below_its_density_and_is_unbiased_for_it():
    model = made(VAE).double()
    point = torch.tensor([[0.3, -0.2]], dtype=torch.float64)
    # The density itself, by a sum over all codes on a fine grid.
    line = torch.linspace(-6, 6, 241, dtype=torch.float64)
    codes = torch.cartesian_prod(line, line)
    with torch.no_grad():
        error = (point - model.decoder(codes)) / model.log_std.exp()
        joint = normal_log_density(codes) + normal_log_density(error) - 2 * model.log_std
        exact = joint.logsumexp(0) + 2 * math.log(line[1] - line[0])
        bounds = model.bound(point.expand(20_000, 2), seeded())
    assert bounds.mean() < exact
    # The gap is the divergence of the encoder's Gaussian from the true posterior: Bayes' rule.
    with torch.no_grad():
        mean, log_std = model.encoder(point).chunk(2, dim=1)
        guess = normal_log_density((codes - mean) / log_std.exp()) - log_std.sum()
        cell = (line[1] - line[0]) ** 2
        gap = (guess.exp() * (guess - (joint - exact))).sum() * cell
    assert bounds.mean().item() == pytest.approx((exact - gap).item(), abs=0.02)


def test_a_vae_adds_its_noise_to_what_it_decodes():
    model = made(VAE)
    with torch.no_grad():
        model.log_std.fill_(math.log(0.5))
    noise = torch.randn(4000, 2, generator=seeded())
    # Variances of independent things add.
    assert model.sample(4000, seeded()).var().item() == pytest.approx(
        model.generate(noise).var().item() + 0.25, abs=0.03
    )


# --- Flow --------------------------------------------------------------------------------------


def test_a_flow_runs_backwards():
    model = made(Flow).double()
    points = torch.randn(50, 2, dtype=torch.float64, generator=seeded())
    with torch.no_grad():
        noise, _ = model.encode(points)
        assert torch.allclose(model.generate(noise), points, atol=1e-10)


def test_the_change_of_area_of_a_flow_is_its_jacobian():
    model = made(Flow).double()
    points = torch.randn(20, 2, dtype=torch.float64, generator=seeded())
    by_autograd = density_through(lambda x: model.encode(x)[0], points)
    assert torch.allclose(model.log_density(points), by_autograd, atol=1e-10)


def test_the_density_of_a_flow_sums_to_one():
    model = made(Flow)
    line = torch.linspace(-9, 9, 181)
    with torch.no_grad():
        for weight in model.parameters():
            weight *= 0.5  # a gentle map, whose density lies on the grid
        total = model.log_density(torch.cartesian_prod(line, line)).exp().sum() * 0.1**2
    assert total.item() == pytest.approx(1, abs=0.01)


# --- Diffusion ---------------------------------------------------------------------------------


@pytest.mark.slow
def test_ddim_backwards_gives_the_exact_density_of_a_mixture():
    mixture = GaussianMixture([[-1.0, 0.0], [1.0, 0.5]], [0.3, 0.5], [0.4, 0.6])
    schedule = CosineSchedule(0.02, 0.999)
    denoise = mixture.denoiser(schedule)
    points = mixture.sample(40, seeded()).double()
    here = density_through(lambda x: encode(denoise, schedule, x, steps=400), points)
    exact = mixture.log_density(points, schedule(torch.zeros(1, dtype=torch.float64)))
    assert (here - exact).abs().mean() < 0.02
    coarse = density_through(lambda x: encode(denoise, schedule, x, steps=100), points)
    assert (coarse - exact).abs().mean() > 2 * (here - exact).abs().mean()


def test_encoding_leads_to_the_noise_that_generates_the_point():
    model = made(Diffusion)
    noise = torch.randn(10, 2, generator=seeded())
    model.steps = 400
    with torch.no_grad():
        found = model.encode(model.generate(noise))
    assert (found - noise).abs().mean() < 0.05
