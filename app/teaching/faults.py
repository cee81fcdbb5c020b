"""Faults a teacher can plant in a sample, each named after what a judge misses.

The checks are the twenty of a careful judge; a fault takes sentences away,
moves them or strips their sources, and never makes a fact false.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from app.drafting.scaffold import ScaffoldSentence
from app.language.markers import without_markers
from app.model.errors import UnknownId

Sentences = tuple[ScaffoldSentence, ...]
"""The sentences of an example, in reading order."""


class Fault(NamedTuple):
    """One fault."""

    id: str
    """Its name: `stops-dead`."""

    check: str
    """The check it fails: `Close`."""

    told: str
    """What the key says about it."""

    plant: Callable[[Sentences], Sentences]
    """Takes the sentences of a sound paper and gives those of the faulty one."""


def _without(*steps: str) -> Callable[[Sentences], Sentences]:
    def plant(sentences: Sentences) -> Sentences:
        return tuple(one for one in sentences if not one.step.startswith(steps))

    return plant


def _uncited(sentences: Sentences) -> Sentences:
    return tuple(one._replace(text=without_markers(one.text)) for one in sentences)


def _late_stance(sentences: Sentences) -> Sentences:
    """The position stands at the end of the paper."""
    opening = ("M1.thesis", "M1.because", "M1.stance")
    late = [one for one in sentences if one.step.startswith(opening)]
    rest = [one for one in sentences if not one.step.startswith(opening)]
    if not late or not rest:
        return sentences
    last = rest[-1].passage
    return (*rest, *(one._replace(passage=last) for one in late))


_ALL = (
    Fault(
        "critics-missing", "Criticism named",
        "No critic is named: the paper says only what speaks for the country.",
        _without("M6"),
    ),
    Fault(
        "charge-dodged", "Criticism answered",
        "The charge is named and left standing; nothing is granted or answered.",
        _without(
            "M6.granted", "M6.undisputed", "M6.denies", "M6.elsewhere", "M6.part",
            "M6.meets", "M6.limit", "M6.offer", "M6.care-offer",
        ),
    ),
    Fault(
        "one-proposal", "Distinct proposals",
        "Only one proposal is made; the other parts of the problem stay open.",
        _without("M7.second", "M7.third", "M7.documented"),
    ),
    Fault(
        "no-money-no-check", "Money and follow-up",
        "Nobody pays and nobody checks.",
        _without("M7.money", "M7.check"),
    ),
    Fault(
        "no-national-record", "National policy",
        "What was done at home is missing.",
        _without("M4"),
    ),
    Fault(
        "no-causes", "Causes",
        "The paper never says why the problem lasts.",
        _without("M2"),
    ),
    Fault(
        "uncited", "Accuracy and sources",
        "Facts and figures stand without their sources.",
        _uncited,
    ),
    Fault(
        "stops-dead", "Own words, economy, close",
        "The paper stops without a last sentence that returns to the claim.",
        _without("M8"),
    ),
    Fault(
        "late-stance", "Stance early",
        "The position comes at the very end instead of the first paragraph.",
        _late_stance,
    ),
)  # fmt: skip

FAULTS: Mapping[str, Fault] = {one.id: one for one in _ALL}
"""Every fault by its name."""


def find_fault(name: str) -> Fault:
    """The fault of this name.

    Raises:
        UnknownId: there is none.
    """
    if name not in FAULTS:
        raise UnknownId("fault", name, FAULTS)
    return FAULTS[name]


def plant(faults: Sequence[Fault], sentences: Sentences) -> Sentences:
    """The sentences with every fault planted, in the order given."""
    for fault in faults:
        sentences = fault.plant(sentences)
    return sentences
