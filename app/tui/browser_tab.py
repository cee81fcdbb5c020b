"""One browser tab: the screens in a process of their own, fed by the server.

The tab saves and leaves where the page is closed or reloaded, and where the
server is gone without a word.
"""

import contextlib
import threading
from typing import TYPE_CHECKING

from textual import messages

from app.model.errors import DONE
from app.tui.app import Communique, caught_up

if TYPE_CHECKING:
    from app.desk.editing import OpenBrief

LOOKED = 1.0
"""Seconds between two looks whether the server is still there."""

SETTLED = 0.6
"""Seconds in which keys that were pressed before the end may still arrive."""

_READER = "textual-input"
"""The thread that reads what the server sends; it ends with the server."""


class InTab(Communique):
    """The program as a person sees it in a browser."""

    def __init__(self, opened: "OpenBrief | None" = None) -> None:
        """Make the screens."""
        super().__init__(opened)
        self._heard = False
        self._ends = False

    def on_mount(self) -> None:
        """Watch for the end of the server."""
        self.set_interval(LOOKED, self._look)

    async def on_exit_app(self, message: messages.ExitApp) -> None:
        """Wait for the last keys, save, and only then let the tab end."""
        if not self._ends:
            self._ends = True
            message.prevent_default()
            self.set_timer(SETTLED, self.exit)
            return
        await self._settle()
        self.save_all()

    async def _settle(self) -> None:
        """Let the last keys arrive where they were typed."""
        if self.focused is not None:
            await caught_up(self.focused)

    def _look(self) -> None:
        reads = any(one.name == _READER for one in threading.enumerate())
        if self._heard and not reads:
            self._leave_at_once()
        self._heard = self._heard or reads


def main() -> int:
    """Show the screens to the server that started this process."""
    code = None
    with contextlib.suppress(BrokenPipeError):
        code = InTab().run()
    return DONE if code is None else code
