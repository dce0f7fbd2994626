"""Lie to the network: both sliders change the answer, and the words say which way the lie goes."""

from ddimlib.widgets import lie


def test_a_claim_changes_the_answer_and_not_what_the_network_sees(open_figures) -> None:
    opened = open_figures(lie())
    tab = opened.page
    tab.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")
    seen, answer, honest = (opened.pixels(i) for i in range(3))
    assert answer == honest != seen
    assert "The truth" in tab.locator(".ff-readout").inner_text()
    claim = tab.get_by_role("slider", name="Log-SNR that we claim")
    claim.focus()
    tab.keyboard.press("Home")
    assert opened.pixels(0) == seen
    assert opened.pixels(1) != answer
    assert opened.pixels(2) == honest
    assert "too little noise" in tab.locator(".ff-readout").inner_text()
    tab.keyboard.press("End")
    assert "too much noise" in tab.locator(".ff-readout").inner_text()
    tab.get_by_role("slider", name="Log-SNR of the picture").focus()
    tab.keyboard.press("ArrowRight")
    assert opened.pixels(0) != seen
    assert opened.violations() == []


def test_nothing_overflows_on_a_phone(open_figures) -> None:
    opened = open_figures(lie(), width=375)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 375
