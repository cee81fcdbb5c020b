"""Proofreading: advice on the language of a draft, or of a file from anywhere."""

import re
from collections.abc import Sequence

from app.language.sentences import split
from app.model.finding import Finding, Where
from app.model.paper import NoteRef, Paper, Paragraph, Sentence, Span
from app.reading.text import ReadText
from app.review.language_check import check_language

SHORTEST = 6
"""Lines of fewer words are headings and are not read as text."""

_ENOUGH = 0.9
_COUNTRY = re.compile(r"(?:country|delegation|delegation of)\s*:\s*(.+)", re.IGNORECASE)


def on_draft(paper: Paper, country: str) -> tuple[Finding, ...]:
    """Advice on a delegate's own sentences of a draft; the example is left out.

    Raises:
        TemplateBroken: a word list or a limit of the review cannot be used.
    """
    texts: list[list[str]] = []
    places: list[list[Where]] = []
    sourced: set[tuple[int, int]] = set()
    for number, (section, paragraph) in enumerate(_paragraphs(paper), start=1):
        own = [
            (at, one)
            for at, one in enumerate(paragraph.sentences, start=1)
            if one.move is None
        ]
        if not own:
            continue
        texts.append([one.prose for _, one in own])
        places.append(
            [Where(passage=section, paragraph=number, sentence=at) for at, _ in own]
        )
        sourced.update(
            (len(texts), at)
            for at, (_, one) in enumerate(own, start=1)
            if _is_cited(one)
        )
    held = sum(map(len, texts))
    whole = held >= _ENOUGH * len(paper.sentences) and held > 0
    return check_language(texts, country, places=places, sourced=sourced, whole=whole)


def on_file(text: ReadText) -> tuple[Finding, ...]:
    """Advice on a paper that was written anywhere, its heading and sources left out.

    Paragraphs are counted as the other checks of a file count them: those of
    fewer than six words do not count.

    Raises:
        TemplateBroken: a word list or a limit of the review cannot be used.
    """
    told = [one for one in text.paragraphs if len(one.split()) >= SHORTEST]
    return check_language(list(map(split, told)), country_of(text.header))


def country_of(header: Sequence[str]) -> str:
    """The country a paper's heading names; empty where it names none."""
    for line in header:
        found = _COUNTRY.match(line.strip())
        if found and len(found[1].split()) < SHORTEST:
            return re.sub(r"^the ", "", found[1].strip(), flags=re.IGNORECASE)
    return ""


def _paragraphs(paper: Paper) -> list[tuple[str, Paragraph]]:
    return [
        (section.id, block)
        for part in paper.parts
        for section in part.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]


def _is_cited(sentence: Sentence) -> bool:
    return any(
        isinstance(span, NoteRef) or (isinstance(span, Span) and span.cites)
        for span in sentence.spans
    )
