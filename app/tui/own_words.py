"""The field for own words, and the list of passages it is opened from."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import TextArea

from app.tui.choices import ChoiceList


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
        Binding("at", "nothing", "Source", key_display="@"),
        Binding("ctrl+z", "undo", "Undo"),
        Binding("ctrl+y", "redo", "Redo", show=False),
    ]

    class Citing(Message):
        """A source is wanted where the cursor is."""

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

    def on_key(self, event: Key) -> None:
        """Ask for a source on @; the field takes every other key by itself."""
        if event.character == "@":
            event.stop()
            event.prevent_default()
            self.post_message(self.Citing())

    def action_copy(self) -> None:
        """Copy the marked words."""
        self.post_message(self.Copied(self.selected_text))

    def action_nothing(self) -> None:
        """Stand for a key that the text itself takes."""
