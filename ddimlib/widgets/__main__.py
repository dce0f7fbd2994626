"""What the figures of the book need beside the code, made again.

python -m ddimlib.widgets record flowers32                      see ``recording``
python -m ddimlib.widgets record flowers64 grow film              some of it
python -m ddimlib.widgets plane                                 see ``plane_network``
python -m ddimlib.widgets first                                 see ``first_flowers``
python -m ddimlib.widgets flowers                               see ``every_flower``
python -m ddimlib.widgets lie                                   see ``lie``
python -m ddimlib.widgets schedule                              see ``draw_a_schedule``
python -m ddimlib.widgets race                                  see ``race``
python -m ddimlib.widgets field                                 see ``field_of_view``
python -m ddimlib.widgets train                                 see ``train_a_model``
python -m ddimlib.widgets guess                                 see ``guess_the_flower``
python -m ddimlib.widgets ask                                   see ``ask_in_words``
python -m ddimlib.widgets follow                                see ``follow_the_noise``
"""

from __future__ import annotations

import argparse
import inspect
from collections.abc import Callable, Sequence
from pathlib import Path

from ddimlib.runs import recorded
from ddimlib.widgets import plane_network, recording
from ddimlib.widgets.ask_in_words import record as record_asking
from ddimlib.widgets.draw_a_schedule import record as record_ten_steps
from ddimlib.widgets.every_flower import record as record_flowers
from ddimlib.widgets.field_of_view import record as record_field
from ddimlib.widgets.first_flowers import record as record_first
from ddimlib.widgets.follow_the_noise import record as record_follow
from ddimlib.widgets.guess_the_flower import record as record_guess
from ddimlib.widgets.lie import record as record_lie
from ddimlib.widgets.race import record as record_race
from ddimlib.widgets.train_a_model import record as record_training

COMMANDS: dict[str, tuple[Callable[..., Path | list[Path]], str]] = {
    "plane": (plane_network.write, "the small network of the particles, trained again"),
    "first": (record_first, "the flowers of the first page, grown again"),
    "flowers": (record_flowers, "a flower of each class, grown again"),
    "lie": (record_lie, "what the network answers when it is told another noise level"),
    "schedule": (record_ten_steps, "a flower in ten steps under each of four schedules"),
    "race": (record_race, "six solvers race over 24 noises at equal evaluations"),
    "field": (record_field, "from how far away the answer for one pixel comes"),
    "train": (record_training, "the still picture of a training in the page"),
    "ask": (record_asking, "the network that hears words, and a picture that was asked for"),
    "follow": (record_follow, "a few-step network, and its flowers on a square of noises"),
    "guess": (record_guess, "the eight flowers to guess from, painted again"),
}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m ddimlib.widgets")
    commands = parser.add_subparsers(dest="command", required=True)
    record = commands.add_parser("record", help="what figures show of a recorded run")
    record.add_argument("name", help="the run, for example flowers32")
    parts = ", ".join(recording.PARTS)
    record.add_argument("parts", nargs="*", help=f"some of {parts}; all where none is named")
    for name, (make, help) in COMMANDS.items():
        command = commands.add_parser(name, help=help)
        run = inspect.signature(make).parameters.get("run")
        if run:
            command.add_argument("--run", default=run.default, help="(default: %(default)s)")
    options = parser.parse_args(arguments)
    try:
        recorded.new("")  # before the work: nothing is written into an installed library
    except OSError as error:
        parser.error(str(error))
    if options.command == "record":
        try:
            files = recording.record(options.name, options.parts or recording.PARTS)
        except (ValueError, OSError) as error:
            parser.error(str(error))
    else:
        given = {"run": options.run} if hasattr(options, "run") else {}
        made = COMMANDS[options.command][0](**given)
        files = made if isinstance(made, list) else [made]
    for file in files:
        print(f"{file.name:15} {file.stat().st_size:>9,} bytes")


if __name__ == "__main__":
    main()
