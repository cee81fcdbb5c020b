"""Meeting the critics: which sentences answer a charge, by the label of the reply.

A denial is only reported; a reply that rests on the record is never put into
an official's mouth; a matter of care gets an attributed line and an offer.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from app.drafting.argument import Argument, is_joining
from app.drafting.need import Need
from app.drafting.roles import Role, card_role
from app.model.brief import Brief
from app.model.card import (
    Answer,
    Card,
    Criticism,
    GrantedBasis,
    ReplyBasis,
    ReplyLabel,
    Voice,
)

_BEST = (ReplyLabel.MEETS, ReplyLabel.IN_PART, ReplyLabel.ELSEWHERE, ReplyLabel.DENIES)
_STEPS = {
    (ReplyLabel.MEETS, ReplyBasis.RECORD): "M6.meets",
    (ReplyLabel.MEETS, ReplyBasis.STATED): "M6.meets",
    (ReplyLabel.IN_PART, ReplyBasis.RECORD): "M6.part",
    (ReplyLabel.IN_PART, ReplyBasis.STATED): "M6.part-stated",
    (ReplyLabel.ELSEWHERE, ReplyBasis.RECORD): "M6.elsewhere-record",
    (ReplyLabel.ELSEWHERE, ReplyBasis.STATED): "M6.elsewhere",
    (ReplyLabel.DENIES, ReplyBasis.RECORD): "M6.denies",
    (ReplyLabel.DENIES, ReplyBasis.STATED): "M6.denies",
}

_PROPOSED = 3
"""How many drafted proposals a paper makes."""

_BESIDES = {
    ReplyBasis.RECORD: "M6.besides",
    ReplyBasis.STATED: "M6.besides-stated",
}


class CriticSlot(NamedTuple):
    """One sentence about a charge."""

    step: str
    """Its move and step."""

    need: Need
    """How dearly it is needed."""

    roles: Mapping[str, Role]
    """Who and what fills its blanks."""

    group: str = ""
    """The charge it stands or falls with; empty: itself alone."""

    after: str = ""
    """The charge without which it makes no sense; empty: none."""


def meet(brief: Brief, argument: Argument, most: int = 3) -> Iterator[CriticSlot]:
    """The sentences that meet the chosen charges, at most so many, in order."""
    answered = 0
    free = argument.replies
    for charge in argument.charges[:most]:
        if charge.care:
            yield from _care(charge)
            continue
        reply = best_reply(charge, free)
        yield from _answered(brief, charge, reply, answered)
        free = tuple(one for one in free if one != reply)
        more = best_reply(charge, free) if answered == 0 else None
        if more and more.label_for(charge.id) is not ReplyLabel.DENIES:
            step = _BESIDES[more.basis]
            roles = {"reply": card_role(more)}
            yield CriticSlot(step, Need.MUST, roles, after=charge.id)
            free = tuple(one for one in free if one != more)
        if answered == 0 and reply:
            yield from _below(argument, charge, reply)
        answered += 1
    ground = neutral_ground(argument)
    if ground:
        yield CriticSlot("M6.offer", Need.MUST, {"neutral": card_role(ground)})


def neutral_ground(argument: Argument) -> Card | None:
    """The deed that opened the country to examination, where a State ranks it."""
    if not argument.charges or argument.charges[0].voice is not Voice.STATE:
        return None
    return next(
        (card for card in argument.abroad if is_joining(card) and card.say.gerund), None
    )


def best_reply(charge: Criticism, replies: tuple[Answer, ...]) -> Answer | None:
    """The reply that goes furthest, among those that answer this charge."""
    fitting = [one for one in replies if charge.id in one.answers and one.say.reply]
    ranked = sorted(fitting, key=lambda one: _BEST.index(one.label_for(charge.id)))
    return ranked[0] if ranked else None


def _answered(
    brief: Brief, charge: Criticism, reply: Answer | None, answered: int
) -> Iterator[CriticSlot]:
    need = (Need.VITAL, Need.MUST, Need.COULD)[min(answered, 2)]
    crit = {"crit": card_role(charge)}
    first = answered == 0
    step = "M6.charge" if first else "M6.charge-too"
    yield CriticSlot(step, need, crit, charge.id)
    if charge.say.granted:
        conceded = charge.granted_basis is GrantedBasis.CONCEDED
        step = "M6.granted" if conceded else "M6.undisputed"
        granted = need if first else max(need, Need.WOULD)
        yield CriticSlot(step, granted, crit, after=charge.id)
    if reply:
        step = _STEPS[reply.label_for(charge.id), reply.basis]
        yield CriticSlot(step, need, {"reply": card_role(reply)}, charge.id)
    limit = _limit(brief, reply) if reply else None
    if limit:
        roles = {"limit": card_role(limit)}
        yield CriticSlot("M6.limit", max(need, Need.SHOULD), roles, after=charge.id)


def _below(
    argument: Argument, charge: Criticism, reply: Answer
) -> Iterator[CriticSlot]:
    """The proposal that takes up what the charge leaves open, named where it stands."""
    if reply.label_for(charge.id) not in {ReplyLabel.IN_PART, ReplyLabel.ELSEWHERE}:
        return
    open_matters = {charge.id, *reply.answers}
    for _, card in argument.drafted[:_PROPOSED]:
        if card.say.name and open_matters & set(card.addresses):
            role = {"prop": card_role(card)}
            yield CriticSlot("M6.below", Need.MUST, role, after=charge.id)
            return


def _limit(brief: Brief, reply: Answer) -> Card | None:
    """The finding that shows what a reply leaves open."""
    for card_id in reply.limits_cards:
        card = brief.card(card_id)
        if isinstance(card, Criticism) and card.say.granted:
            return card
    return None


def _care(charge: Criticism) -> Iterator[CriticSlot]:
    yield CriticSlot(
        "M6.care-charge", Need.MUST, {"crit": card_role(charge)}, charge.id
    )
    if charge.examination_offer:
        forms = {"offer": (charge.examination_offer.rstrip("."),)}
        care = Role(forms, charge.offer_rests_on)
        yield CriticSlot("M6.care-offer", Need.MUST, {"care": care}, charge.id)
