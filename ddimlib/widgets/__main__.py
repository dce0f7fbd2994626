"""What the figures of the book need beside the code, made again.

python -m ddimlib.widgets record flowers32                      see ``recording``
python -m ddimlib.widgets record flowers64-blocks grow watch    some of it
python -m ddimlib.widgets plane                                 see ``plane_network``
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from ddimlib.widgets import plane_network, recording


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m ddimlib.widgets")
    commands = parser.add_subparsers(dest="command", required=True)
    record = commands.add_parser("record", help="what figures show of a recorded run")
    record.add_argument("name", help="the run, for example flowers32")
    parts = ", ".join(recording.PARTS)
    record.add_argument("parts", nargs="*", help=f"some of {parts}; all where none is named")
    commands.add_parser("plane", help="the small network of the particles, trained again")
    options = parser.parse_args(arguments)
    if options.command == "record":
        try:
            files = recording.record(options.name, options.parts or recording.PARTS)
        except (ValueError, FileNotFoundError) as error:
            parser.error(str(error))
    else:
        files = [plane_network.write()]
    for file in files:
        print(f"{file.name:15} {file.stat().st_size:>9,} bytes")


if __name__ == "__main__":
    main()
