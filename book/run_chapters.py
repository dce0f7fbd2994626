"""Run chapters from top to bottom and store their outputs: what `make notebooks` calls.

    python book/run_chapters.py book/03-schedules.ipynb …

Only what the chapter says is stored: no clock times, no state of widgets, no version of Python, no
script of a moving figure, and what a cell prints in one piece. So running a chapter again on the
same machine changes nothing.
A chapter that fails is left as it was.
"""

import os
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError
from setup_cell import insert

SECONDS_A_CELL = 600


def run(chapter: Path) -> None:
    """Run one chapter in its own folder and write it with its new outputs.

    Raises:
        CellExecutionError, CellTimeoutError: when a cell fails, or takes ten minutes.
    """
    insert(chapter)
    notebook = nbformat.read(chapter, as_version=4)
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=SECONDS_A_CELL,
        record_timing=False,
        store_widget_state=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(chapter.parent)}},
    )
    client.execute()
    notebook.metadata.language_info = {"name": "python"}
    nbformat.write(notebook, chapter)


def main() -> None:
    os.environ["DDIMLIB_STILLS"] = "1"  # for the kernels: what they show is to be stored
    failed = []
    for chapter in map(Path, sys.argv[1:]):
        started = time.perf_counter()
        try:
            run(chapter)
        except (CellExecutionError, CellTimeoutError) as error:
            failed.append(chapter.name)
            print(f"{chapter.name}: failed\n{error}", file=sys.stderr)
        else:
            print(f"{chapter.name}: {time.perf_counter() - started:.0f} s", flush=True)
    if failed:
        sys.exit(f"These chapters failed and were left as they were: {', '.join(failed)}")


if __name__ == "__main__":
    main()
