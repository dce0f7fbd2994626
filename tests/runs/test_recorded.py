"""Recorded runs are found by name, and an unknown one lists those there are."""

import dataclasses
import functools
import hashlib
import json
import re
import shlex
import subprocess
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from ddimlib import cli, runs
from ddimlib.data.downloads import DownloadError
from ddimlib.runs import book, checkpoints, recorded
from ddimlib.runs.features import ClassifierConfig

RESULTS = recorded._PLACES[0]
RUNS = sorted(file.parent.name for file in RESULTS.glob("*/metrics.jsonl"))


def test_an_unknown_run_lists_the_known_ones():
    with pytest.raises(FileNotFoundError, match="no recorded run 'roses64': choose one of"):
        recorded.path("roses64")


def test_a_damaged_file_of_a_recorded_run_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path,))
    (tmp_path / "roses32").mkdir()
    (tmp_path / "roses32" / "config.json").write_text('{"epochs":')
    with pytest.raises(ValueError, match=r"roses32/config\.json is not valid JSON .*; repair or"):
        recorded.read_json("roses32", "config.json")


def test_a_run_is_asked_for_among_those_with_a_network_only(tmp_path, monkeypatch):
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path,))
    for name, file in (("roses32", "weights.safetensors"), ("pages", "pages.md")):
        (tmp_path / name).mkdir()
        (tmp_path / name / file).touch()
    assert recorded.names() == ["roses32"]
    with pytest.raises(FileNotFoundError, match=r"choose one of roses32$"):
        recorded.path("roses64")


def test_networks_are_fetched_from_what_set_up_cells_install():
    config = yaml.safe_load((RESULTS.parents[1] / "_config.yml").read_text(encoding="utf-8"))
    assert config["sphinx"]["config"]["colab_installs"] == recorded.REF


# Rewritten before they reached the repository, as book/results/README.md says.
LOST_COMMITS = {"1d8ad3acddb0", "30373c51c78f", "df884bc518ce", "a0fb1c0abc1b"}


def test_a_recorded_commit_is_in_the_history():
    git = ["git", "-C", str(RESULTS)]
    shallow = subprocess.run(
        [*git, "rev-parse", "--is-shallow-repository"], capture_output=True, text=True, check=False
    )
    if shallow.stdout.strip() != "false":
        pytest.skip("no clone with its history")
    texts = (file.read_text(encoding="utf-8") for file in RESULTS.rglob("*.json"))
    named = {one for text in texts for one in re.findall(r'"commit": "([0-9a-f]{7,40})', text)}
    assert named > LOST_COMMITS
    for commit in named - LOST_COMMITS:
        ancestor = [*git, "merge-base", "--is-ancestor", commit, "HEAD"]
        assert subprocess.run(ancestor, capture_output=True, check=False).returncode == 0, commit


def test_every_recorded_run_has_its_weights():
    assert {*RUNS} <= {*recorded.names()}


@pytest.mark.parametrize(
    "name", sorted(file.parent.name for file in RESULTS.glob("*/weights.json"))
)
def test_the_checksum_of_a_recorded_network_is_that_of_its_file(name):
    kept = (recorded.path(name) / "weights.safetensors").read_bytes()
    about = recorded.read_json(name, "weights.json")
    assert about == {"sha256": hashlib.sha256(kept).hexdigest(), "bytes": len(kept)}


@pytest.fixture
def published(tmp_path, monkeypatch):
    """A run of which only the checksum is installed, and the repository that has its network."""
    installed = tmp_path / "installed" / "roses32"
    stored = tmp_path / "published" / "raw" / "main" / "book" / "results" / "roses32"
    for folder in (installed, stored):
        folder.mkdir(parents=True)
    (stored / "weights.safetensors").write_bytes(b"roses")
    checksum = {"sha256": hashlib.sha256(b"roses").hexdigest(), "bytes": 5}
    (installed / "weights.json").write_text(json.dumps(checksum), encoding="utf-8")
    handler = functools.partial(SimpleHTTPRequestHandler, directory=tmp_path / "published")
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path / "installed",))
    monkeypatch.setattr(recorded, "REPOSITORY", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("DDIMLIB_DATA", str(tmp_path / "kept"))
    yield stored / "weights.safetensors"
    server.shutdown()
    server.server_close()


def test_a_network_that_the_archive_leaves_out_is_fetched_once(published):
    assert recorded.names() == ["roses32"]
    fetched = checkpoints.find("roses32")
    assert fetched.read_bytes() == b"roses"
    published.unlink()
    assert checkpoints.find("roses32") == fetched


def test_a_network_that_was_fetched_is_called_as_it_is_recorded(published, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert checkpoints.name_of("roses32") == "roses32"
    (tmp_path / "tulips32").mkdir()
    (tmp_path / "tulips32" / "weights.safetensors").touch()
    assert checkpoints.name_of(tmp_path / "tulips32") == "tulips32"
    assert checkpoints.name_of("tulips32/weights.safetensors") == "tulips32"


def test_another_network_than_the_recorded_one_is_refused(published):
    published.write_bytes(b"tulips")
    with pytest.raises(DownloadError, match=r"wrong checksum.*put the file"):
        recorded.weights("roses32")


def test_networks_are_fetched_from_the_repository_of_the_book():
    config = yaml.safe_load((RESULTS.parents[1] / "_config.yml").read_text(encoding="utf-8"))
    assert config["repository"]["url"] == recorded.REPOSITORY


def test_who_asks_for_a_run_that_is_no_longer_kept_hears_which_there_are():
    assert "flowers64-blocks" not in recorded.names()
    with pytest.raises(
        FileNotFoundError, match=r"no recorded run 'flowers64-blocks': .*flowers64, "
    ):
        runs.load("flowers64-blocks")


def test_a_folder_here_that_is_called_as_a_recorded_run_is_not_taken_for_it(tmp_path, monkeypatch):
    (tmp_path / "flowers32").mkdir()
    monkeypatch.chdir(tmp_path)
    assert checkpoints.find("flowers32") == RESULTS / "flowers32" / "weights.safetensors"
    own = tmp_path / "flowers32" / "weights.safetensors"
    own.write_bytes(b"mine")
    with pytest.raises(ValueError, match=r"'flowers32' is a recorded run.*give ./flowers32 for"):
        checkpoints.find("flowers32")
    assert checkpoints.find("./flowers32").samefile(own)
    monkeypatch.chdir(RESULTS)
    assert checkpoints.find("flowers32").samefile(RESULTS / "flowers32" / "weights.safetensors")


def test_a_run_that_is_not_there_is_not_recorded_as_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path / "results",))
    (tmp_path / "results").mkdir()
    with pytest.raises(FileNotFoundError):
        runs.record(tmp_path / "nowhere", "roses32")
    assert not list((tmp_path / "results").iterdir())


def test_every_recorded_result_has_its_numbers_and_stands_in_the_list():
    listed = (RESULTS / "README.md").read_text(encoding="utf-8")
    for folder in RESULTS.glob("*/"):
        assert folder.name in listed
        kept = {file.suffix for file in folder.rglob("*")}
        assert kept & {".json", ".md", ".safetensors"}, folder


@pytest.mark.parametrize("name", RUNS)
def test_a_recorded_run_is_made_again_from_its_config_alone(name):
    stored = recorded.read_json(name, "config.json")
    config = runs.from_dict(stored)
    assert runs.read_config(recorded.path(name) / "weights.safetensors") == config
    again = runs.as_dict(config)
    assert {key: again[key] for key in stored} == stored


def test_the_line_that_makes_a_recorded_run_again_trains_from_its_config(monkeypatch):
    listed = (RESULTS / "README.md").read_text(encoding="utf-8")
    (line,) = re.findall(r'python -c "(.*)"', listed)
    trained = []
    monkeypatch.setattr(runs, "train", trained.append)
    exec(line, {})
    (name,) = re.findall(r"read_json\('([\w-]+)'", line)
    assert trained == [runs.from_dict(recorded.read_json(name, "config.json"))]


#: What runs were called at the commit that made them, where they have another name today.
CALLED = {"flowers64-early": "flowers64"}


@pytest.mark.parametrize("name", RUNS)
def test_the_command_of_a_recorded_run_says_nothing_that_its_config_does_not(name):
    """What the command leaves to its preset may have changed since; what it gives must be there."""
    program, command, *options = shlex.split(
        recorded.read_json(name, "environment.json")["command"]
    )
    stored = recorded.read_json(name, "config.json")
    if program == "beyond.py":  # another model, with the settings of the run that it starts from
        given = dict(zip(options[::2], options[1::2], strict=True))
        assert Path(given["--folder"]).name == Path(stored["folder"]).name == name
        assert Path(given["--start"]).name in recorded.names()
        assert int(given.get("--epochs", 60)) == stored["epochs"]
        return
    config = runs.from_dict(stored)
    if (program, command) == ("ddimlib", "book"):
        asked = cli._parse(book.BookConfig, options, "book")
        place = Path(config.folder)
        assert asked.only == (place.name,)
        assert place.name == CALLED.get(name, name)
        same = dataclasses.replace(config, folder=str(place.with_name(name)))
        assert book.train_configs(asked)[name] == same
        return
    assert (program, command) == ("ddimlib", "train")
    options, _ = cli._take(options, "--preset", "reference")
    assert cli._parse(runs.TrainConfig, options, "train", config) == config
    given = (re.match(r"--(?:no-)?([\w-]+)", option) for option in options)
    settings = {option[1].replace("-", "_") for option in given if option}
    assert settings <= stored.keys()


def test_the_command_of_each_classifier_is_that_of_its_config():
    listed = (RESULTS / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"`ddimlib classifier (.*?)`", listed)
    seen = set()
    for options in commands:
        config = cli._parse(ClassifierConfig, shlex.split(options), "classifier")
        named = dataclasses.replace(config, folder=Path(config.folder).name)
        plain = json.loads(json.dumps(dataclasses.asdict(named)))
        assert plain == recorded.read_json(named.folder, "config.json")
        seen.add(named.folder)
    assert seen == {"classifier32", "classifier64"}


def test_the_table_of_pages_says_how_it_was_made():
    table = (recorded.path("pages") / "pages.md").read_text(encoding="utf-8")
    assert "Made by `make page-table`" in table
    assert "commit" in table
