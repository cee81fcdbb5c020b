"""Several briefs of one delegation, joined so that their citations are made once."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.model.brief import Brief
from app.model.card import Card
from app.model.source import Source


class Joined(NamedTuple):
    """Briefs joined into one."""

    brief: Brief
    """The first brief with every card and source, and all topics in its heading."""

    renamed: tuple[Mapping[str, str], ...]
    """For each brief, the cards whose id another brief uses for something else."""


def join_briefs(briefs: Sequence[Brief]) -> Joined:
    """The briefs as one; a card that means something else elsewhere is renamed."""
    if len(briefs) == 1:
        return Joined(briefs[0], ({},))
    cards: dict[str, Card] = {}
    sources: dict[str, Source] = {}
    renamed: list[Mapping[str, str]] = []
    for number, brief in enumerate(briefs, start=1):
        moved = _sources(brief, sources, number)
        names: dict[str, str] = {}
        for card in brief.cards:
            copy = _with_sources(card, moved)
            if cards.get(card.id, copy) != copy:
                names[card.id] = f"{card.id}-{number}"
                copy = copy.with_known(id=names[card.id])
            cards[copy.id] = copy
        renamed.append(names)
    first = briefs[0]
    topics = dict.fromkeys(brief.assignment.topic for brief in briefs)
    whole = first.revise(
        assignment=first.assignment.revise(topic="; ".join(topics)),
        cards=tuple(cards.values()),
        sources=tuple(sources.values()),
    )
    return Joined(whole, tuple(renamed))


def _sources(brief: Brief, held: dict[str, Source], number: int) -> dict[str, str]:
    """Take in the sources of a brief; gives old id to new for those that clash."""
    moved: dict[str, str] = {}
    for source in brief.sources:
        copy = source
        if held.get(source.id, source) != source:
            moved[source.id] = f"{source.id}-{number}"
            copy = source.model_copy(update={"id": moved[source.id]})
        held[copy.id] = copy
    return moved


def _with_sources(card: Card, moved: Mapping[str, str]) -> Card:
    if not moved:
        return card
    places = tuple(
        place.model_copy(update={"id": moved.get(place.id, place.id)})
        for place in card.sources
    )
    cited = moved.get(card.cite_as, card.cite_as) if card.cite_as else None
    return card.with_known(sources=places, cite_as=cited)
