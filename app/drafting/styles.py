"""Citation styles: how each kind of source is written, as data.

One file in `templates/citations/` is one style. Its templates follow the
grammar of `entry_grammar`; whatever else stands there is refused with the
name of the template.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import Field

from app.drafting.entry_grammar import BadTemplate, Template, read_template
from app.drafting.titles import PageRange, TitleCase
from app.library import locations, toml
from app.model.base import Id, Line, Record
from app.model.errors import TemplateBroken, UnknownId, Unreadable
from app.model.memory import Memory
from app.model.preset import CitationForm, Preset
from app.model.source import SourceType

ANY = "default"
"""The template for kinds of source that have none of their own."""

WITH_SYMBOL = "with-symbol"
"""The template in the text and in later notes for whatever has a UN symbol."""

KINDS = frozenset({*SourceType, ANY, WITH_SYMBOL})
"""What a table of templates may have a template for."""

FIELDS = frozenset(
    {
        "lead",
        "natural-lead",
        "short-lead",
        "who",
        "body",
        "authors",
        "names",
        "signed",
        "unsigned-title",
        "unsigned-paper",
        "signed-paper",
        "title-after-lead",
        "publisher",
        "house",
        "site",
        "container",
        "title",
        "short-title",
        "title-if-needed",
        "in-language",
        "other-language",
        "symbol",
        "number",
        "date",
        "full-date",
        "day",
        "year",
        "undated",
        "undated-unless-accessed",
        "volume",
        "issue",
        "pages",
        "edition",
        "place",
        "page-cited",
        "other-place",
        "url",
        "accessed",
        "accessed-if-undated",
    }
)
"""What a template may ask about a source; `references` says what each gives."""

_REMEMBERED = 4096

DATE_FIELDS = frozenset({"day", "month", "year"})
"""What a template for dates may ask."""


class Inversion(StrEnum):
    """Which authors stand family name first in a list of sources."""

    FIRST = "first"
    ALL = "all"
    NONE = "none"


class Unsigned(StrEnum):
    """What an unsigned newspaper article stands under in a list."""

    PAPER = "paper"
    TITLE = "title"


class NameRules(Record):
    """How the names of authors are written."""

    invert: Inversion = Inversion.FIRST
    """Which authors stand family name first."""

    initials: bool = False
    """Whether given names shrink to initials."""

    and_: Line = Field(default="and", alias="and")
    """What stands before the last of several authors."""

    comma_before_and: bool = True
    """Whether a comma stands before it."""

    most: int = 3
    """How many authors a list names before `et al.` takes over."""

    most_in_notes: int = 3
    """How many authors a note names before `et al.` takes over."""


class Style(Record):
    """How sources are written, kind by kind."""

    id: Id
    """Its name in a preset: `mla-9`."""

    name: Line
    """What people call it."""

    forms: tuple[CitationForm, ...] = ()
    """The forms it was made for; it can be asked for any."""

    date: Line
    """A template over `day`, `month` and `year`."""

    full_date: Line | None = None
    """A date within a sentence, as of a treaty or a visit; None: like `date`."""

    day: Line
    """The same without the year, where the year stands elsewhere."""

    months: tuple[Line, ...]
    """The names of the twelve months."""

    undated: Line = ""
    """What stands for an unknown year; empty: nothing."""

    letters: bool = False
    """Whether equal authors and years are told apart by letters: 2019a."""

    titles: TitleCase = TitleCase.PUBLISHED
    """How the words of English titles begin."""

    page_ranges: PageRange = PageRange.FULL
    """How the last page of several is written."""

    commas_inside: bool = False
    """Whether a comma stands inside the quotation marks it follows."""

    initials_apart: bool = False
    """Whether initials tell authors of one family name apart: A. Makei."""

    unsigned_news: Unsigned = Unsigned.PAPER
    """What an unsigned newspaper article stands under."""

    repeated: Line | None = None
    """What stands for the author of the entry before; None: the name again."""

    ibid: Line | None = None
    """What stands for the source of the note before; None: its short form."""

    names: NameRules = NameRules()
    """How authors are written."""

    reference: dict[str, str]
    """Kind of source to its entry in the list."""

    note: dict[str, str] = Field(default_factory=dict)
    """Kind of source to its first note, without the full stop at the end."""

    short: dict[str, str]
    """Kind of source to its later notes, without the full stop at the end."""

    intext: dict[str, str]
    """Kind of source to what stands in brackets in the text."""


class StyleInUse:
    """A style whose templates were read."""

    def __init__(self, style: Style, path: Path) -> None:
        self.style = style
        """The style as its file states it."""
        self.memory = Memory(_REMEMBERED)
        """What it wrote before; papers cite the same sources again."""
        self.date = _read(path, "date", style.date, DATE_FIELDS)
        """How a date is written."""
        in_full = style.full_date or style.date
        self.full_date = _read(path, "full_date", in_full, DATE_FIELDS)
        """How a date is written within a sentence."""
        self.day = _read(path, "day", style.day, DATE_FIELDS)
        """How a date is written where the year stands elsewhere."""
        self._tables = {
            name: _read_table(path, name, getattr(style, name))
            for name in ("reference", "note", "short", "intext")
        }
        for kind in SourceType:
            for name in ("reference", "short", "intext"):
                if not self._template(name, kind):
                    raise TemplateBroken(path, f'"{name}" has no template for {kind}')

    def reference(self, kind: SourceType) -> Template:
        """How an entry of the list is written."""
        return self._template("reference", kind) or ()

    def note(self, kind: SourceType) -> Template | None:
        """How a first note is written; None: like the entry of the list."""
        return self._template("note", kind)

    def short(self, kind: SourceType, *, symbol: bool) -> Template:
        """How a later note is written."""
        return self._with_symbol("short", kind, symbol=symbol)

    def intext(self, kind: SourceType, *, symbol: bool) -> Template:
        """What stands in brackets in the text."""
        return self._with_symbol("intext", kind, symbol=symbol)

    def _with_symbol(self, table: str, kind: SourceType, *, symbol: bool) -> Template:
        if symbol and WITH_SYMBOL in self._tables[table]:
            return self._tables[table][WITH_SYMBOL]
        return self._template(table, kind) or ()

    def _template(self, table: str, kind: SourceType) -> Template | None:
        found = self._tables[table]
        return found.get(kind) or found.get(ANY)


def styles_folder() -> Path:
    """Where the styles stand."""
    return locations.templates_root() / "citations"


def list_styles() -> tuple[str, ...]:
    """The ids of all styles."""
    return tuple(sorted(path.stem for path in styles_folder().glob("*.toml")))


@cache
def open_style(style_id: str) -> StyleInUse:
    """The style with this id.

    Raises:
        UnknownId: no style has it.
        TemplateBroken: its file has a mistake in it.
    """
    known = list_styles()
    if style_id not in known:
        raise UnknownId("citation style", style_id, toml.nearest(style_id, known))
    return read_style(styles_folder() / f"{style_id}.toml")


def read_style(path: Path) -> StyleInUse:
    """The style a file holds.

    Raises:
        Unreadable: the file is missing or breaks the rules of TOML.
        TemplateBroken: it says what no style can say.
    """
    table = toml.read(path)
    try:
        style = toml.to_record(Style, table, path)
    except Unreadable as error:
        reason = error.what.removeprefix(f"{path} could not be read: ")
        raise TemplateBroken(path, reason.rstrip(".")) from error
    if len(style.months) != 12:
        raise TemplateBroken(path, f'"months" names {len(style.months)}, not 12')
    return StyleInUse(style, path)


def style_in_force(rules: Preset, wanted: str | None) -> StyleInUse:
    """The style the delegate wants, or the first allowed that suits the form.

    Raises:
        UnknownId: a style has no file.
        TemplateBroken: a style's file has a mistake in it.
    """
    if wanted:
        return open_style(wanted)
    allowed = rules.citations.styles or list_styles()
    form = rules.citations.form or CitationForm.INTEXT
    for style_id in allowed:
        found = open_style(style_id)
        if form in found.style.forms:
            return found
    return open_style(allowed[0])


def _read_table(path: Path, name: str, table: Mapping[str, str]) -> dict[str, Template]:
    for kind in table:
        if kind not in KINDS:
            near = toml.nearest(kind, KINDS)
            hint = f' (did you mean "{near[0]}"?)' if near else ""
            raise TemplateBroken(path, f'unknown key "{name}.{kind}"{hint}')
    return {
        kind: _read(path, f"{name}.{kind}", text, FIELDS)
        for kind, text in table.items()
    }


def _read(path: Path, name: str, text: str, fields: frozenset[str]) -> Template:
    try:
        return read_template(text, fields)
    except BadTemplate as error:
        raise TemplateBroken(path, f'in "{name}", {error}') from error
