"""First flowers answers to the mouse, to the keyboard and to a finger."""

from dataclasses import replace
from itertools import pairwise

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


SLIDER = "Number(document.querySelector('figure input[type=range]').value)"


def touch(tab, *places) -> None:
    """One finger comes down at the first place, moves to the others and is lifted."""
    session = tab.context.new_cdp_session(tab)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})

    def send(kind, *points):
        fingers = [{"x": x, "y": y} for x, y in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})

    send("touchStart", places[0])
    for (x, y), (u, v) in pairwise(places):
        for part in range(1, 11):
            send("touchMove", (x + (u - x) * part / 10, y + (v - y) * part / 10))
    send("touchEnd")
    session.detach()


def test_a_finger_that_scrolls_the_page_changes_nothing(open_figures) -> None:
    tab = open_figures(first_flowers(), width=375).page
    tab.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")
    tab.evaluate("document.body.style.paddingBottom = '3000px'")
    before = tab.evaluate(SLIDER)
    box = tab.locator(".ff-first").bounding_box()
    x, y = box["x"] + 0.9 * box["width"], box["y"] + box["height"] - 5
    touch(tab, (x, y), (x + 3, y - 200))
    tab.wait_for_function("window.scrollY > 50")
    assert tab.evaluate(SLIDER) == before


def test_a_finger_that_taps_or_drags_sideways_moves_the_pictures(open_figures) -> None:
    tab = open_figures(first_flowers(), width=375).page
    tab.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")
    box = tab.locator(".ff-first").bounding_box()
    last = tab.evaluate("Number(document.querySelector('figure input[type=range]').max)")
    y = box["y"] + 50
    touch(tab, (box["x"] + box["width"] - 2, y))
    tab.wait_for_function(f"{SLIDER} === {last}")
    touch(tab, (box["x"] + 0.8 * box["width"], y), (box["x"] + 2, y + 10))
    tab.wait_for_function(f"{SLIDER} === 0")


def test_another_button_and_a_second_finger_change_nothing(open_figures) -> None:
    tab = open_figures(first_flowers()).page
    tab.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")
    before = tab.evaluate(SLIDER)
    box = tab.locator(".ff-first").bounding_box()
    x, y = box["x"] + box["width"] - 5, box["y"] + 50
    tab.mouse.click(x, y, button="right")
    tab.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).dispatchEvent(new PointerEvent('pointerdown',"
        " { pointerId: 1, isPrimary: false, pointerType: 'touch', clientX: x, clientY: y,"
        " bubbles: true }))",
        [x, y],
    )
    assert tab.evaluate(SLIDER) == before


def test_where_a_picture_cannot_be_decoded_the_still_one_stays(open_figures) -> None:
    figure = first_flowers()
    broken = replace(figure, data={**figure.data, "noisy": "data:image/webp;base64,AAAA"})
    opened = open_figures(broken)
    opened.page.wait_for_selector("figure[data-failed]")
    assert opened.page.locator(".ff-still img").is_visible()
    assert not opened.page.locator(".ff-live").is_visible()
    assert len(opened.problems) == 1
    opened.problems.clear()
