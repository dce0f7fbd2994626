"""Grids of experiments: every row is what it says, is run once, and stands in the table."""

import dataclasses
import json
import shutil
import threading
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import torch

from ddimlib import runs
from ddimlib.data import load_dataset
from ddimlib.forward import add_noise
from ddimlib.runs import checkpoints, experiments, recorded, same_data
from ddimlib.runs.experiments import FAULTS, GRIDS, ExperimentConfig, experiment, row_config
from ddimlib.runs.features import FLOWERS, flower_features
from ddimlib.runs.logbook import one_at_a_time
from ddimlib.unet import UNet
from tests.colours import MeanColours


@pytest.fixture(scope="module")
def data_set(tmp_path_factory):
    rng = np.random.default_rng(0)
    file = tmp_path_factory.mktemp("data") / "flowers64.npz"
    np.savez(file, images=rng.integers(0, 256, (40, 16, 16, 3), dtype=np.uint8))
    return file


@pytest.fixture
def config(data_set, tmp_path, monkeypatch):
    monkeypatch.setattr(experiments, "pick_features", lambda name: MeanColours())
    return ExperimentConfig(
        grid="reference",
        scale="smoke",
        dataset=str(data_set),
        data_root=str(data_set.parent),
        folder=str(tmp_path),
        rows=("mae-noise-cosine-0", "mse-image-linear-0"),
        features="flowers",
        device="cpu",
    )


def test_rows_that_differ_in_the_seed_alone_are_of_one_kind() -> None:
    names = ["base-0", "other", "base-1", "base-2"]
    kinds = experiments.by_kind({"rows": [{"name": name} for name in names]})
    assert {kind: [row["name"] for row in rows] for kind, rows in kinds.items()} == {
        "base": ["base-0", "base-1", "base-2"],
        "other": ["other"],
    }


def test_seeds_are_shown_by_their_mean_and_their_ends() -> None:
    assert experiments.mean_and_range([0.6, 0.24, 0.3]) == "0.38 (0.24–0.60)"
    assert experiments.mean_and_range([0.6, 0.24, 0.3], digits=1) == "0.4 (0.2–0.6)"


def test_the_reference_grid_is_the_published_one():
    published = recorded.read_json("experiments", "published.json")["flowers102"]
    assert {experiments.without_seed(name) for name in GRIDS["reference"]} == set(published)
    assert min(published.values(), key=lambda row: row["KID"]) == published["mae-noise-cosine"]
    assert published["mae-noise-cosine"]["KID"] == 0.0934


def test_the_first_eight_rows_of_the_reference_are_its_table_and_every_row_has_three_seeds():
    rows = list(GRIDS["reference"].items())
    assert {row.changes["seed"] for _, row in rows[:8]} == {0}
    assert len({experiments.without_seed(name) for name, _ in rows[:8]}) == 8
    for name, row in rows:
        assert name.endswith(f"-{row.changes['seed']}")
    assert len(rows) == 24


def test_rows_of_a_grid_change_what_their_name_says(config):
    row = row_config(config, "mse-image-linear-0")
    assert (row.loss, row.weighting, row.schedule, row.target) == (
        "mse",
        "image",
        "linear",
        "noise",
    )


def test_each_of_our_changes_is_run_with_three_seeds_and_averaged_weights():
    config = ExperimentConfig(grid="ours", scale="small")
    configs = {name: row_config(config, name) for name in GRIDS["ours"]}
    for change in experiments.CHANGES:
        rows = [configs[f"{change}-{seed}"] for seed in range(3)]
        assert [row.seed for row in rows] == [0, 1, 2]
        assert {row.ema_decay for row in rows} == {0.0 if change == "no-ema" else 0.999}
        assert {row.ema_statistics for row in rows} == {change != "copied-statistics"}
    assert len(configs) == 3 * len(experiments.CHANGES)


def test_every_change_of_ours_differs_from_the_base_row_in_what_it_names_alone():
    config = ExperimentConfig(grid="ours", scale="small")
    base = dataclasses.asdict(row_config(config, "base-0"))
    for change, changed in experiments.CHANGES.items():
        row = dataclasses.asdict(row_config(config, f"{change}-0"))
        differs = {key for key, value in row.items() if value != base[key]} - {"folder"}
        assert differs == set(changed)


@pytest.mark.slow
def test_rows_of_the_long_grid_differ_by_their_names_and_are_four_times_as_long():
    for scale in experiments.SCALES:
        of = partial(row_config, ExperimentConfig(grid="long", scale=scale))
        base = of("base-0")
        assert base.epochs == 4 * row_config(ExperimentConfig("ours", scale), "base-0").epochs
        assert base.class_conditional
        assert base.condition_blocks
        for kind in ("flips", "decay", "flips-decay"):
            differs = {key for key in vars(base) if vars(of(f"{kind}-0"))[key] != vars(base)[key]}
            wanted = {"folder"} | ({"flips"} if "flips" in kind else set())
            wanted |= {"decay", "warmup_steps"} if "decay" in kind else set()
            assert differs == wanted
            assert of(f"{kind}-2").seed == 2


def test_the_row_flowers_changes_what_the_preset_of_this_name_changes():
    base, ours = (
        row_config(ExperimentConfig("ours", "small"), f"{x}-0") for x in ("base", "flowers")
    )
    preset = runs.PRESETS["flowers"]
    changed = {key for key in experiments.CHANGES["flowers"] if key != "warmup_steps"}
    assert all(getattr(ours, key) == getattr(preset, key) for key in changed)
    # Beside these, the size of the run, and what suits it: batches, rates, processors.
    size = {"folder", "epochs", "repeats", "batch_size", "learning_rate", "warmup_steps", "compile"}
    size |= {"image_size", "widths", "block_depth", "precision", "validate_every", "sample_every"}
    differs = {key for key, value in vars(preset).items() if value != getattr(base, key)}
    assert differs - size == changed


def test_no_symptom_is_mistaken_for_statistics_copied_beside_averaged_weights():
    config = ExperimentConfig(grid="symptoms", scale="small")
    rows = [row_config(config, name) for name in GRIDS["symptoms"]]
    assert all(row.ema_statistics for row in rows if row.ema_decay)


@pytest.mark.parametrize("scale", experiments.SCALES)
@pytest.mark.parametrize("grid", GRIDS)
@pytest.mark.slow
def test_every_row_at_every_scale_is_a_network_that_can_be_built(grid, scale):
    config = ExperimentConfig(grid=grid, scale=scale)
    configs = [row_config(config, name) for name in GRIDS[grid]]
    assert len({json.dumps(runs.as_dict(one)) for one in configs}) == len(configs)
    with torch.device("meta"):
        for one in configs:
            assert max(one.attention_levels, default=0) <= len(one.widths)
            UNet(
                widths=one.widths,
                block_depth=one.block_depth,
                norm=one.norm,
                attention_levels=one.attention_levels,
            )


@pytest.mark.slow
def test_a_grid_is_run_once_and_shown_beside_the_published_numbers(config, monkeypatch):
    table = experiment(config, progress=False)
    assert [row["name"] for row in table["rows"]] == ["mse-image-linear-0", "mae-noise-cosine-0"]
    assert table["rows"][1]["published"]["KID"] == 0.0934
    assert all(0 < row["validation_noise_mae"] < 5 for row in table["rows"])
    assert json.loads((config.place / "table.json").read_text()) == table
    text = (config.place / "table.md").read_text()
    assert "| mae-noise-cosine-0 |" in text
    assert "0.0934" in text
    assert experiments.SCALES["smoke"].description in text

    def again(*_, **__):
        raise AssertionError("a finished row was run again")

    monkeypatch.setattr(experiments, "train", again)
    assert experiment(config, progress=False) == table

    # Other pictures of the same name are another table.
    kept = Path(config.dataset).read_bytes()
    np.savez(config.dataset, images=np.zeros((40, 16, 16, 3), np.uint8))
    with pytest.raises(ValueError, match=r"holds a run on other pictures \(40 of 40 pictures are"):
        experiment(config, progress=False)
    assert json.loads((config.place / "table.json").read_text()) == table
    Path(config.dataset).write_bytes(kept)


def test_the_published_numbers_stand_beside_the_data_of_make_runs(tmp_path):
    from ddimlib.runs.book import BookConfig

    config = experiments.ExperimentConfig("reference", dataset=BookConfig.dataset)
    assert experiments._published(config)["rows"]
    assert not experiments._published(dataclasses.replace(config, dataset="procedural"))


@pytest.mark.slow
def test_a_whole_grid_is_recorded_with_its_command_and_pictures(config, tmp_path, monkeypatch):
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path,))
    monkeypatch.setattr(experiments, "PUBLISHED", {})
    experiment(config, progress=False)
    with pytest.raises(ValueError, match="holds 2 of 24 rows: run the same"):
        experiments.record(config.place, "part")
    monkeypatch.setitem(
        GRIDS, "reference", {name: GRIDS["reference"][name] for name in config.rows}
    )
    table = experiment(config, progress=False)
    folder = experiments.record(config.place, "whole")
    assert recorded.read_json("experiments", "whole/table.json") == table
    environment = recorded.read_json("experiments", "whole/environment.json")
    assert "ddimlib experiment reference --scale smoke" in environment["command"]
    assert str(tmp_path) not in (folder / "environment.json").read_text()
    assert {file.stem for file in folder.glob("*.png")} == set(config.rows)


@pytest.mark.slow
def test_an_interrupted_row_is_taken_up_where_it_stopped(config, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as context:
        context.setattr(experiments, "evaluate", interrupted)
        with pytest.raises(KeyboardInterrupt):
            experiment(config, progress=False)
    trained = config.place / "mse-image-linear-0" / "checkpoint.safetensors"
    before = trained.stat().st_mtime_ns
    table = experiment(config, progress=False)
    assert table["rows_finished"] == 2
    assert trained.stat().st_mtime_ns == before, "it was trained again, not taken up"


ROW = "mae-noise-cosine-0"


def finished(config, **changes):
    """A row.json as a run leaves it, without the run."""
    content = {
        "name": ROW,
        "failed": "the loss is no longer finite",
        **experiments._identity(config, ROW),
        "data": experiments._data(row_config(config, ROW)),
        **changes,
    }
    checkpoints.write_json(config.place / ROW / "row.json", content)
    return content


@pytest.fixture
def no_training(monkeypatch):
    monkeypatch.setattr(experiments, "train", lambda *_, **__: pytest.fail("trained"))


def test_rows_of_one_data_set_are_not_taken_for_those_of_another_of_its_name(config, no_training):
    one = dataclasses.replace(config, rows=(ROW,))
    finished(one)
    assert experiment(one)["rows_finished"] == 1
    finished(one, data=experiments._data(row_config(one, ROW)) | {"published": True})
    with pytest.raises(
        ValueError, match=r"holds a row on one of .*pets, and .* is a folder or file"
    ):
        experiment(one)
    assert not experiments.is_finished(one, ROW)


def test_rows_whose_checkpoint_is_gone_are_still_compared_with_their_pictures(
    config, tmp_path, no_training
):
    data = tmp_path / "own.npz"
    np.savez(data, images=np.zeros((40, 16, 16, 3), np.uint8))
    one = dataclasses.replace(config, dataset=str(data), rows=(ROW,))
    content = finished(one)
    np.savez(data, images=np.full((40, 16, 16, 3), 99, np.uint8))
    with pytest.raises(ValueError, match=r"holds a row on other pictures than those in .*own\.npz"):
        experiment(one)
    # A row of an older library, and of it the weights alone, which say the pictures as well.
    checkpoints.write_json(
        one.place / ROW / "row.json", {k: v for k, v in content.items() if k != "data"}
    )
    with pytest.warns(UserWarning, match="does not note its pictures"):
        assert experiment(one)["rows_finished"] == 1
    np.savez(data, images=np.zeros((40, 16, 16, 3), np.uint8))
    about = {"data": same_data.describe(load_dataset(data, 16, one.data_root)), "class_names": []}
    np.savez(data, images=np.full((40, 16, 16, 3), 99, np.uint8))
    checkpoints.save_tensors(one.place / ROW / "weights.safetensors", {}, about)
    with pytest.raises(ValueError, match=r"on other pictures \(40 of 40 pictures are others"):
        experiment(one)


def test_data_sets_that_differ_behind_a_dot_have_tables_of_their_own():
    places = {
        ExperimentConfig(dataset=name).place
        for name in ("x/flowers.v1", "x/flowers.v2", "x/flowers.npz")
    }
    assert len(places) == 3
    recorded_place = ExperimentConfig(dataset="elsewhere/flowers64", scale="small").place
    assert recorded_place.name == "reference-flowers64-small"


def test_rows_on_a_classifier_that_was_trained_anew_are_measured_again(config, tmp_path):
    folder = shutil.copytree(recorded.path(FLOWERS), tmp_path / "classifier")
    own = dataclasses.replace(config, features=str(folder))
    content = finished(own)
    assert content["classifier"] == checkpoints.digest(FLOWERS)[:16]
    assert experiments.is_finished(own, ROW)
    tensors, about = checkpoints.load_tensors(folder / "weights.safetensors")
    tensors["scale"] = 2 * tensors["scale"]
    checkpoints.save_tensors(folder / "weights.safetensors", tensors, about)
    assert not experiments.is_finished(own, ROW)
    # An older library did not note it: known of a recorded one, unknown of a folder.
    for one, valid in ((own, False), (config, True)):
        old = {k: v for k, v in finished(one).items() if k != "classifier"}
        checkpoints.write_json(one.place / ROW / "row.json", old)
        assert experiments.is_finished(one, ROW) is valid


def test_a_table_has_the_rows_that_another_process_has_added_meanwhile(config, monkeypatch):
    """Two processes side by side, each with rows of its own: the last to write has both."""
    other = "mse-image-linear-0"

    def run(config, name, *_):
        for row in (ROW, other):  # while one trains, the other ends
            content = {"name": row, "failed": "", **experiments._identity(config, row)}
            checkpoints.write_json(config.place / row / "row.json", content)

    monkeypatch.setattr(experiments, "_run", run)
    table = experiment(dataclasses.replace(config, rows=(ROW,)))
    assert [row["name"] for row in table["rows"]] == [other, ROW]


def test_processes_that_write_one_table_wait_for_one_another(tmp_path):
    order, inside = [], threading.Event()

    def write():
        with one_at_a_time(tmp_path):
            order.append("second")

    with one_at_a_time(tmp_path):
        waiting = threading.Thread(target=write)
        waiting.start()
        inside.wait(0.1)
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]


def test_steps_that_are_asked_for_are_taken_at_every_scale(config):
    def steps(**changes):
        one = dataclasses.replace(config, **changes)
        return experiments._evaluate_config(one, one.place).steps

    assert (steps(), steps(scale="small"), steps(scale="full")) == ((2,), (5, 20), (5, 20))
    assert all(steps(scale=scale, steps=(3, 7)) == (3, 7) for scale in experiments.SCALES)


def test_a_damaged_table_is_named_where_it_is_to_be_recorded(tmp_path):
    (tmp_path / "table.json").write_text('{"rows":')
    with pytest.raises(ValueError, match=r"table\.json is not valid JSON .*; repair or remove it"):
        experiments.record(tmp_path, "half")


@pytest.mark.slow
def test_a_row_of_an_older_library_had_the_defaults_of_settings_that_it_did_not_know(config):
    config = dataclasses.replace(config, rows=("mae-noise-cosine-0",))
    experiment(config, progress=False)
    file = config.place / "mae-noise-cosine-0" / "row.json"
    row = json.loads(file.read_text())
    del row["config"]["start"], row["config"]["condition_blocks"], row["evaluation"]["guidance"]
    file.write_text(json.dumps(row))
    assert experiments._finished(config, "mae-noise-cosine-0") is not None
    row["config"]["seed"] = 7
    file.write_text(json.dumps(row))
    assert experiments._finished(config, "mae-noise-cosine-0") is None


@pytest.mark.slow
def test_changed_settings_of_the_evaluation_measure_again_without_training(config):
    experiment(config, progress=False)
    checkpoint = config.place / "mae-noise-cosine-0" / "checkpoint.safetensors"
    before = checkpoint.stat().st_mtime_ns
    scale = experiments.SCALES["smoke"]
    changed = scale._replace(evaluate=scale.evaluate | {"samples": 9})
    with pytest.MonkeyPatch.context() as context:
        context.setitem(experiments.SCALES, "smoke", changed)
        table = experiment(config, progress=False)
    assert table["rows"][1]["evaluation"]["samples"] == 9
    assert checkpoint.stat().st_mtime_ns == before


def test_a_run_that_blows_up_is_a_row_of_the_table(config, monkeypatch):
    def blows_up(*_, **__):
        raise runs.NonFiniteLossError("the loss is no longer finite at step 3")

    monkeypatch.setattr(experiments, "train", blows_up)
    table = experiment(config, progress=False)
    assert table["rows"][0]["failed"].startswith("the loss is no longer finite")
    assert "not finite" in (config.place / "table.md").read_text()


@pytest.mark.slow
def test_features_auto_are_decided_by_the_first_row_of_a_grid(config, monkeypatch):
    asked = []

    def pick(name, can_be_had=False):
        asked.append(name)
        return MeanColours() if can_be_had else flower_features()

    monkeypatch.setattr(experiments, "pick_features", pick)
    config = dataclasses.replace(config, features="auto")
    one, other = (dataclasses.replace(config, rows=(row,)) for row in config.rows)
    experiment(one, progress=False)
    monkeypatch.setattr(experiments, "pick_features", lambda name: pick(name, name == "auto"))
    table = experiment(other, progress=False)
    assert asked == ["auto", FLOWERS, FLOWERS]
    assert [row["evaluation"]["features"] for row in table["rows"]] == [FLOWERS, FLOWERS]
    assert {next(iter(row["real"])) for row in table["rows"]} == {"KID-F"}


@pytest.mark.slow
def test_rows_on_other_features_are_measured_again(config):
    config = dataclasses.replace(config, rows=("mae-noise-cosine-0",))
    experiment(config, progress=False)
    assert experiments._finished(config, "mae-noise-cosine-0") is not None
    by_name = dataclasses.replace(config, features=FLOWERS)
    assert experiments._finished(by_name, "mae-noise-cosine-0") is not None
    for features in ("imagenet", "classifier32"):
        other = dataclasses.replace(config, features=features)
        assert experiments._finished(other, "mae-noise-cosine-0") is None


@pytest.mark.slow
def test_a_table_is_shown_whatever_its_rows_were_measured_on(config):
    table = experiment(config, progress=False)
    last = table["rows"][-1]
    last["real"] = {"KID": {}}
    last["by_steps"] = [{"steps": 7, "KID": {"mean": 0.125}}]
    text = experiments.markdown(table)
    assert "KID (colours), 2 steps" in text
    assert "KID, 7 steps" in text
    assert text.count("**0.1250**") == 1
    assert text.splitlines()[2].count("—") == text.splitlines()[3].count("—") == 1


def test_a_table_that_cannot_be_written_leaves_the_one_before(config, monkeypatch):
    config = dataclasses.replace(config, rows=("mae-noise-cosine-0",))
    experiment(config, progress=False)
    before = (config.place / "table.md").read_text()

    def cut_short(path, text, **_):
        path.write_bytes(text[:9].encode())
        raise OSError("no space left on device")

    monkeypatch.setattr(experiments.checkpoints, "write_json", lambda path, content: None)
    monkeypatch.setattr(experiments, "markdown", lambda table: "another table")
    monkeypatch.setattr(Path, "write_text", cut_short)
    with pytest.raises(OSError, match="the file that was there before is unchanged"):
        experiment(config, progress=False)
    assert (config.place / "table.md").read_text() == before


@pytest.mark.parametrize(
    "name", ["cars.npz", "procedural", "my-pictures", "somewhere/pets-of-mine"]
)
def test_nothing_published_stands_beside_other_pictures(name):
    row = {"name": "mae-noise-cosine-0"}
    table = experiments._table(ExperimentConfig(dataset=name), [row], of=24)
    assert table["published_source"] is None
    assert [row["published"] for row in table["rows"]] == [None]


@pytest.mark.parametrize("name", ["flowers102", "elsewhere/flowers64", "pets"])
def test_nothing_published_stands_beside_other_grids(name):
    table = experiments._table(ExperimentConfig("ours", dataset=name), [{"name": "base-0"}], of=36)
    assert table["published_source"] is None


@pytest.mark.parametrize(
    ("name", "kid"), [("flowers102", 0.0934), ("elsewhere/flowers64", 0.0934), ("pets", 0.1971)]
)
def test_published_numbers_stand_beside_the_same_pictures(name, kid):
    row = {"name": "mae-noise-cosine-0"}
    table = experiments._table(ExperimentConfig(dataset=name), [row], of=24)
    assert table["rows"][0]["published"]["KID"] == kid


def test_both_published_tables_have_every_row_of_the_grid():
    published = recorded.read_json("experiments", "published.json")
    for dataset in ("flowers102", "pets"):
        kinds = [experiments.without_seed(name) for name in experiments.REFERENCE]
        assert list(published[dataset]) * 3 == kinds


def test_the_recorded_tables_are_shown_as_they_were_recorded():
    for folder in sorted(recorded.path("experiments").glob("*/")):
        table = json.loads((folder / "table.json").read_text(encoding="utf-8"))
        assert experiments.markdown(table) == (folder / "table.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_rows_run_one_by_one_stand_in_one_table_in_the_grids_order(config):
    for row in config.rows:
        table = experiment(dataclasses.replace(config, rows=(row,)), progress=False)
    assert [row["name"] for row in table["rows"]] == ["mse-image-linear-0", "mae-noise-cosine-0"]
    assert (table["rows_finished"], table["rows_in_grid"]) == (2, 24)


# --- the faults are what they are said to be -----------------------------------------------------


@pytest.fixture
def model():
    torch.manual_seed(0)
    return runs.build_model(runs.preset("smoke")).eval()


def test_the_noise_that_is_not_rooted_loses_variance(model):
    healthy = model.schedule
    FAULTS["noise-not-rooted"].train(model)
    t = torch.tensor([0.1, 0.5, 0.9], dtype=torch.float64)
    alpha_bar = healthy.alpha_bar(t)
    signal, noise = model.schedule(t)
    torch.testing.assert_close(signal, alpha_bar.sqrt())
    torch.testing.assert_close(noise, 1 - alpha_bar)
    images = torch.randn(3, 3, 64, 64, generator=torch.Generator().manual_seed(0))
    noisy = add_noise(images, torch.randn_like(images), model.schedule(t))
    variance = noisy.var(dim=(1, 2, 3)).double()
    torch.testing.assert_close(variance, alpha_bar + (1 - alpha_bar) ** 2, rtol=0.05, atol=0)


def test_a_network_without_the_noise_level_predicts_the_same_at_every_time(model):
    torch.nn.init.normal_(list(model.network.parameters())[-2])  # the last layer starts at zero
    noisy = torch.randn(2, 3, 16, 16)
    assert not torch.allclose(model.denoise(noisy, 0.2).noise, model.denoise(noisy, 0.8).noise)
    FAULTS["noise-level-left-out"].sample(model)
    torch.testing.assert_close(model.denoise(noisy, 0.2).noise, model.denoise(noisy, 0.8).noise)


def test_wrong_normalisation_leaves_pictures_as_they_are(model):
    FAULTS["wrong-normalisation"].train(model)
    pictures = torch.rand(2, 3, 16, 16)
    assert torch.equal(model.normalise(pictures), pictures)


@pytest.mark.slow
def test_a_faulty_row_trains_with_its_fault_and_is_sampled_by_the_book(config):
    rows = ("wrong-normalisation", "noise-not-rooted", "noise-level-left-out")
    faulty = ExperimentConfig(**{**vars(config), "grid": "symptoms", "rows": rows})
    table = experiment(faulty, progress=False)
    assert [row["fault"] for row in table["rows"]] == [FAULTS[name].description for name in rows]
    loaded = runs.load(faulty.place / "wrong-normalisation")
    assert torch.equal(loaded.std, torch.ones(1, 3, 1, 1))
    schedule = runs.load(faulty.place / "noise-not-rooted").schedule
    assert not isinstance(schedule, experiments.NoiseNotRooted)


@pytest.mark.parametrize(
    "wrong", [{"grid": "everything"}, {"scale": "huge"}, {"rows": ("mae-noise-sine-0",)}]
)
def test_unknown_names_are_refused_with_the_known_ones(wrong):
    with pytest.raises(ValueError, match="choose one of"):
        ExperimentConfig(**wrong)
