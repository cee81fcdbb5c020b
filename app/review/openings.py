"""Openings: how sentences and paragraphs begin."""

import re
from collections import Counter
from collections.abc import Iterator
from math import log2

from app.language.likeness import tokens
from app.model.finding import Finding
from app.review.manuscript import Manuscript, Told, advice, share
from app.review.wordlists import enough, finder, limits

_BARE = re.compile(r"(?:This|These|That|Those|Such|It)\b\s*(\S*)")
_CLEFT = re.compile(r"It (?:is|was) [^,.;]*\b(?:that|to|who|where|because)\b")
_BEFORE_NAME = frozenset({"the", "republic", "state", "kingdom", "delegation", "of"})


def country_openings(text: Manuscript) -> tuple[Told, ...]:
    """The sentences that begin with the country."""
    return tuple(one for one in text.sentences if _opens_with(one, text.country))


def opening_run(text: Manuscript) -> tuple[Told, ...]:
    """The longest run of sentences that begin with the same word."""
    longest: list[Told] = []
    run: list[Told] = []
    for one in text.sentences:
        same = run and one.words[:1] == run[-1].words[:1]
        run = [*run, one] if same else [one]
        if len(run) > len(longest):
            longest = run
    return tuple(longest)


def opening_variety(text: Manuscript) -> float:
    """How various the first words are: entropy by its highest value, 0 to 1."""
    first = Counter(one.words[0] for one in text.sentences if one.words)
    whole = sum(first.values())
    if whole < 2:
        return 1.0
    entropy = -sum(many / whole * log2(many / whole) for many in first.values())
    return entropy / log2(whole)


def orphans(text: Manuscript) -> tuple[Told, ...]:
    """Sentences that open a paragraph with "this" or "it" and no noun."""
    return tuple(
        paragraph[0] for paragraph in text.paragraphs if _is_orphan(paragraph[0])
    )


def findings(text: Manuscript) -> Iterator[Finding]:
    """What to say about openings."""
    limit = limits()
    if len(text.sentences) >= enough()["sentences"]:
        led = country_openings(text)
        if share(len(led), len(text.sentences)) > limit["country_openings"]:
            message = (
                f"{len(led)} of {len(text.sentences)} sentences begin with "
                f"{text.country}. Begin some with a year, an act or the reason."
            )
            yield from advice("openings", message, led)
        elif opening_variety(text) < limit["opening_variety"]:
            message = "Most sentences begin with the same few words. Turn some round."
            yield from advice("openings", message, text.sentences)
    run = opening_run(text)
    if len(run) > limit["opening_run"]:
        message = (
            f"{len(run)} sentences in a row begin with “{run[0].words[0]}”. Join two "
            "of them, or turn one round."
        )
        yield from advice("opening-run", message, run)
    message = (
        "A paragraph opens with a word that points back to the one before. Name what "
        "it points to: “this law”, “that ruling”."
    )
    yield from advice("orphan-this", message, orphans(text))


def _opens_with(one: Told, country: str) -> bool:
    name = tokens(country)
    if not name:
        return False
    for at in range(min(5, len(one.words))):
        if one.words[at : at + len(name)] == name:
            return True
        if one.words[at] not in _BEFORE_NAME:
            return False
    return False


def _is_orphan(one: Told) -> bool:
    found = _BARE.match(one.text)
    if not found:
        return False
    if found[0].startswith("It"):
        return _CLEFT.match(one.text) is None
    return not found[1] or bool(finder("bare_verb").fullmatch(found[1].strip(",.;:")))
