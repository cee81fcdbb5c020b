"""The answer to a question of the guide, in the delegate's own words."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from app.model.card import Card
from app.model.edit import NoteKind
from app.model.errors import Trouble
from app.tui import guide, helping
from app.tui.kept_form import KeptForm
from app.tui.own_words import OwnWords
from app.tui.work import Work


class AnswerScreen(KeptForm):
    """One question above, the answer below; everything is kept as it is typed."""

    HELP = (
        "Some conferences want each question of the guide with its answer below. "
        "Type the answer; @ inserts the source of one of your cards. Esc goes back, "
        "everything is kept."
    )

    def __init__(self, work: Work, key: str, changed: Callable[[str], None]) -> None:
        """Show a question of the list by its key; `changed` is told what was done."""
        super().__init__()
        self._work = work
        self._key = key
        self._question = guide.asked(work)[key]
        self._changed = changed
        self._left_at = self._question.answer

    def compose(self) -> ComposeResult:
        """The question, the field, the count and what the keys do."""
        question = self._question
        with Vertical(classes="sheet tall"):
            yield Static(Content.styled(question.text, "bold"), classes="sheet-title")
            yield OwnWords(
                question.answer,
                cards=self._cards,
                charted=self._work.charted,
                id="answer",
            )
            yield Static(markup=False, id="answer-count")
            said = "Type your answer · @: a card's source · Esc: done, all kept"
            yield Static(Content.styled(said, "$text-muted"))

    def on_mount(self) -> None:
        """Type at once, behind what is written."""
        self._field.move_cursor(self._field.document.end)
        self.set_focus(self._field)
        self._count()

    def _cards(self) -> tuple[Card, ...]:
        return self._work.brief.cards

    @property
    def _field(self) -> OwnWords:
        return self.query_one(OwnWords)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is typed soon."""
        event.stop()
        self._count()
        self.keep_soon()

    def _count(self) -> None:
        said = helping.words(self._field.text)
        self.query_one("#answer-count", Static).update(Content(said))

    def keep(self) -> bool:
        """Keep the words as they stand in the field; False where they are too many."""
        words = self._field.text
        if words == self._left_at:
            return True
        try:
            self._changed(guide.answer(self._work, self._key, words))
        except Trouble as trouble:
            self.query_one("#answer-count", Static).update(Content(str(trouble)))
            return False
        self._left_at = words
        return True

    def on_own_words_pasted(self, event: OwnWords.Pasted) -> None:
        """Put down how much was pasted, never what."""
        event.stop()
        self._work.opened.note(NoteKind.PASTED, characters=event.characters)

    def on_own_words_copied(self, event: OwnWords.Copied) -> None:
        """Copy the marked words."""
        event.stop()
        self.app.copy_to_clipboard(event.text)
