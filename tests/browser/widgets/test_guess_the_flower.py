"""Guess the flower: a round from the noise to the score, by keyboard, and without cheating."""

import pytest

from ddimlib.widgets import guess_the_flower
from ddimlib.widgets.guess_the_flower import FLOWERS
from tests.widgets.test_guess_the_flower import drawn

NAMES = list(FLOWERS)


@pytest.fixture(scope="module")
def figure():
    return guess_the_flower()


def ready(opened):
    tab = opened.page
    tab.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")
    return tab


def hidden(tab) -> int:
    """The flower that this round's seed has drawn."""
    return drawn(int(tab.locator("figure").get_attribute("data-seed")))[0]


def says(tab) -> str:
    return tab.locator(".ff-readout").first.inner_text()


def tile(tab, name: str):
    return tab.get_by_role("button", name=name)


def move_to(tab, value: float) -> None:
    slider = tab.get_by_role("slider")
    slider.evaluate(
        "(input, v) => { input.value = v; input.dispatchEvent(new Event('input')); }", value
    )


def test_a_round_by_keyboard_ends_with_bayes_and_the_score(open_figures, figure):
    opened = open_figures(figure)
    tab = ready(opened)
    noise = opened.pixels(0)
    assert "2,981" in says(tab)
    assert tab.get_by_role("button", name="Next flower").is_disabled()
    tab.get_by_role("slider").focus()
    tab.keyboard.press("End")
    assert opened.pixels(0) != noise
    mean = opened.pixels(1)
    truth = NAMES[hidden(tab)]
    assert tile(tab, truth).inner_text() == truth  # nothing is given away
    tile(tab, truth).focus()
    tab.keyboard.press("Enter")
    assert f"Yes, the {truth}" in says(tab)
    assert "1.00" in tile(tab, truth).inner_text()
    assert "you, right" in tile(tab, truth).inner_text()
    assert opened.pixels(1) != mean
    assert "1 of 1" in tab.get_by_role("row", name="You").inner_text()
    assert "−1.0" in tab.get_by_role("row", name="You").inner_text()
    assert "1 of 1" in tab.get_by_role("row", name="Bayes").inner_text()
    assert opened.violations() == []
    tab.get_by_role("button", name="Next flower").focus()
    tab.keyboard.press("Enter")
    assert tab.get_by_role("slider").input_value() == "-8"
    assert tab.evaluate("document.activeElement.type") == "range"
    assert tile(tab, truth).inner_text() == truth


def test_a_wrong_guess_is_told_which_one_it_was(open_figures, figure):
    tab = ready(open_figures(figure))
    truth = hidden(tab)
    move_to(tab, -2)
    tile(tab, NAMES[truth - 1]).click()
    assert f"It is the {NAMES[truth]}, and not the {NAMES[truth - 1]}" in says(tab)
    assert "it is this" in tile(tab, NAMES[truth]).inner_text()
    assert tile(tab, NAMES[truth - 1]).get_attribute("aria-pressed") == "true"
    assert "0 of 1" in tab.get_by_role("row", name="You").inner_text()
    tile(tab, NAMES[truth]).dispatch_event("click")  # too late
    assert "0 of 1" in tab.get_by_role("row", name="You").inner_text()


def test_the_clearest_picture_that_was_seen_counts(open_figures, figure):
    tab = ready(open_figures(figure))
    move_to(tab, -3)
    move_to(tab, -8)
    tile(tab, NAMES[hidden(tab)]).click()
    assert "counts at −3.0" in says(tab)
    assert "−3.0" in tab.get_by_role("row", name="You").inner_text()
    assert tab.get_by_role("slider").input_value() == "-3"


def test_after_the_guess_the_bars_follow_the_slider(open_figures, figure):
    tab = ready(open_figures(figure))
    truth = NAMES[hidden(tab)]
    move_to(tab, -1)
    tile(tab, truth).click()
    bar = tile(tab, truth).locator(".ff-bar i")
    full = bar.evaluate("bar => bar.getBoundingClientRect().width")
    move_to(tab, -8)
    assert bar.evaluate("bar => bar.getBoundingClientRect().width") < 0.9 * full
    shares = [float(t.inner_text()) for t in tab.locator(".ff-tile .ff-value").all()]
    assert sum(shares) == pytest.approx(1, abs=0.05)


def test_the_score_lasts_and_can_be_forgotten(open_figures, figure):
    tab = ready(open_figures(figure))
    tile(tab, NAMES[0]).click()
    tab.reload()
    tab.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")
    assert "of 1" in tab.get_by_role("row", name="Bayes").inner_text()
    tab.get_by_role("button", name="Forget the score").click()
    assert "0 of 0" in tab.get_by_role("row", name="Bayes").inner_text()
    tab.evaluate("localStorage.setItem('noise-to-flowers:guess', '{\"rounds\": \"many\"}')")
    tab.reload()
    tab.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")
    assert "0 of 0" in tab.get_by_role("row", name="You").inner_text()


@pytest.mark.parametrize("width", [320, 390, 800])
def test_nothing_overflows_or_is_too_small(open_figures, figure, width):
    tab = ready(open_figures(figure, width=width))
    tile(tab, NAMES[hidden(tab)]).click()
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    cut = tab.evaluate(
        "() => [...document.querySelectorAll('.ff-tile, .ff-tile span')].filter(n =>"
        " n.scrollWidth > n.clientWidth + 1 || parseFloat(getComputedStyle(n).fontSize) < 9)"
        ".map(n => n.outerHTML)"
    )
    assert cut == []


def test_axe_finds_nothing_in_the_dark(open_figures, figure):
    opened = open_figures(figure, theme="dark")
    tab = ready(opened)
    assert opened.violations() == []
    tile(tab, NAMES[0]).click()
    assert opened.violations() == []
