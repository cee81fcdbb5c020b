"""Talking line by line: plain words out, typed answers in, nothing drawn.

No cursor movement, no colour, no line over 72 characters: a screen reader
reads it as it comes, and a pipe can give the answers.
"""

import re
import textwrap
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TextIO

from app.model.text import LONGEST_TEXT, clean, clean_line

WIDTH = 72
"""Characters a line may have."""

AT_ONCE = 12
"""Rows of a list that are told before it waits."""

_NUMBERS = re.compile(r"[+-]?\d{1,6}(?:[\s,;]+[+-]?\d{1,6})*[\s,;]*")


class Ended(Exception):
    """The answers came to an end, or the person asked to leave."""


class Numbers(NamedTuple):
    """Which numbers an answer takes in, and which it takes out."""

    taken: tuple[int, ...]
    """Numbers as they were typed: `1 3 5`."""

    dropped: tuple[int, ...]
    """Numbers with a minus before them: `-2`."""


class Talk:
    """One conversation."""

    def __init__(self, answers: TextIO, out: TextIO) -> None:
        """Take answers from one stream and write to the other."""
        self._answers = answers
        self._out = out

    def say(self, text: str = "", *, lead: str = "") -> None:
        """Write a text in lines of at most 72 characters.

        Args:
            text: What to say; its own line breaks stay.
            lead: What stands before its first line; the others are moved in as far.
        """
        for line in clean(text).split("\n"):
            self._line(line, lead)
            lead = " " * len(lead)
        self._out.flush()

    def title(self, text: str) -> None:
        """Write a heading, with a line left free before it."""
        self.say()
        self.say(text.upper())

    def rows(self, rows: Iterable[str], first: int = 1, *, called: str = "") -> None:
        """Write a numbered list; `called` stands before each number."""
        for number, row in enumerate(rows, start=first):
            self.say(row, lead=f"{called}{number}. ")

    def ask(self, prompt: str) -> str:
        """Put a question and give the answer, on one line, without outer spaces.

        Raises:
            Ended: there are no more answers.
        """
        return clean_line(self.listen(f"{prompt} > "))

    def listen(self, prompt: str = "") -> str:
        """Give the next line as it was typed, without its line break.

        Raises:
            Ended: there are no more answers.
        """
        self._out.write(prompt)
        self._out.flush()
        line = self._answers.readline()
        if not line or not self._answers.isatty():
            self._out.write("\n")
        if not line:
            raise Ended
        return clean(line[:LONGEST_TEXT].rstrip("\r\n"))

    def choose(
        self, question: str, rows: Sequence[str], explained: str, first: int = 1
    ) -> int:
        """Put a question with numbered answers and give the number, from 1.

        Args:
            question: What is asked.
            rows: The answers; a long list is told a part at a time.
            explained: What `?` says.
            first: The number that Enter takes.

        Raises:
            Ended: there are no more answers, or `q` was typed.
        """
        self.say()
        self.say(question)
        waiting = self._tell(list(enumerate(rows, start=1)))
        while True:
            answer = self.ask(f"Number, or Enter for {first}")
            if answer == "q":
                raise Ended
            if not answer:
                return first
            if answer.isdecimal() and 1 <= int(answer[:6]) <= len(rows):
                return int(answer[:6])
            if answer.startswith("/"):
                hits = _filtered(rows, answer[1:])
                self.say(f"{len(hits)} of {len(rows)} have these words.")
                waiting = self._tell(hits)
            elif answer == "m" and waiting:
                waiting = self._tell(waiting)
            else:
                wrong = not_understood(answer, len(rows))
                self.say(explained if answer == "?" else wrong)

    def _tell(self, rows: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """Tell the first rows of a long list, and give those left for later."""
        for number, row in rows[:AT_ONCE]:
            self.say(row, lead=f"{number}. ")
        left = rows[AT_ONCE:]
        if left:
            self.say(f"{len(left)} more: m goes on. A slash and words looks for one.")
        return left

    def _line(self, line: str, lead: str) -> None:
        wrapped = textwrap.wrap(
            line,
            WIDTH,
            initial_indent=lead,
            subsequent_indent=" " * len(lead),
            break_on_hyphens=False,
        )
        for one in wrapped or [lead.rstrip()]:
            self._out.write(f"{one}\n")


def numbers(answer: str) -> Numbers | None:
    """The numbers of an answer, as `1 3 -2`; None where it is something else."""
    if not _NUMBERS.fullmatch(answer):
        return None
    typed = re.split(r"[\s,;]+", answer.strip(" ,;"))
    taken = dict.fromkeys(int(one) for one in typed if not one.startswith("-"))
    dropped = dict.fromkeys(int(one[1:]) for one in typed if one.startswith("-"))
    return Numbers(tuple(taken), tuple(dropped))


def not_understood(answer: str, count: int = 0) -> str:
    """What is said to an answer that fits no question."""
    numbered = f" There are the numbers 1 to {count}." if count else ""
    shown = answer if len(answer) <= 30 else f"{answer[:29]}…"
    return f'"{shown}" is no answer here.{numbered} Type ? to hear what is.'


def _filtered(rows: Sequence[str], words: str) -> list[tuple[int, str]]:
    wanted = words.casefold().split()
    return [
        (number, row)
        for number, row in enumerate(rows, start=1)
        if all(one in row.casefold() for one in wanted)
    ]
