"""A paper written anywhere, held against those rules that its text can show.

What is found has the status that the same fault has in a brief.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from app.language.sentences import split
from app.language.words import count
from app.model.finding import Finding, Outcome, Where
from app.model.preset import LimitUnit, Preset, Status
from app.review.case import Length
from app.review.person import first_person, opinion

_SHOWN = 80
_LABEL = re.compile(r"^(?:[IVX]+\.|[0-9A-Z][.)])\s*|[\s.:]+$")
_SENTENCE = re.compile(r"[.!?][\"”’)\]]*$")
_LONGEST_TITLE = 12
_CLOSE = 0.05


def check_text(
    paragraphs: Sequence[str],
    preset: Preset,
    rules: Preset,
    length: Length | None = None,
) -> tuple[Finding, ...]:
    """The findings on a text under one conference's rules.

    Args:
        paragraphs: The text, one paragraph each, headings among them.
        preset: The conference's own rules.
        rules: The rules in force.
        length: How many pages the text takes, set as the conference asks; None:
            nobody measured it.
    """
    return tuple(
        one.revise(source=preset.source_url, year=preset.year)
        for one in (
            *_length(paragraphs, preset, rules, length),
            *_person(paragraphs, preset, rules),
            *_opinion(paragraphs, preset),
            *_sections(paragraphs, preset),
        )
    )


def is_title(line: str) -> bool:
    """Whether a line of a text stands above others: short, and no sentence."""
    return len(line.split()) <= _LONGEST_TITLE and not _SENTENCE.search(line)


def _length(
    paragraphs: Sequence[str], preset: Preset, rules: Preset, length: Length | None
) -> Iterator[Finding]:
    used = sum(count(one) for one in paragraphs if not is_title(one))
    limit = rules.limit
    if limit.unit is not LimitUnit.WORDS:
        yield from _pages(used, preset, length)
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


def _pages(words: int, preset: Preset, length: Length | None) -> Iterator[Finding]:
    """Pages; near the limit only the file itself can show them."""
    most = preset.limit.max
    if most is None:
        return
    if length is None:
        asked = f"{most:g} page{'' if most == 1 else 's'}"
        message = f"At most {asked}; the file has {words} words."
        yield Finding(rule="length", outcome=Outcome.UNKNOWN, message=message)
        return
    message = (
        f"Set as the conference asks, the text takes {length.used:.2f} of {most:g} "
        f"page{'' if most == 1 else 's'} ({words} words)."
    )
    over = length.used - most
    outcome = Outcome.UNKNOWN if 0 < over <= _CLOSE else _worst(over <= 0, preset)
    if outcome is Outcome.UNKNOWN:
        message += " That is close: look where the last line falls."
    yield Finding(rule="length", outcome=outcome, message=message)


def _worst(fits: bool, preset: Preset) -> Outcome:
    if fits:
        return Outcome.PASSED
    return Outcome.ADVICE if preset.limit.approximate else Outcome.FAILED


def _person(
    paragraphs: Sequence[str], preset: Preset, rules: Preset
) -> Iterator[Finding]:
    if not rules.forbid.first_person:
        return
    places = tuple(_places(paragraphs, first_person))
    stated = preset.forbid.first_person and preset.status is not Status.OURS
    if stated:
        message = "The third person speaks."
        if places:
            message = "The paper must be in the third person: no “I”, “we” or “our”."
        yield _verdict("first-person", message, places)
    elif places:
        message = (
            f"{preset.name} does not say; most conferences want the third person, "
            "without “I”, “we” and “our”."
        )
        advice = Outcome.ADVICE
        yield Finding(
            rule="first-person", outcome=advice, message=message, where=places
        )


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
                quote = sentence[:_SHOWN]
                yield Where(paragraph=number, sentence=at, quote=quote)


def _sections(paragraphs: Sequence[str], preset: Preset) -> Iterator[Finding]:
    """Whether a title stands above each section; a text may do without titles."""
    asked = [one for one in preset.section or () if one.required and not one.ours]
    if not asked:
        return
    titles = {_LABEL.sub("", one).casefold() for one in paragraphs if is_title(one)}
    missing = [one for one in asked if one.label.casefold() not in titles]
    titled = len(missing) <= len(asked) / 2
    told = [one.label for one in missing if not one.questions]
    for one in missing:
        if one.questions:
            message = (
                f"No title says “{one.label}”, where the guide’s questions are "
                "answered."
            )
            outcome = Outcome.FAILED if titled else Outcome.ADVICE
            yield Finding(rule="questions", outcome=outcome, message=message)
    if told and titled:
        message = f"The others have their title, but none says {_quoted(told)}."
        yield Finding(rule="sections", outcome=Outcome.FAILED, message=message)
    elif told:
        message = (
            f"No title says {_quoted(told)}. See that the paper has these sections."
        )
        yield Finding(rule="sections", outcome=Outcome.ADVICE, message=message)
    else:
        message = "Every section asked for has its title."
        yield Finding(rule="sections", outcome=Outcome.PASSED, message=message)


def _quoted(labels: Sequence[str]) -> str:
    return ", ".join(f"“{one}”" for one in labels)
