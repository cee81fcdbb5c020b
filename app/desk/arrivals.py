"""Arrivals: how each letter of a text came into a brief, followed edit by edit.

Only the journal is asked. A text that was typed elsewhere and read off another
page arrives like any other typing; nobody can tell those apart from here.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from app.library.fields import BY_ID, Tree
from app.library.journal_walk import Moment
from app.model.base import Id, Line, Record
from app.model.edit import Beginning, Edit, Note, NoteKind, Way


class Arrival(StrEnum):
    """How letters came in."""

    TYPED = "typed here"
    PASTED = "pasted"
    COPIED = "copied from an example"
    AT_ONCE = "at once, unmarked"
    BY_HAND = "changed in the file"
    MERGED = "from a partner"
    BEFORE = "there before the journal"
    UNSURE = "before the journal was mended"


FASTEST = 15.0
"""Letters a second from which on nobody types."""

AT_LEAST = 80
"""Letters below which no edit counts as too fast."""

ALWAYS = 1000
"""Letters that one edit never brings by typing."""

NEAR = 5.0
"""Seconds between a paste and the edit that brought its text."""

Runs = tuple[tuple[Arrival, int], ...]
"""How the letters of a text came in, in runs of equal ones."""


class Came(Record):
    """One amount of text that came in otherwise than by typing."""

    when: Line
    """Date and time in UTC."""

    passage: Id
    """Where."""

    characters: int
    """How much."""

    how: Arrival
    """How."""


class Arrivals(NamedTuple):
    """How the text of a brief came in."""

    runs: dict[str, Runs]
    """Passage id to how its letters came in, as it stands at the end."""

    came: tuple[Came, ...]
    """What came in otherwise than by typing, in order."""

    typed: int
    """Letters typed in all, those taken out again included."""

    removed: int
    """Letters taken out again."""

    def letters(self, *how: Arrival) -> int:
        """Letters of the text at the end that came in like this; all without."""
        return sum(
            size
            for runs in self.runs.values()
            for one, size in runs
            if not how or one in how
        )


def follow(moments: Sequence[Moment]) -> Arrivals:
    """Follow every letter of the delegate's text through a journal."""
    follower = _Follower(_marked(moments))
    for at, moment in enumerate(moments):
        follower.take(moment, moments[at - 1] if at else None)
    gone = [name for name in follower.runs if name not in follower.texts]
    for name in gone:
        del follower.runs[name]
    return Arrivals(
        follower.runs, tuple(follower.came), follower.typed, follower.removed
    )


def seconds_between(one: str, other: str) -> float | None:
    """Seconds from one time to another; None where one of them is no time."""
    try:
        first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
        return (second - first).total_seconds()
    except (ValueError, TypeError):
        return None


def texts_of(tree: Tree) -> dict[str, str]:
    """Passage id to the delegate's words."""
    held = tree.get("passages", {}).get(BY_ID, {})
    return {name: str(one.get("text", "")) for name, one in held.items()}


class _Follower:
    """Where every letter came from so far."""

    def __init__(self, marked: dict[int, tuple[Arrival, int]]) -> None:
        self.runs: dict[str, Runs] = {}
        self.texts: dict[str, str] = {}
        self.came: list[Came] = []
        self.typed = 0
        self.removed = 0
        self._marked = marked
        self._known: dict[tuple[str, str], Runs] = {}

    def take(self, moment: Moment, before: Moment | None) -> None:
        """Follow one entry."""
        entry = moment.entry
        if isinstance(entry, Note) and entry.what is NoteKind.MENDED:
            self._forget()
        texts = texts_of(moment.after)
        for name, text in texts.items():
            was = self.texts.get(name, "")
            if text != was or name not in self.runs:
                self._change(moment, before, name, was, text)
        for name in self.texts.keys() - texts.keys():
            self.removed += len(self.texts[name])
            self.runs.pop(name, None)
        self.texts = texts

    def _forget(self) -> None:
        """Trust nothing that a damaged journal told of how letters came in."""
        self.runs = {name: _unsure(runs) for name, runs in self.runs.items()}
        self._known = {text: _unsure(runs) for text, runs in self._known.items()}

    def _change(
        self, moment: Moment, before: Moment | None, name: str, was: str, text: str
    ) -> None:
        start, end = _shared(was, text)
        put, cut = len(text) - start - end, len(was) - start - end
        runs = self.runs.get(name, ())
        back = self._known.get((name, text))
        how = self._how(moment, before, put)
        if back is not None and not isinstance(moment.entry, Edit):
            self.runs[name] = back
        else:
            fresh = self._fresh(moment, how, put)
            self.runs[name] = _spliced(runs, start, cut, fresh)
        self._known[name, text] = self.runs[name]
        self.removed += cut
        if how is Arrival.TYPED and isinstance(moment.entry, Edit):
            self.typed += put
        elif put and how is not Arrival.TYPED:
            entry = moment.entry
            brought = sum(n for one, n in self._fresh(moment, how, put) if one is how)
            self.came.append(
                Came(when=entry.when, passage=name, characters=brought, how=how)
            )

    def _fresh(self, moment: Moment, how: Arrival, put: int) -> Runs:
        """How new letters came in: what was marked first, the rest as typed."""
        marked = self._marked.get(moment.n)
        if marked is None or how is not marked[0]:
            return ((how, put),)
        brought = min(put, marked[1])
        return ((how, brought), (Arrival.TYPED, put - brought))

    def _how(self, moment: Moment, before: Moment | None, put: int) -> Arrival:
        entry = moment.entry
        if isinstance(entry, Beginning):
            return Arrival.BEFORE
        if not isinstance(entry, Edit):
            return Arrival.TYPED
        if entry.way is Way.BY_HAND:
            return Arrival.BY_HAND
        if entry.way is Way.MERGED:
            return Arrival.MERGED
        if moment.n in self._marked:
            return self._marked[moment.n][0]
        if entry.way is Way.HERE and _too_fast(before, moment, put):
            return Arrival.AT_ONCE
        return Arrival.TYPED


def _unsure(runs: Runs) -> Runs:
    return ((Arrival.UNSURE, sum(size for _, size in runs)),)


def _too_fast(before: Moment | None, moment: Moment, put: int) -> bool:
    if put < AT_LEAST:
        return False
    since = before and seconds_between(before.entry.when, moment.entry.when)
    return put >= ALWAYS or (since is not None and put > FASTEST * max(since, 0.5))


def _marked(moments: Sequence[Moment]) -> dict[int, tuple[Arrival, int]]:
    """Which edits brought what was noted as pasted or copied, and how much."""
    found: dict[int, tuple[Arrival, int]] = {}
    for at, moment in enumerate(moments):
        note = moment.entry
        if not isinstance(note, Note) or not note.characters:
            continue
        how = {
            NoteKind.PASTED: Arrival.PASTED,
            NoteKind.COPIED: Arrival.COPIED,
        }.get(note.what)
        if how is None:
            continue
        edit = _brought_by(moments, at, note, found)
        if edit is not None:
            found[edit.n] = (how, found.get(edit.n, (how, 0))[1] + note.characters)
    return found


def _brought_by(
    moments: Sequence[Moment],
    at: int,
    note: Note,
    taken: dict[int, tuple[Arrival, int]],
) -> Moment | None:
    """The edit that brought the text of a note: the next one, or the one before."""
    after = _first_edit(moments[at + 1 : at + 8], note)
    before = _first_edit(reversed(moments[max(0, at - 4) : at]), note)
    for one in (after, before):
        if one is None or (one is before and one.n in taken):
            continue
        since = seconds_between(note.when, one.entry.when)
        close = since is not None and abs(since) <= NEAR
        if close and _put(one, note.passage) * 2 >= (note.characters or 0):
            return one
    return after


def _first_edit(moments: Iterable[Moment], note: Note) -> Moment | None:
    for one in moments:
        if isinstance(one.entry, Edit) and _put(one, note.passage):
            return one
    return None


def _put(moment: Moment, passage: str | None) -> int:
    """Letters an entry put into a passage."""
    was, now = texts_of(moment.before), texts_of(moment.after)
    names = [passage] if passage else [*now]
    put = 0
    for name in names:
        old, new = was.get(name, ""), now.get(name, "")
        if old != new:
            start, end = _shared(old, new)
            put += len(new) - start - end
    return put


def _shared(one: str, other: str) -> tuple[int, int]:
    """How many letters two texts share at their beginning and at their end."""
    shorter = min(len(one), len(other))
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return start, end


def _spliced(runs: Runs, start: int, cut: int, fresh: Runs) -> Runs:
    """The runs with some letters cut out at a place and fresh ones put there."""
    head = _part(runs, 0, start)
    tail = _part(runs, start + cut, sum(size for _, size in runs))
    joined: list[tuple[Arrival, int]] = []
    for how, size in (*head, *fresh, *tail):
        if not size:
            continue
        if joined and joined[-1][0] is how:
            joined[-1] = (how, joined[-1][1] + size)
        else:
            joined.append((how, size))
    return tuple(joined)


def _part(runs: Runs, start: int, end: int) -> Runs:
    found, at = [], 0
    for how, size in runs:
        low, high = max(start, at), min(end, at + size)
        if low < high:
            found.append((how, high - low))
        at += size
    return tuple(found)
