"""Page fit: lines, notes and titles fall on pages as Word sets them."""

from app.drafting.budget import extent
from app.drafting.page_fit import SEPARATOR, Piece, lines_of_notes, set_pages
from app.language.line_fit import line_ends, lines_needed
from app.library.presets import in_force, open_preset
from app.library.typefaces import times
from app.model.paper import (
    Note,
    NoteRef,
    Paper,
    Paragraph,
    Part,
    Properties,
    Section,
    Sentence,
    Span,
)
from app.model.preset import CitationForm, Limit, LimitUnit, Preset

TEXT = Piece(6, 10.0, after=6.0)


def noted(form: CitationForm, *, counted: bool) -> float:
    """Pages of a paper of 1,500 words with forty long notes."""
    sentences = tuple(
        Sentence(
            spans=(
                Span(text=" ".join(["every"] * 37 + ["note."])),
                NoteRef(number=at),
            )
        )
        for at in range(1, 41)
    )
    paper = Paper(
        parts=(
            Part(
                topic="Notes",
                sections=(
                    Section(id="opening", blocks=(Paragraph(sentences=sentences),)),
                ),
            ),
        ),
        notes=tuple(
            Note(number=at, spans=(Span(text="A source of some length. " * 5),))
            for at in range(1, 41)
        ),
        properties=Properties(title="Notes"),
    )
    rules = in_force(open_preset("default")).rules
    return extent(paper, _with(rules, form, counted=counted)).used


def _with(rules: Preset, form: CitationForm, *, counted: bool) -> Preset:
    limit = Limit(unit=LimitUnit.PAGES, excludes_sources=not counted)
    return rules.revise(limit=limit, citations=rules.citations.revise(form=form))


def test_paragraphs_fill_a_page_with_the_space_between_them() -> None:
    assert set_pages([TEXT, TEXT], 130)[:2] == (1, 126.0)


def test_of_two_spaces_the_larger_counts() -> None:
    title = Piece(1, 10.0, before=9.0, after=3.0, keeps_next=True)
    assert set_pages([TEXT, title, TEXT], 500).depth == 60 + 9 + 10 + 3 + 60


def test_no_line_stands_alone_at_the_foot_or_the_top() -> None:
    assert set_pages([TEXT, TEXT], 60 + 6 + 19)[:2] == (2, 60.0)
    assert set_pages([TEXT, TEXT], 60 + 6 + 59)[:2] == (2, 20.0)


def test_a_title_goes_to_the_next_page_with_its_text() -> None:
    title = Piece(1, 10.0, keeps_next=True)
    assert set_pages([TEXT, title, TEXT], 60 + 6 + 10 + 19)[:2] == (2, 70.0)
    assert set_pages([TEXT, title, TEXT], 60 + 6 + 10 + 21)[:2] == (2, 40.0)


def test_a_note_takes_its_line_along() -> None:
    noted = Piece(6, 10.0, notes=((5, 20.0),))
    assert set_pages([noted], 90)[:2] == (1, 80 + SEPARATOR)
    assert set_pages([noted], 79)[:2] == (2, 40 + SEPARATOR)


def test_a_paragraph_longer_than_a_page_goes_on() -> None:
    assert set_pages([Piece(25, 10.0)], 100)[:2] == (3, 50.0)


def test_a_note_taller_than_a_page_ends_all_the_same() -> None:
    assert set_pages([Piece(2, 10.0, notes=((0, 500.0),))], 100).pages == 1


def test_a_note_belongs_to_the_line_its_mark_stands_in() -> None:
    assert lines_of_notes((10, 20, 30), [(9, 5.0), (10, 6.0), (29, 7.0)]) == (
        (0, 5.0),
        (1, 6.0),
        (2, 7.0),
    )


def test_a_word_longer_than_the_line_is_broken() -> None:
    address = "x" * 200
    assert lines_needed(address, times(), 10, 468) == 3
    assert len(line_ends((f"See {address}",), times(), 10, 468)) == 4


def test_footnotes_fill_pages_and_endnotes_count_where_sources_do() -> None:
    bare = noted(CitationForm.ENDNOTES, counted=False)
    whole = noted(CitationForm.ENDNOTES, counted=True)
    feet = noted(CitationForm.FOOTNOTES, counted=False)
    assert bare + 1 < whole
    assert bare + 1 < feet


def test_libreoffice_sets_the_first_line_of_a_page_solid() -> None:
    double = Piece(9, 20.0, solid=10.0)
    assert set_pages([double], 100)[:2] == (2, 80.0)
    assert set_pages([double], 100, first_solid=True)[:2] == (2, 70.0)
    assert set_pages([double], 90, first_solid=True)[:2] == (2, 70.0)
    assert set_pages([double], 90)[:2] == (3, 40.0)
    title = Piece(1, 10.0, keeps_next=True)
    assert set_pages([title, double], 100, first_solid=True)[:2] == (2, 90.0)


def test_what_lines_that_keep_together_leave_free_is_told() -> None:
    title = Piece(1, 10.0, keeps_next=True)
    assert set_pages([TEXT, title, TEXT], 60 + 6 + 10 + 19).slack == 35
    assert set_pages([TEXT, TEXT], 60 + 6 + 59).slack == 19
    assert set_pages([TEXT], 100).slack == 0


def test_a_page_that_is_begun_on_purpose_leaves_nothing_free() -> None:
    sources = Piece(9, 10.0, new_page=True)
    assert set_pages([TEXT, sources], 100) == (2, 90.0, 0.0)
    assert set_pages([TEXT, sources], 60)[2] == 0
