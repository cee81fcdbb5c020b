"""A delegate's own card: a claim, who says it, and the source it stands in.

All three are asked for. A card without a source is possible only as an
inference, and then says so wherever it is shown.
"""

import re
import unicodedata
from collections.abc import Container

from app.model.base import Line, Prose, Record
from app.model.card import (
    CARD_TYPES,
    Card,
    Confidence,
    Kind,
    ReplyLabel,
    Sourcing,
    Voice,
)
from app.model.errors import Trouble
from app.model.source import Place, Source, SourceType
from app.research.figures_by_year import figures_by_year

OWN = "own-"
"""How the ids of one's own cards and sources begin."""

_LONGEST_SLUG = 40


class NotACardYet(Trouble):
    """Something a card cannot do without is still missing."""


class Found(Record):
    """What a delegate found, as they typed it."""

    kind: Kind
    """What the card is good for."""

    claim: Prose
    """The fact in the delegate's own words."""

    who: Line = ""
    """Who says or did it."""

    voice: Voice = Voice.MEDIA
    """Whose words it is."""

    when: Line = ""
    """When: a day, a year or words."""

    title: Line = ""
    """The title of the source."""

    publisher: Line = ""
    """Who published it."""

    url: Line = ""
    """Where it can be read."""

    symbol: Line = ""
    """Its UN document symbol."""

    where: Line = ""
    """The place in it: a page, a paragraph."""

    counted: Line = ""
    """What its figures count: `victims identified`."""

    by_year: Line = ""
    """Its figures by year: `2019: 94; 2020: 131`."""

    so_what: Prose = ""
    """Why it matters in the room."""

    inferred: bool = False
    """Whether it is the delegate's inference and no source says it."""


class OwnCard(Record):
    """A card of one's own with the source it stands in."""

    card: Card
    """The card."""

    source: Source | None
    """Its source; None for an inference."""


def make_card(found: Found, taken: Container[str] = ()) -> OwnCard:
    """A card from what a delegate typed, under an id nobody has taken.

    Raises:
        NotACardYet: the claim, its author or its source is missing.
        NoFigures: its figures by year cannot be understood.
    """
    missing = _missing(found)
    if missing:
        raise NotACardYet(
            f"A card needs {missing}.",
            hint="No source says it? Then mark it as your own inference.",
        )
    source = None if found.inferred else _source(found, taken)
    return OwnCard(card=_card(found, source, taken), source=source)


def _missing(found: Found) -> str:
    if not found.claim.strip():
        return "a claim: the fact in your own words"
    if found.inferred:
        return ""
    if not found.who:
        return "somebody who says it or did it"
    return "" if found.title or found.symbol else "the title or symbol of its source"


def _source(found: Found, taken: Container[str]) -> Source:
    title = found.title or found.symbol
    return Source(
        id=_free(f"{OWN}{_slug(found.symbol or title)}", taken),
        type=SourceType.UN_REPORT if found.symbol else SourceType.WEB,
        title=title,
        publisher=found.publisher or None,
        date=found.when or None,
        symbol=found.symbol or None,
        url=found.url or None,
    )


def _card(found: Found, source: Source | None, taken: Container[str]) -> Card:
    named = {source.id} if source else set[str]()
    card_id = _free(f"{OWN}{_slug(found.claim)}", taken, also=named)
    parts = {
        "kind": found.kind,
        "id": card_id,
        "statement": found.claim.strip(),
        "actor": found.who or None,
        "date": found.when or None,
        "voice": found.voice,
        "confidence": Confidence.SINGLE,
        "sourcing": (Sourcing.OWN if found.voice is Voice.COUNTRY else Sourcing.SINGLE),
        "so_what": found.so_what or None,
        "symbol": found.symbol or None,
        "figures": figures_by_year(found.counted, found.by_year),
        "sources": (
            (Place(id=source.id, where=found.where or None),) if source else ()
        ),
        "inferred": found.inferred,
    }
    if found.kind is Kind.ANSWER:
        parts["label"] = ReplyLabel.ELSEWHERE
    if found.kind is Kind.PROPOSAL:
        parts["basis"] = "drafted" if found.inferred else "documented"
    card: Card = CARD_TYPES[found.kind].model_validate(parts)  # type: ignore[assignment]
    return card


def _slug(text: str) -> str:
    """A short kebab-case name of the first words, in plain letters."""
    letters = unicodedata.normalize("NFKD", text.lower())
    plain = letters.encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    slug = "-".join(words[:6])[:_LONGEST_SLUG].strip("-")
    return slug or "card"


def _free(wanted: str, taken: Container[str], also: Container[str] = ()) -> str:
    """The wanted name, or the same with the first free number behind it."""
    name, number = wanted, 1
    while name in taken or name in also:
        number += 1
        name = f"{wanted}-{number}"
    return name
