"""The budget: how much fits, by the rules of a conference.

A limit in pages is measured in points of height, with the widths of Times New
Roman; a limit in words is counted. A minimum is no concern of this file.
"""

from typing import NamedTuple

from app.language.line_fit import line_height, lines_needed, text_width
from app.language.words import count
from app.library.typefaces import times
from app.model.memory import Memory
from app.model.paper import Block, Note, Paper, Paragraph, Span
from app.model.preset import LimitUnit, PageSize, Preset

POINTS_PER_INCH = 72
"""Points in an inch."""

SHEETS = {PageSize.LETTER: (612.0, 792.0), PageSize.A4: (595.3, 841.9)}
"""Sheet to width and height, in points."""

AFTER_PARAGRAPH = 6.0
"""Space after a paragraph, in points, as the stationery sets it."""

NOTE_POINTS = 10.0
"""Size of type in notes, in points, as the stationery sets it."""

INDENTED_FROM = 1.5
"""From this line spacing on, paragraphs are indented instead of set apart."""

INDENT = 36.0
"""The indent of a first line there, in points."""

AFTER_HEADING = 12.0
"""Space under the heading of the paper, in points."""

TITLE_SPACE, TOPIC_SPACE, SECTION_SPACE = 9.0, 12.0, 6.0
"""Space a title, a topic and a section's title add, in points.

Between two paragraphs stands the larger of the space after the one and before
the other, so what the paragraph before already leaves is taken off.
"""

BANNER_POINTS = 10.0
"""Size of type in the banner of a draft, in points."""

_LINES = Memory(512)
"""Lines that paragraphs took before; a draft keeps most of the one before."""

_SAFETY = 14.0
"""Points a page may stay emptier than the sums say: a line held back."""


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
        taken += (ruler.solid + TOPIC_SPACE) * part.labelled
        for section in part.sections:
            taken += (ruler.solid + SECTION_SPACE) * (section.title is not None)
            taken += sum(ruler.block(one) for one in section.blocks)
    if paper.notes:
        taken += sum(ruler.note(note) for note in paper.notes)
        taken += ruler.solid * max(1, round(taken / ruler.page))
    if paper.references and rules.limit.excludes_sources is False:
        entries = paper.references.entries
        taken += (
            ruler.solid
            + TOPIC_SPACE
            + sum(ruler.text(_words(one.spans)) for one in entries)
        )
    pages = max(1, round(taken / ruler.page))
    return (taken + _SAFETY * pages) / ruler.page


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
        self.solid = line_height(self.face, self.points, 1)
        """The height of a line set solid, as headings are."""
        indented = self.spacing >= INDENTED_FROM
        self.indent = INDENT if indented else 0.0
        """What the first line of a paragraph loses."""
        self.after = 0.0 if indented else AFTER_PARAGRAPH
        """The space after a paragraph."""

    def width(self, words: str) -> float:
        """The width of a run of text on one long line."""
        return text_width(words, self.face, self.points)

    def lines(self, words: str, points: float, indent: float = 0.0) -> int:
        """Lines of a run of text in type of this size."""
        return lines_needed((words,), self.face, points, self.column, indent)

    def text(self, words: str) -> float:
        """A run of text without space after it."""
        return self.line * self.lines(words, self.points)

    def note(self, note: Note) -> float:
        """A note at the foot of the page."""
        lines = _LINES.of(
            (note, self.face), (self.column,), lambda: self._lines_of_note(note)
        )
        return lines * line_height(self.face, NOTE_POINTS, 1)

    def block(self, block: Block) -> float:
        """A block with the space after it; only paragraphs are measured."""
        if not isinstance(block, Paragraph):
            return 0.0
        shape = (self.points, self.column, self.indent)
        lines = _LINES.of((block, self.face), shape, lambda: self._lines_of(block))
        return self.line * lines + self.after

    def _lines_of_note(self, note: Note) -> int:
        texts = ("1", _words(note.spans))
        return lines_needed(texts, self.face, NOTE_POINTS, self.column)

    def _lines_of(self, block: Paragraph) -> int:
        texts = [one.text for one in block.sentences]
        return lines_needed(texts, self.face, self.points, self.column, self.indent)

    def heading(self, paper: Paper, rules: Preset) -> float:
        """Banner, heading and title."""
        taken = 0.0
        if paper.title:
            taken += self.solid + TITLE_SPACE
        if paper.banner:
            lines = self.lines(paper.banner, BANNER_POINTS)
            taken += (
                lines * line_height(self.face, BANNER_POINTS, 1) + 2 * AFTER_HEADING
            )
        if paper.header and not rules.cover_page:
            for field in paper.header:
                label = f"{field.label}: " if field.label else ""
                taken += self.solid * self.lines(label + field.value, self.points)
            taken += AFTER_HEADING
        return taken
