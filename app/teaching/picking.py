"""Picking: which line and which cards one sample of many argues with."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import permutations
from typing import Any, NamedTuple

from app.library import briefs
from app.model.argument import LineOfArgument, Strand, Wording
from app.model.base import Ids
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

_LINES = Memory(2048)
"""The lines that samples argued with; the next one of the same words asks again."""

_SHELF = Memory(256)
"""What was looked for in a whole dossier before."""

_NEAR_THE_LINE = 1
_RECORDS_AT_HOME = 2
_RECORDS_ABROAD = 4
_FIGURES = 2
_REPLIES = 2


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
        said = _in_turn(dossier, dossier.lines[at], turn)
        line = said.line
        picks = tuple(dict.fromkeys(_picks(dossier, said, seed)))
    brief = briefs.begin_brief(
        dossier,
        ready.assignment,
        kind=ready.kind,
        line=line.id if line else None,
        picks=picks,
    )
    settings = ready.settings.revise(seed=seed)
    return brief.with_known(line=line, settings=settings)


class _Turn(NamedTuple):
    """What one sample argues."""

    line: LineOfArgument
    """The line, its parts in some order and in some wording."""

    charge: str | None
    """The charge it meets first."""

    drafts: Ids
    """The drafted proposals it prefers."""

    unexplained: Strand | None
    """The part whose cause it leaves out; None: it gives every cause."""


def _in_turn(dossier: Dossier, line: LineOfArgument, turn: int) -> _Turn:
    """The line as the sample of this turn argues it; the first is plain."""
    said = next((one for one in dossier.wordings if one.line == line.id), None)
    other = said or Wording(line=line.id)
    drafts = [
        [one for one in strand.proposal if _is_draft(dossier, one)] or [""]
        for strand in line.strand
    ]
    claim, again, *asked, strand, charge, unexplained, because = out_of_step(
        turn,
        [
            (line.claim, *other.claim),
            (line.claim_again, *other.claim_again),
            *drafts,
            list(permutations(line.strand)),
            _chargeable(dossier, line) or [None],
            [None, *line.strand],
            (line.because, *other.because),
        ],
    )
    changed = _LINES.of(
        (line,),
        (claim, again, strand, because),
        lambda: line.revise(
            claim=claim, claim_again=again, strand=strand, because=because
        ),
    )
    return _Turn(changed, charge, tuple(filter(None, asked)), unexplained)


def _picks(dossier: Dossier, said: _Turn, seed: int) -> Iterator[str]:
    """Cards of every strand, and by seed some of the whole shelf beside them."""
    line = said.line
    stances = [card.id for card in dossier.of_kind(Kind.STANCE) if card.say.clause]
    yield from (one for one in line.claim_cards if one in stances)
    yield from _some(stances, 1, seed)
    yield from _some(_own_figures(dossier), _FIGURES, seed)
    taken: list[str] = []
    for strand in line.strand:
        if strand != said.unexplained:
            yield from _some(_tellable(dossier, strand.cause), 1, seed)
        yield from _some(_tellable(dossier, strand.exposure), 1, seed)
        drafted = [one for one in strand.proposal if _is_draft(dossier, one)]
        drafted.sort(key=lambda one: one not in said.drafts)
        free = [one for one in drafted if one not in taken]
        taken += free[:1]
        yield from free[:1] or strand.proposal[:1]
    yield from _records(dossier, line, seed)
    yield from _charges(dossier, _chargeable(dossier, line), said.charge, seed)
    older = [one for strand in line.strand for one in strand.proposal]
    yield from _some([one for one in older if not _is_draft(dossier, one)], 1, seed)


def out_of_step(turn: int, choices: Sequence[Sequence[Any]]) -> list[Any]:
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
    return _SHELF.of((dossier,), ("figures",), lambda: _figures(dossier))


def _figures(dossier: Dossier) -> list[str]:
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
    usable = _SHELF.of((dossier,), ("records",), lambda: _told_records(dossier))
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


def _told_records(dossier: Dossier) -> list[RecordCard]:
    """The records that a sentence can use."""
    held = [card for card in dossier.cards if isinstance(card, RecordCard)]
    return [card for card in held if card.say.clause and _usable(card)]


def _answers(dossier: Dossier) -> list[Answer]:
    """The replies, in the order of the shelf."""
    return _SHELF.of(
        (dossier,),
        ("answers",),
        lambda: [card for card in dossier.cards if isinstance(card, Answer)],
    )


def _chargeable(dossier: Dossier, line: LineOfArgument) -> list[str]:
    """The charges of a line that have replies; those of care only without others."""
    return _SHELF.of((dossier, line), ("charges",), lambda: _answered(dossier, line))


def _answered(dossier: Dossier, line: LineOfArgument) -> list[str]:
    named = [one for strand in line.strand for one in strand.charge]
    answers = _answers(dossier)
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
    answers = _answers(dossier)
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
