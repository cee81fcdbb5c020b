"""A list to choose from: Enter acts at once, the first click only highlights."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple
from weakref import WeakKeyDictionary

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from app.tui.shortening import shortened

HERE = "> "
"""What stands before the highlighted row of a list that has the keys."""

RESTING = "· "
"""What stands there while something else has the keys."""


class _Short(NamedTuple):
    """A row as it was shortened."""

    whole: Content
    """All of it."""

    room: int
    """The cells there were for it."""

    text: Content
    """What is shown of it."""


class ChoiceList(OptionList):
    """Rows with a heading here and there; what Enter does is the screen's matter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Choose", key_display="Enter"),
    ]

    def __init__(
        self,
        *rows: Option,
        choose: Callable[["ChoiceList"], None] | None = None,
        id: str | None = None,  # noqa: A002 as the library calls it
        classes: str | None = None,
    ) -> None:
        """Make a list; `choose` is called with it where a row is chosen."""
        super().__init__(*rows, id=id, classes=classes, markup=False)
        self._choose = choose
        self._short: WeakKeyDictionary[Option, _Short] = WeakKeyDictionary()

    def action_select(self) -> None:
        """Act on the highlighted row at once, so that no key comes too early."""
        if self._choose is not None:
            self._choose(self)

    def _get_left_gutter_width(self) -> int:
        """Room for the sign of the highlighted row."""
        return len(HERE)

    def render_line(self, y: int) -> Strip:
        """A line with the sign of the highlighted row, for eyes without colours."""
        line = super().render_line(y)
        at = self.scroll_offset.y + y
        lines = self._line_cache.lines
        if at >= len(lines):
            return line
        row, below = lines[at]
        mark = self._mark if row == self.highlighted and not below else " " * len(HERE)
        first = next(iter(line), None)
        return Strip([Segment(mark, first.style if first else None), *line])

    @property
    def _mark(self) -> str:
        """The sign of the highlighted row; a line typed above a list moves in it."""
        if self.has_focus:
            return HERE
        from textual.widgets import Input

        return HERE if isinstance(self.screen.focused, Input) else RESTING

    def _get_visual(self, option: Option) -> Visual:
        """A row, its lines cut at a word where they have no room."""
        whole = super()._get_visual(option)
        if not isinstance(whole, Content) or self.styles.text_wrap != "nowrap":
            return whole
        room = self.scrollable_content_region.width - len(HERE)
        kept = self._short.get(option)
        if kept is None or kept.whole is not whole or kept.room != room:
            kept = self._short[option] = _Short(whole, room, shortened(whole, room))
        return kept.text

    @property
    def current(self) -> str | None:
        """The id of the highlighted row; None where there is none."""
        option = self.highlighted_option
        return option.id if option and not option.disabled else None

    def show(self, rows: Sequence[Option], *, current: str | None = None) -> None:
        """Put these rows in the list and highlight one of them.

        Rows that stand there already only change their words, so that nothing
        jumps under the eyes.
        """
        wanted = current or self.current
        if [one.id for one in rows] == [one.id for one in self.options]:
            for at, (new, old) in enumerate(zip(rows, self.options, strict=True)):
                if str(new.prompt) != str(old.prompt):
                    self.replace_option_prompt_at_index(at, new.prompt)
        else:
            self.set_options(rows)
        self.highlight(wanted)

    def highlight(self, wanted: str | None) -> None:
        """Highlight the row with this id, or the first one that can be chosen."""
        able = [at for at, one in enumerate(self.options) if not one.disabled]
        ids = [self.options[at].id for at in able]
        if wanted in ids:
            self.highlighted = able[ids.index(wanted)]
        elif able:
            self.highlighted = able[0]

    def action_last(self) -> None:
        """Go to the last row, and show what is said below it."""
        super().action_last()
        self.scroll_end(animate=False)

    def go_on(self) -> None:
        """Move to the next row; stay on the last."""
        at = self.highlighted
        if at is None:
            return
        after = [
            n for n in range(at + 1, self.option_count) if not self.options[n].disabled
        ]
        if after:
            self.highlighted = after[0]

    async def _on_click(self, event: events.Click) -> None:
        """Highlight on the first click on a row, choose on the second."""
        clicked = event.style.meta.get("option")
        event.prevent_default()
        event.stop()
        if clicked is None or self.options[clicked].disabled:
            return
        if clicked == self.highlighted:
            await self.app.run_action("select", self)
        else:
            self.highlighted = clicked


def heading(words: str) -> Option:
    """A row that only says what follows."""
    return Option(Content.styled(words, "bold $accent"), disabled=True)
