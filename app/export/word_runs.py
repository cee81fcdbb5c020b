"""Runs: the words of a Word file, with their ink, their links and their notes."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from hashlib import blake2b
from operator import itemgetter
from typing import NamedTuple

from app.export.word_package import Relationship
from app.language.links import safe_link
from app.model.memory import Memory
from app.model.paper import Inline, Span

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ODD = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff&<>"]')
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_PLAIN = re.compile("[ -%'-;=?-\u058f\u2010-\u2027]*")
_TURN = re.compile(f"([{_RIGHT_TO_LEFT}]+(?:[\\s\u200f]+[{_RIGHT_TO_LEFT}]+)*)")
_ENTRIES = Memory(4096)
"""Entries of lists and notes that were written before."""

_look_of = itemgetter("link", "bold", "italic")
_SPACE = '<w:t xml:space="preserve">'


def escape(text: str) -> str:
    """The text with what XML reserves written out, fit for quotes as well."""
    if not _ODD.search(text):
        return text
    text = _ILLEGAL.sub("", text).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")


def run(text: str, ink: str = "") -> str:
    """Text as runs; words written from right to left get runs of their own."""
    if _is_plain(text):
        if not ink:
            return f"<w:r>{_SPACE}{text}</w:t></w:r>"
        return f"<w:r><w:rPr>{ink}</w:rPr>{_SPACE}{text}</w:t></w:r>"
    if text.isascii() or not _TURN.search(text):
        return plain_run(text, ink)
    return "".join(
        plain_run(piece, f"{ink}<w:rtl/>" if number % 2 else ink)
        for number, piece in enumerate(_TURN.split(text))
        if piece
    )


def _is_plain(text: str) -> bool:
    """Whether the text can stand in XML as it is, from left to right.

    Control characters were dropped when the text entered the house.
    """
    if not text.isascii():
        return _PLAIN.fullmatch(text) is not None
    return not (
        "&" in text or "<" in text or ">" in text or "\n" in text or "\t" in text
    )


def plain_run(text: str, ink: str = "") -> str:
    """One run of text; `ink` holds what its properties contain."""
    inside = escape(text)
    if "\n" in inside or "\t" in inside:
        inside = inside.replace("\n", f"</w:t><w:br/>{_SPACE}")
        inside = inside.replace("\t", f"</w:t><w:tab/>{_SPACE}")
    about = f"<w:rPr>{ink}</w:rPr>" if ink else ""
    return f"<w:r>{about}{_SPACE}{inside}</w:t></w:r>"


_Look = tuple[str | None, bool, bool]
"""The address of a span, and whether it is bold and italic."""


class _Edges(NamedTuple):
    """What stands around text of one look."""

    before: str
    ink: str
    after: str
    opening: str
    """All that stands before plain text."""

    closing: str
    """All that stands behind it."""


class Pen:
    """Writes the runs of one part, and remembers its links and its notes."""

    def __init__(
        self, *, plain: bool, notes: Iterable[int] = (), kind: str = ""
    ) -> None:
        """A pen for one part.

        Args:
            plain: whether bold and italics are forbidden.
            notes: numbers of the notes this part may call.
            kind: `footnote` or `endnote`.
        """
        self._plain = plain
        self._notes = frozenset(notes)
        self._kind = kind
        self._links: dict[str, str] = {}
        """Addresses to how the part refers to them, in the order they were met."""
        self._edges: dict[str, dict[_Look, _Edges]] = {}
        self.called: dict[int, None] = {}
        """The numbers of the notes called so far, in the order they were."""

    def runs(self, inlines: Iterable[Inline], *, style: str = "") -> str:
        """Runs of text, links and notes; `style` names a character style."""
        out: list[str] = []
        known = self._edges.setdefault(style, {})
        waiting, before = "", None
        for inline in inlines:
            held = vars(inline)  # a quarter of the time that five fields take
            look = _look_of(held) if "text" in held else None
            if look is not None and look == before:
                waiting += held["text"]
                continue
            if before is not None:
                edges = known.get(before) or self._new_edges(style, before)
                out.append(_between(edges, waiting))
            before = look
            if look is None:
                out.append(self._note(held["number"]))
            else:
                waiting = held["text"]
        if before is not None:
            edges = known.get(before) or self._new_edges(style, before)
            out.append(_between(edges, waiting))
        return "".join(out)

    def entry(self, spans: tuple[Span, ...]) -> str:
        """Runs of an entry of the list or of a note, which other papers have too."""
        plain = self._plain
        written = _ENTRIES.of((spans,), (plain,), lambda: _entry(spans, plain=plain))
        self._links |= written.links
        return written.runs

    def relationships(self) -> list[Relationship]:
        """What the links written so far point at."""
        return [
            Relationship(number, "hyperlink", _target(address), outside=True)
            for address, number in self._links.items()
        ]

    def _new_edges(self, style: str, look: _Look) -> _Edges:
        """What stands around runs of this look."""
        address, bold, italic = look
        link = _safe(address) if address else ""
        if self._plain:
            bold = italic = False
        ink = _ink(style or ("Hyperlink" if link else ""), bold, italic)
        before = after = ""
        if link:
            self._links[link] = link_id(link)
            before = f'<w:hyperlink r:id="{self._links[link]}" w:history="1">'
            after = "</w:hyperlink>"
        about = f"<w:rPr>{ink}</w:rPr>" if ink else ""
        opening = f"{before}<w:r>{about}{_SPACE}"
        made = _Edges(before, ink, after, opening, f"</w:t></w:r>{after}")
        self._edges[style][look] = made
        return made

    def _note(self, number: int) -> str:
        """The mark of a note; a second mark of the same note is only a number."""
        if number not in self._notes or number in self.called:
            return plain_run(str(number), '<w:vertAlign w:val="superscript"/>')
        self.called[number] = None
        return _call(self._kind, len(self.called))


@lru_cache(maxsize=1024)
def _call(kind: str, place: int) -> str:
    """The mark that calls the note at this place of its part, from 1."""
    style = f'<w:rStyle w:val="{kind.capitalize()}Reference"/>'
    mark = f'<w:{kind}Reference w:id="{place}"/>'
    return f"<w:r><w:rPr>{style}</w:rPr>{mark}</w:r>"


class _Entry(NamedTuple):
    """An entry as it was written."""

    runs: str
    links: dict[str, str]
    """The addresses it points at, and how the part refers to them."""


def _entry(spans: tuple[Span, ...], *, plain: bool) -> _Entry:
    pen = Pen(plain=plain)
    return _Entry(pen.runs(spans), pen._links)


@lru_cache(maxsize=4096)
def link_id(address: str) -> str:
    """How any part refers to an address; the same in every paper."""
    return f"rL{blake2b(address.encode(), digest_size=6).hexdigest()}"


def _between(edges: _Edges, text: str) -> str:
    """Text with what stands around it; nothing for no text."""
    if not text:
        return ""
    if _is_plain(text):
        return f"{edges.opening}{text}{edges.closing}"
    return f"{edges.before}{run(text, edges.ink)}{edges.after}"


@lru_cache(maxsize=4096)
def _target(address: str) -> str:
    return escape(address)


@cache
def _ink(style: str, bold: bool, italic: bool) -> str:
    return (
        (f'<w:rStyle w:val="{style}"/>' if style else "")
        + ("<w:b/><w:bCs/>" if bold else "")
        + ("<w:i/><w:iCs/>" if italic else "")
    )


@lru_cache(maxsize=4096)
def _safe(address: str) -> str:
    """The address where it may be opened, else nothing; sources come again."""
    return safe_link(address) or ""
