"""The book's browser assets: locked, complete, and a build without them says so."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load(path: Path) -> ModuleType:
    specification = importlib.util.spec_from_file_location(path.stem, path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """`book/vendor_assets.py`, working in an empty folder."""
    module = load(ROOT / "book" / "vendor_assets.py")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "WORK", tmp_path / "npm")
    monkeypatch.setattr(module, "VENDOR", tmp_path / "vendor")
    monkeypatch.setattr(module, "MANIFEST", tmp_path / "vendor" / "manifest.json")
    return module


def packages_of(assets: ModuleType, folder: Path) -> Path:
    """A folder of packages in which every file that is asked for exists."""
    for package, pattern, _ in assets.PAGES + assets.TOOLS:
        file = folder / package / pattern.replace("*", "one")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{package} {pattern}")
        about = {"name": package, "version": "1.2.3", "author": {"name": "A. N."}, "license": "MIT"}
        (folder / package / "package.json").write_text(json.dumps(about))
    return folder


def test_lock_names_versions_and_checksums_and_no_registry() -> None:
    lock = json.loads((ROOT / "book" / "vendor" / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    for name, entry in packages.items():
        assert "resolved" not in entry, name
        assert entry["integrity"].startswith("sha512-"), name
    wanted = json.loads((ROOT / "book" / "vendor" / "package.json").read_text())
    for name, version in (wanted["dependencies"] | wanted["devDependencies"]).items():
        assert packages[f"node_modules/{name}"]["version"] == version


def test_every_file_is_copied_and_then_nothing_is_done(
    assets: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = packages_of(assets, tmp_path / "npm" / "node_modules")
    monkeypatch.setattr(assets, "install_packages", lambda: packages)
    assert not assets.up_to_date()
    assert assets.main([]) == 0
    for name in ("mathjax/tex-mml-chtml.js", "esbuild/esbuild", "axe/axe.min.js"):
        assert (assets.VENDOR / name).is_file()
    assert assets.up_to_date()
    monkeypatch.setattr(assets, "install_packages", lambda: pytest.fail("fetched again"))
    assert assets.main([]) == 0
    (assets.VENDOR / "axe" / "axe.min.js").unlink()
    assert not assets.up_to_date()


def test_every_package_comes_with_what_is_known_of_its_licence(
    assets: ModuleType, tmp_path: Path
) -> None:
    packages = packages_of(assets, tmp_path / "npm" / "node_modules")
    (packages / "onnxruntime-web" / "LICENSE").write_text("You may.")
    (packages / "onnxruntime-web" / "dist" / "part.js.LICENSE.txt").write_text("Here too.")
    assets.copy_assets(packages)
    texts = {file.stem: file.read_text() for file in (assets.VENDOR / "licences").iterdir()}
    assert set(texts) == {package.split("/")[-1] for package, *_ in assets.PAGES + assets.TOOLS}
    assert texts["requirejs"] == "requirejs 1.2.3\nA. N.\nLicence: MIT\n"
    assert "You may." in texts["onnxruntime-web"]
    assert "Here too." in texts["onnxruntime-web"]
    silent = tmp_path / "silent"
    silent.mkdir()
    (silent / "package.json").write_text('{"name": "silent", "version": "1"}')
    with pytest.raises(SystemExit, match="silent does not say under which licence"):
        assets.licence(silent)


def test_a_program_stays_one_and_no_tool_is_published(
    assets: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = packages_of(assets, tmp_path / "npm" / "node_modules")
    (program,) = packages.glob("@esbuild/*/bin/esbuild")
    program.chmod(0o755)
    assets.copy_assets(packages)
    assert os.access(assets.VENDOR / "esbuild" / "esbuild", os.X_OK)
    monkeypatch.setattr(sys, "path", list(sys.path))
    extension = load(ROOT / "book" / "_ext" / "from_noise_to_flowers.py")
    assert set(extension.UNPUBLISHED) == assets.UNPUBLISHED


def test_a_package_that_moved_its_files_is_an_error(assets: ModuleType, tmp_path: Path) -> None:
    packages = packages_of(assets, tmp_path / "npm" / "node_modules")
    (packages / "requirejs" / "require.js").unlink()
    with pytest.raises(SystemExit, match=r"requirejs has no file require\.js"):
        assets.copy_assets(packages)


def test_without_npm_the_build_goes_on_and_says_so(
    assets: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def unreachable() -> Path:
        raise assets.Unavailable("npm could not fetch the packages")

    monkeypatch.setattr(assets, "install_packages", unreachable)
    assert assets.main([]) == 0
    message = capsys.readouterr().err
    assert "npm could not fetch the packages" in message
    assert "a public network" in message
    assert not assets.VENDOR.exists()
    assert assets.main(["--require"]) == 1


@pytest.mark.parametrize("vendored", [True, False])
def test_pages_use_the_vendored_files_where_they_are(
    vendored: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("sphinx")
    monkeypatch.setattr(sys, "path", list(sys.path))  # the extension adds to it
    extension = load(ROOT / "book" / "_ext" / "from_noise_to_flowers.py")
    monkeypatch.setattr(extension, "VENDOR", tmp_path)
    if vendored:
        (tmp_path / "manifest.json").write_text("{}")
    cdn = "https://cdn.example/mathjax.js"
    config = SimpleNamespace(
        mathjax_path=cdn, nb_ipywidgets_js={cdn: {}}, html_css_files=["book.css"]
    )
    extension.choose_assets(None, config)
    assert (config.mathjax_path == cdn) != vendored
    assert config.nb_ipywidgets_js == {}  # no page holds a widget
    assert ("fonts.css" in config.html_css_files) == vendored
