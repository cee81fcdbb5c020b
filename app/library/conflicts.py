"""Joining two versions of a brief field by field, and telling where they clash.

What only one side changed is taken from that side. Lists of ids are joined:
what either added is in, what either took out is out. Where both changed one
field to different words, ours stays in place and theirs is kept beside it.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from app.library import safefile
from app.library.fields import (
    BY_ID,
    COLLECTIONS,
    ORDER,
    Tree,
    apply,
    differences,
    value_at,
    whole,
)
from app.model.base import Record
from app.model.edit import Change, Place
from app.model.errors import Unreadable

CONFLICTS_FILE = "conflicts.md"
"""Where the words that did not go into the brief are kept."""

_HEAD = (
    "# Two versions\n\nNothing here is in the paper. Take what you want, then delete."
)


class Conflict(Record):
    """One field that both sides changed differently."""

    where: Place
    """Which field, by stable ids."""

    before: Any = None
    """What it said before both."""

    ours: Any = None
    """What it says in the brief."""

    theirs: Any = None
    """What it says on the other side."""

    def __str__(self) -> str:
        """Which field, for a person."""
        return said_place(self.where)


class Joined(Record):
    """Two versions in one."""

    state: dict[str, Any]
    """The brief as fields."""

    changes: tuple[Change, ...]
    """What leads to it from our version."""

    conflicts: tuple[Conflict, ...]
    """Where both sides clashed; ours is in `state`."""


def join(base: Tree, ours: Tree, theirs: Tree) -> Joined:
    """Our version with what the other side changed since `base`."""
    state = ours
    conflicts: list[Conflict] = []
    for change in whole(differences(base, theirs), base, theirs):
        change_made, clash = _joined(state, change)
        if change_made is not None:
            state = apply(state, [change_made])
        if clash is not None:
            conflicts.append(clash)
    state = _sound(state)
    return Joined(
        state=state,
        changes=differences(ours, state),
        conflicts=tuple(conflicts),
    )


def join_without_base(ours: Tree, theirs: Tree) -> Joined:
    """Two versions without a common beginning: what differs clashes.

    Members that only the other side has are taken; nothing is taken out.
    """
    base = dict(ours)
    for name in COLLECTIONS:
        shared = [key for key in ours[name][ORDER] if key in theirs[name][BY_ID]]
        held = {key: ours[name][BY_ID][key] for key in shared}
        base[name] = {ORDER: shared, BY_ID: held}
    joined = join(base, ours, theirs)
    known = {one.where for one in joined.conflicts}
    state, clashes = ours, list(joined.conflicts)
    for change in joined.changes:
        fresh = change.before is None and len(change.where) == 2
        is_order = len(change.where) == 1 and change.where[0] in COLLECTIONS
        if fresh or is_order:
            state = apply(state, [change])
        elif change.where not in known:
            clashes.append(
                Conflict(
                    where=change.where,
                    ours=value_at(ours, change.where),
                    theirs=value_at(joined.state, change.where),
                )
            )
    state = _sound(state)
    return Joined(
        state=state, changes=differences(ours, state), conflicts=tuple(clashes)
    )


def said_place(where: Place) -> str:
    """A place in a brief for a person: `passages, opening`."""
    steps = where[:-1] if where[-1] == "text" and len(where) > 1 else where
    return ", ".join(steps)


def said_value(value: Any) -> str:
    """What a field says, for a person."""
    if value is None or value == "":
        return "(nothing)"
    if isinstance(value, list):
        return ", ".join(said_value(one) for one in value) or "(nothing)"
    if isinstance(value, dict):
        said = value.get("text", value.get("statement"))
        if isinstance(said, str):
            return said
        return "; ".join(f"{name}: {said_value(one)}" for name, one in value.items())
    return str(value)


def keep_beside(
    folder: Path, conflicts: Iterable[Conflict], whose: str, when: str
) -> Path:
    """Add the other side's words to `conflicts.md`, ours beside them.

    Raises:
        CannotWrite: the place does not take the file.
        Unreadable: the file there is not text; it is not written over.
    """
    path = folder / CONFLICTS_FILE
    try:
        there = path.read_text("utf-8") if path.is_file() else f"{_HEAD}\n"
    except UnicodeDecodeError as error:
        raise Unreadable(path, f"byte {error.start + 1} is not UTF-8 text") from error
    parts = [there.rstrip("\n")]
    for one in conflicts:
        part = "\n\n".join(_beside(one, whose, when))
        if _body(part) not in there:
            parts.append(part)
    if len(parts) > 1:
        safefile.write_text(path, "\n\n".join(parts) + "\n", durable=True)
    return path


def _beside(conflict: Conflict, whose: str, when: str) -> Iterator[str]:
    day = when[:16].replace("T", " ")
    yield f"## {conflict} ({day} UTC)"
    yield f"### In the brief\n\n{said_value(conflict.ours)}"
    yield f"### {whose}\n\n{said_value(conflict.theirs)}"


def _body(part: str) -> str:
    """A part without the line that says when."""
    return part.split("\n", 1)[1]


def _joined(ours: Tree, change: Change) -> tuple[Change | None, Conflict | None]:
    """How one change of theirs goes into ours."""
    where = change.where
    was, here, wanted = change.before, value_at(ours, where), change.after
    if here == wanted:
        return None, None
    if _is_ids(where, was, here, wanted):
        listed = _listed(was, here, wanted)
        made = Change(where=where, before=here, after=listed)
        return (made if listed != here else None), None
    if here == was and _has_room(ours, where):
        return Change(where=where, before=here, after=wanted), None
    clash = Conflict(where=where, before=was, ours=here, theirs=wanted)
    return None, clash


def _has_room(tree: Tree, where: Place) -> bool:
    """Whether what holds a place is still there."""
    if len(where) < 2:
        return True
    if where[0] in COLLECTIONS and len(where) == 2:
        return True
    return isinstance(value_at(tree, where[:-1]), dict)


def _is_ids(where: Place, *values: Any) -> bool:
    """Whether a field is a list of ids, which can be joined."""
    listed = where[0] == "picks" or (len(where) == 1 and where[0] in COLLECTIONS)
    return listed and all(isinstance(one, list) for one in values)


def _listed(base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
    """Ours, less what they took out, with what they added behind its neighbour."""
    if ours == base:
        return theirs
    gone = set(base) - set(theirs)
    listed = [one for one in ours if one not in gone]
    for at, one in enumerate(theirs):
        if one in base or one in listed:
            continue
        before = next((e for e in reversed(theirs[:at]) if e in listed), None)
        listed.insert(listed.index(before) + 1 if before else 0, one)
    return listed


def _sound(tree: Tree) -> Tree:
    """The tree with every member in its order once, and no order without a member."""
    sound = dict(tree)
    for name in COLLECTIONS:
        held, order = tree[name][BY_ID], tree[name][ORDER]
        kept = [key for key in dict.fromkeys((*order, *held)) if key in held]
        if kept != order:
            sound[name] = {ORDER: kept, BY_ID: held}
    return sound
