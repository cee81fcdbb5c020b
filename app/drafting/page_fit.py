"""Page fit: where the lines of a paper fall, page by page, as Word sets them.

A line that calls a footnote takes the note onto its page. A title keeps with the
text below it, and no page begins or ends with a single line of a paragraph.
Endnotes stand after the text, as Word sets them; LibreOffice gives them pages of
their own. Every line has its full height, as in Word: LibreOffice sets the first line
of a page solid, so that its pages hold up to one line more at double spacing. Whoever
asks is told the length by that rule too.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

WIDOW = 2
"""Lines of a paragraph that stay together at the top and the foot of a page."""

SEPARATOR = 5.7
"""Height of the line that sets footnotes off from the text, in points."""

_HAIR = 0.01


class Piece(NamedTuple):
    """A paragraph on its way to the page."""

    lines: int
    """How many lines it takes."""

    line: float
    """The height of one, in points."""

    before: float = 0.0
    """Space before it, in points; the larger of two neighbours' counts."""

    after: float = 0.0
    """Space after it, in points."""

    keeps_next: bool = False
    """Whether it stays on one page with what follows, as a title does."""

    notes: tuple[tuple[int, float], ...] = ()
    """Footnotes it calls: the line, from 0, and the height of the note."""

    new_page: bool = False
    """Whether it begins a page."""

    solid: float = 0.0
    """The height of a line set solid, in points; 0: that of every line."""


class Fill(NamedTuple):
    """How far a paper fills its pages."""

    pages: int
    """Pages that hold text."""

    depth: float
    """How much of the last one is taken, footnotes included, in points."""

    slack: float = 0.0
    """What the page before the last left free, as lines keep together, in points."""


def set_pages(
    pieces: Iterable[Piece], height: float, *, first_solid: bool = False
) -> Fill:
    """Set paragraphs on pages of this height, in points.

    Args:
        pieces: The paragraphs.
        height: What a page holds.
        first_solid: Whether the first line of a page is set solid, as LibreOffice
            does.
    """
    page = _Pages(height, first_solid=first_solid)
    for group in _groups(pieces):
        page.take(group)
    return Fill(page.pages, page.depth, page.slack)


def lines_of_notes(
    ends: Sequence[int], calls: Iterable[tuple[int, float]]
) -> tuple[tuple[int, float], ...]:
    """The line of each note from the place of its mark in the paragraph's text.

    Args:
        ends: Where each line of the paragraph ends in its text.
        calls: The place of each mark and the height of its note.
    """
    return tuple([(bisect_left(ends, at + 1), tall) for at, tall in calls])


def _groups(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Titles with the paragraph they keep with."""
    held: list[Piece] = []
    for piece in pieces:
        held.append(piece)
        if not piece.keeps_next:
            yield held
            held = []
    if held:
        yield held


class _Pages:
    """The pages set so far."""

    def __init__(self, height: float, *, first_solid: bool) -> None:
        self._height = height
        self._first_solid = first_solid
        self.pages = 1
        self.slack = 0.0
        self._text = 0.0
        self._after = 0.0
        self._notes = 0.0

    @property
    def depth(self) -> float:
        """How much of the page is taken."""
        return self._text + self._notes + SEPARATOR * bool(self._notes)

    def take(self, group: Sequence[Piece]) -> None:
        """Set titles and the paragraph they keep with."""
        *titles, last = group
        begun = self._text > 0
        if begun and group[0].new_page:
            self._turn()
            self.slack = 0.0
        elif begun and titles and not self._holds_start(titles, last):
            self._turn()
        for title in titles:
            self._place(title, 0, title.lines)
            self._after = title.after
        self._set(last)

    def _holds_start(self, titles: Sequence[Piece], last: Piece) -> bool:
        """Whether titles and the first lines of a paragraph fit on the page."""
        tall, after = 0.0, self._after
        for title in titles:
            tall += max(after, title.before) + title.lines * title.line
            after = title.after
        tall += max(after, last.before)
        notes = sum(one for title in titles for _, one in title.notes)
        return self._fitting(last, 0, tall, notes) >= min(last.lines, WIDOW)

    def _fitting(self, piece: Piece, first: int, gap: float, noted: float = 0.0) -> int:
        """How many lines of a paragraph, from one on, this page still holds.

        `noted` is the height of notes that come onto the page before it.
        """
        taken = self._text + gap
        notes = self._notes + noted
        if not piece.notes:
            foot = notes + SEPARATOR if notes else 0.0
            room = self._height + _HAIR - foot - taken
            return max(0, min(piece.lines - first, int(room / piece.line)))
        left = piece.lines - first
        every = notes + sum([tall for _, tall in piece.notes])
        if taken + left * piece.line + every + SEPARATOR <= self._height:
            return left
        tall = _feet_by_line(piece.notes)
        fitting = 0
        for number in range(first, piece.lines):
            taken += piece.line
            notes += tall.get(number, 0.0)
            foot = notes + SEPARATOR if notes else 0.0
            if taken + foot > self._height + _HAIR:
                break
            fitting += 1
        return fitting

    def _set(self, piece: Piece) -> None:
        first = 0
        while True:
            held = self._fitting(piece, first, self._gap(piece, first))
            if held >= piece.lines - first:
                break
            held = min(held, piece.lines - first - WIDOW)
            if held >= WIDOW:
                self._place(piece, first, held)
                first += held
            elif self._text == 0:
                break
            self._turn()
        self._place(piece, first, piece.lines - first)
        self._after = piece.after

    def _place(self, piece: Piece, first: int, many: int) -> None:
        self._text += self._gap(piece, first) + many * piece.line
        after = first + many
        self._notes += sum([tall for at, tall in piece.notes if first <= at < after])

    def _gap(self, piece: Piece, first: int = 0) -> float:
        """The space before a paragraph; its further lines and a page have none.

        A first line that is set solid takes less than its height.
        """
        if not self._text:
            solid = self._first_solid and piece.solid
            return piece.solid - piece.line if solid else 0.0
        return 0.0 if first else max(self._after, piece.before)

    def _turn(self) -> None:
        self.pages += 1
        self.slack = max(0.0, self._height - self.depth)
        self._text = self._after = self._notes = 0.0


def _feet_by_line(notes: Iterable[tuple[int, float]]) -> dict[int, float]:
    """The height of the notes that each line calls."""
    tall: dict[int, float] = {}
    for line, height in notes:
        tall[line] = tall.get(line, 0.0) + height
    return tall
