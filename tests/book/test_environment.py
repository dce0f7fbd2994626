"""Three lists of packages, one truth: pyproject.toml, environment.yml and constraints.txt agree."""

import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import ddimlib

ROOT = Path(__file__).resolve().parents[2]

# What conda-forge calls a package that PyPI calls otherwise.
CONDA_NAMES = {
    "matplotlib": "matplotlib-base",
    "playwright": "playwright-python",
    "torch": "pytorch",
}


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def requirements() -> list[Requirement]:
    """Run-time requirements and every extra."""
    extras = project()["optional-dependencies"]
    texts = project()["dependencies"] + [text for extra in extras.values() for text in extra]
    return [Requirement(text) for text in texts]


def pins() -> list[Requirement]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


def pins_in_force() -> dict[str, Requirement]:
    """The pins that hold under the Python that runs the tests, by name."""
    valid = [pin for pin in pins() if pin.marker is None or pin.marker.evaluate()]
    return {canonicalize_name(pin.name): pin for pin in valid}


def test_environment_yml_lists_what_pyproject_requires_and_no_more() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    listed = {Requirement(text).name: Requirement(text) for text in environment["dependencies"]}
    assert str(listed.pop("python").specifier) == project()["requires-python"]
    del listed["pip"]
    expected = {CONDA_NAMES.get(one.name, one.name): one.specifier for one in requirements()}
    assert {name: one.specifier for name, one in listed.items()} == expected


def test_every_requirement_is_pinned_to_a_version_that_it_allows() -> None:
    for one in requirements():
        pin = pins_in_force().get(canonicalize_name(one.name))
        assert pin is not None, f"constraints.txt does not pin {one.name}"
        (specifier,) = pin.specifier
        assert specifier.operator == "=="
        assert one.specifier.contains(specifier.version), f"{pin} is not in {one}"


def test_each_package_is_pinned_once() -> None:
    valid = [canonicalize_name(p.name) for p in pins() if p.marker is None or p.marker.evaluate()]
    assert len(valid) == len(set(valid))


def test_make_installed_the_pinned_versions() -> None:
    stamp = Path(sys.prefix) / ".installed"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8").strip() != "constraints.txt":
        pytest.skip("the versions were not chosen by `make` from constraints.txt")
    different = {
        name: (version(name), str(pin.specifier))
        for name, pin in pins_in_force().items()
        if not pin.specifier.contains(version(name).split("+")[0])
    }
    assert not different


def test_colab_s_ipywidgets_satisfies_the_requirement() -> None:
    (ipywidgets,) = (one for one in requirements() if one.name == "ipywidgets")
    assert ipywidgets.specifier.contains("7.7.1")


def test_the_citation_names_this_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == ddimlib.__version__
