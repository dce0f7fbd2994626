"""Solver error at 5, 10 and 20 network evaluations: ours against those of diffusers.

    python benchmarks/solver_error.py            print the table
    python benchmarks/solver_error.py --record   and store it for chapter 8

Both sides get the same exact denoiser (a mixture of three Gaussians under the linear schedule),
the same noise and the same number of evaluations, and both sides may choose: every scheduler
and option below is tried on one set of noises, and the best of each side is then measured on
another set. The error is the mean distance from the exact end point of the ODE: at t = 0 for
ours, and for a diffusers scheduler at t = 0 or at no noise at all, whichever is kinder to it.

diffusers is installed into an environment of its own, which sees this one's PyTorch.
"""

import argparse
import itertools
import json
import math
import os
import subprocess
import sys
import tempfile
import venv
import warnings
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ddimlib import samplers  # noqa: E402
from ddimlib.diffusion import Prediction  # noqa: E402
from ddimlib.runs.logbook import environment  # noqa: E402
from ddimlib.schedules import LinearSchedule, LogSNRSchedule, Schedule  # noqa: E402
from ddimlib.toy import GaussianMixture, exact_end_point  # noqa: E402

BUDGETS = (5, 10, 20)
MIXTURE = GaussianMixture([[1.0, 0.0], [-1.0, 1.0], [0.0, -1.5]], 0.3)
SCHEDULE = LinearSchedule()
RECORD = ROOT / "book" / "results" / "solver-error" / "table.json"


class Problem:
    """Noises and where the ODE leads from them: at t = 0, and where no noise is left."""

    def __init__(self, seed: int, count: int = 128) -> None:
        generator = torch.Generator().manual_seed(seed)
        self.noise = torch.randn(count, 2, generator=generator).double()
        self.end = exact_end_point(MIXTURE.denoiser(SCHEDULE), SCHEDULE, self.noise, tolerance=1e-9)
        bottom = SCHEDULE.log_snr(torch.ones(1, dtype=torch.float64)).item()
        clean = LogSNRSchedule(start=40.0, end=bottom)
        self.clean = exact_end_point(MIXTURE.denoiser(clean), clean, self.noise, tolerance=1e-9)


class Fixed(Schedule):
    """One noise level at every time, for denoising at a level that a scheduler names."""

    def __init__(self, ratio: float) -> None:
        self.log = -2 * math.log(ratio)

    def _log_snr(self, t: Tensor) -> Tensor:
        return torch.full_like(t, self.log)

    def _time(self, log_snr: Tensor) -> Tensor:
        return torch.zeros_like(log_snr)


def predict(noisy: Tensor, ratio: float) -> Prediction:
    """The exact prediction at a given noise / signal."""
    return MIXTURE.denoiser(Fixed(ratio))(noisy, torch.tensor(0.0))


# --- Theirs -------------------------------------------------------------------------------------


def their_schedulers() -> Iterator[tuple[str, type, dict[str, Any]]]:
    import diffusers

    spacings = [{"timestep_spacing": name} for name in ("linspace", "leading", "trailing")]
    sigmas = [{f"use_{name}_sigmas": True} for name in ("karras", "exponential", "beta")]
    lambdas = [{"use_lu_lambdas": True}]
    ends = [{"final_sigmas_type": name} for name in ("zero", "sigma_min")]
    orders = [{"solver_order": order} for order in (1, 2, 3)]
    low = [{"lower_order_final": value} for value in (True, False)]

    def grid(*axes: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [dict(itertools.chain(*map(dict.items, one))) for one in itertools.product(*axes)]

    parts = [
        ("DDIMScheduler", grid(spacings, [{"set_alpha_to_one": v} for v in (True, False)])),
        ("PNDMScheduler", grid(spacings, [{"set_alpha_to_one": v} for v in (True, False)])),
        ("EulerDiscreteScheduler", grid(spacings + sigmas)),
        ("HeunDiscreteScheduler", grid(spacings + sigmas)),
        ("LMSDiscreteScheduler", grid(spacings + sigmas)),
        ("DEISMultistepScheduler", grid(spacings + sigmas, orders, low)),
        ("DPMSolverSinglestepScheduler", grid([{}, *sigmas], ends)),
        (
            "DPMSolverMultistepScheduler",
            grid(
                spacings + sigmas + lambdas,
                orders,
                low,
                [
                    {"algorithm_type": "dpmsolver++", **ends[0]},
                    {"algorithm_type": "dpmsolver++", **ends[1]},
                    {"algorithm_type": "dpmsolver", **ends[1]},
                ],
            ),
        ),
        (
            "UniPCMultistepScheduler",
            grid(
                spacings + sigmas,
                orders,
                ends,
                [{"solver_type": name} for name in ("bh1", "bh2")],
                [{"predict_x0": value} for value in (True, False)],
            ),
        ),
    ]
    for name, options in parts:
        for option in options:
            yield name, getattr(diffusers, name), option


def run_theirs(kind: type, options: dict[str, Any], budget: int, noise: Tensor) -> Tensor | None:
    """The end point of a diffusers scheduler, or None where it cannot stay in the budget."""
    scheduler = kind(
        num_train_timesteps=1000, beta_start=1e-4, beta_end=0.02, beta_schedule="linear",
        **({"clip_sample": False} if kind.__name__ == "DDIMScheduler" else {}),
        **({"skip_prk_steps": True} if kind.__name__ == "PNDMScheduler" else {}),
        **options,
    )  # fmt: skip
    steps = {"HeunDiscreteScheduler": (budget + 1) // 2, "PNDMScheduler": budget - 1}
    scheduler.set_timesteps(steps.get(kind.__name__, budget))
    if len(scheduler.timesteps) > budget:
        return None
    # Some work on x / signal; what they scale their start by tells.
    scaled = float(scheduler.init_noise_sigma) > 1.5
    x = noise * float(scheduler.sigmas[0] ** 2 + 1) ** 0.5 if scaled else noise
    for i, t in enumerate(scheduler.timesteps):
        if hasattr(scheduler, "sigmas"):
            index = i if scheduler.step_index is None else scheduler.step_index
            ratio = float(scheduler.sigmas[index])
        else:
            alpha_bar = scheduler.alphas_cumprod[int(t)].double()
            ratio = float(((1 - alpha_bar) / alpha_bar).sqrt())
        noisy = x / math.sqrt(1 + ratio**2) if scaled else x
        x = scheduler.step(predict(noisy, ratio).noise, t, x, return_dict=False)[0].double()
    return x


# --- Ours ---------------------------------------------------------------------------------------


def our_samplers() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name, method and options; "rho" is taken out for the Karras spacing."""
    spacings = [{"times": "uniform"}, {"times": "log_snr"}]
    spacings += [{"times": "karras", "rho": rho} for rho in (3.0, 7.0, 15.0)]
    for spacing in spacings:
        for method in ("ddim", "heun", "dpm_solver_pp"):
            yield method, method, spacing
        for order, quantity, coordinate, method in itertools.product(
            (2, 3, 4),
            samplers.QUANTITIES,
            samplers.COORDINATES,
            ("multistep", "corrected_multistep"),
        ):
            options = {"order": order, "quantity": quantity, "coordinate": coordinate}
            yield method, method, options | spacing


def run_ours(method: str, options: dict[str, Any], budget: int, noise: Tensor) -> Tensor:
    options = dict(options)
    rho = options.pop("rho", None)
    steps = (budget + 1) // 2 if method == "heun" else budget
    if rho is not None:
        options["times"] = samplers.karras_times(SCHEDULE, steps, rho)
    for step in samplers.SAMPLERS[method](
        MIXTURE.denoiser(SCHEDULE), SCHEDULE, noise, steps, **options
    ):
        end = step.noisy
    return end


# --- The comparison -----------------------------------------------------------------------------


def best_by_family(
    candidates: list[tuple[str, Any, dict[str, Any]]],
    run: Callable[[Any, dict[str, Any], int, Tensor], Tensor | None],
    budget: int,
    chosen_on: Problem,
    measured_on: Problem,
) -> dict[str, dict[str, Any]]:
    """For each family its best options on one set of noises, and their error on the other.

    The best family comes first, by its error on the set that it was chosen on: the other set only
    measures.
    """
    best: dict[str, tuple[float, Any, dict[str, Any], str]] = {}
    for family, kind, options in candidates:
        try:
            end = run(kind, options, budget, chosen_on.noise)
        except (ValueError, NotImplementedError, IndexError):
            continue  # a combination that the scheduler refuses
        if end is None:
            continue
        for name, target in (("t = 0", chosen_on.end), ("clean", chosen_on.clean)):
            error = (end - target).norm(dim=1).mean().item()
            if error == error and (family not in best or error < best[family][0]):
                best[family] = (error, kind, options, name)
    found = {}
    for family, (error, kind, options, name) in best.items():
        end = run(kind, options, budget, measured_on.noise)
        target = measured_on.end if name == "t = 0" else measured_on.clean
        errors = (end - target).norm(dim=1)
        found[family] = {
            "errors": errors,
            "error": errors.mean().item(),
            "standard_error": standard_error(errors),
            "error_when_chosen": error,
            "options": options,
        }
    return dict(sorted(found.items(), key=lambda item: item[1]["error_when_chosen"]))


def standard_error(values: Tensor) -> float:
    return values.std().item() / len(values) ** 0.5


def lead(rows: dict[str, dict[str, dict[str, Any]]]) -> dict[str, Any]:
    """By how much the best of ours ends closer than the best of diffusers, noise by noise."""
    names = {side: next(iter(families)) for side, families in rows.items()}
    ours, theirs = (rows[side][name]["errors"] for side, name in names.items())
    closer = theirs - ours
    return names | {"closer": closer.mean().item(), "standard_error": standard_error(closer)}


def ddim_difference(noise: Tensor) -> float:
    """How far ``ddim`` with equal times ends from the DDIMScheduler, in single precision."""
    import diffusers

    scheduler = diffusers.DDIMScheduler(
        num_train_timesteps=1000, beta_start=1e-4, beta_end=0.02, clip_sample=False,
        set_alpha_to_one=False, timestep_spacing="leading",
    )  # fmt: skip
    scheduler.set_timesteps(20)
    indices = scheduler.timesteps  # 950, 900, … 0
    denoise = MIXTURE.denoiser(SCHEDULE)
    x = noise.float()
    for step in samplers.ddim(denoise, SCHEDULE, x, len(indices) - 1, times=indices.double() / 999):
        ours = step.noisy
    for now in indices[:-1]:
        x = scheduler.step(denoise(x, now / 999).noise, int(now), x).prev_sample
    return (ours - x).abs().max().item()


def compare(record: bool) -> None:
    import diffusers

    diffusers.logging.set_verbosity_error()
    warnings.filterwarnings("ignore")
    chosen_on, measured_on = Problem(seed=0), Problem(seed=1)
    theirs, ours = list(their_schedulers()), list(our_samplers())
    table: dict[str, Any] = {
        "diffusers": diffusers.__version__,
        "environment": environment(torch.device("cpu"), torch.float64, processes=1),
        "tried": {"ours": len(ours), "diffusers": len(theirs)},
        "ddim_difference": ddim_difference(measured_on.noise),
        "budgets": {},
        "lead": {},
    }
    print(f"{len(ours)} settings of ours, {len(theirs)} of diffusers {diffusers.__version__}")
    print(f"ddim - DDIMScheduler, equal times, float32: {table['ddim_difference']:.1e} at most")
    for budget in BUDGETS:
        rows = {
            "ours": best_by_family(ours, run_ours, budget, chosen_on, measured_on),
            "diffusers": best_by_family(theirs, run_theirs, budget, chosen_on, measured_on),
        }
        table["lead"][str(budget)] = ahead = lead(rows)
        table["budgets"][str(budget)] = rows
        print(f"\n{budget} evaluations, {ahead}")
        for side, families in rows.items():
            for family, row in families.items():
                del row["errors"]  # a record of means is enough
                error = f"{row['error']:.5f} ± {row['standard_error']:.5f}"
                print(f"  {side:10s}{family:30s}{error}  {row['options']}")
    if record:
        RECORD.parent.mkdir(parents=True, exist_ok=True)
        RECORD.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
        print(f"\nrecorded in {RECORD.relative_to(ROOT)}")


def inside_own_environment(arguments: list[str], version: str) -> int:
    """Run this script again where diffusers is, with PyTorch from here."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts" if os.name == "nt" else "bin") / "python"
        here = [path for path in sys.path if path.endswith("site-packages")]
        show = "import sysconfig; print(sysconfig.get_path('purelib'))"
        there = subprocess.run([python, "-c", show], check=True, capture_output=True, text=True)
        (Path(there.stdout.strip()) / "parent.pth").write_text("\n".join(here), encoding="utf-8")
        install = [python, "-m", "pip", "install", "--quiet", f"diffusers{version}"]
        subprocess.run(install, check=True)
        return subprocess.run([python, __file__, *arguments], check=False).returncode


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--record", action="store_true", help="store the table for chapter 8")
    parser.add_argument("--version", default="", help='of diffusers, e.g. "==0.42.1"; else newest')
    options = parser.parse_args()
    if find_spec("diffusers") is None:
        return inside_own_environment(sys.argv[1:], options.version)
    compare(options.record)
    return 0


if __name__ == "__main__":
    sys.exit(main())
