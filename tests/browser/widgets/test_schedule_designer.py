"""The schedule designer answers to mouse and keyboard."""

import pytest

from ddimlib.widgets import schedule_designer

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(open_figures):
    return open_figures(schedule_designer())


def code(opened):
    return opened.page.locator(".ff-code").inner_text()


def test_a_slider_moves_curves_and_pictures(opened):
    last, curve = opened.pixels(9), opened.drawing(1)
    opened.page.get_by_label("Signal rate at t = 1").focus()
    for _ in range(100):
        opened.page.keyboard.press("ArrowRight")
    assert code(opened) == "CosineSchedule(max_signal_rate=0.95, min_signal_rate=0.12)"
    assert opened.pixels(9) != last
    assert opened.drawing(1) != curve
    assert "signal rate of 0.120 is left" in opened.page.locator(".ff-readout").inner_text()


def test_choosing_a_kind_changes_names_ranges_and_pictures(opened):
    middle = opened.pixels(5)
    opened.page.get_by_role("combobox", name="Schedule").select_option("linear")
    assert opened.page.get_by_label("Last β").get_attribute("aria-valuetext") == "0.0200"
    assert code(opened) == "LinearSchedule(beta_start=0.0001, beta_end=0.02)"
    assert opened.pixels(5) != middle


def test_each_kind_keeps_its_own_ends(opened):
    select = opened.page.get_by_role("combobox", name="Schedule")
    select.select_option("log_snr")
    opened.page.get_by_label("Log-SNR at t = 0").focus()
    opened.page.keyboard.press("Home")
    assert code(opened) == "LogSNRSchedule(start=0, end=-7.5)"
    select.select_option("cosine")
    assert code(opened) == "CosineSchedule(max_signal_rate=0.95, min_signal_rate=0.02)"
    select.select_option("log_snr")
    assert code(opened) == "LogSNRSchedule(start=0, end=-7.5)"


@pytest.mark.parametrize("kind", ["cosine", "linear", "log_snr"])
def test_the_end_of_the_curve_follows_the_pointer(open_figures, kind):
    opened = open_figures(schedule_designer(kind))
    before, last = code(opened), opened.pixels(9)
    ring = opened.page.locator("[data-handle=end]")
    box = ring.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    opened.page.mouse.move(x, y)
    opened.page.mouse.down()
    opened.page.mouse.move(x, y - 40, steps=4)
    opened.page.mouse.up()
    after = ring.bounding_box()
    # A ring follows to within a step of its slider.
    assert after["y"] + after["height"] / 2 == pytest.approx(y - 40, abs=2)
    assert code(opened) != before
    assert opened.pixels(9) != last


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(open_figures, theme):
    assert open_figures(schedule_designer(), theme=theme).violations() == []


def test_nothing_overflows_on_a_phone(open_figures):
    opened = open_figures(schedule_designer(), width=375)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 375
