"""Evaluating a run: the measures are of this model, on new pictures, and repeat."""

import dataclasses
import json
import shlex
import shutil
from copy import deepcopy

import numpy as np
import pytest
import torch

from ddimlib import cli, metrics, runs, training
from ddimlib.checks import as_bytes
from ddimlib.data import Images, Labels, load_dataset
from ddimlib.data.downloads import DownloadError
from ddimlib.runs import evaluation, recorded
from ddimlib.runs.evaluation import EvaluateConfig, evaluate, generate
from ddimlib.runs.features import (
    FLOWERS,
    FlowerClassifier,
    InceptionFeatures,
    flower_features,
)
from ddimlib.runs.store import read_data
from ddimlib.samplers import noise_like, sample, seeded_generators, seeded_noise
from tests.colours import MeanColours
from tests.tiny import make_dataset, tiny_config


@pytest.fixture(scope="module")
def data_set(tmp_path_factory):
    """Sixty smooth pictures, each of another colour."""
    rng = np.random.default_rng(0)
    colours = rng.integers(40, 200, (60, 1, 1, 3))
    images = (colours + rng.integers(0, 50, (60, 16, 16, 3))).astype(np.uint8)
    file = tmp_path_factory.mktemp("data") / "colours.npz"
    np.savez(file, images=images)
    return file


@pytest.fixture(scope="module")
def run(data_set, tmp_path_factory):
    folder = tmp_path_factory.mktemp("runs") / "tiny"
    config = runs.preset(
        "smoke",
        dataset=str(data_set),
        data_root=str(folder.parent),
        folder=str(folder),
        epochs=1,
        device="cpu",
    )
    return runs.train(config, progress=False)


@pytest.fixture(scope="module")
def config(run):
    return EvaluateConfig(
        run=str(run.folder),
        steps=(2, 3),
        samples=12,
        subset_size=8,
        subsets=4,
        levels=3,
        data_root=run.config.data_root,
        device="cpu",
    )


@pytest.fixture(scope="module")
def result(config):
    return evaluate(config, features=MeanColours())


def test_validation_errors_are_those_of_the_training_run(result, run):
    for name in ("validation_noise_mae", "validation_image_mae"):
        assert result[name] == pytest.approx(run.metrics[-1][name], rel=1e-5)


def test_precision_governs_the_validation_errors_whatever_the_run_was_trained_in(
    run, config, data_set, tmp_path
):
    torch.manual_seed(0)
    model = deepcopy(run.model)
    for weights in model.network.parameters():  # after a step of training it predicts next to 0
        torch.nn.init.normal_(weights, std=0.3)
    half = dataclasses.replace(run.config, precision="float16")
    runs.save_weights(model, half, (), tmp_path / "weights.safetensors")
    here = dataclasses.replace(config, run=str(tmp_path), precision="float32")
    measured = evaluate(here, features=MeanColours())
    expected = training.validate(
        model, load_dataset(str(data_set), 16, config.data_root).validation
    )
    assert {name: measured[name] for name in expected} == pytest.approx(expected, rel=1e-7)


def test_kid_and_fid_are_those_of_the_generated_pictures(result, run, data_set):
    real = load_dataset(str(data_set), 16, run.config.data_root).validation
    pictures = generate(run.model, 12, steps=3)
    fid = metrics.frechet_distance(
        evaluation.extract(MeanColours(), real), evaluation.extract(MeanColours(), pictures)
    )
    assert result["by_steps"][1]["FID (colours)"] == pytest.approx(fid.item(), rel=1e-6)
    shares = {"precision", "recall"}
    assert (
        set(result["by_steps"][0])
        == {"steps", "seconds", "KID (colours)", "FID (colours)"} | shares
    )
    assert all(0 <= row[share] <= 1 for row in result["by_steps"] for share in shares)
    assert f"{result['by_steps'][0]['precision']:.0%}" in evaluation.table(result)


def test_another_spacing_of_the_steps_is_measured_named_and_kept_beside(
    config, run, data_set, tmp_path
):
    spaced = dataclasses.replace(config, spacing="log_snr", folder=str(tmp_path))
    measured = evaluate(spaced, features=MeanColours())
    real = load_dataset(str(data_set), 16, run.config.data_root).validation
    pictures = generate(run.model, 12, steps=3, times="log_snr")
    fid = metrics.frechet_distance(
        evaluation.extract(MeanColours(), real), evaluation.extract(MeanColours(), pictures)
    )
    assert measured["by_steps"][1]["FID (colours)"] == pytest.approx(fid.item(), rel=1e-6)
    assert json.loads((tmp_path / "evaluation-log_snr.json").read_text()) == measured
    grids = {path.name for path in (tmp_path / "samples").iterdir()}
    assert grids == {"log_snr-steps-0002.png", "log_snr-steps-0003.png"}
    assert "12 samples, steps spaced by log_snr, against" in evaluation.table(measured)
    assert "--spacing log_snr" in evaluation.command(spaced)


def test_real_pictures_score_better_than_an_untrained_models(result):
    generated = result["by_steps"][-1]["KID (colours)"]["mean"]
    assert result["real"]["KID (colours)"]["mean"] < generated


def test_the_command_in_the_file_makes_the_same_evaluation(result):
    assert result["environment"]["command"] == (
        "ddimlib evaluate tiny --steps 2 3 --samples 12 --subset-size 8 --subsets 4 --levels 3 "
        "--device cpu --precision float32"
    )


def test_the_command_of_an_evaluation_holds_every_setting():
    config = EvaluateConfig(
        "runs/two words", steps=(7,), samples=9, classes=True, guidance=2.5, features="flowers",
        subset_size=8, subsets=4, dataset="my flowers", levels=3, seed=5, batch_size=2,
        device="cpu", precision="float32", folder="runs/elsewhere",
    )  # fmt: skip
    program, name, *arguments = shlex.split(evaluation.command(config))
    assert (program, name) == ("ddimlib", "evaluate")
    assert cli._parse(EvaluateConfig, cli._positional(arguments, "run"), "evaluate") == config
    here = dataclasses.replace(config, dataset="/of/this/machine/my flowers", data_root="/secret")
    assert evaluation.command(here) == evaluation.command(config)


def test_the_command_of_an_evaluation_says_what_was_decided_on_this_machine():
    inception = InceptionFeatures("fid")
    for given, features, name in (
        ("auto", flower_features(), "classifier64"),
        ("flowers", flower_features(), "classifier64"),
        ("auto", FlowerClassifier(3), "flowers"),
        ("auto", inception, "fid"),
        ("weights.pth", inception, "weights.pth"),
    ):
        config = EvaluateConfig("flowers32", features=given)
        decided = evaluation._decided(config, features, torch.bfloat16)
        expected = f"ddimlib evaluate flowers32 --features {name} --precision bfloat16"
        assert evaluation.command(decided) == expected


def test_a_recorded_classifier_is_picked_by_its_name(tmp_path, monkeypatch):
    """Small grids were measured on an older one than "flowers" means by now."""
    shutil.copytree(recorded.path(FLOWERS), tmp_path / "classifier16")
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path, *recorded._PLACES))
    assert evaluation.pick_features("classifier16").name == "classifier16"
    newest = evaluation.pick_features("flowers")
    assert (newest.name, newest.image_size) == ("classifier64", 64)
    with pytest.raises(ValueError, match="holds no flower classifier"):
        evaluation.pick_features("flowers32")


def test_fewer_pictures_than_asked_for_are_counted_and_said(config, tmp_path):
    many = dataclasses.replace(config, steps=(1,), samples=50, subset_size=30, folder=str(tmp_path))
    with pytest.warns(UserWarning, match="pictures") as said:
        counted = evaluate(many, features=MeanColours())
    # Of the sixty pictures, 48 are to train on and 12 to validate.
    assert (counted["subset_size"], counted["real_pictures"]) == (12, 48)
    subsets, real = (str(one.message) for one in said if "pictures" in str(one.message))
    assert "subsets of 12 pictures, not 30" in subsets
    assert "with --samples 48 the two compare" in real


def test_as_many_pictures_as_asked_for_need_no_word(config, tmp_path, recwarn):
    enough = evaluate(dataclasses.replace(config, folder=str(tmp_path)), features=MeanColours())
    assert (enough["subset_size"], enough["real_pictures"]) == (8, 12)
    assert not [one for one in recwarn if "pictures" in str(one.message)]


def test_an_evaluation_repeats(result, config, tmp_path):
    elsewhere = dataclasses.replace(config, folder=str(tmp_path))
    again = evaluate(elsewhere, features=MeanColours())
    assert (tmp_path / "evaluation.json").is_file()
    changing = ("seconds", "environment", "by_steps")
    assert {k: v for k, v in again.items() if k not in changing} == {
        k: v for k, v in result.items() if k not in changing
    }
    without_clock = [{k: v for k, v in row.items() if k != "seconds"} for row in again["by_steps"]]
    assert without_clock == [
        {k: v for k, v in row.items() if k != "seconds"} for row in result["by_steps"]
    ]


def test_pictures_that_have_changed_since_are_compared_with_only_where_that_is_asked(
    run, config, data_set, tmp_path
):
    moved = tmp_path / data_set.name
    images = np.load(data_set)["images"]
    np.savez(moved, images=images)
    folder = tmp_path / "run"
    changed = dataclasses.replace(run.config, dataset=str(moved))
    weights = folder / "weights.safetensors"
    runs.save_weights(run.model, changed, (), weights, data=read_data(run.folder / weights.name))
    config = dataclasses.replace(config, run=str(folder), steps=(1,))
    evaluate(config, features=MeanColours())
    np.savez(moved, images=images[:50])
    with pytest.raises(ValueError, match=r"\(there were 60 pictures and are now 50\), so that tho"):
        evaluate(config, features=MeanColours())
    asked = evaluate(dataclasses.replace(config, dataset=str(moved)), features=MeanColours())
    assert asked["train_pictures"] == 40


def test_too_few_pictures_are_said_before_sampling(config, tmp_path, monkeypatch):
    monkeypatch.setattr(evaluation, "generate", lambda *_: pytest.fail("sampled"))
    with pytest.raises(ValueError, match=r"needs at least 4 samples, .* got 3: give more"):
        evaluate(dataclasses.replace(config, samples=3, folder=str(tmp_path)))


def test_a_folder_that_cannot_be_written_is_said_before_sampling(config, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setattr(evaluation, "generate", lambda *_: pytest.fail("sampled"))
    with pytest.raises(OSError, match=r"cannot be written \(Not a directory\): choose another"):
        evaluate(dataclasses.replace(config, folder=str(tmp_path / "file")))


def test_an_evaluation_is_written_into_the_run_folder(result, run):
    assert json.loads((run.folder / "evaluation.json").read_text()) == result
    assert (run.folder / "samples" / "steps-0003.png").is_file()
    assert not list(run.folder.glob(".*tmp*"))


def test_a_recorded_run_stays_as_it_is_unless_its_folder_is_named(
    run, config, tmp_path, monkeypatch
):
    shelf = tmp_path / "results"
    runs.save_weights(run.model, run.config, (), shelf / "shown" / "weights.safetensors")
    monkeypatch.setattr(recorded, "_PLACES", (shelf,))
    monkeypatch.chdir(tmp_path)
    for source in ("shown", "results/shown"):
        small = dataclasses.replace(config, run=source, steps=(1,), samples=4)
        with pytest.warns(UserWarning, match="its evaluation goes to runs.shown"):
            evaluate(small, features=MeanColours())
        assert [file.name for file in (shelf / "shown").iterdir()] == ["weights.safetensors"]
        assert (tmp_path / "runs" / "shown" / "evaluation.json").is_file()
    evaluate(dataclasses.replace(small, folder="results/shown"), features=MeanColours())
    assert (shelf / "shown" / "evaluation.json").is_file()


@pytest.mark.slow
def test_an_evaluation_by_class_stands_beside_the_one_without(tmp_path):
    settings = tiny_config(tmp_path, class_conditional=True, epochs=1)
    folder = runs.train(settings, progress=False).folder
    config = EvaluateConfig(
        str(folder), steps=(1,), samples=4, subset_size=4, subsets=1, levels=1, classes=True,
        data_root=settings.data_root,
    )  # fmt: skip
    with_classes = evaluate(config, features=MeanColours())
    without = evaluate(dataclasses.replace(config, classes=False), features=MeanColours())
    assert json.loads((folder / "evaluation-classes.json").read_text()) == with_classes
    assert json.loads((folder / "evaluation.json").read_text()) == without
    guided = evaluate(dataclasses.replace(config, guidance=40.0), features=MeanColours())
    assert json.loads((folder / "evaluation-classes-guided-40.json").read_text()) == guided
    kinds = ("", "classes-", "classes-guided-40-")
    grids = {(folder / "samples" / f"{kind}steps-0001.png").read_bytes() for kind in kinds}
    assert len(grids) == 3


def test_the_table_names_its_figures_and_pictures(result):
    text = evaluation.table(result)
    assert "KID (colours)" in text
    assert "12 samples against 12 validation pictures" in text
    assert f"{result['by_steps'][0]['FID (colours)']:.3f}" in text


def test_neighbours_need_not_be_searched(config, result, tmp_path, monkeypatch):
    monkeypatch.setattr(evaluation, "_neighbours", lambda *_: pytest.fail("searched"))
    config = dataclasses.replace(config, neighbours=False, folder=str(tmp_path))
    without = evaluate(config, features=MeanColours())
    assert without["real"] == result["real"]
    assert "neighbours" not in without
    assert without["environment"]["command"].count("--no-neighbours") == 1
    assert "nearest" in evaluation.table(result)
    assert "nearest" not in evaluation.table(without)


def measured(kid: str, by_steps: dict[int, float], **real: object) -> dict[str, object]:
    rows = [{"steps": n, kid: {"mean": mean, "std": 0.5}} for n, mean in by_steps.items()]
    return {"by_steps": rows, "real": {kid: {"mean": 0.0, "std": 0.25}, **real}}


def test_evaluations_are_compared_row_by_row():
    told = measured("KID-F", {20: 0.125}, class_accuracy={"top1": 0.8})
    told["by_steps"][0]["class_accuracy"] = {"top1": 0.35}
    text = evaluation.side_by_side({"no class": measured("KID-F", {5: 2.0, 20: 1.0}), "told": told})
    lines = [line.split() for line in text.splitlines()]
    assert lines[0] == ["recognised", "KID-F,", "5", "steps", "KID-F,", "20", "steps"]
    assert lines[1] == ["no", "class", "2.000", "±", "0.500", "1.000", "±", "0.500"]
    assert lines[2] == ["told", "35%", "0.125", "±", "0.500"]
    assert lines[3] == ["real", "pictures", "80%", "0.000", "±", "0.250"]
    assert len({len(line) for line in text.splitlines()}) == 1  # columns stand below their heads


def test_figures_on_different_features_are_not_put_in_one_table():
    ours, theirs = measured("KID-F", {5: 1.0}), measured("KID", {5: 1.0})
    with pytest.raises(ValueError, match="one kind of features"):
        evaluation.side_by_side({"ours": ours, "theirs": theirs})
    with pytest.raises(ValueError, match="one kind of features"):
        evaluation.side_by_side({})


def test_each_file_of_weights_in_a_folder_has_an_evaluation_of_its_own(config, run, tmp_path):
    for name in ("weights", "checkpoint", "second-weights"):
        runs.save_weights(run.model, run.config, (), tmp_path / f"{name}.safetensors")
    small = dataclasses.replace(config, run=str(tmp_path), steps=(1,), samples=4, neighbours=False)
    evaluate(small, features=MeanColours())
    first = (tmp_path / "evaluation.json").read_bytes()
    other = dataclasses.replace(small, run=str(tmp_path / "checkpoint.safetensors"), seed=1)
    evaluate(other, features=MeanColours())
    assert (tmp_path / "evaluation.json").read_bytes() == first
    assert json.loads((tmp_path / "evaluation-checkpoint.json").read_text())["seed"] == 1
    grids = {path.name for path in (tmp_path / "samples").iterdir()}
    assert grids == {"steps-0001.png", "checkpoint-steps-0001.png"}
    kinds = {
        name: EvaluateConfig(str(tmp_path / name)).kind
        for name in ("", "weights.safetensors", "second-weights.safetensors")
    }
    assert list(kinds.values()) == ["", "", "-second"]  # as recorded evaluations are called


class HalfColours:
    """Mean colours of the left half and of the right half: a mirror image has others."""

    suffix = " (halves)"

    def __call__(self, pictures):
        return torch.cat([half.mean(dim=(2, 3)) for half in pictures.chunk(2, dim=3)], dim=1)


def neighbours(data, samples):
    return evaluation._neighbours(data.train, data.train.flip(-1), data.validation, samples)


def test_copies_of_training_pictures_are_found_out(run, data_set):
    data = load_dataset(str(data_set), 16, run.config.data_root)
    copied = neighbours(data, data.train[5:9])
    assert copied["closer_than_real"] == 1
    assert copied["samples"] == 0
    assert [one["train_index"] for one in copied["shown"]] == [5, 6, 7, 8]
    assert not any(one["mirrored"] for one in copied["shown"])
    new = neighbours(data, data.validation)
    assert new["closer_than_real"] < 0.1
    assert new["samples"] == new["validation"]


def test_a_mirrored_copy_is_a_copy_in_pixels_and_features(run, config, data_set, monkeypatch):
    data = load_dataset(str(data_set), 16, run.config.data_root)
    planted = data.validation.clone()  # as if the network had made new pictures, but for one
    planted[7] = data.train[3].flip(-1)
    monkeypatch.setattr(evaluation, "generate", lambda *_, **__: planted)
    found = evaluate(config, features=HalfColours())["neighbours"]
    for space in ("pixels", "features"):
        first, second, *_ = found[space]["shown"]
        assert first.pop("distance") == pytest.approx(0, abs=1e-5)
        assert first == {"sample": 7, "train_index": 3, "mirrored": True}
        assert second["distance"] > 0.01
        assert found[space]["closer_than_real"] >= 1 / 12


def test_the_samples_nearest_to_a_training_picture_are_shown_by_their_number(
    result, run, data_set, config, tmp_path, monkeypatch
):
    monkeypatch.setattr(evaluation, "SHOWN", 5)
    elsewhere = dataclasses.replace(config, folder=str(tmp_path))
    shown = evaluate(elsewhere, features=MeanColours())["neighbours"]["pixels"]["shown"]
    all_of_them = result["neighbours"]["pixels"]["shown"]
    assert sorted(one["sample"] for one in all_of_them) == list(range(12))
    assert shown == sorted(all_of_them, key=lambda one: one["distance"])[:5]

    data = load_dataset(str(data_set), 16, run.config.data_root)
    pictures = generate(run.model, 12, steps=3).double()
    for one in shown:
        near = data.train[one["train_index"]].double()
        near = near.flip(-1) if one["mirrored"] else near
        distance = (pictures[one["sample"]] - near).norm().item()
        assert distance == pytest.approx(one["distance"], rel=1e-6)


def test_a_picture_does_not_depend_on_its_batch(run):
    whole, parts = (generate(run.model, 5, steps=2, batch_size=size) for size in (5, 2))
    # A rounding in the last place may cross a half when pictures become uint8.
    assert (whole.int() - parts.int()).abs().max() <= 1
    assert not torch.equal(whole, generate(run.model, 5, steps=2, seed=1))


def test_noise_on_the_way_is_seeded_too_and_is_not_that_of_the_start(run):
    def walk(**options):
        return generate(run.model, 3, steps=3, method="ddpm", **options).int()

    whole = walk()
    assert (whole - walk(batch_size=2)).abs().max() <= 1
    own = seeded_generators([0])
    start = noise_like(torch.empty(1, 3, 16, 16), own)
    walked = sample(run.model.denoise, run.model.schedule, start, "ddpm", 3, own)
    assert (as_bytes(run.model.to_pictures(walked)).int() - whole[:1]).abs().max() <= 1


def test_whoever_lacks_the_pictures_of_a_recorded_run_hears_what_to_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError, match=r"'flowers64'.*by --dataset .flowers5000"):
        evaluate(EvaluateConfig("flowers32", samples=8))
    assert not list(tmp_path.iterdir()), "nothing was begun"


def test_generated_pictures_are_the_samplers(run):
    noise = seeded_noise([0, 1], (3, 16, 16))
    images = sample(run.model.denoise, run.model.schedule, noise, steps=4)
    expected = (run.model.to_pictures(images) * 255).round().to(torch.uint8)
    assert torch.equal(generate(run.model, 2, steps=4), expected)


def test_without_inception_the_flower_classifier_stands_in_and_says_so(monkeypatch):
    def unreachable(weights=None):
        raise DownloadError("no mirror could be reached")

    monkeypatch.setattr(evaluation, "inception_features", unreachable)
    monkeypatch.setattr(evaluation, "flower_features", MeanColours)
    with pytest.warns(UserWarning, match="KID-F and FID-F instead"):
        assert isinstance(evaluation.pick_features("auto"), MeanColours)
    with pytest.raises(DownloadError):
        evaluation.pick_features("imagenet")


def test_classes_are_asked_for_as_often_as_the_training_pictures_have_them(run):
    model = runs.build_model(runs.preset("smoke", class_conditional=True), classes=3)
    counts = torch.tensor([600, 300, 100])
    labels = Labels(torch.arange(3).repeat_interleave(counts), torch.zeros(4, dtype=torch.int64))
    pictures = torch.zeros(1000, 3, 16, 16, dtype=torch.uint8)
    data = Images(pictures, pictures[:4], labels, ("a", "b", "c"))
    config = EvaluateConfig(run="x", samples=2000, classes=True)
    drawn = evaluation._classes(model, data, config).bincount() / 2000
    torch.testing.assert_close(drawn, counts / 1000, rtol=0, atol=0.04)
    with pytest.raises(ValueError, match="have classes"):
        evaluation._classes(run.model, data, config)


def test_classes_of_another_data_set_are_found_by_name(tmp_path):
    settings = tiny_config(tmp_path, class_conditional=True, epochs=1)
    model = runs.train(settings, progress=False).model
    colours, _, _, classes = load_dataset(settings.dataset, 8, settings.data_root)
    assert classes == ("class 0", "class 1", "class 2")
    other = Images(
        colours[:5],
        colours[:3],
        Labels(torch.tensor([0, 1, 2, 3, 1]), torch.tensor([3, 0, 2])),
        ("a rose", "class 2", "a lily", "class 0"),
    )
    known = evaluation._known_classes(model, other)
    assert known.labels.train.tolist() == [3, 2, 3, 0, 2]  # 3 means no class
    assert known.labels.validation.tolist() == [0, 3, 3]
    assert [known.class_names[n] for n in (0, 2)] == ["class 0", "class 2"]
    assert (
        training.validate(model, known.validation, known.labels.validation)["validation_noise_mae"]
        > 0
    )
    config = EvaluateConfig("x", samples=300, classes=True)
    drawn = evaluation._classes(model, known, config).bincount(minlength=4) / 300
    torch.testing.assert_close(drawn, torch.tensor([1, 0, 2, 0]) / 3, rtol=0, atol=0.1)

    strangers = evaluation._known_classes(model, other._replace(class_names=tuple("abcd")))
    with pytest.raises(ValueError, match="knows none of the classes"):
        evaluation._classes(model, strangers, config)


def test_an_evaluation_on_more_and_other_classes_goes_through(tmp_path):
    settings = tiny_config(tmp_path, class_conditional=True, epochs=1)
    run = runs.train(settings, progress=False)
    more = make_dataset(tmp_path / "more.npz", classes=5)
    config = EvaluateConfig(
        str(run.folder), steps=(1,), samples=8, subset_size=4, subsets=1, levels=1, classes=True,
        dataset=str(more), data_root=settings.data_root, folder=str(tmp_path), device="cpu",
    )  # fmt: skip
    assert evaluate(config, features=MeanColours())["dataset"] == "more.npz"


def test_the_classifier_is_no_run_to_evaluate():
    with pytest.raises(ValueError, match="no diffusion model: give a run that ddimlib train made"):
        evaluate(EvaluateConfig("classifier64", device="cpu"), features=MeanColours())


def test_an_unknown_spacing_is_refused():
    with pytest.raises(ValueError, match="unknown spacing 'even': choose one of karras, log_snr"):
        EvaluateConfig(run="x", spacing="even")


def test_guidance_without_a_class_is_refused():
    with pytest.raises(ValueError, match="guidance is towards a class: give --classes"):
        EvaluateConfig(run="x", guidance=3.0)


@pytest.mark.parametrize(
    "wrong", [{"steps": ()}, {"steps": (0,)}, {"samples": 1}, {"subsets": 0}, {"levels": 0}]
)
def test_settings_out_of_range_are_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        EvaluateConfig(run="x", **wrong)
