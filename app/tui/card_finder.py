"""Finding cards by the words that stand on them; each card is read once."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from app.model.card import Card
from app.tui import wording


class _Read(NamedTuple):
    """A card as a filter reads it, in small letters."""

    first: str
    """Its first line."""

    whole: str
    """All of it."""

    card: Card
    """The card itself."""


class Hits(NamedTuple):
    """What a filter found."""

    cards: list[Card]
    """The cards to show: at most as many as were asked for, the best first."""

    total: int
    """How many were found in all."""


class CardFinder:
    """Finds cards of one country's brief."""

    def __init__(self, country: str) -> None:
        """Begin with no card read."""
        self._country = country
        self._known: dict[str, _Read] = {}
        self._cards: Sequence[Card] = ()
        self._all: list[_Read] = []
        self._last: tuple[list[str], list[_Read]] = ([], [])

    def read(self, cards: Sequence[Card]) -> None:
        """Read the cards to look among, so that the first key is quick."""
        if cards is not self._cards:
            self._all = [self._read(one) for one in cards]
            self._cards = cards
            self._last = ([], self._all)

    def hits(self, cards: Sequence[Card], words: str, most: int) -> Hits:
        """The cards that hold all of the words.

        Those that say them in their first line come before those that only name
        them elsewhere; else the order stays.
        """
        self.read(cards)
        wanted = words.casefold().split()
        before, found = self._last
        if not _narrows(wanted, before):
            found = self._all
        for word in wanted:
            found = [one for one in found if word in one.whole]
        self._last = (wanted, found)
        best = islice(_best_first(found, wanted), most)
        return Hits([one.card for one in best], len(found))

    def _read(self, card: Card) -> _Read:
        known = self._known.get(card.id)
        if known is None or known.card is not card:
            first = wording.short(card).casefold()
            whole = wording.said_on(card, self._country)
            known = self._known[card.id] = _Read(first, whole, card)
        return known


def _narrows(wanted: list[str], before: list[str]) -> bool:
    """Whether whatever holds these words held those before."""
    return all(any(old in new for new in wanted) for old in before)


def _best_first(found: Sequence[_Read], wanted: Sequence[str]) -> Iterator[_Read]:
    """Those that say all of the words in their first line, then the others."""
    rest = []
    for one in found:
        if all(word in one.first for word in wanted):
            yield one
        else:
            rest.append(one)
    yield from rest
