"""Picking: which line and which cards one sample of many argues with."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b

from app.library import briefs
from app.model.argument import LineOfArgument
from app.model.brief import Brief
from app.model.card import Card, Kind
from app.model.dossier import Dossier

_EACH_STRAND = {"cause": 1, "exposure": 2, "record": 2, "charge": 1, "answer": 2}


def sample_brief(dossier: Dossier, ready: Brief, number: int, seed: int) -> Brief:
    """The brief of one sample: the first argues like the ready brief.

    Args:
        dossier: Where its cards come from.
        ready: The dossier's ready brief: its assignment and settings are kept.
        number: Which sample it is, from 0; it walks through the lines.
        seed: Chooses cards and wording.
    """
    picks: Sequence[str] = ready.picks
    line = ready.line
    if dossier.lines and number:
        line = dossier.lines[number % len(dossier.lines)]
        picks = tuple(dict.fromkeys(_picks(dossier, line, seed)))
    brief = briefs.begin_brief(
        dossier,
        ready.assignment,
        kind=ready.kind,
        line=line.id if line else None,
        picks=picks,
    )
    return brief.revise(settings=ready.settings.revise(seed=seed))


def _picks(dossier: Dossier, line: LineOfArgument, seed: int) -> Iterator[str]:
    """Cards of every strand, the ready wording first where a card has none."""
    stances = [card.id for card in dossier.of_kind(Kind.STANCE) if card.say.clause]
    yield from (one for one in line.claim_cards if one in stances)
    yield from _some(stances, 1, seed)
    for strand in line.strand:
        for field, many in _EACH_STRAND.items():
            named: tuple[str, ...] = getattr(strand, field)
            usable = [one for one in named if _usable(dossier.card(one))]
            yield from _some(usable, many, seed)
        drafted = [one for one in strand.proposal if one.startswith("draft-")]
        yield from (drafted or list(strand.proposal))[:1]


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
