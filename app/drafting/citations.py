"""Citations: markers in sentences become notes, words in brackets, and a list.

Every sentence of a paper goes through here, whoever wrote it, so that a
delegate's own passage and an example are cited alike.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.drafting.entry_grammar import Ink
from app.drafting.references import Works
from app.drafting.styles import StyleInUse, style_in_force
from app.language.markers import Marker, find_markers
from app.model.base import Id, Ids, Record
from app.model.brief import Brief
from app.model.card import Card
from app.model.paper import Inline, Note, NoteRef, References, Span
from app.model.preset import CitationForm, Preset
from app.model.source import Source

LIST_TITLE = "References"
"""What stands above the list where the conference has no word for it."""

_NOTES = frozenset({CitationForm.FOOTNOTES, CitationForm.ENDNOTES})
_ENDS = re.compile(r"([.?!])([”’\"']*)$")
_PAUSE = re.compile(r"[,;:]$")
_BEFORE_MARK = re.compile(r"^[”’\"')\]]*[.,;:?!…]*[”’\"']*")
_PINPOINT = re.compile(
    r"((operative|preambular|concluding|final) )?"
    r"(paras?|pp?|arts?|articles?|paragraphs?|sects?|sections?|chap|annex|table|rule)"
    r"\b\.? ?[0-9IVX].*",
    re.IGNORECASE,
)


class Cited(Record):
    """Sentences with their citations made, and what stands beside them."""

    sentences: tuple[tuple[Inline, ...], ...]
    """The runs of each sentence, in the order the sentences were given."""

    cards: tuple[Ids, ...]
    """The cards of the brief each sentence names, without repeats."""

    notes: tuple[Note, ...] = ()
    """Footnotes or endnotes in reading order."""

    references: References | None = None
    """The list of sources; None where the form has none."""

    unknown: tuple[Id, ...] = ()
    """Ids in markers that no card of the brief has; they stay as plain text."""

    without_source: tuple[Id, ...] = ()
    """Cards named in markers that have no source to cite."""


class _Citation(NamedTuple):
    """One source at one place."""

    source: Source
    place: str


class _Cluster(NamedTuple):
    """Markers that stand together, and where."""

    start: int
    end: int
    citations: tuple[_Citation, ...]


class _Set(NamedTuple):
    """A cluster in its place: the words before, what it prints, the words after."""

    before: str
    runs: tuple[Inline, ...]
    after: str


def cite(sentences: Sequence[str], brief: Brief, rules: Preset) -> Cited:
    """The sentences of a whole paper with every `[@card-id, place]` made good.

    Args:
        sentences: In reading order, since notes are numbered as they come.
        brief: Where cards, their sources and the wanted style are found.
        rules: The rules in force; only `citations` is read.

    Raises:
        UnknownId: the brief or the rules name a style that does not exist.
        TemplateBroken: the style's file has a mistake in it.
    """
    return _Citing(brief, rules).all_of(sentences)


_SHELVES: list[tuple[Brief, dict[Id, Card], dict[Id, Source]]] = []
"""The cards and sources of the brief cited last; its drafts ask for them again."""


def _shelf(brief: Brief) -> tuple[dict[Id, Card], dict[Id, Source]]:
    """The cards and the sources of a brief, by id."""
    if not _SHELVES or _SHELVES[0][0] is not brief:
        cards = {card.id: card for card in brief.cards}
        sources = {source.id: source for source in brief.sources}
        _SHELVES[:] = [(brief, cards, sources)]
    return _SHELVES[0][1:]


class _Citing:
    """One paper being cited."""

    def __init__(self, brief: Brief, rules: Preset) -> None:
        self._cards, self._sources = _shelf(brief)
        self._form = rules.citations.form or CitationForm.INTEXT
        self._title = rules.citations.list_title or LIST_TITLE
        self._style = style_in_force(rules, brief.settings.citation_style)
        self._unknown: dict[str, None] = {}
        self._without_source: dict[str, None] = {}

    def all_of(self, sentences: Sequence[str]) -> Cited:
        """Every sentence, with what stands beside them."""
        found = [self._clusters(text) for text in sentences]
        cited = {
            one.source.id: one.source
            for clusters in found
            for cluster in clusters
            for one in cluster.citations
        }
        works = Works(cited.values(), self._style)
        notes = _Notes(works, self._style)
        written = tuple(
            self._sentence(text, clusters, works, notes)
            for text, clusters in zip(sentences, found, strict=True)
        )
        return Cited.model_construct(
            sentences=written,
            cards=tuple(self._named(text) for text in sentences),
            notes=tuple(notes.written),
            references=self._references(works) if cited else None,
            unknown=tuple(self._unknown),
            without_source=tuple(self._without_source),
        )

    def _named(self, text: str) -> Ids:
        named = (marker.card for marker in find_markers(text))
        return tuple(dict.fromkeys(card for card in named if card in self._cards))

    def _clusters(self, text: str) -> list[_Cluster]:
        """The markers of a sentence that can be cited, neighbours together."""
        clusters: list[_Cluster] = []
        for marker in find_markers(text):
            if marker.card not in self._cards:
                self._unknown[marker.card] = None
                continue
            citation = self._citation(marker)
            new: tuple[_Citation, ...] = (citation,) if citation else ()
            if clusters and not text[clusters[-1].end : marker.start].strip():
                last = clusters.pop()
                new = tuple(dict.fromkeys(last.citations + new))
                clusters.append(_Cluster(last.start, marker.end, new))
            else:
                clusters.append(_Cluster(marker.start, marker.end, new))
        return clusters

    def _citation(self, marker: Marker) -> _Citation | None:
        card = self._cards[marker.card]
        source = self._sources.get(card.cited_source or "")
        if source is None:
            self._without_source[card.id] = None
            return None
        place = marker.place or ""
        if not place and self._form in _NOTES:
            places = (one.where or "" for one in card.sources if one.id == source.id)
            place = next((one for one in places if _PINPOINT.fullmatch(one)), "")
        return _Citation(source, place)

    def _sentence(
        self, text: str, clusters: list[_Cluster], works: Works, notes: "_Notes"
    ) -> tuple[Inline, ...]:
        pieces = list(_between(text, clusters))
        prose = " ".join(pieces)
        out: list[Inline] = []
        left = pieces[0]
        for cluster, right in zip(clusters, pieces[1:], strict=True):
            if not cluster.citations:
                set_ = _Set(left, (), right)
            elif self._form in _NOTES:
                set_ = _noted(left, notes.add(cluster.citations), right)
            elif self._form is CitationForm.INTEXT:
                set_ = _bracketed(left, cluster.citations, right, works, prose)
            else:
                set_ = _Set(left, (), right)
            _write(out, set_.before.rstrip())
            out.extend(set_.runs)
            left = set_.after if set_.runs else _closed_up(set_.after)
        _write(out, left)
        return tuple(out)

    def _references(self, works: Works) -> References | None:
        if self._form in _NOTES:
            return None
        links = self._form is CitationForm.LINKS
        entries = works.links() if links else works.entries()
        return References(title=self._title, entries=entries)


class _Notes:
    """The notes of a paper as they are written, one after the other."""

    def __init__(self, works: Works, style: StyleInUse) -> None:
        self._works = works
        self._ibid = style.style.ibid
        self._seen: set[str] = set()
        self._last: tuple[_Citation, ...] = ()
        self.written: list[Note] = []

    def add(self, citations: tuple[_Citation, ...]) -> int:
        """Write one note and give its number."""
        ink = Ink()
        for at, citation in enumerate(citations):
            if at:
                ink.put("; ")
            for span in self._one(citation, alone=at == 0):
                ink.italic = span.italic
                ink.put(span.text, span.link)
            ink.italic = False
        ink.put(".")
        self._last = citations
        number = len(self.written) + 1
        self.written.append(Note(number=number, spans=ink.spans()))
        return number

    def _one(self, citation: _Citation, *, alone: bool) -> tuple[Span, ...]:
        source, place = citation
        before = self._last[0] if len(self._last) == 1 else None
        again = source.id in self._seen
        self._seen.add(source.id)
        if self._ibid and alone and before and before.source.id == source.id:
            moved = place and place != before.place
            return (Span(text=f"{self._ibid}, {place}" if moved else self._ibid),)
        if again:
            return self._works.later_note(source, place)
        return self._works.first_note(source, place)


def _between(text: str, clusters: Sequence[_Cluster]) -> Iterator[str]:
    """What stands before, between and after the clusters."""
    at = 0
    for cluster in clusters:
        yield text[at : cluster.start]
        at = cluster.end
    yield text[at:]


def _noted(left: str, number: int, right: str) -> _Set:
    """The mark of a note, behind the stop or pause that follows."""
    moved = _BEFORE_MARK.match(right)
    end = moved.end() if moved else 0
    left = left.rstrip() + right[:end]
    return _Set(left, (NoteRef(number=number),), right[end:])


def _bracketed(
    left: str,
    citations: Sequence[_Citation],
    right: str,
    works: Works,
    prose: str,
) -> _Set:
    """The citations in one pair of brackets; nothing where all is said already."""
    runs = works.bracket(citations, prose)
    if not runs:
        return _Set(left, (), right)
    before, kept = _opened(left, right)
    return _Set(before, runs, kept + right)


def _opened(left: str, right: str) -> tuple[str, str]:
    """The words before a bracket, and the stop or pause that moves behind it."""
    left = left.rstrip()
    ends = _ENDS.search(left)
    if ends and not right.strip():
        stop, quotes = ends.groups()
        if quotes and stop != ".":
            return left, "."
        return left[: ends.start()] + quotes, stop
    pause = _PAUSE.search(left)
    if pause:
        return left[: pause.start()], pause[0]
    return left, ""


def _closed_up(right: str) -> str:
    """The words after a marker that printed nothing, with one space or none."""
    bare = right.lstrip()
    if not bare:
        return ""
    return bare if bare[0] in ".,;:?!)”’…" else f" {bare}"


def _write(out: list[Inline], text: str) -> None:
    """Add words, to the run before where that is plain text too."""
    if not text:
        return
    last = out[-1] if out else None
    if isinstance(last, Span) and _is_plain(last):
        out[-1] = _said(last.text + text)
    else:
        out.append(_said(text))


def _is_plain(span: Span) -> bool:
    return not (span.italic or span.bold or span.cites or span.link)


@lru_cache(maxsize=8192)
def _said(text: str) -> Span:
    """Plain words; drafts say most of them again."""
    return Span(text=text)
