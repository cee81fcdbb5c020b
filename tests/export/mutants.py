"""Faults sown into a sound Word file, one at a time, to try the oracles on."""

import io
import re
import zipfile
from collections.abc import Callable

Parts = dict[str, str]
Fault = Callable[[Parts], None]

_BODY = "word/document.xml"
_NOTES = "word/footnotes.xml"
_SETTINGS = "word/settings.xml"
_CORE = "docProps/core.xml"
_TYPES = "[Content_Types].xml"
_RELATED = "word/_rels/document.xml.rels"

TWICE = "a part comes twice"
"""The one fault that is in the archive and in no part."""


def _replace(part: str, old: str, new: str) -> Fault:
    def fault(parts: Parts) -> None:
        assert old in parts[part], (part, old)
        parts[part] = parts[part].replace(old, new, 1)

    return fault


def _rewrite(part: str, pattern: str, new: str, most: int = 1) -> Fault:
    def fault(parts: Parts) -> None:
        parts[part], count = re.subn(pattern, new, parts[part], count=most)
        assert count, (part, pattern)

    return fault


def _no_page_number_end(parts: Parts) -> None:
    (name,) = (one for one in parts if one.startswith("word/footer"))
    _replace(name, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")(parts)


def _move_note_settings(parts: Parts) -> None:
    text = parts[_SETTINGS]
    found = re.search(r"<w:footnotePr>.*?</w:footnotePr>", text)
    assert found
    text = text.replace(found[0], "")
    parts[_SETTINGS] = text.replace("</w:settings>", f"{found[0]}</w:settings>")


def _cut(parts: Parts) -> None:
    parts[_NOTES] = parts[_NOTES][:-30]


_HEADING = r'<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>(<w:r>.*?</w:r>)</w:p>'
_TABLE = (
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid><w:tr><w:tc>'
    "<w:tcPr/></w:tc></w:tr></w:tbl><w:p/><w:sectPr"
)
_MARK = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
_ALIEN = (
    '<x:keywords xmlns:x="http://schemas.openxmlformats.org/officeDocument/2006/'
    'custom-properties">k</x:keywords></cp:coreProperties>'
)
_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'
_BIBLIOGRAPHY = '<w:pStyle w:val="Bibliography"/>'
_SECOND = '<w:footnoteReference w:id="2"/>'

FAULTS: dict[str, Fault] = {
    "run properties out of order": _replace(
        _BODY, "<w:rPr><w:i/>", '<w:rPr><w:sz w:val="24"/><w:i/>'
    ),
    "paragraph properties behind a run": _rewrite(
        _BODY, _HEADING, r'<w:p>\1<w:pPr><w:pStyle w:val="Heading2"/></w:pPr></w:p>'
    ),
    "a mark without its note": _replace(
        _BODY, _SECOND, '<w:footnoteReference w:id="99"/>'
    ),
    "two notes with one number": _replace(
        _NOTES, '<w:footnote w:id="2">', '<w:footnote w:id="1">'
    ),
    "notes that nothing points at": _rewrite(
        _RELATED, r'<Relationship [^>]*footnotes\.xml"[^>]*/>', ""
    ),
    "notes without a type": _rewrite(
        _TYPES, r'<Override PartName="/word/footnotes\.xml"[^>]*/>', ""
    ),
    "notes without the lines above them": _rewrite(
        _NOTES, r"<w:footnote w:type=.*?</w:footnote>", "", 2
    ),
    "settings out of order": _move_note_settings,
    "a link that leads nowhere": _rewrite(
        _BODY, r'<w:hyperlink r:id="[^"]+"', '<w:hyperlink r:id="rId999"'
    ),
    "a style nobody defined": _replace(_BODY, _BIBLIOGRAPHY, '<w:pStyle w:val="No"/>'),
    "a cell without a paragraph": _replace(_BODY, "<w:sectPr", _TABLE),
    "a value that is none": _replace(
        "word/styles.xml", '<w:jc w:val="center"/>', '<w:jc w:val="centre"/>'
    ),
    "a field left open": _no_page_number_end,
    "a control character": _replace(_BODY, "Belarus took", "Belarus\x0b took"),
    "a mark without its comment": _replace(
        _BODY, '<w:commentReference w:id="0"/>', '<w:commentReference w:id="7"/>'
    ),
    "a section that does not come last": _replace(
        _BODY, "</w:sectPr>", "</w:sectPr><w:p/>"
    ),
    "words outside their place": _rewrite(
        _BODY, r"<w:t[^>]*>Background</w:t>", "Background"
    ),
    "a bookmark twice": _replace(
        _BODY, "<w:sectPr", f"<w:p>{_MARK}{_MARK}</w:p><w:sectPr"
    ),
    "a day that does not say so": _rewrite(
        _CORE, r"<dcterms:created [^>]*>", "<dcterms:created>"
    ),
    "a property from elsewhere": _replace(_CORE, "</cp:coreProperties>", _ALIEN),
    "an empty note": _rewrite(
        _NOTES, r'(<w:footnote w:id="2">).*?(</w:footnote>)', r"\1\2"
    ),
    "a note that calls a note": _replace(_NOTES, "<w:footnoteRef/>", _SECOND),
    "a list nobody defined": _replace(_BODY, _BIBLIOGRAPHY, _BIBLIOGRAPHY + _LIST),
    "an address that is none": _rewrite(
        _RELATED, r'Target="https?://[^"]*"', 'Target="http://[bad uri"'
    ),
    "one note called twice": _replace(
        _BODY, _SECOND, '<w:footnoteReference w:id="1"/>'
    ),
    "a sentence lost": _rewrite(
        _BODY, r"<w:r>(?:<w:rPr>[^/]*/></w:rPr>)?<w:t[^>]*>Critics were.*?</w:r>", ""
    ),
    "a part cut off": _cut,
    "an element nobody knows": _replace(_BODY, "<w:body>", "<w:body><w:frobnicate/>"),
    "a sheet without a width": _rewrite(
        _BODY, r'<w:pgSz w:w="\d+"', '<w:pgSz w:w="wide"'
    ),
    "a text that says it is a template": _replace(
        _TYPES,
        "wordprocessingml.document.main+xml",
        "wordprocessingml.template.main+xml",
    ),
}
"""Thirty faults; `TWICE` is the thirty-first."""

NAMES = (*FAULTS, TWICE)
"""The names of all faults."""


def sown(made: bytes, name: str) -> bytes:
    """A sound file with one fault in it."""
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        found = {one: package.read(one) for one in package.namelist()}
    texts = {one: raw.decode() for one, raw in found.items() if not one.endswith("png")}
    if name != TWICE:
        FAULTS[name](texts)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for one, raw in found.items():
            package.writestr(one, texts[one].encode() if one in texts else raw)
    return _repeated(held.getvalue(), _BODY) if name == TWICE else held.getvalue()


def _repeated(made: bytes, name: str) -> bytes:
    """The archive with one part written again under its name."""
    other = "x" * len(name)
    held = io.BytesIO(made)
    with zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(other, package.read(name))
    return held.getvalue().replace(other.encode(), name.encode())
