import codecs
import subprocess
import sys
from pathlib import Path

import pytest

from app.model.errors import Unreadable
from app.reading.text import ReadText, read_text
from tests.reading.word_files import line, part, write_docx

HEADER = ("Committee: Second Committee", "Country: Malta", "Topic: Clean seas")
TEXT = "Malta asks all States to count what they lose at sea. Nobody else does."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "paper.docx"


def from_text(tmp_path: Path, text: str | bytes, suffix: str = ".txt") -> ReadText:
    path = tmp_path / f"paper{suffix}"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_text(path)


def test_a_word_file_becomes_header_text_and_references(path: Path) -> None:
    write_docx(
        path, *HEADER, TEXT, "", "Works Cited", "UN, A/RES/60/1.", "Malta, Speech."
    )
    assert read_text(path) == ReadText(
        header=HEADER,
        paragraphs=(TEXT,),
        references=("UN, A/RES/60/1.", "Malta, Speech."),
    )


def test_runs_are_joined_and_tabs_and_soft_breaks_are_spaces(path: Path) -> None:
    write_docx(
        path,
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Mal</w:t></w:r>"
        "<w:r><w:t>ta</w:t><w:tab/><w:t>asks</w:t><w:br/><w:t>for</w:t></w:r>"
        '<w:r><w:t xml:space="preserve"> nets, long</w:t><w:noBreakHyphen/>'
        "<w:t>lost.</w:t></w:r></w:p>",
    )
    assert read_text(path).paragraphs == ("Malta asks for nets, long-lost.",)


def test_links_insertions_and_content_controls_are_text_but_deletions_are_not(
    path: Path,
) -> None:
    write_docx(
        path,
        "<w:p><w:hyperlink><w:r><w:t>One</w:t></w:r></w:hyperlink>"
        "<w:ins><w:r><w:t> two</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText> gone</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom>"
        "<w:r><w:instrText> PAGE </w:instrText></w:r>"
        "<w:sdt><w:sdtContent><w:r><w:t> three.</w:t></w:r></w:sdtContent></w:sdt>"
        "</w:p>",
    )
    assert read_text(path).paragraphs == ("One two three.",)


def test_tables_and_text_boxes_are_read_once(path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent>"
    write_docx(
        path,
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell.</w:t></w:r></w:p></w:tc></w:tr>"
        "</w:tbl>",
        f"<w:p><w:r><w:t>Outer.</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        f"</mc:AlternateContent></w:r></w:p>",
    )
    assert read_text(path).paragraphs == ("Cell.", "Outer.", "Boxed.")


def test_notes_are_references_but_the_lines_above_them_are_not(path: Path) -> None:
    note = (
        '<w:footnote w:type="separator"><w:p><w:r><w:t>--</w:t></w:r></w:p>'
        "</w:footnote>"
        '<w:footnote w:id="1"><w:p><w:r><w:t>UN, 2005.</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>Annex.</w:t></w:r></w:p></w:footnote>"
    )
    end = '<w:endnote w:id="1"><w:p><w:r><w:t>Malta.</w:t></w:r></w:p></w:endnote>'
    write_docx(
        path,
        TEXT,
        "References",
        "A book",
        footnotes=part(note, "footnotes"),
        endnotes=part(end, "endnotes"),
    )
    assert read_text(path).references == ("A book", "UN, 2005. Annex.", "Malta.")


def test_the_header_of_the_page_is_header_but_its_number_is_not(path: Path) -> None:
    top = "<w:p><w:r><w:t>Delegation: Malta</w:t></w:r></w:p><w:p><w:r><w:t>Page 1 of 2"
    write_docx(path, TEXT, header1=part(f"{top}</w:t></w:r></w:p>", "hdr"))
    assert read_text(path).header == ("Delegation: Malta",)


def test_a_heading_ends_the_references_of_the_first_topic(path: Path) -> None:
    write_docx(
        path,
        line("Topic A: Seas", "Heading1"),
        TEXT,
        line("Bibliography", "Heading2"),
        "A book",
        line("Topic B: Skies", "Heading1"),
        "Malta flies too.",
        line("Notes:", "Heading2"),
        "Another book",
    )
    found = read_text(path)
    assert found.paragraphs == (TEXT, "Topic B: Skies", "Malta flies too.")
    assert found.references == ("A book", "Another book")
    assert found.header == ("Topic A: Seas",)


def test_a_section_heading_belongs_to_the_text_and_not_to_the_header(
    path: Path,
) -> None:
    write_docx(path, *HEADER, line("What Malta holds", "Heading1"), TEXT)
    assert read_text(path).header == HEADER
    write_docx(path, *HEADER, "I. Background", TEXT)
    assert read_text(path).paragraphs == ("I. Background", TEXT)


def test_a_file_of_python_docx_is_read(path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading("Malta", 0)
    document.add_paragraph(TEXT)
    document.save(str(path))
    assert read_text(path).paragraphs == ("Malta", TEXT)


@pytest.mark.parametrize(
    "heading",
    [
        "REFERENCES",
        "Works Cited:",
        "VI. Bibliography",
        "List of references",
        "Endnotes",
    ],
)
def test_headings_of_references_are_known(tmp_path: Path, heading: str) -> None:
    found = from_text(tmp_path, f"{TEXT}\n\n{heading}\n\n1. UN.\n2. Malta.\n")
    assert found == ReadText(paragraphs=(TEXT,), references=("1. UN.", "2. Malta."))


def test_references_in_a_sentence_are_no_heading(tmp_path: Path) -> None:
    text = "References to law abound."
    assert from_text(tmp_path, text).paragraphs == (text,)


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
)
def test_text_is_read_in_every_usual_encoding(tmp_path: Path, content: bytes) -> None:
    assert from_text(tmp_path, content).paragraphs == (TEXT,)


def test_text_of_old_windows_is_read(tmp_path: Path) -> None:
    content = "Malta’s café says “no”.".encode("cp1252")
    assert from_text(tmp_path, content).paragraphs == ("Malta’s café says “no”.",)


def test_wrapped_lines_are_joined_and_labels_stand_alone(tmp_path: Path) -> None:
    text = "Committee: GA2\r\nCountry: Malta\r\n\r\nMalta asks\r\nfor nets.\r\n"
    assert from_text(tmp_path, text) == ReadText(
        header=("Committee: GA2", "Country: Malta"),
        paragraphs=("Malta asks for nets.",),
    )


def test_long_lines_are_paragraphs_of_their_own(tmp_path: Path) -> None:
    long = TEXT + " " + TEXT
    assert from_text(tmp_path, f"{long}\n{TEXT}").paragraphs == (long, TEXT)


def test_markdown_loses_its_marks(tmp_path: Path) -> None:
    text = """\
---
title: x
---
# Malta

**Committee:** GA2
**Topic:** *Clean* seas

## Opening {#opening}
<!-- cards: a -->

Malta **asks** for `nets`, and _says_
[so](http://example.org "x")[^1] snake_case_word 2 * 3 * 4 \\# 1 [@rec-plan].

- one net
- two nets

> Quoted.

## References

A book
[^1]: A *note*.
"""
    assert from_text(tmp_path, text, ".md") == ReadText(
        header=("Malta", "Committee: GA2", "Topic: Clean seas"),
        paragraphs=(
            "Opening",
            "Malta asks for nets, and says so snake_case_word 2 * 3 * 4 # 1"
            " [@rec-plan].",
            "one net",
            "two nets",
            "Quoted.",
        ),
        references=("A book", "A note."),
    )


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="not a text file"):
        from_text(tmp_path, b"PK\x03\x04\x00\x00")


@pytest.mark.parametrize("suffix", [".pdf", ".doc", ".odt", ".rtf", ""])
def test_other_formats_are_refused_and_the_read_ones_named(
    tmp_path: Path, suffix: str
) -> None:
    with pytest.raises(Unreadable, match=r"\.docx, \.txt and \.md") as caught:
        read_text(tmp_path / f"paper{suffix}")
    assert caught.value.hint


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("*a" * 200_000, id="stars"),
        pytest.param("<!--" * 200_000, id="comments"),
        pytest.param("[^" * 200_000, id="notes"),
        pytest.param("# " + " #" * 200_000, id="headings"),
        pytest.param("[a](" * 200_000, id="links"),
        pytest.param(" " * 200_000 + "a" + "\n  " * 99_999, id="spaces"),
    ],
)
def test_marks_without_end_do_not_take_forever(
    tmp_path: Path, suffix: str, text: str
) -> None:
    assert from_text(tmp_path, text, suffix).paragraphs


def test_a_paragraph_longer_than_any_paper_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="longer than any paper"):
        from_text(tmp_path, "a" * 1_000_001)


def test_a_paper_of_fifty_thousand_words_is_read(path: Path) -> None:
    write_docx(path, "word " * 50_000)
    assert len(read_text(path).paragraphs[0].split()) == 50_000


def test_an_empty_paper_is_empty(path: Path) -> None:
    assert read_text(write_docx(path)) == ReadText()
    assert read_text(write_docx(path, "")).text == ""


def test_control_characters_are_cleaned(tmp_path: Path) -> None:
    assert from_text(tmp_path, "Mal\u202eta\x1b asks.").paragraphs == ("Malta asks.",)


def test_reading_plain_text_loads_no_word_reader() -> None:
    code = (
        "import sys; from app.reading.text import read_text;"
        "assert not {'lxml', 'docx'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
