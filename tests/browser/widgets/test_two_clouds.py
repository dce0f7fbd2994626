"""Two clouds answers to keys, and its readout says that lines cross and their mean does not."""

import pytest

from ddimlib.widgets import two_clouds

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(open_figures):
    return open_figures(two_clouds())


def apart(opened):
    return float(opened.page.locator("figure").get_attribute("data-disagreement"))


def test_on_lines_neighbours_part_and_on_the_mean_they_stay_together(opened):
    page = opened.page
    before, on_lines = opened.pixels(), apart(opened)
    page.get_by_role("combobox", name="Each dot follows").select_option("mean")
    assert opened.pixels() != before
    assert on_lines > 5 * apart(opened)
    words = page.locator(".ff-readout").inner_text()
    assert "Two dots closer than 0.15 differ in velocity by" in words


def test_time_and_clouds_change_what_is_shown(opened):
    page = opened.page
    seen = [opened.pixels()]

    def changed():
        seen.append(opened.pixels())
        return len(set(seen)) == len(seen)

    slider = page.get_by_role("slider", name="Way to the target")
    slider.focus()
    page.keyboard.press("Home")
    assert changed()
    assert "t = 1.00" in page.locator(".ff-readout").inner_text()
    page.keyboard.press("End")
    assert changed()
    page.get_by_role("combobox", name="From").select_option("noise")
    assert changed()
    page.get_by_role("combobox", name="To").select_option("a flower")
    assert changed()
    page.get_by_role("checkbox", name="Paths").uncheck()
    assert changed()
    slider.focus()
    page.keyboard.press("Home")
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("document.querySelector('.ff-readout').textContent.includes('t = 0.00')")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(open_figures, theme):
    assert open_figures(two_clouds(), theme=theme).violations() == []


def test_nothing_overflows_on_a_phone(open_figures):
    opened = open_figures(two_clouds(), width=375)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 375
