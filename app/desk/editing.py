"""An open brief: the one door through which a face changes what a delegate owns.

Every change is an edit in the journal and one step to undo. Saving writes the
readable files beside it. What cannot be written stays in memory, the state
says why, and the next change or save tries again.
"""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Self

from app import __version__
from app.desk import opening
from app.desk.ledger import Ledger, now
from app.desk.opening import FILES, PARTS, Found, Keep
from app.library import choices, safefile
from app.library.brief_files import (
    CARDS_FILE,
    PAPER_FILE,
    Evidence,
    open_brief,
    write_evidence,
    write_passages,
)
from app.library.choices import CHOICES_FILE
from app.library.conflicts import Conflict, join, keep_beside
from app.library.fields import Tree, brief_of, differences, tree_of
from app.library.holding import Hold
from app.library.journal import Journal, has_journal
from app.library.locations import briefs_root
from app.model.brief import Brief
from app.model.edit import Change, Note, NoteKind, Way
from app.model.errors import CannotWrite, Trouble

PROGRAM = f"communique {__version__}"
"""What the journal calls this program."""

SHIPPED = "This brief came with the program. Save a copy to work on it."
"""Why nothing is written to a shipped sample."""

BROUGHT_BACK = "The program was ended while you worked; all of it is back."
"""What is said where the journal knows more than the files beside it."""


class OpenBrief:
    """A brief on the desk, and the folder it lives in."""

    def __init__(self, brief: Brief, folder: Path, *, program: str = PROGRAM) -> None:
        """Lay a brief on the desk; nothing is written before the first `save`."""
        self._brief = brief
        self.folder = folder
        """Where it is saved."""
        self.program = program
        """Which program edits, as the journal calls it."""
        self.trouble: str | None = None
        """Why the last change or save did not reach the disk; None where it did."""
        self.reason: str | None = None
        """The same in a few words, without paths."""
        self.read_only: str | None = None
        """Who else has the brief open; None: this program may write."""
        self.said: tuple[str, ...] = ()
        """What happened to the brief since it was last open, in sentences."""
        self._hold = Hold(folder)
        self._ledger = Ledger(folder, program, tree_of(brief))
        self._began = False
        self._whole = False

    @classmethod
    def open(
        cls, folder: Path, *, keep: Keep | None = None, program: str = PROGRAM
    ) -> Self:
        """The brief in a folder, with its journal and what was changed by hand.

        Args:
            folder: The brief's folder.
            keep: Which side to keep where files and journal contradict; None:
                ask, by `MustChoose`.
            program: Which program opens it, as the journal calls it.

        Raises:
            MustChoose: files and journal contradict.
            Trouble: there is no brief, or it cannot be read.
        """
        hold = Hold(folder)
        refused = _try_to_hold(hold, program)
        try:
            found = opening.find(folder, keep)
            brief = brief_of(found.fold.state) if found else _from_files(folder)
            opened = cls(brief, folder, program=program)
            opened._hold = hold
            if refused is not None:
                opened._fail(refused)
            opened._start(found)
        except Trouble:
            hold.let_go()
            raise
        return opened

    @property
    def brief(self) -> Brief:
        """The brief as it stands."""
        return self._brief

    @property
    def is_saved(self) -> bool:
        """Whether journal and files on disk hold what is on the desk."""
        same = self._ledger.fold.base == self.state
        return self.is_kept and self._whole and same

    @property
    def is_kept(self) -> bool:
        """Whether the journal on disk holds what is on the desk."""
        return self._began and self._ledger.is_kept

    def change(self, brief: Brief, what: str, *, joins: bool = False) -> None:
        """Put a changed brief in place of the one on the desk.

        The edit is on disk when this returns; a joined one is with the system
        at once and on disk within a second of typing or at the next save.

        Args:
            brief: The changed brief.
            what: What was done, in a few words.
            joins: Whether it belongs to the step before, as letters of one word
                do; it joins only a step of the same name, up to the end of a
                sentence or some twenty words.
        """
        if brief == self._brief:
            return
        tree = tree_of(brief, (self._brief, self.state))
        alone = self._ledger.change(tree, what, joins=joins)
        self._brief = brief
        self._keep(durable=alone)

    def undo(self) -> str | None:
        """Take back the last step and tell what it was; None where there is none."""
        before = (self._brief, self.state)
        return self._stepped(self._ledger.undo(), before)

    def redo(self) -> str | None:
        """Do the last undone step again and tell what it was."""
        before = (self._brief, self.state)
        return self._stepped(self._ledger.redo(), before)

    def _stepped(self, what: str | None, before: tuple[Brief, Tree]) -> str | None:
        """Show the brief as a step back or forward left it, and keep that."""
        if what is not None:
            self._brief = brief_of(self.state, before)
            self._keep()
        return what

    def note(
        self,
        kind: NoteKind,
        *,
        passage: str | None = None,
        characters: int | None = None,
        about: str | None = None,
        whose: str | None = None,
    ) -> None:
        """Put down something that happened without changing the brief."""
        self._ledger.note(kind, passage, characters, about, whose)
        self._keep()

    def looked(self, what: str, passage: str) -> None:
        """Put down that an example was looked at."""
        self.note(NoteKind.LOOKED, passage=passage, about=what)

    def copied(self, passage: str, characters: int) -> None:
        """Put down that an example was copied into a passage."""
        self.note(NoteKind.COPIED, passage=passage, characters=characters)

    def pasted(self, passage: str, characters: int) -> None:
        """Put down that text was pasted into a passage: how much, never what."""
        self.note(NoteKind.PASTED, passage=passage, characters=characters)

    def source_opened(self, source: str) -> None:
        """Put down that a source was opened, by its id."""
        self.note(NoteKind.OPENED, about=source)

    def save(self) -> bool:
        """Write journal and files; False where that failed, and `trouble` says why."""
        if self.is_saved:
            return True
        try:
            self._make_folder()
            if not self._take_hold():
                return False
            self._attach()
            self._ledger.flush(durable=True)
            self._write_files()
        except Trouble as error:
            self._fail(error)
            return False
        self.trouble = self.reason = None
        return True

    def close(self) -> bool:
        """Save and let others write; False where saving failed."""
        saved = self.save()
        self._hold.let_go()
        return saved

    def take_over(self) -> bool:
        """Write here from now on, if nobody else holds the brief any more.

        What was changed here while looking on is joined to what the other
        program left. A change or a save does the same by itself.

        Raises:
            Trouble: what it left cannot be read, or a person must choose.
        """
        taken = self._take_hold()
        if taken:
            self.trouble = self.reason = None
        return taken

    def replace(self, tree: Tree, what: str, way: Way) -> None:
        """Put other fields in place of the brief's, as one step to undo.

        Raises:
            DoesNotFit: the fields describe no brief.
        """
        if tree == self.state:
            return
        brief = brief_of(tree, (self._brief, self.state))
        self._ledger.change(tree, what, way=way)
        self._brief = brief
        self._keep()

    @property
    def state(self) -> Tree:
        """The brief as fields."""
        return self._ledger.fold.state

    def _keep(self, *, durable: bool = True) -> None:
        """Send what waits to the journal; where that fails, `trouble` says why."""
        if not self._began:
            return
        late = self._ledger.is_late
        try:
            if self._take_hold():
                self._attach()
                self._ledger.flush(durable=durable or late)
                self.trouble = self.reason = None
        except Trouble as error:
            self._fail(error)

    def _make_folder(self) -> None:
        """Make the folder of a brief that was never saved.

        Raises:
            CannotWrite: it cannot be made.
        """
        if self._began:
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(self.folder, safefile.why(error)) from error

    def _take_hold(self) -> bool:
        """Take the right to write where it is free, and catch up with the disk.

        Raises:
            Trouble: the folder takes no lock, or what another program left
                there cannot be joined.
        """
        if self._hold.is_mine:
            return True
        if is_shipped(self.folder):
            self.read_only = self.trouble = self.reason = SHIPPED
            return False
        if not self._hold.take(self.program, now()):
            self._tell_holder()
            return False
        try:
            self._catch_up()
        except Trouble:
            self._hold.let_go()
            raise
        self.read_only = None
        return True

    def _tell_holder(self) -> None:
        holder = self._hold.holder()
        who = str(holder) if holder else "another program"
        self.read_only = f"This brief is open in {who}. Here it can be looked at."
        self.trouble = self.read_only
        self.reason = f"open in {who}"

    def _fail(self, error: Trouble) -> None:
        """Keep why a change or a save did not reach the disk."""
        self.trouble, self.reason = error.what, error.short

    def _catch_up(self) -> None:
        """Join what was changed here to what another program wrote meanwhile.

        Raises:
            Trouble: that cannot be read, or a person must choose.
        """
        if not self._began:
            return
        found = opening.find(self.folder)
        ledger = self._ledger
        known = ledger.journal.last if ledger.journal else None
        if found is None or found.journal.last == known:
            return
        mine, began, waiting = self.state, ledger.on_disk, ledger.set_aside()
        self._adopt(found)
        ledger.put_back(one for one in waiting if isinstance(one, Note))
        joined = join(began, mine, self.state)
        if joined.conflicts:
            self._keep_beside(joined.conflicts, "From the other program")
        if differences(self.state, joined.state):
            self._take_in(joined.state, "join what was changed here", Way.MERGED)

    def _adopt(self, found: Found) -> None:
        """Go on from a journal as it was found."""
        self._ledger.adopt(found.journal, found.fold)
        self._began, self._whole = True, not found.missing
        self.said = found.said
        self._brief = brief_of(found.fold.state)
        if found.aside and self._hold.is_mine:
            self._keep_beside(found.aside, "Set aside")
        if found.seen:
            self._take_hand(found.state, found.base, found.seen)

    def _start(self, found: Found | None) -> None:
        """Go on from what the folder holds, to write or only to look."""
        if found is None:
            self._began = self._whole = True
        else:
            self._adopt(found)
            if self._hold.is_mine and found.fold.state != found.fold.base:
                self.said = (BROUGHT_BACK, *self.said)
        if self._hold.is_mine and self._ledger.waiting:
            self._keep()
        elif is_shipped(self.folder):
            self.read_only = SHIPPED
        elif not self._hold.is_mine and self.trouble is None:
            self._tell_holder()

    def _take_hand(self, state: Tree, base: Tree, files: dict[str, str]) -> None:
        """Follow what was changed in the files by hand."""
        known = differences(self._ledger.fold.base, base)
        self._take_in(state, "changes made by hand", Way.BY_HAND, known, files)

    def _take_in(
        self,
        state: Tree,
        what: str,
        way: Way,
        base: tuple[Change, ...] = (),
        files: dict[str, str] | None = None,
    ) -> None:
        """Follow a change that came from elsewhere; it waits for the journal."""
        brief = brief_of(state, (self._brief, self.state))
        self._ledger.take_in(state, what, way, base, files)
        self._brief = brief

    def _keep_beside(self, conflicts: Sequence[Conflict], whose: str) -> None:
        """Keep the words of the other side in a file beside the brief."""
        when = now()
        path = keep_beside(self.folder, conflicts, whose, when)
        places = "; ".join(str(one) for one in conflicts)
        self.said = (*self.said, f"Two versions of {places} are in {path.name}.")

    def _attach(self) -> None:
        """Begin the journal where there is none yet.

        Raises:
            Trouble: the folder holds something that cannot be read, or the
                place takes no file.
        """
        if self._ledger.journal is not None:
            return
        journal = Journal(self.folder)
        found = opening.find(self.folder)
        if found is not None:
            self._begin_over(found)
            return
        files = opening.marks(self.folder)
        first = self._ledger.first
        if not self._began and CHOICES_FILE in files:
            first = tree_of(_from_files(self.folder))
        self._ledger.begin(journal, first, files)
        self._began = True

    def _begin_over(self, found: Found) -> None:
        """Put the brief on the desk in place of the one that the folder holds."""
        mine = self.state
        self._ledger.set_aside()
        self._adopt(found)
        self._take_in(mine, "begin again", Way.HERE)

    def _write_files(self) -> None:
        """Write the readable files that differ, and a line that says so.

        Raises:
            Trouble: a file there is broken, or the place takes no file.
        """
        changed, missing = opening.changed_files(self.folder, self._ledger.fold)
        self._take_hand_edits(changed)
        fold = self._ledger.fold
        base, state = fold.base, fold.state
        due = {name for name in FILES if name not in fold.files}
        due |= {*changed, *missing}
        due |= {
            name
            for name in FILES
            if any(base[part] != state[part] for part in PARTS[name])
        }
        write_files(self._brief, self.folder, due)
        files = opening.marks(self.folder)
        self._ledger.snapshot(files)
        self._ledger.flush(durable=True)
        self._whole = True

    def _take_hand_edits(self, changed: list[str]) -> None:
        """Take in what somebody wrote into the files while the brief was open.

        Raises:
            Trouble: a file is broken, or the place takes no file.
        """
        if not changed:
            return
        folder, fold = self.folder, self._ledger.fold
        fresh = [name for name in changed if not opening.is_old_copy(folder, name)]
        state: Tree = fold.state
        conflicts: tuple[Conflict, ...] = ()
        if fresh:
            state, conflicts = opening.join_by_hand(folder, fold, fresh)
        if conflicts:
            self._keep_beside(conflicts, "In the file")
        if state != fold.state:
            names = " and ".join(fresh)
            self.said = (*self.said, f"Changes made by hand in {names} are in.")
        there = opening.marks(folder)
        base = opening.base_with(folder, fold, changed)
        self._take_hand(state, base, {name: there[name] for name in changed})
        self._ledger.flush(durable=True)


def write_files(brief: Brief, folder: Path, names: Collection[str]) -> None:
    """Write these files of a brief, cards first, so that no pick lacks its card.

    Raises:
        CannotWrite: the place does not take a file.
        Unreadable: a file there is broken; it is not written over.
    """
    if CARDS_FILE in names:
        held = Evidence(card=brief.cards, source=brief.sources, term=brief.glossary)
        write_evidence(held, folder / CARDS_FILE)
    if PAPER_FILE in names:
        write_passages(brief.passages, folder / PAPER_FILE, opening.titles())
    if CHOICES_FILE in names:
        choices.write_choices(choices.of_brief(brief), folder / CHOICES_FILE)


def is_shipped(folder: Path) -> bool:
    """Whether a folder came with the program, so that nothing is written there."""
    return folder.resolve().is_relative_to(briefs_root().resolve())


def _from_files(folder: Path) -> Brief:
    return open_brief(folder, opening.titles())


def _try_to_hold(hold: Hold, program: str) -> CannotWrite | None:
    """Take a hold if nobody has it, and tell why it could not even be tried."""
    if not (hold.folder / CHOICES_FILE).is_file() and not has_journal(hold.folder):
        return None
    if is_shipped(hold.folder):
        return None
    try:
        hold.take(program, now())
    except CannotWrite as error:
        return error
    return None
