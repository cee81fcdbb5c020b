"""Charts: a card's figures year by year, as a picture or a table with its caption.

A series of plain numbers is drawn where the extra `charts` is there; any other
stands as a table. Both say the same and have the same caption, so that "Figure 1"
in a delegate's words is always there. The letters of a chart and its caption are no
words of the paper.
"""

from collections.abc import Sequence
from typing import NamedTuple

from app.drafting import chart_drawing
from app.drafting.blocks import table
from app.language.charts import ChartMark
from app.language.markers import EVERY_SOURCE, write_marker
from app.model.brief import Brief
from app.model.paper import Inline, Picture, Table
from app.model.preset import CitationForm, Preset
from app.model.series import Point, Series, said, series_of
from app.model.source import Source

FIGURE = "Figure"
"""What charts are called and counted as."""

ACROSS = 10
"""Years that stand beside each other in a table; more stand below each other."""

_SAYS_NOTHING = frozenset({CitationForm.LIST, CitationForm.LINKS})


class Chart(NamedTuple):
    """One chart on its way into a paper."""

    series: Series
    """What it shows."""

    title: str
    """What it is called, without its years."""

    sources: str = ""
    """What the caption says of its sources where citations print nothing there."""

    many_sources: bool = False
    """Whether its figures stand in more than one source."""

    def caption(self, number: int) -> str:
        """What stands beside it, with a marker for each card it rests on.

        A card of several years has them from several sources: all are cited.
        """
        series = self.series
        markers = "".join(
            write_marker(card, EVERY_SOURCE if series.leans_on(card) else None)
            for card in series.cards
        )
        return f"{FIGURE} {number}. {self.called}.{self.sources}{markers}"

    @property
    def called(self) -> str:
        """Its title with its years, unless the title names them."""
        first, last = map(str, self.series.span)
        if first in self.title and last in self.title:
            return self.title
        return f"{self.title}, {first} to {last}"

    @property
    def disputed(self) -> tuple[int, ...]:
        """Years for which cards give different figures."""
        return self.series.disputed

    @property
    def waits(self) -> bool:
        """Whether it stands as a table only because nothing here can draw it."""
        can_be = chart_drawing.has_columns(self.series)
        return can_be and chart_drawing.drawn(self.series) is None

    def block(self, caption: tuple[Inline, ...]) -> Picture | Table:
        """The picture with its caption, or the table."""
        rows = as_table(self.series)
        png = chart_drawing.drawn(self.series)
        if png is None:
            return rows.revise(caption=caption)
        return Picture(
            png=png,
            alt=self.in_words,
            caption=caption,
            instead=rows,
            width=chart_drawing.SHARE,
        )

    @property
    def in_words(self) -> str:
        """The chart for who cannot see it."""
        told = "; ".join(f"{year}: {said(v)}" for year, v in self.series.known.items())
        gaps = ", ".join(map(str, self.series.gaps))
        lacking = f" No figure for {gaps}." if gaps else ""
        return f"Chart of columns. {self.called}. {told}.{lacking}"


def chart_of(mark: ChartMark, brief: Brief, rules: Preset) -> Chart | None:
    """The chart a passage asks for; None: its card has no figures over three years."""
    card = brief.card(mark.card)
    series = series_of(card, brief.cards) if card else None
    if series is None:
        return None
    sources = _sources(series, brief)
    said = ""
    if sources and rules.citations.form in _SAYS_NOTHING:
        said = f" Source: {'; '.join(dict.fromkeys(map(_name, sources)))}."
    return Chart(series, mark.title or series.title, said, len(sources) > 1)


def as_table(series: Series) -> Table:
    """The series as rows: numbers by year, words by the years they held for."""
    unit = series.unit[:1].upper() + series.unit[1:]
    points = series.points
    if series.numbers is None:
        return table(("Years", unit), _runs(points))
    if len(points) <= ACROSS:
        years = [str(one.year) for one in points]
        return table(("Year", *years), [(unit, *(said(one.value) for one in points))])
    half = -(-len(points) // 2)
    rows = [_pair(points, at) + _pair(points, at + half) for at in range(half)]
    return table(("Year", unit) * 2, rows)


def _pair(points: Sequence[Point], at: int) -> tuple[str, str]:
    if at >= len(points):
        return "", ""
    return str(points[at].year), said(points[at].value)


def _runs(points: Sequence[Point]) -> list[tuple[str, str]]:
    """Years that follow each other with the same words stand together."""
    runs: list[tuple[int, int, str]] = []
    for year, value, _ in points:
        words = said(value)
        if runs and runs[-1][1:] == (year - 1, words):
            runs[-1] = (runs[-1][0], year, words)
        else:
            runs.append((year, year, words))
    return [(str(a) if a == b else f"{a} to {b}", words) for a, b, words in runs]


def _sources(series: Series, brief: Brief) -> list[Source]:
    """Where its figures stand, each source once."""
    ids = [
        one
        for card in map(brief.card, series.cards)
        if card
        for one in card.named_sources[: None if series.leans_on(card.id) else 1]
    ]
    found = map(brief.source, dict.fromkeys(ids))
    return [one for one in found if one]


def _name(source: Source) -> str:
    return source.publisher or source.container or source.title
