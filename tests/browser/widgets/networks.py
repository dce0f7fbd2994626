"""Pages whose figures ask a network: what lies beside them, and how to wait for its answers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ddimlib.diffusion import DiffusionModel
from ddimlib.runs.export import export_onnx, padded_length
from ddimlib.widgets import page
from tests.browser.conftest import serve

FILE = "network.onnx"


def export_network(model: DiffusionModel, recording: Path) -> None:
    """Keep a network beside its recording, as the book puts it beside its pages."""
    export_onnx(model, recording / FILE, length=padded_length(model))


def put_network(place: Path, recording: Path, vendored: Path) -> None:
    """Put a run's network and the runtime below a site's root, where figures look for them."""
    (place / "models").mkdir()
    network = place / "models" / f"{recording.name}.onnx"
    network.write_bytes((recording / FILE).read_bytes())
    (place / "vendor").symlink_to(vendored)


def file_asked_for(request: Any) -> str:
    """The name of the file, without its version."""
    return request.url.split("/")[-1].split("?")[0]


def watched(browser: Any) -> tuple[Any, list[str], list[str]]:
    """A new tab, the files that it asks for, and its errors, both as they come."""
    tab = browser.new_page()
    tab.set_default_timeout(120_000)
    requests: list[str] = []
    problems: list[str] = []
    tab.on("request", lambda request: requests.append(file_asked_for(request)))
    tab.on("console", lambda entry: problems.append(entry.text) if entry.type == "error" else None)
    tab.on("pageerror", lambda error: problems.append(str(error)))
    return tab, requests, problems


def wait_until(tab: Any, state: str) -> None:
    """Wait for a state of the page's first figure."""
    tab.wait_for_function(
        "state => document.querySelector('figure').dataset.state === state", arg=state
    )


def after(tab: Any, act: Callable[..., object], *values: Any) -> None:
    """Act, and wait until what comes of it is done; between two looks it may be over."""
    tab.evaluate("document.querySelector('figure').dataset.state = 'waiting'")
    act(*values)
    wait_until(tab, "done")


# In place of the network that a page asks for: files of the right lengths, and a worker that
# answers each question with zeros, `pause` milliseconds later, or with `failing`. `asked` has what
# it was told.
STAND_IN = """
window.asked = [];
window.pause = 0;
window.failing = null;
window.fetch = async (url) => {
  const data = JSON.parse(document.querySelector("figure > script").textContent);
  const { model_bytes } = data.network ?? data;
  return new Response(String(url).includes(".wasm") ? "\\0asm" : new Uint8Array(model_bytes));
};
window.Worker = class extends EventTarget {
  postMessage({ id, task, noisy, label }) {
    if (task === "predict") asked.push(label);
    const answer = { prediction: new Float32Array(noisy?.length), seconds: 0.1, processor: "wasm",
      looks: new Float32Array(20000).fill(0.1) };
    const said = task === "predict" && failing ? failing : { answer };
    setTimeout(() => this.onmessage({ data: { id, ...said } }), pause);
  }
  terminate() {}
};
"""


@contextmanager
def with_a_stand_in(browser: Any, folder: Path, *figures: Any) -> Iterator[Any]:
    """A tab with these figures, whose network is quick and knows nothing; it must log no error."""
    (folder / "page.html").write_text(page(*figures), encoding="utf-8")
    with serve(folder) as address:
        tab, _, problems = watched(browser)
        tab.set_default_timeout(20_000)
        tab.add_init_script(STAND_IN)
        tab.goto(f"{address}/page.html")
        yield tab
        assert problems == []
        tab.close()


def change_processor(tab: Any) -> None:
    """Choose the graphics card in the page's first figure, whether there is one or not."""
    tab.evaluate(
        "() => { const choice = [...document.querySelectorAll('figure select')].find("
        " (one) => [...one.options].some(({ value }) => value === 'webgpu'));"
        " choice.value = 'webgpu'; choice.dispatchEvent(new Event('change')); }"
    )


# What the page's first figure has said aloud, from now on.
LISTEN = """() => {
  window.heard = [];
  for (const place of document.querySelectorAll("figure [aria-live]")) {
    new MutationObserver(() => { if (place.textContent) heard.push(place.textContent); })
      .observe(place, { childList: true });
  }
}"""
