"""A figure's stored output is the same bytes on a processor without AVX2."""

import json
import os
import subprocess
import sys

import pytest

from ddimlib.widgets.stills import Still

# As the chapters call them, but for what needs a trained network.
FIGURES = """\
import hashlib, json
from ddimlib import widgets
figures = {
    "particles": widgets.particles(),
    "particles, heun": widgets.particles("heun", steps=6),
    "dissolve": widgets.dissolve(),
    "guess_the_flower": widgets.guess_the_flower(),
    "draw_a_schedule": widgets.draw_a_schedule(),
    "embedding_explorer": widgets.embedding_explorer(0.5, 0.503),
    "training_watch": widgets.training_watch("flowers32"),
    "reverse_process": widgets.reverse_process("flowers32"),
    "race": widgets.race(),
    "field_of_view": widgets.field_of_view(),
    "sample_size": widgets.sample_size(),
    "grow_a_flower": widgets.grow_a_flower(),
    "film_strip": widgets.film_strip(),
    "two_clouds": widgets.two_clouds(),
}
hashes = {k: hashlib.sha256(v.to_html().encode()).hexdigest() for k, v in figures.items()}
print(json.dumps(hashes))"""


def digests(**variables: str) -> dict[str, str]:
    """A digest of each figure, drawn by a Python of its own with these variables."""
    command = [sys.executable, "-c", FIGURES]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env={**os.environ, **variables}
    )
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.slow
def test_figures_do_not_depend_on_the_processor() -> None:
    assert digests(ATEN_CPU_CAPABILITY="default") == digests()


@pytest.mark.parametrize("value", [127.75, 3.05, -0.25, 0.0])
def test_a_tie_falls_to_the_same_side_whatever_the_last_bit(value: float) -> None:
    drawn = set()
    for shift in (-1e-13, 0.0, 1e-13):
        still = Still(10, 10, "")
        still.line([(value + shift, 0), (1, value + shift)])
        still.rectangle(value + shift, 0, 1, 1)
        drawn.add(still.to_svg())
    assert len(drawn) == 1
