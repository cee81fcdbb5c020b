"""Edits: what was done to a brief, where, when and from which program.

A journal is a row of entries. Its first one holds the whole brief as fields;
every later one tells a change, a step back, a note or that files were written.
The clock is never read here: whoever makes an entry says when.
"""

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field

from app.model.base import Id, Line, Record

Place = tuple[str, ...]
"""Where in a brief, by stable ids: `("passages", "opening", "text")`."""


class Change(Record):
    """One field of a brief, before and after."""

    where: Place
    """Which field, by stable ids and never by a number."""

    before: Any = None
    """What it said; None: it was not there or was usual."""

    after: Any = None
    """What it says; None: it is gone or is usual."""

    at: int | None = None
    """Characters of the text before the part that differs; `before` and `after`
    are then that part alone. None: they are the whole field."""


class Way(StrEnum):
    """How an edit came about."""

    HERE = "here"
    BY_HAND = "by hand"
    MERGED = "merged"
    RESTORED = "restored"


class NoteKind(StrEnum):
    """What else happened that a record of the work should tell."""

    LOOKED = "looked"
    COPIED = "copied"
    PASTED = "pasted"
    OPENED = "opened"
    MERGED = "merged"
    SAID = "said"
    MENDED = "mended"


class Entry(Record):
    """What every line of a journal tells."""

    when: Line
    """Date and time in UTC, `2026-01-31T18:05:09.120Z`, as the clock said."""

    program: Line
    """Which program wrote it: `communique 0.1.0`."""


class Beginning(Entry):
    """The first line of a segment: the whole brief as it stood."""

    kind: Literal["beginning"] = "beginning"
    """Always `beginning`."""

    format: int = 1
    """The version of the journal's format."""

    segment: int = 1
    """Which segment of the journal this is, from 1."""

    state: dict[str, Any]
    """The brief as fields."""

    base: dict[str, Any] | None = None
    """The brief as the files last said it; None: the same as `state`."""

    files: dict[str, str] = Field(default_factory=dict)
    """File name to the mark of its content when it was last written."""


class Edit(Entry):
    """A change to the brief, forward."""

    kind: Literal["edit"] = "edit"
    """Always `edit`."""

    what: Line
    """What was done, in a few words: `use rec-global-plan`."""

    changes: tuple[Change, ...]
    """The fields it changed, in order."""

    joins: bool = False
    """Whether it belongs to the step before, as letters of one word do."""

    way: Way = Way.HERE
    """How it came about."""

    files: dict[str, str] = Field(default_factory=dict)
    """File name to the mark of a file that was changed by hand and is now known."""

    base: tuple[Change, ...] = ()
    """What those files say that they did not say before, taken in or not."""


class Undo(Entry):
    """The last step taken back."""

    kind: Literal["undo"] = "undo"
    """Always `undo`."""

    what: Line
    """The name of the step."""

    changes: tuple[Change, ...]
    """What taking it back changed."""


class Redo(Entry):
    """The last undone step done again."""

    kind: Literal["redo"] = "redo"
    """Always `redo`."""

    what: Line
    """The name of the step."""

    changes: tuple[Change, ...]
    """What doing it again changed."""


class Snapshot(Entry):
    """The readable files were written and say what the brief says."""

    kind: Literal["snapshot"] = "snapshot"
    """Always `snapshot`."""

    files: dict[str, str]
    """File name to the mark of its content."""


class Note(Entry):
    """Something that happened without changing the brief."""

    kind: Literal["note"] = "note"
    """Always `note`."""

    what: NoteKind
    """What happened."""

    passage: Id | None = None
    """In which passage; None: in none."""

    characters: int | None = None
    """How much, in characters; None: nothing was counted."""

    about: Line | None = None
    """What it was about: the id of a source, the end of another journal."""

    whose: Line | None = None
    """Whose copy was merged: its folder and its delegates."""


AnyEntry = Annotated[
    Beginning | Edit | Undo | Redo | Snapshot | Note, Field(discriminator="kind")
]
"""A line of a journal, by its kind."""
