"""The claims of chapter 10: the distances are what their equations say."""

import math
import re

import numpy as np
import pytest
import torch
from scipy import linalg
from torchmetrics.image.fid import _compute_fid
from torchmetrics.image.kid import poly_mmd

from ddimlib import metrics
from ddimlib.diffusion import DiffusionModel
from ddimlib.schedules import CosineSchedule


def gaussian(n, features, seed, mean=0.0, scale=1.0):
    generator = torch.Generator().manual_seed(seed)
    return mean + scale * torch.randn(n, features, generator=generator, dtype=torch.float64)


@pytest.mark.parametrize(("degree", "gamma", "coef0"), [(3, None, 1.0), (2, 0.1, 0.5)])
def test_polynomial_mmd_agrees_with_torchmetrics(degree, gamma, coef0):
    x, y = gaussian(60, 40, 1), gaussian(60, 40, 2, mean=0.3)
    ours = metrics.polynomial_mmd(x, y, degree, gamma, coef0)
    torch.testing.assert_close(ours, poly_mmd(x, y, degree, gamma, coef0))


def test_the_kernel_of_kid_is_a_cube():
    x, y = gaussian(4, 3, 1), gaussian(2, 3, 2)
    torch.testing.assert_close(metrics.polynomial_kernel(x, y), (x @ y.T / 3 + 1) ** 3)


def test_polynomial_mmd_is_the_sum_over_pairs_for_sets_of_different_size():
    x, y = gaussian(5, 3, 1), gaussian(4, 3, 2)

    def kernel(a, b):
        return (float(a @ b) / 3 + 1) ** 3

    expected = (
        sum(kernel(x[i], x[j]) for i in range(5) for j in range(5) if i != j) / 20
        + sum(kernel(y[i], y[j]) for i in range(4) for j in range(4) if i != j) / 12
        - 2 * sum(kernel(x[i], y[j]) for i in range(5) for j in range(4)) / 20
    )
    assert metrics.polynomial_mmd(x, y).item() == pytest.approx(expected, rel=1e-12)


def test_polynomial_mmd_is_unbiased_for_two_sets_of_one_distribution():
    values = torch.stack(
        [
            metrics.polynomial_mmd(gaussian(20, 8, 2 * s), gaussian(30, 8, 2 * s + 1))
            for s in range(400)
        ]
    )
    standard_error = values.std() / math.sqrt(len(values))
    assert values.mean().abs() < 3 * standard_error
    assert (values < 0).any(), "an unbiased estimate of zero must fall on both sides"


def test_polynomial_mmd_has_the_closed_form_of_its_moments():
    # With degree 1 the squared MMD is γ |μx - μy|², here 0.25² · 16 / 16 features.
    values = [
        metrics.polynomial_mmd(gaussian(50, 16, s), gaussian(50, 16, 1000 + s, mean=0.25), degree=1)
        for s in range(200)
    ]
    values = torch.stack(values)
    assert abs(values.mean() - 0.0625) < 3 * values.std() / math.sqrt(200)


def test_kid_averages_the_mmd_of_subsets():
    real, generated = gaussian(300, 16, 1), gaussian(200, 16, 2, mean=0.2)
    kid = metrics.kernel_inception_distance(real, generated, subsets=200, subset_size=50)
    whole = metrics.polynomial_mmd(real, generated).item()
    assert kid.mean == pytest.approx(whole, abs=4 * kid.std / math.sqrt(200))
    assert kid.std > 0


def test_kid_is_exact_and_without_spread_when_a_subset_is_the_whole_set():
    real, generated = gaussian(64, 16, 1), gaussian(64, 16, 2, mean=0.2)
    kid = metrics.kernel_inception_distance(real, generated, subsets=3, subset_size=64)
    assert kid.mean == pytest.approx(metrics.polynomial_mmd(real, generated).item(), rel=1e-9)
    assert kid.std == pytest.approx(0, abs=1e-9)


def test_kid_repeats_with_its_generator():
    def kid(seed):
        return metrics.kernel_inception_distance(
            gaussian(80, 8, 1),
            gaussian(80, 8, 2),
            subsets=5,
            subset_size=20,
            generator=torch.Generator().manual_seed(seed),
        )

    assert kid(3) == kid(3)
    assert kid(3) != kid(4)


def test_kid_without_a_generator_draws_with_seed_0():
    real, generated = gaussian(80, 8, 1), gaussian(80, 8, 2)
    named, unnamed = (
        metrics.kernel_inception_distance(real, generated, 5, 20, generator=generator)
        for generator in (torch.Generator().manual_seed(0), None)
    )
    assert unnamed == named


def test_kid_of_the_fewest_pictures_is_their_mmd_without_spread():
    real, generated = gaussian(2, 3, 1), gaussian(2, 3, 2)
    kid = metrics.kernel_inception_distance(real, generated, subsets=1, subset_size=2)
    assert kid.mean == pytest.approx(metrics.polynomial_mmd(real, generated).item(), rel=1e-9)
    assert kid.std == 0


def test_fid_of_gaussians_with_diagonal_covariances_has_its_closed_form():
    mean_x, mean_y = torch.tensor([0.0, 1.0]), torch.tensor([3.0, -3.0])
    covariance_x, covariance_y = torch.diag(torch.tensor([4.0, 1.0])), torch.eye(2) * 9
    # |μ|² = 9 + 16; for each axis (σx - σy)² = (2 - 3)² and (1 - 3)².
    distance = metrics.gaussian_frechet_distance(mean_x, covariance_x, mean_y, covariance_y)
    assert distance.item() == pytest.approx(25 + 1 + 4, rel=1e-12)


def test_fid_agrees_with_torchmetrics_and_with_a_general_matrix_root():
    x = gaussian(200, 12, 1) @ gaussian(12, 12, 5)
    y = gaussian(150, 12, 2) @ gaussian(12, 12, 6) + 0.5
    ours = metrics.frechet_distance(x, y)
    covariance_x, covariance_y = np.cov(x.T.numpy()), np.cov(y.T.numpy())
    root = linalg.sqrtm(covariance_x @ covariance_y).real
    expected = (x.mean(0) - y.mean(0)).square().sum().item() + np.trace(
        covariance_x + covariance_y - 2 * root
    )
    assert ours.item() == pytest.approx(expected, rel=1e-9)
    theirs = _compute_fid(x.mean(0), torch.cov(x.T), y.mean(0), torch.cov(y.T))
    torch.testing.assert_close(ours, theirs)


def test_fid_stays_stable_with_fewer_pictures_than_features():
    x = gaussian(20, 64, 1)
    assert metrics.frechet_distance(x, x).item() == pytest.approx(0, abs=1e-5)
    shifted = metrics.frechet_distance(x, x + 2.0)
    assert shifted.item() == pytest.approx(4 * 64, rel=1e-6)


def test_fid_of_one_distribution_falls_with_more_pictures():
    small, large = (
        metrics.frechet_distance(gaussian(n, 16, 1), gaussian(n, 16, 2)) for n in (50, 2000)
    )
    assert small > 10 * large > 0


def test_nearest_neighbours_are_those_of_all_distances_whatever_the_chunk():
    queries, references = gaussian(7, 5, 1), gaussian(50, 5, 2)
    distances, indices = (queries[:, None] - references).norm(dim=2).sort(dim=1)
    for chunk in (1, 8, 1000):
        found = metrics.nearest_neighbours(queries, references, k=3, chunk=chunk)
        assert torch.equal(found.indices, indices[:, :3])
        torch.testing.assert_close(found.distances, distances[:, :3])
        every = metrics.nearest_neighbours(queries, references, k=50, chunk=chunk)
        assert torch.equal(every.indices, indices)
        nearest = metrics.nearest_neighbours(queries, references, chunk=chunk)
        assert torch.equal(nearest.indices, indices[:, :1]), "one, where no number is given"


def test_a_copied_picture_has_itself_as_neighbour_at_distance_zero():
    references = torch.randint(
        0, 256, (40, 3, 8, 8), dtype=torch.uint8, generator=torch.Generator().manual_seed(0)
    )
    found = metrics.nearest_neighbours(references[10:13], references, k=2, chunk=16)
    assert found.indices[:, 0].tolist() == [10, 11, 12]
    assert found.distances[:, 0].tolist() == [0, 0, 0]
    assert (found.distances[:, 1] > 0).all()


def test_neighbours_are_found_on_the_device_of_the_queries():
    # The device "meta" computes shapes alone, and refuses what lies elsewhere as a GPU would.
    pictures = torch.zeros(5, 3, 2, 2, dtype=torch.uint8, device="meta")
    found = metrics.nearest_neighbours(pictures[:2], pictures, k=3, chunk=2)
    assert found.indices.device == found.distances.device == pictures.device
    assert found.indices.shape == found.distances.shape == (2, 3)


class KnowsTheVariance(torch.nn.Module):
    """The best noise prediction for standardised white-noise images: noise_rate · noisy."""

    image_channels = 3

    def forward(self, noisy, noise_variance, labels=None):
        return noise_variance.sqrt().view(-1, 1, 1, 1) * noisy


def test_loss_by_noise_level_has_its_closed_form_for_white_images():
    model = DiffusionModel(KnowsTheVariance(), CosineSchedule(), mean=0.5, std=0.2)
    generator = torch.Generator().manual_seed(0)
    pictures = 0.5 + 0.2 * torch.randn(40, 3, 16, 16, generator=generator)
    times = torch.tensor([0.0, 0.3, 1.0])
    losses = metrics.loss_by_noise_level(model, pictures, times, generator, batch_size=16)
    # The error of the noise is normal with variance signal², that of the image with noise².
    signal, noise = model.schedule(times.double())
    torch.testing.assert_close(losses.noise, math.sqrt(2 / math.pi) * signal, rtol=0.02, atol=0)
    torch.testing.assert_close(losses.image, math.sqrt(2 / math.pi) * noise, rtol=0.02, atol=0)
    torch.testing.assert_close(losses.log_snr, 2 * (signal / noise).log())


def test_loss_by_noise_level_sees_the_same_noise_at_every_level():
    model = DiffusionModel(KnowsTheVariance(), CosineSchedule())
    pictures = torch.rand(4, 3, 8, 8)

    def losses(times):
        generator = torch.Generator().manual_seed(1)
        return metrics.loss_by_noise_level(model, pictures, torch.tensor(times), generator)

    assert losses([0.2, 0.7]).noise[1] == losses([0.7]).noise[0]


@pytest.mark.usefixtures("as_readers_run_it")
@pytest.mark.parametrize(
    "measure",
    [
        metrics.polynomial_mmd,
        metrics.kernel_inception_distance,
        metrics.frechet_distance,
        metrics.precision_recall,
    ],
)
def test_features_that_cannot_be_compared_are_answered_with_a_sentence(measure):
    name = measure.__name__
    fewest = 4 if name == "precision_recall" else 2  # for its three neighbours
    two = "give two tensors (pictures, features) with the same number of features."
    few, nan = torch.zeros(fewest - 1, 3), torch.full((4, 3), torch.nan)
    shapes = f"({fewest - 1}, 3) and (4, 3)"
    for features, sentence in (
        ((torch.zeros(4, 3), torch.zeros(4, 2)), f"features of shapes (4, 3) and (4, 2); {two}"),
        ((torch.zeros(4), torch.zeros(4, 2)), f"features of shapes (4,) and (4, 2); {two}"),
        ((torch.zeros(4, 2), torch.zeros(4)), f"features of shapes (4, 2) and (4,); {two}"),
        (
            (few, torch.zeros(4, 3)),
            f"features of shapes {shapes}; give at least {fewest} pictures on each side.",
        ),
        ((nan, torch.ones(4, 3)), "some features are infinite or NaN; look at what made them."),
        ((torch.ones(4, 3), nan), "some features are infinite or NaN; look at what made them."),
    ):
        with pytest.raises(ValueError, match=f"^{re.escape(f'{name}: {sentence}')}$"):
            measure(*features)


def test_two_pictures_a_side_are_enough_for_the_distances():
    x, y = torch.tensor([[0.0], [2.0]]), torch.tensor([[1.0], [3.0]])
    # Both have variance 2; the means are 1 apart.
    assert metrics.frechet_distance(x, y).item() == pytest.approx(1)
    # One feature: k = (xy + 1)³, so 1 for 0 and 2, 4³ for 1 and 3, 1, 1, 3³ and 7³ across.
    assert metrics.polynomial_mmd(x, y).item() == pytest.approx(1 + 64 - 2 * (2 + 27 + 343) / 4)


@pytest.mark.usefixtures("as_readers_run_it")
@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (
            lambda: metrics.kernel_inception_distance(torch.rand(9, 3), torch.rand(99, 3)),
            "kernel_inception_distance: subsets=100 of subset_size=1000 cannot be drawn from 9 "
            "real and 99 generated pictures; give subsets >= 1 and 2 <= subset_size <= 9.",
        ),
        (
            lambda: metrics.kernel_inception_distance(torch.rand(9, 3), torch.rand(9, 3), 0, 4),
            "kernel_inception_distance: subsets=0 of subset_size=4 cannot be drawn from 9 "
            "real and 9 generated pictures; give subsets >= 1 and 2 <= subset_size <= 9.",
        ),
        (
            lambda: metrics.kernel_inception_distance(torch.rand(9, 3), torch.rand(9, 3), 1, 1),
            "kernel_inception_distance: subsets=1 of subset_size=1 cannot be drawn from 9 "
            "real and 9 generated pictures; give subsets >= 1 and 2 <= subset_size <= 9.",
        ),
        (
            lambda: metrics.nearest_neighbours(torch.rand(2, 3), torch.rand(4, 3), k=5),
            "nearest_neighbours: k=5 must be in 1 … 4.",
        ),
        (
            lambda: metrics.nearest_neighbours(torch.rand(2, 3), torch.rand(4, 3), k=0),
            "nearest_neighbours: k=0 must be in 1 … 4.",
        ),
        (
            lambda: metrics.nearest_neighbours(torch.rand(2, 3), torch.rand(4, 2)),
            "nearest_neighbours: queries are torch.float32 of shape (2, 3) and references "
            "torch.float32 of (4, 2); give both the same type, and the same shape after the "
            "first dimension.",
        ),
        (
            lambda: metrics.nearest_neighbours(torch.rand(2, 3), torch.rand(4, 3).double()),
            "nearest_neighbours: queries are torch.float32 of shape (2, 3) and references "
            "torch.float64 of (4, 3); give both the same type, and the same shape after the "
            "first dimension.",
        ),
    ],
)
def test_wrong_input_is_answered_with_a_sentence(call, sentence):
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        call()


def test_the_frechet_distance_of_one_feature_is_that_of_two_normal_curves():
    generator = torch.Generator().manual_seed(0)
    one = torch.randn(500, 1, generator=generator)
    other = 0.5 + 2 * torch.randn(500, 1, generator=generator)
    means = (one.double().mean() - other.double().mean()) ** 2
    stds = (one.double().std() - other.double().std()) ** 2
    assert metrics.frechet_distance(one, other).item() == pytest.approx((means + stds).item())


def test_precision_and_recall_count_pictures_within_reach_of_the_other_set():
    # On a line: the balls of the real points reach 1 to each side, those of the generated 2.
    real = torch.tensor([[0.0], [1.0], [2.0], [10.0], [11.0]])
    generated = torch.tensor([[0.5], [2.5], [5.0]])
    found = metrics.precision_recall(real, generated, k=1)
    # 0.5 lies between 0 and 1, and 2.5 within 1 of 2; 5.0 is 3 away from 2 and 5 from 10.
    assert found.precision == pytest.approx(2 / 3)
    # Balls: 0.5 ± 2, 2.5 ± 2, 5 ± 2.5. Of 0, 1, 2, 10, 11 the first three are inside.
    assert found.recall == pytest.approx(3 / 5)
    # What lies at the very edge of a ball is inside: 3 is 1 away from 2.
    assert metrics.precision_recall(real, torch.tensor([[3.0], [5.0]]), k=1).precision == 0.5


def test_precision_and_recall_tell_the_two_failures_apart():
    real = torch.cat([gaussian(200, 4, 0), gaussian(200, 4, 1, mean=20.0)])
    half = gaussian(400, 4, 2)  # one of two clusters: good pictures, half of them missing
    wild = torch.cat([real + gaussian(400, 4, 3, scale=0.1), gaussian(400, 4, 4, scale=300.0)])
    forgetful, careless = (metrics.precision_recall(real, one) for one in (half, wild))
    assert forgetful.precision > 0.85
    assert forgetful.recall == pytest.approx(0.5, abs=0.1)
    assert careless.precision == pytest.approx(0.5, abs=0.05)
    assert careless.recall > 0.95


def test_precision_and_recall_of_a_set_with_itself_are_one():
    x = gaussian(50, 3, 0)
    assert metrics.precision_recall(x, x) == (1.0, 1.0)


@pytest.mark.usefixtures("as_readers_run_it")
def test_precision_and_recall_refuse_fewer_pictures_than_neighbours():
    with pytest.raises(ValueError, match="at least 4 pictures on each side"):
        metrics.precision_recall(gaussian(3, 2, 0), gaussian(9, 2, 1))
    with pytest.raises(ValueError, match="k=0 must be at least 1"):
        metrics.precision_recall(gaussian(3, 2, 0), gaussian(9, 2, 1), k=0)


@pytest.mark.parametrize(("hits", "count"), [(0, 10), (0, 20), (3, 10), (130, 200), (200, 200)])
def test_the_interval_of_a_share_holds_all_shares_that_could_have_led_to_it(hits, count):
    found = metrics.share(hits, count)
    assert found.share == hits / count
    for end in (found.low, found.high):
        if 1e-9 < end < 1 - 1e-9:  # there the share that was found is 1.96 standard deviations away
            assert abs(found.share - end) == pytest.approx(1.96 * (end * (1 - end) / count) ** 0.5)
    assert 0 <= found.low <= found.share <= found.high <= 1
    assert found.high - found.low > 0


@pytest.mark.parametrize("hits", [0, 7, 20])
def test_pictures_in_groups_of_their_own_are_counted_one_by_one(hits):
    found = metrics.grouped_share(torch.arange(20) < hits, torch.randperm(20))
    assert found == pytest.approx(metrics.share(hits, 20))


def test_what_is_said_six_times_counts_once():
    right = (torch.arange(30) < 12).repeat(6)
    found = metrics.grouped_share(right, torch.arange(30).repeat(6))
    assert found == pytest.approx(metrics.share(12, 30))


def test_the_interval_of_a_grouped_share_holds_the_truth_as_often_as_it_says():
    """Flowers succeed more or less often, each is asked for six times: 95 % of intervals are right.

    The interval that counts pictures one by one holds the truth in three cases of four.
    """
    draw = torch.Generator().manual_seed(0)
    groups = torch.arange(32).repeat_interleave(6)
    grouped, alone = 0, 0
    for _ in range(400):
        chance = torch.rand(32, generator=draw) ** 2 > 0.25  # half of them always, half never
        chance = 0.1 + 0.8 * chance.double()
        right = torch.rand(192, generator=draw) < chance[groups]
        found = metrics.grouped_share(right, groups)
        grouped += found.low <= 0.5 <= found.high
        one_by_one = metrics.share(int(right.sum()), 192)
        alone += one_by_one.low <= 0.5 <= one_by_one.high
    assert 0.92 <= grouped / 400 <= 0.98
    assert alone / 400 < 0.8


def test_a_share_is_of_something():
    with pytest.raises(ValueError, match="at least one picture"):
        metrics.grouped_share(torch.zeros(0, dtype=torch.bool), torch.zeros(0, dtype=torch.long))
    for hits, count in ((1, 0), (3, 2), (-1, 4)):
        with pytest.raises(ValueError, match="at most all of it"):
            metrics.share(hits, count)


@pytest.mark.parametrize("right", [0, 30])
def test_groups_that_cannot_say_how_alike_they_are_count_once(right):
    groups = torch.arange(30).repeat_interleave(6)
    found = metrics.grouped_share(groups < right, groups)
    assert found == pytest.approx(metrics.share(right, 30))


def test_a_single_group_is_one_observation():
    hits = torch.arange(180) < 90
    found = metrics.grouped_share(hits, torch.zeros(180, dtype=torch.int64))
    assert found.low < 0.1
    assert found.high > 0.9


def test_an_exact_copy_is_found_beside_one_that_is_a_grey_level_away():
    for seed in range(20):
        draw = torch.Generator().manual_seed(seed)
        known = torch.randint(0, 256, (60, 3, 32, 32), generator=draw).to(torch.uint8)
        known[50] = known[7]
        known[7, 0, 0, 0] += 1 if known[7, 0, 0, 0] < 255 else -1
        found = metrics.nearest_neighbours(known[50:51], known)
        assert found.indices.tolist() == [[50]]
        assert found.distances.tolist() == [[0.0]]


@pytest.mark.parametrize("measure", [metrics.polynomial_mmd, metrics.frechet_distance])
def test_single_precision_is_measured_in_double(measure):
    x, y = (gaussian(50, 8, seed).float() for seed in (1, 2))
    assert torch.equal(measure(x, y), measure(x.double(), y.double()))


def test_groups_that_scatter_less_than_chance_are_no_surer_than_it():
    found = metrics.grouped_share(torch.arange(30) % 2 == 0, torch.arange(30) // 2)
    assert found == pytest.approx(metrics.share(15, 30))


def test_each_picture_has_a_group(as_readers_run_it):
    with pytest.raises(ValueError, match="got 2 for 3 pictures"):
        metrics.grouped_share(torch.ones(3, dtype=torch.bool), torch.arange(2))


def test_neighbours_of_double_numbers_are_found_in_double():
    references = torch.tensor([[1e8], [1e8 + 1]], dtype=torch.float64)
    found = metrics.nearest_neighbours(references[1:], references)
    assert found.indices.item() == 1
    assert found.distances.item() == 0
    assert metrics.nearest_neighbours(references[:0], references).indices.shape == (0, 1)
