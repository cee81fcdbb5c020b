"""A form whose words are kept while they are typed; nothing has to be confirmed."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

if TYPE_CHECKING:
    from textual.timer import Timer

KEPT = 1.0
"""Seconds from the first letter that is not on disk to its being there."""


class KeptForm(ModalScreen[None]):
    """What is typed here is in the journal within a second, and on leaving."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Done", key_display="Esc", priority=True),
        Binding("ctrl+s", "leave", show=False, priority=True),
    ]

    def __init__(self) -> None:
        """Make the form; nothing is typed yet."""
        super().__init__()
        self._keeping: Timer | None = None

    def keep_soon(self) -> None:
        """Keep what is typed while the keys go on."""
        if self._keeping is None:
            self._keeping = self.set_timer(KEPT, self.settle)

    def settle(self) -> bool:
        """Keep what is typed at once; False where that cannot be."""
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None
        return not self.is_mounted or self.keep()

    def keep(self) -> bool:
        """Send the words to the journal; False where they are too many."""
        raise NotImplementedError

    def action_leave(self) -> None:
        """Go back; everything is kept."""
        if self.settle():
            self.dismiss()
