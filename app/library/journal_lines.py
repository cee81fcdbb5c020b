"""The lines of a journal: one entry each, bound to the line before by its hash.

    {"n": 12, "prev": "<hash of line 11>", "kind": "edit", "when": ..., ...}

The hash is BLAKE2b of 16 bytes over the bytes of a line without its line feed.
Whoever changes, drops or swaps a line breaks the line that follows it.
"""

import hashlib
import json
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from app.model.edit import AnyEntry, Entry

START = ""
"""What the first line of a journal carries in place of a hash."""

_ENTRIES: TypeAdapter[Any] = TypeAdapter(AnyEntry)
_FORMAT = 1
_DISAGREE = "line {} does not agree with the hash that line {} carries of it"


class Written(NamedTuple):
    """An entry as it stands in a journal."""

    n: int
    """Its number, from 1 through all segments."""

    hash: str
    """The hash of its line."""

    entry: Entry
    """What it tells."""


class Read(NamedTuple):
    """What the bytes of a segment came to."""

    lines: tuple[Written, ...]
    """The entries whose chain is whole, in order."""

    good: int
    """Bytes those lines take."""

    torn: bool
    """Whether a last line was cut off and is left out."""

    fault: str | None
    """What is wrong behind the good lines; None: nothing is."""

    first: str = START
    """The hash that the first line carries."""


def hash_of(line: bytes) -> str:
    """The hash of a line without its line feed, 32 hexadecimal digits."""
    return hashlib.blake2b(line, digest_size=16).hexdigest()


def mark_of(content: bytes) -> str:
    """The mark of a file's content, 32 hexadecimal digits."""
    return hash_of(content)


def to_line(n: int, previous: str, entry: Entry) -> bytes:
    """The line of an entry, with its line feed."""
    said = entry.model_dump(exclude_defaults=True)
    kind = getattr(entry, "kind", "")
    whole = {"n": n, "prev": previous, "kind": kind} | said
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass") + b"\n"


def read_lines(
    content: bytes, previous: str | None = None, n: int | None = None
) -> Read:
    """The entries of a segment, up to the first line that cannot be right.

    Where two lines disagree neither counts, for either may have been changed.

    Args:
        content: The bytes of the segment.
        previous: The hash its first line must carry; None: any.
        n: The number its first line must have; None: any.
    """
    lines: list[Written] = []
    good, carried = 0, START
    rows = content.split(b"\n")
    last = len(rows) - 1
    for at, row in enumerate(rows):
        if at == last:
            torn = bool(row)
            return Read(tuple(lines), good, torn, None, carried)
        said = _parsed(row)
        if said is None and at == last - 1 and not rows[last]:
            return Read(tuple(lines), good, True, None, carried)
        if lines and said is not None and _disagrees(said, lines[-1]):
            reason = _DISAGREE.format(lines[-1].n, said["n"])
            good -= len(rows[at - 1]) + 1
            return Read(tuple(lines[:-1]), good, False, reason, carried)
        fault = _fault(said, previous, n, first=not lines)
        if fault is not None or said is None:
            number = lines[-1].n + 1 if lines else 1
            return Read(tuple(lines), good, False, f"line {number} {fault}", carried)
        entry = _entry(said)
        if entry is None:
            reason = f"line {said['n']} is not an entry this program knows"
            return Read(tuple(lines), good, False, reason, carried)
        carried = carried if lines else said["prev"]
        previous, n = hash_of(row), said["n"] + 1
        lines.append(Written(said["n"], previous, entry))
        good += len(row) + 1
    return Read(tuple(lines), good, False, None, carried)


def _parsed(row: bytes) -> dict[str, Any] | None:
    try:
        said = json.loads(row.decode("utf-8", "surrogatepass"))
    except ValueError:
        return None
    return said if isinstance(said, dict) else None


def _disagrees(said: dict[str, Any], before: Written) -> bool:
    """Whether a line is the next one, but carries another hash of the one before.

    One of the two was then changed afterwards, and nobody can tell which.
    """
    return said.get("n") == before.n + 1 and said.get("prev") not in {None, before.hash}


def _fault(
    said: dict[str, Any] | None, previous: str | None, n: int | None, *, first: bool
) -> str | None:
    """What is wrong with a line where it stands."""
    if said is None:
        return "cannot be read"
    if not isinstance(said.get("n"), int) or not isinstance(said.get("prev"), str):
        return "has no number or no hash"
    if previous is not None and said["prev"] != previous:
        return "does not follow the line before it"
    if n is not None and said["n"] != n:
        return "does not have the next number"
    if first and said.get("kind") != "beginning":
        return "does not begin a journal"
    if said.get("kind") == "beginning" and said.get("format", 1) != _FORMAT:
        return "is of a format this program does not read"
    return None


def _entry(said: dict[str, Any]) -> Entry | None:
    told = {name: one for name, one in said.items() if name not in {"n", "prev"}}
    try:
        entry = _ENTRIES.validate_python(told)
    except ValidationError:
        return None
    return entry if isinstance(entry, Entry) else None
