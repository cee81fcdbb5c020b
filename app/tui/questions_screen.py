"""The questions of the background guide: a list to tick, each to its passage."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from app.tui import guide, helping
from app.tui.answer_screen import AnswerScreen
from app.tui.choices import ChoiceList, heading
from app.tui.dialogs import Choice
from app.tui.work import Work

NONE = "none"
"""The answer of a person for whom no passage answers a question."""

KEYS = "Enter: its passage · w: answer · a: add · x: out · Esc: back · F1: help"
"""What the keys do, below the list."""


class QuestionsScreen(ModalScreen[None]):
    """What the guide asks, and which passage answers it."""

    HELP = (
        "Many background guides end with questions. Put them here; Enter ticks the "
        "passage that answers one, so that none is forgotten. w writes an answer of "
        "its own, for a conference that wants each question with its answer."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", key_display="Esc", priority=True),
        Binding("w", "answer", "Write an answer"),
        Binding("a", "add", "Add a question"),
        Binding("x,delete", "drop", "Take it out"),
    ]

    def __init__(self, work: Work, changed: Callable[[str], None]) -> None:
        """Make the list; `changed` is told what was done to the brief."""
        super().__init__()
        self._work = work
        self._changed = changed

    def compose(self) -> ComposeResult:
        """The list, the line to type a question into, and what the keys do."""
        with Vertical(classes="sheet tall"):
            yield Static(Content.styled("Questions of the guide", "bold"))
            yield ChoiceList(choose=self.ask_passage, id="questions")
            yield Input(placeholder="a: type a question here, then Enter", compact=True)
            yield Static(Content.styled(KEYS, "$text-muted"))

    def on_mount(self) -> None:
        """Stand on the first question, or type where there is none."""
        self._show()
        self.set_focus(self.questions if self._work.brief.questions else self._line)

    @property
    def questions(self) -> ChoiceList:
        """The questions."""
        return self.query_one(ChoiceList)

    @property
    def _line(self) -> Input:
        return self.query_one(Input)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the question that was typed; the line is free for the next one."""
        event.stop()
        text = " ".join(event.value.split())
        if not text:
            self.set_focus(self.questions)
            return
        self._tell(guide.ask(self._work, text))
        self._line.value = ""

    def ask_passage(self, questions: ChoiceList) -> None:
        """Ask which passage answers the highlighted question."""
        key = questions.current
        if key is None:
            return
        passages = [(one.id, one.title) for one in self._work.genre.passage]
        answers = [*passages, (NONE, "None yet")]

        def tick(passage: str | None) -> None:
            if passage:
                named = None if passage == NONE else passage
                self._tell(guide.tick(self._work, key, named))

        question = guide.asked(self._work)[key].text
        self.app.push_screen(
            Choice("Which passage answers it?", question, answers), tick
        )

    def action_add(self) -> None:
        """Type a question."""
        self.set_focus(self._line)

    def action_answer(self) -> None:
        """Write an answer to the highlighted question."""
        key = self.questions.current
        if key is None:
            self.set_focus(self._line)
            return
        self.app.push_screen(AnswerScreen(self._work, key, self._tell))

    def action_drop(self) -> None:
        """Take the highlighted question out."""
        if self.questions.current is not None:
            self._tell(guide.drop(self._work, self.questions.current))

    def action_leave(self) -> None:
        """From the line back to the list, then back to the paper."""
        if self.focused is self._line and self._work.brief.questions:
            self.set_focus(self.questions)
            return
        self.dismiss()

    def _tell(self, said: str) -> None:
        self._changed(said)
        self._show()

    def _show(self) -> None:
        titles = self._work.genre.titles
        rows = []
        for key, one in guide.asked(self._work).items():
            mark = "[x]" if guide.is_done(one) else "[ ]"
            where = titles.get(one.passage, one.passage) if one.passage else ""
            written = helping.words(one.answer) if one.answer.strip() else ""
            answered = f"answer: {written}" if written else ""
            told = " · ".join(filter(None, (where, answered))) or "not yet"
            words = Content.assemble(
                (f"{mark} ", "bold"),
                one.text,
                "\n    ",
                (told, "$text-muted"),
            )
            rows.append(Option(words, id=key))
        none = "None yet. Type below what your guide asks; Enter keeps it."
        self.questions.show(rows or [heading(none)])
