"""The guard: a file is looked over before anything in it is understood.

Word files come from strangers. Those that would fill the memory, hide
entities or lie about what they are are refused with a sentence a person can
act on. Links out of a file, such as a template on a server, are never followed.
"""

import codecs
import io
import re
import zipfile
import zlib
from pathlib import Path

from app.library.safefile import why
from app.model.errors import HostileFile, Unreadable

LARGEST_FILE = 50_000_000
"""Bytes of the largest file that is opened."""

LARGEST_UNPACKED = 200_000_000
"""Bytes all parts of a Word file may have together once unpacked."""

LARGEST_RATIO = 200
"""How many times its size a part may grow; small parts may grow more."""

SMALL_PART = 10_000_000
"""Bytes up to which a part may grow as it likes."""

MOST_PARTS = 5_000
"""How many parts a Word file may have."""

MAIN_PART = "word/document.xml"
"""The part that holds the text of a Word file."""

_OLE = b"\xd0\xcf\x11\xe0"
_PDF = b"%PDF"
_PART_OPENS = b"PK\x01\x02"
_XML = (".xml", ".rels")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ENCODING = re.compile(rb"""[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_ENCODINGS = frozenset({"utf-8", "utf8", "utf-16", "us-ascii", "ascii"})
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_AGAIN = "Open it in Word or Google Docs and save it again as .docx."
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


def load(path: Path) -> bytes:
    """The bytes of a file that is not too large to look at.

    Raises:
        Unreadable: it is missing, is a folder, is too large or may not be read.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            reason = f"it has {size / 1e6:,.0f} MB, and 50 MB are the most"
            raise Unreadable(path, reason, hint="Leave out pictures and save it again.")
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise Unreadable(path, "there is no such file") from error
    except OSError as error:
        raise Unreadable(path, why(error)) from error
    if len(content) > LARGEST_FILE:
        raise Unreadable(path, "it has more than 50 MB")
    return content


def open_docx(path: Path) -> zipfile.ZipFile:
    """The parts of a Word file that may be read without harm.

    Raises:
        HostileFile: it would unpack to too much, or declares entities.
        Unreadable: it is no Word file, is protected by a password or cut off.
    """
    content = load(path)
    _refuse_others(content, path)
    if content.count(_PART_OPENS) > MOST_PARTS:
        raise HostileFile(path, f"it has more than {MOST_PARTS:,} parts")
    try:
        parts = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise _cut_off(path) from error
    _check_sizes(parts, path)
    if MAIN_PART not in parts.namelist():
        reason = "it has no text in it; it may be a workbook, slides or another file"
        raise Unreadable(path, reason, hint=_AGAIN)
    for part in parts.infolist():
        if part.filename.lower().endswith(_XML):
            check_xml(read_part(parts, part.filename, path), path)
    return parts


def read_part(parts: zipfile.ZipFile, name: str, path: Path) -> bytes:
    """The unpacked bytes of one part of a Word file.

    Raises:
        Unreadable: the part is damaged.
    """
    try:
        return parts.read(name)
    except _BROKEN as error:
        raise _cut_off(path) from error


def check_xml(content: bytes, path: Path) -> None:
    """Refuse XML that declares a document type or an entity, in any encoding.

    Raises:
        HostileFile: it does, or its encoding could hide that it does.
    """
    content = content.removeprefix(codecs.BOM_UTF8)
    if content.startswith(_UTF16) and not content.startswith(codecs.BOM_UTF32_LE):
        content = content.decode("utf-16", errors="replace").encode()
    elif _is_odd(content):
        reason = "a part of it is in an encoding that Word never uses"
        raise HostileFile(path, reason)
    if _DECLARATION.search(content):
        raise HostileFile(path, "it declares entities, which Word never does")


def _is_odd(content: bytes) -> bool:
    """Whether bytes could be XML in which a declaration cannot be seen."""
    start = content.lstrip()[:200]
    if start and (not start.startswith(b"<") or b"\x00" in start):
        return True
    named = _ENCODING.match(start)
    return named is not None and named[1].decode().lower() not in _ENCODINGS


def _refuse_others(content: bytes, path: Path) -> None:
    """Refuse what is no zip, by what it begins with."""
    if content.startswith(_OLE):
        reason = "it is protected by a password, or it is an old .doc file"
        hint = "Take the password off in Word, or save it as .docx, and try again."
        raise Unreadable(path, reason, hint=hint)
    if content.startswith(_PDF):
        reason = "it is a PDF under the name of a Word file"
        raise Unreadable(path, reason, hint="Ask for the Word file itself.")
    if not content:
        raise Unreadable(path, "the file is empty", hint="Ask for a fresh copy.")
    if not content.startswith(b"PK"):
        raise Unreadable(path, "it is not a Word file", hint=_AGAIN)


def _check_sizes(parts: zipfile.ZipFile, path: Path) -> None:
    """Refuse what grows too much, by what the file says of itself.

    No part can be unpacked to more than it says: reading stops there.
    """
    total = 0
    for part in parts.infolist():
        total += part.file_size
        grown = part.file_size > LARGEST_RATIO * max(part.compress_size, 1)
        if total > LARGEST_UNPACKED or (grown and part.file_size > SMALL_PART):
            raise HostileFile(path, "it would unpack to far more than it is")
        if part.flag_bits & 1:
            hint = "Take the password off and try again."
            raise Unreadable(path, "it is protected by a password", hint=hint)
        if part.compress_type not in _METHODS:
            reason = "it is packed in a way that Word never uses"
            raise Unreadable(path, reason, hint=_AGAIN)


def _cut_off(path: Path) -> Unreadable:
    return Unreadable(
        path,
        "it is damaged or was cut off on its way",
        hint=f"Ask for a fresh copy. {_AGAIN}",
    )
