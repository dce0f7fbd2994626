"""Folders as people have them: what is a class, what is left out, and that both are said."""

import os
import shutil
import sys
from pathlib import Path

import pytest
import torch
from PIL import Image

from ddimlib.data import FolderWarning, folders, load_dataset, pictures, survey
from ddimlib.data.folders import list_folder


def fill(root: Path, *places: str) -> Path:
    """Write a little picture at each place; "rose/3" is three of them in that folder."""
    for place in places:
        folder, count = place.rsplit("/", 1)
        for number in range(int(count)):
            path = root / folder / f"{number}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            Image.new("RGB", (4, 4)).save(path)
    return root


def counts(folder: Path) -> dict[str, int] | int:
    """Pictures of each class, or in all where there are no classes."""
    listing = list_folder(folder)
    if listing.labels is None:
        return len(listing.files)
    return {name: listing.labels.count(number) for number, name in enumerate(listing.class_names)}


def said(folder: Path) -> str:
    return list_folder(folder).summary()


def test_a_link_back_to_the_folder_is_not_followed(tmp_path):
    root = fill(tmp_path / "f", "daisy/3", "rose/3")
    (root / "rose" / "back").symlink_to("..")
    (root / "rose" / "above").symlink_to(tmp_path)
    (root / "a link").symlink_to("rose")
    assert counts(root) == {"daisy": 3, "rose": 3}
    assert "left out: links to folders that are read already: " in said(root)


def test_folders_elsewhere_may_be_linked_to_and_are_read_once(tmp_path):
    away = fill(tmp_path / "away", "rose/2", "daisy/3")
    root = tmp_path / "f"
    root.mkdir()
    for name in ("rose", "daisy"):
        (root / name).symlink_to(away / name)
    (root / "daisy again").symlink_to(away / "daisy")
    assert counts(root) == {"daisy": 3, "rose": 2}


@pytest.mark.parametrize("parts", [("train", "test"), ("Train", "val", "test"), ("train",)])
def test_parts_of_a_data_set_are_no_classes(tmp_path, parts):
    fill(tmp_path, *(f"{part}/{name}/2" for part in parts for name in ("rose", "daisy")))
    assert counts(tmp_path) == {"daisy": 2 * len(parts), "rose": 2 * len(parts)}
    assert ("are taken as parts of one data set" in said(tmp_path)) == (len(parts) > 1)


def test_parts_without_classes_are_pooled_and_mixed_ones_refused(tmp_path):
    fill(tmp_path / "plain", "train/2", "test/1")
    assert counts(tmp_path / "plain") == 3
    fill(tmp_path / "mixed", "train/rose/2", "train/daisy/1", "test/1")
    with pytest.raises(ValueError, match=r"test in .* without class folders, but train has cl"):
        list_folder(tmp_path / "mixed")


def test_one_stray_picture_does_not_drop_the_classes(tmp_path):
    fill(tmp_path, "rose/3", "daisy/3", "./1")
    assert counts(tmp_path) == {"daisy": 3, "rose": 3}
    assert "left out: 1 picture beside the class folders" in said(tmp_path)
    with pytest.warns(FolderWarning, match=r"1 picture beside .*, 0\.png the first .* left out"):
        load_dataset(tmp_path, 4, tmp_path / "cache")


def test_a_few_pictures_in_folders_do_not_make_classes_of_many_outside(tmp_path):
    fill(tmp_path, "./5", "edited/1", "old/1")
    assert counts(tmp_path) == 7
    assert "note: there are no classes: 5 pictures in the folder itself, beside 2" in said(tmp_path)


def test_thumbnails_of_systems_and_programs_are_no_pictures(tmp_path):
    fill(tmp_path, "rose/2", "daisy/2")
    own = fill(tmp_path, "rose/@eaDir/0.jpg/1", ".thumbnails/3", "__MACOSX/daisy/2", "#recycle/1")
    (own / "rose" / "._0.png").touch()
    assert counts(tmp_path) == {"daisy": 2, "rose": 2}
    line = next(line for line in said(tmp_path).splitlines() if "hidden" in line)
    for name in ("@eaDir", ".thumbnails", "__MACOSX", "#recycle", "hidden files"):
        assert f"{name} (1)" in line


def test_a_pipe_that_ends_like_a_picture_is_not_read(tmp_path):
    fill(tmp_path, "rose/2", "daisy/2")
    os.mkfifo(tmp_path / "rose" / "pipe.png")
    assert counts(tmp_path) == {"daisy": 2, "rose": 2}
    assert "hidden, or a program's own: pipes and sockets (1)" in said(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_that_are_no_unicode_can_be_printed(tmp_path):
    fill(tmp_path, os.fsdecode(b"na\xefve") + "/2", "rose/2")
    (tmp_path / "rose" / os.fsdecode(b"\xe9.txt")).touch()
    (tmp_path / "rose" / os.fsdecode(b".\xe9")).mkdir()
    assert counts(tmp_path) == {r"na\udcefve": 2, "rose": 2}
    said(tmp_path).encode()


def test_files_left_out_by_their_ending_are_counted(tmp_path):
    fill(tmp_path, "./3")
    for name in ("a.HEIC", "b.heic", "notes.txt", "README"):
        (tmp_path / name).touch()
    shutil.copy(tmp_path / "0.png", tmp_path / "a.jfif")
    assert counts(tmp_path) == 4
    assert "left out: by their ending: .heic (2), .txt (1), no ending (1)" in said(tmp_path)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "a.heic").touch()
    with pytest.raises(ValueError, match=r"found no pictures .* \(there is \.heic \(1\)\)"):
        list_folder(tmp_path / "more")


def test_a_folder_one_level_too_high_is_said(tmp_path):
    fill(tmp_path / "g", "flowers/rose/2", "flowers/daisy/2")
    assert counts(tmp_path / "g") == {"flowers": 4}
    assert "one level too high: if daisy and rose are the classes, give " in said(tmp_path / "g")
    fill(tmp_path / "h", "flowers/3")  # one class, and nothing odd
    assert "too high" not in said(tmp_path / "h")


@pytest.mark.parametrize("top", [".", "train"])
def test_a_class_without_a_picture_that_can_be_read_is_said(tmp_path, top):
    fill(tmp_path, f"{top}/rose/2", f"{top}/daisy/2")
    for name in ("tulip", "empty"):
        (tmp_path / top / name).mkdir()
    (tmp_path / top / "tulip" / "0.heic").touch()
    assert counts(tmp_path) == {"daisy": 2, "rose": 2}
    assert "tulip is no class, for it holds no picture that can be read but .heic (1)" in said(
        tmp_path
    )
    assert "empty is no class, for it holds no picture that can be read;" in said(tmp_path)


def test_names_that_differ_by_case_alone_and_more_classes_than_makes_sense_are_said(tmp_path):
    fill(tmp_path / "case", "Rose/3", "rose/3")
    assert "note: the folders Rose and rose differ by case alone" in said(tmp_path / "case")
    fill(tmp_path / "ids", *(f"{number}/1" for number in range(5)))
    assert "there are 5 classes for 5 pictures: are these folders classes?" in said(
        tmp_path / "ids"
    )


def test_a_folder_that_may_not_be_read_is_named(tmp_path, monkeypatch):
    fill(tmp_path, "rose/2", "daisy/2")
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("rose"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(ValueError, match=r"the folder .*rose cannot be read \(Permission denied\)"):
        list_folder(tmp_path)


# --- names of classes ----------------------------------------------------------------------------


def test_names_that_match_nothing_are_said(tmp_path):
    fill(tmp_path, "1/2", "2/2")
    (tmp_path / "class_names.json").write_text('{"001": "rose", "2": "daisy"}')
    assert counts(tmp_path) == {"1": 2, "daisy": 2}
    assert "names 001, which match no folder, and not 1, which keep the names of" in said(tmp_path)
    # A list of more than there is here, such as that of the whole data set, is nothing odd.
    (tmp_path / "class_names.json").write_text('{"1": "rose", "2": "daisy", "3": "tulip"}')
    assert "note:" not in said(tmp_path)
    assert f"left out: names in {tmp_path}/class_names.json without a folder: 3" in said(tmp_path)


def test_two_folders_of_one_name_are_told_apart(tmp_path):
    fill(tmp_path, "001/2", "002/2", "010/1")
    (tmp_path / "class_names.json").write_text('{"001": "rose", "002": "rose", "010": "iris"}')
    assert counts(tmp_path) == {"rose (001)": 2, "rose (002)": 2, "iris": 1}
    assert "more than one folder is called rose" in said(tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_names_that_windows_has_written_are_read(tmp_path, encoding):
    fill(tmp_path, "001/2", "002/2")
    (tmp_path / "class_names.json").write_text('{"001": "bromélia", "002": "rose"}', encoding)
    assert counts(tmp_path) == {"bromélia": 2, "rose": 2}


def test_a_list_beside_the_folder_that_is_none_of_its_names_says_where_it_comes_from(tmp_path):
    fill(tmp_path / "flowers", "001/2", "002/2")
    (tmp_path / "class_names.json").write_text('["a", "b"]')
    with pytest.raises(ValueError, match=r"it lies beside the folder flowers .* or move it away"):
        list_folder(tmp_path / "flowers")


# --- loading -------------------------------------------------------------------------------------


def test_good_pictures_are_not_decoded_again_when_bad_ones_are_gone(tmp_path, monkeypatch):
    root = fill(tmp_path / "f", "rose/6", "daisy/6")
    for number in (1, 4):
        (root / "rose" / f"{number}.png").write_bytes(b"")
    with pytest.raises(ValueError, match=r"2 of 12 pictures .*the others are decoded already"):
        load_dataset(root, 4, tmp_path / "cache")
    for number in (1, 4):
        (root / "rose" / f"{number}.png").unlink()
    Image.new("RGB", (4, 4), "white").save(root / "daisy" / "2.png")  # changed meanwhile

    decoded = []
    decode = pictures._decode
    monkeypatch.setattr(pictures, "_decode", lambda *a: (decoded.append(a[0].name), decode(*a))[1])
    found = load_dataset(root, 4, tmp_path / "cache")
    assert decoded == ["2.png"]
    assert torch.cat(found[:2]).flatten(1).amax(1).tolist().count(255) == 1
    assert not list((tmp_path / "cache").rglob("*.kept.npz"))


def test_what_a_folder_holds_is_surveyed_without_decoding_it(tmp_path, monkeypatch):
    fill(tmp_path, "rose/3", "daisy/2", "./1")
    monkeypatch.setattr(folders, "read_pictures", lambda *_: pytest.fail("decoded"))
    first, left_out, note = survey(tmp_path)
    assert first == "5 picture files, 2 classes: daisy (2), rose (3)"
    assert left_out.startswith("left out: 1 picture beside")
    assert note.startswith("note: 1 picture beside")
    assert survey(tmp_path, odd=False) == [first, left_out]
    assert survey("procedural") == survey("flowers102") == []
