"""The measurements under benchmarks/ that the book shows say how they were made, and run."""

import copy
import importlib.util
import inspect
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest
import torch
from PIL import Image

from ddimlib import look_inside, runs, samplers
from ddimlib.autoencoder import Autoencoder, Coder
from ddimlib.data import Images, Labels, captions, load_dataset
from ddimlib.data.captions import Colours
from ddimlib.diffusion import DiffusionModel, Prediction
from ddimlib.distillation import ConsistencyTraining, MeanFlow
from ddimlib.exact.ideal import spectrum_denoiser
from ddimlib.exact.mixture import GaussianMixture
from ddimlib.exact.spectrum import ring_sizes, spread_over_rings
from ddimlib.runs import leaps, recorded
from ddimlib.runs.features import flower_features
from ddimlib.runs.latents import load_latents
from ddimlib.runs.plan import flops_per_image
from ddimlib.samplers import sample
from ddimlib.schedules import CosineSchedule
from ddimlib.transformer import Transformer
from ddimlib.unet import UNet
from tests.colours import MeanColours
from tests.tiny import make_dataset, tiny_config

ROOT = Path(__file__).resolve().parents[1]


def script(name: str) -> ModuleType:
    """A script of ``benchmarks/`` as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def guidance_price() -> ModuleType:
    return script("guidance_price")


@pytest.mark.parametrize("start", ["normal", "zeros"])
@pytest.mark.slow
def test_a_network_whose_class_is_added_trains_and_learns_its_vectors(
    guidance_price: ModuleType, tmp_path: Path, start: str
) -> None:
    config = tiny_config(tmp_path, class_conditional=True)
    made = []

    def alter(model) -> None:
        model.network = guidance_price.added_class(config, 3, start)
        made.append(model.network.embed_class.weight.detach().clone())

    run = runs.train(config, False, alter)
    learned = run.model.network.embed_class.weight
    assert made[0].abs().max() == 0 if start == "zeros" else made[0].std() > 0.5
    assert (learned - made[0]).abs().max() > 1e-4
    data = load_dataset(config.dataset, config.image_size, config.data_root)
    found = look_inside.class_errors(
        run.model, run.model.normalise(data.validation), data.labels.validation, (0.5,)
    )
    assert found.right.isfinite().all()
    assert (found.right - found.wrong).abs().max() > 0, "the class does not reach the network"


def test_the_added_class_is_the_network_of_before_but_for_its_vectors(
    guidance_price: ModuleType, tmp_path: Path
) -> None:
    config = tiny_config(tmp_path)
    torch.manual_seed(0)
    plain = runs.build_model(config).network
    added = guidance_price.added_class(config, 3, "zeros")
    shapes = {name: tensor.shape for name, tensor in added.state_dict().items()}
    assert shapes.pop("embed_class.weight") == (4, config.embedding_dim)
    assert shapes == {name: tensor.shape for name, tensor in plain.state_dict().items()}


def test_each_part_writes_down_its_settings_and_no_place_of_this_machine(
    guidance_price: ModuleType, tmp_path: Path
) -> None:
    config = guidance_price.Config(run=str(tmp_path / "run"), dataset=str(tmp_path / "flowers"))
    assert set(guidance_price.USES) == set(guidance_price.PARTS)
    for part in guidance_price.PARTS:
        written = guidance_price.written_config(config, part)
        assert written["dataset"] == "flowers"
        assert str(tmp_path) not in str(written)
        command = guidance_price.environment(config, part)["command"]
        assert command == f"python benchmarks/guidance_price.py {part} --dataset flowers --record"


@pytest.mark.slow
@pytest.mark.parametrize("part", ["first", "input"])
def test_earlier_networks_are_read_from_the_history(guidance_price: ModuleType, part: str) -> None:
    place = {"first": guidance_price.FIRST_RUN, "input": guidance_price.INPUT_RUN}[part]
    found = subprocess.run(["git", "cat-file", "-e", place], cwd=ROOT, capture_output=True)
    if found.returncode:
        pytest.skip("this checkout has not the whole history")
    model = {"first": guidance_price.first_run, "input": guidance_price.input_run}[part]()
    measured = recorded.read_json("guidance-price", f"{part}.json")
    assert measured["weights"] == place
    length = model.network.embed_class.weight.norm(dim=1).mean().item()
    assert length == pytest.approx(measured["length_of_class_vectors"], rel=1e-5)
    noisy, t = torch.randn(2, 3, 32, 32, generator=torch.Generator().manual_seed(0)), 0.85
    told = [model.denoise(noisy, torch.tensor(t), torch.tensor([c, c])).image for c in (0, 1)]
    assert (told[0] - told[1]).abs().max() > 0, "the class does not reach the network"


def test_photographs_of_a_folder_can_be_measured(guidance_price: ModuleType, tmp_path: Path):
    """Two parts from end to end, on a tiny network and pictures made by formula."""
    config = tiny_config(tmp_path, class_conditional=True)
    run = runs.train(config, False)
    make_dataset(tmp_path / "pictures.npz")
    data = load_dataset(config.dataset, config.image_size, config.data_root)
    bench = guidance_price.Bench(
        guidance_price.Config(
            precision="float32", times=(0.2, 0.85), pictures=8, round_trip_steps=(2,),
            round_trip_pictures=2, probe_times=(0.1,), probe_pictures=30,
            untrained=1,
        ),
        run.model,
        data,
    )  # fmt: skip
    heard = guidance_price.heard(bench)
    assert len(heard["right"]) == len(heard["error_of_wrong_minus_right"]) == 2
    trips = guidance_price.inversion(bench)
    assert trips["photographs"]["solved"][0]["steps"] == 2
    assert trips["photographs"]["solved"][0]["mean"] <= trips["photographs"]["usual"][0]["mean"]
    probed = guidance_price.probes(bench)
    assert set(probed["accuracy"]) == {"down.0", "down.1", "middle", "up.0", "up.1"}
    assert all(0 <= share <= 1 for shares in probed["accuracy"].values() for share in shares)
    (control,) = probed["untrained"]
    assert control.keys() == probed["accuracy"].keys()
    fresh = guidance_price.untrained(bench, run.model.normalise(data.train), seed=0)
    old, new = run.model.state_dict(), fresh.state_dict()
    assert not torch.equal(
        old["network.down.0.blocks.0.shortcut.weight"],
        new["network.down.0.blocks.0.shortcut.weight"],
    )
    assert torch.equal(old["mean"], new["mean"])


def test_what_a_network_is_told_is_all_that_differs() -> None:
    """Same parameters, same first weights; and the first three messages are one number each."""
    noise_level = script("noise_level")
    config = noise_level.Config(widths=(4, 4), embedding_dim=4)
    data = load_dataset("procedural", 8, count=10)
    networks = {}
    for message in noise_level.MESSAGES:
        torch.manual_seed(0)
        networks[message] = noise_level.build(config, message, data).network
    first, *others = (dict(network.named_parameters()) for network in networks.values())
    for other in others:
        assert other.keys() == first.keys()
        assert all(torch.equal(other[name], first[name]) for name in first)

    levels = torch.tensor([0.1, 0.5, 0.9])
    vectors = {name: network.embed_noise(levels) for name, network in networks.items()}
    assert all(vector.shape == (3, 4) for vector in vectors.values())
    assert vectors["nothing"].eq(0).all()
    for name in ("the number", "log-SNR"):
        assert torch.equal(vectors[name], vectors[name][:, :1].expand(-1, 4))
        assert vectors[name][:, 0].unique().numel() == 3


def test_the_noise_level_script_measures_a_network() -> None:
    noise_level = script("noise_level")
    config = noise_level.Config(
        image_size=8, widths=(4, 4), embedding_dim=4, epochs=1, log_snrs=(1.0, -4.0), pictures=4,
        samples=4, steps=2, subset_size=3, classifier="classifier64",
    )  # fmt: skip
    row = noise_level.measure(config, "log-SNR", 0, load_dataset("procedural", 8, count=20))
    assert (row["message"], row["seed"]) == ("log-SNR", 0)
    assert len(row["noise_mae_by_log_snr"]) == 2
    assert all(row[key] == row[key] for key in ("noise_mae", "kid_f_ddim", "kid_f_ddpm"))


def test_the_spectrum_of_standardised_pictures_has_mean_power_one(tmp_path: Path) -> None:
    picture_spectrum = script("picture_spectrum")
    make_dataset(tmp_path / "pictures.npz")
    found = picture_spectrum.measure(str(tmp_path / "pictures.npz"), 16)
    power = torch.tensor(found["power"])
    sizes = ring_sizes(16)
    assert (power * sizes).sum() / sizes.sum() == pytest.approx(1, abs=0.01)
    assert found["dataset"] == "pictures.npz"


def test_shapes_of_network_are_compared_from_end_to_end(tmp_path: Path) -> None:
    shapes = script("unet_shapes")
    copy = shapes.Copy(
        seeds=2, narrow=(4, 4), wide=(4, 8), batch_size=2, steps=2, steps_with_skips=1,
        steps_of_the_first=3, window=1,
    )  # fmt: skip
    found = shapes.copy(copy)
    assert found["numbers_in_the_middle"]["without skips, wide"] == 32
    lengths = {name: [len(curve) for curve in curves] for name, curves in found["curves"].items()}
    assert list(lengths.values()) == [[1, 1], [3, 2], [2, 2]]

    model = runs.build_model(tiny_config(tmp_path))
    pictures = torch.randint(0, 256, (8, 3, 8, 8), dtype=torch.uint8)
    before = model.network.to_prediction.weight.clone()
    config = shapes.Shapes(pictures=8, batch_size=4, steps=3)
    shapes.train(model, pictures, config, seed=0)
    assert not torch.equal(model.network.to_prediction.weight, before)
    assert len(shapes.by_level(model.eval(), pictures, (0.0, 0.5))) == 2
    plain = shapes.PlainNetwork(4, 2)
    assert plain(torch.zeros(2, 3, 8, 8), torch.tensor(0.5)).abs().max() == 0
    # 1×1 in, two blocks (1×1, 3×3, 3×3 each) and 1×1 out, at every one of 64 pixels
    weights = 3 * 32 + (64 * 4 * 10 + 9 * 16) + (4 * 4 * 10 + 9 * 16) + 4 * 3
    assert shapes.macs(plain, 8) == 64 * weights


def test_what_remains_of_the_noise_is_counted_as_it_says(tmp_path: Path) -> None:
    losses = script("median_or_mean")
    model = runs.build_model(tiny_config(tmp_path)).eval()  # untrained: it guesses zero
    pictures = torch.randint(0, 256, (40, 3, 8, 8), dtype=torch.uint8)
    found = losses.by_level(model, pictures, (0.5,))
    noise = torch.randn(40, 3, 8, 8, generator=torch.Generator().manual_seed(0))
    assert found["mae"][0] == pytest.approx(noise.abs().mean().item(), abs=1e-3)
    assert found["mse"][0] == pytest.approx(noise.square().mean().item(), abs=1e-3)
    assert found["mean"][0] == pytest.approx(noise.mean().item(), abs=1e-4)
    assert found["above"][0] == pytest.approx((noise > 0).float().mean().item(), abs=1e-3)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny network that knows classes, as the runs beyond chapter 11 start from one."""
    folder = tmp_path_factory.mktemp("beyond")
    changes = {"class_conditional": True, "epochs": 1, "widths": (4, 8, 8), "image_size": 16}
    runs.train(tiny_config(folder, **changes), False)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize(
    "part",
    ["velocity", "flow", "progressive", "consistency", "mean-flow", "words", "bag"],
)
def test_the_runs_beyond_chapter_11_train_go_on_and_are_measured(
    part: str, started: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    beyond = script("beyond")
    config = beyond.Config(
        part, str(started / part), str(started / "run"), str(started / "pictures.npz"), epochs=1,
        one_in=1000,
    )  # fmt: skip
    beyond.train(config)
    first = beyond.restore(config).state_dict()
    beyond.train(config)  # finished: nothing changes
    again = beyond.restore(config).state_dict()
    assert all(torch.equal(first[name], value) for name, value in again.items())
    capsys.readouterr()
    beyond.measure(config, pictures=6, of=MeanColours())
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list("124") + [
        "8",
        "20",
    ]


#: Squares on green and on dark grounds: how many of each kind. By their checksums blue and yellow
#: roses are held out, and red, pink and purple ones of "red iris"; most roses are yellow.
SQUARES = {
    ("rose", "yellow"): 12, ("rose", "blue"): 6, ("rose", "red"): 4, ("red iris", "red"): 10,
    ("red iris", "white"): 4, ("poppy", "white"): 8, ("poppy", "blue"): 6,
}  # fmt: skip


def write_squares(path: Path) -> Images:
    """A data set in which flowers are squares of known colours, no two pictures alike."""
    shades = {"yellow": "f6e01e", "blue": "3c50c8", "red": "d21e1e", "white": "f8f8f4"}
    kinds = [kind for kind, count in SQUARES.items() for _ in range(count)]
    images = np.zeros((len(kinds), 16, 16, 3), dtype=np.uint8)
    images[::2] = (60, 110, 40)
    images[:, 0, 0, 2] = np.arange(len(kinds))
    for image, (_, colour) in zip(images, kinds, strict=True):
        image[4:12, 4:12] = list(bytes.fromhex(shades[colour]))
    names = list(dict.fromkeys(name for name, _ in kinds))
    labels = np.array([names.index(name) for name, _ in kinds])
    np.savez(path, images=images, labels=labels, class_names=np.array(names))
    return load_dataset(path, 16)


@pytest.fixture(scope="module")
def squares(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Images]:
    """A tiny network that knows the classes of the squares, and these."""
    folder = tmp_path_factory.mktemp("squares")
    data = write_squares(folder / "squares.npz")
    settings = {"dataset": str(folder / "squares.npz"), "class_conditional": True, "epochs": 1}
    runs.train(tiny_config(folder, **settings, widths=(4, 8, 8), image_size=16), False)
    return folder, data


@pytest.mark.slow
def test_captions_are_for_the_pictures_that_were_trained_on_and_the_others_stay_held_back(
    squares: tuple[Path, Images], tmp_path: Path
) -> None:
    folder, data = squares
    beyond = script("beyond")
    config = beyond.Config("words", "", str(folder / "run"), str(folder / "squares.npz"))
    captioned = load_dataset(beyond.write_captions(config, tmp_path / "captions.npz"), 16)

    def keys(part: torch.Tensor) -> list[bytes]:
        return [picture.numpy().tobytes() for picture in part]

    for mine, theirs in ((captioned.train, data.train), (captioned.validation, data.validation)):
        assert set(keys(mine)) <= set(keys(theirs))
        assert len(set(keys(mine))) * 2 == len(mine) > 0  # each twice
    assert data.labels is not None and captioned.labels is not None
    every = torch.cat([data.train, data.validation])
    labels = torch.cat([data.labels.train, data.labels.validation]).tolist()
    names = [data.class_names[label] for label in labels]
    about = dict(zip(keys(every), zip(names, captions.colours(every), strict=True), strict=True))
    said: dict[bytes, set[str]] = {}
    for key, label in zip(keys(captioned.train), captioned.labels.train.tolist(), strict=True):
        said.setdefault(key, set()).add(captioned.class_names[label])
    short = set()
    for key, texts in said.items():
        name, seen = about[key]
        assert (name, seen.blossom) != ("rose", "blue")
        (other,) = texts - {captions.caption(name, seen)}
        ways = [captions.caption(name, one) for one in captions.shorter(seen)]
        short.add(ways.index(other))
    assert short == {0, 1, 2}


@pytest.mark.slow
def test_what_is_asked_for_in_words_is_counted(squares: tuple[Path, Images]) -> None:
    folder, data = squares
    beyond, asked = script("beyond"), script("asked_in_words")
    models = {}
    for part in ("words", "bag"):
        config = beyond.Config(
            part, str(folder / part), str(folder / "run"), str(folder / "squares.npz"), epochs=1
        )
        beyond.train(config)
        models[part] = runs.load(config.folder)
        built = beyond.restore(config)
        noisy, told = torch.randn(3, 3, 16, 16), torch.tensor([0, 1, built.network.classes])
        assert models[part].class_names == built.class_names
        torch.testing.assert_close(
            models[part].denoise(noisy, 0.5, told).noise, built.denoise(noisy, 0.5, told).noise
        )
    models["classes"] = runs.load(folder / "run")

    class ByBrightness:
        class_names = data.class_names

        def classify(self, shown: torch.Tensor) -> torch.Tensor:
            bright = shown.mean((1, 2, 3))
            return torch.stack([bright, 1 - bright, bright * 0], dim=1)

    settings = asked.Config(
        prompts=6, steps=2, scales=(1.0,), louder=((1.0, 1.0), (1.0, 3.0)), looked_at=6,
        precision="float32",
    )  # fmt: skip
    bench = asked.Bench(settings, models, data, ByBrightness())
    found = {name: part(bench) for name, part in asked.PARTS.items()}
    assert found["captions"]["photographs"] == 50
    assert found["captions"]["blossoms"]["rose"] == {"blue": 6, "red": 4, "yellow": 12}
    assert found["captions"]["left_out"] == [["rose", "blue", 6]]
    rows = found["counted"]["rows"]
    assert {(row["network"], row["kind"]) for row in rows} == {
        (name, kind) for name in models for kind in asked.KINDS
    }
    for row in (*rows, *found["louder"]["rows"]):
        assert row["both"]["share"] <= min(row["flower"]["share"], row["colour"]["share"])
        assert row["pictures"] == 6
    assert len(found["negative"]["rows"]) == 2
    for where in found["looks"]["looked"].values():
        assert [len(row) for row in where.values()] == [2, 2]
    assert asked.written_config(asked.Config(words=str(folder / "words")))["words"] == "words"


def test_prompts_of_a_kind_are_of_that_kind_and_the_same_every_time(tmp_path: Path) -> None:
    asked = script("asked_in_words")
    bench = asked.Bench(asked.Config(prompts=7), {}, write_squares(tmp_path / "a.npz"), None)
    kinds = {kind: set(bench.pairs(kind)) for kind in asked.KINDS}
    assert kinds["left out"] == {("rose", "blue")}
    assert kinds["trained"] == set(SQUARES) - kinds["left out"]
    assert kinds["never"] == {
        ("rose", "white"), ("red iris", "yellow"), ("red iris", "blue"), ("poppy", "yellow"),
        ("poppy", "red"),
    }  # fmt: skip
    assert kinds["named"] == {("red iris", colour) for colour in ("white", "yellow", "blue")}
    prompts = bench.prompts("never")
    assert prompts == bench.prompts("never") and len(prompts) == 7
    assert {(prompt.name, prompt.seen.blossom) for prompt in prompts} == kinds["never"]
    assert {prompt.seen.ground for prompt in prompts} <= {"green", "dark"}
    places = asked.places_of(asked.Prompt("red iris", Colours("blue", "dark")))
    assert places == {"colour": [2], "flower": [3, 4], "ground": [7]}


def test_a_picture_is_judged_by_its_flower_and_by_its_colours() -> None:
    asked = script("asked_in_words")
    data = Images(
        torch.zeros(1, 3, 16, 16, dtype=torch.uint8), torch.zeros(1, 3, 16, 16, dtype=torch.uint8),
        Labels(torch.tensor([0]), torch.tensor([0])), ("rose",),
    )  # fmt: skip

    class AlwaysARose:
        class_names = ("iris", "rose")

        def classify(self, shown: torch.Tensor) -> torch.Tensor:
            return torch.tensor([[0.0, 1.0]]).expand(len(shown), 2)

    bench = asked.Bench(asked.Config(), {}, data, AlwaysARose())
    picture = torch.zeros(3, 16, 16, dtype=torch.uint8)
    picture[1] = 110
    picture[:, 4:12, 4:12] = torch.tensor([210, 30, 30])[:, None, None]
    wanted = [("rose", "red", "green"), ("iris", "red", "dark"), ("rose", "blue", "green")]
    prompts = [asked.Prompt(name, Colours(*colours)) for name, *colours in wanted]
    found = bench.judged(picture.expand(3, -1, -1, -1), prompts)
    shares = {
        name: round(3 * found[name]["share"]) for name in ("flower", "colour", "ground", "both")
    }
    assert shares == {"flower": 2, "colour": 2, "ground": 2, "both": 1}
    assert found["both"]["low"] < 1 / 3 < found["both"]["high"]


@pytest.mark.slow
def test_reflow_and_a_flow_between_two_classes_train(started: Path) -> None:
    beyond = script("beyond")
    pictures = str(started / "pictures.npz")
    first, second, between = (str(started / name) for name in ("flow-1", "flow-2", "between"))
    beyond.train(beyond.Config("flow", first, str(started / "run"), pictures, epochs=1))
    config = beyond.Config("reflow", second, first, pictures, epochs=1)
    beyond.train_reflow(config, pairs=8, batch_size=4)
    config = beyond.Config(
        "between", between, str(started / "run"), pictures, epochs=1,
        from_class="class 0", to_class="class 1",
    )  # fmt: skip
    beyond.train_between(config, count=4, batch_size=2)
    for folder, origin in ((second, first), (between, str(started / "run"))):
        loaded, before = runs.load(folder), runs.load(origin)
        assert (loaded.target, loaded.image_size) == ("flow", 16)
        weights = loaded.network.embed_image.weight, before.network.embed_image.weight
        assert not torch.equal(*weights), "nothing has been learnt"


def test_what_chapter_13_says_of_the_mixture() -> None:
    rows = recorded.read_json("few-steps", "mixture.json")["rows"]

    def mean(method: str, evaluations: int, quantity: str = "from_exact") -> float:
        key = (method, evaluations)
        found = [row[quantity] for row in rows if (row["method"], row["evaluations"]) == key]
        assert len(found) >= 3
        return sum(found) / len(found)

    # In one evaluation the one with the best teacher is nearest.
    once = {name: mean(name, 1) for name in ("progressive", "consistency", "mean flow")}
    assert min(once, key=lambda name: once[name]) == "progressive"
    # One leap of the mean flow is worth about eight evaluations of DDIM.
    leap = once["mean flow"]
    assert mean("DDIM, exact", 2) > 3 * leap and mean("DDIM, exact", 4) > 1.5 * leap
    assert 0.75 * leap < mean("DDIM, exact", 8) < 1.1 * leap
    assert mean("DDIM, exact", 20) < 0.8 * min(mean("progressive", 4), mean("mean flow", 4))
    assert mean("mean flow", 4) < mean("mean flow", 2) < leap
    assert mean("mean flow", 4) < 1.2 * mean("progressive", 4)
    # Fresh noise leads a consistency model to another path, and the cloud gets better.
    assert mean("consistency", 2) > 3 * mean("consistency", 1)
    clouds = [mean("consistency", n, "distance") for n in (1, 2, 4)]
    assert clouds == sorted(clouds, reverse=True)
    for n in (2, 4):
        others = (mean(name, n, "distance") for name in ("progressive", "consistency"))
        assert mean("mean flow", n, "distance") < min(others)


@pytest.mark.slow
def test_chapter_13_s_runs_are_made_in_order_measured_and_recorded(
    started: Path, tmp_path: Path
) -> None:
    few = script("few_steps_flowers")
    settings = few.Settings(
        str(started / "run"), str(tmp_path / "runs"), str(started / "pictures.npz"), pictures=6,
        sets=2, groups=2, group=2, from_class="class 0", to_class="class 1", smoke=True,
    )  # fmt: skip
    assert few.train(settings)
    files = {run.name: tmp_path / "runs" / run.name / "weights.safetensors" for run in few.RUNS}
    before = {name: file.read_bytes() for name, file in files.items()}
    assert few.train(settings)  # finished: nothing changes
    assert all(file.read_bytes() == before[name] for name, file in files.items())
    for name, kind in (("mean-flow", MeanFlow), ("consistency-64", ConsistencyTraining)):
        loaded = leaps.load(tmp_path / "runs" / name)
        assert isinstance(loaded, kind)
        assert leaps.read(tmp_path / "runs" / name).evaluations == [1, 2, 4]

    rows = few.measured(settings, MeanColours())
    assert {(row["method"], row["evaluations"]) for row in rows} == {
        ("photographs", 0), *((way.name, n) for way in few.WAYS for n in way.runs)
    }  # fmt: skip
    assert all(len(row["kid_f"]) == 2 for row in rows)
    again = few.measured(settings, MeanColours())
    assert again == rows, "an earlier call is taken up"
    few.write(settings, rows, tmp_path / "record", MeanColours())
    record = json.loads((tmp_path / "record" / "flowers.json").read_text(encoding="utf-8"))
    assert str(tmp_path) not in json.dumps(record)
    assert record["minutes"].keys() == files.keys()
    assert all(len(found["bend"]) == 2 for found in record["paths"].values())
    assert record["own"].keys() == few.KEEPERS.keys()
    assert record["own"]["mean flow"].keys() == {"1", "2", "4"}
    assert record["kept_between"].keys() == {"light", "colour", "layout"}
    sheet = np.asarray(Image.open(tmp_path / "record" / "flowers.webp"))
    assert sheet.shape == (16 * len(few.SHEET), 16 * few.SHOWN, 3)
    follower = leaps.load(tmp_path / few.FOLLOWER)
    assert follower.target == "flow"
    weights = few.load(settings, "reflow").state_dict()
    for name, tensor in follower.state_dict().items():
        torch.testing.assert_close(tensor, weights[name], rtol=1e-3, atol=1e-3)


def test_the_control_of_reflow_has_the_same_ends_with_other_partners_of_their_class() -> None:
    beyond = script("beyond")
    labels = torch.randint(3, (40,), generator=torch.Generator().manual_seed(0))
    labels[7] = 3  # alone in its class
    others = beyond.others_of_their_kind(labels, 40, torch.Generator().manual_seed(1))
    assert sorted(others.tolist()) == list(range(40))
    assert torch.equal(labels[others], labels)
    assert (others == torch.arange(40)).nonzero().flatten().tolist() == [7]
    alike = beyond.others_of_their_kind(None, 5, torch.Generator().manual_seed(1))
    assert sorted(alike.tolist()) == list(range(5)) and not (alike == torch.arange(5)).any()


def test_nearer_to_its_own_is_half_by_chance_and_all_where_it_is_its_own() -> None:
    few = script("few_steps_flowers")
    draw = torch.Generator().manual_seed(0)
    own, strange = torch.randn(2, 4000, 3, generator=draw)
    labels = torch.randint(5, (4000,), generator=draw)
    assert set(few.nearer_their_own(own + 1e-3, own, labels, draw)) == {1.0}
    chance = np.mean(few.nearer_their_own(strange, own, labels, draw))
    assert abs(chance - 0.5) < 4 * 0.5 / 4000**0.5


def test_what_is_compared_of_pictures_on_their_way_is_light_colour_and_layout() -> None:
    """A brighter picture differs in light alone, one in other colours of equal light in colour."""
    few = script("few_steps_flowers")
    pictures = 0.2 + 0.5 * torch.rand(6, 3, 16, 16, generator=torch.Generator().manual_seed(0))
    measures = (few.light, few.colour, few.layout)
    changed = {
        "light": pictures + 0.1,
        "colour": pictures.roll(1, dims=1),
        "layout": pictures.roll(8, dims=3),
    }
    for name, other in changed.items():
        moved = [(of(other) - of(pictures)).abs().max() > 1e-3 for of in measures]
        assert moved == [of.__name__ == name for of in measures], name


def test_the_page_s_noises_are_in_no_run_s_training() -> None:
    """What is measured of paths starts from noises that reflow has not seen."""
    few = script("few_steps_flowers")
    beyond = script("beyond")
    pairs = inspect.signature(beyond.train_reflow).parameters["pairs"].default
    assert pairs < few.seeds_of(1, 1)[0] < few.UNSEEN


@pytest.fixture(scope="module")
def latents() -> ModuleType:
    return script("latents")


@pytest.mark.slow
def test_chapter_14_s_runs_are_made_measured_and_recorded(
    latents: ModuleType, tmp_path: Path
) -> None:
    """All of them, tiny: the autoencoders, diffusion in latents and pixels, U-Net and DiT."""
    pictures = make_dataset(tmp_path / "pictures.npz", count=60, side=16)
    folder = str(tmp_path / "runs")
    config = latents.Config(dataset=str(pictures), folder=folder, **latents.SMOKE)
    names = latents.names(config)
    latents.train(config, names)
    weights = {name: latents.restore(config, name).state_dict() for name in names[2:]}
    latents.train(config, names)  # finished: nothing changes
    for name, before in weights.items():
        after = latents.restore(config, name).state_dict()
        assert all(torch.equal(after[key], value) for key, value in before.items())
    latents.measure(config, names, MeanColours())
    rows = list(latents.plan(config, classes=3, timed=2, grown=2))
    (tmp_path / "runs" / "plan.json").write_text(json.dumps(rows), encoding="utf-8")
    files = latents.record(config, tmp_path / "recorded")
    found = json.loads(files[0].read_text(encoding="utf-8"))
    assert found["plan"].keys() == {"perceptual", "latents", "pixels", "unet-0", "transformer-0"}
    assert list(found["runs"]) == ["linear", *names]
    seconds = {name: found["runs"][name]["seconds"] for name in names}
    assert all(value > 0 for value in seconds.values())
    assert all(found["runs"][name]["parameters"] > 1000 for name in names)
    assert found["runs"]["unet-0"]["power"].keys() == {"coarse", "middle", "fine"}
    back = found["runs"]["pixels"]["there and back"]
    assert back.keys() == {"FID, other eyes", "FID" + MeanColours().suffix}
    assert found["runs"]["unet-0-group"]["images"] == found["runs"]["unet-0"]["images"]
    assert found["runs"]["perceptual"]["lost"].keys() == {"coarse", "middle", "fine"}
    model = load_latents(tmp_path / latents.NETWORK)
    assert model.picture_shape == (4, 4, 4)
    assert model.to_pictures(torch.zeros(1, 4, 4, 4)).shape == (1, 3, 16, 16)
    assert {file.name for file in files} >= {"flower.json", "latents.webp", "transformer-0.webp"}


def test_what_was_encoded_once_is_what_would_be_encoded_again(latents: ModuleType) -> None:
    torch.manual_seed(0)
    coder = Autoencoder(Coder(3, 4, (8, 8, 8)))
    network = UNet(4, (4,), block_depth=1, embedding_dim=4)
    model = latents.EncodedOnce(network, CosineSchedule(), coder, std=2.0)
    pictures = torch.randint(0, 256, (6, 3, 8, 8), dtype=torch.uint8)
    mixed = torch.cat([pictures[2:4].flip(-1), pictures[:1]])
    fresh = model.normalise(mixed)
    model.remember(pictures, chunk=4)
    coder.coder.encode[-1].weight.data.zero_()  # whoever encodes now gets something else
    torch.testing.assert_close(model.normalise(mixed), fresh)
    assert copy.deepcopy(model).shelf is model.shelf
    assert (model.normalise(255 - mixed) - fresh).abs().max() > 1e-3


def test_power_is_compared_by_band(latents: ModuleType) -> None:
    pictures = torch.rand(5, 3, 16, 16)
    assert latents.shares(pictures, pictures) == pytest.approx((1, 1, 1))
    wave = torch.cos(2 * torch.pi * torch.arange(16) / 16)  # ring 1, and stripes: ring 8
    stripes = torch.tensor([1.0, -1.0]).repeat(8)
    coarse, fine = (0.2 * line.expand(5, 3, 16, 16) for line in (wave, stripes))
    found = latents.shares(0.5 + coarse + 0.5 * fine, 0.5 + coarse + fine)
    assert (found.coarse, found.fine) == pytest.approx((1, 0.25))
    # Stripes of as much power at other places: nothing is missing, and all of it is wrong.
    moved = 0.5 + coarse - fine
    assert latents.shares(moved, 0.5 + coarse + fine).fine == pytest.approx(1)
    assert latents.shares(2 * fine, 0.5 + coarse + fine).fine == pytest.approx(4)


def test_the_perceptual_distance_is_a_mean_over_depths_of_distances_of_unit_vectors(
    latents: ModuleType,
) -> None:
    classifier = flower_features()
    features = latents.unit_maps(classifier)
    first, second = torch.rand(2, 2, 3, classifier.image_size, classifier.image_size)
    found = (features(first) - features(second)).square().mean()
    seen = []
    for pictures in (first, second):
        x = torch.relu(
            classifier.stem_norm(classifier.stem((pictures - classifier.mean) / classifier.std))
        )
        maps = [x]
        for block in classifier.blocks:
            maps.append(block(maps[-1]))
        seen.append([one / one.norm(dim=1, keepdim=True).clamp(min=1e-2) for one in maps])
    distances = [(a - b).square().sum(1).mean() for a, b in zip(*seen, strict=True)]
    torch.testing.assert_close(found, torch.stack(distances).mean())
    torch.testing.assert_close(classifier.blocks(maps[0]).mean((2, 3)), classifier.pooled(second))


def test_a_transformer_that_has_learnt_nothing_listens_to_all_alike(latents: ModuleType) -> None:
    torch.manual_seed(0)
    network = Transformer(3, 4, 16, depth=2, heads=1).eval()
    for block in network.blocks:
        torch.nn.init.zeros_(block.look.query_key_value.weight)
    model = DiffusionModel(network, CosineSchedule())
    pictures = torch.randint(0, 256, (3, 3, 8, 8), dtype=torch.uint8)
    found = latents.listening(model, pictures, (0.2, 0.8))
    assert found["uniform"] == pytest.approx((1 + 1 + 2**0.5) / 3, abs=1e-3)
    assert found["blocks"] == [[found["uniform"]] * 2] * 2


def test_of_what_a_token_listens_to_only_the_others_count(
    latents: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = Transformer(3, 4, 16, depth=1, heads=1).eval()
    model = DiffusionModel(network, CosineSchedule())
    pictures = torch.randint(0, 256, (3, 3, 8, 8), dtype=torch.uint8)
    # Mostly to itself; of the others, each to the one beside it.
    heard = 0.9 * torch.eye(4) + 0.1 * torch.eye(4)[[1, 0, 3, 2]]
    monkeypatch.setattr(
        type(network.blocks[0].look), "weights", lambda self, tokens: heard.expand(3, 1, 4, 4)
    )
    assert latents.listening(model, pictures, (0.5,))["blocks"] == [[1.0]]


def test_u_net_and_transformer_have_as_many_flops_to_two_percent(latents: ModuleType) -> None:
    config = latents.Config()
    flops = []
    for name in ("unet-0", "transformer-0"):
        plain = runs.build_model(latents.settings(config, name), classes=90)
        network = latents.other_model(config, name, plain).network
        flops.append(flops_per_image(network, config.small_size))
    assert flops[0] == pytest.approx(flops[1], rel=0.02)
    first, second = (latents.settings(config, name) for name in ("unet-0", "transformer-0"))
    assert replace(first, folder="") == replace(second, folder="")


def test_peers_are_as_large_as_our_network_and_their_table_holds_the_spread() -> None:
    peers = script("peers")

    def square(width: int) -> torch.nn.Linear:
        return torch.nn.Linear(width, width)

    assert peers.closest(square, 33 * 34 + 10).weight.shape == (33, 33)
    assert peers.closest(square, 33 * 34 + 10, step=8).weight.shape == (32, 32)
    rows = {name: peers.summary([0.004, 0.002, 0.003]) for name in peers.VARIANTS}
    rows["diffusers"] = peers.summary([0.006] * 3)
    table = {
        "parameters": dict.fromkeys(peers.VARIANTS, 3_562_211),
        "per_image": {"train": rows},
        "once": {"import torch": peers.summary([1.0]), "import ddimlib": peers.summary([1.2])},
        "bfloat16_apart": 0.01,
    }
    words = [line.split() for line in peers.report(table).splitlines()]
    assert ["ddimlib,", "float32", "3.000", "2.000", "…", "4.000", "2.00"] in words
    assert ["import", "ddimlib", "1.20", "1.20", "…", "1.20", "1.20"] in words


class Wiener(DiffusionModel):
    """The best denoiser of Gaussian pictures, in the place of a network."""

    def denoise(self, noisy, t, labels=None):
        return spectrum_denoiser(self.power, self.schedule)(noisy, t)


@pytest.mark.slow
def test_bits_of_gaussian_pictures_are_those_of_the_gaussian_for_the_best_denoiser() -> None:
    bits = script("bits")
    sizes = ring_sizes(8).double()
    power = 1 / (1 + torch.arange(len(sizes)).double()) ** 2
    power = (power / (power @ sizes / 64)).expand(3, -1)
    white = torch.randn(700, 3, 8, 8, generator=torch.Generator().manual_seed(0)).double()
    scale = spread_over_rings(power, 8).sqrt()
    images = torch.fft.ifft2(torch.fft.fft2(white) * scale).real
    pictures = ((images * 0.1 + 0.5) * 255).round().clamp(0, 255).to(torch.uint8)
    model = Wiener(torch.nn.Identity(), CosineSchedule(), mean=0.5, std=0.1)
    model.mean, model.std, model.power = (
        *(x.expand(1, 3, 1, 1) for x in (model.mean, model.std)),
        power,
    )
    data = Images(pictures[:600], pictures[600:], None, ())
    config = bits.Config(pictures=100, steps=30, fitted=600, checked=5)
    found = bits.measure(config, model, data)
    rows = found["held back"]
    assert rows["uniform"]["bits"]["mean"] == pytest.approx(8, abs=1e-5)
    # The parts add up, and a Gaussian is the same whichever way it is told.
    for row in rows.values():
        if "coarse" in row:
            assert row["coarse"]["mean"] + row["fine"]["mean"] == pytest.approx(row["bits"]["mean"])
    for part in bits.PARTS:
        assert rows["network"][part]["mean"] == pytest.approx(
            rows["Gaussian"][part]["mean"], abs=0.03
        )
    ahead = rows["network ahead of the Gaussian"]
    assert abs(ahead["mean"]) < 4 * ahead["error"] + 0.01
    assert rows["Gaussian"]["coarse"]["mean"] < rows["uniform"]["coarse"]["mean"] - 0.3
    assert abs(found["with twice the steps"]["mean"]) < 0.02
    # The mean tells nothing here, and of a Gaussian with spread 1 this is the mean absolute value.
    assert found["mean_picture_error"] == pytest.approx((2 / torch.pi) ** 0.5, abs=0.08)


def test_recorded_bits_name_no_place_of_this_machine(tmp_path: Path) -> None:
    bits = script("bits")
    config = bits.Config(run=str(tmp_path / "run"), dataset=str(tmp_path / "flowers"))
    written = bits.written_config(config)
    assert (written["run"], written["dataset"]) == ("run", "flowers")
    assert str(tmp_path) not in str(written)


def test_of_two_networks_one_makes_the_first_evaluation_and_the_other_all_the_rest() -> None:
    asked: list[tuple[str, float]] = []

    class Named:
        def __init__(self, name: str) -> None:
            self.name = name

        def denoise(self, noisy: torch.Tensor, t: torch.Tensor) -> Prediction:
            asked.append((self.name, float(t)))
            return Prediction(noisy, noisy)

    denoise = script("first_step").first_then(Named("one"), Named("other"))
    sample(denoise, CosineSchedule(), torch.zeros(1, 1), steps=4)
    assert [name for name, _ in asked] == ["one", "other", "other", "other"]
    assert asked[0][1] == 1


def test_the_recorded_first_step_moves_the_colour_more_than_all_the_others() -> None:
    table = recorded.read_json("first-step", "table.json")
    moved = {(row["first"], row["others"]): row for row in table["rows"]}
    first, others = moved["last", "average"], moved["average", "last"]
    error = first["standard_error"] + others["standard_error"]
    assert first["moved"] - others["moved"] > 10 * error


class OneImage(torch.nn.Module):
    """A network that sees the same image in everything: its left half, and its right."""

    image_channels = 3

    def __init__(self, left: float, right: float) -> None:
        super().__init__()
        self.image = torch.tensor([left, left, right, right]).expand(3, 4, 4)

    def forward(self, noisy: torch.Tensor, noise_variance: torch.Tensor) -> torch.Tensor:
        return self.image.expand_as(noisy)


def sees(left: float, right: float) -> DiffusionModel:
    model = DiffusionModel(OneImage(left, right), CosineSchedule(), "image", mean=0.0, std=1.0)
    model.image_size = 4
    return model


def test_a_score_is_measured_for_each_pair_of_networks_on_what_the_last_of_them_paints() -> None:
    bench = script("first_step")
    networks = {"flat": sees(0.5, 0.5), "striped": sees(0.2, 0.8)}
    real = MeanColours()(torch.full((8, 3, 4, 4), 0.5))
    rows = bench.scored(networks, MeanColours(), real, count=8)
    asked = {(row["steps"], row["first"], row["others"]): row for row in rows}
    assert len(asked) == len(rows) == 2 * 4
    for (_, _, others), row in asked.items():
        contrast = networks[others].network.image.std().item()
        assert row["contrast"] == pytest.approx(contrast, abs=1e-5)
        assert row["standard_error"] == pytest.approx(0, abs=1e-5)
        assert (row["KID-F"]["mean"] > 0.05) is (others == "striped")


def test_a_score_is_measured_at_the_times_and_for_the_pairs_that_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = script("first_step")
    seen = []

    def generate(model: object, count: int, steps: int, **options: object) -> torch.Tensor:
        seen.append((steps, options))
        return torch.zeros(count, 3, 4, 4, dtype=torch.uint8)

    monkeypatch.setattr(bench.evaluation, "generate", generate)
    networks = {"flat": sees(0.5, 0.5), "striped": sees(0.2, 0.8)}
    real = MeanColours()(torch.full((8, 3, 4, 4), 0.5))
    rows = bench.scored(networks, MeanColours(), real, 8, "log_snr", [("flat", "flat")])
    assert [(row["steps"], row["first"], row["others"]) for row in rows] == [
        (steps, "flat", "flat") for steps in bench.SCORED_STEPS
    ]
    assert seen == [(steps, {"times": "log_snr"}) for steps in bench.SCORED_STEPS]


def test_the_recorded_first_step_makes_flowers64_paler_and_is_a_part_of_its_distance() -> None:
    scored = recorded.read_json("first-step", "table.json")["scored"]
    rows = {(row["steps"], row["first"], row["others"]): row for row in scored["rows"]}
    for steps in (5, 20):
        for others in ("flowers64", "average"):
            own, lent = (rows[steps, first, others] for first in ("flowers64", "average"))
            error = own["standard_error"] + lent["standard_error"]
            assert lent["contrast"] - own["contrast"] > 3 * error
            assert lent["KID-F"]["mean"] < own["KID-F"]["mean"]
        # What is left when the other makes the first step for both.
        left = rows[steps, "average", "flowers64"]["KID-F"]["mean"]
        assert left > rows[steps, "average", "average"]["KID-F"]["mean"]


def test_the_first_guess_that_makes_the_better_flowers_is_the_worse_one() -> None:
    errors = {
        name: recorded.read_json(run, file)["loss_by_noise_level"]
        for name, run, file in (
            ("average", "reference64", "evaluation-second.json"),
            ("flowers64", "flowers64", "evaluation.json"),
        )
    }
    assert {one["time"][-1] for one in errors.values()} == {1.0}
    found = {name: round(one["image"][-1], 2) for name, one in errors.items()}
    assert found == {"average": 0.81, "flowers64": 0.77}  # chapter 11 says so


def test_what_a_network_knows_by_heart_is_seen_beside_one_that_does_not() -> None:
    bench = script("known_pictures")
    pictures = torch.randint(0, 256, (8, 3, 4, 4), dtype=torch.uint8)
    known, new = pictures[:4], pictures[4:]

    class Knows(torch.nn.Module):
        """Errs by half as much where a picture lies near one that it has stored."""

        def __init__(self, stored: torch.Tensor) -> None:
            super().__init__()
            self.stored = stored / 255

        def normalise(self, pictures: torch.Tensor) -> torch.Tensor:
            return pictures / 255

        def absolute_errors(
            self, images: torch.Tensor, noise: torch.Tensor, t: float
        ) -> Prediction:
            near = (images[:, None] - self.stored).abs().flatten(2).sum(2) == 0
            error = noise.abs().mean((1, 2, 3)) * (1 - t) * (1 - 0.5 * near.any(1).float())
            return Prediction(error, error)

    networks = {"flowers64": Knows(pictures[:0]), "learnt by heart": Knows(known)}
    found = {
        name: {"known": bench.errors(one, known), "new": bench.errors(one, new)}
        for name, one in networks.items()
    }
    torch.testing.assert_close(found["flowers64"]["known"], found["flowers64"]["new"])
    control, other = bench.compared(found)
    assert control["beside_control"]["known"] == {"mean": 1, "standard_error": 0}
    assert other["beside_control"]["known"]["mean"] == pytest.approx(0.5)
    assert other["beside_control"]["new"]["mean"] == pytest.approx(1)
    assert other["error"]["known"]["standard_error"] > 0
    assert control["told_apart_beside_control"] == 0.5
    assert other["told_apart_beside_control"] == 1
    apart = bench.told_apart(torch.tensor([1.0, 2.0]), torch.tensor([2.0, 0.0, 3.0]))
    assert apart == pytest.approx((2 + 1.5) / 6)


def test_the_recorded_reference_knows_its_own_pictures_and_flowers64_does_not() -> None:
    table = recorded.read_json("known-pictures", "table.json")
    rows = {row["network"]: row for row in table["rows"]}
    for name in ("reference64, last", "reference64, average"):
        beside = rows[name]["beside_control"]
        gap = beside["new"]["mean"] - beside["known"]["mean"]
        error = beside["new"]["standard_error"] + beside["known"]["standard_error"]
        assert gap > 0.03 > 5 * error
        assert rows[name]["told_apart_beside_control"] > 0.97
        assert rows[name]["told_apart"] < 0.6
    own = rows[table["control"]]["error"]
    error = own["new"]["standard_error"] + own["known"]["standard_error"]
    assert own["new"]["mean"] - own["known"]["mean"] < error


@pytest.mark.parametrize("order", [2, 3])
def test_the_control_of_the_corrector_takes_every_step_again_but_the_first(order: int) -> None:
    few = script("few_evaluations")
    schedule = CosineSchedule()
    exact = GaussianMixture([[1.0, 0.0], [-1.0, 1.0]], 0.3).denoiser(schedule)
    noise = torch.randn(20, 2, dtype=torch.float64, generator=torch.Generator().manual_seed(0))
    how = {"order": order, "quantity": "noise", "coordinate": "log_snr", "times": "log_snr"}

    def ends(steps: int) -> list[torch.Tensor]:
        walks = (
            few.corrected_after_the_first(exact, schedule, noise, steps, order=order),
            samplers.multistep(exact, schedule, noise, steps, **how),
            samplers.corrected_multistep(exact, schedule, noise, steps, **how),
        )
        return [list(walk)[-1].noisy for walk in walks]

    control, plain, corrected = ends(2)
    torch.testing.assert_close(control, plain)
    assert (control - corrected).norm() > 0.01
    control, plain, corrected = ends(3)
    assert (control - plain).norm() > 0.01
    assert (control - corrected).norm() > 0.01


def test_captions_are_kept_by_what_they_are_made_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beyond = script("beyond")
    monkeypatch.setattr(beyond, "runs_size", lambda config: 16)
    write_squares(tmp_path / "squares.npz")
    others = dict(np.load(tmp_path / "squares.npz"))
    others["images"] = 255 - others["images"]
    np.savez(tmp_path / "others.npz", **others)
    config = beyond.Config(
        "words", str(tmp_path / "words.v2"), dataset=str(tmp_path / "others.npz")
    )
    ours = replace(config, dataset=str(tmp_path / "squares.npz"))
    files = [beyond.captions_file(one) for one in (ours, config, replace(ours, one_in=7), ours)]
    assert len(set(files)) == 3 and files[0] == files[-1]
    assert all(file.name.startswith("words.v2-") and file.suffix == ".npz" for file in files)
    seen: list[str] = []
    monkeypatch.setattr(beyond.runs, "train", lambda settings, **_: seen.append(settings))
    monkeypatch.setattr(beyond, "settings", lambda config: config.dataset)
    files[1].write_bytes(b"of other photographs")
    beyond.train(ours)
    assert seen == [str(files[0])]

    def full(stream, **_: object) -> None:
        getattr(stream, "write_bytes", getattr(stream, "write", None))(b"half")
        raise OSError("the disk is full")

    monkeypatch.setattr(np, "savez", full)
    files[0].unlink()
    with pytest.raises(OSError, match="the disk is full"):
        beyond.train(ours)
    assert not files[0].exists()


def test_the_ends_of_a_flow_are_kept_by_its_weights_and_by_the_classes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beyond = script("beyond")
    monkeypatch.setattr(beyond.checkpoints, "digest", lambda start: "0" * 64)
    monkeypatch.setattr(beyond, "along", lambda model, labels: labels)
    monkeypatch.setattr(beyond.devices, "channels_last", lambda network: network)
    monkeypatch.setattr(
        beyond.flow, "carry", lambda labels, noise, steps: noise + labels[:, None, None, None]
    )
    noise = torch.zeros(2, 3, 4, 4)
    config = beyond.Config("reflow", "", str(tmp_path))
    model = DiffusionModel(UNet(widths=(4, 4), block_depth=1, embedding_dim=4), CosineSchedule())
    for labels in ([0, 1], [1, 1], [0, 1]):
        ends = beyond.ends_of(config, model, noise, torch.tensor(labels))
        assert ends[:, 0, 0, 0].tolist() == labels
    assert len(list(tmp_path.glob("ends-2-*.safetensors"))) == 2


def test_rows_are_kept_until_they_are_measured_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = script("few_steps_flowers")
    settings = few.Settings("run", str(tmp_path))

    def row(way: str, weights: str, data: str = "these") -> dict:
        return {
            "method": way,
            "evaluations": 1,
            "weights": weights,
            "data": data,
            "kid_f": [1.0, 2.0],
        }

    file = tmp_path / f"measured-{settings.sets}x{settings.pictures}.json"
    file.write_text(json.dumps([row(way, "old") for way in "ab"] + [row("a", "old", "others")]))
    monkeypatch.setattr(few, "measure", lambda *_: iter([row("a", "new")]))
    assert few.measured(settings) == [row("a", "new")]
    kept = [row("a", "new"), row("b", "old"), row("a", "old", "others")]
    assert json.loads(file.read_text(encoding="utf-8")) == kept


def test_a_row_of_other_photographs_is_measured_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = script("few_steps_flowers")
    write_squares(tmp_path / "squares.npz")
    others = dict(np.load(tmp_path / "squares.npz"))
    np.savez(tmp_path / "others.npz", **(others | {"images": 255 - others["images"]}))
    measured: list[str] = []
    monkeypatch.setattr(few.runs, "load", lambda start: SimpleNamespace(picture_shape=(3, 16, 16)))
    monkeypatch.setattr(few, "load", lambda settings, run: run)
    monkeypatch.setattr(few, "classes_of", lambda *_: None)
    monkeypatch.setattr(few.checkpoints, "digest", lambda start: "0" * 64)
    monkeypatch.setattr(
        few, "distances", lambda settings, *_: measured.append(settings.dataset) or {"kid_f": [0.0]}
    )
    first, second = (
        few.Settings("run", dataset=str(tmp_path / f"{name}.npz"), pictures=4, sets=2)
        for name in ("squares", "others")
    )
    rows = list(few.measure(first, MeanColours()))
    assert list(few.measure(first, MeanColours(), rows)) == rows
    assert set(measured) == {first.dataset}
    list(few.measure(second, MeanColours(), rows))
    assert measured.count(second.dataset) == measured.count(first.dataset) > 10


def test_the_best_family_is_chosen_where_options_are_and_not_where_it_is_measured() -> None:
    solver = script("solver_error")
    there, here = (
        SimpleNamespace(noise=torch.full((4, 2), noise), end=torch.zeros(4, 2), clean=None)
        for noise in (1.0, 2.0)
    )
    for problem in (there, here):
        problem.clean = problem.end + 100

    def run(kind: str, options: dict, budget: int, noise: torch.Tensor) -> torch.Tensor:
        lucky = {"chosen": (1.0, 3.0), "lucky": (2.0, 0.5)}[kind]
        return torch.full_like(noise, lucky[int(noise[0, 0]) - 1])

    candidates = [(name, name, {}) for name in ("lucky", "chosen")]
    found = solver.best_by_family(candidates, run, 5, there, here)
    assert list(found) == ["chosen", "lucky"]
    rows = {"ours": found, "diffusers": found}
    assert solver.lead(rows)["ours"] == "chosen"
    record = recorded.read_json("solver-error", "table.json")["budgets"]
    for sides in record.values():
        for families in sides.values():
            best = min(families, key=lambda name: families[name]["error_when_chosen"])
            assert next(iter(families)) == best  # the printed winners were chosen so, too
