"""Real pictures: every format in, an upright RGB square out; what is damaged is named."""

import os
import struct
import warnings
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms, ImageFile, UnidentifiedImageError

from ddimlib.data.arrays import read_npz
from ddimlib.data.folders import EXTENSIONS, list_folder
from ddimlib.data.folders import read_folder as read_listing
from ddimlib.data.images import Decoded
from ddimlib.data.pictures import read_picture, read_pictures
from tests.data.conftest import PHOTOGRAPHS

RED, BLUE = (200, 30, 40), (20, 40, 210)


def save(folder: Path, name: str, picture: Image.Image, **options) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, **options)
    return path


def read_folder(folder: Path, image_size: int) -> Decoded:
    return read_listing(list_folder(folder), image_size)


def halves(mode: str = "RGB") -> Image.Image:
    """40 by 20, red on the left, blue on the right."""
    picture = Image.new("RGB", (40, 20), RED)
    picture.paste(BLUE, (20, 0, 40, 20))
    if mode == "P":
        return picture.quantize(4)
    if mode == "LAB":
        srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        return ImageCms.profileToProfile(picture, srgb, lab, outputMode="LAB")
    return picture.convert(mode)


def assert_halves(square: np.ndarray, tolerance: int = 3) -> None:
    """Red on the left of the middle, blue on the right: the centred square of `halves`."""
    side = square.shape[-1]
    for colour, column in ((RED, 0), (BLUE, side - 1)):
        np.testing.assert_allclose(
            square[:, side // 2, column], colour, atol=tolerance, err_msg=f"column {column}"
        )


# --- one picture ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "mode", "options", "tolerance"),
    [
        ("a.png", "RGB", {}, 0),
        ("a.PNG", "RGBA", {}, 0),
        ("a.png", "P", {}, 0),
        ("a.gif", "P", {}, 0),
        ("a.jpg", "RGB", {"quality": 95, "subsampling": 0}, 6),
        ("cmyk.jpg", "CMYK", {"quality": 95, "subsampling": 0}, 12),
        ("cmyk.tif", "CMYK", {}, 3),
        ("a.tif", "YCbCr", {"compression": "tiff_lzw"}, 4),  # Pillow 11 cannot read its plain one
        ("a.webp", "RGB", {"lossless": True}, 0),
        ("a.bmp", "RGB", {}, 0),
        ("a.ppm", "RGB", {}, 0),
        ("a.tif", "LAB", {}, 3),
    ],
)
def test_colour_pictures_of_every_mode_come_out_in_their_colours(
    tmp_path, name, mode, options, tolerance
):
    square = read_picture(save(tmp_path, name, halves(mode), **options), 20)
    assert square.dtype == np.uint8
    assert square.shape == (3, 20, 20)
    assert_halves(square, tolerance)


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("grey.png", np.full((8, 8), 90, np.uint8), 90),
        ("sixteen.png", np.full((8, 8), 90 * 257, np.uint16), 90),
        ("sixteen.tif", np.full((8, 8), 90 * 257 + 100, np.uint16), 90),
        ("sixteen.pgm", np.full((8, 8), 65535, np.uint16), 255),
        ("integers.tif", np.full((8, 8), 90 * 257, np.int32), 90),
        ("eight in thirty-two.tif", np.full((8, 8), 90, np.int32), 90),
        ("twelve.png", np.full((8, 8), 4095, np.uint16), 255),
        ("fourteen.png", np.full((8, 8), 16383, np.uint16), 255),
        ("dark.png", np.full((8, 8), 256, np.uint16), 1),
        ("overshoot.tif", np.full((8, 8), 1.02, np.float32), 255),
        ("large.tif", np.full((8, 8), 65535, np.float32), 255),
        ("part.tif", np.full((8, 8), 90 / 255, np.float32), 90),
        ("real.tif", np.full((8, 8), 90, np.float32), 90),
        ("bits.png", np.ones((8, 8), bool), 255),
    ],
)
def test_grey_pictures_of_every_depth_come_out_as_grey_rgb(tmp_path, name, values, expected):
    path = tmp_path / name
    if name.endswith(".pgm"):  # which not every version of Pillow writes
        path.write_bytes(b"P5 8 8 65535\n" + values.astype(">u2").tobytes())
    else:
        save(tmp_path, name, Image.fromarray(values))
    square = read_picture(path, 8)
    assert square.shape == (3, 8, 8)
    np.testing.assert_array_equal(square, expected)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (np.full((8, 8), 3.0, np.float32), "floating-point values up to 3, expected 0…1, 0…255"),
        (np.full((8, 8), -1.0, np.float32), "floating-point values from -1, expected none below"),
        (np.full((8, 8), 70_000, np.int32), "32-bit values up to 70,000, expected 0…255 or"),
    ],
)
def test_grey_values_of_no_usual_range_are_refused_and_not_guessed(tmp_path, values, reason):
    path = save(tmp_path, "a.tif", Image.fromarray(values))
    with pytest.raises(ValueError, match=rf"picture .*a\.tif cannot be read \({reason}"):
        read_picture(path, 8)


def test_frames_of_one_camera_are_on_one_scale(tmp_path):
    """A dark frame stays dark beside a light one, and the other kinds of files are as they are."""
    for name, value in (("dark.png", 400), ("light.png", 4000)):
        save(tmp_path, name, Image.fromarray(np.full((8, 8), value, np.uint16)))
    save(tmp_path, "other.png", Image.new("L", (8, 8), 7))
    decoded = read_folder(tmp_path, 8)
    assert [picture.max() for picture in decoded.pictures] == [25, 249, 7]
    assert decoded.notes == (
        "2 16-bit grey pictures: 0 is black and 4,095 white, for the largest value of all is 4,000",
    )


def red_and_blue_swapped() -> bytes:
    """A colour profile in which the first number of a pixel means blue and the third one red."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    return swapped.replace("sRGB".encode("utf-16-be"), "xRGB".encode("utf-16-be"))


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_colours_of_an_embedded_profile_become_srgb(tmp_path, mode):
    red, blue = Image.new("RGB", (8, 8), (204, 51, 51)), (51, 51, 204)
    path = save(tmp_path, "a.png", red.convert(mode), icc_profile=red_and_blue_swapped())
    np.testing.assert_allclose(read_picture(path, 8)[:, 4, 4], blue, atol=4)


@pytest.mark.parametrize("profile", [b"no profile", b"", "XYZ", "sRGB"])
def test_a_profile_that_is_none_or_says_nothing_new_changes_nothing(tmp_path, profile):
    if isinstance(profile, str):
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile(profile)).tobytes()
    path = save(tmp_path, "a.png", Image.new("RGB", (8, 8), RED), icc_profile=profile)
    np.testing.assert_array_equal(read_picture(path, 8)[:, 4, 4], RED)


def photo_with_odd_tag(
    path: Path, tag: int, kind: int, value: bytes, more: Sequence[tuple[int, int, bytes]] = ()
) -> None:
    """A JPEG that its camera marks as turned, with another tag of a type that it must not have."""
    stream = BytesIO()
    halves().transpose(Image.Transpose.ROTATE_90).save(stream, "JPEG", quality=95)
    entries = sorted([(0x112, 3, struct.pack("<HH", 6, 0)), (tag, kind, value), *more])
    body = b"".join(struct.pack("<HHI", t, k, 1) + v for t, k, v in entries)
    exif = b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", len(entries)) + body + bytes(4)
    exif += struct.pack("<ii", -72, 1)
    length = struct.pack(">H", len(exif) + 2)
    content = stream.getvalue()
    path.write_bytes(content[:2] + b"\xff\xe1" + length + exif + content[2:])


@pytest.mark.parametrize(
    ("tag", "kind", "value"),
    [
        (0x101, 9, struct.pack("<i", -3)),
        (0x128, 2, b"2\0\0\0"),
        (0x11A, 10, struct.pack("<I", 38)),
        (0x11A, 2, b"72\0\0"),
    ],
    ids=["length below 0", "unit as text", "negative resolution", "resolution as text"],
)
def test_an_odd_tag_in_a_photographs_notes_keeps_nobody_from_turning_it(tmp_path, tag, kind, value):
    photo_with_odd_tag(tmp_path / "a.jpg", tag, kind, value)
    assert_halves(read_picture(tmp_path / "a.jpg", 20), 12)


@pytest.mark.parametrize("from_memory", [False, True])
def test_a_resolution_that_is_no_fraction_keeps_nobody_from_turning_it(tmp_path, from_memory):
    """Found by `tests/fuzz.py`: Pillow looks for the fraction's second number, and gives up."""
    path = tmp_path / "a.jpg"
    photo_with_odd_tag(path, 0x11A, 2, bytes(4), [(0x128, 3, struct.pack("<HH", 2, 0))])
    with pytest.raises(UnidentifiedImageError):
        Image.open(path)
    source = BytesIO(path.read_bytes()) if from_memory else path
    assert_halves(read_picture(source, 20), 12)


def test_notes_that_are_rubbish_are_left_alone(tmp_path):
    path = save(tmp_path, "a.jpg", halves(), exif=b"Exif\0\0II*\0" + b"\xff" * 40, quality=95)
    assert_halves(read_picture(path, 20), 12)


@pytest.mark.parametrize("error", [KeyError("x"), struct.error("short"), RuntimeError("avif")])
def test_whatever_a_reader_raises_the_file_is_named(tmp_path, monkeypatch, error):
    def fail(*_: object) -> None:
        raise error

    path = save(tmp_path, "a.png", halves())
    monkeypatch.setattr(Image.Image, "load", fail)
    monkeypatch.setattr(ImageFile.ImageFile, "load", fail)
    with pytest.raises(ValueError, match=r"picture .*a\.png cannot be read \(.*(x|short|avif)"):
        read_picture(path, 8)


@pytest.mark.parametrize("mode", ["LA", "RGBA", "P"])
def test_what_is_transparent_lies_over_white(tmp_path, mode):
    picture = Image.new("RGBA", (8, 8), (0, 0, 0, 0)).convert(mode)
    square = read_picture(save(tmp_path, "clear.png", picture), 8)
    np.testing.assert_array_equal(square, 255)


def test_half_transparent_black_over_white_is_grey(tmp_path):
    square = read_picture(save(tmp_path, "veil.png", Image.new("RGBA", (8, 8), (0, 0, 0, 128))), 8)
    np.testing.assert_allclose(square, 127, atol=1)


@pytest.mark.parametrize(
    ("orientation", "turned"),
    [
        (2, Image.Transpose.FLIP_LEFT_RIGHT),
        (3, Image.Transpose.ROTATE_180),
        (6, Image.Transpose.ROTATE_90),
        (8, Image.Transpose.ROTATE_270),
    ],
)
def test_a_picture_that_a_camera_marks_as_turned_comes_out_upright(tmp_path, orientation, turned):
    exif = Image.Exif()
    exif[0x0112] = orientation  # how to turn what is stored; `turned` is the opposite
    path = save(tmp_path, "turned.png", halves().transpose(turned), exif=exif)
    assert_halves(read_picture(path, 20), 0)


def test_the_crop_is_the_largest_centred_square(tmp_path):
    picture = Image.new("RGB", (61, 20), BLUE)
    picture.paste(RED, (20, 0, 40, 20))
    np.testing.assert_array_equal(
        read_picture(save(tmp_path, "wide.png", picture), 20),
        np.array(RED)[:, None, None] + np.zeros((3, 20, 20)),
    )
    turned = picture.transpose(Image.Transpose.ROTATE_90)
    square = read_picture(save(tmp_path, "high.png", turned), 20)
    assert square.shape == (3, 20, 20)
    assert (square[0] == RED[0]).mean() > 0.9


def test_resizing_is_antialiased(tmp_path):
    """Stripes finer than the small picture's pixels become their mean, not a pattern of stripes."""
    stripes = np.zeros((120, 120, 3), np.uint8)
    stripes[:, ::2] = 255
    square = read_picture(save(tmp_path, "stripes.png", Image.fromarray(stripes)), 10)
    np.testing.assert_allclose(square, 127.5, atol=4)


def test_small_pictures_are_enlarged(tmp_path):
    square = read_picture(save(tmp_path, "tiny.png", Image.new("RGB", (1, 3), RED)), 16)
    np.testing.assert_array_equal(square[:, 7, 7], RED)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not a picture in a known format"),
        (b"GIF but not really", "not a picture in a known format"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "."),
    ],
    ids=["empty", "text", "only a signature"],
)
def test_a_file_that_is_no_picture_is_named(tmp_path, content, reason):
    path = tmp_path / "rose.jpg"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=rf"picture .*rose\.jpg cannot be read \(.*{reason}") as e:
        read_picture(path, 8)
    assert "repair or remove" in str(e.value)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.gif", "a.tif"])
def test_a_truncated_file_is_named_not_filled_with_grey(tmp_path, name):
    pixels = np.random.default_rng(0).integers(0, 256, (64, 64, 3)).astype(np.uint8)
    path = save(tmp_path, name, Image.fromarray(pixels))
    path.write_bytes(path.read_bytes()[:-1500])
    with pytest.raises(ValueError, match=rf"picture .*{name} cannot be read"):
        read_picture(path, 8)


# --- a folder ------------------------------------------------------------------------------------


def test_sub_folders_are_classes_in_the_order_of_their_names(tmp_path):
    for number, name in enumerate(["b/1.png", "a/2.png", "c/deep/3.png", "a/1.png"]):
        save(tmp_path, name, Image.new("RGB", (9, 9), (number, 0, 0)))
    (tmp_path / "empty").mkdir()
    decoded = read_folder(tmp_path, 8)
    assert decoded.class_names == ("a", "b", "c")
    assert decoded.labels.tolist() == [0, 0, 1, 2]
    assert decoded.pictures[:, 0, 0, 0].tolist() == [3, 1, 0, 2]


@pytest.mark.parametrize("where", ["in", "beside"])
def test_class_names_come_from_a_json_file_in_or_beside_the_folder(tmp_path, where):
    folder = tmp_path / "flowers"
    for name in ("001/a.png", "007/a.png", "100/a.png"):
        save(folder, name, halves())
    place = folder if where == "in" else tmp_path
    (place / "class_names.json").write_text('{"001": "primrose", "100": "bromélia"}', "utf-8")
    assert list_folder(folder).class_names == ("primrose", "007", "bromélia")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [('["a", "b"]', "must map"), ('{"001": 3}', "must map"), ("{", "not valid JSON")],
)
def test_a_file_of_class_names_that_is_none_is_named(tmp_path, text, complaint):
    for name in ("001/a.png", "002/a.png"):
        save(tmp_path / "flowers", name, halves())
    (tmp_path / "class_names.json").write_text(text)
    with pytest.raises(ValueError, match=rf"class_names\.json .*{complaint}"):
        list_folder(tmp_path / "flowers")


def test_pictures_without_sub_folders_have_no_classes(tmp_path):
    for name in ("b.png", "a.png", "sub/c.png"):
        save(tmp_path, name, halves())
    decoded = read_folder(tmp_path, 8)
    assert decoded.labels is None
    assert decoded.class_names == ()
    assert len(decoded.pictures) == 3


def test_pictures_of_mixed_sizes_and_formats_come_out_alike(tmp_path):
    save(tmp_path, "a.png", halves().resize((80, 40)))
    save(tmp_path, "b.gif", halves("P"))
    save(tmp_path, "c.JPEG", halves().resize((400, 200)), format="JPEG", quality=95)
    for square in read_folder(tmp_path, 10).pictures:
        assert_halves(square, 6)


def test_decoding_in_threads_leaves_the_filters_of_warnings_as_they_were(tmp_path):
    for number in range(60):
        save(tmp_path, f"{number}.png", halves())
    before = list(warnings.filters)
    read_folder(tmp_path, 8)
    assert list(warnings.filters) == before


def test_a_huge_photograph_of_ones_own_is_read_without_a_warning(tmp_path, monkeypatch):
    for name in ("a.png", "b.png"):
        save(tmp_path, name, halves())
    # Pillow warns above this, and refuses above twice it; the pictures have 800.
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 300)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert_halves(read_folder(tmp_path, 20).pictures[0])
    assert Image.MAX_IMAGE_PIXELS == 300
    sources = [(BytesIO((tmp_path / "a.png").read_bytes()), "a.png in archive.tgz")]
    with pytest.raises(ValueError, match=r"a\.png in archive\.tgz cannot be read \(Image size \("):
        read_pictures(sources, 1, 20, own=False)


@pytest.mark.slow
def test_a_photograph_of_200_megapixels_is_read(tmp_path):
    photograph = Image.new("RGB", (16_000, 12_500), RED)
    path = save(tmp_path, "phone.jpg", photograph, quality=30)
    np.testing.assert_allclose(read_picture(path, 16)[:, 8, 8], RED, atol=4)


def test_other_files_and_hidden_ones_are_left_alone(tmp_path):
    for name in ("a.png", "b.png"):
        save(tmp_path, name, halves())
    for name in ("notes.txt", ".hidden.png", "._a.png", ".git/c.png", "__MACOSX/d.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("not a picture")
    assert [file.name for file in list_folder(tmp_path).files] == ["a.png", "b.png"]


def test_a_folder_without_pictures_says_what_it_looked_for(tmp_path):
    (tmp_path / "readme.txt").write_text("nothing here")
    with pytest.raises(ValueError, match="found no pictures in the folder") as failure:
        list_folder(tmp_path)
    assert str(tmp_path) in str(failure.value)
    assert all(ending in str(failure.value) for ending in EXTENSIONS)


def test_a_single_picture_cannot_be_split(tmp_path):
    save(tmp_path, "a.png", halves())
    with pytest.raises(ValueError, match="found only one picture"):
        list_folder(tmp_path)


def test_all_damaged_pictures_are_listed_at_once(tmp_path):
    for number in range(30):
        save(tmp_path, f"{number:02}.png", halves())
    for number in range(5, 17):
        (tmp_path / f"{number:02}.png").write_bytes(b"")
    (tmp_path / "18.png").unlink()
    (tmp_path / "18.png").symlink_to("nowhere")
    with pytest.raises(ValueError, match="13 of 30 pictures cannot be read: ") as failure:
        read_folder(tmp_path, 8)
    message = str(failure.value)
    assert all(f"{number:02}.png cannot" in message for number in range(5, 15))
    assert "16.png" not in message and "; and 3 more." in message


def test_one_damaged_picture_among_good_ones_is_named(tmp_path):
    for number in range(6):
        save(tmp_path, f"{number}.png", halves())
    (tmp_path / "3.png").write_bytes((tmp_path / "3.png").read_bytes()[:60])
    with pytest.raises(ValueError, match=r"3\.png cannot be read"):
        read_folder(tmp_path, 8)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read all")
def test_a_picture_that_may_not_be_read_is_named(tmp_path):
    save(tmp_path, "a.png", halves())
    save(tmp_path, "b.png", halves()).chmod(0)
    with pytest.raises(ValueError, match=r"b\.png cannot be read \(Permission denied\)"):
        read_folder(tmp_path, 8)


# --- an .npz file --------------------------------------------------------------------------------


@pytest.fixture
def stack() -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (5, 12, 12, 3)).astype(np.uint8)


@pytest.mark.parametrize("layout", ["channels last", "channels first"])
def test_an_npz_of_the_right_size_is_taken_as_it_is(tmp_path, stack, layout):
    images = stack if layout == "channels last" else stack.transpose(0, 3, 1, 2)
    np.savez(tmp_path / "a.npz", images=images)
    decoded = read_npz(tmp_path / "a.npz", 12)
    np.testing.assert_array_equal(decoded.pictures, stack.transpose(0, 3, 1, 2))
    assert decoded.labels is None


def test_an_npz_of_another_size_is_cropped_and_resized_like_any_picture(tmp_path):
    wide = np.stack([np.asarray(halves())] * 2)
    np.savez_compressed(tmp_path / "a.npz", images=wide)
    for square in read_npz(tmp_path / "a.npz", 10).pictures:
        assert_halves(square, 3)


def test_an_npz_may_hold_labels_and_class_names(tmp_path, stack):
    labels = np.array([0, 2, 1, 2, 0], np.uint8)
    np.savez(tmp_path / "a.npz", images=stack, labels=labels)
    decoded = read_npz(tmp_path / "a.npz", 12)
    assert decoded.labels.dtype == np.int64
    assert decoded.labels.tolist() == [0, 2, 1, 2, 0]
    assert decoded.class_names == ("0", "1", "2")
    np.savez(tmp_path / "b.npz", images=stack, labels=labels, class_names=["a", "b", "c", "d"])
    named = read_npz(tmp_path / "b.npz", 12)
    assert named.class_names == ("a", "b", "c")
    assert named.notes == (
        "1 of the 4 class names in b.npz have no picture and are no classes here: d",
    )
    np.savez(tmp_path / "c.npz", images=stack, labels=labels, class_names=["a", "b", "a"])
    assert read_npz(tmp_path / "c.npz", 12).class_names == ("a (0)", "b", "a (2)")


def test_only_labels_that_occur_are_classes(tmp_path, stack):
    """Years, or numbers from a museum's catalogue: two classes, not 2,021 or three million."""
    for first in (2019, 3_000_000):
        np.savez(tmp_path / "a.npz", images=stack, labels=first + np.array([1, 0, 0, 1, 0]))
        decoded = read_npz(tmp_path / "a.npz", 12)
        assert decoded.labels.tolist() == [1, 0, 0, 1, 0]
        assert decoded.class_names == (str(first), str(first + 1))


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"images": None, "x": np.zeros(3)}, "must hold an array named 'images'; it holds x"),
        ({"images": np.zeros((5, 12, 12, 3), np.float32)}, "got float32"),
        ({"images": np.zeros((5, 12, 12), np.uint8)}, r"got shape \(5, 12, 12\)"),
        ({"images": np.zeros((5, 4, 12, 12), np.uint8)}, r"got shape \(5, 4, 12, 12\)"),
        ({"images": np.zeros((1, 12, 12, 3), np.uint8)}, "n of at least 2"),
        ({"images": np.zeros((5, 0, 12, 3), np.uint8)}, r"got shape \(5, 0, 12, 3\)"),
        ({"labels": np.zeros(4, np.int64)}, r"shape \(5,\), one for each picture"),
        ({"labels": np.zeros(5, np.float32)}, "got float32"),
        ({"labels": np.array([0, 1, -1, 0, 0])}, "the least is -1"),
        ({"labels": np.array([0, 1, 2, 0, 0]), "class_names": ["a", "b"]}, "at least 3 strings"),
        ({"labels": np.zeros(5, np.int64), "class_names": np.zeros(5)}, "got float64"),
        ({"images": np.array([{}, {}])}, "cannot be read as an .npz file"),
    ],
)
def test_an_npz_that_does_not_fit_is_refused_with_what_was_expected(
    tmp_path, stack, change, complaint
):
    arrays = {"images": stack} | change
    np.savez(
        tmp_path / "a.npz", **{key: value for key, value in arrays.items() if value is not None}
    )
    with pytest.raises(ValueError, match=complaint) as failure:
        read_npz(tmp_path / "a.npz", 12)
    assert "a.npz" in str(failure.value)


@pytest.mark.parametrize("damage", ["truncated", "an .npy file", "text"])
def test_a_damaged_npz_is_refused(tmp_path, stack, damage):
    path = tmp_path / "a.npz"
    if damage == "an .npy file":
        with path.open("wb") as stream:
            np.save(stream, stack)
    elif damage == "truncated":
        np.savez(path, images=stack)
        path.write_bytes(path.read_bytes()[:1000])
    else:
        path.write_text("no archive")
    with pytest.raises(ValueError, match=r"a\.npz cannot be read as an \.npz file"):
        read_npz(path, 12)


# --- photographs ---------------------------------------------------------------------------------


@pytest.mark.photographs
@pytest.mark.skipif(not PHOTOGRAPHS.is_dir(), reason="DDIMLIB_PHOTOGRAPHS names no folder")
def test_the_recipe_makes_the_stored_pictures_bit_for_bit():
    """The 64-pixel pictures that the book's networks learnt from, out of the photographs."""
    compared = 0
    for original in sorted((PHOTOGRAPHS / "originals").glob("*.jpg")):
        (stored,) = (PHOTOGRAPHS / "flowers64").glob(f"*/{original.stem}.webp")
        np.testing.assert_array_equal(read_picture(original, 64), read_picture(stored, 64))
        compared += 1
    assert compared == 40
