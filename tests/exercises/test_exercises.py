"""The track's checks name the usual slips: ten and more wrong answers each get their own sentence.

The wrong answers are written as a reader writes them, in the place of the gap, and know the
library's slips by nothing but their sentences.
"""

import re
from copy import deepcopy
from typing import Any

import nbformat
import pytest
import torch
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from ddimlib.exercises import EXERCISES, Exercise, WrongAnswer, check, complaint
from tests.scripts import load

make_gaps = load("make_gaps")
SOLVED = nbformat.read(make_gaps.SOLVED, as_version=4)
GAPS = nbformat.read(make_gaps.GAPS, as_version=4)

R = ".reshape(-1, 1, 1, 1)"
STEP_1 = "image = (noisy - here.noise * predicted_noise) / here.signal"
ROOM = "(1 - (here.signal / there.signal) ** 2)"
STEP_2 = f"fresh = eta * there.noise / here.noise * {ROOM}.sqrt()"
STEP_3 = "kept = (there.noise**2 - fresh**2).sqrt()"
STEP_4 = "z = 0 if fresh_noise is None else fresh_noise"
STEP_5 = "return there.signal * image + kept * predicted_noise + fresh * z"
FREQUENCIES = "f = torch.logspace(math.log10(min_frequency), math.log10(max_frequency), dim // 2)"
ANGLES = "a = 2 * math.pi * noise_variance[:, None] * f"
KERNEL = "k = lambda x, y: (x @ y.T / x.shape[1] + 1) ** 3"
WITHIN = "w = lambda x: (k(x, x).sum() - k(x, x).trace()) / (len(x) * (len(x) - 1))"
SUM = "return w(real) + w(generated) - 2 * k(real, generated).mean()"
LOSS = "loss = loss_of(network, batch)"
#: The exercise, a wrong answer's lines, and words of the sentence that it must get.
WRONG: list[tuple[str, list[str], str]] = [
    ("add_noise", [f"return rates.noise{R} * images + rates.signal{R} * noise"], "exchanged"),
    ("add_noise", [f"return rates.signal{R}**2 * images + rates.noise{R}**2 * noise"], "squared"),
    (
        "add_noise",
        [f"return rates.signal{R}.sqrt() * images + rates.noise{R}.sqrt() * noise"],
        "a square root too many",
    ),
    ("add_noise", [f"return rates.signal{R} * images - rates.noise{R} * noise"], "sign"),
    ("add_noise", [f"return rates.signal{R} * images + noise"], "noise rate is missing"),
    ("add_noise", [f"return images + rates.noise{R} * noise"], "signal rate is missing"),
    (
        "add_noise",
        [f"return (1 - rates.noise{R}) * images + rates.noise{R} * noise"],
        "straight line",
    ),
    ("add_noise", ["return rates.signal * images + rates.noise * noise"], "along the width"),
    (
        "add_noise",
        ["s, n = (r[:, None, None, None] for r in rates)", "return s * images + n * noise"],
        "a single rate",
    ),
    (
        "add_noise",
        [f"images *= rates.signal{R}", f"return images + rates.noise{R} * noise"],
        "changes a tensor that it was given",
    ),
    ("add_noise", [f"noisy = rates.signal{R} * images"], "returns nothing"),
    ("add_noise", ["return images.mean()"], "has the shape"),
    ("add_noise", [f"return 1.1 * (rates.signal{R} * images + rates.noise{R} * noise)"], "by up"),
    ("add_noise", ["return rates.alpha * images"], "stops with AttributeError"),
    (
        "cosine_schedule",
        ["a = math.acos(0.02) + t * (math.acos(0.95) - math.acos(0.02))"]
        + ["return Rates(torch.cos(a), torch.sin(a))"],
        "time runs backwards",
    ),
    (
        "cosine_schedule",
        ["a = math.acos(0.95) + t * (math.acos(0.02) - math.acos(0.95))"]
        + ["return Rates(torch.sin(a), torch.cos(a))"],
        "exchanged",
    ),
    (
        "cosine_schedule",
        ["a = math.acos(0.95) + t * (math.acos(0.02) - math.acos(0.95))"]
        + ["return Rates(torch.cos(a)**2, torch.sin(a)**2)"],
        "squares of the rates",
    ),
    (
        "cosine_schedule",
        ["return Rates(torch.cos(t * math.pi / 2), torch.sin(t * math.pi / 2))"],
        "ends are ignored",
    ),
    (
        "cosine_schedule",
        ["a = 0.95 + t * (0.02 - 0.95)", "return Rates(torch.cos(a), torch.sin(a))"],
        "used as angles",
    ),
    (
        "cosine_schedule",
        ["s = 0.95 + t * (0.02 - 0.95)", "return Rates(s, (1 - s**2).sqrt())"],
        "the signal rate falls on a straight line",
    ),
    (
        "cosine_schedule",
        ["s = torch.cos(math.acos(0.95) + t * (math.acos(0.02) - math.acos(0.95)))"]
        + ["return Rates(s, 1 - s)"],
        "not 1 - signal rate",
    ),
    (
        "embed",
        [
            FREQUENCIES,
            ANGLES.replace("2 * math.pi * ", ""),
            "return torch.cat([a.sin(), a.cos()], 1)",
        ],
        "2π is missing",
    ),
    (
        "embed",
        ["f = torch.linspace(min_frequency, max_frequency, dim // 2)", ANGLES]
        + ["return torch.cat([a.sin(), a.cos()], 1)"],
        "equally spaced",
    ),
    ("embed", [FREQUENCIES, ANGLES, "return torch.cat([a.cos(), a.sin()], 1)"], "are exchanged"),
    (
        "embed",
        [FREQUENCIES, ANGLES, "e = torch.zeros(len(a), dim)"]
        + ["e[:, 0::2] = a.sin(); e[:, 1::2] = a.cos()", "return e"],
        "take turns",
    ),
    ("embed", [FREQUENCIES, ANGLES, "return a.sin()"], "half as long"),
    (
        "embed",
        [FREQUENCIES.replace("dim // 2", "dim"), ANGLES, "return torch.cat([a.sin(), a.cos()], 1)"],
        "twice as long",
    ),
    (
        "embed",
        [FREQUENCIES, ANGLES, "return torch.cat([a.sin(), a.cos()], 1).T"],
        "transposed",
    ),
    ("block", ["return second(nn.functional.silu(first(norm(x))))"], "short cut is missing"),
    ("block", ["return x + second(nn.functional.silu(first(norm(x))))"], "adds x itself"),
    ("block", ["return shortcut(x) + second(nn.functional.silu(first(x)))"], "norm is missing"),
    ("block", ["return shortcut(x) + second(first(norm(x)))"], "no activation"),
    ("block", ["return shortcut(x) + second(torch.relu(first(norm(x))))"], "ReLU"),
    (
        "block",
        ["return shortcut(x) + nn.functional.silu(second(first(norm(x))))"],
        "at the end of the branch",
    ),
    (
        "block",
        ["x = norm(x)", "return shortcut(x) + second(nn.functional.silu(first(x)))"],
        "starts behind the norm",
    ),
    (
        "noise_loss",
        ["noisy = add_noise(images, noise, rates)"]
        + ["return (network(noisy, rates.noise**2) - images).abs().mean()"],
        "compared with the images",
    ),
    (
        "noise_loss",
        ["noisy = add_noise(images, noise, rates)"]
        + ["return (network(noisy, rates.noise**2) - noise).square().mean()"],
        "error is squared",
    ),
    (
        "noise_loss",
        ["noisy = add_noise(images, noise, rates)"]
        + ["return (network(noisy, rates.noise) - noise).abs().mean()"],
        "told the noise rate",
    ),
    (
        "noise_loss",
        ["return (network(images, rates.noise**2) - noise).abs().mean()"],
        "sees clean images",
    ),
    (
        "noise_loss",
        ["noisy = add_noise(images, noise, rates)"]
        + ["return (network(noisy, rates.noise**2) - noise).mean()"],
        "opposite sign cancel",
    ),
    (
        "noise_loss",
        ["noisy = add_noise(images, noise, rates)"]
        + ["return (network(noisy, rates.noise**2) - noise).abs().sum()"],
        "added up",
    ),
    (
        "noise_loss",
        ["noisy = add_noise(images, noise, rates)"]
        + ["return (network(noisy, rates.noise**2) - noise).abs().mean().detach()"],
        "has no gradient",
    ),
    (
        "noise_loss",
        ["noisy = add_noise(noise, images, rates)"]
        + ["return (network(noisy, rates.noise**2) - noise).abs().mean()"],
        "exchanged in the call of `add_noise`",
    ),
    (
        "train",
        ["losses = []", "for batch in batches:", f"    {LOSS}", "    loss.backward()"]
        + ["    optimizer.step()", "    losses.append(loss.item())", "return losses"],
        "never cleared",
    ),
    (
        "train",
        ["losses = []", "for batch in batches:", f"    {LOSS}", "    optimizer.zero_grad()"]
        + ["    loss.backward()", "    losses.append(loss.item())", "return losses"],
        "weights never change",
    ),
    (
        "train",
        ["losses = []", "for batch in batches:", f"    {LOSS}", "    optimizer.zero_grad()"]
        + ["    optimizer.step()", "    losses.append(loss.item())", "return losses"],
        "there are no gradients",
    ),
    (
        "train",
        ["losses = []", "for batch in batches:", f"    {LOSS}", "    loss.backward()"]
        + ["    optimizer.zero_grad()", "    optimizer.step()"]
        + ["    losses.append(loss.item())", "return losses"],
        "between `backward` and `step`",
    ),
    (
        "train",
        ["losses = []", "for batch in batches:", f"    {LOSS}", "    optimizer.zero_grad()"]
        + ["    loss.backward()", "    optimizer.step()", "    losses.append(loss)"]
        + ["return losses"],
        "keep `loss.item\\(\\)`",
    ),
    (
        "train",
        ["losses = []", "for batch in batches:", f"    {LOSS}", "    optimizer.zero_grad()"]
        + ["    loss.backward()", "    optimizer.step()", "    losses.append(loss.item())"]
        + ["    return losses"],
        "after the first batch",
    ),
    (
        "train",
        ["for batch in batches:", f"    {LOSS}", "    optimizer.zero_grad()"]
        + ["    loss.backward()", "    optimizer.step()", "return [loss.item()]"],
        "the last loss only",
    ),
    (
        "ddim_step",
        [STEP_1, "return there.signal * image + there.noise * predicted_noise"],
        "ignored",
    ),
    (
        "ddim_step",
        [STEP_1, STEP_2, STEP_3, STEP_4]
        + ["return here.signal * image + here.noise * predicted_noise + 0 * fresh * z"],
        "does not move",
    ),
    (
        "ddim_step",
        [STEP_1.replace("here", "there"), STEP_2, STEP_3, STEP_4, STEP_5],
        "taken out with the rates of `there`",
    ),
    (
        "ddim_step",
        ["image = noisy - here.noise * predicted_noise", STEP_2, STEP_3, STEP_4, STEP_5],
        "not divided by the signal rate",
    ),
    (
        "ddim_step",
        [STEP_1.replace("noisy -", "noisy +"), STEP_2, STEP_3, STEP_4, STEP_5],
        "a sign is wrong",
    ),
    ("ddim_step", ["image = noisy", STEP_2, STEP_3, STEP_4, STEP_5], "as if it were the image"),
    (
        "ddim_step",
        [STEP_1, STEP_2, "kept = there.noise", STEP_4, STEP_5],
        "fresh noise comes on top",
    ),
    (
        "ddim_step",
        [STEP_1, STEP_2, "kept = there.noise - fresh", STEP_4, STEP_5],
        "without squares",
    ),
    (
        "ddim_step",
        [STEP_1, STEP_2, STEP_3.replace(".sqrt()", ""), STEP_4, STEP_5],
        "kept = √",
    ),
    (
        "ddim_step",
        [STEP_1, STEP_2.replace(".sqrt()", ""), STEP_3, STEP_4, STEP_5],
        "in the rate of the fresh noise",
    ),
    ("guide", ["return told + scale * (without - told)"], "two predictions are exchanged"),
    ("guide", ["return told + scale * (told - without)"], "counts from `told`"),
    ("guide", ["return without - scale * (told - without)"], "the sign"),
    ("guide", ["return scale * (told - without)"], "the start is missing"),
    ("guide", ["return without + scale * told"], "`without` is not subtracted"),
    ("guide", ["return told"], "scale is ignored"),
    (
        "kid",
        [KERNEL, "w = lambda x: k(x, x).mean()", SUM],
        "compared with themselves",
    ),
    (
        "kid",
        [KERNEL, "w = lambda x: (k(x, x).sum() - k(x, x).trace()) / len(x) ** 2", SUM],
        "still counted",
    ),
    ("kid", ["k = lambda x, y: (x @ y.T + 1) ** 3", WITHIN, SUM], "number of features"),
    ("kid", ["k = lambda x, y: (x @ y.T / x.shape[1]) ** 3", WITHIN, SUM], "lacks its \\+ 1"),
    ("kid", ["k = lambda x, y: x @ y.T / x.shape[1] + 1", WITHIN, SUM], "lacks its cube"),
    ("kid", [KERNEL, WITHIN, SUM.replace("2 * ", "")], "counts twice"),
    (
        "kid",
        [KERNEL, WITHIN, f"{SUM} ** 1".replace("return ", "return (").replace(" ** 1", ").sqrt()")],
        "a root too many",
    ),
]


def cell(notebook: Any, name: str) -> str:
    """The code of the gap where a function is written."""
    (found,) = [c.source for c in notebook.cells if c.source.startswith(f"def {name}(")]
    return found


@pytest.fixture
def names() -> dict[str, Any]:
    """What the notebook's cells know, once its solutions have been run."""
    found: dict[str, Any] = {}
    exec("import itertools, math\nimport torch\nfrom torch import nn", found)
    exec("from ddimlib.forward import Rates", found)
    for name in EXERCISES:
        exec(cell(SOLVED, name), found)
    return found


def written(name: str, lines: list[str], names: dict[str, Any]) -> Any:
    """A reader's function: the gap's first lines, and these."""
    head = re.match(r"(?s)def .*?:\n(?=    #)", cell(GAPS, name))
    assert head
    names = dict(names)  # another answer may call the right one
    exec(head[0] + "".join(f"    {line}\n" for line in lines), names)
    return names[name]


def test_every_exercise_has_a_gap_a_check_and_a_solution() -> None:
    for notebook in (SOLVED, GAPS):
        checks = [c.source for c in notebook.cells if re.fullmatch(r"check\(\w+\)", c.source)]
        assert checks == [f"check({name})" for name in EXERCISES]
    for name in EXERCISES:
        assert "### BEGIN SOLUTION" in cell(SOLVED, name)
        assert "SOLUTION" not in cell(GAPS, name)


def test_the_solutions_pass(names: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    check(*(names[name] for name in EXERCISES))
    assert capsys.readouterr().out.splitlines() == [f"{name}: right." for name in EXERCISES]


@pytest.mark.parametrize("name", EXERCISES)
def test_a_gap_is_not_written_yet(name: str, names: dict[str, Any]) -> None:
    exec(cell(GAPS, name), names)
    with pytest.raises(WrongAnswer, match=f"^{name}: not written yet: put your code"):
        check(names[name])


@pytest.mark.parametrize(("name", "lines", "words"), WRONG)
def test_a_wrong_answer_gets_its_sentence(
    name: str, lines: list[str], words: str, names: dict[str, Any]
) -> None:
    with pytest.raises(WrongAnswer, match=words) as caught:
        check(written(name, lines, names))
    assert str(caught.value).startswith(f"{name}: ")
    assert str(caught.value).endswith(".")


@pytest.mark.slow
def test_typical_wrong_answers_get_sentences_of_their_own(names: dict[str, Any]) -> None:
    sentences = [complaint(EXERCISES[n], written(n, lines, names)) for n, lines, _ in WRONG]
    assert len(set(sentences)) == len(WRONG)
    for name in EXERCISES:
        assert sum(one == name for one, _, _ in WRONG) >= 3, name


@pytest.mark.parametrize("name", EXERCISES)
@pytest.mark.slow
def test_no_slip_hides_another(name: str) -> None:
    exercise = EXERCISES[name]
    for slip in exercise.slips:
        assert complaint(exercise, slip.answer) == slip.sentence


@pytest.mark.parametrize("name", EXERCISES)
def test_the_truth_is_right_and_stays_right_when_asked_again(name: str) -> None:
    state = torch.get_rng_state()
    for _ in range(2):
        assert complaint(EXERCISES[name], EXERCISES[name].truth) is None
    assert torch.equal(state, torch.get_rng_state()), "a reader's random numbers are disturbed"


def test_a_function_of_another_name_is_refused() -> None:
    def add_nois() -> None: ...

    with pytest.raises(ValueError, match="no exercise asks for 'add_nois': hand over the function"):
        check(add_nois)


def test_a_wrong_answer_is_shown_as_one_line_in_a_notebook() -> None:
    exercise: Exercise = EXERCISES["guide"]
    assert WrongAnswer(complaint(exercise, lambda *_: None))._render_traceback_() == [
        "✗ it returns nothing: end it with `return` and your result."
    ]


def test_the_notebook_with_gaps_is_made_from_the_one_with_solutions() -> None:
    made = nbformat.writes(make_gaps.gaps(SOLVED)) + "\n"
    assert make_gaps.GAPS.read_text(encoding="utf-8") == made, "run: python book/make_gaps.py"


def test_the_cells_say_to_nbgrader_what_they_are() -> None:
    for notebook in (SOLVED, GAPS):
        told = {
            c.source: c.metadata["nbgrader"] for c in notebook.cells if "nbgrader" in c.metadata
        }
        for source, kind in told.items():
            assert kind["schema_version"] == 3
            assert kind["grade"] == source.startswith("check(")
            assert kind["solution"] == source.startswith("def ")
        assert sum(kind["grade"] for kind in told.values()) == len(EXERCISES)


@pytest.mark.slow
def test_run_all_stops_at_the_first_gap_and_says_so_in_one_line() -> None:
    """As a reader meets it who has written nothing yet, in a kernel."""
    notebook = deepcopy(GAPS)
    client = NotebookClient(notebook, timeout=120, kernel_name="python3")
    with pytest.raises(CellExecutionError):
        client.execute()
    failed = [c for c in notebook.cells if c.cell_type == "code" and c.outputs]
    assert [c.source for c in failed] == ["check(add_noise)"]
    (output,) = failed[0].outputs
    assert output.traceback == [
        "✗ add_noise: not written yet: put your code in the place of `raise NotImplementedError`."
    ]


@pytest.mark.slow
def test_the_solved_notebook_runs_from_top_to_bottom() -> None:
    """As a reader runs it, in one process: to a network that paints, a flower, and its measure."""
    found: dict[str, Any] = {}
    for one in SOLVED.cells:
        if one.cell_type == "code":
            exec(one.source, found)
    losses = found["losses"]
    assert sum(losses[-60:]) < 0.75 * sum(losses[:60])
    assert found["grown"].shape == (5, 3, 64, 64)
    library = found["runs"].load("flowers64")
    same = found_by_the_library(library, found)
    assert (same - found["grown"]).abs().max() < 1e-3


def found_by_the_library(model: Any, found: dict[str, Any]) -> torch.Tensor:
    """The flowers that the library grows from the same noise."""
    from ddimlib.guidance import guided
    from ddimlib.samplers import sample, seeded_noise

    noise = seeded_noise([1, 2, 3, 4, 5], model.picture_shape)
    return model.to_pictures(sample(guided(model, found["sunflower"], 3.0), model.schedule, noise))
