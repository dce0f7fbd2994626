"""Sample size: the slider moves the cloud, the choices move the truth, a new draw is another."""

from ddimlib.widgets import sample_size


def test_slider_choices_and_button_change_what_is_drawn(open_figures) -> None:
    opened = open_figures(sample_size())
    tab = opened.page
    assert tab.locator("figure").get_attribute("data-state") == "ready"
    words = tab.locator(".ff-readout")
    first, said = [opened.drawing(n) for n in range(2)], words.inner_text()
    assert said.count("the truth is 0.00") == 2
    tab.get_by_role("slider", name="Pictures in each set").focus()
    tab.keyboard.press("End")
    large = [opened.drawing(n) for n in range(2)]
    assert all(a != b for a, b in zip(first, large, strict=True))
    assert words.inner_text() != said
    tab.get_by_role("button", name="Draw again").click()
    assert opened.drawing(0) != large[0]
    tab.get_by_role("combobox", name="The second set").select_option("0.2")
    assert "the truth is 0.32" in words.inner_text()
    tab.get_by_role("combobox", name="Features").select_option("4")
    assert "the truth is 0.16" in words.inner_text()
    assert opened.violations() == []


def test_nothing_overflows_on_a_phone(open_figures) -> None:
    opened = open_figures(sample_size(), width=375, theme="dark")
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 375
