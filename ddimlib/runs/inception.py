"""Inception-v3 up to its pooled features: what KID and FID are measured on, where it can be had.

Szegedy et al. (2015), in the two trainings that are in use, told apart by their classifier:

- ``"fid"`` (1,008 classes): the network of Heusel et al. (2017), on which published FIDs are
  measured. Its average pools do not count the padding, and its last pool is a maximum.
- ``"imagenet"`` (1,000 classes): torchvision's classifier. The reference that this book re-creates
  measures KID on its features, and its Keras ancestor on those of such a classifier.

Distances on one are not distances on the other. Parameters have torchvision's names, so that both
files load as they are.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from jaxtyping import Float
from torch import Tensor, nn

from ddimlib.data import data_folder
from ddimlib.data.downloads import RemoteFile, fetch

IMAGE_SIZE = 299
FEATURES = 2048

FID_WEIGHTS = RemoteFile(
    "pt_inception-2015-12-05-6726825d.pth",
    "6726825d0af5f729cebd5821db510b11b1cfad8faad88a03f1befd49fb9129b2",
    (
        "https://github.com/mseitzer/pytorch-fid/releases/download/fid_weights/"
        "pt_inception-2015-12-05-6726825d.pth",
        "https://github.com/toshas/torch-fidelity/releases/download/v0.2.0/"
        "weights-inception-2015-12-05-6726825d.pth",
    ),
    "sha256",
)
IMAGENET_WEIGHTS = RemoteFile(
    "inception_v3_google-0cc3c7bd.pth",
    "0cc3c7bd",  # PyTorch names its files by the first digits of their SHA-256
    ("https://download.pytorch.org/models/inception_v3_google-0cc3c7bd.pth",),
    "sha256",
)
WEIGHTS = {"fid": FID_WEIGHTS, "imagenet": IMAGENET_WEIGHTS}
CLASSES = {1008: "fid", 1000: "imagenet"}


class Convolution(nn.Module):
    """Convolution, batch normalisation, ReLU; padded to keep the size unless it strides."""

    def __init__(self, inputs: int, outputs: int, kernel: int | tuple[int, int], stride: int = 1):
        super().__init__()
        height, width = (kernel, kernel) if isinstance(kernel, int) else kernel
        padding = (height // 2, width // 2) if stride == 1 else (0, 0)
        self.conv = nn.Conv2d(inputs, outputs, (height, width), stride, padding, bias=False)
        self.bn = nn.BatchNorm2d(outputs, eps=0.001)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.bn(self.conv(x)))


# A layer of a branch: (name, outputs, kernel[, stride]). A list of layers in a branch is a fork:
# all see the same input and their outputs are joined.
Layer = tuple[Any, ...]
Branch = Sequence[Layer | list[Layer]]


class Mixed(nn.Module):
    """Branches of convolutions side by side, and one that pools; their outputs are joined."""

    def __init__(self, inputs: int, branches: Sequence[Branch], pool: str, pool_outputs: int = 0):
        super().__init__()
        self.pool, self.has_pool_layer = pool, pool_outputs > 0
        self.paths: list[list[list[str]]] = []
        self.outputs = pool_outputs or inputs
        for branch in branches:
            width = inputs
            path: list[list[str]] = []
            for step in branch:
                fork = step if isinstance(step, list) else [step]
                for name, outputs, *rest in fork:
                    self.add_module(f"branch{name}", Convolution(width, outputs, *rest))
                path.append([f"branch{layer[0]}" for layer in fork])
                width = sum(layer[1] for layer in fork)
            self.paths.append(path)
            self.outputs += width
        if self.has_pool_layer:
            self.branch_pool = Convolution(inputs, pool_outputs, 1)

    def forward(self, x: Tensor) -> Tensor:
        outputs = []
        for path in self.paths:
            y = x
            for fork in path:
                y = torch.cat([self.get_submodule(name)(y) for name in fork], 1)
            outputs.append(y)
        pooled = POOLS[self.pool](x)
        outputs.append(self.branch_pool(pooled) if self.has_pool_layer else pooled)
        return torch.cat(outputs, 1)


POOLS: dict[str, Callable[[Tensor], Tensor]] = {
    "mean": lambda x: F.avg_pool2d(x, 3, stride=1, padding=1),
    "mean without padding": lambda x: F.avg_pool2d(
        x, 3, stride=1, padding=1, count_include_pad=False
    ),
    "maximum": lambda x: F.max_pool2d(x, 3, stride=1, padding=1),
    "halve": lambda x: F.max_pool2d(x, 3, stride=2),
}


def _stage_a(inputs: int, pool: str, pool_outputs: int) -> Mixed:
    small = [("5x5_1", 48, 1), ("5x5_2", 64, 5)]
    double = [("3x3dbl_1", 64, 1), ("3x3dbl_2", 96, 3), ("3x3dbl_3", 96, 3)]
    return Mixed(inputs, [[("1x1", 64, 1)], small, double], pool, pool_outputs)


def _stage_b(inputs: int) -> Mixed:
    double = [("3x3dbl_1", 64, 1), ("3x3dbl_2", 96, 3), ("3x3dbl_3", 96, 3, 2)]
    return Mixed(inputs, [[("3x3", 384, 3, 2)], double], "halve")


def _stage_c(inputs: int, pool: str, c: int) -> Mixed:
    single = [("7x7_1", c, 1), ("7x7_2", c, (1, 7)), ("7x7_3", 192, (7, 1))]
    double = [("7x7dbl_1", c, 1), ("7x7dbl_2", c, (7, 1)), ("7x7dbl_3", c, (1, 7))]
    last = [("7x7dbl_4", c, (7, 1)), ("7x7dbl_5", 192, (1, 7))]
    return Mixed(inputs, [[("1x1", 192, 1)], single, [*double, *last]], pool, 192)


def _stage_d(inputs: int) -> Mixed:
    single = [("3x3_1", 192, 1), ("3x3_2", 320, 3, 2)]
    double = [("7x7x3_1", 192, 1), ("7x7x3_2", 192, (1, 7)), ("7x7x3_3", 192, (7, 1))]
    return Mixed(inputs, [single, [*double, ("7x7x3_4", 192, 3, 2)]], "halve")


def _stage_e(inputs: int, pool: str) -> Mixed:
    single: Branch = [("3x3_1", 384, 1), [("3x3_2a", 384, (1, 3)), ("3x3_2b", 384, (3, 1))]]
    double = [("3x3dbl_1", 448, 1), ("3x3dbl_2", 384, 3)]
    fork = [("3x3dbl_3a", 384, (1, 3)), ("3x3dbl_3b", 384, (3, 1))]
    return Mixed(inputs, [[("1x1", 320, 1)], single, [*double, fork]], pool, 192)


class InceptionFeatures(nn.Module):
    """Pictures in [0, 1], ``(n, 3, height, width)``, to pooled features ``(n, 2048)``."""

    def __init__(self, variant: str = "fid"):
        super().__init__()
        self.variant = variant
        pool, last_pool = ("mean without padding", "maximum") if variant == "fid" else ["mean"] * 2
        self.Conv2d_1a_3x3 = Convolution(3, 32, 3, stride=2)
        self.Conv2d_2a_3x3 = Convolution(32, 32, 3)
        self.Conv2d_2a_3x3.conv.padding = (0, 0)
        self.Conv2d_2b_3x3 = Convolution(32, 64, 3)
        self.Conv2d_3b_1x1 = Convolution(64, 80, 1)
        self.Conv2d_4a_3x3 = Convolution(80, 192, 3)
        self.Conv2d_4a_3x3.conv.padding = (0, 0)
        self.Mixed_5b = _stage_a(192, pool, 32)
        self.Mixed_5c = _stage_a(256, pool, 64)
        self.Mixed_5d = _stage_a(288, pool, 64)
        self.Mixed_6a = _stage_b(288)
        self.Mixed_6b = _stage_c(768, pool, 128)
        self.Mixed_6c = _stage_c(768, pool, 160)
        self.Mixed_6d = _stage_c(768, pool, 160)
        self.Mixed_6e = _stage_c(768, pool, 192)
        self.Mixed_7a = _stage_d(768)
        self.Mixed_7b = _stage_e(1280, pool)
        self.Mixed_7c = _stage_e(2048, last_pool)

    @property
    def suffix(self) -> str:
        """What is added to "KID" and "FID" to name its figures."""
        return "" if self.variant == "fid" else " (ImageNet classifier)"

    def forward(self, pictures: Float[Tensor, "n 3 height width"]) -> Float[Tensor, "n 2048"]:
        x = F.interpolate(pictures, (IMAGE_SIZE, IMAGE_SIZE), mode="bilinear", antialias=True)
        x = 2 * x - 1
        for name, module in self.named_children():
            x = module(x)
            if name in ("Conv2d_2b_3x3", "Conv2d_4a_3x3"):
                x = POOLS["halve"](x)
        return x.mean(dim=(2, 3))


def inception_features(weights: str | os.PathLike[str] = "imagenet") -> InceptionFeatures:
    """Inception-v3 with trained weights, ready to use.

    Args:
        weights: "imagenet" or "fid", which is downloaded once (about 100 MB) and checked, or a
            file of either.

    Raises:
        DownloadError: when the download fails.
        FileNotFoundError: when there is no such file.
        ValueError: when the file is damaged or holds another network.
    """
    known = WEIGHTS.get(str(weights))
    path = fetch(known, data_folder() / "inception") if known else Path(weights)
    if not path.is_file():
        raise FileNotFoundError(f"there is no file {path} with the weights of Inception-v3")
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
        network = InceptionFeatures(CLASSES[len(state["fc.weight"])])
        trunk = {k: v for k, v in state.items() if not k.startswith(("fc.", "AuxLogits."))}
        network.load_state_dict(trunk)
    except (KeyError, RuntimeError, EOFError, TypeError, pickle.UnpicklingError) as error:
        raise ValueError(
            f"{path} does not hold the weights of Inception-v3 ({type(error).__name__}); give "
            f"{' or '.join(file.name for file in WEIGHTS.values())}"
        ) from error
    return network.eval().requires_grad_(False)
