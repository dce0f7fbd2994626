"""Oxford Flowers 102 and Oxford-IIIT pets, decoded straight from the archives as published.

- M.-E. Nilsback and A. Zisserman, "Automated flower classification over a large number of
  classes", ICVGIP 2008: 8,189 pictures of 102 kinds of flower.
- O. M. Parkhi, A. Vedaldi, A. Zisserman and C. V. Jawahar, "Cats and dogs", CVPR 2012: 7,349
  listed pictures of 37 breeds.

Their own splits into training, validation and test were made for classification; all are pooled.
Nothing is extracted to disk: pictures are read from the archive as it streams by. Colours are as
they are stored: profiles embedded in a few files are not applied.

`flowers5000` is the part of the flowers that the book's networks learnt from: 5,000 different
pictures in 90 classes, listed in `flowers5000.json` with their split. Made from the public archive,
they are the very same pictures at 64×64.
"""

import hashlib
import json
import re
import tarfile
import zlib
from collections.abc import Callable, Iterator
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from ddimlib.data.downloads import RemoteFile, fetch
from ddimlib.data.images import Decoded
from ddimlib.data.pictures import read_pictures

_OXFORD = "https://www.robots.ox.ac.uk/~vgg/data"
_OXFORD_MIRROR = "https://thor.robots.ox.ac.uk/~vgg/data"
_PADDLE = "http://paddlemodels.bj.bcebos.com/flowers"  # the same files, for the flowers


class Collection(NamedTuple):
    """A published data set: its files, and how to decode them once they are in a folder."""

    files: tuple[RemoteFile, ...]
    decode: Callable[[list[Path], int], Decoded]
    pictures: int  # as published: known before anything is fetched
    classes: int
    folder: str  # of the downloads


def decode_collection(collection: Collection, image_size: int, folder: Path) -> Decoded:
    """Download the files of a collection where needed, check them, and decode its pictures.

    Raises:
        DownloadError: a file could not be had.
        ValueError: the files do not belong together, or a picture is damaged.
    """
    paths = [fetch(file, folder) for file in collection.files]
    return collection.decode(paths, image_size)


# --- archives ------------------------------------------------------------------------------------


def _members(archive: Path, ending: str) -> Iterator[tuple[str, BytesIO]]:
    """(name without folders, content) of each such file of a .tar.gz, in the archive's order."""
    try:
        with tarfile.open(archive, "r|gz") as stream:
            for member in stream:
                name = member.name.rsplit("/", 1)[-1]
                # "._…" are a Mac's notes on the file beside them.
                if member.isfile() and name.endswith(ending) and not name.startswith("."):
                    content = stream.extractfile(member)
                    assert content is not None
                    yield name, BytesIO(content.read())
    except (tarfile.TarError, EOFError, zlib.error, OSError) as error:
        raise ValueError(
            f"the archive {archive} is damaged ({error}); remove it, and it will be downloaded "
            "again"
        ) from error


def _decode_archive(
    archive: Path, labels: dict[str, int], image_size: int, class_names: tuple[str, ...]
) -> Decoded:
    """Decode the pictures that have a label, in the order of `labels`, whatever the archive's."""
    found: dict[str, int] = {}

    def labelled() -> Iterator[tuple[BytesIO, str]]:
        for file_name, content in _members(archive, ".jpg"):
            name = file_name.removesuffix(".jpg")
            if name in labels and name not in found:
                found[name] = labels[name]
                yield content, f"{file_name} in {archive.name}"

    pictures = read_pictures(labelled(), len(labels), image_size, own=False)
    missing = sorted(labels.keys() - found.keys())
    if missing:
        raise ValueError(
            f"{archive} lacks {len(missing)} of {len(labels)} labelled pictures, {missing[0]}.jpg "
            "the first of them; remove the archive, and it will be downloaded again"
        )
    places = {name: place for place, name in enumerate(found)}
    order = np.array([places[name] for name in labels])
    return Decoded(pictures[order], np.array(list(labels.values()), np.int64), class_names)


# --- Oxford Flowers 102 --------------------------------------------------------------------------


def flower_names() -> tuple[str, ...]:
    """The English names of the 102 classes of Oxford Flowers, in the order of the labels."""
    text = resources.files("ddimlib.data").joinpath("flowers102_names.json").read_text("utf-8")
    return tuple(json.loads(text))


def _flower_labels(labels_file: Path) -> dict[str, int]:
    """The class of each picture, from 0, by its name, in the order of the names."""
    import scipy.io  # slow to load, and only needed here

    try:
        labels = scipy.io.loadmat(labels_file)["labels"].ravel().astype(np.int64)
    except Exception as error:  # a damaged .mat file fails in many ways
        raise ValueError(f"{labels_file} holds no labels ({error}); remove it") from error
    known = len(flower_names())
    if len(labels) == 0 or labels.min() < 1 or labels.max() > known:
        raise ValueError(f"expected labels from 1 to {known} in {labels_file}; remove it")
    # The k-th label is that of image_<k>.jpg; both count from 1.
    return {_flower(number): int(label) - 1 for number, label in enumerate(labels, 1)}


def _flower(number: int) -> str:
    return f"image_{number:05d}"


def _decode_flowers(paths: list[Path], image_size: int) -> Decoded:
    archive, labels_file = paths
    return _decode_archive(archive, _flower_labels(labels_file), image_size, flower_names())


class Chosen(NamedTuple):
    """Numbers of the photographs of one class that the book's networks learnt from."""

    training: tuple[int, ...]
    validation: tuple[int, ...]


def chosen_flowers() -> dict[int, Chosen]:
    """The photographs of `flowers5000` and their split, by class; classes count from 1."""
    return {
        int(label): Chosen(tuple(one["training"]), tuple(one["validation"]))
        for label, one in _chosen_list()["classes"].items()
    }


def _chosen_list() -> dict[str, Any]:
    text = resources.files("ddimlib.data").joinpath("flowers5000.json").read_text("utf-8")
    return json.loads(text)


def _decode_chosen(paths: list[Path], image_size: int) -> Decoded:
    """Those of the flowers that are listed, class by class, as a folder a class has them."""
    archive, labels_file = paths
    every, names = _flower_labels(labels_file), flower_names()
    wanted: dict[str, int] = {}
    class_names = []
    for position, (label, chosen) in enumerate(sorted(chosen_flowers().items())):
        class_names.append(names[label - 1])
        for number in sorted([*chosen.training, *chosen.validation]):
            if every.get(_flower(number)) != label - 1:
                raise ValueError(
                    f"{labels_file} does not say that picture {number} is a {names[label - 1]}; "
                    "remove it, and it will be downloaded again"
                )
            wanted[_flower(number)] = position
    decoded = _decode_archive(archive, wanted, image_size, tuple(class_names))
    same = hashlib.sha256(decoded.pictures.tobytes()).hexdigest() == _chosen_list()["sha256"]
    if image_size != 64 or same:
        return decoded
    note = "the pictures differ from the book's in the last bits: JPEG is decoded otherwise here"
    return decoded._replace(notes=(note,))


FLOWERS102 = Collection(
    files=(
        RemoteFile(
            "102flowers.tgz",
            "52808999861908f626f3c1f4e79d11fa",
            (f"{_OXFORD}/flowers/102/102flowers.tgz", f"{_PADDLE}/102flowers.tgz"),
        ),
        RemoteFile(
            "imagelabels.mat",
            "e0620be6f572b9609742df49c70aed4d",
            (f"{_OXFORD}/flowers/102/imagelabels.mat", f"{_PADDLE}/imagelabels.mat"),
        ),
    ),
    decode=_decode_flowers,
    pictures=8189,
    classes=102,
    folder="flowers102",
)

FLOWERS5000 = FLOWERS102._replace(decode=_decode_chosen, pictures=5000, classes=90)


# --- Oxford-IIIT pets ----------------------------------------------------------------------------


def _decode_pets(paths: list[Path], image_size: int) -> Decoded:
    archive, annotations = paths
    listed = next((content.read() for _, content in _members(annotations, "list.txt")), None)
    if listed is None:
        raise ValueError(f"{annotations} lacks list.txt; remove it to download it again")
    # Lines are "Abyssinian_100 1 1 1": picture, class from 1, cat or dog, breed within these.
    lines = re.findall(r"^(\w+)_(\d+) (\d+) \d+ \d+\s*$", listed.decode("ascii", "replace"), re.M)
    if not lines:
        raise ValueError(f"list.txt in {annotations} lists no pictures; remove the archive")
    breeds = {int(label): breed for breed, _, label in lines}
    order = sorted(breeds)
    by_name = dict(
        sorted((f"{breed}_{number}", order.index(int(label))) for breed, number, label in lines)
    )
    class_names = tuple(breeds[label].replace("_", " ").lower() for label in order)
    return _decode_archive(archive, by_name, image_size, class_names)


PETS = Collection(
    files=(
        RemoteFile(
            "images.tar.gz",
            "5c4f3ee8e5d25df40f4fd59a7f44e54c",
            (f"{_OXFORD}/pets/data/images.tar.gz", f"{_OXFORD_MIRROR}/pets/images.tar.gz"),
        ),
        RemoteFile(
            "annotations.tar.gz",
            "95a8c909bbe2e81eed6a22bccdf3f68f",
            (
                f"{_OXFORD}/pets/data/annotations.tar.gz",
                f"{_OXFORD_MIRROR}/pets/annotations.tar.gz",
            ),
        ),
    ),
    decode=_decode_pets,
    pictures=7349,
    classes=37,
    folder="pets",
)

COLLECTIONS = {"flowers102": FLOWERS102, "flowers5000": FLOWERS5000, "pets": PETS}
