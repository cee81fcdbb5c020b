"""The Word file obeys the rules: every rule of the page shows in the file."""

from typing import Any

import pytest
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Inches

from app.export.html import to_html
from app.export.word import to_docx
from app.library.presets import in_force, open_preset
from app.model.paper import Paper
from app.model.preset import Forbidden, Header, HeaderPlace, Page, PageSize, Preset
from tests.export.opened import document, part, parts_called, texts, words
from tests.export.papers import RULES, full, rules


def opened(wanted: Preset, paper: Paper | None = None) -> Any:
    return document(to_docx(paper or full(), wanted))


def paged(**parts: object) -> Preset:
    return rules(page=Page.model_validate(parts))


@pytest.mark.parametrize(
    ("size", "inches"),
    [(PageSize.LETTER, (8.5, 11)), (PageSize.A4, (8.27, 11.69)), (None, (8.5, 11))],
)
def test_the_sheet(size: PageSize | None, inches: tuple[float, float]) -> None:
    section = opened(paged(size=size)).sections[0]
    sheet = (section.page_width.inches, section.page_height.inches)
    assert sheet == pytest.approx(inches, abs=0.01)


@pytest.mark.parametrize("inches", [0.5, 1, 1.25])
def test_the_margins(inches: float) -> None:
    section = opened(paged(margin_inches=inches)).sections[0]
    sides = (
        section.left_margin,
        section.right_margin,
        section.top_margin,
        section.bottom_margin,
    )
    assert {side.inches for side in sides} == {inches}


def test_the_first_font_allowed_is_everywhere() -> None:
    made = to_docx(full(), paged(fonts=("Garamond", "Arial")))
    styles = part(made, "word/styles.xml") + part(made, "word/numbering.xml")
    assert 'w:ascii="Garamond"' in styles
    assert "Times New Roman" not in styles
    assert "Arial" not in styles


@pytest.mark.parametrize(
    ("smallest", "largest", "points"), [(10, 12, 12), (11, None, 11), (None, None, 12)]
)
def test_the_largest_type_allowed(
    smallest: float | None, largest: float | None, points: float
) -> None:
    made = to_docx(full(), paged(points_min=smallest, points_max=largest))
    defaults = part(made, "word/styles.xml").split("</w:docDefaults>")[0]
    assert f'<w:sz w:val="{2 * points:.0f}"/>' in defaults


def test_no_style_is_larger_than_the_largest_type_allowed() -> None:
    styles = opened(paged(points_max=9)).styles
    sizes = [s.font.size.pt for s in styles if s.type != 4 and s.font.size]
    assert sizes
    assert max(sizes) <= 9


@pytest.mark.parametrize("spacing", [1, 1.15, 1.5, 2])
def test_the_line_spacing(spacing: float) -> None:
    normal = opened(paged(spacing=spacing)).styles["Normal"]
    assert normal.paragraph_format.line_spacing == pytest.approx(spacing, abs=0.01)


def test_lines_end_flush_where_asked() -> None:
    justified = opened(paged(alignment="justified")).styles["Body Text"]
    left = opened(paged(alignment="left")).styles["Body Text"]
    assert justified.paragraph_format.alignment == 3
    assert left.paragraph_format.alignment is None


def test_page_numbers_unless_forbidden() -> None:
    numbered = to_docx(full(), rules(forbid=Forbidden(page_numbers=False)))
    bare = to_docx(full(), rules(forbid=Forbidden(page_numbers=True)))
    assert " PAGE " in parts_called(numbered, "footer")
    assert " PAGE " not in parts_called(bare, "footer")
    assert "footerReference" not in part(bare, "word/document.xml")


def test_no_bold_and_no_italics_where_forbidden() -> None:
    made = to_docx(full(), rules(forbid=Forbidden(formatting=True)))
    everything = part(made, "word/document.xml") + part(made, "word/footnotes.xml")
    everything += part(made, "word/styles.xml")
    assert "<w:b/>" not in everything
    assert "<w:i/>" not in everything
    assert "<w:i/>" in part(to_docx(full(), RULES), "word/document.xml")


@pytest.mark.parametrize(
    ("place", "alignment"),
    [
        (HeaderPlace.TOP_LEFT, None),
        (HeaderPlace.TOP_RIGHT, 2),
        (HeaderPlace.CENTRE, 1),
    ],
)
def test_the_place_of_the_heading(place: HeaderPlace, alignment: int | None) -> None:
    first = opened(rules(header=Header(place=place))).paragraphs[0]
    assert first.text == "Committee: Third Committee"
    assert first.alignment == alignment


@pytest.mark.parametrize("bold", [True, False])
def test_the_heading_is_bold_where_asked(bold: bool) -> None:
    first = opened(rules(header=Header(bold=bold))).paragraphs[0]
    assert bool(first.runs[0].bold) is bold


def test_a_heading_on_two_sides_shares_its_first_line() -> None:
    sides = Header(place=HeaderPlace.TWO_SIDES)
    made = to_docx(full(), rules(header=sides))
    first = document(made).paragraphs[0]
    assert first.text == "Committee: Third Committee\tCountry: Belarus"
    (stop,) = first.paragraph_format.tab_stops
    assert (stop.alignment, stop.position) == (WD_TAB_ALIGNMENT.RIGHT, Inches(6.5))
    page = to_html(full(), rules(header=sides))
    assert "header p:first-child { float: left; }" in page
    assert "float: left" not in to_html(full(), rules())


def test_the_heading_in_the_page_header() -> None:
    once = rules(header=Header(place=HeaderPlace.PAGE_HEADER, first_page_only=True))
    section = opened(once).sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == "Committee: Third Committee"
    assert not section.header.paragraphs[0].text
    assert "Country: Belarus" not in texts(to_docx(full(), once))


def test_the_heading_on_every_page() -> None:
    section = opened(rules(header=Header(first_page_only=False))).sections[0]
    assert not section.different_first_page_header_footer
    assert section.header.paragraphs[1].text == "Country: Belarus"


def test_a_title_page_comes_first_and_has_no_number() -> None:
    made = to_docx(full(), rules(cover_page=True))
    assert texts(made)[:3] == [
        "Position Paper",
        "Committee: Third Committee",
        "Country: Belarus",
    ]
    heading = document(made).paragraphs[3]
    assert heading.text == "Trafficking in persons"
    assert heading._p.xpath("./w:pPr/w:pageBreakBefore")
    section = document(made).sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in words(section.footer._element.xml)


@pytest.mark.parametrize("name", ["default", "kingmun", "ilmunc", "labmunc", "nmun-ny"])
def test_every_shipped_conference_gets_its_file(name: str) -> None:
    made = to_docx(full(), in_force(open_preset(name)).rules)
    assert "Position Paper" in texts(made)
    assert 'w:ascii="Times New Roman"' in part(made, "word/styles.xml")
