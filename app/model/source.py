"""Sources: published texts, named as CSL-JSON names them."""

from enum import StrEnum

from app.model.base import Id, Line, Record


class SourceType(StrEnum):
    """What kind of text it is; each kind is cited in its own way."""

    RESOLUTION = "resolution"
    UN_REPORT = "un-report"
    TREATY = "treaty"
    GOVERNMENT = "government-report"
    NEWS = "news"
    WEB = "web-page"
    BOOK = "book"
    CHAPTER = "chapter"
    ARTICLE = "journal-article"
    SPEECH = "speech"
    DATASET = "dataset"


class Source(Record):
    """One published text that a card may stand in."""

    id: Id
    """Its short name, the same everywhere: `a-res-64-293`."""

    type: SourceType
    """What kind of text it is."""

    title: Line
    """Its title as published."""

    publisher: Line | None = None
    """Who published it: a body, a newspaper, a ministry."""

    author: tuple[Line, ...] = ()
    """Its authors, each as "Family, Given" or as the name of a body."""

    container: Line | None = None
    """The book, journal or site it appeared in."""

    date: Line | None = None
    """When it appeared: `2010`, `2010-07` or `2010-07-30`. None is unknown."""

    symbol: Line | None = None
    """Its UN document symbol: `A/RES/64/293`."""

    volume: Line | None = None
    """Volume, and issue in brackets, of a journal or a series."""

    pages: Line | None = None
    """Pages of an article or a chapter: `12-19`."""

    edition: Line | None = None
    """Edition of a book: `3rd`."""

    url: Line | None = None
    """Where it can be read. None is unknown."""

    accessed: Line | None = None
    """The day its address was last opened, as `YYYY-MM-DD`."""

    language: Line | None = None
    """Its language where that is not English: `ru`."""

    note: Line | None = None
    """What a delegate should know before citing it."""


class Place(Record):
    """Where in a source a card stands."""

    id: Id
    """The id of the source."""

    where: Line | None = None
    """The exact place: `operative para. 1`, `first paragraph`."""
