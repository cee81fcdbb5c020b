"""The ledger of an open brief: what was done, what of it is on disk, what waits.

Every entry is followed at once and sent to the journal when the place takes it;
until then it waits, and nothing that waits is lost while the program runs.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from app.library.fields import Tree, differences, inverse
from app.library.journal import Journal
from app.library.journal_fold import Fold
from app.library.past import Past
from app.model.edit import (
    Beginning,
    Change,
    Edit,
    Entry,
    Note,
    NoteKind,
    Redo,
    Snapshot,
    Undo,
    Way,
)
from app.model.errors import CannotWrite

AT_LEAST_EVERY = 1.0
"""Seconds after which joined letters are flushed to disk with the next one."""


def now() -> str:
    """The clock, as the journal writes it: `2026-01-31T18:05:09.120Z`."""
    said = datetime.now(UTC).isoformat(timespec="milliseconds")
    return said.replace("+00:00", "Z")


class Ledger:
    """The entries of one brief, followed here and kept in its folder's journal."""

    def __init__(self, folder: Path, program: str, first: Tree) -> None:
        """Begin with a brief as it was laid on the desk; nothing is written."""
        self.folder = folder
        """The brief's folder."""
        self.program = program
        """Which program edits, as the journal calls it."""
        self.first = first
        """The brief as it was laid on the desk."""
        self.fold = Fold(Beginning(when="", program=program, state=first))
        """The brief as its entries make it."""
        self.journal: Journal | None = None
        """Its journal; None: none is begun yet."""
        self.waiting: list[Entry] = []
        """What the journal does not hold yet."""
        self.on_disk = first
        """The brief as the journal on disk makes it."""
        self._past = Past(folder, self.fold)
        self._flushed = 0.0
        self._loose = False
        self._alone = 1
        """How many of the next edits join no step before them."""

    @property
    def is_kept(self) -> bool:
        """Whether the journal on disk holds everything, flushed."""
        return not self.waiting and not self._loose

    @property
    def is_late(self) -> bool:
        """Whether letters have been with the system alone for too long."""
        return monotonic() - self._flushed > AT_LEAST_EVERY

    def change(
        self, tree: Tree, what: str, *, joins: bool = False, way: Way = Way.HERE
    ) -> bool:
        """Follow a change; whether it is a step of its own.

        Args:
            tree: The brief as it is now.
            what: What was done, in a few words.
            joins: Whether it belongs to the step before, where that has its name
                and is not full.
            way: How it came here.
        """
        done = self.fold.done
        same = not self._alone and bool(done) and done[-1].what == what
        full = joins and same and done[-1].is_full
        self._alone = max(0, self._alone - 1)
        edit = Edit(
            when=now(),
            program=self.program,
            what=what,
            changes=differences(self.fold.state, tree),
            joins=joins and same and not full,
            way=way,
        )
        self.take(edit)
        return not edit.joins

    def undo(self) -> str | None:
        """Take back the last step and tell what it was; None where there is none."""
        self._past.reach_done(self.fold)
        if not self.fold.done:
            return None
        step = self.fold.done[-1]
        changes = inverse(step.changes)
        self.take(
            Undo(when=now(), program=self.program, what=step.what, changes=changes)
        )
        return step.what

    def redo(self) -> str | None:
        """Do the last undone step again and tell what it was."""
        self._past.reach_undone(self.fold)
        if not self.fold.undone:
            return None
        step = self.fold.undone[-1]
        changes = tuple(step.changes)
        self.take(
            Redo(when=now(), program=self.program, what=step.what, changes=changes)
        )
        return step.what

    def note(
        self,
        kind: NoteKind,
        passage: str | None,
        characters: int | None,
        about: str | None,
        whose: str | None = None,
    ) -> None:
        """Put down something that happened without changing the brief."""
        self.take(
            Note(
                when=now(),
                program=self.program,
                what=kind,
                passage=passage,
                characters=characters,
                about=about,
                whose=whose,
            )
        )

    def snapshot(self, files: dict[str, str]) -> None:
        """Put down that the readable files hold the brief, each with its hash."""
        self.take(Snapshot(when=now(), program=self.program, files=files))

    def take(self, entry: Entry) -> None:
        """Follow an entry; it waits for the journal."""
        self.fold.take(entry)
        if isinstance(entry, Note):
            self._alone = 2
        elif isinstance(entry, Undo | Redo):
            self._alone = 1
        self.waiting.append(entry)

    def take_in(
        self,
        state: Tree,
        what: str,
        way: Way,
        base: tuple[Change, ...] = (),
        files: dict[str, str] | None = None,
    ) -> None:
        """Follow a change that came from elsewhere; it waits for the journal."""
        edit = Edit(
            when=now(),
            program=self.program,
            what=what,
            changes=differences(self.fold.state, state),
            way=way,
            base=base,
            files=files or {},
        )
        self.take(edit)
        self._alone = 1

    def adopt(self, journal: Journal, fold: Fold) -> None:
        """Go on from a journal as it was found."""
        self.journal, self.fold = journal, fold
        self._past = Past(self.folder, fold)
        self.on_disk = fold.state
        self._alone = 1

    def begin(self, journal: Journal, first: Tree, files: dict[str, str]) -> None:
        """Begin the journal of a brief that has none.

        Where the folder held a brief already, `first`, what stands on the desk
        becomes a change of it.

        Raises:
            CannotWrite: the place takes no file.
        """
        beginning = self._beginning(first, files=files)
        journal.begin(beginning)
        self.journal = journal
        if first is self.first:
            self.fold.files = files
            return
        mine = self.fold.state
        self.fold = Fold(beginning)
        self._past = Past(self.folder, self.fold)
        self.waiting = []
        self.take_in(mine, "begin again", Way.HERE)

    def flush(self, *, durable: bool) -> None:
        """Send what waits to the journal; a long one begins a new segment.

        Raises:
            CannotWrite: the place does not take it; it goes on waiting.
        """
        if self.journal is None:
            return
        self.journal.append(self.waiting, durable=durable)
        self.waiting.clear()
        self.on_disk = self.fold.state
        self._loose = not durable
        if durable:
            self._flushed = monotonic()
        if self.journal.is_long:
            with suppress(CannotWrite):
                self._compact(self.journal)

    def set_aside(self) -> list[Entry]:
        """Take what waits out of the queue, to put it back in another order."""
        waiting, self.waiting = self.waiting, []
        return waiting

    def put_back(self, entries: Iterable[Entry]) -> None:
        """Let entries wait again that need no following."""
        self.waiting += entries

    def _compact(self, journal: Journal) -> None:
        fold = self.fold
        base = None if fold.base == fold.state else fold.base
        journal.begin(self._beginning(fold.state, base=base, files=fold.files))
        self._loose = False
        self._alone = 1

    def _beginning(
        self, state: Tree, *, base: Tree | None = None, files: dict[str, str]
    ) -> Beginning:
        return Beginning(
            when=now(), program=self.program, state=state, base=base, files=files
        )
