"""Line fitting: how many lines a paragraph takes, as a word processor breaks it.

Widths come from a typeface's own table, in its units; kerning is left out, as
Word and LibreOffice leave it out for body text.
"""

import re
from collections.abc import Mapping, Sequence
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
    texts: Sequence[str], face: Typeface, points: float, width: float, indent: float = 0
) -> int:
    """How many lines a paragraph takes in a column.

    Args:
        texts: Its sentences, each on one line; a space stands between two.
        face: The widths of its letters.
        points: The size of its type, in points.
        width: The width of the column, in points.
        indent: What the first line loses, in points.
    """
    held = _Measured.of(face)
    units = face.units_per_em / points
    column = width * units
    room = (width - indent) * units + held.space
    lines = 1
    for text in texts:
        room -= held.space
        for bare, whole in held.pieces(text):
            if bare > room and room < column:
                lines += 1
                room = column
            room -= whole
    return lines


class _Measured:
    """What was measured in one face before; drafts say most things again."""

    known: ClassVar[dict[int, "_Measured"]] = {}
    most = 8192

    def __init__(self, face: Typeface) -> None:
        self.face = face
        self.space = _width(" ", face)
        self._pieces: dict[str, tuple[int, int]] = {}
        self._texts: dict[str, tuple[tuple[int, int], ...]] = {}

    @classmethod
    def of(cls, face: Typeface) -> "_Measured":
        """The measures of a face, forgotten when they grow too many."""
        held = cls.known.get(id(face))
        if held is None or held.face is not face:
            held = cls.known[id(face)] = cls(face)
        if len(held._pieces) > cls.most or len(held._texts) > cls.most:
            held._pieces.clear()
            held._texts.clear()
        return held

    def pieces(self, text: str) -> tuple[tuple[int, int], ...]:
        """The widths of what stands between the places where a line may end."""
        found = self._texts.get(text)
        if found is None:
            found = tuple(self.piece(one) for one in _BREAK.split(text) if one)
            self._texts[text] = found
        return found

    def piece(self, piece: str) -> tuple[int, int]:
        """The widths of a piece without and with the spaces it ends with."""
        found = self._pieces.get(piece)
        if found is None:
            bare = _width(piece.rstrip(" "), self.face)
            found = self._pieces[piece] = (bare, _width(piece, self.face))
        return found


def _width(text: str, face: Typeface) -> int:
    widths = face.widths
    try:
        return sum(map(widths.__getitem__, text))
    except KeyError:
        return sum(widths.get(letter, _UNSEEN) for letter in text)
