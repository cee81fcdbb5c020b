"""Holding a brief: one program writes, others look on.

The lock belongs to the operating system and goes when the program that holds
it does, however that ends. Who holds it stands in a small file beside, for
people; it decides nothing. On network folders the lock is as good as the
system makes it; where there is none, a lock file stands in.
"""

import contextlib
import json
import os
import platform
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from app.library import safefile
from app.model.base import Line, Record
from app.model.errors import CannotWrite

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK_FILE = ".communique.lock"
"""The file that is locked."""

HOLDER_FILE = ".communique.holder"
"""The file that says who holds the lock."""


class Holder(Record):
    """Who holds a brief."""

    program: Line
    """Which program: `communique 0.1.0`."""

    computer: Line
    """On which computer."""

    pid: int
    """The number of its process there."""

    since: Line
    """Since when, as ISO date and time in UTC."""

    def __str__(self) -> str:
        """Who and since when, for a person."""
        since = f"{self.since[:16].replace('T', ' ')} UTC"
        return f"{self.program} on {self.computer} since {since}"


_HELD: "WeakValueDictionary[str, Hold]" = WeakValueDictionary()


class Hold:
    """The right to write in one folder, once it is taken."""

    def __init__(self, folder: Path) -> None:
        """A hold that is not taken yet."""
        self.folder = folder
        """The brief's folder."""
        self._key = os.path.normcase(folder.absolute())
        self._lock: BaseFileLock | None = None

    @property
    def is_mine(self) -> bool:
        """Whether this program may write."""
        return self._lock is not None and self._lock.is_locked

    def take(self, program: str, since: str) -> bool:
        """Take the hold if nobody has it; False: somebody has.

        Raises:
            CannotWrite: the folder is gone or takes no lock.
        """
        if self.is_mine:
            return True
        if self._inherit():
            return True
        from filelock import FileLock, Timeout

        lock = FileLock(self.folder / LOCK_FILE, timeout=0, thread_local=False)
        try:
            self.folder.stat()
            lock.acquire()
        except Timeout:
            return False
        except OSError as error:
            raise CannotWrite(self.folder, safefile.why(error)) from error
        self._lock = lock
        _HELD[self._key] = self
        holder = Holder(
            program=program, computer=platform.node(), pid=os.getpid(), since=since
        )
        with contextlib.suppress(CannotWrite):
            text = json.dumps(holder.model_dump())
            safefile.write_text(self.folder / HOLDER_FILE, text)
        return True

    def _inherit(self) -> bool:
        """Take the hold over from an earlier sitting of this same program."""
        earlier = _HELD.get(self._key)
        if earlier is None or not earlier.is_mine:
            return False
        self._lock, earlier._lock = earlier._lock, None
        _HELD[self._key] = self
        return True

    def let_go(self) -> None:
        """Give the hold back."""
        if self._lock is None:
            return
        with contextlib.suppress(OSError):
            (self.folder / HOLDER_FILE).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self._lock.release(force=True)
        self._lock = None

    def holder(self) -> Holder | None:
        """Who says to hold it; None where nobody does or it cannot be read."""
        try:
            text = (self.folder / HOLDER_FILE).read_text("utf-8")
            return Holder.model_validate_json(text)
        except (OSError, ValueError):
            return None
