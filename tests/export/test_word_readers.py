"""Other programs read the Word file: readers, a validator and LibreOffice."""

import io
import os
import re
import warnings
from pathlib import Path
from xml.etree import ElementTree

import mammoth
import pypandoc
import pytest
from docx2python import docx2python
from openxml_audit import OpenXmlValidator

from app.export.markdown import to_markdown
from app.export.pdf import libreoffice, to_pdfs
from app.export.word import to_docx
from app.model.paper import Mark, Paper
from app.model.preset import Forbidden, Header, HeaderPlace, Preset
from tests.export.opened import names, part
from tests.export.papers import ADDRESS, RULES, cited, full, rules, saying

FALSE_ALARMS = re.compile("required relationship type '.*/(theme|fontTable)'")
"""What the validator wants and the standard does not."""

ABOVE = Header(place=HeaderPlace.PAGE_HEADER, first_page_only=True)
KINDS: dict[str, tuple[Paper, Preset]] = {
    "final": (full(), RULES),
    "draft": (full(Mark.DRAFT), RULES),
    "sample": (full(Mark.SAMPLE), cited("endnotes")),
    "bare": (saying("One sentence."), rules(forbid=Forbidden(page_numbers=True))),
    "cover": (full(), rules(cover_page=True, header=Header(first_page_only=False))),
    "above": (full(), rules(header=ABOVE, forbid=Forbidden(formatting=True))),
}
WORDS = ("Belarus took part in the Global Plan.", "Report of 2023, p. 4.", "Year")
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

every_kind = pytest.mark.parametrize("kind", list(KINDS))


def made(kind: str) -> bytes:
    return to_docx(*KINDS[kind])


@every_kind
def test_the_validator_finds_nothing(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "paper.docx"
    file.write_bytes(made(kind))
    said = [error.description for error in OpenXmlValidator().validate(file).errors]
    assert [one for one in said if not FALSE_ALARMS.search(one)] == []


@every_kind
def test_every_part_is_typed_and_pointed_at(kind: str) -> None:
    file = made(kind)
    types = part(file, "[Content_Types].xml")
    pointed = "".join(part(file, n) for n in names(file) if n.endswith(".rels"))
    for name in names(file):
        if name.endswith(".rels") or name == "[Content_Types].xml":
            continue
        assert f'PartName="/{name}"' in types
        assert name.removeprefix("word/") in pointed


@every_kind
def test_nothing_points_at_what_is_not_there(kind: str) -> None:
    file = made(kind)
    styles = ElementTree.fromstring(part(file, "word/styles.xml"))
    known = {style.get(f"{_W}styleId") for style in styles.iter(f"{_W}style")}
    for name in names(file):
        if not name.startswith("word/") or name.endswith(".rels"):
            continue
        related = part(file, name.replace("word/", "word/_rels/") + ".rels")
        for element in ElementTree.fromstring(part(file, name)).iter():
            if f"{_R}id" in element.attrib:
                assert f'Id="{element.get(f"{_R}id")}"' in related
            if element.tag in {f"{_W}{one}Style" for one in ("p", "r", "tbl")}:
                assert element.get(f"{_W}val") in known


def test_mammoth_reads_words_and_notes() -> None:
    page = mammoth.convert_to_html(io.BytesIO(made("final"))).value
    assert all(one in page for one in WORDS)
    assert f'href="{ADDRESS}"' in page
    assert 'href="#footnote-2"' in page


def test_docx2python_reads_words_and_notes() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with docx2python(io.BytesIO(made("final"))) as read:
            text = read.text
    assert all(one in text for one in WORDS)


def pandoc_words(text: str | bytes, kind: str) -> list[str]:
    """What pandoc reads, as words without the signs of its plain text."""
    plain = pypandoc.convert_text(text, "plain", kind, extra_args=["--wrap=none"])
    return re.findall(r"[^\s\-_|+=]+", plain)


@pytest.mark.parametrize("form", ["footnotes", "endnotes"])
def test_pandoc_reads_the_same_words_from_word_and_markdown(form: str) -> None:
    paper, wanted = full(), cited(form)
    from_word = pandoc_words(to_docx(paper, wanted), "docx")
    from_markdown = pandoc_words(to_markdown(paper, wanted), "markdown")
    # The two readers order title and heading as each format does.
    assert sorted(from_word) == sorted(from_markdown)
    assert "Report" in from_word


@pytest.fixture(scope="module")
def pdfs() -> dict[str, bytes]:
    if libreoffice() is None and not os.environ.get("CI"):
        pytest.skip("LibreOffice is not installed here; it renders the paper in CI.")
    return to_pdfs({kind.replace(" ", "-"): made(kind) for kind in KINDS})


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "pages"), [("bare", 1), ("final", 1), ("draft", 1), ("cover", 2)]
)
def test_libreoffice_sets_the_pages(
    kind: str, pages: int, pdfs: dict[str, bytes]
) -> None:
    assert pdfs[kind].startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", pdfs[kind])) == pages
