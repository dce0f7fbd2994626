"""Brushes for the procedural flowers: chance by counting, petals, discs, leaves, backdrops.

Every brush paints a whole batch at once. A parameter has shape (n, 1, 1), one value a picture; a
layer has shape (n, height, width); coordinates run from -1 to 1 from left to right and from top
to bottom. Edges are antialiased by the distance to them, in pixels.
"""

import math
from typing import NamedTuple

import torch
from jaxtyping import Float, Int64
from torch import Tensor
from torch.nn import functional

Parameter = Float[Tensor, "n 1 1"]
Layer = Float[Tensor, "n height width"]
Colour = Float[Tensor, "n 3 1 1"]

_GOLDEN = 0.381966  # the golden angle as a part of a turn
_BITS = 0xFFFFFFFF
_DRAWS_AT_ONCE = 32


# --- chance --------------------------------------------------------------------------------------


def _scramble(bits: Int64[Tensor, "*any"]) -> Int64[Tensor, "*any"]:
    """A 32-bit integer hash (the constants are those of Ellis's `lowbias32`)."""
    bits = ((bits ^ (bits >> 16)) * 0x7FEB352D) & _BITS
    bits = ((bits ^ (bits >> 15)) * 0x846CA68B) & _BITS
    return bits ^ (bits >> 16)


class Chance:
    """Random parameters for a batch of pictures, each from its own stream.

    A draw depends only on the seed, the picture's index and how many draws came before: a picture
    is the same whatever batch it is painted in, and any picture can be painted without those
    before it.
    """

    def __init__(self, seed: int, index: Int64[Tensor, " n"]) -> None:
        key = torch.tensor([seed & _BITS, (seed >> 32) & _BITS], dtype=torch.int64)
        state = _scramble(_scramble(key[:1]) ^ key[1:])
        state = _scramble(state ^ (index & _BITS))
        self._state = _scramble(state ^ ((index >> 32) & _BITS))
        self._drawn = 0
        self._ahead = self._state.new_empty(0).float()

    def pick(self, rows: Int64[Tensor, " rows"]) -> "Chance":
        """The streams of some of the pictures, each at the place it has reached."""
        picked = object.__new__(Chance)
        picked._state, picked._drawn = self._state[rows], self._drawn
        picked._ahead = self._ahead[..., rows]
        return picked

    def uniform(self, low: int | float = 0.0, high: int | float = 1.0) -> Parameter:
        """A number between low and high for each picture."""
        place = self._drawn % _DRAWS_AT_ONCE
        if place == 0:
            steps = torch.arange(self._drawn + 1, self._drawn + 1 + _DRAWS_AT_ONCE)[:, None]
            bits = _scramble(_scramble(self._state ^ (steps * 0x9E3779B9 & _BITS)))
            # 24 bits are what a float32 holds.
            self._ahead = (bits >> 8).to(torch.float32) / (1 << 24)
        self._drawn += 1
        return (low + (high - low) * self._ahead[place])[:, None, None]

    def whole(self, low: int, high: int) -> Parameter:
        """A whole number from low to high, both included, for each picture."""
        return (self.uniform(low, high + 1)).floor().clamp(max=high)


def jitter(index: Tensor, phase: Tensor) -> Tensor:
    """A number in [0, 1) for each petal, by its index and its flower's phase."""
    return (torch.sin(index * 12.9898 + phase * 78.233) * 437.585).frac().abs()


# --- colour --------------------------------------------------------------------------------------


def hsv(hue: Tensor, saturation: Tensor, value: Tensor) -> Tensor:
    """Red, green and blue (n, 3, h, w) of hue (in turns), saturation and value (n, h, w)."""
    offsets = torch.tensor([5.0, 3.0, 1.0]).view(1, 3, 1, 1)
    sector = torch.remainder(offsets + hue[:, None] * 6, 6)
    dip = torch.minimum(sector, 4 - sector).clamp(0, 1)
    return value[:, None] * (1 - saturation[:, None] * dip)


def choose_colour(chance: Chance, palette: list[tuple[float, float, float]]) -> Colour:
    """One of the colours of a palette (hue, saturation, value) for each picture, a little off."""
    which = chance.whole(0, len(palette) - 1).long()
    hue, saturation, value = torch.tensor(palette)[which].unbind(-1)
    return hsv(
        hue + chance.uniform(-0.02, 0.02),
        (saturation * chance.uniform(0.85, 1.1)).clamp(0, 1),
        (value * chance.uniform(0.9, 1.06)).clamp(0, 1),
    )


# --- the flower's own frame ----------------------------------------------------------------------


class Frame(NamedTuple):
    """Polar coordinates about a flower's centre, its outermost petal ending near radius 1."""

    x: Layer
    y: Layer
    radius: Layer
    angle: Layer  # in turns
    pixel: Tensor | float  # the side of a pixel in units of the radius


def grid(side: int) -> tuple[Float[Tensor, "1 1 side"], Float[Tensor, "1 side 1"]]:
    """Coordinates of the pixels' centres of a square picture."""
    line = (torch.arange(side, dtype=torch.float32) + 0.5) * (2 / side) - 1
    return line[None, None, :], line[None, :, None]


def place(
    side: int,
    centre_x: Tensor,
    centre_y: Tensor,
    scale: Tensor | float = 1.0,
    turn: Tensor | float = 0.0,
    tilt: Tensor | float = 1.0,
    tilt_turn: Tensor | float = 0.0,
) -> Frame:
    """A frame at a centre, of a scale, foreshortened by `tilt` across `tilt_turn`, then turned."""
    x, y = grid(side)
    x, y = (x - centre_x) / scale, (y - centre_y) / scale
    across = torch.as_tensor(tilt_turn) * math.tau
    cosine, sine = torch.cos(across), torch.sin(across)
    x, y = x * cosine + y * sine, (y * cosine - x * sine) / tilt
    radius = torch.sqrt(x * x + y * y)
    angle = torch.atan2(y, x) / math.tau + turn + tilt_turn
    return Frame(x, y, radius, angle, 2 / side / scale)


# --- coats of paint ------------------------------------------------------------------------------


class Coat(NamedTuple):
    """What a brush leaves: how far it covers, which of two colours it mixes, how bright it is."""

    cover: Layer
    mix: Layer
    shade: Layer


def over(top: Coat, below: Coat, shadow: Layer | None = None) -> Coat:
    """Lay one coat over another; `shadow` (0 to 1) darkens what lies below first."""
    shade = below.shade if shadow is None else below.shade * (1 - shadow)
    return Coat(
        top.cover + below.cover * (1 - top.cover),
        torch.lerp(below.mix, top.mix, top.cover),
        torch.lerp(shade, top.shade, top.cover),
    )


class Style(NamedTuple):
    """The shape and the shading of a petal; all numbers, or parameters by picture."""

    width: Tensor | float  # half the width, as a part of the length
    bulge: Tensor | float = 1.0  # 1: widest half-way; less: widest nearer the tip
    roundness: Tensor | float = 1.0  # 1: round tip; 0: pointed tip
    fold: Tensor | float = 0.3  # how much darker the edges are than the middle
    vein: Tensor | float = 0.06  # strength of the lines along the petal
    depth: Tensor | float = 0.35  # how much darker the base is than the tip
    notch: Tensor | float = 0.0  # a dent in the tip
    uneven: Tensor | float = 0.12  # how much lengths vary from petal to petal


def _petal(
    u: Layer, v: Layer, style: Style, length: Tensor, pixel: Tensor | float, shift: Tensor | float
) -> tuple[Coat, Layer]:
    """One petal along u from 0 to 1, and the depth below its edge (negative outside)."""
    if not isinstance(style.notch, float) or style.notch:
        u = u + style.notch * (1 - (v * (1 / style.width)).abs()).clamp(min=0)
    beyond = (u - 1).clamp(min=0) + (-u).clamp(min=0)  # past the tip, or behind the base
    u = u.clamp(0, 1)
    along = u * (style.bulge + (1 - style.bulge) * u)
    profile = 4 * along * (1 - along)
    half = style.width * torch.lerp(profile, profile.sqrt(), torch.as_tensor(style.roundness))
    inside = (half - v.abs() - beyond) * length
    cover = (inside / pixel + 0.5).clamp(0, 1)
    side = (v / (half + 0.02)).clamp(-1, 1)
    lines = torch.cos(side * 11) * style.vein
    shade = 1.08 - style.depth * (1 - u).square() - style.fold * side * side + lines
    shade = shade + 0.12 * side + shift
    return Coat(cover, u, shade), inside


def ring(
    frame: Frame,
    count: Tensor,
    length: Tensor,
    phase: Parameter,
    style: Style,
    below: Coat | None = None,
    shadow: float = 0.35,
) -> Coat:
    """A ring of petals, each lying over the one before it as in a pinwheel.

    A pixel lies between the axes of two petals, so two evaluations paint any number of petals.
    """
    turns = torch.remainder(frame.angle * count + phase, count)
    first = turns.floor()
    coat = below
    for step in (0, 1):
        index = torch.remainder(first + step, count)
        chance = jitter(index, phase)
        own = length * (1 - style.uneven * chance)
        away = (turns - first - step) * (math.tau / count)
        u = frame.radius * torch.cos(away) / own
        v = frame.radius * torch.sin(away) / own
        petal, inside = _petal(u, v, style, own, frame.pixel, (chance - 0.5) * 0.14)
        if coat is None:
            coat = petal
        else:
            coat = over(petal, coat, shadow * (inside * 5 + 0.75).clamp(0, 1))
    assert coat is not None
    return coat


def blade(
    frame: Frame, turn: Tensor, length: Tensor, style: Style, shift: Tensor | float = 0.0
) -> tuple[Coat, Layer]:
    """A single petal or leaf from the frame's centre in the direction `turn`."""
    away = (frame.angle - turn) * math.tau
    u = frame.radius * torch.cos(away) / length
    v = frame.radius * torch.sin(away) / length
    return _petal(u, v, style, length, frame.pixel, shift)


def disc(frame: Frame, size: Tensor, seeds: Tensor, relief: Tensor | float) -> Coat:
    """A domed centre with its florets on Vogel's spiral: the k-th at k golden angles, r² ∝ k.

    In the plane of angle and r² these places form a lattice, and a sum of waves of its reciprocal
    lattice peaks at each of them: no loop over florets is needed.
    """
    part = frame.radius / size
    place_in_spiral = part * part * seeds
    waves = torch.zeros_like(part)
    for arms, winding in ((8, 3), (13, 5), (5, 2)):
        turns = arms * (frame.angle - _GOLDEN * place_in_spiral) + winding * place_in_spiral
        waves = waves + torch.cos(turns * math.tau)
    fine = ((1.4 * part).clamp(max=1)) * relief / 3
    dome = (1 - part * part).clamp(0, 1)
    shade = 0.72 + 0.3 * dome + waves * fine - 0.15 * (frame.x + frame.y) / size * (1 - dome)
    cover = ((size - frame.radius) / frame.pixel + 0.5).clamp(0, 1)
    return Coat(cover, part.clamp(0, 1), shade)


def stamens(
    frame: Frame, count: Tensor, inner: Tensor, outer: Tensor, phase: Parameter, thickness: float
) -> Coat:
    """A crown of threads from `inner` to `outer`, each with a bright knob at its end."""
    turns = frame.angle * count + phase
    index = turns.floor()
    far = outer * (0.8 + 0.3 * jitter(torch.remainder(index, count), phase))
    sideways = (turns - index - 0.5).abs() * (math.tau / count) * frame.radius
    knob = thickness * 1.6 - torch.sqrt(
        sideways * sideways + (frame.radius - far) * (frame.radius - far)
    )
    thread = thickness * 0.45 - sideways
    thread = torch.where((frame.radius > inner) & (frame.radius < far), thread, -thickness)
    cover_knob = (knob / frame.pixel + 0.5).clamp(0, 1)
    cover = torch.maximum(cover_knob, (thread / frame.pixel + 0.5).clamp(0, 1) * 0.7)
    return Coat(cover, cover_knob, 0.75 + 0.3 * cover_knob)


def colours(coat: Coat, inner: Tensor, outer: Tensor) -> Float[Tensor, "n 3 height width"]:
    """The coat's colours: its two colours mixed, then lit."""
    shade = coat.shade[:, None]
    paint = torch.lerp(inner, outer, coat.mix[:, None]) * shade.clamp(0, 1)
    return paint + (1 - paint) * (shade - 1).clamp(0, 0.5)  # light above 1 tends to white


def lay(
    picture: Tensor, coat: Coat, inner: Tensor, outer: Tensor
) -> Float[Tensor, "n 3 height width"]:
    """Paint a coat in its colours over a picture."""
    return torch.lerp(picture, colours(coat, inner, outer), coat.cover[:, None])


# --- what is behind ------------------------------------------------------------------------------


def backdrop(
    chance: Chance, side: int, base: Colour, light: Colour, spots: int = 9, flat: float = 1.0
) -> Float[Tensor, "n 3 side side"]:
    """An out-of-focus garden: a gradient of light, and soft spots and streaks in two colours.

    It is blurred anyway, so it is painted at half the side and enlarged.
    """
    small = max(4, side // 2)
    x, y = grid(small)
    direction = chance.uniform(0, math.tau)
    slope = x * torch.cos(direction) + y * torch.sin(direction)
    glow = (0.32 + 0.26 * slope)[:, None].clamp(0, 1)
    picture = torch.lerp(base, light, glow)
    for number in range(spots):
        turn = chance.uniform(0, math.tau)
        cosine, sine = torch.cos(turn), torch.sin(turn)
        away_x = x - chance.uniform(-1.1, 1.1)
        away_y = y - chance.uniform(-1.1, 1.1)
        large = chance.uniform(0.2, 0.65)
        thin = large * chance.uniform(0.3, 1.0) * flat
        along = (away_x * cosine + away_y * sine) / large
        across = (away_y * cosine - away_x * sine) / thin
        bump = (1.25 * (1 - along * along - across * across)).clamp(0, 1)
        strength = bump * chance.uniform(0.15, 0.75)
        bright = chance.uniform(0.2, 1.25)
        tint = base * (0.35 + 0.3 * bright)[:, None] if number % 2 else light * bright[:, None]
        picture = torch.lerp(picture, tint.clamp(0, 1), strength[:, None])
    return functional.interpolate(picture, (side, side), mode="bilinear", align_corners=False)


def shadow_of(cover: Layer, side: int) -> Float[Tensor, "n 1 side side"]:
    """The soft shadow that a flower throws a little down and to the right."""
    reach = max(1, side // 16)
    cover = functional.pad(cover[:, None], (2 * reach, 0, 2 * reach, 0), mode="replicate")
    blurred = functional.avg_pool2d(cover, 2 * reach + 1, stride=1, padding=reach)
    return blurred[:, :, reach : reach + side, reach : reach + side]
