"""Words: what a network hears of a caption, starting from one that knows classes."""

from copy import deepcopy
from pathlib import Path

import pytest
import torch
from torch import nn

from ddimlib import words
from ddimlib.diffusion import DiffusionModel
from ddimlib.guidance import guided
from ddimlib.schedules import CosineSchedule
from ddimlib.training import batches, fit
from ddimlib.unet import UNet
from ddimlib.words import CrossAttention, TextEncoder, Vocabulary, WordUNet

NAMES = ("rose", "tiger lily", "water lily")
CAPTIONS = (
    "a red rose on a dark ground",
    "an orange tiger lily on a green ground",
    "a white water lily on a blue ground",
)


# --- Words as numbers ----------------------------------------------------------------------------


def test_words_are_numbered_by_the_alphabet_and_0_is_no_word() -> None:
    vocabulary = Vocabulary(["b a", "c a d"])
    assert (vocabulary.words, len(vocabulary), vocabulary.length) == (["a", "b", "c", "d"], 5, 3)
    assert vocabulary.tokens(["D a", "", "c a b"]).tolist() == [[4, 1, 0], [0, 0, 0], [3, 1, 2]]


def test_large_letters_and_the_marks_that_end_a_phrase_are_not_heard() -> None:
    vocabulary = Vocabulary(["a red rose", "a deep red rose"])
    assert (
        vocabulary.tokens(["A red, red ROSE."]).tolist()
        == vocabulary.tokens(["a red red rose"]).tolist()
    )
    assert words.spoken_words(" A  colt's foot! … ; black-eyed") == [
        "a", "colt's", "foot", "…", "black-eyed",
    ]  # fmt: skip


def test_unknown_words_and_long_captions_are_refused() -> None:
    vocabulary = Vocabulary(["red rose"])
    with pytest.raises(ValueError, match="unknown word 'blue': choose among red, rose"):
        vocabulary.tokens(["blue rose"])
    with pytest.raises(ValueError, match="at most 2 words, got 3"):
        vocabulary.tokens(["red red rose"])


# --- What a network hears ------------------------------------------------------------------------


def test_a_word_is_heard_with_the_others_and_empty_places_are_not() -> None:
    torch.manual_seed(0)
    encoder = TextEncoder(6, 4, dim=16).eval()
    heard = encoder(torch.tensor([[1, 2, 0, 0], [1, 3, 0, 0], [0, 0, 0, 0]]))
    assert heard.spoken.tolist() == [[True] * 3 + [False] * 2] * 2 + [[True] + [False] * 4]
    assert (heard.vectors[0, 1] - heard.vectors[1, 1]).abs().max() > 1e-3
    with torch.no_grad():
        encoder.embed.weight[0] = 100.0  # the vector of no word
    again = encoder(torch.tensor([[1, 2, 0, 0]]))
    torch.testing.assert_close(again.vectors[:, :3], heard.vectors[:1, :3])


def test_looking_at_words_is_attention_and_starts_by_adding_nothing() -> None:
    torch.manual_seed(0)
    look = CrossAttention(8, 16, heads=2).eval()
    x, vectors = torch.randn(2, 8, 3, 3), torch.randn(2, 4, 16)
    spoken = torch.tensor([[True, True, True, False], [True, False, False, False]])
    look.heard = words.Heard(vectors, spoken)
    assert torch.equal(look(x), x)
    assert look.weights is not None and look.weights.shape == (2, 2, 9, 4)
    torch.testing.assert_close(look.weights.sum(-1), torch.ones(2, 2, 9))
    assert not look.weights.permute(3, 0, 1, 2)[~spoken.T].any()

    with torch.no_grad():
        look.out.weight[:, :, 0, 0] = torch.eye(8)
    query = look.query(look.norm(x)).flatten(2).mT.reshape(2, 9, 2, 4).transpose(1, 2)
    key, value = look.key_value(vectors).chunk(2, dim=2)
    key, value = (part.reshape(2, 4, 2, 4).transpose(1, 2) for part in (key, value))
    found = nn.functional.scaled_dot_product_attention(
        query, key, value, attn_mask=spoken[:, None, None]
    )
    expected = x + found.transpose(1, 2).reshape(2, 9, 8).mT.reshape(2, 8, 3, 3)
    torch.testing.assert_close(look(x), expected)


# --- The U-Net -----------------------------------------------------------------------------------


def class_network(classes: int | None = 3) -> UNet:
    """Random weights everywhere, so that the class matters."""
    torch.manual_seed(0)
    network = UNet(3, (8, 12), block_depth=1, embedding_dim=8, classes=classes, norm="group")
    for parameter in network.parameters():
        nn.init.normal_(parameter, std=0.3)
    return network.eval()


def word_network(levels: tuple[int, ...] = (1, 2)) -> WordUNet:
    return WordUNet(class_network(), NAMES, CAPTIONS, levels, dim=16).eval()


def images(count: int = 3) -> torch.Tensor:
    return torch.randn(count, 3, 8, 8, generator=torch.Generator().manual_seed(1))


def test_at_first_it_draws_what_the_network_of_classes_draws() -> None:
    """Whatever else the captions say, and wherever it looks; no words are no class."""
    classes, heard = class_network(), word_network()
    variance = torch.tensor([0.2, 0.5, 0.9])
    found = heard(images(), variance, torch.tensor([0, 1, 2]))
    torch.testing.assert_close(
        found, classes(images(), variance, torch.tensor([0, 1, 2])), rtol=1e-4, atol=1e-4
    )
    torch.testing.assert_close(
        heard(images(), variance), classes(images(), variance), rtol=1e-4, atol=1e-4
    )
    assert (found - heard(images(), variance)).abs().max() > 0.01


def test_it_looks_where_it_was_told_to_and_else_has_the_bag_alone() -> None:
    assert [len(word_network(levels).looks) for levels in ((), (1,), (0, 1, 2))] == [0, 1, 3]
    assert word_network(()).vocabulary.length == 8


def awake(network: WordUNet) -> WordUNet:
    torch.manual_seed(2)
    for look in network.looks:
        nn.init.normal_(look.out.weight)
    return network


def test_pixels_hear_the_order_of_the_words_and_the_bag_does_not() -> None:
    swapped = ["a red rose on a dark ground", "a dark rose on a red ground"]
    for network, differ in ((awake(word_network()), True), (word_network(()), False)):
        network.say(swapped)
        first, second = network(images(1).expand(2, -1, -1, -1), torch.tensor(0.5), torch.arange(2))
        assert ((first - second).abs().max() > 1e-3) == differ


def test_where_it_looked_is_the_mean_over_heads_at_the_finest_level() -> None:
    network = awake(word_network((0, 1, 2)))
    with pytest.raises(ValueError, match="no place where this network looked"):
        network.where_it_looked()
    network(images(), torch.tensor(0.5), torch.tensor([0, 1, 3]))
    found = network.where_it_looked()
    assert found.shape == (3, network.vocabulary.length + 1, 8, 8)
    torch.testing.assert_close(found.sum(1), torch.ones(3, 8, 8))
    assert not found[2, 1:].any()  # there are no words, and all look at what stands before them
    spoken = len(CAPTIONS[0].split())
    assert found[0, : spoken + 1].gt(0).all() and not found[0, spoken + 1 :].any()
    (finest,) = (look for look in network.looks if look.weights.shape[2] == 64)
    expected = finest.weights[1].mean(0)[8 * 2 + 5]  # row 2, column 5
    torch.testing.assert_close(found[1, :, 2, 5], expected)
    with pytest.raises(ValueError, match="evaluate one that has levels"):
        word_network(()).where_it_looked()


def test_words_as_numbers_are_heard_as_their_caption_is() -> None:
    network = awake(word_network())
    tokens = network.vocabulary.tokens([CAPTIONS[1], "", "a blue rose"])
    heard = network.hear(images(), torch.tensor(0.5), tokens)
    network.say([CAPTIONS[1], "a blue rose"])
    assert torch.equal(heard, network(images(), torch.tensor(0.5), torch.tensor([0, 2, 1])))


def test_prompts_are_new_captions_in_known_words() -> None:
    network = awake(word_network())
    network.say(["a blue rose"])
    assert network.classes == 1
    prompt = network(images(), torch.tensor(0.5), torch.tensor([0, 0, 0]))
    nothing = network(images(), torch.tensor(0.5), torch.tensor([1, 1, 1]))
    assert torch.equal(nothing, network(images(), torch.tensor(0.5)))
    assert (prompt - nothing).abs().max() > 1e-3
    network.say(["a blue rose"] * 5)  # more than it had captions
    assert torch.equal(network(images(), torch.tensor(0.5), torch.tensor([4, 4, 4])), prompt)
    with pytest.raises(ValueError, match="unknown word 'black'"):
        network.say(["a black rose"])


def test_guidance_takes_prompts_as_it_takes_classes() -> None:
    model = DiffusionModel(awake(word_network()), CosineSchedule()).eval()
    t = torch.tensor(0.5)
    found = guided(model, [0, 1, 2], scale=3.0)(images(), t)
    told, untold = (
        model.denoise(images(), t, labels) for labels in (torch.arange(3), torch.full((3,), 3))
    )
    expected = untold.noise + 3 * (told.noise - untold.noise)
    torch.testing.assert_close(found.noise, expected, rtol=1e-3, atol=1e-3)


def test_it_trains_in_the_loop_of_chapter_6_and_can_be_copied(tmp_path: Path) -> None:
    model = DiffusionModel(word_network(), CosineSchedule())
    network = model.network
    before = [parameter.clone() for parameter in network.parameters()]
    pictures = torch.randint(0, 256, (12, 3, 8, 8), dtype=torch.uint8)
    draws = torch.Generator().manual_seed(0)
    shown = batches(
        pictures, torch.arange(12) % 3, 4, passes=2, label_dropout=0.2,
        null_label=network.classes, generator=draws,
    )  # fmt: skip
    losses = list(fit(model, shown, torch.optim.Adam(model.parameters(), 1e-3)))
    assert len(losses) == 6 and all(loss.isfinite() for loss in losses)
    changed = [not torch.equal(a, b) for a, b in zip(before, network.parameters(), strict=True)]
    assert sum(changed) > 0.9 * len(changed)
    copy = deepcopy(model).eval()
    model.eval()
    one = (images(), torch.tensor(0.5), torch.tensor([0, 1, 2]))
    assert torch.equal(copy.network(*one), model.network(*one))


def test_a_network_without_classes_or_with_others_is_refused() -> None:
    with pytest.raises(ValueError, match="it has None, got 3 names"):
        WordUNet(class_network(None), NAMES, CAPTIONS)
    with pytest.raises(ValueError, match="it has 3, got 2 names"):
        WordUNet(class_network(), NAMES[:2], CAPTIONS)


def test_a_caption_that_is_not_there_is_refused() -> None:
    network, noisy = word_network(), images(1)
    for wrong in (-1, network.classes + 1):
        with pytest.raises(ValueError, match="class numbers must be in 0"):
            network(noisy, torch.tensor(0.5), torch.tensor([wrong]))


@pytest.mark.parametrize(("height", "width"), [(8, 32), (8, 16), (16, 8)])
def test_maps_have_the_sides_of_the_picture(height, width):
    network = awake(word_network((0,))).eval()
    network(torch.randn(2, 3, height, width), torch.tensor(0.5), torch.tensor([0, 1]))
    seen = network.where_it_looked()
    assert seen.shape[2:] == (height, width)
    torch.testing.assert_close(seen.sum(1), torch.ones(2, height, width))


def test_a_caption_that_is_refused_changes_nothing():
    network = word_network()
    before = network.captions
    with pytest.raises(ValueError, match="black"):
        network.say(["a black rose"] * 5)
    with pytest.raises(ValueError, match="give a list of captions, got one text"):
        network.say("a red rose")
    assert network.captions == before
    assert network.classes == len(before)


@pytest.mark.parametrize("level", [7, -1])
def test_an_unknown_level_to_look_at_is_refused(level):
    with pytest.raises(ValueError, match=r"levels must be in 0 … 2 \(the middle\), got"):
        word_network((level,))


def test_widths_that_heads_cannot_share_are_refused_at_once():
    with pytest.raises(ValueError, match="attention shares 6 channels among 4 heads"):
        CrossAttention(6, 16)


@pytest.mark.parametrize("labels", [torch.tensor([True, False, True]), torch.rand(3)])
def test_labels_are_whole_numbers(labels, as_readers_run_it):
    with pytest.raises(ValueError, match="class numbers must be whole numbers"):
        word_network()(images(), torch.tensor(0.5), labels)


def test_small_whole_numbers_are_labels_and_no_mask(as_readers_run_it):
    network = awake(word_network()).eval()
    told = torch.tensor([0, 1, 1])
    expected = network(images(), torch.tensor(0.5), told)
    assert torch.equal(network(images(), torch.tensor(0.5), told.to(torch.uint8)), expected)


def test_the_word_for_nothing_does_not_learn():
    model = DiffusionModel(word_network(), CosineSchedule())
    nn.init.normal_(model.network.unet.to_prediction.weight)
    pictures = torch.zeros(6, 3, 8, 8, dtype=torch.uint8)
    shown = batches(pictures, torch.arange(6) % 3, 3, passes=2)
    list(fit(model, shown, torch.optim.SGD(model.parameters(), 0.1)))
    assert not model.network.unet.embed_class.bag.embed.weight[0].any()


def test_where_it_looked_is_not_kept_in_training():
    network = word_network().train()
    network(images(), torch.tensor(0.5), torch.arange(3))
    assert all(look.weights is None for look in network.looks)


def test_what_looks_does_not_hear_how_loud_its_input_is():
    torch.manual_seed(0)
    look = CrossAttention(8, 16, heads=2)
    look.heard = words.Heard(torch.randn(2, 4, 16), torch.ones(2, 4, dtype=torch.bool))
    nn.init.normal_(look.out.weight)
    x = torch.randn(2, 8, 4, 4)
    torch.testing.assert_close(look(9 * x) - 9 * x, look(x) - x, rtol=1e-3, atol=1e-3)
