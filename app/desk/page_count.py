"""The exact count of pages, by setting the paper in LibreOffice."""

import re

from app.export.pdf import to_pdf
from app.export.word import to_docx
from app.model.base import Line, Record
from app.model.brief import Brief
from app.model.paper import Paper
from app.model.preset import CitationForm, Preset

_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


class OwnLength(Record):
    """How long one passage of a delegate is."""

    passage: Line
    """The passage's id."""

    words: int
    """Its words."""


def exact_pages(paper: Paper, rules: Preset) -> int:
    """Pages as LibreOffice sets them, without a title page.

    The list of sources is left out where it may be, and so are endnotes, which
    LibreOffice would put on pages of their own.

    Raises:
        NoPdf: LibreOffice is missing or did not manage.
    """
    counted = paper
    if rules.limit.excludes_sources is not False:
        counted = paper.revise(references=None)
        if rules.citations.form is CitationForm.ENDNOTES:
            counted = counted.revise(notes=())
    cover = rules.cover_page is True
    return -cover + len(_PAGE.findall(to_pdf(to_docx(counted, rules))))


def longest_own(brief: Brief) -> tuple[OwnLength, ...]:
    """The delegate's own passages, the longest first: what they could shorten."""
    own = [
        OwnLength(passage=one.id, words=len(one.text.split()))
        for one in brief.passages
        if one.text
    ]
    return tuple(sorted(own, key=lambda one: -one.words))
