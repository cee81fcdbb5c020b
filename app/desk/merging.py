"""Merging: two delegates of one delegation edited copies of one brief.

The journals are walked to where they part; from there on each field goes to
the side that changed it. Where both did, ours stays in place, and theirs is
kept in `conflicts.md` beside it. Nothing is written in the partner's folder.
"""

from pathlib import Path
from typing import NamedTuple

from app.desk import opening
from app.desk.editing import OpenBrief
from app.desk.ledger import now
from app.library.brief_files import open_brief
from app.library.conflicts import (
    CONFLICTS_FILE,
    Conflict,
    join,
    join_without_base,
    keep_beside,
)
from app.library.fields import DoesNotFit, Tree, brief_of, tree_of
from app.library.journal_walk import Walk, walk
from app.model.assignment import Assignment
from app.model.edit import Note, NoteKind, Way
from app.model.errors import Trouble


class Merged(NamedTuple):
    """What a merge came to."""

    taken: int
    """Fields that came from the partner."""

    conflicts: tuple[Conflict, ...]
    """Fields that both changed differently; ours is in the brief."""

    kept_in: Path | None
    """The file that holds the partner's words for those; None: there are none."""

    has_base: bool
    """Whether the two journals have a common point."""


class Unrelated(Trouble):
    """Two folders that look like two different briefs, not copies of one."""

    def __init__(self, theirs: Path, places: str) -> None:
        super().__init__(
            f"{theirs} is no copy of this brief: the two journals have no common point,"
            f" and {places}. Nothing was merged.",
            hint="If they are to be one paper all the same, add --anyway.",
        )


def merge(ours: OpenBrief, theirs: Path, *, anyway: bool = False) -> Merged:
    """Join a partner's copy into an open brief, as one step that can be undone.

    Args:
        ours: The brief on the desk.
        theirs: The folder of the partner's copy.
        anyway: Whether to join two that look like two different briefs.

    Raises:
        Unrelated: they look so, and nobody said to join them anyway.
        Trouble: the partner's folder holds no brief or cannot be read, the two
            make no brief together, or the result could not be saved.
    """
    if theirs.resolve() == ours.folder.resolve():
        raise Trouble("A brief cannot be merged with itself.")
    if not ours.save():
        raise Trouble(ours.trouble or "The brief could not be saved before merging.")
    other, last = _state_of(theirs)
    mine, yours = walk(ours.folder), walk(theirs)
    base = _base(mine, yours)
    differing = _differing(ours.state, other)
    if base is None and differing and not anyway:
        raise Unrelated(theirs, differing)
    if base is None:
        joined = join_without_base(ours.state, other)
    else:
        joined = join(base, ours.state, other)
    try:
        brief_of(joined.state)
    except DoesNotFit as error:
        raise Trouble("The two copies make no brief together.") from error
    kept_in = None
    if joined.conflicts:
        whose = f"From {theirs.name}"
        kept_in = keep_beside(ours.folder, joined.conflicts, whose, now())
    ours.replace(joined.state, f"merge {theirs.name}", Way.MERGED)
    if last:
        ours.note(NoteKind.MERGED, about=last, whose=_whose(theirs, other))
    if not ours.save():
        raise Trouble(ours.trouble or "The merged brief was not saved.")
    return Merged(len(joined.changes), joined.conflicts, kept_in, base is not None)


def told(merged: Merged, theirs: Path) -> str:
    """What a merge came to, in sentences for a person."""
    lines = [f"{merged.taken} changes came from {theirs}."]
    if not merged.has_base:
        lines.append("The two journals have no common point; all that differs is told.")
    if merged.conflicts:
        places = len(merged.conflicts)
        lines.append(
            f"Both changed {places} {'place' if places == 1 else 'places'}. Yours"
            f" stayed; theirs is in {CONFLICTS_FILE}."
        )
    return "\n".join(lines)


def _differing(ours: Tree, theirs: Tree) -> str:
    """Which parts of two headings differ, in words; nothing where none does."""
    mine, other = ours["assignment"], theirs["assignment"]
    names = [
        name for name in Assignment.model_fields if mine.get(name) != other.get(name)
    ]
    if not names:
        return ""
    said = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{said} {'differs' if len(names) == 1 else 'differ'}"


def _whose(folder: Path, tree: Tree) -> str:
    """A partner's copy by its folder and its delegates."""
    delegation = tree["assignment"].get("delegation") or {}
    names = ", ".join(delegation.get("delegates") or ())
    return f"{folder.name} ({names})" if names else folder.name


def _state_of(folder: Path) -> tuple[Tree, str]:
    """A partner's brief as fields, and the hash of the last line of its journal."""
    found = opening.find(folder)
    if found is None:
        return tree_of(open_brief(folder, opening.titles())), ""
    return found.state, found.journal.last


def _base(mine: Walk, yours: Walk) -> Tree | None:
    """The last state that both had: by an earlier merge, or where they part."""
    seen = _merged_from(mine, yours) or _merged_from(yours, mine)
    if seen is not None:
        return seen
    known = {moment.hash for moment in mine.moments}
    base = None
    for moment in yours.moments:
        if moment.hash not in known:
            break
        base = moment.after
    return _same_start(mine, yours) if base is None else base


def _same_start(mine: Walk, yours: Walk) -> Tree | None:
    """The state that both journals began with; None where they began differently."""
    if not mine.moments or not yours.moments:
        return None
    start = mine.moments[0].after
    return start if start == yours.moments[0].after else None


def _merged_from(one: Walk, other: Walk) -> Tree | None:
    """The state of the other that one merged last; None: it never did."""
    states = {moment.hash: moment.after for moment in other.moments}
    for moment in reversed(one.moments):
        entry = moment.entry
        if isinstance(entry, Note) and entry.what is NoteKind.MERGED:
            return states.get(entry.about or "")
    return None
