"""What the figures of the book need beside the code, made again.

python -m ddimlib.widgets record flowers32                      see ``recording``
python -m ddimlib.widgets record flowers64-blocks grow film watch   some of it
python -m ddimlib.widgets plane                                 see ``plane_network``
python -m ddimlib.widgets first                                 see ``first_flowers``
python -m ddimlib.widgets lie                                   see ``lie``
python -m ddimlib.widgets schedule                              see ``draw_a_schedule``
python -m ddimlib.widgets race                                  see ``race``
python -m ddimlib.widgets field                                 see ``field_of_view``
python -m ddimlib.widgets train                                 see ``train_a_model``
python -m ddimlib.widgets guess                                 see ``guess_the_flower``
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from ddimlib.widgets import plane_network, recording
from ddimlib.widgets.draw_a_schedule import record as record_ten_steps
from ddimlib.widgets.field_of_view import record as record_field
from ddimlib.widgets.first_flowers import RUN
from ddimlib.widgets.first_flowers import record as record_first
from ddimlib.widgets.guess_the_flower import record as record_guess
from ddimlib.widgets.lie import record as record_lie
from ddimlib.widgets.race import record as record_race
from ddimlib.widgets.train_a_model import record as record_training


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m ddimlib.widgets")
    commands = parser.add_subparsers(dest="command", required=True)
    record = commands.add_parser("record", help="what figures show of a recorded run")
    record.add_argument("name", help="the run, for example flowers32")
    parts = ", ".join(recording.PARTS)
    record.add_argument("parts", nargs="*", help=f"some of {parts}; all where none is named")
    commands.add_parser("plane", help="the small network of the particles, trained again")
    first = commands.add_parser("first", help="the flowers of the first page, grown again")
    first.add_argument("--run", default=RUN, help="a run that knows its classes")
    commands.add_parser("lie", help="what the network answers when it is told another noise level")
    commands.add_parser("schedule", help="a flower in ten steps under each of four schedules")
    commands.add_parser("race", help="six solvers race over eight noises at equal evaluations")
    commands.add_parser("field", help="from how far away the answer for one pixel comes")
    commands.add_parser("train", help="the still picture of a training in the page")
    commands.add_parser("guess", help="the eight flowers to guess from, painted again")
    options = parser.parse_args(arguments)
    if options.command == "record":
        try:
            files = recording.record(options.name, options.parts or recording.PARTS)
        except (ValueError, FileNotFoundError) as error:
            parser.error(str(error))
    elif options.command == "first":
        files = record_first(options.run)
    elif options.command == "lie":
        files = record_lie()
    elif options.command == "schedule":
        files = record_ten_steps()
    elif options.command == "race":
        files = record_race()
    elif options.command == "field":
        files = record_field()
    elif options.command == "train":
        files = record_training()
    elif options.command == "guess":
        files = [record_guess()]
    else:
        files = [plane_network.write()]
    for file in files:
        print(f"{file.name:15} {file.stat().st_size:>9,} bytes")


if __name__ == "__main__":
    main()
