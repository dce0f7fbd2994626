"""What a network that hears words makes of them, counted: the recorded numbers of chapter 12.

    python benchmarks/asked_in_words.py --dataset FOLDER            print everything
    python benchmarks/asked_in_words.py --dataset FOLDER --record   and store it for chapter 12
    python benchmarks/asked_in_words.py counted looks --dataset …   only these parts

    captions   in which colours the photographs show a flower, and which of these are left out
    counted    200 prompts of each kind: flower right, colour right, ground right, flower and colour
    louder     the colour asked for at one scale of guidance, flower and ground at another
    negative   a flower asked for, and not in its commonest colour
    looks      at which words the places of a picture look, inside the blossom and around it

Each part goes to a file of its own in `book/results/asked-in-words/`, with its config and the
machine. The runs are those of `benchmarks/beyond.py` ("words" and "bag"), and the network of
classes that they started from.

The measures were fixed before a picture was seen. *Flower right*: the first guess of the classifier
of chapter 10, among 90, is the flower that was asked for. *Colour right*: `captions.colours`, which
has named the colours of the photographs, gives the picture the colour that was asked for. Errors
are Wilson's intervals; where a pair of flower and colour is asked for several times, they are as
wide as that makes them (`metrics.grouped_share`). Prompts, noises and scales are fixed by the
config below; the goal (60 % colour, 50 % flower) is counted at a scale of 3, always. The kinds of
prompts:

    trained    a flower in a colour that the network was shown
    left out   photographs show it, and none of them was trained on (`captions.left_out`); the
               network that it started from has seen them, but had no words for colours
    never      no photograph shows it
    named      the flower's name says one colour, the prompt another: "a blue yellow iris"
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import torch
from torch import Tensor, nn

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import in_parts  # noqa: E402

from ddimlib import guidance, metrics, runs  # noqa: E402
from ddimlib.data import Images, captions, load_dataset  # noqa: E402
from ddimlib.data.captions import Colours  # noqa: E402
from ddimlib.diffusion import DiffusionModel  # noqa: E402
from ddimlib.runs import devices, features, logbook  # noqa: E402
from ddimlib.samplers import ddim, sample, seeded_noise  # noqa: E402
from ddimlib.words import WordUNet, spoken_words  # noqa: E402

RECORD = "asked-in-words"
KINDS = ("trained", "left out", "never", "named")


@dataclass(frozen=True)
class Config:
    """Everything that decides the numbers."""

    words: str = "words32"
    bag: str = "bag32"
    classes: str = "flowers32"
    dataset: str = "flowers64"
    classifier: str = "classifier64"
    precision: str = "bfloat16"
    one_in: int = 5  # as in training
    seed: int = 0
    prompts: int = 200
    steps: int = 20
    scale: float = 3.0
    scales: tuple[float, ...] = (1.0, 3.0, 5.0)
    interval: tuple[float, float] = (0.2, 0.8)
    louder: tuple[tuple[float, float], ...] = (
        (1.0, 1.0), (1.0, 3.0), (3.0, 1.0), (3.0, 3.0), (3.0, 6.0),
    )  # fmt: skip
    looked_at: int = 100


#: A few prompts and steps, to try the command.
SMOKE: dict[str, Any] = {"prompts": 6, "steps": 2, "scales": (1.0, 3.0), "looked_at": 6}


class Prompt(NamedTuple):
    """What is asked for: a flower, and colours."""

    name: str
    seen: Colours

    @property
    def text(self) -> str:
        return captions.caption(self.name, self.seen)


class Classifier(Protocol):
    """What says which flower a picture shows."""

    class_names: tuple[str, ...]

    def classify(self, pictures: Tensor) -> Tensor: ...


class Bench:
    """The networks, the photographs, what these show, and who judges."""

    def __init__(
        self,
        config: Config,
        models: dict[str, DiffusionModel],
        data: Images,
        classifier: Classifier,
    ) -> None:
        assert data.labels is not None
        self.config, self.models, self.data, self.classifier = config, models, data, classifier
        self.names = data.class_names
        labels = torch.cat([data.labels.train, data.labels.validation]).tolist()
        self.seen = captions.colours(torch.cat([data.train, data.validation]))
        self.shown = [self.names[label] for label in labels]
        self.out = captions.left_out(self.shown, self.seen, config.one_in)
        told = {one.blossom for one, out in zip(self.seen, self.out, strict=True) if not out}
        self.blossoms = [colour for colour in captions.BLOSSOMS if colour in told]

    def fast(self) -> AbstractContextManager[object]:
        cpu = torch.device("cpu")
        return devices.autocast(cpu, devices.pick_precision(cpu, self.config.precision))

    def pairs(self, kind: str) -> list[tuple[str, str]]:
        """All flowers in all colours that are of a kind, in a fixed order."""
        every = {(name, blossom) for name in self.names for blossom in self.blossoms}
        shown = [(name, one.blossom) for name, one in zip(self.shown, self.seen, strict=True)]
        out = {pair for pair, left in zip(shown, self.out, strict=True) if left}
        if kind == "trained":
            return sorted(set(shown) - out)
        if kind == "left out":
            # The network knows the word, and the colour is not a slip in one photograph.
            counts = Counter(shown)
            return sorted(p for p in out if p[1] in self.blossoms and counts[p] > 1)
        if kind == "never":
            return sorted(every - set(shown))
        said = {name: {c for c in self.blossoms if c in name.replace("-", " ").split()}
                for name in self.names}  # fmt: skip
        return sorted(pair for pair in every if said[pair[0]] and pair[1] not in said[pair[0]])

    def prompts(self, kind: str) -> list[Prompt]:
        """As many as the config says, on grounds that the network was shown with the flower."""
        draw = random.Random(f"{self.config.seed} {kind}")
        pairs = self.pairs(kind)
        draw.shuffle(pairs)
        grounds: dict[str, set[str]] = {}
        for name, one, out in zip(self.shown, self.seen, self.out, strict=True):
            if not out:
                grounds.setdefault(name, set()).add(one.ground)
        found = []
        for i in range(self.config.prompts if pairs else 0):
            name, blossom = pairs[i % len(pairs)]
            others = sorted(grounds[name] - {captions.GROUNDS[blossom]}) or [""]
            found.append(Prompt(name, Colours(blossom, draw.choice(others))))
        return found

    def grown(
        self,
        model: DiffusionModel,
        asked: Sequence[Tensor],
        scales: Sequence[float],
        interval: guidance.Interval = None,
    ) -> Tensor:
        """A picture for each label, uint8, from the same noises every time."""
        made = []
        for rows in torch.arange(len(asked[-1])).split(100):
            noise = self.noise(model, rows)
            denoise = guidance.guided_along(model, [one[rows] for one in asked], scales, interval)
            with self.fast(), torch.no_grad():
                images = sample(denoise, model.schedule, noise, steps=self.config.steps)
            made.append((model.to_pictures(images.float()) * 255).round().to(torch.uint8))
        return torch.cat(made)

    def noise(self, model: DiffusionModel, rows: Tensor) -> Tensor:
        seeds = [self.config.seed * 1_000_003 + n for n in rows.tolist()]
        return seeded_noise(seeds, model.picture_shape)

    def said(self, *texts: Sequence[str]) -> list[Tensor]:
        """Tell the network prompts, one list for each step of guidance; their numbers."""
        network = self.models["words"].network
        assert isinstance(network, WordUNet)
        return say(network, *texts)

    def guesses(self, pictures: Tensor) -> list[str]:
        """The flower that the classifier sees in each picture."""
        with torch.no_grad():
            parts = [self.classifier.classify(p.float() / 255) for p in pictures.split(128)]
        return [self.classifier.class_names[i] for i in torch.cat(parts).argmax(1).tolist()]

    def judged(self, pictures: Tensor, prompts: Sequence[Prompt]) -> dict[str, Any]:
        """How often flower, colour, ground, and flower and colour, are those asked for."""
        flower = [a == p.name for a, p in zip(self.guesses(pictures), prompts, strict=True)]
        seen = captions.colours(pictures)
        colour = [a.blossom == p.seen.blossom for a, p in zip(seen, prompts, strict=True)]
        ground = [a.ground == p.seen.ground for a, p in zip(seen, prompts, strict=True)]
        both = [a and b for a, b in zip(flower, colour, strict=True)]
        counts = {"flower": flower, "colour": colour, "ground": ground, "both": both}
        pairs = [(prompt.name, prompt.seen.blossom) for prompt in prompts]
        groups = torch.tensor([pairs.index(pair) for pair in pairs])
        return {"pictures": len(pictures), "pairs": len(set(pairs))} | {
            name: metrics.grouped_share(torch.tensor(hits), groups)._asdict()
            for name, hits in counts.items()
        }


def say(network: WordUNet, *texts: Sequence[str]) -> list[Tensor]:
    """Tell a network several lists of prompts; for each list, the numbers of its prompts."""
    network.say([text for some in texts for text in some])
    return list(torch.arange(sum(map(len, texts))).split([len(some) for some in texts]))


def shown_shares(row: dict[str, Any]) -> str:
    return " ".join(f"{n} {row[n]['share']:.2f}" for n in ("flower", "colour", "ground", "both"))


# --- The parts ----------------------------------------------------------------------------------


def what_captions_say(bench: Bench) -> dict[str, Any]:
    shown = list(zip(bench.shown, bench.seen, bench.out, strict=True))
    blossoms = {
        name: Counter(one.blossom for of, one, _ in shown if of == name) for name in bench.names
    }
    out = Counter((name, one.blossom) for name, one, left in shown if left)
    print(f"  {sum(out.values())} of {len(shown)} photographs are left out, {len(out)} kinds")
    return {
        "photographs": len(shown),
        "captions": len({captions.caption(name, one) for name, one, _ in shown}),
        "blossoms": {name: dict(sorted(counts.items())) for name, counts in blossoms.items()},
        "grounds": dict(sorted(Counter(one.ground for _, one, _ in shown).items())),
        "left_out": [[*pair, count] for pair, count in sorted(out.items())],
        "kinds": {kind: len(bench.pairs(kind)) for kind in KINDS},
        "examples": {kind: [p.text for p in bench.prompts(kind)[:8]] for kind in KINDS},
    }


def counted(bench: Bench) -> dict[str, Any]:
    config, rows = bench.config, []
    ways: list[tuple[float, guidance.Interval]] = [(scale, None) for scale in config.scales]
    ways.append((config.scale, config.interval))
    for kind in KINDS:
        prompts = bench.prompts(kind)
        for name, model in bench.models.items() if prompts else ():
            network = model.network
            if isinstance(network, WordUNet):
                (told,) = say(network, [prompt.text for prompt in prompts])
            else:
                told = torch.tensor([bench.names.index(prompt.name) for prompt in prompts])
            none = torch.full_like(told, network.classes)  # type: ignore[arg-type]
            for scale, interval in ways:
                pictures = bench.grown(model, [none, told], [scale], interval)
                row = {"network": name, "kind": kind, "scale": scale, "interval": interval}
                rows.append(row | bench.judged(pictures, prompts))
                print(f"  {name}, {kind}, {scale:g} in {interval}: {shown_shares(rows[-1])}",
                      flush=True)  # fmt: skip
    return {"rows": rows, "photographs": photographs(bench)}


def photographs(bench: Bench) -> dict[str, Any]:
    """What the classifier recognises of photographs held back, and of the same in false colours.

    Red, green and blue are exchanged in turn, so all colours change but white, grey and black: how
    much does the classifier go by them?
    """
    data = bench.data
    assert data.labels is not None
    names = [data.class_names[label] for label in data.labels.validation]
    found = {}
    for turned, order in (("as they are", (0, 1, 2)), ("turned", (1, 2, 0)), ("back", (2, 0, 1))):
        guesses = bench.guesses(data.validation[:, list(order)])
        hits = sum(guess == name for guess, name in zip(guesses, names, strict=True))
        found[turned] = {
            "pictures": len(names),
            "flower": metrics.share(hits, len(names))._asdict(),
        }
        print(f"  photographs, colours {turned}: flower {hits / len(names):.2f}", flush=True)
    return found


def louder(bench: Bench) -> dict[str, Any]:
    prompts = bench.prompts("never")
    plain = [captions.caption(p.name, p.seen._replace(blossom="")) for p in prompts]
    asked = bench.said([""] * len(prompts), plain, [p.text for p in prompts])
    rows = []
    for scales in bench.config.louder:
        pictures = bench.grown(bench.models["words"], asked, scales)
        rows.append({"flower scale": scales[0], "colour scale": scales[1]})
        rows[-1] |= bench.judged(pictures, prompts)
        print(f"  flower {scales[0]:g}, colour {scales[1]:g}: {shown_shares(rows[-1])}", flush=True)
    return {"rows": rows}


def negative(bench: Bench) -> dict[str, Any]:
    draw = random.Random(f"{bench.config.seed} negative")
    names = sorted(bench.names)
    draw.shuffle(names)
    chosen = [names[i % len(names)] for i in range(bench.config.prompts)]
    most = captions.commonest(bench.shown, bench.seen)
    unwanted = [Prompt(name, Colours(most[name], "")) for name in chosen]
    plain = [captions.caption(name, Colours("", "")) for name in chosen]
    none, asked, against = bench.said([""] * len(plain), plain, [p.text for p in unwanted])
    rows = []
    for way, start in (("plain", none), ("negative", against)):
        pictures = bench.grown(bench.models["words"], [start, asked], [bench.config.scale])
        rows.append({"way": way} | bench.judged(pictures, unwanted))
        del rows[-1]["ground"], rows[-1]["both"]  # no ground was asked for
        print(
            f"  {way}: still in the commonest colour {rows[-1]['colour']['share']:.2f}", flush=True
        )
    return {"rows": rows}


def looks(bench: Bench) -> dict[str, Any]:
    """Without guidance, so that each step asks the prompt alone."""
    config, model = bench.config, bench.models["words"]
    prompts = bench.prompts("trained")[: config.looked_at]
    (told,) = bench.said([prompt.text for prompt in prompts])
    noise, maps = bench.noise(model, told), []
    denoise = guidance.guided(model, told)
    times = [1 - i / config.steps for i in range(config.steps)]
    with bench.fast(), torch.no_grad():
        for step in ddim(denoise, model.schedule, noise, config.steps):
            maps.append(model.network.where_it_looked().float())  # type: ignore[operator]
            images = step.prediction.image
    pictures = (model.to_pictures(images.float()) * 255).round().to(torch.uint8)
    words = list(captions.PALETTE)
    wanted = torch.tensor([words.index(prompt.seen.blossom) for prompt in prompts])
    blossom = (captions.nearest_words(pictures) == wanted[:, None, None]).float()[:, None]
    inside = nn.functional.adaptive_avg_pool2d(blossom, maps[0].shape[-2:])[:, 0]
    share = inside.mean((1, 2))
    usable = (share > 0.05) & (share < 0.95)  # else there is no inside, or no outside
    roles = [places_of(prompt) for prompt in prompts]
    found: dict[str, Any] = {}
    for role in ("colour", "flower", "ground"):
        for where, weight in (("in the blossom", inside), ("around it", 1 - inside)):
            rows = []
            for one in maps:
                heard = torch.stack([m[at[role]].sum(0) for m, at in zip(one, roles, strict=True)])
                mean = ((heard * weight).sum((1, 2)) / weight.sum((1, 2)))[usable]
                rows.append((mean.mean().item(), (mean.std() / len(mean) ** 0.5).item()))
            found.setdefault(role, {})[where] = rows
    print(f"  {int(usable.sum())} of {len(prompts)} pictures have a blossom of that colour")
    return {"times": times, "pictures": int(usable.sum()), "looked": found}


def places_of(prompt: Prompt) -> dict[str, list[int]]:
    """Where the words of a caption stand, counted from 1: 0 stands before all captions."""
    name, whole = len(spoken_words(prompt.name)), len(spoken_words(prompt.text))
    return {"colour": [2], "flower": list(range(3, 3 + name)), "ground": [whole - 1]}


PARTS: dict[str, Callable[[Bench], dict[str, Any]]] = {
    "captions": what_captions_say,
    "counted": counted,
    "louder": louder,
    "negative": negative,
    "looks": looks,
}


def environment(config: Config, part: str) -> dict[str, Any]:
    """The machine, and the command that makes this part again anywhere."""
    name = Path(config.dataset).name
    precision = devices.pick_precision(torch.device("cpu"), config.precision)
    command = f"python benchmarks/asked_in_words.py {part} --dataset {name} --record"
    return logbook.environment(torch.device("cpu"), precision, processes=1) | {"command": command}


def written_config(config: Config) -> dict[str, Any]:
    """The config without places on this machine."""
    named = ("words", "bag", "classes", "dataset")
    return asdict(config) | {name: Path(getattr(config, name)).name for name in named}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all where none is given")
    for name in ("words", "bag", "classes"):
        parser.add_argument(f"--{name}", default=getattr(Config, name), help="a run, or its folder")
    parser.add_argument("--dataset", default=Config.dataset, help="the photographs, with classes")
    parser.add_argument("--data-root", help="where decoded pictures are kept")
    parser.add_argument("--record", action="store_true", help="store the numbers for chapter 12")
    parser.add_argument("--smoke", action="store_true", help="few prompts, to try the command")
    options = parser.parse_args()
    for name in options.parts:
        if name not in PARTS:
            parser.error(f"unknown part {name!r}: choose from {', '.join(PARTS)}")
    devices.prepare(torch.device("cpu"))
    chosen = {name: getattr(options, name) for name in ("words", "bag", "classes", "dataset")}
    config = Config(**chosen, **(SMOKE if options.smoke else {}))
    asked = options.parts or list(PARTS)
    # What the photographs show can be seen before any network has been trained.
    needed = () if asked == ["captions"] else ("words", "bag", "classes")
    models = {name: runs.load(getattr(config, name)) for name in needed}
    for model in models.values():
        model.network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    size = models["words"].image_size if models else 32
    data = load_dataset(config.dataset, size or 32, options.data_root)
    bench = Bench(config, models, data, features.flower_features(config.classifier))
    in_parts.measure(
        asked,
        lambda name: PARTS[name](bench),
        lambda name: written_config(config),
        lambda name: environment(config, name),
        RECORD if options.record else None,
    )


if __name__ == "__main__":
    main()
