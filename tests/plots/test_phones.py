"""A figure of panels is drawn a second time for phones, and the built page chooses."""

import base64
import hashlib
import importlib.util
import io
import json
from pathlib import Path
from types import ModuleType

import pytest
import torch
from PIL import Image

from ddimlib import plots
from ddimlib.plots import phones
from ddimlib.schedules import CosineSchedule

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def extension() -> ModuleType:
    pytest.importorskip("sphinx", reason="the book's tools are not installed")
    path = ROOT / "book" / "_ext" / "narrow_figures.py"
    spec = importlib.util.spec_from_file_location("narrow_figures", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def stored(figure) -> dict[str, dict[str, str]]:
    data, metadata = figure._repr_mimebundle_()
    assert data == {}, "Jupyter itself draws the wide one"
    return metadata


def test_a_notebook_stores_the_narrow_drawing_beside_the_wide_one() -> None:
    figure = plots.schedule_curves({"cosine": CosineSchedule()})
    webp = base64.b64decode(stored(figure)["image/png"]["narrow"])
    width, height = Image.open(io.BytesIO(webp)).size
    assert width < phones.DENSITY * 370, "wider than the text of a phone of 390 pixels"
    assert height > width


def test_panels_beside_one_another_stand_below_one_another_on_a_phone() -> None:
    wide, (left, right) = phones.panels(1, 2, (7.2, 3.0), width_ratios=(1, 2))
    assert left.get_position().y0 == right.get_position().y0
    narrow, (upper, lower) = phones.draw_narrow(
        phones.panels, 1, 2, (7.2, 3.0), width_ratios=(1, 2)
    )
    assert upper.get_position().x0 == lower.get_position().x0
    assert upper.get_position().y0 > lower.get_position().y1
    assert narrow.get_figwidth() < wide.get_figwidth()


@pytest.mark.parametrize("count", [3, 7, 10])
def test_a_long_row_of_pictures_is_broken_and_none_is_lost(count: int) -> None:
    rows = {"one": torch.rand(count, 3, 4, 4), "other": torch.rand(count, 3, 4, 4)}
    titles = [str(number) for number in range(count)]
    figure = phones.draw_narrow(plots.picture_grid, rows, titles)
    shown = [axes.images[0] for axes in figure.axes if axes.images]
    assert len(shown) == 2 * count
    assert [axes.get_title() for axes in figure.axes if axes.get_title()] == titles
    assert len({round(axes.get_position().x0, 3) for axes in figure.axes}) <= 5


def test_the_page_offers_it_to_narrow_windows_only(extension: ModuleType, tmp_path: Path) -> None:
    wide, narrow = b"wide", b"narrow"
    output = {
        "data": {"image/png": base64.b64encode(wide).decode()},
        "metadata": {"image/png": {"narrow": base64.b64encode(narrow).decode()}},
    }
    plain = {"data": {"image/png": "AAAA"}, "metadata": {}}
    notebook = tmp_path / "chapter.ipynb"
    notebook.write_text(json.dumps({"cells": [{"outputs": [output, plain]}, {}]}))
    drawings = extension.narrow_drawings(notebook)
    name = hashlib.sha256(wide).hexdigest()
    assert drawings == {name: narrow}

    image = f'<img alt="a" class="c" src="../_images/{name}.png" />'
    other = f'<img alt="b" src="../_images/{"0" * 64}.png" />'
    body = extension.offer(f"<p>{image}{other}</p>", drawings)
    source = f'<source srcset="../_images/{name}-narrow.webp 2x" media="(max-width: 600px)" />'
    source += f'<source srcset="../_images/{name}.png 1x" />'
    assert body == f"<p><picture>{source}{image}</picture>{other}</p>"
