"""Charts in a passage: where they stand between its paragraphs.

A marker that asks for a chart stands on a line of its own; one that stands in a
paragraph puts the chart below it. It is never part of a sentence.
"""

from collections.abc import Iterator
from typing import NamedTuple

from app.language.markers import (
    Marker,
    chart_title,
    find_markers,
    without_charts,
    without_markers,
    write_marker,
)
from app.language.sentences import paragraphs

CHART = "chart"
"""What a marker says behind its comma where it asks for a chart."""


class ChartMark(NamedTuple):
    """A place in a text where a chart is wanted."""

    card: str
    """The card whose figures it shows."""

    title: str = ""
    """What the delegate calls it; empty: what the figures say."""

    @property
    def written(self) -> str:
        """The marker, as it stands in a text."""
        return write_marker(
            self.card, f"{CHART}: {self.title}" if self.title else CHART
        )


Piece = str | ChartMark
"""A paragraph on one line, or a chart."""


def chart_marks(text: str) -> tuple[ChartMark, ...]:
    """The charts a text asks for, in order."""
    return tuple(map(_mark, filter(_asks, find_markers(text))))


def pieces(text: str) -> Iterator[Piece]:
    """The paragraphs of a text without their charts, and the charts in their place."""
    if not chart_marks(text):
        yield from paragraphs(text)
        return
    for paragraph in paragraphs(_set_apart(text)):
        words = without_charts(paragraph).strip()
        if words:
            yield words
        yield from chart_marks(paragraph)


def own_words(text: str) -> str:
    """What is left of a passage without its charts; empty: no word is written."""
    return without_charts(text).strip()


def with_chart(text: str, mark: ChartMark) -> str:
    """The passage with a chart below its words."""
    before = text.rstrip()
    return f"{before}\n\n{mark.written}" if before else mark.written


def _asks(marker: Marker) -> bool:
    return chart_title(marker) is not None


def _mark(marker: Marker) -> ChartMark:
    return ChartMark(marker.card, chart_title(marker) or "")


def _set_apart(text: str) -> str:
    """A text whose lines of nothing but charts are paragraphs of their own."""
    return "\n".join(
        f"\n{line}\n" if _is_all_charts(line) else line for line in text.split("\n")
    )


def _is_all_charts(line: str) -> bool:
    markers = find_markers(line)
    return (
        bool(markers) and all(map(_asks, markers)) and not without_markers(line).strip()
    )
