"""The paper: the one tree that every output reads."""

import base64
import binascii
import struct
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, field_validator

from app.model.base import Id, Ids, Line, Prose, Record


class Origin(StrEnum):
    """Whose sentence it is, as measured; never stored in a brief."""

    SCAFFOLD = "scaffold"
    NEAR = "near"
    OWN = "own"


class Span(Record):
    """A run of text with one look."""

    kind: Literal["text"] = "text"
    """Always `text`."""

    text: Prose
    """The words."""

    italic: bool = False
    """Titles of works."""

    bold: bool = False
    """Labels."""

    link: Line | None = None
    """An http, https or mailto address."""

    cites: Id | None = None
    """The source this run cites, where it is a citation and not prose."""


@lru_cache(maxsize=4096)
def plain(text: str) -> Span:
    """Plain words as one run; drafts and keys say most of them again."""
    return Span(text=text)


class NoteRef(Record):
    """The mark of a footnote or an endnote."""

    kind: Literal["note"] = "note"
    """Always `note`."""

    number: int
    """The number of the note, from 1 in reading order."""


Inline = Annotated[Span | NoteRef, Field(discriminator="kind")]
"""What a sentence is made of."""

_NARROWEST, _WIDEST = 8, 50


def words(spans: tuple[Inline, ...]) -> str:
    """What spans say, without the marks of notes."""
    return "".join([one.text for one in spans if isinstance(one, Span)])


class Sentence(Record):
    """One sentence, with what it rests on and whose it is."""

    spans: tuple[Inline, ...]
    """Its runs, without the space that follows it."""

    cards: Ids = ()
    """The cards it rests on."""

    origin: Origin | None = None
    """Whose it is; None: not measured."""

    move: Line | None = None
    """The move it makes, where it is ours: `M5`."""

    comment: Line | None = None
    """What a teacher says beside it, in an annotated sample."""

    @cached_property
    def text(self) -> str:
        """Its words with citations in the text, without notes."""
        return words(self.spans)

    @cached_property
    def prose(self) -> str:
        """Its words without any citation."""
        return "".join(
            [
                span.text
                for span in self.spans
                if isinstance(span, Span) and span.cites is None
            ]
        )


class ParagraphStyle(StrEnum):
    """What a paragraph is, not how it looks."""

    BODY = "body"
    QUOTE = "quote"
    KEY = "key"


class Paragraph(Record):
    """A paragraph of sentences."""

    kind: Literal["paragraph"] = "paragraph"
    """Always `paragraph`."""

    sentences: tuple[Sentence, ...]
    """Its sentences, in order; a space stands between two."""

    style: ParagraphStyle = ParagraphStyle.BODY
    """What it is."""

    @property
    def text(self) -> str:
        """Its words without notes, a space between sentences."""
        return " ".join(sentence.text for sentence in self.sentences)


class Bullets(Record):
    """A list of short items."""

    kind: Literal["list"] = "list"
    """Always `list`."""

    items: tuple[tuple[Inline, ...], ...]
    """Its items, each a run of spans."""

    ordered: bool = False
    """Whether the items are numbered."""


class Table(Record):
    """A table with a header row."""

    kind: Literal["table"] = "table"
    """Always `table`."""

    header: tuple[Line, ...]
    """The words of the first row."""

    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    """Rows of cells, each a run of spans."""

    caption: tuple[Inline, ...] = ()
    """What stands above it; empty: nothing."""

    @property
    def shares(self) -> tuple[float, ...]:
        """The share of the line each column takes: by its longest words, in reason."""
        columns = max(len(self.header), *(len(row) for row in self.rows), 1)
        lengths = [_NARROWEST] * columns
        for place, word in enumerate(self.header):
            lengths[place] = max(lengths[place], len(word))
        for row in self.rows:
            for place, cell in enumerate(row):
                lengths[place] = max(lengths[place], min(len(words(cell)), _WIDEST))
        return tuple(length / sum(lengths) for length in lengths)


class PageBreak(Record):
    """The next block begins a page."""

    kind: Literal["page-break"] = "page-break"
    """Always `page-break`."""


def _from_letters(found: Any) -> Any:
    """Bytes as JSON holds them, in letters of base64."""
    if not isinstance(found, str):
        return found
    try:
        return base64.b64decode(found, validate=True)
    except binascii.Error as error:
        message = "These letters are not base64."
        raise ValueError(message) from error


def _to_letters(found: bytes) -> str:
    return base64.b64encode(found).decode("ascii")


Bytes = Annotated[
    bytes,
    BeforeValidator(_from_letters),
    PlainSerializer(_to_letters, return_type=str, when_used="json"),
]
"""The bytes of a file; JSON holds them in letters of base64."""

_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_LARGEST_SIDE = 20_000
_LARGEST_PICTURE = 20_000_000


class Picture(Record):
    """A picture, such as a chart, with the words for who cannot see it."""

    kind: Literal["picture"] = "picture"
    """Always `picture`."""

    png: Bytes
    """The file, as PNG."""

    alt: Line
    """What it shows, in words."""

    caption: tuple[Inline, ...] = ()
    """What stands below it; empty: nothing."""

    instead: Table | None = None
    """What says the same where no picture can be shown; None: `alt` does."""

    width: Annotated[float, Field(gt=0, le=1)] = 1.0
    """Its width, as a share of the line."""

    @field_validator("png")
    @classmethod
    def _is_png(cls, found: bytes) -> bytes:
        if not found.startswith(_PNG) or len(found) < len(_PNG) + 8:
            message = "A picture must be a PNG file."
            raise ValueError(message)
        sides = struct.unpack_from(">II", found, len(_PNG))
        if not all(0 < side <= _LARGEST_SIDE for side in sides):
            message = f"A picture may have up to {_LARGEST_SIDE:,} dots a side."
            raise ValueError(message)
        if len(found) > _LARGEST_PICTURE:
            message = "A picture may have up to 20 MB."
            raise ValueError(message)
        return found

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in dots."""
        width, height = struct.unpack_from(">II", self.png, len(_PNG))
        return width, height


Block = Annotated[
    Paragraph | Bullets | Table | Picture | PageBreak, Field(discriminator="kind")
]
"""What a section is made of."""


class Section(Record):
    """One section of a part."""

    id: Id
    """The genre's id: `opening`, `critics`."""

    title: Line | None = None
    """Its heading; None: it stands without one."""

    blocks: tuple[Block, ...] = ()
    """Its blocks, in order."""


class Part(Record):
    """Everything on one topic."""

    topic: Line
    """The topic."""

    labelled: bool = False
    """Whether the topic stands above the part as a heading."""

    sections: tuple[Section, ...]
    """Its sections, in order."""


class HeaderField(Record):
    """One line of the heading."""

    name: Id
    """What it names, by the preset's word: `committee`."""

    label: Line | None = None
    """What stands before it; None: nothing."""

    value: Line
    """What it says."""


class Note(Record):
    """A footnote or an endnote."""

    number: int
    """From 1, in reading order."""

    spans: tuple[Span, ...]
    """Its text."""


class Entry(Record):
    """One entry of the list of sources."""

    source: Id
    """The source it describes."""

    spans: tuple[Span, ...]
    """Its text."""


class References(Record):
    """The list of sources."""

    title: Line
    """What stands above it."""

    entries: tuple[Entry, ...]
    """Its entries, in the order of the style."""


class Mark(StrEnum):
    """What kind of paper it is, told to whoever opens the file."""

    FINAL = "final"
    DRAFT = "draft"
    SAMPLE = "sample"


class Properties(Record):
    """What the file says about itself."""

    title: Line
    """The accessible title."""

    author: Line | None = None
    """Who wrote it; None in a blind copy."""

    subject: Line | None = None
    """The topic."""

    committee: Line | None = None
    """The committee's short name, as files are called by it: `GA3`."""

    keywords: Line | None = None
    """Words to find it by."""

    created: Line | None = None
    """A day from the brief, `YYYY-MM-DD`; never the clock."""

    language: Line = "en-GB"
    """The language of the text."""


class Paper(Record):
    """A position paper, or another paper of a brief."""

    genre: Id = "position-paper"
    """What it is: `position-paper`."""

    preset: Id = "default"
    """The conference whose rules shaped it."""

    mark: Mark = Mark.FINAL
    """Whether it is a draft or a sample."""

    banner: Line | None = None
    """What stands above the heading: the count of sentences still ours."""

    title: Line | None = None
    """What stands above the text; None: nothing."""

    header: tuple[HeaderField, ...] = ()
    """The heading, line by line."""

    parts: tuple[Part, ...]
    """One part a topic."""

    notes: tuple[Note, ...] = ()
    """Footnotes or endnotes."""

    references: References | None = None
    """The list of sources; None: none is wanted."""

    appendix: tuple[Section, ...] = ()
    """What follows the limit, each section on a new page: a disclosure."""

    properties: Properties
    """What the file says about itself."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of the text, in reading order."""
        return tuple(
            sentence
            for part in self.parts
            for section in part.sections
            for block in section.blocks
            if isinstance(block, Paragraph)
            for sentence in block.sentences
        )

    @property
    def still_ours(self) -> int:
        """How many sentences are `scaffold` or `near`."""
        return sum(s.origin in {Origin.SCAFFOLD, Origin.NEAR} for s in self.sentences)
