"""Autoencoders and diffusion in latents come back from their files as they were."""

from dataclasses import replace

import pytest
import torch

from ddimlib import runs
from ddimlib.autoencoder import Autoencoder, Coder, LatentDiffusion
from ddimlib.runs.latents import latent_model, load_autoencoder, load_latents, save_autoencoder
from tests.tiny import tiny_config


def test_an_autoencoder_comes_back(tmp_path) -> None:
    torch.manual_seed(0)
    model = Autoencoder(Coder(), mean=torch.tensor([0.4, 0.5, 0.6]), std=0.2).eval()
    images = torch.randn(2, 3, 16, 16)
    save_autoencoder(model, tmp_path / "coder.safetensors")
    again = load_autoencoder(tmp_path / "coder.safetensors")
    torch.testing.assert_close(again.encode(images).mean, model.encode(images).mean)
    torch.testing.assert_close(again.mean, model.mean)
    assert not any(weight.requires_grad for weight in again.parameters())


@pytest.mark.slow
def test_a_run_of_diffusion_in_latents_comes_back_with_its_autoencoder(tmp_path) -> None:
    config = replace(
        tiny_config(tmp_path, class_conditional=True, epochs=1),
        image_size=16, widths=(4, 8), block_depth=1,
    )  # fmt: skip
    torch.manual_seed(0)
    autoencoder = Autoencoder(Coder())
    run = runs.train(config, False, lambda plain: latent_model(config, autoencoder, 3, 0.5, 2.0))
    assert isinstance(run.model, LatentDiffusion)
    again = load_latents(config.folder)
    noisy = torch.randn(2, *run.model.picture_shape)
    torch.testing.assert_close(again.denoise(noisy, 0.5), run.model.denoise(noisy, 0.5))
    torch.testing.assert_close(again.to_pictures(noisy), run.model.to_pictures(noisy))
    assert again.picture_shape == (4, 4, 4)
    assert again.class_names == ("class 0", "class 1", "class 2")
