"""What forms are made of, told apart by signs and not by colours alone."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Button, Checkbox

from app.tui.choices import HERE


class Tick(Checkbox):
    """A box that says in signs whether it is ticked: `[x]` or `[ ]`."""

    @property
    def _button(self) -> Content:
        """The box, in the colours of its words; a sign where it has the keys."""
        here = HERE if self.has_focus else " " * len(HERE)
        return Content(f"{here}[{'x' if self.value else ' '}]")


class Press(Button):
    """A button to press; a sign stands before its words while it has the keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "press", "Press it", key_display="Enter"),
    ]

    def __init__(
        self,
        words: str,
        *,
        id: str | None = None,  # noqa: A002 as the library calls it
        action: str | None = None,
    ) -> None:
        """Make a button with these words."""
        super().__init__(Content(words), id=id, action=action, compact=True)

    def render(self) -> Content:
        """The words, with room for the sign."""
        here = HERE if self.has_focus else " " * len(HERE)
        return Content.assemble(here, Content.from_text(self.label, markup=False))
