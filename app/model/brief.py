"""Briefs: one delegate's structured work on one topic."""

from enum import StrEnum
from functools import cached_property, lru_cache

from pydantic import Field

from app.model.argument import LineOfArgument
from app.model.assignment import Assignment
from app.model.base import Id, Ids, Line, Prose, Record
from app.model.card import Card, Kind
from app.model.dossier import Term
from app.model.proposal_form import UNTOUCHED, ProposalForm
from app.model.source import Source


class BriefKind(StrEnum):
    """Whose work a brief is."""

    READY = "ready"
    SAMPLE = "sample"
    DELEGATE = "delegate"


class Register(StrEnum):
    """How formally the example and the frames speak."""

    NOVICE = "novice"
    ADVANCED = "advanced"
    FORMAL = "formal"


class Spelling(StrEnum):
    """Which English the paper is written in."""

    BRITISH = "british"
    AMERICAN = "american"


class Passage(Record):
    """One part of the delegate's text; citations stand as `[@card-id, place]`."""

    id: Id
    """The section it fills, by the genre's id: `opening`, `critics`."""

    text: Prose = ""
    """The delegate's words. Empty: untouched, and the example stands in."""

    cards_when_written: Ids = ()
    """The cards of this part when it was last written; later picks differ."""


class Question(Record):
    """One question of the background guide, and where it is answered."""

    text: Line
    """The question, as the guide asks it."""

    passage: Id | None = None
    """The passage that answers it; None: not yet."""

    answer: Prose = ""
    """The answer in the delegate's words, where a conference wants one under it."""


class Settings(Record):
    """How this brief is drafted."""

    register_: Register = Field(default=Register.FORMAL, alias="register")
    """How formally the example and the frames speak."""

    seed: int = 1
    """Chooses among equal wordings; no fact depends on it."""

    spelling: Spelling = Spelling.BRITISH
    """Which English."""

    citation_style: Id | None = None
    """A style's id; None: the first one the conference names."""

    allow_examples: bool = False
    """Whether a final paper may keep sentences that are still ours."""

    words: dict[str, int] = Field(default_factory=dict)
    """Section id to wanted words, where the delegate moved the budget."""


class Brief(Record):
    """One delegate's work on one topic: choices, cards and own words.

    Self-contained: a picked card is copied in with its sources, so the brief
    opens where no dossier is.
    """

    format: int = 1
    """The version of the file format."""

    kind: BriefKind = BriefKind.DELEGATE
    """Whose work it is."""

    dossier: Id | None = None
    """The dossier it was begun from; None: from an empty page."""

    assignment: Assignment
    """Who speaks, where, on what."""

    line: LineOfArgument | None = None
    """The line of argument as picked and edited; None: not chosen yet."""

    picks: Ids = ()
    """The ids of the chosen cards, in the order they will be argued."""

    cards: tuple[Card, ...] = ()
    """Copies of the chosen cards and of the cards they lean on, and own cards."""

    sources: tuple[Source, ...] = ()
    """The sources of those cards."""

    glossary: tuple[Term, ...] = ()
    """Acronyms the paper may have to expand."""

    passages: tuple[Passage, ...] = ()
    """The delegate's text, by section."""

    proposals: dict[Id, ProposalForm] = Field(default_factory=dict)
    """What the delegate decided about proposals, by the id of their card."""

    questions: tuple[Question, ...] = ()
    """The guide's questions."""

    agenda: Prose = ""
    """Private notes; they never reach a public paper."""

    settings: Settings = Settings()
    """How it is drafted."""

    def card(self, card_id: str) -> Card | None:
        """The card with this id, or None where the brief does not hold it."""
        return self._cards_by_id.get(card_id)

    def source(self, source_id: str) -> Source | None:
        """The source with this id, or None where the brief does not hold it."""
        return self._sources_by_id.get(source_id)

    @cached_property
    def _cards_by_id(self) -> dict[str, Card]:
        return {card.id: card for card in reversed(self.cards)}

    @cached_property
    def _sources_by_id(self) -> dict[str, Source]:
        return {source.id: source for source in reversed(self.sources)}

    def passage(self, passage_id: str) -> Passage:
        """The passage of a section, an empty one where nothing is written."""
        for passage in self.passages:
            if passage.id == passage_id:
                return passage
        return _unwritten(passage_id)

    def form_of(self, card_id: str) -> ProposalForm:
        """The form of a proposal, an untouched one where nothing was filled in."""
        return self.proposals.get(card_id, UNTOUCHED)

    def with_form(self, card_id: str, form: ProposalForm) -> "Brief":
        """The brief with this form of a proposal; an untouched one is left out."""
        others = {name: one for name, one in self.proposals.items() if name != card_id}
        if form == UNTOUCHED:
            return self.revise(proposals=others)
        return self.revise(proposals={**self.proposals, card_id: form})

    def picked(self, *kinds: Kind) -> tuple[Card, ...]:
        """The chosen cards, of these kinds or of all, in the order chosen."""
        held = {card.id: card for card in self.cards}
        chosen = (held[card_id] for card_id in self.picks if card_id in held)
        return tuple(card for card in chosen if not kinds or card.kind in kinds)

    def with_passage(self, passage: Passage) -> "Brief":
        """The brief with this passage in place of the one of the same id."""
        ids = [one.id for one in self.passages]
        if passage.id in ids:
            kept = [passage if one.id == passage.id else one for one in self.passages]
        else:
            kept = [*self.passages, passage]
        return self.revise(passages=tuple(kept))


@lru_cache(maxsize=64)
def _unwritten(passage_id: str) -> Passage:
    return Passage(id=passage_id)
