"""Choosing the card a sentence rests on, from within the text."""

from collections.abc import Container, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from app.language.charts import ChartMark
from app.language.markers import write_marker
from app.model.card import Card
from app.tui import wording
from app.tui.choices import ChoiceList, heading

_ASKED = "Which card does the sentence rest on? F4: its chart. Esc: a plain @"


class CitationPicker(ModalScreen[str | None]):
    """A list of the brief's cards; typing narrows it, Enter inserts one."""

    HELP = (
        "The cards of this passage come first. Type a word of the one you mean; Enter "
        "puts its mark in your text, and the paper turns that into a note."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "plain", "A plain @", key_display="Esc", priority=True),
        Binding("enter", "insert", "Insert", key_display="Enter", priority=True),
        Binding(
            "f4", "chart", "Its chart", key_display="F4", priority=True,
            tooltip="Its figures by year, as a chart",
        ),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]  # fmt: skip

    def __init__(self, cards: Sequence[Card], charts: Container[str] = ()) -> None:
        """Offer these cards, the likeliest first.

        Args:
            cards: The cards of the brief.
            charts: The ids of those whose figures can be a chart.
        """
        super().__init__()
        self._cards = cards
        self._charts = charts

    def compose(self) -> ComposeResult:
        """The filter and the list."""
        with Vertical(classes="sheet"):
            yield Static(Content.styled(_ASKED, "bold"), id="asked")
            yield Input(placeholder="type to narrow the list", compact=True)
            yield ChoiceList(*self._rows(""), classes="cards")

    def on_mount(self) -> None:
        """Type at once; the first card is highlighted."""
        self.set_focus(self.query_one(Input))
        self.query_one(ChoiceList).highlight(None)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        self.query_one(ChoiceList).show(self._rows(event.value))

    def action_insert(self) -> None:
        """Give the marker of the highlighted card."""
        chosen = self.query_one(ChoiceList).current
        self.dismiss(write_marker(chosen) if chosen else None)

    def action_chart(self) -> None:
        """Give a line for the chart of the highlighted card, where it can have one."""
        chosen = self.query_one(ChoiceList).current
        if chosen is None or chosen not in self._charts:
            said = "This card has no figures over three years to draw."
            self.query_one("#asked", Static).update(Content.styled(said, "bold"))
            return
        self.dismiss(f"\n\n{ChartMark(chosen).written}\n\n")

    def action_plain(self) -> None:
        """Give nothing: the @ stays as it is."""
        self.dismiss(None)

    def action_move(self, step: int) -> None:
        """Move in the list while the keys stay in the filter."""
        found = self.query_one(ChoiceList)
        if step > 0:
            found.action_cursor_down()
        else:
            found.action_cursor_up()

    def _rows(self, words: str) -> list[Option]:
        hits = [one for one in self._cards if wording.matches(one, words, "")]
        rows = [Option(Content(wording.short(one)), id=one.id) for one in hits[:200]]
        if not self._cards:
            return [heading("No card is used yet: Esc, Esc, then 3 to 7 to choose.")]
        return rows or [
            heading("No card of yours has all of these words: delete some, or Esc.")
        ]
