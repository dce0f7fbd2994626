"""Noise maps: the ring in the noise moves every other ring, by mouse and by keyboard."""

from ddimlib.widgets import noise_maps


def open_maps(open_figures, **options):
    return open_figures(noise_maps({"itself": lambda points: points, "half": lambda p: p / 2}),
                        **options)  # fmt: skip


def test_a_drag_and_a_key_move_the_point_in_every_picture(open_figures) -> None:
    opened = open_maps(open_figures)
    tab = opened.page
    before = [opened.pixels(i) for i in range(3)]
    box = tab.locator(".ff-handle").bounding_box()
    tab.mouse.move(box["x"] + box["width"] / 4, box["y"] + box["height"] / 2)
    tab.mouse.down()
    tab.mouse.up()
    pressed = [opened.pixels(i) for i in range(3)]
    assert all(one != other for one, other in zip(before, pressed, strict=True))
    assert "From (-1.70" in tab.locator(".ff-readout").inner_text()
    tab.get_by_role("slider", name="Noise: y").focus()
    tab.keyboard.press("ArrowUp")
    assert all(opened.pixels(i) != pressed[i] for i in range(3))
    assert opened.violations() == []


def test_the_words_say_whether_a_point_ends_in_a_disc(open_figures) -> None:
    opened = open_maps(open_figures)
    tab = opened.page
    x, y = (tab.get_by_role("slider", name=f"Noise: {name}") for name in "xy")
    x.fill("1.4")
    y.fill("0")
    assert "itself: in a disc; half: between the discs" in tab.locator(".ff-readout").inner_text()


def test_nothing_overflows_on_a_phone(open_figures) -> None:
    opened = open_maps(open_figures, width=375)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 375
