"""A figure is one safe, self-contained, reproducible piece of HTML."""

import base64
import importlib.util
import json
import re
import subprocess
import sys
import zlib
from html.parser import HTMLParser
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from ddimlib.data.photograph import sample_flower
from ddimlib.widgets import Figure, dissolve, layer, page
from ddimlib.widgets.pictures import as_picture
from ddimlib.widgets.stills import Still, png_address

ROOT = Path(__file__).resolve().parents[2]
STATIC = files("ddimlib").joinpath("static")
SCRIPT = STATIC.joinpath("built", "figures.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def bundler():
    """`book/bundle_figures.py`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "book")
        path = ROOT / "book" / "bundle_figures.py"
        specification = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(module)
        yield module


def figure(**changes) -> Figure:
    values = {
        "name": "dissolve",
        "data": {},
        "label": "Label",
        "caption": "Caption",
        "still": Still(10, 10, "Still").to_svg(),
    }
    return Figure(**(values | changes))


class Elements(HTMLParser):
    """Collects (tag, attributes) and the text inside scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict]] = []
        self.script = ""
        self._inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        self._inside = tag

    def handle_endtag(self, tag):
        self._inside = ""

    def handle_data(self, data):
        if self._inside == "script":
            self.script += data

    def find(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


def test_a_figure_is_what_jupyter_displays(monkeypatch):
    monkeypatch.delenv(layer.STILLS, raising=False)
    bundle = figure()._repr_mimebundle_()
    assert set(bundle) == {"text/html", "text/plain"}
    assert "0x" not in bundle["text/plain"]  # an address would differ from run to run
    elements = Elements(bundle["text/html"])
    assert len(elements.find("figure")) == len(elements.find("figcaption")) == 1
    assert len(elements.find("noscript")) == 1
    assert [image["alt"] for image in elements.find("img")] == ["Still"]


def test_what_is_stored_has_no_script_and_what_is_shown_brings_it_along(monkeypatch):
    monkeypatch.setenv(layer.STILLS, "1")
    stored = figure()._repr_mimebundle_()["text/html"]
    assert Elements(stored).find("style") == []
    assert Elements(stored).find("script") == [{"type": "application/json"}]
    monkeypatch.delenv(layer.STILLS)
    shown = figure()._repr_mimebundle_()["text/html"]
    assert shown == figure().to_html()
    assert shown.removeprefix(stored) == layer.script_and_style()


def test_the_bundle_is_made_of_the_modules_as_they_are(bundler):
    for kind in ("js", "css"):
        text = (bundler.BUILT / f"figures.{kind}").read_text(encoding="utf-8")
        assert bundler.digest() in text.splitlines()[0], "run: python book/bundle_figures.py"


def test_the_bundler_makes_the_same_files_again(bundler, tmp_path):
    if not (bundler.vendor_assets.VENDOR / "esbuild" / "esbuild").is_file():
        pytest.skip("esbuild is not here: `make book` fetches it")
    bundler.bundle(tmp_path)
    for kind in ("js", "css"):
        made = (tmp_path / f"figures.{kind}").read_bytes()
        assert made == (bundler.BUILT / f"figures.{kind}").read_bytes()


def test_the_bundle_can_stand_inside_a_page():
    assert not re.search(r"</script|<!--", SCRIPT, re.IGNORECASE)
    outside = set(re.findall(r"https?://[^\"'`\s<]+", SCRIPT))
    assert outside <= {"http://www.w3.org/2000/svg"}  # a name, not an address


def test_every_figure_of_the_library_is_in_the_bundle():
    sources = (ROOT / "ddimlib" / "widgets").glob("*.py")
    pattern = re.compile(r"return Figure\(\s*\"(\w+)\"")
    names = {name for path in sources for name in pattern.findall(path.read_text("utf-8"))}
    names.discard("ripple")  # the example
    entry = STATIC.joinpath("figures.js").read_text(encoding="utf-8")
    assert names == set(re.findall(r"import \{ start as (\w+) \}", entry))


@pytest.mark.slow
def test_another_process_writes_the_same_bytes():
    """Another hash seed and another process: no set order, no clock, no address shows."""
    code = (
        "import hashlib; from ddimlib import widgets;"
        "print(hashlib.sha256(widgets.dissolve().markup().encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "OMP_NUM_THREADS": "1"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_nothing_in_a_figure_points_outside():
    html = dissolve().markup()
    assert not re.search(r"""(?:src|href)=["'](?!data:)""", html)
    assert not re.search(r"https?://", html.replace("http://www.w3.org/2000/svg", ""))


def test_text_and_data_cannot_break_out():
    attack = "</script><script>alert('1')</script><!-- \" & \u2028"
    html = figure(label=attack, caption=attack, data={"text": attack}).markup()
    elements = Elements(html)
    assert len(elements.find("script")) == 1
    (attributes,) = elements.find("figure")
    assert attributes["aria-label"] == attack
    assert json.loads(elements.script) == {"text": attack}


def test_a_figure_over_budget_is_refused():
    assert figure().bytes < layer.SIZE_BUDGET
    with pytest.raises(ValueError, match="300,000"):
        figure(data={"text": "x" * layer.SIZE_BUDGET}).markup()


def test_a_saved_figure_is_a_whole_page(tmp_path):
    path = figure(label="A & B").save(tmp_path / "figure.html")
    text = path.read_text("utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert "<title>A &amp; B</title>" in text
    assert 'data-theme="dark"' in page(figure(), theme="dark")


def test_bytes_survive_the_journey(as_readers_run_it):
    values = np.arange(256, dtype=np.uint8).reshape(16, 16).T  # not contiguous
    assert base64.b64decode(layer.encode_bytes(values)) == values.tobytes()
    with pytest.raises(TypeError, match="float64"):
        layer.encode_bytes(np.zeros(2))


@pytest.mark.parametrize("shape", [(5, 7), (5, 7, 3), (200, 200, 3)])
def test_the_png_writer_is_understood_by_pillow(shape):
    pixels = np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)
    png = base64.b64decode(png_address(pixels).removeprefix("data:image/png;base64,"))
    np.testing.assert_array_equal(np.asarray(Image.open(BytesIO(png))), pixels)
    start = png.index(b"IDAT") + 4
    length = int.from_bytes(png[start - 8 : start - 4], "big")
    assert len(zlib.decompress(png[start : start + length])) == pixels.size + pixels.shape[0]


def test_the_sample_flower_is_the_mean_of_blocks():
    from sklearn.datasets import load_sample_image

    middle = load_sample_image("flower.jpg")[21:405, 128:512].astype(np.float64)
    expected = middle.reshape(64, 6, 64, 6, 3).mean(axis=(1, 3))
    flower = sample_flower(64)
    assert flower.shape == (64, 64, 3)
    assert np.abs(flower - expected).max() <= 0.5


def test_pictures_of_every_kind_become_bytes():
    flower = sample_flower(32)
    as_floats = np.moveaxis(flower, 2, 0) / 255
    np.testing.assert_array_equal(as_picture(as_floats), flower)
    np.testing.assert_array_equal(as_picture(flower), flower)
    with pytest.raises(ValueError, match="square"):
        as_picture(np.zeros((3, 4, 5)))


def test_the_still_picture_is_an_image_with_all_that_it_needs():
    """What viewers that trust no script or style keep of a figure: see `_still_image`."""
    html = dissolve(sample_flower(32)).markup()
    (image,) = re.findall(r'<div class="ff-still">(<img [^>]*>)', html)
    kind, drawing = re.search(r'src="data:([^,]*),([^"]*)"', image).groups()
    assert kind == "image/svg+xml"
    root = ElementTree.fromstring(unquote(drawing))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert 'alt="The photograph' in image
    used = set(re.findall(r"var\((--[\w-]+)\)", unquote(drawing)))
    assert used
    assert used <= set(re.findall(r"(--[\w-]+):#", unquote(drawing)))
