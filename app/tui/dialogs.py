"""Pop-ups that only tell: a notice, a card in full, the words of the topic."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.widgets.option_list import Option

from app.tui.choices import ChoiceList

CLOSE = "Esc closes."
"""How a pop-up says the way out."""


NOTHING_MARKED = "Nothing is marked to copy. To close the program press Ctrl+Q."
"""What a person reads who pressed Ctrl+C to end the program."""


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


class Choice(ModalScreen[str | None]):
    """A question with a few answers; Esc gives none."""

    HELP = "Choose an answer with the arrow keys and Enter; Esc changes nothing."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back", key_display="Esc"),
    ]

    def __init__(
        self, title: str, text: str, answers: Sequence[tuple[str, str]]
    ) -> None:
        """Ask something; each answer is an id and the words for it."""
        super().__init__()
        self._title = title
        self._text = text
        self._answers = answers

    def compose(self) -> ComposeResult:
        """Lay out the question and its answers."""
        rows = [Option(Content(words), id=one) for one, words in self._answers]
        with VerticalScroll(classes="sheet", can_focus=False):
            yield Static(Content.styled(self._title, "bold"), classes="sheet-title")
            yield Static(Content(self._text), classes="sheet-body")
            yield ChoiceList(*rows, choose=self.answer, classes="answers")

    def on_mount(self) -> None:
        """Stand on the first answer."""
        answers = self.query_one(ChoiceList)
        answers.highlight(None)
        self.set_focus(answers)

    def answer(self, answers: ChoiceList) -> None:
        """Give the highlighted answer."""
        self.dismiss(answers.current)

    def action_close(self) -> None:
        """Give no answer."""
        self.dismiss(None)


class Notice(Sheet):
    """Something a person should know before going on."""

    def __init__(self, title: str, text: str) -> None:
        """Make a notice of plain text."""
        super().__init__(title, Content(text))
