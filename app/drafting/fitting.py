"""Fitting: which sentences of an example go, so that a paper keeps its limit.

What a sentence takes is measured once, in the paper that holds them all; what
goes is then worked out by sums, and the shortened paper is measured again.
"""

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from app.drafting.assembly import Sentences
from app.drafting.budget import Ruler, extent
from app.drafting.dropping import cheapest
from app.drafting.scaffold import ScaffoldSentence
from app.language.words import count
from app.model.paper import Note, NoteRef, Paper, Sentence
from app.model.preset import LimitUnit, Preset

Draft = Callable[[Collection[str]], tuple[Sentences, Paper]]
"""Takes what is dropped; gives the example without it and the paper it makes."""

_TRIES = 6
_REFILLS = 5
_LOOSE = 1.5
_ASTRAY = 2
"""Lines by which a sum of what units save alone may be wrong."""

_FINE = 10
_RAGGED = 1.05
"""How much more of its lines a sentence takes than its words are wide."""

_DOUBT = 0.05
"""How far off an estimate may be, as a share of the whole paper."""


class Fitted(NamedTuple):
    """An example cut to fit."""

    example: Sentences
    """Its sentences."""

    fits: bool
    """Whether the paper keeps within the limit."""


class _Best(NamedTuple):
    """An example that fits, the dearest so far."""

    over: float
    """By how much it is over the limit; at most nothing."""

    example: Sentences
    """Its sentences."""

    dropped: frozenset[str]
    """What it does without."""


def fit(
    draft: Draft, worth: Mapping[str, int], rules: Preset, *, last: bool = True
) -> Fitted:
    """The example that fits and loses least; all units gone where nothing does.

    Args:
        draft: Makes the paper without what is dropped.
        worth: What may go, and what is lost with it.
        rules: The rules in force.
        last: Whether there is no other way to shorten it; where there is and all
            units together save far too little, nothing is tried.
    """
    example, paper = draft(())
    measured = extent(paper, rules)
    if measured.over <= 0:
        return Fitted(example, fits=True)
    costs = _Costs(example, paper, rules)
    if not last and costs.saved(worth) < measured.over - _DOUBT * measured.used:
        return Fitted(example, fits=False)
    gains = [math.floor(costs.saved((unit,)) / costs.step) for unit in worth]
    excess = measured.over
    best: _Best | None = None
    tried: set[frozenset[str]] = set()
    while len(tried) < _TRIES:
        dropped = _to_drop(costs, worth, gains, excess)
        if dropped is None or (best and dropped in tried):
            break
        if dropped in tried:
            excess += costs.least / 2
            continue
        tried.add(dropped)
        shorter, shorter_paper = draft(dropped)
        over = extent(shorter_paper, rules).over
        if over <= 0:
            best = _dearer(best, _Best(over, shorter, dropped), worth)
        if -_LOOSE * costs.least <= over <= 0:
            break
        excess += over + costs.least / 2
    if best is None:
        everything = frozenset(worth)
        shorter, shorter_paper = draft(everything)
        over = extent(shorter_paper, rules).over
        if over > 0:
            return Fitted(shorter, fits=False)
        best = _Best(over, shorter, everything)
    gained = dict(zip(worth, gains, strict=True))
    found = _refilled(draft, best, worth, gained, costs.step, rules)
    return Fitted(found.example, fits=True)


def _to_drop(
    costs: "_Costs", worth: Mapping[str, int], gains: Sequence[int], excess: float
) -> frozenset[str] | None:
    """The units worth least that together save enough; None where all save too little.

    Sums of what each saves alone are up to some lines wrong, since every passage
    ends with a line that is begun; so they are asked for less at first, then more.
    """
    most = sum(gains)
    wanted = max(0, math.ceil((excess - _ASTRAY * costs.least) / costs.step))
    while wanted <= most:
        dropped = cheapest(worth, gains, wanted)
        if dropped is None or costs.saved(dropped) >= excess:
            return dropped
        wanted += max(1, round(costs.least / costs.step / 2))
    return None


def _dearer(held: _Best | None, found: _Best, worth: Mapping[str, int]) -> _Best:
    """Whichever does without less that matters; the longer of two alike."""
    if held is None:
        return found
    return min(
        held,
        found,
        key=lambda one: (sum(map(worth.__getitem__, one.dropped)), -one.over),
    )


def _refilled(
    draft: Draft,
    best: _Best,
    worth: Mapping[str, int],
    gains: Mapping[str, int],
    step: float,
    rules: Preset,
) -> _Best:
    """The best so far, with the dearest of what was dropped that can come back."""
    tries = 0
    gone = [one for one in worth if one in best.dropped]
    for unit in sorted(gone, key=lambda one: -worth[one]):
        room = math.floor(-best.over / step)
        instead = _instead_of(unit, best.dropped, worth, gains, gains[unit] - room)
        if instead is None or unit not in best.dropped:
            continue
        tries += 1
        dropped = best.dropped - {unit} | instead
        other, other_paper = draft(dropped)
        over = extent(other_paper, rules).over
        if over <= 0:
            best = _dearer(best, _Best(over, other, dropped), worth)
        if tries == _REFILLS:
            break
    return best


def _instead_of(
    unit: str,
    dropped: Collection[str],
    worth: Mapping[str, int],
    gains: Mapping[str, int],
    wanted: int,
) -> frozenset[str] | None:
    """What goes so that a unit can come back: less worth than it; None: nothing is."""
    chosen: set[str] = set()
    for one in sorted(worth, key=worth.__getitem__):
        if wanted <= 0:
            break
        if one not in dropped:
            chosen.add(one)
            wanted -= gains[one]
    lost = sum(map(worth.__getitem__, chosen))
    return frozenset(chosen) if wanted <= 0 and lost < worth[unit] else None


class _Costs:
    """What the sentences of an example take, in pages or words."""

    def __init__(self, example: Sentences, paper: Paper, rules: Preset) -> None:
        """Measure every sentence of ours in the paper that holds them all."""
        self._ruler = Ruler(rules)
        self.in_words = rules.limit.unit is LimitUnit.WORDS
        notes = {note.number: note for note in paper.notes}
        ours = [one for one in paper.sentences if one.move]
        self._units: dict[str, list[tuple[str, float, float]]] = {}
        self._passages: dict[str, float] = {}
        for told, said in _paired(example, ours):
            size = count(said.text) if self.in_words else self._lines(said.text)
            beside = 0.0 if self.in_words else self._notes(said, notes)
            self._units.setdefault(told.unit, []).append((told.passage, size, beside))
            self._passages[told.passage] = self._passages.get(told.passage, 0) + size
        self.least = 1.0 if self.in_words else self._ruler.line / self._ruler.page
        self.step = self.least if self.in_words else self.least / _FINE

    def saved(self, dropped: Iterable[str]) -> float:
        """What a paper saves without these units, in pages or words."""
        gone: dict[str, float] = {}
        beside = 0.0
        for unit in dropped:
            for passage, size, notes in self._units.get(unit, ()):
                gone[passage] = gone.get(passage, 0.0) + size
                beside += notes
        if self.in_words:
            return sum(gone.values())
        lines = sum(
            math.ceil(self._passages[passage])
            - math.ceil(max(0.0, self._passages[passage] - size))
            for passage, size in gone.items()
        )
        return (lines * self._ruler.line + beside) / self._ruler.page

    def _lines(self, text: str) -> float:
        """Lines of a sentence and the space after it, as a fraction."""
        return _RAGGED * self._ruler.width(f"{text} ") / self._ruler.column

    def _notes(self, said: Sentence, notes: dict[int, Note]) -> float:
        """Points its notes take at the foot of the page."""
        numbers = [one.number for one in said.spans if isinstance(one, NoteRef)]
        return sum(self._ruler.note(notes[one]) for one in numbers if one in notes)


def _paired(
    example: Sentences, ours: Iterable[Sentence]
) -> Iterator[tuple[ScaffoldSentence, Sentence]]:
    """The sentences of the example, each with what became of it in the paper.

    Sections may change the order of passages, but never that of one step.
    """
    told: dict[str | None, list[ScaffoldSentence]] = {}
    for one in reversed(example):
        told.setdefault(one.step, []).append(one)
    for said in ours:
        if told.get(said.move):
            yield told[said.move].pop(), said
