"""Two clouds (chapter 13): dots from any cloud to any other, by lines or by their mean."""

from __future__ import annotations

import math

from ddimlib.checks import check_name
from ddimlib.widgets.layer import Figure
from ddimlib.widgets.stills import Still

Point = tuple[float, float]

COUNT = 160  # dots
CENTRES = 40  # of a cloud that is an outline
WIDTH = 0.12  # of the Gaussian around each of them
STEPS = 32
NEAR = 0.15  # dots closer than this are compared
REACH = 2.6
OPENS = 0.5  # the share of the way at which it opens
WAYS = ("line", "mean")


def _moons() -> list[Point]:
    """Two half circles that reach into each other; the shape of ``toy_points("moons")``."""
    angles = [math.pi * (k + 0.5) / 20 for k in range(20)]
    upper = [(math.cos(a), math.sin(a)) for a in angles]
    lower = [(1 - math.cos(a), 0.5 - math.sin(a)) for a in angles]
    return [((x - 0.5) / 0.87, (y - 0.25) / 0.5) for x, y in upper + lower]


def _discs() -> list[Point]:
    """Eight on a circle."""
    angles = [math.pi / 4 * k for k in range(8)]
    return [(1.6 * math.cos(a), 1.6 * math.sin(a)) for a in angles]


def _flower() -> list[Point]:
    """The outline of five petals."""
    angles = [2 * math.pi * (k + 0.5) / CENTRES for k in range(CENTRES)]
    radii = [0.55 + 1.45 * abs(math.sin(2.5 * a)) for a in angles]
    return [(r * math.cos(a), r * math.sin(a)) for r, a in zip(radii, angles, strict=True)]


#: The clouds by name: centres of equal Gaussians, and their width.
CLOUDS: dict[str, tuple[list[Point], float]] = {
    "noise": ([(0.0, 0.0)], 1.0),
    "two moons": (_moons(), WIDTH),
    "eight discs": (_discs(), 0.15),
    "a flower": (_flower(), WIDTH),
}


def two_clouds(source: str = "two moons", target: str = "eight discs", way: str = "line") -> Figure:
    """Dots go from one cloud to another; choose both, and what each dot follows.

    The mean velocity is exact: a cloud is a mixture of Gaussians, so that what the lines between
    two clouds do at a place and a time has a closed form (``static/clouds.js``).

    Args:
        source, target: the clouds it opens with, of ``CLOUDS``.
        way: "line", each dot along its own line to a dot of the target that was drawn at random, or
            "mean", all along the mean velocity.

    Raises:
        ValueError: for an unknown cloud or way.
    """
    for name in (source, target):
        check_name(name, CLOUDS, "cloud")
    check_name(way, WAYS, "way")
    return Figure(
        "two_clouds",
        {
            "clouds": {
                name: {"centres": [[round(x, 2), round(y, 2)] for x, y in centres], "width": width}
                for name, (centres, width) in CLOUDS.items()
            },
            "source": source,
            "target": target,
            "way": way,
            "count": COUNT,
            "steps": STEPS,
            "near": NEAR,
            "reach": REACH,
            "opens": OPENS,
            "seed": 5,
        },
        label="Dots on their way from one cloud to another",
        caption=(
            "Every dot starts in one cloud (t = 1) and ends in the other (t = 0), whose centres "
            "are grey. On its own line a dot goes straight to an end that was drawn for it at "
            "random. With the mean of all lines it has, at every place and time, the mean "
            "velocity of all lines that pass there. Choose the clouds, press Play, and compare."
        ),
        still=_still(source, target),
    )


def _still(source: str, target: str) -> str:
    """Lines from centres of one cloud to those of the other, in an order that looks random."""
    starts, ends = ([*CLOUDS[name][0]] for name in (source, target))
    still = Still(640, 300, f"Straight lines that cross, from {source} to {target}")
    scale = 58
    for k in range(CENTRES):
        (x, y), (u, v) = starts[k % len(starts)], ends[(17 * k + 5) % len(ends)]
        points = [(160 + scale * x, 150 - scale * y), (480 + scale * u, 150 - scale * v)]
        still.line(points, colour="line", width=1)
    for left, cloud, colour in ((160, starts, "noise"), (480, ends, "signal")):
        places = [(round(left + scale * x), round(150 - scale * y)) for x, y in cloud]
        still.dots(places, colour=colour, width=5)
    still.text(160, 290, source, anchor="middle")
    still.text(480, 290, target, anchor="middle")
    return still.to_svg()
