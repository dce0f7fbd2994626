"""Flowers by formula: endless, seeded, of eight species, painted by the batch.

They need no download and no licence, and their classes are exact. What varies within a species:
colour, number and shape of petals, pose, light, and the garden behind.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import torch
from jaxtyping import Float, Int64, UInt8
from torch import Tensor
from torch.nn import functional

from ddimlib.checks import check_name
from ddimlib.data import painting
from ddimlib.data.painting import Chance, Coat, Frame, Style, disc, over, ring

_OVERSAMPLING = 2  # painted twice as large, then averaged
_PIXELS_AT_ONCE = 1 << 17  # a batch whose layers fit in a processor's cache

_LEAF = [(0.29, 0.55, 0.42), (0.25, 0.5, 0.5), (0.33, 0.5, 0.36), (0.22, 0.45, 0.45)]
_GARDEN = [
    (0.30, 0.65, 0.26), (0.34, 0.60, 0.17), (0.26, 0.60, 0.38), (0.23, 0.55, 0.48),
    (0.41, 0.45, 0.32), (0.09, 0.50, 0.26), (0.57, 0.45, 0.62),
]  # fmt: skip
_SUNLIGHT = [(0.23, 0.60, 0.80), (0.19, 0.50, 0.90), (0.28, 0.55, 0.68), (0.14, 0.40, 0.88)]


class Painted(NamedTuple):
    """A flower at the oversampled size: premultiplied colours and how far they cover."""

    colours: Float[Tensor, "n 3 side side"]
    cover: Float[Tensor, "n side side"]


def _flower(coats: Sequence[tuple[Coat, Tensor, Tensor]]) -> Painted:
    """Lay coats, each with its inner and outer colour, from the lowest to the topmost."""
    coat, inner, outer = coats[0]
    cover = coat.cover
    paint = painting.colours(coat, inner, outer) * cover[:, None]
    for coat, inner, outer in coats[1:]:
        paint = painting.lay(paint, coat, inner, outer)
        cover = coat.cover + cover * (1 - coat.cover)
    return Painted(paint, cover)


def _facing(chance: Chance, side: int, small: float = 0.72, tilt: float = 0.72) -> Frame:
    """A frame for a flower seen from above or a little aslant, about the middle of the picture."""
    return painting.place(
        side,
        chance.uniform(-0.16, 0.16),
        chance.uniform(-0.16, 0.16),
        chance.uniform(small, 1.0),
        chance.uniform(),
        chance.uniform(tilt, 1.0),
        chance.uniform(),
    )


# --- the species ---------------------------------------------------------------------------------


def _daisy(chance: Chance, side: int) -> Painted:
    frame = _facing(chance, side)
    count = chance.whole(11, 19)
    style = Style(width=1.5 / count + 0.02, bulge=0.7, roundness=0.9, fold=0.22, depth=0.25)
    length = chance.uniform(0.85, 0.95)
    coat = ring(frame, count, length, chance.uniform(), style)
    coat = ring(frame, count, length * 0.88, chance.uniform(), style, coat, shadow=0.3)
    inner = painting.choose_colour(chance, [(0.13, 0.1, 0.97), (0.9, 0.25, 0.95), (0.75, 0.2, 0.9)])
    outer = painting.choose_colour(
        chance, [(0.13, 0.02, 1.0), (0.13, 0.02, 1.0), (0.92, 0.3, 0.98), (0.72, 0.4, 0.9)]
    )
    eye = disc(frame, chance.uniform(0.22, 0.31), chance.uniform(45, 70), 0.55)
    yellow = painting.choose_colour(chance, [(0.135, 0.85, 0.98)])
    amber = painting.choose_colour(chance, [(0.10, 0.95, 0.88)])
    return _flower([(coat, inner, outer), (eye, yellow, amber)])


def _sunflower(chance: Chance, side: int) -> Painted:
    frame = _facing(chance, side, small=0.8)
    count = chance.whole(15, 23)
    style = Style(
        width=1.9 / count + 0.02, bulge=0.9, roundness=0.25, fold=0.35, depth=0.5, uneven=0.2
    )
    coat = ring(frame, count, torch.ones_like(count), chance.uniform(), style)
    coat = ring(frame, count, 0.9 * torch.ones_like(count), chance.uniform(), style, coat)
    inner = painting.choose_colour(chance, [(0.09, 0.95, 0.9), (0.07, 0.95, 0.8)])
    outer = painting.choose_colour(chance, [(0.14, 0.9, 1.0), (0.125, 0.9, 1.0)])
    size = chance.uniform(0.36, 0.46)
    eye = disc(frame, size, chance.uniform(80, 120), 0.75)
    middle = painting.choose_colour(chance, [(0.09, 0.7, 0.42), (0.17, 0.6, 0.45)])
    rim = painting.choose_colour(chance, [(0.06, 0.8, 0.26), (0.08, 0.85, 0.36)])
    return _flower([(coat, inner, outer), (eye, middle, rim)])


def _poppy(chance: Chance, side: int) -> Painted:
    frame = _facing(chance, side)
    count = chance.whole(4, 6)
    style = Style(
        width=chance.uniform(2.7, 3.2) / count, bulge=0.35, roundness=0.95, fold=0.28, vein=0.08,
        depth=0.3, notch=0.05, uneven=0.16,
    )  # fmt: skip
    length = torch.full_like(count, 0.95)
    phase = chance.uniform()
    coat = ring(frame, count, length, phase, style)
    coat = ring(frame, count, length * 0.86, phase + 0.5, style, coat, shadow=0.3)
    palette = [(0.0, 0.9, 0.92), (0.03, 0.88, 0.98), (0.95, 0.5, 0.95), (0.07, 0.8, 1.0)]
    outer = painting.choose_colour(chance, palette)
    inner = (outer * chance.uniform(0.4, 0.9)[:, None]).clamp(0, 1)
    blotch = _blotch(frame, chance.uniform(0.2, 0.34))
    dark = painting.choose_colour(chance, [(0.8, 0.5, 0.16), (0.6, 0.3, 0.12), (0.14, 0.6, 0.6)])
    crown = painting.stamens(
        frame, chance.whole(14, 22), chance.uniform(0.1, 0.12), chance.uniform(0.22, 0.3),
        chance.uniform(), 0.035,
    )  # fmt: skip
    thread = painting.choose_colour(chance, [(0.8, 0.4, 0.2), (0.13, 0.4, 0.5)])
    knob = painting.choose_colour(chance, [(0.14, 0.5, 0.85), (0.75, 0.3, 0.25)])
    eye = disc(frame, chance.uniform(0.11, 0.15), torch.full_like(count, 16.0), 0.4)
    green = painting.choose_colour(chance, [(0.22, 0.5, 0.65)])
    return _flower([
        (coat, inner, outer), (blotch, dark, dark), (crown, thread, knob), (eye, green, green * 0.6)
    ])  # fmt: skip


def _blotch(frame: Frame, size: Tensor) -> Coat:
    """A soft stain around the centre with a star-like rim."""
    rim = size * (1 + 0.16 * torch.cos(frame.angle * (5 * math.tau)))
    cover = ((rim - frame.radius) / size * 2.2).clamp(0, 0.92)
    return Coat(cover, cover, torch.ones_like(cover))


def _pansy(chance: Chance, side: int) -> Painted:
    frame = painting.place(
        side, chance.uniform(-0.12, 0.12), chance.uniform(-0.15, 0.05), chance.uniform(0.75, 0.95),
        chance.uniform(-0.06, 0.06), chance.uniform(0.82, 1.0), chance.uniform(),
    )  # fmt: skip
    wide = chance.uniform(0.95, 1.1)
    upper = Style(width=0.5 * wide, bulge=0.25, roundness=1.0, fold=0.22, depth=0.3, notch=0.03)
    lower = Style(width=0.6 * wide, bulge=0.2, roundness=1.0, fold=0.2, depth=0.1, notch=0.05)
    back_colour = painting.choose_colour(
        chance, [(0.75, 0.75, 0.55), (0.72, 0.6, 0.8), (0.14, 0.8, 0.98), (0.95, 0.8, 0.5)]
    )
    front_colour = painting.choose_colour(
        chance, [(0.14, 0.75, 1.0), (0.76, 0.55, 0.8), (0.13, 0.1, 1.0), (0.66, 0.5, 0.9)]
    )
    face = painting.choose_colour(chance, [(0.78, 0.8, 0.2), (0.75, 0.8, 0.28), (0.97, 0.8, 0.22)])
    coats: list[tuple[Coat, Tensor, Tensor]] = []
    shape = (
        (-0.18, 1.0, upper, back_colour), (-0.32, 0.97, upper, back_colour),
        (0.01, 0.9, upper, front_colour), (0.49, 0.9, upper, front_colour),
        (0.25, 0.86, lower, front_colour),
    )  # fmt: skip
    for number, (turn, length, style, colour) in enumerate(shape):
        own = chance.uniform(length * 0.94, length * 1.04)
        coat, inside = painting.blade(frame, torch.as_tensor(turn), own, style)
        shadow = (0.35 * (inside * 5 + 0.75).clamp(0, 1)) if number else None
        if shadow is not None:
            coats.append((Coat(shadow, shadow, 0 * shadow), face, face))
        coats.append((coat, colour, colour))
        if number >= 2:  # the dark face, with rays, on the three lower petals
            rays = 0.42 + 0.07 * torch.cos(frame.angle * (math.tau * 22))
            stain = ((rays * own - frame.radius) * 5).clamp(0, 1) * coat.cover
            coats.append((Coat(stain, stain, 0.9 + 0.1 * coat.shade), face, face))
    eye = disc(frame, chance.uniform(0.09, 0.12), torch.full_like(wide, 9.0), 0.1)
    yellow = painting.choose_colour(chance, [(0.14, 0.9, 1.0)])
    coats.append((eye, yellow, yellow * 0.85))
    return _flower(_clip_shadows(coats))


def _clip_shadows(
    coats: list[tuple[Coat, Tensor, Tensor]],
) -> list[tuple[Coat, Tensor, Tensor]]:
    """Keep every coat that only darkens within what has been painted before it."""
    kept = []
    cover = torch.zeros_like(coats[0][0].cover)
    for coat, inner, outer in coats:
        if coat.shade.abs().max() == 0:
            coat = coat._replace(cover=coat.cover * cover)
        cover = coat.cover + cover * (1 - coat.cover)
        kept.append((coat, inner, outer))
    return kept


def _rose(chance: Chance, side: int) -> Painted:
    frame = _facing(chance, side, small=0.75, tilt=0.8)
    phase = chance.uniform()
    coat: Coat | None = None
    layers = 6
    for layer in range(layers):
        height = layer / (layers - 1)
        count = torch.full_like(phase, 5.0 if layer < 4 else 3.0)
        style = Style(
            width=(3.0 if layer < 4 else 2.4) / count, bulge=0.15, roundness=1.0,
            fold=0.22, vein=0.0, depth=0.75 - 0.3 * height, uneven=0.2,
        )  # fmt: skip
        length = torch.full_like(phase, 0.95 * (1 - 0.8 * height))
        coat = ring(frame, count, length, phase + layer * 1.37, style, coat, shadow=0.4)
    assert coat is not None
    # The heart: petals still rolled up.
    roll = torch.cos((frame.angle * 2 - frame.radius * 9) * math.tau) * 0.16
    heart = Coat(
        ((0.2 - frame.radius) / 0.05).clamp(0, 1), torch.full_like(roll, 0.35), 0.72 + roll
    )
    coat = over(heart, coat)
    outer = painting.choose_colour(
        chance,
        [
            (0.97, 0.75, 0.85),
            (0.94, 0.4, 0.97),
            (0.12, 0.45, 1.0),
            (0.1, 0.12, 0.98),
            (0.04, 0.6, 1.0),
        ],
    )
    inner = painting.hsv(
        torch.zeros_like(phase), torch.zeros_like(phase), torch.ones_like(phase)
    ) * (outer * outer * chance.uniform(0.6, 0.95)[:, None])
    return _flower([(coat, inner, outer)])


def _tulip(chance: Chance, side: int) -> Painted:
    lean = chance.uniform(-0.04, 0.04)
    x, y = chance.uniform(-0.15, 0.15), chance.uniform(0.3, 0.5)
    frame = painting.place(side, x, y, chance.uniform(0.95, 1.2))
    style = Style(width=0.33, bulge=1.25, roundness=0.55, fold=0.3, vein=0.07, depth=0.3)
    up = -0.25 + lean
    opening = chance.uniform(0.035, 0.075)
    length = chance.uniform(0.95, 1.1)
    green = painting.choose_colour(chance, _LEAF)
    outer = painting.choose_colour(
        chance,
        [(0.98, 0.85, 0.9), (0.13, 0.85, 1.0), (0.92, 0.45, 0.97), (0.8, 0.6, 0.6),
         (0.06, 0.8, 1.0), (0.13, 0.05, 1.0)],
    )  # fmt: skip
    inner = torch.lerp(
        outer, painting.choose_colour(chance, [(0.14, 0.6, 0.95), (0.97, 0.6, 0.7)]), 0.45
    )
    # The stem: a thin blade downwards.
    stem, _ = painting.blade(
        frame,
        up + 0.5,
        torch.full_like(x, 2.6),
        Style(width=0.026, roundness=1.0, fold=0.5, vein=0.0),
    )
    coats = [(stem._replace(mix=0 * stem.mix), green, green)]
    leaf_style = Style(width=0.1, bulge=1.3, roundness=0.3, fold=0.25, vein=0.1, depth=0.0)
    low = painting.place(side, x, y + 1.1)
    for turn in (-0.18, -0.33):
        leaf, _ = painting.blade(
            low, turn + chance.uniform(-0.03, 0.03), chance.uniform(1.0, 1.5), leaf_style
        )
        coats.append((leaf, green, green * 1.15))
    cup: Coat | None = None
    for offset, stretch, shift in (
        (0.5, 0.97, -0.22), (-0.5, 0.97, -0.26),
        (1.0, 0.94, -0.06), (-1.0, 0.94, -0.1), (0.0, 0.98, 0.05),
    ):  # fmt: skip
        petal, inside = painting.blade(
            frame,
            up + offset * opening,
            length * stretch * chance.uniform(0.96, 1.04),
            style,
            shift,
        )
        if cup is None:
            cup = petal
        else:
            cup = over(petal, cup, 0.3 * (inside * 6 + 0.8).clamp(0, 1))
    assert cup is not None
    coats.append((cup, inner, outer))
    return _flower(coats)


def _forget_me_not(chance: Chance, side: int) -> Painted:
    x, y = painting.grid(side)
    scale = chance.uniform(0.27, 0.36)
    nearest = torch.full((len(scale), side, side), 9.0)
    centre_x, centre_y, which = (torch.zeros_like(nearest) for _ in range(3))
    # A hexagonal patch of seven, shaken; every pixel belongs to the flower it is nearest to.
    turn, shift_x, shift_y = chance.uniform(), chance.uniform(-0.2, 0.2), chance.uniform(-0.2, 0.2)
    for number in range(8):
        spread = 0.0 if number == 0 else 1.0
        around = (turn + number / 7) * math.tau
        own_x = shift_x + spread * torch.cos(around) * chance.uniform(0.5, 0.75)
        own_y = shift_y + spread * torch.sin(around) * chance.uniform(0.5, 0.75)
        away = (x - own_x).square() + (y - own_y).square()
        closer = away < nearest
        nearest = torch.where(closer, away, nearest)
        centre_x = torch.where(closer, own_x, centre_x)
        centre_y = torch.where(closer, own_y, centre_y)
        which = torch.where(closer, float(number), which)
    frame = painting.place(side, centre_x, centre_y, scale, jitter_turn(which, turn))
    style = Style(
        width=0.55, bulge=0.35, roundness=1.0, fold=0.2, vein=0.03, depth=0.2, uneven=0.08
    )
    five = torch.full_like(scale, 5.0)
    coat = ring(frame, five, torch.full_like(scale, 0.98), turn, style)
    coat = coat._replace(shade=coat.shade + 0.2 * (jitter_turn(which, turn + 0.3) - 0.5))
    inner = painting.choose_colour(chance, [(0.6, 0.15, 1.0), (0.58, 0.05, 1.0), (0.85, 0.2, 1.0)])
    outer = painting.choose_colour(chance, [(0.6, 0.55, 0.95), (0.63, 0.6, 0.9), (0.57, 0.45, 1.0),
                                            (0.68, 0.45, 0.92), (0.92, 0.35, 0.97)])  # fmt: skip
    eye = disc(frame, torch.full_like(scale, 0.22), five, 0.0)
    yellow = painting.choose_colour(chance, [(0.14, 0.9, 1.0)])
    hole = disc(frame, torch.full_like(scale, 0.09), five, 0.0)
    return _flower(
        [(coat, inner, outer), (eye, yellow, yellow), (hole, yellow * 0.4, yellow * 0.5)]
    )


def jitter_turn(index: Tensor, phase: Tensor) -> Tensor:
    """A turn in [0, 1) by a flower's number in its cluster."""
    return painting.jitter(index + 3, phase)


def _lotus(chance: Chance, side: int) -> Painted:
    frame = painting.place(
        side, chance.uniform(-0.15, 0.15), chance.uniform(0.0, 0.22), chance.uniform(0.8, 1.0),
        chance.uniform(), chance.uniform(0.6, 0.8),
    )  # fmt: skip
    count = chance.whole(8, 11)
    coat: Coat | None = None
    phase = chance.uniform()
    for layer, length in enumerate((1.0, 0.82, 0.62, 0.42)):
        # Inner rings stand more upright: their centre is lifted towards the viewer's top.
        lifted = frame.y + 0.11 * layer
        raised = frame._replace(
            y=lifted,
            radius=torch.sqrt(frame.x.square() + lifted.square()),
            angle=torch.atan2(lifted, frame.x) / math.tau + phase,
        )
        style = Style(
            width=2.3 / count,
            bulge=0.85,
            roundness=0.45,
            fold=0.25,
            vein=0.05,
            depth=0.45,
            uneven=0.1,
        )
        own = torch.full_like(count, length)
        coat = ring(raised, count, own, phase + 0.5 * layer, style, coat, shadow=0.3)
    assert coat is not None
    inner = painting.choose_colour(chance, [(0.13, 0.25, 1.0), (0.93, 0.1, 1.0), (0.14, 0.5, 0.98)])
    outer = painting.choose_colour(
        chance, [(0.93, 0.5, 0.95), (0.9, 0.25, 1.0), (0.78, 0.4, 0.92), (0.13, 0.03, 1.0)]
    )
    top = frame._replace(
        y=frame.y + 0.4, radius=torch.sqrt(frame.x.square() + (frame.y + 0.4).square())
    )
    crown = painting.stamens(
        top, chance.whole(16, 24), torch.zeros_like(count), chance.uniform(0.15, 0.2),
        chance.uniform(), 0.04,
    )  # fmt: skip
    gold = painting.choose_colour(chance, [(0.13, 0.9, 0.98)])
    return _flower([(coat, inner, outer), (crown, gold * 0.8, gold)])


class Species(NamedTuple):
    """How to paint a flower and where it grows."""

    paint: Callable[[Chance, int], Painted]
    base: list[tuple[float, float, float]] = _GARDEN
    light: list[tuple[float, float, float]] = _SUNLIGHT
    leaves: int = 3
    flat: float = 1.0


_WATER = [(0.5, 0.6, 0.2), (0.55, 0.55, 0.28), (0.42, 0.5, 0.18)]
_PADS = [(0.3, 0.5, 0.42), (0.36, 0.45, 0.5), (0.5, 0.3, 0.6)]
_SPECIES = {
    "daisy": Species(_daisy),
    "forget-me-not": Species(_forget_me_not, leaves=4),
    "lotus": Species(_lotus, _WATER, _PADS, leaves=0, flat=0.5),
    "pansy": Species(_pansy),
    "poppy": Species(_poppy),
    "rose": Species(_rose, leaves=4),
    "sunflower": Species(_sunflower, [*_GARDEN, (0.57, 0.5, 0.6), (0.57, 0.6, 0.75)]),
    "tulip": Species(_tulip, leaves=0),
}
SPECIES = tuple(_SPECIES)


# --- the picture ---------------------------------------------------------------------------------


def _leaves(chance: Chance, picture: Tensor, number: int) -> Tensor:
    """Leaves behind the flower, from its middle outwards."""
    side = picture.shape[-1]
    for _ in range(number):
        frame = painting.place(side, chance.uniform(-0.3, 0.3), chance.uniform(-0.3, 0.3))
        style = Style(
            width=chance.uniform(0.16, 0.3),
            bulge=1.1,
            roundness=0.3,
            fold=0.3,
            vein=0.12,
            depth=0.2,
        )
        leaf, _ = painting.blade(frame, chance.uniform(), chance.uniform(0.8, 1.25), style)
        green = painting.choose_colour(chance, _LEAF)
        dim = chance.uniform(0.45, 1.0)[:, None]
        picture = painting.lay(picture, leaf, green * dim * 0.8, green * dim)
    return picture


def _paint(species: Species, chance: Chance, image_size: int) -> UInt8[Tensor, "n 3 size size"]:
    flower = species.paint(chance, image_size * _OVERSAMPLING)
    colours = functional.avg_pool2d(flower.colours, _OVERSAMPLING)
    cover = functional.avg_pool2d(flower.cover, _OVERSAMPLING)
    base = painting.choose_colour(chance, species.base)
    light = painting.choose_colour(chance, species.light)
    picture = painting.backdrop(chance, image_size, base, light, flat=species.flat)
    picture = _leaves(chance, picture, species.leaves)
    picture = picture * (1 - 0.45 * painting.shadow_of(cover, image_size))
    picture = picture * (1 - cover[:, None]) + colours
    # One light over all: brighter on one side, darker towards the corners.
    x, y = painting.grid(image_size)
    direction = chance.uniform(0, math.tau)
    light_fall = 1 + 0.1 * (x * torch.cos(direction) + y * torch.sin(direction))
    exposure = chance.uniform(0.95, 1.18) * light_fall * (1 - 0.1 * (x * x + y * y))
    return (picture * exposure[:, None] * 255 + 0.5).clamp(0, 255).to(torch.uint8)


def procedural_flowers(
    count: int,
    image_size: int = 64,
    seed: int | torch.Generator = 0,
    species: str | Sequence[str] | None = None,
    first: int = 0,
) -> tuple[UInt8[Tensor, "count 3 size size"], Int64[Tensor, " count"]]:
    """Paint flowers: pictures number `first` to `first + count - 1` of an endless series.

    A picture depends only on the seed and on its number, not on how many are painted with it.

    Args:
        count: how many pictures.
        image_size: side of the square pictures, in pixels.
        seed: names the series; a generator draws a series anew at each call.
        species: one of `SPECIES` or several of them; all by default.
        first: the number of the first picture.

    Returns:
        Pictures, uint8 (count, 3, image_size, image_size), and the index of each one's species in
        `SPECIES`.

    Raises:
        ValueError: for a species that is not known, none at all, or a negative count or number.
    """
    names = [species] if isinstance(species, str) else list(SPECIES if species is None else species)
    if not names:
        raise ValueError(f"species must name at least one of {', '.join(SPECIES)}, got none")
    for name in names:
        check_name(name, SPECIES, "species")
    if count < 0 or first < 0:
        raise ValueError(f"count and first must not be negative, got {count} and {first}")
    if isinstance(seed, torch.Generator):
        seed = int(torch.randint(2**62, (), generator=seed, device=seed.device))

    chance = Chance(seed, torch.arange(first, first + count))
    which = torch.tensor([SPECIES.index(name) for name in names])
    labels = which[chance.whole(0, len(names) - 1).flatten().long()]
    pictures = torch.empty(count, 3, image_size, image_size, dtype=torch.uint8)
    at_once = max(1, _PIXELS_AT_ONCE // (image_size * _OVERSAMPLING) ** 2)
    for index, kind in enumerate(_SPECIES.values()):
        for rows in (labels == index).nonzero().flatten().split(at_once):
            if len(rows):
                pictures[rows] = _paint(kind, chance.pick(rows), image_size)
    return pictures, labels
