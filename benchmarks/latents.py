"""The runs of chapter 14, and what is measured of them.

    python benchmarks/latents.py patches           the best linear code, exactly: seconds
    python benchmarks/latents.py plan              FLOPs, parameters, speed here of each network
    python benchmarks/latents.py train NAME …      one run after the other; see below
    python benchmarks/latents.py measure NAME …    what the chapter shows of each
    python benchmarks/latents.py record            put it among what the book has recorded

Start them in a folder that holds the data set. What is finished is not made again, and a diffusion
run that was interrupted goes on. NAME is one of

    kl, perceptual            an autoencoder of 64×64 to 16×16×4, by the error of pixels and the KL
                              term; with the perceptual loss, too. The last one is used. Its
                              features are those of the book's classifier at every depth, of the
                              picture at its full size
    latents, pixels           diffusion among its latents, and among pixels of 64×64, for equal time
                              on the clock: ``pixels`` has that of the autoencoder on top
    unet-0, transformer-0 …   a U-Net and a DiT of as many FLOPs at 32×32, as many images, the same
                              settings, seeds 0 to 2
    unet-0-group, unet-0-fast the same U-Net once more: with group norm, at three times the rate

All networks are told the class, predict the velocity, and count its squared error.
"""

import argparse
import json
import math
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor, nn

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ddimlib import metrics, runs, training  # noqa: E402
from ddimlib.autoencoder import (  # noqa: E402
    Autoencoder,
    Coder,
    LatentDiffusion,
    latent_statistics,
)
from ddimlib.checks import as_bytes, as_floats  # noqa: E402
from ddimlib.data import load_dataset  # noqa: E402
from ddimlib.data.photograph import sample_flower  # noqa: E402
from ddimlib.diffusion import DiffusionModel, PictureModel  # noqa: E402
from ddimlib.exact.patches import LinearCode, best_linear_code  # noqa: E402
from ddimlib.exact.spectrum import mean_power, ring_sizes  # noqa: E402
from ddimlib.forward import add_noise  # noqa: E402
from ddimlib.runs import checkpoints, devices, logbook, store  # noqa: E402
from ddimlib.runs.evaluation import EvaluateConfig, evaluate, generate  # noqa: E402
from ddimlib.runs.features import (  # noqa: E402
    Features,
    FlowerClassifier,
    extract,
    flower_features,
)
from ddimlib.runs.latents import (  # noqa: E402
    latent_model,
    load_autoencoder,
    load_latents,
    save_autoencoder,
)
from ddimlib.runs.plan import flops_per_image  # noqa: E402
from ddimlib.runs.store import build_model, read_config, statistics  # noqa: E402
from ddimlib.transformer import Transformer  # noqa: E402
from ddimlib.unet import count_parameters  # noqa: E402
from ddimlib.widgets import encode_bytes  # noqa: E402

RECORD = ROOT / "book" / "results" / "latents"
PATCH = 4  # pixels that a latent stands for, on each side
LATENT = 4  # numbers of it
NETWORK = "latents64"  # what the network of the latents is recorded as
OTHER_EYES = "classifier32"  # whose maps no decoder was trained to match

#: The losses that count, by the name of the autoencoder.
LOSSES: dict[str, dict[str, float]] = {
    "kl": {},
    "perceptual": {},
}


@dataclass(frozen=True)
class Config:
    """What decides the runs. About 105 minutes on two cores without bfloat16."""

    dataset: str = "flowers64"
    folder: str = "runs/latents"
    image_size: int = 64
    small_size: int = 32  # of the pictures for U-Net and transformer
    epochs: int = 5  # of each autoencoder
    coder_batch: int = 16
    coder_rate: float = 1e-3
    minutes: float = 6.0  # of diffusion in latents; pixels have the autoencoder's on top
    compared_epochs: int = 8  # of U-Net and transformer
    seeds: int = 3
    batch_size: int = 32
    rate: float = 1e-3
    samples: int = 500
    steps: int = 20
    subset_size: int = 128
    # A transformer with as many FLOPs as the reference's U-Net at ``small_size``.
    patch: int = 4
    width: int = 192
    depth: int = 8
    heads: int = 6
    widths: tuple[int, ...] = (32, 64, 96, 128)  # of the U-Net


SMOKE: dict[str, Any] = {
    "image_size": 16, "small_size": 16, "epochs": 1, "coder_batch": 8,
    "minutes": 0.001, "compared_epochs": 1, "seeds": 1, "samples": 8, "steps": 2, "subset_size": 4,
    "width": 12, "depth": 1, "widths": (4, 8, 8),
}  # fmt: skip


#: Second chances for the U-Net, as it came out behind.
CHANCES: dict[str, dict[str, Any]] = {
    "unet-0-group": {"norm": "group"},
    "unet-0-fast": {"learning_rate": 3e-3},
}


def names(config: Config) -> list[str]:
    """All runs, in the order in which they are to be made."""
    compared = [
        f"{kind}-{seed}" for seed in range(config.seeds) for kind in ("unet", "transformer")
    ]
    return [*LOSSES, "latents", "pixels", *compared, *CHANCES]


def place(config: Config, name: str) -> Path:
    """A run's folder."""
    return Path(config.folder) / name


# --- The best linear code ------------------------------------------------------------------------


def measure_patches(config: Config) -> dict[str, Any]:
    """The code of training pictures, and its error on those held back, by numbers kept."""
    data = load_dataset(config.dataset, config.image_size)
    code = best_linear_code(data.train, PATCH)
    pictures = as_floats(data.validation)
    values = len(code.mean)
    lost = [
        (code.decode(code.encode(pictures, kept)) - pictures).square().mean().sqrt().item()
        for kept in range(values + 1)
    ]
    return {
        "dataset": Path(config.dataset).name,
        "image_size": config.image_size,
        "patch": PATCH,
        "train_pictures": len(data.train),
        "pictures": len(pictures),
        "mean": [round(value, 5) for value in code.mean.tolist()],
        "directions": [[round(value, 4) for value in row] for row in code.directions.tolist()],
        "spread": [float(f"{value:.5g}") for value in code.variances.sqrt().tolist()],
        "expected": [float(f"{math.sqrt(code.lost(kept)):.5g}") for kept in range(values + 1)],
        "error": [float(f"{value:.5g}") for value in lost],
    }


def read_code(found: dict[str, Any]) -> LinearCode:
    """The code that was recorded, to four digits."""
    spread = torch.tensor(found["spread"])
    directions = torch.tensor(found["directions"])
    return LinearCode(found["patch"], torch.tensor(found["mean"]), directions, spread.square())


# --- Autoencoders --------------------------------------------------------------------------------


def unit_maps(classifier: FlowerClassifier) -> Callable[[Tensor], Tensor]:
    """Features for the perceptual loss: all feature maps, every place's channels of length one.

    The mean squared difference of two pictures' features is then the mean over depths of the mean
    over places of a squared distance: Zhang et al. (2018), equation 1, without their weights. The
    pictures keep their size: for KID-F and FID-F the classifier first brings them to its own.
    """

    def deeper(x: Tensor, block: nn.Module) -> Tensor:
        return block(x)

    def features(pictures: Tensor) -> Tensor:
        x = (pictures - classifier.mean) / classifier.std
        x = F.relu(classifier.stem_norm(classifier.stem(x)))
        maps = list(accumulate(classifier.blocks, deeper, initial=x))
        # Not nearer to zero than eps: there the gradient of a length has no bounds.
        rows = [F.normalize(one, dim=1, eps=1e-2) / one[0, 0].numel() ** 0.5 for one in maps]
        flat = torch.cat([row.flatten(1) for row in rows], dim=1)
        return flat * math.sqrt(flat.shape[1] / len(maps))

    return features


def train_autoencoder(config: Config, name: str) -> None:
    """One of ``LOSSES``, in one go: a falling rate, the precision that the machine has for it."""
    folder = place(config, name)
    if (folder / "autoencoder.safetensors").is_file():
        return
    started = time.perf_counter()
    pictures = load_dataset(config.dataset, config.image_size).train
    mean, std = statistics(pictures)
    torch.manual_seed(0)
    features = unit_maps(flower_features()) if name == "perceptual" else None
    model = Autoencoder(Coder(), features, LOSSES[name], mean, std)
    device = torch.device("cpu")
    devices.prepare(device)
    precision = devices.pick_precision(device, "bfloat16")
    model.network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    counted = model.loss

    def loss(*given: Any) -> Tensor:
        with devices.autocast(device, precision):
            return counted(*given)

    model.loss = loss  # type: ignore[method-assign]
    steps = config.epochs * len(training.batch_sizes(len(pictures), config.coder_batch))
    draw = torch.Generator().manual_seed(0)
    shown = training.batches(
        pictures, None, config.coder_batch, passes=config.epochs, flips=True, generator=draw
    )
    optimizer = torch.optim.Adam(model.network.parameters(), config.coder_rate)
    rate = partial(
        training.learning_rate, steps=steps, highest=config.coder_rate, warmup=50, decay="cosine"
    )
    losses = []
    for step, value in enumerate(
        training.fit(model, shown, optimizer, rate=rate, clip_norm=1.0, generator=draw)
    ):
        losses.append(value.item())
        if step % 100 == 0:
            seconds = time.perf_counter() - started
            print(f"{name}: step {step} of {steps}, {losses[-1]:.4f}, {seconds:.0f} s", flush=True)
    about = {
        "losses": ["pixel", "kl", *(["perceptual"] if features else [])],
        "weights": model.weights,
        "epochs": config.epochs,
        "steps": steps,
        "images": config.epochs * len(pictures),
        "last_loss": sum(losses[-100:]) / len(losses[-100:]),
        "seconds": round(time.perf_counter() - started, 1),
        "environment": logbook.environment(device, precision, processes=1),
    }
    save_autoencoder(model, folder / "autoencoder.safetensors")
    checkpoints.write_json(folder / "training.json", about)


class Bands(NamedTuple):
    """Something by the frequencies of a picture: up to an eighth of its side, to a quarter, beyond.

    For 64 pixels: 1 to 8 cycles across the picture, 9 to 16, and more. The mean is left out.
    """

    coarse: float
    middle: float
    fine: float


def power_of(pictures: Tensor) -> Tensor:
    """Power of float pictures on each ring of frequencies, mean over pictures and channels."""
    return mean_power(pictures.double()) * ring_sizes(pictures.shape[-1])


def shares(pictures: Tensor, originals: Tensor) -> Bands:
    """Power in three bands, over that of other pictures. Differences may be such pictures, too."""
    found, truth, size = power_of(pictures), power_of(originals), pictures.shape[-1]
    ends = (1, size // 8 + 1, size // 4 + 1, len(truth))
    return Bands(*(float(found[a:b].sum() / truth[a:b].sum()) for a, b in pairwise(ends)))


@torch.no_grad()
def there_and_back(model: Autoencoder, pictures: Tensor, chunk: int = 100) -> Tensor:
    """Pictures as their latents' means bring them back, uint8."""
    parts = [
        model.to_pictures(model.decode(model.encode(model.normalise(part)).mean))
        for part in pictures.split(chunk)
    ]
    return as_bytes(torch.cat(parts))


def measure_back(pictures: Tensor, again: Tensor, features: Features) -> dict[str, Any]:
    """What is lost on the way there and back."""
    difference = as_floats(again) - as_floats(pictures)
    squares = difference.square().mean((1, 2, 3))
    rms = squares.mean().sqrt().item()
    # Of the root of a mean: that of the mean, over twice the root.
    error = squares.std().item() / math.sqrt(len(squares)) / (2 * rms)
    return {
        "mae": difference.abs().mean().item(),
        "rms": rms,
        "rms_error": error,
        **distances_of(pictures, again, features),
        # Of what comes back, and of the error: power alone would take stairs for detail.
        "power": shares(as_floats(again), as_floats(pictures))._asdict(),
        "lost": shares(difference, as_floats(pictures))._asdict(),
    }


def measure_autoencoder(config: Config, name: str, features: Features) -> dict[str, Any]:
    """Reconstructions of the photographs held back, and what latents look like."""
    data = load_dataset(config.dataset, config.image_size)
    model = load_autoencoder(place(config, name) / "autoencoder.safetensors")
    mean, std = latent_statistics(model, data.train)
    with torch.no_grad():
        latents = model.encode(model.normalise(data.validation[:200]))
    return {
        **checkpoints.read_json(place(config, name) / "training.json"),
        **measure_back(data.validation, there_and_back(model, data.validation), features),
        "latent_mean": mean.tolist(),
        "latent_std": std.tolist(),
        "latent_noise": (0.5 * latents.log_variance).exp().mean((0, 2, 3)).tolist(),
        "flops": flops_there_and_back(model, config.image_size),
        "parameters": all_parameters(model.network),
    }


def all_parameters(module: nn.Module) -> int:
    """Not only those that learn: of a model that was loaded for sampling none does."""
    return sum(weight.numel() for weight in module.parameters())


def flops_there_and_back(model: Autoencoder, size: int) -> dict[str, int]:
    """Of the encoder and of the decoder, for one picture."""

    class Alone(nn.Module):
        def __init__(self, part: nn.Module) -> None:
            super().__init__()
            self.part = part

        def forward(self, images: Tensor, _: Tensor) -> Tensor:
            return self.part(images)

    coder = model.coder
    return {
        "encoder": flops_per_image(Alone(coder.encode), size, coder.image_channels),
        "decoder": flops_per_image(
            Alone(coder.decode), size // coder.shrinks, coder.latent_channels
        ),
    }


def measure_linear(config: Config, features: Features) -> dict[str, Any]:
    """The same of the best linear code with as many numbers."""
    data = load_dataset(config.dataset, config.image_size)
    code, pictures = best_linear_code(data.train, PATCH), as_floats(data.validation)
    again = code.decode(code.encode(pictures, LATENT)).clamp(0, 1)
    return measure_back(data.validation, as_bytes(again), features)


def flower_there_and_back(config: Config) -> dict[str, Any]:
    """The book's sample photograph, its latent and what comes back, for the moving figure."""
    model = load_autoencoder(place(config, "perceptual") / "autoencoder.safetensors")
    mean, std = latent_statistics(model, load_dataset(config.dataset, config.image_size).train)
    flower = torch.tensor(sample_flower(config.image_size)).permute(2, 0, 1)[None]
    again = there_and_back(model, flower)
    with torch.no_grad():
        latent = model.encode(model.normalise(flower)).mean[0]
    scaled = (latent - mean[:, None, None]) / std[:, None, None]
    tones = (127.5 + 127.5 * scaled / 3).round().clamp(0, 255).to(torch.uint8)
    return {
        "kept": LATENT,
        "picture": encode_bytes(again[0].permute(1, 2, 0).numpy()),
        "code": encode_bytes(tones.numpy()),
        "error": round(
            (as_floats(again) - as_floats(flower)).square().mean().sqrt().item(), 5
        ),
    }  # fmt: skip


# --- Diffusion -----------------------------------------------------------------------------------


class Shelf(dict[bytes, Tensor]):
    """What has been encoded, by the bytes of the picture; an averaged model shares it."""

    def __deepcopy__(self, memo: dict[int, Any]) -> "Shelf":
        return self


class EncodedOnce(LatentDiffusion):
    """Diffusion among latents that were computed before: each epoch needs the same ones again."""

    shelf: Shelf

    def remember(self, pictures: Tensor, chunk: int = 250) -> None:
        """Encode pictures, and their mirror images, which training shows as well."""
        self.shelf = Shelf()
        for part in pictures.split(chunk):
            for shown in (part, part.flip(-1)):
                latents = LatentDiffusion.normalise(self, shown)
                self.shelf.update(zip(map(_key, shown), latents, strict=True))

    def normalise(self, pictures: Tensor) -> Tensor:
        """Latents from the shelf, where all of them are there."""
        found = [getattr(self, "shelf", {}).get(_key(one)) for one in pictures]
        if any(one is None for one in found):
            return super().normalise(pictures)
        return torch.stack([one for one in found if one is not None])


def _key(picture: Tensor) -> bytes:
    return picture.contiguous().numpy().tobytes()


def settings(config: Config, name: str) -> runs.TrainConfig:
    """What ``runs.train`` is told of a diffusion run."""
    kind, seed, *_ = [*name.split("-"), "0"]
    compared = kind in ("unet", "transformer")
    plain = runs.preset(
        "cpu",
        dataset=config.dataset,
        folder=str(place(config, name)),
        image_size=config.small_size if compared else config.image_size,
        widths=config.widths,
        condition_blocks=True,
        ema_statistics=True,
        target="velocity",
        loss="mse",
        batch_size=config.batch_size,
        learning_rate=config.rate,
        warmup_steps=100,
        clip_norm=1.0,
        # Where the clock ends a run, a rate that falls would not have come to its end.
        decay="cosine" if compared else "constant",
        epochs=config.compared_epochs if compared else 10_000,
        validate_every=5 if compared else 20,
        sample_every=config.compared_epochs if compared else 20,
        seed=int(seed),
    )
    return replace(plain, **CHANCES.get(name, {}))


def other_model(config: Config, name: str, plain: DiffusionModel) -> DiffusionModel:
    """The model of a run, in place of the plain one that ``runs.train`` has made."""
    classes = getattr(plain.network, "classes", None)
    if name.startswith("transformer"):
        plain.network = Transformer(
            3, config.patch, config.width, config.depth, config.heads, classes
        )
    if name != "latents":
        return plain
    pictures = load_dataset(config.dataset, config.image_size).train
    autoencoder = load_autoencoder(place(config, "perceptual") / "autoencoder.safetensors")
    mean, std = latent_statistics(autoencoder, pictures)
    model = latent_model(
        settings(config, name), autoencoder, classes or 0, mean, std, kind=EncodedOnce
    )
    devices.channels_last(model.network)  # type: ignore[arg-type]
    assert isinstance(model, EncodedOnce)
    model.remember(pictures)
    return model


def rows_of(folder: Path) -> list[dict[str, Any]]:
    """What a run wrote down, a dictionary an epoch; nothing where it has not begun."""
    file = folder / "metrics.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return [json.loads(line) for line in lines]


def train_diffusion(config: Config, name: str) -> None:
    """Train, or go on; ``latents`` and ``pixels`` until their time is over."""
    minutes, over = math.inf, place(config, name) / "over"
    if over.is_file():
        return
    if name in ("latents", "pixels"):
        minutes = config.minutes - sum(row["wall_seconds"] for row in rows_of(over.parent)) / 60
        if name == "pixels":
            file = place(config, "perceptual") / "training.json"
            minutes += checkpoints.read_json(file)["seconds"] / 60
    runs.train(settings(config, name), alter=partial(other_model, config, name), minutes=minutes)
    over.touch()


def restore(config: Config, name: str) -> DiffusionModel:
    """The trained model of a run."""
    folder = place(config, name)
    if name == "latents":
        return load_latents(folder)
    if name.startswith("unet") or name == "pixels":
        return runs.load(folder)
    file = folder / "weights.safetensors"
    tensors, about = checkpoints.load_tensors(file)
    plain = build_model(read_config(file), classes=len(about["class_names"]))
    model = other_model(config, name, plain)
    checkpoints.load_into(model, tensors, file)
    model.class_names = tuple(about["class_names"])
    model.image_size = config.small_size
    return model.eval()


def measure_diffusion(config: Config, name: str, features: Features) -> dict[str, Any]:
    """KID-F, FID-F, what is recognised, detail, cost; and a grid of flowers."""
    folder = place(config, name)
    model = restore(config, name)
    found = evaluate(
        EvaluateConfig(
            run=str(folder),
            steps=(config.steps,),
            samples=config.samples,
            classes=True,
            subset_size=config.subset_size,
            neighbours=False,
            levels=2,
            precision="bfloat16",
            folder=str(folder),
        ),
        model,
        features,
    )
    known = settings(config, name)
    data = load_dataset(config.dataset, known.image_size)
    assert data.labels is not None
    some = generate(model, min(config.samples, 500), config.steps, 1, 100, data.labels.train[:500])
    epochs = rows_of(folder)
    channels, size, _ = model.picture_shape
    (by_steps,) = found["by_steps"]
    eyes: dict[str, Any] = {
        "FID, other eyes": fid(flower_features(OTHER_EYES), data.validation, some)
    }
    if name == "pixels":  # as if they had come out of the decoder, too
        coder = load_autoencoder(place(config, "perceptual") / "autoencoder.safetensors")
        eyes["there and back"] = distances_of(
            data.validation, there_and_back(coder, some), features
        )
    looks = isinstance(model.network, Transformer)
    heard = {"listening": listening(model, data.validation[:100])} if looks else {}
    return {
        "epochs": len(epochs),
        "images": len(epochs) * found["train_pictures"],
        "seconds": round(sum(row["wall_seconds"] for row in epochs), 1),
        "images_per_second": round(
            sum(row["images_per_second"] for row in epochs) / len(epochs), 1
        ),
        "train_loss": epochs[-1]["train_loss"],
        "validation_noise_mae": found["validation_noise_mae"],
        "validation_image_mae": found["validation_image_mae"],
        **{key: value for key, value in by_steps.items() if key != "seconds"},
        "sampling_seconds": by_steps["seconds"] / config.samples,
        "power": shares(as_floats(some), as_floats(data.validation))._asdict(),
        **eyes,
        "real": found["real"],
        "flops": flops_per_image(model.network, size, channels),
        "parameters": all_parameters(model.network),
        **heard,
        "environment": checkpoints.read_json(folder / "environment.json"),
    }  # fmt: skip


def fid(features: Features, real: Tensor, others: Tensor) -> float:
    """The Fréchet distance of two sets of pictures in these features."""
    return metrics.frechet_distance(extract(features, real), extract(features, others)).item()


def distances_of(real: Tensor, others: Tensor, features: Features) -> dict[str, float]:
    """How far pictures are from real ones, to two classifiers' eyes."""
    return {
        f"FID{features.suffix}": fid(features, real, others),
        "FID, other eyes": fid(flower_features(OTHER_EYES), real, others),
    }


@torch.no_grad()
def listening(
    model: DiffusionModel, pictures: Tensor, times: Sequence[float] = (0.1, 0.5, 0.9)
) -> dict[str, Any]:
    """How far away, in patches, the *other* tokens are that a token listens to, by block and time.

    "uniform" is that distance for a token that listens to all others alike.
    """
    network = model.network
    assert isinstance(network, Transformer)
    seen: dict[int, Tensor] = {}

    def keep(number: int, module: nn.Module, given: tuple[Tensor]) -> None:
        (seen[number],) = given

    hooks = [
        block.look.register_forward_pre_hook(partial(keep, number))  # type: ignore[union-attr]
        for number, block in enumerate(network.blocks)
    ]
    side = torch.arange(pictures.shape[-1] // network.patch_size).float()
    place = torch.cartesian_prod(side, side)
    distance = torch.cdist(place, place)
    itself = torch.eye(len(place), dtype=torch.bool)
    images = model.normalise(pictures)
    noise = torch.randn(images.shape, generator=torch.Generator().manual_seed(0))
    columns = []
    for t in times:
        model.denoise(add_noise(images, noise, model.schedule(torch.tensor(t))), t)
        column = []
        for number, block in enumerate(network.blocks):
            weights = block.look.weights(seen[number])  # type: ignore[union-attr, operator]
            weights = weights.masked_fill(itself, 0)
            weights = weights / weights.sum(-1, keepdim=True).clamp(min=1e-12)
            column.append(round((weights * distance).sum(-1).mean().item(), 3))
        columns.append(column)
    for hook in hooks:
        hook.remove()
    blocks = [list(row) for row in zip(*columns, strict=True)]
    return {
        "times": list(times),
        "blocks": blocks,
        "uniform": round(distance[~itself].mean().item(), 3),
    }


# --- The parts -----------------------------------------------------------------------------------


def train(config: Config, wanted: Iterable[str]) -> None:
    """Make runs, one after the other."""
    for name in wanted:
        print(name, flush=True)
        (train_autoencoder if name in LOSSES else train_diffusion)(config, name)


def measure(config: Config, wanted: Sequence[str], features: Features | None = None) -> None:
    """What is shown of each run into ``measured.json`` of its folder; anew where it is there."""
    features = features or flower_features()
    for name in wanted:
        measured = measure_autoencoder if name in LOSSES else measure_diffusion
        found = measured(config, name, features)
        checkpoints.write_json(place(config, name) / "measured.json", found)
        print(name, json.dumps({k: v for k, v in found.items() if k != "environment"}), flush=True)
    if "perceptual" in wanted:
        checkpoints.write_json(
            place(config, "linear") / "measured.json", measure_linear(config, features)
        )
        checkpoints.write_json(
            place(config, "linear") / "flower.json", flower_there_and_back(config)
        )


def record(config: Config, folder: Path = RECORD) -> list[Path]:
    """Numbers, weights in half precision and grids of what is finished, for the book."""
    files = []
    about: dict[str, Any] = {"config": asdict(replace(config, dataset=Path(config.dataset).name))}
    about["runs"] = {
        name: checkpoints.read_json(file)
        for name in ["linear", *names(config)]
        if (file := place(config, name) / "measured.json").is_file()
    }
    planned = Path(config.folder) / "plan.json"
    if planned.is_file():
        about["plan"] = {row["run"]: row for row in checkpoints.read_json(planned)}
    checkpoints.write_json(folder / "table.json", about)
    files.append(folder / "table.json")
    flower = place(config, "linear") / "flower.json"
    if flower.is_file():
        files.append(Path(shutil.copy(flower, folder / "flower.json")))
    latents = place(config, "latents")
    if (latents / "weights.safetensors").is_file():  # with the autoencoder
        files.append(store.record_weights(latents, folder.parent / NETWORK))
    for name in ("latents", "pixels", "unet-0", "transformer-0"):
        grid = place(config, name) / "samples" / f"classes-steps-{config.steps:04d}.png"
        if grid.is_file():
            shown = folder / f"{name}.webp"
            Image.open(grid).convert("RGB").save(shown, "WEBP", quality=88, method=6)
            files.append(shown)
    return files


def plan(
    config: Config, classes: int = 90, timed: int = 4, grown: int = 100
) -> Iterator[dict[str, Any]]:
    """FLOPs of each network, how many images a second it trains on here, in a few steps, and how
    long it takes to grow a flower.
    """
    device = torch.device("cpu")
    devices.prepare(device)
    precision = devices.pick_precision(device, "bfloat16")
    coder = Autoencoder(Coder(), unit_maps(flower_features()))
    models: dict[str, tuple[PictureModel, int, int]] = {
        "perceptual": (coder, config.image_size, config.coder_batch)
    }
    latents = latent_model(settings(config, "latents"), Autoencoder(Coder()), classes)
    models["latents"] = (latents, config.image_size // coder.coder.shrinks, config.batch_size)
    for name in ("pixels", "unet-0", "transformer-0"):
        plain = build_model(settings(config, name), classes=classes)
        model = other_model(config, name, plain)
        models[name] = (model, settings(config, name).image_size, config.batch_size)
    for name, (model, size, batch) in models.items():
        network = model.network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        optimizer = torch.optim.AdamW(network.parameters(), fused=True)
        shape = (batch, getattr(network, "image_channels", 3), size, size)
        images = torch.randn(shape).contiguous(memory_format=torch.channels_last)
        times = []
        for _ in range(timed):
            started = time.perf_counter()
            with devices.autocast(device, precision):
                loss = model.loss(images)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            times.append(time.perf_counter() - started)
        parts = flops_there_and_back(model, size) if isinstance(model, Autoencoder) else {}
        flops = sum(parts.values()) or flops_per_image(network, size, shape[1])
        row = {
            "run": name, "flops": flops, **parts, "parameters": count_parameters(network),
            "images_per_second": round(batch / min(times[1:]), 1),
        }  # fmt: skip
        if isinstance(model, DiffusionModel):
            model.image_size = size
            row["seconds_a_flower"] = seconds_a_flower(model, config.steps, grown)
        yield row


def seconds_a_flower(model: DiffusionModel, steps: int, count: int) -> float:
    """From noise to the bytes of a picture, in batches of a hundred."""
    started = time.perf_counter()
    generate(model.eval(), count, steps, 0, 100, torch.zeros(count, dtype=torch.long))
    return float(f"{(time.perf_counter() - started) / count:.3g}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("part", choices=["patches", "train", "measure", "record", "plan"])
    parser.add_argument("names", nargs="*", metavar="NAME", help="all runs where none is named")
    parser.add_argument("--dataset", default=Config.dataset)
    parser.add_argument("--folder", default=Config.folder)
    parser.add_argument("--minutes", type=float, default=Config.minutes)
    parser.add_argument("--smoke", action="store_true", help="tiny networks, to try the command")
    options = parser.parse_args()
    config = Config(dataset=options.dataset, folder=options.folder, minutes=options.minutes)
    if options.smoke:  # with pictures as large and as many as the chapter's sheets show
        sizes = {"image_size": config.image_size, "small_size": config.small_size, "samples": 12}
        config = replace(config, **(SMOKE | sizes))
    unknown = set(options.names) - set(names(config))
    if unknown:
        parser.error(f"no run {', '.join(sorted(unknown))}: choose from {', '.join(names(config))}")
    wanted = options.names or names(config)
    if options.part == "train":
        train(config, wanted)
    elif options.part == "measure":
        measure(config, wanted)
    elif options.part == "plan":
        rows = list(plan(config))
        checkpoints.write_json(Path(config.folder) / "plan.json", rows)
        for row in rows:
            print(json.dumps(row))
    elif options.part == "record":
        for file in record(config):
            print(f"{file.name:30} {file.stat().st_size:>10,} bytes")
    else:
        found = measure_patches(config)
        machine = logbook.environment(torch.device("cpu"), torch.float32, processes=1)
        command = "python benchmarks/latents.py patches"
        found["environment"] = machine | {"command": command}
        checkpoints.write_json(RECORD / "patches.json", found)
        print(found["error"])


if __name__ == "__main__":
    main()
