"""What figures show of a trained network, computed once and kept beside its weights.

    python -m ddimlib.widgets record flowers32
    python -m ddimlib.widgets record flowers64 grow film
    python -m ddimlib.widgets record reference64 second-watch

writes into ``book/results/flowers32`` all, and into the other folders some, of

    grow.json       for "Grow a flower": what the sampler must know of the network, and one flower,
                    step by step, in plain bytes: a sunflower, where the network knows them
    film.json       the seed and the steps of a flower of no class, and
    film.webp       what the network believes at each of the steps, ten a row, and
    film-noisy.webp the noisy images that it sees, as planes (see below), for "Film strip"
    reverse.json    the reverse process for several numbers of steps and η, and
    reverse.webp    its predicted images, and
    noisy.webp      its noisy ones, as planes of red, green and blue, one below the other: WebP
                    halves the resolution of colours, which would take the colour out of noise
    watch.webp      a corner of each grid of samples that was made while it was trained
    watch.json      the epochs of these grids, which an installed library does not carry
    second-watch.*  the same of the average that was kept beside a training

Pictures are compressed here and not when a page is made, because encoders differ between
versions, and a network's last digits between machines; a figure must be the same everywhere.
"""

from __future__ import annotations

import base64
import io
import json
import math
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from ddimlib.checks import check_name
from ddimlib.diffusion import TARGETS, DiffusionModel
from ddimlib.runs import checkpoints, export, logbook, recorded
from ddimlib.schedules import SCHEDULES
from ddimlib.widgets.growing import GUIDANCE, INTERVAL, bytes_of, grow
from ddimlib.widgets.layer import encode_bytes
from ddimlib.widgets.noise import browser_noise

FILES = (
    "grow.json",
    "film.json",
    "film.webp",
    "film-noisy.webp",
    "reverse.webp",
    "noisy.webp",
    "reverse.json",
    "watch.webp",
    "watch.json",
    "second-watch.webp",
    "second-watch.json",
)
PARTS = ("grow", "film", "reverse", "watch")
SECOND = "second-watch"  # only of a run that kept a second average
SEED = 3
GROW_STEPS, GROW_FRAMES = 20, 10
GROW_FLOWER = "sunflower"
FILM_SEED, FILM_COLUMNS = 4, 10
REVERSE_STEPS = (5, 10, 20)
REVERSE_ETAS = (0.0, 0.5, 1.0)
WATCH_SIDE = 4  # samples a row and a column
WATCH_LONGEST = 24  # grids of samples that fit into a figure
WEBP_WIDEST = 16_383  # pixels: WebP has 14 bits for a width
GAP = 2  # white pixels between two pictures of a grid (ddimlib.runs.grids)


def read_recording(run: str, name: str) -> dict[str, Any]:
    """The content of ``<name>.json`` of a recorded run, without what a page has no use for.

    Raises:
        FileNotFoundError: where it was not recorded; the message says how to.
    """
    file = recorded.path(run) / f"{name}.json"
    if not file.is_file():
        raise FileNotFoundError(
            f"{run} has no {file.name}: make it with python -m ddimlib.widgets record {run}"
        )
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    content.pop("environment", None)
    return content


def read_sheets(run: str, *names: str) -> list[str]:
    """The ``data:`` addresses of ``<name>.webp`` of a recorded run."""
    return [webp_address((recorded.path(run) / f"{name}.webp").read_bytes()) for name in names]


def write_recording(
    run: str, name: str, content: dict[str, Any], sheets: dict[str, bytes]
) -> list[Path]:
    """Write ``<name>.json`` of a recorded run and its sheets, WebP by name; and who measured it.

    Returns:
        The files, the first with the content; ``read_recording`` and ``read_sheets`` read them.

    Raises:
        FileNotFoundError: where there is no such run.
        OSError: where the library is installed from a wheel, or nothing can be written.
    """
    folder = _place(run)
    file = folder / f"{name}.json"
    machine = logbook.environment(torch.device("cpu"), torch.float32, processes=1)
    # The content last: where it is new, so is all that it speaks of.
    for sheet, picture in sheets.items():
        checkpoints.write_bytes(folder / f"{sheet}.webp", picture)
    checkpoints.write_text(file, json.dumps(content | {"environment": machine}) + "\n")
    return [file, *(folder / f"{sheet}.webp" for sheet in sheets)]


def check_contract(about: dict[str, Any]) -> dict[str, Any]:
    """What ``export.describe`` says of a model, if a page can sample from it.

    ``static/schedules.js`` has every schedule of ``ddimlib.schedules`` and ``static/sampling.js``
    every target of ``ddimlib.diffusion``; tests hold them to that. Anything else a page would take
    for something that it is not.

    Raises:
        ValueError: for a schedule or a target without a name there.
    """
    for what, name, known in (
        ("schedule", about["schedule"]["kind"], SCHEDULES),
        ("target", about["target"], TARGETS),
    ):
        if name not in known:
            raise ValueError(
                f"no page can sample from a network with the {what} {name!r}: pages know "
                f"{', '.join(known)}. Sample from it in Python."
            )
    return about


def decode_frames(text: str, size: int) -> NDArray[np.uint8]:
    """Pictures (n, size, size, 3) from what ``encode_bytes`` made of them."""
    flat = np.frombuffer(base64.b64decode(text), dtype=np.uint8)
    return flat.reshape(-1, size, size, 3)


def webp(pixels: NDArray[np.uint8], quality: int, *, lossless: bool = False) -> bytes:
    """A (height, width, 3) picture as WebP; without loss, ``quality`` is the effort."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "WEBP", quality=quality, method=6, lossless=lossless)
    return buffer.getvalue()


def planes_webp(pixels: NDArray[np.uint8], quality: int) -> bytes:
    """A picture as WebP in three grey planes, red above green above blue.

    WebP halves the resolution of colours, of which noise consists.
    """
    planes = np.concatenate([pixels[..., channel] for channel in range(3)])
    return webp(np.stack([planes] * 3, axis=2), quality)


def webp_address(content: bytes) -> str:
    """A ``data:`` address of a WebP picture."""
    return "data:image/webp;base64," + base64.b64encode(content).decode("ascii")


def record_growth(model: DiffusionModel, folder: Path, flower: str = GROW_FLOWER) -> None:
    """Write ``grow.json``; a network that does not know the flower names none."""
    about = check_contract(export.describe(model))
    kept = {math.ceil((i + 1) * GROW_STEPS / GROW_FRAMES) for i in range(GROW_FRAMES)}
    names = list(model.class_names)
    label = names.index(flower) if flower in names else None
    grown = grow(model, SEED, GROW_STEPS, label=label, guidance=GUIDANCE, interval=INTERVAL)
    steps = enumerate(grown, start=1)
    frames = [bytes_of(model, step.prediction.image)[0].numpy() for i, step in steps if i in kept]
    content = {
        **about,
        "seed": SEED,
        "steps": GROW_STEPS,
        "label": label,
        "model_bytes": export.padded_length(model),
        "model_digest": export.version(model),
        "frames": encode_bytes(np.stack(frames)),
    }
    _write_json(folder / "grow.json", content)


def record_film(model: DiffusionModel, folder: Path) -> None:
    """Write ``film.json``, ``film.webp`` and ``film-noisy.webp``: DDIM, a picture a step."""
    check_contract(export.describe(model))
    noisy = torch.from_numpy(browser_noise(FILM_SEED, (1, *model.picture_shape)))
    frames = []
    for step in grow(model, FILM_SEED, GROW_STEPS):
        frames.append(bytes_of(model, torch.cat([step.prediction.image, noisy])).numpy())
        noisy = step.noisy
    rows = np.stack(frames, axis=1)  # (believed or seen, step, height, width, colour)
    _, _, size, _, colours = rows.shape
    sheets = rows.reshape(2, -1, FILM_COLUMNS, size, size, colours).swapaxes(2, 3)
    believed, seen = sheets.reshape(2, -1, FILM_COLUMNS * size, colours)
    # Without loss: the page measures when these pictures are settled.
    checkpoints.write_bytes(folder / "film.webp", webp(believed, quality=100, lossless=True))
    checkpoints.write_bytes(folder / "film-noisy.webp", planes_webp(seen, quality=50))
    _write_json(folder / "film.json", {"seed": FILM_SEED, "steps": GROW_STEPS})


def record_reverse(model: DiffusionModel, folder: Path) -> None:
    """Write ``reverse.json`` and ``reverse.webp``: a row a run, a column a step."""
    about = check_contract(export.describe(model))
    _, size, _ = model.picture_shape
    runs = [{"steps": steps, "eta": eta} for steps in REVERSE_STEPS for eta in REVERSE_ETAS]
    columns = max(REVERSE_STEPS)
    sheet = np.full((2, len(runs), size, columns, size, 3), 255, dtype=np.uint8)
    for row, run in enumerate(runs):
        for column, step in enumerate(grow(model, SEED, int(run["steps"]), eta=run["eta"])):
            for part, images in enumerate((step.prediction.image, step.noisy)):
                sheet[part, row, :, column] = bytes_of(model, images)[0].numpy()
    predicted, noisy = sheet.reshape(2, len(runs) * size, columns * size, 3)
    checkpoints.write_bytes(folder / "reverse.webp", webp(predicted, quality=88))
    checkpoints.write_bytes(folder / "noisy.webp", planes_webp(noisy, quality=50))
    content = {**about, "seed": SEED, "columns": columns, "runs": runs}
    _write_json(folder / "reverse.json", content)


def watch_sheet(grids: Iterable[Path], size: int) -> bytes:
    """A corner of each grid, one beside the other, as WebP."""
    side = watch_side(size)
    corners = [np.asarray(Image.open(path).convert("RGB"))[:side, :side] for path in grids]
    whole = [
        np.pad(
            corner,
            ((0, side - corner.shape[0]), (0, side - corner.shape[1]), (0, 0)),
            constant_values=255,
        )
        for corner in corners
    ]
    return webp(np.concatenate(whole, axis=1), quality=50)


def watch_side(size: int) -> int:
    """Pixels of the corner that is shown of a grid, for pictures of so many pixels."""
    return WATCH_SIDE * (size + GAP) - GAP


def spread_grids(grids: dict[int, Path], size: int) -> dict[int, Path]:
    """As many grids as fit into a figure, evenly spread, first and last among them."""
    most = min(WATCH_LONGEST, WEBP_WIDEST // watch_side(size))
    if len(grids) <= most:
        return grids
    epochs = list(grids)
    kept = {epochs[round(i * (len(epochs) - 1) / max(1, most - 1))] for i in range(most)}
    return {epoch: path for epoch, path in grids.items() if epoch in kept}


def sample_grids(folder: Path, kind: str = "") -> dict[int, Path]:
    """The grids of samples in a run's folder, by epoch; of its second average with ``second-``."""
    grids = sorted((folder / "samples").glob(f"{kind}epoch-*.png"))
    return {int(path.stem.split("-")[-1]): path for path in grids}


def record_watch(folder: Path, size: int, kind: str = "") -> None:
    """Write ``watch.webp`` and ``watch.json`` for the samples that the folder holds.

    Args:
        kind: "second-" for those of the second average, in files of that name.

    Raises:
        ValueError: where no second average was kept, or not sampled from.
    """
    grids = spread_grids(sample_grids(folder, kind), size)
    if kind and not grids:
        raise ValueError(f"{folder.name} holds no samples of a second average: it kept none")
    if grids:
        sheet = watch_sheet(grids.values(), size)
        checkpoints.write_bytes(folder / f"{kind}watch.webp", sheet)
        _write_json(folder / f"{kind}watch.json", {"epochs": list(grids)})


def _write_json(path: Path, content: Any) -> None:
    checkpoints.write_text(path, json.dumps(content, ensure_ascii=False) + "\n")


def _place(run: str) -> Path:
    """Where a recorded run is written to; an installed library is only read."""
    recorded.path(run)  # refuses a name that nobody has recorded
    return recorded.new(run)


def record(run: str, parts: Collection[str] = PARTS) -> list[Path]:
    """Write what figures show of a recorded run, or some ``parts`` of it; returns all its files.

    Raises:
        FileNotFoundError: where there is no such run.
        ValueError: for a part that is neither one of ``PARTS`` nor "second-watch"; for the latter
            where the run kept no second average.
        OSError: where the library is installed from a wheel, or nothing can be written.
    """
    from ddimlib.runs import load

    for part in parts:
        check_name(part, (*PARTS, SECOND), "part of a recording")
    folder = _place(run)
    model = load(run)
    if "grow" in parts:
        record_growth(model, folder)
    if "film" in parts:
        record_film(model, folder)
    if "reverse" in parts:
        record_reverse(model, folder)
    if "watch" in parts:
        record_watch(folder, model.picture_shape[1])
    if SECOND in parts:
        record_watch(folder, model.picture_shape[1], "second-")
    return [folder / file for file in FILES if (folder / file).is_file()]
