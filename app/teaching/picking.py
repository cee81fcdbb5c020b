"""Picking: which line and which cards one sample of many argues with."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import permutations
from math import gcd, prod
from typing import TypeVar

from app.library import briefs
from app.model.argument import LineOfArgument, Wording
from app.model.brief import Brief
from app.model.card import (
    Answer,
    Card,
    Kind,
    Proposal,
    ProposalBasis,
    RecordCard,
    Sphere,
    Voice,
)
from app.model.dossier import Dossier
from app.model.memory import Memory

T = TypeVar("T")

_LINES = Memory(2048)
"""The lines that samples argued with; the next one of the same words asks again."""

_EACH_STRAND = {"cause": 1, "exposure": 1}
_NEAR_THE_LINE = 1
_RECORDS_AT_HOME = 2
_RECORDS_ABROAD = 4
_FIGURES = 2
_REPLIES = 2
_GOLDEN = 0.618
"""How far along all combinations the next sample takes its choice."""


def sample_brief(dossier: Dossier, ready: Brief, number: int, seed: int) -> Brief:
    """The brief of one sample: the first argues like the ready brief.

    Args:
        dossier: Where its cards come from.
        ready: The dossier's ready brief: its assignment and settings are kept.
        number: Which sample it is, from 0; it walks through the lines, and
            through what each line can propose and be charged with.
        seed: Chooses the other cards and the wording.
    """
    picks: Sequence[str] = ready.picks
    line = ready.line
    if dossier.lines and number:
        turn, at = divmod(number, len(dossier.lines))
        line = _in_turn(dossier, dossier.lines[at], turn)
        picks = tuple(dict.fromkeys(_picks(dossier, line, turn, seed)))
    brief = briefs.begin_brief(
        dossier,
        ready.assignment,
        kind=ready.kind,
        line=line.id if line else None,
        picks=picks,
    )
    return brief.revise(line=line, settings=ready.settings.revise(seed=seed))


def _in_turn(dossier: Dossier, line: LineOfArgument, turn: int) -> LineOfArgument:
    """The line with its parts in another order and said in other words.

    The plain line comes again when all orders and all wordings have had their turn.
    """
    said = next((one for one in dossier.wordings if one.line == line.id), None)
    other = said or Wording(line=line.id)
    orders = list(permutations(line.strand))
    choices = {
        "claim": (line.claim, *other.claim),
        "because": (line.because, *other.because),
        "claim_again": (line.claim_again, *other.claim_again),
    }
    order, *wording = out_of_step(turn, [orders, *choices.values()])
    changed = dict(zip(choices, wording, strict=True))
    return _LINES.of(
        (line,),
        (order, *wording),
        lambda: line.revise(strand=order or (), **changed),
    )


def _picks(
    dossier: Dossier, line: LineOfArgument, turn: int, seed: int
) -> Iterator[str]:
    """Cards of every strand, and by seed some of the whole shelf beside them."""
    charges = _chargeable(dossier, line)
    drafts = [
        [one for one in strand.proposal if _is_draft(dossier, one)]
        for strand in line.strand
    ]
    charge = charges[turn % len(charges)] if charges else None
    asked = walk(turn, drafts)
    stances = [card.id for card in dossier.of_kind(Kind.STANCE) if card.say.clause]
    yield from (one for one in line.claim_cards if one in stances)
    yield from _some(stances, 1, seed)
    yield from _some(_own_figures(dossier), _FIGURES, seed)
    taken: list[str] = []
    unexplained = turn // 3 % len(line.strand) if turn % 3 and line.strand else None
    for at, (strand, draft, drafted) in enumerate(
        zip(line.strand, asked, drafts, strict=True)
    ):
        for field, many in _EACH_STRAND.items():
            named: tuple[str, ...] = getattr(strand, field)
            if field == "exposure" or at != unexplained:
                yield from _some(_tellable(dossier, named), many, seed)
        free = [one for one in (draft, *drafted) if one and one not in taken]
        taken += free[:1]
        yield from free[:1] or strand.proposal[:1]
    yield from _records(dossier, line, seed)
    yield from _charges(dossier, charges, charge, seed)
    older = [one for strand in line.strand for one in strand.proposal]
    yield from _some([one for one in older if not _is_draft(dossier, one)], 1, seed)


def walk(turn: int, choices: Sequence[Sequence[T]]) -> list[T | None]:
    """One of each list, so that no combination comes twice before all have come.

    Neighbouring turns differ in more than one choice. An empty list gives None.
    """
    sizes = [max(1, len(one)) for one in choices]
    whole = prod(sizes)
    stride = next(
        one
        for one in range(max(1, int(whole * _GOLDEN)), 0, -1)
        if gcd(one, whole) == 1
    )
    left = turn * stride % whole
    chosen: list[T | None] = []
    for options, size in zip(choices, sizes, strict=True):
        left, at = divmod(left, size)
        chosen.append(options[at] if options else None)
    return chosen


def out_of_step(turn: int, choices: Sequence[Sequence[T]]) -> list[T]:
    """One of each list, so that two turns seldom agree in more than one of them.

    Each list goes round and round, every one with leaps of its own length after a
    round: lists of the same length never go in step.
    """
    return [
        options[_place(turn, leap, len(options))]
        for leap, options in enumerate(choices, start=1)
    ]


def _place(turn: int, leap: int, size: int) -> int:
    """Where a list of this size stands: its digits in this base, weighed."""
    place, weight = 0, 1
    while turn and size > 1:
        turn, digit = divmod(turn, size)
        place += weight * digit
        weight *= leap
    return place % size


def _is_draft(dossier: Dossier, name: str) -> bool:
    card = dossier.card(name)
    return isinstance(card, Proposal) and card.basis is ProposalBasis.DRAFTED


def _tellable(dossier: Dossier, named: Sequence[str]) -> list[str]:
    """Those of the cards that a sentence can use and that are no figures."""
    cards = [dossier.card(one) for one in named]
    return [one.id for one in cards if _usable(one) and one.kind is not Kind.STATISTIC]


def _own_figures(dossier: Dossier) -> list[str]:
    """The figures of the country: those it counted, and those a line calls its own."""
    exposed = {
        one for line in dossier.lines for part in line.strand for one in part.exposure
    }
    return [
        card.id
        for card in dossier.of_kind(Kind.STATISTIC)
        if (card.voice is Voice.COUNTRY or card.id in exposed) and _usable(card)
    ]


def _records(dossier: Dossier, line: LineOfArgument, seed: int) -> Iterator[str]:
    """What was done at home and abroad, in the order of the shelf."""
    named = {one for strand in line.strand for one in strand.record}
    held = [card for card in dossier.cards if isinstance(card, RecordCard)]
    usable = [card for card in held if card.say.clause and _usable(card)]
    home = [one.id for one in usable if one.sphere is not Sphere.ABROAD]
    near = [one for one in home if one in named]
    chosen = {*_some(near, _NEAR_THE_LINE, seed), *_some(home, _RECORDS_AT_HOME, seed)}
    yield from [one for one in home if one in chosen]
    abroad = [one.id for one in usable if one.sphere is Sphere.ABROAD]
    near = [one for one in abroad if one in named]
    chosen = {
        *_some(near, _NEAR_THE_LINE, seed),
        *_some(abroad, _RECORDS_ABROAD, seed),
    }
    yield from [one for one in abroad if one in chosen]


def _chargeable(dossier: Dossier, line: LineOfArgument) -> list[str]:
    """The charges of a line that have replies; those of care only without others."""
    named = [one for strand in line.strand for one in strand.charge]
    answers = [card for card in dossier.cards if isinstance(card, Answer)]
    answered = [
        one
        for one in dict.fromkeys(named)
        if _usable(dossier.card(one)) and any(one in reply.answers for reply in answers)
    ]
    careful = [one for one in answered if getattr(dossier.card(one), "care", False)]
    return [one for one in answered if one not in careful] or careful


def _charges(
    dossier: Dossier, all_charges: Sequence[str], first: str | None, seed: int
) -> Iterator[str]:
    """One charge or two, each with replies that answer it."""
    answers = [card for card in dossier.cards if isinstance(card, Answer)]
    met = {reply.id for reply in answers if first in reply.answers}
    others = [
        one
        for one in all_charges
        if one != first
        and any(one in reply.answers for reply in answers if reply.id not in met)
    ]
    second = _some(others, 1 if seed % 3 == 0 else 0, seed)
    chosen = [*([first] if first else []), *second]
    yield from chosen
    for charge in chosen:
        fitting = [one.id for one in answers if charge in one.answers and _usable(one)]
        yield from _some(fitting, _REPLIES, seed)


def _usable(card: Card) -> bool:
    """Whether the card has words a sentence can use and is fit for a class."""
    has_words = any((card.say.clause, card.say.charge, card.say.reply, card.say.cause))
    return has_words and not card.sensitive


def _some(ids: Sequence[str], many: int, seed: int) -> list[str]:
    """So many of the ids, by hash, in their own order."""
    ranked = sorted(ids, key=lambda one: _rank(seed, one))[:many]
    return [one for one in ids if one in ranked]


def _rank(seed: int, name: str) -> bytes:
    return blake2b(f"pick\x1f{seed}\x1f{name}".encode(), digest_size=8).digest()
