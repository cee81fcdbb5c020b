"""The history of a brief: what was done, when and where, and the way back to it."""

from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from app.desk import opening
from app.desk.editing import PROGRAM, OpenBrief
from app.desk.ledger import now
from app.library.brief_files import open_brief
from app.library.fields import DoesNotFit
from app.library.holding import Hold
from app.library.journal import (
    JournalDamaged,
    Mended,
    free_name,
    has_journal,
    repair,
)
from app.library.journal_walk import Moment, Walk, walk
from app.model.base import Line, Record
from app.model.edit import (
    Beginning,
    Change,
    Edit,
    Note,
    NoteKind,
    Redo,
    Snapshot,
    Undo,
    Way,
)
from app.model.errors import Trouble, UnknownId, Unreadable

LAST = "last"
"""The word that restores the last good state."""

UNPROVED = "Nothing can be proved about the work before that."
"""What a journal that was damaged once costs."""

Order = Literal["day", "section", "kind"]
"""How a history is laid out."""


class RowKind(StrEnum):
    """What sort of thing happened."""

    BEGAN = "began"
    WROTE = "wrote"
    CHOSE = "chose"
    SET = "set"
    UNDID = "undid"
    REDID = "redid"
    BY_HAND = "by hand"
    MERGED = "merged"
    RESTORED = "restored"
    PASTED = "pasted"
    COPIED = "copied"
    LOOKED = "looked at an example"
    OPENED = "opened a source"
    SAID = "noted"
    MENDED = "journal mended"


class Row(Record):
    """One thing that happened, as a person would call it."""

    id: int
    """The number that `--restore` takes: the brief as it stood after this."""

    when: Line
    """Date and time in UTC."""

    kind: RowKind
    """What sort of thing."""

    what: Line
    """What, in a few words."""

    sections: tuple[Line, ...] = ()
    """Which passages or parts of the brief it touched."""

    added: int = 0
    """Characters of text it added."""

    removed: int = 0
    """Characters of text it took away."""

    undone: bool = False
    """Whether it was taken back later and left behind."""

    program: Line = ""
    """Which program did it."""


class History(Record):
    """Everything that happened to a brief."""

    rows: tuple[Row, ...]
    """What happened, in order."""

    lines: int
    """Lines of the journal."""

    segments: int
    """Segments of the journal."""

    faults: tuple[Line, ...] = ()
    """Where the chain is broken; none where it is whole."""

    mended: tuple[Line, ...] = ()
    """Where it was broken once and gone on from, in sentences."""


_NOTES = {
    NoteKind.PASTED: RowKind.PASTED,
    NoteKind.COPIED: RowKind.COPIED,
    NoteKind.LOOKED: RowKind.LOOKED,
    NoteKind.OPENED: RowKind.OPENED,
    NoteKind.MERGED: RowKind.MERGED,
    NoteKind.SAID: RowKind.SAID,
    NoteKind.MENDED: RowKind.MENDED,
}
_WAYS = {
    Way.BY_HAND: RowKind.BY_HAND,
    Way.MERGED: RowKind.MERGED,
    Way.RESTORED: RowKind.RESTORED,
}
_CHOICES = frozenset({"picks", "cards", "sources", "line", "glossary"})


def read_history(folder: Path) -> History:
    """The history of the brief in a folder.

    Raises:
        UnknownId: the folder holds no brief.
        Unreadable: its journal cannot be read at all.
    """
    walked = walked_in(folder)
    return History(
        rows=rows_of(walked),
        lines=len(walked.moments),
        segments=walked.segments,
        faults=walked.faults,
        mended=mended_said(walked),
    )


def mended_said(walked: Walk) -> tuple[str, ...]:
    """What it means that a journal was damaged once; nothing where it never was."""
    said = [
        f"The journal was damaged or changed by hand, and mended on {_minute(one.when)}"
        f": {one.about}."
        for one in walked.mended
    ]
    return (*said, UNPROVED) if said else ()


def walked_in(folder: Path) -> Walk:
    """The whole journal of the brief in a folder.

    Raises:
        UnknownId: the folder holds no brief.
        Unreadable: its journal cannot be read at all.
    """
    walked = walk(folder)
    if not walked.moments and not walked.faults:
        open_brief(folder, opening.titles())
    return walked


def rows_of(walked: Walk) -> tuple[Row, ...]:
    """What a journal tells, a row for each thing a person did."""
    rows: list[Row] = []
    done: list[int] = []
    undone: list[int] = []
    for moment in walked.moments:
        entry = moment.entry
        if isinstance(entry, Snapshot) or (rows and isinstance(entry, Beginning)):
            continue
        if isinstance(entry, Edit) and entry.joins and done[-1:] == [len(rows) - 1]:
            rows[-1] = _with_more(rows[-1], moment)
            continue
        row = _row(moment)
        if row is None:
            continue
        if isinstance(entry, Undo) and done:
            at = done.pop()
            undone.append(at)
            rows[at] = rows[at].revise(undone=True)
        elif isinstance(entry, Redo) and undone:
            at = undone.pop()
            done.append(at)
            rows[at] = rows[at].revise(undone=False)
        elif isinstance(entry, Edit):
            done.append(len(rows))
            undone.clear()
        rows.append(row)
    return tuple(rows)


def restore(folder: Path, which: str) -> OpenBrief:
    """Bring a brief back to an earlier state, as one step that can be undone.

    Args:
        folder: The brief's folder.
        which: The id of a row of its history; `last` mends what is broken and
            keeps the broken file beside, as `brief.toml.broken`.

    Raises:
        UnknownId: the history has no such row.
        Trouble: the brief cannot be read or written.
    """
    if which == LAST:
        return _mend(folder)
    walked = walked_in(folder)
    known = {row.id for row in rows_of(walked)}
    tree = walked.at(int(which)) if which.isdecimal() and int(which) in known else None
    if tree is None:
        raise UnknownId("state in the history", which)
    opened = OpenBrief.open(folder)
    try:
        opened.replace(tree, f"restore {which}", Way.RESTORED)
    except DoesNotFit as error:
        raise Trouble(f"State {which} is no brief this program knows.") from error
    _saved(opened)
    there = next(one for one in rows_of(walked) if one.id == int(which))
    what = f'The brief is as it stood on {_minute(there.when)}, after "{there.what}".'
    opened.said = (*opened.said, what)
    return opened


def settle(folder: Path, keep: opening.Keep) -> OpenBrief:
    """Open a brief whose files and journal contradict, keeping one side.

    Raises:
        Trouble: it cannot be read or written.
    """
    opened = OpenBrief.open(folder, keep=keep)
    _saved(opened)
    return opened


def _mend(folder: Path) -> OpenBrief:
    """Set aside what is broken and open the last good state.

    Raises:
        Trouble: there is nothing to go back to, or the place takes no file.
    """
    hold = Hold(folder)
    if has_journal(folder) and not hold.take(PROGRAM, now()):
        raise Trouble(f"{folder} is open in {hold.holder() or 'another program'}.")
    mended = _mend_journal(folder)
    last = _last_step(folder)
    said: list[str] = []
    if mended:
        said.append(f"The journal was damaged or changed by hand: {mended.why}.")
        said.append(f"It goes on from {last}. {UNPROVED}")
    if mended and mended.kept:
        said.append(f"The damaged journal is kept: {mended.kept}")
    there = opening.FILES if has_journal(folder) else ()
    broken = [one for one in there if not opening.can_be_read(folder, one)]
    for name in broken:
        path = folder / name
        kept = path.replace(free_name(path, "broken"))
        said.append(f"{name} is written again as it stood at {last}.")
        said.append(f"The broken file is kept: {kept}")
    opened = OpenBrief.open(folder, keep=_side(folder, damaged=mended is not None))
    if mended and not mended.is_noted:
        opened.note(NoteKind.MENDED, about=mended.about)
    _saved(opened)
    news = [one for one in opened.said if one not in map(opening.was_missing, broken)]
    opened.said = (*(said or ["Nothing was broken."]), *news)
    return opened


def _mend_journal(folder: Path) -> Mended | None:
    """Set a damaged journal aside and go on from its last good line; None: it is good.

    Raises:
        Trouble: there is nothing to go on from, or the place takes no file.
    """
    try:
        opening.find(folder, "journal")
    except JournalDamaged:
        return repair(folder, now(), PROGRAM)
    except Unreadable:
        pass
    return None


def _side(folder: Path, *, damaged: bool) -> opening.Keep:
    """Which side is nearer to the last good state where files and journal clash.

    The files, where they are newer than what is left of a damaged journal.

    Raises:
        Trouble: the brief cannot be read.
    """
    try:
        opening.find(folder)
    except opening.MustChoose as asked:
        return "files" if damaged and asked.conflicts else "journal"
    return "journal"


def _last_step(folder: Path) -> str:
    """When the last step was that a journal tells, and what it was."""
    rows = [one for one in rows_of(walk(folder)) if one.kind is not RowKind.MENDED]
    if not rows:
        return "what the files say"
    return f'{_minute(rows[-1].when)}, after "{rows[-1].what}"'


def _minute(when: str) -> str:
    return f"{when[:16].replace('T', ' ')} UTC"


def _saved(opened: OpenBrief) -> None:
    if not opened.close():
        raise Trouble(opened.trouble or "The brief was not saved.")


def _row(moment: Moment) -> Row | None:
    entry = moment.entry
    common: dict[str, Any] = {
        "id": moment.n,
        "when": entry.when,
        "program": entry.program,
    }
    if isinstance(entry, Beginning):
        return Row(kind=RowKind.BEGAN, what="begin the journal", **common)
    if isinstance(entry, Note):
        where = (entry.passage,) if entry.passage else ()
        return Row(
            kind=_NOTES[entry.what], what=_noted(entry), sections=where, **common
        )
    if not isinstance(entry, Edit | Undo | Redo) or not entry.changes:
        return None
    added, removed = _grown(entry.changes)
    return Row(
        kind=_kind(entry),
        what=entry.what,
        sections=_sections(entry.changes),
        added=added,
        removed=removed,
        **common,
    )


def _kind(entry: Edit | Undo | Redo) -> RowKind:
    if isinstance(entry, Undo):
        return RowKind.UNDID
    if isinstance(entry, Redo):
        return RowKind.REDID
    if entry.way in _WAYS:
        return _WAYS[entry.way]
    tops = {one.where[0] for one in entry.changes}
    if "passages" in tops:
        return RowKind.WROTE
    return RowKind.CHOSE if tops & _CHOICES else RowKind.SET


def _with_more(row: Row, moment: Moment) -> Row:
    """A row with one more letter of the same word."""
    entry = moment.entry
    changes = entry.changes if isinstance(entry, Edit) else ()
    added, removed = _grown(changes)
    return row.revise(
        id=moment.n,
        when=moment.entry.when,
        sections=tuple(dict.fromkeys((*row.sections, *_sections(changes)))),
        added=row.added + added,
        removed=row.removed + removed,
    )


def _noted(note: Note) -> str:
    if note.what is NoteKind.MERGED:
        return note.whose or "a partner's copy"
    said = note.about or ""
    if note.characters is not None:
        said = f"{said} ({note.characters} characters)".strip()
    return said


def _sections(changes: tuple[Change, ...]) -> tuple[str, ...]:
    found = []
    for one in changes:
        inside = one.where[0] == "passages" and len(one.where) > 1
        found.append(one.where[1] if inside else one.where[0])
    named = [one for one in found if one != "passages"]
    return tuple(dict.fromkeys(named or found))


def _grown(changes: tuple[Change, ...]) -> tuple[int, int]:
    """Characters of the delegate's text that changes added and took away."""
    added = removed = 0
    for one in changes:
        if one.where[0] == "passages" and len(one.where) > 1:
            was, now_there = _text(one.where, one.before), _text(one.where, one.after)
            same = 0 if one.at is not None else _alike(was, now_there)
            added += len(now_there) - same
            removed += len(was) - same
    return added, removed


def _text(where: tuple[str, ...], value: Any) -> str:
    if len(where) == 2 and isinstance(value, dict):
        value = value.get("text", "")
    elif where[-1] != "text":
        return ""
    return value if isinstance(value, str) else ""


def _alike(one: str, other: str) -> int:
    """Characters that two texts share at their beginning and end."""
    shorter = min(len(one), len(other))
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return start + end
