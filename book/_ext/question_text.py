"""How a question of the book is written down, for the pages and for the copies for Colab.

    :::{question} Is half of the picture gone half-way?
    :name: q-ch02-halfway
    Whatever has to be said first.

    - [ ] Yes, under both schedules.
      - What this choice overlooks, in a sentence.
    - [x] No, more than half of it.
      - Why it is so.
    - [~] A choice that is nearly right.
      - What is missing.
    :::

So JupyterLab and GitHub, which know nothing of questions, show a list with its replies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

#: What stands between the brackets before a choice.
VERDICTS = {"x": "right", "~": "near", " ": "wrong"}
#: How the reply to a choice begins.
LEADS = {"right": "right.", "near": "nearly.", "wrong": "not quite."}
CHOICE = re.compile(r"^[-*] \[(.)\] +(\S.*)$")
REPLY = re.compile(r"^ {2,4}[-*] +(\S.*)$")


@dataclass
class Choice:
    """A choice with the reply to whoever takes it, both as lines of Markdown."""

    letter: str
    verdict: str  # "right", "near" or "wrong"
    text: list[str]
    reply: list[str] = field(default_factory=list)

    @property
    def lead(self) -> str:
        """How the reply begins: "B: not quite."."""
        return f"{self.letter}: {LEADS[self.verdict]}"


def read(title: str, lines: list[str]) -> tuple[list[str], list[Choice]]:
    """What is said before the choices, and the choices.

    Raises:
        ValueError: Not exactly one choice is right, one has no reply, or something is none of
            these; the sentence says what to write.
    """
    before: list[str] = []
    choices: list[Choice] = []
    question = f"The question {title!r}"
    for line in lines:
        if match := CHOICE.match(line):
            if match[1] not in VERDICTS:
                raise ValueError(
                    f"{question} marks a choice by [{match[1]}]: write [x] before the right one, "
                    "[~] before one that is nearly right and [ ] before the others."
                )
            letter = "ABCDEFGH"[len(choices) % 8]
            choices.append(Choice(letter, VERDICTS[match[1]], [match[2]]))
        elif not choices:
            if line.strip() or before:
                before.append(line)
        elif (match := REPLY.match(line)) and not choices[-1].reply:
            choices[-1].reply.append(match[1])
        elif line.startswith("  "):
            (choices[-1].reply or choices[-1].text).append(line.strip())
        elif line.strip():
            raise ValueError(
                f"{question} goes on after its choices with {line.strip()!r}: put that before "
                "them, or indent it as a part of a choice or a reply."
            )
    while before and not before[-1].strip():
        before.pop()
    if not 2 <= len(choices) <= 6:
        raise ValueError(
            f"{question} has {len(choices)} choices: give it two to six, each on a line that "
            "begins with '- [ ]'."
        )
    right = [" ".join(choice.text) for choice in choices if choice.verdict == "right"]
    if not right:
        raise ValueError(
            f"{question} marks no choice as right: write '- [x]' before the one that is."
        )
    if len(right) > 1:
        raise ValueError(
            f"{question} marks {len(right)} choices as right, {' and '.join(map(repr, right))}: "
            "keep [x] for one, and write [~] for what is nearly right."
        )
    for choice in choices:
        if not choice.reply:
            raise ValueError(
                f"{question} has no reply to {' '.join(choice.text)!r}: write one on the line "
                "below, as '  - reply'."
            )
    return before, choices
