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
    whole = "\n".join(told)
    for term in terms:
        acronym, name = term.term, term.expand
        if acronym not in whole or not name or not _ACRONYM.fullmatch(acronym):
            continue
        if f"({acronym})" not in whole and _anywhere(acronym).search(whole):
            _spell(told, acronym, name)
            whole = "\n".join(told)
    return told


@lru_cache(maxsize=256)
def _anywhere(acronym: str) -> re.Pattern[str]:
    """Where an acronym stands as a word, whatever follows."""
    return re.compile(rf"(?<![\w/(@-]){acronym}\b")


@lru_cache(maxsize=256)
def _alone(acronym: str) -> re.Pattern[str]:
    """Where an acronym stands as a word of its own, with its article and its ’s."""
    return re.compile(rf"(\b[Tt]he )?(?<![\w/(@-]){acronym}(’s\b)?(?![\w/’'-])")


def _spell(told: list[str], acronym: str, name: str) -> None:
    short = _alone(acronym)
    for at, sentence in enumerate(told):
        if name in sentence:
            told[at] = sentence.replace(name, f"{name} ({acronym})", 1)
            _shorten(told, at + 1, acronym, name)
            return
        for hit in short.finditer(sentence) if acronym in sentence else ():
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


def _shorten(told: list[str], start: int, acronym: str, name: str) -> None:
    """Use the short form from here on."""
    for at in range(start, len(told)):
        told[at] = told[at].replace(name, acronym)
