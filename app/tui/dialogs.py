"""Pop-ups that only tell: a notice, a card in full, the words of the topic."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

CLOSE = "Esc closes."
"""How a pop-up says the way out."""


class Sheet(ModalScreen[None]):
    """A page of text above the screen; Esc, Enter or Space closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space,q", "close", "Close", key_display="Esc"),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, title: str, body: Content) -> None:
        """Make a page with a title."""
        super().__init__()
        self._title = title
        self._body = body

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        with VerticalScroll(classes="sheet"):
            yield Static(Content.styled(self._title, "bold"), classes="sheet-title")
            yield Static(self._body, classes="sheet-body")
            yield Static(
                Content.styled(f"{CLOSE} Up and Down scroll.", "$text-muted"),
            )

    def action_close(self) -> None:
        """Go back to the screen below."""
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Scroll the page by some lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


class Notice(Sheet):
    """Something a person should know before going on."""

    def __init__(self, title: str, text: str) -> None:
        """Make a notice of plain text."""
        super().__init__(title, Content(text))
