"""The Word file: its words, its notes, its links and its marks."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.export.marks import SAMPLE
from app.export.word import to_docx
from app.model.paper import (
    HeaderField,
    Mark,
    Note,
    NoteRef,
    PageBreak,
    Paragraph,
    Properties,
    Span,
)
from app.model.preset import Citations
from tests.export.opened import document, names, part, parts_called, texts, words
from tests.export.papers import (
    ADDRESS,
    RULES,
    cited,
    full,
    holding,
    rules,
    said,
    saying,
)


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert to_docx(full(), RULES) == to_docx(full(), RULES)


def test_the_archive_is_sound_and_knows_no_day() -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(full(), RULES))) as package:
        assert package.testzip() is None
        assert package.namelist()[0] == "[Content_Types].xml"
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {one.create_system for one in package.infolist()} == {0}


@pytest.mark.parametrize(
    "wild",
    [
        "[/brackets] and [@click=x]y[/]",
        "Fish & chips < 5 > 4 \"quoted\" 'too'",
        "</w:t></w:r></w:p><w:p>",
        "{{ 7*7 }} {% if %}",
        "مكافحة الاتجار بالأشخاص",
        "Côte d'Ivoire, 中国, Ḥasan, 🇧🇾",
    ],
)
def test_what_a_person_wrote_survives_everywhere(wild: str) -> None:
    paper = saying(
        said(wild, NoteRef(number=1)),
        title=wild,
        header=(HeaderField(name="country", label=wild, value=wild),),
        notes=(Note(number=1, spans=(Span(text=wild),)),),
        properties=Properties(title=wild, author=wild),
    )
    made = to_docx(paper, RULES)
    opened = document(made)
    assert opened.paragraphs[0].text == f"{wild}: {wild}"
    assert opened.paragraphs[1].text == wild
    assert opened.paragraphs[2].text == wild
    assert opened.core_properties.title == wild
    assert opened.core_properties.author == wild


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_text_makes_a_file_that_opens(text: str) -> None:
    paper = saying(text)
    opened = document(to_docx(paper, RULES))
    assert opened.paragraphs[0].text == paper.sentences[0].text


def test_one_space_stands_between_sentences() -> None:
    assert texts(to_docx(saying("One.", "Two.", "Three."), RULES)) == [
        "One. Two. Three."
    ]


def test_the_paper_comes_in_its_order() -> None:
    assert texts(to_docx(full(), RULES)) == [
        "Committee: Third Committee",
        "Country: Belarus",
        "Position Paper",
        "Trafficking in persons",
        "Background",
        "Belarus took part in the Global Plan. It sponsored Improving the "
        "coordination. The delegation asks for more.",
        "Trafficking shall mean recruitment.",
        "Proposals",
        "Fund shelters.",
        "Train the police.",
        "First step.",
        "Another first.",
        "Critics were answered.",
        "Card twelve.",
        "Works Cited",
        f"Assembly. {ADDRESS}",
        "Office. Report.",
    ]


def test_every_kind_of_paragraph_has_its_style() -> None:
    opened = document(to_docx(full(Mark.DRAFT), RULES))
    styles = {p.text: p.style.name for p in opened.paragraphs}
    assert styles["2 sentences still ours."] == "Banner"
    assert styles["Country: Belarus"] == "Heading Field"
    assert styles["Position Paper"] == "Title"
    assert styles["Trafficking in persons"] == "Heading 1"
    assert styles["Background"] == "Heading 2"
    assert styles["Trafficking shall mean recruitment."] == "Quote"
    assert styles["Fund shelters."] == "List Bullet"
    assert styles["First step."] == "List Number"
    assert styles["Card twelve."] == "Key"
    assert styles["Office. Report."] == "Bibliography"
    assert styles["Critics were answered."] == "Body Text"


def test_footnotes_are_real_and_numbered_in_reading_order() -> None:
    made = to_docx(full(), cited("footnotes"))
    notes = part(made, "word/footnotes.xml")
    assert 'w:id="-1"' in notes
    assert 'w:id="0"' in notes
    assert words(notes.split('w:id="1">')[1]).strip().startswith("Global Plan")
    assert '<w:footnoteReference w:id="2"/>' in part(made, "word/document.xml")
    order = part(made, "word/settings.xml")
    assert order.index("w:footnotePr") < order.index("w:compat")
    assert "word/endnotes.xml" not in names(made)


def test_endnotes_where_the_rules_want_them() -> None:
    made = to_docx(full(), cited("endnotes"))
    assert "Report of 2023" in part(made, "word/endnotes.xml")
    assert '<w:endnoteReference w:id="1"/>' in part(made, "word/document.xml")
    assert "word/footnotes.xml" not in names(made)


def test_a_paper_without_notes_has_no_part_for_them() -> None:
    made = to_docx(saying("It said (UNODC 2022)."), cited("intext+list"))
    assert not parts_called(made, "footnotes")
    assert "footnotePr" not in part(made, "word/settings.xml")


def test_a_mark_without_a_note_and_a_second_mark_stay_numbers() -> None:
    sentence = said("A", NoteRef(number=1), "B", NoteRef(number=1), NoteRef(number=9))
    paper = saying(sentence, notes=(Note(number=1, spans=(Span(text="N"),)),))
    body = part(to_docx(paper, RULES), "word/document.xml")
    assert body.count("<w:footnoteReference ") == 1
    assert words(body).strip() == "AB19"


def test_links_are_real_and_only_safe_ones() -> None:
    made = to_docx(
        saying(
            said(
                Span(text="good", link="https://example.org/a?b=1&c=2"),
                Span(text="bad", link="javascript:alert(1)"),
                Span(text="file", link="file:///etc/passwd"),
            )
        ),
        RULES,
    )
    found = document(made).paragraphs[0].hyperlinks
    assert [(one.text, one.address) for one in found] == [
        ("good", "https://example.org/a?b=1&c=2")
    ]
    assert document(made).paragraphs[0].text == "goodbadfile"
    related = part(made, "word/_rels/document.xml.rels")
    assert "javascript" not in related
    assert "file:" not in related


def test_a_link_in_a_note_belongs_to_the_notes() -> None:
    assert ADDRESS in part(to_docx(full(), RULES), "word/_rels/footnotes.xml.rels")


def test_a_draft_shades_what_is_ours_and_a_final_is_clean() -> None:
    def shaded(mark: Mark) -> list[str]:
        runs = [
            run
            for paragraph in document(to_docx(full(mark), RULES)).paragraphs
            for run in paragraph.runs
        ]
        return [run.text for run in runs if run.style.name == "Still ours"]

    ours = ["It sponsored ", "Improving the coordination", "."]
    assert shaded(Mark.DRAFT) == [*ours, "Critics were answered."]
    assert shaded(Mark.FINAL) == []


def test_a_sample_says_so_below_and_inside() -> None:
    made = to_docx(full(Mark.SAMPLE), RULES)
    about = document(made).core_properties
    assert words(parts_called(made, "footer")).strip().startswith(SAMPLE)
    assert about.category == "Sample"
    assert "sample" in about.keywords
    final = to_docx(full(), RULES)
    assert SAMPLE not in parts_called(final, "footer")
    assert document(final).core_properties.category == ""


def test_properties_come_from_the_paper() -> None:
    made = to_docx(full(), RULES)
    about = document(made).core_properties
    assert about.title == "Position Paper: Belarus"
    assert about.author == "Ada Example"
    assert about.subject == "Trafficking in persons"
    assert about.language == "en-GB"
    assert about.created is not None
    assert about.created.date().isoformat() == "2026-01-15"
    assert 'w:lang w:val="en-GB"' in part(made, "word/styles.xml")


def test_a_paper_without_a_day_or_an_author_names_none() -> None:
    core = part(to_docx(saying("A."), RULES), "docProps/core.xml")
    assert "dcterms:created" not in core
    assert "dc:creator" not in core


def test_a_language_of_its_own() -> None:
    paper = saying("A.", properties=Properties(title="T", language="en-US"))
    assert 'w:val="en-US"' in part(to_docx(paper, RULES), "word/styles.xml")
    odd = saying("A.", properties=Properties(title="T", language='"<x>'))
    assert 'w:val="en-GB"' in part(to_docx(odd, RULES), "word/styles.xml")


def test_a_table_repeats_its_header_row() -> None:
    opened = document(to_docx(full(), RULES))
    table = opened.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Year", "Measure"]
    assert table.style.name == "Table Grid"
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert "w:tblHeader" not in table.rows[1]._tr.xml


def test_two_numbered_lists_count_anew() -> None:
    made = to_docx(full(), RULES)
    body, numbering = part(made, "word/document.xml"), part(made, "word/numbering.xml")
    for number in (3, 4):
        assert body.count(f'<w:numId w:val="{number}"/>') == 1
        assert f'<w:num w:numId="{number}">' in numbering


def test_a_page_break_moves_the_next_block() -> None:
    first, second = (Paragraph(sentences=(said(t),)) for t in ("One.", "Two."))
    opened = document(to_docx(holding(first, PageBreak(), second), RULES))
    breaks = [bool(p._p.xpath("./w:pPr/w:pageBreakBefore")) for p in opened.paragraphs]
    assert breaks == [False, True]


@pytest.mark.parametrize("asked", [True, False, None])
def test_the_list_of_sources_begins_a_page_where_asked(asked: bool | None) -> None:
    made = to_docx(full(), rules(citations=Citations(list_new_page=asked)))
    (heading,) = (p for p in document(made).paragraphs if p.text == "Works Cited")
    assert bool(heading._p.xpath("./w:pPr/w:pageBreakBefore")) is bool(asked)
