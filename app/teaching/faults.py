"""Faults a teacher can plant in a sample, each named after what a judge misses.

The checks are the twenty of a careful judge; a fault takes sentences away,
moves them or strips their sources, and never makes a fact false. Whether it
stands is read from the paper as it came out, so that a key is always true.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from app.drafting.need import Need
from app.drafting.scaffold import ScaffoldSentence
from app.language.markers import without_markers
from app.model.brief import Brief
from app.model.card import Proposal
from app.model.errors import UnknownId
from app.model.paper import Paper
from app.teaching.spots import Spot, spots

Sentences = tuple[ScaffoldSentence, ...]
"""The sentences of an example, in reading order."""

Plant = Callable[[Sentences, str], Sentences]
"""Takes the sentences of a sound paper and its topic, and gives faulty ones."""

Look = Callable[[Paper], tuple[Spot, ...]]
"""Takes a paper as it came out and gives the sentences where the fault stands."""


class Fault(NamedTuple):
    """One fault."""

    id: str
    """Its name: `stops-dead`."""

    check: str
    """The line of the rubric it fails: `Money and follow-up`."""

    told: str
    """What the key says about it."""

    mend: str
    """What the key says about mending it."""

    look: Look
    """Finds where it stands; nothing where it does not."""

    where: str = "{}"
    """How the key says the place: `after {}`."""

    plant: Plant | None = None
    """What it does to the sentences; None: nothing."""

    prepare: Callable[[Brief], Brief] | None = None
    """What it does to the brief before anything is written; None: nothing."""


_STANCE = ("M1.thesis", "M1.because", "M1.stance")
_PROPOSAL = ("M7.first", "M7.second", "M7.third", "M7.asked", "M7.documented")
_ANSWER = (
    "M6.granted", "M6.undisputed", "M6.denies", "M6.elsewhere", "M6.part",
    "M6.meets", "M6.limit", "M6.offer", "M6.care-offer",
)  # fmt: skip
_CHARGE = ("M6.charge", "M6.care-charge")
_POINTS = re.compile(r"(?:It|Its|They|Their|This|That|These|Those|Such|Here)\b")
_POINTS_TO_STANCE = re.compile(
    r"\b(?:this|that|the same) (?:view|conviction|position|aim|claim)\b", re.IGNORECASE
)


def _without(*steps: str) -> Plant:
    """Takes these steps away, and what then points to nothing."""

    def plant(sentences: Sentences, _topic: str) -> Sentences:
        kept: list[ScaffoldSentence] = []
        bereft = False
        for one in sentences:
            if one.step.startswith(steps):
                bereft = True
            elif not (bereft and _POINTS.match(one.text)):
                kept.append(one)
                bereft = False
        return tuple(kept)

    return plant


def _uncited(sentences: Sentences, _topic: str) -> Sentences:
    return tuple(one._replace(text=without_markers(one.text)) for one in sentences)


def _late_stance(sentences: Sentences, topic: str) -> Sentences:
    """The position stands at the end; at the start, only what the topic is.

    A sentence that leads back to the start goes: there is nothing to come back to.
    """
    late = [one for one in sentences if one.step.startswith(_STANCE)]
    rest = [one for one in sentences if not one.step.startswith(_STANCE)]
    again = [one for one in rest if one.step == "M8.again"]
    rest = [one for one in rest if one not in again[:-1]]
    if not late or not rest:
        return sentences
    topical = ScaffoldSentence(
        f"The topic of this paper is {topic}.",
        (), "opening", "M1.topic", Need.VITAL, "M1.topic",
    )  # fmt: skip
    last = rest[-1].passage
    return (topical, *rest, *(one._replace(passage=last) for one in late))


def _one_proposal(brief: Brief) -> Brief:
    """The brief with its first proposal that says who pays and who checks."""
    asked = [one for one in brief.picked() if isinstance(one, Proposal)]
    drafted = [one for one in asked if one.say.act]
    whole = [one for one in drafted if one.say.money and one.say.check]
    kept = (whole or drafted or asked)[:1]
    gone = {one.id for one in asked if one not in kept}
    return brief.revise(picks=tuple(one for one in brief.picks if one not in gone))


def _missing(*steps: str, after: Sequence[str]) -> Look:
    """No sentence makes one of these steps; the place is where they would follow."""
    before = tuple(after)

    def look(paper: Paper) -> tuple[Spot, ...]:
        found = spots(paper)
        if any(one.step.startswith(steps) for one in found):
            return ()
        held = list(takewhile(lambda one: one.step.startswith(before), found))
        return tuple(held[-1:])

    return look


def _dodged(paper: Paper) -> tuple[Spot, ...]:
    found = spots(paper)
    if any(one.step.startswith(_ANSWER) for one in found):
        return ()
    return tuple(one for one in found if one.step.startswith(_CHARGE))


def _only_proposal(paper: Paper) -> tuple[Spot, ...]:
    held = tuple(one for one in spots(paper) if one.step.startswith(_PROPOSAL))
    return held if len({one.step for one in held}) == 1 else ()


def _sourceless(paper: Paper) -> tuple[Spot, ...]:
    found = spots(paper)
    if paper.references or paper.notes or any(one.is_cited for one in found):
        return ()
    return tuple(one for one in found if one.said.cards)


def _dead_end(paper: Paper) -> tuple[Spot, ...]:
    found = spots(paper)
    returns = any(one.step.startswith("M8") for one in found)
    last = found[-1:]
    return () if returns or any(one.step.startswith("M1") for one in last) else last


def _stance_last(paper: Paper) -> tuple[Spot, ...]:
    found = spots(paper)
    late = tuple(one for one in found if one.step.startswith(_STANCE))
    early = [one for one in found if one not in late]
    if found[len(early) :] != late:
        return ()
    dangles = any(_POINTS_TO_STANCE.search(one.said.text) for one in early)
    return () if dangles else late


_ALL = (
    Fault(
        "critics-missing", "Criticism named",
        "No critic is named: the paper says only what speaks for the country.",
        "Name the strongest charge and who makes it, then grant and answer.",
        _missing("M6", after=("M1", "M2", "M3", "M4", "M5")),
        "after {}", _without("M6"),
    ),
    Fault(
        "charge-dodged", "Criticism answered",
        "The charge is named and left standing; nothing is granted or answered.",
        "Grant what is true in it, then answer the rest with a fact.",
        _dodged, "{}", _without(*_ANSWER),
    ),
    Fault(
        "one-proposal", "Distinct proposals",
        "Only one proposal is made; the other parts of the problem stay open.",
        "Make a proposal for each part that the opening names.",
        _only_proposal, "{}", prepare=_one_proposal,
    ),
    Fault(
        "no-money-no-check", "Money and follow-up",
        "Nobody pays and nobody checks.",
        "Say who carries the cost, who reports on the result, and when.",
        _missing(
            "M7.money", "M7.check",
            after=("M1", "M2", "M3", "M4", "M5", "M6", *_PROPOSAL),
        ),
        "after {}", _without("M7.money", "M7.check"),
    ),
    Fault(
        "no-national-record", "National policy",
        "What was done at home is missing.",
        "Name a law or a programme of the country, its year and what came of it.",
        _missing("M4", after=("M1", "M2", "M3")),
        "after {}", _without("M4"),
    ),
    Fault(
        "no-causes", "Causes",
        "The paper never says why the problem lasts.",
        "Give two causes, each of which one of the proposals can take up.",
        _missing("M2", after=("M1",)),
        "after {}", _without("M2"),
    ),
    Fault(
        "uncited", "Accuracy and sources",
        "Facts and figures stand without their sources.",
        "Put behind each of them the source that this key gives below.",
        _sourceless, "{}", _uncited,
    ),
    Fault(
        "stops-dead", "Own words, economy, close",
        "The paper stops without a last sentence that returns to the claim.",
        "End on the claim of the first paragraph, changed by what was shown.",
        _dead_end, "after {}", _without("M8"),
    ),
    Fault(
        "late-stance", "Stance early",
        "The position comes at the very end instead of the first paragraph.",
        "Open the first paragraph with it.",
        _stance_last, "{}", _late_stance,
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


def prepare(faults: Sequence[Fault], brief: Brief) -> Brief:
    """The brief that the faulty paper is written from."""
    for fault in faults:
        brief = fault.prepare(brief) if fault.prepare else brief
    return brief


def plant(faults: Sequence[Fault], topic: str, sentences: Sentences) -> Sentences:
    """The sentences with every fault planted, in the order given."""
    for fault in faults:
        sentences = fault.plant(sentences, topic) if fault.plant else sentences
    return sentences
