"""The line of argument: the claim a paper opens with and returns to."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from app.model.argument import LineOfArgument
from app.tui.choices import ChoiceList, heading
from app.tui.pane import Pane


class ArgumentPane(Pane):
    """What the paper holds, and the cards that carry it."""

    HELP = (
        "A line of argument is one claim with two or three parts. The paper opens "
        "with it, answers criticisms and proposes along it, and returns to it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "suggested", "Use its suggested cards"),
        Binding("x,delete", "drop", "Drop"),
    ]

    def compose(self) -> ComposeResult:
        """The lines, and what the highlighted one says."""
        asked = f"What will {self.work.country} argue? Enter chooses one line."
        yield Static(Content(asked), classes="question")
        with Container(classes="split"):
            yield ChoiceList(classes="cards", choose=self.choose)
            with Container(classes="beside"), VerticalScroll(classes="detail"):
                yield Static(markup=False, classes="detail-text")

    @property
    def choices(self) -> ChoiceList:
        """The lines."""
        return self.query_one(ChoiceList)

    @property
    def at(self) -> str | None:
        """The highlighted line."""
        return self.choices.current

    def home(self) -> Widget:
        """The list has the keys."""
        return self.choices

    def show_work(self) -> None:
        """Show the lines as the brief stands."""
        rows = [_row(one, chosen=self._is_chosen(one)) for one in self.work.lines]
        none = "No lines of argument here: your cards speak in their order. n goes on."
        chosen = self.work.brief.line.id if self.work.brief.line else None
        self.choices.show(
            rows or [heading(none)], current=self.choices.current or chosen
        )
        self._show_line()

    def on_option_list_option_highlighted(
        self, event: OptionList.OptionHighlighted
    ) -> None:
        """Follow the cursor."""
        event.stop()
        self._show_line()

    def choose(self, lines: ChoiceList) -> None:
        """Argue along the highlighted line."""
        if lines.current:
            self.workspace.changed(self.work.choose_line(lines.current))

    def action_suggested(self) -> None:
        """Use every card that the chosen line names, in one step."""
        self.workspace.changed(self.work.use_suggested())

    def action_drop(self) -> None:
        """Argue along no line; the cards stay."""
        self.workspace.changed(self.work.drop_line())

    def _is_chosen(self, line: LineOfArgument) -> bool:
        return self.work.brief.line is not None and self.work.brief.line.id == line.id

    def _show_line(self) -> None:
        line = next((one for one in self.work.lines if one.id == self.at), None)
        text = Content("")
        if line is not None:
            parts = "; ".join(strand.part for strand in line.strand)
            named = len(line.cards)
            text = Content.assemble(
                (f"{line.claim}\n", "bold"),
                ("Because: ", "$text-muted"), f"{line.because}.\n",
                ("Its parts: ", "$text-muted"), f"{parts}.\n",
                ("It ends: ", "$text-muted"), f"{line.claim_again}\n",
                ("Its cards: ", "$text-muted"),
                f"{named}; u uses them all, in one step you can take back.",
            )  # fmt: skip
        self.query_one(".detail-text", Static).update(text)


def _row(line: LineOfArgument, *, chosen: bool) -> Option:
    mark = "[x]" if chosen else "[ ]"
    words = Content.assemble(
        (f"{mark}  ", "bold"), line.title, "\n     ", (line.claim, "$text-muted")
    )
    return Option(words, id=line.id)
