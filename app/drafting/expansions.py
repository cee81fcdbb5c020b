"""Acronyms spelled out once: at their first use that has room for the name."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from app.language.grammar import sentence_start
from app.model.dossier import Term

_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]+")
_BESIDE_A_NOUN = re.compile(
    r"\s+(?:experts?|delegates?|data|stud(?:y|ies)|dialogues?|texts?|reports?|figures|"
    r"counts?|projects?|missions?|bodies|members|States|Convention|Global|standards)\b"
)
_EXPLAINED = re.compile(
    r"\b(?:group|agency|body|network|organi[sz]ation)(?: of [^,.;]*,)? $"
)


def spell_out(sentences: Sequence[str], terms: Iterable[Term]) -> list[str]:
    """The sentences in reading order, each acronym of the glossary with its name once.

    An acronym that stands before a noun keeps its short form, and the name follows
    at the next use; "the expert group GRETA" explains itself.
    """
    told = list(sentences)
    seen = " ".join(sorted({short for one in told for short in _capitals(one)}))
    for term in terms:
        acronym, name = term.term, term.expand
        if acronym in seen and name and _ACRONYM.fullmatch(acronym):
            holding = [at for at, one in enumerate(told) if acronym in one]
            if _stands_in([told[at] for at in holding], acronym):
                _spell(told, holding, acronym, name)
    return told


@lru_cache(maxsize=4096)
def _capitals(sentence: str) -> frozenset[str]:
    """Whatever might hold an acronym."""
    return frozenset(_ACRONYM.findall(sentence))


def _stands_in(holding: Iterable[str], acronym: str) -> bool:
    """Whether an acronym stands somewhere as a word and nowhere in brackets."""
    if any(f"({acronym})" in one for one in holding):
        return False
    whole = _anywhere(acronym)
    return any(whole.search(one) for one in holding)


@lru_cache(maxsize=256)
def _anywhere(acronym: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/(@-]){acronym}\b")


@lru_cache(maxsize=256)
def _alone(acronym: str) -> re.Pattern[str]:
    """Where an acronym stands as a word of its own, with its article and its ’s."""
    return re.compile(rf"(\b[Tt]he )?(?<![\w/(@-]){acronym}(’s\b)?(?![\w/’'-])")


def _spell(told: list[str], holding: Sequence[int], acronym: str, name: str) -> None:
    short = _alone(acronym)
    named = next((at for at, one in enumerate(told) if name in one), len(told))
    for at in holding:
        if at >= named:
            break
        sentence = told[at]
        for hit in short.finditer(sentence):
            before, after = sentence[: hit.start()], sentence[hit.end() :]
            if _EXPLAINED.search(before):
                return
            noun_follows = not hit[2] and _BESIDE_A_NOUN.match(after)
            if noun_follows or re.search(r"\b[Aa]n? $", before):
                continue
            article = hit[1] or "the "
            owned = f"{article}{name}{hit[2] or ''} ({acronym})"
            told[at] = sentence_start(f"{before}{owned}{after}")
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
