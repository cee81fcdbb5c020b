"""The opening speech: a brief said aloud in 60, 90 or 120 seconds.

Short sentences for the ear, figures in words. A delegate's own passages come
first: their opening sentences stand where ours would.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.drafting.argument import Argument, read_argument
from app.drafting.bank import BLANK
from app.drafting.blocks import section, sheet
from app.drafting.critics import best_reply
from app.drafting.proposing import actor_in, role_in
from app.language.grammar import join_names, sentence_start
from app.language.markers import without_markers
from app.language.sentences import paragraphs, split
from app.language.spelling import american
from app.language.spoken import WORDS_PER_MINUTE, spoken, words_in
from app.library.labels import Labels, open_labels
from app.model.base import Ids
from app.model.brief import Brief, BriefKind, Spelling
from app.model.card import (
    Answer,
    Card,
    Criticism,
    GrantedBasis,
    Proposal,
    ReplyBasis,
    ReplyLabel,
)
from app.model.errors import WrongUse
from app.model.paper import (
    HeaderField,
    Mark,
    Origin,
    Paper,
    Paragraph,
    Section,
    Sentence,
    Span,
)
from app.model.preset import Preset

LENGTHS = (60, 90, 120)
"""How many seconds a speech may be planned for."""

_ORDER = (
    "greeting",
    "opening",
    "home",
    "abroad",
    "critics",
    "proposals",
    "way-forward",
)
_OWN_FIRST = {"opening": 0, "proposals": 0, "way-forward": 1, "critics": 1}
_PROPOSED = 1
_LATER = 4
_COUNTS = ("first", "second", "third")


class Piece(NamedTuple):
    """One breath of the speech: a sentence or two that stand together."""

    passage: str
    """The passage it speaks for; `greeting` and `thanks` for the frame."""

    need: int
    """How dearly it is needed, 0 the dearest."""

    text: str
    """What is said, figures in words."""

    cards: Ids = ()
    """The cards it rests on."""

    ours: bool = True
    """Whether it counts as our wording; a greeting is anybody's."""

    group: str = ""
    """What it stands or falls with; empty: itself alone."""


def draft_speech(brief: Brief, rules: Preset, seconds: int = 90) -> Paper:
    """The opening speech of a brief.

    Args:
        brief: Whose speech it is.
        rules: The rules in force.
        seconds: How long it may take: 60, 90 or 120.

    Raises:
        WrongUse: another length is asked for.
        TemplateBroken: its labels cannot be read.
    """
    if seconds not in LENGTHS:
        said = ", ".join(map(str, LENGTHS[:-1]))
        hint = f"Ask for {said} or {LENGTHS[-1]}."
        raise WrongUse(f"A speech of {seconds} seconds is not planned for.", hint=hint)
    labels = open_labels("speech")
    kept = _fitted(tuple(_pieces(brief, labels)), seconds)
    count = words_in(" ".join(one.text for one in kept))
    timed = labels.say(
        "timed",
        words=count,
        seconds=round(count * 60 / WORDS_PER_MINUTE),
        pace=WORDS_PER_MINUTE,
        wanted=seconds,
    )
    field = HeaderField(name="time", label=labels.say("time"), value=timed)
    mark = Mark.DRAFT if brief.kind is BriefKind.DELEGATE else Mark.SAMPLE
    return sheet(labels, brief, rules, _sections(kept), mark=mark, more=(field,))


def _pieces(brief: Brief, labels: Labels) -> Iterator[Piece]:
    """Everything that could be said, in speaking order."""
    own: dict[str, list[Piece]] = {}
    for piece in _own(brief):
        own.setdefault(piece.passage, []).append(piece)
    yield Piece("greeting", 0, labels.say("greeting"), ours=False)
    ours = _Ours(brief, labels)
    for passage in _ORDER[1:]:
        if passage in own:
            yield from own[passage]
        else:
            yield from ours.of(passage)
    yield Piece("way-forward", 0, labels.say("thanks"), ours=False)


def _own(brief: Brief) -> Iterator[Piece]:
    """The sentences of the passages the delegate wrote, the first ones dearest."""
    is_american = brief.settings.spelling is Spelling.AMERICAN
    for passage in _ORDER[1:]:
        text = paragraphs(brief.passage(passage).text)
        said = [sentence for one in text for sentence in split(one)]
        for at, sentence in enumerate(said):
            words = spoken(without_markers(sentence), american=is_american)
            if words:
                need = _OWN_FIRST.get(passage, 2)
                later = at + (_PROPOSED if passage == "proposals" else _LATER)
                yield Piece(passage, later if at else need, words, ours=False)


class _Ours:
    """What a brief's cards would say aloud."""

    def __init__(self, brief: Brief, labels: Labels) -> None:
        self._brief = brief
        self._labels = labels
        self._argument: Argument = read_argument(brief)
        country = brief.assignment.country
        self._country = f"the {country.name}" if country.article else country.name
        self._american = brief.settings.spelling is Spelling.AMERICAN

    def of(self, passage: str) -> Iterator[Piece]:
        """The pieces of one passage."""
        yield from {
            "opening": self._opening,
            "home": self._home,
            "abroad": self._abroad,
            "critics": self._critics,
            "proposals": self._proposals,
            "way-forward": self._way_forward,
        }[passage]()

    def _piece(
        self, passage: str, need: int, label: str, cards: Ids = (), **values: str
    ) -> Piece:
        text = self._labels.say(label, **values)
        whole = " ".join(sentence_start(one) for one in split(text))
        if self._american:
            whole = american(whole)
        return Piece(passage, need, spoken(whole, american=self._american), cards)

    def _opening(self) -> Iterator[Piece]:
        line = self._argument.line
        if line is None:
            for card in self._argument.stances[:1]:
                clause = _said(card, "clause") or card.statement.rstrip(".")
                yield self._piece("opening", 0, "stance", (card.id,), clause=clause)
            return
        yield self._piece(
            "opening", 0, "claim", country=self._country, claim=line.claim
        )
        because = line.because.rstrip(".")
        yield self._piece("opening", 4, "because", because=because)
        parts = [strand.part for strand in line.strand]
        if len(parts) in {2, 3}:
            label = "parts" if len(parts) == 3 else "parts_two"
            yield self._piece("opening", 1, label, parts=join_names(parts))

    def _home(self) -> Iterator[Piece]:
        for card in self._argument.figures[:1]:
            clause = _said(card, "clause")
            yield self._piece("home", 3, "figure", (card.id,), clause=clause)

    def _abroad(self) -> Iterator[Piece]:
        argument = self._argument
        told: list[Card] = [card for card in argument.abroad if card.say.clause]
        told = told or [*argument.at_home, *argument.abroad]
        for label, need, card in zip(("deed", "deed_too"), (2, 5), told, strict=False):
            clause = _said(card, "clause") or card.statement.rstrip(".")
            yield self._piece("abroad", need, label, (card.id,), clause=clause)

    def _critics(self) -> Iterator[Piece]:
        for charge in self._argument.charges[:1]:
            if charge.care:
                yield from self._care(charge)
            elif charge.say.critic and charge.say.charge:
                yield from self._charge(charge)

    def _charge(self, charge: Criticism) -> Iterator[Piece]:
        cards = (charge.id,)
        critic, says = _said(charge, "critic"), _said(charge, "charge")
        named = self._piece("critics", 2, "charge", cards, critic=critic, charge=says)
        yield named._replace(group=charge.id)
        granted = _said(charge, "granted")
        if granted:
            conceded = charge.granted_basis is GrantedBasis.CONCEDED
            label = "conceded" if conceded else "undisputed"
            said = self._piece(
                "critics", 3, label, cards, country=self._country, granted=granted
            )
            yield said if self._replied(charge) else said._replace(group=charge.id)
        reply = best_reply(charge, self._argument.replies)
        if reply:
            label = _reply_label(charge, reply)
            words = _said(reply, "reply")
            met = self._piece("critics", 2, label, (reply.id,), reply=words)
            yield met._replace(group=charge.id)

    def _replied(self, charge: Criticism) -> bool:
        return best_reply(charge, self._argument.replies) is not None

    def _care(self, charge: Criticism) -> Iterator[Piece]:
        cards = (charge.id,)
        if charge.attributed_line:
            line = charge.attributed_line
            yield self._piece("critics", 2, "care", cards, line=line)
        if charge.examination_offer:
            offer = charge.examination_offer
            yield self._piece("critics", 2, "offer", charge.offer_rests_on, offer=offer)

    def _proposals(self) -> Iterator[Piece]:
        drafted = [card for _, card in self._argument.drafted]
        wanted = [*drafted, *(one for one in self._argument.documented if one.say.act)]
        if not wanted:
            return
        yield self._piece("proposals", 0, "proposals")
        for at, (label, card) in enumerate(zip(_COUNTS, wanted, strict=False)):
            piece = self._piece(
                "proposals", (0, 1, 3)[at], label, (card.id, *_built(card)),
                actor=actor_in(card, self._brief),
                act=self._told(card, "act"), when=self._told(card, "when"),
            )  # fmt: skip
            yield piece._replace(text=piece.text.replace(", .", "."))

    def _told(self, card: Proposal, form: str) -> str:
        """The shortest way to say one form of a proposal, as the delegate has it."""
        said = role_in(card, self._brief).forms.get(form, ())
        return min(said, key=len, default="")

    def _way_forward(self) -> Iterator[Piece]:
        drafted = [card for _, card in self._argument.drafted]
        for label, need in (("money", 4), ("check", 3)):
            said = {card.id: self._told(card, label) for card in drafted}
            known = [
                one for one in drafted if said[one.id] and BLANK not in said[one.id]
            ]
            for card in known[:1]:
                told = said[card.id]
                words = {label: sentence_start(told) if label == "money" else told}
                yield self._piece("way-forward", need, label, (card.id,), **words)
        line = self._argument.line
        if line:
            again = line.claim_again
            yield self._piece("way-forward", 0, "again", again=again)


def _reply_label(charge: Criticism, reply: Answer) -> str:
    if reply.basis is ReplyBasis.RECORD:
        return "reply_record"
    denied = reply.label_for(charge.id) is ReplyLabel.DENIES
    return "reply_denied" if denied else "reply_stated"


def _said(card: Card, form: str) -> str:
    """The shortest way to say one form of a card; empty where there is none."""
    return min(card.say.variants(form), key=len, default="")


def _built(card: Card) -> Ids:
    return getattr(card, "built_on", ())[:1]


def _fitted(pieces: Sequence[Piece], seconds: int) -> tuple[Piece, ...]:
    """The pieces that can be said in time, the dearest kept; order stays."""
    room = seconds * WORDS_PER_MINUTE // 60
    units: dict[str, list[int]] = {}
    for at, piece in enumerate(pieces):
        units.setdefault(piece.group or f"{at}", []).append(at)
    kept: set[int] = set()
    closed: set[str] = set()
    used = 0
    for unit in sorted(units.values(), key=lambda ats: (pieces[ats[0]].need, ats[0])):
        first = pieces[unit[0]]
        length = sum(words_in(pieces[at].text) for at in unit)
        fits = used + length <= room and (first.ours or first.passage not in closed)
        if first.need == 0 or fits:
            kept.update(unit)
            used += length
        elif not first.ours:
            closed.add(first.passage)
    return tuple(piece for at, piece in enumerate(pieces) if at in kept)


def _sections(pieces: Sequence[Piece]) -> Iterator[Section]:
    """One paragraph a passage; what is ours is marked as ours."""
    for passage in _ORDER:
        sentences = [
            Sentence(
                spans=(Span(text=text),),
                cards=one.cards,
                origin=Origin.SCAFFOLD if one.ours else None,
            )
            for one in pieces
            if one.passage == passage
            for text in split(one.text)
        ]
        if sentences:
            yield section(passage, None, (Paragraph(sentences=tuple(sentences)),))
