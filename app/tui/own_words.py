"""The field for own words, and the list of passages it is opened from."""

from collections.abc import Callable, Container, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.message import Message
from textual.widgets import TextArea

from app.model.card import Card
from app.tui.choices import ChoiceList
from app.tui.citing import CitationPicker
from app.tui.keymap import CITING, CITING_SIGN


class PassageList(ChoiceList):
    """The passages of the paper."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Write it", key_display="Enter")
    ]


class OwnWords(TextArea):
    """The delegate's own words."""

    HELP = (
        "Type freely. @ inserts the source of one of your cards. F2 shows our example, "
        "F3 copies it where nothing is written yet: it stays ours, and is counted. "
        "Esc goes back; nothing is lost."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            CITING,
            "cite",
            "Source",
            key_display=CITING_SIGN,
            tooltip="Insert the source of one of your cards",
        ),
        Binding("ctrl+z", "undo", "Undo"),
        Binding("ctrl+y", "redo", "Redo", show=False),
    ]

    def __init__(
        self,
        text: str = "",
        *,
        cards: Callable[[], Sequence[Card]],
        charted: Callable[[Sequence[Card]], Container[str]],
        id: str | None = None,  # noqa: A002 as the library calls it
    ) -> None:
        """Make the field.

        Args:
            text: What is written so far.
            cards: Gives what a sentence can rest on, in order.
            charted: Gives the ids of those whose figures can be a chart.
            id: Its name on the screen.
        """
        super().__init__(text, soft_wrap=True, compact=True, id=id)
        self._cards = cards
        self._charted = charted

    class Copied(Message):
        """Words were marked and shall be copied."""

        def __init__(self, text: str) -> None:
            """Say which."""
            super().__init__()
            self.text = text
            """The words; empty: none are marked."""

    class Pasted(Message):
        """Text was pasted."""

        def __init__(self, characters: int) -> None:
            """Say how much it was."""
            super().__init__()
            self.characters = characters
            """How much it was."""

    def on_paste(self, event: Paste) -> None:
        """Tell how much is pasted; the field takes it in by itself."""
        self.post_message(self.Pasted(len(event.text)))

    def action_cite(self) -> None:
        """Let a card be chosen at once; its marker goes where the cursor is."""
        cards = self._cards()
        picker = CitationPicker(cards, self._charted(cards))
        self.app.push_screen(picker, self._cited)

    def _cited(self, inserted: str | None) -> None:
        self.insert(inserted or CITING_SIGN)

    def action_copy(self) -> None:
        """Copy the marked words."""
        self.post_message(self.Copied(self.selected_text))
