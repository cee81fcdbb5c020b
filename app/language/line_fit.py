"""Line fitting: how many lines a paragraph takes, as a word processor breaks it.

Widths come from a typeface's own table, in its units; kerning is left out, as
Word and LibreOffice leave it out for body text.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

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
    return _width(text, face) * points / face.units_per_em


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
    if not text:
        return 1
    scale = points / face.units_per_em
    room = width - indent
    lines = 1
    for piece in _BREAK.split(text):
        bare = piece.rstrip(" ")
        needed = _width(bare, face) * scale
        if needed > room and room < width:
            lines += 1
            room = width
        room -= _width(piece, face) * scale
    return lines


def _width(text: str, face: Typeface) -> int:
    return sum(face.widths.get(letter, _UNSEEN) for letter in text)
