"""Made-up input, odd or damaged, for whatever reads what people have: does it hold its promises?

    python tests/fuzz.py                      ten seconds of each kind
    python tests/fuzz.py runs folders --seconds 60 --first 1000

The promises: what is read is what its type says, or one sentence (a ValueError or an OSError) names
the file; whatever is refused leaves a run's folder as it was; nothing waits for ever. Each case has
a number, from which all of it is drawn, so a finding can be had again: `--first N --seconds 0`.
No test of the suite: what it found has become tests of its own.
"""

from __future__ import annotations

import argparse
import dataclasses
import io
import json
import os
import random
import shutil
import signal
import struct
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from ddimlib import runs
from ddimlib.data import describe, load_dataset
from ddimlib.data.arrays import read_npz
from ddimlib.data.folders import list_folder
from ddimlib.data.pictures import read_picture
from ddimlib.runs import checkpoints
from tests.tiny import tiny_config

LONGEST = 20  # seconds that a case may take
VALUES = [
    None, True, 0, 1, -1, 2, 3.5, -0.5, 1e400, float("nan"), 10**30, "x", "", "8", "ddim",
    [], [4, 8], [4.5], ["4"], {}, {"a": 1},
]  # fmt: skip


class WaitsForEver(BaseException):
    pass


def mutated(draw: random.Random, content: bytes) -> bytes:
    """Cut short, with other bytes, or with a piece replaced."""
    changed = bytearray(content)
    how = draw.randrange(4)
    if how == 0:
        del changed[draw.randrange(len(changed) + 1) :]
    elif how == 1:
        at = draw.randrange(len(changed))
        changed[at : at + draw.randrange(1, 40)] = draw.randbytes(draw.randrange(60))
    else:  # anywhere, or where headers are
        end = len(changed) if how == 2 else min(len(changed), 120)
        for _ in range(draw.choice([1, 2, 8])):
            changed[draw.randrange(end)] = draw.choice([0, 1, 127, 128, 255, draw.randrange(256)])
    return bytes(changed)


def odd_json(draw: random.Random, value: Any) -> Any:
    """The same JSON with one place changed or left out."""
    value = at = json.loads(json.dumps(value))
    while isinstance(at, dict | list) and at:
        key = draw.choice(list(at)) if isinstance(at, dict) else draw.randrange(len(at))
        if isinstance(at[key], dict | list) and at[key] and draw.random() < 0.6:
            at = at[key]
            continue
        if draw.random() < 0.3:
            del at[key]
        else:
            at[key] = draw.choice(VALUES)
        return value
    return draw.choice(VALUES)


@contextmanager
def refused(*names: str) -> Iterator[None]:
    """One sentence is as good as success, where it names what is wrong."""
    try:
        yield
    except (ValueError, OSError, RuntimeError) as error:
        if not any(name in str(error) for name in names):
            raise AssertionError(f"a sentence that names none of {names}: {error}") from error


# --- pictures ------------------------------------------------------------------------------------


def exif(draw: random.Random, folder: Path) -> None:
    """A JPEG of one colour whose block of notes is made up: no note keeps it from being read."""
    plain = io.BytesIO()
    Image.new("RGB", (6, 4), "teal").save(plain, "JPEG")
    known = (0x112, 0x100, 0x101, 0x128, 0x11A, 0x132, 0x8769, 0x8825, 0x927C)
    tags = b"".join(
        struct.pack("<HHI", draw.choice([*known, draw.randrange(2**16)]), kind, count)
        + draw.randbytes(4)
        for kind, count in (
            (draw.choice([*range(14), 99]), draw.choice([0, 1, 1, 1, 2, 3, 1000, 2**31]))
            for _ in range(draw.randrange(6))
        )
    )
    head = draw.choice([b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b"II*\0\xff\0\0\0"])
    count = draw.choice([len(tags) // 12] * 3 + [0, 5000])
    block = b"Exif\0\0" + head + struct.pack("<H", count) + tags + draw.randbytes(9)
    if draw.random() < 0.2:
        block = mutated(draw, block)
    start, rest = plain.getvalue()[:2], plain.getvalue()[2:]
    file = folder / "a.jpg"
    file.write_bytes(start + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + rest)
    read = read_picture(file, 4)
    assert np.abs(read.astype(int).mean((1, 2)) - (0, 128, 128)).max() < 4


def pictures(draw: random.Random, folder: Path) -> None:
    """A damaged file of a known format."""
    ending, mode = draw.choice(
        [("jpg", "RGB"), ("png", "RGB"), ("png", "I;16"), ("webp", "RGB"), ("avif", "RGB")]
        + [("gif", "P"), ("bmp", "RGB"), ("ppm", "RGB"), ("tif", "F"), ("tif", "I")]
        + [("tif", mode) for mode in ("RGB", "L", "LA", "P", "CMYK", "1", "RGBA")]
    )
    noise = np.random.default_rng(draw.randrange(2**32)).integers(0, 256, (10, 12, 3), np.uint8)
    colours = Image.fromarray(noise)
    deep = {"I;16": "u2", "I": "i4", "F": "f4"}
    if mode in deep:
        picture = Image.fromarray(noise[..., 0].astype(deep[mode]))
    else:
        picture = colours.convert("L").convert(mode) if mode == "LA" else colours.convert(mode)
    file = folder / f"a.{ending}"
    try:
        picture.save(file)
    except (KeyError, OSError):  # a format that this Pillow cannot write
        return
    file.write_bytes(mutated(draw, file.read_bytes()))
    with refused(file.name):
        read = read_picture(file, 4)
        assert read.shape == (3, 4, 4) and read.dtype == np.uint8


def folders(draw: random.Random, folder: Path) -> None:
    """A tree with parts, hidden folders, links in circles, pipes, and names of all kinds."""
    root = folder / "tree"
    tiny = io.BytesIO()
    Image.new("RGB", (3, 3), "red").save(tiny, "PNG")
    odd = os.fsdecode(b"na\xefve")
    names = ["rose", "daisy", "train", "test", "Val", "001", ".hid", "@eaDir", "Rose", "a.jpg"]
    names += ["clas s", "x\ny", "class_names.json", "-n", "~", "%d", "{}", odd]
    plain = ["0.png", "1.PNG", "2.jpeg", "x.txt", "y.heic", ".z.png", "empty.png", f"{odd}.png"]
    lists = [b"{}", b'{"001":"rose","rose":"rose"}', b'{"rose":""}', b"[]", b"{", b"\xff\xfe"]
    lists += [b'{"rose":1}', b'{"daisy":"rose (rose)","rose":"rose"}', b'{"001":"rose (001)"}']

    def grow(at: Path, depth: int) -> None:
        at.mkdir()
        for name in draw.sample(plain, draw.randrange(5)):
            (at / name).write_bytes(b"" if name == "empty.png" else tiny.getvalue())
        if draw.random() < 0.1:
            (at / "class_names.json").write_bytes(draw.choice(lists))
        if draw.random() < 0.15:
            (at / "link.png").symlink_to(draw.choice(["0.png", "nothing", "..", "."]))
        if draw.random() < 0.05:
            os.mkfifo(at / "pipe.png")
        for name in draw.sample(names, draw.randrange(4)) if depth else ():
            place = at / name
            if place.exists():
                continue
            if draw.random() < 0.15:
                place.symlink_to(draw.choice(["..", ".", "rose", "../rose", root, "/nowhere"]))
            else:
                grow(place, depth - 1)

    grow(root, 3)
    with refused("tree"):
        listing = list_folder(root)
        listing.summary().encode()
        if listing.labels is not None:
            assert set(listing.labels) == set(range(len(listing.class_names)))
            assert len(set(listing.class_names)) == len(listing.class_names)
        images = load_dataset(root, 4, folder / "cache")
        describe(images).encode()
        assert len(images.train) + len(images.validation) == len(listing.files)


def npz(draw: random.Random, folder: Path) -> None:
    """Arrays of many shapes and types, some in a damaged file."""
    count = draw.choice([1, 2, 5, 5])
    shape = draw.choice([(count, 6, 6, 3)] * 3 + [(count, 3, 6, 5), (count, 3, 3, 3), (6, 6), ()])
    rng = np.random.default_rng(draw.randrange(2**32))
    arrays = {"images": (rng.random(shape) * 255).astype(draw.choice(["u1"] * 5 + ["f4", "U3"]))}
    upwards = np.arange(count)
    if draw.random() < 0.7:
        labels = [upwards, upwards + 2019, upwards - 1, upwards.astype("f4"), upwards[:, None]]
        labels += [np.full(count, 2**63 - 1), np.full(count, 2**64 - 1, "u8"), upwards > 1]
        arrays["labels"] = draw.choice(labels)
    if draw.random() < 0.4:
        names = [[f"c{number}" for number in range(8)], ["a"] * 9, [b"a"] * 9, "x", [1, 2]]
        names += [["a", "a (0)", "a (1)", "a", "a"], [""] * 5]
        arrays["class_names"] = np.array(draw.choice(names))
    file = folder / "a.npz"
    np.savez(file, **arrays)
    if draw.random() < 0.5:
        file.write_bytes(mutated(draw, file.read_bytes()))
    with refused(file.name):
        decoded = read_npz(file, 4)
        assert decoded.pictures.shape[1:] == (3, 4, 4)
        if decoded.labels is not None:
            assert set(decoded.labels.tolist()) == set(range(len(decoded.class_names)))
            assert len(set(decoded.class_names)) == len(decoded.class_names)


# --- runs ----------------------------------------------------------------------------------------


def configs(draw: random.Random, _folder: Path) -> None:
    """A config of which some settings are anything at all."""
    settings = runs.as_dict(runs.preset("smoke"))
    for name in draw.sample(list(settings), draw.randrange(1, 4)):
        settings[name] = draw.choice(VALUES)
    try:
        config = runs.from_dict(settings)
    except (ValueError, TypeError) as error:
        if "not supported between" in str(error) or "object" in str(error):
            raise AssertionError(f"no sentence for people: {error}") from error
        return
    assert runs.from_dict(json.loads(json.dumps(runs.as_dict(config)))) == config


def trained(folder: Path) -> runs.TrainConfig:
    """A run of one epoch, made once."""
    config = tiny_config(
        folder / "base", epochs=1, samples=1, sample_steps=1, class_conditional=True
    )
    if not Path(config.folder).exists():
        runs.train(config, progress=False)
    return config


def contents(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def damaged_runs(draw: random.Random, folder: Path) -> None:
    """A run of which a file is damaged, or says something else: loaded, and gone on with."""
    base = trained(folder.parent)
    copy = shutil.copytree(base.folder, folder / "copy")
    file = copy / draw.choice(
        ["checkpoint.safetensors", "weights.safetensors", "metrics.jsonl", "config.json"]
        + ["environment.json"]
    )
    if file.suffix != ".safetensors":
        text = json.dumps(odd_json(draw, json.loads(file.read_text())))
        file.write_bytes(draw.choice([text.encode(), mutated(draw, file.read_bytes())]))
    elif draw.random() < 0.6:
        tensors, about = checkpoints.load_tensors(file)
        changed = odd_json(draw, about)
        name = draw.choice(list(tensors))
        tensors[name] = draw.choice([tensors[name]] * 8 + [torch.zeros(3), tensors[name].double()])
        checkpoints.save_tensors(file, tensors, changed if isinstance(changed, dict) else {})
    else:  # behind its header are numbers, of which any are good
        content = file.read_bytes()
        header = 8 + int.from_bytes(content[:8], "little")
        cut = content[: draw.randrange(len(content))]
        file.write_bytes(draw.choice([mutated(draw, content[:header]) + content[header:], cut]))
    with refused("copy"):
        runs.load(copy)
    before = contents(copy)
    again = dataclasses.replace(base, folder=str(copy), epochs=draw.choice([1, 2]))
    with refused("copy"):
        try:
            runs.train(again, progress=False)
        except Exception as error:
            if contents(copy) != before:
                raise AssertionError("refused, and yet written") from error
            raise


def cache(draw: random.Random, folder: Path) -> None:
    """A decoded data set of which a file is damaged: it is decoded again, or reads as before."""
    base = trained(folder.parent)
    root = shutil.copytree(base.data_root, folder / "cache")
    file = draw.choice([one for one in sorted(root.rglob("*")) if one.suffix in (".npy", ".json")])
    if file.suffix == ".json" and draw.random() < 0.6:
        file.write_text(json.dumps(odd_json(draw, json.loads(file.read_text()))))
    else:  # what an array holds may be anything; its header may not
        content = file.read_bytes()
        file.write_bytes(mutated(draw, content[:128]) + content[128:])
    images = load_dataset(base.dataset, 8, root)
    assert (len(images.train), len(images.validation)) == (32, 8)
    describe(images).encode()


KINDS: dict[str, Callable[[random.Random, Path], None]] = {
    "exif": exif,
    "pictures": pictures,
    "folders": folders,
    "npz": npz,
    "configs": configs,
    "runs": damaged_runs,
    "cache": cache,
}


def cases(kind: str, seconds: float, first: int, work: Path) -> int:
    """Try cases for so long; print each new way of going wrong; return how many there are."""
    found: Counter[str] = Counter()
    number, ends = first, time.monotonic() + seconds
    while True:
        folder = work / "case"
        folder.mkdir()
        signal.alarm(LONGEST)
        try:
            KINDS[kind](random.Random(f"{kind} {number}"), folder)
        except (Exception, WaitsForEver) as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            key = f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}"
            found[key] += 1
            if found[key] == 1:
                print(f"{kind} {number}: {key}: {str(error)[:300]}", flush=True)
        finally:
            signal.alarm(0)
            shutil.rmtree(folder, ignore_errors=True)
        number += 1
        if time.monotonic() > ends:
            break
    print(f"{kind}: cases {first} to {number - 1}; ways of going wrong: {len(found)}", flush=True)
    return len(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", default=list(KINDS), help=", ".join(KINDS))
    parser.add_argument("--seconds", type=float, default=10, help="of each kind")
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    options = parser.parse_args()

    def late(*_: object) -> None:
        raise WaitsForEver("it took too long")

    signal.signal(signal.SIGALRM, late)
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as work:
        wrong = sum(
            cases(kind, options.seconds, options.first, Path(work)) for kind in options.kinds
        )
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
