"""The journal of a brief on disk: only ever added to, and flushed.

`journal.jsonl` is the present segment. When it has grown long, the next one
begins with the whole brief and the last hash, and the old one is kept in
`journal/0001.jsonl.gz`. Nothing that could not be read is written over.
"""

import contextlib
import gzip
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from app.library import safefile
from app.library.journal_fold import Fold, fold
from app.library.journal_lines import START, Read, hash_of, read_lines, to_line
from app.model.edit import Beginning, Entry, Note, NoteKind
from app.model.errors import CannotWrite, Unreadable

JOURNAL_FILE = "journal.jsonl"
"""The present segment."""

SEGMENTS = "journal"
"""The folder of the segments before it."""

LONGEST = 750
"""Lines of a segment from which on the next one begins."""


class JournalDamaged(Unreadable):
    """A journal with a line in its middle that cannot be right."""

    def __init__(self, path: Path, reason: str, folder: Path) -> None:
        super().__init__(
            path,
            reason,
            hint="Nothing was changed. This goes back to the last good state and "
            f"keeps the damaged journal beside it: {way_back(folder)}",
        )


class Mended(NamedTuple):
    """How a damaged journal was mended."""

    about: str
    """What was wrong and where the damaged journal is kept, for its own note."""

    why: str
    """What was wrong."""

    kept: Path | None
    """The damaged journal; None: there was nothing to keep."""

    is_noted: bool
    """Whether the journal says so; it cannot where it is to begin anew."""


class Opened(NamedTuple):
    """A journal with what it came to."""

    journal: "Journal"
    """Where to go on writing."""

    fold: Fold
    """What the present segment came to."""

    torn: bool
    """Whether a last line was cut off; it is left out."""

    fault: str | None
    """What is wrong behind the last good line; None: nothing is."""


class Journal:
    """Where entries go. It knows its last line and never rewrites one."""

    def __init__(self, folder: Path) -> None:
        """A journal of which nothing is written yet."""
        self.folder = folder
        """The brief's folder."""
        self.path = folder / JOURNAL_FILE
        """The present segment."""
        self.n = 0
        """The number of the last line written."""
        self.last = START
        """The hash of the last line written."""
        self.segment = 1
        """The number of the present segment."""
        self.lines = 0
        """Lines in the present segment."""
        self._content = bytearray()
        self._sure = False
        self._synced = True

    def append(self, entries: Sequence[Entry], *, durable: bool = True) -> None:
        """Add entries; when this returns they are with the system, or on disk.

        Args:
            entries: What to add, in order.
            durable: Whether to wait until they are on disk.

        Raises:
            CannotWrite: the place does not take them; the journal on disk is
                as it was, but for a torn line that the next call cuts off.
        """
        n, last, added = self.n, self.last, bytearray()
        for entry in entries:
            n += 1
            line = to_line(n, last, entry)
            last = _hash(line)
            added += line
        self._write(bytes(added), durable=durable)
        self._content += added
        self.n, self.last = n, last
        self.lines += len(entries)

    def begin(self, beginning: Beginning) -> None:
        """Begin the journal, or its next segment; the one before is kept.

        Raises:
            CannotWrite: the place does not take it; the journal goes on as it was.
        """
        if self._content:
            packed = gzip.compress(bytes(self._content), 6, mtime=0)
            kept = segment_path(self.folder, self.segment)
            safefile.write_bytes(kept, packed, durable=True)
        elif self.path.is_file() and self.path.stat().st_size:
            self.path.replace(free_name(self.path, "torn"))
        number = self.segment + 1 if self._content else self.segment
        entry = beginning.model_copy(update={"segment": number})
        line = to_line(self.n + 1, self.last, entry)
        safefile.write_bytes(self.path, line, durable=True)
        _sync_folder(self.folder)
        self._content = bytearray(line)
        self.n, self.last = self.n + 1, _hash(line)
        self.segment, self.lines = number, 1
        self._sure = self._synced = True

    @property
    def is_long(self) -> bool:
        """Whether the next segment should begin."""
        return self.lines >= LONGEST

    def follow(self, read: Read, content: bytes, segment: int) -> None:
        """Go on behind the good lines that were read."""
        self._content = bytearray(content[: read.good])
        self.n, self.last = read.lines[-1].n, read.lines[-1].hash
        self.lines, self.segment = len(read.lines), segment
        self._sure = read.good == len(content)

    def _write(self, added: bytes, *, durable: bool) -> None:
        if not added and (self._synced or not durable):
            return
        try:
            self._put_right()
            with self.path.open("r+b") as file:
                self._sure = False
                _write_all(file.fileno(), len(self._content), added)
                if durable:
                    os.fsync(file.fileno())
        except OSError as error:
            raise CannotWrite(self.path, safefile.why(error)) from error
        self._sure, self._synced = True, durable

    def _put_right(self) -> None:
        """Bring the file to what was last known to stand in it.

        Raises:
            OSError: the folder is gone, or the place does not take it.
        """
        self.folder.stat()
        size = self.path.stat().st_size if self.path.is_file() else -1
        if size == len(self._content):
            return
        if size > len(self._content) and not self._sure:
            with self.path.open("r+b") as file:
                file.truncate(len(self._content))
            return
        if size >= 0:
            self.path.replace(free_name(self.path, "other"))
        safefile.write_bytes(self.path, bytes(self._content), durable=True)


def open_journal(folder: Path) -> Opened | None:
    """The journal of a brief, its present segment read; None where there is none.

    Raises:
        Unreadable: the file cannot be read at all.
    """
    path = folder / JOURNAL_FILE
    try:
        content = path.read_bytes() if path.is_file() else b""
    except OSError as error:
        raise Unreadable(path, safefile.why(error)) from error
    read = read_lines(content)
    if not read.lines:
        return _before_the_first(folder, content, read)
    folded = fold(read.lines)
    if folded is None:
        return None
    if folded.fault:
        read = _cut(content, read, folded.followed, folded.fault)
    journal = Journal(folder)
    journal.follow(read, content, folded.fold.segment)
    fault = read.fault or _old_copy(folder, folded.fold.segment)
    return Opened(journal, folded.fold, read.torn, fault)


def has_journal(folder: Path) -> bool:
    """Whether a folder holds a journal, or earlier segments of one."""
    return (folder / JOURNAL_FILE).is_file() or _newest_segment(folder) is not None


def segment_path(folder: Path, number: int) -> Path:
    """Where a segment that is not the present one is kept."""
    return folder / SEGMENTS / f"{number:04}.jsonl.gz"


def read_segment(folder: Path, number: int) -> Read:
    """An earlier segment.

    Raises:
        Unreadable: it is gone or cannot be unpacked.
    """
    path = segment_path(folder, number)
    try:
        return read_lines(gzip.decompress(path.read_bytes()))
    except FileNotFoundError as error:
        raise Unreadable(path, "there is no such file") from error
    except (OSError, EOFError, ValueError) as error:
        raise Unreadable(path, "it cannot be unpacked") from error


def present_segment(folder: Path) -> tuple[Read, int]:
    """The present segment and its number; 1 where nobody can tell.

    Raises:
        Unreadable: the file cannot be read at all.
    """
    path = folder / JOURNAL_FILE
    try:
        read = read_lines(path.read_bytes() if path.is_file() else b"")
    except OSError as error:
        raise Unreadable(path, safefile.why(error)) from error
    first = read.lines[0].entry if read.lines else None
    if isinstance(first, Beginning):
        return read, first.segment
    return read, (_newest_segment(folder) or 0) + 1


def every_segment(folder: Path) -> Iterator[Read]:
    """Every segment of a journal, the first one first.

    Raises:
        Unreadable: one of them is gone or cannot be unpacked.
    """
    present, last = present_segment(folder)
    for number in range(1, last):
        yield read_segment(folder, number)
    yield present


def way_back(folder: Path) -> str:
    """What to type to go back to the last good state of a brief."""
    name = f'"{folder}"' if " " in str(folder) else str(folder)
    return f"communique history {name} --restore last"


def repair(folder: Path, when: str, program: str) -> Mended:
    """Go on from the last good line of a damaged journal, kept beside it whole.

    The journal says from then on that it was mended.

    Raises:
        Unreadable: the journal cannot be read at all.
        CannotWrite: the place does not take it.
    """
    path = folder / JOURNAL_FILE
    read, number = present_segment(folder)
    newest = _newest_segment(folder) or 0
    folded = fold(read.lines)
    content = path.read_bytes() if path.is_file() else b""
    if folded is not None and folded.fault:
        read = _cut(content, read, folded.followed, folded.fault)
    kept = free_name(path, "broken") if content else None
    if kept is not None:
        safefile.write_bytes(kept, content, durable=True)
    why = read.fault or _old_copy(folder, number) or "its first line is gone"
    about = f"{why}; the damaged journal is kept as {kept.name}" if kept else why
    note = Note(when=when, program=program, what=NoteKind.MENDED, about=about)
    if read.lines and newest <= number:
        last = read.lines[-1]
        line = to_line(last.n + 1, last.hash, note)
        safefile.write_bytes(path, content[: read.good] + line, durable=True)
        return Mended(about, why, kept, is_noted=True)
    path.unlink(missing_ok=True)
    opened = open_journal(folder)
    if opened is None:
        return Mended(about, why, kept, is_noted=False)
    going_on = opened.fold
    opened.journal.begin(
        Beginning(
            when=when,
            program=program,
            state=going_on.state,
            base=going_on.base,
            files=going_on.files,
        )
    )
    opened.journal.append([note])
    return Mended(about, why, kept, is_noted=True)


def free_name(path: Path, word: str) -> Path:
    """A free name beside a file: `brief.toml.broken`, `brief.toml.broken-2`."""
    number, free = 1, path.with_name(f"{path.name}.{word}")
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}.{word}-{number}")
    return free


def _before_the_first(folder: Path, content: bytes, read: Read) -> Opened | None:
    """What to go on from where the present segment has no good line.

    Raises:
        Unreadable: its first line is damaged and there is nothing before it.
    """
    earlier = _newest_segment(folder)
    if earlier is None and read.fault:
        raise JournalDamaged(folder / JOURNAL_FILE, read.fault, folder)
    if earlier is None:
        return None
    kept = read_segment(folder, earlier)
    folded = fold(kept.lines)
    if folded is None:
        return None
    journal = Journal(folder)
    journal.n, journal.last = kept.lines[-1].n, kept.lines[-1].hash
    journal.segment = earlier + 1
    reason = read.fault or "its first line is gone"
    torn = bool(content) and read.fault is None
    return Opened(journal, folded.fold, torn, reason)


def _newest_segment(folder: Path) -> int | None:
    names = (folder / SEGMENTS).glob("*.jsonl.gz")
    numbers = [int(one.name.split(".")[0]) for one in names if one.name[:4].isdigit()]
    return max(numbers, default=None)


def _old_copy(folder: Path, segment: int) -> str | None:
    newest = _newest_segment(folder)
    if newest is not None and newest > segment:
        return f"an older copy came back, from before segment {newest}"
    return None


def _cut(content: bytes, read: Read, followed: int, fault: str) -> Read:
    good = 0
    for _ in range(followed):
        good = content.index(b"\n", good) + 1
    return Read(read.lines[:followed], good, False, fault)


def _hash(line: bytes) -> str:
    return hash_of(line.removesuffix(b"\n"))


def _write_all(handle: int, start: int, added: bytes) -> None:
    """Write bytes at a place of an open file, all of them."""
    os.lseek(handle, start, os.SEEK_SET)
    rest = memoryview(added)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _sync_folder(folder: Path) -> None:
    """Have the system remember a new name in a folder, where it can be asked to."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
