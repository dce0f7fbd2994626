"""What the recorded networks of chapter 11 are worth: whoever records them anew must not do worse."""

import pytest

from ddimlib.runs import recorded

#: Mean absolute errors of noise and image on the photographs held back.
ERRORS = {
    ("reference64", "second_"): (0.155, 0.255),  # the average beside the training
    ("flowers64", ""): (0.1516, 0.2376),  # what its forerunner flowers64-blocks had
}
#: KID-F by steps on the earlier classifier, on which the forerunner was measured, too; and the share
#: of the flowers of a named class that it recognises.
FORERUNNER = {
    "evaluation.json": {5: 0.322, 20: 0.211},
    "evaluation-classes.json": {5: 0.176, 20: 0.086},
    "evaluation-classes-guided-3.json": {20: 0.076},
}
RECOGNISED = 0.742


@pytest.mark.parametrize(("run", "which"), ERRORS)
def test_errors_on_photographs_held_back(run, which):
    last = recorded.metrics(run)[-1]
    noise, image = (last[f"{which}validation_{one}_mae"] for one in ("noise", "image"))
    most_noise, most_image = ERRORS[run, which]
    assert noise < most_noise
    assert image < most_image


@pytest.mark.parametrize("file", FORERUNNER)
def test_flowers64_is_nearer_to_photographs_than_its_forerunner_was(file):
    found = recorded.read_json("flowers64", f"on-classifier32/{file}")
    assert "classifier32" in found["environment"]["command"]
    kid = {row["steps"]: row["KID-F"]["mean"] for row in found["by_steps"]}
    assert set(kid) == set(FORERUNNER[file])
    for steps, before in FORERUNNER[file].items():
        assert kid[steps] < before
    if found["guidance"] > 1:
        assert found["by_steps"][-1]["class_accuracy"]["top1"] > RECOGNISED
