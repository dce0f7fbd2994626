"""Each figure of the book where readers meet it: does it move, or is it a still picture?

The hosts are a real JupyterLab (a cell that was executed; an output that was stored and that
JupyterLab does not trust), a static page of executed cells with the widget front end of ipywidgets
7.7.1, as older books and Colab have it, the built book, and the built book with scripts off. What
is seen ends up as a table in `_build/screenshots/hosts.md`; the same table stands in
`CONTRIBUTING.md`, and a test compares the two.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter

from ddimlib.widgets.network import SITE, network_file, recorded_networks
from tests.browser.conftest import ROOT, SCREENSHOTS, serve
from tests.browser.figures import MOVES, STILL, what_a_figure_does
from tests.browser.jupyterlab import jupyterlab

pytestmark = [pytest.mark.slow]

# The cell that makes each figure, and its name for people. Grow a flower comes last: it is the one
# that runs for a while.
IMPORTS = """\
%config InlineBackend.figure_formats = ["png"]
import matplotlib.pyplot as plt
from ddimlib import widgets
from ddimlib.diffusion import DiffusionModel
from ddimlib.schedules import CosineSchedule
from ddimlib.unet import UNet
"""
FIGURES = {
    "dissolve": ("Dissolve", "widgets.dissolve()"),
    "guess_the_flower": ("Guess the flower", "widgets.guess_the_flower()"),
    "draw_a_schedule": ("Draw a schedule", "widgets.draw_a_schedule()"),
    "embedding_explorer": ("Embedding explorer", "widgets.embedding_explorer()"),
    "every_flower": ("Every flower", "widgets.every_flower()"),
    "latent": ("What a latent keeps", "widgets.what_a_latent_keeps()"),
    "lie": ("Lie to the network", "widgets.lie()"),
    "field": ("Field of view", "widgets.field_of_view()"),
    "sample_size": ("Sample size", "widgets.sample_size()"),
    "noise_maps": ("Noise maps", 'widgets.noise_maps({"itself": lambda points: points})'),
    "unet_map": (
        "U-Net map",
        "network = UNet(widths=(8, 12), embedding_dim=8)\n"
        "widgets.unet_map(DiffusionModel(network, CosineSchedule()))",
    ),
    "watch": ("Training watch", 'widgets.training_watch("flowers32")'),
    "train": ("Train a model", "widgets.train_a_model()"),
    "reverse": ("Reverse process", 'widgets.reverse_process("flowers32")'),
    "film": ("Film strip", "widgets.film_strip()"),
    "particles": ("Particles", "widgets.particles(count=500)"),
    "race": ("Race of solvers", "widgets.race()"),
    "ask": ("Ask in words", "widgets.ask_in_words()"),
    "two_clouds": ("Two clouds", "widgets.two_clouds()"),
    "follow": ("Follow the noise", "widgets.follow_the_noise()"),
    "grow": ("Grow a flower", "widgets.grow_a_flower()"),
}
ROWS = [name for name, _ in FIGURES.values()]

HOSTS = [
    "JupyterLab, after running the cell",
    "JupyterLab, stored output",
    "static page, ipywidgets 7.7.1",
    "this book (ipywidgets 8)",
    "this book, scripts off",
]
CHAPTERS = sorted((ROOT / "book").glob("[0-9][0-9]-*.ipynb"))
COMMITTED = ROOT / "CONTRIBUTING.md"

# The widget front end that ipywidgets 7.7.1 asks for ("^0.20.0"), by checksum.
OLD_FRONT_END = "@jupyter-widgets/html-manager@0.20.9"
OLD_FRONT_END_SHA512 = (
    "GzwmQB5VFGPu+QsJJxYyLOvHdAtnXrOHG0zfFzSD32wu0ZYBG72p2EERP3av9EqE6NlSe570muudhKwHtsJH9w=="
)
OLD_WIDGETS = ["ipywidgets==7.7.1", "ipython-genutils==0.2.0", "widgetsnbextension==3.6.10"]


def table(seen: dict[str, dict[str, str]]) -> str:
    """What was seen, as a table for people: `seen[host][row]`."""
    lines = ["| figure | " + " | ".join(HOSTS) + " |", "|---" * (len(HOSTS) + 1) + "|"]
    for row in ROWS:
        cells = [seen.get(host, {}).get(row, "not tried") for host in HOSTS]
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def committed_table() -> dict[str, dict[str, str]]:
    """The table of the page for contributors, as `table[host][row]`."""
    text = COMMITTED.read_text(encoding="utf-8")
    table = text[text.index("| figure |") :].split("\n\n")[0]
    lines = [
        [cell.strip() for cell in line.strip("|\n ").split("|")] for line in table.splitlines()
    ]
    head, _, *body = lines
    return {host: {row[0]: row[i] for row in body} for i, host in enumerate(head) if i}


@pytest.fixture(scope="module")
def seen() -> Iterator[dict[str, dict[str, str]]]:
    """What the tests of this file saw; written as a table when they are done."""
    found: dict[str, dict[str, str]] = {}
    yield found
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    (SCREENSHOTS / "hosts.md").write_text(table(found), encoding="utf-8")


@pytest.fixture(scope="module")
def stored_cells() -> dict[str, Any]:
    """The chapters' cells with a moving figure, as they are stored."""
    cells: dict[str, Any] = {}
    for chapter in CHAPTERS:
        for cell in nbformat.read(chapter, as_version=4).cells:
            for output in cell.get("outputs", []):
                html = output.get("data", {}).get("text/html", "")
                if found := re.search(r'<figure class="ff-figure ff-(\w+)"', html):
                    cells.setdefault(found[1], cell)
    return cells


def notebook(cells: list[Any]) -> Any:
    return nbformat.v4.new_notebook(
        cells=cells,
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )


def test_the_table_has_a_row_for_every_moving_figure(stored_cells: dict[str, Any]) -> None:
    assert set(stored_cells) == set(FIGURES)


# JupyterLab


OPEN_NOTEBOOK = """async name => {
  const app = window.jupyterapp;
  await app.restored;
  const panel = await app.commands.execute('docmanager:open', { path: name, factory: 'Notebook' });
  await panel.context.ready;
  await panel.sessionContext.ready;
  app.shell.activateById(panel.id);
}"""


@pytest.fixture(scope="module")
def lab(
    browser: Any, stored_cells: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Any]]:
    """Return a function that opens one of two notebooks in one JupyterLab.

    `stored.ipynb` holds the chapters' outputs as a reader downloads them; `executed.ipynb` holds
    cells that have not run.
    """
    pytest.importorskip("jupyterlab", reason="jupyterlab is not installed")
    place = tmp_path_factory.mktemp("jupyterlab")
    folder = place / "notebooks"
    folder.mkdir()
    nbformat.write(notebook([stored_cells[name] for name in FIGURES]), folder / "stored.ipynb")
    sources = [code for _, code in FIGURES.values()]
    cells = [nbformat.v4.new_code_cell(code) for code in (IMPORTS, *sources)]
    nbformat.write(notebook(cells), folder / "executed.ipynb")

    with jupyterlab(folder, place / "state") as address:
        context = browser.new_context(viewport={"width": 1400, "height": 1000})
        context.set_default_timeout(60_000)
        context.route(
            "**/*",
            lambda route: (
                route.continue_()
                if route.request.url.startswith((address, "data:", "blob:"))
                else route.abort()
            ),
        )
        page = context.new_page()
        page.goto(f"{address}/lab/tree/stored.ipynb", wait_until="commit")

        def open_notebook(name: str) -> Any:
            page.wait_for_function("() => window.jupyterapp !== undefined")
            page.evaluate(OPEN_NOTEBOOK, name)
            page.wait_for_selector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell")
            return page

        yield open_notebook
        context.close()


def shown_cells(page: Any) -> Any:
    return page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell")


def test_a_stored_output_in_jupyterlab_is_a_still_picture(
    lab: Callable[[str], Any], seen: dict[str, dict[str, str]]
) -> None:
    page = lab("stored.ipynb")
    host = seen.setdefault(HOSTS[1], {})
    for number, name in enumerate(FIGURES):
        cell = shown_cells(page).nth(number)
        cell.scroll_into_view_if_needed()
        figure = cell.locator("figure")
        figure.first.wait_for()
        figure.locator("img").first.scroll_into_view_if_needed()
        host[FIGURES[name][0]] = what_a_figure_does(figure)
    page.screenshot(path=picture_file("jupyterlab-stored"), type="jpeg", quality=70)
    assert host == dict.fromkeys(ROWS, STILL)


def test_an_executed_cell_moves_in_jupyterlab(
    lab: Callable[[str], Any], seen: dict[str, dict[str, str]]
) -> None:
    page = lab("executed.ipynb")
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
    host = seen.setdefault(HOSTS[0], {})
    for number, (name, (title, _)) in enumerate(FIGURES.items(), start=1):
        cell = shown_cells(page).nth(number)
        cell.scroll_into_view_if_needed()
        figure = cell.locator(f"figure.ff-{name}[data-started]")
        figure.wait_for()
        host[title] = what_a_figure_does(figure)
        if number == 1:
            page.screenshot(path=picture_file("jupyterlab-executed"), type="jpeg", quality=70)
    # Grow a flower has neither the network nor its runtime beside a notebook, and says so.
    assert host == {row: STILL if row == "Grow a flower" else MOVES for row in ROWS}


def picture_file(name: str) -> Path:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    return SCREENSHOTS / f"{name}.jpg"


# A static page with the widget front end of ipywidgets 7.7.1


@pytest.fixture(scope="module")
def old_front_end() -> Path:
    """The folder of html-manager 0.20, fetched once from npm and kept in `third_party/`."""
    folder = ROOT / "third_party" / "html-manager-0.20.9"
    if not (folder / "package" / "dist" / "embed-amd.js").is_file():
        from book.vendor_assets import Unavailable, npm_command

        folder.mkdir(parents=True, exist_ok=True)
        try:
            command, environment = npm_command()
            subprocess.run(
                [*command, "pack", OLD_FRONT_END, "--silent"],
                cwd=folder, env=environment, check=True, capture_output=True, timeout=120,
            )  # fmt: skip
        except (Unavailable, OSError, subprocess.SubprocessError) as error:
            pytest.skip(f"npm cannot fetch {OLD_FRONT_END}, which ipywidgets 7.7.1 uses: {error}")
        (archive,) = folder.glob("*.tgz")
        digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        assert digest == OLD_FRONT_END_SHA512, f"{archive.name} is not the file it should be"
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
        archive.unlink()
    return folder / "package"


@pytest.fixture(scope="module")
def old_widgets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ipywidgets 7.7.1, for a kernel to find first."""
    folder = tmp_path_factory.mktemp("ipywidgets7")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder]
    done = subprocess.run([*command, *OLD_WIDGETS], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"pip cannot install ipywidgets 7.7.1 here: {done.stderr.strip()[-200:]}")
    return folder


# Without a kernel, linked widgets move where the page's widget front end works.
LINKED = """\
import ipywidgets
print(ipywidgets.__version__)
first, second = ipywidgets.IntSlider(3), ipywidgets.IntText(3)
link = ipywidgets.jslink((first, "value"), (second, "value"))
ipywidgets.VBox([first, second])"""
NUMBER = ".jupyter-widgets input[type=number]"


@pytest.fixture(scope="module")
def old_page(
    vendored: Path,
    old_front_end: Path,
    old_widgets: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """The address of a page that nbconvert made with ipywidgets 7.7.1 and its front end.

    It holds linked widgets and the figures, all run with 7.7.1.
    """
    place = tmp_path_factory.mktemp("old-page")
    sources = [code for _, code in FIGURES.values()]
    cells = [nbformat.v4.new_code_cell(code) for code in (IMPORTS, *sources, LINKED)]
    live = notebook(cells)
    environment = {name: value for name, value in os.environ.items() if name != "DDIMLIB_STILLS"}
    paths = [str(old_widgets), str(ROOT), environment.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
    client = NotebookClient(live, kernel_name="python3", timeout=120, store_widget_state=True)
    client.execute(env=environment)
    assert live.cells[-1].outputs[0].text.strip() == "7.7.1"
    exporter = HTMLExporter(
        widget_renderer_url="old/dist/embed-amd.js",
        require_js_url="vendor/requirejs/require.js",
        mathjax_url="",
        jquery_url="",
    )
    text, _ = exporter.from_notebook_node(live)
    (place / "page.html").write_text(text, encoding="utf-8")
    (place / "old").symlink_to(old_front_end)
    (place / "vendor").symlink_to(vendored)
    (place / "models").mkdir()
    for run, recording in recorded_networks(ROOT / "book" / "results"):
        network = network_file(run, ROOT / "_build" / "networks", recording)
        (place / "models" / f"{run}.onnx").symlink_to(network)
    with serve(place) as address:
        yield f"{address}/page.html"


def answer_as_the_site(route: Any, origin: str) -> None:
    answer = route.fetch(url=route.request.url.replace(SITE, origin))
    headers = {**answer.headers, "access-control-allow-origin": "*"}
    route.fulfill(response=answer, headers=headers)


def test_figures_move_beside_the_widget_front_end_of_ipywidgets_7(
    browser: Any, old_page: str, seen: dict[str, dict[str, str]]
) -> None:
    host = seen.setdefault(HOSTS[2], {})
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    origin = old_page.removesuffix("page.html")
    context.route(
        lambda url: not url.startswith((origin, "data:", "blob:")), lambda route: route.abort()
    )
    # Grow a flower asks the published site, whose files are beside this page as well.
    context.route(f"{SITE}**", lambda route: answer_as_the_site(route, origin))
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(old_page, wait_until="load")
    # The old front end is at work: its slider moves what is linked to it.
    page.wait_for_selector(NUMBER)
    linked = page.locator(".jp-Cell", has=page.locator(NUMBER))
    linked.locator(".ui-slider-handle").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("name => document.querySelector(name).value === '4'", arg=NUMBER)

    for name, (title, _) in FIGURES.items():
        host[title] = what_a_figure_does(page.locator(f"figure.ff-{name}"))
    page.screenshot(path=picture_file("ipywidgets-7"), type="jpeg", quality=70, full_page=True)
    context.close()
    assert errors == []
    assert host == dict.fromkeys(ROWS, MOVES)


# The built book


@pytest.fixture(scope="module")
def places(built_book: Path) -> dict[str, str]:
    """The built page on which each figure is first met."""
    found: dict[str, str] = {}
    for path in sorted((built_book / "book").glob("[0-9][0-9]-*.html")):
        text = path.read_text(encoding="utf-8")
        for name in re.findall(r'<figure class="ff-figure ff-(\w+)"', text):
            found.setdefault(name, path.name)
    return found


def test_figures_move_in_the_built_book(
    open_context: Callable[..., Any],
    book_url: str,
    vendored: Path,
    places: dict[str, str],
    seen: dict[str, dict[str, str]],
) -> None:
    host = seen.setdefault(HOSTS[3], {})
    for name in FIGURES:
        page = open_context()
        page.goto(f"{book_url}/book/{places[name]}", wait_until="load")
        host[FIGURES[name][0]] = what_a_figure_does(page.locator(f"figure.ff-{name}").first)
        page.context.close()
    assert host == dict.fromkeys(ROWS, MOVES)


def test_figures_are_still_pictures_in_the_built_book_without_scripts(
    open_context: Callable[..., Any],
    book_url: str,
    places: dict[str, str],
    seen: dict[str, dict[str, str]],
) -> None:
    host = seen.setdefault(HOSTS[4], {})
    page = open_context(java_script_enabled=False)
    for name in FIGURES:
        page.goto(f"{book_url}/book/{places[name]}", wait_until="load")
        host[FIGURES[name][0]] = what_a_figure_does(page.locator(f"figure.ff-{name}").first)
    page.context.close()
    assert host == dict.fromkeys(ROWS, STILL)


def test_the_table_for_readers_says_what_was_seen(seen: dict[str, dict[str, str]]) -> None:
    """Runs last: what no test above could try (it was skipped) is not compared."""
    if not seen:
        pytest.skip("nothing was seen: the tests above did not run")
    committed = committed_table()
    assert list(committed) == HOSTS
    for host, rows in seen.items():
        assert committed[host] == rows, host
