"""The transformer: patches, places, gates that start closed, and the U-Net's manners."""

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from ddimlib.diffusion import DiffusionModel
from ddimlib.runs.plan import flops_per_image
from ddimlib.schedules import CosineSchedule
from ddimlib.training import fit
from ddimlib.transformer import (
    AdaptiveNorm,
    Attention,
    Transformer,
    TransformerBlock,
    patchify,
    places,
    unpatchify,
)
from ddimlib.unet import count_parameters


def small(awake: bool = False, **options) -> Transformer:
    """A network of a few thousand numbers; awake, none of them is zero."""
    torch.manual_seed(0)
    settings = {"patch_size": 2, "width": 16, "depth": 2, "heads": 2}
    network = Transformer(**(settings | options)).eval()
    if awake:
        for parameter in network.parameters():
            nn.init.normal_(parameter, std=0.2)
    return network


def images(batch: int = 2, side: int = 8, channels: int = 3) -> torch.Tensor:
    draw = torch.Generator().manual_seed(1)
    return torch.randn(batch, channels, side, side, generator=draw)


# --- Patches and places --------------------------------------------------------------------------


@settings(max_examples=20, deadline=None)
@given(
    batch=st.integers(1, 3),
    channels=st.integers(1, 4),
    size=st.integers(1, 4),
    rows=st.integers(1, 3),
    columns=st.integers(1, 3),
)
def test_patches_put_together_are_the_picture(batch, channels, size, rows, columns) -> None:
    picture = torch.randn(batch, channels, rows * size, columns * size)
    patches = patchify(picture, size)
    assert patches.shape == (batch, rows * columns, channels * size**2)
    again = unpatchify(patches, size, rows * size, columns * size)
    torch.testing.assert_close(again, picture, rtol=0, atol=0)


def test_patches_are_the_squares_line_by_line() -> None:
    picture = images(side=6)
    patches = patchify(picture, 2)
    assert torch.equal(patches[0, 0], picture[0, :, :2, :2].flatten())
    assert torch.equal(patches[0, 1], picture[0, :, :2, 2:4].flatten())
    assert torch.equal(patches[1, 3], picture[1, :, 2:4, :2].flatten())


def test_every_place_has_a_vector_of_its_own_and_neighbours_are_alike() -> None:
    vectors = places(8, 12, 32).reshape(8, 12, 32)
    assert torch.pdist(vectors.flatten(0, 1)).min() > 0.1
    torch.testing.assert_close(vectors.square().sum(-1), torch.full((8, 12), 16.0))
    at = vectors[3, 4]
    assert (at - vectors[3, 5]).norm() < (at - vectors[3, 7]).norm()
    assert torch.equal(at[:16], vectors[3, 9, :16]) and torch.equal(at[16:], vectors[6, 4, 16:])


def test_the_first_numbers_of_a_place_are_the_sines_of_the_paper() -> None:
    vector = places(4, 4, 16)[4 * 3 + 2]  # row 3, column 2
    expected = [math.sin(3 / 10_000 ** (i / 4)) for i in range(4)]
    torch.testing.assert_close(vector[:4], torch.tensor(expected))
    torch.testing.assert_close(vector[12:13], torch.tensor([math.cos(2)]))


# --- Blocks --------------------------------------------------------------------------------------


def test_an_untrained_block_changes_nothing_and_the_network_predicts_zero() -> None:
    tokens, condition = torch.randn(2, 5, 16), torch.randn(2, 16)
    assert torch.equal(TransformerBlock(16, 2)(tokens, condition), tokens)
    assert torch.equal(small()(images(), torch.tensor(0.5)), torch.zeros(2, 3, 8, 8))


def test_an_untrained_adaptive_norm_is_a_layer_norm_with_closed_gates() -> None:
    tokens = 3 * torch.randn(2, 5, 16) + 1
    normed, gate = AdaptiveNorm(16, gates=1)(tokens, torch.randn(2, 16))
    torch.testing.assert_close(normed, nn.functional.layer_norm(tokens, (16,), eps=1e-6))
    assert gate.shape == (2, 1, 16) and not gate.any()


def test_scale_shift_and_gate_are_what_the_condition_says() -> None:
    norm = AdaptiveNorm(4, gates=1)
    with torch.no_grad():
        norm.say.bias.copy_(torch.tensor([1.0] * 4 + [2.0] * 4 + [3.0] * 4))
    tokens = torch.randn(1, 3, 4)
    normed, gate = norm(tokens, torch.zeros(1, 4))
    torch.testing.assert_close(normed, 2 * nn.functional.layer_norm(tokens, (4,), eps=1e-6) + 2)
    assert gate.flatten().tolist() == [3.0] * 4


def test_attention_is_that_of_pytorch() -> None:
    torch.manual_seed(0)
    ours, theirs = Attention(8, 2), nn.MultiheadAttention(8, 2, batch_first=True)
    theirs.load_state_dict(
        {
            "in_proj_weight": ours.query_key_value.weight,
            "in_proj_bias": ours.query_key_value.bias,
            "out_proj.weight": ours.out.weight,
            "out_proj.bias": ours.out.bias,
        }
    )
    tokens = torch.randn(2, 5, 8)
    torch.testing.assert_close(ours(tokens), theirs(tokens, tokens, tokens)[0])


def test_its_weights_are_those_of_pytorch_and_what_it_listens_to() -> None:
    torch.manual_seed(0)
    ours, theirs = Attention(8, 2), nn.MultiheadAttention(8, 2, batch_first=True)
    ours.query_key_value.weight.data.copy_(theirs.in_proj_weight)
    ours.query_key_value.bias.data.copy_(theirs.in_proj_bias)
    tokens = torch.randn(2, 5, 8)
    found = ours.weights(tokens)
    torch.testing.assert_close(found, theirs(tokens, tokens, tokens, average_attn_weights=False)[1])
    torch.testing.assert_close(found.sum(-1), torch.ones(2, 2, 5))


# --- The network ---------------------------------------------------------------------------------


def test_without_places_patches_in_another_order_give_the_same_in_that_order(monkeypatch) -> None:
    """And with places they do not: the place is all that tells a patch where it is."""
    network, picture = small(awake=True), images()
    order = torch.randperm(16, generator=torch.Generator().manual_seed(0))

    def predict(patches):
        found = network(unpatchify(patches, 2, 8, 8), torch.tensor(0.5))
        return patchify(found, 2)

    patches = patchify(picture, 2)
    assert (predict(patches[:, order]) - predict(patches)[:, order]).abs().max() > 0.01
    monkeypatch.setattr("ddimlib.transformer.places", lambda *_: torch.zeros(1))
    torch.testing.assert_close(
        predict(patches[:, order]), predict(patches)[:, order], rtol=1e-4, atol=1e-5
    )


def test_noise_level_class_and_picture_all_matter() -> None:
    network = small(awake=True, classes=3)
    labels = torch.tensor([0, 1])
    base = network(images(), torch.tensor([0.5, 0.5]), labels)
    assert (network(images(), torch.tensor([0.5, 0.6]), labels)[1] - base[1]).abs().max() > 1e-3
    assert torch.equal(network(images(), torch.tensor([0.5, 0.6]), labels)[0], base[0])
    assert (network(images(), torch.tensor(0.5), labels.flip(0)) - base).abs().max() > 1e-3
    assert (network(images().flip(0), torch.tensor(0.5), labels) - base).abs().max() > 1e-3


def test_the_last_norm_hears_the_condition_as_the_blocks_do() -> None:
    network = small(awake=True)
    for block in network.blocks:
        nn.init.zeros_(block.before_looking.say.weight)
        nn.init.zeros_(block.before_thinking.say.weight)
    first, second = (network(images(), torch.tensor(variance)) for variance in (0.2, 0.8))
    assert (first - second).abs().max() > 1e-3


def test_no_labels_mean_the_last_row_no_class() -> None:
    network = small(awake=True, classes=3)
    none = network(images(), torch.tensor(0.5))
    assert torch.equal(none, network(images(), torch.tensor(0.5), torch.tensor([3, 3])))
    assert (none - network(images(), torch.tensor(0.5), torch.tensor([2, 2]))).abs().max() > 1e-3


def test_pictures_need_not_be_square_or_of_one_size() -> None:
    network = small(awake=True)
    assert network(torch.randn(1, 3, 4, 10), torch.tensor(0.5)).shape == (1, 3, 4, 10)


def test_it_has_as_many_parameters_as_its_formula_says() -> None:
    width, depth, values = 16, 2, 12
    linear = lambda i, o: i * o + o  # noqa: E731
    block = 2 * linear(width, 3 * width) + linear(width, 3 * width) + linear(width, width)
    block += linear(width, 4 * width) + linear(4 * width, width)
    around = linear(values, width) + 2 * linear(width, width) + 4 * width
    around += linear(width, 2 * width) + linear(width, values)
    assert count_parameters(small(classes=3)) == depth * block + around


def test_its_operations_are_counted_attention_included() -> None:
    """Two for each weight and token, and for each pair of tokens two products of their vectors."""
    width, depth, tokens, values = 16, 2, 16, 12
    a_token = 2 * (depth * 12 * width**2 + 2 * values * width)  # 3 + 1 + 4 + 4 squares a block
    pairs = depth * 2 * 2 * tokens**2 * width
    a_picture = 2 * width**2 * (2 + depth * 2 * 3 + 2)
    assert flops_per_image(small(), 8) == tokens * a_token + pairs + a_picture


def test_it_trains_in_the_diffusion_model_of_chapter_6() -> None:
    torch.manual_seed(0)
    model = DiffusionModel(small(width=32), CosineSchedule(), target="velocity", loss="mse")
    optimizer = torch.optim.Adam(model.parameters(), 3e-3)
    pictures = torch.full((16, 3, 8, 8), 0.9)
    pictures[:, :, :4] = 0.1
    draw = torch.Generator().manual_seed(0)
    losses = [x.item() for x in fit(model, [(pictures, None)] * 100, optimizer, generator=draw)]
    assert sum(losses[-10:]) < 0.3 * sum(losses[:10])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"width": 18}, "a width divisible by 4 and by its 2 heads"),
        ({"depth": 0}, "at least one block"),
        ({"patch_size": 0}, "a patch of at least one pixel"),
    ],
)
def test_impossible_networks_are_refused(change, message) -> None:
    with pytest.raises(ValueError, match=message):
        small(**change)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: small()(images(side=7), torch.tensor(0.5)), "divisible by the patch size 2"),
        (lambda: small()(images(channels=4), torch.tensor(0.5)), "takes 3 image channels"),
        (lambda: small()(images(), torch.zeros(3)), "one number or one per image, got shape"),
        (
            lambda: small()(images(), torch.tensor(0.5), torch.tensor([0, 1])),
            "built without classes",
        ),
        (
            lambda: small(classes=3)(images(), torch.tensor(0.5), torch.tensor([0, 4])),
            "must be in 0 … 3",
        ),
        (
            lambda: small(classes=3)(images(), torch.tensor(0.5), torch.tensor([0])),
            "one class number per image",
        ),
    ],
)
def test_calls_that_cannot_be_answered_are_refused(call, message, as_readers_run_it) -> None:
    with pytest.raises(ValueError, match=message):
        call()


def test_what_does_not_fit_into_patches_is_refused_and_not_cut_off():
    with pytest.raises(ValueError, match="divisible by the patch size 4, got 10x10"):
        patchify(torch.zeros(1, 3, 10, 10), 4)


def test_no_head_is_answered_with_a_sentence():
    with pytest.raises(ValueError, match="a transformer needs a width divisible"):
        Transformer(heads=0)
