"""Links: every id a dossier names must lead to a card of a fitting kind.

Links are written once, on the card that leans on another. A link that leads
nowhere would leave a charge without its reply or a proposal without ground.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from app.library.faults import Fault
from app.model.argument import Strand
from app.model.card import Answer, Card, Criticism, Kind, Proposal, Timeline
from app.model.dossier import Dossier
from app.model.finding import Outcome

ANY = frozenset(Kind)
"""Where a card of every kind is welcome."""

EVIDENCE = frozenset(
    {Kind.STANCE, Kind.RECORD, Kind.CONTEXT, Kind.STATISTIC, Kind.TIMELINE}
)
"""Kinds that state what is so, and neither charge, reply nor propose."""

CRITICISMS = frozenset({Kind.CRITICISM})
"""Where only a criticism is welcome."""

REPLIES = frozenset({Kind.ANSWER, Kind.STANCE})
"""Kinds that can hold a denial."""

LINKS: dict[type, dict[str, frozenset[Kind]]] = {
    Criticism: {
        "granted_cards": ANY,
        "documented_facts": EVIDENCE | CRITICISMS,
        "offer_rests_on": ANY - {Kind.PROPOSAL},
        "avoid_replies": REPLIES | {Kind.RECORD},
        "denial_cards": REPLIES,
    },
    Answer: {
        "answers": CRITICISMS,
        "label_by_charge": CRITICISMS,
        "supported_by": EVIDENCE,
        "limits_cards": ANY,
        "rejoinder_cards": ANY,
    },
    Proposal: {"built_on": ANY - CRITICISMS, "addresses": EVIDENCE | CRITICISMS},
}
"""For each kind of card, its fields of links and the kinds they may lead to."""

STRAND_LINKS: dict[str, frozenset[Kind]] = {
    "cause": EVIDENCE | {Kind.PROPOSAL, Kind.CRITICISM},
    "exposure": EVIDENCE - {Kind.STANCE},
    "record": frozenset({Kind.RECORD}),
    "gap_cards": ANY,
    "charge": CRITICISMS,
    "care_charge": CRITICISMS,
    "answer": frozenset({Kind.ANSWER}),
    "proposal": frozenset({Kind.PROPOSAL}),
}
"""The fields of a strand and the kinds of card they may name."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOTES = ("note", "limits", "status_note", "care_note")


def check_links(dossier: Dossier) -> Iterator[Fault]:
    """Everything that is wrong with the ids of a dossier and what they name."""
    yield from _ids(dossier)
    links = _Links(dossier)
    for card in dossier.cards:
        yield from links.of_card(card)
    yield from links.of_lines()
    yield from links.of_lists()


def _ids(dossier: Dossier) -> Iterator[Fault]:
    """Ids that are used twice or cannot stand in a citation."""
    shelves = {
        "card": [*(c.id for c in dossier.cards), *(q.id for q in dossier.open)],
        "source": [source.id for source in dossier.sources],
        "line": [line.id for line in dossier.lines],
        "conflict": [conflict.id for conflict in dossier.conflicts],
    }
    for what, ids in shelves.items():
        for one, times in Counter(ids).items():
            if times > 1:
                message = f"{one}: {times} entries have this id; give each its own."
                yield Fault("ids", one, message)
            if not _ID.fullmatch(one):
                message = f'{one}: the id of a {what} is small letters, digits and "-".'
                yield Fault("ids", one, message)


class _Links:
    """The cards of a dossier, ready to follow a link."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.kinds = {card.id: card.kind for card in dossier.cards}
        self.replies = {c.id: c for c in dossier.cards if isinstance(c, Answer)}
        self.open = {question.id for question in dossier.open}
        self.prefixes = {one.split("-")[0] for one in self.kinds if "-" in one}

    def follow(
        self, entry: str, field: str, ids: Iterable[str], kinds: frozenset[Kind]
    ) -> Iterator[Fault]:
        """The links of one field that lead nowhere or to a wrong kind."""
        for one in ids:
            kind = self.kinds.get(one)
            if kind is None and one in self.open:
                message = f"{entry}: {field} names {one}, which is not confirmed."
                yield Fault("links", entry, message)
            elif kind is None:
                message = f"{entry}: {field} names {one}, but no card has that id."
                yield Fault("links", entry, message)
            elif kind not in kinds:
                wanted = " or ".join(sorted(kinds)) if len(kinds) < 4 else "another"
                message = f"{entry}: {field} names {one}, a {kind}; {wanted} is wanted."
                yield Fault("links", entry, message)

    def of_card(self, card: Card) -> Iterator[Fault]:
        """The links of one card."""
        for field, kinds in LINKS.get(type(card), {}).items():
            yield from self.follow(card.id, field, getattr(card, field), kinds)
        yield from self._mentions(card)
        if isinstance(card, Timeline) and card.related:
            yield from self.follow(card.id, "related", [card.related], ANY)
        if isinstance(card, Answer):
            yield from self._of_answer(card)
        if isinstance(card, Proposal):
            yield from self._lines_of(card)

    def _of_answer(self, card: Answer) -> Iterator[Fault]:
        if not card.answers:
            message = f"{card.id}: a reply needs the charge it answers, in `answers`."
            yield Fault("links", card.id, message)
        for charge in card.label_by_charge:
            if charge not in card.answers:
                message = f"{card.id}: label_by_charge names {charge}, not in answers."
                yield Fault("links", card.id, message)

    def _lines_of(self, card: Proposal) -> Iterator[Fault]:
        """Lines a proposal claims to belong to, which may not know it."""
        lines = {line.id: line for line in self.dossier.lines}
        for one in card.lines:
            line = lines.get(one)
            if line is None:
                message = f"{card.id}: lines names {one}, but there is no such line."
                yield Fault("links", card.id, message)
            elif not any(card.id in strand.proposal for strand in line.strand):
                message = f"{card.id}: no strand of the line {one} proposes it."
                yield Fault("links", card.id, message, outcome=Outcome.ADVICE)

    def _mentions(self, card: Card) -> Iterator[Fault]:
        """Ids that a note mentions in passing and that no card has."""
        for field in _NOTES:
            for word in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", _text(card, field)):
                known = word in self.kinds or word in self.open
                if not known and word.split("-")[0] in self.prefixes:
                    message = (
                        f"{card.id}: its {field} mentions {word}, which no card is."
                    )
                    yield Fault("links", card.id, message, outcome=Outcome.ADVICE)

    def of_lines(self) -> Iterator[Fault]:
        """The links of the lines of argument, their wordings and their strands."""
        lines = {line.id for line in self.dossier.lines}
        for wording in self.dossier.wordings:
            if wording.line not in lines:
                message = f"{wording.line}: other wordings of a line that is not there."
                yield Fault("links", wording.line, message)
        for line in self.dossier.lines:
            kinds = EVIDENCE - {Kind.TIMELINE}
            yield from self.follow(line.id, "claim_cards", line.claim_cards, kinds)
            for strand in line.strand:
                entry = line.id
                for field, wanted in STRAND_LINKS.items():
                    name = f"{strand.part}: {field}"
                    yield from self.follow(entry, name, getattr(strand, field), wanted)
                yield from self._strand(entry, strand)

    def _strand(self, entry: str, strand: Strand) -> Iterator[Fault]:
        """Replies that meet no charge of their strand, and care left unmarked."""
        care = {c.id for c in self.dossier.criticisms if c.care}
        marked = set(strand.care_charge)
        charges = set(strand.charge)
        if marked - charges or (charges & care) != (marked & charges):
            message = (
                f"{entry}: {strand.part}: care_charge must name the charges of the "
                "strand that are matters of care, and no others."
            )
            yield Fault("care", entry, message)
        for one in strand.answer:
            if one not in self.replies:
                continue
            met = charges.intersection(self.replies[one].answers)
            if not met:
                message = (
                    f"{entry}: {strand.part}: {one} replies to none of its charges."
                )
                yield Fault("links", entry, message)
            elif met <= care:
                message = (
                    f"{entry}: {strand.part}: {one} replies only to a matter of care, "
                    "where no reply is drafted."
                )
                yield Fault("care", entry, message)

    def of_lists(self) -> Iterator[Fault]:
        """The links of the shortlist, the glossary and the conflicts."""
        for group in self.dossier.starter:
            ids = [pick.id for pick in group.picks]
            yield from self.follow(group.group, "picks", ids, frozenset(group.kinds))
        for term in self.dossier.glossary:
            yield from self.follow(term.term, "cards", term.cards, ANY)
        for conflict in self.dossier.conflicts:
            yield from self.follow(conflict.id, "cards", conflict.cards, ANY)


def _text(card: Card, field: str) -> str:
    return getattr(card, field, None) or ""
