"""Repetition: the same four words again, and the same thing said twice."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from app.language.likeness import SMALL_WORDS
from app.model.finding import Finding
from app.review.manuscript import Manuscript, Told, advice, per_hundred
from app.review.wordlists import enough, limits

RUN = 4
"""Words in a row that make a phrase."""

_FEWEST = 6


def repeated_phrases(text: Manuscript) -> float:
    """Phrases of four words said again, per 100 words."""
    again = sum(many - 1 for many in _phrases(text).values())
    return per_hundred(again, text.words)


def said_twice(text: Manuscript) -> tuple[tuple[Told, Told], ...]:
    """Pairs of sentences with half their content words in common."""
    held = [(one, _content(one)) for one in text.sentences]
    return tuple(
        (one, other)
        for (one, first), (other, second) in combinations(held, 2)
        if min(len(first), len(second)) >= _FEWEST
        and 2 * len(first & second) >= max(len(first), len(second))
    )


def findings(text: Manuscript) -> Iterator[Finding]:
    """What to say about repetition."""
    phrases = {said for said, many in _phrases(text).items() if many > 1}
    if text.words >= enough()["words"] and (
        repeated_phrases(text) > limits()["repeated_phrases"]
    ):
        places = [one for one in text.sentences if phrases & set(_runs(one))]
        said = "; ".join(f"“{' '.join(one)}”" for one in sorted(phrases)[:3])
        message = (
            f"The same phrases come back, {said} among them. Say the second one in "
            "another way, or cut it."
        )
        yield from advice("repetition", message, places)
    pairs = said_twice(text)
    message = (
        "Two sentences say nearly the same. Keep the better one, or say what the "
        "second adds."
    )
    yield from advice("said-twice", message, [one for pair in pairs for one in pair])


def _phrases(text: Manuscript) -> Counter[tuple[str, ...]]:
    return Counter(run for one in text.sentences for run in _runs(one))


def _runs(one: Told) -> Iterator[tuple[str, ...]]:
    for at in range(len(one.words) - RUN + 1):
        yield one.words[at : at + RUN]


def _content(one: Told) -> frozenset[str]:
    return frozenset(one.words) - SMALL_WORDS
