"""The ONNX file computes what the network computes."""

import copy
import json

import numpy as np
import pytest
import torch

from ddimlib.diffusion import DiffusionModel
from ddimlib.runs import leaps
from ddimlib.samplers import sample, seeded_noise
from ddimlib.schedules import CosineSchedule
from ddimlib.unet import UNet
from ddimlib.words import WordUNet

onnx = pytest.importorskip("onnx", reason="export needs onnx: pip install 'ddimlib[export]'")
onnxruntime = pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")

from ddimlib.runs.export import _pad, export_onnx, load_onnx, main, padded_length, version  # noqa: E402
from tests.wordy import word_model  # noqa: E402

MEAN = torch.tensor([0.5, 0.4, 0.3])
VARIANCES = (0.0013, 0.1, 0.5, 0.9996)


def trained_like(network: UNet) -> DiffusionModel:
    """A model none of whose parameters and running statistics has its starting value."""
    generator = torch.Generator().manual_seed(0)
    for parameter in network.parameters():
        if parameter.ndim < 4 or not parameter.any():
            torch.nn.init.normal_(parameter, std=0.3, generator=generator)
    for name, buffer in network.named_buffers():
        if name.endswith(("running_mean", "running_var")):
            buffer.uniform_(0.5, 1.5, generator=generator)
    model = DiffusionModel(network, CosineSchedule(), mean=MEAN, std=0.25)
    model.image_size = 16
    return model.eval().requires_grad_(False)


NETWORKS = {
    "plain": {},
    "group and attention": {"norm": "group", "attention_levels": (2,)},
    "conditioned blocks": {"condition_blocks": True},
}


@pytest.fixture(scope="module", params=NETWORKS.values(), ids=NETWORKS.keys())
def model(request):
    torch.manual_seed(0)
    return trained_like(UNet(widths=(8, 16), embedding_dim=8, classes=5, **request.param))


@pytest.fixture(scope="module")
def exported(model, tmp_path_factory):
    folder = tmp_path_factory.mktemp("onnx")
    paths = {half: folder / f"{half}.onnx" for half in (False, True)}
    return {half: export_onnx(model, path, half=half) for half, path in paths.items()}


@pytest.mark.parametrize(("half", "tolerance"), [(False, 1e-4), (True, 1e-2)])
@pytest.mark.slow
def test_the_file_predicts_what_the_network_predicts(model, exported, half, tolerance):
    network = load_onnx(exported[half])
    noisy = seeded_noise([1, 2, 3], (3, 16, 16))
    for variance in VARIANCES:
        for labels in (None, torch.tensor([0, 4, 5])):
            ours = model.network(noisy, torch.tensor([variance]), labels)
            theirs = network(noisy, torch.tensor([variance]), labels)
            assert ours.std() > 0.05
            torch.testing.assert_close(theirs, ours, rtol=0, atol=tolerance)


@pytest.mark.slow
def test_it_grows_the_same_picture(model, exported):
    noise = seeded_noise([7], (3, 16, 16))
    ours = model.to_pictures(sample(model.denoise, model.schedule, noise, steps=5))
    network, model.network = model.network, load_onnx(exported[False])
    theirs = model.to_pictures(sample(model.denoise, model.schedule, noise, steps=5))
    model.network = network
    torch.testing.assert_close(theirs, ours, rtol=0, atol=1e-4)


def test_noise_level_and_class_both_reach_the_prediction(exported):
    network = load_onnx(exported[True])
    noisy = seeded_noise([1], (3, 16, 16))
    one = network(noisy, torch.tensor([0.3]), torch.tensor([1]))
    assert not torch.allclose(one, network(noisy, torch.tensor([0.301]), torch.tensor([1])))
    assert not torch.allclose(one, network(noisy, torch.tensor([0.3]), torch.tensor([2])))
    none = network(noisy, torch.tensor([0.3]))
    assert torch.equal(none, network(noisy, torch.tensor([0.3]), torch.tensor([5])))


def test_a_network_without_classes_has_no_label(tmp_path):
    torch.manual_seed(0)
    model = trained_like(UNet(widths=(8,), block_depth=1, embedding_dim=8))
    path = export_onnx(model, tmp_path / "plain.onnx", half=False)
    assert [entry.name for entry in onnx.load(path).graph.input] == ["noisy", "noise_variance"]
    noisy = seeded_noise([1], (3, 16, 16))
    ours, theirs = (n(noisy, torch.tensor([0.3])) for n in (model.network, load_onnx(path)))
    torch.testing.assert_close(theirs, ours, rtol=0, atol=1e-4)


@pytest.mark.slow
@pytest.mark.parametrize("levels", [(1, 2), ()])
def test_a_network_that_hears_words_takes_them_as_numbers_and_says_where_it_looked(
    tmp_path, levels
):
    model = word_model(levels)
    path = export_onnx(model, tmp_path / "words.onnx", half=False)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    outputs = [entry.name for entry in session.get_outputs()]
    assert outputs == (["prediction", "looks"] if levels else ["prediction"])
    noisy = seeded_noise([1], (3, 16, 16))
    for text in ("", "a red rose on a dark ground", "a dark rose"):
        tokens = model.network.vocabulary.tokens([text])
        ours = model.network.hear(noisy, torch.tensor([0.3]), tokens)
        inputs = {
            "noisy": noisy.numpy(),
            "noise_variance": np.array([0.3], dtype=np.float32),
            "tokens": tokens.numpy(),
        }
        theirs = session.run(None, inputs)
        assert ours.std() > 0.05
        np.testing.assert_allclose(theirs[0], ours.numpy(), rtol=0, atol=1e-4)
        if levels:
            looked = model.network.where_it_looked().numpy()
            np.testing.assert_allclose(theirs[1], looked, rtol=0, atol=1e-5)
    assert torch.backends.mha.get_fastpath_enabled()
    about = session.get_modelmeta().custom_metadata_map
    assert json.loads(about["words"]) == model.network.vocabulary.words
    assert json.loads(about["length"]) == model.network.vocabulary.length
    assert not json.loads(about["class_names"])  # thousands of captions, which nobody asks by


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["words", "mean-flow"])
def test_the_length_of_a_full_network_of_a_later_chapter_is_known(tmp_path, kind):
    plain = DiffusionModel(UNet(classes=90, condition_blocks=True), CosineSchedule())
    names = tuple(f"flower {i}" for i in range(90))
    model: DiffusionModel = leaps.make("mean-flow", plain, plain.network)
    if kind == "words":
        said = [f"a {name} on a {ground} ground" for name in names for ground in range(20)]
        model.network = WordUNet(plain.network, names, said, levels=(1, 2, 3, 4))
        model.class_names = tuple(said)
    path = export_onnx(model, tmp_path / "full.onnx", size=32, length=padded_length(model))
    assert path.stat().st_size == padded_length(model)


@pytest.mark.slow
def test_the_reference_network_weighs_less_than_eight_megabytes(tmp_path):
    model = DiffusionModel(UNet(classes=102), CosineSchedule())
    path = export_onnx(model, tmp_path / "grow.onnx", size=32)
    assert 7_000_000 < path.stat().st_size < 8_000_000


def test_the_file_says_what_a_sampler_must_know(model, exported):
    about = {
        entry.key: json.loads(entry.value) for entry in onnx.load(exported[True]).metadata_props
    }
    assert about["size"] == 16
    assert about["classes"] == 5
    assert about["target"] == "noise"
    assert about["mean"] == pytest.approx(MEAN.tolist())


@pytest.mark.parametrize("extra", [*range(8), 120, 126, *range(127, 136), *range(16380, 16396)])
def test_a_file_can_have_any_length_from_its_own_on(extra):
    """The comment's length is written in a byte or more: both sides of a power of 128."""
    file = onnx.ModelProto(producer_name="pytorch", ir_version=8)
    length = file.ByteSize() + extra
    _pad(file, length)
    assert len(file.SerializeToString()) == length


@pytest.mark.slow
def test_a_padded_file_has_the_length_that_was_known_before(model, exported, tmp_path):
    length = padded_length(model)
    path = export_onnx(model, tmp_path / "padded.onnx", length=length)
    assert exported[True].stat().st_size < path.stat().st_size == length
    noisy = seeded_noise([1], (3, 16, 16))
    ours, theirs = (load_onnx(file)(noisy, torch.tensor([0.3])) for file in (exported[True], path))
    torch.testing.assert_close(theirs, ours, rtol=0, atol=0)
    with pytest.raises(ValueError, match=r"is to take 1,000: raise ROOM"):
        export_onnx(model, tmp_path / "short.onnx", length=1000)


@pytest.mark.slow
def test_a_version_is_of_the_weights_alone(model):
    before = version(model)
    assert len(before) == 16
    assert version(copy.deepcopy(model)) == before
    kept = [
        name for name, tensor in model.network.state_dict().items() if tensor.is_floating_point()
    ]
    for name in kept:  # learnt numbers, and the statistics of norms
        other = copy.deepcopy(model)
        other.network.state_dict()[name].add_(1e-3)
        assert version(other) != before, name


def test_exporting_leaves_the_model_as_it_was(tmp_path):
    model = DiffusionModel(UNet(widths=(8,), embedding_dim=8), CosineSchedule()).train()
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    export_onnx(model, tmp_path / "a.onnx", size=8)
    assert model.network.training
    assert all(torch.equal(tensor, before[name]) for name, tensor in model.state_dict().items())


def test_what_cannot_be_exported_is_refused_with_a_sentence(tmp_path):
    network = UNet(widths=(8,), embedding_dim=8)
    with pytest.raises(ValueError, match="give size="):
        export_onnx(DiffusionModel(network, CosineSchedule()), tmp_path / "a.onnx")
    with pytest.raises(TypeError, match="only a UNet"):
        export_onnx(DiffusionModel(torch.nn.Identity(), CosineSchedule()), tmp_path / "a.onnx")


def test_the_command_writes_the_file_of_a_run(tmp_path, monkeypatch, capsys):
    model = trained_like(UNet(widths=(8,), embedding_dim=8))
    monkeypatch.setattr("ddimlib.runs.store.load", lambda source: model)
    monkeypatch.chdir(tmp_path)
    main(["runs/tulips"])
    assert "tulips.onnx: " in capsys.readouterr().out
    main(["tulips", "--to", "other.onnx"])
    assert sorted(file.name for file in tmp_path.iterdir()) == ["other.onnx", "tulips.onnx"]
