"""Choosing among equal wordings: by hash, so that the same brief says the same.

Each slot ranks its patterns by the hash of the seed, the slot and the pattern
and takes the best one that has not been used before and does not open like
its neighbour. Nothing here depends on the order of a dictionary or a clock.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
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
from app.model.memory import Memory

_STRETCH = 1.1
"""How much longer than the shortest wording a terse paper may take."""

_SPEAK_FOR_THEMSELVES = frozenset({"M3.figure", "M3.shift", "M5.first"})
"""Steps whose facts need no comment where the page is short."""

_DOUBLED = re.compile(r"\b([^\W\d_]+) \1\b")
_OPENING = 3
_MOST_SAID = 256
_ABLE = Memory(1024)
"""What slots can say; every draft asks again, every seed and every sample."""

_RANKED = Memory(256)
"""The order in which a seed takes it; every draft asks again."""


class _Blank(NamedTuple):
    """A blank, with what can fill it in one slot."""

    name: str
    form: str
    variants: tuple[str, ...]


class _Able(NamedTuple):
    """A pattern whose blanks one slot can fill, and what it said before."""

    pattern: Pattern
    roles: Mapping[str, Role]
    blanks: tuple[_Blank, ...]
    is_short: bool
    said: dict[tuple[str, ...], "_Sentence"]


class _Turn:
    """A pattern in its turn, and the wordings of its blanks in theirs."""

    def __init__(self, able: _Able, about: str) -> None:
        self.able = able
        self.name = able.pattern.id
        self._about = about
        self._blanks: tuple[_Blank, ...] | None = None

    @property
    def blanks(self) -> tuple[_Blank, ...]:
        """Its blanks; few patterns ever come so far that somebody asks."""
        if self._blanks is None:
            self._blanks = tuple([self._ordered(one) for one in self.able.blanks])
        return self._blanks

    def _ordered(self, blank: _Blank) -> _Blank:
        name, form, variants = blank
        return _Blank(
            name, form, _by_hash(f"{self._about}\x1f{name}\x1f{form}", variants)
        )


class _Sentence(NamedTuple):
    """What a pattern says with certain fillers, and how it sounds."""

    text: str
    doubled: bool
    opening: tuple[str, ...]
    last_opening: tuple[str, ...]
    colon: bool


_Chosen = dict[tuple[str, str], str]
"""Who fills a blank, and in which form, to the words that do."""


class _Tried(NamedTuple):
    """A pattern with its blanks filled."""

    name: str
    chosen: _Chosen
    said: _Sentence
    flaws: tuple[bool, bool, bool]
    """Doubles a word; opens like its neighbour; was used before. Worst first."""


_FLAWLESS = (False, False, False)


class Writer:
    """Writes one slot after the other and remembers what it has used."""

    def __init__(self, seed: int, country: str, *, terse: bool = False) -> None:
        """Begin a paper of this seed, for the country of this name."""
        self._seed = str(seed)
        self._terse = terse
        self._country = tuple(country.split())
        self._patterns: set[str] = set()
        self._said: set[tuple[str, str]] = set()
        self._before: _Sentence | None = None

    def write(self, slot: SlotPlan, step: Step) -> str | None:
        """The sentences of a slot, with markers; None where no pattern fits."""
        best: _Tried | None = None
        for turn in self._in_turn(slot, step):
            tried = self._try(turn)
            if best is None or tried.flaws < best.flaws:
                best = tried
            if best.flaws == _FLAWLESS:
                break
        if best is None:
            return None
        self._patterns.add(best.name)
        self._said.update([(name, words) for (name, _), words in best.chosen.items()])
        self._before = best.said
        return best.said.text

    def _try(self, turn: _Turn) -> _Tried:
        """A pattern with its blanks filled, and what speaks against it."""
        chosen = self._fillers(turn)
        said = _sentence(turn.able, chosen)
        flaws = (said.doubled, self._clashes(said), turn.name in self._patterns)
        return _Tried(turn.name, chosen, said, flaws)

    def _in_turn(self, slot: SlotPlan, step: Step) -> Iterator[_Turn]:
        """The eligible patterns, unused ones first, then by hash."""
        able = _ABLE.of(
            (step, *slot.roles.values()), tuple(slot.roles), lambda: _able(slot, step)
        )
        about = f"{self._seed}\x1f{slot.key}"
        ranked = _RANKED.of((able,), (about,), lambda: _ranked(able, about))
        late = []
        for one in ranked:
            if self._terse and not one.able.is_short:
                continue
            if one.name in self._patterns:
                late.append(one)
            else:
                yield one
        yield from late

    def _fillers(self, turn: _Turn) -> _Chosen:
        """The wording of each blank."""
        return {
            (name, form): self._wording(name, variants)
            for name, form, variants in turn.blanks
        }

    def _wording(self, name: str, variants: Sequence[str]) -> str:
        """By hash, one not said before where there is, and one that opens afresh."""
        if len(variants) == 1:
            return variants[0]
        said = self._said
        pool = [one for one in variants if (name, one) not in said] or variants
        if self._terse:
            pool = _short_ones(pool)
        before = self._before.last_opening[:1] if self._before else ()
        opening = before[0].casefold() if before else ""
        return next((one for one in pool if _first_word(one) != opening), pool[0])

    def _clashes(self, said: _Sentence) -> bool:
        """Whether it opens or is built like the one before it."""
        before = self._before
        if before is None:
            return False
        opening, other = said.opening, before.last_opening
        both_country = self._is_country(opening) and self._is_country(other)
        both_colon = said.colon and before.colon
        return both_country or both_colon or opening[:1] == other[:1]

    def _is_country(self, opening: tuple[str, ...]) -> bool:
        size = len(self._country)
        return opening[:size] == self._country[:_OPENING]


def _by_hash(about: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names in the order of their hash."""
    if len(names) == 1:
        return names
    ranks = {one: _hashed(f"{about}\x1f{one}") for one in names}
    return tuple(sorted(names, key=ranks.__getitem__))


def _able(slot: SlotPlan, step: Step) -> tuple[_Able, ...]:
    """The patterns a slot can use."""
    fitting = [one for one in step.patterns if fits(one, slot.roles)]
    short = fitting
    if slot.step not in _SPEAK_FOR_THEMSELVES:
        short = [one for one in fitting if _comments(one)] or fitting
    short = _shorter_ones(short, lambda one: _fixed_length(one, slot))
    return tuple(
        _Able(one, slot.roles, tuple(_blanks(one, slot)), one in short, {})
        for one in fitting
    )


def _ranked(able: tuple[_Able, ...], about: str) -> tuple[_Turn, ...]:
    """The patterns in the order of their hash."""
    turns = [_Turn(one, about) for one in able]
    turns.sort(key=lambda one: _hashed(f"{about}\x1f{one.name}"))
    return tuple(turns)


def _short_ones(pool: Sequence[str]) -> list[str]:
    """The wordings that are hardly longer than the shortest."""
    longest = _STRETCH * min(map(len, pool))
    return [one for one in pool if len(one) <= longest]


@lru_cache(maxsize=8192)
def _first_word(wording: str) -> str:
    return next(iter(words(wording)), "").casefold()


def _hashed(text: str) -> bytes:
    return blake2b(text.encode("utf-8"), digest_size=8).digest()


def _sentence(able: _Able, chosen: _Chosen) -> _Sentence:
    """What a pattern says with these fillers."""
    words = tuple(chosen.values())
    found = able.said.get(words)
    if found is None:
        if len(able.said) >= _MOST_SAID:
            able.said.clear()
        found = able.said[words] = _heard(_filled(able, chosen))
    return found


def _heard(text: str) -> _Sentence:
    """A sentence, and how it sounds."""
    said = without_markers(text)
    return _Sentence(
        text,
        bool(_DOUBLED.search(said)),
        words(said)[:_OPENING],
        words(split(said)[-1])[:_OPENING] if said.strip() else (),
        ": " in said,
    )


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
    length = sum(map(len, fixed_words(pattern.parts)))
    for blank in every_slot(pattern.parts):
        role = slot.roles.get(blank.role)
        if role:
            length += min(map(len, role.forms.get(blank.form, ())), default=0)
    return length


def _filled(able: _Able, chosen: _Chosen) -> str:
    """The words of a pattern with these fillers."""

    def choose(blank: Slot, _: Sequence[str]) -> str:
        return chosen[_blank_key(able.roles, blank), blank.form]

    return sentence_start(fill(able.pattern.parts, able.roles, choose))


def fits(pattern: Pattern, roles: Mapping[str, Role]) -> bool:
    """Whether every blank a pattern cannot do without can be filled."""
    return all(
        need.role in roles and roles[need.role].forms.get(need.form)
        for need in pattern.needs
    )


def _blanks(pattern: Pattern, slot: SlotPlan) -> list[_Blank]:
    """The blanks of a pattern that a slot has words for."""
    found: list[_Blank] = []
    for blank in every_slot(pattern.parts):
        role = slot.roles.get(blank.role)
        variants = tuple(role.forms.get(blank.form, ())) if role else ()
        if variants:
            name = _blank_key(slot.roles, blank)
            found.append(_Blank(name, blank.form, variants))
    return found


def _blank_key(roles: Mapping[str, Role], blank: Slot) -> str:
    cards = roles[blank.role].cards if blank.role in roles else ()
    return cards[0] if cards else blank.role
