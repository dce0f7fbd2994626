"""The U-Net map says what the network does, block by block."""

import base64
import json

import numpy as np
import pytest
import torch
from torch import nn

from ddimlib.data.photograph import sample_flower
from ddimlib.diffusion import DiffusionModel
from ddimlib.look_inside import trace
from ddimlib.schedules import CosineSchedule
from ddimlib.unet import UNet, count_parameters
from ddimlib.widgets import layer, unet_map
from ddimlib.widgets.noise import browser_noise
from ddimlib.widgets.unet_map import _pack, unpack


def make_model(**options) -> DiffusionModel:
    torch.manual_seed(0)
    options = {"widths": (8, 12), "block_depth": 2, "embedding_dim": 8} | options
    return DiffusionModel(UNet(**options), CosineSchedule())


@pytest.fixture(scope="module")
def model():
    return make_model()


@pytest.fixture(scope="module")
def figure(model):
    return unet_map(model, sample_flower(16))


def test_the_parameters_on_the_map_are_all_the_parameters(model, figure):
    blocks = figure.data["blocks"]
    total = count_parameters(model)
    assert sum(block["parameters"] for block in blocks) == total
    assert f"{total:,} parameters" in figure.caption


def test_every_block_of_the_trace_is_there_once_in_order(model, figure):
    names = [block["name"] for block in figure.data["blocks"]]
    traced = [block.name for block in trace(model.network, torch.zeros(1, 3, 16, 16))]
    assert names[0] == "noisy"
    assert names[-1] == "prediction.image"
    assert sorted(names[1:-1]) == sorted(traced)
    order = [name for name in names if name.startswith(("down", "middle", "up"))]
    assert order == [name for name in traced if name in order]


def test_the_reference_network_fits_the_budget_at_its_own_size():
    model = DiffusionModel(UNet(classes=102), CosineSchedule())
    figure = unet_map(model, sample_flower(64))
    assert figure.bytes < layer.SIZE_BUDGET
    assert {block["level"] for block in figure.data["blocks"]} == {0, 1, 2, 3, 4}
    assert figure.data["sizes"] == [64, 32, 16, 8, 4]


def test_skips_join_blocks_of_the_same_level_across_the_u(figure):
    blocks = {block["name"]: block for block in figure.data["blocks"]}
    skips = [block for block in blocks.values() if block["skip"]]
    assert len(skips) == 4
    for block in skips:
        source = blocks[block["skip"]]
        assert (block["side"], source["side"]) == ("up", "down")
        assert block["level"] == source["level"]
        assert f"“{source['title']}” kept" in block["sentence"]


def test_the_middle_of_the_reference_network_is_wider_than_what_is_above_it():
    model = DiffusionModel(UNet(), CosineSchedule())
    blocks = {b["name"]: b for b in unet_map(model, sample_flower(32)).data["blocks"]}
    assert blocks["middle.blocks.0"]["shape"] == "256 × 2 × 2"
    assert blocks["up.0.blocks.1"]["shape"] == "96 × 4 × 4"
    assert blocks["up.3.blocks.1"]["skip"] == "down.0.blocks.0"


def test_attention_and_classes_have_their_place():
    model = make_model(attention_levels=(1, 2), classes=5)
    blocks = {b["name"]: b for b in unet_map(model, sample_flower(16)).data["blocks"]}
    assert blocks["down.1.attention.0"]["kind"] == "self-attention"
    assert blocks["up.0.attention.1"]["level"] == 1
    assert blocks["middle.attention.0"]["side"] == "middle"
    assert blocks["embed_class"]["size"] == (8, 1)


def test_the_map_shows_what_the_block_puts_out(model, figure):
    """The maps against an independent float32 run with a plain hook."""
    seen = {}
    block = model.network.get_submodule("down.0.blocks.1")
    hook = block.register_forward_hook(lambda module, inputs, out: seen.update(out=out))
    image = model.normalise(torch.from_numpy(sample_flower(16).copy()).permute(2, 0, 1)[None])
    noise = torch.from_numpy(browser_noise(7, (1, 3, 16, 16)))
    rates = model.schedule(torch.tensor(0.25))
    model.eval()
    with torch.no_grad():
        model.denoise(rates.signal * image + rates.noise * noise, 0.25)
    hook.remove()
    maps = seen["out"][0].numpy()
    spread = maps.std(axis=(1, 2))
    widest = maps[spread.argmax()]
    expected = np.clip((widest - widest.mean()) / (3 * spread.max()), -1, 1)
    entry = next(b for b in figure.data["blocks"] if b["name"] == "down.0.blocks.1")
    data = np.frombuffer(base64.b64decode(entry["maps"]), dtype=np.uint8)
    steps = np.stack([data >> 4, data & 15], axis=1).reshape(-1)[:256].reshape(16, 16)
    assert np.abs((steps.astype(float) - 7) / 7 - expected).max() <= 0.5 / 7 + 1e-3


def test_the_browser_unpacks_what_python_packed(run_javascript):
    values = np.random.default_rng(0).normal(size=(3, 5, 5))
    count, size, packed = _pack(values, maps=3)
    assert (count, size) == (3, (5, 5))
    theirs = run_javascript("unet_map.js", "unpackHalves(data, 75)", packed.tolist())
    spread = values.reshape(3, -1).std(axis=1)
    order = np.argsort(-spread)
    ordered = values[order] - values[order].mean(axis=(1, 2), keepdims=True)
    expected = np.clip(ordered / (3 * spread[order, None, None]), -1, 1)
    np.testing.assert_allclose(np.reshape(theirs, (3, 5, 5)), expected, atol=0.5 / 7 + 1e-9)


def test_a_vector_is_one_row_on_the_scale_of_its_largest_entry():
    count, size, packed = _pack(np.array([-2.0, 0.0, 1.0]), maps=8)
    assert (count, size) == (1, (3, 1))
    assert packed.tolist() == [0 << 4 | 7, 10 << 4 | 7]
    picture = unpack({"size": (3, 1), "maps": layer.encode_bytes(packed)})
    assert picture.shape == (1, 3, 3)


def test_the_model_is_left_as_it_was(model):
    before = {name: value.clone() for name, value in model.state_dict().items()}
    model.train()
    model.requires_grad_(False)
    unet_map(model, sample_flower(16))
    assert model.training
    assert not any(parameter.requires_grad for parameter in model.parameters())
    for name, value in model.state_dict().items():
        assert value.dtype == before[name].dtype
        torch.testing.assert_close(value, before[name], rtol=0, atol=0)


@pytest.mark.filterwarnings("ignore:TF32 acceleration")
def test_the_bytes_do_not_depend_on_threads(model, figure):
    """Other ways of summing change the last digits of a float; the figure must not change."""
    threads = torch.get_num_threads()
    try:
        torch.set_num_threads(2 if threads == 1 else 1)
        with torch.backends.mkldnn.flags(enabled=False):
            assert unet_map(model, sample_flower(16)).markup() == figure.markup()
    finally:
        torch.set_num_threads(threads)


def test_data_is_plain_json(figure):
    assert json.loads(json.dumps(figure.data))["blocks"][1]["name"] == "embed_image"


def test_wrong_arguments_are_refused_with_a_sentence(model):
    with pytest.raises(ValueError, match="more than 64"):
        unet_map(model, sample_flower(96))
    with pytest.raises(TypeError, match="UNet"):
        unet_map(DiffusionModel(nn.Identity(), CosineSchedule()))
