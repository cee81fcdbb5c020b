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
    width = sum([one.whole for one in _Measured.of(face).pieces(text)])
    return width * points / face.units_per_em


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
    return len(line_ends((text,), face, points, width, indent))


def line_ends(
    texts: Sequence[str], face: Typeface, points: float, width: float, indent: float = 0
) -> tuple[int, ...]:
    """Where each line of a paragraph ends in its text, as `lines_needed` breaks it.

    The paragraph is told in sentences, which are measured once however often they
    are said; a space stands between two.
    """
    held = _Measured.of(face)
    scale = points / face.units_per_em
    room = width - indent
    ends: list[int] = []
    at = 0
    for bare, whole, letters in held.run(texts):
        if bare * scale > room:
            if room < width and at:
                ends.append(at)
                room = width
            while bare * scale > room + width * 0.001:
                ends.append(at)
                room += width
        room -= whole * scale
        at += letters
    return (*ends, at)


class _Piece(NamedTuple):
    """What stands between two places where a line may end."""

    bare: int
    """Its width without the spaces it ends with, in units."""

    whole: int
    """Its width with them."""

    letters: int
    """How many letters it has, spaces included."""


class _Measured:
    """What was measured in one face before; drafts say most things again."""

    known: ClassVar[dict[int, "_Measured"]] = {}
    most = 8192

    def __init__(self, face: Typeface) -> None:
        self.face = face
        self._pieces: dict[str, _Piece] = {}
        self._texts: dict[str, tuple[_Piece, ...]] = {}

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

    def run(self, texts: Sequence[str]) -> list[_Piece]:
        """The pieces of a paragraph; each sentence but the last ends with a space."""
        found: list[_Piece] = []
        for text in texts[:-1]:
            found += self.pieces(f"{text} ")
        for text in texts[-1:]:
            found += self.pieces(text)
        return found

    def pieces(self, text: str) -> tuple[_Piece, ...]:
        """The pieces of a text."""
        found = self._texts.get(text)
        if found is None:
            known, measure = self._pieces.get, self.piece
            found = tuple(
                [known(one) or measure(one) for one in _BREAK.split(text) if one]
            )
            self._texts[text] = found
        return found

    def piece(self, piece: str) -> _Piece:
        """One piece."""
        found = self._pieces.get(piece)
        if found is None:
            bare = _width(piece.rstrip(" "), self.face)
            found = _Piece(bare, _width(piece, self.face), len(piece))
            self._pieces[piece] = found
        return found


def _width(text: str, face: Typeface) -> int:
    widths = face.widths
    try:
        return sum(map(widths.__getitem__, text))
    except KeyError:
        return sum(widths.get(letter, _UNSEEN) for letter in text)
