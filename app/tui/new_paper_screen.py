"""A new paper: one form with everything filled in; Enter begins."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Label, Select, Static

from app.desk.creating import first_brief
from app.desk.editing import OpenBrief
from app.library import dossiers, presets, shelf
from app.model.assignment import Assignment, Committee, Delegation
from app.model.errors import Trouble
from app.tui.controls import Press, Tick
from app.tui.key_line import KeyLine

if TYPE_CHECKING:
    from app.tui.app import Communique

COMMITTEE = "Third Committee of the General Assembly"
"""The committee that is filled in."""

FIRST = "belarus/human-trafficking"
"""The dossier that is chosen where it stands on the shelf."""


class NewPaper(Screen[None]):
    """Country and topic, committee, conference, school."""

    HELP = "Enter begins with what is filled in. Tab goes from field to field."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Begin", key_display="Enter"),
        Binding("tab", "app.focus_next", "Next field", key_display="Tab"),
        Binding("escape", "back", "Back", key_display="Esc", priority=True),
    ]

    def __init__(self) -> None:
        """Read which dossiers and conferences there are.

        Raises:
            Trouble: one of their files is broken.
        """
        super().__init__()
        self._dossiers = [(one.title, one.id) for one in dossiers.list_dossiers()]
        self._presets = [(one.name, one.id) for one in presets.list_presets()]
        if not self._dossiers:
            raise Trouble("There is no dossier on the shelf to begin from.")

    def compose(self) -> ComposeResult:
        """Lay out the form."""
        ids = [one for _, one in self._dossiers]
        yield Static(
            Content.assemble(
                ("New paper", "bold"), "   everything here can be changed later"
            ),
            classes="title",
        )
        with VerticalScroll(can_focus=False, id="form"):
            with Vertical(classes="asked"):
                yield Label("Country and topic")
                yield Select(
                    [(Content(title), one) for title, one in self._dossiers],
                    allow_blank=False,
                    value=FIRST if FIRST in ids else ids[0],
                    id="dossier",
                    compact=True,
                )
            with Vertical(classes="asked"):
                yield Label("Committee")
                yield Input(COMMITTEE, id="committee", compact=True)
            with Vertical(classes="asked"):
                yield Label("Conference")
                yield Select(
                    [(Content(name), one) for name, one in self._presets],
                    allow_blank=False,
                    value="default",
                    id="conference",
                    compact=True,
                )
            with Vertical(classes="asked"):
                yield Label("School (may stay empty)")
                yield Input(id="school", compact=True)
            yield Tick(
                "Lay out the suggested cards for me; I change them later",
                id="suggested",
                compact=True,
            )
            with Horizontal(classes="buttons"):
                yield Press("Begin", id="begin", action="screen.begin")
                yield Press("Back", id="back", action="screen.back")
        yield KeyLine()

    def on_mount(self) -> None:
        """Stand on the button, so that Enter begins."""
        self.set_focus(self.query_one("#begin", Press))

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Begin on Enter in a field too."""
        event.stop()
        await self.app.run_action("begin", self)

    def action_begin(self) -> None:
        """Make the brief and open its workspace.

        Raises:
            Trouble: the dossier cannot be read.
        """
        dossier = dossiers.open_dossier(self._chosen("#dossier", self._dossiers[0][1]))
        committee = self._typed("#committee", COMMITTEE)
        assignment = Assignment(
            country=dossier.country,
            topic=dossier.topic,
            committee=Committee(name=committee or COMMITTEE),
            delegation=Delegation(school=self._typed("#school", "") or None),
            conference=self._chosen("#conference", "default"),
        )
        brief = first_brief(dossier, assignment, empty=not self._is_suggested())
        name = f"{dossier.country.name}, {dossier.topic.lower()}"
        app: Communique = self.app  # type: ignore[assignment]
        app.pop_screen()
        app.open_workspace(OpenBrief(brief, shelf.new_folder(name)), dossier)

    def action_back(self) -> None:
        """Close an open choice, or go back to the shelf."""
        for one in self.query(Select):
            if one.expanded:
                one.expanded = False
                return
        self.app.pop_screen()

    def _chosen(self, field: str, first: str) -> str:
        """What a choice stands at; what it would stand at before it is shown."""
        found = self.query(field).results(Select)
        return next((str(one.value) for one in found), first)

    def _typed(self, field: str, first: str) -> str:
        """What is typed in a field; what would stand there before it is shown."""
        found = self.query(field).results(Input)
        return next((one.value.strip() for one in found), first)

    def _is_suggested(self) -> bool:
        return any(one.value for one in self.query("#suggested").results(Tick))
