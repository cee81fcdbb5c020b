"""Slips: what a template left behind, and small faults of grammar."""

import re
from collections.abc import Iterator

from app.language.blanks import has_blank
from app.language.grammar import a_or_an
from app.model.finding import Finding, Outcome
from app.review.manuscript import Manuscript, Told, advice
from app.review.wordlists import listed

_LEAK = re.compile(
    r"\{\{|\}\}|\{%|\{\w*\}|\bNone\b(?! of\b)|\bnan\b|\[[A-Z][A-Z ]{2,}\]|, ,|,,|\. \."
    r"|\(\s*\)|\[\s*\]|_{3,}|\bundefined\b|\[@[^\]]*\]|\bTODO\b|\bLorem ipsum\b"
)
_NONE_OPENS = re.compile(r"^None\b")
_DOUBLED = re.compile(r"\b([A-Za-z]+) \1\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b([Aa]n?) ([A-Za-z0-9][\w’'-]*)")
_WRONG = re.compile(
    r"\bone of the (?:main|largest|biggest|key|major) \w+[^s\W]"
    r"(?= (?:is|was|in|for|that)\b)"
    r"|\b(?:has|have|had) (?:decline|increase|show|become a|begin|take)\b(?! a)"
    r"|\bin the (?:1[89]|20)\d\d(?=[.,;)])"
    r"|\bcould of\b|\bshould of\b|\bmore better\b|\binformations\b|\badvices\b"
)
_PLURAL = re.compile(
    r"\b(?:actions|efforts|measures|victims|(?<!United )States|laws|policies)"
    r" (?:has|was|is)\b"
)
_INSIDE_A_CLAUSE = re.compile(r"\bthat\b[^,;:]*$", re.IGNORECASE)
_OF_PLURAL = re.compile(r"\b(?:of|between|with|among|by|for|in|to) $")


def leaks(text: Manuscript) -> tuple[Told, ...]:
    """The sentences that hold a mark a template left behind."""
    return tuple(
        one
        for one in text.sentences
        if _LEAK.search(_NONE_OPENS.sub("No", one.text)) is not None
    )


def slips(text: Manuscript) -> tuple[tuple[Told, str], ...]:
    """Each sentence with a small fault, and the words of the fault."""
    return tuple((one, fault) for one in text.sentences for fault in _faults(one.text))


def findings(text: Manuscript) -> Iterator[Finding]:
    """What to say about slips."""
    blanks = [one for one in text.sentences if has_blank(one.text)]
    if blanks:
        yield Finding(
            rule="blanks",
            outcome=Outcome.FAILED,
            message=f"{_blank_sentences(len(blanks))} to be filled.",
            where=tuple(one.shown for one in dict.fromkeys(blanks)),
        )
    message = "A mark was left behind. Fill it, or take it out."
    yield from advice(
        "leaks", message, [one for one in leaks(text) if one not in blanks]
    )
    found = slips(text)
    said = ", ".join(f"“{fault}”" for _, fault in found[:4])
    message = f"Read these words again: {said}."
    yield from advice("slips", message, [one for one, _ in found])


def _blank_sentences(many: int) -> str:
    return "A sentence has a blank" if many == 1 else f"{many} sentences have a blank"


def _faults(text: str) -> Iterator[str]:
    fine = listed("doubled_fine")
    for hit in _DOUBLED.finditer(text):
        name = hit[1][0].isupper() and (hit.start() > 0 or hit[0].istitle())
        if hit[1].casefold() not in fine and not name:
            yield hit[0]
    for hit in _ARTICLE.finditer(text):
        if not hit[1][0].isupper() or hit.start() == 0:
            right = a_or_an(hit[2]).split()[0]
            if hit[1].casefold() != right and len(hit[2]) > 1:
                yield hit[0]
    for hit in _WRONG.finditer(text):
        yield hit[0]
    for hit in _PLURAL.finditer(text):
        before = text[: hit.start()]
        if not _OF_PLURAL.search(before) and not _INSIDE_A_CLAUSE.search(before):
            yield hit[0]
