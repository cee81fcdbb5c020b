"""Choosing cards: a shortlist or all of a kind, a filter, and what a card says."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from app.model.card import Card
from app.tui import opening, telling, wording
from app.tui.card_finder import CardFinder
from app.tui.card_list import ALL, MOST, CardList, Filter, capped
from app.tui.charting import FiguresSheet, offer_chart
from app.tui.choices import ChoiceList, heading
from app.tui.dialogs import NOTHING_MARKED, Sheet
from app.tui.pane import Pane
from app.tui.stages import KINDS, QUESTIONS, Stage
from app.tui.timeline import plots, timeline
from app.tui.work import Work

if TYPE_CHECKING:
    from textual.timer import Timer

    from app.model.brief import Brief

PAUSE = 0.15
"""Seconds from the last key of a filter to what the first card found says."""


class CardsPane(Pane):
    """The cards of one stage."""

    HELP = (
        "Enter uses the highlighted card and goes on; x takes it out. The number in "
        "brackets is its place in your paper; [ and ] or Shift with Up and Down move "
        "it. n always leads to the next thing your paper lacks."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "read", "Read", key_display="Space"),
        Binding("x,delete", "take_out", "Out", tooltip="Take it out of the paper"),
        Binding("o", "open", "Source", show=False, tooltip="Open its source"),
        Binding(
            "ctrl+c", "copy", "Copy", show=False,
            tooltip="Copy the card with its citation",
        ),
        Binding("slash,ctrl+f", "filter", "Filter", key_display="/"),
        Binding("l", "toggle_all", "All", tooltip="The whole list, or the shortlist"),
        Binding(
            "t", "timeline", "Timeline", show=False,
            tooltip="The record in order of time, and figures by year",
        ),
        Binding(
            "c", "chart", "Chart", show=False,
            tooltip="Put figures by year into a passage as a chart",
        ),
        Binding("a", "own", "Own", tooltip="Add a card of your own"),
        Binding(
            "left_square_bracket,shift+up", "move(-1)", "Earlier", show=False,
            tooltip="Earlier in the paper (also Shift+Up)", key_display="[",
        ),
        Binding(
            "right_square_bracket,shift+down", "move(1)", "Later", show=False,
            tooltip="Later in the paper (also Shift+Down)", key_display="]",
        ),
    ]  # fmt: skip

    def __init__(self, work: Work, stage: Stage) -> None:
        """Make the pane of a stage that has cards."""
        super().__init__(work, stage)
        self.whole = not self._groups()
        """Whether the whole list is shown and not the shortlist."""
        self._finder = CardFinder(work.country)
        self._found: int | None = None
        self._pause: Timer | None = None
        self._read: tuple[Card | None, Brief] | None = None

    def compose(self) -> ComposeResult:
        """The question, a filter, the list, and what the card says."""
        yield Static(markup=False, classes="question")
        yield Filter(self.narrow)
        with Container(classes="split"):
            yield CardList(classes="cards", choose=self.use_from)
            with Container(classes="beside"):
                yield from self.compose_beside()

    def compose_beside(self) -> ComposeResult:
        """What stands below or beside the list."""
        with VerticalScroll(classes="detail", can_focus=False):
            yield Static(markup=False, classes="detail-text")

    @property
    def choices(self) -> CardList:
        """The cards of this stage."""
        return self.query_one(".cards", CardList)

    @property
    def filter(self) -> Filter:
        """The filter, shown while it is used."""
        return self.query_one(Filter)

    @property
    def at(self) -> str | None:
        """The highlighted card."""
        return self.choices.current

    @property
    def card(self) -> Card | None:
        """The highlighted card, read."""
        return self.work.card(self.at) if self.at else None

    def home(self) -> Widget:
        """The list has the keys."""
        return self.choices

    def go_to(self, focus: str | None) -> None:
        """Highlight a card, in the whole list where the shortlist lacks it."""
        if focus is None:
            return
        if not any(one.id == focus for one in self.choices.options):
            self.filter.value = ""
            self.whole = True
            self.show_work()
        self.choices.highlight(focus)

    def show_work(self) -> None:
        """Show the list as the brief stands."""
        self.choices.show(self._rows())
        self.say_how_many()
        self.show_card()

    def say_how_many(self) -> None:
        """Say what is asked, and how many cards are chosen, or found by the filter."""
        asked = QUESTIONS[self.stage].format(country=self.work.country)
        words = f"{asked}   {len(self.work.brief.picked(*KINDS[self.stage]))} chosen"
        if self._found is not None:
            whole = len(self.work.cards(*KINDS[self.stage]))
            words = f"{asked}   {self._found:,} of {whole:,} found"
        self.query_one(".question", Static).update(Content(words), layout=False)

    def show_card(self) -> None:
        """Show what the highlighted card says, unless it stands there already."""
        card = self.card
        if self._stands(card):
            return
        self._read = (card, self.work.brief)
        empty = Content(
            "What the highlighted card says stands here. a adds a card of your own."
        )
        text = telling.detail(self.work, card) if card else empty
        self.query_one(".detail-text", Static).update(text)
        self.query_one(".detail", VerticalScroll).scroll_home(animate=False)

    def _stands(self, card: Card | None) -> bool:
        if self._read is None:
            return False
        shown, brief = self._read
        return shown is card and brief is self.work.brief

    def on_option_list_option_highlighted(
        self, event: OptionList.OptionHighlighted
    ) -> None:
        """Follow the cursor."""
        event.stop()
        if event.option_list is self.choices and not self.filter.has_focus:
            self.show_card()

    def on_filter_left(self, event: Filter.Left) -> None:
        """Go from the filter to the cards found."""
        event.stop()
        self.choices.show(self._rows())
        self.show_card()
        self.screen.set_focus(self.choices)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep to oneself what is typed in the filter."""
        event.stop()

    def narrow(self) -> None:
        """Narrow the list as words are typed."""
        if self._pause is not None:
            self._pause.stop()
        self.choices.show(self._rows(self.choices.in_sight))
        self.say_how_many()
        self._pause = self.set_timer(PAUSE, self.show_card)

    def use_from(self, chosen: ChoiceList) -> None:
        """Use the highlighted card of a list; the cursor goes on."""
        if chosen.current == ALL:
            self.action_toggle_all()
            return
        if chosen.current is None:
            return
        said = self.work.use(chosen.current)
        chosen.go_on()
        self.workspace.changed(said)

    def action_read(self) -> None:
        """Read the highlighted card in full: sources, limits, words explained."""
        card = self.focused_card()
        if card is None:
            return
        title = wording.KIND_NAMES[card.kind]
        self.app.push_screen(Sheet(title, telling.in_full(self.work, card)))

    def action_open(self) -> None:
        """Open the source of the highlighted card in the browser."""
        card = self.focused_card()
        if card is None:
            return
        for place in card.sources:
            source = self.work.source(place.id)
            if source and source.url:
                self.workspace.say(opening.open_address(source.url))
                self.work.opened.source_opened(source.id)
                return
        self.workspace.say("No web address is known for this card.")

    def action_copy(self) -> None:
        """Copy what the highlighted card says, with its citation."""
        card = self.focused_card()
        if card is None:
            self.workspace.say(NOTHING_MARKED)
            return
        self.workspace.copy(telling.with_citation(self.work, card))

    def action_take_out(self) -> None:
        """Take the highlighted card out of the paper; Ctrl+Z puts it back."""
        card = self.focused_card()
        if card is not None:
            self.workspace.changed(self.work.take_out(card.id))

    def action_move(self, step: int) -> None:
        """Move the highlighted card earlier or later in the paper."""
        card = self.focused_card()
        if card is not None:
            self.workspace.changed(self.work.move(card.id, step))

    def action_filter(self) -> None:
        """Look for words on every card of this stage."""
        self.filter.add_class("-shown")
        self.screen.set_focus(self.filter)
        self._finder.read(self.work.cards(*KINDS[self.stage]))

    def action_toggle_all(self) -> None:
        """Show every card of this stage, or the shortlist again."""
        if not self._groups():
            self.workspace.say("There is no shortlist here: every card is shown.")
            return
        self.whole = not self.whole
        self.show_work()

    def action_timeline(self) -> None:
        """Show the record in order of time, and figures by year as bars."""
        parts = [timeline(self.work), plots(self.work)]
        if self.stage is Stage.BACKGROUND:
            parts.reverse()
        body = Content("\n").join(parts)
        sheet = FiguresSheet(body, lambda: offer_chart(self, None))
        self.app.push_screen(sheet)

    def action_chart(self) -> None:
        """Put the figures of the highlighted card, or others, into a passage."""
        offer_chart(self, self.focused_card())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Timeline and charts belong to the record and the background."""
        if action in {"timeline", "chart"}:
            return self.stage in {Stage.RECORD, Stage.BACKGROUND}
        return super().check_action(action, parameters)

    def action_own(self) -> None:
        """Add a card of your own: a claim, who says it, and its source."""
        from app.tui.own_card import OwnCardForm

        form = OwnCardForm(self.work, KINDS[self.stage][0])
        self.app.push_screen(form, self._added)

    def step_back(self) -> bool:
        """Take the filter away, where there is one."""
        if not self.filter.has_class("-shown"):
            return False
        self.filter.value = ""
        self.filter.remove_class("-shown")
        self.screen.set_focus(self.choices)
        return True

    def focused_card(self) -> Card | None:
        """The card that keys are about."""
        return self.card

    def _added(self, card: Card | None) -> None:
        if card is None:
            return
        self.workspace.changed("Your card is used in the paper.")
        self.go_to(card.id)

    def _groups(self) -> Sequence[tuple[str, Sequence[tuple[str, str]]]]:
        """The shortlist of this stage: each group with its cards and why."""
        dossier = self.work.dossier
        if dossier is None:
            return ()
        kinds = set(KINDS[self.stage])
        return [
            (group.group, [(pick.id, pick.why) for pick in group.picks])
            for group in dossier.starter
            if kinds & set(group.kinds)
        ]

    def _rows(self, most: int = MOST) -> list[Option]:
        words = self.filter.value.strip()
        self._found = None
        if words:
            return self._hits(words, most)
        return self._everything() if self.whole else self._shortlist()

    def _hits(self, words: str, most: int) -> list[Option]:
        cards = self.work.cards(*KINDS[self.stage])
        hits = self._finder.hits(cards, words, most)
        self._found = hits.total
        if hits.total:
            return capped(self.work, hits.cards, hits.total)
        nothing = "No card has all of these words. Delete some, or Esc and a: your own."
        return [heading(nothing)]

    def _everything(self) -> list[Option]:
        cards = self.work.cards(*KINDS[self.stage])
        if not cards:
            return [heading("No cards here yet. a adds one of your own.")]
        return [
            heading(f"All {len(cards)} (l: the shortlist)"),
            *capped(self.work, cards[:MOST], len(cards)),
        ]

    def _shortlist(self) -> list[Option]:
        rows: list[Option] = []
        listed: set[str] = set()
        for name, picks in self._groups():
            rows.append(heading(name))
            for card_id, why in picks:
                card = self.work.card(card_id)
                if card is not None:
                    rows.append(telling.row(self.work, card, why))
                    listed.add(card_id)
        also = self.work.brief.picked(*KINDS[self.stage])
        others = [card for card in also if card.id not in listed]
        if others:
            rows.append(heading("Also chosen"))
            rows += [telling.row(self.work, card) for card in others]
        count = len(self.work.cards(*KINDS[self.stage]))
        rows.append(Option(Content(f"     All {count} cards: press l"), id=ALL))
        return rows
