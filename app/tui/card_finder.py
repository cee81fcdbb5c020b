"""Finding cards by the words that stand on them; each card is read once."""

from collections.abc import Sequence

from app.model.card import Card
from app.tui import wording

_Read = tuple[str, str, Card]
"""A card as a filter reads it: its first line, all of it, in small letters."""


class CardFinder:
    """Finds cards of one country's brief."""

    def __init__(self, country: str) -> None:
        """Begin with no card read."""
        self._country = country
        self._known: dict[str, _Read] = {}
        self._cards: Sequence[Card] = ()
        self._all: list[_Read] = []

    def read(self, cards: Sequence[Card]) -> None:
        """Read the cards to look among, so that the first key is quick."""
        if cards is not self._cards:
            self._all = [self._read(one) for one in cards]
            self._cards = cards

    def hits(self, cards: Sequence[Card], words: str) -> list[Card]:
        """The cards that hold all of the words.

        Those that say them in their first line come before those that only name
        them elsewhere; else the order stays.
        """
        self.read(cards)
        wanted = words.casefold().split()
        found = self._all
        for word in wanted:
            found = [one for one in found if word in one[1]]
        best, rest = [], []
        for first, _, card in found:
            for word in wanted:
                if word not in first:
                    rest.append(card)
                    break
            else:
                best.append(card)
        return best + rest

    def _read(self, card: Card) -> _Read:
        known = self._known.get(card.id)
        if known is None or known[2] is not card:
            first = wording.short(card).casefold()
            whole = wording.said_on(card, self._country)
            known = self._known[card.id] = (first, whole, card)
        return known
