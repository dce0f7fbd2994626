"""Sample size (chapter 10): FID falls as its sets grow, KID stays where it is."""

from __future__ import annotations

import math

import torch

from ddimlib.metrics import frechet_distance, polynomial_mmd
from ddimlib.widgets.layer import Figure
from ddimlib.widgets.noise import browser_noise
from ddimlib.widgets.stills import Still

SIZES = (50, 60, 70, 80, 100, 120, 150, 200, 300, 500, 1000)
DRAWS = 40
FEATURES = (4, 8)
OPENS_WITH = 8
SHIFT = 0.2  # how far each feature's mean moves in the shifted source
LIMITS = {"fid": (0, 2), "kid": (-0.25, 0.55)}
STILL_SIZES, STILL_DRAWS = (50, 100, 200), 10


def sample_size() -> Figure:
    """Grow two sets of points from known sources, and watch FID and KID of forty draws."""
    truth = {
        str(features): {
            f"{shift:g}": {"fid": features * shift**2, "kid": true_mmd(features, shift)}
            for shift in (0.0, SHIFT)
        }
        for features in FEATURES
    }
    return Figure(
        "sample_size",
        {
            "sizes": SIZES,
            "ticks": (50, 100, 200),
            "draws": DRAWS,
            "features": FEATURES,
            "opens": OPENS_WITH,
            "shift": SHIFT,
            "limits": LIMITS,
            "truth": truth,
        },
        label="Two distances, by the number of pictures",
        caption=(
            "Drag to more pictures. Each dot is one experiment: two sets of made-up pictures, "
            "whose features are normal random numbers, and the distance between the two. The axis "
            "is one over the number of pictures, so that infinitely many have a place, at its "
            "right end. "
            f"Then let the second set come from a source whose features are shifted by {SHIFT:g}."
        ),
        still=_still(),
    )


def true_mmd(features: int, shift: float) -> float:
    """The squared MMD of N(0, 1) and N(shift, 1) in each of ``features`` features, KID's kernel.

    The kernel's mean is E(s + 1)³, where s is the mean over the features of p = x y. Its variance
    is that of p over ``features``, its third central moment that of p over ``features``².
    """

    def kernel(a: float, b: float) -> float:
        first, second = a * b, (1 + a * a) * (1 + b * b)
        third = (a**3 + 3 * a) * (b**3 + 3 * b)
        variance = second - first**2
        skew = third - 3 * first * second + 2 * first**3
        return (first + 1) ** 3 + 3 * (first + 1) * variance / features + skew / features**2

    return round(kernel(0.0, 0.0) + kernel(shift, shift) - 2 * kernel(0.0, shift), 12)


def draw(seed: int, features: int, shift: float) -> tuple[torch.Tensor, torch.Tensor]:
    """The two sets (points, features) of one draw, at their largest; as ``experiment`` has them."""
    both = torch.from_numpy(browser_noise(seed, (2, SIZES[-1], features)))
    return both[0], both[1] + torch.tensor(shift)


def _still() -> str:
    """FID and KID of a few draws with sets from the same source."""
    width, height, left, top = 300, 150, 34, 30
    still = Still(2 * width, top + height + 30, "FID and KID of sets from the same source")
    sets = [draw(seed, OPENS_WITH, 0.0) for seed in range(1, 1 + STILL_DRAWS)]
    for n, (name, measure) in enumerate((("FID", frechet_distance), ("KID", polynomial_mmd))):
        low, high = LIMITS[name.lower()]
        start, bottom = width * n + left, top + height
        # As in the page, the axis is one over the number of pictures, backwards.
        places = {size: start + (width - 50) * (1 - 50 / size) for size in (*STILL_SIZES, math.inf)}
        heights = {
            size: [
                top + height * (high - float(measure(x[:size], y[:size]))) / (high - low)
                for x, y in sets
            ]
            for size in STILL_SIZES
        }
        zero = top + height * high / (high - low)
        still.text(start, 16, name, bold=True)
        still.text(start - 8, zero + 4, "0", size=12, anchor="end")
        still.line([(start, zero), (places[math.inf], zero)], colour="ink", dash=True)
        for size, found in heights.items():
            dots = [(round(places[size]), round(value)) for value in found]
            still.dots(dots, colour="noise", width=4)
        means = [(places[size], sum(found) / len(found)) for size, found in heights.items()]
        still.line(means, colour="leaf", width=3)
        for number, x in places.items():
            label = "∞" if number == math.inf else str(number)
            still.text(round(x), bottom + 20, label, size=12, anchor="middle")
    return still.to_svg()
