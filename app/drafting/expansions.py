"""Acronyms spelled out once: at their first use that has room for the name."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from app.language.grammar import sentence_start
from app.model.dossier import Term
from app.model.memory import Memory

_NAMES = Memory(8)
"""The acronyms of glossaries."""

_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]+")
_BESIDE_A_NOUN = re.compile(
    r"\s+(?:experts?|delegates?|data|stud(?:y|ies)|dialogues?|texts?|reports?|figures|"
    r"counts?|projects?|missions?|bodies|members|States|Convention|Global|standards)\b"
)
_ARTICLE = re.compile(r"\b[Tt]he $")
_AFTER_A = re.compile(r"\b[Aa]n? $")
_KINDS = ("group", "agency", "body", "network", "organi")
_EXPLAINED = re.compile(
    r"\b(?:group|agency|body|network|organi[sz]ation)(?: of [^,.;]*,)? $"
)


def spell_out(sentences: Sequence[str], terms: Sequence[Term]) -> list[str]:
    """The sentences in reading order, each acronym of the glossary with its name once.

    An acronym that stands before a noun keeps its short form, and the name follows
    at the next use; "the expert group GRETA" explains itself.
    """
    told = list(sentences)
    names = _NAMES.of((terms,), (), lambda: _names(terms))
    places = _places(told, names.keys())
    if not places:
        return told
    whole = "\n".join(told)
    for acronym in [one for one in names if one in places]:
        name, holding = names[acronym], places[acronym]
        if not _stands_in([told[at] for at in holding], acronym):
            continue
        _spell(told, holding, acronym, name, is_said=name in whole)
        if _capitals(name):
            places = _places(told, names.keys())
    return told


def _names(terms: Iterable[Term]) -> dict[str, str]:
    """Each acronym of a glossary to its name."""
    names: dict[str, str] = {}
    for one in terms:
        if one.expand and _ACRONYM.fullmatch(one.term):
            names.setdefault(one.term, one.expand)
    return names


def _places(told: Sequence[str], acronyms: AbstractSet[str]) -> dict[str, list[int]]:
    """Each acronym to the sentences that may hold it."""
    places: dict[str, list[int]] = {}
    for at, one in enumerate(told):
        for short in _capitals(one) & acronyms:
            places.setdefault(short, []).append(at)
    return places


@lru_cache(maxsize=4096)
def _capitals(sentence: str) -> frozenset[str]:
    """Whatever might be an acronym in a sentence, alone or joined by a hyphen."""
    found: set[str] = set()
    for one in _ACRONYM.findall(sentence):
        found.add(one)
        if "-" in one:
            parts = one.split("-")
            for start in range(len(parts)):
                for end in range(start, len(parts)):
                    found.add("-".join(parts[start : end + 1]))
    return frozenset(found)


def _stands_in(holding: Iterable[str], acronym: str) -> bool:
    """Whether an acronym stands somewhere as a word and nowhere in brackets."""
    if any(f"({acronym})" in one for one in holding):
        return False
    whole = _anywhere(acronym)
    return any(whole.search(one) for one in holding)


@lru_cache(maxsize=256)
def _anywhere(acronym: str) -> re.Pattern[str]:
    return re.compile(rf"{acronym}(?<![\w/(@-]{acronym})\b")


@lru_cache(maxsize=256)
def _alone(acronym: str) -> re.Pattern[str]:
    """Where an acronym stands as a word of its own, with its ’s.

    Its letters come first and what stands before them after, as that is found faster.
    """
    return re.compile(rf"{acronym}(?<![\w/(@-]{acronym})(’s\b)?(?![\w/’'-])")


def _spell(
    told: list[str], holding: Sequence[int], acronym: str, name: str, *, is_said: bool
) -> None:
    """Put the name in its place; `is_said`: some sentence has it already."""
    short = _alone(acronym)
    named = len(told)
    if is_said:
        named = next((at for at, one in enumerate(told) if name in one), named)
    for at in holding:
        if at >= named:
            break
        sentence = told[at]
        for hit in short.finditer(sentence):
            before, after = sentence[: hit.start()], sentence[hit.end() :]
            article = _ARTICLE.search(before[-len(" the ") :])
            the = article[0] if article else "the "
            if article:
                before = before[: -len(the)]
            if any(one in before for one in _KINDS) and _EXPLAINED.search(before):
                return
            noun_follows = not hit[1] and _BESIDE_A_NOUN.match(after)
            if noun_follows or _AFTER_A.search(before[-len(" an ") :]):
                continue
            owned = f"{the}{name}{hit[1] or ''} ({acronym})"
            told[at] = sentence_start(f"{before}{owned}{after}")
            if is_said:
                _shorten(told, at + 1, acronym, name)
            return
    if named < len(told):
        told[named] = told[named].replace(name, f"{name} ({acronym})", 1)
        _shorten(told, named + 1, acronym, name)


def _shorten(told: list[str], start: int, acronym: str, name: str) -> None:
    """Use the short form from here on."""
    for at in range(start, len(told)):
        if name in told[at]:
            told[at] = told[at].replace(name, acronym)
