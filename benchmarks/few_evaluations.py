"""How close samplers come to the flower of their noise with few evaluations of a trained network.

    python benchmarks/few_evaluations.py             print the table
    python benchmarks/few_evaluations.py --record    and store it for chapters 7 and 8

Each of 24 noises is sampled by every method, and by DPM-Solver++ with 60 evaluations as the
reference. The error of a picture is the mean absolute difference of the predicted image from the
reference's, where images have a spread of 1. All errors are stored, so that means, standard errors
and differences of pairs can be had from the record.
"""

import argparse
import json
import sys
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ddimlib import runs, samplers  # noqa: E402
from ddimlib.exact.mixture import GaussianMixture  # noqa: E402
from ddimlib.forward import add_noise  # noqa: E402
from ddimlib.runs.logbook import environment  # noqa: E402

RECORD = ROOT / "book" / "results" / "few-evaluations" / "table.json"
PICTURES = 24
REFERENCE = 60  # evaluations
LOG = {"times": "log_snr"}


def corrected_after_the_first(
    denoise: Any, schedule: Any, noise: Tensor, steps: int, *, order: int, generator: Any = None
) -> Iterator[samplers.Step]:
    """``corrected_multistep`` of noises in log-SNR, but the first step is never taken again.

    A control: is it the first step at which the corrector does harm?
    """
    times = samplers.log_snr_times(schedule, steps)
    weights = samplers.multistep_weights(schedule, times, order, "noise", "log_snr")
    again = samplers.corrector_weights(schedule, times, order, "noise", "log_snr")
    past: deque[Tensor] = deque(maxlen=order + 1)
    before = noise

    def mean(row: Tensor) -> Tensor:
        pairs = zip(row.tolist(), past, strict=False)
        return torch.stack([weight * value for weight, value in pairs]).sum(0)

    def predict(noisy: Tensor, i: int) -> samplers.Prediction:
        nonlocal before
        past.appendleft(denoise(noisy, times[i]).noise)
        here = schedule(times[i])
        if i > 1:
            better = samplers.from_noise(before, mean(again[i - 1]), schedule(times[i - 1]))
            noisy = add_noise(better.image, better.noise, here)
        before = noisy
        return samplers.from_noise(noisy, mean(weights[i]), here)

    return samplers.walk(predict, schedule, noise, times)


Way = tuple[Callable[..., Iterator[samplers.Step]], dict[str, Any]]


def ways() -> Iterator[tuple[str, int, Way]]:
    """Name, network evaluations, sampler and options."""

    def multistep(quantity: str, order: int) -> dict[str, Any]:
        return {"order": order, "quantity": quantity, "coordinate": "log_snr", **LOG}

    for quantity, order in (("image", 2), ("noise", 2), ("noise", 3)):
        options = multistep(quantity, order)
        yield f"multistep, {quantity}s, order {order}", 5, (samplers.multistep, options)
        corrected = samplers.corrected_multistep, options
        yield f"multistep, {quantity}s, order {order}, corrected", 5, corrected
    for order in (2, 3):
        control = corrected_after_the_first, {"order": order}
        name = f"multistep, noises, order {order}, corrected after the first step"
        yield name, 5, control
    for budget in (5, 10, 20):
        yield "DPM-Solver++, log-SNR steps", budget, (samplers.dpm_solver_pp, LOG)
        yield "DDIM, equal times", budget, (samplers.ddim, {})
    yield "DDIM, equal times", 2, (samplers.ddim, {})
    for budget in (5, 10):
        yield "DDIM, log-SNR steps", budget, (samplers.ddim, LOG)
        yield "Heun, log-SNR steps", budget, (samplers.heun, LOG)
    for quantity in ("image", "noise"):
        corrected = samplers.corrected_multistep, multistep(quantity, 2)
        yield f"multistep, {quantity}s, order 2, corrected", 10, corrected
    yield "Heun, equal times", 5, (samplers.heun, {})


def last_image(way: Way, denoise: Any, schedule: Any, noise: Tensor, evaluations: int) -> Tensor:
    sampler, options = way
    steps = (evaluations + 1) // 2 if sampler is samplers.heun else evaluations
    with torch.no_grad():
        *_, last = sampler(denoise, schedule, noise, steps, **options)
    return last.prediction.image


def control_on_the_plane(schedule: Any) -> dict[str, list[float]]:
    """The same control with a denoiser that makes no errors, by order: chapter 8's mixture, its
    noises and its reference."""
    mixture = GaussianMixture([[1.0, 0.0], [-1.0, 1.0], [0.0, -1.5]], 0.3)
    exact = mixture.denoiser(schedule)
    draw = torch.Generator().manual_seed(0)
    noise = torch.randn(240, 2, dtype=torch.float64, generator=draw)
    *_, end = samplers.heun(exact, schedule, noise, 150, times="log_snr")
    found = {}
    for order in (2, 3):
        *_, last = corrected_after_the_first(exact, schedule, noise, 5, order=order)
        errors = (last.noisy - end.noisy).norm(dim=1)
        found[f"{order}"] = [round(one, 4) for one in errors.tolist()]
    return found


def measure(run: str) -> dict[str, Any]:
    model = runs.load(run)
    noise = samplers.seeded_noise(range(PICTURES), (3, 32, 32))
    best = samplers.dpm_solver_pp, LOG
    reference = last_image(best, model.denoise, model.schedule, noise, REFERENCE)
    rows = []
    for name, evaluations, way in ways():
        images = last_image(way, model.denoise, model.schedule, noise, evaluations)
        errors = (images - reference).abs().mean((1, 2, 3))
        error, deviation = errors.mean().item(), errors.std().item() / PICTURES**0.5
        print(f"{evaluations:3d}  {name:62s}{error:.3f} ± {deviation:.3f}", flush=True)
        rows.append(
            {
                "method": name,
                "evaluations": evaluations,
                "errors": [round(one, 4) for one in errors.tolist()],
            }
        )
    return {
        "run": run,
        "seeds": [0, PICTURES - 1],
        "reference": f"dpm_solver_pp, log-SNR steps, {REFERENCE} evaluations",
        "rows": rows,
        "corrected_after_the_first_on_the_plane": control_on_the_plane(model.schedule),
        "environment": environment(torch.device("cpu"), torch.float32, processes=1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", default="flowers32", help="a recorded run of 32×32 pictures")
    parser.add_argument("--record", action="store_true", help="store it for chapters 7 and 8")
    options = parser.parse_args()
    table = measure(options.run)
    if options.record:
        RECORD.parent.mkdir(parents=True, exist_ok=True)
        RECORD.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
        print(f"recorded in {RECORD.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
