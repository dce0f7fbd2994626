"""A network that leaps is loaded again as what it was trained for."""

import pytest
import torch

from ddimlib import runs
from ddimlib.distillation import (
    ConsistencyTraining,
    EndsClean,
    MeanFlow,
    ProgressiveDistillation,
    few_steps,
)
from ddimlib.runs import leaps
from ddimlib.runs.store import save_weights
from ddimlib.samplers import ddim
from tests.tiny import tiny_config

KINDS = {
    "progressive": ProgressiveDistillation,
    "consistency": ConsistencyTraining,
    "mean-flow": MeanFlow,
}


@pytest.mark.parametrize("method", leaps.METHODS)
def test_what_was_stored_leaps_the_same_way(tmp_path, method):
    config = tiny_config(tmp_path, target="velocity", class_conditional=True)
    torch.manual_seed(0)
    plain = runs.build_model(config, classes=3)
    model = leaps.make(method, plain, plain.network)
    for parameter in model.parameters():
        torch.nn.init.normal_(parameter, std=0.3)
    folder = tmp_path / "run"
    folder.mkdir()
    save_weights(model, config, ("a", "b", "c"), folder / "weights.safetensors")
    leaps.write(folder, method, [1, 2, 4])
    loaded = leaps.load(folder)
    assert isinstance(loaded, KINDS[method])
    assert (loaded.image_size, loaded.class_names) == (8, ("a", "b", "c"))
    noise, labels = torch.randn(2, 3, 8, 8), torch.tensor([2, 0])
    ends = []
    for one in (model.eval(), loaded):
        with torch.no_grad():
            *_, last = few_steps(one, noise, 2, labels, torch.Generator().manual_seed(0))
        ends.append(last.noisy)
    torch.testing.assert_close(*ends)


def test_a_run_without_a_method_is_loaded_as_any_run(tmp_path):
    config = tiny_config(tmp_path)
    folder = tmp_path / "run"
    folder.mkdir()
    save_weights(runs.build_model(config), config, (), folder / "weights.safetensors")
    assert leaps.read(folder) is None
    assert not isinstance(leaps.load(folder), tuple(KINDS.values()))


def test_after_reflow_it_goes_one_to_four_steps_of_ddim_along_its_line(tmp_path):
    config = tiny_config(tmp_path, target="flow", schedule="rectified_flow")
    torch.manual_seed(0)
    folder = tmp_path / "run"
    folder.mkdir()
    model = runs.build_model(config)
    save_weights(model, config, (), folder / "weights.safetensors")
    leaps.write(folder, leaps.REFLOW, [1, 2, 3, 4])
    loaded, noise = leaps.load(folder), torch.randn(1, 3, 8, 8)
    with torch.no_grad():
        *_, last = few_steps(loaded, noise, 3)
        schedule = EndsClean(loaded.schedule)
        *_, expected = ddim(loaded.denoise, schedule, noise, steps=3)
    torch.testing.assert_close(last.noisy, expected.noisy)


def test_an_unknown_method_is_refused(tmp_path):
    plain = runs.build_model(tiny_config(tmp_path))
    with pytest.raises(ValueError, match="unknown method 'jump': choose one of consistency"):
        leaps.make("jump", plain, plain.network)
