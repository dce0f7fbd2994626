"""Boxes that scroll are stops for the Tab key while they do: the book's script on a bare page."""

from __future__ import annotations

from typing import Any

from tests.browser.conftest import ROOT

BARE = """<!DOCTYPE html><title>A box</title><style>pre { overflow: auto; margin: 0 }</style>
<div class="bd-article"><pre id="box">{line}</pre><pre id="own" tabindex="0">{line}</pre></div>
<script>
window.listeners = 0;
const { addEventListener } = Element.prototype;
Element.prototype.addEventListener = function (name, ...others) {
  if (this.id === "box" && name === "scroll") listeners += 1;
  return addEventListener.call(this, name, ...others);
};
{script}</script>"""


def test_a_box_is_a_stop_while_it_scrolls_and_is_watched_once(browser: Any) -> None:
    page = browser.new_page(viewport={"width": 1300, "height": 600})
    script = (ROOT / "book" / "_static" / "book.js").read_text(encoding="utf-8")
    line = "one long line of code " * 4
    page.set_content(BARE.replace("{script}", script).replace("{line}", line))
    box, own = page.locator("#box"), page.locator("#own")
    assert box.get_attribute("tabindex") is None
    for _ in range(2):
        page.set_viewport_size({"width": 300, "height": 600})
        page.wait_for_function("document.querySelector('#box').tabIndex === 0")
        page.set_viewport_size({"width": 1300, "height": 600})
        page.wait_for_function("document.querySelector('#box').tabIndex === -1")
        assert own.get_attribute("tabindex") == "0"
    assert page.evaluate("listeners") == 1
    page.close()
