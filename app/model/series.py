"""Series: one thing that was counted in several years, over all cards that say it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from app.model.base import Id
from app.model.card import Card, Figure

Value = int | float | str
"""A number, or words such as `Tier 3`."""

FEWEST = 3
"""Years from which figures make a series."""

MOST_GAPS = 30
"""Years between the first and the last that are all listed, known or not."""

_LARGEST = 1e15
"""From here on a figure is not shown to the last digit, and nothing counts so much."""

_IN_YEAR = re.compile(r"\s+in (?:[A-Z][a-z]+ )?(?:19|20)\d{2}$")
_FOLLOWS = re.compile(r"(?:of|in|with|for|from|at|by|to|on|who|whose|that)\b")


class Point(NamedTuple):
    """What was counted in one year."""

    year: int
    """The year."""

    value: Value
    """The figure."""

    card: Id
    """The card that says so."""


class Series(NamedTuple):
    """One thing that was counted in several years."""

    what: str
    """What was counted, without its year."""

    unit: str
    """In which unit."""

    points: tuple[Point, ...]
    """Each year once, in order."""

    disputed: tuple[int, ...] = ()
    """Years for which another card gives another figure; the first one counts."""

    @property
    def title(self) -> str:
        """What was counted, as a heading says it: `Members (States)`."""
        what, unit = self.what, self.unit
        if _FOLLOWS.match(what):
            said = f"{unit} {what}"
        elif unit.casefold() in what.casefold():
            said = what
        else:
            said = f"{what} ({unit})"
        return said[:1].upper() + said[1:]

    @property
    def called(self) -> str:
        """Its title with its years."""
        first, last = self.span
        return f"{self.title}, {first} to {last}"

    @property
    def cards(self) -> tuple[Id, ...]:
        """The cards its figures stand on, each once."""
        return tuple(dict.fromkeys(one.card for one in self.points))

    def leans_on(self, card: Id) -> bool:
        """Whether a card gives the figures of several years, so of several sources."""
        return sum(one.card == card for one in self.points) > 1

    @property
    def known(self) -> dict[int, Value]:
        """Each year with its figure."""
        return {one.year: one.value for one in self.points}

    @property
    def span(self) -> tuple[int, int]:
        """The first year and the last one."""
        return self.points[0].year, self.points[-1].year

    @property
    def years(self) -> tuple[int, ...]:
        """The years to list; one without a figure is among them where few are."""
        first, last = self.span
        if last - first > MOST_GAPS:
            return tuple(one.year for one in self.points)
        return tuple(range(first, last + 1))

    @property
    def gaps(self) -> tuple[int, ...]:
        """Listed years without a figure."""
        known = self.known
        return tuple(year for year in self.years if year not in known)

    @property
    def numbers(self) -> dict[int, int | float] | None:
        """Each year with its number; None where some figure is no plain number."""
        found = {
            one.year: one.value
            for one in self.points
            if isinstance(one.value, int | float) and _is_plain(one.value)
        }
        return found if len(found) == len(self.points) else None


def _is_plain(value: float) -> bool:
    """Whether it is a number that can be drawn, and no endless one."""
    return -_LARGEST < value < _LARGEST


def said(value: Value) -> str:
    """A figure as a paper says it: `1,578`, `32.5`, `Tier 3`."""
    if isinstance(value, str):
        return value
    whole = isinstance(value, float) and value.is_integer()
    return f"{int(value) if whole else value:,}"


def all_series(cards: Sequence[Card]) -> tuple[Series, ...]:
    """The figures that stand for three years or more, each year once."""
    found: dict[tuple[str, str], dict[int, Point]] = {}
    disputed: dict[tuple[str, str], set[int]] = {}
    for card, figure, year in _dated(cards):
        key = _key(figure)
        point = Point(year, figure.value, card.id)
        first = found.setdefault(key, {}).setdefault(year, point)
        if first.value != point.value:
            disputed.setdefault(key, set()).add(year)
    return tuple(
        Series(
            *key,
            tuple(points[year] for year in sorted(points)),
            tuple(sorted(disputed.get(key, ()))),
        )
        for key, points in found.items()
        if len(points) >= FEWEST
    )


def series_of(card: Card, cards: Sequence[Card]) -> Series | None:
    """The series of a card's first figure that has one; None: it has none."""
    return series_by_card((card,), cards).get(card.id)


def series_by_card(some: Iterable[Card], cards: Sequence[Card]) -> dict[Id, Series]:
    """Those of some cards that have a series, with it; `cards` are all there are."""
    dated = [one for one in some if any(f.year is not None for f in one.figures)]
    if not dated:
        return {}
    found = {(one.what, one.unit): one for one in all_series(cards)}
    firsts = ((card.id, _first(card, found)) for card in dated)
    return {card: series for card, series in firsts if series is not None}


def offered(cards: Sequence[Card]) -> dict[Id, Series]:
    """Every series a card leads to, by the first card that does."""
    found: dict[tuple[str, str], Id] = {}
    led = series_by_card(cards, cards)
    for card, one in led.items():
        found.setdefault((one.what, one.unit), card)
    return {card: led[card] for card in found.values()}


def _first(card: Card, found: dict[tuple[str, str], Series]) -> Series | None:
    keys = (_key(one) for one in card.figures if one.year is not None)
    return next((found[key] for key in keys if key in found), None)


def _key(figure: Figure) -> tuple[str, str]:
    return _IN_YEAR.sub("", figure.what), figure.unit


def _dated(cards: Sequence[Card]) -> Iterator[tuple[Card, Figure, int]]:
    for card in cards:
        for figure in card.figures:
            if figure.year is not None:
                yield card, figure, figure.year
