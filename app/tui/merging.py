"""Joining a partner's copy: which folder, and what came of it, side by side."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from app.desk.merging import Merged, Unrelated, told
from app.tui.controls import Press
from app.tui.dialogs import CLOSE, Choice, Sheet

ABOUT = (
    "Two delegates of one delegation may each work on a copy. Type the folder of "
    "your partner's copy. What only they changed comes in; where both of you changed "
    "one place, yours stays and theirs is shown beside it. Nothing is written in "
    "their folder."
)
"""What a person reads before they merge."""


class MergeForm(ModalScreen[Path | None]):
    """Asks for the folder of a partner's copy."""

    HELP = "Type the folder of your partner's copy; Enter merges it into yours."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", key_display="Esc", priority=True),
    ]

    def __init__(self, last: str) -> None:
        """Offer the folder that was used last."""
        super().__init__()
        self._last = last

    def compose(self) -> ComposeResult:
        """Lay out the form."""
        with VerticalScroll(classes="sheet form", can_focus=False):
            title = Content.styled("Merge your partner's copy", "bold")
            yield Static(title, classes="sheet-title")
            yield Static(Content(f"{ABOUT}\n"), classes="sheet-body")
            yield Input(self._last, placeholder="the folder", id="partner")
            yield Static(markup=False, id="merge-trouble")
            with Horizontal(classes="buttons"):
                yield Press("Merge (Enter)", action="screen.merge")
                yield Press("Back (Esc)", action="screen.leave")

    def on_mount(self) -> None:
        """Type at once."""
        self.set_focus(self.query_one(Input))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter merges."""
        event.stop()
        self.action_merge()

    def action_merge(self) -> None:
        """Give the folder, where there is one of that name."""
        typed = self.query_one(Input).value.strip().strip("\"'")
        folder = Path(typed).expanduser()
        if not typed or not folder.is_dir():
            said = "There is no folder of that name." if typed else "Type its folder."
            self.query_one("#merge-trouble", Static).update(Content(said))
            return
        self.dismiss(folder)

    def action_leave(self) -> None:
        """Go back and merge nothing."""
        self.dismiss(None)


class MergeSheet(Sheet):
    """What came from a partner, and each place that both changed."""

    def __init__(self, merged: Merged, theirs: Path) -> None:
        """Show what a merge came to."""
        undo = "\nCtrl+Z takes all of it back in one step."
        super().__init__("Merged", Content(told(merged, theirs) + undo))
        self._conflicts = merged.conflicts

    def compose(self) -> ComposeResult:
        """The sum, then each conflict with both sides."""
        with VerticalScroll(classes="sheet"):
            yield Static(Content.styled(self._title, "bold"), classes="sheet-title")
            yield Static(self._body, classes="sheet-body")
            for one in self._conflicts:
                yield Static(Content.styled(f"\n{one}", "bold $accent"))
                with Horizontal(classes="both-sides"):
                    yield Static(_side("Yours, in the paper", one.ours))
                    yield Static(_side("Theirs, kept beside", one.theirs))
            yield Static(
                Content.styled(f"\n{CLOSE} Up and Down scroll.", "$text-muted")
            )


def ask_anyway(trouble: Unrelated) -> Choice:
    """Ask whether two briefs that look unlike are to be one all the same."""
    answers = (("leave", "Leave both as they are"), ("anyway", "Join them anyway"))
    return Choice("Two different briefs?", trouble.what, answers)


def in_words(value: Any) -> str:
    """What a field of a brief says, for a person."""
    if value is None or value == "":
        return "(nothing)"
    if isinstance(value, dict):
        said = [
            f"{key}: {in_words(one)}"
            for key, one in value.items()
            if one not in ("", None)
        ]
        return "\n".join(said) or "(nothing)"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(in_words(one) for one in value) or "(nothing)"
    return str(value)


def _side(title: str, value: Any) -> Content:
    return Content.assemble((f"{title}\n", "$text-muted"), in_words(value))
