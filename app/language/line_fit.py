"""Line fitting: how many lines a paragraph takes, as a word processor breaks it.

Widths come from a typeface's own table, in its units; kerning is left out, as
Word and LibreOffice leave it out for body text.
"""

import re
from collections.abc import Mapping
from typing import ClassVar, NamedTuple

_BREAK = re.compile(r"(?<=[ \-–—/])")
_UNSEEN = 1139
"""Width, in 2048ths of an em, of a letter the table does not hold."""


class Typeface(NamedTuple):
    """The widths of one face."""

    units_per_em: int
    """Units in one em: 2048."""

    line: int
    """Height of one line set solid, in units."""

    widths: Mapping[str, int]
    """Letter to width, in units."""


def line_height(face: Typeface, points: float, spacing: float) -> float:
    """The height of one line, in points."""
    return face.line / face.units_per_em * points * spacing


def text_width(text: str, face: Typeface, points: float) -> float:
    """The width of a text on one long line, in points."""
    return _Measured.of(face).piece(text)[1] * points / face.units_per_em


def lines_needed(
    text: str, face: Typeface, points: float, width: float, indent: float = 0
) -> int:
    """How many lines a paragraph takes in a column.

    Args:
        text: The paragraph on one line.
        face: The widths of its letters.
        points: The size of its type, in points.
        width: The width of the column, in points.
        indent: What the first line loses, in points.
    """
    return len(line_ends(text, face, points, width, indent))


def line_ends(
    text: str, face: Typeface, points: float, width: float, indent: float = 0
) -> tuple[int, ...]:
    """Where each line of a paragraph ends in its text, as `lines_needed` breaks it."""
    if not text:
        return (0,)
    held = _Measured.of(face)
    key = (text, points, width, indent)
    found = held.lines.get(key)
    if found is None:
        found = held.lines[key] = _lines(held, text, points, width, indent)
    return found


class _Measured:
    """What was measured in one face before; drafts say most things again."""

    known: ClassVar[dict[int, "_Measured"]] = {}
    most = 20_000

    def __init__(self, face: Typeface) -> None:
        self.face = face
        self.pieces: dict[str, tuple[int, int]] = {}
        self.lines: dict[tuple[str, float, float, float], tuple[int, ...]] = {}

    @classmethod
    def of(cls, face: Typeface) -> "_Measured":
        """The measures of a face, forgotten when they grow too many."""
        held = cls.known.get(id(face))
        if held is None or held.face is not face:
            held = cls.known[id(face)] = cls(face)
        if len(held.pieces) > cls.most or len(held.lines) > cls.most:
            held.pieces.clear()
            held.lines.clear()
        return held

    def piece(self, piece: str) -> tuple[int, int]:
        """The widths of a piece without and with the spaces it ends with."""
        found = self.pieces.get(piece)
        if found is None:
            bare = _width(piece.rstrip(" "), self.face)
            found = self.pieces[piece] = (bare, _width(piece, self.face))
        return found


def _lines(
    held: _Measured, text: str, points: float, width: float, indent: float
) -> tuple[int, ...]:
    scale = points / held.face.units_per_em
    room = width - indent
    ends: list[int] = []
    at = 0
    for piece in _BREAK.split(text):
        bare, whole = held.pieces.get(piece) or held.piece(piece)
        if bare * scale > room:
            if room < width and at:
                ends.append(at)
                room = width
            while bare * scale > room + width * 0.001:
                ends.append(at)
                room += width
        room -= whole * scale
        at += len(piece)
    return (*ends, at)


def _width(text: str, face: Typeface) -> int:
    widths = face.widths
    try:
        return sum(map(widths.__getitem__, text))
    except KeyError:
        return sum(widths.get(letter, _UNSEEN) for letter in text)
