"""What the recorded networks of chapter 11 are worth: who records them anew must not do worse."""

import pytest

from ddimlib.runs import recorded

#: Mean absolute errors of noise and image on the photographs held back.
MOST = {
    ("reference64", "second_"): (0.155, 0.255),  # the average beside the training
    ("flowers64", ""): (0.1516, 0.2376),  # what flowers64-blocks had, its forerunner
}


@pytest.mark.parametrize(("run", "which"), MOST)
def test_errors_on_photographs_held_back(run, which):
    last = recorded.metrics(run)[-1]
    noise, image = (last[f"{which}validation_{one}_mae"] for one in ("noise", "image"))
    most_noise, most_image = MOST[run, which]
    assert noise <= most_noise
    assert image <= most_image
