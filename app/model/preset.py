"""Presets: one conference's rules, as data. Unknown is a legal value.

In every rule `None` means that nobody knows what the conference wants. It is
shown as unknown and falls back to the preset `default`. Page sizes, spacing
and margins follow `conferences` sources named in each file.
"""

from enum import StrEnum

from app.model.base import Id, Line, Record
from app.model.brief import Spelling


class Status(StrEnum):
    """How good the source of the rules is."""

    OFFICIAL = "official"
    PARTIAL = "partial"
    SECOND_HAND = "second-hand"
    OURS = "ours"


class LimitUnit(StrEnum):
    """What a length limit counts."""

    PAGES = "pages"
    WORDS = "words"


class LimitPer(StrEnum):
    """What a length limit holds for."""

    TOPIC = "topic"
    PAPER = "paper"


class Limit(Record):
    """How long a paper may be."""

    unit: LimitUnit | None = None
    """Pages or words."""

    per: LimitPer | None = None
    """For each topic or for the paper."""

    min: float | None = None
    """At least this much."""

    max: float | None = None
    """At most this much."""

    max_whole: float | None = None
    """At most this much for the whole paper, where `max` holds for each topic."""

    approximate: bool | None = None
    """Whether the figures are usual lengths ("about 1 page") and no bounds."""

    excludes_sources: bool | None = None
    """Whether the list of sources stands outside the limit."""


class PageSize(StrEnum):
    """The sheet."""

    LETTER = "letter"
    A4 = "a4"


class Alignment(StrEnum):
    """How lines end."""

    LEFT = "left"
    JUSTIFIED = "justified"


class Page(Record):
    """How a page looks."""

    size: PageSize | None = None
    """The sheet."""

    fonts: tuple[Line, ...] | None = None
    """Fonts allowed, the one to use first."""

    points_min: float | None = None
    """The smallest size of type, in points."""

    points_max: float | None = None
    """The largest size of type, in points; this one is used."""

    spacing: float | None = None
    """Line spacing: 1, 1.15, 1.5 or 2. The first one where several are allowed."""

    spacings: tuple[float, ...] | None = None
    """Every spacing allowed, where there is a choice."""

    margin_inches: float | None = None
    """All four margins, in inches."""

    alignment: Alignment | None = None
    """How lines end."""


class FieldName(StrEnum):
    """What a heading may name."""

    CONFERENCE = "conference"
    COMMITTEE = "committee"
    TOPIC = "topic"
    COUNTRY = "country"
    FORMAL_COUNTRY = "formal-country"
    DELEGATION = "delegation"
    SCHOOL = "school"
    DELEGATES = "delegates"
    DATE = "date"


class HeaderPlace(StrEnum):
    """Where the heading stands."""

    TOP_LEFT = "top-left"
    TOP_RIGHT = "top-right"
    CENTRE = "centre"
    PAGE_HEADER = "page-header"
    TWO_SIDES = "two-sides"


class Header(Record):
    """The block that says whose paper it is."""

    fields: tuple[FieldName, ...] | None = None
    """What it names, in order."""

    labels: dict[FieldName, Line] | None = None
    """The conference's own word for a field: `Position`, `Question of`."""

    label_free: bool = False
    """Whether values stand without "Country:" before them."""

    place: HeaderPlace | None = None
    """Where it stands; on two sides: the first field on the left, the others on the
    right."""

    bold: bool | None = None
    """Whether it is bold."""

    first_page_only: bool | None = None
    """Whether later pages go without."""

    title: bool | None = None
    """Whether "Position Paper" stands above the text."""


class Numbering(StrEnum):
    """How sections are counted."""

    ROMAN = "roman"
    ARABIC = "arabic"

    def mark(self, number: int) -> str:
        """What stands before the title of a section: `IV.`."""
        if self is Numbering.ARABIC:
            return f"{number}."
        said = ""
        for worth, sign in _ROMAN:
            said += sign * (number // worth)
            number %= worth
        return f"{said}."


_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class SectionRule(Record):
    """One section the conference asks for."""

    label: Line
    """Its heading: `Policy and Solutions`."""

    required: bool = True
    """Whether a paper must have it."""

    weight: float | None = None
    """Its share of the mark, as a fraction of 1."""

    pages: float | None = None
    """The length the conference suggests for it, in pages."""

    longest: bool = False
    """Whether it is to be the longest section of the paper."""

    passages: tuple[Id, ...] = ()
    """The passages that stand under it, by the genre's ids."""

    moves: tuple[Line, ...] = ()
    """Moves or steps of the example that stand here, and not with their passage:
    `M7.check`. A delegate's own passage always stays whole."""

    ours: bool = False
    """Whether the title is ours, since the conference asks for a section without one.
    """

    questions: bool = False
    """Whether the guide's questions are answered here, one by one."""


class CitationForm(StrEnum):
    """How sources show in the paper."""

    FOOTNOTES = "footnotes"
    ENDNOTES = "endnotes"
    INTEXT = "intext+list"
    LIST = "list"
    LINKS = "links"


class Citations(Record):
    """How sources are cited."""

    form: CitationForm | None = None
    """How they show; the first one where several forms are allowed."""

    forms: tuple[CitationForm, ...] | None = None
    """Every form allowed, where there is a choice: endnotes or footnotes."""

    styles: tuple[Id, ...] | None = None
    """Styles allowed by id, the one to use first: `mla-9`, `chicago-notes`."""

    min_sources: int | None = None
    """At least this many sources for each topic."""

    list_title: Line | None = None
    """What stands above the list: `Works Cited`."""

    list_with_notes: bool | None = None
    """Whether a list of sources stands at the end although they are cited in notes."""

    list_new_page: bool | None = None
    """Whether the list begins on a page of its own."""


class Forbidden(Record):
    """What a paper may not have. True: forbidden; False: allowed; None: unknown."""

    page_numbers: bool | None = None
    """Numbers on pages."""

    footnotes: bool | None = None
    """Notes at the foot of a page."""

    bullets: bool | None = None
    """Lists with bullets."""

    first_person: bool | None = None
    """"I" and "we"."""

    opinion: bool | None = None
    """The delegate's own opinion in place of the country's."""

    formatting: bool | None = None
    """Bold and italics."""


class Symbols(StrEnum):
    """What national symbols a paper may show."""

    NONE = "none"
    FLAG = "flag"
    SEAL = "seal"
    FREE = "free"


class AiRule(StrEnum):
    """What a conference says about generative AI."""

    TOTAL = "total"
    WRITING = "writing"
    CITED_RESEARCH = "cited-research"
    DISCLOSE = "disclose"
    UNSTATED = "unstated"


class Prewritten(StrEnum):
    """Whether clauses may be written before the conference."""

    BANNED = "banned"
    ALLOWED = "allowed"


class FileRule(Record):
    """How the file is called and sent."""

    formats: tuple[Line, ...] | None = None
    """Suffixes accepted, the best first: `docx`, `pdf`, `txt`."""

    name: Line | None = None
    """The file name with fields in braces: `{committee}{country}PositionPaper`; also
    `{committee-short}`, the acronym, and `{last-names}`, without given names."""

    spaces: bool | None = None
    """Whether a field keeps the spaces within it: `DISEC_Holy See`."""

    subject: Line | None = None
    """The subject line of the message, with fields in braces."""

    send_to: Line | None = None
    """How it is handed in: `web form`, `e-mail to the chair`."""

    one_per_topic: bool | None = None
    """Whether each topic goes into a file of its own."""


class Deadline(Record):
    """One date the conference names."""

    purpose: Line
    """What it is for: `feedback`, `awards`."""

    when: Line
    """`YYYY-MM-DD`, or words where the source gives no year."""

    time: Line | None = None
    """Time of day with its zone."""


class Preset(Record):
    """One conference's rules for a position paper."""

    format: int = 1
    """The version of the file format."""

    id: Id
    """Its name on the command line: `kingmun`."""

    name: Line
    """The conference's name."""

    year: Line | None = None
    """The year of the rules as the source states it; None: undated."""

    source_url: Line | None = None
    """Where the rules stand."""

    other_sources: tuple[Line, ...] = ()
    """Further addresses that some of the rules come from."""

    checked: Line | None = None
    """When they were last read there, `YYYY-MM`."""

    status: Status
    """How good that source is."""

    note: Line | None = None
    """What a delegate should know about these rules."""

    second_hand: tuple[Line, ...] = ()
    """Dotted names of rules that somebody else reports: `citations.form`."""

    limit: Limit = Limit()
    """How long."""

    page: Page = Page()
    """How a page looks."""

    header: Header = Header()
    """Whose paper it is."""

    cover_page: bool | None = None
    """Whether a title page comes first."""

    anonymous: bool | None = None
    """Whether names of people and schools must not appear."""

    section: tuple[SectionRule, ...] | None = None
    """The sections asked for, in order."""

    section_numbers: Numbering | None = None
    """Which figures stand before the titles of sections."""

    topic_titles: bool | None = None
    """Whether each topic stands under a title of its own."""

    paragraphs: int | None = None
    """How many paragraphs are asked for on each topic."""

    spelling: Spelling | None = None
    """Which English is asked for."""

    citations: Citations = Citations()
    """How sources are cited."""

    forbid: Forbidden = Forbidden()
    """What a paper may not have."""

    symbols: Symbols | None = None
    """What national symbols may show."""

    ai: AiRule | None = None
    """What is said about generative AI."""

    own_words: bool | None = None
    """Whether the conference asks for the delegate's own words outright."""

    disclosure_page: bool | None = None
    """Whether a page after the limit discloses the use of AI."""

    file: FileRule = FileRule()
    """How the file is called and sent."""

    deadline: tuple[Deadline, ...] = ()
    """Dates the source names."""

    late_effect: Line | None = None
    """What happens to a late paper."""

    prewritten_clauses: Prewritten | None = None
    """Whether clauses may be written before the conference."""

    def section_title(self, at: int) -> str:
        """What stands above a section, by its place from 0: `II. Past Action`."""
        label = (self.section or ())[at].label
        if self.section_numbers is None:
            return label
        return f"{self.section_numbers.mark(at + 1)} {label}"
