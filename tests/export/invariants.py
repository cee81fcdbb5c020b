"""What must hold in every Word file of ours, beyond what schemas can say.

`broken(file)` names every rule that a file breaks; a sound file breaks none.
"""

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml import etree  # type: ignore[import-untyped]

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATED = f"{{{_PACKAGE}/relationships}}Relationship"
_XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_TYPED = ("footnotes", "endnotes", "settings", "styles", "comments", "numbering")
_STYLE_TAGS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_HOLDERS = ("p", "r", "body", "footnote", "endnote", "comment", "tc", "hdr", "ftr")
_UNSAFE_SIGNS = re.compile(r"[\s\[\]<>\"{}|\\^`]")
_CORE = {
    f"{{{_PACKAGE}/metadata/core-properties}}": (
        "category contentStatus keywords lastModifiedBy lastPrinted revision version"
    ),
    "{http://purl.org/dc/elements/1.1/}": (
        "creator description identifier language subject title"
    ),
    "{http://purl.org/dc/terms/}": "created modified",
}


def _w(tag: str) -> str:
    return f"{{{_WORD}}}{tag}"


@dataclass
class File:
    """A Word file, opened."""

    names: list[str]
    trees: dict[str, Any]
    faults: list[str]

    def related(self, owner: str) -> dict[str, Any]:
        """What one part points at, by id."""
        folder, name = posixpath.split(owner)
        tree = self.trees.get(f"{folder}/_rels/{name}.rels".lstrip("/"))
        return {} if tree is None else {one.get("Id"): one for one in tree}

    def written(self) -> Iterator[tuple[str, Any]]:
        """The parts of text and the parts that serve them."""
        for name, tree in self.trees.items():
            if name.startswith("word/") and not name.endswith(".rels"):
                yield name, tree


def broken(content: bytes) -> list[str]:
    """The rules that a file breaks, in words."""
    file = _opened(content)
    if any("well-formed" in fault for fault in file.faults):
        return file.faults
    return file.faults + [fault for rule in RULES for fault in rule(file)]


def _opened(content: bytes) -> File:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    trees: dict[str, Any] = {}
    faults: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
        for name in names:
            if not name.endswith((".xml", ".rels")):
                continue
            try:
                trees[name] = etree.fromstring(package.read(name), parser)
            except etree.XMLSyntaxError as error:
                faults.append(f"{name} is not well-formed: {error}")
    return File(names, trees, faults)


def names_are_single(file: File) -> Iterator[str]:
    """No part comes twice, and the list of types comes first."""
    counts = Counter(name.lower() for name in file.names)
    yield from (f"{name} comes twice" for name, n in counts.items() if n > 1)
    if file.names[0] != "[Content_Types].xml":
        yield "the list of types is not first"


def parts_are_typed(file: File) -> Iterator[str]:
    """Every part of text has the type that readers look for."""
    types = {
        one.get("PartName"): one.get("ContentType")
        for one in file.trees["[Content_Types].xml"]
    }
    wanted = {f"/word/{name}.xml": _TYPE.format(name) for name in _TYPED}
    wanted["/word/document.xml"] = _TYPE.format("document.main")
    for name, kind in wanted.items():
        if name[1:] in file.names and types.get(name) != kind:
            yield f"{name} has the type {types.get(name)}"


def links_lead_somewhere(file: File) -> Iterator[str]:
    """What is inside exists, what is outside is an address."""
    for name, tree in file.trees.items():
        if not name.endswith(".rels"):
            continue
        for one in tree.iter(_RELATED):
            target = one.get("Target", "")
            if one.get("TargetMode") == "External":
                if not _is_address(target):
                    yield f"{name}: {target!r} is no safe address"
            elif _place(name, target) not in file.names:
                yield f"{name}: {target} does not exist"


def _place(rels: str, target: str) -> str:
    folder = posixpath.dirname(posixpath.dirname(rels))
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _is_address(target: str) -> bool:
    try:
        scheme = urlsplit(target).scheme
    except ValueError:
        return False
    return scheme in {"http", "https", "mailto"} and not _UNSAFE_SIGNS.search(target)


def parts_are_reached(file: File) -> Iterator[str]:
    """Every part is pointed at by another."""
    reached = {
        _place(name, one.get("Target", ""))
        for name, tree in file.trees.items()
        if name.endswith(".rels")
        for one in tree.iter(_RELATED)
        if one.get("TargetMode") != "External"
    }
    reached.add("[Content_Types].xml")
    for name in file.names:
        if not name.endswith(".rels") and name not in reached:
            yield f"nothing points at {name}"


def ids_are_known(file: File) -> Iterator[str]:
    """A relationship that text names is there."""
    for name, tree in file.written():
        related = file.related(name)
        for element in tree.iter():
            for key, value in element.attrib.items():
                if key.startswith(f"{{{_OFFICE}}}") and value not in related:
                    yield f"{name}: {value} is not related"


def styles_are_defined(file: File) -> Iterator[str]:
    """A style that text names exists and is of the right kind."""
    styles = file.trees["word/styles.xml"]
    known = {s.get(_w("styleId")): s.get(_w("type")) for s in styles.iter(_w("style"))}
    tags = {_w(tag): kind for tag, kind in _STYLE_TAGS.items()}
    for name, tree in file.written():
        for element in tree.iter(*tags):
            wanted = element.get(_w("val"))
            if known.get(wanted) != tags[element.tag]:
                yield f"{name}: the style {wanted} is not defined"


def lists_are_defined(file: File) -> Iterator[str]:
    """A list that text or a style names exists."""
    numbering = file.trees.get("word/numbering.xml")
    known = {"0"}
    if numbering is not None:
        known |= {one.get(_w("numId")) for one in numbering.iter(_w("num"))}
    for name, tree in file.written():
        if name == "word/numbering.xml":
            continue
        for one in tree.iter(_w("numId")):
            if one.get(_w("val")) not in known:
                yield f"{name}: the list {one.get(_w('val'))} is not defined"


def text_is_in_its_place(file: File) -> Iterator[str]:
    """Words stand in `w:t`, and a cell ends with a paragraph."""
    for name, tree in file.written():
        for element in tree.iter(*map(_w, _HOLDERS)):
            stray = [element.text or "", *(one.tail or "" for one in element)]
            if any(words.strip() for words in stray):
                yield f"{name}: words stand outside w:t"
        for cell in tree.iter(_w("tc")):
            if not len(cell) or cell[-1].tag != _w("p"):
                yield f"{name}: a cell does not end with a paragraph"


def fields_are_closed(file: File) -> Iterator[str]:
    """Every field that begins ends, and none ends first."""
    for name, tree in file.written():
        open_fields = 0
        for one in tree.iter(_w("fldChar")):
            kind = one.get(_w("fldCharType"))
            open_fields += {"begin": 1, "end": -1}.get(kind, 0)
            if open_fields < 0:
                yield f"{name}: a field ends before it begins"
        if open_fields > 0:
            yield f"{name}: a field is not closed"


def bookmarks_are_single(file: File) -> Iterator[str]:
    """Bookmarks have ids and names of their own, and each one ends."""
    for name, tree in file.written():
        starts = list(tree.iter(_w("bookmarkStart")))
        ids = [one.get(_w("id")) for one in starts]
        names = [one.get(_w("name")) for one in starts]
        ends = [one.get(_w("id")) for one in tree.iter(_w("bookmarkEnd"))]
        if len(set(ids)) < len(ids) or len(set(names)) < len(names):
            yield f"{name}: a bookmark comes twice"
        if sorted(ids) != sorted(ends):
            yield f"{name}: a bookmark is not closed"


def section_comes_last(file: File) -> Iterator[str]:
    """The properties of the last section end the body."""
    body = file.trees["word/document.xml"].find(_w("body"))
    if body is None or not len(body) or body[-1].tag != _w("sectPr"):
        yield "the section does not end the body"


def notes_match(file: File) -> Iterator[str]:
    """Notes and comments are called once each, in their order, and say something."""
    for kind in ("footnote", "endnote", "comment"):
        tree = file.trees.get(f"word/{kind}s.xml")
        marks = file.trees["word/document.xml"].iter(_w(f"{kind}Reference"))
        called = [one.get(_w("id")) for one in marks]
        notes = [] if tree is None else list(tree.iter(_w(kind)))
        held = [one.get(_w("id")) for one in notes if not one.get(_w("type"))]
        if called != held:
            yield f"the text calls the {kind}s {called}, and there are {held}"
        if kind != "comment" and notes:
            yield from _note_faults(kind, notes)


def _note_faults(kind: str, notes: list[Any]) -> Iterator[str]:
    lines = [one.get(_w("type")) for one in notes[:2]]
    if lines != ["separator", "continuationSeparator"]:
        yield f"the lines above the {kind}s are missing"
    for one in notes:
        if one.find(_w("p")) is None:
            yield f"a {kind} is empty"
        if list(one.iter(_w(f"{kind}Reference"))):
            yield f"a {kind} calls a {kind}"
        if int(one.get(_w("id"), "0")) > 32_767:
            yield f"the number of a {kind} is too large"


def properties_are_known(file: File) -> Iterator[str]:
    """The properties hold what the standard lists, once each, days as days."""
    core = file.trees.get("docProps/core.xml")
    if core is None:
        return
    known = {space + word for space, words in _CORE.items() for word in words.split()}
    tags = Counter(one.tag for one in core)
    for tag, count in tags.items():
        if tag not in known:
            yield f"core.xml holds {tag}"
        if count > 1:
            yield f"core.xml repeats {tag}"
    for one in core:
        is_day = one.tag.startswith("{http://purl.org/dc/terms/}")
        if is_day and one.get(_XSI_TYPE) != "dcterms:W3CDTF":
            yield f"core.xml: {one.tag} does not say that it is a day"


Rule = Callable[[File], Iterator[str]]

RULES: tuple[Rule, ...] = (
    names_are_single,
    parts_are_typed,
    links_lead_somewhere,
    parts_are_reached,
    ids_are_known,
    styles_are_defined,
    lists_are_defined,
    text_is_in_its_place,
    fields_are_closed,
    bookmarks_are_single,
    section_comes_last,
    notes_match,
    properties_are_known,
)
"""Every rule."""
