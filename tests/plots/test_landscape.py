"""The data behind chapter 1's figures."""

import math

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch

from ddimlib.families import scores
from ddimlib.families.models import normal_log_density
from ddimlib.plots import landscape as figures
from ddimlib.schedules import CosineSchedule

SCHEDULE = CosineSchedule(0.02, 0.999)


def title(axes) -> str:
    """The title, wherever the style puts it."""
    return axes.get_title(loc="left") or axes.get_title()


def test_sunflower_noise_is_standard_normal():
    noise = figures.sunflower(3000)
    assert noise.mean(0).abs().max() < 0.01
    assert torch.allclose(noise.T.cov(), torch.eye(2), atol=0.02)
    # Half of a two-dimensional normal distribution lies within sqrt(2 log 2).
    inside = (noise.norm(dim=1) < math.sqrt(2 * math.log(2))).double().mean()
    assert inside.item() == pytest.approx(0.5, abs=1e-3)


def test_the_plane_runs_row_by_row_from_below():
    grid = figures.plane(3, reach=1.0)
    assert grid[:4].tolist() == [[-1, -1], [0, -1], [1, -1], [-1, 0]]


def test_a_density_on_the_page_sums_to_one_and_a_bound_to_less():
    log_density = normal_log_density(figures.plane(81, reach=5.0))
    assert figures.probability_on_page(log_density, reach=5.0) == pytest.approx(1, abs=1e-3)
    short = figures.probability_on_page(log_density - math.log(2), reach=5.0)
    assert short == pytest.approx(0.5, abs=1e-3)


def test_the_two_peaks_have_about_unit_variance():
    assert figures.two_peaks().covariance.item() == pytest.approx(1, abs=0.1)


def test_only_ddim_repeats_itself_whatever_the_seed():
    denoise = figures.two_peaks().denoiser(SCHEDULE)
    noise = torch.tensor([[0.5]])
    ends = {
        chance: [figures.walk(denoise, SCHEDULE, noise, 10, chance, seed)[1][-1] for seed in (0, 1)]
        for chance in (False, True)
    }
    assert torch.equal(*ends[False])
    assert not torch.equal(*ends[True])


def test_all_three_views_lead_to_the_same_distribution():
    mixture = figures.two_peaks()
    denoise = mixture.denoiser(SCHEDULE)
    noise = torch.randn(4000, 1, generator=torch.Generator().manual_seed(0))
    for chance in (False, True):
        times, states = figures.walk(denoise, SCHEDULE, noise, 60, chance)
        assert times[0] == 1 and times[-1] == 0
        left = (states[-1] < 0.3).double().mean().item()
        assert left == pytest.approx(0.55, abs=0.03)
        assert states[-1].std().item() == pytest.approx(mixture.covariance.sqrt().item(), abs=0.04)


def test_figures_show_what_they_are_given():
    cloud = torch.randn(20, 2, generator=torch.Generator().manual_seed(0))
    shown = figures.clouds({"data": cloud, "GAN": cloud + 1})
    assert [title(axes) for axes in shown.axes] == ["data", "GAN"]
    drawn = torch.as_tensor(np.asarray(shown.axes[1].collections[0].get_offsets())).float()
    assert torch.allclose(drawn, cloud + 1)
    assert len(figures.densities({"flow": normal_log_density(figures.plane(8))}).axes) == 2
    rows = [
        {"family": family, "seed": seed, "distance": 0.1 * (seed + 1)}
        for family in scores.FAMILIES
        for seed in (0, 1)
    ]
    shown = figures.seed_scores(rows, 0.03)
    assert [label.get_text() for label in shown.axes[0].get_yticklabels()] == [
        "diffusion",
        "flow",
        "VAE",
        "GAN",
    ]
    assert len(figures.three_views(sde_steps=5).axes) == 3
    assert not plt.get_fignums()
