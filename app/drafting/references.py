"""The works a paper cites: told apart, written out and put in order."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from app.drafting.entry_grammar import Ink, Template, fill
from app.drafting.source_facts import (
    Ask,
    first_family,
    full_name,
    short_title,
    who,
)
from app.drafting.styles import StyleInUse
from app.language.links import safe_link
from app.model.paper import Entry, Span
from app.model.source import Source

_ARTICLE = re.compile(r"^(the|an?) ")
_ENDS = (".", "?", "!")
_FINAL_STOP = re.compile(r"\.$")


Flags = tuple[str, bool, bool]
"""What the other sources make of one: its letter, its initial, its title."""


class _Facts(NamedTuple):
    """What is asked about a source again and again."""

    who: str
    year: str
    first: tuple[str, str] | None


def _facts(source: Source, style: StyleInUse) -> _Facts:
    return _Facts(who(source, style), Ask(source, style).year, first_family(source))


class Works:
    """The sources of one paper in one style."""

    def __init__(self, sources: Iterable[Source], style: StyleInUse) -> None:
        self._style = style
        self._sources = {source.id: source for source in sources}
        self._facts = {
            source.id: style.memory.of(
                (source,), ("facts",), partial(_facts, source, style)
            )
            for source in self._sources.values()
        }
        self._given: dict[str, set[str]] = defaultdict(set)
        for about in self._facts.values():
            if about.first:
                self._given[about.first[0]].add(about.first[1])
        self._letters = self._told_apart() if style.style.letters else {}
        names = Counter(
            self._facts[source.id].who
            for source in self._sources.values()
            if not source.symbol
        )
        self._flagged: dict[str, Flags] = {}
        self._shared = {name for name, count in names.items() if count > 1}

    def entries(self) -> tuple[Entry, ...]:
        """Every source as an entry of the list, in the order of the style."""
        written = [self._in_list(source) for source in self._sources.values()]
        written.sort(key=lambda one: one[0])
        return tuple(self._without_repeats([entry for _, entry in written]))

    def links(self) -> tuple[Entry, ...]:
        """Every source as its title and address, in the order of titles."""
        written = (
            Entry(source=source.id, spans=self._bare_link(source))
            for source in self._sources.values()
        )
        return tuple(sorted(written, key=lambda entry: _order(entry.spans)))

    def first_note(self, source: Source, place: str) -> tuple[Span, ...]:
        """A source as its first note names it, without the last full stop."""
        template = self._style.note(source.type)
        if template is not None:
            return self._filled("note", template, source, place)
        spans = _without_stop(self._entry(source))
        return (*spans, Span(text=f", {place}")) if place else spans

    def later_note(self, source: Source, place: str) -> tuple[Span, ...]:
        """A source as later notes name it, without the last full stop."""
        template = self._style.short(source.type, symbol=bool(source.symbol))
        return self._filled("short", template, source, place)

    def in_text(self, source: Source, place: str, prose: str) -> tuple[Span, ...]:
        """What stands in brackets after `prose`, less what `prose` says itself."""
        if self._is_said(source, prose):
            return (Span(text=place),) if place else ()
        template = self._style.intext(source.type, symbol=bool(source.symbol))
        return self._filled("intext", template, source, place)

    def bracket(
        self, citations: Sequence[tuple[Source, str]], prose: str
    ) -> tuple[Span, ...]:
        """Several citations in one pair of brackets; nothing where all is said."""

        def written() -> tuple[Span, ...]:
            runs: list[Span] = []
            for source, place in citations:
                opening = "; " if runs else " ("
                for span in self.in_text(source, place, prose):
                    text = opening + span.text
                    opening = ""
                    runs.append(span.with_known(text=text, cites=source.id))
            if runs:
                runs.append(runs[-1].with_known(text=")", italic=False))
            return tuple(runs)

        sources = tuple(source for source, _ in citations)
        flags = [self.flags(source) for source in sources]
        places = [place for _, place in citations]
        return self._style.memory.of(
            sources, ("bracket", prose, *places, *flags), written
        )

    def _is_said(self, source: Source, prose: str) -> bool:
        """Whether the sentence itself already tells a reader which work it is."""
        if source.symbol:
            return _names_symbol(source.symbol, prose)
        said = prose.casefold()
        if source.title.casefold() in said:
            return True
        year = self._ask(source).year
        names = {self._facts[source.id].who.casefold(), full_name(source).casefold()}
        return bool(year) and year in prose and any(n and n in said for n in names)

    def _ask(self, source: Source, place: str = "") -> Ask:
        return Ask(
            source,
            self._style,
            place=place,
            letter=self._letters.get(source.id, ""),
            initial=self._shares_family(source),
            ambiguous=self._facts[source.id].who in self._shared,
        )

    def _shares_family(self, source: Source) -> bool:
        first = self._facts[source.id].first
        return (
            self._style.style.initials_apart
            and first is not None
            and len(self._given[first[0]]) > 1
        )

    def _entry(self, source: Source) -> tuple[Span, ...]:
        return self._filled("reference", self._style.reference(source.type), source)

    def _in_list(self, source: Source) -> tuple[tuple[str, str], Entry]:
        """An entry with what it is sorted by."""

        def written() -> tuple[tuple[str, str], Entry]:
            spans = self._entry(source)
            return _order(spans), Entry(source=source.id, spans=spans)

        return self._style.memory.of((source,), ("list", *self.flags(source)), written)

    def _filled(
        self, table: str, template: Template, source: Source, place: str = ""
    ) -> tuple[Span, ...]:
        inside = self._style.style.commas_inside

        def filled() -> tuple[Span, ...]:
            ask = self._ask(source, place)
            found = fill(template, ask, commas_inside=inside)
            if table != "intext":
                return found
            return tuple(span.revise(link=None) for span in found)

        about = (table, place, *self.flags(source))
        return self._style.memory.of((source,), about, filled)

    def flags(self, source: Source) -> Flags:
        """What depends on the other sources: its letter, its initial, its title."""
        found = self._flagged.get(source.id)
        if found is None:
            found = self._flagged[source.id] = (
                self._letters.get(source.id, ""),
                self._shares_family(source),
                self._facts[source.id].who in self._shared,
            )
        return found

    def _without_repeats(self, entries: Sequence[Entry]) -> Iterator[Entry]:
        """The entries, an author who comes again as the style writes that."""
        again = self._style.style.repeated
        last = ""
        for entry in entries:
            lead = self._ask(self._sources[entry.source])("lead").text if again else ""
            first = entry.spans[0].text if entry.spans else ""
            if again and lead and lead == last and first.startswith(lead):
                opening = entry.spans[0].revise(text=again + first[len(lead) :])
                yield entry.revise(spans=(opening, *entry.spans[1:]))
            else:
                yield entry
            last = lead

    def _bare_link(self, source: Source) -> tuple[Span, ...]:
        """Title and whole address; without one, title, house and year."""
        ask = self._ask(source)
        address = safe_link(source.url) or ask("symbol").link
        ink = Ink()
        ink.italic = True
        ink.put(source.title)
        ink.italic = False
        ink.put("" if source.title.endswith(_ENDS) else ".")
        if address:
            ink.put(" ")
            ink.put(address, address)
            return ink.spans()
        known = ", ".join(
            filter(None, (full_name(source), self._facts[source.id].year))
        )
        ink.put(f" {known}." if known else "")
        return ink.spans()

    def _told_apart(self) -> dict[str, str]:
        """Source id to letter, where who and year alone would not tell."""
        alike: dict[tuple[str, str], list[Source]] = defaultdict(list)
        for source in self._sources.values():
            if not source.symbol:
                about = self._facts[source.id]
                alike[about.who, about.year].append(source)
        return {
            source.id: chr(ord("a") + at % 26) * (at // 26 + 1)
            for group in alike.values()
            if len(group) > 1
            for at, source in enumerate(sorted(group, key=_by_title))
        }


def _by_title(source: Source) -> tuple[str, str]:
    return _folded(short_title(source.title)), source.id


def _names_symbol(symbol: str, prose: str) -> bool:
    """Whether a text names a UN document, by symbol or by resolution number."""
    ways = [symbol]
    parts = symbol.split("/")
    if parts[:2] == ["A", "RES"] and len(parts) == 4:
        ways.append("/".join(parts[2:]))
    return any(
        way in prose and re.search(rf"(?<![\w/]){re.escape(way)}(?![\w/])", prose)
        for way in ways
    )


def _order(spans: Sequence[Span]) -> tuple[str, str]:
    text = "".join(span.text for span in spans)
    return _ARTICLE.sub("", _folded(text)), text


def _folded(text: str) -> str:
    """The text as an index sorts it: no accents, no case, no marks in front."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return kept.lstrip("“‘\"'([ ")


def _without_stop(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    if not spans:
        return ()
    *head, last = spans
    return (*head, last.revise(text=_FINAL_STOP.sub("", last.text)))
