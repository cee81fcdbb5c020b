"""The fold of a journal: what its entries, one after another, come to."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from app.library.fields import DoesNotFit, Tree, apply, inverse, of_today, shared
from app.library.journal_lines import Written
from app.model.edit import Beginning, Change, Edit, Entry, Redo, Snapshot, Undo

WORDS = 20
"""Words after which a step of steady typing is full."""

_WORD_END = re.compile(r"\S\s")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s|\n")


class Step(NamedTuple):
    """One thing a person did, which one key takes back."""

    what: str
    """Its name."""

    changes: list[Change]
    """What it changed, forward."""

    @property
    def is_full(self) -> bool:
        """Whether typing that goes on is a step of its own.

        It is after a sentence or some twenty words: what one key takes back
        should be about what one remembers typing.
        """
        typed = "".join(map(_typed, self.changes))
        return (
            len(_WORD_END.findall(typed)) >= WORDS
            or _SENTENCE_END.search(typed) is not None
        )


class Fold:
    """A brief as the entries of one segment left it, and what can be undone."""

    def __init__(self, beginning: Beginning) -> None:
        """Begin where a segment begins."""
        self.state: Tree = of_today(beginning.state)
        """The brief as fields."""
        base = beginning.state if beginning.base is None else beginning.base
        self.base: Tree = of_today(base)
        """The brief as its files last said it."""
        self.files: dict[str, str] = dict(beginning.files)
        """The marks of the files as they were last written."""
        self.segment = beginning.segment
        """Which segment this is."""
        self.done: list[Step] = []
        """Steps of this segment that can be taken back, the last one last."""
        self.undone: list[Step] = []
        """Steps that can be done again, the next one last."""
        self.undone_before = 0
        """Steps of earlier segments that this one took back."""
        self.redone_before = 0
        """Steps undone in earlier segments that this one did again."""
        self.cut = False
        """Whether an edit came after what earlier segments had undone."""

    def take(self, entry: Entry) -> None:
        """Follow one entry.

        Raises:
            DoesNotFit: it was made to another state than this one.
        """
        if isinstance(entry, Edit):
            self._edit(entry)
        elif isinstance(entry, Undo):
            self._undo(entry)
        elif isinstance(entry, Redo):
            self._redo(entry)
        elif isinstance(entry, Snapshot):
            self.base = self.state
            self.files = dict(entry.files)

    def _edit(self, entry: Edit) -> None:
        self.state = apply(self.state, entry.changes)
        self.base = apply(self.base, entry.base)
        self.files |= entry.files
        if not entry.changes:
            return
        if entry.joins and self.done and not self.undone:
            self.done[-1].changes.extend(entry.changes)
        else:
            self.done.append(Step(entry.what, list(entry.changes)))
        self.undone.clear()
        self.cut = True

    def _undo(self, entry: Undo) -> None:
        self.state = apply(self.state, entry.changes)
        if self.done:
            self.undone.append(self.done.pop())
        else:
            self.undone_before += 1
            step = Step(entry.what, list(inverse(entry.changes)))
            self.undone.append(step)

    def _redo(self, entry: Redo) -> None:
        self.state = apply(self.state, entry.changes)
        if self.undone:
            self.done.append(self.undone.pop())
        else:
            self.redone_before += 1
            self.done.append(Step(entry.what, list(entry.changes)))


def _typed(change: Change) -> str:
    """The text that a change brought; nothing where it changed no text."""
    if not isinstance(change.after, str):
        return ""
    before = change.before if isinstance(change.before, str) else ""
    return change.after[shared(before, change.after) :]


class Folded(NamedTuple):
    """How far the entries of a segment could be followed."""

    fold: Fold
    """What the good entries came to."""

    followed: int
    """How many entries were followed."""

    fault: str | None
    """Why the next one could not be; None: all were."""


def fold(lines: Iterable[Written]) -> Folded | None:
    """What the entries of a segment came to; None where there is none."""
    found: Fold | None = None
    count = 0
    for written in lines:
        if found is None:
            if not isinstance(written.entry, Beginning):
                return None
            found = Fold(written.entry)
        else:
            try:
                found.take(written.entry)
            except DoesNotFit as error:
                reason = f"line {written.n} was made to another state ({error})"
                return Folded(found, count, reason)
        count += 1
    return None if found is None else Folded(found, count, None)
