"""U-Net map (chapter 5): the blocks of a network as it runs, and what one picture becomes there."""

from __future__ import annotations

import copy
import re
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ddimlib.data.photograph import CREDIT, sample_flower
from ddimlib.diffusion import DiffusionModel
from ddimlib.look_inside import Block, trace
from ddimlib.unet import UNet
from ddimlib.widgets.embedding_explorer import signed_colours
from ddimlib.widgets.layer import Figure, encode_bytes
from ddimlib.widgets.noise import browser_noise
from ddimlib.widgets.pictures import as_picture
from ddimlib.widgets.stills import Still

_KINDS = {
    "ResidualBlock": "residual block",
    "ConditionedBlock": "residual block",
    "SelfAttention": "self-attention",
    "Conv2d": "1 × 1 convolution",
    "Embedding": "a learned vector for each class",
}


def unet_map(
    model: DiffusionModel,
    picture: Any = None,
    *,
    t: float | int = 0.25,
    seed: int = 7,
    maps: int = 8,
) -> Figure:
    """Point at a block, or tab to it: its shapes, its parameters, its feature maps of a picture.

    Everything is read from one run of the network through forward hooks (``look_inside.trace``).

    Args:
        model: a trained model with a ``UNet``.
        picture: a square colour picture of at most 64 pixels a side (see
            ``pictures.as_picture``); by default scikit-learn's sample photograph of a flower at
            the size of the model's pictures.
        t: the time, in [0, 1], at which noise is added to it.
        seed: of the noise field.
        maps: how many channels of a block to show: those that vary most over the picture.

    Raises:
        ValueError: for too large a picture, or ``t`` outside [0, 1].
    """
    network = model.network
    if not isinstance(network, UNet):
        raise TypeError(f"the map draws a UNet, got {type(network).__name__}")
    if picture is None:
        pixels = sample_flower(model.image_size if model.image_size in (32, 48, 64) else 64)
    else:
        pixels = as_picture(picture)
    credit = CREDIT if picture is None else ""
    if pixels.shape[0] > 64:
        raise ValueError(
            f"the picture has {pixels.shape[0]} pixels a side; feature maps of more than 64 "
            "would outgrow the page: reduce it first"
        )
    run = _run(model, pixels, t, seed)
    total = sum(block.parameters for block in run.blocks)
    # The picture before the noise level and the class, in whatever order they were embedded.
    blocks = sorted(run.blocks, key=lambda block: block.name != "embed_image")
    noisy, prediction = _describe_ends(run)
    inside = [_describe(block, network, model.target, total, maps) for block in blocks]
    entries = [noisy, *inside, prediction]
    size = pixels.shape[0]
    return Figure(
        "unet_map",
        {
            "blocks": entries,
            "sizes": [size // 2**level for level in range(len(network.widths) + 1)],
            "selected": next(
                i for i, entry in enumerate(entries) if entry["name"].startswith("down")
            ),
        },
        label="Inside the U-Net",
        caption=(
            f"One noisy picture (t = {t:g}) on its way through the {total:,} parameters. Point at "
            "a block, or move with Tab and the arrow keys: each shows the channel that varies "
            f"most, and below its {maps} most varying channels (blue above the channel's mean, "
            "orange below). The green bar grows with the root of the block's parameters. A dashed "
            "frame is the other end of a skip connection." + credit
        ),
        still=_still(entries, len(network.widths) + 1, size),
    )


class _Run:
    """What one run of the network in double precision left behind."""

    def __init__(self, noisy: Tensor, prediction: Tensor, blocks: list[Block]) -> None:
        self.noisy = noisy
        self.prediction = prediction
        self.blocks = blocks


class _DoubleEmbedding(nn.Module):
    """The sinusoidal embedding without its detour through float32."""

    def __init__(self, angular_speeds: Tensor) -> None:
        super().__init__()
        self.angular_speeds = angular_speeds.double()

    def forward(self, noise_level: Tensor) -> Tensor:
        angles = noise_level.double()[:, None] * self.angular_speeds
        return torch.cat([angles.sin(), angles.cos()], dim=1)


def _run(model: DiffusionModel, pixels: NDArray[np.uint8], t: float | int, seed: int) -> _Run:
    """Add noise to the picture and predict, in double precision throughout.

    Float32 differs between processors in its last digits, which would now and then tip a value
    over the edge of a rounding step, and the figure's bytes must be the same everywhere.
    """
    model = copy.deepcopy(model).cpu().double().eval()
    model.requires_grad_(True)  # a loaded model is frozen, and frozen parameters are not counted
    network = model.network
    assert isinstance(network, UNet)
    network.embed_noise = _DoubleEmbedding(network.embed_noise.angular_speeds)  # type: ignore[assignment]
    image = model.normalise(torch.from_numpy(pixels.copy()).permute(2, 0, 1)[None])
    noise = torch.from_numpy(browser_noise(seed, tuple(image.shape))).double()
    rates = model.schedule(torch.tensor(t, dtype=torch.float64))
    noisy = rates.signal * image + rates.noise * noise
    with torch.no_grad():
        prediction = model.denoise(noisy, float(t)).image
    blocks = trace(network, noisy, rates.noise**2)
    return _Run(model.to_pictures(noisy)[0], model.to_pictures(prediction)[0], blocks)


def _describe(block: Block, network: UNet, target: str, total: int, maps: int) -> dict[str, Any]:
    """All that the page says and shows about a block."""
    side, level, title = _place(block, len(network.widths))
    values = block.output[0].numpy()
    count, size, packed = _pack(values, maps)
    kind = "sines and cosines" if block.name == "embed_noise" else _KINDS[block.kind]
    share = 100 * block.parameters / total
    facts = [
        ("in", _shape(block.input_shape)),
        ("out", _shape(block.output_shape)),
        ("parameters", f"{block.parameters:,} ({share:.1f} %)"),
        ("multiply-adds", f"{block.macs / 1e6:.1f} million" if block.macs else "none"),
        ("in the code", block.name),
    ]
    if block.skip:
        facts.append(("skip from", block.skip))
    return {
        "name": block.name,
        "title": title,
        "kind": kind,
        "side": side,
        "level": level,
        "skip": block.skip,
        "shape": _shape(block.output_shape),
        "parameters": block.parameters,
        "facts": facts,
        "sentence": _explain(block, side, network, target),
        "shown": f"{count} of its {values.shape[0]} feature maps, {_shape(size)} each"
        if values.ndim == 3
        else f"its {values.shape[0]} numbers",
        "count": count,
        "size": size,
        "maps": encode_bytes(packed),
    }


def _explain(block: Block, side: str, network: UNet, target: str) -> str:
    """What the block is for, in a sentence or two."""
    channels = block.output_shape[0]
    if block.name == "embed_image":
        return f"Each pixel's {block.input_shape[0]} colours become {channels} channels."
    if block.name == "embed_noise":
        return (
            "The noise variance becomes a vector of sines and cosines, the same at every pixel, "
            "set beside the embedded image. There is nothing to learn here."
        )
    if block.name == "embed_class":
        return "A learned vector for the class, beside that of the noise; here for “no class”."
    if block.name == "to_prediction":
        return f"The {block.input_shape[0]} channels of each pixel become the predicted {target}."
    if block.kind == "SelfAttention":
        return "Every pixel looks at every other and takes over what it finds alike."
    if side == "middle":
        return "The coarsest view: each value has seen a large part of the picture."
    first, last = block.name.endswith(".0"), block.name.endswith(f".{_depth(network) - 1}")
    if side == "down":
        text = "Finds patterns, and keeps its output for the way up (dashed)."
        return text + (" Then pooling halves the picture." if last else "")
    text = "The coarser picture was doubled in size. " if first else ""
    source = _title(block.skip, len(network.widths))
    return text + f"Sees the way up so far and, through the skip (dashed), what “{source}” kept."


def _depth(network: UNet) -> int:
    """Residual blocks a level."""
    names = [name for name, _ in network.named_modules()]
    return sum(re.fullmatch(r"middle\.blocks\.\d+", name) is not None for name in names)


def _describe_ends(run: _Run) -> list[dict[str, Any]]:
    """The noisy picture at the start of the U and the predicted image at its end."""
    ends = []
    for name, title, side, picture, sentence in (
        ("noisy", "The noisy picture", "down", run.noisy, "The noisy picture enters here."),
        (
            "prediction.image",
            "The predicted image",
            "up",
            run.prediction,
            "What is left when the predicted noise is taken away: the predicted image.",
        ),
    ):
        pixels = np.floor(picture.permute(1, 2, 0).numpy() * 255 + 0.5).astype(np.uint8)
        ends.append(
            {
                "name": name,
                "title": title,
                "kind": "",
                "side": side,
                "level": 0,
                "skip": "",
                "shape": _shape(tuple(picture.shape)),
                "parameters": 0,
                "facts": [("shape", _shape(tuple(picture.shape)))],
                "sentence": sentence,
                "shown": title,
                "count": 1,
                "colour": True,
                "size": (pixels.shape[1], pixels.shape[0]),
                "maps": encode_bytes(pixels),
            }
        )
    return ends


def _shape(sizes: tuple[int, ...]) -> str:
    return " × ".join(str(size) for size in sizes)


def _place(block: Block, levels: int) -> tuple[str, int, str]:
    """The block's side of the U, its level (0 is full resolution) and its title."""
    title = _title(block.name, levels)
    if block.name.startswith("middle"):
        return "middle", levels, title
    if match := re.match(r"down\.(\d+)", block.name):
        return "down", int(match[1]), title
    if match := re.match(r"up\.(\d+)", block.name):
        return "up", levels - 1 - int(match[1]), title
    return ("up" if block.name == "to_prediction" else "down"), 0, title


def _title(name: str, levels: int) -> str:
    """A block's name for people."""
    plain = {
        "embed_image": "Image embedding",
        "embed_noise": "Noise embedding",
        "embed_class": "Class embedding",
        "to_prediction": "Output",
    }
    if name in plain:
        return plain[name]
    match = re.fullmatch(r"(down|up|middle)\.?(\d+)?\.(blocks|attention)\.(\d+)", name)
    if match is None:
        return name
    way, number, part, index = match.groups()
    level = "" if number is None else f" {levels - int(number) if way == 'up' else int(number) + 1}"
    part = "block" if part == "blocks" else "attention"
    return f"{way.capitalize()}{level}, {part} {int(index) + 1}"


def _pack(values: NDArray[np.float64], maps: int) -> tuple[int, tuple[int, int], NDArray[np.uint8]]:
    """The channels that vary most, as 15 steps a value, two values a byte.

    A step of 7 is the channel's mean; 0 and 14 are three standard deviations from it. A vector
    becomes one row, on the scale of its largest entry.

    Returns:
        The number of maps, (width, height) of each, and the bytes.
    """
    if values.ndim == 1:
        signed = (values / max(np.abs(values).max(), 1e-12))[None, None]
    else:
        flat = values.reshape(values.shape[0], -1)
        spread = flat.std(axis=1)
        # Rounded, so that a tie is broken by position and not by the last digit.
        order = np.argsort(-np.round(spread, 9), kind="stable")[:maps]
        scaled = (flat[order] - flat[order].mean(axis=1, keepdims=True)) / np.maximum(
            3 * spread[order, None], 1e-12
        )
        signed = np.clip(scaled, -1, 1).reshape(len(order), *values.shape[1:])
    steps = np.rint(7 + 7 * signed).astype(np.uint8)
    halves = steps.reshape(-1)
    if halves.size % 2:
        halves = np.append(halves, np.uint8(7))
    return (
        signed.shape[0],
        (signed.shape[2], signed.shape[1]),
        (halves[0::2] << 4 | halves[1::2]).astype(np.uint8),
    )


def unpack(entry: dict[str, Any]) -> NDArray[np.uint8]:
    """The picture of an entry's first map, as the page draws it: (height, width, 3)."""
    import base64

    width, height = entry["size"]
    data = np.frombuffer(base64.b64decode(entry["maps"]), dtype=np.uint8)
    if entry.get("colour"):
        return data.reshape(height, width, 3).copy()
    steps = np.stack([data >> 4, data & 15], axis=1).reshape(-1)[: width * height]
    return signed_colours((steps.reshape(height, width).astype(np.float64) - 7) / 7)


def _still(entries: list[dict[str, Any]], levels: int, size: int) -> str:
    """The U with one small map a block."""
    side, row = 44, 58
    still = Still(640, row * levels + 4, "The blocks of the U-Net, with a feature map of each")
    for level in range(levels):
        y = row * level + 2
        indent = 110 * level / max(levels - 1, 1)
        here = [entry for entry in entries if entry["level"] == level]
        down = [entry for entry in here if entry["side"] == "down"]
        up = [entry for entry in here if entry["side"] == "up"]
        middle = [entry for entry in here if entry["side"] == "middle"]
        places = [(entry, indent + (side + 6) * i) for i, entry in enumerate(down)]
        places += [
            (entry, 640 - indent - (side + 6) * (len(up) - i) + 6) for i, entry in enumerate(up)
        ]
        width = (side + 6) * len(middle)
        places += [(entry, 320 - width / 2 + (side + 6) * i) for i, entry in enumerate(middle)]
        for entry, x in places:
            pixels = unpack(entry)
            step = max(pixels.shape[0] // 32, 1)
            still.picture(pixels[::step, ::step], x, y, side, height=side)
        label = f"{size // 2**level} × {size // 2**level}"
        if down and up:
            start = indent + (side + 6) * len(down)
            still.line(
                [(start, y + 22), (640 - indent - (side + 6) * len(up), y + 22)],
                colour="line",
                dash=True,
            )
            still.text(320, y + 17, label, size=12, anchor="middle", colour="muted")
        else:
            still.text(320 + width / 2 + 6, y + 26, label, size=12, colour="muted")
    return still.to_svg()
