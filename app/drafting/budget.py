"""The budget: how much fits, by the rules of a conference.

A limit in pages is measured in points of height, with the widths of Times New
Roman; a limit in words is counted. A minimum is no concern of this file.
"""

from typing import NamedTuple

from app.language.line_fit import line_height, lines_needed, text_width
from app.language.words import count
from app.library.typefaces import times
from app.model.paper import Block, Paper, Paragraph, Span
from app.model.preset import LimitUnit, PageSize, Preset

POINTS_PER_INCH = 72
"""Points in an inch."""

SHEETS = {PageSize.LETTER: (612.0, 792.0), PageSize.A4: (595.3, 841.9)}
"""Sheet to width and height, in points."""

AFTER_PARAGRAPH = 6.0
"""Space after a paragraph, in points, as the stationery sets it."""

NOTE_POINTS = 10.0
"""Size of type in notes, in points, as the stationery sets it."""

_HEADING_LINES = 1.6
_SAFETY_LINES = 1.0


class Extent(NamedTuple):
    """How long a paper is against how long it may be, in one unit."""

    unit: LimitUnit
    """Pages or words."""

    used: float
    """How much it takes."""

    room: float | None
    """How much it may take; None: there is no limit."""

    @property
    def fits(self) -> bool:
        """Whether it keeps within the limit."""
        return self.room is None or self.used <= self.room


def extent(paper: Paper, rules: Preset) -> Extent:
    """How long a paper is, in the unit its conference counts."""
    limit = rules.limit
    if limit.unit is LimitUnit.WORDS:
        used = sum(count(one.text) for one in paper.sentences)
        if limit.excludes_sources is False and paper.references:
            used += sum(
                count("".join(span.text for span in entry.spans))
                for entry in paper.references.entries
            )
        return Extent(LimitUnit.WORDS, float(used), limit.max)
    return Extent(LimitUnit.PAGES, _pages(paper, rules), limit.max)


def _pages(paper: Paper, rules: Preset) -> float:
    """Pages, by the height of everything that counts."""
    ruler = Ruler(rules)
    taken = ruler.heading(paper, rules)
    for part in paper.parts:
        taken += ruler.title * part.labelled
        for section in part.sections:
            taken += ruler.title * (section.title is not None)
            taken += sum(ruler.block(one) for one in section.blocks)
    if paper.notes:
        taken += sum(ruler.note(_words(note.spans)) for note in paper.notes)
        taken += ruler.line * max(1, round(taken / ruler.page))
    if paper.references and rules.limit.excludes_sources is False:
        entries = paper.references.entries
        taken += ruler.title + sum(ruler.text(_words(one.spans)) for one in entries)
    pages = max(1, round(taken / ruler.page))
    return (taken + _SAFETY_LINES * ruler.line * pages) / ruler.page


def _words(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans)


class Ruler:
    """Heights and widths by the rules of one conference, in points."""

    def __init__(self, rules: Preset) -> None:
        """Take the measure of a page."""
        page = rules.page
        width, height = SHEETS[page.size or PageSize.LETTER]
        margins = 2 * POINTS_PER_INCH * (page.margin_inches or 1)
        self.points = page.points_max or page.points_min or 12
        """The size of type."""
        self.spacing = page.spacing or 1
        """Line spacing: 1 is single."""
        self.face = times()
        """The widths of the letters."""
        self.column = width - margins
        """The width of a line."""
        self.page = height - margins
        """The height of what a page holds."""
        self.line = line_height(self.face, self.points, self.spacing)
        """The height of a line."""
        self.title = self.line * _HEADING_LINES
        """The height of a heading with the space around it."""

    def width(self, words: str) -> float:
        """The width of a run of text on one long line."""
        return text_width(words, self.face, self.points)

    def text(self, words: str) -> float:
        """A run of text without space after it."""
        return self.line * lines_needed(words, self.face, self.points, self.column)

    def note(self, words: str) -> float:
        """A note at the foot of the page."""
        lines = lines_needed(f"1 {words}", self.face, NOTE_POINTS, self.column)
        return lines * line_height(self.face, NOTE_POINTS, 1)

    def block(self, block: Block) -> float:
        """A block with the space after it; only paragraphs are measured."""
        if not isinstance(block, Paragraph):
            return 0.0
        return self.text(block.text) + AFTER_PARAGRAPH

    def heading(self, paper: Paper, rules: Preset) -> float:
        """Banner, heading and title."""
        taken = self.title * (paper.title is not None)
        if paper.banner:
            taken += self.text(paper.banner) + AFTER_PARAGRAPH
        if paper.header and not rules.cover_page:
            taken += sum(self.text(one.value) for one in paper.header)
            taken += AFTER_PARAGRAPH
        return taken
