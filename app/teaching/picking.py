"""Picking: which line and which cards one sample of many argues with."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from math import gcd, prod

from app.library import briefs
from app.model.argument import LineOfArgument
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
        line = dossier.lines[at]
        picks = tuple(dict.fromkeys(_picks(dossier, line, turn, seed)))
    brief = briefs.begin_brief(
        dossier,
        ready.assignment,
        kind=ready.kind,
        line=line.id if line else None,
        picks=picks,
    )
    return brief.revise(settings=ready.settings.revise(seed=seed))


def _picks(
    dossier: Dossier, line: LineOfArgument, turn: int, seed: int
) -> Iterator[str]:
    """Cards of every strand, and by seed some of the whole shelf beside them."""
    charges = _chargeable(dossier, line)
    drafts = [
        [one for one in strand.proposal if _is_draft(dossier, one)]
        for strand in line.strand
    ]
    charge, *asked = walk(turn, [charges, *drafts])
    stances = [card.id for card in dossier.of_kind(Kind.STANCE) if card.say.clause]
    yield from (one for one in line.claim_cards if one in stances)
    yield from _some(stances, 1, seed)
    yield from _some(_own_figures(dossier), _FIGURES, seed)
    taken: list[str] = []
    for strand, draft, drafted in zip(line.strand, asked, drafts, strict=True):
        for field, many in _EACH_STRAND.items():
            named: tuple[str, ...] = getattr(strand, field)
            yield from _some(_tellable(dossier, named), many, seed)
        free = [one for one in (draft, *drafted) if one and one not in taken]
        taken += free[:1]
        yield from free[:1] or strand.proposal[:1]
    yield from _records(dossier, line, seed)
    yield from _charges(dossier, charges, charge, seed)
    older = [one for strand in line.strand for one in strand.proposal]
    yield from _some([one for one in older if not _is_draft(dossier, one)], 1, seed)


def walk(turn: int, choices: Sequence[Sequence[str]]) -> list[str | None]:
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
    chosen: list[str | None] = []
    for options, size in zip(choices, sizes, strict=True):
        left, at = divmod(left, size)
        chosen.append(options[at] if options else None)
    return chosen


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
    yield from abroad[:1] if seed % 2 else [one for one in abroad if one in named][:1]
    yield from _some(abroad[1:], _RECORDS_ABROAD, seed)


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
