"""The paper to read: one widget a paragraph, and only those that changed are drawn."""

from collections.abc import Callable

from textual import work as in_thread
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from app.desk.writing import Written, write
from app.model.brief import Brief
from app.model.errors import Trouble
from app.model.paper import Paper
from app.tui import sheet


class PaperText(VerticalScroll):
    """The paper, laid out away from the screen and shown paragraph by paragraph."""

    _brief: Brief | None = None

    def lay_out(self, brief: Brief, then: Callable[[Written], None]) -> None:
        """Show the paper of a brief, and hand on what was written with it."""
        if self._brief is not brief:
            self._brief = brief
            self._write(brief, then)

    @in_thread(thread=True, exclusive=True, group="laying-out")
    def _write(self, brief: Brief, then: Callable[[Written], None]) -> None:
        try:
            written = write(brief)
        except Trouble as trouble:
            said = Content(str(trouble))
            self._later(brief, lambda: self._show_trouble(said))
        else:
            self._later(brief, lambda: self._show_written(written, then))

    def _later(self, brief: Brief, show: Callable[[], None]) -> None:
        """Show something on the screen's own thread, unless it is old by then."""

        def in_time() -> None:
            if self._brief is brief and self.is_attached:
                show()

        self.app.call_from_thread(in_time)

    def _show_written(self, written: Written, then: Callable[[Written], None]) -> None:
        self.call_later(self.show_paper, written.paper)
        then(written)

    def _show_trouble(self, said: Content) -> None:
        self.call_later(self._show_texts, [said])

    async def show_paper(self, paper: Paper) -> None:
        """Show a paper; paragraphs that stand there already are left as they are."""
        await self._show_texts(sheet.paragraphs(paper))

    async def _show_texts(self, new: list[Content]) -> None:
        old = list(self.query(Static))
        changed = []
        for widget, text in zip(old, new, strict=False):
            if not _is_same(widget, text):
                widget.update(text)
                changed.append(widget)
        more = [Static(one, markup=False, classes="para") for one in new[len(old) :]]
        if more:
            await self.mount_all(more)
        for widget in old[len(new) :]:
            await widget.remove()
        self.show_change(changed)

    def show_change(self, changed: list[Static]) -> None:
        """Show where the paper has changed, where a reader should be led there."""


class LivePaper(PaperText, can_focus=False):
    """The paper beside the stage; it goes along with what is changed."""

    def show_change(self, changed: list[Static]) -> None:
        """Scroll to the first paragraph that changed; the banner does not count."""
        here = [one for one in changed if one is not self.children[0]]
        if here:
            self.scroll_to_widget(here[0], animate=False)


def _is_same(widget: Static, text: Content) -> bool:
    shown = widget.content
    return (
        isinstance(shown, Content)
        and shown.plain == text.plain
        and shown.spans == text.spans
    )
