"""Every work has a label of its own, the same in pages and in docstrings."""

import re
from collections import Counter
from pathlib import Path

from pybtex.database import Entry, parse_file

ROOT = Path(__file__).resolve().parents[2]
BIBLIOGRAPHY = ROOT / "book" / "references.bib"
ENTRIES = parse_file(str(BIBLIOGRAPHY)).entries

CITED = re.compile(r"\b([A-Z][\w-]+(?: et al\.| and [A-Z][\w-]+)?),?\s+\(?((?:19|20)\d\d[a-z]?)\b")


def authors(entry: Entry) -> str:
    """As sphinxcontrib-bibtex prints them: up to two names, or the first "et al."."""
    names = [" ".join(p.prelast_names + p.last_names) for p in entry.persons["author"]]
    return f"{names[0]} et al." if len(names) > 2 else " and ".join(names)


def test_no_two_works_print_alike() -> None:
    labels = Counter((authors(entry), entry.fields["year"]) for entry in ENTRIES.values())
    assert [label for label, count in labels.items() if count > 1] == []


def test_keys_are_listed_in_order_and_hold_the_year_that_is_printed() -> None:
    head = BIBLIOGRAPHY.read_text(encoding="utf-8").split("\n\n")[0]
    listed = re.findall(r"\b[a-z]+\d{4}[a-z0-9]+", head)
    assert listed == sorted(ENTRIES) == list(ENTRIES)
    wrong = [key for key, entry in ENTRIES.items() if entry.fields["year"][:4] not in key]
    assert wrong == []


def test_docstrings_cite_with_the_label_that_pages_print() -> None:
    years: dict[str, set[str]] = {}
    for entry in ENTRIES.values():
        years.setdefault(authors(entry), set()).add(entry.fields["year"])
    wrong = []
    for path in sorted((ROOT / "ddimlib").rglob("*.py")) + sorted((ROOT / "tests").rglob("*.py")):
        if path == Path(__file__):
            continue
        text = re.sub(r"\n\s*#?\s*", " ", path.read_text(encoding="utf-8"))
        for name, year in CITED.findall(text):
            if year not in years.get(name, {year}):
                wrong.append(f"{path.relative_to(ROOT)}: {name} ({year})")
    assert wrong == []
