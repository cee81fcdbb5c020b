"""What is asked on closing where the exported file is older than the paper."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.widgets.option_list import Option

from app.tui.choices import ChoiceList

if TYPE_CHECKING:
    from app.tui.workspace import Workspace

ANSWERS = (
    ("write", "Write the {file}, then close"),
    ("close", "Close; your work is saved, the {file} stays as it is"),
    ("stay", "Stay"),
)
"""What a person may answer; `{file}` stands for what the conference takes."""


class LeaveBox(ModalScreen[bool]):
    """Asks whether the file should be written again before closing."""

    HELP = "Your work is saved either way; only the file to hand in is older."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stay", "Stay", key_display="Esc"),
    ]

    def __init__(self, workspace: "Workspace") -> None:
        """Ask about the paper of a workspace."""
        super().__init__()
        self._workspace = workspace

    def compose(self) -> ComposeResult:
        """Lay out the question and its answers."""
        file = self._workspace.work.kind_of_file
        rows = [
            Option(Content(words.format(file=file)), id=one) for one, words in ANSWERS
        ]
        text = (
            f"Your work is saved. The {file} was written before your last changes. "
            "Ctrl+Q again closes."
        )
        with VerticalScroll(classes="sheet", can_focus=False):
            title = Content.styled(f"The {file} is behind your paper", "bold")
            yield Static(title, classes="sheet-title")
            yield Static(Content(text), classes="sheet-body")
            yield ChoiceList(*rows, choose=self.answer, classes="answers")

    def on_mount(self) -> None:
        """Stand on the first answer."""
        answers = self.query_one(ChoiceList)
        answers.highlight(None)
        self.set_focus(answers)

    def answer(self, answers: ChoiceList) -> None:
        """Do what was answered."""
        if answers.current == "write":
            self.dismiss(self._workspace.write_file())
        else:
            self.dismiss(answers.current == "close")

    def action_stay(self) -> None:
        """Go back to the paper."""
        self.dismiss(False)
