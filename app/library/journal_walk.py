"""A walk through a whole journal, from its first line, with its chain checked."""

from pathlib import Path
from typing import NamedTuple

from app.library.fields import DoesNotFit, Tree
from app.library.journal import present_segment, read_segment
from app.library.journal_fold import Fold
from app.library.journal_lines import START, Read
from app.model.edit import Beginning, Entry, Note, NoteKind
from app.model.errors import Unreadable


class Moment(NamedTuple):
    """One entry, and the brief before and after it."""

    n: int
    """Its number."""

    hash: str
    """The hash of its line."""

    entry: Entry
    """What it tells."""

    before: Tree
    """The brief before it."""

    after: Tree
    """The brief after it."""


class Walk(NamedTuple):
    """Everything a journal tells."""

    moments: tuple[Moment, ...]
    """Its entries in order, those that could be followed."""

    segments: int
    """How many segments it has."""

    faults: tuple[str, ...]
    """Where the chain is broken, in sentences; none where it is whole."""

    torn: bool
    """Whether its last line was cut off."""

    @property
    def mended(self) -> tuple[Note, ...]:
        """When the journal was damaged and mended, and what was wrong."""
        notes = [one.entry for one in self.moments if isinstance(one.entry, Note)]
        return tuple(one for one in notes if one.what is NoteKind.MENDED)

    def at(self, n: int) -> Tree | None:
        """The brief after the entry of this number; None where there is none."""
        return next((one.after for one in self.moments if one.n == n), None)


def walk(folder: Path) -> Walk:
    """Walk through the journal of a brief; an empty walk where there is none.

    Raises:
        Unreadable: the present segment cannot be read at all.
    """
    present, last = present_segment(folder)
    walker = _Walker()
    for number in range(1, last):
        try:
            walker.follow(read_segment(folder, number), number)
        except Unreadable as error:
            walker.miss(error.what)
    walker.follow(present, last)
    return Walk(tuple(walker.moments), last, tuple(walker.faults), present.torn)


class _Walker:
    """Where a walk has come to."""

    def __init__(self) -> None:
        self.moments: list[Moment] = []
        self.faults: list[str] = []
        self._hash: str | None = START
        self._state: Tree | None = None

    def miss(self, what: str) -> None:
        """Go past a segment that is not there."""
        self.faults.append(what)
        self._hash = self._state = None

    def follow(self, read: Read, number: int) -> None:
        """Follow a segment as far as it can be followed."""
        fold: Fold | None = None
        for written in read.lines:
            entry = written.entry
            if isinstance(entry, Beginning):
                self._join(entry, read.first, number)
                before = self._state or {}
                fold = Fold(entry)
            elif fold is not None:
                before = fold.state
                try:
                    fold.take(entry)
                except DoesNotFit as error:
                    what = f"Line {written.n} was made to another state ({error})."
                    self.miss(what)
                    return
            if fold is not None:
                moment = Moment(written.n, written.hash, entry, before, fold.state)
                self.moments.append(moment)
                self._hash, self._state = written.hash, fold.state
        if read.fault:
            self.miss(f"Segment {number}: {read.fault}.")

    def _join(self, entry: Beginning, previous: str, number: int) -> None:
        """Check that a segment goes on where the one before it ended."""
        if self._hash is not None and previous != self._hash:
            self.faults.append(f"Segment {number} does not follow what is before it.")
        elif self._state is not None and entry.state != self._state:
            self.faults.append(f"Segment {number} begins with another state.")
