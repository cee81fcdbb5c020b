"""The answer sheet: each criticism on half a page, with replies and their limits.

On a matter of care there is an attributed line, documented facts and an offer,
and nothing else.
"""

from collections.abc import Iterator

from app.drafting.blocks import (
    bullets,
    labelled,
    paragraph,
    room,
    section,
    sheet,
)
from app.drafting.evidence_words import (
    GROUNDS,
    date_words,
    is_blank,
    places,
    proposal_name,
)
from app.drafting.proposing import actor_in, statement_of
from app.language.grammar import join_names, sentence_start
from app.library.labels import Labels, open_labels
from app.model.brief import Brief
from app.model.card import (
    Answer,
    Criticism,
    GrantedBasis,
    Kind,
    Proposal,
    ReplyBasis,
    ReplyLabel,
)
from app.model.paper import Block, Inline, PageBreak, Paper, Section, Span
from app.model.preset import Preset

LABELS = {
    ReplyLabel.MEETS: "meets the charge",
    ReplyLabel.IN_PART: "meets it in part",
    ReplyLabel.ELSEWHERE: "points elsewhere",
    ReplyLabel.DENIES: "denies",
}
"""What a reply does to a charge, in words."""

BASES = {
    ReplyBasis.STATED: "the Government said it",
    ReplyBasis.RECORD: "from the record; no official has said it",
}
"""Whether a reply is an official one, in words."""

MOST_REPLIES = 2
"""How many replies fit on half a page."""

_BEST = list(LABELS)
_A_PAGE = 2


def draft_answers(brief: Brief, rules: Preset) -> Paper:
    """The answer sheet of a brief, two criticisms a page, the strongest first.

    Raises:
        TemplateBroken: its labels cannot be read.
    """
    labels = open_labels("answers")
    sections = list(_sections(brief, labels))
    if not sections:
        sections = [section("none", None, (paragraph(labels.say("none")),))]
    return sheet(labels, brief, rules, sections)


def charges(brief: Brief) -> tuple[Criticism, ...]:
    """The chosen criticisms, in the order chosen."""
    return tuple(one for one in brief.picked() if isinstance(one, Criticism))


def replies_to(charge: Criticism, brief: Brief) -> tuple[Answer, ...]:
    """The replies to a charge that a brief holds, the chosen ones first.

    A reply that would be a clever line here is left out.
    """
    held = [
        card
        for card in brief.cards
        if isinstance(card, Answer)
        and charge.id in card.answers
        and card.id not in charge.avoid_replies
    ]
    return tuple(sorted(held, key=lambda one: _rank(one, charge, brief)))


def critic_of(charge: Criticism) -> str:
    """Who makes a charge, as a heading names it."""
    said = charge.say.first("critic") or charge.actor or charge.statement
    return sentence_start(said)


def label_words(reply: Answer, charge: Criticism) -> str:
    """What a reply does to a charge, and whether it is an official one."""
    return f"{LABELS[reply.label_for(charge.id)]}; {BASES[reply.basis]}"


def granted_words(charge: Criticism, labels: Labels) -> str:
    """What is granted of a charge, and on which ground."""
    if not charge.granted or charge.granted_basis is GrantedBasis.NONE:
        return labels.say("nothing_granted")
    return f"{charge.granted} ({sentence_start(GROUNDS[charge.granted_basis])}.)"


def _rank(reply: Answer, charge: Criticism, brief: Brief) -> tuple[bool, int]:
    return reply.id not in brief.picks, _BEST.index(reply.label_for(charge.id))


def _sections(brief: Brief, labels: Labels) -> Iterator[Section]:
    for number, charge in enumerate(charges(brief), 1):
        name = "care_heading" if charge.care else "heading"
        title = labels.say(name, number=number, critic=critic_of(charge))
        blocks = _care if charge.care else _answered
        yield section(charge.id, title, blocks(charge, brief, labels))
        if number % _A_PAGE == 0 and number < len(charges(brief)):
            yield section(f"page-{number}", None, (PageBreak(),))


def _answered(charge: Criticism, brief: Brief, labels: Labels) -> Iterator[Block]:
    said = charge.plain or charge.statement
    yield labelled(labels.say("charge"), said, cards=(charge.id,))
    yield labelled(labels.say("says"), _who(charge, brief))
    yield labelled(labels.say("granted"), granted_words(charge, labels))
    replies = replies_to(charge, brief)[:MOST_REPLIES]
    if not replies:
        yield paragraph(labels.say("no_reply"))
    else:
        yield labelled(labels.say("replies"))
        yield bullets([_reply(one, charge, labels) for one in replies])
    rejoinder = next((one.rejoinder for one in replies if one.rejoinder), None)
    if rejoinder:
        yield labelled(labels.say("rejoinder"), rejoinder)
    yield labelled(labels.say("proposal"), _proposals(charge, brief, labels))
    yield labelled(labels.say("own"))
    yield from room(2)


def _care(charge: Criticism, brief: Brief, labels: Labels) -> Iterator[Block]:
    yield paragraph(labels.say("care_rule"), italic=True)
    line = charge.attributed_line or charge.statement
    yield labelled(labels.say("attributed"), line, cards=(charge.id,))
    facts = [brief.card(one) for one in charge.documented_facts if one != charge.id]
    said = [statement_of(one, brief) for one in facts if one]
    if said:
        yield labelled(labels.say("facts"))
        yield bullets(said)
    denials = [brief.card(one) for one in charge.denial_cards]
    reported = [statement_of(one, brief) for one in denials if one]
    if reported:
        yield labelled(labels.say("denials"))
        yield bullets(reported)
    offer = charge.examination_offer or labels.say("no_offer")
    yield labelled(labels.say("offer"), offer, cards=charge.offer_rests_on)
    yield labelled(labels.say("own_care"))
    yield from room(2)


def _reply(reply: Answer, charge: Criticism, labels: Labels) -> tuple[Inline, ...]:
    """What it does, what it says, what it leaves open."""
    label = sentence_start(label_words(reply, charge))
    limits = reply.limits or labels.say("no_limits")
    return (
        Span(text=f"{label}. ", bold=True),
        Span(text=reply.statement),
        Span(text=f" {labels.say('limits')}: ", bold=True),
        Span(text=limits),
    )


def _who(charge: Criticism, brief: Brief) -> str:
    who = critic_of(charge)
    said = f"{who}, {date_words(charge.date, brief)}" if charge.date else who
    cited = next(iter(places(charge, brief)), None)
    if cited is None:
        return f"{said}."
    source, place = cited
    where = f", {place.where}" if place.where else ""
    return f"{said} ({source.title}{where})."


def _proposals(charge: Criticism, brief: Brief, labels: Labels) -> str:
    found = [
        card
        for card in brief.picked(Kind.PROPOSAL)
        if isinstance(card, Proposal) and charge.id in card.addresses
    ]
    if not found:
        return labels.say("no_proposal")
    said = join_names([_named(card, brief) for card in found])
    return f"{said}."


def _named(card: Proposal, brief: Brief) -> str:
    name = proposal_name(card)
    return f"{name} ({actor_in(card, brief)})" if is_blank(card, brief) else name
