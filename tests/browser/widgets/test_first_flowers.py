"""First flowers answers to the mouse, to the keyboard and to a finger."""

from ddimlib.widgets import first_flowers


def test_dragging_across_the_pictures_and_the_keyboard_move_all_six(open_figures) -> None:
    opened = open_figures(first_flowers())
    tab = opened.page
    tab.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")
    middle = [opened.pixels(i) for i in range(6)]
    box = tab.locator(".ff-first").bounding_box()
    tab.mouse.move(box["x"] + box["width"] / 2, box["y"] + 100)
    tab.mouse.down()
    tab.mouse.move(box["x"] + box["width"] - 1, box["y"] + 100)
    tab.mouse.up()
    flower = [opened.pixels(i) for i in range(6)]
    assert all(one != other for one, other in zip(middle, flower, strict=True))
    assert "t = 0: no noise is left" in tab.locator(".ff-readout").inner_text()
    tab.get_by_role("slider", name="From noise to flower").focus()
    tab.keyboard.press("Home")
    assert "pure noise" in tab.locator(".ff-readout").inner_text()
    assert opened.pixels(0) != flower[0]
    assert opened.violations() == []


def test_nothing_overflows_on_a_phone(open_figures) -> None:
    opened = open_figures(first_flowers(), width=375)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 375
