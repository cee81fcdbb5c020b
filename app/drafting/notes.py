"""Notes: one after the other, in full at first, short or "ibid." later."""

from collections.abc import Hashable, Sequence

from app.drafting.entry_grammar import Ink
from app.drafting.references import Works
from app.drafting.setting import Citation
from app.drafting.styles import StyleInUse
from app.model.memory import Memory
from app.model.paper import Note, Span

_NOTED = Memory(4096)
"""Notes that were written before, and their words under any number."""

_SHORT, _FULL = "\0short", "\0full"


class Notes:
    """The notes of a paper as they are written, one after the other."""

    def __init__(self, works: Works, style: StyleInUse) -> None:
        """Begin with no note written."""
        self._works = works
        self._style = style
        self._ibid = style.style.ibid
        self._seen: set[str] = set()
        self._last: tuple[Citation, ...] = ()
        self.written: list[Note] = []
        """The notes so far, in reading order."""

    def add(self, citations: tuple[Citation, ...]) -> None:
        """Write one note."""
        ways = tuple([self._way(one, at) for at, one in enumerate(citations)])
        self._last = citations
        number = len(self.written) + 1
        about = (ways, *[self._works.flags(one.source) for one in citations])
        note = _NOTED.of(
            (self._style, citations),
            (number, *about),
            lambda: Note.known(number=number, spans=self._said(citations, ways, about)),
        )
        self.written.append(note)

    def _said(
        self,
        citations: tuple[Citation, ...],
        ways: Sequence[str],
        about: tuple[Hashable, ...],
    ) -> tuple[Span, ...]:
        """What a note says; it had other numbers in other drafts."""
        return _NOTED.of(
            (self._style, *[one.source for one in citations]),
            (tuple([one.place for one in citations]), *about),
            lambda: self._spans(citations, ways),
        )

    def _way(self, citation: Citation, at: int) -> str:
        """How a note names a source: a word for the last one, short or in full."""
        source, place = citation
        before = self._last[0] if len(self._last) == 1 else None
        again = source.id in self._seen
        self._seen.add(source.id)
        if self._ibid and at == 0 and before and before.source.id == source.id:
            moved = place and place != before.place
            return f"{self._ibid}, {place}" if moved else self._ibid
        return _SHORT if again else _FULL

    def _spans(
        self, citations: Sequence[Citation], ways: Sequence[str]
    ) -> tuple[Span, ...]:
        ink = Ink()
        for at, (citation, way) in enumerate(zip(citations, ways, strict=True)):
            if at:
                ink.put("; ")
            for span in self._one(citation, way):
                ink.italic = span.italic
                ink.put(span.text, span.link)
            ink.italic = False
        ink.put(".")
        return ink.spans()

    def _one(self, citation: Citation, way: str) -> tuple[Span, ...]:
        if way == _SHORT:
            return self._works.later_note(*citation)
        if way == _FULL:
            return self._works.first_note(*citation)
        return (Span(text=way),)
