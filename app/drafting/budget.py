"""The budget: how much fits, by the rules of a conference.

A limit in pages is measured in points of height, with the widths of Times New
Roman; a limit in words is counted. A minimum is no concern of this file.
"""

from collections.abc import Iterator
from typing import NamedTuple

from app.drafting.page_fit import Piece, set_pages
from app.drafting.ruler import AROUND_SECTION, AROUND_TOPIC, Ruler, ruler_for
from app.language.words import count
from app.model.memory import Memory
from app.model.paper import Paper, References
from app.model.preset import CitationForm, LimitUnit, Preset

_SPARE = 14.0
"""Points an example leaves free on each page, for programs break lines apart."""

_EXTENTS = Memory(8)
"""How long papers were; what fits one is asked again by who shows or checks it."""

_HEADS = Memory(64)
"""What stands above the text of papers, paragraph by paragraph."""


class Extent(NamedTuple):
    """How long a paper is against how long it may be, in one unit."""

    unit: LimitUnit
    """Pages or words."""

    used: float
    """How much it takes."""

    room: float | None
    """How much it may take; None: there is no limit."""

    spare: float = 0.0
    """How much of the room an example leaves free."""

    slack: float = 0.0
    """What the page before the last left free because lines keep together."""

    @property
    def over(self) -> float:
        """How far it goes beyond what an example may take; 0 or less: it fits."""
        return 0.0 if self.room is None else self.used - self.room + self.spare

    @property
    def fits(self) -> bool:
        """Whether it keeps within the limit."""
        return self.room is None or self.used <= self.room


def extent(paper: Paper, rules: Preset, *, first_solid: bool = False) -> Extent:
    """How long a paper is, in the unit its conference counts.

    Args:
        paper: The paper.
        rules: The rules in force.
        first_solid: Whether the first line of a page is set solid, as LibreOffice
            does and Word does not.
    """
    return _EXTENTS.of(
        (paper, rules), (first_solid,), lambda: _extent(paper, rules, first_solid)
    )


def _extent(paper: Paper, rules: Preset, first_solid: bool) -> Extent:
    limit = rules.limit
    if limit.unit is LimitUnit.WORDS:
        words = sum(count(one.text) for one in paper.sentences)
        if limit.excludes_sources is False and paper.references:
            words += sum(
                count("".join(span.text for span in entry.spans))
                for entry in paper.references.entries
            )
        return Extent(LimitUnit.WORDS, float(words), limit.max)
    ruler = ruler_for(rules)
    fill = set_pages(
        _pieces(paper, rules, ruler),
        ruler.height_for(paper, rules),
        first_solid=first_solid,
    )
    used = fill.pages - 1 + fill.depth / ruler.page
    spare = _SPARE / ruler.page * max(1, round(limit.max or 0))
    return Extent(LimitUnit.PAGES, used, limit.max, spare, fill.slack / ruler.page)


def _pieces(paper: Paper, rules: Preset, ruler: Ruler) -> Iterator[Piece]:
    """Everything that counts, paragraph by paragraph."""
    yield from _HEADS.of(
        (paper.header, rules),
        (paper.banner, paper.title),
        lambda: list(ruler.heading(paper, rules)),
    )
    at_the_end = rules.citations.form is CitationForm.ENDNOTES
    feet = {} if at_the_end else ruler.feet(paper)
    for part in paper.parts:
        if part.labelled:
            yield ruler.title(part.topic, AROUND_TOPIC)
        for section in part.sections:
            if section.title:
                yield ruler.title(section.title, AROUND_SECTION)
            for block in section.blocks:
                yield from ruler.block(block, feet)
    if rules.limit.excludes_sources is not False:
        return
    if paper.references:
        yield from _listed(paper.references, rules, ruler)
    if at_the_end:
        for note in paper.notes:
            yield ruler.endnote(note)


def _listed(references: References, rules: Preset, ruler: Ruler) -> Iterator[Piece]:
    head = ruler.title(references.title, AROUND_TOPIC)
    yield head._replace(new_page=rules.citations.list_new_page is True)
    for entry in references.entries:
        yield ruler.entry(entry)
