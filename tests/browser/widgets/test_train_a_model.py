"""Training in the page, by mouse, by keyboard, in a worker and without one."""

import pytest

from ddimlib.widgets import train_a_model
from tests.browser.widgets.networks import LISTEN

pytestmark = pytest.mark.browser

FIGURE = "document.querySelector('figure').dataset"


@pytest.fixture
def opened(open_figures):
    return open_figures(train_a_model())


def words(opened) -> str:
    return opened.page.locator(".ff-readout").inner_text()


def steps(opened, at_least: int = 0) -> int:
    """The steps that the figure has made, once they are at least so many."""
    opened.page.wait_for_function(f"n => Number({FIGURE}.steps) >= n", arg=at_least, timeout=60_000)
    return int(opened.page.evaluate(f"{FIGURE}.steps"))


def loss(opened) -> float:
    return float(opened.page.evaluate(f"{FIGURE}.loss"))


def button(opened, name: str):
    return opened.page.get_by_role("button", name=name, exact=True)


def test_nothing_trains_before_it_is_asked_to(opened):
    before = [opened.pixels(i) for i in range(2)]
    opened.page.wait_for_timeout(300)
    assert [opened.pixels(i) for i in range(2)] == before
    assert steps(opened) == 0
    assert "600 points to learn. Press Train." in words(opened)


def test_pressing_train_lowers_the_loss_moves_the_samples_and_pause_stops_it(opened):
    noise = opened.pixels(1)
    button(opened, "One step").click()
    steps(opened, 1)
    first = loss(opened)
    button(opened, "Train").click()
    steps(opened, 300)
    button(opened, "Pause").click()
    opened.page.wait_for_timeout(500)  # what was on its way has arrived
    rested = steps(opened)
    assert loss(opened) < 0.75 * first
    assert opened.pixels(1) != noise
    assert float(opened.page.evaluate(f"{FIGURE}.near")) > 0.3
    assert "of the samples lie on your points" in words(opened)
    assert "without a worker" not in words(opened)  # opened from a file, it has one
    opened.page.wait_for_timeout(300)
    assert steps(opened) == rested


def test_the_keyboard_trains_steps_and_starts_again(opened):
    page = opened.page
    button(opened, "One step").focus()
    for count in (1, 2, 3):
        page.keyboard.press("Enter")
        assert steps(opened, count) == count
    after_three = loss(opened)
    button(opened, "Train").focus()
    page.keyboard.press("Space")
    steps(opened, 20)
    page.keyboard.press("Space")
    assert button(opened, "Train").is_visible()
    button(opened, "Start again").focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"{FIGURE}.steps === '0'")
    button(opened, "One step").focus()
    for count in (1, 2, 3):
        page.keyboard.press("Enter")
        steps(opened, count)
    assert loss(opened) == after_three  # the seed gives the same run


def test_points_are_chosen_with_the_keyboard_and_learned_at_once(opened):
    board = opened.pixels(0)
    choice = opened.page.get_by_role("combobox", name="Points")
    choice.focus()
    opened.page.keyboard.press("ArrowDown")
    assert choice.input_value() == "moons"
    assert opened.pixels(0) != board
    for name in ("spiral", "discs", "letters", "picture"):
        before = opened.pixels(0)
        choice.select_option(name)
        assert opened.pixels(0) != before


def test_what_the_reader_draws_is_learned(opened):
    page = opened.page
    button(opened, "Clear").click()
    assert "The board is empty" in words(opened)
    assert button(opened, "Train").is_disabled()
    box = page.get_by_role("application", name="An empty board to draw on").bounding_box()

    def at(x: float, y: float) -> tuple[float, float]:
        return box["x"] + x * box["width"], box["y"] + y * box["height"]

    page.mouse.move(*at(0.2, 0.3))
    page.mouse.down()
    page.mouse.move(*at(0.8, 0.3), steps=12)
    page.mouse.up()
    assert "600 points to learn" in words(opened)
    button(opened, "Train").click()
    steps(opened, 300)
    page.wait_for_function(f"Number({FIGURE}.near) > 0.3")


def test_the_keyboard_draws_too(opened):
    page = opened.page
    heart = opened.pixels(0)
    button(opened, "Start again").focus()
    page.keyboard.press("Tab")  # the board comes after the buttons
    assert page.evaluate("document.activeElement.className") == "ff-plane"
    assert opened.pixels(0) != heart  # a cross is on it
    assert page.get_by_text("Arrow keys move the cross").is_visible()
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("ArrowUp")
    spoken = page.locator(".ff-hidden[aria-live]")
    spoken.get_by_text("0.5 left, 0.1 up").wait_for(state="attached")
    page.keyboard.press("Space")
    assert page.get_by_role("combobox", name="Points").input_value() == "drawing"
    spoken.get_by_text("A point. 1 stroke on the board.").wait_for(state="attached")
    dot = opened.pixels(0)
    for _ in range(3):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    spoken.get_by_text("A line to here.").wait_for(state="attached")
    line = opened.pixels(0)
    assert line != dot
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Space")
    spoken.get_by_text("2 strokes on the board.").wait_for(state="attached")
    page.keyboard.press("Shift+ArrowUp")
    page.keyboard.press("Backspace")
    spoken.get_by_text("Taken back. 1 stroke").wait_for(state="attached")
    assert opened.pixels(0) == line
    assert "600 points to learn" in words(opened)
    page.keyboard.press("Backspace")
    assert "The board is empty" in words(opened)
    page.keyboard.press("Enter")
    for _ in range(30):
        page.keyboard.press("Shift+ArrowUp")  # not beyond the edge
    spoken.get_by_text("1 right, 2.2 up").wait_for(state="attached")
    page.keyboard.press("Tab")
    assert not page.get_by_text("Arrow keys move the cross").is_visible()


def test_who_draws_on_a_chosen_shape_starts_an_empty_board(opened):
    box = opened.page.locator("canvas").first.bounding_box()
    opened.page.mouse.click(box["x"] + 30, box["y"] + 30)
    assert opened.page.get_by_role("combobox", name="Points").input_value() == "drawing"
    assert "600 points to learn" in words(opened)  # a dot


def test_a_learning_rate_that_is_too_high_is_called_so(opened):
    opened.page.get_by_label("Learning rate").focus()
    opened.page.keyboard.press("End")
    button(opened, "Train").click()
    opened.page.wait_for_function(
        "document.querySelector('.ff-readout').textContent.includes('learning rate is too high')"
    )


def test_another_target_starts_again_and_another_rate_does_not(opened):
    button(opened, "Train").click()
    done = steps(opened, 30)
    opened.page.get_by_label("Learning rate").focus()
    opened.page.keyboard.press("ArrowLeft")
    assert steps(opened) >= done
    button(opened, "Pause").click()
    opened.page.get_by_role("combobox", name="The network predicts").select_option("image")
    opened.page.wait_for_function(f"{FIGURE}.steps === '0'")


def test_the_noise_level_turns_the_arrows(opened):
    button(opened, "One step").click()
    steps(opened, 1)
    opened.page.get_by_label("Noise level of the arrows").focus()
    before = opened.pixels(0)
    opened.page.keyboard.press("End")
    opened.page.wait_for_function(
        "before => document.querySelector('canvas').toDataURL() !== before", arg=before
    )


@pytest.mark.parametrize(
    "script",
    [
        "delete window.Worker",
        "window.Worker = class extends EventTarget { constructor() { super();"
        " setTimeout(() => this.onerror({ preventDefault() {} }), 20); } postMessage() {} }",
    ],
)
def test_where_workers_are_refused_the_page_trains_itself(browser, tmp_path, script):
    from ddimlib.widgets import page as figure_page

    path = tmp_path / "page.html"
    path.write_text(figure_page(train_a_model()), encoding="utf-8")
    page = browser.new_page()
    page.add_init_script(script)
    page.goto(path.as_uri())
    page.get_by_role("button", name="Train").click()
    page.wait_for_function(f"Number({FIGURE}.steps) > 30", timeout=60_000)
    assert "without a worker" in page.locator(".ff-readout").inner_text()
    page.close()


def test_off_the_screen_the_training_rests(opened):
    button(opened, "Train").click()
    steps(opened, 20)
    opened.page.evaluate(
        "() => { document.body.style.paddingTop = '4000px'; window.scrollTo(0, 0); }"
    )
    opened.page.wait_for_timeout(700)
    rested = steps(opened)
    opened.page.wait_for_timeout(400)
    assert steps(opened) == rested
    opened.page.evaluate("document.body.style.paddingTop = '0'")
    assert steps(opened, rested + 5) > rested


def test_readers_who_want_less_motion_see_a_picture_a_second(open_figures):
    opened = open_figures(train_a_model(), reduced_motion="reduce")
    button(opened, "Train").click()
    steps(opened, 20)
    opened.page.evaluate(
        "() => { window.seen = new Set(); const canvas = document.querySelectorAll('canvas')[1];"
        " const look = () => { seen.add(canvas.toDataURL()); requestAnimationFrame(look); };"
        " look(); }"
    )
    opened.page.wait_for_timeout(2500)
    assert 1 < opened.page.evaluate("seen.size") <= 4


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(open_figures, theme):
    opened = open_figures(train_a_model(), train_a_model(simple=True), theme=theme)
    opened.page.get_by_role("button", name="One step").first.click()
    steps(opened, 1)
    assert opened.violations() == []


@pytest.mark.parametrize("width", [320, 375])
def test_nothing_overflows_on_a_phone(open_figures, width):
    opened = open_figures(train_a_model(), width=width)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def board(opened) -> dict:
    return opened.page.locator("canvas").first.bounding_box()


def test_started_again_on_an_empty_board_it_waits_for_what_is_drawn(opened):
    page = opened.page
    button(opened, "Train").click()
    steps(opened, 20)
    button(opened, "Clear").click()
    button(opened, "Start again").click()
    page.wait_for_timeout(600)  # longer than it gathers what is drawn
    assert steps(opened) == 0
    box = board(opened)
    page.mouse.move(box["x"] + 40, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 140, box["y"] + 60, steps=4)
    page.mouse.up()
    assert button(opened, "Pause").is_visible()
    steps(opened, 20)


def test_who_listens_hears_where_the_training_rests(open_figures):
    opened = open_figures(train_a_model(), reduced_motion="reduce")
    button(opened, "Train").click()
    steps(opened, 5)
    opened.page.evaluate(LISTEN)
    opened.page.wait_for_timeout(2500)  # two pictures
    assert opened.page.evaluate("heard") == []
    button(opened, "Pause").click()
    opened.page.wait_for_function("heard.some(text => text.startsWith('Step '))")


def test_the_board_may_be_cleared_under_the_pen(opened):
    page, box = opened.page, board(opened)
    page.mouse.move(box["x"] + 40, box["y"] + 40)
    page.mouse.down()
    page.keyboard.press("Backspace")
    assert "The board is empty" in words(opened)
    page.mouse.move(box["x"] + 140, box["y"] + 60, steps=4)
    page.mouse.up()
    assert "600 points to learn" in words(opened)


def test_the_text_of_its_worker_is_not_kept(opened):
    opened.page.evaluate(
        "() => { window.made = []; window.given = [];"
        " const { createObjectURL, revokeObjectURL } = URL;"
        " URL.createObjectURL = (one) => { const url = createObjectURL.call(URL, one);"
        " made.push(url); return url; };"
        " URL.revokeObjectURL = (url) => { given.push(url); revokeObjectURL.call(URL, url); }; }"
    )
    button(opened, "One step").click()
    steps(opened, 1)
    assert opened.page.evaluate("made.length") == 1
    assert opened.page.evaluate("given") == opened.page.evaluate("made")
