"""Reading Word files: paragraphs, notes and page headers, as plain lines.

The XML is read without entities, document types or the network. Deleted text,
field codes and the second copy of a text box are left out.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.model.errors import HostileFile, Unreadable
from app.model.text import clean_line
from app.reading.guard import MAIN_PART, open_docx, read_part
from app.reading.lines import PaperLine, PaperLines

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TABLES = tuple(f"{space}tbl" for space in _WORD)
_SPACES = ("tab", "br", "cr", "ptab")
_LEFT_OUT = ("p", "del", "moveFrom", "instrText", "delText", "pPr", "rPr")
_NOTE_PARTS = {"word/footnotes.xml": "footnote", "word/endnotes.xml": "endnote"}
_HEADER_PART = re.compile(r"word/header\d*\.xml")
_HEADING_STYLE = re.compile(r"(?:heading|title|subtitle)\d*", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d*(?:\s*of\s*\d*)?", re.IGNORECASE)


def read_word(path: Path) -> PaperLines:
    """What a Word file says.

    Raises:
        HostileFile: it could harm whoever opens it.
        Unreadable: it is not a Word file that can be understood.
    """
    with open_docx(path) as parts:
        return PaperLines(
            lines=tuple(_paragraphs(xml_root(parts, MAIN_PART, path))),
            notes=tuple(_notes(parts, path)),
            page_header=tuple(dict.fromkeys(_page_header(parts, path))),
        )


def _notes(parts: zipfile.ZipFile, path: Path) -> Iterator[str]:
    """The texts of notes, without the lines that Word draws above them."""
    for name, tag in _NOTE_PARTS.items():
        if name not in parts.namelist():
            continue
        for note in every(xml_root(parts, name, path), tag):
            lines = [line.text for line in _paragraphs(note) if line.text]
            if lines and attribute(note, "type") in (None, "normal"):
                yield " ".join(lines)


def _page_header(parts: zipfile.ZipFile, path: Path) -> Iterator[str]:
    for name in sorted(filter(_HEADER_PART.fullmatch, parts.namelist())):
        for line in _paragraphs(xml_root(parts, name, path)):
            if not _PAGE_NUMBER.fullmatch(line.text):
                yield line.text


def xml_root(parts: zipfile.ZipFile, name: str, path: Path) -> Any:
    """The XML of a part.

    Raises:
        HostileFile: it declares a document type.
        Unreadable: it is damaged.
    """
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(read_part(parts, name, path), parser)
    except etree.XMLSyntaxError as error:
        hint = "Open it in Word or Google Docs and save it again as .docx."
        raise Unreadable(path, f"{name} is damaged", hint=hint) from error
    if root.getroottree().docinfo.doctype:
        raise HostileFile(path, "it declares a document type")
    return root


def _paragraphs(root: Any) -> Iterator[PaperLine]:
    """The paragraphs below an element, those in tables and text boxes too."""
    for paragraph in every(root, "p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            text = clean_line("".join(_runs(paragraph)))
            cell = next(paragraph.iterancestors(*_TABLES), None) is not None
            yield PaperLine(text, heading=_is_heading(paragraph), cell=cell)


def _runs(element: Any) -> Iterator[str]:
    """The text of an element, but for paragraphs that stand inside it."""
    for child in element:
        if child.tag == _FALLBACK:
            continue
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _SPACES:
            yield " "
        elif name == "noBreakHyphen":
            yield "-"
        elif name not in _LEFT_OUT:
            yield from _runs(child)


def _is_heading(paragraph: Any) -> bool:
    for style in every(paragraph, "pStyle"):
        return bool(_HEADING_STYLE.fullmatch(attribute(style, "val") or ""))
    return False


def every(root: Any, name: str) -> Iterator[Any]:
    """Every element of Word's with this name, in the order of the file."""
    return iter(root.iter(*(space + name for space in _WORD)))


def _name(element: Any) -> str | None:
    """The short name of an element of Word's; None for one of another kind."""
    for space in _WORD:
        if element.tag.startswith(space):
            return str(element.tag.removeprefix(space))
    return None


def attribute(element: Any, name: str) -> str | None:
    """An attribute of Word's, in either of its two namespaces."""
    found = [element.get(space + name) for space in _WORD]
    return next((str(value) for value in found if value is not None), None)
