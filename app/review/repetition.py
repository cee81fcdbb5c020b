"""Repetition: the same four words again, and the same thing said twice."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from app.language.likeness import SMALL_WORDS
from app.model.finding import Finding
from app.review.manuscript import Manuscript, Told, advice, per_hundred
from app.review.wordlists import enough, limits

RUN = 4
"""Words in a row that make a phrase."""

MOST_PAIRS = 200
"""Pairs that are looked for; nobody mends more in one sitting."""

_FEWEST = 6


def repeated_phrases(text: Manuscript) -> float:
    """Phrases of four words said again, per 100 words."""
    again = sum(many - 1 for many in _phrases(text).values())
    return per_hundred(again, text.words)


def said_twice(text: Manuscript) -> tuple[tuple[Told, Told], ...]:
    """Pairs of sentences with half their content words in common, the first ones."""
    return tuple(islice(_pairs(text.sentences), MOST_PAIRS))


def _pairs(sentences: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Such pairs in reading order.

    Two sentences that share half the words of the longer one share one of the
    rarer half of either, so only those that do are held beside each other.
    """
    held = [_content(one) for one in sentences]
    common = Counter(word for words in held for word in words)
    rarer = [_rarer_half(words, common) for words in held]
    having: dict[str, list[int]] = {}
    for at, words in enumerate(rarer):
        for word in words:
            having.setdefault(word, []).append(at)
    for at, first in enumerate(held):
        beside = {other for word in rarer[at] for other in having[word] if other > at}
        for other in sorted(beside):
            second = held[other]
            if 2 * len(first & second) >= max(len(first), len(second)):
                yield sentences[at], sentences[other]


def _rarer_half(words: frozenset[str], common: Counter[str]) -> list[str]:
    """The rarer half of a sentence's words and one more; none where it has few."""
    if len(words) < _FEWEST:
        return []
    ordered = sorted(words, key=lambda word: (common[word], word))
    return ordered[: len(words) // 2 + 1]


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
