"""The paper: every paragraph as it will stand, what the checks found, the Word file."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from app.desk.writing import Written, export, write
from app.model.errors import NotYetOwnWords, Trouble
from app.tui import opening, sheet
from app.tui.pane import Pane
from app.tui.paper_text import PaperText
from app.tui.stages import Stage
from app.tui.work import Work

if TYPE_CHECKING:
    from pathlib import Path


class Reading(PaperText, can_focus=True):
    """The paper, to scroll through."""


class PaperPane(Pane):
    """Read it, check it, write it."""

    HELP = (
        "e writes the Word file. A draft marks the sentences that are still ours; "
        "d asks for the clean, final paper instead, which takes own words only."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "export", "Word file"),
        Binding("d", "toggle_final", "Draft or final"),
        Binding("o", "open", "Open it"),
        Binding("h", "screen.heading", "Assignment"),
    ]

    def __init__(self, work: Work, stage: Stage) -> None:
        """Make the pane."""
        super().__init__(work, stage)
        self._final = False
        self._file: Path | None = None

    def compose(self) -> ComposeResult:
        """The paper, then the checks, then the file."""
        yield Static(markup=False, id="asked")
        with Container(classes="split"):
            with Reading(id="reading"):
                yield Static(Content("The paper is being laid out…"), classes="para")
            with VerticalScroll(id="findings", can_focus=True):
                yield Static(markup=False, id="found")

    def home(self) -> Widget:
        """The paper has the keys, so that it scrolls."""
        return self.query_one(Reading)

    def show_work(self) -> None:
        """Lay the paper out again where the brief has changed."""
        self._say_asked()
        self.query_one(Reading).lay_out(self.work.brief, self._show_findings)

    def _show_findings(self, written: Written) -> None:
        self.query_one("#found", Static).update(sheet.findings(written.findings))

    def action_export(self) -> None:
        """Write the Word file into the folder of the paper and say where.

        In a browser it is downloaded as well.
        """
        self.workspace.save_now()
        try:
            written = write(self.work.brief, final=self._final)
            path = export(written, self.work.out)
        except NotYetOwnWords as trouble:
            first = str(trouble.what)
            self._tell(f"Not final yet: {first} d: write a draft instead, or n: go on.")
            return
        except Trouble as trouble:
            self._tell(str(trouble))
            return
        self._file = path
        if self.app.is_web:
            self.app.deliver_binary(path)
        self.work.exported = self.work.brief
        self.workspace.changed(f"Written: {path.name}. o opens it.")
        self._say_asked()

    def action_toggle_final(self) -> None:
        """Ask for the clean paper, or for a draft again."""
        self._final = not self._final
        self._say_asked()

    def action_open(self) -> None:
        """Open the Word file with the program of this computer."""
        if self._file is None:
            self._tell("There is no Word file yet: e writes it.")
            return
        self._tell(opening.open_file(self._file))

    def _say_asked(self) -> None:
        kind = "final paper" if self._final else "draft"
        words = f"e writes the {kind} (d changes that) into {self.work.out}"
        if self._file:
            words = f"Written: {self._file} (o opens it)"
        self.query_one("#asked", Static).update(Content(words))

    def _tell(self, words: str) -> None:
        self.workspace.say(words)
