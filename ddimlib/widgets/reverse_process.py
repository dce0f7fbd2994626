"""Reverse process (chapter 7): a flower comes out of noise, for several steps and η."""

from __future__ import annotations

from ddimlib.widgets.layer import Figure
from ddimlib.widgets.recording import check_contract, read_recording, read_sheets
from ddimlib.widgets.stills import Still


def reverse_process(run: str = "flowers32", *, steps: int = 10, eta: float = 0.0) -> Figure:
    """Play the steps: noisy and predicted image; choose how many steps, and η.

    Args:
        run: a recorded run for which ``python -m ddimlib.widgets record`` was called.
        steps, eta: what it opens with, one of those that were recorded.

    Raises:
        FileNotFoundError: where the run or its recording is missing.
        ValueError: for steps and η that were not recorded.
    """
    about = check_contract(read_recording(run, "reverse"))
    runs = [(entry["steps"], entry["eta"]) for entry in about["runs"]]
    if (steps, eta) not in runs:
        known = ", ".join(f"({n}, {share:g})" for n, share in runs)
        raise ValueError(f"steps and eta must be one of {known}, got ({steps}, {eta})")
    size = about["size"]
    predicted, noisy = read_sheets(run, "reverse", "noisy")

    # The sheet of predicted images is in the page once: the still picture shows it, and the
    # moving one reads it from there.
    still = Still(720, 30 + 32 * len(runs), "The predicted image at every step, a row a run")
    still.text(0, 14, "Steps, η", bold=True)
    still.text(80, 14, "The predicted image at each step")
    for row, (length, share) in enumerate(runs):
        still.text(0, 44 + 32 * row, f"{length}, {share:g}")
    still.file(predicted, 80, 24, 32 * about["columns"], 32 * len(runs))

    data = {name: about[name] for name in ("size", "seed", "mean", "std", "schedule", "runs")}
    return Figure(
        "reverse",
        {**data, "noisy": noisy, "open": runs.index((steps, eta))},
        label="The reverse process, step by step",
        caption=(
            "Press Play, or move through the steps. Left: the noisy image, which the sampler "
            "carries along. Right: what the network takes the image to be. All runs start from "
            f"the same noise, in {size} × {size} pixels. Change the number of steps, and then η: "
            "which of the two changes the flower more?"
        ),
        still=still.to_svg(),
    )
