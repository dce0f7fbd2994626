"""One command makes all runs of chapters 12 to 14, in order, and goes on where it stopped."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.test_benchmarks import ROOT, script


@pytest.fixture(scope="module")
def beyond_all() -> object:
    return script("beyond_all")


def test_each_command_is_a_script_or_a_module_and_comes_after_what_it_needs(beyond_all) -> None:
    steps = list(beyond_all.steps(beyond_all.Settings()))
    before: set[str] = set()
    for step in steps:
        assert set(step.needs) <= before, step.name
        assert step.name not in before
        before.add(step.name)
        first, *_ = step.command()
        assert first == "-m" or (ROOT / first).is_file()
    assert {step.chapter for step in steps} == {12, 13, 14}


def test_what_a_command_is_told_its_script_knows(
    beyond_all, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each script's own parser reads the options, and nothing is made."""

    class Read(Exception):
        pass

    from argparse import ArgumentParser

    def read(parser: ArgumentParser, *_: object) -> object:
        exact(parser)
        raise Read

    exact = ArgumentParser.parse_args
    monkeypatch.setattr(ArgumentParser, "parse_args", read)
    tried = set()
    for settings in (beyond_all.Settings(), beyond_all.Settings(smoke=True)):
        for step in beyond_all.steps(settings):
            command = step.command()
            if command[0].startswith("benchmarks/"):
                limit = ["--minutes", "1"] if step.can_stop else []
                monkeypatch.setattr(sys, "argv", [*command, *limit])
                module = script(Path(command[0]).stem)
                with pytest.raises(Read):
                    module.main()
                tried.add(command[0])
    assert len(tried) == 5


def test_commands_are_made_in_order_and_a_stopped_call_goes_on(beyond_all, tmp_path: Path) -> None:
    epochs = {"b": 0}
    steps = [
        beyond_all.Step(12, "a", lambda: ["a"]),
        beyond_all.Step(12, "b", lambda: ["b"], ("a",), True, lambda: epochs["b"] >= 2),
        beyond_all.Step(13, "c", lambda: ["c"], ("b",)),
        beyond_all.Step(14, "d", lambda: ["d"]),
    ]
    marks = beyond_all.Marks(tmp_path, steps)
    made: list[list[str]] = []
    broken = {"d"}

    def run(command: Sequence[str]) -> int:
        made.append(list(command))
        if command[0] in epochs:
            epochs[command[0]] += 1
        return int(command[0] in broken)

    # "b" stops by itself before its end, and so does the call.
    assert beyond_all.make(steps, marks, 5, run, lambda: 0.0) == ["b", "c", "d"]
    assert made == [["a"], ["b", "--minutes", "5.0"]]
    made.clear()
    assert beyond_all.make(steps, marks, run=run) == ["d"]
    assert made == [["b"], ["c"], ["d"]]
    made.clear()
    broken.clear()
    assert beyond_all.make(steps, marks, run=run) == []
    assert beyond_all.make(steps, marks, run=run) == []
    assert made == [["d"]]
    # Without its mark a step is made again, and what needs it, but nothing else.
    made.clear()
    marks.file("b").unlink()
    assert beyond_all.make(steps, marks, run=run) == []
    assert made == [["b"], ["c"]]
    assert json.loads(marks.file("c").read_text())["command"] == "python c"


def test_nothing_is_started_when_the_minutes_are_over(beyond_all, tmp_path: Path) -> None:
    steps = [beyond_all.Step(12, name, lambda name=name: [name]) for name in "abc"]
    times = iter([0.0, 0.0, 100.0, 100.0, 200.0])
    made = []

    def run(command: Sequence[str]) -> int:
        made.extend(command)
        return 0

    marks = beyond_all.Marks(tmp_path, steps)
    assert beyond_all.make(steps, marks, 1.0, run, lambda: next(times)) == ["b", "c"]
    assert made == ["a"]


def test_runs_from_another_network_are_not_gone_on_with(beyond_all, tmp_path: Path) -> None:
    start = tmp_path / "start"
    start.mkdir()
    settings = beyond_all.Settings(str(start), folder=str(tmp_path))
    (start / "weights.safetensors").write_bytes(b"one")
    beyond_all.check_start(settings)
    beyond_all.check_start(settings)
    (start / "weights.safetensors").write_bytes(b"two")
    with pytest.raises(ValueError, match="another network"):
        beyond_all.check_start(settings)
