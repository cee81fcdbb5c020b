"""The paper to read: one widget a paragraph, and only those that changed are drawn."""

from collections.abc import Callable

from textual import work as in_thread
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from app.desk.composing import compose
from app.desk.writing import Written, write
from app.model.brief import Brief
from app.model.errors import Trouble
from app.model.paper import Paper
from app.tui import sheet

MOST = 120
"""Pieces a paper is drawn in; each is a widget of its own."""


class PaperText(VerticalScroll):
    """The paper, laid out away from the screen and shown paragraph by paragraph."""

    _brief: Brief | None = None
    _then: Callable[[Written], None] | None = None
    _writing = False

    def lay_out(self, brief: Brief, then: Callable[[Written], None]) -> None:
        """Show the paper of a brief, and hand on what was written with it.

        One paper is written at a time: of those asked for meanwhile, the newest
        comes next and the others never.
        """
        if self._brief is brief:
            return
        self._brief, self._then = brief, then
        if not self._writing:
            self._begin(brief, then)

    def _begin(self, brief: Brief, then: Callable[[Written], None]) -> None:
        self._writing = True
        self._write(brief, then)

    @in_thread(thread=True, group="laying-out")
    def _write(self, brief: Brief, then: Callable[[Written], None]) -> None:
        try:
            show = self.written(brief, then)
        except Trouble as trouble:
            said = Content(str(trouble))
            self._later(brief, lambda: self._show_trouble(said))
        else:
            self._later(brief, show)

    def written(
        self, brief: Brief, then: Callable[[Written], None]
    ) -> Callable[[], None]:
        """Write the paper, away from the screen, and give what shows it there.

        Raises:
            Trouble: the conference is unknown or a template cannot be read.
        """
        made = write(brief)

        def show() -> None:
            self.call_later(self.show_paper, made.paper)
            then(made)

        return show

    def _later(self, brief: Brief, show: Callable[[], None]) -> None:
        """Show something on the screen's own thread, unless it is old by then."""

        def in_time() -> None:
            self._writing = False
            if not self.is_attached:
                return
            if self._brief is brief:
                show()
            elif self._brief is not None and self._then is not None:
                self._begin(self._brief, self._then)

        self.app.call_from_thread(in_time)

    def _show_trouble(self, said: Content) -> None:
        self.call_later(self._show_texts, [said])

    async def show_paper(self, paper: Paper) -> None:
        """Show a paper; paragraphs that stand there already are left as they are."""
        await self._show_texts(sheet.gathered(sheet.paragraphs(paper), MOST))

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

    def written(self, brief: Brief, _: Callable[[Written], None]) -> Callable[[], None]:
        """Write the paper without its checks, which nobody sees here.

        Raises:
            Trouble: as above.
        """
        paper = compose(brief).paper

        def show() -> None:
            self.call_later(self.show_paper, paper)

        return show

    def show_change(self, changed: list[Static]) -> None:
        """Scroll to the first paragraph that changed; the banner does not count.

        It may have grown, and how far is only known once it is laid out.
        """
        here = [one for one in changed if one is not self.children[0]]
        if here:
            self.call_after_refresh(self._lead_to, here[0])

    def _lead_to(self, paragraph: Static) -> None:
        if paragraph.is_attached:
            self.scroll_to_widget(paragraph, animate=False)


def _is_same(widget: Static, text: Content) -> bool:
    shown = widget.content
    return (
        isinstance(shown, Content)
        and shown.plain == text.plain
        and shown.spans == text.spans
    )
