"""What benchmarks of chapters 9 and 12 share: parts that are measured and recorded one by one."""

import time
from collections.abc import Callable, Sequence
from typing import Any

from ddimlib.runs import checkpoints, recorded

About = Callable[[str], dict[str, Any]]


def measure(
    parts: Sequence[str], found: About, config: About, environment: About, record: str | None
) -> None:
    """Measure parts; each is recorded as soon as it is there.

    Args:
        parts: their names.
        found: what a part finds.
        config: what decided it.
        environment: where it was measured, and the command.
        record: the folder below ``book/results/``, or None to record nothing.
    """
    # Before the first part is recorded, which changes the checkout.
    environments = {name: environment(name) for name in parts}
    for name in parts:
        print(name, flush=True)
        started = time.process_time()
        result = {
            "config": config(name),
            **found(name),
            "processor_seconds": round(time.process_time() - started, 1),
            "environment": environments[name],
        }
        if record is not None:
            checkpoints.write_json(recorded.new(record) / f"{name}.json", result)
            print(f"  recorded in book/results/{record}/{name}.json", flush=True)
