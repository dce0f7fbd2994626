"""The data behind chapter 7's figures."""

import pytest
import torch

from ddimlib import plots
from ddimlib.samplers import Step, ddim
from ddimlib.schedules import CosineSchedule
from ddimlib.toy import gaussian_mixture_denoiser

SCHEDULE = CosineSchedule()


def test_the_share_of_fresh_noise_is_sigma_squared_of_song_et_al():
    times = torch.tensor([0.8, 0.5], dtype=torch.float64)
    (before, after) = SCHEDULE.alpha_bar(times).tolist()
    variance = (1 - after) / (1 - before) * (1 - before / after)
    share = plots.fresh_share(SCHEDULE, times, eta=0.5)
    assert share.item() == pytest.approx(0.25 * variance / (1 - after), rel=1e-9)


def test_ddim_has_no_fresh_noise():
    assert plots.fresh_share(SCHEDULE, torch.linspace(1, 0, 11), 0.0).abs().max() == 0


def test_frames_show_what_the_network_saw_and_what_it_said():
    noise = torch.randn(1, 3, 4, 4)
    denoise = gaussian_mixture_denoiser(torch.zeros(1, 3, 4, 4), 1.0, None, SCHEDULE)
    steps = list(ddim(denoise, SCHEDULE, noise, 3))
    figure = plots.reverse_frames(noise, steps, lambda images: (images + 3) / 6)
    pictures = [axes.images[0].get_array() for axes in figure.axes if axes.images]
    assert len(pictures) == 6
    expected = (noise[0].permute(1, 2, 0).numpy() + 3) / 6
    assert abs(pictures[0] - expected.clip(0, 1)).max() < 1e-2  # pictures are rounded to few levels
    assert isinstance(steps[0], Step)


def test_a_path_starts_at_its_noise_and_ends_at_its_data():
    states = torch.randn(5, 7, 2)
    axes = plots.paths({"DDIM": states}, torch.randn(20, 2)).axes[0]
    assert len(axes.lines) == 7
    assert axes.lines[0].get_xydata().shape == (5, 2)
