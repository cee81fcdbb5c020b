"""Titles of works, set as a style of citation wants them."""

import re
from enum import StrEnum


class TitleCase(StrEnum):
    """How the words of an English title begin."""

    PUBLISHED = "as-published"
    """As the work itself prints them."""

    HEADLINE = "headline"
    """With capitals, but for articles, conjunctions and short prepositions."""

    HEADLINE_SMALL_PREPOSITIONS = "headline-small-prepositions"
    """With capitals, but for articles, conjunctions and all prepositions."""


_SMALL = re.compile(
    "an?|and|as|at|but|by|for|from|in|into|nor|of|on|or|over|per|so|the|to|up|via"
    "|with|yet"
)
_PREPOSITIONS = re.compile(
    "about|above|across|after|against|along|among|around|before|behind|below"
    "|beneath|beside|besides|between|beyond|despite|during|except|inside|near|off"
    "|onto|outside|past|since|through|throughout|towards?|under|until|upon|within"
    "|without"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPENS_ANEW = re.compile(r"(^|[:?!]\s*|[—]\s*)[“‘\"'(\[]*$")


def in_case(title: str, case: TitleCase) -> str:
    """The title with the capitals that the case asks for; none are taken away."""
    if case is TitleCase.PUBLISHED:
        return title
    words = list(_WORD.finditer(title))
    if not words:
        return title
    all_small = case is TitleCase.HEADLINE_SMALL_PREPOSITIONS
    out: list[str] = []
    at = 0
    for word in words:
        between = title[at : word.start()]
        starts = bool(_OPENS_ANEW.search(title[: word.start()]))
        stays = _is_small(word[0], prepositions=all_small)
        inside = not starts and word is not words[-1]
        as_it_is = between[-1:].isdigit() or not word[0].islower()
        if as_it_is or (stays and inside):
            out += (between, word[0])
        else:
            out += (between, word[0][0].upper(), word[0][1:])
        at = word.end()
    return "".join(out) + title[at:]


def _is_small(word: str, *, prepositions: bool) -> bool:
    found = _SMALL.fullmatch(word) or (prepositions and _PREPOSITIONS.fullmatch(word))
    return bool(found)


class PageRange(StrEnum):
    """How the last page of several is written."""

    FULL = "full"
    """Every digit: `245–267`."""

    MLA = "mla"
    """Two digits, or as many as are needed: `245–67`."""

    CHICAGO = "chicago"
    """As the Chicago Manual of Style shortens it: `101–8`, `245–67`."""


_RANGE = re.compile(r"(\d+)\s*[-–]\s*(\d+)")


def page_range(pages: str, way: PageRange) -> str:
    """The pages with an en dash, the last shortened as the style shortens it."""
    return _RANGE.sub(
        lambda found: f"{found[1]}–{_last(found[1], found[2], way)}", pages
    )


def _last(first: str, last: str, way: PageRange) -> str:
    if way is PageRange.FULL or len(first) != len(last) or len(first) < 3:
        return last
    changed = next((n for n in range(len(first)) if first[n] != last[n]), 0)
    kept = last[min(changed, len(last) - 2) :]
    if way is PageRange.CHICAGO:
        if first.endswith("00"):
            return last
        if first[-2] == "0" and last[:-1] == first[:-1]:
            return last[-1]
    return kept
