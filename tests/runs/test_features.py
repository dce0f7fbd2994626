"""The features behind KID and FID: Inception's, and those of our own flower classifier."""

import dataclasses
import hashlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest
import torch

from ddimlib.data import load_dataset
from ddimlib.data.downloads import DownloadError, RemoteFile
from ddimlib.runs import checkpoints, features, inception
from ddimlib.runs.features import (
    ClassifierConfig,
    FlowerClassifier,
    extract,
    flower_features,
    recognised,
)
from ddimlib.runs.inception import InceptionFeatures, inception_features


@pytest.fixture(scope="module")
def coloured(tmp_path_factory):
    """A data set of three classes that a glance tells apart: red, green and blue pictures."""
    rng = np.random.default_rng(0)
    labels = np.arange(150) % 3
    images = rng.integers(0, 90, (150, 16, 16, 3), dtype=np.uint8)
    images[np.arange(150), :, :, labels] += 150
    file = tmp_path_factory.mktemp("data") / "coloured.npz"
    np.savez(file, images=images, labels=labels, class_names=np.array(["red", "green", "blue"]))
    return file


@pytest.fixture(scope="module")
def trained(coloured, tmp_path_factory):
    config = ClassifierConfig(
        dataset=str(coloured),
        data_root=str(tmp_path_factory.mktemp("cache")),
        folder=str(tmp_path_factory.mktemp("runs") / "classifier"),
        image_size=16,
        widths=(8, 16),
        epochs=8,
        batch_size=16,
        device="cpu",
    )
    return features.train_classifier(config), config


@pytest.mark.slow
def test_the_classifier_learns_its_classes_and_records_accuracy_beside_chance(trained):
    folder, config = trained
    metrics = json.loads((folder / "metrics.json").read_text())
    assert metrics["validation"]["top1"] > 0.9
    assert 1 / 3 <= metrics["chance"] < 0.6
    assert metrics["parameters"] == sum(
        p.numel() for p in FlowerClassifier(3, (8, 16)).parameters()
    )
    assert metrics["environment"]["torch"] == torch.__version__
    text = (folder / "config.json").read_text() + (folder / "metrics.json").read_text()
    assert str(folder.parent) not in text, "a recorded file names a folder of the machine"
    assert json.loads((folder / "config.json").read_text())["epochs"] == config.epochs


def test_a_saved_classifier_gives_the_recorded_accuracy_again(trained, coloured):
    folder, config = trained
    network = flower_features(folder)
    data = features.load_dataset(str(coloured), 16, config.data_root)
    guesses = network.classify(data.validation.float() / 255).argmax(1)
    accuracy = (guesses == data.labels.validation).float().mean().item()
    recorded = json.loads((folder / "metrics.json").read_text())["validation"]["top1"]
    assert accuracy == pytest.approx(recorded)
    assert network.class_names == ("red", "green", "blue")


def test_features_of_training_pictures_have_mean_square_one(trained, coloured):
    folder, config = trained
    data = features.load_dataset(str(coloured), 16, config.data_root)
    found = extract(flower_features(folder), data.train)
    assert found.square().mean().item() == pytest.approx(1, rel=0.01)


def test_a_class_is_recognised_by_its_name_whatever_its_number(trained, coloured):
    folder, config = trained
    data = load_dataset(str(coloured), 16, config.data_root)
    network, (pictures, labels) = flower_features(folder), (data.validation, data.labels.validation)
    as_it_was = recognised(network, pictures, labels, ("red", "green", "blue"))
    other_order = recognised(network, pictures, 2 - labels, ("blue", "green", "red"))
    assert as_it_was == other_order
    assert as_it_was["top1"] > 0.9
    assert recognised(network, pictures, labels, ("green", "blue", "red"))["top1"] < 0.1
    # A class that it does not know is not counted, and where it knows none there is no number.
    assert recognised(network, pictures, labels, ("red", "green", "mauve"))["top1"] > 0.9
    assert recognised(network, pictures, labels, ("puce", "mauve", "ecru")) is None


def test_pictures_are_recognised_where_the_classifier_is():
    network = FlowerClassifier(3, (8, 16), 16).eval().to("meta")  # stands in for a GPU
    network.class_names = ("red", "green", "blue")
    pictures = torch.zeros(2, 3, 16, 16, dtype=torch.uint8)
    # All is computed there, up to the numbers, which "meta" has not.
    with pytest.raises(RuntimeError, match=r"item.* meta tensors"):
        recognised(network, pictures, torch.tensor([0, 1]), network.class_names)


def test_extract_gives_the_same_for_uint8_and_float_and_for_any_batch(trained):
    network = flower_features(trained[0])
    pictures = torch.randint(0, 256, (7, 3, 16, 16), dtype=torch.uint8)
    once = extract(network, pictures)
    torch.testing.assert_close(extract(network, pictures.float() / 255, batch_size=2), once)
    assert once.shape == (7, 16)


def test_any_callable_can_be_features():
    pictures = torch.rand(5, 3, 8, 8)
    assert torch.equal(extract(lambda p: p.mean(dim=(2, 3)), pictures), pictures.mean(dim=(2, 3)))


def test_pictures_of_another_size_are_resized_to_the_classifiers():
    network = FlowerClassifier(3, (4, 8), image_size=16).eval()
    flat = torch.full((1, 3, 16, 16), 0.3)
    torch.testing.assert_close(network(torch.full((1, 3, 64, 64), 0.3)), network(flat))


def test_augmentation_keeps_pictures_in_range_and_repeats_with_its_generator():
    pictures = torch.rand(6, 3, 16, 16)
    one, two, other = (
        features.augment(pictures, torch.Generator().manual_seed(seed)) for seed in (1, 1, 2)
    )
    assert torch.equal(one, two)
    assert not torch.equal(one, other)
    assert one.min() >= 0
    assert one.max() <= 1


def test_augmentation_moves_pictures_but_keeps_a_flat_one_flat():
    flat = torch.full((4, 3, 16, 16), 0.5)
    moved = features.augment(flat, torch.Generator().manual_seed(0))
    assert (moved.amax(dim=(2, 3)) - moved.amin(dim=(2, 3))).max() < 1e-5


def test_a_classifier_needs_labels(tmp_path):
    images = np.zeros((10, 8, 8, 3), np.uint8)
    np.savez(tmp_path / "plain.npz", images=images)
    config = ClassifierConfig(dataset=str(tmp_path / "plain.npz"), data_root=str(tmp_path))
    with pytest.raises(ValueError, match="no class labels"):
        features.train_classifier(config)


@pytest.mark.parametrize(
    ("before", "held"),
    [
        ("diffusion", "weights that are no classifier's"),
        ("settings", "a classifier that was trained with other settings"),
        ("classes", "a classifier of other classes"),
    ],
)
def test_a_classifier_overwrites_nobodys_weights(coloured, tmp_path, monkeypatch, before, held):
    config = ClassifierConfig(
        str(coloured), str(tmp_path / "cache"), str(tmp_path / "run"), 16, (4,), epochs=1
    )
    if before == "diffusion":
        tensors = {"a": torch.zeros(1)}
        checkpoints.save_tensors(tmp_path / "run" / "weights.safetensors", tensors, {"config": {}})
    else:
        features.train_classifier(config)
        features.train_classifier(config)  # the same again is allowed
    if before == "settings":
        config = dataclasses.replace(config, seed=1)
    if before == "classes":
        data = dict(np.load(coloured)) | {"class_names": np.array(["a", "b", "c"])}
        np.savez(tmp_path / coloured.name, **data)
        config = dataclasses.replace(config, dataset=str(tmp_path / coloured.name))
    weights = (tmp_path / "run" / "weights.safetensors").read_bytes()
    monkeypatch.setattr(features, "FlowerClassifier", lambda *_: pytest.fail("trained"))
    with pytest.raises(ValueError, match=f"run holds {held}, which would be overwritten: choose"):
        features.train_classifier(config)
    assert (tmp_path / "run" / "weights.safetensors").read_bytes() == weights


def tiny_classifier(coloured, tmp_path):
    return ClassifierConfig(
        str(coloured), str(tmp_path / "cache"), str(tmp_path / "run"), 16, (4,), epochs=1
    )


@pytest.mark.parametrize("name", ["config.json", "metrics.json"])
@pytest.mark.parametrize("content", ['{"epochs": 3, "flips": true}', "# not JSON"])
def test_a_classifier_overwrites_nobodys_other_files(
    coloured, tmp_path, monkeypatch, name, content
):
    kept = tmp_path / "run" / name
    kept.parent.mkdir()
    kept.write_text(content)
    monkeypatch.setattr(features, "FlowerClassifier", lambda *_: pytest.fail("trained"))
    with pytest.raises(ValueError, match=rf"run holds a {name} that no classifier has written"):
        features.train_classifier(tiny_classifier(coloured, tmp_path))
    assert kept.read_text() == content


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_classifier_that_was_interrupted_while_written_is_made_again(
    coloured, tmp_path, monkeypatch, cut
):
    config = tiny_classifier(coloured, tmp_path)
    write, written = checkpoints.write_atomically, []

    def interrupted(path, fill):
        written.append(path)
        if len(written) == cut:
            raise KeyboardInterrupt
        write(path, fill)

    with monkeypatch.context() as context:
        context.setattr(checkpoints, "write_atomically", interrupted)
        with pytest.raises(KeyboardInterrupt):
            features.train_classifier(config)
    assert not features.is_trained(config)
    features.train_classifier(config)
    assert features.is_trained(config)
    assert features.is_trained(dataclasses.replace(config, device="cpu")), "the device is no part"
    assert not features.is_trained(dataclasses.replace(config, seed=1))


def test_a_classifier_of_unknown_settings_is_kept_and_said(coloured, tmp_path, monkeypatch):
    about = {"network": {}, "class_names": ["red", "green", "blue"]}
    weights = tmp_path / "run" / "weights.safetensors"
    checkpoints.save_tensors(weights, {"a": torch.zeros(1)}, about)
    monkeypatch.setattr(features, "FlowerClassifier", lambda *_: pytest.fail("trained"))
    config = tiny_classifier(coloured, tmp_path)
    assert not features.is_trained(config)
    with pytest.raises(
        ValueError, match=r"and no config\.json, .* choose another --folder, or rem"
    ):
        features.train_classifier(config)
    assert weights.is_file()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"batch_size": 0}, "batch_size must be at least 1, got 0"),
        ({"epochs": 0}, "epochs must be at least 1, got 0"),
        ({"image_size": 0}, "image_size must be at least 8 for 4 widths, got 0"),
        ({"image_size": 4}, "image_size must be at least 8 for 4 widths, got 4"),
        ({"widths": ()}, r"widths must be one or more numbers above 0, got \(\)"),
        ({"widths": (8, 0)}, r"widths must be one or more numbers above 0, got \(8, 0\)"),
        ({"learning_rate": 0.0}, "learning_rate must be above 0, got 0.0"),
        ({"learning_rate": float("nan")}, "learning_rate must be above 0, got nan"),
        ({"weight_decay": -0.1}, "weight_decay must be at least 0, got -0.1"),
        ({"label_smoothing": 1.5}, r"label_smoothing must be in \[0, 1\], got 1.5"),
        ({"mixup": -1.0}, r"mixup must be in \[0, 1\], got -1.0"),
    ],
)
def test_settings_with_which_no_classifier_can_be_trained_are_one_sentence(wrong, message):
    with pytest.raises(ValueError, match=message):
        ClassifierConfig(**wrong)


def test_a_folder_that_cannot_be_written_is_said_before_training(coloured, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    config = ClassifierConfig(str(coloured), str(tmp_path), str(tmp_path / "file" / "run"))
    monkeypatch.setattr(features, "FlowerClassifier", lambda *_: pytest.fail("trained"))
    with pytest.raises(OSError, match=r"file/run cannot be written \(Not a directory\): choose"):
        features.train_classifier(config)


# --- Inception -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(0)
    return InceptionFeatures("fid").eval()


def test_inception_has_the_published_number_of_parameters(network):
    # torchvision's Inception-v3 without its auxiliary and last classifier: 23,834,568 in all,
    # less 1000 · (2048 + 1). Keras' count without its top is 21,802,784: the same convolutions,
    # with three numbers a channel for the normalisation where PyTorch counts two.
    parameters = {name: p.numel() for name, p in network.named_parameters()}
    assert sum(parameters.values()) == 23_834_568 - 1000 * 2049
    channels = sum(n for name, n in parameters.items() if name.endswith("bn.bias"))
    assert sum(parameters.values()) + channels == 21_802_784


def test_inception_has_torchvisions_parameter_names(network):
    names = network.state_dict()
    for name, shape in {
        "Conv2d_1a_3x3.conv.weight": (32, 3, 3, 3),
        "Conv2d_4a_3x3.bn.running_var": (192,),
        "Mixed_5b.branch5x5_2.conv.weight": (64, 48, 5, 5),
        "Mixed_5d.branch_pool.conv.weight": (64, 288, 1, 1),
        "Mixed_6a.branch3x3dbl_3.conv.weight": (96, 96, 3, 3),
        "Mixed_6c.branch7x7dbl_4.conv.weight": (160, 160, 7, 1),
        "Mixed_7a.branch7x7x3_4.conv.weight": (192, 192, 3, 3),
        "Mixed_7c.branch3x3dbl_3b.conv.weight": (384, 384, 3, 1),
        "Mixed_7c.branch_pool.bn.num_batches_tracked": (),
    }.items():
        assert tuple(names[name].shape) == shape, name
    assert len(names) == 94 * 6  # convolutions, each with a weight and five of its normalisation


def test_inception_features_are_2048_for_pictures_of_any_size(network):
    with torch.no_grad():
        assert network(torch.rand(1, 3, 32, 32)).shape == (1, 2048)


def weights_file(path, network, classes):
    """A file of the published form; every tensor repeats one number, so that it is small."""
    shapes = {name: tensor.shape for name, tensor in network.state_dict().items()}
    shapes |= {"fc.weight": (classes, 2048), "fc.bias": (classes,)}
    if classes == 1000:
        shapes["AuxLogits.conv0.conv.weight"] = (128, 768, 1, 1)
    state = {
        name: torch.tensor(float(number)).expand(shape)
        for number, (name, shape) in enumerate(shapes.items())
    }
    torch.save(state, path)
    return path


@pytest.mark.parametrize(("classes", "variant"), [(1008, "fid"), (1000, "imagenet")])
@pytest.mark.slow
def test_a_local_file_tells_by_its_classes_which_training_it_is(
    tmp_path, network, classes, variant
):
    loaded = inception_features(weights_file(tmp_path / "weights.pth", network, classes))
    assert loaded.variant == variant
    numbers = {name: number for number, name in enumerate(network.state_dict())}
    last = "Mixed_7c.branch1x1.conv.weight"
    assert (loaded.state_dict()[last] == numbers[last]).all()
    assert not loaded.training
    assert (loaded.suffix == "") == (variant == "fid")


def test_a_file_of_something_else_is_refused_with_a_sentence(tmp_path):
    torch.save({"weight": torch.zeros(3)}, tmp_path / "other.pth")
    with pytest.raises(ValueError, match="does not hold the weights of Inception-v3"):
        inception_features(tmp_path / "other.pth")
    (tmp_path / "broken.pth").write_bytes(b"not a file of weights")
    with pytest.raises(ValueError, match="does not hold the weights of Inception-v3"):
        inception_features(tmp_path / "broken.pth")


@pytest.fixture
def server():
    """A server on this machine; what it answers is in `content`, None for "not found"."""

    class Answer(BaseHTTPRequestHandler):
        content: bytes | None = None

        def do_GET(self):
            if self.content is None:
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Length", str(len(self.content)))
            self.end_headers()
            self.wfile.write(self.content)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield Answer, f"http://127.0.0.1:{running.server_port}/weights.pth"
        running.shutdown()


@pytest.fixture
def served(server, tmp_path, monkeypatch):
    """The weights are looked for on this machine's server, under the checksum of what it has."""
    answer, url = server

    def serve(content, sha256=None, digits=64):
        answer.content = content
        digest = (sha256 or hashlib.sha256(content).hexdigest())[:digits]
        file = RemoteFile("w.pth", digest, (url,), "sha256")
        monkeypatch.setattr(inception, "WEIGHTS", {"imagenet": file, "fid": file})

    monkeypatch.setenv("DDIMLIB_DATA", str(tmp_path / "cache"))
    yield serve
    # Whatever happened, no half or damaged file is left under the real name or another.
    left = [file.name for file in (tmp_path / "cache" / "inception").iterdir()]
    assert [name for name in left if not name.endswith(".lock")] in ([], ["w.pth"])


@pytest.mark.parametrize(("variant", "classes"), [("fid", 1008), ("imagenet", 1000)])
@pytest.mark.parametrize("digits", [64, 8])
@pytest.mark.slow
def test_weights_are_downloaded_once(served, server, tmp_path, network, variant, classes, digits):
    served(weights_file(tmp_path / "served.pth", network, classes).read_bytes(), digits=digits)
    inception_features(variant)
    server[0].content = None
    assert inception_features(variant).variant == variant, "the second time it is there"


@pytest.mark.parametrize("digits", [64, 8])
def test_a_damaged_download_is_removed_and_said(served, digits):
    served(b"other bytes", sha256="0" * 64, digits=digits)
    with pytest.raises(DownloadError, match="wrong checksum"):
        inception_features()


def test_a_failed_download_says_what_was_tried(served):
    served(None, sha256="0" * 64)
    with pytest.raises(DownloadError, match="404"):
        inception_features()
