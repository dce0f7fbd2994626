"""The U-Net map answers to mouse and keyboard."""

import pytest
import torch

from ddimlib.data.photograph import sample_flower
from ddimlib.diffusion import DiffusionModel
from ddimlib.schedules import CosineSchedule
from ddimlib.unet import UNet
from ddimlib.widgets import unet_map

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def figure():
    torch.manual_seed(0)
    network = UNet(widths=(8, 12), embedding_dim=8)
    return unet_map(DiffusionModel(network, CosineSchedule()), sample_flower(16))


def shown(opened):
    """The detail below the map: its heading, its first canvas and its sentence."""
    page = opened.page
    return (
        page.locator(".ff-unet-detail .ff-title").inner_text(),
        page.evaluate("document.querySelector('.ff-maps canvas').toDataURL()"),
        page.locator(".ff-readout").inner_text(),
    )


def test_pointing_at_a_block_shows_it(open_figures, figure):
    opened = open_figures(figure)
    before = shown(opened)
    opened.page.get_by_role("button", name="Middle, block 2").hover()
    after = shown(opened)
    assert after[0] == "Middle, block 2: residual block"
    assert after[1] != before[1]
    facts = opened.page.locator(".ff-facts").inner_text()
    assert "12 × 4 × 4" in facts
    assert "middle.blocks.1" in facts


def test_tab_and_arrow_keys_walk_through_the_blocks(open_figures, figure):
    opened = open_figures(figure)
    opened.page.get_by_role("button", name="Down 1, block 1").focus()
    opened.page.keyboard.press("Tab")
    assert shown(opened)[0].startswith("Down 1, block 2")
    for _ in range(20):
        opened.page.keyboard.press("ArrowRight")
    assert shown(opened)[0] == "The predicted image"
    opened.page.keyboard.press("ArrowLeft")
    assert shown(opened)[0].startswith("Output")


def test_the_other_end_of_a_skip_is_marked(open_figures, figure):
    opened = open_figures(figure)
    opened.page.get_by_role("button", name="Up 2, block 1").hover()
    partners = opened.page.locator(".ff-partner")
    assert partners.count() == 1
    assert partners.get_attribute("aria-label").startswith("Down 2, block 2")
    assert opened.page.locator("[aria-pressed=true]").count() == 1
    opened.page.get_by_role("button", name="Middle, block 1").hover()
    assert opened.page.locator(".ff-partner").count() == 0


def test_every_block_has_its_own_picture(open_figures, figure):
    opened = open_figures(figure)
    pictures = opened.page.evaluate(
        "[...document.querySelectorAll('.ff-block canvas')].map(c => c.toDataURL())"
    )
    assert len(pictures) == len(figure.data["blocks"])
    assert len(set(pictures)) == len(pictures)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(open_figures, figure, theme):
    assert open_figures(figure, theme=theme).violations() == []


def test_the_reference_network_fits_a_phone(open_figures):
    torch.manual_seed(0)
    model = DiffusionModel(UNet(classes=102), CosineSchedule())
    opened = open_figures(unet_map(model, sample_flower(32)), width=375)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 375
    boxes = [block.bounding_box() for block in opened.page.locator(".ff-block").all()]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 375 for box in boxes)
    apart = [
        (one, other)
        for i, one in enumerate(boxes)
        for other in boxes[:i]
        if abs(one["x"] - other["x"]) < one["width"] - 1
        and abs(one["y"] - other["y"]) < one["height"] - 1
    ]
    assert apart == []  # no two blocks overlap


def test_the_browser_keeps_its_own_keys(open_figures, figure):
    opened = open_figures(figure)
    opened.page.locator("button.ff-block").first.focus()
    before = shown(opened)
    opened.page.keyboard.press("Alt+ArrowRight")
    assert shown(opened) == before
