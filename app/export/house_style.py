"""A school's own Word file as stationery: its styles and its page setup win.

Styles are matched by their names, which Word keeps in English in every
language; what a paper needs and the file lacks is added from our lean base.
"""

import re
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.export import word_package as package
from app.export.look import Look
from app.export.stationery import PARTS, Stationery, announced_notes, lean_part
from app.export.word_package import W
from app.model.errors import Unreadable
from app.reading.guard import MAIN_PART, open_docx, read_part

_STYLES = "word/styles.xml"
_ABSTRACT = "abstractNum"
_NUMBERING = "word/numbering.xml"
_THEME = "word/theme/theme1.xml"
_LISTS = ("ListBullet", "ListNumber")
_POINTS_OUT = re.compile(rb"\br:(id|embed|link|pict)=|<v:")
_AFTER_FORM = ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
_BEFORE_LIST = (
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
)
_LARGEST_SHEET = 31_680
_NARROWEST = 1_440


def _w(tag: str) -> str:
    return f"{{{W}}}{tag}"


def house_style(path: Path, look: Look) -> tuple[Stationery, Look]:
    """The stationery and the look a school's own Word file asks for.

    Raises:
        HostileFile: it could harm whoever opens it.
        Unreadable: it is no Word file, or has no styles.
    """
    try:
        about = path.stat()
    except OSError:
        return _read(path, 0, 0, look)
    return _read(path, about.st_mtime_ns, about.st_size, look)


@lru_cache(maxsize=16)
def _read(path: Path, _day: int, _size: int, look: Look) -> tuple[Stationery, Look]:
    with open_docx(path) as parts:
        return _House(parts, path).stationery(look)


class _House:
    """One school's file being read."""

    def __init__(self, parts: zipfile.ZipFile, path: Path) -> None:
        self._parts = parts
        self._path = path
        self._names = set(parts.namelist())

    def stationery(self, look: Look) -> tuple[Stationery, Look]:
        """Everything the file gives, with what it lacks added."""
        styles = self._tree(_STYLES)
        if styles is None:
            reason = "it has no styles to take"
            raise Unreadable(self._path, reason, hint="Save it again from Word.")
        numbering, first_list, numbers = self._numbering()
        _add_missing(styles, _parsed(lean_part("styles")), first_list)
        _set_language(styles, look.language)
        texts = {
            _STYLES: _text(styles),
            "word/settings.xml": announced_notes(lean_part("settings"), look.notes),
            _NUMBERING: numbering,
        }
        theme = self._theme()
        if theme:
            texts[_THEME] = theme
        packed = {name: package.pack_kept(text) for name, text in texts.items()}
        packed["_rels/.rels"] = package.pack_kept(package.ROOT)
        packed["docProps/app.xml"] = package.pack_kept(package.APP)
        related = (*PARTS, "theme/theme1") if theme else PARTS
        made = Stationery(packed, numbering, related, first_list + 2, numbers)
        return made, self._page_setup(look)

    def _tree(self, name: str) -> Any:
        if name not in self._names:
            return None
        return _parsed(read_part(self._parts, name, self._path), self._path)

    def _theme(self) -> str:
        """The theme, where it names no other part."""
        if _THEME not in self._names:
            return ""
        content = read_part(self._parts, _THEME, self._path)
        if _POINTS_OUT.search(content):
            return ""
        return _text(_parsed(content, self._path))

    def _numbering(self) -> tuple[str, int, int]:
        """The lists of the file and ours behind them, and the numbers ours got."""
        ours = _parsed(lean_part("numbering"))
        theirs = self._tree(_NUMBERING)
        if theirs is None or _POINTS_OUT.search(_text(theirs).encode()):
            return _text(ours), 1, 1
        kinds = [
            int(one.get(_w("abstractNumId"))) for one in theirs.iter(_w(_ABSTRACT))
        ]
        lists = [int(one.get(_w("numId"))) for one in theirs.iter(_w("num"))]
        kind, first = max(kinds, default=-1) + 1, max(lists, default=0) + 1
        for one in theirs.iter(_w("pStyle")):
            if one.get(_w("val")) in _LISTS:
                one.getparent().remove(one)
        _append_lists(theirs, ours, kind, first)
        return _text(theirs), first, kind + 1

    def _page_setup(self, look: Look) -> Look:
        """The look with the sheet and the margins of the file's last section."""
        document = self._tree(MAIN_PART)
        sections = [] if document is None else list(document.iter(_w("sectPr")))
        if not sections:
            return look
        size, margins = (sections[-1].find(_w(tag)) for tag in ("pgSz", "pgMar"))
        if size is None or margins is None:
            return look
        width, height = (_twips(size, name) for name in ("w", "h"))
        edges = tuple(_twips(margins, n) for n in ("top", "right", "bottom", "left"))
        top, right, bottom, left = edges
        fits = (
            min(width - left - right, height - top - bottom) >= _NARROWEST
            and max(width, height) <= _LARGEST_SHEET
        )
        if not fits:
            return look
        held = (top, right, bottom, left)
        return look._replace(width=width, height=height, margins=held)


def _append_lists(theirs: Any, ours: Any, kind: int, first: int) -> None:
    """Put our two kinds of list behind theirs, under numbers that are free."""
    at = len(theirs.findall(_w(_ABSTRACT)))
    place = 0
    for index, one in enumerate(theirs):
        if one.tag == _w(_ABSTRACT):
            place = index + 1
    for number, one in enumerate(list(ours.findall(_w(_ABSTRACT)))):
        one.set(_w("abstractNumId"), str(kind + number))
        theirs.insert(place + number if at else number, one)
    last = [one for one in theirs if one.tag == _w("num")]
    behind = last[-1] if last else theirs[-1]
    for number, one in reversed(list(enumerate(ours.findall(_w("num"))))):
        one.set(_w("numId"), str(first + number))
        one.find(_w("abstractNumId")).set(_w("val"), str(kind + number))
        behind.addnext(one)


def _add_missing(styles: Any, ours: Any, first_list: int) -> None:
    """Give each style we use our name for it, and add those that are missing."""
    held = {_key(one): one for one in styles.iter(_w("style"))}
    for one in ours.findall(_w("style")):
        found = held.get(_key(one))
        if found is None:
            _adopt(styles, one)
        else:
            _rename(styles, found, one.get(_w("styleId")))
    for one in styles.iter(_w("style")):
        if one.get(_w("styleId")) in _LISTS:
            number = first_list + _LISTS.index(one.get(_w("styleId")))
            _set_list(one, number)


def _key(style: Any) -> tuple[str, str]:
    name = style.find(_w("name"))
    said = "" if name is None else name.get(_w("val"), "")
    return style.get(_w("type"), "paragraph"), said.lower()


def _adopt(styles: Any, style: Any) -> None:
    """Add a style of ours, in the font of the file it comes into.

    The space around it stays ours: a school's body text may well have more.
    """
    own_id = style.get(_w("styleId"))
    taken = [
        one for one in styles.iter(_w("style")) if one.get(_w("styleId")) == own_id
    ]
    for one in taken:
        _rename(styles, one, f"{own_id}0")
    style.attrib.pop(_w("default"), None)
    for fonts in list(style.iter(_w("rFonts"))):
        fonts.getparent().remove(fonts)
    for spacing in style.iter(_w("spacing")):
        if spacing.getparent().tag == _w("pPr"):
            for side in ("before", "after"):
                spacing.set(_w(side), spacing.get(_w(side), "0"))
    styles.append(style)


def _rename(styles: Any, style: Any, wanted: str) -> None:
    """Give a style another id, wherever the id stands."""
    old = style.get(_w("styleId"))
    if old == wanted:
        return
    for other in styles.iter(_w("style")):
        if other is not style and other.get(_w("styleId")) == wanted:
            _rename(styles, other, f"{wanted}0")
    style.set(_w("styleId"), wanted)
    for tag in ("basedOn", "next", "link"):
        for one in styles.iter(_w(tag)):
            if one.get(_w("val")) == old:
                one.set(_w("val"), wanted)


def _set_list(style: Any, number: int) -> None:
    """Let a list style count with our list."""
    for one in list(style.iter(_w("numPr"))):
        one.getparent().remove(one)
    form = style.find(_w("pPr"))
    if form is None:
        form = style.makeelement(_w("pPr"))
        before = [one for one in style if one.tag in map(_w, _AFTER_FORM)]
        (before[0].addprevious if before else style.append)(form)
    held = _parsed(
        f'<w:numPr {package.NAMESPACES}><w:numId w:val="{number}"/></w:numPr>'.encode()
    )
    earlier = [one for one in form if one.tag in map(_w, _BEFORE_LIST)]
    if earlier:
        earlier[-1].addnext(held)
    else:
        form.insert(0, held)


def _set_language(styles: Any, language: str) -> None:
    for one in styles.iter(_w("lang")):
        one.set(_w("val"), language)


def _twips(element: Any, name: str) -> int:
    said = element.get(_w(name), "0")
    return abs(int(said)) if re.fullmatch(r"-?\d{1,6}", said) else 0


def _parsed(content: bytes, path: Path | None = None) -> Any:
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if path is None:
            raise
        reason = "a part of it cannot be understood"
        raise Unreadable(path, reason, hint="Save it again from Word.") from error


def _text(tree: Any) -> str:
    from lxml import etree

    made: str = etree.tostring(tree, encoding="unicode")
    return package.XML + made
