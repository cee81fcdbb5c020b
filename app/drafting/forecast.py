"""Forecast: about how long each slot of an outline will be, before it has words.

A slot is taken to be as long as its wordings are on average. That is right within
a tenth for a whole paper, and spares writing, citing and measuring what no page
has room for.
"""

from collections.abc import Iterable
from statistics import fmean
from typing import NamedTuple

from app.drafting.bank import Bank, Step
from app.drafting.candidates import Candidate, candidates
from app.drafting.outline import Outline, SlotPlan
from app.model.memory import Memory

_FORECASTS = Memory(64)
"""Forecasts made before; another seed of the same brief has the same."""

_LENGTHS = Memory(2048)
"""Letters of slots that were foreseen before."""

_SPELLED_OUT = 1.076
"""How much longer sentences come out than their patterns, by names spelled out."""


class Foreseen(NamedTuple):
    """A slot that some pattern can say."""

    slot: SlotPlan
    """The slot."""

    letters: float
    """How many letters it will have, without its citation."""


def forecast(plan: Outline, bank: Bank, *, terse: bool) -> tuple[Foreseen, ...]:
    """The slots of an outline that can be said, each with its likely length.

    Args:
        plan: The outline.
        bank: The patterns its slots are filled with.
        terse: Whether the shorter wordings are kept to.
    """
    plain, short = _FORECASTS.of((plan, bank), (), lambda: _foreseen(plan, bank))
    return short if terse else plain


def _foreseen(
    plan: Outline, bank: Bank
) -> tuple[tuple[Foreseen, ...], tuple[Foreseen, ...]]:
    """The slots with their lengths in all wordings, and in the shorter ones."""
    found = [(slot, *_lengths(slot, bank)) for slot in plan.slots]
    return (
        tuple([Foreseen(slot, plain) for slot, plain, _ in found if plain]),
        tuple([Foreseen(slot, short) for slot, _, short in found if short]),
    )


def _lengths(slot: SlotPlan, bank: Bank) -> tuple[float, float]:
    """Letters of a slot on average, in all wordings and in the shorter ones.

    Both are 0 where no pattern can say it.
    """
    step = bank.steps.get(slot.step)
    if step is None:
        return 0.0, 0.0
    return _LENGTHS.of(
        (step, *slot.roles.values()), (*slot.roles,), lambda: _both(slot, step)
    )


def _both(slot: SlotPlan, step: Step) -> tuple[float, float]:
    able = candidates(slot, step).able
    return _average(able, terse=False), _average(able, terse=True)


def _average(able: Iterable[Candidate], *, terse: bool) -> float:
    told = [_letters(one, terse=terse) for one in able if one.is_short or not terse]
    return _SPELLED_OUT * fmean(told) if told else 0.0


def _letters(candidate: Candidate, *, terse: bool) -> float:
    """Letters of a pattern with middling words in its blanks."""
    return candidate.pattern.letters + sum(
        [one.middling_short if terse else one.middling for one in candidate.blanks]
    )
