"""Runs: the words of a Word file, with their ink, their links and their notes."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from app.export.word_package import Relationship
from app.language.links import safe_link
from app.model.paper import Inline, NoteRef, Span

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ODD = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff&<>"]')
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_TURN = re.compile(f"([{_RIGHT_TO_LEFT}]+(?:[\\s\u200f]+[{_RIGHT_TO_LEFT}]+)*)")
_SPACE = '<w:t xml:space="preserve">'


def escape(text: str) -> str:
    """The text with what XML reserves written out, fit for quotes as well."""
    if not _ODD.search(text):
        return text
    text = _ILLEGAL.sub("", text).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")


def plain_run(text: str, ink: str = "") -> str:
    """One run of text; `ink` holds what its properties contain."""
    inside = escape(text)
    if "\n" in inside or "\t" in inside:
        inside = inside.replace("\n", f"</w:t><w:br/>{_SPACE}")
        inside = inside.replace("\t", f"</w:t><w:tab/>{_SPACE}")
    about = f"<w:rPr>{ink}</w:rPr>" if ink else ""
    return f"<w:r>{about}{_SPACE}{inside}</w:t></w:r>"


def run(text: str, ink: str = "") -> str:
    """Text as runs; words written from right to left get runs of their own."""
    if text.isascii() or not _TURN.search(text):
        return plain_run(text, ink)
    return "".join(
        plain_run(piece, f"{ink}<w:rtl/>" if number % 2 else ink)
        for number, piece in enumerate(_TURN.split(text))
        if piece
    )


class _Piece(NamedTuple):
    """Text with one ink and one link, before it is written."""

    text: str
    ink: str
    link: str


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
        self.called: list[int] = []

    def runs(
        self, inlines: Iterable[Inline], *, style: str = "", bold: bool = False
    ) -> str:
        """Runs of text, links and notes; `style` names a character style."""
        out: list[str] = []
        waiting = _Piece("", "", "")
        for inline in inlines:
            if isinstance(inline, NoteRef):
                out.append(self._written(waiting))
                waiting = _Piece("", "", "")
                out.append(self._note(inline.number))
                continue
            piece = self._piece(inline, style, bold)
            if piece[1:] == waiting[1:]:
                waiting = _Piece(waiting.text + piece.text, piece.ink, piece.link)
            else:
                out.append(self._written(waiting))
                waiting = piece
        out.append(self._written(waiting))
        return "".join(out)

    def relationships(self) -> list[Relationship]:
        """What the links written so far point at."""
        return [
            Relationship(number, "hyperlink", escape(address), outside=True)
            for address, number in self._links.items()
        ]

    def _piece(self, span: Span, style: str, bold: bool) -> _Piece:
        link = safe_link(span.link) if span.link else None
        if link and not style:
            style = "Hyperlink"
        inked = not self._plain
        ink = _ink(style, inked and (bold or span.bold), inked and span.italic)
        return _Piece(span.text, ink, link or "")

    def _written(self, piece: _Piece) -> str:
        if not piece.text:
            return ""
        if not piece.link:
            return run(piece.text, piece.ink)
        number = self._links.setdefault(piece.link, f"rId{100 + len(self._links)}")
        inside = run(piece.text, piece.ink)
        return f'<w:hyperlink r:id="{number}" w:history="1">{inside}</w:hyperlink>'

    def _note(self, number: int) -> str:
        """The mark of a note; a second mark of the same note is only a number."""
        if number not in self._notes or number in self.called:
            return plain_run(str(number), '<w:vertAlign w:val="superscript"/>')
        self.called.append(number)
        style = f'<w:rStyle w:val="{self._kind.capitalize()}Reference"/>'
        mark = f'<w:{self._kind}Reference w:id="{len(self.called)}"/>'
        return f"<w:r><w:rPr>{style}</w:rPr>{mark}</w:r>"


@cache
def _ink(style: str, bold: bool, italic: bool) -> str:
    return (
        (f'<w:rStyle w:val="{style}"/>' if style else "")
        + ("<w:b/><w:bCs/>" if bold else "")
        + ("<w:i/><w:iCs/>" if italic else "")
    )
