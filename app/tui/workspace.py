"""The workspace: one place for the whole walk; n leads to what is still lacking."""

import gc
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import ContentSwitcher, Static

from app.model.brief import Brief
from app.tui.argument_pane import ArgumentPane
from app.tui.asking_screen import AskingScreen
from app.tui.cards_pane import CardsPane
from app.tui.criticisms_pane import CriticismsPane
from app.tui.gaps import next_gap
from app.tui.kept_form import KeptForm
from app.tui.key_line import KeyLine
from app.tui.outline_strip import OutlineStrip
from app.tui.pane import Pane
from app.tui.paper_pane import PaperPane
from app.tui.paper_text import LivePaper
from app.tui.places import keep_place, place_in
from app.tui.proposals_pane import ProposalsPane
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


LOADED = 2.0
"""Seconds from opening to everything being loaded that keys will need.

What is loaded stays; so the collector, whose rounds hold up keys, leaves it out.
"""


class Workspace(AskingScreen):
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
        super().__init__(work, looking=looking)
        self.stage = Stage.SPEAKING
        """Where a person is."""
        self._tour = Tour(looking=looking)
        self._looking = looking
        self._been: list[tuple[Stage, str | None]] = []
        self._kept_at: Stage | None = None
        self._had_keys: Widget | None = None
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
        self.watch_over()
        self.call_after_refresh(gc.freeze)
        self.set_timer(LOADED, gc.freeze)

    def on_unmount(self) -> None:
        """Let what belonged to the brief be collected again."""
        gc.unfreeze()

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
        if not self.is_whole:
            return
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
        if self.is_whole:
            self.preview(self.pane.as_typed)

    def copy(self, text: str) -> None:
        """Copy text out of the program, and say where it stands."""
        from app.tui.copying import copy

        self.app.copy_to_clipboard(text)
        if self.is_untouched:
            self.say("Copied, where your terminal allows it.")
            return
        self.say(copy(text, self.folder))

    @property
    def as_typed(self) -> Brief:
        """The brief with what is being typed and not kept yet."""
        return self.pane.as_typed

    def settle(self) -> bool:
        """Keep what is being typed, in the pane and in a form above it."""
        forms = [one for one in self.app.screen_stack if isinstance(one, KeptForm)]
        return all(form.settle() for form in forms) and self.pane.settle()

    def settle_pane(self) -> None:
        """Keep what is being typed in the pane, and in nothing above it."""
        self.pane.settle()

    @property
    def is_behind(self) -> bool:
        """Whether there is an exported file that lacks what was changed since."""
        self.settle()
        return self.work.is_behind

    def write_file(self) -> bool:
        """Export at once; False where that failed, and the line says why."""
        self.show_stage(Stage.PAPER)
        self.query_one(PaperPane).export_now()
        return not self.work.is_behind

    def close_work(self) -> str | None:
        """Save for the last time and let others write; why that failed, or None."""
        self._kept_at = None
        why = super().close_work()
        if why is None:
            self._tour.end()
        return why

    def keep_place(self) -> None:
        """Remember where a person is; a program may be ended from outside."""
        if self.stage is not self._kept_at and not self.is_untouched:
            self._kept_at = self.stage
            keep_place(self.folder, self.stage, self.pane.at)

    def show_what_came(self) -> None:
        """Show what another program wrote."""
        self.pane.show_work()
        self.show_outline()
        self._preview_soon()

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

    def action_step_back(self) -> None:
        """One step back: within the pane, then to the shelf, saved."""
        if self.pane.step_back():
            return
        why = self.close_work()
        if why:
            self.say(f"Not closed, because it is not saved: {why}")
            self.show_saved()
            return
        self.dismiss()

    def show_outline(self) -> None:
        """Show what each stage has; it says more where there is room."""
        self.query_one(OutlineStrip).show(self.work, self.stage)
