"""Stationery: the parts of a Word file that are the same for many papers.

python-docx opens our own lean base, gives its styles the look the rules ask
for, and the parts are kept, packed, for every further paper with that look.
"""

import io
import zipfile
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from app.export import word_package as package
from app.export.look import Look
from app.library import locations

if TYPE_CHECKING:
    from docx.document import Document

PARTS = ("styles", "settings", "numbering")
"""The parts a stationery holds, in the order of their relationships."""

_WITH_INDENT = 1.5
_SMALL = (
    "footnote text",
    "endnote text",
    "annotation text",
    "caption",
    "Banner",
    "Key",
)
_BOLD = ("Title", "Heading 1", "Heading 2")
_LEFT_TO_RULES = ("Body Text", "Quote")


class Stationery(NamedTuple):
    """What is ready before a paper is written."""

    packed: dict[str, package.Packed]
    """Parts by name in the package: `word/styles.xml`."""

    numbering: str
    """The part on lists, to which a paper may add lists of its own."""

    related: tuple[str, ...] = PARTS
    """The parts a document points at, without `.xml`, in their order."""

    first_list: int = 3
    """The number of a paper's first list of its own."""

    counted: int = 1
    """The number of the kind of list that counts."""


@lru_cache(maxsize=64)
def stationery_for(look: Look) -> Stationery:
    """The stationery with this look, made once for a process."""
    document = _base()
    _set_language(document, look.language)
    _set_type(document, look)
    _set_paragraphs(document, look)
    if look.plain:
        _take_ink_off(document)
    held = io.BytesIO()
    document.save(held)
    with zipfile.ZipFile(held) as made:
        texts = {name: made.read(f"word/{name}.xml").decode() for name in PARTS}
    texts["settings"] = announced_notes(texts["settings"].encode(), look.notes)
    packed = {
        f"word/{name}.xml": package.pack_kept(text) for name, text in texts.items()
    }
    packed["_rels/.rels"] = package.pack_kept(package.ROOT)
    packed["docProps/app.xml"] = package.pack_kept(package.APP)
    return Stationery(packed, texts["numbering"])


def lean_part(name: str) -> bytes:
    """One part of our own lean base: `styles`."""
    folder = locations.templates_root() / "stationery" / "lean"
    return (folder / f"{name}.xml").read_bytes()


def announced_notes(settings: bytes, kind: str) -> str:
    """Settings that say which notes the file holds, where it holds any."""
    text = settings.decode()
    return text.replace("<w:compat>", _note_properties(kind) + "<w:compat>", 1)


def _note_properties(kind: str) -> str:
    if not kind:
        return ""
    return (
        f'<w:{kind}Pr><w:numFmt w:val="decimal"/>'
        f'<w:{kind} w:id="-1"/><w:{kind} w:id="0"/></w:{kind}Pr>'
    )


def _base() -> "Document":
    """The lean base, opened."""
    import docx

    names = [f"word/{name}.xml" for name in ("document", *PARTS)]
    document = (
        f"{package.XML}<w:document {package.NAMESPACES}><w:body><w:sectPr/></w:body>"
        "</w:document>"
    )
    start = package.Relationship("rId1", "officeDocument", "word/document.xml")
    texts = {
        "[Content_Types].xml": package.content_types(names),
        "_rels/.rels": package.relationships([start]),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": package.relationships(
            package.Relationship(f"rId{number}", name, f"{name}.xml")
            for number, name in enumerate(PARTS, 1)
        ),
    }
    for name in PARTS:
        texts[f"word/{name}.xml"] = lean_part(name).decode()
    parts = {name: package.pack_kept(text) for name, text in texts.items()}
    return docx.Document(io.BytesIO(package.archive(parts)))


def _set_language(document: "Document", language: str) -> None:
    from docx.oxml.ns import qn

    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)
        element.set(qn("w:eastAsia"), language)


def _set_type(document: "Document", look: Look) -> None:
    """Font and size; what is small stays small."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    numbering = document.part.numbering_part.element
    for root in (document.styles.element, numbering):
        for element in root.iter(qn("w:rFonts")):
            for name in element.attrib:
                element.set(name, look.font)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for tag in ("w:sz", "w:szCs"):
        for element in defaults.iter(qn(tag)):
            element.set(qn("w:val"), str(round(2 * look.points)))
    for name in _SMALL:
        style = document.styles[name]
        if style.font.size > Pt(look.points):
            style.font.size = Pt(look.points)


def _set_paragraphs(document: "Document", look: Look) -> None:
    """Line spacing, how lines end, and how paragraphs stand apart."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Inches, Pt

    document.styles["Normal"].paragraph_format.line_spacing = float(look.spacing)
    body = document.styles["Body Text"].paragraph_format
    if look.spacing >= _WITH_INDENT:
        body.space_after = Pt(0)
        body.first_line_indent = Inches(0.5)
        document.styles["Bibliography"].paragraph_format.space_after = Pt(0)
    if look.justified:
        for name in _LEFT_TO_RULES:
            form = document.styles[name].paragraph_format
            form.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _take_ink_off(document: "Document") -> None:
    """Headings without bold, links without a line and colour."""
    for name in _BOLD:
        document.styles[name].font.bold = None
        document.styles[name].font.cs_bold = None
    link = document.styles["Hyperlink"].font
    link.underline = None
    link.color.rgb = None
