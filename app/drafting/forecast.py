"""Forecast: about how long an outline will be, before a word of it is written.

A slot is taken to be as long as its wordings are on average. That is right within
a twentieth for a whole paper, and spares writing, citing and measuring what no page
has room for.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from statistics import fmean

from app.drafting.bank import Bank
from app.drafting.budget import NOTE_POINTS, Ruler
from app.drafting.candidates import Candidate, Wording, candidates
from app.drafting.dropping import cheapest
from app.drafting.outline import Outline, SlotPlan
from app.drafting.pattern_grammar import fixed_words
from app.language.line_fit import line_height
from app.language.markers import without_markers
from app.model.memory import Memory
from app.model.preset import CitationForm, LimitUnit, Preset

REACH = 1.12
"""How much longer than its room an outline may be foreseen to be and yet be tried."""

_DOUBT = 0.02
"""How far off a forecast may be, as a share of the whole outline."""

_STEP = 20
"""Letters that count as one where it is worked out what goes."""

_LENGTHS = Memory(2048)
"""Letters of slots that were foreseen before."""

_SPELLED_OUT = 1.076
"""How much longer sentences come out than their patterns, by names spelled out."""

_LETTER = 0.42
"""The width of a letter, in ems of Times New Roman, on average."""

_RAGGED = 1.12
"""What lines lose at their right end and below a paragraph, as a factor."""

_BRACKET = 33
"""Letters of a source in brackets."""

_NOTE_LINES = 1.3
"""Lines of a note; some are short or "ibid."."""

_ENTRY_LINES = 1.5
"""Lines of an entry of the list, for each sentence that cites."""

_WORD = 6.4
"""Letters of a word, with the space behind it."""


class Forecast:
    """What the slots of one outline take under the rules of one conference."""

    def __init__(
        self, plan: Outline, bank: Bank, rules: Preset, *, terse: bool
    ) -> None:
        """Foresee the length of every slot.

        Args:
            plan: The outline.
            bank: The patterns its slots are filled with.
            rules: The rules in force.
            terse: Whether the shorter wordings are kept to.
        """
        citation, self._room = _measures(rules)
        sized = [(slot, _length(slot, bank, terse=terse)) for slot in plan.slots]
        self._plan = plan
        self._sizes = [
            (slot, size + citation if slot.cards else size)
            for slot, size in sized
            if size
        ]
        self._whole = sum(size for _, size in self._sizes)

    @property
    def told(self) -> tuple[SlotPlan, ...]:
        """The slots that some pattern can say."""
        return tuple(slot for slot, _ in self._sizes)

    def may_hold(self, spare: Collection[str]) -> bool:
        """Whether the outline may fit once what is spare is gone.

        What rests on a spare unit counts as staying: wording is worth less than it.
        """
        kept = sum(size for slot, size in self._sizes if slot.unit not in spare)
        return kept <= self._room + _DOUBT * self._whole

    def within_reach(self, worth: Mapping[str, int]) -> Outline:
        """The outline without what no page has room for.

        Args:
            worth: What may go, and what is lost with it.
        """
        wanted = (self._whole - REACH * self._room) / _STEP
        if wanted <= 0 or not worth:
            return self._plan
        gains = dict.fromkeys(worth, 0.0)
        for slot, size in self._sizes:
            for unit in {slot.unit, slot.after} & gains.keys():
                gains[unit] += size
        saved = [math.floor(gain / _STEP) for gain in gains.values()]
        gone = cheapest(worth, saved, min(math.ceil(wanted), sum(saved)))
        return self._plan.without(gone or ())


def _measures(rules: Preset) -> tuple[float, float]:
    """What a citation takes and what the limit leaves room for, both in letters."""
    limit, form = rules.limit, rules.citations.form
    counted = limit.excludes_sources is False
    in_words = limit.unit is LimitUnit.WORDS
    ruler = Ruler(rules)
    line = ruler.column / (_LETTER * ruler.points * _RAGGED)
    citation = float(_BRACKET) if form in {None, CitationForm.INTEXT} else 0.0
    if form is CitationForm.FOOTNOTES and not in_words:
        small = line_height(ruler.face, NOTE_POINTS, 1) / ruler.line
        citation += _NOTE_LINES * small * line
    elif counted:
        citation += _ENTRY_LINES * line
    most = limit.max or math.inf
    room = _WORD * most if in_words else line * most * ruler.page / ruler.line
    return citation, room


def _length(slot: SlotPlan, bank: Bank, *, terse: bool) -> float:
    """Letters of a slot on average; 0 where no pattern can say it."""
    step = bank.steps.get(slot.step)
    if step is None:
        return 0.0
    return _LENGTHS.of(
        (step, *slot.roles.values()),
        (tuple(slot.roles), terse),
        lambda: _average(candidates(slot, step), terse=terse),
    )


def _average(able: Iterable[Candidate], *, terse: bool) -> float:
    told = [_letters(one, terse=terse) for one in able if one.is_short or not terse]
    return _SPELLED_OUT * fmean(told) if told else 0.0


def _letters(candidate: Candidate, *, terse: bool) -> float:
    """Letters of a pattern with middling words in its blanks."""
    fixed = sum(map(len, fixed_words(candidate.pattern.parts)))
    return fixed + sum(
        _middling(one.short if terse else one.wordings) for one in candidate.blanks
    )


@lru_cache(maxsize=4096)
def _middling(wordings: tuple[Wording, ...]) -> float:
    return fmean(len(without_markers(one.words)) for one in wordings)
