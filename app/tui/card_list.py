"""The list of cards and the filter above it."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input
from textual.widgets.option_list import Option

from app.model.card import Card
from app.tui import telling
from app.tui.choices import ChoiceList, heading
from app.tui.work import Work

MOST = 200
"""Rows a list shows at once; a filter reaches the others."""

_LINES = 2
"""Lines a row takes."""

ALL = "all-of-them"
"""The id of the row that opens the whole list."""


class CardList(ChoiceList):
    """Cards to use; Enter uses one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Use", key_display="Enter"),
    ]

    @property
    def in_sight(self) -> int:
        """Rows that have room at once; a filter shows no more while one types."""
        return self.scrollable_content_region.height // _LINES + 1


class Filter(Input):
    """Words that a card must hold to be listed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,enter,tab", "leave", "To the hits", priority=True),
    ]

    class Left(Message):
        """The filter was left for the cards found."""

    def __init__(self, narrow: Callable[[], None]) -> None:
        """Make a filter; `narrow` is called with every letter, before it is drawn.

        So the letter and the cards found come to the screen together.
        """
        super().__init__(
            placeholder="type words; Esc shows all", classes="filter", compact=True
        )
        self._narrow = narrow

    def watch_value(self) -> None:
        """Narrow the list."""
        self._narrow()

    def action_leave(self) -> None:
        """Go down to the cards found."""
        self.post_message(self.Left())


def capped(work: Work, cards: Sequence[Card], count: int) -> list[Option]:
    """A row for each of these cards, and a word on the others, of so many in all."""
    rows = [telling.row(work, card) for card in cards]
    if count > len(cards):
        rows.append(heading(f"{count - len(cards):,} more: type another word"))
    return rows
