"""The frame of a Word page: the sheet, what stands above the text and below."""

from collections.abc import Iterator
from typing import NamedTuple

from app.export.look import Look
from app.export.marks import sample_line
from app.export.word_package import NAMESPACES, XML, Relationship
from app.export.word_runs import plain_run
from app.model.paper import HeaderField, Paper
from app.model.preset import HeaderPlace, Preset

_SIDES = {
    HeaderPlace.TOP_RIGHT: "right",
    HeaderPlace.CENTRE: "center",
    HeaderPlace.TWO_SIDES: "right",
}
_PAGE_NUMBER = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    "<w:r><w:t>1</w:t></w:r>"
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_COUNTED = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
_AFTER_HEADING = '<w:spacing w:after="240"/>'
_FIRST_ID = 10


class Frame(NamedTuple):
    """What surrounds the text."""

    section: str
    """The properties of the section, which end the body."""

    parts: dict[str, str]
    """Header and footer parts by name in the package."""

    relationships: list[Relationship]
    """What the document points at for them."""

    in_text: bool
    """Whether the heading stands in the text and not in the page header."""

    cover: bool
    """Whether a title page comes first."""


def frame_of(paper: Paper, rules: Preset, look: Look) -> Frame:
    """The frame the rules ask for."""
    cover = rules.cover_page is True
    above = bool(paper.header) and _stands_above(rules)
    once = above and rules.header.first_page_only is not False
    two_kinds = cover or once
    found: list[tuple[str, str, str]] = []
    if above and not (cover and once):
        head = _head(paper, rules, look.measure)
        found.append(("header", "first" if once else "default", head))
    foot = _foot(paper, numbered=rules.forbid.page_numbers is not True)
    first_foot = _foot(paper, numbered=False) if cover else foot
    if foot:
        found.append(("footer", "default", foot))
    if two_kinds and first_foot:
        found.append(("footer", "first", first_foot))
    return _frame(found, look, two_kinds, in_text=cover or not above, cover=cover)


def _frame(
    found: list[tuple[str, str, str]],
    look: Look,
    two_kinds: bool,
    *,
    in_text: bool,
    cover: bool,
) -> Frame:
    parts: dict[str, str] = {}
    related: list[Relationship] = []
    references: list[str] = []
    for number, (kind, page, text) in enumerate(found, _FIRST_ID):
        parts[f"word/{kind}{number}.xml"] = text
        related.append(Relationship(f"rId{number}", kind, f"{kind}{number}.xml"))
        references.append(f'<w:{kind}Reference w:type="{page}" r:id="rId{number}"/>')
    counted = _COUNTED if look.notes == "endnote" else ""
    rest = counted + _sheet(look) + "<w:titlePg/>" * two_kinds
    section = "".join(references) + rest
    return Frame(f"<w:sectPr>{section}</w:sectPr>", parts, related, in_text, cover)


def field_paragraphs(
    paper: Paper, rules: Preset, measure: int, style: str = "HeadingField"
) -> Iterator[str]:
    """The heading, one paragraph a field; on two sides the first two share a line."""
    place = rules.header.place or HeaderPlace.TOP_LEFT
    side = "center" if rules.cover_page and style != "Header" else _SIDES.get(place)
    bold = rules.header.bold is True and rules.forbid.formatting is not True
    ink = "<w:b/><w:bCs/>" if bold else ""
    lines = [plain_run(field_words(field), ink) for field in paper.header]
    shared = ""
    if place is HeaderPlace.TWO_SIDES and side == "right" and len(lines) > 1:
        lines[:2] = [f"{lines[0]}<w:r><w:tab/></w:r>{lines[1]}"]
        shared = f'<w:tabs><w:tab w:val="right" w:pos="{measure}"/></w:tabs>'
    for left, words in enumerate(lines, 1 - len(lines)):
        form = "" if left else _AFTER_HEADING
        if shared:
            form, shared = shared + form, ""
        elif side:
            form += f'<w:jc w:val="{side}"/>'
        yield f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{form}</w:pPr>{words}</w:p>'


def field_words(field: HeaderField) -> str:
    """One line of the heading: `Country: Belarus`."""
    return f"{field.label}: {field.value}" if field.label else field.value


def _stands_above(rules: Preset) -> bool:
    """Whether the heading is in the page header: there, or on every page."""
    header = rules.header
    return header.place is HeaderPlace.PAGE_HEADER or header.first_page_only is False


def _head(paper: Paper, rules: Preset, measure: int) -> str:
    inside = "".join(field_paragraphs(paper, rules, measure, "Header"))
    return f"{XML}<w:hdr {NAMESPACES}>{inside}</w:hdr>"


def _foot(paper: Paper, *, numbered: bool) -> str:
    """The footer; empty where nothing stands in it."""
    lines: list[str] = []
    said = sample_line(paper)
    if said:
        lines.append(plain_run(said, '<w:sz w:val="18"/><w:szCs w:val="18"/>'))
    if numbered:
        lines.append(_PAGE_NUMBER)
    inside = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{line}</w:p>' for line in lines
    )
    return f"{XML}<w:ftr {NAMESPACES}>{inside}</w:ftr>" if lines else ""


def _sheet(look: Look) -> str:
    sides = zip(("top", "right", "bottom", "left"), look.edges, strict=True)
    edge = min(720, look.edges[0] // 2, look.edges[2] // 2)
    margins = " ".join(f'w:{side}="{wide}"' for side, wide in sides)
    return (
        f'<w:pgSz w:w="{look.width}" w:h="{look.height}"/><w:pgMar {margins} '
        f'w:header="{edge}" w:footer="{edge}" w:gutter="0"/><w:cols w:space="720"/>'
    )
