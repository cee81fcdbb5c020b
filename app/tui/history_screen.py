"""The history of a paper: every step by day, any state in words, and the way back."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import ClassVar, NamedTuple

from textual import work as in_thread
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.widgets.option_list import Option

from app.desk.history import Row, rows_of, walked_in
from app.desk.work_record import write_record
from app.library.fields import Tree, brief_of
from app.library.journal_walk import Walk
from app.model.brief import Brief
from app.model.errors import Trouble
from app.tui.choices import ChoiceList, heading
from app.tui.dialogs import Sheet
from app.tui.handing_in import RECORD_FILE
from app.tui.wording import short
from app.tui.work import Work

MOST = 200
"""Steps the list shows; all of them stay in the journal."""

NOTHING_YET = "Every step from now on is kept here."
"""What stands where nothing has happened yet."""


class Past(NamedTuple):
    """A state of the brief that a person wants back."""

    id: int
    """The number of its step."""

    when: str
    """When it stood so, for a person."""

    state: Tree
    """The brief as fields."""


class HistoryScreen(ModalScreen[Past | None]):
    """The steps of a paper, the newest first."""

    HELP = (
        "Every step of your work, the newest first. Enter shows the paper as it stood "
        "then; r brings it back, and Ctrl+Z undoes that. p writes the record of the "
        "work for a teacher."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back", key_display="Esc"),
        Binding("r", "restore", "Bring it back"),
        Binding("p", "proof", "Record of the work"),
    ]

    def __init__(self, work: Work) -> None:
        """Make the history of the brief on the desk."""
        super().__init__()
        self._work = work
        self._walked: Walk | None = None
        self._rows: dict[str, Row] = {}

    def compose(self) -> ComposeResult:
        """The list, and what the keys do."""
        with Vertical(classes="sheet tall"):
            yield Static(Content.styled("History", "bold"))
            yield ChoiceList(choose=self.show_state, id="steps")
            said = "Enter: as it stood then · r: bring it back · p: record · Esc: back"
            yield Static(Content.styled(said, "$text-muted"), id="history-said")

    def on_mount(self) -> None:
        """Read the journal, away from the screen."""
        self.set_focus(self.steps)
        self.steps.show([heading("Reading…")])
        self._read()

    @property
    def steps(self) -> ChoiceList:
        """The steps."""
        return self.query_one(ChoiceList)

    @in_thread(thread=True, exclusive=True, group="history")
    def _read(self) -> None:
        try:
            walked = walked_in(self._work.opened.folder)
        except Trouble:
            self.app.call_from_thread(self.steps.show, [heading(NOTHING_YET)])
            return
        self.app.call_from_thread(self._show, walked, rows_of(walked))

    def _show(self, walked: Walk, rows: Sequence[Row]) -> None:
        self._walked = walked
        self._rows = {str(row.id): row for row in rows}
        self.steps.show(_options(rows, walked.faults))

    def show_state(self, steps: ChoiceList) -> None:
        """Show the paper as it stood after the highlighted step.

        Raises:
            Trouble: that state is no brief this program knows.
        """
        past = self._past(steps.current)
        if past is not None:
            brief = brief_of(past.state)
            title = f"As it stood: {past.when}"
            self.app.push_screen(Sheet(title, in_words(self._work, brief)))

    def action_restore(self) -> None:
        """Bring back the highlighted state, as one step that can be undone."""
        past = self._past(self.steps.current)
        if past is not None:
            self.dismiss(past)

    def action_proof(self) -> None:
        """Write the record of the work and say where it is."""
        place = self._work.out / RECORD_FILE
        try:
            path = write_record(self._work.opened.folder, place)
            said = f"Written: {path}"
        except Trouble as trouble:
            said = str(trouble)
        self.query_one("#history-said", Static).update(Content(said))

    def action_leave(self) -> None:
        """Go back and change nothing."""
        self.dismiss(None)

    def _past(self, row_id: str | None) -> Past | None:
        row = self._rows.get(row_id or "")
        state = self._walked.at(row.id) if row and self._walked else None
        if row is None or state is None:
            return None
        there = _local(row.when)
        return Past(row.id, f"{there:%Y-%m-%d %H:%M}", state)


def in_words(work: Work, brief: Brief) -> Content:
    """A brief as a person would tell it: its claim, its cards, its own words."""
    claim = brief.line.claim if brief.line else "none chosen"
    parts = [Content.assemble(("Argues: ", "$text-muted"), f"{claim}\n")]
    picked = brief.picked()
    parts.append(Content.styled(f"Cards: {len(picked) or 'none'}\n", "$text-muted"))
    parts += [Content(f"· {short(card)}\n") for card in picked]
    for plan in work.genre.passage:
        text = brief.passage(plan.id).text or "(nothing written)"
        parts += [Content.styled(f"\n{plan.title}\n", "bold"), Content(f"{text}\n")]
    return Content("").join(parts)


def _options(rows: Sequence[Row], faults: Sequence[str]) -> list[Option]:
    found = [heading(f"The journal has a fault: {one}") for one in faults]
    newest = list(reversed(rows))[:MOST]
    for day, those in groupby(newest, key=lambda row: _local(row.when).date()):
        found.append(heading(f"{day:%A, %d %B %Y}"))
        found += [_option(row) for row in those]
    if len(rows) > MOST:
        found.append(heading(f"{len(rows) - MOST} older steps are in the journal"))
    return found or [heading(NOTHING_YET)]


def _option(row: Row) -> Option:
    grown = [f"+{row.added}"] * bool(row.added) + [f"-{row.removed}"] * bool(
        row.removed
    )
    size = f" ({', '.join(grown)} characters)" if grown else ""
    left = " · undone" if row.undone else ""
    words = Content.assemble(
        (f"{_local(row.when):%H:%M}  ", "bold"),
        (f"{row.kind.value}  ", "$text-muted"),
        f"{row.what}{size}{left}",
    )
    return Option(words, id=str(row.id))


def _local(when: str) -> datetime:
    return datetime.fromisoformat(when).astimezone()
