"""The commands as a user types them."""

import inspect
import re

import pytest

from ddimlib import cli, runs
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
        "unknown command 'trian': choose one of book, classifier, data" in capsys.readouterr().err
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
    assert cli.main(arguments) == 0
    assert out.read_bytes() == first


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--label", "rose"], "knows no class 'rose'; it knows class 0, class 1, class 2"),
        (["--method", "euler"], "unknown sampler 'euler': choose one of"),
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
