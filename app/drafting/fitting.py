"""Fitting: which sentences of an example go, so that a paper keeps its limit.

What a sentence takes is measured once, in the paper that holds them all; what
goes is then worked out by sums, and the shortened paper is measured again.
"""

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from app.drafting.assembly import Sentences
from app.drafting.budget import Ruler, extent
from app.drafting.genres import open_genre
from app.language.words import count
from app.model.paper import NoteRef, Paper, Sentence
from app.model.preset import LimitUnit, Preset

Draft = Callable[[Collection[str]], tuple[Sentences, Paper]]
"""Takes what is dropped; gives the example without it and the paper it makes."""

_TRIES = 5


class Fitted(NamedTuple):
    """An example cut to fit."""

    example: Sentences
    """Its sentences."""

    fits: bool
    """Whether the paper keeps within the limit."""


def fit(draft: Draft, units: Sequence[str], rules: Preset) -> Fitted:
    """The longest example that fits; all units gone where nothing does.

    Args:
        draft: Makes the paper without what is dropped.
        units: What may go, the first to go first.
        rules: The rules in force.
    """
    example, paper = draft(())
    measured = extent(paper, rules)
    if measured.fits or measured.room is None:
        return Fitted(example, fits=True)
    costs = _Costs(example, paper, rules)
    excess = measured.used - measured.room
    for _ in range(_TRIES):
        dropped = _to_drop(units, costs, excess)
        if dropped is None:
            break
        shorter, shorter_paper = draft(dropped)
        now = extent(shorter_paper, rules)
        if now.fits or now.room is None:
            return Fitted(shorter, fits=True)
        excess += max(now.used - now.room, costs.least)
    shorter, shorter_paper = draft(units)
    return Fitted(shorter, fits=extent(shorter_paper, rules).fits)


def _to_drop(
    units: Sequence[str], costs: "_Costs", excess: float
) -> frozenset[str] | None:
    """The fewest and least needed units that save enough; None: all save too little."""
    dropped: list[str] = []
    for unit in units:
        if costs.saved(dropped) >= excess:
            break
        dropped.append(unit)
    if costs.saved(dropped) < excess:
        return None
    for unit in dropped[::-1]:
        fewer = [one for one in dropped if one != unit]
        if costs.saved(fewer) >= excess:
            dropped = fewer
    return frozenset(dropped)


class _Costs:
    """What the sentences of an example take, in pages or words."""

    def __init__(self, example: Sentences, paper: Paper, rules: Preset) -> None:
        """Measure every sentence of ours in the paper that holds them all."""
        self._ruler = Ruler(rules)
        self._in_words = rules.limit.unit is LimitUnit.WORDS
        notes = {
            note.number: "".join(span.text for span in note.spans)
            for note in paper.notes
        }
        ours = [one for one in paper.sentences if one.move]
        self._units: dict[str, list[tuple[str, float, float]]] = {}
        self._passages: dict[str, float] = {}
        for told, said in zip(_in_order(example), ours, strict=False):
            size = count(said.text) if self._in_words else self._lines(said.text)
            beside = 0.0 if self._in_words else self._notes(said, notes)
            self._units.setdefault(told.unit, []).append((told.passage, size, beside))
            self._passages[told.passage] = self._passages.get(told.passage, 0) + size
        self.least = 1.0 if self._in_words else self._ruler.line / self._ruler.page

    def saved(self, dropped: Iterable[str]) -> float:
        """What a paper saves without these units, in pages or words."""
        gone: dict[str, float] = {}
        beside = 0.0
        for unit in dropped:
            for passage, size, notes in self._units.get(unit, ()):
                gone[passage] = gone.get(passage, 0.0) + size
                beside += notes
        if self._in_words:
            return sum(gone.values())
        lines = sum(
            math.ceil(self._passages[passage])
            - math.ceil(max(0.0, self._passages[passage] - size))
            for passage, size in gone.items()
        )
        return (lines * self._ruler.line + beside) / self._ruler.page

    def _lines(self, text: str) -> float:
        """Lines of a sentence and the space after it, as a fraction."""
        return self._ruler.width(f"{text} ") / self._ruler.column

    def _notes(self, said: Sentence, notes: dict[int, str]) -> float:
        """Points its notes take at the foot of the page."""
        numbers = [one.number for one in said.spans if isinstance(one, NoteRef)]
        return sum(self._ruler.note(notes[one]) for one in numbers if one in notes)


def _in_order(example: Sentences) -> Sentences:
    """The sentences in the order in which the paper has them."""
    return tuple(
        one
        for plan in open_genre().passage
        for one in example
        if one.passage == plan.id
    )
