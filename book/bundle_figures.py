"""Make the one script and the one style sheet of the figures that move, with esbuild.

    python book/bundle_figures.py      # after every change in ddimlib/static/

reads the modules of `ddimlib/static/` and writes `built/figures.js` and `built/figures.css` there.
A page of the book loads the two; in a notebook that runs, a figure brings them along. They are kept
in git because a notebook on Colab installs the library from an archive, where no bundler is at
hand. Each begins with a digest of what it was made from, so that a test can tell when one is stale.

A worker (`NAME.worker.js`) is bundled first, with what it imports; the page's script holds the text
that comes out, so that a worker has no address of its own and starts from a folder as well.

esbuild comes with the book's other browser assets (`book/vendor_assets.py`).
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import vendor_assets

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "ddimlib" / "static"
BUILT = SOURCES / "built"
OPTIONS = (
    "--bundle",
    "--format=iife",
    "--target=es2022,chrome109,firefox115,safari16.4",
    "--minify",
    "--line-limit=160",  # so that git and people can look at it
    "--charset=utf8",
    "--legal-comments=none",
    "--log-level=warning",
)


def digest() -> str:
    """A digest of the modules and the style sheet, and of how they are bundled."""
    content = hashlib.sha256(repr(OPTIONS).encode())
    for file in sorted([*SOURCES.glob("*.js"), *SOURCES.glob("*.css")]):
        content.update(f"{file.name}\n".encode() + file.read_bytes())
    return content.hexdigest()[:16]


def bundle(target: Path = BUILT) -> None:
    """Write both files into `target`.

    Raises:
        SystemExit: where esbuild is missing, or finds fault with a module (its words are shown).
    """
    banner = f"/* Made by book/bundle_figures.py from ddimlib/static/ ({digest()}). */"
    with tempfile.TemporaryDirectory() as folder:
        sources = Path(folder)
        for file in [*SOURCES.glob("*.js"), *SOURCES.glob("*.css")]:
            shutil.copy(file, sources)
        workers = sorted(sources.glob("*.worker.js"))
        _esbuild(*workers, *OPTIONS, f"--outdir={sources}", "--allow-overwrite")
        _esbuild(
            f"figures={sources / 'figures.js'}",
            f"figures={sources / 'figure.css'}",
            *OPTIONS,
            "--loader:.worker.js=text",  # the text that a worker is made of, not a module
            f"--outdir={target}",
            f"--banner:js={banner}",
            f"--banner:css={banner}",
        )


def _esbuild(*arguments: str | Path) -> None:
    esbuild = vendor_assets.VENDOR / "esbuild" / "esbuild"
    if not esbuild.is_file():
        raise SystemExit("esbuild is not here: python book/vendor_assets.py --require fetches it.")
    if subprocess.run([esbuild, *arguments], cwd=ROOT, check=False).returncode != 0:
        raise SystemExit(1)


def main() -> int:
    argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0]).parse_args()
    if vendor_assets.main(["--require"]):
        return 1
    bundle()
    for file in sorted(BUILT.iterdir()):
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
