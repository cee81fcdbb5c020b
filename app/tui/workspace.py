"""The workspace: one place for the whole walk; n leads to what is still lacking."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.widgets import ContentSwitcher, Static

from app.model.assignment import Assignment
from app.model.brief import Brief
from app.model.errors import Trouble
from app.tui import telling
from app.tui.argument_pane import ArgumentPane
from app.tui.cards_pane import CardsPane
from app.tui.criticisms_pane import CriticismsPane
from app.tui.dialogs import Notice, Sheet
from app.tui.gaps import next_gap
from app.tui.heading_form import HeadingForm
from app.tui.kept_form import KeptForm
from app.tui.key_line import KeyLine
from app.tui.outline_strip import OutlineStrip
from app.tui.pane import Pane
from app.tui.paper_pane import PaperPane
from app.tui.paper_text import LivePaper
from app.tui.places import keep_place, place_in
from app.tui.proposals_pane import ProposalsPane
from app.tui.saving import Saving
from app.tui.settings import keep_settings, read_settings
from app.tui.sizes import SMALLEST_LIVE
from app.tui.speaking_pane import SpeakingPane
from app.tui.stages import STAGES, Stage
from app.tui.tour import Tour
from app.tui.work import Work
from app.tui.write_pane import WritePane

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widget import Widget

TOO_SMALL = "Please make this window at least 60 x 16. Your work is safe."
"""What stands in a window that is too small for anything else."""

PREVIEWED = 0.3
"""Seconds from a change to the paper beside the stage."""

SOON = 0.2
"""Seconds from a choice to its being saved."""

AGAIN = 3.0
"""Seconds after which saving is tried again where it failed."""


class Workspace(Screen[None]):
    """One brief, from its cards to the file handed in."""

    HELP = "n leads to the next thing your paper lacks; b goes back to where you were."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "next_gap", "Next", tooltip="The next thing your paper lacks"),
        Binding("b", "back", "Back", show=False, tooltip="Back to where you were"),
        Binding("w", "write", "Write", show=False, tooltip="Write in this part"),
        Binding(
            "e",
            "export",
            "Export",
            show=False,
            tooltip="Export: write the file the conference takes",
        ),
        Binding(
            "h",
            "heading",
            "Assignment",
            show=False,
            tooltip="Assignment: committee, conference, school",
        ),
        Binding(
            "q", "questions", "Questions", show=False, tooltip="The guide's questions"
        ),
        Binding("g", "glossary", "Glossary", show=False, tooltip="Words of the topic"),
        Binding("m", "merge", "Merge", show=False, tooltip="Merge your partner's copy"),
        Binding(
            "H", "history", "History", show=False, tooltip="History: every step so far"
        ),
        *(
            Binding(str(at), f"stage({at})", stage.value.capitalize(), show=False)
            for at, stage in enumerate(STAGES, start=1)
        ),
        Binding("ctrl+z", "undo", "Undo", show=False),
        Binding("ctrl+y", "redo", "Redo", show=False),
        Binding("ctrl+s", "save", "Save", show=False),
        Binding(
            "escape", "step_back", "Back", key_display="Esc", priority=True, show=False
        ),
    ]

    def __init__(self, work: Work, *, looking: bool = False) -> None:
        """Make the workspace of a brief."""
        super().__init__()
        self.work = work
        """The brief on the desk, and its dossier."""
        self.stage = Stage.SPEAKING
        """Where a person is."""
        self._tour = Tour(looking=looking)
        self._saving = Saving(work, looking=looking)
        self._looking = looking
        self._been: list[tuple[Stage, str | None]] = []
        self._kept_at: Stage | None = None
        self._had_keys: Widget | None = None
        self._timer: Timer | None = None
        self._preview_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The heading, the outline, the stages, the line that speaks."""
        yield Static(markup=False, classes="title")
        yield Static(TOO_SMALL, markup=False, classes="too-small")
        with Container(id="body"):
            yield OutlineStrip(id="outline")
            with ContentSwitcher(initial=self.stage.value, id="panes"):
                yield SpeakingPane(self.work, Stage.SPEAKING)
                yield ArgumentPane(self.work, Stage.ARGUMENT)
                yield CardsPane(self.work, Stage.STANCE)
                yield CardsPane(self.work, Stage.RECORD)
                yield CardsPane(self.work, Stage.BACKGROUND)
                yield CriticismsPane(self.work, Stage.CRITICISMS)
                yield ProposalsPane(self.work, Stage.PROPOSALS)
                yield WritePane(self.work, Stage.WRITE)
                yield PaperPane(self.work, Stage.PAPER)
            with LivePaper(id="live"):
                yield Static(Content("The paper grows here."), classes="para")
        yield Static(markup=False, id="hint")
        with Horizontal(id="status"):
            yield Static(markup=False, id="message")
            yield Static(markup=False, id="saved")
        yield KeyLine()

    def _show_title(self) -> None:
        said = self.work.brief.assignment
        rules = "" if said.conference == "default" else f" · {said.conference}"
        where = f" · {said.topic} · {said.committee.name}{rules}"
        due = self.work.deadline()
        first = (f" · due {due}", "bold $warning") if due else ""
        title = Content.assemble((said.country.name, "bold"), first, where)
        self.query_one(".title", Static).update(title)

    def on_mount(self) -> None:
        """Open where the walk begins; a sample opens on its paper."""
        self._show_title()
        if self._looking:
            self.show_stage(Stage.PAPER)
            self.say("The sample paper. What you change goes into a copy of your own.")
        else:
            opened = self.work.opened
            self.show_stage(*place_in(opened.folder))
            self._been.clear()
            news = [opened.read_only, *opened.said]
            told = " ".join(one for one in news if one)
            self.say(told or "n leads on; nothing is lost by going back.")
        self.save_soon()
        self.set_interval(AGAIN, self._save_again)

    @property
    def pane(self) -> Pane:
        """The pane of the stage shown."""
        return self.query_one(f"#{self.stage.value}", Pane)

    def show_stage(
        self,
        stage: Stage,
        focus: str | None = None,
        *,
        stay: bool = False,
        mend: bool = False,
    ) -> None:
        """Show a stage.

        Args:
            stage: Where to go.
            focus: The card or passage to stand at.
            stay: Whether the keys stay where they are, in the outline.
            mend: Whether something is lacking there, for which one comes.
        """
        if stage is not self.stage:
            self.pane.settle()
            self._been.append((self.stage, self.pane.at))
            self.say("")
        self.stage = stage
        self.query_one("#panes", ContentSwitcher).current = stage.value
        pane = self.pane
        pane.show_work()
        pane.go_to(focus)
        if not stay:
            self.set_focus(pane.mending(focus) if mend else pane.home())
        self.show_outline()
        self._make_room()
        self._hint()

    def _hint(self) -> None:
        """Show the hint of a stage on the first run, and take it away elsewhere."""
        said = self._tour.hint(self.stage)
        line = self.query_one("#hint", Static)
        line.update(Content(said))
        line.display = bool(said)

    def changed(self, said: str = "") -> None:
        """Show a change of the brief, say what it was, and save it soon."""
        self.pane.show_work()
        self._show_title()
        self.show_outline()
        self.say(said)
        self.save_soon()
        self._preview_soon()

    def preview(self, brief: Brief) -> None:
        """Show the paper of a brief beside the stage, where there is room."""
        if self.has_class("-live"):
            self.query_one(LivePaper).lay_out(brief, lambda _: None)

    def on_resize(self) -> None:
        """Show the paper beside the stage, or take it away; the keys stay."""
        self._make_room()
        self.call_after_refresh(self._give_keys_back)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Remember what has the keys, for a window that is small for a while."""
        self._had_keys = event.widget

    def _give_keys_back(self) -> None:
        had = self._had_keys
        if self.focused is None and had is not None and had.is_attached:
            self.set_focus(had)

    def _make_room(self) -> None:
        room = self.app.size.width >= SMALLEST_LIVE and self.stage is not Stage.PAPER
        self.set_class(room, "-live")
        self._preview_soon()

    def _preview_soon(self) -> None:
        if self._preview_timer is not None:
            self._preview_timer.stop()
        self._preview_timer = self.set_timer(PREVIEWED, self._preview)

    def _preview(self) -> None:
        self.preview(self.pane.as_typed)

    def say(self, words: str) -> None:
        """Say something in the line at the bottom."""
        self.query_one("#message", Static).update(Content(words))

    def copy(self, text: str) -> None:
        """Copy text out of the program, and say where it stands."""
        from app.tui.copying import copy

        self.app.copy_to_clipboard(text)
        if self._saving.is_untouched:
            self.say("Copied, where your terminal allows it.")
            return
        self.say(copy(text, self.work.opened.folder))

    def save_now(self) -> str | None:
        """Save at once; why that failed, or None."""
        if self.is_mounted:
            self._settle()
            self._saving.is_typing = self.pane.as_typed != self.work.brief
        return self._saving.save()

    def _settle(self) -> bool:
        """Keep what is being typed, in the pane and in a form above it."""
        forms = [one for one in self.app.screen_stack if isinstance(one, KeptForm)]
        return all(form.settle() for form in forms) and self.pane.settle()

    @property
    def is_behind(self) -> bool:
        """Whether there is an exported file that lacks what was changed since."""
        self._settle()
        return self.work.is_behind

    def write_file(self) -> bool:
        """Export at once; False where that failed, and the line says why."""
        self.show_stage(Stage.PAPER)
        self.query_one(PaperPane).export_now()
        return not self.work.is_behind

    def close_work(self) -> str | None:
        """Save for the last time and let others write; why that failed, or None."""
        if self.is_mounted and not self._settle():
            return "the text of this passage is too long to keep"
        self._tour.end()
        self._keep_place()
        return self._saving.close()

    def action_next_gap(self) -> None:
        """Go to the next thing the paper lacks, and say what it is."""
        self.pane.settle()
        gap = next_gap(self.work, self.stage, self.pane.mended)
        if gap is None:
            self._nothing_lacking()
            return
        self.show_stage(gap.stage, gap.focus, mend=True)
        self.say(gap.why)

    def _nothing_lacking(self) -> None:
        """Say that the walk is at its end; what a check asks to mend is shown."""
        checks = self.query_one(PaperPane).findings
        if not checks.to_fix:
            self.say("Nothing is lacking, and your file is as new as your paper.")
            return
        self.show_stage(Stage.PAPER)
        self.set_focus(checks)
        what = "one check" if checks.to_fix == 1 else f"{checks.to_fix} checks"
        self.say(f"All is written; {what} of your paper is left to mend: Enter.")

    def action_back(self) -> None:
        """Go back to where you were."""
        if not self._been:
            self.say("This is where you began. Esc goes to the shelf.")
            return
        stage, focus = self._been.pop()
        before = len(self._been)
        self.show_stage(stage, focus)
        del self._been[before:]

    def action_stage(self, number: int) -> None:
        """Go to a stage by its number."""
        self.show_stage(STAGES[number - 1])

    def action_write(self) -> None:
        """Write the passage that belongs to this stage."""
        self.write_passage(self.work.passage_for(self.stage))

    def write_passage(self, passage: str | None) -> None:
        """Open a passage to write in, or the one a person was at."""
        self.show_stage(Stage.WRITE, passage)
        self.query_one(WritePane).open_passage()

    def action_export(self) -> None:
        """Write the file that the conference takes."""
        self.show_stage(Stage.PAPER)
        self.query_one(PaperPane).action_export()

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

        self.pane.settle()
        self.app.push_screen(QuestionsScreen(self.work, self.changed))

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

    def action_glossary(self) -> None:
        """Show every word and acronym of the topic, one line each."""
        self.app.push_screen(Sheet("Words of the topic", telling.glossary(self.work)))

    def action_undo(self) -> None:
        """Take back the last change of the brief."""
        self.pane.settle()
        what = self.work.opened.undo()
        said = f"Undone: {what}. Ctrl+Y does it again."
        self.changed(said if what else "Nothing left to undo in this paper.")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        what = self.work.opened.redo()
        self.changed(f"Done again: {what}." if what else "Nothing to do again.")

    def action_save(self) -> None:
        """Save at once and say where."""
        why = self.save_now()
        self._keep_place()
        self.say(why or f"Saved in {self.work.opened.folder}")
        self._show_saved()

    def action_step_back(self) -> None:
        """One step back: within the pane, then to the shelf, saved."""
        if self.pane.step_back():
            return
        why = self.close_work()
        if why:
            self.say(f"Not closed, because it is not saved: {why}")
            self._show_saved()
            return
        self.dismiss()

    def save_soon(self) -> None:
        """Write the files shortly, when no more is typed."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SOON, self._save)
        self._show_saved()

    def _save(self) -> None:
        self._saving.is_typing = self.pane.as_typed != self.work.brief
        self._saving.save()
        if self.stage is not self._kept_at:
            self._keep_place()
        self._show_saved()

    def _keep_place(self) -> None:
        """Remember where a person is; a program may be ended from outside."""
        if not self._saving.is_untouched:
            self._kept_at = self.stage
            keep_place(self.work.opened.folder, self.stage, self.pane.at)

    def show_typing(self) -> None:
        """Show that letters were typed that are not on disk yet."""
        self._saving.is_typing = True
        self._show_saved()

    def _save_again(self) -> None:
        """Save what could not be saved before; what another program left is shown."""
        if not self._saving.has_trouble or not self.is_mounted:
            return
        before = self.work.brief
        self.pane.settle()
        self._saving.save()
        if self.work.brief != before:
            self.pane.show_work()
            self.show_outline()
            self._preview_soon()
        self._show_saved()

    def _show_saved(self) -> None:
        line = self.query_one_optional("#saved", Static)
        if line is not None:
            line.update(Content(self._saving.said))
            line.set_class(self._saving.has_trouble, "-trouble")

    def show_outline(self) -> None:
        """Show what each stage has; it says more where there is room."""
        self.query_one(OutlineStrip).show(self.work, self.stage)
