"""The best linear code: exact, in order, and never beaten by another one."""

import pytest
import torch

from ddimlib.data import procedural_flowers
from ddimlib.exact.patches import LinearCode, best_linear_code
from ddimlib.transformer import patchify

SIZE = 4


@pytest.fixture(scope="module")
def pictures() -> torch.Tensor:
    return procedural_flowers(60, image_size=16, seed=0)[0]


@pytest.fixture(scope="module")
def code(pictures) -> LinearCode:
    return best_linear_code(pictures, SIZE, chunk=25)


def error(code: LinearCode, pictures: torch.Tensor, kept: int) -> float:
    return (code.decode(code.encode(pictures, kept)) - pictures).square().mean().item()


def test_its_error_is_the_variance_that_is_left_out(code, pictures) -> None:
    shown = pictures.float() / 255
    for kept in (0, 1, 4, 20, 47):
        assert error(code, shown, kept) == pytest.approx(code.lost(kept), rel=1e-3, abs=1e-9)
    assert error(code, shown, 48) < 1e-10
    assert code.lost(48) == 0


def test_no_other_linear_code_of_as_many_numbers_errs_less(code, pictures) -> None:
    """Against random directions, with the decoder that is best for them by least squares."""
    squares = patchify(pictures.float() / 255, SIZE).flatten(0, 1) - code.mean
    for seed in range(5):
        draw = torch.Generator().manual_seed(seed)
        close = code.directions[:4] + 0.05 * torch.randn(4, 48, generator=draw)
        for directions in (close, torch.randn(4, 48, generator=draw)):
            numbers = squares @ directions.T
            again = numbers @ torch.linalg.lstsq(numbers, squares).solution
            assert (again - squares).square().mean().item() > code.lost(4)


def test_directions_are_at_right_angles_and_ordered_and_their_sign_is_fixed(code) -> None:
    torch.testing.assert_close(
        code.directions @ code.directions.T, torch.eye(48), atol=1e-5, rtol=0
    )
    assert (code.variances.diff() <= 0).all()
    largest = code.directions.gather(1, code.directions.abs().argmax(1, keepdim=True))
    assert (largest > 0).all()


def test_a_code_lies_as_its_squares_do_and_one_number_changes_one_square(code, pictures) -> None:
    shown = pictures[:2].float() / 255
    numbers = code.encode(shown, 4)
    assert numbers.shape == (2, 4, 4, 4)
    moved = numbers.clone()
    moved[0, 1, 2, 3] += 1
    change = code.decode(moved) - code.decode(numbers)
    square = change[0, :, 8:12, 12:16].flatten()
    torch.testing.assert_close(square, code.directions[1], atol=1e-5, rtol=0)
    assert change.abs().sum().item() == pytest.approx(square.abs().sum().item(), rel=1e-4)


def test_pictures_in_0_to_1_give_the_same_code(code, pictures) -> None:
    again = best_linear_code(pictures.float() / 255, SIZE)
    torch.testing.assert_close(again.variances, code.variances, rtol=1e-4, atol=1e-8)
