"""Ask in words: the page draws Python's picture, and refuses what it cannot hear."""

import numpy as np
import pytest

from ddimlib.widgets import ask_in_words, page
from ddimlib.widgets.ask_in_words import SEED, STEPS, asking
from ddimlib.widgets.growing import bytes_of, grow
from tests.browser.conftest import serve
from tests.browser.widgets.networks import (
    after,
    export_network,
    put_network,
    wait_until,
    watched,
    with_a_stand_in,
)
from tests.browser.widgets.test_recorded_figures import alike, readout, shown
from tests.wordy import PROMPT, recorded_run, word_model


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    with recorded_run(tmp_path_factory.mktemp("results")) as folder:
        export_network(word_model(), folder)
        yield folder


@pytest.fixture
def site(run, vendored, tmp_path):
    put_network(tmp_path, run, vendored)
    (tmp_path / "ask.html").write_text(page(ask_in_words("tiny")), encoding="utf-8")
    with serve(tmp_path) as address:
        yield f"{address}/ask.html"


def python_s(model, prompt, seed=SEED, steps=STEPS, **options):
    """The picture, and where its words were looked at in the last step."""
    step = list(grow(model, seed, steps, denoise=asking(model, prompt, **options)))[-1]
    return bytes_of(model, step.prediction.image)[0].numpy().astype(int)


def test_the_picture_is_python_s_whatever_is_asked_for(browser, site):
    """Within 2 of 255 in 95 of 100 numbers: the file holds its weights in half precision."""
    model = word_model()
    tab, requests, problems = watched(browser)
    tab.goto(site)
    assert requests == ["ask.html"]  # nothing is downloaded before it is asked for
    recorded_picture = shown(tab, 0)
    assert alike(recorded_picture, python_s(model, PROMPT))

    tab.get_by_role("button", name="Grow it (downloads").click()
    wait_until(tab, "done")
    assert "tiny.onnx" in requests
    assert alike(shown(tab, 0), recorded_picture)
    assert "on your processor" in readout(tab)
    after(tab, lambda: tab.get_by_role("combobox", name="Steps").select_option("5"))
    prompt = tab.get_by_role("textbox", name="Prompt")
    unwanted = tab.get_by_role("textbox", name="Not wanted")
    after(tab, lambda: prompt.fill("A white ROSE."))
    plain = python_s(model, "a white rose", steps=5)
    assert alike(shown(tab, 0), plain)
    after(tab, lambda: unwanted.fill("a red rose"))
    without = python_s(model, "a white rose", steps=5, unwanted="a red rose")
    assert alike(shown(tab, 0), without) and not alike(plain, without)
    after(tab, lambda: unwanted.fill(""))
    after(tab, lambda: tab.get_by_label("One word louder").select_option(label="white"))
    loud = python_s(model, "a white rose", steps=5, louder=1, extra=4.0)
    assert alike(shown(tab, 0), loud) and not alike(plain, loud)
    after(tab, lambda: tab.get_by_role("button", name="Another seed").click())
    options = {"seed": SEED + 1, "steps": 5, "louder": 1, "extra": 4.0}
    assert alike(shown(tab, 0), python_s(model, "a white rose", **options))
    # Without words to hear, it is the network that is told nothing.
    after(tab, lambda: prompt.fill(""))
    assert alike(shown(tab, 0), python_s(model, "", seed=SEED + 1, steps=5))
    assert problems == []
    tab.close()


def test_the_lists_write_the_prompt(browser, site):
    tab = browser.new_page()
    tab.goto(site)
    tab.get_by_role("combobox", name="Colour").select_option("orange")
    tab.get_by_role("combobox", name="Ground").select_option("")
    assert tab.get_by_role("textbox", name="Prompt").input_value() == "an orange water lily"
    louder = tab.get_by_label("One word louder").locator("option").all_inner_texts()
    assert louder == ["none", "an", "orange", "water", "lily"]
    assert "“an orange water lily”: press the button" in readout(tab)
    tab.close()


def test_unknown_words_are_refused_before_and_after_the_network_is_there(browser, site):
    tab = browser.new_page()
    tab.set_default_timeout(120_000)
    tab.goto(site)
    prompt = tab.get_by_role("textbox", name="Prompt")
    prompt.fill("an azure rose")
    assert readout(tab).startswith("“azure” is no word that this network knows: it knows the")
    assert prompt.get_attribute("aria-invalid") == "true"
    prompt.fill("a red rose")
    assert prompt.get_attribute("aria-invalid") == "false"
    tab.get_by_role("combobox", name="Steps").select_option("5")
    tab.get_by_role("button", name="Grow it (downloads").click()
    wait_until(tab, "done")
    before = shown(tab, 0)
    tab.get_by_role("textbox", name="Not wanted").fill("thorns")
    wait_until(tab, "refused")
    assert readout(tab).startswith("“thorns” is no word")
    tab.wait_for_timeout(800)  # longer than it waits for a handle to rest
    np.testing.assert_array_equal(shown(tab, 0), before)
    assert tab.locator("figure").get_attribute("data-state") == "refused"
    tab.close()


def test_each_step_shows_its_picture_and_where_each_word_is_looked_at(open_figures, run):
    opened = open_figures(ask_in_words("tiny"))
    tab = opened.page
    titles = tab.locator(".ff-looks .ff-title").all_inner_texts()
    assert [title.split()[0] for title in titles] == PROMPT.split()
    shares = [int(title.split()[1]) for title in titles]
    assert 0 < sum(shares) <= 100
    last, map_ = opened.pixels(0), opened.pixels(2)
    tab.get_by_role("slider", name="Step", exact=True).focus()
    tab.keyboard.press("Home")
    assert opened.pixels(0) != last
    assert opened.pixels(2) != map_
    assert f"Step 1 of {STEPS}, at t = 1.00. Of the words, “" in readout(tab)


def test_opened_from_a_folder_it_shows_what_is_recorded(open_figures, run):
    opened = open_figures(ask_in_words("tiny"))
    assert "browsers forbid it" in readout(opened.page)
    assert opened.page.get_by_role("button", name="Grow it").is_disabled()
    assert opened.page.get_by_role("textbox", name="Prompt").is_disabled()
    assert opened.page.get_by_role("slider", name="Step", exact=True).is_enabled()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(open_figures, run, theme):
    assert open_figures(ask_in_words("tiny"), theme=theme).violations() == []


@pytest.mark.parametrize("width", [375, 390])
def test_nothing_overflows_on_a_phone(open_figures, run, width):
    opened = open_figures(ask_in_words("tiny"), width=width)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_there_is_a_still_picture(open_figures, run):
    opened = open_figures(ask_in_words("tiny"), scripts=False)
    still = opened.page.locator(".ff-still img")
    assert still.is_visible()
    assert PROMPT in still.get_attribute("alt")


def test_what_is_refused_stays_refused_though_its_beginning_was_not(browser, run, tmp_path):
    with with_a_stand_in(browser, tmp_path, ask_in_words("tiny")) as tab:
        tab.get_by_role("combobox", name="Steps").select_option("5")
        tab.get_by_role("button", name="Grow it (").click()
        wait_until(tab, "done")
        prompt = tab.get_by_role("textbox", name="Prompt")
        prompt.fill("a red rose")
        prompt.fill("a red rose o")
        for act in ("nothing", "another seed"):
            if act == "another seed":
                tab.get_by_role("slider", name="Seed").press("ArrowRight")
            tab.wait_for_timeout(800)  # longer than it waits for a prompt to rest
            assert tab.locator("figure").get_attribute("data-state") == "refused"
            assert readout(tab).startswith("“o” is no word")
