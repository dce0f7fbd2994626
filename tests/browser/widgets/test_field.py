"""The field of view: with more noise the ring grows, and the words say by how much."""

import re

from ddimlib.widgets import field_of_view


def halves(tab) -> list[int]:
    """Half and nine tenths of the network, half of the best filter."""
    text = tab.locator(".ff-readout").inner_text()
    return [int(number) for number in re.findall(r"within (\d+)", text)]


def test_more_noise_widens_the_ring(open_figures) -> None:
    opened = open_figures(field_of_view())
    tab = opened.page
    tab.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")
    level = tab.get_by_role("slider", name="Log-SNR")
    level.focus()
    tab.keyboard.press("Home")
    little, picture, map_, curve = halves(tab), opened.pixels(0), opened.pixels(1), opened.drawing()
    tab.keyboard.press("End")
    much = halves(tab)
    assert much[0] > 2 * little[0]
    assert "before training in the pixel itself" in tab.locator(".ff-readout").inner_text()
    assert opened.pixels(0) != picture
    assert opened.pixels(1) != map_
    assert opened.drawing() != curve
    assert opened.violations() == []


def test_nothing_overflows_on_a_phone(open_figures) -> None:
    opened = open_figures(field_of_view(), width=375, theme="dark")
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 375
