"""Draw a schedule answers to mouse and keyboard, and its network grows Python's flower."""

import pytest
import torch

import ddimlib.runs
from ddimlib.runs import recorded
from ddimlib.widgets import browser_noise, draw_a_schedule, page
from ddimlib.widgets.draw_a_schedule import EXAMPLES, RUN, SEED, DrawnSchedule, record, ten_steps
from ddimlib.widgets.growing import bytes_of
from ddimlib.widgets.recording import record_growth
from tests.browser.conftest import serve
from tests.browser.widgets.networks import (
    change_processor,
    export_network,
    put_network,
    wait_until,
    watched,
    with_a_stand_in,
)
from tests.browser.widgets.test_recorded_figures import alike, shown
from tests.widgets.recorded_run import tiny_model

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(open_figures):
    return open_figures(draw_a_schedule())


def ring(tab, number):
    return tab.get_by_role("slider", name="Log-SNR at t = ").nth(number)


def kind(tab):
    return tab.get_by_role("combobox", name="Start from")


def readout(tab):
    return tab.locator(".ff-readout").first.inner_text()


def shares(tab):
    return tab.locator("table.ff-bars tbody").first.inner_text()


def test_keys_move_a_ring_that_keeps_the_focus(opened):
    tab, curves, last, spent = opened.page, opened.drawing(1), opened.pixels(9), shares(opened.page)
    kind(tab).focus()
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.dataset.handle") == "0"
    for _ in range(6):
        tab.keyboard.press("Tab")
    assert ring(tab, 6).get_attribute("aria-valuetext") == "−7.8"
    tab.keyboard.press("ArrowUp")
    assert ring(tab, 6).get_attribute("aria-valuetext") == "−7.6"
    tab.keyboard.press("Shift+ArrowUp")
    tab.keyboard.press("PageUp")
    assert ring(tab, 6).get_attribute("aria-valuetext") == "−5.6"
    assert tab.evaluate("document.activeElement.dataset.handle") == "6"
    assert kind(tab).input_value() == "drawn"
    assert opened.drawing(1) != curves
    assert opened.pixels(9) != last
    assert shares(tab) != spent
    assert "levelled" not in readout(tab)
    for _ in range(8):
        tab.keyboard.press("PageUp")
    assert "where yours would have risen, it was levelled" in readout(tab)
    assert float(ring(tab, 5).get_attribute("aria-valuenow")) > 2  # it gave way


def test_choosing_a_kind_shows_it_and_what_was_drawn_is_kept(opened):
    tab = opened.page
    middle = opened.pixels(5)
    kind(tab).select_option("linear")
    assert opened.pixels(5) != middle
    assert ring(tab, 0).get_attribute("aria-valuetext") == "9.2"
    ring(tab, 0).press("ArrowDown")
    kind(tab).select_option("high")
    assert ring(tab, 1).get_attribute("aria-valuetext") == "−4.0"
    assert "45 %" in shares(tab)
    kind(tab).select_option("drawn")
    assert ring(tab, 0).get_attribute("aria-valuetext") == "9.0"


def test_a_ring_follows_the_pointer(opened):
    box = ring(opened.page, 3).bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    opened.page.mouse.move(x, y)
    opened.page.mouse.down()
    opened.page.mouse.move(x, y + 30, steps=4)
    opened.page.mouse.up()
    after = ring(opened.page, 3).bounding_box()
    assert after["y"] + after["height"] / 2 == pytest.approx(y + 30, abs=1)


def test_a_stroke_becomes_the_curve(opened):
    tab, before = opened.page, opened.drawing(0)
    chart = tab.locator(".ff-drawable").bounding_box()

    def at(x, y):
        return chart["x"] + x * chart["width"], chart["y"] + y * chart["height"]

    tab.mouse.move(*at(0.3, 0.15))
    tab.mouse.down()
    tab.mouse.move(*at(0.7, 0.6), steps=6)
    tab.mouse.up()
    assert opened.drawing(0) != before
    assert kind(tab).input_value() == "drawn"
    tab.mouse.move(*at(0.3, 0.7))
    tab.mouse.down()
    tab.mouse.move(*at(0.7, 0.3), steps=6)
    tab.mouse.up()
    assert "levelled" in readout(tab)
    levels = [float(ring(tab, i).get_attribute("aria-valuenow")) for i in range(7)]
    assert levels == sorted(levels, reverse=True)


def test_recorded_flowers_are_shown_and_losses_follow(open_figures):
    opened = open_figures(draw_a_schedule(run=RUN))
    tab = opened.page
    tab.wait_for_selector("figure[data-recorded]")
    assert opened.pixels(0) == opened.pixels(1)  # it opens with cosine
    kind(tab).select_option("high")
    assert opened.pixels(0) != opened.pixels(1)
    assert "the loss on the noise falls to 0.29 of cosine's" in readout(tab)
    assert "the loss on the image rises to 1.82" in readout(tab)
    recorded_flower = opened.pixels(1)
    ring(tab, 2).press("PageDown")
    assert tab.get_by_text("Not grown yet").is_visible()
    assert opened.pixels(1) != recorded_flower
    assert "The network knows log-SNRs from 2.2 to −7.8 only" not in readout(tab)
    kind(tab).select_option("linear")
    assert "The network knows log-SNRs from 2.2 to −7.8 only" in readout(tab)
    assert tab.get_by_role("button", name="Another seed").is_disabled()


@pytest.fixture
def run(tmp_path):
    """A tiny network's recording, and the network: its pictures depend on the steps taken."""
    place = tmp_path / "results"
    (place / "tiny").mkdir(parents=True)
    (place / "spectrum").symlink_to(recorded.path("spectrum"))
    model = tiny_model(target="image")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recorded, "_PLACES", (place,))
        patch.setattr(ddimlib.runs, "load", lambda name: model)
        record_growth(model, place / "tiny")
        export_network(model, place / "tiny")
        record("tiny")
        yield place / "tiny", model


def test_the_page_grows_python_s_flower(browser, run, vendored, tmp_path):
    folder, model = run
    put_network(tmp_path, folder, vendored)
    (tmp_path / "page.html").write_text(page(draw_a_schedule(run="tiny")), encoding="utf-8")

    def python_s(schedule, seed=SEED):
        noise = torch.from_numpy(browser_noise(seed, (1, *model.picture_shape)))
        with torch.no_grad():
            return bytes_of(model, ten_steps(model, schedule, noise, None))[0].numpy().astype(int)

    tab, requests, _ = watched(browser)
    with serve(tmp_path) as address:
        tab.goto(f"{address}/page.html")
        kind(tab).select_option("low")
        assert requests == ["page.html"]  # nothing is downloaded before it is asked for
        tab.get_by_role("button", name="Grow it here (downloads").click()
        wait_until(tab, "done")
        assert alike(shown(tab, 0), python_s(model.schedule))
        assert alike(shown(tab, 1), python_s(DrawnSchedule(EXAMPLES["low"])))
        assert not alike(shown(tab, 0), shown(tab, 1))

        # A pull grows another flower by itself, of the levels that the handles say.
        tab.evaluate("document.querySelector('figure').dataset.state = 'waiting'")
        ring(tab, 5).press("PageDown")
        wait_until(tab, "done")
        pulled = [*EXAMPLES["low"]]
        pulled[5] -= 1
        assert alike(shown(tab, 1), python_s(DrawnSchedule(pulled)))

        tab.evaluate("document.querySelector('figure').dataset.state = 'waiting'")
        tab.get_by_role("button", name="Another seed").click()
        wait_until(tab, "done")
        assert alike(shown(tab, 0), python_s(model.schedule, SEED + 1))
        assert alike(shown(tab, 1), python_s(DrawnSchedule(pulled), SEED + 1))
    tab.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(open_figures, theme):
    assert open_figures(draw_a_schedule(), draw_a_schedule(run=RUN), theme=theme).violations() == []


@pytest.mark.parametrize("width", [320, 375])
def test_nothing_overflows_on_a_phone(open_figures, width):
    opened = open_figures(draw_a_schedule(), draw_a_schedule("linear", run=RUN), width=width)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_its_network_it_shows_the_recorded_flowers_again(browser, tmp_path):
    with with_a_stand_in(browser, tmp_path, draw_a_schedule(run=RUN)) as tab:
        tab.wait_for_selector("figure[data-recorded]")
        pictures = "[...document.querySelectorAll('figure canvas')].map(one => one.toDataURL())"
        before = tab.evaluate(pictures)
        tab.get_by_role("button", name="Grow it here (").click()
        wait_until(tab, "done")
        tab.evaluate("document.querySelector('figure').dataset.state = 'waiting'")
        tab.get_by_role("button", name="Another seed").click()
        wait_until(tab, "done")
        assert tab.evaluate(pictures) != before
        change_processor(tab)
        assert tab.evaluate(pictures) == before
        tab.evaluate("asked.length = 0")
        tab.get_by_role("button", name="Grow it here (").click()
        wait_until(tab, "done")
        assert tab.evaluate("asked.length") == 20  # the flower of the cosine schedule, too
