"""Python and the page take the same steps from the same noise."""

import numpy as np
import pytest
import torch

from ddimlib.diffusion import TARGETS, DiffusionModel
from ddimlib.samplers import ddim
from ddimlib.schedules import CosineSchedule, make_schedule
from ddimlib.unet import UNet
from ddimlib.widgets.growing import bytes_of, grow, step_seed
from ddimlib.widgets.noise import browser_noise


@pytest.fixture(scope="module")
def model():
    torch.manual_seed(0)
    network = UNet(widths=(8,), block_depth=1, embedding_dim=8, classes=3)
    torch.nn.init.normal_(network.to_prediction.weight, std=0.3)
    torch.nn.init.normal_(network.embed_class.weight)
    model = DiffusionModel(network, CosineSchedule())
    model.image_size = 8
    return model.eval().requires_grad_(False)


def test_without_fresh_noise_it_is_ddim(model):
    noise = torch.from_numpy(browser_noise(5, (1, 3, 8, 8)))
    theirs = list(ddim(model.denoise, model.schedule, noise, 6))
    for ours, step in zip(grow(model, 5, 6), theirs, strict=True):
        assert ours.time == step.time
        torch.testing.assert_close(ours.noisy, step.noisy)


def test_each_step_draws_its_fresh_noise_from_a_seed_of_its_own(model):
    schedule, eta = model.schedule, 0.7
    noisy = torch.from_numpy(browser_noise(5, (1, 3, 8, 8)))
    times = torch.linspace(1, 0, 5, dtype=torch.float64)
    for i, step in enumerate(grow(model, 5, 4, eta=eta)):
        image, noise = model.denoise(noisy, times[i])
        (a, b), (c, d) = schedule(times[i]), schedule(times[i + 1])
        fresh = eta * d / b * (1 - (a / c) ** 2).sqrt()
        drawn = torch.from_numpy(browser_noise(step_seed(5, i), noisy.shape))
        noisy = c.float() * image + (d**2 - fresh**2).sqrt().float() * noise + fresh.float() * drawn
        torch.testing.assert_close(step.noisy, noisy)


def test_guidance_of_one_is_the_class_and_of_zero_none(model):
    def last(**options):
        return list(grow(model, 1, 3, **options))[-1].prediction.image

    assert not torch.allclose(last(label=1), last())
    torch.testing.assert_close(last(label=1, guidance=0.0), last(), rtol=1e-4, atol=1e-3)
    # Twice as far from "no class" as the class itself, in the first step's predicted noise.
    none, plain, pushed = (
        next(iter(grow(model, 1, 3, **options))).prediction.noise
        for options in ({}, {"label": 1}, {"label": 1, "guidance": 2.0})
    )
    torch.testing.assert_close(pushed - none, 2 * (plain - none), rtol=1e-4, atol=1e-5)


def test_guidance_acts_in_its_interval_only(model):
    def path(**options):
        return [step.prediction.noise for step in grow(model, 1, 4, label=1, **options)]

    plain, always, late = path(), path(guidance=3.0), path(guidance=3.0, interval=(0.0, 0.6))
    torch.testing.assert_close(late[0], plain[0])
    assert not torch.allclose(late[0], always[0])
    assert not torch.allclose(late[2], plain[2])


def test_bytes_are_rounded_and_clipped(model):
    images = torch.tensor([-9.0, 0.0, 9.0]).reshape(1, 3, 1, 1)
    assert bytes_of(model, images).flatten().tolist() == [0, 128, 255]


def test_a_model_that_does_not_know_its_size_is_refused(model):
    with pytest.raises(ValueError, match="image_size"):
        next(iter(grow(DiffusionModel(model.network, CosineSchedule()), 1)))


@pytest.mark.parametrize(("kind", "eta"), [("cosine", 0.0), ("cosine", 1.0), ("linear", 0.4)])
def test_the_page_takes_the_same_step(run_javascript, kind, eta):
    from ddimlib.forward import Rates, add_noise
    from ddimlib.samplers import kept_and_fresh

    schedule = make_schedule(kind)
    noisy, predicted, field = (browser_noise(seed, (48,)) for seed in (1, 2, 3))
    times = torch.tensor([0.6, 0.45], dtype=torch.float64)
    here, there = schedule(times[0]), schedule(times[1])
    image = (noisy - float(here.noise) * predicted) / float(here.signal)
    kept, fresh = kept_and_fresh(here, there, eta)
    mixed = add_noise(
        torch.from_numpy(image)[None], torch.from_numpy(predicted)[None], Rates(there.signal, kept)
    )
    expected = mixed[0].numpy() + float(fresh) * field
    rates = [[float(rate) for rate in pair] for pair in (here, there)]
    step = run_javascript(
        "sampling.js",
        "(() => { const [here, there] = data.rates.map(([signal, noise]) => ({ signal, noise }));"
        " return ddimStep(data.noisy, data.predicted, here, there, data.eta, data.field); })()",
        {
            "rates": rates,
            "eta": eta,
            **{
                name: value.tolist()
                for name, value in (("noisy", noisy), ("predicted", predicted), ("field", field))
            },
        },
    )
    np.testing.assert_allclose(step["image"], image, rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(step["noisy"], expected, rtol=1e-5, atol=1e-5)


def test_each_step_has_the_same_seed_in_the_page(run_javascript):
    theirs = run_javascript("sampling.js", "data.map(([seed, i]) => stepSeed(seed, i))",
                            [[0, 0], [7, 19], [2**32 - 1, 3]])  # fmt: skip
    assert theirs == [step_seed(0, 0), step_seed(7, 19), step_seed(2**32 - 1, 3)]


def test_the_page_guides_and_shows_pictures_alike(run_javascript, model):
    guided = run_javascript("sampling.js", "chainedNoise([[1, 2], [3, 2.5]], [2])")
    assert guided == [5, 3]
    twice = run_javascript("sampling.js", "chainedNoise([[1, 2], [3, 2.5], [4, 2]], [2, 3])")
    assert twice == [8, 1.5]
    images = torch.from_numpy(browser_noise(3, (1, 3, 8, 8)))
    theirs = run_javascript(
        "sampling.js",
        "planesToBytes(data, [0.5, 0.5, 0.5], [0.5, 0.5, 0.5])",
        images.flatten().tolist(),
    )
    ours = bytes_of(model, images).flatten().numpy().astype(int)
    assert np.abs(ours - theirs).max() <= 1  # halves may round either way
    assert np.mean(ours == theirs) > 0.99


@pytest.mark.parametrize("target", TARGETS)
def test_the_page_takes_the_output_for_what_it_is(run_javascript, target):
    noisy, output = (torch.from_numpy(browser_noise(seed, (1, 48))) for seed in (1, 2))

    class Says(torch.nn.Module):
        def forward(self, noisy, noise_variance):
            return output

    model = DiffusionModel(Says(), CosineSchedule(), target=target)
    rates = model.schedule(torch.tensor(0.6, dtype=torch.float64))
    theirs = run_javascript(
        "sampling.js",
        f"predictedNoise('{target}')(data.output, data.noisy, data.rates)",
        {
            "output": output[0].tolist(),
            "noisy": noisy[0].tolist(),
            "rates": {"signal": float(rates.signal), "noise": float(rates.noise)},
        },
    )
    ours = model.denoise(noisy, 0.6).noise[0]
    np.testing.assert_allclose(theirs, ours.numpy(), rtol=1e-4, atol=1e-5)


@pytest.mark.slow
def test_the_page_knows_every_target_and_refuses_others(run_javascript):
    assert run_javascript("sampling.js", "targets") == list(TARGETS)
    for module, call in (
        ("sampling.js", "predictedNoise('score')"),
        ("sampling.js", "predictedNoise('constructor')"),
        ("schedules.js", "makeSchedule(null)"),
        ("schedules.js", "makeSchedule('toString')"),
    ):
        said = run_javascript(
            module, f"(() => {{ try {{ return {call}; }} catch (e) {{ return e.message; }} }})()"
        )
        assert said.startswith("no page knows the ")


def test_the_page_asks_nothing_more_once_it_is_no_longer_wanted(run_javascript):
    told = run_javascript(
        "growth.js",
        """(async () => {
          const told = [];
          const schedule = { rates: () => ({ signal: 0.6, noise: 0.8 }) };
          const network = { size: 1, none: 5, schedule,
            predict: async (noisy, rates, label) => {
              told.push(label);
              return { noise: noisy, seconds: 1 };
            } };
          const wanted = () => told.length === 0;
          const options = { seed: 1, steps: 3, label: 2, guidance: 3, wanted };
          for await (const step of grow(network, options));
          return told;
        })()""",
    )
    assert told == [5]  # and not for its class, which guidance needs as well
