"""Cards in words: voice, date, confidence, sources and replies, as plain text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.model.card import (
    Answer,
    Card,
    Confidence,
    Criticism,
    GrantedBasis,
    Kind,
    Proposal,
    ProposalBasis,
    ReplyBasis,
    Sourcing,
    Voice,
)
from app.model.dossier import Term
from app.model.source import Place, Source

GAP = "____"
"""What stands where nothing is known yet."""

FORM = (
    ("Who acts", "name the body that would do it"),
    ("Act", "say the verb: establish, fund, report"),
    ("Object", "say what is established, funded or reported"),
    ("By when", "give a date after the session"),
    ("Who pays", "name the fund or the budget"),
    ("Who checks", "name who reports, and to whom"),
    ("Built on", "name the deed or the text it continues"),
    ("Who agrees", "name who would vote for it, and why"),
    ("Objection", "say what the strongest opponent will say"),
    ("Your reply", "answer that objection in one sentence"),
)
"""The form of a proposal: what each line tells, and what to do where it is empty."""

NO_SERIES = (
    "No figure stands for three years or more here: a card of your own can have some."
)
"""What is said where there is nothing to put into a chart."""

_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")

CARE = "care: attribute, state facts, offer examination"
"""What is said of a matter that allows no clever line."""

_VOICES = {
    Voice.UN: "UN",
    Voice.STATE: "another State",
    Voice.REGIONAL: "regional body",
    Voice.CIVIL: "civil society",
    Voice.MEDIA: "press",
}

_CONFIDENCE = {
    Confidence.VERIFIED: "checked",
    Confidence.SINGLE: "one source",
    Confidence.SEED_ONLY: "not checked yet",
    Confidence.CONFLICTING: "sources disagree",
}

_SOURCING = {
    Sourcing.INDEPENDENT: "confirmed by others than the country",
    Sourcing.SINGLE: "rests on one source",
    Sourcing.OWN: "only the country's own authorities say so",
}

_STRENGTH = {1: "slight", 2: "light", 3: "serious", 4: "strong", 5: "the strongest"}

_GRANTED = {
    GrantedBasis.CONCEDED: "the State conceded it",
    GrantedBasis.UNDISPUTED: "the State has not disputed it, which is silence",
    GrantedBasis.NONE: "nothing is granted",
}


class Said(NamedTuple):
    """One line about a card: what it tells, and what it says."""

    label: str
    """What it tells: `Source`."""

    text: str
    """What it says."""


def short(card: Card) -> str:
    """The card on one line: the plain charge, the name of a proposal, the fact."""
    if isinstance(card, Criticism) and card.plain:
        return card.plain
    if isinstance(card, Proposal) and card.name:
        return f"{card.name}: {_first_line(card.statement)}"
    return _first_line(card.statement)


def cut(text: str, most: int = 72) -> str:
    """The text on one line of at most so many characters, cut at a word."""
    if len(text) <= most:
        return text
    word = text.rfind(" ", 0, most - 1)
    end = word if word > most // 2 else most - 1
    return f"{text[:end].rstrip(' ,;:')} …" if end == word else f"{text[:end]}…"


def voice(card: Card, country: str) -> str:
    """Whose words it reports, in a few words."""
    if card.voice is Voice.COUNTRY:
        return f"said by {country}"
    return _VOICES[card.voice]


def year(card: Card) -> str:
    """The first year of its date; empty where none is known."""
    found = _YEAR.search(card.date or "")
    return found[0] if found else ""


def confidence(card: Card) -> str:
    """How far it can be trusted, in a word or two."""
    return "your inference" if card.inferred else _CONFIDENCE[card.confidence]


def strength(card: Criticism) -> str:
    """How damaging a criticism is in debate, in words; empty: not weighed."""
    return _STRENGTH.get(card.strength or 0, "")


def tags(card: Card, country: str) -> str:
    """The second line of a row: who, when, how sure, and what to mind."""
    known = [card.actor or "" if isinstance(card, Criticism) else ""]
    known += [voice(card, country), year(card), confidence(card)]
    if isinstance(card, Criticism):
        weight = strength(card)
        known.append(f"weight: {weight}" if weight else "")
        known.append("care" if card.care else "")
    if isinstance(card, Proposal):
        drafted = card.basis is ProposalBasis.DRAFTED
        known.append("drafted for this committee" if drafted else card.status or "")
    if card.origin is None and card.id.startswith("own-"):
        known.append("your card")
    return " · ".join(one for one in known if one)


def reply_tags(card: Answer, criticism: str, country: str) -> str:
    """The second line of a reply: its label, its ground and its limits."""
    stated = card.basis is ReplyBasis.STATED
    basis = f"{country} said so" if stated else "rests on the record only"
    limits = f" · limits: {card.limits}" if card.limits else ""
    return f"{card.label_for(criticism).value} · {basis}{limits}"


def cited(source: Source | None, place: Place) -> str:
    """A source with its symbol, date and the place in it, on one line."""
    if source is None:
        return place.id
    known = (source.title, source.symbol, source.publisher, source.date, place.where)
    return ", ".join(one for one in known if one)


def told(card: Card, country: str) -> Iterator[Said]:
    """What there is to tell about a card beside its statement and sources."""
    if card.actor:
        yield Said("Who", card.actor)
    yield Said("Voice", voice(card, country))
    if card.date:
        yield Said("Date", card.date)
    checked = f", checked up to {card.as_of}" if card.as_of else ""
    yield Said("How sure", f"{confidence(card)}; {_SOURCING[card.sourcing]}{checked}")
    if isinstance(card, Criticism):
        yield from _told_of_criticism(card)
    if isinstance(card, Answer):
        yield from _told_of_reply(card, country)
    if isinstance(card, Proposal):
        yield from _told_of_proposal(card)
    if card.so_what:
        yield Said("Good for", card.so_what)
    if card.note:
        yield Said("Note", card.note)


def granted(card: Criticism) -> str:
    """What is granted of a charge and on what ground, in one sentence."""
    ground = _GRANTED[card.granted_basis]
    if not card.granted:
        return f"{ground}."
    return f"{card.granted.rstrip('.')} ({ground})."


def words_of(card: Card, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The words of the glossary that a card uses."""
    parts = (card.statement, card.actor, card.so_what, card.note)
    said = " ".join(one for one in parts if one)
    return tuple(
        term
        for term in terms
        if re.search(rf"(?<!\w){re.escape(term.term)}(?!\w)", said)
    )


def said_on(card: Card, country: str) -> str:
    """Everything a filter reads on a card, in small letters."""
    parts = (card.statement, short(card), card.actor, card.date, card.symbol)
    more = (card.so_what, card.id, tags(card, country))
    return " ".join(one for one in (*parts, *more) if one).casefold()


def matches(card: Card, words: str, country: str) -> bool:
    """Whether every word of a filter stands somewhere on the card."""
    said = said_on(card, country)
    return all(word in said for word in words.casefold().split())


def needs_care(card: Card) -> bool:
    """Whether the card is a matter of care."""
    return isinstance(card, Criticism | Proposal) and card.care


def _told_of_criticism(card: Criticism) -> Iterator[Said]:
    if card.care:
        yield Said("Care", CARE)
    if weight := strength(card):
        yield Said("Weight", f"{weight} ({card.strength} of 5)")
    yield Said("Granted", granted(card))
    if card.attributed_line:
        yield Said("You may say", card.attributed_line)
    if card.examination_offer:
        yield Said("You may offer", card.examination_offer)
    if card.care_note:
        yield Said("Keep apart", card.care_note)


def _told_of_reply(card: Answer, country: str) -> Iterator[Said]:
    stated = card.basis is ReplyBasis.STATED
    yield Said("What it does", card.label.value)
    rests = "it rests on the record only: never put it into an official's mouth"
    yield Said("Ground", f"{country} has said so" if stated else rests)
    if card.limits:
        yield Said("Limits", card.limits)
    if card.rejoinder:
        yield Said("They will say", card.rejoinder)


def _told_of_proposal(card: Proposal) -> Iterator[Said]:
    drafted = "drafted for this committee, not history"
    mine = "proposed before" if card.by_country else "proposed by others before"
    yield Said("Basis", drafted if card.basis is ProposalBasis.DRAFTED else mine)
    if card.status:
        yield Said("Status", card.status)
    said = (
        card.proposed_actor, card.act, card.object, card.deadline, card.funding,
        card.check, ", ".join(card.built_on), card.who_agrees, card.likely_objection,
        card.reply_to_objection,
    )  # fmt: skip
    for (label, lacking), text in zip(FORM, said, strict=True):
        yield Said(label, text or f"{GAP} {lacking}")


def _first_line(text: str) -> str:
    return " ".join(text.split())


KIND_NAMES = {
    Kind.STANCE: "Stance",
    Kind.RECORD: "Record",
    Kind.CRITICISM: "Criticism",
    Kind.ANSWER: "Reply",
    Kind.PROPOSAL: "Proposal",
    Kind.CONTEXT: "Background",
    Kind.STATISTIC: "Figure",
    Kind.TIMELINE: "Dated step",
}
"""What a screen calls each kind of card."""
