"""The argument: a brief's cards sorted by what they are good for.

Where a line of argument is picked, its strands say which card belongs where,
and a card of the line counts only where the delegate picked it. Picks outside
the line follow in the order chosen.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from app.drafting.proposing import is_worked_out
from app.model.argument import LineOfArgument, Strand
from app.model.brief import Brief
from app.model.card import (
    Answer,
    Card,
    Context,
    Criticism,
    Kind,
    Proposal,
    ProposalBasis,
    RecordCard,
    Sphere,
    Statistic,
    Voice,
)
from app.model.memory import Memory

_TELLS = Memory(2048)
"""Whether cards open with certain words."""

_JOINING = ("acceding", "joining", "ratifying", "signing", "becoming a party")
_FOUNDING = ("founding", "gathering", "bringing together", "forming", "uniting")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FOREIGN = frozenset({Voice.UN, Voice.REGIONAL, Voice.STATE})


class Argument(NamedTuple):
    """What a paper can be argued with, each list in the order of the paper."""

    line: LineOfArgument | None
    """The line of argument; None where none is picked."""

    strands: tuple[Strand, ...]
    """Its strands."""

    stances: tuple[Card, ...]
    """What the country stands for, in its own voice and nobody else's."""

    problem: tuple[Card, ...]
    """How far the problem reaches."""

    causes: tuple[tuple[int, Card], ...]
    """Why it lasts: the strand, counted from 0, and the card; no card twice."""

    figures: tuple[Card, ...]
    """The national figures, the oldest first."""

    exposures: tuple[Card, ...]
    """What the problem does at home."""

    at_home: tuple[Card, ...]
    """What was done at home."""

    results: tuple[Card, ...]
    """What others saw of that."""

    abroad: tuple[RecordCard, ...]
    """What was done abroad, in the order chosen."""

    gaps_at_home: tuple[int, ...]
    """The strands whose gap lies at home."""

    gaps_abroad: tuple[int, ...]
    """The strands whose gap lies abroad."""

    charges: tuple[Criticism, ...]
    """The criticisms, the strongest first."""

    replies: tuple[Answer, ...]
    """The chosen replies."""

    drafted: tuple[tuple[int | None, Proposal], ...]
    """The proposals worked out for this committee, each with its strand."""

    documented: tuple[Proposal, ...]
    """What the country itself has proposed."""


def read_argument(brief: Brief) -> Argument:
    """A brief's cards, sorted."""
    picked = brief.picked()
    strands = brief.line.strand if brief.line else ()
    records = [card for card in picked if isinstance(card, RecordCard)]
    home = [card for card in records if card.sphere is not Sphere.ABROAD]
    results = [card for card in home if card.voice in _FOREIGN and not card.say.gerund]
    abroad = [card for card in records if card.sphere is Sphere.ABROAD]
    used = {card.id for card in abroad}
    gaps = [at for at, strand in enumerate(strands) if strand.gap]
    gaps_abroad = [at for at in gaps if used & set(strands[at].record)]
    causes = tuple(_causes(picked, strands))
    told = causes if len(causes) == len(strands) else causes[:2]
    caused = {card.id for _, card in told}
    context = [card for card in picked if isinstance(card, Context)]
    figures = [card for card in picked if isinstance(card, Statistic)]
    figures = [card for card in figures if card.say.clause]
    worked_out = [
        card
        for card in picked
        if isinstance(card, Proposal) and is_worked_out(card, brief)
    ]
    exposed = {one for strand in strands for one in strand.exposure}
    return Argument(
        line=brief.line,
        strands=strands,
        stances=tuple(
            card
            for card in picked
            if card.kind is Kind.STANCE and card.voice is Voice.COUNTRY
        ),
        problem=(
            *(card for card in figures if card.sphere is Sphere.ABROAD),
            *(
                card
                for card in context
                if card.id not in caused | exposed and card.say.clause
            ),
        ),
        causes=causes,
        figures=tuple(card for card in figures if card.sphere is not Sphere.ABROAD),
        exposures=tuple(card for card in context if card.id in exposed),
        at_home=tuple([card for card in home if not _is_among(card, results)]),
        results=tuple(results),
        abroad=tuple(abroad),
        gaps_at_home=tuple(at for at in gaps if at not in gaps_abroad),
        gaps_abroad=tuple(gaps_abroad),
        charges=_charges(picked, caused),
        replies=tuple(card for card in picked if isinstance(card, Answer)),
        drafted=tuple(_drafted(worked_out, strands)),
        documented=tuple(
            card
            for card in picked
            if isinstance(card, Proposal)
            and card.basis is ProposalBasis.DOCUMENTED
            and not _is_among(card, worked_out)
        ),
    )


def _is_among(card: Card, others: Iterable[Card]) -> bool:
    return any(card is one for one in others)


def is_joining(card: Card) -> bool:
    """Whether the card tells of a duty taken on: a treaty joined or ratified."""
    return _tells(card, _JOINING)


def is_founding(card: Card) -> bool:
    """Whether the card tells of partners found."""
    return _tells(card, _FOUNDING)


def _tells(card: Card, openings: tuple[str, ...]) -> bool:
    return _TELLS.of(
        (card, openings),
        (),
        lambda: any(one.startswith(openings) for one in card.say.variants("gerund")),
    )


def is_lasting(card: Card) -> bool:
    """Whether the card tells of what goes on today."""
    return card.statement.startswith(("Every ", "Each ", "Since "))


def is_shift(before: Sequence[Card], now: Sequence[Card]) -> bool:
    """Whether the one card tells of years that ended before those of the other."""
    if not before or not now:
        return False
    ended, began = _years(before[0]), _years(now[0])
    return bool(ended and began) and max(ended) < min(began)


def _years(card: Card) -> list[int]:
    """The years a card speaks of; none where they have no end."""
    date = card.date or ""
    return [] if "since" in date else [int(one) for one in _YEAR.findall(date)]


def _causes(
    picked: Iterable[Card], strands: Iterable[Strand]
) -> Iterator[tuple[int, Card]]:
    """One cause a strand, told by its card; without strands, every picked driver."""
    held = {card.id: card for card in picked if card.say.cause}
    strands = tuple(strands)
    if not strands:
        yield from ((0, card) for card in held.values())
        return
    taken: set[str] = set()
    for at, strand in enumerate(strands):
        found = next(
            (one for one in strand.cause if one in held and one not in taken), None
        )
        if found:
            taken.add(found)
            yield at, held[found]


def _charges(picked: Iterable[Card], caused: Container[str]) -> tuple[Criticism, ...]:
    """The criticisms to meet; one told as a cause is conceded and built on."""
    found = (card for card in picked if isinstance(card, Criticism))
    return tuple(card for card in found if card.id not in caused)


def _drafted(
    proposals: Iterable[Proposal], strands: tuple[Strand, ...]
) -> Iterator[tuple[int | None, Proposal]]:
    """The worked-out proposals by strand; those of no strand come last."""
    held = {card.id: card for card in proposals}
    for at, strand in enumerate(strands):
        for one in strand.proposal:
            if one in held:
                yield at, held.pop(one)
    for card in held.values():
        yield None, card
