"""The split: a fifth held back, the same every time, nothing in both halves."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as some

from ddimlib.data.images import (
    Decoded,
    shuffle,
    split,
    split_order,
    told_apart,
    validation_count,
)


def numbered(count: int, labelled: bool = True) -> Decoded:
    """Pictures of one pixel that holds their number."""
    numbers = np.arange(count, dtype=np.int64)
    pictures = np.stack([numbers // 65536, numbers // 256 % 256, numbers % 256], axis=1)
    pictures = pictures.astype(np.uint8)[:, :, None, None]
    return Decoded(pictures, numbers if labelled else None, ("a",) if labelled else ())


def numbers_of(pictures: torch.Tensor) -> list[int]:
    return (pictures.flatten(1).long() @ torch.tensor([65536, 256, 1])).tolist()


@given(some.integers(2, 3000))
def test_every_picture_is_in_one_half_and_in_one_only(count):
    images = split(shuffle(numbered(count)))
    assert sorted(numbers_of(images.train) + numbers_of(images.validation)) == list(range(count))
    assert len(images.train) > 0
    assert len(images.validation) == validation_count(count)


@pytest.mark.parametrize(("count", "held_back"), [(8189, 1638), (5000, 1000), (10, 2), (2, 1)])
def test_a_fifth_is_held_back(count, held_back):
    assert validation_count(count) == held_back


def test_the_reference_trains_on_6551_of_8189_flowers():
    assert len(split(numbered(8189)).train) == 6551


def test_the_split_is_shuffled_and_the_same_every_time():
    first, again = (split(shuffle(numbered(100))) for _ in range(2))
    assert numbers_of(first.train) == numbers_of(again.train)
    assert numbers_of(first.train) != sorted(numbers_of(first.train))
    assert np.mean(numbers_of(first.validation)) == pytest.approx(49.5, abs=20)


def test_the_split_does_not_touch_the_global_random_state():
    torch.manual_seed(3)
    expected = torch.rand(1)
    torch.manual_seed(3)
    shuffle(numbered(50))
    assert torch.equal(torch.rand(1), expected)


def test_labels_go_where_their_pictures_go():
    images = split(shuffle(numbered(100)))
    assert images.labels.train.dtype == torch.int64
    assert images.labels.train.tolist() == numbers_of(images.train)
    assert images.labels.validation.tolist() == numbers_of(images.validation)


@pytest.mark.parametrize(
    ("names", "keys", "apart"),
    [
        (("rose", "iris"), (1, 2), ("rose", "iris")),
        (("rose", "rose"), (1, 2), ("rose (1)", "rose (2)")),
        (("rose", "rose"), ("001", "rose"), ("rose (001)", "rose")),
        (("rose", "rose", "rose (1)"), (1, 2, 3), ("rose (1) (1)", "rose (2)", "rose (1) (3)")),
    ],
)
def test_names_of_classes_are_all_different(names, keys, apart):
    assert told_apart(names, keys) == apart


def test_without_labels_there_are_none():
    assert split(shuffle(numbered(10, labelled=False))).labels is None


def test_the_halves_are_views_of_one_array():
    decoded = numbered(10)
    images = split(decoded)
    decoded.pictures[0] = 9
    assert (images.train[0] == 9).all()


def test_the_order_of_the_split_can_be_prepared_for():
    """What is put where ``split_order`` says comes out in the order that was wanted."""
    wanted = numbered(20, labelled=False).pictures
    prepared = np.empty_like(wanted)
    prepared[split_order(20)] = wanted
    halves = split(shuffle(Decoded(prepared, None, ())))
    assert numbers_of(halves.train) == list(range(16))
    assert numbers_of(halves.validation) == list(range(16, 20))
