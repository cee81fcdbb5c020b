"""Runs: the words of a Word file, with their ink, their links and their notes."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from app.export.word_package import Relationship
from app.language.links import safe_link
from app.model.paper import Inline

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ODD = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff&<>"]')
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_NOT_PLAIN = re.compile(f"[\x00-\x1f&<>{_RIGHT_TO_LEFT}\ud800-\udfff\ufffe\uffff]")
_TURN = re.compile(f"([{_RIGHT_TO_LEFT}]+(?:[\\s\u200f]+[{_RIGHT_TO_LEFT}]+)*)")
_NO_LOOK: "_Look" = (None, False, False)
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
        return not _NOT_PLAIN.search(text)
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
        self._edges: dict[tuple[str, _Look], tuple[str, str, str]] = {}
        self.called: list[int] = []

    def runs(self, inlines: Iterable[Inline], *, style: str = "") -> str:
        """Runs of text, links and notes; `style` names a character style."""
        out: list[str] = []
        waiting, before = "", _NO_LOOK
        for inline in inlines:
            held = vars(inline)  # a quarter of the time that five fields take
            if "number" in held:
                if waiting:
                    out.append(self._written(waiting, style, before))
                out.append(self._note(held["number"]))
                waiting = ""
                continue
            look = (held["link"], held["bold"], held["italic"])
            if look == before:
                waiting += held["text"]
                continue
            if waiting:
                out.append(self._written(waiting, style, before))
            waiting, before = held["text"], look
        if waiting:
            out.append(self._written(waiting, style, before))
        return "".join(out)

    def relationships(self) -> list[Relationship]:
        """What the links written so far point at."""
        return [
            Relationship(number, "hyperlink", escape(address), outside=True)
            for address, number in self._links.items()
        ]

    def _written(self, text: str, style: str, look: _Look) -> str:
        found = self._edges.get((style, look)) or self._new_edges(style, look)
        before, ink, after = found
        return f"{before}{run(text, ink)}{after}"

    def _new_edges(self, style: str, look: _Look) -> tuple[str, str, str]:
        """What stands before runs of this look, their ink, and what stands behind."""
        address, bold, italic = look
        link = _safe(address) if address else ""
        if self._plain:
            bold = italic = False
        ink = _ink(style or ("Hyperlink" if link else ""), bold, italic)
        made = ("", ink, "")
        if link:
            number = self._links.setdefault(link, f"rId{100 + len(self._links)}")
            opening = f'<w:hyperlink r:id="{number}" w:history="1">'
            made = (opening, ink, "</w:hyperlink>")
        self._edges[style, look] = made
        return made

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


@lru_cache(maxsize=4096)
def _safe(address: str) -> str:
    """The address where it may be opened, else nothing; sources come again."""
    return safe_link(address) or ""
