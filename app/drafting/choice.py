"""Choosing among equal wordings: by rank, so that the same brief says the same.

Each slot ranks its patterns by the seed, the slot and the pattern and takes the
best one that has not been used before and does not open like its neighbour. A
slot that was written before keeps its words unless its new neighbour speaks
against them. Nothing here depends on the order of a dictionary or a clock.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from app.drafting.bank import Step
from app.drafting.candidates import (
    OPENING,
    Blank,
    Candidate,
    Chosen,
    Heard,
    Usable,
    Wording,
    candidates,
)
from app.drafting.outline import SlotPlan
from app.drafting.rank import place_of, rank, ranks


class Tried(NamedTuple):
    """A pattern with its blanks filled."""

    name: str
    """The pattern."""

    chosen: Chosen
    """What its blanks were filled with."""

    said: Heard
    """What it says so, and how that sounds."""

    flaws: tuple[bool, bool, bool]
    """Doubles a word; opens like its neighbour; was used before. Worst first."""


_FLAWLESS = (False, False, False)


class Writer:
    """Writes one slot after the other and remembers what it has used."""

    def __init__(
        self,
        seed: int,
        country: str,
        *,
        terse: bool = False,
        earlier: Mapping[str, Tried] | None = None,
    ) -> None:
        """Begin a paper.

        Args:
            seed: What the choice depends on.
            country: The name of the country it speaks for.
            terse: Whether to keep to the shorter wordings.
            earlier: What another draft of the same paper took for each slot.
        """
        self._seed = str(seed)
        self._terse = terse
        self._country = tuple(country.split())
        self._earlier = earlier or {}
        self.written: dict[str, Tried] = {}
        """The key of each slot written so far to what was taken for it."""
        self._patterns: set[str] = set()
        self._said: set[tuple[str, str]] = set()
        self._before: Heard | None = None
        self._before_country = False
        self._opening: str | None = None

    def write(self, slot: SlotPlan, step: Step) -> str | None:
        """The sentences of a slot, with markers; None where no pattern fits."""
        best = self._again(slot.key) or self._best(slot, step)
        if best is None:
            return None
        self.written[slot.key] = best
        self._patterns.add(best.name)
        self._said.update([(name, words) for (name, _), words in best.chosen.items()])
        self._before = before = best.said
        self._before_country = self._is_country(before.last_opening)
        self._opening = (
            before.last_opening[0].casefold() if before.last_opening else None
        )
        return before.text

    def _again(self, key: str) -> Tried | None:
        """What the other draft took, where nothing more speaks against it now."""
        found = self._earlier.get(key)
        if found is None:
            return None
        again = self._judged(found.name, found.chosen, found.said)
        return again if again.flaws <= found.flaws else None

    def _best(self, slot: SlotPlan, step: Step) -> Tried | None:
        """The first in turn without a flaw, else the one with the least."""
        place = place_of(f"{self._seed}\x1f{slot.key}")
        usable = candidates(slot, step)
        weights = ranks(place, usable.ranks)
        best = self._first(place, usable, weights)
        if best is not None and best.flaws == _FLAWLESS:
            return best
        for one in self._in_turn(usable, weights):
            tried = self._try(place, one)
            if best is None or tried.flaws < best.flaws:
                best = tried
            if best.flaws == _FLAWLESS:
                break
        return best

    def _first(
        self, place: int, usable: Usable, weights: Sequence[int]
    ) -> Tried | None:
        """The first in turn where it can be used; most are then taken at once."""
        if not weights:
            return None
        one = usable.able[weights.index(min(weights))]
        if one.pattern.id in self._patterns or (self._terse and not one.is_short):
            return None
        return self._try(place, one)

    def _in_turn(self, usable: Usable, weights: Sequence[int]) -> Iterator[Candidate]:
        """The candidates, unused ones first, then by rank."""
        late = []
        for at in sorted(range(len(weights)), key=weights.__getitem__):
            one = usable.able[at]
            if self._terse and not one.is_short:
                continue
            if one.pattern.id in self._patterns:
                late.append(one)
            else:
                yield one
        yield from late

    def _try(self, place: int, candidate: Candidate) -> Tried:
        """A pattern with its blanks filled, and what speaks against it."""
        chosen = {
            one.key: self._wording(rank(place, one.rank), one)
            for one in candidate.blanks
        }
        return self._judged(candidate.pattern.id, chosen, candidate.say(chosen))

    def _judged(self, name: str, chosen: Chosen, said: Heard) -> Tried:
        flaws = (said.doubled, self._clashes(said), name in self._patterns)
        return Tried(name, chosen, said, flaws)

    def _wording(self, place: int, blank: Blank) -> str:
        """One not said before where there is, and one that opens afresh."""
        if len(blank.wordings) == 1:
            return blank.wordings[0].words
        short = (blank.short,) if self._terse else ()
        pools = (*short, blank.wordings)
        for pool in pools:
            found = self._fresh(place, blank.key[0], pool)
            if found:
                return found
        return _at(place, pools[0])

    def _fresh(self, place: int, name: str, pool: Sequence[Wording]) -> str | None:
        """The first from a place on that was not said and opens afresh if any does."""
        unsaid: str | None = None
        size = len(pool)
        for at in range(place % size, place % size + size):
            words, first = pool[at % size]
            if (name, words) in self._said:
                continue
            if first != self._opening:
                return words
            unsaid = unsaid or words
        return unsaid

    def _clashes(self, said: Heard) -> bool:
        """Whether it opens or is built like the one before it."""
        before = self._before
        if before is None:
            return False
        return (
            (said.colon and before.colon)
            or said.opening[:1] == before.last_opening[:1]
            or (self._before_country and self._is_country(said.opening))
        )

    def _is_country(self, opening: tuple[str, ...]) -> bool:
        size = len(self._country)
        return opening[:size] == self._country[:OPENING]


def _at(place: int, pool: Sequence[Wording]) -> str:
    return pool[place % len(pool)].words
