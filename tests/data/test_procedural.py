"""The procedural flowers: a picture depends on its seed and number alone, and shows its species."""

import hashlib

import pytest
import torch
from torch.nn import functional

from ddimlib.data.procedural import SPECIES, procedural_flowers


def test_pictures_are_uint8_squares_with_the_index_of_their_species():
    pictures, labels = procedural_flowers(12, image_size=16, seed=1)
    assert pictures.shape == (12, 3, 16, 16)
    assert pictures.dtype == torch.uint8
    assert labels.shape == (12,)
    assert labels.dtype == torch.int64
    assert 0 <= labels.min() and labels.max() < len(SPECIES)


def test_a_picture_does_not_depend_on_the_batch_it_is_painted_in():
    together, labels = procedural_flowers(40, image_size=24, seed=3)
    alone = [procedural_flowers(1, image_size=24, seed=3, first=index) for index in (0, 7, 39)]
    for index, (picture, label) in zip((0, 7, 39), alone, strict=True):
        assert torch.equal(picture[0], together[index])
        assert label[0] == labels[index]


def test_the_same_seed_paints_the_same_pictures_and_another_seed_others():
    first, _ = procedural_flowers(6, image_size=16, seed=4)
    again, _ = procedural_flowers(6, image_size=16, seed=4)
    other, _ = procedural_flowers(6, image_size=16, seed=4 + 2**32)  # all 64 bits count
    assert torch.equal(first, again)
    assert (first != other).flatten(1).any(dim=1).all()


def test_a_generator_seeds_the_series_and_moves_on():
    pictures = []
    for _ in range(2):
        generator = torch.Generator().manual_seed(5)
        pictures.append(procedural_flowers(3, image_size=16, seed=generator)[0])
        pictures.append(procedural_flowers(3, image_size=16, seed=generator)[0])
    assert torch.equal(pictures[0], pictures[2])
    assert torch.equal(pictures[1], pictures[3])
    assert not torch.equal(pictures[0], pictures[1])


def test_no_two_pictures_of_a_long_series_are_alike():
    pictures, _ = procedural_flowers(400, image_size=8, seed=0)
    hashes = {hashlib.md5(picture.numpy().tobytes()).hexdigest() for picture in pictures}
    assert len(hashes) == 400


def test_every_species_comes_up_about_equally_often():
    _, labels = procedural_flowers(4000, image_size=1, seed=0)
    share = labels.bincount(minlength=len(SPECIES)) / len(labels)
    # Five standard deviations of a share of 1/8 among 4000.
    assert (share - 1 / len(SPECIES)).abs().max() < 5 * (0.125 * 0.875 / 4000) ** 0.5


@pytest.mark.parametrize("species", SPECIES)
def test_a_species_asked_for_by_name_is_what_is_painted(species):
    _, labels = procedural_flowers(3, image_size=8, species=species)
    assert (labels == SPECIES.index(species)).all()


def test_several_species_may_be_asked_for():
    _, labels = procedural_flowers(60, image_size=4, species=["rose", "tulip"])
    assert set(labels.tolist()) == {SPECIES.index("rose"), SPECIES.index("tulip")}


def test_species_can_be_told_apart_by_a_nearest_mean_of_small_pictures():
    """Classes that mean nothing could not be learnt: a very weak classifier must find them."""

    def described(pictures):
        coarse = functional.avg_pool2d(pictures.float() / 255, 2).flatten(1)
        return torch.cat([coarse, coarse.square()], dim=1)

    pictures, labels = procedural_flowers(320, image_size=16, seed=11)
    found, truth = procedural_flowers(120, image_size=16, seed=12)
    means = torch.stack([described(pictures[labels == k]).mean(0) for k in range(len(SPECIES))])
    guess = torch.cdist(described(found), means).argmin(1)
    accuracy = (guess == truth).float().mean()
    assert accuracy > 3 / len(SPECIES)


def test_pictures_of_two_sizes_show_the_same_flower():
    large, _ = procedural_flowers(8, image_size=48, seed=6)
    small, _ = procedural_flowers(8, image_size=24, seed=6)
    shrunk = functional.avg_pool2d(large.float(), 2)
    difference = (shrunk - small.float()).abs().mean(dim=(1, 2, 3))
    contrast = small.float().std(dim=(1, 2, 3))
    assert (difference < 0.35 * contrast).all()


def test_edges_are_antialiased_more_than_by_picking_pixels():
    """A picture has fewer jumps than every second pixel of one twice its side."""
    large, _ = procedural_flowers(12, image_size=32, seed=8)
    small, _ = procedural_flowers(12, image_size=16, seed=8)
    picked = large[:, :, ::2, ::2].float()
    assert _roughness(small.float()) < 0.95 * _roughness(picked)


def _roughness(pictures):
    return (pictures[..., 2:] - 2 * pictures[..., 1:-1] + pictures[..., :-2]).square().mean()


def test_pictures_use_the_range_of_brightness_without_burning_out():
    pictures, _ = procedural_flowers(120, image_size=12, seed=9)
    assert 80 < pictures.float().mean() < 150
    assert pictures.float().std() > 40
    assert (pictures == 255).float().mean() < 0.05


def test_an_empty_series_is_empty():
    pictures, labels = procedural_flowers(0, image_size=16)
    assert pictures.shape == (0, 3, 16, 16)
    assert labels.shape == (0,)


def test_an_unknown_species_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match=r"unknown species 'triffid'.*daisy.*tulip"):
        procedural_flowers(1, species="triffid")


def test_no_species_at_all_is_refused():
    with pytest.raises(ValueError, match="at least one of daisy"):
        procedural_flowers(1, species=[])


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="must not be negative, got -1 and 0"):
        procedural_flowers(-1)
