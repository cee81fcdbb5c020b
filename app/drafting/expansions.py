"""Acronyms spelled out once: at their first use that has room for the name."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from app.language.grammar import sentence_start
from app.model.dossier import Term

_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]+")
_IN_CAPITALS = re.compile(rf"(?<![\w/(@-]){_ACRONYM.pattern}(?![\w/’'-])")
_BESIDE_A_NOUN = re.compile(
    r"\s+(?:experts?|delegates?|data|stud(?:y|ies)|dialogues?|texts?|reports?|figures|"
    r"counts?|projects?|missions?|bodies|members|States|Convention|Global|standards)\b"
)
_EXPLAINED = re.compile(
    r"\b(?:group|agency|body|network|organi[sz]ation)(?: of [^,.;]*,)? $"
)


def spell_out(sentences: Sequence[str], terms: Iterable[Term]) -> list[str]:
    """The sentences in reading order, each acronym of the glossary with its name once.

    An acronym that stands before a noun or owns one keeps its short form, and the
    name follows at the next use; "the expert group GRETA" explains itself.
    """
    told = list(sentences)
    used: frozenset[str] = frozenset().union(*map(_acronyms, told))
    for term in terms:
        acronym, name = term.term, term.expand
        if acronym not in used or not name or not _ACRONYM.fullmatch(acronym):
            continue
        whole = "\n".join(told)
        if f"({acronym})" not in whole and name not in whole:
            _spell(told, acronym, name)
            used |= _acronyms(name)
    return told


@lru_cache(maxsize=4096)
def _acronyms(text: str) -> frozenset[str]:
    """What stands in capitals in a text, as words of their own."""
    return frozenset(_IN_CAPITALS.findall(text))


def _spell(told: list[str], acronym: str, name: str) -> None:
    found = _uses_of(acronym)
    for at, sentence in enumerate(told):
        if acronym not in sentence:
            continue
        for hit in found.finditer(sentence):
            before, after = sentence[: hit.start()], sentence[hit.end() :]
            if _EXPLAINED.search(before):
                return
            if _BESIDE_A_NOUN.match(after) or re.search(r"\b[Aa]n? $", before):
                continue
            article = hit[1] or "the "
            told[at] = sentence_start(f"{before}{article}{name} ({acronym}){after}")
            return


@lru_cache(maxsize=256)
def _uses_of(acronym: str) -> re.Pattern[str]:
    """Where an acronym stands as a word of its own, with its article."""
    return re.compile(rf"(\b[Tt]he )?(?<![\w/(@-]){re.escape(acronym)}(?![\w/’'-])")
