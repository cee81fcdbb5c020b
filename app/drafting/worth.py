"""Worth: what a short paper can do without, and what is lost with it.

What is weighed is a slot before it has words, or a sentence that was written.
"""

from collections.abc import Collection, Iterable, Sequence

from app.drafting.need import Need
from app.drafting.outline import SlotPlan
from app.drafting.scaffold import ScaffoldSentence

Told = SlotPlan | ScaffoldSentence
"""What a paper tells, before or after it has words."""

_WORTH = {
    Need.VITAL: 3000,
    Need.MUST: 300,
    Need.SHOULD: 30,
    Need.WOULD: 9,
    Need.COULD: 3,
}
_DEARER = {
    "M6.charge-too": 520,
    "M6.besides": 300,
    "M6.besides-stated": 300,
    "M5.then": 950,
    "M7.third": 340,
    "M7.fit": 700,
    "M6.below": 160,
    "M3.shift": 1500,
    "M4.deed-seen": 1100,
    "M4.deed": 300,
    "M3.figure": 300,
    "M1.parts": 260,
    "M6.offer": 120,
    "M2.causes": 390,
    "M3.change": 280,
}
"""What some steps are worth beside others that are needed as much."""

_NEVER_DROPPED = frozenset(
    {"M1.thesis", "M1.stance-first", "M6.charge", "M7.first", "M7.asked", "M8.again"}
)


def optional_units(told: Iterable[Told]) -> dict[str, int]:
    """What a short paper can do without, and what is lost with it.

    The dearest of each passage stays, so that no passage is left without words.
    """
    held = tuple(told)
    anchors = _anchors(held)
    return {
        unit: _worth(need, step)
        for unit, (need, step) in _units(held).items()
        if need is not Need.VITAL and unit not in anchors
    }


def last_units(
    told: Iterable[Told], sections: Iterable[Collection[str]] = ()
) -> dict[str, int]:
    """What else a very short paper can do without.

    The position, the first charge with its answer, the first proposal and the
    last sentence always stay, and something of each section.

    Args:
        told: The slots or the sentences.
        sections: The passages that stand under each title of the conference.
    """
    held = tuple(told)
    units = _units(held)
    kept = {one.unit for one in held if one.step in _NEVER_DROPPED}
    for passages in sections:
        here = dict.fromkeys(one.unit for one in held if one.passage in passages)
        if here and not kept & here.keys():
            kept.add(max(here, key=lambda unit: _worth(*units[unit])))
    anchors = _anchors(held)
    return {
        unit: _WORTH[Need.VITAL]
        for unit, (need, _) in units.items()
        if (need is Need.VITAL or unit in anchors) and unit not in kept
    }


def _worth(need: Need, step: str) -> int:
    return _WORTH[need] + _DEARER.get(step, 0)


def _anchors(told: Sequence[Told]) -> set[str]:
    """The dearest unit of each passage that has nothing vital."""
    units = _units(told)
    passages: dict[str, dict[str, None]] = {}
    for one in told:
        passages.setdefault(one.passage, {})[one.unit] = None
    return {
        max(here, key=lambda unit: _worth(*units[unit]))
        for here in passages.values()
        if all(units[unit][0] is not Need.VITAL for unit in here)
    }


def _units(told: Iterable[Told]) -> dict[str, tuple[Need, str]]:
    """Unit to its dearest need and its first step, in reading order."""
    found: dict[str, tuple[Need, str]] = {}
    for one in told:
        need, step = found.get(one.unit, (one.need, one.step))
        found[one.unit] = (min(need, one.need), step)
    return found
