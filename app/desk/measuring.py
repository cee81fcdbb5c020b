"""Measuring whose sentences they are: what a brief's own words are held against."""

from app.drafting.bank import open_bank
from app.drafting.possible import material_of_brief
from app.language.likeness import Yardstick
from app.language.markers import without_markers
from app.language.sentences import paragraphs, split
from app.model.brief import Brief
from app.model.paper import Origin
from app.review.origin import measure


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
    origins = measure(map(without_markers, sentences), yardstick_of(brief))
    return tuple(zip(sentences, origins, strict=True))


class _Last:
    """The yardstick of the last brief, kept while its cards stay the same."""

    brief: Brief | None = None
    yardstick: Yardstick | None = None


def yardstick_of(brief: Brief) -> Yardstick:
    """What could have been made of a brief; the last one asked for is kept.

    Raises:
        Trouble: the register of the brief has no patterns, or one is broken.
    """
    last, before = _Last.yardstick, _Last.brief
    if last and before and _same_material(brief, before):
        return last
    bank = open_bank(brief.settings.register_)
    _Last.yardstick = made = Yardstick(material_of_brief(brief, bank))
    _Last.brief = brief
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
