"""Does the built book really have a page for each entry of the table of contents?

    python book/check_build.py         fails, and names what is missing, where it has not

Jupyter Book can exit with 0 having built nothing (its version 2 does, on this book).
"""

import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
HTML = ROOT / "_build" / "html"


def entries(node: object) -> list[str]:
    """The files that a table of contents names, in its order."""
    if isinstance(node, list):
        return [name for child in node for name in entries(child)]
    if isinstance(node, dict):
        own = [node[key] for key in ("root", "file") if key in node]
        return own + [name for child in node.values() for name in entries(child)]
    return []


def main() -> None:
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    names = [
        str(Path(name).with_suffix("")) if name.endswith((".md", ".ipynb")) else name
        for name in entries(contents)
    ]
    pages = [HTML / "index.html", *(HTML / f"{name}.html" for name in names)]
    missing = [str(page.relative_to(ROOT)) for page in pages if not page.is_file()]
    if missing:
        sys.exit(f"The book did not come out whole. Missing: {', '.join(missing)}")
    print(f"The book is built: {len(names)} pages in {HTML.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
