"""Film strip: the recorded film is what the sampler did; the page measures what Python measures."""

import io
import json

import numpy as np
import pytest
import torch
from PIL import Image

from ddimlib.plots.steering import departures
from ddimlib.runs import load, recorded
from ddimlib.widgets import browser_noise, film_strip, layer, recording
from ddimlib.widgets.growing import bytes_of, grow
from tests.widgets.recorded_run import tiny_model

RUN = "flowers64"


def sheets(folder):
    """The beliefs (step, height, width, colour) and the noisy images of a recorded film."""
    believed, planes = (
        np.asarray(Image.open(folder / name).convert("RGB"))
        for name in ("film.webp", "film-noisy.webp")
    )
    side = believed.shape[1] // recording.FILM_COLUMNS
    seen = np.stack(np.split(planes[..., 0], 3), axis=2)

    def pictures(sheet):
        rows = sheet.reshape(-1, side, recording.FILM_COLUMNS, side, 3).swapaxes(1, 2)
        return rows.reshape(-1, side, side, 3)

    return pictures(believed), pictures(seen)


def apart(picture, patch=8):
    """Its means over patches, and what is left of it."""
    side = len(picture) // patch
    broad = picture.astype(float).reshape(side, patch, side, patch, 3).mean((1, 3))
    return broad, picture - broad.repeat(patch, 0).repeat(patch, 1)


def rms(values):
    return np.sqrt((values**2).mean())


def distances(pictures):
    broad, fine = apart(pictures[-1])
    return [
        (
            rms(apart(picture)[0] - broad) / rms(broad - broad.mean((0, 1))),
            rms(apart(picture)[1] - fine) / rms(fine),
        )
        for picture in pictures
    ]


def test_the_film_holds_what_the_network_saw_and_believed_at_each_step(tmp_path):
    model = tiny_model()
    recording.record_film(model, tmp_path)
    believed, seen = sheets(tmp_path)
    about = json.loads((tmp_path / "film.json").read_text(encoding="utf-8"))
    assert len(believed) == len(seen) == about["steps"]
    noisy = torch.from_numpy(browser_noise(about["seed"], (1, 3, 16, 16)))
    for i, step in enumerate(grow(model, about["seed"], about["steps"])):
        images = bytes_of(model, torch.cat([step.prediction.image, noisy])).numpy()
        np.testing.assert_array_equal(believed[i], images[0])
        assert np.corrcoef(seen[i].ravel(), images[1].ravel())[0, 1] > 0.75
        noisy = step.noisy


def test_the_page_measures_distances_as_python_does(run_javascript):
    generator = np.random.default_rng(0)
    pictures = generator.integers(0, 255, (3, 16, 16, 3))
    theirs = run_javascript(
        "film_measures.js",
        "distances(data, 16).map(({ broad, fine }) => [broad, fine])",
        [picture.ravel().tolist() for picture in pictures],
    )
    np.testing.assert_allclose(theirs, distances(pictures), atol=1e-9)
    assert theirs[-1] == [0, 0]
    # One even colour, the mean of the last picture, is as far away as that one varies.
    even = np.broadcast_to(pictures[-1].mean((0, 1)), pictures[-1].shape)
    (one, _) = run_javascript(
        "film_measures.js",
        "distances(data, 16).map(({ broad, fine }) => [broad, fine])",
        [even.ravel().tolist(), pictures[-1].ravel().tolist()],
    )
    np.testing.assert_allclose(one, [1, 1])


@pytest.mark.parametrize(
    ("values", "first"), [([0.9, 0.2, 0.3, 0.1, 0], 3), ([0, 0, 0], 0), ([1, 0.25], 1)]
)
def test_settled_is_what_stays_within_the_bound(run_javascript, values, first):
    assert run_javascript("film_measures.js", "settledFrom(data, 0.25)", values) == first


def test_a_change_is_bright_where_colours_differ(run_javascript):
    before, after = [10, 20, 30, 40, 50, 60], [10, 20, 30, 40, 80, 60]
    grey = run_javascript("film_measures.js", "change(data[0], data[1])", [before, after])
    assert grey == [0, round(255 * (4 * 30 / 3 / 255) ** 0.5)]


def test_the_page_measures_departures_as_the_chapter_does(run_javascript):
    generator = np.random.default_rng(0)
    pictures = generator.integers(0, 255, (2, 8, 8, 3))
    ours = departures(
        *(
            torch.tensor(p / 255, dtype=torch.float32).permute(2, 0, 1).expand(2, 3, 8, 8)
            for p in pictures
        )
    )
    theirs = run_javascript(
        "departures.js", "departure(data[0], data[1], 8)", [p.ravel().tolist() for p in pictures]
    )
    for name, (value, _) in ours.items():
        assert abs(theirs[name]) == pytest.approx(abs(value), abs=1e-5)
    back = run_javascript(
        "departures.js", "departure(data[1], data[0], 8)", [p.ravel().tolist() for p in pictures]
    )
    assert back["brightness"] == pytest.approx(-theirs["brightness"])
    assert back["contrast"] == pytest.approx(1 / theirs["contrast"])


def test_in_the_book_s_film_broad_colours_are_settled_long_before_the_edges(run_javascript):
    """What chapter 7 says of the figure."""
    believed, _ = sheets(recorded.path(RUN))
    broad, fine = run_javascript(
        "film_measures.js",
        "['broad', 'fine'].map((kind) =>"
        " settledFrom(distances(data, 64).map((each) => each[kind]), 0.25) + 1)",
        [picture.ravel().tolist() for picture in believed],
    )
    assert broad + 4 <= fine


@pytest.mark.slow
def test_with_fresh_noise_the_same_seed_settles_later_on_another_flower():
    """What chapter 7 says of η in the figure."""
    model = load(RUN)

    def film(eta):
        steps = grow(model, recording.FILM_SEED, recording.GROW_STEPS, eta=eta)
        return [bytes_of(model, step.prediction.image)[0].numpy() for step in steps]

    def settled(pictures):
        off = np.array(distances(pictures)) > 0.25
        return [len(column) - column[::-1].argmax() for column in off.T]

    without, with_fresh = film(0.0), film(1.0)
    assert (np.array(settled(without)) + 2 <= settled(with_fresh)).all()
    assert distances([with_fresh[-1], without[-1]])[0][0] > 0.5


def test_the_figure_is_within_its_budget_and_holds_the_beliefs_once():
    figure = film_strip(RUN)
    assert figure.bytes < layer.SIZE_BUDGET
    assert figure.markup().count("image/webp") == 2
    assert figure.markup() == film_strip(RUN).markup()
    picture = Image.open(io.BytesIO((recorded.path(RUN) / "film.webp").read_bytes()))
    assert picture.size == (640, 128)
