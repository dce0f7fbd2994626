"""How an answer is checked: call it, compare it with the truth, then with the usual slips."""

import itertools
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from ddimlib.forward import Rates


class WrongAnswer(AssertionError):
    """An answer is not right. A notebook shows its one sentence, and no traceback."""

    def _render_traceback_(self) -> list[str]:
        return [f"✗ {self}"]


@dataclass(frozen=True)
class Slip:
    """A usual mistake: what it does, and the sentence for who makes it."""

    sentence: str
    answer: Callable[..., Any]


@dataclass(frozen=True)
class Exercise:
    """What is asked for, and how answers usually fail.

    Args:
        truth: the library's own function, or one made of the library's.
        cases: makes the arguments to call it with, anew each time; a list of tuples.
        slips: usual mistakes; of several that give the same numbers the first is named.
        look_at: where to look when none of them fits; it ends the sentence "…; look at".
        parts: names of the parts of the result, where it has several.
        tolerance: by how much right numbers may differ, since each rounds in its own way.
        observe: how an answer is called: ``observe(answer, *arguments)``; what it returns is
            compared.
    """

    truth: Callable[..., Any]
    cases: Callable[[], list[tuple[Any, ...]]]
    slips: Sequence[Slip]
    look_at: str
    parts: tuple[str, ...] = ()
    tolerance: float = 1e-5
    observe: Callable[..., Any] = lambda answer, *arguments: answer(*arguments)


@dataclass
class Outcome:
    """What an answer made of one case: tensors, or a sentence that says why there are none."""

    tensors: list[Tensor]
    failure: str | None = None
    kind: type | None = None

    def agrees(self, other: "Outcome", tolerance: float) -> bool:
        """The same failure, or the same numbers up to rounding."""
        if self.failure is not None or other.failure is not None:
            return self.kind is other.kind and self.kind is not None
        return len(self.tensors) == len(other.tensors) and all(
            one.shape == two.shape and _close(one, two, tolerance)
            for one, two in zip(self.tensors, other.tensors, strict=True)
        )


def complaint(exercise: Exercise, answer: Any) -> str | None:
    """What is wrong with an answer, in one sentence; None where nothing is."""
    with torch.random.fork_rng(devices=[]):  # what is drawn here is not missing elsewhere
        return _complaint(exercise, answer)


def _complaint(exercise: Exercise, answer: Any) -> str | None:
    true = _outcomes(exercise, exercise.truth)
    found = _outcomes(exercise, answer)
    if any(outcome.kind is NotImplementedError for outcome in found):
        return "not written yet: put your code in the place of `raise NotImplementedError`."

    def agree(others: list[Outcome]) -> bool:
        pairs = zip(found, others, strict=True)
        return all(one.agrees(other, exercise.tolerance) for one, other in pairs)

    if agree(true):
        return None
    for slip in exercise.slips:
        if agree(_outcomes(exercise, slip.answer)):
            return slip.sentence
    for one, other in zip(found, true, strict=True):
        if not one.agrees(other, exercise.tolerance):
            return one.failure or _difference(exercise, one, other)
    raise AssertionError("one of the cases differs")


def _outcomes(exercise: Exercise, answer: Callable[..., Any]) -> list[Outcome]:
    return [_outcome(exercise, answer, case) for case in exercise.cases()]


def _outcome(exercise: Exercise, answer: Callable[..., Any], case: tuple[Any, ...]) -> Outcome:
    before = deepcopy([value for value in case if isinstance(value, Tensor)])
    try:
        result = exercise.observe(answer, *case)
    except WrongAnswer as error:  # an observer has something to say of its own
        return Outcome([], str(error))
    except Exception as error:  # the reader's code may fail in any way
        sentence = " ".join(str(error).split()).rstrip(".") or "without a message"
        return Outcome([], f"it stops with {type(error).__name__}: {sentence}.", type(error))
    after = [value for value in case if isinstance(value, Tensor)]
    if any(not torch.equal(one, two) for one, two in zip(before, after, strict=True)):
        return Outcome(
            [],
            "it changes a tensor that it was given: make a new one "
            "(`a = a * b` where you wrote `a *= b`).",
        )
    return _as_tensors(result, exercise.parts)


def _as_tensors(result: Any, parts: tuple[str, ...]) -> Outcome:
    if result is None:
        return Outcome([], "it returns nothing: end it with `return` and your result.")
    values = list(result) if parts and isinstance(result, tuple | list) else [result]
    if parts and len(values) != len(parts):
        return Outcome([], f"it must return {' and '.join(parts)}, {len(parts)} things.")
    if any(not isinstance(value, Tensor | float | int) for value in values):
        kinds = ", ".join(type(value).__name__ for value in values)
        return Outcome([], f"it must return tensors, and it returns {kinds}.")
    return Outcome([torch.as_tensor(value).detach().float() for value in values])


def _close(one: Tensor, two: Tensor, tolerance: float) -> bool:
    return torch.allclose(one, two, rtol=1e-4, atol=tolerance, equal_nan=True)


def _difference(exercise: Exercise, found: Outcome, true: Outcome) -> str:
    """Where, and by how much, an answer differs."""
    names = exercise.parts or ("the result",)
    for name, one, other in zip(names, found.tensors, true.tensors, strict=True):
        if one.shape != other.shape:
            return (
                f"{name} has the shape {tuple(one.shape)} where {tuple(other.shape)} is asked "
                f"for; look at {exercise.look_at}."
            )
        if not one.isfinite().all():
            return f"{name} is infinite or not a number in places; look at {exercise.look_at}."
        distance = (one - other).abs()
        if not _close(one, other, exercise.tolerance):
            at = int(distance.flatten().argmax())
            place = f" (at {_place(at, one.shape)})" if one.ndim else ""
            return (
                f"{name} differs by up to {distance.max():.3g}: it is "
                f"{one.flatten()[at]:.4g} where {other.flatten()[at]:.4g} is right{place}; "
                f"look at {exercise.look_at}."
            )
    raise AssertionError("one of the parts differs")


def _place(flat: int, shape: Sequence[int]) -> list[int]:
    """The position of the ``flat``-th entry of a tensor."""
    return list(next(itertools.islice(itertools.product(*map(range, shape)), flat, None)))


def seeded(seed: int, *shape: int) -> Tensor:
    """Standard normal numbers, the same at every call."""
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


def rates_of(signal: Tensor | Sequence[float] | float) -> Rates:
    """The rates with these signal rates: their squares add up to one."""
    signal = torch.as_tensor(signal)
    return Rates(signal, (1 - signal**2).sqrt())
