"""The data behind chapter 12's figures."""

import pytest

from ddimlib import metrics, plots
from ddimlib.plots import phones


def row(network: str, kind: str, flower: int, colour: int) -> dict:
    shares = {"flower": flower, "colour": colour}
    found = {name: metrics.share(hits, 20)._asdict() for name, hits in shares.items()}
    return {"network": network, "kind": kind} | found


def test_every_network_has_its_share_and_its_interval_in_the_panel_of_the_kind():
    rows = [row("words", "never", 5, 10), row("bag", "never", 0, 20), row("words", "seen", 1, 2)]
    rows.append(row("bag", "seen", 3, 4))
    kinds = {"never": "never photographed", "seen": "trained on"}
    figure = plots.right_shares(rows, kinds, ["flower", "colour"])
    first, second = figure.axes
    assert (first.get_title("left") or first.get_title()) == "never photographed"
    words, bag = first.containers
    assert list(words.lines[0].get_ydata()) == [25, 50]
    assert list(bag.lines[0].get_ydata()) == [0, 100]
    assert list(second.containers[1].lines[0].get_ydata()) == [15, 20]
    low, high = words.lines[2][0].get_segments()[0][:, 1]
    assert (low, high) == pytest.approx(
        (100 * rows[0]["flower"]["low"], 100 * rows[0]["flower"]["high"])
    )
    assert len(phones.draw_narrow(plots.right_shares, rows, kinds, ["flower", "colour"]).axes) == 2


def test_attention_is_drawn_by_word_and_place_as_time_runs_to_zero():
    looked = {
        "colour": {"in the blossom": [(0.2, 0.01), (0.4, 0.02)], "around it": [(0.1, 0.0)] * 2},
        "ground": {"in the blossom": [(0.3, 0.0)] * 2, "around it": [(0.5, 0.0)] * 2},
    }
    figure = plots.looked_at([1.0, 0.5], looked)
    colour, ground = figure.axes
    assert [list(c.lines[0].get_ydata()) for c in colour.containers] == [[20, 40], [10, 10]]
    assert list(ground.containers[1].lines[0].get_ydata()) == [50, 50]
    left, right = colour.get_xlim()
    assert left > right
    bottom, top = ground.get_ylim()
    assert bottom == 0 and top > 50  # nothing is cut, though the first word has less
