"""Captions: pictures whose colours are known are called by them."""

import pytest
import torch

from ddimlib.data import captions, load_dataset
from ddimlib.data.captions import Colours, caption


def flat(*shades: str, side: int = 20) -> torch.Tensor:
    """A disc of one colour before another, for each pair "blossom/ground"."""
    line = (torch.arange(side) + 0.5) / side - 0.5
    disc = torch.hypot(line[:, None], line[None]) < 0.35
    pictures = []
    for pair in shades:
        blossom, ground = (
            torch.tensor(list(bytes.fromhex(shade)))[:, None, None] for shade in pair.split("/")
        )
        pictures.append(torch.where(disc, blossom, ground).to(torch.uint8))
    return torch.stack(pictures)


# --- Colours -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rgb", "expected"),
    [
        ((1.0, 1.0, 1.0), (100.0, 0.0, 0.0)),
        ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0)),
        ((1.0, 0.0, 0.0), (53.24, 80.09, 67.20)),
        ((0.0, 1.0, 0.0), (87.73, -86.18, 83.18)),
        ((0.0, 0.0, 1.0), (32.30, 79.19, -107.86)),
        ((0.5, 0.5, 0.5), (53.39, 0.0, 0.0)),
        ((0.01, 0.01, 0.01), (0.70, 0.0, 0.0)),
    ],
)
def test_lab_is_that_of_the_tables(rgb, expected) -> None:
    found = captions.lab(torch.tensor(rgb)[:, None, None]).flatten()
    torch.testing.assert_close(found, torch.tensor(expected), atol=0.05, rtol=0)


def test_every_shade_of_the_palette_is_called_by_its_name() -> None:
    for name in captions.BLOSSOMS:
        for shade in captions.PALETTE[name]:
            assert captions.colours(flat(f"{shade}/3c6e28")) == [Colours(name, "green")]


def test_the_ground_is_named_and_a_white_one_is_pale() -> None:
    for name, shades in captions.PALETTE.items():
        if name != "red":
            (found,) = captions.colours(flat(f"d21e1e/{shades[0]}"))
            assert found == Colours("red", "pale" if name == "white" else name)


def test_leaves_and_shadow_are_no_blossom_and_the_blossom_is_no_ground() -> None:
    """A little yellow among green, and a little green at the border of much yellow."""
    yellow, green = (
        torch.tensor(list(bytes.fromhex(shade)), dtype=torch.uint8)[:, None, None]
        for shade in ("f6e01e", "3c6e28")
    )
    mostly_green, mostly_yellow = green.expand(3, 20, 20).clone(), yellow.expand(3, 20, 20).clone()
    mostly_green[:, 9:11, 9:11] = yellow
    mostly_yellow[:, :2, :5] = green
    for picture in (mostly_green, mostly_yellow):
        assert captions.colours(picture[None]) == [Colours("yellow", "green")]


def test_the_votes_of_the_middle_fall_off_by_a_bell_of_a_fifth_of_the_side() -> None:
    """A disc of an eighth of the side in one colour, the rest in another: the bell weighs them."""
    line = (torch.arange(40) + 0.5) / 40 - 0.5
    distance = torch.hypot(line[:, None], line[None])
    red, blue = torch.tensor([0xD2, 0x1E, 0x1E]), torch.tensor([0x3C, 0x50, 0xC8])
    bell = (-0.5 * (distance / 0.2) ** 2).exp()
    for radius in (0.125, 0.2, 0.25, 0.3):
        disc = distance < radius
        picture = torch.where(disc, red[:, None, None], blue[:, None, None]).to(torch.uint8)
        expected = "red" if bell[disc].sum() > bell[~disc].sum() else "blue"
        assert captions.colours(picture[None])[0].blossom == expected
    assert bell[distance < 0.125].sum() < bell[distance >= 0.125].sum()


def test_bytes_and_numbers_have_the_same_colours() -> None:
    pictures = flat("8c46b4/080808", "f8f8f4/6e5032")
    expected = [Colours("purple", "dark"), Colours("white", "brown")]
    assert captions.colours(pictures) == captions.colours(pictures / 255) == expected


@pytest.mark.slow
def test_procedural_flowers_are_called_by_a_colour_that_they_were_painted_in() -> None:
    data = load_dataset("procedural", 32, count=300)
    known = {  # what their palettes hold, light middles of forget-me-nots included
        "sunflower": {"yellow", "orange"},
        "poppy": {"red", "orange", "pink"},
        "forget-me-not": {"blue", "purple", "pink", "white"},
    }
    seen = captions.colours(data.train)
    for name, expected in known.items():
        label = data.class_names.index(name)
        mine = [one.blossom for one, of in zip(seen, data.labels.train, strict=True) if of == label]
        assert len(mine) > 10
        print(name, {word: mine.count(word) for word in set(mine)})
        assert sum(word in expected for word in mine) > 0.9 * len(mine), (name, mine)


def test_a_caption_says_what_is_seen() -> None:
    assert caption("Sunflower", Colours("yellow", "dark")) == "a yellow sunflower on a dark ground"
    assert caption("poppy", Colours("orange", "green")) == "an orange poppy on a green ground"
    assert caption("poppy", Colours("red", "orange")) == "a red poppy on an orange ground"


def test_what_is_not_seen_is_not_said() -> None:
    seen = Colours("red", "dark")
    said = [caption("azalea", one) for one in captions.shorter(seen)]
    assert said == ["an azalea on a dark ground", "a red azalea", "an azalea"]


def test_the_nearest_word_of_each_pixel_stands_where_the_pixel_stands() -> None:
    words, picture = list(captions.PALETTE), flat("d21e1e/3c6e28")
    nearest = captions.nearest_words(picture)
    red = (picture[:, 0] == 0xD2).long()
    expected = red * words.index("red") + (1 - red) * words.index("green")
    assert torch.equal(nearest, expected)


def test_equal_captions_are_one_and_every_picture_has_its_own() -> None:
    texts, labels = captions.numbered(["a red poppy", "a daisy", "a red poppy"])
    assert texts == ["a daisy", "a red poppy"]
    assert labels.tolist() == [1, 0, 1]


def test_a_flower_keeps_its_commonest_colour() -> None:
    """Of roses yellow and blue are held out: the blue ones go, and most are yellow."""
    names = ["rose"] * 6 + ["azalea"]
    blossoms = ["yellow", "yellow", "yellow", "blue", "red", "red", "red"]
    seen = [Colours(blossom, "green") for blossom in blossoms]
    assert captions.commonest(names, seen) == {"rose": "yellow", "azalea": "red"}
    out = captions.left_out(names, seen)
    assert [blossom for blossom, left in zip(blossoms, out, strict=True) if left] == ["blue"]
    assert captions.left_out(["rose"], [Colours("blue", "green")]) == [False]


def test_a_colour_that_one_picture_alone_has_is_not_trained_on() -> None:
    seen = [
        Colours(blossom, "green") for blossom in ("red", "red", "white", "pink", "pink", "pink")
    ]
    assert captions.left_out(["poppy"] * 6, seen) == [False, False, True, False, False, False]


def test_what_is_held_out_is_fixed_by_the_words_and_about_a_fifth() -> None:
    names = [f"flower {i}" for i in range(100)]
    pairs = [(name, blossom) for name in names for blossom in captions.BLOSSOMS]
    share = sum(captions.held_out(*pair) for pair in pairs) / len(pairs)
    assert share == pytest.approx(0.2, abs=0.05)
    known = [pair for pair in [("rose", b) for b in captions.BLOSSOMS] if captions.held_out(*pair)]
    assert known == [("rose", b) for b in ("yellow", "blue")]
    assert captions.held_out("Rose", "yellow")
