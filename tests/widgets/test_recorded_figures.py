"""Grow a flower, Reverse process, Training watch: what Python puts into the page."""

import base64
import importlib
import io
import json
import re
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch
import yaml
from PIL import Image

from ddimlib import runs
from ddimlib.diffusion import TARGETS, DiffusionModel
from ddimlib.runs import export, recorded
from ddimlib.schedules import SCHEDULES, CosineSchedule, make_schedule
from ddimlib.widgets import (
    browser_noise,
    grow_a_flower,
    layer,
    plane_network,
    recording,
    reverse_process,
    training_watch,
)
from ddimlib.widgets.__main__ import COMMANDS, main
from ddimlib.widgets.growing import GUIDANCE, INTERVAL, bytes_of, grow
from ddimlib.widgets.network import (
    RUNTIMES,
    SITE,
    network_data,
    network_file,
    recorded_networks,
)
from tests.cut_short import Killed, cut_writing_short
from tests.widgets.recorded_run import NAMES, record_run, tiny_model

# The package has its function by that name.
train_a_model = importlib.import_module("ddimlib.widgets.train_a_model")
BOOK_S_PLACES = recorded._PLACES
ROOT = Path(__file__).resolve().parents[2]
VENDOR = ROOT / "third_party" / "vendor" / "onnxruntime"


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    place = tmp_path_factory.mktemp("results")
    model = record_run(place / "tiny")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recorded, "_PLACES", (place,))
        yield place / "tiny", model


FIGURES = {
    "grow": lambda: grow_a_flower("tiny"),
    "reverse": lambda: reverse_process("tiny"),
    "watch": lambda: training_watch("tiny"),
}


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_the_same_every_time(run, name):
    assert FIGURES[name]().markup() == FIGURES[name]().markup()


def test_names_of_flowers_cannot_leave_the_script(run):
    html = grow_a_flower("tiny").markup()
    assert html.count("</script>") == 1
    assert json.dumps(NAMES[2])[1:-1].split("&")[0] in html


@pytest.mark.parametrize("make", [grow_a_flower, reverse_process, training_watch])
def test_a_figure_of_the_book_s_run_stays_within_its_budget(make, monkeypatch):
    monkeypatch.setattr(recorded, "_PLACES", BOOK_S_PLACES)
    assert make().bytes < layer.SIZE_BUDGET


@pytest.mark.slow
def test_the_book_s_file_is_small_and_holds_the_recorded_network(monkeypatch):
    """The file that the build makes: where the book has been built, that very file."""
    monkeypatch.setattr(recorded, "_PLACES", BOOK_S_PLACES)
    for package in ("onnx", "onnxruntime"):
        pytest.importorskip(package, reason=f"{package} is not installed")
    file = network_file("flowers64", ROOT / "_build" / "networks")
    assert file.stat().st_size == network_data("flowers64")["model_bytes"] < 8_000_000
    model, network = runs.load("flowers64"), export.load_onnx(file)
    noisy = torch.from_numpy(browser_noise(1, (1, 3, 64, 64)))
    for variance, label in ((0.1, 3), (0.9, 90)):
        given = torch.tensor([variance]), torch.tensor([label])
        ours, theirs = model.network(noisy, *given), network(noisy, *given)
        torch.testing.assert_close(theirs, ours, rtol=0, atol=5e-3)  # of half-precision weights


def test_the_book_s_recording_names_the_version_of_its_network(monkeypatch):
    monkeypatch.setattr(recorded, "_PLACES", BOOK_S_PLACES)
    version = export.version(runs.load("flowers64"))
    assert network_data("flowers64")["model"] == f"models/flowers64.onnx?{version}"


def test_every_stored_figure_asks_for_the_network_that_the_book_has(monkeypatch):
    monkeypatch.setattr(recorded, "_PLACES", BOOK_S_PLACES)
    named = recorded_networks(ROOT / "book" / "results")
    known = {run: network_data(run, recording) for run, recording in named}
    asking: dict[str, set[str]] = {run: set() for run in known}
    for chapter in sorted((ROOT / "book").glob("*.ipynb")):
        for cell in json.loads(chapter.read_text(encoding="utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                html = "".join(output.get("data", {}).get("text/html", ""))
                for run, digest in re.findall(r'"model":"models/([^"]*)\.onnx\?([^"]*)"', html):
                    assert known[run]["model"].endswith(f"?{digest}"), chapter.name
                    assert f'"model_bytes":{known[run]["model_bytes"]},' in html, chapter.name
                    asking[run].add(chapter.name[:2])
    assert asking["flowers64"] == {"03", "04", "07", "08", "09", "11"}
    assert all(asking.values())  # no network lies at the pages that nobody asks for


def test_the_file_of_a_page_is_made_once_for_the_same_weights_and_code(run, tmp_path, monkeypatch):
    pytest.importorskip("onnx", reason="onnx is not installed")
    _, model = run
    monkeypatch.setattr(runs, "load", lambda name: model)
    file = network_file("tiny", tmp_path / "networks")
    assert export.version(model) in file.name
    assert file.stat().st_size == network_data("tiny")["model_bytes"]
    made = file.stat().st_mtime_ns
    assert network_file("tiny", tmp_path / "networks") == file
    assert file.stat().st_mtime_ns == made
    assert list((tmp_path / "networks").iterdir()) == [file]  # and nothing half made
    # Other code may write another file of the same weights.
    changed = tmp_path / "unet.py"
    changed.write_text("another network")
    monkeypatch.setattr("ddimlib.unet.__file__", str(changed))
    assert network_file("tiny", tmp_path / "networks") != file


def test_a_recording_of_other_weights_is_no_network_of_a_page(run, tmp_path, monkeypatch):
    other = tiny_model()
    other.network.to_prediction.weight[0, 0] += 1e-3
    monkeypatch.setattr(runs, "load", lambda name: other)
    with pytest.raises(ValueError, match="is of other weights: make it again with python -m"):
        network_file("tiny", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_without_onnx_a_build_says_what_to_install(run, tmp_path, monkeypatch):
    _, model = run
    monkeypatch.setattr(runs, "load", lambda name: model)
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(ImportError, match=r"pip install 'ddimlib\[export\]'"):
        network_file("tiny", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_button_can_say_how_much_is_downloaded(run):
    _, model = run
    data = grow_a_flower("tiny").data
    assert data["model"] == f"models/tiny.onnx?{export.version(model)}"
    if not VENDOR.is_dir():
        pytest.skip("the runtime is not vendored here: its size is not checked")
    assert data["runtimes"] == RUNTIMES
    for runtime in RUNTIMES.values():
        loader = str(runtime["binary"]).removesuffix(".wasm") + ".mjs"
        files = [VENDOR / str(name) for name in (runtime["module"], loader, runtime["binary"])]
        assert runtime["bytes"] == sum(file.stat().st_size for file in files)


def test_elsewhere_the_network_comes_from_the_published_site(run_javascript):
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    assert config["html"]["baseurl"] == SITE
    for content_root, expected in (
        (None, SITE),  # an output frame of Colab or JupyterLab
        ("../", "https://mirror.example/flowers/"),
        ("./", "https://mirror.example/flowers/book/"),
    ):
        address = "https://mirror.example/flowers/book/11-flowers.html"
        said = run_javascript(
            "shared_network.js",
            "siteRoot(data[0] ?? undefined, data[1], data[2])",
            [content_root, address, SITE],
        )
        assert said == expected


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("kind", SCHEDULES)
def test_every_target_and_schedule_of_the_library_can_be_recorded_for_a_page(kind, target):
    model = DiffusionModel(tiny_model().network, make_schedule(kind), target=target)
    about = recording.check_contract(export.describe(model))
    assert (about["schedule"]["kind"], about["target"]) == (kind, target)


def test_what_no_page_can_sample_from_is_refused(run, tmp_path):
    class Own(CosineSchedule):
        pass

    folder, _ = run
    model = DiffusionModel(tiny_model().network, Own())
    model.image_size = 16
    for make in (recording.record_growth, recording.record_reverse):
        with pytest.raises(ValueError, match="no page can sample from a network with the schedule"):
            make(model, tmp_path)
    assert list(tmp_path.iterdir()) == []
    # A recording of another version of the library, with what this one does not know.
    for name, make in (("grow", grow_a_flower), ("reverse", reverse_process)):
        file = folder / f"{name}.json"
        before = file.read_text(encoding="utf-8")
        file.write_text(json.dumps(json.loads(before) | {"target": "score"}), encoding="utf-8")
        with pytest.raises(ValueError, match="the target 'score'"):
            make("tiny")
        file.write_text(before, encoding="utf-8")


def test_the_page_is_told_what_the_output_stands_for(run):
    assert grow_a_flower("tiny").data["target"] == "noise"


def test_the_processor_comes_first_and_is_the_smaller_download():
    assert next(iter(RUNTIMES)) == "wasm"
    assert RUNTIMES["wasm"]["bytes"] < RUNTIMES["webgpu"]["bytes"]


def test_the_recorded_flower_is_the_one_that_grows(run):
    _, model = run
    data = grow_a_flower("tiny").data
    frames = recording.decode_frames(data["recorded"], 16)
    last = list(grow(model, data["seed"], data["steps"]))[-1].prediction.image
    assert len(frames) == recording.GROW_FRAMES
    np.testing.assert_array_equal(frames[-1], bytes_of(model, last)[0].numpy())


def test_a_network_that_knows_the_flower_grows_that_one(run, tmp_path):
    _, model = run
    recording.record_growth(model, tmp_path, flower="rose")
    about = json.loads((tmp_path / "grow.json").read_text(encoding="utf-8"))
    assert about["label"] == NAMES.index("rose")
    options = {"label": 0, "guidance": GUIDANCE, "interval": INTERVAL}
    last = list(grow(model, about["seed"], about["steps"], **options))[-1].prediction.image
    frames = recording.decode_frames(about["frames"], 16)
    np.testing.assert_array_equal(frames[-1], bytes_of(model, last)[0].numpy())
    recording.record_growth(model, tmp_path, flower="tulip")
    assert json.loads((tmp_path / "grow.json").read_text(encoding="utf-8"))["label"] is None


def test_the_sheets_hold_every_step_of_every_run(run):
    folder, model = run
    predicted = np.asarray(Image.open(folder / "reverse.webp").convert("RGB")).astype(float)
    planes = np.asarray(Image.open(folder / "noisy.webp").convert("RGB")).astype(float)[..., 0]
    noisy = np.stack(np.split(planes, 3), axis=2)
    runs = reverse_process("tiny").data["runs"]
    assert predicted.shape == noisy.shape == (16 * len(runs), 16 * 20, 3)
    row = next(i for i, entry in enumerate(runs) if entry == {"steps": 10, "eta": 1.0})
    for column, step in enumerate(grow(model, recording.SEED, 10, eta=1.0)):
        cut = np.s_[16 * row : 16 * (row + 1), 16 * column : 16 * (column + 1)]
        images = bytes_of(model, torch.cat([step.prediction.image, step.noisy])).numpy()
        # Compressed: what a barely trained network predicts is noise, whose colours suffer.
        assert np.corrcoef(predicted[cut].ravel(), images[0].ravel())[0, 1] > 0.5
        assert np.corrcoef(noisy[cut].ravel(), images[1].ravel())[0, 1] > 0.75


def test_the_watch_shows_the_corner_of_every_grid(run):
    folder, _ = run
    figure = training_watch("tiny")
    assert figure.data["epochs"] == [1, 3, 5]
    assert figure.data["curves"][1]["points"] == [[2, 1.0], [4, 0.75], [6, 0.6667]]
    address = figure.still.split('href="data:image/webp;base64,')[1].split('"')[0]
    sheet = np.asarray(Image.open(io.BytesIO(base64.b64decode(address))).convert("RGB"))
    side = figure.data["side"]
    assert sheet.shape == (side, 3 * side, 3)
    grid = np.asarray(Image.open(folder / "samples" / "epoch-0003.png")).astype(float)
    middle = sheet[:, side : 2 * side].astype(float)
    assert np.corrcoef(middle.ravel(), grid[:side, :side].ravel())[0, 1] > 0.5


def test_the_second_average_of_a_training_is_watched_by_its_own_samples(run):
    folder, _ = run
    with pytest.raises(
        ValueError, match=r"no grids of a second average: .*second_ema_decay above 0"
    ):
        training_watch("tiny", second=True)
    grid = np.full((106, 106, 3), 200, dtype=np.uint8)
    for epoch in (2, 6):
        Image.fromarray(grid).save(folder / "samples" / f"second-epoch-{epoch:04d}.png")
    with open(folder / "metrics.jsonl", "a", encoding="utf-8") as file:
        file.write('{"epoch": 7, "train_loss": 0.1, "second_validation_noise_mae": 0.25}\n')
    live = training_watch("tiny", second=True)
    assert live.data["epochs"] == [2, 6]
    assert live.data["curves"][1]["points"] == [[7, 0.25]]
    assert "the average made them after epochs 2, 6." in live.caption
    recording.record_watch(folder, 16, "second-")
    assert training_watch("tiny", second=True).still == live.still
    assert training_watch("tiny").data["epochs"] == [1, 3, 5]


def test_a_folder_is_watched_like_a_recorded_run(run):
    folder, _ = run
    (folder / "watch.webp").unlink()
    assert training_watch(folder).data == training_watch("tiny").data


def test_a_run_that_is_still_trained_or_lies_at_home_is_watched(run, tmp_path, monkeypatch):
    folder, _ = run
    shutil.copytree(folder, tmp_path / "mine")
    with open(tmp_path / "mine" / "metrics.jsonl", "a", encoding="utf-8") as file:
        file.write('{"epoch": 7, "train_lo')  # as a kill leaves it
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert training_watch("~/mine").data == training_watch("tiny").data


def test_as_many_grids_are_shown_as_webp_is_wide(tmp_path):
    """Of 256 pixels, 24 grids are wider than WebP can be."""
    (tmp_path / "samples").mkdir()
    (tmp_path / "config.json").write_text(json.dumps({"image_size": 256}))
    rows = [{"epoch": epoch, "train_loss": 1.0} for epoch in range(1, 31)]
    (tmp_path / "metrics.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    for row in rows:
        Image.new("RGB", (8, 8)).save(tmp_path / "samples" / f"epoch-{row['epoch']:04d}.png")
    live = training_watch(tmp_path).data
    assert (len(live["epochs"]), live["epochs"][0], live["epochs"][-1]) == (15, 1, 30)
    assert live["side"] * 15 <= 16_383 < live["side"] * 16
    recording.record_watch(tmp_path, 256)
    assert training_watch(tmp_path).data == live
    assert len(recording.spread_grids(dict.fromkeys(range(30), tmp_path), 16)) == 24


def test_a_kill_while_it_is_recorded_leaves_what_was_recorded_before(run, tmp_path, monkeypatch):
    place = tmp_path / "results" / "mine"
    place.mkdir(parents=True)
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path / "results",))
    recording.write_recording("mine", "figure", {"of": 1}, {"sheet": b"one"})
    before = {path.name: path.read_bytes() for path in place.iterdir()}
    with monkeypatch.context() as patch:
        cut_writing_short(patch, tmp_path)
        for sheets in ({"sheet": b"another"}, {}):  # in the sheet, and in the content
            with pytest.raises(Killed):
                recording.write_recording("mine", "figure", {"of": 2}, sheets)
            assert {path.name: path.read_bytes() for path in place.iterdir()} == before
        with pytest.raises(Killed):
            recording._write_json(place / "figure.json", {"of": 2})
        for module, make in written_beside_the_code(patch).items():
            with pytest.raises(Killed):
                make()
            assert json.loads((tmp_path / "static" / module.FILE).read_text("utf-8")) == "before"
    assert {path.name: path.read_bytes() for path in place.iterdir()} == before


def written_beside_the_code(patch) -> dict:
    """The two that write into ``ddimlib/static``, told that it is elsewhere; nothing is trained."""
    static = recorded._PLACES[0].parent / "static"
    (static.parent / "widgets").mkdir()
    static.mkdir()
    for module in (plane_network, train_a_model):
        with open(static / module.FILE, "w", encoding="utf-8") as file:
            file.write('"before"')
        patch.setattr(module, "__file__", str(static.parent / "widgets" / "module.py"))
    patch.setattr(plane_network, "train_plane", lambda data: plane_network.load_plane())
    patch.setattr(train_a_model, "painted_flower", dict)
    patch.setattr(train_a_model, "shutil", SimpleNamespace(which=lambda name: name))
    done = SimpleNamespace(returncode=0, stdout="{}")
    patch.setattr(train_a_model, "subprocess", SimpleNamespace(run=lambda *_, **__: done))
    return {plane_network: plane_network.write, train_a_model: train_a_model.record}


def test_nothing_is_recorded_into_an_installed_library(run, tmp_path, monkeypatch, capsys):
    installed = tmp_path / "site-packages" / "results"
    (installed / "mine").mkdir(parents=True)
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path / "book" / "results", installed))
    with pytest.raises(OSError, match="runs are recorded in a checkout"):
        recording.write_recording("mine", "figure", {}, {})
    with pytest.raises(OSError, match="runs are recorded in a checkout"):
        recording.record("mine")
    monkeypatch.setitem(COMMANDS, "plane", (lambda: pytest.fail("it was trained"), ""))
    for command in (["plane"], ["record", "mine"]):
        with pytest.raises(SystemExit):
            main(command)
        assert "runs are recorded in a checkout" in capsys.readouterr().err
    assert not list((installed / "mine").iterdir())


def test_what_is_missing_is_said_with_the_remedy(run, tmp_path):
    folder, _ = run
    with pytest.raises(ValueError, match=r"one of \(5, 0\)"):
        reverse_process("tiny", steps=7)
    (recorded.path("tiny").parent / "bare").mkdir()
    with pytest.raises(FileNotFoundError, match=r"ddimlib\.widgets record bare"):
        grow_a_flower("bare")
    for file in ("config.json", "metrics.jsonl"):
        (tmp_path / file).write_text((folder / file).read_text())
    with pytest.raises(ValueError, match="sample_every"):
        training_watch(tmp_path)


@pytest.mark.slow
def test_one_command_records_all_of_it_again(run, monkeypatch, capsys):
    folder, model = run
    before = (folder / "grow.json").read_bytes()
    (folder / "grow.json").unlink()
    monkeypatch.setattr("ddimlib.runs.load", lambda source: model)
    main(["record", "tiny"])
    assert (folder / "grow.json").read_bytes() == before
    printed = capsys.readouterr().out
    made = [name for name in recording.FILES if not name.startswith("second-")]
    assert all(name in printed for name in made)


def test_some_of_it_can_be_recorded_alone(run, monkeypatch, capsys):
    folder, model = run
    monkeypatch.setattr("ddimlib.runs.load", lambda source: model)
    for name in ("grow.json", "reverse.json", "watch.webp"):
        (folder / name).unlink(missing_ok=True)
    main(["record", "tiny", "grow", "watch"])
    assert (folder / "grow.json").is_file()
    assert (folder / "watch.webp").is_file()
    assert not (folder / "reverse.json").exists()
    main(["record", "tiny", "reverse"])
    assert (folder / "reverse.json").is_file()
    for wrong in (["tiny", "onnx"], ["no-such-run"]):
        with pytest.raises(SystemExit):
            main(["record", *wrong])
    said = capsys.readouterr().err
    assert "part of a recording" in said
    assert "no-such-run" in said
    assert "Traceback" not in said


def test_a_recording_is_made_of_the_run_that_is_named(monkeypatch):
    for name in {*COMMANDS} - {"plane", "train", "guess"}:
        made = []

        def record(run="own", made=made):
            made.append(run)
            return []

        monkeypatch.setitem(COMMANDS, name, (record, ""))
        main([name])
        main([name, "--run", "other"])
        assert made == ["own", "other"]


def test_no_error_of_a_training_is_cut_off_the_chart(run_javascript):
    curves = [{"points": [[1, 0.668], [2, 0.4], [3, 0.3]]}, {"points": [[2, 0.27], [4, 0.26]]}]
    low, high = run_javascript("watch.js", "errorRange(data)", curves)
    assert 0.2 < low < 0.26
    assert 0.668 < high < 0.75
    assert np.diff(run_javascript("watch.js", "errorRange(data)", [{"points": [[1, 0.5]]}])) > 0
