"""The package of a Word file: its parts, what points at them, and the archive.

The archive is written by hand, so that the same parts give the same bytes on
any day and parts that never change are packed once. Dates are 1980-01-01, the
first day an archive knows.
"""

import struct
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""What every part begins with."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""The namespace of text."""

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""The namespace of what points at other parts."""

NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
"""What the first element of a part of text declares."""

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "document": f"{_WORD_TYPE}.document.main+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_KINDS = {"core-properties": f"{_PACKAGE}/relationships/metadata"}
_OUTSIDE = ' TargetMode="External"'
_DAY = 0x21
_ABOUT = struct.Struct("<5H3L2H")
"""What stands before a part and in the directory alike."""

_PLACE = struct.Struct("<3H2L")
"""What only the directory says of a part, last where it stands."""

_END = struct.Struct("<4s4H2LH")
_STORED, _DEFLATED = 0, 8
_ONCE, _KEPT = 1, 9
"""How hard parts are packed: those of one paper, and those of many.

A paper's own parts are then packed in half the time that the usual 6 takes, and are
a tenth larger: a thousand bytes.
"""

_WORTH_PACKING = 1024
"""From this many bytes on, packing a part of one paper alone is worth its time."""

_BARE = -zlib.MAX_WBITS
"""Deflated without a frame of its own, as an archive wants it."""

_NAMES_IN_UTF8 = 0x800

APP = (
    f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>Communiqué</Application></Properties>'
)
"""Which program made the file."""


class Packed(NamedTuple):
    """A part as it stands in the archive."""

    crc: int
    """Its check sum."""

    size: int
    """Its length before packing, in bytes."""

    body: bytes
    """Its bytes as they stand there."""

    method: int = _DEFLATED
    """How they were packed; one of the archive's own numbers."""


class Relationship(NamedTuple):
    """One part's word for another part or for an address outside."""

    id: str
    """How the part refers to it: `rId7`."""

    kind: str
    """What it is: `styles`, `hyperlink`."""

    target: str
    """The file beside it, or the address with `&` and quotes escaped."""

    outside: bool = False
    """Whether it is an address outside the package."""


def pack(text: str) -> Packed:
    """One part of text, packed where that is worth it."""
    raw = text.encode()
    if len(raw) < _WORTH_PACKING:
        return Packed(zlib.crc32(raw), len(raw), raw, _STORED)
    return pack_bytes(raw)


def pack_bytes(raw: bytes, level: int = _ONCE) -> Packed:
    """One part, packed."""
    return Packed(zlib.crc32(raw), len(raw), zlib.compress(raw, level, _BARE))


@lru_cache(maxsize=128)
def pack_kept(text: str) -> Packed:
    """A part that many papers share, packed once."""
    return pack_bytes(text.encode(), _KEPT)


def content_types(parts: Iterable[str]) -> str:
    """The part that says what every part is."""
    names = list(parts)
    pictures = '<Default Extension="png" ContentType="image/png"/>'
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_type_of(name)}"/>'
        for name in names
        if not name.endswith(".png")
    )
    if any(name.endswith(".png") for name in names):
        overrides = pictures + overrides
    return (
        f'{XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


@lru_cache(maxsize=128)
def content_types_packed(parts: tuple[str, ...]) -> Packed:
    """The part that says what every part is, packed."""
    return pack_bytes(content_types(parts).encode(), _KEPT)


def relationships(found: Iterable[Relationship]) -> str:
    """The part that says what another part points at."""
    lines = "".join(map(_line, found))
    return (
        f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'
    )


@lru_cache(maxsize=4096)
def _line(one: Relationship) -> str:
    """One of them; papers of one brief point at the same addresses."""
    outside = _OUTSIDE if one.outside else ""
    return (
        f'<Relationship Id="{one.id}" Type="{_KINDS.get(one.kind, R)}/{one.kind}"'
        f' Target="{one.target}"{outside}/>'
    )


ROOT = relationships(
    (
        Relationship("rId1", "officeDocument", "word/document.xml"),
        Relationship("rId2", "core-properties", "docProps/core.xml"),
        Relationship("rId3", "extended-properties", "docProps/app.xml"),
    )
)
"""What the package itself points at."""


def archive(parts: Mapping[str, Packed]) -> bytes:
    """The parts as one archive, in the order they are given."""
    out: list[bytes] = []
    directory: list[bytes] = []
    place = 0
    for name, part in parts.items():
        letters = name.encode()
        about = _ABOUT.pack(
            20, _NAMES_IN_UTF8, part.method, 0, _DAY,
            part.crc, len(part.body), part.size, len(letters), 0,
        )  # fmt: skip
        out += (b"PK\3\4", about, letters, part.body)
        directory += (b"PK\1\2\x14\0", about, _PLACE.pack(0, 0, 0, 0, place), letters)
        place += 4 + _ABOUT.size + len(letters) + len(part.body)
    index = b"".join(directory)
    count = len(parts)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(index), place, 0)
    return b"".join((*out, index, end))


def _type_of(name: str) -> str:
    word = name.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")
    return _TYPES.get(word) or f"{_WORD_TYPE}.{word}+xml"
