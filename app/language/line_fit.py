"""Line fitting: how many lines a paragraph takes, as a word processor breaks it.

Widths come from a typeface's own table, in its units; kerning is left out, as
Word and LibreOffice leave it out for body text.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from operator import add
from typing import ClassVar, NamedTuple

_PIECE = re.compile(r"[^ \-–—/]*[ \-–—/]|[^ \-–—/]+")
"""What stands between two places where a line may end."""

_GRACE = 0.001
"""The share of a line by which one long word may stand out of it."""

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
    """The width of a text and the space behind it on one long line, in points."""
    return _Measured.of(face).run(text).starts[-1] * points / face.units_per_em


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
    measured = _Measured.of(face)
    line = width * face.units_per_em / points
    limit = line - indent * face.units_per_em / points
    ends: list[int] = []
    at = begun = 0
    for text in texts:
        run = measured.run(text)
        while run.bare[-1] - begun > limit:
            place = bisect_right(run.bare, begun + limit)
            if run.starts[place] > begun:
                begun, limit = run.starts[place], line
            elif run.bare[place] - begun > limit + line * _GRACE:
                limit += line
            elif place + 1 < len(run.bare):
                place += 1
                begun, limit = run.starts[place], line
            else:
                break
            ends.append(at + run.places[place])
        at += run.places[-1]
        begun -= run.starts[-1]
    whole = at - 1 if texts else 0
    if ends and ends[-1] >= whole:
        ends.pop()  # only the space behind the text would stand there
    return (*ends, whole)


_Piece = tuple[int, int, int]
"""Widths without the spaces at its end and with them, in units, and letters."""


class _Run(NamedTuple):
    """A text and the space behind it, between the places where a line may end."""

    bare: tuple[int, ...]
    """Where each piece ends without the spaces it ends with, in units."""

    starts: tuple[int, ...]
    """Where each piece begins, and last where the text ends, in units."""

    places: tuple[int, ...]
    """The same in letters."""


class _Measured:
    """What was measured in one face before; drafts say most things again."""

    known: ClassVar[dict[int, "_Measured"]] = {}
    most = 8192

    def __init__(self, face: Typeface) -> None:
        self.face = face
        self._words: dict[str, tuple[_Piece, ...]] = {}
        self._runs: dict[str, _Run] = {}

    @classmethod
    def of(cls, face: Typeface) -> "_Measured":
        """The measures of a face, forgotten when they grow too many."""
        held = cls.known.get(id(face))
        if held is None or held.face is not face:
            held = cls.known[id(face)] = cls(face)
        return held

    def run(self, text: str) -> _Run:
        """A text, measured with the space that follows it."""
        found = self._runs.get(text)
        if found is None:
            if len(self._words) > self.most or len(self._runs) > self.most:
                self._words.clear()
                self._runs.clear()
            found = self._runs[text] = self._run(text.split(" "))
        return found

    def _run(self, words: Sequence[str]) -> _Run:
        known, measure = self._words.get, self._word
        pieces = [one for word in words for one in known(word) or measure(word)]
        bare, whole, letters = zip(*pieces, strict=True)
        starts = tuple(accumulate(whole, initial=0))
        return _Run(
            tuple(map(add, starts, bare)), starts, tuple(accumulate(letters, initial=0))
        )

    def _word(self, word: str) -> tuple[_Piece, ...]:
        """The pieces of a word and the space behind it."""
        found = tuple(map(self._piece, _PIECE.findall(f"{word} ")))
        self._words[word] = found
        return found

    def _piece(self, piece: str) -> _Piece:
        bare = _width(piece.rstrip(" "), self.face)
        return bare, _width(piece, self.face), len(piece)


def _width(text: str, face: Typeface) -> int:
    widths = face.widths
    try:
        return sum(map(widths.__getitem__, text))
    except KeyError:
        return sum(widths.get(letter, _UNSEEN) for letter in text)
