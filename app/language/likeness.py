"""Likeness: how much of a sentence is ours.

A sentence is measured by the runs of three words it shares with what our
patterns and cards hold, and by its gist: the words it shares with one card and
one pattern in whatever order and with whatever synonyms. Official names,
figures and dates belong to nobody and are left out of the count.
"""

import re
from collections.abc import Iterable, Sequence

from app.language.gist import Gist, Said
from app.language.markers import without_markers
from app.language.spelling import BRITISH
from app.language.stems import stem
from app.model.material import Material

RUN = 3
"""Words in a row that count as the same wording."""

_TOKEN = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
SMALL_WORDS = frozenset(
    _TOKEN.findall(
        "a an and are as at be been but by did do does for from had has have he her his"
        " if in into is it its may might more most no nor not of on one or our out over"
        " own same she should so some such than that the their them then there these"
        " they this those to under until up upon was were what when where which while"
        " who whom whose why will with within would yet you"
    )
)
"""Words that carry no content of their own."""


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in lower case and in British spelling, without markers."""
    plain = without_markers(text).replace("'", "’")
    found = (one[0].casefold() for one in _TOKEN.finditer(plain))
    return tuple(BRITISH.get(one, one) for one in found)


class Yardstick:
    """What a sentence is held against."""

    def __init__(self, material: Material) -> None:
        """Learn the runs of everything our patterns and cards hold."""
        ours = [*material.sentences, *material.forms]
        fragments = [one for skeleton in material.skeletons for one in skeleton]
        self._ours = _runs((*ours, *fragments))
        self._short = {
            words for one in (*ours, *fragments) if 0 < len(words := tokens(one)) < RUN
        }
        self._held = self._ours | _runs(material.statements)
        self._names = _Names(material.names)
        self._gist = Gist(
            (self._stems(one) for one in (*ours, *material.statements)),
            (self._stems(" ".join(one)) for one in material.skeletons),
        )

    def scaffold_share(self, sentence: str) -> float:
        """How much of a sentence our patterns could have made, 0 to 1."""
        return self._share(sentence, self._ours, self._short)

    def card_share(self, sentence: str) -> float:
        """How much of a sentence stands in patterns or on cards, 0 to 1."""
        return self._share(sentence, self._held, self._short)

    def gist(self, sentence: str) -> Said:
        """How much of what a sentence says is ours in other words."""
        return self._gist.of(self._stems(sentence))

    def _stems(self, text: str) -> frozenset[str]:
        words = tokens(_BRACKETED.sub(" ", text))
        named = self._names.mask(words)
        return frozenset(
            stem(word)
            for word, masked in zip(words, named, strict=True)
            if _weighs(word) and not masked
        )

    def _share(
        self,
        sentence: str,
        runs: frozenset[tuple[str, ...]],
        short: set[tuple[str, ...]],
    ) -> float:
        words = tokens(_BRACKETED.sub(" ", sentence))
        named = self._names.mask(words)
        counted = [
            weighed and not masked
            for weighed, masked in zip(map(_weighs, words), named, strict=True)
        ]
        if not any(counted):
            counted = [True] * len(words)
        if not words:
            return 0.0
        covered = _covered(words, runs, short, named)
        pairs = zip(covered, counted, strict=True)
        weighed = sum(ours for ours, counts in pairs if counts) / sum(counted)
        return min(weighed, sum(covered) / len(words))


class _Names:
    """Official names, found as runs of words."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for name in names:
            words = tokens(name)
            if words:
                self._by_first.setdefault(words[0], []).append(words)
        for group in self._by_first.values():
            group.sort(key=len, reverse=True)

    def mask(self, words: Sequence[str]) -> list[bool]:
        """For each word, whether it belongs to a name."""
        masked = [False] * len(words)
        at = 0
        while at < len(words):
            name = next(
                (
                    one
                    for one in self._by_first.get(words[at], ())
                    if tuple(words[at : at + len(one)]) == one
                ),
                None,
            )
            if name:
                masked[at : at + len(name)] = [True] * len(name)
            at += len(name) if name else 1
        return masked


def _weighs(word: str) -> bool:
    return word not in SMALL_WORDS and not any(letter.isdigit() for letter in word)


def _runs(texts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for text in texts:
        words = tokens(text)
        found.update(words[at : at + RUN] for at in range(max(0, len(words) - RUN + 1)))
    return frozenset(found)


def _covered(
    words: tuple[str, ...],
    runs: frozenset[tuple[str, ...]],
    short: set[tuple[str, ...]],
    named: Sequence[bool],
) -> list[bool]:
    """For each word, whether it stands in a run of ours."""
    covered = [False] * len(words)
    for at in range(len(words) - RUN + 1):
        if words[at : at + RUN] in runs:
            covered[at : at + RUN] = [True] * RUN
    if any(covered):
        for start, end in _gaps(covered):
            if _segments(words[start:end], short, named[start:end]):
                covered[start:end] = [True] * (end - start)
    return covered


def _gaps(covered: Sequence[bool]) -> list[tuple[int, int]]:
    """Where words stand uncovered in a row, from and up to."""
    found: list[tuple[int, int]] = []
    for at, held in enumerate(covered):
        if held:
            continue
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _segments(
    words: tuple[str, ...], short: set[tuple[str, ...]], named: Sequence[bool]
) -> bool:
    """Whether words in a row are nothing but names and short pieces of ours."""
    reached = {0}
    for at in range(len(words)):
        if at in reached:
            reached |= {at + size for size in (1, 2) if words[at : at + size] in short}
            reached |= {at + 1} if named[at] else set()
    return len(words) in reached
