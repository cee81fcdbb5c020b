"""Markers: how a sentence says which card it rests on, `[@card-id, place]`.

`[@card-id, chart]` or `[@card-id, chart: Victims found]` asks for a chart of the
card's figures. Anything else in square brackets is a person's own text and stays as
it is.
"""

import re
from functools import lru_cache
from typing import NamedTuple

MARKER = re.compile(r"\[@([a-z0-9][a-z0-9-]*)(?:,\s*([^\[\]\n]*?))?\s*\]")
"""A marker: the id of a card and, after a comma, the place in its source."""

EVERY_SOURCE = "every source"
"""What a marker says behind its comma to cite all sources of its card."""

_SPACED = re.compile(rf"[ \t]*{MARKER.pattern}")
_SPACE = " \t"
_CHART = re.compile(r"chart\s*(?::(.*))?", re.IGNORECASE)
_MAYBE_CHART = re.compile(r",\s*chart\b", re.IGNORECASE)


class Marker(NamedTuple):
    """One marker in a text, and where it stands."""

    card: str
    """The id of the card."""

    place: str | None
    """The place in its source; None: the card's own."""

    start: int
    """Where its bracket opens, in characters from the start."""

    end: int
    """Where the text goes on, in characters from the start."""


@lru_cache(maxsize=512)
def find_markers(text: str) -> tuple[Marker, ...]:
    """The markers of a text, in order."""
    if "[@" not in text:
        return ()
    return tuple(
        [
            Marker(found[1], found[2] or None, found.start(), found.end())
            for found in MARKER.finditer(text)
        ]
    )


@lru_cache(maxsize=512)
def without_markers(text: str) -> str:
    """The text as a reader says it, with the space before each marker closed."""
    found = find_markers(text)
    if not found:
        return text
    starts = (0, *[one.end for one in found])
    pieces = [
        text[start : one.start].rstrip(_SPACE)
        for start, one in zip(starts, found, strict=False)
    ]
    return "".join((*pieces, text[starts[-1] :]))


def chart_title(marker: Marker) -> str | None:
    """What a marker calls the chart it asks for, maybe nothing; None: it cites."""
    found = _CHART.fullmatch(marker.place or "")
    return (found[1] or "").strip(" \t.") if found else None


@lru_cache(maxsize=256)
def without_charts(text: str) -> str:
    """The text without the markers that ask for a chart and the space before each."""
    if "chart" not in text.casefold() or not _MAYBE_CHART.search(text):
        return text
    return _SPACED.sub(_unless_chart, text)


def _unless_chart(found: re.Match[str]) -> str:
    marker = Marker(found[1], found[2] or None, found.start(), found.end())
    return found[0] if chart_title(marker) is None else ""


def write_marker(card: str, place: str | None = None) -> str:
    """The marker of a card, as it stands in a text."""
    return f"[@{card}, {place}]" if place else f"[@{card}]"
