"""Every flower: a wall of buttons, each of which asks "Grow a flower" for its class and seed."""

from ddimlib.widgets import every_flower, grow_a_flower, page
from ddimlib.widgets.every_flower import CHAPTER
from tests.browser.conftest import serve


def test_a_press_asks_the_other_figure_for_that_flower(browser, tmp_path) -> None:
    (tmp_path / "page.html").write_text(page(every_flower(), grow_a_flower()), encoding="utf-8")
    with serve(tmp_path) as address:
        tab = browser.new_page()
        tab.goto(f"{address}/page.html")
        tab.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")
        flowers = tab.locator(".ff-every a")
        assert flowers.count() == 90
        number = every_flower().data["names"].index("sunflower")
        flowers.nth(number).click()
        assert tab.get_by_role("combobox", name="Flower").input_value() == str(number)
        assert tab.get_by_role("slider", name="Seed").input_value() == str(number)
        assert "sunflower" in tab.locator(".ff-figure.ff-grow .ff-readout").inner_text()
        tab.close()


def test_arrow_keys_move_along_rows_and_columns(open_figures) -> None:
    opened = open_figures(every_flower())
    tab = opened.page
    tab.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")
    readout = tab.locator(".ff-readout")
    names = every_flower().data["names"]
    tab.locator(".ff-every a").first.focus()
    for key, number in (("ArrowRight", 1), ("ArrowDown", 11), ("ArrowLeft", 10), ("ArrowUp", 0)):
        tab.keyboard.press(key)
        assert readout.inner_text().startswith(f"{names[number]}, seed {number}.")
    tab.keyboard.press("ArrowUp")  # there is nothing above
    assert readout.inner_text().startswith(names[0])
    assert opened.violations() == []


def test_where_the_other_figure_is_missing_a_press_leads_to_the_chapter(open_figures) -> None:
    opened = open_figures(every_flower(), width=375)
    tab = opened.page
    tab.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")
    link = tab.locator(".ff-every a").nth(5)
    assert link.get_attribute("href") == f"{CHAPTER}#flower=5&seed=5"
    assert tab.evaluate("document.documentElement.scrollWidth") <= 375
