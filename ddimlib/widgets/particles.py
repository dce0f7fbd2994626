"""Particles (chapters 1 and 8): points carried from noise to data by a network in the page."""

from __future__ import annotations

import torch

from ddimlib.checks import check_name
from ddimlib.samplers import ddim
from ddimlib.widgets.layer import Figure
from ddimlib.widgets.noise import browser_noise
from ddimlib.widgets.plane_network import SCHEDULE, load_plane, recorded_plane
from ddimlib.widgets.stills import Still

SOLVERS = ("ddim", "ddpm", "heun", "dpm_solver_pp")


def particles(
    solver: str = "ddim",
    *,
    steps: int = 20,
    count: int = 2000,
    seed: int = 7,
    simple: bool = False,
) -> Figure:
    """Watch points flow from noise to a flower in the plane; choose solver, steps, η; drag one.

    Args:
        solver: which it opens with, one of "ddim", "ddpm", "heun", "dpm_solver_pp".
        steps: the number of steps it opens with, 1 to 50.
        count: how many particles, up to 5000.
        seed: of their noise.
        simple: without the choice of solver and of η, for readers who do not know them yet.

    Raises:
        ValueError: for an unknown solver, or numbers out of range.
    """
    check_name(solver, SOLVERS, "solver")
    if not 1 <= steps <= 50:
        raise ValueError(f"steps must be from 1 to 50, got {steps}")
    if not 1 <= count <= 5000:
        raise ValueError(f"count must be from 1 to 5000, got {count}")
    return Figure(
        "particles",
        {
            "network": recorded_plane(),
            "schedule": SCHEDULE,
            "solver": solver,
            "steps": steps,
            "count": count,
            "seed": seed,
            "handle": [-1.7, 1.5],
            **({"simple": True} if simple else {}),
        },
        label="Particles carried from noise to data",
        caption=(
            "Press Play. Every dot starts as noise (t = 1) and is carried to the data, grey, by a "
            "small network whose weights are in this page. Drag the ring to start one particle "
            "elsewhere. "
            + (
                "Take fewer steps, and see what becomes of the flower."
                if simple
                else "Take fewer steps, or another solver, and see where the paths bend; raise η "
                "and they tremble."
            )
        ),
        still=_still(seed),
    )


def _still(seed: int) -> str:
    """Four moments of 400 particles, to a twentieth of a unit, so that no machine differs."""
    model = load_plane()
    noise = torch.from_numpy(browser_noise(seed, (2, 400))).T.contiguous().double()
    model.double()
    moments = {1.0: noise}
    for step in ddim(model.denoise, model.schedule, noise, 20):
        moments[round(step.time, 3)] = step.noisy
    still = Still(640, 190, "Four moments of particles on their way from noise to a flower")
    for column, t in enumerate((1.0, 0.5, 0.2, 0.0)):
        still.text(160 * column + 78, 14, f"t = {t:g}", anchor="middle")
        places = moments[t].clamp(-3, 3).tolist()
        still.dots([(160 * column + 78 + round(25 * x), 105 - round(25 * y)) for x, y in places])
    return still.to_svg()
