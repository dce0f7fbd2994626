"""Lie to the network: both sliders change the answer, and the words say which way the lie goes."""

import base64
import io

import numpy as np
import pytest
import torch
from PIL import Image

from ddimlib.data.photograph import sample_flower
from ddimlib.diffusion import from_noise
from ddimlib.forward import add_noise
from ddimlib.runs import recorded
from ddimlib.widgets import browser_noise, lie, page
from ddimlib.widgets.growing import bytes_of
from ddimlib.widgets.lie import record
from ddimlib.widgets.recording import record_growth
from tests.browser.conftest import serve
from tests.browser.widgets.networks import export_network, put_network, watched
from tests.widgets.recorded_run import tiny_model


@pytest.fixture
def site(vendored, tmp_path, monkeypatch):
    """A model, and the address of a page where it answers to lies."""
    model = tiny_model()
    (tmp_path / "results" / "tiny").mkdir(parents=True)
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path / "results",))
    monkeypatch.setattr("ddimlib.runs.load", lambda run: model)
    record_growth(model, tmp_path / "results" / "tiny")
    export_network(model, tmp_path / "results" / "tiny")
    record("tiny")
    put_network(tmp_path, tmp_path / "results" / "tiny", vendored)
    (tmp_path / "lie.html").write_text(page(lie("tiny")), encoding="utf-8")
    with serve(tmp_path) as address:
        yield model, f"{address}/lie.html"


@torch.no_grad()
def python_s(model, truth, told, seed):
    """What is shown of a lie, and how far off it is."""
    flower = torch.tensor(sample_flower(16)).permute(2, 0, 1)[None]
    image = model.normalise(flower)
    rates = model.schedule(model.schedule.time(torch.tensor(truth)))
    noisy = add_noise(image, torch.from_numpy(browser_noise(seed, tuple(image.shape))), rates)
    guess = from_noise(noisy, model.network(noisy, torch.sigmoid(-torch.tensor([told]))), rates)
    return bytes_of(model, guess.image)[0].numpy(), float((guess.image - image).abs().mean())


def test_the_network_itself_answers_at_any_level_and_for_other_noises(browser, site) -> None:
    model, address = site
    tab, requests, _ = watched(browser)
    tab.set_default_timeout(60_000)
    tab.goto(address)
    tab.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")
    another = tab.get_by_role("button", name="Another noise")
    assert another.is_disabled()
    assert "tiny.onnx" not in requests  # nothing is downloaded before it is asked for

    def compare(truth: float, told: float, seed: int) -> None:
        shown, error = python_s(model, truth, told, seed)
        level = f"{told:+g}".replace("-", "−")
        tab.get_by_role(
            "img", name=f"What the network answers when it is told {level}", exact=True
        ).wait_for()
        tab.wait_for_function(
            "words => words.every("
            "part => document.querySelector('.ff-readout').textContent.includes(part))",
            arg=[f"off by {error:.2f} a pixel", f"Noise {seed}, answered in this page"],
        )
        address = tab.evaluate("document.querySelectorAll('canvas')[1].toDataURL()")
        picture = Image.open(io.BytesIO(base64.b64decode(address.split(",")[1]))).convert("RGB")
        assert np.mean(np.abs(np.asarray(picture).astype(int) - shown.astype(int)) <= 2) > 0.95

    tab.get_by_role("button", name="Ask the network").click()
    compare(-1.0, -1.0, 0)
    tab.get_by_role("slider", name="Log-SNR that we claim").focus()
    tab.keyboard.press("ArrowLeft")  # a level that is not recorded
    compare(-1.0, -0.95, 0)
    tab.keyboard.press("Home")
    compare(-1.0, 3.0, 0)
    another.click()
    compare(-1.0, 3.0, 1)
    tab.close()


def test_a_claim_changes_the_answer_and_not_what_the_network_sees(open_figures) -> None:
    opened = open_figures(lie())
    tab = opened.page
    tab.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")
    seen, answer, honest = (opened.pixels(i) for i in range(3))
    assert answer == honest != seen
    assert "The truth" in tab.locator(".ff-readout").inner_text()
    claim = tab.get_by_role("slider", name="Log-SNR that we claim")
    claim.focus()
    tab.keyboard.press("Home")
    assert opened.pixels(0) == seen
    assert opened.pixels(1) != answer
    assert opened.pixels(2) == honest
    assert "too little noise" in tab.locator(".ff-readout").inner_text()
    tab.keyboard.press("End")
    assert "too much noise" in tab.locator(".ff-readout").inner_text()
    tab.get_by_role("slider", name="Log-SNR of the picture").focus()
    tab.keyboard.press("ArrowRight")
    assert opened.pixels(0) != seen
    assert opened.violations() == []


def test_nothing_overflows_on_a_phone(open_figures) -> None:
    opened = open_figures(lie(), width=375)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 375
