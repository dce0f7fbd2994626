"""Chapter 14's figure: the page's arithmetic is the library's, and what it says is so."""

import base64
import json
import shutil

import numpy as np
import pytest
import torch

from ddimlib.data.photograph import sample_flower
from ddimlib.exact.patches import LinearCode
from ddimlib.runs import recorded
from ddimlib.transformer import patchify
from ddimlib.widgets import encode_bytes, what_a_latent_keeps
from ddimlib.widgets.layer import SIZE_BUDGET
from ddimlib.widgets.what_a_latent_keeps import NAME, there_and_back

ABOUT = recorded.read_json(NAME, "patches.json")
CODE = LinearCode(
    ABOUT["patch"],
    torch.tensor(ABOUT["mean"]),
    torch.tensor(ABOUT["directions"]),
    torch.tensor(ABOUT["spread"]).square(),
)
FLOWER = sample_flower(ABOUT["image_size"])
PICTURE = torch.tensor(FLOWER).permute(2, 0, 1)[None].float() / 255
PAGE = {
    "bytes": FLOWER.flatten().tolist(),
    "side": ABOUT["image_size"],
    "size": ABOUT["patch"],
    "mean": ABOUT["mean"],
    "directions": ABOUT["directions"],
    "spread": ABOUT["spread"],
}


def test_the_page_s_squares_are_the_patches_of_the_library(run_javascript) -> None:
    found = run_javascript("patches.js", "squaresOf(data.bytes, data.side, data.size)", PAGE)
    expected = patchify(PICTURE, ABOUT["patch"]).flatten()
    torch.testing.assert_close(torch.tensor(found), expected, atol=1e-6, rtol=0)


@pytest.mark.parametrize("kept", [1, 4, 17, 48])
def test_the_page_s_numbers_and_pictures_are_those_of_the_library(run_javascript, kept) -> None:
    found = run_javascript(
        "patches.js",
        "(() => { const squares = squaresOf(data.bytes, data.side, data.size);"
        " const numbers = encode(squares, data); const back = decode(numbers, data, data.kept);"
        " return { numbers, bytes: bytesOf(back, data.side, data.size), rms: rms(back, squares) };"
        " })()",
        {**PAGE, "kept": kept},
    )
    code = CODE.encode(PICTURE, 48)
    numbers = torch.tensor(found["numbers"]).reshape(256, 48)
    torch.testing.assert_close(numbers, code.flatten(2)[0].T, atol=1e-4, rtol=0)
    again = CODE.decode(code[:, :kept])
    error = (again - PICTURE).square().mean().sqrt().item()
    assert found["rms"] == pytest.approx(error, abs=1e-4)
    shown = np.array(found["bytes"]).reshape(FLOWER.shape)
    expected = (again[0].clamp(0, 1) * 255).permute(1, 2, 0).numpy()
    assert np.abs(shown - expected).max() < 0.6
    still = there_and_back(FLOWER, ABOUT, kept).astype(int)
    assert np.abs(shown - still).max() <= 1


def test_all_numbers_give_the_photograph_back_to_the_byte() -> None:
    assert np.abs(there_and_back(FLOWER, ABOUT, 48).astype(int) - FLOWER).max() <= 1


def test_a_number_that_is_moved_changes_its_square_alone(run_javascript) -> None:
    found = run_javascript(
        "patches.js",
        "(() => { const numbers = encode(squaresOf(data.bytes, data.side, data.size), data);"
        " const moved = numbers.slice(); moved[(6 * 16 + 7) * 48 + 2] += 0.3;"
        " return [numbers, moved].map("
        "(one) => bytesOf(decode(one, data, 4), data.side, data.size));"
        " })()",
        PAGE,
    )
    before, after = (np.array(one).reshape(FLOWER.shape) for one in found)
    changed = np.argwhere((before != after).any(-1))
    assert changed.min(0).tolist() >= [24, 28]
    assert changed.max(0).tolist() <= [27, 31]
    assert len(changed) > 8


def test_a_map_has_white_three_spreads_up_and_grey_where_nothing_is_kept(run_javascript) -> None:
    data = {"numbers": [3, 9, 0, 9, -1.5, 9, -3, 9], "spread": [1, 1]}
    found = run_javascript("patches.js", "codeTones(data.numbers, data.spread, 1, 2, 2, 2)", data)
    assert [found[i] for i in (0, 1, 4, 5)] == [255, 128, 64, 0]
    assert [found[i] for i in (2, 3, 6, 7)] == [128] * 4


def test_the_recorded_error_is_what_the_left_out_directions_hold() -> None:
    """On photographs held back: nearly what those of training promise, and falling."""
    error, expected = np.array(ABOUT["error"]), np.array(ABOUT["expected"])
    assert (np.diff(error) <= 0).all()
    assert np.abs(error[:40] / expected[:40] - 1).max() < 0.1
    assert error[-1] < 1e-3
    spread = np.array(ABOUT["spread"])
    left_out = np.sqrt(np.append(np.cumsum(spread[::-1] ** 2)[::-1], 0) / len(spread))
    assert np.abs(left_out - expected).max() < 1e-4


def test_the_recorded_directions_are_at_right_angles() -> None:
    torch.testing.assert_close(
        CODE.directions @ CODE.directions.T, torch.eye(48), atol=1e-3, rtol=0
    )


def test_the_figure_stays_within_its_budget_and_credits_the_photograph() -> None:
    figure = what_a_latent_keeps()
    assert figure.bytes < SIZE_BUDGET / 3
    assert "vultilion" in figure.caption
    assert figure.data["opens"] == 4
    assert figure.data["pictures"] == ABOUT["pictures"]


def test_a_learned_code_is_shown_once_it_is_recorded(tmp_path, monkeypatch) -> None:
    shutil.copytree(recorded.path(NAME), tmp_path / NAME)
    monkeypatch.setattr(recorded, "_PLACES", (tmp_path,))
    for file in ("flower.json", "table.json"):
        (tmp_path / NAME / file).unlink(missing_ok=True)
    assert what_a_latent_keeps().data["learned"] is None
    flower = {"kept": 4, "picture": encode_bytes(FLOWER), "code": "", "error": 0.05}
    (tmp_path / NAME / "flower.json").write_text(json.dumps(flower))
    table = {"runs": {"perceptual": {"rms": 0.0612345}}}
    (tmp_path / NAME / "table.json").write_text(json.dumps(table))
    learned = what_a_latent_keeps().data["learned"]
    assert learned["average"] == 0.0612
    assert base64.b64decode(learned["picture"]) == FLOWER.tobytes()


def test_four_maps_are_laid_out_in_two_rows(run_javascript) -> None:
    found = run_javascript("latent.js", "tiled(data, 2)", list(range(16)))
    assert found == [0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15]
