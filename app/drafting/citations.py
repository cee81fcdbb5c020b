"""Citations: markers in sentences become notes, words in brackets, and a list.

Every sentence of a paper goes through here, whoever wrote it, so that a
delegate's own passage and an example are cited alike.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.drafting.notes import Notes
from app.drafting.references import Works
from app.drafting.setting import (
    Citation,
    Cluster,
    Placed,
    add_words,
    between,
    bracketed,
    closed_up,
    mark,
    moved,
    noted,
)
from app.drafting.styles import StyleInUse, style_in_force
from app.language.markers import EVERY_SOURCE, Marker, find_markers
from app.model.base import Id, Ids, Record
from app.model.brief import Brief
from app.model.card import Card
from app.model.memory import Memory
from app.model.paper import Inline, Note, References, plain
from app.model.preset import CitationForm, Preset
from app.model.source import Source

LIST_TITLE = "References"
"""What stands above the list where the conference has no word for it."""

_READ = Memory(4096)
"""Sentences whose markers were understood before."""

_WRITTEN = Memory(4096)
"""Sentences that were cited before, and not in notes."""

_MOST_READ, _MOST_TOGETHER = 4096, 16
_CITING = Memory(8)
"""Briefs that were cited before."""

_NOTES = frozenset({CitationForm.FOOTNOTES, CitationForm.ENDNOTES})
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


class _Read(NamedTuple):
    """A sentence with its markers understood."""

    clusters: tuple[Cluster, ...]
    sources: tuple[Source, ...]
    named: Ids
    unknown: Ids
    without_source: Ids
    moved: dict[int, tuple[Inline, ...]]
    """The number of its first note to its runs, where it has notes."""


class _Together(NamedTuple):
    """The works of one draft, and what is said with them where no note is."""

    works: Works
    references: References | None
    said: dict[str, tuple[Inline, ...]]


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
    return citing_for(brief, rules).all_of(sentences)


def citing_for(brief: Brief, rules: Preset) -> "Citing":
    """What cites a brief under these rules; another seed of the brief has the same.

    Raises:
        UnknownId: the brief or the rules name a style that does not exist.
        TemplateBroken: the style's file has a mistake in it.
    """
    style = style_in_force(rules, brief.settings.citation_style)
    return _CITING.of(
        (*brief.cards, *brief.sources, rules.citations, style),
        (),
        lambda: Citing(brief, rules, style),
    )


class Citing:
    """One brief being cited under one set of rules, in draft after draft."""

    def __init__(self, brief: Brief, rules: Preset, style: StyleInUse) -> None:
        """Take up the cards and sources of a brief, and its style."""
        self._cards = {card.id: card for card in brief.cards}
        self._sources = {source.id: source for source in brief.sources}
        self._form = rules.citations.form or CitationForm.INTEXT
        self._title = rules.citations.list_title or LIST_TITLE
        self._listed = (
            self._form not in _NOTES or rules.citations.list_with_notes is True
        )
        self._style = style
        self._reads: dict[str, _Read] = {}
        self._together = Memory(_MOST_TOGETHER)

    def all_of(self, sentences: Sequence[str]) -> Cited:
        """Every sentence of one draft, with what stands beside them."""
        found = [self._read(text) for text in sentences]
        sources = {one.id: one for read in found for one in read.sources}
        cited = tuple(sources.values())
        held = self._together.of(cited, (), lambda: self._cited(cited))
        notes = Notes(held.works, self._style)
        return Cited.known(
            sentences=tuple(
                self._sentence(text, read, held, notes)
                for text, read in zip(sentences, found, strict=True)
            ),
            cards=tuple([read.named for read in found]),
            notes=tuple(notes.written),
            references=held.references,
            unknown=_in_order([one.unknown for one in found if one.unknown]),
            without_source=_in_order(
                [one.without_source for one in found if one.without_source]
            ),
        )

    def _cited(self, sources: tuple[Source, ...]) -> _Together:
        """What stands beside a paper that cites these sources."""
        works = Works(sources, self._style)
        return _Together(works, self._references(works) if sources else None, {})

    def _read(self, text: str) -> _Read:
        """The markers of a sentence, understood; other drafts have it too."""
        found = self._reads.get(text)
        if found is None:
            if len(self._reads) >= _MOST_READ:
                self._reads.clear()
            markers = find_markers(text)
            cards = [self._cards.get(one.card) for one in markers]
            if EVERY_SOURCE in text:
                given = [one for card in cards if card for one in card.named_sources]
            else:
                given = [card.cited_source or "" for card in cards if card]
            found = self._reads[text] = _READ.of(
                (*cards, *map(self._sources.get, given)),
                (text, self._form in _NOTES),
                lambda: self._reading(markers, text),
            )
        return found

    def _reading(self, markers: Iterable[Marker], text: str) -> _Read:
        """The markers of a sentence that can be cited, neighbours together."""
        clusters: list[Cluster] = []
        named: dict[str, None] = {}
        unknown: dict[str, None] = {}
        without_source: dict[str, None] = {}
        for marker in markers:
            if marker.card not in self._cards:
                unknown[marker.card] = None
                continue
            named[marker.card] = None
            new = self._citations(marker)
            if not new:
                without_source[marker.card] = None
            if clusters and not text[clusters[-1].end : marker.start].strip():
                last = clusters.pop()
                new = _without_repeats(last.citations + new)
                clusters.append(Cluster(last.start, marker.end, new))
            else:
                clusters.append(Cluster(marker.start, marker.end, new))
        sources = [one.source for held in clusters for one in held.citations]
        return _Read(
            tuple(clusters),
            tuple(sources),
            tuple(named),
            tuple(unknown),
            tuple(without_source),
            {},
        )

    def _citations(self, marker: Marker) -> tuple[Citation, ...]:
        """What a marker cites: the source to cite for its card, or every one."""
        card = self._cards[marker.card]
        if marker.place == EVERY_SOURCE:
            found = [self._sources.get(one) for one in card.named_sources]
            return tuple(self._at(card, one, "") for one in found if one)
        source = self._sources.get(card.cited_source or "")
        return (self._at(card, source, marker.place or ""),) if source else ()

    def _at(self, card: Card, source: Source, place: str) -> Citation:
        """A source at a place; notes take the card's own where none is given."""
        if not place and self._form in _NOTES:
            places = (one.where or "" for one in card.sources if one.id == source.id)
            place = next(filter(_is_pinpoint, places), "")
        return Citation(source, place)

    def _sentence(
        self, text: str, read: _Read, held: _Together, notes: "Notes"
    ) -> tuple[Inline, ...]:
        """The runs of a sentence; one without notes says the same in many drafts."""
        if self._form in _NOTES and read.clusters:
            first = len(notes.written) + 1
            for cluster in read.clusters:
                if cluster.citations:
                    notes.add(cluster.citations)
            runs = read.moved.get(first)
            if runs is None:
                from_1 = read.moved.get(1)
                if from_1 is None:
                    from_1 = self._runs(text, read.clusters, held.works)
                read.moved[1], read.moved[first] = from_1, moved(from_1, first - 1)
            return read.moved[first]
        found = held.said.get(text)
        if found is None:
            found = held.said[text] = _WRITTEN.of(
                (read, self._style),
                (self._form, *map(held.works.flags, read.sources)),
                lambda: self._runs(text, read.clusters, held.works),
            )
        return found

    def _runs(
        self, text: str, clusters: tuple[Cluster, ...], works: Works
    ) -> tuple[Inline, ...]:
        """The runs of a sentence whose notes count from 1."""
        if not clusters:
            return (plain(text),) if text else ()
        pieces = list(between(text, clusters))
        if self._form in _NOTES:
            return _with_marks(pieces, clusters)
        prose = " ".join(pieces)
        out: list[Inline] = []
        left = pieces[0]
        for cluster, right in zip(clusters, pieces[1:], strict=True):
            if cluster.citations and self._form is CitationForm.INTEXT:
                set_ = bracketed(left, cluster.citations, right, works, prose)
            else:
                set_ = Placed(left, (), right)
            add_words(out, set_.before.rstrip())
            out.extend(set_.runs)
            left = set_.after if set_.runs else closed_up(set_.after)
        add_words(out, left)
        return tuple(out)

    def _references(self, works: Works) -> References | None:
        if not self._listed:
            return None
        links = self._form is CitationForm.LINKS
        entries = works.links() if links else works.entries()
        return References(title=self._title, entries=entries)


@lru_cache(maxsize=1024)
def _is_pinpoint(place: str) -> bool:
    """Whether a place is narrow enough for a note: "para. 5"."""
    return _PINPOINT.fullmatch(place) is not None


def _with_marks(
    pieces: Sequence[str], clusters: Iterable[Cluster]
) -> tuple[Inline, ...]:
    """The runs of a sentence with the marks of its notes, from 1."""
    out: list[Inline] = []
    left, number = pieces[0], 1
    for cluster, right in zip(clusters, pieces[1:], strict=True):
        if cluster.citations:
            before, left = noted(left, right)
            add_words(out, before)
            out.append(mark(number))
            number += 1
        else:
            add_words(out, left.rstrip())
            left = closed_up(right)
    add_words(out, left)
    return tuple(out)


def _in_order(found: Iterable[Ids]) -> Ids:
    """All ids in reading order, each once."""
    return tuple(dict.fromkeys(one for ids in found for one in ids))


def _without_repeats(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """The citations without those that say the same again."""
    return tuple({(one.source.id, one.place): one for one in citations}.values())
