"""A box to tick."""

from textual.content import Content
from textual.widgets import Checkbox


class Tick(Checkbox):
    """A box that says in signs whether it is ticked: `[x]` or `[ ]`."""

    @property
    def _button(self) -> Content:
        """The box, in the colours of its words."""
        return Content(f"[{'x' if self.value else ' '}]")
