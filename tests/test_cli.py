"""The commands as a user types them."""

import errno
import inspect
import re
import shutil
import unicodedata
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from ddimlib import cli, runs, samplers
from ddimlib.runs import leaps
from tests.tiny import make_dataset, tiny_config


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cli")
    return runs.train(tiny_config(folder, epochs=1, class_conditional=True), progress=False).folder


def test_help_names_every_command(capsys):
    assert cli.main([]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown for name in cli.COMMANDS)


def test_help_for_training_names_presets_and_dry_run_and_explains_every_option(capsys):
    with pytest.raises(SystemExit, match="0"):
        cli.main(["train", "--preset", "cpu", "--help"])
    shown = capsys.readouterr().out
    assert all(f" {name}" in shown for name in ("--preset", "--dry-run", *runs.PRESETS))
    assert "(default: 62)" in shown  # the epochs of the preset that is asked for
    source = inspect.getsource(runs.TrainConfig).split("def __post_init__")[0]
    sections = re.findall(r"^ +# (.+)$", source, re.MULTILINE)
    assert sections
    assert not [section for section in sections if section in shown]
    options = re.findall(r"^    (\w+): .*\n(.*)$", source, re.MULTILINE)
    assert not [name for name, below in options if not below.lstrip().startswith('"""')]


def test_an_unknown_command_lists_the_known_ones(capsys):
    assert cli.main(["trian"]) == 1
    assert (
        "unknown command 'trian': choose one of book, classifier, contest"
        in capsys.readouterr().err
    )


def test_train_takes_a_preset_and_any_setting(tmp_path, capsys):
    data = make_dataset(tmp_path / "pictures.npz")
    folder = tmp_path / "run"
    status = cli.main(
        f"train --preset smoke --dataset {data} --data-root {tmp_path} --folder {folder} "
        "--epochs 1 --image-size 8 --widths 4 8 --batch-size 16 --device cpu".split()
    )
    assert status == 0, capsys.readouterr().err
    assert "1 epochs, validation MAE 0." in capsys.readouterr().out
    config = runs.load(folder)
    assert config.image_size == 8


def test_an_unknown_preset_is_one_sentence(capsys):
    assert cli.main(["train", "--preset", "huge"]) == 1
    assert "unknown preset 'huge': choose one of cpu, flowers" in capsys.readouterr().err


@pytest.mark.slow
def test_a_dry_run_says_what_a_run_takes_and_writes_nothing(tmp_path, capsys):
    data = make_dataset(tmp_path / "pictures.npz")
    folder = tmp_path / "run"
    arguments = f"train --preset reference --dry-run --dataset {data} --data-root {tmp_path}"
    arguments += f" --folder {folder} --image-size 16 --batch-size 4 --device cpu"
    assert cli.main(arguments.split()) == 0, capsys.readouterr().err
    shown = capsys.readouterr().out
    assert "3,562,211 parameters" in shown
    assert "8,000 images in 2,000 steps of 4" in shown
    assert "images/s" in shown
    assert "of what one large convolution sustains here" in shown
    assert not folder.exists()


def test_sample_writes_a_grid(trained, tmp_path, capsys):
    out = tmp_path / "grid.png"
    arguments = ["sample", str(trained), "--out", str(out), "--samples", "4", "--steps", "2"]
    assert cli.main(arguments) == 0, capsys.readouterr().err
    first = out.read_bytes()
    assert cli.main([*arguments, "--label", "class 1", "--guidance", "2"]) == 0
    assert out.read_bytes() != first
    assert cli.main([*arguments, "--spacing", "log_snr"]) == 0
    assert out.read_bytes() != first
    assert cli.main(arguments) == 0
    assert out.read_bytes() == first


def test_noise_on_the_way_does_not_repeat_the_noise_at_the_start(trained, tmp_path, monkeypatch):
    drawn = []
    sample = samplers.sample

    def watched(denoise, schedule, noise, *args, generator, **options):
        drawn.append((noise, samplers.noise_like(noise, generator)))
        return sample(denoise, schedule, noise, *args, generator=generator, **options)

    monkeypatch.setattr(samplers, "sample", watched)
    arguments = ["sample", str(trained), "--samples", "2", "--steps", "2", "--eta", "1"]
    assert cli.main([*arguments, "--out", str(tmp_path / "grid.png")]) == 0
    ((start, fresh),) = drawn
    assert torch.equal(start, samplers.seeded_noise([0, 1], start.shape[1:]))
    assert not any(torch.equal(a, b) for a in start for b in fresh)


def test_a_network_that_leaps_is_not_sampled_as_one_that_takes_steps(trained, tmp_path, capsys):
    folder = tmp_path / "leaps"
    shutil.copytree(trained, folder)
    leaps.write(folder, "consistency", [1, 2])
    assert cli.main(["sample", str(folder), "--out", str(tmp_path / "grid.png")]) == 1
    assert "leaps (it learnt by 'consistency')" in capsys.readouterr().err
    leaps.write(folder, leaps.REFLOW, [1, 2])
    leaps.check_takes_steps(folder)


def test_a_grid_made_in_batches_is_that_made_at_once_and_no_batch_is_larger(
    trained, tmp_path, capsys, monkeypatch
):
    sizes = []
    sample = samplers.sample
    monkeypatch.setattr(
        samplers, "sample", lambda *a, **k: (sizes.append(len(a[2])), sample(*a, **k))[1]
    )

    def grid(batch_size: int, name: str) -> np.ndarray:
        arguments = ["sample", str(trained), "--samples", "7", "--steps", "2", "--label", "class 2"]
        arguments += ["--batch-size", str(batch_size), "--out", str(tmp_path / name)]
        assert cli.main(arguments) == 0, capsys.readouterr().err
        return np.asarray(Image.open(tmp_path / name).convert("RGB")).astype(int)

    whole = grid(100, "whole.png")
    assert whole.shape == (4 * (3 * 8 + 2 * 2), 4 * (3 * 8 + 2 * 2), 3)
    assert np.abs(grid(2, "parts.png") - whole).max() <= 1
    assert sizes == [7, 2, 2, 2, 1]
    assert np.abs(grid(2, "parts.bmp") - whole).max() <= 1
    assert "7 pictures of class 2, 'class 2', in" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("out", "zoom", "message"),
    [
        ("flowers", 1, "flowers does not end like a picture: give a file for the grid"),
        ("my.folder", 1, "my.folder is a folder: give a file"),
        ("a.flowers", 1, "a.flowers does not end like a picture"),
        ("big.webp", 2000, "is 36,000 pixels wide, and a .webp file holds 16,383: give a lower"),
    ],
)
def test_what_is_wrong_with_the_file_is_said_before_sampling(
    trained, tmp_path, capsys, monkeypatch, out, zoom, message
):
    monkeypatch.setattr(samplers, "sample", lambda *_, **__: pytest.fail("sampled"))
    monkeypatch.chdir(tmp_path)
    Path("my.folder").mkdir()
    arguments = ["sample", str(trained), "--samples", "4", "--out", out, "--zoom", str(zoom)]
    assert cli.main(arguments) == 1
    assert message in capsys.readouterr().err


def test_a_dry_run_that_refuses_says_what_it_has_found(tmp_path, capsys):
    for name in ("rose", "daisy"):
        (tmp_path / "high" / "flowers" / name).mkdir(parents=True)
        for number in range(3):
            Image.new("RGB", (8, 8)).save(tmp_path / "high" / "flowers" / name / f"{number}.png")
    train = f"train --preset smoke --dataset {tmp_path / 'high'} --class-conditional --dry-run"
    assert cli.main(train.split()) == 1
    said = capsys.readouterr()
    assert "has one class alone" in said.err
    assert f"if daisy and rose are the classes, give {tmp_path}/high/flowers" in said.out


def test_a_file_below_a_file_is_one_sentence(trained, tmp_path, capsys):
    (tmp_path / "file").touch()
    arguments = ["sample", str(trained), "--samples", "1", "--steps", "1", "--out"]
    assert cli.main([*arguments, str(tmp_path / "file" / "a.png")]) == 1
    assert f"could not write {tmp_path}/file/a.png (" in capsys.readouterr().err


@pytest.mark.parametrize("ending", ["webp", "png"])
def test_a_file_that_cannot_be_written_is_said_before_sampling(
    trained, tmp_path, capsys, monkeypatch, ending
):
    def refuse(path: Path, *_: object) -> None:  # as a folder does where one may not write
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "touch", refuse)
    monkeypatch.setattr(samplers, "sample", lambda *_, **__: pytest.fail("sampled"))
    assert cli.main(["sample", str(trained), "--out", str(tmp_path / f"a.{ending}")]) == 1
    assert f"could not write {tmp_path}/a.{ending} (" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("label", "names", "found"),
    [
        ("rose", ("daisy", "rose"), 1),
        ("Rose", ("daisy", "rose"), 1),
        ("Rose", ("rose", "Rose"), 1),
        ("1", ("daisy", "rose"), 1),
        ("1", ("001", "002", "010"), 0),
        ("010", ("001", "002", "010"), 2),
        ("1", ("3", "2", "1"), 2),
        ("0", ("001", "002"), "knows no class '0'; it knows 001, 002"),
        ("2", ("daisy", "rose"), "knows no class '2'"),
        ("1", ("1", "01"), 0),
        ("001", ("1", "01"), "'001' may be any of 1, 01"),
        ("ROSE", ("rose", "Rose"), "'ROSE' may be any of rose, Rose"),
        ("rose", (), "it knows none: it was trained without classes"),
    ],
)
def test_names_of_classes_come_before_numbers(label, names, found):
    if isinstance(found, int):
        assert cli.find_class(label, names) == found
    else:
        with pytest.raises(ValueError, match=found):
            cli.find_class(label, names)


def test_home_is_found_behind_an_equals_sign_too(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    make_dataset(tmp_path / "pictures.npz")
    assert cli.main(["data", "--name=~/pictures.npz", "--image-size=8", "--root=~/cache"]) == 0
    assert cli.main(["data", "~/pictures.npz", "--image-size=8", "--root=~/cache"]) == 0
    assert "40 pictures of 8×8" in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "pictures.npz"]


def test_what_a_folder_holds_is_said_by_data_training_and_its_dry_run(tmp_path, capsys):
    for name in ("rose", "daisy"):
        (tmp_path / "photos" / name).mkdir(parents=True)
        for number in range(8):
            Image.new("RGB", (8, 8)).save(tmp_path / "photos" / name / f"{number}.png")
    (tmp_path / "photos" / "rose" / "a.heic").touch()
    (tmp_path / "photos" / "tulip").mkdir()
    common = f"--image-size 8 --{{}} {tmp_path / 'cache'}"
    train = f"train --preset smoke --dataset {tmp_path / 'photos'} {common.format('data-root')} "
    train += f"--folder {tmp_path / 'run'} --epochs 1 --widths 4 8 --batch-size 8 --device cpu"
    for command in (
        f"data {tmp_path / 'photos'} {common.format('root')}",
        f"{train} --dry-run",
        train,
    ):
        assert cli.main(command.split()) == 0
        shown = "".join(capsys.readouterr())
        assert "2 classes: daisy (8), rose (8)" in shown
        assert "left out: by their ending: .heic (1)" in shown
        assert shown.count("note: tulip is no class, for it holds no picture") == 1
        assert "UserWarning" not in shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--label", "rose"], "knows no class 'rose'; it knows class 0, class 1, class 2"),
        (["--method", "euler"], "unknown sampler 'euler': choose one of"),
        (["--spacing", "even"], "unknown spacing 'even': choose one of karras, log_snr, uniform"),
        (["--guidance", "3"], "--guidance needs a class"),
        (["--samples", "0"], "ddimlib: --samples must be at least 1, got 0"),
        (["--zoom", "0"], "--zoom must be at least 1, got 0"),
        (["--device", "foo"], "ddimlib: unknown device 'foo': choose one of auto, cpu, cuda, mps"),
    ],
)
def test_sample_says_what_is_wrong(trained, tmp_path, capsys, arguments, message):
    out = tmp_path / "grid.png"
    assert cli.main(["sample", str(trained), "--out", str(out), *arguments]) == 1
    assert message in capsys.readouterr().err
    assert not out.exists()


def test_a_missing_run_is_one_sentence(capsys):
    assert cli.main(["sample", "nowhere"]) == 1
    assert "no recorded run 'nowhere'" in capsys.readouterr().err


def test_data_says_what_is_in_a_data_set(tmp_path, capsys):
    data = make_dataset(tmp_path / "pictures.npz")
    assert cli.main(["data", str(data), "--image-size", "8", "--root", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert "40 pictures of 8×8" in shown
    assert "32 to train on, 8 to validate" in shown
    assert "3 classes: class 0 (14)" in shown


def test_an_umlaut_of_two_letters_is_the_same_class():
    assert (
        cli.find_class("Gänseblümchen", ["Rose", unicodedata.normalize("NFD", "Gänseblümchen")])
        == 1
    )


def test_only_what_keeps_checkpoints_promises_to_go_on(monkeypatch, capsys):
    def stop(arguments):
        raise KeyboardInterrupt

    for command, goes_on in (("train", True), ("sample", False)):
        monkeypatch.setitem(cli.COMMANDS, command, stop)
        assert cli.main([command]) == 130
        assert ("goes on from the last checkpoint" in capsys.readouterr().err) == goes_on
