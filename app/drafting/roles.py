"""Roles: who and what can fill the blanks of a pattern, and in which forms."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.language.grammar import join_clauses, join_names, number_word, possessive
from app.model.argument import LineOfArgument, Strand
from app.model.assignment import Assignment
from app.model.base import Ids
from app.model.card import Card, Proposal, ProposalBasis
from app.model.memory import Memory
from app.model.say import FORMS

BLANK = "____"
"""What stands where the delegate decides."""

_BLANKS = {
    "act": (BLANK,),
    "when": (f"by {BLANK}",),
    "money": (f"{BLANK} would carry the cost",),
    "check": (f"{BLANK} would report on it to {BLANK}",),
}
_FIRST_WORD = re.compile(r"\W*([^\W_]+)")
_MOST_CITED = 3
_MOST_JOINED = 16
_STRETCH = 1.25
_ROLES = Memory(4096)
"""The roles made before: a paper's drafts ask again, and so does the next sample."""


class Role(NamedTuple):
    """Something that can fill blanks."""

    forms: Mapping[str, tuple[str, ...]]
    """Form to its wordings; a form without wordings is left out."""

    cards: Ids = ()
    """The cards a sentence rests on where it uses one of the forms."""

    silent: frozenset[str] = frozenset()
    """Forms that rest on no card, such as the name of a part."""

    def cites(self, form: str) -> Ids:
        """The cards a sentence rests on where it uses this form."""
        return () if form in self.silent else self.cards


def card_role(card: Card) -> Role:
    """A card with every form somebody wrote for it."""
    return _ROLES.of((card,), ("card",), lambda: _card_role(card))


def _card_role(card: Card) -> Role:
    forms = {name: card.say.variants(name) for name in FORMS}
    return Role({name: said for name, said in forms.items() if said}, (card.id,))


def proposal_role(card: Proposal, *, filled: bool) -> Role:
    """A proposal; what a delegate has to decide stays blank unless it is filled.

    A drafted proposal is ours: in a delegate's brief it gives the actor and the
    part it answers, and the act, the date, the money and the check are theirs.
    """
    role = card_role(card)
    if filled or card.basis is not ProposalBasis.DRAFTED:
        return role
    blank = role._replace(forms={**role.forms, **_BLANKS})
    return _ROLES.of((card,), ("blank",), lambda: blank)


def clauses_role(cards: Sequence[Card], form: str) -> Role:
    """Several cards as one list of clauses, each card with a wording of its own."""
    return _ROLES.of(
        tuple(cards), ("clauses", form), lambda: _clauses_role(cards, form)
    )


def _clauses_role(cards: Sequence[Card], form: str) -> Role:
    said = [_short_ones(card.say.variants(form)) for card in cards]
    joined = (
        join_clauses([one[at * (nth + 1) % len(one)] for nth, one in enumerate(said)])
        for at in range(_MOST_JOINED)
    )
    return Role({form: tuple(dict.fromkeys(joined))}, tuple(card.id for card in cards))


def _short_ones(variants: Sequence[str]) -> list[str]:
    """The wordings that are not much longer than the shortest: a list needs room."""
    longest = _STRETCH * min(map(len, variants))
    return [one for one in variants if len(one) <= longest]


def country_role(assignment: Assignment) -> Role:
    """The country that speaks."""
    return _ROLES.of((assignment,), ("country",), lambda: _country_role(assignment))


def _country_role(assignment: Assignment) -> Role:
    country = assignment.country
    name = f"the {country.name}" if country.article else country.name
    forms = {"name": (name,), "of": (possessive(name),)}
    if country.adjective:
        forms["adjective"] = (country.adjective,)
    if country.capital:
        forms["capital"] = (country.capital,)
    return Role(forms)


def topic_role(assignment: Assignment) -> Role:
    """The topic, as it stands inside a sentence."""
    return _ROLES.of((assignment,), ("topic",), lambda: _topic_role(assignment))


def _topic_role(assignment: Assignment) -> Role:
    return Role({"name": (topic_inside(assignment),)})


def topic_inside(assignment: Assignment) -> str:
    """The topic in small letters, but for names: `human trafficking`."""
    return lowered(assignment.topic, proper_names(assignment))


def line_role(line: LineOfArgument, names: frozenset[str]) -> Role:
    """The line of argument, with its parts as a list; its reason rests on cards."""
    return _ROLES.of((line,), (names,), lambda: _line_role(line, names))


def _line_role(line: LineOfArgument, names: frozenset[str]) -> Role:
    parts = [strand.part for strand in line.strand]
    forms = {
        "claim": (line.claim.rstrip("."),),
        "claim_low": (lowered(line.claim.rstrip("."), names),),
        "because": (line.because.rstrip("."),),
        "again": (line.claim_again.rstrip("."),),
        "again_low": (lowered(line.claim_again.rstrip("."), names),),
    }
    if len(parts) > 1:
        forms["parts"] = (join_names(parts),)
        forms["count"] = (number_word(len(parts)),)
    said = frozenset(forms) - {"because"}
    return Role(forms, line.claim_cards[:_MOST_CITED], said)


def strand_role(strand: Strand, names: frozenset[str]) -> Role:
    """One part of the argument; its gap rests on the cards of the gap."""
    return _ROLES.of((strand,), (names,), lambda: _strand_role(strand, names))


def _strand_role(strand: Strand, names: frozenset[str]) -> Role:
    forms = {"part": (strand.part,)}
    if strand.gap:
        whole = strand.gap.rstrip(".")
        forms |= {"gap": (whole,), "gap_low": (lowered(whole, names),)}
    return Role(forms, strand.gap_cards[:_MOST_CITED], frozenset({"part"}))


def proper_names(assignment: Assignment) -> frozenset[str]:
    """Words that keep their capital inside a sentence."""
    country = assignment.country
    texts = (country.name, country.formal, country.adjective, country.capital)
    return frozenset(word for text in texts if text for word in text.split())


def lowered(sentence: str, names: frozenset[str]) -> str:
    """The sentence as it stands inside another, unless it opens with a name."""
    first = _FIRST_WORD.match(sentence)
    if not first or first[1] in names or not first[1][1:].islower():
        keep = first is not None and len(first[1]) == 1 and first[1] in "AI"
        if not keep or first is None or first[1] == "I":
            return sentence
    at = sentence.index(first[1])
    return sentence[:at] + sentence[at].lower() + sentence[at + 1 :]
