"""Cards: one fact each, with its voice, its date and where it stands."""

from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from app.model.base import Id, Ids, Line, Prose, Record
from app.model.say import Say
from app.model.source import Place


class Kind(StrEnum):
    """What a card is good for in a paper."""

    STANCE = "stance"
    RECORD = "record"
    CRITICISM = "criticism"
    ANSWER = "answer"
    PROPOSAL = "proposal"
    CONTEXT = "context"
    STATISTIC = "statistic"
    TIMELINE = "timeline"


class Voice(StrEnum):
    """Whose words a card reports."""

    COUNTRY = "country"
    UN = "un"
    STATE = "state"
    REGIONAL = "regional"
    CIVIL = "civil"
    MEDIA = "media"


class Confidence(StrEnum):
    """How far a card can be trusted."""

    VERIFIED = "verified"
    SINGLE = "single-source"
    SEED_ONLY = "seed-only"
    CONFLICTING = "conflicting"


class Sourcing(StrEnum):
    """Whether anybody but the country itself says so."""

    INDEPENDENT = "independent"
    SINGLE = "single"
    OWN = "own-authorities-only"


class Figure(Record):
    """One number of a card."""

    value: int | float | Line
    """The number, or text such as `17 to 26` or `Tier 3`."""

    unit: Line
    """What is counted: `States`, `per cent`, `US dollars`."""

    what: Line
    """What the number is about."""

    year: int | None = None
    """The year it holds for; None where `what` or the card's date says it."""


class Sphere(StrEnum):
    """Where a deed or a figure belongs: in the country, or in the world."""

    HOME = "home"
    ABROAD = "abroad"


class Fact(Record):
    """What every card has, whatever its kind."""

    id: Id
    """Its stable name: `rec-global-plan`."""

    statement: Prose
    """The fact in our own words, never a copied sentence."""

    actor: Line | None = None
    """Who said or did it. None where no one body is meant."""

    date: Line | None = None
    """When: a day, a period or words, as text. None is unknown."""

    as_of: Line | None = None
    """The last month the fact was checked, as `YYYY-MM`."""

    voice: Voice
    """Whose words it reports."""

    confidence: Confidence
    """How far it can be trusted."""

    sourcing: Sourcing
    """Whether it rests on the country's own authorities alone."""

    so_what: Prose | None = None
    """Why it matters in the room, said to the delegate."""

    symbol: Line | None = None
    """The UN document symbol the fact is about."""

    cite_as: Id | None = None
    """The source a delegate should cite for it; None: the first of `sources`."""

    figures: tuple[Figure, ...] = ()
    """Its numbers, in the order the statement gives them."""

    sources: tuple[Place, ...] = ()
    """Where it stands, the best place first."""

    note: Prose | None = None
    """Limits of the fact, or both sides of a conflict."""

    sensitive: bool = False
    """Whether a teacher may hide it: harm to children, removal of organs."""

    inferred: bool = False
    """Whether it is the delegate's inference and not a documented fact."""

    origin: Line | None = None
    """`dossier#hash` where it was copied from; None for a card of one's own."""

    say: Say = Say()
    """The forms a sentence can use."""

    @property
    def cited_source(self) -> str | None:
        """The id of the source a sentence about this card should cite."""
        return self.cite_as or (self.sources[0].id if self.sources else None)

    @cached_property
    def source_ids(self) -> Ids:
        """The ids of its sources in their order, then of the one to cite."""
        places = tuple([one.id for one in self.sources])
        return (*places, self.cite_as) if self.cite_as else places

    @property
    def named_sources(self) -> Ids:
        """The ids of all its sources, the one to cite first."""
        cited = (self.cite_as,) if self.cite_as else ()
        return tuple(dict.fromkeys((*cited, *(one.id for one in self.sources))))


class Stance(Fact):
    """What the country says it stands for."""

    kind: Literal[Kind.STANCE] = Kind.STANCE
    """Always `stance`."""


class RecordCard(Fact):
    """What the country did, joined or obtained."""

    sphere: Sphere | None = None
    """At home or abroad, so that each is told in its own place; None: at home."""

    kind: Literal[Kind.RECORD] = Kind.RECORD
    """Always `record`."""


class Context(Fact):
    """Background needed to understand the rest."""

    kind: Literal[Kind.CONTEXT] = Kind.CONTEXT
    """Always `context`."""


class Statistic(Fact):
    """A figure with its period and its origin."""

    kind: Literal[Kind.STATISTIC] = Kind.STATISTIC
    """Always `statistic`."""

    sphere: Sphere | None = None
    """Whether it counts the country or the world; None: the country."""


class Timeline(Fact):
    """A dated step."""

    kind: Literal[Kind.TIMELINE] = Kind.TIMELINE
    """Always `timeline`."""

    related: Id | None = None
    """The card with the details."""


class GrantedBasis(StrEnum):
    """On what ground a part of a criticism is granted."""

    CONCEDED = "conceded"
    UNDISPUTED = "undisputed"
    NONE = "none"


class Criticism(Fact):
    """What others hold against the country or ask of it."""

    kind: Literal[Kind.CRITICISM] = Kind.CRITICISM
    """Always `criticism`."""

    plain: Line | None = None
    """The charge in words a newcomer understands."""

    strength: Annotated[int, Field(ge=1, le=5)] | None = None
    """How damaging it is in debate, 1 to 5. None is not weighed."""

    granted: Prose | None = None
    """What the State itself conceded or left undisputed, in its voice."""

    granted_basis: GrantedBasis = GrantedBasis.NONE
    """Whether it was conceded, or only not disputed, which is silence."""

    granted_cards: Ids = ()
    """The cards the concession rests on."""

    care: bool = False
    """Whether nothing may be drafted but an attributed line, facts, an offer."""

    care_note: Prose | None = None
    """What to keep apart when answering."""

    attributed_line: Prose | None = None
    """For a care matter: who says what, in one sentence."""

    documented_facts: Ids = ()
    """For a care matter: the cards that may be named beside it."""

    examination_offer: Prose | None = None
    """For a care matter: the neutral examination that can be offered."""

    offer_rests_on: Ids = ()
    """The cards the offer builds on; the offer itself is ours."""

    avoid_replies: Ids = ()
    """Replies that would be a clever line here; they are left unused."""

    denial_cards: Ids = ()
    """Replies that may be reported as denials and no further."""


class ReplyLabel(StrEnum):
    """What a reply does to the charge. "Answered" is not a label."""

    DENIES = "denies"
    ELSEWHERE = "points elsewhere"
    IN_PART = "meets in part"
    MEETS = "meets"


class ReplyBasis(StrEnum):
    """Whether the State said it, or the reply only rests on the record."""

    STATED = "stated"
    RECORD = "record-based"


class Answer(Fact):
    """A reply to a criticism, with its label and its limits."""

    kind: Literal[Kind.ANSWER] = Kind.ANSWER
    """Always `answer`."""

    answers: Ids = ()
    """The criticisms it replies to. Links are written here, once."""

    basis: ReplyBasis = ReplyBasis.RECORD
    """A record-based reply is never put into an official's mouth."""

    label: ReplyLabel
    """What it does to the charge."""

    label_by_charge: dict[str, ReplyLabel] = Field(default_factory=dict)
    """Criticism id to label, where it does not weigh the same everywhere."""

    supported_by: Ids = ()
    """The cards behind it."""

    limits: Prose | None = None
    """What it leaves open."""

    limits_cards: Ids = ()
    """The cards its limits rest on."""

    rejoinder: Prose | None = None
    """What the critic will likely say next."""

    rejoinder_cards: Ids = ()
    """The cards that rejoinder rests on."""

    def label_for(self, criticism: str) -> ReplyLabel:
        """What this reply does to one criticism, by its id."""
        return self.label_by_charge.get(criticism, self.label)


class ProposalBasis(StrEnum):
    """Whether the State proposed it, or it is ours for this committee."""

    DOCUMENTED = "documented"
    DRAFTED = "drafted"


class Proposal(Fact):
    """What the country proposes, or what is drafted for this committee."""

    kind: Literal[Kind.PROPOSAL] = Kind.PROPOSAL
    """Always `proposal`."""

    basis: ProposalBasis
    """`drafted` is never shown as history."""

    by_country: bool = True
    """Whether the country itself made it, not another author."""

    status: Line | None = None
    """How it stands: `met`, `partly met`, `standing`, `limited use`."""

    status_note: Prose | None = None
    """What its standing means for a paper today."""

    name: Line | None = None
    """What to call it: `a chapter on demand`."""

    committee: Line | None = None
    """The body that could adopt it."""

    operative_verb: Line | None = None
    """The verb of its operative clause: `requests`, `invites`."""

    proposed_actor: Line | None = None
    """Who would act."""

    act: Line | None = None
    """What they would do, as a bare infinitive."""

    object: Line | None = None
    """To or with what."""

    deadline: Line | None = None
    """By when, as a rule that holds for any session."""

    funding: Line | None = None
    """Who pays."""

    check: Line | None = None
    """Who checks, and where it is reported."""

    built_on: Ids = ()
    """The cards it builds on."""

    addresses: Ids = ()
    """The criticisms, problems and figures it is meant for."""

    who_agrees: Prose | None = None
    """Who is likely to agree, and why: an expectation, not a position."""

    likely_objection: Prose | None = None
    """What others will likely say against it."""

    reply_to_objection: Prose | None = None
    """What can be said in return."""

    lines: Ids = ()
    """The lines of argument it belongs to."""

    care: bool = False
    """Whether it touches a matter of care."""


Card = Annotated[
    Stance
    | RecordCard
    | Criticism
    | Answer
    | Proposal
    | Context
    | Statistic
    | Timeline,
    Field(discriminator="kind"),
]
"""A card of any kind, told apart by its `kind`."""

CARD_TYPES: dict[Kind, type[Fact]] = {
    Kind.STANCE: Stance,
    Kind.RECORD: RecordCard,
    Kind.CRITICISM: Criticism,
    Kind.ANSWER: Answer,
    Kind.PROPOSAL: Proposal,
    Kind.CONTEXT: Context,
    Kind.STATISTIC: Statistic,
    Kind.TIMELINE: Timeline,
}
"""The record that holds each kind of card."""
