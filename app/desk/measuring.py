"""Measuring whose sentences they are: what a brief's own words are held against."""

from collections.abc import Callable
from typing import NamedTuple

from app.drafting.bank import open_bank
from app.drafting.possible import material_of_brief
from app.language.likeness import Yardstick
from app.language.markers import without_markers
from app.language.sentences import paragraphs, split
from app.model.brief import Brief
from app.model.paper import Origin
from app.review.origin import origin_of

MOST_MEASURED = 50_000
"""Sentences whose origin is remembered; a person types some hundreds in a sitting."""


def passage_origins(brief: Brief, passage_text: str) -> tuple[tuple[str, Origin], ...]:
    """The sentences of a passage, each with whose it is, in reading order.

    Raises:
        Trouble: the register of the brief has no patterns, or one is broken.
    """
    sentences = [
        sentence
        for paragraph in paragraphs(passage_text)
        for sentence in split(paragraph)
    ]
    if not sentences:
        return ()
    origins = map(origins_in(brief), map(without_markers, sentences))
    return tuple(zip(sentences, origins, strict=True))


def origins_in(brief: Brief) -> Callable[[str], Origin]:
    """What tells whose a sentence of a brief is; it measures each sentence once.

    Raises:
        Trouble: the register of the brief has no patterns, or one is broken.
    """
    last = _last_for(brief)
    if len(last.origins) > MOST_MEASURED:
        last.origins.clear()
    return last.origin


def yardstick_of(brief: Brief) -> Yardstick:
    """What could have been made of a brief; the last one asked for is kept.

    Raises:
        Trouble: the register of the brief has no patterns, or one is broken.
    """
    return _last_for(brief).yardstick


class _Last(NamedTuple):
    """A yardstick with what was held against it, good while the cards stay."""

    brief: Brief
    yardstick: Yardstick
    origins: dict[str, Origin]

    def origin(self, sentence: str) -> Origin:
        found = self.origins.get(sentence)
        if found is None:
            found = self.origins[sentence] = origin_of(sentence, self.yardstick)
        return found


_LAST: list[_Last] = []
"""The last one asked for; empty: none yet."""


def _last_for(brief: Brief) -> _Last:
    for last in _LAST[:1]:
        if _same_material(brief, last.brief):
            return last
    bank = open_bank(brief.settings.register_)
    made = _Last(brief, Yardstick(material_of_brief(brief, bank)), {})
    _LAST[:] = [made]
    return made


def _same_material(one: Brief, other: Brief) -> bool:
    """Whether two briefs hold the same cards and line, so that one measure fits."""
    return (
        one.cards == other.cards
        and one.line == other.line
        and one.sources == other.sources
        and one.glossary == other.glossary
        and one.settings.register_ == other.settings.register_
        and one.assignment.country == other.assignment.country
    )
