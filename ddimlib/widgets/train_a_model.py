"""Train a model on what you draw (chapter 6 and the first page): it learns in the reader's page.

    python -m ddimlib.widgets train     records the still picture anew (it needs node)

The network, its backward pass, Adam and the average are JavaScript (``static/perceptron.js``,
``optimiser.js``, ``trainer.js``); a test compares each with PyTorch.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from ddimlib.checks import check_name
from ddimlib.runs import checkpoints
from ddimlib.widgets.layer import Figure, encode_bytes
from ddimlib.widgets.stills import Still

FILE = "train.json"
SHAPES = ("heart", "moons", "spiral", "discs", "letters", "picture")
SEED = 7

#: What the figure opens with, and what its still picture shows after so many steps.
SETTINGS = {
    "schedule": {"kind": "cosine", "options": {"max_signal_rate": 0.999}},
    "target": "noise",
    "loss": "mse",
    "rate": 0.01,
    "seed": SEED,
}
MOMENTS = (50, 250, 1500)


def train_a_model(points: str = "heart", *, simple: bool = False, seed: int = SEED) -> Figure:
    """Draw points and let a small network learn to make more of them, while you watch.

    A network of three layers of 64 trains in the page, in a worker: 256 points a step, Adam, by
    the four lines of chapter 6. Its loss, its guesses and samples by DDIM are shown as it learns.

    Args:
        points: what it opens with, one of ``SHAPES``; readers may draw their own.
        simple: without the choices of chapters 3 and 6 (schedule, target, loss, seed), for readers
            who do not know them yet.
        seed: of points, first weights and batches, from 0 to 50.

    Raises:
        ValueError: for an unknown shape, or a seed out of range.
    """
    check_name(points, SHAPES, "points")
    if not 0 <= seed <= 50:
        raise ValueError(f"seed must be from 0 to 50, got {seed}")
    content = recorded_training()
    return Figure(
        "train",
        {
            "shape": points,
            "seed": seed,
            "picture": content["picture"],
            **({"simple": True} if simple else {}),
        },
        label="Train a diffusion model on what you draw",
        caption=(
            "Draw something on the left board, or choose points, and press Train. A small network "
            "learns in this page, on your own machine. The arrows show where it thinks that noisy "
            "points belong, the dots on the right what it makes of noise."
            + (
                ""
                if simple
                else " Raise the learning rate until the loss jumps; switch the average off, and "
                "the samples tremble; take another target, schedule or error, and it starts again."
            )
        ),
        still=_still(content),
    )


def _still(content: dict[str, Any]) -> str:
    """Points, loss and samples after three numbers of steps, as the page's own code made them."""
    still = Still(640, 224, "Points in the shape of a heart, the loss, and samples while it learns")

    def panel(column: int, title: str, points: list[int], colour: str) -> None:
        still.text(160 * column + 78, 14, title, anchor="middle")
        places = np.array(points).reshape(-1, 2)
        still.dots([(160 * column + 78 + x, 96 - y) for x, y in places.tolist()], colour=colour)

    panel(0, "points", content["points"], "signal")
    for column, (steps, points) in enumerate(zip(MOMENTS, content["samples"], strict=True), 1):
        panel(column, f"{steps} steps", points, "petal")
    curve = content["curve"]
    still.line([(8 + 624 * i / (len(curve) - 1), y) for i, y in enumerate(curve)], colour="iris")
    still.text(8, 220, f"loss over {MOMENTS[-1]} steps", size=12, colour="muted")
    return still.to_svg()


@cache
def recorded_training() -> dict[str, Any]:
    """The content of ``train.json``."""
    return json.loads(files("ddimlib").joinpath("static", FILE).read_text(encoding="utf-8"))


def record() -> list[Path]:
    """Train on the heart in node, and paint the flower: write ``train.json``.

    Raises:
        FileNotFoundError: where node is missing.
        RuntimeError: where node finds fault with the code; its words are shown.
    """
    node = shutil.which("node")
    if node is None:
        raise FileNotFoundError("node is not installed: it runs the page's code outside a page")
    static = Path(__file__).resolve().parents[1] / "static"
    with tempfile.TemporaryDirectory() as folder:
        for source in static.glob("*.js"):
            shutil.copy(source, folder)
        Path(folder, "package.json").write_text('{"type": "module"}')
        given = json.dumps({"settings": SETTINGS, "moments": MOMENTS})
        done = subprocess.run(
            [node, "--input-type=module", "-"],
            input=f"const {{ settings, moments }} = {given};\n{_RECORD}",
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(f"node could not train: {done.stderr}")
    content = json.loads(done.stdout)
    content["picture"] = painted_flower()
    path = static / FILE
    checkpoints.write_text(path, json.dumps(content) + "\n")
    return [path]


# Places to a 36th of a unit, losses to a pixel: whole numbers, as a still picture needs them.
_RECORD = """
import { shapePoints } from "./shapes.js";
import { makeTrainer } from "./trainer.js";
const places = (points) => Array.from({ length: points.length / 2 }, (_, n) =>
  [points[2 * n], points[2 * n + 1]]).filter((place) => place.every((x) => Math.abs(x) < 2.1))
  .flat().map((x) => Math.round(36 * x));
const points = shapePoints("heart", 600, settings.seed);
const trainer = makeTrainer(points, settings);
const [samples, losses] = [[], []];
while (trainer.steps < moments[moments.length - 1]) {
  losses.push(trainer.step());
  if (moments.includes(trainer.steps)) samples.push(places(trainer.sample({ count: 300 })));
}
const first = losses[0];
const curve = Array.from({ length: 100 }, (_, i) => {
  const some = losses.slice((i * losses.length) / 100, ((i + 1) * losses.length) / 100);
  const mean = some.reduce((sum, value) => sum + value, 0) / some.length;
  return Math.round(210 - 34 * Math.min(mean / first, 1));
});
console.log(JSON.stringify({ points: places(points).slice(0, 600), samples, curve }));
"""

FLOWER_SIZE, FLOWER_SEED = 40, 3


def painted_flower() -> dict[str, Any]:
    """A lotus by formula: its colours, and as ink its outline, on which points will lie."""
    from ddimlib.data import procedural_flowers

    pictures, _ = procedural_flowers(1, FLOWER_SIZE, FLOWER_SEED, "lotus", first=2)
    red, green, blue = pictures[0].double()
    petals = red.maximum(blue) - green  # leaves and garden have little of that
    down = (petals[2:, 1:-1] - petals[:-2, 1:-1]).square()
    across = (petals[1:-1, 2:] - petals[1:-1, :-2]).square()
    edges = np.pad((down + across).sqrt().numpy(), 1)
    ink = np.round(255 * np.clip(edges / edges.max() - 0.2, 0, 1)).astype(np.uint8)
    return {
        "size": FLOWER_SIZE,
        "colours": encode_bytes(pictures[0].permute(1, 2, 0).numpy()),
        "ink": encode_bytes(ink),
    }
