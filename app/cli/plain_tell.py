"""Cards as they are read out: in a list, and in full with their sources."""

from collections.abc import Iterator

from app.model.card import Card
from app.tui import filling, wording
from app.tui.work import Work


def row(work: Work, card: Card) -> str:
    """A card in a list: whether it is chosen, the fact, whose it is, how sure."""
    mark = "CHOSEN. " if work.is_used(card.id) else ""
    about = said(wording.tags(card, work.country))
    return f"{mark}{wording.short(card)}\n({about})"


def in_full(work: Work, card: Card) -> Iterator[str]:
    """Everything there is on a card, line by line."""
    yield card.statement
    for one in filling.told(work, card):
        yield f"{one.label}: {one.text}"
    if not card.sources:
        yield "Source: none; it is your own inference."
    for place in card.sources:
        source = work.source(place.id)
        yield f"Source: {wording.cited(source, place)}"
        if source and source.url:
            yield f"Address: {source.url}"
    for term in wording.words_of(card, work.glossary):
        yield f"Word: {term.term}: {term.say}"


def said(tags: str) -> str:
    """Tags as they are read out, with commas."""
    return tags.replace(" · ", ", ")
