"""Choosing among equal wordings: by hash, so that the same brief says the same.

Each slot ranks its patterns by the hash of the seed, the slot and the pattern
and takes the best one that has not been used before and does not open like
its neighbour. Nothing here depends on the order of a dictionary or a clock.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple, TypeVar

from app.drafting.bank import Pattern, Step
from app.drafting.outline import SlotPlan
from app.drafting.pattern_grammar import Slot, every_slot, fill, fixed_words
from app.drafting.roles import Role
from app.language.grammar import sentence_start
from app.language.markers import without_markers
from app.language.sentences import split
from app.language.words import words

_MOST_RANKED = 4096
_RANKED: dict[tuple[int, str, bool], tuple[SlotPlan, Step, list[Pattern]]] = {}
"""The patterns of a slot as one seed ranks them; every draft asks again."""

_STRETCH = 1.1
"""How much longer than the shortest wording a terse paper may take."""

_SPEAK_FOR_THEMSELVES = frozenset({"M3.figure"})
"""Steps whose facts need no comment where the page is short."""

_DOUBLED = re.compile(r"\b([^\W\d_]+) \1\b")


class Writer:
    """Writes one slot after the other and remembers what it has used."""

    def __init__(self, seed: int, country: str, *, terse: bool = False) -> None:
        """Begin a paper of this seed, for the country of this name."""
        self._seed = str(seed)
        self._terse = terse
        self._country = country.split()
        self._patterns: set[str] = set()
        self._said: set[tuple[str, str]] = set()
        self._before = ""
        self._opening: tuple[str, ...] = ()

    def write(self, slot: SlotPlan, step: Step) -> str | None:
        """The sentences of a slot, with markers; None where no pattern fits."""
        best: _Tried | None = None
        for pattern in self._ranked(slot, step):
            tried = self._try(slot, pattern)
            if best is None or tried.flaws < best.flaws:
                best = tried
            if best.flaws == _FLAWLESS:
                break
        if best is None:
            return None
        pattern, fillers, text = best.pattern, best.fillers, best.text
        self._patterns.add(pattern.id)
        self._said.update((name, said) for (name, _), said in fillers.items())
        self._before = without_markers(text)
        self._opening = words(split(self._before)[-1])[:3]
        return text

    def _ranked(self, slot: SlotPlan, step: Step) -> list[Pattern]:
        """The eligible patterns, unused ones first, then by hash."""
        key = (id(slot), self._seed, self._terse)
        found = _RANKED.get(key)
        if found is None or found[0] is not slot or found[1] is not step:
            if len(_RANKED) > _MOST_RANKED:
                _RANKED.clear()
            found = _RANKED[key] = (slot, step, self._by_hash(slot, step))
        return sorted(found[2], key=lambda one: one.id in self._patterns)

    def _by_hash(self, slot: SlotPlan, step: Step) -> list[Pattern]:
        """The eligible patterns in the order of their hash."""
        fitting = [one for one in step.patterns if fits(one, slot.roles)]
        if self._terse:
            if slot.step not in _SPEAK_FOR_THEMSELVES:
                fitting = [one for one in fitting if _comments(one)] or fitting
            fitting = _shorter_ones(fitting, lambda one: _fixed_length(one, slot))
        return sorted(fitting, key=lambda one: self._rank(slot.key, one.id))

    def _rank(self, *parts: str) -> bytes:
        return _hashed("\x1f".join((self._seed, *parts)))

    def _fillers(self, slot: SlotPlan, pattern: Pattern) -> dict[tuple[str, str], str]:
        """The wording of each blank: by hash, one not said before where there is."""
        chosen: dict[tuple[str, str], str] = {}
        for blank in every_slot(pattern.parts):
            role = slot.roles.get(blank.role)
            variants = role.forms.get(blank.form, ()) if role else ()
            if not variants:
                continue
            name = _blank_key(slot, blank)
            fresh = [one for one in variants if (name, one) not in self._said]
            pool = fresh or list(variants)
            if self._terse:
                longest = _STRETCH * min(map(len, pool))
                pool = [one for one in pool if len(one) <= longest]
            pool.sort(key=lambda one: self._fitness(slot.key, name, blank.form, one))
            chosen[name, blank.form] = pool[0]
        return chosen

    def _fitness(self, key: str, name: str, form: str, said: str) -> tuple[bool, bytes]:
        """Where a wording stands among others: one that opens afresh comes first."""
        alike = words(said)[:1] == self._opening[:1]
        return alike, self._rank(key, name, form, said)

    def _try(self, slot: SlotPlan, pattern: Pattern) -> "_Tried":
        """A pattern with its blanks filled, and what speaks against it."""
        fillers = self._fillers(slot, pattern)
        text = _filled(slot, pattern, fillers)
        said = without_markers(text)
        flaws = (_doubles(said), self._clashes(said), pattern.id in self._patterns)
        return _Tried(pattern, fillers, text, flaws)

    def _clashes(self, said: str) -> bool:
        """Whether it opens or is built like the one before it."""
        if not self._before:
            return False
        opening = words(said)[:3]
        before = self._opening
        both_country = self._is_country(opening) and self._is_country(before)
        both_colon = ": " in said and ": " in self._before
        return both_country or both_colon or opening[:1] == before[:1]

    def _is_country(self, opening: tuple[str, ...]) -> bool:
        size = len(self._country)
        return list(opening[:size]) == self._country[:3]


class _Tried(NamedTuple):
    """A pattern with its blanks filled."""

    pattern: Pattern
    fillers: dict[tuple[str, str], str]
    text: str
    flaws: tuple[bool, bool, bool]
    """Doubles a word; opens like its neighbour; was used before. Worst first."""


_FLAWLESS = (False, False, False)


@lru_cache(maxsize=32_768)
def _hashed(text: str) -> bytes:
    return blake2b(text.encode("utf-8"), digest_size=8).digest()


@lru_cache(maxsize=8192)
def _doubles(said: str) -> bool:
    """Whether a word stands twice in a row."""
    return bool(_DOUBLED.search(said))


T = TypeVar("T")


def _shorter_ones(things: Sequence[T], length: Callable[[T], int]) -> list[T]:
    """The shorter half, at least one, in their own order."""
    kept = sorted(things, key=length)[: (len(things) + 1) // 2]
    return [one for one in things if one in kept]


def _comments(pattern: Pattern) -> bool:
    """Whether a pattern says what its fact shows, and cannot do without."""
    return any(need.form == "shows" for need in pattern.needs)


def _fixed_length(pattern: Pattern, slot: SlotPlan) -> int:
    """Letters of a pattern with its shortest fillers."""
    length = _letters(fixed_words(pattern.parts))
    for blank in every_slot(pattern.parts):
        role = slot.roles.get(blank.role)
        if role:
            length += _shortest(tuple(role.forms.get(blank.form, ())))
    return length


@lru_cache(maxsize=8192)
def _letters(pieces: tuple[str, ...]) -> int:
    return sum(map(len, pieces))


@lru_cache(maxsize=8192)
def _shortest(wordings: tuple[str, ...]) -> int:
    return min(map(len, wordings), default=0)


def _filled(
    slot: SlotPlan, pattern: Pattern, fillers: Mapping[tuple[str, str], str]
) -> str:
    """The words of a pattern with these fillers."""

    def choose(blank: Slot, _: Sequence[str]) -> str:
        return fillers[_blank_key(slot, blank), blank.form]

    return sentence_start(fill(pattern.parts, slot.roles, choose))


def fits(pattern: Pattern, roles: Mapping[str, Role]) -> bool:
    """Whether every blank a pattern cannot do without can be filled."""
    return all(
        need.role in roles and roles[need.role].forms.get(need.form)
        for need in pattern.needs
    )


def _blank_key(slot: SlotPlan, blank: Slot) -> str:
    cards = slot.roles[blank.role].cards if blank.role in slot.roles else ()
    return cards[0] if cards else blank.role
