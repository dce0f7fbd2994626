"""Captions for photographs that have none: the class, and two colours in words (chapter 12).

No photograph of the flowers comes with a caption. So captions are composed of the name of the class
and of colours that are computed from the picture: "a yellow sunflower on a dark ground".
"""

import zlib
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from ddimlib.checks import as_floats

#: What each word may look like, in light and in shade: points on the surface of colour space.
PALETTE: dict[str, tuple[str, ...]] = {
    "white": ("f8f8f4", "dcdcdc", "c4c8d0"),
    "yellow": ("f6e01e", "d8b000", "fff2a0"),
    "orange": ("f58a1e", "d86a10", "fab464"),
    "red": ("d21e1e", "90141e", "e64632"),
    "pink": ("f5a0c0", "dc508c", "f8d2dc"),
    "purple": ("8c46b4", "5a2878", "b48cd2"),
    "blue": ("3c50c8", "283c96", "7896e6"),
    "green": ("3c6e28", "82a846", "a8c48c"),
    "brown": ("6e5032", "a08a64", "463220"),
    "dark": ("080808", "1c2418", "303030"),
}
BLOSSOMS = ("white", "yellow", "orange", "red", "pink", "purple", "blue")
GROUNDS = {name: "pale" if name == "white" else name for name in PALETTE}


def lab(pictures: Float[Tensor, "*n 3 h w"]) -> Float[Tensor, "*n 3 h w"]:
    """sRGB in [0, 1] to CIELAB for daylight (D65), where distances are what the eye sees.

    CIE 15 and IEC 61966-2-1: first linear light, then XYZ, then lightness (0 to 100), green to red
    and blue to yellow.
    """
    linear = torch.where(
        pictures <= 0.04045, pictures / 12.92, ((pictures + 0.055) / 1.055).clamp(min=0) ** 2.4
    )
    to_xyz = torch.tensor(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    xyz = torch.einsum("xc,...chw->...xhw", to_xyz, linear)
    white = to_xyz.sum(1)[:, None, None]
    ratio = xyz / white
    x, y, z = torch.where(
        ratio > (6 / 29) ** 3, ratio.clamp(min=1e-9) ** (1 / 3), ratio * (29 / 6) ** 2 / 3 + 4 / 29
    ).unbind(-3)
    return torch.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], dim=-3)


class Colours(NamedTuple):
    """The two words for a picture."""

    blossom: str
    ground: str


def nearest_words(pictures: Tensor) -> Int[Tensor, "n h w"]:
    """For each pixel the word of the palette that is nearest to it in CIELAB, by its position.

    Args:
        pictures: ``(n, 3, height, width)``, uint8 or in [0, 1].
    """
    shades = [shade for many in PALETTE.values() for shade in many]
    of_shade = torch.tensor([i for i, many in enumerate(PALETTE.values()) for _ in many])
    bytes_ = torch.tensor([list(bytes.fromhex(shade)) for shade in shades])
    reference = lab((bytes_ / 255)[:, :, None, None])[:, :, 0, 0]
    return torch.stack(
        [
            of_shade[torch.cdist(pixels.flatten(1).mT, reference).argmin(1)].view(pixels.shape[1:])
            for pixels in lab(as_floats(pictures))
        ]
    )


def colours(pictures: Tensor) -> list[Colours]:
    """The dominant colour of the blossom, and of what is around it.

    Every pixel votes for its nearest word. For the blossom the votes of the middle count (a bell of
    standard deviation a fifth of the side), among the words in ``BLOSSOMS``, since leaves, earth
    and shadow are no blossom. For the ground the votes further than two fifths of the side from
    the middle count, except for the blossom's own word.

    Args:
        pictures: ``(n, 3, height, width)``, uint8 or in [0, 1].
    """
    height, width = pictures.shape[-2:]
    y, x = torch.meshgrid(
        (torch.arange(height) + 0.5) / height - 0.5,
        (torch.arange(width) + 0.5) / width - 0.5,
        indexing="ij",
    )
    distance = torch.hypot(x, y).flatten()
    middle, around = (-0.5 * (distance / 0.2) ** 2).exp(), (distance > 0.4).float()

    words, found = list(PALETTE), []
    for nearest in nearest_words(pictures).flatten(1):
        votes = nn.functional.one_hot(nearest, len(words)).float()
        inside, outside = (middle @ votes).tolist(), (around @ votes).tolist()
        blossom = max(BLOSSOMS, key=lambda word: inside[words.index(word)])
        others = [word for word in words if word != blossom]
        ground = max(others, key=lambda word: outside[words.index(word)])
        found.append(Colours(blossom, GROUNDS[ground]))
    return found


def caption(name: str, seen: Colours) -> str:
    """A caption in words: "an orange poppy on a green ground".

    What is "" is not said: "a poppy on a green ground", "an orange poppy", "a poppy".
    """
    flower = f"{seen.blossom} {name.lower()}".strip()
    ground = f" on {_with_article(f'{seen.ground} ground')}" if seen.ground else ""
    return f"{_with_article(flower)}{ground}"


def _with_article(words: str) -> str:
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def shorter(seen: Colours) -> list[Colours]:
    """What else may be said of a picture: only the ground, only the blossom, no colour at all.

    A network that heard whole captions alone would not know what to make of less.
    """
    return [Colours("", seen.ground), Colours(seen.blossom, ""), Colours("", "")]


def numbered(said: Sequence[str]) -> tuple[list[str], Int[Tensor, " n"]]:
    """All captions of a data set, each once, and the number of each picture's caption."""
    captions = sorted(set(said))
    numbers = {text: number for number, text in enumerate(captions)}
    return captions, torch.tensor([numbers[text] for text in said])


def held_out(name: str, blossom: str, one_in: int = 5) -> bool:
    """Whether no picture of this kind in this colour may be trained on.

    Fixed by the words alone, before anything was drawn: the checksum CRC-32 of "blossom name" is
    divisible by ``one_in``. What the photographs never show is held out by nature.
    """
    return zlib.crc32(f"{blossom} {name.lower()}".encode()) % one_in == 0


def commonest(names: Sequence[str], seen: Sequence[Colours]) -> dict[str, str]:
    """The colour that most pictures of each flower have.

    Args:
        names: the flower of each picture.
        seen: the colours of each picture.
    """
    kinds = Counter((name, one.blossom) for name, one in zip(names, seen, strict=True))
    return {name: max(BLOSSOMS, key=lambda c, of=name: kinds[of, c]) for name in set(names)}  # type: ignore[misc]


def left_out(names: Sequence[str], seen: Sequence[Colours], one_in: int = 5) -> list[bool]:
    """Which pictures are not to be trained on: those of kinds that are held out.

    And those whose colour no other picture of the flower has: most often it is that of the sky, or
    of a neighbour. A flower keeps its commonest colour in any case, or hardly a picture of it might
    be left.

    Args:
        names, seen: as of ``commonest``.
        one_in: as of ``held_out``.
    """
    most = commonest(names, seen)
    kinds = Counter((name, one.blossom) for name, one in zip(names, seen, strict=True))
    return [
        one.blossom != most[name]
        and (held_out(name, one.blossom, one_in) or kinds[name, one.blossom] == 1)
        for name, one in zip(names, seen, strict=True)
    ]
