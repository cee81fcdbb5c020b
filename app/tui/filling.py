"""Filling in the form of a proposal: what each field holds, and what is kept of it."""

from collections.abc import Iterator
from typing import NamedTuple

from app.drafting.proposing import as_filled
from app.model.base import Ids
from app.model.brief import Brief
from app.model.card import Card, Kind, Proposal, ProposalBasis
from app.model.proposal_form import UNTOUCHED, ProposalForm
from app.tui.wording import FORM, Said, cut, short
from app.tui.wording import told as told_of_card
from app.tui.work import Work

BUILT_ON = "built_on"
"""The field that holds cards and not words."""

_GROUND = frozenset(Kind) - {Kind.PROPOSAL, Kind.CRITICISM, Kind.ANSWER}


class Field(NamedTuple):
    """One field of the form."""

    name: str
    """Its name in the brief: `deadline`."""

    label: str
    """What stands before it: `By when`."""

    hint: str
    """What to put there."""


FIELDS = tuple(
    Field(name, label, hint)
    for name, (label, hint) in zip(ProposalForm.model_fields, FORM, strict=True)
)
"""The fields of the form, in its order."""

TYPED = tuple(one for one in FIELDS if one.name != BUILT_ON)
"""The fields that hold words."""


def filled(work: Work, card: Card) -> Card:
    """The card as this brief has it: a proposal with its form filled in."""
    return _in(work, card, work.brief)


def held(work: Work, card: Card, name: str) -> str:
    """The words a field holds; empty where it is a gap."""
    return str(getattr(filled(work, card), name) or "")


def built_on(work: Work, card: Card) -> Ids:
    """The cards a proposal builds on."""
    found = filled(work, card)
    return found.built_on if isinstance(found, Proposal) else ()


def ground(work: Work, card: Card) -> tuple[Card, ...]:
    """The cards a proposal could build on, those it builds on first."""
    there = built_on(work, card)
    first = [one for name in there if (one := work.card(name))]
    others = [
        one for one in work.brief.cards if one.kind in _GROUND and one.id not in there
    ]
    return (*first, *others)


def example(card: Card, name: str) -> str:
    """What our card says in a field; empty where it says nothing."""
    return str(getattr(card, name, None) or "")


def count(work: Work, card: Card) -> int:
    """How many fields of the form say something."""
    found = filled(work, card)
    return sum(bool(getattr(found, one.name, None)) for one in FIELDS)


def is_open(work: Work, card: Card) -> bool:
    """Whether nobody has said yet what would be done."""
    found = filled(work, card)
    if not isinstance(found, Proposal) or found.basis is not ProposalBasis.DRAFTED:
        return False
    return not (found.act or found.object)


def told(work: Work, card: Card) -> Iterator[Said]:
    """What there is to tell of a card; other cards by what they say."""
    card = filled(work, card)
    for one in told_of_card(card, work.country):
        if one.label == "Built on" and isinstance(card, Proposal) and card.built_on:
            named = [work.card(other) for other in card.built_on]
            text = "; ".join(short(other) for other in named if other)
            yield one._replace(text=text or one.text)
        else:
            yield one


def fill(work: Work, card: Card, name: str, said: str | Ids) -> bool:
    """Keep what a field holds; whether that differs from before.

    Words that only repeat what the card says are not kept twice.
    """
    form = work.brief.form_of(card.id)
    usual = getattr(_untouched(work, card), name)
    value = None if (said or None) == (usual or None) else said
    if getattr(form, name) == value:
        return False
    label = next(one.label for one in FIELDS if one.name == name)
    changed = work.brief.with_form(card.id, form.revise(**{name: value}))
    what = f'fill in "{label}" of "{cut(short(card), 40)}"'
    work.opened.change(changed, what, joins=True)
    return True


def _untouched(work: Work, card: Card) -> Card:
    """The card as it would stand here had nobody filled in its form."""
    return _in(work, card, work.brief.with_form(card.id, UNTOUCHED))


def _in(work: Work, card: Card, brief: Brief) -> Card:
    if not isinstance(card, Proposal):
        return card
    shelf = work.dossier.cards_by_id if work.dossier else {}
    return as_filled(card, brief, ours=card.origin is None and card.id in shelf)
