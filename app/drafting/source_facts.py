"""What a citation template may ask about a source, and what it is told.

Each function gives one field of `styles.FIELDS`. Nothing is invented: what a
source does not say is empty, and the template leaves it out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.drafting.entry_grammar import Template, Value, fill
from app.drafting.styles import Inversion, NameRules, StyleInUse, Unsigned
from app.drafting.titles import in_case, page_range
from app.language.languages import english_name
from app.language.links import safe_link, shown_link
from app.model.source import Source, SourceType

UN_DOCUMENTS = frozenset({SourceType.RESOLUTION, SourceType.UN_REPORT})
"""Kinds that stand under the body that issued them, not under an author."""

SYMBOL_HOME = "https://docs.un.org/en/"
"""Where a UN document is found by its symbol."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_YEAR = re.compile(r"\b(1[5-9]|20|21)\d\d\b")
_NUMBER = re.compile(r"(?:A|S|E)/RES/(\S+?)(?:\s*\(.*\))?")
_VOLUME = re.compile(r"(.*?)\s*\((.*)\)")
_BRACKETS_AT_END = re.compile(r"\s*\([^()]*\)$")
_PAGE = re.compile(r"^pp?\. ?(?=\d)")
_WEAK = frozenset(
    {"a", "an", "and", "against", "at", "between", "by", "for", "from", "in"}
    | {"into", "of", "on", "or", "the", "to", "with"}
)
_SHORT_WORDS = 6


@dataclass(frozen=True)
class Ask:
    """One question about a source: in which style, at which place."""

    source: Source
    """The source."""

    style: StyleInUse
    """The style it is written in."""

    place: str = ""
    """Where in the source; empty: nowhere in particular."""

    letter: str = ""
    """What tells it from its author's other works of the year."""

    initial: bool = False
    """Whether its first author shares a family name with another's."""

    ambiguous: bool = False
    """Whether its author has another work among those cited."""

    def __call__(self, name: str) -> Value:
        """The value of a field."""
        found = _FIELDS[name](self)
        return found if isinstance(found, Value) else Value(found)

    @property
    def year(self) -> str:
        """The year it appeared, with its letter; empty where unknown."""
        found = _YEAR.search(self.source.date or "")
        return found[0] + self.letter if found else ""

    @property
    def is_un_document(self) -> bool:
        """Whether it stands under the body that issued it."""
        return self.source.type in UN_DOCUMENTS


def full_name(source: Source) -> str:
    """The publisher as it stands in a list, or where it appeared."""
    return source.publisher or source.container or ""


def who(source: Source, style: StyleInUse) -> str:
    """Who a reader looks for in the list, as short as it can be said."""
    if stands_under_title(source, style):
        treaty = source.type is SourceType.TREATY
        return source.title if treaty else short_title(source.title)
    if source.author and source.type not in UN_DOCUMENTS:
        return _families(source, style.style.names)
    short = _BRACKETS_AT_END.sub("", full_name(source).split(";")[0]).strip()
    return short or short_title(source.title)


def stands_under_title(source: Source, style: StyleInUse) -> bool:
    """Whether its entry opens with its title, as a treaty's does."""
    by_title = style.style.unsigned_news is Unsigned.TITLE
    return source.type is SourceType.TREATY or (by_title and is_unsigned(source))


def is_unsigned(source: Source) -> bool:
    """Whether it is a newspaper article without author and without agency."""
    agency = source.publisher if source.container else None
    named = source.author or (agency and agency != source.container)
    return source.type is SourceType.NEWS and not named


def first_family(source: Source) -> tuple[str, str] | None:
    """The first author's family and given name; None where it is no person."""
    family, comma, given = (source.author or ("",))[0].partition(", ")
    named = comma and given and source.type not in UN_DOCUMENTS
    return (family, given) if named else None


def short_title(title: str) -> str:
    """The first words of a title, enough to know it by."""
    head = re.split(r": | \(", title, maxsplit=1)[0].rstrip(" .")
    words = head.split()
    if words and words[0] in ("The", "A", "An") and len(words) > 1:
        words = words[1:]
    if len(words) <= _SHORT_WORDS:
        return " ".join(words)
    words = words[: _SHORT_WORDS - 1]
    while len(words) > 1 and words[-1].lower() in _WEAK:
        words.pop()
    return " ".join(words).rstrip(",;")


def family_name(author: str) -> str:
    """The family name of a person, or the whole name of a body."""
    family, comma, given = author.partition(", ")
    return family if comma and given else author


def _families(source: Source, rules: NameRules) -> str:
    families = [family_name(author) for author in source.author]
    if len(families) > 2:
        return f"{families[0]} et al."
    return f" {rules.and_} ".join(families)


def _name(author: str, rules: NameRules, *, inverted: bool) -> str:
    family, comma, given = author.partition(", ")
    if not comma or not given:
        return author
    if rules.initials:
        given = initials(given)
    return f"{family}, {given}" if inverted else f"{given} {family}"


def initials(given: str) -> str:
    """Given names as initials: `K.-K.`, `T. G.`."""
    parts = given.replace(".", " ").split()
    return " ".join(
        "-".join(f"{piece[0]}." for piece in part.split("-") if piece) for part in parts
    )


def _joined(source: Source, rules: NameRules, *, inverted: bool) -> str:
    """The authors in a row, family name first where the rules invert."""
    most = rules.most if inverted else min(rules.most, rules.most_in_notes)
    ways = [
        inverted
        and (
            rules.invert is Inversion.ALL
            or (rules.invert is Inversion.FIRST and not at)
        )
        for at in range(len(source.author))
    ]
    names = [
        _name(author, rules, inverted=way)
        for author, way in zip(source.author, ways, strict=True)
    ]
    if len(names) > most:
        return f"{names[0]}, et al." if ways[0] else f"{names[0]} et al."
    if len(names) < 2:
        return "".join(names)
    comma = "," if rules.comma_before_and and (len(names) > 2 or ways[0]) else ""
    return f"{', '.join(names[:-1])}{comma} {rules.and_} {names[-1]}"


def _lead(ask: Ask, *, inverted: bool) -> str:
    if ask.source.type is SourceType.TREATY or is_unsigned(ask.source):
        return ""
    if ask.source.author and not ask.is_un_document:
        return _joined(ask.source, ask.style.style.names, inverted=inverted)
    return full_name(ask.source)


def _title(ask: Ask, title: str) -> str:
    if (ask.source.language or "en").partition("-")[0] != "en":
        return title
    return in_case(title, ask.style.style.titles)


def _title_after_lead(ask: Ask) -> str:
    return _title(ask, ask.source.title) if _lead(ask, inverted=True) else ""


def _title_if_needed(ask: Ask) -> str:
    return _title(ask, short_title(ask.source.title)) if ask.ambiguous else ""


def _lead_is_missing(ask: Ask) -> bool:
    return not _lead(ask, inverted=False) and not is_unsigned(ask.source)


def _signed(ask: Ask) -> str:
    return "" if is_unsigned(ask.source) else _who(ask)


def _who(ask: Ask) -> str:
    first = first_family(ask.source)
    found = who(ask.source, ask.style)
    if ask.initial and first:
        return f"{initials(first[1])} {found}"
    by_title = stands_under_title(ask.source, ask.style) or not full_name(ask.source)
    return _title(ask, found) if by_title and not first else found


def _unsigned(ask: Ask, text: str | None) -> str:
    return (text or "") if is_unsigned(ask.source) else ""


def _site(ask: Ask) -> str:
    """Where it appeared, unless the entry already opens with that."""
    source = ask.source
    opened = _lead(ask, inverted=True)
    found = source.container or source.publisher or ""
    return "" if found == opened else found


def _house(ask: Ask) -> str:
    """The publisher, where the entry opens with somebody else."""
    house = ask.source.publisher or ""
    return "" if house == _lead(ask, inverted=True) else house


def _symbol(ask: Ask) -> Value:
    symbol = ask.source.symbol
    if not symbol:
        return Value("")
    return Value(symbol, safe_link(ask.source.url) or _symbol_link(symbol))


def _symbol_link(symbol: str) -> str | None:
    plain = re.fullmatch(r"[A-Z0-9./\-]+", symbol)
    return f"{SYMBOL_HOME}{symbol}" if plain and "/" in symbol else None


def _url(ask: Ask) -> Value:
    """The address; a document with a symbol is linked there instead."""
    link = safe_link(ask.source.url)
    if not link or (ask.source.symbol and ask.is_un_document):
        return Value("")
    return Value(shown_link(link), link)


def _dated(ask: Ask, text: str | None, template: Template) -> str:
    found = _DATE.fullmatch(text or "")
    if not found:
        return text or ""
    year, month, day = found.groups()
    months = ask.style.style.months
    at = int(month) if month else 0
    parts = {
        "year": year + (ask.letter if text == ask.source.date else ""),
        "month": months[at - 1] if 1 <= at <= 12 else "",
        "day": str(int(day)) if day else "",
    }
    return "".join(span.text for span in fill(template, lambda n: Value(parts[n])))


def _accessed(ask: Ask) -> str:
    return _dated(ask, ask.source.accessed, ask.style.full_date)


def _number(ask: Ask) -> str:
    found = _NUMBER.fullmatch(ask.source.symbol or "")
    return found[1] if found and ask.source.type is SourceType.RESOLUTION else ""


def _volume(ask: Ask, part: int) -> str:
    text = ask.source.volume or ""
    found = _VOLUME.fullmatch(text)
    if found:
        return found[part]
    return text if part == 1 else ""


def _on_page(ask: Ask) -> bool:
    return bool(_PAGE.match(ask.place))


def _other_language(ask: Ask) -> str:
    name = english_name(ask.source.language or "en")
    return "" if name == "English" else name or ""


def _in_language(ask: Ask) -> str:
    name = _other_language(ask)
    return f"in {name}" if name else ""


_FIELDS: dict[str, Callable[[Ask], str | Value]] = {
    "lead": lambda ask: _lead(ask, inverted=True),
    "natural-lead": lambda ask: _lead(ask, inverted=False),
    "short-lead": lambda ask: "" if _lead_is_missing(ask) else _who(ask),
    "who": _who,
    "signed": _signed,
    "unsigned-title": lambda ask: _unsigned(
        ask, _title(ask, short_title(ask.source.title))
    ),
    "unsigned-paper": lambda ask: _unsigned(ask, full_name(ask.source)),
    "signed-paper": lambda ask: "" if is_unsigned(ask.source) else _site(ask),
    "title-after-lead": _title_after_lead,
    "body": lambda ask: full_name(ask.source),
    "authors": lambda ask: _joined(ask.source, ask.style.style.names, inverted=True),
    "names": lambda ask: _joined(ask.source, ask.style.style.names, inverted=False),
    "publisher": lambda ask: ask.source.publisher or "",
    "house": _house,
    "site": _site,
    "container": lambda ask: _title(ask, ask.source.container or ""),
    "title": lambda ask: _title(ask, ask.source.title),
    "short-title": lambda ask: _title(ask, short_title(ask.source.title)),
    "title-if-needed": _title_if_needed,
    "in-language": _in_language,
    "other-language": _other_language,
    "symbol": _symbol,
    "number": _number,
    "date": lambda ask: _dated(ask, ask.source.date, ask.style.date),
    "full-date": lambda ask: _dated(ask, ask.source.date, ask.style.full_date),
    "day": lambda ask: _dated(ask, ask.source.date, ask.style.day),
    "year": lambda ask: ask.year,
    "undated": lambda ask: _undated(ask),
    "undated-unless-accessed": lambda ask: "" if ask.source.accessed else _undated(ask),
    "volume": lambda ask: _volume(ask, 1),
    "issue": lambda ask: _volume(ask, 2),
    "pages": lambda ask: page_range(
        (ask.source.pages or "").replace("-", "–"), ask.style.style.page_ranges
    ),
    "edition": lambda ask: ask.source.edition or "",
    "place": lambda ask: ask.place,
    "page-cited": lambda ask: _PAGE.sub("", ask.place) if _on_page(ask) else "",
    "other-place": lambda ask: "" if _on_page(ask) else ask.place,
    "url": _url,
    "accessed": _accessed,
    "accessed-if-undated": lambda ask: "" if ask.source.date else _accessed(ask),
}


def _undated(ask: Ask) -> str:
    """What stands for the unknown year; letters keep works apart there too."""
    if ask.year:
        return ""
    word = ask.style.style.undated
    return f"{word}-{ask.letter}" if word and ask.letter else word
