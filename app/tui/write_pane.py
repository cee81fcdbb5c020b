"""Writing: a list of passages; each opens with its job, its cards and frames."""

from typing import TYPE_CHECKING, ClassVar

from textual import work as in_thread
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static, TextArea
from textual.widgets.option_list import Option

from app.desk.measuring import passage_origins
from app.drafting.genres import PassagePlan
from app.model.brief import Brief
from app.model.card import Card
from app.model.edit import NoteKind
from app.model.errors import Trouble
from app.model.paper import Origin
from app.model.text import LONGEST_TEXT
from app.tui import editor, frames, helping
from app.tui.choices import ChoiceList
from app.tui.dialogs import NOTHING_MARKED
from app.tui.own_words import OwnWords, PassageList
from app.tui.pane import Pane
from app.tui.stages import Stage
from app.tui.work import Work

if TYPE_CHECKING:
    from textual.timer import Timer

MEASURED = 0.3
"""Seconds from the last key to the count of sentences still ours."""

KEPT = 1.0
"""Seconds from the first letter that is not on disk to its being there."""

PAUSED = 1.0
"""Seconds from the last key to what was typed being a step of its own."""


ANY_SENTENCE = "So it is."
"""What is measured before anything is typed."""

ELSEWHERE = "written in another editor"
"""What the journal says of words that came back from there."""


class WritePane(Pane):
    """Every passage of the paper, in the delegate's words."""

    HELP = (
        "Enter opens a passage. Its job, its cards and ways to begin stand beside it."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "example", "Example", key_display="F2", priority=True),
        Binding("f3", "copy_example", "Copy it", key_display="F3", priority=True),
        Binding(
            "ctrl+e",
            "editor",
            "Editor",
            show=False,
            priority=True,
            tooltip="Write this passage in your own editor",
        ),
    ]

    def __init__(self, work: Work, stage: Stage) -> None:
        """Make the pane."""
        super().__init__(work, stage)
        self._plan: PassagePlan = work.genre.passage[0]
        self._example = False
        self._pauses: list[Timer] = []
        self._keeping: Timer | None = None
        self._goes_on = False
        self._left_at = ""
        self._measured_for: tuple[Card, ...] | None = None

    def compose(self) -> ComposeResult:
        """The list of passages, and behind it the page for one."""
        with ContentSwitcher(initial="passages", id="writing"):
            with Vertical(id="passages"):
                asked = "Your own words, passage by passage. Enter opens one."
                yield Static(Content(asked), classes="question")
                yield PassageList(classes="cards", choose=self.open_chosen)
            with Vertical(id="passage"):
                yield Static(markup=False, id="job")
                with Container(classes="split"):
                    with VerticalScroll(id="beside-text"):
                        yield Static(markup=False, id="helping")
                    with Vertical(id="own"):
                        yield OwnWords(
                            cards=self.cards_to_cite,
                            charted=self.work.charted,
                            id="text",
                        )
                        yield Static(markup=False, id="count")

    @property
    def choices(self) -> PassageList:
        """The passages."""
        return self.query_one(PassageList)

    @property
    def text(self) -> OwnWords:
        """The field for own words."""
        return self.query_one(OwnWords)

    @property
    def passage(self) -> str:
        """The passage that is written, by its id."""
        return self._plan.id

    @property
    def is_open(self) -> bool:
        """Whether a passage is being written."""
        return self.query_one("#writing", ContentSwitcher).current == "passage"

    @property
    def at(self) -> str | None:
        """The passage that is open or highlighted."""
        return self._plan.id if self.is_open else self.choices.current

    @property
    def as_typed(self) -> Brief:
        """The brief with the words as they stand in the field."""
        brief, text = self.work.brief, self.text.text
        kept = brief.passage(self._plan.id)
        if not self.is_open or kept.text == text or len(text) > LONGEST_TEXT:
            return brief
        return brief.with_passage(kept.revise(text=text))

    def home(self) -> Widget:
        """The text where a passage is open, else the list."""
        return self.text if self.is_open else self.choices

    def go_to(self, focus: str | None) -> None:
        """Stand at a passage; one that lacks words is opened by `open_passage`."""
        if focus is None:
            return
        self.settle()
        self.choices.highlight(focus)
        if self.is_open:
            self.open_passage()

    def show_work(self) -> None:
        """Show the passages, and the open one where the brief has other words."""
        self.choices.show([self._row(plan) for plan in self.work.genre.passage])
        if self._measured_for is not self.work.brief.cards:
            self._measured_for = self.work.brief.cards
            self._measure_ahead(self.work.brief)
        if not self.is_open:
            return
        kept = self.work.brief.passage(self._plan.id).text
        if kept != self.text.text:
            self._load(kept)
        self._show_beside()

    @in_thread(thread=True, exclusive=True, group="measure", exit_on_error=False)
    def _measure_ahead(self, brief: Brief) -> None:
        """Work out what sentences are held against, before the first is typed."""
        passage_origins(brief, ANY_SENTENCE)

    def _load(self, text: str) -> None:
        """Put what is kept into the field; a cursor at the end stays there."""
        field, self._left_at = self.text, text
        at_end = field.cursor_location == field.document.end
        field.load_text(text)
        if at_end:
            field.move_cursor(field.document.end)

    def open_chosen(self, _: ChoiceList) -> None:
        """Open the passage that was chosen."""
        self.open_passage()

    def open_passage(self) -> None:
        """Open the highlighted passage and give it the keys at once."""
        self.settle()
        plans = {plan.id: plan for plan in self.work.genre.passage}
        self._plan = plans.get(self.choices.current or "", self._plan)
        self._example = False
        self.query_one("#writing", ContentSwitcher).current = "passage"
        self._load(self.work.brief.passage(self._plan.id).text)
        self.text.move_cursor(self.text.document.end)
        self.screen.set_focus(self.text)
        self.text.border_title = "Your own words"
        self.text.border_subtitle = "Esc: done"
        self._show_beside()
        self._measure()

    def close_passage(self) -> None:
        """Keep the words and show the list again."""
        if not self.settle():
            return
        self.query_one("#writing", ContentSwitcher).current = "passages"
        self.choices.highlight(self._plan.id)
        self.screen.set_focus(self.choices)
        self.workspace.changed("Kept. n leads to what is still lacking.")

    def step_back(self) -> bool:
        """From a passage back to the list."""
        if not self.is_open:
            return False
        self.close_passage()
        return True

    def settle(self) -> bool:
        """Keep the words as they stand in the field; False where they are too many."""
        self._stop_pauses()
        kept = self._write()
        self._goes_on = False
        if not self.work.opened.is_saved:
            self.workspace.save_soon()
        return kept

    def _stop_pauses(self) -> None:
        for timer in self._pauses:
            timer.stop()
        self._pauses.clear()

    def _write(self) -> bool:
        """Send the words to the journal; False where they are too many."""
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None
        if not self.is_open:
            return True
        typed = self.text.text
        if typed == self._left_at:
            self._follow()
            return True
        try:
            self.work.write(self._plan, typed, joins=self._goes_on)
        except Trouble as trouble:
            self.workspace.say(str(trouble))
            return False
        self._left_at = typed
        self._follow()
        return True

    def _follow(self) -> None:
        """Show what another program wrote here, where nothing was typed since."""
        kept = self.work.brief.passage(self._plan.id).text
        if kept != self._left_at:
            self._load(kept)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is typed while the keys go on; measure once they pause."""
        event.stop()
        if not self.is_open or self._is_kept():
            return
        self._stop_pauses()
        self._pauses = [
            self.set_timer(MEASURED, self._measure),
            self.set_timer(PAUSED, self._keep),
        ]
        if self._keeping is None:
            self._keeping = self.set_timer(KEPT, self._keep_on)
        self.workspace.show_typing()

    def action_example(self) -> None:
        """Show our example, or the cards and frames again."""
        self.settle()
        self._example = not self._example
        if self._example:
            self.work.opened.looked("example", self.passage)
            self._follow()
        self._show_beside()

    def action_copy_example(self) -> None:
        """Put our example in an empty field; it is counted as ours."""
        if self.text.text.strip():
            self.workspace.say(
                "Something is written already: the example is only shown."
            )
            return
        sentences = frames.example(self.work, self._plan)
        if not sentences:
            self.workspace.say("There is no example yet: choose cards first.")
            return
        copied = " ".join(sentences)
        self.text.insert(copied)
        self.work.opened.copied(self.passage, len(copied))
        self.workspace.say("Copied. It is still ours: say it your own way.")

    def action_editor(self) -> None:
        """Open the passage in the person's own editor, and read it back.

        Raises:
            Trouble: the editor did not work; the words stay as they were.
        """
        command = editor.editor()
        if not command or not self.settle():
            self.workspace.say(editor.NO_EDITOR)
            return
        before = self.text.text
        try:
            with self.app.suspend():
                back = editor.edited(before, command)
        except SuspendNotSupported:
            self.workspace.say("No other program can be opened from this window.")
            return
        if back == before:
            self.workspace.say("Nothing was changed in your editor.")
            return
        self.text.load_text(back)
        grown = max(0, len(back) - len(before))
        self.work.opened.note(
            NoteKind.SAID, passage=self.passage, characters=grown, about=ELSEWHERE
        )
        if self.settle():
            self.workspace.changed(
                "Taken over from your editor. Esc, Ctrl+Z undoes it."
            )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The example belongs to an open passage."""
        if action in {"example", "copy_example", "editor"}:
            return self.is_open
        return super().check_action(action, parameters)

    def on_own_words_copied(self, event: OwnWords.Copied) -> None:
        """Copy the marked words to the clipboard and into a file."""
        event.stop()
        if event.text:
            self.workspace.copy(event.text)
        else:
            self.workspace.say(NOTHING_MARKED)

    def on_own_words_pasted(self, event: OwnWords.Pasted) -> None:
        """Put down how much was pasted, never what."""
        event.stop()
        self.work.opened.pasted(self.passage, event.characters)

    def cards_to_cite(self) -> tuple[Card, ...]:
        """What a sentence can rest on: the cards of this passage come first."""
        cards = self.work.passage_cards(self._plan)
        first = {card.id for card in cards}
        others = [one for one in self.work.brief.cards if one.id not in first]
        return (*cards, *others)

    def _is_kept(self) -> bool:
        return self.work.brief.passage(self._plan.id).text == self.text.text

    def _keep(self) -> None:
        """The keys have paused: what was typed is a step, and the files follow."""
        if self.is_open and self.settle():
            self.workspace.changed()

    def _keep_on(self) -> None:
        """The keys go on: the journal has the words, and the step grows."""
        self._keeping = None
        if self.is_open and not self._is_kept() and self._write():
            self._goes_on = True

    def _measure(self) -> None:
        """Count the words, and the sentences that are still ours."""
        if not self.is_open:
            return
        text = self.text.text[:LONGEST_TEXT]
        found = helping.origins(self.work, text)
        said = f"{helping.still_ours(found)} · {helping.words(text)}"
        self.query_one("#count", Static).update(Content(said), layout=False)
        self.workspace.preview(self.as_typed)

    def _show_beside(self) -> None:
        at = [plan.id for plan in self.work.genre.passage].index(self._plan.id) + 1
        whole = len(self.work.genre.passage)
        title = Content.assemble(
            (f"{at} of {whole}  {self._plan.title}. ", "bold"), self._plan.job
        )
        self.query_one("#job", Static).update(title)
        shown = helping.beside(self.work, self._plan, our_example=self._example)
        self.query_one("#helping", Static).update(shown)

    def _row(self, plan: PassagePlan) -> Option:
        text = self.work.brief.passage(plan.id).text
        found = helping.origins(self.work, text)
        ours = sum(origin is not Origin.OWN for _, origin in found)
        has = f"{helping.words(text)}, {ours} of {len(found)} sentences still ours"
        if not found:
            has = "nothing written yet: our example stands in"
        mark = "[x]" if found else "[ ]"
        words = Content.assemble(
            (f"{mark}  ", "bold"), plan.title, "\n     ",
            (f"{has}. {plan.job}", "$text-muted"),
        )  # fmt: skip
        return Option(words, id=plan.id)
