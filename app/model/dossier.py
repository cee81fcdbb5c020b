"""Dossiers: everything known about one country on one topic."""

from enum import StrEnum
from functools import cached_property

from app.model.argument import LineOfArgument, Wording
from app.model.assignment import Country
from app.model.base import Id, Ids, Line, Prose, Record
from app.model.card import Answer, Card, Criticism, Kind, Proposal
from app.model.source import Source


class Pick(Record):
    """One card a newcomer is shown first, and why."""

    id: Id
    """The card."""

    why: Line
    """Its use, in half a line."""


class StarterGroup(Record):
    """A named group of the shortlist."""

    group: Line
    """Its heading: `What Belarus stands for`."""

    kinds: tuple[Kind, ...]
    """The kinds of card in it."""

    picks: tuple[Pick, ...]
    """The cards, best first."""


class Term(Record):
    """One word or acronym of the topic, explained on one line."""

    term: Line
    """As it is written: `GRETA`."""

    say: Line
    """What it is, in one sentence."""

    expand: Line | None = None
    """The words an acronym stands for; None where it is not an acronym."""

    cards: Ids = ()
    """The cards the explanation rests on."""


class ConflictKind(StrEnum):
    """Whether one side is wrong, or two sides stand."""

    CORRECTION = "correction"
    DISAGREEMENT = "disagreement"


class Conflict(Record):
    """Where sources say different things."""

    id: Id
    """Its stable name."""

    kind: ConflictKind
    """A correction settles it; only a disagreement brings both sides to a text."""

    subject: Line
    """What it is about."""

    one: Prose
    """What one side says."""

    other: Prose
    """What the other side says."""

    cards: Ids = ()
    """The cards it touches."""


class OpenQuestion(Record):
    """Something commonly said that could not be confirmed; never a fact."""

    id: Id
    """Its stable name."""

    statement: Prose
    """What is not confirmed."""

    note: Prose | None = None
    """Why, and where one could look."""


class SpeakingFor(Record):
    """Half a page on speaking for the country."""

    title: Line
    """Its heading."""

    text: Prose
    """Paragraphs, a blank line between them."""


class Dossier(Record):
    """Cards, sources and lines of argument for one country and topic."""

    format: int = 1
    """The version of the file format."""

    id: Id
    """Its place on the shelf: `belarus/human-trafficking`."""

    title: Line
    """What the shelf calls it: `Belarus on human trafficking`."""

    country: Country
    """The country it speaks for."""

    topic: Line
    """The topic."""

    facts_up_to: Line | None = None
    """The last month its facts cover, `YYYY-MM`."""

    cards: tuple[Card, ...]
    """Every card, by kind and then in the order of the files."""

    sources: tuple[Source, ...]
    """Every source the cards name."""

    lines: tuple[LineOfArgument, ...] = ()
    """Lines of argument, the plainest first."""

    wordings: tuple[Wording, ...] = ()
    """Other ways to say them."""

    conflicts: tuple[Conflict, ...] = ()
    """Where sources say different things."""

    open: tuple[OpenQuestion, ...] = ()
    """What is not confirmed."""

    starter: tuple[StarterGroup, ...] = ()
    """The newcomer's shortlist."""

    glossary: tuple[Term, ...] = ()
    """Acronyms and words of the topic."""

    speaking_for: SpeakingFor | None = None
    """How to speak for the country."""

    def card(self, card_id: str) -> Card:
        """The card with this id.

        Raises:
            KeyError: no card has it.
        """
        return self.cards_by_id[card_id]

    def source(self, source_id: str) -> Source:
        """The source with this id.

        Raises:
            KeyError: no source has it.
        """
        return self.sources_by_id[source_id]

    @cached_property
    def cards_by_id(self) -> dict[str, Card]:
        """Id to card, made once; the first one where two share an id."""
        return {card.id: card for card in reversed(self.cards)}

    @cached_property
    def sources_by_id(self) -> dict[str, Source]:
        """Id to source, made once; the first one where two share an id."""
        return {source.id: source for source in reversed(self.sources)}

    def of_kind(self, *kinds: Kind) -> tuple[Card, ...]:
        """The cards of these kinds, in the dossier's order."""
        return tuple(card for card in self.cards if card.kind in kinds)

    def replies_to(self, criticism: str) -> tuple[Answer, ...]:
        """The replies to a criticism, by its id, in the dossier's order."""
        return tuple(
            card
            for card in self.cards
            if isinstance(card, Answer) and criticism in card.answers
        )

    def proposals_for(self, card_id: str) -> tuple[Proposal, ...]:
        """The proposals that address a criticism or a problem."""
        return tuple(
            card
            for card in self.cards
            if isinstance(card, Proposal) and card_id in card.addresses
        )

    @property
    def criticisms(self) -> tuple[Criticism, ...]:
        """Every criticism, in the dossier's order."""
        return tuple(card for card in self.cards if isinstance(card, Criticism))
