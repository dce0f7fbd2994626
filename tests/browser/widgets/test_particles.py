"""The particles answer to mouse and keyboard, and move at the pace of the screen."""

import base64
import io
import os

import numpy as np
import pytest
import torch
from PIL import Image

from ddimlib.toy import toy_points
from ddimlib.widgets import particles

pytestmark = pytest.mark.browser

COUNT_FRAMES = """async (seconds) => {
  let frames = 0;
  const begun = performance.now();
  while (performance.now() - begun < 1000 * seconds) {
    await new Promise(requestAnimationFrame);
    frames += 1;
  }
  return frames / seconds;
}"""


@pytest.fixture
def opened(open_figures):
    return open_figures(particles(count=500))


def words(opened):
    return opened.page.locator(".ff-readout").inner_text()


def test_time_carries_the_particles(opened):
    before = opened.pixels()
    opened.page.get_by_label("Way from noise to data").focus()
    opened.page.keyboard.press("End")
    assert opened.pixels() != before
    assert "at t = 0.00" in words(opened)


def test_play_runs_to_the_data(opened):
    before = opened.pixels()
    opened.page.get_by_role("button", name="Play").click()
    opened.page.wait_for_function(
        "document.querySelector('.ff-readout').textContent.includes('t = 0.00')"
    )
    assert opened.pixels() != before


def test_solver_steps_and_fresh_noise_change_where_they_arrive(opened):
    page = opened.page
    page.get_by_label("Way from noise to data").focus()
    page.keyboard.press("End")
    seen = [opened.pixels()]

    def changed():
        seen.append(opened.pixels())
        return len(set(seen)) == len(seen)

    page.get_by_label("Steps").focus()
    page.keyboard.press("PageDown")
    assert changed()
    page.get_by_label("Fresh noise η").focus()
    page.keyboard.press("End")
    assert changed()
    page.get_by_role("combobox", name="Solver").select_option("heun")
    assert changed()
    assert page.get_by_label("Fresh noise η").is_disabled()
    steps = int(page.get_by_label("Steps").input_value())
    assert f"evaluates the network {2 * steps - 1} times" in words(opened)
    page.get_by_role("combobox", name="Solver").select_option("dpm_solver_pp")
    assert changed()


def test_the_starting_noise_is_dragged_with_the_mouse_and_moved_with_keys(opened):
    page = opened.page
    box = page.locator("canvas.ff-plane").bounding_box()
    before, end = opened.pixels(), words(opened)
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.4)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.25, steps=3)
    page.mouse.up()
    assert opened.pixels() != before
    assert words(opened) != end
    slider = page.get_by_label("Ringed particle: x")
    assert float(slider.input_value()) == pytest.approx(0.25 * 5.4, abs=0.06)
    before = opened.pixels()
    slider.focus()
    page.keyboard.press("Home")
    assert opened.pixels() != before


def test_what_is_drawn_in_grey_are_the_data(opened):
    """The pixels that the box Data changes lie where the flower's points are, and nowhere else."""
    page = opened.page
    page.get_by_role("checkbox", name="Paths").uncheck()

    def image():
        content = base64.b64decode(opened.pixels().split(",")[1])
        return np.asarray(Image.open(io.BytesIO(content)).convert("RGBA")).astype(int)

    with_data = image()
    page.get_by_role("checkbox", name="Data").uncheck()
    changed = np.argwhere((with_data != image()).any(axis=2))[:, ::-1]
    points = toy_points("flower", 500, torch.Generator().manual_seed(1)).numpy()
    width = with_data.shape[1]
    places = (points * [1, -1] + 2.7) / 5.4 * width
    distances = np.linalg.norm(places[:, None] - (changed + 0.5)[None], axis=2)
    assert distances.min(axis=0).max() < 3  # every grey pixel belongs to a point
    assert np.mean(distances.min(axis=1) < 3) > 0.9  # most points show; particles cover some


@pytest.mark.parametrize(
    ("solver", "shown", "enabled"),
    [("ddim", "0.0", True), ("ddpm", "1.0", False), ("heun", "0.0", False)],
)
def test_fresh_noise_opens_as_the_solver_has_it(open_figures, solver, shown, enabled):
    page = open_figures(particles(solver, count=100)).page
    eta = page.get_by_label("Fresh noise η")
    assert eta.is_enabled() == enabled
    assert eta.get_attribute("aria-valuetext") == shown


def test_a_solver_without_a_choice_shows_its_own_share_and_gives_the_reader_s_back(opened):
    page = opened.page
    eta, solver = page.get_by_label("Fresh noise η"), page.get_by_role("combobox", name="Solver")
    eta.fill("0.4")
    for name, shown in (("ddpm", "1"), ("dpm_solver_pp", "0"), ("ddim", "0.4")):
        solver.select_option(name)
        assert eta.input_value() == shown
        assert eta.is_enabled() == (name == "ddim")


def test_paths_and_data_can_be_hidden(opened):
    seen = {opened.pixels()}
    opened.page.get_by_role("checkbox", name="Data").uncheck()
    seen.add(opened.pixels())
    opened.page.get_by_label("Way from noise to data").focus()
    opened.page.keyboard.press("End")
    seen.add(opened.pixels())
    opened.page.get_by_role("checkbox", name="Paths").uncheck()
    seen.add(opened.pixels())
    assert len(seen) == 4


def test_two_thousand_particles_move_at_fifty_frames_a_second(open_figures):
    # This measures the machine as much as the figure: nothing can be said on a busy one.
    if os.getloadavg()[0] > 0.75 * (os.cpu_count() or 1):
        pytest.skip(f"the machine is busy (load {os.getloadavg()[0]:.1f}): frames are not counted")
    opened = open_figures(particles())
    opened.page.get_by_role("button", name="Play").click()
    assert opened.page.evaluate(COUNT_FRAMES, 3) >= 50


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(open_figures, theme):
    assert open_figures(particles(count=500), theme=theme).violations() == []


def test_nothing_overflows_on_a_phone(open_figures):
    opened = open_figures(particles(count=500), width=375)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 375
