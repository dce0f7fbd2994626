"""What a latent keeps: the sliders change what comes back, and the words say by how much."""

import importlib
import re

import numpy as np
import pytest

from ddimlib.widgets import encode_bytes, what_a_latent_keeps


def opened_at(open_figures, figure=None, **options):
    opened = open_figures(figure or what_a_latent_keeps(), **options)
    opened.page.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")
    return opened


def error(tab) -> float:
    return float(re.findall(r"error of (\d\.\d+)", tab.locator(".ff-readout").inner_text())[0])


def test_more_numbers_bring_the_photograph_back_better(open_figures) -> None:
    opened = opened_at(open_figures)
    tab = opened.page
    photograph, back, drawing = opened.pixels(0), opened.pixels(2), opened.drawing()
    four = error(tab)
    assert (
        "4 of 48 numbers a square: 1,024 in place of 12,288"
        in tab.locator(".ff-readout").inner_text()
    )
    kept = tab.get_by_role("slider", name="Numbers kept of each square")
    kept.focus()
    tab.keyboard.press("Home")
    assert error(tab) > four
    assert opened.pixels(2) != back
    tab.keyboard.press("End")
    assert error(tab) < 0.001
    assert opened.pixels(0) == photograph
    assert opened.drawing() != drawing
    assert opened.violations() == []


def test_a_number_is_moved_by_keys_and_a_square_marked_by_keys_or_a_press(open_figures) -> None:
    opened = opened_at(open_figures)
    tab = opened.page
    before = [opened.pixels(i) for i in range(3)]
    tab.get_by_role("slider", name="Move it in the marked square").focus()
    tab.keyboard.press("End")
    assert "You moved the first number" in tab.locator(".ff-readout").inner_text()
    moved = [opened.pixels(i) for i in range(3)]
    assert moved[0] == before[0]
    assert moved[1] != before[1]
    assert moved[2] != before[2]
    board = tab.get_by_role("application", name="From its numbers")
    board.focus()
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("ArrowDown")
    assert "row 8, column 9" in (board.get_attribute("aria-label") or "")
    assert opened.pixels(2) != moved[2]
    box = board.bounding_box()
    assert box is not None
    tab.mouse.click(box["x"] + 2, box["y"] + 2)
    assert "row 1, column 1" in (board.get_attribute("aria-label") or "")
    tab.get_by_label("Number to move").select_option("3")
    kept = tab.get_by_role("slider", name="Numbers kept of each square")
    kept.focus()
    tab.keyboard.press("Home")
    assert tab.get_by_role("slider", name="Move it in the marked square").is_disabled()


def test_the_learned_code_takes_the_place_of_the_linear_one(open_figures, monkeypatch) -> None:
    flower = what_a_latent_keeps().data["picture"]
    learned = {"kept": 4, "picture": flower, "error": 0.0, "average": 0.07}
    learned["code"] = encode_bytes(np.zeros((4, 16, 16), np.uint8))
    # By name the package has the function of that name, and not the module.
    module = importlib.import_module("ddimlib.widgets.what_a_latent_keeps")
    monkeypatch.setattr(module, "learned_code", lambda: learned)
    opened = opened_at(open_figures)
    tab = opened.page
    before = opened.pixels(2)
    tab.get_by_label("The learned code").check()
    assert "The learned code, 4 numbers a square" in tab.locator(".ff-readout").inner_text()
    assert opened.pixels(2) != before
    assert tab.get_by_role("slider", name="Numbers kept of each square").is_disabled()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_overflows_on_a_phone(open_figures, theme) -> None:
    opened = opened_at(open_figures, width=375, theme=theme)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 375
