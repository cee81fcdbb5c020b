"""Evidence in words: a card's voice, date, confidence, figures and sources."""

from collections.abc import Iterator

from app.drafting.bank import BLANK
from app.language.dates import in_words
from app.language.grammar import join_names, sentence_start
from app.language.links import safe_link
from app.model.brief import Brief, BriefKind, Spelling
from app.model.card import (
    Card,
    Confidence,
    Figure,
    GrantedBasis,
    Kind,
    Proposal,
    ProposalBasis,
    Sourcing,
    Voice,
)
from app.model.paper import Inline, Span
from app.model.source import Place, Source

VOICES = {
    Voice.COUNTRY: "the country’s own words",
    Voice.UN: "the United Nations",
    Voice.STATE: "another State",
    Voice.REGIONAL: "a regional organisation",
    Voice.CIVIL: "civil society",
    Voice.MEDIA: "the press",
}
"""Whose words a card reports."""

CONFIDENCES = {
    Confidence.VERIFIED: "checked in more than one place",
    Confidence.SINGLE: "stands in one source only",
    Confidence.SEED_ONLY: "not checked beyond the text it came from",
    Confidence.CONFLICTING: "sources differ; read the note",
}
"""How far a card can be trusted."""

SOURCINGS = {
    Sourcing.INDEPENDENT: "confirmed by others",
    Sourcing.SINGLE: "one author",
    Sourcing.OWN: "only the country’s own authorities say so",
}
"""Whether anybody but the country says so."""

GROUNDS = {
    GrantedBasis.CONCEDED: "conceded by the Government itself",
    GrantedBasis.UNDISPUTED: "left undisputed, which is silence and no admission",
    GrantedBasis.NONE: "nothing is conceded on record",
}
"""On what ground a part of a criticism is granted."""

KINDS = {
    Kind.STANCE: "What the country stands for",
    Kind.RECORD: "What it did",
    Kind.CRITICISM: "What others hold against it",
    Kind.ANSWER: "Replies",
    Kind.PROPOSAL: "Proposals",
    Kind.STATISTIC: "Figures",
    Kind.CONTEXT: "Background",
    Kind.TIMELINE: "Dates",
}
"""What a group of cards is called, in the order of a binder."""


def is_blank(card: Card, brief: Brief) -> bool:
    """Whether act, date, money and check of a card are left to the delegate.

    A proposal that we drafted shows a delegate who would act, on what it builds
    and where that stands; only ready and sample briefs show the rest.
    """
    if not isinstance(card, Proposal) or brief.kind is not BriefKind.DELEGATE:
        return False
    return card.basis is ProposalBasis.DRAFTED and card.origin is not None


def proposal_name(card: Card) -> str:
    """What a proposal is called."""
    name = card.name if isinstance(card, Proposal) else None
    said = name or card.say.first("name") or card.statement
    return sentence_start(said.rstrip("."))


def proposed_actor(card: Card) -> str:
    """Who would act; a blank where the card does not say."""
    actor = card.proposed_actor if isinstance(card, Proposal) else None
    return card.say.first("actor") or actor or BLANK


def date_words(text: str | None, brief: Brief) -> str:
    """A date of a card in words; what is no ISO date stays as it is."""
    if not text:
        return "not known"
    american = brief.settings.spelling is Spelling.AMERICAN
    for sign, joint in (("; ", "; "), ("/", " to ")):
        if sign in text:
            parts = text.split(sign)
            return joint.join(in_words(one.strip(), american=american) for one in parts)
    return in_words(text, american=american)


def figure_words(figure: Figure) -> str:
    """A figure: `22 States (what), 2014`."""
    value = figure.value
    said = f"{value:,}" if isinstance(value, int | float) else value
    year = f", {figure.year}" if figure.year else ""
    return f"{said} {figure.unit}: {figure.what}{year}"


def places(card: Card, brief: Brief) -> tuple[tuple[Source, Place], ...]:
    """Where a card stands, the source to cite first."""
    found = [
        (source, place)
        for place in card.sources
        if (source := brief.source(place.id)) is not None
    ]
    if card.cite_as and not any(source.id == card.cite_as for source, _ in found):
        source = brief.source(card.cite_as)
        if source:
            found.insert(0, (source, Place(id=source.id)))
    return tuple(sorted(found, key=lambda one: one[0].id != card.cited_source))


def source_words(source: Source, place: Place, brief: Brief) -> tuple[Inline, ...]:
    """A source with its author, its date, the place in it and its address."""
    return tuple(_source_spans(source, place, brief, address=True))


def short_source(source: Source, place: Place, brief: Brief) -> tuple[Inline, ...]:
    """A source with its date and the place in it, for a table."""
    return tuple(_source_spans(source, place, brief, address=False))


def _source_spans(
    source: Source, place: Place, brief: Brief, *, address: bool
) -> Iterator[Inline]:
    yield Span(text=source.title, italic=True)
    symbol = (
        source.symbol if source.symbol and source.symbol not in source.title else ""
    )
    who = join_names(source.author) or source.publisher
    when = date_words(source.date, brief) if source.date else "no date"
    parts = [symbol, who if address else "", when, place.where]
    said = ", ".join(part for part in parts if part)
    stop = " " if source.title.endswith(("?", "!", ".")) else ". "
    yield Span(text=f"{stop}{sentence_start(said)}.")
    link = safe_link(source.url) if source.url else None
    if address and link:
        yield Span(text=" ")
        yield Span(text=source.url or link, link=link)
