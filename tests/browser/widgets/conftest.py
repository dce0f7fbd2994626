"""Pages that hold figures alone, to press keys and look at pixels without the built book."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

AXE = Path(__file__).resolve().parents[3] / "third_party" / "vendor" / "axe" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


class FigurePage:
    """A page that holds figures alone, opened from a file, with what it logged and asked for."""

    def __init__(self, page: Any, path: Path) -> None:
        self.page = page
        self.problems: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self._note(message.type, message.text))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(path.as_uri())
        self.outside = [
            url for url in self.requests
            if url != path.as_uri() and not url.startswith(("data:", "blob:"))
        ]  # fmt: skip

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.problems.append(f"{kind}: {text}")

    def pixels(self, number: int = 0) -> str:
        """What canvas ``number`` of the page shows, as text to compare."""
        return self.page.evaluate("n => document.querySelectorAll('canvas')[n].toDataURL()", number)

    def drawing(self, number: int = 0) -> str:
        """The SVG markup of live chart ``number``."""
        return self.page.evaluate(
            "n => document.querySelectorAll('.ff-chart > svg')[n].innerHTML", number
        )

    def settle(self) -> None:
        """Wait for two repaints."""
        self.page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )

    def violations(self) -> list[str]:
        """What axe-core finds against WCAG 2.1 A and AA; skips where it was not fetched."""
        if not AXE.is_file():
            pytest.skip("axe-core is not here: `make book` fetches it")
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("tags => axe.run({ runOnly: tags })", RULES)
        return [
            f"{item['id']}: {node['html'][:200]} {node['failureSummary']}"
            for item in found["violations"]
            for node in item["nodes"]
        ]


OpenFigures = Callable[..., FigurePage]


@pytest.fixture
def open_figures(browser: Any, tmp_path: Path) -> Iterator[OpenFigures]:
    """``open_figures(figure, …, theme="dark", width=375, scripts=True)``.

    At the end the page must have logged no error or warning and asked for nothing outside.
    """
    from ddimlib.widgets import page as figure_page

    opened: list[FigurePage] = []

    def open_(
        *figures: Any,
        theme: str = "light",
        width: int = 800,
        scripts: bool = True,
        reduced_motion: str = "no-preference",
    ) -> FigurePage:
        path = tmp_path / f"page-{len(opened)}.html"
        path.write_text(figure_page(*figures, theme=theme), encoding="utf-8")
        page = browser.new_page(
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            reduced_motion=reduced_motion,
        )
        opened.append(FigurePage(page, path))
        return opened[-1]

    yield open_
    for one in opened:
        assert one.problems == []
        assert one.outside == []
        one.page.close()
