"""Everything that can foreseeably go wrong, on one page.

    Trouble
    ├── UnknownId           an id, a preset or a dossier nobody has heard of
    ├── CannotWrite         a place that will not take the file
    ├── NotYetOwnWords      a final paper that still holds our sentences
    ├── BlanksLeft          a final paper with a place that nobody has filled
    ├── WrongUse            a command that asks for what cannot be (exit 2)
    └── Unreadable          a file that exists but cannot be understood (exit 3)
        ├── TemplateBroken  a pattern, genre or preset with a mistake in it
        └── HostileFile     a file that could harm whoever opens it

Each says what happened and what to do next. They are raised deep down, shown
at one door in each face of the program and never printed on the way.
"""

from collections.abc import Iterable
from pathlib import Path

DONE = 0
"""Exit code: everything went as asked."""

FINDINGS = 1
"""Exit code: a check failed, or a problem we foresaw."""

WRONG_USE = 2
"""Exit code: the command was not understood."""

UNREADABLE = 3
"""Exit code: a file exists but cannot be read."""


class Trouble(Exception):
    """A problem we foresaw: what happened, and what to do next."""

    exit_code = FINDINGS
    """What the command line returns when this trouble ends a run."""

    def __init__(self, what: str, *, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint

    @property
    def short(self) -> str:
        """Why, in a few words and without the path, for a line with little room."""
        return self.what

    def __str__(self) -> str:
        return f"{self.what}\n{self.hint}" if self.hint else self.what


class UnknownId(Trouble):
    """An id that nothing on the shelf answers to."""

    def __init__(self, kind: str, wanted: str, near: Iterable[str] = ()) -> None:
        nearest = [name for name in near if name]
        hint = f"Did you mean {' or '.join(nearest)}?" if nearest else ""
        super().__init__(f'There is no {kind} called "{wanted}".', hint=hint)


class CannotWrite(Trouble):
    """A file that could not be written; nothing half written stays behind."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path} was not written: {reason}.",
            hint="Nothing was changed there. Choose another place with -o, or "
            "make room, and try again.",
        )
        self._reason = reason

    @property
    def short(self) -> str:
        """What the place said: `the disk is full`."""
        return self._reason


class NotYetOwnWords(Trouble):
    """A final paper was asked for while sentences of ours are still in it."""


class BlanksLeft(Trouble):
    """A final paper was asked for while it still has blanks to fill."""


class WrongUse(Trouble):
    """What was asked cannot be asked like that."""

    exit_code = WRONG_USE


class Unreadable(Trouble):
    """A file that exists but cannot be understood."""

    exit_code = UNREADABLE

    def __init__(self, path: Path, reason: str, *, hint: str = "") -> None:
        super().__init__(
            f"{path} could not be read: {reason}.",
            hint=hint or "The file has not been changed. Mend it and try again.",
        )
        self.path = path
        self.reason = reason

    @property
    def short(self) -> str:
        """Which file, by its name alone, and what is wrong with it."""
        return f"{self.path.name}: {self.reason}"


class TemplateBroken(Unreadable):
    """A pattern, genre, citation style or preset with a mistake in it."""


class HostileFile(Unreadable):
    """A file built so that opening it could harm the computer."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            path,
            reason,
            hint="It was not opened. Ask for a fresh copy, saved again from Word "
            "or Google Docs.",
        )
