"""Fitting: which sentences of an example go, so that a paper keeps its limit.

What goes is worked out by sums of what sentences are foreseen to take; the paper
without it is measured, and the sums are worked out again with what it shows.
"""

import math
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from app.drafting.assembly import Sentences
from app.drafting.budget import extent
from app.drafting.costs import Costs
from app.drafting.dropping import ways_to_save
from app.model.paper import Paper
from app.model.preset import Preset

Draft = Callable[[Collection[str]], tuple[Sentences, Paper]]
"""Takes what is dropped; gives the example without it and the paper it makes."""

_TRIES = 6
_REFILLS = 5
_LOOSE = 1.75
"""Lines that may stay free at the end of a paper."""

_ASTRAY = 2
"""Lines by which a sum of what units save alone may be wrong."""

_DOUBT = 0.03
"""How far off a forecast usually is, as a share of the whole example.

So much more is drafted at first than is foreseen to fit.
"""

_GUESSED = 0.93
"""What a unit that nobody measured is taken to need where there is room for it."""


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
    draft: Draft,
    worth: Mapping[str, int],
    costs: Costs,
    rules: Preset,
    *,
    last: bool = True,
) -> Fitted:
    """The example that fits and loses least; all units gone where nothing does.

    Args:
        draft: Makes the paper without what is dropped.
        worth: What may go, and what is lost with it.
        costs: What everything is foreseen to take; what drafts show is learned.
        rules: The rules in force.
        last: Whether there is no other way to shorten it; where there is and all
            units together save far too little, nothing is tried.
    """
    excess = costs.excess - _DOUBT * costs.whole
    if not last and excess > costs.saved(worth):
        return Fitted((), fits=False)
    everything = frozenset(worth)
    best: _Best | None = None
    tried: set[frozenset[str]] = set()
    while len(tried) < _TRIES:
        dropped = _to_drop(costs, worth, excess)
        if dropped in tried:
            if best or dropped == everything:
                break
            excess += costs.least / 2
            continue
        tried.add(dropped)
        example, paper = draft(dropped)
        taken = extent(paper, rules)
        over = taken.over
        if over <= 0:
            best = _dearer(best, _Best(over, example, dropped), worth)
        if over <= 0 and not dropped:
            break
        good = best is not None and -_LOOSE * costs.least <= over <= 0
        if best and good and not _may_come_back(best, worth, costs):
            return Fitted(best.example, fits=True)
        costs.learn(example, paper)
        if good:
            break
        beyond = max(over - taken.slack, 0.0) + costs.least / 2 if over > 0 else over
        excess = costs.saved(dropped) + beyond
    if best is None:
        example, paper = draft(everything)
        over = extent(paper, rules).over
        if over > 0:
            return Fitted(example, fits=False)
        best = _Best(over, example, everything)
    return Fitted(_refilled(draft, best, worth, costs, rules).example, fits=True)


def _may_come_back(best: _Best, worth: Mapping[str, int], costs: Costs) -> bool:
    """Whether a unit that was dropped might find room, or another make room for it."""
    if not best.dropped:
        return False
    kept = min([worth[one] for one in worth if one not in best.dropped], default=None)
    if kept is not None and any(worth[one] > kept for one in best.dropped):
        return True
    gains = costs.gains(best.dropped)
    return min(gains[one] for one in best.dropped) * _GUESSED <= -best.over / costs.step


def _to_drop(costs: Costs, worth: Mapping[str, int], excess: float) -> frozenset[str]:
    """The units worth least that together save enough; all where these are too few.

    Sums of what each saves alone are up to some lines wrong, since every passage
    ends with a line that is begun; what comes near is summed together once more.
    """
    if excess <= 0:
        return frozenset()
    astray = _ASTRAY * costs.least
    least = max(1, math.ceil((excess - astray) / costs.step))
    most = max(least, math.ceil((excess + astray) / costs.step))
    for dropped in ways_to_save(worth, costs.gains(worth), least, most):
        if costs.saved(dropped) >= excess:
            return dropped
    return _most_of(costs, worth, excess)


def _most_of(costs: Costs, worth: Mapping[str, int], excess: float) -> frozenset[str]:
    """All units but the dearest that can stay."""
    dropped = frozenset(worth)
    for unit in sorted(worth, key=lambda one: -worth[one]):
        if costs.saved(dropped - {unit}) >= excess:
            dropped -= {unit}
    return dropped


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
    costs: Costs,
    rules: Preset,
) -> _Best:
    """The best so far, with the dearest of what was dropped that can come back."""
    tries = 0
    gains = costs.gains(worth)
    gone = [one for one in worth if one in best.dropped]
    for unit in sorted(gone, key=lambda one: -worth[one]):
        room = math.floor(-best.over / costs.step)
        needed = gains[unit] if costs.is_measured(unit) else _GUESSED * gains[unit]
        wanted = math.ceil(needed) - room
        instead = _instead_of(unit, best.dropped, worth, gains, wanted)
        if instead is None or unit not in best.dropped:
            continue
        dropped = best.dropped - {unit} | instead
        more = costs.saved(best.dropped) - costs.saved(dropped)
        if best.over + more > 0 and not costs.in_words:
            continue  # lines are whole: what is foreseen to be too long mostly is
        tries += 1
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
