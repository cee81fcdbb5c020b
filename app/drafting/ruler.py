"""The ruler: heights and widths by the rules of one conference, in points.

The widths are those of Times New Roman, and spaces are those the stationery sets.
"""

from collections.abc import Iterator, Mapping

from app.drafting.page_fit import Piece, lines_of_notes
from app.language.line_fit import (
    Typeface,
    line_ends,
    line_height,
    lines_needed,
    text_width,
)
from app.library.typefaces import times
from app.model.memory import Memory
from app.model.paper import (
    Block,
    Entry,
    HeaderField,
    Inline,
    Note,
    Paper,
    Paragraph,
    Picture,
    Sentence,
    Span,
    Table,
)
from app.model.paper import words as words_of
from app.model.preset import (
    HeaderPlace,
    PageSize,
    Preset,
)

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

AROUND_TITLE, AROUND_TOPIC, AROUND_SECTION = (12.0, 9.0), (12.0, 6.0), (9.0, 3.0)
"""Space before and after a title, a topic and a section's title, in points."""

AROUND_PICTURE = (6.0, 3.0)
"""Space before and after a picture, in points."""

TALLEST_PICTURE = 0.8
"""The share of a page that a picture takes at most."""

BELOW_LINE = 0.19
"""What of a line hangs below the words, and so below a picture that stands on it."""

CELL_SIDES, AROUND_ROW, AFTER_TABLE = 10.8, 4.5, 6.0
"""Space at the sides of a cell, above and below a row, and under a table, in points."""

HANGING = 36.0
"""What the further lines of an entry stand in from the margin, in points."""

AFTER_ENDNOTE = 2.0
"""Space after an endnote, in points."""

MARK = "²"
"""What stands for one figure of a note's mark when a line is measured."""

BANNER_POINTS = 10.0
"""Size of type in the banner of a draft, in points."""

_LINES = Memory(2048)
"""Lines that paragraphs and notes took before; a draft keeps most of them."""

_FEET = Memory(8)
"""The heights of all notes of a paper."""

_MOST_HEIGHTS = 2048
"""Heights of single notes that a ruler remembers."""

_RULERS = Memory(16)
"""The rulers of conferences; drafts, previews and samples measure with the same."""


def _words(spans: tuple[Span, ...]) -> str:
    return "".join([span.text for span in spans])


def ruler_for(rules: Preset) -> "Ruler":
    """What measures papers under these rules."""
    return _RULERS.of((rules,), (), lambda: Ruler(rules))


class Ruler:
    """Heights and widths by the rules of one conference, in points."""

    def __init__(self, rules: Preset) -> None:
        """Take the measure of a page."""
        page = rules.page
        width, height = SHEETS[page.size or PageSize.LETTER]
        self.margin = POINTS_PER_INCH * (page.margin_inches or 1)
        """The width of a margin."""
        margins = 2 * self.margin
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
        self._noted = min(NOTE_POINTS, self.points)
        self._foot = self._solid(self._noted)
        self._heights: dict[int, tuple[tuple[Span, ...], float]] = {}

    def width(self, words: str) -> float:
        """The width of a run of text on one long line."""
        return text_width(words, self.face, self.points)

    def lines(self, words: str, points: float, indent: float = 0.0) -> int:
        """Lines of a run of text in type of this size."""
        return lines_needed(words, self.face, points, self.column, indent)

    def height_for(self, paper: Paper, rules: Preset) -> float:
        """What a page holds, less what a heading on every page takes of it."""
        if rules.header.first_page_only is not False or rules.cover_page:
            return self.page
        return self.page - self._pushed_down(paper)

    def feet(self, paper: Paper) -> dict[int, float]:
        """The number of each note to its height at the foot of the page."""
        return _FEET.of(
            (self, paper.notes),
            (),
            lambda: {one.number: self.note(one) for one in paper.notes},
        )

    def note(self, note: Note) -> float:
        """The height of a note at the foot of the page."""
        spans = note.spans
        held = self._heights.get(id(spans))
        if held is not None and held[0] is spans:
            return held[1]
        if len(self._heights) >= _MOST_HEIGHTS:
            self._heights.clear()
        tall = self.lines(f"{MARK} {_words(spans)}", self._noted) * self._foot
        self._heights[id(spans)] = spans, tall
        return tall

    def endnote(self, note: Note) -> Piece:
        """A note after the text."""
        mark = MARK * len(str(note.number))
        lines = _LINES.of(
            (note.spans, self.face),
            (mark, self._noted, self.column),
            lambda: self.lines(f"{mark} {_words(note.spans)}", self._noted),
        )
        return Piece(lines, self._foot, after=AFTER_ENDNOTE)

    def entry(self, entry: Entry) -> Piece:
        """An entry of the list of sources."""
        lines = _LINES.of(
            (entry, self.face),
            (self.points, self.column),
            lambda: self._lines_of_entry(_words(entry.spans)),
        )
        return Piece(lines, self.line, after=self.after, solid=self.solid)

    def _lines_of_entry(self, words: str) -> int:
        narrow = self.column - HANGING
        return lines_needed(words, self.face, self.points, narrow, -HANGING)

    def title(self, words: str, around: tuple[float, float]) -> Piece:
        """A title, which keeps with the text below it."""
        lines = self.lines(words, self.points)
        return Piece(lines, self.solid, *around, keeps_next=True)

    def block(self, block: Block, feet: Mapping[int, float]) -> Iterator[Piece]:
        """A block of the text; lists are not measured.

        Args:
            block: The block.
            feet: The number of each footnote to its height.
        """
        if isinstance(block, Paragraph):
            yield self._paragraph(block, feet)
        elif isinstance(block, Picture):
            yield self._picture(block)
            if block.caption:
                yield self._caption(block.caption, feet)
        elif isinstance(block, Table):
            if block.caption:
                yield self._caption(block.caption, feet)._replace(keeps_next=True)
            yield from self._table(block)

    def _picture(self, picture: Picture) -> Piece:
        """A picture on a line of its own, as wide as it asks and fit for the page."""
        across, down = picture.size
        tall = min(
            self.column * picture.width * down / across, TALLEST_PICTURE * self.page
        )
        below = self.solid * BELOW_LINE
        return Piece(1, tall + below, *AROUND_PICTURE, keeps_next=bool(picture.caption))

    def _caption(self, caption: tuple[Inline, ...], feet: Mapping[int, float]) -> Piece:
        """The caption of a picture or a table, in small type."""
        points = min(NOTE_POINTS, self.points)
        held = Paragraph(sentences=(Sentence(spans=caption),))
        ends, marks = _broken(held, self.face, points, self.column, 0.0)
        calls = [(at, feet[number]) for at, number in marks if number in feet]
        notes = lines_of_notes(ends, calls)
        return Piece(len(ends), self._solid(points), after=AFTER_PARAGRAPH, notes=notes)

    def _table(self, table: Table) -> Iterator[Piece]:
        """The rows of a table, and the gap below it."""
        room = [self.column * share - CELL_SIDES for share in table.shares]
        rows = [table.header, *([words_of(cell) for cell in row] for row in table.rows)]
        for row in rows:
            lines = max(
                lines_needed(words, self.face, self.points, max(wide, 1.0))
                for words, wide in zip(row, room, strict=False)
            )
            yield Piece(1, lines * self.solid + AROUND_ROW)
        yield Piece(1, AFTER_TABLE)

    def _paragraph(self, block: Paragraph, feet: Mapping[int, float]) -> Piece:
        shape = (self.points, self.column, self.indent)
        ends, marks = _LINES.of(
            (block, self.face), shape, lambda: _broken(block, self.face, *shape)
        )
        calls = [(at, feet[number]) for at, number in marks if number in feet]
        notes = lines_of_notes(ends, calls) if calls else ()
        return Piece(
            len(ends), self.line, after=self.after, notes=notes, solid=self.solid
        )

    def heading(self, paper: Paper, rules: Preset) -> Iterator[Piece]:
        """Banner, heading and title, where they stand with the text."""
        if paper.banner:
            lines = self.lines(paper.banner, BANNER_POINTS)
            solid = self._solid(BANNER_POINTS)
            yield Piece(lines, solid, after=AFTER_HEADING * 2, keeps_next=True)
        if rules.cover_page:
            return
        if rules.header.first_page_only is not False and paper.header:
            yield from self._fields(paper, rules)
        if paper.title:
            yield self.title(paper.title, AROUND_TITLE)

    def _fields(self, paper: Paper, rules: Preset) -> Iterator[Piece]:
        if rules.header.place is HeaderPlace.PAGE_HEADER:
            yield Piece(1, self._pushed_down(paper), keeps_next=True)
            return
        *others, last = [self.lines(_field(one), self.points) for one in paper.header]
        if rules.header.place is HeaderPlace.TWO_SIDES:
            others = others[1:]
        for lines in others:
            yield Piece(lines, self.solid, keeps_next=True)
        yield Piece(last, self.solid, after=AFTER_HEADING, keeps_next=True)

    def _pushed_down(self, paper: Paper) -> float:
        """How far a heading in the page header pushes the text down."""
        lines = sum(self.lines(_field(one), self.points) for one in paper.header)
        tall = lines * self.solid + AFTER_HEADING
        return max(0.0, tall - self.margin / 2)

    def _solid(self, points: float) -> float:
        return line_height(self.face, points, 1)


def _field(field: HeaderField) -> str:
    return f"{field.label}: {field.value}" if field.label else field.value


def _broken(
    paragraph: Paragraph, face: Typeface, points: float, width: float, indent: float
) -> tuple[tuple[int, ...], list[tuple[int, int]]]:
    """Where the lines of a paragraph end, and where the marks of its notes stand."""
    texts: list[str] = []
    marks: list[tuple[int, int]] = []
    at = 0
    for sentence in paragraph.sentences:
        text, here = marked(sentence)
        marks += [(at + place, number) for place, number in here]
        at += len(text) + 1
        texts.append(text)
    return line_ends(texts, face, points, width, indent), marks


def marked(sentence: Sentence) -> tuple[str, list[tuple[int, int]]]:
    """The words with a sign for each note's mark, and where the marks stand."""
    text = ""
    marks: list[tuple[int, int]] = []
    for span in sentence.spans:
        if isinstance(span, Span):
            text += span.text
        else:
            marks.append((len(text), span.number))
            text += MARK * len(str(span.number))
    return text, marks
