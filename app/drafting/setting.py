"""Setting a citation: how it takes its place in a sentence, as mark or in brackets."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.drafting.references import Works
from app.model.paper import Inline, NoteRef, Span
from app.model.source import Source

_ENDS = re.compile(r"([.?!])([”’\"']*)$")
_PAUSE = re.compile(r"[,;:]$")
_BEFORE_MARK = re.compile(r"^[”’\"')\]]*[.,;:?!…]*[”’\"']*")


class Citation(NamedTuple):
    """One source at one place."""

    source: Source
    """What is cited."""

    place: str
    """Where in it; empty: as a whole."""


class Cluster(NamedTuple):
    """Markers that stand together, and where."""

    start: int
    """Where the first begins in the sentence."""

    end: int
    """Where the last one ends."""

    citations: tuple[Citation, ...]
    """What they cite, in order; empty where no source is known."""


class Placed(NamedTuple):
    """A cluster in its place: the words before, what it prints, the words after."""

    before: str
    """The words before, with the stop that moves there."""

    runs: tuple[Inline, ...]
    """What is printed; empty: nothing."""

    after: str
    """The words after."""


@lru_cache(maxsize=256)
def mark(number: int) -> NoteRef:
    """The mark of a note."""
    return NoteRef(number=number)


def moved(runs: tuple[Inline, ...], by: int) -> tuple[Inline, ...]:
    """The runs of a sentence with so much added to the numbers of its notes."""
    if not by:
        return runs
    return tuple(
        [one if isinstance(one, Span) else mark(one.number + by) for one in runs]
    )


def between(text: str, clusters: Sequence[Cluster]) -> Iterator[str]:
    """What stands before, between and after the clusters."""
    at = 0
    for cluster in clusters:
        yield text[at : cluster.start]
        at = cluster.end
    yield text[at:]


def noted(left: str, right: str) -> tuple[str, str]:
    """The words before the mark of a note, with the stop or pause, and those after."""
    moved = _BEFORE_MARK.match(right)
    end = moved.end() if moved else 0
    return left.rstrip() + right[:end], right[end:]


def bracketed(
    left: str,
    citations: Sequence[Citation],
    right: str,
    works: Works,
    prose: str,
) -> Placed:
    """The citations in one pair of brackets; nothing where all is said already."""
    runs = works.bracket(citations, prose)
    if not runs:
        return Placed(left, (), right)
    before, kept = _opened(left, right)
    return Placed(before, runs, kept + right)


def _opened(left: str, right: str) -> tuple[str, str]:
    """The words before a bracket, and the stop or pause that moves behind it."""
    left = left.rstrip()
    ends = _ENDS.search(left)
    if ends and not right.strip():
        stop, quotes = ends.groups()
        if quotes and stop != ".":
            return left, "."
        return left[: ends.start()] + quotes, stop
    pause = _PAUSE.search(left)
    if pause:
        return left[: pause.start()], pause[0]
    return left, ""


def closed_up(right: str) -> str:
    """The words after a marker that printed nothing, with one space or none."""
    bare = right.lstrip()
    if not bare:
        return ""
    return bare if bare[0] in ".,;:?!)”’…" else f" {bare}"


def add_words(out: list[Inline], text: str) -> None:
    """Add words, to the run before where that is plain text too."""
    if not text:
        return
    last = out[-1] if out else None
    if isinstance(last, Span) and _is_plain(last):
        out[-1] = Span.known(text=last.text + text)
    else:
        out.append(Span.known(text=text))


def _is_plain(span: Span) -> bool:
    return not (span.italic or span.bold or span.cites or span.link)
