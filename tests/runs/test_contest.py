"""A contest of samplers is fair: evaluations are counted, and nothing else can be reached."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from ddimlib import cli, samplers
from ddimlib.runs import checkpoints, recorded
from ddimlib.runs import contest as contests
from ddimlib.runs.contest import ContestConfig, Counting, Refused, contest, table
from ddimlib.runs.features import flower_features
from tests.small import small_model


class Pixels:
    """Features of a kind: the pixels of the middle."""

    suffix = "-P"

    def __call__(self, pictures: torch.Tensor) -> torch.Tensor:
        return pictures[:, :, 2:4, 2:4].flatten(1)


DDIM = """
import torch
from ddimlib.samplers import ddim

def sample(denoise, schedule, noise, evaluations):
    for step in ddim(denoise, schedule, noise, evaluations):
        image = step.prediction.image
    return image
"""
BAD = {
    "greedy": (
        DDIM.replace("noise, evaluations)", "noise, evaluations + 1)", 2).replace(
            "def sample(denoise, schedule, noise, evaluations + 1)",
            "def sample(denoise, schedule, noise, evaluations)",
        ),
        "it asks for more than 4 evaluations",
    ),
    "meddler": (
        "def sample(denoise, schedule, noise, evaluations):\n"
        "    denoise.network.weight.zero_()\n    return noise",
        "the network behind it can be neither looked at nor changed (asked for 'network').",
    ),
    "empty": ("x = 1", "it holds no function sample(denoise, schedule, noise, evaluations)."),
    "unloadable": ("import nothing_of_this_name", "ModuleNotFoundError: No module named"),
    "idle": ("import time\ntime.sleep(60)\ndef sample(*given):\n    pass", "longer than"),
    "broken": ("def sample(*given):\n    return 1 / 0", "ZeroDivisionError: division by zero."),
    "endless": ("import time\ndef sample(*given):\n    time.sleep(60)", "longer than"),
    "hungry": (
        "import torch\ndef sample(d, s, noise, n):\n    return torch.ones(10**10).sum() * noise",
        "RuntimeError",
    ),
}


@pytest.fixture
def model() -> Any:
    found = small_model()
    found.image_size = 8
    return found


def rules(folder: Path, files: list[Path], **changes: Any) -> ContestConfig:
    settings: dict[str, Any] = {
        "samples": 6,
        "batch_size": 4,
        "network": "small",
        "out": str(folder / "contest.json"),
    }
    return ContestConfig(files=tuple(map(str, files)), **(settings | changes))


def run(config: ContestConfig, model: Any) -> dict[str, Any]:
    real = torch.rand(20, 12, generator=torch.Generator().manual_seed(0))
    return contest(config, model, Pixels(), real)


def test_the_books_own_samplers_take_part_with_four_evaluations(tmp_path: Path, model: Any) -> None:
    result = run(rules(tmp_path, []), model)
    assert {row["name"] for row in result["rows"]} == set(contests.own_samplers())
    assert all(row["evaluations"] == 4 and row["refused"] is None for row in result["rows"])
    scores = [row["kid"] for row in result["rows"]]
    assert scores == sorted(scores)
    assert json.loads((tmp_path / "contest.json").read_text()) == result
    assert "DDIM (the book)" in table(result)


@pytest.mark.parametrize(
    "change",
    [{"seed": 99}, {"evaluations": 5}, {"dataset": "others"}, {"files": "mine.py"}, {}],
)
def test_a_result_of_another_contest_is_never_replaced(
    change: dict[str, Any], tmp_path: Path, model: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = rules(tmp_path, [])
    first = run(config, model)
    assert {**run(config, model), "rows": []} == {**first, "rows": []}  # the same one may be
    out = Path(config.out)
    if "files" in change:
        (tmp_path / "mine.py").write_text(DDIM)
        change = {"files": (str(tmp_path / "mine.py"),)}
    if not change:
        out.write_text("my notes")
    before = out.read_bytes()
    monkeypatch.setattr(contests, "_score", lambda *_: pytest.fail("scored"))
    with pytest.raises(ValueError, match=r"contest\.json holds another contest, .* another --out$"):
        run(replace(config, **change), model)
    assert out.read_bytes() == before


def test_a_place_that_cannot_be_written_is_said_before_scoring(
    tmp_path: Path, model: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(contests, "_score", lambda *_: pytest.fail("scored"))
    with pytest.raises(OSError, match=r"cannot be written .* choose another --out$"):
        run(rules(tmp_path / "file", []), model)


@pytest.mark.slow
def test_other_noises_give_another_score(tmp_path: Path, model: Any) -> None:
    first, again, other = (
        run(rules(tmp_path, [], seed=seed, out=str(tmp_path / f"{seed}.json")), model)
        for seed in (0, 0, 99)
    )
    kids = [[row["kid"] for row in result["rows"]] for result in (first, again, other)]
    assert kids[0] == kids[1] != kids[2]


def test_evaluations_are_counted_by_images_and_not_by_calls(model: Any) -> None:
    denoise = Counting(model, count=2, evaluations=4)
    noise = samplers.seeded_noise(range(2), model.picture_shape)
    denoise(torch.cat([noise, noise, noise]), 0.5)
    assert denoise.spent == 6
    denoise(noise, 0.4)
    with pytest.raises(Refused, match="more than 4 evaluations"):
        denoise(noise[:1], 0.3)


@pytest.mark.parametrize(
    ("images", "sentence"),
    [
        (torch.zeros(3, 3, 8, 8), r"returns shape \(3, 3, 8, 8\) for noise of \(2, 3, 8, 8\)"),
        (torch.full((2, 3, 8, 8), torch.nan), "infinite or NaN"),
    ],
)
def test_what_it_returns_must_be_images(images: torch.Tensor, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        contests._check(images, torch.zeros(2, 3, 8, 8))


@pytest.mark.parametrize(
    ("noisy", "t", "sentence"),
    [
        (torch.zeros(2, 3, 4, 4), 0.5, r"images of shape \(3, 4, 4\) where the network takes"),
        (torch.zeros(2, 3, 8, 8), 1.5, "diffusion times must lie in"),
    ],
)
def test_what_it_asks_must_make_sense(
    noisy: torch.Tensor, t: float, sentence: str, model: Any
) -> None:
    with pytest.raises(Refused, match=sentence):
        Counting(model, 2, 4)(noisy, t)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [({"evaluations": 0}, "evaluations must be positive"), ({"samples": 1}, "at least 2 samples")],
)
def test_rules_that_cannot_be_are_refused(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        ContestConfig(**change)


def test_the_recorded_features_are_those_of_the_classifier() -> None:
    real = contests.real_features()
    path = recorded.path("contest") / "real.safetensors"
    assert checkpoints.read_about(path)["classifier"] == flower_features().name
    assert real.shape == (1000, 256)
    # Scaled so that on the training pictures the mean square is one.
    assert 0.8 < real.square().mean() < 1.2


def test_a_file_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["contest", str(tmp_path / "nobody.py")]) == 1
    assert "there is no submission" in capsys.readouterr().err


@pytest.mark.slow
def test_a_submission_of_ddim_scores_as_the_books_own(tmp_path: Path, model: Any) -> None:
    file = tmp_path / "mine.py"
    file.write_text(DDIM)
    rows = {row["name"]: row for row in run(rules(tmp_path, [file]), model)["rows"]}
    assert rows["mine"]["kid"] == pytest.approx(rows["DDIM (the book)"]["kid"], abs=1e-4)
    assert rows["mine"]["evaluations"] == 4


@pytest.mark.slow
@pytest.mark.parametrize("name", BAD)
def test_what_breaks_a_rule_is_refused_with_a_sentence(
    name: str, tmp_path: Path, model: Any
) -> None:
    source, sentence = BAD[name]
    file = tmp_path / f"{name}.py"
    file.write_text(source)
    before = [parameter.clone() for parameter in model.parameters()]
    minutes = 0.02 if name in ("endless", "idle") else 1.0
    # So much noise that a pipe cannot hold it while nobody reads.
    many = {"samples": 400, "batch_size": 400} if name in ("unloadable", "idle") else {}
    result = run(rules(tmp_path, [file], minutes=minutes, **many), model)
    row = result["rows"][-1]
    assert row["name"] == name
    assert sentence in row["refused"]
    assert row["refused"] in table(result)
    assert all(torch.equal(*pair) for pair in zip(before, model.parameters(), strict=True))


def test_who_asks_and_does_not_listen_is_late(tmp_path: Path, model: Any) -> None:
    file = tmp_path / "deaf.py"
    file.write_text(
        "import time, torch\n"
        "def sample(denoise, schedule, noise, evaluations):\n"
        "    from ddimlib.runs.contest import pack\n"
        "    question = {'noisy': noise, 't': torch.tensor(1.0)}\n"
        "    denoise._pipe.send_bytes(b'?' + pack(question))\n"
        "    time.sleep(60)\n"
    )
    many = {"samples": 400, "batch_size": 400, "minutes": 0.1}
    row = run(rules(tmp_path, [file], **many), model)["rows"][-1]
    assert "longer than" in row["refused"]
