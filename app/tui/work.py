"""The work on one brief: what each key does to it, said once and without a screen."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from app.desk import merging
from app.desk.editing import OpenBrief
from app.desk.fixing import FIXES
from app.drafting.genres import Genre, PassagePlan, open_genre
from app.drafting.outline import outline
from app.language.charts import ChartMark, chart_marks, with_chart
from app.library import briefs, dossiers, presets
from app.library.fields import DoesNotFit, Tree
from app.model.argument import LineOfArgument
from app.model.assignment import Assignment
from app.model.brief import Brief, Passage
from app.model.card import Answer, Card, Criticism, Kind, Proposal
from app.model.dossier import Dossier, Term
from app.model.edit import Way
from app.model.errors import Trouble, UnknownId
from app.model.series import Series, offered, series_by_card
from app.model.source import Source
from app.model.text import LONGEST_TEXT
from app.research.own_cards import Found, make_card
from app.tui import handing_in
from app.tui.stages import KINDS, NAMES, PASSAGES, Stage, stage_of
from app.tui.wording import cut, short


class Work:
    """An open brief with the dossier its cards come from."""

    def __init__(self, opened: OpenBrief, dossier: Dossier | None) -> None:
        """Begin to work on a brief; without a dossier only its own cards are there."""
        self.opened = opened
        """The brief on the desk."""
        self.dossier = dossier
        """Where cards come from; None where the dossier is gone."""
        self.genre: Genre = open_genre()
        """Which passages the paper has."""
        self.exported: Brief | None = None
        """The brief as it was last exported; None: not in this sitting."""
        self._listed: Brief | None = None
        self._lists: dict[tuple[Kind, ...], tuple[Card, ...]] = {}
        self._ranked: Brief | None = None
        self._ranks: dict[str, int] = {}

    @classmethod
    def of(cls, opened: OpenBrief) -> "Work":
        """The work on an open brief, with its dossier where that still stands.

        Raises:
            Unreadable: the dossier cannot be understood.
        """
        wanted = opened.brief.dossier
        try:
            dossier = dossiers.open_dossier(wanted) if wanted else None
        except UnknownId:
            dossier = None
        work = cls(opened, dossier)
        if handing_in.is_exported(opened.folder):
            work.exported = work.brief
        return work

    @property
    def brief(self) -> Brief:
        """The brief as it stands."""
        return self.opened.brief

    @property
    def country(self) -> str:
        """The short name of the country that speaks."""
        return self.brief.assignment.country.name

    @property
    def is_behind(self) -> bool:
        """Whether there is an exported file, and it is older than the words."""
        return self.exported is not None and self.exported != self.brief

    @property
    def kind_of_file(self) -> str:
        """What a person calls the file that the conference takes: `Word file`."""
        return handing_in.kind_of(self.brief)

    @property
    def out(self) -> Path:
        """The folder that files are exported to."""
        return self.opened.folder / "out"

    @property
    def lines(self) -> tuple[LineOfArgument, ...]:
        """The lines of argument to choose from."""
        return self.dossier.lines if self.dossier else ()

    @property
    def glossary(self) -> tuple[Term, ...]:
        """Words and acronyms of the topic."""
        return self.dossier.glossary if self.dossier else self.brief.glossary

    def cards(self, *kinds: Kind) -> tuple[Card, ...]:
        """Every card of these kinds: the dossier's, then those only the brief has."""
        if self._listed is not self.brief:
            self._listed = self.brief
            self._lists.clear()
        if kinds not in self._lists:
            self._lists[kinds] = self._cards_of(set(kinds))
        return self._lists[kinds]

    def _cards_of(self, kinds: set[Kind]) -> tuple[Card, ...]:
        known = self.dossier.cards if self.dossier else ()
        shelf = self.dossier.cards_by_id if self.dossier else {}
        own = tuple(card for card in self.brief.cards if card.id not in shelf)
        return tuple(card for card in (*known, *own) if card.kind in kinds)

    def card(self, card_id: str) -> Card | None:
        """The card with this id, the brief's copy before the dossier's."""
        there = self.brief.card(card_id)
        if there is None and self.dossier:
            return self.dossier.cards_by_id.get(card_id)
        return there

    def source(self, source_id: str) -> Source | None:
        """The source with this id, the brief's copy before the dossier's."""
        there = self.brief.source(source_id)
        if there is None and self.dossier:
            return self.dossier.sources_by_id.get(source_id)
        return there

    def replies_to(self, criticism: str) -> tuple[Answer, ...]:
        """The replies to a criticism, one's own included."""
        found = [one for one in self.cards(Kind.ANSWER) if isinstance(one, Answer)]
        return tuple(one for one in found if criticism in one.answers)

    def addressing(self, criticism: str) -> tuple[Proposal, ...]:
        """The proposals that would mend what is criticised, those used first."""
        found = [one for one in self.cards(Kind.PROPOSAL) if isinstance(one, Proposal)]
        here = [one for one in found if criticism in one.addresses]
        return tuple(sorted(here, key=lambda one: not self.is_used(one.id)))

    def is_used(self, card_id: str) -> bool:
        """Whether a card is among the picks."""
        return card_id in self.brief.picks

    def rank(self, card: Card) -> int | None:
        """Its place among the picks of its stage, from 1; None: not picked."""
        if self._ranked is not self.brief:
            self._ranked = self.brief
            self._ranks = _ranks(self.brief)
        return self._ranks.get(card.id)

    def unanswered(self) -> tuple[Criticism, ...]:
        """Picked criticisms that could be replied to and are not; care is left out."""
        return tuple(
            card
            for card in self.brief.picked(Kind.CRITICISM)
            if isinstance(card, Criticism)
            and not card.care
            and (replies := self.replies_to(card.id))
            and not any(self.is_used(one.id) for one in replies)
        )

    def passage_cards(self, plan: PassagePlan) -> tuple[Card, ...]:
        """The picks a passage rests on: those the outline puts there come first."""
        slots = outline(self.brief).slots
        picks = {card.id: card for card in self.brief.picked()}
        here = [
            card for slot in slots if slot.passage == plan.id for card in slot.cards
        ]
        placed = {card for slot in slots for card in slot.cards}
        spare = [
            card.id
            for card in picks.values()
            if card.kind in plan.kinds and card.id not in placed
        ]
        wanted = dict.fromkeys((*here, *spare))
        return tuple(picks[one] for one in wanted if one in picks)

    def passage_for(self, stage: Stage) -> str | None:
        """The passage that the cards of a stage are written in, as they now lie."""
        usual = PASSAGES.get(stage)
        if stage not in KINDS:
            return usual
        here = {card.id for card in self.brief.picked(*KINDS[stage])}
        found = Counter(
            slot.passage
            for slot in outline(self.brief).slots
            if here.intersection(slot.cards)
        )
        return usual if usual in found or not found else found.most_common(1)[0][0]

    def use(self, card_id: str) -> str:
        """Pick a card and say so; a second time changes nothing.

        Raises:
            UnknownId: nobody has such a card.
        """
        if self.is_used(card_id):
            return "Already used (x takes it out)."
        picks = (*self.brief.picks, card_id)
        changed = briefs.with_picks(self.brief, self.dossier, picks)
        self.opened.change(changed, f"use {self._called(card_id)}")
        card = self.brief.card(card_id)
        where = NAMES[stage_of(card)] if card else "the paper"
        return f"Used in {where}."

    def take_out(self, card_id: str) -> str:
        """Take a card out of the picks and say so."""
        if not self.is_used(card_id):
            return "This card is not used."
        picks = tuple(one for one in self.brief.picks if one != card_id)
        called = self._called(card_id)
        changed = briefs.with_picks(self.brief, self.dossier, picks)
        self.opened.change(changed, f"take out {called}")
        return "Taken out. Ctrl+Z puts it back."

    def move(self, card_id: str, step: int) -> str:
        """Move a pick one place up (-1) or down (+1) among those of its stage."""
        card = self.brief.card(card_id)
        if card is None or not self.is_used(card_id):
            return "Use the card first (Enter); then it can be moved."
        beside = self._beside(card)
        at = beside.index(card_id) + step
        if not 0 <= at < len(beside):
            return "It is first already." if step < 0 else "It is last already."
        swapped = {card_id: beside[at], beside[at]: card_id}
        picks = [swapped.get(one, one) for one in self.brief.picks]
        changed = briefs.with_picks(self.brief, self.dossier, picks)
        self.opened.change(changed, f"move {self._called(card_id)}")
        return f"Now number {at + 1} of {len(beside)}."

    def choose_line(self, line_id: str) -> str:
        """Argue along a line and say so; a second time changes nothing.

        Raises:
            UnknownId: the dossier has no such line.
        """
        if self.brief.line and self.brief.line.id == line_id:
            return "Already your line of argument. u uses its suggested cards."
        if self.dossier is None:
            return "The dossier of this brief is not on this computer."
        changed = briefs.with_line(self.brief, self.dossier, line_id)
        self.opened.change(changed, "choose the line of argument")
        return "Chosen. u uses its suggested cards, or n goes on and you choose."

    def drop_line(self) -> str:
        """Argue along no line."""
        if self.brief.line is None or self.dossier is None:
            return "No line of argument is chosen."
        changed = briefs.with_line(self.brief, self.dossier, None)
        self.opened.change(changed, "drop the line of argument")
        return "Dropped. Ctrl+Z puts it back."

    def suggested(self) -> tuple[str, ...]:
        """The cards of the line that are not used yet."""
        named = self.brief.line.cards if self.brief.line else ()
        return tuple(one for one in named if not self.is_used(one) and self.card(one))

    def use_suggested(self) -> str:
        """Pick every card of the line, in one step that can be undone."""
        if self.brief.line is None:
            return "Choose a line of argument first (Enter)."
        wanted = self.suggested()
        if not wanted:
            return "Every card of this line is used already."
        picks = (*self.brief.picks, *wanted)
        changed = briefs.with_picks(self.brief, self.dossier, picks)
        self.opened.change(changed, f"use the {len(wanted)} cards of the line")
        return f"{len(wanted)} cards used. Ctrl+Z takes them out again."

    def add_own(self, found: Found, *, answers: str | None = None) -> Card:
        """Make a card of what a delegate found, pick it and give it.

        Args:
            found: What they typed.
            answers: The criticism it replies to, for a reply.

        Raises:
            Trouble: it lacks a claim, somebody who says it, or its source.
        """
        taken = {card.id for card in self.cards(*Kind)}
        taken |= {source.id for source in self.brief.sources}
        made = make_card(found, taken)
        card = made.card
        if isinstance(card, Answer) and answers:
            card = card.revise(answers=(answers,))
        changed = briefs.with_own_card(self.brief, card, made.source)
        self.opened.change(changed, "add a card of your own")
        return card

    def assign(self, assignment: Assignment) -> str:
        """Speak under another heading and say so."""
        if assignment == self.brief.assignment:
            return "The heading is as it was."
        changed = self.brief.revise(assignment=assignment)
        self.opened.change(changed, "change the heading")
        return "The heading is changed. Ctrl+Z changes it back."

    def write(self, plan: PassagePlan, text: str, *, joins: bool = False) -> bool:
        """Keep the words of a passage; whether they differ from those before.

        Args:
            plan: The passage.
            text: Its words.
            joins: Whether somebody is still typing, so that undoing takes these
                back together with the words just before.

        Raises:
            Trouble: the text is longer than any field may be.
        """
        before = self.brief.passage(plan.id)
        if before.text == text:
            return False
        if len(text) > LONGEST_TEXT:
            raise Trouble("This text is too long to keep; take some of it out.")
        what = f'write "{plan.title}"'
        self.opened.change(self._written(plan, text), what, joins=joins)
        return True

    def _written(self, plan: PassagePlan, text: str) -> Brief:
        """The brief with these words, and with the cards its charts stand on."""
        cards = tuple(card.id for card in self.passage_cards(plan))
        passage = Passage(id=plan.id, text=text, cards_when_written=cards)
        changed = self.brief.with_passage(passage)
        if not chart_marks(text):
            return changed
        return briefs.with_cited(changed, self.dossier)

    def series(self) -> dict[str, Series]:
        """The figures by year that can become charts, each by a card of its own."""
        return offered(self.cards(*Kind))

    def charted(self, cards: Iterable[Card]) -> set[str]:
        """Those of these cards whose figures can be a chart, by id."""
        return set(series_by_card(cards, self.cards(*Kind)))

    def put_chart(self, card_id: str, plan: PassagePlan) -> str:
        """Put the chart of a card's figures below the words of a passage; say so.

        Raises:
            Trouble: the text is longer than any field may be.
        """
        text = self.brief.passage(plan.id).text
        if any(mark.card == card_id for mark in chart_marks(text)):
            return f"This chart stands in “{plan.title}” already."
        added = with_chart(text, ChartMark(card_id))
        if len(added) > LONGEST_TEXT:
            raise Trouble("This text is too long to keep; take some of it out.")
        what = f'put a chart into "{plan.title}"'
        self.opened.change(self._written(plan, added), what)
        return f"Chart put into “{plan.title}”. Ctrl+Z undoes it."

    def deadline(self) -> str:
        """When the conference wants the paper, as it states it; empty: unknown."""
        try:
            preset = presets.open_preset(self.brief.assignment.conference)
        except Trouble:
            return ""
        return "; ".join(f"{one.when} ({one.purpose})" for one in preset.deadline)

    def mend(self, fix: str) -> str:
        """Apply a safe fix of a check and say so; no word of the delegate changes.

        Raises:
            Trouble: the conference is unknown.
        """
        if fix not in FIXES:
            return "This program does not know how to mend that."
        said, mended = FIXES[fix]
        preset = presets.open_preset(self.brief.assignment.conference)
        self.opened.change(mended(self.brief, preset), fix.replace("-", " "))
        return f"{said.format(name=preset.name)} Ctrl+Z undoes that."

    def retargeted(self, conference: str) -> Brief:
        """The brief as it would stand for another conference, by its id."""
        assignment = self.brief.assignment.revise(conference=conference)
        return self.brief.revise(assignment=assignment)

    def retarget(self, conference: str) -> str:
        """Write for another conference, by its id, and say so."""
        self.opened.change(self.retargeted(conference), f"write for {conference}")
        return f"The paper is now for {conference}. Ctrl+Z changes it back."

    def merge(self, theirs: Path, *, anyway: bool = False) -> merging.Merged:
        """Join a partner's copy in, as one step that can be undone.

        Raises:
            Unrelated: it looks like another brief, and `anyway` does not say to.
            Trouble: the folder holds no brief, or the two make none together.
        """
        return merging.merge(self.opened, theirs, anyway=anyway)

    def bring_back(self, state: Tree, when: str) -> str:
        """Put an earlier state in place of the brief, as one step to undo.

        Raises:
            Trouble: the state is no brief this program knows.
        """
        if state == self.opened.state:
            return "The paper stands just so already."
        try:
            self.opened.replace(state, f"bring back {when}", Way.RESTORED)
        except DoesNotFit as error:
            raise Trouble("This state is no brief this program knows.") from error
        return f"Brought back as it stood {when}. Ctrl+Z undoes that."

    def _beside(self, card: Card) -> list[str]:
        """The picks of the stage of a card, in order; replies among themselves."""
        kinds = (
            KINDS[stage_of(card)] if card.kind is not Kind.ANSWER else (Kind.ANSWER,)
        )
        return [one.id for one in self.brief.picked(*kinds)]

    def _called(self, card_id: str) -> str:
        card = self.card(card_id)
        return f'"{cut(short(card), 48) if card else card_id}"'


def _ranks(brief: Brief) -> dict[str, int]:
    """The place of every pick among those of its stage; replies among themselves."""
    counts: Counter[object] = Counter()
    ranks: dict[str, int] = {}
    for card in brief.picked():
        among = card.kind if card.kind is Kind.ANSWER else stage_of(card)
        counts[among] += 1
        ranks[card.id] = counts[among]
    return ranks
