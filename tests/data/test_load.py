"""`load_dataset`, the one way in, and the errors that a reader sees at it."""

import time
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from ddimlib.data import SPECIES, count_pictures, describe, is_decoded, load_dataset, survey
from tests.data.conftest import PHOTOGRAPHS


@pytest.fixture
def folder(tmp_path) -> Path:
    """Ten pictures in two classes, each with its own shade of grey."""
    for number in range(10):
        path = tmp_path / "pictures" / ("even", "odd")[number % 2] / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (30 + number, 40), (10 * number,) * 3).save(path)
    return tmp_path / "pictures"


def test_a_folder_comes_split_with_labels_and_class_names(folder, tmp_path):
    images = load_dataset(folder, image_size=8, root=tmp_path)
    assert images.train.shape == (8, 3, 8, 8)
    assert images.validation.shape == (2, 3, 8, 8)
    assert images.class_names == ("even", "odd")
    for pictures, labels in zip(images[:2], images.labels, strict=True):
        assert torch.equal((pictures[:, 0, 0, 0] // 10 % 2).long(), labels)


@pytest.mark.parametrize("kind", ["folder", "plain folder", "file", "procedural"])
@pytest.mark.slow
def test_pictures_are_counted_as_they_are_found_and_nothing_is_kept(folder, tmp_path, kind):
    file = tmp_path / "pictures.npz"
    np.savez(file, images=np.zeros((7, 8, 8, 3), np.uint8), labels=np.arange(7) % 3)
    places = {"folder": folder, "plain folder": folder / "odd", "file": file}
    name = str(places.get(kind, kind))
    count, classes = count_pictures(name, 8)
    assert is_decoded(name, 8, tmp_path / "cache")  # nothing has to be fetched first
    assert not (tmp_path / "cache").exists()
    images = load_dataset(name, 8, tmp_path / "cache")
    assert count == len(images.train) + len(images.validation)
    assert classes == (None if images.labels is None else len(images.class_names))


def test_a_collection_is_counted_as_it_was_published(tmp_path, monkeypatch):
    monkeypatch.setattr("ddimlib.data.oxford.fetch", lambda *_: pytest.fail("it was fetched"))
    assert count_pictures("flowers102") == (8189, 102)
    assert count_pictures("pets") == (7349, 37)
    assert not is_decoded("pets", 16, tmp_path)
    with pytest.raises(ValueError, match="flowers102"):
        count_pictures("flowers103")


def test_a_folder_is_decoded_once_until_something_in_it_changes(folder, tmp_path, monkeypatch):
    first = load_dataset(str(folder), image_size=8, root=tmp_path)
    monkeypatch.setattr("ddimlib.data.read_folder", lambda *_: pytest.fail("decoded again"))
    assert torch.equal(load_dataset(folder, image_size=8, root=tmp_path).train, first.train)
    monkeypatch.undo()

    (folder / "even" / "0.png").unlink()
    fewer = load_dataset(folder, image_size=8, root=tmp_path)
    assert len(fewer.train) + len(fewer.validation) == 9

    Image.new("RGB", (9, 9), (255,) * 3).save(folder / "even" / "2.png")
    changed = load_dataset(folder, image_size=8, root=tmp_path)
    assert torch.cat(changed[:2]).max() == 255

    (tmp_path / "class_names.json").write_text('{"odd": "strange"}')
    assert load_dataset(folder, image_size=8, root=tmp_path).class_names == ("even", "strange")


def test_an_npz_is_loaded_by_its_path(tmp_path):
    images = np.random.default_rng(0).integers(0, 256, (10, 8, 8, 3)).astype(np.uint8)
    np.savez(tmp_path / "some.npz", images=images, labels=np.arange(10) % 3)
    found = load_dataset(tmp_path / "some.npz", image_size=8, root=tmp_path)
    pictures = torch.cat(found[:2]).permute(0, 2, 3, 1).numpy()
    assert {p.tobytes() for p in pictures} == {p.tobytes() for p in images}
    assert found.class_names == ("0", "1", "2")


def test_procedural_flowers_need_neither_network_nor_disk(monkeypatch):
    monkeypatch.setenv("DDIMLIB_DATA", "/nowhere/at/all")
    images = load_dataset("procedural", image_size=8, count=20, seed=3)
    assert images.train.shape == (16, 3, 8, 8)
    assert images.validation.shape == (4, 3, 8, 8)
    assert images.class_names == SPECIES
    again = load_dataset("procedural", image_size=8, count=20, seed=3)
    other = load_dataset("procedural", image_size=8, count=20, seed=4)
    assert torch.equal(images.train, again.train)
    assert not torch.equal(images.train, other.train)


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(ValueError, match=r"'flowers103'.*flowers102, flowers5000, pets, proc"):
        load_dataset("flowers103")


@pytest.mark.parametrize("name", ["no/such/folder", "none.npz", Path("nothing")])
def test_a_path_to_nothing_says_so(name):
    with pytest.raises(FileNotFoundError, match=f"no folder or .npz file at {name}; check"):
        load_dataset(name)


def test_a_file_of_another_kind_is_refused(tmp_path):
    (tmp_path / "flower.txt").write_text("a rose")
    with pytest.raises(ValueError, match=r"flower\.txt is neither a folder .* nor an \.npz"):
        load_dataset(tmp_path / "flower.txt")


def test_a_folder_with_the_name_of_a_published_data_set_is_not_guessed_at(
    folder, tmp_path, monkeypatch
):
    """Neither by the run nor by the dry run: one place decides what a name means."""
    folder.rename(tmp_path / "pets")
    monkeypatch.chdir(tmp_path)
    for look in (count_pictures, load_dataset, survey):
        with pytest.raises(
            ValueError, match=r"'pets' is a published .* give \./pets for the folder"
        ):
            look("pets")
    assert count_pictures("./pets") == (10, 2)
    assert load_dataset("./pets", 8, tmp_path / "cache").class_names == ("even", "odd")
    assert is_decoded("./pets", 8)


def test_paths_are_read_as_a_shell_would(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert count_pictures("~/pictures") == (10, 2)
    np.savez(tmp_path / "a.npz", images=np.zeros((7, 8, 8, 3), np.uint8))
    (tmp_path / "a.npz").rename(tmp_path / "A.NPZ")
    assert count_pictures("~/A.NPZ") == (7, None)
    (tmp_path / "flower.txt").touch()
    with pytest.raises(ValueError, match=r"flower\.txt is neither a folder"):
        count_pictures("~/flower.txt")


@pytest.mark.parametrize("size", [0, -1, 1025])
def test_a_size_out_of_range_is_refused(size):
    with pytest.raises(ValueError, match=f"from 1 to 1024 pixels, got {size}"):
        load_dataset("procedural", image_size=size)


@pytest.mark.parametrize("size", [32.0, "64", True])
@pytest.mark.usefixtures("as_readers_run_it")
def test_a_size_that_is_no_whole_number_is_refused(size):
    with pytest.raises(TypeError, match="must be a whole number of pixels"):
        load_dataset("procedural", image_size=size)


def test_one_procedural_picture_cannot_be_split():
    with pytest.raises(ValueError, match="at least 2 pictures to be split, got count=1"):
        load_dataset("procedural", count=1)


def test_a_data_set_can_be_described_in_two_lines(folder, tmp_path):
    assert describe(load_dataset(folder, image_size=8, root=tmp_path)) == (
        "10 pictures of 8×8 pixels (0.0 MB): 8 to train on, 2 to validate\n"
        "2 classes: even (5), odd (5)"
    )
    (tmp_path / "flat").mkdir()
    for number in range(2):
        Image.new("L", (4, 4)).save(tmp_path / "flat" / f"{number}.png")
    assert describe(load_dataset(tmp_path / "flat", root=tmp_path)).endswith("no classes")


@pytest.mark.photographs
@pytest.mark.skipif(not PHOTOGRAPHS.is_dir(), reason="DDIMLIB_PHOTOGRAPHS names no folder")
def test_real_flowers_load_with_their_names_and_from_the_cache_in_under_a_second(tmp_path):
    folder = tmp_path / "flowers"
    folder.mkdir()
    classes = sorted((PHOTOGRAPHS / "flowers64").iterdir())[:6]
    for source in classes:
        (folder / source.name).symlink_to(source)
    (tmp_path / "class_names.json").write_bytes((PHOTOGRAPHS / "class_names.json").read_bytes())
    images = load_dataset(folder, image_size=32, root=tmp_path)
    files = sum(len(list(source.iterdir())) for source in classes)
    assert len(images.train) + len(images.validation) == files
    assert images.class_names[0] == "pink primrose"
    assert len(images.class_names) == 6
    # Photographs of flowers are neither black nor burnt out, and rather red than blue.
    red, _, blue = images.train.float().mean(dim=(0, 2, 3)).tolist()
    assert 60 < blue < red < 180
    seconds = []
    for _ in range(3):  # the best of three: other work on the machine is not meant
        started = time.perf_counter()
        load_dataset(folder, image_size=32, root=tmp_path)
        seconds.append(time.perf_counter() - started)
    assert min(seconds) < 1
