"""Candidates: what the patterns of a step can say in one slot.

Worked out once for a slot and asked again by every draft, seed and sample.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar

from app.drafting.bank import Pattern, Step
from app.drafting.outline import SlotPlan
from app.drafting.pattern_grammar import (
    Frame,
    Gap,
    Nodes,
    Slot,
    every_slot,
    filled,
    fixed_words,
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

    def __init__(self, pattern: Pattern, slot: SlotPlan, *, is_short: bool) -> None:
        """Take a pattern for a slot that has the roles it needs."""
        self.pattern = pattern
        """The pattern."""
        self.rank = rank_of(pattern.id)
        """What it weighs where patterns are chosen."""
        self.blanks = _blanks(pattern, slot)
        """Its blanks that the slot has words for."""
        self.is_short = is_short
        """Whether it is one of the shorter half, for papers that must be terse."""
        self._roles = slot.roles
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
        return framed, [(_blank_key(self._roles, one), one.form) for one in gaps]


def candidates(slot: SlotPlan, step: Step) -> tuple[Candidate, ...]:
    """The patterns a slot can use."""
    return _CANDIDATES.of(
        (step, *slot.roles.values()), tuple(slot.roles), lambda: _found(slot, step)
    )


def fits(pattern: Pattern, roles: Mapping[str, Role]) -> bool:
    """Whether every blank a pattern cannot do without can be filled."""
    return all(
        need.role in roles and roles[need.role].forms.get(need.form)
        for need in pattern.needs
    )


def _found(slot: SlotPlan, step: Step) -> tuple[Candidate, ...]:
    fitting = [one for one in step.patterns if fits(one, slot.roles)]
    short = fitting
    if slot.step not in _SPEAK_FOR_THEMSELVES:
        short = [one for one in fitting if _comments(one)] or fitting
    short = _shorter_ones(short, lambda one: _fixed_length(one, slot))
    return tuple(Candidate(one, slot, is_short=one in short) for one in fitting)


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


T = TypeVar("T")


def _shorter_ones(things: Sequence[T], length: Callable[[T], int]) -> list[T]:
    """The shorter half, at least one, in their own order."""
    places = sorted(range(len(things)), key=lambda at: length(things[at]))
    kept = set(places[: (len(things) + 1) // 2])
    return [one for at, one in enumerate(things) if at in kept]


def _comments(pattern: Pattern) -> bool:
    """Whether a pattern says what its fact shows, and cannot do without."""
    return any(need.form == "shows" for need in pattern.needs)


def _fixed_length(pattern: Pattern, slot: SlotPlan) -> int:
    """Letters of a pattern with its shortest fillers."""
    length = letters_of(pattern.parts)
    for blank in every_slot(pattern.parts):
        role = slot.roles.get(blank.role)
        if role:
            length += min(map(len, role.forms.get(blank.form, ())), default=0)
    return length


@lru_cache(maxsize=4096)
def letters_of(parts: Nodes) -> int:
    """Letters of the words a pattern always has."""
    return sum(map(len, fixed_words(parts)))


def _blanks(pattern: Pattern, slot: SlotPlan) -> tuple[Blank, ...]:
    """The blanks of a pattern that a slot has words for."""
    found: list[Blank] = []
    for blank in every_slot(pattern.parts):
        role = slot.roles.get(blank.role)
        variants = role.forms.get(blank.form, ()) if role else ()
        if variants:
            name = _blank_key(slot.roles, blank)
            about = rank(rank_of(name), rank_of(blank.form))
            wordings = _wordings(tuple(variants))
            short = _short_ones(wordings)
            found.append(Blank((name, blank.form), about, wordings, short))
    return tuple(found)


@lru_cache(maxsize=4096)
def _wordings(variants: tuple[str, ...]) -> tuple[Wording, ...]:
    return tuple(
        Wording(words, _first_word(words)) for words in sorted(variants, key=rank_of)
    )


def _first_word(words: str) -> str:
    return "".join(first_words(words, 1)).casefold()


@lru_cache(maxsize=4096)
def _short_ones(wordings: tuple[Wording, ...]) -> tuple[Wording, ...]:
    longest = _STRETCH * min(len(one.words) for one in wordings)
    return tuple(one for one in wordings if len(one.words) <= longest)


def _blank_key(roles: Mapping[str, Role], blank: Slot) -> str:
    cards = roles[blank.role].cards if blank.role in roles else ()
    return cards[0] if cards else blank.role
