"""The shelf: where the program opens, with every brief and sample on it.

The first frame shows what needs no reading; the lists follow after it.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets.option_list import Option

from app.tui.choices import ChoiceList, heading
from app.tui.key_line import KeyLine

if TYPE_CHECKING:
    from app.tui.app import Communique

WELCOME = (
    "A position paper says what your country wants, what it has done, what its "
    "critics say, and what it proposes. This program walks you through those four, "
    "a card at a time. You write the sentences; it keeps the sources."
)
"""What a newcomer reads first."""

TEACHERS = "sample papers, checks, the record of the work"
"""What stands beside the row for teachers."""

_COLUMN = 34


class Shelf(Screen[None]):
    """Start a paper, go on with one, or look at a sample."""

    HELP = (
        "Choose with the arrow keys and Enter. Everything you make is kept in the "
        "folder named at the bottom, as files that open anywhere."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "root", show=False),
        Binding("n", "start", "Start a paper"),
    ]

    _asked: Path | None = None

    def compose(self) -> ComposeResult:
        """Lay out what the first frame shows."""
        yield Static(
            Content.assemble(("Communiqué", "bold"), "   position papers"),
            classes="title",
        )
        yield Static(Content(WELCOME), id="welcome")
        yield ChoiceList(
            _row("start", "Start a paper", "a country and a topic"),
            choose=self.open_chosen,
            id="shelf",
        )
        yield Static(Content("Your work is saved as you go."), id="where", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Take the keys, and read the shelf once the first frame is shown."""
        self.set_focus(self.query_one(ChoiceList))
        self.call_after_refresh(self.load)

    def on_screen_resume(self) -> None:
        """Read the shelf again after a paper was closed."""
        if self.query_one(ChoiceList).option_count > 1:
            self.load()

    @work(thread=True, exclusive=True)
    def load(self) -> None:
        """Read what stands on the shelf, away from the screen."""
        from app.library import dossiers, locations, shelf
        from app.model.errors import Trouble

        rows = [_row("start", "Start a paper", "a country and a topic")]
        home = locations.shelf_home()
        try:
            rows += _brief_rows("Your papers", shelf.list_briefs())
            rows += _brief_rows("Finished samples", shelf.list_samples(), sample=True)
            found = dossiers.list_dossiers()
        except Trouble as trouble:
            rows.append(heading(trouble.what))
            found = ()
        if found:
            rows.append(heading("Dossiers: Enter opens the sample paper"))
        rows += [
            _row(f"ready:{one.id}", f"{one.country}: {one.topic}", f"{one.cards} cards")
            for one in found
        ]
        rows += [heading("Besides"), _row("teachers", "For teachers", TEACHERS)]
        self.app.call_from_thread(self.show_rows, rows, str(home))

    def show_rows(self, rows: list[Option], home: str) -> None:
        """Show the shelf and say where files live."""
        self.query_one(ChoiceList).show(rows)
        words = f"Your work is saved as you go, in {home}"
        self.query_one("#where", Static).update(Content(words))

    def open_chosen(self, shelf: ChoiceList) -> None:
        """Open what a row stands for.

        Raises:
            Trouble: it cannot be read.
        """
        if shelf.current is None:
            return
        kind, _, name = shelf.current.partition(":")
        if kind == "start":
            self.action_start()
        elif kind == "brief":
            self._open_brief(Path(name))
        elif kind == "sample":
            self._open_sample(Path(name))
        elif kind == "ready":
            self._open_ready(name)
        elif kind == "teachers":
            self._show_for_teachers()

    def action_start(self) -> None:
        """Ask for what a heading needs and begin."""
        from app.tui.new_paper_screen import NewPaper

        self.app.push_screen(NewPaper())

    def _show_for_teachers(self) -> None:
        from app.tui.for_teachers import for_teachers

        self.app.push_screen(for_teachers())

    def action_root(self) -> None:
        """Say how to close the program."""
        self.app.clear_notifications()
        self.app.notify(
            "To close the program press Ctrl+Q. Your work is saved.", markup=False
        )

    def _open_brief(self, folder: Path, keep: str | None = None) -> None:
        from app.desk.editing import OpenBrief
        from app.desk.opening import MustChoose

        try:
            side = keep if keep in {"journal", "files"} else None
            opened = OpenBrief.open(folder, keep=side)  # type: ignore[arg-type]
        except MustChoose as trouble:
            self._ask(trouble.what, folder)
            return
        self._show(opened, looking=False)

    def _ask(self, what: str, folder: Path) -> None:
        """Let the person choose where files and journal contradict."""
        from app.tui.dialogs import Choice

        def go_on(kept: str | None) -> None:
            if kept:
                self.call_later(self.app.run_action, f"open_kept({kept!r})", self)

        self._asked = folder
        answers = [
            ("journal", "Keep what this program wrote; the files are set aside"),
            ("files", "Keep what the files say; the other words are set aside"),
        ]
        self.app.push_screen(Choice("Two versions of this paper", what, answers), go_on)

    def action_open_kept(self, kept: str) -> None:
        """Open the brief that was asked about, with the side a person keeps.

        Raises:
            Trouble: it cannot be read.
        """
        if self._asked:
            self._open_brief(self._asked, kept)

    def _open_sample(self, folder: Path) -> None:
        from app.desk.editing import OpenBrief
        from app.library.shelf import new_folder

        there = OpenBrief.open(folder).brief
        self._show(OpenBrief(there, new_folder(f"{folder.name} copy")), looking=True)

    def _open_ready(self, dossier_id: str) -> None:
        from app.desk.editing import OpenBrief
        from app.library.briefs import ready_brief
        from app.library.shelf import new_folder

        ready = ready_brief(dossier_id)
        name = f"{ready.assignment.country.name} sample paper"
        self._show(OpenBrief(ready, new_folder(name)), looking=True)

    def _show(self, opened: Any, *, looking: bool) -> None:
        app: Communique = self.app  # type: ignore[assignment]
        app.open_workspace(opened, looking=looking)


def _row(row_id: str, name: str, about: str) -> Option:
    short = name if len(name) < _COLUMN - 1 else f"{name[: _COLUMN - 3].rstrip()}…"
    space = " " * (_COLUMN - len(short))
    return Option(Content.assemble(short, space, (about, "$text-muted")), id=row_id)


def _brief_rows(title: str, found: Any, *, sample: bool = False) -> list[Option]:
    if not found:
        return []
    rows = [heading(title)]
    for one in found:
        row_id = f"{'sample' if sample else 'brief'}:{one.folder}"
        name = f"{one.country}: {one.topic}" if sample and one.country else one.name
        when = "" if sample else (one.changed or "")[:10]
        counted = "1 word" if one.words == 1 else f"{one.words} words"
        about = " · ".join(part for part in (counted, when, one.committee) if part)
        rows.append(_row(row_id, name, one.trouble or about))
    return rows
