"""Grow a flower, Reverse process, Training watch answer to mouse and keyboard."""

import base64
import io
from dataclasses import replace

import numpy as np
import pytest
import torch
from PIL import Image

from ddimlib.runs import recorded
from ddimlib.schedules import make_schedule
from ddimlib.widgets import (
    browser_noise,
    film_strip,
    grow_a_flower,
    page,
    reverse_process,
    training_watch,
)
from ddimlib.widgets.growing import GUIDANCE, INTERVAL, bytes_of, grow
from ddimlib.widgets.network import SITE
from ddimlib.widgets.recording import FILM_SEED, SEED, record_growth
from tests.browser.conftest import CHROMIUM_ARGUMENTS, find_chromium, serve
from tests.browser.widgets.networks import (
    FILE,
    LISTEN,
    after,
    export_network,
    put_network,
    wait_until,
    watched,
    with_a_stand_in,
)
from tests.widgets.recorded_run import record_run, tiny_model

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    place = tmp_path_factory.mktemp("results")
    model = record_run(place / "tiny")
    export_network(model, place / "tiny")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recorded, "_PLACES", (place,))
        yield place / "tiny", model


@pytest.fixture
def site(run, vendored, tmp_path):
    """The address of a page with the figure, the runtime and the network beside it."""
    folder, _ = run
    put_network(tmp_path, folder, vendored)
    (tmp_path / "grow.html").write_text(page(grow_a_flower("tiny")), encoding="utf-8")
    with serve(tmp_path) as address:
        yield f"{address}/grow.html"


def shown(page, number):
    """The red, green and blue of a canvas."""
    address = page.evaluate(
        "n => [...document.querySelectorAll('canvas')].at(n).toDataURL()", number
    )
    picture = Image.open(io.BytesIO(base64.b64decode(address.split(",")[1])))
    return np.asarray(picture.convert("RGB")).astype(int)


def alike(ours, theirs, colour=2):
    """Rounding differs between processors, and strong guidance enlarges it in a few places."""
    return np.mean(np.abs(ours - theirs) <= colour) > 0.95


def python_s(model, **options):
    step = list(grow(model, **options))[-1]
    return [bytes_of(model, x)[0].numpy().astype(int) for x in (step.noisy, step.prediction.image)]


def test_the_flower_is_python_s_whatever_is_chosen(browser, site, run):
    _, model = run
    tab, requests, problems = watched(browser)
    tab.goto(site)
    assert requests == ["grow.html"]  # nothing is downloaded before it is asked for
    action = tab.get_by_role("button", name="Grow a flower (downloads")
    assert action.inner_text().endswith("MB)")

    def compare(**options):
        wait_until(tab, "done")
        for canvas, expected in zip((0, 1), python_s(model, **options), strict=True):
            assert alike(shown(tab, canvas), expected)
        assert expected.std() > 10

    action.click()
    compare(seed=SEED, steps=20)
    assert "tiny.onnx" in requests
    first = shown(tab, 1)
    tab.get_by_role("button", name="Grow it again").click()
    compare(seed=SEED, steps=20)
    np.testing.assert_array_equal(shown(tab, 1), first)  # the same seed, the same flower

    tab.get_by_role("combobox", name="Steps").select_option("5")
    compare(seed=SEED, steps=5)
    flowers = tab.get_by_role("combobox", name="Flower")
    assert flowers.locator("option").first.inner_text() == "no class"
    flowers.select_option(label="rose")
    middle = {"guidance": GUIDANCE, "interval": INTERVAL}
    compare(seed=SEED, steps=5, label=0, **middle)
    tab.get_by_label("Fresh noise η").focus()
    tab.keyboard.press("End")
    compare(seed=SEED, steps=5, label=0, **middle, eta=1.0)
    tab.evaluate("document.querySelector('figure').dataset.state = 'waiting'")
    tab.get_by_role("button", name="Another seed").click()
    compare(seed=SEED + 1, steps=5, label=0, **middle, eta=1.0)
    tab.get_by_role("combobox", name="Guidance acts").select_option("always")
    always = {"guidance": 3.0, "eta": 1.0}
    compare(seed=SEED + 1, steps=5, label=0, **always)
    assert not alike(
        shown(tab, 1),
        python_s(model, seed=SEED + 1, steps=5, label=0, **always, interval=INTERVAL)[1],
    )
    tab.get_by_role("slider", name="Guidance").focus()
    tab.keyboard.press("End")
    compare(seed=SEED + 1, steps=5, label=0, guidance=8.0, eta=1.0)
    assert "s a network evaluation here, on your processor" in readout(tab)
    assert problems == []
    tab.close()


def test_it_opens_with_a_flower_by_name_where_the_network_knows_it(browser, site, run):
    folder, model = run
    before = (folder / "grow.json").read_bytes()
    try:
        record_growth(model, folder, flower="rose")
        html = page(grow_a_flower("tiny"))
    finally:
        (folder / "grow.json").write_bytes(before)
    tab = browser.new_page()
    tab.set_default_timeout(120_000)
    tab.route("**/grow.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    tab.goto(site)
    assert "Recorded: rose, seed 3, 20 steps." in readout(tab)
    assert tab.get_by_role("combobox", name="Flower").input_value() == "0"
    assert tab.get_by_role("slider", name="Guidance").is_enabled()
    shown_before = shown(tab, 1)
    tab.get_by_role("button", name="Grow a flower").click()
    wait_until(tab, "done")
    assert alike(shown(tab, 1), shown_before)  # what grows is what was recorded
    options = {"label": 0, "guidance": GUIDANCE, "interval": INTERVAL}
    assert alike(shown(tab, 1), python_s(model, seed=SEED, steps=20, **options)[1])
    tab.close()


def readout(tab):
    return tab.locator(".ff-readout").inner_text()


GRAPHICS = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"]
ASYNCIFY = "ort-wasm-simd-threaded.asyncify.wasm"


@pytest.fixture(scope="module")
def graphics_browser(browser):
    """A Chromium that computes what WebGPU asks for, if need be without a graphics card."""
    graphics = browser.browser_type.launch(
        executable_path=find_chromium(), args=[*CHROMIUM_ARGUMENTS, *GRAPHICS], headless=True
    )
    yield graphics
    graphics.close()


def open_with_graphics(browser, site, adapter=""):
    tab, tab.requests, _ = watched(browser)
    if adapter:
        tab.add_init_script(
            "Object.defineProperty(navigator, 'gpu',"
            f" {{ value: {{ requestAdapter: async () => {adapter} }} }})"
        )
    tab.goto(site)
    tab.wait_for_function("document.querySelector('figure').dataset.graphics")
    return tab


def processors(tab):
    return tab.get_by_role("combobox", name="Runs on")


def test_the_graphics_card_grows_the_same_flower(graphics_browser, site, run):
    _, model = run
    tab = open_with_graphics(graphics_browser, site)
    if tab.evaluate("document.querySelector('figure').dataset.graphics") == "no":
        tab.close()
        pytest.skip("this Chromium has no WebGPU adapter, not even one in software")
    assert tab.requests == ["grow.html"]
    assert processors(tab).input_value() == "wasm"
    processors(tab).select_option("webgpu")
    assert tab.requests == ["grow.html"]  # choosing says what it costs and fetches nothing
    tab.get_by_role("button", name="Grow a flower (downloads 2").click()
    tab.get_by_role("combobox", name="Steps").select_option("5")
    tab.get_by_role("combobox", name="Flower").select_option(label="rose")
    wait_until(tab, "done")
    assert tab.evaluate("document.querySelector('figure').dataset.processor") == "webgpu"
    assert ASYNCIFY in tab.requests
    assert "ort-wasm-simd-threaded.wasm" not in tab.requests
    options = {"label": 0, "guidance": 3.0, "interval": INTERVAL}
    for canvas, expected in enumerate(python_s(model, seed=SEED, steps=5, **options)):
        assert alike(shown(tab, canvas), expected, colour=3)
    assert "on your graphics card" in readout(tab)
    tab.close()


def test_without_an_adapter_nobody_is_asked_to_choose(browser, site):
    tab = open_with_graphics(browser, site, adapter="null")
    assert processors(tab).count() == 0
    assert tab.get_by_role("button", name="Grow a flower (downloads 1").count() == 1
    tab.close()


def test_a_graphics_card_that_fails_leaves_the_work_to_the_processor(browser, site, run):
    _, model = run
    tab = open_with_graphics(browser, site, adapter="({})")  # which the worker will not have
    processors(tab).select_option("webgpu")
    tab.get_by_role("button", name="Grow a flower").click()
    wait_until(tab, "done")
    assert "on the processor: the graphics card could not be used" in readout(tab)
    _, expected = python_s(model, seed=SEED, steps=20)
    assert np.abs(shown(tab, 1) - expected).max() <= 2
    # Back to the processor's own runtime: a download of its own, that waits for the button.
    processors(tab).select_option("wasm")
    assert "ort-wasm-simd-threaded.wasm" not in tab.requests
    tab.get_by_role("button", name="Grow a flower").click()
    wait_until(tab, "done")
    assert "on your processor" in readout(tab)
    assert tab.requests.count("tiny.onnx") == 1  # the network itself is fetched once
    tab.close()


def test_a_runtime_that_is_not_there_leads_back_to_the_processor(browser, site):
    tab = open_with_graphics(browser, site, adapter="({})")
    tab.route(f"**/{ASYNCIFY}*", lambda route: route.fulfill(status=404))
    processors(tab).select_option("webgpu")
    tab.get_by_role("button", name="Grow a flower").click()
    wait_until(tab, "failed")
    assert "to run it on the processor instead" in readout(tab)
    assert processors(tab).input_value() == "wasm"
    tab.close()


def test_a_network_that_is_not_there_is_said_in_a_sentence(browser, site, tmp_path):
    (tmp_path / "models" / "tiny.onnx").unlink()
    tab = browser.new_page()
    tab.goto(site)
    tab.get_by_role("button", name="Grow a flower").click()
    wait_until(tab, "failed")
    assert "could not be loaded" in tab.locator(".ff-readout").inner_text()
    assert tab.get_by_role("button", name="Grow a flower").is_enabled()
    tab.close()


@pytest.mark.parametrize("bad", ["a log-in page", "a file cut short"])
@pytest.mark.parametrize("file", ["tiny.onnx", "ort-wasm-simd-threaded.wasm", "ort.wasm.min.mjs"])
def test_a_bad_answer_is_not_kept(browser, site, file, bad):
    """The next press fetches again and grows the flower, without a reload of the page."""
    tab = browser.new_page()
    tab.set_default_timeout(120_000)
    answers = []

    def answer(route):
        answers.append(route.request.url)
        if len(answers) > 1:
            route.continue_()
        elif bad == "a log-in page":
            route.fulfill(status=200, content_type="text/html", body="<!doctype html>Sign in")
        else:
            whole = route.fetch()
            route.fulfill(response=whole, body=whole.body()[: len(whole.body()) // 2])

    tab.add_init_script(
        "const plain = fetch; window.modes = [];"
        " window.fetch = (url, how) => { modes.push(how.cache); return plain(url, how); };"
    )
    tab.route(f"**/{file}*", answer)
    tab.goto(site)
    tab.get_by_role("combobox", name="Steps").select_option("5")
    press = tab.get_by_role("button", name="Grow a flower")
    press.click()
    wait_until(tab, "failed")
    assert "Press the button to try again" in readout(tab)
    press.click()
    wait_until(tab, "done")
    assert len(answers) >= 2
    # Not from what the browser may have kept of the first answer.
    assert tab.evaluate("modes[0]") == "default"
    assert tab.evaluate("modes.at(-1)") == "reload"
    tab.close()


def test_two_figures_of_a_page_fetch_the_network_once(browser, site, tmp_path):
    figure = grow_a_flower("tiny")
    (tmp_path / "two.html").write_text(page(figure, figure), encoding="utf-8")
    tab, requests, _ = watched(browser)
    tab.goto(site.replace("grow.html", "two.html"))
    figures = [tab.locator("figure").nth(n) for n in range(2)]
    for figure in figures:
        figure.get_by_role("combobox", name="Steps").select_option("5")
        figure.get_by_role("button", name="Grow a flower (downloads").click()
    tab.wait_for_function(
        "[...document.querySelectorAll('figure')].every(one => one.dataset.state === 'done')"
    )
    for file in ("tiny.onnx", "ort-wasm-simd-threaded.wasm", "ort.wasm.min.mjs"):
        assert requests.count(file) == 1
    np.testing.assert_array_equal(shown(tab, 1), shown(tab, 1 + 2 + 5))
    # Nor does the next page, which says so.
    del requests[:]
    tab.goto(site)
    tab.get_by_role("combobox", name="Steps").select_option("5")
    tab.get_by_role("button", name="Grow a flower (nothing to download)").click()
    wait_until(tab, "done")
    assert "tiny.onnx" not in requests
    assert "ort-wasm-simd-threaded.wasm" not in requests
    tab.close()


def test_guidance_is_compared_on_one_noise(browser, site, run, tmp_path):
    _, model = run
    (tmp_path / "three.html").write_text(page(grow_a_flower("tiny", compare=True)), "utf-8")
    tab = browser.new_page()
    tab.set_default_timeout(120_000)
    tab.goto(site.replace("grow.html", "three.html") + "#flower=1&seed=4")
    assert "</script>, seed 4: press the button" in readout(tab)  # a flower's name
    button = tab.get_by_role("button", name="Compare guidance")
    assert button.is_disabled()
    tab.get_by_role("combobox", name="Steps").select_option("5")
    tab.get_by_role("button", name="Grow a flower (").click()
    wait_until(tab, "done")
    options = {"seed": 4, "steps": 5, "label": 1}
    middle = {"guidance": GUIDANCE, "interval": INTERVAL}
    assert alike(shown(tab, 1), python_s(model, **options, **middle)[1])
    after(tab, button.click)
    for canvas, way in ((-3, {}), (-2, {"guidance": GUIDANCE}), (-1, middle)):
        assert alike(shown(tab, canvas), python_s(model, **options, **way)[1])
    assert "Guided always, the light has moved by" in readout(tab)
    tab.close()


def test_the_film_is_what_the_network_saw_and_believed(browser, site, run, tmp_path):
    _, model = run
    (tmp_path / "film.html").write_text(page(film_strip("tiny")), encoding="utf-8")
    tab = browser.new_page()
    tab.set_default_timeout(120_000)
    problems = []
    tab.on("pageerror", lambda error: problems.append(str(error)))
    tab.goto(site.replace("grow.html", "film.html"))
    tab.wait_for_function("document.querySelector('figure').dataset.frames === '20'")
    position = tab.get_by_role("slider", name="Step", exact=True)
    position.focus()
    before = shown(tab, 0)
    tab.keyboard.press("End")  # recorded: nothing has been fetched
    assert (shown(tab, 0) != before).any()
    assert (
        "Step 20 of 20, at t = 0.05: signal rate" in tab.locator(".ff-readout").first.inner_text()
    )

    tab.get_by_label("Fresh noise η").focus()
    tab.keyboard.press("End")
    tab.get_by_role("combobox", name="Steps").select_option("5")
    tab.get_by_role("button", name="Grow a flower (").click()
    wait_until(tab, "done")
    steps = list(grow(model, FILM_SEED, 5, eta=1.0))
    for i in (0, 2, 4):
        position.focus()
        tab.keyboard.press("Home")
        for _ in range(i):
            tab.keyboard.press("ArrowRight")
        seen = (
            steps[i - 1].noisy if i else torch.from_numpy(browser_noise(FILM_SEED, (1, 3, 16, 16)))
        )
        for canvas, images in enumerate((seen, steps[i].prediction.image)):
            assert alike(shown(tab, canvas), bytes_of(model, images)[0].numpy().astype(int))
    strip = tab.locator(".ff-film-strip").bounding_box()
    tab.mouse.click(strip["x"] + 3, strip["y"] + 5)
    assert "Step 1 of 5, at t = 1.00" in tab.locator(".ff-readout").first.inner_text()
    after(tab, tab.get_by_role("button", name="Throw the dice").click)
    assert problems == []
    tab.close()


def test_in_an_output_frame_it_fetches_from_the_published_site(browser, site, tmp_path):
    """A frame of Colab or JupyterLab has no network beside it, and says where it will come from."""
    frame = page(grow_a_flower("tiny")).replace(' data-content_root="./"', "")
    (tmp_path / "frame.html").write_text(frame, encoding="utf-8")
    tab = browser.new_page()
    tab.set_default_timeout(120_000)
    asked = []

    def published(route):
        name = route.request.url.removeprefix(SITE).split("?")[0]
        asked.append(name)
        kind = "application/wasm" if name.endswith(".wasm") else "text/javascript"
        route.fulfill(
            body=(tmp_path / name).read_bytes(),
            content_type=kind,
            headers={"access-control-allow-origin": "*"},
        )

    tab.context.route(f"{SITE}**", published)
    tab.goto(site.replace("grow.html", "frame.html"))
    assert f"fetched from {SITE} when you press the button" in readout(tab)
    assert asked == []
    tab.get_by_role("combobox", name="Steps").select_option("5")
    tab.get_by_role("button", name="Grow a flower").click()
    wait_until(tab, "done")
    assert "models/tiny.onnx" in asked
    tab.close()


def test_a_network_of_another_target_and_schedule_grows_python_s_flower(
    browser, site, run, tmp_path, monkeypatch
):
    model = tiny_model(schedule=make_schedule("rectified_flow"), target="velocity")
    place = tmp_path / "results"
    (place / "other").mkdir(parents=True)
    record_growth(model, place / "other")
    export_network(model, place / "other")
    (place / "other" / FILE).rename(tmp_path / "models" / "other.onnx")
    monkeypatch.setattr(recorded, "_PLACES", (place,))
    (tmp_path / "other.html").write_text(page(grow_a_flower("other")), encoding="utf-8")
    tab = browser.new_page()
    tab.set_default_timeout(120_000)
    tab.goto(site.replace("grow.html", "other.html"))
    tab.get_by_role("combobox", name="Steps").select_option("5")
    tab.get_by_role("button", name="Grow a flower").click()
    wait_until(tab, "done")
    for canvas, expected in enumerate(python_s(model, seed=SEED, steps=5)):
        assert alike(shown(tab, canvas), expected)
    tab.close()


def test_opened_from_a_folder_it_says_why_it_cannot_grow(open_figures, run):
    opened = open_figures(grow_a_flower("tiny"))
    assert "browsers forbid it" in opened.page.locator(".ff-readout").inner_text()
    assert opened.page.get_by_role("button", name="Grow a flower").is_disabled()
    assert len({opened.pixels(i) for i in range(2, 12)}) == 10  # the recorded flower is there


def test_steps_can_be_played_and_chosen(open_figures, run):
    _, model = run
    opened = open_figures(reverse_process("tiny"))
    tab = opened.page
    wait_until(tab, "ready")
    tab.get_by_role("combobox", name="Steps").select_option("5")
    tab.get_by_role("slider", name="Step", exact=True).focus()
    tab.keyboard.press("End")
    last = shown(tab, 0)
    expected, _ = python_s(model, seed=SEED, steps=5)
    assert np.corrcoef(last.ravel(), expected.ravel())[0, 1] > 0.75
    assert "Step 5 of 5 led to t = 0.00" in tab.locator(".ff-readout").inner_text()
    tab.get_by_role("combobox", name="η").select_option("1")
    assert (shown(tab, 0) != last).any()
    tab.get_by_role("slider", name="Step", exact=True).focus()
    tab.keyboard.press("Home")
    start = opened.pixels(0)
    tab.get_by_role("button", name="Play").click()
    tab.wait_for_function("document.querySelector('.ff-readout').textContent.includes('5 of 5')")
    assert opened.pixels(0) != start


def test_epochs_can_be_walked_through(open_figures, run):
    opened = open_figures(training_watch("tiny"))
    tab = opened.page
    wait_until(tab, "ready")
    last, curve = opened.pixels(0), opened.drawing(0)
    tab.get_by_role("slider", name="Epoch").focus()
    tab.keyboard.press("Home")
    assert opened.pixels(0) != last
    assert opened.drawing(0) != curve
    assert tab.locator(".ff-title", has_text="Samples after epoch 1").count() == 1
    tab.keyboard.press("ArrowRight")
    assert tab.locator(".ff-title", has_text="Samples after epoch 1").count() == 1
    tab.keyboard.press("ArrowRight")
    assert tab.locator(".ff-title", has_text="Samples after epoch 3").count() == 1
    chart = tab.locator(".ff-chart > svg").bounding_box()
    tab.mouse.click(chart["x"] + chart["width"] - 14, chart["y"] + 60)
    assert opened.pixels(0) == last


def test_a_dot_stands_where_its_number_is(open_figures, run):
    """Also at the first epoch, whose error is far above the others."""
    figure = training_watch("tiny")
    late = [[epoch, 0.3 - epoch / 1000] for epoch in range(2, 40)]
    curve = {"name": "noise error", "points": [[1, 0.668], *late]}
    tab = open_figures(replace(figure, data={**figure.data, "curves": [curve]})).page
    wait_until(tab, "ready")
    ticks = {
        float(tick.text_content()): float(tick.get_attribute("y")) - 4
        for tick in tab.locator(".ff-live svg .ff-tick[text-anchor=end]").all()
    }
    (one, above_one), *_, (other, above_other) = ticks.items()
    epoch = tab.get_by_role("slider", name="Epoch")
    epoch.focus()
    for key, value in (("Home", 0.668), ("ArrowRight", 0.298)):
        tab.keyboard.press(key)
        assert f"noise error: {value:.3f}" in readout(tab)
        expected = above_one + (value - one) / (other - one) * (above_other - above_one)
        dot = tab.locator(".ff-live svg circle").get_attribute("cy")
        assert float(dot) == pytest.approx(expected, abs=0.5)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(open_figures, run, theme):
    figures = (
        grow_a_flower("tiny"),
        film_strip("tiny"),
        reverse_process("tiny"),
        training_watch("tiny"),
    )
    assert open_figures(*figures, theme=theme).violations() == []


def test_nothing_overflows_on_a_phone(open_figures, run):
    figures = (
        grow_a_flower("tiny"),
        film_strip("tiny"),
        reverse_process("tiny"),
        training_watch("tiny"),
    )
    opened = open_figures(*figures, width=375)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 375


@pytest.fixture
def growing(browser, run, tmp_path):
    """Grow a flower with a class and five steps, once grown; its network is a stand-in."""
    with with_a_stand_in(browser, tmp_path, grow_a_flower("tiny")) as tab:
        tab.get_by_role("combobox", name="Steps").select_option("5")
        tab.get_by_role("combobox", name="Flower").select_option("1")
        tab.get_by_role("button", name="Grow a flower").click()
        wait_until(tab, "done")
        yield tab


def test_a_handle_that_is_dragged_grows_one_flower_when_it_rests(growing):
    growing.evaluate("asked.length = 0; pause = 20")
    growing.evaluate(
        "() => { const handle = [...document.querySelectorAll('figure label.ff-slider')].find("
        " (label) => label.textContent.includes('Guidance')).querySelector('input');"
        " for (let value = 1; value <= 8; value += 0.5) {"
        " handle.value = value; handle.dispatchEvent(new Event('input')); } }"
    )
    assert growing.locator("figure").get_attribute("data-state") == "growing"
    wait_until(growing, "done")
    assert 5 < growing.evaluate("asked.length") <= 10  # two a step where guidance acts


def test_who_listens_hears_of_a_flower_when_it_is_there(growing):
    growing.evaluate(LISTEN)
    growing.evaluate("pause = 700")  # longer than text must rest before it is spoken
    growing.get_by_role("slider", name="Guidance").focus()
    growing.keyboard.press("Home")
    growing.wait_for_function("heard.length > 0")
    wait_until(growing, "done")
    assert growing.evaluate("heard.length") == 1
    assert growing.evaluate("heard[0]").startswith("Step 5 of 5")


def test_a_runtime_that_died_is_started_again_by_the_button(growing):
    growing.evaluate("failing = { error: 'Aborted(OOM)' }")
    growing.get_by_role("button", name="Grow it again").click()
    wait_until(growing, "failed")
    assert readout(growing) == (
        "The network stopped: Aborted(OOM). Press the button to start it again."
    )
    growing.evaluate("failing = null")
    growing.get_by_role("button", name="Grow a flower (").click()
    wait_until(growing, "done")


def test_the_button_keeps_the_focus_while_the_network_comes(browser, run, tmp_path):
    with with_a_stand_in(browser, tmp_path, grow_a_flower("tiny")) as tab:
        tab.evaluate("pause = 300")
        tab.get_by_role("button", name="Grow a flower").focus()
        tab.keyboard.press("Enter")
        tab.wait_for_function("document.activeElement === document.body")
        tab.wait_for_function("document.activeElement.textContent === 'Grow it again'")


def test_whoever_went_elsewhere_while_the_network_came_stays_there(browser, run, tmp_path):
    with with_a_stand_in(browser, tmp_path, grow_a_flower("tiny")) as tab:
        tab.evaluate("pause = 300")
        tab.get_by_role("button", name="Grow a flower").press("Enter")
        tab.get_by_role("slider", name="Seed").focus()
        tab.get_by_role("button", name="Grow it again").wait_for()
        assert tab.evaluate("document.activeElement.type") == "range"
