"""Costs: what the sentences of an example take, foreseen at first, then measured."""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import copy
from functools import partial

from app.drafting.assembly import Sentences
from app.drafting.budget import Extent
from app.drafting.forecast import Foreseen
from app.drafting.ruler import NOTE_POINTS, marked, ruler_for
from app.drafting.scaffold import ScaffoldSentence
from app.language.line_fit import line_height
from app.language.words import count
from app.model.memory import Memory
from app.model.paper import Paper, Sentence
from app.model.preset import CitationForm, LimitUnit, Preset

_LETTER = 0.404
"""The width of a letter, in ems of Times New Roman, on average."""

_RAGGED = 1.03
"""How much more of its lines a sentence takes than its words are wide."""

_BRACKET = 33
"""Letters of a source in brackets, on average."""

_NOTE_LINES = 1.7
"""Lines of a note, on average; some are short or "ibid."."""

_ENTRY_LINES = 1.5
"""Lines of an entry of the list, for each sentence that cites."""

WORD = 6.4
"""Letters of a word, with the space behind it."""

_SIZES = Memory(4096)
"""What sentences were found to take; the next draft says most of them again."""

_FINE = 10
"""Parts of a line that sums are worked out in."""


_Cost = tuple[str, float, float]
"""What one sentence takes: its passage, lines or words, and points elsewhere.

Elsewhere is the foot of the page or the list of sources.
"""


class Costs:
    """What each unit takes, in pages or words."""

    def __init__(
        self, foreseen: Sequence[Foreseen], bare: Extent, rules: Preset
    ) -> None:
        """Take what was foreseen for what is not measured yet.

        Args:
            foreseen: The slots of the example.
            bare: How long the paper is without an example.
            rules: The rules in force.
        """
        self._ruler = ruler_for(rules)
        self._rules = rules
        self.in_words = rules.limit.unit is LimitUnit.WORDS
        """Whether the limit counts words and not pages."""
        self._measure = self.in_words, self._ruler.points, self._ruler.column
        self.least = 1.0 if self.in_words else self._ruler.line / self._ruler.page
        """One line, or one word."""
        self.step = self.least if self.in_words else self.least / _FINE
        """The finest sum that is told apart."""
        self._guessed = self._foreseen(foreseen)
        self._measured: dict[str, list[_Cost]] = {}
        self._units = self._guessed
        self._resting: dict[str, set[str]] = {}
        for slot, _ in foreseen:
            if slot.after and slot.after != slot.unit:
                self._resting.setdefault(slot.after, set()).add(slot.unit)
        self._sum()
        self.whole = self._taken()
        """What the whole example is foreseen to take."""
        limited = bare.room is not None
        self.excess = bare.over + self.whole if limited else -math.inf
        """How far the paper with the whole example is foreseen to be too long."""

    def anew(self) -> "Costs":
        """The same, to be learned from apart."""
        return copy(self)

    def learn(self, example: Sentences, paper: Paper) -> None:
        """Put what a paper shows of its sentences in place of what was foreseen."""
        notes = self._ruler.feet(paper)
        found: dict[str, list[_Cost]] = {}
        ours = [one for one in paper.sentences if one.move]
        for told, said in _paired(example, ours):
            size, calls = _SIZES.of((said,), self._measure, partial(self._size, said))
            beside = sum([notes.get(one, 0.0) for one in calls]) if calls else 0.0
            found.setdefault(told.unit, []).append((told.passage, size, beside))
        self._measured = self._measured | found
        self._units = self._guessed_right() | self._measured
        self._sum()

    def saved(self, dropped: Iterable[str]) -> float:
        """What a paper saves without these units and what rests on them."""
        without = self._with_resting(dropped)
        return self._saved(filter(without.__contains__, self._units))

    def _saved(self, units: Iterable[str]) -> float:
        gone: dict[str, float] = {}
        beside = 0.0
        for unit in units:
            for passage, size, notes in self._units[unit]:
                gone[passage] = gone.get(passage, 0.0) + size
                beside += notes
        if self.in_words:
            return sum(gone.values())
        lines = sum(
            [
                self._begun[passage] - _begun(self._passages[passage] - size)
                for passage, size in gone.items()
            ]
        )
        return (lines * self._ruler.line + beside) / self._ruler.page

    def gains(self, worth: Iterable[str]) -> dict[str, int]:
        """Each unit to what it saves alone, in the finest sums, rounded down."""
        for unit in worth:
            if unit not in self._gains:
                self._gains[unit] = math.floor(round(self._alone(unit) / self.step, 6))
        return self._gains

    def _alone(self, unit: str) -> float:
        """What a paper saves without one unit, most of which are one sentence."""
        costs = self._units.get(unit, ())
        if len(costs) != 1 or unit in self._resting or self.in_words:
            return self.saved((unit,))
        passage, size, beside = costs[0]
        lines = self._begun[passage] - _begun(self._passages[passage] - size)
        return (lines * self._ruler.line + beside) / self._ruler.page

    def is_measured(self, unit: str) -> bool:
        """Whether a draft has shown what a unit takes; else it is foreseen."""
        return unit in self._measured

    def _with_resting(self, dropped: Iterable[str]) -> Collection[str]:
        if not self._resting:
            return frozenset(dropped)
        return {one for unit in dropped for one in (unit, *self._resting.get(unit, ()))}

    def _guessed_right(self) -> dict[str, list[_Cost]]:
        """What was foreseen, as far out as it was for what is measured now."""
        known = [unit for unit in self._guessed if unit in self._measured]
        foreseen = sum([size for unit in known for _, size, _ in self._guessed[unit]])
        taken = sum([size for unit in known for _, size, _ in self._measured[unit]])
        right = taken / foreseen if foreseen else 1.0
        return {
            unit: [(passage, size * right, beside) for passage, size, beside in costs]
            for unit, costs in self._guessed.items()
            if unit not in self._measured
        }

    def _sum(self) -> None:
        """Sum up the lines or words of each passage."""
        sums: dict[str, float] = {}
        for costs in self._units.values():
            for passage, size, _ in costs:
                sums[passage] = sums.get(passage, 0.0) + size
        self._passages = sums
        self._begun = {passage: _begun(size) for passage, size in sums.items()}
        self._gains: dict[str, int] = {}

    def _taken(self) -> float:
        """What all passages take, in pages or words."""
        if self.in_words:
            return sum(self._passages.values())
        ruler = self._ruler
        lines = sum(self._begun.values())
        beside = sum([more for costs in self._units.values() for _, _, more in costs])
        tall = lines * ruler.line + len(self._passages) * ruler.after + beside
        return tall / ruler.page

    def _foreseen(self, foreseen: Iterable[Foreseen]) -> dict[str, list[_Cost]]:
        """Each unit to what its slots are foreseen to take."""
        found: dict[str, list[_Cost]] = {}
        by_letter, cited = self._by_letter(), self._citation()
        for slot, letters in foreseen:
            more, beside = cited if slot.cites else (0.0, 0.0)
            cost = (slot.passage, (letters + more) * by_letter, beside)
            found.setdefault(slot.unit, []).append(cost)
        return found

    def _by_letter(self) -> float:
        """Lines, or words, that a letter takes on average."""
        if self.in_words:
            return 1 / WORD
        return _RAGGED * _LETTER * self._ruler.points / self._ruler.column

    def _citation(self) -> tuple[float, float]:
        """Letters that a citation adds to its sentence, and points elsewhere."""
        ruler, form = self._ruler, self._rules.citations.form
        bracketed = form in {None, CitationForm.INTEXT}
        letters = float(_BRACKET * bracketed)
        if self.in_words:
            return letters, 0.0
        if form is CitationForm.FOOTNOTES:
            return letters, _NOTE_LINES * line_height(ruler.face, NOTE_POINTS, 1)
        counted = self._rules.limit.excludes_sources is False
        return letters, _ENTRY_LINES * ruler.line * counted

    def _size(self, said: Sentence) -> tuple[float, list[int]]:
        """Words of a sentence, or lines with the space after it, and its notes."""
        if self.in_words:
            return count(said.text), []
        text, marks = marked(said)
        lines = _RAGGED * self._ruler.width(text) / self._ruler.column
        return lines, [number for _, number in marks]


def _begun(lines: float) -> int:
    """Whole lines, the last one begun; what is left of rounding begins none."""
    return math.ceil(round(lines, 6))


def _paired(
    example: Sentences, ours: Iterable[Sentence]
) -> Iterator[tuple[ScaffoldSentence, Sentence]]:
    """The sentences of the example, each with what became of it in the paper.

    Sections may change the order of passages, but never that of one step.
    """
    ours = tuple(ours)
    if [one.step for one in example] == [one.move for one in ours]:
        yield from zip(example, ours, strict=True)
        return
    told: dict[str | None, list[ScaffoldSentence]] = {}
    for one in reversed(example):
        told.setdefault(one.step, []).append(one)
    for said in ours:
        if told.get(said.move):
            yield told[said.move].pop(), said
