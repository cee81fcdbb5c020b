"""Speaking for a country: half a page that is read before anything is chosen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from app.tui.pane import Pane


class Page(VerticalScroll, can_focus=True):
    """Text that scrolls; Enter goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.next_gap", "Go on", key_display="Enter"),
        Binding("space", "page_down", "Further down", show=False),
    ]


class SpeakingPane(Pane):
    """Who speaks, where, on what, and how to speak for them."""

    HELP = "Read this first. Enter or n goes on to what your paper lacks."

    def compose(self) -> ComposeResult:
        """The page."""
        with Page(classes="page"):
            yield Static(self._text(), classes="reading")

    def home(self) -> Widget:
        """The page has the keys, so that it scrolls."""
        return self.query_one(Page)

    def _text(self) -> Content:
        assignment = self.work.brief.assignment
        where = f"{assignment.committee.name} · {assignment.topic}\n\n"
        dossier = self.work.dossier
        if dossier is None or dossier.speaking_for is None:
            nothing = (
                "Nothing is written yet on speaking for this country. n goes on.\n"
            )
            return Content.assemble((f"{self.work.country}\n", "bold"), where, nothing)
        page = dossier.speaking_for
        return Content.assemble((f"{page.title}\n", "bold"), where, page.text, "\n\n",
            ("Press n: it always leads to the next thing your paper lacks.", "bold"),
        )  # fmt: skip
