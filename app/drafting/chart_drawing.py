"""Drawing a chart: a series as grey columns, each with its figure and its year.

The columns are ours, as SVG; the extra `charts` turns them into a picture with the
letters of a font that ships with the program, so that the same series gives the same
bytes. It reads in black and white: nothing is told by colour.
"""

import re
from functools import lru_cache
from html import escape
from typing import NamedTuple

from app.library import typefaces
from app.model.series import Series, said

WIDE, HIGH = 374, 128
"""The sides of a picture, in points where it takes its share of a usual line."""

SHARE = 0.8
"""The share of the line that a picture takes."""

_DOTS = 4
_TYPE = 9.0
_DIGIT = 0.58
_LEFT, _RIGHT = 20.0, 4.0
_LINE = 12.0
_NARROWEST = 9.5
_WIDEST_COLUMN, _LONGEST = 30.0, 60.0
_GREY = "#595959"
_KNOWN_LETTERS = re.compile("[ -~\u00a0-\u017f\u0386-\u03ce\u0400-\u045f–—‘’“”…€№]*")


class _Room(NamedTuple):
    """How the place is shared out."""

    pitch: float
    """From one year to the next."""

    turned_years: bool
    turned_figures: bool

    top: float
    """Where the highest column ends."""

    floor: float
    """Where all columns begin."""


def has_columns(series: Series) -> bool:
    """Whether a series can be columns: plain numbers from 0 on, in years with room."""
    numbers = series.numbers
    if numbers is None or min(numbers.values()) < 0:
        return False
    longest = max(_width(said(one)) for one in numbers.values())
    return _pitch(series) >= _NARROWEST and longest <= _LONGEST


@lru_cache(maxsize=32)
def drawn(series: Series) -> bytes | None:
    """The series as a PNG file; None: nothing here can draw it."""
    if not has_columns(series):
        return None
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        return None
    return bytes(
        svg_to_bytes(
            svg_string=as_svg(series),
            background="#ffffff",
            zoom=_DOTS,
            skip_system_fonts=True,
            font_files=[str(typefaces.chart_font())],
            font_family=typefaces.CHART_FACE,
        )
    )


def as_svg(series: Series) -> str:
    """The columns of a series that has them."""
    numbers = series.numbers or {}
    room = _room(series)
    highest = max(*numbers.values(), 0) or 1
    parts: list[str] = []
    for at, year in enumerate(series.years):
        middle = _LEFT + room.pitch * (at + 0.5)
        parts.append(_year(year, middle, room))
        if year in numbers:
            share = numbers[year] / highest
            parts.append(_column(share, said(numbers[year]), middle, room))
        else:
            parts.append(_words("–", middle, room.floor - 3))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{HIGH}" '
        f'font-family="{typefaces.CHART_FACE}" font-size="{_TYPE:g}">'
        f"{_axis(series.unit, room)}{''.join(parts)}</svg>"
    )


def _pitch(series: Series) -> float:
    return (WIDE - _LEFT - _RIGHT) / len(series.years)


def _room(series: Series) -> _Room:
    pitch = _pitch(series)
    longest = max(_width(said(one.value)) for one in series.points)
    year = max(_width(str(one)) for one in series.years)
    turned_figures, turned_years = longest > pitch - 1, year > pitch - 1
    return _Room(
        pitch=pitch,
        turned_years=turned_years,
        turned_figures=turned_figures,
        top=(longest + 6) if turned_figures else _LINE,
        floor=HIGH - (year + 6 if turned_years else _LINE + 2),
    )


def _width(words: str) -> float:
    return len(words) * _DIGIT * _TYPE


def _axis(unit: str, room: _Room) -> str:
    """The line the columns stand on, and what is counted beside it."""
    line = (
        f'<line x1="{_LEFT:g}" y1="{room.floor:g}" x2="{WIDE - _RIGHT:g}" '
        f'y2="{room.floor:g}" stroke="#000000" stroke-width="0.75"/>'
    )
    if not _KNOWN_LETTERS.fullmatch(unit) or _width(unit) > HIGH:
        return line
    return line + _turned(unit, _TYPE + 1, HIGH / 2, "middle")


def _year(year: int, middle: float, room: _Room) -> str:
    if room.turned_years:
        return _turned(str(year), middle + _TYPE / 3, room.floor + 4, "end")
    return _words(str(year), middle, room.floor + _LINE)


def _column(share: float, figure: str, middle: float, room: _Room) -> str:
    wide = min(room.pitch * 0.62, _WIDEST_COLUMN)
    tall = share * (room.floor - room.top)
    above = room.floor - tall - 3
    if room.turned_figures:
        label = _turned(figure, middle + _TYPE / 3, above, "start")
    else:
        label = _words(figure, middle, above)
    return (
        f'<rect x="{middle - wide / 2:.2f}" y="{room.floor - tall:.2f}" '
        f'width="{wide:.2f}" height="{tall:.2f}" fill="{_GREY}"/>{label}'
    )


def _words(words: str, x: float, y: float) -> str:
    return f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="middle">{escape(words)}</text>'


def _turned(words: str, x: float, y: float, anchor: str) -> str:
    """Words that run upwards."""
    return (
        f'<text transform="translate({x:.2f} {y:.2f}) rotate(-90)" '
        f'text-anchor="{anchor}">{escape(words)}</text>'
    )
