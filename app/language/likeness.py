"""Likeness: how much of a sentence is ours.

A sentence is measured by the runs of three words it shares with what our
patterns and cards hold, and by its gist: the words it shares with one card and
one pattern in whatever order and with whatever synonyms. Official names,
figures and dates belong to nobody and are left out of the count.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from sys import intern
from typing import NamedTuple

from app.language.gist import Gist, Said
from app.language.markers import without_markers
from app.language.spelling import BRITISH
from app.language.stems import stem
from app.model.material import Material

RUN = 3
"""Words in a row that count as the same wording."""

PROVES_LITTLE = 3
"""Words of content below which only a pattern of ours can be recognised."""

_TOKEN = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
SMALL_WORDS = frozenset(
    _TOKEN.findall(
        "a an and are as at be been but by did do does for from had has have he her his"
        " if in into is it its may might more most no nor not of on one or our out over"
        " own same she should so some such than that the their them then there these"
        " they this those to under until up upon was were what when where which while"
        " who whom whose why will with within would yet you aren’t can’t couldn’t"
        " didn’t doesn’t don’t hasn’t haven’t isn’t it’s neither shouldn’t that’s"
        " there’s they’re wasn’t weren’t won’t wouldn’t"
    )
)
"""Words that carry no content of their own."""

_OURSELVES = ("our country", "our delegation", "our government", "my country")
"""What a delegate says where a pattern names the country."""


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in lower case and in British spelling, without markers."""
    plain = without_markers(text).replace("'", "’")
    found = (intern(one[0].casefold()) for one in _TOKEN.finditer(plain))
    return tuple([BRITISH.get(one, one) for one in found])


class Yardstick:
    """What a sentence is held against."""

    def __init__(self, material: Material) -> None:
        """Learn the runs of everything our patterns and cards hold."""
        fixed = [*material.skeletons, *((one,) for one in material.sentences)]
        told = [(one.forms, one.statement) for one in material.told]
        self._fixed = len(fixed)
        self._places = _Places([*((one, "") for one in fixed), *told])
        self._short = {
            words
            for texts in (*fixed, *(forms for forms, _ in told))
            for one in texts
            if 0 < len(words := tokens(one)) < RUN
        }
        self._texts = _Texts(material)
        self._names = _Names((*material.names, *_OURSELVES))
        self._gist = Gist(
            (
                self._stems(one)
                for one in (
                    *material.sentences,
                    *(one for forms, said in told for one in (*forms, said)),
                )
            ),
            (self._stems(" ".join(one)) for one in material.skeletons),
        )

    def scaffold_share(self, sentence: str) -> float:
        """How much of a sentence our patterns could have made, 0 to 1."""
        return self._share(sentence)

    def pattern_share(self, sentence: str) -> float:
        """How much of a sentence patterns and finished papers hold alone, 0 to 1."""
        return self._share(sentence, below=self._fixed)

    def card_share(self, sentence: str) -> float:
        """How much of a sentence stands in patterns or on cards, 0 to 1."""
        return self._share(sentence, stated=True)

    def gist(self, sentence: str) -> Said:
        """How much of what a sentence says is ours in other words."""
        return self._gist.of(self._stems(sentence))

    def content(self, sentence: str) -> int:
        """How many of its words carry content and belong to no official name."""
        return sum(self._read(sentence).counted)

    def closest(self, sentence: str) -> str:
        """The words of ours that a sentence shares most with; empty: it shares none."""
        return self._texts.closest(self._read(sentence).words)

    def _stems(self, text: str) -> frozenset[str]:
        read = self._read(text)
        return frozenset(
            stem(word)
            for word, counts in zip(read.words, read.counted, strict=True)
            if counts
        )

    def _read(self, text: str) -> "_Words":
        words = tokens(_BRACKETED.sub(" ", text))
        named = self._names.mask(words)
        counted = [
            weighs and not masked
            for weighs, masked in zip(map(_weighs, words), named, strict=True)
        ]
        return _Words(words, named, counted)

    def _share(
        self, sentence: str, *, below: int | None = None, stated: bool = False
    ) -> float:
        words, named, counted = self._read(sentence)
        told = sum(counted)
        if not told:
            return 0.0
        if told < PROVES_LITTLE:
            below = self._fixed
        most = _most_sources(told)
        covered = self._places.covered(words, counted, most, below, stated=stated)
        _close_gaps(covered, words, self._short, named)
        pairs = zip(covered, counted, strict=True)
        weighed = sum(ours for ours, counts in pairs if counts) / told
        return min(weighed, sum(covered) / len(words))


class _Words(NamedTuple):
    """A sentence, word by word."""

    words: tuple[str, ...]
    named: list[bool]
    """Which words belong to an official name."""
    counted: list[bool]
    """Which words carry content of their own."""


class _Texts:
    """Every text of ours with its runs, to show which one a sentence is like."""

    def __init__(self, material: Material) -> None:
        self._material = material

    @cached_property
    def _runs(self) -> dict[str, frozenset[tuple[str, ...]]]:
        """Each text to its runs; read when somebody first asks, since few do."""
        held = self._material
        texts = [
            *(" … ".join(skeleton) for skeleton in held.skeletons),
            *held.sentences,
            *(text for one in held.told for text in (*one.forms, one.statement)),
        ]
        return {one: _runs([one]) for one in texts}

    def closest(self, words: tuple[str, ...]) -> str:
        """The text that shares most runs of words; the shorter of two."""
        said = {words[at : at + RUN] for at in range(len(words) - RUN + 1)}
        shared = {one: len(runs & said) for one, runs in self._runs.items()}
        best = max(shared, key=lambda one: (shared[one], -len(one)), default="")
        return best if shared.get(best) else ""


def _most_sources(told: int) -> int:
    """How many cards, lines and patterns a sentence of ours is made of at most.

    One of few words that came from many places is nobody's: such runs stand in
    every honest sentence on the topic.
    """
    return min(4, 1 + told // 3)


class _Places:
    """Where each run of words stands: in which card, line or pattern."""

    def __init__(self, groups: Iterable[tuple[Iterable[str], str]]) -> None:
        """Learn the runs of each group: of its texts, and of what it only states."""
        where: dict[tuple[str, ...], list[int]] = {}
        for at, (texts, statement) in enumerate(groups):
            runs = _runs(texts)
            for run in runs:
                where.setdefault(run, []).append(at)
            for run in _runs([statement]) - runs:
                where.setdefault(run, []).append(~at)
        self._where = {
            run: places[0] if len(places) == 1 else tuple(places)
            for run, places in where.items()
        }

    def _holding(self, run: tuple[str, ...]) -> tuple[int, ...]:
        """Where a run stands; most stand in one place only, which is kept bare."""
        held = self._where.get(run, ())
        return (held,) if isinstance(held, int) else held

    def covered(
        self,
        words: tuple[str, ...],
        counted: Sequence[bool],
        most: int,
        below: int | None,
        *,
        stated: bool,
    ) -> list[bool]:
        """For each word, whether it stands in a run of the few best places.

        Args:
            words: The words of a sentence.
            counted: Which of them carry content of their own.
            most: How many places may be put together.
            below: Only places with a lower number count; None: all do.
            stated: Whether what a place only states counts as well.
        """
        by_place: dict[int, int] = {}
        for at in range(len(words) - RUN + 1):
            for held in self._holding(words[at : at + RUN]):
                if held < 0 and not stated:
                    continue
                place = held if held >= 0 else ~held
                if below is None or place < below:
                    by_place[place] = by_place.get(place, 0) | ((1 << RUN) - 1) << at
        weights = sum(1 << at for at, counts in enumerate(counted) if counts)
        found = 0
        for _ in range(most):
            gains = {
                place: (
                    (mask & ~found & weights).bit_count(),
                    (mask & ~found).bit_count(),
                )
                for place, mask in by_place.items()
            }
            best = max(gains, key=lambda one: (gains[one], -one), default=None)
            if best is None or gains[best] == (0, 0):
                break
            found |= by_place.pop(best)
        return [bool(found >> at & 1) for at in range(len(words))]


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


def _close_gaps(
    covered: list[bool],
    words: tuple[str, ...],
    short: set[tuple[str, ...]],
    named: Sequence[bool],
) -> None:
    """Count as covered what lies between and is nothing but names and small pieces."""
    if any(covered):
        for start, end in _gaps(covered):
            if _segments(words[start:end], short, named[start:end]):
                covered[start:end] = [True] * (end - start)


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
