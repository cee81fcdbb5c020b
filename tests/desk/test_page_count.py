"""The exact count: what counts is counted, on the pages LibreOffice sets."""

import pytest

from app.desk.page_count import exact_pages
from app.desk.writing import write
from app.export.pdf import libreoffice
from app.library.briefs import ready_brief
from app.model.preset import CitationForm

pytestmark = pytest.mark.skipif(libreoffice() is None, reason="needs LibreOffice")


def test_neither_a_title_page_nor_endnotes_count_as_pages() -> None:
    written = write(ready_brief("belarus/human-trafficking"), conference="sdimun")
    assert written.rules.citations.form is CitationForm.ENDNOTES
    assert written.paper.notes
    assert exact_pages(written.paper, written.rules) == 1
    covered = written.rules.revise(cover_page=True)
    assert exact_pages(written.paper, covered) == 1
