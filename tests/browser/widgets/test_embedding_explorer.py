"""The embedding explorer answers to mouse and keyboard."""

import pytest

from ddimlib.widgets import embedding_explorer

pytestmark = pytest.mark.browser

MAP, VECTOR_A, VECTOR_B, PRODUCT = range(4)


@pytest.fixture
def opened(open_figures):
    return open_figures(embedding_explorer())


def words(opened):
    return opened.page.locator(".ff-readout").inner_text()


def test_moving_b_changes_its_vector_only(opened):
    before = [opened.pixels(n) for n in range(4)]
    opened.page.get_by_label("Noise variance b").focus()
    for _ in range(5):
        opened.page.keyboard.press("ArrowRight")
    after = [opened.pixels(n) for n in range(4)]
    changed = [number for number in range(4) if before[number] != after[number]]
    assert changed == [VECTOR_B, PRODUCT]
    assert words(opened).startswith("Distance 0.025")


def test_equal_levels_are_alike_to_the_last_digit(opened):
    opened.page.get_by_label("Noise variance a").fill("0.32")
    assert words(opened).startswith("Distance 0.000, similarity 1.00")
    assert opened.pixels(VECTOR_A) == opened.pixels(VECTOR_B)


def test_fewer_cycles_make_neighbours_alike(opened):
    picture, curve = opened.pixels(MAP), opened.drawing(0)
    opened.page.get_by_label("Highest frequency").focus()
    opened.page.keyboard.press("Home")
    assert opened.pixels(MAP) != picture
    assert opened.drawing(0) != curve
    similarity = float(words(opened).split("similarity ")[1].split(". ")[0])
    assert similarity > 0.5


def test_the_length_can_be_chosen(opened):
    opened.page.get_by_role("combobox", name="Length").select_option("64")
    heights = opened.page.evaluate("[...document.querySelectorAll('canvas')].map(c => c.height)")
    widths = opened.page.evaluate("[...document.querySelectorAll('canvas')].map(c => c.width)")
    assert (heights[MAP], widths[VECTOR_A]) == (64, 64)


def test_a_press_on_the_map_moves_the_nearer_level(opened):
    box = opened.page.locator(".ff-map").bounding_box()
    opened.page.mouse.click(box["x"] + 0.8 * box["width"], box["y"] + 20)
    assert float(opened.page.get_by_label("Noise variance b").input_value()) == pytest.approx(
        0.8, abs=0.01
    )
    assert opened.page.get_by_label("Noise variance a").input_value() == "0.3"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(open_figures, theme):
    assert open_figures(embedding_explorer(), theme=theme).violations() == []


def test_nothing_overflows_on_a_phone(open_figures):
    opened = open_figures(embedding_explorer(), width=375)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 375
