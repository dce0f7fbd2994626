"""The figures of chapter 12: what was asked for and came, and where words are looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from . import phones
from .style import CYCLE, LINE_STYLES, MARKERS, TEXT_WIDTH

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@phones.for_phones
def right_shares(
    rows: Sequence[Mapping[str, Any]], kinds: Mapping[str, str], measures: Sequence[str]
) -> Figure:
    """Shares with their intervals, a panel for each kind of prompt, a mark for each network.

    Args:
        rows: each has "network", "kind" and, by measure, "share", "low" and "high".
        kinds: the titles of the panels by kind.
        measures: from left to right.
    """
    import matplotlib.pyplot as plt

    figure, panels = phones.panels(1, len(kinds), (TEXT_WIDTH, 3.0), sharey=True, squeeze=False)
    plt.close(figure)
    networks = list(dict.fromkeys(row["network"] for row in rows))
    for axes, (kind, title) in zip(panels[0], kinds.items(), strict=True):
        for i, network in enumerate(networks):
            (row,) = (r for r in rows if (r["network"], r["kind"]) == (network, kind))
            found = [row[measure] for measure in measures]
            shares = [100 * one["share"] for one in found]
            errors = [
                [100 * (one["share"] - one["low"]) for one in found],
                [100 * (one["high"] - one["share"]) for one in found],
            ]
            apart = 0.2 * (i - (len(networks) - 1) / 2)
            places = [place + apart for place in range(len(measures))]
            axes.errorbar(
                places, shares, errors, color=CYCLE[i], marker=MARKERS[i], linestyle="none",
                label=network, capsize=2, elinewidth=1.2,
            )  # fmt: skip
        axes.set_xticks(range(len(measures)), list(measures))
        axes.set(title=title, ylim=(0, 100), xlim=(-0.5, len(measures) - 0.5))
    panels[0, 0].set_ylabel("right, in %")
    panels[0, 0].legend(fontsize=8)
    return figure


@phones.for_phones
def looked_at(
    times: Sequence[float], looked: Mapping[str, Mapping[str, Sequence[Sequence[float]]]]
) -> Figure:
    """How much attention words have over the steps, a panel a word, a line for each place.

    Args:
        times: of the steps.
        looked: by word and by place, for each step the mean share and its standard error.
    """
    import matplotlib.pyplot as plt

    figure, panels = phones.panels(1, len(looked), (TEXT_WIDTH, 2.9), sharey=True, squeeze=False)
    plt.close(figure)
    for axes, (word, places) in zip(panels[0], looked.items(), strict=True):
        for i, (place, values) in enumerate(places.items()):
            means, errors = ([100 * one[k] for one in values] for k in (0, 1))
            axes.errorbar(
                times, means, errors, color=CYCLE[i], linestyle=LINE_STYLES[i],
                marker=MARKERS[i], markersize=3, label=place,
            )  # fmt: skip
        axes.set(title=word, xlabel="time t", xlim=(1.03, 0))
    panels[0, 0].set_ylim(bottom=0)  # after all of them: this ends their common scaling
    panels[0, 0].set_ylabel("share of the attention, in %")
    panels[0, 0].legend(fontsize=8)
    return figure
