"""What is asked above a paper: its heading, the guide, a partner's copy, the past."""

from collections.abc import Callable
from pathlib import Path

from app.model.assignment import Assignment
from app.model.errors import Trouble
from app.tui import telling
from app.tui.dialogs import Notice, Sheet
from app.tui.heading_form import HeadingForm
from app.tui.saved_screen import SavedScreen
from app.tui.settings import keep_settings, read_settings


class AskingScreen(SavedScreen):
    """A screen that opens pop-ups and does with the brief what they come to."""

    def changed(self, said: str = "") -> None:
        """Show a change of the brief, say what it was, and save it soon."""
        raise NotImplementedError

    def action_heading(self) -> None:
        """Change committee, conference, school, delegates or session."""

        def keep(assignment: Assignment | None) -> None:
            if assignment is not None:
                said = self.work.assign(assignment)
                self.changed(said)

        self.app.push_screen(HeadingForm(self.work.brief.assignment), keep)

    def action_questions(self) -> None:
        """Show what the background guide asks, and which passage answers it."""
        from app.tui.questions_screen import QuestionsScreen

        self.settle_pane()
        self.app.push_screen(QuestionsScreen(self.work, self.changed))

    def action_glossary(self) -> None:
        """Show every word and acronym of the topic, one line each."""
        self.app.push_screen(Sheet("Words of the topic", telling.glossary(self.work)))

    def action_merge(self) -> None:
        """Join a partner's copy of this paper in, and show what came."""
        from app.tui.merging import MergeForm

        self.app.push_screen(MergeForm(read_settings().partner), self._merge_from)

    def _merge_from(self, theirs: Path | None) -> None:
        if theirs is not None:
            keep_settings(read_settings()._replace(partner=str(theirs)))
            self._merge(theirs)

    def _merge(self, theirs: Path, *, anyway: bool = False) -> None:
        from app.desk.merging import Unrelated
        from app.tui.merging import MergeSheet, ask_anyway

        def answered(answer: str | None) -> None:
            if answer == "anyway":
                self._merge(theirs, anyway=True)

        try:
            merged = self.work.merge(theirs, anyway=anyway)
        except Unrelated as trouble:
            self.app.push_screen(ask_anyway(trouble), answered)
            return
        except Trouble as trouble:
            self.app.push_screen(Notice("Not merged", str(trouble)))
            return
        self.changed("Merged. Ctrl+Z takes all of it back.")
        self.app.push_screen(MergeSheet(merged, theirs))

    def action_history(self) -> None:
        """Show every step so far; any state can be brought back."""
        from app.tui.history_screen import HistoryScreen, Past

        def bring_back(past: Past | None) -> None:
            if past is not None:
                self._act(lambda: self.work.bring_back(past.state, past.when))

        self.save_now()
        self.app.push_screen(HistoryScreen(self.work), bring_back)

    def _act(self, change: Callable[[], str]) -> None:
        """Make a change that a pop-up asked for; a trouble is shown as a notice."""
        try:
            self.changed(change())
        except Trouble as trouble:
            self.app.push_screen(Notice("This did not work", str(trouble)))
