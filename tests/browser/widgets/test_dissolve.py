"""Dissolve takes a picture of the reader's: chosen, dropped or pasted, upright, and kept here."""

import io

import numpy as np
import pytest
from PIL import Image

from ddimlib.data.photograph import sample_flower
from ddimlib.widgets import dissolve

SIZE = 32


def encoded(pixels: np.ndarray, kind: str = "PNG", **options) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, kind, **options)
    return buffer.getvalue()


def quadrants(side: int = 64) -> np.ndarray:
    """Red, green / blue, yellow."""
    colours = np.array([[[200, 0, 0], [0, 200, 0]], [[0, 0, 200], [200, 200, 0]]], dtype=np.uint8)
    return colours.repeat(side // 2, axis=0).repeat(side // 2, axis=1)


def file(content: bytes, name: str = "mine.png", kind: str = "image/png") -> dict:
    return {"name": name, "mimeType": kind, "buffer": content}


@pytest.fixture(scope="module")
def figure():
    from dataclasses import replace

    made = dissolve(sample_flower(SIZE))
    credit = " Photograph: somebody."
    return replace(made, data={**made.data, "credit": credit}, caption=made.caption + credit)


def settled(opened) -> None:
    opened.page.wait_for_function("document.querySelector('figure').dataset.state === 'ready'")


def choose(opened, content: dict) -> None:
    """What the browser's dialogue does when a reader has chosen a file."""
    opened.page.locator("figure input[type=file]").set_input_files(content)
    settled(opened)


def colours(opened) -> np.ndarray:
    """What the first canvas shows, where its four quadrants have their middles: (2, 2, 3)."""
    rgba = opened.page.evaluate(
        "() => { const c = document.querySelector('canvas').cloneNode();"
        " const pen = c.getContext('2d', { willReadFrequently: true });"
        " pen.drawImage(document.querySelector('canvas'), 0, 0);"
        " return [...pen.getImageData(0, 0, c.width, c.height).data]; }"
    )
    return np.array(rgba).reshape(SIZE, SIZE, 4)[SIZE // 4 :: SIZE // 2, SIZE // 4 :: SIZE // 2, :3]


def status(opened) -> str:
    return opened.page.locator("figure [role=status]").inner_text()


def hues(values: np.ndarray) -> list[str]:
    """Each quadrant's colour by name, in reading order."""
    names = {(True, False, False): "red", (False, True, False): "green",
             (False, False, True): "blue", (True, True, False): "yellow"}  # fmt: skip
    return [names.get(tuple(int(c) > 100 for c in cell), "?") for cell in values.reshape(4, 3)]


def little_noise(opened) -> None:
    opened.page.get_by_label("Time t").focus()
    opened.page.keyboard.press("Home")


def test_a_chosen_picture_is_shown_and_credited_to_nobody_until_the_flower_comes_back(
    open_figures, figure
):
    opened = open_figures(figure)
    little_noise(opened)
    flower = opened.pixels()
    tab = opened.page
    assert "somebody" in tab.locator("figcaption").inner_text()
    back = tab.get_by_role("button", name="Back to the flower")
    assert back.count() == 0
    choose(opened, file(encoded(quadrants())))
    assert hues(colours(opened)) == ["red", "green", "blue", "yellow"]
    assert "somebody" not in tab.locator("figcaption").inner_text()
    assert "Your picture" in tab.locator("canvas").first.get_attribute("aria-label")
    assert "flower" not in tab.locator("canvas").first.get_attribute("aria-label")
    assert status(opened) == ""
    assert opened.violations() == []
    back.click()
    assert opened.pixels() == flower
    assert "somebody" in tab.locator("figcaption").inner_text()
    assert back.count() == 0


def test_the_button_opens_the_dialogue_by_keyboard(open_figures, figure):
    opened = open_figures(figure)
    opened.page.evaluate(
        "() => { window.asked = 0; document.querySelector('input[type=file]').addEventListener("
        "'click', event => { event.preventDefault(); asked += navigator.userActivation.isActive; })"
        "}"
    )
    opened.page.get_by_role("button", name="Your picture").focus()
    opened.page.keyboard.press("Enter")
    opened.page.keyboard.press("Space")
    opened.page.wait_for_function("window.asked === 2")


def test_nothing_leaves_the_page_and_the_page_says_so(open_figures, figure):
    opened = open_figures(figure)
    before = len(opened.requests)
    choose(opened, file(encoded(quadrants())))
    assert all(url.startswith("blob:") for url in opened.requests[before:])
    assert "stays in this page" in opened.page.locator(".ff-own").inner_text()


def test_a_photograph_stands_upright_as_its_camera_was_held(open_figures, figure):
    opened = open_figures(figure)
    little_noise(opened)
    exif = Image.Exif()
    for turn, seen in (  # a quarter clockwise, and head over heels
        (6, ["blue", "red", "yellow", "green"]),
        (3, ["yellow", "blue", "green", "red"]),
    ):
        exif[0x0112] = turn
        turned = encoded(quadrants(), "JPEG", exif=exif, quality=95)
        choose(opened, file(turned, "turned.jpg", "image/jpeg"))
        assert hues(colours(opened)) == seen


def test_the_middle_square_of_a_wide_picture_is_taken(open_figures, figure):
    opened = open_figures(figure)
    little_noise(opened)
    wide = np.zeros((64, 200, 3), dtype=np.uint8)
    wide[:, 68:132] = quadrants()
    choose(opened, file(encoded(wide)))
    assert hues(colours(opened)) == ["red", "green", "blue", "yellow"]


def test_what_is_transparent_is_white(open_figures, figure):
    opened = open_figures(figure)
    little_noise(opened)
    clear = np.zeros((64, 64, 4), dtype=np.uint8)
    clear[:32] = [200, 0, 0, 255]
    choose(opened, file(encoded(clear)))
    assert colours(opened)[1].min() > 200


@pytest.mark.parametrize("content", [b"%PDF-1.7 no picture", b""])
@pytest.mark.parametrize("kind", ["application/pdf", "image/png", ""])
def test_what_is_no_picture_is_refused_in_one_sentence(open_figures, figure, content, kind):
    opened = open_figures(figure)
    before = opened.pixels()
    choose(opened, file(content, "notes.pdf", kind))
    opened.page.wait_for_function(
        "document.querySelector('figure [role=status]').textContent.includes('cannot read')"
    )
    assert status(opened) == (
        "This browser cannot read “notes.pdf” as a picture: take a JPEG, PNG or WebP file."
    )
    assert opened.pixels() == before
    assert opened.page.get_by_role("button", name="Back to the flower").count() == 0


def test_a_picture_beyond_all_cameras_is_refused_before_it_is_decoded(open_figures, figure):
    opened = open_figures(figure)
    buffer = io.BytesIO()
    Image.new("1", (20_000, 12_000)).save(buffer, "PNG")
    choose(opened, file(buffer.getvalue(), "wall.png"))
    assert "240 million pixels" in status(opened)
    assert "100 million" in status(opened)


# The longest time for which the page answered nothing while a picture came in, in milliseconds.
WATCH = """() => { window.longest = 0; let last = performance.now();
  const beat = () => { const now = performance.now(); longest = Math.max(longest, now - last);
    last = now; setTimeout(beat, 0); }; beat(); }"""


def test_a_huge_picture_does_not_freeze_the_page(open_figures, figure):
    opened = open_figures(figure)
    little_noise(opened)
    huge = encoded(quadrants().repeat(80, axis=0).repeat(80, axis=1), "JPEG")  # 26 million pixels
    opened.page.evaluate(WATCH)
    choose(opened, file(huge, "huge.jpg", "image/jpeg"))
    assert hues(colours(opened)) == ["red", "green", "blue", "yellow"]
    print("longest stop:", opened.page.evaluate("longest"), "ms")
    assert opened.page.evaluate("longest") < 1500


HAND_OVER = """([kind, base64, name]) => {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const data = new DataTransfer();
  if (name) data.items.add(new File([bytes], name, { type: 'image/png' }));
  else data.setData('text/plain', 'only words');
  const options = { bubbles: true, cancelable: true };
  const event = kind === 'paste' ? new ClipboardEvent('paste', { ...options, clipboardData: data })
    : new DragEvent(kind, { ...options, dataTransfer: data });
  const target = document.querySelector(kind === 'paste' ? 'body' : '.ff-live canvas');
  target.dispatchEvent(event);
  return event.defaultPrevented;
}"""


@pytest.mark.parametrize("kind", ["drop", "paste"])
def test_a_picture_can_be_dropped_and_pasted(open_figures, figure, kind):
    import base64

    opened = open_figures(figure)
    little_noise(opened)
    content = base64.b64encode(encoded(quadrants())).decode()
    if kind == "drop":
        assert opened.page.evaluate(HAND_OVER, ["dragover", content, "mine.png"])
        assert "ff-over" in opened.page.locator("figure").get_attribute("class")
    assert opened.page.evaluate(HAND_OVER, [kind, content, "mine.png"])
    settled(opened)
    assert hues(colours(opened)) == ["red", "green", "blue", "yellow"]
    assert "ff-over" not in opened.page.locator("figure").get_attribute("class")


def test_words_that_are_pasted_elsewhere_are_none_of_its_business(open_figures, figure):
    opened = open_figures(figure)
    before = opened.pixels()
    assert not opened.page.evaluate(HAND_OVER, ["paste", "", ""])
    opened.settle()
    assert status(opened) == ""
    assert opened.pixels() == before


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_overflows_on_a_phone(open_figures, figure, width):
    opened = open_figures(figure, width=width)
    choose(opened, file(encoded(quadrants()), "a very long name without an end" * 3 + ".png"))
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_said_about_a_picture_is_said_where_it_was_all_along(open_figures, figure):
    """Screen readers may pass over text that comes with its place."""
    opened = open_figures(figure)
    place = opened.page.locator("figure [role=status]")
    assert place.evaluate("place => [getComputedStyle(place).display, place.offsetHeight]") == [
        "block",
        0,
    ]
