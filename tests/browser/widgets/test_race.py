"""The race of solvers: recorded at first, then run in the page with Python's distances."""

import numpy as np
import pytest
import torch

from ddimlib.runs import recorded
from ddimlib.widgets import browser_noise, page, race
from ddimlib.widgets.race import LANES, SEEDS, course, distance, finish, record
from ddimlib.widgets.recording import record_growth
from tests.browser.conftest import serve
from tests.browser.widgets.networks import (
    after,
    change_processor,
    export_network,
    put_network,
    wait_until,
    watched,
    with_a_stand_in,
)
from tests.widgets.recorded_run import tiny_model

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    place = tmp_path_factory.mktemp("results")
    model = tiny_model()
    (place / "tiny").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recorded, "_PLACES", (place,))
        record_growth(model, place / "tiny")
        export_network(model, place / "tiny")
        record("tiny", load=lambda run: model, fine=2)
        yield place / "tiny", model


@pytest.fixture
def site(run, vendored, tmp_path):
    """The address of a page with the figure, the runtime and the network beside it."""
    folder, _ = run
    put_network(tmp_path, folder, vendored)
    (tmp_path / "race.html").write_text(page(race("tiny")), encoding="utf-8")
    with serve(tmp_path) as address:
        yield f"{address}/race.html"


def standing(tab):
    """The table's rows: by name, the text of the other cells."""
    rows = tab.locator(".ff-standing tbody tr").all()
    cells = [[*row.locator("th, td").all_inner_texts()] for row in rows]
    return {name: values for name, *values in cells}


def python_s(model, seed, budget, spacing):
    noise = torch.from_numpy(browser_noise(seed, (1, 3, 16, 16)))
    end = finish(model, noise)
    return {
        lane.name: distance(
            course(lane, budget, spacing, model.denoise, model.schedule, noise)[-1], end
        )[0]
        for lane in LANES.values()
    }


def test_the_page_races_as_python_does(browser, site, run):
    _, model = run
    tab, requests, problems = watched(browser)
    tab.goto(site)
    tab.wait_for_function("document.querySelector('figure').dataset.recorded === 'ready'")
    before = standing(tab)
    assert "tiny.onnx" not in requests  # nothing is downloaded before it is asked for
    assert tab.get_by_role("button", name="Next noise").is_disabled()

    def compare(seed, budget, spacing):
        shown = {name: float(cells[0]) for name, cells in standing(tab).items()}
        expected = python_s(model, seed, budget, spacing)
        for name, far in expected.items():
            assert shown[name] == pytest.approx(far, rel=0.02, abs=2e-3), name
        assert list(shown) == sorted(shown, key=shown.get)  # ranked

    compare(3, 5, "log_snr")  # the recorded one
    tab.get_by_role("button", name="Race (downloads").click()
    wait_until(tab, "done")
    compare(3, 5, "log_snr")
    assert {name: cells[2] for name, cells in standing(tab).items()} == {
        name: cells[2] for name, cells in before.items()
    }
    # Another noise, whose finish the page has to find, and then the mean of both.
    first = standing(tab)
    after(tab, tab.get_by_role("button", name="Next noise").click)
    compare(4, 5, "log_snr")
    for name, (far, own, _) in standing(tab).items():
        both = [float(far), float(first[name][0])]
        mean, error = map(float, own.split("\u00a0±\u00a0"))
        assert mean == pytest.approx(np.mean(both), abs=2e-3)
        assert error == pytest.approx(abs(both[0] - both[1]) / 2, abs=2e-3)
    for name, value in (("Network evaluations", "4"), ("Steps even in", "time")):
        after(tab, tab.get_by_role("combobox", name=name).select_option, value)
    compare(4, 4, "time")
    assert (
        "s a network evaluation here, on your processor" in tab.locator(".ff-readout").inner_text()
    )
    assert problems == []
    tab.close()


def test_before_the_network_is_there_the_recorded_race_answers_to_the_keyboard(open_figures, run):
    opened = open_figures(race("tiny"))
    tab = opened.page
    tab.wait_for_function("document.querySelector('figure').dataset.recorded === 'ready'")
    ends = [opened.pixels(i) for i in range(8)]
    assert len(set(ends)) == 8
    slider = tab.get_by_role("slider", name="Evaluations spent")
    slider.focus()
    tab.keyboard.press("Home")
    starts = [opened.pixels(i) for i in range(8)]
    assert [a == b for a, b in zip(starts, ends, strict=True)] == [True, *[False] * 6, True]
    assert tab.locator(".ff-race .ff-note").all_inner_texts()[1] == "after 1"
    tab.keyboard.press("End")
    assert [opened.pixels(i) for i in range(8)] == ends
    assert "off by" in tab.locator(".ff-race .ff-note").all_inner_texts()[1]
    noises = tab.locator(".ff-standing thead th").last
    assert noises.inner_text() == f"recorded, {len(SEEDS)} noises"
    # Other numbers of evaluations are recorded by their ends.
    tab.get_by_role("combobox", name="Network evaluations").select_option("20")
    assert opened.pixels(1) != ends[1]
    assert slider.is_disabled()
    assert "20 evaluations" in tab.locator(".ff-standing caption").inner_text()
    assert opened.violations() == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(open_figures, run, theme):
    assert open_figures(race("tiny"), theme=theme).violations() == []


def test_nothing_overflows_on_a_phone(open_figures, run):
    opened = open_figures(race("tiny"), width=375)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 375
    sizes = opened.page.evaluate(
        "[...document.querySelectorAll('.ff-live *')]"
        ".filter(e => e.textContent.trim() && !e.children.length)"
        ".map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 9


def test_without_its_network_it_shows_the_recorded_noise_again(browser, run, tmp_path):
    with with_a_stand_in(browser, tmp_path, race("tiny")) as tab:
        tab.wait_for_function("document.querySelector('figure').dataset.recorded === 'ready'")
        pictures = "[...document.querySelectorAll('figure canvas')].map(one => one.toDataURL())"
        before, recorded_table = tab.evaluate(pictures), standing(tab)
        tab.get_by_role("button", name="Race (").click()
        wait_until(tab, "done")
        after(tab, tab.get_by_role("button", name="Next noise").click)
        assert tab.evaluate(pictures) != before
        change_processor(tab)
        assert tab.get_by_role("slider", name="Noise").input_value() == str(
            race("tiny").data["seed"]
        )
        assert tab.evaluate(pictures) == before
        this_noise = {name: cells[0] for name, cells in standing(tab).items()}
        assert this_noise == {name: cells[0] for name, cells in recorded_table.items()}
