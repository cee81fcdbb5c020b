"""Acronyms: the rare ones are spelled out once, and only once."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.language.symbols import find_symbols
from app.model.finding import Finding
from app.review.manuscript import Manuscript, Told, advice
from app.review.wordlists import listed

_ACRONYM = re.compile(r"(?<![\w/.-])([A-Z][A-Z0-9]{1,7})(?:s)?(?![\w/-])")
_INTRODUCED = re.compile(r"\(([A-Z][A-Z0-9-]{1,7})s?\)")
_NAMED = re.compile(
    r"\b(?:group|agency|body|network|organi[sz]ation)(?: of [^,.;]*,)?"
    r" ([A-Z][A-Z0-9]{1,7})\b"
)
_EXPLAINED = re.compile(r"\b([A-Z][A-Z0-9]{1,7})s? \([A-Z]?[a-z]")


class Acronym(NamedTuple):
    """An acronym at a place."""

    told: Told
    """The sentence."""

    acronym: str
    """The acronym: `GRETA`."""


def unexpanded(text: Manuscript) -> tuple[Acronym, ...]:
    """The rare acronyms whose first use comes without the full name."""
    known = set(listed("known_acronym"))
    found = []
    for one in text.sentences:
        plain = _without_symbols(one.text)
        known.update(hit[1] for hit in _INTRODUCED.finditer(plain))
        known.update(hit[1] for hit in _EXPLAINED.finditer(plain))
        known.update(hit[1] for hit in _NAMED.finditer(plain))
        for hit in _ACRONYM.finditer(plain):
            if hit[1] not in known and not hit[1].isdigit():
                known.add(hit[1])
                found.append(Acronym(one, hit[1]))
    return tuple(found)


def spelled_twice(text: Manuscript) -> tuple[Acronym, ...]:
    """The acronyms that are introduced a second time."""
    seen: set[str] = set()
    found = []
    for one in text.sentences:
        for hit in _INTRODUCED.finditer(one.text):
            if hit[1] in seen:
                found.append(Acronym(one, hit[1]))
            seen.add(hit[1])
    return tuple(found)


def findings(text: Manuscript) -> Iterator[Finding]:
    """What to say about acronyms."""
    found = unexpanded(text)
    said = ", ".join(one.acronym for one in found)
    message = f"Spell out at first use: {said}. Put the short form in brackets."
    yield from advice("acronyms", message, [one.told for one in found])
    again = spelled_twice(text)
    said = ", ".join(dict.fromkeys(one.acronym for one in again))
    message = f"Spelled out a second time: {said}. The short form is enough there."
    yield from advice("acronyms-twice", message, [one.told for one in again])


def _without_symbols(text: str) -> str:
    for symbol in find_symbols(text):
        text = text.replace(symbol, " ")
    return text
