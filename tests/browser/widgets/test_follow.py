"""Follow the noise: recorded flowers at first, then the network's, which are Python's."""

import base64
import io
import os
import shutil

import numpy as np
import pytest
from PIL import Image

from ddimlib.runs import leaps, recorded
from ddimlib.widgets import follow_the_noise, page
from ddimlib.widgets.follow_the_noise import RUN, SEED, leap, noise_at, record
from ddimlib.widgets.growing import bytes_of
from ddimlib.widgets.network import network_file
from tests.browser.conftest import ROOT, serve
from tests.browser.widgets.networks import (
    FILE,
    after,
    change_processor,
    export_network,
    put_network,
    wait_until,
    watched,
    with_a_stand_in,
)
from tests.widgets.test_follow_the_noise import SIZE, tiny_leaper

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=["consistency", "mean-flow", leaps.REFLOW])
def run(request, tmp_path_factory):
    place = tmp_path_factory.mktemp("results")
    model = tiny_leaper(request.param)
    (place / "tiny").mkdir()
    (place / "tiny" / "weights.safetensors").touch()
    leaps.write(place / "tiny", request.param, [1, 2, 4])
    with pytest.MonkeyPatch.context() as patch:
        # Beside the book's own runs: the last test asks for one of them.
        patch.setattr(recorded, "_PLACES", (place, *recorded._PLACES))
        record("tiny", load=lambda run: model)
        export_network(model, place / "tiny")
        yield place / "tiny", model


def picture(tab):
    """The flower that is shown, red, green, blue."""
    address = tab.evaluate("document.querySelector('.ff-picture canvas').toDataURL()")
    content = base64.b64decode(address.split(",")[1])
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGB")).astype(int)


def test_the_page_s_flower_is_python_s(browser, run, vendored, tmp_path):
    folder, model = run
    put_network(tmp_path, folder, vendored)
    (tmp_path / "follow.html").write_text(page(follow_the_noise("tiny")), encoding="utf-8")
    with serve(tmp_path) as address:
        tab, requests, problems = watched(browser)
        tab.goto(f"{address}/follow.html")
        tab.wait_for_function("document.querySelector('figure').dataset.recorded === 'ready'")
        assert "tiny.onnx" not in requests  # nothing is downloaded before it is asked for
        assert tab.get_by_role("button", name="Other noises").is_disabled()
        tab.get_by_role("button", name="Let it follow (downloads").click()
        wait_until(tab, "done")

        def compare(seed, x, y, evaluations, label=None):
            noise = noise_at(seed, x, y, (3, SIZE, SIZE))
            ours = bytes_of(model, leap(model, noise, evaluations, label, seed))[0].numpy()
            different = np.abs(picture(tab) - ours.astype(int))
            assert np.quantile(different, 0.98) <= 2  # of half-precision weights

        compare(SEED, 0.0, 0.0, 1)
        after(tab, tab.get_by_role("combobox", name="Network evaluations").select_option, "4")
        compare(SEED, 0.0, 0.0, 4)
        tab.get_by_role("slider", name="Ring, across").focus()
        after(tab, tab.keyboard.press, "ArrowRight")
        compare(SEED, 0.05, 0.0, 4)
        after(tab, tab.get_by_role("combobox", name="Flower").select_option, "1")
        compare(SEED, 0.05, 0.0, 4, 1)
        after(tab, tab.get_by_role("button", name="Other noises").click)
        compare(SEED + 1, 0.05, 0.0, 4, 1)
        assert float(tab.locator("figure").get_attribute("data-milliseconds")) > 0
        assert problems == []

        # Dragged: the flower of the last place is there when the ring has stopped.
        box = tab.locator("canvas.ff-plane").bounding_box()
        tab.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        tab.mouse.down()
        tab.mouse.move(box["x"] + 1, box["y"] + 1, steps=8)
        tab.wait_for_function(
            "document.querySelector('.ff-readout').textContent.includes('(−1.4')"
            " && document.querySelector('figure').dataset.state === 'done'"
        )
        tab.mouse.up()
        x, y = tab.evaluate(
            "[...document.querySelectorAll('.ff-live input[type=range]')].map(r => r.value)"
        )
        assert (float(x), float(y)) == pytest.approx((-1.5, 1.5), abs=0.06)
        tab.close()


def test_before_the_network_is_there_the_recorded_places_answer(open_figures, run):
    opened = open_figures(follow_the_noise("tiny"))
    tab = opened.page
    tab.wait_for_function("document.querySelector('figure').dataset.recorded === 'ready'")
    before = picture(tab)
    slider = tab.get_by_role("slider", name="Ring, up")
    slider.focus()
    tab.keyboard.press("End")
    assert (picture(tab) != before).any()
    assert (
        "Recorded: the flower at (0.00, 1.50), 1 evaluation."
        in tab.locator(".ff-readout").inner_text()
    )
    tab.get_by_role("combobox", name="Network evaluations").select_option("4")
    assert "4 evaluations." in tab.locator(".ff-readout").inner_text()
    assert opened.violations() == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(open_figures, run, theme):
    assert open_figures(follow_the_noise("tiny"), theme=theme).violations() == []


def test_nothing_overflows_on_a_phone(open_figures, run):
    opened = open_figures(follow_the_noise("tiny"), width=375)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 375


def test_a_flower_of_the_book_s_network_takes_less_than_150_milliseconds(
    browser, vendored, tmp_path
):
    """One evaluation, in WebAssembly with one thread: the page is not isolated."""
    try:
        recorded.path(RUN)
    except FileNotFoundError:
        pytest.skip(f"{RUN} is not recorded in this checkout")
    if os.getloadavg()[0] > 0.75 * (os.cpu_count() or 1):
        pytest.skip(f"the machine is busy (load {os.getloadavg()[0]:.1f}): nothing is timed")
    (tmp_path / RUN).mkdir()
    file = network_file(RUN, ROOT / "_build" / "networks", "follow")
    shutil.copy(file, tmp_path / RUN / FILE)
    put_network(tmp_path, tmp_path / RUN, vendored)
    (tmp_path / "follow.html").write_text(page(follow_the_noise()), encoding="utf-8")
    with serve(tmp_path) as address:
        tab = browser.new_page()
        tab.goto(f"{address}/follow.html")
        tab.get_by_role("button", name="Let it follow (downloads").click()
        tab.set_default_timeout(60_000)
        wait_until(tab, "done")
        spent = []
        tab.get_by_role("slider", name="Ring, across").focus()
        for _ in range(7):
            after(tab, tab.keyboard.press, "ArrowRight")
            spent.append(float(tab.locator("figure").get_attribute("data-milliseconds")))
        print(sorted(spent))
        assert sorted(spent)[3] < 150
        tab.close()


def test_without_its_network_it_shows_the_recorded_noise_again(browser, tmp_path):
    with with_a_stand_in(browser, tmp_path, follow_the_noise()) as tab:
        tab.wait_for_function("document.querySelector('figure').dataset.recorded === 'ready'")
        pictures = "[...document.querySelectorAll('figure canvas')].map(one => one.toDataURL())"
        before = tab.evaluate(pictures)
        flower = tab.get_by_role("combobox", name="Flower")
        named = flower.input_value()
        tab.get_by_role("button", name="Let it follow (").click()
        wait_until(tab, "done")
        after(tab, tab.get_by_role("button", name="Other noises").click)
        after(tab, flower.select_option, "1")
        tab.locator("figure button").first.hover()
        change_processor(tab)
        assert tab.evaluate(pictures) == before
        assert flower.input_value() == named
