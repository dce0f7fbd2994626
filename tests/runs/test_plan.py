"""What is said of a run beforehand: without a download, without a trace."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch

from ddimlib import runs
from ddimlib.runs import checkpoints, recorded
from ddimlib.runs.plan import plan, saved_storages
from tests.tiny import tiny_config


def small_config(folder: Path, **changes: object) -> runs.TrainConfig:
    return tiny_config(folder, image_size=16, sample_steps=1, **changes)


def test_a_collection_is_not_fetched_to_be_counted(tmp_path, monkeypatch):
    def offline(*_: object) -> None:
        raise AssertionError("it was fetched")

    monkeypatch.setattr("ddimlib.data.oxford.fetch", offline)
    root = tmp_path / "root"
    config = small_config(
        tmp_path, dataset="flowers102", data_root=str(root), class_conditional=True
    )
    shown = plan(config, timed_steps=1)
    assert "flowers102: 6,551 pictures of 16x16, 5 MiB (as published: they are not fe" in shown
    assert "13,102 images in 1,638 steps of 8" in shown
    assert not root.exists()

    entry = root / "decoded" / "flowers102-16-0123456789abcdef"
    entry.mkdir(parents=True)
    (entry / "entry.json").touch()
    assert "as published" not in plan(config, timed_steps=1)


def test_what_the_run_would_refuse_the_plan_refuses(tmp_path):
    path = tmp_path / "plain.npz"
    np.savez(path, images=np.zeros((10, 16, 16, 3), np.uint8))
    with pytest.raises(ValueError, match="class_conditional needs class labels"):
        plan(small_config(tmp_path, dataset=str(path), class_conditional=True))
    with pytest.raises(FileNotFoundError, match=r"there is no folder or \.npz file"):
        plan(small_config(tmp_path, dataset=str(tmp_path / "nowhere")))


@pytest.mark.slow
def test_the_plan_knows_the_folder_and_the_weights_to_start_from(tmp_path):
    config = small_config(tmp_path, epochs=1)
    assert plan(config, timed_steps=1).endswith(f"folder      {config.folder}")
    runs.train(config, progress=False)
    more = dataclasses.replace(config, epochs=2)
    assert plan(more, timed_steps=1).endswith(f"{config.folder}, goes on after epoch 1")
    with pytest.raises(ValueError, match="holds a run with other settings"):
        plan(dataclasses.replace(more, seed=1))
    begun = dataclasses.replace(config, folder=str(tmp_path / "new"), start=config.folder)
    plan(begun, timed_steps=1)
    with pytest.raises(ValueError, match="predicts the noise, this run the image"):
        plan(dataclasses.replace(begun, target="image"))
    with pytest.raises(FileNotFoundError, match="there is nothing at no/run"):
        plan(dataclasses.replace(begun, start="no/run"))
    assert not (tmp_path / "new").exists()


def test_weights_to_start_from_are_not_fetched_for_a_plan(tmp_path, monkeypatch):
    def offline(*_: object) -> None:
        raise AssertionError("they were fetched")

    monkeypatch.setattr("ddimlib.data.downloads.fetch", offline)
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path / "results",))
    monkeypatch.setenv("DDIMLIB_DATA", str(tmp_path / "data"))
    far = tmp_path / "results" / "far"
    checkpoints.write_json(far / "weights.json", {"sha256": "0" * 64})
    checkpoints.write_json(far / "config.json", {"target": "noise"})
    config = small_config(tmp_path, start="far")
    shown = plan(config, timed_steps=1)
    assert "start       far, whose weights are not here: the run fetches them" in shown
    with pytest.raises(ValueError, match="far predicts the noise, this run the image"):
        plan(dataclasses.replace(config, target="image"))
    with pytest.raises(FileNotFoundError, match="there is no recorded run 'farther'"):
        plan(dataclasses.replace(config, start="farther"))


def test_what_is_saved_for_the_way_back_is_counted_once():
    x = torch.ones(100, requires_grad=True)
    with saved_storages() as saved:
        y = x.exp()  # saves its result, 400 bytes
        z = y.view(10, 10).square()  # saves the same numbers, seen as a square
        z.exp().sum().backward()  # saves its result, another 400 bytes
    assert sum(saved.values()) == 800


def test_memory_grows_with_the_batch_by_its_activations(tmp_path):
    def activations(batch_size: int) -> float:
        shown = plan(small_config(tmp_path, batch_size=batch_size), timed_steps=1)
        line = next(line for line in shown.splitlines() if line.startswith("memory"))
        return float(line.split("at least ")[1].split(" MiB of activations")[0])

    assert activations(32) == pytest.approx(4 * activations(8), rel=0.2)
