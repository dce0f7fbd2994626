"""What a figure does when a reader acts on it, whatever page holds it.

A figure *moves* when the picture that it shows changes after a key press, and after the mouse. It
is a *still picture* when it shows something that is not one flat colour, and nothing that a reader
does changes it.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
from PIL import Image

MOVES = "moves"
STILL = "still picture"
NOTHING = "nothing"

# A figure's pictures as one short text: its canvases' pixels and its charts' markup.
_LOOK = """root => {
  const parts = [...root.querySelectorAll('.ff-live canvas, .ff-live svg')].map(
    part => part.tagName === 'CANVAS' ? part.toDataURL() : part.innerHTML);
  let hash = 0;
  for (const part of parts) for (let i = 0; i < part.length; i += 1)
    hash = (Math.imul(hash, 31) + part.charCodeAt(i)) | 0;
  return `${parts.length} ${hash}`;
}"""

# Resolves to the time since navigation began at which the pictures differ from `before`, or to
# null where they do not within `wait` milliseconds.
_CHANGED = f"""async (root, [before, wait]) => {{
  const look = {_LOOK};
  const end = performance.now() + wait;
  while (performance.now() < end) {{
    if (look(root) !== before) return performance.now() / 1000;
    await new Promise(done => setTimeout(done, 20));
  }}
  return null;
}}"""

_CONTROLS = (
    ".ff-live input[type=range]:enabled, .ff-live select:enabled, .ff-live button:enabled, "
    ".ff-live a[tabindex='0']"
)


def changed_at(figure: Any, act: Callable[[], None], wait: float = 1.5) -> float | None:
    """Act; return when the picture had changed, in seconds since navigation began, or None."""
    before = figure.evaluate(_LOOK)
    act()
    seconds: float | None = figure.evaluate(_CHANGED, [before, 1000 * wait])
    return seconds


def keyboard_moves(figure: Any) -> float | None:
    """Try the keys on the figure's controls, in their order, until its picture changes."""
    # Themselves and not their numbers: one control may enable another before it.
    for control in figure.locator(_CONTROLS).element_handles():
        if not control.is_enabled():
            continue
        control.focus()
        tag = control.evaluate("control => control.tagName")
        keys = {"INPUT": ("ArrowRight", "Home"), "SELECT": ("ArrowDown",)}
        for key in keys.get(tag, ("ArrowRight", "Enter")):
            moved = changed_at(figure, lambda key=key: figure.page.keyboard.press(key))
            if moved is not None:
                return moved
    return None


def mouse_moves(figure: Any) -> float | None:
    """Drag sliders, press on a board, point at blocks, until the figure's picture changes."""
    mouse = figure.page.mouse

    def drag(control: Any) -> None:
        box = control.bounding_box()
        middle = box["y"] + box["height"] / 2
        start, end = control.evaluate(
            "c => { const share = (c.value - c.min) / (c.max - c.min);"
            " return [share, share > 0.5 ? 0.2 : 0.85]; }"
        )
        mouse.move(box["x"] + 8 + start * (box["width"] - 16), middle)
        mouse.down()
        mouse.move(box["x"] + end * box["width"], middle, steps=4)
        mouse.up()

    for control in figure.locator(".ff-live input[type=range]:enabled").all():
        control.scroll_into_view_if_needed()
        moved = changed_at(figure, lambda control=control: drag(control))
        if moved is not None:
            return moved
    boards = ".ff-live canvas.ff-plane:not(.ff-plain), .ff-live svg.ff-drawable"
    for board in figure.locator(boards).all():
        moved = changed_at(figure, lambda board=board: board.click())
        if moved is not None:
            return moved
    for block in figure.locator(".ff-live button.ff-block, .ff-every a").all()[2:4]:
        moved = changed_at(figure, lambda block=block: block.hover())
        if moved is not None:
            return moved
    return None


def grows(figure: Any, seconds: float = 60) -> bool:
    """Press *Grow a flower* and say whether its network ran."""
    figure.get_by_role("combobox", name="Steps").select_option("5")
    figure.get_by_role("button", name="Grow a flower").click()
    figure.page.wait_for_function(
        "figure => ['done', 'failed'].includes(figure.dataset.state)",
        arg=figure.element_handle(),
        timeout=1000 * seconds,
    )
    return bool(figure.get_attribute("data-state") == "done")


def shows_a_picture(place: Any) -> bool:
    """Say whether a place on the page is visible and is not one flat colour."""
    if place.count() == 0 or not place.first.is_visible():
        return False
    picture = Image.open(io.BytesIO(place.first.screenshot(animations="disabled")))
    pixels = np.asarray(picture.convert("L"), dtype=float)
    return bool(min(pixels.shape) > 8 and pixels.std() > 5)


def what_a_figure_does(figure: Any) -> str:
    """Return MOVES, STILL or NOTHING for a figure of `ddimlib.widgets`."""
    if figure.count() and figure.first.get_attribute("data-started") is not None:
        name = figure.first.get_attribute("class") or ""
        if "ff-grow" in name.split() and not grows(figure.first):
            # It asked for the network in vain: what it shows is the recorded flower.
            recorded = figure.locator(".ff-grow-strip canvas").last
            return STILL if shows_a_picture(recorded) else NOTHING
        keys, mouse = keyboard_moves(figure.first), mouse_moves(figure.first)
        if keys is not None and mouse is not None:
            return MOVES
        return f"keyboard {'yes' if keys else 'no'}, mouse {'yes' if mouse else 'no'}"
    return STILL if shows_a_picture(figure.locator(".ff-still img, .ff-still svg")) else NOTHING
