"""The paper: every paragraph as it will stand, what the checks found, the file."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work as in_thread
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from app.desk.file_format import advice_on
from app.desk.writing import Written, write
from app.library import presets
from app.model.brief import Brief
from app.model.errors import NotYetOwnWords, Trouble
from app.tui import handing_in, opening
from app.tui.choices import ChoiceList
from app.tui.dialogs import Choice, Notice, Sheet
from app.tui.findings_list import FindingsList, changes, passage_of, summed
from app.tui.own_so_far import is_all_own
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
        "e writes the file your conference takes: a draft, which marks the sentences "
        "that are still ours, and the clean, final paper once every word is your own. "
        "d asks for the other one. v goes to the checks; c shows the paper under "
        "another conference's rules."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "export", "Export"),
        Binding("d", "toggle_final", "Final", tooltip="Draft or final paper"),
        Binding("o", "open", "Open it"),
        Binding("v", "checks", "Checks", tooltip="The checks, or the paper again"),
        Binding("f", "mend", "Mend", show=False, tooltip="Mend what a check found"),
        Binding("c", "conference", "Rules", tooltip="Another conference's rules"),
        Binding("h", "screen.heading", "Assignment", show=False),
    ]

    def __init__(self, work: Work, stage: Stage) -> None:
        """Make the pane."""
        super().__init__(work, stage)
        self._final: bool | None = None
        self._was_final = False
        self._file: Path | None = None

    def compose(self) -> ComposeResult:
        """The paper, then the checks, then the file."""
        yield Static(markup=False, id="asked")
        with Container(classes="split"):
            with Reading(id="reading"):
                yield Static(Content("The paper is being laid out…"), classes="para")
            yield FindingsList(id="findings", choose=self.go_to_passage_of)

    def home(self) -> Widget:
        """The paper has the keys, so that it scrolls."""
        return self.query_one(Reading)

    def show_work(self) -> None:
        """Lay the paper out again where the brief has changed."""
        self._say_asked()
        self.query_one(Reading).lay_out(self.work.brief, self._show_findings)

    def _show_findings(self, written: Written) -> None:
        self.findings.show_findings(written.findings)

    @property
    def findings(self) -> FindingsList:
        """What the checks came to."""
        return self.query_one(FindingsList)

    def go_to_passage_of(self, _: ChoiceList) -> None:
        """Go to what the highlighted check is about: a passage, or the heading."""
        finding = self.findings.finding
        passage = passage_of(finding) if finding else None
        if finding and finding.rule == "header":
            self.workspace.action_heading()
            return
        if finding and finding.rule == "questions":
            self.workspace.action_questions()
            return
        if passage is None:
            self._tell("This check is about the whole paper. h changes its heading.")
            return
        self.workspace.write_passage(passage)

    def action_mend(self) -> None:
        """Mend what the highlighted check found, where that is safe."""
        finding = self.findings.finding
        if finding is None or finding.fix is None:
            self._tell("Nothing mends this by itself; your words stay yours.")
            return
        self.workspace.changed(self.work.mend(finding.fix))

    def action_checks(self) -> None:
        """Go from the paper to its checks, or back."""
        there = self.screen.focused is self.findings
        self.screen.set_focus(self.home() if there else self.findings)

    def action_conference(self) -> None:
        """Choose another conference and see which checks end otherwise."""
        known = [(one.id, one.name) for one in presets.list_presets()]
        here = self.work.brief.assignment.conference
        others = [one for one in known if one[0] != here]
        text = "The same paper under other rules. Ctrl+Z changes it back."
        self.app.push_screen(
            Choice("Which conference?", text, others), self._retarget_to
        )

    def _retarget_to(self, conference: str | None) -> None:
        if conference is None:
            return
        try:
            before = write(self.work.brief).findings
            name = presets.open_preset(conference).name
            after = write(self.work.retargeted(conference)).findings
            self.workspace.changed(self.work.retarget(conference))
        except Trouble as trouble:
            self.app.push_screen(Notice("This did not work", str(trouble)))
            return
        summary = Content(f"{summed(after)}\n\n")
        body = Content.assemble(summary, changes(before, after))
        self.app.push_screen(Sheet(f"Now for {name}", body))

    def action_export(self) -> None:
        """Write the file the conference takes into the paper's folder and say where.

        In a browser it is downloaded as well.
        """
        if handing_in.suffix_of(self.work.brief) not in handing_in.SLOW:
            self.export_now()
            return
        self.workspace.save_now()
        self._tell(f"Writing the {self.work.kind_of_file}; go on meanwhile.")
        self._export_beside(self.work.brief, final=self.is_final)

    def export_now(self) -> None:
        """Write the file before anything else is done."""
        self.workspace.save_now()
        brief = self.work.brief
        self._exporting(brief, final=self.is_final)()

    @in_thread(thread=True, exclusive=True, group="export")
    def _export_beside(self, brief: Brief, *, final: bool) -> None:
        """Write the file while a person goes on."""
        self.app.call_from_thread(self._exporting(brief, final=final))

    def _exporting(self, brief: Brief, *, final: bool) -> Callable[[], None]:
        """Write the file, and give what tells of it on the screen."""
        try:
            path, written = handing_in.hand_in(brief, self.work.out, final=final)
        except NotYetOwnWords as trouble:
            said = f"Not final yet: {trouble.what} d: write a draft instead, or n."
            return lambda: self._tell(said)
        except Trouble as trouble:
            why = str(trouble)
            return lambda: self._tell(why)
        return lambda: self._exported(brief, path, written, final=final)

    def _exported(
        self, brief: Brief, path: "Path", written: Written, *, final: bool
    ) -> None:
        """Say where the file is."""
        self._file, self._was_final = path, final
        if self.app.is_web:
            self.app.deliver_binary(path)
        self.work.exported = brief
        advice = advice_on(written.rules, path.suffix.removeprefix("."))
        self.workspace.changed(f"Written: {path.name}. o opens it. {advice}".rstrip())
        self._say_asked()

    @property
    def is_final(self) -> bool:
        """Whether the clean paper is asked for: by a person, or by all being own."""
        return is_all_own(self.work) if self._final is None else self._final

    def action_toggle_final(self) -> None:
        """Ask for the clean paper, or for a draft again."""
        self._final = not self.is_final
        self._file = None
        self._say_asked()

    def action_open(self) -> None:
        """Open the file with the program of this computer."""
        if self._file is None:
            self._tell(f"There is no {self.work.kind_of_file} yet: e writes it.")
            return
        self._tell(opening.open_file(self._file))

    def _say_asked(self) -> None:
        kind, other = ("final", "draft") if self.is_final else ("draft", "final")
        file = self.work.kind_of_file
        words = f"e writes the {kind} {file} (d: {other}) to {self.work.out}"
        if self._file:
            kind = "The final paper" if self._was_final else "A draft"
            words = f"{kind} is written: {self._file} (o opens it)"
        self.query_one("#asked", Static).update(Content(words))

    def _tell(self, words: str) -> None:
        self.workspace.say(words)
