"""Every flower: a wall of buttons, each of which asks "Grow a flower" for its class and seed."""

from ddimlib.widgets import every_flower, grow_a_flower, page
from ddimlib.widgets.every_flower import CHAPTER
from ddimlib.widgets.layer import script_and_style
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


def test_the_other_figure_may_come_later_and_be_asked_twice(browser, tmp_path) -> None:
    """While a page comes in, this figure runs before the other one is there."""
    (tmp_path / "page.html").write_text(page(every_flower()), encoding="utf-8")
    later = grow_a_flower().markup() + script_and_style()
    with serve(tmp_path) as address:
        tab = browser.new_page()
        tab.goto(f"{address}/page.html")
        tab.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")
        link = tab.locator(".ff-every a").nth(7)
        assert link.get_attribute("target") == "_blank"
        tab.evaluate(
            "html => document.querySelector('main').append("
            " document.createRange().createContextualFragment(html))",
            later,
        )
        flower = tab.get_by_role("combobox", name="Flower")
        link.click()
        assert flower.input_value() == "7"
        assert link.get_attribute("href") == "#flower=7&seed=7"
        flower.select_option("3")
        link.click()  # the same address once more
        assert flower.input_value() == "7"
        assert len(tab.context.pages) == 1
        tab.close()


def test_the_browser_keeps_its_own_keys(open_figures) -> None:
    opened = open_figures(every_flower())
    tab = opened.page
    tab.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")
    tab.locator(".ff-every a").first.focus()
    tab.keyboard.press("Alt+ArrowRight")
    assert tab.evaluate("document.activeElement.hash") == "#flower=0&seed=0"
