"""The heading of the paper: committee, conference, school, delegates, session."""

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Select, Static

from app.library import presets
from app.model.assignment import Assignment, Committee, Delegation
from app.tui.controls import Press

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class HeadingForm(ModalScreen[Assignment | None]):
    """Everything a heading needs; what stays empty is left out of the paper."""

    HELP = (
        "What stands at the head of your paper. Enter or Tab goes on; Ctrl+S keeps "
        "it. Another conference lays the paper out by its own rules; what stays "
        "empty is left out."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", key_display="Esc", priority=True),
        Binding("ctrl+s", "keep", "Keep", priority=True),
    ]

    def __init__(self, assignment: Assignment) -> None:
        """Show an assignment as it stands.

        Raises:
            Trouble: a conference's file is broken.
        """
        super().__init__()
        self._before = assignment
        self._presets = [(one.name, one.id) for one in presets.list_presets()]

    def compose(self) -> ComposeResult:
        """Lay out the form."""
        before, ids = self._before, [one for _, one in self._presets]
        delegates = ", ".join(before.delegation.delegates)
        lines = (
            ("committee", "Committee", before.committee.name),
            ("school", "School", before.delegation.school or ""),
            ("delegates", "Delegates, with commas", delegates),
            ("session", "Session begins, YYYY-MM-DD", before.session or ""),
        )
        with VerticalScroll(classes="sheet form", id="heading-form", can_focus=False):
            yield Static(Content.styled("Assignment", "bold"), classes="sheet-title")
            with Horizontal(classes="field"):
                yield Label("Conference")
                yield Select(
                    [(Content(name), one) for name, one in self._presets],
                    allow_blank=False,
                    value=before.conference if before.conference in ids else ids[0],
                    compact=True,
                    id="heading-conference",
                )
            for name, label, value in lines:
                with Horizontal(classes="field"):
                    yield Label(Content(label))
                    yield Input(value, id=f"heading-{name}", compact=True)
            yield Static(markup=False, id="heading-trouble")
            with Horizontal(classes="buttons"):
                yield Press("Keep (^S)", action="screen.keep")
                yield Press("Back (Esc)", action="screen.leave")

    def on_mount(self) -> None:
        """Begin with the committee."""
        self.set_focus(self.query_one("#heading-committee"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the next field."""
        event.stop()
        self.focus_next()

    def action_keep(self) -> None:
        """Give the assignment as it was typed."""
        session = self._typed("session")
        if session and not _DAY.fullmatch(session):
            said = "The first day of the session is written like 2026-10-05."
            self.query_one("#heading-trouble", Static).update(Content(said))
            return
        committee = self._typed("committee") or self._before.committee.name
        same = committee == self._before.committee.name
        names = [one.strip() for one in self._typed("delegates").split(",")]
        delegation = Delegation(
            school=self._typed("school") or None,
            delegates=tuple(one for one in names if one),
            code=self._before.delegation.code,
        )
        chosen = self.query_one("#heading-conference", Select)
        self.dismiss(
            self._before.revise(
                committee=self._before.committee if same else Committee(name=committee),
                delegation=delegation,
                conference=str(chosen.value),
                session=session or None,
            )
        )

    def action_leave(self) -> None:
        """Close an open choice, or go back and change nothing."""
        chosen = self.query_one("#heading-conference", Select)
        if chosen.expanded:
            chosen.expanded = False
            return
        self.dismiss(None)

    def _typed(self, name: str) -> str:
        return self.query_one(f"#heading-{name}", Input).value.strip()
