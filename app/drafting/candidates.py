"""Candidates: what the patterns of a step can say in one slot.

Worked out once for a slot and asked again by every draft, seed and sample.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from statistics import fmean
from typing import NamedTuple

from app.drafting.bank import Pattern, Step
from app.drafting.outline import SlotPlan
from app.drafting.pattern_grammar import (
    Frame,
    Gap,
    filled,
    frame,
)
from app.drafting.rank import rank, rank_of
from app.drafting.roles import Role
from app.language.grammar import sentence_start
from app.language.markers import without_markers
from app.language.sentences import last_sentence
from app.language.words import first_words
from app.model.memory import Memory

OPENING = 3
"""Words that count as the opening of a sentence."""

_SPEAK_FOR_THEMSELVES = frozenset({"M3.figure", "M5.first"})
"""Steps whose facts need no comment where the page is short."""

_AROUND = '(“‘"—'
_DOUBLED = re.compile(r"\b([^\W\d_]+) \1\b", re.IGNORECASE)
_STRETCH = 1.2
"""How much longer than the shortest wording a terse paper may take."""

_MOST_SAID = 256
_CANDIDATES = Memory(1024)
_BLANKS = Memory(4096)
"""Forms of roles as blanks; many patterns and slots ask for the same."""


class Wording(NamedTuple):
    """One way to fill a blank."""

    words: str
    """The words."""

    first: str
    """The word they begin with, in small letters; empty where they have none."""


class Blank(NamedTuple):
    """A blank, with what can fill it in one slot."""

    key: tuple[str, str]
    """The card or the role that fills it, and in which form."""

    rank: int
    """What it weighs where wordings are chosen."""

    wordings: tuple[Wording, ...]
    """Its wordings in an order of their own; at least one."""

    short: tuple[Wording, ...]
    """Those that are hardly longer than the shortest, for papers that are terse."""

    shortest: int
    """Letters of the shortest wording, markers included."""

    middling: float
    """Letters of its wordings on average."""

    middling_short: float
    """Letters of the short ones on average."""


class Heard(NamedTuple):
    """What a pattern says with certain fillers, and how it sounds."""

    text: str
    """Its words, with markers."""

    doubled: bool
    """Whether it says a word twice running."""

    opening: tuple[str, ...]
    """Its first words."""

    last_opening: tuple[str, ...]
    """The first words of its last sentence."""

    colon: bool
    """Whether it is built on a colon."""


Chosen = dict[tuple[str, str], str]
"""Who fills a blank, and in which form, to the words that do."""


class Candidate:
    """A pattern whose blanks one slot can fill, and what it said before."""

    def __init__(self, pattern: Pattern, roles: Mapping[str, Role]) -> None:
        """Take a pattern for a slot that has the roles it needs."""
        self.pattern = pattern
        """The pattern."""
        self.rank = rank_of(pattern.id)
        """What it weighs where patterns are chosen."""
        self.blanks = _blanks(pattern, roles)
        """Its blanks that the slot has words for."""
        self.shortest = pattern.letters + sum([one.shortest for one in self.blanks])
        """Letters it has with the shortest words in its blanks."""
        self.is_short = False
        """Whether it is one of the shorter half, for papers that must be terse."""
        self._roles = roles
        self._said: dict[tuple[str, ...], Heard] = {}

    def say(self, chosen: Chosen) -> Heard:
        """What it says with these fillers."""
        words = tuple(chosen.values())
        found = self._said.get(words)
        if found is None:
            if len(self._said) >= _MOST_SAID:
                self._said.clear()
            found = self._said[words] = _heard(self._filled(chosen))
        return found

    def _filled(self, chosen: Chosen) -> str:
        framed, keys = self._frame
        return sentence_start(filled(framed, [chosen[key] for key in keys]))

    @cached_property
    def _frame(self) -> tuple[Frame, list[tuple[str, str]]]:
        """Its words and gaps, and by what key each gap is filled."""
        framed = frame(self.pattern.parts, self._roles)
        gaps = [one.slot for one in framed if isinstance(one, Gap)]
        return framed, [
            (_name(one.role, self._roles[one.role]), one.form) for one in gaps
        ]


class Usable(NamedTuple):
    """The patterns a slot can use."""

    able: tuple[Candidate, ...]
    """The patterns, each with what fills it."""

    ranks: tuple[int, ...]
    """What each of them weighs where one is chosen."""


def candidates(slot: SlotPlan, step: Step) -> Usable:
    """The patterns a slot can use."""
    return _CANDIDATES.of(
        (step, *slot.roles.values()), (*slot.roles,), lambda: _found(slot, step)
    )


def fits(pattern: Pattern, roles: Mapping[str, Role]) -> bool:
    """Whether every blank a pattern cannot do without can be filled."""
    return all(
        need.role in roles and roles[need.role].forms.get(need.form)
        for need in pattern.needs
    )


def _found(slot: SlotPlan, step: Step) -> Usable:
    fitting = [
        Candidate(one, slot.roles) for one in step.patterns if fits(one, slot.roles)
    ]
    short = fitting
    if slot.step not in _SPEAK_FOR_THEMSELVES:
        short = [one for one in fitting if _comments(one.pattern)] or fitting
    for one in _shorter_ones(short):
        one.is_short = True
    return Usable(tuple(fitting), tuple([one.rank for one in fitting]))


def _heard(text: str) -> Heard:
    """A sentence, and how it sounds."""
    said = without_markers(text)
    opening = first_words(said, OPENING)
    last = last_sentence(text)
    last_opening = opening if last is text else first_words(last, OPENING)
    return Heard(text, _doubles_a_word(said), opening, last_opening, ": " in said)


def _doubles_a_word(said: str) -> bool:
    """Whether a word stands twice running, as in "the United States states"."""
    told = said.lower().split(" ")
    if not any(map(str.startswith, told[1:], told)):
        return False
    return bool(_DOUBLED.search(said))


def _shorter_ones(able: Sequence[Candidate]) -> list[Candidate]:
    """The half that can be said in fewest letters, at least one."""
    return sorted(able, key=lambda one: one.shortest)[: (len(able) + 1) // 2]


def _comments(pattern: Pattern) -> bool:
    """Whether a pattern says what its fact shows, and cannot do without."""
    return any(need.form == "shows" for need in pattern.needs)


def _blanks(pattern: Pattern, roles: Mapping[str, Role]) -> tuple[Blank, ...]:
    """The blanks of a pattern that these roles have words for."""
    return tuple(
        [
            _blank(one.role, one.form, roles[one.role])
            for one in pattern.slots
            if one.role in roles and roles[one.role].forms.get(one.form)
        ]
    )


def _blank(called: str, form: str, role: Role) -> Blank:
    """A form of a role as a blank; most patterns of a step ask for the same."""
    name = _name(called, role)
    return _BLANKS.of((role,), (name, form), lambda: _made_ready(name, form, role))


def _made_ready(name: str, form: str, role: Role) -> Blank:
    wordings = tuple(
        Wording(words, _first_word(words))
        for words in sorted(role.forms[form], key=rank_of)
    )
    shortest = min(len(one.words) for one in wordings)
    short = tuple(one for one in wordings if len(one.words) <= _STRETCH * shortest)
    weight = rank(rank_of(name), rank_of(form))
    return Blank(
        (name, form),
        weight,
        wordings,
        short,
        shortest,
        _letters(wordings),
        _letters(short),
    )


def _letters(wordings: Sequence[Wording]) -> float:
    return fmean([len(without_markers(one.words)) for one in wordings])


def _first_word(words: str) -> str:
    return "".join(first_words(words, 1)).casefold()


def _name(called: str, role: Role) -> str:
    """What a blank is known by: its card, or else what the pattern calls it."""
    return role.cards[0] if role.cards else called
