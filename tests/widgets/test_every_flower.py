"""Chapter 11's last page: the flower of a class is the one that "Grow a flower" grows."""

import io

import numpy as np
import pytest
from PIL import Image

from ddimlib import runs
from ddimlib.runs import recorded
from ddimlib.widgets import every_flower
from ddimlib.widgets.every_flower import COLUMNS, RUN, STEPS
from ddimlib.widgets.growing import GUIDANCE, INTERVAL, bytes_of, grow
from ddimlib.widgets.layer import SIZE_BUDGET
from ddimlib.widgets.recording import read_recording


@pytest.mark.slow
def test_each_flower_is_what_the_page_grows_of_its_class_and_seed() -> None:
    model = runs.load(RUN)
    about = read_recording(RUN, "flowers")
    assert about["names"] == list(model.class_names)
    size = about["size"]
    content = (recorded.path(RUN) / "flowers.webp").read_bytes()
    sheet = np.asarray(Image.open(io.BytesIO(content)).convert("RGB")).astype(float)
    number = about["names"].index("sunflower")
    *_, last = grow(
        model, number, STEPS, label=number, guidance=GUIDANCE, interval=INTERVAL
    )  # fmt: skip
    grown = bytes_of(model, last.prediction.image).numpy()[0].astype(float)
    apart = {}
    for one in (number, number + 1):
        row, column = divmod(one, COLUMNS)
        place = sheet[size * row : size * (row + 1), size * column : size * (column + 1)]
        apart[one] = np.abs(place - grown).mean()
    assert apart[number] < 6  # the compression
    assert apart[number + 1] > 30


def test_the_figure_holds_its_sheet_once_and_names_every_class() -> None:
    figure = every_flower()
    assert figure.bytes < SIZE_BUDGET
    assert figure.to_html().count("image/webp") == 1
    assert len(figure.data["names"]) == 90


def test_a_run_without_a_recording_is_refused_with_what_to_do() -> None:
    with pytest.raises(FileNotFoundError, match="flowers"):
        every_flower("flowers32")
