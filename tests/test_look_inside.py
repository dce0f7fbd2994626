"""Chapters 5 and 9: what a trace, an experiment or a probe says of a network is true."""

import pytest
import torch
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from ddimlib import look_inside, samplers
from ddimlib.diffusion import DiffusionModel
from ddimlib.exact.ideal import spectrum_denoiser
from ddimlib.forward import add_noise
from ddimlib.look_inside import muted_skips, trace
from ddimlib.runs import recorded
from ddimlib.unet import UNet, count_parameters
from tests.small import SCHEDULE, images, small_model


@pytest.fixture(scope="module")
def model():
    return small_model()


def small(**options: object) -> UNet:
    torch.manual_seed(0)
    return UNet(**({"widths": (8, 12), "embedding_dim": 8, "block_depth": 1} | options))


def awake(network: UNet) -> UNet:
    """Give the output convolution weights: it starts at zero and would say nothing."""
    nn.init.normal_(network.to_prediction.weight)
    return network


def noisy_images(batch: int = 2, side: int = 8) -> Tensor:
    return torch.randn(batch, 3, side, side, generator=torch.Generator().manual_seed(1))


# --- What every block does ----------------------------------------------------------------------


def test_trace_counts_what_pytorchs_flop_counter_counts() -> None:
    network = small(widths=(8, 16), block_depth=2, attention_levels=(1, 2), norm="group")
    noisy = noisy_images(3, 16)
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        network(noisy, torch.rand(3))
    counted = sum(block.macs for block in trace(network, noisy))
    # A multiply-accumulate is two operations, and the counter saw three images.
    assert counter.get_total_flops() == 2 * 3 * counted


def test_trace_finds_that_skips_leave_last_in_first_out() -> None:
    network = small(widths=(8, 12, 12), block_depth=2)
    blocks = {block.name: block for block in trace(network, noisy_images(1))}
    pairs = [(block.name, block.skip) for block in blocks.values() if block.skip]
    down = [f"down.{level}.blocks.{i}" for level in range(3) for i in range(2)]
    up = [f"up.{level}.blocks.{i}" for level in range(3) for i in range(2)]
    assert pairs == list(zip(up, reversed(down), strict=True))
    for name, skip in pairs:
        assert blocks[name].input_shape[1:] == blocks[skip].output_shape[1:]


def test_trace_leaves_the_network_as_it_was() -> None:
    network = small().train()
    before = {name: value.clone() for name, value in network.state_dict().items()}
    trace(network, noisy_images())
    assert network.training
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())
    assert not any(module._forward_hooks for module in network.modules())


def test_muted_skips_leave_only_what_passes_the_middle() -> None:
    network = awake(small()).eval()
    noisy, variance = noisy_images(), torch.rand(2)
    heard = network(noisy, variance)
    with muted_skips(network):
        # Nothing but the middle is left: silence it, and the input no longer matters.
        hook = network.middle.register_forward_hook(lambda *args: torch.zeros_like(args[-1]))
        assert torch.equal(network(noisy, variance), network(noisy + 1, variance))
        hook.remove()
        assert not torch.allclose(network(noisy, variance), heard)
    assert torch.equal(network(noisy, variance), heard)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"norm": "group", "attention_levels": (1, 2), "classes": 5},
        {"classes": 5, "condition_blocks": True},
        {"block_depth": 3, "widths": (4, 8, 8)},
    ],
)
def test_the_blocks_of_a_trace_add_up_to_the_count(options: dict[str, object]) -> None:
    network = small(**options)
    side = 2 ** len(network.widths)
    total = count_parameters(network)
    assert sum(block.parameters for block in trace(network, noisy_images(1, side))) == total


# --- Where an answer comes from -----------------------------------------------------------------


def test_the_influence_of_a_linear_denoiser_is_its_filter() -> None:
    t = 0.6
    signal, noise = (float(rate) for rate in SCHEDULE(torch.tensor(t)))
    white = spectrum_denoiser(torch.ones(3, 12), SCHEDULE)  # each pixel by itself
    seen = look_inside.influence(white, SCHEDULE, noisy_images(2, 16), t)
    # Of nine pairs of channels three have a gradient: that of each with itself.
    expected = torch.zeros(16, 16)
    expected[8, 8] = signal / 3
    torch.testing.assert_close(seen.image, expected, atol=1e-5, rtol=0)
    expected[8, 8] = noise / 3
    torch.testing.assert_close(seen.noise, expected, atol=1e-5, rtol=0)


def test_the_influence_on_the_image_is_the_gradient_of_the_image(model) -> None:
    noisy, t = noisy_images(3), 0.4
    seen = look_inside.influence(model.denoise, SCHEDULE, noisy, t).image
    total = torch.zeros(8, 8)
    for channel in range(3):
        leaf = noisy.clone().requires_grad_()
        model.denoise(leaf, t).image[:, channel, 4, 4].sum().backward()
        total += leaf.grad.abs().sum((0, 1))
    torch.testing.assert_close(seen, total / (3 * 3 * 3), rtol=1e-4, atol=1e-6)


def test_shares_within_a_radius_are_counted_between_centres() -> None:
    shares = look_inside.share_within(torch.ones(3, 3))
    torch.testing.assert_close(shares, torch.tensor([1, 5, 9]).double() / 9)
    spot = torch.zeros(8, 8)
    spot[4, 7] = 2.0
    assert look_inside.share_within(spot).tolist() == [0, 0, 0, 1, 1, 1, 1]


# --- What it has heard and learnt ---------------------------------------------------------------


def test_the_recorded_network_hears_its_class_at_every_noise_level():
    heard = recorded.read_json("guidance-price", "heard.json")
    doubt = heard["error_of_wrong_minus_right"]
    for right, wrong, error in zip(heard["right"], heard["wrong"], doubt, strict=True):
        assert wrong - right > 3 * error


def test_class_errors_are_those_of_one_picture_after_another(model):
    pictures, labels, times = images(5), torch.tensor([0, 1, 2, 3, 4]), (0.3, 0.9)
    found = look_inside.class_errors(
        model, pictures, labels, times, torch.Generator().manual_seed(3), batch_size=2
    )
    generator = torch.Generator().manual_seed(3)
    order = torch.randperm(5, generator=generator)
    noise = torch.randn(pictures.shape, generator=generator)
    for index, time in enumerate(times):
        for i in range(5):
            t, picture = torch.tensor(time), pictures[i : i + 1]
            noisy = add_noise(picture, noise[i : i + 1], SCHEDULE(t))
            wrong = labels[order[i]] if order[i] != i else (labels[i] + 1) % 5
            for told, value in ((labels[i], found.right), (wrong, found.wrong), (None, found.none)):
                told = None if told is None else told.reshape(1)
                error = (model.denoise(noisy, t, told).image - picture).abs().mean()
                torch.testing.assert_close(value[index, i], error, rtol=1e-4, atol=1e-4)


def test_a_network_that_does_not_listen_errs_alike_with_every_class():
    torch.manual_seed(0)
    network = UNet(3, (4, 8), block_depth=1, embedding_dim=4, classes=5)
    for parameter in network.parameters():
        nn.init.normal_(parameter, std=0.3)
    nn.init.ones_(network.embed_class.weight)  # all classes and "no class" look the same
    deaf = DiffusionModel(network, SCHEDULE).eval()
    found = look_inside.class_errors(deaf, images(4), torch.tensor([0, 1, 2, 3]), (0.5,))
    torch.testing.assert_close(found.right, found.wrong)
    torch.testing.assert_close(found.right, found.none)
    assert found.right.min() > 0.01


def test_variety_is_the_mean_distance_within_classes():
    features = torch.tensor([[0.0], [3.0], [10.0], [11.0]])
    assert look_inside.variety(features, torch.tensor([0, 0, 1, 1])) == pytest.approx(2.0)
    with pytest.raises(ValueError, match="at least two pictures of the same class"):
        look_inside.variety(features, torch.arange(4))


def test_features_come_from_every_depth_and_do_not_depend_on_the_batch(model):
    features = look_inside.features_at(
        model, images(3), 0.2, generator=samplers.seeded_generators([1])[0]
    )
    assert list(features) == ["down.0", "down.1", "middle", "up.0", "up.1"]
    assert [f.shape for f in features.values()] == [(3, 8), (3, 16), (3, 16), (3, 8), (3, 8)]
    assert all(f.isfinite().all() for f in features.values())
    assert not model.network.middle._forward_hooks, "no hook may stay behind"
    one, other = (
        look_inside.features_at(
            model, images(3), 0.2, generator=torch.Generator().manual_seed(1), batch_size=size
        )
        for size in (2, 256)
    )
    for depth in one:
        torch.testing.assert_close(one[depth], other[depth])


def test_an_unknown_depth_is_refused(model):
    with pytest.raises(ValueError, match=r"unknown depth 'top': choose one of down\.0"):
        look_inside.features_at(model, images(), 0.2, ["top"])


def test_a_probe_finds_what_is_linear_and_is_at_chance_where_there_is_nothing():
    generator = torch.Generator().manual_seed(0)
    labels = torch.arange(600) % 3
    noise = torch.randn(600, 5, generator=generator)
    centres = torch.tensor([[3.0, 0, 0, 0, 0], [0, 3.0, 0, 0, 0], [0, 0, 3.0, 0, 0]])
    halves = slice(0, 300), slice(300, 600)

    def accuracy(features):
        return look_inside.probe_accuracy(
            features[halves[0]], labels[halves[0]], features[halves[1]], labels[halves[1]]
        )

    assert accuracy(noise + centres[labels]) > 0.9
    assert accuracy(noise) == pytest.approx(1 / 3, abs=0.1)


def test_probe_weights_are_those_of_ridge_regression():
    from sklearn.linear_model import RidgeClassifier

    generator = torch.Generator().manual_seed(0)
    labels = torch.randint(0, 4, (400,), generator=generator)
    features = torch.randn(400, 6, generator=generator) + labels[:, None] * torch.linspace(0, 1, 6)
    train, test = features[:200], features[200:]
    ours = look_inside.probe_accuracy(train, labels[:200], test, labels[200:], ridge=0.05)
    scaled = [((x - train.mean(0)) / train.std(0)).numpy() for x in (train, test)]
    theirs = RidgeClassifier(alpha=0.05 * 200).fit(scaled[0], labels[:200].numpy())
    assert ours == pytest.approx(theirs.score(scaled[1], labels[200:].numpy()), abs=0.011)


def test_a_probe_needs_one_label_per_row():
    with pytest.raises(ValueError, match="one label per row"):
        look_inside.probe_accuracy(
            torch.zeros(4, 2), torch.zeros(3), torch.zeros(4, 2), torch.zeros(4)
        )


def test_nothing_here_changes_a_network_in_training():
    one = small_model().train()
    before = {name: value.clone() for name, value in one.state_dict().items()}
    labels = torch.tensor([0, 1])
    look_inside.class_errors(one, images(2), labels, [0.5])
    look_inside.features_at(one, images(2), 0.5)
    trace(one.network, images(2))
    assert one.training
    for name, value in one.state_dict().items():
        assert torch.equal(value, before[name]), name


def test_a_trace_takes_a_number_and_leaves_each_part_in_its_mode():
    network = small().train()
    network.down[0].eval()
    assert trace(network, noisy_images(), 0.3)
    assert network.training
    assert not network.down[0].training


def test_influence_is_found_where_gradients_are_off():
    model = small_model()
    with torch.no_grad():
        found = look_inside.influence(model.denoise, SCHEDULE, images(2), 0.5)
    again = look_inside.influence(model.denoise, SCHEDULE, images(2), 0.5)
    for one, other in zip(found, again, strict=True):
        assert torch.equal(one, other)


def test_errors_by_class_want_a_label_an_image_and_two_classes(as_readers_run_it):
    labels = torch.zeros(5, dtype=torch.int64)
    with pytest.raises(ValueError, match="got 5 labels of 5 classes for 2 images"):
        look_inside.class_errors(small_model(), images(2), labels, [0.5])
    single = DiffusionModel(small(classes=1), SCHEDULE)
    with pytest.raises(ValueError, match="got 2 labels of 1 classes"):
        look_inside.class_errors(single, images(2), labels[:2], [0.5])


def test_hooks_go_when_looking_fails():
    model = small_model()
    with pytest.raises(ValueError):
        look_inside.features_at(model, torch.zeros(2, 3, 7, 8), 0.5)
    assert not any(module._forward_hooks for module in model.network.modules())
    network = small()
    with pytest.raises(RuntimeError), muted_skips(network):
        raise RuntimeError
    assert not any(level._forward_pre_hooks for level in network.up)
