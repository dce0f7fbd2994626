"""The track's notebook with gaps, made from the one with solutions.

    python book/make_gaps.py           write book/build-ddim.ipynb
    python book/make_gaps.py --check   say whether it is what would be written

`book/build-ddim-solved.ipynb` is the source; `make track` runs it and calls this. Between the lines
`### BEGIN SOLUTION` and `### END SOLUTION`, nbgrader's markers, stands what a reader is to write.
The cells carry nbgrader's metadata, so that `nbgrader generate_assignment` makes the same from it.
"""

import re
import sys
from copy import deepcopy
from pathlib import Path

import nbformat
import setup_cell

BOOK = Path(__file__).resolve().parent
SOLVED = BOOK / "build-ddim-solved.ipynb"
GAPS = BOOK / "build-ddim.ipynb"

SOLUTION = re.compile(r"(?ms)^( *)### BEGIN SOLUTION\n.*?### END SOLUTION")
GAP = r"\1# YOUR CODE HERE\n\1raise NotImplementedError"  # what nbgrader puts there


def gaps(solved: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook without its solutions and outputs; its title and its badge say which it is."""
    notebook = deepcopy(solved)
    # What only the page with the solutions says.
    notebook.cells = [
        cell for cell in notebook.cells if "solutions-only" not in cell.metadata.get("tags", [])
    ]
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            continue
        cell.source = SOLUTION.sub(GAP, cell.source)
        cell.outputs, cell.execution_count = [], None
    first = notebook.cells[0]
    first.source = first.source.replace("(build-ddim-solved)=", "(build-ddim)=")
    first.source = first.source.replace(": solved", "")
    first.source = first.source.replace(setup_cell.colab_url(SOLVED), setup_cell.colab_url(GAPS))
    return notebook


def main() -> None:
    text = nbformat.writes(gaps(nbformat.read(SOLVED, as_version=4))) + "\n"
    if "--check" not in sys.argv[1:]:
        GAPS.write_text(text, encoding="utf-8")
    elif GAPS.read_text(encoding="utf-8") != text:
        sys.exit(f"{GAPS.name} is not what {SOLVED.name} gives: run python book/make_gaps.py")


if __name__ == "__main__":
    main()
