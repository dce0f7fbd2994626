"""Real pictures: every format in, an upright RGB square out; what is damaged is named."""

import json
import os
import warnings
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from ddimlib.data.pictures import EXTENSIONS, list_folder, read_folder, read_npz, read_picture
from tests.data.conftest import PHOTOGRAPHS

RED, BLUE = (200, 30, 40), (20, 40, 210)


def save(folder: Path, name: str, picture: Image.Image, **options) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, **options)
    return path


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
        ("a.tif", "YCbCr", {}, 4),
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
        ("part.tif", np.full((8, 8), 90 / 255, np.float32), 90),
        ("real.tif", np.full((8, 8), 90, np.float32), 90),
        ("bits.png", np.ones((8, 8), bool), 255),
    ],
)
def test_grey_pictures_of_every_depth_come_out_as_grey_rgb(tmp_path, name, values, expected):
    square = read_picture(save(tmp_path, name, Image.fromarray(values)), 8)
    assert square.shape == (3, 8, 8)
    np.testing.assert_array_equal(square, expected)


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


def test_a_huge_photograph_is_read_without_a_warning(tmp_path, monkeypatch):
    for name in ("a.png", "b.png"):
        save(tmp_path, name, halves())
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 700)  # fewer than the pictures' 800
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert_halves(read_folder(tmp_path, 20).pictures[0])


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
    assert read_npz(tmp_path / "b.npz", 12).class_names == ("a", "b", "c", "d")


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
def test_real_photographs_crop_and_resize_as_their_published_thumbnails():
    """64-pixel pictures made from the originals by another program differ by a grey value or so."""
    names = json.loads((PHOTOGRAPHS / "class_names.json").read_text())
    compared = 0
    for original in sorted((PHOTOGRAPHS / "originals").glob("*.jpg"))[:12]:
        thumbnails = list((PHOTOGRAPHS / "flowers64").glob(f"*/{original.stem}.webp"))
        for thumbnail in thumbnails:
            assert thumbnail.parent.name in names
            ours = read_picture(original, 64).astype(float)
            theirs = read_picture(thumbnail, 64).astype(float)
            assert np.abs(ours - theirs).mean() < 2
            compared += 1
    assert compared > 0
