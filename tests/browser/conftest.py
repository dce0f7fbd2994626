"""A browser and a server for the built book.

`book_url` serves `_build/html`; `page` is a page that keeps its console errors and the requests
that left its origin in `page.problems`. Both skip, with a line that says why, where the book has
not been built or no browser is found. `NOISE_TO_FLOWERS_BOOK` and `CHROMIUM` name others.
"""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.scripts import load

ROOT = Path(__file__).resolve().parents[2]
BOOK = Path(os.environ.get("NOISE_TO_FLOWERS_BOOK", ROOT / "_build" / "html"))
SCREENSHOTS = ROOT / "_build" / "screenshots"

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

find_chromium = load("make_pdf").find_chromium


def book_pages() -> list[str]:
    """Return the built pages that readers visit, as paths below the book's root."""
    pages = sorted(path.relative_to(BOOK).as_posix() for path in BOOK.glob("book/**/*.html"))
    return [*pages, "genindex.html", "search.html"] if pages else []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as one that needs a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test with an argument `book_page` one run for each built page."""
    if "book_page" in metafunc.fixturenames:
        # One run that skips, with its reason, where nothing has been built.
        metafunc.parametrize("book_page", book_pages() or ["(no book built)"])


class BookHandler(SimpleHTTPRequestHandler):
    """Serve files with the types that modules and WebAssembly need, and without a log."""

    # Set here so that the answer does not depend on the machine's own list of types.
    extensions_map = {  # noqa: RUF012
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".onnx": "application/octet-stream",
        ".svg": "image/svg+xml",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
    }

    def log_message(self, *arguments: Any) -> None:
        pass


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder while the context lasts; its address comes without a final slash."""
    handler = functools.partial(BookHandler, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@dataclass
class Problems:
    """What went wrong on a page: errors on its console, requests that left its origin."""

    console: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def built_book() -> Path:
    """The folder of the built book."""
    if not (BOOK / "book" / "index.html").is_file():
        pytest.skip(f"no built book in {BOOK}: run `make book` first")
    return BOOK


@pytest.fixture(scope="session")
def book_url(built_book: Path) -> Iterator[str]:
    """The address of the book on a local server, without a final slash."""
    with serve(built_book) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    executable = find_chromium()
    if executable is None:
        pytest.skip("no Chromium found: install it or name it in the variable CHROMIUM")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=CHROMIUM_ARGUMENTS, headless=True
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def keep() -> Callable[..., None]:
    """Return a function that keeps a picture of a page in `_build/screenshots/`."""

    def keep_screenshot(page: Any, name: str, full_page: bool = True) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(
            path=SCREENSHOTS / f"{name}.jpg",
            type="jpeg",
            quality=70,
            full_page=full_page,
            animations="disabled",
        )

    return keep_screenshot


@pytest.fixture(scope="session")
def vendored() -> Path:
    """The folder of vendored browser assets; skips where the book loads them from elsewhere."""
    vendor = ROOT / "third_party" / "vendor"
    if not (vendor / "manifest.json").is_file():
        pytest.skip("the browser assets are not vendored here: run book/vendor_assets.py")
    return vendor


@pytest.fixture(scope="session")
def open_context(browser: Any, book_url: str) -> Callable[..., Any]:
    """Return a function that opens a page in a context of its own, for its caller to close.

    Its arguments are Playwright's for a context. The page has an attribute `problems`. Requests
    that would leave the book's origin are recorded there and refused, so that the tests never
    touch a network.
    """

    def open_page(**options: Any) -> Any:
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(**options)
        context.set_default_timeout(60_000)  # for machines that are busy with other things
        context.set_default_navigation_timeout(120_000)

        def note_failure(request: Any) -> None:
            # A page that changes its width gives up the picture that fitted the other one.
            if request.failure != "net::ERR_ABORTED":
                problems.failed.append(request.url)

        page = context.new_page()
        problems = page.problems = Problems()

        def refuse_strangers(route: Any) -> None:
            url = route.request.url
            if url.startswith((book_url, "data:", "blob:", "file:")):
                route.continue_()
            else:
                problems.outside.append(url)
                route.abort()

        context.route("**/*", refuse_strangers)
        page.on(
            "console",
            lambda message: (
                problems.console.append(f"{message.text} ({message.location.get('url', '')})")
                if message.type == "error"
                else None
            ),
        )
        page.on("pageerror", lambda error: problems.console.append(str(error)))
        page.on("requestfailed", note_failure)
        return page

    return open_page


@pytest.fixture
def new_page(open_context: Callable[..., Any]) -> Iterator[Callable[..., Any]]:
    """Return a function that opens a page, closed when the test ends."""
    pages = []

    def open_page(**options: Any) -> Any:
        pages.append(open_context(**options))
        return pages[-1]

    yield open_page
    for page in pages:
        page.context.close()


@pytest.fixture
def page(new_page: Callable[..., Any]) -> Any:
    """A page, 1280 px wide, that records its `problems`."""
    return new_page()
