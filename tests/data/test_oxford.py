"""Oxford Flowers and pets, from small archives in the very format of the originals."""

import hashlib
import tarfile
from io import BytesIO

import numpy as np
import pytest
import torch

from ddimlib.data import DATASETS, load_dataset, oxford
from ddimlib.data.folders import list_folder, read_folder
from ddimlib.data.images import Decoded, shuffle, split
from ddimlib.data.oxford import flower_names
from ddimlib.runs import experiments
from ddimlib.runs.experiments import ExperimentConfig, experiment
from tests.colours import MeanColours
from tests.data.conftest import PET_LIST, PHOTOGRAPHS

LABELS = [77, 77, 3, 102, 1, 3, 50, 50, 51, 2]  # of image_00001 to image_00010


def test_the_downloadable_sets_are_those_that_load_dataset_names():
    assert DATASETS == ("procedural", *oxford.COLLECTIONS)


def test_as_many_classes_are_published_as_have_names():
    assert oxford.FLOWERS102.classes == len(flower_names())


def test_all_pictures_are_pooled_and_split_four_to_one(flowers, tmp_path):
    images = load_dataset("flowers102", image_size=16, root=tmp_path)
    assert images.train.shape == (8, 3, 16, 16)
    assert images.validation.shape == (2, 3, 16, 16)
    assert images.train.dtype == torch.uint8
    found = torch.cat([images.labels.train, images.labels.validation])
    assert sorted((found + 1).tolist()) == sorted(LABELS)


def test_every_picture_keeps_its_label_whatever_the_order_of_the_archive(flowers, tmp_path):
    images = load_dataset("flowers102", image_size=8, root=tmp_path)
    for pictures, labels in zip(images[:2], images.labels, strict=True):
        # The fake pictures are as bright as twice their label, give or take noise.
        brightness = pictures.float().mean(dim=(1, 2, 3)) / 2 - 1
        np.testing.assert_allclose(brightness.numpy(), labels.numpy(), atol=2.5)


def test_a_second_load_asks_the_network_for_nothing(flowers, tmp_path):
    first = load_dataset("flowers102", image_size=8, root=tmp_path)
    asked = len(flowers.requests)
    again = load_dataset("flowers102", image_size=8, root=tmp_path)
    other_size = load_dataset("flowers102", image_size=12, root=tmp_path)
    assert len(flowers.requests) == asked
    assert torch.equal(first.train, again.train)
    assert torch.equal(first.labels.train, other_size.labels.train)


def test_the_classes_have_their_102_names(flowers, tmp_path):
    images = load_dataset("flowers102", image_size=8, root=tmp_path)
    assert images.class_names == flower_names()
    assert len(set(flower_names())) == 102
    # As in the data set's own table of classes.
    assert (flower_names()[0], flower_names()[76]) == ("pink primrose", "passion flower")
    assert flower_names()[101] == "blackberry lily"


def test_an_archive_without_a_labelled_picture_is_refused(flowers, flowers_files, tmp_path):
    kept = BytesIO()
    with (
        tarfile.open(fileobj=BytesIO(flowers_files["102flowers.tgz"])) as whole,
        tarfile.open(fileobj=kept, mode="w:gz") as archive,
    ):
        for member in whole:
            if "00004" not in member.name:
                archive.addfile(member, whole.extractfile(member))
    files = (flowers.publish("/102flowers.tgz", kept.getvalue()), *_labels_file())
    with pytest.raises(ValueError, match=r"lacks 1 of 10 labelled pictures, image_00004\.jpg"):
        oxford.decode_collection(oxford.FLOWERS102._replace(files=files), 8, tmp_path)


def _labels_file():
    return oxford.COLLECTIONS["flowers102"].files[1:]


def test_an_archive_cut_short_before_its_checksum_was_made_is_refused(
    flowers, flowers_files, tmp_path
):
    whole = flowers_files["102flowers.tgz"]
    cut = flowers.publish("/102flowers.tgz", whole[: len(whole) // 2])
    collection = oxford.FLOWERS102._replace(files=(cut, *_labels_file()))
    with pytest.raises(ValueError, match=r"the archive .*102flowers\.tgz is damaged"):
        oxford.decode_collection(collection, 8, tmp_path)


def test_labels_that_cannot_be_read_are_refused(flowers, tmp_path):
    broken = flowers.publish("/imagelabels.mat", b"no matrix")
    archive = oxford.COLLECTIONS["flowers102"].files[0]
    collection = oxford.FLOWERS102._replace(files=(archive, broken))
    with pytest.raises(ValueError, match=r"imagelabels\.mat holds no labels"):
        oxford.decode_collection(collection, 8, tmp_path)


def test_nothing_is_extracted_to_the_disk(flowers, tmp_path):
    load_dataset("flowers102", image_size=8, root=tmp_path)
    assert not list(tmp_path.rglob("*.jpg"))


def test_pets_take_their_classes_from_the_list_and_leave_the_rest_alone(pets, tmp_path):
    """The original holds pictures not in its list, .mat files, and GIFs that are called .jpg."""
    images = load_dataset("pets", image_size=8, root=tmp_path)
    assert images.class_names == ("abyssinian", "american bulldog", "egyptian mau")
    labels = torch.cat([images.labels.train, images.labels.validation])
    assert labels.bincount().tolist() == [2, 2, 1]
    # The GIF is black, the photographs are not.
    pictures = torch.cat([images.train, images.validation])
    black = pictures.flatten(1).amax(1) == 0
    assert (labels[black] == 2).all() and black.sum() == 1


MORE_PETS = PET_LIST + "".join(f"american_bulldog_{number} 2 2 1\n" for number in range(20, 35))


@pytest.mark.parametrize("pets", [MORE_PETS], indirect=True)
@pytest.mark.slow
def test_the_grid_of_the_reference_runs_on_pets_from_the_archive_to_the_table(
    pets, tmp_path, monkeypatch
):
    monkeypatch.setattr(experiments, "pick_features", lambda name: MeanColours())
    config = ExperimentConfig(
        scale="smoke",
        dataset="pets",
        data_root=str(tmp_path / "data"),
        folder=str(tmp_path / "runs"),
        rows=("mae-noise-cosine-0", "mse-image-linear-0"),
        features="flowers",
        device="cpu",
    )
    with pytest.warns(UserWarning, match="KID is taken over subsets of 4 pictures"):
        table = experiment(config, progress=False)
    assert [row["name"] for row in table["rows"]] == ["mse-image-linear-0", "mae-noise-cosine-0"]
    assert {row["train_pictures"] for row in table["rows"]} == {16}
    assert all(row["by_steps"][0]["KID (colours)"]["mean"] > 0 for row in table["rows"])
    text = (config.place / "table.md").read_text(encoding="utf-8")
    assert text == experiments.markdown(table)
    assert all(f"{kid:.4f}" in text for kid in (0.1742, 0.1971))  # as published, of these two rows


def test_the_book_s_photographs_are_5000_in_90_classes_split_as_we_split():
    chosen = oxford.chosen_flowers()
    numbers = [
        (label, number, part)
        for label, one in sorted(chosen.items())
        for number, part in sorted(
            [(number, "training") for number in one.training]
            + [(number, "validation") for number in one.validation]
        )
    ]
    assert len(chosen) == 90 and set(chosen) <= set(range(1, 103))
    assert len({number for _, number, _ in numbers}) == len(numbers) == 5000
    assert all(1 <= number <= 8189 for _, number, _ in numbers)
    # The split is that of any folder of 5,000 pictures, in the order of class and number.
    places = np.arange(5000)
    halves = split(shuffle(Decoded(np.zeros((5000, 3, 1, 1), np.uint8), places, ("",))))
    for part in ("training", "validation"):
        listed = [place for place, one in enumerate(numbers) if one[2] == part]
        found = halves.labels.train if part == "training" else halves.labels.validation
        assert sorted(found.tolist()) == listed


def test_the_book_s_photographs_are_picked_from_the_public_archive(flowers, tmp_path, monkeypatch):
    """Of the ten in the small archive: those listed, in the order of class and number."""
    monkeypatch.setitem(
        oxford.COLLECTIONS,
        "flowers5000",
        oxford.FLOWERS5000._replace(files=oxford.COLLECTIONS["flowers102"].files),
    )
    listed = {
        3: oxford.Chosen((6,), (3,)),
        50: oxford.Chosen((7, 8), ()),
        1: oxford.Chosen((5,), ()),
    }
    monkeypatch.setattr(oxford, "chosen_flowers", lambda: listed)
    images = load_dataset("flowers5000", image_size=8, root=tmp_path)
    names = flower_names()
    assert images.class_names == (names[0], names[2], names[49])
    labels = torch.cat([images.labels.train, images.labels.validation])
    assert labels.bincount().tolist() == [1, 2, 2]
    asked = len(flowers.requests)
    load_dataset("flowers102", image_size=8, root=tmp_path)  # from the same archive
    assert len(flowers.requests) == asked

    monkeypatch.setattr(oxford, "chosen_flowers", lambda: {4: oxford.Chosen((6,), ())})
    with pytest.raises(ValueError, match="does not say that picture 6 is a sweet pea; remove it"):
        load_dataset("flowers5000", image_size=12, root=tmp_path)


@pytest.mark.photographs
@pytest.mark.skipif(not PHOTOGRAPHS.is_dir(), reason="DDIMLIB_PHOTOGRAPHS names no folder")
def test_the_list_is_that_of_the_stored_photographs():
    listing = list_folder(PHOTOGRAPHS / "flowers64")
    stored = {(int(file.parent.name), int(file.stem[6:])) for file in listing.files}
    chosen = oxford.chosen_flowers()
    assert stored == {
        (label, number) for label, one in chosen.items() for number in one.training + one.validation
    }
    names = [flower_names()[label - 1] for label in sorted(chosen)]
    assert list(listing.class_names) == names
    pictures = read_folder(listing, 64).pictures
    assert hashlib.sha256(pictures.tobytes()).hexdigest() == oxford._chosen_list()["sha256"]


def test_checksums_are_those_published_with_other_libraries():
    """As in torchvision's and Paddle's loaders for the same files."""
    known = {
        "102flowers.tgz": "52808999861908f626f3c1f4e79d11fa",
        "imagelabels.mat": "e0620be6f572b9609742df49c70aed4d",
        "images.tar.gz": "5c4f3ee8e5d25df40f4fd59a7f44e54c",
        "annotations.tar.gz": "95a8c909bbe2e81eed6a22bccdf3f68f",
    }
    files = [*oxford.FLOWERS102.files, *oxford.PETS.files]
    assert {file.name: file.checksum for file in files} == known
    for file in files:
        assert len(file.urls) >= 2
        assert all(url.endswith(f"/{file.name}") for url in file.urls)
