"""The layer's promises, in a real browser, on Dissolve (any figure would do)."""

from urllib.parse import unquote

import pytest

from ddimlib.data.photograph import sample_flower
from ddimlib.widgets import dissolve, page, particles

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def figure():
    return dissolve(sample_flower(32))


def test_the_arrow_keys_move_the_picture(open_figures, figure):
    opened = open_figures(figure)
    before = opened.pixels()
    slider = opened.page.get_by_label("Time t")
    slider.focus()
    for _ in range(5):
        opened.page.keyboard.press("ArrowRight")
    assert slider.input_value() == "0.4"
    assert slider.get_attribute("aria-valuetext") == "0.40"
    assert opened.pixels() != before


def test_dragging_the_handle_moves_the_picture(open_figures, figure):
    opened = open_figures(figure)
    before = opened.pixels()
    box = opened.page.get_by_label("Time t").bounding_box()
    middle = box["y"] + box["height"] / 2
    opened.page.mouse.move(box["x"] + 0.35 * box["width"], middle)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + 0.9 * box["width"], middle, steps=4)
    opened.page.mouse.up()
    assert float(opened.page.get_by_label("Time t").input_value()) > 0.8
    assert opened.pixels() != before


def test_several_figures_on_a_page_do_not_disturb_each_other(open_figures, figure):
    other = dissolve(sample_flower(32), seed=8)
    opened = open_figures(figure, other)
    assert opened.page.locator("figure[data-started]").count() == 2
    first, second = opened.pixels(0), opened.pixels(2)
    opened.page.get_by_label("Time t").nth(1).focus()
    opened.page.keyboard.press("End")
    assert opened.pixels(0) == first
    assert opened.pixels(2) != second


def test_equal_figures_on_a_page_both_start(open_figures, figure):
    opened = open_figures(figure, figure)
    assert opened.page.locator("figure[data-started]").count() == 2
    assert opened.page.locator(".ff-live canvas").count() == 4


def test_without_scripts_the_still_picture_stays(open_figures, figure):
    opened = open_figures(figure, scripts=False)
    still = opened.page.locator(".ff-still img")
    assert still.is_visible()
    assert unquote(still.get_attribute("src")).count("<image ") == 10
    box = still.bounding_box()
    assert box["height"] == pytest.approx(box["width"] * 240 / 640, rel=0.02)
    assert "still picture" in opened.page.locator("noscript").inner_text()
    assert not opened.page.locator(".ff-live").is_visible()


def test_paper_shows_the_still_picture(open_figures, figure):
    opened = open_figures(figure)
    assert not opened.page.locator(".ff-still").is_visible()
    opened.page.emulate_media(media="print")
    assert opened.page.locator(".ff-still").is_visible()
    assert not opened.page.locator(".ff-live").is_visible()


def test_a_figure_that_fails_leaves_the_still_picture(open_figures, figure):
    from dataclasses import replace

    broken = replace(figure, data={**figure.data, "pixels": "not base64!"})
    opened = open_figures(broken)
    assert opened.page.locator(".ff-still img").is_visible()
    assert not opened.page.locator(".ff-live").is_visible()
    assert len(opened.problems) == 1
    opened.problems.clear()


def test_play_runs_and_pauses_and_a_key_takes_over(open_figures, figure):
    opened = open_figures(figure)
    slider = opened.page.get_by_label("Time t")
    button = opened.page.get_by_role("button", name="Dissolve")
    button.focus()
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_function("document.querySelector('input').value > 0.4")
    assert opened.page.get_by_role("button", name="Pause").is_visible()
    slider.focus()
    opened.page.keyboard.press("ArrowLeft")
    assert button.is_visible()
    value = slider.input_value()
    opened.page.wait_for_timeout(150)
    assert slider.input_value() == value


def test_reduced_motion_moves_in_still_steps(open_figures, figure):
    opened = open_figures(figure, reduced_motion="reduce")
    opened.page.evaluate(
        "() => { window.seen = new Set(); const input = document.querySelector('input');"
        " const look = () => { seen.add(input.value); requestAnimationFrame(look); }; look(); }"
    )
    opened.page.get_by_role("button", name="Dissolve").click()
    opened.page.wait_for_timeout(1000)
    assert opened.page.evaluate("seen.size") <= 3  # gliding shows dozens in a second


def test_nothing_moves_by_itself(open_figures, figure):
    opened = open_figures(figure)
    before = opened.pixels()
    opened.page.wait_for_timeout(300)
    assert opened.pixels() == before


@pytest.mark.parametrize("width", [320, 375, 800])
def test_nothing_overflows(open_figures, figure, width):
    opened = open_figures(figure, width=width)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    for canvas in opened.page.locator("canvas").all():
        box = canvas.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_the_theme_changes_the_colours(open_figures, figure):
    opened = open_figures(figure)
    look = (
        "() => { const style = getComputedStyle(document.querySelector('figure'));"
        " return [style.color, style.backgroundColor]; }"
    )
    light = opened.page.evaluate(look)
    opened.page.evaluate("document.documentElement.dataset.theme = 'dark'")
    dark = opened.page.evaluate(look)
    assert light[0] != dark[0]
    assert light[1] != dark[1]
    # Notebook front ends: JupyterLab's mark on the body, Colab's on the frame's root.
    opened.page.evaluate("delete document.documentElement.dataset.theme")
    opened.page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    assert opened.page.evaluate(look) == dark
    opened.page.evaluate("delete document.body.dataset.jpThemeLight")
    opened.page.evaluate("document.documentElement.setAttribute('theme', 'dark')")
    assert opened.page.evaluate(look) == dark


@pytest.mark.parametrize("grey", ["#383838", "#1e1e1e"])
def test_text_keeps_its_contrast_on_colab_s_dark_greys(open_figures, figure, grey):
    particle = particles("ddpm", count=100)  # one of its controls is disabled
    opened = open_figures(figure, particle)
    opened.page.evaluate(
        "grey => { document.documentElement.setAttribute('theme', 'dark');"
        " document.body.style.background = grey;"
        " for (const one of document.querySelectorAll('h1')) one.remove(); }",
        grey,
    )
    ratios = opened.page.evaluate(TEXT_CONTRASTS)
    assert len(ratios) > 10
    assert min(ratio for ratio, _ in ratios) >= 4.5, min(ratios)


# The contrast of every piece of text that is seen with what lies behind it (WCAG 2.1).
TEXT_CONTRASTS = """() => {
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const luminance = (colour) => rgb(colour).slice(0, 3)
    .map(value => value / 255)
    .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => {
    for (let up = node; up; up = up.parentElement) {
      const colour = getComputedStyle(up).backgroundColor;
      if ((rgb(colour)[3] ?? 1) === 1) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !node.checkVisibility?.()) continue;
    if (node.closest('script, style, noscript, .ff-hidden')) continue;
    const style = getComputedStyle(node);
    const colour = node instanceof SVGElement ? style.fill : style.color;
    const [low, high] = [luminance(colour), luminance(behind(node))].sort((a, b) => a - b);
    found.push([(high + 0.05) / (low + 0.05), walk.currentNode.data.trim().slice(0, 40)]);
  }
  return found;
}"""


def test_a_screen_reader_hears_the_value_once_it_rests(open_figures, figure):
    opened = open_figures(figure)
    spoken = opened.page.locator("[aria-live]")
    assert spoken.inner_text() == ""  # nothing is said before the reader acts
    opened.page.get_by_label("Time t").focus()
    opened.page.keyboard.press("End")
    opened.page.wait_for_function(
        "document.querySelector('[aria-live]').textContent.includes('t = 1.00')"
    )
    assert opened.page.locator(".ff-readout").inner_text().startswith("At t = 1.00")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(open_figures, figure, theme):
    assert open_figures(figure, theme=theme).violations() == []


def test_who_reads_on_does_not_come_upon_the_readout_twice(open_figures, figure):
    opened = open_figures(figure)
    opened.page.get_by_label("Time t").press("End")
    opened.page.wait_for_function("document.querySelector('[aria-live]').textContent !== ''")
    opened.page.wait_for_function("document.querySelector('[aria-live]').textContent === ''")
    assert opened.page.locator(".ff-readout").inner_text().startswith("At t = 1.00")


# A browser's zoom for a page whose browser has none: its own sends no such event when emulated.
ZOOM = """
let ratio = 1;
let listening = [];
Object.defineProperty(window, "devicePixelRatio", { get: () => ratio });
const plain = window.matchMedia;
window.matchMedia = (query) => {
  if (!query.includes("dppx")) return plain.call(window, query);
  const list = Object.assign(new EventTarget(), { media: query });
  listening.push(list);
  return list;
};
window.zoom = (next) => {
  const changed = listening.filter(({ media }) => media === `(resolution: ${ratio}dppx)`);
  ratio = next;
  for (const list of changed) list.dispatchEvent(new Event("change"));
};
"""


def test_boards_stay_sharp_when_the_page_is_zoomed(browser, tmp_path):
    (tmp_path / "page.html").write_text(page(particles("ddpm", count=100)), encoding="utf-8")
    tab = browser.new_page()
    tab.add_init_script(ZOOM)
    tab.goto((tmp_path / "page.html").as_uri())
    board = tab.locator("canvas.ff-plane")
    width = board.evaluate("board => board.width")
    for scale in (2, 3, 1):
        tab.evaluate("scale => zoom(scale)", scale)
        assert board.evaluate("board => board.width") == scale * width
    tab.close()


def test_a_figure_that_was_taken_away_follows_the_theme_no_more(open_figures):
    opened = open_figures(particles("ddpm", count=100))
    opened.page.evaluate(
        "() => { window.drawn = 0; const { clearRect } = CanvasRenderingContext2D.prototype;"
        " CanvasRenderingContext2D.prototype.clearRect = function (...box) {"
        " drawn += 1; clearRect.apply(this, box); }; }"
    )
    opened.page.evaluate("document.documentElement.dataset.theme = 'dark'")
    opened.page.wait_for_function("drawn > 0")
    opened.page.evaluate("document.querySelector('figure').remove(); drawn = 0")
    opened.page.evaluate("document.documentElement.dataset.theme = 'light'")
    opened.settle()
    assert opened.page.evaluate("drawn") == 0
