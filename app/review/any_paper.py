"""A paper written anywhere, held against those rules that its text can show."""

import re
from collections.abc import Callable, Iterator, Sequence

from app.language.sentences import split
from app.language.words import count
from app.model.finding import Finding, Outcome, Where
from app.model.preset import LimitUnit, Preset
from app.review.person import first_person, opinion

_QUOTED = 80
_SURE = 1.1
_LABEL = re.compile(r"^(?:[IVX]+\.|[0-9A-Z][.)])\s*|[\s.:]+$")
_LONGEST_TITLE = 12


def check_text(
    paragraphs: Sequence[str],
    preset: Preset,
    rules: Preset,
    *,
    pages: float | None = None,
) -> tuple[Finding, ...]:
    """The findings on a text under one conference's rules.

    Args:
        paragraphs: The text, one paragraph each, headings among them.
        preset: The conference's own rules.
        rules: The rules in force.
        pages: How many pages it takes, as far as that can be estimated.
    """
    return tuple(
        one.revise(source=preset.source_url, year=preset.year)
        for one in (
            *_length(paragraphs, preset, rules, pages),
            *_person(paragraphs, preset),
            *_opinion(paragraphs, preset),
            *_sections(paragraphs, preset),
        )
    )


def _length(
    paragraphs: Sequence[str], preset: Preset, rules: Preset, pages: float | None
) -> Iterator[Finding]:
    used = sum(count(one) for one in paragraphs)
    limit = rules.limit
    if limit.unit is not LimitUnit.WORDS:
        if preset.limit.max is not None:
            yield _pages(preset.limit.max, used, pages, preset)
        return
    if limit.max:
        message = f"{used} of {limit.max:g} words."
        yield Finding(
            rule="length", outcome=_worst(used <= limit.max, preset), message=message
        )
    if preset.limit.min:
        message = f"{used} words; at least {preset.limit.min:g} are asked for."
        fits = used >= preset.limit.min
        yield Finding(
            rule="minimum-length", outcome=_worst(fits, preset), message=message
        )


def _pages(most: float, words: int, pages: float | None, preset: Preset) -> Finding:
    """The verdict on a limit in pages: near the limit an estimate only advises."""
    asked = f"{most:g} page{'' if most == 1 else 's'}"
    if pages is None:
        message = f"At most {asked}. The file has {words} words; open it to count."
        return Finding(rule="length", outcome=Outcome.UNKNOWN, message=message)
    message = f"About {pages:.1f} of {asked}, by our estimate; {words} words."
    outcome = _worst(pages <= most, preset)
    if most < pages <= _SURE * most:
        outcome = Outcome.ADVICE
    return Finding(rule="length", outcome=outcome, message=message)


def _worst(fits: bool, preset: Preset) -> Outcome:
    if fits:
        return Outcome.PASSED
    return Outcome.ADVICE if preset.limit.approximate else Outcome.FAILED


def _person(paragraphs: Sequence[str], preset: Preset) -> Iterator[Finding]:
    if not preset.forbid.first_person:
        return
    places = tuple(_places(paragraphs, first_person))
    message = "The third person speaks."
    if places:
        message = "The paper must be in the third person: no “I”, “we” or “our”."
    yield _verdict("first-person", message, places)


def _opinion(paragraphs: Sequence[str], preset: Preset) -> Iterator[Finding]:
    if not preset.forbid.opinion:
        return
    places = tuple(_places(paragraphs, opinion))
    message = "The country speaks, not the delegate."
    if places:
        message = "Your own opinion stays out: say what the country holds."
    yield _verdict("opinion", message, places)


def _verdict(rule: str, message: str, places: tuple[Where, ...]) -> Finding:
    outcome = Outcome.FAILED if places else Outcome.PASSED
    return Finding(rule=rule, outcome=outcome, message=message, where=places)


def _places(
    paragraphs: Sequence[str], search: Callable[[str], str | None]
) -> Iterator[Where]:
    for number, paragraph in enumerate(paragraphs, start=1):
        for at, sentence in enumerate(split(paragraph), start=1):
            if search(sentence):
                quote = sentence[:_QUOTED]
                yield Where(paragraph=number, sentence=at, quote=quote)


def _sections(paragraphs: Sequence[str], preset: Preset) -> Iterator[Finding]:
    """Whether a title stands above each section; a text may do without titles."""
    asked = [one for one in preset.section or () if one.required]
    if not asked:
        return
    titles = {
        _LABEL.sub("", one).casefold()
        for one in paragraphs
        if len(one.split()) <= _LONGEST_TITLE
    }
    missing = [one.label for one in asked if one.label.casefold() not in titles]
    if missing:
        said = ", ".join(f"“{one}”" for one in missing)
        message = f"No title says {said}. See that the paper has these sections."
        yield Finding(rule="sections", outcome=Outcome.ADVICE, message=message)
    else:
        message = "Every section asked for has its title."
        yield Finding(rule="sections", outcome=Outcome.PASSED, message=message)
