"""The outline: which cards argue which move, slot by slot.

A slot is one sentence of the example: its step, who fills its blanks, and how
dearly it is needed. The outline follows the line of argument, strand by
strand; where a brief has no line, its picks stand in the order chosen.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from app.drafting import critics
from app.drafting.argument import (
    Argument,
    is_founding,
    is_joining,
    is_lasting,
    is_shift,
    read_argument,
)
from app.drafting.need import Need
from app.drafting.proposing import role_in
from app.drafting.roles import (
    Role,
    card_role,
    clauses_role,
    country_role,
    line_role,
    proper_names,
    strand_role,
    topic_role,
)
from app.model.base import Ids
from app.model.brief import Brief, BriefKind
from app.model.card import Card, Proposal, Voice
from app.model.memory import Memory


class Measure(NamedTuple):
    """How many cards of each sort an outline takes."""

    figures: int = 2
    """National figures."""

    exposures: int = 2
    """What the problem does at home."""

    deeds: int = 3
    """Acts at home."""

    results: int = 1
    """What others saw of them."""

    chain: int = 6
    """Acts abroad."""

    charges: int = 3
    """Criticisms that are met."""


USUAL = Measure()
"""What a page or two can hold."""

AMPLE = Measure(figures=4, exposures=4, deeds=8, results=4, chain=10, charges=6)
"""What a long paper can hold."""

LONG = Measure(figures=6, exposures=6, deeds=10, results=6, chain=12, charges=10)
"""What the longest papers need: five pages and more."""


_MOST_PROPOSALS = 3
_WEIGHTY = 2
_THREE = 3
_CHECKS = 2
_OUTLINES = Memory(32)
"""The outlines made before; another seed or another conference asks again."""


class SlotPlan(NamedTuple):
    """One sentence of the example, before it has words."""

    key: str
    """Its stable name, from its step and its cards: `M6.charge:crit-x`."""

    passage: str
    """The passage it stands in."""

    step: str
    """Its move and step: `M6.charge`."""

    roles: Mapping[str, Role]
    """Who and what fills its blanks."""

    need: Need = Need.MUST
    """How dearly it is needed."""

    group: str = ""
    """What it stands or falls with; empty: itself alone."""

    after: str = ""
    """The unit without which it makes no sense; empty: none."""

    @property
    def unit(self) -> str:
        """What is dropped with it where room is short."""
        return self.group or self.key

    @property
    def cites(self) -> bool:
        """Whether any card can stand in it."""
        return any(role.cards for role in self.roles.values())

    @property
    def cards(self) -> Ids:
        """The cards that can stand in it."""
        named = (card for role in self.roles.values() for card in role.cards)
        return tuple(dict.fromkeys(named))


class Outline(NamedTuple):
    """The slots of a whole paper, in reading order."""

    slots: tuple[SlotPlan, ...]
    """One a sentence."""

    def without(self, units: Collection[str]) -> "Outline":
        """The outline without what was dropped."""
        if not units:
            return self
        gone = frozenset(units)
        return Outline(
            tuple(
                one
                for one in self.slots
                if one.unit not in gone and one.after not in gone
            )
        )

    def of(self, passage: str) -> tuple[SlotPlan, ...]:
        """The slots of one passage."""
        return tuple(slot for slot in self.slots if slot.passage == passage)


def outline(brief: Brief, measure: Measure = USUAL) -> Outline:
    """The outline of a position paper from this brief."""
    return _OUTLINES.of(
        (brief.assignment, brief.line, *brief.cards, *brief.proposals.values()),
        (tuple(brief.proposals), brief.kind, brief.picks, measure),
        lambda: Outline(tuple(_Plan(brief, measure).all())),
    )


class _Plan:
    """One brief being outlined."""

    def __init__(self, brief: Brief, measure: Measure) -> None:
        self.brief = brief
        self.measure = measure
        self.argument: Argument = read_argument(brief)
        self.names = proper_names(brief.assignment)
        self.common = {
            "country": country_role(brief.assignment),
            "topic": topic_role(brief.assignment),
        }
        self.parts = [
            strand_role(strand, self.names) for strand in self.argument.strands
        ]

    def all(self) -> Iterator[SlotPlan]:
        yield from self._opening()
        yield from self._home()
        yield from self._abroad()
        yield from self._critics()
        yield from self._proposals()
        yield from self._way_forward()

    def _slot(
        self, passage: str, step: str, need: Need = Need.MUST, **roles: Role
    ) -> SlotPlan:
        cards = dict.fromkeys(card for role in roles.values() for card in role.cards)
        key = f"{step}:{'+'.join(cards)}"
        return SlotPlan(key, passage, step, self.common | roles, need)

    def _proposal(self, card: Proposal) -> Role:
        return role_in(card, self.brief)

    def _part(self, at: int | None) -> Role:
        """One part of the argument; no words where the brief has no line."""
        return self.parts[at] if at is not None and at < len(self.parts) else Role({})

    def _opening(self) -> Iterator[SlotPlan]:
        argument = self.argument
        if argument.line:
            line = line_role(argument.line, self.names)
            yield self._slot("opening", "M1.thesis", Need.VITAL, line=line)
            yield self._slot("opening", "M1.because", Need.WOULD, line=line)
            for card in argument.stances[:1]:
                role = card_role(card)
                yield self._slot("opening", "M1.stance", Need.COULD, stance=role)
            if "parts" in line.forms and not self._explained():
                yield self._slot("opening", "M1.parts", line=line)
        else:
            for at, card in enumerate(argument.stances[:2]):
                need = Need.VITAL if at == 0 else Need.SHOULD
                yield self._slot(
                    "opening", "M1.stance-first" if at == 0 else "M1.stance",
                    need, stance=card_role(card),
                )  # fmt: skip
        for card in argument.problem[:1]:
            yield self._slot("opening", "M2.problem", Need.SHOULD, card=card_role(card))
        yield from self._causes()

    def _explained(self) -> bool:
        """Whether each of three parts has its cause, so that one sentence has all."""
        return len(self.argument.causes) == len(self.parts) == _THREE

    def _causes(self) -> Iterator[SlotPlan]:
        causes = self.argument.causes
        if self._explained():
            one_part, other_part, last_part = self.parts
            told = [card_role(card) for _, card in causes]
            yield self._slot(
                "opening", "M2.all-causes", Need.VITAL,
                one=one_part, first=told[0],
                other=other_part, second=told[1],
                last=last_part, third=told[2],
            )  # fmt: skip
        elif len(causes) > 1:
            (one, first), (other, second) = causes[:2]
            yield self._slot(
                "opening", "M2.causes",
                one=self._part(one), cause=card_role(first),
                other=self._part(other), second=card_role(second),
            )  # fmt: skip
        elif causes:
            at, card = causes[0]
            cause = card_role(card)
            yield self._slot("opening", "M2.cause", one=self._part(at), cause=cause)

    def _home(self) -> Iterator[SlotPlan]:
        """In the order of time: the harm, the answer to it, what has changed."""
        argument = self.argument
        shifts = is_shift(argument.exposures[:1], argument.figures[1:2])
        for card in argument.figures[:1]:
            need = Need.SHOULD if shifts else Need.MUST
            yield self._slot("home", "M3.figure", need, card=card_role(card))
        for at, card in enumerate(argument.exposures[: self.measure.exposures]):
            if at or not shifts:
                need = Need.COULD if at else Need.SHOULD
                yield self._slot("home", "M3.fact", need, card=card_role(card))
        yield from self._answer_at_home()
        if shifts:
            before, now = argument.exposures[0], argument.figures[1]
            yield self._slot(
                "home", "M3.shift", before=card_role(before), card=card_role(now)
            )
        for at, card in enumerate(argument.figures[1 : self.measure.figures]):
            if at or not shifts:
                need = Need.COULD if at else Need.MUST
                yield self._slot("home", "M3.change", need, card=card_role(card))
        for at in argument.gaps_at_home[:1]:
            yield self._slot("home", "M4.gap", Need.COULD, strand=self.parts[at])

    def _answer_at_home(self) -> Iterator[SlotPlan]:
        """What was done, the first act together with who saw what came of it."""
        deeds = self.argument.at_home[: self.measure.deeds]
        results = self.argument.results[: self.measure.results]
        if deeds and results:
            yield self._slot(
                "home", "M4.deed-seen",
                deed=card_role(deeds[0]), seen=card_role(results[0]),
            )  # fmt: skip
            deeds, results = deeds[1:], results[1:]
        elif deeds:
            yield self._slot("home", "M4.deed", deed=card_role(deeds[0]))
            deeds = deeds[1:]
        for at, card in enumerate(deeds):
            need = Need.COULD if at else Need.WOULD
            yield self._slot("home", "M4.next", need, deed=card_role(card))
        for card in results:
            yield self._slot("home", "M4.result", Need.COULD, deed=card_role(card))

    def _abroad(self) -> Iterator[SlotPlan]:
        ground = critics.neutral_ground(self.argument)
        told = [card for card in self.argument.abroad if card != ground]
        for at, card in enumerate(told[: self.measure.chain]):
            need = _chain_need(told, at)
            yield self._slot(
                "abroad", _abroad_step(card, at), need, deed=card_role(card)
            )
        for at in self.argument.gaps_abroad[:1]:
            yield self._slot("abroad", "M5.gap", Need.SHOULD, strand=self.parts[at])

    def _critics(self) -> Iterator[SlotPlan]:
        for found in critics.meet(self.brief, self.argument, self.measure.charges):
            slot = self._slot("critics", found.step, found.need, **found.roles)
            yield slot._replace(group=found.group, after=found.after)

    def _proposals(self) -> Iterator[SlotPlan]:
        steps = ("M7.first", "M7.second", "M7.third")
        for step, (at, card) in zip(steps, self._told(), strict=False):
            part = self._part(at)
            yield self._slot(
                "proposals", step, Need.VITAL, strand=part, prop=self._proposal(card)
            )
        asked = self.argument.documented
        if not self.argument.drafted:
            for at, card in enumerate(asked[:3]):
                need = Need.MUST if at else Need.VITAL
                prop = self._proposal(card)
                yield self._slot("proposals", "M7.asked", need, prop=prop)
            return
        for card in asked[:1]:
            prop = self._proposal(card)
            yield self._slot("proposals", "M7.documented", Need.COULD, prop=prop)

    def _way_forward(self) -> Iterator[SlotPlan]:
        drafted = [card for _, card in self._told()]
        yield from self._money(drafted)
        checks = self._all_of(self._having(drafted, "check")[:_CHECKS], "check")
        if checks:
            yield self._slot("way-forward", "M7.check", Need.VITAL, prop=checks)
        for card in self._having(drafted[::-1], "fit")[:1]:
            yield self._slot(
                "way-forward", "M7.fit", Need.SHOULD, prop=self._proposal(card)
            )
        if drafted or self.argument.documented:
            yield self._slot("way-forward", "M8.next", Need.COULD)
        if self.argument.line:
            line = line_role(self.argument.line, self.names)
            yield self._slot("way-forward", "M8.again", Need.VITAL, line=line)

    def _told(self) -> list[tuple[int | None, Proposal]]:
        """The proposals that have room: those a delegate worked out go before ours."""
        drafted = self.argument.drafted
        own = [one for one in drafted if self.brief.form_of(one[1].id).filled]
        kept = [*own, *(one for one in drafted if one not in own)][:_MOST_PROPOSALS]
        return [one for one in drafted if one in kept]

    def _having(self, cards: Sequence[Proposal], form: str) -> list[Proposal]:
        return [card for card in cards if self._proposal(card).forms.get(form)]

    def _money(self, drafted: Sequence[Proposal]) -> Iterator[SlotPlan]:
        """Who pays for the set, in one sentence; a delegate says it for one."""
        money = self._all_of(self._having(drafted, "money"), "money")
        if money:
            yield self._slot("way-forward", "M7.money", Need.VITAL, prop=money)

    def _all_of(self, cards: Sequence[Proposal], form: str) -> Role | None:
        """What several proposals say in one form; of a delegate's, the first alone."""
        filled = self.brief.kind is not BriefKind.DELEGATE
        if filled and len(cards) > 1:
            return clauses_role(cards, form)
        return self._proposal(cards[0]) if cards else None


def _chain_need(told: Sequence[Card], at: int) -> Need:
    """The first act is vital, what it led to and two weighty ones are needed.

    The rest, and who joined, are told where there is room.
    """
    if at == 0:
        return Need.VITAL
    if at == 1 and not is_founding(told[at]):
        return Need.MUST
    if is_founding(told[at]) or told[at].voice is Voice.COUNTRY:
        return Need.SHOULD
    weighty = [one for one in told[1:at] if one.voice is not Voice.COUNTRY]
    return Need.MUST if len(weighty) < _WEIGHTY else Need.COULD


def _abroad_step(card: Card, at: int) -> str:
    if at == 0:
        return "M5.first"
    if is_joining(card):
        return "M5.joined"
    if is_founding(card):
        return "M5.allies"
    return "M5.now" if is_lasting(card) else "M5.then"
