"""The U-Net: the reference's numbers, honest bookkeeping, and clear refusals."""

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor, nn

from ddimlib.unet import (
    NORMS,
    ConditionedBlock,
    DownLevel,
    ResidualBlock,
    SelfAttention,
    UNet,
    UpLevel,
    count_parameters,
)


def small(**options: object) -> UNet:
    torch.manual_seed(0)
    return UNet(**({"widths": (8, 12), "embedding_dim": 8, "block_depth": 1} | options))


def awake(network: UNet) -> UNet:
    """Give the output convolution weights: it starts at zero and would say nothing."""
    nn.init.normal_(network.to_prediction.weight)
    return network


def images(batch: int = 2, side: int = 8, channels: int = 3) -> Tensor:
    return torch.randn(batch, channels, side, side, generator=torch.Generator().manual_seed(1))


# The reference, and the table of its parameters.


def test_a_residual_block_has_as_many_parameters_as_its_formula_says() -> None:
    for inputs, outputs in ((64, 32), (128, 128)):
        shortcut = inputs * outputs + outputs
        convolutions = 9 * inputs * outputs + outputs + 9 * outputs * outputs + outputs
        norm = 2 * inputs  # scale and shift before the first convolution, nothing after
        block = ResidualBlock(inputs, outputs)
        assert count_parameters(block) == shortcut + convolutions + norm


# Shapes.


@settings(max_examples=20, deadline=None)
@given(
    batch=st.integers(1, 3),
    channels=st.integers(1, 4),
    widths=st.lists(st.sampled_from([3, 4, 6, 8]), min_size=1, max_size=3),
    block_depth=st.integers(1, 2),
    multiples=st.tuples(st.integers(1, 2), st.integers(1, 2)),
    norm=st.sampled_from(sorted(NORMS)),
    one_level_for_all=st.booleans(),
)
def test_output_has_the_shape_of_the_input(
    batch: int,
    channels: int,
    widths: list[int],
    block_depth: int,
    multiples: tuple[int, int],
    norm: str,
    one_level_for_all: bool,
) -> None:
    network = UNet(channels, widths, block_depth, embedding_dim=4, norm=norm).eval()
    height, width = (multiple * 2 ** len(widths) for multiple in multiples)
    noisy = torch.randn(batch, channels, height, width)
    variance = torch.rand(1 if one_level_for_all else batch)
    with torch.no_grad():
        assert network(noisy, variance).shape == noisy.shape


def test_one_noise_level_for_all_is_the_same_as_one_for_each() -> None:
    network = awake(small()).eval()
    noisy = images(3)
    one = network(noisy, torch.tensor(0.3))
    assert torch.equal(one, network(noisy, torch.full((3,), 0.3)))
    assert not torch.allclose(one, network(noisy, torch.full((3,), 0.4)))


# The condition in every block.


def test_blocks_that_are_told_the_condition_begin_as_if_they_were_not() -> None:
    plain, told = awake(small(classes=3)), awake(small(classes=3, condition_blocks=True))
    told.load_state_dict(plain.state_dict(), strict=False)
    noisy, variance, labels = images(), torch.rand(2), torch.tensor([0, 2])
    assert torch.equal(told.eval()(noisy, variance, labels), plain.eval()(noisy, variance, labels))
    extra = 2 * 8 + 1  # noise level and class of 8 numbers each, and a bias
    outputs = 8 + 12 + 12 + 8 + 8  # channels of the blocks: down, down, middle, up, up
    assert count_parameters(told) - count_parameters(plain) == 2 * outputs * extra


@pytest.mark.parametrize("name", ["noise level", "class"])
def test_each_block_hears_noise_level_and_class_by_itself(name: str) -> None:
    network = small(classes=3, condition_blocks=True).eval()
    blocks = [module for module in network.modules() if isinstance(module, ConditionedBlock)]
    assert len(blocks) == 5
    for block in blocks:
        nn.init.normal_(block.scale_and_shift.weight)
        x = torch.randn(1, block.shortcut.in_channels, 4, 4)
        noise, label = torch.rand(2, 1), torch.tensor([[0], [2]])
        if name == "class":
            noise[1] = noise[0]
        else:
            label[1] = label[0]
        one, other = (
            network._with_class(network.embed_noise(noise[i]), label[i]) for i in range(2)
        )
        assert not torch.allclose(block(x, one), block(x, other), atol=1e-3)


# The start.


def test_untrained_network_predicts_zero_whatever_it_sees() -> None:
    network = small(attention_levels=(0,), classes=3, condition_blocks=True)
    assert network(images(), torch.rand(2), torch.tensor([0, 3])).abs().max() == 0


def test_untrained_loss_is_the_mean_of_a_half_normal() -> None:
    noise = torch.randn(16, 3, 64, 64, generator=torch.Generator().manual_seed(0))
    prediction = small()(noise, torch.rand(16))
    # E|ε| = sqrt(2/π), its standard error sqrt((1 - 2/π) / n).
    error = math.sqrt((1 - 2 / math.pi) / noise.numel())
    assert (prediction - noise).abs().mean().item() == pytest.approx(
        math.sqrt(2 / math.pi), abs=4 * error
    )


@pytest.mark.parametrize("norm", sorted(NORMS))
@pytest.mark.slow
def test_the_network_overfits_one_batch(norm: str) -> None:
    network = small(widths=(16, 24), norm=norm)
    noisy, noise = images(4), torch.randn(4, 3, 8, 8, generator=torch.Generator().manual_seed(2))
    variance = torch.tensor([0.2, 0.4, 0.6, 0.8])
    optimiser = torch.optim.Adam(network.parameters(), lr=3e-3)
    for _ in range(150):
        loss = (network(noisy, variance) - noise).abs().mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    # From 0.8; the noise is independent of what the network sees, so this is memory.
    assert loss.item() < 0.2


def test_every_parameter_learns_once_the_output_is_no_longer_zero() -> None:
    # Group norm: a bias in front of a batch norm is subtracted again, and learns nothing.
    network = awake(small(norm="group", attention_levels=(1,), classes=2))
    for module in network.modules():
        if isinstance(module, SelfAttention):
            nn.init.normal_(module.out.weight)
    loss = network(images(), torch.rand(2), torch.tensor([0, 2])).square().mean()
    loss.backward()
    silent = [name for name, p in network.named_parameters() if p.grad is None]
    assert silent == []
    dead = [name for name, p in network.named_parameters() if p.grad.abs().max() < 1e-6]
    assert dead == []


# Norms and attention.


def test_batch_norm_couples_the_pictures_of_a_batch_in_training_only() -> None:
    network = awake(small())
    noisy, variance = images(4), torch.tensor([0.1, 0.4, 0.6, 0.9])
    network.train()
    assert not torch.allclose(network(noisy, variance)[:2], network(noisy[:2], variance[:2]))
    network.eval()
    assert torch.allclose(network(noisy, variance)[:2], network(noisy[:2], variance[:2]), atol=1e-5)


def test_group_norm_never_couples_the_pictures_of_a_batch() -> None:
    network = awake(small(norm="group")).train()
    noisy, variance = images(4), torch.tensor([0.1, 0.4, 0.6, 0.9])
    assert torch.allclose(network(noisy, variance)[:2], network(noisy[:2], variance[:2]), atol=1e-5)


def test_group_norm_keeps_the_noise_level_apart() -> None:
    # Constant channels: groups of one would leave nothing of them, groups of two a sign.
    norm = NORMS["group"](32)
    levels = torch.linspace(0, 1, 50)
    channels = torch.stack([(levels * 2.0**k).cos() for k in range(32)], dim=1)
    seen = norm(channels[:, :, None, None].expand(-1, -1, 4, 4))[:, :, 0, 0]
    assert torch.unique(seen.round(decimals=3), dim=0).shape[0] == 50
    # And each channel still takes many values, not -1 and 1 alone.
    assert all(len(torch.unique(channel.round(decimals=1))) > 8 for channel in seen.T)


def test_group_norm_takes_widths_of_every_kind() -> None:
    for channels in (1, 3, 6, 12, 24, 32, 64, 96, 128, 224, 256):
        assert channels // NORMS["group"](channels).num_groups >= min(channels, 4)


@pytest.mark.parametrize(
    ("channels", "groups"), [(64, 4), (32, 2), (16, 1), (24, 3), (8, 1), (12, 3), (6, 1), (9, 1)]
)
def test_a_group_has_16_channels_where_that_divides_else_8_else_4(channels, groups) -> None:
    assert NORMS["group"](channels).num_groups == groups
    norm = ConditionedBlock(channels, 4, "group", 2).branch[0]
    assert isinstance(norm, nn.GroupNorm), "a block that is told the condition has the norm, too"


def channels_of(level: nn.Module) -> list[tuple[int, int]]:
    return [(block.shortcut.in_channels, block.shortcut.out_channels) for block in level.blocks]


def test_the_levels_are_as_wide_as_they_are_said_to_be() -> None:
    network = UNet(1, (8, 12), block_depth=3, embedding_dim=4)
    assert channels_of(network.down[0]) == [(8, 8), (8, 8), (8, 8)]
    assert channels_of(network.down[1]) == [(8, 12), (12, 12), (12, 12)]
    assert channels_of(network.middle) == [(12, 24), (24, 24), (24, 12)]
    assert channels_of(network.up[0]) == [(12 + 12, 8), (8 + 12, 8), (8 + 12, 8)]
    assert channels_of(network.up[1]) == [(8 + 8, 4), (4 + 8, 4), (4 + 8, 4)]
    levels = [*UNet().down, UNet().middle, *UNet().up]
    assert [len(level.blocks) for level in levels] == [2] * 9, "two, where no number is given"


@pytest.mark.parametrize("where", [(), (0,), (1,), (2,), (0, 2)])
def test_attention_is_at_the_levels_that_are_named_on_both_ways(where: tuple[int, ...]) -> None:
    network = UNet(1, (8, 12), 1, 8, attention_levels=where)
    levels = [*network.down, network.middle, *network.up]
    looks = [isinstance(level.attention[0], SelfAttention) for level in levels]
    assert looks == [level in where for level in (0, 1, 2, 1, 0)]


def test_under_autocast_the_noise_level_has_the_precision_of_the_image() -> None:
    network, seen = small(), []
    network.down[0].register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0].dtype))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        network(images(), torch.rand(2))
    assert seen == [torch.bfloat16]


def test_attention_is_softmax_of_scores_times_values() -> None:
    torch.manual_seed(0)
    attention = SelfAttention(8, heads=2)
    nn.init.normal_(attention.out.weight)
    x = torch.randn(2, 8, 3, 5)
    # The same, written out: one picture, one head and one position at a time, in float64.
    wide = attention.double()
    x = x.double()
    projected = wide.query_key_value(wide.norm(x)).flatten(2)
    heads = torch.zeros(2, 8, 15, dtype=torch.float64)
    for picture in range(2):
        query, key, value = projected[picture].split(8)
        for head in (slice(0, 4), slice(4, 8)):
            for position in range(15):
                scores = (key[head] * query[head, position, None]).sum(0) / math.sqrt(4)
                heads[picture, head, position] = value[head] @ scores.softmax(0)
    expected = x + wide.out(heads.reshape(2, 8, 3, 5))
    assert torch.allclose(wide(x), expected, atol=1e-10)


def test_attention_starts_as_if_it_were_not_there() -> None:
    x = torch.randn(1, 8, 4, 4)
    assert torch.equal(SelfAttention(8)(x), x)


# Classes.


def test_no_labels_and_the_null_label_mean_the_same() -> None:
    network = awake(small(classes=3)).eval()
    nn.init.normal_(network.embed_class.weight)
    noisy, variance = images(), torch.rand(2)
    null = network(noisy, variance, torch.full((2,), 3))
    assert torch.equal(network(noisy, variance), null)
    assert not torch.allclose(network(noisy, variance, torch.tensor([0, 1])), null)


# Each part is its formula.


def test_a_level_on_the_way_down_hands_on_the_mean_of_each_square_of_four() -> None:
    level = DownLevel([(2, 2)], "batch", False, 0).eval()
    x = torch.randn(1, 2, 4, 6)
    skips: list[Tensor] = []
    found = level(x, torch.zeros(1, 1), skips)
    kept = level.blocks[0](x)
    torch.testing.assert_close(skips[0], kept)
    torch.testing.assert_close(
        found,
        (kept[..., ::2, ::2] + kept[..., 1::2, ::2] + kept[..., ::2, 1::2] + kept[..., 1::2, 1::2])
        / 4,
    )


def bilinear(x: Tensor) -> Tensor:
    """Twice the resolution along the last axis: each value ¾ of the nearer, ¼ of the other one."""
    left = torch.cat([x[..., :1], x[..., :-1]], dim=-1)
    right = torch.cat([x[..., 1:], x[..., -1:]], dim=-1)
    return torch.stack([0.75 * x + 0.25 * left, 0.75 * x + 0.25 * right], dim=-1).flatten(-2)


def test_a_level_on_the_way_up_interpolates_and_puts_the_last_skip_behind() -> None:
    level = UpLevel([(5, 2)], "batch", False, 0).eval()
    x, first, second = torch.randn(1, 2, 3, 4), torch.randn(1, 3, 6, 8), torch.randn(1, 3, 6, 8)
    seen = []
    level.blocks[0].register_forward_pre_hook(lambda block, inputs: seen.append(inputs[0]))
    skips = [first, second]
    level(x, torch.zeros(1, 1), skips)
    larger = bilinear(bilinear(x).mT).mT
    torch.testing.assert_close(seen[0], torch.cat([larger, second], dim=1))
    assert len(skips) == 1, "one skip is used, the one kept last"
    assert skips[0] is first


def test_a_residual_block_is_its_formula() -> None:
    block = ResidualBlock(3, 4).double()
    x = torch.randn(5, 3, 6, 6, dtype=torch.float64)
    norm, first, _, second = block.branch
    nn.init.normal_(norm.weight)
    mean, variance = x.mean((0, 2, 3), keepdim=True), x.var((0, 2, 3), keepdim=True, correction=0)
    scaled = (x - mean) / (variance + 1e-5).sqrt() * norm.weight[:, None, None]
    hidden = nn.functional.conv2d(scaled, first.weight, first.bias, padding=1)
    hidden = hidden * hidden.sigmoid()
    branch = nn.functional.conv2d(hidden, second.weight, second.bias, padding=1)
    shortcut = torch.einsum("oi,bihw->bohw", block.shortcut.weight[:, :, 0, 0], x)
    expected = shortcut + block.shortcut.bias[:, None, None] + branch
    torch.testing.assert_close(block(x), expected)


def test_the_condition_scales_and_shifts_between_the_convolutions() -> None:
    block = ConditionedBlock(3, 4, "batch", 2).double().eval()
    nn.init.normal_(block.scale_and_shift.weight)
    nn.init.normal_(block.scale_and_shift.bias)
    x, condition = torch.randn(2, 3, 4, 4).double(), torch.randn(2, 2).double()
    told = condition @ block.scale_and_shift.weight.T + block.scale_and_shift.bias
    scale, shift = told[:, :4, None, None], told[:, 4:, None, None]
    assert shift.abs().min() > 1e-3
    norm, first, swish, second = block.branch
    expected = block.shortcut(x) + second(swish(first(norm(x)) * (1 + scale) + shift))
    torch.testing.assert_close(block(x, condition), expected)


# Refusals: each with the sentence that helps.


@pytest.mark.usefixtures("as_readers_run_it")
class TestRefusals:
    def test_wrong_channel_count(self) -> None:
        with pytest.raises(ValueError, match="takes 3 image channels, got 1"):
            small()(images(channels=1), torch.rand(2))

    def test_missing_batch_dimension(self) -> None:
        with pytest.raises(ValueError, match=r"shape \(batch, channel, height, width\), got 3"):
            small()(images()[0], torch.rand(2))

    @pytest.mark.parametrize("shape", [(2, 3, 10, 8), (2, 3, 8, 6)])
    def test_side_that_cannot_be_halved(self, shape: tuple[int, ...]) -> None:
        with pytest.raises(ValueError, match=r"divisible by 4 .* halves them 2 times"):
            small()(torch.zeros(shape), torch.rand(2))

    def test_noise_variance_of_another_batch(self) -> None:
        sentence = r"^noise_variance must be one number or one per image, got shape \(3,\) for 2 im"
        with pytest.raises(ValueError, match=sentence):
            small()(images(), torch.rand(3))

    def test_labels_for_a_network_without_classes(self) -> None:
        sentence = "this network was built without classes: call it without labels, or build it "
        with pytest.raises(ValueError, match=f"^{sentence}with classes=…$"):
            small()(images(), torch.rand(2), torch.tensor([0, 1]))

    @pytest.mark.parametrize("labels", [[0, 4], [-1, 0]])
    def test_class_numbers_that_do_not_exist(self, labels: list[int]) -> None:
        with pytest.raises(ValueError, match=r"must be in 0 … 3 \(3 means no class\), got"):
            small(classes=3)(images(), torch.rand(2), torch.tensor(labels))

    def test_one_label_for_two_images(self) -> None:
        sentence = r"^labels must be one class number per image, got shape \(1,\) for 2 images$"
        with pytest.raises(ValueError, match=sentence):
            small(classes=3)(images(), torch.rand(2), torch.tensor([1]))

    def test_unknown_norm(self) -> None:
        with pytest.raises(ValueError, match="unknown norm 'layer': choose one of batch, group"):
            UNet(norm="layer")

    @pytest.mark.parametrize("options", [{"widths": ()}, {"block_depth": 0}])
    def test_no_level_or_no_block(self, options: dict[str, object]) -> None:
        with pytest.raises(ValueError, match="at least one level and one block"):
            UNet(**options)

    @pytest.mark.parametrize("level", [-1, 5])
    def test_attention_at_a_level_that_does_not_exist(self, level: int) -> None:
        with pytest.raises(ValueError, match=r"attention levels must be in 0 … 4 \(the middle\)"):
            UNet(attention_levels=(level,))

    def test_attention_on_channels_that_heads_cannot_share(self) -> None:
        with pytest.raises(ValueError, match=r"6 channels among 4 heads.* multiples of 4"):
            UNet(widths=(6,), attention_levels=(0,))


def test_attention_does_not_hear_how_loud_its_input_is():
    torch.manual_seed(0)
    look = SelfAttention(8)
    nn.init.normal_(look.out.weight)
    x = torch.randn(2, 8, 4, 4)
    torch.testing.assert_close(look(9 * x) - 9 * x, look(x) - x, rtol=1e-3, atol=1e-3)
