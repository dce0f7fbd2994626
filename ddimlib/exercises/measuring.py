"""The exercise on measuring, ``kid``, and its usual slips."""

from collections.abc import Callable
from typing import Any

from torch import Tensor

from ddimlib.exercises.checking import Exercise, Slip, seeded
from ddimlib.metrics import polynomial_mmd


def _variant(
    kernel: Callable[[Tensor, Tensor], Tensor] | None = None,
    within: Callable[[Tensor], Tensor] | None = None,
    cross: float = -2.0,
    after: Callable[[Tensor], Tensor] = lambda value: value,
) -> Callable[[Tensor, Tensor], Tensor]:
    """A distance with another kernel, or put together in another way."""

    def cubic(x: Tensor, y: Tensor) -> Tensor:
        return (x @ y.T / x.shape[1] + 1) ** 3

    def others(values: Tensor) -> Tensor:
        n = len(values)
        return (values.sum() - values.trace()) / (n * (n - 1))

    def answer(real: Tensor, generated: Tensor) -> Tensor:
        k, mean = kernel or cubic, within or others
        both = mean(k(real, real)) + mean(k(generated, generated))
        return after(both + cross * k(real, generated).mean())

    return answer


def _cases() -> list[tuple[Any, ...]]:
    # Apart from each other, so that the distance is positive and has a root.
    return [
        (seeded(0, 6, 4), seeded(1, 5, 4) + 1),
        (seeded(2, 4, 3), seeded(3, 7, 3) - 1),
    ]


KID = Exercise(
    truth=polynomial_mmd,
    cases=_cases,
    slips=[
        Slip(
            "pictures are compared with themselves: leave the diagonal out within a set, and "
            "divide by n (n - 1).",
            _variant(within=lambda values: values.mean()),
        ),
        Slip(
            "the diagonal is left out of the sum, and still counted: divide by n (n - 1), not "
            "by n².",
            _variant(within=lambda values: (values.sum() - values.trace()) / len(values) ** 2),
        ),
        Slip(
            "the kernel does not divide by the number of features: (xᵀy / d + 1)³.",
            _variant(lambda x, y: (x @ y.T + 1) ** 3),
        ),
        Slip(
            "the kernel lacks its + 1: (xᵀy / d + 1)³.",
            _variant(lambda x, y: (x @ y.T / x.shape[1]) ** 3),
        ),
        Slip(
            "the kernel lacks its cube: (xᵀy / d + 1)³.",
            _variant(lambda x, y: x @ y.T / x.shape[1] + 1),
        ),
        Slip(
            "the kernel is squared: its degree is three.",
            _variant(lambda x, y: (x @ y.T / x.shape[1] + 1) ** 2),
        ),
        Slip(
            "the kernel divides by the root of the number of features, as attention does: divide "
            "by d itself.",
            _variant(lambda x, y: (x @ y.T / x.shape[1] ** 0.5 + 1) ** 3),
        ),
        Slip(
            "the mean across the sets counts twice: subtract 2 times it.",
            _variant(cross=-1.0),
        ),
        Slip(
            "the mean across the sets must be subtracted.",
            _variant(cross=2.0),
        ),
        Slip(
            "the sign is wrong: pairs within the sets are added, pairs across them subtracted.",
            _variant(after=lambda value: -value),
        ),
        Slip(
            "a root too many: KID is the squared distance.",
            _variant(after=lambda value: value.clamp(min=0).sqrt()),
        ),
    ],
    look_at="the kernel first, then the three means",
)
