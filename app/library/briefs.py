"""Briefs from dossiers: what a delegate picks is copied in, with its sources.

A brief holds copies of the cards it argues, of the cards those lean on and of
the cards its line names. A copy keeps where it came from; a card without an
origin is the delegate's own and is never dropped.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence

from app.language.charts import chart_marks
from app.language.markers import find_markers
from app.library import choices, dossiers, toml
from app.model.assignment import Assignment
from app.model.brief import Brief, BriefKind
from app.model.card import Answer, Card, Criticism, Proposal, Timeline
from app.model.dossier import Dossier
from app.model.errors import Trouble, UnknownId
from app.model.memory import Memory
from app.model.series import series_of
from app.model.source import Source

READY_FILE = "ready/brief.toml"
"""The choices of the ready brief, inside the folder of a dossier."""


class NoReadyBrief(UnknownId):
    """A dossier that nobody has made a ready brief for."""

    def __init__(self, dossier_id: str) -> None:
        Trouble.__init__(
            self,
            f'The dossier "{dossier_id}" has no ready brief.',
            hint=(
                "Begin a brief of your own from it: communique new FOLDER "
                f"--dossier {dossier_id} --committee NAME"
            ),
        )


def begin_brief(
    dossier: Dossier,
    assignment: Assignment,
    *,
    kind: BriefKind = BriefKind.DELEGATE,
    line: str | None = None,
    picks: Sequence[str] = (),
) -> Brief:
    """A new brief from a dossier, with a line and cards chosen or none yet.

    Raises:
        UnknownId: the dossier has no such line or card.
    """
    brief = Brief(
        kind=kind,
        dossier=dossier.id,
        assignment=assignment,
        line=choices.named_line(dossier, line) if line else None,
        glossary=dossier.glossary,
    )
    return with_picks(brief, dossier, picks)


def empty_brief(assignment: Assignment) -> Brief:
    """A new brief without a dossier: every card in it will be one's own."""
    return Brief(assignment=assignment)


def ready_brief(dossier_id: str) -> Brief:
    """The ready brief of a dossier, its cards copied from the dossier.

    Raises:
        Trouble: as for `ready_brief_of`.
        UnknownId: no dossier stands there.
    """
    return ready_brief_of(dossiers.open_dossier(dossier_id))


def ready_brief_of(dossier: Dossier) -> Brief:
    """The ready brief of a dossier that is open already.

    Raises:
        NoReadyBrief: it has none.
        UnknownId: the ready brief names a line or a card that is not in it.
        Unreadable: a file cannot be understood.
    """
    path = dossiers.find_folder(dossier.id) / READY_FILE
    if not path.is_file():
        raise NoReadyBrief(dossier.id)
    chosen = choices.read_choices(path, dossier)
    made = chosen.choices
    line = made.line
    if chosen.line_id:
        line = choices.named_line(dossier, chosen.line_id)
    brief = Brief(
        format=made.format,
        kind=BriefKind.READY,
        dossier=dossier.id,
        assignment=made.assignment,
        line=line,
        glossary=dossier.glossary,
        proposals=made.proposals,
        questions=made.question,
        agenda=made.agenda,
        settings=made.settings,
    )
    return with_picks(brief, dossier, made.picks)


def with_picks(brief: Brief, dossier: Dossier | None, ids: Iterable[str]) -> Brief:
    """The brief with these cards picked, in this order, and what they need.

    Copies already in the brief stay as they are; copies that nothing needs any
    more are dropped. Without a dossier only cards in the brief can be picked.

    Raises:
        UnknownId: neither the dossier nor the brief has a card of that id.
    """
    picks = tuple(dict.fromkeys(ids))
    held = {card.id: card for card in brief.cards}
    known = _copies(dossier) | held
    for card_id in picks:
        if card_id not in known:
            raise UnknownId("card", card_id, toml.nearest(card_id, known, count=2))
    needed = _needed(brief, picks, known)
    made = _COPIED.of((dossier,), (), dict[str, Card])
    copied = tuple(
        [
            card if dossier is None or card_id in held else _copied(card, dossier, made)
            for card_id, card in known.items()
            if card_id in needed
        ]
    )
    sources = _sources(brief, dossier, copied)
    return brief.with_known(picks=picks, cards=copied, sources=sources)


def with_cited(brief: Brief, dossier: Dossier | None) -> Brief:
    """The brief with the cards its text cites and its charts stand on.

    Picks stay as they are, those of cards that nobody has any more too.
    """
    made = with_picks(brief, dossier, _in_reach(brief, dossier))
    return made.revise(picks=brief.picks)


def with_line(brief: Brief, dossier: Dossier, line_id: str | None) -> Brief:
    """The brief with a line of the dossier and its cards; None takes it away.

    Raises:
        UnknownId: the dossier has no such line.
    """
    line = choices.named_line(dossier, line_id) if line_id is not None else None
    return with_picks(brief.revise(line=line), dossier, _in_reach(brief, dossier))


def with_own_card(brief: Brief, card: Card, source: Source | None) -> Brief:
    """The brief with a card of one's own, picked last; one of its id is replaced.

    Raises:
        Trouble: a card copied from a dossier has that id.
    """
    there = brief.card(card.id)
    if there is not None and there.origin is not None:
        raise Trouble(
            f'The brief already holds a card of the dossier called "{card.id}".',
            hint="Give your card another name.",
        )
    own = card.revise(origin=None)
    cards = [one for one in brief.cards if one.id != card.id]
    sources = list(brief.sources)
    if source is not None:
        sources = [*(one for one in sources if one.id != source.id), source]
    picks = [one for one in brief.picks if one != card.id]
    return brief.revise(
        cards=(*cards, own), sources=tuple(sources), picks=(*picks, card.id)
    )


_SHELVES = Memory(8)
"""Dossiers with their cards by id."""

_COPIED = Memory(8)
"""Dossiers with the cards that were copied from them; samples copy the same ones."""

_MARKS = Memory(4096)


def origin_of(card: Card, dossier_id: str) -> str:
    """Where a copied card came from, and a mark that changes when the card does.

    The mark is 12 hexadecimal digits over everything the card says.
    """
    mark = _MARKS.of((card,), (), lambda: _mark_of(card))
    return f"{dossier_id}#{mark}"


def _mark_of(card: Card) -> str:
    said = card.model_dump(mode="json", exclude={"origin"}, exclude_defaults=True)
    canonical = json.dumps(said, sort_keys=True, separators=(",", ":"))
    return hashlib.blake2b(canonical.encode(), digest_size=6).hexdigest()


def leans_on(card: Card) -> tuple[str, ...]:
    """The ids of the cards without which this one cannot be argued."""
    if isinstance(card, Criticism):
        return (*card.granted_cards, *card.documented_facts, *card.offer_rests_on)
    if isinstance(card, Answer):
        return (*card.supported_by, *card.limits_cards)
    if isinstance(card, Proposal):
        return card.built_on
    if isinstance(card, Timeline) and card.related:
        return (card.related,)
    return ()


def _copies(dossier: Dossier | None) -> dict[str, Card]:
    """The cards of a dossier by id, in its order."""
    if dossier is None:
        return {}
    return _SHELVES.of((dossier,), (), lambda: {one.id: one for one in dossier.cards})


def _copied(card: Card, dossier: Dossier, made: dict[str, Card]) -> Card:
    """The copy of a card that briefs hold; made once for all of them."""
    copy = made.get(card.id)
    if copy is None:
        copy = card.model_copy(update={"origin": origin_of(card, dossier.id)})
        made[card.id] = copy
    return copy


def _needed(brief: Brief, picks: Iterable[str], known: dict[str, Card]) -> set[str]:
    """The ids of all cards the brief must hold to stand by itself."""
    own = {card.id for card in brief.cards if card.origin is None}
    argued = {*picks, *own, *(brief.line.cards if brief.line else ())}
    leaned = [
        leant
        for card_id in argued
        if card_id in known
        for leant in leans_on(known[card_id])
    ]
    forms = (brief.form_of(card_id) for card_id in picks)
    built = [one for form in forms for one in form.built_on or () if one in known]
    return argued | {*leaned, *built, *_quoted(brief, known)}


def _quoted(brief: Brief, known: dict[str, Card]) -> Iterator[str]:
    """The cards that the delegate's text cites, and those its charts stand on."""
    texts = [one.text for one in brief.passages]
    texts += [one.answer for one in brief.questions]
    for text in texts:
        for marker in find_markers(text):
            yield marker.card
        for mark in chart_marks(text):
            card = known.get(mark.card)
            series = series_of(card, tuple(known.values())) if card else None
            yield from series.cards if series else ()


def _sources(
    brief: Brief, dossier: Dossier | None, cards: tuple[Card, ...]
) -> tuple[Source, ...]:
    """The sources of these cards; those only dropped cards named are left out."""
    wanted = dict.fromkeys([name for card in cards for name in card.source_ids])
    before = {name for card in brief.cards for name in card.source_ids}
    kept = [one for one in brief.sources if one.id in wanted or one.id not in before]
    held = {one.id for one in kept}
    shelf = dossier.sources_by_id if dossier else {}
    new = [shelf[name] for name in wanted if name in shelf and name not in held]
    return (*kept, *new)


def _in_reach(brief: Brief, dossier: Dossier | None) -> tuple[str, ...]:
    """The picks that still stand in the brief or the dossier."""
    held = {card.id for card in brief.cards}
    known = dossier.cards_by_id if dossier else {}
    return tuple(one for one in brief.picks if one in held or one in known)
