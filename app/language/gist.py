"""Gist: how much of what a sentence says stands in a card and a pattern of ours.

Words are brought to their stems, so that synonyms, other endings and another
order change nothing. Words that few cards use weigh more than those that all
use, and words that none uses weigh most: they are the writer's own.
"""

from collections.abc import Iterable
from math import log
from typing import NamedTuple

FEWEST = 7
"""Different words a sentence needs before its gist proves anything."""

Stems = frozenset[str]
"""The content words of a sentence, as stems."""


class Said(NamedTuple):
    """What was found of one sentence."""

    share: float
    """How much of it is ours, 0 to 1; 0 where it has fewer than `FEWEST` words."""

    words: int
    """How many different content words it has."""


class Gist:
    """What our cards and patterns say, as bags of stems."""

    def __init__(self, cards: Iterable[Stems], patterns: Iterable[Stems]) -> None:
        """Learn the stems of every card form and statement, and of every pattern."""
        own = list(dict.fromkeys(one for one in cards if one))
        fixed = list(dict.fromkeys(one for one in patterns if one))
        self._bags = [tuple(one) for one in (*own, *fixed)]
        self._cards = len(own)
        self._where: dict[str, list[int]] = {}
        for at, bag in enumerate(self._bags):
            for word in bag:
                self._where.setdefault(word, []).append(at)
        self._weights = {
            word: log(1 + len(self._bags) / len(held))
            for word, held in self._where.items()
        }
        self._unknown = log(1 + 2 * len(self._bags))

    def of(self, said: Stems) -> Said:
        """How much of a sentence one card and one more card or pattern say."""
        if len(said) < FEWEST or not self._bags:
            return Said(0.0, len(said))
        whole = sum(self._weights.get(word, self._unknown) for word in said)
        first, found = self._best(said, self._cards)
        rest = said.difference(self._bags[first]) if first is not None else said
        _, more = self._best(rest, len(self._bags))
        return Said((found + more) / whole, len(said))

    def _best(self, said: Stems, below: int) -> tuple[int | None, float]:
        """Which of the first bags says most of it, and how much that weighs."""
        weighed: dict[int, float] = {}
        for word in said:
            weight = self._weights.get(word)
            if weight is None:
                continue
            for at in self._where[word]:
                if at < below:
                    weighed[at] = weighed.get(at, 0.0) + weight
        if not weighed:
            return None, 0.0
        best = max(weighed, key=lambda at: (weighed[at], -at))
        return best, weighed[best]
