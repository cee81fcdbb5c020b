"""What a Word file may hold besides: comments, pictures, a disclosure, own styles."""

import json
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Inches
from pydantic import ValidationError

from app.export.html import to_html
from app.export.markdown import to_markdown
from app.export.plain import to_text
from app.export.word import to_docx
from app.model.errors import HostileFile, Unreadable
from app.model.paper import Bullets, HeaderField, Paper, Paragraph, Picture, Span
from tests.export.opened import document, names, part, texts
from tests.export.oracles import audited, faults, said_words
from tests.export.papers import (
    DISCLOSURE,
    PICTURE,
    RULES,
    cited,
    everything,
    full,
    holding,
    png,
    rules,
    said,
    saying,
)

COMMENTED = said("It proposes a fund.").revise(comment="Says who pays & when <good>.")


def commented(**parts: object) -> bytes:
    return to_docx(saying("First.", COMMENTED, **parts), RULES)


def test_a_comment_stands_beside_its_sentence() -> None:
    (found,) = document(commented()).comments
    assert found.text == COMMENTED.comment
    assert found.author == "Communiqué"
    assert found.initials == "C"
    body = part(commented(), "word/document.xml")
    start, end = (body.index(f"<w:commentRange{edge}") for edge in ("Start", "End"))
    assert "It proposes a fund." in body[start:end]
    assert "First." not in body[start:end]


def test_the_day_of_a_comment_is_the_day_of_the_paper() -> None:
    assert "w:date" not in part(commented(), "word/comments.xml")
    dated = commented(properties=full().properties)
    assert 'w:date="2026-01-15T00:00:00Z"' in part(dated, "word/comments.xml")


def test_a_paper_without_comments_has_no_part_for_them() -> None:
    assert "word/comments.xml" not in names(to_docx(full(), RULES))
    bare = to_docx(saying(COMMENTED), RULES, comments=False)
    assert "word/comments.xml" not in names(bare)
    assert "comment" not in part(bare, "word/document.xml")


def test_other_files_say_the_comment_in_brackets() -> None:
    paper = saying(COMMENTED)
    assert "It proposes a fund. [Comment: Says who" in to_text(paper, RULES)
    assert "Comment: Says who pays \\& when" in to_markdown(paper, RULES)
    assert "Comment: Says who pays &amp; when &lt;good&gt;." in to_html(paper, RULES)


def test_a_picture_has_its_size_its_words_and_its_caption() -> None:
    made = to_docx(holding(PICTURE), RULES)
    (shape,) = document(made).inline_shapes
    assert shape.width == Inches(6.5) // 2
    assert shape.height == pytest.approx(shape.width * 2 / 3, abs=2)
    body = part(made, "word/document.xml")
    assert body.count('descr="Victims fell from 2010 to 2014"') == 2
    shown, caption = document(made).paragraphs
    assert shown.style.name == "Picture"
    assert shown.paragraph_format.keep_with_next
    assert (caption.text, caption.style.name) == ("Victims a year", "Caption")


def test_a_picture_shown_twice_is_held_once() -> None:
    made = to_docx(holding(PICTURE, PICTURE), RULES)
    assert [one for one in names(made) if one.endswith(".png")] == [
        "word/media/picture1.png"
    ]
    assert len(document(made).inline_shapes) == 2


def test_a_tall_picture_stays_on_its_page() -> None:
    tall = Picture(png=png(1, 900), alt="Tall")
    (shape,) = document(to_docx(holding(tall), RULES)).inline_shapes
    assert shape.height <= Inches(9)


def test_a_picture_in_the_other_files() -> None:
    paper = holding(PICTURE)
    assert "[Picture: Victims fell" in to_text(paper, RULES)
    assert "![Victims fell from 2010 to 2014](<data:image/png" in to_markdown(
        paper, RULES
    )
    assert 'alt="Victims fell from 2010 to 2014"' in to_html(paper, RULES)


@pytest.mark.parametrize("content", [b"", b"GIF89a", png()[:20], "no base64!"])
def test_only_a_png_is_a_picture(content: bytes | str) -> None:
    with pytest.raises(ValidationError):
        Picture(png=content, alt="x")


def test_a_paper_with_a_picture_goes_through_json() -> None:
    paper = everything()
    text = json.dumps(paper.model_dump(mode="json"))
    assert Paper.model_validate_json(text) == paper
    assert paper.revise(title="Other").parts == paper.parts


def test_a_disclosure_begins_a_page_after_the_list() -> None:
    made = to_docx(everything(), RULES)
    assert texts(made)[-2:] == ["Disclosure", "No generative AI was used."]
    heading = document(made).paragraphs[-2]
    assert heading.style.name == "Heading 1"
    assert heading._p.xpath("./w:pPr/w:pageBreakBefore")


def test_a_disclosure_is_no_part_of_the_text_that_is_counted() -> None:
    assert everything().sentences[-1].text == "Card twelve."


def test_the_other_files_end_with_the_disclosure() -> None:
    paper = saying("A.", appendix=(DISCLOSURE,))
    assert to_text(paper, RULES).endswith("Disclosure\n\nNo generative AI was used.\n")
    assert "## Disclosure\n\nNo generative AI" in to_markdown(paper, RULES)
    assert '<section class="appendix">' in to_html(paper, RULES)


def test_a_blind_copy_names_nobody_anywhere() -> None:
    named = full().revise(
        header=(
            *full().header,
            HeaderField(name="school", label="School", value="Example High"),
            HeaderField(name="delegates", value="Ada Example"),
        )
    )
    blind = rules(anonymous=True)
    made = to_docx(named, blind)
    everywhere = "".join(part(made, name) for name in names(made))
    everywhere += to_html(named, blind) + to_text(named, blind)
    everywhere += to_markdown(named, blind)
    assert "Ada" not in everywhere
    assert "Example High" not in everywhere
    assert "creator" not in part(made, "docProps/core.xml")
    assert "Ada Example" in part(to_docx(named, RULES), "docProps/core.xml")
    assert "Country: Belarus" in texts(made)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A school's own file: its font, its headings, its sheet, its list."""
    file = docx.Document()
    file.styles["Normal"].font.name = "Georgia"
    file.styles["Heading 1"].font.name = "Arial"
    file.styles.add_style("Key", WD_STYLE_TYPE.CHARACTER)
    section = file.sections[0]
    section.page_width, section.page_height = Inches(7), Inches(9)
    section.left_margin, section.right_margin = Inches(1.5), Inches(0.5)
    path = tmp_path / "school.docx"
    file.save(str(path))
    return path


def test_the_styles_and_the_sheet_of_a_school_win(school: Path) -> None:
    opened = document(to_docx(full(), RULES, reference=school))
    assert opened.styles["Normal"].font.name == "Georgia"
    assert opened.styles["Heading 1"].font.name == "Arial"
    section = opened.sections[0]
    assert (section.page_width, section.page_height) == (Inches(7), Inches(9))
    assert (section.left_margin, section.right_margin) == (Inches(1.5), Inches(0.5))
    styles = {one.text: one.style.name for one in opened.paragraphs}
    assert styles["Trafficking in persons"] == "Heading 1"
    assert styles["Card twelve."] == "Key"
    assert styles["Fund shelters."] == "List Bullet"


def test_styles_that_a_school_lacks_keep_their_own_space(school: Path) -> None:
    opened = document(to_docx(full(), RULES, reference=school))
    for name in ("Heading Field", "footnote text"):
        form = opened.styles[name].paragraph_format
        assert (form.space_before, form.space_after) == (0, 0)


@pytest.mark.parametrize("form", ["footnotes", "endnotes"])
def test_a_file_with_the_styles_of_a_school_is_sound(school: Path, form: str) -> None:
    paper, wanted = everything(), cited(form)
    made = to_docx(paper, wanted, reference=school)
    assert faults(made, said_words(paper, wanted)) == {}
    assert made == to_docx(paper, wanted, reference=school)


def test_numbered_lists_count_anew_with_the_styles_of_a_school(school: Path) -> None:
    lists = (Bullets(items=((Span(text="One."),),), ordered=True) for _ in range(2))
    made = to_docx(holding(*lists), RULES, reference=school)
    found = [p._p.pPr.numPr.numId.val for p in document(made).paragraphs]
    numbering = part(made, "word/numbering.xml")
    assert len(set(found)) == 2
    assert all(f'<w:num w:numId="{one}">' in numbering for one in found)


def test_a_file_that_was_written_by_us_serves_as_reference(tmp_path: Path) -> None:
    path = tmp_path / "ours.docx"
    path.write_bytes(to_docx(full(), RULES))
    assert audited(to_docx(full(), RULES, reference=path)) == []


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "school.docx"
    path.write_text("not a Word file")
    with pytest.raises(Unreadable):
        to_docx(full(), RULES, reference=path)
    with pytest.raises(Unreadable):
        to_docx(full(), RULES, reference=tmp_path / "missing.docx")


def test_a_hostile_reference_is_refused(tmp_path: Path, school: Path) -> None:
    import zipfile

    path = tmp_path / "evil.docx"
    with zipfile.ZipFile(school) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/styles.xml":
                text = b'<!DOCTYPE x [<!ENTITY a "b">]>' + text
            new.writestr(name, text)
    with pytest.raises(HostileFile):
        to_docx(full(), RULES, reference=path)


def test_everything_at_once_is_reproducible() -> None:
    assert to_docx(everything(), RULES) == to_docx(everything(), RULES)


def test_a_quotation_is_one_in_html() -> None:
    assert "<blockquote><p>Trafficking shall mean" in to_html(full(), RULES)
    assert isinstance(DISCLOSURE.blocks[0], Paragraph)
