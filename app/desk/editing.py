"""An open brief: the one door through which a face changes what a delegate owns.

Every change is a new brief and one step to undo. Saving writes the readable
files; when it fails the work stays in memory and the state says why.
"""

from pathlib import Path
from typing import NamedTuple

from app.drafting.genres import open_genre
from app.library.brief_files import open_brief, save_brief
from app.model.brief import Brief
from app.model.errors import CannotWrite

DEPTH = 1000
"""Steps that can be undone."""


class Step(NamedTuple):
    """One thing a person did."""

    what: str
    """What it was, in a few words: `use rec-global-plan`."""

    before: Brief
    """The brief before it."""


class OpenBrief:
    """A brief on the desk, and the folder it lives in."""

    def __init__(self, brief: Brief, folder: Path) -> None:
        """Lay a brief on the desk; nothing is written before the first `save`."""
        self._brief = brief
        self.folder = folder
        """Where it is saved."""
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._saved: Brief | None = None
        self.trouble: str | None = None
        """Why the last save failed; None where it did not."""

    @classmethod
    def open(cls, folder: Path) -> "OpenBrief":
        """The brief in a folder.

        Raises:
            Trouble: there is none, or it cannot be read.
        """
        opened = cls(open_brief(folder, open_genre().titles), folder)
        opened._saved = opened._brief
        return opened

    @property
    def brief(self) -> Brief:
        """The brief as it stands."""
        return self._brief

    @property
    def is_saved(self) -> bool:
        """Whether the files hold what is on the desk."""
        return self._saved == self._brief

    def change(self, brief: Brief, what: str, *, joins: bool = False) -> None:
        """Put a changed brief in place of the one on the desk.

        Args:
            brief: The changed brief.
            what: What was done, in a few words.
            joins: Whether it belongs to the step before, as letters of one word
                do; it joins only a step of the same name.
        """
        if brief == self._brief:
            return
        same = bool(self._done) and self._done[-1].what == what
        if not (joins and same):
            self._done.append(Step(what, self._brief))
            del self._done[:-DEPTH]
        self._undone.clear()
        self._brief = brief

    def undo(self) -> str | None:
        """Take back the last step and tell what it was; None where there is none."""
        return self._step(self._done, self._undone)

    def redo(self) -> str | None:
        """Do the last undone step again and tell what it was."""
        return self._step(self._undone, self._done)

    def _step(self, taken: list[Step], other: list[Step]) -> str | None:
        if not taken:
            return None
        step = taken.pop()
        other.append(Step(step.what, self._brief))
        self._brief = step.before
        return step.what

    def save(self) -> bool:
        """Write the files; False where that failed, and `trouble` says why."""
        if self.is_saved:
            return True
        try:
            save_brief(self._brief, self.folder, open_genre().titles)
        except CannotWrite as error:
            self.trouble = error.what
            return False
        self._saved, self.trouble = self._brief, None
        return True
