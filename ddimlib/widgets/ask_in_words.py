"""Ask in words (chapter 12): a prompt box, with the network that hears words in the browser.

    python -m ddimlib.widgets ask

writes ``ask.json`` beside the weights of a recorded run: what its sampler must know, its words, and
one picture that was asked for, step by step, with the places where each word was looked at. The
page shows that before anything is downloaded. The network is exported when the book is built.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ddimlib.data import captions
from ddimlib.data.captions import Colours, caption
from ddimlib.diffusion import DiffusionModel
from ddimlib.guidance import guided_along
from ddimlib.runs import export
from ddimlib.samplers import Denoise
from ddimlib.widgets.growing import bytes_of, grow
from ddimlib.widgets.layer import Figure, encode_bytes
from ddimlib.widgets.network import network_data
from ddimlib.widgets.recording import (
    check_contract,
    decode_frames,
    read_recording,
    write_recording,
)
from ddimlib.widgets.stills import Still
from ddimlib.words import WordUNet, spoken_words

RUN = "words32"
OPENS_WITH = ("camellia", Colours("white", "dark"))
SEED, STEPS, GUIDANCE = 3, 20, 3.0
SHOWN = 5  # steps in the still picture


def ask_in_words(run: str = RUN) -> Figure:
    """Write a prompt, and see the picture grow and at which word each place looks.

    Nothing is downloaded before the reader presses the button, which says how much; see
    ``grow_a_flower`` for where the network lies.

    Args:
        run: a recorded run for which ``python -m ddimlib.widgets ask`` was called.

    Raises:
        FileNotFoundError: where the run or its recording is missing.
        ValueError: for a schedule or a target that pages do not know (``check_contract``).
    """
    about = read_recording(run, "ask")
    network = network_data(run, "ask")
    del network["class_names"], network["classes"]  # they are captions here
    own = ("prompt", "parts", "seed", "steps", "guidance", "known", "side", "frames", "looks")
    data = {**network, "none": [0] * about["known"]["length"], **{k: about[k] for k in own}}
    return Figure(
        "ask",
        data,
        label="Ask for a flower in words",
        caption=(
            f"{run}, a network of this book, hears a prompt and draws {about['size']} × "
            f"{about['size']} pixels, in this page. Choose from the lists, or write. The small "
            "pictures show where each word is looked at, at the step that you choose: brightest is "
            "most. Write what you do not want into the second line, or have one word said louder. "
            "The same seed and prompt give the same picture every time, here and in Python."
        ),
        still=_still(about),
    )


def _still(about: dict[str, Any]) -> str:
    frames = decode_frames(about["frames"], about["size"])
    chosen = np.linspace(0, len(frames) - 1, SHOWN).round().astype(int)
    still = Still(640, 158, f"Asked for in words, in {SHOWN} steps: {about['prompt']}")
    still.text(2, 16, f"“{about['prompt']}”, at {SHOWN} of {len(frames)} steps")
    for column, i in enumerate(chosen):
        still.picture(frames[i], 128 * column + 2, 28, 124)
    return still.to_svg()


def asking(
    model: DiffusionModel,
    prompt: str,
    *,
    unwanted: str = "",
    louder: int | None = None,
    guidance: float = GUIDANCE,
    extra: float = 0.0,
) -> Denoise:
    """The denoiser of a prompt, as the page asks for it (``links`` in static/asking.js).

    Args:
        model: its network is a ``WordUNet``, which is told these words and no others from now on.
        prompt: what is wanted.
        unwanted: what is not; without it, guidance begins with no words.
        louder: a word of the prompt, counted from 0, that is to be guided more than the others.
        guidance: the scale.
        extra: how much higher it is for that word.

    Raises:
        ValueError: for an unknown word.
    """
    texts, scales = [unwanted, prompt], [guidance]
    if louder is not None and extra:
        kept = [word for i, word in enumerate(spoken_words(prompt)) if i != louder]
        texts.insert(1, " ".join(kept))
        scales.append(guidance + extra)
    assert isinstance(model.network, WordUNet)
    model.network.say(texts)
    return guided_along(model, range(len(texts)), scales)


@torch.no_grad()
def record(
    run: str = RUN, wanted: tuple[str, Colours] = OPENS_WITH, model: DiffusionModel | None = None
) -> list[Path]:
    """Write ``ask.json`` of a recorded run.

    Args:
        run: the run.
        wanted: the flower and the colours that the figure opens with.
        model: used instead of loading the run.

    Raises:
        ValueError: where its network hears no words, or looks at none.
    """
    from ddimlib.runs import load

    model = model or load(run)
    network = model.network
    if not isinstance(network, WordUNet) or not network.looks:
        raise ValueError(
            f"{run} has a network that looks at no words: record one that benchmarks/beyond.py "
            "has trained as words"
        )
    heard = network.captions
    about = check_contract(export.describe(model))
    prompt = caption(*wanted)
    count = len(spoken_words(prompt)) + 1
    frames, looks = [], []
    for step in grow(model, SEED, STEPS, denoise=asking(model, prompt)):
        frames.append(bytes_of(model, step.prediction.image)[0].numpy())
        # Of the doubled batch, the half that was told the prompt.
        looks.append(network.where_it_looked()[-1, :count])
    maps = (torch.stack(looks).sqrt() * 255).round().to(torch.uint8).numpy()
    asked_for = known(heard, about.pop("words"), about.pop("length"))
    content = {
        **about,
        "prompt": prompt,
        "parts": {"flower": wanted[0], **wanted[1]._asdict()},
        "seed": SEED,
        "steps": STEPS,
        "guidance": GUIDANCE,
        "known": asked_for,
        "side": int(maps.shape[-1]),
        "model_bytes": export.padded_length(model),
        "model_digest": export.version(model),
        "frames": encode_bytes(np.stack(frames)),
        "looks": encode_bytes(maps),
    }
    network.say(heard)
    return write_recording(run, "ask", content, {})


def known(heard: Sequence[str], words: Sequence[str], length: int) -> dict[str, Any]:
    """What can be asked for, as the page says it: words, colours, grounds, flowers.

    Args:
        heard: captions that the network was trained with, of which the shortest name a flower.
        words: of its vocabulary, in their order.
        length: how many it hears at once.
    """
    plain = [text for text in heard if " on a" not in text]  # "on a ground", "on an orange ground"
    colours = [colour for colour in captions.BLOSSOMS if colour in words]
    bare = {text.split(" ", 1)[1] for text in plain}
    # "a white water lily" is no flower's name where "a water lily" is one.
    flowers = sorted(
        name
        for name in bare
        if name.split(" ", 1)[0] not in colours or name.split(" ", 1)[-1] not in bare
    )
    return {
        "words": list(words),
        "length": length,
        "colours": colours,
        "grounds": [
            ground
            for ground in captions.GROUNDS.values()
            if any(text.endswith(f" {ground} ground") for text in heard)
        ],
        "flowers": flowers,
    }
